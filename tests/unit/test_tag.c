/* SPDX-License-Identifier: Apache-2.0
 *
 * test_tag.c -- parts of speech with the model of the source tree.
 *
 * The sentences are plain on purpose: a new model must get them right too.
 */
#include "sample_words.h"
#include "suites.h"

static const struct {
    const char *words, *form, *tags;
} cases[] = {
    {"The soldiers attacked the village .", "attacked", "VERB/VBD"},
    {"The soldiers attacked the village .", "soldiers", "NOUN/NNS"},
    {"He has been killed by gunmen .", "has", "AUX/VBZ"},
    {"He has been killed by gunmen .", "killed", "VERB/VBN"},
    {"She said that she would leave .", "that", "SCONJ/IN"},
    {"She said that she would leave .", "would", "AUX/MD"},
    {"The ministry 's claim is false .", "claim", "NOUN/NN"},
    {"They claim that he is dead .", "claim", "VERB/VBP"},
    {"Police in Berlin arrested two men .", "Berlin", "PROPN/NNP"},
    {"Police in Berlin arrested two men .", "two", "NUM/CD"},
    {"They want to talk .", "to", "PART/TO"},
    {"They do +n't know .", "n't", "PART/RB"},
    {"It happened in 1987 .", "1987", "NUM/CD"},
    {"It happened in 2031 .", "2031", "NUM/CD"},
    {"POLICE IN BERLIN ARRESTED TWO MEN .", "ARRESTED", "VERB/VBD"},
};

static void known_sentences(void)
{
    const cg_world *world = test_world();
    cgi_arena a = {0};
    jmp_buf on_fail;
    a.on_fail = &on_fail;
    if (!world || setjmp(on_fail))
        return;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cgi_lang l;
        sample_words(&l, &a, cases[i].words);
        cgi_lang_parse(&l, &a, world);
        const cgi_token *t = &l.tokens[sample_find(&l, cases[i].form)];
        const char *got = cgi_arena_printf(&a, "%s/%s", cgi_upos_names[t->upos],
                                           cgi_xpos_names[t->xpos]);
        CU_ASSERT_STRING_EQUAL(got, cases[i].tags);
    }
    cgi_arena_clear(&a);
}

static void without_model(void)
{
    cg_world empty = {0};
    cgi_arena a = {0};
    jmp_buf on_fail;
    cgi_lang l;
    a.on_fail = &on_fail;
    if (setjmp(on_fail))
        return;
    sample_words(&l, &a, "No model\nhere");
    cgi_lang_parse(&l, &a, &empty);
    for (size_t i = 0; i < l.n_tokens; i++)
        CU_ASSERT_EQUAL(l.tokens[i].upos, CGI_UPOS_X);
    cgi_arena_clear(&a);
}

CU_TestInfo tag_tests[] = {
    {"words of plain sentences get their tags", known_sentences},
    {"without a model all words are X", without_model},
    CU_TEST_INFO_NULL,
};
