/* SPDX-License-Identifier: Apache-2.0
 *
 * write.h -- what every writer looks like: graphs in, one stream out.
 *
 * A writer is made for one stream, takes any number of graphs, and is ended
 * once. It copies what it wants to keep, since a graph may be freed after it
 * was added. claimgraph.c chooses among them.
 */
#ifndef CG_WRITE_WRITE_H
#define CG_WRITE_WRITE_H

#include "base/error.h"
#include "graph/graph.h"

typedef struct cgi_writer cgi_writer;

/* What a kind of writer can do. `state` is its own. */
typedef struct {
    cg_status (*add)(void *state, const cgi_graph *g, cg_error *err);
    cg_status (*end)(void *state, cg_error *err); /* Need not flush. */
    void (*free)(void *state);
} cgi_writer_ops;

struct cgi_writer {
    const cgi_writer_ops *ops;
    void *state;
};

/* Each sets *out, to be freed with out->ops->free(out->state); the stream is
 * the caller's, who flushes it and checks it for errors after `end`. */
cg_status cgi_rdf_writer_new(cgi_writer *out, cg_format format, FILE *to,
                             cg_error *err);
cg_status cgi_dot_writer_new(cgi_writer *out, cg_format format,
                             const cg_drawing *drawing, FILE *to,
                             cg_error *err); /* NULL: the defaults. */
cg_status cgi_json_writer_new(cgi_writer *out, FILE *to, cg_error *err);
cg_status cgi_explain_writer_new(cgi_writer *out, FILE *to, cg_error *err);

#endif
