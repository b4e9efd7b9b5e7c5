/* SPDX-License-Identifier: Apache-2.0
 *
 * sample_drawing.c -- diagrams of the sample, written and read again.
 */
#include "sample_drawing.h"

#include <raptor2.h>
#include <stdlib.h>

#include "suites.h"

bytes written(cg_format format, size_t max_nodes,
              const cgi_graph *const *graphs, size_t n)
{
    const cg_drawing drawing = {.max_nodes = max_nodes};
    return written_as(format, &drawing, graphs, n);
}

bytes written_as(cg_format format, const cg_drawing *drawing,
                 const cgi_graph *const *graphs, size_t n)
{
    bytes b = {NULL, 0, CG_OK};
    FILE *to = open_memstream(&b.at, &b.n);
    cgi_writer w;
    b.status = cgi_dot_writer_new(&w, format, drawing, to, NULL);
    for (size_t i = 0; i < n && b.status == CG_OK; i++)
        b.status = w.ops->add(w.state, graphs[i], NULL);
    if (b.status == CG_OK)
        b.status = w.ops->end(w.state, NULL);
    if (w.ops)
        w.ops->free(w.state);
    fclose(to);
    return b;
}

bytes drawn_sample(cg_format format, const cg_drawing *drawing)
{
    sample s;
    sample_graph_init(&s);
    const cgi_graph *const graphs[] = {&s.graph};
    return written_as(format, drawing, graphs, 1);
}

bytes drawn(cg_format format, const cgi_graph *g)
{
    return written(format, CGI_DOT_MAX_NODES, &g, 1);
}

/* cgraph's interface lacks const. */
char *text(const char *s)
{
    union {
        const char *in;
        char *out;
    } u = {s};
    return u.out;
}

/* The DOT of one graph, read again; for agclose(). */
Agraph_t *read_again(const cgi_graph *g)
{
    bytes b = drawn(CG_FORMAT_DOT, g);
    CU_ASSERT_EQUAL(b.status, CG_OK);
    Agraph_t *dot = agmemread(b.at);
    CU_ASSERT_PTR_NOT_NULL(dot);
    free(b.at);
    return dot;
}

Agraph_t *read_sample(const cg_drawing *drawing)
{
    bytes b = drawn_sample(CG_FORMAT_DOT, drawing);
    CU_ASSERT_EQUAL(b.status, CG_OK);
    Agraph_t *dot = agmemread(b.at);
    CU_ASSERT_PTR_NOT_NULL(dot);
    free(b.at);
    return dot;
}

bool has_node(Agraph_t *dot, const char *id)
{
    return agnode(dot, text(id), 0) != NULL;
}

/* An attribute of a node; "" if there is no such node or attribute. */
const char *node_says(Agraph_t *dot, const char *id, const char *name)
{
    Agnode_t *n = agnode(dot, text(id), 0);
    const char *value = n ? agget(n, text(name)) : NULL;
    return value ? value : "";
}

/* An attribute of the edge between two nodes; those that only hold columns in
 * their places are invisible and have no id. */
const char *edge_says(Agraph_t *dot, const char *from, const char *to,
                      const char *name)
{
    Agnode_t *tail = agnode(dot, text(from), 0);
    for (Agedge_t *e = tail ? agfstout(dot, tail) : NULL; e;
         e = agnxtout(dot, e))
        if (!strcmp(agnameof(aghead(e)), to) && *agget(e, text("id")))
            return agget(e, text(name));
    return "";
}

size_t n_nodes(Agraph_t *dot)
{
    return (size_t)agnnodes(dot);
}

static void on_log(void *user, raptor_log_message *m)
{
    int *n_errors = user;
    *n_errors += m->level >= RAPTOR_LOG_LEVEL_ERROR;
}

/* raptor looks for RDF in XML files; what is no XML is an error to it. */
bool is_xml(const char *xml)
{
    int n_errors = 0;
    raptor_world *world = raptor_new_world();
    raptor_world_set_log_handler(world, &n_errors, on_log);
    raptor_world_open(world);
    raptor_parser *parser = raptor_new_parser(world, "rdfxml");
    raptor_uri *base =
        raptor_new_uri(world, (const unsigned char *)"http://example.org/");
    raptor_parser_set_option(parser, RAPTOR_OPTION_SCANNING, NULL, 1);
    raptor_parser_parse_start(parser, base);
    int bad = raptor_parser_parse_chunk(parser, (const unsigned char *)xml,
                                        strlen(xml), 1);
    raptor_free_uri(base);
    raptor_free_parser(parser);
    raptor_free_world(world);
    return !bad && !n_errors;
}
