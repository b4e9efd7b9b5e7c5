/* SPDX-License-Identifier: Apache-2.0
 *
 * facts.h -- what the graph of a text must and must not say, a line a fact.
 *
 *   + police asserts assault-kill | patient: people | count: 14
 *   - narrator says assault
 *   + Reuters claims | content: the group
 *   + entity Lavrov | kind: Person | position: Foreign Minister
 *   + event assault-attack | place: Kabul | date: 2022-09-05
 *
 * "+" must be there, "-" must not. First comes who speaks (part of a label;
 * "narrator", "nobody" if unknown, "*" for anyone), then how ("asserts",
 * "denies", "considers", "says" for any of them) and an event type (narrower
 * ones fit too, "*" any). "claims" asks for a claim, whatever it holds,
 * "entity" for an entity, "event" for what stands on the event itself. "told
 * WORD STATUS", with "not" behind if it is negated, asks for a word that tells
 * of something.
 *
 * The fields behind that, all of which must fit, are
 *
 *   roles (agent, patient, ...)   part of a label
 *   trigger                       part of the word that tells the event
 *   date                          one day, or "2022-09-01/2022-09-30", "none"
 *   status, certainty             of the proposition or event
 *   count                         "14", "20-30", "AtLeast 14" or "About 50",
 *                                 of any role or the entity
 *   to, via                       part of the addressee's, or of the teller's
 *                                 label
 *   class, stance, cue, content   of the claim
 *   beside, how                   whose earlier claim it corroborates or
 *                                 contradicts, and by which property; "none"
 *   kind, position, country, member, within, mentions  of an entity
 *
 * "none" as the value of a role means that nothing fills it.
 */
#ifndef CG_TEST_FACTS_H
#define CG_TEST_FACTS_H

#include <stdbool.h>
#include <stddef.h>

#include "graph/graph.h"

typedef struct {
    const char *text;
    const char *facts; /* Lines as above. */
} fact_case;

/* Reads every text and checks its facts. */
void facts_check(const fact_case *cases, size_t n);

/* The same for what is known not to be read right yet: each case must fail,
 * so that whoever mends one learns that it can move to the others. */
void facts_check_gaps(const fact_case *known_gap, size_t n);

/* True if the graph says what `fact` ("police asserts *") asks for. */
bool facts_has(const cgi_graph *g, const char *fact);

#endif
