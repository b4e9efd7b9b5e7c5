/* SPDX-License-Identifier: Apache-2.0
 *
 * times_words.c -- what single tokens mean as words of time.
 *
 * One token may mean several things ("second", "march", "fall"); the shapes
 * choose. Words are looked up by their lower-case form, whatever their tag.
 */
#include "lang/times.h"

#include <string.h>

#define NUMBER_REACH 12     /* Tokens of a number in words. */
#define NUMBER_MAX   100000 /* A larger number counts no units of time. */

static const cgi_time_word nothing = {.number = -1};

static cgi_slice lower(const cgi_time_finder *f, uint32_t i)
{
    return cgi_slice_of(f->lang->tokens[i].lower);
}

static uint8_t look(const cgi_time_finder *f, const char *list, cgi_slice word)
{
    long value = 0;
    return cgi_world_in_list(&value, f->world, list, word) ? (uint8_t)value : 0;
}

static bool has(const cgi_time_finder *f, const char *list, cgi_slice word)
{
    return cgi_world_in_list(NULL, f->world, list, word);
}

/* Digits with commas between them; no more than fit. */
static void read_digits(cgi_time_word *w, cgi_slice s)
{
    long value = 0;
    uint8_t n = 0;
    bool plain = true;
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] == ',') {
            plain = false;
            continue;
        }
        if (s.at[i] < '0' || s.at[i] > '9' || n == 9)
            return;
        value = value * 10 + (s.at[i] - '0');
        n++;
    }
    w->number = n ? (int32_t)value : -1;
    w->n_digits = plain ? n : 0;
}

static void read_letters(cgi_time_word *w, const cgi_time_finder *f,
                         cgi_slice s)
{
    uint8_t unit = look(f, "time-unit", s);
    long value = 0;
    w->unit = unit % 100;
    w->plural = unit >= 100;
    w->month = look(f, "month", s);
    w->month_word = w->month && has(f, "month-word", s);
    w->weekday = look(f, "weekday", s);
    w->weekdays = look(f, "weekday-plural", s);
    w->season = look(f, "season", s);
    w->part = look(f, "day-part", s);
    w->clock = look(f, "clock-word", s);
    w->day = look(f, "day-word", s);
    w->night = look(f, "night-word", s);
    w->shift = look(f, "time-shift", s);
    w->reference = look(f, "time-reference", s);
    w->adjective = look(f, "time-adjective", s);
    if (!w->portion)
        w->portion = look(f, "time-portion", s);
    w->frequency = look(f, "frequency", s);
    w->decade = look(f, "decade", s);
    w->lasting = look(f, "time-long", s);
    w->zone = has(f, "time-zone", s);
    if (cgi_world_in_list(&value, f->world, "number", s) ||
        cgi_world_in_list(&value, f->world, "time-number", s))
        w->number = value <= 1000000 ? (int32_t)value : -1;
}

static cgi_time_word read_word(const cgi_time_finder *f, uint32_t i)
{
    cgi_time_word w = nothing;
    cgi_slice s = lower(f, i);
    const char *hyphen = memchr(s.at, '-', s.len);
    size_t n = hyphen ? (size_t)(hyphen - s.at) : 0;
    if (n) /* "mid-August" is one token with two meanings. */
        w.portion = look(f, "time-portion", (cgi_slice){s.at, n});
    n = w.portion ? n + 1 : 0;
    s.at += n;
    s.len -= n;
    if (n && look(f, "day-part", s))
        w.portion = 0;
    char c = f->lang->tokens[i].form[n];
    w.capital = c >= 'A' && c <= 'Z';
    w.role = look(f, "time-role", s);
    if (c >= '0' && c <= '9') {
        read_digits(&w, s);
        w.ordinal = look(f, "ordinal", s);
    } else if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
        read_letters(&w, f, s);
        w.ordinal = look(f, "ordinal", s);
        w.tense = look(f, "tense-word", s);
        w.preposition = has(f, "time-preposition", s);
        w.opens = w.preposition && has(f, "time-open", s);
    } else if (c == '\'') {
        w.tense = look(f, "tense-word", s);
    }
    return w;
}

void cgi_time_words(cgi_time_finder *f)
{
    int n = (int)(f->end - f->first);
    if (n > f->cap) {
        f->words = cgi_arena_array(f->arena, (size_t)n, 2 * sizeof *f->words);
        f->cap = 2 * n;
    }
    f->is_tagged = false;
    for (uint32_t i = f->first; i < f->end; i++) {
        f->words[i - f->first] = read_word(f, i);
        /* Without a model all tags are the same. */
        uint8_t tag = f->lang->tokens[i].xpos;
        f->is_tagged |= tag != 0 && tag != CGI_XPOS_FW;
    }
}

const cgi_time_word *cgi_time_at(const cgi_time_finder *f, uint32_t i)
{
    return i >= f->first && i < f->end ? &f->words[i - f->first] : &nothing;
}

cgi_time_found cgi_time_new(uint32_t end, cgi_unit unit)
{
    return (cgi_time_found){.end = end,
                            .type = CGI_TIME_DATE,
                            .unit = unit,
                            .hour = -1,
                            .minute = -1};
}

/* Number words multiply and add: "two thousand and twenty", "nineteen
 * ninety-six" (two parts of a year), "twenty-four". */
uint32_t cgi_time_number(int *hundredths, const cgi_time_finder *f, uint32_t i)
{
    long total = 0, part = 0;
    uint32_t at = i;
    const cgi_time_word *w = cgi_time_at(f, at);
    if (w->role == CGI_ROLE_SOME) {
        *hundredths = -1;
        return i + 1;
    }
    for (; w->number >= 0 && at < i + NUMBER_REACH; w = cgi_time_at(f, at)) {
        if (total + part >= 1000000)
            break;
        if (w->n_digits && at > i)
            break;
        if (w->number >= 100 && !w->n_digits)
            part = (part ? part : 1) * w->number;
        else if (part >= 13 && part <= 20 && w->number >= 10)
            part = part * 100 + w->number;
        else
            part += w->number;
        if (w->number == 1000 && !w->n_digits) {
            total += part;
            part = 0;
        }
        at++;
        bool joins = cgi_time_at(f, at)->role == CGI_ROLE_HYPHEN &&
                     cgi_time_at(f, at + 1)->number > 0 &&
                     cgi_time_at(f, at + 1)->number < 10 &&
                     !cgi_time_at(f, at + 1)->n_digits && part >= 20;
        at += joins;
    }
    if (at == i || total + part > NUMBER_MAX)
        return i;
    *hundredths = (int)(total + part) * 100;
    return at;
}
