/* SPDX-License-Identifier: Apache-2.0
 *
 * dot_story.c -- what several graphs tell together.
 *
 * Everything is copied, since graphs are freed after they were added. Nodes of
 * different articles meet by their IRI. What the narrator claims stands on the
 * events already, so narrators' claims are left out here.
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "write/dot.h"

/* The event type of what fits none: always foldable. */
static const char vague_type[] = CGI_TYPE_NS "action";

/* Quotes of one claim that its tooltip may speak of. */
#define SPOKEN_MAX 16

/* ---- Texts ----------------------------------------------------------- */

static bool is_text(const char *s)
{
    size_t bad;
    return !s || cgi_utf8_check(&bad, s, strlen(s));
}

static bool are_texts(const cgi_evidences *list)
{
    for (size_t i = 0; i < list->n; i++)
        if (!is_text(list->at[i].quote))
            return false;
    return true;
}

/* True if every text of `g` that may come into a picture is UTF-8. */
static bool is_readable(const cgi_graph *g)
{
    bool good = is_text(g->title) && is_text(g->publisher) && is_text(g->url);
    for (size_t i = 0; good && i < g->n_entities; i++)
        good = is_text(g->entities[i].label) &&
               is_text(g->entities[i].position) &&
               is_text(g->entities[i].match);
    for (size_t i = 0; good && i < g->n_events; i++)
        good = is_text(g->events[i].label);
    for (size_t i = 0; good && i < g->n_claims; i++)
        good =
            is_text(g->claims[i].cue.quote) && are_texts(&g->claims[i].content);
    return good;
}

/* What must not come into a picture, by its first two bytes and the range of
 * the third: U+FFFE and U+FFFF, which XML cannot hold, and what turns the
 * direction of all that follows (U+202A to U+202E, U+2066 to U+2069). */
static bool is_banned(const char *p)
{
    unsigned char c = (unsigned char)p[2];
    if (!strncmp(p, "\xEF\xBF", 2))
        return c >= 0xBE;
    if (!strncmp(p, "\xE2\x80", 2))
        return c >= 0xAA && c <= 0xAE;
    return !strncmp(p, "\xE2\x81", 2) && c >= 0xA6 && c <= 0xA9;
}

/* A copy on one line; NULL stays NULL. */
static const char *keep(cgi_arena *a, const char *s)
{
    if (!s)
        return NULL;
    char *copy = cgi_arena_strndup(a, s, strlen(s));
    for (char *p = copy; *p; p++)
        if (((unsigned char)*p & 0xF0) == 0xE0 && is_banned(p))
            memset(p, ' ', 3);
    return cgi_utf8_one_line(a, cgi_slice_of(copy));
}

/* An address that may stand in a picture; or NULL. */
static const char *keep_link(cgi_arena *a, const char *url)
{
    return cgi_dot_is_link(url) ? keep(a, url) : NULL;
}

/* "2024-05-03", "2024-05", or "2024-05-03 to 2024-05-05"; NULL if unknown. */
static const char *when_text(cgi_arena *a, const cgi_when *when)
{
    cgi_date from = when->from, to = when->to;
    char first[11] = "", last[11] = "";
    if (when->precision == CGI_PRECISION_YEAR && from.year == to.year)
        from.month = from.day = to.month = to.day = 0;
    else if (when->precision == CGI_PRECISION_MONTH && from.year == to.year &&
             from.month == to.month)
        from.day = to.day = 0;
    if (from.year)
        cgi_date_write(first, from);
    if (to.year)
        cgi_date_write(last, to);
    if (!*first && !*last)
        return NULL;
    if (!strcmp(first, last))
        return cgi_arena_printf(a, "%s", first);
    if (!*last)
        return cgi_arena_printf(a, "since %s", first);
    return cgi_arena_printf(a, *first ? "%s to %s" : "%suntil %s", first, last);
}

/* ---- Actors ---------------------------------------------------------- */

static cgi_dot_actor *actor_of(cgi_story *s, const cgi_entity *e)
{
    if (!e)
        return NULL;
    void **at = cgi_table_at(&s->actors_by_iri, s->arena, cgi_slice_of(e->iri));
    cgi_dot_actor *actor = *at;
    if (actor)
        return actor;
    *at = actor = cgi_arena_alloc(s->arena, sizeof *actor);
    actor->iri = keep(s->arena, e->iri);
    actor->label = keep(s->arena, e->label);
    actor->position = keep(s->arena, e->position);
    actor->url = keep_link(s->arena, e->match);
    actor->kind = e->kind;
    CGI_PUSH(s->arena, &s->actors, actor);
    return actor;
}

/* ---- Events ---------------------------------------------------------- */

static cgi_dot_event *event_of(cgi_story *s, const cgi_event *e)
{
    void **at = cgi_table_at(&s->events_by_iri, s->arena, cgi_slice_of(e->iri));
    cgi_dot_event *event = *at;
    if (event)
        return event;
    *at = event = cgi_arena_alloc(s->arena, sizeof *event);
    event->iri = keep(s->arena, e->iri);
    event->label = keep(s->arena, e->label);
    event->type = keep(s->arena, e->type->label);
    event->type_name = keep(s->arena, e->type->name);
    if (e->type->broader) {
        event->broader = keep(s->arena, e->type->broader->label);
        event->broader_name = keep(s->arena, e->type->broader->name);
    }
    event->span = e->when;
    event->status = e->status;
    event->weight = e->type->weight;
    event->is_vague = !strcmp(e->type->iri, vague_type);
    event->when = when_text(s->arena, &e->when);
    event->n_mentions = e->mentions.n;
    event->order = s->events.n;
    CGI_PUSH(s->arena, &s->events, event);
    return event;
}

static cgi_dot_role role_of(cgi_story *s, const cgi_edge *edge)
{
    return (cgi_dot_role){edge->role, actor_of(s, edge->entity),
                          edge->event ? event_of(s, edge->event) : NULL, false};
}

static void add_event(cgi_story *s, const cgi_graph *g, const cgi_event *e)
{
    cgi_dot_event *event = event_of(s, e);
    event->url = keep_link(s->arena, g->url);
    for (size_t i = 0; i < e->n_edges; i++)
        if (e->edges[i].entity || e->edges[i].event)
            CGI_PUSH(s->arena, &event->roles, role_of(s, &e->edges[i]));
}

/* ---- Claims ---------------------------------------------------------- */

/* The node of a claim, empty until its own turn comes: claims refer to each
 * other in both directions. */
static cgi_dot_claim *claim_of(cgi_story *s, const cgi_claim_node *c)
{
    void **at = cgi_table_at(&s->claims_by_iri, s->arena, cgi_slice_of(c->iri));
    if (!*at) {
        cgi_dot_claim *claim = *at = cgi_arena_alloc(s->arena, sizeof *claim);
        claim->iri = keep(s->arena, c->iri);
    }
    return *at;
}

static cgi_dot_content content_of(cgi_story *s, const cgi_content *content)
{
    const cgi_proposition *p = content->proposition;
    cgi_dot_content to = {.polarity = content->polarity};
    if (content->claim)
        to.claim = claim_of(s, content->claim);
    if (!p)
        return to;
    to.event = event_of(s, p->event);
    to.when = when_text(s->arena, &p->when);
    to.span = p->when;
    to.status = p->status;
    for (size_t i = 0; i < p->n_edges; i++)
        if (p->edges[i].entity || p->edges[i].event)
            CGI_PUSH(s->arena, &to.roles, role_of(s, &p->edges[i]));
    return to;
}

static void add_content(cgi_story *s, cgi_dot_claim *claim,
                        const cgi_content *content)
{
    if (!content->proposition &&
        (!content->claim || content->claim->cls == CGI_CLAIM_NARRATOR))
        return;
    const cgi_dot_content to = content_of(s, content);
    CGI_PUSH(s->arena, &claim->contents, to);
    const cgi_dot_saying saying = {claim, claim->contents.n - 1};
    if (to.event)
        CGI_PUSH(s->arena, &to.event->sayings, saying);
}

/* Propositions before claims, in the order of the text, wherever the graph
 * comes from. */
static int by_place(const void *a, const void *b)
{
    const cgi_content *x = a, *y = b;
    if (!x->proposition || !y->proposition)
        return x->proposition        ? -1
               : y->proposition      ? 1
               : x->claim < y->claim ? -1
                                     : x->claim > y->claim;
    const cgi_event *e = x->proposition->event, *f = y->proposition->event;
    if (e != f)
        return e < f ? -1 : 1;
    return x->proposition < y->proposition ? -1
                                           : x->proposition > y->proposition;
}

static void add_contents(cgi_story *s, cgi_dot_claim *claim,
                         const cgi_claim_node *c)
{
    cgi_content *sorted =
        cgi_arena_array(s->arena, c->n_contents, sizeof *sorted);
    for (size_t i = 0; i < c->n_contents; i++)
        sorted[i] = c->contents[i];
    qsort(sorted, c->n_contents, sizeof *sorted, by_place);
    for (size_t i = 0; i < c->n_contents; i++)
        add_content(s, claim, &sorted[i]);
}

static const char *quotes(cgi_arena *a, const cgi_evidences *list)
{
    const char *text = "";
    for (size_t i = 0; i < list->n && i < SPOKEN_MAX; i++)
        text = cgi_dot_join(a, text, " ... ", list->at[i].quote);
    return keep(a, text);
}

static void add_claim(cgi_story *s, const cgi_graph *g, const cgi_claim_node *c)
{
    cgi_dot_claim *claim = claim_of(s, c);
    claim->cue = c->cue.begin < c->cue.end ? keep(s->arena, c->cue.quote) : "";
    claim->quote = quotes(s->arena, &c->content);
    claim->about = cgi_arena_printf(
        s->arena, "%s, %s, %s, %d%%", cgi_certainty_names[c->certainty],
        cgi_stance_names[c->stance], c->rule ? c->rule : "", c->confidence);
    claim->claimant = actor_of(s, c->claimant);
    claim->addressee = actor_of(s, c->addressee);
    claim->cls = c->cls;
    claim->stance = c->stance;
    if (claim->claimant)
        claim->claimant->is_speaker = true;
    if (c->via && c->via->cls != CGI_CLAIM_NARRATOR) {
        claim->via = claim_of(s, c->via);
        claim->via->is_teller = true;
    }
    claim->url = keep_link(s->arena, g->url);
    add_contents(s, claim, c);
    CGI_PUSH(s->arena, &s->claims, claim);
}

/* What the article itself states. */
static void add_narrated(cgi_story *s, const cgi_claim_node *c)
{
    for (size_t i = 0; i < c->n_contents; i++)
        if (c->contents[i].proposition &&
            c->contents[i].polarity == CGI_POLARITY_ASSERTS)
            event_of(s, c->contents[i].proposition->event)->is_stated = true;
}

/* ---- Articles -------------------------------------------------------- */

static void add_title(cgi_story *s, const cgi_graph *g)
{
    char date[11] = "";
    if (g->date.year)
        cgi_date_write(date, g->date);
    const char *where = cgi_dot_join(s->arena, g->publisher, ", ", date);
    if (*where)
        where = cgi_arena_printf(s->arena, "(%s)", where);
    s->title = keep(s->arena, cgi_dot_join(s->arena, g->title, " ", where));
}

cg_status cgi_story_add(cgi_story *s, const cgi_graph *g, cg_error *err)
{
    if (!is_readable(g))
        return cgi_fail(err, CG_ERR_TEXT, 0, "%.80s: a text is not UTF-8",
                        g->iri);
    void **seen =
        cgi_table_at(&s->articles_by_iri, s->arena, cgi_slice_of(g->iri));
    if (*seen)
        return CG_OK;
    *seen = s;
    if (s->n_articles++ == 0)
        add_title(s, g);
    for (size_t i = 0; i < g->n_events; i++)
        add_event(s, g, &g->events[i]);
    for (size_t i = 0; i < g->n_claims; i++)
        if (g->claims[i].cls == CGI_CLAIM_NARRATOR)
            add_narrated(s, &g->claims[i]);
        else
            add_claim(s, g, &g->claims[i]);
    return CG_OK;
}
