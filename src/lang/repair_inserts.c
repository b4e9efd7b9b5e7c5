/* SPDX-License-Identifier: Apache-2.0
 *
 * repair_inserts.c -- mends the trees of sentences with an aside inside.
 *
 * "The army, officials said, attacked the town": parsers take "said" for the
 * head of "attacked", whose subject then stands on its far side. Trees must
 * not cross, so here the clause becomes the head and the aside its parataxis.
 */
#include "lang/repair.h"

/* The clause behind the verb that is what was said, or CGI_NO_TOKEN. */
static uint32_t clause_behind(const cgi_lang *l, uint32_t verb)
{
    for (uint32_t t = l->tokens[verb].child; t != CGI_NO_TOKEN;
         t = l->tokens[t].sibling)
        if (t > verb && l->tokens[t].head == verb &&
            l->tokens[t].rel == CGI_REL_CCOMP)
            return t;
    return CGI_NO_TOKEN;
}

/* Tokens of a phrase that a comma is looked for behind, at most. */
#define PHRASE_MAX 60

static bool has_comma(const cgi_lang *l, uint32_t from, uint32_t to)
{
    if (to > from + PHRASE_MAX)
        to = from + PHRASE_MAX;
    for (uint32_t t = from; t < to; t++)
        if (l->tokens[t].xpos == CGI_XPOS_COMMA)
            return true;
    return false;
}

/* True if the clause has a part before `verb`, and a comma behind that. */
static bool reaches_over(const cgi_lang *l, uint32_t clause, uint32_t verb)
{
    for (uint32_t t = l->tokens[clause].child; t < verb;
         t = l->tokens[t].sibling) {
        if (l->tokens[t].head != clause || l->tokens[t].upos == CGI_UPOS_PUNCT)
            continue;
        return has_comma(l, t + 1, verb);
    }
    return false;
}

static bool is_subject(const cgi_token *k)
{
    return k->rel == CGI_REL_NSUBJ || k->rel == CGI_REL_NSUBJ_PASS;
}

/* "The war, said Anna Berg, is over": each verb has the other's subject. */
static void give_back_subjects(cgi_lang *l, uint32_t clause, uint32_t verb)
{
    uint32_t first = l->tokens[verb].child, second = l->tokens[clause].child;
    while (first < verb && !is_subject(&l->tokens[first]))
        first = l->tokens[first].sibling;
    while (second < clause && !is_subject(&l->tokens[second]))
        second = l->tokens[second].sibling;
    if (first >= verb || second < verb || second >= clause ||
        !has_comma(l, first, verb) || has_comma(l, verb, second) ||
        !has_comma(l, second, clause))
        return;
    l->tokens[first].head = clause;
    l->tokens[second].head = verb;
    l->tokens[second].rel = CGI_REL_NSUBJ;
}

/* The same where trees give both to the verb. */
static void part_subjects(cgi_lang *l, uint32_t clause, uint32_t verb)
{
    uint32_t first = CGI_NO_TOKEN, second = CGI_NO_TOKEN;
    for (uint32_t t = l->tokens[verb].child; t != CGI_NO_TOKEN && t < clause;
         t = l->tokens[t].sibling)
        if (l->tokens[t].head == verb && is_subject(&l->tokens[t])) {
            if (t < verb && first == CGI_NO_TOKEN)
                first = t;
            else if (t > verb)
                second = t;
        }
    for (uint32_t t = l->tokens[clause].child; t != CGI_NO_TOKEN;
         t = l->tokens[t].sibling)
        if (is_subject(&l->tokens[t]))
            return;
    if (first == CGI_NO_TOKEN || second == CGI_NO_TOKEN ||
        !has_comma(l, first, verb) || !has_comma(l, second, clause))
        return;
    l->tokens[first].head = clause;
}

/* The last part of the clause that stands before the verb. */
static uint32_t last_part(const cgi_lang *l, uint32_t clause, uint32_t verb)
{
    uint32_t last = 0;
    for (uint32_t t = l->tokens[clause].child; t < verb;
         t = l->tokens[t].sibling)
        if (l->tokens[t].head == clause && l->tokens[t].upos != CGI_UPOS_PUNCT)
            last = t;
    return last;
}

static void swap(cgi_lang *l, uint32_t clause, uint32_t verb)
{
    uint32_t part = last_part(l, clause, verb);
    l->tokens[clause].head = l->tokens[verb].head;
    l->tokens[clause].rel = l->tokens[verb].rel;
    l->tokens[verb].head = clause;
    l->tokens[verb].rel = CGI_REL_PARATAXIS;
    /* Only what stands between is of the aside. */
    for (uint32_t t = l->tokens[verb].child; t != CGI_NO_TOKEN;
         t = l->tokens[t].sibling)
        if ((t <= part || t > clause) && l->tokens[t].head == verb)
            l->tokens[t].head = clause;
}

/* The clause of a verb of saying at `t`; CGI_NO_TOKEN if it is none. */
static uint32_t said_at(const cgi_lang *l, const cg_world *world, uint32_t t)
{
    return l->tokens[t].upos == CGI_UPOS_VERB &&
                   cgi_repair_listed(world, "aside-verb", &l->tokens[t])
               ? clause_behind(l, t)
               : CGI_NO_TOKEN;
}

void cgi_repair_inserts(cgi_lang *l, const cg_world *world)
{
    for (uint32_t t = 0; t < l->n_tokens; t++) {
        uint32_t clause = said_at(l, world, t);
        if (clause != CGI_NO_TOKEN) {
            give_back_subjects(l, clause, t);
            part_subjects(l, clause, t);
        }
    }
    cgi_lang_link(l);
    for (uint32_t t = 0; t < l->n_tokens; t++) {
        uint32_t clause = said_at(l, world, t);
        if (clause != CGI_NO_TOKEN && reaches_over(l, clause, t))
            swap(l, clause, t);
    }
}
