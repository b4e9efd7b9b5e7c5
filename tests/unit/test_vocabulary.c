/* SPDX-License-Identifier: Apache-2.0
 *
 * test_vocabulary.c -- the code, the data files and the vocabulary agree.
 *
 * A term that is misspelt gives graphs that look right and answer nothing, so
 * every cg: term that the code can write or that a data file uses must be
 * declared in ontology/claimgraph.ttl.
 */
#include <dirent.h>
#include <raptor2.h>
#include <stdlib.h>
#include <string.h>

#include "sample_graph.h"
#include "suites.h"
#include "world/vocabulary.h"
#include "write/write.h"

#define RDF_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
#define RDFS     "http://www.w3.org/2000/01/rdf-schema#"

/* Statements with IRIs as text; literals are kept as "". */
typedef struct {
    char *s, *p, *o;
} triple;

typedef struct {
    triple *at;
    size_t n, cap;
    int n_errors;
} triples;

static char *iri_of(const raptor_term *term)
{
    if (term->type != RAPTOR_TERM_TYPE_URI)
        return strdup("");
    return strdup((const char *)raptor_uri_as_string(term->value.uri));
}

static void on_statement(void *user, raptor_statement *st)
{
    triples *t = user;
    if (t->n == t->cap) {
        t->cap = t->cap ? 2 * t->cap : 1024;
        t->at = realloc(t->at, t->cap * sizeof *t->at);
    }
    t->at[t->n++] = (triple){iri_of(st->subject), iri_of(st->predicate),
                             iri_of(st->object)};
}

static void on_log(void *user, raptor_log_message *m)
{
    triples *t = user;
    t->n_errors += m->level >= RAPTOR_LOG_LEVEL_WARN;
}

/* Adds what stands in the stream. */
static void parse(triples *t, const char *syntax, FILE *from)
{
    raptor_world *world = raptor_new_world();
    raptor_world_set_log_handler(world, t, on_log);
    raptor_world_open(world);
    raptor_parser *parser = raptor_new_parser(world, syntax);
    raptor_uri *base =
        raptor_new_uri(world, (const unsigned char *)"http://example.org/");
    raptor_parser_set_statement_handler(parser, t, on_statement);
    if (!from || raptor_parser_parse_file_stream(parser, from, NULL, base))
        t->n_errors++;
    raptor_free_uri(base);
    raptor_free_parser(parser);
    raptor_free_world(world);
}

static void parse_file(triples *t, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/ontology/%s", test_srcdir(), name);
    FILE *from = fopen(path, "r");
    parse(t, "turtle", from);
    if (from)
        fclose(from);
}

static void free_triples(triples *t)
{
    for (size_t i = 0; i < t->n; i++) {
        free(t->at[i].s);
        free(t->at[i].p);
        free(t->at[i].o);
    }
    free(t->at);
}

/* An empty string stands for anything. */
static bool has(const triples *t, const char *s, const char *p, const char *o)
{
    for (size_t i = 0; i < t->n; i++)
        if ((!*s || !strcmp(t->at[i].s, s)) &&
            (!*p || !strcmp(t->at[i].p, p)) && (!*o || !strcmp(t->at[i].o, o)))
            return true;
    return false;
}

static bool is_ours(const char *iri)
{
    return !strncmp(iri, CGI_NS, strlen(CGI_NS)) && iri[strlen(CGI_NS)];
}

static void load(triples *vocabulary)
{
    parse_file(vocabulary, "claimgraph.ttl");
    CU_ASSERT_EQUAL(vocabulary->n_errors, 0);
    CU_ASSERT(vocabulary->n > 500);
}

/* Every term of ours in `used` must have a type in `vocabulary`. */
static void check_declared(const triples *vocabulary, const triples *used)
{
    const char *last = ""; /* Files use one term many times in a row. */
    for (size_t i = 0; i < used->n; i++) {
        const char *const terms[] = {used->at[i].s, used->at[i].p,
                                     used->at[i].o};
        for (size_t k = 0; k < 3; k++) {
            if (!is_ours(terms[k]) || !strcmp(terms[k], last))
                continue;
            last = terms[k];
            if (has(vocabulary, terms[k], RDF_TYPE, ""))
                continue;
            CU_FAIL("a term is not declared");
            fprintf(stderr, "not declared: %s\n", terms[k]);
        }
    }
}

/* The sample with every kind of entity, as triples. */
static void write_sample(triples *out)
{
    sample s;
    cgi_writer w;
    char *bytes = NULL;
    size_t len = 0;
    FILE *to = open_memstream(&bytes, &len);
    cgi_rdf_writer_new(&w, CG_FORMAT_NTRIPLES, to, NULL);
    for (int kind = 0; kind < CGI_N_KINDS; kind++) {
        char iri[100];
        snprintf(iri, sizeof iri, "http://example.org/kind%d", kind);
        sample_graph_init(&s);
        s.entities[SAMPLE_NEWS].kind = (cgi_kind)kind;
        s.entities[SAMPLE_NEWS].iri = iri;
        s.entities[SAMPLE_NEWS].count_max = 3;
        s.entities[SAMPLE_NEWS].count_precision = CGI_COUNT_LEAST;
        s.graph.dateline = "NORTHPORT";
        CU_ASSERT_EQUAL(w.ops->add(w.state, &s.graph, NULL), CG_OK);
    }
    w.ops->end(w.state, NULL);
    w.ops->free(w.state);
    fclose(to);
    FILE *from = fmemopen(bytes, len, "r");
    parse(out, "turtle", from); /* The parser for N-Triples leaks. */
    fclose(from);
    free(bytes);
}

/* ---- Tests --------------------------------------------------------------- */

static void what_the_code_names_is_declared(void)
{
    static const struct {
        const char *const *names;
        int n;
        const char *type; /* "": some type. */
    } tables[] = {
        {cgi_kind_names, CGI_N_KINDS, RDFS "Class"},
        {cgi_role_names, CGI_N_ROLES,
         "http://www.w3.org/2002/07/owl#ObjectProperty"},
        {cgi_status_names, CGI_N_STATUSES, CGI_NS "TemporalStatus"},
        {cgi_certainty_names, CGI_N_CERTAINTIES, CGI_NS "Certainty"},
        {cgi_stance_names, CGI_N_STANCES, CGI_NS "Stance"},
        {cgi_polarity_names, CGI_N_POLARITIES,
         "http://www.w3.org/2002/07/owl#ObjectProperty"},
        {cgi_claim_names, CGI_N_CLAIMS, RDFS "Class"},
        {cgi_precision_names, CGI_N_PRECISIONS, CGI_NS "DatePrecision"},
        {cgi_count_names, CGI_N_COUNTS, CGI_NS "CountPrecision"},
    };
    triples v = {0};
    load(&v);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        for (int k = 0; k < tables[i].n; k++) {
            char iri[100];
            if (!*tables[i].names[k])
                continue;
            snprintf(iri, sizeof iri, CGI_NS "%s", tables[i].names[k]);
            CU_ASSERT(has(&v, iri, RDF_TYPE, tables[i].type));
        }
    }
    free_triples(&v);
}

static void what_is_written_is_declared(void)
{
    triples v = {0}, used = {0};
    load(&v);
    write_sample(&used);
    CU_ASSERT_EQUAL(used.n_errors, 0);
    check_declared(&v, &used);
    free_triples(&v);
    free_triples(&used);
}

static void what_data_files_use_is_declared(void)
{
    char path[4096];
    triples v = {0};
    load(&v);
    snprintf(path, sizeof path, "%s/ontology", test_srcdir());
    DIR *dir = opendir(path);
    CU_ASSERT_PTR_NOT_NULL(dir);
    for (struct dirent *e; dir && (e = readdir(dir));) {
        size_t n = strlen(e->d_name);
        if (n < 5 || strcmp(e->d_name + n - 4, ".ttl") != 0)
            continue;
        triples used = {0};
        parse_file(&used, e->d_name);
        CU_ASSERT_EQUAL(used.n_errors, 0);
        check_declared(&v, &used);
        free_triples(&used);
    }
    if (dir)
        closedir(dir);
    free_triples(&v);
}

static void every_term_is_explained(void)
{
    triples v = {0};
    load(&v);
    for (size_t i = 0; i < v.n; i++) {
        const char *s = v.at[i].s;
        if (!is_ours(s) || strcmp(v.at[i].p, RDF_TYPE) != 0)
            continue;
        CU_ASSERT(has(&v, s, RDFS "label", ""));
        CU_ASSERT(has(&v, s, RDFS "comment", ""));
        CU_ASSERT(has(&v, s, RDFS "isDefinedBy", CGI_NS));
    }
    free_triples(&v);
}

/* So that queries need no inference: whoever has a class has its superclasses
 * written, and has no others. */
static void superclasses_are_written_out(void)
{
    triples v = {0}, used = {0};
    load(&v);
    write_sample(&used);
    for (size_t i = 0; i < used.n; i++) {
        const triple *t = &used.at[i];
        if (strcmp(t->p, RDF_TYPE) != 0)
            continue;
        for (size_t k = 0; k < v.n; k++)
            if (!strcmp(v.at[k].s, t->o) && is_ours(v.at[k].o) &&
                !strcmp(v.at[k].p, RDFS "subClassOf"))
                CU_ASSERT(has(&used, t->s, RDF_TYPE, v.at[k].o));
    }
    free_triples(&v);
    free_triples(&used);
}

/* A role on a proposition must not become a fact by inference. */
static void no_role_can_leak(void)
{
    triples v = {0};
    load(&v);
    for (int role = CGI_ROLE_AGENT; role < CGI_N_ROLES; role++) {
        char iri[100];
        snprintf(iri, sizeof iri, CGI_NS "%s", cgi_role_names[role]);
        CU_ASSERT_FALSE(has(&v, iri, RDFS "subPropertyOf", ""));
        CU_ASSERT_FALSE(has(&v, iri, RDFS "domain", ""));
    }
    CU_ASSERT_FALSE(
        has(&v, "", "http://www.w3.org/2002/07/owl#equivalentProperty", ""));
    CU_ASSERT_FALSE(has(&v, "", "http://www.w3.org/2002/07/owl#sameAs", ""));
    free_triples(&v);
}

/* Peers have published every one of these with a typing error. */
static void namespaces_are_spelt_right(void)
{
    static const char *const known[] = {
        CGI_NS,
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        RDFS,
        "http://www.w3.org/2002/07/owl#",
        "http://www.w3.org/2001/XMLSchema#",
        "http://www.w3.org/2004/02/skos/core#",
        "http://www.w3.org/ns/prov#",
        "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "http://www.w3.org/ns/lemon/ontolex#",
        "http://www.opengis.net/ont/geosparql#",
        "http://purl.org/dc/terms/",
        "http://purl.org/vocab/vann/",
        "http://schema.org/",
        "http://xmlns.com/foaf/0.1/",
        "http://linkedevents.org/ontology/",
        "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "http://groundedannotationframework.org/gaf#",
        "http://groundedannotationframework.org/grasp#",
        "http://groundedannotationframework.org/grasp/factuality#",
        "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
        "https://w3id.org/claimgraph/ns/",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    };
    triples v = {0};
    load(&v);
    for (size_t i = 0; i < v.n; i++) {
        bool is_known = !*v.at[i].o;
        for (size_t k = 0; k < sizeof known / sizeof *known; k++)
            is_known |= !strncmp(v.at[i].o, known[k], strlen(known[k]));
        CU_ASSERT(is_known);
    }
    free_triples(&v);
}

CU_TestInfo vocabulary_tests[] = {
    {"what the code names is declared", what_the_code_names_is_declared},
    {"what is written is declared", what_is_written_is_declared},
    {"what data files use is declared", what_data_files_use_is_declared},
    {"every term is explained", every_term_is_explained},
    {"superclasses are written out", superclasses_are_written_out},
    {"no role can leak", no_role_can_leak},
    {"namespaces are spelt right", namespaces_are_spelt_right},
    CU_TEST_INFO_NULL,
};
