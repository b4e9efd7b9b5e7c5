/* SPDX-License-Identifier: Apache-2.0
 *
 * attach.c -- who says each statement, and who tells us of each claim.
 */
#include "extract/reading.h"

/* ---- First person ---------------------------------------------------- */

static bool may_speak_for(const cgi_reading *r, uint32_t thing)
{
    cgi_kind kind = r->out->things.at[thing].kind;
    return cgi_kind_is_body(kind) || kind == CGI_KIND_COUNTRY ||
           kind == CGI_KIND_GROUP;
}

/* Whom "we" stands for in the mouth of `thing`: a body, or the body that a
 * person belongs to, as spokesmen do; CGI_NONE if nobody is known. */
static uint32_t all_of(const cgi_reading *r, uint32_t thing)
{
    const cgi_thing *t = &r->out->things.at[thing];
    if (may_speak_for(r, thing))
        return thing;
    return t->kind == CGI_KIND_PERSON || t->kind == CGI_KIND_UNNAMED
               ? t->member_of
               : CGI_NONE;
}

/* "I" is who is quoted. */
static void join_speaker(cgi_reading *r, uint32_t mention)
{
    const cgi_mention *m = &r->mentions.at[mention];
    uint32_t claim = r->claim_at[m->head];
    long person = cgi_token_value(r, m->head, "pronoun", 0);
    if (claim == CGI_NONE || r->quote_at[m->head] == CGI_NONE)
        return;
    /* "I think" within a quotation: who is quoted thinks so. */
    if (r->sayings.at[claim].claimant == m->head) {
        uint32_t outer = r->claim_at[r->sayings.at[claim].cue];
        if (outer == CGI_NONE || outer == claim)
            return;
        claim = outer;
    }
    uint32_t claimant = r->out->claims.at[claim].claimant;
    if (claimant != CGI_NONE && person == 6)
        claimant = all_of(r, claimant);
    if (claimant != CGI_NONE && (person == 5 || person == 6))
        cgi_thing_join(r, claimant, mention);
}

/* A claim of "I" or "we" is the claim of who is quoted; the outer claim may
 * come first or last, and is none of this kind. */
static void name_claimant(cgi_reading *r, uint32_t claim)
{
    cgi_claim *c = &r->out->claims.at[claim];
    uint32_t token = r->sayings.at[claim].claimant;
    if (c->claimant != CGI_NONE || token == CGI_NO_TOKEN)
        return;
    c->claimant = cgi_thing_of(r, token);
    uint32_t outer = r->claim_at[r->sayings.at[claim].cue];
    if (c->claimant == CGI_NONE && outer != CGI_NONE && outer != claim &&
        r->quote_at[token] != CGI_NONE &&
        cgi_token_value(r, token, "pronoun", 0) == 6)
        c->claimant = r->out->claims.at[outer].claimant;
}

void cgi_first_person(cgi_reading *r)
{
    for (uint32_t i = 0; i < r->mentions.n; i++) {
        const cgi_mention *m = &r->mentions.at[i];
        if (m->type == CGI_MENTION_PRONOUN && m->thing == CGI_NONE)
            join_speaker(r, i);
    }
    for (uint32_t i = 0; i < r->out->claims.n; i++)
        name_claimant(r, i);
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
        (s->status == CGI_STATUS_HYPOTHETICAL || s->is_aim ||
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

/* "A spokesman for the Taliban claimed the attack": not as his own deed. The
 * words for the body that he speaks for, or else himself. */
static uint32_t spoken_for(cgi_reading *r, uint32_t speaker)
{
    uint32_t thing = cgi_thing_of(r, speaker);
    if (thing == CGI_NONE || !cgi_token_in(r, speaker, "spokesman"))
        return speaker;
    uint32_t body = r->out->things.at[thing].member_of;
    for (uint32_t t = r->left[speaker]; t <= r->right[speaker]; t++)
        if (body != CGI_NONE && cgi_thing_at(r, t) == body)
            return t;
    return speaker;
}

/* "claimed responsibility for the attack", "blamed X for the attack": the
 * event is told by the article; the claim adds who did it. */
static void claim_event(cgi_reading *r, uint32_t claim)
{
    const cgi_saying *say = &r->sayings.at[claim];
    const cgi_claim *c = &r->out->claims.at[claim];
    uint32_t agent = say->accused;
    if (agent == CGI_NO_TOKEN && say->claimant != CGI_NO_TOKEN)
        agent = spoken_for(r, say->claimant);
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
