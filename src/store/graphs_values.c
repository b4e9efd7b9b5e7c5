/* SPDX-License-Identifier: Apache-2.0
 *
 * graphs_values.c -- what one node of a graph says of itself.
 *
 * Numbers and dates are read from their text whatever their datatype is; what
 * is none counts as not said.
 */
#include <stdlib.h>

#include "store/graphs.h"

/* Longest chain of broader types that is followed: they may go in circles. */
#define DEPTH_MAX 8

static const char *text_of(const cgi_loader *l, uint32_t term)
{
    return l->t->terms.at[term].text;
}

const char *cgi_loader_text(const cgi_loader *l, uint32_t s, cgi_term_name p)
{
    return cgi_triples_text(l->t, s, l->ids[p]);
}

/* Digits up to nine of them; -1 if there are none. *s moves behind them. */
static long digits(const char **s)
{
    long value = 0;
    const char *from = *s;
    while (**s >= '0' && **s <= '9' && *s - from < 9)
        value = 10 * value + (*(*s)++ - '0');
    return *s == from ? -1 : value;
}

long cgi_loader_number(const cgi_loader *l, uint32_t s, cgi_term_name p,
                       long none)
{
    const char *text = cgi_loader_text(l, s, p);
    if (!text)
        return none;
    text += *text == '+';
    long value = digits(&text);
    return value < 0 || *text ? none : value;
}

/* "0.85" is 85; what is no number from 0 to 1 is 0. */
int cgi_loader_percent(const cgi_loader *l, uint32_t s, cgi_term_name p)
{
    const char *text = cgi_loader_text(l, s, p);
    if (!text || (*text != '0' && *text != '1'))
        return 0;
    int percent = 100 * (text[0] - '0');
    if (text[1] != '.' || percent)
        return percent;
    for (int i = 2, unit = 10; i < 4 && text[i] >= '0' && text[i] <= '9';
         i++, unit /= 10)
        percent += unit * (text[i] - '0');
    return percent;
}

cgi_date cgi_loader_date(const cgi_loader *l, uint32_t s, cgi_term_name p)
{
    const char *text = cgi_loader_text(l, s, p);
    cgi_date date = {0, 0, 0};
    if (!text || !cgi_date_read(&date, text))
        return (cgi_date){0, 0, 0};
    return date;
}

int cgi_loader_value(const cgi_loader *l, uint32_t s, cgi_term_name p,
                     const char *const *names, int n, int none)
{
    const char *iri = cgi_loader_text(l, s, p);
    size_t len = sizeof CGI_NS - 1;
    if (!iri || strncmp(iri, CGI_NS, len) != 0)
        return none;
    int i = cgi_term_find(names, n, cgi_slice_of(iri + len));
    return i < 0 ? none : i;
}

cgi_when cgi_loader_when(const cgi_loader *l, uint32_t s)
{
    cgi_when when = {.from = cgi_loader_date(l, s, CGI_TERM_DATE)};
    when.to = when.from;
    if (!when.from.year) {
        when.from = cgi_loader_date(l, s, CGI_TERM_DATE_FROM);
        when.to = cgi_loader_date(l, s, CGI_TERM_DATE_TO);
    }
    when.precision = (cgi_precision)cgi_loader_value(
        l, s, CGI_TERM_PRECISION, cgi_precision_names, CGI_N_PRECISIONS,
        CGI_PRECISION_NONE);
    return when;
}

uint32_t cgi_loader_offset(const cgi_loader *l, uint32_t s)
{
    const char *dash = strrchr(text_of(l, s), '-');
    if (!dash || !dash[1])
        return UINT32_MAX;
    const char *at = dash + 2;
    long offset = digits(&at);
    return offset < 0 ? UINT32_MAX : (uint32_t)offset;
}

/* ---- Mentions -------------------------------------------------------- */

/* From "<article>#char=12,19". */
static cgi_evidence from_iri(const char *iri)
{
    cgi_evidence e = {0, 0, ""};
    const char *at = strstr(iri, "#char=");
    if (!at)
        return e;
    at += strlen("#char=");
    long begin = digits(&at);
    at += *at == ',';
    long end = digits(&at);
    if (begin >= 0 && end > begin)
        e = (cgi_evidence){(uint32_t)begin, (uint32_t)end, ""};
    return e;
}

cgi_evidence cgi_loader_mention(const cgi_loader *l, uint32_t mention)
{
    cgi_evidence e = from_iri(text_of(l, mention));
    const char *quote = cgi_loader_text(l, mention, CGI_TERM_ANCHOR);
    long begin = cgi_loader_number(l, mention, CGI_TERM_BEGIN, e.begin);
    long end = cgi_loader_number(l, mention, CGI_TERM_END, e.end);
    if (begin < end) {
        e.begin = (uint32_t)begin;
        e.end = (uint32_t)end;
    }
    e.quote = quote ? quote : "";
    return e;
}

static int in_text(const void *a, const void *b)
{
    const cgi_evidence *x = a, *y = b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    return x->end < y->end ? -1 : x->end > y->end;
}

cgi_evidences cgi_loader_mentions(const cgi_loader *l, uint32_t s,
                                  cgi_term_name p)
{
    cgi_range r = cgi_triples_with(l->t, s, l->ids[p]);
    cgi_evidences out = {cgi_arena_array(l->a, r.n, sizeof *out.at), 0};
    for (size_t i = 0; i < r.n; i++) {
        cgi_evidence e = cgi_loader_mention(l, r.at[i].o);
        if (e.begin < e.end)
            out.at[out.n++] = e;
    }
    if (out.n)
        qsort(out.at, out.n, sizeof *out.at, in_text);
    return out;
}

/* ---- Types and kinds ------------------------------------------------- */

static const cgi_type *known_type(const cgi_loader *l, const char *iri)
{
    size_t len = sizeof CGI_TYPE_NS - 1;
    if (!l->world || strncmp(iri, CGI_TYPE_NS, len) != 0)
        return NULL;
    return cgi_world_find_type(l->world, iri + len);
}

static const cgi_type *type_at(cgi_loader *l, uint32_t term, int depth)
{
    const cgi_type *known = known_type(l, text_of(l, term));
    if (known || l->type_of[term])
        return known ? known : l->type_of[term];
    cgi_type *type = cgi_arena_alloc(l->a, sizeof *type);
    const char *iri = text_of(l, term);
    const char *label = cgi_loader_text(l, term, CGI_TERM_PREF_LABEL);
    size_t len = sizeof CGI_TYPE_NS - 1;
    bool is_ours = !strncmp(iri, CGI_TYPE_NS, len);
    *type = (cgi_type){.iri = iri,
                       .name = is_ours ? iri + len : iri,
                       .plover = "",
                       .cameo = ""};
    type->label = label ? label : type->name;
    uint32_t broader = cgi_triples_object(l->t, term, l->ids[CGI_TERM_BROADER]);
    if (broader != CGI_NO_TERM && depth < DEPTH_MAX)
        type->broader = type_at(l, broader, depth + 1);
    /* Last, so that no chain comes back to itself. */
    l->type_of[term] = type;
    return type;
}

const cgi_type *cgi_loader_type(cgi_loader *l, uint32_t event)
{
    static const cgi_type none = {.iri = CGI_TYPE_NS "action",
                                  .name = "action",
                                  .label = "event",
                                  .plover = "",
                                  .cameo = ""};
    uint32_t type =
        cgi_triples_object(l->t, event, l->ids[CGI_TERM_EVENT_TYPE]);
    return type == CGI_NO_TERM ? &none : type_at(l, type, 0);
}

/* The narrowest kind of its classes. */
cgi_kind cgi_loader_kind(const cgi_loader *l, uint32_t s)
{
    cgi_range r = cgi_triples_with(l->t, s, l->ids[CGI_TERM_TYPE]);
    size_t len = sizeof CGI_NS - 1;
    int wide = CGI_KIND_NONE;
    for (size_t i = 0; i < r.n; i++) {
        const char *iri = text_of(l, r.at[i].o);
        if (strncmp(iri, CGI_NS, len) != 0)
            continue;
        int kind =
            cgi_term_find(cgi_kind_names, CGI_N_KINDS, cgi_slice_of(iri + len));
        if (kind == CGI_KIND_ORGANIZATION || kind == CGI_KIND_PLACE ||
            kind == CGI_KIND_THING)
            wide = kind;
        else if (kind > CGI_KIND_NONE)
            return (cgi_kind)kind;
    }
    return wide == CGI_KIND_NONE ? CGI_KIND_THING : (cgi_kind)wide;
}
