/* SPDX-License-Identifier: Apache-2.0
 *
 * dot_actors.c -- the view "actors": who does what to whom, over all articles.
 *
 * All that one actor does to another is one edge, labelled with the types of
 * the events and how many there are. What only sources say is told from what
 * the articles themselves say, and from what somebody denies.
 */
#include <stdlib.h>

#include "write/dot_view.h"

/* Fold nodes that may be needed. */
#define N_FOLDS 1

/* Types of events that a label names. */
#define TYPES_NAMED 2

/* Ties of an actor that is drawn larger. */
#define TIES_OF_STRONG 4

/* How often something is said to have happened. */
typedef struct {
    const char *type;
    size_t n;
} tally;

typedef struct {
    cgi_dot_actor *from, *to;
    bool is_mutual;
    CGI_VEC(tally) types;
    size_t n_events;  /* That bear it; ... */
    const void *last; /* ... the last one. */
    size_t n_stated, n_claimed, n_denied;
    const char *sources; /* Who says so, if the articles do not. */
    size_t weight, order;
} tie;

typedef struct {
    cgi_view *view;
    cgi_table by_pair;
    CGI_VEC(tie *) ties;
} net;

/* ---- Ties ------------------------------------------------------------ */

static tie *tie_of(net *n, cgi_dot_actor *from, cgi_dot_actor *to,
                   bool is_mutual)
{
    cgi_arena *a = n->view->arena;
    if (is_mutual && strcmp(from->iri, to->iri) > 0) {
        cgi_dot_actor *swap = from;
        from = to;
        to = swap;
    }
    const char *key =
        cgi_arena_printf(a, "%s %s %d", from->iri, to->iri, (int)is_mutual);
    void **at = cgi_table_at(&n->by_pair, a, cgi_slice_of(key));
    if (*at)
        return *at;
    tie *t = *at = cgi_arena_alloc(a, sizeof *t);
    *t = (tie){.from = from,
               .to = to,
               .is_mutual = is_mutual,
               .sources = "",
               .order = n->ties.n};
    CGI_PUSH(a, &n->ties, t);
    return t;
}

static void count_type(net *n, tie *t, const char *type)
{
    for (size_t i = 0; i < t->types.n; i++)
        if (!strcmp(t->types.at[i].type, type)) {
            t->types.at[i].n++;
            return;
        }
    CGI_PUSH(n->view->arena, &t->types, (tally){type, 1});
}

/* What is said of one event: in which way, and by whom. */
typedef struct {
    const cgi_dot_event *event;
    const char *type; /* What to call it. */
    cgi_line line;    /* ROLE: stated; CLAIMED, DENIES. */
    const cgi_dot_claim *claim;
} saying;

/* Names of sources that a tooltip has room for. */
#define SOURCES_WIDTH 120

/* Things do nothing, and what is done to them is another picture. */
static bool is_actor(const cgi_dot_actor *actor)
{
    return actor->is_speaker ||
           (actor->kind != CGI_KIND_THING && actor->kind != CGI_KIND_NONE);
}

static void bind(net *n, const saying *s, cgi_dot_actor *from,
                 cgi_dot_actor *to, bool is_mutual)
{
    if (!from || !to || from == to || !is_actor(from) || !is_actor(to))
        return;
    tie *t = tie_of(n, from, to, is_mutual);
    if (t->last != s->event) {
        count_type(n, t, s->type);
        t->n_events++;
    }
    t->last = s->event;
    t->n_stated += s->line == CGI_LINE_ROLE;
    t->n_claimed += s->line == CGI_LINE_CLAIMED;
    t->n_denied += s->line == CGI_LINE_DENIES;
    if (s->claim && s->claim->claimant && strlen(t->sources) < SOURCES_WIDTH &&
        !strstr(t->sources, s->claim->claimant->label))
        t->sources = cgi_dot_join(n->view->arena, t->sources, ", ",
                                  s->claim->claimant->label);
}

static bool is_target(cgi_role role)
{
    return role == CGI_ROLE_PATIENT || role == CGI_ROLE_BENEFICIARY;
}

/* What the article states of a role, or what a claim says of it. */
static bool counts(const cgi_dot_role *role, bool is_stated)
{
    return role->actor && !(is_stated && role->is_claimed);
}

/* Participants who are all tied to each other; of more, only the first is, lest
 * one long list fills the picture. */
#define PAIRED_MAX 4

static size_t n_participants(const cgi_dot_roles *roles)
{
    size_t n = 0;
    for (size_t i = 0; i < roles->n; i++)
        n += roles->at[i].role == CGI_ROLE_PARTICIPANT;
    return n;
}

/* Everybody whom `who` does it to, or with. */
static void bind_one(net *n, const saying *s, const cgi_dot_role *who,
                     const cgi_dot_roles *targets, size_t first, bool is_stated)
{
    for (size_t k = first; k < targets->n && k < CGI_DOT_ROLES_MAX; k++) {
        const cgi_dot_role *whom = &targets->at[k];
        if (!counts(whom, is_stated))
            continue;
        if (whom->role == CGI_ROLE_PARTICIPANT)
            bind(n, s, who->actor, whom->actor, true);
        else if (who->role == CGI_ROLE_AGENT && is_target(whom->role))
            bind(n, s, who->actor, whom->actor, false);
    }
}

/* Everybody who does it with everybody whom it is done to. Both lists are
 * short; what is beyond their limit is not bound. */
static void bind_roles(net *n, const saying *s, const cgi_dot_roles *agents,
                       const cgi_dot_roles *targets, bool is_stated)
{
    bool is_crowd = n_participants(targets) > PAIRED_MAX;
    size_t n_bound = 0;
    for (size_t i = 0; i < agents->n && i < CGI_DOT_ROLES_MAX; i++) {
        const cgi_dot_role *who = &agents->at[i];
        if (!counts(who, is_stated))
            continue;
        if (who->role == CGI_ROLE_AGENT)
            bind_one(n, s, who, targets, 0, is_stated);
        else if (who->role == CGI_ROLE_PARTICIPANT && !(is_crowd && n_bound++))
            bind_one(n, s, who, targets, i + 1, is_stated);
    }
}

/* ---- What events and claims say -------------------------------------- */

static void add_claimed(net *n, const cgi_dot_event *e,
                        const cgi_dot_saying *about)
{
    const cgi_dot_content *c = &about->claim->contents.at[about->content];
    if (about->claim->is_out)
        return;
    saying s = {e, e->type,
                c->polarity == CGI_POLARITY_DENIES ? CGI_LINE_DENIES
                                                   : CGI_LINE_CLAIMED,
                about->claim};
    bind_roles(n, &s, &c->roles, &c->roles, false);
    bind_roles(n, &s, &c->roles, &e->roles, true);
    bind_roles(n, &s, &e->roles, &c->roles, true);
    if (about->claim->stance != CGI_STANCE_ACCUSES ||
        c->polarity == CGI_POLARITY_DENIES)
        return;
    s.type = "accusation";
    s.line = CGI_LINE_ROLE;
    for (size_t i = 0; i < c->roles.n && i < CGI_DOT_ROLES_MAX; i++)
        if (c->roles.at[i].role == CGI_ROLE_AGENT)
            bind(n, &s, about->claim->claimant, c->roles.at[i].actor, false);
}

static void collect(net *n)
{
    const cgi_story *story = n->view->story;
    for (size_t i = 0; i < story->events.n; i++) {
        const cgi_dot_event *e = story->events.at[i];
        const saying s = {e, e->type, CGI_LINE_ROLE, NULL};
        if (e->is_out || e->is_vague)
            continue;
        bind_roles(n, &s, &e->roles, &e->roles, true);
        for (size_t k = 0; k < e->sayings.n; k++)
            add_claimed(n, e, &e->sayings.at[k]);
    }
}

/* ---- Choosing -------------------------------------------------------- */

/* Ties of an actor that make its other ties more important. */
#define TIES_COUNTED 6

/* Those who have a name and do much make a net; the others are lost in it. */
static size_t weight_of(const cgi_dot_actor *actor)
{
    bool is_named =
        actor->kind != CGI_KIND_GROUP && actor->kind != CGI_KIND_UNNAMED;
    size_t n = actor->n_links < TIES_COUNTED ? actor->n_links : TIES_COUNTED;
    return n + (is_named ? 2 : 0);
}

static void weigh(net *n)
{
    const cgi_story *s = n->view->story;
    for (size_t i = 0; i < s->actors.n; i++)
        s->actors.at[i]->n_links = 0;
    for (size_t i = 0; i < n->ties.n; i++) {
        n->ties.at[i]->from->n_links++;
        n->ties.at[i]->to->n_links++;
    }
    for (size_t i = 0; i < n->ties.n; i++) {
        tie *t = n->ties.at[i];
        t->weight = 2 * t->n_events + weight_of(t->from) + weight_of(t->to);
    }
}

static int by_weight(const void *a, const void *b)
{
    const tie *x = *(tie *const *)a, *y = *(tie *const *)b;
    if (x->weight != y->weight)
        return x->weight < y->weight ? 1 : -1;
    return x->order < y->order ? -1 : x->order > y->order;
}

/* Returns how many ties are shown; they stand first then. */
static size_t choose(net *n)
{
    cgi_view *v = n->view;
    size_t n_shown = 0;
    weigh(n);
    if (n->ties.n)
        qsort(n->ties.at, n->ties.n, sizeof *n->ties.at, by_weight);
    v->room = v->room > N_FOLDS ? v->room - N_FOLDS : 1;
    for (size_t i = 0; i < n->ties.n; i++) {
        tie *t = n->ties.at[i];
        size_t cost = (size_t)!t->from->is_shown + (size_t)!t->to->is_shown;
        if (cost > v->room)
            continue;
        v->room -= cost;
        t->from->is_shown = t->to->is_shown = true;
        t->from->is_party = t->to->is_party = true;
        n->ties.at[i] = n->ties.at[n_shown];
        n->ties.at[n_shown++] = t;
    }
    return n_shown;
}

/* ---- Drawing --------------------------------------------------------- */

static int by_count(const void *a, const void *b)
{
    const tally *x = a, *y = b;
    if (x->n != y->n)
        return x->n < y->n ? 1 : -1;
    return strcmp(x->type, y->type);
}

/* "attack, meeting \u00D7 3" */
static const char *types_text(cgi_arena *a, const tie *t, size_t n_named)
{
    const char *text = "";
    for (size_t i = 0; i < t->types.n && i < n_named; i++) {
        const tally *type = &t->types.at[i];
        const char *part = type->type;
        if (type->n > 1)
            part = cgi_arena_printf(a, "%s \u00D7 %zu", part, type->n);
        text = cgi_dot_join(a, text, ", ", part);
    }
    if (t->types.n > n_named)
        text = cgi_arena_printf(a, "%s +%zu", text, t->types.n - n_named);
    return text;
}

static void add_tie(cgi_view *v, tie *t)
{
    cgi_arena *a = v->arena;
    qsort(t->types.at, t->types.n, sizeof *t->types.at, by_count);
    const char *name = t->is_mutual ? "with" : "to";
    const char *tip =
        cgi_arena_printf(a, "%s %s %s: %s", t->from->label, name, t->to->label,
                         types_text(a, t, CGI_DOT_ROLES_MAX));
    if (*t->sources)
        tip = cgi_arena_printf(a, "%s (%s%s)", tip,
                               t->n_stated ? "also " : "according to ",
                               t->sources);
    cgi_line line = t->n_denied   ? CGI_LINE_DENIES
                    : t->n_stated ? CGI_LINE_ROLE
                                  : CGI_LINE_CLAIMED;
    cgi_dot_edge *edge =
        cgi_view_edge(v, t->from->node, t->to->node, line, name,
                      types_text(a, t, TYPES_NAMED), tip);
    edge->weight = t->n_events;
    edge->is_mutual = t->is_mutual;
}

static void add_actors(cgi_view *v, const net *n, size_t n_shown)
{
    size_t n_hidden = 0;
    const cgi_story *s = v->story;
    for (size_t i = 0; i < s->actors.n; i++)
        s->actors.at[i]->n_links = 0;
    for (size_t i = 0; i < n->ties.n; i++) {
        cgi_dot_actor *ends[] = {n->ties.at[i]->from, n->ties.at[i]->to};
        for (size_t k = 0; k < 2; k++) {
            n_hidden += !ends[k]->is_shown && !ends[k]->n_links;
            ends[k]->n_links += i < n_shown || !ends[k]->is_shown;
        }
    }
    for (size_t i = 0; i < s->actors.n; i++) {
        if (!s->actors.at[i]->is_shown)
            continue;
        cgi_view_actor(v, s->actors.at[i], 0);
        v->picture->nodes.at[v->picture->nodes.n - 1].is_strong =
            s->actors.at[i]->n_links >= TIES_OF_STRONG;
    }
    if (n_hidden)
        cgi_view_fold(v, "more-actors", n_hidden, "actor", 0);
}

void cgi_view_actors(cgi_view *v)
{
    net n = {.view = v};
    v->picture->layout = CGI_LAYOUT_LAYERS;
    collect(&n);
    size_t n_shown = choose(&n);
    add_actors(v, &n, n_shown);
    for (size_t i = 0; i < n_shown; i++)
        add_tie(v, n.ties.at[i]);
    v->scope = cgi_arena_printf(v->arena, "%zu of %zu relations shown", n_shown,
                                n.ties.n);
}
