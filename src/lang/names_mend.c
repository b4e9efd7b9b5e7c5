/* SPDX-License-Identifier: Apache-2.0
 *
 * names_mend.c -- what is nearly always so of names, sentence by sentence.
 *
 * The weights of the model add up many hints, and now and then they outvote
 * one that should have decided alone: a name that the gazetteer knows as a
 * whole, a head that no person has, the particle of a person's name, a list
 * whose members are of one kind.
 */
#include <string.h>

#include "lang/names.h"

#define LIST_MIN 3 /* Names that make a list. */

static bool is_listed(const cgi_names_text *t, uint32_t i, unsigned list)
{
    return t->tokens[i].word->lists >> list & 1;
}

/* Where the name that token `i` is part of starts; `i` if it is of none. */
static uint32_t name_start(const uint8_t *tags, const cgi_sentence *s,
                           uint32_t i)
{
    while (i > s->first && !cgi_names_may_follow(0, tags[i]))
        i--;
    return i;
}

/* Where the name that starts at token `i` ends. */
static uint32_t name_end(const uint8_t *tags, const cgi_sentence *s, uint32_t i)
{
    uint32_t end = i + 1;
    while (end < s->end && !cgi_names_may_follow(tags[end - 1], 0) &&
           cgi_names_may_follow(tags[end - 1], tags[end]))
        end++;
    return end;
}

/* ---- Companies ---------------------------------------------------------- */

/* "Inc" and the like, which stand behind nothing but the name of a company. */
static bool is_company_form(const cgi_names_text *t, uint32_t i)
{
    return t->tokens[i].capital && is_listed(t, i, CGI_LIST_COMPANY) &&
           cgi_world_in_list(NULL, t->world, "company-form",
                             cgi_slice_of(t->lang->tokens[i].lower));
}

static bool may_open_name(const cgi_names_text *t, uint32_t i)
{
    cgi_upos upos = (cgi_upos)t->lang->tokens[i].upos;
    return upos == CGI_UPOS_PROPN || upos == CGI_UPOS_NOUN ||
           upos == CGI_UPOS_ADJ || upos == CGI_UPOS_NUM;
}

/* "Example.com", but not "www.example.com" or "ann@example.com" */
static bool is_domain(const cgi_names_text *t, uint32_t i)
{
    const char *form = t->lang->tokens[i].lower, *dot = strchr(form, '.');
    return dot && dot > form && t->tokens[i].capital && !strchr(form, '@') &&
           t->lang->tokens[i].upos == CGI_UPOS_PROPN &&
           cgi_world_in_list(NULL, t->world, "web-domain",
                             cgi_slice_of(dot + 1));
}

static void find_domains(uint8_t *tags, const cgi_names_text *t,
                         const cgi_sentence *s)
{
    for (uint32_t i = s->first; i < s->end; i++)
        if (!tags[i] && is_domain(t, i))
            cgi_names_set(tags, i, i + 1, CGI_NAME_ORGANIZATION);
}

/* "Media General Inc": the capitals before a legal form are the company's, and
 * so is a name at their end: "[Hughes] Tool Co". */
static void find_companies(uint8_t *tags, const cgi_names_text *t,
                           const cgi_sentence *s)
{
    for (uint32_t i = s->first + 1; i < s->end; i++) {
        const cgi_names_token *k = &t->tokens[i];
        if (tags[i] || k->letter_case != CGI_CASE_NORMAL ||
            k->run == k->run_end || !is_company_form(t, i))
            continue;
        uint32_t first = i;
        while (first > k->run && !tags[first - 1])
            first--;
        if (first > k->run)
            first--;
        first = name_start(tags, s, first);
        while (first < i && !may_open_name(t, first))
            first++;
        if (first < i)
            cgi_names_set(tags, first, i + 1, CGI_NAME_ORGANIZATION);
    }
}

/* A name that ends with a legal form is a company's, whatever the list of names
 * that it stands in is of: "Media Inc., Columbia Heights, N.J.". */
static void claim_companies(uint8_t *tags, const cgi_names_text *t,
                            const cgi_sentence *s)
{
    for (uint32_t i = s->first + 1; i < s->end; i++) {
        if (!tags[i] || !is_company_form(t, i))
            continue;
        uint32_t first = name_start(tags, s, i);
        if (first < i && name_end(tags, s, first) == i + 1)
            cgi_names_set(tags, first, i + 1, CGI_NAME_ORGANIZATION);
    }
}

/* ---- Names that the gazetteer knows ----------------------------------- */

static cgi_name_type gaz_type(unsigned kind)
{
    switch (kind) {
    case CGI_GAZ_PERSON: return CGI_NAME_PERSON;
    case CGI_GAZ_BODY: return CGI_NAME_ORGANIZATION;
    case CGI_GAZ_PLACE: return CGI_NAME_PLACE;
    default: return CGI_NAME_NONE;
    }
}

/* True if tags reach into [first, end) from outside, or one name is all of
 * it already. */
static bool is_settled(const uint8_t *tags, const cgi_sentence *s,
                       uint32_t first, uint32_t end)
{
    bool from_left = first > s->first && tags[first - 1] &&
                     !cgi_names_may_follow(tags[first - 1], 0);
    bool to_right = tags[end - 1] && !cgi_names_may_follow(tags[end - 1], 0);
    return from_left || to_right ||
           (tags[first] && name_end(tags, s, first) == end);
}

/* "African Union" is one name, and not a people and a body. What ends in a
 * small letter, "Arab countries", is none. */
static void join_known(uint8_t *tags, const cgi_names_text *t,
                       const cgi_sentence *s)
{
    for (uint32_t i = s->first, end; i < s->end; i = end) {
        unsigned gaz = t->tokens[i].gaz;
        end = i + 1;
        if (gaz % 4 != CGI_NAMES_FIRST || !gaz_type(gaz / 4))
            continue;
        while (end < s->end && t->tokens[end - 1].gaz % 4 != CGI_NAMES_LAST)
            end++;
        /* "Standard and Poor's Corp" */
        if (end < s->end && is_company_form(t, end) &&
            gaz_type(gaz / 4) == CGI_NAME_ORGANIZATION)
            end++;
        if (t->tokens[end - 1].capital && !is_settled(tags, s, i, end))
            cgi_names_set(tags, i, end, gaz_type(gaz / 4));
    }
}

/* ---- Heads ------------------------------------------------------------- */

/* "Paratus Group" is no person, whoever Paratus is, and "Khalifa University"
 * no place. */
static void check_heads(uint8_t *tags, const cgi_names_text *t,
                        const cgi_sentence *s)
{
    for (uint32_t i = s->first, end; i < s->end; i = end) {
        end = i + 1;
        if (!tags[i])
            continue;
        end = name_end(tags, s, i);
        uint32_t last = end - 1;
        bool is_body = is_listed(t, last, CGI_LIST_BODY) ||
                       is_listed(t, last, CGI_LIST_COMPANY);
        bool may_be_family = is_listed(t, last, CGI_LIST_FAMILY) ||
                             is_listed(t, last, CGI_LIST_GIVEN) ||
                             is_listed(t, last, CGI_LIST_TITLE) ||
                             (end - i == 2 && is_listed(t, i, CGI_LIST_GIVEN));
        cgi_name_type type = cgi_names_type(tags[i]);
        bool is_person = type == CGI_NAME_PERSON && !may_be_family;
        bool is_place = type == CGI_NAME_PLACE &&
                        !is_listed(t, last, CGI_LIST_PLACE) &&
                        t->tokens[last].gaz / 4 != CGI_GAZ_PLACE;
        if (last > i && is_body && (is_person || is_place))
            cgi_names_set(tags, i, end, CGI_NAME_ORGANIZATION);
    }
}

/* Is none of [first, end) in a name yet? */
static bool is_free(const uint8_t *tags, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (tags[i])
            return false;
    return true;
}

/* "The Free Valley Front": capitals between article and head are a body that
 * was overlooked. */
static void find_heads(uint8_t *tags, const cgi_names_text *t,
                       const cgi_sentence *s)
{
    for (uint32_t i = s->first, end; i < s->end; i = end) {
        const cgi_names_token *k = &t->tokens[i];
        end = k->run_end > i ? k->run_end : i + 1;
        if (k->run != i || k->letter_case != CGI_CASE_NORMAL)
            continue;
        bool has_the = t->lang->tokens[i].upos == CGI_UPOS_DET;
        uint32_t first = i + has_the;
        if (!has_the &&
            (i == s->first || t->lang->tokens[i - 1].upos != CGI_UPOS_DET))
            continue;
        if (end >= first + 2 && is_listed(t, end - 1, CGI_LIST_BODY) &&
            !is_listed(t, first, CGI_LIST_FOLK) && is_free(tags, first, end))
            cgi_names_set(tags, first, end, CGI_NAME_ORGANIZATION);
    }
}

/* ---- Particles ---------------------------------------------------------- */

/* Behind the small words of "van der" from `i` on. */
static uint32_t skip_particles(const cgi_names_text *t, const cgi_sentence *s,
                               uint32_t i)
{
    while (i < s->end && !t->tokens[i].capital &&
           is_listed(t, i, CGI_LIST_PARTICLE))
        i++;
    return i;
}

/* "Pieter van der Berg" is a person if Pieter is a given name. */
static void join_particles(uint8_t *tags, const cgi_names_text *t,
                           const cgi_sentence *s)
{
    for (uint32_t i = s->first; i + 2 < s->end; i++) {
        if (tags[i] || !t->tokens[i].capital ||
            !is_listed(t, i, CGI_LIST_GIVEN))
            continue;
        uint32_t last = skip_particles(t, s, i + 1);
        if (last > i + 1 && last < s->end && !tags[last] &&
            t->tokens[last].capital)
            cgi_names_set(tags, i, last + 1, CGI_NAME_PERSON);
    }
}

/* ---- Lists ------------------------------------------------------------- */

/* A list of names with nothing but commas and an "and" between them. */
typedef struct {
    uint32_t end; /* Behind its last name. */
    unsigned n, types[CGI_N_NAME_TYPES];
} name_list;

/* Behind the comma or "and" at `i`, or both; `i` if neither is there. */
static uint32_t skip_link(const cgi_names_text *t, const cgi_sentence *s,
                          uint32_t i)
{
    const cgi_token *tokens = t->lang->tokens;
    uint32_t k = i;
    if (k < s->end && tokens[k].form[0] == ',')
        k++;
    if (k < s->end && tokens[k].xpos == CGI_XPOS_CC)
        k++;
    return k;
}

static name_list read_list(const uint8_t *tags, const cgi_names_text *t,
                           const cgi_sentence *s, uint32_t i)
{
    name_list l = {.end = i};
    for (;;) {
        uint32_t end = name_end(tags, s, i);
        l.types[cgi_names_type(tags[i])]++;
        l.n++;
        l.end = end;
        i = skip_link(t, s, end);
        if (i == end || i >= s->end || !tags[i])
            return l;
    }
}

/* "Mosul, Baiji and Tuz": the odd one is what the others are, unless the
 * gazetteer knows better. */
static void level_list(uint8_t *tags, const cgi_names_text *t,
                       const cgi_sentence *s, uint32_t i, const name_list *l)
{
    cgi_name_type common = CGI_NAME_NONE;
    for (cgi_name_type k = CGI_NAME_PERSON; k < CGI_N_NAME_TYPES; k++)
        if (l->types[k] + 1 == l->n)
            common = k;
    for (uint32_t end; common && i < l->end; i = skip_link(t, s, end)) {
        end = name_end(tags, s, i);
        if (!t->tokens[i].gaz && cgi_names_type(tags[i]) != common)
            cgi_names_set(tags, i, end, common);
    }
}

static void check_lists(uint8_t *tags, const cgi_names_text *t,
                        const cgi_sentence *s)
{
    for (uint32_t i = s->first; i < s->end;) {
        if (!tags[i]) {
            i++;
            continue;
        }
        name_list l = read_list(tags, t, s, i);
        if (l.n >= LIST_MIN)
            level_list(tags, t, s, i, &l);
        i = l.end;
    }
}

void cgi_names_mend(uint8_t *tags, const cgi_names_text *t)
{
    for (size_t n = 0; n < t->lang->n_sentences; n++) {
        const cgi_sentence *s = &t->lang->sentences[n];
        join_known(tags, t, s);
        find_companies(tags, t, s);
        find_domains(tags, t, s);
        check_heads(tags, t, s);
        find_heads(tags, t, s);
        join_particles(tags, t, s);
        check_lists(tags, t, s);
        claim_companies(tags, t, s);
    }
}
