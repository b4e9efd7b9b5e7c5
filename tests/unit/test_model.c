/* SPDX-License-Identifier: Apache-2.0
 *
 * test_model.c -- the model file: written, mapped, and refused when damaged.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "suites.h"
#include "world/model.h"

/* A fresh file for one test; the caller unlinks and frees. */
static char *new_path(void)
{
    const char *dir = getenv("TMPDIR");
    char *path = malloc(1024);
    snprintf(path, 1024, "%s/cg-model-XXXXXX", dir ? dir : "/tmp");
    int fd = mkstemp(path);
    CU_ASSERT_TRUE(fd >= 0);
    if (fd >= 0)
        close(fd);
    return path;
}

static const cgi_model_part parts[] = {
    {"first", "one", 3}, {"empty", "", 0}, {"last", "three\n", 6}};

static void sections_come_back(void)
{
    char *path = new_path();
    cgi_model *m = NULL;
    cg_error err = {0};
    CU_ASSERT_EQUAL(cgi_model_write(path, parts, 3, &err), CG_OK);
    CU_ASSERT_EQUAL(cgi_model_open(&m, path, &err), CG_OK);
    for (size_t i = 0; m && i < 3; i++) {
        size_t size = 99;
        const char *at = cgi_model_section(&size, m, parts[i].name);
        CU_ASSERT_PTR_NOT_NULL(at);
        CU_ASSERT_EQUAL(size, parts[i].size);
        CU_ASSERT_EQUAL((size_t)at % 64, 0);
        CU_ASSERT_TRUE(at && !memcmp(at, parts[i].bytes, parts[i].size));
    }
    size_t size = 99;
    CU_ASSERT_PTR_NULL(cgi_model_section(&size, m, "other"));
    CU_ASSERT_EQUAL(size, 0);
    CU_ASSERT_PTR_NULL(cgi_model_section(&size, NULL, "first"));
    cgi_model_close(m);
    cgi_model_close(NULL);
    unlink(path);
    free(path);
}

static size_t read_all(char *out, size_t room, const char *path)
{
    FILE *f = fopen(path, "rb");
    size_t n = f ? fread(out, 1, room, f) : 0;
    if (f)
        fclose(f);
    return n;
}

static void write_all(const char *path, const char *bytes, size_t n)
{
    FILE *f = fopen(path, "wb");
    CU_ASSERT_TRUE(f && fwrite(bytes, 1, n, f) == n);
    if (f)
        fclose(f);
}

static void is_refused(const char *path, const char *bytes, size_t n)
{
    cgi_model *m = NULL;
    cg_error err = {0};
    write_all(path, bytes, n);
    CU_ASSERT_EQUAL(cgi_model_open(&m, path, &err), CG_ERR_DATA);
    CU_ASSERT_PTR_NULL(m);
    CU_ASSERT_TRUE(err.text[0] != '\0');
    cgi_model_close(m);
}

static void damage_is_found(void)
{
    char bytes[1024] = "", *path = new_path();
    CU_ASSERT_EQUAL(cgi_model_write(path, parts, 3, NULL), CG_OK);
    size_t n = read_all(bytes, sizeof bytes, path);
    CU_ASSERT_TRUE(n > 100 && n < sizeof bytes);
    for (size_t i = 0; i < n; i++) {
        bytes[i] = (char)(bytes[i] ^ 0x20);
        is_refused(path, bytes, n);
        bytes[i] = (char)(bytes[i] ^ 0x20);
    }
    for (size_t len = 0; len < n; len += 7)
        is_refused(path, bytes, len);
    is_refused(path, bytes, n + 1);
    unlink(path);
    free(path);
}

static void missing_is_an_error(void)
{
    cgi_model *m;
    cg_error err = {0};
    CU_ASSERT_EQUAL(cgi_model_open(&m, "/nowhere/at/all", &err), CG_ERR_DATA);
    CU_ASSERT_PTR_NULL(m);
    CU_ASSERT_EQUAL(cgi_model_open(&m, "/", NULL), CG_ERR_DATA);
    err = (cg_error){0};
    CU_ASSERT_EQUAL(cgi_model_write("/nowhere/at/all", parts, 3, &err),
                    CG_ERR_IO);
    CU_ASSERT_EQUAL(cgi_model_write("/dev/full", parts, 3, NULL), CG_ERR_IO);
}

CU_TestInfo model_tests[] = {
    {"sections come back as they were written", sections_come_back},
    {"damage anywhere in the file is found", damage_is_found},
    {"a file that cannot be read or written is an error", missing_is_an_error},
    CU_TEST_INFO_NULL,
};
