/* SPDX-License-Identifier: Apache-2.0
 *
 * names_iob.h -- entity files in, documents for the name finder out.
 */
#ifndef CG_TRAIN_NAMES_IOB_H
#define CG_TRAIN_NAMES_IOB_H

#include "train/train.h"

/* A document of an entity file: its tokens, and the tag of each. */
typedef struct {
    cgi_lang lang;
    uint8_t *gold; /* Tags of lang/names.h. */
} cgi_iob_document;

typedef CGI_VEC(cgi_iob_document) cgi_iob;

/* Adds the documents of the IOB2 file at `path`: a token and its tag on a line,
 * the tag last; an empty line after each sentence. A line "# newdoc" begins a
 * document, as does a sentence that is only an address, and as does any after
 * a document has grown long: what is known of a word holds only so far. */
cg_status cgi_iob_read(cgi_iob *out, cgi_arena *a, const char *path,
                       cg_error *err);

/* Puts right the names of the documents from `first`, where a machine made
 * them of something else: titles are taken off them, peoples ("Americans") are
 * dropped, and lost first words ("New" of "New York") are taken back. */
void cgi_iob_clean(cgi_iob *iob, size_t first, const cg_world *world);

/* A copy of `d` with capitals only, or with the first letter of every word of
 * its short sentences in capitals. */
cgi_iob_document cgi_iob_upper(const cgi_iob_document *d, cgi_arena *a);
cgi_iob_document cgi_iob_title(const cgi_iob_document *d, cgi_arena *a);

#endif
