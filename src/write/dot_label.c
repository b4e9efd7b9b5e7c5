/* SPDX-License-Identifier: Apache-2.0
 *
 * dot_label.c -- short texts for nodes, and what makes them safe.
 *
 * graphviz gives backslashes in labels a meaning ("\N" is the node's name) and
 * turns "&lt;" into "<", so both are escaped here; quotation marks are left to
 * cgraph, which writes them. Widths count code points: bytes would cut
 * characters in two.
 */
#include "base/utf8.h"
#include "write/dot.h"

#define ELLIPSIS "\xE2\x80\xA6"

/* Code points of a tooltip. */
#define TOOLTIP_MAX 600

/* Room for every byte as "&amp;" and more. */
#define ESCAPED_MAX 5

/* Writes `s` to `to`, escaped; returns the end. */
static char *put_escaped(char *to, cgi_slice s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] == '&') {
            memcpy(to, "&amp;", 5);
            to += 5;
            continue;
        }
        if (s.at[i] == '\\')
            *to++ = '\\';
        *to++ = s.at[i];
    }
    return to;
}

/* Where `n` code points end, or `end` if there are fewer. */
static const char *skip(const char *at, const char *end, size_t n)
{
    while (n-- && at < end)
        cgi_utf8_next(&at, end);
    return at;
}

/* The end of a line that starts at `at` and may have `width` code points:
 * after a word if one ends in time, otherwise in the middle of a word. */
static const char *line_end(const char *at, const char *end, size_t width)
{
    const char *limit = skip(at, end, width);
    if (limit == end || *limit == ' ')
        return limit;
    for (const char *p = limit; p > at; p--)
        if (p[-1] == ' ')
            return p - 1;
    return limit;
}

static char *put_line(char *to, const char *at, const char *end, bool is_cut)
{
    while (is_cut && end > at && end[-1] == ' ')
        end--;
    to = put_escaped(to, (cgi_slice){at, (size_t)(end - at)});
    if (is_cut) {
        memcpy(to, ELLIPSIS, sizeof ELLIPSIS - 1);
        to += sizeof ELLIPSIS - 1;
    }
    return to;
}

char *cgi_dot_wrap(cgi_arena *a, const char *text, size_t width, size_t n_lines)
{
    const char *at = cgi_utf8_one_line(a, cgi_slice_of(text));
    const char *end = at + strlen(at);
    size_t room = n_lines * (width * 4 * ESCAPED_MAX + sizeof ELLIPSIS + 2);
    char *out = cgi_arena_alloc(a, room + 1), *to = out;
    for (size_t i = 1; i <= n_lines && at < end; i++) {
        const char *stop = line_end(at, end, width);
        bool is_cut = i == n_lines && stop < end;
        if (is_cut) /* The last line is filled up, less its ellipsis. */
            stop = skip(at, end, width - 1);
        if (i > 1) {
            *to++ = '\\';
            *to++ = 'n';
        }
        to = put_line(to, at, stop, is_cut);
        at = stop + (stop < end && *stop == ' ');
    }
    *to = '\0';
    return out;
}

const char *cgi_dot_cut(cgi_arena *a, const char *text, size_t width)
{
    const char *end = text + strlen(text);
    if (skip(text, end, width) == end)
        return text;
    const char *stop = skip(text, end, width - 1);
    return cgi_arena_printf(a, "%.*s" ELLIPSIS, (int)(stop - text), text);
}

char *cgi_dot_tooltip(cgi_arena *a, const char *text)
{
    return cgi_dot_wrap(a, text, TOOLTIP_MAX, 1);
}

char *cgi_dot_xml(cgi_arena *a, const char *text)
{
    static const struct {
        char c;
        const char *entity;
    } table[] = {{'&', "&amp;"},
                 {'<', "&lt;"},
                 {'>', "&gt;"},
                 {'"', "&quot;"},
                 {'\'', "&#39;"}};
    char *out = cgi_arena_array(a, strlen(text) + 1, sizeof "&quot;" - 1);
    char *to = out;
    for (; *text; text++) {
        const char *entity = NULL;
        for (size_t i = 0; i < sizeof table / sizeof *table; i++)
            if (*text == table[i].c)
                entity = table[i].entity;
        if (!entity)
            *to++ = *text;
        else
            while (*entity)
                *to++ = *entity++;
    }
    *to = '\0';
    return out;
}

const char *cgi_dot_join(cgi_arena *a, const char *left, const char *between,
                         const char *right)
{
    if (!left || !*left)
        return right ? right : "";
    if (!right || !*right)
        return left;
    return cgi_arena_printf(a, "%s%s%s", left, between, right);
}

const char *cgi_dot_id(cgi_arena *a, cgi_table *taken, const char *iri)
{
    static const char good[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                               "abcdefghijklmnopqrstuvwxyz0123456789_-";
    const char *slash = strrchr(iri, '/'), *hash = strrchr(iri, '#');
    const char *local = hash ? hash + 1 : slash ? slash + 1 : iri;
    char *id = cgi_arena_printf(a, "%s", *local ? local : "node");
    for (char *p = id; *p; p++)
        if (!strchr(good, *p))
            *p = '_';
    char *unique = id;
    for (int n = 2; cgi_table_find(taken, cgi_slice_of(unique)); n++)
        unique = cgi_arena_printf(a, "%s-%d", id, n);
    *cgi_table_at(taken, a, cgi_slice_of(unique)) = unique;
    return unique;
}

bool cgi_dot_is_link(const char *url)
{
    if (!url ||
        (strncmp(url, "http://", 7) != 0 && strncmp(url, "https://", 8) != 0))
        return false;
    for (const char *p = url; *p; p++)
        if ((unsigned char)*p <= ' ' || *p == 0x7F || strchr("\"<>\\^`{|}", *p))
            return false;
    return true;
}

const char *cgi_dot_link(cgi_arena *a, const char *url)
{
    /* It comes into SVG as it is (2.43), and "&" alone is no XML. */
    size_t len = strlen(url);
    char *out = cgi_arena_array(a, len + 1, ESCAPED_MAX);
    put_escaped(out, (cgi_slice){url, len});
    return out;
}
