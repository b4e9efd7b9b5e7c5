/* SPDX-License-Identifier: Apache-2.0
 *
 * tree.c -- maximum spanning trees (Chu and Liu 1965, Edmonds 1967).
 *
 * Mostly the best heads of all words are a tree already. Where they are not, a
 * root is chosen, and cycles are contracted: its members become one node, in
 * the place of the first of them, until no cycle is left. Then the cycles are
 * opened again, last first, each where its one head from outside comes in. A
 * contraction takes a step for each member and node, so n words take about
 * n * n steps, and n * n * n at the very worst.
 */
#include "lang/tree.h"

#include <assert.h>
#include <float.h>
#include <stdbool.h>
#include <string.h>

/* Node 0 is the root, node i + 1 is word i. */
typedef struct {
    int16_t node; /* The member that stands for all. */
    int16_t n;
    int16_t *members, *heads; /* And the heads of members inside. */
    int16_t *enter;           /* For each node: the member that it would head */
    int16_t *leave;           /* ... and the member that would head it. */
} cycle;

struct cgi_trees {
    size_t room, n; /* Nodes. */
    float *scores;  /* [node * n + head]; contraction changes them. */
    int16_t *heads;
    bool *is_gone; /* Contracted into another. */
    uint16_t *marks;
    cycle *cycles;
    size_t n_cycles;
    int16_t *store; /* What cycles point to. */
    size_t used;
};

cgi_trees *cgi_trees_new(cgi_arena *a, size_t longest)
{
    assert(longest <= CGI_TREE_LONGEST);
    cgi_trees *t = cgi_arena_alloc(a, sizeof *t);
    size_t room = longest + 1;
    t->room = room;
    t->scores = cgi_arena_array(a, room * room, sizeof *t->scores);
    t->heads = cgi_arena_array(a, room, sizeof *t->heads);
    t->is_gone = cgi_arena_array(a, room, sizeof *t->is_gone);
    t->marks = cgi_arena_array(a, room, sizeof *t->marks);
    t->cycles = cgi_arena_array(a, room, sizeof *t->cycles);
    /* A cycle of m members takes m - 1 nodes away and 2 m + 2 n places. */
    t->store = cgi_arena_array(a, 2 * room * (room + 2), sizeof *t->store);
    return t;
}

static float *score(cgi_trees *t, size_t node, size_t head)
{
    return t->scores + node * t->n + head;
}

static void choose_head(cgi_trees *t, size_t node)
{
    const float *row = score(t, node, 0);
    size_t best = node ? 0 : 1;
    for (size_t i = 0; i < t->n; i++)
        if (i != node && !t->is_gone[i] && row[i] > row[best])
            best = i;
    t->heads[node] = (int16_t)best;
}

/* A node on a cycle of heads, or 0 if there is none. */
static int16_t find_cycle(cgi_trees *t)
{
    memset(t->marks, 0, t->n * sizeof *t->marks);
    for (size_t i = 1; i < t->n; i++) {
        int16_t k = (int16_t)i;
        if (t->is_gone[i])
            continue;
        while (k && !t->marks[k]) {
            t->marks[k] = (uint16_t)i;
            k = t->heads[k];
        }
        if (k && t->marks[k] == i)
            return k;
    }
    return 0;
}

static int16_t *take(cgi_trees *t, size_t n)
{
    int16_t *out = t->store + t->used;
    t->used += n;
    assert(t->used <= 2 * t->room * (t->room + 2));
    return out;
}

/* The cycle on which `node` stands, its first member first. */
static cycle *note_cycle(cgi_trees *t, int16_t node)
{
    cycle *c = &t->cycles[t->n_cycles++];
    c->n = 0;
    int16_t k = node;
    do {
        c->n++;
        k = t->heads[k];
    } while (k != node);
    c->members = take(t, (size_t)c->n);
    c->heads = take(t, (size_t)c->n);
    for (int16_t i = 0; i < c->n; i++, k = t->heads[k]) {
        c->members[i] = k;
        c->heads[i] = t->heads[k];
    }
    c->node = node;
    c->enter = take(t, t->n);
    c->leave = take(t, t->n);
    return c;
}

/* The scores between the cycle as one node and node `i` outside. */
static void join_scores(cgi_trees *t, cycle *c, size_t i)
{
    float in = -FLT_MAX, out = -FLT_MAX;
    c->enter[i] = c->leave[i] = c->node;
    for (int16_t k = 0; k < c->n; k++) {
        size_t member = (size_t)c->members[k];
        float gain =
            *score(t, member, i) - *score(t, member, (size_t)c->heads[k]);
        float away = *score(t, i, member);
        if (gain > in) {
            in = gain;
            c->enter[i] = c->members[k];
        }
        if (away > out) {
            out = away;
            c->leave[i] = c->members[k];
        }
    }
    t->scores[(size_t)c->node * t->n + i] = in;
    t->scores[i * t->n + (size_t)c->node] = out;
}

static void contract(cgi_trees *t, int16_t node)
{
    cycle *c = note_cycle(t, node);
    for (int16_t k = 0; k < c->n; k++)
        t->is_gone[c->members[k]] = true;
    for (size_t i = 0; i < t->n; i++)
        if (!t->is_gone[i])
            join_scores(t, c, i);
    t->is_gone[node] = false;
    choose_head(t, (size_t)node);
    for (size_t i = 1; i < t->n; i++)
        if (!t->is_gone[i] && t->is_gone[t->heads[i]])
            t->heads[i] = node;
}

/* Puts the members back, each under its head in the cycle but the one that the
 * head of the cycle comes to. */
static void expand(cgi_trees *t, const cycle *c)
{
    int16_t head = t->heads[c->node], enter = c->enter[head];
    for (int16_t k = 0; k < c->n; k++)
        t->is_gone[c->members[k]] = true;
    for (size_t i = 1; i < t->n; i++)
        if (!t->is_gone[i] && t->heads[i] == c->node)
            t->heads[i] = c->leave[i];
    for (int16_t k = 0; k < c->n; k++) {
        t->heads[c->members[k]] = c->heads[k];
        t->is_gone[c->members[k]] = false;
    }
    t->heads[enter] = head;
}

/* True if the heads are a tree with one root. */
static bool is_tree(cgi_trees *t)
{
    size_t roots = 0;
    for (size_t i = 1; i < t->n; i++)
        roots += t->heads[i] == 0;
    return roots == 1 && !find_cycle(t);
}

/* Only the word that likes to be the root best, compared with its best other
 * head, may be it. */
static void fix_root(cgi_trees *t)
{
    size_t root = 1;
    float most = -FLT_MAX;
    for (size_t i = 1; i < t->n; i++) {
        const float *row = score(t, i, 0);
        float other = -FLT_MAX;
        for (size_t k = 1; k < t->n; k++)
            other = k != i && row[k] > other ? row[k] : other;
        if (row[0] - other > most) {
            most = row[0] - other;
            root = i;
        }
    }
    for (size_t i = 1; i < t->n; i++)
        for (size_t k = 0; k < t->n; k++)
            if ((i == root) != (k == 0))
                *score(t, i, k) = -FLT_MAX / 4;
}

void cgi_trees_find(int16_t *heads, cgi_trees *t, const float *scores, size_t n)
{
    assert(n < t->room);
    t->n = n + 1;
    t->n_cycles = t->used = 0;
    memset(t->is_gone, 0, t->n * sizeof *t->is_gone);
    memcpy(t->scores + t->n, scores, n * t->n * sizeof *scores);
    for (size_t i = 0; i < t->n; i++)
        t->scores[i] = 0;
    for (size_t i = 1; i < t->n; i++)
        choose_head(t, i);
    if (!is_tree(t)) {
        fix_root(t);
        for (size_t i = 1; i < t->n; i++)
            choose_head(t, i);
        for (int16_t k = find_cycle(t); k; k = find_cycle(t))
            contract(t, k);
        while (t->n_cycles)
            expand(t, &t->cycles[--t->n_cycles]);
    }
    for (size_t i = 0; i < n; i++)
        heads[i] = (int16_t)(t->heads[i + 1] - 1);
}
