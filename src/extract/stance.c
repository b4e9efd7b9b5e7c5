/* SPDX-License-Identifier: Apache-2.0
 *
 * stance.c -- what a claim does beside telling something.
 *
 * The cue says most of it ("accuse", "promise"). But who says that somebody
 * else must do a thing asks for it, and who says that somebody else is
 * responsible for a deed accuses them, with whatever verb; and nobody admits
 * what others did.
 */
#include "extract/parts.h"

/* ---- By the words ----------------------------------------------------- */

/* The clause that is said: below the cue, or around it if it stands aside. */
static uint32_t said_clause(const cgi_reading *r, uint32_t cue)
{
    const cgi_token *k = cgi_token_at(r, cue);
    uint32_t clause = cgi_child(r, cue, CGI_REL_CCOMP);
    return clause == CGI_NO_TOKEN && k->rel == CGI_REL_PARATAXIS ? k->head
                                                                 : clause;
}

/* "must stop", but not "must have stopped", which is a guess. */
static bool is_due(const cgi_reading *r, uint32_t clause)
{
    bool due = false;
    for (uint32_t c = cgi_token_at(r, clause)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        if (cgi_token_at(r, c)->rel != CGI_REL_AUX)
            continue;
        due |= cgi_token_in(r, c, "modal-probable");
        if (cgi_token_in(r, c, "perfect"))
            return false;
    }
    return due;
}

/* Who must do what is said, if that is somebody else; CGI_NO_TOKEN. */
static uint32_t who_must(cgi_reading *r, const cgi_word *w, uint32_t cue,
                         uint32_t claimant)
{
    uint32_t clause = said_clause(r, cue);
    if (clause == CGI_NO_TOKEN || w->pos != CGI_POS_VERB ||
        w->polarity != CGI_POLARITY_ASSERTS || !is_due(r, clause) ||
        cgi_token_in(r, clause, "perfect")) /* "should have the rights" */
        return CGI_NO_TOKEN;
    uint32_t who = cgi_child(r, clause, CGI_REL_NSUBJ);
    if (who == CGI_NO_TOKEN || !cgi_kind_can_act(cgi_kind_of(r, who)))
        return CGI_NO_TOKEN;
    uint32_t own =
        claimant == CGI_NO_TOKEN ? CGI_NONE : cgi_thing_at(r, claimant);
    return cgi_thing_at(r, who) == own ? CGI_NO_TOKEN : who;
}

void cgi_stance_find(cgi_claim *c, cgi_reading *r, const cgi_word *w,
                     uint32_t cue, uint32_t claimant)
{
    c->stance = (cgi_stance)w->stance;
    if (c->stance != CGI_STANCE_REPORTS)
        return;
    uint32_t who = who_must(r, w, cue, claimant);
    if (who == CGI_NO_TOKEN)
        return;
    c->stance = CGI_STANCE_DEMANDS;
    if (c->addressee == CGI_NONE)
        c->addressee = cgi_thing_of(r, who);
}

/* ---- By what is said -------------------------------------------------- */

/* True if one is the other, belongs to it or is of its country. */
static bool are_one_side(const cgi_reading *r, uint32_t a, uint32_t b)
{
    const cgi_thing *x = &r->out->things.at[a], *y = &r->out->things.at[b];
    return a == b || x->member_of == b || y->member_of == a ||
           (x->member_of != CGI_NONE && x->member_of == y->member_of) ||
           (x->country != CGI_NONE && x->country == y->country) ||
           x->country == b || y->country == a;
}

/* "is responsible for the murder", "is behind it" */
bool cgi_is_ascribed(const cgi_reading *r, uint32_t trigger)
{
    uint32_t carrier = r->light_of[trigger];
    return cgi_has_case(r, trigger, "link-doer") ||
           (carrier != CGI_NO_TOKEN && cgi_token_in(r, carrier, "ascription"));
}

/* Looks at who did it, by the claim: only others, if any. */
static void judge_doers(const cgi_reading *r, uint32_t claim,
                        uint32_t statement, bool *own, bool *others)
{
    const cgi_statement *s = &r->out->statements.at[statement];
    uint32_t claimant = r->out->claims.at[claim].claimant;
    for (size_t i = 0; i < s->arguments.n; i++) {
        if (s->arguments.at[i].role != CGI_ROLE_AGENT)
            continue;
        if (claimant != CGI_NONE &&
            are_one_side(r, claimant, s->arguments.at[i].thing))
            *own = true;
        else
            *others = true;
    }
}

void cgi_stances_settle(cgi_reading *r)
{
    size_t n = r->out->claims.n;
    bool *own = cgi_arena_array(r->a, n + 1, sizeof *own);
    bool *others = cgi_arena_array(r->a, n + 1, sizeof *others);
    bool *ascribed = cgi_arena_array(r->a, n + 1, sizeof *ascribed);
    for (uint32_t i = 0; i < r->out->statements.n; i++) {
        uint32_t claim = r->out->statements.at[i].claim;
        if (claim == CGI_NONE)
            continue;
        judge_doers(r, claim, i, &own[claim], &others[claim]);
        ascribed[claim] |= cgi_is_ascribed(r, r->triggers.at[i]);
    }
    for (size_t i = 0; i < n; i++) {
        cgi_claim *c = &r->out->claims.at[i];
        if (own[i] || !others[i])
            continue;
        if (c->stance == CGI_STANCE_ADMITS &&
            c->cls != CGI_CLAIM_RESPONSIBILITY)
            c->stance = CGI_STANCE_REPORTS;
        if (c->stance == CGI_STANCE_REPORTS && ascribed[i] &&
            c->polarity != CGI_POLARITY_DENIES)
            c->stance = CGI_STANCE_ACCUSES;
    }
}
