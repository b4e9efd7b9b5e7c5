/* SPDX-License-Identifier: Apache-2.0
 *
 * claimgraph.c -- the public calls that string the stages together.
 *
 * The arena of a document jumps here when memory runs out, so nothing between
 * needs to look at the result of an allocation.
 */
#include "rdf.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "extract/extract.h"
#include "graph/build.h"
#include "lang/conllu.h"
#include "store/graphs.h"
#include "write/write.h"

/* Most memory that one article may take: what the largest article needs, with
 * room to spare. */
#define DOC_MEMORY_MAX ((size_t)8 * 1024 * 1024 * 1024)

struct cg_doc {
    cgi_arena arena; /* Owns everything below, but not the cg_doc itself. */
    cgi_article article;
    cgi_lang lang;
    cgi_extract extract;
    cgi_graph graph;
};

const char *cg_version(void)
{
    return CG_VERSION;
}

/* ---- Documents ------------------------------------------------------- */

/* A base must be an absolute IRI that names can be put behind. */
static cg_status check_base(const char *base, cg_error *err)
{
    size_t n = strcspn(base, ":/?#");
    bool good = n > 0 && base[n] == ':' && base[n + 1];
    for (const char *p = base; *p && good; p++)
        good = (unsigned char)*p > 0x20 && (unsigned char)*p < 0x7F &&
               !strchr("<>\"{}|\\^`", *p);
    return good ? CG_OK
                : cgi_fail(err, CG_ERR_USAGE, 0,
                           "\"%.80s\" cannot start an IRI", base);
}

static cg_status analyse(cg_doc *doc, const cg_world *world,
                         const cg_source *source, const cg_options *options,
                         cg_error *err)
{
    const char *base = options->base ? options->base : CGI_DEFAULT_BASE;
    cgi_date date;
    CG_TRY(check_base(base, err));
    if (options->date && !cgi_date_read(&date, options->date))
        return cgi_fail(err, CG_ERR_USAGE, 0, "\"%.40s\" is no date",
                        options->date);
    CG_TRY(cgi_article_read(&doc->article, &doc->arena, source, options->date,
                            err));
    base = cgi_arena_strndup(&doc->arena, base, strlen(base));
    cgi_lang_analyse(&doc->lang, &doc->arena, world, &doc->article);
    cgi_extract_all(&doc->extract, &doc->arena, world, &doc->lang);
    cgi_graph_build(&doc->graph, &doc->arena, &doc->article, &doc->extract,
                    base, options->flatten);
    cgi_graph_hide(&doc->graph, &doc->arena, &doc->article, &doc->lang,
                   options->evidence);
    return CG_OK;
}

cg_status cg_doc_new(cg_doc **out, const cg_world *world,
                     const cg_source *source, const cg_options *options,
                     cg_error *err)
{
    static const cg_options defaults = {NULL, NULL, CG_FLATTEN_NARRATOR,
                                        CG_EVIDENCE_FULL};
    *out = NULL;
    cg_doc *doc = calloc(1, sizeof *doc);
    if (!doc)
        return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    cg_status status;
    jmp_buf on_fail;
    doc->arena.limit = DOC_MEMORY_MAX;
    doc->arena.on_fail = &on_fail;
    if (!setjmp(on_fail))
        status =
            analyse(doc, world, source, options ? options : &defaults, err);
    else if (doc->arena.over_limit)
        status =
            cgi_fail(err, CG_ERR_LIMIT, 0, "the article needs too much memory");
    else
        status = cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    doc->arena.on_fail = NULL;
    if (status == CG_OK)
        *out = doc;
    else
        cg_doc_free(doc);
    return status;
}

void cg_doc_free(cg_doc *doc)
{
    if (!doc)
        return;
    cgi_arena_clear(&doc->arena);
    free(doc);
}

cg_counts cg_doc_counts(const cg_doc *doc)
{
    return (cg_counts){doc->lang.n_sentences, doc->lang.n_tokens,
                       doc->graph.n_entities, doc->graph.n_events,
                       doc->graph.n_claims};
}

/* ---- Writers --------------------------------------------------------- */

struct cg_writer {
    FILE *to;
    cg_format format;
    cgi_writer inner; /* Unused for CoNLL-U, which has no graph. */
};

cg_status cg_format_find(cg_format *out, const char *name)
{
    static const struct {
        const char *name;
        cg_format format;
    } names[] = {
        {"turtle", CG_FORMAT_TURTLE},
        {"ttl", CG_FORMAT_TURTLE},
        {"ntriples", CG_FORMAT_NTRIPLES},
        {"nt", CG_FORMAT_NTRIPLES},
        {"nquads", CG_FORMAT_NQUADS},
        {"nq", CG_FORMAT_NQUADS},
        {"rdfxml", CG_FORMAT_RDFXML},
        {"rdf", CG_FORMAT_RDFXML},
        {"json", CG_FORMAT_JSON},
        {"jsonl", CG_FORMAT_JSON},
        {"conllu", CG_FORMAT_CONLLU},
        {"explain", CG_FORMAT_EXPLAIN},
        {"txt", CG_FORMAT_EXPLAIN},
        {"dot", CG_FORMAT_DOT},
        {"gv", CG_FORMAT_DOT},
        {"svg", CG_FORMAT_SVG},
        {"png", CG_FORMAT_PNG},
        {"pdf", CG_FORMAT_PDF},
        {"gexf", CG_FORMAT_GEXF},
        {"graphml", CG_FORMAT_GRAPHML},
        {"nodes", CG_FORMAT_NODES},
        {"edges", CG_FORMAT_EDGES},
        {"csv", CG_FORMAT_EDGES},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(name, names[i].name)) {
            *out = names[i].format;
            return CG_OK;
        }
    return CG_ERR_USAGE;
}

static cg_status open_inner(cg_writer *w, const cg_drawing *drawing,
                            cg_error *err)
{
    switch (w->format) {
    case CG_FORMAT_TURTLE:
    case CG_FORMAT_NTRIPLES:
    case CG_FORMAT_NQUADS:
    case CG_FORMAT_RDFXML:
        return cgi_rdf_writer_new(&w->inner, w->format, w->to, err);
    case CG_FORMAT_DOT:
    case CG_FORMAT_SVG:
    case CG_FORMAT_PNG:
    case CG_FORMAT_PDF:
    case CG_FORMAT_GEXF:
    case CG_FORMAT_GRAPHML:
    case CG_FORMAT_NODES:
    case CG_FORMAT_EDGES:
        return cgi_dot_writer_new(&w->inner, w->format, drawing, w->to, err);
    case CG_FORMAT_JSON: return cgi_json_writer_new(&w->inner, w->to, err);
    case CG_FORMAT_EXPLAIN:
        return cgi_explain_writer_new(&w->inner, w->to, err);
    case CG_FORMAT_CONLLU: return CG_OK;
    }
    return cgi_fail(err, CG_ERR_USAGE, 0, "no such format");
}

static cg_status open_writer(cg_writer **out, cg_format format,
                             const cg_drawing *drawing, FILE *to, cg_error *err)
{
    *out = NULL;
    cg_writer *w = calloc(1, sizeof *w);
    if (!w)
        return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    w->to = to;
    w->format = format;
    cg_status status = open_inner(w, drawing, err);
    if (status == CG_OK)
        *out = w;
    else
        free(w);
    return status;
}

cg_status cg_writer_new(cg_writer **out, cg_format format, FILE *to,
                        cg_error *err)
{
    return open_writer(out, format, NULL, to, err);
}

cg_status cg_writer_new_drawing(cg_writer **out, cg_format format,
                                const cg_drawing *drawing, FILE *to,
                                cg_error *err)
{
    *out = NULL;
    if (format < CG_FORMAT_DOT)
        return cgi_fail(err, CG_ERR_USAGE, 0, "not a format of diagrams");
    return open_writer(out, format, drawing, to, err);
}

cg_status cg_writer_add(cg_writer *writer, const cg_doc *doc, cg_error *err)
{
    if (writer->inner.ops)
        return writer->inner.ops->add(writer->inner.state, &doc->graph, err);
    cgi_conllu_write(writer->to, &doc->lang);
    return ferror(writer->to) ? cgi_fail(err, CG_ERR_IO, 0, "cannot write")
                              : CG_OK;
}

cg_status cgi_writer_graphs(cg_writer *writer, const cgi_graphs *graphs,
                            cg_error *err)
{
    if (!writer->inner.ops)
        return cgi_fail(err, CG_ERR_USAGE, 0, "RDF holds no words and trees");
    for (size_t i = 0; i < graphs->n; i++)
        CG_TRY(
            writer->inner.ops->add(writer->inner.state, &graphs->at[i], err));
    return CG_OK;
}

/* A full disk shows only when the stream is flushed. */
cg_status cg_writer_end(cg_writer *writer, cg_error *err)
{
    cg_status status = CG_OK;
    if (writer->inner.ops)
        status = writer->inner.ops->end(writer->inner.state, err);
    if (fflush(writer->to) || ferror(writer->to))
        return cgi_fail(err, CG_ERR_IO, 0, "cannot write: %s", strerror(errno));
    return status;
}

void cg_writer_free(cg_writer *writer)
{
    if (!writer)
        return;
    if (writer->inner.ops)
        writer->inner.ops->free(writer->inner.state);
    free(writer);
}
