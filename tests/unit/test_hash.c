/* SPDX-License-Identifier: Apache-2.0
 *
 * test_hash.c -- hashes, and the table from byte strings to pointers.
 */
#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "suites.h"

/* Model files hold what comes from cgi_hash(), so it may never change. */
static void known_values(void)
{
    static const struct {
        const char *text;
        uint64_t seed, hash;
    } cases[] = {
        {"", 0, UINT64_C(0xD30C4DD7E4221DE7)},
        {"a", 0, UINT64_C(0xC5ED8FA29212D0F1)},
        {"1234567", 1, UINT64_C(0x9B91404BB986DBA8)},
        {"12345678", 0, UINT64_C(0x3FB3D44E908B62BE)},
        {"The quick brown fox", UINT64_MAX, UINT64_C(0x7692C2E04C402CBD)},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t len = strlen(cases[i].text);
        CU_ASSERT_EQUAL(cgi_hash(cases[i].text, len, cases[i].seed),
                        cases[i].hash);
    }
    CU_ASSERT_EQUAL(cgi_hash(NULL, 0, 0), cgi_hash("", 0, 0));
}

static int n_bits(uint64_t v)
{
    int n = 0;
    for (; v; v &= v - 1)
        n++;
    return n;
}

static void bits_spread(void)
{
    char text[] = "The quick brown fox jumps over";
    size_t len = sizeof text - 1;
    uint64_t whole = cgi_hash(text, len, 0);
    for (size_t bit = 0; bit < 8 * len; bit++) {
        text[bit / 8] = (char)(text[bit / 8] ^ 1 << bit % 8);
        int moved = n_bits(whole ^ cgi_hash(text, len, 0));
        CU_ASSERT_TRUE(moved > 12 && moved < 52);
        text[bit / 8] = (char)(text[bit / 8] ^ 1 << bit % 8);
    }
    CU_ASSERT_NOT_EQUAL(cgi_hash(text, len, 0), cgi_hash(text, len, 1));
    CU_ASSERT_NOT_EQUAL(cgi_hash("\0", 1, 0), cgi_hash("\0\0", 2, 0));
}

/* The digests are those of FIPS 180-2 and of the empty string. */
static void base32(void)
{
    char out[52];
    cgi_hash_base32(out, 51, cgi_slice_of("abc"));
    CU_ASSERT_STRING_EQUAL(
        out, "xj4bnp4pahh6uqkbidpf3lrceoyagyndsylxvhfucd7wd4qacww");
    cgi_hash_base32(out, 16, (cgi_slice){NULL, 0});
    CU_ASSERT_STRING_EQUAL(out, "4oymiquy7qobjgx3");
    cgi_hash_base32(out, 0, cgi_slice_of("abc"));
    CU_ASSERT_STRING_EQUAL(out, "");
}

static cgi_slice key(char room[32], size_t i)
{
    int n = snprintf(room, 32, "key %zu", i);
    return (cgi_slice){room, (size_t)n};
}

static bool fill(cgi_table *t, cgi_arena *a, size_t n)
{
    jmp_buf on_fail;
    char room[32];
    a->on_fail = &on_fail;
    if (setjmp(on_fail))
        return false;
    for (size_t i = 0; i < n; i++)
        *cgi_table_at(t, a, key(room, i)) = (void *)(i + 1);
    return true;
}

static void table_finds(void)
{
    cgi_arena a = {0};
    cgi_table t = {0};
    char room[32];
    CU_ASSERT_PTR_NULL(cgi_table_find(&t, cgi_slice_of("key 0")));
    CU_ASSERT_TRUE(fill(&t, &a, 10000));
    CU_ASSERT_TRUE(fill(&t, &a, 10000)); /* Again: nothing is added. */
    CU_ASSERT_EQUAL(t.n, 10000);
    for (size_t i = 0; i < 10000; i++)
        CU_ASSERT_EQUAL((size_t)cgi_table_find(&t, key(room, i)), i + 1);
    CU_ASSERT_PTR_NULL(cgi_table_find(&t, key(room, 10000)));
    CU_ASSERT_PTR_NULL(cgi_table_find(&t, cgi_slice_of("")));
    cgi_arena_clear(&a);
}

static const cgi_slice nul_key = {"a\0b", 3}, empty_key = {NULL, 0};

static bool put_odd_keys(cgi_table *t, cgi_arena *a)
{
    static char nul[] = "nul", empty[] = "empty";
    jmp_buf on_fail;
    a->on_fail = &on_fail;
    if (setjmp(on_fail))
        return false;
    *cgi_table_at(t, a, nul_key) = nul;
    *cgi_table_at(t, a, empty_key) = empty;
    CU_ASSERT_PTR_NULL(*cgi_table_at(t, a, cgi_slice_of("unset")));
    return true;
}

static void odd_keys(void)
{
    cgi_arena a = {0};
    cgi_table t = {0};
    CU_ASSERT_TRUE(put_odd_keys(&t, &a));
    CU_ASSERT_PTR_NULL(cgi_table_find(&t, cgi_slice_of("a")));
    const char *nul = cgi_table_find(&t, nul_key);
    const char *empty = cgi_table_find(&t, cgi_slice_of(""));
    CU_ASSERT_TRUE(nul && !strcmp(nul, "nul"));
    CU_ASSERT_TRUE(empty && !strcmp(empty, "empty"));
    CU_ASSERT_PTR_NULL(cgi_table_find(&t, cgi_slice_of("unset")));
    cgi_arena_clear(&a);
}

static void survives_failure(void)
{
    char room[32];
    for (size_t n = 0; n < 40; n++) {
        cgi_arena a = {0};
        cgi_table t = {0};
        cgi_arena_fail_after(n);
        bool done = fill(&t, &a, 30);
        cgi_arena_fail_after(SIZE_MAX);
        for (size_t i = 0; i < t.n; i++)
            CU_ASSERT_EQUAL((size_t)cgi_table_find(&t, key(room, i)), i + 1);
        CU_ASSERT_TRUE(done == (t.n == 30));
        cgi_arena_clear(&a);
    }
}

CU_TestInfo hash_tests[] = {
    {"the hash of known texts is known", known_values},
    {"every bit of the text moves about half the hash", bits_spread},
    {"SHA-256 is written in base32", base32},
    {"a table finds what was put in, and no more", table_finds},
    {"keys may hold any bytes, or none", odd_keys},
    {"a table stays whole when memory runs out", survives_failure},
    CU_TEST_INFO_NULL,
};
