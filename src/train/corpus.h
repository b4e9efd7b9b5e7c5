/* SPDX-License-Identifier: Apache-2.0
 *
 * corpus.h -- much text as numbers, and vectors of its words.
 *
 * Only words that are frequent enough have a number; the others are 0, and so
 * are the ends of sentences.
 */
#ifndef CG_TRAIN_CORPUS_H
#define CG_TRAIN_CORPUS_H

#include "train/train.h"

/* Numbers of a word's vector. */
#define CGI_VECTOR 64

typedef struct {
    uint64_t *words;    /* cgi_word_hash() of word i; words[0] is unused. */
    uint32_t *counts;   /* How often word i occurs. */
    const char **forms; /* Word i in lower case. */
    size_t n_words;     /* With word 0. */
    uint32_t *text;
    size_t n_text;
    cgi_table ids; /* From the 8 bytes of words[i] to &counts[i]. */
} cgi_corpus;

/* The inner product of two vectors. Eight sums, so that the compiler may use
 * vector instructions without changing what is computed. */
static inline float cgi_vector_dot(const float *a, const float *b)
{
    float s[8] = {0};
    for (int i = 0; i < CGI_VECTOR; i += 8)
        for (int k = 0; k < 8; k++)
            s[k] += a[i + k] * b[i + k];
    return ((s[0] + s[4]) + (s[1] + s[5])) + ((s[2] + s[6]) + (s[3] + s[7]));
}

/* Adds the tokens of articles and treebanks, then numbers the words. */
typedef struct cgi_corpus_maker cgi_corpus_maker;
cgi_corpus_maker *cgi_corpus_maker_new(cgi_arena *a);
void cgi_corpus_add(cgi_corpus_maker *m, const cgi_lang *l);

/* The `limit` most frequent words have numbers. Ends the maker. */
void cgi_corpus_end(cgi_corpus *out, cgi_corpus_maker *m, size_t limit);
void cgi_corpus_clear(cgi_corpus *c);

/* How often a lower-case word occurs; 0 if it has no number. */
uint32_t cgi_corpus_count(const cgi_corpus *c, cgi_slice lower);

/* A unit vector for each word, from malloc(): words that occur in the same
 * places have vectors that point the same way. That of word 0 is 0. */
float *cgi_train_vectors(const cgi_corpus *c);

/* Divides n unit vectors into k groups: the group of each, from 0. */
void cgi_train_groups(uint32_t *out, const float *vectors, size_t n, size_t k);

/* The section "clusters" from the words and their vectors. */
void *cgi_train_clusters(size_t *size, const cgi_corpus *c,
                         const float *vectors);

#endif
