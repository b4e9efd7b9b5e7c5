/* SPDX-License-Identifier: Apache-2.0
 *
 * corpus.c -- much text as numbers.
 *
 * The text is first kept as numbers in the order of appearance, for which all
 * words count, and renumbered by frequency in the end.
 */
#include "train/corpus.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "lang/inputs.h"

#define COUNT_MIN 3

struct cgi_corpus_maker {
    cgi_arena *arena;
    cgi_table ids; /* To uint32_t *: number in order of appearance. */
    uint64_t *words;
    uint32_t *counts;
    const char **forms;
    size_t n_words, words_cap;
    uint32_t *text;
    size_t n_text, text_cap;
};

cgi_corpus_maker *cgi_corpus_maker_new(cgi_arena *a)
{
    cgi_corpus_maker *m = cgi_train_alloc(1, sizeof *m);
    m->arena = a;
    m->n_words = 1;
    m->words_cap = m->text_cap = 1024;
    m->words = cgi_train_alloc(m->words_cap, sizeof *m->words);
    m->counts = cgi_train_alloc(m->words_cap, sizeof *m->counts);
    m->forms = cgi_train_alloc(m->words_cap, sizeof *m->forms);
    m->text = cgi_train_alloc(m->text_cap, sizeof *m->text);
    return m;
}

static uint32_t new_word(cgi_corpus_maker *m, uint64_t word, const char *form)
{
    if (m->n_words == m->words_cap) {
        m->words_cap *= 2;
        m->words = cgi_train_grow(m->words, m->words_cap, sizeof *m->words);
        m->counts = cgi_train_grow(m->counts, m->words_cap, sizeof *m->counts);
        m->forms = cgi_train_grow(m->forms, m->words_cap, sizeof *m->forms);
    }
    m->words[m->n_words] = word;
    m->counts[m->n_words] = 0;
    m->forms[m->n_words] = cgi_arena_strndup(m->arena, form, strlen(form));
    return (uint32_t)m->n_words++;
}

static uint32_t number_of(cgi_corpus_maker *m, const char *form)
{
    uint64_t word = cgi_word_hash(form);
    cgi_slice key = {(const char *)&word, sizeof word};
    void **at = cgi_table_at(&m->ids, m->arena, key);
    if (!*at) {
        uint32_t *id = cgi_arena_alloc(m->arena, sizeof *id);
        *id = new_word(m, word, form);
        *at = id;
    }
    return *(const uint32_t *)*at;
}

static void put(cgi_corpus_maker *m, uint32_t id)
{
    if (m->n_text == m->text_cap) {
        m->text_cap *= 2;
        m->text = cgi_train_grow(m->text, m->text_cap, sizeof *m->text);
    }
    m->text[m->n_text++] = id;
    m->counts[id]++;
}

void cgi_corpus_add(cgi_corpus_maker *m, const cgi_lang *l)
{
    for (size_t i = 0; i < l->n_sentences; i++) {
        const cgi_sentence *s = &l->sentences[i];
        for (uint32_t k = s->first; k < s->end; k++)
            put(m, number_of(m, l->tokens[k].lower));
        put(m, 0);
    }
}

typedef struct {
    uint32_t count, id;
} ranked;

static int by_count(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return x->id < y->id ? -1 : x->id > y->id;
}

void cgi_corpus_end(cgi_corpus *out, cgi_corpus_maker *m, size_t limit)
{
    ranked *order = cgi_train_alloc(m->n_words, sizeof *order);
    uint32_t *renamed = cgi_train_alloc(m->n_words, sizeof *renamed);
    for (uint32_t i = 1; i < m->n_words; i++)
        order[i - 1] = (ranked){m->counts[i], i};
    qsort(order, m->n_words - 1, sizeof *order, by_count);
    size_t n = 0;
    while (n + 1 < m->n_words && n < limit && order[n].count >= COUNT_MIN)
        n++;
    out->words = cgi_train_alloc(n + 1, sizeof *out->words);
    out->counts = cgi_train_alloc(n + 1, sizeof *out->counts);
    out->forms = cgi_train_alloc(n + 1, sizeof *out->forms);
    for (uint32_t i = 0; i < n; i++) {
        renamed[order[i].id] = i + 1;
        out->words[i + 1] = m->words[order[i].id];
        out->counts[i + 1] = order[i].count;
        out->forms[i + 1] = m->forms[order[i].id];
        *cgi_table_at(&out->ids, m->arena,
                      (cgi_slice){(const char *)&out->words[i + 1], 8}) =
            &out->counts[i + 1];
    }
    for (size_t i = 0; i < m->n_text; i++)
        m->text[i] = renamed[m->text[i]];
    out->n_words = n + 1;
    out->text = m->text;
    out->n_text = m->n_text;
    free(order);
    free(renamed);
    free(m->words);
    free(m->counts);
    free(m->forms);
    free(m);
}

void cgi_corpus_clear(cgi_corpus *c)
{
    free(c->words);
    free(c->counts);
    free(c->forms);
    free(c->text);
}

uint32_t cgi_corpus_count(const cgi_corpus *c, cgi_slice lower)
{
    char text[64];
    if (lower.len >= sizeof text)
        return 0;
    memcpy(text, lower.at, lower.len);
    text[lower.len] = '\0';
    uint64_t word = cgi_word_hash(text);
    const uint32_t *count =
        cgi_table_find(&c->ids, (cgi_slice){(const char *)&word, 8});
    return count ? *count : 0;
}
