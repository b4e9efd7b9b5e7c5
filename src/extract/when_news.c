/* SPDX-License-Identifier: Apache-2.0
 *
 * when_news.c -- the day of headlines and of leads that name none.
 *
 * A headline tells of the day that the lead below it names. Where neither
 * names one, it was the day of the dateline, since a wire story leaves out
 * "today"; without such a line it was the day of the article or the one
 * before. The same holds for a lead in the perfect ("has signed"), and behind
 * a dateline for one in the plain past.
 */
#include <string.h>

#include "extract/when_story.h"

/* Days before the article that its lead may be about to be news. */
#define NEWS_DAYS 7

static const cgi_token *token(const cgi_teller *s, uint32_t t)
{
    return cgi_token_at(s->r, t);
}

static const cgi_text_block *block_of(const cgi_teller *s, uint32_t sentence)
{
    return &s->r->l->article->blocks[s->r->l->sentences[sentence].block];
}

/* "KABUL, Sept 5 (Reuters) -" */
static bool is_dateline(const cgi_teller *s, uint32_t sentence)
{
    uint32_t first = s->r->l->sentences[sentence].first;
    return token(s, first)->begin < block_of(s, sentence)->body;
}

/* "July 17, 2010" on a line of its own */
static bool is_bare_date(const cgi_teller *s, uint32_t sentence)
{
    const cgi_sentence *at = &s->r->l->sentences[sentence];
    for (uint32_t t = at->first; t < at->end; t++)
        if (s->r->time_at[t] == CGI_NONE && token(s, t)->upos != CGI_UPOS_PUNCT)
            return false;
    return true;
}

uint32_t cgi_news_lead(const cgi_teller *s)
{
    uint32_t n = (uint32_t)s->r->l->n_sentences;
    for (uint32_t i = 0; i < n; i++)
        if (block_of(s, i)->kind == CGI_BLOCK_PARAGRAPH && !is_dateline(s, i) &&
            !is_bare_date(s, i))
            return i;
    return n;
}

/* The first day that a sentence names; NULL if it names none. */
static const cgi_time *first_day(const cgi_teller *s, uint32_t sentence)
{
    const cgi_sentence *at = &s->r->l->sentences[sentence];
    for (uint32_t t = at->first; t < at->end; t++) {
        uint32_t i = s->r->time_at[t];
        if (i != CGI_NONE && s->r->l->times[i].precision == CGI_PRECISION_DAY)
            return &s->r->l->times[i];
    }
    return NULL;
}

static void take_article_date(cgi_teller *s, uint32_t lead)
{
    cgi_date today = s->r->l->article->date;
    const cgi_time *time =
        lead && is_dateline(s, lead - 1) ? first_day(s, lead - 1) : NULL;
    if (time) {
        s->from = s->to = time->from;
    } else if (today.year && today.month && today.day) {
        s->to = today;
        s->from = cgi_date_from_days(cgi_date_to_days(today) - 1);
    }
}

/* ---- Leads ----------------------------------------------------------- */

static bool has_time(const cgi_teller *s, uint32_t sentence)
{
    const cgi_sentence *at = &s->r->l->sentences[sentence];
    for (uint32_t t = at->first; t < at->end; t++)
        if (s->r->time_at[t] != CGI_NONE)
            return true;
    return false;
}

static bool is_news(const cgi_teller *s, uint32_t t)
{
    bool wired = s->r->l->article->dateline.len > 0;
    uint32_t verb = cgi_story_verb(s, t);
    return cgi_may_be_told(s, t) && verb != CGI_NO_TOKEN &&
           cgi_is_main(s, verb) &&
           (cgi_is_perfect(s, verb) || (wired && cgi_is_plain_past(s, verb))) &&
           !cgi_is_at_other_time(s, verb);
}

void cgi_news_tell_lead(cgi_teller *s, uint32_t lead)
{
    const cgi_sentence *at = &s->r->l->sentences[lead];
    if (has_time(s, lead))
        return;
    take_article_date(s, lead);
    for (uint32_t t = at->first; s->from.year && t < at->end; t++)
        if (is_news(s, t))
            cgi_story_give(s, t);
    /* A story goes on at a day, not at "today or yesterday". */
    s->at = lead;
    if (memcmp(&s->from, &s->to, sizeof s->from) != 0)
        s->from.year = 0;
}

/* ---- Headlines ------------------------------------------------------- */

/* "said on Monday that", "signed on Monday": the day at the main verb. */
static void take_day_of_root(cgi_teller *s, uint32_t sentence)
{
    uint32_t root = s->r->l->sentences[sentence].root;
    for (uint32_t c = token(s, root)->child;
         c != CGI_NO_TOKEN && cgi_is_verb(s->r, root);
         c = token(s, c)->sibling) {
        uint32_t i = s->r->time_at[c];
        if (i == CGI_NONE || s->r->l->times[i].precision != CGI_PRECISION_DAY)
            continue;
        s->from = s->r->l->times[i].from;
        s->to = s->r->l->times[i].to;
    }
}

/* A lead about a day long ago is no news. */
static bool is_recent(const cgi_teller *s)
{
    cgi_date today = s->r->l->article->date;
    if (!s->from.year || !today.year || !today.month || !today.day)
        return s->from.year != 0;
    long ago = cgi_date_to_days(today) - cgi_date_to_days(s->from);
    return ago >= 0 && ago <= NEWS_DAYS;
}

/* "Rebels seize town", "Airline signs deal": verbs of the main clause, and the
 * nouns that these carry, but not "Bank to cut jobs". */
static bool is_headline(const cgi_teller *s, uint32_t t)
{
    uint32_t verb = cgi_story_verb(s, t);
    return verb != CGI_NO_TOKEN && cgi_is_main(s, verb) &&
           cgi_child(s->r, verb, CGI_REL_MARK) == CGI_NO_TOKEN;
}

static void tell_headline(cgi_teller *s, uint32_t sentence)
{
    const cgi_sentence *at = &s->r->l->sentences[sentence];
    for (uint32_t t = at->first; t < at->end; t++)
        if (cgi_may_be_told(s, t) && is_headline(s, t))
            cgi_story_give(s, t);
    cgi_story_give_below(s, at);
}

void cgi_news_tell_headlines(cgi_teller *s, uint32_t lead)
{
    if (lead == s->r->l->n_sentences)
        return;
    cgi_story_find_day(s, lead);
    if (!s->from.year)
        take_day_of_root(s, lead);
    if (!s->from.year)
        take_article_date(s, lead);
    for (uint32_t i = 0; is_recent(s) && i < lead; i++)
        if (block_of(s, i)->kind == CGI_BLOCK_TITLE && !has_time(s, i))
            tell_headline(s, i);
}
