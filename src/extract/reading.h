/* SPDX-License-Identifier: Apache-2.0
 *
 * reading.h -- what the parts of extract/ share while an article is read.
 *
 * Trees are projective, so the subtree of a token is the tokens from left[t]
 * to right[t]. "Token" below is an index into lang->tokens.
 */
#ifndef CG_EXTRACT_READING_H
#define CG_EXTRACT_READING_H

#include "extract/extract.h"
#include "world/places.h"

typedef enum {
    CGI_MENTION_NAME,    /* "Reuters", "Minister Lavrov", "Taliban movement" */
    CGI_MENTION_NOMINAL, /* "two employees of the mission" */
    CGI_MENTION_PRONOUN  /* "he", "which" is not one: see cgi_antecedent() */
} cgi_mention_type;

/* A phrase that stands for something. */
typedef struct {
    cgi_mention_type type;
    uint32_t head;       /* Token. */
    uint32_t first, end; /* Tokens of the phrase without what follows it. */
    uint32_t name_first, name_end; /* Tokens of the label. */
    const cgi_gaz *gaz;            /* Of a known name. */
    const cgi_gaz *around;         /* As of its name. */
    const cgi_gaz *country; /* That a demonym or possessor tells: "Afghan". */
    cgi_kind kind;
    bool is_plural, is_definite;
    bool is_absorbed; /* The title before a name: the name stands for both. */
    bool is_feminine, is_masculine; /* Of pronouns and "Mr". */
    long count, count_max;          /* -1 if not said. */
    cgi_count_precision count_precision;
    const char *position; /* "Acting Foreign Minister"; NULL. */
    uint32_t member;      /* Head token of the body it belongs to. */
    uint32_t thing;       /* Index into out->things, set by coreference. */
} cgi_mention;

/* A name, from the name finder or the gazetteer; tokens [first, end). */
typedef struct {
    uint32_t first, end;
    cgi_name_type type;
    const cgi_gaz *gaz;    /* NULL if unknown. */
    const cgi_gaz *around; /* Of an unknown place: what is said to be around
                              it; NULL. */
    bool is_inner;         /* A place in the name of a body. */
} cgi_named;

/* Words between quotation marks, tokens [first, end) without the marks. */
typedef struct {
    uint32_t first, end;
    uint32_t claim; /* That it was given to; CGI_NONE. */
    bool is_closed; /* By a mark, not by the end of its paragraph. */
} cgi_quote;

/* What coreference remembers of a thing beside what is written of it. */
typedef struct {
    CGI_VEC(const char *) nouns; /* Lemmas that it was called by. */
    CGI_VEC(uint32_t) members;   /* Of a group whose members are known. */
    bool is_feminine, is_masculine, is_plural;
    bool by_surname; /* It was called by the surname alone. */
    uint32_t last;   /* Its latest mention. */
    uint32_t weight; /* Of a country: mentions of what belongs to it. */
} cgi_profile;

/* Tokens [first, end). */
typedef struct {
    uint32_t first, end;
} cgi_stretch;

/* What fills a slot of a word; slot CGI_SLOT_NONE marks a word that a need of
 * the entry named. */
typedef struct {
    uint16_t slot;
    uint32_t token;
} cgi_filler;

/* Tokens between a cue and the ends of its content, at most. */
#define CGI_CONTENT_REACH 1000

/* What the reading keeps of a claim beside what is written of it. */
typedef struct {
    uint32_t cue;      /* Head token of the cue. */
    uint32_t event;    /* Event noun that responsibility is claimed for. */
    uint32_t accused;  /* Token; CGI_NO_TOKEN. */
    uint32_t claimant; /* Token; CGI_NO_TOKEN. */
    CGI_VEC(cgi_stretch) content;
    bool may_quote; /* Its frame takes a quotation. */
    bool is_aside;  /* ", she said,": no part of what stands around it. */
    bool is_sequel; /* ", adding that": what stands before ends there. */
    bool is_open;   /* Content counts as said by the claimant; not so for an
                       event that is only named by a claim to it. */
} cgi_saying;

typedef CGI_VEC(cgi_filler) cgi_fillers;

/* The entry of the lexicon that a trigger is. */
typedef struct {
    const cgi_word *word;
    cgi_fillers fillers;
} cgi_evoker;

typedef struct {
    cgi_arena *a;
    const cg_world *world;
    const cgi_lang *l;
    const cgi_word *any_act; /* The entry of acts that no other tells. */
    bool is_sport;           /* A report on sport. */
    cgi_extract *out;
    uint32_t *left, *right; /* Of each token. */
    uint32_t *name_at;      /* Token -> name that it is part of. */
    bool *is_caps;          /* Sentence -> all in capitals. */
    uint32_t *time_at;      /* Token -> time expression. */
    uint32_t *mention_at;   /* Head token -> mention. */
    uint32_t *quote_at;     /* Token -> innermost quotation. */
    uint32_t *claim_at;     /* Token -> innermost claim. */
    uint32_t *told; /* Sentence -> sentences up to it that are not quoted. */
    uint32_t *statement_at; /* Trigger -> statement. */
    uint32_t *light_of;     /* Event noun -> verb that carries it. */
    bool *is_light;         /* Token -> a verb that carries an event noun. */
    cgi_evoker *evokers;    /* Token -> its entry, if it is a trigger. */
    cgi_place_entities places;
    CGI_VEC(cgi_named) names;      /* In the order of the text. */
    CGI_VEC(cgi_named) inner;      /* "Athens" of "Athens Police Department". */
    CGI_VEC(cgi_mention) mentions; /* In the order of their heads. */
    CGI_VEC(cgi_profile) profiles; /* One of each thing. */
    cgi_table thing_names;         /* Normalised name -> uint32_t thing. */
    CGI_VEC(cgi_quote) quotes;
    CGI_VEC(uint32_t) triggers; /* Token of each statement. */
    CGI_VEC(uint32_t)
    same_as;                     /* Statement of the same happening, known by
                                    construction; CGI_NONE. */
    CGI_VEC(cgi_saying) sayings; /* One of each claim. */
    uint32_t last_group;         /* Thing with members; CGI_NONE. */
    uint32_t main_country;       /* Thing that most of the article is about. */
} cgi_reading;

/* ---- tree.c: looking around in trees --------------------------------- */

void cgi_tree_init(cgi_reading *r);

static inline const cgi_token *cgi_token_at(const cgi_reading *r, uint32_t t)
{
    return &r->l->tokens[t];
}

/* The block of the article, a paragraph or title, that the token stands in. */
static inline uint32_t cgi_block_of(const cgi_reading *r, uint32_t t)
{
    return r->l->sentences[cgi_token_at(r, t)->sentence].block;
}

/* True if the token's lemma or lower-case form is in the word list. */
bool cgi_token_in(const cgi_reading *r, uint32_t t, const char *list);

/* True if the token has a preposition, and that is in the word list. */
bool cgi_has_case(const cgi_reading *r, uint32_t t, const char *list);

/* The number that the list gives the token; `other` if it is not in it. */
long cgi_token_value(const cgi_reading *r, uint32_t t, const char *list,
                     long other);

/* The first child with this relation (subtypes apart), or CGI_NO_TOKEN. */
uint32_t cgi_child(const cgi_reading *r, uint32_t t, cgi_rel rel);

/* The universal part of a relation: obl of obl:agent. */
cgi_rel cgi_rel_base(cgi_rel rel);

bool cgi_is_inside(const cgi_reading *r, uint32_t t, uint32_t ancestor);
bool cgi_is_verb(const cgi_reading *r, uint32_t t);
bool cgi_is_nominal(const cgi_reading *r, uint32_t t);
bool cgi_is_passive(const cgi_reading *r, uint32_t verb);
/* "to leave", "to be in Turkey" */
bool cgi_is_infinitive(const cgi_reading *r, uint32_t t);

/* Bytes of the tokens [first, end). */
cgi_span cgi_tokens_span(const cgi_reading *r, uint32_t first, uint32_t end);

/* The words of the tokens [first, end) as they stand, on one line. */
const char *cgi_tokens_text(const cgi_reading *r, uint32_t first, uint32_t end);

/* Whose nationality the token tells, with the word beside it if they belong
 * together ("North Korean"); NULL if it tells none. */
const cgi_gaz *cgi_demonym_at(const cgi_reading *r, uint32_t t);

/* The country that the token names or whose nationality it tells; NULL. */
const cgi_gaz *cgi_country_at(const cgi_reading *r, uint32_t t);

/* The lemma in lower case, which proper nouns do not have it in. */
const char *cgi_lower_lemma(const cgi_reading *r, uint32_t t);

/* The noun that a relative pronoun stands for; the token itself otherwise. */
uint32_t cgi_antecedent(const cgi_reading *r, uint32_t t);

/* The verb of meeting or calling of somebody whom one thanks, warns or talks
 * to in doing so: "called her to thank her"; CGI_NO_TOKEN. */
uint32_t cgi_contact_above(const cgi_reading *r, uint32_t verb);

/* ---- subject.c -------------------------------------------------------- */

/* The deep subject of a verb, found also through coordination, control,
 * participles and relative clauses; CGI_NO_TOKEN if it has none. */
uint32_t cgi_deep_subject(const cgi_reading *r, uint32_t verb);

/* The same on the surface, where a passive has what it is done to: the one
 * found so, and the one that stands at the verb itself. CGI_NO_TOKEN. */
uint32_t cgi_surface_subject(const cgi_reading *r, uint32_t verb);
uint32_t cgi_own_subject(const cgi_reading *r, uint32_t verb);

/* ---- fillers.c: deep grammatical slots ------------------------------- */

/* Everything that fills a slot of `head`, coordinated phrases one by one, in
 * the order of the text within a slot. */
void cgi_fillers_find(cgi_fillers *out, const cgi_reading *r, uint32_t head);

/* The noun behind an event noun that adds nothing to it, as "operation" in
 * "rescue operation"; its slots are those of the event. The token itself if
 * there is none. */
uint32_t cgi_carrier(const cgi_reading *r, uint32_t t);

/* ---- match.c: entries of the lexicon at a token ---------------------- */

/* The first entry for `t` of the wanted sort whose conditions hold, or NULL.
 * *fillers are those of `t`, to which those of the words that its needs
 * matched are added. `after` continues a search. */
const cgi_word *cgi_match(cgi_fillers *fillers, const cgi_reading *r,
                          uint32_t t, bool cues, const cgi_word *after);

/* The last token of the entry that `t` was matched with: "fire" of "open
 * fire". */
uint32_t cgi_phrase_end(const cgi_reading *r, uint32_t t, const cgi_word *w);

/* The role of a filler in the frame, or 0. */
uint8_t cgi_frame_role(const cgi_reading *r, const cgi_frame *frame,
                       cgi_filler filler);

/* ---- placenames.c, toponym.c, placelist.c ---------------------------- */

/* Finds names of places that the name finder missed. */
void cgi_placenames_find(cgi_reading *r);

/* Names, and behind them those inside of others. */
static inline uint32_t cgi_n_names(const cgi_reading *r)
{
    return (uint32_t)(r->names.n + r->inner.n);
}

static inline cgi_named *cgi_name_get(const cgi_reading *r, uint32_t i)
{
    return i < r->names.n ? &r->names.at[i] : &r->inner.at[i - r->names.n];
}

/* "TORRINGTON - The council": do the words [first, end) open a story? */
bool cgi_opens_story(const cgi_reading *r, uint32_t first, uint32_t end);

/* "Torrington" for "TORRINGTON"; other names as they are. */
const char *cgi_calm_name(const cgi_reading *r, const char *text);

/* Finds out which places the names of places mean. */
void cgi_toponyms_resolve(cgi_reading *r);

/* Lists the words that name or tell a place. */
void cgi_places_list(cgi_reading *r);

/* ---- naming.c, count.c, mention.c, coref.c, things.c ----------------- */

void cgi_names_collect(cgi_reading *r);
/* True if the words [first, end) are a title, not a name. */
bool cgi_is_title(const cgi_reading *r, uint32_t first, uint32_t end);
uint32_t cgi_name_head(const cgi_reading *r, const cgi_named *name);
/* What the noun beside the name with this head says that it names: "a group
 * called X". */
cgi_kind cgi_kind_of_bearer(const cgi_reading *r, uint32_t name);
const cgi_noun *cgi_head_noun(const cgi_reading *r, uint32_t head);
void cgi_mentions_find(cgi_reading *r);
bool cgi_is_age(const cgi_reading *r, uint32_t t);
void cgi_mention_describe_name(cgi_reading *r, cgi_mention *m, uint32_t name);
void cgi_mention_count(const cgi_reading *r, cgi_mention *m);
void cgi_coref(cgi_reading *r);

/* A new thing for a mention, and a mention for a thing. */
uint32_t cgi_thing_new(cgi_reading *r, const cgi_mention *m);
void cgi_thing_join(cgi_reading *r, uint32_t thing, uint32_t mention);
/* Keeps what the mention tells of the thing; joining does so too. */
void cgi_thing_learn(cgi_reading *r, uint32_t thing, const cgi_mention *m);
/* The thing that a name stands for, new or met before. */
uint32_t cgi_thing_named(cgi_reading *r, const cgi_mention *m);

/* The thing that the phrase headed by `t` stands for, made if need be; what
 * has no mention (a clause, a dummy) gives CGI_NONE. */
uint32_t cgi_thing_of(cgi_reading *r, uint32_t t);
cgi_kind cgi_kind_of(const cgi_reading *r, uint32_t t);
/* "the first woman to win", "the youngest minister to resign": does the noun
 * tell of the one that did what an infinitive behind it says? */
bool cgi_is_one_of_a_kind(const cgi_reading *r, uint32_t noun);

/* Is the thing the capital of a country? */
bool cgi_is_capital(const cgi_reading *r, uint32_t thing);

/* The country of a nationality that is no mention, as in "Turkish raid", which
 * counts as a thing and a kind where a noun has it; else NULL. */
const cgi_gaz *cgi_nation_of(const cgi_reading *r, uint32_t t);
/* The thing of a gazetteer entry, made if need be. */
uint32_t cgi_thing_known(cgi_reading *r, const cgi_gaz *gaz);

/* ---- coref.c, epithet.c, group.c, holder.c, pronoun.c: what coreference
 * shares
 * ------------ */

/* Mentions that are looked back over; older things are rarely meant without
 * their name, and a bound keeps long articles linear. */
#define CGI_COREF_WINDOW 120

bool cgi_kind_is_person(cgi_kind kind);
bool cgi_kind_is_body(cgi_kind kind);
/* People, bodies and countries, which have a will. */
bool cgi_kind_can_act(cgi_kind kind);

/* The thing of the mention headed by the token, as far as it is known. */
uint32_t cgi_thing_at(const cgi_reading *r, uint32_t token);

/* The subject of the clause that the phrase stands in, if it is another
 * phrase: an object is not its own clause's subject. */
uint32_t cgi_clause_subject(const cgi_reading *r, uint32_t token);

/* True if `word`, in lower case, is one of the words of `text`, case apart. */
bool cgi_has_word(const char *text, const char *word);

/* Who holds the office that the phrase names ("the French president"), or
 * CGI_NONE. */
uint32_t cgi_by_office(const cgi_reading *r, uint32_t index);

/* Who is called in passing what the phrase says ("the striker"), or CGI_NONE.
 */
uint32_t cgi_by_epithet(const cgi_reading *r, uint32_t index);

/* The body that a spokesman speaks for, told by what was said before; CGI_NONE.
 */
uint32_t cgi_body_of_spokesman(const cgi_reading *r, uint32_t index);

/* Fills r->told. */
void cgi_narration_count(cgi_reading *r);

/* The thing that a pronoun stands for, or CGI_NONE. */
uint32_t cgi_by_pronoun(cgi_reading *r, uint32_t index);
/* "He told Josh", "The president named Ann Lee": the subject is nobody whom
 * the object names. True if it names the thing. */
bool cgi_is_object_beside(const cgi_reading *r, uint32_t subject,
                          uint32_t thing);
/* The trigger of the deed that "it" speaks of where a deed must be meant, as
 * in "blamed it on rebels"; `t` if that is no such pronoun or nothing was
 * done. */
uint32_t cgi_event_meant(const cgi_reading *r, uint32_t t);
/* The trigger of the harm that was told last, in the same sentence or the one
 * before; CGI_NO_TOKEN. */
uint32_t cgi_deed_before(const cgi_reading *r, uint32_t t);

/* True if the token heads a coordination of people, or of bodies and countries,
 * one by one; and the thing of them all. */
bool cgi_is_group(const cgi_reading *r, uint32_t token);
uint32_t cgi_group_at(cgi_reading *r, uint32_t token);

/* Of whom "the two ministers" speaks, or CGI_NONE. */
uint32_t cgi_by_number(cgi_reading *r, uint32_t index);

/* The noun that a quantity counts: "people" of "dozens of people". */
uint32_t cgi_counted(const cgi_reading *r, uint32_t head);

/* ---- events.c, status.c, place.c, when.c, when_story.c, merge.c ------ */

/* Finds the words that tell events, one statement each. */
void cgi_triggers_find(cgi_reading *r);

/* Fills their roles, also through light verbs, and judges their status. */
void cgi_events_fill(cgi_reading *r);

/* May the token be the trigger of an event at all? */
bool cgi_may_trigger(const cgi_reading *r, uint32_t t);

/* A statement at the token, which the entry is for; and its roles. */
void cgi_event_start(cgi_reading *r, uint32_t t, const cgi_word *w);
void cgi_event_fill(cgi_reading *r, uint32_t statement, const cgi_word *w,
                    const cgi_fillers *fillers);

/* A new statement at `trigger`; returns its index. */
uint32_t cgi_statement_new(cgi_reading *r, uint32_t trigger,
                           const cgi_type *type, const char *rule);

/* ---- acts.c ---------------------------------------------------------- */

/* Finds the acts that have no type, when the others are found. */
void cgi_acts_find(cgi_reading *r);

/* A noun that no type is known for: has a name to do with it? */
bool cgi_is_named_act(cgi_reading *r, uint32_t t, const cgi_evoker *e);

/* Does the phrase headed by the token stand for somebody known by name? */
bool cgi_is_of_name(cgi_reading *r, uint32_t t);

/* Do the words of two acts agree, but for the end where one is a noun? */
bool cgi_words_agree(const cgi_reading *r, uint32_t a, uint32_t b);

/* The type of acts that no entry of the lexicon knows? */
bool cgi_is_untyped(const cgi_reading *r, const cgi_type *type);

/* The first argument in a role; NULL if there is none. */
const cgi_argument *cgi_statement_role(const cgi_statement *s, cgi_role role);

/* Adds an argument unless the statement has it already. */
void cgi_statement_add(cgi_reading *r, uint32_t statement, cgi_role role,
                       uint32_t token, const char *rule, int confidence);

/* ---- occasion.c ------------------------------------------------------- */

/* Deaths, wounds and damage, and what may bring them. */
bool cgi_is_effect(const cgi_reading *r, const cgi_type *type);
/* What somebody was hurt in: the attack of "in the attack" and of "as a result
 * of the attack". CGI_NO_TOKEN if it is nothing of that kind. */
uint32_t cgi_occasion(const cgi_reading *r, uint32_t t);
/* Makes the statement part of the one at the token; false if it cannot be. */
bool cgi_part_of_add(cgi_reading *r, uint32_t statement, uint32_t token,
                     const char *rule);
/* What brought the deaths and the damage that say it in a clause, and what
 * was no assault. */
void cgi_occasions_find(cgi_reading *r);

/* Status, certainty and negation from the words around the trigger. */
void cgi_status_judge(const cgi_reading *r, cgi_statement *s, uint32_t trigger);

/* Planned, promised, demanded, ...: not done so far? */
bool cgi_status_is_to_come(cgi_status status);

/* "urged him to say so": is the infinitive only demanded, tried or promised? */
bool cgi_is_only_sought(const cgi_reading *r, uint32_t verb);

/* Negated by a word of its own clause? */
bool cgi_is_negated(const cgi_reading *r, uint32_t t);

/* The words that tell of an event, nearest first: its trigger, the light verb
 * that carries it, the verb whose subject or object it is, the object that the
 * entry of the trigger names ("declare a truce"). */
#define CGI_CARRIERS_MAX 3
size_t cgi_carriers(uint32_t out[CGI_CARRIERS_MAX], const cgi_reading *r,
                    uint32_t trigger);

/* True if `clause`, a child of a word that tells of the event at `trigger`,
 * tells of the same scene; with `after` also if it tells what went before. */
bool cgi_is_scene_below(const cgi_reading *r, uint32_t trigger, uint32_t clause,
                        bool after);

/* True if a word or a mark joins the clause to the one that it is said to be
 * coordinated with: trees coordinate what "after" should part. */
bool cgi_is_joined(const cgi_reading *r, uint32_t clause);

/* The clause of the same scene that the one at `t` adds to, or CGI_NO_TOKEN. */
uint32_t cgi_scene_above(const cgi_reading *r, uint32_t trigger, uint32_t t);

/* Adds places and dates to all statements. */
void cgi_places_of_events(cgi_reading *r);
void cgi_dates_of_events(cgi_reading *r);

/* The name of a place in the dateline, or NULL. */
const cgi_named *cgi_dateline_name(const cgi_reading *r);

/* Adds the place of reporting where no better one is known; after the dates. */
void cgi_places_of_datelines(cgi_reading *r);

/* Makes happenings of the statements. */
void cgi_events_merge(cgi_reading *r);

/* May both types name the same happening? */
bool cgi_types_agree(const cgi_reading *r, const cgi_type *a,
                     const cgi_type *b);

/* ---- merge_parts.c --------------------------------------------------- */

/* Makes one of parts of a happening that tell the same; behind merging. What
 * is left of the others has no statements, see prune.c. */
void cgi_parts_merge(cgi_reading *r);

/* Gives happenings that have no date that of the story they are told in. */
void cgi_dates_of_stories(cgi_reading *r);

/* ---- predicates.c ---------------------------------------------------- */

/* Lists what is told, with and without a type. */
void cgi_predicates_list(cgi_reading *r);

/* ---- prune.c --------------------------------------------------------- */

/* Leaves out happenings of which nothing is told. Triggers no longer lead to
 * statements after it. */
void cgi_events_prune(cgi_reading *r);

/* ---- quotes.c, claims.c, content.c ----------------------------------- */

void cgi_quotes_find(cgi_reading *r);

/* The quotation that stands right before or behind the verb and its subject,
 * or CGI_NONE. */
uint32_t cgi_quote_beside(const cgi_reading *r, uint32_t verb);

void cgi_claims_find(cgi_reading *r);

/* "I" and "we" in a quotation are who is quoted. */
void cgi_first_person(cgi_reading *r);

/* Gives quotations to claims and finds out whose words each token is. */
void cgi_content_paint(cgi_reading *r);

/* "is responsible for the murder", "is behind it": is the event at the token
 * one that somebody is said to have done? */
bool cgi_is_ascribed(const cgi_reading *r, uint32_t trigger);

/* Settles what claims do by who did what they tell: nobody admits the deed of
 * another. Needs the claims of statements. */
void cgi_stances_settle(cgi_reading *r);

/* Links statements and claims to the claims they stand in. */
void cgi_claims_attach(cgi_reading *r);

#endif
