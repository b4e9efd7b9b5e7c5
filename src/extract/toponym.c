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
#include "extract/toponym.h"
#include "extract/reading.h"

/* Bounds that keep the work linear in the number of names. */
#define CANDIDATES_MAX   40
#define OBSERVATIONS_MAX 128

/* Tokens before "city of" in which a country may stand. */
#define LOOK_BACK 4

/* Tokens between a name and "counties". */
#define KIND_AHEAD 12

/* Steps from a place outwards. */
#define DEPTH_MAX 8

/* Kilometres within which places speak for each other, and within which two
 * of one name are the same. */
#define NEIGHBOUR_KM 120.0
#define SAME_KM      50.0

/* How much a name whose largest bearer lies in a country speaks for it. */
#define COUNTRYMAN 0.3

/* What names suggest counts less against a place that all the world knows. */
#define FAMOUS 0.3

/* Populations: of a city known the world over, and of one known in its
 * country. */
#define LARGE  500000
#define MEDIUM 100000

/* ---- Candidates ------------------------------------------------------ */

static void add_candidate(cgi_reading *r, cgi_toponym *t, const cgi_gaz *gaz,
                          bool is_known)
{
    cgi_candidate c = {.gaz = gaz, .is_known = is_known};
    if (!gaz || t->candidates.n == CANDIDATES_MAX ||
        !cgi_kind_is_place(gaz->kind))
        return;
    c.is_placed = cgi_geo_position(&c.at, gaz);
    c.size = cgi_geo_size(gaz, is_known);
    for (size_t i = 0; i < t->candidates.n; i++) {
        const cgi_candidate *o = &t->candidates.at[i];
        if (o->gaz == gaz ||
            (o->is_known && o->gaz->kind == gaz->kind && o->is_placed &&
             c.is_placed && cgi_geo_km(o->at, c.at) < SAME_KM))
            return;
    }
    CGI_PUSH(r->a, &t->candidates, c);
}

static bool is_shouted(const char *text)
{
    for (const char *p = text; *p; p++)
        if (*p >= 'a' && *p <= 'z')
            return false;
    return true;
}

/* "DAMASCUS" opens a story in small letters, but "IS" is no place of Japan. */
#define SHOUTED_MIN 4

static void find_candidates(cgi_reading *r, cgi_toponym *t, const char *text,
                            bool caps)
{
    cgi_slice name = cgi_slice_of(text);
    bool shouted = is_shouted(text);
    caps |= shouted && name.len >= SHOUTED_MIN;
    for (const cgi_bearer *b = cgi_world_find_bearers(r->world, name, caps); b;
         b = b->next)
        add_candidate(r, t, b->entity, true);
    uint32_t first;
    size_t n =
        is_shouted(text) ? 0 : cgi_places_find(&first, r->world->places, name);
    for (size_t i = 0; i < n && i < CANDIDATES_MAX; i++) {
        uint32_t place =
            cgi_places_bearer(r->world->places, first + (uint32_t)i);
        add_candidate(r, t, cgi_place_entity(&r->places, place), false);
    }
}

/* "Memphis Street" lies anywhere but in Memphis. */
static bool is_street(const cgi_reading *r, const cgi_named *n)
{
    return cgi_token_in(r, n->end - 1, "street-word") ||
           (n->end < r->l->n_tokens && cgi_token_in(r, n->end, "street-word"));
}

/* Names of places, and those that the gazetteer takes for one. */
static bool may_be_place(const cgi_reading *r, const cgi_named *n)
{
    if (n->is_inner)
        return true;
    if (n->gaz)
        return cgi_kind_is_place(n->gaz->kind);
    return n->type == CGI_NAME_PLACE && !is_street(r, n);
}

/* "Baker and Nassau counties": the noun that says what the name is, in the
 * singular; NULL if there is none. */
static const char *kind_behind(const cgi_reading *r, const cgi_named *n)
{
    const cgi_sentence *s =
        &r->l->sentences[cgi_token_at(r, n->first)->sentence];
    uint32_t t = n->end,
             stop = t + KIND_AHEAD < s->end ? t + KIND_AHEAD : s->end;
    bool list = false;
    for (; !n->is_inner && t < stop; t++) {
        bool joint = cgi_token_in(r, t, "list-joint");
        list |= joint;
        if (joint || (list && r->name_at[t] != CGI_NONE))
            continue;
        const cgi_token *k = cgi_token_at(r, t);
        return k->upos == CGI_UPOS_NOUN && (k->xpos == CGI_XPOS_NNS || !list) &&
                       cgi_token_in(r, t, "generic-place")
                   ? k->lemma
                   : NULL;
    }
    return NULL;
}

static cgi_toponym *get_toponym(cgi_reading *r, cgi_table *by_text,
                                const cgi_named *n)
{
    uint32_t first = n->first;
    while (first + 1 < n->end && cgi_token_in(r, first, "definite"))
        first++;
    const char *text = cgi_tokens_text(r, first, n->end);
    const char *kind = kind_behind(r, n);
    const char *key =
        kind ? cgi_arena_printf(r->a, "%s\n%s", text, kind) : text;
    void **at = cgi_table_at(by_text, r->a, cgi_slice_of(key));
    if (*at)
        return *at;
    cgi_toponym *t = cgi_arena_alloc(r->a, sizeof *t);
    /* The table does not move before `at` is used. */
    *at = t;
    t->chosen = CGI_NONE;
    bool caps = r->is_caps[cgi_token_at(r, first)->sentence];
    if (kind)
        find_candidates(r, t, cgi_arena_printf(r->a, "%s %s", text, kind),
                        caps);
    if (!t->candidates.n)
        find_candidates(r, t, text, caps);
    /* The full stop of "Conn." ended the sentence. */
    if (!t->candidates.n)
        find_candidates(r, t, cgi_arena_printf(r->a, "%s.", text), caps);
    return t;
}

/* ---- Containment ----------------------------------------------------- */

static bool contains(const cgi_gaz *outer, const cgi_gaz *inner)
{
    for (int i = 0; i < DEPTH_MAX && inner; i++) {
        const cgi_gaz *up = inner->within ? inner->within : inner->country;
        if (up == outer || inner->country == outer)
            return true;
        if (up == inner)
            break;
        inner = up;
    }
    return false;
}

static bool is_wide(const cgi_gaz *g)
{
    return g->kind == CGI_KIND_COUNTRY || g->kind == CGI_KIND_REGION;
}

/* The name right behind a comma, a bracket or "in" that may be around it. */
static uint32_t name_behind(const cgi_reading *r, const cgi_named *n)
{
    uint32_t t = n->end;
    if (t + 1 >= r->l->n_tokens ||
        cgi_token_at(r, t + 1)->sentence != cgi_token_at(r, n->first)->sentence)
        return CGI_NONE;
    if (!cgi_token_in(r, t, "before-container"))
        return CGI_NONE;
    t++;
    if (cgi_token_in(r, t, "definite") && t + 1 < r->l->n_tokens)
        t++;
    uint32_t name = r->name_at[t];
    return name != CGI_NONE && r->names.at[name].first == t ? name : CGI_NONE;
}

/* "Virginia, Washington, Wyoming" is a list: both are regions of one country,
 * and neither lies in the other. */
static bool are_siblings(const cgi_toponym *a, const cgi_gaz *outer)
{
    for (size_t i = 0; i < a->candidates.n; i++) {
        const cgi_gaz *g = a->candidates.at[i].gaz;
        if (g != outer && is_wide(g) && g->kind == outer->kind && g->match &&
            g->within == outer->within)
            return true;
    }
    return false;
}

/* Takes the largest pair of candidates of which one contains the other. */
static bool pair_up(cgi_sighting *inner, cgi_sighting *outer)
{
    cgi_toponym *a = inner->toponym, *b = outer->toponym;
    double most = 0;
    for (uint32_t i = 0; i < a->candidates.n; i++)
        for (uint32_t k = 0; k < b->candidates.n; k++) {
            const cgi_candidate *x = &a->candidates.at[i];
            const cgi_candidate *y = &b->candidates.at[k];
            double size = x->size + y->size;
            if (size <= most || !is_wide(y->gaz) || !contains(y->gaz, x->gaz) ||
                are_siblings(a, y->gaz))
                continue;
            most = size;
            inner->forced = i;
            outer->forced = k;
        }
    return most > 0;
}

/* "the Iraqi city of Mosul", "Syria's northern city of Aleppo": the country
 * that stands before the noun. */
static const cgi_gaz *country_before(const cgi_reading *r, const cgi_named *n)
{
    uint32_t t = n->first;
    const cgi_sentence *s = &r->l->sentences[cgi_token_at(r, t)->sentence];
    if (t > s->first && cgi_token_in(r, t - 1, "link-of"))
        t--;
    if (t == s->first || !(cgi_token_in(r, t - 1, "generic-place") ||
                           cgi_token_in(r, t - 1, "place-part")))
        return NULL;
    t--;
    for (int i = 0; i < LOOK_BACK && t > s->first; i++) {
        t--;
        const cgi_gaz *g = cgi_demonym_at(r, t);
        uint32_t name = r->name_at[t];
        if (!g && name != CGI_NONE && name < r->names.n)
            g = r->names.at[name].gaz;
        if (g)
            return is_wide(g) ? g : NULL;
        if (cgi_token_at(r, t)->upos == CGI_UPOS_ADP || cgi_is_verb(r, t))
            return NULL;
    }
    return NULL;
}

static void force_within(cgi_sighting *s, const cgi_gaz *outer)
{
    const cgi_toponym *t = s->toponym;
    double most = 0;
    for (uint32_t i = 0; i < t->candidates.n; i++) {
        const cgi_candidate *c = &t->candidates.at[i];
        if (c->size > most && contains(outer, c->gaz)) {
            most = c->size;
            s->forced = i;
        }
    }
}

/* What the words around a name say of where it is. */
static void read_containment(cgi_reading *r, cgi_sighting *all)
{
    for (uint32_t i = 0; i < r->names.n; i++) {
        cgi_sighting *s = &all[i];
        if (!s->toponym)
            continue;
        const cgi_gaz *around = country_before(r, cgi_name_get(r, i));
        if (around) {
            force_within(s, around);
            s->around = around;
        }
        uint32_t k = name_behind(r, cgi_name_get(r, i));
        if (k == CGI_NONE || !all[k].toponym)
            continue;
        if (!pair_up(s, &all[k]) && !s->toponym->candidates.n)
            s->container = k;
    }
}

/* ---- What the article speaks of -------------------------------------- */

/* A place that is known, and the toponym that told it; NULL for a demonym. */
typedef struct {
    const cgi_gaz *gaz;
    const cgi_toponym *from;
    cgi_geo at;
    bool is_placed;
    double weight;
} observation;

typedef struct {
    observation *at;
    size_t n, cap;
    const cgi_table *regions; /* By address: what names suggest, a double. */
    double n_toponyms;
} observations;

static void observe(cgi_reading *r, observations *all, const cgi_gaz *gaz,
                    const cgi_toponym *from, double weight)
{
    if (all->n == OBSERVATIONS_MAX)
        return;
    observation o = {.gaz = gaz, .from = from, .weight = weight};
    o.is_placed = !is_wide(gaz) && cgi_geo_position(&o.at, gaz);
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

static const cgi_gaz *country_of(const cgi_gaz *g)
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
static void suggest(cgi_reading *r, cgi_table *regions, cgi_toponym *t)
{
    const cgi_candidate *largest = NULL;
    if (!t->candidates.n)
        return;
    for (size_t i = 0; i < t->candidates.n; i++) {
        const cgi_candidate *c = &t->candidates.at[i];
        bool wide = c->is_known && is_wide(c->gaz);
        t->is_famous |= wide || c->gaz->population >= LARGE;
        t->is_continent |= wide && !country_of(c->gaz);
    }
    for (size_t i = 0; i < t->candidates.n; i++)
        if (!largest || t->candidates.at[i].size > largest->size)
            largest = &t->candidates.at[i];
    t->country = country_of(largest->gaz);
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
static double countrymen(const observations *all, const cgi_toponym *t,
                         const cgi_candidate *c)
{
    const cgi_gaz *country = country_of(c->gaz);
    const double *votes =
        country ? cgi_table_find(all->regions, address(&country)) : NULL;
    return votes ? *votes - (t->country == country ? 1 : 0) : 0;
}

static double suggested(const observations *all, const cgi_toponym *t,
                        const cgi_candidate *c)
{
    const cgi_gaz *region = region_of(c->gaz);
    const double *votes =
        region ? cgi_table_find(all->regions, address(&region)) : NULL;
    return votes && *votes > t->vote ? *votes - t->vote : 0;
}

/* Nationalities, and names that leave no choice. */
static void observe_certain(cgi_reading *r, observations *all,
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

static void observe_chosen(cgi_reading *r, observations *all,
                           const cgi_sighting *sightings)
{
    for (uint32_t i = 0; i < cgi_n_names(r); i++) {
        const cgi_toponym *t = sightings[i].toponym;
        if (t && t->chosen != CGI_NONE && sightings[i].forced == CGI_NONE &&
            t->candidates.n > 1)
            observe(r, all, t->candidates.at[t->chosen].gaz, t, 0.5);
    }
}

/* ---- Choosing -------------------------------------------------------- */

/* How the article speaks for a candidate; each from 0 to 1. */
typedef struct {
    double region, country, near;
    double told;    /* As `country`, without what names suggest. */
    bool is_mute;   /* Nothing is told of any country. */
    bool is_silent; /* The article speaks of no other country. */
} support;

static double capped(double x)
{
    return x < 1 ? x : 1;
}

static support support_of(const observations *all, const cgi_toponym *t,
                          const cgi_candidate *c)
{
    support s = {0};
    double total = 0;
    for (size_t i = 0; i < all->n; i++) {
        const observation *o = &all->at[i];
        if (o->from == t || !country_of(o->gaz))
            continue;
        total += o->weight;
        if (country_of(o->gaz) == country_of(c->gaz))
            s.country += o->weight;
        if (o->gaz->kind == CGI_KIND_REGION && contains(o->gaz, c->gaz))
            s.region += 2 * o->weight;
        else if (o->gaz->within && is_wide(o->gaz->within) &&
                 o->gaz->within->kind == CGI_KIND_REGION &&
                 (c->gaz == o->gaz->within || contains(o->gaz->within, c->gaz)))
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

static double score(const cgi_candidate *c, support s)
{
    return c->size + (c->is_known ? 0.5 : 0) + 3.5 * s.region + 2 * s.country +
           2 * s.near;
}

/* Does enough speak for the best of several? */
static bool is_likely(const cgi_candidate *c, support s)
{
    if (c->is_known || c->gaz->population >= LARGE)
        return true;
    if (c->gaz->population >= MEDIUM)
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

static void choose(const observations *all, cgi_toponym *t)
{
    double most = 0;
    t->chosen = CGI_NONE;
    for (uint32_t i = 0; i < t->candidates.n; i++) {
        const cgi_candidate *c = &t->candidates.at[i];
        support s = support_of(all, t, c);
        double sum = score(c, s);
        if (sum > most && is_likely(c, s) && !is_eclipsed(t, c)) {
            most = sum;
            t->chosen = i;
        }
    }
}

/* A name that is told once what it means, means that all along. */
static void choose_all(cgi_reading *r, cgi_sighting *sightings,
                       const observations *all)
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
        if (s->toponym && !n->gaz && around && is_wide(around))
            n->around = around;
    }
}

void cgi_toponyms_resolve(cgi_reading *r)
{
    cgi_table by_text = {0}, regions = {0};
    observations certain = {.regions = &regions};
    cgi_sighting *all = cgi_arena_array(r->a, cgi_n_names(r) + 1, sizeof *all);
    r->places = (cgi_place_entities){.world = r->world, .arena = r->a};
    for (uint32_t i = 0; i < cgi_n_names(r); i++) {
        all[i] = (cgi_sighting){.forced = CGI_NONE, .container = CGI_NONE};
        if (!may_be_place(r, cgi_name_get(r, i)))
            continue;
        cgi_toponym *t = get_toponym(r, &by_text, cgi_name_get(r, i));
        if (!t->n++) {
            t->first = i;
            suggest(r, &regions, t);
            certain.n_toponyms += t->candidates.n > 0;
        }
        all[i].toponym = t;
    }
    read_containment(r, all);
    observe_certain(r, &certain, all);
    choose_all(r, all, &certain);
    /* Once more, with what was found out. */
    observe_chosen(r, &certain, all);
    choose_all(r, all, &certain);
    give(r, all);
}
