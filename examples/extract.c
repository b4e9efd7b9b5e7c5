/* SPDX-License-Identifier: Apache-2.0
 *
 * extract.c -- the smallest program that uses the library: the Turtle graph of
 * the article in a file, on standard output.
 *
 *     cc extract.c $(pkg-config --cflags --libs claimgraph) -o extract
 *     ./extract article.txt 2022-09-06
 */
#include <claimgraph.h>

static int fail(const char *what, const cg_error *err)
{
    fprintf(stderr, "%s: %s\n", what, err->text);
    return 1;
}

int main(int argc, char **argv)
{
    cg_error err = {0};
    cg_options options = {.date = argc > 2 ? argv[2] : NULL};
    cg_world *world = NULL;
    cg_reader *reader = NULL;
    cg_writer *writer = NULL;
    const cg_source *source;
    FILE *from = argc > 1 ? fopen(argv[1], "rb") : stdin;
    int status = 0;

    if (!from || cg_world_new(&world, NULL, &err) ||
        cg_reader_new(&reader, from, CG_INPUT_AUTO, &err) ||
        cg_writer_new(&writer, CG_FORMAT_TURTLE, stdout, &err))
        status = fail("cannot start", &err);
    while (!status && !cg_reader_next(&source, reader, &err) && source) {
        cg_doc *doc;
        if (cg_doc_new(&doc, world, source, &options, &err) ||
            cg_writer_add(writer, doc, &err))
            status = fail("cannot read the article", &err);
        cg_doc_free(doc);
    }
    if (!status && (err.status || cg_writer_end(writer, &err)))
        status = fail("cannot write", &err);
    cg_writer_free(writer);
    cg_reader_free(reader);
    cg_world_free(world);
    if (from && from != stdin)
        fclose(from);
    return status;
}
