/* SPDX-License-Identifier: Apache-2.0
 *
 * net.h -- the network of tagger and parser while it learns.
 *
 * All is in floats here; lang/net.h describes what the model file holds.
 */
#ifndef CG_TRAIN_NET_H
#define CG_TRAIN_NET_H

#include "lang/inputs.h"
#include "lang/net.h"
#include "train/corpus.h"
#include "train/train.h"

/* One word as the network meets it. Heads are positions in the sentence, -1
 * for the root. */
typedef struct {
    uint16_t rows[CGI_AFFIXES]; /* Of the table of affixes. */
    uint32_t word;              /* Row of the table of words, 0: unknown. */
    int16_t head;
    uint8_t rel, tag;
} cgi_sample;

typedef struct {
    cgi_sample *at; /* Those of all sentences. */
    size_t n, room;
    uint32_t *first; /* Of each sentence, and the end. */
    size_t n_sentences, sentence_room;
} cgi_samples; /* All from malloc(); zeros are none. */

/* Where the parameters stand that are not rows of tables. */
typedef struct {
    size_t weights, near, bias, gain, shift;
} cgi_net_layer_at;

typedef struct {
    size_t map, gain, shift;
    cgi_net_layer_at layers[CGI_NET_DEPTH_MAX];
    size_t tag, tag_bias;
    size_t head, head_bias, child, child_bias, root, distance;
    size_t above, below, rel_bias, rel, rel_shift;
    size_t end;
} cgi_net_at;

typedef struct {
    cgi_net_shape shape;
    cgi_net_at at;
    float *dense;         /* at.end of them. */
    float *words;         /* Rows of shape.width. */
    float *affixes;       /* The same. */
    const float *vectors; /* Of words, CGI_VECTOR long; not learnt. */
} cgi_net;

cgi_net *cgi_net_new(const cgi_net_shape *shape, const float *vectors,
                     uint64_t seed);
void cgi_net_free(cgi_net *net);

/* Words of a batch. */
#define CGI_BATCH_MAX 2048

/* Room for what is computed of a batch of words, and its gradients. */
typedef struct cgi_desk cgi_desk;
cgi_desk *cgi_desk_new(const cgi_net_shape *shape, size_t n_words);
void cgi_desk_free(cgi_desk *d);

/* Rates of dropout; all 0 when nothing is learnt. */
typedef struct {
    float word, input, layer, top;
} cgi_drop;

/* Computes the layers for sentences [sentences[0], ...) of `s`. */
void cgi_net_forward(cgi_desk *d, const cgi_net *net, const cgi_samples *s,
                     const uint32_t *sentences, size_t n, const cgi_drop *drop,
                     uint64_t seed);

/* After that: the gradients of all that the net says wrongly of the samples,
 * times `by`, become the desk's. Returns the loss. */
double cgi_net_backward(cgi_desk *d, const cgi_net *net, float by);

#endif
