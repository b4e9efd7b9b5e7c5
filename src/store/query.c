/* SPDX-License-Identifier: Apache-2.0
 *
 * query.c -- runs one SPARQL query and keeps its rows.
 *
 * rasqal can fetch graphs and ask other services by itself; queries that want
 * that are refused, so that a query never leaves this process. What rasqal
 * says of a query comes through its log, with the line.
 */
#include "store/query.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "store/query_run.h"
#include "world/vocabulary.h"

#define RULES "sparql11"

void cgi_run_refuse(cgi_run *r, cg_status status, const char *why)
{
    if (r->status == CG_OK)
        r->status = cgi_fail(r->err, status, 0, "%s", why);
}

static void on_log(void *user, raptor_log_message *m)
{
    cgi_run *r = user;
    if (m->level < RAPTOR_LOG_LEVEL_ERROR || r->status != CG_OK)
        return;
    cgi_run_refuse(r, CG_ERR_TEXT, m->text);
    int line = m->locator ? raptor_locator_line(m->locator) : 0;
    if (r->err && line > 0)
        r->err->line = (size_t)line;
}

static bool open_worlds(cgi_run *r)
{
    r->raptor = raptor_new_world();
    if (!r->raptor)
        return false;
    raptor_world_set_flag(r->raptor, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
    if (raptor_world_open(r->raptor))
        return false;
    r->world = rasqal_new_world();
    if (!r->world)
        return false;
    rasqal_world_set_raptor(r->world, r->raptor);
    rasqal_world_set_log_handler(r->world, r, on_log);
    if (rasqal_world_open(r->world))
        return false;
    r->context = rasqal_new_evaluation_context(r->world, NULL, 0);
    return r->context && cgi_run_terms_open(r);
}

static void close_worlds(cgi_run *r)
{
    cgi_run_unpatch(r, 0);
    if (r->query)
        rasqal_free_query(r->query);
    cgi_run_terms_close(r);
    if (r->context)
        rasqal_free_evaluation_context(r->context);
    if (r->world)
        rasqal_free_world(r->world);
    if (r->raptor)
        raptor_free_world(r->raptor);
}

/* ---- The query ------------------------------------------------------- */

/* Our prefixes, so that people need not write them, on the query's first
 * line, so that its lines keep their numbers. */
static char *with_prefixes(cgi_arena *a, const char *query)
{
    char *out = cgi_arena_printf(a, "%s", "");
    for (const cgi_prefix *p = cgi_prefixes; p->name; p++)
        out = cgi_arena_printf(a, "%sPREFIX %s: <%s> ", out, p->name, p->iri);
    return cgi_arena_printf(a, "%s%s", out, query);
}

static void check_query(cgi_run *r)
{
    rasqal_query_verb verb = rasqal_query_get_verb(r->query);
    if (verb != RASQAL_QUERY_VERB_SELECT && verb != RASQAL_QUERY_VERB_ASK)
        cgi_run_refuse(r, CG_ERR_USAGE,
                       "only SELECT and ASK have an answer here");
    if (rasqal_query_get_data_graph(r->query, 0))
        cgi_run_refuse(r, CG_ERR_USAGE, "FROM is not for a query of files");
}

static void prepare(cgi_run *r, const char *text)
{
    r->query = rasqal_new_query(r->world, RULES, NULL);
    if (!r->query) {
        cgi_run_refuse(r, CG_ERR_LIBRARY, "rasqal knows no SPARQL");
        return;
    }
    if (rasqal_query_prepare(r->query, (const unsigned char *)text, NULL))
        cgi_run_refuse(r, CG_ERR_TEXT, "not a query");
    if (r->status == CG_OK)
        check_query(r);
}

static void execute(cgi_run *r, cgi_answer *out, cgi_arena *a,
                    const char *query)
{
    size_t bad;
    if (!cgi_utf8_check(&bad, query, strlen(query))) {
        cgi_run_refuse(r, CG_ERR_TEXT, "the query is not UTF-8");
        return;
    }
    const char *text = with_prefixes(a, query);
    if (!open_worlds(r)) {
        cgi_run_refuse(r, CG_ERR_NOMEM, "rasqal cannot start");
        return;
    }
    prepare(r, text);
    if (r->status != CG_OK)
        return;
    cgi_rows rows = cgi_run_match(r);
    out->is_ask = rasqal_query_get_verb(r->query) == RASQAL_QUERY_VERB_ASK;
    out->truth = rows.n > 0;
    if (!out->is_ask && r->status == CG_OK)
        cgi_run_select(r, out, &rows);
}

cg_status cgi_query_run(cgi_answer *out, cgi_arena *a, const cgi_triples *t,
                        const char *query, cg_error *err)
{
    *out = (cgi_answer){0};
    cgi_run *r = cgi_arena_alloc(a, sizeof *r);
    r->t = t;
    r->a = a;
    r->err = err;
    jmp_buf *outer = a->on_fail, here;
    a->on_fail = &here;
    if (!setjmp(here))
        execute(r, out, a, query);
    else
        cgi_run_refuse(r, CG_ERR_NOMEM, "out of memory");
    a->on_fail = outer;
    close_worlds(r);
    return r->status;
}
