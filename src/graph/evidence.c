/* SPDX-License-Identifier: Apache-2.0
 *
 * evidence.c -- takes text out of a graph, for those who may not pass it on.
 *
 * All is done here, before any writer sees the graph: a writer cannot give
 * away what it does not have. Labels of actors and events, the headline and
 * the offices of people stay.
 */
#include "graph/build.h"

typedef struct {
    cg_evidence how;
    const uint32_t *ends; /* Of the sentences, in code points, ascending. */
    size_t n_ends;
} hiding;

/* Does a sentence end within the stretch? */
static bool is_long(const hiding *h, const cgi_evidence *e)
{
    size_t begin = 0, end = h->n_ends;
    while (begin < end) {
        size_t mid = begin + (end - begin) / 2;
        if (h->ends[mid] <= e->begin)
            begin = mid + 1;
        else
            end = mid;
    }
    return begin < h->n_ends && h->ends[begin] < e->end;
}

static void hide(const hiding *h, cgi_evidence *e)
{
    if (h->how == CG_EVIDENCE_NONE)
        e->begin = e->end = 0;
    if (h->how != CG_EVIDENCE_SENTENCE || is_long(h, e))
        e->quote = "";
}

static void hide_all(const hiding *h, cgi_evidences *list)
{
    for (size_t i = 0; i < list->n; i++)
        hide(h, &list->at[i]);
    if (h->how == CG_EVIDENCE_NONE)
        list->n = 0;
}

static void hide_edges(const hiding *h, cgi_edge *edges, size_t n)
{
    for (size_t i = 0; i < n; i++)
        hide(h, &edges[i].words);
}

static void hide_claim(const hiding *h, cgi_claim_node *c)
{
    hide(h, &c->source);
    hide(h, &c->cue);
    hide_all(h, &c->content);
    hide_all(h, &c->evidence);
}

static const uint32_t *sentence_ends(cgi_arena *a, const cgi_article *article,
                                     const cgi_lang *lang)
{
    uint32_t *ends = cgi_arena_array(a, lang->n_sentences, sizeof *ends);
    for (size_t i = 0; i < lang->n_sentences; i++) {
        const cgi_sentence *sentence = &lang->sentences[i];
        uint32_t end = sentence->end > sentence->first
                           ? lang->tokens[sentence->end - 1].end
                           : 0;
        ends[i] = cgi_article_chars(article, end);
    }
    return ends;
}

void cgi_graph_hide(cgi_graph *g, cgi_arena *a, const cgi_article *article,
                    const cgi_lang *lang, cg_evidence how)
{
    if (how == CG_EVIDENCE_FULL)
        return;
    hiding h = {how, sentence_ends(a, article, lang), lang->n_sentences};
    g->text = (cgi_slice){"", 0};
    if (how == CG_EVIDENCE_NONE)
        g->n_times = 0;
    for (size_t i = 0; i < g->n_entities; i++)
        hide_all(&h, &g->entities[i].mentions);
    for (size_t i = 0; i < g->n_events; i++) {
        hide(&h, &g->events[i].trigger);
        hide_all(&h, &g->events[i].mentions);
        hide_edges(&h, g->events[i].edges, g->events[i].n_edges);
    }
    for (size_t i = 0; i < g->n_propositions; i++) {
        hide(&h, &g->propositions[i].trigger);
        hide_edges(&h, g->propositions[i].edges, g->propositions[i].n_edges);
    }
    for (size_t i = 0; i < g->n_claims; i++)
        hide_claim(&h, &g->claims[i]);
}
