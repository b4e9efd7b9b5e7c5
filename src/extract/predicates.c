/* SPDX-License-Identifier: Apache-2.0
 *
 * predicates.c -- every word of the article that tells of something, and
 * whether that something happened.
 *
 * This is wider than the events: verbs without a type and cues are here too.
 * It is for readers that ask of a span of text whether it is told as a fact.
 */
#include "extract/reading.h"

static bool is_part(const cgi_reading *r, uint32_t t)
{
    switch (cgi_token_at(r, t)->rel) {
    case CGI_REL_AUX:
    case CGI_REL_AUX_PASS:
    case CGI_REL_COP:
    case CGI_REL_CASE:
    case CGI_REL_MARK:
    case CGI_REL_FIXED:
    case CGI_REL_FLAT:
    case CGI_REL_AMOD: return true;
    default: return r->name_at[t] != CGI_NONE || r->time_at[t] != CGI_NONE;
    }
}

/* A noun of the lexicon, of the cues, or one that happens. */
static bool is_eventful(const cgi_reading *r, uint32_t t)
{
    const char *lemma = cgi_token_at(r, t)->lemma;
    const cgi_word *w = cgi_world_find_word(r->world, cgi_slice_of(lemma));
    for (; w; w = w->next)
        if (w->pos == CGI_POS_NOUN && !w->before && !w->after)
            return true;
    return cgi_token_in(r, t, "event-noun");
}

static bool is_predicate(const cgi_reading *r, uint32_t t)
{
    if (r->statement_at[t] != CGI_NONE)
        return true;
    uint8_t upos = cgi_token_at(r, t)->upos;
    if (is_part(r, t))
        return false;
    return upos == CGI_UPOS_VERB ||
           (upos == CGI_UPOS_NOUN && is_eventful(r, t));
}

/* What the claim that the word stands in makes of it. */
static void weigh_claim(const cgi_reading *r, cgi_predicate *p, uint32_t claim)
{
    if (claim == CGI_NONE)
        return;
    const cgi_claim *c = &r->out->claims.at[claim];
    if (c->polarity == CGI_POLARITY_DENIES)
        p->negated = !p->negated;
    if (c->polarity == CGI_POLARITY_CONSIDERS &&
        p->certainty > CGI_CERTAINTY_POSSIBLE)
        p->certainty = CGI_CERTAINTY_POSSIBLE;
    if (c->certainty < p->certainty)
        p->certainty = c->certainty;
}

void cgi_predicates_list(cgi_reading *r)
{
    for (uint32_t t = 0; t < r->l->n_tokens; t++) {
        if (!is_predicate(r, t))
            continue;
        cgi_statement s = {0};
        if (r->statement_at[t] != CGI_NONE)
            s = r->out->statements.at[r->statement_at[t]];
        else
            cgi_status_judge(r, &s, t);
        cgi_predicate p = {cgi_tokens_span(r, t, t + 1), s.status, s.certainty,
                           s.negated};
        weigh_claim(r, &p, r->claim_at[t]);
        CGI_PUSH(r->a, &r->out->predicates, p);
    }
}
