/* SPDX-License-Identifier: Apache-2.0
 *
 * sample_drawing.h -- diagrams of the sample, written and read again.
 */
#ifndef CG_TEST_SAMPLE_DRAWING_H
#define CG_TEST_SAMPLE_DRAWING_H

#include <graphviz/cgraph.h>

#include "sample_graph.h"
#include "write/dot.h"

/* The id of a node of the sample. */
#define ID(name) "a_abcdefghijkl2345-" name

/* What was written, for free(), with a NUL behind it. */
typedef struct {
    char *at;
    size_t n;
    cg_status status;
} bytes;

bytes written_as(cg_format format, const cg_drawing *drawing,
                 const cgi_graph *const *graphs, size_t n);
bytes written(cg_format format, size_t max_nodes,
              const cgi_graph *const *graphs, size_t n);
bytes drawn(cg_format format, const cgi_graph *g);

/* The sample as it is. */
bytes drawn_sample(cg_format format, const cg_drawing *drawing);

/* cgraph's interface lacks const. */
char *text(const char *s);

/* The DOT of one graph, or of the sample, read again; for agclose(). */
Agraph_t *read_again(const cgi_graph *g);
Agraph_t *read_sample(const cg_drawing *drawing);

bool has_node(Agraph_t *dot, const char *id);
size_t n_nodes(Agraph_t *dot);

/* An attribute of a node; "" if there is no such node or attribute. */
const char *node_says(Agraph_t *dot, const char *id, const char *name);

/* An attribute of the edge between two nodes; "" if there is none. */
const char *edge_says(Agraph_t *dot, const char *from, const char *to,
                      const char *name);

/* Whether it is well-formed XML. */
bool is_xml(const char *xml);

#endif
