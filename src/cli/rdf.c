/* SPDX-License-Identifier: Apache-2.0
 *
 * rdf.c -- what the commands that read RDF share.
 *
 * RDF that does not parse is no answer to anything, so one bad file ends the
 * work; articles, by contrast, are passed over one by one.
 */
#include <errno.h>
#include <string.h>

#include "cli/cli.h"

int cli_status_of(cg_status st)
{
    return st == CG_OK ? CLI_DONE
           : st == CG_ERR_TEXT || st == CG_ERR_LIMIT || st == CG_ERR_USAGE
               ? CLI_BAD_INPUT
               : CLI_SYSTEM;
}

const char *cli_rdf_ending(const char *name)
{
    const char *dot = strrchr(name, '.');
    cg_format format;
    if (!dot || strchr(dot, '/') || cg_format_find(&format, dot + 1) != CG_OK)
        return NULL;
    return format <= CG_FORMAT_RDFXML ? dot + 1 : NULL;
}

int cli_read_rdf_stream(cg_rdf *rdf, FILE *from, const char *name)
{
    cg_error err = {0};
    cg_status st = cg_rdf_read(rdf, from, cli_rdf_ending(name), &err);
    if (st == CG_OK)
        return CLI_DONE;
    const char *what = err.text[0] ? err.text : cg_strerror(st);
    if (err.line)
        return cli_complain(cli_status_of(st), "%s:%zu: %s", name, err.line,
                            what);
    return cli_complain(cli_status_of(st), "%s: %s", name, what);
}

static int read_file(cg_rdf *rdf, const char *name)
{
    if (!strcmp(name, "-"))
        return cli_read_rdf_stream(rdf, stdin, name);
    FILE *from = fopen(name, "rb");
    if (!from)
        return cli_complain(CLI_BAD_INPUT, "%s: %s", name, strerror(errno));
    int status = cli_read_rdf_stream(rdf, from, name);
    fclose(from);
    return status;
}

int cli_read_rdf(cg_rdf **out, char *const *files, int n_files)
{
    cg_error err = {0};
    if (cg_rdf_new(out, &err) != CG_OK)
        return cli_complain(CLI_SYSTEM, "%s", err.text);
    int status = n_files ? CLI_DONE : read_file(*out, "-");
    for (int i = 0; i < n_files && status == CLI_DONE; i++)
        status = read_file(*out, files[i]);
    if (status != CLI_DONE) {
        cg_rdf_free(*out);
        *out = NULL;
    }
    return status;
}

int cli_write(const cli_settings *s,
              int (*write)(FILE *to, const cli_settings *s, void *user),
              void *user)
{
    cli_output out;
    if (!cli_output_open(&out, s->output))
        return CLI_SYSTEM;
    int status = write(out.to, s, user);
    if (status >= CLI_USAGE)
        cli_output_drop(&out);
    else if (!cli_output_keep(&out))
        status = CLI_SYSTEM;
    return status;
}
