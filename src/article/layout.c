/* SPDX-License-Identifier: Apache-2.0
 *
 * layout.c -- what a block of a newspaper page is, apart from prose: headline,
 * byline, credit, date line, list item.
 *
 * The few words in the table below are marks of layout, like the bullets: they
 * tell where the prose is, before any language is looked at.
 */
#include "article/layout.h"
#include "base/utf8.h"

#define HEADLINE_CHARS 160
#define HEADLINE_WORDS 26
#define BYLINE_CHARS   120
#define CREDIT_CHARS   300

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static size_t n_words(cgi_slice s)
{
    size_t n = 0;
    bool inside = false;
    for (const char *p = s.at, *end = s.at + s.len; p < end;) {
        bool blank = cgi_char_is_blank(cgi_utf8_next(&p, end));
        n += !blank && !inside;
        inside = !blank;
    }
    return n;
}

/* ---- Bylines and credits --------------------------------------------- */

typedef enum {
    MARK_NAME,   /* A name follows: "By Jane Roe". */
    MARK_CREDIT, /* Anything follows: "Photo: Jane Roe". */
} mark_kind;

static const struct {
    const char *word;
    mark_kind kind;
} marks[] = {
    {"by ", MARK_NAME},
    {"by: ", MARK_NAME},
    {"written by ", MARK_NAME},
    {"posted by ", MARK_NAME},
    {"photo by ", MARK_NAME},
    {"photograph by ", MARK_NAME},
    {"reporting by ", MARK_CREDIT},
    {"additional reporting by ", MARK_CREDIT},
    {"writing by ", MARK_CREDIT},
    {"editing by ", MARK_CREDIT},
    {"photo:", MARK_CREDIT},
    {"photos:", MARK_CREDIT},
    {"photograph:", MARK_CREDIT},
    {"image:", MARK_CREDIT},
    {"picture:", MARK_CREDIT},
    {"\xC2\xA9", MARK_CREDIT},
    {"copyright \xC2\xA9", MARK_CREDIT},
};

/* True if `s` begins with `word`, which is in small letters. */
static bool begins_with(cgi_slice s, const char *word)
{
    size_t n = strlen(word);
    if (s.len < n)
        return false;
    for (size_t i = 0; i < n; i++) {
        char c = s.at[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c + 32);
        if (c != word[i])
            return false;
    }
    return true;
}

/* "Jane Roe and John Doe, Reuters": no sentence, and few small words. */
static bool is_name_list(cgi_slice s)
{
    s = cgi_slice_trim(s);
    if (!s.len || s.len > BYLINE_CHARS || is_small(s.at[0]) ||
        n_words(s) > 14 || (s.at[s.len - 1] == '.' && n_words(s) > 5))
        return false;
    size_t words = 0, small = 0;
    for (size_t i = 0; i < s.len; i++) {
        bool starts = i == 0 || s.at[i - 1] == ' ';
        words += starts;
        small += starts && is_small(s.at[i]);
    }
    return small * 3 <= words;
}

static bool is_credit(cgi_slice s)
{
    if (s.at[0] == '(' && s.at[s.len - 1] == ')' && s.len > 2)
        s = (cgi_slice){s.at + 1, s.len - 2};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!begins_with(s, marks[i].word))
            continue;
        size_t n = strlen(marks[i].word);
        cgi_slice rest = {s.at + n, s.len - n};
        return marks[i].kind == MARK_CREDIT ? s.len <= CREDIT_CHARS
                                            : is_name_list(rest);
    }
    return false;
}

/* ---- Date lines ------------------------------------------------------ */

/* The digits at `i` as a number, and *i behind them; -1 if there are none, or
 * more than four. */
static int number_at(cgi_slice s, size_t *i)
{
    size_t begin = *i;
    int n = 0;
    while (*i < s.len && is_digit(s.at[*i]) && *i - begin < 5)
        n = n * 10 + (s.at[(*i)++] - '0');
    return *i > begin && *i - begin < 5 ? n : -1;
}

static bool is_year(int n)
{
    return n >= 1800 && n < 2200;
}

static bool is_day_number(int n)
{
    return n >= 1 && n <= 31;
}

/* What a date line is read into: a word is -1, a number is itself. */
typedef struct {
    int before, last;
    size_t words; /* Longer than "pm" and "at". */
    bool found;   /* A word, a day and a year side by side. */
} date_line;

static void take_number(date_line *d, int n)
{
    if (is_year(n) && ((d->before == -1 && is_day_number(d->last)) ||
                       (d->last == -1 && is_day_number(d->before))))
        d->found = true;
    d->before = d->last;
    d->last = n;
}

/* "Friday, July 21, 2017", "12 January 2010 @ 09:29 pm": a date and no prose,
 * which would have words in small letters. */
static bool is_date_line(cgi_slice s)
{
    date_line d = {0};
    if (s.len > 64 || strchr(".,", s.at[s.len - 1]))
        return false;
    for (size_t i = 0; i < s.len;) {
        size_t begin = i;
        if (is_digit(s.at[i])) {
            int n = number_at(s, &i);
            if (n < 0)
                return false;
            take_number(&d, n);
        } else if (is_small(s.at[i] | 0x20)) {
            while (i < s.len && is_small(s.at[i] | 0x20))
                i++;
            if (i - begin > 2 && is_small(s.at[begin]))
                return false;
            d.words += i - begin > 2;
            d.before = d.last;
            d.last = i - begin <= 9 ? -1 : 0;
        } else {
            i++;
        }
    }
    return d.found && d.words <= 4;
}

bool cgi_block_is_byline(cgi_slice block)
{
    return block.len && (is_credit(block) || is_date_line(block));
}

/* ---- Headlines and list items ---------------------------------------- */

bool cgi_block_is_headline(cgi_slice block)
{
    if (!block.len || cgi_utf8_length(block) > HEADLINE_CHARS ||
        is_small(block.at[0]) || n_words(block) > HEADLINE_WORDS)
        return false;
    return !strchr(".:;,-_", block.at[block.len - 1]) &&
           !cgi_block_bullet(block);
}

/* Bytes of "1." or "(1)" or "a)" at the start, without the space. */
static size_t item_number(cgi_slice s)
{
    size_t open = s.at[0] == '(', i = open, digits = 0;
    while (i < s.len && is_digit(s.at[i]) && digits < 2) {
        i++;
        digits++;
    }
    if (!digits && i + 1 < s.len && is_small(s.at[i]))
        i++;
    else if (!digits)
        return 0;
    if (i >= s.len || (s.at[i] != ')' && (open || !digits || s.at[i] != '.')))
        return 0;
    return i + 1;
}

size_t cgi_block_bullet(cgi_slice block)
{
    static const char *const bullets[] = {
        "-",
        "*",
        ">",
        "\xC2\xB7",
        "\xE2\x80\xA2",
        "\xE2\x80\xA3",
        "\xE2\x80\x93",
        "\xE2\x80\x94",
        "\xE2\x96\xAA",
        "\xE2\x96\xA0",
        "\xE2\x97\x8F",
        "\xE2\x97\xA6",
        "\xE2\x96\xBA",
        "\xE2\x9E\xA4",
    };
    size_t n = 0;
    if (!block.len)
        return 0;
    for (size_t i = 0; !n && i < sizeof bullets / sizeof *bullets; i++)
        if (begins_with(block, bullets[i]))
            n = strlen(bullets[i]);
    if (!n)
        n = item_number(block);
    if (!n || n >= block.len || (block.at[n] != ' ' && block.at[n] != '\t'))
        return 0;
    cgi_slice rest = {block.at + n, block.len - n};
    return (size_t)(cgi_slice_trim(rest).at - block.at);
}
