/* SPDX-License-Identifier: Apache-2.0
 *
 * net.c -- GEXF for Gephi, GraphML for yEd and others, CSV for the rest.
 *
 * Everything is a row of named values: one table of the columns that nodes and
 * edges have serves all formats. GEXF 1.2draft is what all versions of Gephi
 * read.
 */
#include "write/net.h"

/* ---- Columns --------------------------------------------------------- */

typedef enum { TYPE_TEXT, TYPE_NUMBER } column_type;

/* Every node and edge has an id, and what has no own place in a format. */
typedef struct {
    const char *name;
    column_type type;
} column;

#define N_NODE_COLUMNS 5
#define N_EDGE_COLUMNS 6

static const column node_columns[N_NODE_COLUMNS] = {{"label", TYPE_TEXT},
                                                    {"kind", TYPE_TEXT},
                                                    {"detail", TYPE_TEXT},
                                                    {"iri", TYPE_TEXT},
                                                    {"url", TYPE_TEXT}};
static const column edge_columns[N_EDGE_COLUMNS] = {
    {"label", TYPE_TEXT},  {"kind", TYPE_TEXT},     {"role", TYPE_TEXT},
    {"detail", TYPE_TEXT}, {"weight", TYPE_NUMBER}, {"directed", TYPE_TEXT}};

/* A value as text; `number` has room for one. */
static const char *node_value(const cgi_dot_node *n, int i)
{
    const char *values[N_NODE_COLUMNS] = {n->name, cgi_look_names[n->look],
                                          n->full, n->iri, n->url};
    return values[i] ? values[i] : "";
}

static const char *edge_value(const cgi_dot_edge *e, int i, char number[32])
{
    snprintf(number, 32, "%zu", e->weight);
    const char *values[N_EDGE_COLUMNS] = {
        e->text, cgi_line_names[e->line],        e->name, e->full,
        number,  e->is_mutual ? "false" : "true"};
    return values[i];
}

/* ---- XML ------------------------------------------------------------- */

void cgi_xml_put(FILE *to, const char *text)
{
    for (; *text; text++)
        switch (*text) {
        case '&': fputs("&amp;", to); break;
        case '<': fputs("&lt;", to); break;
        case '>': fputs("&gt;", to); break;
        case '"': fputs("&quot;", to); break;
        default: fputc(*text, to); break;
        }
}

static void put_attribute(FILE *to, const char *name, const char *value)
{
    fprintf(to, " %s=\"", name);
    cgi_xml_put(to, value);
    fputc('"', to);
}

/* ---- GEXF ------------------------------------------------------------ */

static void declare_gexf(FILE *to, const char *what, const column *columns,
                         int n)
{
    fprintf(to, "    <attributes class=\"%s\">\n", what);
    for (int i = 1; i < n; i++)
        fprintf(to, "      <attribute id=\"%s\" title=\"%s\" type=\"%s\"/>\n",
                columns[i].name, columns[i].name,
                columns[i].type == TYPE_NUMBER ? "integer" : "string");
    fputs("    </attributes>\n", to);
}

static void put_gexf_value(FILE *to, const char *name, const char *value)
{
    if (!*value)
        return;
    fputs("          <attvalue", to);
    put_attribute(to, "for", name);
    put_attribute(to, "value", value);
    fputs("/>\n", to);
}

static void put_gexf_node(FILE *to, const cgi_dot_node *n)
{
    const char *fill = cgi_look_fills[n->look]; /* "#CFE8F7" */
    unsigned rgb[3] = {0};
    for (int i = 0; i < 6; i++) {
        const char *digits = "0123456789ABCDEF";
        unsigned digit = (unsigned)(strchr(digits, fill[1 + i]) - digits);
        rgb[i / 2] = rgb[i / 2] * 16 + digit;
    }
    fputs("      <node", to);
    put_attribute(to, "id", n->id);
    put_attribute(to, "label", node_value(n, 0));
    fputs(">\n        <attvalues>\n", to);
    for (int i = 1; i < N_NODE_COLUMNS; i++)
        put_gexf_value(to, node_columns[i].name, node_value(n, i));
    fprintf(to,
            "        </attvalues>\n"
            "        <viz:color r=\"%u\" g=\"%u\" b=\"%u\"/>\n      </node>\n",
            rgb[0], rgb[1], rgb[2]);
}

static void put_gexf_edge(FILE *to, const cgi_picture *p, const cgi_dot_edge *e)
{
    char number[32];
    fputs("      <edge", to);
    put_attribute(to, "id", e->id);
    put_attribute(to, "source", p->nodes.at[e->from].id);
    put_attribute(to, "target", p->nodes.at[e->to].id);
    put_attribute(to, "type", e->is_mutual ? "undirected" : "directed");
    put_attribute(to, "label", edge_value(e, 0, number));
    put_attribute(to, "weight", edge_value(e, 4, number));
    fputs(">\n        <attvalues>\n", to);
    for (int i = 1; i < N_EDGE_COLUMNS; i++)
        put_gexf_value(to, edge_columns[i].name, edge_value(e, i, number));
    fputs("        </attvalues>\n      </edge>\n", to);
}

static void put_gexf(FILE *to, const cgi_picture *p)
{
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<gexf xmlns=\"http://www.gexf.net/1.2draft\" "
          "xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" version=\"1.2\">\n"
          "  <meta>\n    <creator>claimgraph</creator>\n    <description>",
          to);
    cgi_xml_put(to, p->title);
    fputs(*p->title ? "; " : "", to);
    cgi_xml_put(to, p->scope);
    fputs("</description>\n  </meta>\n"
          "  <graph defaultedgetype=\"directed\" mode=\"static\">\n",
          to);
    declare_gexf(to, "node", node_columns, N_NODE_COLUMNS);
    declare_gexf(to, "edge", edge_columns, N_EDGE_COLUMNS);
    fputs("    <nodes>\n", to);
    for (size_t i = 0; i < p->nodes.n; i++)
        put_gexf_node(to, &p->nodes.at[i]);
    fputs("    </nodes>\n    <edges>\n", to);
    for (size_t i = 0; i < p->edges.n; i++)
        put_gexf_edge(to, p, &p->edges.at[i]);
    fputs("    </edges>\n  </graph>\n</gexf>\n", to);
}

/* ---- GraphML --------------------------------------------------------- */

static void declare_graphml(FILE *to, const char *what, const column *columns,
                            int n)
{
    for (int i = 0; i < n; i++)
        fprintf(to,
                "  <key id=\"%s-%s\" for=\"%s\" attr.name=\"%s\" "
                "attr.type=\"%s\"/>\n",
                what, columns[i].name, what, columns[i].name,
                columns[i].type == TYPE_NUMBER ? "int" : "string");
}

static void put_graphml_value(FILE *to, const char *what, const char *name,
                              const char *value)
{
    if (!*value)
        return;
    fprintf(to, "      <data key=\"%s-%s\">", what, name);
    cgi_xml_put(to, value);
    fputs("</data>\n", to);
}

static void put_graphml_edge(FILE *to, const cgi_picture *p,
                             const cgi_dot_edge *e)
{
    char number[32];
    fputs("    <edge", to);
    put_attribute(to, "id", e->id);
    put_attribute(to, "source", p->nodes.at[e->from].id);
    put_attribute(to, "target", p->nodes.at[e->to].id);
    put_attribute(to, "directed", edge_value(e, 5, number));
    fputs(">\n", to);
    for (int i = 0; i < N_EDGE_COLUMNS; i++)
        put_graphml_value(to, "edge", edge_columns[i].name,
                          edge_value(e, i, number));
    fputs("    </edge>\n", to);
}

static void put_graphml(FILE *to, const cgi_picture *p)
{
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
          to);
    declare_graphml(to, "node", node_columns, N_NODE_COLUMNS);
    declare_graphml(to, "edge", edge_columns, N_EDGE_COLUMNS);
    fputs("  <graph id=\"claims\" edgedefault=\"directed\">\n", to);
    for (size_t i = 0; i < p->nodes.n; i++) {
        fputs("    <node", to);
        put_attribute(to, "id", p->nodes.at[i].id);
        fputs(">\n", to);
        for (int k = 0; k < N_NODE_COLUMNS; k++)
            put_graphml_value(to, "node", node_columns[k].name,
                              node_value(&p->nodes.at[i], k));
        fputs("    </node>\n", to);
    }
    for (size_t i = 0; i < p->edges.n; i++)
        put_graphml_edge(to, p, &p->edges.at[i]);
    fputs("  </graph>\n</graphml>\n", to);
}

/* ---- CSV ------------------------------------------------------------- */

/* A field in quotes (RFC 4180). What a spreadsheet would take for a formula
 * gets an apostrophe before it, so that a name from the news computes nothing.
 */
static void put_field(FILE *to, const char *text, char after)
{
    fputc('"', to);
    if (*text && strchr("=+-@", *text))
        fputc('\'', to);
    for (; *text; text++) {
        if (*text == '"')
            fputc('"', to);
        fputc(*text, to);
    }
    fputc('"', to);
    fputc(after, to);
}

static void put_nodes(FILE *to, const cgi_picture *p)
{
    fputs("id", to);
    for (int i = 0; i < N_NODE_COLUMNS; i++)
        fprintf(to, ",%s", node_columns[i].name);
    fputc('\n', to);
    for (size_t i = 0; i < p->nodes.n; i++) {
        put_field(to, p->nodes.at[i].id, ',');
        for (int k = 0; k < N_NODE_COLUMNS; k++)
            put_field(to, node_value(&p->nodes.at[i], k),
                      k < N_NODE_COLUMNS - 1 ? ',' : '\n');
    }
}

/* The ids of both ends, as Gephi wants them, and their labels, for people. */
static void put_edges(FILE *to, const cgi_picture *p)
{
    char number[32];
    fputs("source,target,from,to", to);
    for (int i = 0; i < N_EDGE_COLUMNS; i++)
        fprintf(to, ",%s", edge_columns[i].name);
    fputc('\n', to);
    for (size_t i = 0; i < p->edges.n; i++) {
        const cgi_dot_edge *e = &p->edges.at[i];
        const cgi_dot_node *from = &p->nodes.at[e->from];
        const cgi_dot_node *target = &p->nodes.at[e->to];
        put_field(to, from->id, ',');
        put_field(to, target->id, ',');
        put_field(to, node_value(from, 0), ',');
        put_field(to, node_value(target, 0), ',');
        for (int k = 0; k < N_EDGE_COLUMNS; k++)
            put_field(to, edge_value(e, k, number),
                      k < N_EDGE_COLUMNS - 1 ? ',' : '\n');
    }
}

cg_status cgi_net_write(const cgi_picture *picture, cg_format format, FILE *to,
                        cg_error *err)
{
    switch (format) {
    case CG_FORMAT_GEXF: put_gexf(to, picture); break;
    case CG_FORMAT_GRAPHML: put_graphml(to, picture); break;
    case CG_FORMAT_NODES: put_nodes(to, picture); break;
    default: put_edges(to, picture); break;
    }
    return ferror(to) ? cgi_fail(err, CG_ERR_IO, 0, "cannot write the graph")
                      : CG_OK;
}
