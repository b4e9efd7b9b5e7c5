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
#include "extract/reading.h"

/* list:place-preposition and list:place-part */
enum { AT = 1, NEAR = 2 };

/* "the area surrounding the embassy": steps to the place that is meant. */
#define PART_STEPS 3

/* "in clashes at a checkpoint in Ghazni": phrases within phrases. */
#define DEPTH_MAX 4

/* Clauses above the event's own. */
#define CLIMB_MAX 5

/* Days before the article within which what a dateline tells was there. */
#define RECENT_DAYS 3

enum {
    SURE = 80,
    CONJUNCT = 70,
    INSIDE = 65, /* In a phrase of the clause. */
    SCENE = 55,  /* In another clause. */
    BEFORE = 45, /* In one of what went before. */
    DATELINE = 40
};

typedef struct {
    cgi_reading *r;
    uint32_t statement, trigger;
    const char *rule;
    int confidence;
} finder;

static const cgi_token *token(const finder *f, uint32_t t)
{
    return cgi_token_at(f->r, t);
}

/* ---- What is a place ------------------------------------------------- */

static bool is_place(const cgi_reading *r, uint32_t t)
{
    return cgi_kind_is_place(cgi_kind_of(r, t));
}

/* "by" and "on" stand before people, too. */
static bool is_located_by_case(const finder *f, uint32_t t)
{
    uint32_t p = cgi_child(f->r, t, CGI_REL_CASE);
    return p == CGI_NO_TOKEN || cgi_token_in(f->r, p, "strict-locative") ||
           cgi_token_in(f->r, p, "link-of");
}

/* "in Grumbleby": what nobody knows is a place if it stands where one does. */
static bool stands_for_place(finder *f, uint32_t t)
{
    uint32_t thing = cgi_thing_of(f->r, t);
    if (is_place(f->r, t))
        return true;
    if (thing == CGI_NONE || !f->r->out->things.at[thing].is_named ||
        f->r->out->things.at[thing].kind != CGI_KIND_NONE ||
        f->r->statement_at[t] != CGI_NONE || !is_located_by_case(f, t))
        return false;
    f->r->out->things.at[thing].kind = CGI_KIND_PLACE;
    /* "in Grumbleby in Kenya" */
    for (uint32_t c = token(f, t)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling) {
        uint32_t p = cgi_child(f->r, c, CGI_REL_CASE);
        uint32_t around = cgi_thing_of(f->r, c);
        if (p != CGI_NO_TOKEN && cgi_token_in(f->r, p, "link-in") &&
            around != CGI_NONE && around != thing &&
            f->r->out->things.at[around].gaz && is_place(f->r, c))
            f->r->out->things.at[thing].within = around;
    }
    return true;
}

static bool is_named(const finder *f, uint32_t t)
{
    uint32_t thing = cgi_thing_of(f->r, t);
    return thing != CGI_NONE && f->r->out->things.at[thing].is_named;
}

/* The relation of "in", "near", "north of"; 0 for other prepositions. */
static long place_relation(const cgi_reading *r, uint32_t t)
{
    uint32_t p = cgi_child(r, t, CGI_REL_CASE);
    return p == CGI_NO_TOKEN ? 0
                             : cgi_token_value(r, p, "place-preposition", 0);
}

static bool has_of(const cgi_reading *r, uint32_t t)
{
    uint32_t p = cgi_child(r, t, CGI_REL_CASE);
    return p != CGI_NO_TOKEN && cgi_token_in(r, p, "link-of");
}

/* "20 km north of Kabul" is not in Kabul, "the north of Mali" is in Mali. */
static long part_relation(const finder *f, uint32_t t)
{
    if (cgi_token_in(f->r, t, "direction"))
        return cgi_child(f->r, t, CGI_REL_DET) == CGI_NO_TOKEN ? NEAR : AT;
    return cgi_token_value(f->r, t, "place-part", AT);
}

/* "the area surrounding X", "the streets of X", "X's outskirts": the part is
 * nameless, so go on to what it is a part of. */
static uint32_t whole_of(const finder *f, uint32_t t)
{
    for (uint32_t c = token(f, t)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling) {
        const cgi_token *k = token(f, c);
        uint32_t object = cgi_child(f->r, c, CGI_REL_OBJ);
        switch (k->rel) {
        case CGI_REL_NMOD:
        case CGI_REL_NMOD_POSS:
        case CGI_REL_OBL:
        case CGI_REL_COMPOUND:
            if (is_place(f->r, c) && !cgi_token_in(f->r, c, "direction"))
                return c;
            break;
        case CGI_REL_ACL:
            if (object != CGI_NO_TOKEN && is_place(f->r, object))
                return object;
            break;
        default: break;
        }
    }
    return CGI_NO_TOKEN;
}

static uint32_t whole_place(const finder *f, uint32_t t, long *relation)
{
    for (int i = 0; i < PART_STEPS && !is_named(f, t) &&
                    cgi_token_in(f->r, t, "place-part");
         i++) {
        uint32_t next = whole_of(f, t);
        if (next == CGI_NO_TOKEN)
            break;
        long part = part_relation(f, t);
        *relation = part > *relation ? part : *relation;
        t = next;
    }
    return t;
}

/* ---- Adding ---------------------------------------------------------- */

static cgi_statement *statement(const finder *f)
{
    return &f->r->out->statements.at[f->statement];
}

static bool has_role(const cgi_statement *s, uint32_t thing, bool place)
{
    for (size_t i = 0; i < s->arguments.n; i++)
        if (s->arguments.at[i].thing == thing &&
            s->arguments.at[i].role != CGI_ROLE_PART_OF &&
            (s->arguments.at[i].role >= CGI_ROLE_PLACE) == place)
            return true;
    return false;
}

static bool has_place(const finder *f)
{
    const cgi_statement *s = statement(f);
    for (size_t i = 0; i < s->arguments.n; i++)
        if (s->arguments.at[i].role == CGI_ROLE_PLACE ||
            s->arguments.at[i].role == CGI_ROLE_NEAR)
            return true;
    return false;
}

/* Does the event have a place that can be found on a map? */
static bool is_located(const finder *f)
{
    const cgi_statement *s = statement(f);
    for (size_t i = 0; i < s->arguments.n; i++)
        if ((s->arguments.at[i].role == CGI_ROLE_PLACE ||
             s->arguments.at[i].role == CGI_ROLE_NEAR) &&
            f->r->out->things.at[s->arguments.at[i].thing].is_named)
            return true;
    return false;
}

static void push(finder *f, cgi_role role, uint32_t thing, cgi_reason why)
{
    cgi_argument a = {role, thing, why};
    if (!has_role(statement(f), thing, true))
        CGI_PUSH(f->r->a, &statement(f)->arguments, a);
}

/* The words of a thing within other words. */
static cgi_span words_within(const cgi_thing *t, cgi_span words)
{
    for (size_t i = 0; i < t->mentions.n; i++)
        if (t->mentions.at[i].begin >= words.begin &&
            t->mentions.at[i].end <= words.end)
            return t->mentions.at[i];
    return words;
}

/* The town or country around a facility, as another place of the event. */
static void add_around(finder *f, uint32_t thing, cgi_reason why)
{
    uint32_t around = f->r->out->things.at[thing].within;
    if (around == CGI_NONE ||
        f->r->out->things.at[thing].kind != CGI_KIND_FACILITY)
        return;
    why.words = words_within(&f->r->out->things.at[around], why.words);
    why.rule = "place/around";
    push(f, CGI_ROLE_PLACE, around, why);
}

static uint32_t inner_place(finder *f, uint32_t t, int depth, long *relation);

/* Adds the place that the phrase headed by `t` is. */
static void add(finder *f, uint32_t t, long relation)
{
    t = whole_place(f, t, &relation);
    uint32_t thing = cgi_thing_of(f->r, t);
    /* "an attack on the embassy" is not "on" it as a table is. */
    if (!stands_for_place(f, t) || has_role(statement(f), thing, false))
        return;
    size_t before = statement(f)->arguments.n;
    if (f->confidence >= CONJUNCT || is_named(f, t))
        cgi_statement_add(f->r, f->statement,
                          relation == NEAR ? CGI_ROLE_NEAR : CGI_ROLE_PLACE, t,
                          f->rule, f->confidence);
    if (statement(f)->arguments.n > before)
        add_around(f, thing, statement(f)->arguments.at[before].why);
    /* "in a village near Lyon" */
    if (is_named(f, t))
        return;
    uint32_t inner = inner_place(f, t, 0, &relation);
    if (inner != CGI_NO_TOKEN)
        add(f, inner, relation);
}

/* A phrase and those that are joined to it: "in Kabul and Herat". */
static void add_all(finder *f, uint32_t t, long relation)
{
    add(f, t, relation);
    int confidence = f->confidence;
    f->confidence = confidence < CONJUNCT ? confidence : CONJUNCT;
    for (uint32_t c = token(f, t)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling)
        if (token(f, c)->rel == CGI_REL_CONJ && is_place(f->r, c))
            add(f, c, relation);
    f->confidence = confidence;
}

/* ---- Inside a clause ------------------------------------------------- */

/* A place inside of a phrase that is none itself: "in clashes in Hebron", "a
 * Stockholm theatre". CGI_NO_TOKEN if there is none. */
static uint32_t inner_place(finder *f, uint32_t t, int depth, long *relation)
{
    uint32_t deeper = CGI_NO_TOKEN;
    for (uint32_t c = token(f, t)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling) {
        cgi_rel rel = (cgi_rel)token(f, c)->rel;
        long found = place_relation(f->r, c);
        if ((rel == CGI_REL_NMOD || rel == CGI_REL_OBL) && found &&
            stands_for_place(f, c)) {
            *relation = found;
            return c;
        }
        bool of = rel == CGI_REL_NMOD && has_of(f->r, c);
        bool before = rel == CGI_REL_COMPOUND || rel == CGI_REL_NMOD_POSS;
        if ((before || of) && is_place(f->r, c) &&
            (is_place(f->r, t) ||
             (before && cgi_kind_of(f->r, c) == CGI_KIND_SETTLEMENT))) {
            *relation = AT;
            return c;
        }
        if ((rel == CGI_REL_NMOD || rel == CGI_REL_OBL) && depth < DEPTH_MAX &&
            deeper == CGI_NO_TOKEN && (found || has_of(f->r, c)))
            deeper = inner_place(f, c, depth + 1, relation);
    }
    return deeper;
}

/* "in Kabul", "the Kabul bombing", "in Kabul and Herat". */
static void direct(finder *f, uint32_t carrier)
{
    const cgi_reading *r = f->r;
    for (uint32_t c = token(f, carrier)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling) {
        const cgi_token *k = token(f, c);
        cgi_rel rel = cgi_rel_base((cgi_rel)k->rel);
        long relation = place_relation(r, c);
        if (!relation && cgi_token_in(r, c, "direction"))
            relation = part_relation(f, c);
        bool loose =
            rel == CGI_REL_OBL || rel == CGI_REL_NMOD || rel == CGI_REL_ADVMOD;
        if (relation && loose)
            add_all(f, c, relation);
        else if (k->rel == CGI_REL_COMPOUND && !cgi_is_verb(r, carrier) &&
                 cgi_kind_of(r, c) != CGI_KIND_FACILITY && is_place(r, c))
            add(f, c, AT);
    }
}

/* Places inside of the phrases that hang on the carrier by a preposition. */
static void nested(finder *f, uint32_t carrier)
{
    for (uint32_t c = token(f, carrier)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling) {
        cgi_rel rel = cgi_rel_base((cgi_rel)token(f, c)->rel);
        long relation = AT;
        if ((rel != CGI_REL_OBL && rel != CGI_REL_NMOD) ||
            token(f, c)->rel == CGI_REL_NMOD_POSS || is_place(f->r, c) ||
            f->r->time_at[c] != CGI_NONE)
            continue;
        uint32_t inner = inner_place(f, c, 0, &relation);
        if (inner != CGI_NO_TOKEN)
            add_all(f, inner, relation);
    }
}

/* "killed two farmers in Herat": trees hang the place on the people, but it is
 * where they were killed. */
static void of_victims(finder *f, uint32_t carrier)
{
    for (uint32_t c = token(f, carrier)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling) {
        cgi_rel rel = (cgi_rel)token(f, c)->rel;
        cgi_kind kind = cgi_kind_of(f->r, c);
        if ((rel != CGI_REL_OBJ && rel != CGI_REL_NSUBJ_PASS) ||
            (kind != CGI_KIND_PERSON && kind != CGI_KIND_GROUP))
            continue;
        direct(f, c);
        /* "killed a farmer and his son in Herat" */
        for (uint32_t d = token(f, c)->child; d != CGI_NO_TOKEN;
             d = token(f, d)->sibling)
            if (token(f, d)->rel == CGI_REL_CONJ && !cgi_is_verb(f->r, d))
                direct(f, d);
    }
}

/* A frame's place may be a part without a name: "struck south of Marrakesh". */
static void of_frames(finder *f, uint32_t carrier)
{
    for (uint32_t c = token(f, carrier)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling) {
        long relation = 0;
        uint32_t whole = whole_place(f, c, &relation);
        uint32_t thing = cgi_thing_of(f->r, c);
        if (whole == c || !has_role(statement(f), thing, true))
            continue;
        cgi_statement *s = statement(f);
        size_t n = 0;
        for (size_t i = 0; i < s->arguments.n; i++)
            if (s->arguments.at[i].thing != thing ||
                s->arguments.at[i].role == CGI_ROLE_PART_OF)
                s->arguments.at[n++] = s->arguments.at[i];
        s->arguments.n = n;
        add(f, whole, relation);
    }
}

/* "gunmen in Quetta killed", "patrolled the streets of Quetta". */
static void of_parties(finder *f, uint32_t carrier)
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
        if (is_place(f->r, c) && is_named(f, c)) {
            /* "struck the town, killing two" */
            if (carrier != f->trigger && token(f, c)->rel == CGI_REL_OBJ &&
                cgi_kind_of(f->r, c) != CGI_KIND_COUNTRY)
                add_all(f, c, AT);
            continue;
        }
        uint32_t inner = cgi_token_in(f->r, c, "place-part")
                             ? whole_of(f, c)
                             : inner_place(f, c, 0, &relation);
        if (inner != CGI_NO_TOKEN)
            add_all(f, inner, relation);
    }
}

/* "bombed the outskirts of Herat": what was hit is a part of the place. */
static void of_parts(finder *f, uint32_t carrier)
{
    for (uint32_t c = token(f, carrier)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling) {
        cgi_rel rel = (cgi_rel)token(f, c)->rel;
        long relation = 0;
        if (rel != CGI_REL_OBJ && rel != CGI_REL_NSUBJ_PASS)
            continue;
        uint32_t whole = whole_place(f, c, &relation);
        if (whole != c)
            add_all(f, whole, relation);
    }
}

/* What was hit or held was where it happened. */
static void of_targets(finder *f)
{
    size_t n = statement(f)->arguments.n;
    for (size_t i = 0; i < n; i++) {
        cgi_argument a = statement(f)->arguments.at[i];
        if (a.role != CGI_ROLE_PATIENT)
            continue;
        const cgi_thing *t = &f->r->out->things.at[a.thing];
        if (!cgi_kind_is_place(t->kind))
            continue;
        a.why.rule = "place/target";
        if (t->is_named)
            push(f, CGI_ROLE_PLACE, a.thing, a.why);
        add_around(f, a.thing, a.why);
    }
}

/* ---- Around a clause ------------------------------------------------- */

static void whole_clause(finder *f, uint32_t t)
{
    direct(f, t);
    if (!is_located(f))
        nested(f, t);
    if (!is_located(f) && cgi_is_verb(f->r, t))
        of_parties(f, t);
}

/* Clauses below that tell of the same scene; with `after` also what went
 * before: "was shot after she left a mosque in Farah". */
static void below(finder *f, uint32_t carrier, bool after)
{
    for (uint32_t c = token(f, carrier)->child;
         c != CGI_NO_TOKEN && !is_located(f); c = token(f, c)->sibling) {
        if (cgi_is_scene_below(f->r, f->trigger, c, after))
            whole_clause(f, c);
    }
}

static void above(finder *f, uint32_t t)
{
    for (int i = 0; i < CLIMB_MAX && !is_located(f); i++) {
        t = cgi_scene_above(f->r, f->trigger, t);
        if (t == CGI_NO_TOKEN)
            return;
        whole_clause(f, t);
    }
}

/* ---- The search ------------------------------------------------------ */

/* Attacks, floods and marches take place somewhere; accusing does not. */
static bool takes_place(const cgi_reading *r, const cgi_statement *s)
{
    if (cgi_world_in_list(NULL, r->world, "located-act",
                          cgi_slice_of(s->predicate)))
        return true;
    for (const cgi_type *t = s->type; t; t = t->broader)
        if (cgi_world_in_list(NULL, r->world, "located-type",
                              cgi_slice_of(t->name)))
            return true;
    return false;
}

static void search(finder *f)
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
    if (!takes_place(f->r, statement(f)))
        return;
    of_targets(f);
    f->rule = "place/target";
    if (cgi_is_verb(f->r, at[0]))
        of_parts(f, at[0]);
    f->rule = "place/inside";
    f->confidence = INSIDE;
    for (size_t i = 0; i < n && !is_located(f); i++)
        nested(f, at[i]);
    for (size_t i = 0; i < n && !is_located(f); i++)
        of_parties(f, at[i]);
    f->rule = "place/scene";
    f->confidence = SCENE;
    for (size_t i = 0; i < n && !is_located(f); i++)
        below(f, at[i], false);
    if (!is_located(f))
        above(f, at[n - 1]);
    f->confidence = BEFORE;
    for (size_t i = 0; i < n && !is_located(f); i++)
        below(f, at[i], true);
}

/* The deaths are where the attack is. */
static void from_whole(finder *f)
{
    const cgi_statement *s = statement(f);
    for (size_t i = 0; i < s->arguments.n; i++) {
        if (s->arguments.at[i].role != CGI_ROLE_PART_OF)
            continue;
        const cgi_statement *whole =
            &f->r->out->statements.at[s->arguments.at[i].thing];
        for (size_t k = 0; k < whole->arguments.n; k++) {
            cgi_argument a = whole->arguments.at[k];
            if (a.role != CGI_ROLE_PLACE && a.role != CGI_ROLE_NEAR)
                continue;
            a.why.rule = "place/whole";
            push(f, a.role, a.thing, a.why);
            s = statement(f);
        }
    }
}

static uint32_t block_of(const cgi_reading *r, uint32_t t)
{
    return r->l->sentences[cgi_token_at(r, t)->sentence].block;
}

/* The name of a place in the dateline, or NULL. */
static const cgi_named *dateline_name(const cgi_reading *r)
{
    cgi_slice d = r->l->article->dateline;
    for (size_t i = 0; i < r->names.n && d.len; i++) {
        const cgi_named *n = &r->names.at[i];
        const char *at = r->l->article->text + cgi_token_at(r, n->first)->begin;
        if (at >= d.at + d.len)
            return NULL;
        if (at >= d.at && n->gaz && n->gaz->kind == CGI_KIND_SETTLEMENT)
            return n;
    }
    return NULL;
}

static bool names_a_place(const cgi_reading *r, uint32_t sentence)
{
    const cgi_sentence *s = &r->l->sentences[sentence];
    for (uint32_t t = s->first; t < s->end; t++)
        if (r->name_at[t] != CGI_NONE && is_place(r, t))
            return true;
    return false;
}

static bool is_recent(const cgi_reading *r, const cgi_statement *s)
{
    cgi_date today = r->l->article->date;
    if (!today.year || !s->from.year || s->precision != CGI_PRECISION_DAY ||
        s->status != CGI_STATUS_PAST)
        return false;
    long ago = cgi_date_to_days(today) - cgi_date_to_days(s->from);
    return ago >= 0 && ago <= RECENT_DAYS;
}

/* The place of reporting is that of what its paragraph tells of the last few
 * days, unless the sentence names any other place. */
static void from_dateline(finder *f, const cgi_named *dateline)
{
    cgi_reading *r = f->r;
    uint32_t head = cgi_name_head(r, dateline);
    uint32_t thing = cgi_thing_of(r, head);
    if (thing == CGI_NONE || block_of(r, head) != block_of(r, f->trigger) ||
        !is_recent(r, statement(f)) || !takes_place(r, statement(f)) ||
        names_a_place(r, token(f, f->trigger)->sentence))
        return;
    cgi_span words = cgi_tokens_span(r, dateline->first, dateline->end);
    push(f, CGI_ROLE_PLACE, thing,
         (cgi_reason){"place/dateline", DATELINE, words});
}

void cgi_places_of_datelines(cgi_reading *r)
{
    finder f = {.r = r};
    const cgi_named *dateline = dateline_name(r);
    for (uint32_t i = 0; dateline && i < r->out->statements.n; i++) {
        f.statement = i;
        f.trigger = r->triggers.at[i];
        if (!has_place(&f))
            from_dateline(&f, dateline);
    }
}

void cgi_places_of_events(cgi_reading *r)
{
    finder f = {.r = r};
    for (uint32_t i = 0; i < r->out->statements.n; i++) {
        f.statement = i;
        f.trigger = r->triggers.at[i];
        search(&f);
    }
    for (uint32_t i = 0; i < r->out->statements.n; i++) {
        f.statement = i;
        f.trigger = r->triggers.at[i];
        if (!has_place(&f))
            from_whole(&f);
    }
}
