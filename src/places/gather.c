/* SPDX-License-Identifier: Apache-2.0
 *
 * gather.c -- puts together the file of places.
 */
#include "places/gather.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"

#define DEGREE 10000.0

/* Two places of one name and region this near are the same, in degrees. */
#define NEAR 0.25

uint32_t cgi_gather_find(const cgi_table *t, const char *key)
{
    const uint32_t *place = cgi_table_find(t, cgi_slice_of(key));
    return place ? *place : CGI_NO_PLACE;
}

void cgi_gather_keep(cgi_gatherer *g, cgi_table *t, const char *key,
                     uint32_t place)
{
    uint32_t *value = cgi_arena_alloc(g->arena, sizeof *value);
    *value = place;
    *cgi_table_at(t, g->arena, cgi_slice_of(key)) = value;
}

static const char *fold(cgi_gatherer *g, const char *name)
{
    char key[CGI_PLACE_KEY_MAX];
    size_t n = cgi_utf8_fold(key, sizeof key, cgi_slice_of(name));
    return n ? cgi_arena_strndup(g->arena, key, n) : NULL;
}

uint32_t cgi_gather_place(cgi_gatherer *g, cgi_kind kind, const char *label,
                          uint32_t within)
{
    uint32_t number = (uint32_t)g->places.n;
    cgi_place p = {.label = cgi_arena_strndup(g->arena, label, strlen(label)),
                   .within = within == CGI_NO_PLACE ? number : within,
                   .lat = CGI_PLACE_NOWHERE,
                   .kind = kind};
    CGI_PUSH(g->arena, &g->places, p);
    return number;
}

void cgi_gather_name(cgi_gatherer *g, uint32_t place, const char *name)
{
    cgi_place_name n = {fold(g, name), place};
    if (n.key)
        CGI_PUSH(g->arena, &g->names, n);
}

/* A folded name without the word that says what it is: "kabul province". */
static char *without_kind(cgi_gatherer *g, const char *key)
{
    char *out = cgi_arena_strndup(g->arena, key, strlen(key));
    char *last = strrchr(out, ' ');
    if (last && cgi_world_in_list(NULL, g->world, "generic-place",
                                  cgi_slice_of(last + 1)))
        *last = '\0';
    return out;
}

static const char *key_within(cgi_gatherer *g, uint32_t within, const char *key)
{
    return cgi_arena_printf(g->arena, "%u\n%s", within, key);
}

uint32_t cgi_gather_region(cgi_gatherer *g, uint32_t country, const char *name)
{
    const char *full = fold(g, name);
    if (!full)
        return country;
    const char *bare = without_kind(g, full);
    const char *key = key_within(g, country, bare);
    uint32_t known = cgi_gather_find(&g->regions, key);
    if (known != CGI_NO_PLACE)
        return known;
    uint32_t number = cgi_gather_place(g, CGI_KIND_REGION, name, country);
    cgi_gather_keep(g, &g->regions, key, number);
    cgi_gather_name(g, number, full);
    if (strcmp(bare, full) != 0)
        cgi_gather_name(g, number, bare);
    return number;
}

static int32_t units(double degrees)
{
    return (int32_t)lround(degrees * DEGREE);
}

static bool is_near(const cgi_place *p, cgi_position at)
{
    return p->lat != CGI_PLACE_NOWHERE &&
           fabs(p->lat / DEGREE - at.lat) < NEAR &&
           fabs(p->lon / DEGREE - at.lon) < NEAR;
}

/* A second bearer of a name within the same region. */
static void meet(cgi_place *p, cgi_position at, uint32_t population)
{
    if (is_near(p, at)) {
        if (population > p->population)
            p->population = population;
    } else if (population || !p->population) {
        p->lat = CGI_PLACE_NOWHERE;
    }
}

uint32_t cgi_gather_settlement(cgi_gatherer *g, cgi_kind kind,
                               const char *label, uint32_t within,
                               cgi_position at, uint32_t population)
{
    const char *name = fold(g, label);
    if (!name)
        return CGI_NO_PLACE;
    const char *key = key_within(g, within, name);
    uint32_t number = cgi_gather_find(&g->settlements, key);
    if (number != CGI_NO_PLACE) {
        meet(&g->places.at[number], at, population);
        return number;
    }
    number = cgi_gather_place(g, kind, label, within);
    cgi_place *p = &g->places.at[number];
    p->lat = units(at.lat);
    p->lon = units(at.lon);
    p->population = population;
    cgi_gather_keep(g, &g->settlements, key, number);
    cgi_gather_name(g, number, label);
    return number;
}

bool cgi_gather_has(cgi_gatherer *g, uint32_t within, const char *name)
{
    const char *key = fold(g, name);
    return key && cgi_gather_find(&g->settlements,
                                  key_within(g, within, key)) != CGI_NO_PLACE;
}

/* ---- The middle of regions ----------------------------------------------- */

/* Unit vectors, so that no region suffers from lying astride the date line. */
typedef struct {
    double x, y, z;
} vector;

static void add(vector *sum, const cgi_place *p)
{
    double lat = p->lat / DEGREE * M_PI / 180,
           lon = p->lon / DEGREE * M_PI / 180;
    sum->x += cos(lat) * cos(lon);
    sum->y += cos(lat) * sin(lon);
    sum->z += sin(lat);
}

void cgi_gather_middles(cgi_gatherer *g)
{
    size_t n = g->places.n;
    vector *sums = cgi_arena_array(g->arena, n, sizeof *sums);
    for (size_t i = 0; i < n; i++) {
        const cgi_place *p = &g->places.at[i];
        if (p->kind != CGI_KIND_SETTLEMENT || p->lat == CGI_PLACE_NOWHERE)
            continue;
        for (uint32_t k = p->within; g->places.at[k].kind == CGI_KIND_REGION;
             k = g->places.at[k].within)
            add(&sums[k], p);
    }
    for (size_t i = 0; i < n; i++) {
        const vector *v = &sums[i];
        if (v->x == 0 && v->y == 0 && v->z == 0)
            continue;
        double lat = atan2(v->z, hypot(v->x, v->y)), lon = atan2(v->y, v->x);
        g->places.at[i].lat = units(lat * 180 / M_PI);
        g->places.at[i].lon = units(lon * 180 / M_PI);
    }
}
