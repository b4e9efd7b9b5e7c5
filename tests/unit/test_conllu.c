/* SPDX-License-Identifier: Apache-2.0
 *
 * test_conllu.c -- an analysis written as CoNLL-U.
 */
#include <stdlib.h>

#include "lang/conllu.h"
#include "sample_words.h"
#include "suites.h"

static const char expected[] =
    "# newdoc id = sample\n"
    "# sent_id = sample-1\n"
    "# text = Zo\xC3\xAB won't go.\n"
    "1\tZo\xC3\xAB\tZo\xC3\xAB\tPROPN\tNNP\t_\t4\tnsubj\t_\t"
    "CharEnd=3|CharStart=0|Name=B-PER\n"
    "2-3\twon't\t_\t_\t_\t_\t_\t_\t_\tCharEnd=9|CharStart=4\n"
    "2\two\twill\tAUX\tMD\t_\t4\taux\t_\tCharEnd=6|CharStart=4\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\tCharEnd=9|CharStart=6\n"
    "4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\t"
    "CharEnd=12|CharStart=10|SpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tCharEnd=13|CharStart=12\n"
    "\n"
    "# sent_id = sample-2\n"
    "# text = New York\n"
    "1\tNew\t_\tADJ\t$\t_\t0\troot\t_\tCharEnd=17|CharStart=14|Name=B-LOC\n"
    "2\tYork\t_\tADJ\t$\t_\t1\tacl\t_\tCharEnd=22|CharStart=18|Name=I-LOC\n"
    "\n";

static void set(cgi_token *t, const char *lemma, cgi_upos upos, cgi_xpos xpos,
                uint32_t head, cgi_rel rel)
{
    t->lemma = lemma;
    t->upos = (uint8_t)upos;
    t->xpos = (uint8_t)xpos;
    t->head = head;
    t->rel = (uint8_t)rel;
}

static void fill(cgi_lang *l)
{
    cgi_token *t = l->tokens;
    set(t, "Zo\xC3\xAB", CGI_UPOS_PROPN, CGI_XPOS_NNP, 3, CGI_REL_NSUBJ);
    set(t + 1, "will", CGI_UPOS_AUX, CGI_XPOS_MD, 3, CGI_REL_AUX);
    set(t + 2, "not", CGI_UPOS_PART, CGI_XPOS_RB, 3, CGI_REL_ADVMOD);
    set(t + 3, "go", CGI_UPOS_VERB, CGI_XPOS_VB, CGI_NO_TOKEN, CGI_REL_ROOT);
    set(t + 4, ".", CGI_UPOS_PUNCT, CGI_XPOS_PERIOD, 3, CGI_REL_PUNCT);
    set(t + 5, NULL, 0, 0, CGI_NO_TOKEN, CGI_REL_ROOT);
    set(t + 6, NULL, 0, 0, 5, CGI_REL_ACL);
}

static void known_analysis(void)
{
    cgi_arena a = {0};
    jmp_buf on_fail;
    cgi_lang l;
    char *out = NULL;
    size_t size;
    a.on_fail = &on_fail;
    if (setjmp(on_fail))
        return;
    sample_words(&l, &a, "Zo\xC3\xAB wo +n't go ~.\nNew York");
    fill(&l);
    cgi_name names[] = {{0, 1, CGI_NAME_PERSON}, {5, 7, CGI_NAME_PLACE}};
    l.names = names;
    l.n_names = 2;
    FILE *f = open_memstream(&out, &size);
    cgi_conllu_write(f, &l);
    fclose(f);
    CU_ASSERT_STRING_EQUAL(out, expected);
    free(out);
    cgi_arena_clear(&a);
}

static void nothing_is_written_of_nothing(void)
{
    cgi_article article = {.text = ""};
    cgi_lang l = {.article = &article};
    char *out = NULL;
    size_t size;
    FILE *f = open_memstream(&out, &size);
    cgi_conllu_write(f, &l);
    fclose(f);
    CU_ASSERT_STRING_EQUAL(out, "# newdoc id = article\n");
    free(out);
}

CU_TestInfo conllu_tests[] = {
    {"words, ranges, offsets and names are written", known_analysis},
    {"an empty article is its header", nothing_is_written_of_nothing},
    CU_TEST_INFO_NULL,
};
