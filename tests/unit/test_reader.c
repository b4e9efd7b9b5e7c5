/* SPDX-License-Identifier: Apache-2.0
 *
 * test_reader.c -- articles from streams of text and of JSON Lines.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "article/reader.h"
#include "suites.h"

/* A stream that reads `len` bytes. */
static FILE *stream_of(const char *bytes, size_t len)
{
    FILE *f = tmpfile();
    if (!f)
        return NULL;
    if (fwrite(bytes, 1, len, f) != len) {
        fclose(f);
        return NULL;
    }
    rewind(f);
    return f;
}

/* What comes out of `bytes`, as one string in out[500]: "id=text;" for an
 * article, "!status@line:offset;" for an error. */
static void read_all(char *out, const char *bytes, size_t len, cg_input format)
{
    FILE *f = stream_of(bytes, len);
    cg_reader *r = NULL;
    size_t n = 0;
    *out = '\0';
    if (!f)
        return;
    CU_ASSERT_EQUAL(cg_reader_new(&r, f, format, NULL), CG_OK);
    for (int i = 0; i < 20; i++) {
        const cg_source *s;
        cg_error err = {0};
        cg_status st = cg_reader_next(&s, r, &err);
        CU_ASSERT_EQUAL(st, err.status);
        CU_ASSERT(st == CG_OK || !s);
        if (st)
            n += (size_t)snprintf(out + n, 500 - n, "!%d@%zu:%zu;", (int)st,
                                  err.line, err.offset);
        else if (s)
            n += (size_t)snprintf(out + n, 500 - n, "%s=%.*s;",
                                  s->id ? s->id : "", (int)s->len, s->text);
        else
            break;
    }
    cg_reader_free(r);
    fclose(f);
}

static void check(const char *bytes, cg_input format, const char *expected)
{
    char got[500];
    read_all(got, bytes, strlen(bytes), format);
    CU_ASSERT_STRING_EQUAL(got, expected);
    if (strcmp(got, expected) != 0)
        printf("\n  got %s\n  not %s\n", got, expected);
}

static void the_format_is_guessed(void)
{
    check("Rain fell.\nMuch.", CG_INPUT_AUTO, "=Rain fell.\nMuch.;");
    check(" \n\xEF\xBB\xBF Rain.", CG_INPUT_AUTO, "= \n\xEF\xBB\xBF Rain.;");
    check("\xEF\xBB\xBFRain {", CG_INPUT_AUTO, "=\xEF\xBB\xBFRain {;");
    check("{\"text\":\"a\"}", CG_INPUT_AUTO, "=a;");
    check("\n \n {\"text\":\"a\"}\n{\"text\":\"b\"}\n", CG_INPUT_AUTO,
          "=a;=b;");
    check("\xEF\xBB\xBF{\"text\":\"a\"}", CG_INPUT_AUTO, "=a;");
    check("{\"text\":\"a\"}", CG_INPUT_TEXT, "={\"text\":\"a\"};");
    check("", CG_INPUT_AUTO, "=;");
    check("  \n", CG_INPUT_AUTO, "=  \n;");
    check("", CG_INPUT_JSONL, "");
}

static void lines_are_articles(void)
{
    check("{\"id\":\"x\",\"text\":\"a\\nb\",\"more\":[1,{}]}\r\n"
          "\n"
          "{\"id\":12,\"text\":\"c\",\"title\":null}\n"
          "{\"id\":1.5,\"text\":\"\\u00e9\"}",
          CG_INPUT_JSONL, "x=a\nb;12=c;1.5=\xC3\xA9;");
}

static void all_names_are_read(void)
{
    static const char line[] =
        "{\"id\":\"i\",\"title\":\"t\",\"date\":\"2022-09-05T10:00\","
        "\"text\":\"x\",\"url\":\"u\",\"publisher\":\"p\"}\n"
        "{\"text\":\"x\",\"date\":\"2004/2005\"}";
    FILE *f = stream_of(line, sizeof line - 1);
    cg_reader *r = NULL;
    const cg_source *s = NULL;
    if (!f)
        return;
    CU_ASSERT_EQUAL(cg_reader_new(&r, f, CG_INPUT_JSONL, NULL), CG_OK);
    CU_ASSERT_EQUAL(cg_reader_next(&s, r, NULL), CG_OK);
    if (s) {
        CU_ASSERT_STRING_EQUAL(s->title, "t");
        CU_ASSERT_STRING_EQUAL(s->date, "2022-09-05T10:00");
        CU_ASSERT_STRING_EQUAL(s->url, "u");
        CU_ASSERT_STRING_EQUAL(s->publisher, "p");
    }
    CU_ASSERT_EQUAL(cg_reader_next(&s, r, NULL), CG_OK);
    if (s) {
        CU_ASSERT_PTR_NULL(s->date);
        CU_ASSERT_PTR_NULL(s->title);
    }
    cg_reader_free(r);
    fclose(f);
}

static void bad_lines_are_located_and_passed_over(void)
{
    /* Offsets count from the start of the stream; 3 is CG_ERR_TEXT. */
    check("{\"text\":\"a\"}\n{\"text\":}\n{\"text\":\"b\"}\n", CG_INPUT_JSONL,
          "=a;!3@2:22;=b;");
    check("{\"text\":\"\xFF\"}\n{\"text\":\"b\"}", CG_INPUT_JSONL,
          "!3@1:9;=b;");
    check("[1]\n{\"text\":\"b\"}", CG_INPUT_JSONL, "!3@1:0;=b;");
    check("{\"text\":\"a\\u0000\"}", CG_INPUT_JSONL, "!3@1:17;");
    check("{\"text\":\"a\\ud800\"}", CG_INPUT_JSONL, "!3@1:17;");
    check("{}\n{\"text\":\"\"}\n{\"text\":\" \\n\"}\n{\"text\":7}\n"
          "{\"text\":null}\n{\"text\":\"b\",\"title\":[]}\n",
          CG_INPUT_JSONL, "!3@1:0;!3@2:3;!3@3:15;!3@4:30;!3@5:41;!3@6:55;");
    check("{\"text\":\"a\",\"date\":1}\n{\"text\":\"a\",\"url\":1}\n"
          "{\"text\":\"a\",\"publisher\":1}\n",
          CG_INPUT_JSONL, "!3@1:0;!3@2:22;!3@3:43;");
    check("{\"text\":\"cut", CG_INPUT_AUTO, "!3@1:12;");
}

static void a_nul_reaches_the_article(void)
{
    char got[500];
    read_all(got, "a\0b", 3, CG_INPUT_AUTO);
    CU_ASSERT_STRING_EQUAL(got, "=a;"); /* As "%s" shows it. */
    read_all(got, "{\0}\n{\"text\":\"b\"}", 16, CG_INPUT_JSONL);
    CU_ASSERT_STRING_EQUAL(got, "!3@1:2;=b;");
}

/* `max` bytes of "a" between `head` and `tail`. */
static FILE *long_stream(const char *head, size_t max, const char *tail)
{
    FILE *f = tmpfile();
    char block[4096];
    if (!f)
        return NULL;
    memset(block, 'a', sizeof block);
    fputs(head, f);
    for (size_t n; max; max -= n) {
        n = max < sizeof block ? max : sizeof block;
        if (fwrite(block, 1, n, f) != n)
            break;
    }
    fputs(tail, f);
    rewind(f);
    return f;
}

static cg_status next_status(const cg_source **s, cg_reader *r, cg_error *err)
{
    *err = (cg_error){0};
    return cg_reader_next(s, r, err);
}

static void text_beyond_the_limit_is_refused(void)
{
    for (size_t over = 0; over < 2; over++) {
        FILE *f = long_stream("", CGI_ARTICLE_MAX + over, "");
        cg_reader *r;
        cg_error err;
        const cg_source *s;
        if (!f)
            return;
        CU_ASSERT_EQUAL(cg_reader_new(&r, f, CG_INPUT_AUTO, NULL), CG_OK);
        CU_ASSERT_EQUAL(next_status(&s, r, &err), over ? CG_ERR_LIMIT : CG_OK);
        CU_ASSERT_EQUAL(s ? s->len : 0, over ? 0 : CGI_ARTICLE_MAX);
        CU_ASSERT_EQUAL(next_status(&s, r, &err), CG_OK);
        CU_ASSERT_PTR_NULL(s);
        cg_reader_free(r);
        fclose(f);
    }
}

static void a_line_beyond_the_limit_is_passed_over(void)
{
    static const char tail[] = "\"}\n{\"text\":\"b\"}\n";
    FILE *f = long_stream("{\"text\":\"", CGI_LINE_MAX, tail);
    cg_reader *r;
    cg_error err;
    const cg_source *s;
    if (!f)
        return;
    CU_ASSERT_EQUAL(cg_reader_new(&r, f, CG_INPUT_JSONL, NULL), CG_OK);
    CU_ASSERT_EQUAL(next_status(&s, r, &err), CG_ERR_LIMIT);
    CU_ASSERT_EQUAL(err.line, 1);
    CU_ASSERT_EQUAL(next_status(&s, r, &err), CG_OK);
    CU_ASSERT(s && s->len == 1);
    cg_reader_free(r);
    fclose(f);

    f = long_stream("{\"text\":\"", CGI_ARTICLE_MAX + 1, tail);
    CU_ASSERT_EQUAL(cg_reader_new(&r, f, CG_INPUT_JSONL, NULL), CG_OK);
    CU_ASSERT_EQUAL(next_status(&s, r, &err), CG_ERR_LIMIT);
    CU_ASSERT_EQUAL(next_status(&s, r, &err), CG_OK);
    CU_ASSERT(s && s->len == 1);
    cg_reader_free(r);
    fclose(f);
}

static void a_directory_cannot_be_read(void)
{
    FILE *f = fopen("/", "r");
    cg_reader *r = NULL;
    cg_error err;
    const cg_source *s;
    if (!f)
        return;
    for (cg_input i = CG_INPUT_AUTO; i <= CG_INPUT_JSONL; i++) {
        CU_ASSERT_EQUAL(cg_reader_new(&r, f, i, NULL), CG_OK);
        CU_ASSERT_EQUAL(next_status(&s, r, &err), CG_ERR_IO);
        CU_ASSERT(strlen(err.text) > 0);
        CU_ASSERT_EQUAL(next_status(&s, r, &err), CG_OK);
        CU_ASSERT_PTR_NULL(s);
        cg_reader_free(r);
        clearerr(f);
    }
    fclose(f);
}

static void a_reader_of_nothing_is_refused(void)
{
    cg_reader *r;
    CU_ASSERT_EQUAL(cg_reader_new(&r, NULL, CG_INPUT_AUTO, NULL), CG_ERR_USAGE);
    CU_ASSERT_PTR_NULL(r);
    CU_ASSERT_EQUAL(cg_reader_new(&r, stdin, (cg_input)9, NULL), CG_ERR_USAGE);
    cg_reader_free(NULL);
}

CU_TestInfo reader_tests[] = {
    {"the format is guessed", the_format_is_guessed},
    {"lines are articles", lines_are_articles},
    {"all names are read", all_names_are_read},
    {"bad lines are located and passed over",
     bad_lines_are_located_and_passed_over},
    {"a NUL reaches the article", a_nul_reaches_the_article},
    {"text beyond the limit is refused", text_beyond_the_limit_is_refused},
    {"a line beyond the limit is passed over",
     a_line_beyond_the_limit_is_passed_over},
    {"a directory cannot be read", a_directory_cannot_be_read},
    {"a reader of nothing is refused", a_reader_of_nothing_is_refused},
    CU_TEST_INFO_NULL,
};
