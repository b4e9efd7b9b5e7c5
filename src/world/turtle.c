/* SPDX-License-Identifier: Apache-2.0
 *
 * turtle.c -- reads Turtle through raptor and groups it by subject.
 *
 * raptor calls back in the middle of its parse, where an arena that runs out
 * must not jump over raptor's frames: what they hold would be lost. So the
 * callback catches the jump itself and tells raptor to stop.
 */
#include <raptor2.h>
#include <stdio.h>
#include <stdlib.h>

#include "world/load.h"
#include "world/sources.h"

struct cgi_turtle {
    raptor_world *raptor;
    raptor_parser *parser; /* Of the file being read; NULL between. */
    raptor_uri *base;      /* Likewise. */
    char *bytes;           /* Likewise. */
    /* The file being read. */
    const char *path;
    cgi_arena *arena;
    cgi_record record;
    cgi_record_handler handler;
    void *user;
    cg_error *err;
    cg_status status;
};

/* Error messages name the file only; its folder is the user's affair. */
static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* The line being read; some messages of raptor come without it. */
static int line_of(const cgi_turtle *t)
{
    raptor_locator *at =
        t->parser ? raptor_parser_get_locator(t->parser) : NULL;
    return at ? raptor_locator_line(at) : 0;
}

static void on_log(void *user, raptor_log_message *m)
{
    cgi_turtle *t = user;
    if (m->level < RAPTOR_LOG_LEVEL_ERROR || t->status != CG_OK)
        return;
    t->status = cgi_fail(t->err, CG_ERR_DATA, 0, "%s:%d: %s",
                         t->path ? base_name(t->path) : "ontology", line_of(t),
                         m->text);
}

cgi_turtle *cgi_turtle_new(void)
{
    cgi_turtle *t = calloc(1, sizeof *t);
    if (!t)
        return NULL;
    t->raptor = raptor_new_world();
    if (!t->raptor || raptor_world_open(t->raptor)) {
        cgi_turtle_free(t);
        return NULL;
    }
    raptor_world_set_log_handler(t->raptor, t, on_log);
    return t;
}

static void end_file(cgi_turtle *t)
{
    if (t->parser)
        raptor_free_parser(t->parser);
    t->parser = NULL;
    if (t->base)
        raptor_free_uri(t->base);
    t->base = NULL;
    free(t->bytes);
    t->bytes = NULL;
}

void cgi_turtle_free(cgi_turtle *t)
{
    if (!t)
        return;
    end_file(t);
    if (t->raptor)
        raptor_free_world(t->raptor);
    free(t);
}

/* Hands the finished record on. */
static void flush(cgi_turtle *t)
{
    if (t->record.subject && t->status == CG_OK)
        t->status = t->handler(t->user, &t->record, t->err);
    t->record.properties.n = 0;
    t->record.subject = NULL;
}

static const char *uri_text(const raptor_uri *uri, size_t *len)
{
    /* raptor leaves out the const, but only reads. */
    raptor_uri *u = (raptor_uri *)(uintptr_t)uri;
    return (const char *)raptor_uri_as_counted_string(u, len);
}

static const char *copy_uri(cgi_turtle *t, const raptor_uri *uri)
{
    size_t len;
    const char *s = uri_text(uri, &len);
    return cgi_arena_strndup(t->arena, s, len);
}

static void add_statement(cgi_turtle *t, const raptor_statement *st)
{
    size_t len;
    const char *subject = uri_text(st->subject->value.uri, &len);
    if (!t->record.subject || strcmp(t->record.subject, subject) != 0) {
        flush(t);
        t->record.subject = cgi_arena_strndup(t->arena, subject, len);
    }
    cgi_property p = {copy_uri(t, st->predicate->value.uri), {NULL, 0}, NULL};
    if (st->object->type == RAPTOR_TERM_TYPE_URI) {
        const char *o = uri_text(st->object->value.uri, &len);
        p.object = (cgi_slice){cgi_arena_strndup(t->arena, o, len), len};
    } else if (st->object->type == RAPTOR_TERM_TYPE_LITERAL) {
        const raptor_term_literal_value *lit = &st->object->value.literal;
        p.object.len = lit->string_len;
        p.object.at = cgi_arena_strndup(t->arena, (const char *)lit->string,
                                        lit->string_len);
        if (lit->datatype)
            p.datatype = copy_uri(t, lit->datatype);
    } else {
        return;
    }
    CGI_PUSH(t->arena, &t->record.properties, p);
}

static void on_statement(void *user, raptor_statement *st)
{
    cgi_turtle *t = user;
    if (t->status != CG_OK || st->subject->type != RAPTOR_TERM_TYPE_URI)
        return;
    jmp_buf *outer = t->arena->on_fail, here;
    t->arena->on_fail = &here;
    if (!setjmp(here))
        add_statement(t, st);
    else
        t->status = cgi_fail(t->err, CG_ERR_NOMEM, 0, "out of memory");
    t->arena->on_fail = outer;
    if (t->status != CG_OK)
        raptor_parser_parse_abort(t->parser);
}

/* All of the file in t->bytes. */
static cg_status slurp(size_t *len, cgi_turtle *t, cg_error *err)
{
    *len = 0;
    FILE *f = fopen(t->path, "rb");
    if (!f)
        return cgi_fail(err, CG_ERR_DATA, 0, "cannot open %s", t->path);
    size_t size = 0;
    bool bad = false;
    do {
        if (*len == size) {
            size = size ? size * 2 : (size_t)1 << 18;
            char *more = size > CGI_SOURCE_MAX ? NULL : realloc(t->bytes, size);
            if (!more) {
                bad = true;
                break;
            }
            t->bytes = more;
        }
        *len += fread(t->bytes + *len, 1, size - *len, f);
        bad = ferror(f) != 0;
    } while (!bad && !feof(f));
    fclose(f);
    return bad ? cgi_fail(err, CG_ERR_DATA, 0, "cannot read %s", t->path)
               : CG_OK;
}

static cg_status parse(cgi_turtle *t, size_t len)
{
    const unsigned char *bytes = (const unsigned char *)t->bytes;
    t->base = raptor_new_uri(t->raptor, (const unsigned char *)CGI_NS);
    t->parser = raptor_new_parser(t->raptor, "turtle");
    if (!t->base || !t->parser)
        return CG_ERR_NOMEM;
    raptor_parser_set_statement_handler(t->parser, t, on_statement);
    if (raptor_parser_parse_start(t->parser, t->base) ||
        raptor_parser_parse_chunk(t->parser, bytes, len, 1))
        return CG_ERR_DATA;
    return CG_OK;
}

cg_status cgi_turtle_read(cgi_turtle *t, cgi_arena *a, const char *path,
                          cgi_record_handler handler, void *user, cg_error *err)
{
    size_t len;
    t->path = path;
    t->arena = a;
    t->handler = handler;
    t->user = user;
    t->err = err;
    t->status = CG_OK;
    cg_status status = slurp(&len, t, err);
    if (status == CG_OK)
        status = parse(t, len);
    if (status == CG_OK)
        flush(t);
    if (t->status != CG_OK)
        status = t->status;
    end_file(t);
    t->path = NULL;
    if (status != CG_OK)
        cgi_fail(err, status, 0, "cannot parse %s", base_name(path));
    return status;
}
