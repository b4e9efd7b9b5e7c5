/* SPDX-License-Identifier: Apache-2.0
 *
 * learn.c -- trains the network.
 *
 * Two threads share each batch, always two, so that sums are made in the same
 * order on every machine. Steps are Adam's (Kingma and Ba 2015); rows of tables
 * take one only when a word of the batch has them.
 */
#include "train/learn.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/fast.h"
#include "train/desk.h"

#define WORKERS 2
#define WARM    400 /* Steps until the rate is highest, ... */
#define WARM_OF 10  /* ... or one of so many, if that is less. */
#define FIRST   0.9f
#define SECOND  0.98f
#define EPSILON 1e-8f
#define CLIP    5.0f
#define SHOW    500

typedef struct {
    float *at, *mean, *square;
} moments;

/* Rows of a table that take a step, and the sums of their gradients. */
typedef struct {
    uint32_t *slots; /* Of each row, plus one; 0 for none. */
    uint32_t *rows;
    float *sums;
    size_t n, cap;
} touched;

typedef struct learner learner;

typedef struct {
    learner *learner;
    unsigned number;
    cgi_desk *desk;
    const cgi_samples *samples;
    const uint32_t *sentences;
    size_t n;
    double loss, norm;
    touched words, affixes;
} worker;

struct learner {
    cgi_net *net;
    const cgi_course *course;
    moments dense, words, affixes;
    worker workers[WORKERS];
    size_t step, batch_words;
    float rate, clip;
};

static moments moments_of(float *at, size_t n)
{
    return (moments){at, cgi_train_alloc(n, sizeof(float)),
                     cgi_train_alloc(n, sizeof(float))};
}

static void start(learner *l, cgi_net *net, const cgi_course *course)
{
    const cgi_net_shape *s = &net->shape;
    l->net = net;
    l->course = course;
    l->dense = moments_of(net->dense, net->at.end);
    l->words = moments_of(net->words, (size_t)s->n_words * s->width);
    l->affixes = moments_of(net->affixes, (size_t)s->n_affixes * s->width);
    for (unsigned i = 0; i < WORKERS; i++) {
        worker *w = &l->workers[i];
        w->learner = l;
        w->number = i;
        w->desk = cgi_desk_new(s, CGI_BATCH_MAX);
        w->words.slots = cgi_train_alloc(s->n_words, sizeof(uint32_t));
        w->affixes.slots = cgi_train_alloc(s->n_affixes, sizeof(uint32_t));
    }
}

static void touched_clear(touched *t)
{
    free(t->slots);
    free(t->rows);
    free(t->sums);
}

static void moments_clear(moments *m)
{
    free(m->mean);
    free(m->square);
}

static void end(learner *l)
{
    moments_clear(&l->dense);
    moments_clear(&l->words);
    moments_clear(&l->affixes);
    for (unsigned i = 0; i < WORKERS; i++) {
        cgi_desk_free(l->workers[i].desk);
        touched_clear(&l->workers[i].words);
        touched_clear(&l->workers[i].affixes);
    }
}

/* ---- Steps ----------------------------------------------------------- */

CGI_FAST static void adam(const moments *m, size_t at, const float *gradient,
                          size_t n, const learner *l)
{
    float first = 1 - powf(FIRST, (float)l->step);
    float second = 1 - powf(SECOND, (float)l->step);
    for (size_t i = 0; i < n; i++) {
        float g = gradient[i] * l->clip;
        float *mean = &m->mean[at + i], *square = &m->square[at + i];
        *mean = FIRST * *mean + (1 - FIRST) * g;
        *square = SECOND * *square + (1 - SECOND) * g * g;
        m->at[at + i] -=
            l->rate * (*mean / first) / (sqrtf(*square / second) + EPSILON);
    }
}

static void touch(touched *t, uint32_t row, const float *gradient, size_t w)
{
    if (!t->slots[row]) {
        if (t->n == t->cap) {
            t->cap = t->cap ? 2 * t->cap : 1024;
            t->rows = cgi_train_grow(t->rows, t->cap, sizeof *t->rows);
            t->sums = cgi_train_grow(t->sums, t->cap * w, sizeof *t->sums);
        }
        memset(t->sums + t->n * w, 0, w * sizeof *t->sums);
        t->rows[t->n++] = row;
        t->slots[row] = (uint32_t)t->n;
    }
    float *sum = t->sums + (size_t)(t->slots[row] - 1) * w;
    for (size_t k = 0; k < w; k++)
        sum[k] += gradient[k];
}

static void step_rows(touched *t, const moments *m, const learner *l)
{
    size_t w = l->net->shape.width;
    for (size_t i = 0; i < t->n; i++) {
        adam(m, t->rows[i] * w, t->sums + i * w, w, l);
        t->slots[t->rows[i]] = 0;
    }
    t->n = 0;
}

/* A worker takes the rows that leave its number when divided by WORKERS. */
static void touch_desk(worker *w, const cgi_desk *d)
{
    size_t width = d->shape.width;
    for (size_t t = 0; t < d->n; t++) {
        const cgi_sample *s = &d->samples[t];
        const float *g = d->d_input + t * width;
        if (s->word % WORKERS == w->number)
            touch(&w->words, s->word, g, width);
        for (size_t k = 0; k < CGI_AFFIXES; k++)
            if (s->rows[k] % WORKERS == w->number)
                touch(&w->affixes, s->rows[k], g, width);
    }
}

static void *update(void *arg)
{
    worker *w = arg;
    learner *l = w->learner;
    size_t n = l->net->at.end, from = n * w->number / WORKERS;
    size_t to = n * (w->number + 1) / WORKERS;
    adam(&l->dense, from, l->workers[0].desk->gradient + from, to - from, l);
    for (unsigned i = 0; i < WORKERS; i++)
        touch_desk(w, l->workers[i].desk);
    step_rows(&w->words, &l->words, l);
    step_rows(&w->affixes, &l->affixes, l);
    return NULL;
}

static void *propagate(void *arg)
{
    worker *w = arg;
    const learner *l = w->learner;
    uint64_t seed = l->course->seed;
    seed = seed * 1000003 + l->step * WORKERS + w->number;
    cgi_net_forward(w->desk, l->net, w->samples, w->sentences, w->n,
                    &l->course->drop, seed);
    w->loss = cgi_net_backward(w->desk, l->net, 1.0f / (float)l->batch_words);
    return NULL;
}

static void run_workers(learner *l, void *(*what)(void *))
{
    void *arguments[WORKERS];
    for (unsigned i = 0; i < WORKERS; i++)
        arguments[i] = &l->workers[i];
    cgi_train_threads(what, arguments, WORKERS);
}

/* Adds up the gradients of the workers, and limits their length. */
static void join_gradients(learner *l)
{
    float *sum = l->workers[0].desk->gradient;
    double squares = 0;
    size_t n = l->net->at.end;
    for (unsigned i = 1; i < WORKERS; i++)
        for (size_t k = 0; k < n; k++)
            sum[k] += l->workers[i].desk->gradient[k];
    for (size_t k = 0; k < n; k++)
        squares += (double)sum[k] * sum[k];
    float length = sqrtf((float)squares);
    l->clip = length > CLIP ? CLIP / length : 1;
}

static float rate_at(const cgi_course *c, size_t step)
{
    size_t warm = c->steps / WARM_OF < WARM ? c->steps / WARM_OF : WARM;
    if (step < warm)
        return c->rate * (float)step / (float)warm;
    return c->rate * (float)(c->steps - step) / (float)(c->steps - warm);
}

/* ---- Batches --------------------------------------------------------- */

typedef struct {
    const cgi_samples *samples;
    uint32_t *order;
    size_t next;
    uint64_t seed;
} deck;

static void deck_start(deck *d, const cgi_samples *s, uint64_t seed)
{
    d->samples = s;
    d->seed = seed;
    d->order = cgi_train_alloc(s->n_sentences, sizeof *d->order);
    for (uint32_t i = 0; i < s->n_sentences; i++)
        d->order[i] = i;
    d->next = s->n_sentences;
}

/* Deals sentences of `words` words or a little more into out[]. */
static size_t deal(uint32_t *out, deck *d, size_t words)
{
    size_t n = 0, sum = 0;
    while (sum < words) {
        if (d->next == d->samples->n_sentences) {
            cgi_train_shuffle(d->order, d->next, &d->seed);
            d->next = 0;
        }
        uint32_t s = d->order[d->next++];
        sum += d->samples->first[s + 1] - d->samples->first[s];
        out[n++] = s;
    }
    return n;
}

static void learn_batch(learner *l, deck *const *decks)
{
    uint32_t sentences[WORKERS][CGI_BATCH_MAX];
    l->step++;
    l->rate = rate_at(l->course, l->step);
    l->batch_words = 0;
    for (unsigned i = 0; i < WORKERS; i++) {
        worker *w = &l->workers[i];
        w->samples = decks[i]->samples;
        w->sentences = sentences[i];
        w->n = deal(sentences[i], decks[i], l->course->batch / WORKERS);
        for (size_t k = 0; k < w->n; k++)
            l->batch_words += w->samples->first[sentences[i][k] + 1] -
                              w->samples->first[sentences[i][k]];
    }
    run_workers(l, propagate);
    join_gradients(l);
    run_workers(l, update);
}

void cgi_net_learn(cgi_net *net, const cgi_samples *main,
                   const cgi_samples *extra, float share,
                   const cgi_course *course)
{
    learner l = {0};
    deck gold, more;
    double loss = 0, due = 0;
    start(&l, net, course);
    deck_start(&gold, main, course->seed);
    if (extra)
        deck_start(&more, extra, course->seed + 1);
    while (l.step < course->steps) {
        bool is_extra = extra && due >= 1;
        deck *d = is_extra ? &more : &gold;
        due += is_extra ? -1 : share;
        learn_batch(&l, (deck *[WORKERS]){d, d});
        loss += (l.workers[0].loss + l.workers[1].loss) /
                (double)l.batch_words / SHOW;
        if (l.step % SHOW == 0) {
            fprintf(stderr, "net: step %zu of %zu, loss %.4f\n", l.step,
                    course->steps, loss);
            loss = 0;
        }
    }
    free(gold.order);
    if (extra)
        free(more.order);
    end(&l);
}
