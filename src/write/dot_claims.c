/* SPDX-License-Identifier: Apache-2.0
 *
 * dot_claims.c -- the views "claims" and "event": who -> claim -> event -> the
 * others.
 *
 * Who speaks or does something stands left, whom it is done to on the right,
 * so that pictures read as sentences. What is not shown is folded into "+29
 * more" nodes and counted in the heading, never dropped silently.
 */
#include "write/dot_view.h"

/* Contents of one claim that its label may speak of. */
#define CONTENTS_MAX 16

/* What a claim to have done something is called, unless its cue says it. */
#define RESPONSIBLE "responsibil"

/* ---- Columns --------------------------------------------------------- */

/* The node with depth *after stands right of that with *before. */
typedef struct {
    const size_t *before;
    size_t *after;
} link;

typedef CGI_VEC(link) links;

/* One round for each link of a chain; a circle, which nobody should make, ends
 * with the rounds. Returns the largest depth. */
static size_t settle(const links *l)
{
    bool has_changed = true;
    for (size_t round = 0; round < CGI_DOT_CHAIN_MAX && has_changed; round++) {
        has_changed = false;
        for (size_t i = 0; i < l->n; i++) {
            if (*l->at[i].after > *l->at[i].before)
                continue;
            *l->at[i].after = *l->at[i].before + 1;
            has_changed = true;
        }
    }
    size_t deepest = 0;
    for (size_t i = 0; i < l->n; i++)
        deepest = *l->at[i].after > deepest ? *l->at[i].after : deepest;
    return deepest;
}

/* Claims that tell of others stand before these. */
static size_t settle_claims(cgi_view *v)
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
    return settle(&l);
}

/* Events stand before those that are parts of them. */
static size_t settle_events(cgi_view *v)
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
    return settle(&l);
}

static void make_columns(cgi_view *v)
{
    v->events_column = 1 + settle_claims(v) + 1;
    v->picture->n_columns = v->events_column + settle_events(v) + 2;
}

/* ---- Nodes ----------------------------------------------------------- */

static void add_event(cgi_view *v, cgi_dot_event *e, bool is_strong)
{
    cgi_arena *a = v->arena;
    const char *tip =
        cgi_dot_join(a, e->type, ": ", cgi_view_detail(v, e, CGI_DETAIL_FULL));
    if (!e->is_stated && e->sayings.n)
        tip = cgi_dot_join(a, tip, " ", "(only claimed)");
    cgi_view_node(v, e->iri, e->is_stated ? CGI_LOOK_EVENT : CGI_LOOK_CLAIMED,
                  v->events_column + e->depth, e->type,
                  cgi_view_detail(v, e, CGI_DETAIL_REST), CGI_DOT_LABEL_WIDTH)
        ->is_strong = is_strong;
    cgi_view_tell(v, tip, e->url);
    e->node = v->picture->nodes.n - 1;
}

static bool leads_to(const cgi_dot_content *c)
{
    return c->event ? c->event->is_shown : c->claim->is_shown;
}

/* What `c` claims of the events that are shown, with their types if there are
 * several. *is_drawn tells whether it leads to anything that is shown. */
static const char *claimed(cgi_view *v, const cgi_dot_claim *c, bool *is_drawn)
{
    const char *text = "";
    size_t n_events = 0;
    *is_drawn = false;
    for (size_t i = 0; i < c->contents.n; i++) {
        *is_drawn |= leads_to(&c->contents.at[i]);
        n_events += c->contents.at[i].event != NULL;
    }
    for (size_t i = 0; i < c->contents.n && i < CONTENTS_MAX; i++) {
        const cgi_dot_content *content = &c->contents.at[i];
        if (!content->event || !content->event->is_shown)
            continue;
        const char *part = cgi_view_beyond(v, c, content);
        if (*part && n_events > 1)
            part = cgi_dot_join(v->arena, content->event->type, " ", part);
        text = cgi_dot_join(v->arena, text, "; ", part);
    }
    return text;
}

/* The cue, then what is claimed beyond the events that are shown, or else the
 * claimed words themselves. */
static void add_claim(cgi_view *v, cgi_dot_claim *c)
{
    cgi_arena *a = v->arena;
    bool is_drawn;
    const char *rest = claimed(v, c, &is_drawn);
    const char *cue = c->cue;
    if (!is_drawn && *c->quote)
        rest = cgi_arena_printf(a, "\u201C%s\u201D", c->quote);
    if (c->cls == CGI_CLAIM_RESPONSIBILITY && !strstr(cue, RESPONSIBLE))
        rest = cgi_dot_join(a, RESPONSIBLE "ity", "; ", rest);
    if (c->n_same)
        cue = cgi_arena_printf(a, "%s (%zu times)", cue, c->n_same + 1);
    cgi_view_node(v, c->iri, CGI_LOOK_CLAIM, 1 + c->depth, cue, rest,
                  CGI_DOT_LABEL_WIDTH)
        ->is_denial = c->cls == CGI_CLAIM_DENIAL;
    cgi_view_tell(v, cgi_view_quote(v, c), c->url);
    c->node = v->picture->nodes.n - 1;
}

static void add_nodes(cgi_view *v)
{
    cgi_story *s = v->story;
    size_t last = v->picture->n_columns - 1;
    for (size_t i = 0; i < s->actors.n; i++)
        if (s->actors.at[i]->is_shown)
            cgi_view_actor(v, s->actors.at[i],
                           s->actors.at[i]->is_source ? 0 : last);
    for (size_t i = 0; i < s->claims.n; i++)
        if (s->claims.at[i]->is_shown)
            add_claim(v, s->claims.at[i]);
    cgi_dot_event *const *ranked = cgi_view_ranked(v);
    const cgi_dot_event *first = NULL;
    for (size_t i = 0; i < s->events.n && !first; i++)
        first = ranked[i]->is_shown ? ranked[i] : NULL;
    for (size_t i = 0; i < s->events.n; i++)
        if (s->events.at[i]->is_shown)
            add_event(v, s->events.at[i], s->events.at[i] == first);
}

/* ---- Edges ----------------------------------------------------------- */

/* Roles that a node's place in the picture does not tell. */
static bool is_told_by_place(cgi_role role)
{
    return role == CGI_ROLE_AGENT || role == CGI_ROLE_PATIENT ||
           role == CGI_ROLE_PLACE || role == CGI_ROLE_PARTICIPANT;
}

static void add_role_edge(cgi_view *v, const cgi_dot_event *e,
                          const cgi_dot_role *role)
{
    const char *name = cgi_role_names[role->role];
    const char *tip =
        cgi_arena_printf(v->arena, "%s: %s %s", e->type, name,
                         role->event ? role->event->type : role->actor->label);
    if (role->event) {
        if (role->event->is_shown)
            cgi_view_edge(v, e->node, role->event->node, CGI_LINE_PART, name,
                          "", tip);
        return;
    }
    if (cgi_view_is_inline(role) || !role->actor->is_shown)
        return;
    size_t actor = role->actor->node;
    bool is_left =
        role->actor->is_source &&
        (role->role == CGI_ROLE_AGENT || role->role == CGI_ROLE_INSTRUMENT ||
         role->role == CGI_ROLE_PARTICIPANT);
    cgi_view_edge(v, is_left ? actor : e->node, is_left ? e->node : actor,
                  CGI_LINE_ROLE, name, is_told_by_place(role->role) ? "" : name,
                  tip);
}

static void add_content_edge(cgi_view *v, const cgi_dot_claim *c,
                             const cgi_dot_content *content)
{
    const char *name = cgi_polarity_names[content->polarity];
    cgi_line line = (cgi_line)content->polarity;
    if (content->event && content->event->is_shown)
        cgi_view_edge(v, c->node, content->event->node, line, name, "", name);
    const cgi_dot_claim *told = content->claim;
    if (told && told->same)
        told = told->same;
    /* A claim told of is linked by "via" already, unless it is denied. */
    if (told && told->is_shown && told != c &&
        (told->via != c || line != CGI_LINE_ASSERTS))
        cgi_view_edge(v, c->node, told->node, line, name, "", name);
}

static void add_claim_edges(cgi_view *v, const cgi_dot_claim *c)
{
    if (c->claimant)
        cgi_view_edge(v, c->claimant->node, c->node, CGI_LINE_SAYS, "claimant",
                      "", "claimant");
    if (c->via && c->via->is_shown)
        cgi_view_edge(v, c->node, c->via->node, CGI_LINE_VIA, "via", "", "via");
    for (size_t i = 0; i < c->contents.n; i++)
        add_content_edge(v, c, &c->contents.at[i]);
}

static void add_edges(cgi_view *v)
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

static bool is_hidden(const cgi_dot_claim *c)
{
    return !c->is_out && !c->is_shown && !(c->same && c->same->is_shown);
}

/* Links what is shown to the fold nodes that hide what belongs to it. */
static void link_folds(cgi_view *v, size_t claims, size_t events)
{
    cgi_story *s = v->story;
    for (size_t i = 0; i < s->claims.n; i++) {
        const cgi_dot_claim *c = s->claims.at[i];
        if (is_hidden(c) && c->claimant && c->claimant->is_shown)
            cgi_view_edge(v, c->claimant->node, claims, CGI_LINE_MORE, "more",
                          "", "more");
        for (size_t k = 0; c->is_shown && k < c->contents.n; k++)
            if (c->contents.at[k].event && !c->contents.at[k].event->is_shown &&
                !c->contents.at[k].event->is_out)
                cgi_view_edge(v, c->node, events, CGI_LINE_MORE, "more", "",
                              "more");
    }
}

static void add_folds(cgi_view *v)
{
    const cgi_story *s = v->story;
    size_t n_claims = 0, n_events = 0, claims = 0, events = 0;
    for (size_t i = 0; i < s->claims.n; i++)
        n_claims += is_hidden(s->claims.at[i]);
    for (size_t i = 0; i < s->events.n; i++)
        n_events += !s->events.at[i]->is_out && !s->events.at[i]->is_shown;
    if (n_claims)
        claims = cgi_view_fold(v, "more-claims", n_claims, "claim", 1);
    if (n_events)
        events = cgi_view_fold(v, "more-events", n_events, "event",
                               v->events_column);
    link_folds(v, claims, events);
}

static void make(cgi_view *v, cgi_dot_event *only)
{
    v->picture->layout = CGI_LAYOUT_COLUMNS;
    cgi_view_choose(v, only);
    make_columns(v);
    add_nodes(v);
    add_edges(v);
    if (!only)
        add_folds(v);
}

void cgi_view_claims(cgi_view *v)
{
    make(v, NULL);
}

/* The most important event that is left, and all who speak of it. */
void cgi_view_event(cgi_view *v)
{
    cgi_dot_event *const *ranked = cgi_view_ranked(v);
    cgi_dot_event *only = NULL;
    for (size_t i = 0; i < v->story->events.n && !only; i++)
        only = ranked[i]->is_out ? NULL : ranked[i];
    make(v, only);
}
