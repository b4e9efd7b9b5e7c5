/* SPDX-License-Identifier: Apache-2.0
 *
 * hash.c -- hashes, and a table from byte strings to pointers.
 *
 * Not obvious: the table seeds its hash with the address of its own entries.
 * Whoever writes an article could otherwise choose words that all collide and
 * make the table slow. No output depends on it, since nobody can iterate.
 */
#include "base/hash.h"

#include <assert.h>
#include <nettle/sha2.h>

/* Powers of two, as the probe masks with them. */
#define FIRST_SIZE 16

struct cgi_entry {
    const char *key; /* NULL if the place is free. */
    size_t len;
    uint64_t hash;
    void *value;
};

/* Up to eight bytes as a little-endian number, whatever the machine is. */
static inline uint64_t load(const unsigned char *p, size_t n)
{
    uint64_t v = 0;
    for (size_t i = 0; i < n; i++)
        v |= (uint64_t)p[i] << (8 * i);
    return v;
}

/* Eight bytes; written out, since compilers know this form as one load. */
static inline uint64_t load8(const unsigned char *p)
{
    return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
           (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 |
           (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;
}

uint64_t cgi_hash(const void *bytes, size_t len, uint64_t seed)
{
    const unsigned char *p = bytes;
    uint64_t h = cgi_hash_mix(seed, (uint64_t)len + 1);
    size_t left = len;
    for (; left >= 8; left -= 8, p += 8)
        h = cgi_hash_mix(h, load8(p));
    if (left)
        h = cgi_hash_mix(h, load(p, left));
    /* The finaliser of MurmurHash3: every bit of h moves every bit. */
    h ^= h >> 33;
    h *= UINT64_C(0xFF51AFD7ED558CCD);
    h ^= h >> 33;
    h *= UINT64_C(0xC4CEB9FE1A85EC53);
    return h ^ (h >> 33);
}

void cgi_hash_base32(char *out, size_t n, cgi_slice s)
{
    static const char digits[] = "abcdefghijklmnopqrstuvwxyz234567";
    uint8_t sum[SHA256_DIGEST_SIZE];
    struct sha256_ctx ctx;
    assert(n <= 51);
    sha256_init(&ctx);
    if (s.len)
        sha256_update(&ctx, s.len, (const uint8_t *)s.at);
    sha256_digest(&ctx, sizeof sum, sum);
    /* 51 * 5 bits end within the 32 bytes. */
    unsigned bits = 0, n_bits = 0;
    const uint8_t *p = sum;
    for (size_t i = 0; i < n; i++) {
        if (n_bits < 5) {
            bits = (bits << 8 | *p++) & 0xFFF;
            n_bits += 8;
        }
        n_bits -= 5;
        out[i] = digits[bits >> n_bits & 31];
    }
    out[n] = '\0';
}

static uint64_t table_hash(const cgi_entry *entries, cgi_slice key)
{
    return cgi_hash(key.at, key.len, (uint64_t)(uintptr_t)entries);
}

/* The entry of `key`, or the free place where it belongs. There is always a
 * free place, so the search ends. */
static cgi_entry *probe(cgi_entry *entries, size_t size, uint64_t hash,
                        cgi_slice key)
{
    size_t i = (size_t)hash & (size - 1);
    for (;; i = (i + 1) & (size - 1)) {
        cgi_entry *e = &entries[i];
        if (!e->key)
            return e;
        if (e->hash == hash &&
            cgi_slice_equal((cgi_slice){e->key, e->len}, key))
            return e;
    }
}

/* Twice the places. The table is changed only when nothing can fail. */
static void grow(cgi_table *t, cgi_arena *a)
{
    size_t size = t->size ? 2 * t->size : FIRST_SIZE;
    cgi_entry *entries = cgi_arena_array(a, size, sizeof *entries);
    for (size_t i = 0; i < t->size; i++) {
        cgi_entry e = t->entries[i];
        if (!e.key)
            continue;
        cgi_slice key = {e.key, e.len};
        e.hash = table_hash(entries, key);
        *probe(entries, size, e.hash, key) = e;
    }
    t->entries = entries;
    t->size = size;
}

void *cgi_table_find(const cgi_table *t, cgi_slice key)
{
    if (!t->n)
        return NULL;
    const cgi_entry *e =
        probe(t->entries, t->size, table_hash(t->entries, key), key);
    return e->key ? e->value : NULL;
}

void **cgi_table_at(cgi_table *t, cgi_arena *a, cgi_slice key)
{
    if (t->n >= t->size / 4 * 3)
        grow(t, a);
    uint64_t hash = table_hash(t->entries, key);
    cgi_entry *e = probe(t->entries, t->size, hash, key);
    if (!e->key) {
        const char *copy = cgi_arena_strndup(a, key.at, key.len);
        *e = (cgi_entry){copy, key.len, hash, NULL};
        t->n++;
    }
    return &e->value;
}
