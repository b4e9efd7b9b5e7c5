/* SPDX-License-Identifier: Apache-2.0
 *
 * raw.c -- reads text without labels, article by article.
 */
#include "train/raw.h"

#include <setjmp.h>
#include <stdio.h>

#include "article/reader.h"

/* One article, in an arena of its own. */
static void read_article(const cg_source *source, const cg_world *world,
                         cgi_raw_use use, void *to)
{
    cgi_arena a = {0};
    jmp_buf no_memory;
    cgi_article article;
    a.on_fail = &no_memory;
    if (!setjmp(no_memory) &&
        !cgi_article_read(&article, &a, source, NULL, NULL)) {
        cgi_lang l = {.article = &article};
        cgi_lang_tokenize(&l, &a, world);
        use(to, &l);
    }
    cgi_arena_clear(&a);
}

static cg_status read_file(FILE *f, const cg_world *world, cgi_raw_use use,
                           void *to, cg_error *err)
{
    cg_reader *reader;
    CG_TRY(cg_reader_new(&reader, f, CG_INPUT_JSONL, err));
    for (;;) {
        const cg_source *source;
        cg_status st = cg_reader_next(&source, reader, NULL);
        if (!st && !source)
            break;
        if (!st)
            read_article(source, world, use, to);
        else if (st != CG_ERR_TEXT && st != CG_ERR_LIMIT)
            break;
    }
    cg_reader_free(reader);
    return ferror(f) ? cgi_fail(err, CG_ERR_IO, 0, "cannot read") : CG_OK;
}

cg_status cgi_raw_read(const char *const *paths, size_t n,
                       const cg_world *world, cgi_raw_use use, void *to,
                       cg_error *err)
{
    for (size_t i = 0; i < n; i++) {
        FILE *f = fopen(paths[i], "rb");
        if (!f)
            return cgi_fail(err, CG_ERR_IO, 0, "cannot open %s", paths[i]);
        cg_status st = read_file(f, world, use, to, err);
        fclose(f);
        CG_TRY(st);
    }
    return CG_OK;
}
