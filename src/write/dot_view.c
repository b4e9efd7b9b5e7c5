/* SPDX-License-Identifier: Apache-2.0
 *
 * dot_view.c -- from a story to a picture: what all views have in common.
 *
 * Here are the words that a picture uses. A role is told by a preposition
 * where it stands in a label; in the graph it is told by the place of its node:
 * who does something stands left of the event, whom it is done to right of it.
 */
#include "write/dot_view.h"

#include <stdlib.h>

#include "base/utf8.h"

/* Code points of an article's title in the heading. */
#define TITLE_WIDTH 110

/* What a role is called in a label: "by X". */
static const char *const prepositions[CGI_N_ROLES] = {
    [CGI_ROLE_NONE] = "",
    [CGI_ROLE_AGENT] = "by ",
    [CGI_ROLE_PATIENT] = "",
    [CGI_ROLE_PARTICIPANT] = "with ",
    [CGI_ROLE_BENEFICIARY] = "for ",
    [CGI_ROLE_INSTRUMENT] = "with ",
    [CGI_ROLE_ORIGIN] = "from ",
    [CGI_ROLE_DESTINATION] = "to ",
    [CGI_ROLE_TOPIC] = "about ",
    [CGI_ROLE_PLACE] = "in ",
    [CGI_ROLE_NEAR] = "near ",
    [CGI_ROLE_PART_OF] = "",
};

/* What has not happened, or not yet. */
static const char *const statuses[CGI_N_STATUSES] = {
    [CGI_STATUS_FUTURE] = "planned",
    [CGI_STATUS_HYPOTHETICAL] = "hypothetical",
};

/* ---- Nodes and edges ------------------------------------------------- */

static const char *label(cgi_view *v, const char *first, const char *rest,
                         size_t width)
{
    cgi_arena *a = v->arena;
    if (!*first || !*rest)
        return cgi_dot_wrap(a, *first ? first : rest, width,
                            CGI_DOT_LABEL_LINES);
    return cgi_dot_join(a, cgi_dot_wrap(a, first, width, 1), "\\n",
                        cgi_dot_wrap(a, rest, width, CGI_DOT_LABEL_LINES - 1));
}

cgi_dot_node *cgi_view_node(cgi_view *v, const char *iri, cgi_look look,
                            size_t column, const char *first, const char *rest,
                            size_t width)
{
    const char *name = cgi_dot_join(v->arena, first, ": ", rest);
    const cgi_dot_node node = {.id = cgi_dot_id(v->arena, &v->taken, iri),
                               .label = label(v, first, rest, width),
                               .tooltip = cgi_dot_tooltip(v->arena, name),
                               .name = name,
                               .full = name,
                               .iri = iri,
                               .look = look,
                               .column = column};
    CGI_PUSH(v->arena, &v->picture->nodes, node);
    return &v->picture->nodes.at[v->picture->nodes.n - 1];
}

void cgi_view_tell(cgi_view *v, const char *tooltip, const char *url)
{
    cgi_dot_node *node = &v->picture->nodes.at[v->picture->nodes.n - 1];
    node->tooltip = cgi_dot_tooltip(v->arena, tooltip);
    node->full = tooltip;
    node->url = url;
    node->link = url ? cgi_dot_link(v->arena, url) : NULL;
}

cgi_dot_edge *cgi_view_edge(cgi_view *v, size_t from, size_t to, cgi_line line,
                            const char *name, const char *label,
                            const char *tooltip)
{
    const cgi_dot_node *nodes = v->picture->nodes.at;
    const char *id = cgi_arena_printf(v->arena, "%s--%s--%s", nodes[from].id,
                                      name, nodes[to].id);
    void **seen = cgi_table_at(&v->taken, v->arena, cgi_slice_of(id));
    if (*seen)
        return NULL;
    *seen = v;
    const cgi_dot_edge edge = {
        .from = from,
        .to = to,
        .line = line,
        .id = id,
        .tooltip = cgi_dot_tooltip(v->arena, tooltip),
        .label = cgi_dot_wrap(v->arena, label, CGI_DOT_LABEL_WIDTH, 2),
        .name = name,
        .text = label,
        .full = tooltip,
        .weight = 1};
    CGI_PUSH(v->arena, &v->picture->edges, edge);
    return &v->picture->edges.at[v->picture->edges.n - 1];
}

size_t cgi_view_fold(cgi_view *v, const char *id, size_t n, const char *what,
                     size_t column)
{
    const char *text = cgi_arena_printf(v->arena, "+%zu more %s%s", n, what,
                                        n == 1 ? "" : "s");
    cgi_view_node(v, id, CGI_LOOK_MORE, column, text, "", CGI_DOT_LABEL_WIDTH)
        ->iri = NULL;
    return v->picture->nodes.n - 1;
}

/* ---- Actors ---------------------------------------------------------- */

cgi_look cgi_view_actor_look(const cgi_dot_actor *actor)
{
    switch (actor->kind) {
    case CGI_KIND_UNNAMED:
    case CGI_KIND_GROUP: return CGI_LOOK_CROWD;
    case CGI_KIND_THING:
    case CGI_KIND_NONE:
        return actor->is_speaker ? CGI_LOOK_ACTOR : CGI_LOOK_THING;
    case CGI_KIND_COUNTRY: /* A state, unless it is only a scene. */
        return actor->is_party ? CGI_LOOK_ACTOR : CGI_LOOK_PLACE;
    default:
        return cgi_kind_is_place(actor->kind) && !actor->is_speaker
                   ? CGI_LOOK_PLACE
                   : CGI_LOOK_ACTOR;
    }
}

void cgi_view_actor(cgi_view *v, cgi_dot_actor *actor, size_t column)
{
    cgi_arena *a = v->arena;
    const char *tip = cgi_dot_join(a, actor->label, ", ", actor->position);
    tip = cgi_arena_printf(a, "%s (%s)", tip, cgi_kind_names[actor->kind]);
    cgi_view_node(v, actor->iri, cgi_view_actor_look(actor), column,
                  actor->label, "", CGI_DOT_LABEL_WIDTH);
    cgi_view_tell(v, tip, actor->url);
    actor->node = v->picture->nodes.n - 1;
}

bool cgi_view_is_inline(const cgi_dot_role *role)
{
    const cgi_dot_actor *actor = role->actor;
    if (actor && role->is_claimed)
        return true;
    if (!actor || actor->n_links > 1 || actor->is_speaker)
        return false;
    switch (actor->kind) {
    case CGI_KIND_GROUP:
    case CGI_KIND_UNNAMED:
    case CGI_KIND_THING:
    case CGI_KIND_NONE:
        return role->role != CGI_ROLE_AGENT &&
               role->role != CGI_ROLE_PARTICIPANT;
    default: return role->role == CGI_ROLE_PLACE || role->role == CGI_ROLE_NEAR;
    }
}

/* ---- Events ---------------------------------------------------------- */

/* Adds "by X", or only "X" if those who have this role have begun. */
static const char *and_with(cgi_view *v, const char *text, cgi_role role,
                            cgi_role *last, const char *label)
{
    const char *preposition = role == *last ? "" : prepositions[role];
    *last = role;
    return cgi_dot_join(v->arena, text, ", ",
                        cgi_arena_printf(v->arena, "%s%s", preposition, label));
}

/* Where, when, and that it is yet to come. */
static const char *scene(cgi_view *v, const cgi_dot_event *e, bool has_date)
{
    return cgi_dot_join(v->arena, has_date ? e->when : NULL, ", ",
                        statuses[e->status]);
}

/* Whether the actor is named already: as a node, or in an earlier role. */
static bool is_named(const cgi_dot_event *e, size_t k, cgi_detail detail)
{
    const cgi_dot_role *role = &e->roles.at[k];
    for (size_t i = 0; i < e->roles.n && i < CGI_DOT_ROLES_MAX; i++)
        if (e->roles.at[i].actor == role->actor && i != k &&
            (detail == CGI_DETAIL_REST
                 ? !cgi_view_is_inline(&e->roles.at[i]) || i < k
                 : i < k))
            return true;
    return detail == CGI_DETAIL_REST && !cgi_view_is_inline(role);
}

const char *cgi_view_detail(cgi_view *v, const cgi_dot_event *e,
                            cgi_detail detail)
{
    static const cgi_role order[] = {CGI_ROLE_PATIENT,     CGI_ROLE_AGENT,
                                     CGI_ROLE_PARTICIPANT, CGI_ROLE_TOPIC,
                                     CGI_ROLE_INSTRUMENT,  CGI_ROLE_BENEFICIARY,
                                     CGI_ROLE_DESTINATION, CGI_ROLE_ORIGIN,
                                     CGI_ROLE_PLACE,       CGI_ROLE_NEAR};
    const char *text = "";
    cgi_role last = CGI_ROLE_NONE;
    size_t n = 0;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        for (size_t k = 0; k < e->roles.n && n < CGI_DOT_ROLES_MAX; k++) {
            const cgi_dot_role *role = &e->roles.at[k];
            if (role->role != order[i] || !role->actor ||
                is_named(e, k, detail))
                continue;
            text = and_with(v, text, role->role, &last, role->actor->label);
            n++;
        }
    return cgi_dot_join(v->arena, text, ", ",
                        scene(v, e, detail != CGI_DETAIL_SCENE));
}

static bool is_on_event(const cgi_dot_event *e, const cgi_dot_role *role)
{
    for (size_t i = 0; i < e->roles.n && i < CGI_DOT_ROLES_MAX; i++)
        if (e->roles.at[i].role == role->role &&
            e->roles.at[i].actor == role->actor)
            return true;
    return false;
}

const char *cgi_view_beyond(cgi_view *v, const cgi_dot_claim *c,
                            const cgi_dot_content *content)
{
    const cgi_dot_event *e = content->event;
    cgi_role last = CGI_ROLE_NONE;
    const char *text = "";
    for (size_t i = 0; i < content->roles.n && i < CGI_DOT_ROLES_MAX; i++) {
        const cgi_dot_role *role = &content->roles.at[i];
        if (role->actor && role->actor != c->claimant && !is_on_event(e, role))
            text = and_with(v, text, role->role, &last, role->actor->label);
    }
    if (content->when && (!e->when || strcmp(content->when, e->when) != 0))
        text = cgi_dot_join(v->arena, text, ", ", content->when);
    if (content->status != e->status && statuses[content->status])
        text = cgi_dot_join(v->arena, text, ", ", statuses[content->status]);
    return text;
}

/* ---- Claims ---------------------------------------------------------- */

const char *cgi_view_quote(cgi_view *v, const cgi_dot_claim *c)
{
    cgi_arena *a = v->arena;
    const char *tip = c->claimant ? c->claimant->label : "";
    tip = cgi_dot_join(a, tip, ": ", c->cue);
    if (c->addressee)
        tip = cgi_arena_printf(a, "%s (to %s)", tip, c->addressee->label);
    if (*c->quote)
        tip = cgi_dot_join(a, tip, " ",
                           cgi_arena_printf(a, "\u201C%s\u201D", c->quote));
    return cgi_arena_printf(a, "%s [%s]", tip, c->about);
}

/* ---- What comes first ------------------------------------------------ */

/* Claims and mentions beyond these do not make an event more important. */
#define CLAIMS_COUNTED   6
#define MENTIONS_COUNTED 4

/* A type that matters, being spoken of, and standing at the top. */
static size_t importance(const cgi_view *v, const cgi_dot_event *e)
{
    size_t claims =
        e->sayings.n < CLAIMS_COUNTED ? e->sayings.n : CLAIMS_COUNTED;
    size_t mentions =
        e->n_mentions < MENTIONS_COUNTED ? e->n_mentions : MENTIONS_COUNTED;
    size_t score = (size_t)(e->weight > 0 ? e->weight : 0);
    bool is_early = v->story->n_articles == 1 && e->order < 3;
    return 2 * score + 2 * claims + mentions + (is_early ? 4 : 0);
}

typedef struct {
    cgi_dot_event *event;
    size_t importance;
} ranking;

static int by_importance(const void *a, const void *b)
{
    const ranking *x = a, *y = b;
    if (x->importance != y->importance)
        return x->importance < y->importance ? 1 : -1;
    if (x->event->order == y->event->order)
        return 0;
    return x->event->order < y->event->order ? -1 : 1;
}

cgi_dot_event **cgi_view_ranked(cgi_view *v)
{
    size_t n = v->story->events.n;
    ranking *list = cgi_arena_array(v->arena, n, sizeof *list);
    cgi_dot_event **out = cgi_arena_array(v->arena, n, sizeof *out);
    for (size_t i = 0; i < n; i++) {
        list[i].event = v->story->events.at[i];
        list[i].importance = importance(v, list[i].event);
    }
    qsort(list, n, sizeof *list, by_importance);
    for (size_t i = 0; i < n; i++)
        out[i] = list[i].event;
    return out;
}

/* ---- Heading --------------------------------------------------------- */

static const char *and_filter(cgi_view *v, const char *text, const char *name,
                              const char *value)
{
    if (!value)
        return text;
    return cgi_dot_join(v->arena, text, ", ",
                        cgi_arena_printf(v->arena, "%s %s", name, value));
}

static const char *date_text(cgi_view *v, cgi_date date)
{
    char *out = date.year ? cgi_arena_alloc(v->arena, 11) : NULL;
    if (out)
        cgi_date_write(out, date);
    return out;
}

/* "about X, since 2022" */
static const char *filter_text(cgi_view *v)
{
    const cgi_dot_options *o = v->options;
    const char *text = and_filter(v, "", "about", o->about);
    text = and_filter(v, text, "of type", o->type);
    text = and_filter(v, text, "claimed by", o->claimant);
    text = and_filter(v, text, "since", date_text(v, o->since));
    text = and_filter(v, text, "until", date_text(v, o->until));
    return cgi_utf8_one_line(v->arena, cgi_slice_of(text));
}

static void add_heading(cgi_view *v)
{
    cgi_arena *a = v->arena;
    const cgi_story *s = v->story;
    const char *scope = v->scope;
    if (!scope)
        scope = cgi_arena_printf(
            a, "%zu of %zu event%s and %zu of %zu claim%s shown", v->n_events,
            s->events.n, s->events.n == 1 ? "" : "s", v->n_claims, s->claims.n,
            s->claims.n == 1 ? "" : "s");
    const char *title = s->title ? s->title : "";
    if (s->n_articles != 1)
        title = cgi_arena_printf(a, "%zu articles", s->n_articles);
    v->picture->title = cgi_dot_cut(a, title, TITLE_WIDTH);
    v->picture->scope = cgi_dot_cut(
        a, cgi_dot_join(a, scope, "; ", filter_text(v)), TITLE_WIDTH);
    v->picture->heading = cgi_dot_heading(a, v->picture);
}

/* ---- Titles ---------------------------------------------------------- */

static int by_id(const void *a, const void *b)
{
    const cgi_dot_title *x = a, *y = b;
    return strcmp(x->id, y->id);
}

static void add_titles(cgi_view *v)
{
    cgi_picture *p = v->picture;
    const cgi_dot_title whole = {
        CGI_DOT_GRAPH_ID, cgi_dot_join(v->arena, p->title, "; ", p->scope)};
    CGI_PUSH(v->arena, &p->titles, whole);
    for (size_t i = 0; i < p->nodes.n; i++)
        CGI_PUSH(v->arena, &p->titles,
                 (cgi_dot_title){p->nodes.at[i].id, p->nodes.at[i].full});
    for (size_t i = 0; i < p->edges.n; i++)
        CGI_PUSH(v->arena, &p->titles,
                 (cgi_dot_title){p->edges.at[i].id, p->edges.at[i].full});
    qsort(p->titles.at, p->titles.n, sizeof *p->titles.at, by_id);
}

void cgi_dot_view(cgi_picture *out, cgi_story *story,
                  const cgi_dot_options *options)
{
    static void (*const views[])(cgi_view *) = {
        [CG_VIEW_CLAIMS] = cgi_view_claims,
        [CG_VIEW_ACTORS] = cgi_view_actors,
        [CG_VIEW_EVENT] = cgi_view_event,
        [CG_VIEW_TIMELINE] = cgi_view_timeline,
    };
    *out = (cgi_picture){0};
    cgi_view v = {.arena = story->arena,
                  .story = story,
                  .options = options,
                  .picture = out};
    v.room = options->max_nodes;
    cgi_story_settle(story);
    cgi_story_filter(story, options);
    views[options->view](&v);
    add_heading(&v);
    add_titles(&v);
}
