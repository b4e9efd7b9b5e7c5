/* SPDX-License-Identifier: Apache-2.0
 *
 * test_rdf.c -- the RDF writer, and each trap of raptor's that it avoids.
 *
 * What was written is parsed again, and sets of statements are compared, so
 * that another raptor with another layout changes nothing.
 */
#include <raptor2.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "sample_graph.h"
#include "suites.h"
#include "write/rdf.h"

#define ART "https://w3id.org/claimgraph/id/a_abcdefghijkl2345"
#define XSD "http://www.w3.org/2001/XMLSchema#"

/* ---- Helpers ------------------------------------------------------------- */

/* Writes `n` graphs; the bytes are the caller's to free. */
static char *written(cg_format format, const cgi_graph *const *graphs, size_t n,
                     cg_status *status)
{
    char *bytes = NULL;
    size_t len = 0;
    FILE *to = open_memstream(&bytes, &len);
    cgi_writer w;
    *status = cgi_rdf_writer_new(&w, format, to, NULL);
    if (*status != CG_OK) {
        fclose(to);
        return bytes;
    }
    for (size_t i = 0; i < n && *status == CG_OK; i++)
        *status = w.ops->add(w.state, graphs[i], NULL);
    if (*status == CG_OK)
        *status = w.ops->end(w.state, NULL);
    w.ops->free(w.state);
    fclose(to);
    return bytes;
}

static char *written_one(cg_format format, const cgi_graph *g,
                         cg_status *status)
{
    const cgi_graph *const graphs[] = {g};
    return written(format, graphs, 1, status);
}

/* Statements as lines of N-Triples (without the graph), sorted. */
typedef struct {
    char **at;
    size_t n, cap;
    size_t n_blank;
    int n_errors;
} lines;

static void on_statement(void *user, raptor_statement *st)
{
    lines *l = user;
    unsigned char *s = raptor_term_to_string(st->subject);
    unsigned char *p = raptor_term_to_string(st->predicate);
    unsigned char *o = raptor_term_to_string(st->object);
    size_t size = strlen((char *)s) + strlen((char *)p) + strlen((char *)o) + 3;
    char *line = malloc(size);
    snprintf(line, size, "%s %s %s", s, p, o);
    l->n_blank += *s == '_' || *o == '_';
    if (l->n == l->cap) {
        l->cap = l->cap ? 2 * l->cap : 256;
        l->at = realloc(l->at, l->cap * sizeof *l->at);
    }
    l->at[l->n++] = line;
    raptor_free_memory(s);
    raptor_free_memory(p);
    raptor_free_memory(o);
}

static void on_log(void *user, raptor_log_message *m)
{
    lines *l = user;
    l->n_errors += m->level >= RAPTOR_LOG_LEVEL_WARN;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void parse(lines *out, const char *syntax, const char *bytes)
{
    raptor_world *world = raptor_new_world();
    raptor_world_set_log_handler(world, out, on_log);
    raptor_world_open(world);
    raptor_parser *parser = raptor_new_parser(world, syntax);
    raptor_uri *base =
        raptor_new_uri(world, (const unsigned char *)"http://example.org/");
    raptor_parser_set_statement_handler(parser, out, on_statement);
    raptor_parser_parse_start(parser, base);
    if (raptor_parser_parse_chunk(parser, (const unsigned char *)bytes,
                                  strlen(bytes), 1))
        out->n_errors++;
    raptor_free_uri(base);
    raptor_free_parser(parser);
    raptor_free_world(world);
    if (out->n)
        qsort(out->at, out->n, sizeof *out->at, by_text);
}

static void free_lines(lines *l)
{
    for (size_t i = 0; i < l->n; i++)
        free(l->at[i]);
    free(l->at);
}

static bool has_line(const lines *l, const char *line)
{
    return l->n && bsearch(&line, l->at, l->n, sizeof *l->at, by_text);
}

/* Makes N-Triples of N-Quads by blanking out the graph that each line must be
 * in; returns how many lines are not in it. */
static size_t blank_graphs(char *quads, const char *graph)
{
    size_t n_elsewhere = 0, n = strlen(graph);
    for (char *p = quads, *end; (end = strchr(p, '\n')); p = end + 1) {
        char *at = end - 2 - n; /* "GRAPH ." */
        if (at > p && !strncmp(at, graph, n))
            memset(at, ' ', n);
        else
            n_elsewhere++;
    }
    return n_elsewhere;
}

/* The sample, written in `format` and parsed again. Triples and quads are read
 * as Turtle, which they are: raptor's own parser for them leaks (2.0.15). */
static void sample_lines(lines *out, const sample *s, cg_format format)
{
    cg_status status;
    char *bytes = written_one(format, &s->graph, &status);
    CU_ASSERT_EQUAL(status, CG_OK);
    if (format == CG_FORMAT_NQUADS)
        CU_ASSERT_EQUAL(blank_graphs(bytes, "<" ART ">"), 0);
    parse(out, format == CG_FORMAT_RDFXML ? "rdfxml" : "turtle", bytes);
    free(bytes);
}

/* ---- The whole ----------------------------------------------------------- */

static void all_formats_say_the_same(void)
{
    sample s;
    lines first = {0};
    sample_graph_init(&s);
    sample_lines(&first, &s, CG_FORMAT_NTRIPLES);
    CU_ASSERT(first.n > 300);
    for (int format = CG_FORMAT_TURTLE; format <= CG_FORMAT_RDFXML; format++) {
        lines other = {0};
        sample_lines(&other, &s, (cg_format)format);
        CU_ASSERT_EQUAL(other.n_errors, 0);
        CU_ASSERT_EQUAL(other.n_blank, 0);
        CU_ASSERT_EQUAL(other.n, first.n);
        for (size_t k = 0; k < first.n && k < other.n; k++)
            CU_ASSERT_STRING_EQUAL(other.at[k], first.at[k]);
        free_lines(&other);
    }
    free_lines(&first);
}

static void nothing_is_said_twice(void)
{
    sample s;
    lines l = {0};
    sample_graph_init(&s);
    /* Two roles with the same words, a type used by two events. */
    s.propositions[3].edges[1].words = s.propositions[3].edges[0].words;
    sample_lines(&l, &s, CG_FORMAT_NTRIPLES);
    for (size_t i = 1; i < l.n; i++)
        CU_ASSERT_STRING_NOT_EQUAL(l.at[i], l.at[i - 1]);
    free_lines(&l);
}

static void the_model_of_claims_is_kept(void)
{
#define CG(name) "<" CGI_NS name ">"
#define ID(name) "<" ART "-" name ">"
#define A        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    static const char *const present[] = {
        ID("c166") " " A " " CG("ResponsibilityClaim"),
        ID("c166") " " A " " CG("Claim"),
        ID("c166") " " CG("via") " " ID("c230"),
        ID("c230") " " CG("asserts") " " ID("c166"),
        ID("c278") " " CG("denies") " " ID("p257"),
        ID("c360") " " CG("considers") " " ID("p360"),
        ID("c166") " " CG("stance") " " CG("AdmitsOwnRole"),
        ID("p186") " " CG("onEvent") " " ID("e46"),
        ID("p270") " " CG("temporalStatus") " " CG("Future"),
        ID("e111") " " CG("partOf") " " ID("e46"),
        ID("c290") " " CG("inArticle") " <" ART ">",
        ID("c166") " " CG("cue") " <" ART "#char=161,183>",
        "<" ART "#char=161,183> <http://persistence.uni-leipzig.org/nlp2rdf/"
        "ontologies/nif-core#anchorOf> \"claimed responsibility\"",
        "<" ART "#char=161,183> <http://persistence.uni-leipzig.org/nlp2rdf/"
        "ontologies/nif-core#beginIndex> "
        "\"161\"^^<" XSD "nonNegativeInteger>",
    };
    /* What is only claimed, and a claimant where nobody is named. */
    static const char *const absent[] = {ID("e46") " " CG("agent") " ",
                                         ID("c360") " " CG("claimant") " "};
    sample s;
    lines l = {0};
    sample_graph_init(&s);
    sample_lines(&l, &s, CG_FORMAT_NTRIPLES);
    for (size_t i = 0; i < sizeof present / sizeof *present; i++)
        CU_ASSERT(has_line(&l, present[i]));
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        for (size_t k = 0; k < l.n; k++)
            CU_ASSERT(strncmp(l.at[k], absent[i], strlen(absent[i])) != 0);
    free_lines(&l);
}

static void the_same_graph_gives_the_same_bytes(void)
{
    for (int format = CG_FORMAT_TURTLE; format <= CG_FORMAT_RDFXML; format++) {
        sample s, t;
        cg_status status;
        sample_graph_init(&s);
        sample_graph_init(&t);
        char *one = written_one((cg_format)format, &s.graph, &status);
        char *two = written_one((cg_format)format, &t.graph, &status);
        CU_ASSERT_STRING_EQUAL(one, two);
        free(one);
        free(two);
    }
}

static void no_graph_gives_an_empty_file(void)
{
    cg_status status;
    lines l = {0};
    char *bytes = written(CG_FORMAT_TURTLE, NULL, 0, &status);
    CU_ASSERT_EQUAL(status, CG_OK);
    parse(&l, "turtle", bytes);
    CU_ASSERT_EQUAL(l.n, 0);
    CU_ASSERT_EQUAL(l.n_errors, 0);
    free_lines(&l);
    free(bytes);
}

static void only_formats_of_rdf_are_taken(void)
{
    cgi_writer w;
    CU_ASSERT_EQUAL(cgi_rdf_writer_new(&w, CG_FORMAT_SVG, stderr, NULL),
                    CG_ERR_USAGE);
    CU_ASSERT_PTR_NULL(w.ops);
}

/* ---- raptor's traps ------------------------------------------------------ */

static void bad_utf8_is_refused(void)
{
    sample good, bad;
    cg_status status;
    cg_error err = {0};
    char *bytes = NULL;
    size_t len = 0;
    sample_graph_init(&good);
    sample_graph_init(&bad);
    bad.claims[2].cue.quote = "cut \xC3 here";
    FILE *to = open_memstream(&bytes, &len);
    cgi_writer w;
    CU_ASSERT_EQUAL(cgi_rdf_writer_new(&w, CG_FORMAT_NTRIPLES, to, NULL),
                    CG_OK);
    CU_ASSERT_EQUAL(w.ops->add(w.state, &bad.graph, &err), CG_ERR_TEXT);
    CU_ASSERT(strstr(err.text, "UTF-8") != NULL);
    fflush(to);
    CU_ASSERT_EQUAL(len, 0); /* Not even its first statement. */
    CU_ASSERT_EQUAL(w.ops->add(w.state, &good.graph, NULL), CG_OK);
    CU_ASSERT_EQUAL(w.ops->end(w.state, NULL), CG_OK);
    w.ops->free(w.state);
    fclose(to);
    char *alone = written_one(CG_FORMAT_NTRIPLES, &good.graph, &status);
    CU_ASSERT_STRING_EQUAL(bytes, alone);
    free(alone);
    free(bytes);
}

static void iris_are_escaped(void)
{
    static const struct {
        const char *iri, *escaped;
    } cases[] = {
        {"http://a.example/x", "http://a.example/x"},
        {"http://a.example/a b", "http://a.example/a%20b"},
        {"http://a.example/<\">", "http://a.example/%3C%22%3E"},
        {"http://a.example/{|}^`\\", "http://a.example/%7B%7C%7D%5E%60%5C"},
        {"http://a.example/a\tb\x7F", "http://a.example/a%09b%7F"},
        {"http://a.example/100%", "http://a.example/100%25"},
        {"http://a.example/%zz%2", "http://a.example/%25zz%252"},
        {"http://a.example/%20", "http://a.example/%20"},
        {"http://a.example/a[1]", "http://a.example/a%5B1%5D"},
        {"http://[::1]:80/a[1]", "http://[::1]:80/a%5B1%5D"},
        {"http://a.example/x#a#b", "http://a.example/x#a%23b"},
        {"http://a.example/caf\u00E9", "http://a.example/caf\u00E9"},
        {"http://a.example/\xC2\x85", "http://a.example/%C2%85"},
        {"http://a.example/\uE000", "http://a.example/%EE%80%80"},
        {"", ""},
    };
    jmp_buf on_fail;
    cgi_arena a = {.on_fail = &on_fail};
    if (setjmp(on_fail))
        return;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CU_ASSERT_STRING_EQUAL(cgi_rdf_escape_iri(&a, cases[i].iri),
                               cases[i].escaped);
    cgi_arena_clear(&a);
}

static void written_iris_are_escaped_too(void)
{
    sample s;
    lines l = {0};
    sample_graph_init(&s);
    s.graph.url = "https://news.example/a b<c>";
    s.entities[SAMPLE_NEWS].match = "http://x.example/\"q\"";
    sample_lines(&l, &s, CG_FORMAT_NTRIPLES);
    CU_ASSERT_EQUAL(l.n_errors, 0);
    CU_ASSERT(has_line(&l, "<" ART "> <http://schema.org/url> "
                           "<https://news.example/a%20b%3Cc%3E>"));
    free_lines(&l);
}

static void relative_iris_are_refused(void)
{
    static const char *const cases[] = {"", "x", "/x", "//x/y", "#x", ":x"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sample s;
        cg_status status;
        sample_graph_init(&s);
        s.entities[SAMPLE_NEWS].match = cases[i];
        free(written_one(CG_FORMAT_NTRIPLES, &s.graph, &status));
        CU_ASSERT_EQUAL(status, CG_ERR_TEXT);
        sample_graph_init(&s);
        s.claims[SAMPLE_DENIAL].iri = cases[i];
        free(written_one(CG_FORMAT_NTRIPLES, &s.graph, &status));
        CU_ASSERT_EQUAL(status, CG_ERR_TEXT);
    }
}

static void numbers_keep_their_types(void)
{
    static const char *const present[] = {
        "<" CGI_ENTITY_NS "Northport> "
        "<http://www.w3.org/2003/01/geo/wgs84_pos#lat> \"60.0\"^^<" XSD
        "decimal>",
        "<" CGI_ENTITY_NS "Northport> "
        "<http://www.w3.org/2003/01/geo/wgs84_pos#long> \"-5.25\"^^<" XSD
        "decimal>",
        "<" ART "-x92> <" CGI_NS "count> \"2\"^^<" XSD "integer>",
        "<" ART "-c166> <" CGI_NS "confidence> \"0.85\"^^<" XSD "decimal>",
        "<" ART "-p186> <" CGI_NS "confidence> \"0.9\"^^<" XSD "decimal>",
        "<" ART "-p270> <" CGI_NS "confidence> \"1.0\"^^<" XSD "decimal>",
        "<" ART "-p320> <" CGI_NS "confidence> \"0.05\"^^<" XSD "decimal>",
    };
    sample s;
    lines l = {0};
    sample_graph_init(&s);
    s.propositions[6].confidence = 100;
    s.propositions[4].confidence = 5;
    sample_lines(&l, &s, CG_FORMAT_TURTLE);
    for (size_t i = 0; i < sizeof present / sizeof *present; i++)
        CU_ASSERT(has_line(&l, present[i]));
    free_lines(&l);
}

static void what_is_no_decimal_is_refused(void)
{
    static const char *const cases[] = {"",    "N33", "1e5", "1.",
                                        ".5x", ".",   "-",   "1.5.2"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sample s;
        cg_status status;
        sample_graph_init(&s);
        s.entities[SAMPLE_TOWN].lat = cases[i];
        free(written_one(CG_FORMAT_TURTLE, &s.graph, &status));
        CU_ASSERT_EQUAL(status, CG_ERR_TEXT);
    }
}

static void dates_that_cannot_be_are_refused(void)
{
    static const cgi_date cases[] = {
        {2022, 13, 1}, {2022, 2, 30}, {2022, 0, 5},  {12022, 1, 1},
        {-5, 1, 1},    {2023, 2, 29}, {2022, -1, 0}, {2022, 4, 400}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sample s;
        cg_status status;
        sample_graph_init(&s);
        s.events[SAMPLE_BLAST].when.from = cases[i];
        free(written_one(CG_FORMAT_TURTLE, &s.graph, &status));
        CU_ASSERT_EQUAL(status, CG_ERR_TEXT);
    }
}

/* What an event that happens from `from` to `to` has for `term`. */
static void check_range(cgi_date from, cgi_date to, const char *term,
                        const char *day)
{
    sample s;
    lines l = {0};
    char line[300];
    sample_graph_init(&s);
    s.events[SAMPLE_BLAST].when.from = from;
    s.events[SAMPLE_BLAST].when.to = to;
    sample_lines(&l, &s, CG_FORMAT_NTRIPLES);
    snprintf(line, sizeof line,
             "<" ART "-e46> <" CGI_NS "%s> \"%s\"^^<" XSD "date>", term, day);
    CU_ASSERT(has_line(&l, line));
    free_lines(&l);
}

static void times_are_ranges_of_whole_days(void)
{
    const cgi_date none = {0}, day = {2024, 5, 3}, feb = {2024, 2, 0},
                   year = {2021, 0, 0};
    check_range(day, day, "date", "2024-05-03");
    check_range(feb, feb, "dateFrom", "2024-02-01");
    check_range(feb, feb, "dateTo", "2024-02-29");
    check_range(year, year, "dateFrom", "2021-01-01");
    check_range(year, year, "dateTo", "2021-12-31");
    check_range(year, day, "dateTo", "2024-05-03");
    check_range(year, none, "dateFrom", "2021-01-01");
    check_range(none, day, "dateTo", "2024-05-03");
}

static void publication_dates_are_as_precise_as_known(void)
{
    static const struct {
        cgi_date date;
        const char *literal;
    } cases[] = {{{2024, 5, 4}, "\"2024-05-04\"^^<" XSD "date>"},
                 {{2024, 5, 0}, "\"2024-05\"^^<" XSD "gYearMonth>"},
                 {{2024, 0, 0}, "\"2024\"^^<" XSD "gYear>"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sample s;
        lines l = {0};
        char line[300];
        sample_graph_init(&s);
        s.graph.date = cases[i].date;
        sample_lines(&l, &s, CG_FORMAT_TURTLE);
        snprintf(line, sizeof line,
                 "<" ART "> <http://schema.org/datePublished> %s",
                 cases[i].literal);
        CU_ASSERT(has_line(&l, line));
        free_lines(&l);
    }
}

static void literals_are_on_one_line(void)
{
    sample s;
    cg_status status;
    sample_graph_init(&s);
    s.graph.title = " two\r\nlines\tand \u2028 a\x01 third \uFFFE ";
    char *turtle = written_one(CG_FORMAT_TURTLE, &s.graph, &status);
    CU_ASSERT_EQUAL(status, CG_OK);
    CU_ASSERT_PTR_NULL(strstr(turtle, "\"\"\""));
    CU_ASSERT_PTR_NOT_NULL(strstr(turtle, "\"two lines and a third\"@en"));
    free(turtle);
}

static void prefixes_come_first_and_are_used(void)
{
    sample s;
    cg_status status;
    sample_graph_init(&s);
    char *turtle = written_one(CG_FORMAT_TURTLE, &s.graph, &status);
    const char *blank = strstr(turtle, "\n\n");
    CU_ASSERT_PTR_NOT_NULL(blank);
    for (const char *p = turtle; p && blank && p < blank;
         p = strchr(p + 1, '\n'))
        CU_ASSERT_EQUAL(strncmp(p + (*p == '\n'), "@prefix ", 8), 0);
    CU_ASSERT_PTR_NULL(blank ? strstr(blank, "@prefix") : NULL);
    CU_ASSERT_PTR_NOT_NULL(strstr(turtle, "\nid:a_abcdefghijkl2345-e46\n"));
    CU_ASSERT_PTR_NOT_NULL(strstr(turtle, "cg:eventType cgt:assault-bomb"));
    CU_ASSERT_PTR_NOT_NULL(strstr(turtle, "\ncge:Northport\n"));
    free(turtle);
}

static void triples_stream_and_turtle_waits(void)
{
    static const cg_format formats[] = {CG_FORMAT_NTRIPLES, CG_FORMAT_NQUADS,
                                        CG_FORMAT_RDFXML, CG_FORMAT_TURTLE};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        sample s;
        char *bytes = NULL;
        size_t len = 0;
        FILE *to = open_memstream(&bytes, &len);
        cgi_writer w;
        sample_graph_init(&s);
        cgi_rdf_writer_new(&w, formats[i], to, NULL);
        CU_ASSERT_EQUAL(w.ops->add(w.state, &s.graph, NULL), CG_OK);
        fflush(to);
        CU_ASSERT_EQUAL(len < 10000, formats[i] == CG_FORMAT_TURTLE);
        w.ops->end(w.state, NULL);
        w.ops->free(w.state);
        fclose(to);
        free(bytes);
    }
}

static void quads_are_in_the_graph_of_their_article(void)
{
    sample s;
    cg_status status;
    sample_graph_init(&s);
    char *quads = written_one(CG_FORMAT_NQUADS, &s.graph, &status);
    CU_ASSERT_EQUAL(blank_graphs(quads, "<" ART ">"), 0);
    free(quads);
    char *triples = written_one(CG_FORMAT_NTRIPLES, &s.graph, &status);
    CU_ASSERT(blank_graphs(triples, "<" ART ">") > 300);
    free(triples);
}

static void a_full_disk_is_noticed(void)
{
    FILE *full = fopen("/dev/full", "w");
    sample s;
    cgi_writer w;
    if (!full)
        return;
    sample_graph_init(&s);
    cgi_rdf_writer_new(&w, CG_FORMAT_NTRIPLES, full, NULL);
    setvbuf(full, NULL, _IONBF, 0);
    CU_ASSERT_EQUAL(w.ops->add(w.state, &s.graph, NULL), CG_ERR_IO);
    CU_ASSERT_EQUAL(w.ops->add(w.state, &s.graph, NULL), CG_ERR_IO);
    CU_ASSERT_EQUAL(w.ops->end(w.state, NULL), CG_ERR_IO);
    w.ops->free(w.state);
    fclose(full);
}

static void a_writer_may_be_freed_before_its_end(void)
{
    for (int format = CG_FORMAT_TURTLE; format <= CG_FORMAT_RDFXML; format++) {
        sample s;
        char *bytes = NULL;
        size_t len = 0;
        FILE *to = open_memstream(&bytes, &len);
        cgi_writer w;
        sample_graph_init(&s);
        cgi_rdf_writer_new(&w, (cg_format)format, to, NULL);
        CU_ASSERT_EQUAL(w.ops->add(w.state, &s.graph, NULL), CG_OK);
        fclose(to); /* Nothing is written any more. */
        w.ops->free(w.state);
        free(bytes);
    }
}

static void every_allocation_may_fail(void)
{
    sample s;
    char *bytes = NULL;
    size_t len = 0, n = 0;
    FILE *to = open_memstream(&bytes, &len);
    cgi_writer w;
    cg_status status = CG_ERR_NOMEM;
    sample_graph_init(&s);
    cgi_rdf_writer_new(&w, CG_FORMAT_NTRIPLES, to, NULL);
    for (; n < 100000 && status == CG_ERR_NOMEM; n += 7) {
        cgi_arena_fail_after(n);
        status = w.ops->add(w.state, &s.graph, NULL);
    }
    cgi_arena_fail_after(SIZE_MAX);
    CU_ASSERT_EQUAL(status, CG_OK);
    CU_ASSERT(n > 100);
    w.ops->free(w.state);
    fclose(to);
    free(bytes);
}

CU_TestInfo rdf_tests[] = {
    {"all formats say the same", all_formats_say_the_same},
    {"nothing is said twice", nothing_is_said_twice},
    {"the model of claims is kept", the_model_of_claims_is_kept},
    {"the same graph gives the same bytes",
     the_same_graph_gives_the_same_bytes},
    {"no graph gives an empty file", no_graph_gives_an_empty_file},
    {"only formats of RDF are taken", only_formats_of_rdf_are_taken},
    {"bad UTF-8 is refused", bad_utf8_is_refused},
    {"IRIs are escaped", iris_are_escaped},
    {"written IRIs are escaped too", written_iris_are_escaped_too},
    {"relative IRIs are refused", relative_iris_are_refused},
    {"numbers keep their types", numbers_keep_their_types},
    {"what is no decimal is refused", what_is_no_decimal_is_refused},
    {"dates that cannot be are refused", dates_that_cannot_be_are_refused},
    {"times are ranges of whole days", times_are_ranges_of_whole_days},
    {"publication dates are as precise as known",
     publication_dates_are_as_precise_as_known},
    {"literals are on one line", literals_are_on_one_line},
    {"prefixes come first and are used", prefixes_come_first_and_are_used},
    {"triples stream and Turtle waits", triples_stream_and_turtle_waits},
    {"quads are in the graph of their article",
     quads_are_in_the_graph_of_their_article},
    {"a full disk is noticed", a_full_disk_is_noticed},
    {"a writer may be freed before its end",
     a_writer_may_be_freed_before_its_end},
    {"every allocation may fail", every_allocation_may_fail},
    CU_TEST_INFO_NULL,
};
