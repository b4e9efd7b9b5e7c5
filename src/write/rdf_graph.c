/* SPDX-License-Identifier: Apache-2.0
 *
 * rdf_graph.c -- which statements a graph is.
 *
 * Queries should need no inference, so superclasses are written out: a
 * minister is a cg:Person and a cg:Actor. Nothing here is a blank node. A
 * mention is described where it is first referred to, and only there, however
 * many nodes share it.
 */
#include "write/rdf.h"

#define CG(name)      CGI_NS name
#define DCTERMS(name) "http://purl.org/dc/terms/" name
#define NIF(name)     CGI_NIF_NS name
#define RDF(name)     "http://www.w3.org/1999/02/22-rdf-syntax-ns#" name
#define RDFS(name)    "http://www.w3.org/2000/01/rdf-schema#" name
#define SCHEMA(name)  "http://schema.org/" name
#define SKOS(name)    "http://www.w3.org/2004/02/skos/core#" name
#define WGS(name)     "http://www.w3.org/2003/01/geo/wgs84_pos#" name

/* The superclasses of each kind, as in ontology/claimgraph.ttl: a test holds
 * the two together. */
static const char *const superclasses[CGI_N_KINDS][3] = {
    [CGI_KIND_PERSON] = {"Actor"},
    [CGI_KIND_ORGANIZATION] = {"Actor"},
    [CGI_KIND_GOVERNMENT] = {"Organization", "Actor"},
    [CGI_KIND_ARMED_GROUP] = {"Organization", "Actor"},
    [CGI_KIND_MEDIA] = {"Organization", "Actor"},
    [CGI_KIND_GROUP] = {"Actor"},
    [CGI_KIND_UNNAMED] = {"Actor"},
    [CGI_KIND_COUNTRY] = {"Actor", "Place"},
    [CGI_KIND_REGION] = {"Place"},
    [CGI_KIND_SETTLEMENT] = {"Place"},
    [CGI_KIND_FACILITY] = {"Place"},
};

/* ---- The article and its mentions ------------------------------------ */

static void put_article(cgi_rdf *r, const cgi_graph *g)
{
    const char *s = g->iri;
    cgi_rdf_value(r, s, RDF("type"), "Article");
    cgi_rdf_iri(r, s, RDF("type"), NIF("Context"));
    cgi_rdf_iri(r, s, RDF("type"), SCHEMA("NewsArticle"));
    cgi_rdf_offset(r, s, NIF("beginIndex"), 0);
    cgi_rdf_offset(r, s, NIF("endIndex"), g->n_chars);
    cgi_rdf_text(r, s, DCTERMS("identifier"), g->id, NULL);
    cgi_rdf_text(r, s, SCHEMA("headline"), g->title, "en");
    cgi_rdf_text(r, s, SCHEMA("dateline"), g->dateline, NULL);
    cgi_rdf_text(r, s, SCHEMA("publisher"), g->publisher, NULL);
    cgi_rdf_iri(r, s, SCHEMA("url"), g->url);
    cgi_rdf_date(r, s, SCHEMA("datePublished"), g->date);
}

static void describe_mention(cgi_rdf *r, const cgi_graph *g, const char *iri,
                             const cgi_evidence *e)
{
    cgi_rdf_value(r, iri, RDF("type"), "Mention");
    cgi_rdf_iri(r, iri, RDF("type"), NIF("RFC5147String"));
    cgi_rdf_offset(r, iri, NIF("beginIndex"), e->begin);
    cgi_rdf_offset(r, iri, NIF("endIndex"), e->end);
    cgi_rdf_text(r, iri, NIF("anchorOf"), *e->quote ? e->quote : NULL, NULL);
    cgi_rdf_iri(r, iri, NIF("referenceContext"), g->iri);
}

/* True for the first time with `key` in this article. */
static bool is_new(cgi_rdf *r, const char *key)
{
    void **seen = cgi_table_at(&r->written, &r->arena, cgi_slice_of(key));
    bool is_first = !*seen;
    *seen = r;
    return is_first;
}

/* Says that `s` has the stretch `e` as `p`; nothing if `e` is empty. Several
 * roles or mentions may have the same words. */
static void put_mention(cgi_rdf *r, const cgi_graph *g, const char *s,
                        const char *p, const cgi_evidence *e)
{
    if (e->begin >= e->end)
        return;
    char *iri =
        cgi_arena_printf(&r->arena, "%s#char=%lu,%lu", g->iri,
                         (unsigned long)e->begin, (unsigned long)e->end);
    if (is_new(r, cgi_arena_printf(&r->arena, "%s %s %s", s, p, iri)))
        cgi_rdf_iri(r, s, p, iri);
    if (is_new(r, iri))
        describe_mention(r, g, iri, e);
}

static void put_mentions(cgi_rdf *r, const cgi_graph *g, const char *s,
                         const char *p, const cgi_evidences *list)
{
    for (size_t i = 0; i < list->n; i++)
        put_mention(r, g, s, p, &list->at[i]);
}

/* ---- Entities -------------------------------------------------------- */

static void put_kind(cgi_rdf *r, const cgi_entity *e)
{
    cgi_kind kind = e->kind == CGI_KIND_NONE ? CGI_KIND_THING : e->kind;
    cgi_rdf_value(r, e->iri, RDF("type"), cgi_kind_names[kind]);
    for (size_t i = 0; superclasses[kind][i]; i++)
        cgi_rdf_value(r, e->iri, RDF("type"), superclasses[kind][i]);
}

static void put_link(cgi_rdf *r, const cgi_entity *e, const char *p,
                     const cgi_entity *to)
{
    if (to)
        cgi_rdf_iri(r, e->iri, p, to->iri);
}

static void put_entity(cgi_rdf *r, const cgi_graph *g, const cgi_entity *e)
{
    put_kind(r, e);
    cgi_rdf_text(r, e->iri, RDFS("label"), e->label, "en");
    if (e->count >= 0)
        cgi_rdf_integer(r, e->iri, CG("count"), e->count);
    if (e->count_max >= 0)
        cgi_rdf_integer(r, e->iri, CG("countMax"), e->count_max);
    cgi_rdf_value(r, e->iri, CG("countPrecision"),
                  cgi_count_names[e->count_precision]);
    cgi_rdf_text(r, e->iri, CG("position"), e->position, "en");
    put_link(r, e, CG("ofCountry"), e->country);
    put_link(r, e, CG("memberOf"), e->member_of);
    put_link(r, e, CG("within"), e->within);
    cgi_rdf_decimal(r, e->iri, WGS("lat"), e->lat);
    cgi_rdf_decimal(r, e->iri, WGS("long"), e->lon);
    cgi_rdf_iri(r, e->iri, SKOS("exactMatch"), e->match);
    put_mentions(r, g, e->iri, CG("evidence"), &e->mentions);
}

/* ---- Events and propositions ----------------------------------------- */

/* Its name and its broader types, so that a graph can be read without the
 * ontology at hand. */
static void put_type(cgi_rdf *r, const cgi_type *type)
{
    for (const cgi_type *t = type; t && is_new(r, t->iri); t = t->broader) {
        cgi_rdf_iri(r, t->iri, RDF("type"), SKOS("Concept"));
        cgi_rdf_text(r, t->iri, SKOS("prefLabel"), t->label, "en");
        if (t->broader)
            cgi_rdf_iri(r, t->iri, SKOS("broader"), t->broader->iri);
    }
}

/* A day is cg:date; anything longer is a range of whole days, however
 * precisely it was named, so that one comparison of xsd:dates serves all. */
static void put_when(cgi_rdf *r, const char *s, const cgi_when *when)
{
    cgi_date from = cgi_rdf_first_day(when->from);
    cgi_date to = cgi_rdf_last_day(when->to);
    if (!from.year && !to.year)
        return;
    if (from.year == to.year && from.month == to.month && from.day == to.day) {
        cgi_rdf_date(r, s, CG("date"), from);
    } else {
        cgi_rdf_date(r, s, CG("dateFrom"), from);
        cgi_rdf_date(r, s, CG("dateTo"), to);
    }
    cgi_rdf_value(r, s, CG("datePrecision"),
                  cgi_precision_names[when->precision]);
}

static void put_role(cgi_rdf *r, const char *s, const cgi_edge *edge)
{
    const char *to = edge->event    ? edge->event->iri
                     : edge->entity ? edge->entity->iri
                                    : NULL;
    const char *name = cgi_role_names[edge->role];
    if (to && *name)
        cgi_rdf_iri(r, s, cgi_arena_printf(&r->arena, CGI_NS "%s", name), to);
}

static void put_event(cgi_rdf *r, const cgi_graph *g, const cgi_event *e)
{
    cgi_rdf_value(r, e->iri, RDF("type"), "Event");
    cgi_rdf_text(r, e->iri, RDFS("label"), e->label, "en");
    cgi_rdf_iri(r, e->iri, CG("eventType"), e->type->iri);
    put_type(r, e->type);
    for (size_t i = 0; i < e->n_edges; i++)
        put_role(r, e->iri, &e->edges[i]);
    put_when(r, e->iri, &e->when);
    cgi_rdf_value(r, e->iri, CG("temporalStatus"), cgi_status_names[e->status]);
    cgi_rdf_iri(r, e->iri, CG("inArticle"), g->iri);
    put_mention(r, g, e->iri, CG("evidence"), &e->trigger);
    put_mentions(r, g, e->iri, CG("evidence"), &e->mentions);
}

static void put_proposition(cgi_rdf *r, const cgi_graph *g,
                            const cgi_proposition *p)
{
    cgi_rdf_value(r, p->iri, RDF("type"), "Proposition");
    cgi_rdf_iri(r, p->iri, CG("onEvent"), p->event->iri);
    put_mention(r, g, p->iri, CG("evidence"), &p->trigger);
    for (size_t i = 0; i < p->n_edges; i++) {
        put_role(r, p->iri, &p->edges[i]);
        put_mention(r, g, p->iri, CG("evidence"), &p->edges[i].words);
    }
    put_when(r, p->iri, &p->when);
    cgi_rdf_value(r, p->iri, CG("temporalStatus"), cgi_status_names[p->status]);
    cgi_rdf_value(r, p->iri, CG("certainty"),
                  cgi_certainty_names[p->certainty]);
    cgi_rdf_text(r, p->iri, CG("rule"), p->rule, NULL);
    cgi_rdf_percent(r, p->iri, CG("confidence"), p->confidence);
}

/* ---- Claims ---------------------------------------------------------- */

static void put_content(cgi_rdf *r, const char *s, const cgi_content *content)
{
    const char *to = content->claim         ? content->claim->iri
                     : content->proposition ? content->proposition->iri
                                            : NULL;
    if (to)
        cgi_rdf_iri(r, s,
                    cgi_arena_printf(&r->arena, CGI_NS "%s",
                                     cgi_polarity_names[content->polarity]),
                    to);
}

static void put_spans(cgi_rdf *r, const cgi_graph *g, const cgi_claim_node *c)
{
    put_mention(r, g, c->iri, CG("cue"), &c->cue);
    put_mention(r, g, c->iri, CG("sourceSpan"), &c->source);
    put_mentions(r, g, c->iri, CG("content"), &c->content);
    put_mentions(r, g, c->iri, CG("evidence"), &c->evidence);
}

/* The reason of a contradiction is a property below cg:contradicts; both are
 * written, since nobody need infer. */
static void put_voice(cgi_rdf *r, const char *s, const cgi_voice *v)
{
    if (v->how != CGI_AGREEMENT_CORROBORATES)
        cgi_rdf_iri(r, s, CG("contradicts"), v->claim->iri);
    cgi_rdf_iri(
        r, s,
        cgi_arena_printf(&r->arena, CGI_NS "%s", cgi_agreement_names[v->how]),
        v->claim->iri);
}

static void put_claim(cgi_rdf *r, const cgi_graph *g, const cgi_claim_node *c)
{
    cgi_rdf_value(r, c->iri, RDF("type"), "Claim");
    cgi_rdf_value(r, c->iri, RDF("type"), cgi_claim_names[c->cls]);
    if (c->claimant)
        cgi_rdf_iri(r, c->iri, CG("claimant"), c->claimant->iri);
    for (size_t i = 0; i < c->n_others; i++)
        cgi_rdf_iri(r, c->iri, CG("coClaimant"), c->others[i]->iri);
    if (c->addressee)
        cgi_rdf_iri(r, c->iri, CG("addressee"), c->addressee->iri);
    for (size_t i = 0; i < c->n_contents; i++)
        put_content(r, c->iri, &c->contents[i]);
    if (c->via)
        cgi_rdf_iri(r, c->iri, CG("via"), c->via->iri);
    for (size_t i = 0; i < c->n_voices; i++)
        put_voice(r, c->iri, &c->voices[i]);
    put_spans(r, g, c);
    cgi_rdf_value(r, c->iri, CG("certainty"),
                  cgi_certainty_names[c->certainty]);
    cgi_rdf_value(r, c->iri, CG("stance"), cgi_stance_names[c->stance]);
    cgi_rdf_text(r, c->iri, CG("rule"), c->rule, NULL);
    cgi_rdf_percent(r, c->iri, CG("confidence"), c->confidence);
    cgi_rdf_iri(r, c->iri, CG("inArticle"), g->iri);
}

void cgi_rdf_graph(cgi_rdf *r, const cgi_graph *g)
{
    put_article(r, g);
    for (size_t i = 0; i < g->n_entities; i++)
        put_entity(r, g, &g->entities[i]);
    for (size_t i = 0; i < g->n_events; i++)
        put_event(r, g, &g->events[i]);
    for (size_t i = 0; i < g->n_propositions; i++)
        put_proposition(r, g, &g->propositions[i]);
    for (size_t i = 0; i < g->n_claims; i++)
        put_claim(r, g, &g->claims[i]);
}
