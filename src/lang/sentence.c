/* SPDX-License-Identifier: Apache-2.0
 *
 * sentence.c -- where sentences end, told from the pieces of one block.
 *
 * A stop ends a sentence together with the quotation marks and brackets that
 * close behind it. Doubtful is only what follows: a small letter after an
 * abbreviation goes on, a capital in "Why?" Smith asked does too.
 */
#include "lang/tokenize.h"

#include "base/utf8.h"

#define NAME_PIECES 5 /* A name and title between quote and verb. */
#define RULE_MARKS  5 /* So many of one mark are a line across the page. */

typedef struct {
    cgi_piece *at;
    size_t n;
    const cgi_scan *s;
    bool is_careless; /* The writer begins sentences with small letters. */
} marker;

static const char *text_of(const marker *m, size_t i)
{
    return m->s->text + m->at[i].begin;
}

static const char *end_of(const marker *m, size_t i)
{
    return m->s->text + m->at[i].end;
}

static uint32_t first_char(const marker *m, size_t i)
{
    return i < m->n ? cgi_scan_peek(m->s, text_of(m, i)) : 0;
}

static bool is_listed(long *value, const marker *m, const char *list, size_t i)
{
    return i < m->n && cgi_scan_listed(value, m->s->world, list, text_of(m, i),
                                       end_of(m, i));
}

static bool is_capital(const marker *m, size_t i)
{
    return cgi_utf8_is_upper(first_char(m, i));
}

static bool is_small(const marker *m, size_t i)
{
    uint32_t c = first_char(m, i);
    return cgi_utf8_is_letter(c) && !cgi_utf8_is_upper(c);
}

/* Tells opening from closing where the mark looks the same: by the blanks
 * around it, and by turns where these do not tell. */
static void settle_quotes(marker *m)
{
    bool is_open = false;
    for (size_t i = 0; i < m->n; i++) {
        cgi_piece *p = &m->at[i];
        if (p->kind != CGI_PIECE_QUOTE)
            continue;
        bool before = i == 0 || p->space_before || p[-1].kind == CGI_PIECE_OPEN;
        bool after = i + 1 == m->n || p[1].space_before;
        is_open = before == after ? !is_open : before;
        p->kind = is_open ? CGI_PIECE_OPEN : CGI_PIECE_CLOSE;
    }
}

/* Is this a reference like "[7]", which belongs to what stands before it? */
static bool is_reference(const marker *m, size_t i)
{
    return i + 2 < m->n && first_char(m, i) == '[' &&
           m->at[i + 1].kind == CGI_PIECE_NUMBER && first_char(m, i + 2) == ']';
}

/* Behind the stop at `i`, further stops, and all that closes there. Sets
 * *has_quote if a quotation mark is among it, *n_stops to the full stops. */
static size_t skip_closing(const marker *m, size_t i, bool *has_quote,
                           size_t *n_stops)
{
    size_t j = i + 1;
    *has_quote = false;
    *n_stops = 1;
    while (j < m->n) {
        uint32_t c = first_char(m, j);
        uint8_t kind = m->at[j].kind;
        if (is_reference(m, j))
            j += 2;
        else if (kind == CGI_PIECE_CLOSE && c != ')' && c != ']')
            *has_quote = true;
        else if (kind == CGI_PIECE_STOP)
            *n_stops += c == '.';
        else if (kind != CGI_PIECE_CLOSE && kind != CGI_PIECE_PICTURE)
            break;
        j++;
    }
    return j;
}

/* "Why?" Mr. Smith asked: a verb of saying behind a few capitalised words. */
static bool speaker_follows(const marker *m, size_t i)
{
    for (size_t j = i; j < m->n && j < i + NAME_PIECES; j++) {
        if (is_listed(NULL, m, "speech-verb", j))
            return j > i || is_small(m, j);
        if (!is_capital(m, j) || is_listed(NULL, m, "starter", j))
            return false;
    }
    return false;
}

/* Does the text go on in small letters after the dots, or is it a new
 * sentence of a careless writer? */
static bool goes_on(const marker *m, size_t i, size_t next)
{
    uint32_t c = first_char(m, i);
    bool is_single = m->at[i].end - m->at[i].begin == 1;
    if ((c == '?' || c == '!') && m->is_careless)
        return is_listed(NULL, m, "speech-verb", next);
    if (c != '.' || !is_single || !i)
        return true;
    /* After a long word the full stop is no abbreviation's. */
    return m->at[i - 1].end - m->at[i - 1].begin < 3 ||
           !m->at[next].space_before;
}

/* The stop stands inside a word or a number that the scanner did not know. */
static bool is_inside(const marker *m, size_t i, size_t next)
{
    if (next != i + 1 || m->at[next].space_before)
        return false;
    uint32_t c = first_char(m, next);
    bool is_word = cgi_scan_is_word(c);
    if (!is_word)
        return false;
    /* "They left.We stayed" lacks a blank. */
    return !(is_capital(m, next) && i > 0 && is_small(m, i - 1) &&
             m->at[i - 1].end - m->at[i - 1].begin > 1);
}

/* "2. Then ...": the number at the beginning of a sentence. */
static bool is_list_number(const marker *m, size_t i)
{
    return i > 0 && m->at[i - 1].kind == CGI_PIECE_NUMBER &&
           m->at[i - 1].end - m->at[i - 1].begin <= 2 &&
           (i == 1 || m->at[i - 2].ends) && first_char(m, i) == '.';
}

static bool ends_at_stop(const marker *m, size_t i, size_t next, bool quoted,
                         size_t n_stops)
{
    uint32_t c = first_char(m, next);
    if (c == ',' || c == ';' || c == ':' || is_inside(m, i, next) ||
        is_list_number(m, i))
        return false;
    if (is_small(m, next)) /* ". . ." is a pause. */
        return !quoted && n_stops == 1 && !goes_on(m, i, next);
    uint32_t stop = first_char(m, i);
    if (quoted && stop != '.' && speaker_follows(m, next))
        return false;
    return true;
}

/* The word at `next` likes to begin sentences, or what opens there does. */
static bool is_starter(const marker *m, size_t next)
{
    while (next < m->n && m->at[next].kind == CGI_PIECE_OPEN)
        next++;
    return is_capital(m, next) && is_listed(NULL, m, "starter", next);
}

static bool ends_at_abbreviation(const marker *m, size_t i, size_t next)
{
    if (!m->at[next].space_before || m->at[next].kind == CGI_PIECE_CLOSE)
        return false;
    if (m->at[i].value & CGI_ABBR_BEFORE_CAPITAL)
        return is_capital(m, next) && !is_listed(NULL, m, "after-time", next);
    return is_starter(m, next);
}

static bool has_own_stop(const cgi_piece *p)
{
    return p->kind == CGI_PIECE_ABBR && (p->value & CGI_ABBR_OWN_STOP);
}

/* Marks the end at or behind piece `i`, if there is one; returns the piece
 * to go on with. */
static size_t mark_one(marker *m, size_t i)
{
    cgi_piece *p = &m->at[i];
    bool quoted;
    size_t n_stops, next = skip_closing(m, i, &quoted, &n_stops);
    if (next == m->n) {
        p->cut_stop = has_own_stop(p);
        return next;
    }
    bool ends = p->kind == CGI_PIECE_STOP
                    ? ends_at_stop(m, i, next, quoted, n_stops)
                    : ends_at_abbreviation(m, i, next);
    if (!ends)
        return next;
    p->cut_stop = has_own_stop(p);
    m->at[next - 1].ends = true;
    return next;
}

/* Small letters where others set capitals: at the beginning, or an "i". */
static bool is_careless(const marker *m)
{
    if (is_small(m, 0))
        return true;
    for (size_t i = 1; i < m->n; i++)
        if (m->at[i].end - m->at[i].begin == 1 && first_char(m, i) == 'i' &&
            m->at[i].space_before)
            return true;
    return false;
}

/* "Fine :) She left": a picture instead of the stop, or a line of marks. */
static bool ends_without_stop(const marker *m, size_t i)
{
    const cgi_piece *p = &m->at[i];
    if (i + 1 == m->n || !p[1].space_before)
        return false;
    if (p->kind == CGI_PIECE_PICTURE)
        return i > 0 && p->space_before && is_capital(m, i + 1);
    uint32_t c = first_char(m, i);
    return p->kind == CGI_PIECE_OTHER && p->end - p->begin >= RULE_MARKS &&
           (c == '-' || c == '=' || c == '*' || c == '_' || c == '~');
}

void cgi_sentences_mark(cgi_piece *pieces, size_t n, const cgi_scan *s)
{
    marker m = {.at = pieces, .n = n, .s = s};
    settle_quotes(&m);
    m.is_careless = is_careless(&m);
    for (size_t i = 0; i < n;) {
        uint8_t kind = pieces[i].kind;
        if (kind == CGI_PIECE_STOP || kind == CGI_PIECE_ABBR ||
            kind == CGI_PIECE_INITIAL) {
            i = mark_one(&m, i);
            continue;
        }
        pieces[i].ends = ends_without_stop(&m, i);
        i++;
    }
    if (n)
        pieces[n - 1].ends = true;
}
