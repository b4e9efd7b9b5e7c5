/* SPDX-License-Identifier: Apache-2.0
 *
 * net_forward.c -- from words to layers and scores, in floats.
 *
 * lang/net_read.c does the same with whole numbers; a test compares the two.
 */
#include <math.h>
#include <string.h>

#include "base/fast.h"
#include "base/matrix.h"
#include "train/desk.h"

#define TINY 1e-5f

static float chance(uint64_t *seed)
{
    return (float)(cgi_train_random(seed) >> 40) / (float)(1 << 24);
}

/* `out` = `rows` rows of `bias`, plus in * weights. */
static void multiply(float *out, const float *in, size_t rows, size_t width,
                     const float *weights, const float *bias, size_t n)
{
    for (size_t i = 0; i < rows; i++)
        memcpy(out + i * n, bias, n * sizeof *out);
    cgi_matrix_add_product(out, (cgi_matrix){in, width, 1}, weights, rows,
                           width, n);
}

/* A mask for each sentence, which all its words share (Gal and Ghahramani
 * 2016). */
static void make_mask(float *mask, cgi_desk *d, float rate)
{
    size_t w = d->shape.width;
    for (size_t i = 0; i < d->n_sentences; i++)
        for (size_t k = 0; k < w; k++)
            mask[i * w + k] =
                rate > 0 && chance(&d->seed) < rate ? 0 : 1 / (1 - rate);
}

CGI_FAST void cgi_desk_add(float *sum, const float *row, size_t n)
{
    for (size_t k = 0; k < n; k++)
        sum[k] += row[k];
}

CGI_FAST void cgi_desk_mask(float *out, const float *in, const float *mask,
                            const cgi_desk *d)
{
    size_t w = d->shape.width;
    for (size_t i = 0; i < d->n_sentences; i++)
        for (size_t t = d->first[i]; t < d->first[i + 1]; t++)
            for (size_t k = 0; k < w; k++)
                out[t * w + k] = in[t * w + k] * mask[i * w + k];
}

/* Mean 0 and variance 1 for each word (Ba, Kiros and Hinton 2016). */
CGI_FAST static void normalise(float *normal, float *inverse, const float *in,
                               size_t n, size_t w)
{
    for (size_t t = 0; t < n; t++, in += w, normal += w) {
        float sum = 0, squares = 0;
        for (size_t k = 0; k < w; k++)
            sum += in[k];
        float mean = sum / (float)w;
        for (size_t k = 0; k < w; k++)
            squares += (in[k] - mean) * (in[k] - mean);
        inverse[t] = 1 / sqrtf(squares / (float)w + TINY);
        for (size_t k = 0; k < w; k++)
            normal[k] = (in[k] - mean) * inverse[t];
    }
}

CGI_FAST static void scale(float *out, const float *normal, const float *gain,
                           const float *shift, size_t n, size_t w)
{
    for (size_t t = 0; t < n; t++)
        for (size_t k = 0; k < w; k++)
            out[t * w + k] = normal[t * w + k] * gain[k] + shift[k];
}

static void sum_inputs(cgi_desk *d, const cgi_net *net)
{
    size_t w = d->shape.width;
    memset(d->sum, 0, d->n * w * sizeof *d->sum);
    for (size_t t = 0; t < d->n; t++) {
        cgi_sample *s = &d->samples[t];
        float *sum = d->sum + t * w;
        if (d->drop.word > 0 && chance(&d->seed) < d->drop.word)
            s->word = 0;
        cgi_desk_add(sum, net->words + s->word * w, w);
        for (size_t k = 0; k < CGI_AFFIXES; k++)
            cgi_desk_add(sum, net->affixes + s->rows[k] * w, w);
        memcpy(d->vectors + t * CGI_VECTOR,
               net->vectors + (size_t)s->word * CGI_VECTOR,
               CGI_VECTOR * sizeof(float));
    }
    cgi_matrix_add_product(d->sum, (cgi_matrix){d->vectors, CGI_VECTOR, 1},
                           net->dense + d->at.map, d->n, CGI_VECTOR, w);
}

/* ---- Layers ---------------------------------------------------------- */

/* Adds to the products what the word beside gives: the one before for units
 * that read forwards, the one behind for the others. */
static void add_near(cgi_desk *d, const cgi_desk_layer *l, const float *weights)
{
    size_t w = d->shape.width, half = w / 2;
    memset(d->near, 0, d->n * 3 * w * sizeof *d->near);
    cgi_matrix_add_product(d->near, (cgi_matrix){l->in, w, 1}, weights, d->n, w,
                           3 * w);
    for (size_t i = 0; i < d->n_sentences; i++)
        for (size_t t = d->first[i]; t < d->first[i + 1]; t++)
            for (size_t g = 0; g < 3; g++) {
                float *to = l->pre + (t * 3 + g) * w;
                if (t > d->first[i])
                    cgi_desk_add(to, d->near + ((t - 1) * 3 + g) * w, half);
                if (t + 1 < d->first[i + 1])
                    cgi_desk_add(to + half,
                                 d->near + ((t + 1) * 3 + g) * w + half, half);
            }
}

/* The states of units [from, from + n) at one word, from those at another. */
CGI_FAST static void step(float *state, const float *before, const float *pre,
                          size_t w, size_t from, size_t n)
{
    for (size_t k = from; k < from + n; k++) {
        float keep = cgi_net_gate(pre[k]);
        float old = before ? before[k] : 0;
        state[k] = keep * old + (1 - keep) * pre[w + k];
    }
}

static void run_states(const cgi_desk *d, const cgi_desk_layer *l)
{
    size_t w = d->shape.width, half = w / 2;
    for (size_t i = 0; i < d->n_sentences; i++) {
        size_t first = d->first[i], end = d->first[i + 1];
        const float *before = NULL;
        for (size_t t = first; t < end; t++) {
            float *state = l->state + t * w;
            step(state, before, l->pre + t * 3 * w, w, 0, half);
            before = state;
        }
        before = NULL;
        for (size_t t = end; t-- > first;) {
            float *state = l->state + t * w;
            step(state, before, l->pre + t * 3 * w, w, half, half);
            before = state;
        }
    }
}

static void run_layer(cgi_desk *d, const cgi_net *net, uint32_t i,
                      const float *in)
{
    cgi_desk_layer *l = &d->layers[i];
    const cgi_net_layer_at *at = &d->at.layers[i];
    size_t w = d->shape.width;
    make_mask(l->mask, d, d->drop.layer);
    cgi_desk_mask(l->in, in, l->mask, d);
    multiply(l->pre, l->in, d->n, w, net->dense + at->weights,
             net->dense + at->bias, 3 * w);
    add_near(d, l, net->dense + at->near);
    run_states(d, l);
    for (size_t t = 0; t < d->n; t++)
        for (size_t k = 0; k < w; k++)
            l->out[t * w + k] =
                in[t * w + k] +
                cgi_net_gate(l->pre[(t * 3 + 2) * w + k]) * l->state[t * w + k];
    normalise(l->normal, l->inverse, l->out, d->n, w);
    scale(l->out, l->normal, net->dense + at->gain, net->dense + at->shift,
          d->n, w);
}

/* ---- Scores ---------------------------------------------------------- */

static void fill_heads(cgi_desk *d, const cgi_net *net)
{
    const cgi_net_shape *s = &d->shape;
    const float *dense = net->dense;
    size_t w = s->width;
    static const float none[1024];
    multiply(d->heads, d->top, d->n, w, dense + d->at.head,
             dense + d->at.head_bias, s->head);
    for (size_t i = 0; i < d->n * s->head; i++)
        d->heads[i] = d->heads[i] > 0 ? d->heads[i] : 0;
    multiply(d->children, d->top, d->n, w, dense + d->at.child,
             dense + d->at.child_bias, s->head);
    multiply(d->above, d->top, d->n, w, dense + d->at.above, none, s->rel);
    multiply(d->below, d->top, d->n, w, dense + d->at.below,
             dense + d->at.rel_bias, s->rel);
}

CGI_FAST static float dot(const float *a, const float *b, size_t n)
{
    float sum[8] = {0};
    for (size_t i = 0; i < n; i += 8)
        for (size_t k = 0; k < 8; k++)
            sum[k] += a[i + k] * b[i + k];
    return ((sum[0] + sum[4]) + (sum[1] + sum[5])) +
           ((sum[2] + sum[6]) + (sum[3] + sum[7]));
}

void cgi_desk_score(cgi_desk *d, const cgi_net *net, size_t sentence)
{
    size_t first = d->first[sentence], n = d->first[sentence + 1] - first;
    size_t width = d->shape.head;
    const float *root = net->dense + d->at.root;
    const float *distance = net->dense + d->at.distance;
    for (size_t j = 0; j < n; j++) {
        const float *child = d->children + (first + j) * width;
        float *row = d->scores + j * (n + 1);
        row[0] = dot(child, root, width);
        for (size_t i = 0; i < n; i++)
            row[i + 1] =
                i == j ? 0
                       : dot(child, d->heads + (first + i) * width, width) +
                             distance[cgi_net_distance((int)j, (int)i)];
    }
}

void cgi_desk_relate(cgi_desk *d, const cgi_net *net, const int16_t *heads)
{
    size_t width = d->shape.rel;
    for (size_t i = 0; i < d->n_sentences; i++)
        for (size_t t = d->first[i]; t < d->first[i + 1]; t++) {
            int head = heads[t];
            const float *b = d->below + t * width;
            const float *a =
                head < 0 ? b : d->above + (d->first[i] + (size_t)head) * width;
            for (size_t k = 0; k < width; k++) {
                float sum = a[k] + b[k];
                d->joined[t * width + k] = sum > 0 ? sum : 0;
            }
        }
    multiply(d->rels, d->joined, d->n, width, net->dense + d->at.rel,
             net->dense + d->at.rel_shift, d->shape.n_rels);
}

/* ---- All ------------------------------------------------------------- */

static void load_batch(cgi_desk *d, const cgi_samples *s,
                       const uint32_t *sentences, size_t n)
{
    d->n = 0;
    d->n_sentences = n;
    for (size_t i = 0; i < n; i++) {
        uint32_t first = s->first[sentences[i]];
        uint32_t end = s->first[sentences[i] + 1];
        d->first[i] = (uint32_t)d->n;
        memcpy(d->samples + d->n, s->at + first,
               (end - first) * sizeof *d->samples);
        d->n += end - first;
    }
    d->first[n] = (uint32_t)d->n;
}

void cgi_net_forward(cgi_desk *d, const cgi_net *net, const cgi_samples *s,
                     const uint32_t *sentences, size_t n, const cgi_drop *drop,
                     uint64_t seed)
{
    size_t w = d->shape.width;
    d->seed = seed;
    d->drop = *drop;
    load_batch(d, s, sentences, n);
    sum_inputs(d, net);
    normalise(d->sum, d->inverse, d->sum, d->n, w);
    scale(d->input, d->sum, net->dense + d->at.gain, net->dense + d->at.shift,
          d->n, w);
    make_mask(d->input_mask, d, d->drop.input);
    cgi_desk_mask(d->input, d->input, d->input_mask, d);
    const float *in = d->input;
    for (uint32_t i = 0; i < d->shape.depth; i++) {
        run_layer(d, net, i, in);
        in = d->layers[i].out;
    }
    make_mask(d->top_mask, d, d->drop.top);
    cgi_desk_mask(d->top, in, d->top_mask, d);
    multiply(d->tags, d->layers[d->shape.tag_depth - 1].out, d->n, w,
             net->dense + d->at.tag, net->dense + d->at.tag_bias,
             d->shape.n_tags);
    fill_heads(d, net);
}
