/* SPDX-License-Identifier: Apache-2.0
 *
 * clusters.h -- words that occur alike, in three grains.
 *
 * The section "clusters" is a hash table of 2^bits places:
 *
 *   u32  bits
 *   u32  0
 *   {u32 print; u8 coarse; u8 middle; u16 fine} per place, print 0 if free
 *
 * A word is known by cgi_word_hash(); the low bits are its first place, the
 * high 32 its print, and places are tried in order.
 */
#ifndef CG_LANG_CLUSTERS_H
#define CG_LANG_CLUSTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "world/world.h"

#define CGI_CLUSTERS_HEADER 8
#define CGI_CLUSTERS_PLACE  8

typedef struct {
    const uint8_t *places; /* NULL: no word has a cluster. */
    uint32_t mask;
} cgi_clusters;

/* The cluster numbers of a word, from 1; all 0 for a word without. */
typedef struct {
    uint16_t fine;
    uint8_t middle, coarse;
} cgi_cluster;

/* Looks at the bytes of the section; false if they cannot be one. */
bool cgi_clusters_view(cgi_clusters *out, const void *bytes, size_t size);

/* Those of the model of `world`; without any if it has none. */
cgi_clusters cgi_clusters_of(const cg_world *world);

cgi_cluster cgi_clusters_find(const cgi_clusters *c, uint64_t word);

/* The print of a word, never 0. */
static inline uint32_t cgi_clusters_print(uint64_t word)
{
    uint32_t print = (uint32_t)(word >> 32);
    return print ? print : 1;
}

#endif
