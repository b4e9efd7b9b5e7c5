/* SPDX-License-Identifier: Apache-2.0
 *
 * diff.h -- what two graphs say differently.
 */
#ifndef CG_STORE_DIFF_H
#define CG_STORE_DIFF_H

#include "store/triples.h"

/* Writes it to `to`; returns how many nodes differ. Both are settled. */
size_t cgi_triples_diff(FILE *to, cgi_arena *a, const cgi_triples *old_graph,
                        const cgi_triples *new_graph);

#endif
