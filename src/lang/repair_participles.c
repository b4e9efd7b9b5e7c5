/* SPDX-License-Identifier: Apache-2.0
 *
 * repair_participles.c -- "a man thought to be a spy was arrested".
 *
 * Nobody "thought to be": the word is a participle of the noun before it,
 * which trees take for the verb of the sentence, so that the man would think.
 */
#include "lang/repair.h"

/* Steps up a phrase, at most. */
#define STEPS_MAX 8

/* Words between the participle and the verb of the sentence, at most. */
#define REACH 60

static bool is_finite(uint8_t xpos)
{
    return xpos == CGI_XPOS_VBD || xpos == CGI_XPOS_VBZ ||
           xpos == CGI_XPOS_VBP || xpos == CGI_XPOS_MD;
}

/* "thought to be", without "was" and without "he". */
static bool is_reported(const cgi_lang *l, const cg_world *world,
                        const cgi_sentence *s, uint32_t t)
{
    const cgi_token *k = &l->tokens[t];
    if (t == s->first || t + 3 >= s->end || k->upos != CGI_UPOS_VERB ||
        (k->xpos != CGI_XPOS_VBD && k->xpos != CGI_XPOS_VBN) ||
        !cgi_repair_listed(world, "reported-participle", k) ||
        l->tokens[t + 1].xpos != CGI_XPOS_TO ||
        !cgi_repair_listed(world, "state-infinitive", &l->tokens[t + 2]) ||
        cgi_repair_child(l, t, CGI_REL_AUX) != CGI_NO_TOKEN ||
        cgi_repair_child(l, t, CGI_REL_AUX_PASS) != CGI_NO_TOKEN)
        return false;
    uint32_t subject = cgi_repair_child(l, t, CGI_REL_NSUBJ);
    return subject == CGI_NO_TOKEN ||
           (subject < t && l->tokens[subject].upos != CGI_UPOS_PRON);
}

/* The head of the phrase that ends before `t`. */
static uint32_t noun_before(const cgi_lang *l, const cgi_sentence *s,
                            uint32_t t)
{
    uint32_t n = t - 1;
    if (l->tokens[n].xpos == CGI_XPOS_COMMA && n > s->first)
        n--;
    for (int i = 0; i < STEPS_MAX; i++) {
        uint32_t up = l->tokens[n].head;
        if (up == CGI_NO_TOKEN || up >= t ||
            l->tokens[up].upos == CGI_UPOS_VERB)
            break;
        n = up;
    }
    return l->tokens[n].upos == CGI_UPOS_NOUN ||
                   l->tokens[n].upos == CGI_UPOS_PROPN
               ? n
               : CGI_NO_TOKEN;
}

/* What somebody is thought to be or to do. */
static uint32_t predicate_of(const cgi_lang *l, uint32_t t)
{
    const cgi_token *be = &l->tokens[t + 2];
    bool helps = be->rel == CGI_REL_COP || be->rel == CGI_REL_AUX ||
                 be->rel == CGI_REL_AUX_PASS;
    return helps && be->head != CGI_NO_TOKEN && be->head > t ? be->head : t + 2;
}

/* The verb of the sentence: the first finite one behind the predicate that
 * hangs on what trees took for it, or beside it. */
static uint32_t main_verb(const cgi_lang *l, const cgi_sentence *s, uint32_t t,
                          uint32_t predicate)
{
    for (uint32_t i = predicate + 1; i < s->end && i < t + REACH; i++) {
        const cgi_token *k = &l->tokens[i];
        uint32_t verb = i;
        if (!is_finite(k->xpos))
            continue;
        if (k->upos == CGI_UPOS_AUX && k->head != CGI_NO_TOKEN)
            verb = k->head;
        uint32_t up = l->tokens[verb].head;
        uint32_t own = cgi_repair_child(l, verb, CGI_REL_NSUBJ);
        if (verb > predicate && up != CGI_NO_TOKEN &&
            (up == t || up == predicate || up == l->tokens[t].head) &&
            (own == CGI_NO_TOKEN || own == predicate))
            return verb;
    }
    return CGI_NO_TOKEN;
}

/* What hung on the participle belongs to the verb of the sentence. */
static void hand_over(cgi_lang *l, uint32_t from, uint32_t to,
                      uint32_t predicate)
{
    for (uint32_t c = l->tokens[from].child; c != CGI_NO_TOKEN;
         c = l->tokens[c].sibling)
        if (c != predicate && c != from + 1 && l->tokens[c].head == from)
            l->tokens[c].head = to;
}

static void mend(cgi_lang *l, const cgi_sentence *s, uint32_t t)
{
    uint32_t own = cgi_repair_child(l, t, CGI_REL_NSUBJ), subject = own;
    uint32_t predicate = predicate_of(l, t);
    uint32_t verb = main_verb(l, s, t, predicate);
    l->tokens[t].xpos = CGI_XPOS_VBN;
    if (own == CGI_NO_TOKEN)
        subject = noun_before(l, s, t);
    /* "Bomb thought to be fake": a headline has no other verb. */
    if (own != CGI_NO_TOKEN && verb == CGI_NO_TOKEN)
        cgi_repair_hang(l, own, t, CGI_REL_NSUBJ_PASS);
    if (subject == CGI_NO_TOKEN ||
        !cgi_repair_is_below(l, predicate, t, s->end - s->first) ||
        (own == CGI_NO_TOKEN
             ? cgi_repair_is_below(l, subject, t, s->end - s->first)
             : verb == CGI_NO_TOKEN))
        return;
    if (verb != CGI_NO_TOKEN &&
        cgi_repair_is_below(l, verb, t, s->end - s->first)) {
        cgi_repair_hang(l, verb, l->tokens[t].head, (cgi_rel)l->tokens[t].rel);
        hand_over(l, t, verb, predicate);
    }
    if (own != CGI_NO_TOKEN)
        cgi_repair_hang(l, own, verb,
                        cgi_repair_child(l, verb, CGI_REL_AUX_PASS) !=
                                CGI_NO_TOKEN
                            ? CGI_REL_NSUBJ_PASS
                            : CGI_REL_NSUBJ);
    cgi_repair_hang(l, predicate, t, CGI_REL_XCOMP);
    if (predicate != t + 1)
        cgi_repair_hang(l, t + 1, predicate, CGI_REL_MARK);
    cgi_repair_hang(l, t, subject, CGI_REL_ACL);
}

void cgi_repair_participles(cgi_lang *l, const cg_world *world)
{
    for (size_t i = 0; i < l->n_sentences; i++) {
        bool moved = false;
        const cgi_sentence *s = &l->sentences[i];
        for (uint32_t t = s->first; t < s->end && !moved; t++)
            if (is_reported(l, world, s, t)) {
                mend(l, s, t);
                moved = true;
            }
        if (moved)
            cgi_lang_link(l);
    }
}
