/* SPDX-License-Identifier: Apache-2.0
 *
 * attach.c -- who says each statement, and who tells us of each claim.
 */
#include "extract/reading.h"

/* ---- First person ---------------------------------------------------- */

void cgi_first_person(cgi_reading *r)
{
    for (uint32_t i = 0; i < r->mentions.n; i++) {
        const cgi_mention *m = &r->mentions.at[i];
        uint32_t claim = r->claim_at[m->head];
        if (m->type != CGI_MENTION_PRONOUN || m->thing != CGI_NONE ||
            claim == CGI_NONE || r->quote_at[m->head] == CGI_NONE)
            continue;
        long person = cgi_token_value(r, m->head, "pronoun", 0);
        uint32_t claimant = r->out->claims.at[claim].claimant;
        if (person == 5 && claimant != CGI_NONE)
            cgi_thing_join(r, claimant, i);
    }
}

/* ---- Claims within claims -------------------------------------------- */

/* True if following `via` from `claim` leads to `target`. */
static bool leads_to(const cgi_reading *r, uint32_t claim, uint32_t target)
{
    while (claim != CGI_NONE && claim != target)
        claim = r->out->claims.at[claim].via;
    return claim == target;
}

static void link_claims(cgi_reading *r)
{
    for (uint32_t i = 0; i < r->out->claims.n; i++) {
        uint32_t outer = r->claim_at[r->sayings.at[i].cue];
        /* A claimant who repeats herself is one voice. */
        if (outer != CGI_NONE && !leads_to(r, outer, i))
            r->out->claims.at[i].via = outer;
    }
}

/* ---- Statements ------------------------------------------------------ */

static cgi_polarity negate(cgi_polarity p)
{
    switch (p) {
    case CGI_POLARITY_ASSERTS: return CGI_POLARITY_DENIES;
    case CGI_POLARITY_DENIES: return CGI_POLARITY_ASSERTS;
    default: return p;
    }
}

static bool has_role(const cgi_statement *s, cgi_role role)
{
    for (size_t i = 0; i < s->arguments.n; i++)
        if (s->arguments.at[i].role == role)
            return true;
    return false;
}

static void give_claim(cgi_reading *r, uint32_t statement)
{
    cgi_statement *s = &r->out->statements.at[statement];
    s->claim = r->claim_at[r->triggers.at[statement]];
    s->polarity = CGI_POLARITY_ASSERTS;
    if (s->claim != CGI_NONE)
        s->polarity = r->out->claims.at[s->claim].polarity;
    if (s->negated)
        s->polarity = negate(s->polarity);
    /* What may be is not asserted, whoever says so. */
    if (s->polarity == CGI_POLARITY_ASSERTS &&
        (s->status == CGI_STATUS_HYPOTHETICAL ||
         s->certainty < CGI_CERTAINTY_PROBABLE))
        s->polarity = CGI_POLARITY_CONSIDERS;
    if (s->claim == CGI_NONE)
        return;
    const cgi_claim *c = &r->out->claims.at[s->claim];
    if (c->certainty < s->certainty)
        s->certainty = c->certainty;
    const cgi_saying *say = &r->sayings.at[s->claim];
    if (c->accused != CGI_NONE && !has_role(s, CGI_ROLE_AGENT))
        cgi_statement_add(r, statement, CGI_ROLE_AGENT, say->accused,
                          "claim/accused", 75);
}

/* "claimed responsibility for the attack", "blamed X for the attack": the
 * event is told by the article; the claim adds who did it. */
static void claim_event(cgi_reading *r, uint32_t claim)
{
    const cgi_saying *say = &r->sayings.at[claim];
    const cgi_claim *c = &r->out->claims.at[claim];
    uint32_t agent =
        say->accused != CGI_NO_TOKEN ? say->accused : say->claimant;
    uint32_t event =
        say->event == CGI_NO_TOKEN ? CGI_NONE : r->statement_at[say->event];
    if (event == CGI_NONE || agent == CGI_NO_TOKEN)
        return;
    const cgi_type *type = r->out->statements.at[event].type;
    uint32_t i = cgi_statement_new(r, say->event, type, c->why.rule);
    cgi_statement *s = &r->out->statements.at[i];
    s->claim = claim;
    s->polarity = c->polarity;
    s->certainty = c->certainty;
    s->status = CGI_STATUS_PAST;
    r->same_as.at[i] = event;
    cgi_statement_add(r, i, CGI_ROLE_AGENT, agent, c->why.rule, 85);
}

void cgi_claims_attach(cgi_reading *r)
{
    link_claims(r);
    size_t n = r->out->statements.n;
    for (uint32_t i = 0; i < n; i++)
        give_claim(r, i);
    for (uint32_t i = 0; i < r->out->claims.n; i++)
        claim_event(r, i);
}
