/* SPDX-License-Identifier: Apache-2.0
 *
 * test_toponym.c -- which of the places of one name an article means.
 */
#include <string.h>

#include "sample_reading.h"
#include "suites.h"

typedef struct {
    const char *text, *label;
    const char *iri;    /* Behind the namespace; NULL: it must not be known. */
    const char *within; /* Label of what is around it; NULL: not tested. */
} toponym_case;

static const cgi_entity *find(const cgi_graph *g, const char *label)
{
    for (size_t i = 0; i < g->n_entities; i++)
        if (!strcmp(g->entities[i].label, label))
            return &g->entities[i];
    return NULL;
}

static void complain(const toponym_case *c, const cgi_entity *e)
{
    char text[1024];
    snprintf(text, sizeof text, "%.300s | %s is %.200s, not %s", c->text,
             c->label, e ? e->iri : "not found", c->iri ? c->iri : "unknown");
    puts(text);
    CU_FAIL("a place was taken for another");
}

static void check_case(const toponym_case *c)
{
    sample_reading r;
    if (sample_read(&r, c->text, CG_FLATTEN_NARRATOR)) {
        const cgi_entity *e = find(&r.graph, c->label);
        const char *iri = e && e->is_known ? strrchr(e->iri, '/') + 1 : NULL;
        if (!e || !iri != !c->iri || (iri && strcmp(iri, c->iri) != 0))
            complain(c, e);
        else if (c->within &&
                 (!e->within || strcmp(e->within->label, c->within) != 0))
            complain(c, e->within);
    }
    sample_reading_clear(&r);
}

#define CHECK(cases)                                                           \
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)                  \
    check_case(&cases[i])

static const toponym_case stated[] = {
    {"Police in Paris, Texas, arrested two men on Monday.", "Paris",
     "Paris-Texas-USA", "Texas"},
    {"The minister spoke in Paris on Monday.", "Paris", "Paris", NULL},
    {"A fire broke out in Torrington, Conn., on Sunday.", "Torrington",
     "Torrington-Connecticut-USA", "Connecticut"},
    {"Two men were shot in Springfield, Ohio. Police in Springfield said so.",
     "Springfield", "Springfield-Ohio-USA", "Ohio"},
    /* Each of a list is what the noun behind it says. */
    {"The storm hit Walton and Nassau counties in Florida on Monday.",
     "Walton County", "Walton_County-Florida-USA", NULL},
    {"The storm hit Virginia, Washington and Wyoming on Monday.", "Washington",
     "Washington", NULL},
    {"The village of Grumbleby, Kenya, was flooded.", "Grumbleby", NULL,
     "Kenya"},
};

static void containment_decides(void)
{
    CHECK(stated);
}

static const toponym_case implied[] = {
    {"Texas police arrested a man in Paris. He lived in Dallas, Texas.",
     "Paris", "Paris-Texas-USA", NULL},
    {"The French police arrested a man in Paris. He had lived in Texas.",
     "Paris", "Paris", NULL},
    /* In capitals only at the head of the story. */
    {"TORRINGTON, Conn. - The council met on Monday.", "Torrington",
     "Torrington-Connecticut-USA", NULL},
    /* The only one of its name. */
    {"A fire broke out in Gwinnett County on Monday.", "Gwinnett County",
     "Gwinnett_County-Georgia-USA", NULL},
    {"The rebels of Mali left Gwinnett County on Monday.", "Gwinnett County",
     NULL, NULL},
};

static void the_article_decides(void)
{
    CHECK(implied);
}

static const toponym_case unknown[] = {
    /* There are such towns, but nothing speaks for any of them. */
    {"The talks in Aberdeen Township failed, the minister of Nepal said.",
     "Aberdeen Township", NULL, NULL},
    {"Snow fell in the Northwest on Monday, Ohio said.", "Northwest", NULL,
     NULL},
    {"The talks in Lisbon ended on Monday. He had lived in Connecticut.",
     "Lisbon", "Lisbon", NULL},
    {"Exports from Asia to the Philippines rose on Monday.", "Asia", "Asia",
     NULL},
    {"The rebels of Mali left Grumbleby on Monday.", "Grumbleby", NULL, NULL},
};

static void small_places_need_support(void)
{
    CHECK(unknown);
}

/* The words that name the place are `name`, without the noun behind them. */
static void check_words(const char *text, const char *name)
{
    sample_reading r;
    bool found = false;
    if (sample_read(&r, text, CG_FLATTEN_NARRATOR))
        for (size_t i = 0; i < r.extract.places.n; i++) {
            cgi_span w = r.extract.places.at[i].words;
            found |= w.end - w.begin == strlen(name) &&
                     !strncmp(text + w.begin, name, strlen(name));
        }
    CU_ASSERT_TRUE(found);
    sample_reading_clear(&r);
}

static void places_are_in_other_names(void)
{
    /* A town that nobody would know otherwise. */
    check_words("He is to appear in Torrington Superior Court. It is in"
                " Connecticut.",
                "Torrington");
    check_words("The Nebraska State Police arrested two men.", "Nebraska");
    check_words("Rain fell across East Texas on Monday.", "Texas");
    check_words("Sri Lankan officials said so on Monday.", "Sri Lankan");
}

static void words_around_tell_places(void)
{
    /* Nobody would take these for places elsewhere. */
    check_words("The team from Red Wing, Minnesota, won the race.", "Red Wing");
    check_words("TORRINGTON - The council approved the budget on Monday.",
                "TORRINGTON");
}

static void nouns_are_no_names(void)
{
    check_words("Rebels left Punjab province on Monday.", "Punjab");
    check_words("Rebels attacked Grumbleby district on Monday.", "Grumbleby");
    check_words("Rebels left the Sinai Peninsula.", "Sinai Peninsula");
}

CU_TestInfo toponym_tests[] = {
    {"what is said of containment decides", containment_decides},
    {"else what the article speaks of decides", the_article_decides},
    {"small places need support", small_places_need_support},
    {"common nouns are no part of names", nouns_are_no_names},
    {"places are in other names", places_are_in_other_names},
    {"words around a name tell that it is a place", words_around_tell_places},
    CU_TEST_INFO_NULL,
};
