/* SPDX-License-Identifier: Apache-2.0
 *
 * sources.h -- which Turtle files a world is made from, and in which order.
 */
#ifndef CG_WORLD_SOURCES_H
#define CG_WORLD_SOURCES_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

/* Bytes of one file, at most. */
#define CGI_SOURCE_MAX ((size_t)64 * 1024 * 1024)

typedef struct {
    const char *name; /* Without the folder. */
    const char *path;
} cgi_source;

typedef CGI_VEC(cgi_source) cgi_sources;

/* The data files in `folder`, sorted by name: order decides between entries.
 * CG_ERR_DATA if there are none. */
cg_status cgi_sources_list(cgi_sources *out, cgi_arena *a, const char *folder,
                           cg_error *err);

/* A hash of their names, sizes and bytes: the same key, the same world. */
cg_status cgi_sources_key(uint64_t *key, cgi_arena *a, const cgi_sources *s,
                          cg_error *err);

#endif
