/* SPDX-License-Identifier: Apache-2.0
 *
 * trainers.h -- the trainers of the sections net, lemma and clusters.
 *
 * Each makes the bytes of its section with malloc().
 */
#ifndef CG_TRAIN_TRAINERS_H
#define CG_TRAIN_TRAINERS_H

#include "lang/clusters.h"
#include "train/corpus.h"
#include "train/train.h"

/* What the section "net" is learnt from. */
typedef struct {
    const cgi_lang *trees;
    const cgi_corpus *words; /* Those that the network knows, */
    const float *vectors;    /* and their vectors. */
    const char *const *raw;  /* Paths of files with news; may be none. */
    size_t n_raw;
    const cg_world *world; /* To find sentences and words in them. */
} cgi_net_lessons;

/* The bytes of the section. Takes an hour on two cores where there is news.
 * Fails with CG_ERR_IO if the news cannot be read. */
cg_status cgi_train_net(void **out, size_t *size, const cgi_net_lessons *from,
                        cg_error *err);

/* From the words of `l`; from a file of irregular forms and from the words of
 * a corpus, where these are not NULL. */
cg_status cgi_train_lemmas(void **out, size_t *size, cgi_arena *a,
                           const cgi_lang *l, const cgi_corpus *corpus,
                           const char *irregular, cg_error *err);

#endif
