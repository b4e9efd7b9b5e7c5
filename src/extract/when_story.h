/* SPDX-License-Identifier: Apache-2.0
 *
 * when_story.h -- what the files that date stories share.
 */
#ifndef CG_EXTRACT_WHEN_STORY_H
#define CG_EXTRACT_WHEN_STORY_H

#include "extract/reading.h"

/* Who follows the days that a text tells of. */
typedef struct {
    cgi_reading *r;
    cgi_date from, to; /* What is spoken of; year 0: nothing. */
    uint32_t at;       /* The sentence that named it. */
    bool *is_dated;    /* Of each happening. */
    bool *is_told;     /* Statement -> it was given the day of its story. */
    bool *is_cue;      /* Token -> a word that says that somebody says it. */
    uint32_t time;     /* The first time expression not behind the reading. */
} cgi_teller;

/* ---- when_story.c ---------------------------------------------------- */

/* A past event in the text's own words that nothing has given a date. */
bool cgi_may_be_told(const cgi_teller *s, uint32_t t);

/* The verb that tells of the event at `t`: itself, or what carries a noun;
 * CGI_NO_TOKEN. */
uint32_t cgi_story_verb(const cgi_teller *s, uint32_t t);

/* What the narrator tells first, or what somebody says that it was. */
bool cgi_is_main(const cgi_teller *s, uint32_t t);

/* "killed", "was killed", but not "had killed". */
bool cgi_is_plain_past(const cgi_teller *s, uint32_t t);

/* "has killed", "have been killed" */
bool cgi_is_perfect(const cgi_teller *s, uint32_t t);

/* "later", "already": not at the time of its story. */
bool cgi_is_at_other_time(const cgi_teller *s, uint32_t t);

/* Gives the event at `t` the day that is spoken of. */
void cgi_story_give(cgi_teller *s, uint32_t t);

/* The same for all in a sentence that hang on what was given it: "..., killing
 * two". */
void cgi_story_give_below(cgi_teller *s, const cgi_sentence *sentence);

/* Looks for the day that a sentence tells of in its main clauses. */
void cgi_story_find_day(cgi_teller *s, uint32_t sentence);

/* ---- when_news.c ----------------------------------------------------- */

/* The first sentence of the prose, or the number of sentences. */
uint32_t cgi_news_lead(const cgi_teller *s);

/* Dates the events of a lead that names no time. */
void cgi_news_tell_lead(cgi_teller *s, uint32_t lead);

/* Dates the headlines above a lead. */
void cgi_news_tell_headlines(cgi_teller *s, uint32_t lead);

#endif
