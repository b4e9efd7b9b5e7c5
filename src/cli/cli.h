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

/* The command line; all strings are borrowed from argv. */
typedef struct {
    cg_format format;
    cg_input from;
    cg_options options;
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

/* ---- work.c ---------------------------------------------------------- */

/* Reads, analyses and writes all articles; returns the exit status. */
int cli_work(const cli_settings *settings);

#endif
