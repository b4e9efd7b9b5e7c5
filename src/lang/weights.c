/* SPDX-License-Identifier: Apache-2.0
 *
 * weights.c -- scores features with a linear model, fast.
 *
 * The time goes into waiting for memory, so all features of a call go through
 * each step together and the next step's bytes are asked for in advance. Two
 * loads a feature: the bucket's bounds, then its few records, side by side;
 * and no second load for most of the features that are not there, since the
 * kinds of a bucket's records stand beside its bounds.
 */
#include "lang/weights.h"

#include <string.h>

#include "world/model.h"

#define BITS_MAX 24
#define BATCH    128
#define RECORD   3 /* Bytes before the weights of a record. */

bool cgi_weights_view(cgi_weights *out, const void *bytes, size_t size,
                      uint32_t n_labels)
{
    memset(out, 0, sizeof *out);
    const uint8_t *b = bytes;
    if (!b || size < CGI_WEIGHTS_HEADER)
        return false;
    uint32_t bits = cgi_load32(b + 8);
    out->n_labels = cgi_load32(b);
    out->n_dense = cgi_load32(b + 4);
    out->n_bytes = cgi_load32(b + 12);
    if (!n_labels || n_labels > CGI_WEIGHTS_LABEL_MAX ||
        out->n_labels != n_labels || bits > BITS_MAX ||
        out->n_dense > UINT16_MAX)
        return false;
    out->mask = ((uint32_t)1 << bits) - 1;
    size_t dense = (size_t)2 * CGI_WEIGHTS_LABELS(n_labels) * out->n_dense;
    size_t index = ((size_t)out->mask + 2) * CGI_WEIGHTS_BUCKET;
    if (size != CGI_WEIGHTS_HEADER + dense + index + out->n_bytes)
        return false;
    out->dense = b + CGI_WEIGHTS_HEADER;
    out->buckets = out->dense + dense;
    out->records = out->buckets + index;
    return true;
}

/* Adds 16 numbers; short enough for the compiler to make vectors of it. */
static void add_block(int32_t *scores, const uint8_t *row)
{
    int16_t w[16];
    memcpy(w, row, sizeof w);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    for (int i = 0; i < 16; i++)
        w[i] = (int16_t)cgi_load16(row + 2 * i);
#endif
    for (int i = 0; i < 16; i++)
        scores[i] += w[i];
}

static void add_dense(int32_t *scores, const cgi_weights *w, uint32_t row)
{
    uint32_t n = CGI_WEIGHTS_LABELS(w->n_labels);
    if (row >= w->n_dense)
        return;
    const uint8_t *at = w->dense + (size_t)2 * n * row;
    for (uint32_t i = 0; i < n; i += 16)
        add_block(scores + i, at + 2 * i);
}

/* Bytes that stand after the head of a record whose count is `n`. */
static size_t record_size(uint32_t n)
{
    if (n == CGI_WEIGHTS_DENSE)
        return 2;
    return n < CGI_WEIGHTS_WIDE ? 2 * n : 3 * (n - CGI_WEIGHTS_WIDE);
}

static void add_record(int32_t *scores, const cgi_weights *w, const uint8_t *at,
                       uint32_t n)
{
    if (n == CGI_WEIGHTS_DENSE) {
        add_dense(scores, w, cgi_load16(at));
    } else if (n < CGI_WEIGHTS_WIDE) {
        for (const uint8_t *end = at + 2 * n; at < end; at += 2)
            scores[at[0]] += (int8_t)at[1];
    } else {
        n -= CGI_WEIGHTS_WIDE;
        for (const uint8_t *end = at + 3 * n; at < end; at += 3)
            scores[at[0]] += (int16_t)cgi_load16(at + 1);
    }
}

/* Looks for the print among the records of a bucket, [at, end). */
static void add_feature(int32_t *scores, const cgi_weights *w,
                        const uint8_t *at, const uint8_t *end, uint32_t print)
{
    while (end - at >= RECORD) {
        uint32_t n = at[2];
        size_t size = record_size(n);
        bool found = cgi_load16(at) == print;
        at += RECORD;
        if (size > (size_t)(end - at))
            return;
        if (found) {
            add_record(scores, w, at, n);
            return;
        }
        at += size;
    }
}

/* A feature whose bucket may have it. */
typedef struct {
    uint32_t begin, end, print;
} found;

static const uint8_t *bucket_of(const cgi_weights *w, uint64_t feature)
{
    return w->buckets + (size_t)CGI_WEIGHTS_BUCKET * (feature & w->mask);
}

static void score_batch(int32_t *scores, const cgi_weights *w,
                        const uint64_t *features, size_t n)
{
    found list[BATCH];
    size_t k = 0;
    for (size_t i = 0; i < n; i++)
        __builtin_prefetch(bucket_of(w, features[i]));
    for (size_t i = 0; i < n; i++) {
        const uint8_t *at = bucket_of(w, features[i]);
        uint32_t begin = cgi_load32(at);
        uint32_t end = cgi_load32(at + CGI_WEIGHTS_BUCKET);
        if (end > w->n_bytes || begin > end)
            begin = end = 0;
        list[k] = (found){begin, end, (uint32_t)(features[i] >> 48)};
        __builtin_prefetch(w->records + begin);
        k += (cgi_load32(at + 4) & cgi_weights_kind(features[i])) != 0;
    }
    for (size_t i = 0; i < k; i++)
        add_feature(scores, w, w->records + list[i].begin,
                    w->records + list[i].end, list[i].print);
}

void cgi_weights_score(int32_t *scores, const cgi_weights *w,
                       const uint64_t *features, size_t n)
{
    for (size_t i = 0; i < n; i += BATCH)
        score_batch(scores, w, features + i, n - i < BATCH ? n - i : BATCH);
}
