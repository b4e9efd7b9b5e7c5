/* SPDX-License-Identifier: Apache-2.0
 *
 * net_backward.c -- the gradients of what the network says wrongly.
 *
 * The loss of a word is the cross entropy of its head, its relation and its
 * tag. Each function here undoes one of net_forward.c.
 */
#include <math.h>
#include <string.h>

#include "base/fast.h"
#include "base/matrix.h"
#include "train/desk.h"

CGI_FAST static void add_scaled(float *sum, const float *row, float by,
                                size_t n)
{
    for (size_t k = 0; k < n; k++)
        sum[k] += row[k] * by;
}

/* `d_out` are the gradients of in * weights + bias: adds those of the weights
 * and the bias to the desk's and those of `in` to d_in. */
static void unmultiply(cgi_desk *d, float *d_in, const float *d_out,
                       const float *in, const float *weights, size_t at,
                       size_t width, size_t n)
{
    cgi_matrix_add_product(d->gradient + at, (cgi_matrix){in, 1, width}, d_out,
                           width, d->n, n);
    for (size_t i = 0; i < width; i++)
        for (size_t k = 0; k < n; k++)
            d->transposed[k * width + i] = weights[i * n + k];
    cgi_matrix_add_product(d_in, (cgi_matrix){d_out, n, 1}, d->transposed, d->n,
                           n, width);
}

static void unbias(cgi_desk *d, const float *d_out, size_t at, size_t n)
{
    for (size_t t = 0; t < d->n; t++)
        cgi_desk_add(d->gradient + at, d_out + t * n, n);
}

/* Turns scores into gradients; returns the loss. */
static double softmax(float *scores, size_t n, size_t right, float by)
{
    float most = scores[0], sum = 0;
    for (size_t i = 1; i < n; i++)
        most = scores[i] > most ? scores[i] : most;
    float gold = scores[right] - most;
    for (size_t i = 0; i < n; i++) {
        scores[i] = expf(scores[i] - most);
        sum += scores[i];
    }
    for (size_t i = 0; i < n; i++)
        scores[i] *= by / sum;
    scores[right] -= by;
    return (double)(logf(sum) - gold);
}

/* ---- Heads, relations, tags ------------------------------------------ */

static double back_arcs(cgi_desk *d, const cgi_net *net, size_t sentence,
                        float by)
{
    size_t first = d->first[sentence], n = d->first[sentence + 1] - first;
    size_t width = d->shape.head;
    double loss = 0;
    float *root = d->gradient + d->at.root;
    float *distance = d->gradient + d->at.distance;
    cgi_desk_score(d, net, sentence);
    for (size_t j = 0; j < n; j++) {
        const float *child = d->children + (first + j) * width;
        float *d_child = d->d_children + (first + j) * width;
        float *row = d->scores + j * (n + 1);
        row[j + 1] = -1e9f;
        loss +=
            softmax(row, n + 1, (size_t)(d->samples[first + j].head + 1), by);
        add_scaled(d_child, net->dense + d->at.root, row[0], width);
        add_scaled(root, child, row[0], width);
        for (size_t i = 0; i < n; i++) {
            size_t head = (first + i) * width;
            if (i == j)
                continue;
            add_scaled(d_child, d->heads + head, row[i + 1], width);
            add_scaled(d->d_heads + head, child, row[i + 1], width);
            distance[cgi_net_distance((int)j, (int)i)] += row[i + 1];
        }
    }
    return loss;
}

static void clear(float *at, size_t n)
{
    memset(at, 0, n * sizeof *at);
}

static double back_heads(cgi_desk *d, const cgi_net *net, float by)
{
    size_t width = d->shape.head, w = d->shape.width;
    double loss = 0;
    clear(d->d_heads, d->n * width);
    clear(d->d_children, d->n * width);
    for (size_t i = 0; i < d->n_sentences; i++)
        loss += back_arcs(d, net, i, by);
    for (size_t i = 0; i < d->n * width; i++)
        d->d_heads[i] = d->heads[i] > 0 ? d->d_heads[i] : 0;
    unmultiply(d, d->d_top, d->d_heads, d->top, net->dense + d->at.head,
               d->at.head, w, width);
    unbias(d, d->d_heads, d->at.head_bias, width);
    unmultiply(d, d->d_top, d->d_children, d->top, net->dense + d->at.child,
               d->at.child, w, width);
    unbias(d, d->d_children, d->at.child_bias, width);
    return loss;
}

/* The gradients of `rels` become those of `joined` in place of it. */
static void unjoin(cgi_desk *d, const cgi_net *net, float *d_joined)
{
    size_t width = d->shape.rel;
    clear(d_joined, d->n * width);
    unmultiply(d, d_joined, d->rels, d->joined, net->dense + d->at.rel,
               d->at.rel, width, d->shape.n_rels);
    unbias(d, d->rels, d->at.rel_shift, d->shape.n_rels);
    for (size_t i = 0; i < d->n * width; i++)
        d_joined[i] = d->joined[i] > 0 ? d_joined[i] : 0;
}

static double back_rels(cgi_desk *d, const cgi_net *net, const int16_t *heads,
                        float by)
{
    size_t width = d->shape.rel, w = d->shape.width, n = d->shape.n_rels;
    double loss = 0;
    cgi_desk_relate(d, net, heads);
    for (size_t t = 0; t < d->n; t++)
        if (heads[t] < 0)
            clear(d->rels + t * n, n);
        else
            loss += softmax(d->rels + t * n, CGI_N_RELS, d->samples[t].rel, by);
    for (size_t t = 0; t < d->n; t++)
        clear(d->rels + t * n + CGI_N_RELS, n - CGI_N_RELS);
    unjoin(d, net, d->d_below);
    clear(d->d_above, d->n * width);
    for (size_t i = 0; i < d->n_sentences; i++)
        for (size_t t = d->first[i]; t < d->first[i + 1]; t++)
            if (heads[t] >= 0)
                cgi_desk_add(d->d_above +
                                 (d->first[i] + (size_t)heads[t]) * width,
                             d->d_below + t * width, width);
    unmultiply(d, d->d_top, d->d_above, d->top, net->dense + d->at.above,
               d->at.above, w, width);
    unmultiply(d, d->d_top, d->d_below, d->top, net->dense + d->at.below,
               d->at.below, w, width);
    unbias(d, d->d_below, d->at.rel_bias, width);
    return loss;
}

/* The gradients of the tags' layer are put into d_tags. */
static double back_tags(cgi_desk *d, const cgi_net *net, float by)
{
    size_t w = d->shape.width, n = d->shape.n_tags;
    double loss = 0;
    for (size_t t = 0; t < d->n; t++)
        loss += softmax(d->tags + t * n, n, d->samples[t].tag, by);
    clear(d->d_tags, d->n * w);
    unmultiply(d, d->d_tags, d->tags, d->layers[d->shape.tag_depth - 1].out,
               net->dense + d->at.tag, d->at.tag, w, n);
    unbias(d, d->tags, d->at.tag_bias, n);
    return loss;
}

/* ---- Layers ---------------------------------------------------------- */

/* From the gradients of a scaled normal form to those of what was normalised;
 * in place. */
CGI_FAST static void unnormalise(cgi_desk *d, float *d_out, const float *normal,
                                 const float *inverse, const float *gain,
                                 size_t at_gain, size_t at_shift)
{
    size_t w = d->shape.width;
    for (size_t t = 0; t < d->n; t++) {
        float *g = d_out + t * w, sum = 0, dot = 0;
        const float *x = normal + t * w;
        for (size_t k = 0; k < w; k++) {
            d->gradient[at_gain + k] += g[k] * x[k];
            d->gradient[at_shift + k] += g[k];
            g[k] *= gain[k];
            sum += g[k];
            dot += g[k] * x[k];
        }
        sum /= (float)w;
        dot /= (float)w;
        for (size_t k = 0; k < w; k++)
            g[k] = (g[k] - sum - x[k] * dot) * inverse[t];
    }
}

/* The slope of cgi_net_gate(). */
static float slope(float x)
{
    float square = x * x;
    if (square >= 36)
        return 0;
    float a = square - 36, b = square + 12;
    return a * a / (36 * b * b);
}

/* One step back in time: `carry` is the gradient of the states. */
CGI_FAST static void unstep(float *carry, float *d_pre, const float *pre,
                            const float *before, const float *d_state, size_t w,
                            size_t from, size_t n)
{
    for (size_t k = from; k < from + n; k++) {
        float keep = cgi_net_gate(pre[k]);
        float g = d_state[k] + carry[k];
        d_pre[k] = g * ((before ? before[k] : 0) - pre[w + k]) * slope(pre[k]);
        d_pre[w + k] = g * (1 - keep);
        carry[k] = g * keep;
    }
}

/* d_in holds the gradients of states at first, of which those of the products
 * are made. */
static void back_states(cgi_desk *d, const cgi_desk_layer *l)
{
    size_t w = d->shape.width, half = w / 2;
    float carry[CGI_NET_WIDTH_MAX];
    for (size_t i = 0; i < d->n_sentences; i++) {
        size_t first = d->first[i], end = d->first[i + 1];
        memset(carry, 0, sizeof carry);
        for (size_t t = end; t-- > first;)
            unstep(carry, d->d_pre + t * 3 * w, l->pre + t * 3 * w,
                   t > first ? l->state + (t - 1) * w : NULL, d->d_in + t * w,
                   w, 0, half);
        for (size_t t = first; t < end; t++)
            unstep(carry, d->d_pre + t * 3 * w, l->pre + t * 3 * w,
                   t + 1 < end ? l->state + (t + 1) * w : NULL, d->d_in + t * w,
                   w, half, half);
    }
}

static void back_near(cgi_desk *d, float *d_in, const cgi_desk_layer *l,
                      const cgi_net *net, size_t at)
{
    size_t w = d->shape.width, half = w / 2;
    clear(d->near, d->n * 3 * w);
    for (size_t i = 0; i < d->n_sentences; i++)
        for (size_t t = d->first[i]; t < d->first[i + 1]; t++)
            for (size_t g = 0; g < 3; g++) {
                const float *from = d->d_pre + (t * 3 + g) * w;
                if (t > d->first[i])
                    cgi_desk_add(d->near + ((t - 1) * 3 + g) * w, from, half);
                if (t + 1 < d->first[i + 1])
                    cgi_desk_add(d->near + ((t + 1) * 3 + g) * w + half,
                                 from + half, half);
            }
    unmultiply(d, d_in, d->near, l->in, net->dense + at, at, w, 3 * w);
}

/* d_out becomes the gradients of the layer's inputs. */
static void back_layer(cgi_desk *d, const cgi_net *net, uint32_t i)
{
    cgi_desk_layer *l = &d->layers[i];
    const cgi_net_layer_at *at = &d->at.layers[i];
    size_t w = d->shape.width;
    unnormalise(d, d->d_out, l->normal, l->inverse, net->dense + at->gain,
                at->gain, at->shift);
    for (size_t t = 0; t < d->n; t++)
        for (size_t k = 0; k < w; k++) {
            float gate = l->pre[(t * 3 + 2) * w + k], g = d->d_out[t * w + k];
            d->d_pre[(t * 3 + 2) * w + k] =
                g * l->state[t * w + k] * slope(gate);
            d->d_in[t * w + k] = g * cgi_net_gate(gate);
        }
    back_states(d, l);
    clear(d->d_in, d->n * w);
    unmultiply(d, d->d_in, d->d_pre, l->in, net->dense + at->weights,
               at->weights, w, 3 * w);
    unbias(d, d->d_pre, at->bias, 3 * w);
    back_near(d, d->d_in, l, net, at->near);
    for (size_t s = 0; s < d->n_sentences; s++)
        for (size_t t = d->first[s]; t < d->first[s + 1]; t++)
            for (size_t k = 0; k < w; k++)
                d->d_out[t * w + k] += d->d_in[t * w + k] * l->mask[s * w + k];
}

double cgi_net_backward(cgi_desk *d, const cgi_net *net, float by)
{
    int16_t heads[CGI_BATCH_MAX];
    size_t w = d->shape.width;
    for (size_t t = 0; t < d->n; t++)
        heads[t] = d->samples[t].head;
    clear(d->gradient, d->at.end);
    clear(d->d_top, d->n * w);
    double loss = back_tags(d, net, by);
    loss += back_heads(d, net, by);
    loss += back_rels(d, net, heads, by);
    cgi_desk_mask(d->d_out, d->d_top, d->top_mask, d);
    for (uint32_t i = d->shape.depth; i-- > 0;) {
        if (i + 1 == d->shape.tag_depth)
            cgi_desk_add(d->d_out, d->d_tags, d->n * w);
        back_layer(d, net, i);
    }
    cgi_desk_mask(d->d_out, d->d_out, d->input_mask, d);
    unnormalise(d, d->d_out, d->sum, d->inverse, net->dense + d->at.gain,
                d->at.gain, d->at.shift);
    memcpy(d->d_input, d->d_out, d->n * w * sizeof *d->d_input);
    cgi_matrix_add_product(d->gradient + d->at.map,
                           (cgi_matrix){d->vectors, 1, CGI_VECTOR}, d->d_input,
                           CGI_VECTOR, d->n, w);
    return loss;
}
