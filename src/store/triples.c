/* SPDX-License-Identifier: Apache-2.0
 *
 * triples.c -- a set of triples, three times sorted.
 *
 * A term is kept once and a triple is three numbers, so a million triples take
 * 36 MB beside their terms. Look-ups are binary searches: a node may have a
 * hundred thousand triples, and nothing here walks through them.
 */
#include "store/triples.h"

#include <stdlib.h>

#include "base/hash.h"

#define FIRST_SLOTS ((size_t)1 << 12)

/* ---- Terms ----------------------------------------------------------- */

static int compare_terms(const cgi_term *a, const cgi_term *b)
{
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    int d = strcmp(a->text, b->text);
    if (!d)
        d = strcmp(a->language, b->language);
    return d ? d : strcmp(a->datatype, b->datatype);
}

static size_t hash_term(const cgi_term *t)
{
    uint64_t h = cgi_hash(t->text, strlen(t->text), (uint64_t)t->kind);
    if (*t->language)
        h = cgi_hash(t->language, strlen(t->language), h);
    if (*t->datatype)
        h = cgi_hash(t->datatype, strlen(t->datatype), h);
    return (size_t)h;
}

/* The slot of `term`, or the free one where it belongs; there is always a
 * free one. */
static uint32_t *probe(const cgi_triples *t, const cgi_term *term)
{
    size_t i = hash_term(term) & (t->n_slots - 1);
    while (t->slots[i] &&
           compare_terms(&t->terms.at[t->slots[i] - 1], term) != 0)
        i = (i + 1) & (t->n_slots - 1);
    return &t->slots[i];
}

static void fill_slots(cgi_triples *t, size_t n_slots)
{
    t->slots = cgi_arena_array(&t->arena, n_slots, sizeof *t->slots);
    t->n_slots = n_slots;
    for (size_t i = 0; i < t->terms.n; i++)
        *probe(t, &t->terms.at[i]) = (uint32_t)i + 1;
}

static const char *copy(cgi_triples *t, const char *s)
{
    return *s ? cgi_arena_strndup(&t->arena, s, strlen(s)) : "";
}

uint32_t cgi_triples_term(cgi_triples *t, const cgi_term *term)
{
    if (t->terms.n >= t->n_slots / 2)
        fill_slots(t, t->n_slots ? 2 * t->n_slots : FIRST_SLOTS);
    uint32_t *slot = probe(t, term);
    if (*slot)
        return *slot - 1;
    cgi_term own = {term->kind, copy(t, term->text), copy(t, term->language),
                    ""};
    if (*term->datatype) {
        /* Datatypes are few, and are terms themselves. */
        cgi_term type = {CGI_TERM_IRI, term->datatype, "", ""};
        uint32_t number = cgi_triples_term(t, &type);
        own.datatype = t->terms.at[number].text;
        slot = probe(t, term);
    }
    CGI_PUSH(&t->arena, &t->terms, own);
    *slot = (uint32_t)t->terms.n;
    return *slot - 1;
}

void cgi_triples_add(cgi_triples *t, cgi_triple triple)
{
    CGI_PUSH(&t->arena, &t->all, triple);
}

void cgi_triples_clear(cgi_triples *t)
{
    jmp_buf *on_fail = t->arena.on_fail;
    cgi_arena_clear(&t->arena);
    *t = (cgi_triples){.arena.on_fail = on_fail};
}

/* ---- Order ----------------------------------------------------------- */

static int by_term(const void *a, const void *b)
{
    return compare_terms(*(cgi_term *const *)a, *(cgi_term *const *)b);
}

static int compare_numbers(const uint32_t a[3], const uint32_t b[3])
{
    for (int i = 0; i < 3; i++)
        if (a[i] != b[i])
            return a[i] < b[i] ? -1 : 1;
    return 0;
}

static int spo(const void *a, const void *b)
{
    const cgi_triple *x = a, *y = b;
    return compare_numbers((uint32_t[3]){x->s, x->p, x->o},
                           (uint32_t[3]){y->s, y->p, y->o});
}

static int ops(const void *a, const void *b)
{
    const cgi_triple *x = a, *y = b;
    return compare_numbers((uint32_t[3]){x->o, x->p, x->s},
                           (uint32_t[3]){y->o, y->p, y->s});
}

static int pso(const void *a, const void *b)
{
    const cgi_triple *x = a, *y = b;
    return compare_numbers((uint32_t[3]){x->p, x->s, x->o},
                           (uint32_t[3]){y->p, y->s, y->o});
}

/* Numbers the terms anew, in the order of their text. */
static void sort_terms(cgi_triples *t)
{
    size_t n = t->terms.n;
    cgi_term **order = cgi_arena_array(&t->arena, n, sizeof *order);
    cgi_term *sorted = cgi_arena_array(&t->arena, n, sizeof *sorted);
    uint32_t *rank = cgi_arena_array(&t->arena, n, sizeof *rank);
    for (size_t i = 0; i < n; i++)
        order[i] = &t->terms.at[i];
    qsort(order, n, sizeof(cgi_term *), by_term);
    for (size_t i = 0; i < n; i++) {
        sorted[i] = *order[i];
        rank[order[i] - t->terms.at] = (uint32_t)i;
    }
    t->terms.at = sorted;
    t->terms.cap = n;
    for (size_t i = 0; i < t->all.n; i++) {
        cgi_triple *x = &t->all.at[i];
        *x = (cgi_triple){rank[x->s], rank[x->p], rank[x->o]};
    }
    fill_slots(t, t->n_slots);
}

static cgi_triple *sorted_copy(cgi_triples *t,
                               int (*order)(const void *, const void *))
{
    size_t n = t->all.n;
    cgi_triple *out = cgi_arena_array(&t->arena, n, sizeof *out);
    memcpy(out, t->all.at, n * sizeof *out);
    qsort(out, n, sizeof *out, order);
    return out;
}

void cgi_triples_settle(cgi_triples *t)
{
    if (!t->all.n)
        return;
    sort_terms(t);
    cgi_triple *x = t->all.at;
    qsort(x, t->all.n, sizeof *x, spo);
    size_t n = 0;
    for (size_t i = 0; i < t->all.n; i++)
        if (!n || spo(&x[n - 1], &x[i]) != 0)
            x[n++] = x[i];
    t->all.n = n;
    t->by_object = sorted_copy(t, ops);
    t->by_property = sorted_copy(t, pso);
}

/* ---- Look-ups -------------------------------------------------------- */

uint32_t cgi_triples_find(const cgi_triples *t, const cgi_term *term)
{
    uint32_t slot = t->n_slots ? *probe(t, term) : 0;
    return slot ? slot - 1 : CGI_NO_TERM;
}

uint32_t cgi_triples_iri(const cgi_triples *t, const char *iri)
{
    cgi_term term = {CGI_TERM_IRI, iri, "", ""};
    return cgi_triples_find(t, &term);
}

/* The first triple of a sorted array that does not come before `key`. */
static size_t lower_bound(const cgi_triple *at, size_t n, cgi_triple key,
                          int (*order)(const void *, const void *))
{
    size_t begin = 0, end = n;
    while (begin < end) {
        size_t mid = begin + (end - begin) / 2;
        if (order(&at[mid], &key) < 0)
            begin = mid + 1;
        else
            end = mid;
    }
    return begin;
}

/* The triples from `first` up to `last`, which is the largest that counts. */
static cgi_range between(const cgi_triples *t, const cgi_triple *at,
                         cgi_triple first, cgi_triple last,
                         int (*order)(const void *, const void *))
{
    size_t n = t->by_object ? t->all.n : 0;
    size_t begin = lower_bound(at, n, first, order);
    size_t end = lower_bound(at, n, last, order);
    return (cgi_range){n ? at + begin : NULL, end - begin};
}

cgi_range cgi_triples_of(const cgi_triples *t, uint32_t s)
{
    return between(t, t->all.at, (cgi_triple){s, 0, 0},
                   (cgi_triple){s, CGI_NO_TERM, 0}, spo);
}

cgi_range cgi_triples_with(const cgi_triples *t, uint32_t s, uint32_t p)
{
    return between(t, t->all.at, (cgi_triple){s, p, 0},
                   (cgi_triple){s, p, CGI_NO_TERM}, spo);
}

cgi_range cgi_triples_by(const cgi_triples *t, uint32_t p)
{
    return between(t, t->by_property, (cgi_triple){0, p, 0},
                   (cgi_triple){CGI_NO_TERM, p, 0}, pso);
}

cgi_range cgi_triples_into(const cgi_triples *t, uint32_t o)
{
    return between(t, t->by_object, (cgi_triple){0, 0, o},
                   (cgi_triple){0, CGI_NO_TERM, o}, ops);
}

cgi_range cgi_triples_to(const cgi_triples *t, uint32_t p, uint32_t o)
{
    return between(t, t->by_object, (cgi_triple){0, p, o},
                   (cgi_triple){CGI_NO_TERM, p, o}, ops);
}

bool cgi_triples_has(const cgi_triples *t, uint32_t s, uint32_t p, uint32_t o)
{
    size_t n = t->by_object ? t->all.n : 0;
    cgi_triple key = {s, p, o};
    size_t i = lower_bound(t->all.at, n, key, spo);
    return i < n && spo(&t->all.at[i], &key) == 0;
}

uint32_t cgi_triples_object(const cgi_triples *t, uint32_t s, uint32_t p)
{
    cgi_range r = cgi_triples_with(t, s, p);
    return r.n ? r.at[0].o : CGI_NO_TERM;
}

const char *cgi_triples_text(const cgi_triples *t, uint32_t s, uint32_t p)
{
    uint32_t o = cgi_triples_object(t, s, p);
    return o == CGI_NO_TERM ? NULL : t->terms.at[o].text;
}
