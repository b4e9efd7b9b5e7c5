/* SPDX-License-Identifier: Apache-2.0
 *
 * toponym_candidates.c -- all the places that a name may mean.
 *
 * They come from the Turtle gazetteer and from the file of places; one that
 * stands in both is taken once. A noun behind the name counts with it: "Baker
 * and Nassau counties".
 */
#include "base/utf8.h"
#include "extract/toponym.h"

/* Bound that keeps the work linear in the number of names. */
#define CANDIDATES_MAX 40

/* Tokens between a name and "counties". */
#define KIND_AHEAD 12

/* Kilometres within which two of one name are the same. */
#define SAME_KM 50.0

static void add_candidate(cgi_reading *r, cgi_toponym *t, const cgi_gaz *gaz,
                          bool is_known)
{
    cgi_candidate c = {.gaz = gaz, .is_known = is_known};
    if (!gaz || t->candidates.n == CANDIDATES_MAX ||
        !cgi_kind_is_place(gaz->kind))
        return;
    c.is_placed = cgi_geo_position(&c.at, gaz);
    c.size = cgi_geo_size(gaz, is_known);
    for (size_t i = 0; i < t->candidates.n; i++) {
        const cgi_candidate *o = &t->candidates.at[i];
        if (o->gaz == gaz ||
            (o->is_known && o->gaz->kind == gaz->kind && o->is_placed &&
             c.is_placed && cgi_geo_km(o->at, c.at) < SAME_KM))
            return;
    }
    CGI_PUSH(r->a, &t->candidates, c);
}

/* "DAMASCUS" opens a story in small letters, but "IS" is no place of Japan. */
#define SHOUTED_MIN 4

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_shouted(const char *text)
{
    for (; *text; text++)
        if (is_small(*text))
            return false;
    return true;
}

/* Some word of it is longer than "U.S." has any. */
static bool has_long_word(const char *text)
{
    size_t run = 0, longest = 0;
    for (; *text; text++) {
        run = *text >= 'A' && *text <= 'Z' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest >= SHOUTED_MIN;
}

const char *cgi_calm_name(const cgi_reading *r, const char *text)
{
    if (!is_shouted(text) || !has_long_word(text))
        return text;
    char *calm = cgi_utf8_lower(r->a, cgi_slice_of(text));
    for (char *p = calm; *p; p++)
        if (is_small(*p) && (p == calm || p[-1] == ' ' || p[-1] == '-'))
            *p = (char)(*p - 'a' + 'A');
    return calm;
}

static void find_candidates(cgi_reading *r, cgi_toponym *t, const char *text,
                            bool caps)
{
    cgi_slice name = cgi_slice_of(text);
    caps |= is_shouted(text) && name.len >= SHOUTED_MIN;
    for (const cgi_bearer *b = cgi_world_find_bearers(r->world, name, caps); b;
         b = b->next)
        add_candidate(r, t, b->entity, true);
    uint32_t first;
    size_t n =
        is_shouted(text) ? 0 : cgi_places_find(&first, r->world->places, name);
    for (size_t i = 0; i < n && i < CANDIDATES_MAX; i++) {
        uint32_t place =
            cgi_places_bearer(r->world->places, first + (uint32_t)i);
        add_candidate(r, t, cgi_place_entity(&r->places, place), false);
    }
}

/* "Memphis Street" lies anywhere but in Memphis. */
static bool is_street(const cgi_reading *r, const cgi_named *n)
{
    return cgi_token_in(r, n->end - 1, "street-word") ||
           (n->end < r->l->n_tokens && cgi_token_in(r, n->end, "street-word"));
}

/* Names of places, and those that the gazetteer takes for one. */
bool cgi_may_be_place(const cgi_reading *r, const cgi_named *n)
{
    if (n->is_inner)
        return true;
    if (n->gaz)
        return cgi_kind_is_place(n->gaz->kind);
    return n->type == CGI_NAME_PLACE && !is_street(r, n);
}

/* "Baker and Nassau counties": the noun that says what the name is, in the
 * singular; NULL if there is none. */
static const char *kind_behind(const cgi_reading *r, const cgi_named *n)
{
    const cgi_sentence *s =
        &r->l->sentences[cgi_token_at(r, n->first)->sentence];
    uint32_t t = n->end,
             stop = t + KIND_AHEAD < s->end ? t + KIND_AHEAD : s->end;
    bool list = false;
    for (; !n->is_inner && t < stop; t++) {
        bool joint = cgi_token_in(r, t, "list-joint");
        list |= joint;
        if (joint || (list && r->name_at[t] != CGI_NONE))
            continue;
        const cgi_token *k = cgi_token_at(r, t);
        return k->upos == CGI_UPOS_NOUN && (k->xpos == CGI_XPOS_NNS || !list) &&
                       cgi_token_in(r, t, "generic-place")
                   ? k->lemma
                   : NULL;
    }
    return NULL;
}

cgi_toponym *cgi_toponym_get(cgi_reading *r, cgi_table *by_text,
                             const cgi_named *n)
{
    uint32_t first = n->first;
    while (first + 1 < n->end && cgi_token_in(r, first, "definite"))
        first++;
    bool caps = r->is_caps[cgi_token_at(r, first)->sentence];
    const char *text = cgi_tokens_text(r, first, n->end);
    /* Not in a text that is all in capitals, but for its dateline. */
    if (!caps || cgi_opens_story(r, first, n->end))
        text = cgi_calm_name(r, text);
    const char *kind = kind_behind(r, n);
    const char *key =
        kind ? cgi_arena_printf(r->a, "%s\n%s", text, kind) : text;
    void **at = cgi_table_at(by_text, r->a, cgi_slice_of(key));
    if (*at)
        return *at;
    cgi_toponym *t = cgi_arena_alloc(r->a, sizeof *t);
    /* The table does not move before `at` is used. */
    *at = t;
    t->chosen = CGI_NONE;
    if (kind)
        find_candidates(r, t, cgi_arena_printf(r->a, "%s %s", text, kind),
                        caps);
    if (!t->candidates.n)
        find_candidates(r, t, text, caps);
    /* The full stop of "Conn." ended the sentence. */
    if (!t->candidates.n)
        find_candidates(r, t, cgi_arena_printf(r->a, "%s.", text), caps);
    return t;
}
