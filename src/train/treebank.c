/* SPDX-License-Identifier: Apache-2.0
 *
 * treebank.c -- reads CoNLL-U as if it were an analysis of ours.
 *
 * A line is one of: a comment, a range of words that are written as one
 * ("3-4"), an empty node ("3.1"), a word, or the empty line after a sentence.
 */
#include "train/treebank.h"

#include <errno.h>
#include <stdio.h>

#include "base/utf8.h"

#define FIELDS   10
#define FILE_MAX ((long)1 << 30)

enum { ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC };

/* A line of a sentence: a word, or a range if `end` is not 0. */
typedef struct {
    cgi_slice field[FIELDS];
    uint32_t end; /* The last word of a range. */
} line;

typedef struct {
    cgi_arena *arena;
    CGI_VEC(char) text;
    CGI_VEC(cgi_token) tokens;
    CGI_VEC(cgi_sentence) sentences;
    CGI_VEC(line) lines; /* Of the sentence being read. */
    size_t line_number;
    cg_error *err;
} reader;

static cg_status fail(const reader *r, const char *what)
{
    cg_status st =
        cgi_fail(r->err, CG_ERR_TEXT, 0, "line %zu: %s", r->line_number, what);
    if (r->err)
        r->err->line = r->line_number;
    return st;
}

/* The number that `s` starts with; *rest is what follows. */
static uint32_t number(cgi_slice *rest, cgi_slice s)
{
    uint32_t n = 0;
    while (s.len && *s.at >= '0' && *s.at <= '9' && n < 1000000) {
        n = n * 10 + (uint32_t)(*s.at - '0');
        s.at++;
        s.len--;
    }
    *rest = s;
    return n;
}

static cg_status read_line(reader *r, cgi_slice text)
{
    line l = {0};
    size_t k = 0, begin = 0;
    for (size_t i = 0; i <= text.len && k < FIELDS; i++) {
        if (i < text.len && text.at[i] != '\t')
            continue;
        l.field[k++] = (cgi_slice){text.at + begin, i - begin};
        begin = i + 1;
    }
    if (k < FIELDS)
        return fail(r, "fewer than ten fields");
    cgi_slice rest;
    number(&rest, l.field[ID]);
    if (rest.len && *rest.at == '.')
        return CG_OK;
    if (rest.len && *rest.at == '-') {
        l.end = number(&rest, (cgi_slice){rest.at + 1, rest.len - 1});
        if (!l.end)
            return fail(r, "a range without an end");
    }
    CGI_PUSH(r->arena, &r->lines, l);
    return CG_OK;
}

static bool has_space_after(const line *l)
{
    static const char no[] = "SpaceAfter=No";
    cgi_slice m = l->field[MISC];
    for (size_t i = 0; i + sizeof no - 1 <= m.len; i++)
        if (!memcmp(m.at + i, no, sizeof no - 1))
            return false;
    return true;
}

static void put_text(reader *r, cgi_slice s)
{
    for (size_t i = 0; i < s.len; i++)
        CGI_PUSH(r->arena, &r->text, s.at[i]);
}

/* Relations with a subtype that we lack count as the plain relation. */
static int find_relation(cgi_slice name)
{
    int rel = cgi_term_find(cgi_rel_names, CGI_N_RELS, name);
    const char *colon = rel < 0 ? memchr(name.at, ':', name.len) : NULL;
    if (colon)
        name.len = (size_t)(colon - name.at);
    return colon ? cgi_term_find(cgi_rel_names, CGI_N_RELS, name) : rel;
}

/* Adds the token of a word line; its bytes are [begin, end) of the text. */
static cg_status add_token(reader *r, const line *l, size_t begin, size_t end)
{
    cgi_token t = {.begin = (uint32_t)begin, .end = (uint32_t)end};
    cgi_slice rest, form = l->field[FORM];
    int upos = cgi_term_find(cgi_upos_names, CGI_N_UPOS, l->field[UPOS]);
    int xpos = cgi_term_find(cgi_xpos_names, CGI_N_XPOS, l->field[XPOS]);
    int rel = find_relation(l->field[DEPREL]);
    if (upos < 0 || xpos < 0 || rel < 0)
        return fail(r, "a tag or relation that is not known");
    uint32_t head = number(&rest, l->field[HEAD]);
    uint32_t first = r->sentences.at[r->sentences.n - 1].first;
    t.head = head ? first + head - 1 : CGI_NO_TOKEN;
    t.form = cgi_arena_strndup(r->arena, form.at, form.len);
    t.lower = cgi_utf8_lower(r->arena, form);
    t.lemma =
        cgi_arena_strndup(r->arena, l->field[LEMMA].at, l->field[LEMMA].len);
    t.sentence = (uint32_t)(r->sentences.n - 1);
    t.upos = (uint8_t)upos;
    t.xpos = (uint8_t)xpos;
    t.rel = (uint8_t)rel;
    CGI_PUSH(r->arena, &r->tokens, t);
    return CG_OK;
}

/* Adds the words of a range, lines [i + 1, i + 1 + n). Where they do not make
 * up the text of the range, the first word has all of it. */
static cg_status add_range(reader *r, size_t i, size_t n)
{
    const line *l = r->lines.at + i;
    size_t begin = r->text.n, total = 0;
    put_text(r, l->field[FORM]);
    for (size_t k = 1; k <= n; k++)
        total += l[k].field[FORM].len;
    bool fits = total == l->field[FORM].len;
    for (size_t k = 1; k <= n; k++) {
        size_t end = fits ? begin + l[k].field[FORM].len : r->text.n;
        CG_TRY(add_token(r, &l[k], begin, end));
        r->tokens.at[r->tokens.n - 1].in_word = k > 1;
        begin = end;
    }
    return CG_OK;
}

/* How many words line `i` stands for: 0 for a plain word. */
static size_t range_length(const reader *r, size_t i)
{
    cgi_slice rest;
    const line *l = &r->lines.at[i];
    uint32_t first = number(&rest, l->field[ID]);
    size_t n = l->end >= first ? l->end - first + 1 : 0;
    return l->end && n < r->lines.n - i ? n : 0;
}

static cg_status check_heads(const reader *r, const cgi_sentence *s)
{
    size_t roots = 0;
    for (uint32_t i = s->first; i < s->end; i++) {
        uint32_t head = r->tokens.at[i].head;
        roots += head == CGI_NO_TOKEN;
        if (head != CGI_NO_TOKEN && (head >= s->end || head == i))
            return fail(r, "a head outside the sentence");
    }
    return roots == 1 ? CG_OK : fail(r, "not exactly one root");
}

static cg_status end_sentence(reader *r)
{
    if (!r->lines.n)
        return CG_OK;
    cgi_sentence s = {.first = (uint32_t)r->tokens.n};
    CGI_PUSH(r->arena, &r->sentences, s);
    bool space = true;
    for (size_t i = 0; i < r->lines.n;) {
        const line *l = &r->lines.at[i];
        size_t n = range_length(r, i), begin = r->text.n, at = r->tokens.n;
        if (n) {
            CG_TRY(add_range(r, i, n));
        } else {
            put_text(r, l->field[FORM]);
            CG_TRY(add_token(r, l, begin, r->text.n));
        }
        r->tokens.at[at].space_before = space;
        space = has_space_after(l);
        if (space)
            CGI_PUSH(r->arena, &r->text, ' ');
        i += n + 1;
    }
    CGI_PUSH(r->arena, &r->text, '\n');
    r->sentences.at[r->sentences.n - 1].end = (uint32_t)r->tokens.n;
    r->lines.n = 0;
    return check_heads(r, &r->sentences.at[r->sentences.n - 1]);
}

static cg_status read_text(reader *r, cgi_slice text)
{
    size_t begin = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] != '\n')
            continue;
        cgi_slice l = {text.at + begin, i - begin};
        begin = i + 1;
        r->line_number++;
        if (l.len && l.at[l.len - 1] == '\r')
            l.len--;
        if (!l.len)
            CG_TRY(end_sentence(r));
        else if (*l.at != '#')
            CG_TRY(read_line(r, l));
    }
    return end_sentence(r);
}

/* All bytes of a file. */
static cg_status slurp(cgi_slice *out, cgi_arena *a, FILE *f, cg_error *err)
{
    long size = -1;
    if (!fseek(f, 0, SEEK_END))
        size = ftell(f);
    if (size < 0 || size > FILE_MAX || fseek(f, 0, SEEK_SET))
        return cgi_fail(err, CG_ERR_IO, 0, "not a file of at most 1 GiB");
    char *bytes = cgi_arena_alloc(a, (size_t)size + 1);
    *out = (cgi_slice){bytes, (size_t)size};
    if (fread(bytes, 1, out->len, f) != out->len)
        return cgi_fail(err, CG_ERR_IO, 0, "cannot read: %s", strerror(errno));
    return CG_OK;
}

static cg_status read_file(reader *r, const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return cgi_fail(r->err, CG_ERR_IO, 0, "cannot open %s: %s", path,
                        strerror(errno));
    cgi_slice text = {0};
    cg_status st = slurp(&text, r->arena, f, r->err);
    fclose(f);
    r->line_number = 0;
    size_t bad;
    if (!st && !cgi_utf8_check(&bad, text.at, text.len))
        st = cgi_fail(r->err, CG_ERR_TEXT, bad, "%s is not UTF-8", path);
    return st ? st : read_text(r, text);
}

static cgi_article *make_article(cgi_arena *a, const char *text, size_t len)
{
    cgi_article *out = cgi_arena_alloc(a, sizeof *out);
    out->text = text;
    out->len = len;
    out->code_points =
        cgi_arena_array(a, len / 64 + 2, sizeof *out->code_points);
    uint32_t n = 0;
    for (size_t i = 0; i < len; i++) {
        if (i % 64 == 0)
            out->code_points[i / 64] = n;
        n += ((unsigned char)text[i] & 0xC0) != 0x80;
    }
    return out;
}

cg_status cgi_treebank_read(cgi_lang *out, cgi_arena *a,
                            const char *const *paths, size_t n, cg_error *err)
{
    reader r = {.arena = a, .err = err};
    for (size_t i = 0; i < n; i++)
        CG_TRY(read_file(&r, paths[i]));
    CGI_PUSH(a, &r.text, '\0');
    *out = (cgi_lang){
        .article = make_article(a, r.text.at, r.text.n - 1),
        .tokens = r.tokens.at,
        .n_tokens = r.tokens.n,
        .sentences = r.sentences.at,
        .n_sentences = r.sentences.n,
    };
    return CG_OK;
}
