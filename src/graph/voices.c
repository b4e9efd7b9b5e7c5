/* SPDX-License-Identifier: Apache-2.0
 *
 * voices.c -- which claims on one event agree, and which contradict others.
 *
 * Only what different known voices assert or deny is compared; who merely
 * considers something takes no side. What one voice leaves out contradicts
 * nothing. The article's own voice may be contradicted, but that it tells what
 * somebody claims is no second witness.
 */
#include <string.h>

#include "graph/build.h"

/* Earlier claims on an event that a claim is compared with, at most. */
#define WINDOW 16

typedef struct {
    cgi_claim_node *claim;
    const cgi_content *content;
} voice;

typedef CGI_VEC(voice) voices;

/* ---- Differences ------------------------------------------------------ */

/* Named things are the same across articles, so their IRI is not of this. */
static bool is_named(const cgi_graph *g, const cgi_entity *e)
{
    return e && strncmp(e->iri, g->iri, strlen(g->iri)) != 0;
}

static bool is_within(const cgi_entity *inner, const cgi_entity *outer)
{
    for (int i = 0; i < 8 && inner; i++, inner = inner->within)
        if (inner == outer)
            return true;
    return false;
}

/* "IS-K" of "Islamic State": a name that begins with another, or with its
 * initials and a mark, is a branch of it. */
static bool is_branch(const char *branch, const char *whole)
{
    size_t n = strlen(whole), k = 0;
    if (!strncmp(branch, whole, n))
        return true;
    for (const char *p = whole; *p; p++)
        if ((p == whole || p[-1] == ' ') && branch[k++] != *p)
            return false;
    return k > 1 && branch[k] == '-';
}

static bool are_one_body(const cgi_entity *a, const cgi_entity *b)
{
    return a == b || a->member_of == b || b->member_of == a ||
           is_within(a, b) || is_within(b, a) ||
           is_branch(a->label, b->label) || is_branch(b->label, a->label);
}

/* Both name who did it, or where it was, and no name is in both. */
static bool role_differs(const cgi_graph *g, const cgi_proposition *a,
                         const cgi_proposition *b, cgi_role role)
{
    bool both = false;
    for (size_t i = 0; i < a->n_edges; i++)
        for (size_t k = 0; k < b->n_edges; k++) {
            const cgi_edge *x = &a->edges[i], *y = &b->edges[k];
            if (x->role != role || y->role != role)
                continue;
            if (!is_named(g, x->entity) || !is_named(g, y->entity) ||
                are_one_body(x->entity, y->entity))
                return false;
            both = true;
        }
    return both;
}

/* The least and the most that the patients are said to be. */
static bool counted(long *least, long *most, const cgi_proposition *p)
{
    for (size_t i = 0; i < p->n_edges; i++) {
        const cgi_entity *e = p->edges[i].entity;
        if (p->edges[i].role == CGI_ROLE_PATIENT && e &&
            cgi_count_range(least, most, e->count, e->count_max,
                            e->count_precision))
            return true;
    }
    return false;
}

static bool count_differs(const cgi_proposition *a, const cgi_proposition *b)
{
    long a_least, a_most, b_least, b_most;
    return counted(&a_least, &a_most, a) && counted(&b_least, &b_most, b) &&
           (a_most < b_least || b_most < a_least);
}

static long day(cgi_date d)
{
    return cgi_date_to_days(
        (cgi_date){d.year, d.month ? d.month : 1, d.day ? d.day : 1});
}

static bool date_differs(const cgi_proposition *a, const cgi_proposition *b)
{
    const cgi_when *x = &a->when, *y = &b->when;
    if (!x->from.year || !y->from.year || x->precision != CGI_PRECISION_DAY ||
        y->precision != CGI_PRECISION_DAY)
        return false;
    return day(x->to.year ? x->to : x->from) < day(y->from) ||
           day(y->to.year ? y->to : y->from) < day(x->from);
}

/* Both tell the same of it: who did it, or whom it befell. That both speak of
 * it is no agreement yet. */
static bool shares(const cgi_proposition *a, const cgi_proposition *b)
{
    for (size_t i = 0; i < a->n_edges; i++)
        for (size_t k = 0; k < b->n_edges; k++) {
            const cgi_edge *x = &a->edges[i], *y = &b->edges[k];
            if (x->role == y->role && x->entity && x->entity == y->entity &&
                (x->role == CGI_ROLE_AGENT || x->role == CGI_ROLE_PATIENT))
                return true;
        }
    long least, most, other_least, other_most;
    return counted(&least, &most, a) && counted(&other_least, &other_most, b) &&
           least == other_least && most == other_most;
}

/* ---- Pairs ------------------------------------------------------------ */

static void relate(cgi_builder *b, cgi_claim_node *claim,
                   const cgi_claim_node *other, cgi_agreement how)
{
    for (size_t i = 0; i < claim->n_voices; i++)
        if (claim->voices[i].claim == other &&
            (claim->voices[i].how == how || how == CGI_AGREEMENT_CORROBORATES))
            return;
    /* A pair that differs anywhere does not agree. */
    if (claim->n_voices && claim->voices[claim->n_voices - 1].claim == other &&
        claim->voices[claim->n_voices - 1].how == CGI_AGREEMENT_CORROBORATES)
        claim->n_voices--;
    cgi_voice *more = cgi_arena_array(b->a, claim->n_voices + 1, sizeof *more);
    if (claim->n_voices)
        memcpy(more, claim->voices, claim->n_voices * sizeof *more);
    more[claim->n_voices++] = (cgi_voice){other, how};
    claim->voices = more;
}

static bool may_compare(const voice *a, const voice *b)
{
    const cgi_claim_node *x = a->claim, *y = b->claim;
    bool x_narrates = x->cls == CGI_CLAIM_NARRATOR;
    bool y_narrates = y->cls == CGI_CLAIM_NARRATOR;
    if (x == y || (x_narrates && y_narrates) || x->via == y || y->via == x)
        return false;
    return (x_narrates || x->claimant) && (y_narrates || y->claimant) &&
           (x_narrates || y_narrates || x->claimant != y->claimant);
}

static void compare(cgi_builder *b, const voice *later, const voice *earlier)
{
    const cgi_proposition *p = later->content->proposition;
    const cgi_proposition *q = earlier->content->proposition;
    bool differs = false;
    if (later->content->polarity != earlier->content->polarity) {
        relate(b, later->claim, earlier->claim, CGI_AGREEMENT_DENIAL);
        return;
    }
    const struct {
        bool differs;
        cgi_agreement how;
    } checks[] = {
        {role_differs(b->out, p, q, CGI_ROLE_AGENT), CGI_AGREEMENT_AGENT},
        {count_differs(p, q), CGI_AGREEMENT_COUNT},
        {role_differs(b->out, p, q, CGI_ROLE_PLACE), CGI_AGREEMENT_PLACE},
        {date_differs(p, q), CGI_AGREEMENT_DATE},
    };
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        if (checks[i].differs) {
            relate(b, later->claim, earlier->claim, checks[i].how);
            differs = true;
        }
    if (!differs && shares(p, q) && later->claim->cls != CGI_CLAIM_NARRATOR &&
        earlier->claim->cls != CGI_CLAIM_NARRATOR)
        relate(b, later->claim, earlier->claim, CGI_AGREEMENT_CORROBORATES);
}

void cgi_graph_voices(cgi_builder *b)
{
    cgi_graph *g = b->out;
    voices *of = cgi_arena_array(b->a, g->n_events + 1, sizeof *of);
    for (size_t i = 0; i < g->n_claims; i++)
        for (size_t k = 0; k < g->claims[i].n_contents; k++) {
            const cgi_content *c = &g->claims[i].contents[k];
            if (c->proposition && c->polarity != CGI_POLARITY_CONSIDERS)
                CGI_PUSH(b->a, &of[c->proposition->event - g->events],
                         ((voice){&g->claims[i], c}));
        }
    for (size_t e = 0; e < g->n_events; e++)
        for (size_t i = 1; i < of[e].n; i++)
            for (size_t k = i > WINDOW ? i - WINDOW : 0; k < i; k++)
                if (may_compare(&of[e].at[i], &of[e].at[k]))
                    compare(b, &of[e].at[i], &of[e].at[k]);
}
