/* SPDX-License-Identifier: Apache-2.0
 *
 * tokenize_address.c -- URLs, mail addresses, file names, @names and #tags.
 *
 * None of them is looked ahead for beyond CGI_SCAN_ADDRESS bytes, but what
 * has begun like a URL runs to the next blank.
 */
#include "lang/tokenize.h"

#include <string.h>

static bool is_alnum(uint32_t c)
{
    return c >= 0x80 || (cgi_scan_is_word(c) && c != '_');
}

static bool is_letter(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Without the marks at the end that belong to the sentence. */
static const char *trim(const char *at, const char *end)
{
    static const char marks[] = ".,;:!?'\"*]}>";
    long open = 0;
    for (const char *p = at; p < end; p++)
        open += *p == '(' ? 1 : *p == ')' ? -1 : 0;
    for (; end > at + 1; end--) {
        if (end[-1] == ')' && open < 0)
            open++;
        else if (!strchr(marks, end[-1]))
            break;
    }
    return end;
}

/* To the next blank, bracket or quotation mark. */
static const char *scan_path(const cgi_scan *s, const char *at)
{
    for (; at < s->end; at = cgi_scan_skip(s, at)) {
        uint32_t c = cgi_scan_peek(s, at);
        if (cgi_scan_is_blank(c) || c == '<' || c == '>' || c == '"' ||
            (c >= 0x2018 && c <= 0x201F))
            break;
    }
    return at;
}

/* scheme: or www. with something behind it. */
static const char *scan_url(const cgi_scan *s, const char *at)
{
    const char *p = at;
    size_t room = (size_t)(s->end - at);
    while (p < s->end && p - at < 10 && is_letter((unsigned char)*p))
        p++;
    bool is_web = p - at == 3 && room > 4 && (*at | 0x20) == 'w' &&
                  (at[1] | 0x20) == 'w' && (at[2] | 0x20) == 'w' &&
                  at[3] == '.';
    bool has_slashes = p > at + 2 && s->end - p > 3 && !memcmp(p, "://", 3);
    bool is_mail = p > at && p < s->end && *p == ':' &&
                   cgi_scan_listed(NULL, s->world, "scheme", at, p);
    if (!is_web && !has_slashes && !is_mail)
        return NULL;
    return trim(at, scan_path(s, p));
}

static bool in_local_part(char c)
{
    return is_alnum((unsigned char)c) || (c && strchr("._%+-", c));
}

/* The host name at `at`: labels of letters, digits and hyphens with points
 * between them. *n_points counts these. */
static const char *scan_host(const cgi_scan *s, const char *at, int *n_points)
{
    const char *p = at, *end = at;
    *n_points = 0;
    while (p < s->end && p - at < CGI_SCAN_ADDRESS) {
        if (cgi_scan_is_word((unsigned char)*p) && (*p & 0x80) == 0) {
            end = ++p;
        } else if ((*p == '.' || *p == '-') && end == p && p > at &&
                   p + 1 < s->end && is_alnum((unsigned char)p[1]) &&
                   (p[1] & 0x80) == 0) {
            *n_points += *p == '.';
            p++;
        } else {
            break;
        }
    }
    return end;
}

static const char *scan_mail(const cgi_scan *s, const char *at)
{
    const char *p = at;
    while (p < s->end && p - at < CGI_SCAN_ADDRESS / 4 && in_local_part(*p))
        p++;
    if (p == at || p == s->end || *p != '@')
        return NULL;
    int n_points;
    const char *end = scan_host(s, p + 1, &n_points);
    return n_points ? end : NULL;
}

/* The last part of a host or file name is known. "He left.In" is a missing
 * space, though, and initials are no host either. */
static bool has_domain(const cgi_scan *s, const char *at, const char *end)
{
    const char *last = end;
    while (last[-1] != '.')
        last--;
    return last - at >= 3 && last[-2] != '.' &&
           cgi_scan_listed(NULL, s->world, "domain", last, end) &&
           !(last[0] >= 'A' && last[0] <= 'Z' && last[1] >= 'a');
}

/* "sci.space.history": small letters throughout. */
static bool is_newsgroup(const char *at, const char *end)
{
    for (const char *p = at; p < end; p++)
        if (!(*p >= 'a' && *p <= 'z') &&
            !(*p == '.' && p - at > 1 && end - p > 2))
            return false;
    return true;
}

/* "example.co.uk/path", "report.doc", "sci.space.history". */
static const char *scan_domain(const cgi_scan *s, const char *at)
{
    int n_points;
    const char *end = scan_host(s, at, &n_points);
    if (!n_points || end - at >= CGI_SCAN_ADDRESS)
        return NULL;
    if (!has_domain(s, at, end) && !(n_points >= 2 && is_newsgroup(at, end)))
        return NULL;
    if (end == s->end || *end != '/')
        return end;
    return trim(at, scan_path(s, end));
}

/* @name and #tag; "#5" is a sign and a number. */
static const char *scan_tag(const cgi_scan *s, const char *at)
{
    const char *p = at + 1;
    if ((*at != '@' && *at != '#') || !is_letter(cgi_scan_peek(s, p)) ||
        cgi_scan_is_word(cgi_scan_before(s, at)))
        return NULL;
    while (cgi_scan_is_word(cgi_scan_peek(s, p)))
        p = cgi_scan_skip(s, p);
    return p;
}

const char *cgi_scan_address(const cgi_scan *s, const char *at)
{
    uint32_t c = cgi_scan_peek(s, at);
    if (c == '@' || c == '#')
        return scan_tag(s, at);
    if (c >= 0x80 || !is_alnum(c) || cgi_scan_is_word(cgi_scan_before(s, at)))
        return NULL;
    const char *end = scan_url(s, at);
    if (!end)
        end = scan_mail(s, at);
    return end ? end : scan_domain(s, at);
}
