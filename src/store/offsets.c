/* SPDX-License-Identifier: Apache-2.0
 *
 * offsets.c -- what shapes cannot say of a graph.
 *
 * IRIs that stores take, no blank nodes, mentions whose IRI, offsets and
 * article belong together, and words that stand in the text where the graph
 * says so.
 */
#include "base/hash.h"
#include "base/utf8.h"
#include "graph/build.h"
#include "store/check.h"

#define NIF CGI_NIF_NS
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

/* ---- Terms ----------------------------------------------------------- */

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') ||
           (c >= 'a' && c <= 'f');
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* What RFC 3987 allows as far as stores look: a scheme, no spaces, quotes or
 * brackets of the kinds that end an IRI, whole escapes, one "#". */
static bool is_iri(const char *s)
{
    size_t scheme = strcspn(s, ":/?#"), n_hashes = 0;
    if (!is_letter(*s) || s[scheme] != ':')
        return false;
    for (; *s; s++) {
        if ((unsigned char)*s <= ' ' || *s == 0x7F || strchr("<>\"{}|^`\\", *s))
            return false;
        if (*s == '%' && !(is_hex(s[1]) && is_hex(s[2])))
            return false;
        n_hashes += *s == '#';
    }
    return n_hashes < 2;
}

void cgi_check_terms(cgi_check *c)
{
    for (size_t i = 0; i < c->t->terms.n; i++) {
        const cgi_term *term = &c->t->terms.at[i];
        if (term->kind == CGI_TERM_IRI && !is_iri(term->text))
            cgi_check_tell(c, term->text, "Iri", "not a well-formed IRI");
        if (term->kind == CGI_TERM_BLANK)
            cgi_check_tell(c, term->text, "Iri", "a blank node");
    }
}

/* ---- Mentions -------------------------------------------------------- */

static const char *value(const cgi_check *c, uint32_t s, const char *property)
{
    return cgi_triples_text(c->t, s, cgi_triples_iri(c->t, property));
}

static cgi_range mentions(const cgi_check *c)
{
    return cgi_triples_to(c->t, cgi_triples_iri(c->t, RDF "type"),
                          cgi_triples_iri(c->t, CGI_NS "Mention"));
}

static void check_mention(cgi_check *c, uint32_t mention)
{
    const char *iri = c->t->terms.at[mention].text;
    const char *begin = value(c, mention, NIF "beginIndex");
    const char *end = value(c, mention, NIF "endIndex");
    uint32_t article = cgi_triples_object(
        c->t, mention, cgi_triples_iri(c->t, NIF "referenceContext"));
    if (!begin || !end || article == CGI_NO_TERM)
        return; /* Its shape says so. */
    const char *name = cgi_arena_printf(
        c->a, "%s#char=%s,%s", c->t->terms.at[article].text, begin, end);
    if (strcmp(name, iri) != 0)
        cgi_check_tell(c, iri, "Mention",
                       cgi_arena_printf(c->a, "should be called %s", name));
    const char *last = value(c, article, NIF "endIndex");
    if (last && cgi_value_compare(end, last) > 0)
        cgi_check_tell(c, iri, "Mention", "ends after its article");
}

void cgi_check_offsets(cgi_check *c)
{
    cgi_range r = mentions(c);
    for (size_t i = 0; i < r.n; i++)
        check_mention(c, r.at[i].s);
}

/* ---- Mentions and text ----------------------------------------------- */

/* Where each code point of the text begins, and where the last one ends. */
static const uint32_t *starts_of(cgi_check *c, const cgi_article *article,
                                 size_t *n)
{
    const char *at = article->text, *end = at + article->len;
    uint32_t *starts = cgi_arena_array(c->a, article->len + 1, sizeof *starts);
    for (*n = 0; at < end; cgi_utf8_next(&at, end))
        starts[(*n)++] = (uint32_t)(at - article->text);
    starts[*n] = (uint32_t)article->len;
    return starts;
}

/* UINT32_MAX if it is no such number. */
static uint32_t offset(const char *s)
{
    uint32_t n = 0;
    if (!s || !*s || strlen(s) > 9 || s[strspn(s, "0123456789")])
        return UINT32_MAX;
    for (; *s; s++)
        n = 10 * n + (uint32_t)(*s - '0');
    return n;
}

static void check_words(cgi_check *c, uint32_t mention,
                        const cgi_article *article, const uint32_t *starts,
                        size_t n_chars)
{
    const char *iri = c->t->terms.at[mention].text;
    const char *words = value(c, mention, NIF "anchorOf");
    uint32_t begin = offset(value(c, mention, NIF "beginIndex"));
    uint32_t end = offset(value(c, mention, NIF "endIndex"));
    if (begin >= end || end > n_chars) {
        cgi_check_tell(c, iri, "Mention", "is not in the text");
        return;
    }
    cgi_slice text = {article->text + starts[begin],
                      starts[end] - starts[begin]};
    const char *there = cgi_utf8_one_line(c->a, text);
    if (words && strcmp(words, there) != 0)
        cgi_check_tell(c, iri, "Mention",
                       cgi_arena_printf(c->a, "the text has \"%.80s\"", there));
}

/* All articles of a run have one base, so the first one's is tried before all
 * are gone through. */
static uint32_t find_article(const cgi_check *c, const char *name)
{
    uint32_t type = cgi_triples_iri(c->t, RDF "type");
    uint32_t class = cgi_triples_iri(c->t, CGI_NS "Article");
    cgi_range r = cgi_triples_to(c->t, type, class);
    size_t n = strlen(name);
    for (size_t i = 0; i < r.n; i++) {
        const char *iri = c->t->terms.at[r.at[i].s].text;
        size_t base = strlen(iri) < n ? 0 : strlen(iri) - n;
        if (!strcmp(iri + base, name))
            return r.at[i].s;
        uint32_t other =
            i ? CGI_NO_TERM
              : cgi_triples_iri(c->t, cgi_arena_printf(c->a, "%.*s%s",
                                                       (int)base, iri, name));
        if (cgi_triples_has(c->t, other, type, class))
            return other;
    }
    return CGI_NO_TERM;
}

void cgi_check_article(cgi_check *c, const cgi_article *article)
{
    size_t n_chars;
    const char *name =
        cgi_id_of_text(c->a, "", (cgi_slice){article->text, article->len});
    uint32_t node = find_article(c, name);
    if (node == CGI_NO_TERM) {
        cgi_check_tell(c, article->id ? article->id : name, "Article",
                       "this text is no article of the graph");
        return;
    }
    const uint32_t *starts = starts_of(c, article, &n_chars);
    cgi_range r = cgi_triples_to(
        c->t, cgi_triples_iri(c->t, NIF "referenceContext"), node);
    for (size_t i = 0; i < r.n; i++)
        check_words(c, r.at[i].s, article, starts, n_chars);
}
