/* SPDX-License-Identifier: Apache-2.0
 *
 * place_phrase.c -- which phrases are places, and what is near or inside them.
 *
 * A part of a place without a name ("the outskirts of Herat") stands for the
 * place, and its own words say whether it lies in it or only near it.
 */
#include "extract/place.h"

/* "the area surrounding the embassy": steps to the place that is meant. */
#define PART_STEPS 3

/* "in clashes at a checkpoint in Ghazni": phrases within phrases. */
#define DEPTH_MAX 4

/* list:place-preposition and list:place-part */
#define AT   CGI_PLACE_AT
#define NEAR CGI_PLACE_NEAR

static const cgi_token *token(const cgi_place_finder *f, uint32_t t)
{
    return cgi_token_at(f->r, t);
}

bool cgi_is_place(const cgi_reading *r, uint32_t t)
{
    return cgi_kind_is_place(cgi_kind_of(r, t));
}

/* "by" and "on" stand before people, too. */
static bool is_located_by_case(const cgi_place_finder *f, uint32_t t)
{
    uint32_t p = cgi_child(f->r, t, CGI_REL_CASE);
    return p == CGI_NO_TOKEN || cgi_token_in(f->r, p, "strict-locative") ||
           cgi_token_in(f->r, p, "link-of");
}

/* "in Grumbleby": what nobody knows is a place if it stands where one does. */
bool cgi_stands_for_place(cgi_place_finder *f, uint32_t t)
{
    uint32_t thing = cgi_thing_of(f->r, t);
    if (cgi_is_place(f->r, t))
        return true;
    if (thing == CGI_NONE || !f->r->out->things.at[thing].is_named ||
        f->r->out->things.at[thing].kind != CGI_KIND_NONE ||
        f->r->statement_at[t] != CGI_NONE || !is_located_by_case(f, t))
        return false;
    f->r->out->things.at[thing].kind = CGI_KIND_PLACE;
    /* "in Grumbleby in Kenya" */
    for (uint32_t c = token(f, t)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling) {
        uint32_t around = cgi_thing_of(f->r, c);
        if (cgi_has_case(f->r, c, "link-in") && around != CGI_NONE &&
            around != thing && f->r->out->things.at[around].gaz &&
            cgi_is_place(f->r, c))
            f->r->out->things.at[thing].within = around;
    }
    return true;
}

bool cgi_has_name(const cgi_place_finder *f, uint32_t t)
{
    uint32_t thing = cgi_thing_of(f->r, t);
    return thing != CGI_NONE && f->r->out->things.at[thing].is_named;
}

/* The relation of "in", "near", "north of"; 0 for other prepositions. "between"
 * and "by" stand before countries that do something. */
long cgi_place_relation(const cgi_reading *r, uint32_t t)
{
    uint32_t p = cgi_child(r, t, CGI_REL_CASE);
    if (p == CGI_NO_TOKEN || (cgi_token_in(r, p, "party-preposition") &&
                              cgi_kind_of(r, t) == CGI_KIND_COUNTRY))
        return 0;
    return cgi_token_value(r, p, "place-preposition", 0);
}

/* "20 km north of Kabul" is not in Kabul, "the north of Mali" is in Mali. */
long cgi_part_relation(const cgi_place_finder *f, uint32_t t)
{
    if (cgi_token_in(f->r, t, "direction"))
        return cgi_child(f->r, t, CGI_REL_DET) == CGI_NO_TOKEN ? NEAR : AT;
    return cgi_token_value(f->r, t, "place-part", AT);
}

/* "the area surrounding X", "the streets of X", "X's outskirts": the part is
 * nameless, so go on to what it is a part of. */
uint32_t cgi_place_whole(const cgi_place_finder *f, uint32_t t)
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
            if (cgi_is_place(f->r, c) && !cgi_token_in(f->r, c, "direction"))
                return c;
            break;
        case CGI_REL_ACL:
            if (object != CGI_NO_TOKEN && cgi_is_place(f->r, object))
                return object;
            break;
        default: break;
        }
    }
    return CGI_NO_TOKEN;
}

uint32_t cgi_place_named(const cgi_place_finder *f, uint32_t t, long *relation)
{
    for (int i = 0; i < PART_STEPS && !cgi_has_name(f, t) &&
                    cgi_token_in(f->r, t, "place-part");
         i++) {
        uint32_t next = cgi_place_whole(f, t);
        if (next == CGI_NO_TOKEN)
            break;
        long part = cgi_part_relation(f, t);
        *relation = part > *relation ? part : *relation;
        t = next;
    }
    return t;
}

/* "a suburb of Lyon", "a Stockholm theatre", "Lyon's airport"; what is before a
 * noun that is no place must be a town. An embassy lies anywhere but in the
 * country whose it is, and so may "a U.S. base". */
static bool is_inside(const cgi_place_finder *f, uint32_t t, uint32_t c)
{
    cgi_rel rel = (cgi_rel)token(f, c)->rel;
    cgi_kind kind = cgi_kind_of(f->r, c);
    if (!cgi_is_place(f->r, c) || !cgi_has_name(f, c))
        return false;
    if (rel == CGI_REL_NMOD && cgi_has_case(f->r, c, "link-of"))
        return cgi_is_place(f->r, t);
    if (rel != CGI_REL_COMPOUND && rel != CGI_REL_NMOD_POSS)
        return false;
    if (kind == CGI_KIND_COUNTRY &&
        (rel == CGI_REL_COMPOUND || cgi_token_in(f->r, t, "place-abroad")))
        return false;
    return cgi_is_place(f->r, t) || kind == CGI_KIND_SETTLEMENT;
}

uint32_t cgi_place_inner(cgi_place_finder *f, uint32_t t, int depth,
                         long *relation)
{
    uint32_t deeper = CGI_NO_TOKEN, owner = CGI_NO_TOKEN;
    for (uint32_t c = token(f, t)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling) {
        cgi_rel rel = (cgi_rel)token(f, c)->rel;
        long found = cgi_place_relation(f->r, c);
        if ((rel == CGI_REL_NMOD || rel == CGI_REL_OBL) && found &&
            cgi_stands_for_place(f, c)) {
            *relation = found;
            return c;
        }
        if (is_inside(f, t, c)) {
            *relation = AT;
            /* "Israel's south Lebanon zone" */
            if (rel != CGI_REL_NMOD_POSS)
                return c;
            owner = c;
        }
        /* "a factory located in Lyon", "a Lyon courthouse lawn" */
        bool on = rel == CGI_REL_NMOD || rel == CGI_REL_OBL;
        bool leads =
            on ? found || cgi_has_case(f->r, c, "link-of")
               : rel == CGI_REL_COMPOUND ||
                     (rel == CGI_REL_ACL && cgi_token_in(f->r, c, "lying"));
        if (leads && depth < DEPTH_MAX && deeper == CGI_NO_TOKEN)
            deeper = cgi_place_inner(f, c, depth + 1, relation);
    }
    return deeper != CGI_NO_TOKEN ? deeper : owner;
}
