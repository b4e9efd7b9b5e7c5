/* SPDX-License-Identifier: Apache-2.0
 *
 * tree.h -- the best tree over the words of a sentence.
 */
#ifndef CG_LANG_TREE_H
#define CG_LANG_TREE_H

#include <stdint.h>

#include "base/arena.h"

/* Sentences have at most so many words. */
#define CGI_TREE_LONGEST 400

typedef struct cgi_trees cgi_trees;

/* Room for sentences of up to `longest` <= CGI_TREE_LONGEST words. */
cgi_trees *cgi_trees_new(cgi_arena *a, size_t longest);

/* The heads of n words, which are one tree with one root. Row j of `scores`,
 * n + 1 long, says how well each head fits word j: [0] the root, [i + 1] word
 * i; what stands for word j itself is not looked at. heads[j] is -1 for the
 * root. */
void cgi_trees_find(int16_t *heads, cgi_trees *t, const float *scores,
                    size_t n);

#endif
