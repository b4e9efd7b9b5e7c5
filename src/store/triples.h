/* SPDX-License-Identifier: Apache-2.0
 *
 * triples.h -- RDF that was written before, as a set of triples in memory.
 *
 * Terms are numbered, and after cgi_triples_settle() the numbers are in the
 * order of the terms' text: whatever goes through triples in order is in the
 * same order for the same set, however it came in. Graph names are dropped,
 * since no meaning lives in them.
 *
 *     cgi_triples t = {.arena.on_fail = &here};
 *     CG_TRY(cgi_triples_read(&t, file, format, err));   as often as needed
 *     cgi_triples_settle(&t);
 *     uint32_t type = cgi_triples_iri(&t, RDF_TYPE);
 *     cgi_range claims = cgi_triples_to(&t, type, claim_class);
 *
 * A number that no term has (CGI_NO_TERM) may be given to every look-up; it
 * finds nothing.
 */
#ifndef CG_STORE_TRIPLES_H
#define CG_STORE_TRIPLES_H

#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/slice.h"

#define CGI_NO_TERM UINT32_MAX

/* Most different terms, and most triples, that are read. */
#define CGI_TRIPLES_MAX ((size_t)1 << 30)

typedef enum { CGI_TERM_IRI, CGI_TERM_BLANK, CGI_TERM_LITERAL } cgi_term_kind;

typedef struct {
    cgi_term_kind kind;
    const char *text;     /* Checked UTF-8 without a NUL inside. */
    const char *language; /* Lower case as raptor has it; "" if none. */
    const char *datatype; /* IRI; "" for plain literals. */
} cgi_term;

typedef struct {
    uint32_t s, p, o;
} cgi_triple;

/* Some triples that stand together. */
typedef struct {
    const cgi_triple *at;
    size_t n;
} cgi_range;

typedef struct {
    cgi_arena arena; /* Owns everything; its on_fail must be set. */
    CGI_VEC(cgi_term) terms;
    CGI_VEC(cgi_triple) all; /* When settled: unique, by subject. */
    cgi_triple *by_object;   /* When settled: the same by object. */
    cgi_triple *by_property; /* Likewise, by property and subject. */
    uint32_t *slots;         /* Hash table of term numbers + 1. */
    size_t n_slots;
    size_t n_files; /* Blank nodes of two files are never one. */
} cgi_triples;

/* Adds the statements of `from`. `format` is one of the RDF formats, or
 * CG_FORMAT_JSON for "look at the first bytes" (see cgi_triples_guess).
 * CG_ERR_TEXT with the line for what does not parse or is not UTF-8. */
cg_status cgi_triples_read(cgi_triples *t, FILE *from, cg_format format,
                           cg_error *err);

/* The RDF format that a file which begins with `start` must be in. */
cg_format cgi_triples_guess(cgi_slice start);

/* Adds one term or triple; numbers hold until cgi_triples_settle(). */
uint32_t cgi_triples_term(cgi_triples *t, const cgi_term *term);
void cgi_triples_add(cgi_triples *t, cgi_triple triple);

/* Sorts; after the last reading and before the first look-up. */
void cgi_triples_settle(cgi_triples *t);

void cgi_triples_clear(cgi_triples *t);

/* ---- Look-ups ------------------------------------------------------------ */

/* The number of an IRI, of any term. */
uint32_t cgi_triples_iri(const cgi_triples *t, const char *iri);
uint32_t cgi_triples_find(const cgi_triples *t, const cgi_term *term);

cgi_range cgi_triples_of(const cgi_triples *t, uint32_t s);
cgi_range cgi_triples_with(const cgi_triples *t, uint32_t s, uint32_t p);
cgi_range cgi_triples_by(const cgi_triples *t, uint32_t p);
cgi_range cgi_triples_into(const cgi_triples *t, uint32_t o);
cgi_range cgi_triples_to(const cgi_triples *t, uint32_t p, uint32_t o);
bool cgi_triples_has(const cgi_triples *t, uint32_t s, uint32_t p, uint32_t o);

/* The first object of s and p, or CGI_NO_TERM; and its text, or NULL. */
uint32_t cgi_triples_object(const cgi_triples *t, uint32_t s, uint32_t p);
const char *cgi_triples_text(const cgi_triples *t, uint32_t s, uint32_t p);

#endif
