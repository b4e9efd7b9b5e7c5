/* SPDX-License-Identifier: Apache-2.0
 *
 * when.c -- when each event was.
 *
 * Only what hangs on the event's own words counts, as for its place; see
 * place.c. A time elsewhere in the sentence is somebody else's.
 */
#include "extract/reading.h"

/* ---- Dates ----------------------------------------------------------- */

/* A time expression that hangs on the carrier, with or without preposition. */
static uint32_t time_below(const cgi_reading *r, uint32_t carrier)
{
    for (uint32_t c = cgi_token_at(r, carrier)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        if (cgi_is_verb(r, c) || cgi_token_at(r, c)->rel == CGI_REL_CONJ ||
            cgi_rel_base((cgi_rel)cgi_token_at(r, c)->rel) == CGI_REL_NSUBJ)
            continue;
        if (r->time_at[c] != CGI_NONE)
            return r->time_at[c];
        /* "on the morning of September 5" */
        for (uint32_t d = cgi_token_at(r, c)->child; d != CGI_NO_TOKEN;
             d = cgi_token_at(r, d)->sibling)
            if (r->time_at[d] != CGI_NONE && cgi_token_in(r, c, "time-noun"))
                return r->time_at[d];
    }
    return CGI_NONE;
}

static bool give_date(cgi_statement *s, const cgi_time *time)
{
    if ((time->type != CGI_TIME_DATE && time->type != CGI_TIME_TIME) ||
        !time->from.year || time->precision == CGI_PRECISION_DECADE)
        return false;
    s->from = time->from;
    s->to = time->to;
    if (time->is_range_open)
        s->to = (cgi_date){0, 0, 0};
    s->precision = time->precision;
    return true;
}

static void find_date(cgi_reading *r, uint32_t statement, const uint32_t *at,
                      size_t n)
{
    cgi_statement *s = &r->out->statements.at[statement];
    for (size_t i = 0; i < n; i++) {
        uint32_t time = time_below(r, at[i]);
        if (time != CGI_NONE && give_date(s, &r->l->times[time]))
            return;
    }
}

void cgi_dates_of_events(cgi_reading *r)
{
    for (uint32_t i = 0; i < r->out->statements.n; i++) {
        uint32_t at[CGI_CARRIERS_MAX];
        size_t n = cgi_carriers(at, r, r->triggers.at[i]);
        find_date(r, i, at, n);
    }
}
