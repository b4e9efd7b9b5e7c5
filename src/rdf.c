/* SPDX-License-Identifier: Apache-2.0
 *
 * rdf.c -- the public calls for RDF that was written before.
 *
 * The triples are sorted when they are first asked for something, so that any
 * number of files can be read before that, and after it as well.
 */
#include "rdf.h"

#include <stdlib.h>

#include "store/check.h"
#include "store/diff.h"
#include "store/query.h"
#include "store/triples.h"

struct cg_rdf {
    cgi_triples triples;
    bool is_settled;
    cgi_arena scratch; /* Of one call, as are the next two. */
    cgi_triples shapes;
    cgi_shape_set set;
    jmp_buf on_fail;
};

static cg_status no_memory(cg_error *err)
{
    return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
}

cg_status cg_rdf_new(cg_rdf **out, cg_error *err)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return no_memory(err);
    (*out)->triples.arena.on_fail = &(*out)->on_fail;
    (*out)->scratch.on_fail = &(*out)->on_fail;
    (*out)->shapes.arena.on_fail = &(*out)->on_fail;
    return CG_OK;
}

void cg_rdf_free(cg_rdf *rdf)
{
    if (!rdf)
        return;
    cgi_triples_clear(&rdf->triples);
    free(rdf);
}

cg_status cg_rdf_read(cg_rdf *rdf, FILE *from, const char *format,
                      cg_error *err)
{
    cg_format f = CG_FORMAT_JSON;
    if (format && (cg_format_find(&f, format) != CG_OK || f > CG_FORMAT_RDFXML))
        return cgi_fail(err, CG_ERR_USAGE, 0, "\"%.40s\" is no format of RDF",
                        format);
    rdf->is_settled = false;
    return cgi_triples_read(&rdf->triples, from, f, err);
}

/* Must be called where on_fail is set. */
static void settle(cg_rdf *rdf)
{
    if (!rdf->is_settled)
        cgi_triples_settle(&rdf->triples);
    rdf->is_settled = true;
}

size_t cg_rdf_size(cg_rdf *rdf)
{
    if (setjmp(rdf->on_fail))
        return rdf->triples.all.n;
    settle(rdf);
    return rdf->triples.all.n;
}

cg_status cg_writer_add_rdf(cg_writer *writer, cg_rdf *rdf,
                            const cg_world *world, cg_error *err)
{
    cgi_graphs graphs;
    cg_status status;
    if (setjmp(rdf->on_fail)) {
        status = no_memory(err);
    } else {
        settle(rdf);
        cgi_graphs_read(&graphs, &rdf->scratch, &rdf->triples, world);
        status = cgi_writer_graphs(writer, &graphs, err);
    }
    cgi_arena_clear(&rdf->scratch);
    return status;
}

cg_status cg_rdf_query(cg_rdf *rdf, FILE *to, const char *sparql,
                       const char *const *where, size_t n_where,
                       cg_answer_format format, cg_error *err)
{
    cgi_answer answer;
    cg_status status;
    if (setjmp(rdf->on_fail)) {
        status = no_memory(err);
    } else {
        settle(rdf);
        status =
            cgi_query_run(&answer, &rdf->scratch, &rdf->triples, sparql, err);
        if (status == CG_OK)
            status = cgi_answer_filter(&answer, where, n_where, err);
        if (status == CG_OK)
            cgi_answer_write(to, &rdf->scratch, &answer, format);
    }
    cgi_arena_clear(&rdf->scratch);
    return status;
}

static cg_status read_shapes(cg_rdf *rdf, const char *dir, cg_error *err)
{
    char path[4096];
    int n = snprintf(path, sizeof path, "%s/ontology/shapes.ttl",
                     dir ? dir : PKGDATADIR);
    FILE *from = n > 0 && (size_t)n < sizeof path ? fopen(path, "rb") : NULL;
    if (!from)
        return cgi_fail(err, CG_ERR_DATA, 0, "cannot open %.180s", path);
    cg_status status =
        cgi_triples_read(&rdf->shapes, from, CG_FORMAT_TURTLE, err);
    fclose(from);
    return status == CG_ERR_TEXT ? CG_ERR_DATA : status;
}

cg_status cg_rdf_check(size_t *n_found, cg_rdf *rdf, const char *dir,
                       cg_evidence evidence, cg_finding_handler handler,
                       void *user, cg_error *err)
{
    *n_found = 0;
    cg_status status = read_shapes(rdf, dir, err);
    if (setjmp(rdf->on_fail)) {
        status = no_memory(err);
    } else if (status == CG_OK) {
        cgi_check c = {&rdf->triples, &rdf->scratch, evidence,
                       handler,       user,          0};
        settle(rdf);
        cgi_triples_settle(&rdf->shapes);
        status = cgi_shapes_read(&rdf->set, &rdf->scratch, &rdf->shapes,
                                 &rdf->triples, err);
        if (status == CG_OK) {
            cgi_check_terms(&c);
            cgi_check_shapes(&c, &rdf->set);
            cgi_check_offsets(&c);
        }
        *n_found = c.n_found;
    }
    cgi_shapes_clear(&rdf->set);
    cgi_triples_clear(&rdf->shapes);
    cgi_arena_clear(&rdf->scratch);
    return status;
}

cg_status cg_rdf_check_article(size_t *n_found, cg_rdf *rdf,
                               const cg_source *article,
                               cg_finding_handler handler, void *user,
                               cg_error *err)
{
    cg_status status;
    *n_found = 0;
    if (setjmp(rdf->on_fail)) {
        status = no_memory(err);
    } else {
        cgi_article read;
        cgi_check c = {&rdf->triples, &rdf->scratch, CG_EVIDENCE_FULL,
                       handler,       user,          0};
        settle(rdf);
        status = cgi_article_read(&read, &rdf->scratch, article, NULL, err);
        if (status == CG_OK)
            cgi_check_article(&c, &read);
        *n_found = c.n_found;
    }
    cgi_arena_clear(&rdf->scratch);
    return status;
}

/* Sorting jumps to the graph's own on_fail, so each is settled apart. */
static cg_status settle_one(cg_rdf *rdf, cg_error *err)
{
    if (setjmp(rdf->on_fail))
        return no_memory(err);
    settle(rdf);
    return CG_OK;
}

cg_status cg_rdf_diff(size_t *n_different, FILE *to, cg_rdf *old_graph,
                      cg_rdf *new_graph, cg_error *err)
{
    *n_different = 0;
    CG_TRY(settle_one(old_graph, err));
    CG_TRY(settle_one(new_graph, err));
    cg_status status = CG_OK;
    if (setjmp(old_graph->on_fail))
        status = no_memory(err);
    else
        *n_different = cgi_triples_diff(
            to, &old_graph->scratch, &old_graph->triples, &new_graph->triples);
    cgi_arena_clear(&old_graph->scratch);
    return status;
}
