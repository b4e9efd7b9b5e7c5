/* SPDX-License-Identifier: Apache-2.0
 *
 * test_parse.c -- trees with the model of the source tree, and their shape.
 */
#include "lang/tree.h"
#include "sample_words.h"
#include "suites.h"

static const struct {
    const char *words, *form, *relation;
} cases[] = {
    {"The soldiers attacked the village .", "attacked", "root"},
    {"The soldiers attacked the village .", "soldiers", "nsubj(attacked)"},
    {"The soldiers attacked the village .", "village", "obj(attacked)"},
    {"Two men were killed by the army .", "men", "nsubj:pass(killed)"},
    {"Two men were killed by the army .", "army", "obl:agent(killed)"},
    {"Two men were killed by the army .", "were", "aux:pass(killed)"},
    {"She said that he left the country .", "left", "ccomp(said)"},
    {"She said that he left the country .", "that", "mark(left)"},
    {"The man who called the police is dead .", "called", "acl:relcl(man)"},
    {"The president of France met the minister .", "France", "nmod(president)"},
    {"The police arrested him and released him .", "released",
     "conj(arrested)"},
    {"They want to leave .", "leave", "xcomp(want)"},
};

static void known_sentences(void)
{
    const cg_world *world = test_world();
    cgi_arena a = {0};
    jmp_buf on_fail;
    a.on_fail = &on_fail;
    if (!world || setjmp(on_fail))
        return;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cgi_lang l;
        sample_words(&l, &a, cases[i].words);
        cgi_lang_parse(&l, &a, world);
        size_t at = sample_find(&l, cases[i].form);
        CU_ASSERT_STRING_EQUAL(sample_relation(&a, &l, at), cases[i].relation);
    }
    cgi_arena_clear(&a);
}

/* True if the tokens of a sentence are a tree with one root. Walks up from
 * every word; a cycle is a walk longer than the sentence. */
static bool is_tree(const cgi_lang *l, const cgi_sentence *s)
{
    size_t roots = 0, longest = s->end - s->first;
    for (uint32_t i = s->first; i < s->end; i++) {
        size_t steps = 0;
        uint32_t k = i;
        for (; l->tokens[k].head != CGI_NO_TOKEN; k = l->tokens[k].head) {
            uint32_t head = l->tokens[k].head;
            if (head < s->first || head >= s->end || ++steps > longest)
                return false;
        }
        bool is_root = l->tokens[i].head == CGI_NO_TOKEN;
        if (is_root != (l->tokens[i].rel == CGI_REL_ROOT))
            return false;
        roots += is_root;
    }
    return roots == 1;
}

/* Words in an order without sense, to reach odd states. */
static char *nonsense(cgi_arena *a, size_t n, unsigned seed)
{
    static const char *const words[] = {
        "the", "said", ",", "and", "killed", "that", "in", "Paris", ".",
        "who", "to",   "(", "men", "not",    "is",   "\"", ")",     "of"};
    char *out = cgi_arena_alloc(a, n * 8 + 1), *p = out;
    for (size_t i = 0; i < n; i++) {
        seed = seed * 1103515245u + 12345u;
        const char *w = words[(seed >> 16) % (sizeof words / sizeof *words)];
        size_t len = strlen(w);
        memcpy(p, w, len);
        p += len;
        *p++ = ' ';
    }
    *p = '\0';
    return out;
}

static void always_trees(void)
{
    const cg_world *world = test_world();
    static const size_t lengths[] = {1,
                                     2,
                                     3,
                                     7,
                                     40,
                                     CGI_TREE_LONGEST - 1,
                                     CGI_TREE_LONGEST,
                                     CGI_TREE_LONGEST + 1,
                                     2 * CGI_TREE_LONGEST,
                                     10000};
    jmp_buf on_fail;
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        cgi_arena a = {.on_fail = &on_fail};
        cgi_lang l;
        if (!world || setjmp(on_fail))
            return;
        sample_words(&l, &a, nonsense(&a, lengths[i], 7 + (unsigned)i));
        cgi_lang_parse(&l, &a, world);
        CU_ASSERT_TRUE(is_tree(&l, &l.sentences[0]));
        cgi_lang_link(&l);
        CU_ASSERT_EQUAL(l.tokens[l.sentences[0].root].head, CGI_NO_TOKEN);
        cgi_arena_clear(&a);
    }
}

/* Follows the children from the root: every token is met once, in order. */
static void links_lead_to_all(void)
{
    const cg_world *world = test_world();
    cgi_arena a = {0};
    jmp_buf on_fail;
    cgi_lang l;
    a.on_fail = &on_fail;
    if (!world || setjmp(on_fail))
        return;
    sample_words(&l, &a, "The old man fled the city .\nHe is safe .");
    cgi_lang_parse(&l, &a, world);
    cgi_lang_link(&l);
    size_t met = 0;
    for (uint32_t i = 0; i < l.n_tokens; i++)
        for (uint32_t k = l.tokens[i].child; k != CGI_NO_TOKEN;
             k = l.tokens[k].sibling) {
            uint32_t next = l.tokens[k].sibling;
            CU_ASSERT_EQUAL(l.tokens[k].head, i);
            CU_ASSERT_TRUE(next == CGI_NO_TOKEN || next > k);
            met++;
        }
    CU_ASSERT_EQUAL(met + l.n_sentences, l.n_tokens);
    cgi_arena_clear(&a);
}

static void without_model(void)
{
    cg_world empty = {0};
    cgi_arena a = {0};
    jmp_buf on_fail;
    cgi_lang l;
    a.on_fail = &on_fail;
    if (setjmp(on_fail))
        return;
    sample_words(&l, &a, "No model here\nnor here");
    cgi_lang_parse(&l, &a, &empty);
    for (size_t i = 0; i < l.n_sentences; i++)
        CU_ASSERT_TRUE(is_tree(&l, &l.sentences[i]));
    cgi_arena_clear(&a);
}

static void same_again(void)
{
    const cg_world *world = test_world();
    cgi_arena a = {0};
    jmp_buf on_fail;
    cgi_lang one, two;
    a.on_fail = &on_fail;
    if (!world || setjmp(on_fail))
        return;
    const char *words = nonsense(&a, 300, 5);
    sample_words(&one, &a, words);
    sample_words(&two, &a, words);
    cgi_lang_parse(&one, &a, world);
    cgi_lang_parse(&two, &a, world);
    for (size_t i = 0; i < one.n_tokens; i++) {
        CU_ASSERT_EQUAL(one.tokens[i].head, two.tokens[i].head);
        CU_ASSERT_EQUAL(one.tokens[i].rel, two.tokens[i].rel);
    }
    cgi_arena_clear(&a);
}

CU_TestInfo parse_tests[] = {
    {"words of plain sentences find their heads", known_sentences},
    {"any words of any number become a tree with one root", always_trees},
    {"children and siblings lead to every word", links_lead_to_all},
    {"without a model there are still trees", without_model},
    {"the same words give the same tree", same_again},
    CU_TEST_INFO_NULL,
};
