/* SPDX-License-Identifier: Apache-2.0
 *
 * messages.c -- what the command says on standard error.
 *
 * The progress line is overwritten in place, so a complaint first wipes it.
 */
#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/cli.h"

/* Seconds before the first line of progress, and between two. */
#define PATIENCE 1.0
#define INTERVAL 0.2

static struct {
    bool is_on, is_shown;
    double start, last;
} progress;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void wipe(void)
{
    if (progress.is_shown)
        fputs("\r\033[K", stderr);
    progress.is_shown = false;
}

int cli_complain(int status, const char *fmt, ...)
{
    va_list ap;
    wipe();
    fputs("claimgraph: ", stderr);
    va_start(ap, fmt);
    vfprintf(stderr, fmt, ap);
    va_end(ap);
    fputc('\n', stderr);
    return status;
}

int cli_end_stdout(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    return cli_complain(CLI_SYSTEM, "standard output: %s", strerror(errno));
}

void cli_progress_start(void)
{
    progress.is_on = isatty(STDERR_FILENO);
    progress.start = progress.last = now();
}

void cli_progress(size_t n_articles, size_t n_tokens)
{
    if (!progress.is_on)
        return;
    double t = now(), elapsed = t - progress.start;
    if (elapsed < PATIENCE || t - progress.last < INTERVAL)
        return;
    progress.last = t;
    progress.is_shown = true;
    fprintf(stderr, "\r\033[K%zu article%s, %.0f tokens/s", n_articles,
            n_articles == 1 ? "" : "s", (double)n_tokens / elapsed);
    fflush(stderr);
}

void cli_progress_end(void)
{
    wipe();
    progress.is_on = false;
}
