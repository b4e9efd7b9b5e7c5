/* SPDX-License-Identifier: Apache-2.0
 *
 * parse.c -- finds the tags and the tree of each sentence.
 *
 * A sentence of more than CGI_TREE_LONGEST words, which is a list or no
 * sentence at all, is parsed in pieces; the roots of the later ones hang on
 * the root of the first. Time and memory stay linear.
 */
#include "lang/net.h"
#include "lang/tree.h"
#include "world/model.h"

/* Parses tokens [first, first + n). Its root is the sentence's, or hangs on
 * `root` if that is not CGI_NO_TOKEN. Returns the root. */
static uint32_t parse_piece(cgi_lang *l, cgi_net_desk *d, uint32_t first,
                            size_t n, uint32_t root)
{
    cgi_token *tokens = l->tokens + first;
    cgi_net_read(tokens, n, d);
    uint32_t own = first;
    for (uint32_t i = 0; i < n; i++) {
        if (tokens[i].head != CGI_NO_TOKEN) {
            tokens[i].head += first;
            continue;
        }
        own = first + i;
        tokens[i].head = root;
        if (root != CGI_NO_TOKEN)
            tokens[i].rel = CGI_REL_PARATAXIS;
    }
    return own;
}

/* Words without tags and a chain below the first, where there is no model. */
static void parse_flat(cgi_lang *l)
{
    for (size_t i = 0; i < l->n_tokens; i++) {
        cgi_token *t = &l->tokens[i];
        uint32_t first = l->sentences[t->sentence].first;
        t->upos = CGI_UPOS_X;
        t->xpos = CGI_XPOS_FW;
        t->head = i == first ? CGI_NO_TOKEN : first;
        t->rel = i == first ? CGI_REL_ROOT : CGI_REL_DEP;
    }
}

static size_t longest_piece(const cgi_lang *l)
{
    size_t longest = 0;
    for (size_t i = 0; i < l->n_sentences; i++) {
        size_t n = l->sentences[i].end - l->sentences[i].first;
        longest = n > longest ? n : longest;
    }
    return longest > CGI_TREE_LONGEST ? CGI_TREE_LONGEST : longest;
}

void cgi_lang_parse(cgi_lang *l, cgi_arena *a, const cg_world *world)
{
    size_t size;
    const void *bytes = cgi_model_section(&size, world->model, "net");
    cgi_net_model model;
    if (!cgi_net_view(&model, a, bytes, size)) {
        parse_flat(l);
        return;
    }
    cgi_net_desk *d = cgi_net_desk_new(a, &model, longest_piece(l));
    for (size_t i = 0; i < l->n_sentences; i++) {
        const cgi_sentence *s = &l->sentences[i];
        uint32_t root = CGI_NO_TOKEN;
        for (uint32_t at = s->first; at < s->end; at += CGI_TREE_LONGEST) {
            size_t n = s->end - at;
            n = n > CGI_TREE_LONGEST ? CGI_TREE_LONGEST : n;
            uint32_t own = parse_piece(l, d, at, n, root);
            root = root == CGI_NO_TOKEN ? own : root;
        }
    }
}
