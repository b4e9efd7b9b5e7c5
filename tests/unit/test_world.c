/* SPDX-License-Identifier: Apache-2.0
 *
 * test_world.c -- loading the ontology, looking things up in it, and what is
 * said of an ontology that is wrong.
 */
#include <string.h>
#include <unistd.h>

#include "sample_data.h"
#include "suites.h"
#include "world/world.h"

/* ---- The world of the source tree ------------------------------------------
 */

static void names_are_found(void)
{
    const cg_world *w = test_world();
    if (!w)
        return;
    const cgi_gaz *g = cgi_world_find_name(w, cgi_slice_of("Afghanistan"));
    CU_ASSERT_PTR_NOT_NULL(g);
    if (!g)
        return;
    CU_ASSERT_STRING_EQUAL(g->iri, CGI_ENTITY_NS "Afghanistan");
    CU_ASSERT_STRING_EQUAL(g->label, "Afghanistan");
    CU_ASSERT_EQUAL(g->kind, CGI_KIND_COUNTRY);
    CU_ASSERT_TRUE(g->capital && !strcmp(g->capital->label, "Kabul"));
    CU_ASSERT_PTR_EQUAL(g->capital->country, g);
    CU_ASSERT_PTR_EQUAL(cgi_world_find_caps(w, cgi_slice_of("AFGHANISTAN")), g);
    CU_ASSERT_PTR_EQUAL(cgi_world_find_demonym(w, cgi_slice_of("Afghan")), g);
    CU_ASSERT_PTR_EQUAL(cgi_world_find_demonym(w, cgi_slice_of("AFGHAN")), g);
    CU_ASSERT_PTR_NULL(cgi_world_find_name(w, cgi_slice_of("afghanistan")));
    CU_ASSERT_PTR_NULL(cgi_world_find_name(w, cgi_slice_of("Afghan")));
    CU_ASSERT_PTR_NULL(cgi_world_find_name(w, cgi_slice_of("")));
    CU_ASSERT_PTR_NULL(cgi_world_find_caps(w, cgi_slice_of("Afghanistan")));
    CU_ASSERT_PTR_NULL(cgi_world_find_demonym(w, cgi_slice_of("Kabul")));
    CU_ASSERT_TRUE(w->longest_name > 2);
}

static void types_are_found(void)
{
    const cg_world *w = test_world();
    const cgi_type *bomb = w ? cgi_world_find_type(w, "assault-bomb") : NULL;
    CU_ASSERT_PTR_NOT_NULL(bomb);
    if (!bomb)
        return;
    const cgi_type *broad = cgi_world_find_type(w, "assault");
    CU_ASSERT_PTR_EQUAL(bomb->broader, broad);
    CU_ASSERT_STRING_EQUAL(bomb->iri, CGI_TYPE_NS "assault-bomb");
    CU_ASSERT_STRING_EQUAL(bomb->name, "assault-bomb");
    CU_ASSERT_STRING_EQUAL(bomb->plover, "ASSAULT");
    CU_ASSERT_STRING_EQUAL(bomb->cameo, "183");
    CU_ASSERT_PTR_NULL(cgi_world_find_type(w, "no-such-type"));
    char name[200];
    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    CU_ASSERT_PTR_NULL(cgi_world_find_type(w, name));
}

static void words_are_found(void)
{
    const cg_world *w = test_world();
    if (!w)
        return;
    const cgi_word *say = cgi_world_find_word(w, cgi_slice_of("say"));
    CU_ASSERT_TRUE(say && say->is_cue && say->pos == CGI_POS_VERB);
    CU_ASSERT_PTR_NULL(cgi_world_find_word(w, cgi_slice_of("Say")));
    const cgi_noun *noun = cgi_world_find_noun(w, cgi_slice_of("ministry"));
    CU_ASSERT_TRUE(noun && noun->kind == CGI_KIND_GOVERNMENT);
    noun = cgi_world_find_noun(w, cgi_slice_of("minister"));
    CU_ASSERT_TRUE(noun && noun->kind == CGI_KIND_PERSON && noun->is_position);
    CU_ASSERT_PTR_NULL(cgi_world_find_noun(w, cgi_slice_of("")));
}

static void prepositions_are_found(void)
{
    const cg_world *w = test_world();
    if (!w)
        return;
    uint16_t on = cgi_world_find_preposition(w, cgi_slice_of("on"));
    uint16_t by = cgi_world_find_preposition(w, cgi_slice_of("by"));
    CU_ASSERT_TRUE(on >= CGI_SLOT_PREPOSITION && by >= CGI_SLOT_PREPOSITION);
    CU_ASSERT_NOT_EQUAL(on, by);
    CU_ASSERT_EQUAL(cgi_world_find_preposition(w, cgi_slice_of("to")),
                    CGI_SLOT_TO);
    CU_ASSERT_EQUAL(cgi_world_find_preposition(w, cgi_slice_of("subject")),
                    CGI_SLOT_NONE);
    CU_ASSERT_EQUAL(cgi_world_find_preposition(w, cgi_slice_of("")),
                    CGI_SLOT_NONE);
}

static void offices_have_their_months(void)
{
    const cg_world *w = test_world();
    if (!w)
        return;
    const cgi_gaz *g = cgi_world_find_name(w, cgi_slice_of("Angela Merkel"));
    CU_ASSERT_TRUE(g && g->offices.n == 1);
    if (!g || g->offices.n != 1)
        return;
    CU_ASSERT_STRING_EQUAL(g->offices.at[0].title, "chancellor");
    CU_ASSERT_EQUAL(g->offices.at[0].from, 2005 * 12 + 11);
    CU_ASSERT_EQUAL(g->offices.at[0].until, 2021 * 12 + 12);
    g = cgi_world_find_name(w, cgi_slice_of("Emmanuel Macron"));
    CU_ASSERT_TRUE(g && g->offices.n && g->offices.at[0].until > 3000 * 12);
}

/* ---- Small worlds
 * ------------------------------------------------------------- */

/* The world that one Turtle file makes; NULL if it does not load. */
static cg_world *load(const char *turtle, cg_error *err)
{
    char *dir = sample_data_new();
    cg_world *w = NULL;
    sample_data_turtle(dir, "x.ttl", turtle);
    cg_status st = cg_world_new(&w, dir, err);
    CU_ASSERT_TRUE((st == CG_OK) == (w != NULL));
    CU_ASSERT_TRUE(st == CG_OK || st == CG_ERR_DATA);
    sample_data_free(dir);
    return w;
}

static cg_world *load_good(const char *turtle)
{
    cg_error err = {0};
    cg_world *w = load(turtle, &err);
    CU_ASSERT_STRING_EQUAL(err.text, "");
    return w;
}

static void lists_have_values(void)
{
    static const struct {
        const char *list, *word;
        bool is_in;
        long value;
    } cases[] = {
        {"m", "may", true, 5},     {"m", "a=b", true, -3},
        {"m", "=", true, 0},       {"m", "plain", true, 0},
        {"m", "big", true, 0},     {"m", "may=5", false, 0},
        {"m", "May", false, 0},    {"m", "", false, 0},
        {"other", "may", true, 9}, {"none", "may", false, 0},
    };
    cg_world *w = load_good(
        "x:m a cg:WordList ; cg:word \"may=5\", \"a=b=-3\", \"=\", \"plain\",\n"
        "    \"big=x\" . x:other a cg:WordList ; cg:word \"may=9\" .\n");
    for (size_t i = 0; w && i < sizeof cases / sizeof *cases; i++) {
        long value = 0;
        cgi_slice word = cgi_slice_of(cases[i].word);
        CU_ASSERT_EQUAL(cgi_world_in_list(&value, w, cases[i].list, word),
                        cases[i].is_in);
        CU_ASSERT_EQUAL(value, cases[i].value);
        CU_ASSERT_EQUAL(cgi_world_in_list(NULL, w, cases[i].list, word),
                        cases[i].is_in);
    }
    char longest[200];
    memset(longest, 'x', sizeof longest);
    if (w)
        CU_ASSERT_FALSE(cgi_world_in_list(
            NULL, w, "m", (cgi_slice){longest, sizeof longest}));
    cg_world_free(w);
}

static void the_prominent_namesake_is_first(void)
{
    cg_world *w = load_good(
        "cge:t a cg:Settlement ; rdfs:label \"Paris\" ; cg:population 9 .\n"
        "cge:p a cg:Settlement ; rdfs:label \"Paris\" ; cg:population 8 .\n"
        "cge:s a cg:Settlement ; rdfs:label \"Springfield\" ;\n"
        "    cg:population 10 ; cg:within cge:i .\n"
        "cge:m a cg:Settlement ; rdfs:label \"Springfield\" ;\n"
        "    cg:population 20 .\n"
        "cge:i a cg:Region ; rdfs:label \"Georgia\" .\n"
        "cge:g a cg:Country ; rdfs:label \"Georgia\" ;\n"
        "    skos:altLabel \"Sakartvelo\" ; cg:demonym \"Georgian\" .\n");
    static const char *const cases[][2] = {{"Paris", "t"},
                                           {"Springfield", "m"},
                                           {"Georgia", "g"},
                                           {"Sakartvelo", "g"}};
    for (size_t i = 0; w && i < sizeof cases / sizeof *cases; i++) {
        const cgi_gaz *g = cgi_world_find_name(w, cgi_slice_of(cases[i][0]));
        CU_ASSERT_TRUE(g &&
                       !strcmp(g->iri + strlen(CGI_ENTITY_NS), cases[i][1]));
    }
    cg_world_free(w);
}

#define FRAME "x:f a cg:Frame ; cg:slots \"subject=agent\" .\n"
#define TYPE  "cgt:t a skos:Concept ; skos:prefLabel \"t\" .\n"
#define ENTRY(name, lemma, rest)                                               \
    "x:" name " a cg:LexicalEntry ; cg:lemma \"" lemma "\" ; cg:frame x:f ;\n" \
    "    cg:evokes cgt:t ; cg:pos " rest " .\n"

/* Entries with more conditions come first, not counting what must not be there,
 * and then in the order of the file. The head of several words is the first of
 * a verb and the last of a noun. */
static void strict_entries_are_first(void)
{
    cg_world *w = load_good(
        FRAME TYPE ENTRY("a", "call", "\"verb\"") ENTRY("b", "call", "\"verb\"")
            ENTRY("c", "call off", "\"verb\"")
                ENTRY("d", "call", "\"verb\" ; cg:needs \"by\", \"!to\"")
                    ENTRY("e", "phone call", "\"noun\""));
    static const char *const order[] = {"c", "d", "e", "a", "b"};
    size_t i = 0;
    const cgi_word *word =
        w ? cgi_world_find_word(w, cgi_slice_of("call")) : NULL;
    for (; word && i < 5; word = word->next, i++) {
        CU_ASSERT_STRING_EQUAL(word->iri + strlen("http://example.org/"),
                               order[i]);
        CU_ASSERT_EQUAL(word->after != NULL, *order[i] == 'c');
        CU_ASSERT_EQUAL(word->before != NULL, *order[i] == 'e');
        CU_ASSERT_EQUAL(word->n_needs, *order[i] == 'd' ? 2 : 0);
    }
    CU_ASSERT_EQUAL(i, 5);
    CU_ASSERT_PTR_NULL(word);
    cg_world_free(w);
}

static void mistakes_are_told(void)
{
    static const char *const cases[][2] = {
        {"x:a x:b x:c .\nx:a \"x\" x:b .\n", "x.ttl:8: "},
        {"x:a x:b unknown:c .\n", "x.ttl:7: "},
        {"x:a x:b \"no end .\n", "x.ttl:"},
        {"x:f a cg:Frame .\n", "<http://example.org/f>: a frame without slots"},
        {"x:f a cg:Frame ; cg:slots \"subject=what\" .\n",
         "unknown role \"what\""},
        {"x:f a cg:Frame ; cg:slots \"subject:What=agent\" .\n",
         "unknown kind \"What\""},
        {"x:f a cg:Frame ; cg:slots \"subject\" .\n", "a slot without a role"},
        {TYPE "x:e a cg:LexicalEntry ; cg:pos \"verb\" .\n",
         "an entry without a frame"},
        {FRAME TYPE ENTRY("e", "go", "\"verbs\""),
         "unknown part of speech \"verbs\""},
        {FRAME TYPE ENTRY("e", "go", "\"verb\" ; cg:status \"Soon\""),
         "unknown value \"Soon\""},
        {FRAME TYPE ENTRY("e", "", "\"verb\""), "an entry without a lemma"},
        {FRAME "x:e a cg:LexicalEntry ; cg:pos \"verb\" ; cg:frame x:f ;\n"
               "    cg:lemma \"go\" .\n",
         "without a type or event slot"},
        {TYPE ENTRY("e", "go", "\"verb\""),
         "frame <http://example.org/f> is not defined"},
        {FRAME ENTRY("e", "go", "\"verb\""), "/t> is not defined"},
        {FRAME "x:e a cg:Cue ; cg:pos \"verb\" ; cg:frame x:f ;\n"
               "    cg:lemma \"go\" ; cg:polarity cg:shouts .\n",
         "unknown value \"shouts\""},
        {"x:n a cg:HeadNoun ; cg:lemma \"a\" ; cg:kind cg:Gadget .\n",
         "unknown value \"Gadget\""},
        {"cge:a a cg:Country ; cg:population 1 .\n",
         "an entity without a label"},
        {"cge:a a cg:Person ; rdfs:label \"A\" ; cg:held \"king\" .\n",
         "no office with its months: \"king\""},
        {"cge:a a cg:Person ; rdfs:label \"A\" ;\n"
         "    cg:held \"king=2001-02/2000-01\" .\n",
         "no office with its months"},
        {"cge:a a cg:Person ; rdfs:label \"A\" ; cg:held \"king=2001-02\" .\n",
         "no office with its months"},
        {"cge:a a cg:Country ; rdfs:label \"A\" ; cg:within cge:b .\n",
         "/b> is not defined"},
        {"cge:a a cg:Country ; rdfs:label \"A\" .\n x:b x:c x:d .\n"
         "cge:a a cg:Region ; rdfs:label \"A\" .\n",
         "defined twice"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cg_error err = {0};
        cg_world *w = load(cases[i][0], &err);
        CU_ASSERT_PTR_NULL(w);
        CU_ASSERT_PTR_NOT_NULL(strstr(err.text, cases[i][1]));
        if (!strstr(err.text, cases[i][1]))
            fprintf(stderr, "not \"%s\" but: %s\n", cases[i][1], err.text);
        cg_world_free(w);
    }
}

/* The world is refused with an error that says `text`. */
static void is_refused(const char *dir, const char *text)
{
    cg_world *w = NULL;
    cg_error err = {0};
    CU_ASSERT_EQUAL(cg_world_new(&w, dir, &err), CG_ERR_DATA);
    CU_ASSERT_PTR_NULL(w);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.text, text));
    CU_ASSERT_EQUAL(cg_world_new(&w, dir, NULL), CG_ERR_DATA);
}

static void missing_files_are_told(void)
{
    char *dir = sample_data_new(), self[4096];
    is_refused("/nonexistent", "cannot open the folder /nonexistent/ontology");
    is_refused(dir, "no ontology in");
    snprintf(self, sizeof self, "%s", sample_data_path(dir, "x.ttl"));
    CU_ASSERT_EQUAL(symlink("x.ttl", self), 0);
    is_refused(dir, "cannot open");
    unlink(self);
    CU_ASSERT_EQUAL(symlink("/", self), 0);
    is_refused(dir, "cannot read");
    unlink(self);
    sample_data_turtle(dir, "x.ttl", TYPE);
    sample_data_put(dir, "english.model", "?", 1);
    is_refused(dir, "no model file");
    unlink(sample_data_path(dir, "english.model"));
    is_refused(dir, "cannot open the model");
    sample_data_free(dir);
    cg_world_free(NULL);
}

CU_TestInfo world_tests[] = {
    {"names and demonyms are found", names_are_found},
    {"event types are found, and inherit", types_are_found},
    {"words and nouns are found", words_are_found},
    {"prepositions are found", prepositions_are_found},
    {"offices have their months", offices_have_their_months},
    {"words of a list have values", lists_have_values},
    {"the prominent namesake is first", the_prominent_namesake_is_first},
    {"strict entries are first", strict_entries_are_first},
    {"mistakes in the ontology are told", mistakes_are_told},
    {"missing files are told", missing_files_are_told},
    CU_TEST_INFO_NULL,
};
