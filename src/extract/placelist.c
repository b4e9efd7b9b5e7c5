/* SPDX-License-Identifier: Apache-2.0
 *
 * placelist.c -- every word that names a place or tells one.
 *
 * The graph has the places that something is said of; whoever draws a map of
 * an article wants all, with the "Athens" of "Athens police" and the country
 * of "Syrian".
 */
#include <stdlib.h>

#include "extract/reading.h"

#define DEPTH_MAX 8

/* What is known around a thing; NULL if nothing is. */
static const cgi_gaz *known_around(const cgi_reading *r, uint32_t thing)
{
    for (int i = 0; i < DEPTH_MAX && thing != CGI_NONE; i++) {
        const cgi_thing *t = &r->out->things.at[thing];
        if (t->gaz)
            return cgi_kind_is_place(t->gaz->kind) ? t->gaz : NULL;
        thing = t->within;
    }
    return NULL;
}

/* "Aceh province" is a place named Aceh. */
static uint32_t without_noun(const cgi_reading *r, uint32_t first, uint32_t end)
{
    while (end > first + 1 && cgi_token_at(r, end - 1)->upos == CGI_UPOS_NOUN &&
           !strcmp(cgi_token_at(r, end - 1)->form,
                   cgi_token_at(r, end - 1)->lower))
        end--;
    return end;
}

static void say(cgi_reading *r, cgi_place_said said, uint32_t first,
                uint32_t end)
{
    end = without_noun(r, first, end);
    said.words = cgi_tokens_span(r, first, end);
    if (said.place)
        said.around = said.place->lat ? NULL : said.place->within;
    CGI_PUSH(r->a, &r->out->places, said);
}

static void say_name(cgi_reading *r, const cgi_named *n)
{
    uint32_t first = n->first, head = cgi_name_head(r, n);
    while (first + 1 < n->end && cgi_token_in(r, first, "definite"))
        first++;
    uint32_t thing = cgi_thing_of(r, head);
    cgi_place_said said = {.type = "NAME", .place = n->gaz};
    if (thing != CGI_NONE && !n->gaz)
        said.place = r->out->things.at[thing].gaz;
    if (said.place && !cgi_kind_is_place(said.place->kind))
        said.place = NULL;
    said.around = known_around(r, thing);
    if (!said.around)
        said.around = n->around;
    say(r, said, first, n->end);
}

/* A name that no finder took for one, in a place's position. */
static void say_mention(cgi_reading *r, const cgi_mention *m)
{
    if (m->type != CGI_MENTION_NAME || m->thing == CGI_NONE ||
        r->name_at[m->head] != CGI_NONE)
        return;
    const cgi_thing *t = &r->out->things.at[m->thing];
    cgi_place_said said = {
        .type = "NAME", .place = t->gaz, .around = known_around(r, m->thing)};
    if (cgi_kind_is_place(t->kind))
        say(r, said, m->name_first, m->name_end);
}

static void say_nationality(cgi_reading *r, uint32_t t)
{
    const char *form = cgi_token_at(r, t)->form;
    cgi_place_said said = {.type = "NATIONALITY"};
    if (form[0] < 'A' || form[0] > 'Z')
        return;
    uint32_t name = r->name_at[t];
    if (name != CGI_NONE &&
        cgi_kind_is_place(r->names.at[name].gaz ? r->names.at[name].gaz->kind
                                                : CGI_KIND_NONE))
        return;
    said.place = cgi_demonym_at(r, t);
    if (!said.place || !cgi_kind_is_place(said.place->kind))
        return;
    /* "Sri Lankan": both words tell the same, and none by itself. */
    if (t + 1 < r->l->n_tokens && cgi_demonym_at(r, t + 1) == said.place &&
        cgi_token_at(r, t + 1)->form[0] <= 'Z')
        say(r, said, t, t + 2);
    else if (!t || cgi_demonym_at(r, t - 1) != said.place)
        say(r, said, t, t + 1);
}

static int by_begin(const void *a, const void *b)
{
    const cgi_place_said *x = a, *y = b;
    if (x->words.begin != y->words.begin)
        return x->words.begin < y->words.begin ? -1 : 1;
    return x->words.end < y->words.end ? -1 : x->words.end > y->words.end;
}

void cgi_places_list(cgi_reading *r)
{
    for (uint32_t i = 0; i < r->names.n; i++) {
        const cgi_named *n = &r->names.at[i];
        if (n->gaz ? cgi_kind_is_place(n->gaz->kind)
                   : n->type == CGI_NAME_PLACE)
            say_name(r, n);
    }
    for (uint32_t i = 0; i < r->inner.n; i++) {
        const cgi_named *n = &r->inner.at[i];
        cgi_place_said said = {.type = "PART", .place = n->gaz};
        if (n->gaz)
            say(r, said, n->first, n->end);
    }
    for (uint32_t i = 0; i < r->mentions.n; i++)
        say_mention(r, &r->mentions.at[i]);
    for (uint32_t t = 0; t < r->l->n_tokens; t++)
        say_nationality(r, t);
    cgi_place_said *at = r->out->places.at;
    if (r->out->places.n)
        qsort(at, r->out->places.n, sizeof *at, by_begin);
}
