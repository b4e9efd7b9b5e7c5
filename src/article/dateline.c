/* SPDX-License-Identifier: Apache-2.0
 *
 * dateline.c -- "KABUL, Sept 5 (Reuters) -": the place where a story was
 * filed, the agency that filed it, and where its prose begins.
 *
 * No list of places or months is at hand here, nor needed: a dateline has a
 * shape. A few pieces are cut off the start of the paragraph and matched
 * against
 *
 *     place [date] [agency] dash [date ":"] ["[Text]"]
 *
 * with a place in capitals or capitalised words, a date that has a digit, and
 * an agency in parentheses or between slashes. Without date and agency only
 * the capitals and the dash speak for it, and more is asked of the rest.
 */
#include "article/layout.h"
#include "base/utf8.h"

#define SCAN_BYTES  240 /* A dateline is shorter, */
#define MAX_PIECES  32  /* and has fewer words. */
#define PLACE_WORDS 8
#define PROSE_BYTES 100 /* A paragraph that is longer is no headline. */

typedef enum {
    PIECE_END,
    PIECE_CAPS,  /* Capitals only: "KABUL". */
    PIECE_TITLE, /* Capital first: "Kabul". */
    PIECE_LOW,   /* "de". */
    PIECE_NUMBER,
    PIECE_COMMA,
    PIECE_STOP, /* "." */
    PIECE_COLON,
    PIECE_PAREN,   /* "(Reuters)" */
    PIECE_SLASHES, /* "/PRNewswire/" */
    PIECE_BRACKET, /* "[Text]" */
    PIECE_DASH,
    PIECE_OTHER
} piece_kind;

typedef struct {
    piece_kind kind;
    size_t begin, end;
} piece;

typedef struct {
    cgi_slice s;   /* The start of the block. */
    bool is_whole; /* ... or all of it. */
    piece at[MAX_PIECES + 1];
} pieces;

/* ---- Cutting --------------------------------------------------------- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Bytes of a dash at `i`, which is no hyphen within or between words; 0. */
static size_t dash_at(cgi_slice s, size_t i)
{
    static const char *const long_ones[] = {"\xE2\x80\x93", "\xE2\x80\x94",
                                            "\xE2\x80\x95"};
    for (size_t k = 0; k < 3; k++)
        if (s.len - i >= 3 && !memcmp(s.at + i, long_ones[k], 3))
            return 3;
    size_t n = 0, marks = 0;
    while (i + n < s.len && (s.at[i + n] == '-' || s.at[i + n] == '_')) {
        n++;
        marks++;
        /* "- -" is how some archives keep "--". */
        if (i + n + 1 < s.len && s.at[i + n] == ' ' && s.at[i + n + 1] == '-')
            n++;
    }
    bool spaced = i + n == s.len || s.at[i + n] == ' ' || s.at[i + n] == '\n';
    return marks >= 2 || (marks == 1 && spaced) ? n : 0;
}

/* The end of what begins with `open` at `i`, or `i` if `close` is missing. */
static size_t closed_at(cgi_slice s, size_t i, char close)
{
    const char *end = memchr(s.at + i + 1, close, s.len - i - 1);
    size_t n = end ? (size_t)(end - s.at) + 1 : i;
    return n - i <= 80 ? n : i;
}

static piece word_at(cgi_slice s, size_t i)
{
    const char *p = s.at + i, *end = s.at + s.len;
    size_t letters = 0, capitals = 0, stop = i;
    bool first_is_capital = false;
    while (p < end) {
        size_t here = (size_t)(p - s.at);
        uint32_t c = cgi_utf8_next(&p, end);
        if (cgi_utf8_is_letter(c)) {
            letters++;
            capitals += cgi_utf8_is_upper(c);
            first_is_capital |= here == i && cgi_utf8_is_upper(c);
        } else if (!strchr("'-.&", (int)(c < 0x80 ? c : '*')) && c != 0x2019 &&
                   !(c >= '0' && c <= '9')) {
            break;
        } else if (c == '-' && dash_at(s, here)) {
            break;
        }
        stop = (size_t)(p - s.at);
    }
    piece_kind kind = !first_is_capital     ? PIECE_LOW
                      : capitals == letters ? PIECE_CAPS
                                            : PIECE_TITLE;
    return (piece){kind, i, stop};
}

static size_t number_end(cgi_slice s, size_t i)
{
    while (i < s.len && (is_digit(s.at[i]) || strchr("./:-", s.at[i]) ||
                         (s.at[i] >= 'a' && s.at[i] <= 'z')))
        if (s.at[i] == '-' && dash_at(s, i))
            break;
        else
            i++;
    while (s.at[i - 1] == ':')
        i--;
    return i;
}

static piece mark_at(cgi_slice s, size_t i)
{
    static const struct {
        char open, close;
        piece_kind kind;
    } pairs[] = {{'(', ')', PIECE_PAREN},
                 {'/', '/', PIECE_SLASHES},
                 {'[', ']', PIECE_BRACKET}};
    for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++) {
        if (s.at[i] != pairs[k].open)
            continue;
        size_t end = closed_at(s, i, pairs[k].close);
        return (piece){end > i ? pairs[k].kind : PIECE_OTHER, i,
                       end > i ? end : i + 1};
    }
    size_t dash = dash_at(s, i);
    if (dash)
        return (piece){PIECE_DASH, i, i + dash};
    piece_kind kind = s.at[i] == ','   ? PIECE_COMMA
                      : s.at[i] == '.' ? PIECE_STOP
                      : s.at[i] == ':' ? PIECE_COLON
                                       : PIECE_OTHER;
    return (piece){kind, i, i + 1};
}

static void cut(pieces *out, cgi_slice block)
{
    cgi_slice s = block;
    out->is_whole = s.len <= SCAN_BYTES;
    if (!out->is_whole) {
        s.len = SCAN_BYTES;
        while ((s.at[s.len] & 0xC0) == 0x80)
            s.len--;
    }
    out->s = s;
    size_t n = 0, i = 0;
    while (n < MAX_PIECES && i < s.len) {
        const char *p = s.at + i;
        uint32_t c = cgi_utf8_next(&p, s.at + s.len);
        if (cgi_char_is_blank(c)) {
            i = (size_t)(p - s.at);
            continue;
        }
        piece next = cgi_utf8_is_letter(c) ? word_at(s, i)
                     : is_digit(s.at[i])
                         ? (piece){PIECE_NUMBER, i, number_end(s, i)}
                         : mark_at(s, i);
        if (next.kind == PIECE_OTHER)
            break;
        out->at[n++] = next;
        i = next.end;
    }
    out->at[n] = (piece){i < s.len ? PIECE_OTHER : PIECE_END, i, i};
}

/* ---- Matching -------------------------------------------------------- */

static bool is_word(const piece *p)
{
    return p->kind == PIECE_CAPS || p->kind == PIECE_TITLE;
}

static bool ends_with_stop(const pieces *ps, const piece *p)
{
    return ps->s.at[p->end - 1] == '.';
}

/* True for "5" and "31st", and for all of "2022-09-05" and "5/9/22". */
static bool is_day(const pieces *ps, const piece *p)
{
    const char *at = ps->s.at + p->begin;
    size_t n = 1, len = p->end - p->begin;
    while (n < len && is_digit(at[n]))
        n++;
    if (n < len && strchr("-/", at[n]))
        return true;
    return n == 1 || (n == 2 && at[0] <= '3');
}

/* The pieces from `i` on that are a date; `i` itself if there is none. Words
 * belong to it only next to a number: "Sept. 5", "12 FEB 90". */
static size_t match_date(const pieces *ps, size_t i)
{
    size_t begin = i, days = 0;
    for (; i < begin + 8; i++) {
        const piece *p = ps->at + i;
        bool after = i > begin && p[-1].kind == PIECE_NUMBER;
        bool sealed = after && ends_with_stop(ps, p - 1);
        if (p->kind == PIECE_NUMBER)
            days += is_day(ps, p);
        else if (is_word(p) && p->end - p->begin <= 10 && !sealed &&
                 (after || p[1].kind == PIECE_NUMBER))
            continue;
        else if (p->kind == PIECE_COMMA && p[1].kind == PIECE_NUMBER)
            continue;
        else if (p->kind == PIECE_LOW && after && !sealed &&
                 p[1].kind == PIECE_NUMBER)
            continue; /* "14 may 90" */
        else
            break;
    }
    return days ? i : begin;
}

/* The pieces from 0 on that are a place: "RIO DE JANEIRO, Brazil". */
static size_t match_place(const pieces *ps)
{
    size_t i = 0, words = 0;
    for (; words < PLACE_WORDS; i++) {
        const piece *p = ps->at + i;
        bool links = p->kind == PIECE_LOW && p->end - p->begin <= 4;
        if (is_word(p) && p[1].kind != PIECE_NUMBER)
            words++;
        else if (!i || (p->kind != PIECE_COMMA && !links) || !is_word(p + 1))
            break;
        else if (p->kind == PIECE_COMMA && p[2].kind == PIECE_NUMBER)
            break;
        if (is_word(p) && ends_with_stop(ps, p) && p[1].kind != PIECE_COMMA &&
            p->end - p->begin > 5) {
            i++; /* "Moscow. September 5." */
            break;
        }
    }
    return i;
}

static cgi_slice between(const pieces *ps, size_t first, size_t end)
{
    if (first == end)
        return (cgi_slice){ps->s.at, 0};
    size_t b = ps->at[first].begin, e = ps->at[end - 1].end;
    bool abbreviation = e - ps->at[end - 1].begin <= 5;
    if (!abbreviation && ps->s.at[e - 1] == '.')
        e--;
    return (cgi_slice){ps->s.at + b, e - b};
}

static cgi_slice inside(const pieces *ps, const piece *p)
{
    return cgi_slice_trim(
        (cgi_slice){ps->s.at + p->begin + 1, p->end - p->begin - 2});
}

/* What was matched before the dash. */
typedef struct {
    size_t place, date, agency; /* Where each ends, in pieces. */
    bool has_date, has_agency;
} match;

static size_t skip_marks(const pieces *ps, size_t i)
{
    while (ps->at[i].kind == PIECE_COMMA || ps->at[i].kind == PIECE_STOP)
        i++;
    return i;
}

/* "Reuters" and "Inravision television Cadena 1", but no date. Without a
 * place, "(Story can end here.)" must not pass. */
static bool is_agency(cgi_slice s, bool has_place)
{
    size_t blanks = 0;
    for (size_t i = 0; i < s.len; i++) {
        blanks += s.at[i] == ' ';
        if (s.at[i] == ',' || (s.at[i] == '.' && i + 1 == s.len))
            return false;
    }
    return s.len > 1 && !is_digit(s.at[0]) && (has_place || blanks < 3);
}

/* Sets the agency after piece `i`; returns what follows it. "(Panama), 14 Mar
 * 90 (EFE)" tells the country first. */
static size_t match_agency(match *m, cgi_dateline *out, const pieces *ps,
                           size_t i)
{
    const piece *p = ps->at + i;
    if (p->kind == PIECE_PAREN || p->kind == PIECE_SLASHES) {
        out->agency = inside(ps, p);
        m->has_agency = is_agency(out->agency, m->place > 0);
        return i + 1;
    }
    size_t n = 0; /* "INTERFAX.COM -" */
    while (m->has_date && is_word(p + n) && n < 3)
        n++;
    if (!n || p[n].kind != PIECE_DASH)
        return i;
    out->agency = between(ps, i, i + n);
    m->has_agency = true;
    return i + n;
}

static size_t match_head(match *m, cgi_dateline *out, const pieces *ps)
{
    *m = (match){0};
    m->place = match_place(ps);
    out->place = between(ps, 0, m->place);
    size_t i = m->place;
    if (i && ps->at[i].kind == PIECE_PAREN && ps->at[i + 1].kind == PIECE_COMMA)
        i++;
    i = skip_marks(ps, i);
    if (m->place) {
        size_t end = match_date(ps, i);
        m->has_date = end > i;
        i = end;
    }
    return skip_marks(ps, match_agency(m, out, ps, skip_marks(ps, i)));
}

/* True if the piece can begin a story; most begin with a capital. */
static bool begins_prose(const pieces *ps, size_t i)
{
    const piece *p = ps->at + i;
    return p->kind != PIECE_LOW && p->kind != PIECE_COMMA &&
           p->kind != PIECE_STOP && p->kind != PIECE_DASH;
}

/* "Mehmet Oz -- surgeon and star -- has been": the dash has a partner. */
static bool has_other_dash(const pieces *ps, size_t from)
{
    cgi_slice s = ps->s;
    for (size_t i = from; i < s.len; i++) {
        if (s.at[i] == '.' && i + 1 < s.len && s.at[i + 1] == ' ')
            return false;
        if (i > 0 && s.at[i - 1] == ' ' && dash_at(s, i))
            return true;
    }
    return false;
}

/* Nothing but place and dash: the place has to look like one, and not the
 * start of a headline ("COLTS BEAT CHIEFS 20 - 13"). */
static bool is_plain_place(const pieces *ps, const match *m, size_t dash,
                           bool all_caps)
{
    bool alone = ps->at[dash + 1].kind == PIECE_END;
    if (all_caps || !m->place || !begins_prose(ps, dash + 1) ||
        (!alone && ps->s.len < PROSE_BYTES))
        return false;
    if (ps->at[0].kind == PIECE_CAPS && ps->at[0].end > 2)
        return true;
    size_t words = 0;
    for (size_t i = 0; i < m->place; i++)
        words += is_word(ps->at + i);
    return words <= 3 && !alone && !has_other_dash(ps, ps->at[dash].end);
}

/* "KABUL Sept 5" or "Kabul, Sept 5", but not "Formula One Round 5" nor
 * "COLTS BEAT CHIEFS 20". */
static bool is_dated_place(const pieces *ps, const match *m)
{
    const piece *last = ps->at + m->place - 1;
    bool month = ps->at[0].kind == PIECE_CAPS && last[1].kind == PIECE_TITLE;
    return month || !is_word(last + 1) || ends_with_stop(ps, last);
}

static bool begins_sentence(const pieces *ps, size_t i)
{
    return ps->at[i].kind == PIECE_TITLE || ps->at[i].kind == PIECE_CAPS;
}

/* "NEW DELHI: The minister": only for capitals before and prose behind. */
static bool is_colon_place(const pieces *ps, const match *m, size_t i,
                           bool all_caps)
{
    if (all_caps || ps->s.len < PROSE_BYTES || ps->at[i].kind != PIECE_COLON ||
        m->has_agency || !m->place || i > 3)
        return false;
    for (size_t k = 0; k < m->place; k++)
        if (ps->at[k].kind != PIECE_CAPS)
            return false;
    if (ps->at[m->place - 1].end < 3) /* "Q: Why ..." */
        return false;
    return begins_sentence(ps, i + 1);
}

/* "KABUL (Pajhwok): The" and "Bogota, March 8 (IANS) The" need no dash, but
 * "Ann Lee (Labour): I" names no place. */
static bool is_agency_place(const pieces *ps, const match *m, size_t i,
                            bool all_caps)
{
    if (all_caps || !m->place || !m->has_agency || ps->s.len < PROSE_BYTES)
        return false;
    bool capital = ps->at[0].kind == PIECE_CAPS && ps->at[0].end > 2;
    if (ps->at[i].kind == PIECE_COLON)
        return capital && begins_sentence(ps, i + 1);
    return m->has_date && begins_sentence(ps, i);
}

/* The piece that ends the dateline, or SIZE_MAX if it is none. */
static size_t match_end(const match *m, const pieces *ps, size_t i,
                        bool all_caps)
{
    bool strong = m->has_agency || m->has_date;
    const piece *p = ps->at + i;
    if (is_colon_place(ps, m, i, all_caps))
        return i + 1;
    if (is_agency_place(ps, m, i, all_caps))
        return p->kind == PIECE_COLON ? i + 1 : i;
    if (p->kind == PIECE_COLON && strong)
        p = ps->at + ++i;
    if (p->kind == PIECE_END && m->has_agency && ps->is_whole)
        return i;
    bool slashes = i >= 2 && m->has_date && m->has_agency &&
                   p[-1].kind == PIECE_STOP && p[-2].kind == PIECE_SLASHES;
    if (slashes) /* "MOSCOW, September 5. /TASS/. The" has no dash. */
        return p->kind == PIECE_DASH ? i + 1 : i;
    if (p->kind != PIECE_DASH)
        return SIZE_MAX;
    size_t date = match_date(ps, i + 1);
    if (m->place && date > i + 1 && ps->at[date].kind == PIECE_COLON)
        return date + 1; /* "CAIRO - 26 July 2022: The" */
    bool fits = m->has_agency ? m->has_date || begins_prose(ps, i + 1)
                : m->has_date ? is_dated_place(ps, m)
                              : is_plain_place(ps, m, i, all_caps);
    return fits ? i + 1 : SIZE_MAX;
}

bool cgi_dateline_find(cgi_dateline *out, cgi_slice block, bool all_caps)
{
    pieces ps;
    match m;
    *out = (cgi_dateline){{block.at, 0}, {block.at, 0}, 0};
    cut(&ps, block);
    size_t i = match_end(&m, &ps, match_head(&m, out, &ps), all_caps);
    if (i == SIZE_MAX) {
        out->place.len = out->agency.len = 0;
        return false;
    }
    while (ps.at[i].kind == PIECE_BRACKET) /* "[Report] [Text]" */
        i++;
    if (!m.has_agency)
        out->agency.len = 0;
    out->end = ps.at[i].begin;
    return true;
}
