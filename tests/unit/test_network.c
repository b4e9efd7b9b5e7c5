/* SPDX-License-Identifier: Apache-2.0
 *
 * test_network.c -- the section of the network, whole and damaged.
 */
#include "lang/net.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lang/tree.h"
#include "sample_words.h"
#include "suites.h"
#include "world/model.h"

#define BITS 3

static const cgi_net_shape shape = {.width = 32,
                                    .depth = 2,
                                    .tag_depth = 1,
                                    .head = 16,
                                    .rel = 16,
                                    .n_words = 3,
                                    .n_affixes = 5,
                                    .n_tags = 16,
                                    .n_rels = 64};

/* A section whose parts are all 0; freed by the caller. */
static uint8_t *make_section(size_t *size)
{
    uint32_t members[CGI_NET_SHAPE_MEMBERS];
    *size = cgi_net_size(&shape, BITS);
    uint8_t *out = calloc(*size, 1);
    if (!out)
        abort();
    memcpy(members, &shape, sizeof members);
    cgi_store32(out, CGI_NET_MAGIC);
    for (size_t i = 0; i < CGI_NET_SHAPE_MEMBERS; i++)
        cgi_store32(out + 4 + 4 * i, members[i]);
    cgi_store32(out + 4 + 4 * CGI_NET_SHAPE_MEMBERS, BITS);
    return out;
}

/* Reads a sentence; true if tags, heads and relations are possible ones. */
static bool read_sentence(cgi_arena *a, const cgi_net_model *m)
{
    cgi_lang l;
    sample_words(&l, a, "Rebels took the old town .");
    cgi_net_read(l.tokens, l.n_tokens, cgi_net_desk_new(a, m, l.n_tokens));
    size_t roots = 0;
    for (size_t i = 0; i < l.n_tokens; i++) {
        const cgi_token *t = &l.tokens[i];
        if (t->upos >= CGI_N_UPOS || t->xpos >= CGI_N_XPOS ||
            t->rel >= CGI_N_RELS ||
            (t->head != CGI_NO_TOKEN && t->head >= l.n_tokens))
            return false;
        roots += t->head == CGI_NO_TOKEN;
    }
    return roots == 1;
}

static void a_section_is_read(void)
{
    cgi_arena a = {0};
    jmp_buf on_fail;
    cgi_net_model m;
    size_t size;
    a.on_fail = &on_fail;
    if (setjmp(on_fail))
        return;
    uint8_t *bytes = make_section(&size);
    CU_ASSERT_TRUE(cgi_net_view(&m, &a, bytes, size));
    CU_ASSERT_EQUAL(m.shape.width, 32);
    CU_ASSERT_PTR_EQUAL(m.affixes + 5 * 32 + 32, bytes + size);
    CU_ASSERT_TRUE(read_sentence(&a, &m));
    cgi_arena_clear(&a);
    free(bytes);
}

static void words_are_found(void)
{
    cgi_arena a = {0};
    jmp_buf on_fail;
    cgi_net_model m;
    size_t size;
    uint64_t one = (uint64_t)77 << 32 | 7, two = (uint64_t)78 << 32 | 7;
    a.on_fail = &on_fail;
    if (setjmp(on_fail))
        return;
    uint8_t *bytes = make_section(&size);
    CU_ASSERT_TRUE(cgi_net_view(&m, &a, bytes, size));
    uint8_t *places = bytes + (m.places - bytes);
    cgi_store32(places + 7 * 8, 77);
    cgi_store32(places + 7 * 8 + 4, 2);
    cgi_store32(places, 78); /* After the last place comes the first. */
    cgi_store32(places + 4, 1);
    CU_ASSERT_EQUAL(cgi_net_word(&m, one), 2);
    CU_ASSERT_EQUAL(cgi_net_word(&m, two), 1);
    CU_ASSERT_EQUAL(cgi_net_word(&m, one + 1), 0);
    cgi_store32(places + 4, 3); /* No such row. */
    CU_ASSERT_EQUAL(cgi_net_word(&m, two), 0);
    cgi_arena_clear(&a);
    free(bytes);
}

static void damage_does_no_harm(void)
{
    cgi_arena a = {0};
    jmp_buf on_fail;
    cgi_net_model m;
    size_t size;
    a.on_fail = &on_fail;
    if (setjmp(on_fail))
        return;
    uint8_t *bytes = make_section(&size);
    CU_ASSERT_FALSE(cgi_net_view(&m, &a, NULL, 0));
    for (size_t n = 0; n < size; n += n < 200 ? 1 : 61)
        CU_ASSERT_FALSE(cgi_net_view(&m, &a, bytes, n));
    for (size_t i = 0; i < size; i += i < 2000 ? 1 : 97) {
        uint8_t old = bytes[i];
        bytes[i] ^= 0xA5;
        bool is_view = cgi_net_view(&m, &a, bytes, size);
        CU_ASSERT_TRUE(!is_view || read_sentence(&a, &m));
        CU_ASSERT_TRUE(i >= 4 || !is_view);
        bytes[i] = old;
    }
    cgi_arena_clear(&a);
    free(bytes);
}

static void distances(void)
{
    CU_ASSERT_EQUAL(cgi_net_distance(4, 5), 0);
    CU_ASSERT_EQUAL(cgi_net_distance(5, 4), CGI_NET_DISTANCES);
    for (int d = 1; d < 2 * CGI_TREE_LONGEST; d++) {
        uint32_t right = cgi_net_distance(0, d), left = cgi_net_distance(d, 0);
        CU_ASSERT_TRUE(right < CGI_NET_DISTANCES);
        CU_ASSERT_EQUAL(left, right + CGI_NET_DISTANCES);
        CU_ASSERT_TRUE(right <= cgi_net_distance(0, d + 1));
    }
}

static void gates(void)
{
    CU_ASSERT_EQUAL(cgi_net_gate(-6), 0);
    CU_ASSERT_EQUAL(cgi_net_gate(0), 0.5f);
    CU_ASSERT_EQUAL(cgi_net_gate(1e30f), 1);
    for (float x = -8; x < 8; x += 0.125f) {
        CU_ASSERT_TRUE(cgi_net_gate(x) <= cgi_net_gate(x + 0.125f));
        CU_ASSERT_TRUE(fabsf(cgi_net_gate(x) - 1 / (1 + expf(-x))) < 0.02f);
    }
}

CU_TestInfo network_tests[] = {
    {"a section has its parts one after the other", a_section_is_read},
    {"words have the rows that the table says", words_are_found},
    {"a damaged section is refused or does no harm", damage_does_no_harm},
    {"distances grow in classes, and left is not right", distances},
    {"gates open from 0 to 1", gates},
    CU_TEST_INFO_NULL,
};
