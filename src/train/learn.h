/* SPDX-License-Identifier: Apache-2.0
 *
 * learn.h -- training of the network, and what it says of sentences.
 */
#ifndef CG_TRAIN_LEARN_H
#define CG_TRAIN_LEARN_H

#include "train/net.h"

typedef struct {
    size_t steps; /* Batches in all. */
    size_t batch; /* Words of a batch. */
    float rate;   /* The highest of the learning rates. */
    cgi_drop drop;
    uint64_t seed;
} cgi_course;

/* Trains on `main` and, where it is not NULL, on as many words of `extra`
 * times `share`. */
void cgi_net_learn(cgi_net *net, const cgi_samples *main,
                   const cgi_samples *extra, float share,
                   const cgi_course *course);

/* Replaces heads, relations and tags of the samples by what `n` nets say
 * together. */
void cgi_nets_say(cgi_samples *s, cgi_net *const *nets, size_t n);

#endif
