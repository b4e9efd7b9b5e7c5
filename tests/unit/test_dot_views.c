/* SPDX-License-Identifier: Apache-2.0
 *
 * test_dot_views.c -- what each view of a diagram shows, and the filters.
 */
#include <stdlib.h>

#include "sample_drawing.h"
#include "suites.h"

/* ---- Filters ------------------------------------------------------------- */

static void filters_leave_what_is_asked_for(void)
{
    static const struct {
        cg_drawing drawing;
        const char *shown, *hidden; /* Nodes; NULL: none. */
        const char *scope;
    } cases[] = {
        {{.about = "Lindqvist"}, ID("e371"), ID("e111"), "about Lindqvist"},
        {{.about = "lindqvist"}, ID("c400"), ID("e111"), "about lindqvist"},
        {{.about = "Lind"}, NULL, ID("e371"), "0 of 5 events"},
        {{.about = "engineers"}, ID("e111"), ID("e46"), "1 of 5 events"},
        {{.about = "e371"}, NULL, ID("e371"), "0 of 5 events"},
        {{.about = ID("e371")}, ID("e371"), ID("e46"), "1 of 5 events"},
        {{.about = "u_frontfrontfront2"}, ID("e46"), ID("e111"), ""},
        {{.about = "Nobody"}, NULL, ID("e46"), "0 of 7 claims"},
        {{.type = "assault-bomb"}, ID("e46"), ID("e111"), "of type"},
        {{.type = "Bombing"}, ID("c278"), ID("c400"), "1 of 5 events"},
        {{.type = "assault"}, ID("e111"), ID("e371"), "2 of 5 events"},
        {{.type = "none"}, NULL, ID("e46"), "0 of 5 events"},
        {{.claimant = "police officer"},
         ID("c330"),
         ID("c278"),
         "claimed by police officer"},
        {{.claimant = "Red Harbour Front"},
         ID("c166"),
         ID("e371"),
         "1 of 5 events"},
        {{.since = "2024-05"}, ID("e46"), ID("e371"), "since 2024-05"},
        {{.until = "2024-04-30"}, ID("e371"), ID("e46"), "until 2024-04-30"},
        {{.since = "2024-04-15", .until = "2024"}, ID("e371"), ID("e270"), ""},
        {{.since = "2024-05-03", .until = "2024-05-03"},
         ID("e46"),
         ID("e371"),
         "2 of 5 events"},
        {{.since = "2025"}, NULL, ID("e46"), "0 of 5 events"},
        {{.until = "2023"}, NULL, ID("e46"), "0 of 5 events"},
        {{.about = "Lindqvist", .type = "meet"},
         ID("e371"),
         ID("e46"),
         "1 of 5 events and 0 of 7 claims"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Agraph_t *dot = read_sample(&cases[i].drawing);
        CU_ASSERT(!cases[i].shown || has_node(dot, cases[i].shown));
        CU_ASSERT_FALSE(has_node(dot, cases[i].hidden));
        CU_ASSERT_PTR_NOT_NULL(
            strstr(agget(dot, text("label")), cases[i].scope));
        agclose(dot);
    }
}

/* A picture about one side also shows who contradicts it. */
static void an_event_keeps_what_others_say_of_it(void)
{
    Agraph_t *dot = read_sample(&(cg_drawing){.about = "police officer"});
    CU_ASSERT(has_node(dot, ID("c330")));
    CU_ASSERT(has_node(dot, ID("c278")));
    CU_ASSERT(has_node(dot, "u_lindqvistlindqv2"));
    agclose(dot);
}

static void what_cannot_be_asked_for_is_refused(void)
{
    static const cg_drawing cases[] = {
        {.since = "May 2024"}, {.until = "2024-13"}, {.about = ""},
        {.type = "\xFF"},      {.claimant = "\xC3"}, {.view = (cg_view)4},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bytes b = drawn_sample(CG_FORMAT_DOT, &cases[i]);
        CU_ASSERT_EQUAL(b.status, CG_ERR_USAGE);
        free(b.at);
    }
}

/* ---- Claims -------------------------------------------------------------- */

/* The same claimant asserts the same of the same event twice. */
static void claims_that_say_the_same_are_joined(void)
{
    sample s;
    sample_graph_init(&s);
    s.claims[SAMPLE_BELIEF].claimant = &s.entities[SAMPLE_OFFICER];
    Agraph_t *dot = read_again(&s.graph);
    CU_ASSERT(has_node(dot, ID("c330")) && has_node(dot, ID("c360")));
    agclose(dot);
    s.propositions[4].n_edges = s.propositions[5].n_edges = 0;
    dot = read_again(&s.graph);
    CU_ASSERT_FALSE(has_node(dot, ID("c360")));
    CU_ASSERT_STRING_EQUAL(node_says(dot, ID("c330"), "label"),
                           "suspected (2 times)");
    CU_ASSERT_PTR_NOT_NULL(
        strstr(agget(dot, text("label")), "7 of 7 claims shown"));
    agclose(dot);
}

static void what_claims_agree_on_stands_on_an_event_only_claimed(void)
{
    sample s;
    sample_graph_init(&s);
    s.propositions[4].event = &s.events[SAMPLE_INQUIRY];
    Agraph_t *dot = read_again(&s.graph);
    /* The front is said to do it, too: there is no agreement. */
    CU_ASSERT_STRING_EQUAL(node_says(dot, ID("e270"), "label"),
                           "investigation");
    CU_ASSERT_STRING_EQUAL(node_says(dot, ID("c290"), "label"),
                           "added\\nby Energy Ministry,\\nplanned");
    CU_ASSERT_STRING_EQUAL(node_says(dot, ID("c330"), "label"),
                           "suspected\\nby Red Harbour Front");
    agclose(dot);
}

static void denials_are_marked(void)
{
    Agraph_t *dot = read_sample(&(cg_drawing){0});
    CU_ASSERT_STRING_EQUAL(node_says(dot, ID("c278"), "class"), "claim denial");
    CU_ASSERT_STRING_EQUAL(node_says(dot, ID("c278"), "color"), "#D55E00");
    CU_ASSERT_STRING_EQUAL(node_says(dot, ID("c330"), "class"), "claim");
    agclose(dot);
}

/* ---- One event ----------------------------------------------------------- */

static void the_view_of_an_event_shows_all_who_speak_of_it(void)
{
    Agraph_t *dot = read_sample(&(cg_drawing){.view = CG_VIEW_EVENT});
    static const char *const shown[] = {ID("e46"),  ID("c166"), ID("c230"),
                                        ID("c278"), ID("c330"), ID("c360")};
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        CU_ASSERT(has_node(dot, shown[i]));
    CU_ASSERT_FALSE(has_node(dot, ID("e111")));
    CU_ASSERT_FALSE(has_node(dot, ID("c400")));
    CU_ASSERT_FALSE(has_node(dot, "more-events"));
    agclose(dot);
    dot = read_sample(
        &(cg_drawing){.view = CG_VIEW_EVENT, .type = "investigate"});
    CU_ASSERT(has_node(dot, ID("e270")) && has_node(dot, ID("c290")));
    CU_ASSERT_FALSE(has_node(dot, ID("e46")));
    agclose(dot);
}

static void a_view_of_no_event_is_empty(void)
{
    for (int view = CG_VIEW_CLAIMS; view <= CG_VIEW_TIMELINE; view++) {
        const cg_drawing drawing = {.view = (cg_view)view, .about = "Nobody"};
        bytes b = drawn_sample(CG_FORMAT_SVG, &drawing);
        CU_ASSERT_EQUAL(b.status, CG_OK);
        CU_ASSERT(is_xml(b.at));
        CU_ASSERT_PTR_NOT_NULL(strstr(b.at, ">0 of "));
        free(b.at);
    }
}

/* ---- Actors -------------------------------------------------------------- */

static void actors_are_tied_by_what_they_do(void)
{
    static const char front[] = "u_frontfrontfront2",
                      depot[] = "u_depotdepotdepot2",
                      minister[] = "u_lindqvistlindqv2";
    Agraph_t *dot = read_sample(&(cg_drawing){.view = CG_VIEW_ACTORS});
    CU_ASSERT_STRING_EQUAL(edge_says(dot, front, depot, "label"), "bombing");
    CU_ASSERT_STRING_EQUAL(edge_says(dot, front, depot, "class"), "denies");
    CU_ASSERT_PTR_NOT_NULL(strstr(edge_says(dot, front, depot, "tooltip"),
                                  "according to Red Harbour Front"));
    CU_ASSERT_STRING_EQUAL(edge_says(dot, front, minister, "label"), "meeting");
    CU_ASSERT_STRING_EQUAL(edge_says(dot, front, minister, "dir"), "none");
    CU_ASSERT_STRING_EQUAL(edge_says(dot, front, minister, "class"), "role");
    CU_ASSERT_EQUAL(n_nodes(dot), 3);
    CU_ASSERT_PTR_NOT_NULL(
        strstr(agget(dot, text("label")), "2 of 2 relations shown"));
    agclose(dot);
}

static void what_is_only_claimed_is_told_apart(void)
{
    sample s;
    sample_graph_init(&s);
    s.graph.n_claims = SAMPLE_DENIAL;
    const cgi_graph *const graphs[] = {&s.graph};
    const cg_drawing drawing = {.view = CG_VIEW_ACTORS};
    bytes b = written_as(CG_FORMAT_DOT, &drawing, graphs, 1);
    Agraph_t *dot = agmemread(b.at);
    CU_ASSERT_STRING_EQUAL(
        edge_says(dot, "u_frontfrontfront2", "u_depotdepotdepot2", "class"),
        "role claimed");
    agclose(dot);
    free(b.at);
}

static void accusers_are_tied_to_whom_they_accuse(void)
{
    sample s;
    sample_graph_init(&s);
    s.claims[SAMPLE_SUSPICION].stance = CGI_STANCE_ACCUSES;
    const cgi_graph *const graphs[] = {&s.graph};
    const cg_drawing drawing = {.view = CG_VIEW_ACTORS};
    bytes b = written_as(CG_FORMAT_DOT, &drawing, graphs, 1);
    Agraph_t *dot = agmemread(b.at);
    CU_ASSERT_STRING_EQUAL(
        edge_says(dot, ID("x300"), "u_frontfrontfront2", "label"),
        "accusation");
    agclose(dot);
    free(b.at);
}

/* A graph of `n` bombings of one victim by one actor, and of one meeting each
 * with somebody else. */
static const cgi_graph *feud(cgi_arena *a, size_t n)
{
    cgi_graph *g = sample_graph_large(a, 2 * n);
    for (size_t i = 0; i < n; i++) {
        cgi_edge *edges = cgi_arena_array(a, 4, sizeof *edges);
        edges[0] = (cgi_edge){.role = CGI_ROLE_AGENT, .entity = g->entities};
        edges[1] =
            (cgi_edge){.role = CGI_ROLE_PATIENT, .entity = g->entities + 1};
        edges[2] =
            (cgi_edge){.role = CGI_ROLE_PARTICIPANT, .entity = g->entities};
        edges[3] = (cgi_edge){.role = CGI_ROLE_PARTICIPANT,
                              .entity = g->entities + 2 * i};
        g->events[2 * i + 1].edges = edges;
        g->events[2 * i].edges = edges + 2;
        g->events[2 * i].n_edges = g->events[2 * i + 1].n_edges = 2;
    }
    g->n_claims = 0;
    return g;
}

static void ties_are_counted_and_the_weakest_folded(void)
{
    jmp_buf on_fail;
    cgi_arena a = {.on_fail = &on_fail};
    if (setjmp(on_fail))
        return;
    const cgi_graph *g = feud(&a, 30);
    const cg_drawing drawing = {.view = CG_VIEW_ACTORS, .max_nodes = 10};
    bytes b = written_as(CG_FORMAT_DOT, &drawing, &g, 1);
    Agraph_t *dot = agmemread(b.at);
    CU_ASSERT_STRING_EQUAL(edge_says(dot, "u_0", "u_1", "label"),
                           "bombing \u00D7 30");
    CU_ASSERT(strcmp(edge_says(dot, "u_0", "u_1", "penwidth"), "2") > 0);
    CU_ASSERT(n_nodes(dot) <= 10);
    CU_ASSERT_STRING_EQUAL(node_says(dot, "more-actors", "label"),
                           "+22 more actors");
    CU_ASSERT_STRING_EQUAL(node_says(dot, "u_0", "fontsize"), "11");
    agclose(dot);
    free(b.at);
    cgi_arena_clear(&a);
}

/* ---- Timeline ------------------------------------------------------------ */

/* The height of a node's centre in the picture. */
static long height_of(Agraph_t *dot, const char *id)
{
    const char *comma = strchr(node_says(dot, id, "pos"), ',');
    return comma ? strtol(comma + 1, NULL, 10) : -1;
}

static void time_runs_downwards(void)
{
    Agraph_t *dot = read_sample(&(cg_drawing){.view = CG_VIEW_TIMELINE});
    long april = height_of(dot, ID("e371")), blast = height_of(dot, ID("e46")),
         killing = height_of(dot, ID("e111"));
    CU_ASSERT(april > blast && blast > killing && killing > 0);
    CU_ASSERT_EQUAL(height_of(dot, "date-2024-04"), april);
    CU_ASSERT_EQUAL(height_of(dot, "date-2024-05-03"), blast);
    CU_ASSERT_STRING_EQUAL(
        edge_says(dot, "date-2024-04", "date-2024-05-03", "class"), "time");
    CU_ASSERT_STRING_EQUAL(agget(dot, text("layout")), "nop");
    agclose(dot);
}

static void a_timeline_tells_who_says_so(void)
{
    Agraph_t *dot = read_sample(&(cg_drawing){.view = CG_VIEW_TIMELINE});
    CU_ASSERT_STRING_EQUAL(node_says(dot, ID("e46-denies"), "label"),
                           "Ada Lindqvist");
    CU_ASSERT_STRING_EQUAL(node_says(dot, ID("e46-considers"), "label"),
                           "a police officer, (believed)");
    CU_ASSERT_STRING_EQUAL(
        edge_says(dot, ID("e46-denies"), ID("e46"), "arrowhead"), "tee");
    CU_ASSERT_STRING_EQUAL(node_says(dot, "more-undated", "label"),
                           "+2 more undated events");
    agclose(dot);
}

static void a_long_timeline_is_folded(void)
{
    jmp_buf on_fail;
    cgi_arena a = {.on_fail = &on_fail};
    if (setjmp(on_fail))
        return;
    cgi_graph *g = sample_graph_large(&a, 300);
    for (size_t i = 0; i < g->n_events; i++) {
        cgi_date day = {2024, (unsigned char)(1 + i % 12), 1};
        g->events[i].when = (cgi_when){day, day, CGI_PRECISION_MONTH};
    }
    const cgi_graph *const graphs[] = {g};
    const cg_drawing drawing = {.view = CG_VIEW_TIMELINE, .max_nodes = 30};
    bytes b = written_as(CG_FORMAT_DOT, &drawing, graphs, 1);
    Agraph_t *dot = agmemread(b.at);
    CU_ASSERT_STRING_EQUAL(node_says(dot, "more-events", "label"),
                           "+290 more dated events");
    CU_ASSERT(n_nodes(dot) <= 31);
    agclose(dot);
    free(b.at);
    cgi_arena_clear(&a);
}

CU_TestInfo dot_views_tests[] = {
    {"filters leave what is asked for", filters_leave_what_is_asked_for},
    {"an event keeps what others say of it",
     an_event_keeps_what_others_say_of_it},
    {"what cannot be asked for is refused",
     what_cannot_be_asked_for_is_refused},
    {"claims that say the same are joined",
     claims_that_say_the_same_are_joined},
    {"what claims agree on stands on an event only claimed",
     what_claims_agree_on_stands_on_an_event_only_claimed},
    {"denials are marked", denials_are_marked},
    {"the view of an event shows all who speak of it",
     the_view_of_an_event_shows_all_who_speak_of_it},
    {"a view of no event is empty", a_view_of_no_event_is_empty},
    {"actors are tied by what they do", actors_are_tied_by_what_they_do},
    {"what is only claimed is told apart", what_is_only_claimed_is_told_apart},
    {"accusers are tied to whom they accuse",
     accusers_are_tied_to_whom_they_accuse},
    {"ties are counted and the weakest folded",
     ties_are_counted_and_the_weakest_folded},
    {"time runs downwards", time_runs_downwards},
    {"a timeline tells who says so", a_timeline_tells_who_says_so},
    {"a long timeline is folded", a_long_timeline_is_folded},
    CU_TEST_INFO_NULL,
};
