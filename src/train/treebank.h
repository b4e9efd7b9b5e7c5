/* SPDX-License-Identifier: Apache-2.0
 *
 * treebank.h -- reads CoNLL-U as if it were an analysis of ours.
 *
 * The text is put together again from the words, so that an article and its
 * offsets exist; empty nodes, features and enhanced relations are passed over.
 */
#ifndef CG_TRAIN_TREEBANK_H
#define CG_TRAIN_TREEBANK_H

#include "base/error.h"
#include "lang/lang.h"

/* Reads `n` files into one analysis, all of it in `a`. An error has the line
 * and is CG_ERR_TEXT, CG_ERR_IO or CG_ERR_LIMIT. */
cg_status cgi_treebank_read(cgi_lang *out, cgi_arena *a,
                            const char *const *paths, size_t n, cg_error *err);

#endif
