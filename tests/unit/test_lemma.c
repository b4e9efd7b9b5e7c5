/* SPDX-License-Identifier: Apache-2.0
 *
 * test_lemma.c -- dictionary forms with the model of the source tree.
 */
#include "base/utf8.h"
#include "lang/lemma.h"
#include "sample_words.h"
#include "suites.h"

static const struct {
    const char *form;
    cgi_upos upos;
    cgi_xpos xpos;
    const char *lemma;
} cases[] = {
    {"killed", CGI_UPOS_VERB, CGI_XPOS_VBN, "kill"},
    {"bombed", CGI_UPOS_VERB, CGI_XPOS_VBD, "bomb"},
    {"provoked", CGI_UPOS_VERB, CGI_XPOS_VBN, "provoke"},
    {"shot", CGI_UPOS_VERB, CGI_XPOS_VBD, "shoot"},
    {"fled", CGI_UPOS_VERB, CGI_XPOS_VBN, "flee"},
    {"overthrown", CGI_UPOS_VERB, CGI_XPOS_VBN, "overthrow"},
    {"was", CGI_UPOS_AUX, CGI_XPOS_VBD, "be"},
    {"Claims", CGI_UPOS_VERB, CGI_XPOS_VBZ, "claim"},
    {"cities", CGI_UPOS_NOUN, CGI_XPOS_NNS, "city"},
    {"policemen", CGI_UPOS_NOUN, CGI_XPOS_NNS, "policeman"},
    {"Kabul", CGI_UPOS_PROPN, CGI_XPOS_NNP, "Kabul"},
    {"Peruvian", CGI_UPOS_ADJ, CGI_XPOS_JJ, "Peruvian"},
    {"Dutch", CGI_UPOS_ADJ, CGI_XPOS_JJ, "Dutch"},
    {"Grave", CGI_UPOS_ADJ, CGI_XPOS_JJ, "grave"},
    {"us", CGI_UPOS_PRON, CGI_XPOS_PRP, "we"},
    {"I", CGI_UPOS_PRON, CGI_XPOS_PRP, "I"},
    {"n't", CGI_UPOS_PART, CGI_XPOS_RB, "not"},
    {"frobbing", CGI_UPOS_VERB, CGI_XPOS_VBG, "frob"},
    {"zorked", CGI_UPOS_VERB, CGI_XPOS_VBD, "zork"},
};

static void known_words(void)
{
    const cg_world *world = test_world();
    cgi_arena a = {0};
    jmp_buf on_fail;
    a.on_fail = &on_fail;
    if (!world || setjmp(on_fail))
        return;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cgi_lang l;
        sample_words(&l, &a, cases[i].form);
        l.tokens[0].upos = (uint8_t)cases[i].upos;
        l.tokens[0].xpos = (uint8_t)cases[i].xpos;
        cgi_lang_lemmatize(&l, &a, world);
        CU_ASSERT_STRING_EQUAL(l.tokens[0].lemma, cases[i].lemma);
    }
    cgi_arena_clear(&a);
}

static void odd_forms(void)
{
    const cg_world *world = test_world();
    static const char *const forms[] = {
        "\xC3\xA9", "\342\202\254ed", "\xC4\xB0s", "s", "ed", "-", "ies"};
    cgi_arena a = {0};
    jmp_buf on_fail;
    a.on_fail = &on_fail;
    if (!world || setjmp(on_fail))
        return;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        for (uint8_t u = 0; u < CGI_N_UPOS; u++)
            for (uint8_t x = 0; x < CGI_N_XPOS; x++) {
                cgi_lang l;
                size_t bad;
                sample_words(&l, &a, forms[i]);
                l.tokens[0].upos = u;
                l.tokens[0].xpos = x;
                cgi_lang_lemmatize(&l, &a, world);
                const char *lemma = l.tokens[0].lemma;
                CU_ASSERT_TRUE(*lemma &&
                               cgi_utf8_check(&bad, lemma, strlen(lemma)));
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
    sample_words(&l, &a, "Running Rome");
    l.tokens[1].upos = CGI_UPOS_PROPN;
    cgi_lang_lemmatize(&l, &a, &empty);
    CU_ASSERT_STRING_EQUAL(l.tokens[0].lemma, "running");
    CU_ASSERT_STRING_EQUAL(l.tokens[1].lemma, "Rome");
    cgi_arena_clear(&a);
}

CU_TestInfo lemma_tests[] = {
    {"forms have their lemmas", known_words},
    {"a lemma is never empty and never broken UTF-8", odd_forms},
    {"without a model forms are their own lemmas", without_model},
    CU_TEST_INFO_NULL,
};
