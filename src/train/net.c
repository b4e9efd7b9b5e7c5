/* SPDX-License-Identifier: Apache-2.0
 *
 * net.c -- the parameters of the network, and room to work with them.
 */
#include "train/net.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "train/desk.h"

#define TABLE_SPREAD 0.1f

static size_t reserve(size_t *end, size_t n)
{
    size_t at = *end;
    *end += n;
    return at;
}

static void lay_out(cgi_net_at *at, const cgi_net_shape *s)
{
    size_t end = 0, w = s->width;
    at->map = reserve(&end, CGI_VECTOR * w);
    at->gain = reserve(&end, w);
    at->shift = reserve(&end, w);
    for (uint32_t i = 0; i < s->depth; i++) {
        cgi_net_layer_at *l = &at->layers[i];
        l->weights = reserve(&end, w * 3 * w);
        l->near = reserve(&end, w * 3 * w);
        l->bias = reserve(&end, 3 * w);
        l->gain = reserve(&end, w);
        l->shift = reserve(&end, w);
    }
    at->tag = reserve(&end, w * s->n_tags);
    at->tag_bias = reserve(&end, s->n_tags);
    at->head = reserve(&end, w * s->head);
    at->head_bias = reserve(&end, s->head);
    at->child = reserve(&end, w * s->head);
    at->child_bias = reserve(&end, s->head);
    at->root = reserve(&end, s->head);
    at->distance = reserve(&end, 2 * CGI_NET_DISTANCES);
    at->above = reserve(&end, w * s->rel);
    at->below = reserve(&end, w * s->rel);
    at->rel_bias = reserve(&end, s->rel);
    at->rel = reserve(&end, s->rel * s->n_rels);
    at->rel_shift = reserve(&end, s->n_rels);
    at->end = end;
}

static float uniform(uint64_t *seed)
{
    return (float)(cgi_train_random(seed) >> 40) / (float)(1 << 23) - 1;
}

static void scatter(float *at, size_t n, float spread, uint64_t *seed)
{
    for (size_t i = 0; i < n; i++)
        at[i] = uniform(seed) * spread;
}

/* Weights from `in` to `out` (Glorot and Bengio 2010). */
static void scatter_weights(float *at, size_t in, size_t out, uint64_t *seed)
{
    scatter(at, in * out, sqrtf(6.0f / (float)(in + out)), seed);
}

static void fill(float *at, size_t n, float value)
{
    for (size_t i = 0; i < n; i++)
        at[i] = value;
}

static void start_layer(float *dense, const cgi_net_layer_at *l,
                        const cgi_net_shape *s, uint64_t *seed)
{
    size_t w = s->width;
    scatter(dense + l->weights, w * 3 * w, sqrtf(3.0f / (float)w), seed);
    scatter(dense + l->near, w * 3 * w, sqrtf(1.5f / (float)w), seed);
    fill(dense + l->gain, w, 1);
}

static void start(cgi_net *net, uint64_t *seed)
{
    const cgi_net_shape *s = &net->shape;
    float *dense = net->dense;
    scatter_weights(dense + net->at.map, CGI_VECTOR, s->width, seed);
    fill(dense + net->at.gain, s->width, 1);
    for (uint32_t i = 0; i < s->depth; i++)
        start_layer(dense, &net->at.layers[i], s, seed);
    scatter_weights(dense + net->at.head, s->width, s->head, seed);
    scatter_weights(dense + net->at.child, s->width, s->head, seed);
    scatter(dense + net->at.root, s->head, 0.1f, seed);
    scatter_weights(dense + net->at.above, s->width, s->rel, seed);
    scatter_weights(dense + net->at.below, s->width, s->rel, seed);
    scatter(net->affixes, (size_t)s->n_affixes * s->width, TABLE_SPREAD, seed);
}

cgi_net *cgi_net_new(const cgi_net_shape *shape, const float *vectors,
                     uint64_t seed)
{
    cgi_net *net = cgi_train_alloc(1, sizeof *net);
    net->shape = *shape;
    net->vectors = vectors;
    lay_out(&net->at, shape);
    size_t w = shape->width;
    net->dense = cgi_train_alloc(net->at.end, sizeof(float));
    net->words = cgi_train_alloc(shape->n_words * w, sizeof(float));
    net->affixes = cgi_train_alloc(shape->n_affixes * w, sizeof(float));
    start(net, &seed);
    return net;
}

void cgi_net_free(cgi_net *net)
{
    if (!net)
        return;
    free(net->dense);
    free(net->words);
    free(net->affixes);
    free(net);
}

/* ---- Room ------------------------------------------------------------ */

static float *rows(size_t n, size_t width)
{
    return cgi_train_alloc(n * width, sizeof(float));
}

static void make_layer(cgi_desk_layer *l, size_t n, size_t w)
{
    l->in = rows(n, w);
    l->pre = rows(n, 3 * w);
    l->state = rows(n, w);
    l->normal = rows(n, w);
    l->inverse = rows(n, 1);
    l->out = rows(n, w);
    l->mask = rows(n, w);
}

static void make_forward(cgi_desk *d)
{
    const cgi_net_shape *s = &d->shape;
    size_t n = d->room, w = s->width;
    d->vectors = rows(n, CGI_VECTOR);
    d->sum = rows(n, w);
    d->input = rows(n, w);
    d->inverse = rows(n, 1);
    d->input_mask = rows(n, w);
    for (uint32_t i = 0; i < s->depth; i++)
        make_layer(&d->layers[i], n, w);
    d->near = rows(n, 3 * w);
    d->top = rows(n, w);
    d->top_mask = rows(n, w);
    d->tags = rows(n, s->n_tags);
    d->heads = rows(n, s->head);
    d->children = rows(n, s->head);
    d->above = rows(n, s->rel);
    d->below = rows(n, s->rel);
    d->joined = rows(n, s->rel);
    d->rels = rows(n, s->n_rels);
    d->scores = rows(n, n + 1);
}

static void make_backward(cgi_desk *d)
{
    const cgi_net_shape *s = &d->shape;
    size_t n = d->room, w = s->width;
    d->gradient = rows(d->at.end, 1);
    d->d_input = rows(n, w);
    d->d_out = rows(n, w);
    d->d_in = rows(n, w);
    d->d_pre = rows(n, 3 * w);
    d->d_tags = rows(n, w);
    d->d_top = rows(n, w);
    d->d_heads = rows(n, s->head);
    d->d_children = rows(n, s->head);
    d->d_above = rows(n, s->rel);
    d->d_below = rows(n, s->rel);
    d->transposed = rows(3 * w, w);
}

cgi_desk *cgi_desk_new(const cgi_net_shape *shape, size_t n_words)
{
    cgi_desk *d = cgi_train_alloc(1, sizeof *d);
    d->shape = *shape;
    d->room = n_words;
    lay_out(&d->at, shape);
    d->samples = cgi_train_alloc(n_words, sizeof *d->samples);
    d->first = cgi_train_alloc(n_words + 1, sizeof *d->first);
    make_forward(d);
    make_backward(d);
    return d;
}

void cgi_desk_free(cgi_desk *d)
{
    if (!d)
        return;
    float *all[] = {d->vectors,  d->sum,      d->input,      d->inverse,
                    d->near,     d->top,      d->tags,       d->input_mask,
                    d->heads,    d->children, d->above,      d->below,
                    d->joined,   d->rels,     d->scores,     d->top_mask,
                    d->gradient, d->d_input,  d->d_out,      d->d_in,
                    d->d_pre,    d->d_tags,   d->d_top,      d->d_heads,
                    d->d_above,  d->d_below,  d->d_children, d->transposed};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        free(all[i]);
    for (uint32_t i = 0; i < d->shape.depth; i++) {
        cgi_desk_layer *l = &d->layers[i];
        float *own[] = {l->in,      l->pre, l->state, l->normal,
                        l->inverse, l->out, l->mask};
        for (size_t k = 0; k < sizeof own / sizeof *own; k++)
            free(own[k]);
    }
    free(d->samples);
    free(d->first);
    free(d);
}
