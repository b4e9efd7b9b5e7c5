/* SPDX-License-Identifier: Apache-2.0
 *
 * tokenize.h -- what the files that divide text share among themselves.
 *
 * The work goes block by block: the scanner (tokenize_scan.c, _word.c and
 * _number.c) finds pieces, tokenize_split.c parts contractions, sentence.c
 * marks where sentences end, and tokenize.c turns pieces into tokens.
 */
#ifndef CG_LANG_TOKENIZE_H
#define CG_LANG_TOKENIZE_H

#include "lang/lang.h"

typedef enum {
    CGI_PIECE_OTHER,
    CGI_PIECE_WORD,
    CGI_PIECE_NUMBER,
    CGI_PIECE_TITLE,   /* An abbreviation that never ends a sentence. */
    CGI_PIECE_ABBR,    /* One that may; `value`: CGI_ABBR_ bits. */
    CGI_PIECE_INITIAL, /* "J." */
    CGI_PIECE_STOP,    /* Full stop, question or exclamation mark, dots. */
    CGI_PIECE_OPEN,    /* Opening quotation mark or bracket. */
    CGI_PIECE_CLOSE,   /* Closing one. */
    CGI_PIECE_QUOTE,   /* Quotation mark that looks the same at both ends. */
    CGI_PIECE_PICTURE  /* ":)" or an emoji. */
} cgi_piece_kind;

/* Bits of the value of an abbreviation in list:abbreviation. */
#define CGI_ABBR_BEFORE_CAPITAL 1 /* Ends a sentence before any capital. */
#define CGI_ABBR_OWN_STOP       2 /* Then the full stop is a token of its own. */

/* A token in the making. */
typedef struct {
    uint32_t begin, end; /* Bytes into the article's text. */
    uint8_t kind;
    uint8_t value;
    bool space_before, in_word;
    bool ends;     /* A sentence ends after it. */
    bool cut_stop; /* Its last byte is a full stop of its own. */
} cgi_piece;

typedef CGI_VEC(cgi_piece) cgi_pieces;

/* A stretch of checked text that is being divided. */
typedef struct {
    const char *begin, *end;
    const char *text; /* The whole article, for offsets. */
    const cg_world *world;
    bool in_single; /* An opening single quotation mark is not closed yet. */
    bool after_currency; /* The piece before was a currency sign. */
} cgi_scan;

/* The piece that begins at `at` < s->end, where no blank stands. Every piece
 * has at least one byte. Sets `end`, `kind` and `value` only. */
cgi_piece cgi_scan_piece(cgi_scan *s, const char *at);

/* The same for what begins with a letter, and with a digit (or a point or sign
 * before one). */
cgi_piece cgi_scan_word(cgi_scan *s, const char *at);
cgi_piece cgi_scan_number(cgi_scan *s, const char *at);

/* The internet address, mail address, file name, @name or #tag that begins
 * at `at`: its end, or NULL. */
const char *cgi_scan_address(const cgi_scan *s, const char *at);

/* Adds `piece`, parted where it is a contraction. */
void cgi_piece_split(cgi_pieces *out, cgi_arena *a, const cgi_scan *s,
                     cgi_piece piece);

/* Sets `ends` and `cut_stop`; the last piece always ends a sentence. */
void cgi_sentences_mark(cgi_piece *pieces, size_t n, const cgi_scan *s);

/* The code point at `at`, or 0 at the end. */
uint32_t cgi_scan_peek(const cgi_scan *s, const char *at);

/* The code point before `at`, or 0 at the beginning. */
uint32_t cgi_scan_before(const cgi_scan *s, const char *at);

/* Behind the code point at `at`. */
const char *cgi_scan_skip(const cgi_scan *s, const char *at);

/* Part of a word: letters, marks, digits, "_". */
bool cgi_scan_is_word(uint32_t c);
bool cgi_scan_is_blank(uint32_t c);

/* ' or what newspapers set for it. */
bool cgi_scan_is_apostrophe(uint32_t c);

/* Is the text [at, end), in lower case and with straight apostrophes, in the
 * list? What is longer than any word of a list is not. */
bool cgi_scan_listed(long *value, const cg_world *w, const char *list,
                     const char *at, const char *end);

/* Bytes that anything in a list, and any address that is looked ahead for,
 * may have at most. This bounds every look ahead, so that the time is linear.
 */
#define CGI_SCAN_WORD    32
#define CGI_SCAN_ADDRESS 128

#endif
