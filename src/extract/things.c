/* SPDX-License-Identifier: Apache-2.0
 *
 * things.c -- what mentions stand for, and by which names we know it again.
 *
 * A name is entered under its normalised words, a person also under the
 * surname, a body also under its initials and under its name without the
 * words in front ("Foreign Ministry" of "Russian Foreign Ministry").
 */
#include <stdio.h>

#include "base/utf8.h"
#include "extract/reading.h"

/* Keys of different sorts of names must not meet. */
enum {
    KEY_NAME = 'n',
    KEY_SURNAME = 's',
    KEY_WOMAN = 'w', /* A surname of a woman, and of a man. */
    KEY_MAN = 'm',
    KEY_FIRST = 'f',
    KEY_TAIL = 't',
    KEY_LETTERS = 'l', /* Put in brackets behind a name. */
    KEY_KNOWN = 'k'
};

static cgi_slice key_of(cgi_reading *r, char sort, const char *name)
{
    const char *lower = cgi_utf8_lower(r->a, cgi_slice_of(name));
    return cgi_slice_of(cgi_arena_printf(r->a, "%c%s", sort, lower));
}

static uint32_t look_up(cgi_reading *r, char sort, const char *name)
{
    const uint32_t *thing =
        cgi_table_find(&r->thing_names, key_of(r, sort, name));
    return thing ? *thing : CGI_NONE;
}

/* A later bearer takes over a surname by which nobody was called yet, but not a
 * full name. */
static void remember(cgi_reading *r, char sort, const char *name,
                     uint32_t thing)
{
    void **at = cgi_table_at(&r->thing_names, r->a, key_of(r, sort, name));
    uint32_t *value = *at;
    if (!value)
        *at = value = cgi_arena_alloc(r->a, sizeof *value);
    else if (sort != KEY_SURNAME || r->profiles.at[*value].by_surname)
        return;
    *value = thing;
}

static const char *last_word(const char *name)
{
    const char *space = strrchr(name, ' ');
    return space ? space + 1 : name;
}

static const char *first_word(cgi_reading *r, const char *name)
{
    return cgi_arena_strndup(r->a, name, strcspn(name, " "));
}

/* "UNHCR" for "United Nations High Commissioner ...": initials of the words
 * that begin with a capital. */
static const char *initials(cgi_reading *r, const char *name)
{
    char *out = cgi_arena_alloc(r->a, strlen(name) + 1);
    size_t n = 0;
    for (const char *p = name; *p; p++)
        if (*p >= 'A' && *p <= 'Z' && (p == name || p[-1] == ' '))
            out[n++] = *p;
    return n >= 2 ? out : NULL;
}

/* "Escobar" of "Pablo Escobar Gaviria": Spanish and Arabic bearers go by a
 * name in the middle too, unless another is known by it. */
static void remember_middle(cgi_reading *r, uint32_t thing, const char *name)
{
    const char *p = strchr(name, ' ');
    for (; p && strchr(p + 1, ' '); p = strchr(p + 1, ' ')) {
        size_t n = strcspn(p + 1, " ");
        const char *word = cgi_arena_strndup(r->a, p + 1, n);
        if (n > 2 && *word >= 'A' && *word <= 'Z' &&
            look_up(r, KEY_SURNAME, word) == CGI_NONE)
            remember(r, KEY_SURNAME, word, thing);
    }
}

static void remember_names(cgi_reading *r, uint32_t thing, const char *name,
                           cgi_kind kind)
{
    remember(r, KEY_NAME, name, thing);
    if (kind == CGI_KIND_PERSON) {
        remember_middle(r, thing, name);
        remember(r, KEY_SURNAME, last_word(name), thing);
        if (strchr(name, ' '))
            remember(r, KEY_FIRST, first_word(r, name), thing);
        return;
    }
    if (cgi_kind_is_place(kind) && kind != CGI_KIND_FACILITY)
        return;
    const char *acronym = initials(r, name);
    if (acronym)
        remember(r, KEY_NAME, acronym, thing);
    for (const char *p = strchr(name, ' '); p; p = strchr(p + 1, ' '))
        if (strchr(p + 1, ' '))
            remember(r, KEY_TAIL, p + 1, thing);
}

uint32_t cgi_thing_new(cgi_reading *r, const cgi_mention *m)
{
    cgi_thing t = {.gaz = m->gaz,
                   .kind = m->kind,
                   .is_named = m->type == CGI_MENTION_NAME,
                   .head = cgi_token_at(r, m->head)->begin,
                   .count = m->count,
                   .count_max = m->count_max,
                   .count_precision = m->count_precision,
                   .country = CGI_NONE,
                   .member_of = CGI_NONE,
                   .within = CGI_NONE};
    t.label =
        m->gaz ? m->gaz->label : cgi_tokens_text(r, m->name_first, m->name_end);
    cgi_profile p = {.last = CGI_NONE, .is_plural = m->is_plural};
    CGI_PUSH(r->a, &r->out->things, t);
    CGI_PUSH(r->a, &r->profiles, p);
    uint32_t thing = (uint32_t)r->out->things.n - 1;
    if (t.is_named)
        remember_names(r, thing, t.label, t.kind);
    return thing;
}

/* The thing of a gazetteer entry that may not be mentioned by itself. */
uint32_t cgi_thing_known(cgi_reading *r, const cgi_gaz *gaz)
{
    uint32_t thing = look_up(r, KEY_KNOWN, gaz->iri);
    if (thing != CGI_NONE)
        return thing;
    cgi_thing t = {.gaz = gaz,
                   .kind = gaz->kind,
                   .is_named = true,
                   .label = gaz->label,
                   .count = -1,
                   .count_max = -1,
                   .country = CGI_NONE,
                   .member_of = CGI_NONE,
                   .within = CGI_NONE};
    cgi_profile p = {.last = CGI_NONE};
    thing = (uint32_t)r->out->things.n;
    CGI_PUSH(r->a, &r->out->things, t);
    CGI_PUSH(r->a, &r->profiles, p);
    remember(r, KEY_KNOWN, gaz->iri, thing);
    remember_names(r, thing, gaz->label, gaz->kind);
    for (size_t i = 0; i < gaz->names.n; i++)
        if (gaz->kind == CGI_KIND_PERSON)
            remember_names(r, thing, gaz->names.at[i], gaz->kind);
        else
            remember(r, KEY_NAME, gaz->names.at[i], thing);
    /* No thing may be its own container, however the gazetteer is edited. */
    const cgi_gaz *around = gaz->within ? gaz->within : gaz->country;
    /* The things may move while these are found. */
    uint32_t country = CGI_NONE, within = CGI_NONE;
    if (gaz->country && gaz->country != gaz)
        country = cgi_thing_known(r, gaz->country);
    if (around && around != gaz && cgi_kind_is_place(gaz->kind))
        within = cgi_thing_known(r, around);
    r->out->things.at[thing].country = country;
    r->out->things.at[thing].within = within;
    return thing;
}

/* "Jaramillo Ossa" of "Bernardo Jaramillo Ossa": whole words at the end. */
static bool ends_with(const char *label, const char *name)
{
    size_t n = strlen(label), len = strlen(name);
    return n > len && label[n - len - 1] == ' ' &&
           !strcmp(label + n - len, name);
}

/* A full name after the surname alone, or the surname after the full name. */
static uint32_t find_person(cgi_reading *r, const char *name)
{
    const char *last = last_word(name);
    uint32_t thing = look_up(r, KEY_SURNAME, last);
    if (thing == CGI_NONE)
        return last == name ? look_up(r, KEY_FIRST, name) : CGI_NONE;
    cgi_thing *t = &r->out->things.at[thing];
    if (last == name) { /* A surname alone. */
        r->profiles.at[thing].by_surname = true;
        return thing;
    }
    if (!strchr(t->label, ' ')) { /* It was a surname alone till now. */
        t->label = name;
        remember(r, KEY_NAME, name, thing);
        return thing;
    }
    if (ends_with(t->label, name))
        return thing;
    if (ends_with(name, t->label)) { /* The fuller name comes later. */
        t->label = name;
        remember(r, KEY_NAME, name, thing);
        return thing;
    }
    /* "Amir Muttaqi" for "Amir Khan Muttaqi": the same first name. */
    size_t n = strcspn(name, " ");
    return !strncmp(t->label, name, n + 1) ? thing : CGI_NONE;
}

/* "Mrs Berg" of a family. */
static uint32_t find_titled(cgi_reading *r, const cgi_mention *m,
                            const char *name)
{
    if (strchr(name, ' ') || m->is_feminine == m->is_masculine)
        return CGI_NONE;
    uint32_t thing = look_up(r, m->is_feminine ? KEY_WOMAN : KEY_MAN, name);
    if (thing != CGI_NONE)
        r->profiles.at[thing].by_surname = true;
    return thing;
}

/* A known person may have been met by the surname alone. The label is the full
 * name as the article spells it. */
static uint32_t known_person(cgi_reading *r, const cgi_mention *m,
                             const char *name)
{
    const cgi_gaz *gaz = m->gaz;
    uint32_t thing = look_up(r, KEY_KNOWN, gaz->iri);
    if (thing == CGI_NONE) {
        thing = find_person(r, name);
        if (thing == CGI_NONE || r->out->things.at[thing].gaz) {
            thing = cgi_thing_known(r, gaz);
        } else {
            uint32_t country =
                gaz->country ? cgi_thing_known(r, gaz->country) : CGI_NONE;
            r->out->things.at[thing].gaz = gaz;
            r->out->things.at[thing].country = country;
            remember(r, KEY_KNOWN, gaz->iri, thing);
        }
        if (strchr(name, ' ') &&
            !r->is_caps[cgi_token_at(r, m->head)->sentence])
            r->out->things.at[thing].label = name;
    }
    if (look_up(r, KEY_NAME, name) == CGI_NONE)
        remember_names(r, thing, name, CGI_KIND_PERSON);
    return thing;
}

static bool has_piece(const char *text, const char *piece, size_t n)
{
    for (; *text; text++)
        if (!strncmp(text, piece, n))
            return true;
    return false;
}

/* True if the known body is called by words of which none is in the name, so
 * that it must be another. */
static bool is_another(const cgi_gaz *gaz, const char *name)
{
    bool has_words = false;
    for (size_t i = 0; i <= gaz->names.n; i++) {
        const char *known = i ? gaz->names.at[i - 1] : gaz->label;
        has_words |= strchr(known, ' ') != NULL;
        for (const char *p = known; *p; p += *p != '\0') {
            size_t n = strcspn(p, " ");
            if (n > 3 && has_piece(name, p, n))
                return false;
            p += n;
        }
    }
    return has_words;
}

/* "the Centre for Plant Studies (CPS)": in this article the letters are of
 * nobody else, however well another is known by them. */
static uint32_t defined_here(cgi_reading *r, const cgi_mention *m,
                             const char *name)
{
    uint32_t t = m->name_first;
    uint32_t thing = look_up(r, KEY_LETTERS, name);
    if (thing != CGI_NONE || t < 2 || !cgi_kind_is_body(m->kind) ||
        r->name_at[t - 2] == CGI_NONE ||
        strcmp(cgi_token_at(r, t - 1)->form, "(") != 0)
        return thing;
    const cgi_named *before = cgi_name_get(r, r->name_at[t - 2]);
    thing = cgi_thing_at(r, cgi_name_head(r, before));
    if (thing == CGI_NONE || !cgi_kind_is_body(r->out->things.at[thing].kind))
        return CGI_NONE;
    const char *letters = initials(r, r->out->things.at[thing].label);
    if (!letters || strcmp(letters, name) != 0 ||
        !is_another(m->gaz, r->out->things.at[thing].label))
        return CGI_NONE;
    remember(r, KEY_LETTERS, name, thing);
    return thing;
}

uint32_t cgi_thing_named(cgi_reading *r, const cgi_mention *m)
{
    const char *name = cgi_tokens_text(r, m->name_first, m->name_end);
    if (m->gaz && m->gaz->kind == CGI_KIND_PERSON)
        return known_person(r, m, name);
    if (m->gaz) {
        uint32_t thing = defined_here(r, m, name);
        return thing != CGI_NONE ? thing : cgi_thing_known(r, m->gaz);
    }
    uint32_t thing =
        m->kind == CGI_KIND_PERSON ? find_titled(r, m, name) : CGI_NONE;
    if (thing == CGI_NONE)
        thing = look_up(r, KEY_NAME, name);
    if (thing != CGI_NONE)
        return thing;
    if (m->kind == CGI_KIND_PERSON)
        thing = find_person(r, name);
    else if (!cgi_kind_is_place(m->kind) || m->kind == CGI_KIND_FACILITY)
        thing = look_up(r, KEY_TAIL, name);
    /* A name that the finder mistook for a body or place may be a surname. */
    else if (m->kind == CGI_KIND_PLACE && !strchr(name, ' '))
        thing = look_up(r, KEY_SURNAME, name);
    return thing != CGI_NONE ? thing : cgi_thing_new(r, m);
}

/* Counts a mention for the country that the thing is or belongs to; the one
 * with most is what "the country" means. */
static void weigh_country(cgi_reading *r, uint32_t thing)
{
    const cgi_thing *t = &r->out->things.at[thing];
    uint32_t country = t->kind == CGI_KIND_COUNTRY ? thing : t->country;
    if (country == CGI_NONE ||
        r->out->things.at[country].kind != CGI_KIND_COUNTRY)
        return;
    r->profiles.at[country].weight++;
    if (r->main_country == CGI_NONE ||
        r->profiles.at[country].weight > r->profiles.at[r->main_country].weight)
        r->main_country = country;
}

void cgi_thing_learn(cgi_reading *r, uint32_t thing, const cgi_mention *m)
{
    cgi_thing *t = &r->out->things.at[thing];
    cgi_profile *p = &r->profiles.at[thing];
    p->is_feminine |= m->is_feminine;
    p->is_masculine |= m->is_masculine;
    if (m->type == CGI_MENTION_NAME && t->kind == CGI_KIND_PERSON &&
        m->is_feminine != m->is_masculine && m->name_end - m->name_first > 1)
        remember(r, m->is_feminine ? KEY_WOMAN : KEY_MAN,
                 cgi_token_at(r, m->name_end - 1)->form, thing);
    if (m->position &&
        (!t->position || strlen(m->position) > strlen(t->position)))
        t->position = m->position;
    if (t->count < 0 && m->type == CGI_MENTION_NOMINAL) {
        t->count = m->count;
        t->count_max = m->count_max;
        t->count_precision = m->count_precision;
    }
    if (m->country && t->country == CGI_NONE && !cgi_kind_is_place(t->kind)) {
        uint32_t country = cgi_thing_known(r, m->country);
        r->out->things.at[thing].country = country;
    }
    t = &r->out->things.at[thing];
    if (m->around && !t->gaz && t->within == CGI_NONE &&
        cgi_kind_is_place(t->kind)) {
        uint32_t around = cgi_thing_known(r, m->around);
        r->out->things.at[thing].within = around;
    }
}

void cgi_thing_join(cgi_reading *r, uint32_t thing, uint32_t mention)
{
    cgi_mention *m = &r->mentions.at[mention];
    cgi_thing *t = &r->out->things.at[thing];
    m->thing = thing;
    if (!t->mentions.n)
        t->head = cgi_token_at(r, m->head)->begin;
    r->profiles.at[thing].last = mention;
    CGI_PUSH(r->a, &t->mentions, cgi_tokens_span(r, m->first, m->end));
    cgi_thing_learn(r, thing, m);
    weigh_country(r, thing);
    if (m->type == CGI_MENTION_NOMINAL ||
        (m->type == CGI_MENTION_NAME && m->end - m->first > 1))
        CGI_PUSH(r->a, &r->profiles.at[thing].nouns,
                 cgi_lower_lemma(r, m->head));
}

bool cgi_is_capital(const cgi_reading *r, uint32_t thing)
{
    const cgi_gaz *g = r->out->things.at[thing].gaz;
    return g && g->kind == CGI_KIND_SETTLEMENT && g->country &&
           g->country->capital == g;
}

uint32_t cgi_thing_of(cgi_reading *r, uint32_t t)
{
    uint32_t m = r->mention_at[cgi_antecedent(r, t)];
    if (m != CGI_NONE)
        return r->mentions.at[m].thing;
    const cgi_gaz *country = cgi_nation_of(r, t);
    return country ? cgi_thing_known(r, country) : CGI_NONE;
}
