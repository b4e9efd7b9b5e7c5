/* SPDX-License-Identifier: Apache-2.0
 *
 * error.c -- how a call says that it failed, and where.
 *
 * What is reported often quotes the input, which may hold anything; so the
 * text is made one printable line of whole characters.
 */
#include "base/error.h"

#include <stdarg.h>
#include <string.h>

/* Control characters become question marks; a character that the end of the
 * buffer cut in two goes. */
static void tidy(char *text, size_t size, int wanted)
{
    for (char *p = text; *p; p++)
        if ((unsigned char)*p < 0x20 || *p == 0x7F)
            *p = '?';
    if (wanted < 0 || (size_t)wanted < size)
        return;
    size_t n = strlen(text), last = n;
    while (last > 0 && n - last < 3 && (text[last - 1] & 0xC0) == 0x80)
        last--;
    if (last == 0 || (unsigned char)text[last - 1] < 0xC0)
        return;
    unsigned char lead = (unsigned char)text[--last];
    size_t full = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (n - last < full)
        text[last] = '\0';
}

cg_status cgi_fail(cg_error *err, cg_status status, size_t offset,
                   const char *fmt, ...)
{
    if (err && err->status == CG_OK) {
        va_list ap;
        err->status = status;
        err->offset = offset;
        err->text[0] = '\0';
        va_start(ap, fmt);
        int wanted = vsnprintf(err->text, sizeof err->text, fmt, ap);
        va_end(ap);
        tidy(err->text, sizeof err->text, wanted);
    }
    return status;
}

const char *cg_strerror(cg_status status)
{
    switch (status) {
    case CG_OK: return "no error";
    case CG_ERR_NOMEM: return "out of memory";
    case CG_ERR_IO: return "input or output error";
    case CG_ERR_TEXT: return "input is not as it should be";
    case CG_ERR_LIMIT: return "input too large";
    case CG_ERR_DATA: return "ontology or model missing or damaged";
    case CG_ERR_USAGE: return "argument cannot be";
    case CG_ERR_LIBRARY: return "RDF or drawing library failed";
    }
    return "unknown error";
}
