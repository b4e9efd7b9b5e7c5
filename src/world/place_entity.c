/* SPDX-License-Identifier: Apache-2.0
 *
 * place_entity.c -- entities of places that the file of places knows.
 *
 * They cannot be kept in the world, which threads share, so each document
 * makes those that it needs.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "world/places.h"

#define DEGREE 10000

/* What is around a place: "Illinois" and "USA" of Springfield. */
#define AROUND_MAX 4

/* "-89.6437": decimals as Turtle has them, zeros at the end left out. */
static const char *degrees(cgi_arena *a, int32_t value)
{
    char *text = cgi_arena_printf(a, "%s%d.%04d", value < 0 ? "-" : "",
                                  abs(value) / DEGREE, abs(value) % DEGREE);
    size_t n = strlen(text);
    while (text[n - 1] == '0' && text[n - 2] != '.')
        text[--n] = '\0';
    return text;
}

/* Letters and digits of a name, "_" between words; the bytes of other letters
 * are written in hexadecimal. */
static char *put_word(char *at, const char *end, const char *name)
{
    char key[CGI_PLACE_KEY_MAX];
    size_t n = cgi_utf8_fold(key, sizeof key, cgi_slice_of(name));
    bool starts = true;
    for (size_t i = 0; i < n && at + 3 < end; i++) {
        unsigned char c = (unsigned char)key[i];
        bool is_small = c >= 'a' && c <= 'z';
        if (c >= 0x80)
            at += snprintf(at, 3, "%02X", c);
        else if (is_small || (c >= '0' && c <= '9'))
            *at++ = (char)(is_small && starts ? c - 'a' + 'A' : c);
        else if (!starts)
            *at++ = '_';
        starts = c == ' ';
    }
    return at;
}

/* cge:Springfield-Illinois-USA; the builder sees to it that no two places
 * around which the same lies fold to the same name. */
static const char *iri_of(cgi_place_entities *e, uint32_t number)
{
    char text[AROUND_MAX * CGI_PLACE_KEY_MAX];
    char *at = text;
    const char *end = text + sizeof text - 1;
    for (int i = 0; i < AROUND_MAX; i++) {
        cgi_place p = cgi_places_at(e->world->places, number);
        if (i)
            *at++ = '-';
        if (p.kind == CGI_KIND_COUNTRY)
            at += snprintf(at, (size_t)(end - at), "%.3s", p.label);
        else
            at = put_word(at, end, p.label);
        if (p.within == number)
            break;
        number = p.within;
    }
    *at = '\0';
    return cgi_arena_printf(e->arena, CGI_ENTITY_NS "%s", text);
}

static const cgi_gaz *make(cgi_place_entities *e, uint32_t number)
{
    cgi_place p = cgi_places_at(e->world->places, number);
    if (p.kind == CGI_KIND_COUNTRY)
        return cgi_world_find_country(e->world, p.label);
    /* `within` is smaller than `number`, so this ends. */
    const cgi_gaz *around =
        p.within == number ? NULL : cgi_place_entity(e, p.within);
    const cgi_gaz *country =
        around && around->kind != CGI_KIND_COUNTRY ? around->country : around;
    if (p.kind == CGI_KIND_REGION && country) {
        const cgi_gaz *known =
            cgi_world_find_region(e->world, country, cgi_slice_of(p.label));
        if (known)
            return known;
    }
    cgi_gaz *g = cgi_arena_alloc(e->arena, sizeof *g);
    *g = (cgi_gaz){.iri = iri_of(e, number),
                   .label = p.label,
                   .kind = p.kind,
                   .country = country,
                   .within = around,
                   .population = (long)p.population};
    if (p.lat != CGI_PLACE_NOWHERE) {
        g->lat = degrees(e->arena, p.lat);
        g->lon = degrees(e->arena, p.lon);
    }
    return g;
}

const cgi_gaz *cgi_place_entity(cgi_place_entities *e, uint32_t place)
{
    cgi_slice key = {(const char *)&place, sizeof place};
    const cgi_gaz **known = cgi_table_find(&e->made, key);
    if (known)
        return *known;
    const cgi_gaz **made = cgi_arena_alloc(e->arena, sizeof *made);
    *made = make(e, place);
    *cgi_table_at(&e->made, e->arena, key) = made;
    return *made;
}
