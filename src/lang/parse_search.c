/* SPDX-License-Identifier: Apache-2.0
 *
 * parse_search.c -- beam search for the best derivation of a sentence.
 *
 * The states of a beam differ little: mostly they look at the same front and
 * the same top. So the scores of features that depend on these alone are
 * kept for the sentence, and only the features of the tree are looked up for
 * every state.
 */
#include <assert.h>
#include <string.h>

#include "base/hash.h"
#include "lang/parse.h"

#define ROW CGI_WEIGHTS_LABELS(CGI_PARSE_ACTIONS)
/* Places for kept scores of one kind; a power of two. */
#define PLACES 128

/* Scores under keys; a later one takes the place of an earlier. */
typedef struct {
    int32_t *rows;
    uint64_t keys[PLACES]; /* 0 if free. */
} store;

struct cgi_search {
    cgi_scorer scorer;
    const void *model;
    unsigned beam;
    cgi_state *states; /* Step k's are at k * beam. */
    unsigned *counts;  /* How many there are at step k. */
    int32_t margin;
    int32_t *fronts, *tops; /* Rows of ROW scores. */
    bool *has_front, *has_top;
    store pairs, front_trees, top_trees;
    int32_t *rows;   /* Of the states of the present step. */
    uint64_t *signs; /* Theirs. */
};

typedef struct {
    int32_t score;
    uint16_t parent;
    uint8_t action;
} candidate;

static int32_t *new_rows(cgi_arena *a, size_t n)
{
    return cgi_arena_array(a, n * ROW, sizeof(int32_t));
}

cgi_search *cgi_search_new(cgi_arena *a, size_t longest, unsigned beam,
                           int32_t margin, cgi_scorer scorer, const void *model)
{
    assert(beam >= 1 && beam <= CGI_PARSE_BEAM_MAX);
    cgi_search *s = cgi_arena_alloc(a, sizeof *s);
    s->scorer = scorer;
    s->model = model;
    s->beam = beam;
    s->margin = margin;
    s->states = cgi_arena_array(a, (2 * longest + 1) * beam, sizeof *s->states);
    s->counts = cgi_arena_array(a, 2 * longest + 1, sizeof *s->counts);
    s->fronts = new_rows(a, longest + 1);
    s->tops = new_rows(a, longest + 1);
    s->pairs.rows = new_rows(a, PLACES);
    s->front_trees.rows = new_rows(a, PLACES);
    s->top_trees.rows = new_rows(a, PLACES);
    s->rows = new_rows(a, beam);
    s->signs = cgi_arena_array(a, beam, sizeof *s->signs);
    s->has_front = cgi_arena_array(a, longest + 1, sizeof *s->has_front);
    s->has_top = cgi_arena_array(a, longest + 1, sizeof *s->has_top);
    return s;
}

/* Replaces a row of kept scores. */
static void keep(int32_t *row, const cgi_search *s, const uint64_t *features,
                 size_t n)
{
    int32_t scores[CGI_WEIGHTS_LABEL_MAX] = {0};
    s->scorer(scores, s->model, features, n);
    memcpy(row, scores, ROW * sizeof *row);
}

static const int32_t *front_scores(cgi_search *s, const cgi_sight *v, int at)
{
    int32_t *row = s->fronts + (size_t)at * ROW;
    uint64_t features[CGI_PARSE_FEATURES_MAX];
    if (!s->has_front[at])
        keep(row, s, features, cgi_features_front(features, v, at));
    s->has_front[at] = true;
    return row;
}

/* `at` is -1 for an empty stack. */
static const int32_t *top_scores(cgi_search *s, const cgi_sight *v, int at)
{
    int32_t *row = s->tops + (size_t)(at + 1) * ROW;
    uint64_t features[CGI_PARSE_FEATURES_MAX];
    if (!s->has_top[at + 1])
        keep(row, s, features, cgi_features_top(features, v, at));
    s->has_top[at + 1] = true;
    return row;
}

/* Where the scores for `key` stand or are to stand; *found says which. */
static int32_t *place_of(bool *found, store *t, uint64_t key)
{
    size_t place = key % PLACES;
    *found = t->keys[place] == key;
    t->keys[place] = key;
    return t->rows + place * ROW;
}

static const int32_t *pair_scores(cgi_search *s, const cgi_sight *v, int top,
                                  int front)
{
    uint64_t features[CGI_PARSE_FEATURES_MAX];
    uint64_t key = (uint64_t)(top + 1) * 0x10007u + (uint64_t)(front + 1);
    bool found;
    int32_t *row = place_of(&found, &s->pairs, key);
    if (!found)
        keep(row, s, features, cgi_features_pair(features, v, top, front));
    return row;
}

static uint64_t node_key(const cgi_node *node)
{
    return cgi_hash_mix(node->sign, (uint64_t)(node->word + 2));
}

static const int32_t *front_tree_scores(cgi_search *s, const cgi_sight *v,
                                        const cgi_node *front)
{
    uint64_t features[CGI_PARSE_FEATURES_MAX];
    bool found;
    int32_t *row = place_of(&found, &s->front_trees, node_key(front));
    if (!found)
        keep(row, s, features, cgi_features_front_tree(features, v, front));
    return row;
}

static const int32_t *top_tree_scores(cgi_search *s, const cgi_sight *v,
                                      const cgi_node *top)
{
    uint64_t features[CGI_PARSE_FEATURES_MAX];
    bool found;
    int32_t *row = place_of(&found, &s->top_trees, node_key(top));
    if (!found)
        keep(row, s, features, cgi_features_top_tree(features, v, top));
    return row;
}

void cgi_search_score(int32_t scores[CGI_WEIGHTS_LABEL_MAX], cgi_search *s,
                      const cgi_sight *v, const cgi_state *state)
{
    const cgi_node *top = cgi_node_or_none(state->top);
    const int32_t *a = front_scores(s, v, state->front.word);
    const int32_t *b = top_scores(s, v, top->word);
    const int32_t *c = pair_scores(s, v, top->word, state->front.word);
    const int32_t *d = front_tree_scores(s, v, &state->front);
    const int32_t *e = top_tree_scores(s, v, top);
    for (size_t i = 0; i < ROW; i++)
        scores[i] = a[i] + b[i] + c[i] + d[i] + e[i];
    uint64_t features[CGI_PARSE_FEATURES_MAX];
    size_t n = cgi_features_tree(features, v, state);
    s->scorer(scores, s->model, features, n);
}

/* Puts a candidate among the `*n` best, sorted by falling score; of equals
 * the one that came first stays ahead. */
static void offer(candidate *best, unsigned *n, unsigned beam, candidate c)
{
    if (*n == beam && c.score <= best[beam - 1].score)
        return;
    unsigned i = *n < beam ? (*n)++ : beam - 1;
    for (; i > 0 && best[i - 1].score < c.score; i--)
        best[i] = best[i - 1];
    best[i] = c;
}

/* The scores of the i-th state of a step, or those of an earlier one with the
 * same features: states of a beam often differ only in what is done with. */
static const int32_t *row_of(cgi_search *s, const cgi_sight *v,
                             const cgi_state *states, size_t i)
{
    s->signs[i] = cgi_features_sign(&states[i]);
    for (size_t k = 0; k < i; k++)
        if (s->signs[k] == s->signs[i]) {
            memcpy(s->rows + i * ROW, s->rows + k * ROW, ROW * sizeof *s->rows);
            return s->rows + i * ROW;
        }
    int32_t scores[CGI_WEIGHTS_LABEL_MAX];
    cgi_search_score(scores, s, v, &states[i]);
    memcpy(s->rows + i * ROW, scores, ROW * sizeof *s->rows);
    return s->rows + i * ROW;
}

/* What expanding the i-th state of a step needs. */
typedef struct {
    candidate *best;
    unsigned *n, beam;
    const int32_t *scores;
    int32_t before; /* The score of the state. */
    uint16_t i;
} expansion;

static void offer_actions(const expansion *e, uint32_t first, uint32_t end)
{
    for (uint32_t action = first; action < end; action++) {
        int32_t score = e->before + e->scores[action];
        if (*e->n < e->beam || score > e->best[e->beam - 1].score)
            offer(e->best, e->n, e->beam,
                  (candidate){score, e->i, (uint8_t)action});
    }
}

/* Offers the relations from `base` on, without the one of the root. */
static void offer_relations(const expansion *e, uint32_t base)
{
    offer_actions(e, base, base + CGI_REL_ROOT);
    offer_actions(e, base + CGI_REL_ROOT + 1, base + CGI_N_RELS);
}

/* Offers the steps that are possible in a state. At the end of the words only
 * the root is at the front, and what is on the stack is popped. */
static void expand(const expansion *e, const cgi_state *s, int n)
{
    uint32_t root = CGI_PARSE_LEFT + CGI_REL_ROOT;
    bool is_end = s->front.word == n;
    if (!is_end)
        offer_actions(e, CGI_PARSE_SHIFT, CGI_PARSE_SHIFT + 1);
    if (!s->top)
        return;
    if (s->top->rel)
        offer_actions(e, CGI_PARSE_REDUCE, CGI_PARSE_REDUCE + 1);
    else if (is_end)
        offer_actions(e, root, root + 1);
    else
        offer_relations(e, CGI_PARSE_LEFT);
    if (!is_end)
        offer_relations(e, CGI_PARSE_RIGHT);
}

static void step(cgi_search *s, const cgi_sight *v, size_t k)
{
    candidate best[CGI_PARSE_BEAM_MAX];
    unsigned n = 0, kept = 0;
    const cgi_state *from = s->states + k * s->beam;
    cgi_state *to = s->states + (k + 1) * s->beam;
    for (unsigned i = 0; i < s->counts[k]; i++) {
        expansion e = {best,          &n,
                       s->beam,       row_of(s, v, from, i),
                       from[i].score, (uint16_t)i};
        expand(&e, &from[i], v->n);
    }
    assert(n);
    for (; kept < n && best[0].score - best[kept].score <= s->margin; kept++) {
        const candidate *c = &best[kept];
        cgi_state_step(&to[kept], &from[c->parent], c->action);
        to[kept].score = c->score;
    }
    s->counts[k + 1] = kept;
}

const cgi_state *cgi_search_run(cgi_search *s, const cgi_sight *v)
{
    size_t n = (size_t)v->n;
    memset(s->has_front, 0, n + 1);
    memset(s->has_top, 0, n + 1);
    memset(s->pairs.keys, 0, sizeof s->pairs.keys);
    memset(s->front_trees.keys, 0, sizeof s->front_trees.keys);
    memset(s->top_trees.keys, 0, sizeof s->top_trees.keys);
    cgi_state_first(&s->states[0]);
    s->counts[0] = 1;
    for (size_t k = 0; k < 2 * n; k++)
        step(s, v, k);
    return cgi_search_best(s, 2 * n);
}

const cgi_state *cgi_search_best(const cgi_search *s, size_t k)
{
    return s->states + k * s->beam;
}
