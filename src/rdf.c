/* SPDX-License-Identifier: Apache-2.0
 *
 * rdf.c -- the public calls for RDF that was written before.
 *
 * The triples are sorted when they are first asked for something, so that any
 * number of files can be read before that, and after it as well.
 */
#include "rdf.h"

#include <stdlib.h>

#include "store/query.h"
#include "store/triples.h"

struct cg_rdf {
    cgi_triples triples;
    bool is_settled;
    cgi_arena scratch; /* Of one call. */
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
