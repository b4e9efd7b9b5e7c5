/* SPDX-License-Identifier: Apache-2.0
 *
 * world.c -- loads a world from a folder, and looks things up in it.
 */
#include "world/world.h"

#include <stdlib.h>

#include "world/load.h"
#include "world/places.h"
#include "world/snapshot.h"
#include "world/sources.h"

/* ---- Loading ------------------------------------------------------------- */

/* The records that the snapshot in `folder` holds, if it is still true. */
static cg_status read_snapshot(cg_world *w, const char *folder, cg_error *err)
{
    cgi_arena *a = &w->arena;
    const char *path = cgi_arena_printf(a, "%s/" CGI_SNAPSHOT_NAME, folder);
    cgi_sources files;
    uint64_t key;
    CG_TRY(cgi_sources_list(&files, a, folder, err));
    CG_TRY(cgi_sources_key(&key, a, &files, err));
    CG_TRY(cgi_snapshot_open(&w->snapshot, path, key, err));
    return cgi_snapshot_read(w->snapshot, a, cgi_record_load, w, err);
}

static cg_status read_turtle(cg_world *w, cgi_turtle *turtle,
                             const char *folder, cg_error *err)
{
    cgi_sources files;
    CG_TRY(cgi_sources_list(&files, &w->arena, folder, err));
    for (size_t i = 0; i < files.n; i++)
        CG_TRY(cgi_turtle_read(turtle, &w->arena, files.at[i].path,
                               cgi_record_load, w, err));
    return CG_OK;
}

static cg_status load(cg_world *w, cgi_turtle *turtle, const char *dir,
                      cg_error *err)
{
    const char *folder = cgi_arena_printf(&w->arena, "%s/ontology", dir);
    CG_TRY(turtle ? read_turtle(w, turtle, folder, err)
                  : read_snapshot(w, folder, err));
    CG_TRY(cgi_records_settle(w, err));
    const char *places =
        cgi_arena_printf(&w->arena, "%s/" CGI_PLACES_NAME, folder);
    const char *model = cgi_arena_printf(&w->arena, "%s/english.model", folder);
    cgi_places_open(&w->places, places, NULL);
    return cgi_model_open(&w->model, model, err);
}

/* Loads a world by way of Turtle, or without `turtle` of the snapshot. */
static cg_status try_load(cg_world **out, cgi_turtle *turtle, const char *dir,
                          cg_error *err)
{
    cg_world *w = calloc(1, sizeof *w);
    cg_status status;
    jmp_buf on_fail;
    if (w && !setjmp(on_fail)) {
        w->arena.on_fail = &on_fail;
        status = load(w, turtle, dir, err);
        w->arena.on_fail = NULL;
    } else {
        status = cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    }
    if (status == CG_OK)
        *out = w;
    else
        cg_world_free(w);
    return status;
}

/* Whatever is wrong with the snapshot, or with the rest, is told by the second
 * try alone. */
cg_status cg_world_new(cg_world **out, const char *dir, cg_error *err)
{
    *out = NULL;
    if (!dir)
        dir = PKGDATADIR;
    if (try_load(out, NULL, dir, NULL) == CG_OK)
        return CG_OK;
    cgi_turtle *turtle = cgi_turtle_new();
    cg_status status = turtle ? try_load(out, turtle, dir, err)
                              : cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    cgi_turtle_free(turtle);
    return status;
}

void cg_world_free(cg_world *world)
{
    if (!world)
        return;
    cgi_model_close(world->model);
    cgi_snapshot_close(world->snapshot);
    cgi_places_close(world->places);
    cgi_arena_clear(&world->arena);
    free(world);
}

/* ---- Looking up ---------------------------------------------------------- */

const cgi_word *cgi_world_find_word(const cg_world *w, cgi_slice lemma)
{
    return cgi_table_find(&w->words, lemma);
}

const cgi_noun *cgi_world_find_noun(const cg_world *w, cgi_slice lemma)
{
    return cgi_table_find(&w->nouns, lemma);
}

const cgi_type *cgi_world_find_type(const cg_world *w, const char *name)
{
    char iri[sizeof CGI_TYPE_NS + 64];
    int n = snprintf(iri, sizeof iri, CGI_TYPE_NS "%s", name);
    if (n < 0 || (size_t)n >= sizeof iri)
        return NULL;
    return cgi_table_find(&w->types, cgi_slice_of(iri));
}

uint16_t cgi_world_find_preposition(const cg_world *w, cgi_slice name)
{
    if (cgi_slice_is(name, "to"))
        return CGI_SLOT_TO;
    const uint16_t *slot = cgi_table_find(&w->prepositions, name);
    return slot ? *slot : CGI_SLOT_NONE;
}

bool cgi_world_in_list(long *value, const cg_world *w, const char *list,
                       cgi_slice word)
{
    /* The key as load_list() makes it; what does not fit is not in a list. */
    char key[160];
    size_t n = strlen(list);
    if (n + 1 + word.len > sizeof key)
        return false;
    memcpy(key, list, n);
    key[n] = '\n';
    if (word.len)
        memcpy(key + n + 1, word.at, word.len);
    const long *found =
        cgi_table_find(&w->lists, (cgi_slice){key, n + 1 + word.len});
    if (found && value)
        *value = *found;
    return found != NULL;
}
