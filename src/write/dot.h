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

/* The id of the whole picture. */
#define CGI_DOT_GRAPH_ID "claims"

/* Roles of one event or claim that are compared, or spoken of. */
#define CGI_DOT_ROLES_MAX 64

/* What to draw: a cg_drawing that has been checked. */
typedef struct {
    cg_view view;
    const char *about, *type, *claimant; /* NULL: any. */
    cgi_date since, until;               /* Year 0: any. */
    size_t max_nodes;
} cgi_dot_options;

/* ---- The story ------------------------------------------------------- */

typedef struct cgi_dot_event cgi_dot_event;
typedef struct cgi_dot_claim cgi_dot_claim;

typedef struct {
    const char *iri, *label;
    const char *position, *url; /* NULL if there is none. */
    cgi_kind kind;
    size_t n_links; /* Events that it has to do with, and claims of its. */
    const cgi_dot_event *linked; /* The last of them. */
    bool is_about;               /* The filter asks for it, ... */
    bool is_wanted;              /* ... or for what it says. */
    bool is_speaker;
    /* Set by the view: */
    bool is_shown;
    bool is_source; /* Speaks, or does what is shown. */
    bool is_party;  /* Is more than the scene of something. */
    size_t node;
} cgi_dot_actor;

typedef struct {
    cgi_role role;
    cgi_dot_actor *actor; /* NULL if `event` is set. */
    cgi_dot_event *event;
    bool is_claimed; /* The article itself does not say so. */
} cgi_dot_role;

typedef CGI_VEC(cgi_dot_role) cgi_dot_roles;

/* A claim about an event: claim->contents.at[content]. */
typedef struct {
    cgi_dot_claim *claim;
    size_t content;
} cgi_dot_saying;

struct cgi_dot_event {
    const char *iri, *label, *url;
    const char *type, *type_name;       /* "bombing", "assault-bomb". */
    const char *broader, *broader_name; /* NULL for a broad type. */
    const char *when;                   /* NULL if not known. */
    cgi_when span;
    cgi_status status;
    int weight;
    bool is_vague;  /* Fits no type. */
    bool is_stated; /* The article itself says so. */
    size_t n_mentions;
    cgi_dot_roles roles;
    CGI_VEC(cgi_dot_saying) sayings; /* In text order. */
    size_t order;                    /* In the story. */
    bool is_out;                     /* The filter does not want it. */
    /* Set by the view: */
    bool is_shown;
    size_t depth; /* How many events it is part of. */
    size_t node;
};

/* What a claim leads to; `event` or `claim` is set. */
typedef struct {
    cgi_polarity polarity;
    cgi_dot_event *event;
    cgi_dot_claim *claim;
    cgi_dot_roles roles; /* Of the proposition. */
    const char *when;    /* NULL if not said. */
    cgi_when span;
    cgi_status status;
} cgi_dot_content;

struct cgi_dot_claim {
    const char *iri, *url;
    const char *cue, *quote; /* "" if there is none. */
    const char *about;       /* Certainty, stance, rule: for the tooltip. */
    cgi_claim_class cls;
    cgi_stance stance;
    cgi_dot_actor *claimant, *addressee; /* May be NULL. */
    cgi_dot_claim *via;                  /* May be NULL. */
    CGI_VEC(cgi_dot_content) contents;
    bool is_teller; /* Some claim is told through it. */
    bool is_out;    /* The filter does not want it. */
    /* Set by the view: */
    cgi_dot_claim *same; /* Says the same and is shown instead; or NULL. */
    size_t n_same;       /* Claims that it is shown for, besides itself. */
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

/* Once all is added: gives the events those roles that are only claimed, where
 * the claims agree, and counts links. */
void cgi_story_settle(cgi_story *story);

/* Marks what `options` do not want. */
void cgi_story_filter(cgi_story *story, const cgi_dot_options *options);

/* ---- The picture ----------------------------------------------------- */

/* How a node looks; the legend shows those that are used. */
typedef enum {
    CGI_LOOK_ACTOR,
    CGI_LOOK_CROWD, /* Unnamed or many. */
    CGI_LOOK_CLAIM,
    CGI_LOOK_EVENT,
    CGI_LOOK_CLAIMED, /* An event that the article itself does not state. */
    CGI_LOOK_PLACE,
    CGI_LOOK_THING,
    CGI_LOOK_DATE,
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
    CGI_LINE_CLAIMED, /* A role that is only claimed. */
    CGI_LINE_PART,
    CGI_LINE_TIME, /* From one date to the next. */
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
    const char *name, *full; /* The two on one line each, not escaped. */
    const char *iri, *url;   /* NULL if it has none. */
    const char *link;        /* `url`, escaped. */
    cgi_look look;
    size_t column;
    bool is_strong; /* Drawn larger. */
    bool is_denial; /* A claim that denies, whatever it leads to. */
    size_t x, y;    /* Points, if the picture is placed: its centre, ... */
    size_t width, height; /* ... and how large it is. */
} cgi_dot_node;

typedef struct {
    size_t from, to; /* Nodes. */
    cgi_line line;
    const char *id, *tooltip;
    const char *label;       /* "" if none. */
    const char *name;        /* "agent", "asserts". */
    const char *text, *full; /* Label and tooltip on one line, not escaped. */
    size_t weight;  /* How often it was said; thicker if more than 1. */
    bool is_mutual; /* Without direction. */
} cgi_dot_edge;

/* The full text of the node or edge with this id. */
typedef struct {
    const char *id, *text;
} cgi_dot_title;

/* How the nodes come to their places. */
typedef enum {
    CGI_LAYOUT_COLUMNS, /* In columns, by dot. */
    CGI_LAYOUT_LAYERS,  /* By dot as it likes. */
    CGI_LAYOUT_PLACED   /* As the nodes say. */
} cgi_layout;

typedef struct {
    const char *title, *scope; /* Not escaped. */
    const char *heading;       /* All three as an HTML-like label. */
    cgi_layout layout;
    CGI_VEC(cgi_dot_node) nodes;
    CGI_VEC(cgi_dot_edge) edges;
    CGI_VEC(cgi_dot_title) titles; /* By id. */
    size_t n_columns;
} cgi_picture;

/* Chooses what to show; once for each story. */
void cgi_dot_view(cgi_picture *out, cgi_story *story,
                  const cgi_dot_options *options);

/* ---- dot_legend.c ---------------------------------------------------- */

/* The names of cgi_line and cgi_look, as in `class`. */
extern const char *const cgi_line_names[CGI_N_LINES];
extern const char *const cgi_look_names[CGI_N_LOOKS];

/* The colours that nodes are filled with. */
extern const char *const cgi_look_fills[CGI_N_LOOKS];

/* The heading of a picture as an HTML-like label: title, scope, legend. */
const char *cgi_dot_heading(cgi_arena *a, const cgi_picture *picture);

/* ---- dot_label.c ----------------------------------------------------- */

/* `text` in at most `n_lines` lines of at most `width` code points, with an
 * ellipsis where something was cut off; escaped, lines divided by "\n". */
char *cgi_dot_wrap(cgi_arena *a, const char *text, size_t width,
                   size_t n_lines);

/* `text`, with an ellipsis if it has more than `width` code points; as it is.
 */
const char *cgi_dot_cut(cgi_arena *a, const char *text, size_t width);

/* One line for a tooltip, shortened if it is very long; escaped. */
char *cgi_dot_tooltip(cgi_arena *a, const char *text);

/* As XML text, also within attributes. */
char *cgi_dot_xml(cgi_arena *a, const char *text);

/* One after the other, with `between` where both are there. */
const char *cgi_dot_join(cgi_arena *a, const char *left, const char *between,
                         const char *right);

/* The local part of an IRI, fit for an id; `taken` makes it unique. */
const char *cgi_dot_id(cgi_arena *a, cgi_table *taken, const char *iri);

/* Whether it is an http or https address without anything that graphviz must
 * not copy. NULL is none. */
bool cgi_dot_is_link(const char *url);

/* Such an address, escaped. */
const char *cgi_dot_link(cgi_arena *a, const char *url);

/* ---- dot_draw.c, dot_render.c ---------------------------------------- */

struct Agraph_s;

/* The picture as a cgraph, which is the caller's to agclose(); NULL if cgraph
 * fails. Its layout engine stands in its attribute "layout". */
struct Agraph_s *cgi_dot_draw(const cgi_picture *picture);

/* Draws and writes. */
cg_status cgi_dot_render(const cgi_picture *picture, cg_format format, FILE *to,
                         cg_error *err);

/* ---- dot_metrics.c, dot_svg.c ---------------------------------------- */

/* The width of one line in DejaVu Sans of 1000 points, in points. */
size_t cgi_dot_text_width(const char *text);

/* The width of the widest line of a label, likewise, and its lines. */
size_t cgi_dot_label_width(size_t *n_lines, cgi_arena *a, const char *label);

/* Writes what gvc made as SVG, with the titles that the picture has for its
 * nodes and edges. */
void cgi_dot_svg_write(const cgi_picture *picture, const char *svg, size_t n,
                       FILE *to);

#endif
