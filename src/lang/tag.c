/* SPDX-License-Identifier: Apache-2.0
 *
 * tag.c -- parts of speech, from left to right with a linear model.
 *
 * Universal and Penn tag are chosen together, so they never contradict each
 * other. Looking ahead is done through the sets of labels that the next words
 * can have.
 */
#include "lang/tag.h"

#include <string.h>

#include "base/hash.h"

#define BITS_MAX 20
#define LOOK     64

bool cgi_tagger_view(cgi_tagger *out, const void *bytes, size_t size)
{
    memset(out, 0, sizeof *out);
    const uint8_t *b = bytes;
    if (!b || size < CGI_TAG_HEADER)
        return false;
    uint32_t n_labels = cgi_load32(b), bits = cgi_load32(b + 4);
    if (!n_labels || n_labels >= CGI_TAG_OPEN || bits > BITS_MAX)
        return false;
    size_t words = (size_t)CGI_TAG_PLACE << bits;
    if (size - CGI_TAG_HEADER < words)
        return false;
    for (uint32_t i = 0; i < n_labels; i++)
        if (b[8 + 2 * i] >= CGI_N_UPOS || b[9 + 2 * i] >= CGI_N_XPOS)
            return false;
    size_t before = CGI_TAG_HEADER + words;
    if (!cgi_weights_view(&out->weights, b + before, size - before, n_labels))
        return false;
    out->n_labels = n_labels;
    out->mask = ((uint32_t)1 << bits) - 1;
    out->labels = b + 8;
    out->words = b + CGI_TAG_HEADER;
    return true;
}

static cgi_known find_word(const cgi_tagger *t, uint64_t word)
{
    uint32_t print = cgi_clusters_print(word);
    for (uint32_t i = 0; i < LOOK; i++) {
        const uint8_t *at =
            t->words + (size_t)CGI_TAG_PLACE * (((uint32_t)word + i) & t->mask);
        uint32_t found = cgi_load32(at);
        if (found == print)
            return (cgi_known){(uint16_t)cgi_load16(at + 4),
                               at[6] < t->n_labels ? at[6] : CGI_TAG_OPEN};
        if (!found)
            break;
    }
    return (cgi_known){0, CGI_TAG_OPEN};
}

void cgi_tagger_known(cgi_known *out, const cgi_tagger *t,
                      const cgi_traits *traits, size_t n)
{
    for (size_t i = 0; i < n + 2 * CGI_TRAITS_PAD; i++)
        out[i] = find_word(t, traits[i].word);
}

/* Adds a feature of template `id` made of one, two or three values. */
#define ADD1(a)       (out[n++] = cgi_hash_mix(++id * UINT64_C(0x9E37), (a)))
#define ADD2(a, b)    (ADD1(a), out[n - 1] = cgi_hash_mix(out[n - 1], (b)))
#define ADD3(a, b, c) (ADD2(a, b), out[n - 1] = cgi_hash_mix(out[n - 1], (c)))

static size_t word_features(uint64_t *out, const cgi_traits *t)
{
    size_t n = 0;
    uint64_t id = 0;
    ADD1(0); /* The bias. */
    ADD1(t->word);
    ADD2(t->word, t->is_capital);
    for (unsigned k = 1; k <= 5; k++)
        ADD1(cgi_traits_bytes(t->tail, k));
    for (unsigned k = 1; k <= 4; k++)
        ADD1(cgi_traits_bytes(t->front, k));
    ADD1(t->shape);
    ADD2(t->shape, cgi_traits_bytes(t->tail, 3));
    ADD2(t->shape, t[-1].shape);
    ADD2(t->shape, t[1].shape);
    ADD3(t->shape, t[-1].word, t->is_glued);
    ADD2(t->is_glued, t[1].is_glued);
    ADD1(t->cluster.fine);
    ADD1(t->cluster.middle);
    ADD2(t->cluster.coarse, t->is_capital);
    return n;
}

static size_t context_features(uint64_t *out, const cgi_traits *t,
                               const cgi_known *k, uint64_t p, uint64_t p2)
{
    size_t n = 0;
    uint64_t id = 100;
    ADD1(p);
    ADD2(p, p2);
    ADD2(p, t->word);
    ADD2(p, cgi_traits_bytes(t->tail, 3));
    ADD2(p, t->shape);
    ADD2(p, t->cluster.middle);
    ADD3(p, p2, k[0].set);
    ADD3(p, k[0].set, k[1].set);
    ADD2(p, k[1].set);
    ADD2(p, t[1].word);
    ADD1(k[0].set);
    ADD2(k[0].set, k[1].set);
    ADD3(k[0].set, k[1].set, k[2].set);
    ADD1(k[1].set);
    ADD1(k[2].set);
    ADD1(t[-1].word);
    ADD1(t[-2].word);
    ADD1(t[1].word);
    ADD1(t[2].word);
    ADD2(t[-1].word, t->word);
    ADD2(t->word, t[1].word);
    ADD2(t[-1].word, t[1].word);
    ADD2(t[1].word, t[2].word);
    ADD2(t[-2].word, t[-1].word);
    ADD1(cgi_traits_bytes(t[-1].tail, 3));
    ADD1(cgi_traits_bytes(t[1].tail, 3));
    ADD1(t[-1].cluster.fine);
    ADD1(t[1].cluster.fine);
    ADD2(t[1].cluster.middle, t[2].cluster.middle);
    ADD2(t->cluster.middle, t[1].cluster.middle);
    ADD2(t[-1].cluster.middle, t->cluster.middle);
    ADD2(t[-1].shape, t[1].shape);
    return n;
}

size_t cgi_tag_features(uint64_t out[CGI_TAG_FEATURES_MAX], const cgi_traits *t,
                        const cgi_known *k, uint32_t before, uint32_t before2)
{
    size_t n = word_features(out, t);
    return n + context_features(out + n, t, k, before, before2);
}

void cgi_tag_sentence(cgi_token *tokens, size_t n, const cgi_traits *traits,
                      cgi_known *known, const cgi_tagger *t)
{
    uint64_t features[CGI_TAG_FEATURES_MAX];
    uint32_t before = 0, before2 = 0;
    cgi_tagger_known(known, t, traits, n);
    for (size_t i = 0; i < n; i++) {
        size_t at = i + CGI_TRAITS_PAD;
        uint32_t label = known[at].label;
        if (label == CGI_TAG_OPEN) {
            int32_t scores[CGI_WEIGHTS_LABEL_MAX] = {0};
            size_t k = cgi_tag_features(features, traits + at, known + at,
                                        before, before2);
            cgi_weights_score(scores, &t->weights, features, k);
            label = cgi_weights_best(scores, t->n_labels);
        }
        tokens[i].upos = t->labels[2 * label];
        tokens[i].xpos = t->labels[2 * label + 1];
        before2 = before;
        before = label + 1;
    }
}

void cgi_lang_tag(cgi_lang *l, cgi_arena *a, const cg_world *world)
{
    size_t size;
    const void *bytes = cgi_model_section(&size, world->model, "tag");
    cgi_tagger t;
    for (size_t i = 0; i < l->n_tokens; i++) {
        l->tokens[i].upos = CGI_UPOS_X;
        l->tokens[i].xpos = CGI_XPOS_FW;
    }
    if (!cgi_tagger_view(&t, bytes, size) || !l->n_tokens)
        return;
    cgi_clusters clusters = cgi_traits_clusters(world);
    cgi_traits *traits = cgi_traits_new(a, l);
    size_t room = l->n_tokens + 2 * CGI_TRAITS_PAD;
    cgi_known *known = cgi_arena_array(a, room, sizeof *known);
    for (size_t i = 0; i < l->n_sentences; i++) {
        const cgi_sentence *s = &l->sentences[i];
        size_t n = s->end - s->first;
        cgi_traits_fill(traits, l->tokens + s->first, n, &clusters);
        cgi_tag_sentence(l->tokens + s->first, n, traits, known, &t);
    }
}
