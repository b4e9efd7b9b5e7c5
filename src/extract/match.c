/* SPDX-License-Identifier: Apache-2.0
 *
 * match.c -- which entry of the lexicon or the cues a word is.
 *
 * Entries stand strictest first, so the first whose conditions hold is the
 * one. A condition that names a word opens that word's own slots to the frame:
 * in "claim the lives of two" the "of" belongs to "lives".
 */
#include "extract/reading.h"

/* Words after its head that a phrase may be separated by: "carry it out". */
#define PARTICLE_WINDOW 6

/* "They are to blame": what they are, not what they do. */
static bool is_predicate(const cgi_reading *r, uint32_t t)
{
    return cgi_child(r, t, CGI_REL_COP) != CGI_NO_TOKEN &&
           cgi_token_in(r, t, "predicate-infinitive");
}

static bool pos_fits(const cgi_reading *r, uint32_t t, const cgi_word *w)
{
    const cgi_token *k = cgi_token_at(r, t);
    switch (w->pos) {
    case CGI_POS_VERB: return k->upos == CGI_UPOS_VERB && !is_predicate(r, t);
    case CGI_POS_LIGHT: /* "responsible for", "the target of" */
        return (k->upos == CGI_UPOS_VERB &&
                (!cgi_token_in(r, t, "predicate-infinitive") ||
                 is_predicate(r, t))) ||
               k->upos == CGI_UPOS_ADJ ||
               (k->upos == CGI_UPOS_NOUN &&
                (cgi_child(r, t, CGI_REL_COP) != CGI_NO_TOKEN ||
                 (k->rel == CGI_REL_APPOS &&
                  cgi_token_in(r, t, "ascription"))));
    case CGI_POS_NOUN:
        return k->upos == CGI_UPOS_NOUN || k->upos == CGI_UPOS_PROPN;
    case CGI_POS_ADJ: return k->upos == CGI_UPOS_ADJ;
    case CGI_POS_ADV: return k->upos == CGI_UPOS_ADV;
    case CGI_POS_PREP: return true;
    default: return false;
    }
}

static bool is_word(const cgi_reading *r, uint32_t t, cgi_slice word)
{
    const cgi_token *k = cgi_token_at(r, t);
    return cgi_slice_equal(word, cgi_slice_of(k->lower)) ||
           cgi_slice_equal(word, cgi_slice_of(k->lemma));
}

/* The last word of *rest, which loses it. */
static cgi_slice cut_last(cgi_slice *rest)
{
    size_t n = rest->len;
    while (n && rest->at[n - 1] != ' ')
        n--;
    cgi_slice word = {rest->at + n, rest->len - n};
    rest->len = n ? n - 1 : 0;
    return word;
}

static cgi_slice cut_first(cgi_slice *rest)
{
    size_t n = 0;
    while (n < rest->len && rest->at[n] != ' ')
        n++;
    cgi_slice word = {rest->at, n};
    size_t skip = n < rest->len ? n + 1 : n;
    rest->at += skip;
    rest->len -= skip;
    return word;
}

static bool stands_before(const cgi_reading *r, uint32_t t, const char *words)
{
    cgi_slice rest = cgi_slice_of(words);
    uint32_t first = r->l->sentences[cgi_token_at(r, t)->sentence].first;
    while (rest.len) {
        cgi_slice word = cut_last(&rest);
        /* A hyphen between the parts does not matter. */
        if (t > first && cgi_token_at(r, t - 1)->xpos == CGI_XPOS_HYPH)
            t--;
        if (t == first || !is_word(r, --t, word))
            return false;
    }
    return true;
}

/* Where the last of the words stands. The first may stand apart from the head
 * if it hangs on it; the rest follows at once, or is a preposition of the
 * head. */
static uint32_t find_after(const cgi_reading *r, uint32_t t, const char *words)
{
    uint32_t end = r->l->sentences[cgi_token_at(r, t)->sentence].end;
    uint32_t at = t + 1, stop = t + 1 + PARTICLE_WINDOW;
    cgi_slice rest = cgi_slice_of(words);
    cgi_slice word = cut_first(&rest);
    stop = stop < end ? stop : end;
    for (; at < stop; at++)
        if (is_word(r, at, word) &&
            (at == t + 1 ||
             (cgi_token_at(r, at)->head == t && !cgi_is_nominal(r, at))))
            break;
    if (at >= stop)
        return CGI_NO_TOKEN;
    while (rest.len) {
        word = cut_first(&rest);
        if (++at >= end || !is_word(r, at, word))
            return CGI_NO_TOKEN;
    }
    return at;
}

static bool need_fits(const cgi_reading *r, const cgi_need *need,
                      cgi_filler filler)
{
    if (filler.slot != need->slot)
        return false;
    if (need->kinds >> cgi_kind_of(r, filler.token) & 1)
        return true;
    /* "returned dozens of paintings" is about paintings. */
    uint32_t counted = cgi_counted(r, filler.token);
    for (size_t i = 0; i < need->n_words; i++)
        if (is_word(r, filler.token, cgi_slice_of(need->words[i])) ||
            (counted != filler.token &&
             is_word(r, counted, cgi_slice_of(need->words[i]))))
            return true;
    if (need->n_words || need->kinds)
        return false;
    /* A bare "to" asks for an infinitive. */
    return need->slot != CGI_SLOT_TO || !cgi_is_nominal(r, filler.token) ||
           cgi_is_infinitive(r, filler.token);
}

/* True if the need holds; what a named word matched is added to *opened. */
static bool need_holds(cgi_fillers *opened, const cgi_fillers *fillers,
                       const cgi_reading *r, const cgi_need *need)
{
    for (size_t i = 0; i < fillers->n; i++) {
        if (!need_fits(r, need, fillers->at[i]))
            continue;
        if (need->n_words)
            CGI_PUSH(r->a, opened, fillers->at[i]);
        return !need->negated;
    }
    return need->negated;
}

/* The slots of `word`, as far as the head has none of that name. */
static void open_word(cgi_fillers *fillers, const cgi_reading *r, size_t n,
                      uint32_t word)
{
    cgi_fillers inner = {0};
    cgi_fillers_find(&inner, r, word);
    for (size_t j = 0; j < inner.n; j++) {
        /* What "guilty" is said of has its own place: "found him guilty". */
        bool taken = inner.at[j].slot == CGI_SLOT_HEAD ||
                     (inner.at[j].slot == CGI_SLOT_SUBJECT &&
                      cgi_token_at(r, word)->rel == CGI_REL_XCOMP);
        for (size_t k = 0; k < n && !taken; k++)
            taken = fillers->at[k].slot == inner.at[j].slot;
        if (!taken)
            CGI_PUSH(r->a, fillers, inner.at[j]);
    }
}

static void open_slots(cgi_fillers *fillers, const cgi_reading *r,
                       const cgi_fillers *opened)
{
    size_t n = fillers->n;
    for (size_t i = 0; i < opened->n; i++) {
        /* "the blast killed": the blast is an event of its own. */
        if (opened->at[i].slot != CGI_SLOT_SUBJECT)
            CGI_PUSH(r->a, fillers,
                     (cgi_filler){CGI_SLOT_NONE, opened->at[i].token});
        /* "Peru's court rejected": Peru has no part in it, nor has the ferry
         * where its captain was charged. */
        if (cgi_kind_can_act(cgi_kind_of(r, opened->at[i].token)))
            continue;
        open_word(fillers, r, n, opened->at[i].token);
    }
}

/* The noun of "hold talks with X" is no object but has the slots. */
static void open_phrase(cgi_fillers *fillers, const cgi_reading *r, uint32_t t,
                        const cgi_word *w)
{
    uint32_t last = w->after ? find_after(r, t, w->after) : CGI_NO_TOKEN;
    if (last == CGI_NO_TOKEN || !cgi_is_nominal(r, last))
        return;
    size_t n = fillers->n;
    for (size_t i = 0; i < n; i++)
        if (fillers->at[i].token == last)
            fillers->at[i].slot = CGI_SLOT_NONE;
    open_word(fillers, r, n, last);
}

/* "destroyed his reputation", "the crisis exploded": a manner of speaking. */
static bool is_figurative(const cgi_reading *r, const cgi_fillers *fillers)
{
    uint32_t told = CGI_NO_TOKEN;
    for (size_t i = 0; i < fillers->n; i++) {
        cgi_filler f = fillers->at[i];
        if (f.slot == CGI_SLOT_OBJECT ||
            (f.slot == CGI_SLOT_SUBJECT && told == CGI_NO_TOKEN))
            told = cgi_counted(r, f.token);
        if (f.slot == CGI_SLOT_OBJECT)
            break;
    }
    for (size_t i = 0; i < fillers->n && told == CGI_NO_TOKEN; i++)
        if (cgi_has_case(r, fillers->at[i].token, "link-of") &&
            fillers->at[i].slot != CGI_SLOT_HEAD)
            told = fillers->at[i].token; /* "the destruction of his career" */
    return told != CGI_NO_TOKEN && r->name_at[told] == CGI_NONE &&
           cgi_token_in(r, told, "abstract");
}

/* "Gerrard shot wide", "the clash with France" in a report on sport, unless
 * fans or the police are a party to it. */
static bool is_sport(const cgi_reading *r, uint32_t t,
                     const cgi_fillers *fillers)
{
    if (!r->is_sport || !cgi_token_in(r, t, "sport-move"))
        return false;
    bool hurts = cgi_token_value(r, t, "sport-move", 0) == 1;
    for (size_t i = 0; i < fillers->n; i++) {
        cgi_filler f = fillers->at[i];
        if (f.slot != CGI_SLOT_HEAD &&
            (cgi_token_in(r, cgi_counted(r, f.token), "at-sport") ||
             (hurts && f.slot == CGI_SLOT_OBJECT &&
              cgi_kind_is_person(cgi_kind_of(r, f.token)))))
            return false;
    }
    return true;
}

static bool word_fits(cgi_fillers *fillers, const cgi_reading *r, uint32_t t,
                      const cgi_word *w)
{
    if (!pos_fits(r, t, w) || (w->before && !stands_before(r, t, w->before)) ||
        (w->after && find_after(r, t, w->after) == CGI_NO_TOKEN))
        return false;
    if (!fillers->n) {
        cgi_fillers_find(fillers, r, t);
        if (cgi_token_at(r, t)->rel == CGI_REL_CASE) /* What it governs. */
            CGI_PUSH(r->a, fillers,
                     (cgi_filler){CGI_SLOT_OBJECT, cgi_token_at(r, t)->head});
    }
    cgi_fillers opened = {0};
    for (size_t i = 0; i < w->n_needs; i++)
        if (!need_holds(&opened, fillers, r, &w->needs[i]))
            return false;
    if (w->type && cgi_is_effect(r, w->type) &&
        (is_figurative(r, fillers) || is_sport(r, t, fillers)))
        return false;
    open_slots(fillers, r, &opened);
    open_phrase(fillers, r, t, w);
    return true;
}

/* The entries behind `after`, or all if that is NULL, that stand under `key`;
 * sets *after to NULL when it was found there. */
static const cgi_word *entries(const cg_world *world, const char *key,
                               const cgi_word **after)
{
    const cgi_word *w = cgi_world_find_word(world, cgi_slice_of(key));
    if (!*after || strcmp((*after)->lemma, key) != 0)
        return *after ? NULL : w;
    w = (*after)->next;
    *after = NULL;
    return w;
}

/* "Clashes erupted": taggers take a plural at the beginning for a name. */
static const char *singular(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    size_t n = strlen(k->lower);
    if (k->upos != CGI_UPOS_PROPN || r->name_at[t] != CGI_NONE || n < 4 ||
        k->lower[n - 1] != 's')
        return NULL;
    n -= n > 5 && !memcmp(k->lower + n - 4, "shes", 4) ? 2 : 1;
    return cgi_arena_strndup(r->a, k->lower, n);
}

uint32_t cgi_phrase_end(const cgi_reading *r, uint32_t t, const cgi_word *w)
{
    return w->after ? find_after(r, t, w->after) : t;
}

const cgi_word *cgi_match(cgi_fillers *fillers, const cgi_reading *r,
                          uint32_t t, bool cues, const cgi_word *after)
{
    const cgi_token *k = cgi_token_at(r, t);
    /* "according" stands under its form, all else under its lemma. */
    const char *keys[3] = {k->lemma, k->lower, singular(r, t)};
    int n = strcmp(k->lemma, k->lower) == 0 ? 1 : keys[2] ? 3 : 2;
    /* "They found a tree, and felled it": such a past form is no lemma. */
    size_t length = strlen(k->lower);
    bool past = (k->xpos == CGI_XPOS_VBD || k->xpos == CGI_XPOS_VBN) &&
                (length < 2 || strcmp(k->lower + length - 2, "ed") != 0);
    fillers->n = 0;
    for (int i = 0; i < n; i++) {
        const cgi_word *w = entries(r->world, keys[i], &after);
        for (; w; w = w->next)
            if (w->is_cue == cues &&
                !(i == 1 && past && w->pos == CGI_POS_VERB) &&
                word_fits(fillers, r, t, w))
                return w;
    }
    return NULL;
}

uint8_t cgi_frame_role(const cgi_reading *r, const cgi_frame *frame,
                       cgi_filler filler)
{
    for (size_t i = 0; i < frame->n_slots; i++) {
        const cgi_frame_slot *s = &frame->slots[i];
        if (s->slot != filler.slot)
            continue;
        if (!s->kinds || s->kinds >> cgi_kind_of(r, filler.token) & 1)
            return s->role;
    }
    return 0;
}
