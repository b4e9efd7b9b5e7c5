/* SPDX-License-Identifier: Apache-2.0
 *
 * count.c -- how many: "two", "at least 14", "between 20 and 30", "3.5
 * million", "two dozen".
 *
 * Numbers are held in thousandths while they are read, so that a decimal
 * before "million" comes out exact.
 */
#include <stdio.h>

#include "extract/reading.h"

#define COUNT_MAX 20000000000000L

/* Words of one number; a list of thousands is none. */
#define NUMBER_MAX 16

/* Words of "and a half million", and of "no fewer than". */
#define HALF_MAX  4
#define BOUND_MAX 3

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
    bool any, is_least;
} number;

static long value_of(const number *n)
{
    return (n->total + n->part) / 1000;
}

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

/* "dozen", "hundred", "million": they multiply what stands before them. */
static long multiplier(const cgi_reading *r, uint32_t t)
{
    long value = cgi_token_value(r, t, "number", -1);
    return value == 12 || value >= 100 ? value : 0;
}

/* True if the token went on with the number. */
static bool read(number *n, const cgi_reading *r, uint32_t t)
{
    long value = digits(cgi_token_at(r, t)->lower);
    if (value < 0) {
        value = cgi_token_value(r, t, "number", -1);
        if (value < 0)
            return false;
        if (multiplier(r, t)) {
            multiply(n, value);
            return true;
        }
        value *= 1000;
    }
    n->part += value;
    n->any = true;
    return true;
}

/* "hundreds", "hundreds of thousands"; returns the token behind it. */
static uint32_t read_amount(number *n, const cgi_reading *r, uint32_t t,
                            uint32_t end)
{
    n->part = 1000 * cgi_token_value(r, t, "amount-least", 0);
    n->any = n->is_least = true;
    end = end - t > NUMBER_MAX ? t + NUMBER_MAX : end;
    for (t++; t + 1 < end && cgi_token_in(r, t, "link-of") &&
              cgi_token_in(r, t + 1, "amount-least") && multiplier(r, t + 1);
         t += 2)
        multiply(n, multiplier(r, t + 1));
    return t;
}

/* The "million" of "half a million" and "and a half million" at `t`; 0. */
static uint32_t halved(const cgi_reading *r, uint32_t t, uint32_t end)
{
    bool any = false;
    for (uint32_t i = 0; i < HALF_MAX && t < end; i++, t++) {
        if (any && multiplier(r, t))
            return t;
        if (cgi_token_value(r, t, "fraction", 0) == 2)
            any = true;
        else if (!cgi_token_in(r, t, "number-joint"))
            return 0;
    }
    return 0;
}

/* The hyphen of "twenty-three". */
static bool joins(const cgi_reading *r, uint32_t t, uint32_t end)
{
    if (t + 1 >= end || t == 0 || !cgi_token_in(r, t, "number-hyphen"))
        return false;
    long tens = cgi_token_value(r, t - 1, "number", 0);
    long ones = cgi_token_value(r, t + 1, "number", 0);
    return tens >= 20 && tens < 100 && ones > 0 && ones < 10;
}

/* Reads the number that begins at `t`; returns the token behind it. */
static uint32_t read_number(number *n, const cgi_reading *r, uint32_t t,
                            uint32_t end)
{
    if (cgi_token_in(r, t, "amount-least"))
        return read_amount(n, r, t, end);
    long exact = cgi_token_value(r, t, "amount-exact", 0);
    if (exact) {
        *n = (number){0, exact * 1000, true, false};
        return t + 1;
    }
    end = end - t > NUMBER_MAX ? t + NUMBER_MAX : end;
    while (t < end) {
        uint32_t half = halved(r, t, end);
        if (half) {
            n->part += 500;
            n->any = true;
            t = half;
        } else if (read(n, r, t)) {
            t++;
        } else if (n->any && joins(r, t, end)) {
            t++;
        } else {
            break;
        }
    }
    return t;
}

/* ---- Bounds ---------------------------------------------------------- */

/* "over" of "handed over 12 men" bounds nothing. */
static bool may_bound(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    return k->rel != CGI_REL_COMPOUND_PRT &&
           (k->rel != CGI_REL_CASE ||
            (k->head != CGI_NO_TOKEN &&
             cgi_token_at(r, k->head)->upos == CGI_UPOS_NUM));
}

/* The value in the list of the words [first, end); hyphens apart. */
static long phrase(const cgi_reading *r, uint32_t first, uint32_t end,
                   const char *list)
{
    char words[64] = "";
    size_t n = 0;
    for (uint32_t t = first; t < end; t++) {
        const char *word = cgi_token_at(r, t)->lower;
        if (cgi_token_in(r, t, "number-hyphen"))
            continue;
        if (n + strlen(word) + 2 > sizeof words)
            return 0;
        n += (size_t)snprintf(words + n, sizeof words - n, "%s%s", n ? " " : "",
                              word);
    }
    long value = 0;
    cgi_world_in_list(&value, r->world, list, (cgi_slice){words, n});
    return value;
}

/* What the words around the number [first, end) make of it: 1 the least, 2 the
 * most, 3 a guess. */
static long bound_of(const cgi_reading *r, uint32_t first, uint32_t end)
{
    const cgi_sentence *s = &r->l->sentences[cgi_token_at(r, first)->sentence];
    for (uint32_t n = BOUND_MAX; n > 0; n--) {
        long bound = 0;
        if (first >= s->first + n && (n > 1 || may_bound(r, first - 1)))
            bound = phrase(r, first - n, first, "bound");
        if (!bound && end + n <= s->end)
            bound = phrase(r, end, end + n, "bound-after");
        if (bound)
            return bound;
    }
    return 0;
}

bool cgi_count_range(long *least, long *most, long count, long count_max,
                     cgi_count_precision precision)
{
    if (count < 0 && count_max < 0)
        return false;
    *least = count < 0 ? 0 : count;
    *most = count_max < 0 ? count : count_max;
    if (precision == CGI_COUNT_LEAST)
        *most = COUNT_MAX;
    if (precision == CGI_COUNT_ABOUT) {
        *least -= *least / 10;
        *most += *most / 10;
    }
    return true;
}

/* ---- Mentions -------------------------------------------------------- */

static void describe(cgi_mention *m, const number *low, const number *high,
                     long bound)
{
    m->count = value_of(low);
    if (low->is_least)
        m->count_precision = CGI_COUNT_LEAST;
    if (high->any && value_of(high) > m->count) {
        m->count_max = value_of(high);
    } else if (bound == 1) {
        m->count_precision = CGI_COUNT_LEAST;
    } else if (bound == 2) {
        m->count_max = m->count;
        m->count = -1;
    } else if (bound == 3 && !low->is_least) {
        m->count_precision = CGI_COUNT_ABOUT;
    }
}

/* "half a" before "million", which trees may hang elsewhere. */
static uint32_t begin_of(const cgi_reading *r, uint32_t first)
{
    const cgi_sentence *s = &r->l->sentences[cgi_token_at(r, first)->sentence];
    for (int i = 0; i < HALF_MAX && first > s->first; i++, first--)
        if (!cgi_token_in(r, first - 1, "number-joint") &&
            !cgi_token_in(r, first - 1, "fraction") &&
            !cgi_token_in(r, first - 1, "number"))
            break;
    return first;
}

/* Reads the tokens [first, end), and what goes on with the number. */
static void read_range(const cgi_reading *r, cgi_mention *m, uint32_t first,
                       uint32_t end)
{
    number low = {0, 0, false, false}, high = low;
    uint32_t limit = r->l->sentences[cgi_token_at(r, first)->sentence].end;
    uint32_t at = begin_of(r, first), next = at;
    while (at < end && (next = read_number(&low, r, at, limit)) == at)
        at++;
    if (!low.any)
        return;
    if (next + 1 < end && cgi_token_in(r, next, "range")) {
        uint32_t behind = read_number(&high, r, next + 1, end);
        next = high.any ? behind : next;
    }
    /* "around a dozen" */
    if (at > 0 && cgi_token_in(r, at - 1, "number-article"))
        at--;
    describe(m, &low, &high, bound_of(r, at, next));
}

/* "several people" */
static uint32_t amount_below(const cgi_reading *r, uint32_t head)
{
    for (uint32_t c = cgi_token_at(r, head)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        if (c < head && cgi_token_in(r, c, "amount-least"))
            return c;
    return CGI_NO_TOKEN;
}

void cgi_mention_count(const cgi_reading *r, cgi_mention *m)
{
    const cgi_token *k = cgi_token_at(r, m->head);
    uint32_t c = cgi_child(r, m->head, CGI_REL_NUMMOD);
    if (c == CGI_NO_TOKEN)
        c = amount_below(r, m->head);
    if (c != CGI_NO_TOKEN && c < m->head)
        read_range(r, m, r->left[c], r->right[c] + 1);
    else if (k->upos == CGI_UPOS_NUM || cgi_token_in(r, m->head, "quantity"))
        read_range(r, m, r->left[m->head], m->head + 1);
}
