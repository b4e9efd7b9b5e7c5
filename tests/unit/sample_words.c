/* SPDX-License-Identifier: Apache-2.0
 *
 * sample_words.c -- a sentence from words, for tests of language analysis.
 *
 * The text of the article is put together on the way, so that offsets fit.
 */
#include "sample_words.h"

#include "base/utf8.h"
#include "suites.h"

typedef struct {
    cgi_arena *arena;
    char *text;
    size_t len;
    CGI_VEC(cgi_token) tokens;
    CGI_VEC(cgi_sentence) sentences;
} maker;

static void add_word(maker *m, cgi_slice word)
{
    bool in_word = *word.at == '+', glued = in_word || *word.at == '~';
    size_t first = m->sentences.at[m->sentences.n - 1].first;
    if (glued) {
        word.at++;
        word.len--;
    } else if (m->tokens.n > first) {
        m->text[m->len++] = ' ';
    }
    cgi_token t = {.begin = (uint32_t)m->len,
                   .end = (uint32_t)(m->len + word.len),
                   .form = cgi_arena_strndup(m->arena, word.at, word.len),
                   .lower = cgi_utf8_lower(m->arena, word),
                   .sentence = (uint32_t)(m->sentences.n - 1),
                   .space_before = !glued,
                   .in_word = in_word};
    memcpy(m->text + m->len, word.at, word.len);
    m->len += word.len;
    CGI_PUSH(m->arena, &m->tokens, t);
    m->sentences.at[m->sentences.n - 1].end = (uint32_t)m->tokens.n;
}

static void new_sentence(maker *m)
{
    cgi_sentence s = {.first = (uint32_t)m->tokens.n,
                      .end = (uint32_t)m->tokens.n};
    if (m->len)
        m->text[m->len++] = '\n';
    CGI_PUSH(m->arena, &m->sentences, s);
}

static cgi_article *make_article(const maker *m)
{
    cgi_article *out = cgi_arena_alloc(m->arena, sizeof *out);
    out->text = m->text;
    out->len = m->len;
    out->id = "sample";
    out->code_points =
        cgi_arena_array(m->arena, m->len / 64 + 2, sizeof *out->code_points);
    for (size_t i = 0; i <= m->len / 64; i++)
        out->code_points[i] =
            (uint32_t)cgi_utf8_length((cgi_slice){m->text, i * 64});
    return out;
}

void sample_words(cgi_lang *out, cgi_arena *a, const char *words)
{
    maker m = {.arena = a, .text = cgi_arena_alloc(a, strlen(words) + 2)};
    new_sentence(&m);
    for (const char *p = words; *p;) {
        size_t n = strcspn(p, " \n");
        if (n)
            add_word(&m, (cgi_slice){p, n});
        if (p[n] == '\n')
            new_sentence(&m);
        p += n + (p[n] != '\0');
    }
    *out = (cgi_lang){.article = make_article(&m),
                      .tokens = m.tokens.at,
                      .n_tokens = m.tokens.n,
                      .sentences = m.sentences.at,
                      .n_sentences = m.sentences.n};
}

const char *sample_tags(cgi_arena *a, const cgi_token *t)
{
    return cgi_arena_printf(a, "%s/%s/%s/%s", t->form, cgi_upos_names[t->upos],
                            cgi_xpos_names[t->xpos], t->lemma ? t->lemma : "");
}

const char *sample_relation(cgi_arena *a, const cgi_lang *l, size_t i)
{
    const cgi_token *t = &l->tokens[i];
    if (t->head == CGI_NO_TOKEN)
        return "root";
    return cgi_arena_printf(a, "%s(%s)", cgi_rel_names[t->rel],
                            l->tokens[t->head].form);
}

size_t sample_find(const cgi_lang *l, const char *form)
{
    for (size_t i = 0; i < l->n_tokens; i++)
        if (!strcmp(l->tokens[i].form, form))
            return i;
    CU_FAIL("the sentence has no such word");
    return 0;
}
