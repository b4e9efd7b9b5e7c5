/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_doc.c -- any bytes as an article, read and written.
 *
 * The world is loaded once, for the first input. What is done with the article
 * is chosen by its length, so that an input is nothing but the article. SVG and
 * its like are left out: they would fuzz graphviz, slowly.
 */
#include <stdint.h>
#include <stdlib.h>

#include "claimgraph.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const cg_format formats[] = {
    CG_FORMAT_NTRIPLES, CG_FORMAT_JSON,   CG_FORMAT_DOT,    CG_FORMAT_EXPLAIN,
    CG_FORMAT_CONLLU,   CG_FORMAT_TURTLE, CG_FORMAT_NQUADS, CG_FORMAT_RDFXML,
};

static const cg_world *world(void)
{
    static cg_world *loaded;
    const char *dir = getenv("top_srcdir");
    cg_error err = {0};
    if (!loaded && cg_world_new(&loaded, dir ? dir : ".", &err) != CG_OK) {
        fprintf(stderr, "the world does not load: %s\n", err.text);
        abort();
    }
    return loaded;
}

/* Whatever was read can be written. */
static void write_doc(const cg_doc *doc, cg_format format)
{
    cg_error err = {0};
    cg_writer *writer = NULL;
    FILE *to = fopen("/dev/null", "w");
    if (!to)
        abort();
    if (cg_writer_new(&writer, format, to, &err) != CG_OK ||
        cg_writer_add(writer, doc, &err) != CG_OK ||
        cg_writer_end(writer, &err) != CG_OK) {
        fprintf(stderr, "cannot be written: %s\n", err.text);
        abort();
    }
    cg_writer_free(writer);
    fclose(to);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cg_source source = {.text = (const char *)data, .len = size};
    cg_options options = {.flatten = (cg_flatten)(size % 4)};
    cg_error err = {0};
    cg_doc *doc;
    if (size % 3)
        source.date = "2022-09-06";
    cg_status status = cg_doc_new(&doc, world(), &source, &options, &err);
    if (status != err.status ||
        (status != CG_OK && status != CG_ERR_TEXT && status != CG_ERR_LIMIT))
        abort();
    if (doc)
        write_doc(doc, formats[size % (sizeof formats / sizeof *formats)]);
    cg_doc_free(doc);
    return 0;
}
