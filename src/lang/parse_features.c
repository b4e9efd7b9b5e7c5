/* SPDX-License-Identifier: Apache-2.0
 *
 * parse_features.c -- what the parser asks about a state.
 *
 * After Zhang and Nivre (2011, "Transition-based Dependency Parsing with Rich
 * Non-local Features"), with clusters, with the words between, and with the
 * preposition or conjunction that stands before the front word: in Universal
 * Dependencies it hangs below that word, yet decides what heads it.
 */
#include "lang/parse.h"

#include "base/hash.h"

/* Kinds of words that are counted between two words, 16 bits for each. */
enum { VERB, COMMA, CONJUNCTION, NOUN };

static unsigned kind_of(const cgi_traits *t)
{
    switch (t->upos - 1) {
    case CGI_UPOS_VERB:
    case CGI_UPOS_AUX: return VERB;
    case CGI_UPOS_PUNCT: return COMMA;
    case CGI_UPOS_CCONJ:
    case CGI_UPOS_SCONJ: return CONJUNCTION;
    case CGI_UPOS_NOUN:
    case CGI_UPOS_PROPN:
    case CGI_UPOS_PRON: return NOUN;
    default: return NOUN + 1;
    }
}

void cgi_sight_init(cgi_sight *out, uint64_t *passed, const cgi_traits *traits,
                    size_t n)
{
    out->traits = traits;
    out->passed = passed;
    out->n = (int)n;
    passed[0] = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned k = kind_of(&traits[i]);
        passed[i + 1] = passed[i];
        if (k <= NOUN)
            passed[i + 1] += (uint64_t)1 << (16 * k);
    }
}

/* How many of each kind stand strictly between, none, one, two or more. */
static uint64_t between(const cgi_sight *v, int a, int b)
{
    if (a < 0 || b <= a + 1)
        return 0;
    uint64_t counts = v->passed[b] - v->passed[a + 1], out = 0;
    for (unsigned k = VERB; k <= NOUN; k++) {
        uint64_t n = (counts >> (16 * k)) & 0xFFFF;
        out = out * 4 + (n > 2 ? 2 : n) + 1;
    }
    return out;
}

static uint64_t distance(int a, int b)
{
    int d = b - a;
    if (a < 0)
        return 0;
    if (d < 5)
        return (uint64_t)d;
    return d < 7 ? 5 : d < 10 ? 6 : d < 15 ? 7 : d < 25 ? 8 : 9;
}

/* Adds a feature of the next template, made of one to four values. */
#define MIX(v)           (out[n - 1] = cgi_hash_mix(out[n - 1], (v)))
#define ADD1(a)          (n++, out[n - 1] = cgi_hash_mix(++id * 0x9E3779B9u, (a)))
#define ADD2(a, b)       (ADD1(a), MIX(b))
#define ADD3(a, b, c)    (ADD2(a, b), MIX(c))
#define ADD4(a, b, c, d) (ADD3(a, b, c), MIX(d))

size_t cgi_features_front(uint64_t *out, const cgi_sight *v, int front)
{
    const cgi_traits *b = v->traits + front;
    size_t n = 0;
    uint64_t id = 0;
    ADD1(b->word);
    ADD1(b->tag);
    ADD2(b->word, b->tag);
    ADD1(b[1].word);
    ADD1(b[1].tag);
    ADD2(b[1].word, b[1].tag);
    ADD1(b[2].word);
    ADD1(b[2].tag);
    ADD2(b->tag, b[1].tag);
    ADD3(b->tag, b[1].tag, b[2].tag);
    ADD2(b->word, b[1].tag);
    ADD2(b->tag, b[1].word);
    ADD2(b->word, b[1].word);
    ADD2(b[-1].tag, b->tag);
    ADD3(b[-1].tag, b->tag, b[1].tag);
    ADD2(b[-1].word, b->tag);
    ADD1(b->cluster.fine);
    ADD1(b[1].cluster.fine);
    ADD2(b->cluster.middle, b[1].cluster.middle);
    ADD2(cgi_traits_bytes(b->tail, 3), b->upos);
    ADD3(b[1].tag, b[2].tag, b[3].tag);
    return n;
}

size_t cgi_features_top(uint64_t *out, const cgi_sight *v, int top)
{
    const cgi_traits *s = v->traits + top;
    size_t n = 0;
    uint64_t id = 100;
    ADD1(s->word);
    ADD1(s->tag);
    ADD2(s->word, s->tag);
    ADD2(s->word, s[1].tag);
    ADD2(s->tag, s[1].tag);
    ADD2(s->tag, s[1].word);
    ADD2(s->tag, s[-1].tag);
    ADD1(s->cluster.fine);
    ADD2(s->cluster.fine, s->tag);
    ADD2(cgi_traits_bytes(s->tail, 3), s->upos);
    return n;
}

static size_t pair_clusters(uint64_t *out, const cgi_traits *s,
                            const cgi_traits *b, uint64_t d)
{
    size_t n = 0;
    uint64_t id = 300;
    ADD2(s->cluster.fine, b->cluster.fine);
    ADD2(s->cluster.middle, b->cluster.middle);
    ADD2(s->cluster.fine, b->tag);
    ADD2(s->tag, b->cluster.fine);
    ADD2(s->word, b->cluster.middle);
    ADD2(s->cluster.middle, b->word);
    ADD3(s->cluster.middle, b->cluster.middle, d);
    ADD4(s->cluster.coarse, s->tag, b->cluster.coarse, b->tag);
    return n;
}

size_t cgi_features_pair(uint64_t *out, const cgi_sight *v, int top, int front)
{
    const cgi_traits *s = v->traits + top, *b = v->traits + front;
    uint64_t d = distance(top, front), gap = between(v, top, front);
    size_t n = 0;
    uint64_t id = 200;
    ADD2(s->word, b->word);
    ADD3(s->word, s->tag, b->word);
    ADD3(s->word, b->word, b->tag);
    ADD4(s->word, s->tag, b->word, b->tag);
    ADD3(s->word, s->tag, b->tag);
    ADD3(s->tag, b->word, b->tag);
    ADD2(s->word, b->tag);
    ADD2(s->tag, b->word);
    ADD2(s->tag, b->tag);
    ADD3(s->tag, b->tag, b[1].tag);
    ADD4(s->tag, b->tag, b[1].tag, b[2].tag);
    ADD3(s->tag, b->tag, d);
    ADD2(s->word, d);
    ADD2(b->word, d);
    ADD2(s->tag, d);
    ADD2(b->tag, d);
    ADD3(s->word, b->tag, d);
    ADD3(s->tag, b->word, d);
    ADD3(s->tag, b->tag, gap);
    ADD3(s->upos, b->upos, gap);
    ADD3(s->tag, s[1].tag, b->tag);
    ADD3(s->tag, b[-1].tag, b->tag);
    ADD4(s->tag, s[1].tag, b[-1].tag, b->tag);
    ADD3(s->tag, s[-1].tag, b->tag);
    ADD3(s->word, b->tag, b[1].tag);
    ADD3(s->tag, b->word, b[1].tag);
    ADD3(s->tag, b->tag, b[1].word);
    return n + pair_clusters(out + n, s, b, d);
}

/* No word: what features see below the bottom of the stack. */
static const cgi_node nothing = {.word = -1,
                                 .left = -1,
                                 .left2 = -1,
                                 .right = -1,
                                 .right2 = -1,
                                 .marker = -1};

const cgi_node *cgi_node_or_none(const cgi_node *node)
{
    return node ? node : &nothing;
}

/* More loose words than this are as many. */
#define LOOSE_MAX 3

static uint64_t loose_words(const cgi_state *s)
{
    return s->n_headless > LOOSE_MAX ? LOOSE_MAX : s->n_headless;
}

uint64_t cgi_features_sign(const cgi_state *s)
{
    const cgi_node *s0 = cgi_node_or_none(s->top);
    const cgi_node *s1 = cgi_node_or_none(s0->below);
    const cgi_node *s2 = cgi_node_or_none(s1->below);
    uint64_t words = (uint64_t)(uint16_t)s0->word << 48 |
                     (uint64_t)(uint16_t)s1->word << 32 |
                     (uint64_t)(uint16_t)s2->word << 16 |
                     (uint64_t)s1->rel << 8 | loose_words(s);
    uint64_t h = cgi_hash_mix(words, s0->sign);
    h = cgi_hash_mix(h, s1->right_set);
    return cgi_hash_mix(h, s->front.sign + (uint64_t)s->front.word);
}

size_t cgi_features_front_tree(uint64_t *out, const cgi_sight *v,
                               const cgi_node *f)
{
    const cgi_traits *t = v->traits, *b = t + f->word;
    size_t n = 0;
    uint64_t id = 400;
    ADD2(b->tag, t[f->left].word);
    ADD2(b->tag, t[f->left].tag);
    ADD2(b->tag, f->left_rel);
    ADD3(b->tag, t[f->left].tag, t[f->left2].tag);
    ADD2(b->word, t[f->left].word);
    ADD2(b->tag, f->left_set);
    ADD2(b->word, f->n_left);
    ADD2(b->tag, f->n_left);
    return n;
}

size_t cgi_features_top_tree(uint64_t *out, const cgi_sight *v,
                             const cgi_node *s)
{
    const cgi_traits *t = v->traits, *top = t + s->word;
    uint64_t mark = t[s->marker].word;
    size_t n = 0;
    uint64_t id = 500;
    ADD2(top->tag, s->rel);
    ADD2(top->word, s->rel);
    ADD2(top->tag, s->left_set);
    ADD2(top->word, s->left_set);
    ADD2(top->tag, s->right_set);
    ADD2(top->word, s->right_set);
    ADD2(top->word, t[s->right].word);
    ADD2(top->tag, t[s->right].word);
    ADD2(top->tag, t[s->left].word);
    ADD3(top->tag, t[s->right].tag, t[s->right2].tag);
    ADD3(top->tag, t[s->left].tag, t[s->left2].tag);
    ADD2(top->word, s->n_left);
    ADD2(top->word, s->n_right);
    ADD2(top->tag, mark);
    ADD2(top->word, mark);
    return n;
}

/* About the children of the top beside the front. */
static size_t child_features(uint64_t *out, const cgi_sight *v,
                             const cgi_node *s, const cgi_node *f)
{
    const cgi_traits *t = v->traits, *top = t + s->word, *b = t + f->word;
    size_t n = 0;
    uint64_t id = 700;
    ADD3(top->tag, t[s->left].tag, b->tag);
    ADD3(top->tag, t[s->right].tag, b->tag);
    ADD3(top->tag, s->right_rel, b->tag);
    ADD3(top->tag, s->left_rel, b->tag);
    ADD3(top->tag, s->n_right, b->tag);
    ADD3(s->right_set, b->tag, f->left_set);
    ADD2(s->right_set, b->word);
    ADD3(top->tag, t[s->right].word, b->tag);
    ADD3(top->tag, b->tag, f->left_set);
    return n;
}

/* About the preposition or conjunction of the front, and what may head it. */
static size_t marker_features(uint64_t *out, const cgi_sight *v,
                              const cgi_node *s, const cgi_node *s1,
                              const cgi_node *f)
{
    const cgi_traits *t = v->traits, *top = t + s->word, *b = t + f->word;
    const cgi_traits *under = t + s1->word;
    uint64_t mark = t[f->marker].word, own = t[s->marker].word;
    size_t n = 0;
    uint64_t id = 800;
    ADD3(mark, b->tag, top->tag);
    ADD2(mark, top->word);
    ADD2(mark, under->word);
    ADD3(mark, top->word, b->word);
    ADD3(mark, top->cluster.middle, b->tag);
    ADD3(mark, under->cluster.middle, b->tag);
    ADD4(mark, top->tag, under->tag, s->rel);
    ADD4(own, top->tag, b->tag, mark);
    ADD4(mark, t[s->right].tag, s->right_rel, b->tag);
    return n;
}

size_t cgi_features_tree(uint64_t *out, const cgi_sight *v, const cgi_state *s)
{
    const cgi_node *s0 = cgi_node_or_none(s->top);
    const cgi_node *s1 = cgi_node_or_none(s0->below);
    const cgi_node *s2 = cgi_node_or_none(s1->below);
    const cgi_traits *t = v->traits, *top = t + s0->word;
    const cgi_traits *under = t + s1->word, *b = t + s->front.word;
    uint64_t loose = loose_words(s);
    size_t n = 0;
    uint64_t id = 600;
    ADD3(top->tag, s0->rel, b->tag);
    ADD1(under->word);
    ADD1(under->tag);
    ADD2(under->tag, top->tag);
    ADD3(under->tag, top->tag, b->tag);
    ADD2(under->word, b->tag);
    ADD2(under->tag, b->tag);
    ADD2(under->word, b->word);
    ADD4(under->tag, top->tag, b->tag, s0->rel * 64u + s1->rel);
    ADD3(t[s2->word].tag, under->tag, top->tag);
    ADD4(t[s2->word].tag, under->tag, top->tag, b->tag);
    ADD3(under->cluster.middle, b->cluster.middle, b->tag);
    ADD3(under->tag, s1->right_set, b->tag);
    ADD2(under->word, s1->right_set);
    ADD3(loose, b->tag, s->front.word == v->n);
    ADD3(loose, top->tag, s0->rel);
    n += child_features(out + n, v, s0, &s->front);
    return n + marker_features(out + n, v, s0, s1, &s->front);
}
