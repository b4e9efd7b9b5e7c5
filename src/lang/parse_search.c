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

#include "lang/parse.h"

#define ROW CGI_WEIGHTS_LABELS(CGI_PARSE_ACTIONS)
/* Kept scores of pairs; a power of two. */
#define PAIRS 128

struct cgi_search {
    cgi_scorer scorer;
    const void *model;
    unsigned beam;
    cgi_state *states; /* Step k's are at k * beam. */
    unsigned *counts;  /* How many there are at step k. */
    int32_t *fronts, *tops, *pairs; /* Rows of ROW scores. */
    bool *has_front, *has_top;
    uint32_t pair_keys[PAIRS]; /* 0 if free. */
};

typedef struct {
    int32_t score;
    uint16_t parent;
    uint8_t action;
} candidate;

cgi_search *cgi_search_new(cgi_arena *a, size_t longest, unsigned beam,
                           cgi_scorer scorer, const void *model)
{
    assert(beam >= 1 && beam <= CGI_PARSE_BEAM_MAX);
    cgi_search *s = cgi_arena_alloc(a, sizeof *s);
    s->scorer = scorer;
    s->model = model;
    s->beam = beam;
    s->states = cgi_arena_array(a, (2 * longest + 1) * beam,
                                sizeof *s->states);
    s->counts = cgi_arena_array(a, 2 * longest + 1, sizeof *s->counts);
    s->fronts = cgi_arena_array(a, (longest + 1) * ROW, sizeof *s->fronts);
    s->tops = cgi_arena_array(a, (longest + 1) * ROW, sizeof *s->tops);
    s->pairs = cgi_arena_array(a, (size_t)PAIRS * ROW, sizeof *s->pairs);
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

static const int32_t *pair_scores(cgi_search *s, const cgi_sight *v, int top,
                                  int front)
{
    uint32_t key = (uint32_t)(top + 1) << 16 | (uint32_t)(front + 1);
    size_t place = ((uint32_t)top * 7u + (uint32_t)front) % PAIRS;
    int32_t *row = s->pairs + place * ROW;
    uint64_t features[CGI_PARSE_FEATURES_MAX];
    if (s->pair_keys[place] != key)
        keep(row, s, features, cgi_features_pair(features, v, top, front));
    s->pair_keys[place] = key;
    return row;
}

void cgi_search_score(int32_t scores[CGI_WEIGHTS_LABEL_MAX], cgi_search *s,
                      const cgi_sight *v, const cgi_state *state)
{
    int front = state->front.word, top = state->top ? state->top->word : -1;
    const int32_t *a = front_scores(s, v, front);
    const int32_t *b = top_scores(s, v, top);
    const int32_t *c = pair_scores(s, v, top, front);
    for (size_t i = 0; i < ROW; i++)
        scores[i] = a[i] + b[i] + c[i];
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

/* Offers what can follow the `parent`-th state of a step. */
static void expand(candidate *best, unsigned *n, cgi_search *s,
                   const cgi_sight *v, const cgi_state *state,
                   uint16_t parent)
{
    int32_t scores[CGI_WEIGHTS_LABEL_MAX];
    cgi_search_score(scores, s, v, state);
    int32_t least = *n == s->beam ? best[s->beam - 1].score : INT32_MIN;
    for (uint32_t action = 0; action < CGI_PARSE_ACTIONS; action++) {
        int32_t score = state->score + scores[action];
        if (score <= least || !cgi_state_allows(state, action, v->n))
            continue;
        offer(best, n, s->beam,
              (candidate){score, parent, (uint8_t)action});
        least = *n == s->beam ? best[s->beam - 1].score : INT32_MIN;
    }
}

static void step(cgi_search *s, const cgi_sight *v, size_t k)
{
    candidate best[CGI_PARSE_BEAM_MAX];
    unsigned n = 0;
    const cgi_state *from = s->states + k * s->beam;
    cgi_state *to = s->states + (k + 1) * s->beam;
    for (unsigned i = 0; i < s->counts[k]; i++)
        expand(best, &n, s, v, &from[i], (uint16_t)i);
    for (unsigned i = 0; i < n; i++) {
        cgi_state_step(&to[i], &from[best[i].parent], best[i].action);
        to[i].score = best[i].score;
    }
    assert(n);
    s->counts[k + 1] = n;
}

const cgi_state *cgi_search_run(cgi_search *s, const cgi_sight *v)
{
    size_t n = (size_t)v->n;
    memset(s->has_front, 0, n + 1);
    memset(s->has_top, 0, n + 1);
    memset(s->pair_keys, 0, sizeof s->pair_keys);
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
