/* SPDX-License-Identifier: Apache-2.0
 *
 * lemma.h -- how lemmas are made, as the training program sees it.
 *
 * A script turns a form into its lemma: drop bytes at the end, add others. The
 * section "lemma":
 *
 *   u32  number of scripts
 *   u32  bits of the table
 *   {u8 drop; u8 keep_case; u8 length; char add[13]} per script
 *   {u32 print; u16 script + 1} per place of the table, 0 if free
 *
 * The table has a script for words that need their own, and for endings of up
 * to CGI_LEMMA_ENDING bytes; the longest ending that is there decides.
 */
#ifndef CG_LANG_LEMMA_H
#define CG_LANG_LEMMA_H

#include "lang/lang.h"

#define CGI_LEMMA_HEADER 8
#define CGI_LEMMA_SCRIPT 16
#define CGI_LEMMA_ADD    13
#define CGI_LEMMA_PLACE  6
#define CGI_LEMMA_ENDING 7

typedef struct {
    uint32_t n_scripts, mask;
    const uint8_t *scripts, *places;
} cgi_lemmas;

/* Looks at the bytes of the section; false if they cannot be one. */
bool cgi_lemmas_view(cgi_lemmas *out, const void *bytes, size_t size);

/* The key of a word with a tag (cgi_tag_of()), and of an ending of it. */
uint64_t cgi_lemma_word_key(cgi_slice lower, uint16_t tag);
uint64_t cgi_lemma_ending_key(cgi_slice ending, uint16_t tag);

/* The lemma of a token that has tags. */
const char *cgi_lemma_make(cgi_arena *a, const cgi_lemmas *l,
                           const cgi_token *t);

#endif
