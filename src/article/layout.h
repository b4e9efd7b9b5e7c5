/* SPDX-License-Identifier: Apache-2.0
 *
 * layout.h -- what the files of src/article share among themselves.
 */
#ifndef CG_ARTICLE_LAYOUT_H
#define CG_ARTICLE_LAYOUT_H

#include <stdbool.h>

#include "article/article.h"

/* Where the text comes from, at the head of an article. */
typedef struct {
    cgi_slice place;  /* "KANDAHAR, Afghanistan"; may be empty. */
    cgi_slice agency; /* "Reuters"; may be empty. */
    size_t end;       /* Offset of the prose that follows. */
} cgi_dateline;

/* Finds the dateline that `block` begins with. `all_caps` says that capitals
 * mean nothing in this article. */
bool cgi_dateline_find(cgi_dateline *out, cgi_slice block, bool all_caps);

/* Sets the blocks, the dateline and the agency of an article whose text is
 * there. The first `title_end` bytes are known to be the title, which is set;
 * 0: it is not, and the first block may be it. */
void cgi_article_divide(cgi_article *article, cgi_arena *a, size_t title_end);

/* True for a block that credits people or tells a date, but has no prose. */
bool cgi_block_is_byline(cgi_slice block);

/* True for one that could be a headline, if longer text follows. */
bool cgi_block_is_headline(cgi_slice block);

/* Bytes of the bullet and the space behind it that `block` begins with. */
size_t cgi_block_bullet(cgi_slice block);

/* White space, and the marks without width that stand where it could. */
bool cgi_char_is_blank(uint32_t c);

/* Without blanks at both ends. */
cgi_slice cgi_slice_trim(cgi_slice s);

/* True if hardly any letter of `s` is a small one. */
bool cgi_text_is_caps(cgi_slice s);

#endif
