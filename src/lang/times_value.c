/* SPDX-License-Identifier: Apache-2.0
 *
 * times_value.c -- TIMEX3 values, and the days that they stand for.
 *
 * Weeks are those of ISO 8601: they begin on Monday, and the first of a year
 * is the one with its first Thursday.
 */
#include "lang/times.h"

#include <string.h>

static const char *const parts[] = {"",    "TMO", "TMI", "TAF",
                                    "TEV", "TNI", "TDT"};
static const char *const seasons[] = {"XX", "SP", "SU", "FA", "WI"};
static const char *const references[] = {"", "PAST_REF", "PRESENT_REF",
                                         "FUTURE_REF"};

static int month_days(int year, int month)
{
    cgi_date next = {month == 12 ? year + 1 : year, month % 12 + 1, 1};
    cgi_date this = {year, month, 1};
    return (int)(cgi_date_to_days(next) - cgi_date_to_days(this));
}

static bool is_day(cgi_date d)
{
    return d.day <= month_days(d.year, d.month);
}

static bool in_calendar(long year)
{
    return year >= 1 && year <= 9999;
}

static void move_days(cgi_time_found *t, long n)
{
    cgi_date d = {t->year, t->month, t->day};
    d = cgi_date_from_days(cgi_date_to_days(d) + n);
    t->year = d.year;
    t->month = d.month;
    t->day = d.day;
}

static void move_months(cgi_time_found *t, long n)
{
    long months = (long)t->year * 12 + t->month - 1 + n;
    t->year = (int)(months / 12);
    t->month = (int)(months % 12) + 1;
    if (in_calendar(t->year) && t->day > month_days(t->year, t->month))
        t->day = month_days(t->year, t->month);
}

void cgi_time_move(cgi_time_found *t, long n)
{
    if (!t->year || n < -100000 || n > 100000)
        return;
    switch (t->unit) {
    case CGI_UNIT_DAY: move_days(t, n); break;
    case CGI_UNIT_WEEK:
    case CGI_UNIT_WEEKEND: move_days(t, 7 * n); break;
    case CGI_UNIT_FORTNIGHT: move_days(t, 14 * n); break;
    case CGI_UNIT_MONTH: move_months(t, n); break;
    case CGI_UNIT_QUARTER:
        move_months(t, 3 * n);
        t->number = (t->month - 1) / 3 + 1;
        break;
    case CGI_UNIT_DECADE: t->year += (int)(10 * n); break;
    case CGI_UNIT_CENTURY: t->year += (int)(100 * n); break;
    default: t->year += (int)n;
    }
    if (!in_calendar(t->year))
        t->year = 0;
}

/* The number of the ISO week of a day, and the year it is counted in. */
static int iso_week(int *year, cgi_date d)
{
    long day = cgi_date_to_days(d);
    long thursday = day - cgi_date_weekday(d) + 3;
    *year = cgi_date_from_days(thursday).year;
    cgi_date january = {*year, 1, 1};
    return (int)((thursday - cgi_date_to_days(january)) / 7) + 1;
}

static const char *write_date(cgi_arena *a, const cgi_time_found *t)
{
    cgi_date d = {t->year, t->month, t->day};
    int year = t->year;
    switch (t->unit) {
    case CGI_UNIT_WEEK:
    case CGI_UNIT_FORTNIGHT:
    case CGI_UNIT_WEEKEND: {
        int week = iso_week(&year, d);
        return cgi_arena_printf(a, "%04d-W%02d%s", year, week,
                                t->unit == CGI_UNIT_WEEKEND ? "-WE" : "");
    }
    case CGI_UNIT_MONTH:
        return cgi_arena_printf(a, "%04d-%02d", year, t->month);
    case CGI_UNIT_QUARTER:
        return cgi_arena_printf(a, "%04d-Q%d", year, t->number);
    case CGI_UNIT_HALF: return cgi_arena_printf(a, "%04d-H%d", year, t->number);
    case CGI_UNIT_SEASON:
        return cgi_arena_printf(a, "%04d-%s", year, seasons[t->number]);
    case CGI_UNIT_YEAR: return cgi_arena_printf(a, "%04d", year);
    case CGI_UNIT_DECADE: return cgi_arena_printf(a, "%03dX", year / 10);
    case CGI_UNIT_CENTURY: return cgi_arena_printf(a, "%02d", year / 100);
    case CGI_UNIT_MILLENNIUM: return cgi_arena_printf(a, "%d", year / 1000);
    default:
        return cgi_arena_printf(a, "%04d-%02d-%02d", year, t->month, t->day);
    }
}

/* The same with X for what is not known: "XXXX-09-05", "XXXX-WXX-1". */
static const char *write_open(cgi_arena *a, const cgi_time_found *t)
{
    switch (t->unit) {
    case CGI_UNIT_WEEK:
    case CGI_UNIT_FORTNIGHT: return "XXXX-WXX";
    case CGI_UNIT_WEEKEND: return "XXXX-WXX-WE";
    case CGI_UNIT_MONTH:
        return t->month ? cgi_arena_printf(a, "XXXX-%02d", t->month)
                        : "XXXX-XX";
    case CGI_UNIT_QUARTER:
        return t->number ? cgi_arena_printf(a, "XXXX-Q%d", t->number)
                         : "XXXX-QX";
    case CGI_UNIT_HALF: return cgi_arena_printf(a, "XXXX-H%d", t->number);
    case CGI_UNIT_SEASON:
        return cgi_arena_printf(a, "XXXX-%s", seasons[t->number]);
    case CGI_UNIT_DAY:
        if (t->weekday)
            return cgi_arena_printf(a, "XXXX-WXX-%d", t->weekday);
        return t->day ? cgi_arena_printf(a, "XXXX-%02d-%02d", t->month, t->day)
                      : "XXXX-XX-XX";
    default: return "XXXX";
    }
}

static const char *unit_letters(cgi_unit unit, bool *is_time)
{
    *is_time = unit <= CGI_UNIT_HOUR;
    switch (unit) {
    case CGI_UNIT_SECOND: return "S";
    case CGI_UNIT_MINUTE:
    case CGI_UNIT_MONTH: return "M";
    case CGI_UNIT_HOUR: return "H";
    case CGI_UNIT_WEEK:
    case CGI_UNIT_FORTNIGHT: return "W";
    case CGI_UNIT_QUARTER: return "Q";
    case CGI_UNIT_YEAR: return "Y";
    case CGI_UNIT_DECADE: return "E";
    case CGI_UNIT_CENTURY: return "C";
    case CGI_UNIT_MILLENNIUM: return "L";
    case CGI_UNIT_WEEKEND: return "WE";
    default: return "D";
    }
}

/* Hours and minutes that are not whole, in the next smaller unit too. */
static const char *write_parts(cgi_arena *a, int amount, cgi_unit unit)
{
    const char *letters = unit == CGI_UNIT_HOUR ? "HM" : "MS";
    int whole = amount / 100, rest = amount % 100 * 60 / 100;
    if (!whole)
        return cgi_arena_printf(a, "PT%d%c", rest, letters[1]);
    return cgi_arena_printf(a, "PT%d%c%d%c", whole, letters[0], rest,
                            letters[1]);
}

static const char *write_period(cgi_arena *a, const cgi_time_found *t)
{
    bool is_time;
    const char *letters = unit_letters(t->unit, &is_time);
    const char *mark = is_time ? "PT" : "P";
    int amount = t->amount;
    if (amount < 0)
        return cgi_arena_printf(a, "%sX%s", mark, letters);
    /* What ISO 8601 has no letter for is told in a unit that it has. */
    if (t->unit == CGI_UNIT_FORTNIGHT)
        amount *= 2;
    if (t->unit == CGI_UNIT_QUARTER)
        amount *= 3, letters = "M";
    if (t->unit == CGI_UNIT_DECADE)
        amount *= 10, letters = "Y";
    if (t->unit == CGI_UNIT_CENTURY)
        amount *= 100, letters = "Y";
    if (amount % 100 == 0)
        return cgi_arena_printf(a, "%s%d%s", mark, amount / 100, letters);
    if (is_time && t->unit != CGI_UNIT_SECOND) /* "PT5H30M", "PT30M" */
        return write_parts(a, amount, t->unit);
    if (amount % 10)
        return cgi_arena_printf(a, "%s%d.%02d%s", mark, amount / 100,
                                amount % 100, letters);
    return cgi_arena_printf(a, "%s%d.%d%s", mark, amount / 100,
                            amount / 10 % 10, letters);
}

static const char *write_set(cgi_arena *a, const cgi_time_found *t)
{
    const char *part = parts[t->part];
    if (t->weekday == 8)
        return "XXXX-WXX-WD";
    if (t->weekday == 9)
        return "XXXX-WXX-WE";
    if (t->weekday)
        return cgi_arena_printf(a, "XXXX-WXX-%d%s", t->weekday, part);
    if (t->month)
        return cgi_arena_printf(a, "XXXX-%02d", t->month);
    if (t->number)
        return cgi_arena_printf(a, "XXXX-%s", seasons[t->number]);
    if (t->part)
        return cgi_arena_printf(a, "XXXX-XX-XX%s", part);
    return write_period(a, t);
}

static const char *write_value(cgi_arena *a, const cgi_time_found *t)
{
    if (t->type == CGI_TIME_DURATION)
        return write_period(a, t);
    if (t->type == CGI_TIME_SET)
        return write_set(a, t);
    if (t->unit == CGI_UNIT_NONE)
        return references[t->reference];
    const char *date = t->year ? write_date(a, t) : write_open(a, t);
    if (t->hour >= 0)
        return cgi_arena_printf(a, "%sT%02d:%02d", date, t->hour, t->minute);
    return cgi_arena_printf(a, "%s%s", date, parts[t->part]);
}

/* First month and number of months of quarters, halves and seasons; the
 * seasons are those of the north, three whole months each. */
static int first_month(const cgi_time_found *t, int *n)
{
    *n = t->unit == CGI_UNIT_HALF ? 6 : 3;
    if (t->unit == CGI_UNIT_SEASON)
        return t->number == 4 ? 12 : 3 * t->number;
    return (t->number - 1) * *n + 1;
}

static void set_months(cgi_time *out, int year, int month, int n)
{
    cgi_time_found last = {.year = year, .month = month};
    move_months(&last, n - 1);
    out->from = (cgi_date){year, month, 1};
    out->to =
        (cgi_date){last.year, last.month, month_days(last.year, last.month)};
}

static void set_years(cgi_time *out, int first, int n)
{
    out->from = (cgi_date){first > 0 ? first : 1, 1, 1};
    out->to = (cgi_date){first + n - 1, 12, 31};
}

static void set_week(cgi_time *out, const cgi_time_found *t)
{
    cgi_date d = {t->year, t->month, t->day};
    long monday = cgi_date_to_days(d) - cgi_date_weekday(d);
    bool is_weekend = t->unit == CGI_UNIT_WEEKEND;
    out->from = cgi_date_from_days(is_weekend ? monday + 5 : monday);
    out->to = cgi_date_from_days(monday + 6);
    out->precision = is_weekend ? CGI_PRECISION_DAY : CGI_PRECISION_WEEK;
}

static void set_month(cgi_time *out, const cgi_time_found *t)
{
    set_months(out, t->year, t->month, 1);
    if (t->portion == 1)
        out->to.day = 10;
    else if (t->portion == 2)
        out->from.day = 11, out->to.day = 20;
    else if (t->portion == 3)
        out->from.day = 21;
    out->precision = CGI_PRECISION_MONTH;
}

/* A third of the year for its beginning, middle or end. */
static void set_year(cgi_time *out, const cgi_time_found *t)
{
    if (t->portion)
        set_months(out, t->year, 4 * t->portion - 3, 4);
    else
        set_years(out, t->year, 1);
    out->precision = CGI_PRECISION_YEAR;
}

static void set_days(cgi_time *out, const cgi_time_found *t)
{
    int n;
    switch (t->unit) {
    case CGI_UNIT_WEEK:
    case CGI_UNIT_FORTNIGHT:
    case CGI_UNIT_WEEKEND: set_week(out, t); break;
    case CGI_UNIT_MONTH: set_month(out, t); break;
    case CGI_UNIT_QUARTER:
    case CGI_UNIT_HALF:
    case CGI_UNIT_SEASON: {
        int month = first_month(t, &n);
        set_months(out, t->year, month, n);
        out->precision = CGI_PRECISION_SEASON;
        break;
    }
    case CGI_UNIT_YEAR: set_year(out, t); break;
    case CGI_UNIT_DECADE:
        set_years(out, t->year / 10 * 10, 10);
        out->precision = CGI_PRECISION_DECADE;
        break;
    case CGI_UNIT_CENTURY:
    case CGI_UNIT_MILLENNIUM: break; /* Too long to be a date of anything. */
    default:
        out->from = out->to = (cgi_date){t->year, t->month, t->day};
        if (t->last_day)
            out->to.day = t->last_day;
        out->precision = CGI_PRECISION_DAY;
    }
}

/* The days of "the past three months". */
static void set_reach(cgi_time *out, const cgi_time_found *t)
{
    cgi_time_found other = *t;
    cgi_time_move(&other, (long)t->reach * t->amount / 100);
    if (t->unit < CGI_UNIT_DAY || !other.year)
        return;
    out->from = (cgi_date){t->year, t->month, t->day};
    out->to = (cgi_date){other.year, other.month, other.day};
    if (other.month == 2 && other.day == 29 && !is_day(out->to))
        out->to.day = 28;
    if (t->reach < 0) {
        cgi_date swap = out->from;
        out->from = out->to;
        out->to = swap;
    }
    out->precision = t->unit == CGI_UNIT_DAY     ? CGI_PRECISION_DAY
                     : t->unit < CGI_UNIT_MONTH  ? CGI_PRECISION_WEEK
                     : t->unit == CGI_UNIT_MONTH ? CGI_PRECISION_MONTH
                                                 : CGI_PRECISION_YEAR;
}

void cgi_time_settle(cgi_time *out, cgi_arena *a, const cgi_time_found *t)
{
    out->end = t->end;
    out->type = t->type;
    out->value = write_value(a, t);
    bool has_day = t->type == CGI_TIME_DATE || t->type == CGI_TIME_TIME;
    if (has_day && t->unit != CGI_UNIT_NONE && t->year)
        set_days(out, t);
    else if (t->type == CGI_TIME_DURATION && t->reach && t->amount >= 0 &&
             t->year)
        set_reach(out, t);
}
