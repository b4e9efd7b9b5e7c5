/* SPDX-License-Identifier: Apache-2.0
 *
 * test_arena.c -- memory that dies all at once.
 *
 * A failed allocation jumps, so each test runs as a function of an arena under
 * attempt(), which says whether it came to its end.
 */
#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "suites.h"

/* True if work(a) returned, false if an allocation in it failed. */
static bool attempt(cgi_arena *a, void (*work)(cgi_arena *))
{
    jmp_buf on_fail;
    a->on_fail = &on_fail;
    if (setjmp(on_fail))
        return false;
    work(a);
    return true;
}

static void many_sizes(cgi_arena *a)
{
    for (size_t n = 0; n < 300; n++) {
        unsigned char *p = cgi_arena_alloc(a, n);
        CU_ASSERT_PTR_NOT_NULL(p);
        CU_ASSERT_EQUAL((uintptr_t)p % alignof(max_align_t), 0);
        for (size_t i = 0; i < n; i++)
            CU_ASSERT_EQUAL(p[i], 0);
        memset(p, 0xAA, n);
    }
}

static void aligned_and_zeroed(void)
{
    cgi_arena a = {0};
    CU_ASSERT_TRUE(attempt(&a, many_sizes));
    cgi_arena_clear(&a);
    CU_ASSERT_PTR_NULL(a.blocks);
    CU_ASSERT_EQUAL(a.total, 0);
    CU_ASSERT_TRUE(attempt(&a, many_sizes));
    cgi_arena_clear(&a);
}

static void large_among_small(cgi_arena *a)
{
    char *before = cgi_arena_strndup(a, "before", 6);
    char *large = cgi_arena_alloc(a, (size_t)1 << 20);
    char *empty = cgi_arena_alloc(a, 0), *other = cgi_arena_alloc(a, 0);
    large[((size_t)1 << 20) - 1] = 'x';
    CU_ASSERT_STRING_EQUAL(before, "before");
    CU_ASSERT_PTR_NOT_EQUAL(empty, other);
}

static void large_pieces(void)
{
    cgi_arena a = {0};
    CU_ASSERT_TRUE(attempt(&a, large_among_small));
    cgi_arena_clear(&a);
}

static void product_too_large(cgi_arena *a)
{
    cgi_arena_array(a, SIZE_MAX / 2, 3);
}

static void size_too_large(cgi_arena *a)
{
    cgi_arena_alloc(a, SIZE_MAX);
}

static void string_too_long(cgi_arena *a)
{
    cgi_arena_strndup(a, "", SIZE_MAX);
}

static void a_hundred_thousand(cgi_arena *a)
{
    cgi_arena_alloc(a, 100000);
}

static void overflow_jumps(void)
{
    void (*const works[])(cgi_arena *) = {product_too_large, size_too_large,
                                          string_too_long};
    for (size_t i = 0; i < sizeof works / sizeof *works; i++) {
        cgi_arena a = {0};
        CU_ASSERT_FALSE(attempt(&a, works[i]));
        CU_ASSERT_FALSE(a.over_limit);
        cgi_arena_clear(&a);
    }
}

static void limit_holds(void)
{
    cgi_arena a = {.limit = 250000};
    CU_ASSERT_TRUE(attempt(&a, a_hundred_thousand));
    CU_ASSERT_TRUE(attempt(&a, a_hundred_thousand));
    CU_ASSERT_FALSE(attempt(&a, a_hundred_thousand));
    CU_ASSERT_TRUE(a.over_limit);
    CU_ASSERT_TRUE(a.total <= a.limit);
    cgi_arena_clear(&a);
    CU_ASSERT_FALSE(a.over_limit);
}

static void every_call(cgi_arena *a)
{
    CGI_VEC(int) v = {0};
    for (int i = 0; i < 20; i++)
        CGI_PUSH(a, &v, i);
    cgi_arena_strndup(a, "text", 4);
    cgi_arena_printf(a, "%d", 12);
}

static void each_failure_is_caught(void)
{
    size_t n = 0;
    for (bool done = false; !done && n < 100; n++) {
        cgi_arena a = {0};
        cgi_arena_fail_after(n);
        done = attempt(&a, every_call);
        cgi_arena_fail_after(SIZE_MAX);
        cgi_arena_clear(&a);
    }
    /* Three for the vector (8, 16, 32 items), two for the strings. */
    CU_ASSERT_EQUAL(n, 6);
}

static void a_thousand_items(cgi_arena *a)
{
    CGI_VEC(size_t) v = {0};
    for (size_t i = 0; i < 1000; i++)
        CGI_PUSH(a, &v, i * i);
    CU_ASSERT_EQUAL(v.n, 1000);
    for (size_t i = 0; i < v.n; i++)
        CU_ASSERT_EQUAL(v.at[i], i * i);
}

static void vectors_grow(void)
{
    cgi_arena a = {0};
    CU_ASSERT_TRUE(attempt(&a, a_thousand_items));
    cgi_arena_clear(&a);
}

static void formatted(cgi_arena *a)
{
    char *s = cgi_arena_printf(a, "%s-%zu", "x", (size_t)174);
    CU_ASSERT_STRING_EQUAL(s, "x-174");
    CU_ASSERT_STRING_EQUAL(cgi_arena_printf(a, "%s", ""), "");
    char *wide = cgi_arena_printf(a, "%100000d", 7);
    CU_ASSERT_EQUAL(strlen(wide), 100000);
    char *copy = cgi_arena_strndup(a, "a\0b", 3);
    CU_ASSERT_EQUAL(memcmp(copy, "a\0b", 4), 0);
}

static void strings(void)
{
    cgi_arena a = {0};
    CU_ASSERT_TRUE(attempt(&a, formatted));
    cgi_arena_clear(&a);
}

CU_TestInfo arena_tests[] = {
    {"memory is aligned and zeroed, also after clearing", aligned_and_zeroed},
    {"a piece larger than a block stands among small ones", large_pieces},
    {"sizes that overflow jump to the owner", overflow_jumps},
    {"the limit holds and is told apart", limit_holds},
    {"each allocation may fail, and nothing leaks", each_failure_is_caught},
    {"vectors keep their items when they grow", vectors_grow},
    {"strings are copied and formatted whole", strings},
    CU_TEST_INFO_NULL,
};
