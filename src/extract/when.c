/* SPDX-License-Identifier: Apache-2.0
 *
 * when.c -- when each event was.
 *
 * What hangs on the event's own words counts, or stands where trees hang it
 * wrongly; then what other clauses of the same scene say. A time elsewhere in
 * the sentence is somebody else's.
 */
#include "extract/reading.h"

/* Clauses above the event's own. */
#define CLIMB_MAX 3

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

static bool is_day(const cgi_reading *r, uint32_t time)
{
    return r->l->times[time].precision == CGI_PRECISION_DAY;
}

/* "The group on Wednesday released": the time stands right before the verb,
 * but trees hang it on the subject. */
static uint32_t time_before(const cgi_reading *r, uint32_t verb)
{
    uint32_t t = verb;
    const cgi_sentence *s = &r->l->sentences[cgi_token_at(r, verb)->sentence];
    while (t > s->first &&
           (cgi_token_at(r, t - 1)->upos == CGI_UPOS_AUX ||
            cgi_token_at(r, t - 1)->upos == CGI_UPOS_ADV) &&
           r->time_at[t - 1] == CGI_NONE)
        t--;
    if (t == s->first || r->time_at[t - 1] == CGI_NONE ||
        !is_day(r, r->time_at[t - 1]))
        return CGI_NONE;
    const cgi_time *time = &r->l->times[r->time_at[t - 1]];
    for (uint32_t k = time->first; k < time->end; k++) {
        uint32_t h = cgi_token_at(r, k)->head;
        if (h != CGI_NO_TOKEN && h != verb &&
            (h < time->first || h >= time->end) && cgi_is_verb(r, h))
            return CGI_NONE;
    }
    return r->time_at[t - 1];
}

/* "Yesterday the governor toured": trees hang the time on the subject, which
 * goes on with a word that begins a phrase of its own. */
static uint32_t time_at_start(const cgi_reading *r, uint32_t verb)
{
    uint32_t s = cgi_child(r, verb, CGI_REL_NSUBJ);
    if (s == CGI_NO_TOKEN)
        s = cgi_child(r, verb, CGI_REL_NSUBJ_PASS);
    if (s == CGI_NO_TOKEN || s > verb)
        return CGI_NONE;
    uint32_t time = r->time_at[r->left[s]];
    if (time == CGI_NONE || !is_day(r, time) || r->l->times[time].end > s)
        return CGI_NONE;
    switch (cgi_token_at(r, r->l->times[time].end)->upos) {
    case CGI_UPOS_DET:
    case CGI_UPOS_PRON:
    case CGI_UPOS_NUM:
    case CGI_UPOS_PROPN: return time;
    default: return CGI_NONE;
    }
}

/* A time that hangs on a phrase behind its head: "on" a day, "in" a month. */
static uint32_t time_behind(const cgi_reading *r, uint32_t phrase,
                            bool long_too)
{
    for (uint32_t d = cgi_token_at(r, phrase)->child; d != CGI_NO_TOKEN;
         d = cgi_token_at(r, d)->sibling) {
        uint32_t p = cgi_child(r, d, CGI_REL_CASE), time = r->time_at[d];
        if (d < phrase || time == CGI_NONE ||
            cgi_token_at(r, d)->rel == CGI_REL_CONJ)
            continue;
        if (is_day(r, time)
                ? p == CGI_NO_TOKEN || cgi_token_in(r, p, "day-preposition")
                : long_too && p != CGI_NO_TOKEN &&
                      cgi_token_in(r, p, "link-in"))
            return time;
    }
    return CGI_NONE;
}

/* "killed two men on Monday", "the invasion of Kuwait in August": trees hang
 * the time on what was killed or invaded, which has no time of its own unless
 * it is an event. */
static uint32_t time_of_object(const cgi_reading *r, uint32_t carrier)
{
    bool verb = cgi_is_verb(r, carrier);
    for (uint32_t c = cgi_token_at(r, carrier)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        cgi_rel rel = cgi_rel_base((cgi_rel)cgi_token_at(r, c)->rel);
        uint32_t p = cgi_child(r, c, CGI_REL_CASE);
        if ((verb ? rel != CGI_REL_OBJ && rel != CGI_REL_OBL
                  : rel != CGI_REL_NMOD) ||
            (p != CGI_NO_TOKEN && cgi_token_in(r, p, "past-mark")) ||
            r->statement_at[c] != CGI_NONE || r->time_at[c] != CGI_NONE)
            continue;
        cgi_kind kind = cgi_kind_of(r, c);
        uint32_t time =
            time_behind(r, c,
                        rel != CGI_REL_OBJ || kind == CGI_KIND_PERSON ||
                            kind == CGI_KIND_GROUP || cgi_kind_is_place(kind));
        if (time != CGI_NONE)
            return time;
    }
    return CGI_NONE;
}

/* A clause that tells of no event has no status, and shares any. */
static bool same_status(const cgi_reading *r, uint32_t a, uint32_t b)
{
    uint32_t x = r->statement_at[a], y = r->statement_at[b];
    return x == CGI_NONE || y == CGI_NONE ||
           r->out->statements.at[x].status == r->out->statements.at[y].status;
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

static const cgi_time *find_own(const cgi_reading *r, uint32_t carrier)
{
    uint32_t time = time_below(r, carrier);
    if (time == CGI_NONE && cgi_is_verb(r, carrier))
        time = time_before(r, carrier);
    if (time == CGI_NONE && cgi_is_verb(r, carrier))
        time = time_at_start(r, carrier);
    if (time == CGI_NONE)
        time = time_of_object(r, carrier);
    return time == CGI_NONE ? NULL : &r->l->times[time];
}

/* Clauses of the same scene, those below first. What is to come has another
 * time than what was. */
static const cgi_time *find_in_scene(const cgi_reading *r, uint32_t trigger,
                                     uint32_t carrier)
{
    for (uint32_t c = cgi_token_at(r, carrier)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        const cgi_time *time = cgi_is_scene_below(r, trigger, c, false) &&
                                       same_status(r, trigger, c)
                                   ? find_own(r, c)
                                   : NULL;
        if (time)
            return time;
    }
    uint32_t t = carrier;
    for (int i = 0; i < CLIMB_MAX; i++) {
        t = cgi_scene_above(r, trigger, t);
        if (t == CGI_NO_TOKEN || !same_status(r, trigger, t))
            return NULL;
        const cgi_time *time = find_own(r, t);
        if (time)
            return time;
    }
    return NULL;
}

static void find_date(cgi_reading *r, uint32_t statement)
{
    uint32_t at[CGI_CARRIERS_MAX], trigger = r->triggers.at[statement];
    size_t n = cgi_carriers(at, r, trigger);
    cgi_statement *s = &r->out->statements.at[statement];
    for (size_t i = 0; i < n; i++) {
        const cgi_time *time = find_own(r, at[i]);
        if (time && give_date(s, time))
            return;
    }
    /* The verb, which stands last but where it is the trigger itself. */
    uint32_t verb = cgi_is_verb(r, trigger) ? trigger : at[n - 1];
    const cgi_time *time = find_in_scene(r, trigger, verb);
    if (time)
        give_date(s, time);
}

/* The deaths are when the attack is. */
static void date_of_whole(cgi_reading *r, cgi_statement *s)
{
    for (size_t i = 0; i < s->arguments.n && !s->from.year; i++) {
        if (s->arguments.at[i].role != CGI_ROLE_PART_OF)
            continue;
        const cgi_statement *whole =
            &r->out->statements.at[s->arguments.at[i].thing];
        s->from = whole->from;
        s->to = whole->to;
        s->precision = whole->precision;
    }
}

void cgi_dates_of_events(cgi_reading *r)
{
    for (uint32_t i = 0; i < r->out->statements.n; i++)
        find_date(r, i);
    for (size_t i = 0; i < r->out->statements.n; i++)
        date_of_whole(r, &r->out->statements.at[i]);
}
