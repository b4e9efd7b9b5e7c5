/* SPDX-License-Identifier: Apache-2.0
 *
 * names_view.c -- what the name finder sees of an article.
 *
 * Not obvious: besides the token itself it sees what all other occurrences of
 * the same word in the article say. One "Mr. Mkula" makes every later "Mkula"
 * a person, one "park" makes the "Park" at the start of a headline no name.
 */
#include "lang/names.h"

#include "base/utf8.h"
#include "lang/inputs.h"

#define LONGEST_NAME  8   /* Words of a gazetteer name that are tried. */
#define LONGEST_BYTES 128 /* Bytes of one. */

static const char *const list_names[] = {
#define CGI_NAME_LIST(name, text) text,
#include "lang/names.def"
};

static bool in_list(const cgi_names_token *t, unsigned list)
{
    return t->word->lists >> list & 1;
}

/* ---- Letters --------------------------------------------------------------
 */

static char letter_class(uint32_t c)
{
    if (c < 0x80) {
        if (c >= 'a' && c <= 'z')
            return 'x';
        if (c >= 'A' && c <= 'Z')
            return 'X';
        return c >= '0' && c <= '9' ? 'd' : (char)c;
    }
    if (!cgi_utf8_is_letter(c))
        return '?';
    return cgi_utf8_is_upper(c) ? 'X' : 'x';
}

/* Sets shape, capital, upper and letters. */
static void look_at_letters(cgi_names_token *t, const char *form, size_t len)
{
    const char *at = form, *end = form + len;
    char last = 0, shape[32];
    size_t n = 0;
    bool lower = false;
    while (at < end) {
        char c = letter_class(cgi_utf8_next(&at, end));
        t->capital |= c == 'X' && !last;
        t->upper |= c == 'X';
        lower |= c == 'x';
        if (c != last && n < sizeof shape)
            shape[n++] = c;
        last = c;
    }
    t->letters = t->upper || lower;
    t->upper &= !lower;
    t->shape = cgi_hash(shape, n, len == 1);
}

static uint32_t find_lists(const cg_world *world, cgi_slice lower)
{
    uint32_t lists = 0;
    for (unsigned i = 0; i < CGI_N_NAME_LISTS; i++)
        if (cgi_world_in_list(NULL, world, list_names[i], lower))
            lists |= 1U << i;
    return lists;
}

/* Returns the word of the token, which all its occurrences share. */
static cgi_names_word *look_at_token(cgi_names_token *t, cgi_table *words,
                                     cgi_arena *a, const cg_world *world,
                                     const cgi_clusters *clusters,
                                     const cgi_token *token)
{
    cgi_slice form = cgi_slice_of(token->form);
    cgi_slice lower = cgi_slice_of(token->lower);
    look_at_letters(t, form.at, form.len);
    t->form = cgi_hash(form.at, form.len, 1);
    t->lower = cgi_hash(lower.at, lower.len, 2);
    void **place = cgi_table_at(words, a, lower);
    if (!*place) {
        cgi_names_word *word = cgi_arena_alloc(a, sizeof *word);
        word->lists = find_lists(world, lower);
        word->cluster =
            cgi_clusters_find(clusters, cgi_word_hash(token->lower));
        *place = word;
    }
    t->word = *place;
    return *place;
}

/* ---- Sentences ------------------------------------------------------------
 */

typedef struct {
    size_t words, capitals, uppers;
} case_count;

/* Counts words of two letters and more. */
static void count_case(case_count *c, const cgi_names_text *t, uint32_t first,
                       uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        const cgi_names_token *k = &t->tokens[i];
        if (!k->letters || !t->lang->tokens[i].form[1])
            continue;
        c->words++;
        c->capitals += k->capital;
        c->uppers += k->upper;
    }
}

static cgi_case sentence_case(const case_count *s, const case_count *article)
{
    bool shouts =
        article->words > 20 && article->uppers * 10 >= article->words * 7;
    if (s->words && s->uppers * 10 >= s->words * 8 && (s->words > 3 || shouts))
        return CGI_CASE_UPPER;
    if (s->words > 2 && !s->capitals)
        return CGI_CASE_LOWER;
    if (s->words > 3 && s->capitals * 10 >= s->words * 7)
        return CGI_CASE_TITLE;
    return CGI_CASE_NORMAL;
}

/* A word that may stand inside a run of capitalised words. */
static bool joins_run(const cgi_names_text *t, uint32_t i)
{
    const char *form = t->lang->tokens[i].form;
    return (form[0] == '-' && !form[1] && !t->lang->tokens[i].space_before) ||
           (!t->tokens[i].capital && in_list(&t->tokens[i], CGI_LIST_PARTICLE));
}

static void find_runs(const cgi_names_text *t, const cgi_sentence *s)
{
    for (uint32_t i = s->first; i < s->end; i++) {
        uint32_t end = i;
        if (!t->tokens[i].capital)
            continue;
        for (uint32_t k = i; k < s->end; k++) {
            if (t->tokens[k].capital)
                end = k + 1;
            else if (!joins_run(t, k) || k > end)
                break;
        }
        for (; i < end; i++) {
            /* `i` has moved on: the first token of the run is kept aside. */
            t->tokens[i].run_end = end;
            t->tokens[i].run =
                i && t->tokens[i - 1].run_end == end && i > s->first
                    ? t->tokens[i - 1].run
                    : i;
        }
        i--;
    }
}

/* ---- The gazetteer --------------------------------------------------------
 */

static unsigned gaz_kind(cgi_kind kind)
{
    switch (kind) {
    case CGI_KIND_PERSON: return CGI_GAZ_PERSON;
    case CGI_KIND_ORGANIZATION:
    case CGI_KIND_GOVERNMENT:
    case CGI_KIND_ARMED_GROUP:
    case CGI_KIND_MEDIA: return CGI_GAZ_BODY;
    case CGI_KIND_COUNTRY:
    case CGI_KIND_REGION:
    case CGI_KIND_SETTLEMENT: return CGI_GAZ_PLACE;
    case CGI_KIND_FACILITY: return CGI_GAZ_FACILITY;
    default: return 0;
    }
}

/* The longest gazetteer name that starts at token `i`: its tokens, and its
 * kind in *kind. 0 if there is none. */
static uint32_t longest_name(unsigned *kind, const cgi_names_text *t,
                             const cg_world *world, const cgi_sentence *s,
                             uint32_t i)
{
    char text[LONGEST_BYTES];
    size_t len = 0;
    uint32_t best = 0;
    for (uint32_t k = i; k < s->end && k < i + LONGEST_NAME; k++) {
        const cgi_token *token = &t->lang->tokens[k];
        size_t n = strlen(token->form);
        if (len + n + 1 > sizeof text)
            break;
        if (k > i && token->space_before)
            text[len++] = ' ';
        memcpy(text + len, token->form, n);
        len += n;
        if (!t->tokens[k].letters)
            continue;
        cgi_slice name = {text, len};
        const cgi_gaz *gaz = t->tokens[i].letter_case == CGI_CASE_UPPER
                                 ? cgi_world_find_caps(world, name)
                                 : cgi_world_find_name(world, name);
        if (gaz && gaz_kind(gaz->kind)) {
            best = k + 1 - i;
            *kind = gaz_kind(gaz->kind);
        }
    }
    if (!best && t->tokens[i].capital &&
        cgi_world_find_demonym(world, cgi_slice_of(t->lang->tokens[i].form))) {
        best = 1;
        *kind = CGI_GAZ_DEMONYM;
    }
    return best;
}

static void find_gazetteer_names(const cgi_names_text *t, const cg_world *world,
                                 const cgi_sentence *s)
{
    for (uint32_t i = s->first; i < s->end; i++) {
        unsigned kind = 0;
        if (!t->tokens[i].capital)
            continue;
        uint32_t n = longest_name(&kind, t, world, s, i);
        for (uint32_t k = 0; k < n; k++) {
            unsigned position = n == 1       ? CGI_NAMES_ONLY
                                : k == 0     ? CGI_NAMES_FIRST
                                : k == n - 1 ? CGI_NAMES_LAST
                                             : CGI_NAMES_INNER;
            t->tokens[i + k].gaz = (uint8_t)(4 * kind + position);
        }
        if (n)
            i += n - 1;
    }
}

/* ---- Hints ----------------------------------------------------------------
 */

/* Whether the run before "(" at `open` has the initials of the token after
 * it: "European Union (EU)". Small words may be skipped. */
static bool is_acronym(const cgi_names_text *t, const cgi_sentence *s,
                       uint32_t i)
{
    const cgi_token *tokens = t->lang->tokens;
    if (i < s->first + 2 || tokens[i - 1].form[0] != '(' ||
        !t->tokens[i].upper || !tokens[i].form[1])
        return false;
    size_t left = strlen(tokens[i].form);
    uint32_t k = i - 1, tries = 0;
    while (left && k > s->first && tries++ < 12) {
        k--;
        if (tokens[k].form[0] == tokens[i].form[left - 1])
            left--;
        else if (t->tokens[k].capital)
            return false;
    }
    return !left;
}

/* Hints from the words beside token `i`. */
static uint32_t side_hints(const cgi_names_text *t, const cgi_sentence *s,
                           uint32_t i)
{
    uint32_t h = 0;
    if (i > s->first) {
        const cgi_names_token *before = &t->tokens[i - 1];
        h |= (uint32_t)in_list(before, CGI_LIST_TITLE) << CGI_HINT_AFTER_TITLE;
        h |= (uint32_t)(in_list(before, CGI_LIST_GIVEN) && before->capital)
             << CGI_HINT_AFTER_GIVEN;
        h |= (uint32_t)in_list(before, CGI_LIST_LOCATIVE) << CGI_HINT_AFTER_IN;
    }
    if (i + 1 < s->end)
        h |= (uint32_t)in_list(&t->tokens[i + 1], CGI_LIST_SPEECH)
             << CGI_HINT_SPEAKS;
    return h;
}

/* Hints from the run of capitalised words that token `i` stands in. */
static uint32_t run_hints(const cgi_names_text *t, uint32_t i)
{
    const cgi_names_token *k = &t->tokens[i];
    if (k->run_end < k->run + 2)
        return 0;
    const cgi_names_token *last = &t->tokens[k->run_end - 1];
    uint32_t h = i + 1 == k->run_end ? 1U << CGI_HINT_RUN_LAST : 0;
    if (i == k->run)
        h |= 1U << CGI_HINT_RUN_FIRST;
    if (in_list(last, CGI_LIST_BODY) || in_list(last, CGI_LIST_COMPANY))
        h |= 1U << CGI_HINT_RUN_BODY;
    if (in_list(last, CGI_LIST_PLACE))
        h |= 1U << CGI_HINT_RUN_PLACE;
    return h;
}

static uint32_t find_hints(const cgi_names_text *t, const cgi_sentence *s,
                           uint32_t i)
{
    const cgi_names_token *k = &t->tokens[i];
    uint32_t h = 0;
    if (!k->letters)
        return 0;
    if (k->letter_case != CGI_CASE_UPPER && k->letter_case != CGI_CASE_LOWER) {
        if (!k->capital)
            return 1U << CGI_HINT_LOWER;
        if (i > s->first && k->letter_case == CGI_CASE_NORMAL)
            h |= 1U << CGI_HINT_MIDDLE;
        h |= run_hints(t, i);
    }
    h |= side_hints(t, s, i);
    h |= (uint32_t)is_acronym(t, s, i) << CGI_HINT_ACRONYM;
    switch (k->gaz / 4) {
    case CGI_GAZ_PERSON: h |= 1U << CGI_HINT_GAZ_PERSON; break;
    case CGI_GAZ_BODY: h |= 1U << CGI_HINT_GAZ_BODY; break;
    case CGI_GAZ_PLACE: h |= 1U << CGI_HINT_GAZ_PLACE; break;
    default: break;
    }
    return h;
}

static void count_hints(cgi_names_word *word, uint32_t hints)
{
    for (unsigned h = 0; h < CGI_N_HINTS; h++)
        if (hints >> h & 1 && word->hints[h] < UINT16_MAX)
            word->hints[h]++;
}

void cgi_names_view(cgi_names_text *out, cgi_arena *a, const cgi_lang *l,
                    const cg_world *world)
{
    cgi_table words = {0};
    cgi_clusters clusters = cgi_clusters_of(world);
    case_count article = {0};
    out->lang = l;
    out->world = world;
    out->tokens = cgi_arena_array(a, l->n_tokens, sizeof *out->tokens);
    cgi_names_word **of = cgi_arena_array(a, l->n_tokens, sizeof *of);
    for (size_t i = 0; i < l->n_tokens; i++)
        of[i] = look_at_token(&out->tokens[i], &words, a, world, &clusters,
                              &l->tokens[i]);
    count_case(&article, out, 0, (uint32_t)l->n_tokens);
    for (size_t n = 0; n < l->n_sentences; n++) {
        const cgi_sentence *s = &l->sentences[n];
        case_count c = {0};
        count_case(&c, out, s->first, s->end);
        cgi_case letter_case = sentence_case(&c, &article);
        for (uint32_t i = s->first; i < s->end; i++)
            out->tokens[i].letter_case = (uint8_t)letter_case;
        if (letter_case == CGI_CASE_NORMAL || letter_case == CGI_CASE_TITLE)
            find_runs(out, s);
        find_gazetteer_names(out, world, s);
        for (uint32_t i = s->first; i < s->end; i++) {
            out->tokens[i].hints = find_hints(out, s, i);
            count_hints(of[i], out->tokens[i].hints);
        }
    }
}
