/* SPDX-License-Identifier: Apache-2.0
 *
 * status.c -- did it happen: tense, modals, negation, conditions, hedges.
 *
 * A future or offered act is not the act, so everything that is not plainly
 * told as done carries a status that says so.
 */
#include "extract/reading.h"

/* Governing verbs that are asked before we give up. */
#define CLIMB_MAX 12

bool cgi_is_negated(const cgi_reading *r, uint32_t t)
{
    for (uint32_t c = cgi_token_at(r, t)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        cgi_rel rel = cgi_rel_base((cgi_rel)cgi_token_at(r, c)->rel);
        if ((rel == CGI_REL_ADVMOD || rel == CGI_REL_DET || rel == CGI_REL_CC ||
             rel == CGI_REL_CASE) &&
            cgi_token_in(r, c, "negation"))
            return true;
    }
    return false;
}

/* "No one was killed", "none of them": the subject negates the clause. */
static bool subject_negates(const cgi_reading *r, uint32_t verb)
{
    uint32_t s = cgi_child(r, verb, CGI_REL_NSUBJ);
    if (s == CGI_NO_TOKEN)
        s = cgi_child(r, verb, CGI_REL_NSUBJ_PASS);
    return s != CGI_NO_TOKEN &&
           (cgi_token_in(r, s, "negative-subject") || cgi_is_negated(r, s));
}

static void weaken(cgi_statement *s, cgi_certainty certainty)
{
    if (certainty < s->certainty)
        s->certainty = certainty;
}

/* Hedges and modals at the word itself. */
static void read_children(const cgi_reading *r, cgi_statement *s, uint32_t t)
{
    for (uint32_t c = cgi_token_at(r, t)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        cgi_rel rel = cgi_rel_base((cgi_rel)cgi_token_at(r, c)->rel);
        if (rel == CGI_REL_AUX) {
            if (cgi_token_in(r, c, "modal-future"))
                s->status = CGI_STATUS_FUTURE;
            else if (cgi_token_in(r, c, "modal-possible")) {
                s->status = CGI_STATUS_HYPOTHETICAL;
                weaken(s, CGI_CERTAINTY_POSSIBLE);
            } else if (cgi_token_in(r, c, "modal-hypothetical"))
                s->status = CGI_STATUS_HYPOTHETICAL;
        } else if (rel == CGI_REL_ADVMOD || rel == CGI_REL_AMOD) {
            if (cgi_token_in(r, c, "hedge-possible"))
                weaken(s, CGI_CERTAINTY_POSSIBLE);
            else if (cgi_token_in(r, c, "hedge-probable"))
                weaken(s, CGI_CERTAINTY_PROBABLE);
        } else if (rel == CGI_REL_MARK && cgi_token_in(r, c, "conditional")) {
            s->status = CGI_STATUS_HYPOTHETICAL;
        }
    }
}

static bool has_aux(const cgi_reading *r, uint32_t t, cgi_xpos a, cgi_xpos b)
{
    for (uint32_t c = cgi_token_at(r, t)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        const cgi_token *k = cgi_token_at(r, c);
        cgi_rel rel = cgi_rel_base((cgi_rel)k->rel);
        if ((rel == CGI_REL_AUX || rel == CGI_REL_COP) &&
            (k->xpos == a || k->xpos == b))
            return true;
    }
    return false;
}

static bool in_title(const cgi_reading *r, uint32_t t)
{
    const cgi_sentence *s = &r->l->sentences[cgi_token_at(r, t)->sentence];
    return r->l->article->blocks[s->block].kind == CGI_BLOCK_TITLE;
}

/* Headlines tell the past in the present, and participles are passives. */
static cgi_status present(const cgi_reading *r, uint32_t t)
{
    return in_title(r, t) ? CGI_STATUS_PAST : CGI_STATUS_ONGOING;
}

/* "after seizing power" */
static bool follows(const cgi_reading *r, uint32_t t)
{
    uint32_t mark = cgi_child(r, t, CGI_REL_MARK);
    return mark != CGI_NO_TOKEN && cgi_token_in(r, mark, "past-mark");
}

/* The tense that the verb form itself shows; NONE if it shows none. */
static cgi_status tense(const cgi_reading *r, uint32_t t)
{
    bool past = has_aux(r, t, CGI_XPOS_VBD, CGI_XPOS_VBN);
    bool now = has_aux(r, t, CGI_XPOS_VBZ, CGI_XPOS_VBP);
    switch (cgi_token_at(r, t)->xpos) {
    case CGI_XPOS_VBD: return CGI_STATUS_PAST;
    case CGI_XPOS_VBZ:
    case CGI_XPOS_VBP: return present(r, t);
    case CGI_XPOS_VBG:
        if (now)
            return CGI_STATUS_ONGOING;
        if (follows(r, t))
            return CGI_STATUS_PAST;
        return past ? CGI_STATUS_PAST : CGI_STATUS_NONE;
    case CGI_XPOS_VBN:
        if (past)
            return CGI_STATUS_PAST;
        if (now) /* "has killed" is past, "is killed" is not */
            return cgi_child(r, t, CGI_REL_AUX_PASS) == CGI_NO_TOKEN
                       ? CGI_STATUS_PAST
                       : present(r, t);
        return cgi_token_at(r, t)->rel == CGI_REL_ACL || in_title(r, t)
                   ? CGI_STATUS_PAST
                   : CGI_STATUS_NONE;
    case CGI_XPOS_VB:
        /* "did not attack" */
        return past ? CGI_STATUS_PAST : CGI_STATUS_NONE;
    default:
        if (past)
            return CGI_STATUS_PAST;
        return now ? present(r, t) : CGI_STATUS_NONE;
    }
}

/* What an infinitive, a gerund or a noun takes from what governs it. */
static cgi_status governed(const cgi_reading *r, uint32_t t, uint32_t governor)
{
    bool to = cgi_token_at(r, t)->xpos == CGI_XPOS_VB;
    cgi_rel rel = cgi_rel_base((cgi_rel)cgi_token_at(r, t)->rel);
    if (rel == CGI_REL_CONJ || (rel == CGI_REL_ADVCL && !to))
        return CGI_STATUS_NONE;
    if (cgi_token_in(r, governor, "future-governor"))
        return CGI_STATUS_FUTURE;
    if (cgi_token_in(r, governor, "hypothetical-governor"))
        return CGI_STATUS_HYPOTHETICAL;
    if (to && !cgi_token_in(r, governor, "implicative"))
        return CGI_STATUS_FUTURE;
    return CGI_STATUS_NONE;
}

static void judge_verb(const cgi_reading *r, cgi_statement *s, uint32_t t)
{
    for (int i = 0; i < CLIMB_MAX && s->status == CGI_STATUS_NONE; i++) {
        read_children(r, s, t);
        if (s->status == CGI_STATUS_NONE)
            s->status = tense(r, t);
        const cgi_token *k = cgi_token_at(r, t);
        if (s->status != CGI_STATUS_NONE || k->head == CGI_NO_TOKEN)
            break;
        s->status = governed(r, t, k->head);
        t = k->head;
    }
}

/* "the planned visit", "an alleged attack": list:event-adjective gives 1
 * future, 2 hypothetical, 3 possible, 4 ongoing. */
static void judge_noun(const cgi_reading *r, cgi_statement *s, uint32_t t)
{
    for (uint32_t c = cgi_token_at(r, t)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        switch (cgi_token_value(r, c, "event-adjective", 0)) {
        case 1: s->status = CGI_STATUS_FUTURE; break;
        case 2: s->status = CGI_STATUS_HYPOTHETICAL; break;
        case 3: weaken(s, CGI_CERTAINTY_POSSIBLE); break;
        case 4: s->status = CGI_STATUS_ONGOING; break;
        default: break;
        }
    uint32_t h = cgi_token_at(r, t)->head;
    if (s->status == CGI_STATUS_NONE && h != CGI_NO_TOKEN)
        s->status = governed(r, t, h);
    if (s->status == CGI_STATUS_NONE)
        s->status = CGI_STATUS_PAST;
}

void cgi_status_judge(const cgi_reading *r, cgi_statement *s, uint32_t trigger)
{
    uint32_t carrier = r->light_of[trigger];
    bool verb = cgi_is_verb(r, trigger);
    s->certainty = CGI_CERTAINTY_CERTAIN;
    if (!verb)
        s->negated = cgi_is_negated(r, trigger);
    if (carrier != CGI_NO_TOKEN || verb) {
        uint32_t t = carrier != CGI_NO_TOKEN ? carrier : trigger;
        judge_verb(r, s, t);
        s->negated =
            s->negated || cgi_is_negated(r, t) || subject_negates(r, t);
    }
    if (s->status == CGI_STATUS_NONE)
        judge_noun(r, s, trigger);
}
