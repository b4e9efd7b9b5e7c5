/* SPDX-License-Identifier: Apache-2.0
 *
 * merge_parts.c -- parts of one happening that tell the same.
 *
 * "Two clerks were killed as a result of the attack. ... the attack, which
 * killed two employees": so many died in it, and so many did, so they are one
 * event. It is known only when all happenings are, since what they are parts
 * of may be told behind them.
 */
#include "extract/reading.h"

/* Statements that are looked back over. */
#define WINDOW 200

/* A part whose victims are counted and have no name. */
typedef struct {
    uint32_t statement, whole;
    const cgi_thing *who;
} part;

typedef CGI_VEC(part) parts;

static bool read_part(part *out, const cgi_reading *r, uint32_t statement)
{
    const cgi_statement *s = &r->out->statements.at[statement];
    *out = (part){statement, CGI_NONE, NULL};
    for (size_t i = 0; i < s->arguments.n; i++) {
        const cgi_argument *a = &s->arguments.at[i];
        if (a->role == CGI_ROLE_PART_OF)
            out->whole = a->thing;
        else if (a->role == CGI_ROLE_PATIENT && !out->who)
            out->who = &r->out->things.at[a->thing];
    }
    return out->whole != CGI_NONE && out->who && !out->who->is_named &&
           out->who->count > 0 && s->status == CGI_STATUS_PAST;
}

static bool tell_the_same(const cgi_reading *r, const part *a, const part *b)
{
    const cgi_statement *s = &r->out->statements.at[a->statement];
    const cgi_statement *t = &r->out->statements.at[b->statement];
    return a->whole == b->whole && a->who->count == b->who->count &&
           a->who->count_max == b->who->count_max && s->negated == t->negated &&
           cgi_types_agree(r, s->type, t->type);
}

/* Where each happening goes; most stay. */
static uint32_t *find_goals(const cgi_reading *r)
{
    const cgi_extract *x = r->out;
    parts found = {0};
    uint32_t *goal = cgi_arena_array(r->a, x->happenings.n + 1, sizeof *goal);
    for (uint32_t i = 0; i < x->happenings.n; i++)
        goal[i] = i;
    for (uint32_t i = 0; i < x->statements.n; i++) {
        part p;
        if (!read_part(&p, r, i))
            continue;
        uint32_t here = x->statements.at[i].event;
        for (size_t k = found.n; k-- > 0 && found.n - k < WINDOW;) {
            uint32_t there =
                goal[x->statements.at[found.at[k].statement].event];
            if (goal[here] == here && there < here &&
                tell_the_same(r, &found.at[k], &p))
                goal[here] = there;
        }
        CGI_PUSH(r->a, &found, p);
    }
    return goal;
}

void cgi_parts_merge(cgi_reading *r)
{
    const uint32_t *goal = find_goals(r);
    for (size_t i = 0; i < r->out->statements.n; i++) {
        cgi_statement *s = &r->out->statements.at[i];
        s->event = goal[s->event];
        for (size_t k = 0; k < s->arguments.n; k++)
            if (s->arguments.at[k].role == CGI_ROLE_PART_OF)
                s->arguments.at[k].thing = goal[s->arguments.at[k].thing];
    }
}
