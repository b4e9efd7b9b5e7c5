/* SPDX-License-Identifier: Apache-2.0
 *
 * trainers.h -- the trainers of the sections tag, parse, lemma and clusters.
 *
 * Each makes the bytes of its section with malloc().
 */
#ifndef CG_TRAIN_TRAINERS_H
#define CG_TRAIN_TRAINERS_H

#include "lang/clusters.h"
#include "train/corpus.h"
#include "train/train.h"

/* From all sentences of `l` but those with skip[i]; `skip` may be NULL. */
void *cgi_train_tagger(size_t *size, cgi_arena *a, const cgi_lang *l,
                       const bool *skip, const cgi_clusters *clusters);

/* A copy of `l` whose tags are what a tagger says that has not learnt from
 * the same sentences: as wrong as tags will be when the parser is used. */
cgi_lang cgi_train_jackknife(cgi_arena *a, const cgi_lang *l,
                             const cgi_clusters *clusters);

/* From the trees of `l`, whose tags are predicted ones. */
void *cgi_train_parser(size_t *size, cgi_arena *a, const cgi_lang *l,
                       const cgi_clusters *clusters);

/* From the words of `l`; from a file of irregular forms and from the words of
 * a corpus, where these are not NULL. */
cg_status cgi_train_lemmas(void **out, size_t *size, cgi_arena *a,
                           const cgi_lang *l, const cgi_corpus *corpus,
                           const char *irregular, cg_error *err);

#endif
