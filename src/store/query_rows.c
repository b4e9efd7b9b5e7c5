/* SPDX-License-Identifier: Apache-2.0
 *
 * query_rows.c -- what SELECT makes of the rows: groups, order, columns.
 *
 * Where an expression holds an aggregate, that node of it is made a literal
 * with the group's value while the expression is evaluated, and put back
 * afterwards; so rasqal's own evaluation does the rest.
 */
#include <stdlib.h>

#include "store/query_run.h"

typedef CGI_VEC(rasqal_expression *) expressions;

/* Rows that have the same values for GROUP BY. */
typedef struct {
    CGI_VEC(const uint32_t *) rows;
} group;

typedef CGI_VEC(group *) groups;

/* ---- Aggregates ------------------------------------------------------ */

typedef struct {
    cgi_run *r;
    expressions found;
} search;

static int look_for_aggregate(void *user, rasqal_expression *e)
{
    search *s = user;
    bool is = (e->op >= RASQAL_EXPR_COUNT && e->op <= RASQAL_EXPR_SAMPLE &&
               e->op != RASQAL_EXPR_VARSTAR);
    if (is && (e->flags & RASQAL_EXPR_FLAG_AGGREGATE))
        CGI_PUSH(s->r->a, &s->found, e);
    return 0;
}

static expressions aggregates_of(cgi_run *r, rasqal_expression *e)
{
    search s = {r, {0}};
    if (e)
        rasqal_expression_visit(e, look_for_aggregate, &s);
    return s.found;
}

/* The argument's values in a group, one for each row that has one. */
typedef CGI_VEC(uint32_t) values;

static rasqal_expression *argument(const rasqal_expression *e)
{
    if (e->arg1)
        return e->arg1;
    return e->args ? raptor_sequence_get_at(e->args, 0) : NULL;
}

static values values_of(cgi_run *r, const group *g, rasqal_expression *e)
{
    values list = {0};
    cgi_table seen = {0};
    rasqal_expression *of = argument(e);
    for (size_t i = 0; of && i < g->rows.n; i++) {
        uint32_t value = cgi_run_evaluate(r, g->rows.at[i], of);
        cgi_slice key = {(const char *)&value, sizeof value};
        if (value == CGI_NO_TERM)
            continue;
        void **at = NULL;
        if (e->flags & RASQAL_EXPR_FLAG_DISTINCT)
            at = cgi_table_at(&seen, r->a, key);
        if (at && *at)
            continue;
        if (at)
            *at = r;
        CGI_PUSH(r->a, &list, value);
    }
    return list;
}

static uint32_t integer(cgi_run *r, size_t n)
{
    rasqal_literal *l =
        rasqal_new_integer_literal(r->world, RASQAL_LITERAL_INTEGER, (int)n);
    return cgi_run_take(r, l);
}

static uint32_t extreme(cgi_run *r, const values *list, int sign)
{
    uint32_t found = list->n ? list->at[0] : CGI_NO_TERM;
    for (size_t i = 1; i < list->n; i++)
        if (sign * cgi_run_compare(r, list->at[i], found) > 0)
            found = list->at[i];
    return found;
}

/* `a` and `b` by +, / and so on. */
static uint32_t calculate(cgi_run *r, rasqal_op op, uint32_t a, uint32_t b)
{
    rasqal_literal *x = cgi_run_literal(r, a), *y = cgi_run_literal(r, b);
    if (!x || !y)
        return CGI_NO_TERM;
    rasqal_expression *e = rasqal_new_2op_expression(
        r->world, op,
        rasqal_new_literal_expression(r->world,
                                      rasqal_new_literal_from_literal(x)),
        rasqal_new_literal_expression(r->world,
                                      rasqal_new_literal_from_literal(y)));
    int error = 0;
    rasqal_literal *l =
        e ? rasqal_expression_evaluate2(e, r->context, &error) : NULL;
    if (e)
        rasqal_free_expression(e);
    if (l && error) {
        rasqal_free_literal(l);
        l = NULL;
    }
    return cgi_run_take(r, l);
}

static uint32_t sum(cgi_run *r, const values *list)
{
    uint32_t total = integer(r, 0);
    for (size_t i = 0; i < list->n; i++)
        total = calculate(r, RASQAL_EXPR_PLUS, total, list->at[i]);
    return total;
}

static uint32_t join(cgi_run *r, const values *list, rasqal_literal *between)
{
    CGI_VEC(char) text = {0};
    const char *separator =
        between ? (const char *)rasqal_literal_as_string(between) : " ";
    for (size_t i = 0; i < list->n; i++) {
        const char *s = (const char *)rasqal_literal_as_string(
            cgi_run_literal(r, list->at[i]));
        for (const char *p = i ? separator : ""; *p; p++)
            CGI_PUSH(r->a, &text, *p);
        for (; s && *s; s++)
            CGI_PUSH(r->a, &text, *s);
    }
    unsigned char *copy = rasqal_alloc_memory(text.n + 1);
    if (!copy)
        return CGI_NO_TERM;
    if (text.n)
        memcpy(copy, text.at, text.n);
    copy[text.n] = '\0';
    rasqal_literal *l =
        rasqal_new_string_literal(r->world, copy, NULL, NULL, NULL);
    return cgi_run_take(r, l);
}

static uint32_t aggregate(cgi_run *r, const group *g, rasqal_expression *e)
{
    bool is_star = e->arg1 && e->arg1->op == RASQAL_EXPR_VARSTAR;
    if (is_star && e->op == RASQAL_EXPR_COUNT)
        return integer(r, g->rows.n);
    values list = values_of(r, g, e);
    switch (e->op) {
    case RASQAL_EXPR_COUNT: return integer(r, list.n);
    case RASQAL_EXPR_MIN: return extreme(r, &list, -1);
    case RASQAL_EXPR_MAX: return extreme(r, &list, 1);
    case RASQAL_EXPR_SUM: return sum(r, &list);
    case RASQAL_EXPR_AVG:
        return list.n ? calculate(r, RASQAL_EXPR_SLASH, sum(r, &list),
                                  integer(r, list.n))
                      : integer(r, 0);
    case RASQAL_EXPR_SAMPLE: return list.n ? list.at[0] : CGI_NO_TERM;
    case RASQAL_EXPR_GROUP_CONCAT: return join(r, &list, e->literal);
    default: return CGI_NO_TERM;
    }
}

/* ---- Groups ---------------------------------------------------------- */

/* The expression for the group, whose first row is `row`. */
static uint32_t evaluate_group(cgi_run *r, const group *g, const uint32_t *row,
                               rasqal_expression *e)
{
    expressions nodes = aggregates_of(r, e);
    uint32_t *results = cgi_arena_array(r->a, nodes.n, sizeof *results);
    size_t n_before = r->patches.n;
    for (size_t i = 0; i < nodes.n; i++) {
        results[i] = aggregate(r, g, nodes.at[i]);
        if (results[i] == CGI_NO_TERM)
            return CGI_NO_TERM;
    }
    for (size_t i = 0; i < nodes.n; i++) {
        rasqal_literal *l = cgi_run_literal(r, results[i]);
        cgi_patch p = {nodes.at[i], nodes.at[i]->op, nodes.at[i]->literal};
        CGI_PUSH(r->a, &r->patches, p);
        nodes.at[i]->literal = rasqal_new_literal_from_literal(l);
        nodes.at[i]->op = RASQAL_EXPR_LITERAL;
    }
    uint32_t value = cgi_run_evaluate(r, row, e);
    cgi_run_unpatch(r, n_before);
    return value;
}

static groups group_rows(cgi_run *r, const cgi_rows *rows)
{
    groups out = {0};
    cgi_table by_key = {0};
    raptor_sequence *by = rasqal_query_get_group_conditions_sequence(r->query);
    size_t n = by ? (size_t)raptor_sequence_size(by) : 0;
    uint32_t *key = cgi_arena_array(r->a, n + 1, sizeof *key);
    for (size_t i = 0; i < rows->n; i++) {
        const uint32_t *row = rows->at + i * r->width;
        for (size_t k = 0; k < n; k++)
            key[k] = cgi_run_evaluate(
                r, row, rasqal_query_get_group_condition(r->query, (int)k));
        cgi_slice bytes = {(const char *)key, n * sizeof *key};
        void **at = cgi_table_at(&by_key, r->a, bytes);
        if (!*at) {
            group *g = cgi_arena_alloc(r->a, sizeof *g);
            /* The table may have moved. */
            *cgi_table_at(&by_key, r->a, bytes) = g;
            CGI_PUSH(r->a, &out, g);
            at = cgi_table_at(&by_key, r->a, bytes);
        }
        group *g = *at;
        CGI_PUSH(r->a, &g->rows, row);
    }
    return out;
}

static bool has_all(cgi_run *r, const group *g, const uint32_t *row)
{
    rasqal_expression *e;
    for (int i = 0; (e = rasqal_query_get_having_condition(r->query, i)); i++) {
        if (!cgi_run_truth(r, evaluate_group(r, g, row, e)))
            return false;
    }
    return true;
}

/* ---- SELECT ---------------------------------------------------------- */

static rasqal_variable *column(cgi_run *r, size_t i)
{
    raptor_sequence *s = rasqal_query_get_bound_variable_sequence(r->query);
    return s ? raptor_sequence_get_at(s, (int)i) : NULL;
}

static bool is_grouped(cgi_run *r)
{
    rasqal_variable *v;
    if (rasqal_query_get_group_condition(r->query, 0) ||
        rasqal_query_get_having_condition(r->query, 0))
        return true;
    for (size_t i = 0; (v = column(r, i)); i++)
        if (aggregates_of(r, v->expression).n)
            return true;
    return false;
}

/* Fills the columns that are "(expression AS ?name)". */
static void fill_columns(cgi_run *r, const group *g, uint32_t *row)
{
    rasqal_variable *v;
    for (size_t i = 0; (v = column(r, i)); i++)
        if (v->expression)
            row[cgi_run_column(r, v)] =
                evaluate_group(r, g, row, v->expression);
}

static cgi_rows rows_of_groups(cgi_run *r, const cgi_rows *rows)
{
    cgi_rows out = {0};
    groups all = group_rows(r, rows);
    group empty = {{0}};
    group *none = &empty;
    /* Without GROUP BY there is one group, of no rows if need be. */
    if (!all.n && !rasqal_query_get_group_condition(r->query, 0))
        CGI_PUSH(r->a, &all, none);
    for (size_t i = 0; i < all.n; i++) {
        const group *g = all.at[i];
        uint32_t *row = cgi_rows_add(r, &out, g->rows.n ? g->rows.at[0] : NULL);
        fill_columns(r, g, row);
        if (!has_all(r, g, row))
            out.n--;
    }
    return out;
}

/* ---- ORDER BY -------------------------------------------------------- */

typedef struct {
    cgi_run *r;
    const uint32_t *row;
    const uint32_t *keys;
    const signed char *signs;
    size_t n_keys, place;
} ordered;

static int by_keys(const void *a, const void *b)
{
    const ordered *x = a, *y = b;
    for (size_t i = 0; i < x->n_keys; i++) {
        int d = x->signs[i] * cgi_run_compare(x->r, x->keys[i], y->keys[i]);
        if (d)
            return d;
    }
    return x->place < y->place ? -1 : x->place > y->place;
}

static ordered *order_rows(cgi_run *r, const cgi_rows *rows)
{
    raptor_sequence *by = rasqal_query_get_order_conditions_sequence(r->query);
    size_t n = by ? (size_t)raptor_sequence_size(by) : 0;
    ordered *out = cgi_arena_array(r->a, rows->n, sizeof *out);
    signed char *signs = cgi_arena_array(r->a, n, sizeof *signs);
    for (size_t k = 0; k < n; k++) {
        rasqal_expression *e =
            rasqal_query_get_order_condition(r->query, (int)k);
        signs[k] = e->op == RASQAL_EXPR_ORDER_COND_DESC ? -1 : 1;
    }
    for (size_t i = 0; i < rows->n; i++) {
        const uint32_t *row = rows->at + i * r->width;
        uint32_t *keys = cgi_arena_array(r->a, n, sizeof *keys);
        for (size_t k = 0; k < n; k++) {
            rasqal_expression *e =
                rasqal_query_get_order_condition(r->query, (int)k);
            keys[k] = cgi_run_evaluate(r, row, e->arg1 ? e->arg1 : e);
        }
        out[i] = (ordered){r, row, keys, signs, n, i};
    }
    if (rows->n && n)
        qsort(out, rows->n, sizeof *out, by_keys);
    return out;
}

/* ---- Columns --------------------------------------------------------- */

static const char *keep(cgi_arena *a, const char *s)
{
    return s && *s ? cgi_arena_strndup(a, s, strlen(s)) : "";
}

/* Copied, since what rasqal made is freed before the answer is written. */
static cgi_term cell_of(cgi_run *r, uint32_t value)
{
    cgi_term cell = {CGI_TERM_LITERAL, NULL, "", ""};
    rasqal_literal *l = cgi_run_literal(r, value);
    if (!l)
        return cell;
    if (value < r->t->terms.n)
        return r->t->terms.at[value];
    raptor_uri *type = rasqal_literal_datatype(l);
    if (rasqal_literal_get_type(l) == RASQAL_LITERAL_URI)
        cell.kind = CGI_TERM_IRI;
    cell.text = keep(r->a, (const char *)rasqal_literal_as_string(l));
    if (cell.kind == CGI_TERM_LITERAL && type)
        cell.datatype = keep(r->a, (const char *)raptor_uri_as_string(type));
    if (cell.kind == CGI_TERM_LITERAL)
        cell.language = keep(r->a, l->language);
    return cell;
}

typedef struct {
    cgi_run *r;
    cgi_answer *out;
    size_t *columns; /* Of each column, its place in a row. */
    cgi_table seen;  /* For DISTINCT. */
    CGI_VEC(cgi_term) cells;
    size_t to_skip, to_take;
} projection;

static void put_row(projection *p, const uint32_t *row, bool is_distinct)
{
    cgi_run *r = p->r;
    size_t n = p->out->n_columns;
    uint32_t *key = cgi_arena_array(r->a, n, sizeof *key);
    for (size_t i = 0; i < n; i++)
        key[i] = row[p->columns[i]];
    if (is_distinct) {
        void **at = cgi_table_at(&p->seen, r->a,
                                 (cgi_slice){(char *)key, n * sizeof *key});
        if (*at)
            return;
        *at = r;
    }
    if (p->to_skip) {
        p->to_skip--;
        return;
    }
    if (p->out->n_rows >= p->to_take)
        return;
    p->out->n_rows++;
    for (size_t i = 0; i < n; i++) {
        cgi_term cell = cell_of(r, key[i]);
        CGI_PUSH(r->a, &p->cells, cell);
    }
}

static void name_columns(projection *p)
{
    cgi_run *r = p->r;
    size_t n = 0;
    rasqal_variable *v;
    while (column(r, n))
        n++;
    p->out->n_columns = n;
    p->out->names = cgi_arena_array(r->a, n, sizeof *p->out->names);
    p->columns = cgi_arena_array(r->a, n, sizeof *p->columns);
    for (size_t i = 0; (v = column(r, i)); i++) {
        p->out->names[i] = keep(r->a, (const char *)v->name);
        p->columns[i] = cgi_run_column(r, v);
    }
}

void cgi_run_select(cgi_run *r, cgi_answer *out, cgi_rows *rows)
{
    const group none = {{0}};
    projection p = {.r = r, .out = out, .to_take = SIZE_MAX};
    int limit = rasqal_query_get_limit(r->query);
    int offset = rasqal_query_get_offset(r->query);
    bool is_distinct = rasqal_query_get_distinct(r->query) != 0;
    name_columns(&p);
    if (is_grouped(r))
        *rows = rows_of_groups(r, rows);
    else
        for (size_t i = 0; i < rows->n; i++)
            fill_columns(r, &none, rows->at + i * r->width);
    if (limit >= 0)
        p.to_take = (size_t)limit;
    if (offset > 0)
        p.to_skip = (size_t)offset;
    const ordered *order = order_rows(r, rows);
    for (size_t i = 0; i < rows->n; i++)
        put_row(&p, order[i].row, is_distinct);
    out->cells = p.cells.at;
}
