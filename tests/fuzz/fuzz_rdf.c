/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_rdf.c -- any bytes, as RDF that is checked, compared and written again,
 * and as a question to a small graph.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "claimgraph.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char small[] =
    "<urn:c> <https://w3id.org/claimgraph/ns#asserts> <urn:p> .\n"
    "<urn:p> <https://w3id.org/claimgraph/ns#count> "
    "\"3\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
    "<urn:p> <http://www.w3.org/2000/01/rdf-schema#label> \"x\"@en .\n";

static cg_rdf *read_bytes(const void *bytes, size_t size, cg_status *status)
{
    cg_rdf *rdf = NULL;
    cg_error err = {0};
    FILE *from = fmemopen((void *)(uintptr_t)bytes, size, "rb");
    if (!from || cg_rdf_new(&rdf, NULL) != CG_OK)
        abort();
    *status = cg_rdf_read(rdf, from, NULL, &err);
    if (*status != err.status)
        abort();
    fclose(from);
    return rdf;
}

static void write_again(cg_rdf *rdf, FILE *to)
{
    cg_writer *w = NULL;
    if (cg_writer_new(&w, CG_FORMAT_JSON, to, NULL) != CG_OK)
        abort();
    if (cg_writer_add_rdf(w, rdf, NULL, NULL) == CG_OK)
        cg_writer_end(w, NULL);
    cg_writer_free(w);
}

/* A graph says the same as itself, whatever it says. */
static void use(cg_rdf *rdf, FILE *to)
{
    size_t n;
    if (cg_rdf_check(&n, rdf, getenv("top_srcdir"), CG_EVIDENCE_FULL, NULL,
                     NULL, NULL) != CG_OK)
        abort();
    if (cg_rdf_diff(&n, to, rdf, rdf, NULL) != CG_OK || n)
        abort();
    write_again(rdf, to);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cg_status status;
    FILE *to = fopen("/dev/null", "wb");
    char *text = malloc(size + 1);
    if (!to || !text || !size) {
        free(text);
        if (to)
            fclose(to);
        return 0;
    }
    memcpy(text, data, size);
    text[size] = '\0';
    cg_rdf *rdf = read_bytes(data, size, &status);
    use(rdf, to);
    cg_rdf_free(rdf);
    rdf = read_bytes(small, sizeof small - 1, &status);
    cg_rdf_query(rdf, to, text, NULL, 0, CG_ANSWER_TABLE, NULL);
    cg_rdf_free(rdf);
    free(text);
    fclose(to);
    return 0;
}
