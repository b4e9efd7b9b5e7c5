/* SPDX-License-Identifier: Apache-2.0
 *
 * test_claimgraph.c -- the public calls, as a program that uses them sees
 * them: what they refuse, and that they leave nothing behind when they fail.
 *
 * That nothing leaks is seen by the builds with sanitizers and valgrind.
 */
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
    static const cg_options bad[] = {
        {.base = "no iri"},         {.base = ""},
        {.base = "relative/path/"}, {.base = "http:"},
        {.base = "http://a.org/<"}, {.base = "http://a.org/\xC3\xA9"},
        {.date = "2022-13-45"},     {.date = "2023-02-29"},
        {.date = "yesterday"},      {.date = ""},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        cg_doc *doc;
        cg_error err = {0};
        CU_ASSERT_EQUAL(analyse(&doc, &bad[i], &err), CG_ERR_USAGE);
        CU_ASSERT_EQUAL(err.status, CG_ERR_USAGE);
        CU_ASSERT(err.text[0] && !strchr(err.text, '\n'));
        CU_ASSERT_PTR_NULL(doc);
        cg_doc_free(doc);
        CU_ASSERT_EQUAL(analyse(&doc, &bad[i], NULL), CG_ERR_USAGE);
    }
}

static void the_base_starts_every_name(void)
{
    static const cg_options options = {.base = "urn:x-news:"};
    char *out = NULL;
    size_t size = 0;
    cg_doc *doc = NULL;
    cg_writer *writer = NULL;
    FILE *to = open_memstream(&out, &size);
    CU_ASSERT_EQUAL(analyse(&doc, &options, NULL), CG_OK);
    if (to && doc &&
        cg_writer_new(&writer, CG_FORMAT_NTRIPLES, to, NULL) == CG_OK &&
        cg_writer_add(writer, doc, NULL) == CG_OK)
        CU_ASSERT_EQUAL(cg_writer_end(writer, NULL), CG_OK);
    cg_writer_free(writer);
    cg_doc_free(doc);
    if (to)
        fclose(to);
    CU_ASSERT(out && strstr(out, "<urn:x-news:a_"));
    CU_ASSERT(out && !strstr(out, "w3id.org/claimgraph/id/"));
    free(out);
}

/* Every kind of byte that is no UTF-8, and where. */
static void bad_text(void)
{
    static const struct {
        const char *text;
        size_t len, at;
    } cases[] = {
        {"ab\xFF", 3, 2},
        {"\x80", 1, 0},
        {"abc\xC3", 4, 3},
        {"a\xC0\xAF", 3, 1},
        {"a\xED\xA0\x80", 4, 1},
        {"\xF4\x90\x80\x80", 4, 0},
        {"ok\n\xE2\x82 more", 10, 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cg_doc *doc;
        cg_error err = {0};
        cg_source source = {.text = cases[i].text, .len = cases[i].len};
        CU_ASSERT_EQUAL(cg_doc_new(&doc, test_world(), &source, NULL, &err),
                        CG_ERR_TEXT);
        CU_ASSERT_EQUAL(err.offset, cases[i].at);
        CU_ASSERT_PTR_NULL(doc);
    }
}

/* The source may go as soon as the document is made. */
static void the_source_is_copied(void)
{
    char *copy = strdup(text), *id = strdup("story-1");
    char *url = strdup("http://example.org/1"), *json = NULL;
    size_t size = 0;
    cg_doc *doc = NULL;
    cg_writer *writer = NULL;
    FILE *to = open_memstream(&json, &size);
    cg_source source = {.text = copy,
                        .len = strlen(copy),
                        .id = id,
                        .url = url,
                        .publisher = id};
    CU_ASSERT_EQUAL(cg_doc_new(&doc, test_world(), &source, NULL, NULL), CG_OK);
    memset(copy, 'x', strlen(copy));
    memset(id, 'x', strlen(id));
    memset(url, 'x', strlen(url));
    free(copy);
    free(id);
    free(url);
    if (to && doc &&
        cg_writer_new(&writer, CG_FORMAT_JSON, to, NULL) == CG_OK &&
        cg_writer_add(writer, doc, NULL) == CG_OK)
        cg_writer_end(writer, NULL);
    cg_writer_free(writer);
    cg_doc_free(doc);
    if (to)
        fclose(to);
    CU_ASSERT(json && strstr(json, "story-1") &&
              strstr(json, "http://example.org/1") && strstr(json, "Lavrov"));
    free(json);
}

static void counts_are_those_of_the_text(void)
{
    cg_doc *doc = NULL;
    if (analyse(&doc, NULL, NULL) == CG_OK) {
        cg_counts n = cg_doc_counts(doc);
        CU_ASSERT(n.sentences >= 3 && n.tokens > 25 && n.entities >= 3);
        CU_ASSERT(n.events >= 1 && n.claims >= 2);
    }
    cg_doc_free(doc);
}

/* Nothing to read is bad text; a full stop is an article without events. */
static void an_empty_article_is_refused(void)
{
    static const char *const texts[] = {"", " \n\t\n", "\xEF\xBB\xBF", "."};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        cg_doc *doc = NULL;
        cg_source source = {.text = texts[i], .len = strlen(texts[i])};
        CU_ASSERT_EQUAL(cg_doc_new(&doc, test_world(), &source, NULL, NULL),
                        i < 3 ? CG_ERR_TEXT : CG_OK);
        CU_ASSERT_EQUAL(doc != NULL, i == 3);
        if (doc)
            CU_ASSERT_EQUAL(cg_doc_counts(doc).events, 0);
        cg_doc_free(doc);
    }
}

static void nothing_is_freed_safely(void)
{
    cg_doc_free(NULL);
    cg_world_free(NULL);
    cg_writer_free(NULL);
    cg_reader_free(NULL);
    CU_ASSERT_STRING_EQUAL(cg_version(), CG_VERSION);
    for (int i = CG_OK; i <= CG_ERR_LIBRARY; i++)
        CU_ASSERT(cg_strerror((cg_status)i) && *cg_strerror((cg_status)i));
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
    char *alone = write_text(format);
    for (int i = 0; alone && i < 2; i++)
        CU_ASSERT_EQUAL(pthread_create(&threads[i], NULL, in_thread, &format),
                        0);
    for (int i = 0; alone && i < 2; i++) {
        pthread_join(threads[i], &out[i]);
        CU_ASSERT(out[i] && !strcmp(out[i], alone));
        free(out[i]);
    }
    free(alone);
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

static void drawings_take_their_options(void)
{
    char about[] = "nobody at all";
    const cg_drawing drawing = {.view = CG_VIEW_ACTORS, .about = about};
    char *out = NULL;
    size_t size = 0;
    cg_writer *writer = NULL;
    FILE *to = open_memstream(&out, &size);
    CU_ASSERT_EQUAL(
        cg_writer_new_drawing(&writer, CG_FORMAT_JSON, &drawing, to, NULL),
        CG_ERR_USAGE);
    CU_ASSERT_PTR_NULL(writer);
    CU_ASSERT_EQUAL(
        cg_writer_new_drawing(&writer, CG_FORMAT_DOT, &drawing, to, NULL),
        CG_OK);
    memset(about, 'x', strlen("nobody")); /* It was copied. */
    CU_ASSERT_EQUAL(cg_writer_end(writer, NULL), CG_OK);
    cg_writer_free(writer);
    fclose(to);
    CU_ASSERT_PTR_NOT_NULL(
        strstr(out, "0 of 0 relations shown; about nobody at all"));
    free(out);
}

CU_TestInfo claimgraph_tests[] = {
    {"drawings take their options", drawings_take_their_options},
    {"a bad base or date is refused", bad_options},
    {"the base starts every name", the_base_starts_every_name},
    {"bad text is located", bad_text},
    {"the source is copied", the_source_is_copied},
    {"counts are those of the text", counts_are_those_of_the_text},
    {"an empty article is refused", an_empty_article_is_refused},
    {"nothing is freed safely", nothing_is_freed_safely},
    {"a missing ontology is told", no_data},
    {"running out of memory anywhere is survived", memory_runs_out},
    {"threads share a world", threads_share_a_world},
    {"formats are found by name and ending", formats_by_name},
    {"offsets count code points", offsets_are_code_points},
    CU_TEST_INFO_NULL,
};
