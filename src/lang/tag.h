/* SPDX-License-Identifier: Apache-2.0
 *
 * tag.h -- the tagger, as the training program sees it.
 *
 * A label is a pair of tags, universal and Penn. The section "tag":
 *
 *   u32  number of labels
 *   u32  bits of the word table
 *   {u8 upos; u8 xpos}[256]
 *   {u32 print; u16 set; u8 label; u8 0} per place of the word table
 *   the weights, in the format of weights.h
 *
 * The word table knows frequent words: `set` is a number for the set of labels
 * that the word had in training, and `label` the only one of a word without
 * doubt, or CGI_TAG_OPEN.
 */
#ifndef CG_LANG_TAG_H
#define CG_LANG_TAG_H

#include "lang/features.h"
#include "lang/weights.h"

#define CGI_TAG_HEADER       (8 + 512)
#define CGI_TAG_PLACE        8
#define CGI_TAG_OPEN         255
#define CGI_TAG_FEATURES_MAX 64

typedef struct {
    cgi_weights weights;
    uint32_t n_labels, mask;
    const uint8_t *labels, *words;
} cgi_tagger;

/* What the word table says of the words of a sentence, with the same padding
 * as the traits, and the labels given so far. */
typedef struct {
    uint16_t set;
    uint8_t label;
} cgi_known;

/* Looks at the bytes of the section; false if they cannot be one. */
bool cgi_tagger_view(cgi_tagger *out, const void *bytes, size_t size);

void cgi_tagger_known(cgi_known *out, const cgi_tagger *t,
                      const cgi_traits *traits, size_t n);

/* The features of a word; `before` and `before2` are the labels of the last
 * words plus 1, 0 at the start. Returns how many. */
size_t cgi_tag_features(uint64_t out[CGI_TAG_FEATURES_MAX], const cgi_traits *t,
                        const cgi_known *k, uint32_t before, uint32_t before2);

/* Sets the tags of `n` tokens of a sentence. `known` has room as `traits`. */
void cgi_tag_sentence(cgi_token *tokens, size_t n, const cgi_traits *traits,
                      cgi_known *known, const cgi_tagger *t);

#endif
