/* SPDX-License-Identifier: Apache-2.0
 *
 * article.c -- takes an article in: checks it, copies it, divides it.
 *
 * Whatever is wrong is found before anything is allocated. Control characters
 * pass, since archives are full of them (a Reuters story of 1987 ends with
 * U+0003); a NUL does not: it says that this is UTF-16 or no text at all.
 */
#include "article/article.h"

#include "article/layout.h"
#include "base/error.h"
#include "base/utf8.h"

#define MAP_STEP 64 /* Bytes between two entries of code_points. */

bool cgi_char_is_blank(uint32_t c)
{
    return cgi_utf8_is_space(c) || c == 0xFEFF || c == 0x200B || c < 0x20 ||
           c == 0x7F;
}

cgi_slice cgi_slice_trim(cgi_slice s)
{
    if (!s.len)
        return s;
    const char *begin = s.at, *end = s.at + s.len;
    for (const char *p = begin; p < end; begin = p)
        if (!cgi_char_is_blank(cgi_utf8_next(&p, end)))
            break;
    while (end > begin) {
        const char *last = end - 1;
        while (last > begin && (*last & 0xC0) == 0x80)
            last--;
        const char *p = last;
        if (!cgi_char_is_blank(cgi_utf8_next(&p, end)))
            break;
        end = last;
    }
    return (cgi_slice){begin, (size_t)(end - begin)};
}

bool cgi_text_is_caps(cgi_slice s)
{
    size_t upper = 0, lower = 0;
    for (size_t i = 0; i < s.len; i++) {
        upper += s.at[i] >= 'A' && s.at[i] <= 'Z';
        lower += s.at[i] >= 'a' && s.at[i] <= 'z';
    }
    return upper >= 20 && lower * 20 < upper;
}

static cg_status check_bytes(const cg_source *source, cg_error *err)
{
    const char *text = source->text;
    size_t len = source->len, bad = 0;
    if (len > CGI_ARTICLE_MAX)
        return cgi_fail(err, CG_ERR_LIMIT, CGI_ARTICLE_MAX,
                        "article longer than %zu bytes", CGI_ARTICLE_MAX);
    if (len > 1 &&
        (!memcmp(text, "\xFF\xFE", 2) || !memcmp(text, "\xFE\xFF", 2)))
        return cgi_fail(err, CG_ERR_TEXT, 0, "text is UTF-16, not UTF-8");
    bool is_utf8 = cgi_utf8_check(&bad, text, len);
    const char *nul = len ? memchr(text, 0, is_utf8 ? len : bad) : NULL;
    if (nul)
        return cgi_fail(err, CG_ERR_TEXT, (size_t)(nul - text),
                        "NUL byte: not a text in UTF-8");
    if (!is_utf8)
        return cgi_fail(err, CG_ERR_TEXT, bad, "byte 0x%02X is not UTF-8",
                        (unsigned char)text[bad]);
    if (!cgi_slice_trim((cgi_slice){text, len}).len)
        return cgi_fail(err, CG_ERR_TEXT, 0, "no text");
    return CG_OK;
}

static cg_status check_name(const char *value, const char *what, cg_error *err)
{
    size_t bad = 0;
    if (value && !cgi_utf8_check(&bad, value, strlen(value)))
        return cgi_fail(err, CG_ERR_TEXT, 0, "the %s is not UTF-8", what);
    return CG_OK;
}

static cg_status check_names(const cg_source *source, cg_error *err)
{
    CG_TRY(check_name(source->title, "title", err));
    CG_TRY(check_name(source->id, "id", err));
    CG_TRY(check_name(source->url, "URL", err));
    CG_TRY(check_name(source->publisher, "publisher", err));
    if (source->title && strlen(source->title) > CGI_ARTICLE_MAX - source->len)
        return cgi_fail(err, CG_ERR_LIMIT, 0,
                        "title and article longer than %zu bytes",
                        CGI_ARTICLE_MAX);
    return CG_OK;
}

static cg_status read_date(cgi_date *out, const char *date, const char *other,
                           cg_error *err)
{
    *out = (cgi_date){0};
    if (!date || !*date)
        date = other;
    if (!date || !*date || cgi_date_read(out, date))
        return CG_OK;
    return cgi_fail(err, CG_ERR_USAGE, 0,
                    "date \"%.40s\" is not of the form YYYY-MM-DD", date);
}

/* One line; NULL if there is nothing on it. */
static const char *copy_name(cgi_arena *a, const char *value)
{
    if (!value)
        return NULL;
    const char *line = cgi_utf8_one_line(a, cgi_slice_of(value));
    return *line ? line : NULL;
}

/* The next letter or digit at *at, without case if it is ASCII; 0: none. */
static uint32_t next_letter(const char **at, const char *end)
{
    while (*at < end) {
        uint32_t c = cgi_utf8_next(at, end);
        if (c >= 'A' && c <= 'Z')
            return c + ('a' - 'A');
        if ((c >= '0' && c <= '9') || cgi_utf8_is_letter(c))
            return c;
    }
    return 0;
}

/* Past the last letter in `text` if it begins with the letters of `title`,
 * whatever marks and spaces stand between them; NULL if it does not. */
static const char *match_letters(cgi_slice text, const char *title)
{
    const char *p = text.at, *end = p + text.len;
    const char *q = title, *title_end = title + strlen(title);
    uint32_t c = next_letter(&q, title_end);
    if (!c)
        return NULL;
    for (; c; c = next_letter(&q, title_end))
        if (next_letter(&p, end) != c)
            return NULL;
    return p;
}

/* Bytes at the start of `text` that are the title already: the title alone on
 * its line, or ended by a stop as in "Bank robbed. A masked man ...". 0 if it
 * begins otherwise. */
static size_t find_title(cgi_slice text, const char *title)
{
    const char *at = match_letters(text, title), *end = text.at + text.len;
    bool stopped = false;
    if (!at)
        return 0;
    while (at < end) {
        const char *p = at;
        uint32_t c = cgi_utf8_next(&p, end);
        if (cgi_utf8_is_letter(c) || cgi_utf8_is_space(c) ||
            (c >= '0' && c <= '9'))
            break;
        stopped |= c == '.' || c == '!' || c == '?';
        at = p;
    }
    if (at < end && *at != '\n' && *at != '\r' && !stopped)
        return 0;
    return at < end && cgi_utf8_is_letter((unsigned char)*at)
               ? 0
               : (size_t)(at - text.at);
}

/* Sets the text, and returns how many bytes of it are a title given apart. */
static size_t copy_text(cgi_article *out, cgi_arena *a, const cg_source *source)
{
    const char *title = copy_name(a, source->title);
    cgi_slice text = {source->text, source->len};
    size_t title_end = title ? find_title(text, title) : 0;
    if (!title || title_end) {
        out->text = cgi_arena_strndup(a, text.at, text.len);
        out->len = text.len;
        out->title = cgi_slice_trim((cgi_slice){out->text, title_end});
        if (out->title.len && out->title.at[out->title.len - 1] == '.')
            out->title.len--;
        return title_end;
    }
    size_t n = strlen(title);
    char *joined = cgi_arena_alloc(a, n + 2 + text.len + 1);
    memcpy(joined, title, n);
    memcpy(joined + n, "\n\n", 2);
    memcpy(joined + n + 2, text.at, text.len);
    out->text = joined;
    out->len = n + 2 + text.len;
    out->title = (cgi_slice){joined, n};
    return n;
}

static void map_code_points(cgi_article *out, cgi_arena *a)
{
    out->code_points =
        cgi_arena_array(a, out->len / MAP_STEP + 1, sizeof *out->code_points);
    uint32_t n = 0;
    for (size_t i = 0; i < out->len; i++) {
        if (i % MAP_STEP == 0)
            out->code_points[i / MAP_STEP] = n;
        n += (out->text[i] & 0xC0) != 0x80;
    }
    if (out->len % MAP_STEP == 0)
        out->code_points[out->len / MAP_STEP] = n;
}

uint32_t cgi_article_chars(const cgi_article *article, uint32_t offset)
{
    size_t at = offset < article->len ? offset : article->len;
    size_t i = at / MAP_STEP * MAP_STEP;
    uint32_t n = article->code_points[at / MAP_STEP];
    for (; i < at; i++)
        n += (article->text[i] & 0xC0) != 0x80;
    return n;
}

cg_status cgi_article_read(cgi_article *out, cgi_arena *arena,
                           const cg_source *source, const char *default_date,
                           cg_error *err)
{
    cgi_date date;
    CG_TRY(check_bytes(source, err));
    CG_TRY(check_names(source, err));
    CG_TRY(read_date(&date, source->date, default_date, err));

    *out = (cgi_article){.date = date};
    out->id = copy_name(arena, source->id);
    out->url = copy_name(arena, source->url);
    out->publisher = copy_name(arena, source->publisher);
    size_t title_end = copy_text(out, arena, source);
    map_code_points(out, arena);
    cgi_article_divide(out, arena, title_end);
    return CG_OK;
}
