/* SPDX-License-Identifier: Apache-2.0
 *
 * toponym.c -- which of the places of one name is meant.
 *
 * All that bear the name are candidates: those of the Turtle gazetteer and
 * those of the file of places. What the text says of containment decides
 * ("Paris, Texas", "the Iraqi city of Mosul"). Otherwise large places are
 * likelier than small ones, and so are those in the countries and regions that
 * the article speaks of, and those near its other places. One name means one
 * place in an article, unless it is said otherwise there and then.
 *
 * A small place that nothing speaks for is not meant: no position is better
 * than a wrong one.
 */
#include <string.h>

#include "extract/toponym.h"

/* Population of a city known in its country. */
#define MEDIUM 100000

static double score(const cgi_candidate *c, cgi_support s)
{
    return c->size + (c->is_known ? 0.5 : 0) + 3.5 * s.region + 2 * s.country +
           2 * s.near;
}

/* "Gwinnett County", of which there is one in the world: a name of several
 * words that one place bears is hardly anything else's. */
static bool is_unique(const cgi_toponym *t, const cgi_candidate *c)
{
    return t->candidates.n == 1 && strchr(c->gaz->label, ' ');
}

/* Does enough speak for the best of several? */
static bool is_likely(const cgi_toponym *t, const cgi_candidate *c,
                      cgi_support s)
{
    if (c->is_known || c->gaz->population >= CGI_LARGE)
        return true;
    if (c->gaz->population >= MEDIUM || is_unique(t, c))
        return s.is_silent || s.country > 0;
    if (c->gaz->population)
        return s.is_silent || s.country > 0.2 || s.region > 0.3 || s.near > 0;
    if (s.told <= 0.3 && (!s.is_mute || c->gaz->kind != CGI_KIND_REGION))
        return false;
    return s.region > 0.3 || s.near > 0;
}

/* A continent is never a hamlet, nor is a metropolis, a country or a state
 * without a word to that effect. */
static bool is_eclipsed(const cgi_toponym *t, const cgi_candidate *c)
{
    return !c->is_known &&
           (t->is_continent || (t->is_famous && !c->gaz->population));
}

static void choose(const cgi_observations *all, cgi_toponym *t)
{
    double most = 0;
    t->chosen = CGI_NONE;
    for (uint32_t i = 0; i < t->candidates.n; i++) {
        const cgi_candidate *c = &t->candidates.at[i];
        cgi_support s = cgi_support_of(all, t, c);
        double sum = score(c, s);
        if (sum > most && is_likely(t, c, s) && !is_eclipsed(t, c)) {
            most = sum;
            t->chosen = i;
        }
    }
}

/* A name that is told once what it means, means that all along. */
static void choose_all(cgi_reading *r, cgi_sighting *sightings,
                       const cgi_observations *all)
{
    for (uint32_t i = 0; i < cgi_n_names(r); i++)
        if (sightings[i].toponym && sightings[i].toponym->first == i)
            choose(all, sightings[i].toponym);
    for (uint32_t i = cgi_n_names(r); i-- > 0;)
        if (sightings[i].toponym && sightings[i].forced != CGI_NONE)
            sightings[i].toponym->chosen = sightings[i].forced;
}

static void give(cgi_reading *r, const cgi_sighting *sightings)
{
    for (uint32_t i = 0; i < cgi_n_names(r); i++) {
        const cgi_sighting *s = &sightings[i];
        cgi_named *n = cgi_name_get(r, i);
        if (!s->toponym)
            continue;
        uint32_t c = s->forced != CGI_NONE ? s->forced : s->toponym->chosen;
        if (c != CGI_NONE) {
            n->gaz = s->toponym->candidates.at[c].gaz;
            n->type = CGI_NAME_PLACE;
        }
    }
    for (uint32_t i = 0; i < cgi_n_names(r); i++) {
        const cgi_sighting *s = &sightings[i];
        cgi_named *n = cgi_name_get(r, i);
        const cgi_gaz *around = s->around;
        if (s->container != CGI_NONE)
            around = r->names.at[s->container].gaz;
        if (s->toponym && !n->gaz && around && cgi_gaz_is_wide(around))
            n->around = around;
    }
}

void cgi_toponyms_resolve(cgi_reading *r)
{
    cgi_table by_text = {0}, regions = {0};
    cgi_observations certain = {.regions = &regions};
    cgi_sighting *all = cgi_arena_array(r->a, cgi_n_names(r) + 1, sizeof *all);
    r->places = (cgi_place_entities){.world = r->world, .arena = r->a};
    for (uint32_t i = 0; i < cgi_n_names(r); i++) {
        all[i] = (cgi_sighting){.forced = CGI_NONE, .container = CGI_NONE};
        if (!cgi_may_be_place(r, cgi_name_get(r, i)))
            continue;
        cgi_toponym *t = cgi_toponym_get(r, &by_text, cgi_name_get(r, i));
        if (!t->n++) {
            t->first = i;
            cgi_observe_name(r, &regions, t);
            certain.n_toponyms += t->candidates.n > 0;
        }
        all[i].toponym = t;
    }
    cgi_containment_read(r, all);
    cgi_observe_certain(r, &certain, all);
    choose_all(r, all, &certain);
    /* Once more, with what was found out. */
    cgi_observe_chosen(r, &certain, all);
    choose_all(r, all, &certain);
    give(r, all);
}
