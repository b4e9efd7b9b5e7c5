/* SPDX-License-Identifier: Apache-2.0
 *
 * tokenize.c -- an article into sentences and tokens.
 *
 * A token is found where the text stands, so its offsets are exact, and every
 * byte that is not white space lies in exactly one token. The same word is
 * kept once per article, whatever the number of its tokens.
 */
#include "lang/tokenize.h"

#include "base/hash.h"
#include "base/utf8.h"

typedef struct {
    const char *form, *lower;
} word;

typedef struct {
    cgi_arena *arena;
    cgi_scan scan;
    cgi_table words;   /* Of word *. */
    cgi_pieces pieces; /* Of one block; the room is used again. */
    CGI_VEC(cgi_token) tokens;
    CGI_VEC(cgi_sentence) sentences;
} tokenizer;

static const word *intern(tokenizer *t, cgi_slice form)
{
    void **at = cgi_table_at(&t->words, t->arena, form);
    if (!*at) {
        word *w = cgi_arena_alloc(t->arena, sizeof *w);
        w->form = cgi_arena_strndup(t->arena, form.at, form.len);
        bool has_capital = false;
        for (size_t i = 0; i < form.len; i++)
            has_capital |= (form.at[i] >= 'A' && form.at[i] <= 'Z') ||
                           (form.at[i] & 0x80) != 0;
        w->lower = has_capital ? cgi_utf8_lower(t->arena, form) : w->form;
        *at = w;
    }
    return *at;
}

static void add_token(tokenizer *t, cgi_piece p)
{
    const word *w = intern(
        t, (cgi_slice){t->scan.text + p.begin, (size_t)(p.end - p.begin)});
    cgi_token token = {.begin = p.begin,
                       .end = p.end,
                       .head = CGI_NO_TOKEN,
                       .child = CGI_NO_TOKEN,
                       .sibling = CGI_NO_TOKEN,
                       .sentence = (uint32_t)t->sentences.n,
                       .form = w->form,
                       .lower = w->lower,
                       .space_before = p.space_before,
                       .in_word = p.in_word};
    CGI_PUSH(t->arena, &t->tokens, token);
}

static void add_sentence(tokenizer *t, uint32_t first, uint32_t block)
{
    cgi_sentence s = {.first = first,
                      .end = (uint32_t)t->tokens.n,
                      .root = CGI_NO_TOKEN,
                      .block = block};
    CGI_PUSH(t->arena, &t->sentences, s);
}

/* "U.S." and "'s" found one after the other are one word. */
static bool continues_word(const tokenizer *t, cgi_piece p)
{
    if (p.kind != CGI_PIECE_WORD || p.space_before || !t->pieces.n)
        return false;
    const char *at = t->scan.text + p.begin;
    uint8_t before = t->pieces.at[t->pieces.n - 1].kind;
    return cgi_scan_is_apostrophe(cgi_scan_peek(&t->scan, at)) &&
           before >= CGI_PIECE_WORD && before <= CGI_PIECE_INITIAL;
}

static void find_pieces(tokenizer *t)
{
    const char *at = t->scan.begin;
    t->pieces.n = 0;
    for (bool gap = true; at < t->scan.end;) {
        const char *from = at;
        if (cgi_scan_is_blank(cgi_scan_peek(&t->scan, at))) {
            at = cgi_scan_skip(&t->scan, at);
            gap = true;
            continue;
        }
        cgi_piece p = cgi_scan_piece(&t->scan, at);
        p.begin = (uint32_t)(from - t->scan.text);
        p.space_before = gap;
        p.in_word = continues_word(t, p);
        cgi_piece_split(&t->pieces, t->arena, &t->scan, p);
        at = t->scan.text + p.end;
        gap = false;
    }
}

/* "MINSK, 4 May. /TASS/." is one sentence, whatever its stops. */
static void mark_dateline(cgi_pieces *pieces)
{
    for (size_t i = 0; i < pieces->n; i++) {
        pieces->at[i].ends = i + 1 == pieces->n;
        pieces->at[i].cut_stop = false;
    }
}

/* Divides [begin, end), where sentences neither begin before nor end after. */
static void divide(tokenizer *t, uint32_t begin, uint32_t end, uint32_t block,
                   bool is_dateline)
{
    t->scan.begin = t->scan.text + begin;
    t->scan.end = t->scan.text + end;
    t->scan.in_single = t->scan.after_currency = false;
    find_pieces(t);
    cgi_sentences_mark(t->pieces.at, t->pieces.n, &t->scan);
    if (is_dateline)
        mark_dateline(&t->pieces);
    uint32_t first = (uint32_t)t->tokens.n;
    for (size_t i = 0; i < t->pieces.n; i++) {
        cgi_piece p = t->pieces.at[i], stop = p;
        if (p.cut_stop) {
            p.end = stop.begin = p.end - 1;
            stop.space_before = stop.in_word = false;
            add_token(t, p);
        }
        add_token(t, stop);
        if (p.ends) {
            add_sentence(t, first, block);
            first = (uint32_t)t->tokens.n;
        }
    }
}

/* Is what stands before the prose a dateline, not just a bullet? */
static bool has_words(const char *at, const char *end)
{
    while (at < end)
        if (cgi_utf8_is_letter(cgi_utf8_next(&at, end)) && at < end &&
            cgi_utf8_is_letter(cgi_utf8_next(&at, end)))
            return true;
    return false;
}

void cgi_lang_tokenize(cgi_lang *l, cgi_arena *a, const cg_world *world)
{
    const cgi_article *article = l->article;
    tokenizer t = {.arena = a, .scan = {.text = article->text, .world = world}};
    for (size_t i = 0; i < article->n_blocks; i++) {
        const cgi_text_block *b = &article->blocks[i];
        uint32_t from = b->begin;
        if (b->body > from &&
            has_words(article->text + from, article->text + b->body)) {
            divide(&t, from, b->body, (uint32_t)i, true);
            from = b->body;
        }
        divide(&t, from, b->end, (uint32_t)i, false);
    }
    l->tokens = t.tokens.at;
    l->n_tokens = t.tokens.n;
    l->sentences = t.sentences.at;
    l->n_sentences = t.sentences.n;
}
