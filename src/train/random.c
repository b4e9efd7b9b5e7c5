/* SPDX-License-Identifier: Apache-2.0
 *
 * random.c -- memory and chance for the training program.
 *
 * The generator is splitmix64 (Steele, Lea and Flood 2014), ours so that the
 * same seed gives the same model with any C library.
 */
#include <stdio.h>
#include <stdlib.h>

#include "train/train.h"

static void *have(void *at)
{
    if (at)
        return at;
    fputs("claimgraph-train: out of memory\n", stderr);
    exit(3);
}

void *cgi_train_alloc(size_t n, size_t size)
{
    return have(calloc(n ? n : 1, size));
}

void *cgi_train_grow(void *at, size_t n, size_t size)
{
    if (size && n > SIZE_MAX / size)
        return have(NULL);
    return have(realloc(at, n * size));
}

uint64_t cgi_train_random(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

void cgi_train_shuffle(uint32_t *items, size_t n, uint64_t *state)
{
    for (size_t i = n; i > 1; i--) {
        size_t k = (size_t)(cgi_train_random(state) % i);
        uint32_t t = items[i - 1];
        items[i - 1] = items[k];
        items[k] = t;
    }
}
