/* SPDX-License-Identifier: Apache-2.0
 *
 * graphs.c -- from triples back to the graphs that they were written from.
 *
 * First every event, proposition and claim is given to an article and all are
 * sorted, so that the nodes of an article are one stretch of one array; then
 * article by article its entities are found and all nodes filled. Where a node
 * does not say its article, its IRI does: "<article>-e88".
 */
#include "store/graphs.h"

#include <stdlib.h>

/* A node on its way to its place. */
typedef struct {
    uint32_t article; /* Index. */
    uint32_t offset;  /* In the text. */
    uint32_t term;
    cgi_node_kind kind;
} place;

typedef CGI_VEC(place) places;

/* ---- Articles -------------------------------------------------------- */

typedef struct {
    cgi_date date;
    uint32_t term;
} dated;

static int by_date(const void *a, const void *b)
{
    const dated *x = a, *y = b;
    int dx[4] = {x->date.year, x->date.month, x->date.day, 0};
    int dy[4] = {y->date.year, y->date.month, y->date.day, 0};
    for (int i = 0; i < 3; i++)
        if (dx[i] != dy[i])
            return dx[i] < dy[i] ? -1 : 1;
    return x->term < y->term ? -1 : x->term > y->term;
}

/* What stands before the last "-" of a node's IRI, as a term of its own in
 * the triples; CGI_NO_TERM if it is not there. */
static uint32_t article_by_name(const cgi_loader *l, uint32_t node)
{
    const char *iri = l->t->terms.at[node].text;
    const char *dash = strrchr(iri, '-');
    if (!dash)
        return CGI_NO_TERM;
    return cgi_triples_iri(l->t,
                           cgi_arena_strndup(l->a, iri, (size_t)(dash - iri)));
}

static uint32_t article_term(const cgi_loader *l, uint32_t node)
{
    uint32_t term = cgi_triples_object(l->t, node, l->ids[CGI_TERM_IN_ARTICLE]);
    return term != CGI_NO_TERM ? term : article_by_name(l, node);
}

/* The base is what stands before the article's own name. */
static const char *base_of(cgi_loader *l, const char *iri)
{
    size_t n = strlen(iri);
    while (n > 0 && !strchr("/#:", iri[n - 1]))
        n--;
    return cgi_arena_strndup(l->a, iri, n);
}

static void fill_article(cgi_loader *l, cgi_graph *g, uint32_t term)
{
    g->iri = l->t->terms.at[term].text;
    g->base = base_of(l, g->iri);
    g->id = cgi_loader_text(l, term, CGI_TERM_IDENTIFIER);
    g->title = cgi_loader_text(l, term, CGI_TERM_HEADLINE);
    g->url = cgi_loader_text(l, term, CGI_TERM_URL);
    g->publisher = cgi_loader_text(l, term, CGI_TERM_PUBLISHER);
    g->dateline = cgi_loader_text(l, term, CGI_TERM_DATELINE);
    g->date = cgi_loader_date(l, term, CGI_TERM_DATE_PUBLISHED);
    g->n_chars = (uint32_t)cgi_loader_number(l, term, CGI_TERM_END, 0);
    g->text = (cgi_slice){"", 0};
}

/* One more than there are articles: the last is for nodes that belong to
 * none, and is dropped again if there are no such nodes. */
static uint32_t *find_articles(cgi_loader *l)
{
    cgi_range r =
        cgi_triples_to(l->t, l->ids[CGI_TERM_TYPE], l->ids[CGI_TERM_ARTICLE]);
    dated *order = cgi_arena_array(l->a, r.n + 1, sizeof *order);
    uint32_t *terms = cgi_arena_array(l->a, r.n + 1, sizeof *terms);
    for (size_t i = 0; i < r.n; i++)
        order[i] = (dated){
            cgi_loader_date(l, r.at[i].s, CGI_TERM_DATE_PUBLISHED), r.at[i].s};
    if (r.n)
        qsort(order, r.n, sizeof *order, by_date);
    l->out->at = cgi_arena_array(l->a, r.n + 1, sizeof(cgi_graph));
    l->out->n = r.n;
    for (size_t i = 0; i < r.n; i++) {
        terms[i] = order[i].term;
        l->article_of[terms[i]] = (uint32_t)i;
        fill_article(l, &l->out->at[i], terms[i]);
    }
    terms[r.n] = CGI_NO_TERM;
    l->out->at[r.n] = (cgi_graph){.iri = "urn:x-claimgraph-article",
                                  .base = "urn:x-claimgraph-",
                                  .text = {"", 0}};
    return terms;
}

/* ---- Nodes ----------------------------------------------------------- */

/* A proposition needs an event, or nobody could follow it. */
static bool has_event(const cgi_loader *l, uint32_t s)
{
    uint32_t o = cgi_triples_object(l->t, s, l->ids[CGI_TERM_ON_EVENT]);
    return o != CGI_NO_TERM && l->kinds[o] == CGI_NODE_EVENT;
}

static void note_nodes(cgi_loader *l, places *list, cgi_range r, bool by_object,
                       cgi_node_kind kind)
{
    for (size_t i = 0; i < r.n; i++) {
        uint32_t term = by_object ? r.at[i].o : r.at[i].s;
        if (l->kinds[term] || l->t->terms.at[term].kind == CGI_TERM_LITERAL)
            continue;
        if (kind == CGI_NODE_PROPOSITION && !has_event(l, term))
            continue;
        l->kinds[term] = (unsigned char)kind;
        uint32_t article = article_term(l, term);
        uint32_t index =
            article == CGI_NO_TERM ? CGI_NO_TERM : l->article_of[article];
        place p = {index == CGI_NO_TERM ? (uint32_t)l->out->n : index,
                   cgi_loader_offset(l, term), term, kind};
        CGI_PUSH(l->a, list, p);
    }
}

static int in_order(const void *a, const void *b)
{
    const place *x = a, *y = b;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    if (x->offset != y->offset)
        return x->offset < y->offset ? -1 : 1;
    return x->term < y->term ? -1 : x->term > y->term;
}

/* All events, propositions and claims. An event that is only spoken of is one
 * as well. */
static places find_nodes(cgi_loader *l)
{
    places list = {0};
    uint32_t type = l->ids[CGI_TERM_TYPE];
    const uint32_t *ids = l->ids;
    note_nodes(l, &list, cgi_triples_to(l->t, type, ids[CGI_TERM_EVENT]), false,
               CGI_NODE_EVENT);
    note_nodes(l, &list, cgi_triples_by(l->t, ids[CGI_TERM_ON_EVENT]), true,
               CGI_NODE_EVENT);
    note_nodes(l, &list, cgi_triples_to(l->t, type, ids[CGI_TERM_PROPOSITION]),
               false, CGI_NODE_PROPOSITION);
    note_nodes(l, &list, cgi_triples_to(l->t, type, ids[CGI_TERM_CLAIM]), false,
               CGI_NODE_CLAIM);
    if (list.n)
        qsort(list.at, list.n, sizeof *list.at, in_order);
    return list;
}

/* The nodes of one kind in `list` from `first` on, of one article. */
static size_t count(const places *list, size_t first, uint32_t article,
                    cgi_node_kind kind)
{
    size_t n = 0;
    while (first + n < list->n && list->at[first + n].article == article &&
           list->at[first + n].kind == kind)
        n++;
    return n;
}

/* Empty nodes, so that all can be referred to before any is filled. */
static void make_nodes(cgi_loader *l, cgi_graph *g, const place *at)
{
    g->events = cgi_arena_array(l->a, g->n_events, sizeof *g->events);
    g->propositions =
        cgi_arena_array(l->a, g->n_propositions, sizeof *g->propositions);
    g->claims = cgi_arena_array(l->a, g->n_claims, sizeof *g->claims);
    for (size_t i = 0; i < g->n_events; i++)
        l->node_of[(at++)->term] = &g->events[i];
    for (size_t i = 0; i < g->n_propositions; i++)
        l->node_of[(at++)->term] = &g->propositions[i];
    for (size_t i = 0; i < g->n_claims; i++)
        l->node_of[(at++)->term] = &g->claims[i];
}

static void *node(const cgi_loader *l, uint32_t term, cgi_node_kind kind)
{
    if (term == CGI_NO_TERM || l->kinds[term] != (unsigned char)kind)
        return NULL;
    return l->node_of[term];
}

/* ---- Events and propositions ----------------------------------------- */

static cgi_edge *read_edges(cgi_loader *l, size_t *n, uint32_t s,
                            int confidence)
{
    CGI_VEC(cgi_edge) edges = {0};
    for (int role = CGI_ROLE_NONE + 1; role < CGI_N_ROLES; role++) {
        cgi_range r = cgi_triples_with(l->t, s, l->roles[role]);
        for (size_t i = 0; i < r.n; i++) {
            cgi_edge e = {.role = (cgi_role)role,
                          .rule = "",
                          .confidence = confidence,
                          .words = {0, 0, ""}};
            if (role == CGI_ROLE_PART_OF)
                e.event = node(l, r.at[i].o, CGI_NODE_EVENT);
            else
                e.entity = l->entity_of[r.at[i].o];
            if (e.event || e.entity)
                CGI_PUSH(l->a, &edges, e);
        }
    }
    *n = edges.n;
    return edges.at;
}

/* What stands at the offset in the node's IRI, else the first of all. */
static cgi_evidence trigger_of(const cgi_loader *l, uint32_t s,
                               const cgi_evidences *all)
{
    uint32_t offset = cgi_loader_offset(l, s);
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].begin == offset)
            return all->at[i];
    return all->n ? all->at[0] : (cgi_evidence){0, 0, ""};
}

static void fill_event(cgi_loader *l, cgi_event *e, uint32_t s)
{
    e->iri = l->t->terms.at[s].text;
    e->type = cgi_loader_type(l, s);
    e->label = cgi_loader_text(l, s, CGI_TERM_LABEL);
    e->label = e->label ? e->label : e->type->label;
    e->mentions = cgi_loader_mentions(l, s, CGI_TERM_EVIDENCE);
    e->trigger = trigger_of(l, s, &e->mentions);
    e->edges = read_edges(l, &e->n_edges, s, 100);
    e->when = cgi_loader_when(l, s);
    e->status =
        (cgi_status)cgi_loader_value(l, s, CGI_TERM_STATUS, cgi_status_names,
                                     CGI_N_STATUSES, CGI_STATUS_NONE);
}

static bool same_words(const cgi_evidence *a, const cgi_evidence *b)
{
    return a->begin == b->begin && a->end == b->end;
}

/* Gives the words of a proposition, but for its trigger, to its roles in the
 * order of the text. */
static void share_words(cgi_proposition *p, const cgi_evidences *all)
{
    size_t k = 0;
    for (size_t i = 0; i < all->n && k < p->n_edges; i++)
        if (!same_words(&all->at[i], &p->trigger))
            p->edges[k++].words = all->at[i];
}

static void fill_proposition(cgi_loader *l, cgi_proposition *p, uint32_t s)
{
    cgi_evidences words = cgi_loader_mentions(l, s, CGI_TERM_EVIDENCE);
    const char *rule = cgi_loader_text(l, s, CGI_TERM_RULE);
    p->iri = l->t->terms.at[s].text;
    p->event = node(l, cgi_triples_object(l->t, s, l->ids[CGI_TERM_ON_EVENT]),
                    CGI_NODE_EVENT);
    p->trigger = trigger_of(l, s, &words);
    p->confidence = cgi_loader_percent(l, s, CGI_TERM_CONFIDENCE);
    p->edges = read_edges(l, &p->n_edges, s, p->confidence);
    share_words(p, &words);
    p->when = cgi_loader_when(l, s);
    p->status =
        (cgi_status)cgi_loader_value(l, s, CGI_TERM_STATUS, cgi_status_names,
                                     CGI_N_STATUSES, CGI_STATUS_NONE);
    p->certainty = (cgi_certainty)cgi_loader_value(
        l, s, CGI_TERM_CERTAINTY, cgi_certainty_names, CGI_N_CERTAINTIES,
        CGI_CERTAINTY_UNDERSPECIFIED);
    p->rule = rule ? rule : "";
}

/* ---- Claims ---------------------------------------------------------- */

static cgi_claim_class class_of(const cgi_loader *l, uint32_t s)
{
    cgi_range r = cgi_triples_with(l->t, s, l->ids[CGI_TERM_TYPE]);
    size_t len = sizeof CGI_NS - 1;
    for (size_t i = 0; i < r.n; i++) {
        const char *iri = l->t->terms.at[r.at[i].o].text;
        int cls = strncmp(iri, CGI_NS, len)
                      ? -1
                      : cgi_term_find(cgi_claim_names, CGI_N_CLAIMS,
                                      cgi_slice_of(iri + len));
        if (cls >= 0)
            return (cgi_claim_class)cls;
    }
    return CGI_CLAIM_REPORTED;
}

static void read_contents(cgi_loader *l, cgi_claim_node *c, uint32_t s)
{
    static const cgi_term_name properties[CGI_N_POLARITIES] = {
        [CGI_POLARITY_ASSERTS] = CGI_TERM_ASSERTS,
        [CGI_POLARITY_DENIES] = CGI_TERM_DENIES,
        [CGI_POLARITY_CONSIDERS] = CGI_TERM_CONSIDERS};
    CGI_VEC(cgi_content) contents = {0};
    for (int polarity = 0; polarity < CGI_N_POLARITIES; polarity++) {
        cgi_range r = cgi_triples_with(l->t, s, l->ids[properties[polarity]]);
        for (size_t i = 0; i < r.n; i++) {
            cgi_content content = {(cgi_polarity)polarity,
                                   node(l, r.at[i].o, CGI_NODE_PROPOSITION),
                                   node(l, r.at[i].o, CGI_NODE_CLAIM)};
            if (content.proposition || content.claim)
                CGI_PUSH(l->a, &contents, content);
        }
    }
    c->contents = contents.at;
    c->n_contents = contents.n;
}

static const cgi_entity *entity(const cgi_loader *l, uint32_t s,
                                cgi_term_name p)
{
    uint32_t o = cgi_triples_object(l->t, s, l->ids[p]);
    return o == CGI_NO_TERM ? NULL : l->entity_of[o];
}

static cgi_evidence one_mention(const cgi_loader *l, uint32_t s,
                                cgi_term_name p)
{
    uint32_t o = cgi_triples_object(l->t, s, l->ids[p]);
    return o == CGI_NO_TERM ? (cgi_evidence){0, 0, ""}
                            : cgi_loader_mention(l, o);
}

/* Whoever claims it beside the first claimant. */
static void read_others(cgi_loader *l, cgi_claim_node *c, uint32_t s)
{
    CGI_VEC(const cgi_entity *) others = {0};
    cgi_range r = cgi_triples_with(l->t, s, l->ids[CGI_TERM_CO_CLAIMANT]);
    for (size_t i = 0; i < r.n; i++) {
        const cgi_entity *e = l->entity_of[r.at[i].o];
        if (e && e != c->claimant)
            CGI_PUSH(l->a, &others, e);
    }
    c->others = others.at;
    c->n_others = others.n;
}

static void read_voices(cgi_loader *l, cgi_claim_node *c, uint32_t s)
{
    static const cgi_term_name properties[CGI_N_AGREEMENTS] = {
        [CGI_AGREEMENT_CORROBORATES] = CGI_TERM_CORROBORATES,
        [CGI_AGREEMENT_DENIAL] = CGI_TERM_BY_DENIAL,
        [CGI_AGREEMENT_AGENT] = CGI_TERM_OTHER_AGENT,
        [CGI_AGREEMENT_COUNT] = CGI_TERM_OTHER_COUNT,
        [CGI_AGREEMENT_PLACE] = CGI_TERM_OTHER_PLACE,
        [CGI_AGREEMENT_DATE] = CGI_TERM_OTHER_DATE};
    CGI_VEC(cgi_voice) voices = {0};
    for (int how = 0; how < CGI_N_AGREEMENTS; how++) {
        cgi_range r = cgi_triples_with(l->t, s, l->ids[properties[how]]);
        for (size_t i = 0; i < r.n; i++) {
            cgi_voice v = {node(l, r.at[i].o, CGI_NODE_CLAIM),
                           (cgi_agreement)how};
            if (v.claim)
                CGI_PUSH(l->a, &voices, v);
        }
    }
    c->voices = voices.at;
    c->n_voices = voices.n;
}

static void fill_claim(cgi_loader *l, cgi_claim_node *c, uint32_t s)
{
    const char *rule = cgi_loader_text(l, s, CGI_TERM_RULE);
    c->iri = l->t->terms.at[s].text;
    c->cls = class_of(l, s);
    c->claimant = entity(l, s, CGI_TERM_CLAIMANT);
    c->addressee = entity(l, s, CGI_TERM_ADDRESSEE);
    c->source = one_mention(l, s, CGI_TERM_SOURCE_SPAN);
    c->cue = one_mention(l, s, CGI_TERM_CUE);
    c->content = cgi_loader_mentions(l, s, CGI_TERM_CONTENT);
    c->evidence = cgi_loader_mentions(l, s, CGI_TERM_EVIDENCE);
    c->certainty = (cgi_certainty)cgi_loader_value(
        l, s, CGI_TERM_CERTAINTY, cgi_certainty_names, CGI_N_CERTAINTIES,
        CGI_CERTAINTY_UNDERSPECIFIED);
    c->stance =
        (cgi_stance)cgi_loader_value(l, s, CGI_TERM_STANCE, cgi_stance_names,
                                     CGI_N_STANCES, CGI_STANCE_REPORTS);
    c->via = node(l, cgi_triples_object(l->t, s, l->ids[CGI_TERM_VIA]),
                  CGI_NODE_CLAIM);
    c->rule = rule ? rule : "";
    c->confidence = cgi_loader_percent(l, s, CGI_TERM_CONFIDENCE);
    read_contents(l, c, s);
    read_others(l, c, s);
    read_voices(l, c, s);
}

/* ---- All of it ------------------------------------------------------- */

static void fill_graph(cgi_loader *l, cgi_graph *g, uint32_t article,
                       const place *at)
{
    size_t n = g->n_events + g->n_propositions + g->n_claims, k = 0;
    uint32_t *terms = cgi_arena_array(l->a, n, sizeof *terms);
    for (size_t i = 0; i < n; i++)
        terms[i] = at[i].term;
    cgi_loader_entities(l, g, article, terms, n);
    for (size_t i = 0; i < g->n_events; i++)
        fill_event(l, &g->events[i], terms[k++]);
    for (size_t i = 0; i < g->n_propositions; i++)
        fill_proposition(l, &g->propositions[i], terms[k++]);
    for (size_t i = 0; i < g->n_claims; i++)
        fill_claim(l, &g->claims[i], terms[k++]);
    for (size_t i = 0; i < l->n_touched; i++)
        l->entity_of[l->touched[i]] = NULL;
}

static void prepare(cgi_loader *l)
{
    static const char *const iris[CGI_N_TERMS] = {
#define CGI_TERM(name, iri) iri,
#include "store/terms.def"
    };
    size_t n = l->t->terms.n + 1;
    for (int i = 0; i < CGI_N_TERMS; i++)
        l->ids[i] = cgi_triples_iri(l->t, iris[i]);
    for (int i = 0; i < CGI_N_ROLES; i++)
        l->roles[i] = cgi_triples_iri(
            l->t, cgi_arena_printf(l->a, CGI_NS "%s", cgi_role_names[i]));
    l->node_of = cgi_arena_array(l->a, n, sizeof *l->node_of);
    l->kinds = cgi_arena_array(l->a, n, sizeof *l->kinds);
    l->entity_of = cgi_arena_array(l->a, n, sizeof *l->entity_of);
    l->type_of = cgi_arena_array(l->a, n, sizeof *l->type_of);
    l->article_of = cgi_arena_array(l->a, n, sizeof *l->article_of);
    memset(l->article_of, 0xFF, n * sizeof *l->article_of);
}

void cgi_graphs_read(cgi_graphs *out, cgi_arena *a, const cgi_triples *t,
                     const cg_world *world)
{
    cgi_loader l = {.t = t, .a = a, .world = world, .out = out};
    prepare(&l);
    uint32_t *articles = find_articles(&l);
    places nodes = find_nodes(&l);
    size_t n_graphs = out->n + 1, first = 0;
    size_t *starts = cgi_arena_array(a, n_graphs + 1, sizeof *starts);
    for (size_t i = 0; i < n_graphs; i++) {
        cgi_graph *g = &out->at[i];
        uint32_t index = (uint32_t)i;
        starts[i] = first;
        g->n_events = count(&nodes, first, index, CGI_NODE_EVENT);
        first += g->n_events;
        g->n_propositions = count(&nodes, first, index, CGI_NODE_PROPOSITION);
        first += g->n_propositions;
        g->n_claims = count(&nodes, first, index, CGI_NODE_CLAIM);
        first += g->n_claims;
        make_nodes(&l, g, nodes.at ? nodes.at + starts[i] : NULL);
    }
    for (size_t i = 0; i < n_graphs; i++)
        fill_graph(&l, &out->at[i], articles[i],
                   nodes.at ? nodes.at + starts[i] : NULL);
    if (nodes.n > starts[n_graphs - 1])
        out->n++;
}
