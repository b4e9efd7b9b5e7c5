/* SPDX-License-Identifier: Apache-2.0
 *
 * values.c -- what the text of a literal may look like (XML Schema 1.1, part
 * 2), for the datatypes that graphs of ours use.
 */
#include "store/check.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

static bool is_sign(char c)
{
    return c == '-' || c == '+';
}

static size_t digits(const char *s)
{
    return strspn(s, "0123456789");
}

static bool is_integer(const char *s)
{
    s += is_sign(*s);
    return *s && !s[digits(s)];
}

static bool is_natural(const char *s)
{
    const char *zero = s + 1 + strspn(s + (*s != '\0'), "0");
    if (*s == '-') /* "-0" is one. */
        return s[1] == '0' && !*zero;
    return is_integer(s);
}

static bool is_decimal(const char *s)
{
    s += is_sign(*s);
    size_t whole = digits(s), part = 0;
    s += whole;
    if (*s == '.') {
        part = digits(s + 1);
        s += 1 + part;
    }
    return !*s && whole + part > 0;
}

/* Of the right length, and in the calendar. A time zone, which is allowed, is
 * nothing that we write, so it is refused. */
static bool is_date(const char *s, size_t len)
{
    cgi_date date;
    return strlen(s) == len && cgi_date_read(&date, s);
}

bool cgi_value_is(const char *text, const char *datatype)
{
    size_t n = sizeof XSD - 1;
    if (strncmp(datatype, XSD, n) != 0)
        return true;
    const char *type = datatype + n;
    if (!strcmp(type, "integer"))
        return is_integer(text);
    if (!strcmp(type, "nonNegativeInteger"))
        return is_natural(text);
    if (!strcmp(type, "decimal"))
        return is_decimal(text);
    if (!strcmp(type, "date"))
        return is_date(text, 10);
    if (!strcmp(type, "gYearMonth"))
        return is_date(text, 7);
    if (!strcmp(type, "gYear"))
        return is_date(text, 4);
    return true;
}

/* Digits before the point without leading zeros, and those behind it without
 * trailing ones. */
typedef struct {
    bool is_negative;
    const char *whole, *part;
    size_t n_whole, n_part;
} number;

static number read_number(const char *s)
{
    number x = {*s == '-', NULL, NULL, 0, 0};
    s += is_sign(*s);
    s += strspn(s, "0");
    x.whole = s;
    x.n_whole = digits(s);
    x.part = s + x.n_whole + (s[x.n_whole] == '.');
    x.n_part = digits(x.part);
    while (x.n_part && x.part[x.n_part - 1] == '0')
        x.n_part--;
    if (!x.n_whole && !x.n_part)
        x.is_negative = false;
    return x;
}

static int compare_sizes(const number *x, const number *y)
{
    if (x->n_whole != y->n_whole)
        return x->n_whole < y->n_whole ? -1 : 1;
    int d = memcmp(x->whole, y->whole, x->n_whole);
    size_t n = x->n_part < y->n_part ? x->n_part : y->n_part;
    if (!d)
        d = memcmp(x->part, y->part, n);
    if (d)
        return d < 0 ? -1 : 1;
    return x->n_part < y->n_part ? -1 : x->n_part > y->n_part;
}

int cgi_value_compare(const char *a, const char *b)
{
    if (!is_decimal(a) || !is_decimal(b)) {
        int d = strcmp(a, b);
        return d < 0 ? -1 : d > 0;
    }
    number x = read_number(a), y = read_number(b);
    if (x.is_negative != y.is_negative)
        return x.is_negative ? -1 : 1;
    int d = compare_sizes(&x, &y);
    return x.is_negative ? -d : d;
}
