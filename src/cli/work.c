/* SPDX-License-Identifier: Apache-2.0
 *
 * work.c -- articles in, one file out.
 *
 * What is wrong with one article is told and passed over; what is wrong with
 * the output ends the work, and nothing is left of it then. If no article at
 * all could be used, nothing is written either.
 */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/cli.h"

typedef struct {
    const cli_settings *settings;
    cg_world *world;
    cg_writer *writer;
    cg_rdf *rdf; /* All that was read of it; NULL if none. */
    const char *out_name;
    size_t n_articles, n_tokens; /* Done so far. */
    int status;                  /* The worst so far. */
    bool is_over;                /* The output failed. */
} job;

static void note(job *j, int status)
{
    if (status > j->status)
        j->status = status;
}

static int status_of(cg_status st)
{
    return st == CG_ERR_TEXT || st == CG_ERR_LIMIT || st == CG_ERR_USAGE
               ? CLI_BAD_INPUT
               : CLI_SYSTEM;
}

/* Tells what is wrong with input; `number` is that of the article among
 * several in the file, or 0. */
static void blame(job *j, const char *file, size_t number, cg_status st,
                  const cg_error *err)
{
    const char *what = err->text[0] ? err->text : cg_strerror(st);
    int status = status_of(st);
    if (err->line)
        cli_complain(0, "%s:%zu: %s", file, err->line, what);
    else if (status != CLI_BAD_INPUT)
        cli_complain(0, "%s: %s", file, what);
    else if (number)
        cli_complain(0, "%s: article %zu:+%zu: %s", file, number, err->offset,
                     what);
    else
        cli_complain(0, "%s:+%zu: %s", file, err->offset, what);
    note(j, status);
}

static void write_failed(job *j, cg_status st, const cg_error *err)
{
    if (st == CG_ERR_USAGE) {
        note(j, cli_complain(CLI_USAGE, "%s", err->text));
        j->is_over = true;
        return;
    }
    cli_complain(0, "%s: %s", j->out_name,
                 err->text[0] ? err->text : cg_strerror(st));
    note(j, CLI_SYSTEM);
    j->is_over = true;
}

static void do_article(job *j, const char *file, size_t number,
                       const cg_source *source)
{
    cg_error err = {0};
    cg_doc *doc;
    cg_status st =
        cg_doc_new(&doc, j->world, source, &j->settings->options, &err);
    if (st != CG_OK) {
        blame(j, file, number, st, &err);
        return;
    }
    st = cg_writer_add(j->writer, doc, &err);
    if (st != CG_OK)
        write_failed(j, st, &err);
    j->n_articles++;
    j->n_tokens += cg_doc_counts(doc).tokens;
    cg_doc_free(doc);
    cli_progress(j->n_articles, j->n_tokens);
}

/* All articles of a stream. After bad text the reader goes on with the next
 * line; after anything else there is no more to be had from it. */
static void do_stream(job *j, const char *file, FILE *from)
{
    cg_error err = {0};
    cg_reader *reader;
    cg_status st = cg_reader_new(&reader, from, j->settings->from, &err);
    bool many = j->settings->from == CG_INPUT_JSONL;
    size_t n = 0;
    while (st == CG_OK && !j->is_over) {
        const cg_source *source;
        err = (cg_error){0};
        st = cg_reader_next(&source, reader, &err);
        if (st == CG_OK && !source)
            break;
        n++;
        if (st == CG_OK) {
            do_article(j, file, many || n > 1 ? n : 0, source);
        } else if (status_of(st) == CLI_BAD_INPUT) {
            blame(j, file, 0, st, &err);
            st = CG_OK;
        }
    }
    if (st != CG_OK)
        blame(j, file, 0, st, &err);
    cg_reader_free(reader);
}

/* RDF is kept until all files are read, since a graph may stand in several.
 * What does not parse ends the work: half a graph would be drawn otherwise. */
static void do_rdf(job *j, const char *file, FILE *from)
{
    cg_error err = {0};
    cg_status st = j->rdf ? CG_OK : cg_rdf_new(&j->rdf, &err);
    int status = st == CG_OK
                     ? cli_read_rdf_stream(j->rdf, from, file)
                     : cli_complain(CLI_SYSTEM, "%s: %s", file, err.text);
    note(j, status);
    j->is_over |= status != CLI_DONE;
    j->n_articles++;
}

static void do_any(job *j, const char *file, FILE *from)
{
    const cli_settings *s = j->settings;
    bool is_named = s->command == CLI_DRAW && s->from == CG_INPUT_AUTO &&
                    cli_rdf_ending(file);
    if (s->from_rdf || is_named)
        do_rdf(j, file, from);
    else
        do_stream(j, file, from);
}

static void do_file(job *j, const char *name)
{
    struct stat info;
    if (!strcmp(name, "-")) {
        do_any(j, name, stdin);
        return;
    }
    if (stat(name, &info) == 0 && S_ISDIR(info.st_mode)) {
        note(j, cli_complain(CLI_BAD_INPUT,
                             "%s: is a folder; name the files in it", name));
        return;
    }
    FILE *from = fopen(name, "rb");
    if (!from) {
        note(j, cli_complain(CLI_BAD_INPUT, "%s: %s", name, strerror(errno)));
        return;
    }
    do_any(j, name, from);
    fclose(from);
}

/* A date or base that cannot be shows at the first article, so a word is tried
 * as one before anything is read. */
static int check_options(const cg_world *world, const cli_settings *s)
{
    const cg_source word = {.text = "Hello", .len = 5};
    cg_error err = {0};
    cg_doc *doc;
    cg_status st = cg_doc_new(&doc, world, &word, &s->options, &err);
    cg_doc_free(doc);
    if (st != CG_ERR_USAGE)
        return CLI_DONE;
    return cli_complain(CLI_USAGE, "%s", err.text);
}

static void do_files(job *j)
{
    const cli_settings *s = j->settings;
    if (!s->quiet)
        cli_progress_start();
    if (s->n_files == 0)
        do_file(j, "-");
    for (int i = 0; i < s->n_files && !j->is_over; i++)
        do_file(j, s->files[i]);
    cli_progress_end();
}

/* The graphs of all RDF that was read. */
static void write_rdf(job *j)
{
    cg_error err = {0};
    if (!j->rdf || j->is_over)
        return;
    cg_status st = cg_writer_add_rdf(j->writer, j->rdf, j->world, &err);
    if (st != CG_OK)
        write_failed(j, st, &err);
}

static cg_status open_writer(job *j, FILE *to, cg_error *err)
{
    const cli_settings *s = j->settings;
    if (s->format < CG_FORMAT_DOT)
        return cg_writer_new(&j->writer, s->format, to, err);
    return cg_writer_new_drawing(&j->writer, s->format, &s->drawing, to, err);
}

/* Everything between an open output and a finished one. */
static bool fill(job *j, FILE *to)
{
    cg_error err = {0};
    cg_status st = open_writer(j, to, &err);
    if (st != CG_OK) {
        write_failed(j, st, &err);
        return false;
    }
    do_files(j);
    write_rdf(j);
    cg_rdf_free(j->rdf);
    bool is_empty = j->n_articles == 0 && j->status != CLI_DONE;
    if (!j->is_over && !is_empty) {
        st = cg_writer_end(j->writer, &err);
        if (st != CG_OK)
            write_failed(j, st, &err);
    }
    cg_writer_free(j->writer);
    return !j->is_over && !is_empty;
}

int cli_work(const cli_settings *s)
{
    job j = {.settings = s};
    cg_error err = {0};
    const char *data = s->data ? s->data : cli_data_dir();
    if (cg_world_new(&j.world, data, &err) != CG_OK)
        return cli_complain(CLI_SYSTEM, "%s", err.text);
    note(&j, check_options(j.world, s));
    cli_output out;
    if (j.status == CLI_DONE && !cli_output_open(&out, s->output))
        note(&j, CLI_SYSTEM);
    if (j.status == CLI_DONE) {
        j.out_name = out.name;
        if (!fill(&j, out.to))
            cli_output_drop(&out);
        else if (!cli_output_keep(&out))
            note(&j, CLI_SYSTEM);
    }
    cg_world_free(j.world);
    return j.status;
}
