/* SPDX-License-Identifier: Apache-2.0
 *
 * occasion.c -- what it was that somebody was hurt in.
 *
 * Deaths and damage are part of the attack, the crash or the flood that brought
 * them. What nobody did who could have, and a crash or a flood brought, is an
 * accident and no assault, whatever its verb: "nine were killed when a bus
 * overturned".
 */
#include "extract/reading.h"

bool cgi_is_effect(const cgi_reading *r, const cgi_type *type)
{
    long value;
    for (; type; type = type->broader)
        if (cgi_world_in_list(&value, r->world, "effect",
                              cgi_slice_of(type->name)))
            return true;
    return false;
}

/* Deaths, injuries and damage, which are part of something. */
static bool is_harm(const cgi_reading *r, const cgi_type *type)
{
    return cgi_world_in_list(NULL, r->world, "harm-type",
                             cgi_slice_of(type->name));
}

/* Nobody is killed by a trial, but in a protest. */
static bool may_hurt(const cgi_reading *r, const cgi_type *type)
{
    for (const cgi_type *t = type; t; t = t->broader)
        if (cgi_world_in_list(NULL, r->world, "hurting-type",
                              cgi_slice_of(t->name)))
            return true;
    return cgi_is_effect(r, type);
}

bool cgi_part_of_add(cgi_reading *r, uint32_t statement, uint32_t token,
                     const char *rule)
{
    uint32_t whole = r->statement_at[token];
    cgi_statement *s = &r->out->statements.at[statement];
    if (whole == CGI_NONE || whole == statement || !cgi_is_effect(r, s->type) ||
        !may_hurt(r, r->out->statements.at[whole].type))
        return false;
    cgi_argument a = {CGI_ROLE_PART_OF,
                      whole,
                      {rule, 70, cgi_tokens_span(r, token, token + 1)},
                      0};
    CGI_PUSH(r->a, &s->arguments, a);
    return true;
}

uint32_t cgi_occasion(const cgi_reading *r, uint32_t t)
{
    uint32_t of = cgi_token_in(r, t, "occasion") ? cgi_child(r, t, CGI_REL_NMOD)
                                                 : CGI_NO_TOKEN;
    uint32_t s = r->statement_at[of == CGI_NO_TOKEN ? t : of];
    if (s == CGI_NONE || !cgi_is_effect(r, r->out->statements.at[s].type))
        return CGI_NO_TOKEN;
    return r->triggers.at[s];
}

/* The statement that a harmful event of another kind makes at `t`. */
static bool is_whole(const cgi_reading *r, uint32_t t)
{
    uint32_t s = t == CGI_NO_TOKEN ? CGI_NONE : r->statement_at[t];
    const cgi_type *type = s == CGI_NONE ? NULL : r->out->statements.at[s].type;
    return type && cgi_is_effect(r, type) && !is_harm(r, type);
}

static bool is_disaster(const cgi_type *type)
{
    for (; type; type = type->broader)
        if (!strcmp(type->name, "disaster"))
            return true;
    return false;
}

/* "died after the ferry sank", "a bus overturned, killing nine": the verb of
 * the clause below, or of the one that a participle hangs on. */
static uint32_t clause_of_whole(const cgi_reading *r, uint32_t trigger)
{
    const cgi_token *k = cgi_token_at(r, trigger);
    if (!cgi_is_verb(r, trigger))
        return CGI_NO_TOKEN;
    while (k->rel == CGI_REL_CONJ && k->xpos == CGI_XPOS_VBG &&
           k->head < trigger)
        k = cgi_token_at(r, trigger = k->head);
    if (k->rel == CGI_REL_ADVCL && k->xpos == CGI_XPOS_VBG &&
        k->head < trigger && is_whole(r, k->head))
        return k->head;
    /* "A plane crashed and the pilot was killed." */
    if (k->rel == CGI_REL_CONJ && cgi_is_passive(r, trigger) &&
        k->head < trigger && is_whole(r, k->head) &&
        is_disaster(r->out->statements.at[r->statement_at[k->head]].type))
        return k->head;
    for (uint32_t c = k->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        uint32_t mark = cgi_token_at(r, c)->rel == CGI_REL_ADVCL
                            ? cgi_child(r, c, CGI_REL_MARK)
                            : CGI_NO_TOKEN;
        if (mark == CGI_NO_TOKEN)
            mark = cgi_child(r, c, CGI_REL_ADVMOD);
        if (mark != CGI_NO_TOKEN && cgi_token_in(r, mark, "link-occasion") &&
            cgi_token_at(r, c)->rel == CGI_REL_ADVCL && is_whole(r, c))
            return c;
    }
    return CGI_NO_TOKEN;
}

/* What the verb that this one is joined to is part of, or stands beside: "were
 * killed and 30 wounded in the raid". */
static uint32_t shared_whole(const cgi_reading *r, uint32_t trigger)
{
    uint32_t other = cgi_child(r, trigger, CGI_REL_CONJ);
    uint32_t s = other == CGI_NO_TOKEN ? CGI_NONE : r->statement_at[other];
    if (s == CGI_NONE || !is_harm(r, r->out->statements.at[s].type))
        return CGI_NO_TOKEN;
    const cgi_argument *part =
        cgi_statement_role(&r->out->statements.at[s], CGI_ROLE_PART_OF);
    return part ? r->triggers.at[part->thing] : CGI_NO_TOKEN;
}

/* What it is called where nobody did it. */
static void judge(cgi_reading *r, cgi_statement *s)
{
    const cgi_argument *part = cgi_statement_role(s, CGI_ROLE_PART_OF);
    if (!part || cgi_statement_role(s, CGI_ROLE_AGENT) ||
        !is_disaster(r->out->statements.at[part->thing].type))
        return;
    const char *name = !strcmp(s->type->name, "assault-kill") ? "death-accident"
                       : !strcmp(s->type->name, "assault-destroy")
                           ? "disaster-damage"
                           : NULL;
    const cgi_type *type = name ? cgi_world_find_type(r->world, name) : NULL;
    if (type)
        s->type = type;
}

void cgi_occasions_find(cgi_reading *r)
{
    for (uint32_t i = 0; i < r->out->statements.n; i++) {
        cgi_statement *s = &r->out->statements.at[i];
        if (!is_harm(r, s->type))
            continue;
        uint32_t t = cgi_statement_role(s, CGI_ROLE_PART_OF)
                         ? CGI_NO_TOKEN
                         : clause_of_whole(r, r->triggers.at[i]);
        if (t == CGI_NO_TOKEN && !cgi_statement_role(s, CGI_ROLE_PART_OF))
            t = shared_whole(r, r->triggers.at[i]);
        if (t != CGI_NO_TOKEN)
            cgi_part_of_add(r, i, t, "occasion/clause");
        judge(r, &r->out->statements.at[i]);
    }
}
