/* SPDX-License-Identifier: Apache-2.0
 *
 * prune.c -- leaves out happenings of which nothing is told.
 *
 * "the proposal", "growth": a word that names an event, with nobody who does
 * it, nobody that it is done to, no place and no date, is no news. What
 * another event is a part of stays, and so does all that a claim tells of.
 */
#include "extract/reading.h"

static bool tells(const cgi_statement *s)
{
    return s->arguments.n || s->from.year;
}

/* What is claimed of it that tells nothing is kept if the claim has no more to
 * tell: "denied the attack". */
static void keep_claimed(const cgi_reading *r, bool *told)
{
    const cgi_extract *x = r->out;
    bool *full = cgi_arena_array(r->a, x->claims.n + 1, sizeof *full);
    for (size_t i = 0; i < x->statements.n; i++)
        if (x->statements.at[i].claim != CGI_NONE &&
            told[x->statements.at[i].event])
            full[x->statements.at[i].claim] = true;
    for (size_t i = 0; i < x->statements.n; i++) {
        const cgi_statement *s = &x->statements.at[i];
        if (s->claim != CGI_NONE && !full[s->claim])
            full[s->claim] = told[s->event] = true;
    }
}

/* Marks the happenings that some statement tells something of. */
static bool *find_told(const cgi_reading *r)
{
    const cgi_extract *x = r->out;
    bool *told = cgi_arena_array(r->a, x->happenings.n + 1, sizeof *told);
    for (size_t i = 0; i < x->statements.n; i++) {
        const cgi_statement *s = &x->statements.at[i];
        told[s->event] |= tells(s);
        for (size_t k = 0; k < s->arguments.n; k++)
            if (s->arguments.at[k].role == CGI_ROLE_PART_OF)
                told[s->arguments.at[k].thing] = true;
    }
    for (size_t i = 0; i < x->claims.n; i++) {
        /* Responsibility is claimed for it. */
        uint32_t event = r->sayings.at[i].event;
        uint32_t s = event == CGI_NO_TOKEN ? CGI_NONE : r->statement_at[event];
        if (s != CGI_NONE)
            told[x->statements.at[s].event] = true;
    }
    keep_claimed(r, told);
    return told;
}

static void drop_happenings(cgi_reading *r, const bool *told, uint32_t *moved)
{
    cgi_extract *x = r->out;
    uint32_t n = 0;
    for (uint32_t i = 0; i < x->happenings.n; i++) {
        moved[i] = n;
        if (told[i])
            x->happenings.at[n++] = x->happenings.at[i];
    }
    x->happenings.n = n;
}

/* Keeps the statements of told happenings; now[i] is where the i-th went. */
static void drop_statements(cgi_reading *r, const bool *told,
                            const uint32_t *moved, uint32_t *now)
{
    cgi_extract *x = r->out;
    uint32_t n = 0;
    for (uint32_t i = 0; i < x->statements.n; i++) {
        cgi_statement s = x->statements.at[i];
        now[i] = n;
        if (!told[s.event])
            continue;
        s.event = moved[s.event];
        for (size_t k = 0; k < s.arguments.n; k++)
            if (s.arguments.at[k].role == CGI_ROLE_PART_OF)
                s.arguments.at[k].thing = moved[s.arguments.at[k].thing];
        x->statements.at[n++] = s;
    }
    x->statements.n = n;
}

void cgi_events_prune(cgi_reading *r)
{
    cgi_extract *x = r->out;
    const bool *told = find_told(r);
    uint32_t *moved = cgi_arena_array(r->a, x->happenings.n + 1, sizeof *moved);
    uint32_t *now = cgi_arena_array(r->a, x->statements.n + 1, sizeof *now);
    drop_happenings(r, told, moved);
    drop_statements(r, told, moved, now);
    for (size_t i = 0; i < x->happenings.n; i++)
        x->happenings.at[i].first = now[x->happenings.at[i].first];
}
