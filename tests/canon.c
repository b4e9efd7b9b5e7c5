/* SPDX-License-Identifier: Apache-2.0
 *
 * canon.c -- RDF on standard input, sorted N-Quads on standard output.
 *
 * Tests compare graphs so, as sets of statements: how raptor lays out or
 * escapes them may change. The first argument is raptor's name of the syntax.
 * Exits with 1 if the input does not parse.
 */
#include <raptor2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    char **at;
    size_t n, size;
    int failed;
} lines;

static void add(void *user, raptor_statement *s)
{
    lines *l = user;
    unsigned char *terms[4] = {
        raptor_term_to_string(s->subject), raptor_term_to_string(s->predicate),
        raptor_term_to_string(s->object),
        s->graph ? raptor_term_to_string(s->graph) : NULL};
    size_t len = 8;
    for (int i = 0; i < 4; i++)
        len += terms[i] ? strlen((char *)terms[i]) : 0;
    char *line = malloc(len);
    if (l->n == l->size) {
        l->size = l->size ? 2 * l->size : 256;
        char **more = realloc(l->at, l->size * sizeof *more);
        l->failed |= !more;
        l->at = more ? more : l->at;
    }
    l->failed |= !line || !terms[0] || !terms[1] || !terms[2];
    if (l->failed) {
        free(line);
    } else {
        snprintf(line, len, "%s %s %s%s%s .", terms[0], terms[1], terms[2],
                 terms[3] ? " " : "", terms[3] ? (char *)terms[3] : "");
        l->at[l->n++] = line;
    }
    for (int i = 0; i < 4; i++)
        raptor_free_memory(terms[i]);
}

static void complain(void *user, raptor_log_message *m)
{
    lines *l = user;
    if (m->level < RAPTOR_LOG_LEVEL_ERROR)
        return;
    fprintf(stderr, "canon: %s\n", m->text);
    l->failed = 1;
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void parse(lines *l, const char *syntax)
{
    raptor_world *world = raptor_new_world();
    raptor_world_set_log_handler(world, l, complain);
    raptor_uri *base =
        raptor_new_uri(world, (const unsigned char *)"urn:x-canon:");
    raptor_parser *parser = raptor_new_parser(world, syntax);
    if (parser) {
        raptor_parser_set_statement_handler(parser, l, add);
        l->failed |= raptor_parser_parse_file_stream(parser, stdin, NULL, base);
        raptor_free_parser(parser);
    } else {
        l->failed = 1;
    }
    raptor_free_uri(base);
    raptor_free_world(world);
}

int main(int argc, char **argv)
{
    lines l = {0};
    parse(&l, argc > 1 ? argv[1] : "turtle");
    if (l.n)
        qsort(l.at, l.n, sizeof *l.at, compare);
    for (size_t i = 0; i < l.n; i++) {
        /* A graph is a set: the same statement twice is one. */
        if (i + 1 == l.n || strcmp(l.at[i], l.at[i + 1]))
            puts(l.at[i]);
        free(l.at[i]);
    }
    free(l.at);
    return l.failed || fflush(stdout) != 0;
}
