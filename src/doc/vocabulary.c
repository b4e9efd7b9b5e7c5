/* SPDX-License-Identifier: Apache-2.0
 *
 * vocabulary.c -- ontology/claimgraph.ttl as a page for people.
 *
 *     vocabulary man|html < claimgraph.ttl
 *
 * Run by the build; not installed. Everything on the page comes from the file:
 * a term without a comment, or a class without an example, is an error, so
 * that the page is never behind.
 */
#include <stdio.h>
#include <stdlib.h>

#include "store/triples.h"
#include "world/vocabulary.h"

#define OWL  "http://www.w3.org/2002/07/owl#"
#define RDF  "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define SKOS "http://www.w3.org/2004/02/skos/core#"
#define DCT  "http://purl.org/dc/terms/"

typedef struct {
    cgi_triples t;
    jmp_buf on_fail;
    bool is_html;
    int n_missing;
} page;

typedef struct {
    const char *name, *property;
} line;

/* What is told of a term, in this order. */
static const line lines[] = {
    {"A kind of", RDFS "subClassOf"}, {"Said of", RDFS "domain"},
    {"Leads to", RDFS "range"},       {"The same as", SKOS "exactMatch"},
    {"Much like", SKOS "closeMatch"}, {"See also", RDFS "seeAlso"},
    {"Example", SKOS "example"},
};

static const struct {
    const char *title, *class;
} sections[] = {
    {"Classes", OWL "Class"},
    {"Values", OWL "NamedIndividual"},
    {"Properties that lead to nodes", OWL "ObjectProperty"},
    {"Properties that lead to values", OWL "DatatypeProperty"},
    {"Datatypes", RDFS "Datatype"},
};

/* ---- Text ------------------------------------------------------------ */

/* Escaped for the page; "." at the start of a line of man is a command. */
static void put(const page *p, const char *text)
{
    if (!p->is_html && (*text == '.' || *text == '\''))
        fputs("\\&", stdout);
    for (; *text; text++) {
        if (p->is_html && *text == '<')
            fputs("&lt;", stdout);
        else if (p->is_html && *text == '&')
            fputs("&amp;", stdout);
        else if (!p->is_html && *text == '\\')
            fputs("\\e", stdout);
        else if (!p->is_html && *text == '-')
            fputs("\\-", stdout);
        else
            putchar(*text);
    }
}

static void tags(const page *p, const char *html, const char *man)
{
    fputs(p->is_html ? html : man, stdout);
}

static const char *text_of(const page *p, uint32_t s, const char *property)
{
    return cgi_triples_text(&p->t, s, cgi_triples_iri(&p->t, property));
}

static const char *short_name(page *p, uint32_t term)
{
    static const cgi_prefix more[] = {
        {"fact", "http://groundedannotationframework.org/grasp/factuality#"},
        {"foaf", "http://xmlns.com/foaf/0.1/"},
        {"gaf", "http://groundedannotationframework.org/gaf#"},
        {"geo", "http://www.opengis.net/ont/geosparql#"},
        {"grasp", "http://groundedannotationframework.org/grasp#"},
        {"lode", "http://linkedevents.org/ontology/"},
        {"prov", "http://www.w3.org/ns/prov#"},
        {"rdf", RDF},
        {"sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"},
        {NULL, NULL},
    };
    const cgi_term *value = &p->t.terms.at[term];
    if (value->kind != CGI_TERM_IRI)
        return value->text;
    for (int k = 0; k < 2; k++)
        for (const cgi_prefix *x = k ? more : cgi_prefixes; x->name; x++) {
            size_t n = strlen(x->iri);
            if (!strncmp(value->text, x->iri, n) && value->text[n])
                return cgi_arena_printf(&p->t.arena, "%s:%s", x->name,
                                        value->text + n);
        }
    return value->text;
}

/* ---- Terms ----------------------------------------------------------- */

static void miss(page *p, uint32_t term, const char *what)
{
    fprintf(stderr, "vocabulary: %s has no %s\n", short_name(p, term), what);
    p->n_missing++;
}

static void put_line(page *p, uint32_t term, const line *of)
{
    cgi_range r =
        cgi_triples_with(&p->t, term, cgi_triples_iri(&p->t, of->property));
    bool is_example = !strcmp(of->property, SKOS "example");
    if (!r.n)
        return;
    tags(p, "<dt>", ".br\n");
    put(p, of->name);
    tags(p, "</dt><dd>", ": ");
    for (size_t i = 0; i < r.n; i++) {
        fputs(i ? ", " : "", stdout);
        tags(p, "<code>", is_example ? "\\fC" : "");
        put(p, short_name(p, r.at[i].o));
        tags(p, "</code>", is_example ? "\\fP" : "");
    }
    tags(p, "</dd>\n", "\n");
}

static void put_term(page *p, uint32_t term, bool is_class)
{
    const char *name = short_name(p, term);
    const char *comment = text_of(p, term, RDFS "comment");
    if (!comment)
        miss(p, term, "comment");
    if (is_class && !text_of(p, term, SKOS "example"))
        miss(p, term, "example");
    if (p->is_html)
        printf("<section id=\"%s\"><h3>", name + strcspn(name, ":") + 1);
    else
        fputs(".TP\n.B ", stdout);
    put(p, name);
    tags(p, "</h3>\n<p>", "\n");
    put(p, comment ? comment : "");
    tags(p, "</p>\n<dl>\n", "\n");
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        put_line(p, term, &lines[i]);
    tags(p, "</dl></section>\n", "");
}

static void put_section(page *p, const char *title, const char *class)
{
    cgi_range r = cgi_triples_to(&p->t, cgi_triples_iri(&p->t, RDF "type"),
                                 cgi_triples_iri(&p->t, class));
    tags(p, "<h2>", ".SH \"");
    put(p, title);
    tags(p, "</h2>\n", "\"\n");
    for (size_t i = 0; i < r.n; i++)
        put_term(p, r.at[i].s, !strcmp(class, OWL "Class"));
}

/* ---- The page -------------------------------------------------------- */

static void put_head(page *p)
{
    cgi_range r = cgi_triples_to(&p->t, cgi_triples_iri(&p->t, RDF "type"),
                                 cgi_triples_iri(&p->t, OWL "Ontology"));
    uint32_t it = r.n ? r.at[0].s : CGI_NO_TERM;
    const char *title = text_of(p, it, DCT "title");
    const char *about = text_of(p, it, DCT "description");
    const char *version = text_of(p, it, OWL "versionInfo");
    if (!title || !about || !version) {
        fputs("vocabulary: no title, description or version\n", stderr);
        exit(1);
    }
    tags(p,
         "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
         ".\\\" Made from ontology/claimgraph.ttl by the build.\n"
         ".TH CLAIMGRAPH-ONTOLOGY 7\n.SH NAME\nclaimgraph-ontology \\- ");
    put(p, title);
    tags(p,
         "</title>\n<style>body{font:16px/1.5 sans-serif;max-width:46em;"
         "margin:auto;padding:1em}dt{float:left;clear:left;width:7em;"
         "color:#555}dd{margin-left:7.5em}code{overflow-wrap:anywhere}"
         "</style></head><body>\n<h1>",
         "\n.SH DESCRIPTION\n");
    if (p->is_html)
        put(p, title);
    tags(p, "</h1>\n<p>", "");
    put(p, about);
    tags(p, "</p>\n<p>Version ", "\n.PP\nVersion ");
    put(p, version);
    tags(p, "; the namespace is <code>", "; the namespace is\n");
    put(p, CGI_NS);
    tags(p, "</code>, with the prefix <code>cg</code>.</p>\n",
         ", with the prefix cg.\n"
         "The file itself is printed by \"claimgraph ontology\".\n");
}

static int write_page(page *p)
{
    cg_error err = {0};
    if (cgi_triples_read(&p->t, stdin, CG_FORMAT_TURTLE, &err) != CG_OK) {
        fprintf(stderr, "vocabulary: line %zu: %s\n", err.line, err.text);
        return 1;
    }
    cgi_triples_settle(&p->t);
    put_head(p);
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        put_section(p, sections[i].title, sections[i].class);
    tags(p, "</body></html>\n",
         ".SH SEE ALSO\n.BR claimgraph (1),\n.BR claimgraph-check (1),\n"
         ".BR claimgraph-query (1)\n");
    return p->n_missing || fflush(stdout) != 0;
}

int main(int argc, char **argv)
{
    static page p;
    p.is_html = argc > 1 && !strcmp(argv[1], "html");
    p.t.arena.on_fail = &p.on_fail;
    if (setjmp(p.on_fail))
        return 1;
    int status = write_page(&p);
    cgi_triples_clear(&p.t);
    return status;
}
