/* SPDX-License-Identifier: Apache-2.0
 *
 * times_date.c -- dates that a calendar would know: days, months, quarters,
 * seasons, years, decades, centuries.
 *
 * "May", "march" and "1,984" are met more often as something else than as a
 * time, so months need a capital and bare years a preposition or a likely
 * number.
 */
#include "lang/times.h"

#include <string.h>

#include "lang/tokenize.h"

#define YEAR_FIRST     1000 /* Years that may stand alone behind "in". */
#define YEAR_PLAIN     1900 /* ... and without. */
#define YEAR_LAST      2100
#define WRONG_SIDE     200 /* Days added to what is on the wrong side. */
#define HOLIDAY_TOKENS 5

static const cgi_time_word *at(const cgi_time_finder *f, uint32_t i)
{
    return cgi_time_at(f, i);
}

static bool is_role(const cgi_time_finder *f, uint32_t i, int role)
{
    return at(f, i)->role == role;
}

static bool is_day(int year, int month, int day)
{
    cgi_date d = {year ? year : 2000, month, day}; /* 2000 has a leap day. */
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    return cgi_date_from_days(cgi_date_to_days(d)).month == month;
}

/* A four-digit number that can be a year; 0 if it is none. */
static int plain_year(const cgi_time_finder *f, uint32_t i)
{
    const cgi_time_word *w = at(f, i);
    return w->n_digits == 4 && w->number >= YEAR_FIRST && w->number <= YEAR_LAST
               ? w->number
               : 0;
}

int cgi_time_year_of(const cgi_time_finder *f, int month, int day, int tense)
{
    if (!f->today.year)
        return 0;
    int best = 0;
    long nearest = 0, today = cgi_date_to_days(f->today);
    /* A month is as far away as the day of today in it. */
    int like = day ? day : f->today.day > 28 ? 28 : f->today.day;
    for (int y = f->today.year - 1; y <= f->today.year + 1; y++) {
        cgi_date d = {y, month, like};
        long far = cgi_date_to_days(d) - today;
        bool is_wrong = (tense < 0 && far > 0) || (tense > 0 && far < -60);
        long cost = (far < 0 ? -far : far) + (is_wrong ? WRONG_SIDE : 0);
        if (y < 1 || (best && cost >= nearest))
            continue;
        best = y;
        nearest = cost;
    }
    return best;
}

/* "nineteen ninety-six" and "two thousand" behind a preposition. */
static bool spoken_year(cgi_time_found *out, const cgi_time_finder *f,
                        uint32_t i)
{
    int n = 0;
    if (at(f, i)->number < 2 || at(f, i)->number > 20 || at(f, i)->n_digits)
        return false;
    uint32_t end = cgi_time_number(&n, f, i);
    bool is_plain = n >= YEAR_PLAIN * 100 && n < 200000;
    bool is_round = n >= 200000 && n <= YEAR_LAST * 100 && i > f->first &&
                    at(f, i - 1)->preposition;
    if (end < i + 2 || !(is_plain || is_round) || at(f, end)->unit)
        return false;
    *out = cgi_time_new(end, CGI_UNIT_YEAR);
    out->year = n / 100;
    return true;
}

/* The year behind a month or season: "2019", ", 2019", "of last year".
 * Returns the token behind it, or `i`. */
static uint32_t trailing_year(int *year, const cgi_time_finder *f, uint32_t i)
{
    uint32_t p = i;
    if (is_role(f, p, CGI_ROLE_OF) || is_role(f, p, CGI_ROLE_COMMA))
        p++;
    int plain = plain_year(f, p);
    if (plain) {
        *year = plain;
        return p + 1;
    }
    if (is_role(f, i, CGI_ROLE_COMMA))
        return i;
    cgi_time_found spoken;
    if (spoken_year(&spoken, f, p)) {
        *year = spoken.year;
        return spoken.end;
    }
    const cgi_time_word *shift = at(f, p);
    bool is_shift = shift->shift >= 9 && at(f, p + 1)->unit == CGI_UNIT_YEAR;
    if (!is_shift || at(f, p + 1)->plural || !f->today.year)
        return i;
    *year = f->today.year + shift->shift - 10;
    return p + 2;
}

/* Day and month in digits and marks: "2022-09-05", "9/5/22", "25.12.2021". */
static bool numeric_date(cgi_time_found *out, const cgi_time_finder *f,
                         uint32_t i)
{
    int part[3] = {0}, digits[3] = {0}, n = 0;
    char mark = 0;
    for (const char *p = f->lang->tokens[i].form; *p; p++) {
        if (*p >= '0' && *p <= '9' && digits[n] < 4) {
            part[n] = part[n] * 10 + (*p - '0');
            digits[n]++;
        } else if (n < 2 && digits[n] && (!mark || mark == *p) &&
                   strchr("-/.", *p)) {
            mark = *p;
            n++;
        } else {
            return false;
        }
    }
    if (n < 2 || !digits[2])
        return false;
    int y = part[2], m = part[0], d = part[1];
    if (digits[0] == 4)
        y = part[0], m = part[1], d = part[2];
    else if (m > 12 || mark == '.') /* Day first, unless it cannot be. */
        m = part[1], d = part[0];
    if (y < 100 && digits[0] != 4)
        y += y < 70 ? 2000 : 1900;
    if (y < YEAR_FIRST || y > YEAR_LAST || !is_day(y, m, d))
        return false;
    *out = cgi_time_new(i + 1, CGI_UNIT_DAY);
    out->year = y, out->month = m, out->day = d;
    return true;
}

/* The number of a day of the month at `i`, or 0. */
static int day_number(const cgi_time_finder *f, uint32_t i)
{
    const cgi_time_word *w = at(f, i);
    if (w->ordinal && w->ordinal <= 31 && !w->unit)
        return w->ordinal;
    return w->n_digits && w->n_digits <= 2 && w->number >= 1 && w->number <= 31
               ? w->number
               : 0;
}

/* Is token `i` surely a month? */
static bool is_month(const cgi_time_finder *f, uint32_t i)
{
    return at(f, i)->month && at(f, i)->capital;
}

/* Is what stands at `i` nothing that the number before it could count? "On
 * April 24 and 25 in Rome", but not "on April 24 and 25 people". */
static bool counts_nothing(const cgi_time_finder *f, uint32_t i)
{
    if (i >= f->end)
        return true;
    const cgi_token *t = &f->lang->tokens[i];
    return t->upos == CGI_UPOS_PUNCT || t->upos == CGI_UPOS_ADP ||
           is_role(f, i, CGI_ROLE_COMMA);
}

/* Behind the day of a month: the last day of "5-7", then the year. */
static void finish_day(cgi_time_found *out, const cgi_time_finder *f,
                       uint32_t i)
{
    bool is_range = is_role(f, out->end, CGI_ROLE_HYPHEN) ||
                    is_role(f, out->end, CGI_ROLE_TO);
    is_range |=
        is_role(f, out->end, CGI_ROLE_AND) && counts_nothing(f, out->end + 2);
    int last = is_range ? day_number(f, out->end + 1) : 0;
    if (last > out->day && !at(f, out->end + 2)->month &&
        is_day(0, out->month, last)) {
        out->last_day = last;
        out->end += 2;
    }
    out->end = trailing_year(&out->year, f, out->end);
    if (!out->year)
        out->year =
            cgi_time_year_of(f, out->month, out->day, cgi_time_tense(f, i));
    if (out->year && !is_day(out->year, out->month, out->day))
        out->year = 0;
    if (out->last_day && !is_day(out->year, out->month, out->last_day))
        out->last_day = 0;
}

/* "Sept 5, 2022", "5 September", "the 5th of September". */
static bool day_of_month(cgi_time_found *out, const cgi_time_finder *f,
                         uint32_t i)
{
    uint32_t p = i + is_role(f, i, CGI_ROLE_THE);
    int day, month;
    if (is_month(f, i) && (day = day_number(f, i + 1)) != 0) {
        month = at(f, i)->month;
        p = i + 2;
    } else if ((day = day_number(f, p)) != 0) {
        p += 1 + is_role(f, p + 1, CGI_ROLE_OF);
        if (!is_month(f, p))
            return false;
        month = at(f, p)->month;
        p++;
    } else {
        return false;
    }
    if (!is_day(0, month, day))
        return false;
    *out = cgi_time_new(p, CGI_UNIT_DAY);
    out->month = month, out->day = day;
    finish_day(out, f, i);
    return true;
}

/* "Monday, Sept. 5": the day of the week adds nothing. */
static bool full_day(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    uint32_t p = i;
    if (at(f, i)->weekday)
        p += 1 + is_role(f, i + 1, CGI_ROLE_COMMA);
    return day_of_month(out, f, p) ||
           (p < f->end && at(f, p)->number < 0 && !at(f, p)->role &&
            numeric_date(out, f, p));
}

/* May a word like "May" stand for the month here? */
static bool is_month_alone(const cgi_time_finder *f, uint32_t i)
{
    if (!is_month(f, i))
        return false;
    if (!at(f, i)->month_word)
        return true;
    const cgi_time_word *before = at(f, i - 1);
    if (f->is_tagged && i + 1 < f->end &&
        f->lang->tokens[i + 1].upos == CGI_UPOS_PROPN)
        return false; /* "Jan Kavan" */
    if (i > f->first && (before->preposition || before->portion ||
                         before->shift || before->role == CGI_ROLE_HYPHEN))
        return true;
    return f->is_tagged && i > f->first && before->role != CGI_ROLE_COMMA &&
           f->lang->tokens[i].upos == CGI_UPOS_PROPN &&
           f->lang->tokens[i - 1].upos != CGI_UPOS_PROPN;
}

static bool month(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    int year = 0;
    if (!is_month(f, i))
        return false;
    uint32_t end = trailing_year(&year, f, i + 1);
    if (end == i + 1 && !is_month_alone(f, i))
        return false;
    *out = cgi_time_new(end, CGI_UNIT_MONTH);
    out->month = at(f, i)->month;
    out->year =
        year ? year : cgi_time_year_of(f, out->month, 0, cgi_time_tense(f, i));
    return true;
}

/* "fall 2019", "the summer of 2019"; without a year only behind "the". */
static bool season(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    bool has_the = is_role(f, i, CGI_ROLE_THE);
    uint32_t p = i + has_the;
    int year = 0;
    if (!at(f, p)->season)
        return false;
    uint32_t end = trailing_year(&year, f, p + 1);
    bool is_word = at(f, p)->season & 1; /* Spring and fall are other words. */
    bool is_free = i > f->first && at(f, i - 1)->role == CGI_ROLE_IN;
    if (!year && !((has_the && !is_word) || is_free))
        return false;
    *out = cgi_time_new(end, CGI_UNIT_SEASON);
    out->number = at(f, p)->season;
    out->year = year
                    ? year
                    : cgi_time_year_of(
                          f, out->number * 3 + 1 > 12 ? 1 : out->number * 3 + 1,
                          0, cgi_time_tense(f, i));
    return true;
}

/* Is the four-digit number at `i` a year rather than an amount? */
static bool is_year_here(const cgi_time_finder *f, uint32_t i, int year)
{
    const cgi_token *t = f->lang->tokens;
    const cgi_time_word *before = at(f, i - 1);
    if (i > f->first && !t[i].space_before && t[i - 1].form[0] != '(' &&
        before->role != CGI_ROLE_HYPHEN && !before->portion)
        return false; /* "$2000", "#1999" */
    if (i + 1 < f->end && (at(f, i + 1)->unit && at(f, i + 1)->plural))
        return false;
    if (i + 1 < f->end && t[i + 1].form[0] == '%')
        return false;
    bool is_led =
        i > f->first && (before->preposition || before->portion ||
                         before->role == CGI_ROLE_FISCAL || before->season);
    if (is_led && year >= YEAR_PLAIN)
        return !f->is_tagged || i + 1 >= f->end ||
               t[i + 1].xpos != CGI_XPOS_NNS || before->role == CGI_ROLE_IN;
    if (is_led)
        return before->role == CGI_ROLE_IN || before->opens;
    return year >= YEAR_PLAIN && year < YEAR_LAST - 20 &&
           (!f->is_tagged || i + 1 >= f->end ||
            t[i + 1].xpos != CGI_XPOS_NNS) &&
           at(f, i + 1)->role != CGI_ROLE_HYPHEN;
}

/* "FY2020", "FY20". */
static bool short_fiscal(cgi_time_found *out, const cgi_time_finder *f,
                         uint32_t i)
{
    const char *s = i < f->end ? f->lang->tokens[i].lower : "";
    size_t all = strlen(s), n = strcspn(s, "0123456789"), digits = all - n;
    long role = 0;
    if (!n || (digits != 2 && digits != 4) ||
        strspn(s + n, "0123456789") != digits ||
        !cgi_world_in_list(&role, f->world, "time-role", (cgi_slice){s, n}) ||
        role != CGI_ROLE_FISCAL)
        return false;
    int value = 0;
    for (const char *p = s + n; *p; p++)
        value = value * 10 + (*p - '0');
    *out = cgi_time_new(i + 1, CGI_UNIT_YEAR);
    out->year = digits == 4 ? value : value + (value < 70 ? 2000 : 1900);
    return out->year >= YEAR_PLAIN && out->year <= YEAR_LAST;
}

static bool year(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    uint32_t p = i + is_role(f, i, CGI_ROLE_FISCAL);
    p += p > i && at(f, p)->unit == CGI_UNIT_YEAR; /* "fiscal year 2020" */
    int y = plain_year(f, p);
    /* "the year 2000" */
    if (!y && is_role(f, i, CGI_ROLE_THE) &&
        at(f, i + 1)->unit == CGI_UNIT_YEAR) {
        p = i + 2;
        y = plain_year(f, p);
        if (!y && spoken_year(out, f, p))
            return true;
    }
    if (y && (p > i || at(f, p)->portion || is_year_here(f, p, y))) {
        *out = cgi_time_new(p + 1, CGI_UNIT_YEAR);
        bool has_fiscal = is_role(f, p + 1, CGI_ROLE_FISCAL) &&
                          at(f, p + 2)->unit == CGI_UNIT_YEAR;
        out->end += has_fiscal ? 2 : 0; /* "the 2020 fiscal year" */
        out->year = y;
        return true;
    }
    return spoken_year(out, f, i) || short_fiscal(out, f, i);
}

/* "1990s", "1990's", "'90s", "80s", "nineties": the first year; 0 if none. */
static int decade_year(const cgi_time_finder *f, uint32_t i)
{
    const char *p = f->lang->tokens[i].form;
    int n = 0, value = 0;
    if (at(f, i)->decade)
        return 1900 + at(f, i)->decade;
    if (at(f, i)->portion && strchr(p, '-')) /* "mid-1980s" */
        p = strchr(p, '-') + 1;
    const char *first = p;
    while (*p && !(*p >= '0' && *p <= '9') && p - first < 3)
        p++; /* The apostrophe has up to three bytes. */
    bool has_mark = p > first;
    for (; *p >= '0' && *p <= '9' && n < 5; p++, n++)
        value = value * 10 + (*p - '0');
    size_t rest = strlen(p);
    if (value % 10 || rest < 1 || rest > 4 || p[rest - 1] != 's' ||
        (rest > 1 && *p != '\'' && (*p & 0x80) == 0))
        return 0;
    if (n == 4 && !has_mark && value >= YEAR_FIRST && value <= YEAR_LAST)
        return value;
    if (n != 2 || value < 10)
        return 0;
    return (has_mark || value >= 50) ? 1900 + value : 0;
}

/* "the 1990s", "the 20th century". */
static bool decade(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    uint32_t p = i + is_role(f, i, CGI_ROLE_THE);
    int y = p < f->end ? decade_year(f, p) : 0;
    if (y) {
        *out = cgi_time_new(p + 1, CGI_UNIT_DECADE);
        out->year = y;
        return true;
    }
    int n = at(f, p)->ordinal;
    uint32_t q = p + 1 + is_role(f, p + 1, CGI_ROLE_HYPHEN);
    if (!n || at(f, q)->unit != CGI_UNIT_CENTURY || at(f, q)->plural)
        return false;
    *out = cgi_time_new(q + 1, CGI_UNIT_CENTURY);
    out->year = (n - 1) * 100;
    return n > 1;
}

/* The value of the longest holiday that begins at `i`; *end is set behind. */
static long find_holiday(uint32_t *end, const cgi_time_finder *f, uint32_t i)
{
    const cgi_token *t = f->lang->tokens;
    const char *text = f->lang->article->text;
    long value = 0, found = 0;
    for (uint32_t k = i; k < f->end && k < i + HOLIDAY_TOKENS; k++) {
        if (!cgi_scan_listed(&value, f->world, "holiday", text + t[i].begin,
                             text + t[k].end))
            continue;
        found = value;
        *end = k + 1;
    }
    return found;
}

/* The day of "the fourth Thursday of November" or the like. */
static void set_nth_weekday(cgi_time_found *out, int week, int weekday)
{
    /* The last day of that week that is such a day of the week. */
    cgi_date d = {out->year, out->month, week * 7};
    out->day = out->year ? d.day - (cgi_date_weekday(d) + 8 - weekday) % 7 : 0;
}

/* "Christmas", "Thanksgiving Day", "New Year's Eve". */
static bool holiday(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    uint32_t end = i;
    if (!at(f, i)->capital)
        return false;
    int value = (int)find_holiday(&end, f, i), day = value % 1000;
    if (!value)
        return false;
    *out = cgi_time_new(end, CGI_UNIT_DAY);
    out->end += at(f, end)->unit == CGI_UNIT_DAY;
    int year = 0;
    out->end = trailing_year(&year, f, out->end);
    out->month = value / 1000;
    out->day = day < 100 ? day : day / 100 * 7;
    out->year =
        year ? year
             : cgi_time_year_of(f, out->month, out->day, cgi_time_tense(f, i));
    if (day >= 100)
        set_nth_weekday(out, day / 100, day % 10);
    return true;
}

bool cgi_time_date(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    static bool (*const shapes[])(cgi_time_found *, const cgi_time_finder *,
                                  uint32_t) = {full_day, month, season,
                                               decade,   year,  holiday};
    for (size_t k = 0; k < sizeof shapes / sizeof *shapes; k++)
        if (shapes[k](out, f, i))
            return true;
    return false;
}
