/* SPDX-License-Identifier: Apache-2.0
 *
 * main.c -- the claimgraph command.
 */
#include <stdlib.h>

#include "cli/cli.h"

int main(int argc, char **argv)
{
    cli_settings settings;
    int status;
    /* cairo stamps a PDF with the time zone; the same article must give the
     * same bytes everywhere. */
    setenv("TZ", "UTC0", 1);
    if (!cli_options_read(&settings, &status, argc, argv))
        return status;
    switch (settings.command) {
    case CLI_CHECK: return cli_check(&settings);
    case CLI_DIFF: return cli_diff(&settings);
    case CLI_QUERY: return cli_query(&settings);
    case CLI_ONTOLOGY:
    case CLI_TYPES:
    case CLI_SHAPES:
    case CLI_QUERIES:
    case CLI_PREFIXES: return cli_show(&settings);
    default: return cli_work(&settings);
    }
}
