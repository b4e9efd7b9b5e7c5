/* SPDX-License-Identifier: Apache-2.0
 *
 * tokenize_scan.c -- the next piece of text: a mark, a word or a number.
 *
 * The conventions are those of the English treebanks of Universal
 * Dependencies: hyphens and slashes stand alone but for bound prefixes, money
 * signs and units are parted from their number, dots keep together.
 */
#include "lang/tokenize.h"

#include <string.h>
#include <unictype.h>

#include "base/utf8.h"

uint32_t cgi_scan_peek(const cgi_scan *s, const char *at)
{
    return at < s->end ? cgi_utf8_next(&at, s->end) : 0;
}

uint32_t cgi_scan_before(const cgi_scan *s, const char *at)
{
    if (at == s->begin)
        return 0;
    do
        at--;
    while (at > s->begin && (*at & 0xC0) == 0x80);
    return cgi_scan_peek(s, at);
}

const char *cgi_scan_skip(const cgi_scan *s, const char *at)
{
    if (at < s->end)
        cgi_utf8_next(&at, s->end);
    return at;
}

bool cgi_scan_is_word(uint32_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
               (c >= 'a' && c <= 'z') || c == '_';
    if (c == 0x200B || c == 0xFEFF) /* Blanks without width. */
        return false;
    return uc_is_general_category_withtable(
        c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_N |
               UC_CATEGORY_MASK_Cf);
}

bool cgi_scan_is_blank(uint32_t c)
{
    return c <= 0x20 || c == 0x7F || c == 0x200B || c == 0xFEFF ||
           cgi_utf8_is_space(c);
}

bool cgi_scan_is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x2BC || c == '`';
}

bool cgi_scan_listed(long *value, const cg_world *w, const char *list,
                     const char *at, const char *end)
{
    char word[CGI_SCAN_WORD];
    size_t n = 0;
    while (at < end) {
        if (n == sizeof word || end - at > 3 * CGI_SCAN_WORD)
            return false;
        const char *from = at;
        uint32_t c = cgi_utf8_next(&at, end);
        if (cgi_scan_is_apostrophe(c)) {
            word[n++] = '\'';
        } else if (c < 0x80) {
            word[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
        } else {
            if (n + (size_t)(at - from) > sizeof word)
                return false;
            memcpy(word + n, from, (size_t)(at - from));
            n += (size_t)(at - from);
        }
    }
    return cgi_world_in_list(value, w, list, (cgi_slice){word, n});
}

static cgi_piece piece(const cgi_scan *s, const char *end, cgi_piece_kind kind)
{
    return (cgi_piece){.end = (uint32_t)(end - s->text), .kind = (uint8_t)kind};
}

/* Behind all that follows of the same character. */
static const char *same(const cgi_scan *s, const char *at)
{
    uint32_t c = cgi_scan_peek(s, at);
    while (at < s->end && cgi_scan_peek(s, at) == c)
        at = cgi_scan_skip(s, at);
    return at;
}

/* Full stops, question and exclamation marks: "...", "?!", "…". */
static cgi_piece scan_stops(const cgi_scan *s, const char *at)
{
    const char *p = at;
    for (uint32_t c; p < s->end; p = cgi_scan_skip(s, p)) {
        c = cgi_scan_peek(s, p);
        if (c != '.' && c != '?' && c != '!' && c != 0x2026 && c != 0x203D)
            break;
    }
    return piece(s, p, CGI_PIECE_STOP);
}

/* The longest smiley that ends where a word could; NULL if there is none. */
static const char *scan_smiley(const cgi_scan *s, const char *at)
{
    size_t room = (size_t)(s->end - at);
    for (size_t n = room < 4 ? room : 4; n >= 2; n--) {
        uint32_t next = cgi_scan_peek(s, at + n);
        if ((at[n - 1] & 0x80) || (next && cgi_scan_is_word(next)))
            continue;
        if (cgi_world_in_list(NULL, s->world, "emoticon", (cgi_slice){at, n}))
            return at + n;
    }
    return NULL;
}

static bool joins_emoji(uint32_t c)
{
    return c == 0x200D || c == 0x20E3 || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= 0xE007F);
}

/* One picture with all that modifies it; a flag is two letters. */
static const char *scan_emoji(const cgi_scan *s, const char *at)
{
    uint32_t c = cgi_scan_peek(s, at);
    at = cgi_scan_skip(s, at);
    uint32_t next = cgi_scan_peek(s, at);
    if (c >= 0x1F1E6 && c <= 0x1F1FF && next >= 0x1F1E6 && next <= 0x1F1FF)
        return cgi_scan_skip(s, at);
    for (; joins_emoji(cgi_scan_peek(s, at)); at = cgi_scan_skip(s, at))
        if (cgi_scan_peek(s, at) == 0x200D) /* The next picture is joined. */
            at = cgi_scan_skip(s, at);
    return at;
}

/* A single quotation mark that closes, opens, or stands for the "s" of an
 * owner. */
static cgi_piece scan_single(cgi_scan *s, const char *at, bool attached)
{
    const char *p = cgi_scan_skip(s, at);
    uint32_t c = cgi_scan_peek(s, at), next = cgi_scan_peek(s, p);
    uint32_t before = cgi_scan_before(s, at) | 0x20;
    if (next == c) /* '' and `` are double marks. */
        return piece(s, cgi_scan_skip(s, p),
                     c == '`' ? CGI_PIECE_OPEN : CGI_PIECE_CLOSE);
    if (attached && !s->in_single && (before == 's' || before == 'z') &&
        !cgi_scan_is_word(next))
        return piece(s, p, CGI_PIECE_WORD); /* "the Greens' leader" */
    bool closes =
        attached && (p == s->end || s->in_single || cgi_scan_is_blank(next));
    s->in_single = !closes;
    return piece(s, p, closes ? CGI_PIECE_CLOSE : CGI_PIECE_OPEN);
}

/* What begins with an apostrophe: a clitic behind a bracket or a quotation
 * mark, a shortened year or word, or a quotation mark. */
static cgi_piece scan_apostrophe(cgi_scan *s, const char *at)
{
    const char *p = cgi_scan_skip(s, at);
    bool attached = !cgi_scan_is_blank(cgi_scan_before(s, at));
    const char *q = p;
    while (q - at < CGI_SCAN_WORD && cgi_scan_is_word(cgi_scan_peek(s, q)))
        q = cgi_scan_skip(s, q);
    if (attached && q > p && cgi_scan_listed(NULL, s->world, "clitic", at, q))
        return piece(s, q, CGI_PIECE_WORD);
    if (q - p >= 2 && q - p <= 3 && p[0] >= '0' && p[0] <= '9' && p[1] >= '0' &&
        p[1] <= '9' && (q - p == 2 || p[2] == 's'))
        return piece(s, q, CGI_PIECE_NUMBER);
    if (!attached && q > p) {
        if (cgi_scan_is_apostrophe(cgi_scan_peek(s, q)) &&
            cgi_scan_listed(NULL, s->world, "elision", at, q + 1))
            return piece(s, q + 1, CGI_PIECE_WORD);
        if (cgi_scan_listed(NULL, s->world, "elision", at, q) ||
            cgi_scan_listed(NULL, s->world, "contraction", at, q))
            return piece(s, q, CGI_PIECE_WORD);
    }
    return scan_single(s, at, attached);
}

static cgi_piece scan_bracket(cgi_scan *s, const char *at, uint32_t c)
{
    const char *p = cgi_scan_skip(s, at);
    if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Ps |
                                                UC_CATEGORY_MASK_Pi) ||
        c == 0x201E || c == 0x201A) {
        if (c == 0x2018)
            s->in_single = true;
        return piece(s, p, CGI_PIECE_OPEN);
    }
    return piece(s, p, CGI_PIECE_CLOSE);
}

/* Marks that stand alone or in runs of themselves. */
static cgi_piece scan_mark(cgi_scan *s, const char *at, uint32_t c)
{
    const uint32_t brackets = UC_CATEGORY_MASK_Ps | UC_CATEGORY_MASK_Pe |
                              UC_CATEGORY_MASK_Pi | UC_CATEGORY_MASK_Pf;
    if (c == '"' || c == 0xFF02)
        return piece(s, cgi_scan_skip(s, at), CGI_PIECE_QUOTE);
    if (c == '<' || c == '>')
        return piece(s, same(s, at), CGI_PIECE_OTHER);
    if (uc_is_general_category_withtable(c, brackets))
        return scan_bracket(s, at, c);
    if (c == '-' || c == '=' || c == '*' || c == '+' || c == '_' || c == '~' ||
        c == 0x2014)
        return piece(s, same(s, at), CGI_PIECE_OTHER);
    if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Sc))
        return piece(s, same(s, at), CGI_PIECE_OTHER);
    bool is_picture =
        c >= 0x2600 && uc_is_general_category_withtable(c, UC_CATEGORY_MASK_So);
    return piece(s, scan_emoji(s, at),
                 is_picture ? CGI_PIECE_PICTURE : CGI_PIECE_OTHER);
}

/* A number may begin with a sign or a point. */
static bool begins_number(const cgi_scan *s, const char *at, uint32_t c)
{
    if (c >= '0' && c <= '9')
        return true;
    uint32_t next = at + 1 < s->end ? (unsigned char)at[1] : 0;
    return (c == '.' || c == '+') && next >= '0' && next <= '9' &&
           !cgi_scan_is_word(cgi_scan_before(s, at));
}

static cgi_piece scan_any(cgi_scan *s, const char *at)
{
    uint32_t c = cgi_scan_peek(s, at);
    const char *end = cgi_scan_address(s, at);
    if (end)
        return piece(s, end, CGI_PIECE_WORD);
    if (begins_number(s, at, c))
        return cgi_scan_number(s, at);
    end = c < 0x80 && !cgi_scan_is_word(c) ? scan_smiley(s, at) : NULL;
    if (end)
        return piece(s, end, CGI_PIECE_PICTURE);
    if (cgi_scan_is_word(c) && c != '_')
        return cgi_scan_word(s, at);
    if (cgi_scan_is_apostrophe(c))
        return scan_apostrophe(s, at);
    if (c == '.' || c == '?' || c == '!' || c == 0x2026 || c == 0x203D)
        return scan_stops(s, at);
    return scan_mark(s, at, c);
}

cgi_piece cgi_scan_piece(cgi_scan *s, const char *at)
{
    cgi_piece found = scan_any(s, at);
    s->after_currency = uc_is_general_category_withtable(cgi_scan_peek(s, at),
                                                         UC_CATEGORY_MASK_Sc);
    return found;
}
