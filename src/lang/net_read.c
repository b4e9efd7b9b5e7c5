/* SPDX-License-Identifier: Apache-2.0
 *
 * net_read.c -- runs the network over a sentence.
 *
 * All words of the sentence go through each step together. What is multiplied
 * is made whole numbers first: outputs of layers with one scale, since they
 * are of one size, the rest with a scale for each word.
 */
#include "lang/net.h"

#include <math.h>
#include <string.h>

#include "base/fast.h"
#include "base/matrix.h"
#include "lang/tree.h"

#define TINY  1e-5f
#define LANES 8

struct cgi_net_desk {
    const cgi_net_model *model;
    cgi_trees *trees;
    cgi_inputs *inputs;
    float *words;            /* What a layer takes and gives. */
    int16_t *whole;          /* The same as whole numbers. */
    int32_t *product, *near; /* With the weights. */
    float *gates, *states;
    float *heads, *children, *above, *below, *scores;
    float *far; /* What the distance of a head counts: [longest + i - j]. */
    size_t longest;
    int16_t *whole_heads, *whole_children;
    float *head_scales, *child_scales;
    int16_t *heads_found;
};

/* All arrays but the scores have a row for each word. */
cgi_net_desk *cgi_net_desk_new(cgi_arena *a, const cgi_net_model *m,
                               size_t longest)
{
    const cgi_net_shape *s = &m->shape;
    cgi_net_desk *d = cgi_arena_alloc(a, sizeof *d);
    size_t n = longest, w = s->width;
    /* A product is three times the width, a row of tags or relations, or a row
     * of heads. */
    size_t product = 3 * w > s->n_tags ? 3 * w : s->n_tags;
    product = product > s->n_rels ? product : s->n_rels;
    product = product > n + 1 ? product : n + 1;
    d->model = m;
    d->trees = cgi_trees_new(a, longest);
    d->inputs = cgi_arena_array(a, n, sizeof *d->inputs);
    d->words = cgi_arena_array(a, n * w, sizeof *d->words);
    d->whole = cgi_arena_array(a, n * CGI_NET_WIDTH_MAX, sizeof *d->whole);
    d->product = cgi_arena_array(a, n * product, sizeof *d->product);
    d->near = cgi_arena_array(a, n * 3 * w, sizeof *d->near);
    d->gates = cgi_arena_array(a, n * 3 * w, sizeof *d->gates);
    d->states = cgi_arena_array(a, n * w, sizeof *d->states);
    d->heads = cgi_arena_array(a, n * s->head, sizeof *d->heads);
    d->children = cgi_arena_array(a, n * s->head, sizeof *d->children);
    d->above = cgi_arena_array(a, n * s->rel, sizeof *d->above);
    d->below = cgi_arena_array(a, n * s->rel, sizeof *d->below);
    d->scores = cgi_arena_array(a, n * (n + 1), sizeof *d->scores);
    d->far = cgi_arena_array(a, 2 * n + 1, sizeof *d->far);
    d->longest = n;
    for (int i = -(int)n; i <= (int)n; i++)
        d->far[(int)n + i] = m->distance[cgi_net_distance(0, i)];
    d->whole_heads = cgi_arena_array(a, n * s->head, sizeof *d->whole_heads);
    d->whole_children =
        cgi_arena_array(a, n * s->head, sizeof *d->whole_children);
    d->head_scales = cgi_arena_array(a, n, sizeof *d->head_scales);
    d->child_scales = cgi_arena_array(a, n, sizeof *d->child_scales);
    d->heads_found = cgi_arena_array(a, n, sizeof *d->heads_found);
    return d;
}

/* ---- Words ----------------------------------------------------------- */

CGI_FAST static void add_row(float *sum, const int8_t *row, float scale,
                             size_t n)
{
    for (size_t k = 0; k < n; k++)
        sum[k] += (float)row[k] * scale;
}

static void sum_rows(cgi_net_desk *d, size_t n)
{
    const cgi_net_model *m = d->model;
    size_t w = m->shape.width;
    memset(d->words, 0, n * w * sizeof *d->words);
    for (size_t i = 0; i < n; i++) {
        const cgi_inputs *in = &d->inputs[i];
        uint32_t word = cgi_net_word(m, in->word);
        add_row(d->words + i * w, m->words + word * w, m->word_scales[word], w);
        for (size_t k = 0; k < CGI_AFFIXES; k++) {
            uint32_t row = cgi_inputs_row(in->affixes[k], m->shape.n_affixes);
            add_row(d->words + i * w, m->affixes + row * w,
                    m->affix_scales[row], w);
        }
    }
}

static float sum_of(const float lanes[LANES])
{
    return ((lanes[0] + lanes[4]) + (lanes[1] + lanes[5])) +
           ((lanes[2] + lanes[6]) + (lanes[3] + lanes[7]));
}

/* Gives each word mean 0 and variance 1, then scales, in place. */
CGI_FAST static void normalise(float *words, size_t n, size_t w,
                               const float *gain, const float *shift)
{
    for (float *x = words; x < words + n * w; x += w) {
        float sums[LANES] = {0}, squares[LANES] = {0};
        for (size_t k = 0; k < w; k += LANES)
            for (size_t i = 0; i < LANES; i++)
                sums[i] += x[k + i];
        float mean = sum_of(sums) / (float)w;
        for (size_t k = 0; k < w; k += LANES)
            for (size_t i = 0; i < LANES; i++)
                squares[i] += (x[k + i] - mean) * (x[k + i] - mean);
        float inverse = 1 / sqrtf(sum_of(squares) / (float)w + TINY);
        for (size_t k = 0; k < w; k++)
            x[k] = (x[k] - mean) * inverse * gain[k] + shift[k];
    }
}

/* ---- Layers ---------------------------------------------------------- */

static inline int16_t whole_number(float x)
{
    x = x > CGI_NET_TOP ? CGI_NET_TOP : x < -CGI_NET_TOP ? -CGI_NET_TOP : x;
    /* Rounds, since what is converted is never negative. */
    return (int16_t)((int32_t)(x + (CGI_NET_TOP + 1.5f)) - (CGI_NET_TOP + 1));
}

CGI_FAST static void make_whole(int16_t *out, const float *in, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = whole_number(in[i] * CGI_NET_SCALE);
}

CGI_FAST static void make_floats(float *out, const int32_t *in, size_t n,
                                 size_t width, float scale, const float *bias)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < width; k++)
            out[i * width + k] = (float)in[i * width + k] * scale + bias[k];
}

/* Adds what the word beside gives to units [from, from + n) of each gate. */
CGI_FAST static void add_near(float *gates, const int32_t *near, size_t w,
                              size_t from, size_t n, float scale)
{
    for (size_t g = 0; g < 3; g++)
        for (size_t k = g * w + from; k < g * w + from + n; k++)
            gates[k] += (float)near[k] * scale;
}

/* The first and last of the three parts of gates become numbers from 0 to 1. */
CGI_FAST static void open_gates(float *gates, size_t n, size_t w)
{
    for (float *g = gates; g < gates + n * 3 * w; g += 3 * w) {
        for (size_t k = 0; k < w; k++)
            g[k] = cgi_net_gate(g[k]);
        for (size_t k = 2 * w; k < 3 * w; k++)
            g[k] = cgi_net_gate(g[k]);
    }
}

/* The states of n units at one word, from those at the word before. */
CGI_FAST static void step(float *state, const float *before, const float *gates,
                          size_t w, size_t n)
{
    for (size_t k = 0; k < n; k++)
        state[k] = gates[k] * before[k] + (1 - gates[k]) * gates[w + k];
}

static void run_states(cgi_net_desk *d, size_t n)
{
    static const float none[CGI_NET_WIDTH_MAX];
    size_t w = d->model->shape.width, half = w / 2;
    const float *before = none;
    for (size_t i = 0; i < n; i++) {
        float *state = d->states + i * w;
        step(state, before, d->gates + i * 3 * w, w, half);
        before = state;
    }
    before = none;
    for (size_t i = n; i-- > 0;) {
        float *state = d->states + i * w + half;
        step(state, before, d->gates + i * 3 * w + half, w, half);
        before = state;
    }
}

CGI_FAST static void add_states(float *words, const float *states,
                                const float *gates, size_t n, size_t w)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < w; k++)
            words[i * w + k] += gates[(i * 3 + 2) * w + k] * states[i * w + k];
}

static void run_layer(cgi_net_desk *d, const cgi_net_layer *l, size_t n)
{
    size_t w = d->model->shape.width, half = w / 2;
    cgi_matrix_product(d->product, d->whole, n, l->weights, 3 * w, w);
    cgi_matrix_product(d->near, d->whole, n, l->near, 3 * w, w);
    make_floats(d->gates, d->product, n, 3 * w, l->scale, l->bias);
    for (size_t i = 0; i < n; i++) {
        float *gates = d->gates + i * 3 * w;
        const int32_t *near = d->near + i * 3 * w;
        if (i)
            add_near(gates, near - 3 * w, w, 0, half, l->near_scale);
        if (i + 1 < n)
            add_near(gates, near + 3 * w, w, half, half, l->near_scale);
    }
    open_gates(d->gates, n, w);
    run_states(d, n);
    add_states(d->words, d->states, d->gates, n, w);
    normalise(d->words, n, w, l->gain, l->shift);
    make_whole(d->whole, d->words, n * w);
}

/* ---- Tags, heads, relations ------------------------------------------ */

static size_t best_of(const float *scores, size_t n, size_t skip)
{
    size_t best = skip == 0 ? 1 : 0;
    for (size_t i = 0; i < n; i++)
        if (i != skip && scores[i] > scores[best])
            best = i;
    return best;
}

static void find_tags(cgi_token *tokens, size_t n, cgi_net_desk *d)
{
    const cgi_net_model *m = d->model;
    size_t n_tags = m->shape.n_tags;
    cgi_matrix_product(d->product, d->whole, n, m->tag, n_tags, m->shape.width);
    make_floats(d->gates, d->product, n, n_tags, m->scales[CGI_NET_TAG],
                m->tag_bias);
    for (size_t i = 0; i < n; i++) {
        size_t label = best_of(d->gates + i * n_tags, n_tags, SIZE_MAX);
        tokens[i].upos = m->pairs[2 * label];
        tokens[i].xpos = m->pairs[2 * label + 1];
    }
}

static void multiply(float *out, cgi_net_desk *d, size_t n,
                     const int16_t *weights, size_t width, float scale,
                     const float *bias)
{
    static const float none[CGI_NET_WIDTH_MAX];
    cgi_matrix_product(d->product, d->whole, n, weights, width,
                       d->model->shape.width);
    make_floats(out, d->product, n, width, scale, bias ? bias : none);
}

/* Whole numbers of rows of different size, and the scale of each. */
static void make_whole_rows(int16_t *out, float *scales, const float *in,
                            size_t n, size_t width)
{
    for (size_t i = 0; i < n; i++, in += width, out += width) {
        float most = TINY;
        for (size_t k = 0; k < width; k++) {
            float size = fabsf(in[k]);
            most = size > most ? size : most;
        }
        scales[i] = most / CGI_NET_TOP;
        float by = CGI_NET_TOP / most;
        for (size_t k = 0; k < width; k++)
            out[k] = whole_number(in[k] * by);
    }
}

static float product_with_root(const float *child, const float *root, size_t n)
{
    float lanes[LANES] = {0};
    for (size_t k = 0; k < n; k += LANES)
        for (size_t i = 0; i < LANES; i++)
            lanes[i] += child[k + i] * root[k + i];
    return sum_of(lanes);
}

static void score_heads(cgi_net_desk *d, size_t n)
{
    const cgi_net_model *m = d->model;
    size_t width = m->shape.head;
    make_whole_rows(d->whole_heads, d->head_scales, d->heads, n, width);
    make_whole_rows(d->whole_children, d->child_scales, d->children, n, width);
    cgi_matrix_products(d->product, d->whole_children, n, d->whole_heads, n,
                        width);
    for (size_t j = 0; j < n; j++) {
        float *row = d->scores + j * (n + 1);
        const float *far = d->far + d->longest - j;
        row[0] = product_with_root(d->children + j * width, m->root, width);
        for (size_t i = 0; i < n; i++)
            row[i + 1] = (float)d->product[j * n + i] *
                             (d->child_scales[j] * d->head_scales[i]) +
                         far[i];
    }
}

static void find_heads(cgi_token *tokens, size_t n, cgi_net_desk *d)
{
    const cgi_net_model *m = d->model;
    size_t width = m->shape.head;
    multiply(d->heads, d, n, m->head, width, m->scales[CGI_NET_HEAD],
             m->head_bias);
    for (size_t i = 0; i < n * width; i++)
        d->heads[i] = d->heads[i] > 0 ? d->heads[i] : 0;
    multiply(d->children, d, n, m->child, width, m->scales[CGI_NET_CHILD],
             m->child_bias);
    score_heads(d, n);
    cgi_trees_find(d->heads_found, d->trees, d->scores, n);
    for (size_t i = 0; i < n; i++)
        tokens[i].head =
            d->heads_found[i] < 0 ? CGI_NO_TOKEN : (uint32_t)d->heads_found[i];
}

static void find_relations(cgi_token *tokens, size_t n, cgi_net_desk *d)
{
    const cgi_net_model *m = d->model;
    size_t width = m->shape.rel, n_rels = m->shape.n_rels;
    multiply(d->above, d, n, m->above, width, m->scales[CGI_NET_ABOVE], NULL);
    multiply(d->below, d, n, m->below, width, m->scales[CGI_NET_BELOW],
             m->rel_bias);
    for (size_t i = 0; i < n; i++) {
        uint32_t head =
            tokens[i].head == CGI_NO_TOKEN ? (uint32_t)i : tokens[i].head;
        float *b = d->below + i * width;
        const float *a = d->above + head * width;
        for (size_t k = 0; k < width; k++)
            b[k] = a[k] + b[k] > 0 ? a[k] + b[k] : 0;
    }
    make_whole_rows(d->whole, d->head_scales, d->below, n, width);
    cgi_matrix_product(d->product, d->whole, n, m->rel, n_rels, width);
    for (size_t i = 0; i < n; i++) {
        float scores[CGI_N_RELS];
        float scale = d->head_scales[i] * m->scales[CGI_NET_REL];
        for (size_t k = 0; k < CGI_N_RELS; k++)
            scores[k] =
                (float)d->product[i * n_rels + k] * scale + m->rel_shift[k];
        tokens[i].rel =
            tokens[i].head == CGI_NO_TOKEN
                ? CGI_REL_ROOT
                : (uint8_t)best_of(scores, CGI_N_RELS, CGI_REL_ROOT);
    }
}

void cgi_net_read(cgi_token *tokens, size_t n, cgi_net_desk *d)
{
    const cgi_net_model *m = d->model;
    size_t w = m->shape.width;
    cgi_inputs_fill(d->inputs, tokens, n, CGI_CAPITALS_AUTO);
    sum_rows(d, n);
    normalise(d->words, n, w, m->gain, m->shift);
    make_whole(d->whole, d->words, n * w);
    for (uint32_t i = 0; i < m->shape.depth; i++) {
        run_layer(d, &m->layers[i], n);
        if (i + 1 == m->shape.tag_depth)
            find_tags(tokens, n, d);
    }
    find_heads(tokens, n, d);
    find_relations(tokens, n, d);
}
