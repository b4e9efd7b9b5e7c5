/* SPDX-License-Identifier: Apache-2.0
 *
 * query.c -- asks RDF a question, saved or in SPARQL, and writes the answer.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

/* A question: its text, and what to call it in complaints. */
typedef struct {
    cg_rdf *rdf;
    char *text;
    const char *name;
} question;

/* A saved question has a plain name; a file has a "/" or a "." in its. */
static bool is_file(const char *name)
{
    return !strcmp(name, "-") || strpbrk(name, "/.") != NULL;
}

static int copy_file(FILE *to, const char *name)
{
    FILE *from = strcmp(name, "-") ? fopen(name, "rb") : stdin;
    int c;
    if (!from)
        return cli_complain(CLI_USAGE, "%s: %s", name, strerror(errno));
    while ((c = fgetc(from)) != EOF)
        fputc(c, to);
    int status = ferror(from)
                     ? cli_complain(CLI_SYSTEM, "%s: %s", name, strerror(errno))
                     : CLI_DONE;
    if (from != stdin)
        fclose(from);
    return status;
}

static int copy_saved(FILE *to, const cli_settings *s, const char *name)
{
    char file[128];
    const char *dir = s->data ? s->data : cli_data_dir();
    snprintf(file, sizeof file, "queries/%s.rq", name);
    if (cg_ontology_write(to, dir, file, NULL) == CG_OK)
        return CLI_DONE;
    return cli_complain(CLI_USAGE,
                        "no saved query '%s'; see 'claimgraph queries'", name);
}

static int read_question(question *q, const cli_settings *s)
{
    size_t len = 0;
    q->name = s->files[0];
    FILE *to = open_memstream(&q->text, &len);
    if (!to)
        return cli_complain(CLI_SYSTEM, "%s", strerror(errno));
    int status =
        is_file(q->name) ? copy_file(to, q->name) : copy_saved(to, s, q->name);
    if (fclose(to) != 0 && status == CLI_DONE)
        status = cli_complain(CLI_SYSTEM, "%s", strerror(errno));
    if (status == CLI_DONE && strlen(q->text) != len)
        status = cli_complain(CLI_USAGE, "%s: holds a NUL", q->name);
    return status;
}

static int answer(FILE *to, const cli_settings *s, void *user)
{
    const question *q = user;
    cg_error err = {0};
    cg_status st = cg_rdf_query(q->rdf, to, q->text, s->where, s->n_where,
                                s->answer, &err);
    if (st == CG_OK)
        return CLI_DONE;
    int status = cli_status_of(st) == CLI_BAD_INPUT ? CLI_USAGE : CLI_SYSTEM;
    const char *what = err.text[0] ? err.text : cg_strerror(st);
    if (err.line)
        return cli_complain(status, "%s:%zu: %s", q->name, err.line, what);
    return cli_complain(status, "%s: %s", q->name, what);
}

int cli_query(const cli_settings *s)
{
    question q = {0};
    if (!s->n_files)
        return cli_complain(CLI_USAGE, "which question? name a saved one "
                                       "(see 'claimgraph queries') or a file");
    int status = read_question(&q, s);
    if (status == CLI_DONE)
        status = cli_read_rdf(&q.rdf, s->files + 1, s->n_files - 1);
    if (status == CLI_DONE)
        status = cli_write(s, answer, &q);
    cg_rdf_free(q.rdf);
    free(q.text);
    return status;
}
