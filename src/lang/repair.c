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
