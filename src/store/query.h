/* SPDX-License-Identifier: Apache-2.0
 *
 * query.h -- SPARQL over triples, through rasqal.
 *
 * query.c runs a query, query_*.c find its rows (see query_run.h), answer.c
 * writes them.
 */
#ifndef CG_STORE_QUERY_H
#define CG_STORE_QUERY_H

#include "store/triples.h"

/* Rows, and what the columns are called. A cell without a value has a text of
 * NULL. */
typedef struct {
    const char **names;
    size_t n_columns;
    cgi_term *cells; /* Row by row. */
    size_t n_rows;
    bool is_ask, truth; /* ASK has no rows. */
} cgi_answer;

/* Runs `query` over settled triples; what comes out lives in `a`, whose
 * on_fail is jumped to when memory runs out after all else was freed.
 * CG_ERR_TEXT with a line for what is no query, CG_ERR_USAGE for what we do
 * not run: CONSTRUCT, FROM, GRAPH, SERVICE. */
cg_status cgi_query_run(cgi_answer *out, cgi_arena *a, const cgi_triples *t,
                        const char *query, cg_error *err);

/* Keeps the rows where each condition, "column=text", holds. CG_ERR_USAGE if
 * there is no such column. */
cg_status cgi_answer_filter(cgi_answer *answer, const char *const *conditions,
                            size_t n, cg_error *err);

void cgi_answer_write(FILE *to, cgi_arena *a, const cgi_answer *answer,
                      cg_answer_format format);

#endif
