/* SPDX-License-Identifier: Apache-2.0
 *
 * sample_words.h -- a sentence from words, for tests of language analysis.
 *
 * Words are given with a space between; one that begins with "+" is glued to
 * the word before and belongs to it ("do +n't"), one with "~" is only glued.
 */
#ifndef CG_TEST_SAMPLE_WORDS_H
#define CG_TEST_SAMPLE_WORDS_H

#include "lang/lang.h"

/* One sentence, or one for each line; all in `a`. */
void sample_words(cgi_lang *out, cgi_arena *a, const char *words);

/* "went/VERB/VBD/go" for a token. */
const char *sample_tags(cgi_arena *a, const cgi_token *t);

/* The forms of a word's head and its relation: "nsubj(fled)"; "root". */
const char *sample_relation(cgi_arena *a, const cgi_lang *l, size_t i);

/* The index of the first token with that form; fails the test if none. */
size_t sample_find(const cgi_lang *l, const char *form);

#endif
