/* SPDX-License-Identifier: Apache-2.0
 *
 * names_crf.c -- learns the weights of the name finder.
 *
 * Not obvious: at each visit a share of a token's features is left out. Else
 * the words that are known well explain everything, and lists, shapes and
 * context learn nothing that would help with words that are new. What each
 * round of the second half ends with is averaged, so that no sentence that
 * came late weighs more than others.
 */
#include "train/names_crf.h"

#include <math.h>
#include <stdlib.h>

#include "train/train.h"

#define RATE      0.15F
#define DECAY     2e-4F /* Weight of the penalty on large weights. */
#define FIRST_SUM 0.1F  /* AdaGrad's sums begin here, not at 0. */
#define LEFT_OUT  60    /* Of 100 features, so many are left out. */
#define SHARE     0.63F /* What weights are worth when none is; see below. */

#define T    CGI_NAMES_TAGS
#define EDGE CGI_NAMES_TAGS

typedef struct {
    float weight[T], sum[T];
} row;

typedef struct {
    const cgi_crf_data *data;
    row *rows;
    float step[T + 1][T + 1], step_sum[T + 1][T + 1];
    float factor[T + 1][T + 1]; /* exp(step); 0 where impossible. */
    uint64_t random;
    /* Of the present sentence: */
    size_t room;
    float (*score)[T], (*alpha)[T], (*beta)[T], *scale;
    uint8_t *dropped; /* For each feature instance. */
    size_t dropped_room;
} crf;

static void make_room(crf *c, size_t n, size_t n_features)
{
    if (n > c->room) {
        c->room = 2 * n;
        c->score = cgi_train_grow(c->score, c->room, sizeof *c->score);
        c->alpha = cgi_train_grow(c->alpha, c->room, sizeof *c->alpha);
        c->beta = cgi_train_grow(c->beta, c->room, sizeof *c->beta);
        c->scale = cgi_train_grow(c->scale, c->room, sizeof *c->scale);
    }
    if (n_features > c->dropped_room) {
        c->dropped_room = 2 * n_features;
        c->dropped = cgi_train_grow(c->dropped, c->dropped_room, 1);
    }
}

static void choose_dropped(crf *c, size_t n)
{
    uint64_t bits = 0;
    for (size_t i = 0; i < n; i++) {
        if (i % 8 == 0)
            bits = cgi_train_random(&c->random);
        c->dropped[i] = (bits & 0xFF) * 100 < LEFT_OUT * 256;
        bits >>= 8;
    }
}

static void set_factors(crf *c)
{
    for (unsigned from = 0; from <= T; from++)
        for (unsigned to = 0; to <= T; to++)
            c->factor[from][to] =
                cgi_names_may_follow(from, to) ? expf(c->step[from][to]) : 0;
}

/* exp() of the scores of token `i`, the largest made 1. */
static void score_token(crf *c, size_t first, size_t i)
{
    const cgi_crf_data *d = c->data;
    float sum[T] = {0}, top = -INFINITY;
    for (size_t k = d->starts[first + i]; k < d->starts[first + i + 1]; k++) {
        if (c->dropped[k - d->starts[first]])
            continue;
        const float *weight = c->rows[d->ids[k]].weight;
        for (unsigned t = 0; t < T; t++)
            sum[t] += weight[t];
    }
    for (unsigned t = 0; t < T; t++)
        top = sum[t] > top ? sum[t] : top;
    for (unsigned t = 0; t < T; t++)
        c->score[i][t] = expf(sum[t] - top);
}

static void go_forward(crf *c, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        float total = 0;
        for (unsigned to = 0; to < T; to++) {
            float sum = i ? 0 : c->factor[EDGE][to];
            for (unsigned from = 0; i && from < T; from++)
                sum += c->alpha[i - 1][from] * c->factor[from][to];
            c->alpha[i][to] = sum * c->score[i][to];
            total += c->alpha[i][to];
        }
        c->scale[i] = 1 / total;
        for (unsigned t = 0; t < T; t++)
            c->alpha[i][t] *= c->scale[i];
    }
}

static void go_back(crf *c, size_t n)
{
    for (size_t i = n; i-- > 0;) {
        float total = 0;
        for (unsigned from = 0; from < T; from++) {
            float sum = i + 1 < n ? 0 : c->factor[from][EDGE];
            for (unsigned to = 0; i + 1 < n && to < T; to++)
                sum += c->factor[from][to] * c->score[i + 1][to] *
                       c->beta[i + 1][to];
            c->beta[i][from] = sum;
            total += sum;
        }
        for (unsigned t = 0; t < T; t++)
            c->beta[i][t] /= total;
    }
}

static inline void ada(float *weight, float *sum, float slope)
{
    *sum += slope * slope;
    *weight += RATE * slope / sqrtf(*sum);
}

static void update_rows(crf *c, size_t first, size_t i, const float *slope)
{
    const cgi_crf_data *d = c->data;
    for (size_t k = d->starts[first + i]; k < d->starts[first + i + 1]; k++) {
        if (c->dropped[k - d->starts[first]])
            continue;
        row *r = &c->rows[d->ids[k]];
        for (unsigned t = 0; t < T; t++) {
            float s = slope[t] - DECAY * r->weight[t];
            r->sum[t] += s * s;
            r->weight[t] += RATE * s / sqrtf(r->sum[t]);
        }
    }
}

/* The gold tag before token `i`, EDGE at the ends. */
static unsigned gold_at(const crf *c, size_t first, size_t n, size_t i)
{
    return i < n ? c->data->gold[first + i] : EDGE;
}

static void update_steps(crf *c, size_t first, size_t n)
{
    float slope[T + 1][T + 1] = {{0}};
    for (size_t i = 0; i <= n; i++) {
        float p[T + 1][T + 1] = {{0}}, total = 0;
        unsigned from_first = i ? 0 : EDGE, from_end = i ? T : EDGE + 1;
        unsigned to_first = i < n ? 0 : EDGE, to_end = i < n ? T : EDGE + 1;
        for (unsigned f = from_first; f < from_end; f++)
            for (unsigned t = to_first; t < to_end; t++) {
                float x = c->factor[f][t];
                x *= i ? c->alpha[i - 1][f] : 1;
                x *= i < n ? c->score[i][t] * c->beta[i][t] : 1;
                p[f][t] = x;
                total += x;
            }
        for (unsigned f = from_first; f < from_end; f++)
            for (unsigned t = to_first; t < to_end; t++)
                slope[f][t] -= p[f][t] / total;
        slope[gold_at(c, first, n, i - 1)][gold_at(c, first, n, i)] += 1;
    }
    for (unsigned f = 0; f <= T; f++)
        for (unsigned t = 0; t <= T; t++)
            if (cgi_names_may_follow(f, t))
                ada(&c->step[f][t], &c->step_sum[f][t],
                    slope[f][t] - DECAY * c->step[f][t]);
}

static void learn_sentence(crf *c, size_t first, size_t n)
{
    const cgi_crf_data *d = c->data;
    size_t n_features = d->starts[first + n] - d->starts[first];
    make_room(c, n, n_features);
    choose_dropped(c, n_features);
    set_factors(c);
    for (size_t i = 0; i < n; i++)
        score_token(c, first, i);
    go_forward(c, n);
    go_back(c, n);
    for (size_t i = 0; i < n; i++) {
        float slope[T], total = 0, most = 0;
        for (unsigned t = 0; t < T; t++)
            total += c->alpha[i][t] * c->beta[i][t];
        for (unsigned t = 0; t < T; t++) {
            slope[t] = (d->gold[first + i] == t) -
                       c->alpha[i][t] * c->beta[i][t] / total;
            most = fabsf(slope[t]) > most ? fabsf(slope[t]) : most;
        }
        /* What is certain teaches nothing. */
        if (most > 0.002F)
            update_rows(c, first, i, slope);
    }
    update_steps(c, first, n);
}

static void init(crf *c, const cgi_crf_data *data)
{
    *c = (crf){.data = data, .random = 1};
    c->rows = cgi_train_alloc(data->n_rows, sizeof *c->rows);
    for (size_t i = 0; i < data->n_rows; i++)
        for (unsigned t = 0; t < T; t++) {
            c->rows[i].weight[t] = 0;
            c->rows[i].sum[t] = FIRST_SUM;
        }
    for (unsigned f = 0; f <= T; f++)
        for (unsigned t = 0; t <= T; t++)
            c->step_sum[f][t] = 1;
}

/* Adds the weights of now to the sums, of which the mean is taken. */
static void add_weights(cgi_crf *out, const crf *c)
{
    for (size_t i = 0; i < c->data->n_rows; i++)
        for (unsigned t = 0; t < T; t++)
            out->rows[i][t] += c->rows[i].weight[t];
    for (unsigned f = 0; f <= T; f++)
        for (unsigned t = 0; t <= T; t++)
            out->step[f][t] += c->step[f][t];
}

/* The means. Where all features speak, each counts for less than it learnt to:
 * at full weight they find too many names, at the share that was kept (0.4) too
 * few, and its root is the best of both. */
static void divide(cgi_crf *out, const crf *c, float n)
{
    for (size_t i = 0; i < c->data->n_rows; i++)
        for (unsigned t = 0; t < T; t++)
            out->rows[i][t] *= SHARE / n;
    for (unsigned f = 0; f <= T; f++)
        for (unsigned t = 0; t <= T; t++)
            out->step[f][t] /= n;
}

static void release(crf *c)
{
    free(c->rows);
    free(c->score);
    free(c->alpha);
    free(c->beta);
    free(c->scale);
    free(c->dropped);
}

void cgi_crf_train(cgi_crf *out, const cgi_crf_data *data, unsigned rounds)
{
    crf c;
    unsigned summed = 0;
    init(&c, data);
    memset(out, 0, sizeof *out);
    out->rows = cgi_train_alloc(data->n_rows, sizeof *out->rows);
    uint32_t *order = cgi_train_alloc(data->n_sentences, sizeof *order);
    for (size_t i = 0; i < data->n_sentences; i++)
        order[i] = (uint32_t)i;
    for (unsigned round = 0; round < rounds; round++) {
        cgi_train_shuffle(order, data->n_sentences, &c.random);
        for (size_t i = 0; i < data->n_sentences; i++) {
            const size_t *s = data->sentences + order[i];
            learn_sentence(&c, s[0], s[1] - s[0]);
        }
        if (2 * (round + 1) > rounds) {
            add_weights(out, &c);
            summed++;
        }
    }
    divide(out, &c, (float)summed);
    free(order);
    release(&c);
}
