/* SPDX-License-Identifier: Apache-2.0
 *
 * toponym.h -- names of places, and the places that bear them.
 */
#ifndef CG_EXTRACT_TOPONYM_H
#define CG_EXTRACT_TOPONYM_H

#include "extract/reading.h"

/* A position in degrees. */
typedef struct {
    double lat, lon;
} cgi_geo;

/* A place that a name may mean. */
typedef struct {
    const cgi_gaz *gaz;
    cgi_geo at;
    bool is_placed; /* `at` is known. */
    bool is_known;  /* The Turtle gazetteer calls it just so. */
    double size;    /* cgi_geo_size() */
} cgi_candidate;

/* A name in an article, wherever it stands. */
typedef struct {
    CGI_VEC(cgi_candidate) candidates;
    bool is_famous;         /* One of them is known the world over, ... */
    bool is_continent;      /* ... and is a continent or the like. */
    uint32_t chosen;        /* One of them, or CGI_NONE. */
    uint32_t first, n;      /* The first of so many names in the text. */
    const cgi_gaz *country; /* Of the largest candidate; NULL. */
    double vote; /* That each of its candidates gives to its region. */
} cgi_toponym;

/* A name at one place in the text. */
typedef struct {
    cgi_toponym *toponym;  /* NULL if it names no place. */
    uint32_t forced;       /* The candidate that the words here ask for. */
    uint32_t container;    /* Name that an unknown place lies within. */
    const cgi_gaz *around; /* Country or region that is said to be around. */
} cgi_sighting;

/* A place that is known, and the toponym that told it; NULL for a demonym. */
typedef struct {
    const cgi_gaz *gaz;
    const cgi_toponym *from;
    cgi_geo at;
    bool is_placed;
    double weight;
} cgi_observation;

/* What an article speaks of. */
typedef struct {
    cgi_observation *at;
    size_t n, cap;
    const cgi_table *regions; /* By address: what names suggest, a double. */
    double n_toponyms;
} cgi_observations;

/* How the article speaks for a candidate; each from 0 to 1. */
typedef struct {
    double region, country, near;
    double told;    /* As `country`, without what names suggest. */
    bool is_mute;   /* Nothing is told of any country. */
    bool is_silent; /* The article speaks of no other country. */
} cgi_support;

/* Population of a city known the world over. */
#define CGI_LARGE 500000

/* ---- geo.c ----------------------------------------------------------- */

/* Whether the position of a place is known, and where it is. */
bool cgi_geo_position(cgi_geo *out, const cgi_gaz *gaz);

/* Kilometres between two positions. */
double cgi_geo_km(cgi_geo a, cgi_geo b);

/* How likely a place is to be meant, for its size alone: the decimal logarithm
 * of a city's population, and what compares to it for the rest. A region that
 * is not known by this very name mostly bears that of its town. */
double cgi_geo_size(const cgi_gaz *gaz, bool is_known);

/* ---- placenames.c ---------------------------------------------------- */

/* Does any place bear the name, as it stands or calmed? */
bool cgi_has_bearer(const cgi_reading *r, const char *text);

/* ---- placenames_inner.c ---------------------------------------------- */

/* Lists places in the names of bodies and of other places; `known` holds the
 * texts of names of places in the article. */
void cgi_placenames_look_inside(cgi_reading *r, const cgi_table *known);

/* ---- toponym_candidates.c -------------------------------------------- */

/* Names of places, and those that the gazetteer takes for one. */
bool cgi_may_be_place(const cgi_reading *r, const cgi_named *n);

/* What a name may mean; the same for the same words. */
cgi_toponym *cgi_toponym_get(cgi_reading *r, cgi_table *by_text,
                             const cgi_named *n);

/* ---- toponym_around.c ------------------------------------------------ */

bool cgi_gaz_contains(const cgi_gaz *outer, const cgi_gaz *inner);

/* A country or a region. */
bool cgi_gaz_is_wide(const cgi_gaz *g);

/* Reads what the words around all names say of where they are. */
void cgi_containment_read(cgi_reading *r, cgi_sighting *all);

/* ---- toponym_support.c ----------------------------------------------- */

/* The country that a place is or lies in; NULL. */
const cgi_gaz *cgi_gaz_country(const cgi_gaz *g);

/* What an open name suggests of countries and regions. */
void cgi_observe_name(cgi_reading *r, cgi_table *regions, cgi_toponym *t);

/* Nationalities, and names that leave no choice. */
void cgi_observe_certain(cgi_reading *r, cgi_observations *all,
                         const cgi_sighting *sightings);

/* Names that a place was chosen for. */
void cgi_observe_chosen(cgi_reading *r, cgi_observations *all,
                        const cgi_sighting *sightings);

cgi_support cgi_support_of(const cgi_observations *all, const cgi_toponym *t,
                           const cgi_candidate *c);

#endif
