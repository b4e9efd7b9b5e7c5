/* SPDX-License-Identifier: Apache-2.0
 *
 * colon.c -- a colon as a cue: "Minister: no talks planned", "No talks planned:
 * minister", and the speakers of interviews.
 *
 * A colon serves for much else. It is a cue only where nothing but somebody or
 * some document who can speak stands on one side of it.
 */
#include "extract/parts.h"

/* Words of who speaks, at most. */
#define SPEAKER_MAX 8

/* Words that make a statement, at least. */
#define STATEMENT_MIN 3

static bool is_title(const cgi_reading *r, const cgi_sentence *s)
{
    return r->l->article->blocks[s->block].kind == CGI_BLOCK_TITLE;
}

/* The head of the phrase that is all of [first, end), or CGI_NO_TOKEN. */
static uint32_t phrase_head(const cgi_reading *r, uint32_t first, uint32_t end)
{
    if (first >= end || end - first > SPEAKER_MAX)
        return CGI_NO_TOKEN;
    for (uint32_t t = first; t < end; t++) {
        uint32_t m = r->mention_at[t];
        if (m != CGI_NONE && r->mentions.at[m].first <= first &&
            r->mentions.at[m].end >= end)
            return t;
    }
    return CGI_NO_TOKEN;
}

/* Documents and sources speak in headlines only; "Note:" does not. */
static bool may_speak(const cgi_reading *r, uint32_t t, bool in_title)
{
    const cgi_noun *noun = cgi_head_noun(r, t);
    cgi_kind kind = cgi_kind_of(r, t);
    bool named = r->mentions.at[r->mention_at[t]].type == CGI_MENTION_NAME;
    if (kind == CGI_KIND_PERSON || kind == CGI_KIND_MEDIA)
        return named ||
               (in_title && noun && (noun->is_source || noun->is_position));
    if (!in_title)
        return false;
    return cgi_kind_is_body(kind) || kind == CGI_KIND_GROUP ||
           cgi_token_in(r, t, "document");
}

/* Where what is said ends: an interview's answer fills its paragraph. */
static uint32_t statement_end(const cgi_reading *r, const cgi_sentence *s)
{
    uint32_t end = s->end;
    while (end < r->l->n_tokens && cgi_block_of(r, end) == s->block)
        end++;
    return end;
}

static bool starts_block(const cgi_reading *r, const cgi_sentence *s)
{
    return s->first == 0 || cgi_block_of(r, s->first - 1) != s->block;
}

void cgi_parts_colon(cgi_reading *r, cgi_parts *p, uint32_t colon)
{
    const cgi_sentence *s = &r->l->sentences[cgi_token_at(r, colon)->sentence];
    bool title = is_title(r, s);
    uint32_t first = s->first, end = s->end;
    while (first < colon && cgi_token_at(r, first)->upos == CGI_UPOS_PUNCT)
        first++;
    while (end > colon + 1 && cgi_token_at(r, end - 1)->upos == CGI_UPOS_PUNCT)
        end--;
    uint32_t head = phrase_head(r, first, colon);
    if (head != CGI_NO_TOKEN && may_speak(r, head, title) &&
        (title || starts_block(r, s)) && end - colon > STATEMENT_MIN) {
        p->claimant = head;
        cgi_parts_add(r, p, colon + 1, title ? end : statement_end(r, s));
        return;
    }
    head = title ? phrase_head(r, colon + 1, end) : CGI_NO_TOKEN;
    if (head != CGI_NO_TOKEN && may_speak(r, head, true) &&
        colon - first >= STATEMENT_MIN) {
        p->claimant = head;
        cgi_parts_add(r, p, first, colon);
    }
}
