/* SPDX-License-Identifier: Apache-2.0
 *
 * sample_data.c -- folders with data of a test's own.
 *
 * They hold nothing but files and links in ontology/, so that removing one
 * needs no recursion.
 */
#include "sample_data.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "suites.h"
#include "world/model.h"

const char *sample_data_path(const char *dir, const char *name)
{
    static char path[4096];
    snprintf(path, sizeof path, "%s/ontology/%s", dir, name);
    return path;
}

char *sample_data_new(void)
{
    const char *tmp = getenv("TMPDIR");
    char *dir = malloc(1024);
    snprintf(dir, 1024, "%s/cg-data-XXXXXX", tmp ? tmp : "/tmp");
    CU_ASSERT_PTR_NOT_NULL(mkdtemp(dir));
    CU_ASSERT_EQUAL(mkdir(sample_data_path(dir, ""), 0700), 0);
    CU_ASSERT_EQUAL(
        cgi_model_write(sample_data_path(dir, "english.model"), NULL, 0, NULL),
        CG_OK);
    return dir;
}

void sample_data_free(char *dir)
{
    DIR *d = opendir(sample_data_path(dir, ""));
    const struct dirent *e;
    while (d && (e = readdir(d)))
        unlink(sample_data_path(dir, e->d_name)); /* Not "." and "..". */
    if (d)
        closedir(d);
    rmdir(sample_data_path(dir, ""));
    CU_ASSERT_EQUAL(rmdir(dir), 0);
    free(dir);
}

void sample_data_put(const char *dir, const char *name, const void *bytes,
                     size_t n)
{
    FILE *f = fopen(sample_data_path(dir, name), "wb");
    CU_ASSERT_TRUE(f && fwrite(bytes, 1, n, f) == n);
    if (f)
        fclose(f);
}

unsigned char *sample_data_get(size_t *n, const char *dir, const char *name)
{
    FILE *f = fopen(sample_data_path(dir, name), "rb");
    size_t room = 1 << 24;
    unsigned char *bytes = calloc(1, room);
    *n = f ? fread(bytes, 1, room, f) : 0;
    CU_ASSERT_TRUE(*n > 0 && *n < room);
    if (f)
        fclose(f);
    return bytes;
}

void sample_data_turtle(const char *dir, const char *name, const char *text)
{
    char all[8192];
    int n = snprintf(all, sizeof all, SAMPLE_PREFIXES "%s", text);
    CU_ASSERT_TRUE(n > 0 && (size_t)n < sizeof all);
    sample_data_put(dir, name, all, (size_t)n);
}

void sample_data_link(const char *dir)
{
    char from[4096], top[2048];
    CU_ASSERT_PTR_NOT_NULL(realpath(test_srcdir(), top));
    snprintf(from, sizeof from, "%s/ontology", top);
    DIR *d = opendir(from);
    const struct dirent *e;
    unlink(sample_data_path(dir, "english.model"));
    while (d && (e = readdir(d))) {
        size_t len = strlen(e->d_name);
        if (len < 5 || (strcmp(e->d_name + len - 4, ".ttl") != 0 &&
                        strcmp(e->d_name, "english.model") != 0))
            continue;
        snprintf(from, sizeof from, "%s/ontology/%s", top, e->d_name);
        CU_ASSERT_EQUAL(symlink(from, sample_data_path(dir, e->d_name)), 0);
    }
    if (d)
        closedir(d);
}
