/* SPDX-License-Identifier: Apache-2.0
 *
 * sample_graph.c -- an invented article and what can be known from it.
 *
 * Written as tables, so that a test that needs to know what is in the graph
 * finds it here in one place.
 */
#include "sample_graph.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

#define BASE "https://w3id.org/claimgraph/id/"
#define ART  BASE "a_abcdefghijkl2345"

static const char article_text[] =
    "Caf\u00E9 talk \u2014 \U0001F6A2 blast shakes Northport\n"
    "\n"
    "A blast shook the Northport fuel depot on Friday and two engineers were "
    "killed, Coastline News said.\n"
    "The Red Harbour Front claimed responsibility for the blast, Coastline "
    "News reported.\n"
    "Norland\u2019s energy minister, Ada Lindqvist, denied that the Front had "
    "bombed the depot. \u201CWe will investigate,\u201D\n  she added.\n"
    "A police officer suspected the group. The Front is believed to be behind "
    "the attack.\n"
    "Lindqvist met the Front in April. She called the town calm.\n";

static const cgi_type assault = {CGI_TYPE_NS "assault",
                                 "assault",
                                 "assault",
                                 NULL,
                                 "ASSAULT",
                                 "18",
                                 false,
                                 8};
static const cgi_type bombing = {CGI_TYPE_NS "assault-bomb",
                                 "assault-bomb",
                                 "bombing",
                                 &assault,
                                 "ASSAULT",
                                 "183",
                                 false,
                                 8};
static const cgi_type killing = {CGI_TYPE_NS "assault-kill",
                                 "assault-kill",
                                 "killing",
                                 &assault,
                                 "ASSAULT",
                                 "186",
                                 false,
                                 9};
static const cgi_type meeting = {CGI_TYPE_NS "meet", "meet", "meeting", NULL,
                                 "CONSULT",          "04",   true,      4};
static const cgi_type inquiry = {CGI_TYPE_NS "investigate",
                                 "investigate",
                                 "investigation",
                                 NULL,
                                 "",
                                 "09",
                                 false,
                                 3};
static const cgi_type action = {
    CGI_TYPE_NS "action", "action", "action", NULL, "", "", false, 0};

/* The words `quote` where they stand after `after`, in code points. */
static cgi_evidence words(const char *after, const char *quote)
{
    const char *from = strstr(article_text, after);
    const char *at = from ? strstr(from, quote) : NULL;
    if (!at)
        return (cgi_evidence){0, 0, ""};
    cgi_slice before = {article_text, (size_t)(at - article_text)};
    uint32_t begin = (uint32_t)cgi_utf8_length(before);
    uint32_t len = (uint32_t)cgi_utf8_length(cgi_slice_of(quote));
    return (cgi_evidence){begin, begin + len, quote};
}

/* A list of the first `n` of two stretches, kept in the sample. */
static cgi_evidences list(sample *s, size_t n, cgi_evidence a, cgi_evidence b)
{
    cgi_evidence *at = s->evidence + s->n_evidence;
    const cgi_evidence both[] = {a, b};
    assert(s->n_evidence + n <= sizeof s->evidence / sizeof *s->evidence);
    memcpy(at, both, n * sizeof *at);
    s->n_evidence += n;
    return (cgi_evidences){at, n};
}

static const cgi_evidence none = {0, 0, ""};

static void fill_entities(sample *s)
{
    cgi_entity *e = s->entities;
    static const struct {
        const char *iri, *label;
        cgi_kind kind;
        bool is_known;
        long count;
        const char *position, *lat, *lon, *match, *after, *quote;
    } rows[SAMPLE_N_ENTITIES] = {
        {CGI_ENTITY_NS "CoastlineNews", "Coastline News", CGI_KIND_MEDIA, true,
         -1, NULL, NULL, NULL, NULL, "killed,", "Coastline News"},
        {BASE "u_frontfrontfront2", "Red Harbour Front", CGI_KIND_ARMED_GROUP,
         false, -1, NULL, NULL, NULL, NULL, "The Red", "The Red Harbour Front"},
        {BASE "u_ministryministr2", "Energy Ministry", CGI_KIND_GOVERNMENT,
         false, -1, NULL, NULL, NULL, NULL, "energy", "energy"},
        {BASE "u_lindqvistlindqv2", "Ada Lindqvist", CGI_KIND_PERSON, false, -1,
         "energy minister", NULL, NULL, NULL, "Ada", "Ada Lindqvist"},
        {CGI_ENTITY_NS "Northport", "Northport", CGI_KIND_SETTLEMENT, true, -1,
         NULL, "60", "-5.25", NULL, "shook", "Northport"},
        {CGI_ENTITY_NS "Norland", "Norland", CGI_KIND_COUNTRY, true, -1, NULL,
         "61.5", "-4.0", "http://dbpedia.org/resource/Norland", "Norland",
         "Norland"},
        {BASE "u_depotdepotdepot2", "Northport fuel depot", CGI_KIND_FACILITY,
         false, -1, NULL, NULL, NULL, NULL, "the Northport",
         "the Northport fuel depot"},
        {ART "-x92", "two engineers", CGI_KIND_GROUP, false, 2, NULL, NULL,
         NULL, NULL, "two", "two engineers"},
        {ART "-x300", "a police officer", CGI_KIND_UNNAMED, false, -1, NULL,
         NULL, NULL, NULL, "A police", "A police officer"},
    };
    for (size_t i = 0; i < SAMPLE_N_ENTITIES; i++) {
        e[i] = (cgi_entity){.iri = rows[i].iri,
                            .label = rows[i].label,
                            .kind = rows[i].kind,
                            .is_known = rows[i].is_known,
                            .count = rows[i].count,
                            .count_max = -1,
                            .position = rows[i].position,
                            .lat = rows[i].lat,
                            .lon = rows[i].lon,
                            .match = rows[i].match};
        e[i].mentions = list(s, 1, words(rows[i].after, rows[i].quote), none);
    }
    e[SAMPLE_FRONT].mentions =
        list(s, 2, words("The Red", "The Red Harbour Front"),
             words("denied", "the Front"));
    e[SAMPLE_MINISTRY].country = &e[SAMPLE_COUNTRY];
    e[SAMPLE_MINISTER].country = &e[SAMPLE_COUNTRY];
    e[SAMPLE_MINISTER].member_of = &e[SAMPLE_MINISTRY];
    e[SAMPLE_TOWN].within = &e[SAMPLE_COUNTRY];
    e[SAMPLE_DEPOT].within = &e[SAMPLE_TOWN];
}

/* Edges of events and propositions alike; at most two on each. */
static cgi_edge *edges(sample *s, size_t slot, cgi_role r1, size_t e1,
                       cgi_role r2, size_t e2)
{
    cgi_edge *at = s->edges[slot];
    at[0] = (cgi_edge){r1, &s->entities[e1], NULL, "test:rule", 80, none};
    at[0].words = s->entities[e1].mentions.at[0];
    at[1] = (cgi_edge){r2, NULL, NULL, "test:other", 70, none};
    if (r2 == CGI_ROLE_PART_OF)
        at[1].event = &s->events[e2];
    else
        at[1].entity = &s->entities[e2];
    return at;
}

static void fill_events(sample *s)
{
    static const cgi_date friday = {2024, 5, 3}, april = {2024, 4, 0};
    cgi_event *e = s->events;
    e[SAMPLE_BLAST] = (cgi_event){.iri = ART "-e46",
                                  .type = &bombing,
                                  .label = "blast",
                                  .trigger = words("A blast", "blast"),
                                  .when = {friday, friday, CGI_PRECISION_DAY},
                                  .status = CGI_STATUS_PAST};
    e[SAMPLE_BLAST].mentions =
        list(s, 2, words("A blast", "blast"), words("behind", "attack"));
    e[SAMPLE_BLAST].edges = edges(s, 0, CGI_ROLE_PLACE, SAMPLE_TOWN,
                                  CGI_ROLE_PATIENT, SAMPLE_DEPOT);
    e[SAMPLE_BLAST].n_edges = 2;
    e[SAMPLE_KILLING] = (cgi_event){.iri = ART "-e111",
                                    .type = &killing,
                                    .label = "killing of two engineers",
                                    .trigger = words("two", "killed"),
                                    .when = {friday, friday, CGI_PRECISION_DAY},
                                    .status = CGI_STATUS_PAST};
    e[SAMPLE_KILLING].edges = edges(s, 1, CGI_ROLE_PATIENT, SAMPLE_ENGINEERS,
                                    CGI_ROLE_PART_OF, SAMPLE_BLAST);
    e[SAMPLE_KILLING].n_edges = 2;
    e[SAMPLE_MEETING] = (cgi_event){.iri = ART "-e371",
                                    .type = &meeting,
                                    .label = "meeting",
                                    .trigger = words("Lindqvist met", "met"),
                                    .when = {april, april, CGI_PRECISION_MONTH},
                                    .status = CGI_STATUS_PAST};
    e[SAMPLE_MEETING].edges = edges(s, 2, CGI_ROLE_PARTICIPANT, SAMPLE_MINISTER,
                                    CGI_ROLE_PARTICIPANT, SAMPLE_FRONT);
    e[SAMPLE_MEETING].n_edges = 2;
    e[SAMPLE_INQUIRY] = (cgi_event){.iri = ART "-e270",
                                    .type = &inquiry,
                                    .label = "investigation",
                                    .trigger = words("We will", "investigate")};
    e[SAMPLE_ACTION] = (cgi_event){.iri = ART "-e401",
                                   .type = &action,
                                   .label = "call",
                                   .trigger = words("She", "called")};
    e[SAMPLE_ACTION].edges =
        edges(s, 3, CGI_ROLE_AGENT, SAMPLE_MINISTER, CGI_ROLE_NONE, 0);
    e[SAMPLE_ACTION].n_edges = 1;
    for (size_t i = SAMPLE_KILLING; i < SAMPLE_N_EVENTS; i++)
        e[i].mentions = list(s, 1, e[i].trigger, none);
}

static void fill_propositions(sample *s)
{
    static const struct {
        const char *iri;
        size_t event, agent, n_edges;
        cgi_status status;
        cgi_certainty certainty;
    } rows[SAMPLE_N_PROPOSITIONS] = {
        {ART "-p46", SAMPLE_BLAST, 0, 0, CGI_STATUS_PAST,
         CGI_CERTAINTY_CERTAIN},
        {ART "-p111", SAMPLE_KILLING, 0, 0, CGI_STATUS_PAST,
         CGI_CERTAINTY_CERTAIN},
        {ART "-p186", SAMPLE_BLAST, SAMPLE_FRONT, 1, CGI_STATUS_PAST,
         CGI_CERTAINTY_CERTAIN},
        {ART "-p257", SAMPLE_BLAST, SAMPLE_FRONT, 2, CGI_STATUS_PAST,
         CGI_CERTAINTY_CERTAIN},
        {ART "-p320", SAMPLE_BLAST, SAMPLE_FRONT, 1, CGI_STATUS_PAST,
         CGI_CERTAINTY_POSSIBLE},
        {ART "-p360", SAMPLE_BLAST, SAMPLE_FRONT, 1, CGI_STATUS_PAST,
         CGI_CERTAINTY_PROBABLE},
        {ART "-p270", SAMPLE_INQUIRY, SAMPLE_MINISTRY, 1, CGI_STATUS_FUTURE,
         CGI_CERTAINTY_CERTAIN},
        {ART "-p401", SAMPLE_ACTION, SAMPLE_MINISTER, 1, CGI_STATUS_PAST,
         CGI_CERTAINTY_CERTAIN},
    };
    for (size_t i = 0; i < SAMPLE_N_PROPOSITIONS; i++) {
        cgi_proposition *p = &s->propositions[i];
        const cgi_event *e = &s->events[rows[i].event];
        *p = (cgi_proposition){.iri = rows[i].iri,
                               .event = e,
                               .trigger = e->trigger,
                               .status = rows[i].status,
                               .certainty = rows[i].certainty,
                               .rule = "lexicon:test",
                               .confidence = 90};
        if (i < 2) { /* What the narrator says stands on the event, too. */
            p->edges = e->edges;
            p->n_edges = e->n_edges;
            p->when = e->when;
            continue;
        }
        p->edges = edges(s, SAMPLE_N_EVENTS + i, CGI_ROLE_AGENT, rows[i].agent,
                         CGI_ROLE_PATIENT, SAMPLE_DEPOT);
        p->n_edges = rows[i].n_edges;
    }
}

/* Where each claim's words stand, and who says it. */
static const struct {
    const char *iri;
    cgi_claim_class cls;
    int claimant; /* -1: unknown. */
    const char *after, *source, *cue, *content;
    cgi_polarity polarity;
    int proposition; /* -1: none. */
} claim_rows[SAMPLE_N_CLAIMS] = {
    {ART "-c0", CGI_CLAIM_NARRATOR, SAMPLE_NEWS, "A blast shook", NULL, NULL,
     "A blast shook the Northport fuel depot", CGI_POLARITY_ASSERTS, 0},
    {ART "-c230", CGI_CLAIM_REPORTED, SAMPLE_NEWS, "blast, Coast",
     "Coastline News", "reported", NULL, CGI_POLARITY_ASSERTS, -1},
    {ART "-c166", CGI_CLAIM_RESPONSIBILITY, SAMPLE_FRONT, "The Red",
     "The Red Harbour Front", "claimed responsibility", "the blast",
     CGI_POLARITY_ASSERTS, 2},
    {ART "-c278", CGI_CLAIM_DENIAL, SAMPLE_MINISTER, "Ada", "Ada Lindqvist",
     "denied", "the Front had bombed the depot", CGI_POLARITY_DENIES, 3},
    {ART "-c330", CGI_CLAIM_REPORTED, SAMPLE_OFFICER, "A police",
     "A police officer", "suspected", "the group", CGI_POLARITY_CONSIDERS, 4},
    {ART "-c360", CGI_CLAIM_REPORTED, -1, "The Front is", NULL, "believed",
     "The Front is believed to be behind the attack", CGI_POLARITY_CONSIDERS,
     5},
    {ART "-c290", CGI_CLAIM_QUOTED, SAMPLE_MINISTER, "We will", "she", "added",
     "We will investigate", CGI_POLARITY_ASSERTS, 6},
    {ART "-c400", CGI_CLAIM_REPORTED, SAMPLE_MINISTER, "She called", "She",
     "called", "the town calm", CGI_POLARITY_ASSERTS, -1},
};

static void fill_claims(sample *s)
{
    cgi_content(*contents)[2] = s->contents;
    for (size_t i = 0; i < SAMPLE_N_CLAIMS; i++) {
        cgi_claim_node *c = &s->claims[i];
        const char *after = claim_rows[i].after;
        *c = (cgi_claim_node){.iri = claim_rows[i].iri,
                              .cls = claim_rows[i].cls,
                              .certainty = CGI_CERTAINTY_CERTAIN,
                              .rule = "cue:test",
                              .confidence = 85};
        if (claim_rows[i].claimant >= 0)
            c->claimant = &s->entities[claim_rows[i].claimant];
        if (claim_rows[i].source)
            c->source = words(after, claim_rows[i].source);
        if (claim_rows[i].cue)
            c->cue = words(after, claim_rows[i].cue);
        if (claim_rows[i].content)
            c->content = list(s, 1, words(after, claim_rows[i].content), none);
        c->evidence = claim_rows[i].cue
                          ? list(s, c->content.n ? 2 : 1, c->cue,
                                 c->content.n ? c->content.at[0] : none)
                          : c->content;
        c->contents = contents[i];
        if (claim_rows[i].proposition >= 0)
            contents[i][c->n_contents++] = (cgi_content){
                claim_rows[i].polarity,
                &s->propositions[claim_rows[i].proposition], NULL};
    }
    contents[SAMPLE_NARRATED][s->claims[SAMPLE_NARRATED].n_contents++] =
        (cgi_content){CGI_POLARITY_ASSERTS, &s->propositions[1], NULL};
    contents[SAMPLE_REPORT][s->claims[SAMPLE_REPORT].n_contents++] =
        (cgi_content){CGI_POLARITY_ASSERTS, NULL,
                      &s->claims[SAMPLE_RESPONSIBILITY]};
    s->claims[SAMPLE_RESPONSIBILITY].via = &s->claims[SAMPLE_REPORT];
    s->claims[SAMPLE_RESPONSIBILITY].stance = CGI_STANCE_ADMITS;
    s->claims[SAMPLE_PROMISE].addressee = &s->entities[SAMPLE_NEWS];
}

void sample_graph_init(sample *s)
{
    *s = (sample){0};
    fill_entities(s);
    fill_events(s);
    fill_propositions(s);
    fill_claims(s);
    s->told[0] =
        (cgi_told){2, 7, CGI_STATUS_PAST, CGI_CERTAINTY_CERTAIN, false};
    s->told[1] =
        (cgi_told){9, 12, CGI_STATUS_FUTURE, CGI_CERTAINTY_POSSIBLE, true};
    s->graph = (cgi_graph){.iri = ART,
                           .base = BASE,
                           .id = "north-1",
                           .title = "Caf\u00E9 talk \u2014 \U0001F6A2 blast "
                                    "shakes Northport",
                           .url = "https://news.example/north?id=1&x=2",
                           .publisher = "Coastline News",
                           .date = {2024, 5, 4},
                           .text = cgi_slice_of(article_text),
                           .entities = s->entities,
                           .n_entities = SAMPLE_N_ENTITIES,
                           .events = s->events,
                           .n_events = SAMPLE_N_EVENTS,
                           .propositions = s->propositions,
                           .n_propositions = SAMPLE_N_PROPOSITIONS,
                           .claims = s->claims,
                           .n_claims = SAMPLE_N_CLAIMS,
                           .told = s->told,
                           .n_told = SAMPLE_N_TOLD};
    s->graph.n_chars = (uint32_t)cgi_utf8_length(s->graph.text);
}

/* Everything about one event of a large graph. */
static void fill_nth(cgi_graph *g, cgi_arena *a, size_t i)
{
    cgi_entity *who = &g->entities[i];
    cgi_event *e = &g->events[i];
    cgi_proposition *p = &g->propositions[i];
    cgi_claim_node *c = &g->claims[i];
    const cgi_evidence at = words("A blast", "blast");
    *who = (cgi_entity){.iri = cgi_arena_printf(a, BASE "u_%zu", i),
                        .label = cgi_arena_printf(a, "Speaker %zu", i),
                        .kind = CGI_KIND_PERSON,
                        .count = -1,
                        .count_max = -1};
    *e = (cgi_event){.iri = cgi_arena_printf(a, ART "-e%zu", i),
                     .type = i % 2 ? &bombing : &meeting,
                     .label = "blast",
                     .trigger = at};
    e->mentions = (cgi_evidences){cgi_arena_alloc(a, sizeof at), 1};
    e->mentions.at[0] = at;
    cgi_edge *edge = cgi_arena_alloc(a, sizeof *edge);
    *edge = (cgi_edge){CGI_ROLE_AGENT, who, NULL, "test:rule", 50, at};
    *p = (cgi_proposition){.iri = cgi_arena_printf(a, ART "-p%zu", i),
                           .event = e,
                           .trigger = at,
                           .edges = edge,
                           .n_edges = 1,
                           .certainty = CGI_CERTAINTY_CERTAIN,
                           .rule = "lexicon:test",
                           .confidence = 50};
    cgi_content *content = cgi_arena_alloc(a, sizeof *content);
    *content = (cgi_content){CGI_POLARITY_ASSERTS, p, NULL};
    *c = (cgi_claim_node){.iri = cgi_arena_printf(a, ART "-c%zu", i),
                          .cls = CGI_CLAIM_REPORTED,
                          .claimant = who,
                          .cue = at,
                          .certainty = CGI_CERTAINTY_CERTAIN,
                          .contents = content,
                          .n_contents = 1,
                          .rule = "cue:test",
                          .confidence = 50};
    c->evidence = e->mentions;
}

cgi_graph *sample_graph_large(cgi_arena *a, size_t n)
{
    cgi_graph *g = cgi_arena_alloc(a, sizeof *g);
    *g = (cgi_graph){.iri = ART,
                     .base = BASE,
                     .text = cgi_slice_of(article_text),
                     .n_entities = n,
                     .n_events = n,
                     .n_propositions = n,
                     .n_claims = n};
    g->entities = cgi_arena_array(a, n, sizeof *g->entities);
    g->events = cgi_arena_array(a, n, sizeof *g->events);
    g->propositions = cgi_arena_array(a, n, sizeof *g->propositions);
    g->claims = cgi_arena_array(a, n, sizeof *g->claims);
    for (size_t i = 0; i < n; i++)
        fill_nth(g, a, i);
    return g;
}
