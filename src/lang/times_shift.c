/* SPDX-License-Identifier: Apache-2.0
 *
 * times_shift.c -- times told from another: "last week", "on Monday", "two
 * years ago", "the same day", "now".
 *
 * The other time is the article's date, or for "later" and "the same day" the
 * date last spoken of. Without a date of the article the value keeps its X.
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

/* The date `base` seen as one of `unit`. */
static cgi_time_found based(uint32_t end, cgi_unit unit, cgi_date base)
{
    cgi_time_found t = cgi_time_new(end, unit);
    t.year = base.year;
    t.month = base.month;
    t.day = base.day;
    if (unit == CGI_UNIT_QUARTER && base.month)
        t.number = (base.month - 1) / 3 + 1;
    return t;
}

/* The same from the time last spoken of, which may be a month or a year. */
static cgi_time_found by_focus(const cgi_time_finder *f, uint32_t end,
                               cgi_unit unit)
{
    cgi_date base = f->focus;
    if (unit == CGI_UNIT_MONTH || unit == CGI_UNIT_QUARTER)
        base = f->focus_month;
    else if (unit >= CGI_UNIT_YEAR && unit != CGI_UNIT_FORTNIGHT)
        base = (cgi_date){f->focus_year, 1, 1};
    return based(end, unit, base);
}

/* A part of the day behind a day: "Monday morning", "yesterday afternoon". */
static void add_part(cgi_time_found *out, const cgi_time_finder *f)
{
    int part = at(f, out->end)->part;
    if (!part)
        return;
    out->part = part;
    out->type = CGI_TIME_TIME;
    out->end++;
}

/* "yesterday", "tomorrow night", "tonight", "overnight". */
static bool day_word(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    const cgi_time_word *w = at(f, i);
    int shift = w->day ? w->day : w->night;
    if (!shift)
        return false;
    *out = based(i + 1, CGI_UNIT_DAY, f->today);
    cgi_time_move(out, shift - 10);
    if (w->night) {
        out->part = 5;
        out->type = CGI_TIME_TIME;
    } else {
        add_part(out, f);
    }
    return true;
}

/* The day of the week named at `i`: the last one before now or today itself,
 * the next where the clause speaks of the future, or as `shift` says. */
static void set_weekday(cgi_time_found *out, const cgi_time_finder *f,
                        uint32_t i, int shift)
{
    out->weekday = at(f, i)->weekday;
    if (!out->year)
        return;
    int tense = cgi_time_tense(f, i);
    cgi_date base = {out->year, out->month, out->day};
    int back = (cgi_date_weekday(base) + 8 - out->weekday) % 7;
    long move = -back;
    if (shift == 11 || (!shift && tense > 0 && back))
        move = 7 - back;
    else if (shift == 9 && !back)
        move = -7;
    else if (shift == 10 && tense > 0 && back)
        move = 7 - back;
    cgi_time_move(out, move);
}

/* "Monday", "last Monday", "this Monday morning", "next Friday". */
static bool weekday(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    uint32_t p = i;
    int shift = 0;
    if (!at(f, p)->weekday && is_role(f, p, CGI_ROLE_THE))
        p++;
    if (!at(f, p)->weekday && at(f, p)->shift) {
        shift = at(f, p)->shift;
        p++;
        if (at(f, p)->shift) /* "this past Monday" */
            shift = at(f, p++)->shift;
        shift = shift == 8 ? 9 : shift;
    }
    if (!at(f, p)->weekday || (!at(f, p)->capital && !shift))
        return false;
    *out = based(p + 1, CGI_UNIT_DAY, f->today);
    if (shift == 9 && is_role(f, i, CGI_ROLE_THE)) /* "the previous Friday" */
        *out = based(p + 1, CGI_UNIT_DAY, f->focus);
    set_weekday(out, f, p, shift);
    add_part(out, f);
    return true;
}

/* "this morning", "last night", "Thursday's night" is not one of them. */
static bool part_of_day(cgi_time_found *out, const cgi_time_finder *f,
                        uint32_t i)
{
    int shift = at(f, i)->shift;
    uint32_t p = i + 1;
    if ((shift != 9 && shift != 10) || !at(f, p)->part)
        return false;
    *out = based(p, CGI_UNIT_DAY, f->today);
    if (shift == 9)
        cgi_time_move(out, -1);
    add_part(out, f);
    return true;
}

/* "that night", "the same evening", "the next morning", "in the morning": of
 * the day last spoken of. */
static bool part_of_focus(cgi_time_found *out, const cgi_time_finder *f,
                          uint32_t i)
{
    bool has_the = is_role(f, i, CGI_ROLE_THE);
    uint32_t p = i + 1;
    int shift = has_the ? at(f, p)->shift : 0;
    bool is_led = i > f->first && is_role(f, i - 1, CGI_ROLE_IN);
    if (shift || (has_the && is_role(f, p, CGI_ROLE_SAME)))
        p++;
    else if (!is_role(f, i, CGI_ROLE_THAT) && !(has_the && is_led))
        return false;
    int part = at(f, p)->part;
    bool is_bare = has_the && p == i + 1;
    if (!part || shift == 8 || shift == 10 || is_role(f, p + 1, CGI_ROLE_OF) ||
        (is_bare && (part < 1 || part > 4)))
        return false;
    *out = based(p, CGI_UNIT_DAY, f->focus);
    if (shift)
        cgi_time_move(out, shift - 10);
    add_part(out, f);
    return true;
}

/* "last April", "next summer", "this September". */
static bool shifted_name(cgi_time_found *out, const cgi_time_finder *f,
                         uint32_t i)
{
    int shift = at(f, i)->shift;
    uint32_t p = i + 1;
    if (at(f, p)->shift) /* "this past spring" */
        shift = at(f, p++)->shift;
    bool is_month = at(f, p)->month && at(f, p)->capital;
    if (!shift || (!is_month && !at(f, p)->season))
        return false;
    int month = is_month ? at(f, p)->month : at(f, p)->season * 3;
    *out = cgi_time_new(p + 1, is_month ? CGI_UNIT_MONTH : CGI_UNIT_SEASON);
    out->month = is_month ? month : 0;
    out->number = is_month ? 0 : at(f, p)->season;
    out->year = f->today.year;
    if (!out->year)
        return true;
    if (shift <= 9 && month >= f->today.month)
        out->year--;
    if (shift == 11 && month <= f->today.month)
        out->year++;
    return true;
}

/* The weekend before or behind today; the one of this week by default. */
static void set_weekend(cgi_time_found *out, const cgi_time_finder *f,
                        uint32_t i, int shift)
{
    int day = f->today.year ? cgi_date_weekday(f->today) : 0;
    int tense = cgi_time_tense(f, i);
    if (shift <= 9 && shift > 0 && day < 6)
        cgi_time_move(out, -1);
    else if (shift == 11)
        cgi_time_move(out, 1);
    else if (!shift && day < 5 && tense <= 0)
        cgi_time_move(out, -1);
}

/* "last week", "this year", "the previous month", "the weekend". */
static bool shifted_unit(cgi_time_found *out, const cgi_time_finder *f,
                         uint32_t i)
{
    uint32_t p = i + is_role(f, i, CGI_ROLE_THE);
    int shift = at(f, p)->shift;
    p += shift != 0;
    if (shift && at(f, p)->shift) /* "this past week" */
        shift = at(f, p++)->shift;
    p += is_role(f, p, CGI_ROLE_FISCAL);
    cgi_unit unit = at(f, p)->unit;
    bool is_weekend = unit == CGI_UNIT_WEEKEND && p > i;
    if (unit < CGI_UNIT_DAY || at(f, p)->plural || (!shift && !is_weekend) ||
        at(f, p + 1)->role == CGI_ROLE_HYPHEN)
        return false;
    if (shift == 8 && unit >= CGI_UNIT_DECADE && unit <= CGI_UNIT_MILLENNIUM)
        return false; /* "the past decade" is as long, and no decade. */
    bool is_told = p > i + 1 && is_role(f, i, CGI_ROLE_THE) && shift != 10;
    *out = is_told ? by_focus(f, p + 1, unit) : based(p + 1, unit, f->today);
    if (unit == CGI_UNIT_WEEKEND)
        set_weekend(out, f, p, shift);
    else if (shift)
        cgi_time_move(out, shift == 8 ? -1 : shift - 10);
    if (unit == CGI_UNIT_QUARTER && shift == 10 && f->quarter) {
        out->year = f->quarter_year;
        out->number = f->quarter;
    }
    return true;
}

/* "the full year", "for the week": the one of today. "The year ended March
 * 31" is only as long as one. */
static bool this_unit(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    uint32_t p = i + 1;
    bool is_led = i > f->first && is_role(f, i - 1, CGI_ROLE_FOR);
    bool is_whole = is_role(f, p, CGI_ROLE_WHOLE) ||
                    is_role(f, p, CGI_ROLE_FISCAL) ||
                    is_role(f, p, CGI_ROLE_WORKING);
    p += is_whole;
    cgi_unit unit = at(f, p)->unit;
    bool is_ended = is_role(f, p + 1, CGI_ROLE_ENDED);
    bool fits = unit == CGI_UNIT_WEEK || unit == CGI_UNIT_MONTH ||
                unit == CGI_UNIT_YEAR;
    if (!is_role(f, i, CGI_ROLE_THE) || !fits || at(f, p)->plural ||
        !(is_led || is_whole || is_ended) || is_role(f, p + 1, CGI_ROLE_OF) ||
        is_role(f, p + 1, CGI_ROLE_HYPHEN))
        return false;
    *out = based(p + 1, unit, f->today);
    if (is_ended) {
        out->type = CGI_TIME_DURATION;
        out->amount = 100;
    }
    return true;
}

/* "year-end", "the year's end". */
static bool unit_end(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    uint32_t p = i + is_role(f, i, CGI_ROLE_THE);
    cgi_unit unit = at(f, p)->unit;
    bool joins =
        is_role(f, p + 1, CGI_ROLE_HYPHEN) || is_role(f, p + 1, CGI_ROLE_OWNER);
    if ((unit != CGI_UNIT_YEAR && unit != CGI_UNIT_MONTH) || at(f, p)->plural)
        return false;
    if (!is_role(f, p + 1 + joins, CGI_ROLE_END))
        return false;
    *out = based(p + 2 + joins, unit, f->today);
    out->portion = 3;
    return true;
}

/* "that day", "the same year". */
static bool same_unit(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    uint32_t p = i;
    if (is_role(f, i, CGI_ROLE_THE) && is_role(f, i + 1, CGI_ROLE_SAME))
        p = i + 2;
    else if (is_role(f, i, CGI_ROLE_THAT))
        p = i + 1;
    cgi_unit unit = at(f, p)->unit;
    if (p == i || unit < CGI_UNIT_DAY || at(f, p)->plural)
        return false;
    *out = by_focus(f, p + 1, unit);
    return true;
}

/* "now", "recently", "the future", "recent" before a noun, "recent years". */
static bool reference(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    bool has_the = is_role(f, i, CGI_ROLE_THE);
    uint32_t p = i + has_the;
    const cgi_time_word *w = at(f, p);
    *out = cgi_time_new(p + 1, CGI_UNIT_NONE);
    if (w->reference && (w->reference < 10) == !has_the) {
        bool is_noun =
            has_the && f->is_tagged && f->lang->tokens[p].upos != CGI_UPOS_NOUN;
        bool goes_on =
            has_the && (at(f, p + 1)->unit || at(f, p + 1)->number >= 0);
        out->reference = w->reference % 10;
        return !is_noun && !goes_on;
    }
    if (w->adjective && at(f, p + 1)->unit && at(f, p + 1)->plural) {
        out->reference = w->adjective;
        out->end = p + 2;
        return true;
    }
    out->reference = w->adjective;
    return w->adjective && !has_the && !at(f, p + 1)->unit && f->is_tagged &&
           f->lang->tokens[p].upos == CGI_UPOS_ADJ;
}

/* The quarter of a year earlier, where a quarter is spoken of: companies
 * compare so. */
static void compare_quarter(cgi_time_found *out, const cgi_time_finder *f)
{
    out->unit = CGI_UNIT_QUARTER;
    out->number = f->quarter;
    out->year = f->quarter_year - 1;
}

/* "year-earlier", "the year-ago quarter": what is compared with. */
static bool compared(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    uint32_t p = i + is_role(f, i, CGI_ROLE_THE);
    cgi_unit unit = at(f, p)->unit;
    int role = at(f, p + 2)->role;
    if (unit < CGI_UNIT_DAY || !is_role(f, p + 1, CGI_ROLE_HYPHEN) ||
        (role != CGI_ROLE_AGO && role != CGI_ROLE_EARLIER))
        return false;
    *out = based(p + 3, unit, f->today);
    cgi_time_move(out, -1);
    if (unit == CGI_UNIT_YEAR && f->quarter)
        compare_quarter(out, f);
    int number = at(f, out->end)->ordinal;
    number = number <= 4 ? number : 0;
    uint32_t q = out->end + (number != 0);
    if (!number)
        number = out->unit == CGI_UNIT_QUARTER ? out->number : 0;
    if (at(f, q)->unit == CGI_UNIT_QUARTER && number) {
        out->end = q + 1;
        out->unit = CGI_UNIT_QUARTER;
        out->number = number;
    } else if (is_role(f, out->end, CGI_ROLE_PERIOD)) {
        out->end++;
    }
    return true;
}

/* Behind "ago", "later", "from now"; *sign is -1 or 1 and *is_told true if
 * it is told from the time last spoken of. `i` if nothing of it is there. */
static uint32_t direction(int *sign, bool *is_told, const cgi_time_finder *f,
                          uint32_t i)
{
    int role = at(f, i)->role;
    *sign = role == CGI_ROLE_AGO || role == CGI_ROLE_EARLIER ? -1 : 1;
    *is_told = role == CGI_ROLE_LATER || role == CGI_ROLE_EARLIER;
    if (role == CGI_ROLE_FROM && is_role(f, i + 1, CGI_ROLE_NOW))
        return i + 2;
    return *is_told || role == CGI_ROLE_AGO ? i + 1 : i;
}

/* "two years ago", "three days later", "a week from now", "months ago". */
bool cgi_time_distance(cgi_time_found *out, const cgi_time_finder *f,
                       uint32_t i)
{
    int n = 100, sign;
    bool is_told;
    if (compared(out, f, i))
        return true;
    uint32_t p = i + is_role(f, i, CGI_ROLE_A);
    uint32_t q = cgi_time_number(&n, f, p);
    p = q + (q > p && is_role(f, q, CGI_ROLE_OF)); /* "a couple of" */
    cgi_unit unit = at(f, p)->unit;
    bool is_some = n < 0 || (p == i && at(f, p)->plural);
    uint32_t behind = p + 1;
    if (is_role(f, behind, CGI_ROLE_AND) && is_role(f, p + 2, CGI_ROLE_SO))
        behind += 2; /* "a week or so ago" */
    uint32_t end = direction(&sign, &is_told, f, behind);
    if (unit < CGI_UNIT_HOUR || end == behind || (p == i && !is_some))
        return false;
    if (is_some || n % 100) {
        *out = cgi_time_new(end, CGI_UNIT_NONE);
        out->reference = sign < 0 ? 1 : 3;
        return true;
    }
    bool is_hours = unit == CGI_UNIT_HOUR;
    unit = is_hours ? CGI_UNIT_DAY : unit;
    *out = is_told ? by_focus(f, end, unit) : based(end, unit, f->today);
    if (unit == CGI_UNIT_YEAR && n == 100 && sign < 0 && f->quarter) {
        compare_quarter(out, f);
        return true;
    }
    if (unit == CGI_UNIT_DECADE)
        out->unit = CGI_UNIT_YEAR, n *= 10;
    if (!is_hours)
        cgi_time_move(out, (long)sign * n / 100);
    return true;
}

bool cgi_time_shift(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    static bool (*const shapes[])(cgi_time_found *, const cgi_time_finder *,
                                  uint32_t) = {
        day_word,     weekday,   part_of_day, part_of_focus, shifted_name,
        shifted_unit, this_unit, unit_end,    same_unit,     reference};
    for (size_t k = 0; k < sizeof shapes / sizeof *shapes; k++)
        if (shapes[k](out, f, i))
            return true;
    return false;
}
