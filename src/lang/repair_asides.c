/* SPDX-License-Identifier: Apache-2.0
 *
 * repair_asides.c -- mends the trees of sentences that end with an aside.
 *
 * ", Reuters reported." at the end of a sentence tells of all that stands
 * before it. Parsers hang it on the last noun like a relative clause, and what
 * stands before the comma on its verb. Here the verb becomes a parataxis of
 * the root, and what it took goes back to the verb before.
 */
#include "lang/repair.h"

/* The comma before the words in front of `verb`, among which no other verb or
 * mark stands; CGI_NO_TOKEN if there is none. */
static uint32_t comma_before(const cgi_lang *l, uint32_t verb)
{
    const cgi_sentence *s = &l->sentences[l->tokens[verb].sentence];
    for (uint32_t t = verb; t > s->first; t--) {
        const cgi_token *k = &l->tokens[t - 1];
        if (k->xpos == CGI_XPOS_COMMA)
            return t - 1;
        if (k->upos == CGI_UPOS_VERB || k->upos == CGI_UPOS_PUNCT ||
            k->upos == CGI_UPOS_SCONJ || k->upos == CGI_UPOS_CCONJ ||
            k->xpos == CGI_XPOS_WDT || k->xpos == CGI_XPOS_WP)
            break;
    }
    return CGI_NO_TOKEN;
}

/* The subject of the aside: a child of the verb, or a noun before it that was
 * taken for one more member of a list. CGI_NO_TOKEN if neither is there. */
static uint32_t find_subject(const cgi_lang *l, uint32_t comma, uint32_t verb)
{
    for (uint32_t t = comma + 1; t < verb; t++) {
        const cgi_token *k = &l->tokens[t];
        if (k->head == verb && k->rel == CGI_REL_NSUBJ)
            return t;
        if (l->tokens[verb].head == t && k->head < comma &&
            (k->upos == CGI_UPOS_NOUN || k->upos == CGI_UPOS_PROPN))
            return t;
    }
    return CGI_NO_TOKEN;
}

/* True if the verb has an object or a clause of its own behind it. */
static bool is_bound(const cgi_lang *l, uint32_t verb)
{
    const cgi_sentence *s = &l->sentences[l->tokens[verb].sentence];
    for (uint32_t t = verb + 1; t < s->end; t++) {
        uint8_t rel = l->tokens[t].rel;
        if (l->tokens[t].head == verb && l->tokens[t].upos != CGI_UPOS_PUNCT &&
            (rel == CGI_REL_OBJ || rel == CGI_REL_CCOMP ||
             rel == CGI_REL_XCOMP))
            return true;
    }
    return false;
}

static uint32_t verb_before(const cgi_lang *l, uint32_t t)
{
    const cgi_sentence *s = &l->sentences[l->tokens[t].sentence];
    while (t-- > s->first)
        if (l->tokens[t].upos == CGI_UPOS_VERB)
            return t;
    return CGI_NO_TOKEN;
}

/* True if only `verb` and what stands behind the comma joins the two sides. */
static bool is_apart(const cgi_lang *l, uint32_t comma, uint32_t subject,
                     uint32_t verb)
{
    const cgi_sentence *s = &l->sentences[l->tokens[verb].sentence];
    for (uint32_t t = comma + 1; t < s->end; t++) {
        uint32_t h = l->tokens[t].head;
        if (t != verb && t != subject && h != CGI_NO_TOKEN && h < comma &&
            l->tokens[t].upos != CGI_UPOS_PUNCT)
            return false;
    }
    return true;
}

/* The root must stand before the comma: below the aside it would be lost. */
static bool has_root_before(const cgi_lang *l, uint32_t first, uint32_t comma)
{
    for (uint32_t t = first; t < comma; t++)
        if (l->tokens[t].head == CGI_NO_TOKEN)
            return true;
    return false;
}

/* What stood before the comma goes back to the verb before it. */
static void give_back(cgi_lang *l, uint32_t t, uint32_t root)
{
    cgi_token *k = &l->tokens[t];
    uint32_t up = verb_before(l, t);
    k->head = up == CGI_NO_TOKEN ? root : up;
    if (k->rel == CGI_REL_CCOMP)
        k->rel = k->upos == CGI_UPOS_VERB ? CGI_REL_CONJ : CGI_REL_OBL;
    if (k->head == t) /* The root itself hung on the aside. */
        k->head = CGI_NO_TOKEN;
}

static void set_apart(cgi_lang *l, uint32_t comma, uint32_t subject,
                      uint32_t verb)
{
    const cgi_sentence *s = &l->sentences[l->tokens[verb].sentence];
    uint32_t root = s->first;
    while (l->tokens[root].head != CGI_NO_TOKEN)
        root++;
    for (uint32_t t = s->first; t < comma; t++)
        if (l->tokens[t].head == verb)
            give_back(l, t, root);
    l->tokens[verb].head = root;
    l->tokens[verb].rel = CGI_REL_PARATAXIS;
    l->tokens[subject].head = verb;
    l->tokens[subject].rel = CGI_REL_NSUBJ;
    /* Punctuation must not reach across either. */
    for (uint32_t t = comma; t < s->end; t++) {
        cgi_token *k = &l->tokens[t];
        if (k->upos == CGI_UPOS_PUNCT) {
            k->head = t > verb ? root : verb;
            k->rel = CGI_REL_PUNCT;
        }
    }
}

/* The last verb of the sentence, if nothing but punctuation and a time or
 * place stands behind it. */
static uint32_t last_verb(const cgi_lang *l, const cgi_sentence *s)
{
    for (uint32_t t = s->end; t-- > s->first;) {
        const cgi_token *k = &l->tokens[t];
        if (k->upos == CGI_UPOS_VERB)
            return t;
        if (k->upos == CGI_UPOS_AUX || k->upos == CGI_UPOS_SCONJ)
            break;
    }
    return CGI_NO_TOKEN;
}

void cgi_repair_asides(cgi_lang *l, const cg_world *world)
{
    for (size_t i = 0; i < l->n_sentences; i++) {
        const cgi_sentence *s = &l->sentences[i];
        uint32_t verb = last_verb(l, s);
        if (verb == CGI_NO_TOKEN || l->tokens[verb].head == CGI_NO_TOKEN ||
            !cgi_repair_listed(world, "aside-verb", &l->tokens[verb]) ||
            is_bound(l, verb))
            continue;
        uint32_t comma = comma_before(l, verb);
        if (comma == CGI_NO_TOKEN || comma <= s->first ||
            l->tokens[verb].head > verb || !has_root_before(l, s->first, comma))
            continue;
        uint32_t subject = find_subject(l, comma, verb);
        if (subject != CGI_NO_TOKEN && is_apart(l, comma, subject, verb))
            set_apart(l, comma, subject, verb);
    }
}
