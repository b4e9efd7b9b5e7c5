/* SPDX-License-Identifier: Apache-2.0
 *
 * sample_graph.h -- a small graph made by hand, for the tests of the writers.
 *
 * Its article is invented; the spans are looked up in its text, so that they
 * are right by construction. The text holds characters of two, three and four
 * bytes before the first span: code points and bytes differ everywhere.
 */
#ifndef CG_TEST_SAMPLE_GRAPH_H
#define CG_TEST_SAMPLE_GRAPH_H

#include "graph/graph.h"

/* Places of the nodes in the arrays of the sample. */
enum {
    SAMPLE_NEWS,
    SAMPLE_FRONT,
    SAMPLE_MINISTRY,
    SAMPLE_MINISTER,
    SAMPLE_TOWN,
    SAMPLE_COUNTRY,
    SAMPLE_DEPOT,
    SAMPLE_ENGINEERS,
    SAMPLE_OFFICER,
    SAMPLE_N_ENTITIES
};
enum {
    SAMPLE_BLAST,
    SAMPLE_KILLING,
    SAMPLE_MEETING,
    SAMPLE_INQUIRY,
    SAMPLE_ACTION,
    SAMPLE_N_EVENTS
};
enum {
    SAMPLE_NARRATED,
    SAMPLE_REPORT,
    SAMPLE_RESPONSIBILITY,
    SAMPLE_DENIAL,
    SAMPLE_SUSPICION,
    SAMPLE_BELIEF,
    SAMPLE_PROMISE,
    SAMPLE_REMARK,
    SAMPLE_N_CLAIMS
};
enum { SAMPLE_N_PROPOSITIONS = 8, SAMPLE_N_TOLD = 2 };

/* The sample and all its parts, for a test to change as it likes. It points
 * into itself, so it cannot be copied. */
typedef struct {
    cgi_graph graph; /* Points into the arrays below. */
    cgi_entity entities[SAMPLE_N_ENTITIES];
    cgi_event events[SAMPLE_N_EVENTS];
    cgi_proposition propositions[SAMPLE_N_PROPOSITIONS];
    cgi_claim_node claims[SAMPLE_N_CLAIMS];
    cgi_edge edges[SAMPLE_N_EVENTS + SAMPLE_N_PROPOSITIONS][2];
    cgi_content contents[SAMPLE_N_CLAIMS][2];
    cgi_evidence evidence[64];
    size_t n_evidence;
    cgi_told told[SAMPLE_N_TOLD];
} sample;

/* Fills `s`; strings are constants. */
void sample_graph_init(sample *s);

/* A graph of `n` events, each with a claim by a claimant of its own. */
cgi_graph *sample_graph_large(cgi_arena *a, size_t n);

#endif
