/* SPDX-License-Identifier: Apache-2.0
 *
 * times_set.c -- times that come again: "every Monday", "twice a week".
 *
 * TIMEX3 keeps how often in attributes of its own; the value alone tells the
 * rhythm: "twice a week" is P1W, "every other day" P2D.
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

static bool set_of_unit(cgi_time_found *out, uint32_t end, cgi_unit unit,
                        int hundredths)
{
    *out = cgi_time_new(end, unit);
    out->type = CGI_TIME_SET;
    out->amount = hundredths;
    return unit != CGI_UNIT_NONE;
}

/* "every day", "each Thursday", "every two weeks", "every summer". */
static bool every(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    int n = 100;
    uint32_t p = cgi_time_number(&n, f, i + 1);
    if (is_role(f, i + 1, CGI_ROLE_OTHER) && at(f, i + 2)->unit) {
        n = 200; /* "every other day" */
        p = i + 2;
    }
    const cgi_time_word *w = at(f, p);
    bool is_name = w->weekday || w->month || w->season || w->part;
    if (!is_role(f, i, CGI_ROLE_EVERY) || (!w->unit && !is_name))
        return false;
    set_of_unit(out, p + 1, w->unit ? w->unit : CGI_UNIT_DAY, n);
    if (is_name && !w->unit) {
        out->weekday = w->weekday;
        out->month = w->month;
        out->number = w->season;
        out->part = w->part;
    }
    return true;
}

/* Behind "twice", "three times" and the "24 hours" of "24 hours a day"; `i`
 * if nothing of it is there. */
static uint32_t skip_times(const cgi_time_finder *f, uint32_t i)
{
    int n;
    if (is_role(f, i, CGI_ROLE_TWICE))
        return i + 1;
    uint32_t p = cgi_time_number(&n, f, i);
    if (p == i)
        return i;
    bool is_span = at(f, p)->unit && at(f, p)->plural;
    return is_role(f, p, CGI_ROLE_TIMES) || is_span ? p + 1 : i;
}

/* "twice a week", "three times per year", "once every two weeks", "$5 million
 * a year". */
static bool rate(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    uint32_t p = skip_times(f, i);
    if (p > i && is_role(f, p, CGI_ROLE_EVERY))
        return every(out, f, p);
    bool has_a = is_role(f, p, CGI_ROLE_A) || is_role(f, p, CGI_ROLE_PER);
    if (!has_a || at(f, p + 1)->unit < CGI_UNIT_HOUR || at(f, p + 1)->plural)
        return false;
    if (p == i) { /* An amount must stand before it. */
        const cgi_time_word *before = at(f, i - 1);
        bool is_many = i > f->first && f->is_tagged &&
                       (f->lang->tokens[i - 1].xpos == CGI_XPOS_NNS) &&
                       at(f, i - 2)->number >= 0 && !before->unit;
        if (i == f->first || (before->number < 0 && !is_many) ||
            before->month || at(f, p + 2)->role == CGI_ROLE_AGO ||
            at(f, p + 2)->role == CGI_ROLE_EARLIER)
            return false;
    }
    return set_of_unit(out, p + 2, at(f, p + 1)->unit, 100);
}

bool cgi_time_set(cgi_time_found *out, const cgi_time_finder *f, uint32_t i)
{
    const cgi_time_word *w = at(f, i);
    if (w->frequency)
        return set_of_unit(out, i + 1, w->frequency, 100);
    if (w->weekdays) {
        set_of_unit(out, i + 1, CGI_UNIT_DAY, 100);
        out->weekday = w->weekdays;
        return true;
    }
    if (w->weekday && at(f, i + 1)->part && f->lang->tokens[i + 1].upos != 0 &&
        f->lang->tokens[i + 1].xpos == CGI_XPOS_NNS) { /* "Monday nights" */
        set_of_unit(out, i + 2, CGI_UNIT_DAY, 100);
        out->weekday = w->weekday;
        out->part = at(f, i + 1)->part;
        return true;
    }
    return every(out, f, i) || rate(out, f, i);
}
