/* SPDX-License-Identifier: Apache-2.0
 *
 * rdf_terms.c -- one statement, with everything checked that raptor does not.
 *
 * raptor cuts a literal at a byte that is not UTF-8, writes IRIs that no store
 * will read, and takes any text for a date, all without an error; so nothing
 * reaches it here that is not known to be good. The other thing not obvious:
 * all strings are made before the first raptor object, because the arena may
 * jump away and would leave the object behind.
 */
#include <string.h>

#include "base/utf8.h"
#include "write/rdf.h"

#define XSD(type) CGI_XSD type

/* A literal's text is the object of `o_is_iri` false. */
typedef struct {
    const char *s, *p, *o;
    bool o_is_iri;
    const char *language, *datatype; /* At most one of them. */
} statement;

static const unsigned char *bytes(const char *s)
{
    return (const unsigned char *)s;
}

static void refuse(cgi_rdf *r, const statement *st, const char *why)
{
    if (r->status == CG_OK)
        r->status = cgi_fail(r->err, CG_ERR_TEXT, 0, "%.80s of %.80s: %s",
                             st->p, st->s, why);
}

static raptor_term *object_term(raptor_world *w, const statement *st)
{
    if (st->o_is_iri)
        return raptor_new_term_from_uri_string(w, bytes(st->o));
    raptor_uri *type = NULL;
    if (st->datatype && !(type = raptor_new_uri(w, bytes(st->datatype))))
        return NULL;
    raptor_term *term = raptor_new_term_from_literal(w, bytes(st->o), type,
                                                     bytes(st->language));
    if (type)
        raptor_free_uri(type);
    return term;
}

static bool hand_over(cgi_rdf *r, const statement *st)
{
    raptor_statement *rs = raptor_new_statement(r->world);
    if (!rs)
        return false;
    rs->subject = raptor_new_term_from_uri_string(r->world, bytes(st->s));
    rs->predicate = raptor_new_term_from_uri_string(r->world, bytes(st->p));
    rs->object = object_term(r->world, st);
    if (r->graph)
        rs->graph = raptor_term_copy(r->graph);
    bool good = rs->subject && rs->predicate && rs->object &&
                !raptor_serializer_serialize_statement(r->serializer, rs) &&
                !r->complaint.status;
    raptor_free_statement(rs);
    return good;
}

/* The only way into the serializer; the texts of `st` are final. */
static void put(cgi_rdf *r, const statement *st)
{
    if (r->status != CG_OK || r->is_dry)
        return;
    if (!hand_over(r, st))
        r->status = cgi_rdf_failed(r, r->err);
}

static bool is_utf8(const char *s)
{
    size_t bad;
    return cgi_utf8_check(&bad, s, strlen(s));
}

/* ---- IRIs ------------------------------------------------------------ */

/* True for code points that RFC 3987 allows besides ASCII (`ucschar`). The
 * private ones, which it allows in queries, are left out to be safe. */
static bool is_ucschar(uint32_t c)
{
    if (c < 0xA0 || (c >= 0xE000 && c < 0xF900) || (c & 0xFFFE) == 0xFFFE)
        return false;
    return c < 0xFDD0 || (c >= 0xFDF0 && c < 0xFFF0) ||
           (c >= 0x10000 && c < 0xE0000);
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') ||
           (c >= 'a' && c <= 'f');
}

/* May the character at `at` stand as it is? `in_host` is true between "//" and
 * the next "/", where brackets hold an IPv6 address; `n_hashes` counts "#". */
static bool is_iri_char(const char *at, uint32_t c, bool in_host,
                        size_t n_hashes)
{
    if (c >= 0x80)
        return is_ucschar(c);
    if (c <= ' ' || c == 0x7F || strchr("<>\"{}|^`\\", (int)c))
        return false;
    switch (c) {
    case '%': return is_hex(at[1]) && is_hex(at[2]);
    case '[':
    case ']': return in_host;
    case '#': return n_hashes == 0;
    default: return true;
    }
}

/* True if no character of `iri` can need escaping, as in nearly all. */
static bool is_plain(const char *iri)
{
    size_t n_hashes = 0;
    for (const char *p = iri; *p; p++) {
        n_hashes += *p == '#';
        if ((*p < 'a' || *p > 'z') && (*p < ',' || *p > ':') &&
            (*p < 'A' || *p > 'Z') && *p != '_' && *p != '=' && *p != '#')
            return false;
    }
    return n_hashes < 2;
}

const char *cgi_rdf_escape_iri(cgi_arena *a, const char *iri)
{
    if (is_plain(iri))
        return iri;
    static const char hex[] = "0123456789ABCDEF";
    size_t len = strlen(iri), n_hashes = 0;
    const char *at = iri, *end = iri + len;
    const char *slashes = strstr(iri, "://");
    const char *host = slashes ? slashes + 3 : end;
    const char *host_end = host + strcspn(host, "/?#");
    char *out = cgi_arena_array(a, len + 1, 3), *to = out;
    while (at < end) {
        const char *from = at;
        uint32_t c = cgi_utf8_next(&at, end);
        bool in_host = from >= host && from < host_end;
        bool good = is_iri_char(from, c, in_host, n_hashes);
        n_hashes += c == '#';
        for (; from < at; from++) {
            unsigned char byte = (unsigned char)*from;
            if (good) {
                *to++ = *from;
                continue;
            }
            *to++ = '%';
            *to++ = hex[byte >> 4];
            *to++ = hex[byte & 15];
        }
    }
    return out;
}

/* Does it begin with a scheme? raptor writes relative IRIs as they are. */
static bool is_absolute(const char *iri)
{
    const char *p = iri;
    while ((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') ||
           (*p >= '0' && *p <= '9') || *p == '+' || *p == '-' || *p == '.')
        p++;
    return p > iri && *p == ':';
}

/* Escapes the subject of `st`, and its object if that is an IRI. */
static bool prepare(cgi_rdf *r, statement *st)
{
    if (r->status != CG_OK)
        return false;
    if (!is_utf8(st->s) || !is_utf8(st->o)) {
        st->s = is_utf8(st->s) ? st->s : "a node";
        refuse(r, st, "not UTF-8");
        return false;
    }
    if (!is_absolute(st->s) || (st->o_is_iri && !is_absolute(st->o))) {
        refuse(r, st, "not an absolute IRI");
        return false;
    }
    st->s = cgi_rdf_escape_iri(&r->arena, st->s);
    if (st->o_is_iri)
        st->o = cgi_rdf_escape_iri(&r->arena, st->o);
    return true;
}

void cgi_rdf_iri(cgi_rdf *r, const char *s, const char *p, const char *o)
{
    if (!o)
        return;
    statement st = {s, p, o, true, NULL, NULL};
    if (prepare(r, &st))
        put(r, &st);
}

void cgi_rdf_value(cgi_rdf *r, const char *s, const char *p, const char *name)
{
    if (*name)
        cgi_rdf_iri(r, s, p, cgi_arena_printf(&r->arena, CGI_NS "%s", name));
}

/* ---- Text and numbers ------------------------------------------------ */

/* XML has no way to write U+FFFE and U+FFFF, so they become spaces as control
 * characters do. */
static void drop_noncharacters(char *s)
{
    while ((s = strstr(s, "\xEF\xBF"))) {
        if ((unsigned char)s[2] >= 0xBE)
            memset(s, ' ', 3);
        s += 3;
    }
}

void cgi_rdf_text(cgi_rdf *r, const char *s, const char *p, const char *o,
                  const char *language)
{
    if (!o)
        return;
    statement st = {s, p, o, false, language, NULL};
    if (!prepare(r, &st))
        return;
    char *text = cgi_arena_strndup(&r->arena, o, strlen(o));
    drop_noncharacters(text);
    st.o = cgi_utf8_one_line(&r->arena, cgi_slice_of(text));
    put(r, &st);
}

/* `lexical` needs no cleaning. */
static void put_typed(cgi_rdf *r, const char *s, const char *p,
                      const char *lexical, const char *datatype)
{
    statement st = {s, p, lexical, false, NULL, datatype};
    if (prepare(r, &st))
        put(r, &st);
}

void cgi_rdf_integer(cgi_rdf *r, const char *s, const char *p, long value)
{
    put_typed(r, s, p, cgi_arena_printf(&r->arena, "%ld", value),
              XSD("integer"));
}

void cgi_rdf_offset(cgi_rdf *r, const char *s, const char *p, uint32_t value)
{
    put_typed(r, s, p, cgi_arena_printf(&r->arena, "%lu", (unsigned long)value),
              XSD("nonNegativeInteger"));
}

/* The canonical form: 85 is "0.85", 90 "0.9", 100 "1.0". */
void cgi_rdf_percent(cgi_rdf *r, const char *s, const char *p, int percent)
{
    const char *text = percent % 10
                           ? cgi_arena_printf(&r->arena, "%d.%02d",
                                              percent / 100, percent % 100)
                           : cgi_arena_printf(&r->arena, "%d.%d", percent / 100,
                                              percent % 100 / 10);
    put_typed(r, s, p, text, XSD("decimal"));
}

/* How many digits stand at `s`. */
static size_t digits(const char *s)
{
    return strspn(s, "0123456789");
}

void cgi_rdf_decimal(cgi_rdf *r, const char *s, const char *p, const char *o)
{
    if (!o)
        return;
    const char *whole = o + (*o == '-' || *o == '+');
    const char *point = whole + digits(whole);
    const char *rest = point + (*point == '.');
    const char *end = rest + digits(rest);
    statement st = {s, p, o, false, NULL, XSD("decimal")};
    if (point == whole || *end || (*point && end == rest)) {
        refuse(r, &st, "not a decimal number");
        return;
    }
    /* Turtle writes decimals bare, and a bare 60 would be an integer. */
    put_typed(r, s, p, *point ? o : cgi_arena_printf(&r->arena, "%s.0", o),
              st.datatype);
}

/* ---- Dates ----------------------------------------------------------- */

/* What the calendar says is asked of cgi_date_read(), which takes text; the
 * bounds are for the text to have room. */
static bool is_date(cgi_date d)
{
    char text[11];
    cgi_date same;
    if (d.year < 1 || d.year > 9999 || d.month < 0 || d.month > 12 ||
        d.day < 0 || d.day > 31 || (d.day && !d.month))
        return false;
    cgi_date_write(text, d);
    return cgi_date_read(&same, text);
}

cgi_date cgi_rdf_first_day(cgi_date d)
{
    if (!d.year || !is_date(d))
        return d;
    return (cgi_date){d.year, d.month ? d.month : 1, d.day ? d.day : 1};
}

cgi_date cgi_rdf_last_day(cgi_date d)
{
    if (!d.year || d.day || !is_date(d))
        return d;
    int month = d.month ? d.month : 12;
    cgi_date next = month < 12 ? (cgi_date){d.year, month + 1, 1}
                               : (cgi_date){d.year + 1, 1, 1};
    return cgi_date_from_days(cgi_date_to_days(next) - 1);
}

void cgi_rdf_date(cgi_rdf *r, const char *s, const char *p, cgi_date date)
{
    if (!date.year)
        return;
    const char *type = date.day     ? XSD("date")
                       : date.month ? XSD("gYearMonth")
                                    : XSD("gYear");
    statement st = {s, p, "", false, NULL, type};
    if (!is_date(date)) {
        refuse(r, &st, "no such date");
        return;
    }
    char text[11];
    cgi_date_write(text, date);
    put_typed(r, s, p, cgi_arena_strndup(&r->arena, text, strlen(text)), type);
}
