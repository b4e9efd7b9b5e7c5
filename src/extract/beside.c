/* SPDX-License-Identifier: Apache-2.0
 *
 * beside.c -- the content of a claim where the tree does not give it.
 *
 * Parsers lose long sentences: the clause that is said may hang anywhere. The
 * order of the words still tells it, for verbs of saying: what stands before
 * ", she said", and what follows "she said" if it is a clause.
 */
#include "extract/parts.h"

static bool is_punct(const cgi_reading *r, uint32_t t)
{
    return cgi_token_at(r, t)->upos == CGI_UPOS_PUNCT;
}

static bool is_comma(const cgi_reading *r, uint32_t t)
{
    return cgi_token_at(r, t)->xpos == CGI_XPOS_COMMA;
}

/* The verb's own subject; a claim without one is not read from word order. */
static uint32_t subject_of(const cgi_reading *r, uint32_t verb)
{
    return cgi_child(r, verb, CGI_REL_NSUBJ);
}

/* The verb with its auxiliaries and its subject, if nothing else stands
 * between them: [first, end). */
static bool find_group(cgi_stretch *group, const cgi_reading *r, uint32_t cue)
{
    uint32_t s = subject_of(r, cue);
    *group = (cgi_stretch){cue, cue + 1};
    if (s == CGI_NO_TOKEN)
        return false;
    if (s > cue)
        group->end = r->right[s] + 1;
    else
        group->first = r->left[s];
    return r->left[s] == cue + 1 || s < cue;
}

static bool has_finite_verb(const cgi_reading *r, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++)
        switch (cgi_token_at(r, t)->xpos) {
        case CGI_XPOS_VBD:
        case CGI_XPOS_VBP:
        case CGI_XPOS_VBZ:
        case CGI_XPOS_MD: return true;
        default: break;
        }
    return false;
}

/* Where the sentence ends without its last marks. */
static uint32_t clause_end(const cgi_reading *r, uint32_t cue)
{
    const cgi_sentence *s = &r->l->sentences[cgi_token_at(r, cue)->sentence];
    uint32_t end = s->end;
    while (end > cue + 1 && is_punct(r, end - 1))
        end--;
    return end;
}

/* "Prices fell, she said, but they may rise": both sides. Where a side is known
 * already, commas must set the aside apart. */
static void around_aside(cgi_reading *r, cgi_parts *p, cgi_stretch group,
                         uint32_t first, uint32_t end)
{
    bool before = group.first > first && is_comma(r, group.first - 1);
    bool closed = p->content.n ? group.end < end && is_comma(r, group.end)
                               : group.end >= end || is_punct(r, group.end);
    if (!before || !closed || !has_finite_verb(r, first, group.first))
        return;
    p->is_aside = true;
    cgi_parts_add(r, p, first, group.first);
    cgi_parts_add(r, p, group.end, end);
}

/* "She said prices fell" */
static void behind(cgi_reading *r, cgi_parts *p, uint32_t cue, uint32_t end)
{
    uint32_t t = cue + 1;
    if (t < end && cgi_token_at(r, t)->upos == CGI_UPOS_ADV)
        t++;
    if (t >= end || is_punct(r, t) ||
        (cgi_token_at(r, t)->upos == CGI_UPOS_ADP &&
         !cgi_token_in(r, t, "complementizer")) ||
        !has_finite_verb(r, t, end))
        return;
    /* What is joined to the saying itself is not said. */
    for (uint32_t c = cgi_token_at(r, cue)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        if (c > cue && cgi_token_at(r, c)->rel == CGI_REL_CONJ &&
            r->left[c] < end && r->left[c] > t)
            end = r->left[c];
    cgi_parts_add(r, p, t, end);
}

void cgi_parts_beside(cgi_reading *r, cgi_parts *p, uint32_t cue,
                      uint32_t quote)
{
    uint32_t first = r->l->sentences[cgi_token_at(r, cue)->sentence].first;
    uint32_t end = clause_end(r, cue);
    cgi_stretch group;
    if (quote != CGI_NONE) {
        if (p->content.n)
            return;
        const cgi_quote *q = &r->quotes.at[quote];
        /* "Growing rice 'is hard work,' she said." */
        if (q->end <= cue && q->first > first + 1)
            cgi_parts_add(r, p, first, q->first);
        return;
    }
    if (!find_group(&group, r, cue))
        return;
    around_aside(r, p, group, first, end);
    if (!p->content.n && group.first < cue)
        behind(r, p, cue, end);
}

void cgi_parts_quote(cgi_reading *r, cgi_parts *p, uint32_t cue, uint32_t quote)
{
    const cgi_quote *q = &r->quotes.at[quote];
    if (q->first > cue + 2 && is_punct(r, q->first - 2)) {
        size_t n = 0;
        for (size_t i = 0; i < p->content.n; i++) {
            cgi_stretch s = p->content.at[i];
            if (s.first > cue && s.first < q->first)
                s.first = q->first;
            if (s.first < s.end)
                p->content.at[n++] = s;
        }
        p->content.n = n;
    }
    cgi_parts_add(r, p, q->first, q->end);
}
