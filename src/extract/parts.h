/* SPDX-License-Identifier: Apache-2.0
 *
 * parts.h -- what stands around a cue: who says what to whom.
 *
 * Shared by the files that read claims; nothing else looks at it.
 */
#ifndef CG_EXTRACT_PARTS_H
#define CG_EXTRACT_PARTS_H

#include "extract/reading.h"

typedef struct {
    uint32_t claimant, addressee, accused, event; /* Tokens. */
    CGI_VEC(uint32_t) others; /* Who claims it with the claimant. */
    bool is_aside;            /* The cue stands within what it tells of. */
    bool is_sequel;           /* ", adding that": not said by the first cue. */
    CGI_VEC(cgi_stretch) content;
} cgi_parts;

/* Adds the tokens [first, end) to the content; nothing if there are none. */
void cgi_parts_add(cgi_reading *r, cgi_parts *p, uint32_t first, uint32_t end);

/* Content by the order of the words, for a verb of saying whose tree lacks
 * some of it; `quote` is the quotation beside it, or CGI_NONE. */
void cgi_parts_beside(cgi_reading *r, cgi_parts *p, uint32_t cue,
                      uint32_t quote);

/* Finds who speaks where the tree does not tell: the phrase between the verb
 * and a comma or a quotation mark, on either side. */
void cgi_parts_speaker(cgi_reading *r, cgi_parts *p, uint32_t cue);

/* Adds the quotation beside the cue. Behind a colon or a comma it is all that
 * is said: in "said on Monday: 'No'" the day is not. */
void cgi_parts_quote(cgi_reading *r, cgi_parts *p, uint32_t cue,
                     uint32_t quote);

/* "Minister: no talks planned", for a colon; nothing if it is no cue. */
void cgi_parts_colon(cgi_reading *r, cgi_parts *p, uint32_t colon);

/* Verbs whose frame takes a clause and a quotation are verbs of saying. */
bool cgi_is_speech(const cgi_reading *r, const cgi_word *w, uint32_t cue);

/* False where the cue, an entry of the lexicon at its token, claims nothing. */
bool cgi_may_claim(const cgi_reading *r, const cgi_word *w, uint32_t cue,
                   const cgi_fillers *fillers);

/* False for a source that cannot speak. */
bool cgi_can_claim(const cgi_reading *r, const cgi_word *w, uint32_t token);

/* Who speaks in a document: "leaflets" of "The group left leaflets claiming".
 * The token itself if it is none or its author is not told. */
uint32_t cgi_author_of(const cgi_reading *r, uint32_t token);

/* The words that name the claimant where the cue stands: "who" in "the man who
 * said", else the phrase with what tells who it is. Empty if there are none. */
cgi_span cgi_source_span(const cgi_reading *r, uint32_t cue, uint32_t claimant);

/* What the claim at `cue` does: what its entry says, or a demand of those of
 * whom it says that they must do a thing. */
void cgi_stance_find(cgi_claim *c, cgi_reading *r, const cgi_word *w,
                     uint32_t cue, uint32_t claimant);

#endif
