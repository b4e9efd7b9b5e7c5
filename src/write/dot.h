/* SPDX-License-Identifier: Apache-2.0
 *
 * dot.h -- what the files of the diagram writer share.
 *
 *   graphs -> story -> picture -> cgraph -> DOT, SVG, PNG, PDF
 *
 * A story (dot_story.c) is what all graphs together tell, each entity once. A
 * picture (dot_view.c) is the part of it that one can look at: nodes and edges
 * with finished labels (dot_label.c). Only dot_draw.c and dot_render.c know
 * graphviz; by then nothing is allocated from an arena any more, so that
 * nothing jumps away over graphviz's objects.
 */
#ifndef CG_WRITE_DOT_H
#define CG_WRITE_DOT_H

#include "base/hash.h"
#include "write/write.h"

/* Nodes in a picture by default, fold nodes included, the legend not. */
#define CGI_DOT_MAX_NODES 80

/* Up to here "dot" lays a picture out in columns; beyond, "sfdp" in a plane. */
#define CGI_DOT_LAYERED_MAX 100

/* A node's label has so many lines of so many code points at most. */
#define CGI_DOT_LABEL_LINES 3
#define CGI_DOT_LABEL_WIDTH 24

/* As cgi_dot_writer_new(), with another largest number of nodes. */
cg_status cgi_dot_writer_new_sized(cgi_writer *out, cg_format format,
                                   size_t max_nodes, FILE *to, cg_error *err);

/* ---- The story ------------------------------------------------------- */

typedef struct {
    const char *iri, *label;
    const char *position, *url; /* NULL if there is none. */
    cgi_kind kind;
    /* Set by the view: */
    bool is_shown;
    bool is_source; /* Speaks, or does what is shown. */
    bool is_party;  /* Is more than the scene of something. */
    size_t node;
} cgi_dot_actor;

typedef struct cgi_dot_event cgi_dot_event;
typedef struct cgi_dot_claim cgi_dot_claim;

typedef struct {
    cgi_role role;
    cgi_dot_actor *actor; /* NULL if `event` is set. */
    cgi_dot_event *event;
    const char *rule;
} cgi_dot_role;

struct cgi_dot_event {
    const char *iri, *label, *url;
    const char *type; /* Its label. */
    const char *when; /* NULL if not known. */
    int weight;
    bool is_vague; /* Fits no type. */
    size_t n_mentions;
    CGI_VEC(cgi_dot_role) roles;
    CGI_VEC(cgi_dot_claim *) claims; /* About it, in text order. */
    size_t order;                    /* In the story. */
    bool is_shown;
    size_t depth; /* How many events it is part of. */
    size_t node;
};

/* What a claim leads to; `event` or `claim` is set. */
typedef struct {
    cgi_polarity polarity;
    cgi_dot_event *event;
    cgi_dot_claim *claim;
    const char *roles; /* "agent: X; patient: Y" beyond the event's; "". */
} cgi_dot_content;

struct cgi_dot_claim {
    const char *iri, *url;
    const char *cue, *quote; /* "" if there is none. */
    const char *about;       /* Certainty, stance, rule: for the tooltip. */
    cgi_dot_actor *claimant, *addressee; /* May be NULL. */
    cgi_dot_claim *via;                  /* May be NULL. */
    CGI_VEC(cgi_dot_content) contents;
    bool is_shown;
    size_t depth; /* How many claims it is told through. */
    size_t node;
};

/* Lives in one arena. Zero-initialise and set `arena`. */
typedef struct {
    cgi_arena *arena;
    cgi_table articles_by_iri, actors_by_iri, events_by_iri, claims_by_iri;
    size_t n_articles;
    const char *title; /* Of the first article. */
    CGI_VEC(cgi_dot_actor *) actors;
    CGI_VEC(cgi_dot_event *) events;
    CGI_VEC(cgi_dot_claim *) claims; /* Without the narrator's. */
} cgi_story;

/* Adds what `g` tells; a graph of the same article is added once. Nothing is
 * added, and CG_ERR_TEXT returned, if a text is not UTF-8. */
cg_status cgi_story_add(cgi_story *story, const cgi_graph *g, cg_error *err);

/* ---- The picture ----------------------------------------------------- */

/* How a node looks; the legend shows those that are used. */
typedef enum {
    CGI_LOOK_ACTOR,
    CGI_LOOK_CROWD, /* Unnamed or many. */
    CGI_LOOK_CLAIM,
    CGI_LOOK_EVENT,
    CGI_LOOK_PLACE,
    CGI_LOOK_THING,
    CGI_LOOK_MORE, /* Stands for what is not shown. */
    CGI_N_LOOKS
} cgi_look;

/* How an edge looks; the first three are cgi_polarity. */
typedef enum {
    CGI_LINE_ASSERTS,
    CGI_LINE_DENIES,
    CGI_LINE_CONSIDERS,
    CGI_LINE_VIA,
    CGI_LINE_SAYS,
    CGI_LINE_ROLE,
    CGI_LINE_PART,
    CGI_LINE_MORE,
    CGI_N_LINES
} cgi_line;

/* Labels and tooltips are escaped for graphviz; `id` is [A-Za-z0-9_-]+. The
 * columns, from left to right: sources, claims (those that tell of others
 * before these), events (those that are part of others after these), the rest.
 * No edge should stay within a column: dot 2.43 is known to read beyond its
 * tables for such edges. */
typedef struct {
    const char *id, *label, *tooltip;
    const char *iri, *url; /* NULL if it has none. */
    cgi_look look;
    size_t column;
} cgi_dot_node;

typedef struct {
    size_t from, to; /* Nodes. */
    cgi_line line;
    const char *id, *tooltip;
    const char *label; /* "" if none. */
} cgi_dot_edge;

typedef struct {
    const char *caption; /* Title and scope, escaped. */
    CGI_VEC(cgi_dot_node) nodes;
    CGI_VEC(cgi_dot_edge) edges;
    size_t n_columns;
} cgi_picture;

/* Chooses what to show; once for each story. */
void cgi_dot_view(cgi_picture *out, cgi_story *story, size_t max_nodes);

/* ---- dot_label.c ----------------------------------------------------- */

/* `text` in at most `n_lines` lines of at most `width` code points, with an
 * ellipsis where something was cut off; escaped, lines divided by "\n". */
char *cgi_dot_wrap(cgi_arena *a, const char *text, size_t width,
                   size_t n_lines);

/* One line for a tooltip, shortened if it is very long; escaped. */
char *cgi_dot_tooltip(cgi_arena *a, const char *text);

/* One after the other, with `between` where both are there. */
const char *cgi_dot_join(cgi_arena *a, const char *left, const char *between,
                         const char *right);

/* The local part of an IRI, fit for an id; `taken` makes it unique. */
const char *cgi_dot_id(cgi_arena *a, cgi_table *taken, const char *iri);

/* An http or https address, escaped; NULL if `url` is none, or holds what
 * graphviz must not copy. */
const char *cgi_dot_link(cgi_arena *a, const char *url);

/* ---- dot_draw.c, dot_render.c ---------------------------------------- */

/* The names of cgi_line and cgi_look, as in `class`. */
extern const char *const cgi_line_names[CGI_N_LINES];
extern const char *const cgi_look_names[CGI_N_LOOKS];

struct Agraph_s;

/* The picture as a cgraph, which is the caller's to agclose(); NULL if cgraph
 * fails. Its layout engine stands in its attribute "layout". */
struct Agraph_s *cgi_dot_draw(const cgi_picture *picture);

/* Draws and writes. */
cg_status cgi_dot_render(const cgi_picture *picture, cg_format format, FILE *to,
                         cg_error *err);

#endif
