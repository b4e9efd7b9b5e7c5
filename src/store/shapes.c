/* SPDX-License-Identifier: Apache-2.0
 *
 * shapes.c -- shapes.ttl as C structures, with the terms of the data.
 */
#include <stdlib.h>

#include "base/hash.h"
#include "store/check.h"
#include "world/vocabulary.h"

#define SH  "http://www.w3.org/ns/shacl#"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

/* Shapes within shapes, and members of a list. */
#define DEPTH_MAX 16
#define LIST_MAX  1000

typedef struct {
    cgi_shape_set *out;
    cgi_arena *a;
    const cgi_triples *from, *data;
    cgi_table done; /* Shape by the text of its node. */
    cg_status status;
    cg_error *err;
} reader;

static cgi_shape *read_shape(reader *r, uint32_t node, const char *name,
                             int depth);

static void refuse(reader *r, const char *what, const char *which)
{
    if (r->status == CG_OK)
        r->status = cgi_fail(r->err, CG_ERR_DATA, 0, "shapes.ttl: %s: %.80s",
                             what, which);
}

static const char *text_of(const reader *r, uint32_t term)
{
    return r->from->terms.at[term].text;
}

static const char *short_name(cgi_arena *a, const char *iri)
{
    for (const cgi_prefix *p = cgi_prefixes; p->name; p++) {
        size_t n = strlen(p->iri);
        if (!strncmp(iri, p->iri, n) && iri[n])
            return cgi_arena_printf(a, "%s:%s", p->name, iri + n);
    }
    return iri;
}

static cgi_named named(const reader *r, uint32_t term)
{
    const char *iri = text_of(r, term);
    return (cgi_named){cgi_triples_iri(r->data, iri), short_name(r->a, iri)};
}

static long number(reader *r, uint32_t term)
{
    const char *s = text_of(r, term);
    long value = 0;
    if (!*s || strlen(s) > 6 || s[strspn(s, "0123456789")])
        refuse(r, "no number", s);
    for (; *s >= '0' && *s <= '9'; s++)
        value = 10 * value + (*s - '0');
    return value;
}

/* ---- Parts of a shape ------------------------------------------------ */

/* Calls `add` for each member of the list at `node`. */
static void read_list(reader *r, cgi_shape *s, uint32_t node,
                      void (*add)(reader *r, cgi_shape *s, uint32_t member,
                                  int depth),
                      int depth)
{
    uint32_t first = cgi_triples_iri(r->from, RDF "first");
    uint32_t rest = cgi_triples_iri(r->from, RDF "rest");
    for (int i = 0; i < LIST_MAX && node != CGI_NO_TERM; i++) {
        uint32_t member = cgi_triples_object(r->from, node, first);
        if (member == CGI_NO_TERM)
            return;
        add(r, s, member, depth);
        node = cgi_triples_object(r->from, node, rest);
    }
}

static void add_in(reader *r, cgi_shape *s, uint32_t member, int depth)
{
    cgi_named value = named(r, member);
    (void)depth;
    CGI_PUSH(r->a, &s->in, value);
}

static void add_choice(reader *r, cgi_shape *s, uint32_t member, int depth)
{
    cgi_shape *choice = read_shape(r, member, s->name, depth + 1);
    CGI_PUSH(r->a, &s->choices.at[s->choices.n - 1], choice);
}

/* POSIX knows no "\n" in a bracket, which XPath does. */
static const char *posix_pattern(cgi_arena *a, const char *pattern)
{
    char *out = cgi_arena_strndup(a, pattern, strlen(pattern)), *to = out;
    for (const char *s = pattern; *s; s++) {
        bool is_escape =
            *s == '\\' && (s[1] == 'n' || s[1] == 'r' || s[1] == 't');
        if (!is_escape) {
            *to++ = *s;
            continue;
        }
        s++;
        *to++ = *s == 'n' ? '\n' : *s == 'r' ? '\r' : '\t';
    }
    *to = '\0';
    return out;
}

static void read_pattern(reader *r, cgi_shape *s, uint32_t term)
{
    s->pattern = text_of(r, term);
    const char *posix = posix_pattern(r->a, s->pattern);
    CGI_PUSH(r->a, &r->out->regexes, NULL);
    regex_t *regex = calloc(1, sizeof *regex);
    if (regex && regcomp(regex, posix, REG_EXTENDED | REG_NOSUB)) {
        free(regex);
        regex = NULL;
    }
    if (!regex)
        refuse(r, "bad pattern", s->pattern);
    r->out->regexes.at[r->out->regexes.n - 1] = regex;
    s->regex = regex;
}

static void read_path(reader *r, cgi_shape *s, uint32_t term)
{
    uint32_t inverse = cgi_triples_object(
        r->from, term, cgi_triples_iri(r->from, SH "inversePath"));
    if (inverse == CGI_NO_TERM && r->from->terms.at[term].kind != CGI_TERM_IRI)
        refuse(r, "a path that is not understood", s->name);
    s->is_inverse = inverse != CGI_NO_TERM;
    s->path = named(r, s->is_inverse ? inverse : term);
    if (s->is_inverse)
        s->path.name = cgi_arena_printf(r->a, "^%s", s->path.name);
}

static void add_shape(reader *r, cgi_shapes *to, const cgi_shape *s,
                      uint32_t term, int depth)
{
    cgi_shape *shape = read_shape(r, term, s->name, depth + 1);
    CGI_PUSH(r->a, to, shape);
}

static bool read_limits(reader *r, cgi_shape *s, const char *p, uint32_t o)
{
    if (!strcmp(p, "minCount"))
        s->min_count = number(r, o);
    else if (!strcmp(p, "maxCount"))
        s->max_count = number(r, o);
    else if (!strcmp(p, "minLength"))
        s->min_length = number(r, o);
    else if (!strcmp(p, "minInclusive"))
        s->min = text_of(r, o);
    else if (!strcmp(p, "maxInclusive"))
        s->max = text_of(r, o);
    else if (!strcmp(p, "lessThan"))
        s->less = named(r, o);
    else if (!strcmp(p, "lessThanOrEquals"))
        s->less_or_same = named(r, o);
    else
        return false;
    return true;
}

static bool read_kinds(reader *r, cgi_shape *s, const char *p, uint32_t o)
{
    if (!strcmp(p, "nodeKind")) {
        s->must_be_iri = true;
        if (strcmp(text_of(r, o), SH "IRI"))
            refuse(r, "a node kind that is not understood", text_of(r, o));
    } else if (!strcmp(p, "class")) {
        cgi_named class = named(r, o);
        CGI_PUSH(r->a, &s->classes, class);
    } else if (!strcmp(p, "datatype")) {
        s->datatype = text_of(r, o);
    } else if (!strcmp(p, "pattern")) {
        read_pattern(r, s, o);
    } else if (!strcmp(p, "in")) {
        read_list(r, s, o, add_in, 0);
    } else {
        return false;
    }
    return true;
}

static bool read_nested(reader *r, cgi_shape *s, const char *p, uint32_t o,
                        int depth)
{
    if (!strcmp(p, "path")) {
        read_path(r, s, o);
    } else if (!strcmp(p, "property")) {
        add_shape(r, &s->properties, s, o, depth);
    } else if (!strcmp(p, "node")) {
        add_shape(r, &s->nodes, s, o, depth);
    } else if (!strcmp(p, "or")) {
        cgi_shapes none = {0};
        CGI_PUSH(r->a, &s->choices, none);
        read_list(r, s, o, add_choice, depth);
    } else if (!strcmp(p, "targetClass")) {
        s->target = named(r, o);
        CGI_PUSH(r->a, &r->out->all, s);
    } else {
        return false;
    }
    return true;
}

static const char *local_name(const char *iri)
{
    const char *hash = strrchr(iri, '#');
    return hash ? hash + 1 : iri;
}

static cgi_shape *read_shape(reader *r, uint32_t node, const char *name,
                             int depth)
{
    const cgi_term *term = &r->from->terms.at[node];
    void **at = cgi_table_at(&r->done, r->a, cgi_slice_of(term->text));
    if (*at)
        return *at;
    cgi_shape *s = cgi_arena_alloc(r->a, sizeof *s);
    *cgi_table_at(&r->done, r->a, cgi_slice_of(term->text)) = s;
    s->min_count = s->max_count = s->min_length = -1;
    s->name = term->kind == CGI_TERM_IRI ? local_name(term->text) : name;
    if (depth > DEPTH_MAX)
        refuse(r, "shapes within shapes too deep", s->name);
    cgi_range all = cgi_triples_of(r->from, node);
    for (size_t i = 0; i < all.n && r->status == CG_OK; i++) {
        const char *p = text_of(r, all.at[i].p);
        if (strncmp(p, SH, sizeof SH - 1) != 0)
            continue;
        p += sizeof SH - 1;
        if (!read_limits(r, s, p, all.at[i].o) &&
            !read_kinds(r, s, p, all.at[i].o) &&
            !read_nested(r, s, p, all.at[i].o, depth))
            refuse(r, "not understood", p);
    }
    return s;
}

cg_status cgi_shapes_read(cgi_shape_set *out, cgi_arena *a,
                          const cgi_triples *from, const cgi_triples *data,
                          cg_error *err)
{
    reader r = {.out = out, .a = a, .from = from, .data = data, .err = err};
    cgi_range shapes = cgi_triples_to(from, cgi_triples_iri(from, RDF "type"),
                                      cgi_triples_iri(from, SH "NodeShape"));
    for (size_t i = 0; i < shapes.n && r.status == CG_OK; i++)
        read_shape(&r, shapes.at[i].s, "", 0);
    if (r.status == CG_OK && !out->all.n)
        refuse(&r, "no shapes", "");
    return r.status;
}

void cgi_shapes_clear(cgi_shape_set *set)
{
    for (size_t i = 0; i < set->regexes.n; i++)
        if (set->regexes.at[i]) {
            regfree(set->regexes.at[i]);
            free(set->regexes.at[i]);
        }
    *set = (cgi_shape_set){0};
}
