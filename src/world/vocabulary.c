/* SPDX-License-Identifier: Apache-2.0 */
#include "world/vocabulary.h"

const char *const cgi_kind_names[CGI_N_KINDS] = {
#define CGI_KIND(name, term, is_place) term,
#include "world/vocabulary.def"
};

const char *const cgi_role_names[CGI_N_ROLES] = {
#define CGI_ROLE(name, term) term,
#include "world/vocabulary.def"
};

const char *const cgi_status_names[CGI_N_STATUSES] = {
#define CGI_STATUS(name, term) term,
#include "world/vocabulary.def"
};

const char *const cgi_certainty_names[CGI_N_CERTAINTIES] = {
#define CGI_CERTAINTY(name, term) term,
#include "world/vocabulary.def"
};

const char *const cgi_stance_names[CGI_N_STANCES] = {
#define CGI_STANCE(name, term) term,
#include "world/vocabulary.def"
};

const char *const cgi_polarity_names[CGI_N_POLARITIES] = {
#define CGI_POLARITY(name, term) term,
#include "world/vocabulary.def"
};

const char *const cgi_claim_names[CGI_N_CLAIMS] = {
#define CGI_CLAIM(name, term) term,
#include "world/vocabulary.def"
};

const char *const cgi_agreement_names[CGI_N_AGREEMENTS] = {
#define CGI_AGREEMENT(name, term) term,
#include "world/vocabulary.def"
};

const char *const cgi_precision_names[CGI_N_PRECISIONS] = {
#define CGI_PRECISION(name, term) term,
#include "world/vocabulary.def"
};

const char *const cgi_count_names[CGI_N_COUNTS] = {
#define CGI_COUNT(name, term) term,
#include "world/vocabulary.def"
};

const cgi_prefix cgi_prefixes[] = {
    {"cg", CGI_NS},
    {"cge", CGI_ENTITY_NS},
    {"cgt", CGI_TYPE_NS},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"nif", CGI_NIF_NS},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"schema", "http://schema.org/"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"wgs", "http://www.w3.org/2003/01/geo/wgs84_pos#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    {NULL, NULL},
};

bool cgi_kind_is_place(cgi_kind kind)
{
    static const unsigned char places[CGI_N_KINDS] = {
#define CGI_KIND(name, term, is_place) is_place,
#include "world/vocabulary.def"
    };
    return places[kind];
}

int cgi_term_find(const char *const *names, int n, cgi_slice name)
{
    for (int i = 0; i < n; i++)
        if (cgi_slice_is(name, names[i]))
            return i;
    return -1;
}
