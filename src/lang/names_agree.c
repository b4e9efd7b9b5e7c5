/* SPDX-License-Identifier: Apache-2.0
 *
 * names_agree.c -- makes the names of one article agree with each other.
 *
 * Sentences are tagged one by one. Here the article decides: what is mostly a
 * place is one everywhere, "Mkula" is a person when "Charles Mkula" is, and a
 * name that was seen twice is not overlooked the third time.
 */
#include "lang/names.h"

#define PHRASE_MAX   8   /* Words of a name that is looked for again. */
#define PHRASE_BYTES 160 /* Bytes of one. */

/* What an article says of a phrase. */
typedef struct {
    uint16_t types[CGI_N_NAME_TYPES]; /* How often it was tagged so. */
    uint16_t last;   /* How often it was the last word of a longer person. */
    uint8_t defined; /* What a definition makes it: "African Union (AU)". */
} phrase;

typedef struct {
    uint8_t *tags;
    cgi_arena *arena;
    const cgi_names_text *text;
    cgi_table phrases;
} article;

static void bump(uint16_t *count)
{
    if (*count < UINT16_MAX)
        ++*count;
}

/* The lower-case words [first, end) in `out`; empty if there is no room. */
static cgi_slice spell(char out[PHRASE_BYTES], const cgi_names_text *t,
                       uint32_t first, uint32_t end)
{
    size_t len = 0;
    if (end - first > PHRASE_MAX)
        return (cgi_slice){out, 0};
    for (uint32_t i = first; i < end; i++) {
        size_t n = strlen(t->lang->tokens[i].lower);
        if (len + n + 1 > PHRASE_BYTES)
            return (cgi_slice){out, 0};
        if (i > first)
            out[len++] = ' ';
        memcpy(out + len, t->lang->tokens[i].lower, n);
        len += n;
    }
    return (cgi_slice){out, len};
}

static phrase *phrase_of(const article *c, uint32_t first, uint32_t end)
{
    char text[PHRASE_BYTES];
    return cgi_table_find(&c->phrases, spell(text, c->text, first, end));
}

static phrase *add_phrase(article *c, uint32_t first, uint32_t end)
{
    char text[PHRASE_BYTES];
    cgi_slice key = spell(text, c->text, first, end);
    if (!key.len)
        return NULL;
    void **place = cgi_table_at(&c->phrases, c->arena, key);
    if (!*place)
        *place = cgi_arena_alloc(c->arena, sizeof(phrase));
    return *place;
}

/* Where the name that starts at token `i` ends. */
static uint32_t name_end(const article *c, const cgi_sentence *s, uint32_t i)
{
    uint32_t end = i + 1;
    while (end < s->end && !cgi_names_may_follow(c->tags[end - 1], 0) &&
           cgi_names_may_follow(c->tags[end - 1], c->tags[end]))
        end++;
    return end;
}

static void count_sentence(article *c, const cgi_sentence *s)
{
    for (uint32_t i = s->first, end; i < s->end; i = end) {
        end = i + 1;
        if (!c->tags[i])
            continue;
        end = name_end(c, s, i);
        cgi_name_type type = cgi_names_type(c->tags[i]);
        phrase *p = add_phrase(c, i, end);
        if (p)
            bump(&p->types[type]);
        if (type == CGI_NAME_PERSON && end - i > 1 &&
            c->text->tokens[end - 1].letters) {
            p = add_phrase(c, end - 1, end);
            if (p)
                bump(&p->last);
        }
    }
}

/* ---- Definitions ----------------------------------------------------------
 */

/* The name that ends before the bracket at `open`: where it begins, or
 * `open` if there is none. */
static uint32_t name_before(const article *c, const cgi_sentence *s,
                            uint32_t open)
{
    uint32_t i = open;
    if (i == s->first || !c->tags[i - 1])
        return open;
    while (i > s->first && c->tags[i - 1] &&
           (i == open || !cgi_names_may_follow(c->tags[i - 1], 0)))
        i--;
    return i;
}

/* Where the words begin whose initials the token `i` behind a bracket is. */
static uint32_t expansion(const article *c, const cgi_sentence *s, uint32_t i)
{
    const cgi_token *t = c->text->lang->tokens;
    size_t left = strlen(t[i].form);
    uint32_t k = i - 1;
    while (left && k > s->first)
        left -= t[--k].form[0] == t[i].form[left - 1];
    return k;
}

static bool has_body(const article *c, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (c->text->tokens[i].capital &&
            (c->text->tokens[i].word->lists >> CGI_LIST_BODY & 1))
            return true;
    return false;
}

/* "Washington Office on Latin America (WOLA)": the short name is what the
 * long one is, and all of that is one name. */
static void define(article *c, const cgi_sentence *s, uint32_t i)
{
    uint32_t open = i - 1, first = name_before(c, s, open);
    uint32_t start = expansion(c, s, i);
    cgi_name_type type =
        first < open ? cgi_names_type(c->tags[first]) : CGI_NAME_NONE;
    if (first > start) {
        if (!has_body(c, start, open) || c->tags[start])
            return;
        type = CGI_NAME_ORGANIZATION;
        cgi_names_set(c->tags, start, open, type);
    }
    if (type == CGI_NAME_NONE || type == CGI_NAME_PERSON)
        return; /* "John Adams (JA)" is of the party JA. */
    phrase *p = add_phrase(c, i, i + 1);
    cgi_names_set(c->tags, i, i + 1, type);
    if (p)
        p->defined = (uint8_t)type;
}

static void define_sentence(article *c, const cgi_sentence *s)
{
    for (uint32_t i = s->first + 2; i < s->end; i++)
        if (c->text->tokens[i].hints >> CGI_HINT_ACRONYM & 1)
            define(c, s, i);
}

/* The type that most occurrences have. A last name counts as a person, and
 * wins a tie; else the present type does. A definition beats them all. */
static cgi_name_type majority(const phrase *p, cgi_name_type now)
{
    cgi_name_type best = now;
    if (p->defined)
        return p->defined;
    unsigned top = now == CGI_NAME_NONE ? 0 : p->types[now];
    if (now == CGI_NAME_PERSON)
        top += p->last;
    for (cgi_name_type t = CGI_NAME_PERSON; t < CGI_N_NAME_TYPES; t++) {
        unsigned n = p->types[t];
        if (t == CGI_NAME_PERSON)
            n += p->last;
        bool is_last = t == CGI_NAME_PERSON && p->last;
        if (n > top || (n && n == top && is_last)) {
            top = n;
            best = t;
        }
    }
    return best;
}

/* Capitals say nothing where all words have one. */
static bool is_headline(const cgi_names_token *k)
{
    return k->letter_case == CGI_CASE_UPPER || k->letter_case == CGI_CASE_TITLE;
}

/* Whether the tokens [first, end) stand as a name of their own: no capitals
 * beside them but those of a title. */
static bool stands_alone(const article *c, const cgi_sentence *s,
                         uint32_t first, uint32_t end)
{
    const cgi_names_token *k = c->text->tokens;
    bool all_capital = is_headline(&k[first]);
    if (end < s->end && ((k[end].capital && !all_capital) || c->tags[end]))
        return false;
    if (first == s->first)
        return true;
    return !c->tags[first - 1] &&
           (!k[first - 1].capital || all_capital ||
            (k[first - 1].word->lists >> CGI_LIST_TITLE & 1));
}

/* Looks for a name that was tagged elsewhere at the untagged token `i`;
 * returns the token after it, or i + 1. */
static uint32_t find_again(article *c, const cgi_sentence *s, uint32_t i)
{
    const cgi_names_token *k = c->text->tokens;
    uint32_t most = s->end - i < PHRASE_MAX ? s->end : i + PHRASE_MAX;
    if (!k[i].capital)
        return i + 1;
    for (uint32_t end = most; end > i; end--) {
        if (c->tags[end - 1])
            continue;
        const phrase *p = phrase_of(c, i, end);
        if (!p || !stands_alone(c, s, i, end))
            continue;
        cgi_name_type type = majority(p, CGI_NAME_NONE);
        unsigned seen = p->types[type] + p->last;
        bool in_story = is_headline(&k[i]) &&
                        (p->last || k[i].word->hints[CGI_HINT_MIDDLE]);
        bool often = p->defined ||
                     (seen + in_story > 1 && !k[i].word->hints[CGI_HINT_LOWER]);
        if (type == CGI_NAME_NONE || !(end - i > 1 || often))
            continue;
        cgi_names_set(c->tags, i, end, type);
        return end;
    }
    return i + 1;
}

/* Is the word no name but for its capital? */
static bool is_plain(const article *c, uint32_t i)
{
    return c->text->lang->tokens[i].upos == CGI_UPOS_VERB ||
           c->text->lang->tokens[i].upos == CGI_UPOS_AUX ||
           c->text->tokens[i].word->hints[CGI_HINT_LOWER];
}

static bool is_personal(const article *c, uint32_t i)
{
    uint32_t lists = c->text->tokens[i].word->lists;
    return lists >> CGI_LIST_GIVEN & 1 || lists >> CGI_LIST_FAMILY & 1;
}

/* "Ahmadi Quits" in a headline is only Ahmadi, if the story knows him and
 * nobody of the longer name. Returns where the name ends that is kept. */
static uint32_t cut_to_known(article *c, uint32_t first, uint32_t end)
{
    cgi_name_type type = cgi_names_type(c->tags[first]);
    const phrase *whole = phrase_of(c, first, end);
    unsigned seen = whole ? whole->types[type] : 2;
    if (!is_headline(&c->text->tokens[first]) || seen > 1)
        return end;
    for (uint32_t to = end - 1; to > first; to--) {
        const phrase *p = phrase_of(c, first, to);
        bool is_known = p && (p->types[type] || p->last || p->defined);
        bool ends =
            is_plain(c, to) || (is_known && p->last && !is_personal(c, to));
        if (!is_known || !ends || is_plain(c, first))
            continue;
        cgi_names_set(c->tags, to, end, CGI_NAME_NONE);
        cgi_names_set(c->tags, first, to, type);
        return to;
    }
    return end;
}

static void settle_sentence(article *c, const cgi_sentence *s)
{
    for (uint32_t i = s->first, end; i < s->end; i = end) {
        if (!c->tags[i]) {
            end = find_again(c, s, i);
            continue;
        }
        end = cut_to_known(c, i, name_end(c, s, i));
        cgi_name_type type = cgi_names_type(c->tags[i]);
        const phrase *p = phrase_of(c, i, end);
        if (p)
            cgi_names_set(c->tags, i, end, majority(p, type));
    }
}

/* ---- What is no part of a name --------------------------------------------
 */

static bool is_listed(const article *c, uint32_t i, unsigned list)
{
    return c->text->tokens[i].word->lists >> list & 1;
}

/* Where a person's name begins behind the titles: "Mexican President Benito
 * Juarez". `end` if it is only a title. */
static uint32_t skip_titles(const article *c, uint32_t first, uint32_t end)
{
    uint32_t from = first;
    for (uint32_t i = first; i < end && i < first + 4; i++) {
        /* "Sheikh" may stand inside a name, too. */
        bool is_title = is_listed(c, i, CGI_LIST_TITLE) &&
                        (i == from || !is_listed(c, i, CGI_LIST_GIVEN));
        if (is_title &&
            (i + 1 == end || (c->text->tokens[i + 1].capital &&
                              !is_listed(c, i + 1, CGI_LIST_SUFFIX))))
            from = i + 1;
    }
    return from;
}

/* Where a person's name of several words ends if its last is joined to more
 * by hyphens: "Kwok Ching-yeung". */
static uint32_t join_hyphens(const article *c, const cgi_sentence *s,
                             uint32_t first, uint32_t end)
{
    const cgi_token *t = c->text->lang->tokens;
    while (end > first + 1 && end + 1 < s->end && !c->tags[end] &&
           !c->tags[end + 1] && t[end].form[0] == '-' && !t[end].form[1] &&
           !t[end].space_before && !t[end + 1].space_before &&
           c->text->tokens[end + 1].letters)
        end += 2;
    return end;
}

static void trim_sentence(article *c, const cgi_sentence *s)
{
    for (uint32_t i = s->first, end; i < s->end; i = end) {
        end = i + 1;
        if (!c->tags[i])
            continue;
        end = name_end(c, s, i);
        cgi_name_type type = cgi_names_type(c->tags[i]);
        uint32_t from = i;
        if (type == CGI_NAME_PERSON) {
            end = join_hyphens(c, s, i, end);
            cgi_names_set(c->tags, i, end, type);
            from = skip_titles(c, i, end);
        }
        if (end - i == 1 && c->text->tokens[i].gaz / 4 == CGI_GAZ_DEMONYM)
            from = end;
        if (from > i) {
            cgi_names_set(c->tags, i, from, CGI_NAME_NONE);
            cgi_names_set(c->tags, from, end, type);
        }
    }
}

void cgi_names_agree(uint8_t *tags, cgi_arena *a, const cgi_names_text *t)
{
    article c = {tags, a, t, {0}};
    const cgi_lang *l = t->lang;
    cgi_names_mend(tags, t);
    for (size_t n = 0; n < l->n_sentences; n++)
        trim_sentence(&c, &l->sentences[n]);
    for (size_t n = 0; n < l->n_sentences; n++)
        define_sentence(&c, &l->sentences[n]);
    for (size_t n = 0; n < l->n_sentences; n++)
        count_sentence(&c, &l->sentences[n]);
    for (size_t n = 0; n < l->n_sentences; n++)
        settle_sentence(&c, &l->sentences[n]);
}
