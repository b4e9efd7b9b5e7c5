/* SPDX-License-Identifier: Apache-2.0
 *
 * graphs_entities.c -- the actors, places and things of one article.
 *
 * A country may be mentioned in every article of an archive, so its mentions
 * are not taken from it but from the article: what stands in this article,
 * and whose mention it is.
 */
#include <stdlib.h>

#include "store/graphs.h"

/* Links from entity to entity are followed this far: nothing says that
 * containment ends. */
#define LINKS_MAX 16

/* One mention of an entity; `begin` is UINT32_MAX if it has none. */
typedef struct {
    uint32_t term;
    cgi_evidence words;
} said;

typedef CGI_VEC(said) sayings;

static void note(cgi_loader *l, sayings *list, uint32_t term)
{
    said s = {term, {UINT32_MAX, UINT32_MAX, ""}};
    if (term != CGI_NO_TERM && !l->kinds[term] &&
        l->t->terms.at[term].kind != CGI_TERM_LITERAL)
        CGI_PUSH(l->a, list, s);
}

static void note_all(cgi_loader *l, sayings *list, uint32_t s, uint32_t p)
{
    cgi_range r = cgi_triples_with(l->t, s, p);
    for (size_t i = 0; i < r.n; i++)
        note(l, list, r.at[i].o);
}

/* What the nodes of the article speak of. */
static void note_used(cgi_loader *l, sayings *list, const uint32_t *nodes,
                      size_t n)
{
    for (size_t i = 0; i < n; i++) {
        for (int role = CGI_ROLE_NONE + 1; role < CGI_N_ROLES; role++)
            note_all(l, list, nodes[i], l->roles[role]);
        note_all(l, list, nodes[i], l->ids[CGI_TERM_CLAIMANT]);
        note_all(l, list, nodes[i], l->ids[CGI_TERM_ADDRESSEE]);
    }
}

static void note_mentioned(cgi_loader *l, sayings *list, uint32_t article)
{
    cgi_range r = cgi_triples_to(l->t, l->ids[CGI_TERM_CONTEXT], article);
    for (size_t i = 0; i < r.n; i++) {
        cgi_range of =
            cgi_triples_to(l->t, l->ids[CGI_TERM_EVIDENCE], r.at[i].s);
        for (size_t k = 0; k < of.n; k++) {
            said s = {of.at[k].s, cgi_loader_mention(l, r.at[i].s)};
            if (!l->kinds[s.term] && s.words.begin < s.words.end)
                CGI_PUSH(l->a, list, s);
        }
    }
}

/* Stands for an entity that is in the list and not yet made. */
static cgi_entity noted;

/* What they in turn are linked to; the list grows while it is gone through. */
static void note_linked(cgi_loader *l, sayings *list)
{
    size_t done = 0;
    for (int depth = 0; depth < LINKS_MAX && done < list->n; depth++) {
        for (size_t end = list->n; done < end; done++) {
            uint32_t s = list->at[done].term;
            /* Once for each, not once for each mention. */
            if (l->entity_of[s])
                continue;
            l->entity_of[s] = &noted;
            note(l, list,
                 cgi_triples_object(l->t, s, l->ids[CGI_TERM_OF_COUNTRY]));
            note(l, list,
                 cgi_triples_object(l->t, s, l->ids[CGI_TERM_MEMBER_OF]));
            note(l, list, cgi_triples_object(l->t, s, l->ids[CGI_TERM_WITHIN]));
        }
    }
}

static int by_term(const void *a, const void *b)
{
    const said *x = a, *y = b;
    if (x->term != y->term)
        return x->term < y->term ? -1 : 1;
    if (x->words.begin != y->words.begin)
        return x->words.begin < y->words.begin ? -1 : 1;
    return x->words.end < y->words.end ? -1 : x->words.end > y->words.end;
}

/* The first mention of each entity, to put entities in the order of text. */
typedef struct {
    uint32_t begin, term;
    size_t first, n; /* Its sayings. */
} found;

static int by_place(const void *a, const void *b)
{
    const found *x = a, *y = b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    return x->term < y->term ? -1 : x->term > y->term;
}

static const cgi_entity *link_of(const cgi_loader *l, uint32_t s,
                                 cgi_term_name p)
{
    uint32_t o = cgi_triples_object(l->t, s, l->ids[p]);
    return o == CGI_NO_TERM ? NULL : l->entity_of[o];
}

static void describe(const cgi_loader *l, cgi_entity *e, uint32_t s)
{
    size_t known = sizeof CGI_ENTITY_NS - 1;
    e->iri = l->t->terms.at[s].text;
    e->label = cgi_loader_text(l, s, CGI_TERM_LABEL);
    e->label = e->label ? e->label : e->iri;
    e->kind = cgi_loader_kind(l, s);
    e->is_known = !strncmp(e->iri, CGI_ENTITY_NS, known);
    e->count = cgi_loader_number(l, s, CGI_TERM_COUNT, -1);
    e->count_max = cgi_loader_number(l, s, CGI_TERM_COUNT_MAX, -1);
    e->count_precision = (cgi_count_precision)cgi_loader_value(
        l, s, CGI_TERM_COUNT_PRECISION, cgi_count_names, CGI_N_COUNTS,
        CGI_COUNT_EXACT);
    e->position = cgi_loader_text(l, s, CGI_TERM_POSITION);
    e->lat = cgi_loader_text(l, s, CGI_TERM_LAT);
    e->lon = cgi_loader_text(l, s, CGI_TERM_LONG);
    e->match = cgi_loader_text(l, s, CGI_TERM_MATCH);
}

static void link(const cgi_loader *l, cgi_entity *e, uint32_t s)
{
    e->country = link_of(l, s, CGI_TERM_OF_COUNTRY);
    e->member_of = link_of(l, s, CGI_TERM_MEMBER_OF);
    e->within = link_of(l, s, CGI_TERM_WITHIN);
}

static void give_mentions(const cgi_loader *l, cgi_entity *e, const said *at,
                          size_t n)
{
    e->mentions.at = cgi_arena_array(l->a, n, sizeof *e->mentions.at);
    for (size_t i = 0; i < n; i++)
        if (at[i].words.begin < at[i].words.end &&
            (i == 0 || by_term(&at[i - 1], &at[i]) != 0))
            e->mentions.at[e->mentions.n++] = at[i].words;
}

/* Sayings of one entity stand together now. */
static size_t group(found *out, const sayings *list)
{
    size_t n = 0;
    for (size_t i = 0; i < list->n; i++) {
        if (!i || list->at[i].term != list->at[i - 1].term)
            out[n++] = (found){list->at[i].words.begin, list->at[i].term, i, 0};
        out[n - 1].n++;
    }
    return n;
}

void cgi_loader_entities(cgi_loader *l, cgi_graph *g, uint32_t article,
                         const uint32_t *nodes, size_t n_nodes)
{
    sayings list = {0};
    note_mentioned(l, &list, article);
    note_used(l, &list, nodes, n_nodes);
    note_linked(l, &list);
    l->touched = NULL;
    l->n_touched = 0;
    if (!list.n)
        return;
    qsort(list.at, list.n, sizeof *list.at, by_term);
    found *order = cgi_arena_array(l->a, list.n, sizeof *order);
    size_t n = group(order, &list);
    qsort(order, n, sizeof *order, by_place);
    g->entities = cgi_arena_array(l->a, n, sizeof *g->entities);
    g->n_entities = l->n_touched = n;
    l->touched = cgi_arena_array(l->a, n, sizeof *l->touched);
    for (size_t i = 0; i < n; i++) {
        l->touched[i] = order[i].term;
        l->entity_of[order[i].term] = &g->entities[i];
    }
    for (size_t i = 0; i < n; i++) {
        cgi_entity *e = &g->entities[i];
        describe(l, e, order[i].term);
        link(l, e, order[i].term);
        give_mentions(l, e, &list.at[order[i].first], order[i].n);
    }
}
