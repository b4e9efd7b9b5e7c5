/* SPDX-License-Identifier: Apache-2.0
 *
 * test_utf8.c -- checking and stepping through UTF-8.
 */
#include <string.h>

#include "base/utf8.h"
#include "suites.h"

#define GOOD SIZE_MAX

/* Where each text goes bad; the borders are those of table 3-7. */
static void checked(void)
{
    static const struct {
        const char *text;
        size_t bad;
    } cases[] = {
        {"", GOOD},
        {"plain text of more than eight bytes", GOOD},
        {"\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80", GOOD},
        {"\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF", GOOD},
        {"12345678\xFF", 8},
        {"1234567\xC3\xA9 89\x80", 12},
        {"\xC0\x80", 0},          /* Overlong. */
        {"\xC1\xBF", 0},          /* Overlong. */
        {"\xE0\x9F\xBF", 0},      /* Overlong. */
        {"\xF0\x8F\xBF\xBF", 0},  /* Overlong. */
        {"a\xED\xA0\x80", 1},     /* Surrogate. */
        {"a\xF4\x90\x80\x80", 1}, /* Beyond U+10FFFF. */
        {"a\xF5\x80\x80\x80", 1}, /* Never a lead byte. */
        {"ab\xC3", 2},            /* Cut off. */
        {"ab\xE2\x82", 2},        /* Cut off. */
        {"ab\xF0\x9F\x98", 2},    /* Cut off. */
        {"\xE2\x28\xA1", 0},      /* No continuation. */
        {"\xE2\x82\x28", 0},      /* No continuation. */
        {"\xF0\x9F\x98\x28", 0},  /* No continuation. */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t bad = GOOD;
        bool ok = cgi_utf8_check(&bad, cases[i].text, strlen(cases[i].text));
        CU_ASSERT_EQUAL(ok, cases[i].bad == GOOD);
        CU_ASSERT_EQUAL(bad, cases[i].bad);
    }
    size_t bad;
    CU_ASSERT_TRUE(cgi_utf8_check(&bad, "a\0b", 3));
}

/* Every code point, written by hand and read back. */
static void round_trip(void)
{
    unsigned wrong = 0;
    for (uint32_t c = 0; c < 0x110000; c++) {
        char s[4];
        size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4, bad;
        uint32_t lead = n == 1 ? 0 : 0xF00u >> n & 0xFF;
        for (size_t i = n; i-- > 1;)
            s[i] = (char)(0x80 | (c >> 6 * (n - 1 - i) & 0x3F));
        s[0] = (char)(lead | c >> 6 * (n - 1));
        bool is_surrogate = c >= 0xD800 && c < 0xE000;
        wrong += cgi_utf8_check(&bad, s, n) == is_surrogate;
        const char *p = s;
        wrong += cgi_utf8_next(&p, s + n) != c || p != s + n;
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT_EQUAL(cgi_utf8_length(cgi_slice_of("a\u00E9\u20AC\U0001F600")),
                    4);
    CU_ASSERT_EQUAL(cgi_utf8_length((cgi_slice){NULL, 0}), 0);
}

typedef struct {
    const char *from, *to;
} text_case;

/* Runs all cases through one of the three functions below. */
static void each(const text_case *cases, size_t n,
                 const char *(*convert)(cgi_arena *, cgi_slice))
{
    cgi_arena a = {0};
    jmp_buf on_fail;
    a.on_fail = &on_fail;
    if (setjmp(on_fail)) {
        CU_FAIL("memory ran out");
        cgi_arena_clear(&a);
        return;
    }
    for (size_t i = 0; i < n; i++)
        CU_ASSERT_STRING_EQUAL(convert(&a, cgi_slice_of(cases[i].from)),
                               cases[i].to);
    cgi_arena_clear(&a);
}

static const char *to_lower(cgi_arena *a, cgi_slice s)
{
    return cgi_utf8_lower(a, s);
}

static const char *to_nfc(cgi_arena *a, cgi_slice s)
{
    cgi_slice out = cgi_utf8_nfc(a, s);
    return cgi_arena_strndup(a, out.at, out.len);
}

static const char *to_one_line(cgi_arena *a, cgi_slice s)
{
    return cgi_utf8_one_line(a, s);
}

static void lowered(void)
{
    static const text_case cases[] = {
        {"", ""},
        {"U.S. Army", "u.s. army"},
        {"\u00C9COLE \u0141\u00D3D\u0179", "\u00E9cole \u0142\u00F3d\u017A"},
        {"\u0130I", "ii"},                /* Not Turkish. */
        {"\u023A", "\u2C65"},             /* Longer in lower case. */
        {"\u039F\u03A3", "\u03BF\u03C3"}, /* By code point: no final sigma. */
        {"\U00010400", "\U00010428"},
    };
    each(cases, sizeof cases / sizeof *cases, to_lower);
}

static void normalised(void)
{
    static const text_case cases[] = {
        {"", ""},
        {"Caf\u00E9 \u2013 \u201Cquote\u201D",
         "Caf\u00E9 \u2013 \u201Cquote\u201D"},
        {"Cafe\u0301", "Caf\u00E9"},
        {"\u212B \u2126", "\u00C5 \u03A9"},
        {"q\u0307\u0323", "q\u0323\u0307"},
        {"\u1100\u1161\u11A8", "\uAC01"},
        /* The two that grow most: threefold in UTF-8. */
        {"\uFB2C\U0001D160",
         "\u05E9\u05BC\u05C1\U0001D158\U0001D165\U0001D16E"},
    };
    each(cases, sizeof cases / sizeof *cases, to_nfc);
}

static void on_one_line(void)
{
    static const text_case cases[] = {
        {"", ""},
        {" \n ", ""},
        {"two words", "two words"},
        {"\n two\r\n\t words \u00A0", "two words"},
        {"a\u2028b\u3000c\xC2\x85 d\001e", "a b c d e"},
        {"\u201Cquoted\u201D\n", "\u201Cquoted\u201D"},
    };
    each(cases, sizeof cases / sizeof *cases, to_one_line);
}

static void folded(void)
{
    static const struct {
        const char *text, *key;
    } cases[] = {
        {"Abc", "abc"},
        {"\u00C9tat-D'Or", "etat dor"},
        {"St. Mary\u2019s", "st marys"},
        {"\u015E\u0131rnak \u0141\u00F3d\u017A", "sirnak lodz"},
        {"K\u0101bul Gro\u00DF\u00D8", "kabul grosso"},
        {"H\u1EBF", "he"}, /* Two accents. */
        {"e\u0301", "e"},  /* An accent of its own. */
        {"\u0416", "\u0436"},
        {"'", ""},
        {"", ""},
    };
    char out[32];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        memset(out, 'x', sizeof out);
        size_t n = cgi_utf8_fold(out, sizeof out, cgi_slice_of(cases[i].text));
        CU_ASSERT_EQUAL(n, strlen(cases[i].key));
        CU_ASSERT_STRING_EQUAL(out, cases[i].key);
    }
    CU_ASSERT_EQUAL(cgi_utf8_fold(out, 4, cgi_slice_of("abc")), 3);
    CU_ASSERT_EQUAL(cgi_utf8_fold(out, 3, cgi_slice_of("abc")), 0);
    CU_ASSERT_EQUAL(cgi_utf8_fold(out, 2, cgi_slice_of("\u0416")), 0);
}

static void classes(void)
{
    static const struct {
        uint32_t c;
        bool upper, letter, space;
    } cases[] = {
        {'A', true, true, false},      {'z', false, true, false},
        {'5', false, false, false},    {' ', false, false, true},
        {'\n', false, false, true},    {'_', false, false, false},
        {0xC9, true, true, false},     {0xDF, false, true, false},
        {0x1C5, true, true, false},    {0x416, true, true, false},
        {0x5D0, false, true, false},   {0xA0, false, false, true},
        {0x85, false, false, true},    {0x2028, false, false, true},
        {0x201C, false, false, false}, {0, false, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CU_ASSERT_EQUAL(cgi_utf8_is_upper(cases[i].c), cases[i].upper);
        CU_ASSERT_EQUAL(cgi_utf8_is_letter(cases[i].c), cases[i].letter);
        CU_ASSERT_EQUAL(cgi_utf8_is_space(cases[i].c), cases[i].space);
    }
}

CU_TestInfo utf8_tests[] = {
    {"bad bytes are found, and where they are", checked},
    {"every code point is checked and read back", round_trip},
    {"lower case goes by code point, not by locale", lowered},
    {"text is normalised to form C", normalised},
    {"white space and control characters become one space", on_one_line},
    {"names fold to what they share however they are spelt", folded},
    {"letters, capitals and spaces are told apart", classes},
    CU_TEST_INFO_NULL,
};
