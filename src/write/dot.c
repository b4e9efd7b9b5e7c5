/* SPDX-License-Identifier: Apache-2.0
 *
 * dot.c -- the writer of diagrams: collects a story, draws it at the end.
 *
 * All graphs go into one picture. Memory is an arena that lives as long as the
 * writer; once it has run out the writer is of no more use.
 */
#include "write/dot.h"

#include <stdlib.h>

typedef struct {
    cgi_arena arena;
    jmp_buf on_fail;
    cgi_story story;
    cg_format format;
    size_t max_nodes;
    FILE *to; /* The caller's. */
    bool is_broken;
} dot_writer;

static cg_status out_of_memory(dot_writer *w, cg_error *err)
{
    w->is_broken = true;
    return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
}

static cg_status dot_add(void *state, const cgi_graph *g, cg_error *err)
{
    dot_writer *w = state;
    if (w->is_broken || setjmp(w->on_fail))
        return out_of_memory(w, err);
    return cgi_story_add(&w->story, g, err);
}

static cg_status dot_end(void *state, cg_error *err)
{
    dot_writer *w = state;
    if (w->is_broken || setjmp(w->on_fail))
        return out_of_memory(w, err);
    cgi_picture picture;
    cgi_dot_view(&picture, &w->story, w->max_nodes);
    return cgi_dot_render(&picture, w->format, w->to, err);
}

static void dot_free(void *state)
{
    dot_writer *w = state;
    if (!w)
        return;
    cgi_arena_clear(&w->arena);
    free(w);
}

cg_status cgi_dot_writer_new_sized(cgi_writer *out, cg_format format,
                                   size_t max_nodes, FILE *to, cg_error *err)
{
    static const cgi_writer_ops ops = {dot_add, dot_end, dot_free};
    *out = (cgi_writer){0};
    if (format != CG_FORMAT_DOT && format != CG_FORMAT_SVG &&
        format != CG_FORMAT_PNG && format != CG_FORMAT_PDF)
        return cgi_fail(err, CG_ERR_USAGE, 0, "not a format of diagrams");
    dot_writer *w = calloc(1, sizeof *w);
    if (!w)
        return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    w->arena.on_fail = &w->on_fail;
    w->story.arena = &w->arena;
    w->format = format;
    w->max_nodes = max_nodes;
    w->to = to;
    *out = (cgi_writer){&ops, w};
    return CG_OK;
}

cg_status cgi_dot_writer_new(cgi_writer *out, cg_format format, FILE *to,
                             cg_error *err)
{
    return cgi_dot_writer_new_sized(out, format, CGI_DOT_MAX_NODES, to, err);
}
