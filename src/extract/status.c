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

/* "not only the police but the army" denies nothing. */
static bool is_mere(const cgi_reading *r, uint32_t negation)
{
    return negation + 1 < r->l->n_tokens &&
           cgi_token_in(r, negation + 1, "after-not");
}

bool cgi_is_negated(const cgi_reading *r, uint32_t t)
{
    for (uint32_t c = cgi_token_at(r, t)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        cgi_rel rel = cgi_rel_base((cgi_rel)cgi_token_at(r, c)->rel);
        if ((rel == CGI_REL_ADVMOD || rel == CGI_REL_DET || rel == CGI_REL_CC ||
             rel == CGI_REL_CASE) &&
            cgi_token_in(r, c, "negation") && !is_mere(r, c))
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

/* "if": the clause of the condition that `t` depends on. */
static bool is_conditional(const cgi_reading *r, uint32_t t)
{
    for (uint32_t c = cgi_token_at(r, t)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        uint32_t mark = cgi_child(r, c, CGI_REL_MARK);
        if (cgi_token_at(r, c)->rel == CGI_REL_ADVCL && mark != CGI_NO_TOKEN &&
            cgi_token_in(r, mark, "conditional"))
            return true;
    }
    return false;
}

/* "said that it would sign": the future, as it was told in the past, unlike
 * "said that it would have signed". */
static bool is_backshifted(const cgi_reading *r, uint32_t t, uint32_t modal)
{
    const cgi_token *k = cgi_token_at(r, t);
    bool perfect = k->xpos == CGI_XPOS_VBN && !cgi_is_passive(r, t);
    return !perfect && cgi_token_in(r, modal, "modal-backshift") &&
           k->rel == CGI_REL_CCOMP && k->head != CGI_NO_TOKEN &&
           cgi_token_at(r, k->head)->xpos == CGI_XPOS_VBD &&
           cgi_child(r, t, CGI_REL_AUX) == modal && !is_conditional(r, t);
}

/* Hedges and modals at the word itself. */
static void read_children(const cgi_reading *r, cgi_statement *s, uint32_t t)
{
    for (uint32_t c = cgi_token_at(r, t)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        cgi_rel rel = cgi_rel_base((cgi_rel)cgi_token_at(r, c)->rel);
        if (rel == CGI_REL_AUX) {
            if (cgi_token_in(r, c, "modal-future") || is_backshifted(r, t, c))
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

static bool has_to(const cgi_reading *r, uint32_t t)
{
    uint32_t mark = cgi_child(r, t, CGI_REL_MARK);
    return mark != CGI_NO_TOKEN && cgi_token_at(r, mark)->xpos == CGI_XPOS_TO;
}

static bool is_to_be(const cgi_reading *r, uint32_t t)
{
    return cgi_token_at(r, t)->rel == CGI_REL_ACL && has_to(r, t);
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
        if (!past && !now && is_to_be(r, t)) /* "shares to be bought" */
            return CGI_STATUS_FUTURE;
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
        if ((past || now) && has_to(r, t)) /* "is to leave" */
            return CGI_STATUS_FUTURE;
        /* "did not attack" */
        return past ? CGI_STATUS_PAST : CGI_STATUS_NONE;
    default:
        if (past)
            return CGI_STATUS_PAST;
        return now ? present(r, t) : CGI_STATUS_NONE;
    }
}

/* What did not come about by its governor: "failed to", "prevented from",
 * "averted a strike", "not allowed to". A double negation is none. */
static bool is_undone(const cgi_reading *r, uint32_t t, uint32_t governor)
{
    bool verbal = cgi_is_verb(r, t);
    bool negated = cgi_is_negated(r, governor);
    if (verbal ? cgi_token_in(r, governor, "negative-governor")
               : cgi_token_in(r, governor, "undoing"))
        return !negated;
    return verbal && negated && cgi_token_in(r, governor, "two-way-governor");
}

/* What the words that bring something about one day make of it; list:purpose
 * gives 1 attempted, 2 threatened, 3 demanded, 4 promised. */
static cgi_status aimed_at(const cgi_reading *r, uint32_t governor)
{
    switch (cgi_token_value(r, governor, "purpose", 0)) {
    case 1: return CGI_STATUS_ATTEMPTED;
    case 2: return CGI_STATUS_THREATENED;
    case 3: return CGI_STATUS_DEMANDED;
    case 4: return CGI_STATUS_PROMISED;
    default:
        return cgi_token_in(r, governor, "future-governor") ? CGI_STATUS_FUTURE
                                                            : CGI_STATUS_NONE;
    }
}

/* "promised that it would leave", "threatens it will leave" */
static cgi_status aimed_clause(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    cgi_status aimed = CGI_STATUS_NONE;
    if (k->rel == CGI_REL_CCOMP && k->head != CGI_NO_TOKEN)
        aimed = aimed_at(r, k->head);
    return aimed == CGI_STATUS_NONE || aimed == CGI_STATUS_ATTEMPTED
               ? CGI_STATUS_FUTURE
               : aimed;
}

bool cgi_status_is_to_come(cgi_status status)
{
    return status == CGI_STATUS_FUTURE || status == CGI_STATUS_ATTEMPTED ||
           status == CGI_STATUS_THREATENED || status == CGI_STATUS_DEMANDED ||
           status == CGI_STATUS_PROMISED;
}

/* "went on to win" */
static bool goes_on(const cgi_reading *r, uint32_t t)
{
    return cgi_is_verb(r, t) && t + 1 < r->l->n_tokens &&
           cgi_token_in(r, t, "going-on") &&
           strcmp(cgi_token_at(r, t + 1)->lower, "on") == 0;
}

/* "looked forward to winning" */
static bool looks_forward(const cgi_reading *r, uint32_t t)
{
    uint32_t c = cgi_child(r, t, CGI_REL_ADVMOD);
    return c != CGI_NO_TOKEN && c > t && cgi_token_in(r, t, "looking-ahead") &&
           strcmp(cgi_token_at(r, c)->lower, "forward") == 0;
}

/* What an infinitive, a gerund or a noun takes from what governs it. */
static cgi_status governed(const cgi_reading *r, cgi_statement *s, uint32_t t,
                           uint32_t governor)
{
    bool to = cgi_token_at(r, t)->xpos == CGI_XPOS_VB;
    cgi_rel rel = cgi_rel_base((cgi_rel)cgi_token_at(r, t)->rel);
    if (to && ((rel == CGI_REL_ACL && cgi_is_one_of_a_kind(r, governor)) ||
               goes_on(r, governor)))
        return CGI_STATUS_NONE;
    if (rel != CGI_REL_CONJ && looks_forward(r, governor))
        return CGI_STATUS_FUTURE;
    if (rel == CGI_REL_CONJ || cgi_contact_above(r, t) != CGI_NO_TOKEN ||
        (rel == CGI_REL_ADVCL && !to &&
         !cgi_token_in(r, governor, "preventing")))
        return CGI_STATUS_NONE;
    if ((to || cgi_token_at(r, t)->xpos != CGI_XPOS_VBG ||
         cgi_token_in(r, governor, "preventing")) &&
        is_undone(r, t, governor))
        s->negated = true;
    if (cgi_token_in(r, governor, "weak-governor"))
        weaken(s, CGI_CERTAINTY_UNDERSPECIFIED);
    cgi_status aimed = aimed_at(r, governor);
    if (aimed != CGI_STATUS_NONE)
        return aimed;
    if (cgi_token_in(r, governor, "hypothetical-governor"))
        return CGI_STATUS_HYPOTHETICAL;
    /* "managed to kill", but "came to kill" with a purpose */
    if (to && !s->negated &&
        (rel == CGI_REL_ADVCL || !cgi_token_in(r, governor, "implicative")))
        return CGI_STATUS_FUTURE;
    return CGI_STATUS_NONE;
}

/* "demanded that he leave": taggers see a present in the subjunctive. */
static bool is_mandated(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    return (k->xpos == CGI_XPOS_VB || k->xpos == CGI_XPOS_VBP) &&
           k->rel == CGI_REL_CCOMP && k->head != CGI_NO_TOKEN &&
           cgi_token_in(r, k->head, "mandative") &&
           cgi_child(r, t, CGI_REL_AUX) == CGI_NO_TOKEN;
}

/* "Release them": nobody is told to do it but who listens. */
static bool is_imperative(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    if (k->xpos != CGI_XPOS_VB ||
        (k->rel != CGI_REL_ROOT && k->rel != CGI_REL_CCOMP &&
         k->rel != CGI_REL_PARATAXIS))
        return false;
    for (uint32_t c = k->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        switch (cgi_rel_base((cgi_rel)cgi_token_at(r, c)->rel)) {
        case CGI_REL_NSUBJ:
        case CGI_REL_AUX:
        case CGI_REL_MARK:
        case CGI_REL_EXPL: return false;
        default: break;
        }
    return k->rel != CGI_REL_CCOMP || r->quote_at[t] != CGI_NONE;
}

static void judge_verb(const cgi_reading *r, cgi_statement *s, uint32_t t)
{
    for (int i = 0; i < CLIMB_MAX && s->status == CGI_STATUS_NONE; i++) {
        read_children(r, s, t);
        if (s->status == CGI_STATUS_NONE && is_imperative(r, t))
            s->status = CGI_STATUS_DEMANDED;
        if (s->status == CGI_STATUS_NONE && is_mandated(r, t))
            s->status = CGI_STATUS_FUTURE;
        if (s->status == CGI_STATUS_FUTURE)
            s->status = aimed_clause(r, t);
        if (s->status == CGI_STATUS_NONE)
            s->status = tense(r, t);
        const cgi_token *k = cgi_token_at(r, t);
        if (s->status != CGI_STATUS_NONE || k->head == CGI_NO_TOKEN)
            break;
        s->status = governed(r, s, t, k->head);
        t = k->head;
    }
}

bool cgi_is_only_sought(const cgi_reading *r, uint32_t verb)
{
    cgi_statement s = {.status = CGI_STATUS_NONE};
    if (cgi_token_at(r, verb)->xpos != CGI_XPOS_VB)
        return false;
    judge_verb(r, &s, verb);
    return s.status == CGI_STATUS_DEMANDED ||
           s.status == CGI_STATUS_ATTEMPTED ||
           s.status == CGI_STATUS_THREATENED || s.status == CGI_STATUS_PROMISED;
}

static bool is_definite(const cgi_reading *r, uint32_t noun)
{
    uint32_t det = cgi_child(r, noun, CGI_REL_DET);
    return (det != CGI_NO_TOKEN && cgi_token_in(r, det, "definite")) ||
           cgi_child(r, noun, CGI_REL_NMOD_POSS) != CGI_NO_TOKEN;
}

/* "could be put to a vote", "will lead to war" */
static bool is_outcome(const cgi_reading *r, uint32_t t)
{
    return cgi_token_at(r, t)->rel == CGI_REL_OBL &&
           cgi_has_case(r, t, "link-outcome");
}

/* "The arrest will affect the game": that came before what it will do. */
static bool does_something(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    return k->rel == CGI_REL_NSUBJ && !cgi_is_passive(r, k->head) &&
           cgi_child(r, k->head, CGI_REL_OBJ) != CGI_NO_TOKEN;
}

/* "would have caused a fire", "reached no agreement", "has not made a bid":
 * what has not been spoken of before is as real as its verb. */
static void judge_by_verb(const cgi_reading *r, cgi_statement *s, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    cgi_rel rel = cgi_rel_base((cgi_rel)k->rel);
    if (k->head == CGI_NO_TOKEN || !cgi_is_verb(r, k->head) ||
        is_definite(r, t) ||
        (rel != CGI_REL_OBJ && rel != CGI_REL_NSUBJ && !is_outcome(r, t)) ||
        does_something(r, t))
        return;
    cgi_statement verb = {.certainty = CGI_CERTAINTY_CERTAIN};
    judge_verb(r, &verb, k->head);
    if (cgi_token_in(r, k->head, "two-way-governor") &&
        (cgi_is_negated(r, k->head) || verb.negated))
        s->negated = true;
    if (verb.status != CGI_STATUS_HYPOTHETICAL &&
        !cgi_status_is_to_come(verb.status))
        return;
    if (s->status == CGI_STATUS_NONE)
        s->status = verb.status;
    weaken(s, verb.certainty);
}

/* "agreed at the meeting", "the summit decided", "to free them after the
 * strike": the noun is where, when or by whom something is brought about, not
 * what is. */
static bool is_around(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    cgi_rel rel = cgi_rel_base((cgi_rel)k->rel);
    if (k->rel == CGI_REL_NSUBJ || k->rel == CGI_REL_OBL_AGENT)
        return k->head != CGI_NO_TOKEN && cgi_is_verb(r, k->head);
    return (rel == CGI_REL_OBL || rel == CGI_REL_NMOD) &&
           cgi_has_case(r, t, "link-around");
}

/* "the planned visit", "an alleged attack": list:event-adjective gives 1
 * future, 2 hypothetical, 3 possible, 4 ongoing, 5 not done, 6 past, 7
 * attempted, 8 threatened, 9 promised. */
static void judge_noun(const cgi_reading *r, cgi_statement *s, uint32_t t)
{
    for (uint32_t c = cgi_token_at(r, t)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        switch (cgi_token_value(r, c, "event-adjective", 0)) {
        case 1: s->status = CGI_STATUS_FUTURE; break;
        case 2: s->status = CGI_STATUS_HYPOTHETICAL; break;
        case 3: weaken(s, CGI_CERTAINTY_POSSIBLE); break;
        case 4: s->status = CGI_STATUS_ONGOING; break;
        case 5: s->negated = true; break;
        case 6: s->status = CGI_STATUS_PAST; break;
        case 7: s->status = CGI_STATUS_ATTEMPTED; break;
        case 8: s->status = CGI_STATUS_THREATENED; break;
        case 9: s->status = CGI_STATUS_PROMISED; break;
        default: break;
        }
    uint32_t h = cgi_token_at(r, t)->head;
    if (s->status == CGI_STATUS_NONE && h != CGI_NO_TOKEN && !is_around(r, t))
        s->status = governed(r, s, t, h);
    judge_by_verb(r, s, t);
    if (s->status == CGI_STATUS_NONE)
        s->status = CGI_STATUS_PAST;
}

/* "I do not think that he left": a clause below a word of belief is as true
 * as that; 1 of list:belief takes negation over, 2 becomes unsure by it. What
 * somebody knows, or does not know, is so either way. */
static void judge_by_belief(const cgi_reading *r, cgi_statement *s, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    if (k->head == CGI_NO_TOKEN || k->rel != CGI_REL_CCOMP ||
        !cgi_is_verb(r, k->head))
        return;
    long belief = cgi_token_value(r, k->head, "belief", 0);
    if (!belief)
        return;
    cgi_statement verb = {.certainty = CGI_CERTAINTY_CERTAIN};
    judge_verb(r, &verb, k->head);
    bool negated = cgi_is_negated(r, k->head) || verb.negated ||
                   subject_negates(r, k->head);
    if (negated && belief == 1)
        s->negated = !s->negated;
    if (negated || verb.status == CGI_STATUS_HYPOTHETICAL)
        weaken(s, CGI_CERTAINTY_UNDERSPECIFIED);
}

/* "sent troops to guard the mission", "an operation to free them": what is
 * meant, not what is told to come. A plan or an offer tells it. */
static bool is_aim(const cgi_reading *r, uint32_t t)
{
    for (int i = 0; i < CLIMB_MAX; i++) {
        const cgi_token *k = cgi_token_at(r, t);
        cgi_rel rel = cgi_rel_base((cgi_rel)k->rel);
        if (k->xpos != CGI_XPOS_VB || k->head == CGI_NO_TOKEN ||
            cgi_token_in(r, k->head, "future-governor"))
            return false;
        if (rel == CGI_REL_ADVCL || k->rel == CGI_REL_ACL)
            return cgi_child(r, t, CGI_REL_AUX) == CGI_NO_TOKEN && has_to(r, t);
        if (rel != CGI_REL_XCOMP && rel != CGI_REL_CONJ)
            return false;
        t = k->head;
    }
    return false;
}

/* "Reports that he fled are false": he did not. */
static bool is_untrue(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    uint32_t noun = k->head;
    if ((k->rel != CGI_REL_ACL && k->rel != CGI_REL_CCOMP) ||
        noun == CGI_NO_TOKEN || !cgi_token_in(r, noun, "accusation"))
        return false;
    const cgi_token *n = cgi_token_at(r, noun);
    return n->rel == CGI_REL_NSUBJ && cgi_token_in(r, n->head, "untrue") &&
           !cgi_is_negated(r, n->head);
}

void cgi_status_judge(const cgi_reading *r, cgi_statement *s, uint32_t trigger)
{
    trigger = cgi_carrier(r, trigger);
    uint32_t carrier = r->light_of[trigger];
    bool verb = cgi_is_verb(r, trigger);
    s->certainty = CGI_CERTAINTY_CERTAIN;
    s->negated = !verb && cgi_is_negated(r, trigger);
    if (carrier != CGI_NO_TOKEN || verb) {
        uint32_t t = carrier != CGI_NO_TOKEN ? carrier : trigger;
        judge_verb(r, s, t);
        s->negated =
            s->negated || cgi_is_negated(r, t) || subject_negates(r, t);
        judge_by_belief(r, s, t);
        s->is_aim = cgi_status_is_to_come(s->status) && is_aim(r, t);
        /* "are responsible for the attack": that lies behind. */
        if (t == carrier && cgi_token_in(r, t, "ascription") &&
            (s->status == CGI_STATUS_ONGOING || s->status == CGI_STATUS_FUTURE))
            s->status = CGI_STATUS_NONE;
    }
    if (s->status == CGI_STATUS_NONE)
        judge_noun(r, s, trigger);
    if (is_untrue(r, trigger))
        s->negated = !s->negated;
}
