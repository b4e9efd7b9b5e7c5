/* SPDX-License-Identifier: Apache-2.0
 *
 * world.c -- loads a world from a folder, and looks things up in it.
 */
#include "world/world.h"

#include <dirent.h>
#include <stdlib.h>

#include "world/load.h"

#define ONTOLOGY_FILES_MAX 1000

/* Files that say what our output means; the program does not read them. */
static const char *const not_data[] = {"claimgraph.ttl", "shapes.ttl"};

static bool is_data_file(const char *name)
{
    size_t len = strlen(name);
    if (name[0] == '.' || len < 5 || strcmp(name + len - 4, ".ttl") != 0)
        return false;
    for (size_t i = 0; i < sizeof not_data / sizeof *not_data; i++)
        if (!strcmp(name, not_data[i]))
            return false;
    return true;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

typedef CGI_VEC(const char *) names;

/* The data files of the folder, sorted: order decides between entries. The
 * arena may jump while `dir` is open, so the loop fills an array first. */
static cg_status list_files(names *out, cgi_arena *a, const char *folder,
                            cg_error *err)
{
    out->at = cgi_arena_array(a, ONTOLOGY_FILES_MAX, sizeof *out->at);
    char *text = cgi_arena_alloc(a, ONTOLOGY_FILES_MAX * (size_t)64);
    size_t used = 0;
    DIR *dir = opendir(folder);
    if (!dir)
        return cgi_fail(err, CG_ERR_DATA, 0, "cannot open the folder %s",
                        folder);
    const struct dirent *e;
    while ((e = readdir(dir)) && out->n < ONTOLOGY_FILES_MAX) {
        size_t len = strlen(e->d_name) + 1;
        if (!is_data_file(e->d_name) ||
            used + len > ONTOLOGY_FILES_MAX * (size_t)64)
            continue;
        out->at[out->n++] = memcpy(text + used, e->d_name, len);
        used += len;
    }
    closedir(dir);
    if (!out->n)
        return cgi_fail(err, CG_ERR_DATA, 0, "no ontology in %s", folder);
    qsort(out->at, out->n, sizeof *out->at, by_name);
    return CG_OK;
}

static cg_status load(cg_world *w, cgi_turtle *turtle, const char *dir,
                      cg_error *err)
{
    cgi_arena *a = &w->arena;
    const char *folder = cgi_arena_printf(a, "%s/ontology", dir);
    names files = {0};
    CG_TRY(list_files(&files, a, folder, err));
    for (size_t i = 0; i < files.n; i++)
        CG_TRY(cgi_turtle_read(
            turtle, a, cgi_arena_printf(a, "%s/%s", folder, files.at[i]),
            cgi_record_load, w, err));
    CG_TRY(cgi_records_settle(w, err));
    const char *model = cgi_arena_printf(a, "%s/english.model", folder);
    return cgi_model_open(&w->model, model, err);
}

cg_status cg_world_new(cg_world **out, const char *dir, cg_error *err)
{
    *out = NULL;
    cg_world *w = calloc(1, sizeof *w);
    cgi_turtle *turtle = cgi_turtle_new();
    cg_status status = CG_ERR_NOMEM;
    jmp_buf on_fail;
    if (w && turtle && !setjmp(on_fail)) {
        w->arena.on_fail = &on_fail;
        status = load(w, turtle, dir ? dir : PKGDATADIR, err);
        w->arena.on_fail = NULL;
    } else {
        status = cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    }
    cgi_turtle_free(turtle);
    if (status == CG_OK)
        *out = w;
    else
        cg_world_free(w);
    return status;
}

void cg_world_free(cg_world *world)
{
    if (!world)
        return;
    cgi_model_close(world->model);
    cgi_arena_clear(&world->arena);
    free(world);
}

/* ---- Looking up ----------------------------------------------------------- */

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
