/* SPDX-License-Identifier: Apache-2.0
 *
 * test_dot.c -- diagrams: what is shown, how it looks, how it is written.
 *
 * DOT is read again by cgraph and asked for nodes, edges and attributes; the
 * layout is graphviz's and is not looked at.
 */
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "sample_drawing.h"
#include "suites.h"

/* ---- The story ----------------------------------------------------------- */

static void claims_lead_from_speakers_to_events(void)
{
    static const struct {
        const char *from, *to, *class, *style, *color, *arrowhead;
    } cases[] = {
        {ID("c166"), ID("e46"), "asserts", "solid", "#000000", "normal"},
        {ID("c278"), ID("e46"), "denies", "solid", "#D55E00", "tee"},
        {ID("c330"), ID("e46"), "considers", "dotted", "#000000", "normal"},
        {ID("c360"), ID("e46"), "considers", "dotted", "#000000", "normal"},
        {"u_frontfrontfront2", ID("c166"), "says", "solid", "#777777", "none"},
        {"CoastlineNews", ID("c230"), "says", "solid", "#777777", "none"},
        {ID("e46"), "u_depotdepotdepot2", "role", "solid", "#777777", "vee"},
        {"u_frontfrontfront2", ID("e371"), "role", "solid", "#777777", "vee"},
    };
    sample s;
    sample_graph_init(&s);
    Agraph_t *dot = read_again(&s.graph);
    for (size_t i = 0; dot && i < sizeof cases / sizeof *cases; i++) {
        const char *from = cases[i].from, *to = cases[i].to;
        CU_ASSERT_STRING_EQUAL(edge_says(dot, from, to, "class"),
                               cases[i].class);
        CU_ASSERT_STRING_EQUAL(edge_says(dot, from, to, "style"),
                               cases[i].style);
        CU_ASSERT_STRING_EQUAL(edge_says(dot, from, to, "color"),
                               cases[i].color);
        CU_ASSERT_STRING_EQUAL(edge_says(dot, from, to, "arrowhead"),
                               cases[i].arrowhead);
    }
    agclose(dot);
}

/* From left to right, so that dot keeps them straight. */
static void edges_to_the_left_are_drawn_backwards(void)
{
    static const struct {
        const char *left, *right, *class, *arrowtail;
    } cases[] = {
        {ID("c230"), ID("c166"), "via", "normal"},
        {ID("e46"), ID("e111"), "part", "odiamond"},
    };
    sample s;
    sample_graph_init(&s);
    Agraph_t *dot = read_again(&s.graph);
    for (size_t i = 0; dot && i < sizeof cases / sizeof *cases; i++) {
        const char *left = cases[i].left, *right = cases[i].right;
        CU_ASSERT_STRING_EQUAL(edge_says(dot, left, right, "class"),
                               cases[i].class);
        CU_ASSERT_STRING_EQUAL(edge_says(dot, left, right, "dir"), "back");
        CU_ASSERT_STRING_EQUAL(edge_says(dot, left, right, "arrowtail"),
                               cases[i].arrowtail);
    }
    agclose(dot);
}

static void shape_and_colour_tell_the_kind(void)
{
    static const struct {
        const char *id, *shape, *fill, *style;
    } cases[] = {
        {"u_lindqvistlindqv2", "ellipse", "#CFE8F7", "filled"},
        {ID("x300"), "ellipse", "#CFE8F7", "filled,dashed"},
        {ID("c278"), "note", "#FFF3C9", "filled"},
        {ID("e46"), "box", "#F9D9D0", "filled,rounded"},
        {ID("e270"), "box", "#F9D9D0", "filled,rounded,dashed"},
        {"u_depotdepotdepot2", "house", "#D5EFDC", "filled"},
    };
    sample s;
    sample_graph_init(&s);
    Agraph_t *dot = read_again(&s.graph);
    for (size_t i = 0; dot && i < sizeof cases / sizeof *cases; i++) {
        const char *id = cases[i].id;
        CU_ASSERT_STRING_EQUAL(node_says(dot, id, "shape"), cases[i].shape);
        CU_ASSERT_STRING_EQUAL(node_says(dot, id, "fillcolor"), cases[i].fill);
        CU_ASSERT_STRING_EQUAL(node_says(dot, id, "style"), cases[i].style);
        CU_ASSERT_STRING_EQUAL(node_says(dot, id, "id"), id);
        CU_ASSERT(*node_says(dot, id, "class"));
        CU_ASSERT(*node_says(dot, id, "tooltip"));
    }
    agclose(dot);
}

static void labels_tell_the_story(void)
{
    sample s;
    sample_graph_init(&s);
    Agraph_t *dot = read_again(&s.graph);
    CU_ASSERT_STRING_EQUAL(node_says(dot, ID("e46"), "label"),
                           "bombing\\nin Northport, 2024-05-03");
    CU_ASSERT_STRING_EQUAL(node_says(dot, ID("e111"), "label"),
                           "killing\\ntwo engineers,\\n2024-05-03");
    CU_ASSERT_STRING_EQUAL(node_says(dot, ID("e270"), "label"),
                           "investigation\\nby Energy Ministry,\\nplanned");
    CU_ASSERT_STRING_EQUAL(node_says(dot, ID("e371"), "label"),
                           "meeting\\n2024-04");
    CU_ASSERT_STRING_EQUAL(node_says(dot, ID("c166"), "label"),
                           "claimed responsibility");
    CU_ASSERT_STRING_EQUAL(node_says(dot, ID("c330"), "label"),
                           "suspected\\nby Red Harbour Front");
    CU_ASSERT_STRING_EQUAL(node_says(dot, ID("c400"), "label"),
                           "called\\n\u201Cthe town calm\u201D");
    CU_ASSERT_STRING_EQUAL(node_says(dot, "u_lindqvistlindqv2", "tooltip"),
                           "Ada Lindqvist, energy minister (Person)");
    CU_ASSERT_PTR_NOT_NULL(strstr(agget(dot, text("label")),
                                  "4 of 5 events and 7 of 7 claims shown"));
    agclose(dot);
}

static void only_what_the_narrator_says_stands_on_events(void)
{
    sample s;
    sample_graph_init(&s);
    Agraph_t *dot = read_again(&s.graph);
    CU_ASSERT_FALSE(has_node(dot, ID("c0"))); /* The narrator's own claim. */
    CU_ASSERT_STRING_EQUAL(
        edge_says(dot, "u_frontfrontfront2", ID("e46"), "class"), "");
    /* Named only in claims about an event: in labels, but no node. */
    CU_ASSERT_FALSE(has_node(dot, "u_ministryministr2"));
    agclose(dot);
}

static void vague_events_are_folded(void)
{
    sample s;
    sample_graph_init(&s);
    Agraph_t *dot = read_again(&s.graph);
    CU_ASSERT_FALSE(has_node(dot, ID("e401")));
    CU_ASSERT_STRING_EQUAL(node_says(dot, "more-events", "label"),
                           "+1 more event");
    agclose(dot);
}

static void articles_meet_in_their_entities(void)
{
    sample s, t;
    sample_graph_init(&s);
    sample_graph_init(&t);
    t.graph.iri = "https://w3id.org/claimgraph/id/a_other";
    for (size_t i = 0; i < SAMPLE_N_EVENTS; i++)
        t.events[i].iri += strlen("https://"); /* Other events ... */
    for (size_t i = 0; i < SAMPLE_N_CLAIMS; i++)
        t.claims[i].iri += strlen("https://"); /* ... and claims. */
    const cgi_graph *const graphs[] = {&s.graph, &t.graph, &s.graph};
    bytes b = written(CG_FORMAT_DOT, CGI_DOT_LAYERED_MAX, graphs, 3);
    Agraph_t *dot = agmemread(b.at);
    CU_ASSERT_PTR_NOT_NULL(strstr(b.at, "2 articles"));
    CU_ASSERT_PTR_NOT_NULL(strstr(b.at, "8 of 10 events and 14 of 14 claims"));
    CU_ASSERT(has_node(dot, "Northport")); /* Of two events by now. */
    CU_ASSERT_FALSE(has_node(dot, "Northport-2"));
    CU_ASSERT(has_node(dot, ID("e46-2")));
    agclose(dot);
    free(b.at);
}

static void no_article_gives_an_empty_picture(void)
{
    bytes b = written(CG_FORMAT_SVG, CGI_DOT_MAX_NODES, NULL, 0);
    CU_ASSERT_EQUAL(b.status, CG_OK);
    CU_ASSERT_PTR_NOT_NULL(strstr(b.at, "0 of 0 events"));
    free(b.at);
}

/* ---- Size ---------------------------------------------------------------- */

static void large_stories_are_folded(void)
{
    static const size_t sizes[] = {1, 2, 3, 10, CGI_DOT_MAX_NODES, 400};
    jmp_buf on_fail;
    cgi_arena a = {.on_fail = &on_fail};
    if (setjmp(on_fail))
        return;
    const cgi_graph *g = sample_graph_large(&a, 300);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        bytes b = written(CG_FORMAT_DOT, sizes[i], &g, 1);
        CU_ASSERT_EQUAL(b.status, CG_OK);
        Agraph_t *dot = agmemread(b.at);
        size_t most = sizes[i] > 3 ? sizes[i] : 3; /* One and two folds. */
        CU_ASSERT(n_nodes(dot) <= most);
        CU_ASSERT(has_node(dot, "more-events"));
        CU_ASSERT(has_node(dot, "more-claims"));
        CU_ASSERT_PTR_NOT_NULL(strstr(b.at, " of 300 events"));
        agclose(dot);
        free(b.at);
    }
    cgi_arena_clear(&a);
}

static void heavy_events_come_first(void)
{
    jmp_buf on_fail;
    cgi_arena a = {.on_fail = &on_fail};
    if (setjmp(on_fail))
        return;
    Agraph_t *dot = read_again(sample_graph_large(&a, 300));
    for (int i = 0; i < 20; i++) { /* Odd ones are bombings, weight 8. */
        char id[40];
        snprintf(id, sizeof id, ID("e%d"), i);
        CU_ASSERT_EQUAL(has_node(dot, id), i % 2 == 1);
    }
    agclose(dot);
    cgi_arena_clear(&a);
}

static void layout_suits_the_size(void)
{
    jmp_buf on_fail;
    cgi_arena a = {.on_fail = &on_fail};
    if (setjmp(on_fail))
        return;
    const cgi_graph *g = sample_graph_large(&a, 300);
    bytes few = written(CG_FORMAT_DOT, CGI_DOT_LAYERED_MAX, &g, 1);
    bytes many = written(CG_FORMAT_DOT, 200, &g, 1);
    CU_ASSERT_PTR_NOT_NULL(strstr(few.at, "layout=dot"));
    CU_ASSERT_PTR_NOT_NULL(strstr(few.at, "rankdir=LR"));
    CU_ASSERT_PTR_NOT_NULL(strstr(many.at, "layout=sfdp"));
    CU_ASSERT_PTR_NOT_NULL(strstr(many.at, "overlap=prism"));
    CU_ASSERT_PTR_NULL(strstr(many.at, "splines"));
    free(few.at);
    free(many.at);
    bytes svg = written(CG_FORMAT_SVG, 200, &g, 1);
    CU_ASSERT_EQUAL(svg.status, CG_OK);
    CU_ASSERT_PTR_NOT_NULL(strstr(svg.at, "</svg>"));
    free(svg.at);
    cgi_arena_clear(&a);
}

/* ---- Output -------------------------------------------------------------- */

static void every_format_has_its_bytes(void)
{
    static const struct {
        cg_format format;
        const char *start;
    } cases[] = {{CG_FORMAT_DOT, "digraph claims {"},
                 {CG_FORMAT_SVG, "<?xml"},
                 {CG_FORMAT_PNG, "\x89PNG\r\n\x1A\n"},
                 {CG_FORMAT_PDF, "%PDF-"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sample s;
        sample_graph_init(&s);
        bytes one = drawn(cases[i].format, &s.graph);
        bytes two = drawn(cases[i].format, &s.graph);
        CU_ASSERT_EQUAL(one.status, CG_OK);
        CU_ASSERT(one.n > 100 &&
                  !memcmp(one.at, cases[i].start, strlen(cases[i].start)));
        CU_ASSERT(one.n == two.n && !memcmp(one.at, two.at, one.n));
        free(one.at);
        free(two.at);
    }
}

static void a_pdf_tells_no_time(void)
{
    static const char mark[] = "/CreationDate (D:19700101000000";
    sample s;
    bool is_found = false;
    sample_graph_init(&s);
    bytes b = drawn(CG_FORMAT_PDF, &s.graph);
    for (size_t i = 0; i + sizeof mark < b.n; i++)
        is_found |= !memcmp(b.at + i, mark, sizeof mark - 1);
    CU_ASSERT(is_found);
    free(b.at);
}

/* graphviz writes "-" as "&#45;", which is the same to readers of XML. */
static void unescape_dashes(char *s)
{
    char *to = s;
    while (*s) {
        bool is_dash = !strncmp(s, "&#45;", 5);
        *to++ = is_dash ? '-' : *s;
        s += is_dash ? 5 : 1;
    }
    *to = '\0';
}

static void ids_and_classes_reach_svg(void)
{
    sample s;
    sample_graph_init(&s);
    bytes b = drawn(CG_FORMAT_SVG, &s.graph);
    unescape_dashes(b.at);
    CU_ASSERT_PTR_NOT_NULL(
        strstr(b.at, "<g id=\"" ID("c278") "\" class=\"node claim denial\">"));
    CU_ASSERT_PTR_NOT_NULL(strstr(
        b.at,
        "<g id=\"" ID("c278--denies--a_abcdefghijkl2345-e46") "\" class=\"edge "
                                                              "denies\">"));
    free(b.at);
}

/* Runs `draw` with standard error in a file; what it printed is measured. */
static void nothing_is_printed(void)
{
    FILE *file = tmpfile();
    sample s;
    sample_graph_init(&s);
    s.entities[SAMPLE_FRONT].label = "\x01\u0627\U0001F6A2<&";
    fflush(stderr);
    int before = dup(STDERR_FILENO);
    dup2(fileno(file), STDERR_FILENO);
    for (int format = CG_FORMAT_DOT; format <= CG_FORMAT_SVG; format++) {
        bytes b = drawn((cg_format)format, &s.graph);
        free(b.at);
    }
    fflush(stderr);
    dup2(before, STDERR_FILENO);
    close(before);
    CU_ASSERT_EQUAL(lseek(fileno(file), 0, SEEK_END), 0);
    fclose(file);
}

static void only_formats_of_diagrams_are_taken(void)
{
    cgi_writer w;
    CU_ASSERT_EQUAL(cgi_dot_writer_new(&w, CG_FORMAT_JSON, NULL, stderr, NULL),
                    CG_ERR_USAGE);
    CU_ASSERT_PTR_NULL(w.ops);
}

static void a_full_disk_is_no_catastrophe(void)
{
    for (int format = CG_FORMAT_DOT; format <= CG_FORMAT_PDF; format++) {
        FILE *full = fopen("/dev/full", "w");
        sample s;
        cgi_writer w;
        if (!full)
            return;
        setvbuf(full, NULL, _IONBF, 0);
        sample_graph_init(&s);
        cgi_dot_writer_new(&w, (cg_format)format, NULL, full, NULL);
        CU_ASSERT_EQUAL(w.ops->add(w.state, &s.graph, NULL), CG_OK);
        CU_ASSERT(w.ops->end(w.state, NULL) == CG_ERR_IO || ferror(full));
        w.ops->free(w.state);
        fclose(full);
    }
}

static void every_allocation_may_fail(void)
{
    sample s;
    cg_status status = CG_ERR_NOMEM;
    size_t n = 0;
    sample_graph_init(&s);
    for (; n < 10000 && status == CG_ERR_NOMEM; n++) {
        cgi_arena_fail_after(n);
        bytes b = drawn(CG_FORMAT_DOT, &s.graph);
        status = b.status;
        free(b.at);
    }
    cgi_arena_fail_after(SIZE_MAX);
    CU_ASSERT_EQUAL(status, CG_OK);
    CU_ASSERT(n > 100);
}

CU_TestInfo dot_tests[] = {
    {"claims lead from speakers to events",
     claims_lead_from_speakers_to_events},
    {"edges to the left are drawn backwards",
     edges_to_the_left_are_drawn_backwards},
    {"shape and colour tell the kind", shape_and_colour_tell_the_kind},
    {"labels tell the story", labels_tell_the_story},
    {"only what the narrator says stands on events",
     only_what_the_narrator_says_stands_on_events},
    {"vague events are folded", vague_events_are_folded},
    {"articles meet in their entities", articles_meet_in_their_entities},
    {"no article gives an empty picture", no_article_gives_an_empty_picture},
    {"large stories are folded", large_stories_are_folded},
    {"heavy events come first", heavy_events_come_first},
    {"layout suits the size", layout_suits_the_size},
    {"every format has its bytes", every_format_has_its_bytes},
    {"a PDF tells no time", a_pdf_tells_no_time},
    {"ids and classes reach SVG", ids_and_classes_reach_svg},
    {"nothing is printed", nothing_is_printed},
    {"only formats of diagrams are taken", only_formats_of_diagrams_are_taken},
    {"a full disk is no catastrophe", a_full_disk_is_no_catastrophe},
    {"every allocation may fail", every_allocation_may_fail},
    CU_TEST_INFO_NULL,
};
