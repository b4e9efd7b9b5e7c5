/* SPDX-License-Identifier: Apache-2.0
 *
 * place.c -- where each event was.
 *
 * What hangs on the event's own words counts first: on its trigger, on the
 * light verb that carries it, or for a noun on the verb whose subject or
 * object it is. Then what was hit or held, then what stands deeper in the same
 * clause, then the clauses that tell of the same scene, from the inside out.
 * The first of these that names a place ends the search, since a place
 * elsewhere in the sentence is mostly somebody else's. Nothing is taken from
 * words of another voice, nor of acts that have no place, such as speaking.
 */
#include "extract/place.h"

/* Clauses above the event's own. */
#define CLIMB_MAX 5

/* Tokens of "about 20 kilometers (12 miles)". */
#define MEASURE_MAX 10

#define AT CGI_PLACE_AT

enum {
    SURE = 80,
    INSIDE = 65, /* In a phrase of the clause. */
    SCENE = 55,  /* In another clause. */
    BEFORE = 45  /* In one of what went before. */
};

static const cgi_token *token(const cgi_place_finder *f, uint32_t t)
{
    return cgi_token_at(f->r, t);
}

/* ---- Inside a clause ------------------------------------------------- */

static bool is_of_measure(const cgi_token *k)
{
    return k->upos == CGI_UPOS_NUM || k->upos == CGI_UPOS_NOUN ||
           k->upos == CGI_UPOS_ADV || k->upos == CGI_UPOS_PUNCT;
}

static bool is_name_of_place(const cgi_reading *r, uint32_t t)
{
    uint32_t name = r->name_at[t];
    return name != CGI_NONE &&
           cgi_is_place(r, cgi_name_head(r, cgi_name_get(r, name)));
}

/* "in Herat, 20 km (12 miles) north of Kabul", "in Herat, near Kabul": what
 * stands right behind a place is where that lies, wherever trees hang it. */
static bool is_aside(const cgi_place_finder *f, uint32_t c)
{
    const cgi_reading *r = f->r;
    uint32_t t = c, case_word = cgi_child(r, c, CGI_REL_CASE);
    uint32_t first = r->l->sentences[token(f, c)->sentence].first;
    while (t > r->left[c] && !cgi_token_in(r, t, "direction"))
        t--;
    if (!cgi_token_in(r, t, "direction") && case_word != CGI_NO_TOKEN)
        t = case_word;
    for (int i = 0; i < MEASURE_MAX && t > first; i++) {
        t--;
        if (is_name_of_place(r, t))
            return true;
        if (!is_of_measure(token(f, t)))
            return false;
    }
    return false;
}

/* "back in Kabul", "elsewhere in Kabul" */
static void of_adverb(cgi_place_finder *f, uint32_t adverb)
{
    for (uint32_t c = token(f, adverb)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling) {
        cgi_rel rel = (cgi_rel)token(f, c)->rel;
        long relation = cgi_place_relation(f->r, c);
        if (relation && (rel == CGI_REL_OBL || rel == CGI_REL_NMOD))
            cgi_place_add_all(f, c, relation);
    }
}

/* "in Kabul", "in Kabul and Herat". */
static void located(cgi_place_finder *f, uint32_t carrier)
{
    const cgi_reading *r = f->r;
    for (uint32_t c = token(f, carrier)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling) {
        cgi_rel rel = cgi_rel_base((cgi_rel)token(f, c)->rel);
        long relation = cgi_place_relation(r, c);
        if (!relation && cgi_token_in(r, c, "direction"))
            relation = cgi_part_relation(f, c);
        bool loose =
            rel == CGI_REL_OBL || rel == CGI_REL_NMOD || rel == CGI_REL_ADVMOD;
        if (relation && loose &&
            (relation != CGI_PLACE_NEAR || !is_aside(f, c)))
            cgi_place_add_all(f, c, relation);
        else if (!relation && rel == CGI_REL_ADVMOD)
            of_adverb(f, c);
    }
}

/* "the Kabul bombing", but "rejected a US offer" was nowhere in the US. */
static void named_for(cgi_place_finder *f, uint32_t carrier)
{
    for (uint32_t c = token(f, carrier)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling) {
        cgi_kind kind = cgi_kind_of(f->r, c);
        if (token(f, c)->rel == CGI_REL_COMPOUND && cgi_is_place(f->r, c) &&
            kind != CGI_KIND_FACILITY &&
            (kind != CGI_KIND_COUNTRY || carrier == f->trigger))
            cgi_place_add(f, c, AT);
    }
}

static void direct(cgi_place_finder *f, uint32_t carrier)
{
    located(f, carrier);
    if (!cgi_is_verb(f->r, carrier))
        named_for(f, carrier);
}

/* Places inside of the phrases that hang on the carrier by a preposition. */
static void nested(cgi_place_finder *f, uint32_t carrier)
{
    for (uint32_t c = token(f, carrier)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling) {
        cgi_rel rel = cgi_rel_base((cgi_rel)token(f, c)->rel);
        long relation = AT;
        if ((rel != CGI_REL_OBL && rel != CGI_REL_NMOD) ||
            token(f, c)->rel == CGI_REL_NMOD_POSS ||
            (cgi_is_place(f->r, c) && cgi_has_name(f, c)) ||
            f->r->time_at[c] != CGI_NONE)
            continue;
        uint32_t inner = cgi_place_inner(f, c, 0, &relation);
        if (inner != CGI_NO_TOKEN)
            cgi_place_add_all(f, inner, relation);
    }
}

/* "killed two farmers in Herat": trees hang the place on the people, but it is
 * where they were killed. */
static void of_victims(cgi_place_finder *f, uint32_t carrier)
{
    for (uint32_t c = token(f, carrier)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling) {
        cgi_rel rel = (cgi_rel)token(f, c)->rel;
        cgi_kind kind = cgi_kind_of(f->r, c);
        if ((rel != CGI_REL_OBJ && rel != CGI_REL_NSUBJ_PASS) ||
            (kind != CGI_KIND_PERSON && kind != CGI_KIND_GROUP))
            continue;
        located(f, c);
        /* "killed a farmer and his son in Herat" */
        for (uint32_t d = token(f, c)->child; d != CGI_NO_TOKEN;
             d = token(f, d)->sibling)
            if (token(f, d)->rel == CGI_REL_CONJ && !cgi_is_verb(f->r, d))
                located(f, d);
    }
}

/* A frame's place may be a part without a name: "struck south of Marrakesh". */
static void of_frames(cgi_place_finder *f, uint32_t carrier)
{
    for (uint32_t c = token(f, carrier)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling) {
        long relation = 0;
        uint32_t whole = cgi_place_named(f, c, &relation);
        uint32_t thing = cgi_thing_of(f->r, c);
        if (whole == c || !cgi_place_has(cgi_place_statement(f), thing, true))
            continue;
        cgi_statement *s = cgi_place_statement(f);
        size_t n = 0;
        for (size_t i = 0; i < s->arguments.n; i++)
            if (s->arguments.at[i].thing != thing ||
                s->arguments.at[i].role == CGI_ROLE_PART_OF)
                s->arguments.at[n++] = s->arguments.at[i];
        s->arguments.n = n;
        cgi_place_add(f, whole, relation);
    }
}

/* "gunmen in Quetta killed", "patrolled the streets of Quetta". */
static void of_parties(cgi_place_finder *f, uint32_t carrier)
{
    for (uint32_t c = token(f, carrier)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling) {
        long relation = AT;
        switch (token(f, c)->rel) {
        case CGI_REL_OBJ:
        case CGI_REL_NSUBJ:
        case CGI_REL_NSUBJ_PASS:
        case CGI_REL_OBL_AGENT: break;
        default: continue;
        }
        if (cgi_is_place(f->r, c) && cgi_has_name(f, c)) {
            /* "struck the town, killing two" */
            if (carrier != f->trigger && token(f, c)->rel == CGI_REL_OBJ &&
                cgi_kind_of(f->r, c) != CGI_KIND_COUNTRY)
                cgi_place_add_all(f, c, AT);
            continue;
        }
        uint32_t inner = cgi_token_in(f->r, c, "place-part")
                             ? cgi_place_whole(f, c)
                             : cgi_place_inner(f, c, 0, &relation);
        if (inner != CGI_NO_TOKEN)
            cgi_place_add_all(f, inner, relation);
    }
}

/* "bombed the outskirts of Herat": what was hit is a part of the place. */
static void of_parts(cgi_place_finder *f, uint32_t carrier)
{
    for (uint32_t c = token(f, carrier)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling) {
        cgi_rel rel = (cgi_rel)token(f, c)->rel;
        long relation = 0;
        if (rel != CGI_REL_OBJ && rel != CGI_REL_NSUBJ_PASS)
            continue;
        uint32_t whole = cgi_place_named(f, c, &relation);
        if (whole != c)
            cgi_place_add_all(f, whole, relation);
        else if (cgi_is_place(f->r, c))
            cgi_place_add_joined(f, c, AT);
    }
}

/* "stormed Grumbleby in eastern Syria": who is stormed is no person. */
static void take_held_for_place(cgi_place_finder *f)
{
    const cgi_statement *s = cgi_place_statement(f);
    if (!cgi_has_type_in(f->r, s, "held-type"))
        return;
    for (size_t i = 0; i < s->arguments.n; i++) {
        if (s->arguments.at[i].role != CGI_ROLE_PATIENT)
            continue;
        cgi_thing *t = &f->r->out->things.at[s->arguments.at[i].thing];
        if (t->is_named && t->kind == CGI_KIND_NONE)
            t->kind = CGI_KIND_PLACE;
    }
}

/* What was hit or held was where it happened. */
static void of_targets(cgi_place_finder *f)
{
    size_t n = cgi_place_statement(f)->arguments.n;
    take_held_for_place(f);
    for (size_t i = 0; i < n; i++) {
        cgi_argument a = cgi_place_statement(f)->arguments.at[i];
        if (a.role != CGI_ROLE_PATIENT)
            continue;
        const cgi_thing *t = &f->r->out->things.at[a.thing];
        if (!cgi_kind_is_place(t->kind))
            continue;
        a.why.rule = "place/target";
        if (t->is_named)
            cgi_place_push(f, CGI_ROLE_PLACE, a.thing, a.why);
        cgi_place_add_around(f, a.thing, a.why);
    }
}

/* ---- Around a clause ------------------------------------------------- */

static void whole_clause(cgi_place_finder *f, uint32_t t)
{
    direct(f, t);
    if (!cgi_is_located(f))
        nested(f, t);
    if (!cgi_is_located(f) && cgi_is_verb(f->r, t))
        of_parties(f, t);
}

/* Clauses below that tell of the same scene; with `after` also what went
 * before: "was shot after she left a mosque in Farah". */
static void below(cgi_place_finder *f, uint32_t carrier, bool after)
{
    for (uint32_t c = token(f, carrier)->child;
         c != CGI_NO_TOKEN && !cgi_is_located(f); c = token(f, c)->sibling) {
        if (cgi_is_scene_below(f->r, f->trigger, c, after))
            whole_clause(f, c);
    }
}

static void above(cgi_place_finder *f, uint32_t t)
{
    for (int i = 0; i < CLIMB_MAX && !cgi_is_located(f); i++) {
        t = cgi_scene_above(f->r, f->trigger, t);
        if (t == CGI_NO_TOKEN)
            return;
        whole_clause(f, t);
    }
}

/* ---- The search ------------------------------------------------------ */

static void search(cgi_place_finder *f)
{
    uint32_t at[CGI_CARRIERS_MAX];
    size_t n = cgi_carriers(at, f->r, f->trigger);
    f->rule = "place/preposition";
    f->confidence = SURE;
    for (size_t i = 0; i < n; i++) {
        of_frames(f, at[i]);
        direct(f, at[i]);
    }
    if (cgi_is_verb(f->r, at[0]))
        of_victims(f, at[0]);
    if (!cgi_takes_place(f->r, cgi_place_statement(f)))
        return;
    of_targets(f);
    f->rule = "place/target";
    if (cgi_is_verb(f->r, at[0]))
        of_parts(f, at[0]);
    f->rule = "place/inside";
    f->confidence = INSIDE;
    for (size_t i = 0; i < n && !cgi_is_located(f); i++)
        nested(f, at[i]);
    for (size_t i = 0; i < n && !cgi_is_located(f); i++)
        of_parties(f, at[i]);
    /* "In Canada, two men were shot in an attack in Toronto." */
    f->is_narrowing = cgi_is_located(f);
    for (size_t i = 0; i < n && f->is_narrowing; i++)
        nested(f, at[i]);
    f->is_narrowing = false;
    f->rule = "place/scene";
    f->confidence = SCENE;
    for (size_t i = 0; i < n && !cgi_is_located(f); i++)
        below(f, at[i], false);
    if (!cgi_is_located(f))
        above(f, at[n - 1]);
    f->confidence = BEFORE;
    for (size_t i = 0; i < n && !cgi_is_located(f); i++)
        below(f, at[i], true);
}

void cgi_places_of_events(cgi_reading *r)
{
    cgi_place_finder f = {.r = r};
    for (uint32_t i = 0; i < r->out->statements.n; i++) {
        f.statement = i;
        f.trigger = r->triggers.at[i];
        search(&f);
    }
    cgi_places_of_wholes(r);
}
