/* SPDX-License-Identifier: Apache-2.0
 *
 * source.c -- the words that name who says something.
 *
 * The source is all that tells who it is: titles, asides and relative clauses.
 * The label of the entity is shorter, see mention.c.
 */
#include "extract/parts.h"

/* Tokens of a source, at most: longer ones are misread trees. */
#define SOURCE_MAX 40

/* "who" and "which" stand nearer to the cue than what they stand for. */
static uint32_t on_the_surface(const cgi_reading *r, uint32_t cue,
                               uint32_t claimant)
{
    static const cgi_rel rels[] = {CGI_REL_NSUBJ, CGI_REL_NSUBJ_PASS};
    for (size_t i = 0; i < sizeof rels / sizeof *rels; i++) {
        uint32_t s = cgi_child(r, cue, rels[i]);
        if (s != CGI_NO_TOKEN && s != claimant &&
            cgi_antecedent(r, s) == claimant)
            return s;
    }
    return claimant;
}

/* Marks, conjunctions and prepositions before the phrase are none of it. */
static bool is_outside(const cgi_reading *r, uint32_t t, uint32_t head)
{
    const cgi_token *k = cgi_token_at(r, t);
    if (k->upos == CGI_UPOS_PUNCT)
        return true;
    return t < head && (k->upos == CGI_UPOS_ADP || k->upos == CGI_UPOS_AUX ||
                        k->upos == CGI_UPOS_CCONJ || k->rel == CGI_REL_CASE ||
                        k->rel == CGI_REL_FIXED);
}

/* The phrase without what follows it; "some of them" is no mention. */
static cgi_stretch phrase_of(const cgi_reading *r, uint32_t head)
{
    uint32_t m = r->mention_at[head];
    return m == CGI_NONE
               ? (cgi_stretch){head, head + 1}
               : (cgi_stretch){r->mentions.at[m].first, r->mentions.at[m].end};
}

cgi_span cgi_source_span(const cgi_reading *r, uint32_t cue, uint32_t claimant)
{
    if (claimant == CGI_NO_TOKEN)
        return (cgi_span){0, 0};
    cgi_stretch m = phrase_of(r, claimant);
    uint32_t head = on_the_surface(r, cue, claimant);
    uint32_t first = head, end = head + 1;
    if (head == claimant) {
        first = m.first < r->left[head] ? m.first : r->left[head];
        end = m.end > r->right[head] + 1 ? m.end : r->right[head] + 1;
    }
    /* The cue may hang below its source: "a statement saying that". */
    if (first <= cue && cue < head)
        first = m.first;
    if (head < cue && cue < end)
        end = m.end <= cue ? m.end : cue;
    if (end - first > SOURCE_MAX) {
        first = m.first;
        end = m.end;
    }
    while (first < head && is_outside(r, first, head))
        first++;
    while (end > head + 1 && is_outside(r, end - 1, head))
        end--;
    return cgi_tokens_span(r, first, end);
}
