/* SPDX-License-Identifier: Apache-2.0
 *
 * check.c -- holds nodes against shapes.
 *
 * As SHACL has it, a shape that is only tried (in sh:or) says nothing, so
 * `quiet` goes down with the recursion.
 */
#include "store/check.h"

#include "base/utf8.h"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

/* Shapes that lead to each other through sh:node. */
#define DEPTH_MAX 16

/* Most characters of a value that are shown. */
#define SHOWN 60

typedef struct {
    cgi_check *c;
    uint32_t type; /* rdf:type in the data. */
    bool quiet;
    int depth;
    bool fits; /* So far. */
    const cgi_shape *shape;
    const char *node; /* That is spoken of. */
} trial;

void cgi_check_tell(cgi_check *c, const char *node, const char *shape,
                    const char *text)
{
    c->n_found++;
    if (c->handler)
        c->handler(c->user, node, shape, text);
}

static void fail(trial *t, const char *what, const char *which)
{
    const cgi_shape *s = t->shape;
    t->fits = false;
    if (t->quiet)
        return;
    const char *path = s->path.name ? s->path.name : "";
    const char *text =
        cgi_arena_printf(t->c->a, "%s%s%s%s%s", path, *path ? ": " : "", what,
                         *which ? " " : "", which);
    cgi_check_tell(t->c, t->node, s->name, text);
}

static const char *shown(cgi_check *c, uint32_t value)
{
    const cgi_term *term = &c->t->terms.at[value];
    const char *text = cgi_utf8_one_line(c->a, cgi_slice_of(term->text));
    size_t n = 0;
    const char *at = text, *end = text + strlen(text);
    for (; at < end && n < SHOWN; n++)
        cgi_utf8_next(&at, end);
    return cgi_arena_printf(c->a, "(%.*s%s)", (int)(at - text), text,
                            at < end ? "\u2026" : "");
}

/* ---- One value ------------------------------------------------------- */

static bool has_datatype(const cgi_term *term, const char *datatype)
{
    static const char lang[] = RDF "langString";
    static const char string[] = "http://www.w3.org/2001/XMLSchema#string";
    if (term->kind != CGI_TERM_LITERAL)
        return false;
    if (*term->language)
        return !strcmp(datatype, lang);
    if (!*term->datatype)
        return !strcmp(datatype, string);
    return !strcmp(term->datatype, datatype) &&
           cgi_value_is(term->text, datatype);
}

static void check_text(trial *t, const cgi_shape *s, uint32_t value)
{
    const cgi_term *term = &t->c->t->terms.at[value];
    if (s->datatype && !has_datatype(term, s->datatype))
        fail(t, "no value of its datatype", shown(t->c, value));
    if (s->regex && (term->kind == CGI_TERM_BLANK ||
                     regexec(s->regex, term->text, 0, NULL, 0) != 0))
        fail(t, "does not match the pattern", shown(t->c, value));
    if (s->min_length >= 0 &&
        cgi_utf8_length(cgi_slice_of(term->text)) < (size_t)s->min_length)
        fail(t, "too short", "");
    if ((s->min && cgi_value_compare(term->text, s->min) < 0) ||
        (s->max && cgi_value_compare(term->text, s->max) > 0))
        fail(t, "out of range", shown(t->c, value));
}

static bool is_in(const cgi_shape *s, uint32_t value)
{
    for (size_t i = 0; i < s->in.n; i++)
        if (s->in.at[i].id == value)
            return true;
    return s->in.n == 0;
}

static bool conforms(cgi_check *c, uint32_t type, const cgi_shape *s,
                     uint32_t node, bool quiet, int depth);

static void check_value(trial *t, const cgi_shape *s, uint32_t value)
{
    const cgi_triples *data = t->c->t;
    check_text(t, s, value);
    if (s->must_be_iri && data->terms.at[value].kind != CGI_TERM_IRI)
        fail(t, "no IRI", shown(t->c, value));
    for (size_t i = 0; i < s->classes.n; i++)
        if (!cgi_triples_has(data, value, t->type, s->classes.at[i].id))
            fail(t, cgi_arena_printf(t->c->a, "no %s", s->classes.at[i].name),
                 shown(t->c, value));
    if (!is_in(s, value))
        fail(t, "not one of the values that may be", shown(t->c, value));
    for (size_t i = 0; i < s->choices.n; i++) {
        bool fits = false;
        for (size_t k = 0; k < s->choices.at[i].n && !fits; k++)
            fits = conforms(t->c, t->type, s->choices.at[i].at[k], value, true,
                            t->depth + 1);
        if (!fits)
            fail(t, "is none of what it may be", shown(t->c, value));
    }
}

/* ---- One node -------------------------------------------------------- */

/* Each value of the path must be less than each of the other property. */
static void check_order(trial *t, uint32_t node, cgi_range values,
                        const cgi_named *other, bool may_be_same)
{
    const cgi_triples *data = t->c->t;
    if (!other->name)
        return;
    cgi_range others = cgi_triples_with(data, node, other->id);
    for (size_t i = 0; i < values.n; i++)
        for (size_t k = 0; k < others.n && k < 2; k++) {
            int d = cgi_value_compare(data->terms.at[values.at[i].o].text,
                                      data->terms.at[others.at[k].o].text);
            if (d > 0 || (d == 0 && !may_be_same))
                fail(t, "is after", other->name);
        }
}

/* Of a graph with little or no evidence, what it does not have. */
static bool is_left_out(const cgi_check *c, const cgi_shape *s)
{
    static const char *const spans[] = {"cg:evidence", "cg:content", "cg:cue",
                                        "cg:sourceSpan"};
    if (c->evidence == CG_EVIDENCE_FULL)
        return false;
    if (!strcmp(s->path.name, "nif:anchorOf"))
        return true;
    for (size_t i = 0; c->evidence == CG_EVIDENCE_NONE && i < 4; i++)
        if (!strcmp(s->path.name, spans[i]))
            return true;
    return false;
}

static void check_property(trial *t, const cgi_shape *s, uint32_t node)
{
    const cgi_triples *data = t->c->t;
    cgi_range values = s->is_inverse ? cgi_triples_to(data, s->path.id, node)
                                     : cgi_triples_with(data, node, s->path.id);
    bool may_miss = is_left_out(t->c, s);
    if (s->min_count >= 0 && values.n < (size_t)s->min_count && !may_miss)
        fail(t, values.n ? "too few" : "missing", "");
    if (s->max_count >= 0 && values.n > (size_t)s->max_count)
        fail(t, cgi_arena_printf(t->c->a, "%zu values, at most", values.n),
             cgi_arena_printf(t->c->a, "%ld", s->max_count));
    for (size_t i = 0; i < values.n; i++)
        check_value(t, s, s->is_inverse ? values.at[i].s : values.at[i].o);
    check_order(t, node, values, &s->less, false);
    check_order(t, node, values, &s->less_or_same, true);
}

static bool conforms(cgi_check *c, uint32_t type, const cgi_shape *s,
                     uint32_t node, bool quiet, int depth)
{
    trial t = {c, type, quiet, depth, true, s, c->t->terms.at[node].text};
    if (depth > DEPTH_MAX)
        return true;
    if (s->path.name)
        check_property(&t, s, node);
    else
        check_value(&t, s, node);
    for (size_t i = 0; i < s->nodes.n; i++)
        t.fits &= conforms(c, type, s->nodes.at[i], node, quiet, depth + 1);
    for (size_t i = 0; i < s->properties.n; i++)
        t.fits &=
            conforms(c, type, s->properties.at[i], node, quiet, depth + 1);
    return t.fits;
}

void cgi_check_shapes(cgi_check *c, const cgi_shape_set *set)
{
    uint32_t type = cgi_triples_iri(c->t, RDF "type");
    for (size_t i = 0; i < set->all.n; i++) {
        const cgi_shape *s = set->all.at[i];
        cgi_range nodes = cgi_triples_to(c->t, type, s->target.id);
        for (size_t k = 0; k < nodes.n; k++)
            conforms(c, type, s, nodes.at[k].s, false, 0);
    }
}
