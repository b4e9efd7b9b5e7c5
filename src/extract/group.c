/* SPDX-License-Identifier: Apache-2.0
 *
 * group.c -- several who were named one by one: "the two ministers", "they".
 *
 * Such a group is a thing with members. It is nobody itself: what it does and
 * says, its members do.
 */
#include "extract/reading.h"

/* Sentences that "the couple" reaches back. */
#define SENTENCES_BACK 3

/* Longer lists are of no one's memory. */
#define MEMBERS_MAX 6

typedef struct {
    uint32_t at[MEMBERS_MAX];
    size_t n;
    bool is_full; /* There were more. */
} members;

static void add(members *g, uint32_t thing)
{
    for (size_t i = 0; i < g->n; i++)
        if (g->at[i] == thing)
            return;
    if (g->n == MEMBERS_MAX)
        g->is_full = true;
    else
        g->at[g->n++] = thing;
}

/* The thing of these members, the same as of the mention before if it is. */
static uint32_t make(cgi_reading *r, const members *g, const cgi_mention *m)
{
    uint32_t last = r->last_group;
    if (last != CGI_NONE && r->profiles.at[last].members.n == g->n &&
        !memcmp(r->profiles.at[last].members.at, g->at, g->n * sizeof *g->at))
        return last;
    uint32_t thing = cgi_thing_new(r, m);
    const char *label = r->out->things.at[g->at[0]].label;
    for (size_t i = 1; i < g->n; i++)
        label = cgi_arena_printf(r->a, "%s, %s", label,
                                 r->out->things.at[g->at[i]].label);
    r->out->things.at[thing].label = label;
    r->out->things.at[thing].kind = CGI_KIND_GROUP;
    r->out->things.at[thing].count = (long)g->n;
    r->profiles.at[thing].is_plural = true;
    for (size_t i = 0; i < g->n; i++)
        CGI_PUSH(r->a, &r->profiles.at[thing].members, g->at[i]);
    r->last_group = thing;
    return thing;
}

/* ---- Coordination ----------------------------------------------------- */

static bool can_act(const cgi_thing *t)
{
    return t->kind == CGI_KIND_PERSON || t->kind == CGI_KIND_COUNTRY ||
           cgi_kind_is_body(t->kind);
}

static bool find_conjuncts(members *g, const cgi_reading *r, uint32_t token)
{
    g->n = 0;
    g->is_full = false;
    uint32_t first = cgi_thing_at(r, token);
    if (first == CGI_NONE || !can_act(&r->out->things.at[first]) ||
        r->profiles.at[first].is_plural)
        return false;
    add(g, first);
    for (uint32_t c = cgi_token_at(r, token)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        if (cgi_token_at(r, c)->rel != CGI_REL_CONJ)
            continue;
        uint32_t thing = cgi_thing_at(r, c);
        uint32_t cc = cgi_child(r, c, CGI_REL_CC);
        if (thing == CGI_NONE || r->profiles.at[thing].is_plural ||
            !can_act(&r->out->things.at[thing]) ||
            (r->out->things.at[thing].kind == CGI_KIND_PERSON) !=
                (r->out->things.at[first].kind == CGI_KIND_PERSON) ||
            (cc != CGI_NO_TOKEN && !cgi_token_in(r, cc, "link-and")))
            return false;
        add(g, thing);
    }
    return g->n > 1 && !g->is_full;
}

bool cgi_is_group(const cgi_reading *r, uint32_t token)
{
    members g;
    return find_conjuncts(&g, r, token);
}

uint32_t cgi_group_at(cgi_reading *r, uint32_t token)
{
    members g;
    uint32_t mention = r->mention_at[token];
    if (!find_conjuncts(&g, r, token))
        return CGI_NONE;
    return make(r, &g, &r->mentions.at[mention]);
}

/* ---- "the two ministers" ---------------------------------------------- */

/* What the members are: people, or countries; NONE if the phrase is of no two.
 */
static cgi_kind kind_of_two(const cgi_reading *r, const cgi_mention *m)
{
    uint32_t det = cgi_child(r, m->head, CGI_REL_DET);
    bool two =
        m->is_plural && (m->count == 2 ||
                         (det != CGI_NO_TOKEN && cgi_token_in(r, det, "both")));
    bool pair = m->is_definite && cgi_token_in(r, m->head, "pair");
    uint32_t bare = m->name_first;
    while (bare < m->head && cgi_token_at(r, bare)->upos == CGI_UPOS_NUM)
        bare++;
    if (bare != m->head || (!two && !pair) ||
        (det == CGI_NO_TOKEN &&
         cgi_child(r, m->head, CGI_REL_NMOD_POSS) == CGI_NO_TOKEN) ||
        (det != CGI_NO_TOKEN && !cgi_token_in(r, det, "definite") &&
         !cgi_token_in(r, det, "both")) ||
        cgi_child(r, m->head, CGI_REL_NMOD) != CGI_NO_TOKEN ||
        cgi_child(r, m->head, CGI_REL_NMOD_POSS) != CGI_NO_TOKEN ||
        cgi_child(r, m->head, CGI_REL_ACL_RELCL) != CGI_NO_TOKEN)
        return CGI_KIND_NONE;
    if (pair || m->kind == CGI_KIND_GROUP || m->kind == CGI_KIND_PERSON)
        return CGI_KIND_PERSON;
    return m->kind == CGI_KIND_COUNTRY ? CGI_KIND_COUNTRY : CGI_KIND_NONE;
}

/* "Norway and Sweden": countries are named too often for less. */
static bool find_countries(members *g, const cgi_reading *r, uint32_t index)
{
    for (uint32_t i = index; i-- > 0 && index - i < CGI_COREF_WINDOW;)
        if (r->mentions.at[i].kind == CGI_KIND_COUNTRY &&
            find_conjuncts(g, r, r->mentions.at[i].head) && g->n == 2)
            return true;
    return false;
}

/* The two of whom the nearest sentences before speak, if they are just two. */
static bool find_two(members *g, const cgi_reading *r, uint32_t index)
{
    uint32_t here = cgi_token_at(r, r->mentions.at[index].head)->sentence;
    uint32_t at = here;
    for (uint32_t i = index; i-- > 0 && index - i < CGI_COREF_WINDOW;) {
        const cgi_mention *c = &r->mentions.at[i];
        uint32_t s = cgi_token_at(r, c->head)->sentence;
        if (s != at && g->n >= 2)
            break;
        at = s;
        if (r->told[s] + SENTENCES_BACK < r->told[here])
            break;
        if (c->thing == CGI_NONE || s == here ||
            r->quote_at[c->head] != CGI_NONE)
            continue;
        const cgi_thing *t = &r->out->things.at[c->thing];
        if (t->kind == CGI_KIND_PERSON && t->is_named &&
            !r->profiles.at[c->thing].is_plural)
            add(g, c->thing);
    }
    return g->n == 2;
}

uint32_t cgi_by_number(cgi_reading *r, uint32_t index)
{
    members g = {.n = 0};
    cgi_kind kind = kind_of_two(r, &r->mentions.at[index]);
    if (kind == CGI_KIND_NONE ||
        !(kind == CGI_KIND_COUNTRY ? find_countries(&g, r, index)
                                   : find_two(&g, r, index)))
        return CGI_NONE;
    if (g.at[0] > g.at[1]) {
        uint32_t swap = g.at[0];
        g.at[0] = g.at[1];
        g.at[1] = swap;
    }
    return make(r, &g, &r->mentions.at[index]);
}
