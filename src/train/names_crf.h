/* SPDX-License-Identifier: Apache-2.0
 *
 * names_crf.h -- a linear-chain conditional random field.
 *
 * Learns by AdaGrad on one sentence at a time, in an order that a generator
 * with a fixed seed gives, so the same files and the same compiler give the
 * same weights.
 */
#ifndef CG_TRAIN_NAMES_CRF_H
#define CG_TRAIN_NAMES_CRF_H

#include "lang/names.h"

/* Sentences as numbers. Features of token i are ids[starts[i] .. starts[i+1]),
 * rows of the weights. */
typedef struct {
    uint32_t *ids;
    size_t *starts; /* n_tokens + 1. */
    uint8_t *gold;
    size_t n_tokens;
    size_t *sentences; /* First token of each, and the end. */
    size_t n_sentences;
    uint32_t n_rows;
} cgi_crf_data;

typedef struct {
    float (*rows)[CGI_NAMES_TAGS];
    float step[CGI_NAMES_STEPS][CGI_NAMES_STEPS];
} cgi_crf;

/* Learns from `data`; the rows are from malloc(). */
void cgi_crf_train(cgi_crf *out, const cgi_crf_data *data, unsigned rounds);

#endif
