/* SPDX-License-Identifier: Apache-2.0
 *
 * ids.c -- names for nodes that depend on the text alone.
 */
#include <stdio.h>

#include "base/utf8.h"
#include "graph/build.h"

#define HASH_CHARS 16

const char *cgi_id_of_text(cgi_arena *a, const char *base, cgi_slice text)
{
    char hash[HASH_CHARS + 1];
    cgi_hash_base32(hash, HASH_CHARS, cgi_utf8_nfc(a, text));
    return cgi_arena_printf(a, "%sa_%s", base, hash);
}

const char *cgi_id_article(cgi_builder *b, const char *base)
{
    return cgi_id_of_text(b->a, base,
                          (cgi_slice){b->article->text, b->article->len});
}

const char *cgi_id_named(cgi_builder *b, cgi_kind kind, const char *label)
{
    char hash[HASH_CHARS + 1];
    const char *lower = cgi_utf8_lower(b->a, cgi_slice_of(label));
    const char *key =
        cgi_arena_printf(b->a, "%s\n%s", cgi_kind_names[kind], lower);
    cgi_hash_base32(hash, HASH_CHARS, cgi_utf8_nfc(b->a, cgi_slice_of(key)));
    return cgi_arena_printf(b->a, "%su_%s", b->out->base, hash);
}

const char *cgi_id_local(cgi_builder *b, char letter, uint32_t offset)
{
    uint32_t at = cgi_article_chars(b->article, offset);
    const char *id = cgi_arena_printf(b->a, "%s-%c%u", b->out->iri, letter, at);
    size_t *uses = cgi_table_find(&b->ids, cgi_slice_of(id));
    if (!uses) {
        uses = cgi_arena_alloc(b->a, sizeof *uses);
        *cgi_table_at(&b->ids, b->a, cgi_slice_of(id)) = uses;
        return id;
    }
    /* Two nodes at one offset: b, c, ... then z2, z3. */
    size_t n = ++*uses;
    if (n < 25)
        return cgi_arena_printf(b->a, "%s%c", id, (char)('a' + n));
    return cgi_arena_printf(b->a, "%sz%zu", id, n - 23);
}

/* Characters that RFC 3987 does not let stand in an IRI. */
static bool is_allowed(unsigned char c)
{
    return c > 0x20 && c != 0x7F && !strchr("<>\"{}|\\^`", c);
}

const char *cgi_id_url(cgi_arena *a, const char *url)
{
    if (!url ||
        (strncmp(url, "http://", 7) != 0 && strncmp(url, "https://", 8) != 0))
        return NULL;
    size_t len = strlen(url), n = 0;
    char *out = cgi_arena_array(a, len + 1, 3);
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)url[i];
        if (is_allowed(c))
            out[n++] = (char)c;
        else
            n += (size_t)snprintf(out + n, 4, "%%%02X", c);
    }
    return out;
}

cgi_evidence cgi_evidence_of(cgi_builder *b, cgi_span span)
{
    cgi_evidence e = {0, 0, ""};
    if (span.begin >= span.end)
        return e;
    e.begin = cgi_article_chars(b->article, span.begin);
    e.end = cgi_article_chars(b->article, span.end);
    e.quote = cgi_utf8_one_line(b->a, (cgi_slice){b->article->text + span.begin,
                                                  span.end - span.begin});
    return e;
}
