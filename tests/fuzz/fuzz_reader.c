/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_reader.c -- any bytes, as a text, as JSON Lines, and as either.
 *
 * Bad lines are passed over, so the loop goes on after them as the command
 * does; that it ends is part of the test.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "claimgraph.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t length(const char *s)
{
    return s ? strlen(s) : 0;
}

/* Every byte that is handed out can be read. */
static size_t touch(const cg_source *s)
{
    size_t sum = length(s->id) + length(s->title) + length(s->date) +
                 length(s->url) + length(s->publisher);
    for (size_t i = 0; i < s->len; i++)
        sum += (unsigned char)s->text[i];
    return sum;
}

static void read_all(FILE *from, cg_input format, size_t size)
{
    static volatile size_t seen;
    cg_reader *reader;
    const cg_source *source;
    cg_status status;
    size_t n = 0;
    if (cg_reader_new(&reader, from, format, NULL) != CG_OK)
        abort();
    do {
        cg_error err = {0};
        status = cg_reader_next(&source, reader, &err);
        if (status != err.status || (status != CG_OK && source) ||
            (status != CG_OK && status != CG_ERR_TEXT &&
             status != CG_ERR_LIMIT))
            abort();
        if (source)
            seen = seen + touch(source);
        /* No more articles than bytes, or the reader does not move. */
        if (n++ > size + 1)
            abort();
    } while (source || status != CG_OK);
    cg_reader_free(reader);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    /* A stream in memory refuses a length of 0 in some C libraries. */
    char *copy = malloc(size + 1);
    if (!copy)
        abort();
    copy[0] = '\n';
    if (size)
        memcpy(copy, data, size);
    for (int format = CG_INPUT_AUTO; format <= CG_INPUT_JSONL; format++) {
        FILE *from = fmemopen(copy, size ? size : 1, "rb");
        if (!from)
            abort();
        read_all(from, (cg_input)format, size);
        fclose(from);
    }
    free(copy);
    return 0;
}
