/* SPDX-License-Identifier: Apache-2.0
 *
 * samples.h -- from sentences to what the network learns from.
 */
#ifndef CG_TRAIN_SAMPLES_H
#define CG_TRAIN_SAMPLES_H

#include "train/net.h"

/* Pairs of tags, numbered. */
typedef struct {
    uint8_t pairs[2 * CGI_NET_TAGS_MAX]; /* cgi_upos, cgi_xpos of each. */
    uint32_t n;
    uint8_t labels[CGI_N_UPOS][CGI_N_XPOS]; /* Plus one; 0 for none. */
} cgi_tagset;

/* The pairs that occur in `l`. */
void cgi_tagset_make(cgi_tagset *out, const cgi_lang *l);

/* How samples are made. */
typedef struct {
    const cgi_corpus *words;
    const cgi_tagset *tags;
    uint32_t n_affixes;
    uint32_t capitals_of; /* One sentence of so many is there as if it were all
                             in capitals; 0 for none. */
} cgi_sampling;

/* Adds the sentences of `l` but for those that are too long. */
void cgi_samples_add(cgi_samples *s, const cgi_lang *l,
                     const cgi_sampling *how);
void cgi_samples_clear(cgi_samples *s);

#endif
