/* SPDX-License-Identifier: Apache-2.0
 *
 * rdf.h -- what the files of the RDF writer share.
 *
 * rdf.c owns the stream and raptor's objects, rdf_terms.c makes and checks one
 * statement, rdf_graph.c knows which statements there are. A statement that
 * cannot be written latches `status`; those after it do nothing, so callers
 * need not look until the end.
 *
 * Each graph goes through twice. The dry pass only checks, so that a graph
 * that holds something unwritable is refused before its first statement and
 * the stream stays as it was.
 */
#ifndef CG_WRITE_RDF_H
#define CG_WRITE_RDF_H

#include <locale.h>
#include <raptor2.h>

#include "base/arena.h"
#include "base/hash.h"
#include "write/write.h"

#define CGI_XSD "http://www.w3.org/2001/XMLSchema#"

typedef struct {
    FILE *to; /* The caller's. */
    raptor_world *world;
    raptor_serializer *serializer;
    raptor_iostream *stream; /* Writes to `buffer`, */
    char buffer[8192];       /* which is written to `to`. */
    size_t n_buffered;
    bool is_started, is_ended;
    locale_t c_locale;  /* raptor reads numbers as the locale has them. */
    bool has_graphs;    /* N-Quads. */
    cg_error complaint; /* The first of raptor or of the stream; raptor's
                           return codes miss some. */

    /* Of the graph that is being written: */
    cgi_arena arena;
    jmp_buf on_fail;
    bool is_dry;
    raptor_term *graph; /* The article; NULL without graph names. */
    cgi_table written;  /* What is to be said only once, in rdf_graph.c. */
    cg_status status;
    cg_error *err;
} cgi_rdf;

/* Says why raptor or the stream failed. */
cg_status cgi_rdf_failed(cgi_rdf *r, cg_error *err);

/* ---- rdf_terms.c: one statement ------------------------------------------
 * `s` and `o` may be any text and are escaped; `p` is a constant. Without an
 * object (NULL, or "" for a value) there is no statement. */

/* Object is an IRI. */
void cgi_rdf_iri(cgi_rdf *r, const char *s, const char *p, const char *o);

/* Object is a term of our vocabulary, by its local name: cg:Certain. */
void cgi_rdf_value(cgi_rdf *r, const char *s, const char *p, const char *name);

/* Object is text on one line; `language` may be NULL. */
void cgi_rdf_text(cgi_rdf *r, const char *s, const char *p, const char *o,
                  const char *language);

/* Object is a number: xsd:integer, xsd:nonNegativeInteger, xsd:decimal (in
 * hundredths, or as it stands in the gazetteer). */
void cgi_rdf_integer(cgi_rdf *r, const char *s, const char *p, long value);
void cgi_rdf_offset(cgi_rdf *r, const char *s, const char *p, uint32_t value);
void cgi_rdf_percent(cgi_rdf *r, const char *s, const char *p, int percent);
void cgi_rdf_decimal(cgi_rdf *r, const char *s, const char *p, const char *o);

/* Object is an xsd:date, or xsd:gYearMonth or xsd:gYear if that is all that is
 * known; no statement for year 0. */
void cgi_rdf_date(cgi_rdf *r, const char *s, const char *p, cgi_date date);

/* Where only the month or the year is known: its first or its last day. */
cgi_date cgi_rdf_first_day(cgi_date date);
cgi_date cgi_rdf_last_day(cgi_date date);

/* `iri` with everything percent-encoded that RFC 3987 does not allow where it
 * stands; stores reject a whole file for one space in an IRI. */
const char *cgi_rdf_escape_iri(cgi_arena *a, const char *iri);

/* ---- rdf_graph.c: all statements ------------------------------------- */

void cgi_rdf_graph(cgi_rdf *r, const cgi_graph *g);

#endif
