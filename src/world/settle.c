/* SPDX-License-Identifier: Apache-2.0
 *
 * settle.c -- what can be done only when every record is in.
 *
 * Undefined references are errors, narrower types inherit, and names are
 * entered for looking up; of namesakes the most prominent stands first.
 */
#include <stdio.h>

#include "base/utf8.h"
#include "world/load.h"

/* Steps from a type to its top, or from a place to its continent. */
#define DEPTH_MAX 16

static cg_status undefined(const char *what, const char *iri, cg_error *err)
{
    return cgi_fail(err, CG_ERR_DATA, 0, "ontology: %s <%s> is not defined",
                    what, iri);
}

/* ---- Types ----------------------------------------------------------- */

static void inherit(cgi_type *t)
{
    const cgi_type *up = t;
    for (int i = 0; i < DEPTH_MAX && up; i++, up = up->broader) {
        if (!t->plover)
            t->plover = up->plover;
        if (!t->cameo)
            t->cameo = up->cameo;
        if (t->weight < 0)
            t->weight = up->weight;
    }
}

static cg_status settle_types(cg_world *w, cg_error *err)
{
    for (size_t i = 0; i < w->all_types.n; i++)
        if (!w->all_types.at[i]->label)
            return undefined("event type", w->all_types.at[i]->iri, err);
    for (size_t i = 0; i < w->all_types.n; i++)
        inherit(w->all_types.at[i]);
    for (size_t i = 0; i < w->all_types.n; i++) {
        cgi_type *t = w->all_types.at[i];
        t->plover = t->plover ? t->plover : "";
        t->cameo = t->cameo ? t->cameo : "";
        t->weight = t->weight < 0 ? 0 : t->weight;
    }
    return CG_OK;
}

/* ---- Entities -------------------------------------------------------- */

/* Countries before cities before the rest; then by population. */
static int prominence(const cgi_gaz *g)
{
    switch (g->kind) {
    case CGI_KIND_COUNTRY: return 3;
    case CGI_KIND_SETTLEMENT: return g->population >= 500000 ? 2 : 0;
    case CGI_KIND_REGION: return 1;
    default: return 2;
    }
}

static bool is_before(const cgi_gaz *a, const cgi_gaz *b)
{
    if (prominence(a) != prominence(b))
        return prominence(a) > prominence(b);
    return a->population > b->population;
}

static void enter(cgi_table *table, cg_world *w, cgi_slice name,
                  const cgi_gaz *g)
{
    cgi_bearer *b = cgi_arena_alloc(&w->arena, sizeof *b);
    void **head = cgi_table_at(table, &w->arena, name);
    cgi_bearer *after = NULL, *before = *head;
    for (; before && !is_before(g, before->entity); before = before->next) {
        if (before->entity == g)
            return;
        after = before;
    }
    *b = (cgi_bearer){g, before};
    if (after)
        after->next = b;
    else
        *head = b;
}

static size_t n_words(const char *name)
{
    size_t n = 1;
    for (const char *p = name; *p; p++)
        n += *p == ' ';
    return n;
}

/* For text in capitals, whose agencies write ASCII only. */
static char *capitals(cgi_arena *a, const char *name)
{
    char *caps = cgi_arena_strndup(a, name, strlen(name));
    for (char *p = caps; *p; p++)
        if (*p >= 'a' && *p <= 'z')
            *p = (char)(*p - 'a' + 'A');
    return caps;
}

static void enter_name(cg_world *w, const cgi_gaz *g, const char *name)
{
    char *caps = capitals(&w->arena, name);
    enter(&w->names, w, cgi_slice_of(name), g);
    enter(&w->caps, w, cgi_slice_of(caps), g);
    if (n_words(name) > w->longest_name)
        w->longest_name = n_words(name);
}

static cg_status settle_entities(cg_world *w, cg_error *err)
{
    for (size_t i = 0; i < w->all_entities.n; i++) {
        cgi_gaz *g = w->all_entities.at[i];
        if (g->kind == CGI_KIND_NONE)
            return undefined("entity", g->iri, err);
        enter_name(w, g, g->label);
        for (size_t j = 0; j < g->names.n; j++)
            enter_name(w, g, g->names.at[j]);
        for (size_t j = 0; j < g->demonyms.n; j++) {
            const char *word = g->demonyms.at[j];
            enter(&w->demonyms, w, cgi_slice_of(word), g);
            enter(&w->demonyms, w, cgi_slice_of(capitals(&w->arena, word)), g);
        }
    }
    return CG_OK;
}

/* ---- Countries and regions by other keys --------------------------------- */

#define REGION_KEY_MAX 120

/* "DEU\nbayern": the region without the word that says what it is. */
static size_t region_key(char key[REGION_KEY_MAX], const cg_world *w,
                         const cgi_gaz *country, cgi_slice name)
{
    int n = snprintf(key, REGION_KEY_MAX, "%s\n", country->code);
    if (n <= 0 || n >= REGION_KEY_MAX)
        return 0;
    size_t at = (size_t)n;
    size_t len = cgi_utf8_fold(key + at, REGION_KEY_MAX - at, name);
    const char *last = len ? strrchr(key + at, ' ') : NULL;
    if (last &&
        cgi_world_in_list(NULL, w, "generic-place", cgi_slice_of(last + 1)))
        len = (size_t)(last - (key + at));
    return len ? at + len : 0;
}

static void enter_region(cg_world *w, const cgi_gaz *g, const char *name)
{
    char key[REGION_KEY_MAX];
    size_t n = region_key(key, w, g->country, cgi_slice_of(name));
    if (n)
        enter(&w->regions, w, (cgi_slice){key, n}, g);
}

static void settle_regions(cg_world *w)
{
    for (size_t i = 0; i < w->all_entities.n; i++) {
        const cgi_gaz *g = w->all_entities.at[i];
        if (g->kind == CGI_KIND_COUNTRY && g->code)
            enter(&w->regions, w, cgi_slice_of(g->code), g);
        if (g->kind != CGI_KIND_REGION || !g->country || !g->country->code)
            continue;
        enter_region(w, g, g->label);
        for (size_t j = 0; j < g->names.n; j++)
            enter_region(w, g, g->names.at[j]);
    }
}

cg_status cgi_records_settle(cg_world *w, cg_error *err)
{
    for (size_t i = 0; i < w->all_frames.n; i++)
        if (!w->all_frames.at[i]->is_defined)
            return undefined("frame", w->all_frames.at[i]->name, err);
    CG_TRY(settle_types(w, err));
    CG_TRY(settle_entities(w, err));
    settle_regions(w);
    return CG_OK;
}

/* ---- Looking up ------------------------------------------------------ */

static const cgi_gaz *first_bearer(const cgi_table *t, cgi_slice name)
{
    const cgi_bearer *b = cgi_table_find(t, name);
    return b ? b->entity : NULL;
}

const cgi_bearer *cgi_world_find_bearers(const cg_world *w, cgi_slice name,
                                         bool caps)
{
    return cgi_table_find(caps ? &w->caps : &w->names, name);
}

const cgi_gaz *cgi_world_find_country(const cg_world *w, const char *code)
{
    return first_bearer(&w->regions, cgi_slice_of(code));
}

const cgi_gaz *cgi_world_find_region(const cg_world *w, const cgi_gaz *country,
                                     cgi_slice name)
{
    char key[REGION_KEY_MAX];
    if (!country->code)
        return NULL;
    return first_bearer(&w->regions,
                        (cgi_slice){key, region_key(key, w, country, name)});
}

const cgi_gaz *cgi_world_find_name(const cg_world *w, cgi_slice name)
{
    return first_bearer(&w->names, name);
}

const cgi_gaz *cgi_world_find_caps(const cg_world *w, cgi_slice name)
{
    return first_bearer(&w->caps, name);
}

const cgi_gaz *cgi_world_find_demonym(const cg_world *w, cgi_slice word)
{
    return first_bearer(&w->demonyms, word);
}
