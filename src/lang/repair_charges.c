/* SPDX-License-Identifier: Apache-2.0
 *
 * repair_charges.c -- mends who is blamed for what, and what is called a claim.
 *
 * Verbs of blame, of charges and of telling take a phrase or clause of their
 * own, which trees hang on the noun right before it.
 */
#include "lang/repair.h"

/* Tokens between a deed and the participle that tells whose it was. */
#define DEED_REACH 30

/* Steps up a tree, at most. */
#define STEPS_MAX 60

/* Phrases within a phrase, at most. */
#define PHRASES_MAX 8

/* The last phrase with a preposition of the list inside of `noun`. */
static uint32_t last_phrase(const cgi_lang *l, const cg_world *world,
                            const char *list, uint32_t noun)
{
    for (int i = 0; i < PHRASES_MAX; i++) {
        uint32_t last = CGI_NO_TOKEN;
        for (uint32_t t = l->tokens[noun].child; t != CGI_NO_TOKEN;
             t = l->tokens[t].sibling)
            if (t > noun && l->tokens[t].head == noun &&
                l->tokens[t].upos != CGI_UPOS_PUNCT)
                last = t;
        if (last == CGI_NO_TOKEN || l->tokens[last].rel != CGI_REL_NMOD)
            return CGI_NO_TOKEN;
        uint32_t marker = cgi_repair_child(l, last, CGI_REL_CASE);
        if (marker != CGI_NO_TOKEN &&
            cgi_repair_listed(world, list, &l->tokens[marker]))
            return last;
        noun = last;
    }
    return CGI_NO_TOKEN;
}

static bool is_actor(const cgi_lang *l, const cg_world *world, uint32_t t)
{
    const cgi_noun *n =
        cgi_world_find_noun(world, cgi_slice_of(l->tokens[t].lemma));
    return l->tokens[t].upos != CGI_UPOS_NOUN ||
           (n && n->kind != CGI_KIND_THING);
}

/* "accused a squad run by the army of the attack": the last "of" at the right
 * edge of whom it accuses that is of no other person or body. */
static void take_charge(cgi_lang *l, const cg_world *world, uint32_t verb)
{
    uint32_t t = cgi_repair_child(l, verb, CGI_REL_OBJ);
    if (t == CGI_NO_TOKEN || t < verb ||
        !cgi_repair_listed(world, "accusing", &l->tokens[verb]))
        return;
    for (int i = 0; i < PHRASES_MAX; i++) {
        uint32_t last = CGI_NO_TOKEN;
        for (uint32_t c = l->tokens[t].child; c != CGI_NO_TOKEN;
             c = l->tokens[c].sibling)
            if (c > t && l->tokens[c].head == t &&
                l->tokens[c].upos != CGI_UPOS_PUNCT)
                last = c;
        if (last == CGI_NO_TOKEN)
            return;
        uint32_t marker = cgi_repair_child(l, last, CGI_REL_CASE);
        uint32_t mark = cgi_repair_child(l, last, CGI_REL_MARK);
        /* "accused her rival of lying" */
        if (mark != CGI_NO_TOKEN && l->tokens[last].rel == CGI_REL_ACL &&
            l->tokens[last].xpos == CGI_XPOS_VBG &&
            cgi_repair_listed(world, "link-of", &l->tokens[mark])) {
            cgi_repair_hang(l, last, verb, CGI_REL_ADVCL);
            return;
        }
        if (marker != CGI_NO_TOKEN && l->tokens[last].rel == CGI_REL_NMOD &&
            !is_actor(l, world, last) &&
            cgi_repair_listed(world, "link-of", &l->tokens[marker])) {
            cgi_repair_hang(l, last, verb, CGI_REL_OBL);
            return;
        }
        t = last;
    }
}

/* "blamed the murder of the judge on rebels", "attributed it to rebels": the
 * last is who is blamed. */
static void take_blamed(cgi_lang *l, const cg_world *world, uint32_t verb)
{
    const char *list =
        cgi_repair_listed(world, "blame-verb", &l->tokens[verb]) ? "link-blame"
        : cgi_repair_listed(world, "attributing", &l->tokens[verb])
            ? "link-attribute"
            : NULL;
    uint32_t object = cgi_repair_child(l, verb, CGI_REL_OBJ);
    if (object == CGI_NO_TOKEN || object < verb || !list)
        return;
    uint32_t blamed = last_phrase(l, world, list, object);
    if (blamed == CGI_NO_TOKEN)
        return;
    cgi_repair_hang(l, blamed, verb, CGI_REL_OBL);
}

/* "condemned the murder in Lima on Monday, carried out by rebels", "attacks on
 * two pipelines staged by rebels": the participle is of the deed. */
static void take_doing(cgi_lang *l, const cg_world *world, uint32_t t)
{
    const cgi_token *k = &l->tokens[t];
    uint32_t first = l->sentences[k->sentence].first;
    uint32_t by = cgi_repair_child(l, t, CGI_REL_OBL_AGENT), doer = by;
    if ((k->xpos != CGI_XPOS_VBN && k->xpos != CGI_XPOS_VBD) || t == first ||
        (k->rel != CGI_REL_ACL && k->rel != CGI_REL_CONJ &&
         k->rel != CGI_REL_ADVCL) ||
        cgi_repair_child(l, t, CGI_REL_OBJ) != CGI_NO_TOKEN ||
        cgi_repair_child(l, t, CGI_REL_NSUBJ) != CGI_NO_TOKEN ||
        cgi_repair_child(l, t, CGI_REL_AUX) != CGI_NO_TOKEN ||
        cgi_repair_child(l, t, CGI_REL_AUX_PASS) != CGI_NO_TOKEN ||
        cgi_repair_child(l, t, CGI_REL_CC) != CGI_NO_TOKEN ||
        !cgi_repair_listed(world, "doing-participle", k))
        return;
    if (by == CGI_NO_TOKEN) {
        doer = cgi_repair_child(l, t, CGI_REL_OBL);
        uint32_t marker = doer == CGI_NO_TOKEN
                              ? doer
                              : cgi_repair_child(l, doer, CGI_REL_CASE);
        if (marker == CGI_NO_TOKEN ||
            !cgi_repair_listed(world, "link-by", &l->tokens[marker]))
            return;
    }
    uint32_t at = t;
    while (at > first && t - at < DEED_REACH &&
           (l->tokens[at].upos != CGI_UPOS_NOUN ||
            !cgi_repair_listed(world, "deed-noun", &l->tokens[at])))
        at--;
    if (l->tokens[at].upos != CGI_UPOS_NOUN || k->head == at ||
        !cgi_repair_listed(world, "deed-noun", &l->tokens[at]) ||
        cgi_repair_is_below(l, at, t, STEPS_MAX))
        return;
    l->tokens[t].xpos = CGI_XPOS_VBN;
    cgi_repair_hang(l, t, at, CGI_REL_ACL);
    if (doer > t)
        l->tokens[doer].rel = CGI_REL_OBL_AGENT;
}

/* "told reporters that she had left": the clause is what was told. */
static void take_told(cgi_lang *l, const cg_world *world, uint32_t verb)
{
    static const cgi_rel rels[] = {CGI_REL_IOBJ, CGI_REL_OBJ};
    if (!cgi_repair_listed(world, "telling", &l->tokens[verb]))
        return;
    for (size_t i = 0; i < sizeof rels / sizeof *rels; i++) {
        uint32_t hearer = cgi_repair_child(l, verb, rels[i]);
        if (hearer == CGI_NO_TOKEN || hearer < verb)
            continue;
        uint32_t clause = cgi_repair_child(l, hearer, CGI_REL_ACL);
        uint32_t mark = clause == CGI_NO_TOKEN
                            ? clause
                            : cgi_repair_child(l, clause, CGI_REL_MARK);
        if (mark != CGI_NO_TOKEN && l->tokens[mark].xpos == CGI_XPOS_IN)
            cgi_repair_hang(l, clause, verb, CGI_REL_CCOMP);
    }
}

/* "She said he had left, while he said he had not": the second is no part of
 * what she said. */
static void part_voice(cgi_lang *l, const cg_world *world, uint32_t t)
{
    uint32_t said = l->tokens[t].head;
    uint32_t mark = cgi_repair_child(l, t, CGI_REL_MARK);
    if (l->tokens[t].rel != CGI_REL_ADVCL || mark == CGI_NO_TOKEN || said > t ||
        l->tokens[said].rel != CGI_REL_CCOMP ||
        l->tokens[said].head == CGI_NO_TOKEN || l->tokens[said].head > said ||
        cgi_repair_child(l, t, CGI_REL_NSUBJ) == CGI_NO_TOKEN ||
        !cgi_repair_listed(world, "link-other-voice", &l->tokens[mark]) ||
        !cgi_repair_listed(world, "aside-verb", &l->tokens[t]) ||
        !cgi_repair_listed(world, "aside-verb",
                           &l->tokens[l->tokens[said].head]))
        return;
    l->tokens[t].head = l->tokens[said].head;
}

/* ", a claim the army denied": said of all that stands before it. */
static void part_verdict(cgi_lang *l, const cg_world *world, uint32_t t)
{
    const cgi_sentence *s = &l->sentences[l->tokens[t].sentence];
    uint32_t det = cgi_repair_child(l, t, CGI_REL_DET);
    uint32_t clause = cgi_repair_child(l, t, CGI_REL_ACL_RELCL);
    if (l->tokens[t].upos != CGI_UPOS_NOUN || clause == CGI_NO_TOKEN ||
        clause < t || det == CGI_NO_TOKEN || det <= s->first + 1 ||
        l->tokens[det - 1].xpos != CGI_XPOS_COMMA || s->root >= det ||
        (l->tokens[t].rel != CGI_REL_APPOS &&
         l->tokens[t].rel != CGI_REL_CCOMP) ||
        !cgi_repair_listed(world, "accusation", &l->tokens[t]))
        return;
    cgi_repair_hang(l, t, s->root, CGI_REL_PARATAXIS);
}

void cgi_repair_charges(cgi_lang *l, const cg_world *world)
{
    for (uint32_t t = 0; t < l->n_tokens; t++) {
        if (l->tokens[t].upos == CGI_UPOS_VERB) {
            take_blamed(l, world, t);
            take_charge(l, world, t);
            take_told(l, world, t);
            take_doing(l, world, t);
            part_voice(l, world, t);
        } else
            part_verdict(l, world, t);
    }
    cgi_lang_link(l);
}
