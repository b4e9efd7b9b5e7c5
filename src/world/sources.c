/* SPDX-License-Identifier: Apache-2.0
 *
 * sources.c -- lists the Turtle files of a folder, and hashes them.
 *
 * An arena may jump while it allocates, so no folder or file is open then.
 */
#include "world/sources.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

#define FILES_MAX 1000
#define NAMES_MAX ((size_t)64 * FILES_MAX) /* Bytes of all names. */

/* Files are hashed in pieces that stay in the processor's cache. */
#define PIECE ((size_t)1 << 16)

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
    const cgi_source *x = a, *y = b;
    return strcmp(x->name, y->name);
}

/* The names of data files into text[NAMES_MAX], a NUL behind each; what does
 * not fit is left out. */
static size_t read_names(char *text, DIR *dir)
{
    size_t n = 0, used = 0;
    const struct dirent *e;
    while ((e = readdir(dir)) && n < FILES_MAX) {
        size_t len = strlen(e->d_name) + 1;
        if (!is_data_file(e->d_name) || len > NAMES_MAX - used)
            continue;
        memcpy(text + used, e->d_name, len);
        used += len;
        n++;
    }
    return n;
}

cg_status cgi_sources_list(cgi_sources *out, cgi_arena *a, const char *folder,
                           cg_error *err)
{
    *out = (cgi_sources){0};
    char *name = cgi_arena_alloc(a, NAMES_MAX);
    DIR *dir = opendir(folder);
    if (!dir)
        return cgi_fail(err, CG_ERR_DATA, 0, "cannot open the folder %s",
                        folder);
    size_t n = read_names(name, dir);
    closedir(dir);
    if (!n)
        return cgi_fail(err, CG_ERR_DATA, 0, "no ontology in %s", folder);
    for (size_t i = 0; i < n; i++) {
        cgi_source s = {name, cgi_arena_printf(a, "%s/%s", folder, name)};
        CGI_PUSH(a, out, s);
        name += strlen(name) + 1;
    }
    qsort(out->at, out->n, sizeof *out->at, by_name);
    return CG_OK;
}

/* Mixes the bytes of a file and their number into *h. */
static bool hash_file(uint64_t *h, unsigned char *piece, const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return false;
    size_t n, total = 0;
    while (total <= CGI_SOURCE_MAX && (n = fread(piece, 1, PIECE, f)) > 0) {
        *h = cgi_hash(piece, n, *h);
        total += n;
    }
    *h = cgi_hash_mix(*h, total);
    bool ok = !ferror(f) && total <= CGI_SOURCE_MAX;
    fclose(f);
    return ok;
}

cg_status cgi_sources_key(uint64_t *key, cgi_arena *a, const cgi_sources *s,
                          cg_error *err)
{
    unsigned char *piece = cgi_arena_alloc(a, PIECE);
    *key = 0;
    for (size_t i = 0; i < s->n; i++) {
        const cgi_source *file = &s->at[i];
        *key = cgi_hash(file->name, strlen(file->name), *key);
        if (!hash_file(key, piece, file->path))
            return cgi_fail(err, CG_ERR_DATA, 0, "cannot read %s", file->path);
    }
    return CG_OK;
}
