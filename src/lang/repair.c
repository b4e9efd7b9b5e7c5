/* SPDX-License-Identifier: Apache-2.0
 *
 * repair.c -- mends trees where the parser is known to go wrong.
 */
#include "lang/repair.h"

static bool is_title(const cg_world *world, const cgi_token *t)
{
    return cgi_world_in_list(NULL, world, "title-feminine",
                             cgi_slice_of(t->lower)) ||
           cgi_world_in_list(NULL, world, "title-masculine",
                             cgi_slice_of(t->lower));
}

/* "Ms" before a name is no interjection. */
static void mend_titles(cgi_lang *l, const cg_world *world)
{
    for (size_t i = 0; i + 1 < l->n_tokens; i++) {
        cgi_token *t = &l->tokens[i];
        if (t->upos != CGI_UPOS_INTJ || t[1].upos != CGI_UPOS_PROPN ||
            t[1].sentence != t->sentence || !is_title(world, t))
            continue;
        t->upos = CGI_UPOS_PROPN;
        t->xpos = CGI_XPOS_NNP;
    }
}

void cgi_lang_repair(cgi_lang *l, const cg_world *world)
{
    cgi_lang_link(l);
    mend_titles(l, world);
    cgi_repair_verbs(l, world);
    cgi_repair_asides(l, world);
}
