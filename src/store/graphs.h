/* SPDX-License-Identifier: Apache-2.0
 *
 * graphs.h -- from triples back to the graphs that they were written from.
 *
 * So a graph that comes from a file or a store can be drawn, or written in
 * another syntax, like one that was just read from an article. There is one
 * cgi_graph for each article. What RDF does not hold is not there: the text
 * (`text` is empty), time expressions, and which words stand for which role
 * (the words of a proposition are given to its roles as well as can be).
 *
 *     cgi_graphs graphs;
 *     cgi_graphs_read(&graphs, &arena, &triples, world);
 *     for (size_t i = 0; i < graphs.n; i++)
 *         writer.ops->add(writer.state, &graphs.at[i], err);
 *
 * Triples may come from anywhere, so anything may be missing, doubled or
 * contradictory; of several values the first in the order of terms counts.
 */
#ifndef CG_STORE_GRAPHS_H
#define CG_STORE_GRAPHS_H

#include "graph/graph.h"
#include "store/triples.h"

typedef struct {
    cgi_graph *at; /* By date of the article, then by IRI. */
    size_t n;
} cgi_graphs;

/* Everything in `out` lives in `a`, or as long as `t` and `world` do. `t` must
 * be settled. `world` may be NULL; it gives types their codes and weights.
 * Jumps to a->on_fail if memory runs out. */
void cgi_graphs_read(cgi_graphs *out, cgi_arena *a, const cgi_triples *t,
                     const cg_world *world);

/* ---- Shared by graphs*.c ------------------------------------------------- */

/* The properties and classes that are looked for, by number. */
typedef enum {
#define CGI_TERM(name, iri) CGI_TERM_##name,
#include "store/terms.def"
    CGI_N_TERMS
} cgi_term_name;

typedef struct {
    const cgi_triples *t;
    cgi_arena *a;
    const cg_world *world;
    uint32_t ids[CGI_N_TERMS]; /* CGI_NO_TERM if not in the triples. */
    uint32_t roles[CGI_N_ROLES];
    void **node_of;         /* Term -> event, proposition or claim. */
    unsigned char *kinds;   /* Term -> which of these: a cgi_node_kind. */
    cgi_entity **entity_of; /* Term -> entity of the present article. */
    uint32_t *touched;      /* The terms that it is set for. */
    size_t n_touched;
    const cgi_type **type_of; /* Term -> type, where the world has none. */
    uint32_t *article_of;     /* Term -> index of the article, CGI_NO_TERM. */
    cgi_graphs *out;
} cgi_loader;

typedef enum {
    CGI_NODE_NONE,
    CGI_NODE_EVENT,
    CGI_NODE_PROPOSITION,
    CGI_NODE_CLAIM
} cgi_node_kind;

/* graphs_values.c: what one node says of itself. */
const char *cgi_loader_text(const cgi_loader *l, uint32_t s, cgi_term_name p);
long cgi_loader_number(const cgi_loader *l, uint32_t s, cgi_term_name p,
                       long none);
int cgi_loader_percent(const cgi_loader *l, uint32_t s, cgi_term_name p);
cgi_date cgi_loader_date(const cgi_loader *l, uint32_t s, cgi_term_name p);
cgi_when cgi_loader_when(const cgi_loader *l, uint32_t s);
int cgi_loader_value(const cgi_loader *l, uint32_t s, cgi_term_name p,
                     const char *const *names, int n, int none);
cgi_evidence cgi_loader_mention(const cgi_loader *l, uint32_t mention);
cgi_evidences cgi_loader_mentions(const cgi_loader *l, uint32_t s,
                                  cgi_term_name p);
const cgi_type *cgi_loader_type(cgi_loader *l, uint32_t event);
cgi_kind cgi_loader_kind(const cgi_loader *l, uint32_t s);

/* The number at the end of "<article>-e88", or UINT32_MAX. */
uint32_t cgi_loader_offset(const cgi_loader *l, uint32_t s);

/* graphs_entities.c: the entities of article `g`, whose term is `article`. */
void cgi_loader_entities(cgi_loader *l, cgi_graph *g, uint32_t article,
                         const uint32_t *nodes, size_t n_nodes);

#endif
