/* SPDX-License-Identifier: Apache-2.0
 *
 * parse.h -- the parser, as the training program sees it.
 *
 * Arc-eager transitions (Nivre 2003) with the root behind the last word
 * (Ballesteros and Nivre 2013), so every derivation has two steps a word:
 *
 *   SHIFT     move the front word to the stack
 *   REDUCE    pop the top, which has a head
 *   LEFT r    the front heads the top with relation r; pop the top
 *   RIGHT r   the top heads the front with relation r; move it to the stack
 *
 * States never change once made: a step makes a new one that shares the stack
 * below, so a beam of them costs no copying.
 *
 * The section "parse" is weights as in weights.h, a label for each action.
 */
#ifndef CG_LANG_PARSE_H
#define CG_LANG_PARSE_H

#include "lang/features.h"
#include "lang/weights.h"

enum {
    CGI_PARSE_SHIFT,
    CGI_PARSE_REDUCE,
    CGI_PARSE_LEFT, /* + cgi_rel */
    CGI_PARSE_RIGHT = CGI_PARSE_LEFT + CGI_N_RELS,
    CGI_PARSE_ACTIONS = CGI_PARSE_RIGHT + CGI_N_RELS
};

/* Longer sentences are parsed in pieces of so many words. */
#define CGI_PARSE_LONGEST      400
#define CGI_PARSE_BEAM_MAX     64
#define CGI_PARSE_FEATURES_MAX 160

/* A word on the stack or at the front, with what hangs on it so far. Words are
 * positions in the sentence, -1 for none; relations are cgi_rel + 1, 0 for
 * none. */
typedef struct cgi_node cgi_node;
struct cgi_node {
    const cgi_node *below;
    uint64_t left_set, right_set; /* Bit cgi_rel for each child. */
    uint64_t sign; /* Equal for words with equal children and relation. */
    int16_t word;
    int16_t left, left2; /* Outermost children so far. */
    int16_t right, right2;
    int16_t marker; /* The last child that is a case or mark. */
    uint8_t left_rel, right_rel, n_left, n_right;
    uint8_t rel; /* To the head, which is the word below. */
};

typedef struct cgi_state cgi_state;
struct cgi_state {
    const cgi_state *before; /* NULL for the first. */
    const cgi_node *top;     /* NULL if the stack is empty. */
    cgi_node front;
    cgi_node made[2]; /* Where `top` and what is below may stand. */
    int32_t score;
    uint16_t n_headless; /* Words on the stack without a head. */
    uint8_t action;      /* The step from `before`. */
};

/* What features look at beside the state. */
typedef struct {
    const cgi_traits *traits; /* Of the first word; padded. */
    const uint64_t *passed;   /* Counts of kinds of words before each. */
    int n;
} cgi_sight;

/* The number of bytes of `passed` is 8 * (n + 1). */
void cgi_sight_init(cgi_sight *out, uint64_t *passed, const cgi_traits *traits,
                    size_t n);

/* The features of a state in groups that depend on: the front word, the top
 * word (-1: none), both words; the front with its children, the top with its
 * children, and all of it. Each returns how many. */
size_t cgi_features_front(uint64_t *out, const cgi_sight *v, int front);
size_t cgi_features_top(uint64_t *out, const cgi_sight *v, int top);
size_t cgi_features_pair(uint64_t *out, const cgi_sight *v, int top, int front);
size_t cgi_features_front_tree(uint64_t *out, const cgi_sight *v,
                               const cgi_node *front);
size_t cgi_features_top_tree(uint64_t *out, const cgi_sight *v,
                             const cgi_node *top);
size_t cgi_features_tree(uint64_t *out, const cgi_sight *v, const cgi_state *s);

/* Equal for states that have equal features. */
uint64_t cgi_features_sign(const cgi_state *s);

/* The top and what is below it; a word that is none where the stack ends. */
const cgi_node *cgi_node_or_none(const cgi_node *node);

void cgi_state_first(cgi_state *out);

/* Makes the state after `action`, which must be allowed. */
void cgi_state_step(cgi_state *out, const cgi_state *s, uint32_t action);

/* Adds the scores of features; `model` is weights or a learner. */
typedef void (*cgi_scorer)(int32_t *scores, const void *model,
                           const uint64_t *features, size_t n);

typedef struct cgi_search cgi_search;

/* Room to parse sentences of up to `longest` words. States that lag by more
 * than `margin` behind the best leave the beam. */
cgi_search *cgi_search_new(cgi_arena *a, size_t longest, unsigned beam,
                           int32_t margin, cgi_scorer scorer,
                           const void *model);

/* Parses a sentence of n <= longest words: the best of the last states. The
 * k-th states' best, for 0 <= k <= 2n, is cgi_search_best(s, k). All live
 * until the next call. */
const cgi_state *cgi_search_run(cgi_search *s, const cgi_sight *v);
const cgi_state *cgi_search_best(const cgi_search *s, size_t k);

/* The scores of all actions in a state of the sentence last parsed. */
void cgi_search_score(int32_t scores[CGI_WEIGHTS_LABEL_MAX], cgi_search *s,
                      const cgi_sight *v, const cgi_state *state);

/* Heads (positions; -1 for the root) and relations of the n words; exactly one
 * word is the root. */
void cgi_state_tree(int16_t *heads, uint8_t *rels, const cgi_state *last,
                    const cgi_sight *v);

#endif
