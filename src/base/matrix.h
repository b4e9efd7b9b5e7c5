/* SPDX-License-Identifier: Apache-2.0
 *
 * matrix.h -- products of matrices, of whole numbers and of floats.
 *
 * Each sum is made in one fixed order and nothing is fused, so that every
 * machine gives the same bits whatever vector instructions it has.
 */
#ifndef CG_BASE_MATRIX_H
#define CG_BASE_MATRIX_H

#include <stddef.h>
#include <stdint.h>

/* Widths of matrices are multiples of this. */
#define CGI_MATRIX_STEP 16

/* Where the weight of input k for output j of `m` stands: those of two inputs
 * side by side, for all outputs. */
static inline size_t cgi_matrix_at(size_t j, size_t k, size_t m)
{
    return (k / 2 * m + j) * 2 + k % 2;
}

/* out[i][j] = sum over k of x[i][k] * w[j, k], for `n` rows of x, `width` long,
 * and `m` outputs; both are multiples of CGI_MATRIX_STEP, and weights stand as
 * cgi_matrix_at() says. The caller sees to it that no sum overflows. */
void cgi_matrix_product(int32_t *out, const int16_t *x, size_t n,
                        const int16_t *w, size_t m, size_t width);

/* out[i][j] = sum over k of x[i][k] * y[j][k], for `n` rows of x and `m` of y,
 * however many. */
void cgi_matrix_products(int32_t *out, const int16_t *x, size_t n,
                         const int16_t *y, size_t m, size_t width);

/* A matrix in memory: element (i, k) is at[i * row + k * column]. */
typedef struct {
    const float *at;
    size_t row, column;
} cgi_matrix;

/* Adds a * b to c: `a` is m times k, `b` is k times n and `c` is m times n,
 * both stored row by row; n is a multiple of CGI_MATRIX_STEP. */
void cgi_matrix_add_product(float *c, cgi_matrix a, const float *b, size_t m,
                            size_t k, size_t n);

#endif
