/* SPDX-License-Identifier: Apache-2.0
 *
 * reader.h -- limits of cg_reader, for its tests.
 */
#ifndef CG_ARTICLE_READER_H
#define CG_ARTICLE_READER_H

#include <stddef.h>

/* Longest line of JSON Lines in bytes. An article of the largest size fits in
 * with room for the escapes of JSON. */
#define CGI_LINE_MAX ((size_t)64 * 1024 * 1024)

#endif
