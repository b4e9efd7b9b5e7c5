/* SPDX-License-Identifier: Apache-2.0
 *
 * placenames_inner.c -- places in other names.
 *
 * "Athens Police Department" and "Athens City Hall" tell of Athens, "East
 * Texas" of Texas. Many a word that opens the name of a body is also a hamlet
 * somewhere, so a place must be known, named elsewhere, large, or followed by
 * what only a place has.
 */
#include "extract/toponym.h"

#define INNER_MAX 4

/* Of a town that a body may be named after. */
#define INNER_POPULATION 30000

static bool is_body(const cgi_named *n)
{
    if (n->gaz)
        return cgi_kind_is_body(n->gaz->kind) && n->gaz->kind != CGI_KIND_MEDIA;
    return n->type == CGI_NAME_ORGANIZATION;
}

/* "... City Hall", "... Superior Court": each place has one. */
static bool has_local_word(const cgi_reading *r, uint32_t t, uint32_t end)
{
    for (; t < end; t++)
        if (cgi_token_in(r, t, "local-body"))
            return true;
    return false;
}

/* Is [t, end) a place in a name that ends at `last`? */
static bool is_sure(const cgi_reading *r, const cgi_table *known, uint32_t t,
                    uint32_t end, uint32_t last)
{
    uint32_t first;
    const char *text = cgi_tokens_text(r, t, end);
    cgi_slice name = cgi_slice_of(text);
    const cgi_gaz *g = cgi_world_find_name(r->world, name);
    if ((g && cgi_kind_is_place(g->kind)) || cgi_table_find(known, name))
        return true;
    if (!cgi_places_find(&first, r->world->places, name))
        return false;
    cgi_place p = cgi_places_at(r->world->places,
                                cgi_places_bearer(r->world->places, first));
    if (end == t + 1 && cgi_token_in(r, t, "no-town"))
        return false;
    return p.population >= INNER_POPULATION || has_local_word(r, end, last) ||
           (end > t + 1 && cgi_token_in(r, end - 1, "generic-place"));
}

/* The longest name of a place from `t` that ends before `stop`; `t` if there
 * is none. */
static uint32_t inner_end(const cgi_reading *r, const cgi_table *known,
                          uint32_t t, uint32_t stop, uint32_t last)
{
    if (stop > t + INNER_MAX)
        stop = t + INNER_MAX;
    for (; stop > t; stop--) {
        /* "Georgia State" is a team, "Georgia State Police" are of Georgia. */
        bool state = stop > t + 1 && cgi_token_in(r, stop - 1, "state-word");
        if (is_sure(r, known, t, stop, last) &&
            !(state && is_sure(r, known, t, stop - 1, last)))
            return stop;
    }
    return t;
}

static void push(cgi_reading *r, uint32_t first, uint32_t end)
{
    cgi_named inner = {
        .first = first, .end = end, .type = CGI_NAME_PLACE, .is_inner = true};
    if (!cgi_demonym_at(r, first))
        CGI_PUSH(r->a, &r->inner, inner);
}

/* "Athens Police Department", "University of Kentucky". */
static void of_body(cgi_reading *r, const cgi_table *known, const cgi_named *n)
{
    for (uint32_t t = n->first; t < n->end; t++) {
        bool behind_of = t > n->first && cgi_token_in(r, t - 1, "link-of");
        if (t > n->first && !behind_of)
            continue;
        uint32_t end =
            inner_end(r, known, t, behind_of ? n->end : n->end - 1, n->end);
        if (end > t)
            push(r, t, end);
    }
}

/* "East Texas", "Athens City Hall" */
static void of_place(cgi_reading *r, const cgi_table *known, const cgi_named *n)
{
    uint32_t first = n->first, end = n->end;
    if (end - first > 1 && cgi_token_in(r, end - 1, "local-body")) {
        end = inner_end(r, known, first, end - 1, end);
    } else {
        while (first < end && cgi_token_in(r, first, "part-adjective"))
            first++;
        if (first == n->first ||
            (first < end && inner_end(r, known, first, end, end) != end))
            return;
    }
    if (end > first)
        push(r, first, end);
}

void cgi_placenames_look_inside(cgi_reading *r, const cgi_table *known)
{
    for (size_t i = 0; i < r->names.n; i++) {
        const cgi_named *n = &r->names.at[i];
        if (is_body(n))
            of_body(r, known, n);
        else if (!n->gaz && n->type == CGI_NAME_PLACE &&
                 !cgi_has_bearer(r, cgi_tokens_text(r, n->first, n->end)))
            of_place(r, known, n);
    }
}
