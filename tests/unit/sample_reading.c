/* SPDX-License-Identifier: Apache-2.0
 *
 * sample_reading.c -- a text read as far as the graph.
 *
 * Kept apart from claimgraph.c on purpose: tests look at what the library
 * hides, and the library need not show it for their sake.
 */
#include "sample_reading.h"

#include "suites.h"

bool sample_read(sample_reading *r, const char *text, cg_flatten flatten)
{
    const cg_world *world = test_world();
    const cg_source source = {
        .text = text, .len = strlen(text), .date = SAMPLE_DATE};
    memset(r, 0, sizeof *r);
    r->arena.on_fail = &r->on_fail;
    bool done = world && !setjmp(r->on_fail);
    if (done)
        done = cgi_article_read(&r->article, &r->arena, &source, NULL, NULL) ==
               CG_OK;
    if (done) {
        cgi_lang_analyse(&r->lang, &r->arena, world, &r->article);
        cgi_extract_all(&r->extract, &r->arena, world, &r->lang);
        cgi_graph_build(&r->graph, &r->arena, &r->article, &r->extract,
                        CGI_DEFAULT_BASE, flatten);
    }
    CU_ASSERT_TRUE(done);
    return done;
}

void sample_reading_clear(sample_reading *r)
{
    cgi_arena_clear(&r->arena);
}
