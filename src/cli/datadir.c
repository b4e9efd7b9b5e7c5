/* SPDX-License-Identifier: Apache-2.0
 *
 * datadir.c -- where the command finds ontology and model.
 *
 * A command in its build tree has the file claimgraph-data-dir beside it,
 * which names the folder with data that the build has made; libtool keeps the
 * program itself one folder deeper, in .libs. An installed one looks under the
 * root that it is in, which is not "/" if it was installed with DESTDIR. All is
 * found from the place of the running program, so nothing must be set to run
 * it.
 */
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"

/* The folder of the running program, without a last "/.libs". */
static bool own_dir(char *dir, size_t size)
{
    ssize_t n = readlink("/proc/self/exe", dir, size - 1);
    if (n <= 0)
        return false;
    dir[n] = '\0';
    char *slash = strrchr(dir, '/');
    if (!slash)
        return false;
    *slash = '\0';
    slash = strrchr(dir, '/');
    if (slash && !strcmp(slash, "/.libs"))
        *slash = '\0';
    return true;
}

/* The folder that the stamp in `dir` names; relative to `dir`, unless it starts
 * with a slash. */
static bool read_stamp(char *out, size_t size, const char *dir)
{
    char path[PATH_MAX + 32], line[PATH_MAX];
    snprintf(path, sizeof path, "%s/claimgraph-data-dir", dir);
    FILE *f = fopen(path, "r");
    if (!f)
        return false;
    bool ok = fgets(line, sizeof line, f) != NULL;
    fclose(f);
    if (!ok)
        return false;
    line[strcspn(line, "\n")] = '\0';
    if (line[0] == '/')
        snprintf(out, size, "%s", line);
    else
        snprintf(out, size, "%s/%s", dir, line);
    return true;
}

/* "/tmp/root/usr/bin" with data in "/usr/share/claimgraph" by configure: it is
 * in "/tmp/root/usr/share/claimgraph". */
static bool find_installed(char *out, size_t size, const char *dir)
{
    size_t n = strlen(dir), bin = strlen(BINDIR);
    struct stat st;
    if (n < bin || strcmp(dir + n - bin, BINDIR))
        return false;
    snprintf(out, size, "%.*s%s", (int)(n - bin), dir, PKGDATADIR);
    return stat(out, &st) == 0 && S_ISDIR(st.st_mode);
}

const char *cli_data_dir(void)
{
    static char data[2 * PATH_MAX + 8];
    char dir[PATH_MAX];
    if (!own_dir(dir, sizeof dir))
        return NULL;
    if (read_stamp(data, sizeof data, dir) ||
        find_installed(data, sizeof data, dir))
        return data;
    return NULL;
}
