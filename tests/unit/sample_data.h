/* SPDX-License-Identifier: Apache-2.0
 *
 * sample_data.h -- folders with data of a test's own.
 */
#ifndef CG_TEST_SAMPLE_DATA_H
#define CG_TEST_SAMPLE_DATA_H

#include <stddef.h>

#define SAMPLE_PREFIXES                                                        \
    "@prefix cg: <https://w3id.org/claimgraph/ns#> .\n"                        \
    "@prefix cgt: <https://w3id.org/claimgraph/type/> .\n"                     \
    "@prefix cge: <https://w3id.org/claimgraph/entity/> .\n"                   \
    "@prefix x: <http://example.org/> .\n"                                     \
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"                 \
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"

/* Lines before what stands after the prefixes. */
#define SAMPLE_PREFIX_LINES 6

/* A fresh folder for cg_world_new() with an empty model and no Turtle. */
char *sample_data_new(void);

/* Removes the folder, and frees its name. */
void sample_data_free(char *dir);

/* The path of one of the files; valid until the next call. */
const char *sample_data_path(const char *dir, const char *name);

/* Writes a file. */
void sample_data_put(const char *dir, const char *name, const void *bytes,
                     size_t n);

/* The bytes of a file from malloc(). */
unsigned char *sample_data_get(size_t *n, const char *dir, const char *name);

/* Writes a Turtle file: the prefixes, and `text`. */
void sample_data_turtle(const char *dir, const char *name, const char *text);

/* Links to all the data of the source tree, and its model. */
void sample_data_link(const char *dir);

#endif
