/* SPDX-License-Identifier: Apache-2.0
 *
 * coref.c -- which phrases of an article stand for the same thing.
 *
 * Names first, then one pass in the order of the text. What is sure comes first
 * for each mention: appositions, "the city of Kabul"; then descriptions that
 * were used before ("the ministry"), then descriptions by kind ("the group"),
 * then pronouns. A phrase that fits nothing is something new.
 */
#include "base/utf8.h"
#include "extract/reading.h"

/* People in a town, at most. */
#define TOWN_MAX 300000

/* Asides between a position and its holder's name, one below another, and
 * their tokens. */
#define APPOSITIONS_MAX 5
#define ASIDES_MAX      30

/* ---- The same phrase ------------------------------------------------- */

uint32_t cgi_thing_at(const cgi_reading *r, uint32_t token)
{
    uint32_t m = token == CGI_NO_TOKEN ? CGI_NONE : r->mention_at[token];
    return m == CGI_NONE ? CGI_NONE : r->mentions.at[m].thing;
}

/* "a group called the Owls", "a movement known as M-19": the name that the
 * participle gives; else the token itself. */
static uint32_t given_name(const cgi_reading *r, uint32_t t)
{
    static const cgi_rel rels[] = {CGI_REL_XCOMP, CGI_REL_OBL, CGI_REL_OBJ};
    bool gives = cgi_token_at(r, t)->rel == CGI_REL_ACL &&
                 cgi_token_in(r, t, "name-giving");
    for (size_t i = 0; gives && i < sizeof rels / sizeof *rels; i++) {
        uint32_t name = cgi_child(r, t, rels[i]);
        if (name != CGI_NO_TOKEN && name > t && r->name_at[name] != CGI_NONE)
            return name;
    }
    return t;
}

/* "the Taliban movement", "the Afghan capital of Kabul", "the city of Basra":
 * the noun says what the name is. */
static uint32_t named_within(cgi_reading *r, const cgi_mention *m)
{
    bool place = cgi_token_in(r, m->head, "generic-place");
    if (!place && !cgi_token_in(r, m->head, "generic-organisation"))
        return CGI_NONE;
    uint32_t beside = CGI_NO_TOKEN;
    for (uint32_t t = cgi_token_at(r, m->head)->child; t != CGI_NO_TOKEN;
         t = cgi_token_at(r, t)->sibling) {
        uint32_t c = given_name(r, t);
        uint32_t i = r->mention_at[c];
        cgi_rel rel = (cgi_rel)cgi_token_at(r, c)->rel;
        if (i == CGI_NONE || r->mentions.at[i].type != CGI_MENTION_NAME ||
            r->mentions.at[i].kind == CGI_KIND_PERSON ||
            cgi_kind_is_place(r->mentions.at[i].kind) != place)
            continue;
        /* "the Gulf coast city of Veracruz" is not the Gulf, but "the Barada
         * area of Damascus" is Barada. */
        if (rel == CGI_REL_NMOD && place && cgi_has_case(r, c, "link-of") &&
            (beside == CGI_NO_TOKEN ||
             !cgi_token_in(r, m->head, "area-of-name")))
            return cgi_thing_at(r, c);
        if (beside == CGI_NO_TOKEN &&
            (c != t || rel == CGI_REL_COMPOUND || rel == CGI_REL_AMOD ||
             rel == CGI_REL_APPOS || rel == CGI_REL_FLAT ||
             rel == CGI_REL_NMOD_UNMARKED))
            beside = c;
    }
    return beside == CGI_NO_TOKEN ? CGI_NONE : cgi_thing_at(r, beside);
}

/* Could what is known as `have` be called a `want`? */
static bool kinds_agree(cgi_kind have, cgi_kind want)
{
    return have == want || have == CGI_KIND_NONE || want == CGI_KIND_NONE ||
           (cgi_kind_is_person(have) && cgi_kind_is_person(want)) ||
           (cgi_kind_is_body(have) && cgi_kind_is_body(want)) ||
           (have == CGI_KIND_PLACE && cgi_kind_is_place(want)) ||
           (want == CGI_KIND_PLACE && cgi_kind_is_place(have));
}

/* Whether only asides lead from the name at `t` up to the phrase, and nobody
 * else. */
static bool hangs_on(const cgi_reading *r, uint32_t t, const cgi_mention *m)
{
    for (int i = 0; i < APPOSITIONS_MAX; i++) {
        if (t == CGI_NO_TOKEN || cgi_token_at(r, t)->rel != CGI_REL_APPOS)
            return false;
        t = cgi_token_at(r, t)->head;
        if (t == m->head)
            return true;
        uint32_t other = t == CGI_NO_TOKEN ? CGI_NONE : r->mention_at[t];
        if (other != CGI_NONE && r->mentions.at[other].kind == CGI_KIND_PERSON)
            return false;
    }
    return false;
}

/* "the agency Reuters", "the director, North Farms, Ann Lee": the name among
 * the asides beside the phrase that may be what the phrase speaks of. */
static uint32_t name_beside(const cgi_reading *r, const cgi_mention *m)
{
    if (m->type != CGI_MENTION_NOMINAL || m->is_plural)
        return CGI_NONE;
    bool person = m->kind == CGI_KIND_PERSON;
    uint32_t end = r->right[m->head] + 1;
    if (end > m->end + ASIDES_MAX)
        end = m->end + ASIDES_MAX;
    uint32_t first = r->left[m->head];
    if (first + ASIDES_MAX < m->head)
        first = m->head - ASIDES_MAX;
    for (uint32_t t = first; t < end; t++) {
        uint32_t i = r->mention_at[t];
        if (cgi_token_at(r, t)->rel != CGI_REL_APPOS || i == CGI_NONE ||
            t == m->head || !hangs_on(r, t, m) ||
            (!person && cgi_token_at(r, t)->head != m->head))
            continue;
        if (r->mentions.at[i].type == CGI_MENTION_NAME &&
            r->mentions.at[i].kind != CGI_KIND_NONE &&
            kinds_agree(r->mentions.at[i].kind, m->kind))
            return cgi_thing_at(r, t);
        if (!person)
            return CGI_NONE;
    }
    return CGI_NONE;
}

/* "The group behind it is the FVF": the subject of a named predicate. */
static uint32_t subject_of(const cgi_reading *r, const cgi_mention *m)
{
    const cgi_token *k = cgi_token_at(r, m->head);
    if (m->type != CGI_MENTION_NOMINAL || m->is_plural || !m->is_definite ||
        k->rel != CGI_REL_NSUBJ || k->head == CGI_NO_TOKEN ||
        cgi_child(r, k->head, CGI_REL_COP) == CGI_NO_TOKEN ||
        cgi_is_negated(r, k->head) || r->mention_at[k->head] == CGI_NONE)
        return CGI_NONE;
    const cgi_mention *name = &r->mentions.at[r->mention_at[k->head]];
    return name->type == CGI_MENTION_NAME && m->kind != CGI_KIND_NONE &&
                   cgi_kind_is_body(m->kind) && kinds_agree(name->kind, m->kind)
               ? name->thing
               : CGI_NONE;
}

/* "Soldiers were the ones who shot them" */
static uint32_t ones(const cgi_reading *r, const cgi_mention *m)
{
    if (!cgi_token_in(r, m->head, "pro-predicate") ||
        cgi_child(r, m->head, CGI_REL_COP) == CGI_NO_TOKEN ||
        cgi_is_negated(r, m->head))
        return CGI_NONE;
    return cgi_thing_at(r, cgi_child(r, m->head, CGI_REL_NSUBJ));
}

/* "Ann Lee is a farmer": the predicate of a named subject. */
static uint32_t predicate_of(const cgi_reading *r, const cgi_mention *m)
{
    if (m->type != CGI_MENTION_NOMINAL || m->is_plural ||
        cgi_child(r, m->head, CGI_REL_COP) == CGI_NO_TOKEN ||
        cgi_is_negated(r, m->head))
        return CGI_NONE;
    uint32_t thing = cgi_thing_at(r, cgi_child(r, m->head, CGI_REL_NSUBJ));
    if (thing == CGI_NONE || !r->out->things.at[thing].is_named ||
        m->kind == CGI_KIND_NONE || r->out->things.at[thing].kind != m->kind)
        return CGI_NONE;
    return thing;
}

/* "Sergey Lavrov, the Russian foreign minister": the two sides are one. */
static uint32_t by_apposition(cgi_reading *r, const cgi_mention *m)
{
    const cgi_token *k = cgi_token_at(r, m->head);
    if (m->type == CGI_MENTION_NAME)
        return CGI_NONE;
    uint32_t thing = name_beside(r, m);
    if (thing == CGI_NONE)
        thing = predicate_of(r, m);
    if (thing == CGI_NONE)
        thing = ones(r, m);
    if (thing == CGI_NONE)
        thing = subject_of(r, m);
    if (thing != CGI_NONE || k->rel != CGI_REL_APPOS || k->head == CGI_NO_TOKEN)
        return thing;
    thing = cgi_thing_at(r, k->head);
    return thing != CGI_NONE &&
                   kinds_agree(r->out->things.at[thing].kind, m->kind)
               ? thing
               : CGI_NONE;
}

/* An apposition may tell a position: "..., the foreign minister, said". */
static void note_position(cgi_reading *r, uint32_t thing, const cgi_mention *m)
{
    const cgi_noun *noun = cgi_head_noun(r, m->head);
    cgi_thing *t = &r->out->things.at[thing];
    if (t->kind == CGI_KIND_PERSON && noun && noun->is_position && !t->position)
        t->position = cgi_tokens_text(r, m->name_first, m->head + 1);
}

/* ---- Descriptions ---------------------------------------------------- */

uint32_t cgi_clause_subject(const cgi_reading *r, uint32_t token)
{
    uint32_t h = cgi_token_at(r, token)->head;
    if (h == CGI_NO_TOKEN || !cgi_is_verb(r, h) ||
        cgi_rel_base(cgi_token_at(r, token)->rel) == CGI_REL_NSUBJ)
        return CGI_NONE;
    return cgi_thing_at(r, cgi_deep_subject(r, h));
}

static bool was_called(const cgi_reading *r, uint32_t thing, const char *noun)
{
    const cgi_profile *p = &r->profiles.at[thing];
    for (size_t i = 0; i < p->nouns.n; i++)
        if (!strcmp(p->nouns.at[i], noun))
            return true;
    return false;
}

/* "Ukrainian" of somebody who is known to be of that country. */
static bool is_of_country(const cgi_reading *r, uint32_t t, uint32_t thing)
{
    const cgi_gaz *g = cgi_country_at(r, t);
    uint32_t country = r->out->things.at[thing].country;
    return g && country != CGI_NONE && r->out->things.at[country].gaz == g;
}

/* What stands between "the" and the noun must not tell another thing: each of
 * these words was in the label or position already. */
static bool premodifiers_known(cgi_reading *r, const cgi_mention *m,
                               uint32_t thing)
{
    const cgi_thing *what = &r->out->things.at[thing];
    for (uint32_t t = m->name_first; t < m->head; t++) {
        const cgi_token *k = cgi_token_at(r, t);
        if (k->upos != CGI_UPOS_PUNCT && !cgi_has_word(what->label, k->lower) &&
            !(what->position && cgi_has_word(what->position, k->lower)) &&
            !is_of_country(r, t, thing))
            return false;
    }
    return true;
}

static bool describes(cgi_reading *r, const cgi_mention *m, uint32_t thing)
{
    const cgi_thing *t = &r->out->things.at[thing];
    const cgi_profile *p = &r->profiles.at[thing];
    const char *noun = cgi_lower_lemma(r, m->head);
    if (!kinds_agree(t->kind, m->kind) || p->is_plural != m->is_plural)
        return false;
    if ((m->is_feminine && p->is_masculine) ||
        (m->is_masculine && p->is_feminine))
        return false;
    if (m->count >= 0 && t->count >= 0 && m->count != t->count)
        return false;
    return (was_called(r, thing, noun) ||
            (t->is_named && cgi_has_word(t->label, noun))) &&
           premodifiers_known(r, m, thing);
}

/* "the group", "the company": any named thing of the kind. */
static bool may_be_called(cgi_reading *r, const cgi_mention *m, uint32_t thing)
{
    const cgi_thing *t = &r->out->things.at[thing];
    /* "the village" is no capital. */
    if (t->gaz && t->gaz->population > TOWN_MAX &&
        cgi_token_in(r, m->head, "small-place"))
        return false;
    return t->is_named && m->kind != CGI_KIND_NONE &&
           t->kind != CGI_KIND_NONE && kinds_agree(t->kind, m->kind) &&
           (t->kind == CGI_KIND_MEDIA) == (m->kind == CGI_KIND_MEDIA) &&
           (t->kind == CGI_KIND_COUNTRY) == (m->kind == CGI_KIND_COUNTRY);
}

/* "that criminal organization", "the militant group": a body of no name that
 * points back, or a force where only forces are meant. */
static bool may_be_that(cgi_reading *r, const cgi_mention *m, uint32_t thing)
{
    return r->out->things.at[thing].kind == m->kind &&
           may_be_called(r, m, thing);
}

static bool points_back(const cgi_reading *r, const cgi_mention *m)
{
    uint32_t det = cgi_child(r, m->head, CGI_REL_DET);
    return !m->is_plural && det != CGI_NO_TOKEN && cgi_kind_is_body(m->kind) &&
           cgi_token_in(r, m->head, "anaphor") && !m->country &&
           cgi_child(r, m->head, CGI_REL_NMOD) == CGI_NO_TOKEN &&
           cgi_child(r, m->head, CGI_REL_ACL_RELCL) == CGI_NO_TOKEN &&
           (cgi_token_in(r, det, "pointing") ||
            m->kind == CGI_KIND_ARMED_GROUP);
}

typedef bool (*fits)(cgi_reading *r, const cgi_mention *m, uint32_t thing);

static uint32_t look_back(cgi_reading *r, uint32_t index, fits fit)
{
    const cgi_mention *m = &r->mentions.at[index];
    uint32_t subject = cgi_clause_subject(r, m->head);
    for (uint32_t i = index; i-- > 0 && index - i < CGI_COREF_WINDOW;) {
        uint32_t thing = r->mentions.at[i].thing;
        if (thing == CGI_NONE || thing == subject ||
            cgi_is_inside(r, r->mentions.at[i].head, m->head))
            continue;
        if (fit(r, m, thing))
            return thing;
    }
    return CGI_NONE;
}

/* "the president" of an article on several is the one most spoken of. */
static uint32_t most_mentioned(cgi_reading *r, uint32_t index)
{
    const cgi_mention *m = &r->mentions.at[index];
    uint32_t best = CGI_NONE, subject = cgi_clause_subject(r, m->head);
    for (uint32_t i = index; i-- > 0 && index - i < CGI_COREF_WINDOW;) {
        uint32_t thing = r->mentions.at[i].thing;
        if (thing != CGI_NONE && thing != subject && describes(r, m, thing) &&
            (best == CGI_NONE || r->out->things.at[thing].mentions.n >
                                     r->out->things.at[best].mentions.n))
            best = thing;
    }
    return best;
}

/* "in this capital": of the country that the article was filed from, and "in
 * the capital" rather of the one it is most about; but not "the provincial
 * capital", nor capital that is money. */
static const cgi_gaz *country_here(const cgi_reading *r, const cgi_mention *m)
{
    uint32_t det = cgi_child(r, m->head, CGI_REL_DET);
    if (!m->is_definite || m->is_plural || m->name_first != m->head ||
        cgi_child(r, m->head, CGI_REL_NMOD) != CGI_NO_TOKEN ||
        !cgi_has_case(r, m->head, "place-preposition") || det == CGI_NO_TOKEN)
        return NULL;
    if (!cgi_token_in(r, det, "here"))
        return r->main_country == CGI_NONE
                   ? NULL
                   : r->out->things.at[r->main_country].gaz;
    const cgi_named *filed = cgi_dateline_name(r);
    const cgi_gaz *country = filed ? filed->gaz->country : NULL;
    return country && country->capital == filed->gaz ? country : NULL;
}

/* "the country's capital", "the Afghan capital" */
static uint32_t capital(cgi_reading *r, const cgi_mention *m)
{
    if (!cgi_token_in(r, m->head, "capital"))
        return CGI_NONE;
    const cgi_gaz *country = m->country;
    uint32_t owner = cgi_child(r, m->head, CGI_REL_NMOD_POSS);
    if (!country && owner != CGI_NO_TOKEN && cgi_thing_at(r, owner) != CGI_NONE)
        country = r->out->things.at[cgi_thing_at(r, owner)].gaz;
    if (!country)
        country = country_here(r, m);
    return country && country->capital ? cgi_thing_known(r, country->capital)
                                       : CGI_NONE;
}

static uint32_t by_description(cgi_reading *r, uint32_t index)
{
    const cgi_mention *m = &r->mentions.at[index];
    uint32_t thing = capital(r, m);
    if (thing != CGI_NONE || !m->is_definite)
        return thing;
    if (m->kind == CGI_KIND_COUNTRY && !m->is_plural &&
        m->name_first == m->head)
        return r->main_country;
    thing = cgi_by_number(r, index);
    if (thing == CGI_NONE)
        thing = cgi_by_office(r, index);
    if (thing != CGI_NONE)
        return thing;
    bool bare = m->kind == CGI_KIND_PERSON && m->name_first == m->head;
    thing = cgi_by_epithet(r, index);
    if (thing != CGI_NONE || (bare && cgi_is_age(r, m->head)))
        return thing;
    thing = bare ? most_mentioned(r, index) : look_back(r, index, describes);
    if (thing != CGI_NONE)
        return thing;
    if (m->name_first == m->head && cgi_token_in(r, m->head, "anaphor"))
        return look_back(r, index, may_be_called);
    if (points_back(r, m))
        return look_back(r, index,
                         m->kind == CGI_KIND_ARMED_GROUP ? may_be_that
                                                         : may_be_called);
    return CGI_NONE;
}

/* ---- The pass -------------------------------------------------------- */

static uint32_t resolve(cgi_reading *r, uint32_t index)
{
    const cgi_mention *m = &r->mentions.at[index];
    if (m->type == CGI_MENTION_PRONOUN)
        return cgi_by_pronoun(r, index);
    uint32_t thing = by_apposition(r, m);
    if (thing != CGI_NONE) {
        note_position(r, thing, m);
        return thing;
    }
    if (m->type == CGI_MENTION_NAME)
        return m->thing;
    thing = named_within(r, m);
    if (thing == CGI_NONE) {
        thing = by_description(r, index);
        if (thing != CGI_NONE && cgi_is_object_beside(r, m->head, thing))
            thing = CGI_NONE;
    }
    return thing != CGI_NONE ? thing : cgi_thing_new(r, &r->mentions.at[index]);
}

/* What a participle at the noun tells: "a man working for the gang", "gunmen
 * belonging to the FARC". */
static uint32_t served_by(const cgi_reading *r, uint32_t noun, uint32_t thing)
{
    for (uint32_t c = cgi_token_at(r, noun)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        if (cgi_token_at(r, c)->rel != CGI_REL_ACL ||
            !cgi_token_in(r, c, "belonging"))
            continue;
        uint32_t of = cgi_child(r, c, CGI_REL_OBL);
        uint32_t body = cgi_thing_at(r, of);
        if (body != CGI_NONE && body != thing &&
            cgi_kind_is_body(r->out->things.at[body].kind) &&
            cgi_has_case(r, of, "link-belonging"))
            return body;
    }
    return CGI_NONE;
}

/* The same for "a group of rebels belonging to the FARC". */
static uint32_t employer(const cgi_reading *r, uint32_t head, uint32_t thing)
{
    uint32_t body = served_by(r, head, thing);
    uint32_t of = cgi_child(r, head, CGI_REL_NMOD);
    return body == CGI_NONE && of != CGI_NO_TOKEN &&
                   cgi_has_case(r, of, "link-of")
               ? served_by(r, of, thing)
               : body;
}

/* "a battalion of the army", "the armed wing of Hamas" */
static bool is_unit(const cgi_reading *r, uint32_t noun, const cgi_thing *t)
{
    return t->kind == CGI_KIND_ARMED_GROUP && cgi_token_in(r, noun, "unit");
}

/* What stands at the noun and tells where the thing lies, or what body it is
 * of: "Taliban fighters", "the market in Oslo". */
static void link_beside(cgi_reading *r, uint32_t noun, uint32_t thing)
{
    cgi_thing *t = &r->out->things.at[thing];
    for (uint32_t c = cgi_token_at(r, noun)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        uint32_t other = cgi_thing_at(r, c);
        if (other == CGI_NONE || other == thing)
            continue;
        cgi_kind kind = r->out->things.at[other].kind;
        cgi_rel rel = (cgi_rel)cgi_token_at(r, c)->rel;
        bool in = cgi_has_case(r, c, "link-in");
        /* "the Lyon central market" */
        bool of_town = rel == CGI_REL_COMPOUND && !t->is_named &&
                       t->kind == CGI_KIND_FACILITY &&
                       kind == CGI_KIND_SETTLEMENT;
        if (cgi_kind_is_place(t->kind) && !t->gaz && t->within == CGI_NONE &&
            cgi_kind_is_place(kind) && (in || of_town))
            t->within = other;
        else if ((cgi_kind_is_person(t->kind) || is_unit(r, noun, t)) &&
                 t->member_of == CGI_NONE && cgi_kind_is_body(kind) &&
                 (rel == CGI_REL_COMPOUND || rel == CGI_REL_NMOD_POSS ||
                  (rel == CGI_REL_NMOD && cgi_has_case(r, c, "link-member"))))
            t->member_of = other;
    }
}

/* What belongs to what: a member to the body, a facility to its town. */
static void link_things(cgi_reading *r, uint32_t index)
{
    const cgi_mention *m = &r->mentions.at[index];
    cgi_thing *t = &r->out->things.at[m->thing];
    uint32_t body = cgi_thing_at(r, m->member);
    uint32_t counted = cgi_counted(r, m->head);
    if (body != CGI_NONE && body != m->thing && t->member_of == CGI_NONE)
        t->member_of = body;
    link_beside(r, m->head, m->thing);
    if (counted != m->head) /* "a group of Taliban fighters" */
        link_beside(r, counted, m->thing);
    if (t->member_of == CGI_NONE)
        t->member_of = cgi_body_of_spokesman(r, index);
    if (t->member_of == CGI_NONE && cgi_kind_is_person(t->kind))
        t->member_of = employer(r, m->head, m->thing);
}

/* Names come first, so that what a later one tells is known from the start:
 * "the president" of the first sentence, "Mr" of the last. */
static void resolve_names(cgi_reading *r)
{
    for (uint32_t i = 0; i < r->mentions.n; i++) {
        cgi_mention *m = &r->mentions.at[i];
        if (m->type != CGI_MENTION_NAME || m->is_absorbed)
            continue;
        m->thing = cgi_thing_named(r, m);
        cgi_thing_learn(r, m->thing, m);
    }
}

void cgi_coref(cgi_reading *r)
{
    cgi_narration_count(r);
    resolve_names(r);
    for (uint32_t i = 0; i < r->mentions.n; i++) {
        if (r->mentions.at[i].is_absorbed)
            continue;
        uint32_t thing = resolve(r, i);
        if (thing != CGI_NONE)
            cgi_thing_join(r, thing, i);
    }
    for (uint32_t i = 0; i < r->mentions.n; i++)
        if (r->mentions.at[i].thing != CGI_NONE)
            link_things(r, i);
}
