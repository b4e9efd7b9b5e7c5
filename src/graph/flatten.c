/* SPDX-License-Identifier: Apache-2.0
 *
 * flatten.c -- what of the claims also stands on the events.
 *
 * Who did it to whom stands there only as far as the wish of the user goes:
 * the default is what the article says in its own voice. Where and when are
 * part of what an event is, so they stand there as soon as anybody asserts
 * them, unless two voices differ.
 */
#include "graph/build.h"

/* How a proposition is held: by whom, and asserted or not. */
typedef struct {
    bool narrator, asserted, denied, certain;
} voice;

static voice voice_of(const cgi_builder *b, size_t proposition)
{
    const cgi_statement *s = b->first_of[proposition];
    return (voice){s->claim == CGI_NONE, s->polarity == CGI_POLARITY_ASSERTS,
                   s->polarity == CGI_POLARITY_DENIES,
                   s->certainty == CGI_CERTAINTY_CERTAIN};
}

static bool same_edge(const cgi_edge *x, const cgi_edge *y)
{
    return x->role == y->role && x->entity == y->entity && x->event == y->event;
}

typedef struct {
    CGI_VEC(cgi_edge) edges;
    cgi_when when;
    bool when_differs;
    cgi_status status;
    CGI_VEC(cgi_edge) denied;
} sheet; /* What gathers for one event. */

static bool has_edge(const cgi_edge *edges, size_t n, const cgi_edge *e)
{
    for (size_t i = 0; i < n; i++)
        if (same_edge(&edges[i], e))
            return true;
    return false;
}

static bool is_circumstance(cgi_role role)
{
    return role == CGI_ROLE_PLACE || role == CGI_ROLE_NEAR ||
           role == CGI_ROLE_PART_OF;
}

static bool may_stand(const sheet *s, const cgi_edge *e, voice v,
                      cg_flatten flatten)
{
    switch (flatten) {
    case CG_FLATTEN_NONE: return false;
    case CG_FLATTEN_ALL: return true;
    case CG_FLATTEN_UNCONTESTED:
        return v.asserted && (v.narrator || v.certain) &&
               !has_edge(s->denied.at, s->denied.n, e);
    default: break;
    }
    return v.asserted && (v.narrator || is_circumstance(e->role));
}

static bool same_when(const cgi_when *x, const cgi_when *y)
{
    return !memcmp(&x->from, &y->from, sizeof x->from) &&
           !memcmp(&x->to, &y->to, sizeof x->to);
}

static void add_when(sheet *s, const cgi_proposition *p, voice v,
                     cg_flatten flatten)
{
    if (!p->when.from.year || flatten == CG_FLATTEN_NONE || !v.asserted)
        return;
    if (!s->when.from.year)
        s->when = p->when;
    /* A day within a month is no contradiction, but the better answer. */
    else if (p->when.precision == CGI_PRECISION_DAY &&
             s->when.precision != CGI_PRECISION_DAY)
        s->when = p->when;
    else if (p->when.precision == s->when.precision &&
             !same_when(&s->when, &p->when))
        s->when_differs = true;
}

static void add(cgi_builder *b, sheet *s, size_t i, cg_flatten flatten)
{
    const cgi_proposition *p = &b->out->propositions[i];
    voice v = voice_of(b, i);
    for (size_t k = 0; k < p->n_edges; k++)
        if (may_stand(s, &p->edges[k], v, flatten) &&
            !has_edge(s->edges.at, s->edges.n, &p->edges[k]))
            CGI_PUSH(b->a, &s->edges, p->edges[k]);
    add_when(s, p, v, flatten);
    if (v.asserted && (v.narrator || flatten != CG_FLATTEN_NARRATOR) &&
        flatten != CG_FLATTEN_NONE && s->status == CGI_STATUS_NONE)
        s->status = p->status;
}

/* "explosion in Kabul, 2022-09-05" */
static const char *label(cgi_builder *b, const cgi_event *e)
{
    const char *text = e->label, *place = NULL, *whom = NULL;
    for (size_t i = 0; i < e->n_edges; i++) {
        const cgi_edge *edge = &e->edges[i];
        if (edge->role == CGI_ROLE_PATIENT && !whom && edge->entity)
            whom = edge->entity->label;
        if (edge->role == CGI_ROLE_PLACE && edge->entity &&
            (!place || edge->entity->kind == CGI_KIND_SETTLEMENT))
            place = edge->entity->label;
    }
    if (whom)
        text = cgi_arena_printf(b->a, "%s: %s", text, whom);
    if (place && (!whom || strcmp(place, whom) != 0))
        text = cgi_arena_printf(b->a, "%s (%s)", text, place);
    return text;
}

void cgi_graph_flatten(cgi_builder *b, cg_flatten flatten)
{
    cgi_graph *g = b->out;
    sheet *sheets = cgi_arena_array(b->a, g->n_events + 1, sizeof *sheets);
    for (size_t i = 0; i < g->n_propositions; i++) {
        const cgi_proposition *p = &g->propositions[i];
        sheet *s = &sheets[p->event - g->events];
        if (voice_of(b, i).denied)
            for (size_t k = 0; k < p->n_edges; k++)
                CGI_PUSH(b->a, &s->denied, p->edges[k]);
    }
    for (size_t i = 0; i < g->n_propositions; i++)
        add(b, &sheets[g->propositions[i].event - g->events], i, flatten);
    for (size_t i = 0; i < g->n_events; i++) {
        cgi_event *e = &g->events[i];
        e->edges = sheets[i].edges.at;
        e->n_edges = sheets[i].edges.n;
        e->status = sheets[i].status;
        if (!sheets[i].when_differs)
            e->when = sheets[i].when;
        e->label = label(b, e);
    }
}
