/* SPDX-License-Identifier: Apache-2.0
 *
 * main.c -- the claimgraph command.
 */
#include "cli/cli.h"

int main(int argc, char **argv)
{
    cli_settings settings;
    int status;
    if (!cli_options_read(&settings, &status, argc, argv))
        return status;
    return cli_work(&settings);
}
