/* SPDX-License-Identifier: Apache-2.0
 *
 * build.h -- from what was extracted to the graph that is written.
 */
#ifndef CG_GRAPH_BUILD_H
#define CG_GRAPH_BUILD_H

#include "extract/extract.h"
#include "graph/graph.h"
#include "lang/lang.h"

#define CGI_DEFAULT_BASE "https://w3id.org/claimgraph/id/"

/* Everything in `out` lives in `a`, or as long as article and extract do. */
void cgi_graph_build(cgi_graph *out, cgi_arena *a, const cgi_article *article,
                     const cgi_extract *x, const char *base,
                     cg_flatten flatten);

/* Takes text and mentions out of a finished graph. */
void cgi_graph_hide(cgi_graph *g, cgi_arena *a, const cgi_article *article,
                    const cgi_lang *lang, cg_evidence how);

/* The IRI of an article with that text. */
const char *cgi_id_of_text(cgi_arena *a, const char *base, cgi_slice text);

/* ---- Shared by the parts of graph/ ----------------------------------- */

typedef struct {
    cgi_arena *a;
    const cgi_article *article;
    const cgi_extract *x;
    cgi_graph *out;
    cgi_table ids;                  /* IRIs that are taken. */
    cgi_entity **entity_of;         /* Thing -> entity, NULL if unused. */
    cgi_event **event_of;           /* Happening -> event. */
    cgi_claim_node **claim_of;      /* Claim -> node. */
    uint32_t *proposition_of;       /* Statement -> proposition. */
    const cgi_statement **first_of; /* Proposition -> its first statement. */
} cgi_builder;

/* ids.c: IRIs as in the documentation of the graph. */
const char *cgi_id_article(cgi_builder *b, const char *base);
const char *cgi_id_named(cgi_builder *b, cgi_kind kind, const char *label);
/* <article>-<letter><code point>, with a letter behind it if that is taken. */
const char *cgi_id_local(cgi_builder *b, char letter, uint32_t offset);
/* White space, quotes and what else an IRI may not hold, percent-encoded;
 * NULL if it is no http(s) address. */
const char *cgi_id_url(cgi_arena *a, const char *url);

cgi_evidence cgi_evidence_of(cgi_builder *b, cgi_span span);

/* voices.c: which claims agree and which contradict each other. */
void cgi_graph_voices(cgi_builder *b);

/* flatten.c: what stands on the events themselves. */
void cgi_graph_flatten(cgi_builder *b, cg_flatten flatten);

#endif
