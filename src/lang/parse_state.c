/* SPDX-License-Identifier: Apache-2.0
 *
 * parse_state.c -- the states of the parser and the steps between them.
 *
 * A step changes at most two words, the top and the front, and their new
 * forms live inside the new state. The head of a word on the stack, if it has
 * one, is always the word below it.
 */
#include <assert.h>
#include <string.h>

#include "base/hash.h"
#include "lang/parse.h"

static void node_init(cgi_node *out, int16_t word)
{
    memset(out, 0, sizeof *out);
    out->word = word;
    out->left = out->left2 = out->right = out->right2 = out->marker = -1;
}

static bool is_marker(uint32_t rel)
{
    return rel == CGI_REL_CASE || rel == CGI_REL_MARK;
}

static void add_left(cgi_node *head, int16_t child, uint32_t rel)
{
    head->left2 = head->left;
    head->left = child;
    head->left_rel = (uint8_t)(rel + 1);
    head->left_set |= (uint64_t)1 << rel;
    head->sign = cgi_hash_mix(head->sign, (uint64_t)child << 8 | rel);
    if (head->n_left < UINT8_MAX)
        head->n_left++;
    if (is_marker(rel))
        head->marker = child;
}

static void add_right(cgi_node *head, int16_t child, uint32_t rel)
{
    head->right2 = head->right;
    head->right = child;
    head->right_rel = (uint8_t)(rel + 1);
    head->right_set |= (uint64_t)1 << rel;
    head->sign = cgi_hash_mix(head->sign, (uint64_t)child << 8 | rel);
    if (head->n_right < UINT8_MAX)
        head->n_right++;
    if (is_marker(rel) && head->marker < 0)
        head->marker = child;
}

void cgi_state_first(cgi_state *out)
{
    memset(out, 0, sizeof *out);
    node_init(&out->front, 0);
}

/* Moves the front of `s` onto the stack of `out`, above `below`. */
static void push(cgi_state *out, const cgi_state *s, const cgi_node *below,
                 uint8_t rel)
{
    out->made[0] = s->front;
    out->made[0].below = below;
    out->made[0].rel = rel;
    out->made[0].sign = cgi_hash_mix(s->front.sign, rel);
    out->top = &out->made[0];
    node_init(&out->front, (int16_t)(s->front.word + 1));
}

void cgi_state_step(cgi_state *out, const cgi_state *s, uint32_t action)
{
    out->before = s;
    out->action = (uint8_t)action;
    out->n_headless = s->n_headless;
    if (action == CGI_PARSE_SHIFT) {
        push(out, s, s->top, 0);
        out->n_headless++;
        return;
    }
    assert(s->top);
    if (action >= CGI_PARSE_RIGHT) {
        out->made[1] = *s->top;
        add_right(&out->made[1], s->front.word, action - CGI_PARSE_RIGHT);
        push(out, s, &out->made[1], (uint8_t)(action - CGI_PARSE_RIGHT + 1));
        return;
    }
    out->top = s->top->below;
    out->front = s->front;
    if (action >= CGI_PARSE_LEFT) {
        add_left(&out->front, s->top->word, action - CGI_PARSE_LEFT);
        out->n_headless--;
    }
}

/* One root: the first that is no punctuation, or else the first. */
static int choose_root(const int16_t *heads, const cgi_sight *v)
{
    int first = -1;
    for (int i = 0; i < v->n; i++) {
        if (heads[i] >= 0)
            continue;
        if (v->traits[i].upos != CGI_UPOS_PUNCT + 1)
            return i;
        first = first < 0 ? i : first;
    }
    return first;
}

void cgi_state_tree(int16_t *heads, uint8_t *rels, const cgi_state *last,
                    const cgi_sight *v)
{
    for (const cgi_state *s = last; s->before; s = s->before) {
        const cgi_state *b = s->before;
        if (s->action >= CGI_PARSE_RIGHT) {
            heads[b->front.word] = b->top->word;
            rels[b->front.word] = (uint8_t)(s->action - CGI_PARSE_RIGHT);
        } else if (s->action >= CGI_PARSE_LEFT) {
            int16_t head = b->front.word;
            heads[b->top->word] = head == v->n ? -1 : head;
            rels[b->top->word] = (uint8_t)(s->action - CGI_PARSE_LEFT);
        }
    }
    int root = choose_root(heads, v);
    for (int i = 0; i < v->n; i++) {
        if (heads[i] >= 0 || i == root)
            continue;
        heads[i] = (int16_t)root;
        rels[i] = v->traits[i].upos == CGI_UPOS_PUNCT + 1 ? CGI_REL_PUNCT
                                                          : CGI_REL_PARATAXIS;
    }
}
