/* SPDX-License-Identifier: Apache-2.0 */
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "suites.h"

static const char text[] =
    "Kabul blast kills two\n\nThe explosion killed two employees of the "
    "Russian embassy in Kabul on Monday, Reuters reported. Z\xC3\xBCrich "
    "\xF0\x9F\x98\x80 \"We will find them,\" Mr Lavrov said.\n";

static cg_status analyse(cg_doc **doc, const cg_options *options, cg_error *err)
{
    cg_source source = {.text = text, .len = sizeof text - 1};
    return cg_doc_new(doc, test_world(), &source, options, err);
}

/* What is written of the text; the caller frees it. */
static char *write_text(cg_format format)
{
    char *out = NULL;
    size_t size = 0;
    cg_error err = {0};
    cg_doc *doc = NULL;
    cg_writer *writer = NULL;
    FILE *to = open_memstream(&out, &size);
    if (to && test_world() && analyse(&doc, NULL, &err) == CG_OK &&
        cg_writer_new(&writer, format, to, &err) == CG_OK &&
        cg_writer_add(writer, doc, &err) == CG_OK)
        cg_writer_end(writer, &err);
    cg_writer_free(writer);
    cg_doc_free(doc);
    if (to)
        fclose(to);
    return out;
}

static void bad_options(void)
{
    cg_doc *doc;
    cg_error err = {0};
    cg_options bad_base = {.base = "no iri"}, bad_date = {.date = "2022-13-45"};
    CU_ASSERT_EQUAL(analyse(&doc, &bad_base, &err), CG_ERR_USAGE);
    CU_ASSERT_PTR_NULL(doc);
    err = (cg_error){0};
    CU_ASSERT_EQUAL(analyse(&doc, &bad_date, &err), CG_ERR_USAGE);
    CU_ASSERT_PTR_NULL(doc);
}

static void bad_text(void)
{
    cg_doc *doc;
    cg_error err = {0};
    cg_source source = {.text = "ab\xFF", .len = 3};
    CU_ASSERT_EQUAL(cg_doc_new(&doc, test_world(), &source, NULL, &err),
                    CG_ERR_TEXT);
    CU_ASSERT_EQUAL(err.offset, 2);
}

static void no_data(void)
{
    cg_world *world;
    cg_error err = {0};
    CU_ASSERT_EQUAL(cg_world_new(&world, "/nonexistent", &err), CG_ERR_DATA);
    CU_ASSERT_PTR_NULL(world);
    CU_ASSERT(err.text[0] != '\0');
}

/* Steps grow, or the quadratic number of runs would take minutes. */
static void memory_runs_out(void)
{
    cg_status status = CG_ERR_NOMEM;
    if (!test_world())
        return;
    for (size_t n = 0; n < 1000000 && status != CG_OK; n += 1 + n / 16) {
        cg_doc *doc;
        cg_error err = {0};
        cgi_arena_fail_after(n);
        status = analyse(&doc, NULL, &err);
        cgi_arena_fail_after(SIZE_MAX);
        CU_ASSERT(status == CG_OK || status == CG_ERR_NOMEM);
        CU_ASSERT((status == CG_OK) == (doc != NULL));
        cg_doc_free(doc);
    }
    CU_ASSERT_EQUAL(status, CG_OK);
}

static void *in_thread(void *format)
{
    return write_text(*(cg_format *)format);
}

static void threads_share_a_world(void)
{
    cg_format format = CG_FORMAT_NTRIPLES;
    pthread_t threads[2];
    void *out[2] = {NULL, NULL};
    if (!test_world())
        return;
    for (int i = 0; i < 2; i++)
        CU_ASSERT_EQUAL(pthread_create(&threads[i], NULL, in_thread, &format),
                        0);
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], &out[i]);
    CU_ASSERT(out[0] && out[1] && !strcmp(out[0], out[1]));
    free(out[0]);
    free(out[1]);
}

static void formats_by_name(void)
{
    cg_format format;
    CU_ASSERT_EQUAL(cg_format_find(&format, "nq"), CG_OK);
    CU_ASSERT_EQUAL(format, CG_FORMAT_NQUADS);
    CU_ASSERT_EQUAL(cg_format_find(&format, "doc"), CG_ERR_USAGE);
}

static void offsets_are_code_points(void)
{
    char *json = write_text(CG_FORMAT_JSON);
    /* "said" stands behind an emoji and a letter of two bytes. */
    CU_ASSERT(json && strstr(json, "\"cue\":[159,163]"));
    free(json);
}

CU_TestInfo claimgraph_tests[] = {
    {"a bad base or date is refused", bad_options},
    {"bad text is located", bad_text},
    {"a missing ontology is told", no_data},
    {"running out of memory anywhere is survived", memory_runs_out},
    {"threads share a world", threads_share_a_world},
    {"formats are found by name and ending", formats_by_name},
    {"offsets count code points", offsets_are_code_points},
    CU_TEST_INFO_NULL,
};
