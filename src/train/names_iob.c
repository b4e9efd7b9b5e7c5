/* SPDX-License-Identifier: Apache-2.0
 *
 * names_iob.c -- entity files in, documents for the name finder out.
 *
 * Not obvious: these files do not say where white space stood. It is guessed,
 * since the gazetteer writes "IS-K" and the files "IS - K".
 */
#include "train/names_iob.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "lang/names.h"

#define SENTENCES_MAX 30 /* Of a document that nothing else ends. */
#define TITLE_MAX     16 /* Words of a sentence that could be a headline. */

/* ---- Reading --------------------------------------------------------------
 */

typedef struct {
    cgi_slice form;
    char mark; /* 'B', 'I' or 'O'. */
    cgi_name_type type;
} line;

typedef struct {
    cgi_iob *out;
    cgi_arena *arena;
    CGI_VEC(line) lines; /* Of the document ... */
    CGI_VEC(cgi_sentence) sentences;
    uint32_t first; /* ... and where its open sentence begins. */
} reader;

static cgi_name_type type_of(cgi_slice name)
{
    if (cgi_slice_is(name, "PER"))
        return CGI_NAME_PERSON;
    if (cgi_slice_is(name, "ORG"))
        return CGI_NAME_ORGANIZATION;
    return cgi_slice_is(name, "LOC") ? CGI_NAME_PLACE : CGI_NAME_NONE;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/* Reads "form TAB tag"; false if there is no tag. */
static bool read_line(line *out, cgi_slice text)
{
    const char *at = text.at, *end = text.at + text.len;
    while (end > at && is_space(end[-1]))
        end--;
    const char *tag = end, *form = at;
    while (tag > at && !is_space(tag[-1]))
        tag--;
    while (form < end && !is_space(*form))
        form++;
    if (tag <= form || tag == end)
        return false;
    out->form = (cgi_slice){at, (size_t)(form - at)};
    out->mark = *tag;
    out->type = CGI_NAME_NONE;
    if (end - tag > 2)
        out->type = type_of((cgi_slice){tag + 2, (size_t)(end - tag - 2)});
    if (out->type == CGI_NAME_NONE)
        out->mark = 'O';
    return true;
}

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || (c & 0x80);
}

static bool is_hyphen(const char *form)
{
    return form[0] == '-' && !form[1];
}

/* Guesses where white space stood. */
static void guess_spaces(cgi_token *t, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *form = t[i].form;
        bool clitic = form[0] == '\'' || !strcmp(form, "n't");
        bool stop = !form[1] && strchr(",.;:!?)", form[0]);
        t[i].space_before = i && !clitic && !stop;
    }
    for (size_t i = 1; i + 1 < n; i++)
        if (is_hyphen(t[i].form) && is_word_byte(t[i - 1].form[0]) &&
            is_word_byte(t[i + 1].form[0]))
            t[i].space_before = t[i + 1].space_before = false;
}

static void set_tags(uint8_t *gold, const line *lines, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        cgi_name_type type = lines[i].type;
        if (type == CGI_NAME_NONE)
            continue;
        size_t end = i + 1;
        while (end < n && lines[end].mark == 'I' && lines[end].type == type)
            end++;
        cgi_names_set(gold, i, end, type);
        i = end - 1;
    }
}

static void end_document(reader *r)
{
    cgi_iob_document d = {0};
    size_t n = r->lines.n;
    if (!n)
        return;
    d.lang.n_tokens = n;
    d.lang.tokens = cgi_arena_array(r->arena, n, sizeof *d.lang.tokens);
    d.gold = cgi_arena_alloc(r->arena, n);
    d.lang.sentences = r->sentences.at;
    d.lang.n_sentences = r->sentences.n;
    for (size_t s = 0; s < d.lang.n_sentences; s++) {
        const cgi_sentence *sentence = &d.lang.sentences[s];
        size_t first = sentence->first, count = sentence->end - first;
        for (size_t i = first; i < sentence->end; i++) {
            cgi_slice form = r->lines.at[i].form;
            cgi_token *t = &d.lang.tokens[i];
            t->form = cgi_arena_strndup(r->arena, form.at, form.len);
            t->lower = cgi_utf8_lower(r->arena, form);
            t->sentence = (uint32_t)s;
            t->head = t->child = t->sibling = CGI_NO_TOKEN;
        }
        guess_spaces(d.lang.tokens + first, count);
        set_tags(d.gold + first, r->lines.at + first, count);
    }
    CGI_PUSH(r->arena, r->out, d);
    r->lines.n = 0;
    r->first = 0;
    memset(&r->sentences, 0, sizeof r->sentences);
}

static bool is_address(const line *l)
{
    return l->form.len > 7 && !memcmp(l->form.at, "http", 4);
}

static void end_sentence(reader *r)
{
    uint32_t n = (uint32_t)r->lines.n - r->first;
    if (!n)
        return;
    if ((n == 1 && r->first && is_address(&r->lines.at[r->first])) ||
        r->sentences.n == SENTENCES_MAX) {
        /* The sentence belongs to the next document. */
        line *kept = cgi_arena_array(r->arena, n, sizeof *kept);
        memcpy(kept, r->lines.at + r->first, n * sizeof *kept);
        r->lines.n = r->first;
        end_document(r);
        for (uint32_t i = 0; i < n; i++)
            CGI_PUSH(r->arena, &r->lines, kept[i]);
    }
    cgi_sentence s = {
        .first = r->first, .end = r->first + n, .root = CGI_NO_TOKEN};
    CGI_PUSH(r->arena, &r->sentences, s);
    r->first += n;
}

static void read_text(reader *r, const char *text, size_t len)
{
    const char *end = text + len;
    while (text < end) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        cgi_slice s = {text, (size_t)((stop ? stop : end) - text)};
        line l;
        if (read_line(&l, s) &&
            !(s.at[0] == '#' && s.len > 1 && s.at[1] == ' ')) {
            CGI_PUSH(r->arena, &r->lines, l);
        } else {
            end_sentence(r);
            if (s.len > 7 && !memcmp(s.at, "# newdoc", 8))
                end_document(r);
        }
        text = s.at + s.len + 1;
    }
    end_sentence(r);
    end_document(r);
}

/* The bytes of a file in the arena; NULL if it cannot be read. */
static char *read_file(size_t *len, cgi_arena *a, const char *path)
{
    FILE *f = fopen(path, "rb");
    char *text = NULL;
    long size = -1;
    if (f && !fseek(f, 0, SEEK_END) && (size = ftell(f)) >= 0) {
        rewind(f);
        text = cgi_arena_alloc(a, (size_t)size + 1);
        *len = fread(text, 1, (size_t)size, f);
        if (*len != (size_t)size)
            text = NULL;
    }
    if (f)
        fclose(f);
    return text;
}

cg_status cgi_iob_read(cgi_iob *out, cgi_arena *a, const char *path,
                       cg_error *err)
{
    size_t len = 0, bad = 0;
    reader r = {.out = out, .arena = a};
    char *text = read_file(&len, a, path);
    if (!text)
        return cgi_fail(err, CG_ERR_IO, 0, "cannot read %s", path);
    if (!cgi_utf8_check(&bad, text, len))
        return cgi_fail(err, CG_ERR_TEXT, bad, "%s is not UTF-8", path);
    read_text(&r, text, len);
    return CG_OK;
}

/* ---- Cleaning -------------------------------------------------------------
 */

static bool in_list(const cg_world *w, const char *list, const cgi_token *t)
{
    return cgi_world_in_list(NULL, w, list, cgi_slice_of(t->lower));
}

/* Puts the name [i, end) right; see cgi_iob_clean(). */
static void clean_name(cgi_iob_document *d, size_t first, size_t i, size_t end,
                       const cg_world *world)
{
    const cgi_token *t = d->lang.tokens;
    cgi_name_type type = cgi_names_type(d->gold[i]);
    size_t from = i;
    while (type == CGI_NAME_PERSON && from < end &&
           in_list(world, "person-title", &t[from]))
        from++;
    bool is_folk = end - i == 1 &&
                   (cgi_world_find_demonym(world, cgi_slice_of(t[i].form)) ||
                    in_list(world, "people-word", &t[i]));
    cgi_names_set(d->gold, i, end, CGI_NAME_NONE);
    if (is_folk)
        return;
    /* Words before the head were lost: "York" of "New York". */
    while (from == i && from > first + 1 && !d->gold[from - 1] &&
           t[from - 1].form[0] >= 'A' && t[from - 1].form[0] <= 'Z' &&
           !in_list(world, "person-title", &t[from - 1]) &&
           !cgi_world_find_demonym(world, cgi_slice_of(t[from - 1].form)))
        i = --from;
    cgi_names_set(d->gold, from, end, type);
}

static void clean_document(cgi_iob_document *d, const cg_world *world)
{
    for (size_t s = 0; s < d->lang.n_sentences; s++) {
        const cgi_sentence *sentence = &d->lang.sentences[s];
        for (size_t i = sentence->first; i < sentence->end; i++) {
            size_t end = i + 1;
            if (!d->gold[i])
                continue;
            while (end < sentence->end &&
                   cgi_names_type(d->gold[end]) == cgi_names_type(d->gold[i]) &&
                   cgi_names_may_follow(d->gold[end - 1], d->gold[end]) &&
                   !cgi_names_may_follow(d->gold[end - 1], 0))
                end++;
            clean_name(d, sentence->first, i, end, world);
            i = end - 1;
        }
    }
}

void cgi_iob_clean(cgi_iob *iob, size_t first, const cg_world *world)
{
    for (size_t i = first; i < iob->n; i++)
        clean_document(&iob->at[i], world);
}

/* ---- Copies in other cases ------------------------------------------------
 */

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static cgi_iob_document copy(const cgi_iob_document *d, cgi_arena *a)
{
    cgi_iob_document c = *d;
    size_t size = d->lang.n_tokens * sizeof *c.lang.tokens;
    c.lang.tokens = memcpy(cgi_arena_alloc(a, size), d->lang.tokens, size);
    return c;
}

cgi_iob_document cgi_iob_upper(const cgi_iob_document *d, cgi_arena *a)
{
    cgi_iob_document c = copy(d, a);
    for (size_t i = 0; i < c.lang.n_tokens; i++) {
        cgi_token *t = &c.lang.tokens[i];
        char *form = cgi_arena_strndup(a, t->form, strlen(t->form));
        for (char *p = form; *p; p++)
            *p = upper(*p);
        t->form = form;
    }
    return c;
}

cgi_iob_document cgi_iob_title(const cgi_iob_document *d, cgi_arena *a)
{
    cgi_iob_document c = copy(d, a);
    for (size_t s = 0; s < c.lang.n_sentences; s++) {
        const cgi_sentence *sentence = &c.lang.sentences[s];
        if (sentence->end - sentence->first > TITLE_MAX)
            continue;
        for (size_t i = sentence->first; i < sentence->end; i++) {
            cgi_token *t = &c.lang.tokens[i];
            char *form = cgi_arena_strndup(a, t->form, strlen(t->form));
            /* Headlines leave the small words as they are, more or less. */
            if (form[0] && form[1] && form[2])
                form[0] = upper(form[0]);
            t->form = form;
        }
    }
    return c;
}
