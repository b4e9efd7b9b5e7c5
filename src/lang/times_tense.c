/* SPDX-License-Identifier: Apache-2.0
 *
 * times_tense.c -- whether a clause speaks of the past or of what is to come.
 *
 * "Monday" is the last or the next by the verb that it belongs to. The tree
 * tells which that is; where it does not, the nearest verb must do.
 */
#include "lang/times.h"

#define TENSE_REACH     24 /* Tokens to look for a verb on either side. */
#define AUXILIARY_REACH 5  /* ... and for what a participle hangs on. */
#define CLIMB_MAX       12 /* Heads to follow up the tree. */

/* ---- By the tree ----------------------------------------------------- */

/* Of the helping verbs of `v`: -1 past, 1 future, 0 neither is there. "May
 * have been" is past. */
static int tense_of_helpers(const cgi_time_finder *f, uint32_t v)
{
    const cgi_token *t = f->lang->tokens;
    int tense = 0;
    for (uint32_t c = t[v].child; c != CGI_NO_TOKEN; c = t[c].sibling) {
        int word = cgi_time_at(f, c)->tense;
        if (t[c].rel != CGI_REL_AUX && t[c].rel != CGI_REL_AUX_PASS &&
            t[c].rel != CGI_REL_COP)
            continue;
        if (word)
            tense = word == 2 ? 1 : -1;
    }
    return tense;
}

static bool is_infinitive(const cgi_time_finder *f, uint32_t v)
{
    const cgi_token *t = f->lang->tokens;
    for (uint32_t c = t[v].child; c != CGI_NO_TOKEN && c < v; c = t[c].sibling)
        if (t[c].xpos == CGI_XPOS_TO)
            return true;
    return false;
}

/* What token `v` says of the time of its clause; 0 if one must look at what
 * it hangs on, 2 if nothing there would help. `to_come`: it has an infinitive
 * below it that we come from. */
static int tense_of_verb(const cgi_time_finder *f, uint32_t v, bool to_come)
{
    int helpers = tense_of_helpers(f, v);
    bool looks_ahead = cgi_time_at(f, v)->tense == 2;
    switch (f->lang->tokens[v].xpos) {
    case CGI_XPOS_VBD: return looks_ahead ? 1 : -1;
    case CGI_XPOS_VBN: /* "Talks set to resume Monday" are to come. */
        return looks_ahead ? 1 : helpers ? helpers : to_come ? 1 : -1;
    case CGI_XPOS_VBZ:
    case CGI_XPOS_VBP: return looks_ahead ? 1 : 2;
    case CGI_XPOS_VB: return is_infinitive(f, v) ? 0 : helpers ? helpers : 2;
    case CGI_XPOS_VBG: return helpers;
    default: return helpers;
    }
}

/* From token `i` up to the verb that tells; 0 if there is none. */
static int tense_by_tree(const cgi_time_finder *f, uint32_t i)
{
    const cgi_token *t = f->lang->tokens;
    bool to_come = false;
    /* "effective Feb. 1", "due on Monday" */
    for (uint32_t n = 1; n <= 2 && i >= f->first + n; n++)
        if (cgi_time_at(f, i - n)->tense == 2 && t[i - n].xpos == CGI_XPOS_JJ)
            return 1;
    for (int n = 0; n < CLIMB_MAX && t[i].head != CGI_NO_TOKEN; n++) {
        i = t[i].head;
        if (i < f->first || i >= f->end)
            return 0;
        int tense = tense_of_verb(f, i, to_come);
        if (tense == 2)
            return to_come;
        if (tense)
            return tense;
        /* "plans to meet" is to come, "met to discuss" is not. */
        to_come |= t[i].xpos == CGI_XPOS_VB;
    }
    return 0;
}

/* ---- By the words nearby --------------------------------------------- */

/* The time of a participle or infinitive is that of what stands before it:
 * "will be held", "plans to meet", "met to discuss". */
static int tense_of_phrase(const cgi_time_finder *f, uint32_t i, int otherwise)
{
    for (uint32_t n = 1; n <= AUXILIARY_REACH && i >= f->first + n; n++) {
        uint8_t tag = f->lang->tokens[i - n].xpos;
        if (tag == CGI_XPOS_MD)
            return 1;
        if (tag == CGI_XPOS_VBD)
            return cgi_time_at(f, i - n)->tense == 2 ? 1 : -1;
        if (tag == CGI_XPOS_TO)
            otherwise = 1;
        if ((tag == CGI_XPOS_VBZ || tag == CGI_XPOS_VBP) && otherwise > 0)
            return 1;
    }
    return otherwise;
}

/* What the tag of token `i` says of the time of its clause. */
static int tense_of_tag(const cgi_time_finder *f, uint32_t i)
{
    switch (f->lang->tokens[i].xpos) {
    case CGI_XPOS_VBD: return -1;
    case CGI_XPOS_VBN: return tense_of_phrase(f, i, -1);
    case CGI_XPOS_VB: return tense_of_phrase(f, i, 0);
    case CGI_XPOS_MD: return 1;
    default: return 0;
    }
}

static int tense_of(const cgi_time_finder *f, uint32_t i)
{
    uint8_t word = cgi_time_at(f, i)->tense;
    if (word == 2)
        return 1;
    return f->is_tagged ? tense_of_tag(f, i) : word == 1 ? -1 : 0;
}

int cgi_time_tense(const cgi_time_finder *f, uint32_t i)
{
    int by_tree = f->is_tagged ? tense_by_tree(f, i) : 0;
    if (by_tree)
        return by_tree;
    for (uint32_t n = 1; n <= TENSE_REACH && i >= f->first + n; n++) {
        int tense = tense_of(f, i - n);
        if (tense)
            return tense;
    }
    for (uint32_t n = 1; n <= TENSE_REACH && i + n < f->end; n++) {
        int tense = tense_of(f, i + n);
        if (tense)
            return tense;
    }
    return 0;
}
