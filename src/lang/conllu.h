/* SPDX-License-Identifier: Apache-2.0
 *
 * conllu.h -- writes an analysis as CoNLL-U.
 *
 * One thing not obvious: CharStart and CharEnd count code points in the
 * article, not bytes, as everything that is written does.
 */
#ifndef CG_LANG_CONLLU_H
#define CG_LANG_CONLLU_H

#include <stdio.h>

#include "lang/lang.h"

/* Writes all sentences; the caller looks at ferror(). Names stand as IOB2 tags
 * in the last column. */
void cgi_conllu_write(FILE *to, const cgi_lang *l);

#endif
