/* SPDX-License-Identifier: Apache-2.0
 *
 * place_spread.c -- places that an event has from elsewhere in the article.
 *
 * The parts of an event are where it is, and what a dateline's paragraph tells
 * of the last few days was where it was reported from.
 */
#include "extract/place.h"

/* Days before the article within which what a dateline tells was there. */
#define RECENT_DAYS 3

#define DATELINE_CONFIDENCE 40

static const cgi_token *token(const cgi_place_finder *f, uint32_t t)
{
    return cgi_token_at(f->r, t);
}

bool cgi_has_type_in(const cgi_reading *r, const cgi_statement *s,
                     const char *list)
{
    for (const cgi_type *t = s->type; t; t = t->broader)
        if (cgi_world_in_list(NULL, r->world, list, cgi_slice_of(t->name)))
            return true;
    return false;
}

/* Attacks, floods and marches take place somewhere; accusing does not. */
bool cgi_takes_place(const cgi_reading *r, const cgi_statement *s)
{
    return cgi_world_in_list(NULL, r->world, "located-act",
                             cgi_slice_of(s->predicate)) ||
           cgi_has_type_in(r, s, "located-type");
}

/* The deaths are where the attack is. */
static void from_whole(cgi_place_finder *f)
{
    const cgi_statement *s = cgi_place_statement(f);
    for (size_t i = 0; i < s->arguments.n; i++) {
        if (s->arguments.at[i].role != CGI_ROLE_PART_OF)
            continue;
        const cgi_statement *whole =
            &f->r->out->statements.at[s->arguments.at[i].thing];
        for (size_t k = 0; k < whole->arguments.n; k++) {
            cgi_argument a = whole->arguments.at[k];
            if (a.role != CGI_ROLE_PLACE && a.role != CGI_ROLE_NEAR)
                continue;
            a.why.rule = "place/whole";
            cgi_place_push(f, a.role, a.thing, a.why);
            s = cgi_place_statement(f);
        }
    }
}

/* The name of a place in the dateline, or NULL. */
const cgi_named *cgi_dateline_name(const cgi_reading *r)
{
    cgi_slice d = r->l->article->dateline;
    for (size_t i = 0; i < r->names.n && d.len; i++) {
        const cgi_named *n = &r->names.at[i];
        const char *at = r->l->article->text + cgi_token_at(r, n->first)->begin;
        if (at >= d.at + d.len)
            return NULL;
        if (at >= d.at && n->gaz && n->gaz->kind == CGI_KIND_SETTLEMENT)
            return n;
    }
    return NULL;
}

static bool names_a_place(const cgi_reading *r, uint32_t sentence)
{
    const cgi_sentence *s = &r->l->sentences[sentence];
    for (uint32_t t = s->first; t < s->end; t++)
        if (r->name_at[t] != CGI_NONE && cgi_is_place(r, t))
            return true;
    return false;
}

static bool is_recent(const cgi_reading *r, const cgi_statement *s)
{
    cgi_date today = r->l->article->date;
    if (!today.year || !s->from.year || s->precision != CGI_PRECISION_DAY ||
        s->status != CGI_STATUS_PAST)
        return false;
    long ago = cgi_date_to_days(today) - cgi_date_to_days(s->from);
    return ago >= 0 && ago <= RECENT_DAYS;
}

/* The place of reporting is that of what its paragraph tells of the last few
 * days, unless the sentence names any other place. */
static void from_dateline(cgi_place_finder *f, const cgi_named *dateline)
{
    cgi_reading *r = f->r;
    uint32_t head = cgi_name_head(r, dateline);
    uint32_t thing = cgi_thing_of(r, head);
    if (thing == CGI_NONE ||
        cgi_block_of(r, head) != cgi_block_of(r, f->trigger) ||
        !is_recent(r, cgi_place_statement(f)) ||
        !cgi_takes_place(r, cgi_place_statement(f)) ||
        names_a_place(r, token(f, f->trigger)->sentence))
        return;
    cgi_span words = cgi_tokens_span(r, dateline->first, dateline->end);
    cgi_place_push(f, CGI_ROLE_PLACE, thing,
                   (cgi_reason){"place/dateline", DATELINE_CONFIDENCE, words});
}

void cgi_places_of_datelines(cgi_reading *r)
{
    cgi_place_finder f = {.r = r};
    const cgi_named *dateline = cgi_dateline_name(r);
    for (uint32_t i = 0; dateline && i < r->out->statements.n; i++) {
        f.statement = i;
        f.trigger = r->triggers.at[i];
        if (!cgi_has_place(&f))
            from_dateline(&f, dateline);
    }
}

void cgi_places_of_wholes(cgi_reading *r)
{
    cgi_place_finder f = {.r = r};
    for (uint32_t i = 0; i < r->out->statements.n; i++) {
        f.statement = i;
        f.trigger = r->triggers.at[i];
        if (!cgi_has_place(&f))
            from_whole(&f);
    }
}
