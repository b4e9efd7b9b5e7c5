/* SPDX-License-Identifier: Apache-2.0
 *
 * raw.h -- reads text without labels, article by article.
 */
#ifndef CG_TRAIN_RAW_H
#define CG_TRAIN_RAW_H

#include "base/error.h"
#include "lang/lang.h"

/* Is given the tokens and sentences of an article, which end with the call. */
typedef void (*cgi_raw_use)(void *to, const cgi_lang *l);

/* Reads the articles of `n` files of JSON Lines; bad lines are passed over.
 * Fails with CG_ERR_IO. */
cg_status cgi_raw_read(const char *const *paths, size_t n,
                       const cg_world *world, cgi_raw_use use, void *to,
                       cg_error *err);

#endif
