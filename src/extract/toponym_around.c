/* SPDX-License-Identifier: Apache-2.0
 *
 * toponym_around.c -- what the words beside a name say of where it is.
 *
 * "Paris, Texas" and "the Iraqi city of Mosul" leave no choice among those
 * that bear the name.
 */
#include "extract/toponym.h"

/* Tokens before "city of" in which a country may stand. */
#define LOOK_BACK 4

/* Steps from a place outwards. */
#define DEPTH_MAX 8

bool cgi_gaz_contains(const cgi_gaz *outer, const cgi_gaz *inner)
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

bool cgi_gaz_is_wide(const cgi_gaz *g)
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
        if (g != outer && cgi_gaz_is_wide(g) && g->kind == outer->kind &&
            g->match && g->within == outer->within)
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
            if (size <= most || !cgi_gaz_is_wide(y->gaz) ||
                !cgi_gaz_contains(y->gaz, x->gaz) || are_siblings(a, y->gaz))
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
            return cgi_gaz_is_wide(g) ? g : NULL;
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
        if (c->size > most && cgi_gaz_contains(outer, c->gaz)) {
            most = c->size;
            s->forced = i;
        }
    }
}

/* What the words around a name say of where it is. */
void cgi_containment_read(cgi_reading *r, cgi_sighting *all)
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
