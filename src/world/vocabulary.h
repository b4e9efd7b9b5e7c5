/* SPDX-License-Identifier: Apache-2.0
 *
 * vocabulary.h -- the values of the cg: vocabulary as C enumerations.
 *
 * One table, vocabulary.def, gives the enumerators here, the names in
 * vocabulary.c, and the test that the ontology declares them.
 */
#ifndef CG_WORLD_VOCABULARY_H
#define CG_WORLD_VOCABULARY_H

#include <stdbool.h>

#include "base/slice.h"

#define CGI_NS        "https://w3id.org/claimgraph/ns#"
#define CGI_TYPE_NS   "https://w3id.org/claimgraph/type/"
#define CGI_ENTITY_NS "https://w3id.org/claimgraph/entity/"
#define CGI_NIF_NS                                                             \
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"

typedef enum {
#define CGI_KIND(name, term, is_place) CGI_KIND_##name,
#include "world/vocabulary.def"
    CGI_N_KINDS
} cgi_kind;

typedef enum {
#define CGI_ROLE(name, term) CGI_ROLE_##name,
#include "world/vocabulary.def"
    CGI_N_ROLES
} cgi_role;

typedef enum {
#define CGI_STATUS(name, term) CGI_STATUS_##name,
#include "world/vocabulary.def"
    CGI_N_STATUSES
} cgi_status;

typedef enum {
#define CGI_CERTAINTY(name, term) CGI_CERTAINTY_##name,
#include "world/vocabulary.def"
    CGI_N_CERTAINTIES
} cgi_certainty;

typedef enum {
#define CGI_STANCE(name, term) CGI_STANCE_##name,
#include "world/vocabulary.def"
    CGI_N_STANCES
} cgi_stance;

typedef enum {
#define CGI_POLARITY(name, term) CGI_POLARITY_##name,
#include "world/vocabulary.def"
    CGI_N_POLARITIES
} cgi_polarity;

typedef enum {
#define CGI_CLAIM(name, term) CGI_CLAIM_##name,
#include "world/vocabulary.def"
    CGI_N_CLAIMS
} cgi_claim_class;

typedef enum {
#define CGI_AGREEMENT(name, term) CGI_AGREEMENT_##name,
#include "world/vocabulary.def"
    CGI_N_AGREEMENTS
} cgi_agreement;

typedef enum {
#define CGI_PRECISION(name, term) CGI_PRECISION_##name,
#include "world/vocabulary.def"
    CGI_N_PRECISIONS
} cgi_precision;

typedef enum {
#define CGI_COUNT(name, term) CGI_COUNT_##name,
#include "world/vocabulary.def"
    CGI_N_COUNTS
} cgi_count_precision;

/* The local names of the terms ("Person"); "" for the NONE values. */
extern const char *const cgi_kind_names[CGI_N_KINDS];
extern const char *const cgi_role_names[CGI_N_ROLES];
extern const char *const cgi_status_names[CGI_N_STATUSES];
extern const char *const cgi_certainty_names[CGI_N_CERTAINTIES];
extern const char *const cgi_stance_names[CGI_N_STANCES];
extern const char *const cgi_polarity_names[CGI_N_POLARITIES];
extern const char *const cgi_claim_names[CGI_N_CLAIMS];
extern const char *const cgi_agreement_names[CGI_N_AGREEMENTS];
extern const char *const cgi_precision_names[CGI_N_PRECISIONS];
extern const char *const cgi_count_names[CGI_N_COUNTS];

/* The prefixes of graphs and queries, ended by one without a name. */
typedef struct {
    const char *name, *iri;
} cgi_prefix;

extern const cgi_prefix cgi_prefixes[];

bool cgi_kind_is_place(cgi_kind kind);

/* The index of `name` in one of the tables above, or -1. */
int cgi_term_find(const char *const *names, int n, cgi_slice name);

#endif
