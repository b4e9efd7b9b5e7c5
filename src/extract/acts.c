/* SPDX-License-Identifier: Apache-2.0
 *
 * acts.c -- acts that have no type: what names do or undergo, whatever the
 * word.
 *
 * A verb needs somebody who acts, and a name or a body on one side. A noun
 * needs a name beside it, or a verb before it that tells the same act: "Nokia
 * tested the phone. The test ...".
 */
#include "extract/reading.h"

/* Tokens that are looked back over for what a noun speaks of again. */
#define AGAIN_MAX 200

bool cgi_is_of_name(cgi_reading *r, uint32_t t)
{
    uint32_t thing = cgi_thing_of(r, t);
    return thing != CGI_NONE && r->out->things.at[thing].is_named;
}

/* ---- Nouns ----------------------------------------------------------- */

/* "Airbus made the announcement" */
static bool is_lent_by_name(cgi_reading *r, uint32_t noun)
{
    uint32_t verb = cgi_token_at(r, noun)->head;
    if (verb == CGI_NO_TOKEN || !cgi_is_verb(r, verb))
        return false;
    cgi_fillers fillers = {0};
    const cgi_word *w = cgi_match(&fillers, r, verb, false, NULL);
    for (; w; w = cgi_match(&fillers, r, verb, false, w))
        for (size_t i = 0; w->pos == CGI_POS_LIGHT && i < fillers.n; i++)
            if (fillers.at[i].slot == w->event_slot &&
                fillers.at[i].token == noun) {
                uint32_t subject = cgi_deep_subject(r, verb);
                return subject != CGI_NO_TOKEN && cgi_is_of_name(r, subject);
            }
    return false;
}

/* "its decision to leave": what somebody says, wants or thinks follows. */
static bool opens_content(const cgi_reading *r, uint32_t t)
{
    cgi_fillers fillers = {0};
    const cgi_word *cue = cgi_match(&fillers, r, t, true, NULL);
    for (size_t i = 0; cue && i < fillers.n; i++)
        if (cgi_frame_role(r, cue->frame, fillers.at[i]) ==
            CGI_CUE_BASE + CGI_CUE_CONTENT)
            return true;
    return false;
}

/* A noun of no type tells an event if somebody known by name has to do with
 * it, and if it is no word for what somebody says. */
bool cgi_is_named_act(cgi_reading *r, uint32_t t, const cgi_evoker *e)
{
    if (cgi_token_at(r, t)->upos != CGI_UPOS_NOUN || opens_content(r, t))
        return false;
    for (size_t i = 0; i < e->fillers.n; i++) {
        uint8_t role = cgi_frame_role(r, e->word->frame, e->fillers.at[i]);
        if ((role == CGI_ROLE_AGENT || role == CGI_ROLE_PATIENT ||
             role == CGI_ROLE_PARTICIPANT) &&
            cgi_is_of_name(r, e->fillers.at[i].token))
            return true;
    }
    return is_lent_by_name(r, t);
}

/* ---- Verbs ----------------------------------------------------------- */

/* "the company", "the government" */
static bool is_the_body(cgi_reading *r, uint32_t t)
{
    uint32_t m = r->mention_at[t];
    return m != CGI_NONE && r->mentions.at[m].is_definite &&
           cgi_kind_is_body(cgi_kind_of(r, t));
}

/* "It fell": what "it" is, is too often something else, unless a body acts. */
static bool is_some_it(const cgi_reading *r, uint32_t t)
{
    cgi_kind kind = cgi_kind_of(r, t);
    return cgi_token_value(r, t, "pronoun", 0) == 3 &&
           !cgi_kind_is_body(kind) && kind != CGI_KIND_COUNTRY;
}

/* True if somebody known by name does it, or undergoes what somebody does or
 * what is done to them. "Watch the North" is neither. */
static bool is_about_names(cgi_reading *r, uint32_t verb,
                           const cgi_fillers *fillers)
{
    bool done = cgi_is_passive(r, verb), named = false;
    for (size_t i = 0; i < fillers->n; i++) {
        uint8_t role = cgi_frame_role(r, r->any_act->frame, fillers->at[i]);
        if (role != CGI_ROLE_AGENT && role != CGI_ROLE_PATIENT)
            continue;
        uint32_t token = fillers->at[i].token;
        done |= role == CGI_ROLE_AGENT && cgi_thing_of(r, token) != CGI_NONE;
        named |= (cgi_is_of_name(r, token) && !is_some_it(r, token)) ||
                 (role == CGI_ROLE_AGENT && is_the_body(r, token));
    }
    return done && named;
}

/* "began to sell": the selling is the act. */
static bool is_phase(const cgi_reading *r, uint32_t t)
{
    uint32_t act = cgi_child(r, t, CGI_REL_XCOMP);
    return act != CGI_NO_TOKEN && cgi_is_verb(r, act) &&
           cgi_token_in(r, t, "phase-verb");
}

/* "self-deprecating" is what somebody is like. */
static bool is_compounded(const cgi_reading *r, uint32_t t)
{
    return t > 0 && cgi_token_at(r, t - 1)->xpos == CGI_XPOS_HYPH;
}

/* "a group called the Owls" */
static bool gives_name(const cgi_reading *r, uint32_t t)
{
    return cgi_token_at(r, t)->rel == CGI_REL_ACL &&
           cgi_token_in(r, t, "name-giving");
}

static bool may_act(cgi_reading *r, uint32_t t)
{
    cgi_fillers cue = {0};
    return !is_compounded(r, t) && !gives_name(r, t) &&
           cgi_token_at(r, t)->upos == CGI_UPOS_VERB && cgi_may_trigger(r, t) &&
           r->statement_at[t] == CGI_NONE && !r->is_light[t] &&
           !cgi_token_in(r, t, "no-action") && !is_phase(r, t) &&
           !cgi_match(&cue, r, t, true, NULL);
}

/* The act of no type before the noun at `t` that it may speak of again. */
static bool is_told_before(const cgi_reading *r, uint32_t t)
{
    for (uint32_t k = t; k-- > 0 && t - k < AGAIN_MAX;) {
        uint32_t s = r->statement_at[k];
        if (s != CGI_NONE && cgi_is_verb(r, k) &&
            cgi_is_untyped(r, r->out->statements.at[s].type) &&
            cgi_words_agree(r, k, t))
            return true;
    }
    return false;
}

/* "The test was a success": a definite noun for an act that was told. */
static void find_again(cgi_reading *r)
{
    cgi_fillers fillers = {0};
    for (uint32_t t = 0; t < r->l->n_tokens; t++) {
        uint32_t det = cgi_child(r, t, CGI_REL_DET);
        if (cgi_token_at(r, t)->upos != CGI_UPOS_NOUN ||
            r->statement_at[t] != CGI_NONE || !cgi_may_trigger(r, t) ||
            det == CGI_NO_TOKEN || !cgi_token_in(r, det, "definite") ||
            opens_content(r, t) || !is_told_before(r, t))
            continue;
        const cgi_word *w = cgi_match(&fillers, r, t, false, NULL);
        while (w && !cgi_is_untyped(r, w->type))
            w = cgi_match(&fillers, r, t, false, w);
        if (!w)
            continue;
        cgi_event_start(r, t, w);
        cgi_event_fill(r, r->statement_at[t], w, &fillers);
    }
}

/* What named actors do or undergo is an action, whatever the verb; the entry
 * for it has a star for its lemma. */
void cgi_acts_find(cgi_reading *r)
{
    cgi_fillers fillers = {0};
    for (uint32_t t = 0; r->any_act && t < r->l->n_tokens; t++) {
        if (!may_act(r, t))
            continue;
        cgi_fillers_find(&fillers, r, t);
        if (!is_about_names(r, t, &fillers))
            continue;
        cgi_event_start(r, t, r->any_act);
        cgi_event_fill(r, r->statement_at[t], r->any_act, &fillers);
    }
    find_again(r);
}
