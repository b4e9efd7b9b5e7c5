/* SPDX-License-Identifier: Apache-2.0
 *
 * test_article.c -- taking an article in: checks, blocks, datelines.
 *
 * Blocks are compared as one string: a letter for the kind and the text of
 * the block, "T:Head|P:First.|P:Second.", with "^" where the prose begins if
 * that is not at the start.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "suites.h"

typedef struct {
    cgi_arena arena;
    cgi_article art;
    cg_error err;
    cg_status status;
} fixture;

static void read_source(fixture *f, const cg_source *source, const char *date)
{
    jmp_buf on_fail;
    *f = (fixture){0};
    f->arena.on_fail = &on_fail;
    if (setjmp(on_fail)) {
        f->status = CG_ERR_NOMEM;
        return;
    }
    f->status = cgi_article_read(&f->art, &f->arena, source, date, &f->err);
}

static void read_text(fixture *f, const char *text)
{
    cg_source source = {.text = text, .len = strlen(text)};
    read_source(f, &source, NULL);
}

/* The blocks as described above, into out[2000]. */
static void show_blocks(char *out, const cgi_article *art)
{
    size_t n = 0;
    for (size_t i = 0; i < art->n_blocks; i++) {
        const cgi_text_block *b = &art->blocks[i];
        bool moved = b->body > b->begin;
        n += (size_t)snprintf(
            out + n, 2000 - n, "%s%c:%.*s%s%.*s", i ? "|" : "", "TBP"[b->kind],
            (int)(b->body - b->begin), art -> text + b -> begin,
            moved ? "^" : "", (int)(b->end - b->body), art->text + b->body);
    }
}

static void check_blocks(const char *text, const char *expected)
{
    fixture f;
    char shown[2000] = "";
    read_text(&f, text);
    CU_ASSERT_EQUAL(f.status, CG_OK);
    if (f.status == CG_OK)
        show_blocks(shown, &f.art);
    CU_ASSERT_STRING_EQUAL(shown, expected);
    if (strcmp(shown, expected) != 0)
        printf("\n  got %s\n  not %s\n", shown, expected);
    cgi_arena_clear(&f.arena);
}

static void bad_text_is_located(void)
{
    static const struct {
        const char *text;
        size_t len, at;
    } cases[] = {
        {"a\0b", 3, 1},
        {"ok \xC3", 4, 3},
        {"\xED\xA0\x80", 3, 0},
        {"\xC0\xAF", 2, 0},
        {"\xF4\x90\x80\x80", 4, 0},
        {"a\0\xFF", 3, 1},
        {"\xFF\xFEh\0i\0", 6, 0},
        {"", 0, 0},
        {NULL, 0, 0},
        {" \n\t\xEF\xBB\xBF\xC2\xA0", 8, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture f;
        cg_source source = {.text = cases[i].text, .len = cases[i].len};
        read_source(&f, &source, NULL);
        CU_ASSERT_EQUAL(f.status, CG_ERR_TEXT);
        CU_ASSERT_EQUAL(f.err.offset, cases[i].at);
        CU_ASSERT(strlen(f.err.text) > 0);
        cgi_arena_clear(&f.arena);
    }
}

static void the_largest_article_is_read_and_no_larger(void)
{
    char *text = malloc(CGI_ARTICLE_MAX + 1);
    if (!text)
        return;
    memset(text, 'a', CGI_ARTICLE_MAX + 1);
    fixture f;
    cg_source source = {.text = text, .len = CGI_ARTICLE_MAX};
    read_source(&f, &source, NULL);
    CU_ASSERT_EQUAL(f.status, CG_OK);
    CU_ASSERT_EQUAL(f.art.n_blocks, 1);
    cgi_arena_clear(&f.arena);

    source.len++;
    read_source(&f, &source, NULL);
    CU_ASSERT_EQUAL(f.status, CG_ERR_LIMIT);
    cgi_arena_clear(&f.arena);

    source.len = CGI_ARTICLE_MAX - 3;
    source.title = "Four";
    read_source(&f, &source, NULL);
    CU_ASSERT_EQUAL(f.status, CG_ERR_LIMIT);
    cgi_arena_clear(&f.arena);
    free(text);
}

static void bad_metadata_is_refused(void)
{
    static const struct {
        cg_source source;
        const char *date;
        cg_status status;
    } cases[] = {
        {{.text = "a", .len = 1, .title = "\xFF"}, NULL, CG_ERR_TEXT},
        {{.text = "a", .len = 1, .id = "\xFF"}, NULL, CG_ERR_TEXT},
        {{.text = "a", .len = 1, .url = "\xFF"}, NULL, CG_ERR_TEXT},
        {{.text = "a", .len = 1, .publisher = "\xFF"}, NULL, CG_ERR_TEXT},
        {{.text = "a", .len = 1, .date = "2022-02-30"}, NULL, CG_ERR_USAGE},
        {{.text = "a", .len = 1}, "tomorrow", CG_ERR_USAGE},
        {{.text = "a", .len = 1, .date = "2022-02-03"}, "tomorrow", CG_OK},
        {{.text = "a", .len = 1, .date = ""}, "", CG_OK},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture f;
        read_source(&f, &cases[i].source, cases[i].date);
        CU_ASSERT_EQUAL(f.status, cases[i].status);
        cgi_arena_clear(&f.arena);
    }
}

static void metadata_is_kept(void)
{
    fixture f;
    cg_source source = {.text = "It rained.",
                        .len = 10,
                        .id = "7",
                        .url = "https://example.org/7",
                        .publisher = " The\n Courier "};
    read_source(&f, &source, "2022-09-05");
    CU_ASSERT_EQUAL(f.status, CG_OK);
    CU_ASSERT_STRING_EQUAL(f.art.id, "7");
    CU_ASSERT_STRING_EQUAL(f.art.url, "https://example.org/7");
    CU_ASSERT_STRING_EQUAL(f.art.publisher, "The Courier");
    CU_ASSERT_EQUAL(f.art.date.day, 5);
    CU_ASSERT_EQUAL(f.art.title.len, 0);
    cgi_arena_clear(&f.arena);
}

static void a_title_stands_once_in_the_text(void)
{
    static const struct {
        const char *title, *text, *blocks, *found;
    } cases[] = {
        {"Rain", "It fell.", "T:Rain|P:It fell.", "Rain"},
        {" Heavy\nrain ", "It fell.", "T:Heavy rain|P:It fell.", "Heavy rain"},
        {"Rain", "\n Rain\n\nIt fell.", "T:Rain|P:It fell.", "Rain"},
        {"Rain", "RAIN.\nIt fell.", "T:RAIN.|P:It fell.", "RAIN"},
        {"'Rain'", "\xE2\x80\x98Rain.\xE2\x80\x99 It fell.",
         "T:\xE2\x80\x98Rain.\xE2\x80\x99|P:It fell.",
         "\xE2\x80\x98Rain.\xE2\x80\x99"},
        {"Rain", "Rain fell.", "T:Rain|P:Rain fell.", "Rain"},
        {"Rain", "Rainy days.", "T:Rain|P:Rainy days.", "Rain"},
        {"...", "It fell.", "T:...|P:It fell.", "..."},
        {"", "It fell.", "P:It fell.", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture f;
        char shown[2000] = "";
        cg_source source = {.text = cases[i].text,
                            .len = strlen(cases[i].text),
                            .title = cases[i].title};
        read_source(&f, &source, NULL);
        CU_ASSERT_EQUAL(f.status, CG_OK);
        show_blocks(shown, &f.art);
        CU_ASSERT_STRING_EQUAL(shown, cases[i].blocks);
        CU_ASSERT(cgi_slice_is(f.art.title, cases[i].found));
        cgi_arena_clear(&f.arena);
    }
}

static void the_text_is_the_input_if_no_title_is_added(void)
{
    static const char text[] = "\xEF\xBB\xBFOne.\r\n\r\n  Two.\x03\n";
    fixture f;
    read_text(&f, text);
    CU_ASSERT_EQUAL(f.art.len, sizeof text - 1);
    CU_ASSERT_STRING_EQUAL(f.art.text, text);
    char shown[2000];
    show_blocks(shown, &f.art);
    CU_ASSERT_STRING_EQUAL(shown, "P:One.|P:Two.");
    cgi_arena_clear(&f.arena);
}

static void blocks_follow_the_layout(void)
{
    static const char *const cases[][2] = {
        /* An empty line, or each line. */
        {"One is here.\n\nTwo is there.", "P:One is here.|P:Two is there."},
        {"One is here.\nTwo is there.\n", "P:One is here.|P:Two is there."},
        {"One is here.\rTwo is there.\r", "P:One is here.|P:Two is there."},
        {"One is here.\r\nTwo.\r\n\r\nThree.",
         "P:One is here.|P:Two.|P:Three."},
        /* Broken at a width, paragraphs apart by a short line or an indent. */
        {"The bridge over the river was closed on Friday\n"
         "after engineers found cracks in two of its\n"
         "arches. It will open again.\n"
         "Traders on the far bank fear for their season\n"
         "and have asked for a ferry.\n",
         "P:The bridge over the river was closed on Friday\n"
         "after engineers found cracks in two of its\n"
         "arches. It will open again.|"
         "P:Traders on the far bank fear for their season\n"
         "and have asked for a ferry."},
        {"    The bridge over the river was closed on Friday\n"
         "after engineers found cracks in two of its arches.\n"
         "    Traders on the far bank fear for their season\n"
         "and have asked for a ferry.\n",
         "P:The bridge over the river was closed on Friday\n"
         "after engineers found cracks in two of its arches.|"
         "P:Traders on the far bank fear for their season\n"
         "and have asked for a ferry."},
        {"THE BRIDGE OVER THE RIVER WAS CLOSED ON FRIDAY\n"
         "AFTER ENGINEERS FOUND CRACKS IN TWO OF ITS OLD\n"
         "ARCHES, WHICH WERE BUILT A HUNDRED YEARS AGO AND\n"
         "MORE. IT WILL OPEN AGAIN.\n",
         "P:THE BRIDGE OVER THE RIVER WAS CLOSED ON FRIDAY\n"
         "AFTER ENGINEERS FOUND CRACKS IN TWO OF ITS OLD\n"
         "ARCHES, WHICH WERE BUILT A HUNDRED YEARS AGO AND\n"
         "MORE. IT WILL OPEN AGAIN."},
        /* Paragraphs of one short line are not joined. */
        {"The bridge over the river was closed on Friday.\n"
         "Engineers found cracks in two of its arches.\n"
         "Traders on the far bank fear for their season.\n",
         "P:The bridge over the river was closed on Friday.|"
         "P:Engineers found cracks in two of its arches.|"
         "P:Traders on the far bank fear for their season."},
        /* Lists. */
        {"Three things were found in the house.\n\n- a rope\n* a map\n1. a "
         "key\n"
         "\xE2\x80\xA2 a lamp",
         "P:Three things were found in the house.|P:- ^a rope|P:* ^a map|"
         "P:1. ^a key|P:\xE2\x80\xA2 ^a lamp"},
        {"-5 degrees were measured on the hill.",
         "P:-5 degrees were measured on the hill."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_blocks(cases[i][0], cases[i][1]);
}

static void headlines_and_bylines_are_found(void)
{
    static const char *const cases[][2] = {
        {"Bridge closed\nThe bridge was closed on Friday.",
         "T:Bridge closed|P:The bridge was closed on Friday."},
        {"Is the bridge safe?\n\nIt was closed on Friday, and may be closed.",
         "T:Is the bridge safe?|P:It was closed on Friday, and may be "
         "closed."},
        {"Bridge closed\nBy Jane Roe\nThe bridge was closed on Friday.",
         "T:Bridge closed|B:By Jane Roe|P:The bridge was closed on Friday."},
        {"By JANE ROE and John Doe, Staff Writers\n\nBridge closed\n\n"
         "The bridge was closed on Friday.",
         "B:By JANE ROE and John Doe, Staff Writers|T:Bridge closed|"
         "P:The bridge was closed on Friday."},
        {"Bridge closed\nFriday, July 21, 2017\nThe bridge was closed.",
         "T:Bridge closed|B:Friday, July 21, 2017|P:The bridge was closed."},
        {"Bridge closed\n12 January 2010 @ 09:29 pm\nThe bridge was closed.",
         "T:Bridge closed|B:12 January 2010 @ 09:29 pm|"
         "P:The bridge was closed."},
        {"It was closed.\n(Reporting by Jane Roe; Editing by John Doe)",
         "P:It was closed.|B:(Reporting by Jane Roe; Editing by John Doe)"},
        {"It was closed.\nPhoto: Jane Roe\n\xC2\xA9 2022 The Courier",
         "P:It was closed.|B:Photo: Jane Roe|B:\xC2\xA9 2022 The Courier"},
        /* Prose all of it. */
        {"The bridge was closed.", "P:The bridge was closed."},
        {"Bridge closed", "P:Bridge closed"},
        {"By Friday the bridge had been closed by order of the mayor.",
         "P:By Friday the bridge had been closed by order of the mayor."},
        {"The bonds are due on July 1, 1990.",
         "P:The bonds are due on July 1, 1990."},
        {"It was closed by the mayor on July 21, 2017",
         "P:It was closed by the mayor on July 21, 2017"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_blocks(cases[i][0], cases[i][1]);
}

#define STORY                                                                  \
    "The bridge over the river was closed on Friday after engineers found "    \
    "cracks in two of its arches, the mayor said."

static void datelines_are_found(void)
{
    static const struct {
        const char *head, *place, *agency;
    } cases[] = {
        {"KABUL, Sept 5 (Reuters) - ", "KABUL", "Reuters"},
        {"KABUL (AP) -- ", "KABUL", "AP"},
        {"INDEPENDENCE, Mo. (AP)--", "INDEPENDENCE, Mo.", "AP"},
        {"NAIROBI, Kenya (AP) _ ", "NAIROBI, Kenya", "AP"},
        {"London (AFP) - ", "London", "AFP"},
        {"WASHINGTON \xE2\x80\x94 ", "WASHINGTON", ""},
        {"FALLS VILLAGE\xE2\x80\x94", "FALLS VILLAGE", ""},
        {"CHARLESTON, S.C. \xE2\x80\x94 ", "CHARLESTON, S.C.", ""},
        {"Taipei, Taiwan \xE2\x80\x94 ", "Taipei, Taiwan", ""},
        {"PARIS, Nov. 3 /PRNewswire/ -- ", "PARIS", "PRNewswire"},
        {"LONDON, UNITED KINGDOM, February 21, 2025 / EINPresswire.com / -- ",
         "LONDON, UNITED KINGDOM", "EINPresswire.com"},
        {"Moscow. September 5. INTERFAX.COM - ", "Moscow", "INTERFAX.COM"},
        {"MOSCOW, September 5. /TASS/. ", "MOSCOW", "TASS"},
        {"BOGOTA, 12 FEB 90 (DOMESTIC SERVICE) -- [TEXT] ", "BOGOTA",
         "DOMESTIC SERVICE"},
        {"Panama City (Panama), 14 Mar 90 (El Siglo) -- [Text] ", "Panama City",
         "El Siglo"},
        {"Buenos Aires, 30 may 89 (NA) -- [Text] ", "Buenos Aires", "NA"},
        {"San Salvador, 3 Jan 90 -- [Report] [Text] ", "San Salvador", ""},
        {"KINSHASA, Jul 26 2022 (IPS) - ", "KINSHASA", "IPS"},
        {"JERUSALEM Sept 5 - ", "JERUSALEM", ""},
        {"RIO DE JANEIRO, 2022-09-05 (Reuters) - ", "RIO DE JANEIRO",
         "Reuters"},
        {"Rio de Janeiro (Reuters) - ", "Rio de Janeiro", "Reuters"},
        {"YAOUND\xC3\x89, Jun 3 (IPS) - ", "YAOUND\xC3\x89", "IPS"},
        {"CAIRO \xE2\x80\x93 26 July 2022: ", "CAIRO", ""},
        {"(Reuters) - ", "", "Reuters"},
        {"KABUL (Pajhwok): ", "KABUL", "Pajhwok"},
        {"KABUL (Pajhwok) : ", "KABUL", "Pajhwok"},
        {"Bogota, March 8 (IANS) ", "Bogota", "IANS"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture f;
        char text[400];
        snprintf(text, sizeof text, "Bridge closed\n\n%s%s", cases[i].head,
                 STORY);
        read_text(&f, text);
        CU_ASSERT_EQUAL(f.art.n_blocks, 2);
        CU_ASSERT(cgi_slice_is(f.art.dateline, cases[i].place));
        CU_ASSERT(cgi_slice_is(f.art.agency, cases[i].agency));
        size_t body = f.art.blocks[1].body - f.art.blocks[1].begin;
        CU_ASSERT_EQUAL(body, strlen(cases[i].head));
        if (body != strlen(cases[i].head))
            printf("\n  %s\n", cases[i].head);
        cgi_arena_clear(&f.arena);
    }
}

static void prose_with_a_dash_is_no_dateline(void)
{
    static const char *const cases[] = {
        "Mehmet Oz \xE2\x80\x94 surgeon and star \xE2\x80\x94 has been "
        "there. " STORY,
        "Flight MH 370 \xE2\x80\x94 The plane is lost for good. " STORY,
        "Coal - the dirtiest of fuels - is back. " STORY,
        "In March 5 - 10 degrees were measured. " STORY,
        "The United Nations (UN) - a body of states - said so. " STORY,
        "Formula One Round 5 - The drivers met. " STORY,
        "COLTS BEAT CHIEFS 20 - 13",
        "BRIDGE CLOSED - MAYOR SAYS THAT IT IS NOT SAFE AND THAT NOBODY MAY "
        "USE IT UNTIL THE ENGINEERS HAVE BEEN THERE.",
        "Ann Lee (Labour): The bridge must be mended. " STORY,
        "Ann Lee (Labour) Has the floor now. " STORY,
        "He said (and he knows) - well, he said it. " STORY,
        "(Story can end here, if it has to.) - " STORY,
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture f;
        read_text(&f, cases[i]);
        CU_ASSERT_EQUAL(f.art.dateline.len, 0);
        CU_ASSERT_EQUAL(f.art.agency.len, 0);
        CU_ASSERT_EQUAL(f.art.blocks[0].body, 0);
        cgi_arena_clear(&f.arena);
    }
}

static void a_colon_makes_a_place_but_not_of_speakers(void)
{
    static const char more[] = STORY " " STORY " " STORY "\n\n";
    fixture f;
    char text[1000];
    snprintf(text, sizeof text, "NEW DELHI: %s", more);
    read_text(&f, text);
    CU_ASSERT(cgi_slice_is(f.art.dateline, "NEW DELHI"));
    cgi_arena_clear(&f.arena);
    snprintf(text, sizeof text, "BLITZER: %sROE: %s", more, more);
    read_text(&f, text);
    CU_ASSERT_EQUAL(f.art.dateline.len, 0);
    cgi_arena_clear(&f.arena);
}

static void code_points_are_counted(void)
{
    char text[1001];
    for (size_t i = 0; i < 1000; i += 4)
        memcpy(text + i, i % 8 ? "a\xC3\xA9z" : "\xF0\x9F\x98\x80", 4);
    text[1000] = '\0';
    fixture f;
    for (size_t len = 960; len <= 1000; len += 8) {
        cg_source source = {.text = text, .len = len};
        read_source(&f, &source, NULL);
        CU_ASSERT_EQUAL(f.status, CG_OK);
        uint32_t n = 0, wrong = 0;
        for (uint32_t i = 0; i <= len; i++) {
            wrong += cgi_article_chars(&f.art, i) != n;
            n += i < len && (text[i] & 0xC0) != 0x80;
        }
        CU_ASSERT_EQUAL(wrong, 0);
        CU_ASSERT_EQUAL(cgi_article_chars(&f.art, UINT32_MAX), n);
        cgi_arena_clear(&f.arena);
    }
}

static void every_allocation_may_fail(void)
{
    cg_source source = {.text = "KABUL (AP) - It rained.\n\n- a\n- b\n",
                        .len = 33,
                        .title = "Rain",
                        .publisher = "The Courier"};
    cg_status st = CG_ERR_NOMEM;
    size_t n = 0;
    for (; n < 100 && st == CG_ERR_NOMEM; n++) {
        fixture f;
        cgi_arena_fail_after(n);
        read_source(&f, &source, NULL);
        cgi_arena_fail_after(SIZE_MAX);
        st = f.status;
        cgi_arena_clear(&f.arena);
    }
    CU_ASSERT_EQUAL(st, CG_OK);
    CU_ASSERT(n > 5);
}

CU_TestInfo article_tests[] = {
    {"bad text is located", bad_text_is_located},
    {"the largest article is read and no larger",
     the_largest_article_is_read_and_no_larger},
    {"bad metadata is refused", bad_metadata_is_refused},
    {"metadata is kept", metadata_is_kept},
    {"a title stands once in the text", a_title_stands_once_in_the_text},
    {"the text is the input if no title is added",
     the_text_is_the_input_if_no_title_is_added},
    {"blocks follow the layout", blocks_follow_the_layout},
    {"headlines and bylines are found", headlines_and_bylines_are_found},
    {"datelines are found", datelines_are_found},
    {"prose with a dash is no dateline", prose_with_a_dash_is_no_dateline},
    {"a colon makes a place, but not of speakers",
     a_colon_makes_a_place_but_not_of_speakers},
    {"code points are counted", code_points_are_counted},
    {"every allocation may fail", every_allocation_may_fail},
    CU_TEST_INFO_NULL,
};
