/* SPDX-License-Identifier: Apache-2.0
 *
 * lemmas.c -- trains the section "lemma".
 *
 * Endings are counted over different words, not over their occurrences: a rare
 * word behaves like other rare words. An ending gets a script only where it
 * differs from what the next shorter ending says, and so does a word.
 */
#include "lang/lemma.h"

#include <stdlib.h>
#include <string.h>

#include "lang/clusters.h"
#include "lang/inputs.h"
#include "train/corpus.h"
#include "train/trainers.h"

/* Endings with fewer different words have no script. */
#define ENDING_MIN 2

/* How often a key wants each script; keys have few. */
typedef struct choice choice;
struct choice {
    uint32_t script, count;
    choice *next;
};

typedef struct {
    cgi_slice lower;
    uint16_t tag;
    choice *choices;
} word;

typedef struct {
    uint64_t key;
    size_t length;
    cgi_slice ending; /* Of one of the words that have it. */
    uint16_t tag;
    choice *choices;
    uint32_t script; /* What it says, its own or a shorter one's, plus 1. */
    bool is_needed;
} ending;

typedef struct {
    uint8_t bytes[CGI_LEMMA_SCRIPT];
} script;

typedef struct {
    cgi_arena *arena;
    cgi_table script_ids, word_ids, ending_ids;
    CGI_VEC(script) scripts;
    CGI_VEC(word *) words;
    CGI_VEC(ending *) endings;
    CGI_VEC(uint64_t) keys; /* Of the table, and their scripts. */
    CGI_VEC(uint32_t) values;
} trainer;

static void count(trainer *t, choice **list, uint32_t id)
{
    while (*list && (*list)->script != id)
        list = &(*list)->next;
    if (!*list) {
        *list = cgi_arena_alloc(t->arena, sizeof **list);
        (*list)->script = id;
    }
    (*list)->count++;
}

/* The commonest script plus 1 that drops no more than `most` bytes, or 0. */
static uint32_t commonest(const trainer *t, const choice *c, size_t most,
                          uint32_t *total)
{
    uint32_t best = 0, best_count = 0;
    *total = 0;
    for (; c; c = c->next) {
        *total += c->count;
        if (t->scripts.at[c->script].bytes[0] <= most &&
            c->count > best_count) {
            best = c->script + 1;
            best_count = c->count;
        }
    }
    return best;
}

static size_t common_bytes(const char *a, const char *b)
{
    size_t n = 0;
    while (a[n] && a[n] == b[n])
        n++;
    while (n && ((unsigned char)a[n] & 0xC0) == 0x80)
        n--;
    return n;
}

/* The script from a token to its lemma; false if there is none. */
static bool make_script(script *out, const cgi_token *k)
{
    memset(out, 0, sizeof *out);
    size_t lower = common_bytes(k->lower, k->lemma);
    size_t same = common_bytes(k->form, k->lemma);
    bool keep_case =
        same > lower || (same == lower && k->upos == CGI_UPOS_PROPN);
    if (k->upos == CGI_UPOS_PRON)
        keep_case = false; /* "i" is "I": not a matter of case. */
    size_t common = keep_case ? same : lower;
    size_t len = strlen(k->lower), add = strlen(k->lemma) - common;
    if (add > CGI_LEMMA_ADD || len > UINT8_MAX || strlen(k->form) != len)
        return false;
    out->bytes[0] = (uint8_t)(len - common);
    out->bytes[1] = keep_case;
    out->bytes[2] = (uint8_t)add;
    memcpy(out->bytes + 3, k->lemma + common, add);
    return true;
}

static uint32_t script_id(trainer *t, const script *s)
{
    cgi_slice key = {(const char *)s->bytes, sizeof s->bytes};
    void **at = cgi_table_at(&t->script_ids, t->arena, key);
    if (!*at) {
        uint32_t *id = cgi_arena_alloc(t->arena, sizeof *id);
        *id = (uint32_t)t->scripts.n;
        CGI_PUSH(t->arena, &t->scripts, *s);
        *at = id;
    }
    return *(uint32_t *)*at;
}

static word *word_at(trainer *t, cgi_slice lower, uint16_t tag)
{
    uint64_t key = cgi_lemma_word_key(lower, tag);
    void **at = cgi_table_at(&t->word_ids, t->arena,
                             (cgi_slice){(const char *)&key, sizeof key});
    if (!*at) {
        word *w = cgi_arena_alloc(t->arena, sizeof *w);
        *w = (word){.lower = lower, .tag = tag};
        CGI_PUSH(t->arena, &t->words, w);
        *at = w;
    }
    return *at;
}

static void count_token(trainer *t, const cgi_token *k)
{
    script s;
    if (!make_script(&s, k))
        return;
    uint16_t tag = cgi_tag_of(k->upos, k->xpos);
    word *w = word_at(t, cgi_slice_of(k->lower), tag);
    count(t, &w->choices, script_id(t, &s));
}

/* ---- Irregular forms ------------------------------------------------- */

static void add_form(trainer *t, const char *form, const char *lemma,
                     uint8_t upos, uint8_t xpos)
{
    cgi_token k = {.form = form,
                   .lower = form,
                   .lemma = lemma,
                   .upos = upos,
                   .xpos = xpos};
    word *w = word_at(t, cgi_slice_of(form), cgi_tag_of(upos, xpos));
    if (upos == CGI_UPOS_VERB)
        w->choices = NULL; /* Treebanks err: they have "fled" from "flead". */
    if (!w->choices)
        count_token(t, &k);
}

#define LINE_MAX_BYTES 200
#define WORDS          4

/* The words of a line, in place; returns how many there are, up to WORDS. */
static size_t split_line(char *words[WORDS], char *text)
{
    size_t n = 0;
    for (char *p = text; *p && *p != '#' && n < WORDS;) {
        while (*p == ' ' || *p == '\n')
            p++;
        if (*p)
            words[n++] = p;
        while (*p && *p != ' ' && *p != '\n')
            p++;
        if (*p)
            *p++ = '\0';
    }
    return n;
}

static cg_status add_irregular(trainer *t, const char *path, cg_error *err)
{
    char text[LINE_MAX_BYTES], *w[WORDS];
    FILE *f = fopen(path, "r");
    if (!f)
        return cgi_fail(err, CG_ERR_IO, 0, "cannot open %s", path);
    while (fgets(text, sizeof text, f)) {
        char *line = cgi_arena_strndup(t->arena, text, strlen(text));
        size_t n = split_line(w, line);
        if (n >= 3) {
            add_form(t, w[1], w[0], CGI_UPOS_VERB, CGI_XPOS_VBD);
            add_form(t, w[2], w[0], CGI_UPOS_VERB, CGI_XPOS_VBN);
        }
        if (n == 4)
            add_form(t, w[3], w[0], CGI_UPOS_VERB, CGI_XPOS_VBG);
        if (n == 2)
            add_form(t, w[1], w[0], CGI_UPOS_NOUN, CGI_XPOS_NNS);
    }
    bool ok = !ferror(f);
    fclose(f);
    return ok ? CG_OK : cgi_fail(err, CG_ERR_IO, 0, "cannot read %s", path);
}

/* ---- Endings --------------------------------------------------------- */

static ending *ending_at(trainer *t, cgi_slice lower, size_t k, uint16_t tag)
{
    cgi_slice s = {lower.at + lower.len - k, k};
    uint64_t key = cgi_lemma_ending_key(s, tag);
    void **at = cgi_table_at(&t->ending_ids, t->arena,
                             (cgi_slice){(const char *)&key, sizeof key});
    if (!*at) {
        ending *e = cgi_arena_alloc(t->arena, sizeof *e);
        *e = (ending){.key = key, .length = k, .ending = s, .tag = tag};
        CGI_PUSH(t->arena, &t->endings, e);
        *at = e;
    }
    return *at;
}

static size_t longest_ending(cgi_slice lower)
{
    return lower.len < CGI_LEMMA_ENDING ? lower.len : CGI_LEMMA_ENDING;
}

/* "Aug." is August, but "U.S.G." is no Gust. */
static bool is_abbreviation(const word *w)
{
    return w->lower.len > 1 && w->lower.at[w->lower.len - 1] == '.';
}

static void count_endings(trainer *t)
{
    for (size_t i = 0; i < t->words.n; i++) {
        const word *w = t->words.at[i];
        if (is_abbreviation(w))
            continue;
        uint32_t total, best = commonest(t, w->choices, SIZE_MAX, &total);
        for (size_t k = 0; k <= longest_ending(w->lower); k++)
            count(t, &ending_at(t, w->lower, k, w->tag)->choices, best - 1);
    }
}

static void add_key(trainer *t, uint64_t key, uint32_t id)
{
    CGI_PUSH(t->arena, &t->keys, key);
    CGI_PUSH(t->arena, &t->values, id);
}

/* Shorter endings first, as longer ones ask them. */
static void settle_endings(trainer *t)
{
    for (size_t k = 0; k <= CGI_LEMMA_ENDING; k++)
        for (size_t i = 0; i < t->endings.n; i++) {
            ending *e = t->endings.at[i];
            if (e->length != k)
                continue;
            uint32_t total, best = commonest(t, e->choices, k, &total);
            uint32_t shorter =
                k ? ending_at(t, e->ending, k - 1, e->tag)->script : 0;
            e->script = shorter;
            if (best && best != shorter && total >= ENDING_MIN) {
                e->script = best;
                add_key(t, e->key, best);
            }
        }
}

static void settle_words(trainer *t)
{
    for (size_t i = 0; i < t->words.n; i++) {
        const word *w = t->words.at[i];
        uint32_t total, best = commonest(t, w->choices, SIZE_MAX, &total);
        const ending *e =
            ending_at(t, w->lower, longest_ending(w->lower), w->tag);
        if (best != e->script)
            add_key(t, cgi_lemma_word_key(w->lower, w->tag), best);
    }
}

/* ---- Words of the corpus --------------------------------------------- */

/* A lemma is mended if that of another script of the same tag occurs at least
 * so often, and so many times as often. */
#define MEND_MIN   3
#define MEND_TIMES 50
/* Scripts that fewer words of the treebank have are not tried. */
#define TRIED_MIN 3

/* A script with the bytes that it drops, as words of one tag have it. */
typedef struct {
    uint32_t script, count;
    cgi_slice dropped;
} way;

typedef CGI_VEC(way) ways;

static void count_way(trainer *t, ways *list, const word *w)
{
    uint32_t total, best = commonest(t, w->choices, SIZE_MAX, &total);
    if (!best)
        return;
    size_t drop = t->scripts.at[best - 1].bytes[0];
    if (drop > w->lower.len)
        return;
    cgi_slice dropped = {w->lower.at + w->lower.len - drop, drop};
    for (size_t i = 0; i < list->n; i++) {
        way *k = &list->at[i];
        if (k->script == best - 1 && cgi_slice_equal(k->dropped, dropped)) {
            k->count++;
            return;
        }
    }
    CGI_PUSH(t->arena, list, (way){best - 1, 1, dropped});
}

/* The lemma of `lower` by a script, into `out`; its length. */
static size_t apply(char *out, size_t room, const trainer *t, cgi_slice lower,
                    uint32_t id)
{
    const uint8_t *s = t->scripts.at[id].bytes;
    if (s[0] > lower.len || lower.len - s[0] + s[2] > room)
        return 0;
    memcpy(out, lower.at, lower.len - s[0]);
    memcpy(out + lower.len - s[0], s + 3, s[2]);
    return lower.len - s[0] + s[2];
}

#define WORD_ROOM 64

static uint32_t occurrences(const trainer *t, const cgi_corpus *c,
                            cgi_slice lower, uint32_t id)
{
    char lemma[WORD_ROOM];
    size_t n = apply(lemma, sizeof lemma, t, lower, id);
    return n ? cgi_corpus_count(c, (cgi_slice){lemma, n}) : 0;
}

/* The script plus 1 that a word has from the treebank or from its endings. */
static uint32_t present_script(trainer *t, cgi_slice lower, uint16_t tag)
{
    uint64_t key = cgi_lemma_word_key(lower, tag);
    const word *w = cgi_table_find(&t->word_ids,
                                   (cgi_slice){(const char *)&key, sizeof key});
    uint32_t total, found = 0;
    if (w)
        return commonest(t, w->choices, SIZE_MAX, &total);
    for (size_t k = longest_ending(lower) + 1; !found && k-- > 0;)
        found = ending_at(t, lower, k, tag)->script;
    return found;
}

/* Does the word end with what a way drops? A consonant before the suffix
 * goes only where it is doubled: "stopping", but not "weeping". */
static bool may_drop(cgi_slice lower, cgi_slice dropped, size_t suffix)
{
    size_t len = dropped.len;
    if (!len || len >= lower.len ||
        memcmp(lower.at + lower.len - len, dropped.at, len) != 0)
        return false;
    bool is_doubled = lower.at[lower.len - len - 1] == dropped.at[0];
    return len != suffix + 1 || is_doubled || dropped.at[0] == 'e' ||
           dropped.at[0] == 'i' || dropped.at[0] == 'k';
}

/* Gives a word the script whose lemma is written far more often than that of
 * its present one. `suffix`: bytes of the ending of all such words. */
static void mend(trainer *t, const ways *list, const cgi_corpus *c,
                 cgi_slice lower, uint16_t tag, size_t suffix)
{
    uint32_t guess = present_script(t, lower, tag), best = 0;
    if (lower.len >= WORD_ROOM || !guess)
        return;
    uint32_t most = occurrences(t, c, lower, guess - 1) * MEND_TIMES;
    most = most < MEND_MIN - 1 ? MEND_MIN - 1 : most;
    for (size_t i = 0; i < list->n; i++) {
        const way *w = &list->at[i];
        if (w->count < TRIED_MIN || !may_drop(lower, w->dropped, suffix))
            continue;
        uint32_t n = occurrences(t, c, lower, w->script);
        if (n > most) {
            most = n;
            best = w->script + 1;
        }
    }
    if (!best)
        return;
    word *w = word_at(t, lower, tag);
    w->choices = NULL;
    count(t, &w->choices, best - 1);
}

/* Endings may mislead ("provoked" from "provok"), and so may treebanks, but
 * then hardly anybody writes the lemma. */
static void mend_words(trainer *t, const cgi_corpus *c)
{
    static const uint8_t tags[][2] = {
        {CGI_UPOS_VERB, CGI_XPOS_VBD}, {CGI_UPOS_VERB, CGI_XPOS_VBN},
        {CGI_UPOS_VERB, CGI_XPOS_VBG}, {CGI_UPOS_VERB, CGI_XPOS_VBZ},
        {CGI_UPOS_NOUN, CGI_XPOS_NNS}, {CGI_UPOS_ADJ, CGI_XPOS_JJR},
        {CGI_UPOS_ADJ, CGI_XPOS_JJS}};
    static const char *const endings[] = {"ed", "ed", "ing", "s",
                                          "s",  "er", "est"};
    for (size_t k = 0; k < sizeof tags / sizeof *tags; k++) {
        uint16_t tag = cgi_tag_of(tags[k][0], tags[k][1]);
        size_t len = strlen(endings[k]), n = t->words.n;
        ways list = {0};
        for (size_t i = 0; i < n; i++)
            if (t->words.at[i]->tag == tag)
                count_way(t, &list, t->words.at[i]);
        for (size_t i = 1; i < c->n_words; i++) {
            cgi_slice w = cgi_slice_of(c->forms[i]);
            if (w.len > len + 2 && !memcmp(w.at + w.len - len, endings[k], len))
                mend(t, &list, c, w, tag, len);
        }
    }
}

static void *join(size_t *size, const trainer *t)
{
    uint32_t bits = 0;
    while (((size_t)1 << bits) * 2 < t->keys.n * 3)
        bits++;
    size_t scripts = t->scripts.n * CGI_LEMMA_SCRIPT;
    *size = CGI_LEMMA_HEADER + scripts + ((size_t)CGI_LEMMA_PLACE << bits);
    uint8_t *out = cgi_train_alloc(*size, 1);
    cgi_store32(out, (uint32_t)t->scripts.n);
    cgi_store32(out + 4, bits);
    memcpy(out + CGI_LEMMA_HEADER, t->scripts.at, scripts);
    uint8_t *places = out + CGI_LEMMA_HEADER + scripts;
    uint32_t mask = ((uint32_t)1 << bits) - 1;
    for (size_t i = 0; i < t->keys.n; i++) {
        uint32_t place = (uint32_t)t->keys.at[i] & mask;
        while (cgi_load32(places + (size_t)CGI_LEMMA_PLACE * place))
            place = (place + 1) & mask;
        uint8_t *at = places + (size_t)CGI_LEMMA_PLACE * place;
        cgi_store32(at, cgi_clusters_print(t->keys.at[i]));
        cgi_store16(at + 4, t->values.at[i]);
    }
    return out;
}

cg_status cgi_train_lemmas(void **out, size_t *size, cgi_arena *a,
                           const cgi_lang *l, const cgi_corpus *corpus,
                           const char *irregular, cg_error *err)
{
    trainer *t = cgi_arena_alloc(a, sizeof *t);
    t->arena = a;
    for (size_t i = 0; i < l->n_tokens; i++)
        count_token(t, &l->tokens[i]);
    count_endings(t); /* Irregular forms are no pattern for others. */
    settle_endings(t);
    if (corpus)
        mend_words(t, corpus);
    if (irregular)
        CG_TRY(add_irregular(t, irregular, err));
    settle_words(t);
    *out = join(size, t);
    return CG_OK;
}
