/* SPDX-License-Identifier: Apache-2.0
 *
 * check.c -- says what is wrong with graphs, one fault a line.
 *
 * The faults are what was asked for, so they go to standard output; only what
 * keeps the check from being made is a complaint.
 */
#include <errno.h>
#include <string.h>

#include "cli/cli.h"

typedef struct {
    FILE *to;
    cg_rdf *rdf;
    const cli_settings *settings;
    size_t n_found;
} checking;

static void tell(void *user, const char *node, const char *shape,
                 const char *text)
{
    checking *c = user;
    fprintf(c->to, "%s: %s: %s\n", node, shape, text);
}

static int failed(const char *name, cg_status st, const cg_error *err)
{
    const char *what = err->text[0] ? err->text : cg_strerror(st);
    if (err->line)
        return cli_complain(cli_status_of(st), "%s:%zu: %s", name, err->line,
                            what);
    return cli_complain(cli_status_of(st), "%s: %s", name, what);
}

static int check_articles(checking *c, FILE *from, const char *name)
{
    cg_error err = {0};
    cg_reader *reader;
    const cg_source *source = NULL;
    cg_status st = cg_reader_new(&reader, from, c->settings->from, &err);
    while (st == CG_OK) {
        size_t n = 0;
        st = cg_reader_next(&source, reader, &err);
        if (st == CG_OK && !source)
            break;
        if (st == CG_OK)
            st = cg_rdf_check_article(&n, c->rdf, source, tell, c, &err);
        c->n_found += n;
    }
    cg_reader_free(reader);
    return st == CG_OK ? CLI_DONE : failed(name, st, &err);
}

static int check_against(checking *c, const char *name)
{
    if (!strcmp(name, "-"))
        return check_articles(c, stdin, name);
    FILE *from = fopen(name, "rb");
    if (!from)
        return cli_complain(CLI_BAD_INPUT, "%s: %s", name, strerror(errno));
    int status = check_articles(c, from, name);
    fclose(from);
    return status;
}

static int check(FILE *to, const cli_settings *s, void *user)
{
    checking *c = user;
    cg_error err = {0};
    c->to = to;
    cg_status st =
        cg_rdf_check(&c->n_found, c->rdf, s->data ? s->data : cli_data_dir(),
                     s->options.evidence, tell, c, &err);
    if (st != CG_OK)
        return failed("check", st, &err);
    int status = CLI_DONE;
    for (size_t i = 0; i < s->n_articles && status == CLI_DONE; i++)
        status = check_against(c, s->articles[i]);
    return status == CLI_DONE && c->n_found ? CLI_BAD_INPUT : status;
}

int cli_check(const cli_settings *s)
{
    checking c = {.settings = s};
    int status = cli_read_rdf(&c.rdf, s->files, s->n_files);
    if (status == CLI_DONE)
        status = cli_write(s, check, &c);
    cg_rdf_free(c.rdf);
    return status;
}
