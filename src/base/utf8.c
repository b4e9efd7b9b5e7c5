/* SPDX-License-Identifier: Apache-2.0
 *
 * utf8.c -- checking and stepping through UTF-8.
 *
 * libunistring is called only in ways that allocate nothing that could be
 * lost: an arena may jump away at any allocation.
 */
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

/* Bytes of a valid sequence at s, which has len > 0 bytes; 0 if it is none.
 * The second byte is what tells overlong forms, surrogates and code points
 * beyond U+10FFFF from good ones (table 3-7 of the Unicode Standard). */
static size_t sequence(const unsigned char *s, size_t len)
{
    static const struct {
        unsigned char first, last, low, high, n;
    } rows[] = {
        {0x00, 0x7F, 0x00, 0x00, 1}, {0xC2, 0xDF, 0x80, 0xBF, 2},
        {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3},
        {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
        {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4},
        {0xF4, 0xF4, 0x80, 0x8F, 4},
    };
    size_t r = 0, n_rows = sizeof rows / sizeof *rows;
    while (r < n_rows && (s[0] < rows[r].first || s[0] > rows[r].last))
        r++;
    if (r == n_rows || rows[r].n > len)
        return 0;
    if (rows[r].n > 1 && (s[1] < rows[r].low || s[1] > rows[r].high))
        return 0;
    for (size_t i = 2; i < rows[r].n; i++)
        if ((s[i] & 0xC0) != 0x80)
            return 0;
    return rows[r].n;
}

/* Bytes at the start of s that are ASCII, counted by eights. */
static size_t ascii_run(const char *s, size_t len)
{
    size_t i = 0;
    for (; len - i >= 8; i += 8) {
        uint64_t v;
        memcpy(&v, s + i, 8);
        if (v & UINT64_C(0x8080808080808080))
            break;
    }
    return i;
}

bool cgi_utf8_check(size_t *bad, const char *s, size_t len)
{
    size_t i = 0;
    while (i < len) {
        i += ascii_run(s + i, len - i);
        if (i == len)
            break;
        size_t n = sequence((const unsigned char *)s + i, len - i);
        if (!n) {
            *bad = i;
            return false;
        }
        i += n;
    }
    return true;
}

uint32_t cgi_utf8_next(const char **at, const char *end)
{
    const unsigned char *s = (const unsigned char *)*at;
    size_t left = (size_t)(end - *at);
    size_t n = s[0] < 0x80 ? 1 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
    if (n == 1 || n > left) {
        *at += 1; /* In checked text the sequence is always whole. */
        return s[0];
    }
    uint32_t c = s[0] & (0xFFu >> (n + 1));
    for (size_t i = 1; i < n; i++)
        c = c << 6 | (s[i] & 0x3F);
    *at += n;
    return c;
}

size_t cgi_utf8_length(cgi_slice s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += (s.at[i] & 0xC0) != 0x80;
    return n;
}

/* Writes `c` at p, which has room, and returns the byte behind it. */
static char *put(char *p, uint32_t c)
{
    int n = u8_uctomb((uint8_t *)p, c, 4);
    return n > 0 ? p + n : p;
}

static uint32_t lower(uint32_t c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    return uc_tolower(c);
}

char *cgi_utf8_lower(cgi_arena *a, cgi_slice s)
{
    const char *end = s.len ? s.at + s.len : s.at;
    /* Some letters take more bytes in lower case (U+023A): measure first. */
    size_t size = 1;
    char four[4];
    for (const char *p = s.at; p < end;)
        size += (size_t)(put(four, lower(cgi_utf8_next(&p, end))) - four);
    char *out = cgi_arena_alloc(a, size), *q = out;
    for (const char *p = s.at; p < end;)
        q = put(q, lower(cgi_utf8_next(&p, end)));
    return out;
}

/* Letters that Unicode does not take apart, and what typists without them
 * write. */
static const char *plain_letter(uint32_t c)
{
    static const struct {
        uint32_t c;
        const char *text;
    } rows[] = {{0xDF, "ss"}, {0xE6, "ae"},  {0xF0, "d"},  {0xF8, "o"},
                {0xFE, "th"}, {0x111, "d"},  {0x127, "h"}, {0x131, "i"},
                {0x142, "l"}, {0x153, "oe"}, {0x259, "a"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].c == c)
            return rows[i].text;
    return NULL;
}

/* A letter without its accents, in lower case. */
static uint32_t bare(uint32_t c)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    for (int i = 0; i < 4 && uc_canonical_decomposition(c, parts) > 0; i++)
        c = parts[0];
    return lower(c);
}

/* Marks that come and go between spellings: accents of their own, apostrophes,
 * the letters that look like them, full stops. */
static bool is_faint(uint32_t c)
{
    return c == '\'' || c == '.' || c == '`' || c == 0xB4 || c == 0x2018 ||
           c == 0x2019 || (c >= 0x2B0 && c < 0x370);
}

size_t cgi_utf8_fold(char *out, size_t size, cgi_slice s)
{
    const char *end = s.len ? s.at + s.len : s.at;
    size_t n = 0;
    for (const char *p = s.at; p < end;) {
        uint32_t c = cgi_utf8_next(&p, end);
        char four[8];
        if (c >= 0x80)
            c = bare(c);
        if (is_faint(c))
            continue;
        const char *plain = c < 0x80 ? NULL : plain_letter(c);
        c = c == '-' || c == 0x2010 || c == 0x2011 ? ' ' : lower(c);
        size_t len = plain ? strlen(plain) : (size_t)(put(four, c) - four);
        if (n + len + 1 > size)
            return 0;
        memcpy(out + n, plain ? plain : four, len);
        n += len;
    }
    if (size)
        out[n] = '\0';
    return n;
}

/* Characters that normalisation form C never touches, wherever they stand:
 * all below the combining marks, and the quotes and dashes of newspapers. */
static bool is_stable(uint32_t c)
{
    return c < 0x300 || (c >= 0x2010 && c <= 0x2027);
}

cgi_slice cgi_utf8_nfc(cgi_arena *a, cgi_slice s)
{
    const char *end = s.len ? s.at + s.len : s.at;
    size_t unstable = 0;
    for (const char *p = s.at; p < end;) {
        const char *from = p;
        if (!is_stable(cgi_utf8_next(&p, end)))
            unstable += (size_t)(p - from);
    }
    if (!unstable)
        return s;
    /* No character grows to more than three times its bytes in form C (UAX 15,
     * section 9), so the buffer suffices and nothing comes from malloc. */
    size_t size = s.len + 2 * unstable;
    uint8_t *room = cgi_arena_alloc(a, size);
    uint8_t *out =
        u8_normalize(UNINORM_NFC, (const uint8_t *)s.at, s.len, room, &size);
    if (out != room) {
        free(out);
        cgi_arena_alloc(a, SIZE_MAX); /* Out of memory: leaves by the jump. */
    }
    return (cgi_slice){(const char *)room, size};
}

char *cgi_utf8_one_line(cgi_arena *a, cgi_slice s)
{
    const char *end = s.len ? s.at + s.len : s.at;
    char *out = cgi_arena_alloc(a, s.len + 1), *q = out;
    bool gap = false;
    for (const char *p = s.at; p < end;) {
        const char *from = p;
        uint32_t c = cgi_utf8_next(&p, end);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || cgi_utf8_is_space(c)) {
            gap = q > out;
            continue;
        }
        if (gap)
            *q++ = ' ';
        gap = false;
        memcpy(q, from, (size_t)(p - from));
        q += p - from;
    }
    return out;
}

bool cgi_utf8_is_upper(uint32_t c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z';
    return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Lu |
                                                   UC_CATEGORY_MASK_Lt);
}

bool cgi_utf8_is_letter(uint32_t c)
{
    if (c < 0x80)
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L);
}

bool cgi_utf8_is_space(uint32_t c)
{
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    return c == 0x85 || uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Z);
}
