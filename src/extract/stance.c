/* SPDX-License-Identifier: Apache-2.0
 *
 * stance.c -- what a claim does beside telling something.
 *
 * The cue says most of it ("accuse", "promise"). But who says that somebody
 * else must do a thing asks for it, with whatever verb.
 */
#include "extract/parts.h"

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
