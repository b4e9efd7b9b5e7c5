/* SPDX-License-Identifier: Apache-2.0
 *
 * tokenize_number.c -- what begins with a digit.
 *
 * Dates with slashes, clock times, telephone numbers, ordinals and decades
 * are one piece; ranges and fractions are parted, and so are units ("5m").
 */
#include "lang/tokenize.h"

static bool is_digit(const cgi_scan *s, const char *at)
{
    return at < s->end && *at >= '0' && *at <= '9';
}

static const char *digits(const cgi_scan *s, const char *at)
{
    while (is_digit(s, at))
        at++;
    return at;
}

/* Groups of digits with `mark` between them, at most `max` of which are told
 * by their lengths. Returns the number of groups and the end. */
static int groups(const cgi_scan *s, const char *at, char mark, size_t len[4],
                  const char **end)
{
    int n = 0;
    for (;;) {
        const char *p = digits(s, at);
        if (n < 4)
            len[n] = (size_t)(p - at);
        n++;
        *end = p;
        if (p == s->end || *p != mark || !is_digit(s, p + 1) || n > 4)
            return n;
        at = p + 1;
    }
}

/* The value of one or two digits. */
static int small(const char *at, size_t n)
{
    int v = 0;
    for (size_t i = 0; i < n && i < 2; i++)
        v = v * 10 + (at[i] - '0');
    return v;
}

/* "9/11" and "3/15/2001" are days; "3/4" is a fraction and "2001/02" two
 * years, whose parts stand alone. */
static const char *scan_slashes(const cgi_scan *s, const char *at)
{
    size_t len[4];
    const char *end;
    int n = groups(s, at, '/', len, &end);
    if (n == 3 && len[0] <= 4 && len[1] <= 2)
        return end;
    if (n != 2 || len[0] > 2 || len[1] > 2)
        return NULL;
    int first = small(at, len[0]), second = small(at + len[0] + 1, len[1]);
    bool is_day = first >= 1 && first <= 12 && second >= 1 && second <= 31 &&
                  (second >= 10 || first > second || len[1] == 2);
    return is_day ? end : NULL;
}

/* "713-853-3989", "345-9945", "2022-09-05", "77415-0027". */
static const char *scan_hyphens(const cgi_scan *s, const char *at)
{
    size_t len[4];
    const char *end;
    int n = groups(s, at, '-', len, &end);
    if (end < s->end && *end == '-')
        return NULL;
    bool is_phone = n == 2 && len[1] == 4 && (len[0] == 3 || len[0] == 5);
    bool is_long = (n == 3 || n == 4) && len[n - 1] >= 2;
    return is_phone || is_long ? end : NULL;
}

/* Behind "1,50,000", as thousands are grouped in South Asia, or NULL. */
static const char *scan_lakhs(const cgi_scan *s, const char *at)
{
    const char *p = digits(s, at);
    int n = 0;
    if (p - at > 2)
        return NULL;
    for (; p < s->end && *p == ','; n++) {
        const char *q = digits(s, p + 1);
        if (q - p == 4)
            return n ? q : NULL;
        if (q - p != 3)
            break;
        p = q;
    }
    return NULL;
}

/* Digits with points, commas and colons inside. A comma needs three digits
 * behind it. */
static const char *scan_digits(const cgi_scan *s, const char *at)
{
    const char *p = scan_lakhs(s, at);
    if (!p)
        p = digits(s, at);
    while (p < s->end && is_digit(s, p + 1)) {
        const char *q = digits(s, p + 1);
        if (*p == '.' || *p == ':' || (*p == ',' && q - p == 4))
            p = q;
        else
            break;
    }
    return p;
}

/* A list number at the start of a line: "1. Do this". */
static bool is_list_number(const cgi_scan *s, const char *at, const char *end)
{
    if (end - at > 2 || end == s->end || *end != '.' ||
        !cgi_scan_is_blank(cgi_scan_peek(s, end + 1)) || end + 1 == s->end)
        return false;
    uint32_t before = cgi_scan_before(s, at);
    return before == 0 || before == '\n';
}

/* The end of the letters that follow a number. */
static const char *letters(const cgi_scan *s, const char *at)
{
    const char *p = at;
    while (p < s->end && ((*p >= 'A' && *p <= 'Z') ||
                          (*p >= 'a' && *p <= 'z') || (*p & 0x80) != 0)) {
        if (!cgi_scan_is_word(cgi_scan_peek(s, p)))
            break;
        p = cgi_scan_skip(s, p);
    }
    return p;
}

/* True if the number ends before the letters [at, end): they are a unit. */
static bool is_unit(const cgi_scan *s, const char *at, const char *end)
{
    long only_money = 0;
    /* "5a.m.": the unit has points in it. */
    if (end - at == 1 && end + 1 < s->end && *end == '.' && end[1] == 'm')
        return cgi_scan_listed(NULL, s->world, "unit-suffix", at, end + 2);
    if (is_digit(s, end) ||
        !cgi_scan_listed(&only_money, s->world, "unit-suffix", at, end))
        return false;
    return !only_money || s->after_currency;
}

/* Behind the decade of "1990's"; an owner's "2010's" is a decade too. */
static const char *scan_decade(const cgi_scan *s, const char *at,
                               const char *end)
{
    const char *p = cgi_scan_skip(s, end);
    bool is_decade = (end - at == 2 || end - at == 4) && end[-1] == '0' &&
                     cgi_scan_is_apostrophe(cgi_scan_peek(s, end)) &&
                     p < s->end && *p == 's' &&
                     !cgi_scan_is_word(cgi_scan_peek(s, p + 1));
    return is_decade ? p + 1 : end;
}

/* "4th", "3D" and "153B09", but not the unit of "5km". */
static const char *scan_letters(cgi_scan *s, const char *at, const char *end)
{
    if (!cgi_scan_is_word(cgi_scan_peek(s, end)))
        return scan_decade(s, at, end);
    if (is_unit(s, end, letters(s, end)))
        return end;
    cgi_piece word = cgi_scan_word(s, end);
    return s->text + word.end;
}

cgi_piece cgi_scan_number(cgi_scan *s, const char *at)
{
    const char *first = is_digit(s, at) ? at : at + 1;
    const char *end = scan_slashes(s, first);
    if (!end)
        end = scan_hyphens(s, first);
    if (!end) {
        end = scan_digits(s, first);
        if (is_list_number(s, first, end))
            return (cgi_piece){.end = (uint32_t)(end + 1 - s->text),
                               .kind = CGI_PIECE_OTHER};
        end = scan_letters(s, first, end);
    }
    return (cgi_piece){.end = (uint32_t)(end - s->text),
                       .kind = CGI_PIECE_NUMBER};
}
