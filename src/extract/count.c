/* SPDX-License-Identifier: Apache-2.0
 *
 * count.c -- how many: "two", "at least 14", "between 20 and 30", "3.5
 * million", "two dozen".
 *
 * Numbers are held in thousandths while they are read, so that a decimal
 * before "million" comes out exact.
 */
#include "extract/reading.h"

#define COUNT_MAX 20000000000000L

/* "1,250" or "3.5" in thousandths; -1 if the token is no such number. */
static long digits(const char *s)
{
    long value = 0, scale = 0;
    if (*s < '0' || *s > '9')
        return -1;
    for (; *s; s++) {
        if (*s == ',' && !scale)
            continue;
        if (*s == '.' && !scale && s[1]) {
            scale = 1000;
            continue;
        }
        if (*s < '0' || *s > '9')
            return -1;
        if (scale)
            value += (*s - '0') * (scale /= 10);
        else if (value < COUNT_MAX)
            value = value * 10 + (*s - '0') * 1000;
    }
    return value;
}

/* A number read so far: "two hundred and fifty" is 2, x100, +50. */
typedef struct {
    long total, part; /* Thousandths. */
    bool any;
} number;

static void multiply(number *n, long by)
{
    n->part = n->any && n->part ? n->part : 1000;
    if (n->part > COUNT_MAX / by)
        n->part = COUNT_MAX / by;
    n->part *= by;
    if (by >= 1000) {
        n->total += n->part;
        n->part = 0;
    }
    n->any = true;
}

/* True if the token went on with the number. */
static bool read(number *n, const cgi_reading *r, uint32_t t)
{
    long value = digits(cgi_token_at(r, t)->lower);
    if (value < 0) {
        value = cgi_token_value(r, t, "number", -1);
        if (value < 0)
            return false;
        if (value == 12 || value >= 100) {
            multiply(n, value);
            return true;
        }
        value *= 1000;
    }
    n->part += value;
    n->any = true;
    return true;
}

/* What stands before a number and bounds it; list:bound gives 1 "at least",
 * 2 "up to". */
static long bound_before(const cgi_reading *r, uint32_t first, uint32_t t)
{
    for (uint32_t b = t; b > first && t - b < 3; b--) {
        long bound = cgi_token_value(r, b - 1, "bound", 0);
        if (bound)
            return bound;
    }
    return 0;
}

static void read_range(const cgi_reading *r, cgi_mention *m, uint32_t first,
                       uint32_t end)
{
    number n[2] = {{0, 0, false}, {0, 0, false}};
    int i = 0;
    uint32_t at = end;
    for (uint32_t t = first; t < end && i < 2; t++) {
        if (read(&n[i], r, t))
            at = at < t ? at : t;
        else if (n[i].any && cgi_token_in(r, t, "range"))
            i++;
    }
    if (!n[0].any)
        return;
    long low = (n[0].total + n[0].part) / 1000;
    long high = n[1].any ? (n[1].total + n[1].part) / 1000 : -1;
    if (bound_before(r, first > 3 ? first - 3 : 0, at) == 2 && high < 0)
        m->count_max = low;
    else
        m->count = low;
    if (high > low)
        m->count_max = high;
}

void cgi_mention_count(const cgi_reading *r, cgi_mention *m)
{
    const cgi_token *k = cgi_token_at(r, m->head);
    uint32_t c = cgi_child(r, m->head, CGI_REL_NUMMOD);
    if (c != CGI_NO_TOKEN && c < m->head)
        read_range(r, m, r->left[c], r->right[c] + 1);
    else if (k->upos == CGI_UPOS_NUM || cgi_token_in(r, m->head, "quantity"))
        read_range(r, m, r->left[m->head], m->head + 1);
}
