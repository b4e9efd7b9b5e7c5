/* SPDX-License-Identifier: Apache-2.0
 *
 * repair_names.c -- mends appositions that the types of names rule out.
 *
 * "the mayor of Stockholm, Anna Berg": a person is no apposition of a place,
 * but of the noun that the place belongs to.
 */
#include "lang/repair.h"

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
