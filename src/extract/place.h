/* SPDX-License-Identifier: Apache-2.0
 *
 * place.h -- what the files that find places of events share.
 */
#ifndef CG_EXTRACT_PLACE_H
#define CG_EXTRACT_PLACE_H

#include "extract/reading.h"

/* How a phrase lies to its place: list:place-preposition, list:place-part. */
enum { CGI_PLACE_AT = 1, CGI_PLACE_NEAR = 2 };

/* Confidence of the second of joined places; what is surer than that may be a
 * place without a name. */
#define CGI_PLACE_CONJUNCT 70

/* An event whose places are sought, and how what is found now was found. */
typedef struct {
    cgi_reading *r;
    uint32_t statement, trigger;
    const char *rule;
    int confidence;
    bool is_narrowing; /* Only places within those found are sought. */
} cgi_place_finder;

/* ---- place_phrase.c: which phrases are places ------------------------ */

bool cgi_is_place(const cgi_reading *r, uint32_t t);
bool cgi_has_name(const cgi_place_finder *f, uint32_t t);

/* "in Grumbleby": what nobody knows becomes a place if it stands where one
 * does. */
bool cgi_stands_for_place(cgi_place_finder *f, uint32_t t);

/* The relation of "in", "near", "north of"; 0 for other prepositions. */
long cgi_place_relation(const cgi_reading *r, uint32_t t);

/* "20 km north of Kabul" is not in Kabul, "the north of Mali" is in Mali. */
long cgi_part_relation(const cgi_place_finder *f, uint32_t t);

/* What the nameless part at `t` is a part of: X of "the streets of X", "X's
 * outskirts"; CGI_NO_TOKEN. */
uint32_t cgi_place_whole(const cgi_place_finder *f, uint32_t t);

/* The same as far as there are parts; *relation tells if one is only near. */
uint32_t cgi_place_named(const cgi_place_finder *f, uint32_t t, long *relation);

/* A place inside of a phrase that is none itself: "in clashes in Hebron", "a
 * Stockholm theatre". CGI_NO_TOKEN if there is none. */
uint32_t cgi_place_inner(cgi_place_finder *f, uint32_t t, int depth,
                         long *relation);

/* ---- place_add.c: giving places to an event -------------------------- */

cgi_statement *cgi_place_statement(const cgi_place_finder *f);

/* Is the thing a place of the event, or if not `place` does it play a part? */
bool cgi_place_has(const cgi_statement *s, uint32_t thing, bool place);

bool cgi_has_place(const cgi_place_finder *f);

/* Does the event have a place that can be found on a map? */
bool cgi_is_located(const cgi_place_finder *f);

void cgi_place_push(cgi_place_finder *f, cgi_role role, uint32_t thing,
                    cgi_reason why);

/* The town or country around a facility, as another place of the event. */
void cgi_place_add_around(cgi_place_finder *f, uint32_t thing, cgi_reason why);

/* Adds the place that the phrase headed by `t` is, without and with those that
 * are joined to it: "in Kabul and Herat". */
void cgi_place_add(cgi_place_finder *f, uint32_t t, long relation);
void cgi_place_add_all(cgi_place_finder *f, uint32_t t, long relation);

/* Only those that are joined to it. */
void cgi_place_add_joined(cgi_place_finder *f, uint32_t t, long relation);

/* ---- place_spread.c: places from elsewhere --------------------------- */

/* Is its type, or one around it, in the word list? */
bool cgi_has_type_in(const cgi_reading *r, const cgi_statement *s,
                     const char *list);

/* Attacks, floods and marches take place somewhere; accusing does not. */
bool cgi_takes_place(const cgi_reading *r, const cgi_statement *s);

/* Gives parts that have no place that of the whole. */
void cgi_places_of_wholes(cgi_reading *r);

#endif
