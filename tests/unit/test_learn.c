/* SPDX-License-Identifier: Apache-2.0
 *
 * test_learn.c -- training: gradients, what is learnt, and what is packed.
 */
#include "train/learn.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sample_words.h"
#include "suites.h"
#include "train/desk.h"
#include "train/pack.h"

#define AFFIXES 64
/* One parameter of so many is tried. */
#define EVERY 37

/* A small treebank of our own: head (from 1, 0: root), relation, tags. */
static const struct {
    const char *word;
    int head;
    cgi_rel rel;
    cgi_upos upos;
    cgi_xpos xpos;
} words[] = {
    {"Rebels", 2, CGI_REL_NSUBJ, CGI_UPOS_NOUN, CGI_XPOS_NNS},
    {"took", 0, CGI_REL_ROOT, CGI_UPOS_VERB, CGI_XPOS_VBD},
    {"the", 4, CGI_REL_DET, CGI_UPOS_DET, CGI_XPOS_DT},
    {"town", 2, CGI_REL_OBJ, CGI_UPOS_NOUN, CGI_XPOS_NN},
    {".", 2, CGI_REL_PUNCT, CGI_UPOS_PUNCT, CGI_XPOS_PERIOD},
    {"The", 2, CGI_REL_DET, CGI_UPOS_DET, CGI_XPOS_DT},
    {"town", 4, CGI_REL_NSUBJ_PASS, CGI_UPOS_NOUN, CGI_XPOS_NN},
    {"was", 4, CGI_REL_AUX_PASS, CGI_UPOS_AUX, CGI_XPOS_VBD},
    {"taken", 0, CGI_REL_ROOT, CGI_UPOS_VERB, CGI_XPOS_VBN},
    {"by", 6, CGI_REL_CASE, CGI_UPOS_ADP, CGI_XPOS_IN},
    {"rebels", 4, CGI_REL_OBL_AGENT, CGI_UPOS_NOUN, CGI_XPOS_NNS},
};
#define WORDS (sizeof words / sizeof *words)
static const char text[] =
    "Rebels took the town .\nThe town was taken by rebels";

typedef struct {
    cgi_arena arena;
    cgi_lang lang;
    cgi_corpus corpus;
    cgi_tagset tags;
    cgi_samples samples;
    cgi_net_shape shape;
    float *vectors;
} lesson;

static void prepare(lesson *x)
{
    cgi_arena *a = &x->arena;
    sample_words(&x->lang, a, text);
    for (size_t i = 0; i < x->lang.n_tokens; i++) {
        cgi_token *t = &x->lang.tokens[i];
        t->upos = (uint8_t)words[i].upos;
        t->xpos = (uint8_t)words[i].xpos;
        t->rel = (uint8_t)words[i].rel;
        t->head = words[i].head ? x->lang.sentences[t->sentence].first +
                                      (uint32_t)words[i].head - 1
                                : CGI_NO_TOKEN;
    }
    cgi_corpus_maker *m = cgi_corpus_maker_new(a);
    for (int i = 0; i < 3; i++)
        cgi_corpus_add(m, &x->lang);
    cgi_corpus_end(&x->corpus, m, 100);
    cgi_tagset_make(&x->tags, &x->lang);
    cgi_samples_add(&x->samples, &x->lang,
                    &(cgi_sampling){&x->corpus, &x->tags, AFFIXES, 0});
    x->shape = (cgi_net_shape){.width = 32,
                               .depth = 2,
                               .tag_depth = 1,
                               .head = 16,
                               .rel = 16,
                               .n_words = (uint32_t)x->corpus.n_words,
                               .n_affixes = AFFIXES,
                               .n_tags = 16,
                               .n_rels = 64};
    x->vectors =
        cgi_arena_array(a, x->corpus.n_words * CGI_VECTOR, sizeof(float));
    for (size_t i = CGI_VECTOR; i < x->corpus.n_words * CGI_VECTOR; i++)
        x->vectors[i] = (float)(i * 7 % 5) / 10;
}

static void clear(lesson *x)
{
    cgi_samples_clear(&x->samples);
    cgi_corpus_clear(&x->corpus);
    cgi_arena_clear(&x->arena);
}

static double loss_of(cgi_desk *d, const cgi_net *net, const lesson *x)
{
    static const uint32_t both[] = {0, 1};
    static const cgi_drop none;
    cgi_net_forward(d, net, &x->samples, both, 2, &none, 1);
    return cgi_net_backward(d, net, 1);
}

/* How many of every so many-th parameter's gradients are wrong. */
static size_t count_wrong(cgi_net *net, const lesson *x)
{
    const float nudge = 0.004f;
    size_t wrong = 0;
    cgi_desk *d = cgi_desk_new(&x->shape, WORDS);
    float *gradient = malloc(net->at.end * sizeof *gradient);
    if (!gradient)
        abort();
    loss_of(d, net, x);
    memcpy(gradient, d->gradient, net->at.end * sizeof *gradient);
    for (size_t i = 0; i < net->at.end; i += EVERY) {
        float old = net->dense[i];
        net->dense[i] = old + nudge;
        double more = loss_of(d, net, x);
        net->dense[i] = old - nudge;
        double less = loss_of(d, net, x);
        net->dense[i] = old;
        double slope = (more - less) / (2 * (double)nudge);
        wrong += fabs(slope - (double)gradient[i]) > 0.01 + fabs(slope) / 20;
    }
    free(gradient);
    cgi_desk_free(d);
    return wrong;
}

/* A little more or less of a parameter changes the loss as its gradient says.
 * Where a unit is just about to close it may not, so a few may differ. */
static void gradients(void)
{
    lesson x = {0};
    jmp_buf on_fail;
    x.arena.on_fail = &on_fail;
    if (setjmp(on_fail))
        return;
    prepare(&x);
    cgi_net *net = cgi_net_new(&x.shape, x.vectors, 9);
    CU_ASSERT_TRUE(net->at.end / EVERY > 300);
    CU_ASSERT_TRUE(count_wrong(net, &x) * 50 < net->at.end / EVERY);
    cgi_net_free(net);
    clear(&x);
}

static cgi_net *learnt(const lesson *x)
{
    cgi_course course = {.steps = 120,
                         .batch = 2 * WORDS,
                         .rate = 0.01f,
                         .drop = {.word = 0.1f, .layer = 0.1f},
                         .seed = 4};
    cgi_net *net = cgi_net_new(&x->shape, x->vectors, 4);
    cgi_net_learn(net, &x->samples, &x->samples, 0.5f, &course);
    return net;
}

/* The samples say again what they said before the nets were asked. */
static void check_samples(const lesson *x)
{
    for (size_t i = 0; i < WORDS; i++) {
        const cgi_sample *s = &x->samples.at[i];
        CU_ASSERT_EQUAL(s->head, words[i].head - 1);
        CU_ASSERT_EQUAL(s->rel, words[i].rel);
        CU_ASSERT_EQUAL(x->tags.pairs[2 * s->tag], words[i].upos);
        CU_ASSERT_EQUAL(x->tags.pairs[2 * s->tag + 1], words[i].xpos);
    }
}

static void forget(lesson *x)
{
    for (size_t i = 0; i < x->samples.n; i++) {
        x->samples.at[i].head = 0;
        x->samples.at[i].rel = x->samples.at[i].tag = 0;
    }
}

/* The packed network says the same of the words. */
static void check_section(lesson *x, const void *bytes, size_t size)
{
    cgi_net_model m;
    cgi_lang l;
    CU_ASSERT_TRUE(cgi_net_view(&m, &x->arena, bytes, size));
    sample_words(&l, &x->arena, text);
    cgi_net_desk *d = cgi_net_desk_new(&x->arena, &m, WORDS);
    for (size_t i = 0; i < l.n_sentences; i++) {
        size_t first = l.sentences[i].first;
        cgi_net_read(l.tokens + first, l.sentences[i].end - first, d);
    }
    for (size_t i = 0; i < WORDS; i++) {
        uint32_t head =
            words[i].head ? (uint32_t)words[i].head - 1 : CGI_NO_TOKEN;
        CU_ASSERT_EQUAL(l.tokens[i].head, head);
        CU_ASSERT_EQUAL(l.tokens[i].rel, words[i].rel);
        CU_ASSERT_EQUAL(l.tokens[i].upos, words[i].upos);
        CU_ASSERT_EQUAL(l.tokens[i].xpos, words[i].xpos);
    }
}

static void learning(void)
{
    lesson x = {0};
    jmp_buf on_fail;
    x.arena.on_fail = &on_fail;
    if (setjmp(on_fail))
        return;
    prepare(&x);
    cgi_net *one = learnt(&x), *two = learnt(&x);
    size_t size, other;
    void *bytes = cgi_net_pack(&size, one, &x.corpus, &x.tags);
    void *again = cgi_net_pack(&other, two, &x.corpus, &x.tags);
    CU_ASSERT_EQUAL(size, other);
    CU_ASSERT_TRUE(size == other && !memcmp(bytes, again, size));
    forget(&x);
    cgi_nets_say(&x.samples, (cgi_net *const[]){one, two}, 2);
    check_samples(&x);
    check_section(&x, bytes, size);
    free(bytes);
    free(again);
    cgi_net_free(one);
    cgi_net_free(two);
    clear(&x);
}

CU_TestInfo learn_tests[] = {
    {"gradients say how the loss changes", gradients},
    {"what was learnt is said, packed, and the same again", learning},
    CU_TEST_INFO_NULL,
};
