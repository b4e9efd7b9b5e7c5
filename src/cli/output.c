/* SPDX-License-Identifier: Apache-2.0
 *
 * output.c -- a file that appears under its name only when it is complete.
 *
 * It is written beside, as NAME.XXXXXX, and renamed at the end; a failure or a
 * signal removes it. Devices and pipes are written in place, since renaming
 * over /dev/null would replace it by a file.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"

/* The file that a signal must remove; NULL if none. */
static const char *volatile unfinished;

static void remove_unfinished(int sig)
{
    const char *path = unfinished;
    if (path)
        unlink(path);
    signal(sig, SIG_DFL);
    raise(sig);
}

static void catch_signals(void)
{
    static const int sigs[] = {SIGHUP, SIGINT, SIGTERM, SIGPIPE, SIGXFSZ};
    for (size_t i = 0; i < sizeof sigs / sizeof *sigs; i++) {
        struct sigaction old, act = {.sa_handler = remove_unfinished};
        /* What our parent wants ignored (nohup) stays ignored. */
        if (sigaction(sigs[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(sigs[i], &act, NULL);
    }
}

/* The mode of the file that is replaced, or what the umask leaves. */
static mode_t mode_for(const struct stat *old)
{
    if (old)
        return old->st_mode & 0777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static bool cannot(const cli_output *o)
{
    cli_complain(CLI_SYSTEM, "%s: %s", o->name, strerror(errno));
    return false;
}

static bool open_beside(cli_output *o, const struct stat *old)
{
    /* Where the name is a link, what it points to is replaced. */
    o->path = old ? realpath(o->name, NULL) : strdup(o->name);
    size_t size = o->path ? strlen(o->path) + sizeof ".XXXXXX" : 0;
    o->temp = o->path ? malloc(size) : NULL;
    if (!o->temp)
        return cannot(o);
    snprintf(o->temp, size, "%s.XXXXXX", o->path);
    int fd = mkstemp(o->temp);
    if (fd < 0) {
        free(o->temp);
        o->temp = NULL;
        return cannot(o);
    }
    unfinished = o->temp;
    catch_signals();
    o->to = fchmod(fd, mode_for(old)) == 0 ? fdopen(fd, "wb") : NULL;
    if (o->to)
        return true;
    cannot(o);
    close(fd);
    return false;
}

bool cli_output_open(cli_output *o, const char *name)
{
    struct stat st;
    *o = (cli_output){.name = name ? name : "standard output"};
    if (!name) {
        o->to = stdout;
        return true;
    }
    bool exists = stat(name, &st) == 0;
    if (!exists || S_ISREG(st.st_mode)) {
        if (open_beside(o, exists ? &st : NULL))
            return true;
    } else if ((o->to = fopen(name, "wb"))) {
        return true;
    } else {
        cannot(o);
    }
    cli_output_drop(o);
    return false;
}

static void forget(cli_output *o)
{
    unfinished = NULL;
    free(o->temp);
    free(o->path);
    *o = (cli_output){0};
}

bool cli_output_keep(cli_output *o)
{
    bool ok = fflush(o->to) == 0 && !ferror(o->to);
    /* On disk before it gets the name, lest a crash leaves an empty file. */
    if (ok && o->temp)
        ok = fsync(fileno(o->to)) == 0;
    int cause = errno;
    if (fclose(o->to) != 0 && ok) {
        ok = false;
        cause = errno;
    }
    o->to = NULL;
    if (ok && o->temp && rename(o->temp, o->path) != 0) {
        ok = false;
        cause = errno;
    }
    if (!ok) {
        errno = cause;
        cannot(o);
        cli_output_drop(o);
        return false;
    }
    forget(o);
    return true;
}

void cli_output_drop(cli_output *o)
{
    if (o->to && o->to != stdout)
        fclose(o->to);
    if (o->temp)
        unlink(o->temp);
    forget(o);
}
