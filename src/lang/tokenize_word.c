/* SPDX-License-Identifier: Apache-2.0
 *
 * tokenize_word.c -- what begins with a letter, with the full stop of an
 * abbreviation if it is one.
 *
 * Whether the stop of "U.S." also ends the sentence is not decided here but
 * in sentence.c, which sees the word after it.
 */
#include "lang/tokenize.h"

#include "base/utf8.h"

static bool is_small(const char *at, const char *end)
{
    return at < end && *at >= 'a' && *at <= 'z';
}

/* Does a number follow behind blanks? Looks at few bytes only. */
static bool number_follows(const cgi_scan *s, const char *at)
{
    const char *p = at;
    while (p < s->end && p - at < CGI_SCAN_WORD && cgi_scan_is_blank(*p & 0x7F))
        p++;
    return p < s->end && ((*p >= '0' && *p <= '9') || *p == '#');
}

/* The month of "Jan." must begin with a capital and not end the text. */
static bool is_month(const cgi_scan *s, const char *at, const char *end)
{
    return *at >= 'A' && *at <= 'Z' && end < s->end &&
           cgi_scan_listed(NULL, s->world, "abbreviation-month", at, end);
}

/* What the abbreviation [at, end) is; CGI_PIECE_OTHER if it is none. */
static cgi_piece_kind abbreviation(long *value, const cgi_scan *s,
                                   const char *at, const char *end)
{
    *value = 0;
    if (cgi_scan_listed(value, s->world, "abbreviation", at, end))
        return CGI_PIECE_ABBR;
    if (cgi_scan_listed(NULL, s->world, "abbreviation-title", at, end))
        return CGI_PIECE_TITLE;
    if (cgi_scan_listed(NULL, s->world, "abbreviation-number", at, end) &&
        number_follows(s, end))
        return CGI_PIECE_TITLE;
    /* "It opens in Sept. The hall is new." */
    return is_month(s, at, end) ? CGI_PIECE_ABBR : CGI_PIECE_OTHER;
}

/* The longest abbreviation that letters and points from `at` on make. */
static bool scan_abbreviation(cgi_piece *out, const cgi_scan *s, const char *at)
{
    const char *p = at, *best = NULL;
    for (; p < s->end && p - at < CGI_SCAN_WORD; p = cgi_scan_skip(s, p)) {
        uint32_t c = cgi_scan_peek(s, p);
        if (!cgi_utf8_is_letter(c) && c != '.' && !cgi_scan_is_apostrophe(c))
            break;
        if (c != '.')
            continue;
        if (cgi_scan_peek(s, p + 1) == '.') /* "etc..." ends in dots. */
            break;
        long value;
        cgi_piece_kind kind = abbreviation(&value, s, at, p + 1);
        if (kind != CGI_PIECE_OTHER) {
            best = p + 1;
            *out = (cgi_piece){.end = (uint32_t)(best - s->text),
                               .kind = (uint8_t)kind,
                               .value = (uint8_t)value};
        }
    }
    return best != NULL;
}

/* Single letters with points: "U.S", "J.K.", "p.m."; at least two of them.
 * Returns the end, or NULL. */
static const char *scan_letters(const cgi_scan *s, const char *at)
{
    int n = 0;
    const char *p = at;
    while (p < s->end && cgi_utf8_is_letter(cgi_scan_peek(s, p))) {
        const char *q = cgi_scan_skip(s, p);
        if (cgi_scan_is_word(cgi_scan_peek(s, q)))
            return NULL;
        n++;
        p = q;
        if (p == s->end || *p != '.' ||
            cgi_scan_peek(s, p + 1) == '.') /* An ellipsis follows. */
            break;
        p++;
    }
    return n >= 2 ? p : NULL;
}

/* Is the pronoun of "so did I." an initial? Only beside another one. */
static bool is_pronoun(const cgi_scan *s, const char *at)
{
    if (*at != 'I' || (at - s->begin >= 2 && at[-2] == '.'))
        return false;
    const char *p = at + 2;
    while (p < s->end && *p == ' ' && p - at < CGI_SCAN_WORD)
        p++;
    return s->end - p < 2 || !(*p >= 'A' && *p <= 'Z') || p[1] != '.';
}

/* The initial of "J. Smith": a capital, its point, and more text behind. */
static bool scan_initial(cgi_piece *out, const cgi_scan *s, const char *at)
{
    const char *p = cgi_scan_skip(s, at);
    if (p == s->end || *p != '.' || !cgi_utf8_is_upper(cgi_scan_peek(s, at)) ||
        is_pronoun(s, at))
        return false;
    p++;
    uint32_t next = cgi_scan_peek(s, p);
    if (!(cgi_scan_is_blank(next) || next == ',' || next == '-' ||
          cgi_utf8_is_upper(next)) ||
        p == s->end)
        return false;
    *out =
        (cgi_piece){.end = (uint32_t)(p - s->text), .kind = CGI_PIECE_INITIAL};
    return true;
}

/* "IS-K", "M-19": a name in capitals that the gazetteer writes with a hyphen.
 * Treebanks divide these, but "IS" by itself is a verb to every tagger. */
static bool is_known_name(const cgi_scan *s, const char *at, const char *end)
{
    for (const char *p = at; p < end; p++)
        if (*p >= 'a' && *p <= 'z')
            return false;
    cgi_slice name = {at, (size_t)(end - at)};
    return cgi_world_find_name(s->world, name) != NULL;
}

/* Does the hyphen at `p` stay inside the word that begins at `at`? */
static bool is_bound(const cgi_scan *s, const char *at, const char *p)
{
    const char *q = p + 1;
    if (*p != '-' || !cgi_scan_is_word(cgi_scan_peek(s, q)) || *q == '_')
        return false;
    if (cgi_scan_before(s, at) != '-' &&
        cgi_scan_listed(NULL, s->world, "bound-prefix", at, p))
        return true;
    while (q - p < CGI_SCAN_WORD && cgi_scan_is_word(cgi_scan_peek(s, q)))
        q = cgi_scan_skip(s, q);
    return is_known_name(s, at, q) ||
           cgi_scan_listed(NULL, s->world, "bound-suffix", p + 1, q);
}

/* "w/o", "I/C": two single letters. */
static bool is_letter_pair(const cgi_scan *s, const char *at, const char *p)
{
    return *p == '/' && p - at == 1 &&
           cgi_scan_is_word(cgi_scan_peek(s, p + 1)) &&
           !cgi_scan_is_word(cgi_scan_peek(s, p + 2)) &&
           (p + 2 == s->end || p[2] != '/');
}

/* Marks that stay inside a word when letters stand on both sides. */
static bool is_inner(const cgi_scan *s, const char *at, const char *p)
{
    uint32_t c = cgi_scan_peek(s, p);
    uint32_t next = cgi_scan_peek(s, cgi_scan_skip(s, p));
    if (is_bound(s, at, p) || is_letter_pair(s, at, p))
        return true;
    return (cgi_scan_is_apostrophe(c) || c == '&' || c == '*' || c == '@') &&
           cgi_scan_is_word(next);
}

/* Behind the plural in brackets of "pupil(s)"; `p` if there is none. */
static const char *scan_plural(const cgi_scan *s, const char *p)
{
    const char *q = p + 1;
    if (p == s->end || *p != '(')
        return p;
    q += q < s->end && *q == 'e';
    bool is_plural = s->end - q >= 2 && q[0] == 's' && q[1] == ')' &&
                     !cgi_scan_is_word(cgi_scan_peek(s, q + 2));
    return is_plural ? q + 2 : p;
}

/* What a word takes in behind its last letter: "US$", "Yahoo!", "law(s)". */
static const char *scan_tail(const cgi_scan *s, const char *at, const char *p)
{
    if (p < s->end && *p == '$' &&
        cgi_scan_listed(NULL, s->world, "currency-letters", at, p))
        return p + 1;
    if (p < s->end && *p == '!' &&
        cgi_scan_listed(NULL, s->world, "name-with-mark", at, p + 1))
        return p + 1;
    return is_small(at, p) ? scan_plural(s, p) : p;
}

cgi_piece cgi_scan_word(cgi_scan *s, const char *at)
{
    cgi_piece out;
    uint32_t before = cgi_scan_before(s, at);
    bool is_free = !cgi_scan_is_word(before);
    const char *end = is_free ? scan_letters(s, at) : NULL;
    /* "5a.m.": behind a digit a unit may be abbreviated. "U.S.G." goes on
     * behind what the list knows of it. */
    if ((is_free || (before >= '0' && before <= '9')) &&
        scan_abbreviation(&out, s, at) && (!end || s->text + out.end >= end))
        return out;
    if (is_free) {
        if (end && end[-1] == '.')
            return (cgi_piece){.end = (uint32_t)(end - s->text),
                               .kind = CGI_PIECE_ABBR};
        if (end && !is_small(end, s->end))
            return (cgi_piece){.end = (uint32_t)(end - s->text),
                               .kind = CGI_PIECE_WORD};
        if (scan_initial(&out, s, at))
            return out;
    }
    const char *p = at;
    while (p < s->end && (cgi_scan_is_word(cgi_scan_peek(s, p)) ||
                          (p > at && is_inner(s, at, p))))
        p = cgi_scan_skip(s, p);
    p = scan_tail(s, at, p);
    return (cgi_piece){.end = (uint32_t)(p - s->text), .kind = CGI_PIECE_WORD};
}
