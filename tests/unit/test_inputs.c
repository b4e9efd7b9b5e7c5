/* SPDX-License-Identifier: Apache-2.0
 *
 * test_inputs.c -- what the tagger and the parser see of words.
 */
#include "lang/inputs.h"

#include <string.h>

#include "sample_words.h"
#include "suites.h"

/* The number of affixes that two words share. */
static size_t shared(const cgi_inputs *a, const cgi_inputs *b)
{
    size_t n = 0;
    for (size_t i = 0; i < CGI_AFFIXES; i++)
        n += a->affixes[i] == b->affixes[i];
    return n;
}

static void capitals_say_nothing(void)
{
    cgi_arena a = {0};
    jmp_buf on_fail;
    cgi_lang l;
    cgi_inputs plain[3], loud[3], hushed[3];
    a.on_fail = &on_fail;
    if (setjmp(on_fail))
        return;
    sample_words(&l, &a, "the ARMY fled\nTHE ARMY FLED");
    cgi_inputs_fill(plain, l.tokens, 3, CGI_CAPITALS_AUTO);
    cgi_inputs_fill(loud, l.tokens + 3, 3, CGI_CAPITALS_AUTO);
    cgi_inputs_fill(hushed, l.tokens, 3, CGI_CAPITALS_NONE);
    CU_ASSERT_EQUAL(shared(&plain[0], &loud[0]), CGI_AFFIXES);
    CU_ASSERT_TRUE(shared(&plain[1], &loud[1]) < CGI_AFFIXES);
    CU_ASSERT_EQUAL(shared(&hushed[1], &loud[1]), CGI_AFFIXES);
    CU_ASSERT_EQUAL(plain[1].word, loud[1].word);
    cgi_arena_clear(&a);
}

static void endings_are_shared(void)
{
    cgi_arena a = {0};
    jmp_buf on_fail;
    cgi_lang l;
    cgi_inputs in[4];
    a.on_fail = &on_fail;
    if (setjmp(on_fail))
        return;
    sample_words(&l, &a, "go blockading barricading on");
    cgi_inputs_fill(in, l.tokens, 4, CGI_CAPITALS_AUTO);
    /* Five endings, the first letter, both shapes, ending with shape. */
    CU_ASSERT_EQUAL(shared(&in[1], &in[2]), 9);
    CU_ASSERT_EQUAL(cgi_word_hash("1987"), cgi_word_hash("2024"));
    CU_ASSERT_NOT_EQUAL(cgi_word_hash("1987"), cgi_word_hash("198"));
    for (size_t i = 0; i < CGI_AFFIXES; i++)
        CU_ASSERT_TRUE(cgi_inputs_row(in[1].affixes[i], 7) < 7);
    cgi_arena_clear(&a);
}

CU_TestInfo inputs_tests[] = {
    {"in a sentence of capitals case says nothing", capitals_say_nothing},
    {"words that end alike share what they end with", endings_are_shared},
    CU_TEST_INFO_NULL,
};
