/* SPDX-License-Identifier: Apache-2.0
 *
 * tree.c -- looking around in dependency trees.
 */
#include <stdio.h>

#include "base/utf8.h"
#include "extract/reading.h"

/* Steps up a tree before we give up; a sentence can be a chain of any length,
 * and no construction that we look for is deeper. */
#define CLIMB_MAX 64

/* Children come before their head in reverse preorder, so one pass over that
 * carries the bounds of subtrees up. */
static void find_bounds(cgi_reading *r, const cgi_sentence *s, uint32_t *order,
                        uint32_t *stack)
{
    const cgi_token *tokens = r->l->tokens;
    size_t n = 0, depth = 0;
    stack[depth++] = s->root;
    while (depth) {
        uint32_t t = stack[--depth];
        order[n++] = t;
        for (uint32_t c = tokens[t].child; c != CGI_NO_TOKEN;
             c = tokens[c].sibling)
            stack[depth++] = c;
    }
    while (n-- > 0) {
        uint32_t t = order[n], h = tokens[t].head;
        if (h == CGI_NO_TOKEN)
            continue;
        if (r->left[t] < r->left[h])
            r->left[h] = r->left[t];
        if (r->right[t] > r->right[h])
            r->right[h] = r->right[t];
    }
}

void cgi_tree_init(cgi_reading *r)
{
    size_t n = r->l->n_tokens;
    uint32_t *order = cgi_arena_array(r->a, n, sizeof *order);
    uint32_t *stack = cgi_arena_array(r->a, n + 1, sizeof *stack);
    r->left = cgi_arena_array(r->a, n, sizeof *r->left);
    r->right = cgi_arena_array(r->a, n, sizeof *r->right);
    for (uint32_t t = 0; t < n; t++)
        r->left[t] = r->right[t] = t;
    for (size_t i = 0; i < r->l->n_sentences; i++)
        find_bounds(r, &r->l->sentences[i], order, stack);
}

bool cgi_token_in(const cgi_reading *r, uint32_t t, const char *list)
{
    return cgi_token_value(r, t, list, -1) >= 0;
}

bool cgi_has_case(const cgi_reading *r, uint32_t t, const char *list)
{
    uint32_t p = cgi_child(r, t, CGI_REL_CASE);
    return p != CGI_NO_TOKEN && cgi_token_in(r, p, list);
}

long cgi_token_value(const cgi_reading *r, uint32_t t, const char *list,
                     long other)
{
    const cgi_token *k = cgi_token_at(r, t);
    long value;
    if (cgi_world_in_list(&value, r->world, list, cgi_slice_of(k->lower)) ||
        cgi_world_in_list(&value, r->world, list, cgi_slice_of(k->lemma)))
        return value;
    return other;
}

cgi_rel cgi_rel_base(cgi_rel rel)
{
    switch (rel) {
    case CGI_REL_ACL_RELCL: return CGI_REL_ACL;
    case CGI_REL_ADVCL_RELCL: return CGI_REL_ADVCL;
    case CGI_REL_AUX_PASS: return CGI_REL_AUX;
    case CGI_REL_CC_PRECONJ: return CGI_REL_CC;
    case CGI_REL_COMPOUND_PRT: return CGI_REL_COMPOUND;
    case CGI_REL_CSUBJ_OUTER:
    case CGI_REL_CSUBJ_PASS: return CGI_REL_CSUBJ;
    case CGI_REL_DET_PREDET: return CGI_REL_DET;
    case CGI_REL_NMOD_DESC:
    case CGI_REL_NMOD_POSS:
    case CGI_REL_NMOD_UNMARKED: return CGI_REL_NMOD;
    case CGI_REL_NSUBJ_OUTER:
    case CGI_REL_NSUBJ_PASS: return CGI_REL_NSUBJ;
    case CGI_REL_OBL_AGENT:
    case CGI_REL_OBL_UNMARKED: return CGI_REL_OBL;
    default: return rel;
    }
}

uint32_t cgi_child(const cgi_reading *r, uint32_t t, cgi_rel rel)
{
    for (uint32_t c = cgi_token_at(r, t)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        if (cgi_token_at(r, c)->rel == rel)
            return c;
    return CGI_NO_TOKEN;
}

bool cgi_is_inside(const cgi_reading *r, uint32_t t, uint32_t ancestor)
{
    return r->left[ancestor] <= t && t <= r->right[ancestor];
}

bool cgi_is_verb(const cgi_reading *r, uint32_t t)
{
    uint8_t upos = cgi_token_at(r, t)->upos;
    return upos == CGI_UPOS_VERB || upos == CGI_UPOS_AUX;
}

bool cgi_is_nominal(const cgi_reading *r, uint32_t t)
{
    switch (cgi_token_at(r, t)->upos) {
    case CGI_UPOS_NOUN:
    case CGI_UPOS_PROPN:
    case CGI_UPOS_PRON:
    case CGI_UPOS_NUM:
    case CGI_UPOS_SYM: return true;
    default: return false;
    }
}

/* "The army released two prisoners" read as "the army that was released": a
 * passive has no object, unless it is given something. */
static bool has_own_object(const cgi_reading *r, uint32_t verb)
{
    uint32_t object = cgi_child(r, verb, CGI_REL_OBJ);
    return object != CGI_NO_TOKEN && object > verb &&
           cgi_is_nominal(r, object) && !cgi_token_in(r, verb, "giving");
}

bool cgi_is_infinitive(const cgi_reading *r, uint32_t t)
{
    uint32_t mark = cgi_child(r, t, CGI_REL_MARK);
    return mark != CGI_NO_TOKEN && cgi_token_at(r, mark)->xpos == CGI_XPOS_TO;
}

bool cgi_is_passive(const cgi_reading *r, uint32_t verb)
{
    const cgi_token *v = cgi_token_at(r, verb);
    if (cgi_child(r, verb, CGI_REL_NSUBJ_PASS) != CGI_NO_TOKEN ||
        cgi_child(r, verb, CGI_REL_AUX_PASS) != CGI_NO_TOKEN ||
        cgi_child(r, verb, CGI_REL_OBL_AGENT) != CGI_NO_TOKEN)
        return true;
    if (v->xpos != CGI_XPOS_VBN ||
        cgi_child(r, verb, CGI_REL_NSUBJ) != CGI_NO_TOKEN)
        return false;
    /* "the man killed in Kabul", "asked about the attack, he ...", "they had
     * him killed" */
    if (v->rel == CGI_REL_ACL || v->rel == CGI_REL_ADVCL ||
        v->rel == CGI_REL_AMOD ||
        (v->rel == CGI_REL_XCOMP &&
         cgi_token_in(r, v->head, "with-participle")))
        return cgi_child(r, verb, CGI_REL_AUX) == CGI_NO_TOKEN &&
               !(v->rel == CGI_REL_ACL && has_own_object(r, verb));
    /* "was arrested and charged" */
    if (v->rel == CGI_REL_CONJ && v->head != CGI_NO_TOKEN)
        return cgi_child(r, verb, CGI_REL_AUX) == CGI_NO_TOKEN &&
               (cgi_child(r, v->head, CGI_REL_AUX_PASS) != CGI_NO_TOKEN ||
                cgi_token_at(r, v->head)->rel == CGI_REL_ACL);
    return false;
}

cgi_span cgi_tokens_span(const cgi_reading *r, uint32_t first, uint32_t end)
{
    if (first >= end)
        return (cgi_span){0, 0};
    return (cgi_span){cgi_token_at(r, first)->begin,
                      cgi_token_at(r, end - 1)->end};
}

const char *cgi_tokens_text(const cgi_reading *r, uint32_t first, uint32_t end)
{
    cgi_span s = cgi_tokens_span(r, first, end);
    cgi_slice text = {r->l->article->text + s.begin, s.end - s.begin};
    return cgi_utf8_one_line(r->a, text);
}

/* "North Korean": the demonym that the tokens [first, first + 2) make. */
static const cgi_gaz *two_words(const cgi_reading *r, uint32_t first)
{
    char words[96];
    if (first + 1 >= r->l->n_tokens)
        return NULL;
    int n = snprintf(words, sizeof words, "%s %s", cgi_token_at(r, first)->form,
                     cgi_token_at(r, first + 1)->form);
    if (n < 0 || (size_t)n >= sizeof words)
        return NULL;
    return cgi_world_find_demonym(r->world, cgi_slice_of(words));
}

const cgi_gaz *cgi_demonym_at(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    const cgi_gaz *g = cgi_world_find_demonym(r->world, cgi_slice_of(k->form));
    const cgi_gaz *longer = NULL;
    if (!g && k->upos != CGI_UPOS_ADJ && k->upos != CGI_UPOS_PROPN)
        return NULL;
    if (t > 0)
        longer = two_words(r, t - 1);
    if (!longer)
        longer = two_words(r, t);
    return longer ? longer : g;
}

const char *cgi_lower_lemma(const cgi_reading *r, uint32_t t)
{
    return cgi_utf8_lower(r->a, cgi_slice_of(cgi_token_at(r, t)->lemma));
}

/* True for "which", "that", "who" and "whom" that open a relative clause. */
static bool is_relative_pronoun(const cgi_token *k)
{
    return k->xpos == CGI_XPOS_WDT || k->xpos == CGI_XPOS_WP ||
           k->xpos == CGI_XPOS_WP_S;
}

/* "an offer from Anna Berg, which", "the leader of the town who": trees hang
 * such a clause on the nearest noun, but "which" is no person, nor "who" a
 * place. It is what that noun belongs to. */
static uint32_t fitting(const cgi_reading *r, uint32_t t, uint32_t pronoun)
{
    const cgi_token *k = cgi_token_at(r, t);
    cgi_kind kind = cgi_kind_of(r, t);
    bool misfit = cgi_token_in(r, pronoun, "relative-thing")
                      ? cgi_kind_is_person(kind)
                      : cgi_token_in(r, pronoun, "relative-person") &&
                            cgi_kind_is_place(kind);
    return misfit && k->rel == CGI_REL_NMOD && k->head != CGI_NO_TOKEN &&
                   cgi_is_nominal(r, k->head) &&
                   cgi_kind_is_person(cgi_kind_of(r, k->head)) !=
                       cgi_kind_is_person(kind)
               ? k->head
               : t;
}

/* "which plans", "which was seen": the verb of one thing. */
static bool is_singular(const cgi_reading *r, uint32_t verb)
{
    const cgi_token *v = cgi_token_at(r, verb);
    if (v->xpos == CGI_XPOS_VBZ)
        return true;
    for (uint32_t c = v->child; c != CGI_NO_TOKEN && c < verb;
         c = cgi_token_at(r, c)->sibling) {
        const cgi_token *k = cgi_token_at(r, c);
        if (k->upos == CGI_UPOS_AUX &&
            (k->xpos == CGI_XPOS_VBZ || strcmp(k->lower, "was") == 0))
            return true;
    }
    return false;
}

/* "the regulator and the firm, which plans": what is said of one is of the last
 * that is named. */
static uint32_t last_of(const cgi_reading *r, uint32_t t, uint32_t pronoun)
{
    uint32_t last = t;
    for (uint32_t c = cgi_token_at(r, t)->child;
         c != CGI_NO_TOKEN && c < pronoun; c = cgi_token_at(r, c)->sibling)
        if (c > t && cgi_token_at(r, c)->rel == CGI_REL_CONJ &&
            cgi_is_nominal(r, c))
            last = c;
    return last;
}

uint32_t cgi_antecedent(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    if (!is_relative_pronoun(k))
        return t;
    uint32_t verb = t;
    for (int i = 0; i < CLIMB_MAX && k->head != CGI_NO_TOKEN; i++) {
        if (k->rel == CGI_REL_ACL_RELCL)
            return fitting(
                r, is_singular(r, verb) ? last_of(r, k->head, t) : k->head, t);
        verb = k->head;
        k = cgi_token_at(r, verb);
    }
    return t;
}

uint32_t cgi_contact_above(const cgi_reading *r, uint32_t verb)
{
    const cgi_token *k = cgi_token_at(r, verb);
    bool aim = (k->rel == CGI_REL_ADVCL || k->rel == CGI_REL_XCOMP) &&
               k->xpos == CGI_XPOS_VB && k->head != CGI_NO_TOKEN &&
               k->head < verb;
    return aim && cgi_token_in(r, verb, "done-in-contact") &&
                   cgi_token_in(r, k->head, "contact")
               ? k->head
               : CGI_NO_TOKEN;
}
