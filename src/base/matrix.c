/* SPDX-License-Identifier: Apache-2.0
 *
 * matrix.c -- products of matrices, in loops that compilers vectorise.
 *
 * Small blocks of the result are kept in registers while the sums are made.
 */
#include "base/matrix.h"

#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define HAS_AVX2
#endif

#include "base/fast.h"

#define STEP CGI_MATRIX_STEP
#define ROWS 4

/* ---- Whole numbers --------------------------------------------------- */

/* Products of ROWS rows of x with STEP outputs, whose weights begin at `w` and
 * are `m` pairs apart. */
typedef void (*block)(int32_t out[ROWS][STEP], const int16_t *const x[ROWS],
                      const int16_t *w, size_t m, size_t width);

CGI_FAST static void block_of(int32_t out[ROWS][STEP],
                              const int16_t *const x[ROWS], const int16_t *w,
                              size_t m, size_t width)
{
    memset(out, 0, ROWS * sizeof *out);
    for (size_t k = 0; k < width; k += 2, w += 2 * m)
        for (size_t i = 0; i < ROWS; i++)
            for (size_t j = 0; j < STEP; j++)
                out[i][j] += (int32_t)x[i][k] * w[2 * j] +
                             (int32_t)x[i][k + 1] * w[2 * j + 1];
}

#ifdef HAS_AVX2
/* One instruction multiplies eight pairs with a pair and adds the two products
 * of each. */
CGI_UNROLLED __attribute__((target("avx2"))) static void
block_avx2(int32_t out[ROWS][STEP], const int16_t *const x[ROWS],
           const int16_t *w, size_t m, size_t width)
{
    __m256i sum[ROWS][2];
    memset(sum, 0, sizeof sum);
    for (size_t k = 0; k < width; k += 2, w += 2 * m) {
        __m256i left, right;
        memcpy(&left, w, sizeof left);
        memcpy(&right, w + STEP, sizeof right);
        for (size_t i = 0; i < ROWS; i++) {
            int pair;
            memcpy(&pair, x[i] + k, sizeof pair);
            __m256i y = _mm256_set1_epi32(pair);
            sum[i][0] = _mm256_add_epi32(sum[i][0], _mm256_madd_epi16(left, y));
            sum[i][1] =
                _mm256_add_epi32(sum[i][1], _mm256_madd_epi16(right, y));
        }
    }
    memcpy(out, sum, sizeof sum);
}
#endif

static block best_block(void)
{
#ifdef HAS_AVX2
    if (__builtin_cpu_supports("avx2"))
        return block_avx2;
#endif
    return block_of;
}

void cgi_matrix_product(int32_t *out, const int16_t *x, size_t n,
                        const int16_t *w, size_t m, size_t width)
{
    block run = best_block();
    int32_t sums[ROWS][STEP];
    for (size_t j = 0; j < m; j += STEP)
        for (size_t i = 0; i < n; i += ROWS) {
            const int16_t *rows[ROWS];
            size_t left = n - i < ROWS ? n - i : ROWS;
            /* Rows that are not there repeat the last. */
            for (size_t r = 0; r < ROWS; r++)
                rows[r] = x + (i + (r < left ? r : left - 1)) * width;
            run(sums, rows, w + 2 * j, m, width);
            for (size_t r = 0; r < left; r++)
                memcpy(out + (i + r) * m + j, sums[r], sizeof sums[r]);
        }
}

CGI_FAST void cgi_matrix_products(int32_t *out, const int16_t *x, size_t n,
                                  const int16_t *y, size_t m, size_t width)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < m; j++) {
            const int16_t *a = x + i * width, *b = y + j * width;
            int32_t sum = 0;
            for (size_t k = 0; k < width; k++)
                sum += (int32_t)a[k] * b[k];
            out[i * m + j] = sum;
        }
}

/* ---- Floats ---------------------------------------------------------- */

/* Eight floats that go through each step together. */
typedef float lane __attribute__((vector_size(32)));
#define LANES (STEP / 8)

/* Adds to `rows` rows of c, STEP columns of each. */
static inline __attribute__((always_inline)) void
add_block(float *c, cgi_matrix a, const float *b, size_t k, size_t n,
          const size_t rows)
{
    lane sum[ROWS][LANES];
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < LANES; j++)
            memcpy(&sum[i][j], c + i * n + 8 * j, sizeof sum[i][j]);
    for (size_t x = 0; x < k; x++) {
        lane y0, y1;
        memcpy(&y0, b + x * n, sizeof y0);
        memcpy(&y1, b + x * n + 8, sizeof y1);
        const float *z = a.at + x * a.column;
        for (size_t i = 0; i < rows; i++) {
            sum[i][0] += z[i * a.row] * y0;
            sum[i][1] += z[i * a.row] * y1;
        }
    }
    for (size_t i = 0; i < rows; i++)
        memcpy(c + i * n, sum[i], sizeof sum[i]);
}

CGI_FAST void cgi_matrix_add_product(float *c, cgi_matrix a, const float *b,
                                     size_t m, size_t k, size_t n)
{
    for (size_t j = 0; j < n; j += STEP) {
        size_t i = 0;
        cgi_matrix from = a;
        for (; i + ROWS <= m; i += ROWS, from.at += ROWS * a.row)
            add_block(c + i * n + j, from, b + j, k, n, ROWS);
        for (; i < m; i++, from.at += a.row)
            add_block(c + i * n + j, from, b + j, k, n, 1);
    }
}
