/* SPDX-License-Identifier: Apache-2.0
 *
 * scene.c -- which clauses of a sentence tell of one scene.
 *
 * What they say of place and time holds for each other: "a bomb exploded in
 * Herat on Monday, killing two". Nothing is shared between voices, since
 * where somebody speaks is not where it happened.
 */
#include "extract/reading.h"

/* The noun of "declare a truce", which the entry of the verb names. */
static uint32_t named_object(const cgi_reading *r, uint32_t trigger)
{
    const cgi_fillers *f = &r->evokers[trigger].fillers;
    for (size_t i = 0; r->evokers[trigger].word && i < f->n; i++) {
        const cgi_token *k = cgi_token_at(r, f->at[i].token);
        if (f->at[i].slot == CGI_SLOT_NONE && k->head == trigger &&
            k->rel == CGI_REL_OBJ &&
            cgi_token_in(r, f->at[i].token, "event-noun"))
            return f->at[i].token;
    }
    return CGI_NO_TOKEN;
}

size_t cgi_carriers(uint32_t out[CGI_CARRIERS_MAX], const cgi_reading *r,
                    uint32_t trigger)
{
    size_t n = 0;
    const cgi_token *k = cgi_token_at(r, trigger);
    out[n++] = trigger;
    if (r->light_of[trigger] != CGI_NO_TOKEN)
        out[n++] = r->light_of[trigger];
    cgi_rel rel = cgi_rel_base((cgi_rel)k->rel);
    if (n == 1 && !cgi_is_verb(r, trigger) && k->head != CGI_NO_TOKEN &&
        cgi_is_verb(r, k->head) && r->statement_at[k->head] == CGI_NONE &&
        (rel == CGI_REL_NSUBJ || rel == CGI_REL_OBJ))
        out[n++] = k->head;
    uint32_t object = named_object(r, trigger);
    if (n < CGI_CARRIERS_MAX && object != CGI_NO_TOKEN)
        out[n++] = object;
    return n;
}

static bool same_voice(const cgi_reading *r, uint32_t a, uint32_t b)
{
    return r->claim_at[a] == r->claim_at[b];
}

/* "..., killing two", "when their bus was hit": no word that puts the clause
 * at another time, but for `after`. */
static bool is_same_scene(const cgi_reading *r, uint32_t clause, bool after)
{
    for (uint32_t c = cgi_token_at(r, clause)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        if ((cgi_token_at(r, c)->rel == CGI_REL_MARK ||
             cgi_token_at(r, c)->rel == CGI_REL_CASE) &&
            !cgi_token_in(r, c, "same-scene") &&
            !(after && cgi_token_in(r, c, "past-mark")))
            return false;
    return true;
}

/* "arrested a man and killed another in Herat", but not "and the others fled".
 */
static bool shares_subject(const cgi_reading *r, uint32_t clause)
{
    return cgi_child(r, clause, CGI_REL_NSUBJ) == CGI_NO_TOKEN &&
           cgi_child(r, clause, CGI_REL_NSUBJ_PASS) == CGI_NO_TOKEN;
}

/* "one man was killed and two were wounded in Herat" */
static bool are_effects(const cgi_reading *r, uint32_t a, uint32_t b)
{
    uint32_t x = r->statement_at[a], y = r->statement_at[b];
    return x != CGI_NONE && y != CGI_NONE && cgi_is_passive(r, a) &&
           cgi_is_passive(r, b) &&
           cgi_is_effect(r, r->out->statements.at[x].type) &&
           cgi_is_effect(r, r->out->statements.at[y].type);
}

bool cgi_is_joined(const cgi_reading *r, uint32_t clause)
{
    return cgi_child(r, clause, CGI_REL_CC) != CGI_NO_TOKEN ||
           cgi_child(r, clause, CGI_REL_PUNCT) != CGI_NO_TOKEN;
}

bool cgi_is_scene_below(const cgi_reading *r, uint32_t trigger, uint32_t clause,
                        bool after)
{
    switch (cgi_token_at(r, clause)->rel) {
    case CGI_REL_CONJ:
        if (!shares_subject(r, clause) && !are_effects(r, trigger, clause))
            return false;
        break;
    case CGI_REL_ADVCL:
    case CGI_REL_XCOMP:
    case CGI_REL_ACL: break;
    default: return false;
    }
    return cgi_is_verb(r, clause) && same_voice(r, trigger, clause) &&
           is_same_scene(r, clause, after);
}

uint32_t cgi_scene_above(const cgi_reading *r, uint32_t trigger, uint32_t t)
{
    uint32_t up = cgi_token_at(r, t)->head;
    if (up == CGI_NO_TOKEN || !same_voice(r, trigger, up))
        return CGI_NO_TOKEN;
    switch (cgi_token_at(r, t)->rel) {
    case CGI_REL_CONJ:
    case CGI_REL_XCOMP: return up;
    case CGI_REL_ADVCL: return is_same_scene(r, t, false) ? up : CGI_NO_TOKEN;
    case CGI_REL_ACL:
    case CGI_REL_ACL_RELCL:
        /* "the clashes that killed two" */
        return r->statement_at[up] != CGI_NONE ? up : CGI_NO_TOKEN;
    case CGI_REL_OBJ:
    case CGI_REL_NSUBJ:
    case CGI_REL_NSUBJ_PASS:
    case CGI_REL_OBL:
    case CGI_REL_NMOD:
        /* From an event noun to the event that it is a part of. */
        return cgi_is_verb(r, t) || !is_same_scene(r, t, false) ? CGI_NO_TOKEN
                                                                : up;
    default: return CGI_NO_TOKEN;
    }
}
