/* SPDX-License-Identifier: Apache-2.0
 *
 * weights.h -- a linear model: features in, one score per label out.
 *
 * A feature is a 64-bit hash; what it was made of is not stored. The bytes of
 * a model are looked at where they are mapped and never copied:
 *
 *   u32      number of labels, 1..256
 *   u32      number of dense rows
 *   u32      bits of a bucket number, 0..24
 *   u32      bytes of records
 *   i16      dense rows, each CGI_WEIGHTS_LABELS(labels) long
 *   per bucket, and for the end:
 *     u32    where its records begin
 *     u32    which of 32 kinds of features its records have, a bit for each
 *   records  u16 print, u8 n, then
 *              n < 128   n times {u8 label, i8 weight}
 *              n >= 128  n - 128 times {u8 label, i16 weight}
 *              n == 255  u16 dense row
 *
 * Little endian. The low bits of the hash choose the bucket, the 5 bits from
 * CGI_WEIGHTS_KIND the kind, the high 16 bits are the print; a feature that is
 * not there meets a foreign print about once in 20,000 times, which costs
 * nothing that can be measured.
 */
#ifndef CG_LANG_WEIGHTS_H
#define CG_LANG_WEIGHTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CGI_WEIGHTS_LABEL_MAX 256
#define CGI_WEIGHTS_HEADER    16
#define CGI_WEIGHTS_DENSE     255
#define CGI_WEIGHTS_WIDE      128
#define CGI_WEIGHTS_BUCKET    8
#define CGI_WEIGHTS_KIND      40

/* The bit of the kind of a feature. */
static inline uint32_t cgi_weights_kind(uint64_t feature)
{
    return (uint32_t)1 << (feature >> CGI_WEIGHTS_KIND & 31);
}

/* Labels of a dense row: a multiple of 16, so that whole rows are added. */
#define CGI_WEIGHTS_LABELS(n) (((n) + 15u) & ~15u)

typedef struct {
    uint32_t n_labels, n_dense, n_bytes, mask;
    const uint8_t *dense, *buckets, *records;
} cgi_weights;

/* Looks at `size` bytes; false if they cannot be a model of `n_labels`. */
bool cgi_weights_view(cgi_weights *out, const void *bytes, size_t size,
                      uint32_t n_labels);

/* Adds the weights of `n` features to scores[CGI_WEIGHTS_LABEL_MAX]. */
void cgi_weights_score(int32_t *scores, const cgi_weights *w,
                       const uint64_t *features, size_t n);

/* The best of the first `n` labels; the lowest of equals. */
static inline uint32_t cgi_weights_best(const int32_t *scores, uint32_t n)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < n; i++)
        if (scores[i] > scores[best])
            best = i;
    return best;
}

#endif
