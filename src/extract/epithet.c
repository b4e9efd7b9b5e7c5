/* SPDX-License-Identifier: Apache-2.0
 *
 * epithet.c -- what somebody named shortly before is called in passing: "the
 * 63-year-old retiree", "the striker", "the agency".
 *
 * Such a phrase is of whom the sentences before it speak, and of nobody in its
 * own: "Ann Lee said that the lawmaker would resign" is of another. It stays
 * unresolved where two could be meant.
 */
#include "extract/reading.h"

/* Sentences that such a phrase reaches back, and whose speaker a spokesman's.
 */
#define SENTENCES_BACK 3

/* The value in list:anaphor-body of what belongs to no state. */
#define PRIVATE 1

/* Things of the phrase's own sentence that are kept in mind. */
#define APART_MAX 16

typedef bool (*fits)(const cgi_reading *r, const cgi_mention *m,
                     uint32_t thing);

/* ---- Of whom the sentences before speak ------------------------------- */

typedef struct {
    uint32_t sentence; /* The nearest that speaks of any. */
    uint32_t one;      /* Whom; its subject among several. */
    uint32_t subject;
    bool is_many;      /* In that sentence. */
    bool is_sole;      /* Nobody else in the others. */
    bool has_subjects; /* Several. */
} found;

static bool is_subject(const cgi_reading *r, uint32_t t)
{
    return cgi_rel_base((cgi_rel)cgi_token_at(r, t)->rel) == CGI_REL_NSUBJ;
}

static void note(found *f, const cgi_reading *r, const cgi_mention *c)
{
    uint32_t s = cgi_token_at(r, c->head)->sentence;
    if (f->one == CGI_NONE) {
        f->one = c->thing;
        f->sentence = s;
        f->is_sole = true;
    }
    f->is_sole &= f->one == c->thing;
    if (f->sentence != s)
        return;
    f->is_many |= f->one != c->thing;
    if (is_subject(r, c->head)) {
        f->has_subjects |= f->subject != CGI_NONE && f->subject != c->thing;
        f->subject = c->thing;
    }
}

static bool is_among(const uint32_t *things, size_t n, uint32_t thing)
{
    for (size_t i = 0; i < n; i++)
        if (things[i] == thing)
            return true;
    return false;
}

static found look_back(const cgi_reading *r, uint32_t index, fits fit)
{
    found f = {.one = CGI_NONE, .subject = CGI_NONE};
    uint32_t apart[APART_MAX];
    size_t n = 0;
    const cgi_mention *m = &r->mentions.at[index];
    uint32_t here = cgi_token_at(r, m->head)->sentence;
    /* Names behind it are known already. */
    for (uint32_t i = index + 1; i < r->mentions.n && n < APART_MAX / 2; i++) {
        const cgi_mention *c = &r->mentions.at[i];
        if (cgi_token_at(r, c->head)->sentence != here)
            break;
        if (c->thing != CGI_NONE)
            apart[n++] = c->thing;
    }
    for (uint32_t i = index; i-- > 0 && index - i < CGI_COREF_WINDOW;) {
        const cgi_mention *c = &r->mentions.at[i];
        uint32_t s = cgi_token_at(r, c->head)->sentence;
        if (r->told[s] + SENTENCES_BACK < r->told[here])
            break;
        if (c->thing == CGI_NONE || !fit(r, m, c->thing))
            continue;
        bool owner = cgi_token_at(r, c->head)->rel == CGI_REL_NMOD_POSS;
        if (s == here && !owner && n < APART_MAX)
            apart[n++] = c->thing;
        else if ((r->quote_at[c->head] == CGI_NONE ||
                  r->quote_at[m->head] != CGI_NONE) &&
                 !is_among(apart, n, c->thing))
            note(&f, r, c);
    }
    return f;
}

/* ---- People ----------------------------------------------------------- */

static bool has_age(const cgi_reading *r, const cgi_mention *m)
{
    for (uint32_t t = m->first; t <= m->head; t++)
        if (cgi_is_age(r, t))
            return true;
    return false;
}

static bool country_agrees(const cgi_reading *r, const cgi_mention *m,
                           const cgi_thing *t)
{
    if (!m->country || (t->country == CGI_NONE && has_age(r, m)))
        return true;
    return t->country != CGI_NONE &&
           r->out->things.at[t->country].gaz == m->country;
}

static bool may_be_person(const cgi_reading *r, const cgi_mention *m,
                          uint32_t thing)
{
    const cgi_thing *t = &r->out->things.at[thing];
    const cgi_profile *p = &r->profiles.at[thing];
    return t->kind == CGI_KIND_PERSON && t->is_named && !p->is_plural &&
           !(m->is_feminine && p->is_masculine && !p->is_feminine) &&
           !(m->is_masculine && p->is_feminine && !p->is_masculine) &&
           country_agrees(r, m, t);
}

/* "the man who shot him", "the Labour candidate in Leeds", "the other actor":
 * more than a name for somebody who is known. */
static bool tells_who(const cgi_reading *r, const cgi_mention *m)
{
    for (uint32_t t = m->first; t < m->head; t++)
        if (cgi_token_in(r, t, "apart") ||
            cgi_token_at(r, t)->upos == CGI_UPOS_NUM)
            if (t + 4 > m->head || !cgi_is_age(r, t + 4))
                return true;
    for (uint32_t c = cgi_token_at(r, m->head)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        cgi_rel rel = (cgi_rel)cgi_token_at(r, c)->rel;
        uint32_t first = r->left[c];
        bool aside =
            cgi_token_at(r, first)->upos == CGI_UPOS_PUNCT ||
            (first && cgi_token_at(r, first - 1)->upos == CGI_UPOS_PUNCT);
        if (c > m->head && !aside &&
            (rel == CGI_REL_NMOD || cgi_rel_base(rel) == CGI_REL_ACL ||
             rel == CGI_REL_APPOS || rel == CGI_REL_FLAT))
            return true;
    }
    return cgi_child(r, m->head, CGI_REL_NMOD_POSS) != CGI_NO_TOKEN;
}

static bool is_epithet(const cgi_reading *r, const cgi_mention *m)
{
    if (m->is_plural || !m->is_definite || tells_who(r, m))
        return false;
    if (cgi_token_in(r, m->head, "anaphor-person"))
        return true;
    return m->kind == CGI_KIND_PERSON && has_age(r, m);
}

/* ---- Bodies ----------------------------------------------------------- */

static bool may_be_body(const cgi_reading *r, const cgi_mention *m,
                        uint32_t thing)
{
    const cgi_thing *t = &r->out->things.at[thing];
    /* "the party" is no ministry. */
    if (t->kind == CGI_KIND_GOVERNMENT &&
        cgi_token_value(r, m->head, "anaphor-body", 0) == PRIVATE)
        return false;
    return t->is_named && cgi_kind_is_body(t->kind) &&
           t->kind != CGI_KIND_MEDIA && country_agrees(r, m, t);
}

static bool is_body_epithet(const cgi_reading *r, const cgi_mention *m)
{
    return !m->is_plural && m->is_definite && m->name_first == m->head &&
           !tells_who(r, m) && cgi_token_in(r, m->head, "anaphor-body");
}

uint32_t cgi_by_epithet(const cgi_reading *r, uint32_t index)
{
    const cgi_mention *m = &r->mentions.at[index];
    bool body = is_body_epithet(r, m);
    if (!body && !is_epithet(r, m))
        return CGI_NONE;
    found f = look_back(r, index, body ? may_be_body : may_be_person);
    if (f.one == CGI_NONE || f.is_many)
        return CGI_NONE;
    bool is_clear = f.subject == f.one && !body &&
                    !cgi_token_in(r, m->head, "anaphor-anybody");
    return f.is_sole || is_clear ? f.one : CGI_NONE;
}

/* ---- Spokesmen -------------------------------------------------------- */

/* "A spokesman said": of the body that the sentences before speak of. What
 * stands before the noun may call it by its kind: "a company spokesman". */
uint32_t cgi_body_of_spokesman(const cgi_reading *r, uint32_t index)
{
    const cgi_mention *m = &r->mentions.at[index];
    if (m->type != CGI_MENTION_NOMINAL || m->name_first != m->head ||
        !cgi_token_in(r, m->head, "spokesman") || tells_who(r, m))
        return CGI_NONE;
    found f = look_back(r, index, may_be_body);
    if (!f.is_many)
        return f.one;
    return f.has_subjects ? CGI_NONE : f.subject;
}
