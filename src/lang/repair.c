/* SPDX-License-Identifier: Apache-2.0
 *
 * repair.c -- mends trees where the parser is known to go wrong.
 */
#include "lang/repair.h"

bool cgi_repair_listed(const cg_world *world, const char *list,
                       const cgi_token *k)
{
    return cgi_world_in_list(NULL, world, list, cgi_slice_of(k->lower)) ||
           cgi_world_in_list(NULL, world, list, cgi_slice_of(k->lemma));
}

uint32_t cgi_repair_child(const cgi_lang *l, uint32_t head, cgi_rel rel)
{
    for (uint32_t t = l->tokens[head].child; t != CGI_NO_TOKEN;
         t = l->tokens[t].sibling)
        if (l->tokens[t].rel == rel && l->tokens[t].head == head)
            return t;
    return CGI_NO_TOKEN;
}

bool cgi_repair_is_below(const cgi_lang *l, uint32_t t, uint32_t top,
                         uint32_t steps)
{
    for (uint32_t n = 0; n < steps && t != CGI_NO_TOKEN; n++) {
        if (t == top)
            return true;
        t = l->tokens[t].head;
    }
    return t != CGI_NO_TOKEN;
}

void cgi_repair_hang(cgi_lang *l, uint32_t t, uint32_t head, cgi_rel rel)
{
    l->tokens[t].head = head;
    l->tokens[t].rel = (uint8_t)rel;
}

void cgi_lang_repair(cgi_lang *l, const cg_world *world)
{
    cgi_lang_link(l);
    cgi_repair_titles(l, world);
    cgi_repair_nouns(l, world);
    cgi_lang_link(l);
    cgi_repair_participles(l, world);
    cgi_repair_verbs(l, world);
    cgi_repair_subjects(l, world);
    cgi_lang_link(l);
    cgi_repair_charges(l, world);
    cgi_repair_inserts(l, world);
    cgi_repair_asides(l, world);
}
