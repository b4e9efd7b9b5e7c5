/* SPDX-License-Identifier: Apache-2.0
 *
 * rdf.c -- graphs as Turtle, N-Triples, N-Quads or RDF/XML, through raptor.
 *
 * N-Triples, N-Quads and RDF/XML stream. Turtle is kept by raptor until the
 * end, since it groups and sorts by subject; use it for articles, not for
 * archives. In N-Quads the graph is the article, only so that an article can
 * be replaced or deleted: no meaning lives in graph names.
 */
#include "write/rdf.h"

#include <stdlib.h>

static const unsigned char *bytes(const char *s)
{
    return (const unsigned char *)s;
}

static void on_log(void *user, raptor_log_message *m)
{
    if (m->level >= RAPTOR_LOG_LEVEL_ERROR)
        cgi_fail(user, CG_ERR_LIBRARY, 0, "raptor: %s", m->text);
}

cg_status cgi_rdf_failed(cgi_rdf *r, cg_error *err)
{
    if (r->complaint.status)
        return cgi_fail(err, r->complaint.status, 0, "%s", r->complaint.text);
    return cgi_fail(err, CG_ERR_LIBRARY, 0, "raptor failed");
}

/* ---- The stream ------------------------------------------------------ */

/* raptor writes bytes one by one and ignores failures, so bytes are collected
 * here, and failures noted. Without a stream the bytes go nowhere: see
 * rdf_free(). */
static void flush_buffer(cgi_rdf *r)
{
    size_t n = r->n_buffered;
    r->n_buffered = 0;
    if (r->to && fwrite(r->buffer, 1, n, r->to) != n)
        cgi_fail(&r->complaint, CG_ERR_IO, 0, "cannot write");
}

static int write_byte(void *user, const int byte)
{
    cgi_rdf *r = user;
    if (r->n_buffered == sizeof r->buffer)
        flush_buffer(r);
    r->buffer[r->n_buffered++] = (char)byte;
    return 0;
}

static int write_bytes(void *user, const void *from, size_t size, size_t n)
{
    cgi_rdf *r = user;
    const char *at = from;
    for (size_t left = size * n; left;) {
        if (r->n_buffered == sizeof r->buffer)
            flush_buffer(r);
        size_t room = sizeof r->buffer - r->n_buffered;
        size_t part = left < room ? left : room;
        memcpy(r->buffer + r->n_buffered, at, part);
        r->n_buffered += part;
        at += part;
        left -= part;
    }
    return 0;
}

/* ---- The writer ------------------------------------------------------ */

static const char *raptor_name(cg_format format)
{
    switch (format) {
    case CG_FORMAT_TURTLE: return "turtle";
    case CG_FORMAT_NTRIPLES: return "ntriples";
    case CG_FORMAT_NQUADS: return "nquads";
    case CG_FORMAT_RDFXML: return "rdfxml";
    default: return NULL;
    }
}

static bool add_prefix(cgi_rdf *r, const char *prefix, const char *iri)
{
    raptor_uri *uri = raptor_new_uri(r->world, bytes(iri));
    if (!uri)
        return false;
    int bad =
        raptor_serializer_set_namespace(r->serializer, uri, bytes(prefix));
    raptor_free_uri(uri);
    return !bad;
}

/* `base` is what ids start with; NULL if there was no graph at all. */
static cg_status start(cgi_rdf *r, const char *base, cg_error *err)
{
    /* Before the first statement, used or not, so that files of different
     * articles can be joined and parallel loaders need no second look. */
    bool good = !base || add_prefix(r, "id", base);
    for (const cgi_prefix *p = cgi_prefixes; good && p->name; p++)
        good = add_prefix(r, p->name, p->iri);
    if (!good ||
        raptor_serializer_start_to_iostream(r->serializer, NULL, r->stream))
        return cgi_rdf_failed(r, err);
    r->is_started = true;
    return CG_OK;
}

static void pass(cgi_rdf *r, const cgi_graph *g, bool is_dry)
{
    r->is_dry = is_dry;
    r->written = (cgi_table){0};
    if (r->status == CG_OK)
        cgi_rdf_graph(r, g);
}

static cg_status write_graph(cgi_rdf *r, const cgi_graph *g, cg_error *err)
{
    pass(r, g, true);
    if (r->status != CG_OK)
        return r->status;
    if (!r->is_started)
        CG_TRY(start(r, cgi_rdf_escape_iri(&r->arena, g->base), err));
    const char *name = cgi_rdf_escape_iri(&r->arena, g->iri);
    if (r->has_graphs) {
        r->graph = raptor_new_term_from_uri_string(r->world, bytes(name));
        if (!r->graph)
            return cgi_rdf_failed(r, err);
    }
    pass(r, g, false);
    flush_buffer(r);
    if (r->status == CG_OK && r->complaint.status)
        return cgi_rdf_failed(r, err);
    return r->status;
}

static cg_status rdf_add(void *state, const cgi_graph *g, cg_error *err)
{
    cgi_rdf *r = state;
    cg_status status;
    locale_t before;
    if (r->complaint.status) /* The stream is broken for good. */
        return cgi_rdf_failed(r, err);
    r->status = CG_OK;
    r->err = err;
    before = uselocale(r->c_locale);
    if (setjmp(r->on_fail))
        status = cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    else
        status = write_graph(r, g, err);
    if (r->graph)
        raptor_free_term(r->graph);
    r->graph = NULL;
    r->err = NULL;
    uselocale(before);
    cgi_arena_clear(&r->arena);
    return status;
}

static cg_status end(cgi_rdf *r, cg_error *err)
{
    if (!r->is_started)
        CG_TRY(start(r, NULL, err));
    r->is_ended = true;
    int is_bad = raptor_serializer_serialize_end(r->serializer);
    flush_buffer(r);
    if (is_bad || r->complaint.status)
        return cgi_rdf_failed(r, err);
    return CG_OK;
}

static cg_status rdf_end(void *state, cg_error *err)
{
    cgi_rdf *r = state;
    locale_t before = uselocale(r->c_locale);
    cg_status status = end(r, err);
    uselocale(before);
    return status;
}

static void rdf_free(void *state)
{
    cgi_rdf *r = state;
    if (!r)
        return;
    r->to = NULL;
    if (r->is_started && !r->is_ended) /* Or raptor would leak. */
        raptor_serializer_serialize_end(r->serializer);
    if (r->serializer)
        raptor_free_serializer(r->serializer);
    if (r->stream)
        raptor_free_iostream(r->stream);
    if (r->world)
        raptor_free_world(r->world);
    if (r->c_locale)
        freelocale(r->c_locale);
    cgi_arena_clear(&r->arena);
    free(r);
}

/* A world of its own for each writer: raptor's are not for sharing between
 * threads. curl, which we never use, stays asleep: starting it is not
 * thread-safe either. */
static bool open_raptor(cgi_rdf *r, const char *syntax)
{
    static const raptor_iostream_handler handler = {
        .version = 2, .write_byte = write_byte, .write_bytes = write_bytes};
    r->world = raptor_new_world();
    if (!r->world)
        return false;
    raptor_world_set_log_handler(r->world, &r->complaint, on_log);
    raptor_world_set_flag(r->world, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
    if (raptor_world_open(r->world))
        return false;
    r->serializer = raptor_new_serializer(r->world, syntax);
    r->stream = raptor_new_iostream_from_handler(r->world, r, &handler);
    return r->serializer && r->stream;
}

cg_status cgi_rdf_writer_new(cgi_writer *out, cg_format format, FILE *to,
                             cg_error *err)
{
    static const cgi_writer_ops ops = {rdf_add, rdf_end, rdf_free};
    const char *syntax = raptor_name(format);
    *out = (cgi_writer){0};
    if (!syntax)
        return cgi_fail(err, CG_ERR_USAGE, 0, "not a format of RDF");
    cgi_rdf *r = calloc(1, sizeof *r);
    if (!r)
        return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    r->to = to;
    r->has_graphs = format == CG_FORMAT_NQUADS;
    r->arena.on_fail = &r->on_fail;
    r->c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (!r->c_locale || !open_raptor(r, syntax)) {
        cg_status status = cgi_rdf_failed(r, err);
        rdf_free(r);
        return status;
    }
    *out = (cgi_writer){&ops, r};
    return CG_OK;
}
