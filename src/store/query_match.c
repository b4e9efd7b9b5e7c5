/* SPDX-License-Identifier: Apache-2.0
 *
 * query_match.c -- which rows the patterns of a query give.
 *
 * Each pattern takes rows and gives rows, from left to right as the query has
 * them; a variable that has a value in a row is a constant for what follows.
 * That is the semantics of SPARQL for queries whose OPTIONALs are well
 * designed, as nearly all are.
 */
#include "store/query_run.h"

uint32_t *cgi_rows_add(cgi_run *r, cgi_rows *rows, const uint32_t *row)
{
    size_t size = r->width * sizeof *row;
    if (rows->n == rows->cap)
        rows->at = cgi_arena_grow(r->a, rows->at, &rows->cap, rows->n,
                                  size ? size : 1);
    uint32_t *at = rows->at + rows->n++ * r->width;
    if (row)
        memcpy(at, row, size);
    else
        memset(at, 0xFF, size);
    return at;
}

static const uint32_t *row_at(const cgi_run *r, const cgi_rows *rows, size_t i)
{
    return rows->at + i * r->width;
}

static void append(cgi_run *r, cgi_rows *to, const cgi_rows *from)
{
    for (size_t i = 0; i < from->n; i++)
        cgi_rows_add(r, to, row_at(r, from, i));
}

/* ---- Triples --------------------------------------------------------- */

/* One place of a triple pattern: a column, or a constant. */
typedef struct {
    bool is_variable;
    size_t column;
    uint32_t value;
} part;

typedef struct {
    part s, p, o;
    bool is_done;
} pattern;

static part read_part(cgi_run *r, rasqal_literal *l)
{
    rasqal_variable *v = rasqal_literal_as_variable(l);
    if (v)
        return (part){true, cgi_run_column(r, v), CGI_NO_TERM};
    return (part){false, 0, cgi_run_value(r, l)};
}

static uint32_t value_in(const part *p, const uint32_t *row)
{
    return p->is_variable ? row[p->column] : p->value;
}

/* Values that an expression has made stand in no triple, so they find
 * nothing. */
static cgi_range candidates(const cgi_triples *t, uint32_t s, uint32_t p,
                            uint32_t o)
{
    bool has_s = s != CGI_NO_TERM, has_o = o != CGI_NO_TERM;
    if (p != CGI_NO_TERM)
        return has_s   ? cgi_triples_with(t, s, p)
               : has_o ? cgi_triples_to(t, p, o)
                       : cgi_triples_by(t, p);
    if (has_s || has_o)
        return has_s ? cgi_triples_of(t, s) : cgi_triples_into(t, o);
    return (cgi_range){t->all.at, t->by_object ? t->all.n : 0};
}

/* Puts `value` where the part is; false if another stands there. */
static bool take(const part *p, uint32_t *row, uint32_t value)
{
    if (!p->is_variable)
        return p->value == value;
    if (row[p->column] == CGI_NO_TERM)
        row[p->column] = value;
    return row[p->column] == value;
}

static void extend(cgi_run *r, cgi_rows *out, const pattern *x,
                   const uint32_t *row)
{
    cgi_range range = candidates(r->t, value_in(&x->s, row),
                                 value_in(&x->p, row), value_in(&x->o, row));
    for (size_t i = 0; i < range.n; i++) {
        uint32_t *copy = cgi_rows_add(r, out, row);
        if (!take(&x->s, copy, range.at[i].s) ||
            !take(&x->p, copy, range.at[i].p) ||
            !take(&x->o, copy, range.at[i].o))
            out->n--;
    }
}

/* How well the pattern is bound in the row: the more the fewer matches. */
static int score(const pattern *x, const uint32_t *row)
{
    return 4 * (value_in(&x->s, row) != CGI_NO_TERM) +
           3 * (value_in(&x->o, row) != CGI_NO_TERM) +
           1 * (value_in(&x->p, row) != CGI_NO_TERM);
}

static pattern *best(pattern *all, size_t n, const uint32_t *row)
{
    pattern *found = NULL;
    int top = -1;
    for (size_t i = 0; i < n; i++) {
        int is = all[i].is_done ? -1 : score(&all[i], row);
        if (is > top) {
            top = is;
            found = &all[i];
        }
    }
    return found;
}

static cgi_rows match_triples(cgi_run *r, rasqal_graph_pattern *gp,
                              cgi_rows rows)
{
    CGI_VEC(pattern) all = {0};
    rasqal_triple *t;
    for (int i = 0; (t = rasqal_graph_pattern_get_triple(gp, i)); i++) {
        pattern x = {read_part(r, t->subject), read_part(r, t->predicate),
                     read_part(r, t->object), false};
        CGI_PUSH(r->a, &all, x);
        /* A constant that no triple has. */
        if (!x.s.is_variable && x.s.value >= r->t->terms.n)
            rows.n = 0;
        if (t->origin)
            cgi_run_refuse(r, CG_ERR_USAGE, "GRAPH is not for files");
    }
    for (size_t k = 0; k < all.n && rows.n; k++) {
        pattern *x = best(all.at, all.n, rows.at);
        cgi_rows next = {0};
        for (size_t i = 0; i < rows.n; i++)
            extend(r, &next, x, row_at(r, &rows, i));
        x->is_done = true;
        rows = next;
    }
    return rows;
}

/* ---- Groups ---------------------------------------------------------- */

static cgi_rows match(cgi_run *r, rasqal_graph_pattern *gp, cgi_rows rows,
                      int depth);

static cgi_rows filter(cgi_run *r, cgi_rows rows, rasqal_expression *e)
{
    cgi_rows out = {0};
    for (size_t i = 0; i < rows.n; i++)
        if (cgi_run_is_true(r, row_at(r, &rows, i), e))
            cgi_rows_add(r, &out, row_at(r, &rows, i));
    return out;
}

/* Filters stand anywhere in a group and hold for all of it. */
static cgi_rows match_group(cgi_run *r, rasqal_graph_pattern *gp, cgi_rows rows,
                            int depth)
{
    rasqal_graph_pattern *sub;
    for (int i = 0; (sub = rasqal_graph_pattern_get_sub_graph_pattern(gp, i));
         i++)
        if (rasqal_graph_pattern_get_operator(sub) !=
            RASQAL_GRAPH_PATTERN_OPERATOR_FILTER)
            rows = match(r, sub, rows, depth + 1);
    for (int i = 0; (sub = rasqal_graph_pattern_get_sub_graph_pattern(gp, i));
         i++)
        if (rasqal_graph_pattern_get_operator(sub) ==
            RASQAL_GRAPH_PATTERN_OPERATOR_FILTER)
            rows = filter(r, rows,
                          rasqal_graph_pattern_get_filter_expression(sub));
    return rows;
}

static cgi_rows match_union(cgi_run *r, rasqal_graph_pattern *gp, cgi_rows rows,
                            int depth)
{
    cgi_rows out = {0};
    rasqal_graph_pattern *sub;
    for (int i = 0; (sub = rasqal_graph_pattern_get_sub_graph_pattern(gp, i));
         i++) {
        cgi_rows some = match(r, sub, rows, depth + 1);
        append(r, &out, &some);
    }
    return out;
}

/* OPTIONAL keeps a row that finds nothing, and adds what it finds; MINUS keeps
 * only the row that finds nothing. */
static cgi_rows match_each(cgi_run *r, rasqal_graph_pattern *gp, cgi_rows rows,
                           bool is_minus, int depth)
{
    cgi_rows out = {0};
    for (size_t i = 0; i < rows.n; i++) {
        cgi_rows one = {rows.at + i * r->width, 1, 1};
        cgi_rows found = match_group(r, gp, one, depth);
        if (!found.n)
            append(r, &out, &one);
        else if (!is_minus)
            append(r, &out, &found);
    }
    return out;
}

static cgi_rows match_bind(cgi_run *r, rasqal_graph_pattern *gp, cgi_rows rows)
{
    cgi_rows out = {0};
    rasqal_variable *v = rasqal_graph_pattern_get_variable(gp);
    rasqal_expression *e = rasqal_graph_pattern_get_filter_expression(gp);
    for (size_t i = 0; v && e && i < rows.n; i++) {
        const uint32_t *row = row_at(r, &rows, i);
        uint32_t value = cgi_run_evaluate(r, row, e);
        cgi_rows_add(r, &out, row)[cgi_run_column(r, v)] = value;
    }
    return out;
}

static cgi_rows match(cgi_run *r, rasqal_graph_pattern *gp, cgi_rows rows,
                      int depth)
{
    if (depth > CGI_QUERY_DEPTH_MAX)
        cgi_run_refuse(r, CG_ERR_LIMIT, "groups within groups too deep");
    if (r->status != CG_OK)
        return (cgi_rows){0};
    switch (rasqal_graph_pattern_get_operator(gp)) {
    case RASQAL_GRAPH_PATTERN_OPERATOR_BASIC: return match_triples(r, gp, rows);
    case RASQAL_GRAPH_PATTERN_OPERATOR_GROUP:
        return match_group(r, gp, rows, depth);
    case RASQAL_GRAPH_PATTERN_OPERATOR_UNION:
        return match_union(r, gp, rows, depth);
    case RASQAL_GRAPH_PATTERN_OPERATOR_OPTIONAL:
        return match_each(r, gp, rows, false, depth);
    case RASQAL_GRAPH_PATTERN_OPERATOR_MINUS:
        return match_each(r, gp, rows, true, depth);
    case RASQAL_GRAPH_PATTERN_OPERATOR_LET: return match_bind(r, gp, rows);
    case RASQAL_GRAPH_PATTERN_OPERATOR_FILTER:
        return filter(r, rows, rasqal_graph_pattern_get_filter_expression(gp));
    default:
        cgi_run_refuse(r, CG_ERR_USAGE,
                       "GRAPH, SERVICE, VALUES and queries within queries "
                       "are not for files");
        return (cgi_rows){0};
    }
}

/* ---- The whole ------------------------------------------------------- */

static void find_columns(cgi_run *r, rasqal_graph_pattern *gp, int depth)
{
    rasqal_triple *t;
    rasqal_graph_pattern *sub;
    if (depth > CGI_QUERY_DEPTH_MAX)
        return;
    for (int i = 0; (t = rasqal_graph_pattern_get_triple(gp, i)); i++) {
        read_part(r, t->subject);
        read_part(r, t->predicate);
        read_part(r, t->object);
    }
    for (int i = 0; (sub = rasqal_graph_pattern_get_sub_graph_pattern(gp, i));
         i++)
        find_columns(r, sub, depth + 1);
}

cgi_rows cgi_run_match(cgi_run *r)
{
    rasqal_graph_pattern *gp = rasqal_query_get_query_graph_pattern(r->query);
    cgi_rows rows = {0};
    rasqal_variable *v;
    for (int i = 0; (v = rasqal_query_get_variable(r->query, i)); i++)
        cgi_run_column(r, v);
    if (gp)
        find_columns(r, gp, 0);
    r->width = r->variables.n;
    cgi_rows_add(r, &rows, NULL);
    return gp ? match(r, gp, rows, 0) : rows;
}
