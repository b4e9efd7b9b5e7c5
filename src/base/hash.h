/* SPDX-License-Identifier: Apache-2.0
 *
 * hash.h -- hashes, and a table from byte strings to pointers.
 *
 * The table keeps the order of insertion out of sight: nobody iterates over
 * it, so no output can depend on hash order.
 */
#ifndef CG_BASE_HASH_H
#define CG_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/slice.h"

/* A 64-bit hash of bytes, the same on every machine and in every run. */
uint64_t cgi_hash(const void *bytes, size_t len, uint64_t seed);

/* One more value mixed into a hash. */
static inline uint64_t cgi_hash_mix(uint64_t h, uint64_t v)
{
    h ^= v;
    h *= UINT64_C(0x9E3779B97F4A7C15);
    return h ^ (h >> 32);
}

/* SHA-256 of `s` in lower-case RFC 4648 base32 (a-z2-7), the first `n` <= 51
 * characters and a NUL, into out[n + 1]. */
void cgi_hash_base32(char *out, size_t n, cgi_slice s);

typedef struct cgi_entry cgi_entry;

/* From byte strings to pointers. Zero-initialised is empty. */
typedef struct {
    cgi_entry *entries;
    size_t n, size; /* `size` is 0 or a power of two. */
} cgi_table;

/* The value kept under `key`, or NULL. */
void *cgi_table_find(const cgi_table *t, cgi_slice key);

/* Where the value for `key` stands, NULL at first; the key is copied into
 * `a`. Valid until the next call. */
void **cgi_table_at(cgi_table *t, cgi_arena *a, cgi_slice key);

#endif
