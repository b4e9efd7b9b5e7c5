/* SPDX-License-Identifier: Apache-2.0
 *
 * weights.c -- scores features with a linear model, fast.
 *
 * The time goes into waiting for memory, so all features of a call go through
 * each step together and the next step's bytes are asked for in advance. Two
 * loads a feature: the bucket's bounds, then its few records, side by side.
 */
#include "lang/weights.h"

#include <string.h>

#include "world/model.h"

#define BITS_MAX 24
#define BATCH 128
#define RECORD 3 /* Bytes before the weights of a record. */

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
    size_t index = ((size_t)out->mask + 2) * 4;
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

static void add_record(int32_t *scores, const cgi_weights *w,
                       const uint8_t *at, uint32_t n)
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

static void score_batch(int32_t *scores, const cgi_weights *w,
                        const uint64_t *features, size_t n)
{
    uint32_t begin[BATCH], end[BATCH];
    for (size_t i = 0; i < n; i++)
        __builtin_prefetch(w->buckets + 4 * (features[i] & w->mask));
    for (size_t i = 0; i < n; i++) {
        const uint8_t *at = w->buckets + 4 * (features[i] & w->mask);
        begin[i] = cgi_load32(at);
        end[i] = cgi_load32(at + 4);
        if (end[i] > w->n_bytes || begin[i] > end[i])
            begin[i] = end[i] = 0;
        __builtin_prefetch(w->records + begin[i]);
    }
    for (size_t i = 0; i < n; i++)
        add_feature(scores, w, w->records + begin[i], w->records + end[i],
                    (uint32_t)(features[i] >> 48));
}

void cgi_weights_score(int32_t *scores, const cgi_weights *w,
                       const uint64_t *features, size_t n)
{
    for (size_t i = 0; i < n; i += BATCH)
        score_batch(scores, w, features + i, n - i < BATCH ? n - i : BATCH);
}
