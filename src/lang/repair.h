/* SPDX-License-Identifier: Apache-2.0
 *
 * repair.h -- the parts of cgi_lang_repair().
 */
#ifndef CG_LANG_REPAIR_H
#define CG_LANG_REPAIR_H

#include "lang/lang.h"

/* True if the token's lower-case form or its lemma is in the list. */
bool cgi_repair_listed(const cg_world *world, const char *list,
                       const cgi_token *k);

/* The first token with a relation that hangs on `head`, by the links of
 * cgi_lang_link() and still; CGI_NO_TOKEN if there is none. */
uint32_t cgi_repair_child(const cgi_lang *l, uint32_t head, cgi_rel rel);

/* True if `t` is `top` or hangs on it, or if that many steps up do not tell. */
bool cgi_repair_is_below(const cgi_lang *l, uint32_t t, uint32_t top,
                         uint32_t steps);

/* Hangs `t` on `head`; links stay as they were. */
void cgi_repair_hang(cgi_lang *l, uint32_t t, uint32_t head, cgi_rel rel);

/* Titles before names that have other tags. */
void cgi_repair_titles(cgi_lang *l, const cg_world *world);

/* Asides inside of a sentence: "The army, she said, fled." Needs links. */
void cgi_repair_inserts(cgi_lang *l, const cg_world *world);

/* Asides that end a sentence: ", Reuters reported." */
void cgi_repair_asides(cgi_lang *l, const cg_world *world);

/* What hangs on nouns: prepositions and participles. The same. */
void cgi_repair_nouns(cgi_lang *l, const cg_world *world);

/* "a man thought to be a spy". Needs links and leaves new ones. */
void cgi_repair_participles(cgi_lang *l, const cg_world *world);

/* What hangs on verbs: subjects, objects and clauses. Needs the links of
 * cgi_lang_link(), and leaves those of what it moved behind. */
void cgi_repair_verbs(cgi_lang *l, const cg_world *world);

/* Who is blamed or told what. Needs links and leaves new ones. */
void cgi_repair_charges(cgi_lang *l, const cg_world *world);

/* Verbs with two subjects or none. As before, and then with new links. */
void cgi_repair_subjects(cgi_lang *l, const cg_world *world);

#endif
