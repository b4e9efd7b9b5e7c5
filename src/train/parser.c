/* SPDX-License-Identifier: Apache-2.0
 *
 * parser.c -- trains the section "net" in three turns.
 *
 * First some networks learn from the treebanks, each from its own beginning.
 * Together they parse much raw news, better than any of them alone. The last
 * network, which is kept, learns from the treebanks and from that (Zhou and Li
 * 2005, "Tri-Training"): so it has met words and constructions of news, and it
 * comes close to what the others know together.
 */
#include <stdlib.h>

#include "train/learn.h"
#include "train/pack.h"
#include "train/raw.h"
#include "train/trainers.h"

#define WIDTH     128
#define DEPTH     4
#define TAG_DEPTH 2
#define PAIRS     96 /* Width of the vectors of heads and relations. */
#define AFFIXES   16384

#define TEACHERS 3u
#define BATCH    1000 /* Words. */
#define RATE     0.002f
#define ROUNDS   16 /* Through the treebanks, for each teacher ... */
#define LAST     18 /* ... and for the last network, */
#define SHARE    2  /* which meets so many words of news for one of those. */
#define SEED     1

/* Treebanks have few sentences in capitals, but there are whole newspapers of
 * them. */
#define CAPITALS_OF 16

static const cgi_drop teacher_drop = {0.1f, 0.2f, 0.2f, 0.3f};
static const cgi_drop last_drop = {0.1f, 0.2f, 0.15f, 0.3f};

static uint32_t round_up(uint32_t n)
{
    return (n + 15) / 16 * 16;
}

static cgi_net_shape shape_for(const cgi_corpus *words, const cgi_tagset *tags)
{
    return (cgi_net_shape){.width = WIDTH,
                           .depth = DEPTH,
                           .tag_depth = TAG_DEPTH,
                           .head = PAIRS,
                           .rel = PAIRS,
                           .n_words = (uint32_t)words->n_words,
                           .n_affixes = AFFIXES,
                           .n_tags = round_up(tags->n),
                           .n_rels = round_up(CGI_N_RELS)};
}

/* Where articles go. */
typedef struct {
    cgi_samples *samples;
    const cgi_sampling *how;
} destination;

static void add_article(void *to, const cgi_lang *l)
{
    const destination *d = to;
    cgi_samples_add(d->samples, l, d->how);
}

static void teach(cgi_net *teachers[TEACHERS], const cgi_net_shape *shape,
                  const cgi_samples *trees, const float *vectors)
{
    for (unsigned i = 0; i < TEACHERS; i++) {
        cgi_course course = {.steps = ROUNDS * trees->n / BATCH,
                             .batch = BATCH,
                             .rate = RATE,
                             .drop = teacher_drop,
                             .seed = SEED + i};
        fprintf(stderr, "net: teacher %u of %u\n", i + 1, TEACHERS);
        teachers[i] = cgi_net_new(shape, vectors, SEED + i);
        cgi_net_learn(teachers[i], trees, NULL, 0, &course);
    }
}

static cgi_net *learn_last(const cgi_net_shape *shape, const cgi_samples *trees,
                           const cgi_samples *news, const float *vectors)
{
    cgi_net *net = cgi_net_new(shape, vectors, SEED + TEACHERS);
    const cgi_samples *extra = news->n ? news : NULL;
    cgi_course course = {.steps =
                             LAST * trees->n / BATCH * (extra ? 1 + SHARE : 1),
                         .batch = BATCH,
                         .rate = RATE,
                         .drop = last_drop,
                         .seed = SEED + TEACHERS};
    fprintf(stderr, "net: %zu words of trees, %zu of news\n", trees->n,
            news->n);
    cgi_net_learn(net, trees, extra, SHARE, &course);
    return net;
}

cg_status cgi_train_net(void **out, size_t *size, const cgi_net_lessons *from,
                        cg_error *err)
{
    cgi_tagset tags;
    cgi_samples trees = {0}, news = {0};
    cgi_net *teachers[TEACHERS];
    cgi_tagset_make(&tags, from->trees);
    cgi_net_shape shape = shape_for(from->words, &tags);
    cgi_sampling how = {from->words, &tags, AFFIXES, CAPITALS_OF};
    destination to = {&news, &how};
    CG_TRY(cgi_raw_read(from->raw, from->n_raw, from->world, add_article, &to,
                        err));
    cgi_samples_add(&trees, from->trees, &how);
    if (news.n) {
        teach(teachers, &shape, &trees, from->vectors);
        cgi_nets_say(&news, teachers, TEACHERS);
        for (unsigned i = 0; i < TEACHERS; i++)
            cgi_net_free(teachers[i]);
    }
    cgi_net *net = learn_last(&shape, &trees, &news, from->vectors);
    *out = cgi_net_pack(size, net, from->words, &tags);
    cgi_net_free(net);
    cgi_samples_clear(&trees);
    cgi_samples_clear(&news);
    return CG_OK;
}
