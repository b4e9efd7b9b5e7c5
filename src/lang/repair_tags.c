/* SPDX-License-Identifier: Apache-2.0
 *
 * repair_tags.c -- mends tags that the tree speaks against.
 *
 * Only verbs have objects, so a noun with one is a verb: "A farmer shot a
 * policeman". What stands in front of it is its subject then, and no part of
 * a compound. This comes before lemmas, which depend on tags.
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

void cgi_lang_repair_tags(cgi_lang *l)
{
    cgi_lang_link(l);
    for (uint32_t t = 0; t < l->n_tokens; t++)
        make_verb(l, t);
}
