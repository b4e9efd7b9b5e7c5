/* SPDX-License-Identifier: Apache-2.0
 *
 * parser.c -- trains the section "parse".
 *
 * A structured perceptron with beam search. Where the right derivation is not
 * the best, weights change for the steps up to where it lags most (max
 * violation: Huang, Fayong and Guo 2012, "Structured Perceptron with Inexact
 * Search"). Nothing is learnt from crossing branches: they are lifted first.
 */
#include "lang/parse.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "train/trainers.h"

#define BEAM         8
#define EPOCHS_FIRST 4
#define EPOCHS       16
#define SEED         23
#define MIN_UPDATES  6
#define FEATURES     560000
#define SCALE        8
#define THRESHOLD    1.5
#define STEPS        (2 * CGI_PARSE_LONGEST)

typedef struct {
    cgi_arena *arena;
    const cgi_lang *lang;
    const cgi_clusters *clusters;
    cgi_learner *learner;
    cgi_search *search;
    cgi_traits *traits;
    uint64_t passed[CGI_PARSE_LONGEST + 1];
    int heads[CGI_PARSE_LONGEST];
    uint8_t rels[CGI_PARSE_LONGEST];
    cgi_state *gold; /* The right states, STEPS + 1 of them. */
} trainer;

static void score(int32_t *scores, const void *model, const uint64_t *features,
                  size_t n)
{
    cgi_learner_score(scores, model, features, n);
}

/* ---- The right derivation -------------------------------------------- */

/* True if word `i` is below `head`, -1 being above all. */
static bool is_below(const int *heads, int i, int head)
{
    while (i >= 0 && i != head)
        i = heads[i];
    return i == head;
}

/* The length of the arc to word `i` if not all words under it are below its
 * head, else 0. */
static int crossing(const int *heads, int i)
{
    int head = heads[i], a = i < head ? i : head, b = i < head ? head : i;
    if (head < 0)
        return 0;
    for (int k = a + 1; k < b; k++)
        if (!is_below(heads, k, head))
            return b - a;
    return 0;
}

/* Lifts the shortest crossing arc to the head's head until none crosses. */
static void projectivise(int *heads, int n)
{
    for (;;) {
        int shortest = 0, which = -1;
        for (int i = 0; i < n; i++) {
            int length = crossing(heads, i);
            if (length && (which < 0 || length < shortest)) {
                shortest = length;
                which = i;
            }
        }
        if (which < 0)
            return;
        heads[which] = heads[heads[which]];
    }
}

/* True if a word below the top is the head or a child of the front. */
static bool is_needed_below(const trainer *t, const cgi_state *s)
{
    int front = s->front.word;
    for (const cgi_node *k = s->top->below; k; k = k->below)
        if (t->heads[front] == k->word || t->heads[k->word] == front)
            return true;
    return false;
}

static uint32_t right_action(const trainer *t, const cgi_state *s, int n)
{
    int front = s->front.word, top = s->top ? s->top->word : -1;
    if (front == n)
        return s->top->rel ? (uint32_t)CGI_PARSE_REDUCE
                           : (uint32_t)(CGI_PARSE_LEFT + CGI_REL_ROOT);
    if (top >= 0 && !s->top->rel && t->heads[top] == front)
        return (uint32_t)CGI_PARSE_LEFT + t->rels[top];
    if (top >= 0 && t->heads[front] == top)
        return (uint32_t)CGI_PARSE_RIGHT + t->rels[front];
    if (top >= 0 && s->top->rel && is_needed_below(t, s))
        return CGI_PARSE_REDUCE;
    return CGI_PARSE_SHIFT;
}

/* ---- Learning -------------------------------------------------------- */

static void prepare(trainer *t, cgi_sight *v, const cgi_sentence *s)
{
    size_t n = s->end - s->first;
    const cgi_token *tokens = t->lang->tokens + s->first;
    cgi_traits_fill(t->traits, tokens, n, t->clusters);
    for (size_t i = 0; i < n; i++) {
        cgi_traits_tag(&t->traits[i + CGI_TRAITS_PAD], tokens[i].upos,
                       tokens[i].xpos);
        t->heads[i] = tokens[i].head == CGI_NO_TOKEN
                          ? -1
                          : (int)(tokens[i].head - s->first);
        t->rels[i] = tokens[i].rel;
    }
    projectivise(t->heads, (int)n);
    cgi_sight_init(v, t->passed, t->traits + CGI_TRAITS_PAD, n);
}

static size_t all_features(uint64_t *out, const cgi_sight *v,
                           const cgi_state *s)
{
    int top = s->top ? s->top->word : -1;
    size_t n = cgi_features_front(out, v, s->front.word);
    n += cgi_features_top(out + n, v, top);
    n += cgi_features_pair(out + n, v, top, s->front.word);
    n += cgi_features_front_tree(out + n, v, &s->front);
    n += cgi_features_top_tree(out + n, v, cgi_node_or_none(s->top));
    n += cgi_features_tree(out + n, v, s);
    assert(n <= CGI_PARSE_FEATURES_MAX);
    return n;
}

/* The number of steps before the first in which two derivations of the same
 * length part. */
static size_t common_steps(const cgi_state *a, const cgi_state *b)
{
    size_t n = 0, after_parting = 0;
    for (; a->before; a = a->before, b = b->before) {
        n++;
        if (a->action != b->action)
            after_parting = n;
    }
    return n - after_parting;
}

/* Changes the weights of the last `n` steps. */
static void update(trainer *t, const cgi_sight *v, const cgi_state *last,
                   size_t n, int by)
{
    uint64_t features[CGI_PARSE_FEATURES_MAX];
    for (const cgi_state *s = last; n > 0; s = s->before, n--) {
        size_t k = all_features(features, v, s->before);
        cgi_learner_update(t->learner, features, k, s->action, by);
    }
}

/* Follows the right derivation; returns the step at which its score lags most
 * behind the best of the beam, or 0 if it is the best in the end. */
static size_t follow(trainer *t, const cgi_sight *v)
{
    size_t steps = 2 * (size_t)v->n, worst = 0;
    int32_t lag = INT32_MIN;
    cgi_state_first(&t->gold[0]);
    for (size_t k = 0; k < steps; k++) {
        int32_t scores[CGI_WEIGHTS_LABEL_MAX];
        cgi_search_score(scores, t->search, v, &t->gold[k]);
        uint32_t action = right_action(t, &t->gold[k], v->n);
        cgi_state_step(&t->gold[k + 1], &t->gold[k], action);
        t->gold[k + 1].score = t->gold[k].score + scores[action];
        int32_t best = cgi_search_best(t->search, k + 1)->score;
        if (best - t->gold[k + 1].score >= lag) {
            lag = best - t->gold[k + 1].score;
            worst = k + 1;
        }
    }
    return worst;
}

static bool learn_sentence(trainer *t, const cgi_sentence *s)
{
    cgi_sight v;
    prepare(t, &v, s);
    const cgi_state *found = cgi_search_run(t->search, &v);
    size_t worst = follow(t, &v), steps = 2 * (size_t)v.n;
    bool right = common_steps(found, &t->gold[steps]) == steps;
    if (!right) {
        const cgi_state *wrong = cgi_search_best(t->search, worst);
        size_t n = worst - common_steps(wrong, &t->gold[worst]);
        update(t, &v, &t->gold[worst], n, 1);
        update(t, &v, wrong, n, -1);
    }
    cgi_learner_tick(t->learner);
    return right;
}

static void learn(trainer *t, int epochs)
{
    uint64_t seed = SEED;
    size_t n = 0, all = t->lang->n_sentences;
    uint32_t *order = cgi_arena_array(t->arena, all, sizeof *order);
    for (uint32_t i = 0; i < all; i++) {
        const cgi_sentence *s = &t->lang->sentences[i];
        if (s->end - s->first <= CGI_PARSE_LONGEST)
            order[n++] = i;
    }
    for (int epoch = 1; epoch <= epochs; epoch++) {
        size_t right = 0;
        cgi_train_shuffle(order, n, &seed);
        for (size_t i = 0; i < n; i++)
            right += learn_sentence(t, &t->lang->sentences[order[i]]);
        fprintf(stderr, "parse: round %d of %d, %zu of %zu right\n", epoch,
                epochs, right, n);
    }
}

void *cgi_train_parser(size_t *size, cgi_arena *a, const cgi_lang *l,
                       const cgi_clusters *clusters)
{
    trainer *t = cgi_arena_alloc(a, sizeof *t);
    t->arena = a;
    t->lang = l;
    t->clusters = clusters;
    t->learner = cgi_learner_new(CGI_PARSE_ACTIONS, MIN_UPDATES);
    t->search = cgi_search_new(a, CGI_PARSE_LONGEST, BEAM, INT32_MAX, score,
                               t->learner);
    t->traits = cgi_traits_new(a, l);
    t->gold = cgi_arena_array(a, STEPS + 1, sizeof *t->gold);
    learn(t, EPOCHS_FIRST);
    cgi_learner *first = t->learner;
    t->learner = cgi_learner_narrow(first, FEATURES);
    cgi_learner_free(first);
    t->search = cgi_search_new(a, CGI_PARSE_LONGEST, BEAM, INT32_MAX, score,
                               t->learner);
    learn(t, EPOCHS);
    void *out = cgi_learner_pack(size, t->learner, SCALE, THRESHOLD);
    cgi_learner_free(t->learner);
    return out;
}
