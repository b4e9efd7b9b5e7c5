/* SPDX-License-Identifier: Apache-2.0
 *
 * features.h -- what the tagger and the parser see of a word.
 *
 * Words are only hashes here, and digits are all one digit: "1987" and "2024"
 * are the same word.
 */
#ifndef CG_LANG_FEATURES_H
#define CG_LANG_FEATURES_H

#include "lang/clusters.h"
#include "lang/lang.h"

/* Traits of CGI_TRAITS_PAD words that are not there stand before and after
 * those of a sentence, so that features need not look for its edges. */
#define CGI_TRAITS_PAD 4

typedef struct {
    uint64_t word;  /* Hash of the lower-case form. */
    uint64_t tail;  /* The last 8 bytes of it, the last in the low byte. */
    uint64_t front; /* The first 8 bytes, the first in the low byte. */
    uint64_t shape; /* Hash of "Xx", "d.d", "xx-x". */
    cgi_cluster cluster;
    uint16_t tag;              /* cgi_tag_of() the token; 0 for none. */
    uint8_t upos;              /* cgi_upos + 1; 0 for none. */
    bool is_capital, is_glued; /* Upper case first; no space before it. */
} cgi_traits;

/* The last or first `n` <= 8 bytes of `tail` or `front`. */
static inline uint64_t cgi_traits_bytes(uint64_t bytes, unsigned n)
{
    return n < 8 ? bytes & (((uint64_t)1 << (8 * n)) - 1) : bytes;
}

/* Both tags of a token as one number, never 0. */
static inline uint16_t cgi_tag_of(uint8_t upos, uint8_t xpos)
{
    return (uint16_t)(upos * 64 + xpos + 1);
}

/* Copies the tags of a token, once they are known. */
static inline void cgi_traits_tag(cgi_traits *t, uint8_t upos, uint8_t xpos)
{
    t->tag = cgi_tag_of(upos, xpos);
    t->upos = (uint8_t)(upos + 1);
}

/* The hash of a lower-case form. */
uint64_t cgi_traits_word(const char *lower);

/* Fills out[0 .. n + 2 * CGI_TRAITS_PAD) for `n` tokens of one sentence, all
 * but the tags. `out` + CGI_TRAITS_PAD is the first token's. */
void cgi_traits_fill(cgi_traits *out, const cgi_token *tokens, size_t n,
                     const cgi_clusters *clusters);

/* The same as if the sentence were all in capitals. */
void cgi_traits_fill_capitals(cgi_traits *out, const cgi_token *tokens,
                              size_t n, const cgi_clusters *clusters);

/* The clusters of a model; without any if it has none. */
cgi_clusters cgi_traits_clusters(const cg_world *world);

/* Room for the traits of any sentence of `l`. */
cgi_traits *cgi_traits_new(cgi_arena *a, const cgi_lang *l);

#endif
