/* SPDX-License-Identifier: Apache-2.0
 *
 * when_story.c -- when what is told without a time was.
 *
 * A story goes on at the day that it spoke of last, as long as it goes on in
 * the plain past: "A bomb went off on Monday. Two men were killed." What was
 * before that ("had been warned"), what is quoted and what an adverb moves
 * ("later") is left out, and another time in the sentence ends it.
 *
 * Only what has no date anywhere else in the article is given one, after it is
 * known what is the same: a date that is only concluded keeps nothing apart.
 */
#include "extract/when_story.h"

/* Sentences that a story goes on without naming its day again. */
#define REACH 4

/* Clauses above the event's own. */
#define CLIMB_MAX 3

static const cgi_token *token(const cgi_teller *s, uint32_t t)
{
    return cgi_token_at(s->r, t);
}

static cgi_statement *statement_at(const cgi_teller *s, uint32_t t)
{
    uint32_t i = s->r->statement_at[t];
    return i == CGI_NONE || s->r->triggers.at[i] != t
               ? NULL
               : &s->r->out->statements.at[i];
}

/* ---- Which clauses go on with a story -------------------------------- */

uint32_t cgi_story_verb(const cgi_teller *s, uint32_t t)
{
    uint32_t det = cgi_child(s->r, t, CGI_REL_DET);
    if (cgi_is_verb(s->r, t))
        return t;
    /* "spoke at the ceremony" tells of an old one. */
    return det != CGI_NO_TOKEN && cgi_token_in(s->r, det, "definite")
               ? CGI_NO_TOKEN
               : s->r->light_of[t];
}

static bool is_stray(const cgi_teller *s, uint32_t t)
{
    return token(s, t)->rel == CGI_REL_CONJ && !cgi_is_joined(s->r, t);
}

bool cgi_is_main(const cgi_teller *s, uint32_t t)
{
    for (int i = 0; i < CLIMB_MAX; i++) {
        const cgi_token *k = token(s, t);
        if (k->head == CGI_NO_TOKEN)
            return true;
        if (k->rel != CGI_REL_CONJ && k->rel != CGI_REL_CCOMP &&
            k->rel != CGI_REL_PARATAXIS)
            return false;
        if (is_stray(s, t))
            return false;
        t = k->head;
    }
    return false;
}

bool cgi_is_at_other_time(const cgi_teller *s, uint32_t t)
{
    for (uint32_t c = token(s, t)->child; c != CGI_NO_TOKEN;
         c = token(s, c)->sibling)
        if (cgi_token_in(s->r, c, "other-time"))
            return true;
    return false;
}

static uint32_t auxiliary(const cgi_teller *s, uint32_t t, cgi_xpos tag)
{
    for (uint32_t c = token(s, t)->child; c != CGI_NO_TOKEN;
         c = token(s, c)->sibling)
        if (token(s, c)->upos == CGI_UPOS_AUX && token(s, c)->xpos == tag)
            return c;
    return CGI_NO_TOKEN;
}

bool cgi_is_plain_past(const cgi_teller *s, uint32_t t)
{
    uint32_t aux = auxiliary(s, t, CGI_XPOS_VBD);
    if (token(s, t)->xpos == CGI_XPOS_VBD)
        return aux == CGI_NO_TOKEN;
    return token(s, t)->xpos == CGI_XPOS_VBN && aux != CGI_NO_TOKEN &&
           token(s, aux)->rel == CGI_REL_AUX_PASS;
}

bool cgi_is_perfect(const cgi_teller *s, uint32_t t)
{
    return token(s, t)->xpos == CGI_XPOS_VBN &&
           (auxiliary(s, t, CGI_XPOS_VBZ) != CGI_NO_TOKEN ||
            auxiliary(s, t, CGI_XPOS_VBP) != CGI_NO_TOKEN) &&
           (cgi_child(s->r, t, CGI_REL_AUX_PASS) == CGI_NO_TOKEN ||
            auxiliary(s, t, CGI_XPOS_VBN) != CGI_NO_TOKEN);
}

bool cgi_may_be_told(const cgi_teller *s, uint32_t t)
{
    const cgi_statement *e = statement_at(s, t);
    return e && e->status == CGI_STATUS_PAST && !e->negated &&
           s->r->quote_at[t] == CGI_NONE && !e->from.year &&
           !s->is_dated[e->event];
}

/* ---- Giving ---------------------------------------------------------- */

void cgi_story_give(cgi_teller *s, uint32_t t)
{
    cgi_statement *e = statement_at(s, t);
    e->from = s->from;
    e->to = s->to;
    e->precision = CGI_PRECISION_DAY;
    s->is_dated[e->event] = true;
    s->is_told[s->r->statement_at[t]] = true;
}

static bool hangs_on_told(const cgi_teller *s, uint32_t t)
{
    uint32_t up = t;
    for (int i = 0; i < CLIMB_MAX; i++) {
        bool stray = is_stray(s, up);
        up = cgi_scene_above(s->r, t, up);
        if (stray || up == CGI_NO_TOKEN)
            return false;
        if (s->r->statement_at[up] != CGI_NONE)
            return s->is_told[s->r->statement_at[up]];
    }
    return false;
}

void cgi_story_give_below(cgi_teller *s, const cgi_sentence *sentence)
{
    for (uint32_t t = sentence->first; t < sentence->end; t++)
        if (cgi_may_be_told(s, t) && hangs_on_told(s, t))
            cgi_story_give(s, t);
}

static bool goes_on(const cgi_teller *s, uint32_t t)
{
    uint32_t verb = cgi_story_verb(s, t);
    return cgi_may_be_told(s, t) && verb != CGI_NO_TOKEN &&
           cgi_is_plain_past(s, verb) && cgi_is_main(s, verb) &&
           !cgi_is_at_other_time(s, verb);
}

static void tell(cgi_teller *s, const cgi_sentence *sentence)
{
    for (uint32_t t = sentence->first; t < sentence->end; t++)
        if (goes_on(s, t))
            cgi_story_give(s, t);
    cgi_story_give_below(s, sentence);
}

/* ---- The day of a story ---------------------------------------------- */

static bool is_one_day(const cgi_statement *e)
{
    return e->from.year && e->precision == CGI_PRECISION_DAY &&
           !memcmp(&e->from, &e->to, sizeof e->from);
}

void cgi_story_find_day(cgi_teller *s, uint32_t sentence)
{
    const cgi_sentence *at = &s->r->l->sentences[sentence];
    s->from.year = 0;
    s->at = sentence;
    for (uint32_t t = at->first; t < at->end; t++) {
        const cgi_statement *e = statement_at(s, t);
        if (!e || e->status != CGI_STATUS_PAST || !is_one_day(e) ||
            !cgi_is_main(s, t) || s->r->quote_at[t] != CGI_NONE ||
            !cgi_is_verb(s->r, t))
            continue;
        s->from = e->from;
        s->to = e->to;
    }
}

/* "said on Monday" */
static bool is_of_cue(const cgi_teller *s, const cgi_time *time)
{
    for (uint32_t t = time->first; t < time->end; t++) {
        uint32_t h = token(s, t)->head;
        if (h != CGI_NO_TOKEN && (h < time->first || h >= time->end))
            return s->is_cue[h];
    }
    return false;
}

/* "said on Tuesday" of what was on Monday; but who spoke before the day of the
 * story spoke of something else. */
static bool moves_story(const cgi_teller *s, const cgi_time *time)
{
    if (!is_of_cue(s, time) || time->precision != CGI_PRECISION_DAY)
        return true;
    return s->from.year && time->from.year &&
           cgi_date_to_days(time->from) < cgi_date_to_days(s->from);
}

/* Does the sentence that ends at `end` name a time that moves the story? */
static bool names_time(cgi_teller *s, uint32_t end)
{
    bool any = false;
    for (; s->time < s->r->l->n_times; s->time++) {
        const cgi_time *time = &s->r->l->times[s->time];
        if (time->first >= end)
            break;
        any |= moves_story(s, time);
    }
    return any;
}

static void read_sentence(cgi_teller *s, uint32_t sentence)
{
    const cgi_sentence *at = &s->r->l->sentences[sentence];
    if (names_time(s, at->end)) {
        cgi_story_find_day(s, sentence);
        return;
    }
    if (sentence > s->at + REACH)
        s->from.year = 0;
    if (s->from.year)
        tell(s, at);
}

static void prepare(cgi_teller *s)
{
    cgi_reading *r = s->r;
    const cgi_extract *out = r->out;
    s->is_dated =
        cgi_arena_array(r->a, out->happenings.n + 1, sizeof *s->is_dated);
    s->is_told =
        cgi_arena_array(r->a, out->statements.n + 1, sizeof *s->is_told);
    s->is_cue = cgi_arena_array(r->a, r->l->n_tokens + 1, sizeof *s->is_cue);
    for (size_t i = 0; i < out->statements.n; i++)
        if (out->statements.at[i].from.year)
            s->is_dated[out->statements.at[i].event] = true;
    for (size_t i = 0; i < r->sayings.n; i++)
        if (r->sayings.at[i].cue != CGI_NO_TOKEN)
            s->is_cue[r->sayings.at[i].cue] = true;
}

void cgi_dates_of_stories(cgi_reading *r)
{
    cgi_teller s = {.r = r};
    prepare(&s);
    uint32_t lead = cgi_news_lead(&s);
    for (uint32_t i = 0; i < r->l->n_sentences; i++) {
        read_sentence(&s, i);
        if (i == lead && !s.from.year)
            cgi_news_tell_lead(&s, lead);
    }
    cgi_news_tell_headlines(&s, lead);
}
