/* SPDX-License-Identifier: Apache-2.0
 *
 * learner.c -- an averaged perceptron over hashed features.
 *
 * A weight that scoring reads is one 32-bit word, label in the low byte and
 * value above it; what averaging needs stands in a second array beside. Rows
 * move to the end of the pool when they grow.
 */
#include "train/learner.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lang/weights.h"
#include "train/train.h"

#define FIRST_BITS 16
#define FIRST_POOL ((size_t)1 << 16)
#define BATCH      128

typedef struct {
    uint64_t key; /* 0 if free. */
    uint32_t begin;
    uint16_t n, cap;
    uint32_t updates;
} row;

/* total: the sum of the weight over all ticks before `since`. */
typedef struct {
    int64_t total;
    uint64_t since;
} history;

struct cgi_learner {
    uint32_t n_labels, min_updates;
    bool is_closed; /* Takes no new features. */
    row *rows;
    size_t n_rows, mask;
    int32_t *pool; /* value * 256 + label */
    history *past;
    size_t n_pool, pool_cap;
    uint64_t now;
};

cgi_learner *cgi_learner_new(uint32_t n_labels, uint32_t min_updates)
{
    assert(n_labels && n_labels <= CGI_WEIGHTS_LABEL_MAX);
    cgi_learner *l = cgi_train_alloc(1, sizeof *l);
    l->n_labels = n_labels;
    l->min_updates = min_updates;
    l->mask = ((size_t)1 << FIRST_BITS) - 1;
    l->rows = cgi_train_alloc(l->mask + 1, sizeof *l->rows);
    l->pool_cap = FIRST_POOL;
    l->pool = cgi_train_alloc(l->pool_cap, sizeof *l->pool);
    l->past = cgi_train_alloc(l->pool_cap, sizeof *l->past);
    return l;
}

void cgi_learner_free(cgi_learner *l)
{
    if (!l)
        return;
    free(l->rows);
    free(l->pool);
    free(l->past);
    free(l);
}

static row *place_of(const cgi_learner *l, uint64_t key)
{
    size_t i = (size_t)key & l->mask;
    while (l->rows[i].key && l->rows[i].key != key)
        i = (i + 1) & l->mask;
    return &l->rows[i];
}

static uint64_t key_of(uint64_t feature)
{
    return feature ? feature : 1;
}

static void add_row(int32_t *scores, const cgi_learner *l, const row *r)
{
    const int32_t *w = l->pool + r->begin;
    for (uint32_t i = 0; i < r->n; i++)
        scores[w[i] & 255] += w[i] >> 8;
}

void cgi_learner_score(int32_t *scores, const cgi_learner *l,
                       const uint64_t *features, size_t n)
{
    const row *found[BATCH];
    assert(n <= BATCH);
    for (size_t i = 0; i < n; i++)
        __builtin_prefetch(&l->rows[key_of(features[i]) & l->mask]);
    for (size_t i = 0; i < n; i++) {
        found[i] = place_of(l, key_of(features[i]));
        __builtin_prefetch(l->pool + found[i]->begin);
    }
    for (size_t i = 0; i < n; i++)
        if (found[i]->updates >= l->min_updates)
            add_row(scores, l, found[i]);
}

static void widen_table(cgi_learner *l)
{
    row *old = l->rows;
    size_t n = l->mask + 1;
    l->mask = 2 * n - 1;
    l->rows = cgi_train_alloc(2 * n, sizeof *l->rows);
    for (size_t i = 0; i < n; i++)
        if (old[i].key)
            *place_of(l, old[i].key) = old[i];
    free(old);
}

/* Room for `n` more weights at the end of the pool. */
static void reserve(cgi_learner *l, size_t n)
{
    if (l->n_pool + n <= l->pool_cap)
        return;
    l->pool_cap *= 2;
    l->pool = cgi_train_grow(l->pool, l->pool_cap, sizeof *l->pool);
    l->past = cgi_train_grow(l->past, l->pool_cap, sizeof *l->past);
}

static void widen_row(cgi_learner *l, row *r)
{
    uint16_t cap = r->cap ? (uint16_t)(2 * r->cap) : 2;
    reserve(l, cap);
    memcpy(l->pool + l->n_pool, l->pool + r->begin, r->n * sizeof *l->pool);
    memcpy(l->past + l->n_pool, l->past + r->begin, r->n * sizeof *l->past);
    r->begin = (uint32_t)l->n_pool;
    r->cap = cap;
    l->n_pool += cap;
}

/* The place in the pool of the weight of a row for `label`. */
static size_t weight_of(cgi_learner *l, row *r, uint32_t label)
{
    for (uint32_t i = 0; i < r->n; i++)
        if ((l->pool[r->begin + i] & 255) == (int32_t)label)
            return r->begin + i;
    if (r->n == r->cap)
        widen_row(l, r);
    size_t at = r->begin + r->n++;
    l->pool[at] = (int32_t)label;
    l->past[at] = (history){0, l->now};
    return at;
}

/* Gives the free place `r` to a key; returns where it is then. */
static row *add_key(cgi_learner *l, row *r, uint64_t key)
{
    r->key = key;
    if (++l->n_rows * 5 <= (l->mask + 1) * 3)
        return r;
    widen_table(l);
    return place_of(l, key);
}

static void update_one(cgi_learner *l, uint64_t key, uint32_t label, int by)
{
    row *r = place_of(l, key);
    if (!r->key && l->is_closed)
        return;
    if (!r->key)
        r = add_key(l, r, key);
    r->updates++;
    size_t at = weight_of(l, r, label);
    history *h = &l->past[at];
    h->total += (int64_t)(l->now - h->since) * (l->pool[at] >> 8);
    h->since = l->now;
    l->pool[at] += by * 256;
}

void cgi_learner_update(cgi_learner *l, const uint64_t *features, size_t n,
                        uint32_t label, int by)
{
    assert(label < l->n_labels);
    for (size_t i = 0; i < n; i++)
        update_one(l, key_of(features[i]), label, by);
}

void cgi_learner_tick(cgi_learner *l)
{
    l->now++;
}

/* ---- Narrowing ------------------------------------------------------- */

static double mean_of(const cgi_learner *l, size_t at)
{
    const history *h = &l->past[at];
    int w = l->pool[at] >> 8;
    double sum = (double)h->total + (double)(l->now - h->since) * w;
    return sum / (double)(l->now ? l->now : 1);
}

typedef struct {
    double weight;
    uint64_t key;
} ranked;

static int by_weight(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->weight > y->weight || x->weight < y->weight)
        return x->weight > y->weight ? -1 : 1;
    return x->key < y->key ? -1 : x->key > y->key;
}

static double largest_weight(const cgi_learner *l, const row *r)
{
    double largest = 0;
    for (size_t at = r->begin; at < (size_t)r->begin + r->n; at++) {
        double mean = mean_of(l, at);
        mean = mean < 0 ? -mean : mean;
        largest = mean > largest ? mean : largest;
    }
    return largest;
}

cgi_learner *cgi_learner_narrow(const cgi_learner *l, size_t most)
{
    ranked *order = cgi_train_alloc(l->n_rows + 1, sizeof *order);
    size_t n = 0;
    for (size_t i = 0; i <= l->mask; i++) {
        const row *r = &l->rows[i];
        if (r->key && r->updates >= l->min_updates)
            order[n++] = (ranked){largest_weight(l, r), r->key};
    }
    qsort(order, n, sizeof *order, by_weight);
    cgi_learner *out = cgi_learner_new(l->n_labels, 0);
    for (size_t i = 0; i < n && i < most; i++)
        add_key(out, place_of(out, order[i].key), order[i].key);
    out->is_closed = true;
    free(order);
    return out;
}

/* ---- Packing --------------------------------------------------------- */

/* Rows with more weights than this are stored dense. */
#define SPARSE_MAX         48
#define RECORDS_PER_BUCKET 4

typedef struct {
    uint32_t bucket, updates;
    const row *row;
} packed;

typedef struct {
    uint8_t label;
    int value;
} weight;

/* How weights become whole numbers. */
typedef struct {
    int scale;
    double threshold;
} rounding;

/* The weights of a row that are worth keeping, in the order of labels. */
static uint32_t average(weight out[CGI_WEIGHTS_LABEL_MAX], const cgi_learner *l,
                        const row *r, rounding by)
{
    int values[CGI_WEIGHTS_LABEL_MAX] = {0};
    for (size_t at = r->begin; at < (size_t)r->begin + r->n; at++) {
        double mean = mean_of(l, at);
        if (mean > -by.threshold && mean < by.threshold)
            continue;
        double v = mean * by.scale + (mean > 0 ? 0.5 : -0.5);
        v = v > INT16_MAX ? INT16_MAX : v < -INT16_MAX ? -INT16_MAX : v;
        values[l->pool[at] & 255] = (int)v;
    }
    uint32_t n = 0;
    for (uint32_t i = 0; i < l->n_labels; i++)
        if (values[i])
            out[n++] = (weight){(uint8_t)i, values[i]};
    return n;
}

static int by_bucket(const void *a, const void *b)
{
    const packed *x = a, *y = b;
    if (x->bucket != y->bucket)
        return x->bucket < y->bucket ? -1 : 1;
    if (x->updates != y->updates)
        return x->updates > y->updates ? -1 : 1;
    return x->row->key < y->row->key ? -1 : x->row->key > y->row->key;
}

/* The rows that are kept, sorted by bucket, and the number of bucket bits. */
static packed *choose(size_t *n, uint32_t *bits, const cgi_learner *l,
                      rounding by)
{
    weight ws[CGI_WEIGHTS_LABEL_MAX];
    packed *p = cgi_train_alloc(l->n_rows + 1, sizeof *p);
    *n = 0;
    for (size_t i = 0; i <= l->mask; i++) {
        const row *r = &l->rows[i];
        if (r->key && r->updates >= l->min_updates && average(ws, l, r, by))
            p[(*n)++] = (packed){0, r->updates, r};
    }
    *bits = 0;
    while (((size_t)RECORDS_PER_BUCKET << *bits) < *n)
        ++*bits;
    for (size_t i = 0; i < *n; i++)
        p[i].bucket = (uint32_t)(p[i].row->key & (((uint64_t)1 << *bits) - 1));
    qsort(p, *n, sizeof *p, by_bucket);
    return p;
}

typedef struct {
    uint8_t *dense, *records;
    size_t n_dense, n_bytes, labels;
} stores;

static void put_dense(stores *s, const weight *ws, uint32_t n)
{
    uint8_t *at = s->dense + 2 * s->labels * s->n_dense;
    for (uint32_t i = 0; i < n; i++)
        cgi_store16(at + (size_t)2 * ws[i].label, (uint32_t)ws[i].value);
    cgi_store16(s->records + s->n_bytes, (uint32_t)s->n_dense++);
    s->n_bytes += 2;
}

static void put_record(stores *s, uint64_t key, const weight *ws, uint32_t n)
{
    bool wide = false;
    for (uint32_t i = 0; i < n; i++)
        wide |= ws[i].value > INT8_MAX || ws[i].value < -INT8_MAX;
    bool dense = n > SPARSE_MAX && s->n_dense < UINT16_MAX;
    uint32_t count = wide ? n + CGI_WEIGHTS_WIDE : n;
    assert(dense || n < CGI_WEIGHTS_DENSE - CGI_WEIGHTS_WIDE);
    cgi_store16(s->records + s->n_bytes, (uint32_t)(key >> 48));
    s->records[s->n_bytes + 2] = (uint8_t)(dense ? CGI_WEIGHTS_DENSE : count);
    s->n_bytes += 3;
    if (dense) {
        put_dense(s, ws, n);
        return;
    }
    for (uint32_t i = 0; i < n; i++) {
        uint8_t *at = s->records + s->n_bytes;
        at[0] = ws[i].label;
        at[1] = (uint8_t)ws[i].value;
        at[2] = (uint8_t)((uint32_t)ws[i].value >> 8);
        s->n_bytes += wide ? 3 : 2;
    }
}

/* Header, dense rows, buckets and records as one stretch of bytes. */
static void *join(size_t *size, const cgi_learner *l, const stores *s,
                  const uint8_t *buckets, uint32_t bits)
{
    size_t dense = 2 * s->labels * s->n_dense;
    size_t index = (((size_t)1 << bits) + 1) * CGI_WEIGHTS_BUCKET;
    *size = CGI_WEIGHTS_HEADER + dense + index + s->n_bytes;
    uint8_t *out = cgi_train_alloc(*size, 1);
    cgi_store32(out, l->n_labels);
    cgi_store32(out + 4, (uint32_t)s->n_dense);
    cgi_store32(out + 8, bits);
    cgi_store32(out + 12, (uint32_t)s->n_bytes);
    uint8_t *at = out + CGI_WEIGHTS_HEADER;
    memcpy(at, s->dense, dense);
    memcpy(at + dense, buckets, index);
    memcpy(at + dense + index, s->records, s->n_bytes);
    return out;
}

void *cgi_learner_pack(size_t *size, const cgi_learner *l, int scale,
                       double threshold)
{
    size_t n;
    uint32_t bits;
    rounding by = {scale, threshold};
    packed *p = choose(&n, &bits, l, by);
    weight ws[CGI_WEIGHTS_LABEL_MAX];
    stores s = {.labels = CGI_WEIGHTS_LABELS(l->n_labels)};
    size_t n_dense = 0, n_weights = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t k = average(ws, l, p[i].row, by);
        n_dense += k > SPARSE_MAX;
        n_weights += k;
    }
    s.dense = cgi_train_alloc(n_dense + 1, 2 * s.labels);
    s.records = cgi_train_alloc(n * 3 + n_weights * 3 + 4, 1);
    size_t n_buckets = (size_t)1 << bits;
    uint8_t *buckets = cgi_train_alloc(n_buckets + 1, CGI_WEIGHTS_BUCKET);
    size_t i = 0;
    for (size_t b = 0; b < n_buckets; b++) {
        uint32_t kinds = 0;
        uint8_t *at = buckets + CGI_WEIGHTS_BUCKET * b;
        cgi_store32(at, (uint32_t)s.n_bytes);
        for (; i < n && p[i].bucket == b; i++) {
            uint32_t k = average(ws, l, p[i].row, by);
            put_record(&s, p[i].row->key, ws, k);
            kinds |= cgi_weights_kind(p[i].row->key);
        }
        cgi_store32(at + 4, kinds);
    }
    cgi_store32(buckets + CGI_WEIGHTS_BUCKET * n_buckets, (uint32_t)s.n_bytes);
    void *out = join(size, l, &s, buckets, bits);
    free(s.dense);
    free(s.records);
    free(buckets);
    free(p);
    return out;
}
