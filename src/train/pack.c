/* SPDX-License-Identifier: Apache-2.0
 *
 * pack.c -- writes a trained network as the section "net".
 *
 * Weights become whole numbers as large as the sums allow, rows of tables
 * bytes with a scale each. What the vector of a word adds is put into its row.
 */
#include "train/pack.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/matrix.h"
#include "lang/clusters.h"

#define FILL_OF 4 /* At most 3 of 4 places are taken. */

/* The writable bytes of a part of the section. */
static void *part(uint8_t *section, const void *at)
{
    return section + ((const uint8_t *)at - section);
}

static void put_floats(uint8_t *section, const float *at, const float *from,
                       size_t n)
{
    memcpy(part(section, at), from, n * sizeof(float));
}

/* The largest weight with which sums of `width` products cannot overflow. */
static int largest_weight(size_t width)
{
    size_t most = INT32_MAX / (CGI_NET_TOP * width) - 1;
    return most < INT16_MAX ? (int)most : INT16_MAX;
}

/* Puts the `in` times `out` weights of `from` where they belong, and returns
 * what a whole number stands for. */
static float put_matrix(uint8_t *section, const int16_t *at, const float *from,
                        size_t in, size_t out)
{
    int16_t *to = part(section, at);
    float most = 1e-9f, top = (float)largest_weight(in);
    for (size_t i = 0; i < in * out; i++)
        most = fabsf(from[i]) > most ? fabsf(from[i]) : most;
    for (size_t j = 0; j < out; j++)
        for (size_t i = 0; i < in; i++)
            to[cgi_matrix_at(j, i, out)] =
                (int16_t)lrintf(from[i * out + j] * top / most);
    return most / top;
}

static void put_row(int8_t *to, float *scale, const float *row, size_t width)
{
    float most = 1e-9f;
    for (size_t k = 0; k < width; k++)
        most = fabsf(row[k]) > most ? fabsf(row[k]) : most;
    for (size_t k = 0; k < width; k++)
        to[k] = (int8_t)lrintf(row[k] * INT8_MAX / most);
    *scale = most / INT8_MAX;
}

/* The row of a word with what its vector adds. */
static void word_row(float *out, const cgi_net *net, uint32_t word)
{
    size_t w = net->shape.width;
    const float *v = net->vectors + (size_t)word * CGI_VECTOR;
    const float *map = net->dense + net->at.map;
    memcpy(out, net->words + word * w, w * sizeof *out);
    for (size_t i = 0; i < CGI_VECTOR; i++)
        for (size_t k = 0; k < w; k++)
            out[k] += v[i] * map[i * w + k];
}

static void put_tables(uint8_t *section, const cgi_net_model *m,
                       const cgi_net *net)
{
    size_t w = net->shape.width;
    int8_t *words = part(section, m->words);
    int8_t *affixes = part(section, m->affixes);
    float *word_scales = part(section, m->word_scales);
    float *affix_scales = part(section, m->affix_scales);
    float row[CGI_NET_WIDTH_MAX];
    for (uint32_t i = 0; i < net->shape.n_words; i++) {
        word_row(row, net, i);
        put_row(words + i * w, &word_scales[i], row, w);
    }
    for (uint32_t i = 0; i < net->shape.n_affixes; i++)
        put_row(affixes + i * w, &affix_scales[i], net->affixes + i * w, w);
}

static void put_vectors(uint8_t *section, const cgi_net_model *m,
                        const cgi_net *net)
{
    const cgi_net_shape *s = &net->shape;
    const float *d = net->dense;
    put_floats(section, m->gain, d + net->at.gain, s->width);
    put_floats(section, m->shift, d + net->at.shift, s->width);
    for (uint32_t i = 0; i < s->depth; i++) {
        const cgi_net_layer_at *at = &net->at.layers[i];
        put_floats(section, m->layers[i].bias, d + at->bias,
                   (size_t)3 * s->width);
        put_floats(section, m->layers[i].gain, d + at->gain, s->width);
        put_floats(section, m->layers[i].shift, d + at->shift, s->width);
    }
    put_floats(section, m->tag_bias, d + net->at.tag_bias, s->n_tags);
    put_floats(section, m->head_bias, d + net->at.head_bias, s->head);
    put_floats(section, m->child_bias, d + net->at.child_bias, s->head);
    put_floats(section, m->root, d + net->at.root, s->head);
    put_floats(section, m->distance, d + net->at.distance,
               (size_t)2 * CGI_NET_DISTANCES);
    put_floats(section, m->rel_bias, d + net->at.rel_bias, s->rel);
    put_floats(section, m->rel_shift, d + net->at.rel_shift, s->n_rels);
}

static void put_matrices(uint8_t *section, const cgi_net_model *m,
                         const cgi_net *net)
{
    const cgi_net_shape *s = &net->shape;
    const cgi_net_at *at = &net->at;
    const float *d = net->dense;
    size_t w = s->width;
    float *scales = part(section, m->scales);
    float *layers = scales - (size_t)2 * s->depth;
    for (uint32_t i = 0; i < s->depth; i++) {
        const cgi_net_layer *l = &m->layers[i];
        /* What is put in is CGI_NET_SCALE times as large. */
        layers[2 * i] = put_matrix(section, l->weights,
                                   d + at->layers[i].weights, w, 3 * w) /
                        CGI_NET_SCALE;
        layers[2 * i + 1] =
            put_matrix(section, l->near, d + at->layers[i].near, w, 3 * w) /
            CGI_NET_SCALE;
    }
    scales[CGI_NET_TAG] =
        put_matrix(section, m->tag, d + at->tag, w, s->n_tags) / CGI_NET_SCALE;
    scales[CGI_NET_HEAD] =
        put_matrix(section, m->head, d + at->head, w, s->head) / CGI_NET_SCALE;
    scales[CGI_NET_CHILD] =
        put_matrix(section, m->child, d + at->child, w, s->head) /
        CGI_NET_SCALE;
    scales[CGI_NET_ABOVE] =
        put_matrix(section, m->above, d + at->above, w, s->rel) / CGI_NET_SCALE;
    scales[CGI_NET_BELOW] =
        put_matrix(section, m->below, d + at->below, w, s->rel) / CGI_NET_SCALE;
    scales[CGI_NET_REL] =
        put_matrix(section, m->rel, d + at->rel, s->rel, s->n_rels);
}

static void put_places(uint8_t *section, const cgi_net_model *m,
                       const cgi_corpus *words)
{
    uint8_t *places = part(section, m->places);
    for (uint32_t i = 1; i < words->n_words; i++) {
        uint32_t place = (uint32_t)words->words[i] & m->mask;
        while (cgi_load32(places + (size_t)CGI_NET_PLACE * place))
            place = (place + 1) & m->mask;
        cgi_store32(places + (size_t)CGI_NET_PLACE * place,
                    cgi_clusters_print(words->words[i]));
        cgi_store32(places + (size_t)CGI_NET_PLACE * place + 4, i);
    }
}

static void put_head(uint8_t *section, const cgi_net_shape *shape,
                     uint32_t bits)
{
    uint32_t members[CGI_NET_SHAPE_MEMBERS];
    memcpy(members, shape, sizeof members);
    cgi_store32(section, CGI_NET_MAGIC);
    for (size_t i = 0; i < CGI_NET_SHAPE_MEMBERS; i++)
        cgi_store32(section + 4 + 4 * i, members[i]);
    cgi_store32(section + 4 + 4 * CGI_NET_SHAPE_MEMBERS, bits);
}

void *cgi_net_pack(size_t *size, const cgi_net *net, const cgi_corpus *words,
                   const cgi_tagset *tags)
{
    cgi_net_model m;
    cgi_arena none = {0};
    uint32_t bits = 0;
    while (((size_t)1 << bits) * (FILL_OF - 1) < words->n_words * FILL_OF)
        bits++;
    *size = cgi_net_size(&net->shape, bits);
    uint8_t *section = cgi_train_alloc(*size, 1);
    put_head(section, &net->shape, bits);
    if (!cgi_net_view(&m, &none, section, *size)) {
        fputs("claimgraph-train: the network has an impossible shape\n",
              stderr);
        exit(3);
    }
    memcpy(part(section, m.pairs), tags->pairs, (size_t)2 * tags->n);
    put_places(section, &m, words);
    put_tables(section, &m, net);
    put_vectors(section, &m, net);
    put_matrices(section, &m, net);
    return section;
}
