/* SPDX-License-Identifier: Apache-2.0
 *
 * test_tokenize.c -- sentences and tokens.
 *
 * A case is a text and what it becomes: a blank between tokens, "+" before
 * the later parts of one orthographic word, " | " between sentences.
 */
#include <stdlib.h>
#include <string.h>

#include "lang/lang.h"
#include "suites.h"

static const struct {
    const char *text, *tokens;
} cases[] = {
    /* Contractions and owners. */
    {"I don't know.", "I do +n't know ."},
    {"They can’t go.", "They ca +n’t go ."},
    {"You cannot win.", "You can +not win ."},
    {"It's gonna rain.", "It +'s gon +na rain ."},
    {"I'd've said so.", "I +'d +'ve said so ."},
    {"He won't; she'll.", "He wo +n't ; she +'ll ."},
    {"Y'all come.", "Y' +all come ."},
    {"the group's claim", "the group +'s claim"},
    {"the workers' rights", "the workers +' rights"},
    {"O'Brien's car", "O'Brien +'s car"},
    {"the U.S.'s army", "the U.S. +'s army"},
    {"AT&T's offer", "AT&T +'s offer"},
    {"rock 'n' roll", "rock 'n' roll"},
    {"'Tis true.", "'T +is true ."},
    {"five o'clock", "five o'clock"},
    /* Hyphens and slashes. */
    {"a well-known man", "a well - known man"},
    {"an anti-war co-founder", "an anti-war co-founder"},
    {"the mid-1980s", "the mid-1980s"},
    {"a 42-year-old man", "a 42 - year - old man"},
    {"al-Qaeda said", "al - Qaeda said"},
    {"the US-led force", "the US - led force"},
    {"IS-K's men", "IS-K +'s men"},
    {"and/or", "and / or"},
    {"w/o help", "w/o help"},
    {"2010-2015", "2010 - 2015"},
    {"2010–2015", "2010 – 2015"},
    {"yes -- no", "yes -- no"},
    {"rain—snow", "rain — snow"},
    {"an e-mail", "an e-mail"},
    /* Numbers, money, dates. */
    {"It cost $5m.", "It cost $ 5 m ."},
    {"It cost US$3.5bn.", "It cost US$ 3.5 bn ."},
    {"about €1,000,000", "about € 1,000,000"},
    {"a 3.5% rise", "a 3.5 % rise"},
    {"5km away", "5 km away"},
    {"the 4th floor", "the 4th floor"},
    {"the 1990s", "the 1990s"},
    {"the '90s", "the '90s"},
    {"the 1990's", "the 1990's"},
    {"on 9/11", "on 9/11"},
    {"on 3/15/2001", "on 3/15/2001"},
    {"3/4 full", "3 / 4 full"},
    {"on 2022-09-05", "on 2022-09-05"},
    {"call 713-853-3989", "call 713-853-3989"},
    {"at 5:30pm", "at 5:30 pm"},
    {"at 5p.m. today", "at 5 p.m. today"},
    {"up .5 points", "up .5 points"},
    {"No. 5 won.", "No. 5 won ."},
    {"a #2 pencil", "a # 2 pencil"},
    /* Abbreviations. */
    {"Lt. Gen. Smith spoke.", "Lt. Gen. Smith spoke ."},
    {"J. K. Rowling wrote.", "J. K. Rowling wrote ."},
    {"George W. Bush left.", "George W. Bush left ."},
    {"the U.S. President", "the U.S. President"},
    {"He left the U.S. The army stayed.",
     "He left the U.S. | The army stayed ."},
    {"at 5 p.m. Monday in Rome", "at 5 p.m. Monday in Rome"},
    {"at 5 p.m. Police came.", "at 5 p.m. | Police came ."},
    {"Acme Inc. said so.", "Acme Inc. said so ."},
    {"He runs Acme Inc. The firm grew.",
     "He runs Acme Inc . | The firm grew ."},
    {"He runs Acme Inc.", "He runs Acme Inc ."},
    {"cats, dogs, etc. Then he left.", "cats , dogs , etc . | Then he left ."},
    {"on Jan. 5 in Rome", "on Jan. 5 in Rome"},
    {"No. We lost.", "No . | We lost ."},
    {"So did I. Then he left.", "So did I . | Then he left ."},
    {"a Ph.D. student", "a Ph.D. student"},
    /* Sentences and quotation marks. */
    {"\"Why?\" he asked.", "\" Why ? \" he asked ."},
    {"\"Why?\" Mr. Smith asked.", "\" Why ? \" Mr. Smith asked ."},
    {"\"Why?\" He left.", "\" Why ? \" | He left ."},
    {"He said \"no.\" Then he left.", "He said \" no . \" | Then he left ."},
    {"“We won,” he said. “They lost.”",
     "“ We won , ” he said . | “ They lost . ”"},
    {"``We won,'' he said.", "`` We won , '' he said ."},
    {"'We won,' he said.", "' We won , ' he said ."},
    {"(He left.) She stayed.", "( He left . ) | She stayed ."},
    {"Well... he left.", "Well ... he left ."},
    {"Well... He left.", "Well ... | He left ."},
    {"What?! No!", "What ?! | No !"},
    {"Yahoo! said so.", "Yahoo! said so ."},
    {"They left.We stayed.", "They left . | We stayed ."},
    {"It grew.[7] It fell.", "It grew . [ 7 ] | It fell ."},
    {"1. Take it. 2. Leave it.", "1. Take it . | 2 . Leave it ."},
    {"Troops leave Kabul", "Troops leave Kabul"},
    /* Addresses, tags, pictures. */
    {"see https://example.org/a_(b).", "see https://example.org/a_(b) ."},
    {"(www.example.org)", "( www.example.org )"},
    {"write to a.b@example.org.", "write to a.b@example.org ."},
    {"at example.com today", "at example.com today"},
    {"@someone likes #this", "@someone likes #this"},
    {"fine 👍🏽🇫🇷 :)", "fine 👍🏽 🇫🇷 :)"},
    {"f(x) = 5°C", "f ( x ) = 5 ° C"},
    {"", ""},
    {" \t ", ""},
};

/* All of `text` as one block into `out`, or an empty string if it is long. */
static void render(char *out, size_t size, const cgi_lang *l)
{
    size_t n = 0;
    out[0] = '\0';
    for (size_t i = 0; i < l->n_tokens; i++) {
        const cgi_token *t = &l->tokens[i];
        bool begins = i && l->sentences[t->sentence].first == i;
        const char *before = !i ? "" : begins ? " | " : " ";
        n += (size_t)snprintf(out + n, size - n, "%s%s%s", before,
                              t->in_word ? "+" : "", t->form);
        if (n >= size) {
            out[0] = '\0';
            return;
        }
    }
}

/* Runs the stage over one block; the arena must be empty and is not
 * cleared. */
static void tokenize(cgi_lang *l, cgi_arena *a, cgi_article *article,
                     cgi_text_block *block, const char *text)
{
    *article = (cgi_article){
        .text = text, .len = strlen(text), .blocks = block, .n_blocks = 1};
    *block = (cgi_text_block){.kind = CGI_BLOCK_PARAGRAPH,
                              .end = (uint32_t)strlen(text)};
    *l = (cgi_lang){.article = article};
    cgi_lang_tokenize(l, a, test_world());
}

/* Each byte that is no white space is in one token, in order. */
static bool covers(const cgi_lang *l)
{
    const char *text = l->article->text;
    uint32_t at = 0;
    for (size_t i = 0; i <= l->n_tokens; i++) {
        bool is_last = i == l->n_tokens;
        uint32_t next =
            is_last ? (uint32_t)l->article->len : l->tokens[i].begin;
        for (; at < next; at++)
            if (!strchr(" \n\t", text[at]))
                return false;
        if (is_last)
            break;
        if (l->tokens[i].begin < at || l->tokens[i].end <= l->tokens[i].begin)
            return false;
        at = l->tokens[i].end;
    }
    return true;
}

static void check_case(size_t i)
{
    cgi_arena a = {0};
    jmp_buf fail;
    cgi_article article;
    cgi_text_block block;
    cgi_lang l;
    char out[500];
    a.on_fail = &fail;
    if (setjmp(fail)) {
        CU_FAIL("out of memory");
        return;
    }
    tokenize(&l, &a, &article, &block, cases[i].text);
    render(out, sizeof out, &l);
    CU_ASSERT_STRING_EQUAL(out, cases[i].tokens);
    if (strcmp(out, cases[i].tokens))
        fprintf(stderr, "\n    %s\n -> %s\n", cases[i].text, out);
    CU_ASSERT(covers(&l));
    cgi_arena_clear(&a);
}

static void hard_cases_come_apart_as_in_treebanks(void)
{
    if (!test_world())
        return;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_case(i);
}

static void a_dateline_is_a_sentence_of_its_own(void)
{
    const char *text = "KABUL (Reuters) - Troops left. - They ran.";
    cgi_text_block blocks[] = {
        {CGI_BLOCK_PARAGRAPH, 0, 30, 18}, /* A dateline before the prose. */
        {CGI_BLOCK_PARAGRAPH, 31, 42, 33} /* Only a bullet. */
    };
    cgi_article article = {
        .text = text, .len = strlen(text), .blocks = blocks, .n_blocks = 2};
    cgi_lang l = {.article = &article};
    cgi_arena a = {0};
    jmp_buf fail;
    a.on_fail = &fail;
    if (setjmp(fail) || !test_world())
        return;
    cgi_lang_tokenize(&l, &a, test_world());
    CU_ASSERT_EQUAL(l.n_sentences, 3);
    if (l.n_sentences == 3) {
        CU_ASSERT_EQUAL(l.sentences[0].end, 5);
        CU_ASSERT_EQUAL(l.sentences[1].block, 0);
        CU_ASSERT_EQUAL(l.sentences[2].block, 1);
        CU_ASSERT_EQUAL(l.tokens[l.sentences[2].first].begin, 31);
    }
    cgi_arena_clear(&a);
}

static void check_long(const char *text)
{
    cgi_arena a = {0};
    jmp_buf fail;
    cgi_article article;
    cgi_text_block block;
    cgi_lang l;
    a.on_fail = &fail;
    if (setjmp(fail)) {
        CU_FAIL("out of memory");
        return;
    }
    tokenize(&l, &a, &article, &block, text);
    cgi_lang_find_times(&l, &a, test_world());
    CU_ASSERT(covers(&l));
    cgi_arena_clear(&a);
}

/* Long runs of what makes a scanner look ahead; quadratic work would take
 * minutes here. */
static void long_lines_take_linear_time(void)
{
    static const char *const units[] = {
        "x ", "a-", "a.", "(",  "1-",   "'s",   "@a",   "x",
        "1,", "’",  "1",  "Q-", "a@b.", "one ", "www.", "...\""};
    enum { SIZE = 1 << 18 };
    char *text = malloc(SIZE + 1);
    CU_ASSERT_PTR_NOT_NULL(text);
    for (size_t i = 0; text && test_world() && i < sizeof units / sizeof *units;
         i++) {
        size_t n = strlen(units[i]), len = SIZE / n * n;
        for (size_t k = 0; k < len; k++)
            text[k] = units[i][k % n];
        text[len] = '\0';
        check_long(text);
    }
    free(text);
}

CU_TestInfo tokenize_tests[] = {
    {"hard cases come apart as in treebanks, and no byte is lost",
     hard_cases_come_apart_as_in_treebanks},
    {"a dateline is a sentence of its own",
     a_dateline_is_a_sentence_of_its_own},
    {"long lines take linear time", long_lines_take_linear_time},
    CU_TEST_INFO_NULL,
};
