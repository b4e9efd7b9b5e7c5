/* SPDX-License-Identifier: Apache-2.0
 *
 * times.c -- finds time expressions: at every token the longest shape.
 *
 * The day and the quarter last spoken of are remembered from one to the next,
 * since "the same day" and "a year earlier" mean these.
 */
#include "lang/times.h"

typedef bool shape(cgi_time_found *, const cgi_time_finder *, uint32_t);

/* Tries shapes and keeps the longest; of two as long the first. */
static bool longest(cgi_time_found *out, const cgi_time_finder *f, uint32_t i,
                    shape *const *shapes, size_t n)
{
    bool found = false;
    for (size_t k = 0; k < n; k++) {
        cgi_time_found t;
        if (!shapes[k](&t, f, i) || t.end > f->end)
            continue;
        if (!found || t.end > out->end)
            *out = t;
        found = true;
    }
    return found;
}

bool cgi_time_any_date(cgi_time_found *out, const cgi_time_finder *f,
                       uint32_t i)
{
    static shape *const shapes[] = {cgi_time_quarter, cgi_time_portion,
                                    cgi_time_distance, cgi_time_shift,
                                    cgi_time_date};
    return longest(out, f, i, shapes, sizeof shapes / sizeof *shapes);
}

/* The part of the day named at `p`, "early hours" being the first; *end is set
 * behind it. 0 if there is none. */
static int day_part(uint32_t *end, const cgi_time_finder *f, uint32_t p)
{
    const cgi_time_word *w = cgi_time_at(f, p), *next = cgi_time_at(f, p + 1);
    bool is_early = w->portion == 1 && next->unit == CGI_UNIT_HOUR;
    *end = p + 1 + is_early;
    return is_early ? 1 : w->part;
}

/* "the morning of September 5", "the night of Friday", "the early hours of
 * Sunday", "mid-afternoon yesterday". */
static bool part_of(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    uint32_t p = i + (cgi_time_at(f, i)->role == CGI_ROLE_THE);
    int part = day_part(&p, f, p);
    bool has_of = cgi_time_at(f, p)->role == CGI_ROLE_OF;
    bool is_day = cgi_time_at(f, p)->day || cgi_time_at(f, p)->weekday;
    if (!part || (!has_of && !is_day) ||
        !cgi_time_any_date(out, f, p + has_of) || out->unit != CGI_UNIT_DAY)
        return false;
    out->part = part;
    out->type = CGI_TIME_TIME;
    return true;
}

/* "the week of March 6", "the month of August". */
static bool unit_of(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    const cgi_time_word *w = cgi_time_at(f, i + 1);
    bool is_week = w->unit == CGI_UNIT_WEEK || w->unit == CGI_UNIT_WEEKEND;
    if (cgi_time_at(f, i)->role != CGI_ROLE_THE || w->plural ||
        !(is_week || w->unit == CGI_UNIT_MONTH) ||
        cgi_time_at(f, i + 2)->role != CGI_ROLE_OF ||
        !cgi_time_any_date(out, f, i + 3))
        return false;
    if (is_week && out->unit == CGI_UNIT_DAY)
        out->unit = w->unit;
    return out->unit == w->unit;
}

static bool any(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    static shape *const shapes[] = {cgi_time_set,      cgi_time_clock,
                                    part_of,           unit_of,
                                    cgi_time_any_date, cgi_time_duration};
    return longest(out, f, i, shapes, sizeof shapes / sizeof *shapes);
}

/* Most tokens begin nothing; this is cheap and misses none that do. */
static bool may_begin(const cgi_time_finder *f, uint32_t i)
{
    const cgi_time_word *w = cgi_time_at(f, i);
    char c = f->lang->tokens[i].form[0];
    return w->number >= 0 || w->month || w->weekday || w->weekdays || w->unit ||
           w->season || w->part || w->clock || w->day || w->night || w->shift ||
           w->reference || w->adjective || w->portion || w->frequency ||
           w->ordinal || w->role || w->decade || w->capital || w->lasting ||
           (c >= '0' && c <= '9') || c == '\'' || (c & 0x80) || c == 'Q' ||
           c == 'q';
}

static void remember(cgi_time_finder *f, const cgi_time_found *t)
{
    bool is_date = t->type == CGI_TIME_DATE || t->type == CGI_TIME_TIME;
    if (!is_date || !t->year)
        return;
    if (t->unit == CGI_UNIT_QUARTER && t->year == f->today.year) {
        f->quarter = t->number;
        f->quarter_year = t->year;
    }
    if (t->unit == CGI_UNIT_DAY)
        f->focus = (cgi_date){t->year, t->month, t->day};
    if (t->unit == CGI_UNIT_DAY || t->unit == CGI_UNIT_MONTH)
        f->focus_month = (cgi_date){t->year, t->month, 1};
    if (t->unit != CGI_UNIT_DECADE && t->unit != CGI_UNIT_CENTURY &&
        t->unit != CGI_UNIT_MILLENNIUM)
        f->focus_year = t->year;
}

void cgi_lang_find_times(cgi_lang *l, cgi_arena *a, const cg_world *world)
{
    cgi_time_finder f = {.lang = l, .world = world, .arena = a};
    CGI_VEC(cgi_time) times = {0};
    cgi_date today = l->article->date;
    if (today.year && today.month && today.day)
        f.today = f.focus = f.focus_month = today;
    f.focus_year = f.today.year;
    for (size_t s = 0; s < l->n_sentences; s++) {
        f.first = l->sentences[s].first;
        f.end = l->sentences[s].end;
        cgi_time_words(&f);
        for (uint32_t i = f.first; i < f.end;) {
            cgi_time_found t;
            if (!may_begin(&f, i) || !any(&t, &f, i)) {
                i++;
                continue;
            }
            cgi_time time = {.first = i};
            cgi_time_settle(&time, a, &t);
            time.is_range_open = i > f.first && cgi_time_at(&f, i - 1)->opens;
            CGI_PUSH(a, &times, time);
            remember(&f, &t);
            i = t.end;
        }
    }
    l->times = times.at;
    l->n_times = times.n;
}
