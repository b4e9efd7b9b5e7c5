/* SPDX-License-Identifier: Apache-2.0
 *
 * test_extract.c -- sentences, and lines that their explanation must have.
 *
 * A case is a text of our own, published on Tuesday 6 September 2022, and
 * patterns for the output of -t explain: each line of `has` must be found in
 * it, in order of the text or not, and none of `lacks`.
 */
#include <stdlib.h>
#include <string.h>

#include "suites.h"

typedef struct {
    const char *text;
    const char *has[6];
    const char *lacks[3];
} sample;

/* The explanation of an article; the caller frees it. */
static char *explain(const char *text)
{
    char *out = NULL;
    size_t size = 0;
    cg_source source = {.text = text, .len = strlen(text)};
    cg_options options = {.date = "2022-09-06"};
    cg_doc *doc = NULL;
    cg_writer *writer = NULL;
    cg_error err = {0};
    FILE *to = open_memstream(&out, &size);
    if (!to)
        return NULL;
    if (test_world() &&
        cg_doc_new(&doc, test_world(), &source, &options, &err) == CG_OK &&
        cg_writer_new(&writer, CG_FORMAT_EXPLAIN, to, &err) == CG_OK &&
        cg_writer_add(writer, doc, &err) == CG_OK)
        CU_ASSERT_EQUAL(cg_writer_end(writer, &err), CG_OK);
    cg_writer_free(writer);
    cg_doc_free(doc);
    fclose(to);
    return out;
}

/* "Claim|denies": both on one line, in this order. */
static int line_has(const char *line, size_t len, const char *pattern)
{
    char copy[160];
    const char *at = line;
    size_t n = strlen(pattern);
    if (n >= sizeof copy)
        return 0;
    memcpy(copy, pattern, n + 1);
    for (char *part = copy; part;) {
        char *bar = strchr(part, '|');
        if (bar)
            *bar = '\0';
        const char *found = strstr(at, part);
        if (!found || found + strlen(part) > line + len)
            return 0;
        at = found + strlen(part);
        part = bar ? bar + 1 : NULL;
    }
    return 1;
}

static int has(const char *text, const char *pattern)
{
    for (const char *line = text; *line;) {
        size_t len = strcspn(line, "\n");
        if (line_has(line, len, pattern))
            return 1;
        line += len + (line[len] == '\n');
    }
    return 0;
}

static void check(const sample *samples, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char *out = explain(samples[i].text);
        CU_ASSERT_PTR_NOT_NULL(out);
        for (size_t k = 0; out && k < 6 && samples[i].has[k]; k++)
            if (!has(out, samples[i].has[k])) {
                CU_FAIL("a line is missing");
                fprintf(stderr, "\n%s\n  lacks: %s\n", samples[i].text,
                        samples[i].has[k]);
            }
        for (size_t k = 0; out && k < 3 && samples[i].lacks[k]; k++)
            if (has(out, samples[i].lacks[k])) {
                CU_FAIL("a line should not be there");
                fprintf(stderr, "\n%s\n  has: %s\n", samples[i].text,
                        samples[i].lacks[k]);
            }
        free(out);
    }
}

#define CHECK(samples) check(samples, sizeof samples / sizeof *samples)

static void roles(void)
{
    static const sample samples[] = {
        {"Soldiers killed two farmers in Herat on Monday.",
         {"assault-kill|2022-09-05", "agent|Soldiers", "patient|two farmers",
          "place|Herat"},
         {NULL}},
        {"Two farmers were killed by soldiers in Herat.",
         {"agent|soldiers", "patient|Two farmers"},
         {"agent|farmers", "patient|soldiers"}},
        {"The police arrested the man who attacked the embassy.",
         {"coerce-arrest", "agent|police", "patient|embassy"},
         {"agent|embassy"}},
        {"The explosion claimed the lives of three workers.",
         {"death", "patient|three workers"},
         {"ReportedClaim"}},
        {"The Taliban came to power in Afghanistan in August 2021.",
         {"power-takeover|2021-08-01 to 2021-08-31", "agent|Taliban"},
         {NULL}},
        {"Rebels carried out an attack on a police station.",
         {"agent|Rebels", "patient|police station"},
         {NULL}},
        {"The withdrawal of US troops from Iraq ended in 2011.",
         {"retreat-withdraw", "agent|US troops"},
         {NULL}},
        {"Police arrested at least 14 protesters in Minsk.",
         {"patient|14 protesters", "place|Minsk"},
         {NULL}},
    };
    CHECK(samples);
}

static void status(void)
{
    static const sample samples[] = {
        {"The army will attack the town.", {"assault-attack|Future"}, {NULL}},
        {"The army did not attack the town.",
         {"denies|assault-attack"},
         {"asserts|assault-attack"}},
        {"The government agreed to release the prisoners.",
         {"retreat-release|Future"},
         {"retreat-release|Past"}},
        {"If the army attacks the town, many people will flee.",
         {"considers|assault-attack|Hypothetical"},
         {NULL}},
        {"The rebels may attack the town.",
         {"considers|assault-attack"},
         {"asserts|assault-attack"}},
    };
    CHECK(samples);
}

static void claims(void)
{
    static const sample samples[] = {
        {"The ministry said that rebels killed two soldiers.",
         {"ministry|ReportedClaim", "asserts|assault-kill"},
         {NULL}},
        {"Rebels killed two soldiers, the ministry said.",
         {"ministry|ReportedClaim", "asserts|assault-kill"},
         {NULL}},
        {"Two soldiers were killed, according to the Defence Ministry.",
         {"Defence Ministry|ReportedClaim", "asserts|assault-kill"},
         {NULL}},
        {"Iran denied that its forces attacked the ship.",
         {"Iran|DenialClaim", "denies|assault-attack"},
         {NULL}},
        {"IS-K claimed responsibility for the attack in Kabul.",
         {"IS-K|ResponsibilityClaim", "agent|IS-K"},
         {NULL}},
        {"IS-K claimed responsibility for the attack in Kabul, Reuters "
         "reported.",
         {"IS-K|ResponsibilityClaim", "Reuters|ReportedClaim", "via|claim"},
         {NULL}},
        {"The group is believed to be responsible for the attack.",
         {"nobody named|ReportedClaim", "considers|assault-attack",
          "agent|group"},
         {NULL}},
        {"\"We will leave Syria,\" Mr Petrov said.",
         {"Petrov|QuotedClaim"},
         {NULL}},
        {"The United States accused Iran of attacking the ship.",
         {"United States|Accuses", "agent|Iran", "patient|ship"},
         {NULL}},
    };
    CHECK(samples);
}

static void references(void)
{
    static const sample samples[] = {
        {"Russian Foreign Minister Sergey Lavrov met Angela Merkel in Berlin. "
         "Lavrov left the city on Monday.",
         {"participant|Sergey Lavrov", "participant|Angela Merkel"},
         {"participant Foreign Minister"}},
        {"The Taliban movement attacked a base in Kunduz. The movement later "
         "released the prisoners.",
         {"retreat-release", "agent|Taliban|The movement"},
         {NULL}},
        {"Police arrested Ivan Petrov in Minsk. He was released on Monday.",
         {"patient|Ivan Petrov|He"},
         {NULL}},
    };
    CHECK(samples);
}

/* What looks like a claim or an event and is none. */
static void misreadings(void)
{
    static const sample samples[] = {
        {"The film claimed the top spot.", {NULL}, {"ResponsibilityClaim"}},
        {"The attack helicopter landed.", {NULL}, {"assault-attack"}},
        {"He suffered a heart attack.", {NULL}, {"assault-attack"}},
    };
    CHECK(samples);
}

CU_TestInfo extract_tests[] = {
    {"who did what to whom is found in any voice", roles},
    {"what did not happen is not told as done", status},
    {"what is claimed has its claimant", claims},
    {"names, descriptions and pronouns meet", references},
    {"what is no claim and no event is left alone", misreadings},
    CU_TEST_INFO_NULL,
};
