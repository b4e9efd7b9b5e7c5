/* SPDX-License-Identifier: Apache-2.0
 *
 * times.h -- what the files that find time expressions share.
 *
 * times_words.c gives every token of a sentence its meanings as a word of
 * time; times_date.c, times_shift.c, times_span.c and times_set.c each know
 * some shapes of expressions, for which times_tense.c tells past from future;
 * times_value.c turns what was found into a TIMEX3 value and a
 * stretch of days; times.c tries the shapes and keeps the longest.
 */
#ifndef CG_LANG_TIMES_H
#define CG_LANG_TIMES_H

#include "lang/lang.h"

/* Keep in step with the comments of time.ttl; a test holds both together. */
typedef enum {
    CGI_UNIT_NONE,
    CGI_UNIT_SECOND,
    CGI_UNIT_MINUTE,
    CGI_UNIT_HOUR,
    CGI_UNIT_DAY,
    CGI_UNIT_WEEK,
    CGI_UNIT_WEEKEND,
    CGI_UNIT_MONTH,
    CGI_UNIT_QUARTER,
    CGI_UNIT_YEAR,
    CGI_UNIT_DECADE,
    CGI_UNIT_CENTURY,
    CGI_UNIT_MILLENNIUM,
    CGI_UNIT_FORTNIGHT,
    /* Not in the list, but of the same kind: */
    CGI_UNIT_SEASON,
    CGI_UNIT_HALF /* Of a year. */
} cgi_unit;

enum {
    CGI_ROLE_AGO = 1,
    CGI_ROLE_EARLIER,
    CGI_ROLE_LATER,
    CGI_ROLE_THE,
    CGI_ROLE_OF,
    CGI_ROLE_A,
    CGI_ROLE_EVERY,
    CGI_ROLE_OLD,
    CGI_ROLE_OCLOCK,
    CGI_ROLE_AM,
    CGI_ROLE_PM,
    CGI_ROLE_SOME,
    CGI_ROLE_HALF,
    CGI_ROLE_THAT,
    CGI_ROLE_AND,
    CGI_ROLE_TIMES,
    CGI_ROLE_FISCAL,
    CGI_ROLE_PERIOD,
    CGI_ROLE_HYPHEN,
    CGI_ROLE_FROM,
    CGI_ROLE_TO,
    CGI_ROLE_MORE,
    CGI_ROLE_FIRST,
    CGI_ROLE_SAME,
    CGI_ROLE_BEFORE,
    CGI_ROLE_OWNER, /* "'s" */
    CGI_ROLE_TWICE,
    CGI_ROLE_ON,
    CGI_ROLE_NOW,
    CGI_ROLE_COMMA,
    CGI_ROLE_ITS,
    CGI_ROLE_WHOLE,
    CGI_ROLE_IN,
    CGI_ROLE_ENDED, /* "the year ended March 31" */
    CGI_ROLE_FOR,
    CGI_ROLE_WORKING, /* "eight trading days" */
    CGI_ROLE_LONG,    /* "a week-long visit" */
    CGI_ROLE_SO,      /* "a week or so ago" */
    CGI_ROLE_PER,
    CGI_ROLE_OTHER, /* "every other day" */
    CGI_ROLE_END    /* "by year-end" */
};

/* What one token may mean; 0 stands for nothing throughout. */
typedef struct {
    int32_t number; /* Of digits or a number word; -1: none. */
    uint8_t month, weekday, weekdays, unit, season, part, clock, day, night,
        shift, reference, adjective, portion, frequency, ordinal, role, tense,
        decade, lasting;
    uint8_t n_digits; /* Of a token that is all digits. */
    bool plural, capital, preposition, opens, month_word, zone;
} cgi_time_word;

/* What an expression means. */
typedef struct {
    uint32_t end; /* Behind its last token; 0: nothing found. */
    cgi_time_type type;
    cgi_unit unit;        /* What it is as long as; NONE: see `reference`. */
    int year, month, day; /* Day and week: its (first) day. */
    int number;           /* Of quarter, half or season. */
    int hour, minute;     /* -1: none. */
    int part;             /* Of the day; 0: none. */
    int reference;        /* 1 past, 2 present, 3 future. */
    int amount;           /* Of a duration in hundredths; -1: some. */
    int weekday;          /* Of a set; 8 working days, 9 weekends. */
    int last_day;         /* Of "Sept 5-7"; 0: none. */
    int portion;          /* As in list:time-portion. */
    int reach; /* Of a duration: -1 it ends today (the date above), 1 begins. */
} cgi_time_found;

typedef struct {
    const cgi_lang *lang;
    const cg_world *world;
    cgi_arena *arena;
    cgi_time_word *words; /* Of this sentence, from token `first` on. */
    uint32_t first, end;
    bool is_tagged;
    cgi_date today;            /* The article's date; year 0: not known. */
    cgi_date focus;            /* The day last spoken of, or today. */
    cgi_date focus_month;      /* The month last spoken of; day 1. */
    int focus_year;            /* The year; like `focus`, 0: not known. */
    int quarter, quarter_year; /* Last spoken of; 0: none. */
    int cap;                   /* Words that `words` has room for. */
} cgi_time_finder;

/* The meanings of the tokens of the sentence [f->first, f->end). */
void cgi_time_words(cgi_time_finder *f);

/* The meaning of token `i`; nothing for one outside of the sentence. */
const cgi_time_word *cgi_time_at(const cgi_time_finder *f, uint32_t i);

/* -1 if the clause around token `i` speaks of the past, 1 of the future, 0 if
 * that is not clear. */
int cgi_time_tense(const cgi_time_finder *f, uint32_t i);

/* The shapes. Each looks at the tokens from `i` on and sets *out, `end`
 * included, or returns false. */
bool cgi_time_date(cgi_time_found *out, const cgi_time_finder *f, uint32_t i);
bool cgi_time_quarter(cgi_time_found *out, const cgi_time_finder *f,
                      uint32_t i);
bool cgi_time_shift(cgi_time_found *out, const cgi_time_finder *f, uint32_t i);
bool cgi_time_portion(cgi_time_found *out, const cgi_time_finder *f,
                      uint32_t i);
bool cgi_time_distance(cgi_time_found *out, const cgi_time_finder *f,
                       uint32_t i);
bool cgi_time_clock(cgi_time_found *out, const cgi_time_finder *f, uint32_t i);
bool cgi_time_duration(cgi_time_found *out, const cgi_time_finder *f,
                       uint32_t i);
bool cgi_time_set(cgi_time_found *out, const cgi_time_finder *f, uint32_t i);

/* Any of the shapes that name a date; the longest. */
bool cgi_time_any_date(cgi_time_found *out, const cgi_time_finder *f,
                       uint32_t i);

/* A number in words or digits at `i`: hundredths of it, -1 for "several".
 * Returns the token behind, or `i` if there is none. */
uint32_t cgi_time_number(int *hundredths, const cgi_time_finder *f, uint32_t i);

/* An empty find that ends behind token `end`. */
cgi_time_found cgi_time_new(uint32_t end, cgi_unit unit);

/* Moves the date of `t` by `n` of its units. */
void cgi_time_move(cgi_time_found *t, long n);

/* Fills value, from, to and precision of `out`. */
void cgi_time_settle(cgi_time *out, cgi_arena *a, const cgi_time_found *t);

/* The year of a month that was named without one. */
int cgi_time_year_of(const cgi_time_finder *f, int month, int day, int tense);

#endif
