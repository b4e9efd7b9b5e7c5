/* SPDX-License-Identifier: Apache-2.0
 *
 * placetime.c -- where and when each event was.
 *
 * Only what hangs on the event's own words counts: on its trigger, on the
 * light verb that carries it, or for a noun on the verb whose subject or
 * object it is. A place elsewhere in the sentence is somebody else's.
 */
#include "extract/reading.h"

/* list:place-preposition */
enum { AT = 1, NEAR = 2 };

/* "the area surrounding the embassy": steps to the place that is meant. */
#define PART_STEPS 3

/* The words that tell of the event, nearest first. */
static size_t carriers(uint32_t out[3], const cgi_reading *r, uint32_t trigger)
{
    size_t n = 0;
    const cgi_token *k = cgi_token_at(r, trigger);
    out[n++] = trigger;
    if (r->light_of[trigger] != CGI_NO_TOKEN)
        out[n++] = r->light_of[trigger];
    cgi_rel rel = cgi_rel_base((cgi_rel)k->rel);
    if (n == 1 && !cgi_is_verb(r, trigger) && k->head != CGI_NO_TOKEN &&
        cgi_is_verb(r, k->head) && r->statement_at[k->head] == CGI_NONE &&
        (rel == CGI_REL_NSUBJ || rel == CGI_REL_OBJ))
        out[n++] = k->head;
    return n;
}

/* ---- Places ---------------------------------------------------------- */

static bool is_place(const cgi_reading *r, uint32_t t)
{
    return cgi_kind_is_place(cgi_kind_of(r, t));
}

/* "the area surrounding X", "the outskirts of X": the part itself is nameless,
 * so go on to what it is a part of. */
static uint32_t whole_place(const cgi_reading *r, uint32_t t, long *relation)
{
    for (int i = 0; i < PART_STEPS && cgi_token_in(r, t, "place-part"); i++) {
        uint32_t next = CGI_NO_TOKEN;
        for (uint32_t c = cgi_token_at(r, t)->child; c != CGI_NO_TOKEN;
             c = cgi_token_at(r, c)->sibling) {
            uint32_t object = cgi_child(r, c, CGI_REL_OBJ);
            if (cgi_token_at(r, c)->rel == CGI_REL_NMOD && is_place(r, c))
                next = c;
            else if (cgi_token_at(r, c)->rel == CGI_REL_ACL &&
                     object != CGI_NO_TOKEN && is_place(r, object))
                next = object;
        }
        if (next == CGI_NO_TOKEN)
            break;
        *relation = cgi_token_value(r, t, "place-part", AT);
        t = next;
    }
    return t;
}

/* The relation of "in", "near", "north of"; 0 for other prepositions. */
static long place_relation(const cgi_reading *r, uint32_t t)
{
    uint32_t p = cgi_child(r, t, CGI_REL_CASE);
    return p == CGI_NO_TOKEN ? 0
                             : cgi_token_value(r, p, "place-preposition", 0);
}

/* The town or country around a place, as another place of the event. */
static void add_around(cgi_reading *r, uint32_t statement, uint32_t thing,
                       const cgi_argument *inner)
{
    uint32_t around = r->out->things.at[thing].within;
    cgi_statement *s = &r->out->statements.at[statement];
    if (around == CGI_NONE ||
        r->out->things.at[thing].kind != CGI_KIND_FACILITY)
        return;
    for (size_t i = 0; i < s->arguments.n; i++)
        if (s->arguments.at[i].thing == around &&
            s->arguments.at[i].role >= CGI_ROLE_PLACE)
            return;
    cgi_argument a = {CGI_ROLE_PLACE, around, inner->why};
    a.why.rule = "place/around";
    CGI_PUSH(r->a, &s->arguments, a);
}

/* "an attack on the embassy" is not "on" it as a table is. */
static bool plays_part(const cgi_reading *r, uint32_t statement, uint32_t thing)
{
    const cgi_statement *s = &r->out->statements.at[statement];
    for (size_t i = 0; i < s->arguments.n; i++)
        if (s->arguments.at[i].thing == thing &&
            s->arguments.at[i].role != CGI_ROLE_PART_OF)
            return true;
    return false;
}

static void add_place(cgi_reading *r, uint32_t statement, uint32_t t,
                      long relation, const char *rule, int confidence)
{
    t = whole_place(r, t, &relation);
    if (!is_place(r, t) || plays_part(r, statement, cgi_thing_of(r, t)))
        return;
    size_t before = r->out->statements.at[statement].arguments.n;
    cgi_statement_add(r, statement,
                      relation == NEAR ? CGI_ROLE_NEAR : CGI_ROLE_PLACE, t,
                      rule, confidence);
    cgi_statement *s = &r->out->statements.at[statement];
    if (s->arguments.n == before)
        return;
    const cgi_argument *a = &s->arguments.at[before];
    add_around(r, statement, a->thing, a);
}

/* "in Kabul", "the Kabul bombing", "in Kabul and Herat". */
static void places_below(cgi_reading *r, uint32_t statement, uint32_t carrier)
{
    for (uint32_t c = cgi_token_at(r, carrier)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        const cgi_token *k = cgi_token_at(r, c);
        long relation = place_relation(r, c);
        cgi_rel rel = cgi_rel_base((cgi_rel)k->rel);
        if (relation && (rel == CGI_REL_OBL || rel == CGI_REL_NMOD)) {
            add_place(r, statement, c, relation, "place/preposition", 80);
            for (uint32_t d = k->child; d != CGI_NO_TOKEN;
                 d = cgi_token_at(r, d)->sibling)
                if (cgi_token_at(r, d)->rel == CGI_REL_CONJ)
                    add_place(r, statement, d, relation, "place/conjunct", 70);
        } else if (k->rel == CGI_REL_COMPOUND && !cgi_is_verb(r, carrier) &&
                   cgi_kind_of(r, c) != CGI_KIND_FACILITY) {
            add_place(r, statement, c, AT, "place/compound", 70);
        }
    }
}

/* "killed two farmers in Herat": trees hang the place on the farmers, but it
 * is where they were killed. */
static void places_of_victims(cgi_reading *r, uint32_t statement,
                              uint32_t trigger)
{
    for (uint32_t c = cgi_token_at(r, trigger)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        cgi_rel rel = (cgi_rel)cgi_token_at(r, c)->rel;
        cgi_kind kind = cgi_kind_of(r, c);
        if ((rel == CGI_REL_OBJ || rel == CGI_REL_NSUBJ_PASS) &&
            (kind == CGI_KIND_PERSON || kind == CGI_KIND_GROUP))
            places_below(r, statement, c);
    }
}

/* What was hit was where it happened. */
static void place_of_target(cgi_reading *r, uint32_t statement)
{
    cgi_statement *s = &r->out->statements.at[statement];
    size_t n = s->arguments.n;
    for (size_t i = 0; i < n; i++) {
        cgi_argument a = r->out->statements.at[statement].arguments.at[i];
        if (a.role == CGI_ROLE_PATIENT &&
            r->out->things.at[a.thing].kind == CGI_KIND_FACILITY)
            add_around(r, statement, a.thing, &a);
    }
}

/* ---- Dates ----------------------------------------------------------- */

/* A time expression that hangs on the carrier, with or without preposition. */
static uint32_t time_below(const cgi_reading *r, uint32_t carrier)
{
    for (uint32_t c = cgi_token_at(r, carrier)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        if (cgi_is_verb(r, c) || cgi_token_at(r, c)->rel == CGI_REL_CONJ ||
            cgi_rel_base((cgi_rel)cgi_token_at(r, c)->rel) == CGI_REL_NSUBJ)
            continue;
        if (r->time_at[c] != CGI_NONE)
            return r->time_at[c];
        /* "on the morning of September 5" */
        for (uint32_t d = cgi_token_at(r, c)->child; d != CGI_NO_TOKEN;
             d = cgi_token_at(r, d)->sibling)
            if (r->time_at[d] != CGI_NONE && cgi_token_in(r, c, "time-noun"))
                return r->time_at[d];
    }
    return CGI_NONE;
}

static bool give_date(cgi_statement *s, const cgi_time *time)
{
    if ((time->type != CGI_TIME_DATE && time->type != CGI_TIME_TIME) ||
        !time->from.year || time->precision == CGI_PRECISION_DECADE)
        return false;
    s->from = time->from;
    s->to = time->to;
    if (time->is_range_open)
        s->to = (cgi_date){0, 0, 0};
    s->precision = time->precision;
    return true;
}

static void find_date(cgi_reading *r, uint32_t statement, const uint32_t *at,
                      size_t n)
{
    cgi_statement *s = &r->out->statements.at[statement];
    for (size_t i = 0; i < n; i++) {
        uint32_t time = time_below(r, at[i]);
        if (time != CGI_NONE && give_date(s, &r->l->times[time]))
            return;
    }
}

void cgi_place_time(cgi_reading *r)
{
    for (uint32_t i = 0; i < r->out->statements.n; i++) {
        uint32_t at[3];
        size_t n = carriers(at, r, r->triggers.at[i]);
        for (size_t k = 0; k < n; k++)
            places_below(r, i, at[k]);
        if (cgi_is_verb(r, at[0]))
            places_of_victims(r, i, at[0]);
        place_of_target(r, i);
        find_date(r, i, at, n);
    }
}
