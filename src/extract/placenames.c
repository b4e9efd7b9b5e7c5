/* SPDX-License-Identifier: Apache-2.0
 *
 * placenames.c -- names of places that the name finder missed or mistook.
 *
 * The words beside a name tell what it is: "the town of Grumbleby" and
 * "Grumbleby district" are places whatever they sound like, and so is what
 * stands behind "in" if some place bears that name. What is a place once in
 * an article is one wherever it stands alone.
 */
#include "base/utf8.h"
#include "extract/toponym.h"

/* Tokens of a name that is taken from the text alone. */
#define RUN_MAX 6

typedef struct {
    cgi_reading *r;
    cgi_table known; /* Texts of names of places in this article. */
    CGI_VEC(cgi_named) names;
} adopter;

static const cgi_token *token(const cgi_reading *r, uint32_t t)
{
    return cgi_token_at(r, t);
}

static bool same_sentence(const cgi_reading *r, uint32_t a, uint32_t b)
{
    return b < r->l->n_tokens && token(r, a)->sentence == token(r, b)->sentence;
}

/* ---- What stands beside a name --------------------------------------- */

/* "town of X", "village X" */
static bool is_after_noun(const cgi_reading *r, uint32_t first)
{
    if (first < 2 || !same_sentence(r, first, first - 2))
        return false;
    return cgi_token_in(r, first - 1, "link-of") &&
           cgi_token_in(r, first - 2, "generic-place");
}

/* "X district", if it is not "X city officials". */
static bool is_before_noun(const cgi_reading *r, uint32_t first, uint32_t end)
{
    if (!same_sentence(r, first, end) || token(r, end)->upos != CGI_UPOS_NOUN ||
        !cgi_token_in(r, end, "generic-place"))
        return false;
    return cgi_rel_base((cgi_rel)token(r, end)->rel) != CGI_REL_COMPOUND;
}

static bool is_after_locative(const cgi_reading *r, uint32_t first)
{
    return first > 0 && same_sentence(r, first, first - 1) &&
           cgi_token_in(r, first - 1, "strict-locative");
}

static bool is_free(const cgi_reading *r, uint32_t t)
{
    return r->name_at[t] == CGI_NONE && r->time_at[t] == CGI_NONE;
}

static bool is_shouted(const cgi_reading *r, uint32_t t)
{
    bool any = false;
    for (const char *p = token(r, t)->form; *p; p++) {
        if (*p >= 'a' && *p <= 'z')
            return false;
        any |= *p >= 'A' && *p <= 'Z';
    }
    return any;
}

static bool is_dateline(const cgi_reading *r, uint32_t t)
{
    cgi_slice d = r->l->article->dateline;
    const char *at = r->l->article->text + token(r, t)->begin;
    return d.len && at >= d.at && at < d.at + d.len;
}

bool cgi_opens_story(const cgi_reading *r, uint32_t first, uint32_t end)
{
    uint32_t sentence = token(r, first)->sentence;
    if (is_dateline(r, first))
        return true;
    if (first != r->l->sentences[sentence].first || r->is_caps[sentence] ||
        end >= r->l->n_tokens || !cgi_token_in(r, end, "dash") ||
        !token(r, end)->space_before)
        return false;
    for (uint32_t t = first; t < end; t++)
        if (!is_shouted(r, t))
            return false;
    return true;
}

/* Where the capitals end that open a sentence, or `t`. */
static uint32_t shouted_end(const cgi_reading *r, uint32_t t)
{
    uint32_t end = t;
    if (t != r->l->sentences[token(r, t)->sentence].first)
        return t;
    while (end < t + RUN_MAX && same_sentence(r, t, end) && is_free(r, end) &&
           is_shouted(r, end))
        end++;
    return end;
}

static bool is_name_like(const cgi_reading *r, uint32_t t)
{
    const char *p = token(r, t)->form;
    return is_free(r, t) &&
           (token(r, t)->upos == CGI_UPOS_PROPN || is_dateline(r, t)) &&
           cgi_utf8_is_upper(cgi_utf8_next(&p, p + strlen(p))) &&
           !cgi_demonym_at(r, t);
}

bool cgi_has_bearer(const cgi_reading *r, const char *text)
{
    uint32_t first;
    text = cgi_calm_name(r, text);
    cgi_slice name = cgi_slice_of(text);
    const cgi_gaz *g = cgi_world_find_name(r->world, name);
    return (g && cgi_kind_is_place(g->kind)) ||
           cgi_places_find(&first, r->world->places, name) > 0;
}

/* "Hudson, Ohio": a state or country behind a comma. */
static bool is_before_container(const cgi_reading *r, uint32_t end)
{
    if (end == 0 || !same_sentence(r, end - 1, end + 1) ||
        token(r, end)->upos != CGI_UPOS_PUNCT ||
        !cgi_token_in(r, end, "list-joint"))
        return false;
    uint32_t name = r->name_at[end + 1];
    if (name == CGI_NONE || !r->names.at[name].gaz)
        return false;
    /* "Mason, Devon and the driver" is a list. */
    uint32_t behind = r->names.at[name].end;
    return cgi_gaz_is_wide(r->names.at[name].gaz) &&
           (!same_sentence(r, end, behind) ||
            token(r, behind)->upos != CGI_UPOS_CCONJ);
}

/* ---- Names that were mistaken ---------------------------------------- */

/* "TORRINGTON - The council", "Hudson, Ohio" */
static bool is_placed(const cgi_reading *r, const cgi_named *n)
{
    return (cgi_opens_story(r, n->first, n->end) ||
            (is_before_container(r, n->end) && n->end - n->first < 3)) &&
           cgi_has_bearer(r, cgi_tokens_text(r, n->first, n->end));
}

static void retype(cgi_reading *r)
{
    for (uint32_t i = 0; i < r->names.n; i++) {
        cgi_named *n = &r->names.at[i];
        if (n->gaz || n->type == CGI_NAME_PLACE)
            continue;
        if (is_after_noun(r, n->first) || is_placed(r, n) ||
            (n->type == CGI_NAME_ORGANIZATION &&
             is_before_noun(r, n->first, n->end)))
            n->type = CGI_NAME_PLACE;
    }
}

/* "in San Francisco Javier": no San Francisco that anybody knows. */
static void lengthen(cgi_reading *r)
{
    for (uint32_t i = 0; i < r->names.n; i++) {
        cgi_named *n = &r->names.at[i];
        uint32_t end = n->end;
        if (!n->gaz || n->gaz->kind != CGI_KIND_SETTLEMENT ||
            (!is_after_locative(r, n->first) && !is_after_noun(r, n->first)))
            continue;
        while (end < n->end + RUN_MAX && same_sentence(r, n->first, end) &&
               is_name_like(r, end) && token(r, end)->rel == CGI_REL_FLAT)
            r->name_at[end++] = i;
        if (end > n->end)
            *n = (cgi_named){n->first, end, CGI_NAME_PLACE, NULL, NULL, false};
    }
}

/* ---- Names that were missed ------------------------------------------ */

static void know(adopter *a, const char *text)
{
    *cgi_table_at(&a->known, a->r->a, cgi_slice_of(text)) = a;
}

static void know_all(adopter *a)
{
    for (uint32_t i = 0; i < a->r->names.n; i++) {
        const cgi_named *n = &a->r->names.at[i];
        if (n->gaz ? cgi_kind_is_place(n->gaz->kind)
                   : n->type == CGI_NAME_PLACE)
            know(a, cgi_tokens_text(a->r, n->first, n->end));
    }
}

/* A hyphen inside of a word: "El-Arish". */
static bool is_joint(const cgi_reading *r, uint32_t t)
{
    return is_free(r, t) && !strcmp(token(r, t)->form, "-") &&
           !token(r, t)->space_before && same_sentence(r, t, t + 1) &&
           !token(r, t + 1)->space_before;
}

/* The end of the run of capitalised words from `t`. */
static uint32_t run_end(const cgi_reading *r, uint32_t t)
{
    uint32_t end = t;
    while (end < t + RUN_MAX && same_sentence(r, t, end) &&
           (is_name_like(r, end) ||
            (end > t && is_joint(r, end) && is_name_like(r, end + 1))))
        end++;
    return end;
}

/* Where a name of a place that starts at `t` ends, or `t`. */
static uint32_t adopt(const adopter *a, uint32_t t)
{
    const cgi_reading *r = a->r;
    uint32_t end = shouted_end(r, t);
    if (end > t && cgi_opens_story(r, t, end) &&
        cgi_has_bearer(r, cgi_tokens_text(r, t, end)))
        return end;
    end = run_end(r, t);
    if (end == t)
        return t;
    if (is_after_noun(r, t) ||
        (is_before_noun(r, t, end) && (is_after_locative(r, t) || t == 0)))
        return end;
    bool locative = is_after_locative(r, t) || cgi_opens_story(r, t, end) ||
                    is_before_container(r, end);
    for (uint32_t stop = end; stop > t; stop--) {
        const char *text = cgi_tokens_text(r, t, stop);
        /* "Athens police", but not "Athens Smith" */
        if (cgi_table_find(&a->known, cgi_slice_of(text)))
            return stop;
        if (locative && stop == end && cgi_has_bearer(r, text))
            return stop;
    }
    return t;
}

static void add(adopter *a, cgi_named n)
{
    for (uint32_t t = n.first; t < n.end; t++)
        a->r->name_at[t] = (uint32_t)a->names.n;
    CGI_PUSH(a->r->a, &a->names, n);
}

static void adopt_all(adopter *a)
{
    cgi_reading *r = a->r;
    size_t next = 0;
    for (uint32_t t = 0; t < r->l->n_tokens;) {
        if (next < r->names.n && r->names.at[next].first == t) {
            add(a, r->names.at[next]);
            t = r->names.at[next++].end;
            continue;
        }
        uint32_t end = r->name_at[t] == CGI_NONE ? adopt(a, t) : t;
        if (end > t) {
            cgi_named n = {.first = t, .end = end, .type = CGI_NAME_PLACE};
            add(a, n);
            t = end;
        } else {
            t++;
        }
    }
    r->names.at = a->names.at;
    r->names.n = a->names.n;
    r->names.cap = a->names.cap;
}

void cgi_placenames_find(cgi_reading *r)
{
    adopter a = {.r = r};
    retype(r);
    lengthen(r);
    know_all(&a);
    adopt_all(&a);
    cgi_placenames_look_inside(r, &a.known);
}
