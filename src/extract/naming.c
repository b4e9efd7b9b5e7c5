/* SPDX-License-Identifier: Apache-2.0
 *
 * naming.c -- names: which there are, what they name, what stands before them.
 *
 * The name finder and the gazetteer are two opinions. A gazetteer name that
 * covers more wins, and one of the same words tells the kind, unless the
 * finder saw a person where the gazetteer has a place.
 */
#include "base/utf8.h"
#include "extract/reading.h"

#define NAME_TOKENS_MAX 10
#define NAME_BYTES_MAX  120

/* Tokens before a name that may tell a position. */
#define POSITION_TOKENS_MAX 12

/* ---- Which names there are ------------------------------------------- */

static bool is_upper(const cgi_token *k)
{
    const char *p = k->form;
    return cgi_utf8_is_upper(cgi_utf8_next(&p, p + strlen(p)));
}

/* The name of the longest stretch from `t` that the gazetteer knows; its end
 * in *end. White space in the text counts as one space. */
static const cgi_gaz *longest_known(uint32_t *end, const cgi_reading *r,
                                    uint32_t t)
{
    char name[NAME_BYTES_MAX + 1];
    size_t n = 0;
    const cgi_gaz *best = NULL;
    const cgi_sentence *s = &r->l->sentences[cgi_token_at(r, t)->sentence];
    bool caps = r->is_caps[cgi_token_at(r, t)->sentence];
    uint32_t stop = t + NAME_TOKENS_MAX < s->end ? t + NAME_TOKENS_MAX : s->end;
    for (uint32_t i = t; i < stop; i++) {
        const cgi_token *k = cgi_token_at(r, i);
        size_t len = strlen(k->form), space = i > t && k->space_before;
        if (n + space + len > NAME_BYTES_MAX)
            break;
        if (space)
            name[n++] = ' ';
        memcpy(name + n, k->form, len);
        n += len;
        cgi_slice words = {name, n};
        const cgi_gaz *g = caps ? cgi_world_find_caps(r->world, words)
                                : cgi_world_find_name(r->world, words);
        if (g) {
            best = g;
            *end = i + 1;
        }
    }
    return best;
}

/* A single word must be tagged as a name, or look like nothing else ("IS-K"):
 * "Turkey" is one, "Nice" may not be. */
static bool is_plausible(const cgi_reading *r, uint32_t t, uint32_t end)
{
    const cgi_token *k = cgi_token_at(r, t);
    int capitals = 0;
    for (const char *p = k->form; *p; p++)
        capitals += *p >= 'A' && *p <= 'Z';
    return end > t + 1 || k->upos == CGI_UPOS_PROPN ||
           (capitals > 2 && !r->is_caps[k->sentence]);
}

static cgi_name_type type_of(cgi_kind kind)
{
    if (cgi_kind_is_place(kind))
        return CGI_NAME_PLACE;
    return kind == CGI_KIND_PERSON ? CGI_NAME_PERSON : CGI_NAME_ORGANIZATION;
}

/* What a person's name may not begin with: "of Afghanistan" before a surname.
 */
static uint32_t trim_person(const cgi_reading *r, const cgi_name *n)
{
    uint32_t first = n->first, end = 0;
    while (first + 1 < n->end) {
        const cgi_token *k = cgi_token_at(r, first);
        const cgi_gaz *g = longest_known(&end, r, first);
        if (k->upos == CGI_UPOS_ADP && !is_upper(k))
            first++;
        else if (g && g->kind == CGI_KIND_COUNTRY && end < n->end &&
                 !cgi_token_in(r, first, "country-or-person"))
            first = end;
        else
            break;
    }
    return first;
}

/* Marks and the "'s" of an owner are no part of a name. */
static bool is_edge(const cgi_reading *r, uint32_t t)
{
    switch (cgi_token_at(r, t)->xpos) {
    case CGI_XPOS_QUOTE_OPEN:
    case CGI_XPOS_QUOTE_CLOSE:
    case CGI_XPOS_POS:
    case CGI_XPOS_COMMA: return true;
    default: return false;
    }
}

static cgi_name without_edges(const cgi_reading *r, const cgi_name *n)
{
    cgi_name out = *n;
    while (out.first + 1 < out.end && is_edge(r, out.first))
        out.first++;
    while (out.first + 1 < out.end && is_edge(r, out.end - 1) &&
           cgi_token_at(r, out.end - 1)->xpos != CGI_XPOS_POS)
        out.end--; /* But "Sotheby's" is a name. */
    return out;
}

/* "Archbishop of San Severino" */
static bool is_seat(const cgi_reading *r, uint32_t first)
{
    return first > 1 && cgi_token_in(r, first - 1, "link-of") &&
           cgi_token_in(r, first - 2, "title-of-place");
}

/* People in a city, at least, whose name nobody is taken to have. */
#define CITY_MIN 100000

/* Names that are looked at for who "Jordan" is. */
#define BEARERS_MAX 500

/* A name that countries have too is somebody's if there is a title before it
 * or somebody has it in a longer one: "Michael Jordan". */
static bool is_somebody(const cgi_reading *r, uint32_t t)
{
    const char *lower = cgi_token_at(r, t)->lower;
    if (!cgi_token_in(r, t, "country-or-person"))
        return false;
    if (t > 0 && cgi_token_in(r, t - 1, "person-title"))
        return true;
    for (uint32_t i = 0; i < r->l->n_names && i < BEARERS_MAX; i++) {
        const cgi_name *n = &r->l->names[i];
        if (n->type != CGI_NAME_PERSON || n->end < n->first + 2)
            continue;
        for (uint32_t k = n->first; k < n->end; k++)
            if (!strcmp(cgi_token_at(r, k)->lower, lower))
                return true;
    }
    return false;
}

/* A single word that a large city has for its name, where surnames are other
 * words than cities, and that no one here has for hers. */
static bool is_large_city(const cgi_reading *r, const cgi_gaz *g,
                          uint32_t first, uint32_t end)
{
    if (g->kind != CGI_KIND_SETTLEMENT || g->population < CITY_MIN ||
        end != first + 1 || !g->country ||
        cgi_token_in(r, first, "given-name") ||
        cgi_token_in(r, first, "given-name-feminine") ||
        cgi_token_in(r, first, "city-or-person") ||
        (first > 0 && cgi_token_in(r, first - 1, "person-title")))
        return false;
    const char *lower = cgi_token_at(r, first)->lower;
    for (uint32_t i = 0; i < r->l->n_names && i < BEARERS_MAX; i++) {
        const cgi_name *n = &r->l->names[i];
        for (uint32_t k = n->first; k < n->end && n->end > n->first + 1; k++)
            if (n->type == CGI_NAME_PERSON &&
                !strcmp(cgi_token_at(r, k)->lower, lower))
                return false;
    }
    return true;
}

/* The finder's name, and what the gazetteer says of just these words. */
static cgi_named found_name(const cgi_reading *r, const cgi_name *found)
{
    cgi_name trimmed = without_edges(r, found), *n = &trimmed;
    cgi_named out = {n->first, n->end, n->type, NULL, NULL, false};
    uint32_t first = n->first, end = 0;
    if (n->type == CGI_NAME_PERSON)
        first = out.first = trim_person(r, n);
    while (first + 1 < n->end && cgi_token_in(r, first, "definite"))
        first++;
    if (n->type == CGI_NAME_PERSON && is_seat(r, first))
        out.type = CGI_NAME_PLACE;
    const cgi_gaz *g = longest_known(&end, r, first);
    if (!g || end != n->end)
        return out;
    /* "Jordan" may be a man, but "Burma" is not, nor is "Kharkiv". */
    if (n->type == CGI_NAME_PERSON && cgi_kind_is_place(g->kind) &&
        !is_large_city(r, g, first, n->end) &&
        (g->kind != CGI_KIND_COUNTRY || is_somebody(r, first)))
        return out;
    out.gaz = g;
    out.type = type_of(g->kind);
    out.first = first;
    return out;
}

/* "Prime Minister", "the President": a title, and nobody's name. Surnames such
 * as King have a first name or a title before them. */
bool cgi_is_title(const cgi_reading *r, uint32_t first, uint32_t end)
{
    const cgi_token *last = cgi_token_at(r, end - 1);
    const cgi_noun *noun =
        cgi_world_find_noun(r->world, cgi_slice_of(last->lower));
    while (first + 1 < end && cgi_token_in(r, first, "definite"))
        first++;
    /* "the Republican" */
    if (end - first == 1 && first > 0 &&
        cgi_token_in(r, first, "anaphor-person"))
        return cgi_token_in(r, first - 1, "definite");
    if (!noun || !noun->is_position)
        return false;
    if (end - first > 1)
        return !cgi_token_in(r, first, "given-name") &&
               !cgi_token_in(r, first, "given-name-feminine") &&
               !cgi_token_in(r, first, "title");
    return first > 0 && (cgi_token_in(r, first - 1, "definite") ||
                         cgi_demonym_at(r, first - 1));
}

/* "Sgt", "senator": does the token stand before a person's name at `t`? */
static bool is_title_of(const cgi_reading *r, uint32_t title, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, title);
    if (cgi_token_in(r, title, "short-title"))
        return is_upper(k);
    const cgi_noun *noun =
        cgi_world_find_noun(r->world, cgi_slice_of(k->lower));
    return noun && noun->is_position && k->rel == CGI_REL_NMOD_DESC &&
           k->head == t;
}

/* "Sgt Berg": what stands behind a title is a person. Sets *end behind the last
 * token of the name at `t`; false if there is no such title. */
static bool is_titled(uint32_t *end, const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    if (t == 0 || !is_upper(k) || k->upos != CGI_UPOS_PROPN ||
        cgi_token_in(r, t, "short-title") || !is_title_of(r, t - 1, t) ||
        cgi_token_at(r, t - 1)->sentence != k->sentence)
        return false;
    const cgi_sentence *s = &r->l->sentences[k->sentence];
    for (*end = t + 1; *end < s->end; ++*end) {
        const cgi_token *next = cgi_token_at(r, *end);
        if (next->upos != CGI_UPOS_PROPN || !is_upper(next) ||
            next->rel != CGI_REL_FLAT)
            break;
    }
    return true;
}

/* May a name that ends there take the place of the next one of the finder? */
static bool leaves(const cgi_name *next, uint32_t end)
{
    return !next || next->first >= end ||
           (next->type == CGI_NAME_PERSON && next->end <= end);
}

/* "the Zarate-Wilka group": capitals that hyphens join before a noun for a body
 * are its name, though neither finder has it. Sets *end behind it. */
static bool is_joined(uint32_t *end, const cgi_reading *r, uint32_t t)
{
    const cgi_sentence *s = &r->l->sentences[cgi_token_at(r, t)->sentence];
    *end = t + 1;
    while (*end + 1 < s->end && cgi_token_at(r, *end)->xpos == CGI_XPOS_HYPH &&
           !cgi_token_at(r, *end)->space_before &&
           !cgi_token_at(r, *end + 1)->space_before &&
           cgi_token_at(r, *end + 1)->upos == CGI_UPOS_PROPN &&
           is_upper(cgi_token_at(r, *end + 1)))
        *end += 2;
    return *end > t + 1 && *end < s->end && is_upper(cgi_token_at(r, t)) &&
           cgi_token_at(r, t)->upos == CGI_UPOS_PROPN &&
           cgi_token_at(r, *end)->upos == CGI_UPOS_NOUN &&
           cgi_token_in(r, *end, "generic-organisation");
}

/* Merges two sorted lists of names on the fly: at each token the gazetteer may
 * start a name, unless the finder has one that reaches as far. */
void cgi_names_collect(cgi_reading *r)
{
    size_t i = 0;
    for (uint32_t t = 0; t < r->l->n_tokens; t++) {
        const cgi_name *n = i < r->l->n_names ? &r->l->names[i] : NULL;
        uint32_t end = 0;
        bool titled = false;
        const cgi_gaz *g =
            is_upper(cgi_token_at(r, t)) ? longest_known(&end, r, t) : NULL;
        bool starts = n && n->first == t;
        cgi_named name;
        if (g && is_plausible(r, t, end) && (!starts || end > n->end))
            name = (cgi_named){t, end, type_of(g->kind), g, NULL, false};
        else if (starts)
            name = found_name(r, n);
        else if ((titled = is_titled(&end, r, t) && leaves(n, end)))
            name = (cgi_named){t, end, CGI_NAME_PERSON, NULL, NULL, false};
        else if (is_joined(&end, r, t) && (!n || n->first >= end))
            name =
                (cgi_named){t, end, CGI_NAME_ORGANIZATION, NULL, NULL, false};
        else
            continue;
        if (!name.gaz && !titled && cgi_is_title(r, name.first, name.end)) {
            i += starts;
            continue;
        }
        for (uint32_t k = name.first; k < name.end; k++)
            r->name_at[k] = (uint32_t)r->names.n;
        CGI_PUSH(r->a, &r->names, name);
        t = name.end - 1;
        while (i < r->l->n_names && r->l->names[i].first < name.end)
            i++;
    }
}

/* The head of a name is its token that hangs on something outside; the last
 * noun if several do, as in "Shining Path members". */
uint32_t cgi_name_head(const cgi_reading *r, const cgi_named *name)
{
    uint32_t found = CGI_NO_TOKEN;
    for (uint32_t t = name->first; t < name->end; t++) {
        uint32_t h = cgi_token_at(r, t)->head;
        bool outside = h == CGI_NO_TOKEN || h < name->first || h >= name->end;
        if (outside &&
            (found == CGI_NO_TOKEN ||
             (cgi_token_at(r, found)->rel == CGI_REL_AMOD &&
              cgi_token_at(r, t)->head == cgi_token_at(r, found)->head)))
            found = t;
    }
    return found == CGI_NO_TOKEN ? name->end - 1 : found;
}

/* ---- What a name names ----------------------------------------------- */

/* "Secret Anticommunist Army", "Army of National Liberation": no state's. */
static bool is_of_rebels(const cgi_reading *r, const cgi_named *name)
{
    for (uint32_t t = name->first; t < name->end; t++)
        if (cgi_token_in(r, t, "rebel-word"))
            return true;
    return false;
}

/* A noun in the name may tell the kind: "Foreign Ministry", "Kabul Airport".
 * Its last word does, or the one before "of". */
static cgi_kind kind_from_words(const cgi_reading *r, const cgi_named *name)
{
    uint32_t last = name->end - 1;
    for (uint32_t t = name->first + 1; t < name->end; t++)
        if (cgi_token_in(r, t, "link-of")) {
            last = t - 1;
            break;
        }
    const cgi_token *k = cgi_token_at(r, last);
    if (cgi_token_in(r, last, "fighting-body") && is_of_rebels(r, name))
        return CGI_KIND_ARMED_GROUP;
    const cgi_noun *noun =
        cgi_world_find_noun(r->world, cgi_slice_of(k->lower));
    if (noun)
        return noun->kind == CGI_KIND_PERSON || noun->kind == CGI_KIND_THING
                   ? CGI_KIND_NONE
                   : noun->kind;
    /* "Airlines", but not "Save Our Schools" */
    noun =
        cgi_world_find_noun(r->world, cgi_slice_of(cgi_lower_lemma(r, last)));
    return noun && cgi_kind_is_body(noun->kind) ? noun->kind : CGI_KIND_NONE;
}

/* "a group calling itself Red Dawn", "the Red Dawn group": what the noun says
 * that it names. */
cgi_kind cgi_kind_of_bearer(const cgi_reading *r, uint32_t name)
{
    const cgi_token *k = cgi_token_at(r, name);
    uint32_t noun = k->head;
    if (noun == CGI_NO_TOKEN)
        return CGI_KIND_NONE;
    if (cgi_token_in(r, noun, "name-giving") &&
        cgi_token_at(r, noun)->rel == CGI_REL_ACL && name > noun)
        noun = cgi_token_at(r, noun)->head;
    else if ((k->rel != CGI_REL_COMPOUND && k->rel != CGI_REL_AMOD) ||
             noun < name)
        return CGI_KIND_NONE;
    const cgi_noun *what = cgi_head_noun(r, noun);
    return what && cgi_token_in(r, noun, "generic-organisation")
               ? what->kind
               : CGI_KIND_NONE;
}

static cgi_kind kind_of_name(const cgi_reading *r, const cgi_named *name)
{
    if (name->gaz)
        return name->gaz->kind;
    uint32_t head = cgi_name_head(r, name);
    if (name->type == CGI_NAME_PERSON &&
        cgi_token_at(r, head)->rel != CGI_REL_COMPOUND &&
        cgi_kind_of_bearer(r, head) != CGI_KIND_NONE)
        return cgi_kind_of_bearer(r, head);
    if (name->type == CGI_NAME_PERSON)
        return CGI_KIND_PERSON;
    cgi_kind kind = kind_from_words(r, name);
    if (kind != CGI_KIND_NONE)
        return kind;
    return name->type == CGI_NAME_PLACE ? CGI_KIND_PLACE
                                        : CGI_KIND_ORGANIZATION;
}

/* ---- What stands before it: "Acting Afghan Foreign Minister" --------- */

static bool may_be_position(const cgi_reading *r, uint32_t t)
{
    uint32_t name = r->name_at[t];
    if (name != CGI_NONE && name < r->names.n &&
        r->names.at[name].type == CGI_NAME_PERSON)
        return false;
    switch (cgi_token_at(r, t)->upos) {
    case CGI_UPOS_NOUN:
    case CGI_UPOS_PROPN:
    case CGI_UPOS_ADJ: return true;
    case CGI_UPOS_VERB: /* "Acting", but not "met" of "ministers met Lee" */
        return cgi_token_in(r, t, "position-adjective") &&
               cgi_child(r, t, CGI_REL_NSUBJ) == CGI_NO_TOKEN;
    default: return cgi_token_in(r, t, "position-link");
    }
}

static bool is_position(const cgi_reading *r, uint32_t t)
{
    const cgi_noun *noun = cgi_head_noun(r, t);
    return noun && noun->is_position;
}

/* The first token of the words before the name that tell a position, or the
 * name's own first token if there are none. */
static uint32_t position_start(const cgi_reading *r, const cgi_named *name)
{
    uint32_t t = name->first, found = name->first;
    const cgi_sentence *s = &r->l->sentences[cgi_token_at(r, t)->sentence];
    while (t > s->first && name->first - t < POSITION_TOKENS_MAX &&
           may_be_position(r, t - 1)) {
        t--;
        if (is_position(r, t))
            found = t;
    }
    /* Take in what stands right before the position's first noun. */
    while (found != name->first && found > s->first &&
           may_be_position(r, found - 1) &&
           !cgi_token_in(r, found - 1, "position-link") &&
           (cgi_token_at(r, found - 1)->upos != CGI_UPOS_VERB ||
            cgi_token_in(r, found - 1, "position-adjective")))
        found--;
    return found;
}

const cgi_gaz *cgi_country_at(const cgi_reading *r, uint32_t t)
{
    const cgi_gaz *g = cgi_demonym_at(r, t);
    uint32_t name = r->name_at[t];
    if (!g && name != CGI_NONE && name < r->names.n)
        g = r->names.at[name].gaz;
    return g && g->kind == CGI_KIND_COUNTRY ? g : NULL;
}

/* The words of a position without the names in it, on one line. */
static const char *position_text(const cgi_reading *r, uint32_t first,
                                 uint32_t end)
{
    const char *text = NULL;
    for (uint32_t t = first; t < end; t++) {
        const cgi_token *k = cgi_token_at(r, t);
        bool link = cgi_token_in(r, t, "position-link");
        bool named = r->name_at[t] != CGI_NONE || cgi_country_at(r, t);
        /* A link to something that is left out goes with it. */
        if (named || k->upos == CGI_UPOS_PUNCT ||
            (link && (t + 1 == end || r->name_at[t + 1] != CGI_NONE ||
                      cgi_country_at(r, t + 1) || !text)))
            continue;
        text = text ? cgi_arena_printf(r->a, "%s %s", text, k->form) : k->form;
    }
    return text;
}

/* The word that the position is: the last position noun before the name. */
static void take_over(cgi_reading *r, cgi_mention *m, uint32_t first,
                      uint32_t end)
{
    for (uint32_t t = first; t < end; t++) {
        uint32_t name = r->name_at[t];
        const cgi_gaz *country = cgi_country_at(r, t);
        if (country && !m->country)
            m->country = country;
        else if (name != CGI_NONE && !country &&
                 r->names.at[name].type == CGI_NAME_ORGANIZATION)
            m->member = cgi_name_head(r, &r->names.at[name]);
        else if (name == CGI_NONE && is_position(r, t)) {
            /* The phrase of the position is the person. */
            if (r->mention_at[t] != CGI_NONE)
                r->mentions.at[r->mention_at[t]].is_absorbed = true;
            r->mention_at[t] = (uint32_t)r->mentions.n;
        }
    }
}

static void find_position(cgi_reading *r, cgi_mention *m, const cgi_named *name)
{
    uint32_t first = position_start(r, name);
    if (first == name->first)
        return;
    m->position = position_text(r, first, name->first);
    take_over(r, m, first, name->first);
    if (first < m->first)
        m->first = first;
}

/* "Russian" before "Foreign Ministry" is part of what it is called. */
static void include_nationality(const cgi_reading *r, cgi_mention *m)
{
    if (m->name_first == 0)
        return;
    const cgi_token *k = cgi_token_at(r, m->name_first - 1);
    if (k->sentence != cgi_token_at(r, m->head)->sentence ||
        !cgi_demonym_at(r, m->name_first - 1))
        return;
    m->name_first--;
    m->first = m->first < m->name_first ? m->first : m->name_first;
}

/* A title tells it, or else the first name. */
static void find_gender(const cgi_reading *r, cgi_mention *m,
                        const cgi_named *name)
{
    uint32_t first = name->first;
    if (first > 0) {
        m->is_feminine = cgi_token_in(r, first - 1, "title-feminine");
        m->is_masculine = cgi_token_in(r, first - 1, "title-masculine");
    }
    if (m->is_feminine || m->is_masculine ||
        cgi_token_in(r, first, "given-name-either"))
        return;
    m->is_feminine = cgi_token_in(r, first, "given-name-feminine");
    m->is_masculine = !m->is_feminine && name->end - first > 1 &&
                      cgi_token_in(r, first, "given-name");
}

void cgi_mention_describe_name(cgi_reading *r, cgi_mention *m, uint32_t index)
{
    const cgi_named *name = &r->names.at[index];
    m->type = CGI_MENTION_NAME;
    m->gaz = name->gaz;
    m->around = name->around;
    m->kind = kind_of_name(r, name);
    m->name_first = name->first;
    m->name_end = name->end;
    m->is_definite = true;
    m->first = m->first < name->first ? m->first : name->first;
    m->end = m->end > name->end ? m->end : name->end;
    if (m->kind == CGI_KIND_PERSON)
        find_position(r, m, name);
    if (m->kind == CGI_KIND_GOVERNMENT || m->kind == CGI_KIND_FACILITY) {
        include_nationality(r, m);
        m->country =
            m->gaz ? m->gaz->country : cgi_country_at(r, m->name_first);
    }
    if (m->kind == CGI_KIND_PERSON)
        find_gender(r, m, name);
}
