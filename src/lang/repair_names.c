/* SPDX-License-Identifier: Apache-2.0
 *
 * repair_names.c -- mends tags and appositions that names rule out.
 *
 * "Ms Berg": a title before a name is a noun and hangs on the name, and so do
 * both of "chairman and founder Anna Berg".
 * "the mayor of Stockholm, Anna Berg": a person is no apposition of a place
 * or a party, but of the noun for a person that those belong to.
 */
#include "lang/repair.h"

/* Nouns above a name, at most. */
#define OWNERS_MAX 4

/* Titles in a row, at most: "Retired Maj. Gen. Dr.". */
#define TITLES_MAX 4

static bool is_title(const cgi_lang *l, const cg_world *world, uint32_t t)
{
    const cgi_token *k = &l->tokens[t];
    return strcmp(k->form, k->lower) != 0 &&
           cgi_world_in_list(NULL, world, "short-title",
                             cgi_slice_of(k->lower));
}

/* A noun for one person or for several, but for no crowd. */
static bool is_person(const cgi_lang *l, const cg_world *world, uint32_t t)
{
    const cgi_noun *n =
        cgi_world_find_noun(world, cgi_slice_of(l->tokens[t].lemma));
    return n && n->kind == CGI_KIND_PERSON && !n->is_collective;
}

/* The name behind a title takes its place in the tree. */
static void put_below(cgi_lang *l, uint32_t title, uint32_t name)
{
    for (uint32_t t = l->tokens[title].child; t != CGI_NO_TOKEN;
         t = l->tokens[t].sibling)
        l->tokens[t].head = name;
    l->tokens[name].head = l->tokens[title].head;
    l->tokens[name].rel = l->tokens[title].rel;
    l->tokens[title].head = name;
    l->tokens[title].rel = CGI_REL_NMOD_DESC;
}

/* "Maj. Gen. Berg": the name behind the titles that start at `t`; CGI_NO_TOKEN
 * if there is none. */
static uint32_t behind_titles(const cgi_lang *l, const cg_world *world,
                              uint32_t t)
{
    uint32_t sentence = l->tokens[t].sentence, end = t + TITLES_MAX;
    while (t < l->n_tokens && t < end && l->tokens[t].sentence == sentence &&
           is_title(l, world, t))
        t++;
    return t < l->n_tokens && l->tokens[t].sentence == sentence &&
                   l->tokens[t].upos == CGI_UPOS_PROPN
               ? t
               : CGI_NO_TOKEN;
}

static bool has_determiner(const cgi_lang *l, uint32_t t)
{
    for (uint32_t c = l->tokens[t].child; c != CGI_NO_TOKEN && c < t;
         c = l->tokens[c].sibling)
        if (l->tokens[c].rel == CGI_REL_DET ||
            l->tokens[c].rel == CGI_REL_NMOD_POSS ||
            l->tokens[c].rel == CGI_REL_NUMMOD)
            return true;
    return false;
}

/* The bare noun of "chairman and chief executive Anna Berg", whose name starts
 * at `name`; CGI_NO_TOKEN if it is not joined so. */
static uint32_t joined_title(const cgi_lang *l, const cg_world *world,
                             uint32_t name)
{
    const cgi_token *k = &l->tokens[name];
    uint32_t t = name;
    if (k->upos != CGI_UPOS_PROPN || k->rel != CGI_REL_CONJ ||
        k->head == CGI_NO_TOKEN || k->head > name)
        return CGI_NO_TOKEN;
    while (t > k->head + 1 && l->tokens[t - 1].head != CGI_NO_TOKEN &&
           l->tokens[t - 1].head >= t && l->tokens[t - 1].head <= name)
        t--;
    if (t == name || l->tokens[t].xpos != CGI_XPOS_CC || t == 0 ||
        !cgi_world_find_noun(world, cgi_slice_of(l->tokens[name - 1].lower)))
        return CGI_NO_TOKEN;
    const cgi_token *noun = &l->tokens[--t];
    bool joins =
        k->head == t || (noun->rel == CGI_REL_CONJ && noun->head == k->head);
    return joins && noun->upos == CGI_UPOS_NOUN && noun->xpos == CGI_XPOS_NN &&
                   is_person(l, world, t) && !has_determiner(l, t)
               ? t
               : CGI_NO_TOKEN;
}

/* One person has both titles. */
static void join_titles(cgi_lang *l, uint32_t title, uint32_t name)
{
    for (uint32_t t = l->tokens[title].child; t != CGI_NO_TOKEN;
         t = l->tokens[t].sibling)
        if (t > name || l->tokens[t].rel == CGI_REL_PUNCT)
            l->tokens[t].head = name;
    if (l->tokens[name].head == title) {
        l->tokens[name].head = l->tokens[title].head;
        l->tokens[name].rel = l->tokens[title].rel;
    }
    l->tokens[title].head = name;
    l->tokens[title].rel = CGI_REL_NMOD_DESC;
}

void cgi_repair_titles(cgi_lang *l, const cg_world *world)
{
    for (uint32_t t = 0; t + 1 < l->n_tokens; t++) {
        cgi_token *k = &l->tokens[t];
        uint32_t title = joined_title(l, world, t);
        if (title != CGI_NO_TOKEN)
            join_titles(l, title, t);
        if (!is_title(l, world, t))
            continue;
        uint32_t name = behind_titles(l, world, t);
        if (name == CGI_NO_TOKEN)
            continue;
        if (k->upos != CGI_UPOS_PROPN) {
            k->upos = CGI_UPOS_PROPN;
            k->xpos = CGI_XPOS_NNP;
            k->lemma = k->form;
        }
        if (l->tokens[name].head == t && (l->tokens[name].rel == CGI_REL_FLAT ||
                                          l->tokens[name].rel == CGI_REL_APPOS))
            put_below(l, t, name);
    }
}

/* The noun that `t` belongs to: its head, if `t` is a modifier with a
 * preposition. */
static uint32_t owner_of(const cgi_lang *l, uint32_t t)
{
    uint32_t head = l->tokens[t].head;
    if (head == CGI_NO_TOKEN || l->tokens[t].rel != CGI_REL_NMOD ||
        l->tokens[head].upos != CGI_UPOS_NOUN || head > t)
        return CGI_NO_TOKEN;
    return head;
}

/* The token of a name that hangs on a word outside it. */
static uint32_t head_of(const cgi_lang *l, const cgi_name *name)
{
    for (uint32_t t = name->first; t < name->end; t++) {
        uint32_t head = l->tokens[t].head;
        if (head == CGI_NO_TOKEN || head < name->first || head >= name->end)
            return t;
    }
    return name->first;
}

/* The noun for a person that the phrase of `t` belongs to; `t` itself if that
 * is a person already, or if there is none. "the leader of the band Blondie":
 * a name right behind a noun is of that noun, whatever it looks like. */
static uint32_t bearer_of(const cgi_lang *l, const cg_world *world,
                          const cgi_name *inner, const cgi_name *name,
                          uint32_t t)
{
    bool named = inner && inner->first <= t && t < inner->end;
    if (named ? inner->type == CGI_NAME_PERSON
              : is_person(l, world, t) || t + 1 == name->first)
        return t;
    uint32_t up = owner_of(l, t);
    for (int n = 0; n < OWNERS_MAX && up != CGI_NO_TOKEN; n++) {
        if (is_person(l, world, up))
            return up;
        up = owner_of(l, up);
    }
    /* "the voice of Oslo, Anna Berg" */
    up = owner_of(l, t);
    return named && inner->type == CGI_NAME_PLACE && up != CGI_NO_TOKEN ? up
                                                                        : t;
}

/* "Red Front guerrillas": people that belong to a body are no part of its name.
 */
static void leave_people(const cgi_lang *l, const cg_world *world,
                         cgi_name *name)
{
    uint32_t last = name->end - 1;
    if (name->end - name->first > 1 && l->tokens[last].xpos == CGI_XPOS_NNS &&
        strcmp(l->tokens[last].form, l->tokens[last].lower) == 0 &&
        is_person(l, world, last))
        name->end--;
}

/* "Bank of England officials": the whole name is of the officials, and not they
 * of the bank. */
static bool take_whole(cgi_lang *l, const cgi_name *name)
{
    uint32_t noun = name->end, last = noun - 1, head = head_of(l, name);
    if (noun >= l->n_tokens || l->tokens[noun].upos != CGI_UPOS_NOUN ||
        l->tokens[noun].sentence != l->tokens[head].sentence || head >= last ||
        l->tokens[noun].head != head || l->tokens[noun].rel != CGI_REL_NMOD ||
        l->tokens[last].head != noun)
        return false;
    for (uint32_t t = name->first; t < last; t++)
        if (l->tokens[t].head == noun)
            l->tokens[t].head = last;
    l->tokens[last].head = head;
    l->tokens[last].rel = CGI_REL_NMOD;
    for (uint32_t t = l->tokens[head].child; t != CGI_NO_TOKEN;
         t = l->tokens[t].sibling)
        if ((t < name->first || t > noun) && l->tokens[t].head == head)
            l->tokens[t].head = noun;
    l->tokens[noun].head = l->tokens[head].head;
    l->tokens[noun].rel = l->tokens[head].rel;
    l->tokens[head].head = noun;
    l->tokens[head].rel = CGI_REL_COMPOUND;
    cgi_lang_link(l);
    return true;
}

/* "Justice Berg": an office before a person's name hangs on it. */
static bool leave_title(cgi_lang *l, const cg_world *world,
                        const cgi_name *name)
{
    uint32_t t = head_of(l, name);
    /* "Lib Dem Sir Archy Berg": what stands before the title is no name. */
    if (name->first > 0 && l->tokens[t].rel == CGI_REL_FLAT &&
        l->tokens[t].head + 1 < name->first &&
        l->tokens[name->first - 1].rel == CGI_REL_NMOD_DESC) {
        put_below(l, l->tokens[t].head, t);
        cgi_lang_link(l);
        return true;
    }
    if (t != name->first || t == 0 || l->tokens[t].rel != CGI_REL_FLAT ||
        l->tokens[t].head != t - 1)
        return false;
    cgi_slice title = cgi_slice_of(l->tokens[t - 1].lower);
    const cgi_noun *n = cgi_world_find_noun(world, title);
    if (!(n && n->is_position) &&
        !cgi_world_in_list(NULL, world, "title", title))
        return false;
    put_below(l, t - 1, t);
    cgi_lang_link(l);
    return true;
}

void cgi_lang_repair_names(cgi_lang *l, const cg_world *world)
{
    bool has_moved = false;
    for (size_t i = 0; i < l->n_names; i++) {
        const cgi_name *name = &l->names[i];
        if (name->type == CGI_NAME_ORGANIZATION) {
            leave_people(l, world, &l->names[i]);
            if (take_whole(l, name))
                continue;
        }
        if (name->type != CGI_NAME_PERSON || leave_title(l, world, name))
            continue;
        uint32_t t = head_of(l, name), up = l->tokens[t].head;
        if (l->tokens[t].rel != CGI_REL_APPOS || up > t)
            continue;
        l->tokens[t].head = bearer_of(l, world, i ? name - 1 : NULL, name, up);
        has_moved |= l->tokens[t].head != up;
    }
    if (has_moved)
        cgi_lang_link(l);
}
