/* SPDX-License-Identifier: Apache-2.0
 *
 * repair_nouns.c -- mends what hangs on nouns where that cannot be.
 *
 * "the murder of former minister Anna Berg": the preposition belongs to the
 * name, not to the title before it. "the Islamic State [IS] fighters": they are
 * what the clause is about, and not what stands before the brackets.
 */
#include "lang/repair.h"

/* Tokens between brackets, at most. */
#define GLOSS_MAX 16

/* Steps up from a name to the root, at most. */
#define CLIMB_MAX 40

/* The preposition of a title is that of the name behind it, and the one before
 * the first of two, or the first word of a name, is the first one's. */
static void raise_case(cgi_lang *l, uint32_t t)
{
    uint32_t up = l->tokens[t].head;
    if (l->tokens[t].rel != CGI_REL_CASE || up == CGI_NO_TOKEN || t > up)
        return;
    uint32_t top = l->tokens[up].head;
    if ((top > up && l->tokens[up].rel == CGI_REL_NMOD_DESC) ||
        (t < top && top < up &&
         (l->tokens[up].rel == CGI_REL_CONJ ||
          l->tokens[up].rel == CGI_REL_FLAT)))
        l->tokens[t].head = top;
}

static bool is_noun(const cgi_token *k)
{
    return k->upos == CGI_UPOS_NOUN || k->upos == CGI_UPOS_PROPN;
}

static bool is_office(const cgi_lang *l, const cg_world *world, uint32_t t)
{
    const cgi_noun *n =
        cgi_world_find_noun(world, cgi_slice_of(l->tokens[t].lemma));
    return n && n->is_position;
}

/* "Voters elected a mayor", "Talks with rebels failed": a past tense that has
 * an object, or could have none, is the verb of a sentence that has no other.
 */
static void mend_clause(cgi_lang *l, const cg_world *world, uint32_t t)
{
    cgi_token *k = &l->tokens[t];
    uint32_t noun = k->head;
    if (k->rel != CGI_REL_ACL || noun > t ||
        (k->xpos != CGI_XPOS_VBD && k->xpos != CGI_XPOS_VBN) ||
        l->tokens[noun].rel != CGI_REL_ROOT || !is_noun(&l->tokens[noun]) ||
        l->tokens[t - 1].upos == CGI_UPOS_PUNCT)
        return;
    bool acts =
        k->xpos == CGI_XPOS_VBD && cgi_repair_listed(world, "intransitive", k);
    bool has_object = false, has_office = false;
    bool before_name =
        t + 1 < l->n_tokens && l->tokens[t + 1].upos == CGI_UPOS_PROPN;
    for (uint32_t c = k->child; c != CGI_NO_TOKEN; c = l->tokens[c].sibling) {
        if (l->tokens[c].rel == CGI_REL_NSUBJ ||
            l->tokens[c].rel == CGI_REL_MARK)
            return;
        has_object |= l->tokens[c].rel == CGI_REL_OBJ && c > t;
        has_office |= before_name && c > t + 1 && is_office(l, world, c) &&
                      (l->tokens[c].rel == CGI_REL_OBJ ||
                       l->tokens[c].rel == CGI_REL_XCOMP);
    }
    /* "men given shelter", but "voters elected Ann Lee mayor" */
    acts |= has_object && (k->xpos == CGI_XPOS_VBD || has_office);
    for (uint32_t c = l->tokens[noun].child; c != CGI_NO_TOKEN;
         c = l->tokens[c].sibling)
        if (l->tokens[c].rel == CGI_REL_COP ||
            l->tokens[c].rel == CGI_REL_NSUBJ)
            return;
    if (!acts)
        return;
    k->xpos = CGI_XPOS_VBD;
    for (uint32_t c = l->tokens[noun].child; c != CGI_NO_TOKEN;
         c = l->tokens[c].sibling)
        if (c > t && l->tokens[c].head == noun)
            l->tokens[c].head = t;
    k->head = CGI_NO_TOKEN;
    k->rel = CGI_REL_ROOT;
    l->tokens[noun].head = t;
    l->tokens[noun].rel = CGI_REL_NSUBJ;
}

/* "She was elected mayor": no elected mayor, but what was done. */
static void mend_election(cgi_lang *l, const cg_world *world, uint32_t t)
{
    cgi_token *k = &l->tokens[t];
    uint32_t office = k->head, be = CGI_NO_TOKEN, subject = CGI_NO_TOKEN;
    if (k->rel != CGI_REL_AMOD || k->xpos != CGI_XPOS_VBN || office < t ||
        !cgi_repair_listed(world, "naming-verb", k) ||
        !is_office(l, world, office))
        return;
    for (uint32_t c = l->tokens[office].child; c < t; c = l->tokens[c].sibling)
        switch (l->tokens[c].rel) {
        case CGI_REL_COP: be = c; break;
        case CGI_REL_NSUBJ: subject = c; break;
        case CGI_REL_DET:
        case CGI_REL_NMOD_POSS: return;
        default: break;
        }
    if (be == CGI_NO_TOKEN || subject == CGI_NO_TOKEN)
        return;
    for (uint32_t c = l->tokens[office].child; c != CGI_NO_TOKEN;
         c = l->tokens[c].sibling)
        if (l->tokens[c].head == office && c != t &&
            (c < t || l->tokens[c].upos == CGI_UPOS_PUNCT))
            l->tokens[c].head = t;
    l->tokens[be].rel = CGI_REL_AUX_PASS;
    l->tokens[subject].rel = CGI_REL_NSUBJ_PASS;
    k->head = l->tokens[office].head;
    k->rel = l->tokens[office].rel;
    l->tokens[office].head = t;
    l->tokens[office].rel = CGI_REL_XCOMP;
}

/* "talks between Sudan and the rebels": those two are one pair. */
static void mend_pair(cgi_lang *l, const cg_world *world, uint32_t t)
{
    cgi_token *k = &l->tokens[t];
    uint32_t noun = k->head, marker = k->child;
    if (k->rel != CGI_REL_NMOD || noun > t || marker >= t ||
        l->tokens[marker].rel != CGI_REL_CASE ||
        !cgi_repair_listed(world, "link-pair", &l->tokens[marker]))
        return;
    for (uint32_t c = k->child; c != CGI_NO_TOKEN; c = l->tokens[c].sibling)
        if (l->tokens[c].rel == CGI_REL_CONJ)
            return;
    for (uint32_t c = l->tokens[noun].child; c != CGI_NO_TOKEN;
         c = l->tokens[c].sibling)
        if (c > t && l->tokens[c].head == noun &&
            l->tokens[c].rel == CGI_REL_CONJ && is_noun(&l->tokens[c])) {
            l->tokens[c].head = t;
            return;
        }
}

/* "the leaders killed in the blast": no past tense, but a participle. */
static void mend_participle(cgi_lang *l, uint32_t t)
{
    cgi_token *k = &l->tokens[t];
    if (k->rel != CGI_REL_ACL || k->xpos != CGI_XPOS_VBD || k->head > t)
        return;
    for (uint32_t c = k->child; c != CGI_NO_TOKEN; c = l->tokens[c].sibling)
        if (l->tokens[c].rel == CGI_REL_NSUBJ ||
            l->tokens[c].rel == CGI_REL_OBJ)
            return;
    k->xpos = CGI_XPOS_VBN;
}

/* What hangs on the noun in front of it; false if something does behind it. */
static bool hand_on(cgi_lang *l, uint32_t t, uint32_t head)
{
    for (uint32_t c = l->tokens[t].child; c != CGI_NO_TOKEN;
         c = l->tokens[c].sibling)
        if (c > t && l->tokens[c].head == t)
            return false;
    for (uint32_t c = l->tokens[t].child; c != CGI_NO_TOKEN;
         c = l->tokens[c].sibling)
        if (l->tokens[c].head == t)
            l->tokens[c].head = head;
    return true;
}

/* "senator Ann Lee and union leader Bo Berg": the leader is joined to the
 * senator, and not the union. */
static void mend_joined(cgi_lang *l, uint32_t t)
{
    cgi_token *k = &l->tokens[t], *next = k + 1;
    if (k->rel != CGI_REL_CONJ || k->upos != CGI_UPOS_NOUN || k->head > t ||
        t + 1 >= l->n_tokens || !is_noun(next) || next->head >= t)
        return;
    bool beside = next->rel == CGI_REL_CONJ && next->head == k->head;
    bool above =
        next->rel == CGI_REL_NMOD && next->head == l->tokens[k->head].head;
    uint32_t marker = CGI_NO_TOKEN; /* "on" of both */
    for (uint32_t c = next->child; c < t; c = l->tokens[c].sibling) {
        if (l->tokens[c].head != t + 1)
            continue;
        if (l->tokens[c].rel != CGI_REL_CASE || c > k->head)
            return;
        marker = c;
    }
    if ((!beside && !above) || !hand_on(l, t, t + 1))
        return;
    if (marker != CGI_NO_TOKEN)
        l->tokens[marker].head = k->head;
    next->head = k->head;
    next->rel = CGI_REL_CONJ;
    k->head = t + 1;
    k->rel = CGI_REL_COMPOUND;
}

/* ---- Names with another in brackets ---------------------------------- */

/* "the Islamic State [IS] fighters" */
typedef struct {
    uint32_t name;        /* Head of "Islamic State". */
    uint32_t open, close; /* The brackets. */
    uint32_t noun;        /* "fighters" */
} gloss;

/* The head of the name that ends with `t`. */
static uint32_t head_of_name(const cgi_lang *l, uint32_t t)
{
    for (int i = 0; i < GLOSS_MAX; i++) {
        uint32_t up = l->tokens[t].head;
        if ((l->tokens[t].rel != CGI_REL_FLAT &&
             l->tokens[t].rel != CGI_REL_COMPOUND) ||
            up == CGI_NO_TOKEN || l->tokens[up].upos != CGI_UPOS_PROPN ||
            up > t)
            break;
        t = up;
    }
    return t;
}

static bool is_in_gloss(const gloss *g, uint32_t t)
{
    return t >= g->open && t <= g->close;
}

/* Does `t` stand above all of them? Else the tree would bite its tail; what is
 * too deep to tell is left alone. */
static bool is_above(const cgi_lang *l, const gloss *g, uint32_t t)
{
    for (int i = 0; i < CLIMB_MAX; i++) {
        if (t == CGI_NO_TOKEN)
            return true;
        if (t == g->name || t == g->noun || is_in_gloss(g, t))
            return false;
        t = l->tokens[t].head;
    }
    return false;
}

/* Finds a name, brackets and a noun in a row; the noun must hang on the name,
 * on what the name hangs on, or on what the brackets hold. */
static bool find_gloss(gloss *g, const cgi_lang *l, uint32_t open)
{
    if (l->tokens[open].xpos != CGI_XPOS_LRB || open == 0 ||
        l->tokens[open - 1].upos != CGI_UPOS_PROPN)
        return false;
    uint32_t end = l->sentences[l->tokens[open].sentence].end, t = open + 1;
    while (t < end && t < open + GLOSS_MAX && l->tokens[t].xpos != CGI_XPOS_RRB)
        t++;
    if (t + 1 >= end || l->tokens[t].xpos != CGI_XPOS_RRB ||
        l->tokens[t + 1].upos != CGI_UPOS_NOUN ||
        l->tokens[open - 1].sentence != l->tokens[open].sentence)
        return false;
    *g = (gloss){head_of_name(l, open - 1), open, t, t + 1};
    uint32_t up = l->tokens[g->noun].head, top = l->tokens[g->name].head;
    /* "met the front (FMLN) yesterday" */
    bool beside = up == top && l->tokens[g->noun].rel != CGI_REL_OBL &&
                  l->tokens[g->noun].rel == l->tokens[g->name].rel;
    return top != CGI_NO_TOKEN && is_above(l, g, top) &&
           (up == g->name || beside ||
            (up != CGI_NO_TOKEN && is_in_gloss(g, up)));
}

static bool is_of_phrase(uint8_t rel)
{
    return rel == CGI_REL_CASE || rel == CGI_REL_DET || rel == CGI_REL_MARK ||
           rel == CGI_REL_CC || rel == CGI_REL_NUMMOD ||
           rel == CGI_REL_NMOD_POSS;
}

/* What hangs on `from` behind the noun, or belongs to the phrase as a whole,
 * hangs on the noun. */
static void hand_over(cgi_lang *l, const gloss *g, uint32_t from)
{
    for (uint32_t t = l->tokens[from].child; t != CGI_NO_TOKEN;
         t = l->tokens[t].sibling)
        if (l->tokens[t].head == from &&
            (t > g->noun || (t < g->name && is_of_phrase(l->tokens[t].rel))))
            l->tokens[t].head = g->noun;
}

/* The noun takes the place of the name, which becomes a part of it. */
static void mend_gloss(cgi_lang *l, uint32_t open)
{
    gloss g;
    if (!find_gloss(&g, l, open))
        return;
    cgi_token *name = &l->tokens[g.name], *noun = &l->tokens[g.noun];
    noun->head = name->head;
    noun->rel = name->rel;
    name->head = g.noun;
    name->rel = CGI_REL_COMPOUND;
    hand_over(l, &g, g.name);
    for (uint32_t t = g.open + 1; t < g.close; t++) {
        cgi_token *k = &l->tokens[t];
        hand_over(l, &g, t);
        if (k->head != CGI_NO_TOKEN && !is_in_gloss(&g, k->head)) {
            k->head = g.name;
            k->rel = CGI_REL_APPOS;
        }
    }
}

/* "15 hostages held by the FARC, including Ann Lee": she is one of several,
 * whatever stands between. */
static void mend_including(cgi_lang *l, const cg_world *world, uint32_t t)
{
    cgi_token *k = &l->tokens[t];
    uint32_t marker = k->child, h = k->head;
    while (marker < t && l->tokens[marker].rel != CGI_REL_CASE)
        marker = l->tokens[marker].sibling;
    if (k->rel != CGI_REL_NMOD || marker >= t || l->tokens[marker].head != t ||
        !cgi_repair_listed(world, "link-including", &l->tokens[marker]))
        return;
    for (int n = 0; n < CLIMB_MAX && h != CGI_NO_TOKEN && h < t; n++) {
        const cgi_token *noun = &l->tokens[h];
        if (noun->xpos == CGI_XPOS_NNS || noun->xpos == CGI_XPOS_NNPS) {
            k->head = h;
            return;
        }
        h = noun->head;
    }
}

/* "four Taiwanese": so many are people. */
static void mend_demonym(cgi_lang *l, const cg_world *world, uint32_t t)
{
    cgi_token *k = &l->tokens[t];
    if (k->upos != CGI_UPOS_ADJ || t == 0 ||
        l->tokens[t - 1].rel != CGI_REL_NUMMOD || l->tokens[t - 1].head != t ||
        (k->rel != CGI_REL_NSUBJ && k->rel != CGI_REL_OBJ &&
         k->rel != CGI_REL_NSUBJ_PASS && k->rel != CGI_REL_OBL &&
         k->rel != CGI_REL_NMOD) ||
        !cgi_world_find_demonym(world, cgi_slice_of(k->form)))
        return;
    k->upos = CGI_UPOS_NOUN;
    k->xpos = CGI_XPOS_NNS;
}

/* "the chief executive said": what stands where nouns stand, and is one. */
static void mend_adjective(cgi_lang *l, const cg_world *world, uint32_t t)
{
    cgi_token *k = &l->tokens[t];
    if (k->upos != CGI_UPOS_ADJ || k->xpos != CGI_XPOS_JJ ||
        (k->rel != CGI_REL_NSUBJ && k->rel != CGI_REL_OBJ &&
         k->rel != CGI_REL_NSUBJ_PASS && k->rel != CGI_REL_APPOS &&
         k->rel != CGI_REL_XCOMP) ||
        !is_office(l, world, t))
        return;
    k->upos = CGI_UPOS_NOUN;
    k->xpos = CGI_XPOS_NN;
}

/* "a magnitude 7.8 earthquake", "a category 5 hurricane": about the last. */
static void mend_grade(cgi_lang *l, const cg_world *world, uint32_t t)
{
    uint32_t grade = l->tokens[t].head;
    if (l->tokens[t].rel != CGI_REL_APPOS || t < 2 || grade != t - 2 ||
        l->tokens[t].upos != CGI_UPOS_NOUN ||
        l->tokens[t - 1].upos != CGI_UPOS_NUM ||
        !cgi_repair_listed(world, "grade", &l->tokens[grade]))
        return;
    l->tokens[t - 1].head = grade;
    for (uint32_t c = l->tokens[grade].child; c != CGI_NO_TOKEN;
         c = l->tokens[c].sibling)
        if (l->tokens[c].head == grade && c != t - 1)
            l->tokens[c].head = t;
    l->tokens[t].head = l->tokens[grade].head;
    l->tokens[t].rel = l->tokens[grade].rel;
    l->tokens[grade].head = t;
    l->tokens[grade].rel = CGI_REL_COMPOUND;
}

void cgi_repair_nouns(cgi_lang *l, const cg_world *world)
{
    for (uint32_t t = 0; t < l->n_tokens; t++)
        raise_case(l, t);
    for (uint32_t t = 0; t < l->n_tokens; t++) {
        mend_clause(l, world, t);
        mend_election(l, world, t);
        mend_pair(l, world, t);
        mend_participle(l, t);
        mend_joined(l, t);
        mend_gloss(l, t);
        mend_adjective(l, world, t);
        mend_demonym(l, world, t);
        mend_including(l, world, t);
        mend_grade(l, world, t);
    }
}
