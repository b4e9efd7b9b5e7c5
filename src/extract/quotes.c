/* SPDX-License-Identifier: Apache-2.0
 *
 * quotes.c -- what stands between quotation marks, and beside which verb.
 *
 * A quotation ends with its paragraph at the latest; if no mark closes it
 * there, the next paragraph may go on with it by an opening mark of its own.
 * Marks of the same shape on both sides toggle. Nested quotations belong to the
 * outer one.
 */
#include "extract/reading.h"

/* Words between a verb and the quotation that it brings, at most. */
#define REACH 12

enum { OPENS = 1, CLOSES = 2, SINGLE = 4 };

static int kind_of_mark(const char *form)
{
    static const struct {
        const char *form;
        int kind;
    } marks[] = {
        {"\xE2\x80\x9C", OPENS},
        {"\xE2\x80\x9E", OPENS},
        {"``", OPENS},
        {"\xC2\xAB", OPENS},
        {"\xE2\x80\x9D", CLOSES},
        {"\xC2\xBB", CLOSES},
        {"''", OPENS | CLOSES},
        {"\"", OPENS | CLOSES},
        {"'", OPENS | CLOSES | SINGLE},
        {"\xE2\x80\x98", OPENS | SINGLE},
        {"\xE2\x80\x99", CLOSES | SINGLE},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (!strcmp(form, marks[i].form))
            return marks[i].kind;
    return 0;
}

/* What the mark does here. An apostrophe opens only at the beginning of a word
 * and closes only at the end of one. */
static int mark_at(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    int kind = kind_of_mark(k->form);
    if (!(kind & SINGLE))
        return kind;
    bool after_gap = t == 0 || k->space_before ||
                     cgi_token_at(r, t - 1)->sentence != k->sentence;
    bool before_gap = t + 1 == r->l->n_tokens ||
                      cgi_token_at(r, t + 1)->space_before ||
                      cgi_token_at(r, t + 1)->upos == CGI_UPOS_PUNCT ||
                      cgi_token_at(r, t + 1)->sentence != k->sentence;
    if (k->xpos == CGI_XPOS_POS)
        return 0;
    if (after_gap && !before_gap)
        return kind & ~CLOSES;
    return !after_gap && before_gap ? kind & ~OPENS : 0;
}

static void add(cgi_reading *r, uint32_t first, uint32_t end, bool is_closed)
{
    if (first >= end)
        return;
    for (uint32_t t = first; t < end; t++)
        r->quote_at[t] = (uint32_t)r->quotes.n;
    CGI_PUSH(r->a, &r->quotes,
             (cgi_quote){first, end, CGI_NONE, .is_closed = is_closed});
}

void cgi_quotes_find(cgi_reading *r)
{
    uint32_t open = CGI_NO_TOKEN, block = 0;
    int family = 0; /* Of the mark that opened. */
    for (uint32_t t = 0; t < r->l->n_tokens; t++) {
        uint32_t here = cgi_block_of(r, t);
        if (here != block && open != CGI_NO_TOKEN) {
            /* What a single mark opens and nothing closes is no quotation. */
            if (!family)
                add(r, open, t, false);
            open = CGI_NO_TOKEN;
        }
        block = here;
        int m = mark_at(r, t);
        if (open != CGI_NO_TOKEN && (m & CLOSES) && (m & SINGLE) == family) {
            add(r, open, t, true);
            open = CGI_NO_TOKEN;
        } else if (open == CGI_NO_TOKEN && (m & OPENS)) {
            open = t + 1;
            family = m & SINGLE;
        }
    }
    if (open != CGI_NO_TOKEN && !family)
        add(r, open, (uint32_t)r->l->n_tokens, false);
}

/* ---- Beside a verb --------------------------------------------------- */

static bool is_outside(const cgi_reading *r, uint32_t quote, uint32_t t)
{
    const cgi_quote *q = &r->quotes.at[quote];
    return t < q->first || t >= q->end;
}

/* The first token of the verb with its auxiliaries and the subject before it.
 */
static uint32_t group_start(const cgi_reading *r, uint32_t verb)
{
    uint32_t first = verb;
    for (uint32_t c = cgi_token_at(r, verb)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        cgi_rel rel = cgi_rel_base((cgi_rel)cgi_token_at(r, c)->rel);
        if (c < first && r->quote_at[c] == r->quote_at[verb] &&
            (rel == CGI_REL_AUX || rel == CGI_REL_ADVMOD ||
             rel == CGI_REL_NSUBJ))
            first = r->left[c];
    }
    return first;
}

static bool is_punct(const cgi_reading *r, uint32_t t)
{
    return cgi_token_at(r, t)->upos == CGI_UPOS_PUNCT;
}

static bool is_mark(const cgi_reading *r, uint32_t t)
{
    return kind_of_mark(cgi_token_at(r, t)->form) != 0;
}

static bool is_colon(const cgi_reading *r, uint32_t t)
{
    return !strcmp(cgi_token_at(r, t)->form, ":");
}

/* "Who knows?" she said: what was cut in two at the question mark. */
static bool goes_on(const cgi_reading *r, uint32_t first)
{
    const char *p = cgi_token_at(r, first)->form;
    return first > 1 && *p >= 'a' && *p <= 'z' && is_mark(r, first - 1) &&
           cgi_block_of(r, first) == cgi_block_of(r, first - 1);
}

/* "...," she said */
static uint32_t quote_before(const cgi_reading *r, uint32_t verb)
{
    uint32_t t = group_start(r, verb);
    uint32_t stop = r->l->sentences[cgi_token_at(r, verb)->sentence].first;
    if (t == stop)
        return goes_on(r, t) ? r->quote_at[t - 2] : CGI_NONE;
    bool marked = false;
    while (t > stop && is_punct(r, t - 1) && r->quote_at[t - 1] == CGI_NONE)
        marked |= is_mark(r, --t);
    return t > stop && marked ? r->quote_at[t - 1] : CGI_NONE;
}

/* The quotation that begins behind the punctuation from `t` on. */
static uint32_t quote_from(const cgi_reading *r, uint32_t t)
{
    uint32_t n = (uint32_t)r->l->n_tokens;
    while (t < n && r->quote_at[t] == CGI_NONE && is_punct(r, t))
        t++;
    uint32_t q = t < n ? r->quote_at[t] : CGI_NONE;
    return q != CGI_NONE && r->quotes.at[q].first == t ? q : CGI_NONE;
}

/* she said "..."; she told reporters on Monday: "...", there or in the next
 * paragraph */
static uint32_t quote_after(const cgi_reading *r, uint32_t verb)
{
    uint32_t end = r->l->sentences[cgi_token_at(r, verb)->sentence].end;
    for (uint32_t t = verb + 1; t < end && t <= verb + REACH; t++) {
        if (is_punct(r, t)) {
            uint32_t q = quote_from(r, t);
            bool apart = t > verb + 1 && is_mark(r, t);
            if (q != CGI_NONE && !apart &&
                (r->quotes.at[q].first < end || is_colon(r, t)))
                return q;
        }
        if (cgi_is_verb(r, t) || r->quote_at[t] != CGI_NONE)
            return CGI_NONE;
    }
    return CGI_NONE;
}

uint32_t cgi_quote_beside(const cgi_reading *r, uint32_t verb)
{
    uint32_t q = quote_before(r, verb);
    if (q == CGI_NONE || !is_outside(r, q, verb))
        q = quote_after(r, verb);
    return q != CGI_NONE && is_outside(r, q, verb) ? q : CGI_NONE;
}
