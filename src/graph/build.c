/* SPDX-License-Identifier: Apache-2.0
 *
 * build.c -- nodes and edges from things, statements and claims.
 *
 * All that one claim says of one event in one polarity is one proposition. The
 * narrator's are held by claims of their own, one an event, so that every
 * query for "who says so" has an answer.
 */
#include "graph/build.h"

#include <stdio.h>

void cgi_date_write(char out[11], cgi_date d)
{
    if (d.month && d.day)
        snprintf(out, 11, "%04u-%02u-%02u", (unsigned)d.year % 10000,
                 (unsigned)d.month % 100, (unsigned)d.day % 100);
    else if (d.month)
        snprintf(out, 11, "%04u-%02u", (unsigned)d.year % 10000,
                 (unsigned)d.month % 100);
    else
        snprintf(out, 11, "%04u", (unsigned)d.year % 10000);
}

static cgi_evidences evidences(cgi_builder *b, const cgi_span *spans, size_t n)
{
    cgi_evidences out = {cgi_arena_array(b->a, n, sizeof *out.at), 0};
    for (size_t i = 0; i < n; i++)
        if (spans[i].begin < spans[i].end)
            out.at[out.n++] = cgi_evidence_of(b, spans[i]);
    return out;
}

/* ---- Entities -------------------------------------------------------- */

static const char *entity_iri(cgi_builder *b, const cgi_thing *t)
{
    if (t->gaz)
        return t->gaz->iri;
    if (t->is_named)
        return cgi_id_named(b, t->kind, t->label);
    return cgi_id_local(b, 'x', t->head);
}

static void add_entity(cgi_builder *b, uint32_t thing)
{
    const cgi_thing *t = &b->x->things.at[thing];
    const char *iri = entity_iri(b, t);
    /* Two names that are one after normalisation are one node. */
    void **known = cgi_table_at(&b->ids, b->a, cgi_slice_of(iri));
    if (t->is_named && *known) {
        b->entity_of[thing] = *known;
        return;
    }
    cgi_entity *e = &b->out->entities[b->out->n_entities++];
    if (t->is_named)
        *known = e;
    b->entity_of[thing] = e;
    *e = (cgi_entity){
        .iri = iri,
        .label = t->label,
        .kind = t->kind == CGI_KIND_NONE ? CGI_KIND_THING : t->kind,
        .is_known = t->gaz != NULL,
        .count = t->is_named ? -1 : t->count,
        .count_max = t->is_named ? -1 : t->count_max,
        .count_precision = t->is_named ? CGI_COUNT_EXACT : t->count_precision,
        .position = t->position};
    if (t->gaz) {
        e->lat = t->gaz->lat;
        e->lon = t->gaz->lon;
        e->match = t->gaz->match;
    }
    e->mentions = evidences(b, t->mentions.at, t->mentions.n);
}

static const cgi_entity *entity(const cgi_builder *b, uint32_t thing)
{
    return thing == CGI_NONE ? NULL : b->entity_of[thing];
}

static void build_entities(cgi_builder *b)
{
    size_t n = b->x->things.n;
    b->entity_of = cgi_arena_array(b->a, n + 1, sizeof *b->entity_of);
    b->out->entities = cgi_arena_array(b->a, n + 1, sizeof(cgi_entity));
    for (uint32_t i = 0; i < n; i++)
        if (b->x->things.at[i].is_used)
            add_entity(b, i);
    for (uint32_t i = 0; i < n; i++) {
        const cgi_thing *t = &b->x->things.at[i];
        cgi_entity *e = b->entity_of[i];
        if (!e)
            continue;
        e->country = entity(b, t->country);
        e->member_of = entity(b, t->member_of);
        e->within = entity(b, t->within);
    }
}

/* ---- Events ---------------------------------------------------------- */

static void build_events(cgi_builder *b)
{
    size_t n = b->x->happenings.n;
    b->event_of = cgi_arena_array(b->a, n + 1, sizeof *b->event_of);
    b->out->events = cgi_arena_array(b->a, n + 1, sizeof(cgi_event));
    b->out->n_events = n;
    CGI_VEC(cgi_span) *spans = cgi_arena_array(b->a, n + 1, sizeof *spans);
    for (size_t i = 0; i < b->x->statements.n; i++) {
        const cgi_statement *s = &b->x->statements.at[i];
        size_t k = spans[s->event].n;
        /* A claim of responsibility names an event a second time. */
        if (!k || spans[s->event].at[k - 1].begin < s->trigger.begin)
            CGI_PUSH(b->a, &spans[s->event], s->trigger);
    }
    for (size_t i = 0; i < n; i++) {
        const cgi_happening *h = &b->x->happenings.at[i];
        const cgi_statement *s = &b->x->statements.at[h->first];
        cgi_event *e = b->event_of[i] = &b->out->events[i];
        e->iri = cgi_id_local(b, 'e', s->trigger.begin);
        e->type = h->type;
        /* An act of no type is called by its verb. */
        e->label = h->type->plover[0] || h->type->broader ||
                           strcmp(h->type->name, "action") != 0
                       ? h->type->label
                       : s->predicate;
        e->trigger = cgi_evidence_of(b, s->trigger);
        e->mentions = evidences(b, spans[i].at, spans[i].n);
    }
}

/* ---- Propositions ---------------------------------------------------- */

static cgi_edge edge_of(cgi_builder *b, const cgi_argument *a)
{
    cgi_edge e = {.role = a->role,
                  .rule = a->why.rule,
                  .confidence = a->why.confidence,
                  .words = cgi_evidence_of(b, a->why.words)};
    if (a->role == CGI_ROLE_PART_OF)
        e.event = b->event_of[a->thing];
    else
        e.entity = b->entity_of[a->thing];
    return e;
}

static void add_edges(cgi_builder *b, cgi_proposition *p, size_t *cap,
                      const cgi_statement *s)
{
    for (size_t i = 0; i < s->arguments.n; i++) {
        cgi_edge e = edge_of(b, &s->arguments.at[i]);
        bool known = false;
        for (size_t k = 0; k < p->n_edges && !known; k++)
            known = p->edges[k].role == e.role &&
                    p->edges[k].entity == e.entity &&
                    p->edges[k].event == e.event;
        if (known)
            continue;
        if (p->n_edges == *cap)
            p->edges = cgi_arena_grow(b->a, p->edges, cap, p->n_edges,
                                      sizeof *p->edges);
        p->edges[p->n_edges++] = e;
    }
}

static void add_statement(cgi_builder *b, cgi_proposition *p, size_t *cap,
                          const cgi_statement *s)
{
    add_edges(b, p, cap, s);
    if (!p->when.from.year)
        p->when = (cgi_when){s->from, s->to, s->precision};
    if (s->certainty < p->certainty)
        p->certainty = s->certainty;
}

/* Statements of one event, claim and polarity share a proposition. */
static uint32_t *find_proposition(cgi_builder *b, const cgi_statement *s)
{
    char key[64];
    snprintf(key, sizeof key, "p%u/%u/%d", s->event, s->claim,
             (int)s->polarity);
    void **at = cgi_table_at(&b->ids, b->a, cgi_slice_of(key));
    if (!*at) {
        uint32_t *index = cgi_arena_alloc(b->a, sizeof *index);
        *index = CGI_NONE;
        /* The table may have moved while the value was made. */
        *cgi_table_at(&b->ids, b->a, cgi_slice_of(key)) = index;
        return index;
    }
    return *at;
}

static void build_propositions(cgi_builder *b)
{
    size_t n = b->x->statements.n;
    cgi_graph *g = b->out;
    g->propositions = cgi_arena_array(b->a, n + 1, sizeof *g->propositions);
    size_t *caps = cgi_arena_array(b->a, n + 1, sizeof *caps);
    b->proposition_of = cgi_arena_array(b->a, n + 1, sizeof(uint32_t));
    b->first_of = cgi_arena_array(b->a, n + 1, sizeof *b->first_of);
    for (size_t i = 0; i < n; i++) {
        const cgi_statement *s = &b->x->statements.at[i];
        uint32_t *index = find_proposition(b, s);
        if (*index == CGI_NONE) {
            *index = (uint32_t)g->n_propositions++;
            b->first_of[*index] = s;
            g->propositions[*index] =
                (cgi_proposition){.iri = cgi_id_local(b, 'p', s->trigger.begin),
                                  .event = b->event_of[s->event],
                                  .trigger = cgi_evidence_of(b, s->trigger),
                                  .status = s->status,
                                  .certainty = s->certainty,
                                  .rule = s->why.rule,
                                  .confidence = s->why.confidence};
        }
        b->proposition_of[i] = *index;
        add_statement(b, &g->propositions[*index], &caps[*index], s);
    }
}

/* ---- Claims ---------------------------------------------------------- */

static cgi_claim_class class_of(const cgi_claim *c)
{
    if (c->cls != CGI_CLAIM_REPORTED)
        return c->cls;
    if (c->polarity == CGI_POLARITY_DENIES)
        return CGI_CLAIM_DENIAL;
    return c->is_quoted ? CGI_CLAIM_QUOTED : CGI_CLAIM_REPORTED;
}

static void fill_claim(cgi_builder *b, cgi_claim_node *n, const cgi_claim *c)
{
    CGI_VEC(cgi_span) all = {0};
    *n = (cgi_claim_node){.iri = cgi_id_local(b, 'c', c->cue.begin),
                          .cls = class_of(c),
                          .claimant = entity(b, c->claimant),
                          .addressee = entity(b, c->addressee),
                          .source = cgi_evidence_of(b, c->source),
                          .cue = cgi_evidence_of(b, c->cue),
                          .certainty = c->certainty,
                          .stance = c->stance,
                          .rule = c->why.rule,
                          .confidence = c->why.confidence};
    n->content = evidences(b, c->content.at, c->content.n);
    n->others = cgi_arena_array(b->a, c->others.n + 1, sizeof *n->others);
    for (size_t i = 0; i < c->others.n; i++)
        n->others[n->n_others++] = entity(b, c->others.at[i]);
    CGI_PUSH(b->a, &all, c->cue);
    CGI_PUSH(b->a, &all, c->source);
    for (size_t i = 0; i < c->content.n; i++)
        CGI_PUSH(b->a, &all, c->content.at[i]);
    n->evidence = evidences(b, all.at, all.n);
}

/* A claim of the narrator for each event that the article itself tells of. */
static void fill_narrator(cgi_builder *b, cgi_claim_node *n,
                          const cgi_statement *s)
{
    *n = (cgi_claim_node){.iri = cgi_id_local(b, 'n', s->trigger.begin),
                          .cls = CGI_CLAIM_NARRATOR,
                          .source = {0, 0, ""},
                          .cue = {0, 0, ""},
                          .certainty = s->certainty,
                          .stance = CGI_STANCE_REPORTS,
                          .rule = "narrator",
                          .confidence = s->why.confidence};
    n->evidence = evidences(b, &s->trigger, 1);
    n->content = n->evidence;
}

typedef CGI_VEC(cgi_content) contents;

static void give_contents(cgi_builder *b, contents *of)
{
    cgi_graph *g = b->out;
    size_t n_claims = b->x->claims.n, next = n_claims;
    for (size_t i = 0; i < g->n_propositions; i++) {
        const cgi_statement *s = b->first_of[i];
        size_t claim = s->claim != CGI_NONE ? s->claim : next++;
        if (claim >= n_claims)
            fill_narrator(b, &g->claims[claim], s);
        cgi_content c = {s->polarity, &g->propositions[i], NULL};
        CGI_PUSH(b->a, &of[claim], c);
    }
    g->n_claims = next;
    for (size_t i = 0; i < n_claims; i++) {
        uint32_t via = b->x->claims.at[i].via;
        if (via == CGI_NONE)
            continue;
        g->claims[i].via = &g->claims[via];
        cgi_content c = {b->x->claims.at[via].polarity, NULL, &g->claims[i]};
        CGI_PUSH(b->a, &of[via], c);
    }
}

/* A claim of no words and nothing claimed says nothing: "as officials said".
 * Whoever only tells of it then says nothing either. */
static bool *find_silent(cgi_builder *b)
{
    cgi_graph *g = b->out;
    bool *silent = cgi_arena_array(b->a, g->n_claims, sizeof *silent);
    size_t *said = cgi_arena_array(b->a, g->n_claims, sizeof *said);
    for (size_t i = 0; i < g->n_claims; i++)
        said[i] = g->claims[i].n_contents + g->claims[i].content.n;
    for (size_t i = 0; i < g->n_claims; i++)
        for (size_t k = i; !said[k] && !silent[k];) {
            silent[k] = true;
            if (!g->claims[k].via)
                break;
            k = (size_t)(g->claims[k].via - g->claims);
            said[k]--;
        }
    return silent;
}

/* Closes the gaps, and leads pointers to where their claims go. */
static void drop_silent(cgi_builder *b)
{
    cgi_graph *g = b->out;
    const bool *silent = find_silent(b);
    size_t *place = cgi_arena_array(b->a, g->n_claims, sizeof *place), n = 0;
    for (size_t i = 0; i < g->n_claims; i++)
        place[i] = silent[i] ? n : n++;
    for (size_t i = 0; i < g->n_claims; i++) {
        cgi_claim_node c = g->claims[i];
        size_t n_left = 0;
        for (size_t k = 0; k < c.n_contents; k++) {
            cgi_content *content = &c.contents[k];
            size_t at =
                content->claim ? (size_t)(content->claim - g->claims) : 0;
            if (content->claim && silent[at])
                continue;
            if (content->claim)
                content->claim = &g->claims[place[at]];
            c.contents[n_left++] = *content;
        }
        c.n_contents = n_left;
        if (c.via)
            c.via = &g->claims[place[c.via - g->claims]];
        if (!silent[i])
            g->claims[place[i]] = c;
    }
    g->n_claims = n;
}

static void build_claims(cgi_builder *b)
{
    cgi_graph *g = b->out;
    size_t most = b->x->claims.n + g->n_propositions + 1;
    contents *of = cgi_arena_array(b->a, most, sizeof *of);
    g->claims = cgi_arena_array(b->a, most, sizeof *g->claims);
    for (size_t i = 0; i < b->x->claims.n; i++)
        fill_claim(b, &g->claims[i], &b->x->claims.at[i]);
    give_contents(b, of);
    for (size_t i = 0; i < g->n_claims; i++) {
        g->claims[i].contents = of[i].at;
        g->claims[i].n_contents = of[i].n;
    }
    drop_silent(b);
}

/* ---- The article ----------------------------------------------------- */

static const char *text_of(cgi_builder *b, cgi_slice s)
{
    return s.len ? cgi_arena_strndup(b->a, s.at, s.len) : NULL;
}

static void build_article(cgi_builder *b, const char *base)
{
    const cgi_article *article = b->article;
    cgi_graph *g = b->out;
    g->base = base;
    g->iri = cgi_id_article(b, base);
    g->id = article->id;
    g->title = text_of(b, article->title);
    g->url = cgi_id_url(b->a, article->url);
    g->publisher = article->publisher;
    g->dateline = text_of(b, article->dateline);
    g->date = article->date;
    g->text = (cgi_slice){article->text, article->len};
    g->n_chars = cgi_article_chars(article, (uint32_t)article->len);
}

static void build_times(cgi_builder *b)
{
    cgi_graph *g = b->out;
    g->n_times = b->x->times.n;
    g->times = cgi_arena_array(b->a, g->n_times, sizeof *g->times);
    for (size_t i = 0; i < g->n_times; i++) {
        const cgi_time_said *t = &b->x->times.at[i];
        g->times[i] = (cgi_timex){cgi_article_chars(b->article, t->words.begin),
                                  cgi_article_chars(b->article, t->words.end),
                                  t->type, t->value};
    }
}

static void build_told(cgi_builder *b)
{
    cgi_graph *g = b->out;
    g->n_told = b->x->predicates.n;
    g->told = cgi_arena_array(b->a, g->n_told, sizeof *g->told);
    for (size_t i = 0; i < g->n_told; i++) {
        const cgi_predicate *p = &b->x->predicates.at[i];
        g->told[i] = (cgi_told){cgi_article_chars(b->article, p->words.begin),
                                cgi_article_chars(b->article, p->words.end),
                                p->status, p->certainty, p->negated};
    }
}

static void build_places(cgi_builder *b)
{
    cgi_graph *g = b->out;
    g->n_places = b->x->places.n;
    g->places = cgi_arena_array(b->a, g->n_places, sizeof *g->places);
    for (size_t i = 0; i < g->n_places; i++) {
        const cgi_place_said *p = &b->x->places.at[i];
        g->places[i] =
            (cgi_toponym_said){cgi_article_chars(b->article, p->words.begin),
                               cgi_article_chars(b->article, p->words.end),
                               p->type, p->place, p->around};
    }
}

void cgi_graph_build(cgi_graph *out, cgi_arena *a, const cgi_article *article,
                     const cgi_extract *x, const char *base, cg_flatten flatten)
{
    cgi_builder b = {.a = a, .article = article, .x = x, .out = out};
    memset(out, 0, sizeof *out);
    build_article(&b, base);
    build_entities(&b);
    build_events(&b);
    build_propositions(&b);
    build_claims(&b);
    cgi_graph_voices(&b);
    cgi_graph_flatten(&b, flatten);
    build_times(&b);
    build_places(&b);
    build_told(&b);
}
