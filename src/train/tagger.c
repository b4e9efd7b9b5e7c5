/* SPDX-License-Identifier: Apache-2.0
 *
 * tagger.c -- trains the section "tag".
 *
 * Words that never have but one pair of tags are left to the word table, and
 * nothing is learnt from them; but they count as context.
 */
#include "lang/tag.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "train/trainers.h"

#define EPOCHS_FIRST 4
#define EPOCHS       8
#define SEED         17
#define MIN_UPDATES  4
#define FEATURES     120000
#define SCALE        32
#define THRESHOLD    0.2
/* Words rarer than this are not in the table. */
#define KNOWN_MIN 3
/* Words without doubt are at least so frequent, and have one pair of tags in
 * all but one of so many cases. */
#define SURE_MIN 20
#define SURE_OF  500
/* A label belongs to a word's set if it is at least one of so many. */
#define SET_OF 50
/* One sentence of so many is learnt as if it were all in capitals: treebanks
 * have few such, but there are whole newspapers of them. */
#define CAPITALS_OF 16

typedef struct {
    uint64_t word;
    uint32_t total;
    uint32_t counts[CGI_TAG_OPEN];
} word_count;

typedef struct {
    cgi_arena *arena;
    const cgi_lang *lang;
    const bool *skip; /* Per sentence; NULL to use all. */
    const cgi_clusters *clusters;
    uint16_t pair_labels[CGI_N_UPOS * 64 + 1]; /* cgi_tag_of() to label + 1. */
    uint8_t pairs[512];
    uint32_t n_labels;
    cgi_table words;
    CGI_VEC(word_count *) all;
    uint32_t bits;
    uint8_t *table;
    cgi_tagger view; /* Of the table, without weights. */
    cgi_traits *traits;
    cgi_known *known;
    cgi_learner *learner;
} trainer;

static bool is_used(const trainer *t, size_t sentence)
{
    return !t->skip || !t->skip[sentence];
}

static uint32_t label_of(const trainer *t, const cgi_token *token)
{
    return t->pair_labels[cgi_tag_of(token->upos, token->xpos)] - 1u;
}

/* Numbers the pairs of tags in the order of their values. */
static void number_labels(trainer *t)
{
    for (size_t i = 0; i < t->lang->n_tokens; i++) {
        const cgi_token *k = &t->lang->tokens[i];
        t->pair_labels[cgi_tag_of(k->upos, k->xpos)] = 1;
    }
    for (uint32_t u = 0; u < CGI_N_UPOS; u++)
        for (uint32_t x = 0; x < CGI_N_XPOS; x++) {
            uint16_t *label =
                &t->pair_labels[cgi_tag_of((uint8_t)u, (uint8_t)x)];
            if (!*label || t->n_labels + 1 >= CGI_TAG_OPEN)
                continue;
            t->pairs[2 * t->n_labels] = (uint8_t)u;
            t->pairs[2 * t->n_labels + 1] = (uint8_t)x;
            *label = (uint16_t)++t->n_labels;
        }
}

static void count_words(trainer *t)
{
    for (size_t i = 0; i < t->lang->n_tokens; i++) {
        const cgi_token *k = &t->lang->tokens[i];
        if (!is_used(t, k->sentence))
            continue;
        uint64_t word = cgi_traits_word(k->lower);
        cgi_slice key = {(const char *)&word, sizeof word};
        void **at = cgi_table_at(&t->words, t->arena, key);
        if (!*at) {
            *at = cgi_arena_alloc(t->arena, sizeof(word_count));
            CGI_PUSH(t->arena, &t->all, (word_count *)*at);
        }
        word_count *w = *at;
        w->word = word;
        w->total++;
        w->counts[label_of(t, k)]++;
    }
}

static void put_word(trainer *t, const word_count *w)
{
    uint32_t mask = ((uint32_t)1 << t->bits) - 1, place = (uint32_t)w->word;
    uint32_t best = 0;
    uint64_t set = 0;
    for (uint32_t k = 0; k < t->n_labels; k++) {
        if (w->counts[k] && w->counts[k] * SET_OF >= w->total)
            set = cgi_hash_mix(set, k + 1);
        if (w->counts[k] > w->counts[best])
            best = k;
    }
    bool sure = w->total >= SURE_MIN &&
                (w->total - w->counts[best]) * SURE_OF <= w->total;
    while (cgi_load32(t->table + (size_t)CGI_TAG_PLACE * (place & mask)))
        place++;
    uint8_t *at = t->table + (size_t)CGI_TAG_PLACE * (place & mask);
    cgi_store32(at, cgi_clusters_print(w->word));
    cgi_store16(at + 4, (uint32_t)(set >> 16) | 1);
    at[6] = sure ? (uint8_t)best : CGI_TAG_OPEN;
}

static void make_table(trainer *t)
{
    size_t n = 0;
    for (size_t i = 0; i < t->all.n; i++)
        n += t->all.at[i]->total >= KNOWN_MIN;
    while (((size_t)1 << t->bits) * 2 < n * 3)
        t->bits++;
    t->table = cgi_arena_array(t->arena, (size_t)1 << t->bits, CGI_TAG_PLACE);
    for (size_t i = 0; i < t->all.n; i++)
        if (t->all.at[i]->total >= KNOWN_MIN)
            put_word(t, t->all.at[i]);
    t->view = (cgi_tagger){.n_labels = t->n_labels,
                           .mask = ((uint32_t)1 << t->bits) - 1,
                           .labels = t->pairs,
                           .words = t->table};
}

static void learn_sentence(trainer *t, const cgi_sentence *s, bool capitals)
{
    size_t n = s->end - s->first;
    uint32_t before = 0, before2 = 0;
    uint64_t features[CGI_TAG_FEATURES_MAX];
    const cgi_token *tokens = t->lang->tokens + s->first;
    if (capitals)
        cgi_traits_fill_capitals(t->traits, tokens, n, t->clusters);
    else
        cgi_traits_fill(t->traits, tokens, n, t->clusters);
    cgi_tagger_known(t->known, &t->view, t->traits, n);
    for (size_t i = 0; i < n; i++) {
        const cgi_known *known = t->known + i + CGI_TRAITS_PAD;
        uint32_t label = known->label;
        if (label == CGI_TAG_OPEN) {
            int32_t scores[CGI_WEIGHTS_LABEL_MAX] = {0};
            size_t k =
                cgi_tag_features(features, t->traits + i + CGI_TRAITS_PAD,
                                 known, before, before2);
            cgi_learner_score(scores, t->learner, features, k);
            label = cgi_weights_best(scores, t->n_labels);
            uint32_t gold = label_of(t, &tokens[i]);
            if (label != gold) {
                cgi_learner_update(t->learner, features, k, gold, 1);
                cgi_learner_update(t->learner, features, k, label, -1);
            }
            cgi_learner_tick(t->learner);
        }
        before2 = before;
        before = label + 1;
    }
}

static void learn(trainer *t, int epochs)
{
    uint64_t seed = SEED;
    size_t n = 0;
    uint32_t *order =
        cgi_arena_array(t->arena, t->lang->n_sentences, sizeof *order);
    for (uint32_t i = 0; i < t->lang->n_sentences; i++)
        if (is_used(t, i))
            order[n++] = i;
    for (int epoch = 0; epoch < epochs; epoch++) {
        cgi_train_shuffle(order, n, &seed);
        for (size_t i = 0; i < n; i++)
            learn_sentence(t, &t->lang->sentences[order[i]],
                           cgi_train_random(&seed) % CAPITALS_OF == 0);
    }
}

static void *join(size_t *size, const trainer *t)
{
    size_t n_weights, words = (size_t)CGI_TAG_PLACE << t->bits;
    void *weights = cgi_learner_pack(&n_weights, t->learner, SCALE, THRESHOLD);
    *size = CGI_TAG_HEADER + words + n_weights;
    uint8_t *out = cgi_train_alloc(*size, 1);
    cgi_store32(out, t->n_labels);
    cgi_store32(out + 4, t->bits);
    memcpy(out + 8, t->pairs, sizeof t->pairs);
    memcpy(out + CGI_TAG_HEADER, t->table, words);
    memcpy(out + CGI_TAG_HEADER + words, weights, n_weights);
    free(weights);
    return out;
}

void *cgi_train_tagger(size_t *size, cgi_arena *a, const cgi_lang *l,
                       const bool *skip, const cgi_clusters *clusters)
{
    trainer *t = cgi_arena_alloc(a, sizeof *t);
    t->arena = a;
    t->lang = l;
    t->skip = skip;
    t->clusters = clusters;
    number_labels(t);
    count_words(t);
    make_table(t);
    t->traits = cgi_traits_new(a, l);
    t->known =
        cgi_arena_array(a, l->n_tokens + 2 * CGI_TRAITS_PAD, sizeof *t->known);
    t->learner = cgi_learner_new(t->n_labels, MIN_UPDATES);
    learn(t, EPOCHS_FIRST);
    cgi_learner *first = t->learner;
    t->learner = cgi_learner_narrow(first, FEATURES);
    cgi_learner_free(first);
    learn(t, EPOCHS);
    void *out = join(size, t);
    cgi_learner_free(t->learner);
    return out;
}

/* ---- Jackknife ------------------------------------------------------- */

#define FOLDS 5
/* Neighbouring sentences, which share their words, go to the same fold. */
#define FOLD_RUN 50

static void tag_fold(cgi_token *tokens, cgi_arena *a, const cgi_lang *l,
                     const bool *skip, const cgi_clusters *clusters)
{
    size_t size;
    void *bytes = cgi_train_tagger(&size, a, l, skip, clusters);
    cgi_tagger tagger;
    cgi_traits *traits = cgi_traits_new(a, l);
    cgi_known *known =
        cgi_arena_array(a, l->n_tokens + 2 * CGI_TRAITS_PAD, sizeof *known);
    bool ok = cgi_tagger_view(&tagger, bytes, size);
    for (size_t i = 0; ok && i < l->n_sentences; i++) {
        const cgi_sentence *s = &l->sentences[i];
        size_t n = s->end - s->first;
        if (!skip[i])
            continue;
        cgi_traits_fill(traits, l->tokens + s->first, n, clusters);
        cgi_tag_sentence(tokens + s->first, n, traits, known, &tagger);
    }
    free(bytes);
}

cgi_lang cgi_train_jackknife(cgi_arena *a, const cgi_lang *l,
                             const cgi_clusters *clusters)
{
    cgi_lang out = *l;
    out.tokens = cgi_arena_array(a, l->n_tokens, sizeof *out.tokens);
    memcpy(out.tokens, l->tokens, l->n_tokens * sizeof *out.tokens);
    bool *skip = cgi_arena_array(a, l->n_sentences, sizeof *skip);
    for (size_t fold = 0; fold < FOLDS; fold++) {
        for (size_t i = 0; i < l->n_sentences; i++)
            skip[i] = i / FOLD_RUN % FOLDS == fold;
        tag_fold(out.tokens, a, l, skip, clusters);
    }
    return out;
}
