/* SPDX-License-Identifier: Apache-2.0
 *
 * diff.c -- says what two graphs say differently; 1 if they do.
 */
#include <string.h>

#include "cli/cli.h"

typedef struct {
    cg_rdf *old_graph, *new_graph;
} pair;

static int compare(FILE *to, const cli_settings *s, void *user)
{
    pair *p = user;
    cg_error err = {0};
    size_t n = 0;
    (void)s;
    cg_status st = cg_rdf_diff(&n, to, p->old_graph, p->new_graph, &err);
    if (st != CG_OK)
        return cli_complain(CLI_SYSTEM, "%s", err.text);
    return n ? CLI_BAD_INPUT : CLI_DONE;
}

int cli_diff(const cli_settings *s)
{
    pair p = {0};
    if (s->n_files != 2)
        return cli_complain(CLI_USAGE, "'diff' compares two files, not %d",
                            s->n_files);
    int status = cli_read_rdf(&p.old_graph, s->files, 1);
    if (status == CLI_DONE)
        status = cli_read_rdf(&p.new_graph, s->files + 1, 1);
    /* Trouble must not look like a difference. */
    status = status == CLI_DONE ? cli_write(s, compare, &p) : CLI_SYSTEM;
    cg_rdf_free(p.old_graph);
    cg_rdf_free(p.new_graph);
    return status;
}
