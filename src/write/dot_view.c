/* SPDX-License-Identifier: Apache-2.0
 *
 * dot_view.c -- the view "claims": who -> claim -> event -> the others.
 *
 * Of a large story only the weightiest events are shown, each with some of its
 * claims; everything else is folded into "+29 more" nodes and counted in the
 * caption, never dropped silently. Who does something stands left of the
 * event, whom it is done to on the right, so that pictures read as sentences.
 */
#include <stdlib.h>

#include "write/dot.h"

/* Claims about one event, while others wait for theirs. */
#define CLAIMS_PER_EVENT 12

/* Fold nodes that may be needed: events, claims. */
#define N_FOLDS 2

/* Code points of an article's title in the caption. */
#define TITLE_WIDTH 100

/* Contents of one claim that its label and tooltip may speak of. */
#define ROLES_MAX 16

/* How far a chain of hearsay, or of parts of events, is followed. */
#define CHAIN_MAX 8

/* ---- What is shown --------------------------------------------------- */

typedef struct {
    cgi_arena *arena;
    cgi_story *story;
    cgi_picture *picture;
    size_t room;               /* Nodes that may still be added. */
    cgi_table taken;           /* Ids of nodes and edges. */
    size_t n_events, n_claims; /* Shown. */
    size_t events_column;      /* The first one. */
} view;

static int by_weight(const void *a, const void *b)
{
    const cgi_dot_event *x = *(cgi_dot_event *const *)a;
    const cgi_dot_event *y = *(cgi_dot_event *const *)b;
    if (x->weight != y->weight)
        return x->weight < y->weight ? 1 : -1;
    if (x->claims.n != y->claims.n)
        return x->claims.n < y->claims.n ? 1 : -1;
    if (x->n_mentions != y->n_mentions)
        return x->n_mentions < y->n_mentions ? 1 : -1;
    return x->order < y->order ? -1 : x->order > y->order;
}

/* What is worth showing by itself: it has a type, and something hangs on it. */
static bool is_showable(const cgi_dot_event *e)
{
    return !e->is_vague && (e->claims.n || e->roles.n);
}

static bool is_source_role(cgi_role role)
{
    return role == CGI_ROLE_AGENT || role == CGI_ROLE_INSTRUMENT;
}

static bool is_scene_role(cgi_role role)
{
    return role == CGI_ROLE_PLACE || role == CGI_ROLE_NEAR ||
           role == CGI_ROLE_ORIGIN || role == CGI_ROLE_DESTINATION;
}

/* Nodes that showing `e` would add; an actor in two roles counts twice, which
 * errs on the safe side. */
static size_t event_cost(const cgi_dot_event *e)
{
    size_t cost = 1;
    for (size_t i = 0; i < e->roles.n; i++)
        cost += e->roles.at[i].actor && !e->roles.at[i].actor->is_shown;
    return cost;
}

static void show_actor(view *v, cgi_dot_actor *actor)
{
    if (!actor || actor->is_shown)
        return;
    actor->is_shown = true;
    v->room--;
}

static bool show_event(view *v, cgi_dot_event *e)
{
    if (event_cost(e) > v->room)
        return false;
    for (size_t i = 0; i < e->roles.n; i++) {
        const cgi_dot_role *role = &e->roles.at[i];
        if (!role->actor)
            continue;
        show_actor(v, role->actor);
        role->actor->is_source |= is_source_role(role->role);
        role->actor->is_party |= !is_scene_role(role->role);
    }
    e->is_shown = true;
    v->room--;
    v->n_events++;
    return true;
}

/* Shows a claim with its claimant and with the claims that tell of it. */
static bool show_claim(view *v, cgi_dot_claim *claim)
{
    size_t cost = 0, depth = 0;
    for (cgi_dot_claim *c = claim; c && depth < CHAIN_MAX; c = c->via, depth++)
        if (!c->is_shown)
            cost += c->claimant && !c->claimant->is_shown ? 2 : 1;
    if (cost > v->room)
        return false;
    depth = 0;
    for (cgi_dot_claim *c = claim; c && depth < CHAIN_MAX;
         c = c->via, depth++) {
        if (c->is_shown)
            continue;
        c->is_shown = true;
        v->room--;
        v->n_claims++;
        show_actor(v, c->claimant);
        if (c->claimant)
            c->claimant->is_source = c->claimant->is_party = true;
    }
    return true;
}

static void show_with_claims(view *v, cgi_dot_event *e)
{
    if (!is_showable(e) || !show_event(v, e))
        return;
    for (size_t i = 0; i < e->claims.n && i < CLAIMS_PER_EVENT; i++)
        if (!show_claim(v, e->claims.at[i]))
            return;
}

/* The weightiest events first, each with its claims; then what room is left
 * goes to the other claims in the order of the text. */
static void choose(view *v)
{
    cgi_story *s = v->story;
    size_t n = s->events.n;
    cgi_dot_event **ranked =
        cgi_arena_array(v->arena, n, sizeof(cgi_dot_event *));
    for (size_t i = 0; i < n; i++)
        ranked[i] = s->events.at[i];
    qsort(ranked, n, sizeof *ranked, by_weight);
    for (size_t i = 0; i < n && v->room; i++)
        show_with_claims(v, ranked[i]);
    for (size_t i = 0; i < s->claims.n && v->room; i++)
        show_claim(v, s->claims.at[i]);
}

/* ---- Columns --------------------------------------------------------- */

/* The node with depth *after stands right of that with *before. */
typedef struct {
    const size_t *before;
    size_t *after;
} link;

typedef CGI_VEC(link) links;

/* One round for each link of a chain; a circle, which nobody should make, ends
 * with the rounds. */
static void settle(const links *l)
{
    bool has_changed = true;
    for (size_t round = 0; round < CHAIN_MAX && has_changed; round++) {
        has_changed = false;
        for (size_t i = 0; i < l->n; i++) {
            if (*l->at[i].after > *l->at[i].before)
                continue;
            *l->at[i].after = *l->at[i].before + 1;
            has_changed = true;
        }
    }
}

/* Claims that tell of others stand before these. Returns the largest depth. */
static size_t settle_claims(view *v)
{
    const cgi_story *s = v->story;
    links l = {0};
    for (size_t i = 0; i < s->claims.n; i++) {
        cgi_dot_claim *c = s->claims.at[i];
        if (!c->is_shown)
            continue;
        if (c->via && c->via->is_shown)
            CGI_PUSH(v->arena, &l, (link){&c->via->depth, &c->depth});
        for (size_t k = 0; k < c->contents.n; k++) {
            cgi_dot_claim *told = c->contents.at[k].claim;
            if (told && told->is_shown)
                CGI_PUSH(v->arena, &l, (link){&c->depth, &told->depth});
        }
    }
    settle(&l);
    size_t deepest = 0;
    for (size_t i = 0; i < l.n; i++)
        deepest = *l.at[i].after > deepest ? *l.at[i].after : deepest;
    return deepest;
}

/* Events stand before those that are parts of them. */
static size_t settle_events(view *v)
{
    const cgi_story *s = v->story;
    links l = {0};
    for (size_t i = 0; i < s->events.n; i++) {
        cgi_dot_event *e = s->events.at[i];
        for (size_t k = 0; e->is_shown && k < e->roles.n; k++) {
            cgi_dot_event *whole = e->roles.at[k].event;
            if (whole && whole->is_shown)
                CGI_PUSH(v->arena, &l, (link){&whole->depth, &e->depth});
        }
    }
    settle(&l);
    size_t deepest = 0;
    for (size_t i = 0; i < l.n; i++)
        deepest = *l.at[i].after > deepest ? *l.at[i].after : deepest;
    return deepest;
}

static void make_columns(view *v)
{
    v->events_column = 1 + settle_claims(v) + 1;
    v->picture->n_columns = v->events_column + settle_events(v) + 2;
}

/* ---- Nodes ----------------------------------------------------------- */

static size_t add_node(view *v, const char *iri, const char *label,
                       const char *tooltip, cgi_look look, size_t column)
{
    const cgi_dot_node node = {cgi_dot_id(v->arena, &v->taken, iri),
                               label,
                               cgi_dot_tooltip(v->arena, tooltip),
                               iri,
                               NULL,
                               look,
                               column};
    CGI_PUSH(v->arena, &v->picture->nodes, node);
    return v->picture->nodes.n - 1;
}

static char *wrap(view *v, const char *text, size_t n_lines)
{
    return cgi_dot_wrap(v->arena, text, CGI_DOT_LABEL_WIDTH, n_lines);
}

/* `first` on a line of its own, `rest` on those that are left. */
static const char *two_part_label(view *v, const char *first, const char *rest)
{
    if (!first || !*first)
        return wrap(v, rest ? rest : "", CGI_DOT_LABEL_LINES);
    if (!rest || !*rest)
        return wrap(v, first, CGI_DOT_LABEL_LINES);
    return cgi_dot_join(v->arena, wrap(v, first, 1), "\\n",
                        wrap(v, rest, CGI_DOT_LABEL_LINES - 1));
}

static cgi_look actor_look(const cgi_dot_actor *actor)
{
    switch (actor->kind) {
    case CGI_KIND_UNNAMED:
    case CGI_KIND_GROUP: return CGI_LOOK_CROWD;
    case CGI_KIND_THING:
    case CGI_KIND_NONE: return CGI_LOOK_THING;
    case CGI_KIND_COUNTRY: /* A state, unless it is only a scene. */
        return actor->is_party ? CGI_LOOK_ACTOR : CGI_LOOK_PLACE;
    default:
        return cgi_kind_is_place(actor->kind) ? CGI_LOOK_PLACE : CGI_LOOK_ACTOR;
    }
}

static void add_actor(view *v, cgi_dot_actor *actor)
{
    cgi_arena *a = v->arena;
    const char *tip = cgi_dot_join(a, actor->label, ", ", actor->position);
    tip = cgi_arena_printf(a, "%s (%s)", tip, cgi_kind_names[actor->kind]);
    actor->node = add_node(v, actor->iri, wrap(v, actor->label, 3), tip,
                           actor_look(actor),
                           actor->is_source ? 0 : v->picture->n_columns - 1);
    v->picture->nodes.at[actor->node].url = actor->url;
}

/* What the event's label says beyond its type: "bombing: the depot" gives "the
 * depot". NULL if it says no more. */
static const char *beyond_type(const cgi_dot_event *e)
{
    size_t n = strlen(e->type);
    if (strncmp(e->label, e->type, n) != 0)
        return e->label;
    const char *rest = e->label + n;
    return *rest == ':' ? rest + 1 + (rest[1] == ' ') : *rest ? e->label : NULL;
}

static const char *place_of(const cgi_dot_event *e)
{
    for (size_t i = 0; i < e->roles.n; i++)
        if (e->roles.at[i].role == CGI_ROLE_PLACE && e->roles.at[i].actor)
            return e->roles.at[i].actor->label;
    return NULL;
}

/* "bombing", and where and when; or else whatever its label says. */
static void add_event(view *v, cgi_dot_event *e)
{
    const char *place = place_of(e), *detail = beyond_type(e);
    const char *scene = cgi_dot_join(v->arena, place, ", ", e->when);
    const char *label = two_part_label(v, e->type, *scene ? scene : detail);
    const char *tip = cgi_dot_join(v->arena, e->type, ": ", detail);
    tip = cgi_dot_join(v->arena, tip, "; ", scene);
    e->node = add_node(v, e->iri, label, tip, CGI_LOOK_EVENT,
                       v->events_column + e->depth);
    v->picture->nodes.at[e->node].url = e->url;
}

static const char *quoted(cgi_arena *a, const char *text)
{
    return *text ? cgi_arena_printf(a, "\xE2\x80\x9C%s\xE2\x80\x9D", text) : "";
}

/* What `c` claims of the events that are shown, with their types if there are
 * several. `is_drawn` tells whether it leads to anything that is shown. */
static const char *claimed(view *v, const cgi_dot_claim *c, bool *is_drawn)
{
    const char *roles = "";
    const cgi_dot_event *first = NULL;
    bool has_several = false;
    *is_drawn = false;
    for (size_t i = 0; i < c->contents.n; i++) {
        const cgi_dot_content *content = &c->contents.at[i];
        *is_drawn |= content->event ? content->event->is_shown
                                    : content->claim->is_shown;
        if (!content->event || !content->event->is_shown)
            continue;
        has_several |= first && first != content->event;
        first = first ? first : content->event;
    }
    for (size_t i = 0; i < c->contents.n && i < ROLES_MAX; i++) {
        const cgi_dot_content *content = &c->contents.at[i];
        if (!content->event || !content->event->is_shown || !*content->roles)
            continue;
        const char *part = content->roles;
        if (has_several)
            part = cgi_dot_join(v->arena, content->event->type, ": ", part);
        roles = cgi_dot_join(v->arena, roles, "; ", part);
    }
    return roles;
}

/* The cue, then what is claimed of the events that are shown, or else the
 * claimed words themselves. */
static void add_claim(view *v, cgi_dot_claim *c)
{
    cgi_arena *a = v->arena;
    bool is_drawn;
    const char *roles = claimed(v, c, &is_drawn);
    const char *rest = is_drawn ? roles : quoted(a, c->quote);
    const char *tip = c->claimant ? c->claimant->label : "";
    tip = cgi_dot_join(a, tip, ": ", c->cue);
    if (c->addressee)
        tip = cgi_arena_printf(a, "%s (to %s)", tip, c->addressee->label);
    tip = cgi_dot_join(a, tip, " ", quoted(a, c->quote));
    tip = cgi_dot_join(a, tip, "; ", roles);
    tip = cgi_arena_printf(a, "%s [%s]", tip, c->about);
    c->node = add_node(v, c->iri, two_part_label(v, c->cue, rest), tip,
                       CGI_LOOK_CLAIM, 1 + c->depth);
    v->picture->nodes.at[c->node].url = c->url;
}

static void add_nodes(view *v)
{
    cgi_story *s = v->story;
    for (size_t i = 0; i < s->actors.n; i++)
        if (s->actors.at[i]->is_shown)
            add_actor(v, s->actors.at[i]);
    for (size_t i = 0; i < s->claims.n; i++)
        if (s->claims.at[i]->is_shown)
            add_claim(v, s->claims.at[i]);
    for (size_t i = 0; i < s->events.n; i++)
        if (s->events.at[i]->is_shown)
            add_event(v, s->events.at[i]);
}

/* ---- Edges ----------------------------------------------------------- */

/* Once for each pair of nodes and name. The tooltip comes escaped. */
static void add_edge(view *v, size_t from, size_t to, cgi_line line,
                     const char *name, const char *label, const char *tooltip)
{
    const cgi_dot_node *nodes = v->picture->nodes.at;
    const char *id = cgi_arena_printf(v->arena, "%s--%s--%s", nodes[from].id,
                                      name, nodes[to].id);
    void **seen = cgi_table_at(&v->taken, v->arena, cgi_slice_of(id));
    if (*seen)
        return;
    *seen = v;
    const cgi_dot_edge edge = {from, to, line, id, tooltip, label};
    CGI_PUSH(v->arena, &v->picture->edges, edge);
}

static void add_role_edge(view *v, const cgi_dot_event *e,
                          const cgi_dot_role *role)
{
    const char *name = cgi_role_names[role->role];
    const char *tip = cgi_dot_tooltip(
        v->arena, cgi_dot_join(v->arena, name, ", ", role->rule));
    if (role->event) {
        if (role->event->is_shown)
            add_edge(v, e->node, role->event->node, CGI_LINE_PART, name, "",
                     tip);
        return;
    }
    size_t actor = role->actor->node;
    bool is_left =
        role->actor->is_source &&
        (is_source_role(role->role) || role->role == CGI_ROLE_PARTICIPANT);
    add_edge(v, is_left ? actor : e->node, is_left ? e->node : actor,
             CGI_LINE_ROLE, name, name, tip);
}

static void add_content_edge(view *v, const cgi_dot_claim *c,
                             const cgi_dot_content *content)
{
    const char *name = cgi_polarity_names[content->polarity];
    cgi_line line = (cgi_line)content->polarity;
    if (content->event && content->event->is_shown)
        add_edge(v, c->node, content->event->node, line, name, "", name);
    /* A claim told of is linked by "via" already, unless it is denied. */
    if (content->claim && content->claim->is_shown &&
        (content->claim->via != c || line != CGI_LINE_ASSERTS))
        add_edge(v, c->node, content->claim->node, line, name, "", name);
}

static void add_claim_edges(view *v, const cgi_dot_claim *c)
{
    if (c->claimant)
        add_edge(v, c->claimant->node, c->node, CGI_LINE_SAYS, "claimant", "",
                 "claimant");
    if (c->via && c->via->is_shown)
        add_edge(v, c->node, c->via->node, CGI_LINE_VIA, "via", "", "via");
    for (size_t i = 0; i < c->contents.n; i++)
        add_content_edge(v, c, &c->contents.at[i]);
}

static void add_edges(view *v)
{
    cgi_story *s = v->story;
    for (size_t i = 0; i < s->claims.n; i++)
        if (s->claims.at[i]->is_shown)
            add_claim_edges(v, s->claims.at[i]);
    for (size_t i = 0; i < s->events.n; i++)
        for (size_t k = 0; k < s->events.at[i]->roles.n; k++)
            if (s->events.at[i]->is_shown)
                add_role_edge(v, s->events.at[i],
                              &s->events.at[i]->roles.at[k]);
}

/* ---- Folding --------------------------------------------------------- */

static size_t add_fold(view *v, const char *id, size_t n, const char *what,
                       size_t column)
{
    const char *text = cgi_arena_printf(v->arena, "+%zu more %s%s", n, what,
                                        n == 1 ? "" : "s");
    size_t node = add_node(v, id, text, text, CGI_LOOK_MORE, column);
    v->picture->nodes.at[node].iri = NULL;
    return node;
}

/* Links what is shown to the fold nodes that hide what belongs to it. */
static void add_folds(view *v)
{
    cgi_story *s = v->story;
    size_t n_claims = s->claims.n - v->n_claims;
    size_t n_events = s->events.n - v->n_events;
    size_t claims = 0, events = 0;
    if (n_claims)
        claims = add_fold(v, "more-claims", n_claims, "claim", 1);
    if (n_events)
        events =
            add_fold(v, "more-events", n_events, "event", v->events_column);
    for (size_t i = 0; i < s->claims.n; i++) {
        const cgi_dot_claim *c = s->claims.at[i];
        if (!c->is_shown && c->claimant && c->claimant->is_shown)
            add_edge(v, c->claimant->node, claims, CGI_LINE_MORE, "more", "",
                     "more");
        for (size_t k = 0; k < c->contents.n; k++)
            if (c->contents.at[k].event && !c->contents.at[k].event->is_shown)
                add_edge(v, c->is_shown ? c->node : claims, events,
                         CGI_LINE_MORE, "more", "", "more");
    }
}

/* ---- Caption --------------------------------------------------------- */

static const char *caption(view *v)
{
    cgi_arena *a = v->arena;
    const cgi_story *s = v->story;
    const char *title =
        s->title ? cgi_dot_wrap(a, s->title, TITLE_WIDTH, 1) : "";
    if (s->n_articles != 1)
        title = cgi_arena_printf(a, "%zu articles", s->n_articles);
    return cgi_arena_printf(
        a, "%s\\l%zu of %zu events and %zu of %zu claims shown\\l", title,
        v->n_events, s->events.n, v->n_claims, s->claims.n);
}

void cgi_dot_view(cgi_picture *out, cgi_story *story, size_t max_nodes)
{
    *out = (cgi_picture){0};
    view v = {.arena = story->arena, .story = story, .picture = out};
    v.room = max_nodes > N_FOLDS ? max_nodes - N_FOLDS : 1;
    choose(&v);
    make_columns(&v);
    add_nodes(&v);
    add_edges(&v);
    add_folds(&v);
    out->caption = caption(&v);
}
