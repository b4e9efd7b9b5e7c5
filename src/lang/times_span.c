/* SPDX-License-Identifier: Apache-2.0
 *
 * times_span.c -- quarters, durations, and times of the clock.
 */
#include "lang/times.h"

static const cgi_time_word *at(const cgi_time_finder *f, uint32_t i)
{
    return cgi_time_at(f, i);
}

static bool is_role(const cgi_time_finder *f, uint32_t i, int role)
{
    return at(f, i)->role == role;
}

static uint32_t skip_role(const cgi_time_finder *f, uint32_t i, int role)
{
    return i + is_role(f, i, role);
}

/* ---- Quarters and halves of years ------------------------------------ */

/* "1988" or "last year's" before a quarter. Returns the token behind. */
static uint32_t leading_year(int *year, const cgi_time_finder *f, uint32_t i)
{
    const cgi_time_word *w = at(f, i);
    if (w->n_digits == 4 && w->number >= 1900 && w->number <= 2100) {
        *year = w->number;
        return i + 1;
    }
    bool is_shift = w->shift >= 9 && at(f, i + 1)->unit == CGI_UNIT_YEAR &&
                    is_role(f, i + 2, CGI_ROLE_OWNER);
    if (!is_shift || !f->today.year)
        return i;
    *year = f->today.year + w->shift - 10;
    return i + 3;
}

/* The same behind it: "of 1988", "of last year". */
static uint32_t trailing_year(int *year, const cgi_time_finder *f, uint32_t i)
{
    uint32_t p = skip_role(f, i, CGI_ROLE_OF);
    p = skip_role(f, p, CGI_ROLE_FISCAL);
    const cgi_time_word *w = at(f, p);
    if (w->n_digits == 4 && w->number >= 1900 && w->number <= 2100) {
        *year = w->number;
        return p + 1;
    }
    /* "of the year" */
    bool is_this = p > i && w->role == CGI_ROLE_THE;
    bool is_shift =
        (w->shift >= 9 || is_this) && at(f, p + 1)->unit == CGI_UNIT_YEAR;
    if (!is_shift || !f->today.year || is_role(f, p + 2, CGI_ROLE_ENDED))
        return i;
    *year = f->today.year + (is_this ? 0 : w->shift - 10);
    return p + 2;
}

/* The year of a quarter or half without one: the last that has begun, or the
 * next if the clause speaks of the future. `n` of them make a year. */
static int year_of_part(const cgi_time_finder *f, uint32_t i, int number, int n)
{
    if (!f->today.year)
        return 0;
    int now = (f->today.month - 1) / (12 / n) + 1;
    if (number > now)
        return cgi_time_tense(f, i) > 0 ? f->today.year : f->today.year - 1;
    return f->today.year;
}

/* "Q3": its number, or 0. */
static int short_quarter(const cgi_time_finder *f, uint32_t i)
{
    if (i >= f->end)
        return 0;
    const char *s = f->lang->tokens[i].lower;
    return s[0] == 'q' && s[1] >= '1' && s[1] <= '4' && !s[2] ? s[1] - '0' : 0;
}

/* "the quarter", "the year-ago period" where a quarter is spoken of. */
static bool known_quarter(cgi_time_found *out, const cgi_time_finder *f,
                          uint32_t i)
{
    int year = f->quarter_year;
    uint32_t p = skip_role(f, i, CGI_ROLE_THE);
    uint32_t q = leading_year(&year, f, p);
    q += q == p && at(f, p)->shift == 10;
    if (q == i || !f->quarter)
        return false;
    bool is_quarter = at(f, q)->unit == CGI_UNIT_QUARTER && !at(f, q)->plural;
    if (!is_quarter && !(q > p && is_role(f, q, CGI_ROLE_PERIOD)))
        return false;
    p = q;
    *out = cgi_time_new(p + 1, CGI_UNIT_QUARTER);
    out->number = f->quarter;
    out->year = year;
    return true;
}

bool cgi_time_quarter(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    int year = 0, number;
    uint32_t p = skip_role(f, i, CGI_ROLE_THE);
    p = skip_role(f, p, CGI_ROLE_ITS);
    p = leading_year(&year, f, p);
    p = skip_role(f, p, CGI_ROLE_FISCAL);
    bool is_half = false;
    if ((number = short_quarter(f, p)) != 0) {
        p++;
    } else {
        number = at(f, p)->ordinal;
        if (at(f, p)->shift == 9 && is_role(f, p + 1, CGI_ROLE_HALF))
            number = 2; /* "the last half of 1989" */
        p = skip_role(f, p + 1, CGI_ROLE_HYPHEN);
        is_half = number <= 2 && is_role(f, p, CGI_ROLE_HALF);
        if (number < 1 || number > 4 ||
            (!is_half && at(f, p)->unit != CGI_UNIT_QUARTER))
            return known_quarter(out, f, i);
        p++;
    }
    uint32_t end = year ? p : trailing_year(&year, f, p);
    if (is_half && !year)
        return false; /* Of a match, more often than of a year. */
    *out = cgi_time_new(end, is_half ? CGI_UNIT_HALF : CGI_UNIT_QUARTER);
    out->number = number;
    out->year = year ? year : year_of_part(f, i, number, is_half ? 2 : 4);
    return true;
}

/* ---- Portions: "early August", "the end of the year" ----------------------
 */

/* "the year" as what a portion is of. */
static bool plain_unit(cgi_time_found *out, const cgi_time_finder *f,
                       uint32_t i)
{
    uint32_t p = skip_role(f, i, CGI_ROLE_THE);
    cgi_unit unit = at(f, p)->unit;
    if (p == i || unit < CGI_UNIT_DAY || at(f, p)->plural)
        return false;
    *out = cgi_time_new(p + 1, unit);
    out->year = f->today.year;
    out->month = f->today.month;
    out->day = f->today.day;
    out->number = (f->today.month + 2) / 3;
    return true;
}

bool cgi_time_portion(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    uint32_t p = skip_role(f, i, CGI_ROLE_THE);
    int portion = at(f, p)->portion;
    if (!portion)
        return false;
    /* "mid-August" is one token, and so is looked at again. */
    bool is_joined = at(f, p)->month || at(f, p)->n_digits;
    if (!is_joined)
        p++;
    uint32_t q = skip_role(f, p, CGI_ROLE_HYPHEN);
    bool has_of = is_role(f, q, CGI_ROLE_OF) || is_role(f, q, CGI_ROLE_IN);
    q += has_of;
    bool found = cgi_time_quarter(out, f, q) || cgi_time_shift(out, f, q) ||
                 cgi_time_date(out, f, q) || (has_of && plain_unit(out, f, q));
    if (!found || out->unit == CGI_UNIT_NONE)
        return false;
    out->portion = portion;
    return true;
}

/* ---- Durations ------------------------------------------------------------
 */

/* "half" before or behind the number: "half an hour", "two and a half". */
static uint32_t skip_half(int *amount, const cgi_time_finder *f, uint32_t i)
{
    uint32_t p = skip_role(f, i, CGI_ROLE_AND);
    p = skip_role(f, p, CGI_ROLE_A);
    if (p < i + 2 || !is_role(f, p, CGI_ROLE_HALF))
        return i;
    *amount += 50;
    return p + 1;
}

/* "1/2" behind the number of "5 1/2 hours". */
static uint32_t skip_fraction(int *amount, const cgi_time_finder *f, uint32_t i)
{
    int part = at(f, i)->number, whole = at(f, i + 2)->number;
    if (i + 2 >= f->end || f->lang->tokens[i + 1].form[0] != '/' || part < 1 ||
        whole <= part || whole > 9)
        return i;
    *amount += 100 * part / whole;
    return i + 3;
}

/* The number before a unit. Returns the token behind, or `i`. */
static uint32_t amount(int *out, const cgi_time_finder *f, uint32_t i)
{
    uint32_t p = i;
    if (is_role(f, p, CGI_ROLE_HALF)) {
        *out = 50;
        return skip_role(f, p + 1, CGI_ROLE_A);
    }
    if (is_role(f, p, CGI_ROLE_A)) {
        *out = 100;
        p++;
        uint32_t q = cgi_time_number(out, f, p);
        if (q > p)
            return skip_role(f, q, CGI_ROLE_OF);
        p = skip_role(f, p, CGI_ROLE_WHOLE);
        if (is_role(f, p, CGI_ROLE_HALF)) {
            *out = 50;
            p++;
        }
        return p;
    }
    p = cgi_time_number(out, f, i);
    bool is_year = at(f, i)->n_digits == 4 && *out >= 190000 && *out <= 210000;
    if (p == i || (is_year && !at(f, p)->plural))
        return i;
    if (is_role(f, p, CGI_ROLE_TO)) { /* "two to three weeks": at least two. */
        int most;
        uint32_t q = cgi_time_number(&most, f, p + 1);
        if (q > p + 1 && at(f, q)->plural)
            return q;
    }
    if (at(f, p - 1)->n_digits && *out > 0)
        p = skip_fraction(out, f, p);
    return skip_half(out, f, skip_role(f, p, CGI_ROLE_OF));
}

/* "long" behind a unit: "a week-long visit". */
static uint32_t skip_long(const cgi_time_finder *f, uint32_t i)
{
    bool is_long =
        is_role(f, i, CGI_ROLE_HYPHEN) && is_role(f, i + 1, CGI_ROLE_LONG);
    return is_long ? i + 2 : i;
}

/* Spans that end or begin today by the word before: "the past two weeks". */
static void set_reach(cgi_time_found *out, const cgi_time_finder *f, int shift)
{
    if (!shift || shift == 10 || !f->today.year)
        return;
    out->reach = shift < 10 ? -1 : 1;
    out->year = f->today.year;
    out->month = f->today.month;
    out->day = f->today.day;
}

/* "weeks" alone, for an unknown number of them, and "week-long". */
static bool bare_plural(cgi_time_found *out, const cgi_time_finder *f,
                        uint32_t i, int shift)
{
    cgi_unit unit = at(f, i)->unit;
    uint32_t end = skip_long(f, i + 1);
    bool is_one =
        (unit && end > i + 1 && !at(f, i)->plural) || at(f, i)->lasting;
    if (is_one) { /* "their day-long meeting", "yearlong" */
        *out = cgi_time_new(end, unit ? unit : at(f, i)->lasting);
        out->type = CGI_TIME_DURATION;
        out->amount = 100;
        return true;
    }
    if (!at(f, i)->plural || unit < CGI_UNIT_MINUTE ||
        unit == CGI_UNIT_WEEKEND || unit == CGI_UNIT_QUARTER ||
        is_role(f, skip_role(f, i + 1, CGI_ROLE_HYPHEN), CGI_ROLE_OLD))
        return false;
    if (shift == 10 && unit == CGI_UNIT_DAY) { /* "these days" */
        *out = cgi_time_new(i + 1, CGI_UNIT_NONE);
        out->reference = 2;
        return true;
    }
    if (shift == 8 || shift == 11) { /* "past years", "coming weeks" */
        *out = cgi_time_new(i + 1, CGI_UNIT_NONE);
        out->reference = shift == 8 ? 1 : 3;
        return true;
    }
    *out = cgi_time_new(end, unit);
    out->type = CGI_TIME_DURATION;
    out->amount = -1;
    return true;
}

/* Does what stands at `i` make "three quarters" a share: "of an hour"? */
static bool is_share(const cgi_time_finder *f, uint32_t i)
{
    return is_role(f, i, CGI_ROLE_OF) &&
           (is_role(f, i + 1, CGI_ROLE_A) || is_role(f, i + 1, CGI_ROLE_THE));
}

bool cgi_time_duration(cgi_time_found *out, const cgi_time_finder *f,
                       uint32_t i)
{
    int n = 0, shift = 0;
    uint32_t p = skip_role(f, i, CGI_ROLE_THE);
    bool has_the = p > i;
    if (at(f, p)->shift)
        shift = at(f, p++)->shift;
    else if (is_role(f, p, CGI_ROLE_FIRST))
        p++;
    uint32_t q = amount(&n, f, p);
    bool is_lone = shift == 8 && at(f, p)->unit >= CGI_UNIT_DECADE &&
                   !at(f, p)->plural; /* "the past decade" */
    if (is_lone)
        n = 100;
    else if (q == p)
        return (!has_the || shift) && bare_plural(out, f, p, shift);
    while (is_role(f, q, CGI_ROLE_MORE) || is_role(f, q, CGI_ROLE_FISCAL) ||
           is_role(f, q, CGI_ROLE_WORKING))
        q++;
    bool has_hyphen = is_role(f, q, CGI_ROLE_HYPHEN);
    q += has_hyphen;
    bool is_one = n == 100 && is_role(f, p, CGI_ROLE_A);
    cgi_unit unit = at(f, q)->unit;
    if (is_one && !unit)
        unit = at(f, q)->lasting;
    bool is_part =
        unit == CGI_UNIT_QUARTER &&
        (n <= 100 || (has_hyphen && at(f, q)->plural) || is_share(f, q + 1));
    if (unit == CGI_UNIT_NONE || is_part || /* "three-quarters" */
        (unit == CGI_UNIT_SECOND && !at(f, q)->plural) ||
        (is_one && unit == CGI_UNIT_WEEKEND))
        return false;
    q++;
    q = is_one ? skip_half(&n, f, q) : q;
    if (is_role(f, skip_role(f, q, CGI_ROLE_HYPHEN), CGI_ROLE_OLD))
        return false; /* An age. */
    *out = cgi_time_new(skip_long(f, q), unit);
    out->type = CGI_TIME_DURATION;
    out->amount = n;
    set_reach(out, f, shift);
    return true;
}

/* ---- Times of the clock ---------------------------------------------------
 */

/* "5", "5:30", "17:00": false if the token is none of them. */
static bool read_clock(int *hour, int *minute, const cgi_time_finder *f,
                       uint32_t i)
{
    const char *s = i < f->end ? f->lang->tokens[i].form : "";
    int n = 0, value[2] = {0, 0}, digits[2] = {0, 0};
    for (; *s; s++) {
        if (*s >= '0' && *s <= '9' && digits[n] < 2) {
            value[n] = value[n] * 10 + (*s - '0');
            digits[n]++;
        } else if ((*s == ':' || *s == '.') && n == 0 && digits[0]) {
            n = 1;
        } else {
            return false;
        }
    }
    *hour = value[0];
    *minute = n ? value[1] : -1;
    return digits[0] && (!n || digits[1] == 2) && value[0] <= 24 &&
           value[1] < 60;
}

static bool named_hour(int *hour, int *minute, const cgi_time_finder *f,
                       uint32_t i)
{
    *minute = 0;
    *hour = at(f, i)->clock;
    if (*hour)
        return true;
    *hour = at(f, i)->number;
    return *hour >= 1 && *hour <= 12 &&
           (is_role(f, i + 1, CGI_ROLE_OCLOCK) ||
            (is_role(f, i + 1, CGI_ROLE_IN) && !at(f, i)->n_digits));
}

/* Half of the day and zone behind the number; false if neither is there and
 * the number alone is no time. */
static bool finish_clock(int *hour, int minute, const cgi_time_finder *f,
                         uint32_t *p)
{
    bool is_sure = at(f, *p - 1)->clock != 0;
    if (is_role(f, *p, CGI_ROLE_AM) || is_role(f, *p, CGI_ROLE_PM)) {
        if (*hour > 12)
            return false;
        *hour = *hour % 12 + (is_role(f, *p, CGI_ROLE_PM) ? 12 : 0);
        (*p)++;
        is_sure = true;
    } else if (is_role(f, *p, CGI_ROLE_OCLOCK)) {
        (*p)++;
        is_sure = true;
    }
    if (*hour <= 12 && is_role(f, *p, CGI_ROLE_IN) &&
        is_role(f, *p + 1, CGI_ROLE_THE) && at(f, *p + 2)->part) {
        /* "four in the morning" */
        *hour = *hour % 12 + (at(f, *p + 2)->part > 2 ? 12 : 0);
        *p += 3;
        is_sure = true;
    }
    for (int n = 0; n < 2 && at(f, *p)->zone && minute >= -1; n++) {
        is_sure |= minute >= 0;
        (*p) += is_sure;
    }
    return is_sure;
}

/* The day behind a time of the clock: "on Monday", ", Nov. 5", "Friday". */
static void finish_day(cgi_time_found *out, const cgi_time_finder *f)
{
    cgi_time_found day;
    uint32_t p = skip_role(f, out->end, CGI_ROLE_COMMA);
    p = skip_role(f, p, CGI_ROLE_ON);
    if (!(cgi_time_shift(&day, f, p) || cgi_time_date(&day, f, p)) ||
        day.unit != CGI_UNIT_DAY)
        return;
    day.hour = out->hour;
    day.minute = out->minute;
    *out = day;
}

bool cgi_time_clock(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    int hour = 0, minute = -1;
    bool is_named = named_hour(&hour, &minute, f, i);
    if (!is_named && !read_clock(&hour, &minute, f, i))
        return false;
    uint32_t p = i + 1;
    bool is_sure = finish_clock(&hour, minute, f, &p);
    bool is_led = i > f->first && at(f, i - 1)->preposition;
    const char *form = f->lang->tokens[i].form;
    bool has_colon = form[1] == ':' || (form[1] && form[2] == ':');
    if (!is_sure && !(has_colon && is_led))
        return false;
    *out = cgi_time_new(p, CGI_UNIT_DAY);
    out->year = f->focus.year;
    out->month = f->focus.month;
    out->day = f->focus.day;
    out->hour = hour;
    out->minute = minute < 0 ? 0 : minute;
    finish_day(out, f);
    out->type = CGI_TIME_TIME;
    return true;
}
