/* SPDX-License-Identifier: Apache-2.0
 *
 * query_terms.c -- values of a query, as numbers and as rasqal's literals.
 */
#include <stdlib.h>

#include "store/query_run.h"

#define XSD_STRING "http://www.w3.org/2001/XMLSchema#string"

bool cgi_run_terms_open(cgi_run *r)
{
    r->literals = calloc(r->t->terms.n + 1, sizeof(rasqal_literal *));
    return r->literals != NULL;
}

void cgi_run_unpatch(cgi_run *r, size_t n)
{
    while (r->patches.n > n) {
        const cgi_patch *p = &r->patches.at[--r->patches.n];
        rasqal_free_literal(p->node->literal);
        p->node->literal = p->literal;
        p->node->op = p->op;
    }
}

void cgi_run_terms_close(cgi_run *r)
{
    if (r->pending)
        rasqal_free_literal(r->pending);
    for (size_t i = 0; r->literals && i < r->t->terms.n; i++)
        if (r->literals[i])
            rasqal_free_literal(r->literals[i]);
    free(r->literals);
    for (size_t i = 0; i < r->made.n; i++)
        if (r->made.at[i])
            rasqal_free_literal(r->made.at[i]);
}

/* ---- Terms and literals ---------------------------------------------- */

static const char *uri_text(raptor_uri *uri)
{
    return uri ? (const char *)raptor_uri_as_string(uri) : "";
}

static cgi_term term_of(rasqal_literal *l)
{
    cgi_term term = {CGI_TERM_LITERAL, "", "", ""};
    switch (rasqal_literal_get_type(l)) {
    case RASQAL_LITERAL_URI:
        term.kind = CGI_TERM_IRI;
        term.text = uri_text(l->value.uri);
        return term;
    case RASQAL_LITERAL_BLANK: term.kind = CGI_TERM_BLANK; break;
    default:
        term.language = l->language ? l->language : "";
        term.datatype = uri_text(rasqal_literal_datatype(l));
        if (!strcmp(term.datatype, XSD_STRING))
            term.datatype = "";
    }
    term.text = (const char *)rasqal_literal_as_string(l);
    term.text = term.text ? term.text : "";
    return term;
}

static unsigned char *copy(const char *s)
{
    size_t n = strlen(s) + 1;
    unsigned char *out = rasqal_alloc_memory(n);
    if (out)
        memcpy(out, s, n);
    return out;
}

static rasqal_literal *new_literal(const cgi_run *r, const cgi_term *term)
{
    const char *iri = term->kind == CGI_TERM_IRI ? term->text : term->datatype;
    raptor_uri *uri = NULL;
    if (*iri && !(uri = raptor_new_uri(r->raptor, (const unsigned char *)iri)))
        return NULL;
    if (term->kind == CGI_TERM_IRI)
        return rasqal_new_uri_literal(r->world, uri);
    unsigned char *text = copy(term->text);
    if (term->kind == CGI_TERM_BLANK)
        return rasqal_new_simple_literal(r->world, RASQAL_LITERAL_BLANK, text);
    char *language = *term->language ? (char *)copy(term->language) : NULL;
    return rasqal_new_string_literal(r->world, text, language, uri, NULL);
}

rasqal_literal *cgi_run_literal(cgi_run *r, uint32_t value)
{
    if (value == CGI_NO_TERM)
        return NULL;
    if (value >= r->t->terms.n)
        return r->made.at[value - r->t->terms.n];
    if (!r->literals[value])
        r->literals[value] = new_literal(r, &r->t->terms.at[value]);
    if (!r->literals[value])
        cgi_run_refuse(r, CG_ERR_NOMEM, "out of memory");
    return r->literals[value];
}

uint32_t cgi_run_value(cgi_run *r, rasqal_literal *l)
{
    if (!l)
        return CGI_NO_TERM;
    cgi_term term = term_of(l);
    uint32_t known = cgi_triples_find(r->t, &term);
    if (known != CGI_NO_TERM)
        return known;
    const char *key = cgi_arena_printf(r->a, "%d %s\n%s\n%s", (int)term.kind,
                                       term.language, term.datatype, term.text);
    void **at = cgi_table_at(&r->made_by_text, r->a, cgi_slice_of(key));
    if (!*at) {
        /* The value first: a jump must not lose the new reference. */
        CGI_PUSH(r->a, &r->made, NULL);
        r->made.at[r->made.n - 1] = rasqal_new_literal_from_literal(l);
        *at = (void *)(uintptr_t)r->made.n;
    }
    return (uint32_t)(r->t->terms.n + (size_t)(uintptr_t)*at - 1);
}

uint32_t cgi_run_take(cgi_run *r, rasqal_literal *l)
{
    if (!l)
        return CGI_NO_TERM;
    r->pending = l;
    /* rasqal gives variables themselves back, here and there. */
    uint32_t value = cgi_run_value(r, rasqal_literal_value(l));
    r->pending = NULL;
    rasqal_free_literal(l);
    return value;
}

/* ---- Variables and expressions --------------------------------------- */

/* rasqal leaves user_data to us: the column plus one. */
size_t cgi_run_column(cgi_run *r, rasqal_variable *v)
{
    if (!v->user_data) {
        CGI_PUSH(r->a, &r->variables, v);
        v->user_data = (void *)(uintptr_t)r->variables.n;
    }
    return (size_t)(uintptr_t)v->user_data - 1;
}

static void bind(cgi_run *r, const uint32_t *row)
{
    for (size_t i = 0; i < r->variables.n; i++) {
        rasqal_literal *l = i < r->width ? cgi_run_literal(r, row[i]) : NULL;
        rasqal_variable_set_value(r->variables.at[i],
                                  rasqal_new_literal_from_literal(l));
    }
}

/* The literal is the caller's to free; NULL for an error or no value. */
static rasqal_literal *evaluate(cgi_run *r, const uint32_t *row,
                                rasqal_expression *e)
{
    int error = 0;
    bind(r, row);
    rasqal_literal *l = rasqal_expression_evaluate2(e, r->context, &error);
    if (l && error) {
        rasqal_free_literal(l);
        return NULL;
    }
    return l;
}

uint32_t cgi_run_evaluate(cgi_run *r, const uint32_t *row, rasqal_expression *e)
{
    rasqal_literal *l = evaluate(r, row, e);
    if (!l)
        return CGI_NO_TERM;
    return cgi_run_take(r, l);
}

static bool is_number(rasqal_literal *l)
{
    switch (rasqal_literal_get_type(l)) {
    case RASQAL_LITERAL_INTEGER:
    case RASQAL_LITERAL_INTEGER_SUBTYPE:
    case RASQAL_LITERAL_FLOAT:
    case RASQAL_LITERAL_DOUBLE:
    case RASQAL_LITERAL_DECIMAL: return true;
    default: return false;
    }
}

/* "-12.5e3", without the locale; near enough to compare. */
static double number_of(rasqal_literal *l)
{
    const char *s = (const char *)rasqal_literal_as_string(l);
    double value = 0, unit = 1, sign = s && *s == '-' ? -1 : 1;
    if (!s)
        return 0;
    s += *s == '-' || *s == '+';
    for (; *s >= '0' && *s <= '9'; s++)
        value = 10 * value + (*s - '0');
    for (s += *s == '.'; *s >= '0' && *s <= '9'; s++)
        value += (unit /= 10) * (*s - '0');
    if (*s == 'e' || *s == 'E') {
        bool is_small = s[1] == '-';
        int power = 0;
        for (s += 1 + (s[1] == '-' || s[1] == '+');
             *s >= '0' && *s <= '9' && power < 400; s++)
            power = 10 * power + (*s - '0');
        while (power-- > 0)
            value = is_small ? value / 10 : value * 10;
    }
    return sign * value;
}

/* The effective boolean value of SPARQL 1.1, section 17.2.2. */
static bool truth_of(rasqal_literal *l)
{
    const char *text = (const char *)rasqal_literal_as_string(l);
    switch (rasqal_literal_get_type(l)) {
    case RASQAL_LITERAL_BOOLEAN: return l->value.integer != 0;
    case RASQAL_LITERAL_STRING:
    case RASQAL_LITERAL_XSD_STRING: return text && *text;
    default: return is_number(l) && number_of(l) != 0;
    }
}

bool cgi_run_truth(cgi_run *r, uint32_t value)
{
    return value != CGI_NO_TERM && truth_of(cgi_run_literal(r, value));
}

bool cgi_run_is_true(cgi_run *r, const uint32_t *row, rasqal_expression *e)
{
    return cgi_run_truth(r, cgi_run_evaluate(r, row, e));
}

/* ---- Order ----------------------------------------------------------- */

static int rank(rasqal_literal *l)
{
    if (!l)
        return 0;
    rasqal_literal_type type = rasqal_literal_get_type(l);
    return type == RASQAL_LITERAL_BLANK ? 1
           : type == RASQAL_LITERAL_URI ? 2
           : is_number(l)               ? 3
                                        : 4;
}

int cgi_run_compare(cgi_run *r, uint32_t a, uint32_t b)
{
    if (a == b)
        return 0;
    rasqal_literal *x = cgi_run_literal(r, a), *y = cgi_run_literal(r, b);
    int kind = rank(x), other = rank(y);
    if (kind != other)
        return kind < other ? -1 : 1;
    if (kind == 3) {
        double m = number_of(x), n = number_of(y);
        if (m < n || m > n)
            return m < n ? -1 : 1;
    }
    if (x && y) {
        cgi_term s = term_of(x), t = term_of(y);
        int d = strcmp(s.text, t.text);
        if (d)
            return d;
    }
    return a < b ? -1 : 1;
}
