/* SPDX-License-Identifier: Apache-2.0
 *
 * show.c -- the commands that print what is built in.
 */
#include <string.h>

#include "cli/cli.h"

static const char *data_dir(const cli_settings *s)
{
    return s->data ? s->data : cli_data_dir();
}

static int done(cg_status st, const cg_error *err)
{
    return st == CG_OK
               ? CLI_DONE
               : cli_complain(st == CG_ERR_USAGE ? CLI_USAGE : CLI_SYSTEM, "%s",
                              err->text);
}

/* The queries that are named, or the list of all. */
static int write_queries(FILE *to, const cli_settings *s)
{
    cg_error err = {0};
    char name[128];
    if (!s->n_files)
        return done(cg_queries_write(to, data_dir(s), &err), &err);
    for (int i = 0; i < s->n_files; i++) {
        snprintf(name, sizeof name, "queries/%s.rq", s->files[i]);
        int status = done(cg_ontology_write(to, data_dir(s), name, &err), &err);
        if (status != CLI_DONE)
            return status;
    }
    return CLI_DONE;
}

static int write_builtin(FILE *to, const cli_settings *s, void *user)
{
    cg_error err = {0};
    const char *name = NULL;
    (void)user;
    switch (s->command) {
    case CLI_QUERIES: return write_queries(to, s);
    case CLI_PREFIXES: return done(cg_prefixes_write(to, &err), &err);
    case CLI_TYPES: name = "types.ttl"; break;
    case CLI_SHAPES: name = "shapes.ttl"; break;
    default: name = "claimgraph.ttl";
    }
    return done(cg_ontology_write(to, data_dir(s), name, &err), &err);
}

int cli_show(const cli_settings *s)
{
    if (s->n_files && s->command != CLI_QUERIES)
        return cli_complain(CLI_USAGE, "'%s': this command takes no file",
                            s->files[0]);
    return cli_write(s, write_builtin, NULL);
}
