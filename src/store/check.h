/* SPDX-License-Identifier: Apache-2.0
 *
 * check.h -- whether graphs keep the shapes of ontology/shapes.ttl.
 *
 * shapes.c reads the shapes, check.c holds nodes against them, values.c knows
 * what a literal may look like, and offsets.c does what shapes cannot say. The
 * part of SHACL Core that is understood is what shapes.ttl uses; anything else
 * in a shape is an error, so that no constraint is passed over in silence.
 */
#ifndef CG_STORE_CHECK_H
#define CG_STORE_CHECK_H

#include <regex.h>

#include "article/article.h"
#include "store/triples.h"

typedef struct cgi_shape cgi_shape;
typedef CGI_VEC(cgi_shape *) cgi_shapes;

/* A class, property or value that a constraint speaks of. */
typedef struct {
    uint32_t id;      /* In the data; CGI_NO_TERM if it is not there. */
    const char *name; /* "cg:Claim". */
} cgi_named;

struct cgi_shape {
    const char *name; /* "Claim"; of a nested shape, that of the outer. */
    cgi_named target; /* sh:targetClass; name is NULL if none. */
    cgi_named path;   /* Of a property shape; likewise. */
    bool is_inverse;
    long min_count, max_count, min_length; /* -1: none. */
    bool must_be_iri;
    const char *datatype;         /* IRI; NULL: any. */
    const char *pattern;          /* NULL: any. */
    const regex_t *regex;         /* Compiled from it. */
    const char *min, *max;        /* Numbers, inclusive; NULL. */
    cgi_named less, less_or_same; /* Properties; name NULL. */
    CGI_VEC(cgi_named) classes, in;
    cgi_shapes nodes, properties;
    CGI_VEC(cgi_shapes) choices; /* Each sh:or; one of its shapes must fit. */
};

typedef struct {
    cgi_shapes all; /* Those with a target. */
    CGI_VEC(regex_t *) regexes;
} cgi_shape_set;

/* Reads the shapes of `from` for checking `data`; both are settled. The set
 * must be cleared, also after a failure or a jump. */
cg_status cgi_shapes_read(cgi_shape_set *out, cgi_arena *a,
                          const cgi_triples *from, const cgi_triples *data,
                          cg_error *err);
void cgi_shapes_clear(cgi_shape_set *set);

/* Whom to tell, and what not to look at. */
typedef struct {
    const cgi_triples *t;
    cgi_arena *a;
    cg_evidence evidence; /* What was left out of the graph on purpose. */
    cg_finding_handler handler;
    void *user;
    size_t n_found;
} cgi_check;

void cgi_check_tell(cgi_check *c, const char *node, const char *shape,
                    const char *text);

void cgi_check_shapes(cgi_check *c, const cgi_shape_set *set);

/* What SHACL cannot say: IRIs, blank nodes, offsets that belong together. */
void cgi_check_terms(cgi_check *c);
void cgi_check_offsets(cgi_check *c);

/* The mentions of one article against its text. */
void cgi_check_article(cgi_check *c, const cgi_article *article);

/* ---- values.c ------------------------------------------------------------ */

/* Is `text` a value of the datatype with that IRI? True for datatypes that we
 * do not write. */
bool cgi_value_is(const char *text, const char *datatype);

/* -1, 0 or 1 as `a` is less, equal or greater: numbers by size, anything else
 * (dates) by its text. */
int cgi_value_compare(const char *a, const char *b);

#endif
