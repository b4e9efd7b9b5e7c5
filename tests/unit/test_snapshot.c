/* SPDX-License-Identifier: Apache-2.0
 *
 * test_snapshot.c -- the ontology in binary form is as good as the Turtle,
 * and passed over when it is not.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "sample_data.h"
#include "suites.h"
#include "world/snapshot.h"
#include "world/sources.h"

/* All that a record can hold. */
static const char some[] =
    "x:a a cg:WordList ; cg:word \"\" , \"a=1\" , \"\\u00E9t\\u00E9\\n\" .\n"
    "cge:b a cg:Country ; rdfs:label \"B\"@en ; cg:population 12 ;\n"
    "    skos:notation \"BBB\"^^cg:iso3166 ; cg:demonym \"a=1\" .\n"
    "x:a rdfs:label \"again\" .\n";
static const char more[] =
    "cgt:c a skos:Concept ; skos:prefLabel \"c\"@en ; cg:weight 3 .\n"
    "cgt:d a skos:Concept ; skos:prefLabel \"d\" ; skos:broader cgt:c .\n";

static char *new_folder(void)
{
    char *dir = sample_data_new();
    sample_data_turtle(dir, "b.ttl", more);
    sample_data_turtle(dir, "a.ttl", some);
    /* No data: the one is documentation, the other is hidden. */
    sample_data_turtle(dir, "shapes.ttl", "nonsense");
    sample_data_turtle(dir, ".hidden.ttl", "nonsense");
    return dir;
}

static cg_status make(const char *dir)
{
    char folder[1024];
    cg_error err = {0};
    snprintf(folder, sizeof folder, "%s/ontology", dir);
    cg_status st = cgi_snapshot_write(folder, &err);
    CU_ASSERT_TRUE((st == CG_OK) == !err.text[0]);
    return st;
}

/* ---- The same records -----------------------------------------------------
 */

static cg_status print_record(void *user, const cgi_record *r, cg_error *err)
{
    (void)err;
    fprintf(user, "<%s>\n", r->subject);
    for (size_t i = 0; i < r->properties.n; i++) {
        const cgi_property *p = &r->properties.at[i];
        CU_ASSERT_EQUAL(p->object.at[p->object.len], '\0');
        fprintf(user, "  <%s> %zu %s ^^%s\n", p->predicate, p->object.len,
                p->object.at, p->datatype ? p->datatype : "-");
    }
    return CG_OK;
}

/* What the Turtle files of a folder say, and the same through its snapshot. */
static void print_turtle(FILE *to, cgi_arena *a, const cgi_sources *files)
{
    cgi_turtle *t = cgi_turtle_new();
    for (size_t i = 0; i < files->n; i++)
        CU_ASSERT_EQUAL(
            cgi_turtle_read(t, a, files->at[i].path, print_record, to, NULL),
            CG_OK);
    cgi_turtle_free(t);
}

static void print_snapshot(FILE *to, cgi_arena *a, const cgi_sources *files,
                           const char *path)
{
    uint64_t key = 0;
    cgi_snapshot *s = NULL;
    CU_ASSERT_EQUAL(cgi_sources_key(&key, a, files, NULL), CG_OK);
    CU_ASSERT_EQUAL(cgi_snapshot_open(&s, path, key, NULL), CG_OK);
    if (s)
        CU_ASSERT_EQUAL(cgi_snapshot_read(s, a, print_record, to, NULL), CG_OK);
    cgi_snapshot_close(s);
}

static void is_round_trip(const char *dir, size_t n_files, size_t least)
{
    cgi_arena a = {0};
    jmp_buf on_fail;
    a.on_fail = &on_fail;
    char folder[1024], *text[2] = {NULL, NULL};
    size_t len[2] = {0, 0};
    if (setjmp(on_fail)) {
        CU_FAIL("out of memory");
        return;
    }
    snprintf(folder, sizeof folder, "%s/ontology", dir);
    cgi_sources files;
    CU_ASSERT_EQUAL(make(dir), CG_OK);
    CU_ASSERT_EQUAL(cgi_sources_list(&files, &a, folder, NULL), CG_OK);
    CU_ASSERT_TRUE(!n_files || files.n == n_files);
    for (int i = 0; i < 2; i++) {
        FILE *to = open_memstream(&text[i], &len[i]);
        if (i)
            print_snapshot(to, &a, &files,
                           sample_data_path(dir, CGI_SNAPSHOT_NAME));
        else
            print_turtle(to, &a, &files);
        fclose(to);
    }
    CU_ASSERT_TRUE(len[0] > least);
    CU_ASSERT_TRUE(len[0] == len[1] && !memcmp(text[0], text[1], len[0]));
    free(text[0]);
    free(text[1]);
    cgi_arena_clear(&a);
}

static void records_come_back(void)
{
    char *dir = new_folder();
    is_round_trip(dir, 2, 500);
    sample_data_free(dir);
}

static void the_ontology_comes_back(void)
{
    char *dir = sample_data_new();
    sample_data_link(dir);
    is_round_trip(dir, 0, 1000000);
    sample_data_free(dir);
}

static void is_repeatable(void)
{
    char *dir = new_folder();
    size_t n[2];
    unsigned char *bytes[2];
    for (int i = 0; i < 2; i++) {
        make(dir);
        bytes[i] = sample_data_get(&n[i], dir, CGI_SNAPSHOT_NAME);
    }
    CU_ASSERT_TRUE(n[0] == n[1] && !memcmp(bytes[0], bytes[1], n[0]));
    CU_ASSERT_NOT_EQUAL(
        access(sample_data_path(dir, CGI_SNAPSHOT_NAME ".new"), F_OK), 0);
    free(bytes[0]);
    free(bytes[1]);
    sample_data_free(dir);
}

/* ---- The same world ---------------------------------------------------------
 */

static char *read_article(size_t *len)
{
    char path[4096], *text = malloc(65536);
    snprintf(path, sizeof path, "%s/tests/sample.txt", test_srcdir());
    FILE *f = fopen(path, "rb");
    *len = f ? fread(text, 1, 65536, f) : 0;
    CU_ASSERT_TRUE(*len > 100);
    if (f)
        fclose(f);
    return text;
}

static char *extract(const cg_world *w, cg_format format)
{
    size_t len = 0, n_text = 0;
    char *out = NULL, *text = read_article(&n_text);
    cg_source source = {.text = text, .len = n_text, .date = "2022-09-06"};
    FILE *to = open_memstream(&out, &len);
    cg_doc *doc = NULL;
    cg_writer *writer = NULL;
    CU_ASSERT_EQUAL(cg_doc_new(&doc, w, &source, NULL, NULL), CG_OK);
    CU_ASSERT_EQUAL(cg_writer_new(&writer, format, to, NULL), CG_OK);
    if (doc && writer) {
        CU_ASSERT_EQUAL(cg_writer_add(writer, doc, NULL), CG_OK);
        CU_ASSERT_EQUAL(cg_writer_end(writer, NULL), CG_OK);
    }
    cg_writer_free(writer);
    cg_doc_free(doc);
    fclose(to);
    free(text);
    return out;
}

static void articles_read_the_same(void)
{
    static const cg_format formats[] = {CG_FORMAT_NTRIPLES, CG_FORMAT_EXPLAIN,
                                        CG_FORMAT_CONLLU};
    char *dir = sample_data_new();
    cg_world *with = NULL, *without = NULL;
    sample_data_link(dir);
    CU_ASSERT_EQUAL(cg_world_new(&without, dir, NULL), CG_OK);
    CU_ASSERT_EQUAL(make(dir), CG_OK);
    CU_ASSERT_EQUAL(cg_world_new(&with, dir, NULL), CG_OK);
    CU_ASSERT_TRUE(without && !without->snapshot);
    CU_ASSERT_TRUE(with && with->snapshot);
    for (size_t i = 0; with && without && i < 3; i++) {
        char *a = extract(with, formats[i]), *b = extract(without, formats[i]);
        CU_ASSERT_TRUE(strlen(a) > 100);
        CU_ASSERT_STRING_EQUAL(a, b);
        free(a);
        free(b);
    }
    cg_world_free(with);
    cg_world_free(without);
    sample_data_free(dir);
}

/* ---- Passed over ------------------------------------------------------------
 */

/* Whether a world loads with the snapshot; it must load in any case. */
static bool is_used(const char *dir)
{
    cg_world *w = NULL;
    cg_error err = {0};
    CU_ASSERT_EQUAL(cg_world_new(&w, dir, &err), CG_OK);
    CU_ASSERT_STRING_EQUAL(err.text, "");
    bool used = w && w->snapshot;
    CU_ASSERT_TRUE(w && cgi_world_find_name(w, cgi_slice_of("B")));
    CU_ASSERT_TRUE(w && cgi_world_find_type(w, "d"));
    cg_world_free(w);
    return used;
}

static void damage_is_passed_over(void)
{
    char *dir = new_folder();
    size_t n;
    CU_ASSERT_FALSE(is_used(dir));
    make(dir);
    CU_ASSERT_TRUE(is_used(dir));
    unsigned char *bytes = sample_data_get(&n, dir, CGI_SNAPSHOT_NAME);
    CU_ASSERT_TRUE(n > 200);
    for (size_t i = 0; i < 100; i++) {
        size_t at = n * i / 100;
        sample_data_put(dir, CGI_SNAPSHOT_NAME, bytes, at);
        CU_ASSERT_FALSE(is_used(dir));
        bytes[at] ^= 0x10;
        sample_data_put(dir, CGI_SNAPSHOT_NAME, bytes, n);
        CU_ASSERT_FALSE(is_used(dir));
        bytes[at] ^= 0x10;
    }
    sample_data_put(dir, CGI_SNAPSHOT_NAME, bytes, n + 1);
    CU_ASSERT_FALSE(is_used(dir));
    sample_data_put(dir, CGI_SNAPSHOT_NAME, bytes, n);
    CU_ASSERT_TRUE(is_used(dir));
    unlink(sample_data_path(dir, CGI_SNAPSHOT_NAME));
    mkdir(sample_data_path(dir, CGI_SNAPSHOT_NAME), 0700);
    CU_ASSERT_FALSE(is_used(dir));
    CU_ASSERT_EQUAL(make(dir), CG_ERR_IO);
    rmdir(sample_data_path(dir, CGI_SNAPSHOT_NAME));
    free(bytes);
    sample_data_free(dir);
}

/* Every number in the file takes odd values, and the hash is that of the
 * result: what then is not refused must still not lead outside. */
static void lies_lead_nowhere(void)
{
    static const uint32_t odd[] = {
        0,          1,          2,          0x7F,       0x55555555,
        0x7FFFFFFF, 0x80000000, 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFF};
    char *dir = new_folder();
    size_t n;
    make(dir);
    unsigned char *bytes = sample_data_get(&n, dir, CGI_SNAPSHOT_NAME);
    size_t refused = 0, numbers_end = n - cgi_load32(bytes + 36);
    for (size_t at = 12; at < numbers_end; at += 4) {
        uint32_t was = cgi_load32(bytes + at);
        if (at >= 16 && at < 32)
            continue; /* Hash and key. */
        for (size_t i = 0; i < sizeof odd / sizeof *odd + 2; i++) {
            uint32_t value = i < sizeof odd / sizeof *odd ? odd[i]
                             : i % 2                      ? was + 1
                                                          : was - 1;
            cgi_store32(bytes + at, value);
            cgi_store64(bytes + 16,
                        cgi_hash(bytes + 24, n - 24, cgi_load64(bytes + 8)));
            sample_data_put(dir, CGI_SNAPSHOT_NAME, bytes, n);
            cg_world *w = NULL;
            CU_ASSERT_EQUAL(cg_world_new(&w, dir, NULL), CG_OK);
            refused += w && !w->snapshot;
            cg_world_free(w);
        }
        cgi_store32(bytes + at, was);
    }
    CU_ASSERT_TRUE(refused > 500);
    free(bytes);
    sample_data_free(dir);
}

static void changes_are_noticed(void)
{
    char *dir = new_folder(), from[4096];
    make(dir);
    CU_ASSERT_TRUE(is_used(dir));
    sample_data_turtle(dir, "shapes.ttl", "other nonsense");
    CU_ASSERT_TRUE(is_used(dir));
    /* Another text of the same length. */
    char *text = strdup(more);
    *strchr(text, '3') = '4';
    sample_data_turtle(dir, "b.ttl", text);
    free(text);
    CU_ASSERT_FALSE(is_used(dir));
    sample_data_turtle(dir, "b.ttl", more);
    CU_ASSERT_TRUE(is_used(dir));
    /* One file more, even if it says nothing. */
    sample_data_turtle(dir, "c.ttl", "");
    CU_ASSERT_FALSE(is_used(dir));
    unlink(sample_data_path(dir, "c.ttl"));
    CU_ASSERT_TRUE(is_used(dir));
    /* Another order. */
    snprintf(from, sizeof from, "%s", sample_data_path(dir, "a.ttl"));
    rename(from, sample_data_path(dir, "c.ttl"));
    CU_ASSERT_FALSE(is_used(dir));
    make(dir);
    CU_ASSERT_TRUE(is_used(dir));
    sample_data_free(dir);
}

static void bad_turtle_gives_none(void)
{
    char *dir = new_folder();
    sample_data_turtle(dir, "c.ttl", "x:a x:b ; ; x:c .\n");
    CU_ASSERT_EQUAL(make(dir), CG_ERR_DATA);
    CU_ASSERT_NOT_EQUAL(access(sample_data_path(dir, CGI_SNAPSHOT_NAME), F_OK),
                        0);
    sample_data_free(dir);
    CU_ASSERT_EQUAL(cgi_snapshot_write("/nonexistent", NULL), CG_ERR_DATA);
}

/* Loads a world with ever more memory, until it suffices. */
static void starve(const char *dir)
{
    bool done = false;
    for (size_t n = 0; !done && n < 2000; n++) {
        cg_world *w = NULL;
        cg_error err = {0};
        cgi_arena_fail_after(n);
        cg_status st = cg_world_new(&w, dir, &err);
        cgi_arena_fail_after(SIZE_MAX);
        done = st == CG_OK;
        CU_ASSERT_TRUE(done == (w != NULL));
        CU_ASSERT_TRUE(done || (st == CG_ERR_NOMEM && err.text[0]));
        cg_world_free(w);
    }
    CU_ASSERT_TRUE(done);
}

static void memory_may_run_out(void)
{
    char *dir = new_folder();
    starve(dir);
    cgi_arena_fail_after(3);
    CU_ASSERT_EQUAL(make(dir), CG_ERR_NOMEM);
    cgi_arena_fail_after(SIZE_MAX);
    CU_ASSERT_EQUAL(make(dir), CG_OK);
    starve(dir);
    CU_ASSERT_TRUE(is_used(dir));
    sample_data_free(dir);
}

CU_TestInfo snapshot_tests[] = {
    {"records come back", records_come_back},
    {"the whole ontology comes back", the_ontology_comes_back},
    {"the same Turtle gives the same bytes", is_repeatable},
    {"articles read the same either way", articles_read_the_same},
    {"what is damaged is passed over", damage_is_passed_over},
    {"numbers that lie lead nowhere", lies_lead_nowhere},
    {"a change of the Turtle is noticed", changes_are_noticed},
    {"bad Turtle gives no snapshot", bad_turtle_gives_none},
    {"memory may run out at any point", memory_may_run_out},
    CU_TEST_INFO_NULL,
};
