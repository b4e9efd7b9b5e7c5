/* SPDX-License-Identifier: Apache-2.0
 *
 * test_matrix.c -- products of matrices, compared with the plain sums.
 */
#include "base/matrix.h"

#include <string.h>

#include "suites.h"

#define MOST  7
#define WIDTH 48
#define OUT   32

static int next(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return (int)(*seed >> 16 & 0xFFF) - 0x800;
}

static void whole_numbers(void)
{
    int16_t x[MOST * WIDTH], w[OUT * WIDTH], y[OUT * WIDTH];
    int32_t out[MOST * OUT], outs[MOST * OUT];
    unsigned seed = 1;
    for (size_t i = 0; i < MOST * WIDTH; i++)
        x[i] = (int16_t)next(&seed);
    for (size_t j = 0; j < OUT; j++)
        for (size_t k = 0; k < WIDTH; k++)
            y[j * WIDTH + k] = w[cgi_matrix_at(j, k, OUT)] =
                (int16_t)(8 * next(&seed));
    for (size_t n = 0; n <= MOST; n++) {
        memset(out, 0, sizeof out);
        cgi_matrix_product(out, x, n, w, OUT, WIDTH);
        cgi_matrix_products(outs, x, n, y, OUT, WIDTH);
        for (size_t i = 0; i < n; i++)
            for (size_t j = 0; j < OUT; j++) {
                int32_t sum = 0;
                for (size_t k = 0; k < WIDTH; k++)
                    sum += x[i * WIDTH + k] * y[j * WIDTH + k];
                CU_ASSERT_EQUAL(out[i * OUT + j], sum);
                CU_ASSERT_EQUAL(outs[i * OUT + j], sum);
            }
        if (n < MOST)
            CU_ASSERT_EQUAL(out[n * OUT], 0);
    }
}

/* Small whole numbers as floats: sums are exact in any order. */
static void floats(void)
{
    float a[MOST * WIDTH], b[WIDTH * OUT], out[MOST * OUT];
    unsigned seed = 2;
    for (size_t i = 0; i < MOST * WIDTH; i++)
        a[i] = (float)(next(&seed) % 50);
    for (size_t i = 0; i < WIDTH * OUT; i++)
        b[i] = (float)(next(&seed) % 50);
    for (size_t turned = 0; turned < 2; turned++) {
        cgi_matrix m = {a, turned ? 1 : WIDTH, turned ? MOST : 1};
        for (size_t i = 0; i < MOST * OUT; i++)
            out[i] = 1;
        cgi_matrix_add_product(out, m, b, MOST, WIDTH, OUT);
        for (size_t i = 0; i < MOST; i++)
            for (size_t j = 0; j < OUT; j++) {
                float sum = 1;
                for (size_t k = 0; k < WIDTH; k++)
                    sum += a[i * m.row + k * m.column] * b[k * OUT + j];
                CU_ASSERT_EQUAL(out[i * OUT + j], sum);
            }
    }
}

CU_TestInfo matrix_tests[] = {
    {"whole numbers are multiplied for any number of rows", whole_numbers},
    {"floats are multiplied by rows and by columns", floats},
    CU_TEST_INFO_NULL,
};
