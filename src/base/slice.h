/* SPDX-License-Identifier: Apache-2.0
 *
 * slice.h -- a stretch of text that is looked at, not owned.
 *
 * There may be no NUL after it, and there may be NULs in it.
 */
#ifndef CG_BASE_SLICE_H
#define CG_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef struct {
    const char *at;
    size_t len; /* Bytes. */
} cgi_slice;

/* The slice of a NUL-terminated string; NULL gives the empty slice. */
static inline cgi_slice cgi_slice_of(const char *s)
{
    return (cgi_slice){s, s ? strlen(s) : 0};
}

static inline bool cgi_slice_is(cgi_slice s, const char *word)
{
    size_t n = strlen(word);
    return s.len == n && !memcmp(s.at, word, n);
}

static inline bool cgi_slice_equal(cgi_slice a, cgi_slice b)
{
    return a.len == b.len && (!a.len || !memcmp(a.at, b.at, a.len));
}

#endif
