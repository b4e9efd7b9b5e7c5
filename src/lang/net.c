/* SPDX-License-Identifier: Apache-2.0
 *
 * net.c -- looks at the section "net".
 *
 * What a section holds follows from its shape, so one pass over the lists of
 * parts below finds all of them; the trainer writes them in the same order.
 */
#include "lang/net.h"

#include <string.h>

#include "base/matrix.h"
#include "lang/clusters.h"
#include "world/model.h"

#define PART     64
#define BITS_MAX 20
#define ROWS_MAX (1u << 20)
#define LOOK     64
#define HEAD     (4 * (CGI_NET_SHAPE_MEMBERS + 2))

/* Takes parts off the front of the section. */
typedef struct {
    const uint8_t *bytes; /* NULL: only counts. */
    size_t at, size;
    cgi_arena *arena;
    bool is_short;
} cursor;

static const uint8_t *take(cursor *c, size_t n)
{
    size_t at = c->at, end = (at + n + PART - 1) / PART * PART;
    c->at = end;
    if (!c->bytes)
        return NULL;
    c->is_short |= end > c->size;
    return c->is_short ? c->bytes : c->bytes + at;
}

/* Numbers of `width` bytes in the order of this machine. */
static const void *take_numbers(cursor *c, size_t n, size_t width)
{
    const uint8_t *at = take(c, n * width);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    if (!at || c->is_short)
        return at;
    uint8_t *turned = cgi_arena_array(c->arena, n, width);
    for (size_t i = 0; i < n * width; i++)
        turned[i] = at[i - i % width + width - 1 - i % width];
    at = turned;
#endif
    return at;
}

/* Parts of a large part, one after the other. */
typedef struct {
    const float *floats;
    const int16_t *numbers;
    size_t n;
} run;

static const float *vector(run *r, size_t n)
{
    r->n += n;
    return r->floats ? r->floats + r->n - n : NULL;
}

static const int16_t *matrix(run *r, size_t rows, size_t width)
{
    r->n += rows * width;
    return r->numbers ? r->numbers + r->n - rows * width : NULL;
}

static size_t vectors(cgi_net_model *m, const float *at)
{
    const cgi_net_shape *s = &m->shape;
    run r = {.floats = at};
    m->gain = vector(&r, s->width);
    m->shift = vector(&r, s->width);
    for (uint32_t i = 0; i < s->depth; i++) {
        m->layers[i].bias = vector(&r, (size_t)3 * s->width);
        m->layers[i].gain = vector(&r, s->width);
        m->layers[i].shift = vector(&r, s->width);
    }
    m->tag_bias = vector(&r, s->n_tags);
    m->head_bias = vector(&r, s->head);
    m->child_bias = vector(&r, s->head);
    m->root = vector(&r, s->head);
    m->distance = vector(&r, (size_t)2 * CGI_NET_DISTANCES);
    m->rel_bias = vector(&r, s->rel);
    m->rel_shift = vector(&r, s->n_rels);
    return r.n;
}

static size_t matrices(cgi_net_model *m, const int16_t *at)
{
    const cgi_net_shape *s = &m->shape;
    run r = {.numbers = at};
    for (uint32_t i = 0; i < s->depth; i++) {
        m->layers[i].weights = matrix(&r, (size_t)3 * s->width, s->width);
        m->layers[i].near = matrix(&r, (size_t)3 * s->width, s->width);
    }
    m->tag = matrix(&r, s->n_tags, s->width);
    m->head = matrix(&r, s->head, s->width);
    m->child = matrix(&r, s->head, s->width);
    m->above = matrix(&r, s->rel, s->width);
    m->below = matrix(&r, s->rel, s->width);
    m->rel = matrix(&r, s->n_rels, s->rel);
    return r.n;
}

/* Two for each layer, then those of the other matrices. */
static size_t scales(cgi_net_model *m, const float *at)
{
    size_t n = (size_t)2 * m->shape.depth;
    for (uint32_t i = 0; at && i < m->shape.depth; i++) {
        m->layers[i].scale = at[2 * i];
        m->layers[i].near_scale = at[2 * i + 1];
    }
    m->scales = at ? at + n : NULL;
    return n + CGI_NET_SCALES;
}

static void take_parts(cgi_net_model *m, cursor *c, uint32_t bits)
{
    const cgi_net_shape *s = &m->shape;
    size_t n_scales = (size_t)s->n_words + s->n_affixes + scales(m, NULL);
    take(c, HEAD);
    m->pairs = take(c, (size_t)2 * s->n_tags);
    m->places = take(c, (size_t)CGI_NET_PLACE << bits);
    m->word_scales = take_numbers(c, n_scales, sizeof(float));
    const float *at = take_numbers(c, vectors(m, NULL), sizeof(float));
    const int16_t *weights = take_numbers(c, matrices(m, NULL), 2);
    m->words = (const int8_t *)take(c, (size_t)s->n_words * s->width);
    m->affixes = (const int8_t *)take(c, (size_t)s->n_affixes * s->width);
    if (!c->bytes || c->is_short)
        return;
    m->affix_scales = m->word_scales + s->n_words;
    scales(m, m->affix_scales + s->n_affixes);
    vectors(m, at);
    matrices(m, weights);
}

static bool is_width(uint32_t n)
{
    return n && n <= CGI_NET_WIDTH_MAX && n % CGI_MATRIX_STEP == 0;
}

static bool is_shape(const cgi_net_shape *s)
{
    return is_width(s->width) && s->width % (2 * CGI_MATRIX_STEP) == 0 &&
           is_width(s->head) && is_width(s->rel) && is_width(s->n_tags) &&
           is_width(s->n_rels) && s->n_tags <= CGI_NET_TAGS_MAX &&
           s->n_rels >= CGI_N_RELS && s->depth &&
           s->depth <= CGI_NET_DEPTH_MAX && s->tag_depth &&
           s->tag_depth <= s->depth && s->n_words && s->n_words < ROWS_MAX &&
           s->n_affixes && s->n_affixes < ROWS_MAX;
}

static bool are_pairs(const cgi_net_model *m)
{
    for (uint32_t i = 0; i < m->shape.n_tags; i++)
        if (m->pairs[2 * i] >= CGI_N_UPOS || m->pairs[2 * i + 1] >= CGI_N_XPOS)
            return false;
    return true;
}

bool cgi_net_view(cgi_net_model *out, cgi_arena *a, const void *bytes,
                  size_t size)
{
    const uint8_t *b = bytes;
    uint32_t members[CGI_NET_SHAPE_MEMBERS];
    memset(out, 0, sizeof *out);
    if (!b || size < HEAD || cgi_load32(b) != CGI_NET_MAGIC)
        return false;
    for (size_t i = 0; i < CGI_NET_SHAPE_MEMBERS; i++)
        members[i] = cgi_load32(b + 4 + 4 * i);
    memcpy(&out->shape, members, sizeof out->shape);
    uint32_t bits = cgi_load32(b + HEAD - 4);
    if (!is_shape(&out->shape) || bits > BITS_MAX)
        return false;
    out->mask = ((uint32_t)1 << bits) - 1;
    cursor c = {.bytes = b, .size = size, .arena = a};
    take_parts(out, &c, bits);
    return !c.is_short && c.at == size && are_pairs(out);
}

size_t cgi_net_size(const cgi_net_shape *shape, uint32_t bits)
{
    cgi_net_model m = {.shape = *shape};
    cursor c = {0};
    take_parts(&m, &c, bits);
    return c.at;
}

uint32_t cgi_net_word(const cgi_net_model *m, uint64_t word)
{
    uint32_t print = cgi_clusters_print(word);
    for (uint32_t i = 0; i < LOOK; i++) {
        const uint8_t *at = m->places + (size_t)CGI_NET_PLACE *
                                            (((uint32_t)word + i) & m->mask);
        uint32_t found = cgi_load32(at);
        if (found == print) {
            uint32_t row = cgi_load32(at + 4);
            return row < m->shape.n_words ? row : 0;
        }
        if (!found)
            break;
    }
    return 0;
}

uint32_t cgi_net_distance(int word, int head)
{
    /* The first distance of each class but the first. */
    static const int bounds[CGI_NET_DISTANCES - 1] = {
        2, 3, 4, 5, 6, 7, 8, 9, 11, 14, 18, 23, 31, 46, 81};
    int distance = head < word ? word - head : head - word;
    uint32_t k = 0;
    while (k < CGI_NET_DISTANCES - 1 && distance >= bounds[k])
        k++;
    return head < word ? k + CGI_NET_DISTANCES : k;
}
