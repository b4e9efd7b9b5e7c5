/* SPDX-License-Identifier: Apache-2.0
 *
 * test_graph.c -- names of nodes, spans in code points, and flattening.
 *
 * The text has characters of two, three and four bytes before and between its
 * sentences, so that code points, bytes and UTF-16 units differ everywhere.
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "facts.h"
#include "sample_reading.h"
#include "suites.h"

static const char story[] =
    "Z\xC3\xBCrich \xF0\x9F\x98\x80 \xE2\x80\x94 Gunmen attacked a church in "
    "Jos\xC3\xA9ville on Monday. Jos\xC3\xA9 Mart\xC3\xADnez said that the\n"
    "gunmen had killed three people. \xE2\x80\x9CThe army\xE2\x80\x9D "
    "\xF0\x9F\x9A\x93 denied that it had attacked the church. The Free Valley "
    "Front claimed responsibility for the attack.\n";

static bool starts_with(const char *s, const char *start)
{
    return !strncmp(s, start, strlen(start));
}

/* ---- Names of nodes ------------------------------------------------------ */

static bool is_base32(const char *s, size_t n)
{
    return strspn(s, "abcdefghijklmnopqrstuvwxyz234567") == n;
}

/* "-e46" or, where that was taken, "-e46b". */
static bool is_local(const cgi_graph *g, const char *iri, char letter,
                     uint32_t *offset)
{
    size_t n = strlen(g->iri);
    char *end;
    if (!starts_with(iri, g->iri) || iri[n] != '-' || iri[n + 1] != letter)
        return false;
    *offset = (uint32_t)strtoul(iri + n + 2, &end, 10);
    return end > iri + n + 2 &&
           (!*end || (*end >= 'b' && *end <= 'z' && !end[1]));
}

static void names_have_their_shape(void)
{
    sample_reading r;
    uint32_t at;
    if (sample_read(&r, story, CG_FLATTEN_NARRATOR)) {
        const cgi_graph *g = &r.graph;
        CU_ASSERT(starts_with(g->iri, CGI_DEFAULT_BASE "a_"));
        CU_ASSERT(is_base32(g->iri + strlen(CGI_DEFAULT_BASE "a_"), 16));
        CU_ASSERT(g->n_events >= 2 && g->n_claims >= 4);
        for (size_t i = 0; i < g->n_events; i++)
            CU_ASSERT(is_local(g, g->events[i].iri, 'e', &at) &&
                      at == g->events[i].trigger.begin);
        for (size_t i = 0; i < g->n_propositions; i++)
            CU_ASSERT(is_local(g, g->propositions[i].iri, 'p', &at) &&
                      at == g->propositions[i].trigger.begin);
        for (size_t i = 0; i < g->n_claims; i++) {
            const cgi_claim_node *c = &g->claims[i];
            bool narrated = c->cls == CGI_CLAIM_NARRATOR;
            CU_ASSERT(is_local(g, c->iri, narrated ? 'n' : 'c', &at));
            CU_ASSERT(narrated || at == c->cue.begin);
        }
        for (size_t i = 0; i < g->n_entities; i++) {
            const char *iri = g->entities[i].iri;
            const char *named = CGI_DEFAULT_BASE "u_";
            CU_ASSERT(g->entities[i].is_known
                          ? starts_with(iri, CGI_ENTITY_NS)
                          : is_local(g, iri, 'x', &at) ||
                                (starts_with(iri, named) &&
                                 is_base32(iri + strlen(named), 16)));
        }
    }
    sample_reading_clear(&r);
}

/* Their number is small, so a comparison of all pairs does no harm. */
static void no_two_nodes_share_a_name(void)
{
    sample_reading r;
    const char *iris[512];
    size_t n = 0;
    if (sample_read(&r, story, CG_FLATTEN_NARRATOR)) {
        const cgi_graph *g = &r.graph;
        for (size_t i = 0; i < g->n_events; i++)
            iris[n++] = g->events[i].iri;
        for (size_t i = 0; i < g->n_propositions; i++)
            iris[n++] = g->propositions[i].iri;
        for (size_t i = 0; i < g->n_claims; i++)
            iris[n++] = g->claims[i].iri;
        for (size_t i = 0; i < g->n_entities; i++)
            iris[n++] = g->entities[i].iri;
        for (size_t i = 0; i < n; i++)
            for (size_t k = 0; k < i; k++)
                CU_ASSERT_STRING_NOT_EQUAL(iris[i], iris[k]);
    }
    sample_reading_clear(&r);
}

/* An empty builder is enough to give names to places in a text. */
static void a_taken_name_gets_a_letter(void)
{
    static const char *const want[] = {"-e2", "-e2b", "-e2c"};
    sample_reading r;
    if (sample_read(&r, story, CG_FLATTEN_NARRATOR)) {
        cgi_graph g = r.graph;
        cgi_builder b = {.a = &r.arena, .article = &r.article, .out = &g};
        for (size_t i = 0; i < 40; i++) {
            const char *iri = cgi_id_local(&b, 'e', 3) + strlen(g.iri);
            if (i < 3)
                CU_ASSERT_STRING_EQUAL(iri, want[i]);
            if (i == 24)
                CU_ASSERT_STRING_EQUAL(iri, "-e2y");
            if (i == 25)
                CU_ASSERT_STRING_EQUAL(iri, "-e2z2");
        }
    }
    sample_reading_clear(&r);
}

static const cgi_entity *find_entity(const cgi_graph *g, const char *label)
{
    for (size_t i = 0; i < g->n_entities; i++)
        if (!strcmp(g->entities[i].label, label))
            return &g->entities[i];
    return NULL;
}

/* What is named meets itself in another article; what is not does not. */
static void the_same_name_is_the_same_node(void)
{
    static const char other[] =
        "On Monday the Free Valley Front attacked an army base.";
    sample_reading a, b;
    bool read = sample_read(&a, story, CG_FLATTEN_NARRATOR);
    read = sample_read(&b, other, CG_FLATTEN_NARRATOR) && read;
    if (read) {
        const cgi_entity *x = find_entity(&a.graph, "Free Valley Front");
        const cgi_entity *y = find_entity(&b.graph, "Free Valley Front");
        CU_ASSERT(x && y && !strcmp(x->iri, y->iri));
        CU_ASSERT_STRING_NOT_EQUAL(a.graph.iri, b.graph.iri);
    }
    sample_reading_clear(&a);
    sample_reading_clear(&b);
}

static void kind_and_case_count_as_said(void)
{
    sample_reading r;
    if (sample_read(&r, story, CG_FLATTEN_NARRATOR)) {
        cgi_builder b = {.a = &r.arena, .article = &r.article, .out = &r.graph};
        const char *person = cgi_id_named(&b, CGI_KIND_PERSON, "Ann \xC3\x89");
        CU_ASSERT_STRING_EQUAL(
            person, cgi_id_named(&b, CGI_KIND_PERSON, "ANN \xC3\xA9"));
        /* The same letter in two characters. */
        CU_ASSERT_STRING_EQUAL(
            person, cgi_id_named(&b, CGI_KIND_PERSON, "Ann E\xCC\x81"));
        CU_ASSERT_STRING_NOT_EQUAL(
            person, cgi_id_named(&b, CGI_KIND_SETTLEMENT, "Ann \xC3\x89"));
    }
    sample_reading_clear(&r);
}

static void addresses_are_escaped(void)
{
    static const struct {
        const char *url, *iri;
    } cases[] = {
        {"http://a.org/b c", "http://a.org/b%20c"},
        {"https://a.org/<\">", "https://a.org/%3C%22%3E"},
        {"https://a.org/{}|\\^`", "https://a.org/%7B%7D%7C%5C%5E%60"},
        {"https://a.org/\x01\n\x7F", "https://a.org/%01%0A%7F"},
        {"https://a.org/\xC3\xA9?x=1&y=%20#z",
         "https://a.org/\xC3\xA9?x=1&y=%20#z"},
        {"javascript:alert(1)", NULL},
        {"a.org/b", NULL},
        {"", NULL},
    };
    cgi_arena a = {0};
    jmp_buf failed;
    a.on_fail = &failed;
    if (!setjmp(failed))
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            const char *iri = cgi_id_url(&a, cases[i].url);
            CU_ASSERT_EQUAL(iri == NULL, cases[i].iri == NULL);
            if (iri && cases[i].iri)
                CU_ASSERT_STRING_EQUAL(iri, cases[i].iri);
        }
    CU_ASSERT_PTR_NULL(cgi_id_url(&a, NULL));
    cgi_arena_clear(&a);
}

/* ---- Spans --------------------------------------------------------------- */

/* The code points [e.begin, e.end) of the text, on one line, are the quote. */
static void check_evidence(cgi_arena *a, const cgi_graph *g, cgi_evidence e)
{
    const char *at = g->text.at, *end = at + g->text.len, *begin;
    uint32_t n = 0;
    CU_ASSERT(e.begin <= e.end && e.end <= g->n_chars);
    for (; n < e.begin && at < end; n++)
        cgi_utf8_next(&at, end);
    for (begin = at; n < e.end && at < end; n++)
        cgi_utf8_next(&at, end);
    cgi_slice words = {begin, (size_t)(at - begin)};
    CU_ASSERT_STRING_EQUAL(e.quote, cgi_utf8_one_line(a, words));
}

static void check_evidences(cgi_arena *a, const cgi_graph *g,
                            const cgi_evidences *list)
{
    for (size_t i = 0; i < list->n; i++) {
        CU_ASSERT(list->at[i].begin < list->at[i].end);
        check_evidence(a, g, list->at[i]);
    }
}

static void check_edges(cgi_arena *a, const cgi_graph *g, const cgi_edge *edges,
                        size_t n)
{
    for (size_t i = 0; i < n; i++)
        check_evidence(a, g, edges[i].words);
}

static void check_all_evidence(cgi_arena *a, const cgi_graph *g)
{
    for (size_t i = 0; i < g->n_entities; i++)
        check_evidences(a, g, &g->entities[i].mentions);
    for (size_t i = 0; i < g->n_events; i++) {
        check_evidence(a, g, g->events[i].trigger);
        check_evidences(a, g, &g->events[i].mentions);
        check_edges(a, g, g->events[i].edges, g->events[i].n_edges);
    }
    for (size_t i = 0; i < g->n_propositions; i++) {
        const cgi_proposition *p = &g->propositions[i];
        check_evidence(a, g, p->trigger);
        check_edges(a, g, p->edges, p->n_edges);
    }
    for (size_t i = 0; i < g->n_claims; i++) {
        CU_ASSERT(g->claims[i].evidence.n > 0);
        check_evidence(a, g, g->claims[i].source);
        check_evidence(a, g, g->claims[i].cue);
        check_evidences(a, g, &g->claims[i].content);
        check_evidences(a, g, &g->claims[i].evidence);
    }
}

static void spans_count_code_points(void)
{
    static const char *const texts[] = {
        story,
        /* Combining characters, right to left, a joined family. */
        "Rene\xCC\x81 Dupont said that soldiers killed "
        "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D "
        "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91"
        "\xA7 in Lima.",
        "Blast kills two in Oslo\n\nOSLO, Sept 5 (Reuters) -\xC2\xA0\xC2\xA0"
        "A bomb killed\r\n\ttwo  soldiers in Oslo, police said.\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        sample_reading r;
        if (sample_read(&r, texts[i], CG_FLATTEN_ALL)) {
            CU_ASSERT(r.graph.n_claims > 0);
            CU_ASSERT_EQUAL(r.graph.n_chars, cgi_utf8_length(r.graph.text));
            check_all_evidence(&r.arena, &r.graph);
        }
        sample_reading_clear(&r);
    }
}

/* ---- Flattening ---------------------------------------------------------- */

/* Each line tells what stands on events, in the notation of facts.h. */
static const struct {
    cg_flatten flatten;
    const char *has[3], *lacks[3];
} modes[] = {
    {CG_FLATTEN_NARRATOR,
     {"event coerce-arrest | agent: police | patient: suspects"},
     {"event assault-attack | agent: gunmen",
      "event assault-capture | agent: army",
      "event assault-kill | agent: soldiers"}},
    {CG_FLATTEN_UNCONTESTED,
     {"event coerce-arrest | agent: police",
      "event assault-attack | agent: gunmen"},
     {"event assault-capture | agent: army",
      "event assault-kill | agent: soldiers"}},
    {CG_FLATTEN_ALL,
     {"event coerce-arrest | agent: police",
      "event assault-attack | agent: gunmen",
      "event assault-capture | agent: army"},
     {NULL}},
    {CG_FLATTEN_NONE,
     {"event coerce-arrest | agent: none | date: none"},
     {"event coerce-arrest | agent: police",
      "event assault-attack | agent: gunmen"}},
};

static void flattening_moves_the_line(void)
{
    static const char text[] =
        "Police arrested two suspects on Monday. The mayor said that gunmen "
        "had attacked the church. The mayor said that the army may have "
        "captured the bridge. The ministry denied that soldiers had killed a "
        "farmer.";
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        sample_reading r;
        if (sample_read(&r, text, modes[i].flatten)) {
            for (size_t k = 0; k < 3 && modes[i].has[k]; k++)
                CU_ASSERT_TRUE(facts_has(&r.graph, modes[i].has[k]));
            for (size_t k = 0; k < 3 && modes[i].lacks[k]; k++)
                CU_ASSERT_FALSE(facts_has(&r.graph, modes[i].lacks[k]));
            /* Whatever stands on the event, the propositions say it all. */
            CU_ASSERT_TRUE(facts_has(
                &r.graph, "mayor asserts assault-attack | agent: gunmen"));
            CU_ASSERT_TRUE(facts_has(
                &r.graph, "ministry denies assault-kill | agent: soldiers"));
        }
        sample_reading_clear(&r);
    }
}

static void everything_said_leads_to_a_claim(void)
{
    sample_reading r;
    if (sample_read(&r, story, CG_FLATTEN_NARRATOR)) {
        const cgi_graph *g = &r.graph;
        for (size_t i = 0; i < g->n_propositions; i++) {
            size_t n_holders = 0;
            for (size_t c = 0; c < g->n_claims; c++)
                for (size_t k = 0; k < g->claims[c].n_contents; k++)
                    n_holders += g->claims[c].contents[k].proposition ==
                                 &g->propositions[i];
            CU_ASSERT_EQUAL(n_holders, 1);
        }
    }
    sample_reading_clear(&r);
}

static void dates_are_as_precise_as_known(void)
{
    char out[11];
    cgi_date_write(out, (cgi_date){2022, 9, 5});
    CU_ASSERT_STRING_EQUAL(out, "2022-09-05");
    cgi_date_write(out, (cgi_date){2022, 9, 0});
    CU_ASSERT_STRING_EQUAL(out, "2022-09");
    cgi_date_write(out, (cgi_date){987, 0, 0});
    CU_ASSERT_STRING_EQUAL(out, "0987");
}

static size_t count_told(const cgi_graph *g)
{
    size_t n = 0;
    for (size_t i = 0; i < g->n_claims; i++)
        n += g->claims[i].cls != CGI_CLAIM_NARRATOR;
    return n;
}

static void rebuild(sample_reading *r)
{
    cgi_graph_build(&r->graph, &r->arena, &r->article, &r->extract,
                    CGI_DEFAULT_BASE, CG_FLATTEN_NARRATOR);
}

/* "As the ministry said" leaves such claims behind. */
static void who_says_nothing_makes_no_claim(void)
{
    sample_reading r;
    if (sample_read(&r,
                    "Coast News reported that police said that the army "
                    "attacked the town.",
                    CG_FLATTEN_NARRATOR)) {
        cgi_extract *x = &r.extract;
        CU_ASSERT_EQUAL(count_told(&r.graph), 2);
        for (size_t i = 0; i < x->statements.n; i++)
            x->statements.at[i].claim = CGI_NONE;
        /* Only the inner one says nothing: the outer one keeps its words. */
        for (size_t i = 0; i < x->claims.n; i++)
            if (x->claims.at[i].via != CGI_NONE)
                x->claims.at[i].content.n = 0;
        rebuild(&r);
        CU_ASSERT_EQUAL(count_told(&r.graph), 1);
        for (size_t i = 0; i < r.graph.n_claims; i++)
            for (size_t k = 0; k < r.graph.claims[i].n_contents; k++)
                CU_ASSERT_PTR_NULL(r.graph.claims[i].contents[k].claim);
        /* Whoever tells of nothing else goes with it. */
        for (size_t i = 0; i < x->claims.n; i++)
            x->claims.at[i].content.n = 0;
        rebuild(&r);
        CU_ASSERT_EQUAL(count_told(&r.graph), 0);
        CU_ASSERT(r.graph.n_claims > 0);
    }
    sample_reading_clear(&r);
}

CU_TestInfo graph_tests[] = {
    {"names have their shape", names_have_their_shape},
    {"no two nodes share a name", no_two_nodes_share_a_name},
    {"a taken name gets a letter", a_taken_name_gets_a_letter},
    {"the same name is the same node", the_same_name_is_the_same_node},
    {"kind and case count as said", kind_and_case_count_as_said},
    {"addresses are escaped", addresses_are_escaped},
    {"spans count code points", spans_count_code_points},
    {"flattening moves the line", flattening_moves_the_line},
    {"everything said leads to a claim", everything_said_leads_to_a_claim},
    {"who says nothing makes no claim", who_says_nothing_makes_no_claim},
    {"dates are as precise as known", dates_are_as_precise_as_known},
    CU_TEST_INFO_NULL,
};
