/* SPDX-License-Identifier: Apache-2.0
 *
 * desk.h -- what is computed of a batch of words while the network learns.
 *
 * Matrices have a row for each word of the batch, sentence after sentence.
 */
#ifndef CG_TRAIN_DESK_H
#define CG_TRAIN_DESK_H

#include "train/net.h"

/* What a layer made on its way from its inputs to its outputs. */
typedef struct {
    float *in;      /* Inputs with dropout, */
    float *pre;     /* their products: forget, candidate, output gates, */
    float *state;   /* the states, */
    float *normal;  /* inputs and states with mean 0 and variance 1, */
    float *inverse; /* 1 / standard deviation of each word, */
    float *out;     /* and the outputs. */
    float *mask;    /* Of dropout, a row for each sentence. */
} cgi_desk_layer;

struct cgi_desk {
    cgi_net_shape shape;
    cgi_net_at at;
    size_t room; /* Words. */
    /* The batch. */
    cgi_sample *samples;
    uint32_t *first; /* Of each sentence, and the end. */
    size_t n, n_sentences;
    uint64_t seed;
    cgi_drop drop;
    /* Forwards. */
    float *vectors, *sum, *input, *inverse, *input_mask;
    cgi_desk_layer layers[CGI_NET_DEPTH_MAX];
    float *near, *top, *top_mask;
    float *tags, *heads, *children, *above, *below, *rels, *joined;
    float *scores; /* Of the heads of one sentence. */
    /* Backwards. */
    float *gradient; /* Of the dense parameters; */
    float *d_input;  /* of the sums of table rows. */
    float *d_out, *d_in, *d_pre, *d_tags, *d_top, *transposed;
    float *d_heads, *d_children, *d_above, *d_below;
};

/* sum[k] += row[k] for k < n. */
void cgi_desk_add(float *sum, const float *row, size_t n);

/* out = in * mask, of which all words of a sentence have the same row; `out`
 * may be `in`. Gradients go back through it in the same way. */
void cgi_desk_mask(float *out, const float *in, const float *mask,
                   const cgi_desk *d);

/* The heads' scores of a sentence, a row of n + 1 for each word. */
void cgi_desk_score(cgi_desk *d, const cgi_net *net, size_t sentence);

/* The scores of relations if word i of the batch had head `heads[i]`; those of
 * roots mean nothing. */
void cgi_desk_relate(cgi_desk *d, const cgi_net *net, const int16_t *heads);

#endif
