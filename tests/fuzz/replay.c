/* SPDX-License-Identifier: Apache-2.0
 *
 * replay.c -- stands in for libFuzzer: runs a fuzz target on the files named.
 *
 * libFuzzer does the same when it is given files, so tests call both alike.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define FILE_MAX ((size_t)16 * 1024 * 1024)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The bytes are in a block of just their size, so that sanitizers notice who
 * reads beyond. */
static int run(const char *path, uint8_t *buffer)
{
    FILE *from = fopen(path, "rb");
    if (!from) {
        perror(path);
        return 1;
    }
    size_t size = fread(buffer, 1, FILE_MAX, from);
    uint8_t *exact = malloc(size ? size : 1);
    int failed = ferror(from) || !exact;
    fclose(from);
    for (size_t i = 0; i < size && !failed; i++)
        exact[i] = buffer[i];
    if (!failed)
        failed = LLVMFuzzerTestOneInput(exact, size);
    free(exact);
    return failed;
}

int main(int argc, char **argv)
{
    uint8_t *buffer = malloc(FILE_MAX);
    int failed = !buffer;
    for (int i = 1; i < argc && !failed; i++) {
        failed = run(argv[i], buffer);
        if (failed)
            fprintf(stderr, "%s failed\n", argv[i]);
    }
    free(buffer);
    return failed;
}
