/* SPDX-License-Identifier: Apache-2.0
 *
 * tokenize_split.c -- parts contractions: "don't" is "do" and "n't".
 *
 * Each part keeps its own bytes. Which parts there are is said by the lists
 * clitic and contraction of words.ttl; here stands only where to look.
 */
#include "lang/tokenize.h"

/* The last apostrophe of the word, or NULL. */
static const char *last_apostrophe(const cgi_scan *s, const char *at,
                                   const char *end)
{
    const char *found = NULL;
    if (end - at > 3 * CGI_SCAN_WORD)
        at = end - 3 * CGI_SCAN_WORD; /* Clitics stand at the end. */
    while (at < end && (*at & 0xC0) == 0x80)
        at++;
    for (; at < end; at = cgi_scan_skip(s, at))
        if (cgi_scan_is_apostrophe(cgi_scan_peek(s, at)))
            found = at;
    return found;
}

/* Where the clitic at the end of [at, end) begins, or NULL. */
static const char *find_clitic(const cgi_scan *s, const char *at,
                               const char *end)
{
    const char *p = last_apostrophe(s, at, end);
    if (!p || p == at)
        return NULL;
    /* The negation takes the letter before the apostrophe with it. */
    if (p - 1 > at && cgi_scan_listed(NULL, s->world, "clitic", p - 1, end))
        return p - 1;
    return cgi_scan_listed(NULL, s->world, "clitic", p, end) ? p : NULL;
}

static cgi_piece part(cgi_piece whole, const cgi_scan *s, const char *at,
                      const char *end)
{
    whole.in_word = whole.in_word || s->text + whole.begin < at;
    whole.space_before = whole.space_before && s->text + whole.begin == at;
    whole.begin = (uint32_t)(at - s->text);
    whole.end = (uint32_t)(end - s->text);
    return whole;
}

/* Adds [at, end) of `whole`, in two if it is a whole-word contraction. */
static void add_stem(cgi_pieces *out, cgi_arena *a, const cgi_scan *s,
                     cgi_piece whole, const char *at, const char *end)
{
    long n = 0;
    if (!cgi_scan_listed(&n, s->world, "contraction", at, end)) {
        CGI_PUSH(a, out, part(whole, s, at, end));
        return;
    }
    const char *cut = at;
    while (n-- > 0 && cut < end)
        cut = cgi_scan_skip(s, cut);
    if (cut > at)
        CGI_PUSH(a, out, part(whole, s, at, cut));
    if (cut < end)
        CGI_PUSH(a, out, part(whole, s, cut, end));
}

void cgi_piece_split(cgi_pieces *out, cgi_arena *a, const cgi_scan *s,
                     cgi_piece piece)
{
    const char *at = s->text + piece.begin, *end = s->text + piece.end;
    const char *cuts[3]; /* "I'd've": seldom more than two. */
    size_t n = 0;
    if (piece.kind != CGI_PIECE_WORD) {
        CGI_PUSH(a, out, piece);
        return;
    }
    const char *stem = end;
    while (n < 3 && (cuts[n] = find_clitic(s, at, stem)) != NULL)
        stem = cuts[n++];
    add_stem(out, a, s, piece, at, stem);
    while (n > 0) {
        const char *to = n > 1 ? cuts[n - 2] : end;
        CGI_PUSH(a, out, part(piece, s, cuts[n - 1], to));
        n--;
    }
}
