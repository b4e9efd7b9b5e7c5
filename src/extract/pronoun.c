/* SPDX-License-Identifier: Apache-2.0
 *
 * pronoun.c -- whom "he", "she", "it" and "they" stand for.
 *
 * The nearest and highest phrase that agrees wins. News has a habit that counts
 * for more than nearness: who spoke goes on speaking, so "she added" is the
 * speaker before, and nobody of whom she spoke.
 */
#include "extract/reading.h"

/* Sentences that are looked back over. Those of nothing but a quotation do not
 * count. */
#define SENTENCES_BACK   3
#define SENTENCES_SPEECH 5

bool cgi_kind_is_person(cgi_kind kind)
{
    return kind == CGI_KIND_PERSON || kind == CGI_KIND_GROUP;
}

bool cgi_kind_is_body(cgi_kind kind)
{
    return kind == CGI_KIND_ORGANIZATION || kind == CGI_KIND_GOVERNMENT ||
           kind == CGI_KIND_ARMED_GROUP || kind == CGI_KIND_MEDIA;
}

bool cgi_kind_can_act(cgi_kind kind)
{
    return kind != CGI_KIND_NONE && kind != CGI_KIND_THING &&
           (!cgi_kind_is_place(kind) || kind == CGI_KIND_COUNTRY);
}

/* ---- Sentences that the article itself tells -------------------------- */

static bool is_quoted(const cgi_reading *r, const cgi_sentence *s)
{
    for (uint32_t t = s->first; t < s->end; t++)
        if (r->quote_at[t] == CGI_NONE &&
            cgi_token_at(r, t)->upos != CGI_UPOS_PUNCT)
            return false;
    return true;
}

void cgi_narration_count(cgi_reading *r)
{
    size_t n = r->l->n_sentences;
    r->told = cgi_arena_array(r->a, n + 1, sizeof *r->told);
    uint32_t told = 0;
    for (size_t i = 0; i < n; i++) {
        told += !is_quoted(r, &r->l->sentences[i]);
        r->told[i] = told;
    }
}

/* ---- Agreement -------------------------------------------------------- */

/* Verbs of saying quote, whatever stands beside them; "show" and "believe" tell
 * what somebody says now and then. */
static bool quotes(const cgi_word *w)
{
    for (size_t i = 0; i < w->n_needs; i++)
        if (!w->needs[i].negated)
            return false;
    for (size_t i = 0; i < w->frame->n_slots; i++)
        if (w->frame->slots[i].slot == CGI_SLOT_QUOTE)
            return true;
    return false;
}

/* The verb that the phrase is the subject of, if it is a cue, and if it may
 * quote where that is asked; else CGI_NO_TOKEN. */
static uint32_t cue_of(const cgi_reading *r, uint32_t t, bool quoting)
{
    const cgi_token *k = cgi_token_at(r, t);
    if (cgi_rel_base((cgi_rel)k->rel) != CGI_REL_NSUBJ ||
        k->head == CGI_NO_TOKEN || !cgi_is_verb(r, k->head))
        return CGI_NO_TOKEN;
    const cgi_word *w = cgi_world_find_word(
        r->world, cgi_slice_of(cgi_token_at(r, k->head)->lemma));
    for (; w; w = w->next)
        if (w->is_cue && w->pos == CGI_POS_VERB && !w->before && !w->after &&
            (!quoting || quotes(w)))
            return k->head;
    return CGI_NO_TOKEN;
}

static uint32_t verb_of_saying(const cgi_reading *r, uint32_t t)
{
    return cue_of(r, t, false);
}

static bool is_woman(const cgi_profile *p)
{
    return p->is_feminine && !p->is_masculine;
}

static bool is_man(const cgi_profile *p)
{
    return p->is_masculine && !p->is_feminine;
}

/* Demands and difficulties say nothing; what is not known to be people must
 * have spoken before. */
static bool may_speak(const cgi_reading *r, const cgi_mention *c,
                      const cgi_thing *t)
{
    return cgi_kind_is_person(t->kind) || cgi_kind_is_body(t->kind) ||
           t->kind == CGI_KIND_UNNAMED || t->kind == CGI_KIND_COUNTRY ||
           verb_of_saying(r, c->head) != CGI_NO_TOKEN;
}

static bool agrees(const cgi_reading *r, const cgi_mention *m,
                   const cgi_mention *c, bool speaks)
{
    const cgi_thing *t = &r->out->things.at[c->thing];
    const cgi_profile *p = &r->profiles.at[c->thing];
    if (m->kind == CGI_KIND_PERSON)
        return t->kind == CGI_KIND_PERSON && !p->is_plural &&
               !(m->is_feminine && is_man(p)) &&
               !(m->is_masculine && is_woman(p));
    if (m->is_plural)
        return (t->kind == CGI_KIND_GROUP || cgi_kind_is_body(t->kind) ||
                p->is_plural || cgi_is_group(r, c->head)) &&
               (!speaks || may_speak(r, c, t));
    if (p->is_plural)
        return false;
    if (speaks)
        return cgi_kind_is_body(t->kind) || t->kind == CGI_KIND_COUNTRY;
    /* "it" may be any single thing; what stands nearest and highest wins. */
    return !cgi_kind_is_person(t->kind) && t->kind != CGI_KIND_UNNAMED;
}

/* ---- Preference ------------------------------------------------------- */

/* What stands in a quotation is not who speaks it, nor does who speaks it
 * call herself "she" there. */
static bool is_barred(const cgi_reading *r, const cgi_mention *m,
                      const cgi_mention *c)
{
    /* A predicate tells what its subject is, and is nobody itself. */
    if (cgi_child(r, c->head, CGI_REL_COP) != CGI_NO_TOKEN)
        return true;
    uint32_t here = r->quote_at[m->head], there = r->quote_at[c->head];
    uint32_t verb = verb_of_saying(r, m->head);
    if (there != CGI_NONE && here == CGI_NONE)
        return (verb != CGI_NO_TOKEN && cgi_quote_beside(r, verb) == there) ||
               cgi_token_at(r, c->head)->sentence ==
                   cgi_token_at(r, m->head)->sentence;
    if (here == CGI_NONE || here == there)
        return false;
    verb = verb_of_saying(r, c->head);
    return verb != CGI_NO_TOKEN &&
           (cgi_quote_beside(r, verb) == here ||
            (there == CGI_NONE && cgi_token_at(r, c->head)->sentence ==
                                      cgi_token_at(r, m->head)->sentence));
}

static int score(const cgi_reading *r, uint32_t pronoun, uint32_t candidate,
                 uint32_t back, bool speaks)
{
    const cgi_mention *m = &r->mentions.at[pronoun];
    const cgi_mention *c = &r->mentions.at[candidate];
    const cgi_profile *p = &r->profiles.at[c->thing];
    const cgi_token *k = cgi_token_at(r, c->head);
    int out = 100 - 20 * (int)back - (int)(pronoun - candidate) / 4;
    if (cgi_rel_base((cgi_rel)k->rel) == CGI_REL_NSUBJ)
        out += 15;
    if (k->rel == CGI_REL_NMOD || k->rel == CGI_REL_NMOD_POSS)
        out -= 8;
    if (r->out->things.at[c->thing].is_named)
        out += 8;
    if ((m->is_feminine && is_woman(p)) || (m->is_masculine && is_man(p)))
        out += 10;
    if (m->is_plural && !cgi_kind_is_body(r->out->things.at[c->thing].kind))
        out += 10;
    if (speaks && cue_of(r, c->head, true) != CGI_NO_TOKEN)
        out += 20;
    if (r->quote_at[c->head] != CGI_NONE && r->quote_at[m->head] == CGI_NONE)
        out -= 40;
    return out;
}

/* Is the thing one that was called by the noun of this phrase, which nobody has
 * resolved so far? */
static bool is_called_so(const cgi_reading *r, uint32_t t, uint32_t thing)
{
    uint32_t m = r->mention_at[t];
    if (m == CGI_NONE || r->mentions.at[m].type != CGI_MENTION_NOMINAL ||
        r->mentions.at[m].thing != CGI_NONE || !r->mentions.at[m].is_definite)
        return false;
    const cgi_profile *p = &r->profiles.at[thing];
    for (size_t i = 0; i < p->nouns.n; i++)
        if (!strcmp(p->nouns.at[i], cgi_token_at(r, t)->lemma))
            return true;
    return false;
}

bool cgi_is_object_beside(const cgi_reading *r, uint32_t subject,
                          uint32_t thing)
{
    static const cgi_rel rels[] = {CGI_REL_OBJ, CGI_REL_IOBJ};
    const cgi_token *k = cgi_token_at(r, subject);
    if (k->head == CGI_NO_TOKEN || k->rel != CGI_REL_NSUBJ)
        return false;
    for (size_t i = 0; i < sizeof rels / sizeof *rels; i++) {
        uint32_t object = cgi_child(r, k->head, rels[i]);
        if (object != CGI_NO_TOKEN && (cgi_thing_at(r, object) == thing ||
                                       is_called_so(r, object, thing)))
            return true;
    }
    return false;
}

static uint32_t best_before(cgi_reading *r, uint32_t index, uint32_t barred)
{
    const cgi_mention *m = &r->mentions.at[index];
    bool speaks = verb_of_saying(r, m->head) != CGI_NO_TOKEN;
    uint32_t here = r->told[cgi_token_at(r, m->head)->sentence];
    uint32_t best = CGI_NONE;
    int most = 0;
    for (uint32_t i = index; i-- > 0 && index - i < CGI_COREF_WINDOW;) {
        const cgi_mention *c = &r->mentions.at[i];
        uint32_t back = here - r->told[cgi_token_at(r, c->head)->sentence];
        if (back > (speaks ? SENTENCES_SPEECH : SENTENCES_BACK))
            break;
        if (c->thing == CGI_NONE || c->thing == barred ||
            !agrees(r, m, c, speaks) || is_barred(r, m, c) ||
            cgi_is_object_beside(r, m->head, c->thing))
            continue;
        int points = score(r, index, i, back, speaks);
        if (points > most) {
            most = points;
            best = i;
        }
    }
    if (best == CGI_NONE)
        return CGI_NONE;
    const cgi_mention *c = &r->mentions.at[best];
    uint32_t group = m->is_plural ? cgi_group_at(r, c->head) : CGI_NONE;
    return group != CGI_NONE ? group : r->mentions.at[best].thing;
}

uint32_t cgi_deed_before(const cgi_reading *r, uint32_t t)
{
    uint32_t sentence = cgi_token_at(r, t)->sentence;
    uint32_t first = sentence == 0 ? sentence : sentence - 1u;
    uint32_t begin = r->l->sentences[first].first;
    for (uint32_t i = t; i-- > begin && t - i < CGI_COREF_WINDOW;) {
        uint32_t s = r->statement_at[i];
        if (s != CGI_NONE && cgi_is_effect(r, r->out->statements.at[s].type))
            return i;
    }
    return CGI_NO_TOKEN;
}

uint32_t cgi_event_meant(const cgi_reading *r, uint32_t t)
{
    if (cgi_token_value(r, t, "pronoun", 0) != 3 ||
        cgi_token_at(r, t)->rel == CGI_REL_NMOD_POSS ||
        r->statement_at[t] != CGI_NONE)
        return t;
    uint32_t deed = cgi_deed_before(r, t);
    return deed == CGI_NO_TOKEN ? t : deed;
}

uint32_t cgi_by_pronoun(cgi_reading *r, uint32_t index)
{
    const cgi_mention *m = &r->mentions.at[index];
    long person = cgi_token_value(r, m->head, "pronoun", 0);
    if (person < 1 || person > 4)
        return CGI_NONE;
    if (cgi_token_in(r, m->head, "reflexive"))
        return cgi_clause_subject(r, m->head);
    return best_before(r, index,
                       cgi_token_at(r, m->head)->rel == CGI_REL_NMOD_POSS
                           ? CGI_NONE
                           : cgi_clause_subject(r, m->head));
}
