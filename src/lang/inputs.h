/* SPDX-License-Identifier: Apache-2.0
 *
 * inputs.h -- what the tagger and the parser see of a word: numbers of rows.
 *
 * The first is the word itself, the others its beginnings, endings and shape,
 * which speak for words that are not known. Digits are all one digit in words:
 * "1987" and "2024" are the same.
 */
#ifndef CG_LANG_INPUTS_H
#define CG_LANG_INPUTS_H

#include "lang/lang.h"

#define CGI_AFFIXES 12

typedef struct {
    uint64_t word; /* cgi_word_hash() of the lower-case form. */
    uint64_t affixes[CGI_AFFIXES];
} cgi_inputs;

/* The row of an affix in a table of `n` rows. */
static inline uint32_t cgi_inputs_row(uint64_t affix, uint32_t n)
{
    return (uint32_t)(((affix >> 32) * n) >> 32);
}

/* How to look at the capitals of a sentence. */
typedef enum {
    CGI_CAPITALS_AUTO, /* They say nothing if there is nothing else. */
    CGI_CAPITALS_NONE  /* They say nothing. */
} cgi_capitals;

/* The hash of a lower-case form; digits are all one. */
uint64_t cgi_word_hash(const char *lower);

/* What is known of `n` tokens of one sentence. */
void cgi_inputs_fill(cgi_inputs *out, const cgi_token *tokens, size_t n,
                     cgi_capitals capitals);

#endif
