/* SPDX-License-Identifier: Apache-2.0
 *
 * dot_draw.c -- a picture as a cgraph: shapes, colours, columns, legend.
 *
 * Shape tells the kind and colour repeats it; the colours are told apart by
 * colour-blind readers and stay apart in grey. Lines differ in dash and
 * arrowhead for the same reason. cgraph quotes and escapes what it writes;
 * what it would interpret has been escaped in the picture already.
 */
#include <graphviz/cgraph.h>

#include "write/dot.h"

#define N(array) (sizeof(array) / sizeof *(array))

static const struct {
    const char *shape, *style, *fill, *legend;
} looks[CGI_N_LOOKS] = {
    [CGI_LOOK_ACTOR] = {"ellipse", "filled", "#CFE8F7", "actor"},
    [CGI_LOOK_CROWD] = {"ellipse", "filled,dashed", "#CFE8F7",
                        "unnamed or many"},
    [CGI_LOOK_CLAIM] = {"note", "filled", "#FFF3C9", "claim"},
    [CGI_LOOK_EVENT] = {"box", "filled,rounded", "#F9D9D0", "event"},
    [CGI_LOOK_PLACE] = {"house", "filled", "#D5EFDC", "place"},
    [CGI_LOOK_THING] = {"box", "filled", "#FFFFFF", "thing"},
    [CGI_LOOK_MORE] = {"box", "filled,dashed", "#EEEEEE", "not shown"},
};

static const struct {
    const char *style, *color, *arrowhead, *penwidth, *legend;
} lines[CGI_N_LINES] = {
    [CGI_LINE_ASSERTS] = {"solid", "#000000", "normal", "1.2", "asserts"},
    [CGI_LINE_DENIES] = {"solid", "#D55E00", "tee", "2", "denies"},
    [CGI_LINE_CONSIDERS] = {"dotted", "#000000", "normal", "1.2", "considers"},
    [CGI_LINE_VIA] = {"dashed", "#000000", "normal", "1.2", "told by (via)"},
    [CGI_LINE_SAYS] = {"solid", "#777777", "none", "1", "says"},
    [CGI_LINE_ROLE] = {"solid", "#777777", "vee", "1", "role in the event"},
    [CGI_LINE_PART] = {"solid", "#777777", "odiamond", "1", "is part of"},
    [CGI_LINE_MORE] = {"dotted", "#777777", "none", "1", "not shown"},
};

const char *const cgi_look_names[CGI_N_LOOKS] = {
    [CGI_LOOK_ACTOR] = "actor", [CGI_LOOK_CROWD] = "actor crowd",
    [CGI_LOOK_CLAIM] = "claim", [CGI_LOOK_EVENT] = "event",
    [CGI_LOOK_PLACE] = "place", [CGI_LOOK_THING] = "thing",
    [CGI_LOOK_MORE] = "more",
};

const char *const cgi_line_names[CGI_N_LINES] = {
    [CGI_LINE_ASSERTS] = "asserts",     [CGI_LINE_DENIES] = "denies",
    [CGI_LINE_CONSIDERS] = "considers", [CGI_LINE_VIA] = "via",
    [CGI_LINE_SAYS] = "says",           [CGI_LINE_ROLE] = "role",
    [CGI_LINE_PART] = "part",           [CGI_LINE_MORE] = "more",
};

/* ---- cgraph ---------------------------------------------------------- */

/* A graph under construction; the first failure sticks. */
typedef struct {
    const cgi_picture *picture;
    Agraph_t *graph;
    bool is_layered;
    bool has_failed;
} canvas;

/* cgraph takes char * where it means const char *, and copies the string. */
static char *text(const char *s)
{
    union {
        const char *in;
        char *out;
    } u = {s};
    return u.out;
}

static void set(canvas *c, void *object, const char *name, const char *value)
{
    if (!object || agsafeset(object, text(name), text(value), text("")))
        c->has_failed = true;
}

static Agnode_t *node_of(canvas *c, Agraph_t *g, const char *name)
{
    Agnode_t *node = g ? agnode(g, text(name), 1) : NULL;
    c->has_failed |= !node;
    return node;
}

/* Without a name: cgraph writes subgraphs in the order of their numbers, and
 * numbers those with a name by the address of the name, the others by
 * counting. */
static Agraph_t *subgraph(canvas *c)
{
    Agraph_t *g = agsubg(c->graph, NULL, 1);
    c->has_failed |= !g;
    return g;
}

static Agedge_t *edge_between(canvas *c, const char *from, const char *to,
                              const char *key)
{
    Agnode_t *tail = node_of(c, c->graph, from);
    Agnode_t *head = node_of(c, c->graph, to);
    Agedge_t *e =
        tail && head ? agedge(c->graph, tail, head, text(key), 1) : NULL;
    c->has_failed |= !e;
    return e;
}

/* ---- Defaults -------------------------------------------------------- */

static void set_defaults(canvas *c)
{
    static const struct {
        int kind;
        const char *name, *value;
    } rows[] = {
        {AGRAPH, "charset", "UTF-8"},      {AGRAPH, "fontname", "Helvetica"},
        {AGRAPH, "fontsize", "11"},        {AGRAPH, "labelloc", "t"},
        {AGRAPH, "labeljust", "l"},        {AGNODE, "fontname", "Helvetica"},
        {AGNODE, "fontsize", "11"},        {AGNODE, "color", "#555555"},
        {AGNODE, "height", "0.4"},         {AGNODE, "margin", "0.12,0.06"},
        {AGEDGE, "fontname", "Helvetica"}, {AGEDGE, "fontsize", "9"},
        {AGEDGE, "fontcolor", "#555555"},  {AGEDGE, "arrowsize", "0.7"},
    };
    static const struct {
        const char *name, *value;
    } layered[] = {{"layout", "dot"},
                   {"rankdir", "LR"},
                   {"ranksep", "0.6"},
                   {"nodesep", "0.18"}},
      flat[] = {{"layout", "sfdp"}, {"overlap", "prism"}, {"K", "1.2"}};
    for (size_t i = 0; i < N(rows); i++)
        if (!agattr(c->graph, rows[i].kind, text(rows[i].name),
                    text(rows[i].value)))
            c->has_failed = true;
    for (size_t i = 0; c->is_layered && i < N(layered); i++)
        set(c, c->graph, layered[i].name, layered[i].value);
    for (size_t i = 0; !c->is_layered && i < N(flat); i++)
        set(c, c->graph, flat[i].name, flat[i].value);
    set(c, c->graph, "id", "claims");
    set(c, c->graph, "class", "claimgraph");
    set(c, c->graph, "label", c->picture->caption);
}

/* ---- Nodes and edges ------------------------------------------------- */

static void set_look(canvas *c, Agnode_t *node, cgi_look look)
{
    set(c, node, "class", cgi_look_names[look]);
    set(c, node, "shape", looks[look].shape);
    set(c, node, "style", looks[look].style);
    set(c, node, "fillcolor", looks[look].fill);
}

static void draw_node(canvas *c, const cgi_dot_node *n)
{
    Agnode_t *node = node_of(c, c->graph, n->id);
    if (!node)
        return;
    set(c, node, "id", n->id);
    set(c, node, "label", n->label);
    set(c, node, "tooltip", n->tooltip);
    set_look(c, node, n->look);
    if (n->iri)
        set(c, node, "iri", n->iri);
    if (n->url)
        set(c, node, "URL", n->url);
}

static void set_line(canvas *c, Agedge_t *edge, cgi_line line)
{
    set(c, edge, "class", cgi_line_names[line]);
    set(c, edge, "style", lines[line].style);
    set(c, edge, "color", lines[line].color);
    set(c, edge, "arrowhead", lines[line].arrowhead);
    set(c, edge, "penwidth", lines[line].penwidth);
}

/* dot takes the left node for the tail, or else leads edges around the others;
 * so an edge that points to the left is drawn from its head, backwards. */
static void draw_edge(canvas *c, const cgi_dot_edge *e)
{
    const cgi_dot_node *from = &c->picture->nodes.at[e->from];
    const cgi_dot_node *to = &c->picture->nodes.at[e->to];
    bool is_backward = c->is_layered && to->column < from->column;
    Agedge_t *edge = is_backward ? edge_between(c, to->id, from->id, e->id)
                                 : edge_between(c, from->id, to->id, e->id);
    if (!edge)
        return;
    set(c, edge, "id", e->id);
    set_line(c, edge, e->line);
    set(c, edge, "tooltip", e->tooltip);
    if (*e->label)
        set(c, edge, "label", e->label);
    if (is_backward) {
        set(c, edge, "dir", "back");
        set(c, edge, "arrowtail", lines[e->line].arrowhead);
    }
    if (c->is_layered && to->column == from->column)
        set(c, edge, "constraint", "false");
}

/* ---- Columns --------------------------------------------------------- */

/* The nodes of a column share a rank. The first nodes of neighbouring columns
 * are tied by an invisible edge, so that a column that nothing leads to stays
 * in its place. Returns the first node of this column, or `last`. */
static const char *draw_column(canvas *c, size_t column, const char *last)
{
    const cgi_picture *p = c->picture;
    const char *first = NULL;
    char name[32];
    Agraph_t *g = NULL;
    snprintf(name, sizeof name, "column-%zu", column);
    for (size_t i = 0; i < p->nodes.n; i++) {
        const cgi_dot_node *n = &p->nodes.at[i];
        if (n->column != column)
            continue;
        if (!first) {
            first = n->id;
            g = subgraph(c);
            set(c, g, "rank", "same");
        }
        node_of(c, g, n->id);
    }
    if (first && last)
        set(c, edge_between(c, last, first, name), "style", "invis");
    return first ? first : last;
}

static void draw_columns(canvas *c)
{
    const char *last = NULL;
    for (size_t i = 0; i < c->picture->n_columns; i++)
        last = draw_column(c, i, last);
}

/* ---- Legend ---------------------------------------------------------- */

/* A small node of the legend, named after what it explains. */
static Agnode_t *legend_node(canvas *c, Agraph_t *g, const char *kind,
                             const char *what)
{
    char name[40];
    snprintf(name, sizeof name, "legend-%s-%s", kind, what);
    for (char *p = name; *p; p++)
        *p = *p == ' ' ? '-' : *p;
    Agnode_t *node = node_of(c, g, name);
    set(c, node, "id", name);
    set(c, node, "fontsize", "9");
    set(c, node, "height", "0.22");
    set(c, node, "margin", "0.06,0.02");
    return node;
}

static Agnode_t *legend_look(canvas *c, Agraph_t *g, cgi_look look)
{
    Agnode_t *node = legend_node(c, g, "node", cgi_look_names[look]);
    set_look(c, node, look);
    set(c, node, "class", "legend");
    set(c, node, "label", looks[look].legend);
    return node;
}

/* A line from a point to the words that explain it; the point comes back. */
static Agnode_t *legend_line(canvas *c, Agraph_t *g, cgi_line line)
{
    Agnode_t *tail = legend_node(c, g, "from", cgi_line_names[line]);
    Agnode_t *head = legend_node(c, g, "to", cgi_line_names[line]);
    set(c, tail, "class", "legend");
    set(c, tail, "shape", "point");
    set(c, tail, "label", "");
    set(c, tail, "width", "0.05");
    set(c, tail, "height", "0.05");
    set(c, head, "class", "legend");
    set(c, head, "shape", "plaintext");
    set(c, head, "label", lines[line].legend);
    Agedge_t *edge = tail && head ? agedge(g, tail, head, NULL, 1) : NULL;
    set_line(c, edge, line);
    set(c, edge, "class", "legend");
    return tail;
}

/* All that is used: nodes, points, words. Invisible edges from nodes to points
 * keep these three columns apart. It is no cluster, because dot 2.43 reads
 * beyond its tables for clusters next to ranks that are given. What is made
 * last stands at the top. */
static void draw_legend(canvas *c)
{
    const cgi_picture *p = c->picture;
    bool has_look[CGI_N_LOOKS] = {false}, has_line[CGI_N_LINES] = {false};
    Agnode_t *used[CGI_N_LOOKS];
    size_t n_used = 0, n_lines = 0;
    for (size_t i = 0; i < p->nodes.n; i++)
        has_look[p->nodes.at[i].look] = true;
    for (size_t i = 0; i < p->edges.n; i++)
        has_line[p->edges.at[i].line] = true;
    Agraph_t *g = subgraph(c);
    for (int i = CGI_N_LOOKS - 1; i >= 0; i--)
        if (has_look[i])
            used[n_used++] = legend_look(c, g, (cgi_look)i);
    for (int i = CGI_N_LINES - 1; i >= 0; i--) {
        if (!has_line[i])
            continue;
        Agnode_t *point = legend_line(c, g, (cgi_line)i);
        Agnode_t *before = used[n_lines < n_used ? n_lines : n_used - 1];
        n_lines++;
        if (before && point)
            set(c, agedge(g, before, point, NULL, 1), "style", "invis");
    }
}

Agraph_t *cgi_dot_draw(const cgi_picture *picture)
{
    canvas c = {.picture = picture};
    c.is_layered = picture->nodes.n <= CGI_DOT_LAYERED_MAX;
    c.graph = agopen(text("claims"), Agdirected, NULL);
    if (!c.graph)
        return NULL;
    set_defaults(&c);
    for (size_t i = 0; i < picture->nodes.n; i++)
        draw_node(&c, &picture->nodes.at[i]);
    for (size_t i = 0; i < picture->edges.n; i++)
        draw_edge(&c, &picture->edges.at[i]);
    if (c.is_layered)
        draw_columns(&c);
    draw_legend(&c);
    if (c.has_failed) {
        agclose(c.graph);
        return NULL;
    }
    return c.graph;
}
