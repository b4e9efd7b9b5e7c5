/* SPDX-License-Identifier: Apache-2.0
 *
 * dot_view.h -- what the views share while they make a picture.
 *
 *   dot_view.c      dispatch, nodes and edges, texts, heading
 *   dot_choose.c    what of a story is shown in the views of claims and event
 *   dot_claims.c    who -> claim -> event -> the others
 *   dot_actors.c    who does what to whom
 *   dot_timeline.c  what happened when, and who says so
 */
#ifndef CG_WRITE_DOT_VIEW_H
#define CG_WRITE_DOT_VIEW_H

#include "write/dot.h"

/* How far a chain of hearsay, or of parts of events, is followed. */
#define CGI_DOT_CHAIN_MAX 8

/* Where in the picture a node may stand; rooms are counted for each. */
typedef enum {
    CGI_LANE_SOURCES,
    CGI_LANE_CLAIMS,
    CGI_LANE_EVENTS,
    CGI_LANE_OTHERS,
    CGI_N_LANES
} cgi_lane;

typedef struct {
    cgi_arena *arena;
    cgi_story *story;
    const cgi_dot_options *options;
    cgi_picture *picture;
    size_t room;               /* Nodes that may still be added. */
    size_t rooms[CGI_N_LANES]; /* Likewise, one above the other. */
    cgi_table taken;           /* Ids of nodes and edges. */
    size_t n_events, n_claims; /* Shown. */
    size_t events_column;      /* The first one. */
    const char *scope;         /* Other than events and claims; or NULL. */
} cgi_view;

/* ---- dot_view.c ------------------------------------------------------ */

/* Adds a node: `first` on a line of its own, `rest` on those that are left, in
 * lines of `width`; nothing is escaped yet. The pointer is good until the next
 * node. */
cgi_dot_node *cgi_view_node(cgi_view *v, const char *iri, cgi_look look,
                            size_t column, const char *first, const char *rest,
                            size_t width);

/* Gives the node, which is the last one, its tooltip and address, neither of
 * which is escaped yet. */
void cgi_view_tell(cgi_view *v, const char *tooltip, const char *url);

/* Adds an edge, once for each pair of nodes and name; label and tooltip are
 * not escaped yet. NULL if it is there already. The pointer is good until the
 * next edge. */
cgi_dot_edge *cgi_view_edge(cgi_view *v, size_t from, size_t to, cgi_line line,
                            const char *name, const char *label,
                            const char *tooltip);

/* A node "+29 more events"; its index. */
size_t cgi_view_fold(cgi_view *v, const char *id, size_t n, const char *what,
                     size_t column);

cgi_look cgi_view_actor_look(const cgi_dot_actor *actor);

/* Adds the node of an actor. */
void cgi_view_actor(cgi_view *v, cgi_dot_actor *actor, size_t column);

/* Whether an actor is to be named in the label of an event rather than be a
 * node: only claimants say that it has that role, or it takes part in nothing
 * else and has no name. */
bool cgi_view_is_inline(const cgi_dot_role *role);

/* How much to say of an event. */
typedef enum {
    CGI_DETAIL_REST,  /* Without those who are nodes of their own. */
    CGI_DETAIL_SCENE, /* All but the date. */
    CGI_DETAIL_FULL
} cgi_detail;

/* The event in words: whom, where, when; "" if nothing is known. */
const char *cgi_view_detail(cgi_view *v, const cgi_dot_event *e,
                            cgi_detail detail);

/* "by X, to Y": what a claim says beyond what the event shows. */
const char *cgi_view_beyond(cgi_view *v, const cgi_dot_claim *c,
                            const cgi_dot_content *content);

/* The tooltip of a claim: who, how, the words. */
const char *cgi_view_quote(cgi_view *v, const cgi_dot_claim *c);

/* Most important first. */
cgi_dot_event **cgi_view_ranked(cgi_view *v);

/* ---- The views ------------------------------------------------------- */

/* Marks what is shown; with one event only if `only` is set. */
void cgi_view_choose(cgi_view *v, cgi_dot_event *only);

void cgi_view_claims(cgi_view *v);
void cgi_view_event(cgi_view *v);
void cgi_view_actors(cgi_view *v);
void cgi_view_timeline(cgi_view *v);

#endif
