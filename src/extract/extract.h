/* SPDX-License-Identifier: Apache-2.0
 *
 * extract.h -- what an article says: entities, events, claims.
 *
 * The result speaks of byte spans and indices only; tokens and trees stay
 * inside extract/. The graph is built from it without knowing any language.
 */
#ifndef CG_EXTRACT_EXTRACT_H
#define CG_EXTRACT_EXTRACT_H

#include "lang/lang.h"

#define CGI_NONE UINT32_MAX

/* Bytes [begin, end) of the article. */
typedef struct {
    uint32_t begin, end;
} cgi_span;

typedef CGI_VEC(cgi_span) cgi_spans;

/* What a mention or a chain of mentions stands for. */
typedef struct {
    const cgi_gaz *gaz; /* NULL if the gazetteer does not know it. */
    cgi_kind kind;
    bool is_named;     /* Otherwise local to the article. */
    const char *label; /* The fullest name, or the noun phrase. */
    uint32_t head;     /* Byte offset of the head of the first mention. */
    cgi_spans mentions;
    long count, count_max; /* -1 if not said. */
    cgi_count_precision count_precision;
    const char *position; /* "Acting Foreign Minister"; NULL. */
    uint32_t country;     /* Entity: cg:ofCountry; CGI_NONE. */
    uint32_t member_of;   /* Entity; CGI_NONE. */
    uint32_t within;      /* Entity; CGI_NONE. */
    bool is_used;         /* Some event, claim or other entity needs it. */
} cgi_thing;

/* Why something was concluded. */
typedef struct {
    const char *rule; /* "lexicon:kill-v/object", "place:in". */
    int confidence;   /* Percent. */
    cgi_span words;   /* What it was read from. */
} cgi_reason;

typedef struct {
    cgi_role role;
    uint32_t thing; /* Entity; for PART_OF an event. */
    cgi_reason why;
    uint32_t guess; /* One more than the token that makes a guess of it, as
                       "allegedly" does; 0 if it is none. */
} cgi_argument;

/* One mention of an event, with what its clause says of it. Every mention is
 * a proposition: who asserts it is said by `claim`. */
typedef struct {
    uint32_t event; /* The happening it speaks of. */
    const cgi_type *type;
    const char *predicate; /* The words of the trigger, lemma. */
    cgi_span trigger;
    CGI_VEC(cgi_argument) arguments;
    cgi_date from, to; /* Year 0: not said. */
    cgi_precision precision;
    cgi_status status;
    cgi_certainty certainty;
    bool negated;
    bool is_aim;           /* Only what something else is done for. */
    uint32_t claim;        /* Innermost claim whose content it stands in;
                              CGI_NONE: the narrator. */
    cgi_polarity polarity; /* How that claim, or the narrator, puts it. */
    cgi_reason why;
} cgi_statement;

typedef struct {
    const cgi_type *type;
    const char *label;
    uint32_t first; /* Statement that names it in the graph. */
} cgi_happening;

typedef struct {
    cgi_claim_class cls;
    uint32_t claimant;        /* Entity; CGI_NONE if nothing is known. */
    CGI_VEC(uint32_t) others; /* Entities who claim it with the claimant. */
    uint32_t addressee;       /* Entity or CGI_NONE. */
    uint32_t accused;         /* Entity or CGI_NONE. */
    cgi_span source, cue;     /* begin == end if there is none. */
    cgi_spans content;
    cgi_certainty certainty;
    cgi_stance stance;
    cgi_polarity polarity;
    bool is_quoted;
    uint32_t via; /* Claim that tells us of this one, or CGI_NONE. */
    cgi_date date;
    cgi_reason why;
} cgi_claim;

/* A time expression as TIMEX3 has it. */
typedef struct {
    cgi_span words;
    const char *type, *value;
} cgi_time_said;

/* A word that tells of something, typed or not. */
typedef struct {
    cgi_span words;
    cgi_status status;
    cgi_certainty certainty;
    bool negated;
} cgi_predicate;

/* Words that name a place, are a part of another name that does, or tell a
 * nationality. */
typedef struct {
    cgi_span words;
    const char *type;
    const cgi_gaz *place;  /* NULL if it is not known. */
    const cgi_gaz *around; /* Of an unknown place; NULL. */
} cgi_place_said;

typedef struct {
    CGI_VEC(cgi_place_said) places;
    CGI_VEC(cgi_predicate) predicates;
    CGI_VEC(cgi_time_said) times;
    CGI_VEC(cgi_thing) things;
    CGI_VEC(cgi_happening) happenings;
    CGI_VEC(cgi_statement) statements;
    CGI_VEC(cgi_claim) claims;
} cgi_extract;

/* What the number of a group may be after what is said of it; false if that is
 * nothing. What is "about" so many may be a tenth more or less. */
bool cgi_count_range(long *least, long *most, long count, long count_max,
                     cgi_count_precision precision);

void cgi_extract_all(cgi_extract *out, cgi_arena *a, const cg_world *world,
                     const cgi_lang *lang);

#endif
