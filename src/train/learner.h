/* SPDX-License-Identifier: Apache-2.0
 *
 * learner.h -- an averaged perceptron over hashed features.
 *
 * Weights are whole numbers and change by one, so training gives the same
 * model everywhere. A feature counts only once it has been updated a few times
 * (Goldberg and Elhadad 2011, "Learning Sparser Perceptron Models"): this
 * drops nine features of ten and no accuracy.
 */
#ifndef CG_TRAIN_LEARNER_H
#define CG_TRAIN_LEARNER_H

#include <stddef.h>
#include <stdint.h>

#include "world/model.h"

typedef struct cgi_learner cgi_learner;

/* A learner of 1..256 labels whose features count after `min_updates`. */
cgi_learner *cgi_learner_new(uint32_t n_labels, uint32_t min_updates);
void cgi_learner_free(cgi_learner *l);

/* Adds the present weights of `n` features to scores[256]. */
void cgi_learner_score(int32_t *scores, const cgi_learner *l,
                       const uint64_t *features, size_t n);

/* Adds `by` to the weight of each feature with `label`. */
void cgi_learner_update(cgi_learner *l, const uint64_t *features, size_t n,
                        uint32_t label, int by);

/* One more example has been seen; averages are over these. */
void cgi_learner_tick(cgi_learner *l);

/* A new learner that knows only the `most` features of `l` with the largest
 * weights, and has not learnt anything about them yet. Learning once more with
 * these alone makes up for the loss of the others. */
cgi_learner *cgi_learner_narrow(const cgi_learner *l, size_t most);

/* Writes the averaged weights in the format of weights.h, from malloc(), as
 * whole numbers of 1/scale. Weights below `threshold` are dropped. */
void *cgi_learner_pack(size_t *size, const cgi_learner *l, int scale,
                       double threshold);

#endif
