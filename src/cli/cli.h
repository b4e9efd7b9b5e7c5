/* SPDX-License-Identifier: Apache-2.0
 *
 * cli.h -- what the files of the command share.
 *
 * The command is built on claimgraph.h alone. It is the only part that prints,
 * and it never reads the environment.
 */
#ifndef CG_CLI_CLI_H
#define CG_CLI_CLI_H

#include <stdbool.h>
#include <stdio.h>

#include "claimgraph.h"

/* Exit statuses, as in the manual; a larger one wins over a smaller. */
enum {
    CLI_DONE = 0,
    CLI_BAD_INPUT = 1, /* Some article was not as it should be. */
    CLI_USAGE = 2,     /* The command line is wrong; nothing was done. */
    CLI_SYSTEM = 3     /* The system or a library failed. */
};

/* ---- options.c ------------------------------------------------------- */

typedef enum {
#define COMMAND(name, text, letters, help) CLI_##name,
#include "cli/options.def"
    CLI_N_COMMANDS
} cli_command;

/* Most conditions of a query, and most files of -x. */
#define CLI_WHERE_MAX 16

/* The command line; all strings are borrowed from argv. */
typedef struct {
    cli_command command;
    cg_answer_format answer;
    const char *where[CLI_WHERE_MAX];
    size_t n_where;
    const char *articles[CLI_WHERE_MAX]; /* To check graphs against. */
    size_t n_articles;
    cg_format format;
    cg_input from;
    bool from_rdf; /* Whatever files are called. */
    cg_options options;
    cg_drawing drawing;
    const char *data;   /* NULL: find it. */
    const char *output; /* NULL: standard output. */
    bool quiet;
    int n_files; /* 0: standard input. */
    char **files;
} cli_settings;

/* Reads the command line. Returns true if there is work to do; otherwise the
 * help, the version or a complaint was printed and *status is set. */
bool cli_options_read(cli_settings *out, int *status, int argc, char **argv);

/* ---- datadir.c ------------------------------------------------------- */

/* Where this command's data is: a static string, or NULL for where the library
 * looks by itself. */
const char *cli_data_dir(void);

/* ---- messages.c ------------------------------------------------------ */

/* Prints "claimgraph: " and the text on standard error; returns `status`. */
__attribute__((format(printf, 2, 3))) int cli_complain(int status,
                                                       const char *fmt, ...);

/* Ends a stream that people read: complains if it could not be written. */
int cli_end_stdout(int status);

/* Tells how far the work is, if standard error is a terminal and the work has
 * taken longer than a second. */
void cli_progress_start(void);
void cli_progress(size_t n_articles, size_t n_tokens);
void cli_progress_end(void);

/* ---- output.c -------------------------------------------------------- */

/* A file that appears under its name only when it is complete. */
typedef struct {
    FILE *to;
    const char *name; /* For messages. */
    char *path;       /* What it is to be called; NULL: written in place. */
    char *temp;       /* What it is called until then. */
} cli_output;

/* Opens `name`, or standard output for NULL and "-". False with a complaint
 * on failure. */
bool cli_output_open(cli_output *out, const char *name);

/* Closes the file and gives it its name. False with a complaint on failure,
 * when nothing is left of it. */
bool cli_output_keep(cli_output *out);

/* Removes what was written so far. */
void cli_output_drop(cli_output *out);

/* ---- rdf.c ----------------------------------------------------------- */

/* Reads RDF from all files, or from standard input if there are none, into a
 * new *out. Complains and returns the exit status; *out is NULL unless that is
 * CLI_DONE. */
int cli_read_rdf(cg_rdf **out, char *const *files, int n_files);

/* Adds what a stream says; complains, and returns an exit status, likewise. */
int cli_read_rdf_stream(cg_rdf *rdf, FILE *from, const char *name);

/* The ending of a file name, where that is one of RDF; or NULL. */
const char *cli_rdf_ending(const char *name);

/* The status for what a call came to. */
int cli_status_of(cg_status st);

/* Opens -o, lets `write` fill it, and keeps it if that returns less than
 * CLI_USAGE. */
int cli_write(const cli_settings *s,
              int (*write)(FILE *to, const cli_settings *s, void *user),
              void *user);

/* ---- check.c, diff.c, query.c, show.c
 * ------------------------------------------------- */

int cli_check(const cli_settings *settings);
int cli_diff(const cli_settings *settings);
int cli_query(const cli_settings *settings);

/* ontology, types, shapes, queries and prefixes. */
int cli_show(const cli_settings *settings);

/* ---- work.c ---------------------------------------------------------- */

/* Reads, analyses and writes all articles; returns the exit status. */
int cli_work(const cli_settings *settings);

#endif
