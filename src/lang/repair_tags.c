/* SPDX-License-Identifier: Apache-2.0
 *
 * repair_tags.c -- mends tags that the tree speaks against.
 *
 * Only verbs have objects, so a noun with one is a verb: "A farmer shot a
 * policeman". What stands in front of it is its subject then, and no part of
 * a compound. And "Police suspect the army", "Police arrest two" are sentences,
 * where trees have a noun and what explains it. This comes before lemmas, which
 * depend on tags.
 */
#include "lang/repair.h"

/* Words between an article and its noun, at most. */
#define BEFORE_MAX 8

static bool is_clause(uint8_t rel)
{
    return rel == CGI_REL_ROOT || rel == CGI_REL_CCOMP ||
           rel == CGI_REL_PARATAXIS || rel == CGI_REL_CONJ;
}

/* The first object behind the token, and the last noun that is a compound of
 * it; false if something else in front of it makes it a noun. */
static bool find_parts(const cgi_lang *l, uint32_t noun, uint32_t *subject)
{
    bool acts = false;
    *subject = CGI_NO_TOKEN;
    for (uint32_t t = l->tokens[noun].child; t != CGI_NO_TOKEN;
         t = l->tokens[t].sibling) {
        switch (l->tokens[t].rel) {
        case CGI_REL_OBJ: acts |= t > noun; break;
        case CGI_REL_COMPOUND: *subject = t; break;
        case CGI_REL_AMOD:
        case CGI_REL_NMOD_POSS:
            if (t + 1 == noun)
                return false;
            break;
        case CGI_REL_CASE:
        case CGI_REL_COP:
        case CGI_REL_NUMMOD: return false;
        default: break;
        }
    }
    return acts;
}

/* What hung on the verb in front of its subject is the subject's. */
static void make_subject(cgi_lang *l, uint32_t verb, uint32_t subject)
{
    for (uint32_t t = l->tokens[verb].child; t < subject;
         t = l->tokens[t].sibling)
        if (l->tokens[t].rel == CGI_REL_DET ||
            l->tokens[t].rel == CGI_REL_AMOD ||
            l->tokens[t].rel == CGI_REL_COMPOUND)
            l->tokens[t].head = subject;
    l->tokens[subject].rel = CGI_REL_NSUBJ;
    /* "A farmer shot an officer": no article is the object's across a verb. */
    uint32_t first = l->sentences[l->tokens[verb].sentence].first;
    for (uint32_t t = subject, n = 0; t > first && n < BEFORE_MAX; t--, n++)
        if (l->tokens[t - 1].rel == CGI_REL_DET &&
            l->tokens[t - 1].head != CGI_NO_TOKEN &&
            l->tokens[t - 1].head > verb)
            l->tokens[t - 1].head = subject;
}

static void make_verb(cgi_lang *l, uint32_t t)
{
    cgi_token *k = &l->tokens[t];
    uint32_t subject;
    if (k->upos != CGI_UPOS_NOUN || !is_clause(k->rel) ||
        !find_parts(l, t, &subject) ||
        (subject != CGI_NO_TOKEN && subject + 1 != t) ||
        (subject == CGI_NO_TOKEN && k->rel != CGI_REL_CONJ))
        return;
    if (k->rel == CGI_REL_CONJ && subject == CGI_NO_TOKEN &&
        l->tokens[k->head].upos != CGI_UPOS_VERB)
        return;
    k->upos = CGI_UPOS_VERB;
    k->xpos = k->xpos == CGI_XPOS_NNS ? CGI_XPOS_VBZ : CGI_XPOS_VBD;
    if (subject != CGI_NO_TOKEN)
        make_subject(l, t, subject);
}

/* "two", "12", but not "300,000" of a balance. */
static bool is_small(const cgi_token *k)
{
    return k->upos == CGI_UPOS_NUM &&
           (strlen(k->form) <= 3 || k->form[0] > '9');
}

/* What hangs on a noun in front of it as an object or a clause would: "two" of
 * "Police arrest two", "the army" of "Police suspect the army"; CGI_NO_TOKEN.
 */
static uint32_t object_like(const cgi_lang *l, uint32_t noun)
{
    uint32_t next = noun + 1;
    for (uint32_t t = l->tokens[noun].child; t != CGI_NO_TOKEN;
         t = l->tokens[t].sibling) {
        uint8_t rel = l->tokens[t].rel;
        bool direct = t == next || (l->tokens[next].head == t &&
                                    l->tokens[next].rel == CGI_REL_DET);
        if (t > noun &&
            (rel == CGI_REL_CCOMP ||
             (rel == CGI_REL_NUMMOD && t == next && is_small(&l->tokens[t])) ||
             (rel == CGI_REL_APPOS && direct)))
            return t;
        /* "Police shot and killed a man" */
        if (t > next && rel == CGI_REL_CONJ &&
            l->tokens[next].rel == CGI_REL_CC && l->tokens[next].head == t &&
            l->tokens[t].xpos == CGI_XPOS_VBD)
            return t;
        /* "Police suspect that he lied" */
        if (t > noun && rel == CGI_REL_ACL && l->tokens[next].head == t &&
            l->tokens[next].rel == CGI_REL_MARK &&
            l->tokens[next].xpos == CGI_XPOS_IN)
            return t;
    }
    return CGI_NO_TOKEN;
}

/* "Police", and nothing else of which a bare verb could be a part. */
static bool is_crowd(const cgi_lang *l, const cg_world *world, uint32_t t)
{
    const cgi_token *k = &l->tokens[t];
    const cgi_noun *noun =
        k->upos == CGI_UPOS_NOUN
            ? cgi_world_find_noun(world, cgi_slice_of(k->lower))
            : NULL;
    return noun && noun->is_collective;
}

/* A sentence of a noun for many, a bare noun and what seems to explain it. */
static void make_sentence(cgi_lang *l, const cg_world *world,
                          const cgi_sentence *s)
{
    uint32_t first = s->first, verb = first + 1;
    if (s->end - first < 4 || s->root != verb)
        return;
    cgi_token *k = &l->tokens[verb];
    if (l->tokens[first].head != verb ||
        l->tokens[first].rel != CGI_REL_COMPOUND || !is_crowd(l, world, first))
        return;
    if (k->xpos == CGI_XPOS_VBP || k->xpos == CGI_XPOS_VBD)
        l->tokens[first].rel = CGI_REL_NSUBJ;
    if (k->xpos != CGI_XPOS_NN)
        return;
    uint32_t object = object_like(l, verb);
    if (object == CGI_NO_TOKEN)
        return;
    uint8_t rel = l->tokens[object].rel;
    k->upos = CGI_UPOS_VERB;
    k->xpos = rel == CGI_REL_CONJ ? CGI_XPOS_VBD : CGI_XPOS_VBP;
    l->tokens[first].rel = CGI_REL_NSUBJ;
    if (rel == CGI_REL_CONJ)
        return;
    l->tokens[object].rel = rel == CGI_REL_CCOMP || rel == CGI_REL_ACL
                                ? CGI_REL_CCOMP
                                : CGI_REL_OBJ;
}

void cgi_lang_repair_tags(cgi_lang *l, const cg_world *world)
{
    cgi_lang_link(l);
    for (uint32_t t = 0; t < l->n_tokens; t++)
        make_verb(l, t);
    for (size_t i = 0; i < l->n_sentences; i++)
        make_sentence(l, world, &l->sentences[i]);
}
