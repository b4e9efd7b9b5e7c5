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

/* Whether the position of a place is known, and where it is. */
bool cgi_geo_position(cgi_geo *out, const cgi_gaz *gaz);

/* Kilometres between two positions. */
double cgi_geo_km(cgi_geo a, cgi_geo b);

/* How likely a place is to be meant, for its size alone: the decimal logarithm
 * of a city's population, and what compares to it for the rest. A region that
 * is not known by this very name mostly bears that of its town. */
double cgi_geo_size(const cgi_gaz *gaz, bool is_known);

#endif
