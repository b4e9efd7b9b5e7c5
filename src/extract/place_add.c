/* SPDX-License-Identifier: Apache-2.0
 *
 * place_add.c -- gives places to an event.
 *
 * A place is added once, with the town or country around it if it is a
 * facility, and never when the thing plays another part in the event.
 */
#include "extract/place.h"
#include "extract/toponym.h"

static const cgi_token *token(const cgi_place_finder *f, uint32_t t)
{
    return cgi_token_at(f->r, t);
}

cgi_statement *cgi_place_statement(const cgi_place_finder *f)
{
    return &f->r->out->statements.at[f->statement];
}

bool cgi_place_has(const cgi_statement *s, uint32_t thing, bool place)
{
    for (size_t i = 0; i < s->arguments.n; i++)
        if (s->arguments.at[i].thing == thing &&
            s->arguments.at[i].role != CGI_ROLE_PART_OF &&
            (s->arguments.at[i].role >= CGI_ROLE_PLACE) == place)
            return true;
    return false;
}

bool cgi_has_place(const cgi_place_finder *f)
{
    const cgi_statement *s = cgi_place_statement(f);
    for (size_t i = 0; i < s->arguments.n; i++)
        if (s->arguments.at[i].role == CGI_ROLE_PLACE ||
            s->arguments.at[i].role == CGI_ROLE_NEAR)
            return true;
    return false;
}

/* Does the event have a place that can be found on a map? */
bool cgi_is_located(const cgi_place_finder *f)
{
    const cgi_statement *s = cgi_place_statement(f);
    for (size_t i = 0; i < s->arguments.n; i++)
        if ((s->arguments.at[i].role == CGI_ROLE_PLACE ||
             s->arguments.at[i].role == CGI_ROLE_NEAR) &&
            f->r->out->things.at[s->arguments.at[i].thing].is_named)
            return true;
    return false;
}

/* Does the place lie within one that the event has, as far as that is known?
 * What is nowhere known may lie there. */
static bool narrows(const cgi_place_finder *f, const cgi_thing *t)
{
    const cgi_statement *s = cgi_place_statement(f);
    bool any = false;
    for (size_t i = 0; i < s->arguments.n; i++) {
        const cgi_argument *a = &s->arguments.at[i];
        const cgi_thing *outer = &f->r->out->things.at[a->thing];
        if (a->role != CGI_ROLE_PLACE || !outer->is_named)
            continue;
        if (!outer->gaz || !cgi_gaz_is_wide(outer->gaz))
            return false;
        any |= !t->gaz || cgi_gaz_contains(outer->gaz, t->gaz);
    }
    return any;
}

void cgi_place_push(cgi_place_finder *f, cgi_role role, uint32_t thing,
                    cgi_reason why)
{
    cgi_argument a = {role, thing, why, 0};
    if (!cgi_place_has(cgi_place_statement(f), thing, true))
        CGI_PUSH(f->r->a, &cgi_place_statement(f)->arguments, a);
}

/* The words of a thing within other words. */
static cgi_span words_within(const cgi_thing *t, cgi_span words)
{
    for (size_t i = 0; i < t->mentions.n; i++)
        if (t->mentions.at[i].begin >= words.begin &&
            t->mentions.at[i].end <= words.end)
            return t->mentions.at[i];
    return words;
}

/* The town or country around a facility, as another place of the event. */
void cgi_place_add_around(cgi_place_finder *f, uint32_t thing, cgi_reason why)
{
    uint32_t around = f->r->out->things.at[thing].within;
    if (around == CGI_NONE ||
        f->r->out->things.at[thing].kind != CGI_KIND_FACILITY)
        return;
    why.words = words_within(&f->r->out->things.at[around], why.words);
    why.rule = "place/around";
    cgi_place_push(f, CGI_ROLE_PLACE, around, why);
}

/* Adds the place that the phrase headed by `t` is. */
void cgi_place_add(cgi_place_finder *f, uint32_t t, long relation)
{
    t = cgi_place_named(f, t, &relation);
    uint32_t thing = cgi_thing_of(f->r, t);
    /* "an attack on the embassy" is not "on" it as a table is. */
    if (!cgi_stands_for_place(f, t) ||
        cgi_place_has(cgi_place_statement(f), thing, false) ||
        (f->is_narrowing && !narrows(f, &f->r->out->things.at[thing])))
        return;
    size_t before = cgi_place_statement(f)->arguments.n;
    if (f->confidence >= CGI_PLACE_CONJUNCT || cgi_has_name(f, t))
        cgi_statement_add(f->r, f->statement,
                          relation == CGI_PLACE_NEAR ? CGI_ROLE_NEAR
                                                     : CGI_ROLE_PLACE,
                          t, f->rule, f->confidence);
    if (cgi_place_statement(f)->arguments.n > before)
        cgi_place_add_around(f, thing,
                             cgi_place_statement(f)->arguments.at[before].why);
    /* "in a village near Lyon" */
    if (cgi_has_name(f, t))
        return;
    uint32_t inner = cgi_place_inner(f, t, 0, &relation);
    if (inner != CGI_NO_TOKEN)
        cgi_place_add(f, inner, relation);
}

static void add_conjuncts(cgi_place_finder *f, uint32_t t, long relation)
{
    for (uint32_t c = token(f, t)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling)
        if (token(f, c)->rel == CGI_REL_CONJ && cgi_is_nominal(f->r, c) &&
            cgi_stands_for_place(f, c))
            cgi_place_add(f, c, relation);
}

/* "Kandahar and Khost provinces": names that share a noun. */
static void add_sharing(cgi_place_finder *f, uint32_t t, long relation)
{
    if (token(f, t)->xpos != CGI_XPOS_NNS ||
        !cgi_token_in(f->r, t, "generic-place") || !cgi_has_name(f, t))
        return;
    for (uint32_t c = token(f, t)->child; c != CGI_NO_TOKEN;
         c = token(f, c)->sibling)
        if (token(f, c)->rel == CGI_REL_COMPOUND)
            add_conjuncts(f, c, relation);
}

void cgi_place_add_joined(cgi_place_finder *f, uint32_t t, long relation)
{
    uint32_t thing = cgi_thing_of(f->r, t);
    add_conjuncts(f, t, relation);
    add_sharing(f, t, relation);
    /* "the towns of Kabul and Herat": the first is the towns' name. */
    for (uint32_t c = token(f, t)->child;
         c != CGI_NO_TOKEN && thing != CGI_NONE; c = token(f, c)->sibling)
        if (token(f, c)->rel == CGI_REL_NMOD && c > t &&
            cgi_thing_of(f->r, c) == thing)
            add_conjuncts(f, c, relation);
}

/* "in Kabul and Herat", "in the towns of Kabul and Herat" */
void cgi_place_add_all(cgi_place_finder *f, uint32_t t, long relation)
{
    cgi_place_add(f, t, relation);
    int confidence = f->confidence;
    f->confidence =
        confidence < CGI_PLACE_CONJUNCT ? confidence : CGI_PLACE_CONJUNCT;
    cgi_place_add_joined(f, t, relation);
    uint32_t whole = cgi_place_named(f, t, &relation);
    if (whole != t && cgi_is_place(f->r, whole))
        cgi_place_add_joined(f, whole, relation);
    f->confidence = confidence;
}
