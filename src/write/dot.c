/* SPDX-License-Identifier: Apache-2.0
 *
 * dot.c -- the writer of diagrams: collects a story, draws it at the end.
 *
 * All graphs go into one picture. Memory is an arena that lives as long as the
 * writer; once it has run out the writer is of no more use.
 */
#include "write/dot.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "write/net.h"

typedef struct {
    cgi_arena arena;
    jmp_buf on_fail;
    cgi_story story;
    cg_format format;
    cgi_dot_options options; /* Its strings live in the arena. */
    FILE *to;                /* The caller's. */
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

/* A format that shows nothing, for other programs: without a limit. */
static bool is_table(cg_format format)
{
    return format >= CG_FORMAT_GEXF && format <= CG_FORMAT_EDGES;
}

static cg_status dot_end(void *state, cg_error *err)
{
    dot_writer *w = state;
    if (w->is_broken || setjmp(w->on_fail))
        return out_of_memory(w, err);
    cgi_picture picture;
    cgi_dot_view(&picture, &w->story, &w->options);
    if (is_table(w->format))
        return cgi_net_write(&picture, w->format, w->to, err);
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

static bool is_diagram(cg_format format)
{
    return format >= CG_FORMAT_DOT && format <= CG_FORMAT_PDF;
}

/* Reads "2022", "2022-09" or "2022-09-05"; NULL is no date. */
static cg_status read_date(cgi_date *out, const char *text, cg_error *err)
{
    *out = (cgi_date){0};
    if (text && !cgi_date_read(out, text))
        return cgi_fail(err, CG_ERR_USAGE, 0, "\"%.40s\" is no date", text);
    return CG_OK;
}

/* A copy of what a name is compared with; NULL stays NULL. */
static cg_status read_name(const char **out, cgi_arena *a, const char *text,
                           cg_error *err)
{
    size_t bad;
    *out = NULL;
    if (!text)
        return CG_OK;
    if (!cgi_utf8_check(&bad, text, strlen(text)) || !*text)
        return cgi_fail(err, CG_ERR_USAGE, 0, "\"%.40s\" is no name", text);
    *out = cgi_arena_strndup(a, text, strlen(text));
    return CG_OK;
}

static cg_status read_options(dot_writer *w, const cg_drawing *drawing,
                              cg_error *err)
{
    cgi_dot_options *o = &w->options;
    if (drawing->view < CG_VIEW_CLAIMS || drawing->view > CG_VIEW_TIMELINE)
        return cgi_fail(err, CG_ERR_USAGE, 0, "no such view");
    if (setjmp(w->on_fail))
        return out_of_memory(w, err);
    o->view = drawing->view;
    o->max_nodes = drawing->max_nodes;
    if (!o->max_nodes)
        o->max_nodes = is_table(w->format) ? SIZE_MAX / 2 : CGI_DOT_MAX_NODES;
    CG_TRY(read_name(&o->about, &w->arena, drawing->about, err));
    CG_TRY(read_name(&o->type, &w->arena, drawing->type, err));
    CG_TRY(read_name(&o->claimant, &w->arena, drawing->claimant, err));
    CG_TRY(read_date(&o->since, drawing->since, err));
    return read_date(&o->until, drawing->until, err);
}

cg_status cgi_dot_writer_new(cgi_writer *out, cg_format format,
                             const cg_drawing *drawing, FILE *to, cg_error *err)
{
    static const cgi_writer_ops ops = {dot_add, dot_end, dot_free};
    static const cg_drawing defaults = {0};
    *out = (cgi_writer){0};
    if (!is_diagram(format) && !is_table(format))
        return cgi_fail(err, CG_ERR_USAGE, 0, "not a format of diagrams");
    dot_writer *w = calloc(1, sizeof *w);
    if (!w)
        return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    w->arena.on_fail = &w->on_fail;
    w->story.arena = &w->arena;
    w->format = format;
    w->to = to;
    cg_status status = read_options(w, drawing ? drawing : &defaults, err);
    if (status == CG_OK)
        *out = (cgi_writer){&ops, w};
    else
        dot_free(w);
    return status;
}
