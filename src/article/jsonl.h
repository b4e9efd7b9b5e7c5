/* SPDX-License-Identifier: Apache-2.0
 *
 * jsonl.h -- one line of JSON Lines as an article.
 *
 * {"id": ..., "title": ..., "date": ..., "text": ..., "url": ...,
 * "publisher": ...}; other keys are passed over, and only the text must be
 * there. So is a date that is none: archives are full of "None" and
 * "unknown", and their articles are worth reading.
 */
#ifndef CG_ARTICLE_JSONL_H
#define CG_ARTICLE_JSONL_H

#include "claimgraph.h"

/* An article and the memory of its strings. Zero-initialised is empty. */
typedef struct {
    cg_source source;
    void *root; /* The parsed object. */
    char *id;   /* An id that is a number, as text. */
} cgi_json_article;

/* Reads `line`. `offset` and `number` say where in the stream it stands, for
 * errors. Clear *out before using it again, also after an error. */
cg_status cgi_json_article_read(cgi_json_article *out, const char *line,
                                size_t len, size_t offset, size_t number,
                                cg_error *err);

void cgi_json_article_clear(cgi_json_article *article);

/* As cgi_fail() for something wrong on line `number` of a stream. */
__attribute__((format(printf, 5, 6))) cg_status
cgi_fail_line(cg_error *err, cg_status status, size_t offset, size_t number,
              const char *fmt, ...);

#endif
