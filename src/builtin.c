/* SPDX-License-Identifier: Apache-2.0
 *
 * builtin.c -- the public calls that show what is built in.
 *
 * The files are copied from the data folder as they stand, so what is shown is
 * what is used.
 */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "world/vocabulary.h"

#define QUERY_END ".rq"
#define PATH_SIZE 4096

/* Letters, digits, "-" and ".", and one "/" at most: no way out of the
 * folder. */
static bool is_name(const char *name)
{
    static const char good[] = "abcdefghijklmnopqrstuvwxyz0123456789-./";
    const char *slash = strchr(name, '/');
    return *name && *name != '.' && *name != '/' &&
           name[strspn(name, good)] == '\0' && !strstr(name, "..") &&
           !(slash && strchr(slash + 1, '/'));
}

static cg_status copy(FILE *to, FILE *from, cg_error *err)
{
    char bytes[8192];
    size_t n;
    while ((n = fread(bytes, 1, sizeof bytes, from)) > 0)
        if (fwrite(bytes, 1, n, to) != n)
            return cgi_fail(err, CG_ERR_IO, 0, "cannot write: %s",
                            strerror(errno));
    return ferror(from) ? cgi_fail(err, CG_ERR_DATA, 0, "cannot read") : CG_OK;
}

/* A path that is too long is no file. */
static FILE *open_file(const char *dir, const char *name)
{
    char path[PATH_SIZE];
    int n = snprintf(path, sizeof path, "%s/ontology/%s",
                     dir ? dir : PKGDATADIR, name);
    return n > 0 && (size_t)n < sizeof path ? fopen(path, "rb") : NULL;
}

cg_status cg_ontology_write(FILE *to, const char *dir, const char *name,
                            cg_error *err)
{
    FILE *from = is_name(name) ? open_file(dir, name) : NULL;
    if (!from)
        return cgi_fail(err, CG_ERR_USAGE, 0, "no \"%.60s\" in the ontology",
                        name);
    cg_status status = copy(to, from, err);
    fclose(from);
    return status;
}

/* ---- Queries --------------------------------------------------------- */

static bool is_query(const struct dirent *entry)
{
    size_t n = strlen(entry->d_name), end = strlen(QUERY_END);
    return n > end && is_name(entry->d_name) &&
           !strcmp(entry->d_name + n - end, QUERY_END);
}

static int query_filter(const struct dirent *entry)
{
    return is_query(entry);
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* The name, and the first line, which is a comment that says what is asked. */
static void write_query(FILE *to, FILE *from, const char *name)
{
    char line[512] = "";
    if (!fgets(line, sizeof line, from))
        *line = '\0';
    line[strcspn(line, "\n")] = '\0';
    const char *text = line + strspn(line, "# ");
    fprintf(to, "%.*s\t%s\n", (int)(strlen(name) - strlen(QUERY_END)), name,
            text);
}

static void write_queries(FILE *to, const char *dir, struct dirent **entries,
                          int n)
{
    char name[300];
    for (int i = 0; i < n; i++) {
        snprintf(name, sizeof name, "queries/%s", entries[i]->d_name);
        FILE *from = open_file(dir, name);
        if (from) {
            write_query(to, from, entries[i]->d_name);
            fclose(from);
        }
        free(entries[i]);
    }
    free(entries);
}

cg_status cg_queries_write(FILE *to, const char *dir, cg_error *err)
{
    struct dirent **entries = NULL;
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/ontology/queries", dir ? dir : PKGDATADIR);
    int n = scandir(path, &entries, query_filter, by_name);
    if (n < 0)
        return cgi_fail(err, CG_ERR_DATA, 0, "cannot open %.180s", path);
    write_queries(to, dir, entries, n);
    return ferror(to) ? cgi_fail(err, CG_ERR_IO, 0, "cannot write") : CG_OK;
}

cg_status cg_prefixes_write(FILE *to, cg_error *err)
{
    for (const cgi_prefix *p = cgi_prefixes; p->name; p++)
        fprintf(to, "PREFIX %s: <%s>\n", p->name, p->iri);
    return ferror(to) ? cgi_fail(err, CG_ERR_IO, 0, "cannot write") : CG_OK;
}
