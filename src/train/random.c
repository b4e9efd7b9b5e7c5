/* SPDX-License-Identifier: Apache-2.0
 *
 * random.c -- memory, chance and threads for the training program.
 *
 * The generator is splitmix64 (Steele, Lea and Flood 2014), ours so that the
 * same seed gives the same model with any C library.
 */
#include <assert.h>
#include <pthread.h>
#include <stdbool.h>
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

/* What cannot have a thread is done by this one. */
void cgi_train_threads(void *(*what)(void *), void *const *arguments,
                       unsigned n)
{
    pthread_t threads[CGI_TRAIN_THREADS];
    bool started[CGI_TRAIN_THREADS] = {false};
    assert(n <= CGI_TRAIN_THREADS);
    for (unsigned i = 1; i < n; i++)
        started[i] = !pthread_create(&threads[i], NULL, what, arguments[i]);
    for (unsigned i = 0; i < n; i++)
        if (!started[i])
            what(arguments[i]);
    for (unsigned i = 1; i < n; i++)
        if (started[i])
            pthread_join(threads[i], NULL);
}
