/* SPDX-License-Identifier: Apache-2.0
 *
 * test_json.c -- the writers that are not RDF or pictures: JSON Lines and
 * explanations.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sample_graph.h"
#include "suites.h"
#include "write/write.h"

typedef cg_status new_writer(cgi_writer *out, FILE *to, cg_error *err);

/* What the writer makes of the graph `times` times; to be freed. */
static char *write_graph(new_writer *make, const cgi_graph *g, int times)
{
    cgi_writer w;
    char *text = NULL;
    size_t len = 0;
    FILE *to = open_memstream(&text, &len);
    if (!to)
        return NULL;
    CU_ASSERT_EQUAL(make(&w, to, NULL), CG_OK);
    for (int i = 0; i < times; i++)
        CU_ASSERT_EQUAL(w.ops->add(w.state, g, NULL), CG_OK);
    CU_ASSERT_EQUAL(w.ops->end(w.state, NULL), CG_OK);
    w.ops->free(w.state);
    fclose(to);
    return text;
}

static json_t *read_sample(sample *s)
{
    sample_graph_init(s);
    char *text = write_graph(cgi_json_writer_new, &s->graph, 1);
    json_error_t why;
    json_t *root = text ? json_loads(text, 0, &why) : NULL;
    CU_ASSERT_PTR_NOT_NULL(root);
    free(text);
    return root;
}

static const char *text_at(const json_t *root, const char *list, size_t i,
                           const char *key)
{
    const json_t *node = json_array_get(json_object_get(root, list), i);
    const char *s = json_string_value(json_object_get(node, key));
    return s ? s : "";
}

static void a_line_is_an_article(void)
{
    sample s;
    sample_graph_init(&s);
    char *text = write_graph(cgi_json_writer_new, &s.graph, 2);
    if (!text)
        return;
    char *half = strchr(text, '\n');
    CU_ASSERT(half && strlen(half + 1) == (size_t)(half + 1 - text));
    CU_ASSERT(half && !memcmp(text, half + 1, (size_t)(half + 1 - text)));
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "Caf\xC3\xA9 talk"));
    CU_ASSERT_PTR_NULL(strstr(text, "\\u00"));
    free(text);
}

static void the_article_is_described(void)
{
    sample s;
    json_t *root = read_sample(&s);
    const char *date = json_string_value(json_object_get(root, "date"));
    CU_ASSERT_STRING_EQUAL(date ? date : "", "2024-05-04");
    const json_t *text = json_object_get(root, "text");
    CU_ASSERT_EQUAL(json_string_length(text), s.graph.text.len);
    CU_ASSERT_PTR_NULL(json_object_get(root, "dateline"));
    CU_ASSERT_EQUAL(json_array_size(json_object_get(root, "claims")),
                    SAMPLE_N_CLAIMS);
    CU_ASSERT(json_is_array(json_object_get(root, "times")));
    const json_t *told =
        json_array_get(json_object_get(root, "told"), SAMPLE_N_TOLD - 1);
    CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(told, "status")),
                           "Future");
    CU_ASSERT_TRUE(json_is_true(json_object_get(told, "negated")));
    json_decref(root);
}

static void numbers_are_short(void)
{
    sample s;
    json_t *root = read_sample(&s);
    const json_t *towns = json_object_get(root, "entities");
    const json_t *town = json_array_get(towns, SAMPLE_TOWN);
    char *lon = json_dumps(json_object_get(town, "long"), JSON_ENCODE_ANY);
    CU_ASSERT_STRING_EQUAL(lon ? lon : "", "-5.25");
    free(lon);
    json_decref(root);

    char *text = write_graph(cgi_json_writer_new, &s.graph, 1);
    CU_ASSERT(text && strstr(text, "\"confidence\":0.85}"));
    free(text);
}

static void nodes_refer_to_each_other(void)
{
    sample s;
    json_t *root = read_sample(&s);
    const char *front = s.entities[SAMPLE_FRONT].iri;
    CU_ASSERT_STRING_EQUAL(
        text_at(root, "claims", SAMPLE_RESPONSIBILITY, "claimant"), front);
    CU_ASSERT_STRING_EQUAL(
        text_at(root, "claims", SAMPLE_RESPONSIBILITY, "via"),
        s.claims[SAMPLE_REPORT].iri);
    CU_ASSERT_STRING_EQUAL(text_at(root, "claims", SAMPLE_BELIEF, "claimant"),
                           "");
    CU_ASSERT_STRING_EQUAL(text_at(root, "events", SAMPLE_BLAST, "broader"),
                           "assault");
    CU_ASSERT_STRING_EQUAL(text_at(root, "entities", SAMPLE_TOWN, "within"),
                           s.entities[SAMPLE_COUNTRY].iri);
    const json_t *denial =
        json_array_get(json_object_get(root, "claims"), SAMPLE_DENIAL);
    CU_ASSERT_EQUAL(json_array_size(json_object_get(denial, "denies")), 1);
    CU_ASSERT_PTR_NULL(json_object_get(denial, "asserts"));
    json_decref(root);
}

/* Spans count code points: cut out of the text they give the words. */
static void spans_count_code_points(void)
{
    sample s;
    json_t *root = read_sample(&s);
    const json_t *claim =
        json_array_get(json_object_get(root, "claims"), SAMPLE_RESPONSIBILITY);
    const json_t *cue = json_object_get(claim, "cue");
    json_int_t begin = json_integer_value(json_array_get(cue, 0));
    const char *p = json_string_value(json_object_get(root, "text"));
    for (; p && *p && begin; begin--)
        for (p++; (*p & 0xC0) == 0x80;)
            p++;
    CU_ASSERT(p && !strncmp(p, "claimed responsibility", 22));
    json_decref(root);
}

static void text_that_is_not_utf8_is_refused(void)
{
    sample s;
    sample_graph_init(&s);
    s.entities[SAMPLE_TOWN].label = "North\xFFport";
    char *text = NULL;
    size_t len = 0;
    cgi_writer w;
    cg_error err = {0};
    FILE *to = open_memstream(&text, &len);
    if (!to)
        return;
    CU_ASSERT_EQUAL(cgi_json_writer_new(&w, to, &err), CG_OK);
    CU_ASSERT_EQUAL(w.ops->add(w.state, &s.graph, &err), CG_ERR_LIBRARY);
    w.ops->free(w.state);
    fclose(to);
    CU_ASSERT_EQUAL(len, 0);
    free(text);
}

static void a_full_disk_is_noticed(void)
{
    static new_writer *const makers[] = {cgi_json_writer_new,
                                         cgi_explain_writer_new};
    sample s;
    sample_graph_init(&s);
    for (size_t i = 0; i < 2; i++) {
        cgi_writer w;
        FILE *full = fopen("/dev/full", "w");
        if (!full)
            return;
        setvbuf(full, NULL, _IONBF, 0);
        CU_ASSERT_EQUAL(makers[i](&w, full, NULL), CG_OK);
        CU_ASSERT_EQUAL(w.ops->add(w.state, &s.graph, NULL), CG_ERR_IO);
        w.ops->free(w.state);
        fclose(full);
    }
}

static void an_explanation_names_rules_and_words(void)
{
    static const char *const parts[] = {
        "Article  Caf\xC3\xA9 talk",
        "Claim 3  Red Harbour Front  ResponsibilityClaim, AdmitsOwnRole, "
        "Certain\n",
        "\"claimed responsibility\"\n",
        "  via         claim 2\n",
        "  rule        cue:test 85%\n",
        "  asserts     event 1, blast (assault-bomb), Past, Certain\n",
        "  asserts     claim 3\n",
        "  denies      event 1",
        "Claim 6  (nobody named)",
        "    agent       Red Harbour Front  ",
        "\nEvent 2  killing of two engineers  assault-kill, ASSAULT, 186, "
        "Past, 2024-05-03\n",
        "  partOf      event 1, blast  ",
        ", Past, 2024-04\n",
        "  to          Coastline News\n",
    };
    sample s;
    sample_graph_init(&s);
    char *text = write_graph(cgi_explain_writer_new, &s.graph, 1);
    for (size_t i = 0; text && i < sizeof parts / sizeof *parts; i++) {
        CU_ASSERT_PTR_NOT_NULL(strstr(text, parts[i]));
        if (!strstr(text, parts[i]))
            printf("\n  no %s\n", parts[i]);
    }
    free(text);
}

static void long_quotes_are_cut_between_characters(void)
{
    sample s;
    char quote[400] = "";
    sample_graph_init(&s);
    for (int i = 0; i < 60; i++)
        strcat(quote, "\xF0\x9F\x9A\xA2");
    s.claims[SAMPLE_DENIAL].cue.quote = quote;
    char *text = write_graph(cgi_explain_writer_new, &s.graph, 1);
    CU_ASSERT(text && strstr(text, "\xF0\x9F\x9A\xA2\xE2\x80\xA6\"\n"));
    free(text);
}

CU_TestInfo json_tests[] = {
    {"a line is an article", a_line_is_an_article},
    {"the article is described", the_article_is_described},
    {"numbers are short", numbers_are_short},
    {"nodes refer to each other", nodes_refer_to_each_other},
    {"spans count code points", spans_count_code_points},
    {"text that is not UTF-8 is refused", text_that_is_not_utf8_is_refused},
    {"a full disk is noticed", a_full_disk_is_noticed},
    {"an explanation names rules and words",
     an_explanation_names_rules_and_words},
    {"long quotes are cut between characters",
     long_quotes_are_cut_between_characters},
    CU_TEST_INFO_NULL,
};
