/* SPDX-License-Identifier: Apache-2.0
 *
 * suites.h -- the list of the unit tests, and what they share.
 *
 * A suite is an array NAME_tests in test_NAME.c, ended by CU_TEST_INFO_NULL;
 * a file that is not in the list here does not link.
 */
#ifndef CG_TEST_SUITES_H
#define CG_TEST_SUITES_H

#include <CUnit/CUnit.h>

#include "claimgraph.h"

#define SUITES(X)                                                              \
    X(accusations)                                                             \
    X(arena)                                                                   \
    X(article)                                                                 \
    X(claimgraph)                                                              \
    X(conllu)                                                                  \
    X(date)                                                                    \
    X(dot)                                                                     \
    X(dot_label)                                                               \
    X(dot_views)                                                               \
    X(error)                                                                   \
    X(extract_claims)                                                          \
    X(extract_coref)                                                           \
    X(extract_events)                                                          \
    X(extract_parties)                                                         \
    X(graph)                                                                   \
    X(hash)                                                                    \
    X(inputs)                                                                  \
    X(json)                                                                    \
    X(learn)                                                                   \
    X(lemma)                                                                   \
    X(matrix)                                                                  \
    X(model)                                                                   \
    X(names)                                                                   \
    X(net)                                                                     \
    X(network)                                                                 \
    X(parse)                                                                   \
    X(place)                                                                   \
    X(places)                                                                  \
    X(rdf)                                                                     \
    X(reader)                                                                  \
    X(repair)                                                                  \
    X(segment)                                                                 \
    X(snapshot)                                                                \
    X(store)                                                                   \
    X(tag)                                                                     \
    X(times)                                                                   \
    X(tokenize)                                                                \
    X(toponym)                                                                 \
    X(tree)                                                                    \
    X(utf8)                                                                    \
    X(violence)                                                                \
    X(vocabulary)                                                              \
    X(when)                                                                    \
    X(world)

#define X(name) extern CU_TestInfo name##_tests[];
SUITES(X)
#undef X

/* The top of the source tree, which holds ontology/. */
const char *test_srcdir(void);

/* The world of the build tree, loaded at the first call and shared by all
 * tests; NULL if it does not load, which is also recorded as a failure. */
const cg_world *test_world(void);

#endif
