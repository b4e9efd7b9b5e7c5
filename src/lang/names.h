/* SPDX-License-Identifier: Apache-2.0
 *
 * names.h -- inside the name finder: what it looks at, and its model.
 *
 * A name is found as a sequence of tags, one for each token. The trainer sees
 * the same text view and the same features as the finder, so that the two
 * cannot part; only the weights differ: it has floats, the model has bytes.
 */
#ifndef CG_LANG_NAMES_H
#define CG_LANG_NAMES_H

#include "base/error.h"
#include "lang/clusters.h"
#include "lang/lang.h"

/* Tags: 0 is outside; each type has first, inner, last and only token. */
#define CGI_NAMES_TAGS  13
#define CGI_NAMES_FIRST 0
#define CGI_NAMES_INNER 1
#define CGI_NAMES_LAST  2
#define CGI_NAMES_ONLY  3

static inline unsigned cgi_names_tag(cgi_name_type type, unsigned position)
{
    return type == CGI_NAME_NONE ? 0 : 1 + 4 * ((unsigned)type - 1) + position;
}

/* The type of a tag; CGI_NAME_NONE for outside. */
static inline cgi_name_type cgi_names_type(unsigned tag)
{
    return tag ? (cgi_name_type)(1 + (tag - 1) / 4) : CGI_NAME_NONE;
}

/* Sets the tags of [first, end) to one name, or to none. */
void cgi_names_set(uint8_t *tags, size_t first, size_t end, cgi_name_type type);

/* Whether `to` may follow `from`. CGI_NAMES_TAGS stands for the edge of the
 * sentence, on either side. */
bool cgi_names_may_follow(unsigned from, unsigned to);

/* How a sentence uses capitals. */
typedef enum {
    CGI_CASE_NORMAL,
    CGI_CASE_TITLE, /* Most Words Have One. */
    CGI_CASE_UPPER, /* ALL OF IT. */
    CGI_CASE_LOWER  /* none at all. */
} cgi_case;

/* The word lists of the ontology that are looked at, as bits of a set. */
enum {
#define CGI_NAME_LIST(name, text) CGI_LIST_##name,
#include "lang/names.def"
    CGI_N_NAME_LISTS
};

/* Kinds of gazetteer names. */
enum {
    CGI_GAZ_PERSON = 1,
    CGI_GAZ_BODY,
    CGI_GAZ_PLACE,
    CGI_GAZ_FACILITY,
    CGI_GAZ_DEMONYM
};

/* What an occurrence of a word says of the others in its article. */
enum {
#define CGI_NAME_HINT(name) CGI_HINT_##name,
#include "lang/names.def"
    CGI_N_HINTS
};

/* A lower-case word of the article and what all its occurrences say. */
typedef struct {
    uint32_t lists;
    cgi_cluster cluster;
    uint16_t hints[CGI_N_HINTS]; /* How many; stops at the largest. */
} cgi_names_word;

/* A token as the features see it. */
typedef struct {
    uint64_t form, lower;  /* Hashes. */
    uint64_t shape;        /* Hash of "Xx-d" and the like, runs as one. */
    uint32_t run, run_end; /* The run of capitalised words around it; */
    uint32_t hints;        /* bits of CGI_HINT_*. run == run_end if none. */
    const cgi_names_word *word;
    uint8_t gaz;         /* 0, or 4 * kind + position in a gazetteer name. */
    uint8_t letter_case; /* cgi_case of the sentence. */
    bool capital, upper, letters;
} cgi_names_token;

typedef struct {
    const cgi_lang *lang;
    const cg_world *world;
    cgi_names_token *tokens;
} cgi_names_text;

/* Looks at all tokens of `l` but for names. */
void cgi_names_view(cgi_names_text *out, cgi_arena *a, const cgi_lang *l,
                    const cg_world *world);

#define CGI_NAMES_FEATURES_MAX 128

/* The features of token `i` of the sentence [first, end), as hashes; returns
 * their number. */
size_t cgi_names_features(uint64_t *out, const cgi_names_text *t,
                          const cgi_sentence *s, uint32_t i);

/* The section "names" of a model file, little endian:
 *
 *   u32 magic, u32 buckets, i16 step[14][14], padding to 64 bytes at a time
 *   buckets of 64 bytes, four rows {i8 weight[13], u8 check[3]} each
 *
 * A row belongs in the bucket that the upper half of its feature's hash says,
 * or in the next ones if that is full; a check of 0 is a free row. */
#define CGI_NAMES_MAGIC  0x314D414EU
#define CGI_NAMES_HEADER 448
#define CGI_NAMES_BUCKET 64
#define CGI_NAMES_ROW    16
#define CGI_NAMES_ROWS   (CGI_NAMES_BUCKET / CGI_NAMES_ROW)
#define CGI_NAMES_PROBES 8 /* Buckets searched for a row. */
#define CGI_NAMES_STEPS  (CGI_NAMES_TAGS + 1)

typedef struct {
    const uint8_t *rows;
    uint32_t n_buckets;
    int16_t step[CGI_NAMES_STEPS][CGI_NAMES_STEPS]; /* From, to. */
} cgi_names_model;

/* CG_ERR_DATA if the section is of another make or damaged. */
cg_status cgi_names_model_read(cgi_names_model *out, const void *bytes,
                               size_t size, cg_error *err);

static inline uint32_t cgi_names_bucket(uint64_t hash, uint32_t n_buckets)
{
    return (uint32_t)(((hash >> 32) * n_buckets) >> 32);
}

static inline uint32_t cgi_names_check(uint64_t hash)
{
    uint32_t check = (uint32_t)hash & 0xFFFFFF;
    return check ? check : 1;
}

/* Best tags for the sentence. `scores` holds CGI_NAMES_TAGS for each token. */
void cgi_names_viterbi(uint8_t *tags, cgi_arena *a, const int32_t *scores,
                       size_t n, const cgi_names_model *m);

/* Puts right what a sentence shows by itself; tags are changed in place. */
void cgi_names_mend(uint8_t *tags, const cgi_names_text *t);

/* Puts right what single sentences cannot know; tags are changed in place. */
void cgi_names_agree(uint8_t *tags, cgi_arena *a, const cgi_names_text *t);

#endif
