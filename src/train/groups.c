/* SPDX-License-Identifier: Apache-2.0
 *
 * groups.c -- trains the section "clusters": words with vectors alike.
 *
 * Spherical k-means three times, for three grains. The words come by falling
 * frequency, so that the first k of them are good first centres.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lang/clusters.h"
#include "train/corpus.h"

#define ROUNDS 12
#define COARSE 50
#define MIDDLE 200
#define FINE   800
/* Centres begin as every so many-th of the frequent words. */
#define SPREAD 3

static uint32_t nearest(const float *v, const float *centres, size_t k)
{
    uint32_t best = 0;
    float most = -2;
    for (uint32_t i = 0; i < k; i++) {
        float d = cgi_vector_dot(v, centres + (size_t)i * CGI_VECTOR);
        if (d > most) {
            most = d;
            best = i;
        }
    }
    return best;
}

/* The means of the groups. Their length does not matter among members, but
 * between groups it would: a loose group has a short mean. */
static void move_centres(float *centres, const uint32_t *group,
                         const float *vectors, size_t n, size_t k)
{
    memset(centres, 0, k * CGI_VECTOR * sizeof *centres);
    for (size_t i = 0; i < n; i++) {
        float *c = centres + (size_t)group[i] * CGI_VECTOR;
        for (int x = 0; x < CGI_VECTOR; x++)
            c[x] += vectors[i * CGI_VECTOR + (size_t)x];
    }
    for (size_t g = 0; g < k; g++) {
        float *c = centres + g * CGI_VECTOR;
        float length = sqrtf(cgi_vector_dot(c, c));
        for (int x = 0; x < CGI_VECTOR; x++)
            c[x] = length > 0 ? c[x] / length : 0;
    }
}

void cgi_train_groups(uint32_t *out, const float *vectors, size_t n, size_t k)
{
    float *centres = cgi_train_alloc(k * CGI_VECTOR, sizeof *centres);
    for (size_t i = 0; i < k; i++)
        memcpy(centres + i * CGI_VECTOR,
               vectors + (i * SPREAD % (n ? n : 1)) * CGI_VECTOR,
               CGI_VECTOR * sizeof *centres);
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < n; i++)
            out[i] = nearest(vectors + i * CGI_VECTOR, centres, k);
        move_centres(centres, out, vectors, n, k);
    }
    free(centres);
}

static void put(uint8_t *places, uint32_t mask, uint64_t word,
                const uint32_t *grains)
{
    uint32_t place = (uint32_t)word & mask;
    while (cgi_load32(places + (size_t)CGI_CLUSTERS_PLACE * place))
        place = (place + 1) & mask;
    uint8_t *at = places + (size_t)CGI_CLUSTERS_PLACE * place;
    cgi_store32(at, cgi_clusters_print(word));
    at[4] = (uint8_t)(grains[0] + 1);
    at[5] = (uint8_t)(grains[1] + 1);
    cgi_store16(at + 6, grains[2] + 1);
}

void *cgi_train_clusters(size_t *size, const cgi_corpus *c,
                         const float *vectors)
{
    static const size_t sizes[3] = {COARSE, MIDDLE, FINE};
    size_t n = c->n_words - 1;
    uint32_t *groups = cgi_train_alloc(3 * n, sizeof *groups);
    for (size_t g = 0; g < 3 && n; g++)
        cgi_train_groups(groups + g * n, vectors + CGI_VECTOR, n, sizes[g]);
    uint32_t bits = 0;
    while (((size_t)1 << bits) * 4 < n * 5)
        bits++;
    *size = CGI_CLUSTERS_HEADER + ((size_t)CGI_CLUSTERS_PLACE << bits);
    uint8_t *out = cgi_train_alloc(*size, 1);
    cgi_store32(out, bits);
    for (size_t i = 0; i < n; i++) {
        uint32_t grains[3] = {groups[i], groups[n + i], groups[2 * n + i]};
        put(out + CGI_CLUSTERS_HEADER, ((uint32_t)1 << bits) - 1,
            c->words[i + 1], grains);
    }
    free(groups);
    return out;
}
