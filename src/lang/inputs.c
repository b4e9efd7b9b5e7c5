/* SPDX-License-Identifier: Apache-2.0
 *
 * inputs.c -- computes what the tagger and the parser see of a word.
 *
 * In a sentence that is all capitals the case of letters says nothing, so
 * there every word has the shape of one in lower case.
 */
#include "lang/inputs.h"

#include <string.h>

#include "base/hash.h"

/* Longer words differ only in their first bytes. */
#define WORD_MAX  64
#define WORD_SEED 1
#define SHAPE_MAX 12
/* A sentence is in capitals with this many letters, none lower, at least. */
#define CAPITALS_MIN 8
#define TAILS        5
#define FRONTS       4

uint64_t cgi_word_hash(const char *lower)
{
    char word[WORD_MAX];
    size_t n = 0;
    for (; n < WORD_MAX && lower[n]; n++)
        word[n] = lower[n] >= '0' && lower[n] <= '9' ? '0' : lower[n];
    return cgi_hash(word, n, WORD_SEED);
}

/* The kind of a byte in a shape. Bytes of other scripts are one kind. */
static char kind_of(char c, bool capitals)
{
    if (c >= 'a' && c <= 'z')
        return 'x';
    if (c >= 'A' && c <= 'Z')
        return capitals ? 'x' : 'X';
    if (c >= '0' && c <= '9')
        return 'd';
    return (unsigned char)c >= 0x80 ? 'u' : c;
}

/* At most two of a kind in a row, and SHAPE_MAX in all. */
static uint64_t shape_of(const char *form, bool capitals)
{
    char shape[SHAPE_MAX];
    size_t n = 0;
    for (; *form && n < SHAPE_MAX; form++) {
        char k = kind_of(*form, capitals);
        if (n < 2 || shape[n - 1] != k || shape[n - 2] != k)
            shape[n++] = k;
    }
    return cgi_hash(shape, n, 0);
}

static bool all_capitals(const cgi_token *tokens, size_t n)
{
    size_t upper = 0;
    for (size_t i = 0; i < n; i++)
        for (const char *p = tokens[i].form; *p; p++) {
            if (*p >= 'a' && *p <= 'z')
                return false;
            upper += *p >= 'A' && *p <= 'Z';
        }
    return upper >= CAPITALS_MIN;
}

static void fill_one(cgi_inputs *out, const cgi_token *t, bool first,
                     bool capitals)
{
    const char *s = t->lower;
    size_t len = strlen(s), k = 0;
    uint64_t shape = shape_of(t->form, capitals);
    out->word = cgi_word_hash(s);
    for (size_t i = 1; i <= TAILS; i++)
        out->affixes[k++] = cgi_hash(s + (len > i ? len - i : 0),
                                     len > i ? i : len, 16 + i + (len <= i));
    for (size_t i = 1; i <= FRONTS; i++)
        out->affixes[k++] = cgi_hash(s, len > i ? i : len, 32 + i);
    out->affixes[k++] = cgi_hash_mix(shape, first ? 66 : 64);
    out->affixes[k++] = cgi_hash_mix(shape, t->space_before ? 69 : 68);
    out->affixes[k++] = cgi_hash_mix(
        cgi_hash(s + (len > 3 ? len - 3 : 0), len > 3 ? 3 : len, 70), shape);
}

void cgi_inputs_fill(cgi_inputs *out, const cgi_token *tokens, size_t n,
                     cgi_capitals capitals)
{
    bool none = capitals == CGI_CAPITALS_NONE || all_capitals(tokens, n);
    for (size_t i = 0; i < n; i++)
        fill_one(&out[i], &tokens[i], i == 0, none);
}
