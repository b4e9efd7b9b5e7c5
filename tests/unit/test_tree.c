/* SPDX-License-Identifier: Apache-2.0
 *
 * test_tree.c -- the best trees, compared with all trees there are.
 */
#include "lang/tree.h"

#include <float.h>
#include <stdbool.h>

#include "suites.h"

#define SMALL 5

static unsigned next(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16 & 0x7FFF;
}

/* True if the heads of n words are a tree with one root. */
static bool is_tree(const int16_t *heads, size_t n)
{
    size_t roots = 0;
    for (size_t i = 0; i < n; i++) {
        size_t steps = 0;
        for (int k = (int)i; k >= 0; k = heads[k])
            if (heads[k] == k || ++steps > n)
                return false;
        roots += heads[i] < 0;
    }
    return roots == 1;
}

static float sum_of(const int16_t *heads, const float *scores, size_t n)
{
    float sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += scores[i * (n + 1) + (size_t)(heads[i] + 1)];
    return sum;
}

/* The best sum of a tree whose root is `root`, by trying all. */
static float best_sum(const float *scores, size_t n, size_t root)
{
    int16_t heads[SMALL];
    float best = -FLT_MAX;
    size_t all = 1;
    for (size_t i = 0; i < n; i++)
        all *= n + 1;
    for (size_t number = 0; number < all; number++) {
        size_t left = number;
        for (size_t i = 0; i < n; i++, left /= n + 1)
            heads[i] = (int16_t)((int)(left % (n + 1)) - 1);
        if (heads[root] < 0 && is_tree(heads, n)) {
            float sum = sum_of(heads, scores, n);
            best = sum > best ? sum : best;
        }
    }
    return best;
}

static void the_best_is_found(void)
{
    cgi_arena a = {0};
    jmp_buf on_fail;
    static unsigned seed = 3;
    a.on_fail = &on_fail;
    if (setjmp(on_fail))
        return;
    cgi_trees *t = cgi_trees_new(&a, SMALL);
    for (int round = 0; round < 300; round++) {
        float scores[SMALL * (SMALL + 1)];
        int16_t heads[SMALL];
        size_t n = 1 + (size_t)round % SMALL, root = 0;
        for (size_t i = 0; i < n * (n + 1); i++)
            scores[i] = (float)(next(&seed) % 64);
        cgi_trees_find(heads, t, scores, n);
        CU_ASSERT_TRUE(is_tree(heads, n));
        while (root + 1 < n && heads[root] >= 0)
            root++;
        CU_ASSERT_EQUAL(sum_of(heads, scores, n), best_sum(scores, n, root));
    }
    cgi_arena_clear(&a);
}

/* Scores in which every two neighbours want each other, and every two pairs,
 * and so on: cycles within cycles. */
static float nested(size_t child, size_t head)
{
    size_t differ = child ^ head, level = 0;
    while (differ >> level)
        level++;
    return -(float)level;
}

static void long_sentences(void)
{
    static const size_t lengths[] = {2, 3, 64, 255, CGI_TREE_LONGEST};
    cgi_arena a = {0};
    jmp_buf on_fail;
    int16_t heads[CGI_TREE_LONGEST];
    static unsigned seed = 5;
    a.on_fail = &on_fail;
    if (setjmp(on_fail))
        return;
    cgi_trees *t = cgi_trees_new(&a, CGI_TREE_LONGEST);
    for (size_t k = 0; k < sizeof lengths / sizeof *lengths; k++) {
        size_t n = lengths[k];
        float *scores = cgi_arena_array(&a, n * (n + 1), sizeof *scores);
        for (size_t i = 0; i < n; i++)
            for (size_t h = 0; h < n; h++)
                scores[i * (n + 1) + h + 1] = nested(i, h);
        for (size_t i = 0; i < n; i++)
            scores[i * (n + 1)] = -100;
        cgi_trees_find(heads, t, scores, n);
        CU_ASSERT_TRUE(is_tree(heads, n));
        for (size_t i = 0; i < n * (n + 1); i++)
            scores[i] = (float)(next(&seed) % 3);
        cgi_trees_find(heads, t, scores, n);
        CU_ASSERT_TRUE(is_tree(heads, n));
    }
    cgi_arena_clear(&a);
}

CU_TestInfo tree_tests[] = {
    {"no tree with the same root has a better sum", the_best_is_found},
    {"long sentences with cycles within cycles become trees", long_sentences},
    CU_TEST_INFO_NULL,
};
