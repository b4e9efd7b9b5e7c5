/* SPDX-License-Identifier: Apache-2.0
 *
 * test_net.c -- diagrams as data: GEXF, GraphML, CSV, and titles in SVG.
 */
#include <stdlib.h>

#include "sample_drawing.h"
#include "suites.h"
#include "write/net.h"

static void everything_is_there_in_full(void)
{
    static const struct {
        cg_format format;
        const char *start, *node, *edge;
    } cases[] = {
        {CG_FORMAT_GEXF, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf ",
         "<node id=\"u_lindqvistlindqv2\" label=\"Ada Lindqvist\">",
         "source=\"" ID("c278") "\" target=\"" ID(
             "e46") "\" type=\"directed\""},
        {CG_FORMAT_GRAPHML,
         "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml ",
         "<data key=\"node-detail\">Ada Lindqvist, energy minister (Person)<",
         "source=\"" ID("c278") "\" target=\"" ID("e46") "\""},
        {CG_FORMAT_NODES, "id,label,kind,detail,iri,url\n",
         "\"u_lindqvistlindqv2\",\"Ada Lindqvist\",\"actor\",\"Ada Lindqvist, "
         "energy minister (Person)\",",
         "\"https://news.example/north?id=1&x=2\"\n"},
        {CG_FORMAT_EDGES,
         "source,target,from,to,label,kind,role,detail,weight,directed\n",
         "\"" ID("c278") "\",\"" ID("e46") "\",\"denied",
         "\"denies\",\"denies\",\"denies\",\"1\",\"true\"\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bytes b = drawn_sample(cases[i].format, NULL);
        CU_ASSERT_EQUAL(b.status, CG_OK);
        CU_ASSERT(!strncmp(b.at, cases[i].start, strlen(cases[i].start)));
        CU_ASSERT_PTR_NOT_NULL(strstr(b.at, cases[i].node));
        CU_ASSERT_PTR_NOT_NULL(strstr(b.at, cases[i].edge));
        CU_ASSERT(*b.at != '<' || is_xml(b.at));
        free(b.at);
    }
}

/* A picture has a limit, data have none unless it is asked for. */
static void nothing_is_folded(void)
{
    jmp_buf on_fail;
    cgi_arena a = {.on_fail = &on_fail};
    if (setjmp(on_fail))
        return;
    const cgi_graph *g = sample_graph_large(&a, 300);
    bytes all = written_as(CG_FORMAT_NODES, NULL, &g, 1);
    CU_ASSERT_PTR_NOT_NULL(strstr(all.at, "\"" ID("e299") "\""));
    CU_ASSERT_PTR_NULL(strstr(all.at, "more-events"));
    free(all.at);
    bytes some = written(CG_FORMAT_NODES, 20, &g, 1);
    CU_ASSERT_PTR_NOT_NULL(strstr(some.at, "more-events"));
    free(some.at);
    cgi_arena_clear(&a);
}

static void undirected_edges_are_told(void)
{
    const cg_drawing drawing = {.view = CG_VIEW_ACTORS};
    bytes gexf = drawn_sample(CG_FORMAT_GEXF, &drawing);
    bytes graphml = drawn_sample(CG_FORMAT_GRAPHML, &drawing);
    CU_ASSERT_PTR_NOT_NULL(strstr(gexf.at, "type=\"undirected\""));
    CU_ASSERT_PTR_NOT_NULL(strstr(graphml.at, "directed=\"false\""));
    free(gexf.at);
    free(graphml.at);
}

static void colours_are_those_of_the_picture(void)
{
    bytes b = drawn_sample(CG_FORMAT_GEXF, NULL);
    CU_ASSERT_PTR_NOT_NULL(
        strstr(b.at, "<viz:color r=\"207\" g=\"232\" b=\"247\"/>"));
    free(b.at);
}

/* Spreadsheets would compute what begins with one of these. */
static void fields_are_quoted_and_no_formulas(void)
{
    static const struct {
        const char *label, *field;
    } cases[] = {
        {"a, b", ",\"a, b\","},
        {"say \"x\"", ",\"say \"\"x\"\"\","},
        {"=HYPERLINK(\"x\")", ",\"'=HYPERLINK(\"\"x\"\")\","},
        {"+1", ",\"'+1\","},
        {"-1", ",\"'-1\","},
        {"@SUM(A1)", ",\"'@SUM(A1)\","},
        {"one\ntwo", ",\"one two\","},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sample s;
        sample_graph_init(&s);
        s.entities[SAMPLE_FRONT].label = cases[i].label;
        bytes b = drawn(CG_FORMAT_NODES, &s.graph);
        CU_ASSERT_PTR_NOT_NULL(strstr(b.at, cases[i].field));
        free(b.at);
    }
}

static void titles_in_svg_tell_all(void)
{
    static const char *const titles[] = {
        "<title>Ada Lindqvist, energy minister (Person)</title>",
        "<title>denies</title>",
        ("<title>Ada Lindqvist: denied \u201Cthe Front had bombed the "
         "depot\u201D "),
        "blast shakes Northport (Coastline News, 2024-05-04); 4 of 5 events",
    };
    bytes b = drawn_sample(CG_FORMAT_SVG, NULL);
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        CU_ASSERT_PTR_NOT_NULL(strstr(b.at, titles[i]));
    free(b.at);
}

static void svg_without_titles_is_copied(void)
{
    static const char *const cases[] = {"",
                                        "<svg>",
                                        "<g id=\"a\"><title>x",
                                        "<g id=\"a\"><title>b</title>",
                                        "<title>b</title>",
                                        "<g id=\"",
                                        "<"};
    const cgi_picture empty = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *out = NULL;
        size_t n;
        FILE *to = open_memstream(&out, &n);
        cgi_dot_svg_write(&empty, cases[i], strlen(cases[i]), to);
        fclose(to);
        CU_ASSERT_STRING_EQUAL(out, cases[i]);
        free(out);
    }
}

CU_TestInfo net_tests[] = {
    {"everything is there in full", everything_is_there_in_full},
    {"nothing is folded", nothing_is_folded},
    {"undirected edges are told", undirected_edges_are_told},
    {"colours are those of the picture", colours_are_those_of_the_picture},
    {"fields are quoted and no formulas", fields_are_quoted_and_no_formulas},
    {"titles in SVG tell all", titles_in_svg_tell_all},
    {"SVG without titles is copied", svg_without_titles_is_copied},
    CU_TEST_INFO_NULL,
};
