/* SPDX-License-Identifier: Apache-2.0
 *
 * blocks.c -- divides the text into headline, bylines and paragraphs.
 *
 * Three habits of plain text have to be told apart: an empty line between
 * paragraphs, a line for each paragraph, and lines broken at a width. The last
 * gives itself away: lines end where the next word would not have fitted, and
 * go on with small letters.
 *
 *     KABUL, Sept 5 (Reuters) - Two people died when a bomb    <- full
 *     went off near the embassy on Monday, officials said.     <- full
 *         Nobody has claimed the attack.                       <- indented
 */
#include <stdlib.h>

#include "article/layout.h"
#include "base/utf8.h"

#define WIDTH_MIN  30 /* A width that text is broken at, in characters. */
#define WIDTH_MAX  120
#define SLACK      8 /* How much shorter than it a full line may be. */
#define TITLE_TRY  2 /* Blocks that may be the headline. */
#define DATELINES  6 /* Paragraphs that may begin with the dateline. */
#define CAPS_BYTES 4000

typedef struct {
    uint32_t begin, end; /* Without blanks at the ends; never empty. */
    uint32_t chars;      /* Code points, with the indent. */
    uint32_t first_word; /* Code points of its first word. */
    uint32_t indent;     /* Bytes of blanks before it. */
    bool after_gap;      /* An empty line stands before it. */
} text_line;

typedef struct {
    const char *text;
    text_line *at;
    size_t n;
    size_t width; /* That lines are broken at; 0 if they are not. */
} text_lines;

/* ---- Lines ----------------------------------------------------------- */

static cgi_slice line_slice(const text_lines *ls, const text_line *l)
{
    return (cgi_slice){ls->text + l->begin, l->end - l->begin};
}

static uint32_t first_word(cgi_slice s)
{
    uint32_t n = 0;
    for (const char *p = s.at, *end = s.at + s.len; p < end; n++)
        if (cgi_char_is_blank(cgi_utf8_next(&p, end)))
            break;
    return n;
}

/* Adds text[begin, end), if there is anything in it. */
static bool add_line(text_lines *ls, size_t begin, size_t end, bool after_gap)
{
    cgi_slice all = {ls->text + begin, end - begin};
    cgi_slice s = cgi_slice_trim(all);
    if (!s.len)
        return false;
    text_line *l = &ls->at[ls->n++];
    l->begin = (uint32_t)(s.at - ls->text);
    l->end = l->begin + (uint32_t)s.len;
    l->indent = l->begin - (uint32_t)begin;
    l->chars = l->indent + (uint32_t)cgi_utf8_length(s);
    l->first_word = first_word(s);
    l->after_gap = after_gap;
    return true;
}

static size_t line_end(const char *text, size_t at, size_t len)
{
    while (at < len && text[at] != '\n' && text[at] != '\r')
        at++;
    return at;
}

/* The lines of text[from, len) that are not empty. */
static void split_lines(text_lines *ls, cgi_arena *a, const char *text,
                        size_t from, size_t len)
{
    size_t n = 0;
    for (size_t i = from; i < len; i = line_end(text, i, len) + 1)
        n += line_end(text, i, len) > i;
    *ls = (text_lines){.text = text};
    ls->at = cgi_arena_array(a, n, sizeof *ls->at);

    bool gap = true;
    for (size_t i = from; i < len;) {
        size_t end = line_end(text, i, len);
        gap = !add_line(ls, i, end, gap);
        i = end + 1;
        if (end + 1 < len && text[end] == '\r' && text[end + 1] == '\n')
            i++;
    }
}

/* ---- Lines broken at a width ----------------------------------------- */

static bool begins_small(const text_lines *ls, const text_line *l)
{
    const char *p = ls->text + l->begin, *end = ls->text + l->end;
    uint32_t c = cgi_utf8_next(&p, end);
    return cgi_utf8_is_letter(c) && !cgi_utf8_is_upper(c);
}

/* Past the quotes and brackets that may close a sentence after its stop. */
static bool ends_sentence(const text_lines *ls, const text_line *l)
{
    cgi_slice s = line_slice(ls, l);
    while (s.len > 1) {
        char c = s.at[s.len - 1];
        if (s.len > 3 && !memcmp(s.at + s.len - 3, "\xE2\x80", 2))
            s.len -= 3; /* Curly quotes, and dashes, which end none. */
        else if (strchr("\"')]", c))
            s.len--;
        else
            return strchr(".!?:", c) != NULL;
    }
    return false;
}

static int compare_lengths(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* The length that hardly any line exceeds. */
static size_t usual_width(const text_lines *ls, cgi_arena *a)
{
    uint32_t *lengths = cgi_arena_array(a, ls->n, sizeof *lengths);
    for (size_t i = 0; i < ls->n; i++)
        lengths[i] = ls->at[i].chars;
    qsort(lengths, ls->n, sizeof *lengths, compare_lengths);
    return lengths[(ls->n - 1) - (ls->n - 1) / 25];
}

/* The line is full: what the next begins with would not have fitted. */
static bool is_full(const text_line *l, size_t width)
{
    return l->chars + 1 + l[1].first_word + SLACK > width;
}

/* Sets `width` if most lines that have a neighbour are broken at one. Prose
 * goes on with a small letter in about three lines of four; in capitals it
 * does not show, and that few lines end a sentence must do. */
static void find_width(text_lines *ls, cgi_arena *a, bool all_caps)
{
    if (ls->n < 2)
        return;
    size_t width = usual_width(ls, a);
    size_t pairs = 0, full = 0, small = 0, sentences = 0;
    if (width < WIDTH_MIN || width > WIDTH_MAX)
        return;
    for (size_t i = 0; i + 1 < ls->n; i++) {
        if (ls->at[i + 1].after_gap)
            continue;
        pairs++;
        if (!is_full(&ls->at[i], width))
            continue;
        full++;
        small += begins_small(ls, &ls->at[i + 1]);
        sentences += ends_sentence(ls, &ls->at[i]);
    }
    bool goes_on = all_caps ? full >= 3 : small * 3 >= full;
    if (full && full * 5 >= pairs * 3 && sentences * 2 <= full && goes_on)
        ls->width = width;
}

/* True if line `i` goes on with line i + 1. */
static bool is_joined(const text_lines *ls, size_t i)
{
    const text_line *l = &ls->at[i], *next = l + 1;
    if (i + 1 >= ls->n || next->after_gap ||
        cgi_block_bullet(line_slice(ls, next)) ||
        (!begins_small(ls, l) && cgi_block_is_byline(line_slice(ls, l))))
        return false;
    if (ls->width) {
        /* An indented line is a new paragraph, but not below a bullet. */
        if (next->indent > l->indent + 1 &&
            !cgi_block_bullet(line_slice(ls, l)))
            return false;
        return is_full(l, ls->width) || begins_small(ls, next);
    }
    return !ends_sentence(ls, l) && begins_small(ls, next) &&
           l->chars >= WIDTH_MIN;
}

/* ---- Blocks ---------------------------------------------------------- */

typedef CGI_VEC(cgi_text_block) block_vec;

static void add_block(block_vec *out, cgi_arena *a, cgi_block_kind kind,
                      size_t begin, size_t end)
{
    CGI_PUSH(a, out,
             (cgi_text_block){kind, (uint32_t)begin, (uint32_t)end,
                              (uint32_t)begin});
}

static cgi_slice block_slice(const cgi_article *art, const cgi_text_block *b)
{
    return (cgi_slice){art->text + b->begin, b->end - b->begin};
}

static void add_paragraphs(block_vec *out, cgi_arena *a, const text_lines *ls)
{
    for (size_t i = 0; i < ls->n; i++) {
        size_t first = i;
        while (is_joined(ls, i))
            i++;
        add_block(out, a, CGI_BLOCK_PARAGRAPH, ls->at[first].begin,
                  ls->at[i].end);
    }
}

/* Some block that follows `i` is longer than it, and prose. */
static bool has_story(const cgi_article *art, size_t i)
{
    cgi_slice title = block_slice(art, &art->blocks[i]);
    for (size_t k = i + 1; k < art->n_blocks && k <= i + 4; k++) {
        cgi_slice s = block_slice(art, &art->blocks[k]);
        if (s.len > title.len && !cgi_block_is_byline(s))
            return true;
    }
    return false;
}

/* The headline, if it was not given apart. */
static void find_title(cgi_article *art, bool all_caps)
{
    cgi_dateline skip;
    for (size_t i = 0; i < art->n_blocks && i < TITLE_TRY; i++) {
        cgi_text_block *b = &art->blocks[i];
        cgi_slice s = block_slice(art, b);
        if (cgi_block_is_byline(s))
            continue;
        if (!cgi_block_is_headline(s) || !has_story(art, i) ||
            cgi_dateline_find(&skip, s, all_caps))
            return;
        b->kind = CGI_BLOCK_TITLE;
        art->title = s;
        return;
    }
}

/* Who speaks in capitals more than once, "BLITZER: ...", is no place. */
static bool is_speaker(const cgi_article *art, const cgi_text_block *b,
                       const cgi_dateline *line)
{
    const char *behind = line->place.at + line->place.len;
    if (!line->place.len || *behind != ':')
        return false;
    size_t seen = 0;
    for (size_t i = 0; i < art->n_blocks && i < 40; i++) {
        cgi_dateline other;
        cgi_slice s = block_slice(art, &art->blocks[i]);
        if (&art->blocks[i] != b && cgi_dateline_find(&other, s, false) &&
            other.place.len && other.place.at[other.place.len] == ':')
            seen++;
    }
    return seen > 0;
}

static void find_dateline(cgi_article *art, bool all_caps)
{
    size_t tried = 0;
    for (size_t i = 0; i < art->n_blocks && tried < DATELINES; i++) {
        cgi_text_block *b = &art->blocks[i];
        cgi_dateline line;
        if (b->kind != CGI_BLOCK_PARAGRAPH)
            continue;
        tried++;
        if (!cgi_dateline_find(&line, block_slice(art, b), all_caps) ||
            is_speaker(art, b, &line))
            continue;
        b->body = b->begin + (uint32_t)line.end;
        art->dateline = line.place;
        art->agency = line.agency;
        return;
    }
}

static void find_kinds(cgi_article *art, bool all_caps)
{
    for (size_t i = 0; i < art->n_blocks; i++) {
        cgi_text_block *b = &art->blocks[i];
        cgi_slice s = block_slice(art, b);
        if (b->kind != CGI_BLOCK_PARAGRAPH)
            continue;
        cgi_dateline line; /* "LONDON, April 1 - Year 1986" is prose. */
        if (cgi_block_is_byline(s) && !cgi_dateline_find(&line, s, all_caps))
            b->kind = CGI_BLOCK_BYLINE;
        else
            b->body = b->begin + (uint32_t)cgi_block_bullet(s);
    }
}

void cgi_article_divide(cgi_article *art, cgi_arena *a, size_t title_end)
{
    text_lines ls;
    block_vec blocks = {0};
    bool all_caps = cgi_text_is_caps((cgi_slice){
        art->text + title_end,
        art->len - title_end < CAPS_BYTES ? art->len - title_end : CAPS_BYTES});
    cgi_slice title = cgi_slice_trim((cgi_slice){art->text, title_end});
    if (title.len) {
        size_t begin = (size_t)(title.at - art->text);
        add_block(&blocks, a, CGI_BLOCK_TITLE, begin, begin + title.len);
    }
    split_lines(&ls, a, art->text, title_end, art->len);
    find_width(&ls, a, all_caps);
    add_paragraphs(&blocks, a, &ls);
    art->blocks = blocks.at;
    art->n_blocks = blocks.n;
    if (!title.len)
        find_title(art, all_caps);
    find_kinds(art, all_caps);
    find_dateline(art, all_caps);
}
