/* SPDX-License-Identifier: Apache-2.0
 *
 * vectors.c -- word vectors that know grammar.
 *
 * Skip-grams with negative sampling (Mikolov and others 2013), where a word
 * predicts each neighbour with an output of its own for each position (Ling and
 * others 2015, "Two/Too Simple Adaptations of Word2Vec for Syntax Problems").
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "train/corpus.h"

#define ROUNDS   4
#define NEGATIVE 5
#define REACH    2 /* Neighbours on each side. */
#define SIDES    (2 * REACH)
#define RATE     0.04f
#define SEED     41
/* Words more frequent than this share are passed over now and then. */
#define COMMON      2e-3
#define NOISE_SIZE  ((size_t)1 << 22)
#define NOISE_POWER 0.75

typedef struct {
    const cgi_corpus *corpus;
    float *in, *out; /* `out` has SIDES vectors a word. */
    uint32_t *noise; /* Words as often as they are to be drawn. */
    float *keep;     /* The chance that a word is not passed over. */
    uint64_t seed;
} trainer;

static void add(float *a, const float *b, float by)
{
    for (int i = 0; i < CGI_VECTOR; i++)
        a[i] += b[i] * by;
}

static float chance(trainer *t)
{
    return (float)(cgi_train_random(&t->seed) >> 40) / (float)(1 << 24);
}

static float sigmoid(float x)
{
    return x > 8 ? 1 : x < -8 ? 0 : 1 / (1 + expf(-x));
}

/* One word is to predict `target` at a position, but not some others. */
static void predict(trainer *t, uint32_t word, int side, uint32_t target,
                    float rate)
{
    float change[CGI_VECTOR] = {0};
    float *in = t->in + (size_t)word * CGI_VECTOR;
    for (int k = 0; k <= NEGATIVE; k++) {
        uint32_t other = target;
        if (k)
            other = t->noise[cgi_train_random(&t->seed) % NOISE_SIZE];
        if (k && other == target)
            continue;
        float *out =
            t->out + ((size_t)other * SIDES + (size_t)side) * CGI_VECTOR;
        float g = ((k ? 0 : 1) - sigmoid(cgi_vector_dot(in, out))) * rate;
        add(change, out, g);
        add(out, in, g);
    }
    add(in, change, 1);
}

static void learn_at(trainer *t, size_t i, float rate)
{
    const cgi_corpus *c = t->corpus;
    uint32_t word = c->text[i];
    if (!word || chance(t) > t->keep[word])
        return;
    int side = 0;
    for (int d = -REACH; d <= REACH; d++) {
        if (!d)
            continue;
        size_t at = i + (size_t)d;
        if (at < c->n_text && c->text[at])
            predict(t, word, side, c->text[at], rate);
        side++;
    }
}

static void make_noise(trainer *t)
{
    const cgi_corpus *c = t->corpus;
    double total = 0, sum = 0;
    size_t at = 0;
    for (size_t i = 1; i < c->n_words; i++)
        total += pow(c->counts[i], NOISE_POWER);
    for (size_t i = 1; i < c->n_words; i++) {
        sum += pow(c->counts[i], NOISE_POWER);
        size_t end = (size_t)(sum / total * (double)NOISE_SIZE);
        while (at < NOISE_SIZE && (at < end || i + 1 == c->n_words))
            t->noise[at++] = (uint32_t)i;
    }
}

static void make_chances(trainer *t)
{
    const cgi_corpus *c = t->corpus;
    for (size_t i = 1; i < c->n_words; i++) {
        double share = (double)c->counts[i] / (double)c->n_text;
        t->keep[i] = share > COMMON ? (float)sqrt(COMMON / share) : 1;
    }
}

static void normalise(float *v, size_t n)
{
    for (size_t i = 0; i < n; i++, v += CGI_VECTOR) {
        float length = sqrtf(cgi_vector_dot(v, v));
        for (int k = 0; k < CGI_VECTOR; k++)
            v[k] = length > 0 ? v[k] / length : 0;
    }
}

float *cgi_train_vectors(const cgi_corpus *c)
{
    trainer t = {.corpus = c, .seed = SEED};
    size_t n = c->n_words * CGI_VECTOR;
    t.in = cgi_train_alloc(n, sizeof *t.in);
    t.out = cgi_train_alloc(n * SIDES, sizeof *t.out);
    t.noise = cgi_train_alloc(NOISE_SIZE, sizeof *t.noise);
    t.keep = cgi_train_alloc(c->n_words, sizeof *t.keep);
    make_noise(&t);
    make_chances(&t);
    for (size_t i = 0; i < n; i++)
        t.in[i] = (chance(&t) - 0.5f) / CGI_VECTOR;
    size_t steps = c->n_text * ROUNDS;
    for (size_t step = 0; step < steps; step++) {
        float left = 1 - (float)step / (float)steps;
        learn_at(&t, step % c->n_text, RATE * (left > 0.02f ? left : 0.02f));
    }
    free(t.out);
    free(t.noise);
    free(t.keep);
    normalise(t.in, c->n_words);
    memset(t.in, 0, CGI_VECTOR * sizeof *t.in);
    return t.in;
}
