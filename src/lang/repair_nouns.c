/* SPDX-License-Identifier: Apache-2.0
 *
 * repair_nouns.c -- mends what hangs on nouns where that cannot be.
 *
 * "the murder of former minister Anna Berg": the preposition belongs to the
 * name, not to the title before it.
 */
#include "lang/repair.h"

/* The preposition of a title is that of the name behind it. */
static void raise_case(cgi_lang *l, uint32_t t)
{
    uint32_t up = l->tokens[t].head;
    if (l->tokens[t].rel == CGI_REL_CASE && up != CGI_NO_TOKEN && t < up &&
        l->tokens[up].rel == CGI_REL_NMOD_DESC && l->tokens[up].head > up)
        l->tokens[t].head = l->tokens[up].head;
}

/* "the leaders killed in the blast": no past tense, but a participle. */
static void mend_participle(cgi_lang *l, uint32_t t)
{
    cgi_token *k = &l->tokens[t];
    if (k->rel != CGI_REL_ACL || k->xpos != CGI_XPOS_VBD || k->head > t)
        return;
    for (uint32_t c = k->child; c != CGI_NO_TOKEN; c = l->tokens[c].sibling)
        if (l->tokens[c].rel == CGI_REL_NSUBJ ||
            l->tokens[c].rel == CGI_REL_OBJ)
            return;
    k->xpos = CGI_XPOS_VBN;
}

void cgi_repair_nouns(cgi_lang *l)
{
    for (uint32_t t = 0; t < l->n_tokens; t++) {
        raise_case(l, t);
        mend_participle(l, t);
    }
}
