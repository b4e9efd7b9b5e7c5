/* SPDX-License-Identifier: Apache-2.0
 *
 * fillers.c -- from the surface of a clause to its deep slots.
 *
 * The subject of a passive is its deep object and its "by" phrase its deep
 * subject, a relative pronoun is its antecedent, a participle has the subject
 * of what it hangs on, and each member of "X and Y" fills the slot.
 */
#include "extract/reading.h"

/* Members of one coordination that are looked at: lists of names can be long,
 * lists of anything else are not read to the end. */
#define MEMBERS_MAX 64

/* ---- All slots of a word --------------------------------------------- */

/* How deep coordinations nest that are followed: "a maid and her daughter"
 * as one member of a longer list. */
#define NESTED_MAX 4

/* "six people, including two nuns": a part of the whole, which trees hang on
 * the noun or on the verb. */
static bool is_part_named(const cgi_reading *r, uint32_t c)
{
    return cgi_has_case(r, c, "link-including");
}

/* "three journalists: Anna Berg, a writer, and Jan Smit": those that the whole
 * consists of are named one by one. */
static bool is_list_of(const cgi_reading *r, uint32_t c, uint32_t whole)
{
    return cgi_token_at(r, whole)->xpos == CGI_XPOS_NNS &&
           cgi_token_at(r, c)->upos == CGI_UPOS_PROPN && c > whole &&
           cgi_child(r, c, CGI_REL_CONJ) != CGI_NO_TOKEN;
}

/* The "writer" of the same only describes who stands before. */
static bool describes(const cgi_reading *r, uint32_t c, uint32_t first)
{
    return cgi_token_at(r, first)->rel == CGI_REL_APPOS &&
           cgi_token_at(r, first)->upos == CGI_UPOS_PROPN &&
           cgi_token_at(r, c)->upos == CGI_UPOS_NOUN;
}

static bool is_member(const cgi_reading *r, uint32_t c, uint32_t first)
{
    switch (cgi_rel_base((cgi_rel)cgi_token_at(r, c)->rel)) {
    case CGI_REL_CONJ: return !describes(r, c, first);
    case CGI_REL_NMOD: return is_part_named(r, c);
    case CGI_REL_APPOS: return is_list_of(r, c, first);
    default: return false;
    }
}

static int add_members(cgi_fillers *out, const cgi_reading *r, uint16_t slot,
                       uint32_t t, int n, int depth)
{
    for (uint32_t c = cgi_token_at(r, t)->child;
         c != CGI_NO_TOKEN && n < MEMBERS_MAX;
         c = cgi_token_at(r, c)->sibling) {
        if (!is_member(r, c, t) || cgi_is_nominal(r, c) != cgi_is_nominal(r, t))
            continue;
        CGI_PUSH(r->a, out, (cgi_filler){slot, c});
        n++;
        if (depth < NESTED_MAX)
            n = add_members(out, r, slot, c, n, depth + 1);
    }
    return n;
}

static void add(cgi_fillers *out, const cgi_reading *r, uint16_t slot,
                uint32_t t)
{
    t = cgi_antecedent(r, t);
    CGI_PUSH(r->a, out, (cgi_filler){slot, t});
    add_members(out, r, slot, t, 0, 1);
}

/* "walked out of talks": two prepositions that stand together. */
static bool is_pair(const cgi_reading *r, uint32_t c)
{
    const cgi_token *k = cgi_token_at(r, c);
    return k->rel == CGI_REL_CASE && c + 1 < k->head &&
           cgi_token_at(r, c + 1)->head == k->head &&
           cgi_token_at(r, c + 1)->rel == CGI_REL_CASE;
}

/* "next-to" of "next to the embassy": the case word and what is fixed to it;
 * prepositions that no frame knows have no slot. */
static uint16_t preposition(const cgi_reading *r, uint32_t t)
{
    char name[48];
    uint32_t c = cgi_child(r, t, CGI_REL_CASE);
    if (c == CGI_NO_TOKEN) /* "of bombing" */
        c = cgi_child(r, t, CGI_REL_MARK);
    if (c == CGI_NO_TOKEN)
        return CGI_SLOT_NONE;
    if (is_pair(r, c)) {
        snprintf(name, sizeof name, "%s-%s", cgi_token_at(r, c)->lower,
                 cgi_token_at(r, c + 1)->lower);
        uint16_t slot =
            cgi_world_find_preposition(r->world, cgi_slice_of(name));
        if (slot != CGI_SLOT_NONE)
            return slot;
    }
    int n = snprintf(name, sizeof name, "%s", cgi_token_at(r, c)->lower);
    for (uint32_t f = cgi_token_at(r, c)->child; f != CGI_NO_TOKEN;
         f = cgi_token_at(r, f)->sibling)
        if (cgi_token_at(r, f)->rel == CGI_REL_FIXED && n > 0 &&
            (size_t)n < sizeof name)
            n += snprintf(name + n, sizeof name - (size_t)n, "-%s",
                          cgi_token_at(r, f)->lower);
    return cgi_world_find_preposition(r->world, cgi_slice_of(name));
}

static void add_oblique(cgi_fillers *out, const cgi_reading *r, uint32_t t)
{
    uint16_t slot = preposition(r, t);
    if (r->time_at[t] != CGI_NONE)
        return;
    if (slot != CGI_SLOT_NONE)
        add(out, r, slot, t);
    /* "pulled out of the talks": the first may be a part of the verb. */
    uint32_t c = cgi_child(r, t, CGI_REL_CASE);
    if (c == CGI_NO_TOKEN || !is_pair(r, c) || !cgi_token_in(r, c, "particle"))
        return;
    slot = cgi_world_find_preposition(
        r->world, cgi_slice_of(cgi_token_at(r, c + 1)->lower));
    if (slot != CGI_SLOT_NONE)
        add(out, r, slot, t);
}

static uint16_t clause_slot(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    if (k->xpos == CGI_XPOS_VBG && cgi_child(r, t, CGI_REL_AUX) == CGI_NO_TOKEN)
        return CGI_SLOT_ING;
    /* "that she was to blame" is a clause of its own. */
    uint32_t is = cgi_child(r, t, CGI_REL_COP);
    return cgi_is_infinitive(r, t) &&
                   (is == CGI_NO_TOKEN || is > cgi_child(r, t, CGI_REL_MARK))
               ? CGI_SLOT_TO
               : CGI_SLOT_THAT;
}

/* "called on them to resign", "called for them to": not what it is done for but
 * what is asked. */
static bool is_asked_of(const cgi_reading *r, uint32_t clause)
{
    uint32_t first = r->left[clause];
    if (first == 0 || !cgi_is_infinitive(r, clause))
        return false;
    for (uint32_t c = cgi_token_at(r, cgi_token_at(r, clause)->head)->child;
         c != CGI_NO_TOKEN; c = cgi_token_at(r, c)->sibling) {
        uint32_t link = r->right[c] + 1 == first ? cgi_child(r, c, CGI_REL_CASE)
                                                 : CGI_NO_TOKEN;
        if (link != CGI_NO_TOKEN)
            return cgi_token_in(r, link, "link-asked") ||
                   (cgi_token_in(r, link, "link-meant") &&
                    cgi_token_in(r, cgi_token_at(r, clause)->head,
                                 "meaning-for"));
    }
    return false;
}

/* "hand over the weapons": trees may take the particle of a verb that the
 * lexicon knows for the preposition of its object. */
static bool is_behind_particle(const cgi_reading *r, uint32_t c)
{
    uint32_t verb = cgi_token_at(r, c)->head;
    uint32_t particle = cgi_child(r, c, CGI_REL_CASE);
    if (particle != verb + 1 || !cgi_token_in(r, particle, "particle") ||
        is_pair(r, particle))
        return false;
    const cgi_word *w = cgi_world_find_word(
        r->world, cgi_slice_of(cgi_token_at(r, verb)->lemma));
    for (; w; w = w->next)
        if (w->after && !strcmp(w->after, cgi_token_at(r, particle)->lower))
            return true;
    return false;
}

/* "of bombing", "of having bombed" */
static bool is_gerund(const cgi_reading *r, uint32_t t)
{
    uint32_t aux = cgi_child(r, t, CGI_REL_AUX);
    if (aux == CGI_NO_TOKEN)
        aux = cgi_child(r, t, CGI_REL_AUX_PASS);
    if (aux != CGI_NO_TOKEN)
        return cgi_token_at(r, aux)->xpos == CGI_XPOS_VBG;
    return cgi_token_at(r, t)->xpos == CGI_XPOS_VBG;
}

static void add_verb_child(cgi_fillers *out, const cgi_reading *r, uint32_t c,
                           bool passive)
{
    const cgi_token *k = cgi_token_at(r, c);
    switch (k->rel) {
    case CGI_REL_OBJ:
        /* "demonstrated Wednesday" */
        if (r->time_at[c] == CGI_NONE || !cgi_token_in(r, c, "weekday"))
            add(out, r, CGI_SLOT_OBJECT, c);
        break;
    case CGI_REL_IOBJ: /* "allowed farmers to sell" has an object. */
        add(out, r,
            cgi_child(r, k->head, CGI_REL_OBJ) == CGI_NO_TOKEN && !passive
                ? CGI_SLOT_OBJECT
                : CGI_SLOT_IOBJECT,
            c);
        break;
    case CGI_REL_OBL_AGENT:
        if (passive)
            add(out, r, CGI_SLOT_SUBJECT, c);
        add_oblique(out, r, c);
        break;
    case CGI_REL_OBL:
    case CGI_REL_NMOD:
        if (k->upos == CGI_UPOS_NUM && cgi_has_case(r, c, "link-by"))
            break; /* "carried by 345 to 231" */
        if (is_part_named(r, c) || (!passive && is_behind_particle(r, c)))
            add(out, r, CGI_SLOT_OBJECT, c);
        else
            add_oblique(out, r, c);
        break;
    case CGI_REL_CCOMP:
    case CGI_REL_CSUBJ: add(out, r, clause_slot(r, c), c); break;
    case CGI_REL_XCOMP: /* "called him a liar" is no clause. */
        add(out, r,
            cgi_is_verb(r, c) || clause_slot(r, c) == CGI_SLOT_TO
                ? clause_slot(r, c)
                : CGI_SLOT_PREDICATE,
            c);
        break;
    case CGI_REL_ADVCL:
        if (is_gerund(r, c))
            add_oblique(out, r, c); /* "accused of bombing" */
        else if (is_asked_of(r, c))
            add(out, r, CGI_SLOT_TO, c);
        break;
    default: break;
    }
}

/* The gap of "the man (that) police arrested": no object, own subject. */
static bool has_object_gap(const cgi_reading *r, uint32_t verb)
{
    const cgi_token *v = cgi_token_at(r, verb);
    if (v->rel != CGI_REL_ACL_RELCL || cgi_is_passive(r, verb) ||
        cgi_child(r, verb, CGI_REL_OBJ) != CGI_NO_TOKEN)
        return false;
    uint32_t subject = cgi_own_subject(r, verb);
    if (subject == CGI_NO_TOKEN || cgi_antecedent(r, subject) != subject)
        return false;
    /* A relative pronoun elsewhere fills another slot. */
    for (uint32_t c = v->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        if (cgi_rel_base(cgi_token_at(r, c)->rel) == CGI_REL_OBL &&
            cgi_antecedent(r, c) != c)
            return false;
    return true;
}

/* Taggers mix up the two in "has bombed and strafed". */
static bool is_past(const cgi_reading *r, uint32_t verb)
{
    uint8_t xpos = cgi_token_at(r, verb)->xpos;
    return xpos == CGI_XPOS_VBD || xpos == CGI_XPOS_VBN;
}

/* The object of "attacked and killed the mayor", which trees hang on the
 * second verb alone. */
static uint32_t shared_object(const cgi_reading *r, uint32_t verb)
{
    uint32_t c = cgi_child(r, verb, CGI_REL_CONJ);
    if (c == CGI_NO_TOKEN || c != verb + 2 || !cgi_is_verb(r, c) ||
        cgi_child(r, verb, CGI_REL_OBJ) != CGI_NO_TOKEN ||
        cgi_own_subject(r, c) != CGI_NO_TOKEN || cgi_is_passive(r, verb) ||
        (cgi_token_at(r, verb)->xpos != cgi_token_at(r, c)->xpos &&
         !(is_past(r, verb) && is_past(r, c))))
        return CGI_NO_TOKEN;
    return cgi_child(r, c, CGI_REL_OBJ);
}

static bool has_slot(const cgi_fillers *fillers, uint16_t slot)
{
    for (size_t i = 0; i < fillers->n; i++)
        if (fillers->at[i].slot == slot)
            return true;
    return false;
}

/* How deep "of" phrases nest that are looked into. */
#define INNER_MAX 4

/* Phrases below `noun` with a preposition of the list; the last of its "of"
 * phrases, or CGI_NO_TOKEN. */
static uint32_t borrow_from(cgi_fillers *out, const cgi_reading *r,
                            uint32_t noun, const char *list)
{
    uint32_t inner = CGI_NO_TOKEN;
    for (uint32_t c = cgi_token_at(r, noun)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        uint32_t link = cgi_child(r, c, CGI_REL_CASE);
        if (c < noun || cgi_token_at(r, c)->rel != CGI_REL_NMOD ||
            link == CGI_NO_TOKEN)
            continue;
        if (cgi_token_in(r, link, "link-of"))
            inner = c;
        else if (cgi_token_in(r, link, list) &&
                 !has_slot(out, preposition(r, c)))
            add_oblique(out, r, c);
    }
    return inner;
}

/* "sent a team of experts to Chad", where trees hang "to" on the object or on
 * what it is of: what is no event, nobody's office and no name takes no such
 * phrase of its own, so it is the verb's unless that has one. */
static void borrow_phrases(cgi_fillers *out, const cgi_reading *r,
                           uint32_t object)
{
    object = cgi_counted(r, object);
    const cgi_noun *noun = cgi_head_noun(r, object);
    if (cgi_token_in(r, object, "event-noun") ||
        r->name_at[object] != CGI_NONE || (noun && noun->is_position))
        return;
    uint32_t t = borrow_from(out, r, object, "link-verbal");
    for (int i = 0; i < INNER_MAX && t != CGI_NO_TOKEN; i++) {
        if (cgi_token_in(r, t, "event-noun"))
            return;
        t = borrow_from(out, r, t, "link-outcome");
    }
}

static void add_hearer(cgi_fillers *out, const cgi_reading *r, uint32_t t)
{
    if (cgi_kind_can_act(cgi_kind_of(r, t)))
        add(out, r, CGI_SLOT_IOBJECT, t);
}

/* "met the envoy to protest", "held talks with him to": to whom one speaks
 * stands at the verb of meeting, as its object or behind "with". */
static void borrow_hearer(cgi_fillers *out, const cgi_reading *r, uint32_t verb)
{
    uint32_t contact = cgi_contact_above(r, verb);
    if (contact == CGI_NO_TOKEN || has_slot(out, CGI_SLOT_IOBJECT))
        return;
    for (uint32_t c = cgi_token_at(r, contact)->child; c < verb;
         c = cgi_token_at(r, c)->sibling) {
        uint16_t rel = cgi_token_at(r, c)->rel;
        uint32_t behind = cgi_child(r, c, CGI_REL_NMOD);
        if (rel == CGI_REL_OBJ ||
            (rel == CGI_REL_OBL && cgi_has_case(r, c, "link-with")))
            add_hearer(out, r, c);
        if (rel == CGI_REL_OBJ && behind != CGI_NO_TOKEN &&
            cgi_has_case(r, behind, "link-with"))
            add_hearer(out, r, behind);
    }
}

static uint32_t object_behind(const cgi_reading *r, uint32_t verb)
{
    uint32_t object = cgi_child(r, verb, CGI_REL_OBJ);
    uint32_t oblique = cgi_child(r, verb, CGI_REL_OBL);
    return object == CGI_NO_TOKEN && oblique != CGI_NO_TOKEN &&
                   is_behind_particle(r, oblique)
               ? oblique
               : object;
}

/* "saw the remark as a joke": trees hang it on the object. */
static void add_as_of_object(cgi_fillers *out, const cgi_reading *r,
                             uint32_t verb)
{
    uint32_t object = cgi_child(r, verb, CGI_REL_OBJ);
    for (uint32_t c = object == CGI_NO_TOKEN ? object
                                             : cgi_token_at(r, object)->child;
         c != CGI_NO_TOKEN; c = cgi_token_at(r, c)->sibling)
        if (c > object && cgi_token_at(r, c)->rel == CGI_REL_NMOD &&
            cgi_has_case(r, c, "link-as"))
            add_oblique(out, r, c);
}

/* "is among the wounded": who is, was wounded. */
static bool is_one_of_those(const cgi_reading *r, uint32_t verb)
{
    return cgi_token_at(r, verb)->xpos == CGI_XPOS_VBN &&
           cgi_child(r, verb, CGI_REL_COP) != CGI_NO_TOKEN &&
           cgi_child(r, verb, CGI_REL_CASE) != CGI_NO_TOKEN;
}

static void find_verb_fillers(cgi_fillers *out, const cgi_reading *r,
                              uint32_t verb)
{
    const cgi_token *v = cgi_token_at(r, verb);
    bool passive = cgi_is_passive(r, verb) || is_one_of_those(r, verb);
    uint32_t subject = cgi_surface_subject(r, verb);
    /* "Greece was granted a loan": who is given something. */
    bool given = passive && subject != CGI_NO_TOKEN &&
                 cgi_token_in(r, verb, "ditransitive") &&
                 subject == cgi_child(r, verb, CGI_REL_NSUBJ_PASS) &&
                 cgi_child(r, verb, CGI_REL_OBJ) != CGI_NO_TOKEN;
    if (subject != CGI_NO_TOKEN)
        add(out, r,
            given     ? CGI_SLOT_IOBJECT
            : passive ? CGI_SLOT_OBJECT
                      : CGI_SLOT_SUBJECT,
            subject);
    if (has_object_gap(r, verb))
        add(out, r, CGI_SLOT_OBJECT, v->head);
    uint32_t shared = shared_object(r, verb);
    if (shared != CGI_NO_TOKEN)
        add(out, r, CGI_SLOT_OBJECT, shared);
    for (uint32_t c = v->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        add_verb_child(out, r, c, passive);
    uint32_t object = object_behind(r, verb);
    if (object != CGI_NO_TOKEN)
        borrow_phrases(out, r, object);
    borrow_hearer(out, r, verb);
    add_as_of_object(out, r, verb);
    /* Quotations stand beside their verb, wherever trees hang them. */
    uint32_t quote = cgi_quote_beside(r, verb);
    if (quote != CGI_NONE)
        CGI_PUSH(r->a, out,
                 (cgi_filler){CGI_SLOT_QUOTE, r->quotes.at[quote].first});
}

/* "the Russian embassy": an adjective of nationality is a compound too. */
static bool is_demonym(const cgi_reading *r, uint32_t t)
{
    return cgi_demonym_at(r, t) != NULL;
}

/* The "car" of "car bomb attack" belongs to the bomb. */
static bool is_inner_compound(const cgi_reading *r, uint32_t c)
{
    const cgi_token *k = cgi_token_at(r, c);
    return c + 1 < k->head && r->name_at[c] == CGI_NONE &&
           k->upos == CGI_UPOS_NOUN && r->name_at[c + 1] == CGI_NONE &&
           cgi_token_at(r, c + 1)->rel == CGI_REL_COMPOUND &&
           cgi_token_at(r, c + 1)->head == k->head;
}

/* "an appeal filed by the mayor", "limits imposed on trade": the phrases tell
 * of the noun. */
static void add_of_making(cgi_fillers *out, const cgi_reading *r, uint32_t verb)
{
    if (!cgi_token_in(r, verb, "making"))
        return;
    for (uint32_t c = cgi_token_at(r, verb)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        if (cgi_rel_base((cgi_rel)cgi_token_at(r, c)->rel) == CGI_REL_OBL)
            add_oblique(out, r, c);
}

/* "six-nation talks" are no nation's. */
static bool is_measure(const cgi_reading *r, uint32_t c)
{
    return c > 1 && cgi_token_at(r, c - 1)->xpos == CGI_XPOS_HYPH &&
           cgi_token_at(r, c - 2)->upos == CGI_UPOS_NUM;
}

static void add_noun_child(cgi_fillers *out, const cgi_reading *r, uint32_t c)
{
    const cgi_token *k = cgi_token_at(r, c);
    switch (k->rel) {
    case CGI_REL_NMOD_POSS: add(out, r, CGI_SLOT_POSSESSIVE, c); break;
    case CGI_REL_COMPOUND:
    case CGI_REL_NMOD_DESC:
    case CGI_REL_NMOD_UNMARKED:
        if (!is_inner_compound(r, c) && !is_measure(r, c))
            add(out, r, CGI_SLOT_COMPOUND, c);
        break;
    case CGI_REL_AMOD:
        if (is_demonym(r, c))
            add(out, r, CGI_SLOT_COMPOUND, c);
        break;
    case CGI_REL_NMOD:
    case CGI_REL_OBL: add_oblique(out, r, c); break;
    case CGI_REL_ACL: /* "the report released on Monday" says nothing. */
        if (is_gerund(r, c))
            add_oblique(out, r, c); /* "accused the army of shelling" */
        if (cgi_is_verb(r, c) && k->xpos != CGI_XPOS_VBN)
            add(out, r, clause_slot(r, c), c);
        add_of_making(out, r, c);
        break;
    case CGI_REL_ADVCL: /* "guilty of killing" */
        if (is_gerund(r, c))
            add_oblique(out, r, c);
        break;
    case CGI_REL_CCOMP:
    case CGI_REL_APPOS:
        if (cgi_is_verb(r, c))
            add(out, r, clause_slot(r, c), c);
        break;
    default: break;
    }
}

/* The other event noun of "the kidnapping and murder of X", whose phrases a
 * noun that has none shares. */
static uint32_t twin(const cgi_reading *r, uint32_t noun)
{
    const cgi_token *k = cgi_token_at(r, noun);
    uint32_t other = k->rel == CGI_REL_CONJ ? k->head : CGI_NO_TOKEN;
    if (other == CGI_NO_TOKEN)
        other = cgi_child(r, noun, CGI_REL_CONJ);
    if (other == CGI_NO_TOKEN || other + 2 < noun || noun + 2 < other ||
        cgi_child(r, noun, CGI_REL_NMOD) != CGI_NO_TOKEN ||
        !cgi_token_in(r, other, "event-noun") ||
        !cgi_token_in(r, noun, "event-noun"))
        return CGI_NO_TOKEN;
    return other;
}

/* "the murder in Lima of Anna Berg", "during these days of a judge": a person
 * of a place or time is one of the deed then, wherever trees hang her. */
static void add_beyond_place(cgi_fillers *out, const cgi_reading *r,
                             uint32_t place)
{
    if (cgi_token_at(r, place)->rel != CGI_REL_NMOD ||
        (r->time_at[place] == CGI_NONE &&
         (!cgi_has_case(r, place, "link-in") ||
          !cgi_kind_is_place(cgi_kind_of(r, place)))))
        return;
    for (uint32_t c = cgi_token_at(r, place)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        if (cgi_token_at(r, c)->rel == CGI_REL_NMOD &&
            cgi_has_case(r, c, "link-of") &&
            cgi_kind_is_person(cgi_kind_of(r, c)))
            add_oblique(out, r, c);
}

/* "condemned the attack on the town by rebels", where trees hang the last on a
 * verb that is no passive. */
static void add_doer_of_object(cgi_fillers *out, const cgi_reading *r,
                               uint32_t noun)
{
    const cgi_token *k = cgi_token_at(r, noun);
    if (k->rel != CGI_REL_OBJ || !cgi_is_verb(r, k->head) || k->head > noun ||
        cgi_is_passive(r, k->head) || !cgi_token_in(r, noun, "event-noun"))
        return;
    for (uint32_t c = cgi_token_at(r, k->head)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        if (c > noun && cgi_token_at(r, c)->rel == CGI_REL_OBL &&
            cgi_has_case(r, c, "link-by") &&
            cgi_kind_can_act(cgi_kind_of(r, c)))
            add_oblique(out, r, c);
}

/* Who is said to be something: "they hold the army responsible", "the army is
 * believed responsible". */
static uint32_t held(const cgi_reading *r, uint32_t verb)
{
    uint32_t object = cgi_child(r, verb, CGI_REL_OBJ);
    return object == CGI_NO_TOKEN || cgi_is_passive(r, verb)
               ? cgi_surface_subject(r, verb)
               : object;
}

static void find_noun_fillers(cgi_fillers *out, const cgi_reading *r,
                              uint32_t noun)
{
    for (uint32_t c = cgi_token_at(r, noun)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        add_noun_child(out, r, c);
        add_beyond_place(out, r, c);
    }
    add_doer_of_object(out, r, noun);
    uint32_t other = twin(r, noun);
    for (uint32_t c = other == CGI_NO_TOKEN ? other
                                            : cgi_token_at(r, other)->child;
         c != CGI_NO_TOKEN; c = cgi_token_at(r, c)->sibling)
        if (cgi_token_at(r, c)->rel == CGI_REL_NMOD)
            add_noun_child(out, r, c);
    /* "the attack was an act of war": a predicate has a subject. */
    uint32_t subject = cgi_own_subject(r, noun);
    /* "soldiers involved in the murder" */
    const cgi_token *k = cgi_token_at(r, noun);
    if (subject == CGI_NO_TOKEN && k->upos == CGI_UPOS_ADJ &&
        k->rel == CGI_REL_ACL)
        subject = k->head;
    if (subject == CGI_NO_TOKEN && k->rel == CGI_REL_XCOMP &&
        cgi_token_in(r, noun, "ascription"))
        subject = held(r, k->head);
    /* "the bombing, the work of a cartel" */
    if (subject == CGI_NO_TOKEN && k->rel == CGI_REL_APPOS &&
        cgi_token_in(r, noun, "ascription"))
        subject = k->head;
    if (subject == CGI_NO_TOKEN)
        return;
    /* "the cartel is behind the attack": it is by the cartel. */
    uint16_t by = cgi_world_find_preposition(r->world, cgi_slice_of("by"));
    add(out, r, cgi_has_case(r, noun, "link-doer") ? by : CGI_SLOT_SUBJECT,
        subject);
}

uint32_t cgi_carrier(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    return k->rel == CGI_REL_COMPOUND && k->head == t + 1 &&
                   r->name_at[t] == CGI_NONE &&
                   cgi_token_in(r, k->head, "event-carrier")
               ? k->head
               : t;
}

void cgi_fillers_find(cgi_fillers *out, const cgi_reading *r, uint32_t head)
{
    out->n = 0;
    uint32_t carrier = cgi_carrier(r, head);
    if (carrier != head)
        find_noun_fillers(out, r, carrier);
    if (cgi_is_verb(r, head) || cgi_child(r, head, CGI_REL_COP) != CGI_NO_TOKEN)
        find_verb_fillers(out, r, head);
    if (!cgi_is_verb(r, head))
        find_noun_fillers(out, r, head);
    CGI_PUSH(r->a, out, (cgi_filler){CGI_SLOT_HEAD, head});
}
