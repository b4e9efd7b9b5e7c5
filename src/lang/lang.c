/* SPDX-License-Identifier: Apache-2.0
 *
 * lang.c -- strings the stages of language analysis together.
 *
 * The order matters: names and time expressions look at the tree.
 */
#include "lang/lang.h"

void cgi_lang_analyse(cgi_lang *out, cgi_arena *a, const cg_world *world,
                      const cgi_article *article)
{
    memset(out, 0, sizeof *out);
    out->article = article;
    cgi_lang_tokenize(out, a, world);
    cgi_lang_parse(out, a, world);
    cgi_lang_repair_tags(out, world);
    cgi_lang_lemmatize(out, a, world);
    cgi_lang_repair(out, world);
    cgi_lang_link(out);
    cgi_lang_find_names(out, a, world);
    cgi_lang_repair_names(out, world);
    cgi_lang_find_times(out, a, world);
}

/* Goes backwards, so that each token becomes the first child of its head and
 * those behind it follow. */
void cgi_lang_link(cgi_lang *l)
{
    for (size_t i = 0; i < l->n_tokens; i++)
        l->tokens[i].child = l->tokens[i].sibling = CGI_NO_TOKEN;
    for (size_t i = l->n_tokens; i-- > 0;) {
        cgi_token *t = &l->tokens[i];
        if (t->head == CGI_NO_TOKEN) {
            l->sentences[t->sentence].root = (uint32_t)i;
            continue;
        }
        t->sibling = l->tokens[t->head].child;
        l->tokens[t->head].child = (uint32_t)i;
    }
}
