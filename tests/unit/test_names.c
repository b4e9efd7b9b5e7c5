/* SPDX-License-Identifier: Apache-2.0
 *
 * test_names.c -- the name finder but for what its model has learnt.
 *
 * Scores, weights and tags are mostly made by hand here, so that the tests hold
 * for every model; how well names are found is measured. Only what any good
 * model must find is tested with that of the source tree.
 */
#include <stdlib.h>
#include <string.h>

#include "lang/names.h"
#include "suites.h"

#define T          CGI_NAMES_TAGS
#define TOKENS_MAX 64

/* ---- A text of our own ----------------------------------------------------
 */

typedef struct {
    cgi_token tokens[TOKENS_MAX];
    cgi_sentence sentences[8];
    cgi_lang lang;
    cgi_names_text view;
    uint8_t tags[TOKENS_MAX];
    cgi_arena arena;
} text;

static void add_word(text *x, const char *word, size_t len)
{
    cgi_token *t = &x->tokens[x->lang.n_tokens++];
    cgi_slice form = {word, len};
    char *lower = cgi_arena_strndup(&x->arena, form.at, form.len);
    for (char *p = lower; *p; p++)
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p - 'A' + 'a');
    t->form = cgi_arena_strndup(&x->arena, form.at, form.len);
    t->lower = lower;
    t->space_before = true;
    t->head = CGI_NO_TOKEN;
}

/* Reads sentences of words with a space after each, "|" between sentences. A
 * word that begins with "~" has no white space before it. */
static void read_words(text *x, const char *words)
{
    cgi_lang *l = &x->lang;
    l->tokens = x->tokens;
    l->sentences = x->sentences;
    l->sentences[0].first = 0;
    for (const char *at = words; *at;) {
        size_t len = strcspn(at, " ");
        if (*at == '|') {
            l->sentences[l->n_sentences++].end = (uint32_t)l->n_tokens;
            l->sentences[l->n_sentences].first = (uint32_t)l->n_tokens;
        } else {
            bool glued = *at == '~' && len > 1;
            add_word(x, at + glued, len - glued);
            x->tokens[l->n_tokens - 1].space_before = !glued;
        }
        at += len + (at[len] == ' ');
    }
    l->sentences[l->n_sentences++].end = (uint32_t)l->n_tokens;
}

/* Tags [first, end) and lets the article agree; the result is in x->tags. */
static void tag(text *x, size_t first, size_t end, cgi_name_type type)
{
    cgi_names_set(x->tags, first, end, type);
}

static bool is_name(const text *x, size_t first, size_t end, cgi_name_type type)
{
    uint8_t want[TOKENS_MAX] = {0};
    cgi_names_set(want, first, end, type);
    return !memcmp(want + first, x->tags + first, end - first);
}

/* Runs work(x) with a view of `words`; false if memory ran out. */
static bool with_text(const char *words, const cg_world *world,
                      void (*work)(text *))
{
    text *x = calloc(1, sizeof *x);
    jmp_buf on_fail;
    if (!x)
        return false;
    x->arena.on_fail = &on_fail;
    bool done = !setjmp(on_fail);
    if (done) {
        read_words(x, words);
        cgi_names_view(&x->view, &x->arena, &x->lang, world);
        work(x);
    }
    cgi_arena_clear(&x->arena);
    free(x);
    return done;
}

/* ---- Tags -----------------------------------------------------------------
 */

static void tags_follow(void)
{
    unsigned first = cgi_names_tag(CGI_NAME_PERSON, CGI_NAMES_FIRST);
    unsigned last = cgi_names_tag(CGI_NAME_PERSON, CGI_NAMES_LAST);
    unsigned other = cgi_names_tag(CGI_NAME_PLACE, CGI_NAMES_LAST);
    unsigned only = cgi_names_tag(CGI_NAME_PLACE, CGI_NAMES_ONLY);
    CU_ASSERT_EQUAL(only, T - 1);
    CU_ASSERT_EQUAL(cgi_names_type(only), CGI_NAME_PLACE);
    CU_ASSERT_TRUE(cgi_names_may_follow(first, last));
    CU_ASSERT_FALSE(cgi_names_may_follow(first, other));
    CU_ASSERT_FALSE(cgi_names_may_follow(first, 0));
    CU_ASSERT_FALSE(cgi_names_may_follow(first, T));
    CU_ASSERT_FALSE(cgi_names_may_follow(T, last));
    CU_ASSERT_FALSE(cgi_names_may_follow(0, last));
    CU_ASSERT_TRUE(cgi_names_may_follow(last, only));
    CU_ASSERT_TRUE(cgi_names_may_follow(only, first));
    CU_ASSERT_TRUE(cgi_names_may_follow(T, 0) && cgi_names_may_follow(0, T));
}

/* Whether each tag may follow the one before. */
static bool is_legal(const uint8_t *tags, size_t n)
{
    bool legal = cgi_names_may_follow(T, tags[0]);
    for (size_t i = 1; i < n; i++)
        legal &= cgi_names_may_follow(tags[i - 1], tags[i]);
    return legal && cgi_names_may_follow(tags[n - 1], T);
}

static void best_sequence(text *x)
{
    cgi_names_model m = {0};
    int32_t scores[TOKENS_MAX * T] = {0};
    uint8_t tags[TOKENS_MAX];
    unsigned first = cgi_names_tag(CGI_NAME_PERSON, CGI_NAMES_FIRST);
    unsigned last = cgi_names_tag(CGI_NAME_PERSON, CGI_NAMES_LAST);
    unsigned wrong = cgi_names_tag(CGI_NAME_PLACE, CGI_NAMES_LAST);
    scores[0 * T + first] = 5;
    scores[1 * T + wrong] = 6; /* Best alone, but cannot follow. */
    scores[1 * T + last] = 5;
    scores[2 * T] = 1;
    cgi_names_viterbi(tags, &x->arena, scores, 3, &m);
    CU_ASSERT_EQUAL(tags[0], first);
    CU_ASSERT_EQUAL(tags[1], last);
    CU_ASSERT_EQUAL(tags[2], 0);
    /* Any scores give a legal sequence. */
    uint32_t random = 1;
    for (unsigned round = 0; round < 200; round++) {
        size_t n = 1 + round % TOKENS_MAX;
        for (size_t i = 0; i < n * T; i++)
            scores[i] =
                (int32_t)((random = random * 1664525 + 1013904223) >> 16) -
                32768;
        cgi_names_viterbi(tags, &x->arena, scores, n, &m);
        CU_ASSERT_TRUE(is_legal(tags, n));
    }
}

static void viterbi(void)
{
    CU_ASSERT_TRUE(with_text("a", test_world(), best_sequence));
}

/* Enough words for sums to overflow, had they been let grow. */
static void endless_sentence(text *x)
{
    enum { N = 200000 };
    cgi_names_model m = {0};
    int32_t *scores = cgi_arena_array(&x->arena, N, T * sizeof *scores);
    uint8_t *tags = cgi_arena_alloc(&x->arena, N);
    unsigned only = cgi_names_tag(CGI_NAME_PLACE, CGI_NAMES_ONLY);
    for (size_t i = 0; i < N; i++)
        scores[i * T + (i % 2 ? only : 0)] = 16256;
    cgi_names_viterbi(tags, &x->arena, scores, N, &m);
    CU_ASSERT_EQUAL(tags[0], 0);
    CU_ASSERT_EQUAL(tags[N - 2], 0);
    CU_ASSERT_EQUAL(tags[N - 1], only);
}

static void long_sentence(void)
{
    CU_ASSERT_TRUE(with_text("a", test_world(), endless_sentence));
}

/* ---- The model ------------------------------------------------------------
 */

static void damaged_model(void)
{
    enum { BUCKETS = 3, SIZE = CGI_NAMES_HEADER + BUCKETS * CGI_NAMES_BUCKET };
    static const uint8_t magic[] = {'N', 'A', 'M', '1', BUCKETS};
    uint8_t bytes[SIZE + CGI_NAMES_BUCKET] = {0};
    cgi_names_model m;
    memcpy(bytes, magic, sizeof magic);
    CU_ASSERT_EQUAL(cgi_names_model_read(&m, bytes, SIZE, NULL), CG_OK);
    CU_ASSERT_EQUAL(m.n_buckets, BUCKETS);
    for (size_t size = 0; size <= sizeof bytes; size++)
        if (size != SIZE)
            CU_ASSERT_EQUAL(cgi_names_model_read(&m, bytes, size, NULL),
                            CG_ERR_DATA);
    bytes[4] = 0; /* No buckets. */
    CU_ASSERT_EQUAL(cgi_names_model_read(&m, bytes, CGI_NAMES_HEADER, NULL),
                    CG_ERR_DATA);
    bytes[4] = BUCKETS;
    bytes[3] = '2'; /* Another version. */
    CU_ASSERT_EQUAL(cgi_names_model_read(&m, bytes, SIZE, NULL), CG_ERR_DATA);
}

/* ---- What is seen ---------------------------------------------------------
 */

static void runs_and_cases(text *x)
{
    const cgi_names_token *k = x->view.tokens;
    /* "Then Kwok Ching - yeung": the run ends with the last capital. */
    CU_ASSERT_EQUAL(k[2].run, 1);
    CU_ASSERT_EQUAL(k[2].run_end, 3);
    CU_ASSERT_EQUAL(k[0].run, k[0].run_end);
    CU_ASSERT_EQUAL(k[0].letter_case, CGI_CASE_NORMAL);
    uint32_t upper = x->lang.sentences[1].first;
    CU_ASSERT_EQUAL(k[upper].letter_case, CGI_CASE_UPPER);
    uint32_t lower = x->lang.sentences[2].first;
    CU_ASSERT_EQUAL(k[lower].letter_case, CGI_CASE_LOWER);
    uint32_t title = x->lang.sentences[3].first;
    CU_ASSERT_EQUAL(k[title].letter_case, CGI_CASE_TITLE);
}

static void view(void)
{
    CU_ASSERT_TRUE(with_text("when Kwok Ching ~- ~yeung came to our town | "
                             "REBELS TOOK THE WHOLE CITY | "
                             "nobody there came home | "
                             "Rebels Take Whole City",
                             test_world(), runs_and_cases));
}

/* The number of features, and that none depends on what is elsewhere. */
static void features_fit(text *x)
{
    uint64_t features[CGI_NAMES_FEATURES_MAX];
    for (size_t n = 0; n < x->lang.n_sentences; n++) {
        const cgi_sentence *s = &x->lang.sentences[n];
        for (uint32_t i = s->first; i < s->end; i++) {
            size_t count = cgi_names_features(features, &x->view, s, i);
            CU_ASSERT_TRUE(count > 20 && count <= CGI_NAMES_FEATURES_MAX);
        }
    }
}

static void features(void)
{
    CU_ASSERT_TRUE(with_text("North | President Mohammed Khan National Bank "
                             "Post Street Company said in Kabul that Gen. "
                             "Ali bin Saleh met King Hussein and Mr. Khan | - "
                             "| KHAN SAID NOTHING TO THE BANK",
                             test_world(), features_fit));
}

/* ---- Agreement ------------------------------------------------------------
 */

static void last_name_is_person(text *x)
{
    tag(x, 0, 2, CGI_NAME_PERSON);
    tag(x, 5, 6, CGI_NAME_PLACE);
    cgi_names_agree(x->tags, &x->arena, &x->view);
    CU_ASSERT_TRUE(is_name(x, 0, 2, CGI_NAME_PERSON));
    CU_ASSERT_TRUE(is_name(x, 5, 6, CGI_NAME_PERSON));
}

static void majority_decides(text *x)
{
    tag(x, 1, 2, CGI_NAME_PLACE);
    tag(x, 5, 6, CGI_NAME_PLACE);
    tag(x, 9, 10, CGI_NAME_ORGANIZATION);
    cgi_names_agree(x->tags, &x->arena, &x->view);
    CU_ASSERT_TRUE(is_name(x, 9, 10, CGI_NAME_PLACE));
    /* The fourth was overlooked. */
    CU_ASSERT_TRUE(is_name(x, 13, 14, CGI_NAME_PLACE));
}

static void titles_go(text *x)
{
    tag(x, 1, 4, CGI_NAME_PERSON);
    tag(x, 6, 7, CGI_NAME_PERSON);
    cgi_names_agree(x->tags, &x->arena, &x->view);
    CU_ASSERT_TRUE(is_name(x, 1, 2, CGI_NAME_NONE));
    CU_ASSERT_TRUE(is_name(x, 2, 4, CGI_NAME_PERSON));
    CU_ASSERT_TRUE(is_name(x, 6, 7, CGI_NAME_NONE));
}

static void hyphens_join(text *x)
{
    tag(x, 1, 3, CGI_NAME_PERSON);
    tag(x, 7, 8, CGI_NAME_PERSON);
    cgi_names_agree(x->tags, &x->arena, &x->view);
    CU_ASSERT_TRUE(is_name(x, 1, 5, CGI_NAME_PERSON));
    /* "a Zubov-led group" is not. */
    CU_ASSERT_TRUE(is_name(x, 7, 8, CGI_NAME_PERSON));
    CU_ASSERT_TRUE(is_name(x, 8, 10, CGI_NAME_NONE));
}

static void peoples_go(text *x)
{
    tag(x, 1, 2, CGI_NAME_PLACE);
    cgi_names_agree(x->tags, &x->arena, &x->view);
    CU_ASSERT_TRUE(is_name(x, 1, 2, CGI_NAME_NONE));
}

static void agreement(void)
{
    static const struct {
        const char *words;
        void (*work)(text *);
    } cases[] = {
        {"Anna Zubov spoke . | Then Zubov left .", last_name_is_person},
        {"near Zubov , then | near Zubov , then | near Zubov , then | near "
         "Zubov again",
         majority_decides},
        {"then President Anna Zubov spoke . President agreed", titles_go},
        {"then Kwok Ching ~- ~yeung met a Zubov ~- ~led group", hyphens_join},
        {"the Afghan came", peoples_go},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CU_ASSERT_TRUE(with_text(cases[i].words, test_world(), cases[i].work));
}

/* ---- Agreement, in short --------------------------------------------------
 *
 * A letter for each token: P, L and O begin a person, a place
 * and a body, p, l and o go on with them, "." is outside.
 */

typedef struct {
    const char *words, *before, *after;
} short_case;

static const short_case *now; /* What work() below is to do. */

static const char letters[2][CGI_N_NAME_TYPES + 1] = {".POL", ".pol"};

static void set_short(uint8_t *tags, const char *marks)
{
    for (size_t i = 0, end; marks[i]; i = end) {
        end = i + 1;
        const char *type = strchr(letters[0], marks[i]);
        if (!type)
            continue;
        while (marks[end] && marks[end] == letters[1][type - letters[0]] &&
               marks[end] != '.')
            end++;
        cgi_names_set(tags, i, end, (cgi_name_type)(type - letters[0]));
    }
}

static void show_short(char *out, const uint8_t *tags, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        unsigned position = tags[i] ? (tags[i] - 1U) % 4 : 0;
        bool begins = position == CGI_NAMES_FIRST || position == CGI_NAMES_ONLY;
        out[i] = letters[!begins][cgi_names_type(tags[i])];
    }
    out[n] = '\0';
}

static void work_short(text *x)
{
    char found[TOKENS_MAX + 1];
    set_short(x->tags, now->before);
    for (size_t i = 0; i < x->lang.n_tokens; i++)
        if (!strcmp(x->tokens[i].form, "and"))
            x->tokens[i].xpos = CGI_XPOS_CC;
        else if (!strcmp(x->tokens[i].lower, "the"))
            x->tokens[i].upos = CGI_UPOS_DET;
    CU_ASSERT_EQUAL(strlen(now->before), x->lang.n_tokens);
    cgi_names_agree(x->tags, &x->arena, &x->view);
    show_short(found, x->tags, x->lang.n_tokens);
    CU_ASSERT_STRING_EQUAL(found, now->after);
    if (strcmp(found, now->after))
        fprintf(stderr, "\n    %s\n -> %s\n", now->words, found);
}

static void short_cases(void)
{
    static const short_case cases[] = {
        /* What the gazetteer knows as a whole is one name. */
        {"the African Union met", ".LO.", ".Oo."},
        {"in New York Bay", ".Lll", ".Lll"},
        /* Definitions hold for the whole article. */
        {"Zand Road Authority ( ZRA ) fell | ZRA rose | ZRA fell | ZRA rose",
         "Ooo.L..L.L.L.", "Ooo.O..O.O.O."},
        {"the Zand Office on Latin Trade ( ZOLT ) | near ZOLT then",
         "....Ll.L..L.", ".Ooooo.O..O."},
        {"then Zarah Daban ( ZD ) spoke", ".Pp.O..", ".Pp.O.."},
        /* Heads. */
        {"the Zubov Group bought Zubov University", ".Pp.Ll", ".Oo.Oo"},
        {"then Michael Group and Anna Banks left", ".Pp.Pp.", ".Pp.Pp."},
        {"over Zubov Bridge", ".Ll", ".Ll"},
        {"then the Zubov Valley Front left", "......", "..Ooo."},
        {"The Zubov Valley Front left the city", ".......", ".Ooo..."},
        {"then Zubov Valley Front left again", "......", "......"},
        /* Particles. */
        {"then Peter van der Zubov left", "......", ".Pppp."},
        {"then Ali bin Zubov left", ".....", ".Ppp."},
        {"the Zubov de Daban bus", ".....", "....."},
        /* Lists. */
        {"in Zor , Daban and Kabul again", ".L.O.L.", ".L.L.L."},
        {"from Zor , Daban and Kabul again", ".P.P.L.", ".P.P.L."},
        {"of Zor and Daban again", ".L.O.", ".L.O."},
        /* The story decides what its headline means. */
        {"Zubov Wins Long Court Battle | then Anna Zubov won the case",
         "Pp....Pp...", "P.....Pp..."},
        {"Zubov Wins Long Court Battle | then Anna Zubov won the case",
         "......Pp...", "P.....Pp..."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        now = &cases[i];
        CU_ASSERT_TRUE(with_text(now->words, test_world(), work_short));
    }
}

/* ---- With the model -------------------------------------------------------
 */

/* Shows the names of a text as "Anna Zubov=P; Kabul=L". */
static void show_names(char *out, size_t size, const cgi_lang *l)
{
    size_t n = 0;
    out[0] = '\0';
    for (size_t i = 0; i < l->n_names && n < size; i++) {
        const cgi_name *k = &l->names[i];
        uint32_t begin = l->tokens[k->first].begin;
        n += (size_t)snprintf(out + n, size - n, "%s%.*s=%c", i ? "; " : "",
                              (int)(l->tokens[k->end - 1].end - begin),
                              l->article->text + begin, letters[0][k->type]);
    }
}

static void check_names(const char *words, const char *names)
{
    cgi_arena a = {0};
    jmp_buf on_fail;
    cgi_article article;
    cgi_lang l = {0};
    char found[300];
    const cg_source source = {.text = words, .len = strlen(words)};
    a.on_fail = &on_fail;
    if (!test_world() || setjmp(on_fail) ||
        cgi_article_read(&article, &a, &source, NULL, NULL) != CG_OK) {
        CU_FAIL("the text is not read");
        return;
    }
    cgi_lang_analyse(&l, &a, test_world(), &article);
    show_names(found, sizeof found, &l);
    CU_ASSERT_STRING_EQUAL(found, names);
    if (strcmp(found, names))
        fprintf(stderr, "\n    %s\n -> %s\n", words, found);
    cgi_arena_clear(&a);
}

static void many_lands(void)
{
    static const char *const cases[][2] = {
        /* Particles. */
        {"Mohammed bin Rashid al-Harthi met Pieter van der Berg in Muscat.",
         "Mohammed bin Rashid al-Harthi=P; Pieter van der Berg=P; Muscat=L"},
        {"Ursula von der Heide and Maria de los Santos spoke in Bogota.",
         "Ursula von der Heide=P; Maria de los Santos=P; Bogota=L"},
        {"Sheikh Hamad bin Jassim al-Thani arrived in Doha.",
         "Hamad bin Jassim al-Thani=P; Doha=L"},
        /* Initials, hyphens, apostrophes. */
        {"The reporter, J. K. Marlow, left for Nairobi.",
         "J. K. Marlow=P; Nairobi=L"},
        {"John F. O'Malley and Siobhan O'Brien-Walsh sued the company.",
         "John F. O'Malley=P; Siobhan O'Brien-Walsh=P"},
        {"Jean-Claude N'Diaye, the mayor of Saint-Louis, resigned.",
         "Jean-Claude N'Diaye=P; Saint-Louis=L"},
        /* Companies and sites. */
        {"VXS International Inc., Columbia Heights, N.J., said it lost money.",
         "VXS International Inc.=O; Columbia Heights=L; N.J.=L"},
        {"An offer is near, according to Brenzig.com.", "Brenzig.com=O"},
        {"Mail ann@brenzig.com or see www.brenzig.com for news.", ""},
        /* Orders of names. */
        {"Lee Sang-hoon, the minister, met Chen Xiaoming in Seoul.",
         "Lee Sang-hoon=P; Chen Xiaoming=P; Seoul=L"},
        {"Nguyen Van Thanh and Tran Thi Mai were released in Hanoi.",
         "Nguyen Van Thanh=P; Tran Thi Mai=P; Hanoi=L"},
        {"Carlos Alberto Gomez Rivera, a lawyer from Guadalajara, was killed.",
         "Carlos Alberto Gomez Rivera=P; Guadalajara=L"},
        /* Titles, peoples and lists. */
        {"Gen. Abdel Fattah al-Masri said Sudan would respond.",
         "Abdel Fattah al-Masri=P; Sudan=L"},
        {"French and German officials met Syrian rebels.", ""},
        {"The talks included envoys from Chad, Niger, Mali and Burkina Faso.",
         "Chad=L; Niger=L; Mali=L; Burkina Faso=L"},
        {"Jane Doe, Peter Orr, Samir Nasser and Li Wei signed the letter.",
         "Jane Doe=P; Peter Orr=P; Samir Nasser=P; Li Wei=P"},
        /* Headlines mean what the story says. */
        {"ZUBOV SAYS RUSSIA WILL LEAVE SYRIA BY JUNE\n\nForeign Minister "
         "Ivan Zubov said on Monday that troops would go home.",
         "ZUBOV=P; RUSSIA=L; SYRIA=L; Ivan Zubov=P"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_names(cases[i][0], cases[i][1]);
}

static void nothing_at_all(text *x)
{
    cgi_lang_find_names(&x->lang, &x->arena, test_world());
    CU_ASSERT_EQUAL(x->lang.n_names, 0);
}

static void empty(void)
{
    CU_ASSERT_TRUE(with_text("", test_world(), nothing_at_all));
}

CU_TestInfo names_tests[] = {
    {"a name that is begun is ended, and by its own type", tags_follow},
    {"the best legal sequence wins", viterbi},
    {"a sentence may be very long", long_sentence},
    {"a damaged model is refused", damaged_model},
    {"runs of capitals and the case of sentences are seen", view},
    {"features fit their room", features},
    {"the names of an article agree", agreement},
    {"definitions, heads, lists and headlines are heeded", short_cases},
    {"names of many lands are found", many_lands},
    {"an article without words has no names", empty},
    CU_TEST_INFO_NULL,
};
