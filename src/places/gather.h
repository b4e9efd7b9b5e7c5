/* SPDX-License-Identifier: Apache-2.0
 *
 * gather.h -- puts together the file of places; not installed.
 *
 * Lists of others are read in the order countries, regions, cities, towns.
 * Two places that bear one name inside the same region and do not lie near
 * each other cannot be told apart by a reader of news: one of them stays, and
 * has no position unless it is the only one of which a population is known.
 */
#ifndef CG_PLACES_GATHER_H
#define CG_PLACES_GATHER_H

#include <stdio.h>

#include "world/places.h"

#define CGI_NO_PLACE UINT32_MAX

/* Degrees. */
typedef struct {
    double lat, lon;
} cgi_position;

typedef struct {
    cgi_arena *arena;
    const cg_world *world;
    CGI_VEC(cgi_place) places;
    CGI_VEC(cgi_place_name) names;
    cgi_table codes;       /* "AF", "AF-KAB": to the number of a place. */
    cgi_table regions;     /* Country and name: likewise. */
    cgi_table settlements; /* Place around it and name: likewise. */
} cgi_gatherer;

/* Adds a place; `within` is CGI_NO_PLACE for a country. Its label is no name
 * of it yet. */
uint32_t cgi_gather_place(cgi_gatherer *g, cgi_kind kind, const char *label,
                          uint32_t within);

void cgi_gather_name(cgi_gatherer *g, uint32_t place, const char *name);

/* The number kept under a key, or CGI_NO_PLACE. */
uint32_t cgi_gather_find(const cgi_table *t, const char *key);
void cgi_gather_keep(cgi_gatherer *g, cgi_table *t, const char *key,
                     uint32_t place);

/* The region of a country with this name, made if need be. */
uint32_t cgi_gather_region(cgi_gatherer *g, uint32_t country, const char *name);

/* A city or town, or a county with `kind` CGI_KIND_REGION. */
uint32_t cgi_gather_settlement(cgi_gatherer *g, cgi_kind kind,
                               const char *label, uint32_t within,
                               cgi_position at, uint32_t population);

/* Whether a settlement of that name lies directly within a place. */
bool cgi_gather_has(cgi_gatherer *g, uint32_t within, const char *name);

/* Gives regions the middle of their cities; after the last city. */
void cgi_gather_middles(cgi_gatherer *g);

/* The lists: ISO 3166 as JSON, the library of GeoNames, the gazetteer of the
 * United States Census Bureau as Debian's weather-util-data has it. */
cg_status cgi_gather_countries(cgi_gatherer *g, const char *folder,
                               cg_error *err);
void cgi_gather_cities(cgi_gatherer *g);
cg_status cgi_gather_towns(cgi_gatherer *g, FILE *from, cg_error *err);

#endif
