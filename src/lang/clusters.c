/* SPDX-License-Identifier: Apache-2.0
 *
 * clusters.c -- looks up the clusters of a word.
 *
 * The table always has free places, but a damaged one might not: a search
 * gives up after LOOK places.
 */
#include "lang/clusters.h"

#include <string.h>

#include "world/model.h"

#define BITS_MAX 24
#define LOOK     64

bool cgi_clusters_view(cgi_clusters *out, const void *bytes, size_t size)
{
    memset(out, 0, sizeof *out);
    const uint8_t *b = bytes;
    if (!b || size < CGI_CLUSTERS_HEADER)
        return false;
    uint32_t bits = cgi_load32(b);
    if (bits > BITS_MAX ||
        size != CGI_CLUSTERS_HEADER + ((size_t)CGI_CLUSTERS_PLACE << bits))
        return false;
    out->places = b + CGI_CLUSTERS_HEADER;
    out->mask = ((uint32_t)1 << bits) - 1;
    return true;
}

cgi_clusters cgi_clusters_of(const cg_world *world)
{
    cgi_clusters c;
    size_t size;
    const void *bytes = cgi_model_section(&size, world->model, "clusters");
    cgi_clusters_view(&c, bytes, size);
    return c;
}

cgi_cluster cgi_clusters_find(const cgi_clusters *c, uint64_t word)
{
    uint32_t print = cgi_clusters_print(word);
    for (uint32_t i = 0; c->places && i < LOOK; i++) {
        const uint8_t *at = c->places + (size_t)CGI_CLUSTERS_PLACE *
                                            (((uint32_t)word + i) & c->mask);
        uint32_t found = cgi_load32(at);
        if (found == print)
            return (cgi_cluster){(uint16_t)cgi_load16(at + 6), at[5], at[4]};
        if (!found)
            break;
    }
    return (cgi_cluster){0, 0, 0};
}
