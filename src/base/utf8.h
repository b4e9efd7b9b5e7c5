/* SPDX-License-Identifier: Apache-2.0
 *
 * utf8.h -- checking and stepping through UTF-8 (Unicode 15, table 3-7).
 *
 * Text is checked once, when it is read; after that the steppers may assume
 * it is valid. Case and normalisation come from libunistring.
 */
#ifndef CG_BASE_UTF8_H
#define CG_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/slice.h"

/* True if all of `s` is valid UTF-8 without surrogates; otherwise *bad is the
 * offset of the first byte that is not. */
bool cgi_utf8_check(size_t *bad, const char *s, size_t len);

/* The code point at *at, which moves behind it. `*at < end`, checked text. */
uint32_t cgi_utf8_next(const char **at, const char *end);

/* Code points in checked text. */
size_t cgi_utf8_length(cgi_slice s);

/* Lower case, by code point and without regard to locale; ASCII is fast. */
char *cgi_utf8_lower(cgi_arena *a, cgi_slice s);

/* Normalisation form C of checked text. */
cgi_slice cgi_utf8_nfc(cgi_arena *a, cgi_slice s);

/* A name as it is looked up however it is spelt: lower case, without accents,
 * apostrophes and full stops, with a space for a hyphen. The length of what is
 * in out[size] with a NUL, or 0 if it does not fit or is empty. */
size_t cgi_utf8_fold(char *out, size_t size, cgi_slice s);

/* The words of `s` on one line: every run of white space and control
 * characters is one space, none at the ends. */
char *cgi_utf8_one_line(cgi_arena *a, cgi_slice s);

bool cgi_utf8_is_upper(uint32_t c);
bool cgi_utf8_is_letter(uint32_t c);
bool cgi_utf8_is_space(uint32_t c); /* Includes U+00A0 and U+2028. */

#endif
