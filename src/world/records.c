/* SPDX-License-Identifier: Apache-2.0
 *
 * records.c -- what the records of the ontology mean.
 *
 * References may point forward: an entity, type or frame is made when it is
 * first named and filled when its own record comes. Settling finds those that
 * never came.
 */
#include <limits.h>

#include "base/utf8.h"
#include "world/load.h"
#include "world/slots.h"

#define RDF  "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define SKOS "http://www.w3.org/2004/02/skos/core#"
#define WGS  "http://www.w3.org/2003/01/geo/wgs84_pos#"

/* ---- Reading properties ---------------------------------------------- */

static const cgi_property *find(const cgi_record *r, const char *predicate)
{
    for (size_t i = 0; i < r->properties.n; i++)
        if (!strcmp(r->properties.at[i].predicate, predicate))
            return &r->properties.at[i];
    return NULL;
}

static const char *find_text(const cgi_record *r, const char *predicate)
{
    const cgi_property *p = find(r, predicate);
    return p ? p->object.at : NULL;
}

/* The part of a cg: value behind the namespace; NULL if absent. A term may
 * also be written as a plain literal. */
static const char *find_term(const cgi_record *r, const char *predicate)
{
    const char *s = find_text(r, predicate);
    size_t n = strlen(CGI_NS);
    return s && !strncmp(s, CGI_NS, n) ? s + n : s;
}

static bool is_true(const cgi_record *r, const char *predicate)
{
    const char *s = find_text(r, predicate);
    return s && !strcmp(s, "true");
}

/* Digits with an optional sign; anything else ends the number. */
static long number(const char *s)
{
    long value = 0;
    bool minus = s && *s == '-';
    for (const char *p = s ? s + minus : ""; *p >= '0' && *p <= '9'; p++)
        if (value < 1000000000000000)
            value = value * 10 + (*p - '0');
    return minus ? -value : value;
}

static cg_status bad(const cgi_record *r, const char *what, const char *value,
                     cg_error *err)
{
    return cgi_fail(err, CG_ERR_DATA, 0, "ontology: <%s>: %s \"%s\"",
                    r->subject, what, value ? value : "");
}

/* Sets *out to the index of the term that `predicate` names; left alone if the
 * record does not have it. */
static cg_status read_term(uint8_t *out, const cgi_record *r,
                           const char *predicate, const char *const *names,
                           int n, cg_error *err)
{
    const char *term = find_term(r, predicate);
    if (!term)
        return CG_OK;
    int i = cgi_term_find(names, n, cgi_slice_of(term));
    if (i < 0)
        return bad(r, "unknown value", term, err);
    *out = (uint8_t)i;
    return CG_OK;
}

/* ---- Event types ----------------------------------------------------- */

static cgi_type *get_type(cg_world *w, cgi_slice iri)
{
    void **at = cgi_table_at(&w->types, &w->arena, iri);
    if (!*at) {
        cgi_type *t = cgi_arena_alloc(&w->arena, sizeof *t);
        t->iri = iri.at;
        t->name = t->iri;
        if (!strncmp(t->iri, CGI_TYPE_NS, strlen(CGI_TYPE_NS)))
            t->name = t->iri + strlen(CGI_TYPE_NS);
        t->weight = -1;
        *at = t;
        CGI_PUSH(&w->arena, &w->all_types, t);
    }
    return *at;
}

static cg_status load_type(cg_world *w, const cgi_record *r, cg_error *err)
{
    (void)err;
    if (strncmp(r->subject, CGI_TYPE_NS, strlen(CGI_TYPE_NS)) != 0)
        return CG_OK;
    cgi_type *t = get_type(w, cgi_slice_of(r->subject));
    t->label = find_text(r, SKOS "prefLabel");
    t->reciprocal = is_true(r, CGI_NS "reciprocal");
    const char *weight = find_text(r, CGI_NS "weight");
    if (weight)
        t->weight = (int)number(weight);
    const cgi_property *broader = find(r, SKOS "broader");
    if (broader)
        t->broader = get_type(w, broader->object);
    for (size_t i = 0; i < r->properties.n; i++) {
        const cgi_property *p = &r->properties.at[i];
        if (strcmp(p->predicate, SKOS "notation") != 0 || !p->datatype)
            continue;
        if (!strcmp(p->datatype, CGI_NS "plover"))
            t->plover = p->object.at;
        else if (!strcmp(p->datatype, CGI_NS "cameo"))
            t->cameo = p->object.at;
    }
    return CG_OK;
}

/* ---- Frames, lexicon and cues ---------------------------------------- */

static cgi_frame *get_frame(cg_world *w, cgi_slice iri)
{
    void **at = cgi_table_at(&w->frames, &w->arena, iri);
    if (!*at) {
        cgi_frame *f = cgi_arena_alloc(&w->arena, sizeof *f);
        f->name = iri.at;
        *at = f;
        CGI_PUSH(&w->arena, &w->all_frames, f);
    }
    return *at;
}

static cg_status load_frame(cg_world *w, const cgi_record *r, cg_error *err)
{
    cgi_frame *f = get_frame(w, cgi_slice_of(r->subject));
    const cgi_property *slots = find(r, CGI_NS "slots");
    f->is_defined = true;
    if (!slots)
        return bad(r, "a frame without slots", NULL, err);
    return cgi_slots_read(f, w, slots->object, err);
}

static cg_status read_pos(cgi_word *word, const cgi_record *r, cg_error *err)
{
    static const char *const names[CGI_N_POS] = {"verb", "noun", "adj",
                                                 "adv",  "prep", "light"};
    const char *pos = find_text(r, CGI_NS "pos");
    int i = pos ? cgi_term_find(names, CGI_N_POS, cgi_slice_of(pos)) : -1;
    if (i < 0)
        return bad(r, "unknown part of speech", pos, err);
    word->pos = (cgi_pos)i;
    return CG_OK;
}

/* What is common to the lexicon and the cues, but for the lemma. */
static cg_status read_word(cgi_word *word, cg_world *w, const cgi_record *r,
                           cg_error *err)
{
    CG_TRY(read_pos(word, r, err));
    const cgi_property *frame = find(r, CGI_NS "frame");
    if (!frame)
        return bad(r, "an entry without a frame", NULL, err);
    word->frame = get_frame(w, frame->object);
    for (size_t i = 0; i < r->properties.n; i++)
        if (!strcmp(r->properties.at[i].predicate, CGI_NS "needs"))
            CG_TRY(cgi_need_read(word, w, r->properties.at[i].object, err));
    return CG_OK;
}

/* How narrowly an entry says when it fits. What must not stand there does not
 * count: "attack" but not "heart attack" is no narrower than "drone attack". */
static size_t strictness(const cgi_word *word)
{
    size_t n = word->before ? 1u : 0u;
    n += word->after ? 1u : 0u;
    for (size_t i = 0; i < word->n_needs; i++)
        n += word->needs[i].negated ? 0u : 1u;
    return n;
}

/* Cuts a lemma of several words at its head, and enters the word into the
 * list of that head behind all that are as strict. */
static void enter_word(cg_world *w, const cgi_word *model, cgi_slice lemma)
{
    cgi_word *word = cgi_arena_alloc(&w->arena, sizeof *word);
    *word = *model;
    char *s = cgi_arena_strndup(&w->arena, lemma.at, lemma.len);
    bool head_last = word->pos == CGI_POS_NOUN || word->pos == CGI_POS_ADJ;
    char *cut = head_last ? strrchr(s, ' ') : strchr(s, ' ');
    word->lemma = s;
    if (cut) {
        *cut = '\0';
        word->lemma = head_last ? cut + 1 : s;
        word->before = head_last ? s : NULL;
        word->after = head_last ? NULL : cut + 1;
    }
    word->strictness = strictness(word);
    void **head = cgi_table_at(&w->words, &w->arena, cgi_slice_of(word->lemma));
    cgi_word *after = NULL, *before = *head;
    for (; before && before->strictness >= word->strictness;
         before = before->next)
        after = before;
    word->next = before;
    if (after)
        after->next = word;
    else
        *head = word;
    w->n_words++;
}

static cg_status enter_words(cg_world *w, const cgi_word *word,
                             const cgi_record *r, cg_error *err)
{
    bool any = false;
    for (size_t i = 0; i < r->properties.n; i++) {
        const cgi_property *p = &r->properties.at[i];
        if (strcmp(p->predicate, CGI_NS "lemma") != 0 || !p->object.len)
            continue;
        enter_word(w, word, p->object);
        any = true;
    }
    return any ? CG_OK : bad(r, "an entry without a lemma", NULL, err);
}

static cg_status load_entry(cg_world *w, const cgi_record *r, cg_error *err)
{
    cgi_word word = {.iri = r->subject};
    CG_TRY(read_word(&word, w, r, err));
    CG_TRY(read_term(&word.status, r, CGI_NS "status", cgi_status_names,
                     CGI_N_STATUSES, err));
    const cgi_property *type = find(r, CGI_NS "evokes");
    const cgi_property *slot = find(r, CGI_NS "eventSlot");
    if (type)
        word.type = get_type(w, type->object);
    if (slot)
        word.event_slot = cgi_slot_read(w, slot->object);
    if (word.pos == CGI_POS_LIGHT ? !word.event_slot : !word.type)
        return bad(r, "an entry without a type or event slot", NULL, err);
    return enter_words(w, &word, r, err);
}

static cg_status load_cue(cg_world *w, const cgi_record *r, cg_error *err)
{
    cgi_word word = {
        .iri = r->subject, .is_cue = true, .certainty = CGI_CERTAINTY_CERTAIN};
    CG_TRY(read_word(&word, w, r, err));
    CG_TRY(read_term(&word.polarity, r, CGI_NS "polarity", cgi_polarity_names,
                     CGI_N_POLARITIES, err));
    CG_TRY(read_term(&word.stance, r, CGI_NS "stance", cgi_stance_names,
                     CGI_N_STANCES, err));
    CG_TRY(read_term(&word.certainty, r, CGI_NS "certainty",
                     cgi_certainty_names, CGI_N_CERTAINTIES, err));
    CG_TRY(read_term(&word.claim_class, r, CGI_NS "claimClass", cgi_claim_names,
                     CGI_N_CLAIMS, err));
    return enter_words(w, &word, r, err);
}

/* ---- Nouns and word lists -------------------------------------------- */

static cg_status load_noun(cg_world *w, const cgi_record *r, cg_error *err)
{
    uint8_t kind = CGI_KIND_NONE;
    CG_TRY(
        read_term(&kind, r, CGI_NS "kind", cgi_kind_names, CGI_N_KINDS, err));
    for (size_t i = 0; i < r->properties.n; i++) {
        const cgi_property *p = &r->properties.at[i];
        if (strcmp(p->predicate, CGI_NS "lemma") != 0)
            continue;
        cgi_noun *noun = cgi_arena_alloc(&w->arena, sizeof *noun);
        noun->lemma = p->object.at;
        noun->kind = (cgi_kind)kind;
        noun->is_position = is_true(r, CGI_NS "isPosition");
        noun->is_source = is_true(r, CGI_NS "isSource");
        noun->is_collective = is_true(r, CGI_NS "isCollective");
        *cgi_table_at(&w->nouns, &w->arena, p->object) = noun;
    }
    return CG_OK;
}

/* Lists share one table; the key is the list's name, a newline, and the word.
 */
static cgi_slice list_key(cgi_arena *a, cgi_slice list, cgi_slice word)
{
    char *key = cgi_arena_alloc(a, list.len + 1 + word.len);
    memcpy(key, list.at, list.len);
    key[list.len] = '\n';
    memcpy(key + list.len + 1, word.at, word.len);
    return (cgi_slice){key, list.len + 1 + word.len};
}

static cg_status load_list(cg_world *w, const cgi_record *r, cg_error *err)
{
    const char *slash = strrchr(r->subject, '/');
    if (!slash)
        return bad(r, "a word list without a name", NULL, err);
    cgi_slice list = cgi_slice_of(slash + 1);
    for (size_t i = 0; i < r->properties.n; i++) {
        const cgi_property *p = &r->properties.at[i];
        if (strcmp(p->predicate, CGI_NS "word") != 0)
            continue;
        /* A lone "=" or one at the front is the word itself. */
        cgi_slice word = p->object;
        const char *cut = strrchr(word.at, '=');
        if (cut == word.at)
            cut = NULL;
        if (cut)
            word.len = (size_t)(cut - word.at);
        long *value = cgi_arena_alloc(&w->arena, sizeof *value);
        *value = cut ? number(cut + 1) : 0;
        cgi_slice key = list_key(&w->arena, list, word);
        *cgi_table_at(&w->lists, &w->arena, key) = value;
    }
    return CG_OK;
}

/* ---- Gazetteer ------------------------------------------------------- */

static cgi_gaz *get_entity(cg_world *w, cgi_slice iri)
{
    void **at = cgi_table_at(&w->entities, &w->arena, iri);
    if (!*at) {
        cgi_gaz *g = cgi_arena_alloc(&w->arena, sizeof *g);
        g->iri = iri.at;
        *at = g;
        CGI_PUSH(&w->arena, &w->all_entities, g);
    }
    return *at;
}

/* "president=2017-01/2021-01"; without the last month, held until now. */
static bool load_office(cg_world *w, cgi_gaz *g, cgi_slice text)
{
    const char *cut = strrchr(text.at, '=');
    const char *slash = cut ? strchr(cut, '/') : NULL;
    if (!cut || cut == text.at || !slash || slash - cut != 8 || cut[5] != '-' ||
        (slash[1] && (strlen(slash + 1) != 7 || slash[5] != '-')))
        return false;
    cgi_office o = {.until = INT_MAX};
    o.title = cgi_arena_strndup(&w->arena, text.at, (size_t)(cut - text.at));
    o.from = (int)(number(cut + 1) * 12 + number(cut + 6));
    if (slash[1])
        o.until = (int)(number(slash + 1) * 12 + number(slash + 6));
    CGI_PUSH(&w->arena, &g->offices, o);
    return o.from <= o.until;
}

static bool load_entity_property(cg_world *w, cgi_gaz *g, const cgi_property *p)
{
    const char *name = p->predicate, *value = p->object.at;
    if (!strcmp(name, RDFS "label"))
        g->label = value;
    else if (!strcmp(name, SKOS "altLabel"))
        CGI_PUSH(&w->arena, &g->names, value);
    else if (!strcmp(name, CGI_NS "demonym"))
        CGI_PUSH(&w->arena, &g->demonyms, value);
    else if (!strcmp(name, CGI_NS "ofCountry"))
        g->country = get_entity(w, p->object);
    else if (!strcmp(name, CGI_NS "within"))
        g->within = get_entity(w, p->object);
    else if (!strcmp(name, CGI_NS "capital"))
        g->capital = get_entity(w, p->object);
    else if (!strcmp(name, CGI_NS "population"))
        g->population = number(value);
    else if (!strcmp(name, WGS "lat"))
        g->lat = value;
    else if (!strcmp(name, WGS "long"))
        g->lon = value;
    else if (!strcmp(name, SKOS "exactMatch"))
        g->match = value;
    else if (!strcmp(name, SKOS "notation") && p->datatype &&
             !strcmp(p->datatype, CGI_NS "iso3166"))
        g->code = value;
    else if (!strcmp(name, CGI_NS "held"))
        return load_office(w, g, p->object);
    return true;
}

static cg_status load_entity(cg_world *w, const cgi_record *r, cgi_kind kind,
                             cg_error *err)
{
    cgi_gaz *g = get_entity(w, cgi_slice_of(r->subject));
    if (g->kind != CGI_KIND_NONE)
        return bad(r, "defined twice:", g->label, err);
    g->kind = kind;
    for (size_t i = 0; i < r->properties.n; i++)
        if (!load_entity_property(w, g, &r->properties.at[i]))
            return bad(r, "no office with its months:",
                       r->properties.at[i].object.at, err);
    return g->label ? CG_OK : bad(r, "an entity without a label", NULL, err);
}

/* ---- Dispatch -------------------------------------------------------- */

cg_status cgi_record_load(void *user, const cgi_record *r, cg_error *err)
{
    cg_world *w = user;
    const char *type = find_text(r, RDF "type");
    if (!type)
        return CG_OK;
    if (!strcmp(type, SKOS "Concept"))
        return load_type(w, r, err);
    if (strncmp(type, CGI_NS, strlen(CGI_NS)) != 0)
        return CG_OK;
    const char *term = type + strlen(CGI_NS);
    if (!strcmp(term, "Frame"))
        return load_frame(w, r, err);
    if (!strcmp(term, "LexicalEntry"))
        return load_entry(w, r, err);
    if (!strcmp(term, "Cue"))
        return load_cue(w, r, err);
    if (!strcmp(term, "HeadNoun"))
        return load_noun(w, r, err);
    if (!strcmp(term, "WordList"))
        return load_list(w, r, err);
    int kind = cgi_term_find(cgi_kind_names, CGI_N_KINDS, cgi_slice_of(term));
    return kind > 0 ? load_entity(w, r, (cgi_kind)kind, err) : CG_OK;
}
