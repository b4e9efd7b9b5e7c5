/* SPDX-License-Identifier: Apache-2.0
 *
 * net.h -- the network that finds tags and trees.
 *
 *   inputs -> layer -> ... -> layer -> heads, relations
 *                  `-> tags
 *
 * The inputs of a word are rows of tables, added up. A layer is a simple
 * recurrent unit (Lei and others 2018, "Simple Recurrent Units for Highly
 * Parallelizable Recurrence"): half of its units read the sentence forwards
 * and half backwards, and the products with its weights do not wait for the
 * word before. The head of a word is chosen by a product of vectors of both
 * (Dozat and Manning 2017, "Deep Biaffine Attention").
 *
 * Weights and what they are multiplied with are whole numbers, and no sum of
 * floats depends on the machine, so every machine finds the same trees.
 *
 * The section "net", little endian, each part at a multiple of 64:
 *
 *   u32  magic, the members of cgi_net_shape, bits of the table of words
 *   u8   pairs of tags: cgi_upos and cgi_xpos of each label
 *   {u32 print; u32 row} << bits: the table of words, print 0 if free
 *   f32  scales: of rows of words, rows of affixes, matrices
 *   f32  vectors: see `vectors` in net.c
 *   i16  matrices, as in base/matrix.h: see `matrices` in net.c
 *   i8   rows of words, rows of affixes
 */
#ifndef CG_LANG_NET_H
#define CG_LANG_NET_H

#include "lang/inputs.h"

#define CGI_NET_MAGIC     0x3154454EU
#define CGI_NET_DEPTH_MAX 8
#define CGI_NET_WIDTH_MAX 512
/* Bytes of a place of the table of words. */
#define CGI_NET_PLACE 8
/* Labels of tags; a multiple of 16. */
#define CGI_NET_TAGS_MAX 128
/* Distances between head and word that are told apart, on each side. */
#define CGI_NET_DISTANCES 16
/* Outputs of layers times this are whole numbers up to CGI_NET_TOP. */
#define CGI_NET_SCALE 256
#define CGI_NET_TOP   2047

typedef struct {
    uint32_t width;     /* Of words and layers. */
    uint32_t depth;     /* Number of layers; */
    uint32_t tag_depth; /* tags come from the output of this one. */
    uint32_t head;      /* Width of the vectors that choose heads ... */
    uint32_t rel;       /* ... and relations. */
    uint32_t n_words, n_affixes; /* Rows of the tables. */
    uint32_t n_tags, n_rels;     /* Rounded up to whole steps. */
} cgi_net_shape;

#define CGI_NET_SHAPE_MEMBERS (sizeof(cgi_net_shape) / sizeof(uint32_t))

/* The vectors and matrices of a layer. */
typedef struct {
    const float *bias, *gain, *shift;
    const int16_t *weights, *near; /* 3 * width outputs. */
    float scale, near_scale;
} cgi_net_layer;

/* Which of the scales of matrices beside those of layers. */
enum {
    CGI_NET_TAG,
    CGI_NET_HEAD,
    CGI_NET_CHILD,
    CGI_NET_ABOVE,
    CGI_NET_BELOW,
    CGI_NET_REL,
    CGI_NET_SCALES
};

/* A look at the section. */
typedef struct {
    cgi_net_shape shape;
    const uint8_t *pairs, *places;
    uint32_t mask;
    const float *word_scales, *affix_scales, *scales;
    const float *gain, *shift, *tag_bias, *head_bias, *child_bias, *root,
        *distance, *rel_bias, *rel_shift;
    const int16_t *tag, *head, *child, *above, *below, *rel;
    const int8_t *words, *affixes;
    cgi_net_layer layers[CGI_NET_DEPTH_MAX];
} cgi_net_model;

/* Looks at `size` bytes; false if they cannot be the section. What must be
 * turned on machines of the other byte order is copied into `a`. */
bool cgi_net_view(cgi_net_model *out, cgi_arena *a, const void *bytes,
                  size_t size);

/* The number of bytes of the section. */
size_t cgi_net_size(const cgi_net_shape *shape, uint32_t bits);

/* The row of a word, 0 if it is not known. */
uint32_t cgi_net_word(const cgi_net_model *m, uint64_t word);

typedef struct cgi_net_desk cgi_net_desk;

/* Room for sentences of up to `longest` <= CGI_TREE_LONGEST words. */
cgi_net_desk *cgi_net_desk_new(cgi_arena *a, const cgi_net_model *m,
                               size_t longest);

/* Sets upos, xpos, head and rel of the n tokens of a sentence. Heads are
 * positions in it, CGI_NO_TOKEN for the root. */
void cgi_net_read(cgi_token *tokens, size_t n, cgi_net_desk *desk);

/* Which of 2 * CGI_NET_DISTANCES a head at `head` is from a word at `word`. */
uint32_t cgi_net_distance(int word, int head);

/* Near 0.5 + 0.5 * tanh(x / 2), and 0 or 1 beyond 6: a quotient of polynomials,
 * which every machine computes to the same bits. */
static inline float cgi_net_gate(float x)
{
    x = x > 6 ? 6 : x < -6 ? -6 : x;
    float square = x * x;
    return 0.5f + x * (108 + square) / (432 + 36 * square);
}

#endif
