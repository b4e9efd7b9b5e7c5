/* SPDX-License-Identifier: Apache-2.0
 *
 * reader.c -- takes articles from a stream, one at a time.
 *
 * Bytes come one by one from stdio, so that a line is handed on as soon as it
 * ends, also from a pipe that stays open; and no more is kept than one line.
 * The memory is the reader's own, since articles come before any arena.
 */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

#include "article/jsonl.h"
#include "article/layout.h"
#include "article/reader.h"
#include "base/error.h"

struct cg_reader {
    FILE *from;
    cg_input format;
    bool ended;
    char *line; /* The line or text being read. */
    size_t len, size;
    size_t offset; /* Bytes taken from the stream. */
    size_t lines;  /* Newlines among them. */
    cgi_json_article json;
    cg_source source;
};

cg_status cg_reader_new(cg_reader **out, FILE *from, cg_input format,
                        cg_error *err)
{
    *out = NULL;
    if (!from || (format != CG_INPUT_AUTO && format != CG_INPUT_TEXT &&
                  format != CG_INPUT_JSONL))
        return cgi_fail(err, CG_ERR_USAGE, 0, "no such input format");
    cg_reader *r = calloc(1, sizeof *r);
    if (!r)
        return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    r->from = from;
    r->format = format;
    *out = r;
    return CG_OK;
}

void cg_reader_free(cg_reader *reader)
{
    if (!reader)
        return;
    cgi_json_article_clear(&reader->json);
    free(reader->line);
    free(reader);
}

static int next_byte(cg_reader *r)
{
    int c = getc(r->from);
    r->offset += c != EOF;
    r->lines += c == '\n';
    return c;
}

/* Room for one more byte, within doubling; false when memory ran out. */
static bool make_room(cg_reader *r)
{
    if (r->len < r->size)
        return true;
    size_t size = r->size ? r->size * 2 : 4096;
    char *line = realloc(r->line, size);
    if (!line)
        return false;
    r->line = line;
    r->size = size;
    return true;
}

/* At the end of the stream: was it one? */
static cg_status check_stream(cg_reader *r, cg_error *err)
{
    int why = errno;
    r->ended = true;
    if (ferror(r->from))
        return cgi_fail(err, CG_ERR_IO, r->offset, "%s", strerror(why));
    return CG_OK;
}

/* Appends bytes to the line up to and without `stop` (EOF: to the end). More
 * than `max` are passed over, and *too_long says so. */
static cg_status take(bool *too_long, cg_reader *r, int stop, size_t max,
                      cg_error *err)
{
    *too_long = false;
    for (;;) {
        errno = 0;
        int c = next_byte(r);
        if (c == EOF)
            return check_stream(r, err);
        if (c == stop)
            return CG_OK;
        if (r->len == max) {
            *too_long = true;
            if (stop == EOF)
                return CG_OK;
            continue;
        }
        if (!make_room(r)) {
            r->ended = true;
            return cgi_fail(err, CG_ERR_NOMEM, r->offset, "out of memory");
        }
        r->line[r->len++] = (char)c;
    }
}

/* Reads up to the first byte that is no blank; the format follows from it.
 * What was read is the start of the line. */
static cg_status sniff(cg_reader *r, cg_error *err)
{
    static const char bom[] = "\xEF\xBB\xBF";
    size_t in_bom = 0;
    r->format = CG_INPUT_TEXT;
    while (r->len < CGI_ARTICLE_MAX) {
        errno = 0;
        int c = next_byte(r);
        if (c == EOF)
            return check_stream(r, err);
        if (!make_room(r)) {
            r->ended = true;
            return cgi_fail(err, CG_ERR_NOMEM, r->offset, "out of memory");
        }
        r->line[r->len++] = (char)c;
        if (in_bom < 3 && r->len == in_bom + 1 && (char)c == bom[in_bom]) {
            in_bom++;
            continue;
        }
        if (c == '{')
            r->format = CG_INPUT_JSONL;
        if (c != ' ' && (c < '\t' || c > '\r'))
            break;
    }
    if (r->format == CG_INPUT_JSONL) {
        r->line[0] = '{';
        r->len = 1;
    }
    return CG_OK;
}

static cg_status next_text(const cg_source **out, cg_reader *r, cg_error *err)
{
    bool too_long = false;
    if (!r->ended)
        CG_TRY(take(&too_long, r, EOF, CGI_ARTICLE_MAX, err));
    r->ended = true;
    if (too_long)
        return cgi_fail(err, CG_ERR_LIMIT, CGI_ARTICLE_MAX,
                        "article longer than %zu bytes", CGI_ARTICLE_MAX);
    r->source = (cg_source){.text = r->line ? r->line : "", .len = r->len};
    *out = &r->source;
    return CG_OK;
}

static bool is_blank_line(const cg_reader *r)
{
    return !cgi_slice_trim((cgi_slice){r->line, r->len}).len;
}

/* Bytes of a byte order mark, which only the first line can have. */
static size_t bom_length(const cg_reader *r, size_t number)
{
    return number == 1 && r->len >= 3 && !memcmp(r->line, "\xEF\xBB\xBF", 3)
               ? 3
               : 0;
}

static cg_status next_json(const cg_source **out, cg_reader *r, cg_error *err)
{
    while (!r->ended) {
        bool too_long;
        size_t number = r->lines + 1, begin = r->offset - r->len;
        CG_TRY(take(&too_long, r, '\n', CGI_LINE_MAX, err));
        if (too_long) {
            r->len = 0;
            return cgi_fail_line(err, CG_ERR_LIMIT, begin, number,
                                 "line longer than %zu bytes", CGI_LINE_MAX);
        }
        size_t skip = bom_length(r, number), len = r->len - skip;
        bool blank = is_blank_line(r);
        r->len = 0;
        if (blank)
            continue;
        cgi_json_article_clear(&r->json);
        CG_TRY(cgi_json_article_read(&r->json, r->line + skip, len,
                                     begin + skip, number, err));
        *out = &r->json.source;
        return CG_OK;
    }
    return CG_OK;
}

cg_status cg_reader_next(const cg_source **out, cg_reader *reader,
                         cg_error *err)
{
    *out = NULL;
    if (reader->format == CG_INPUT_AUTO)
        CG_TRY(sniff(reader, err));
    else if (reader->ended)
        return CG_OK;
    return reader->format == CG_INPUT_JSONL ? next_json(out, reader, err)
                                            : next_text(out, reader, err);
}
