/* SPDX-License-Identifier: Apache-2.0
 *
 * json.c -- graphs as JSON Lines: one object for each article, on one line.
 *
 * For programs that want offsets and no RDF. Spans are [begin, end) in code
 * points of "text", which Python's slices count in too. A key whose value is
 * not known is left out. An object is built whole before its first byte is
 * written, so a failure leaves no half line.
 */
#include <jansson.h>
#include <stdlib.h>

#include "write/write.h"

typedef struct {
    FILE *to;
} json_writer;

/* ---- Values -------------------------------------------------------------
 *
 * jansson's "new" calls take NULL for a value that could not be made and pass
 * the failure on; `ok` keeps it until the object is done. */

typedef struct {
    json_t *object;
    bool *ok;
} maker;

static maker make(bool *ok)
{
    maker m = {json_object(), ok};
    *ok &= m.object != NULL;
    return m;
}

static json_t *make_list(bool *ok)
{
    json_t *list = json_array();
    *ok &= list != NULL;
    return list;
}

static void put(maker m, const char *key, json_t *value)
{
    *m.ok &= !json_object_set_new(m.object, key, value);
}

static void append(bool *ok, json_t *list, json_t *value)
{
    *ok &= !json_array_append_new(list, value);
}

static void put_text(maker m, const char *key, const char *value)
{
    if (value && *value)
        put(m, key, json_string(value));
}

static void put_count(maker m, const char *key, long value)
{
    if (value >= 0)
        put(m, key, json_integer(value));
}

static void put_percent(maker m, const char *key, int percent)
{
    put(m, key, json_real(percent / 100.0));
}

/* A decimal that is kept as text. jansson reads it, since strtod() would heed
 * the locale. */
static void put_decimal(maker m, const char *key, const char *value)
{
    json_t *number = value ? json_loads(value, JSON_DECODE_ANY, NULL) : NULL;
    if (number && json_is_number(number))
        put(m, key, number);
    else
        json_decref(number);
}

static json_t *span(cgi_evidence e)
{
    return json_pack("[ii]", (int)e.begin, (int)e.end);
}

/* The "span" of what has no evidence of its own. */
static void put_range(maker m, size_t begin, size_t end)
{
    put(m, "span", json_pack("[ii]", (int)begin, (int)end));
}

static void put_span(maker m, const char *key, cgi_evidence e)
{
    if (e.end > e.begin)
        put(m, key, span(e));
}

static void put_spans(maker m, const char *key, cgi_evidences all)
{
    json_t *list = make_list(m.ok);
    for (size_t i = 0; i < all.n; i++)
        append(m.ok, list, span(all.at[i]));
    put(m, key, list);
}

static void put_date(maker m, const char *key, cgi_date date)
{
    char text[11];
    if (!date.year)
        return;
    cgi_date_write(text, date);
    put_text(m, key, text);
}

static void put_when(maker m, const cgi_when *when)
{
    put_date(m, "from", when->from);
    put_date(m, "to", when->to);
    put_text(m, "precision", cgi_precision_names[when->precision]);
}

/* ---- Nodes ----------------------------------------------------------- */

static const char *entity_iri(const cgi_entity *e)
{
    return e ? e->iri : NULL;
}

static json_t *entity(const cgi_entity *e, bool *ok)
{
    maker m = make(ok);
    put_text(m, "iri", e->iri);
    put_text(m, "label", e->label);
    put_text(m, "kind", cgi_kind_names[e->kind]);
    put(m, "known", json_boolean(e->is_known));
    put_count(m, "count", e->count);
    put_count(m, "countMax", e->count_max);
    put_text(m, "countPrecision", cgi_count_names[e->count_precision]);
    put_text(m, "position", e->position);
    put_text(m, "country", entity_iri(e->country));
    put_text(m, "memberOf", entity_iri(e->member_of));
    put_text(m, "within", entity_iri(e->within));
    put_decimal(m, "lat", e->lat);
    put_decimal(m, "long", e->lon);
    put_text(m, "match", e->match);
    put_spans(m, "mentions", e->mentions);
    return m.object;
}

static json_t *edge(const cgi_edge *e, bool *ok)
{
    maker m = make(ok);
    put_text(m, "role", cgi_role_names[e->role]);
    put_text(m, "entity", entity_iri(e->entity));
    put_text(m, "event", e->event ? e->event->iri : NULL);
    put_span(m, "words", e->words);
    put_text(m, "rule", e->rule);
    put_percent(m, "confidence", e->confidence);
    return m.object;
}

static void put_edges(maker m, const cgi_edge *edges, size_t n)
{
    json_t *list = make_list(m.ok);
    for (size_t i = 0; i < n; i++)
        append(m.ok, list, edge(&edges[i], m.ok));
    put(m, "roles", list);
}

static void put_type(maker m, const cgi_type *type)
{
    if (!type)
        return;
    put_text(m, "type", type->name);
    if (type->broader)
        put_text(m, "broader", type->broader->name);
    put_text(m, "plover", type->plover);
    put_text(m, "cameo", type->cameo);
}

static json_t *event(const cgi_event *e, bool *ok)
{
    maker m = make(ok);
    put_text(m, "iri", e->iri);
    put_type(m, e->type);
    put_text(m, "label", e->label);
    put_span(m, "trigger", e->trigger);
    put_spans(m, "mentions", e->mentions);
    put_text(m, "status", cgi_status_names[e->status]);
    put_when(m, &e->when);
    put_edges(m, e->edges, e->n_edges);
    return m.object;
}

static json_t *proposition(const cgi_proposition *p, bool *ok)
{
    maker m = make(ok);
    put_text(m, "iri", p->iri);
    put_text(m, "event", p->event ? p->event->iri : NULL);
    put_span(m, "trigger", p->trigger);
    put_text(m, "status", cgi_status_names[p->status]);
    put_text(m, "certainty", cgi_certainty_names[p->certainty]);
    put_when(m, &p->when);
    put_edges(m, p->edges, p->n_edges);
    put_text(m, "rule", p->rule);
    put_percent(m, "confidence", p->confidence);
    return m.object;
}

/* The IRIs of what the claim takes that attitude to. */
static void put_contents(maker m, const cgi_claim_node *c,
                         cgi_polarity polarity)
{
    json_t *list = NULL;
    for (size_t i = 0; i < c->n_contents; i++) {
        const cgi_content *x = &c->contents[i];
        const char *iri = x->proposition ? x->proposition->iri
                          : x->claim     ? x->claim->iri
                                         : NULL;
        if (x->polarity != polarity || !iri)
            continue;
        if (!list)
            list = make_list(m.ok);
        append(m.ok, list, json_string(iri));
    }
    if (list)
        put(m, cgi_polarity_names[polarity], list);
}

/* Earlier claims on the same event, by whether they agree. */
static void put_voices(maker m, const cgi_claim_node *c)
{
    json_t *agree = NULL, *differ = NULL;
    for (size_t i = 0; i < c->n_voices; i++) {
        const cgi_voice *v = &c->voices[i];
        json_t **list = v->how == CGI_AGREEMENT_CORROBORATES ? &agree : &differ;
        if (!*list)
            *list = make_list(m.ok);
        append(m.ok, *list,
               v->how == CGI_AGREEMENT_CORROBORATES
                   ? json_string(v->claim->iri)
                   : json_pack("{ssss}", "claim", v->claim->iri, "reason",
                               cgi_agreement_names[v->how]));
    }
    if (agree)
        put(m, cgi_agreement_names[CGI_AGREEMENT_CORROBORATES], agree);
    if (differ)
        put(m, "contradicts", differ);
}

/* All claimants, where they are several. */
static void put_claimants(maker m, const cgi_claim_node *c)
{
    if (!c->n_others || !c->claimant)
        return;
    json_t *list = make_list(m.ok);
    append(m.ok, list, json_string(c->claimant->iri));
    for (size_t i = 0; i < c->n_others; i++)
        append(m.ok, list, json_string(c->others[i]->iri));
    put(m, "claimants", list);
}

static json_t *claim(const cgi_claim_node *c, bool *ok)
{
    maker m = make(ok);
    put_text(m, "iri", c->iri);
    put_text(m, "class", cgi_claim_names[c->cls]);
    put_text(m, "claimant", entity_iri(c->claimant));
    put_claimants(m, c);
    put_text(m, "addressee", entity_iri(c->addressee));
    put_span(m, "source", c->source);
    put_span(m, "cue", c->cue);
    put_spans(m, "content", c->content);
    put_text(m, "certainty", cgi_certainty_names[c->certainty]);
    put_text(m, "stance", cgi_stance_names[c->stance]);
    put_text(m, "via", c->via ? c->via->iri : NULL);
    put_voices(m, c);
    for (cgi_polarity p = CGI_POLARITY_ASSERTS; p < CGI_N_POLARITIES; p++)
        put_contents(m, c, p);
    put_text(m, "rule", c->rule);
    put_percent(m, "confidence", c->confidence);
    return m.object;
}

static json_t *timex(const cgi_timex *t, bool *ok)
{
    maker m = make(ok);
    put_range(m, t->begin, t->end);
    put_text(m, "type", t->type);
    put_text(m, "value", t->value);
    return m.object;
}

static json_t *told(const cgi_told *t, bool *ok)
{
    maker m = make(ok);
    put_range(m, t->begin, t->end);
    put_text(m, "status", cgi_status_names[t->status]);
    put_text(m, "certainty", cgi_certainty_names[t->certainty]);
    if (t->negated)
        put(m, "negated", json_true());
    return m.object;
}

static json_t *gaz(const cgi_gaz *g, bool *ok)
{
    maker m = make(ok);
    put_text(m, "iri", g->iri);
    put_text(m, "label", g->label);
    put_text(m, "kind", cgi_kind_names[g->kind]);
    put_decimal(m, "lat", g->lat);
    put_decimal(m, "long", g->lon);
    return m.object;
}

static json_t *toponym(const cgi_toponym_said *p, bool *ok)
{
    maker m = make(ok);
    put_range(m, p->begin, p->end);
    put_text(m, "type", p->type);
    if (p->place)
        put(m, "place", gaz(p->place, ok));
    if (p->around)
        put(m, "within", gaz(p->around, ok));
    return m.object;
}

/* ---- The article ----------------------------------------------------- */

static void put_article(maker m, const cgi_graph *g)
{
    put_text(m, "id", g->id);
    put_text(m, "iri", g->iri);
    put_text(m, "title", g->title);
    put_date(m, "date", g->date);
    put_text(m, "url", g->url);
    put_text(m, "publisher", g->publisher);
    put_text(m, "dateline", g->dateline);
    if (g->text.len)
        put(m, "text", json_stringn(g->text.at, g->text.len));
}

static json_t *article(const cgi_graph *g, bool *ok)
{
    maker m = make(ok);
    put_article(m, g);
    json_t *list = make_list(ok);
    for (size_t i = 0; i < g->n_entities; i++)
        append(ok, list, entity(&g->entities[i], ok));
    put(m, "entities", list);

    list = make_list(ok);
    for (size_t i = 0; i < g->n_events; i++)
        append(ok, list, event(&g->events[i], ok));
    put(m, "events", list);

    list = make_list(ok);
    for (size_t i = 0; i < g->n_propositions; i++)
        append(ok, list, proposition(&g->propositions[i], ok));
    put(m, "propositions", list);

    list = make_list(ok);
    for (size_t i = 0; i < g->n_claims; i++)
        append(ok, list, claim(&g->claims[i], ok));
    put(m, "claims", list);

    list = make_list(ok);
    for (size_t i = 0; i < g->n_times; i++)
        append(ok, list, timex(&g->times[i], ok));
    put(m, "times", list);

    list = make_list(ok);
    for (size_t i = 0; i < g->n_places; i++)
        append(ok, list, toponym(&g->places[i], ok));
    put(m, "places", list);

    list = make_list(ok);
    for (size_t i = 0; i < g->n_told; i++)
        append(ok, list, told(&g->told[i], ok));
    put(m, "told", list);
    return m.object;
}

static cg_status json_add(void *state, const cgi_graph *g, cg_error *err)
{
    json_writer *w = state;
    bool ok = true;
    json_t *root = article(g, &ok);
    cg_status status = CG_OK;
    if (!ok)
        status = cgi_fail(err, CG_ERR_LIBRARY, 0,
                          "jansson: out of memory, or text that is not UTF-8");
    else if (json_dumpf(root, w->to, JSON_COMPACT | JSON_REAL_PRECISION(15)) ||
             putc('\n', w->to) == EOF)
        status = cgi_fail(err, CG_ERR_IO, 0, "cannot write JSON");
    json_decref(root);
    return status;
}

static cg_status json_end(void *state, cg_error *err)
{
    (void)state;
    (void)err;
    return CG_OK;
}

static const cgi_writer_ops json_ops = {json_add, json_end, free};

cg_status cgi_json_writer_new(cgi_writer *out, FILE *to, cg_error *err)
{
    json_writer *w = calloc(1, sizeof *w);
    if (!w)
        return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    w->to = to;
    *out = (cgi_writer){&json_ops, w};
    return CG_OK;
}
