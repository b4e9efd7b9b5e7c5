/* SPDX-License-Identifier: Apache-2.0
 *
 * world.h -- what is known before any article is read.
 *
 * Loaded once from the files of ontology/, read-only afterwards and
 * shared by threads. Everything hangs on one arena, but for the bytes of the
 * model and of the snapshot.
 */
#ifndef CG_WORLD_WORLD_H
#define CG_WORLD_WORLD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/slice.h"
#include "claimgraph.h"
#include "world/model.h"
#include "world/vocabulary.h"

/* An event type: a concept of types.ttl. */
typedef struct cgi_type cgi_type;
struct cgi_type {
    const char *iri;         /* CGI_TYPE_NS "assault-bomb". */
    const char *name;        /* "assault-bomb". */
    const char *label;       /* "bombing". */
    const cgi_type *broader; /* NULL for a broad type. */
    const char *plover;      /* "ASSAULT"; "" if none. */
    const char *cameo;       /* "183"; "" if none. */
    bool reciprocal;         /* Agents and patients are all participants. */
    int weight;              /* Importance in a diagram, 0..9. */
};

/* A grammatical place where an argument of a word may stand. Prepositions are
 * CGI_SLOT_PREPOSITION plus the index of the preposition in the world. */
typedef enum {
    CGI_SLOT_NONE,
    CGI_SLOT_SUBJECT,    /* Deep: the "by" phrase's place in a passive is BY. */
    CGI_SLOT_OBJECT,     /* Deep: also the subject of a passive. */
    CGI_SLOT_IOBJECT,    /* "gave HIM". */
    CGI_SLOT_POSSESSIVE, /* "X's attack", "his resignation". */
    CGI_SLOT_COMPOUND,   /* Noun or demonym before a noun: "embassy bombing". */
    CGI_SLOT_THAT,       /* Finite clause. */
    CGI_SLOT_TO,         /* Infinitive, or the preposition "to". */
    CGI_SLOT_ING,        /* Participle or gerund clause. */
    CGI_SLOT_QUOTE,      /* Words in quotation marks, wherever they hang. */
    CGI_SLOT_PREDICATE,  /* What the object is called: "a liar". */
    CGI_SLOT_HEAD,       /* The word itself ("the attackers"). */
    CGI_SLOT_PREPOSITION
} cgi_slot;

/* One line of a frame: what stands in `slot` fills `role`. */
typedef struct {
    uint16_t slot;
    uint8_t role;   /* cgi_role, or CGI_CUE_BASE plus a cgi_cue_role. */
    uint32_t kinds; /* Bit 1 << cgi_kind: only these; 0 takes any. */
} cgi_frame_slot;

typedef struct {
    const char *name; /* Its IRI. */
    bool is_defined;
    cgi_frame_slot *slots;
    size_t n_slots;
} cgi_frame;

/* A condition on an entry: in `slot` stands one of `words` (lemmas), or
 * something of one of `kinds`. */
typedef struct {
    uint16_t slot;
    bool negated; /* ... must not stand. */
    const char **words;
    size_t n_words;
    uint32_t kinds;
} cgi_need;

typedef enum {
    CGI_POS_VERB,
    CGI_POS_NOUN,
    CGI_POS_ADJ,
    CGI_POS_ADV,
    CGI_POS_PREP,
    CGI_POS_LIGHT,
    CGI_N_POS
} cgi_pos;

/* What fills what in a cue; in a frame they are counted from CGI_CUE_BASE. */
typedef enum {
    CGI_CUE_NONE,
    CGI_CUE_CLAIMANT,
    CGI_CUE_CONTENT,
    CGI_CUE_ADDRESSEE,
    CGI_CUE_ACCUSED, /* Agent of what is claimed. */
    CGI_CUE_EVENT,   /* The happening that responsibility is claimed for. */
    CGI_N_CUE_ROLES
} cgi_cue_role;
#define CGI_CUE_BASE 32

/* A word or phrase that evokes an event type (lexicon.ttl) or an attribution
 * (cues.ttl). Entries of one head lemma form a list: those with more needs
 * first, then in file order. */
typedef struct cgi_word cgi_word;
struct cgi_word {
    const char *iri;    /* Names the rule in --explain. */
    const char *lemma;  /* The head word. */
    const char *before; /* Words before it: "phone" of "phone call"; NULL. */
    const char *after;  /* Words after it: "out" of "carry out"; NULL. */
    cgi_pos pos;
    bool is_cue;
    const cgi_frame *frame;
    cgi_need *needs;
    size_t n_needs;
    size_t strictness;    /* Conditions that ask for something. */
    const cgi_type *type; /* Of an event; NULL for a light verb and a cue. */
    uint16_t event_slot;  /* Of a light verb: where its event noun stands. */
    uint8_t status;       /* cgi_status that the word gives its event. */
    /* Of a cue: */
    uint8_t polarity;    /* cgi_polarity. */
    uint8_t stance;      /* cgi_stance. */
    uint8_t certainty;   /* cgi_certainty. */
    uint8_t claim_class; /* cgi_claim_class. */
    cgi_word *next;      /* Same head lemma. */
};

/* An office that a person held; months are year * 12 + month. */
typedef struct {
    const char *title; /* Lower case: "prime minister". */
    int from, until;   /* INT_MAX while it is held. */
} cgi_office;

/* An entry of the gazetteer. */
typedef struct cgi_gaz cgi_gaz;
struct cgi_gaz {
    const char *iri;
    const char *label;
    cgi_kind kind;
    const cgi_gaz *country; /* cg:ofCountry. */
    const cgi_gaz *within;
    const cgi_gaz *capital; /* Of a country. */
    const char *lat, *lon;  /* Decimal degrees as written; NULL if unknown. */
    const char *match;      /* skos:exactMatch; NULL if none. */
    const char *code;       /* ISO 3166, of a country: "AFG"; NULL. */
    long population;        /* 0 if unknown. */
    CGI_VEC(const char *) names; /* All but the label. */
    CGI_VEC(const char *) demonyms;
    CGI_VEC(cgi_office) offices;
};

/* Bearers of one name, most prominent first. */
typedef struct cgi_bearer cgi_bearer;
struct cgi_bearer {
    const cgi_gaz *entity;
    cgi_bearer *next;
};

/* A common noun that tells what kind of thing it names (nouns.ttl):
 * "ministry" is a GovernmentBody, "minister" a Person who holds a position. */
typedef struct {
    const char *lemma;
    cgi_kind kind;
    bool is_position;   /* "president", "spokesman". */
    bool is_source;     /* Speaks when unnamed: "official", "witness". */
    bool is_collective; /* Names many: "police", "troops". */
} cgi_noun;

/* What the strings of a world may point into; see world/snapshot.h. */
typedef struct cgi_snapshot cgi_snapshot;

/* The file of places; see world/places.h. */
typedef struct cgi_places cgi_places;

struct cg_world {
    cgi_arena arena;
    cgi_model *model;
    cgi_snapshot *snapshot; /* NULL if the Turtle files were read. */
    cgi_places *places;     /* NULL if there is no such file. */
    cgi_table types, frames, words, entities, names, caps, demonyms, nouns,
        lists, prepositions, regions;
    CGI_VEC(cgi_type *) all_types; /* In the order of the files. */
    CGI_VEC(cgi_frame *) all_frames;
    CGI_VEC(cgi_gaz *) all_entities;
    size_t n_prepositions;
    size_t n_words;      /* Entries of lexicon and cues. */
    size_t longest_name; /* Words in the longest gazetteer name. */
};

/* Lower-case lemma to its first entry, or NULL. */
const cgi_word *cgi_world_find_word(const cg_world *w, cgi_slice lemma);

/* What the gazetteer calls exactly so (case counts, white space is single
 * spaces, no leading "the"); the most prominent of several. NULL if none. */
const cgi_gaz *cgi_world_find_name(const cg_world *w, cgi_slice name);

/* All that the gazetteer calls so; NULL if none. */
const cgi_bearer *cgi_world_find_bearers(const cg_world *w, cgi_slice name,
                                         bool caps);

/* The country with an ISO 3166 code of three letters, or NULL. */
const cgi_gaz *cgi_world_find_country(const cg_world *w, const char *code);

/* The region of a country, whether or not the name says "province" and is
 * spelt with accents; NULL if the gazetteer does not have it. */
const cgi_gaz *cgi_world_find_region(const cg_world *w, const cgi_gaz *country,
                                     cgi_slice name);

/* As cgi_world_find_name() for text all in capitals. */
const cgi_gaz *cgi_world_find_caps(const cg_world *w, cgi_slice name);

/* The slot of a preposition ("on", "next-to"), or CGI_SLOT_NONE if no frame
 * mentions it. */
uint16_t cgi_world_find_preposition(const cg_world *w, cgi_slice name);

/* The country of a demonym ("Afghan", "Afghans"), or NULL. */
const cgi_gaz *cgi_world_find_demonym(const cg_world *w, cgi_slice word);

const cgi_noun *cgi_world_find_noun(const cg_world *w, cgi_slice lemma);
const cgi_type *cgi_world_find_type(const cg_world *w, const char *name);

/* Word lists: `list:NAME a cg:WordList ; cg:word "a", "b=2"` in words.ttl.
 * True if `word` (lower case as in the list) is in the list called `list`; then
 * *value is the number after "=", or 0. `value` may be NULL. */
bool cgi_world_in_list(long *value, const cg_world *w, const char *list,
                       cgi_slice word);

#endif
