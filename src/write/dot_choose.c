/* SPDX-License-Identifier: Apache-2.0
 *
 * dot_choose.c -- what of a story the views of claims and of one event show.
 *
 * Of a large story only the most important events are shown, each with its
 * actors and some of its claims. Room is counted in nodes, and in nodes one
 * above the other, so that a picture of the usual size fits a screen.
 */
#include "write/dot_view.h"

/* Claims about one event, while others wait for theirs. */
#define CLAIMS_PER_EVENT 12

/* Fold nodes that may be needed: events, claims. */
#define N_FOLDS 2

/* The part of all nodes that may stand one above the other, at least four, as
 * long as the layout has columns. */
#define SHARE_OF_ROWS 6
#define FEWEST_ROWS   4

/* What is worth showing by itself: it has a type, and something hangs on it. */
static bool is_showable(const cgi_dot_event *e)
{
    return !e->is_out && !e->is_vague && (e->sayings.n || e->roles.n);
}

static cgi_lane lane_of(const cgi_dot_role *role)
{
    return role->role == CGI_ROLE_AGENT || role->role == CGI_ROLE_INSTRUMENT
               ? CGI_LANE_SOURCES
               : CGI_LANE_OTHERS;
}

static bool is_scene(cgi_role role)
{
    return role == CGI_ROLE_PLACE || role == CGI_ROLE_NEAR ||
           role == CGI_ROLE_ORIGIN || role == CGI_ROLE_DESTINATION;
}

/* ---- Room ------------------------------------------------------------ */

/* Nodes that something would add to the lanes. */
typedef struct {
    size_t lanes[CGI_N_LANES];
} cost;

static bool fits(const cgi_view *v, const cost *c)
{
    size_t sum = 0;
    for (int i = 0; i < CGI_N_LANES; i++) {
        if (c->lanes[i] > v->rooms[i])
            return false;
        sum += c->lanes[i];
    }
    return sum <= v->room;
}

static void take(cgi_view *v, cgi_lane lane)
{
    v->room -= v->room > 0;
    v->rooms[lane] -= v->rooms[lane] > 0;
}

/* An actor in two roles counts twice, which errs on the safe side. */
static cost event_cost(const cgi_dot_event *e)
{
    cost c = {{0}};
    c.lanes[CGI_LANE_EVENTS] = 1;
    for (size_t i = 0; i < e->roles.n; i++) {
        const cgi_dot_role *role = &e->roles.at[i];
        if (role->actor && !role->actor->is_shown && !cgi_view_is_inline(role))
            c.lanes[lane_of(role)]++;
    }
    return c;
}

static cost claim_cost(const cgi_dot_claim *claim)
{
    cost c = {{0}};
    size_t depth = 0;
    for (const cgi_dot_claim *at = claim; at && depth < CGI_DOT_CHAIN_MAX;
         at = at->via, depth++) {
        c.lanes[CGI_LANE_CLAIMS] += !at->is_shown;
        c.lanes[CGI_LANE_SOURCES] +=
            !at->is_shown && at->claimant && !at->claimant->is_shown;
    }
    return c;
}

/* ---- Showing --------------------------------------------------------- */

static void show_actor(cgi_view *v, cgi_dot_actor *actor, cgi_lane lane)
{
    if (actor->is_shown)
        return;
    actor->is_shown = true;
    take(v, lane);
}

static bool show_event(cgi_view *v, cgi_dot_event *e)
{
    const cost c = event_cost(e);
    if (!fits(v, &c))
        return false;
    for (size_t i = 0; i < e->roles.n; i++) {
        const cgi_dot_role *role = &e->roles.at[i];
        if (!role->actor || cgi_view_is_inline(role))
            continue;
        show_actor(v, role->actor, lane_of(role));
        role->actor->is_source |= lane_of(role) == CGI_LANE_SOURCES;
        role->actor->is_party |= !is_scene(role->role);
    }
    e->is_shown = true;
    take(v, CGI_LANE_EVENTS);
    v->n_events++;
    return true;
}

/* Shows a claim with its claimant and with the claims that tell of it. */
static bool show_claim(cgi_view *v, cgi_dot_claim *claim)
{
    const cost c = claim_cost(claim);
    size_t depth = 0;
    if (!fits(v, &c))
        return false;
    for (cgi_dot_claim *at = claim; at && depth < CGI_DOT_CHAIN_MAX;
         at = at->via, depth++) {
        if (at->is_shown)
            continue;
        at->is_shown = true;
        take(v, CGI_LANE_CLAIMS);
        v->n_claims++;
        if (!at->claimant)
            continue;
        show_actor(v, at->claimant, CGI_LANE_SOURCES);
        at->claimant->is_source = at->claimant->is_party = true;
    }
    return true;
}

/* ---- Claims that say the same ---------------------------------------- */

/* Who says what of which events; NULL if the claim stands for itself. */
static const char *gist(cgi_view *v, const cgi_dot_claim *c)
{
    if (!c->contents.n || !c->claimant || c->is_teller ||
        c->contents.n > CGI_DOT_ROLES_MAX)
        return NULL;
    const char *text =
        cgi_arena_printf(v->arena, "same %s %s %d", c->claimant->iri,
                         c->via ? c->via->iri : "", (int)c->cls);
    for (size_t i = 0; i < c->contents.n; i++) {
        const cgi_dot_content *content = &c->contents.at[i];
        if (!content->event || *cgi_view_beyond(v, c, content))
            return NULL;
        text = cgi_arena_printf(v->arena, "%s %d%s", text,
                                (int)content->polarity, content->event->iri);
    }
    return text;
}

/* Lets the first of several claims that say the same stand for all. */
static void join_claims(cgi_view *v)
{
    for (size_t i = 0; i < v->story->claims.n; i++) {
        cgi_dot_claim *c = v->story->claims.at[i];
        const char *key = c->is_out ? NULL : gist(v, c);
        if (!key)
            continue;
        void **first = cgi_table_at(&v->taken, v->arena, cgi_slice_of(key));
        if (!*first) {
            *first = c;
            continue;
        }
        c->same = *first;
        c->same->n_same++;
    }
}

/* A claim that is shown by another is shown. */
static void count_joined(cgi_view *v)
{
    for (size_t i = 0; i < v->story->claims.n; i++) {
        const cgi_dot_claim *c = v->story->claims.at[i];
        v->n_claims += c->same && c->same->is_shown;
    }
}

/* ---- Choosing -------------------------------------------------------- */

static bool show_with_claims(cgi_view *v, cgi_dot_event *e, size_t n_claims)
{
    if (!is_showable(e) || !show_event(v, e))
        return false;
    size_t n = 0;
    for (size_t i = 0; i < e->sayings.n && n < n_claims; i++) {
        cgi_dot_claim *c = e->sayings.at[i].claim;
        if (c->is_out || c->same || c->is_shown)
            continue;
        if (!show_claim(v, c))
            break;
        n++;
    }
    return true;
}

/* A claim that leads to no event is worth its room if one can read from it who
 * says what. */
static bool is_telling(const cgi_dot_claim *c)
{
    const char *space = strchr(c->quote, ' ');
    return c->claimant && space && strchr(space + 1, ' ');
}

static void choose_all(cgi_view *v)
{
    cgi_story *s = v->story;
    cgi_dot_event **ranked = cgi_view_ranked(v);
    for (size_t i = 0; i < s->events.n && v->room; i++)
        show_with_claims(v, ranked[i], CLAIMS_PER_EVENT);
    for (size_t i = 0; i < s->claims.n && v->room; i++)
        if (!s->claims.at[i]->is_out && !s->claims.at[i]->same &&
            is_telling(s->claims.at[i]))
            show_claim(v, s->claims.at[i]);
}

void cgi_view_choose(cgi_view *v, cgi_dot_event *only)
{
    size_t rows = v->room / SHARE_OF_ROWS;
    rows = rows < FEWEST_ROWS ? FEWEST_ROWS : rows;
    bool is_free = only || v->room > CGI_DOT_LAYERED_MAX;
    for (int i = 0; i < CGI_N_LANES; i++)
        v->rooms[i] = is_free ? v->room : rows;
    v->room = v->room > N_FOLDS ? v->room - N_FOLDS : 1;
    join_claims(v);
    if (only)
        show_with_claims(v, only, only->sayings.n);
    else
        choose_all(v);
    count_joined(v);
}
