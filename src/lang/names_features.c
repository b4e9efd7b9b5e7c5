/* SPDX-License-Identifier: Apache-2.0
 *
 * names_features.c -- what speaks for or against a tag, as hashes.
 *
 * Not obvious: features of the word use its lower case, and those of its
 * shape say how the sentence uses capitals. So what is learnt of "kabul" holds
 * in headlines and in articles all in capitals, and only the shape does not.
 */
#include "lang/names.h"

#include <assert.h>

/* Each template has a number, which seeds its hash. */
enum {
    F_BIAS,
    F_WORD,
    F_FORM,
    F_SHAPE,
    F_AFFIX,
    F_LISTS,
    F_GAZ,
    F_TAG,
    F_RUN,
    F_HINT,
    F_PLACE,
    F_PAIR,
    F_COARSE,
    F_MIDDLE,
    F_FINE,
    F_COUNT
};

typedef struct {
    uint64_t *at;
    size_t n;
} features;

/* Adds a feature of template `id`, which says `value` of the token at
 * `offset` from ours. */
static inline void add(features *f, unsigned id, int offset, uint64_t value)
{
    uint64_t seed =
        UINT64_C(0x9E3779B97F4A7C15) * (id * 16 + 8 + (unsigned)offset);
    uint64_t h = cgi_hash_mix(seed, value) * UINT64_C(0xFF51AFD7ED558CCD);
    assert(f->n < CGI_NAMES_FEATURES_MAX);
    f->at[f->n++] = h ^ (h >> 29);
}

static inline uint64_t pair(uint64_t a, uint64_t b)
{
    return cgi_hash_mix(a * UINT64_C(0xC4CEB9FE1A85EC53), b);
}

/* The tokens around ours: [-3 .. 3] as k[0 .. 6]. Beyond the sentence stand
 * blank ones. */
#define NEAR 3
typedef struct {
    const cgi_names_token *k[2 * NEAR + 1];
    const cgi_token *token[2 * NEAR + 1];
} window;

static const cgi_names_word no_word;
static const cgi_names_token no_token = {
    .word = &no_word, .form = 3, .lower = 5, .shape = 7};
static const cgi_token no_lang_token = {
    .form = "", .lower = "", .upos = CGI_N_UPOS, .xpos = CGI_N_XPOS};

static void look_around(window *w, const cgi_names_text *t,
                        const cgi_sentence *s, uint32_t i)
{
    for (uint32_t o = 0; o <= 2 * NEAR; o++) {
        bool inside = i + o >= s->first + NEAR && i + o < s->end + NEAR;
        w->k[o] = inside ? &t->tokens[i + o - NEAR] : &no_token;
        w->token[o] = inside ? &t->lang->tokens[i + o - NEAR] : &no_lang_token;
    }
}

static void add_words(features *f, const window *w)
{
    const cgi_names_token *const *k = w->k + NEAR;
    for (int o = -NEAR; o <= NEAR; o++)
        add(f, F_WORD, o, k[o]->lower);
    add(f, F_FORM, 0, pair(k[0]->form, k[0]->letter_case));
    add(f, F_PAIR, 0, pair(k[-1]->lower, k[0]->lower));
    add(f, F_PAIR, 1, pair(k[0]->lower, k[1]->lower));
    add(f, F_PAIR, 2, pair(k[-1]->lower, k[1]->lower));
    add(f, F_PAIR, 3, pair(k[-2]->lower, k[-1]->lower));
    add(f, F_PAIR, 4, pair(k[1]->lower, k[2]->lower));
}

/* The shape of a token where capitals mean something, else how they do not. */
static uint64_t shape_of(const cgi_names_token *k)
{
    return pair(k->shape, k->letter_case);
}

static void add_shapes(features *f, const window *w)
{
    const cgi_names_token *const *k = w->k + NEAR;
    for (int o = -2; o <= 2; o++)
        add(f, F_SHAPE, o, shape_of(k[o]));
    uint64_t left = pair(k[-1]->shape, shape_of(k[0]));
    uint64_t right = pair(shape_of(k[0]), k[1]->shape);
    add(f, F_SHAPE, 3, left);
    add(f, F_SHAPE, 4, right);
    add(f, F_SHAPE, 5, pair(left, k[1]->shape));
    add(f, F_SHAPE, 6, pair(k[-1]->lower, shape_of(k[0])));
    add(f, F_SHAPE, 7, pair(shape_of(k[0]), k[1]->lower));
    add(f, F_COUNT, 0, strlen(w->token[NEAR]->form));
}

static void add_affixes(features *f, const window *w)
{
    const char *lower = w->token[NEAR]->lower;
    size_t len = strlen(lower);
    uint64_t mark = w->k[NEAR]->capital;
    for (unsigned n = 1; n <= 4 && n < len; n++) {
        add(f, F_AFFIX, 0, cgi_hash(lower, n, n + 8 * mark));
        add(f, F_AFFIX, 1, cgi_hash(lower + len - n, n, n + 8 * mark));
    }
    for (int o = -1; o <= 1; o += 2) {
        const char *word = w->token[NEAR + o]->lower;
        size_t n = strlen(word);
        if (n > 3)
            add(f, F_AFFIX, 3 + o, cgi_hash(word + n - 3, 3, 3));
    }
}

static void add_lists(features *f, const window *w)
{
    const cgi_names_token *const *k = w->k + NEAR;
    for (int o = -2; o <= 2; o++)
        for (unsigned b = 0; b < CGI_N_NAME_LISTS; b++)
            if (k[o]->word->lists >> b & 1)
                add(f, F_LISTS, o, pair(b, k[o]->capital));
    uint64_t here = pair(k[0]->word->lists, shape_of(k[0]));
    add(f, F_LISTS, 3, here);
    add(f, F_LISTS, 4, pair(k[-1]->word->lists, here));
    add(f, F_LISTS, 5, pair(here, k[1]->word->lists));
    add(f, F_LISTS, 6, pair(pair(k[-1]->word->lists, here), k[1]->word->lists));
}

static void add_gazetteer(features *f, const window *w)
{
    const cgi_names_token *const *k = w->k + NEAR;
    for (int o = -2; o <= 2; o++)
        if (k[o]->gaz)
            add(f, F_GAZ, o, k[o]->gaz);
    if (!k[0]->gaz)
        return;
    add(f, F_GAZ, 3, pair(k[0]->gaz, k[0]->letter_case));
    add(f, F_GAZ, 4, pair(k[0]->gaz, k[1]->lower));
    add(f, F_GAZ, 5, pair(k[-1]->lower, k[0]->gaz));
    add(f, F_GAZ, 6, pair(k[0]->gaz, k[1]->shape));
    add(f, F_GAZ, 7, pair(k[-1]->shape, k[0]->gaz));
}

static void add_tags(features *f, const window *w)
{
    const cgi_token *const *t = w->token + NEAR;
    for (int o = -2; o <= 2; o++)
        add(f, F_TAG, o, t[o]->xpos);
    uint64_t left = pair(t[-1]->xpos, t[0]->xpos);
    uint64_t right = pair(t[0]->xpos, t[1]->xpos);
    add(f, F_TAG, 3, left);
    add(f, F_TAG, 4, right);
    add(f, F_TAG, 5, pair(left, t[1]->xpos));
    add(f, F_TAG, 6, pair(t[0]->xpos, shape_of(w->k[NEAR])));
}

static void add_clusters(features *f, const window *w)
{
    const cgi_cluster *c[2 * NEAR + 1];
    for (int o = 0; o <= 2 * NEAR; o++)
        c[o] = &w->k[o]->word->cluster;
    for (int o = -2; o <= 2; o++) {
        add(f, F_FINE, o, c[NEAR + o]->fine);
        add(f, F_MIDDLE, o, c[NEAR + o]->middle);
    }
    unsigned here = c[NEAR]->middle;
    add(f, F_COARSE, 0, pair(c[NEAR]->coarse, shape_of(w->k[NEAR])));
    add(f, F_MIDDLE, 3, pair(here, shape_of(w->k[NEAR])));
    add(f, F_MIDDLE, 4, pair(c[NEAR - 1]->middle, here));
    add(f, F_MIDDLE, 5, pair(here, c[NEAR + 1]->middle));
    add(f, F_MIDDLE, 6, pair(c[NEAR - 1]->middle, c[NEAR + 1]->middle));
    add(f, F_FINE, 3, pair(c[NEAR]->fine, shape_of(w->k[NEAR])));
}

/* The run of capitalised words: its ends, and what stands beside it. */
static void add_run(features *f, const cgi_names_text *t, const cgi_sentence *s,
                    uint32_t i)
{
    const cgi_names_token *k = &t->tokens[i];
    if (k->run == k->run_end)
        return;
    const cgi_names_token *first = &t->tokens[k->run];
    const cgi_names_token *last = &t->tokens[k->run_end - 1];
    const cgi_names_token *before =
        k->run > s->first ? &t->tokens[k->run - 1] : &no_token;
    const cgi_names_token *after =
        k->run_end < s->end ? &t->tokens[k->run_end] : &no_token;
    uint32_t len = k->run_end - k->run;
    uint64_t from = i - k->run < 3 ? i - k->run : 3;
    uint64_t to = k->run_end - i < 4 ? k->run_end - i : 4;
    uint64_t where = pair(from, to);
    add(f, F_RUN, 0, where);
    add(f, F_RUN, 1, pair(last->lower, to == 1));
    add(f, F_RUN, 2, pair(first->lower, from == 0));
    add(f, F_RUN, 3, pair(before->lower, from));
    add(f, F_RUN, 4, pair(after->lower, to));
    add(f, F_RUN, 5, pair(last->word->lists, where));
    add(f, F_RUN, 6, pair(first->word->lists, where));
    add(f, F_RUN, 7, pair(pair(first->word->lists, last->word->lists), len));
    add(f, F_RUN, -1, pair(before->word->lists, where));
    add(f, F_RUN, -2, pair(after->word->lists, where));
    add(f, F_RUN, -3, pair(before->lower, after->lower));
    /* "Ministry of" before "Foreign Affairs". */
    if (k->run > s->first + 1)
        add(f, F_RUN, -4,
            pair(pair(t->tokens[k->run - 2].lower, before->lower), from));
}

/* What the other occurrences of the word in the article say. */
static void add_hints(features *f, const window *w)
{
    const cgi_names_token *k = w->k[NEAR];
    uint64_t set = 0;
    if (!k->letters || !(k->capital || k->letter_case == CGI_CASE_LOWER))
        return;
    for (unsigned h = 0; h < CGI_N_HINTS; h++) {
        unsigned others = k->word->hints[h] - (unsigned)(k->hints >> h & 1);
        if (!others)
            continue;
        set |= UINT64_C(1) << h;
        add(f, F_HINT, 0, pair(h, k->letter_case));
        add(f, F_HINT, 1, pair(h, k->hints));
        if (others > 2)
            add(f, F_HINT, 2, h);
    }
    add(f, F_HINT, 3, pair(set, k->letter_case));
    add(f, F_HINT, 4, pair(set, k->run_end - k->run));
}

static void add_place(features *f, const cgi_sentence *s, const window *w,
                      uint32_t i)
{
    add(f, F_BIAS, 0, 0);
    add(f, F_BIAS, 1, w->k[NEAR]->letter_case);
    if (i == s->first)
        add(f, F_PLACE, 0, shape_of(w->k[NEAR]));
    if (i + 1 == s->end)
        add(f, F_PLACE, 1, shape_of(w->k[NEAR]));
}

size_t cgi_names_features(uint64_t *out, const cgi_names_text *t,
                          const cgi_sentence *s, uint32_t i)
{
    features f = {out, 0};
    window w;
    look_around(&w, t, s, i);
    add_place(&f, s, &w, i);
    add_words(&f, &w);
    add_shapes(&f, &w);
    add_affixes(&f, &w);
    add_lists(&f, &w);
    add_gazetteer(&f, &w);
    add_clusters(&f, &w);
    add_tags(&f, &w);
    add_run(&f, t, s, i);
    add_hints(&f, &w);
    return f.n;
}
