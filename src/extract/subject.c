/* SPDX-License-Identifier: Apache-2.0
 *
 * subject.c -- the deep subject of a verb.
 *
 * A verb that has none of its own shares that of the verb it is joined to, is
 * controlled by the object or subject of what it hangs on, or is a participle
 * of a noun. The deep subject of a passive is its "by" phrase.
 */
#include "extract/reading.h"

/* How far a subject is sought through coordination, control and participles. */
#define CLIMB_MAX 8

static bool is_finite(const cgi_token *k)
{
    return k->xpos == CGI_XPOS_VBD || k->xpos == CGI_XPOS_VBP ||
           k->xpos == CGI_XPOS_VBZ;
}

/* The surface subject that stands at the verb itself. */
uint32_t cgi_own_subject(const cgi_reading *r, uint32_t verb)
{
    static const cgi_rel rels[] = {CGI_REL_NSUBJ, CGI_REL_NSUBJ_PASS,
                                   CGI_REL_NSUBJ_OUTER};
    for (size_t i = 0; i < sizeof rels / sizeof *rels; i++) {
        uint32_t c = cgi_child(r, verb, rels[i]);
        if (c != CGI_NO_TOKEN)
            return c;
    }
    return CGI_NO_TOKEN;
}

/* The subject of an infinitive or participle that `verb` controls. */
static uint32_t controller(const cgi_reading *r, uint32_t verb)
{
    uint32_t object = cgi_child(r, verb, CGI_REL_OBJ);
    if (object == CGI_NO_TOKEN)
        object = cgi_child(r, verb, CGI_REL_IOBJ);
    if (object != CGI_NO_TOKEN && !cgi_is_passive(r, verb) &&
        !cgi_token_in(r, verb, "subject-control"))
        return object;
    return CGI_NO_TOKEN;
}

bool cgi_is_one_of_a_kind(const cgi_reading *r, uint32_t noun)
{
    if (!cgi_is_nominal(r, noun))
        return false;
    for (uint32_t c = cgi_token_at(r, noun)->child; c < noun;
         c = cgi_token_at(r, c)->sibling)
        if ((cgi_token_at(r, c)->rel == CGI_REL_AMOD ||
             cgi_token_at(r, c)->rel == CGI_REL_ADVMOD) &&
            (cgi_token_at(r, c)->xpos == CGI_XPOS_JJS ||
             cgi_token_in(r, c, "one-of-a-kind")))
            return true;
    return false;
}

/* Whose deed a "to" clause below a noun is: "its plan to withdraw". */
static uint32_t owner(const cgi_reading *r, uint32_t noun)
{
    uint32_t possessor = cgi_child(r, noun, CGI_REL_NMOD_POSS);
    const cgi_token *k = cgi_token_at(r, noun);
    if (cgi_is_one_of_a_kind(r, noun)) {
        uint32_t subject = k->rel == CGI_REL_XCOMP
                               ? cgi_surface_subject(r, noun)
                               : cgi_own_subject(r, noun);
        return subject == CGI_NO_TOKEN ? noun : subject;
    }
    cgi_kind kind = cgi_kind_of(r, noun);
    if (possessor == CGI_NO_TOKEN && cgi_kind_is_body(kind))
        return noun; /* "a committee to propose changes" */
    if (possessor != CGI_NO_TOKEN || k->head == CGI_NO_TOKEN ||
        !cgi_is_verb(r, k->head))
        return possessor;
    return k->rel == CGI_REL_OBJ ? cgi_own_subject(r, k->head) : CGI_NO_TOKEN;
}

/* A gerund after "of", "for" or "from" is the object's deed. */
static bool is_object_controlled(const cgi_reading *r, uint32_t verb)
{
    uint32_t mark = cgi_child(r, verb, CGI_REL_MARK);
    if (mark == CGI_NO_TOKEN)
        mark = cgi_child(r, verb, CGI_REL_CASE);
    return mark != CGI_NO_TOKEN && cgi_token_in(r, mark, "object-gerund");
}

/* Does a preposition stand before the gerund? */
static bool is_marked(const cgi_reading *r, uint32_t verb)
{
    return cgi_child(r, verb, CGI_REL_MARK) != CGI_NO_TOKEN ||
           cgi_child(r, verb, CGI_REL_CASE) != CGI_NO_TOKEN;
}

/* "the trial of Omar Castro, accused of murder": a participle of what only
 * people are, behind a comma, is of the person that was named last. */
static uint32_t person_of(const cgi_reading *r, uint32_t noun, uint32_t verb)
{
    const cgi_token *v = cgi_token_at(r, verb);
    uint32_t first = r->left[verb];
    uint32_t of = cgi_child(r, noun, CGI_REL_NMOD);
    bool apart =
        cgi_token_at(r, first)->xpos == CGI_XPOS_COMMA ||
        (first > 0 && cgi_token_at(r, first - 1)->xpos == CGI_XPOS_COMMA);
    if (v->xpos != CGI_XPOS_VBN || !apart || of == CGI_NO_TOKEN || of > verb ||
        r->right[of] + 2 < first || cgi_kind_can_act(cgi_kind_of(r, noun)) ||
        !cgi_kind_is_person(cgi_kind_of(r, of)))
        return noun;
    return of;
}

/* May the verb tell of harm? */
static bool is_harm(const cgi_reading *r, uint32_t verb)
{
    const cgi_word *w = cgi_world_find_word(
        r->world, cgi_slice_of(cgi_token_at(r, verb)->lemma));
    for (; w; w = w->next)
        if (w->pos == CGI_POS_VERB && !w->is_cue && w->type &&
            cgi_is_effect(r, w->type))
            return true;
    return false;
}

/* "joined the army, formed in May": only things are formed. */
static bool is_of_thing(const cgi_reading *r, uint32_t verb, uint32_t object)
{
    uint32_t subject = cgi_own_subject(r, cgi_token_at(r, verb)->head);
    return subject != CGI_NO_TOKEN && cgi_token_in(r, verb, "of-things-only") &&
           cgi_kind_is_person(cgi_kind_of(r, subject)) &&
           !cgi_kind_is_person(cgi_kind_of(r, object));
}

/* "hold the senator, kidnapped in May": trees hang such a participle on the
 * verb, but who was harmed is who was spoken of last. */
static uint32_t harmed(const cgi_reading *r, uint32_t verb)
{
    const cgi_token *v = cgi_token_at(r, verb);
    uint32_t object = cgi_child(r, v->head, CGI_REL_OBJ);
    uint32_t first = r->left[verb];
    if (cgi_token_at(r, first)->xpos == CGI_XPOS_COMMA)
        first++;
    if (v->xpos != CGI_XPOS_VBN || object == CGI_NO_TOKEN || first < 2 ||
        first + 1 < verb || object > verb ||
        cgi_token_at(r, first - 1)->xpos != CGI_XPOS_COMMA ||
        r->right[object] + 2 < first ||
        (!is_harm(r, verb) && !is_of_thing(r, verb, object)))
        return CGI_NO_TOKEN;
    return object;
}

/* Who is charged, where `noun` is the charge: whose it is, the object of the
 * verb that it belongs to, or else its subject; CGI_NO_TOKEN. */
static uint32_t charged(const cgi_reading *r, uint32_t noun)
{
    uint32_t verb = cgi_token_at(r, noun)->head;
    uint32_t owner = cgi_child(r, noun, CGI_REL_NMOD_POSS);
    if (owner != CGI_NO_TOKEN || verb == CGI_NO_TOKEN || !cgi_is_verb(r, verb))
        return owner;
    uint32_t object = cgi_child(r, verb, CGI_REL_OBJ);
    bool is_object = object == noun || cgi_is_passive(r, verb);
    return object == CGI_NO_TOKEN || is_object ? cgi_own_subject(r, verb)
                                               : object;
}

/* "ordered the arrest of two men for killing": whom the noun before the gerund
 * is of, if those are people; else the noun. */
static uint32_t whose(const cgi_reading *r, uint32_t noun, uint32_t verb)
{
    uint32_t of =
        noun == CGI_NO_TOKEN ? noun : cgi_child(r, noun, CGI_REL_NMOD);
    return of != CGI_NO_TOKEN && of < verb &&
                   r->right[of] + 1 == r->left[verb] &&
                   cgi_kind_is_person(cgi_kind_of(r, of)) &&
                   !cgi_kind_can_act(cgi_kind_of(r, noun))
               ? of
               : noun;
}

/* "a process for students to apply", "called for the army to leave": who stands
 * behind "for", right before the infinitive. What verbs are done for is often
 * only their purpose: "worked for the army to earn money". */
static uint32_t meant_to(const cgi_reading *r, uint32_t verb)
{
    uint32_t first = r->left[verb];
    if (first == 0 || cgi_token_at(r, verb)->xpos != CGI_XPOS_VB ||
        cgi_token_at(r, first)->xpos != CGI_XPOS_TO)
        return CGI_NO_TOKEN;
    uint32_t t = first - 1;
    for (int i = 0; i < CLIMB_MAX && !cgi_has_case(r, t, "link-meant"); i++) {
        t = cgi_token_at(r, t)->head;
        if (t == CGI_NO_TOKEN || t >= first)
            return CGI_NO_TOKEN;
    }
    uint32_t head = cgi_token_at(r, t)->head;
    return cgi_has_case(r, t, "link-meant") && head != CGI_NO_TOKEN &&
                   cgi_kind_can_act(cgi_kind_of(r, t)) &&
                   (!cgi_is_verb(r, head) ||
                    cgi_token_in(r, head, "meaning-for"))
               ? t
               : CGI_NO_TOKEN;
}

/* One step towards the subject of a verb that has none itself: either the
 * subject in *found, or the verb to look at next in *next. */
static void step(uint32_t *found, uint32_t *next, const cgi_reading *r,
                 uint32_t verb)
{
    const cgi_token *v = cgi_token_at(r, verb);
    *found = *next = CGI_NO_TOKEN;
    if (v->head == CGI_NO_TOKEN)
        return;
    bool to = cgi_child(r, verb, CGI_REL_MARK) != CGI_NO_TOKEN;
    if (v->rel != CGI_REL_CONJ)
        *found = meant_to(r, verb);
    if (*found != CGI_NO_TOKEN)
        return;
    switch (cgi_rel_base(v->rel)) {
    case CGI_REL_CONJ: *next = v->head; break;
    case CGI_REL_XCOMP:
        *found = controller(r, v->head);
        /* "had him arrested", though who "had to go" went herself */
        if (*found == CGI_NO_TOKEN && v->xpos == CGI_XPOS_VBN &&
            cgi_token_in(r, v->head, "with-participle"))
            *found = cgi_child(r, v->head, CGI_REL_OBJ);
        *next = v->head;
        break;
    case CGI_REL_ADVCL:
        /* "accused him of killing", but "left after killing" */
        if (is_object_controlled(r, verb))
            *found = whose(r, controller(r, v->head), verb);
        if (*found == CGI_NO_TOKEN)
            *found = harmed(r, verb);
        /* "was shelled by the army, killing six" */
        if (*found == CGI_NO_TOKEN && v->xpos == CGI_XPOS_VBG &&
            cgi_is_verb(r, v->head))
            *found = cgi_child(r, v->head, CGI_REL_OBL_AGENT);
        if (!is_finite(v))
            *next = v->head;
        break;
    case CGI_REL_ACL:
        /* "arrested on charges of being involved": who was arrested. */
        if (is_object_controlled(r, verb) && v->xpos != CGI_XPOS_VB &&
            cgi_token_in(r, v->head, "charge-noun")) {
            *found = charged(r, v->head);
            break;
        }
        /* "the act of killing": whose it is, if that is said; but "the arrest
         * of two men for killing" */
        if (v->xpos == CGI_XPOS_VBG && is_marked(r, verb) &&
            !cgi_kind_can_act(cgi_kind_of(r, v->head)))
            *found = cgi_child(r, v->head, CGI_REL_NMOD_POSS);
        else
            *found = v->xpos == CGI_XPOS_VB && to ? owner(r, v->head)
                                                  : person_of(r, v->head, verb);
        break;
    case CGI_REL_CCOMP:
        /* "showed soldiers beating a man" */
        if (v->xpos == CGI_XPOS_VBG) {
            uint32_t shown = cgi_child(r, v->head, CGI_REL_OBJ);
            if (shown != CGI_NO_TOKEN && v->head < shown && shown < verb)
                *found = shown;
        }
        /* '"Go," she said' asks somebody else to. */
        if (v->xpos == CGI_XPOS_VBG || (v->xpos == CGI_XPOS_VB && to))
            *next = v->head;
        break;
    case CGI_REL_AMOD: /* "the murdered priest" */
        *found = v->xpos == CGI_XPOS_VBN ? v->head : CGI_NO_TOKEN;
        break;
    default: break;
    }
}

uint32_t cgi_surface_subject(const cgi_reading *r, uint32_t verb)
{
    for (int i = 0; i < CLIMB_MAX && verb != CGI_NO_TOKEN; i++) {
        uint32_t subject = cgi_own_subject(r, verb);
        if (subject != CGI_NO_TOKEN)
            return subject;
        uint32_t next;
        step(&subject, &next, r, verb);
        if (subject != CGI_NO_TOKEN)
            return subject;
        verb = next;
    }
    return CGI_NO_TOKEN;
}

uint32_t cgi_deep_subject(const cgi_reading *r, uint32_t verb)
{
    uint32_t t = cgi_is_passive(r, verb) ? cgi_child(r, verb, CGI_REL_OBL_AGENT)
                                         : cgi_surface_subject(r, verb);
    return t == CGI_NO_TOKEN ? t : cgi_antecedent(r, t);
}
