/* SPDX-License-Identifier: Apache-2.0
 *
 * samples.c -- from sentences to what the network learns from.
 */
#include "train/samples.h"

#include <stdlib.h>
#include <string.h>

#include "lang/tree.h"

void cgi_tagset_make(cgi_tagset *out, const cgi_lang *l)
{
    memset(out, 0, sizeof *out);
    for (size_t i = 0; i < l->n_tokens; i++)
        out->labels[l->tokens[i].upos][l->tokens[i].xpos] = 1;
    for (uint32_t u = 0; u < CGI_N_UPOS; u++)
        for (uint32_t x = 0; x < CGI_N_XPOS; x++) {
            if (!out->labels[u][x] || out->n == CGI_NET_TAGS_MAX)
                continue;
            out->pairs[2 * out->n] = (uint8_t)u;
            out->pairs[2 * out->n + 1] = (uint8_t)x;
            out->labels[u][x] = (uint8_t)++out->n;
        }
}

static uint32_t word_row(const cgi_corpus *c, uint64_t word)
{
    const uint32_t *count =
        cgi_table_find(&c->ids, (cgi_slice){(const char *)&word, 8});
    return count ? (uint32_t)(count - c->counts) : 0;
}

static void fill(cgi_sample *out, const cgi_token *t, const cgi_inputs *in,
                 uint32_t first, const cgi_sampling *how)
{
    uint8_t label = how->tags->labels[t->upos][t->xpos];
    out->word = word_row(how->words, in->word);
    for (size_t k = 0; k < CGI_AFFIXES; k++)
        out->rows[k] = (uint16_t)cgi_inputs_row(in->affixes[k], how->n_affixes);
    out->head = t->head == CGI_NO_TOKEN ? -1 : (int16_t)(t->head - first);
    out->rel = t->rel;
    out->tag = label ? (uint8_t)(label - 1) : 0;
}

static void reserve(cgi_samples *s, size_t words, size_t sentences)
{
    if (s->n + words > s->room) {
        s->room = 2 * (s->n + words);
        s->at = cgi_train_grow(s->at, s->room, sizeof *s->at);
    }
    if (s->n_sentences + sentences + 1 > s->sentence_room) {
        s->sentence_room = 2 * (s->n_sentences + sentences + 1);
        s->first = cgi_train_grow(s->first, s->sentence_room, sizeof *s->first);
        s->first[0] = 0;
    }
}

void cgi_samples_add(cgi_samples *s, const cgi_lang *l, const cgi_sampling *how)
{
    cgi_inputs in[CGI_TREE_LONGEST];
    reserve(s, l->n_tokens, l->n_sentences);
    for (size_t i = 0; i < l->n_sentences; i++) {
        const cgi_sentence *at = &l->sentences[i];
        size_t n = at->end - at->first;
        if (!n || n > CGI_TREE_LONGEST)
            continue;
        bool none = how->capitals_of && s->n_sentences % how->capitals_of == 0;
        cgi_inputs_fill(in, l->tokens + at->first, n,
                        none ? CGI_CAPITALS_NONE : CGI_CAPITALS_AUTO);
        for (size_t k = 0; k < n; k++)
            fill(&s->at[s->n++], &l->tokens[at->first + k], &in[k], at->first,
                 how);
        s->first[++s->n_sentences] = (uint32_t)s->n;
    }
}

void cgi_samples_clear(cgi_samples *s)
{
    free(s->at);
    free(s->first);
}
