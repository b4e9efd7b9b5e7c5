/* SPDX-License-Identifier: Apache-2.0
 *
 * explain.c -- why each claim, event and role is in the graph, for reading.
 *
 *     Claim 2  Red Harbour Front  ResponsibilityClaim, AdmitsOwnRole, Certain
 *       source     166-187   "The Red Harbour Front"
 *       cue        188-210   "claimed responsibility"
 *       rule       cue:claim-responsibility  85%
 *       asserts    event 1, blast (assault-bomb)
 *         agent      Red Harbour Front  166-187 "The Red ..."  claim:claimant
 * 80%
 *
 * Every line names the words that it was read from by their code points. The
 * quotes come to us on one line and without control characters, so nothing in
 * an article can steer a terminal.
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "write/write.h"

#define QUOTE_CHARS 56 /* Of a quote; the rest becomes an ellipsis. */

typedef struct {
    FILE *to;
    bool is_later; /* Some article was written before. */
} explainer;

/* ---- Pieces of lines ------------------------------------------------- */

static void write_short(FILE *to, const char *text)
{
    const char *p = text ? text : "", *end = p + strlen(p), *start = p;
    size_t n = 0;
    while (p < end && n < QUOTE_CHARS) {
        cgi_utf8_next(&p, end);
        n++;
    }
    fprintf(to, "\"%.*s%s\"", (int)(p - start), start,
            p < end ? "\xE2\x80\xA6" : "");
}

static void write_words(FILE *to, cgi_evidence e)
{
    fprintf(to, "%u-%u ", (unsigned)e.begin, (unsigned)e.end);
    write_short(to, e.quote);
}

static void write_rule(FILE *to, const char *rule, int confidence)
{
    fprintf(to, "%s %d%%\n", rule ? rule : "", confidence);
}

static void write_evidence(FILE *to, const char *name, cgi_evidence e)
{
    if (e.end <= e.begin)
        return;
    fprintf(to, "  %-11s ", name);
    write_words(to, e);
    fputc('\n', to);
}

static void write_list(FILE *to, const char *name, cgi_evidences all)
{
    for (size_t i = 0; i < all.n; i++)
        write_evidence(to, i ? "" : name, all.at[i]);
}

/* ", Past" and the like; nothing for a value that is none. */
static void write_value(FILE *to, const char *value)
{
    if (value && *value)
        fprintf(to, ", %s", value);
}

static void write_when(FILE *to, const cgi_when *when)
{
    char from[11], until[11];
    if (!when->from.year && !when->to.year)
        return;
    cgi_date_write(from, when->from.year ? when->from : when->to);
    cgi_date_write(until, when->to.year ? when->to : when->from);
    fprintf(to, ", %s%s%s", from, strcmp(from, until) ? " to " : "",
            strcmp(from, until) ? until : "");
}

static const char *type_name(const cgi_event *e)
{
    return e->type ? e->type->name : "";
}

/* ---- Roles ----------------------------------------------------------- */

static void write_edges(FILE *to, const cgi_graph *g, const cgi_edge *edges,
                        size_t n, const char *indent)
{
    for (size_t i = 0; i < n; i++) {
        const cgi_edge *e = &edges[i];
        fprintf(to, "%s%-11s ", indent, cgi_role_names[e->role]);
        if (e->event)
            fprintf(to, "event %zu, %s  ", (size_t)(e->event - g->events) + 1,
                    e->event->label);
        else if (e->entity)
            fprintf(to, "%s  ", e->entity->label);
        if (e->words.end > e->words.begin) {
            write_words(to, e->words);
            fputs("  ", to);
        }
        write_rule(to, e->rule, e->confidence);
    }
}

/* ---- Claims ---------------------------------------------------------- */

/* Roles that the article itself gives stand below the event, if flattening
 * lets them, and are not repeated here. */
static void write_proposition(FILE *to, const cgi_graph *g,
                              const cgi_proposition *p, bool is_narrated)
{
    const cgi_event *e = p->event;
    fprintf(to, "event %zu, %s (%s)", (size_t)(e - g->events) + 1, e->label,
            type_name(e));
    write_value(to, cgi_status_names[p->status]);
    write_value(to, cgi_certainty_names[p->certainty]);
    write_when(to, &p->when);
    fputs("\n    trigger     ", to);
    write_words(to, p->trigger);
    fputs("  ", to);
    write_rule(to, p->rule, p->confidence);
    if (!is_narrated || !e->n_edges)
        write_edges(to, g, p->edges, p->n_edges, "    ");
}

static void write_contents(FILE *to, const cgi_graph *g,
                           const cgi_claim_node *c)
{
    for (size_t i = 0; i < c->n_contents; i++) {
        const cgi_content *x = &c->contents[i];
        fprintf(to, "  %-11s ", cgi_polarity_names[x->polarity]);
        if (x->proposition)
            write_proposition(to, g, x->proposition,
                              c->cls == CGI_CLAIM_NARRATOR);
        else if (x->claim)
            fprintf(to, "claim %zu\n", (size_t)(x->claim - g->claims) + 1);
        else
            fputc('\n', to);
    }
}

static const char *claimant(const cgi_claim_node *c)
{
    if (c->claimant)
        return c->claimant->label;
    return c->cls == CGI_CLAIM_NARRATOR ? "(the article)" : "(nobody named)";
}

static void write_claim(FILE *to, const cgi_graph *g, const cgi_claim_node *c)
{
    fprintf(to, "\nClaim %zu  %s  %s, %s", (size_t)(c - g->claims) + 1,
            claimant(c), cgi_claim_names[c->cls], cgi_stance_names[c->stance]);
    write_value(to, cgi_certainty_names[c->certainty]);
    fputc('\n', to);
    write_evidence(to, "source", c->source);
    write_evidence(to, "cue", c->cue);
    if (c->cls != CGI_CLAIM_NARRATOR)
        write_list(to, "content", c->content);
    if (c->addressee)
        fprintf(to, "  %-11s %s\n", "to", c->addressee->label);
    if (c->via)
        fprintf(to, "  %-11s claim %zu\n", "via",
                (size_t)(c->via - g->claims) + 1);
    fprintf(to, "  %-11s ", "rule");
    write_rule(to, c->rule, c->confidence);
    write_contents(to, g, c);
}

/* ---- Events and the article ------------------------------------------ */

static void write_event(FILE *to, const cgi_graph *g, const cgi_event *e)
{
    fprintf(to, "\nEvent %zu  %s  %s", (size_t)(e - g->events) + 1, e->label,
            type_name(e));
    write_value(to, e->type ? e->type->plover : NULL);
    write_value(to, e->type ? e->type->cameo : NULL);
    write_value(to, cgi_status_names[e->status]);
    write_when(to, &e->when);
    fputc('\n', to);
    write_list(to, "mentions", e->mentions);
    write_edges(to, g, e->edges, e->n_edges, "  ");
}

static void write_field(FILE *to, const char *name, const char *value)
{
    if (value && *value)
        fprintf(to, "  %-11s %s\n", name, value);
}

static void write_head(FILE *to, const cgi_graph *g)
{
    char date[11] = "";
    if (g->date.year)
        cgi_date_write(date, g->date);
    fprintf(to, "Article  %s\n", g->title ? g->title : g->iri);
    write_field(to, "id", g->id);
    write_field(to, "iri", g->iri);
    write_field(to, "url", g->url);
    write_field(to, "publisher", g->publisher);
    write_field(to, "date", date);
    write_field(to, "dateline", g->dateline);
    fprintf(to, "  %-11s %zu claims, %zu events, %zu entities\n", "found",
            g->n_claims, g->n_events, g->n_entities);
}

static cg_status explain_add(void *state, const cgi_graph *g, cg_error *err)
{
    explainer *x = state;
    if (x->is_later)
        fputc('\n', x->to);
    x->is_later = true;
    write_head(x->to, g);
    for (size_t i = 0; i < g->n_claims; i++)
        write_claim(x->to, g, &g->claims[i]);
    for (size_t i = 0; i < g->n_events; i++)
        write_event(x->to, g, &g->events[i]);
    if (ferror(x->to))
        return cgi_fail(err, CG_ERR_IO, 0, "cannot write the explanation");
    return CG_OK;
}

static cg_status explain_end(void *state, cg_error *err)
{
    (void)state;
    (void)err;
    return CG_OK;
}

static const cgi_writer_ops explain_ops = {explain_add, explain_end, free};

cg_status cgi_explain_writer_new(cgi_writer *out, FILE *to, cg_error *err)
{
    explainer *x = calloc(1, sizeof *x);
    if (!x)
        return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    x->to = to;
    *out = (cgi_writer){&explain_ops, x};
    return CG_OK;
}
