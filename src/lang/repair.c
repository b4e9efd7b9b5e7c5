/* SPDX-License-Identifier: Apache-2.0
 *
 * repair.c -- mends a tree where the parser is known to go wrong.
 *
 * ", Reuters reported." at the end of a sentence tells of all that stands
 * before it. Parsers hang it on the last noun like a relative clause, and what
 * stands before the comma on its verb. Here the verb becomes a parataxis of
 * the root, and what it took goes back to the verb before.
 */
#include "lang/lang.h"

static bool is_speech(const cg_world *world, const cgi_token *k)
{
    return cgi_world_in_list(NULL, world, "aside-verb",
                             cgi_slice_of(k->lower)) ||
           cgi_world_in_list(NULL, world, "aside-verb", cgi_slice_of(k->lemma));
}

/* What the children of `verb` tell of it. */
typedef struct {
    uint32_t subject;
    bool is_bound; /* A conjunction, an object or a clause of its own. */
} dependents;

static dependents look(const cgi_lang *l, uint32_t verb)
{
    const cgi_sentence *s = &l->sentences[l->tokens[verb].sentence];
    dependents d = {CGI_NO_TOKEN, false};
    for (uint32_t t = s->first; t < s->end; t++) {
        if (l->tokens[t].head != verb)
            continue;
        switch (l->tokens[t].rel) {
        case CGI_REL_NSUBJ: d.subject = t; break;
        case CGI_REL_CC:
        case CGI_REL_MARK:
        case CGI_REL_OBJ:
        case CGI_REL_CCOMP:
        case CGI_REL_XCOMP: d.is_bound = true; break;
        default: break;
        }
    }
    return d;
}

/* The comma before the subject's phrase, which has nothing but nominal words
 * in it; CGI_NO_TOKEN if there is none. */
static uint32_t comma_before(const cgi_lang *l, uint32_t subject)
{
    const cgi_sentence *s = &l->sentences[l->tokens[subject].sentence];
    for (uint32_t t = subject; t > s->first; t--) {
        const cgi_token *k = &l->tokens[t - 1];
        if (k->xpos == CGI_XPOS_COMMA)
            return t - 1;
        if (k->upos == CGI_UPOS_VERB || k->upos == CGI_UPOS_AUX ||
            k->upos == CGI_UPOS_PUNCT || k->upos == CGI_UPOS_SCONJ)
            break;
    }
    return CGI_NO_TOKEN;
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
static bool is_apart(const cgi_lang *l, uint32_t comma, uint32_t verb)
{
    const cgi_sentence *s = &l->sentences[l->tokens[verb].sentence];
    for (uint32_t t = comma + 1; t < s->end; t++) {
        uint32_t h = l->tokens[t].head;
        if (t != verb && h != CGI_NO_TOKEN && h < comma &&
            l->tokens[t].upos != CGI_UPOS_PUNCT)
            return false;
    }
    return true;
}

static void set_apart(cgi_lang *l, uint32_t comma, uint32_t verb)
{
    const cgi_sentence *s = &l->sentences[l->tokens[verb].sentence];
    uint32_t root = s->first;
    while (l->tokens[root].head != CGI_NO_TOKEN)
        root++;
    for (uint32_t t = s->first; t < comma; t++) {
        uint32_t up = verb_before(l, t);
        if (l->tokens[t].head == verb)
            l->tokens[t].head = up == CGI_NO_TOKEN ? root : up;
    }
    l->tokens[verb].head = root;
    l->tokens[verb].rel = CGI_REL_PARATAXIS;
    /* Punctuation must not reach across either. */
    for (uint32_t t = comma; t < s->end; t++)
        if (l->tokens[t].head != CGI_NO_TOKEN && l->tokens[t].head < comma &&
            t != verb)
            l->tokens[t].head = t > verb ? root : verb;
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

void cgi_lang_repair(cgi_lang *l, const cg_world *world)
{
    for (size_t i = 0; i < l->n_sentences; i++) {
        const cgi_sentence *s = &l->sentences[i];
        uint32_t verb = last_verb(l, s);
        if (verb == CGI_NO_TOKEN || l->tokens[verb].head == CGI_NO_TOKEN ||
            l->tokens[verb].head > verb || !is_speech(world, &l->tokens[verb]))
            continue;
        dependents d = look(l, verb);
        if (d.subject == CGI_NO_TOKEN || d.is_bound || d.subject > verb)
            continue;
        uint32_t comma = comma_before(l, d.subject);
        if (comma != CGI_NO_TOKEN && comma > s->first &&
            is_apart(l, comma, verb))
            set_apart(l, comma, verb);
    }
}
