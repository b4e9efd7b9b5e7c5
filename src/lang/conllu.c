/* SPDX-License-Identifier: Apache-2.0
 *
 * conllu.c -- writes an analysis as CoNLL-U.
 *
 * Words of one orthographic word ("do", "n't") stand below a line for the
 * whole, which then carries the text as it is.
 */
#include "lang/conllu.h"

typedef struct {
    FILE *to;
    const cgi_lang *lang;
    size_t name; /* The first name that does not end before the token. */
} writer;

/* White space inside a field would break the line: one space for a run. */
static void put_text(FILE *to, const char *s, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)s[i];
        if (c > ' ' && c != 0x7F)
            fputc(c, to);
        else if (i + 1 == len || (unsigned char)s[i + 1] > ' ')
            fputc(' ', to);
    }
}

static void put_field(FILE *to, const char *s)
{
    put_text(to, s && *s ? s : "_", s && *s ? strlen(s) : 1);
}

static void put_bytes(const writer *w, uint32_t begin, uint32_t end)
{
    put_text(w->to, w->lang->article->text + begin, end - begin);
}

/* CharStart, CharEnd and SpaceAfter of the tokens [first, end). */
static void put_place(const writer *w, uint32_t first, uint32_t end,
                      bool has_space)
{
    const cgi_lang *l = w->lang;
    fprintf(w->to, "CharEnd=%u|CharStart=%u",
            cgi_article_chars(l->article, l->tokens[end - 1].end),
            cgi_article_chars(l->article, l->tokens[first].begin));
    if (!has_space)
        fputs("|SpaceAfter=No", w->to);
}

static void put_name(writer *w, uint32_t i)
{
    static const char *const types[CGI_N_NAME_TYPES] = {"", "PER", "ORG",
                                                        "LOC"};
    const cgi_lang *l = w->lang;
    while (w->name < l->n_names && l->names[w->name].end <= i)
        w->name++;
    if (w->name == l->n_names || l->names[w->name].first > i)
        return;
    const cgi_name *n = &l->names[w->name];
    fprintf(w->to, "|Name=%c-%s", n->first == i ? 'B' : 'I', types[n->type]);
}

/* True if white space, or nothing, follows token `i`. */
static bool space_after(const cgi_lang *l, uint32_t i)
{
    return i + 1 >= l->n_tokens || l->tokens[i + 1].space_before;
}

static void put_token(writer *w, const cgi_sentence *s, uint32_t i,
                      bool in_word)
{
    const cgi_token *t = &w->lang->tokens[i];
    fprintf(w->to, "%u\t", i - s->first + 1);
    put_field(w->to, t->form);
    fputc('\t', w->to);
    put_field(w->to, t->lemma);
    fprintf(w->to, "\t%s\t%s\t_\t%u\t%s\t_\t", cgi_upos_names[t->upos],
            cgi_xpos_names[t->xpos],
            t->head == CGI_NO_TOKEN ? 0 : t->head - s->first + 1,
            cgi_rel_names[t->rel]);
    put_place(w, i, i + 1, in_word || space_after(w->lang, i));
    put_name(w, i);
    fputc('\n', w->to);
}

/* The end of the orthographic word that begins with token `i`. */
static uint32_t word_end(const cgi_lang *l, const cgi_sentence *s, uint32_t i)
{
    uint32_t end = i + 1;
    while (end < s->end && l->tokens[end].in_word)
        end++;
    return end;
}

static void put_range(const writer *w, const cgi_sentence *s, uint32_t first,
                      uint32_t end)
{
    const cgi_lang *l = w->lang;
    fprintf(w->to, "%u-%u\t", first - s->first + 1, end - s->first);
    put_bytes(w, l->tokens[first].begin, l->tokens[end - 1].end);
    fputs("\t_\t_\t_\t_\t_\t_\t_\t", w->to);
    put_place(w, first, end, space_after(l, end - 1));
    fputc('\n', w->to);
}

static void put_sentence(writer *w, size_t k)
{
    const cgi_lang *l = w->lang;
    const cgi_sentence *s = &l->sentences[k];
    fputs("# sent_id = ", w->to);
    put_field(w->to, l->article->id ? l->article->id : "article");
    fprintf(w->to, "-%zu\n# text = ", k + 1);
    put_bytes(w, l->tokens[s->first].begin, l->tokens[s->end - 1].end);
    fputc('\n', w->to);
    for (uint32_t i = s->first; i < s->end;) {
        uint32_t end = word_end(l, s, i);
        bool in_word = end > i + 1;
        if (in_word)
            put_range(w, s, i, end);
        for (; i < end; i++)
            put_token(w, s, i, in_word);
    }
    fputc('\n', w->to);
}

void cgi_conllu_write(FILE *to, const cgi_lang *l)
{
    writer w = {to, l, 0};
    fputs("# newdoc id = ", to);
    put_field(to, l->article->id ? l->article->id : "article");
    fputc('\n', to);
    for (size_t i = 0; i < l->n_sentences; i++)
        put_sentence(&w, i);
}
