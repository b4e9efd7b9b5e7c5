/* SPDX-License-Identifier: Apache-2.0
 *
 * say.c -- what networks say of sentences, alone or together.
 *
 * Several networks that began differently err differently: the mean of their
 * probabilities is better than the best of them.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lang/tree.h"
#include "train/desk.h"
#include "train/learn.h"

#define WORKERS 2
#define BATCH   600

typedef struct {
    cgi_arena arena;
    cgi_net *const *nets;
    cgi_desk **desks;
    size_t n;
    cgi_trees *trees;
    cgi_samples *samples;
    uint32_t sentence, end; /* The first of the batch, and of other's. */
    float *sum;
    int16_t heads[CGI_BATCH_MAX];
} speaker;

/* Adds the probabilities that n scores stand for. */
static void add_chances(float *sum, const float *scores, size_t n, size_t skip)
{
    float most = -INFINITY, total = 0;
    for (size_t i = 0; i < n; i++)
        if (i != skip && scores[i] > most)
            most = scores[i];
    for (size_t i = 0; i < n; i++)
        if (i != skip)
            total += expf(scores[i] - most);
    for (size_t i = 0; i < n; i++)
        if (i != skip)
            sum[i] += expf(scores[i] - most) / total;
}

static size_t best_of(const float *sum, size_t n, size_t skip)
{
    size_t best = skip == 0 ? 1 : 0;
    for (size_t i = 0; i < n; i++)
        if (i != skip && sum[i] > sum[best])
            best = i;
    return best;
}

static void say_heads(speaker *p, size_t sentence)
{
    const cgi_desk *first = p->desks[0];
    size_t n = first->first[sentence + 1] - first->first[sentence];
    memset(p->sum, 0, n * (n + 1) * sizeof *p->sum);
    for (size_t k = 0; k < p->n; k++) {
        cgi_desk_score(p->desks[k], p->nets[k], sentence);
        for (size_t j = 0; j < n; j++)
            add_chances(p->sum + j * (n + 1), p->desks[k]->scores + j * (n + 1),
                        n + 1, j + 1);
    }
    for (size_t i = 0; i < n * (n + 1); i++)
        p->sum[i] = logf(p->sum[i] + 1e-9f);
    cgi_trees_find(p->heads + first->first[sentence], p->trees, p->sum, n);
}

/* Where in the net's output the scores of a word stand. */
typedef float *(*row_of)(const cgi_desk *d, size_t t);

static float *tags_of(const cgi_desk *d, size_t t)
{
    return d->tags + t * d->shape.n_tags;
}

static float *rels_of(const cgi_desk *d, size_t t)
{
    return d->rels + t * d->shape.n_rels;
}

static size_t choose(speaker *p, row_of row, size_t t, size_t n, size_t skip)
{
    memset(p->sum, 0, n * sizeof *p->sum);
    for (size_t k = 0; k < p->n; k++)
        add_chances(p->sum, row(p->desks[k], t), n, skip);
    return best_of(p->sum, n, skip);
}

static void say_batch(speaker *p)
{
    const cgi_desk *first = p->desks[0];
    cgi_sample *out = p->samples->at + p->samples->first[p->sentence];
    for (size_t i = 0; i < first->n_sentences; i++)
        say_heads(p, i);
    for (size_t k = 0; k < p->n; k++)
        cgi_desk_relate(p->desks[k], p->nets[k], p->heads);
    for (size_t t = 0; t < first->n; t++) {
        out[t].head = p->heads[t];
        out[t].tag =
            (uint8_t)choose(p, tags_of, t, first->shape.n_tags, SIZE_MAX);
        out[t].rel =
            p->heads[t] < 0
                ? CGI_REL_ROOT
                : (uint8_t)choose(p, rels_of, t, CGI_N_RELS, CGI_REL_ROOT);
    }
}

/* Sentences from p->sentence on, of BATCH words or one alone. */
static size_t next_batch(uint32_t *out, const speaker *p)
{
    const cgi_samples *s = p->samples;
    size_t n = 0;
    for (uint32_t i = p->sentence; i < p->end; i++) {
        if (n && s->first[i + 1] - s->first[p->sentence] > BATCH)
            break;
        out[n++] = i;
    }
    return n;
}

static void *speak(void *arg)
{
    static const cgi_drop no_drop;
    speaker *p = arg;
    uint32_t sentences[CGI_BATCH_MAX];
    while (p->sentence < p->end) {
        size_t n = next_batch(sentences, p);
        for (size_t k = 0; k < p->n; k++)
            cgi_net_forward(p->desks[k], p->nets[k], p->samples, sentences, n,
                            &no_drop, 0);
        say_batch(p);
        p->sentence += (uint32_t)n;
    }
    return NULL;
}

static void speaker_init(speaker *p, cgi_samples *s, cgi_net *const *nets,
                         size_t n, unsigned number, jmp_buf *no_memory)
{
    memset(p, 0, sizeof *p);
    p->arena.on_fail = no_memory;
    p->samples = s;
    p->nets = nets;
    p->n = n;
    p->sentence = (uint32_t)(s->n_sentences * number / WORKERS);
    p->end = (uint32_t)(s->n_sentences * (number + 1) / WORKERS);
    p->desks = cgi_train_alloc(n, sizeof(cgi_desk *));
    p->sum = cgi_train_alloc(CGI_TREE_LONGEST + 1,
                             (CGI_TREE_LONGEST + 1) * sizeof(float));
    p->trees = cgi_trees_new(&p->arena, CGI_TREE_LONGEST);
    for (size_t k = 0; k < n; k++)
        p->desks[k] = cgi_desk_new(&nets[k]->shape, CGI_BATCH_MAX);
}

static void speaker_clear(speaker *p)
{
    for (size_t k = 0; k < p->n; k++)
        cgi_desk_free(p->desks[k]);
    free(p->desks);
    free(p->sum);
    cgi_arena_clear(&p->arena);
}

void cgi_nets_say(cgi_samples *s, cgi_net *const *nets, size_t n)
{
    static speaker speakers[WORKERS];
    void *arguments[WORKERS];
    jmp_buf no_memory;
    if (setjmp(no_memory)) {
        fputs("claimgraph-train: out of memory\n", stderr);
        exit(3);
    }
    for (unsigned i = 0; i < WORKERS; i++) {
        speaker_init(&speakers[i], s, nets, n, i, &no_memory);
        arguments[i] = &speakers[i];
    }
    cgi_train_threads(speak, arguments, WORKERS);
    for (unsigned i = 0; i < WORKERS; i++)
        speaker_clear(&speakers[i]);
}
