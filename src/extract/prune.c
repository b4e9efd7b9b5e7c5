/* SPDX-License-Identifier: Apache-2.0
 *
 * prune.c -- leaves out happenings of which nothing is told.
 *
 * "the proposal", "growth": a word that names an event, with nobody who does
 * it, nobody that it is done to, no place and no date, is no news. What
 * somebody claims stays, and so does what another event is a part of.
 */
#include "extract/reading.h"

/* Marks the happenings that some statement tells something of. */
static bool *find_told(const cgi_reading *r)
{
    const cgi_extract *x = r->out;
    bool *told = cgi_arena_array(r->a, x->happenings.n + 1, sizeof *told);
    for (size_t i = 0; i < x->statements.n; i++) {
        const cgi_statement *s = &x->statements.at[i];
        if (s->arguments.n || s->from.year || s->claim != CGI_NONE)
            told[s->event] = true;
        for (size_t k = 0; k < s->arguments.n; k++)
            if (s->arguments.at[k].role == CGI_ROLE_PART_OF)
                told[s->arguments.at[k].thing] = true;
    }
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
