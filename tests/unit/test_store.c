/* SPDX-License-Identifier: Apache-2.0
 *
 * test_store.c -- RDF that is read again: as triples, and back as graphs.
 */
#include <stdlib.h>
#include <string.h>

#include "sample_graph.h"
#include "store/graphs.h"
#include "suites.h"
#include "write/write.h"

#define CG "https://w3id.org/claimgraph/ns#"

/* ---- Helpers ------------------------------------------------------------- */

static cg_status read_bytes(cg_rdf *rdf, const char *bytes, size_t len,
                            const char *format, cg_error *err)
{
    FILE *from = fmemopen((void *)(uintptr_t)bytes, len, "rb");
    cg_status status = cg_rdf_read(rdf, from, format, err);
    fclose(from);
    return status;
}

static cg_rdf *read_text(const char *text, const char *format)
{
    cg_rdf *rdf = NULL;
    CU_ASSERT_EQUAL(cg_rdf_new(&rdf, NULL), CG_OK);
    CU_ASSERT_EQUAL(read_bytes(rdf, text, strlen(text), format, NULL), CG_OK);
    return rdf;
}

/* What `rdf` is in `format`; the caller's to free. */
static char *written(cg_rdf *rdf, cg_format format, cg_status *status)
{
    char *bytes = NULL;
    size_t len = 0;
    FILE *to = open_memstream(&bytes, &len);
    cg_writer *w = NULL;
    *status = cg_writer_new(&w, format, to, NULL);
    if (*status == CG_OK)
        *status = cg_writer_add_rdf(w, rdf, test_world(), NULL);
    if (*status == CG_OK)
        *status = cg_writer_end(w, NULL);
    cg_writer_free(w);
    fclose(to);
    return bytes;
}

/* The lines of N-Triples, sorted, in one string; the caller's. */
static int by_line(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static char *sorted(char *text)
{
    size_t n = 0, len = strlen(text);
    char **lines = calloc(len + 1, sizeof *lines), *out = malloc(len + 2);
    char *save = NULL;
    for (char *s = strtok_r(text, "\n", &save); s;
         s = strtok_r(NULL, "\n", &save))
        lines[n++] = s;
    if (n)
        qsort(lines, n, sizeof *lines, by_line);
    char *to = out;
    for (size_t i = 0; i < n; i++) {
        size_t k = strlen(lines[i]);
        memcpy(to, lines[i], k);
        to[k] = '\n';
        to += k + 1;
    }
    *to = '\0';
    free(lines);
    free(text);
    return out;
}

/* ---- Triples ------------------------------------------------------------- */

static const char three[] = "<urn:a> <urn:p> <urn:b> .\n"
                            "<urn:a> <urn:p> \"x\"@en .\n"
                            "<urn:a> <urn:p> \"x\" .\n"
                            "<urn:a> <urn:p> <urn:b> .\n";

static void statements_are_a_set(void)
{
    cg_rdf *rdf = read_text(three, NULL);
    CU_ASSERT_EQUAL(cg_rdf_size(rdf), 3);
    CU_ASSERT_EQUAL(read_bytes(rdf, three, strlen(three), "nt", NULL), CG_OK);
    CU_ASSERT_EQUAL(cg_rdf_size(rdf), 3);
    cg_rdf_free(rdf);
}

static void syntaxes_are_guessed(void)
{
    static const struct {
        const char *start;
        cg_format format;
    } cases[] = {
        {"", CG_FORMAT_TURTLE},
        {"# only a comment", CG_FORMAT_TURTLE},
        {"@prefix a: <urn:a> .\n", CG_FORMAT_TURTLE},
        {"# x\n\nPREFIX a: <urn:a>\n", CG_FORMAT_TURTLE},
        {"<urn:a> <urn:b> <urn:c> .\n", CG_FORMAT_NQUADS},
        {"<urn:a> <urn:b> \"c\" <urn:g> .\r\n", CG_FORMAT_NQUADS},
        {"_:a <urn:b> \"c\" .\n", CG_FORMAT_NQUADS},
        {"<urn:a>\n  a <urn:c> .\n", CG_FORMAT_TURTLE},
        {"<urn:a> a <urn:c> .\n", CG_FORMAT_TURTLE},
        {"<urn:a> <urn:b> <urn:c> ;\n", CG_FORMAT_TURTLE},
        {"<?xml version='1.0'?>", CG_FORMAT_RDFXML},
        {"\n <rdf:RDF>", CG_FORMAT_RDFXML},
        {"<", CG_FORMAT_TURTLE},
        {"_", CG_FORMAT_TURTLE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CU_ASSERT_EQUAL(cgi_triples_guess(cgi_slice_of(cases[i].start)),
                        cases[i].format);
}

static void bad_files_are_located(void)
{
    static const struct {
        const char *text;
        size_t len, line;
    } cases[] = {
        {"<urn:a> <urn:b> <urn:c> .\nfoo\n", 30, 2},
        {"<urn:a> <urn:b> \"\\uD800\" .\n", 27, 1},
        {"<urn:a> <urn:b> \"\xFF\" .\n", 21, 1},
        {"@prefix a: <urn:a> .\na:b a\n", 27, 0},
        {"@prefix a: <urn:a> .\n<b> a a:c .\n", 33, 2},
        {"<?xml version='1.0'?>\n<rdf:RDF", 30, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cg_error err = {0};
        cg_rdf *rdf = NULL;
        CU_ASSERT_EQUAL(cg_rdf_new(&rdf, NULL), CG_OK);
        CU_ASSERT_EQUAL(
            read_bytes(rdf, cases[i].text, cases[i].len, NULL, &err),
            CG_ERR_TEXT);
        CU_ASSERT(err.text[0] != '\0');
        if (cases[i].line)
            CU_ASSERT_EQUAL(err.line, cases[i].line);
        cg_rdf_free(rdf);
    }
}

static void only_rdf_is_a_format(void)
{
    cg_rdf *rdf = NULL;
    CU_ASSERT_EQUAL(cg_rdf_new(&rdf, NULL), CG_OK);
    CU_ASSERT_EQUAL(read_bytes(rdf, three, 10, "svg", NULL), CG_ERR_USAGE);
    CU_ASSERT_EQUAL(read_bytes(rdf, three, 10, "json", NULL), CG_ERR_USAGE);
    CU_ASSERT_EQUAL(read_bytes(rdf, three, 10, "foo", NULL), CG_ERR_USAGE);
    cg_status status;
    free(written(rdf, CG_FORMAT_CONLLU, &status));
    CU_ASSERT_EQUAL(status, CG_ERR_USAGE);
    cg_rdf_free(rdf);
}

static void a_mark_before_the_text_is_passed_over(void)
{
    cg_rdf *rdf = read_text("\xEF\xBB\xBF<urn:a> <urn:b> <urn:c> .\n", NULL);
    CU_ASSERT_EQUAL(cg_rdf_size(rdf), 1);
    cg_rdf_free(rdf);
}

static void blank_nodes_of_two_files_are_two(void)
{
    static const char blank[] = "_:x <urn:b> <urn:c> .\n";
    cg_rdf *rdf = read_text(blank, NULL);
    CU_ASSERT_EQUAL(read_bytes(rdf, blank, strlen(blank), NULL, NULL), CG_OK);
    CU_ASSERT_EQUAL(cg_rdf_size(rdf), 2);
    cg_rdf_free(rdf);
}

static void look_ups_find_what_was_added(void)
{
    jmp_buf here;
    cgi_triples t = {.arena.on_fail = &here};
    uint32_t ids[100];
    char name[24];
    if (setjmp(here))
        return;
    for (unsigned i = 0; i < 100; i++) {
        snprintf(name, sizeof name, "urn:%u", i * 37 % 100);
        cgi_term term = {CGI_TERM_IRI, name, "", ""};
        ids[i] = cgi_triples_term(&t, &term);
    }
    for (unsigned i = 0; i < 100; i++)
        cgi_triples_add(&t, (cgi_triple){ids[i % 10], ids[i % 4], ids[i]});
    cgi_triples_settle(&t);
    size_t n = 0;
    for (unsigned p = 0; p < 4; p++) {
        snprintf(name, sizeof name, "urn:%u", p * 37 % 100);
        cgi_range r = cgi_triples_by(&t, cgi_triples_iri(&t, name));
        for (size_t i = 0; i < r.n; i++) {
            cgi_triple x = r.at[i];
            CU_ASSERT(cgi_triples_has(&t, x.s, x.p, x.o));
            CU_ASSERT(cgi_triples_with(&t, x.s, x.p).n > 0);
            CU_ASSERT_EQUAL(cgi_triples_to(&t, x.p, x.o).at[0].s, x.s);
            CU_ASSERT_EQUAL(cgi_triples_into(&t, x.o).n, 1);
        }
        n += r.n;
    }
    CU_ASSERT_EQUAL(n, 100);
    CU_ASSERT_EQUAL(cgi_triples_of(&t, CGI_NO_TERM).n, 0);
    CU_ASSERT_EQUAL(cgi_triples_iri(&t, "urn:100"), CGI_NO_TERM);
    CU_ASSERT(!cgi_triples_has(&t, 0, CGI_NO_TERM, 0));
    cgi_triples_clear(&t);
}

/* ---- Graphs -------------------------------------------------------------- */

static cg_rdf *read_example(const char *name)
{
    char path[1024];
    cg_rdf *rdf = NULL;
    snprintf(path, sizeof path, "%s/examples/%s", test_srcdir(), name);
    FILE *from = fopen(path, "rb");
    CU_ASSERT(from != NULL);
    if (!from)
        return NULL;
    CU_ASSERT_EQUAL(cg_rdf_new(&rdf, NULL), CG_OK);
    CU_ASSERT_EQUAL(cg_rdf_read(rdf, from, NULL, NULL), CG_OK);
    fclose(from);
    return rdf;
}

static void what_is_read_is_written_again(void)
{
    static const char *const names[] = {"kabul.ttl", "marrakesh.ttl"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        cg_status status;
        cg_rdf *once = read_example(names[i]);
        if (!once)
            return;
        char *text = written(once, CG_FORMAT_NTRIPLES, &status);
        CU_ASSERT_EQUAL(status, CG_OK);
        cg_rdf *twice = read_text(text, "nt");
        CU_ASSERT(cg_rdf_size(once) > 1000);
        CU_ASSERT_EQUAL(cg_rdf_size(twice), cg_rdf_size(once));
        /* All in one set: nothing was lost and nothing added. */
        CU_ASSERT_EQUAL(read_bytes(once, text, strlen(text), "nt", NULL),
                        CG_OK);
        CU_ASSERT_EQUAL(cg_rdf_size(once), cg_rdf_size(twice));
        cg_rdf_free(once);
        cg_rdf_free(twice);
        free(text);
    }
}

/* The sample, written and read again. */
static cg_rdf *read_sample(cg_format format)
{
    static sample s;
    sample_graph_init(&s);
    const cgi_graph *g = &s.graph;
    char *bytes = NULL;
    size_t len = 0;
    FILE *to = open_memstream(&bytes, &len);
    cgi_writer w;
    CU_ASSERT_EQUAL(cgi_rdf_writer_new(&w, format, to, NULL), CG_OK);
    CU_ASSERT_EQUAL(w.ops->add(w.state, g, NULL), CG_OK);
    CU_ASSERT_EQUAL(w.ops->end(w.state, NULL), CG_OK);
    w.ops->free(w.state);
    fclose(to);
    cg_rdf *rdf = NULL;
    CU_ASSERT_EQUAL(cg_rdf_new(&rdf, NULL), CG_OK);
    CU_ASSERT_EQUAL(read_bytes(rdf, bytes, len, NULL, NULL), CG_OK);
    free(bytes);
    return rdf;
}

static void every_syntax_gives_the_same_graph(void)
{
    static const cg_format formats[] = {CG_FORMAT_NTRIPLES, CG_FORMAT_NQUADS,
                                        CG_FORMAT_RDFXML};
    cg_status status;
    cg_rdf *rdf = read_sample(CG_FORMAT_TURTLE);
    char *expected = sorted(written(rdf, CG_FORMAT_NTRIPLES, &status));
    CU_ASSERT(strlen(expected) > 10000);
    cg_rdf_free(rdf);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        rdf = read_sample(formats[i]);
        char *got = sorted(written(rdf, CG_FORMAT_NTRIPLES, &status));
        CU_ASSERT_STRING_EQUAL(got, expected);
        free(got);
        cg_rdf_free(rdf);
    }
    free(expected);
}

/* A graph that misses nearly everything, and links in circles. */
static const char odd[] =
    "@prefix cg: <" CG "> .\n"
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    "@prefix : <https://example.org/> .\n"
    ":e a cg:Event ; cg:eventType :t ; cg:agent :x ; cg:partOf :e ;\n"
    "  cg:place \"nowhere\" ; cg:date \"2022-99-99\" .\n"
    ":t skos:broader :t2 . :t2 skos:broader :t .\n"
    ":x cg:within :y . :y cg:within :x ; cg:count \"many\" .\n"
    ":p a cg:Proposition ; cg:onEvent :e ; cg:agent :x , :y .\n"
    ":q a cg:Proposition ; cg:onEvent :p .\n"
    ":r a cg:Proposition .\n"
    ":c a cg:Claim ; cg:claimant :x ; cg:asserts :p , :q , :r , :c , :x ;\n"
    "  cg:via :c ; cg:confidence \"much\" ; cg:evidence :p .\n"
    ":c2 a cg:Claim ; cg:claimant [ a cg:Person ] .\n"
    ":s a cg:Proposition ; cg:onEvent :e2 .\n";

static void graphs_from_elsewhere_are_taken_as_far_as_they_go(void)
{
    static const cg_format formats[] = {CG_FORMAT_DOT, CG_FORMAT_JSON,
                                        CG_FORMAT_EXPLAIN};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        cg_status status;
        cg_rdf *rdf = read_text(odd, NULL);
        char *text = written(rdf, formats[i], &status);
        CU_ASSERT_EQUAL(status, CG_OK);
        CU_ASSERT(strlen(text) > 50);
        free(text);
        cg_rdf_free(rdf);
    }
}

/* All else that can be done with it. */
static cg_status use(cg_rdf *rdf)
{
    static const char question[] =
        "SELECT ?c (COUNT(DISTINCT ?x) + 1 AS ?n) (GROUP_CONCAT(?x) AS ?all) "
        "WHERE { ?c cg:asserts ?x OPTIONAL { ?c cg:claimant ?w } } "
        "GROUP BY ?c HAVING (COUNT(*) > 1) ORDER BY ?c";
    static const char text[] = "A blast.";
    const cg_source source = {.text = text, .len = sizeof text - 1};
    FILE *to = fopen("/dev/null", "wb");
    size_t n;
    cg_status status =
        cg_rdf_query(rdf, to, question, NULL, 0, CG_ANSWER_TABLE, NULL);
    if (status == CG_OK)
        status = cg_rdf_check(&n, rdf, test_srcdir(), CG_EVIDENCE_FULL, NULL,
                              NULL, NULL);
    if (status == CG_OK)
        status = cg_rdf_check_article(&n, rdf, &source, NULL, NULL, NULL);
    if (status == CG_OK)
        status = cg_rdf_diff(&n, to, rdf, rdf, NULL);
    fclose(to);
    return status;
}

static void failing_memory_leaves_nothing(void)
{
    size_t n = 0;
    cg_status status = CG_ERR_NOMEM;
    for (; status == CG_ERR_NOMEM && n < 2000; n++) {
        cg_rdf *rdf = NULL;
        CU_ASSERT_EQUAL(cg_rdf_new(&rdf, NULL), CG_OK);
        cgi_arena_fail_after(n);
        status = read_bytes(rdf, odd, strlen(odd), NULL, NULL);
        if (status == CG_OK)
            free(written(rdf, CG_FORMAT_JSON, &status));
        if (status == CG_OK)
            status = use(rdf);
        cgi_arena_fail_after(SIZE_MAX);
        cg_rdf_free(rdf);
    }
    CU_ASSERT(n > 3);
    CU_ASSERT_EQUAL(status, CG_OK);
}

CU_TestInfo store_tests[] = {
    {"statements are a set", statements_are_a_set},
    {"syntaxes are guessed", syntaxes_are_guessed},
    {"bad files are located", bad_files_are_located},
    {"only RDF is a format", only_rdf_is_a_format},
    {"a mark before the text is passed over",
     a_mark_before_the_text_is_passed_over},
    {"blank nodes of two files are two", blank_nodes_of_two_files_are_two},
    {"look-ups find what was added", look_ups_find_what_was_added},
    {"what is read is written again", what_is_read_is_written_again},
    {"every syntax gives the same graph", every_syntax_gives_the_same_graph},
    {"graphs from elsewhere are taken as far as they go",
     graphs_from_elsewhere_are_taken_as_far_as_they_go},
    {"failing memory leaves nothing", failing_memory_leaves_nothing},
    CU_TEST_INFO_NULL};
