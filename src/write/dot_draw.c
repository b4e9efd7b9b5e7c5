/* SPDX-License-Identifier: Apache-2.0
 *
 * dot_draw.c -- a picture as a cgraph: shapes, colours, columns.
 *
 * Shape tells the kind and colour repeats it; the colours are told apart by
 * colour-blind readers and stay apart in grey. Lines differ in dash and
 * arrowhead for the same reason. cgraph quotes and escapes what it writes;
 * what it would interpret has been escaped in the picture already.
 */
#include <graphviz/cgraph.h>

#include "write/dot.h"

#define N(array) (sizeof(array) / sizeof *(array))

/* On every Debian that has graphviz; Verdana elsewhere is as wide. */
#define FONT "DejaVu Sans,Verdana,sans-serif"

/* Lines do not get thicker than this, however much they stand for. */
#define WEIGHT_MAX 6

static const struct {
    const char *shape, *style;
} looks[CGI_N_LOOKS] = {
    [CGI_LOOK_ACTOR] = {"ellipse", "filled"},
    [CGI_LOOK_CROWD] = {"ellipse", "filled,dashed"},
    [CGI_LOOK_CLAIM] = {"note", "filled"},
    [CGI_LOOK_EVENT] = {"box", "filled,rounded"},
    [CGI_LOOK_CLAIMED] = {"box", "filled,rounded,dashed"},
    [CGI_LOOK_PLACE] = {"house", "filled"},
    [CGI_LOOK_THING] = {"box", "filled"},
    [CGI_LOOK_DATE] = {"plaintext", ""},
    [CGI_LOOK_MORE] = {"box", "filled,dashed"},
};

static const struct {
    const char *style, *color, *arrowhead;
    size_t tenths; /* Of a point: its width. */
} lines[CGI_N_LINES] = {
    [CGI_LINE_ASSERTS] = {"solid", "#000000", "normal", 12},
    [CGI_LINE_DENIES] = {"solid", "#D55E00", "tee", 20},
    [CGI_LINE_CONSIDERS] = {"dotted", "#000000", "normal", 12},
    [CGI_LINE_VIA] = {"dashed", "#000000", "normal", 12},
    [CGI_LINE_SAYS] = {"solid", "#777777", "none", 10},
    [CGI_LINE_ROLE] = {"solid", "#777777", "vee", 10},
    [CGI_LINE_CLAIMED] = {"dotted", "#777777", "vee", 12},
    [CGI_LINE_PART] = {"solid", "#777777", "odiamond", 10},
    [CGI_LINE_TIME] = {"solid", "#777777", "none", 10},
    [CGI_LINE_MORE] = {"dotted", "#777777", "none", 10},
};

/* ---- cgraph ---------------------------------------------------------- */

/* A graph under construction; the first failure sticks. */
typedef struct {
    const cgi_picture *picture;
    Agraph_t *graph;
    bool is_layered; /* By dot. */
    bool has_columns;
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

/* A length in points as inches. */
static void set_inches(canvas *c, void *object, const char *name, size_t points)
{
    char value[48];
    size_t thousandths = points * 1000 / 72;
    snprintf(value, sizeof value, "%zu.%03zu", thousandths / 1000,
             thousandths % 1000);
    set(c, object, name, value);
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

typedef struct {
    const char *name, *value;
} setting;

static void set_all(canvas *c, const setting *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        set(c, c->graph, list[i].name, list[i].value);
}

static void set_layout(canvas *c)
{
    static const setting columns[] = {{"layout", "dot"},
                                      {"rankdir", "LR"},
                                      {"ranksep", "0.45"},
                                      {"nodesep", "0.08"},
                                      {"mclimit", "8"}},
                         layers[] = {{"layout", "dot"},
                                     {"rankdir", "LR"},
                                     {"ranksep", "0.5"},
                                     {"nodesep", "0.15"}},
                         flat[] = {{"layout", "sfdp"},
                                   {"overlap", "prism"},
                                   {"K", "1.2"},
                                   {"outputorder", "edgesfirst"}},
                         placed[] = {{"layout", "nop"}, {"splines", "line"}};
    if (c->picture->layout == CGI_LAYOUT_PLACED)
        set_all(c, placed, N(placed));
    else if (!c->is_layered)
        set_all(c, flat, N(flat));
    else if (c->has_columns)
        set_all(c, columns, N(columns));
    else
        set_all(c, layers, N(layers));
}

static void set_heading(canvas *c)
{
    char *heading = agstrdup_html(c->graph, text(c->picture->heading));
    if (!heading || agsafeset(c->graph, text("label"), heading, text("")))
        c->has_failed = true;
    if (heading)
        agstrfree(c->graph, heading);
}

static void set_defaults(canvas *c)
{
    static const struct {
        int kind;
        const char *name, *value;
    } rows[] = {
        {AGRAPH, "charset", "UTF-8"}, {AGRAPH, "fontname", FONT},
        {AGRAPH, "fontsize", "8"},    {AGRAPH, "labelloc", "t"},
        {AGRAPH, "labeljust", "l"},   {AGRAPH, "bgcolor", "#FFFFFF"},
        {AGNODE, "fontname", FONT},   {AGNODE, "fontsize", "9"},
        {AGNODE, "color", "#555555"}, {AGNODE, "height", "0.27"},
        {AGNODE, "width", "0.4"},     {AGNODE, "margin", "0.08,0.035"},
        {AGEDGE, "fontname", FONT},   {AGEDGE, "fontsize", "8"},
        {AGEDGE, "arrowsize", "0.6"}, {AGEDGE, "fontcolor", "#444444"},
    };
    for (size_t i = 0; i < N(rows); i++)
        if (!agattr(c->graph, rows[i].kind, text(rows[i].name),
                    text(rows[i].value)))
            c->has_failed = true;
    set_layout(c);
    set(c, c->graph, "id", CGI_DOT_GRAPH_ID);
    set(c, c->graph, "class", "claimgraph");
    set_heading(c);
}

/* ---- Nodes and edges ------------------------------------------------- */

static void set_look(canvas *c, Agnode_t *node, cgi_look look)
{
    set(c, node, "class", cgi_look_names[look]);
    set(c, node, "shape", looks[look].shape);
    set(c, node, "style", looks[look].style);
    set(c, node, "fillcolor", cgi_look_fills[look]);
}

static void place_node(canvas *c, Agnode_t *node, const cgi_dot_node *n)
{
    char value[48];
    snprintf(value, sizeof value, "%zu,%zu", n->x, n->y);
    set(c, node, "pos", value);
    set_inches(c, node, "width", n->width);
    set_inches(c, node, "height", n->height);
    set(c, node, "fixedsize", "true");
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
    if (n->is_denial) {
        set(c, node, "class", "claim denial");
        set(c, node, "color", lines[CGI_LINE_DENIES].color);
    }
    if (n->is_strong) {
        set(c, node, "penwidth", "2.2");
        set(c, node, "fontsize", "11");
    }
    if (c->picture->layout == CGI_LAYOUT_PLACED)
        place_node(c, node, n);
    if (n->iri)
        set(c, node, "iri", n->iri);
    if (n->link)
        set(c, node, "URL", n->link);
}

static void set_line(canvas *c, Agedge_t *edge, cgi_line line, size_t weight)
{
    char width[32];
    size_t more = weight > WEIGHT_MAX ? WEIGHT_MAX : weight;
    size_t tenths = lines[line].tenths + 4 * (more ? more - 1 : 0);
    snprintf(width, sizeof width, "%zu.%zu", tenths / 10, tenths % 10);
    set(c, edge, "class", cgi_line_names[line]);
    set(c, edge, "style", lines[line].style);
    set(c, edge, "color", lines[line].color);
    set(c, edge, "arrowhead", lines[line].arrowhead);
    set(c, edge, "penwidth", width);
}

/* dot takes the left node for the tail, or else leads edges around the others;
 * so an edge that points to the left is drawn from its head, backwards. */
static void draw_edge(canvas *c, const cgi_dot_edge *e)
{
    const cgi_dot_node *from = &c->picture->nodes.at[e->from];
    const cgi_dot_node *to = &c->picture->nodes.at[e->to];
    bool is_backward = c->has_columns && to->column < from->column;
    Agedge_t *edge = is_backward ? edge_between(c, to->id, from->id, e->id)
                                 : edge_between(c, from->id, to->id, e->id);
    if (!edge)
        return;
    set(c, edge, "id", e->id);
    set_line(c, edge, e->line, e->weight);
    set(c, edge, "tooltip", e->tooltip);
    set(c, edge, "labeltooltip", e->tooltip);
    /* sfdp would put labels on top of each other. */
    if (*e->label && c->is_layered)
        set(c, edge, "label", e->label);
    if (e->is_mutual) {
        set(c, edge, "dir", "none");
    } else if (is_backward) {
        set(c, edge, "dir", "back");
        set(c, edge, "arrowtail", lines[e->line].arrowhead);
    }
    if (c->has_columns && to->column == from->column)
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

Agraph_t *cgi_dot_draw(const cgi_picture *picture)
{
    canvas c = {.picture = picture};
    c.is_layered = picture->nodes.n <= CGI_DOT_LAYERED_MAX;
    c.has_columns = c.is_layered && picture->layout == CGI_LAYOUT_COLUMNS;
    c.graph = agopen(text(CGI_DOT_GRAPH_ID), Agdirected, NULL);
    if (!c.graph)
        return NULL;
    set_defaults(&c);
    /* The other way round dot would find more edges that cross. */
    for (size_t i = picture->nodes.n; i > 0; i--)
        draw_node(&c, &picture->nodes.at[i - 1]);
    for (size_t i = 0; i < picture->edges.n; i++)
        draw_edge(&c, &picture->edges.at[i]);
    if (c.has_columns)
        draw_columns(&c);
    if (c.has_failed) {
        agclose(c.graph);
        return NULL;
    }
    return c.graph;
}
