/* SPDX-License-Identifier: Apache-2.0
 *
 * sample_reading.h -- a text read as far as the graph, for tests of reading.
 *
 * It goes the way of cg_doc_new(), but leaves every stage open to look at.
 */
#ifndef CG_TEST_SAMPLE_READING_H
#define CG_TEST_SAMPLE_READING_H

#include "graph/build.h"

/* The day that the samples were published, a Tuesday. */
#define SAMPLE_DATE "2022-09-06"

typedef struct {
    cgi_arena arena;
    jmp_buf on_fail;
    cgi_article article;
    cgi_lang lang;
    cgi_extract extract;
    cgi_graph graph;
} sample_reading;

/* Reads a text of that day; false, and a failure recorded, if that fails.
 * Clear it in either case. It points into itself, so it cannot be copied. */
bool sample_read(sample_reading *r, const char *text, cg_flatten flatten);

void sample_reading_clear(sample_reading *r);

#endif
