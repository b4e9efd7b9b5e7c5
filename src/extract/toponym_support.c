/* SPDX-License-Identifier: Apache-2.0
 *
 * toponym_support.c -- how much an article speaks for a place.
 *
 * What it names for sure, nationalities among it, speaks for the same country
 * and region and for what is near; so do the names that are still open, each a
 * little for all that bear it.
 */
#include "extract/toponym.h"

/* Bound that keeps the work linear in the number of names. */
#define OBSERVATIONS_MAX 128

/* Steps from a place outwards. */
#define DEPTH_MAX 8

/* Kilometres within which places speak for each other. */
#define NEIGHBOUR_KM 120.0

/* How much a name whose largest bearer lies in a country speaks for it. */
#define COUNTRYMAN 0.3

/* What names suggest counts less against a place that all the world knows. */
#define FAMOUS 0.3

/* ---- What the article speaks of -------------------------------------- */

static void observe(cgi_reading *r, cgi_observations *all, const cgi_gaz *gaz,
                    const cgi_toponym *from, double weight)
{
    if (all->n == OBSERVATIONS_MAX)
        return;
    cgi_observation o = {.gaz = gaz, .from = from, .weight = weight};
    o.is_placed = !cgi_gaz_is_wide(gaz) && cgi_geo_position(&o.at, gaz);
    CGI_PUSH(r->a, all, o);
}

/* The region that a place is, or lies in; NULL if none is known. */
static const cgi_gaz *region_of(const cgi_gaz *g)
{
    for (int i = 0; i < DEPTH_MAX && g; i++, g = g->within)
        if (g->kind == CGI_KIND_REGION && g->within &&
            g->within->kind == CGI_KIND_COUNTRY)
            return g;
    return NULL;
}

static cgi_slice address(const cgi_gaz *const *g)
{
    return (cgi_slice){(const char *)g, sizeof *g};
}

const cgi_gaz *cgi_gaz_country(const cgi_gaz *g)
{
    return g->kind == CGI_KIND_COUNTRY ? g : g->country;
}

static void vote(cgi_reading *r, cgi_table *votes, const cgi_gaz *gaz,
                 double weight)
{
    void **at = cgi_table_at(votes, r->a, address(&gaz));
    double *sum = *at ? *at : cgi_arena_alloc(r->a, sizeof *sum);
    *sum += weight;
    *at = sum;
}

/* A rare name says much of the region that the article is about, a common one
 * little: each shares out one vote among the regions of its candidates. */
void cgi_observe_name(cgi_reading *r, cgi_table *regions, cgi_toponym *t)
{
    const cgi_candidate *largest = NULL;
    if (!t->candidates.n)
        return;
    for (size_t i = 0; i < t->candidates.n; i++) {
        const cgi_candidate *c = &t->candidates.at[i];
        bool wide = c->is_known && cgi_gaz_is_wide(c->gaz);
        t->is_famous |= wide || c->gaz->population >= CGI_LARGE;
        t->is_continent |= wide && !cgi_gaz_country(c->gaz);
    }
    for (size_t i = 0; i < t->candidates.n; i++)
        if (!largest || t->candidates.at[i].size > largest->size)
            largest = &t->candidates.at[i];
    t->country = cgi_gaz_country(largest->gaz);
    if (t->country)
        vote(r, regions, t->country, 1);
    t->vote = 1.0 / (double)t->candidates.n;
    for (size_t i = 0; i < t->candidates.n; i++) {
        const cgi_gaz *region = region_of(t->candidates.at[i].gaz);
        if (!region)
            continue;
        double **at = (double **)cgi_table_at(regions, r->a, address(&region));
        if (!*at)
            *at = cgi_arena_alloc(r->a, sizeof **at);
        **at += t->vote;
    }
}

/* Names whose largest bearer lies in the country of the candidate. */
static double countrymen(const cgi_observations *all, const cgi_toponym *t,
                         const cgi_candidate *c)
{
    const cgi_gaz *country = cgi_gaz_country(c->gaz);
    const double *votes =
        country ? cgi_table_find(all->regions, address(&country)) : NULL;
    return votes ? *votes - (t->country == country ? 1 : 0) : 0;
}

static double suggested(const cgi_observations *all, const cgi_toponym *t,
                        const cgi_candidate *c)
{
    const cgi_gaz *region = region_of(c->gaz);
    const double *votes =
        region ? cgi_table_find(all->regions, address(&region)) : NULL;
    return votes && *votes > t->vote ? *votes - t->vote : 0;
}

/* Nationalities, and names that leave no choice. */
void cgi_observe_certain(cgi_reading *r, cgi_observations *all,
                         const cgi_sighting *sightings)
{
    for (uint32_t i = 0; i < cgi_n_names(r); i++) {
        const cgi_sighting *s = &sightings[i];
        if (!s->toponym)
            continue;
        const cgi_toponym *t = s->toponym;
        if (s->forced != CGI_NONE)
            observe(r, all, t->candidates.at[s->forced].gaz, t, 2);
        else if (t->candidates.n == 1 && t->candidates.at[0].is_known)
            observe(r, all, t->candidates.at[0].gaz, t,
                    i < r->names.n ? 1 : 0.5);
        else if (s->around)
            observe(r, all, s->around, NULL, 1);
    }
    for (uint32_t t = 0; t < r->l->n_tokens; t++) {
        const char *form = cgi_token_at(r, t)->form;
        if (form[0] < 'A' || form[0] > 'Z' || r->name_at[t] != CGI_NONE)
            continue;
        const cgi_gaz *g = cgi_demonym_at(r, t);
        if (g)
            observe(r, all, g, NULL, 0.5);
    }
}

void cgi_observe_chosen(cgi_reading *r, cgi_observations *all,
                        const cgi_sighting *sightings)
{
    for (uint32_t i = 0; i < cgi_n_names(r); i++) {
        const cgi_toponym *t = sightings[i].toponym;
        if (t && t->chosen != CGI_NONE && sightings[i].forced == CGI_NONE &&
            t->candidates.n > 1)
            observe(r, all, t->candidates.at[t->chosen].gaz, t, 0.5);
    }
}

/* ---- What it speaks for ---------------------------------------------- */

static double capped(double x)
{
    return x < 1 ? x : 1;
}

cgi_support cgi_support_of(const cgi_observations *all, const cgi_toponym *t,
                           const cgi_candidate *c)
{
    cgi_support s = {0};
    double total = 0;
    for (size_t i = 0; i < all->n; i++) {
        const cgi_observation *o = &all->at[i];
        if (o->from == t || !cgi_gaz_country(o->gaz))
            continue;
        total += o->weight;
        if (cgi_gaz_country(o->gaz) == cgi_gaz_country(c->gaz))
            s.country += o->weight;
        if (o->gaz->kind == CGI_KIND_REGION && cgi_gaz_contains(o->gaz, c->gaz))
            s.region += 2 * o->weight;
        else if (o->gaz->within && cgi_gaz_is_wide(o->gaz->within) &&
                 o->gaz->within->kind == CGI_KIND_REGION &&
                 (c->gaz == o->gaz->within ||
                  cgi_gaz_contains(o->gaz->within, c->gaz)))
            s.region += o->weight;
        if (o->is_placed && c->is_placed &&
            cgi_geo_km(o->at, c->at) < NEIGHBOUR_KM)
            s.near += o->weight;
    }
    s.region += suggested(all, t, c) * (t->is_famous ? FAMOUS : 1);
    s.is_mute = total <= 0;
    s.told = total > 0 ? s.country / total : 0;
    s.country += COUNTRYMAN * countrymen(all, t, c);
    total += COUNTRYMAN * (all->n_toponyms - 1);
    s.is_silent = total <= 0;
    s.country = total > 0 ? s.country / total : 0;
    s.region = capped(s.region);
    s.near = capped(s.near);
    return s;
}
