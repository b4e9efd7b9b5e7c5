/* SPDX-License-Identifier: Apache-2.0
 *
 * parse.c -- finds the tree of each sentence.
 *
 * A sentence of more than CGI_PARSE_LONGEST words, which is a list or no
 * sentence at all, is parsed in pieces; the roots of the later ones hang on
 * the root of the first. Time and memory stay linear.
 */
#include "lang/parse.h"

#define BEAM 4
/* States so far behind the best leave the beam, in eighths as weights are. It
 * halves the time and costs a tenth of a point of accuracy. */
#define MARGIN 800

static void score(int32_t *scores, const void *model, const uint64_t *features,
                  size_t n)
{
    cgi_weights_score(scores, model, features, n);
}

typedef struct {
    cgi_search *search;
    cgi_traits *traits; /* For a piece, with padding. */
    uint64_t *passed;
    int16_t *heads;
    uint8_t *rels;
    cgi_clusters clusters;
} desk;

static void desk_init(desk *out, cgi_arena *a, const cgi_lang *l,
                      const cgi_weights *weights)
{
    size_t longest = 0;
    for (size_t i = 0; i < l->n_sentences; i++) {
        size_t n = l->sentences[i].end - l->sentences[i].first;
        longest = n > longest ? n : longest;
    }
    longest = longest > CGI_PARSE_LONGEST ? CGI_PARSE_LONGEST : longest;
    out->search = cgi_search_new(a, longest, BEAM, MARGIN, score, weights);
    out->traits =
        cgi_arena_array(a, longest + 2 * CGI_TRAITS_PAD, sizeof *out->traits);
    out->passed = cgi_arena_array(a, longest + 1, sizeof *out->passed);
    out->heads = cgi_arena_array(a, longest, sizeof *out->heads);
    out->rels = cgi_arena_array(a, longest, sizeof *out->rels);
}

/* Parses tokens [first, first + n). Its root is the sentence's, or hangs on
 * `root` if that is not CGI_NO_TOKEN. Returns the root. */
static uint32_t parse_piece(cgi_lang *l, desk *d, uint32_t first, size_t n,
                            uint32_t root)
{
    cgi_token *tokens = l->tokens + first;
    cgi_traits *t = d->traits + CGI_TRAITS_PAD;
    cgi_traits_fill(d->traits, tokens, n, &d->clusters);
    for (size_t i = 0; i < n; i++)
        cgi_traits_tag(&t[i], tokens[i].upos, tokens[i].xpos);
    cgi_sight v;
    cgi_sight_init(&v, d->passed, t, n);
    cgi_state_tree(d->heads, d->rels, cgi_search_run(d->search, &v), &v);
    uint32_t own = first;
    for (uint32_t i = 0; i < n; i++) {
        bool is_root = d->heads[i] < 0;
        own = is_root ? first + i : own;
        tokens[i].head = is_root ? root : first + (uint16_t)d->heads[i];
        tokens[i].rel = d->rels[i];
        if (is_root && root != CGI_NO_TOKEN)
            tokens[i].rel = CGI_REL_PARATAXIS;
    }
    return own;
}

/* A chain below the first token, where there is no model. */
static void parse_flat(cgi_lang *l)
{
    for (size_t i = 0; i < l->n_sentences; i++) {
        const cgi_sentence *s = &l->sentences[i];
        for (uint32_t k = s->first; k < s->end; k++) {
            l->tokens[k].head = k == s->first ? CGI_NO_TOKEN : s->first;
            l->tokens[k].rel = k == s->first ? CGI_REL_ROOT : CGI_REL_DEP;
        }
    }
}

void cgi_lang_parse(cgi_lang *l, cgi_arena *a, const cg_world *world)
{
    size_t size;
    const void *bytes = cgi_model_section(&size, world->model, "parse");
    cgi_weights weights;
    if (!cgi_weights_view(&weights, bytes, size, CGI_PARSE_ACTIONS)) {
        parse_flat(l);
        return;
    }
    desk d;
    desk_init(&d, a, l, &weights);
    d.clusters = cgi_traits_clusters(world);
    for (size_t i = 0; i < l->n_sentences; i++) {
        const cgi_sentence *s = &l->sentences[i];
        uint32_t root = CGI_NO_TOKEN;
        for (uint32_t at = s->first; at < s->end; at += CGI_PARSE_LONGEST) {
            size_t n = s->end - at;
            n = n > CGI_PARSE_LONGEST ? CGI_PARSE_LONGEST : n;
            uint32_t own = parse_piece(l, &d, at, n, root);
            root = root == CGI_NO_TOKEN ? own : root;
        }
    }
}
