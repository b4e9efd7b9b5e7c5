/* SPDX-License-Identifier: Apache-2.0
 *
 * holder.c -- who holds the office that a phrase names: "the prime minister".
 *
 * A person may be said to hold it ("Prime Minister Berg"), or be known to from
 * the gazetteer, which tells from when to when. What the phrase adds must be
 * known of the office as well: "the former minister" is no minister, and "the
 * president" is no vice president.
 */
#include "extract/reading.h"

/* Sentences that "the minister" of a first sentence reaches ahead. */
#define SENTENCES_AHEAD 3

/* Those of a title and a lead. */
#define SENTENCES_TOP 2

/* What the phrase says of the office. */
typedef struct {
    const cgi_mention *m;
    const cgi_gaz *country; /* Whose office it is; NULL. */
    uint32_t of;            /* What else it belongs to, a token. */
    bool is_former;
} office;

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool cgi_has_word(const char *text, const char *word)
{
    for (const char *p = text; *p; p++) {
        if (p > text && p[-1] != ' ' && p[-1] != '-')
            continue;
        size_t n = 0;
        while (word[n] && small(p[n]) == word[n])
            n++;
        if (n && !word[n] && (!p[n] || p[n] == ' ' || p[n] == '-'))
            return true;
    }
    return false;
}

/* ---- What the phrase says --------------------------------------------- */

/* "its president", "Oslo's mayor", "the president of the club": whose office it
 * is. False if it is somebody's, as in "her lawyer". */
static bool find_owner(office *o, const cgi_reading *r)
{
    for (uint32_t c = cgi_token_at(r, o->m->head)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        cgi_rel rel = (cgi_rel)cgi_token_at(r, c)->rel;
        if (rel != CGI_REL_NMOD_POSS &&
            (rel != CGI_REL_NMOD || !cgi_has_case(r, c, "link-of")))
            continue;
        uint32_t thing = cgi_thing_at(r, c);
        const cgi_thing *t =
            thing == CGI_NONE ? NULL : &r->out->things.at[thing];
        if (t && cgi_kind_is_person(t->kind))
            return false;
        if (t && t->kind == CGI_KIND_COUNTRY && t->gaz)
            o->country = t->gaz;
        else if (!cgi_token_in(r, c, "generic-place"))
            o->of = c;
    }
    return true;
}

static bool describe(office *o, const cgi_reading *r, const cgi_mention *m)
{
    const cgi_noun *noun = cgi_head_noun(r, m->head);
    *o = (office){.m = m, .country = m->country, .of = CGI_NO_TOKEN};
    if (m->kind != CGI_KIND_PERSON || m->is_plural || !noun ||
        !noun->is_position)
        return false;
    for (uint32_t t = m->name_first; t < m->head; t++)
        o->is_former |= cgi_token_in(r, t, "former");
    return find_owner(o, r);
}

/* ---- Whether it is the office of a title ------------------------------ */

/* A word of the phrase that tells nothing about the office itself. */
static bool is_apart(const cgi_reading *r, const office *o, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    uint32_t owner = cgi_child(r, o->m->head, CGI_REL_NMOD_POSS);
    return k->upos == CGI_UPOS_PUNCT || k->upos == CGI_UPOS_PART ||
           cgi_country_at(r, t) || cgi_token_in(r, t, "former") ||
           (owner != CGI_NO_TOKEN && cgi_is_inside(r, t, owner));
}

/* True if the words of a title, whatever their case, are in the list. */
static bool is_listed(const cgi_reading *r, const char *list, cgi_slice words)
{
    char lower[32];
    if (!words.len || words.len >= sizeof lower)
        return false;
    for (size_t i = 0; i < words.len; i++)
        lower[i] = small(words.at[i]);
    return cgi_world_in_list(NULL, r->world, list,
                             (cgi_slice){lower, words.len});
}

/* The next word of a title; empty at its end. */
static cgi_slice next_word(const char **title)
{
    const char *at = *title + strspn(*title, " -");
    size_t n = strcspn(at, " -");
    *title = at + n;
    return (cgi_slice){at, n};
}

static bool is_said(const office *o, const cgi_reading *r, cgi_slice word)
{
    for (uint32_t t = o->m->name_first; t < o->m->head; t++) {
        const char *lower = cgi_token_at(r, t)->lower;
        size_t n = 0;
        while (n < word.len && lower[n] == small(word.at[n]))
            n++;
        if (n == word.len && !lower[n])
            return true;
    }
    return false;
}

/* "deputy" and "vice" make another office of one. */
static bool adds_rank(const cgi_reading *r, const office *o, const char *title)
{
    for (cgi_slice w = next_word(&title); w.len; w = next_word(&title))
        if (is_listed(r, "office-rank", w) && !is_said(o, r, w))
            return true;
    return false;
}

/* "PM" and "premier" are the same as "prime minister". */
static bool heads_government(const cgi_reading *r, const char *title)
{
    return is_listed(r, "head-of-government", cgi_slice_of(title));
}

/* The words of the phrase from `name_first` to its head. */
static bool is_premier(const cgi_reading *r, const office *o)
{
    uint32_t head = o->m->head;
    const cgi_noun *noun = cgi_head_noun(r, head);
    return noun && heads_government(r, noun->lemma);
}

static bool same_office(const cgi_reading *r, const office *o,
                        const char *title)
{
    const cgi_mention *m = o->m;
    if (is_premier(r, o))
        return heads_government(r, title);
    for (uint32_t t = m->name_first; t <= m->head; t++)
        if (!is_apart(r, o, t) && !cgi_has_word(title, cgi_lower_lemma(r, t)) &&
            !cgi_has_word(title, cgi_token_at(r, t)->lower))
            return false;
    return !adds_rank(r, o, title);
}

/* "the French leader" leads a country. */
static bool leads_country(const cgi_reading *r, const office *o,
                          const char *title)
{
    if (!o->country || !cgi_token_in(r, o->m->head, "leader"))
        return false;
    for (uint32_t t = o->m->name_first; t < o->m->head; t++)
        if (!is_apart(r, o, t))
            return false;
    return (heads_government(r, title) ||
            cgi_world_in_list(NULL, r->world, "head-of-state",
                              cgi_slice_of(title)));
}

/* ---- Who holds it ----------------------------------------------------- */

static bool is_said_to(const cgi_reading *r, const office *o,
                       const cgi_thing *t)
{
    if (!t->position)
        return false;
    bool was = false;
    const char *rest = t->position;
    for (cgi_slice w = next_word(&rest); w.len && !was; w = next_word(&rest))
        was = is_listed(r, "former", w);
    return was == o->is_former && same_office(r, o, t->position);
}

static bool is_known_to(const cgi_reading *r, const office *o,
                        const cgi_thing *t)
{
    const cgi_date *day = &r->l->article->date;
    int now = day->year * 12 + day->month;
    for (size_t i = 0; t->gaz && i < t->gaz->offices.n; i++) {
        const cgi_office *held = &t->gaz->offices.at[i];
        if (day->year && o->is_former
                ? held->until >= now
                : (day->year && (held->from > now || held->until < now)))
            continue;
        if (same_office(r, o, held->title) || leads_country(r, o, held->title))
            return true;
    }
    return false;
}

/* 2 if the person belongs to what the phrase says, 1 if that is not known. */
static int belongs(const cgi_reading *r, const office *o, const cgi_thing *t)
{
    if (o->of != CGI_NO_TOKEN) {
        uint32_t body = cgi_thing_at(r, o->of);
        if (t->position &&
            cgi_has_word(t->position, cgi_token_at(r, o->of)->lower))
            return 2;
        if (body != CGI_NONE && body == t->member_of)
            return 2;
        return body != CGI_NONE &&
               cgi_kind_is_place(r->out->things.at[body].kind);
    }
    if (!o->country)
        return 2;
    if (t->country == CGI_NONE)
        return 1;
    return r->out->things.at[t->country].gaz == o->country ? 2 : 0;
}

/* "the minister" again, who was never named. */
static bool was_so_called(const cgi_reading *r, const office *o, uint32_t thing)
{
    const cgi_profile *p = &r->profiles.at[thing];
    const char *noun = cgi_lower_lemma(r, o->m->head);
    for (uint32_t t = o->m->name_first; t < o->m->head; t++)
        if (!cgi_has_word(r->out->things.at[thing].label,
                          cgi_token_at(r, t)->lower))
            return false;
    for (size_t i = 0; i < p->nouns.n; i++)
        if (!strcmp(p->nouns.at[i], noun))
            return true;
    return false;
}

/* 0: does not hold it; 1: may, of a country not known; 2: does. */
static int holds(const cgi_reading *r, const office *o, uint32_t thing)
{
    const cgi_thing *t = &r->out->things.at[thing];
    if (t->kind != CGI_KIND_PERSON || r->profiles.at[thing].is_plural)
        return 0;
    if (!t->is_named)
        return o->country || o->of != CGI_NO_TOKEN ||
                       !was_so_called(r, o, thing)
                   ? 0
                   : 2;
    return is_said_to(r, o, t) || is_known_to(r, o, t) ? belongs(r, o, t) : 0;
}

/* The nearest for an office of a country, else the one most spoken of: "the
 * president" of an article on several. */
static uint32_t before(const cgi_reading *r, const office *o, uint32_t index)
{
    uint32_t best = CGI_NONE, maybe = CGI_NONE;
    uint32_t subject = cgi_clause_subject(r, o->m->head);
    bool unsure = false;
    for (uint32_t i = index; i-- > 0 && index - i < CGI_COREF_WINDOW;) {
        uint32_t thing = r->mentions.at[i].thing;
        if (thing == CGI_NONE || thing == subject || thing == best ||
            cgi_is_inside(r, r->mentions.at[i].head, o->m->head))
            continue;
        int how = holds(r, o, thing);
        if (how == 2 && o->country)
            return thing;
        if (how == 2 &&
            (best == CGI_NONE || r->out->things.at[thing].mentions.n >
                                     r->out->things.at[best].mentions.n))
            best = thing;
        unsure |= how == 1 && maybe != CGI_NONE && thing != maybe;
        if (how == 1)
            maybe = thing;
    }
    return best != CGI_NONE || unsure ? best : maybe;
}

/* "The minister has resigned. Anna Berg, ...": named only then. What does not
 * say whose minister that is, stands at the top of the article. */
static uint32_t behind(const cgi_reading *r, const office *o, uint32_t index)
{
    if (!o->country && cgi_token_at(r, o->m->head)->sentence > SENTENCES_TOP)
        return CGI_NONE;
    uint32_t last = cgi_token_at(r, o->m->head)->sentence + SENTENCES_AHEAD;
    for (uint32_t i = index + 1;
         i < r->mentions.n && i - index < CGI_COREF_WINDOW; i++) {
        const cgi_mention *c = &r->mentions.at[i];
        if (cgi_token_at(r, c->head)->sentence > last)
            break;
        if (c->type == CGI_MENTION_NAME && c->thing != CGI_NONE &&
            !cgi_is_inside(r, c->head, o->m->head) &&
            holds(r, o, c->thing) == 2)
            return c->thing;
    }
    return CGI_NONE;
}

uint32_t cgi_by_office(const cgi_reading *r, uint32_t index)
{
    office o;
    if (!describe(&o, r, &r->mentions.at[index]))
        return CGI_NONE;
    uint32_t thing = before(r, &o, index);
    return thing != CGI_NONE ? thing : behind(r, &o, index);
}
