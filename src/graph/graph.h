/* SPDX-License-Identifier: Apache-2.0
 *
 * graph.h -- the graph of one article, ready to be written.
 *
 * Nodes carry their full IRI. Spans are in Unicode code points here, since
 * that is what is written; quotes have their white space made single spaces.
 * Arrays are in the order of the text, so writers need not sort.
 */
#ifndef CG_GRAPH_GRAPH_H
#define CG_GRAPH_GRAPH_H

#include <stddef.h>
#include <stdint.h>

#include "article/article.h"
#include "world/vocabulary.h"
#include "world/world.h"

/* A stretch of the article; its IRI is <article>#char=begin,end. */
typedef struct {
    uint32_t begin, end; /* Code points, end exclusive. */
    const char *quote;   /* The words on one line. */
} cgi_evidence;

typedef struct {
    cgi_evidence *at;
    size_t n;
} cgi_evidences;

typedef struct cgi_entity cgi_entity;
struct cgi_entity {
    const char *iri;
    const char *label;
    cgi_kind kind;
    bool is_known;         /* In the gazetteer. */
    long count, count_max; /* -1 if not said. */
    cgi_count_precision count_precision;
    const char *position;                           /* NULL if none. */
    const cgi_entity *country, *member_of, *within; /* NULL if none. */
    const char *lat, *lon;  /* Decimals as text; NULL if unknown. */
    const char *match;      /* skos:exactMatch IRI; NULL if none. */
    cgi_evidences mentions; /* cg:evidence; may be empty for a country that
                               only a position or containment names. */
};

typedef struct cgi_event cgi_event;

/* One role of an event or proposition. */
typedef struct {
    cgi_role role;
    const cgi_entity *entity; /* NULL for PART_OF. */
    const cgi_event *event;   /* For PART_OF. */
    const char *rule;
    int confidence;     /* Percent. */
    cgi_evidence words; /* The argument as it stands in the text. */
} cgi_edge;

/* One day if from == to; year 0 if nothing is known. */
typedef struct {
    cgi_date from, to;
    cgi_precision precision;
} cgi_when;

struct cgi_event {
    const char *iri;
    const cgi_type *type;
    const char *label;
    cgi_evidence trigger;   /* Of its first mention. */
    cgi_evidences mentions; /* cg:evidence: every mention's trigger. */
    cgi_edge *edges;        /* What --flatten lets stand on the event. */
    size_t n_edges;
    cgi_when when;     /* Likewise. */
    cgi_status status; /* Likewise; NONE if nothing is asserted. */
};

/* What somebody says of an event. */
typedef struct {
    const char *iri;
    const cgi_event *event;
    cgi_evidence trigger;
    cgi_edge *edges;
    size_t n_edges;
    cgi_when when;
    cgi_status status;
    cgi_certainty certainty;
    const char *rule; /* What evoked the event type. */
    int confidence;
} cgi_proposition;

typedef struct cgi_claim_node cgi_claim_node;

/* What a claim is about: a proposition, or a claim that it tells us of. */
typedef struct {
    cgi_polarity polarity;
    const cgi_proposition *proposition; /* NULL if `claim` is set. */
    const cgi_claim_node *claim;
} cgi_content;

/* How a claim goes with an earlier one on the same event. */
typedef struct {
    const cgi_claim_node *claim;
    cgi_agreement how;
} cgi_voice;

struct cgi_claim_node {
    const char *iri;
    cgi_claim_class cls;        /* Besides cg:Claim, which all are. */
    const cgi_entity *claimant; /* NULL: unknown; always so for a narrator
                                   whose publisher is unknown. */
    const cgi_entity **others;  /* Who claims it with the claimant. */
    size_t n_others;
    const cgi_entity *addressee; /* NULL if none. */
    cgi_evidence source, cue;    /* begin == end if there is none. */
    cgi_evidences content;       /* The words that are claimed. */
    cgi_evidences evidence;      /* All spans: cue, source, content; never
                                    empty. */
    cgi_certainty certainty;
    cgi_stance stance;
    const cgi_claim_node *via; /* NULL if none. */
    cgi_content *contents;
    size_t n_contents;
    cgi_voice *voices;
    size_t n_voices;
    const char *rule;
    int confidence;
};

/* A word that tells of something, and whether it happened. */
typedef struct {
    uint32_t begin, end;
    cgi_status status;
    cgi_certainty certainty;
    bool negated;
} cgi_told;

typedef struct {
    uint32_t begin, end;
    const char *type;  /* "DATE", "TIME", "DURATION", "SET". */
    const char *value; /* TIMEX3. */
} cgi_timex;

/* Words that name a place, or tell one without naming it by itself. */
typedef struct {
    uint32_t begin, end;
    const char *type;      /* "NAME", "PART" (of a name), "NATIONALITY". */
    const cgi_gaz *place;  /* NULL if it is not known. */
    const cgi_gaz *around; /* What is around an unknown place; NULL. */
} cgi_toponym_said;

typedef struct {
    const char *iri;       /* Of the article. */
    const char *base;      /* What ids start with. */
    const char *id;        /* The user's; NULL. */
    const char *title;     /* NULL. */
    const char *url;       /* NULL; always an http(s) IRI, escaped. */
    const char *publisher; /* NULL. */
    const char *dateline;  /* NULL. */
    cgi_date date;
    cgi_slice text;   /* The whole text, that offsets count in. */
    uint32_t n_chars; /* Its code points. */
    cgi_entity *entities;
    size_t n_entities;
    cgi_event *events;
    size_t n_events;
    cgi_proposition *propositions;
    size_t n_propositions;
    cgi_claim_node *claims;
    size_t n_claims;
    cgi_timex *times;
    size_t n_times;
    cgi_toponym_said *places;
    size_t n_places;
    cgi_told *told;
    size_t n_told;
} cgi_graph;

/* "YYYY-MM-DD", "YYYY-MM" or "YYYY" as precise as `date` is; out[11]. */
void cgi_date_write(char out[11], cgi_date date);

#endif
