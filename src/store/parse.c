/* SPDX-License-Identifier: Apache-2.0
 *
 * parse.c -- files of RDF into triples, through raptor.
 *
 * raptor calls back in the middle of its parse, where an arena that runs out
 * must not jump over raptor's frames; so the callback catches the jump and
 * tells raptor to stop. Files come from anywhere: raptor may reach neither the
 * network nor other files, and what it lets through is checked.
 */
#include <locale.h>
#include <raptor2.h>

#include "base/utf8.h"
#include "store/triples.h"

/* Bytes that are handed to raptor at a time. */
#define CHUNK ((size_t)1 << 16)

#define XSD_STRING "http://www.w3.org/2001/XMLSchema#string"

/* What relative IRIs are relative to: cgi_triples_read() refuses them. */
#define NOWHERE "http://relative.invalid/"

typedef struct {
    cgi_triples *to;
    raptor_world *world;
    raptor_parser *parser;
    raptor_uri *base;
    size_t file;
    cg_status status;
    cg_error *err;
} parse;

static size_t line_of(const parse *p)
{
    raptor_locator *at =
        p->parser ? raptor_parser_get_locator(p->parser) : NULL;
    int line = at ? raptor_locator_line(at) : 0;
    return line > 0 ? (size_t)line : 0;
}

static void refuse(parse *p, cg_status status, const char *why)
{
    if (p->status != CG_OK)
        return;
    p->status = cgi_fail(p->err, status, 0, "%s", why);
    if (p->err && !p->err->line)
        p->err->line = line_of(p);
}

static void on_log(void *user, raptor_log_message *m)
{
    if (m->level >= RAPTOR_LOG_LEVEL_ERROR)
        refuse(user, CG_ERR_TEXT, m->text);
}

/* ---- Terms ----------------------------------------------------------- */

static bool is_text(const unsigned char *s, size_t len)
{
    size_t bad;
    return cgi_utf8_check(&bad, (const char *)s, len) && !memchr(s, 0, len);
}

static const char *uri_text(parse *p, raptor_uri *uri)
{
    size_t len;
    const unsigned char *s = raptor_uri_as_counted_string(uri, &len);
    if (!is_text(s, len))
        refuse(p, CG_ERR_TEXT, "an IRI that is not UTF-8");
    else if (!strncmp((const char *)s, NOWHERE, sizeof NOWHERE - 1))
        refuse(p, CG_ERR_TEXT, "a relative IRI");
    return (const char *)s;
}

static cgi_term literal(parse *p, const raptor_term_literal_value *value)
{
    cgi_term term = {CGI_TERM_LITERAL, (const char *)value->string, "", ""};
    if (!is_text(value->string, value->string_len))
        refuse(p, CG_ERR_TEXT, "a literal that is not UTF-8 or holds a NUL");
    if (value->language && value->language_len)
        term.language = (const char *)value->language;
    if (value->datatype)
        term.datatype = uri_text(p, value->datatype);
    /* RDF 1.1: a plain literal is one of xsd:string. */
    if (!strcmp(term.datatype, XSD_STRING))
        term.datatype = "";
    return term;
}

static uint32_t term_of(parse *p, const raptor_term *from)
{
    cgi_term term = {CGI_TERM_IRI, "", "", ""};
    if (from->type == RAPTOR_TERM_TYPE_URI) {
        term.text = uri_text(p, from->value.uri);
    } else if (from->type == RAPTOR_TERM_TYPE_LITERAL) {
        term = literal(p, &from->value.literal);
    } else {
        term.kind = CGI_TERM_BLANK;
        term.text =
            cgi_arena_printf(&p->to->arena, "%s.%zu",
                             (const char *)from->value.blank.string, p->file);
    }
    return p->status == CG_OK ? cgi_triples_term(p->to, &term) : CGI_NO_TERM;
}

static void add(parse *p, const raptor_statement *st)
{
    uint32_t subject = term_of(p, st->subject);
    uint32_t property = term_of(p, st->predicate);
    uint32_t object = term_of(p, st->object);
    if (p->status != CG_OK)
        return;
    if (p->to->terms.n > CGI_TRIPLES_MAX || p->to->all.n >= CGI_TRIPLES_MAX)
        refuse(p, CG_ERR_LIMIT, "too many triples");
    else
        cgi_triples_add(p->to, (cgi_triple){subject, property, object});
}

static void on_statement(void *user, raptor_statement *st)
{
    parse *p = user;
    if (p->status != CG_OK)
        return;
    cgi_arena *a = &p->to->arena;
    jmp_buf *outer = a->on_fail, here;
    a->on_fail = &here;
    if (!setjmp(here))
        add(p, st);
    else
        refuse(p, CG_ERR_NOMEM, "out of memory");
    a->on_fail = outer;
    if (p->status != CG_OK)
        raptor_parser_parse_abort(p->parser);
}

/* ---- Files ----------------------------------------------------------- */

static const char *skip_space(const char *s, const char *end)
{
    while (s < end && (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\r'))
        s++;
    return s;
}

static bool starts(const char *s, const char *end, const char *with)
{
    size_t n = strlen(with);
    return (size_t)(end - s) >= n && !memcmp(s, with, n);
}

/* Does a statement of N-Triples or N-Quads begin here: two names in angle
 * brackets? In Turtle this may be too, but then it reads as N-Quads or there
 * is more of Turtle to see. */
static bool is_plain(const char *s, const char *end)
{
    const char *stop = memchr(s, '\n', (size_t)(end - s));
    stop = stop ? stop : end;
    if (s < stop && *s == '<')
        s = memchr(s, '>', (size_t)(stop - s));
    else if (starts(s, stop, "_:"))
        s = memchr(s, ' ', (size_t)(stop - s));
    else
        return false;
    s = s ? skip_space(s + 1, stop) : stop;
    while (stop > s && (stop[-1] == ' ' || stop[-1] == '\r'))
        stop--;
    return s < stop && *s == '<' && stop[-1] == '.';
}

cg_format cgi_triples_guess(cgi_slice start)
{
    const char *s = start.at, *end = start.at + start.len;
    for (;;) {
        s = skip_space(s, end);
        if (s == end || *s != '#')
            break;
        s = memchr(s, '\n', (size_t)(end - s));
        if (!s)
            break;
    }
    if (!s || s == end)
        return CG_FORMAT_TURTLE;
    if (starts(s, end, "<?xml") || starts(s, end, "<!") ||
        starts(s, end, "<rdf:"))
        return CG_FORMAT_RDFXML;
    return is_plain(s, end) ? CG_FORMAT_NQUADS : CG_FORMAT_TURTLE;
}

/* The N-Quads parser reads N-Triples as well. */
static const char *parser_name(cg_format format)
{
    switch (format) {
    case CG_FORMAT_TURTLE: return "turtle";
    case CG_FORMAT_NTRIPLES:
    case CG_FORMAT_NQUADS: return "nquads";
    case CG_FORMAT_RDFXML: return "rdfxml";
    default: return NULL;
    }
}

static bool open_raptor(parse *p, const char *syntax)
{
    p->world = raptor_new_world();
    if (!p->world)
        return false;
    raptor_world_set_log_handler(p->world, p, on_log);
    raptor_world_set_flag(p->world, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
    if (raptor_world_open(p->world))
        return false;
    p->base = raptor_new_uri(p->world, (const unsigned char *)NOWHERE);
    p->parser = raptor_new_parser(p->world, syntax);
    if (!p->base || !p->parser)
        return false;
    raptor_parser_set_option(p->parser, RAPTOR_OPTION_NO_NET, NULL, 1);
    raptor_parser_set_option(p->parser, RAPTOR_OPTION_NO_FILE, NULL, 1);
    raptor_parser_set_statement_handler(p->parser, p, on_statement);
    return !raptor_parser_parse_start(p->parser, p->base);
}

static void close_raptor(parse *p)
{
    if (p->parser)
        raptor_free_parser(p->parser);
    if (p->base)
        raptor_free_uri(p->base);
    if (p->world)
        raptor_free_world(p->world);
}

/* A byte-order mark is no part of the text. */
static size_t mark(const char *bytes, size_t n)
{
    return n >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
}

static void feed(parse *p, FILE *from, cg_format format)
{
    char bytes[CHUNK];
    size_t n = fread(bytes, 1, sizeof bytes, from), skip = mark(bytes, n);
    const char *syntax = parser_name(format);
    if (!syntax)
        syntax =
            parser_name(cgi_triples_guess((cgi_slice){bytes + skip, n - skip}));
    if (!open_raptor(p, syntax)) {
        refuse(p, CG_ERR_NOMEM, "raptor cannot start");
        return;
    }
    while (n > 0 && p->status == CG_OK) {
        if (raptor_parser_parse_chunk(
                p->parser, (const unsigned char *)bytes + skip, n - skip, 0))
            refuse(p, CG_ERR_TEXT, "cannot be parsed");
        n = fread(bytes, 1, sizeof bytes, from);
        skip = 0;
    }
    if (ferror(from))
        refuse(p, CG_ERR_IO, "cannot be read");
    if (p->status == CG_OK && raptor_parser_parse_chunk(p->parser, NULL, 0, 1))
        refuse(p, CG_ERR_TEXT, "cannot be parsed");
}

cg_status cgi_triples_read(cgi_triples *t, FILE *from, cg_format format,
                           cg_error *err)
{
    parse p = {.to = t, .file = t->n_files++, .err = err};
    locale_t c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (!c_locale)
        return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    locale_t before = uselocale(c_locale);
    feed(&p, from, format);
    close_raptor(&p);
    uselocale(before);
    freelocale(c_locale);
    return p.status;
}
