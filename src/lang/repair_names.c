/* SPDX-License-Identifier: Apache-2.0
 *
 * repair_names.c -- mends tags and appositions that names rule out.
 *
 * "Ms Berg": a title before a name is a noun and hangs on the name.
 * "the mayor of Stockholm, Anna Berg": a person is no apposition of a place,
 * but of the noun that the place belongs to.
 */
#include "lang/repair.h"

static bool is_title(const cgi_lang *l, const cg_world *world, uint32_t t)
{
    const cgi_token *k = &l->tokens[t];
    return strcmp(k->form, k->lower) != 0 &&
           cgi_world_in_list(NULL, world, "short-title",
                             cgi_slice_of(k->lower));
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

void cgi_repair_titles(cgi_lang *l, const cg_world *world)
{
    for (uint32_t t = 0; t + 1 < l->n_tokens; t++) {
        cgi_token *k = &l->tokens[t];
        const cgi_token *next = &l->tokens[t + 1];
        if (next->upos != CGI_UPOS_PROPN || next->sentence != k->sentence ||
            !is_title(l, world, t) || is_title(l, world, t + 1))
            continue;
        if (k->upos != CGI_UPOS_PROPN) {
            k->upos = CGI_UPOS_PROPN;
            k->xpos = CGI_XPOS_NNP;
            k->lemma = k->form;
        }
        if (next->head == t && next->rel == CGI_REL_FLAT)
            put_below(l, t, t + 1);
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

void cgi_lang_repair_names(cgi_lang *l)
{
    const cgi_name *place = NULL;
    bool has_moved = false;
    for (size_t i = 0; i < l->n_names; i++) {
        const cgi_name *name = &l->names[i];
        uint32_t t = head_of(l, name), up = l->tokens[t].head;
        if (name->type == CGI_NAME_PERSON && place &&
            l->tokens[t].rel == CGI_REL_APPOS && up >= place->first &&
            up < place->end && owner_of(l, up) != CGI_NO_TOKEN) {
            l->tokens[t].head = owner_of(l, up);
            has_moved = true;
        }
        place = name->type == CGI_NAME_PLACE ? name : NULL;
    }
    if (has_moved)
        cgi_lang_link(l);
}
