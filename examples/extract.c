/* SPDX-License-Identifier: Apache-2.0
 *
 * extract.c -- the smallest program that uses the library: the Turtle graph of
 * the article in a file, on standard output.
 *
 *     cc extract.c $(pkg-config --cflags --libs claimgraph) -o extract
 *     ./extract article.txt 2022-09-06
 *
 * The first error is kept in `err`, so one look at the end is enough.
 */
#include <claimgraph.h>

static cg_status extract(FILE *from, const cg_world *world,
                         const cg_options *options, cg_error *err)
{
    const cg_source *source = NULL;
    cg_reader *reader = NULL;
    cg_writer *writer = NULL;
    cg_doc *doc = NULL;

    if (cg_reader_new(&reader, from, CG_INPUT_TEXT, err) == CG_OK &&
        cg_reader_next(&source, reader, err) == CG_OK && source &&
        cg_doc_new(&doc, world, source, options, err) == CG_OK &&
        cg_writer_new(&writer, CG_FORMAT_TURTLE, stdout, err) == CG_OK &&
        cg_writer_add(writer, doc, err) == CG_OK)
        cg_writer_end(writer, err);
    cg_writer_free(writer);
    cg_doc_free(doc);
    cg_reader_free(reader);
    return err->status;
}

int main(int argc, char **argv)
{
    cg_options options = {.date = argc > 2 ? argv[2] : NULL};
    cg_world *world = NULL;
    cg_error err = {0};
    FILE *from = argc > 1 ? fopen(argv[1], "rb") : stdin;

    if (!from) {
        perror(argv[1]);
        return 1;
    }
    if (cg_world_new(&world, NULL, &err) == CG_OK)
        extract(from, world, &options, &err);
    if (err.status != CG_OK)
        fprintf(stderr, "%s: %s\n", cg_strerror(err.status), err.text);
    cg_world_free(world);
    fclose(from);
    return err.status != CG_OK;
}
