/* SPDX-License-Identifier: Apache-2.0
 *
 * features.c -- computes what the tagger and the parser see of a word.
 *
 * In a sentence that is all capitals the case of letters says nothing, so
 * there every word has the shape of one in lower case.
 */
#include "lang/features.h"

#include <string.h>

#include "base/hash.h"

#define WORD_SEED  1
#define SHAPE_SEED 2
/* Longer words differ only in their first bytes. */
#define WORD_MAX  64
#define SHAPE_MAX 12
/* A sentence is in capitals with this many letters, none lower, at least. */
#define CAPITALS_MIN 8

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

uint64_t cgi_traits_word(const char *lower)
{
    char word[WORD_MAX];
    size_t n = 0;
    for (; n < WORD_MAX && lower[n]; n++)
        word[n] = is_digit(lower[n]) ? '0' : lower[n];
    return cgi_hash(word, n, WORD_SEED);
}

/* The kind of a byte in a shape. Bytes of other scripts are one kind. */
static char kind_of(char c, bool capitals)
{
    if (c >= 'a' && c <= 'z')
        return 'x';
    if (c >= 'A' && c <= 'Z')
        return capitals ? 'x' : 'X';
    if (is_digit(c))
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
    return cgi_hash(shape, n, SHAPE_SEED);
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

static void fill_one(cgi_traits *t, const cgi_token *token, bool capitals,
                     const cgi_clusters *clusters)
{
    const char *s = token->lower;
    size_t len = strlen(s);
    memset(t, 0, sizeof *t);
    t->word = cgi_traits_word(s);
    for (size_t k = 0; k < 8 && k < len; k++) {
        t->front |= (uint64_t)(unsigned char)s[k] << (8 * k);
        t->tail |= (uint64_t)(unsigned char)s[len - 1 - k] << (8 * k);
    }
    t->shape = shape_of(token->form, capitals);
    t->cluster = cgi_clusters_find(clusters, t->word);
    t->is_capital = !capitals && token->form[0] >= 'A' && token->form[0] <= 'Z';
    t->is_glued = !token->space_before;
}

static void fill(cgi_traits *out, const cgi_token *tokens, size_t n,
                 bool capitals, const cgi_clusters *clusters)
{
    for (size_t i = 0; i < CGI_TRAITS_PAD; i++) {
        out[i] = (cgi_traits){.word = 1 + i, .shape = 1};
        out[CGI_TRAITS_PAD + n + i] =
            (cgi_traits){.word = 1 + CGI_TRAITS_PAD + i, .shape = 2};
    }
    for (size_t i = 0; i < n; i++)
        fill_one(&out[CGI_TRAITS_PAD + i], &tokens[i], capitals, clusters);
}

void cgi_traits_fill(cgi_traits *out, const cgi_token *tokens, size_t n,
                     const cgi_clusters *clusters)
{
    fill(out, tokens, n, all_capitals(tokens, n), clusters);
}

void cgi_traits_fill_capitals(cgi_traits *out, const cgi_token *tokens,
                              size_t n, const cgi_clusters *clusters)
{
    fill(out, tokens, n, true, clusters);
}

cgi_clusters cgi_traits_clusters(const cg_world *world)
{
    cgi_clusters c;
    size_t size;
    const void *bytes = cgi_model_section(&size, world->model, "clusters");
    cgi_clusters_view(&c, bytes, size);
    return c;
}

cgi_traits *cgi_traits_new(cgi_arena *a, const cgi_lang *l)
{
    size_t longest = 0;
    for (size_t i = 0; i < l->n_sentences; i++) {
        size_t n = l->sentences[i].end - l->sentences[i].first;
        longest = n > longest ? n : longest;
    }
    return cgi_arena_array(a, longest + 2 * CGI_TRAITS_PAD, sizeof(cgi_traits));
}
