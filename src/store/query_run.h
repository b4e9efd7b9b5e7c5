/* SPDX-License-Identifier: Apache-2.0
 *
 * query_run.h -- what the parts of a running query share.
 *
 * rasqal parses the query and evaluates its expressions; what the patterns
 * match is found here, since rasqal 0.9.33 joins OPTIONAL, UNION and VALUES
 * wrongly (a row of one side meets every row of the other) and goes through
 * all triples for each pattern.
 *
 * A value is a number: that of a term of the triples, or one above them for
 * what an expression has made; the same value always has the same number.
 * CGI_NO_TERM is no value. A row has a value for each variable of the query.
 */
#ifndef CG_STORE_QUERY_RUN_H
#define CG_STORE_QUERY_RUN_H

#include <rasqal.h>

#include "base/hash.h"
#include "store/query.h"

/* Groups within groups that are followed. */
#define CGI_QUERY_DEPTH_MAX 64

typedef struct {
    uint32_t *at; /* Row by row, `width` values each. */
    size_t n, cap;
} cgi_rows;

/* A node of an expression that is a literal for now. */
typedef struct {
    rasqal_expression *node;
    rasqal_op op; /* What it is by right, */
    rasqal_literal *literal;
} cgi_patch;

typedef struct {
    const cgi_triples *t;
    cgi_arena *a;
    raptor_world *raptor;
    rasqal_world *world;
    rasqal_query *query;
    rasqal_evaluation_context *context;
    rasqal_literal **literals;      /* Of the terms, when first asked for. */
    CGI_VEC(rasqal_literal *) made; /* Values above the terms. */
    cgi_table made_by_text;         /* To number + 1. */
    rasqal_literal *pending;        /* To be freed, also after a jump; */
    CGI_VEC(cgi_patch) patches;     /* to be put back, likewise. */
    CGI_VEC(rasqal_variable *) variables;
    size_t width; /* Of a row: how many variables there are. */
    cg_status status;
    cg_error *err;
} cgi_run;

/* The first complaint counts. */
void cgi_run_refuse(cgi_run *r, cg_status status, const char *why);

/* ---- query_terms.c: values ----------------------------------------------- */

/* Puts back the last patches, until `n` are left. */
void cgi_run_unpatch(cgi_run *r, size_t n);

bool cgi_run_terms_open(cgi_run *r);
void cgi_run_terms_close(cgi_run *r);

/* The value of a literal of rasqal's; CGI_NO_TERM for NULL. */
uint32_t cgi_run_value(cgi_run *r, rasqal_literal *l);

/* The same, and frees it. */
uint32_t cgi_run_take(cgi_run *r, rasqal_literal *l);

/* Its literal, which the run owns; NULL for no value. */
rasqal_literal *cgi_run_literal(cgi_run *r, uint32_t value);

/* The column of a variable in a row. */
size_t cgi_run_column(cgi_run *r, rasqal_variable *v);

/* Evaluates an expression for a row. */
uint32_t cgi_run_evaluate(cgi_run *r, const uint32_t *row,
                          rasqal_expression *e);
bool cgi_run_truth(cgi_run *r, uint32_t value);
bool cgi_run_is_true(cgi_run *r, const uint32_t *row, rasqal_expression *e);

/* Less, equal or greater than 0: the order of ORDER BY, MIN and MAX. No value
 * comes first, then blank nodes, IRIs, literals; numbers by size. */
int cgi_run_compare(cgi_run *r, uint32_t a, uint32_t b);

/* ---- query_match.c: patterns --------------------------------------------- */

/* One more row, a copy of `row`; NULL gives one without values. */
uint32_t *cgi_rows_add(cgi_run *r, cgi_rows *rows, const uint32_t *row);

/* The rows that the query's WHERE gives. */
cgi_rows cgi_run_match(cgi_run *r);

/* ---- query_rows.c: what SELECT makes of them ----------------------------- */

void cgi_run_select(cgi_run *r, cgi_answer *out, cgi_rows *rows);

#endif
