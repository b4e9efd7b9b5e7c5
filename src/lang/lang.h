/* SPDX-License-Identifier: Apache-2.0
 *
 * lang.h -- what the language layer says of an article.
 *
 * Tokens here are the syntactic words of Universal Dependencies: "don't" is
 * two, "do" and "n't", each with its own bytes. Tokens of the whole article
 * stand in one array, and heads are indices into it.
 */
#ifndef CG_LANG_LANG_H
#define CG_LANG_LANG_H

#include <stdbool.h>
#include <stdint.h>

#include "article/article.h"
#include "base/arena.h"
#include "world/world.h"

typedef enum {
#define CGI_UPOS(name, text) CGI_UPOS_##name,
#include "lang/ud.def"
    CGI_N_UPOS
} cgi_upos;

typedef enum {
#define CGI_XPOS(name, text) CGI_XPOS_##name,
#include "lang/ud.def"
    CGI_N_XPOS
} cgi_xpos;

typedef enum {
#define CGI_REL(name, text) CGI_REL_##name,
#include "lang/ud.def"
    CGI_N_RELS
} cgi_rel;

extern const char *const cgi_upos_names[CGI_N_UPOS];
extern const char *const cgi_xpos_names[CGI_N_XPOS];
extern const char *const cgi_rel_names[CGI_N_RELS];

#define CGI_NO_TOKEN UINT32_MAX

typedef struct {
    uint32_t begin, end; /* Bytes into the article's text. */
    uint32_t head;       /* Token index; CGI_NO_TOKEN for the root. */
    uint32_t child;      /* First token that this one heads, and ... */
    uint32_t sibling;    /* ... the next with the same head, in text order. */
    uint32_t sentence;   /* Index of its sentence. */
    const char *form;    /* The bytes with a NUL. */
    const char *lower;   /* Lower case; may be `form` itself. */
    const char *lemma;   /* Lower case but for proper nouns, as in UD. */
    uint8_t upos, xpos, rel;
    bool space_before; /* White space stands before it in the text. */
    bool in_word;      /* Not the first part of its orthographic word: the
                          "n't" of "don't" (a UD multiword token). */
} cgi_token;

typedef struct {
    uint32_t first, end; /* Tokens [first, end). */
    uint32_t root;
    uint32_t block; /* Index into the article's blocks. */
} cgi_sentence;

typedef enum {
    CGI_NAME_NONE,
    CGI_NAME_PERSON,
    CGI_NAME_ORGANIZATION,
    CGI_NAME_PLACE, /* Countries, cities, regions, seas. */
    CGI_N_NAME_TYPES
} cgi_name_type;

/* A name; names do not overlap and stand in text order. */
typedef struct {
    uint32_t first, end; /* Tokens [first, end). */
    cgi_name_type type;
} cgi_name;

typedef enum {
    CGI_TIME_DATE,
    CGI_TIME_TIME,
    CGI_TIME_DURATION,
    CGI_TIME_SET
} cgi_time_type;

/* A time expression in the sense of TIMEX3. */
typedef struct {
    uint32_t first, end; /* Tokens [first, end). */
    cgi_time_type type;
    const char *value; /* TIMEX3 value: "2022-09-05", "P3D", "PAST_REF". */
    cgi_date from, to; /* First and last day meant; year 0: not known. */
    cgi_precision precision;
    bool is_range_open; /* "since 2021": `to` is only a bound. */
} cgi_time;

typedef struct {
    const cgi_article *article;
    cgi_token *tokens;
    size_t n_tokens;
    cgi_sentence *sentences;
    size_t n_sentences;
    cgi_name *names;
    size_t n_names;
    cgi_time *times;
    size_t n_times;
} cgi_lang;

/* Everything below in order. `world` gives the model and the word lists. */
void cgi_lang_analyse(cgi_lang *out, cgi_arena *a, const cg_world *world,
                      const cgi_article *article);

/* The stages, each reading what those before it have set. */
void cgi_lang_tokenize(cgi_lang *l, cgi_arena *a, const cg_world *world);
void cgi_lang_parse(cgi_lang *l, cgi_arena *a, const cg_world *world);
void cgi_lang_lemmatize(cgi_lang *l, cgi_arena *a, const cg_world *world);
void cgi_lang_repair(cgi_lang *l, const cg_world *world);
/* Tags that the tree speaks against, before there are lemmas. */
void cgi_lang_repair_tags(cgi_lang *l, const cg_world *world);
void cgi_lang_find_names(cgi_lang *l, cgi_arena *a, const cg_world *world);
/* Appositions that names rule out. */
void cgi_lang_repair_names(cgi_lang *l, const cg_world *world);
void cgi_lang_find_times(cgi_lang *l, cgi_arena *a, const cg_world *world);

/* Both tags of a token as one number, never 0. */
static inline uint16_t cgi_tag_of(uint8_t upos, uint8_t xpos)
{
    return (uint16_t)(upos * 64 + xpos + 1);
}

/* Sets child and sibling of all tokens, and the roots, from the heads. */
void cgi_lang_link(cgi_lang *l);

#endif
