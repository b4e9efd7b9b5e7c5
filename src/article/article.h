/* SPDX-License-Identifier: Apache-2.0
 *
 * article.h -- one article: checked text, its blocks, what is known about it.
 *
 * All offsets below are bytes into `text`. Where the title came apart from the
 * text, `text` is the title, an empty line, and the text; otherwise it is the
 * input unchanged, so offsets into it are offsets into the input.
 */
#ifndef CG_ARTICLE_ARTICLE_H
#define CG_ARTICLE_ARTICLE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/slice.h"
#include "claimgraph.h"

/* Largest article in bytes. */
#define CGI_ARTICLE_MAX ((size_t)16 * 1024 * 1024)

/* A day; month or day 0 where only year or month is known, year 0: none. */
typedef struct {
    int year, month, day;
} cgi_date;

typedef enum {
    CGI_BLOCK_TITLE,
    CGI_BLOCK_BYLINE, /* "By Jane Roe", "Photo: ..." -- no prose. */
    CGI_BLOCK_PARAGRAPH
} cgi_block_kind;

/* A stretch without a paragraph break; no sentence crosses its edge. */
typedef struct {
    cgi_block_kind kind;
    uint32_t begin, end;
    uint32_t body; /* After the dateline or bullet, where the prose begins. */
} cgi_text_block;

typedef struct {
    const char *text; /* Valid UTF-8, NUL-terminated for safety. */
    size_t len;
    const char *id, *url, *publisher; /* NULL if unknown. */
    cgi_slice title;                  /* Into text; empty if none. */
    cgi_date date;                    /* Publication; year 0 if unknown. */
    cgi_slice dateline; /* "KABUL" of "KABUL, Sept 5 (Reuters) -". */
    cgi_slice agency;   /* "Reuters"; empty if none. */
    cgi_text_block *blocks;
    size_t n_blocks;
    uint32_t *code_points; /* Code points before byte 64 * i. */
} cgi_article;

/* Checks and divides an article; everything is copied into `arena`. */
cg_status cgi_article_read(cgi_article *out, cgi_arena *arena,
                           const cg_source *source, const char *default_date,
                           cg_error *err);

/* Code points of the text before byte `offset`. */
uint32_t cgi_article_chars(const cgi_article *article, uint32_t offset);

/* Reads "YYYY", "YYYY-MM" or "YYYY-MM-DD" (what follows a full date is
 * ignored) into *out; false if it is no date of the Gregorian calendar. */
bool cgi_date_read(cgi_date *out, const char *text);

/* Days since 1970-01-01 of a full date, and back. */
long cgi_date_to_days(cgi_date date);
cgi_date cgi_date_from_days(long days);

/* 0 Monday ... 6 Sunday, of a full date. */
int cgi_date_weekday(cgi_date date);

#endif
