/* SPDX-License-Identifier: Apache-2.0
 *
 * content.c -- whose words each token is.
 *
 * Each claim's content is painted over the tokens, large ones first, so that
 * the innermost claim stays on top. Quotations that no claim has yet are given
 * to the claim beside them.
 */
#include <stdlib.h>

#include "extract/reading.h"

/* Marks of a word or two are not somebody's statement: "so-called" words. */
#define QUOTE_MIN 4

/* Sentences between a quotation and the cue before it, at most. */
#define SENTENCES_BACK 4

static bool is_trimmed(const cgi_reading *r, uint32_t t)
{
    return cgi_token_at(r, t)->upos == CGI_UPOS_PUNCT;
}

static size_t size_of(const cgi_saying *s)
{
    size_t n = 0;
    for (size_t i = 0; i < s->content.n; i++)
        n += s->content.at[i].end - s->content.at[i].first;
    return n;
}

/* ---- Asides ---------------------------------------------------------- */

/* The words of the aside: the subtree of its cue, or of its source below which
 * a preposition stands; of a sequel, all that follows. */
static cgi_stretch aside(const cgi_reading *r, const cgi_saying *s)
{
    uint32_t top = s->cue;
    if (!s->is_sequel && s->claimant != CGI_NO_TOKEN &&
        cgi_is_inside(r, s->cue, s->claimant))
        top = s->claimant;
    return (cgi_stretch){r->left[top], r->right[top] + 1};
}

static void cut_out(cgi_reading *r, cgi_saying *s, cgi_stretch hole)
{
    size_t n = s->content.n;
    for (size_t i = 0; i < n; i++) {
        cgi_stretch c = s->content.at[i];
        if (c.first >= hole.first || c.end < hole.end)
            continue;
        s->content.at[i].end = hole.first;
        if (hole.end < c.end)
            CGI_PUSH(r->a, &s->content, (cgi_stretch){hole.end, c.end});
    }
}

/* Whether the cue of claim `k` may lie in what claim `i` says or the other way
 * round: they are of one sentence, and not far apart. */
static bool may_meet(const cgi_reading *r, size_t i, size_t k)
{
    uint32_t a = r->sayings.at[i].cue, b = r->sayings.at[k].cue;
    return cgi_token_at(r, a)->sentence == cgi_token_at(r, b)->sentence &&
           (a < b ? b - a : a - b) <= 2 * CGI_CONTENT_REACH;
}

/* "X said that Y would come, the ministry said": the second cue is no part of
 * what X said. Claims of one sentence stand together. */
static void cut_asides(cgi_reading *r)
{
    size_t n = r->sayings.n;
    for (size_t i = 0; i < n; i++) {
        if (!r->sayings.at[i].is_aside && !r->sayings.at[i].is_sequel)
            continue;
        cgi_stretch hole = aside(r, &r->sayings.at[i]);
        for (size_t k = i; k-- > 0 && may_meet(r, i, k);)
            cut_out(r, &r->sayings.at[k], hole);
        for (size_t k = i + 1; k < n && may_meet(r, i, k); k++)
            cut_out(r, &r->sayings.at[k], hole);
    }
}

/* ---- Quotations ------------------------------------------------------ */

/* The quotation that a content touches becomes wholly its own. */
static void widen_to_quotes(cgi_reading *r, uint32_t claim)
{
    cgi_saying *s = &r->sayings.at[claim];
    size_t n = s->is_open ? s->content.n : 0;
    for (size_t i = 0; i < n; i++) {
        cgi_stretch c = s->content.at[i];
        for (uint32_t t = c.first; t < c.end; t++) {
            uint32_t q = r->quote_at[t];
            if (q == CGI_NONE)
                continue;
            cgi_quote *quote = &r->quotes.at[q];
            /* The cue stands outside of what it quotes. */
            bool inside = quote->first <= s->cue && s->cue < quote->end;
            if (!inside && quote->claim == CGI_NONE) {
                quote->claim = claim;
                CGI_PUSH(r->a, &s->content,
                         (cgi_stretch){quote->first, quote->end});
                r->out->claims.at[claim].is_quoted = true;
            }
            t = quote->end > t ? quote->end - 1 : t;
        }
    }
}

/* The claim whose cue stands in the quotation's first or last sentence outside
 * of it, or else the last one before it in the paragraph that quotes. */
static uint32_t claim_beside(const cgi_reading *r, const cgi_quote *q,
                             size_t *from)
{
    uint32_t first = cgi_token_at(r, q->first)->sentence;
    uint32_t last = cgi_token_at(r, q->end - 1)->sentence;
    uint32_t best = CGI_NONE;
    /* Claims stand in the order of their cues; `from` only moves on. */
    while (
        *from < r->sayings.n &&
        (cgi_block_of(r, r->sayings.at[*from].cue) <
             cgi_block_of(r, q->first) ||
         cgi_token_at(r, r->sayings.at[*from].cue)->sentence + SENTENCES_BACK <
             first))
        (*from)++;
    for (size_t i = *from; i < r->sayings.n; i++) {
        uint32_t cue = r->sayings.at[i].cue;
        uint32_t sentence = cgi_token_at(r, cue)->sentence;
        if (cgi_block_of(r, cue) > cgi_block_of(r, q->first) || sentence > last)
            break;
        if (!r->sayings.at[i].is_open || !r->sayings.at[i].may_quote ||
            (q->first <= cue && cue < q->end))
            continue;
        if (sentence == first || sentence == last)
            return (uint32_t)i;
        if (r->out->claims.at[i].is_quoted && sentence < first)
            best = (uint32_t)i;
    }
    return best;
}

/* True if the paragraph holds quotations and nothing else. */
static bool is_all_quoted(const cgi_reading *r, const cgi_quote *q)
{
    const cgi_sentence *s =
        &r->l->sentences[cgi_token_at(r, q->first)->sentence];
    uint32_t block = s->block, t = s->first;
    while (t > 0 && cgi_block_of(r, t - 1) == block)
        t--;
    for (; t < r->l->n_tokens && cgi_block_of(r, t) == block; t++) {
        if (r->quote_at[t] == CGI_NONE && !is_trimmed(r, t))
            return false;
        /* The end of a quotation is all that is asked of a long one. */
        if (t >= q->end)
            break;
    }
    return true;
}

/* A paragraph of nothing but a quotation goes on with the one that ended the
 * paragraph before, above all if no mark closed that. */
static uint32_t claim_before(const cgi_reading *r, size_t quote)
{
    if (!quote)
        return CGI_NONE;
    const cgi_quote *q = &r->quotes.at[quote], *old = q - 1;
    if (cgi_block_of(r, old->first) + 1 != cgi_block_of(r, q->first))
        return CGI_NONE;
    return !old->is_closed || is_all_quoted(r, q) ? old->claim : CGI_NONE;
}

static void give_quotes(cgi_reading *r)
{
    size_t from = 0;
    for (size_t i = 0; i < r->quotes.n; i++) {
        cgi_quote *q = &r->quotes.at[i];
        if (q->claim != CGI_NONE || q->end - q->first < QUOTE_MIN)
            continue;
        q->claim = claim_beside(r, q, &from);
        if (q->claim == CGI_NONE)
            q->claim = claim_before(r, i);
        if (q->claim == CGI_NONE)
            continue;
        CGI_PUSH(r->a, &r->sayings.at[q->claim].content,
                 (cgi_stretch){q->first, q->end});
        r->out->claims.at[q->claim].is_quoted = true;
    }
}

/* ---- Painting -------------------------------------------------------- */

static int by_first(const void *a, const void *b)
{
    const cgi_stretch *x = a, *y = b;
    return (x->first > y->first) - (x->first < y->first);
}

/* Makes one of stretches that overlap, in the order of the text: a quotation
 * may be found by its marks and by the tree. */
static void merge_stretches(cgi_saying *s)
{
    size_t n = 0;
    if (s->content.n)
        qsort(s->content.at, s->content.n, sizeof *s->content.at, by_first);
    for (size_t i = 0; i < s->content.n; i++) {
        cgi_stretch next = s->content.at[i];
        cgi_stretch *last = n ? &s->content.at[n - 1] : NULL;
        if (!last || next.first > last->end)
            s->content.at[n++] = next;
        else if (next.end > last->end)
            last->end = next.end;
    }
    s->content.n = n;
}

typedef struct {
    size_t size;
    uint32_t claim;
} layer;

static int larger_first(const void *a, const void *b)
{
    const layer *x = a, *y = b;
    if (x->size != y->size)
        return x->size > y->size ? -1 : 1;
    return x->claim < y->claim ? -1 : 1;
}

static void paint(cgi_reading *r)
{
    size_t n = r->sayings.n;
    layer *layers = cgi_arena_array(r->a, n + 1, sizeof *layers);
    for (uint32_t i = 0; i < n; i++)
        layers[i] = (layer){size_of(&r->sayings.at[i]), i};
    if (n)
        qsort(layers, n, sizeof *layers, larger_first);
    for (size_t i = 0; i < n; i++) {
        const cgi_saying *s = &r->sayings.at[layers[i].claim];
        for (size_t k = 0; s->is_open && k < s->content.n; k++)
            for (uint32_t t = s->content.at[k].first; t < s->content.at[k].end;
                 t++)
                r->claim_at[t] = layers[i].claim;
    }
}

/* ---- Writing the spans ----------------------------------------------- */

/* As byte spans without punctuation at their ends. */
static void write_spans(cgi_reading *r, uint32_t claim)
{
    const cgi_saying *s = &r->sayings.at[claim];
    for (size_t i = 0; i < s->content.n; i++) {
        uint32_t first = s->content.at[i].first, end = s->content.at[i].end;
        while (first < end && is_trimmed(r, first))
            first++;
        while (end > first && is_trimmed(r, end - 1))
            end--;
        if (first < end)
            CGI_PUSH(r->a, &r->out->claims.at[claim].content,
                     cgi_tokens_span(r, first, end));
    }
}

void cgi_content_paint(cgi_reading *r)
{
    cut_asides(r);
    for (uint32_t i = 0; i < r->sayings.n; i++)
        widen_to_quotes(r, i);
    give_quotes(r);
    for (uint32_t i = 0; i < r->sayings.n; i++)
        merge_stretches(&r->sayings.at[i]);
    paint(r);
    for (uint32_t i = 0; i < r->sayings.n; i++)
        write_spans(r, i);
}
