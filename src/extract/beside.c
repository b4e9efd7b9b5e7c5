/* SPDX-License-Identifier: Apache-2.0
 *
 * beside.c -- the content of a claim where the tree does not give it.
 *
 * Parsers lose long sentences: the clause that is said may hang anywhere. The
 * order of the words still tells it, for verbs of saying: what stands before
 * ", she said", and what follows "she said" if it is a clause.
 */
#include "extract/parts.h"

/* Words of a phrase between its edge and its head, at most. */
#define REACH 8

/* Words of an aside between a name and its verb, at most. */
#define ASIDE_MAX 16

/* Words between a verb and the "that" of its clause, at most. */
#define PHRASE_MAX 10

static bool is_punct(const cgi_reading *r, uint32_t t)
{
    return cgi_token_at(r, t)->upos == CGI_UPOS_PUNCT;
}

static bool is_comma(const cgi_reading *r, uint32_t t)
{
    return cgi_token_at(r, t)->xpos == CGI_XPOS_COMMA;
}

/* The verb's own subject; a claim without one is not read from word order. */
static uint32_t subject_of(const cgi_reading *r, uint32_t verb)
{
    return cgi_child(r, verb, CGI_REL_NSUBJ);
}

/* The verb with its auxiliaries and its subject, if nothing else stands
 * between them: [first, end). */
static bool find_group(cgi_stretch *group, const cgi_reading *r, uint32_t cue)
{
    uint32_t s = subject_of(r, cue);
    *group = (cgi_stretch){cue, cue + 1};
    if (s == CGI_NO_TOKEN)
        return false;
    if (s > cue)
        group->end = r->right[s] + 1;
    else
        group->first = r->left[s];
    return r->left[s] == cue + 1 || s < cue;
}

static bool has_finite_verb(const cgi_reading *r, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++)
        switch (cgi_token_at(r, t)->xpos) {
        case CGI_XPOS_VBD:
        case CGI_XPOS_VBP:
        case CGI_XPOS_VBZ:
        case CGI_XPOS_MD: return true;
        default: break;
        }
    return false;
}

/* Where the sentence ends without its last marks. */
static uint32_t clause_end(const cgi_reading *r, uint32_t cue)
{
    const cgi_sentence *s = &r->l->sentences[cgi_token_at(r, cue)->sentence];
    uint32_t end = s->end;
    while (end > cue + 1 && is_punct(r, end - 1))
        end--;
    return end;
}

/* "Prices fell, she said, but they may rise": both sides. Where a side is known
 * already, commas or the end must set the aside apart. */
static void around_aside(cgi_reading *r, cgi_parts *p, cgi_stretch group,
                         uint32_t first, uint32_t end)
{
    bool before = group.first > first && is_comma(r, group.first - 1);
    bool closed = group.end >= end || (p->content.n ? is_comma(r, group.end)
                                                    : is_punct(r, group.end));
    if (!before || !closed || !has_finite_verb(r, first, group.first))
        return;
    p->is_aside = true;
    cgi_parts_add(r, p, first, group.first);
    cgi_parts_add(r, p, group.end, end);
}

/* Where "that" opens the clause behind a phrase: "said on Monday that". */
static uint32_t opener(const cgi_reading *r, uint32_t t, uint32_t end)
{
    for (uint32_t stop = t + PHRASE_MAX; t < end && t < stop; t++) {
        if (is_punct(r, t) || cgi_is_verb(r, t))
            break;
        if (cgi_token_in(r, t, "clause-opener"))
            return t;
    }
    return end;
}

/* "She said prices fell" */
static void behind(cgi_reading *r, cgi_parts *p, uint32_t cue, uint32_t end)
{
    uint32_t t = cue + 1;
    if (t < end && cgi_token_at(r, t)->upos == CGI_UPOS_ADV)
        t++;
    if (t < end && cgi_token_at(r, t)->upos == CGI_UPOS_ADP &&
        !cgi_token_in(r, t, "complementizer"))
        t = opener(r, t, end);
    if (t >= end || is_punct(r, t) ||
        cgi_token_at(r, t)->upos == CGI_UPOS_CCONJ ||
        !has_finite_verb(r, t, end))
        return;
    /* What is joined to the saying itself is not said. */
    for (uint32_t c = cgi_token_at(r, cue)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        if (c > cue && cgi_token_at(r, c)->rel == CGI_REL_CONJ &&
            r->left[c] < end && r->left[c] > t)
            end = r->left[c];
    cgi_parts_add(r, p, t, end);
}

/* "She added that heavy rain, frost and hail have cut the harvest": where the
 * parser lost a subject, the clause still begins with "that". */
static void from_that(const cgi_reading *r, cgi_parts *p, uint32_t cue,
                      uint32_t end)
{
    uint32_t t = cue + 1;
    if (t >= end || !cgi_token_in(r, t, "clause-opener") || !p->content.n)
        return;
    size_t next = p->content.n;
    for (size_t i = 0; i < p->content.n; i++)
        if (p->content.at[i].end > t &&
            (next == p->content.n ||
             p->content.at[i].first < p->content.at[next].first))
            next = i;
    if (next < p->content.n && p->content.at[next].first > t &&
        p->content.at[next].first < end)
        p->content.at[next].first = t;
}

void cgi_parts_beside(cgi_reading *r, cgi_parts *p, uint32_t cue,
                      uint32_t quote)
{
    uint32_t first = r->l->sentences[cgi_token_at(r, cue)->sentence].first;
    uint32_t end = clause_end(r, cue);
    cgi_stretch group;
    from_that(r, p, cue, end);
    if (quote != CGI_NONE) {
        if (p->content.n)
            return;
        const cgi_quote *q = &r->quotes.at[quote];
        /* "Growing rice 'is hard work,' she said." */
        if (q->end <= cue && q->first > first + 1)
            cgi_parts_add(r, p, first, q->first);
        return;
    }
    if (!find_group(&group, r, cue))
        return;
    around_aside(r, p, group, first, end);
    if (!p->content.n && group.first < cue)
        behind(r, p, cue, end);
}

void cgi_parts_quote(cgi_reading *r, cgi_parts *p, uint32_t cue, uint32_t quote)
{
    const cgi_quote *q = &r->quotes.at[quote];
    if (q->first > cue + 2 && is_punct(r, q->first - 2)) {
        size_t n = 0;
        for (size_t i = 0; i < p->content.n; i++) {
            cgi_stretch s = p->content.at[i];
            if (s.first > cue && s.first < q->first)
                s.first = q->first;
            if (s.first < s.end)
                p->content.at[n++] = s;
        }
        p->content.n = n;
    }
    cgi_parts_add(r, p, q->first, q->end);
}

/* ---- Who speaks ------------------------------------------------------- */

static bool is_finite(const cgi_reading *r, uint32_t t)
{
    switch (cgi_token_at(r, t)->xpos) {
    case CGI_XPOS_VBD:
    case CGI_XPOS_VBP:
    case CGI_XPOS_VBZ: return true;
    default: return false;
    }
}

static bool may_speak(const cgi_reading *r, uint32_t t)
{
    cgi_kind kind = cgi_kind_of(r, t);
    bool named = r->mentions.at[r->mention_at[t]].type == CGI_MENTION_NAME;
    return cgi_kind_is_person(kind) || cgi_kind_is_body(kind) ||
           kind == CGI_KIND_UNNAMED || (named && kind == CGI_KIND_NONE) ||
           (kind == CGI_KIND_FACILITY && cgi_token_in(r, t, "institution"));
}

/* The phrase of somebody that begins at `first`, or the one that ends before
 * `end`; CGI_NO_TOKEN if there is none. */
static uint32_t phrase_from(const cgi_reading *r, uint32_t first, uint32_t stop)
{
    uint32_t found = CGI_NO_TOKEN;
    for (uint32_t t = first; t < stop && t < first + REACH; t++) {
        uint32_t m = r->mention_at[t];
        if (m != CGI_NONE && r->mentions.at[m].first <= first &&
            may_speak(r, t))
            found = t; /* The last one covers most. */
    }
    return found;
}

static uint32_t phrase_to(const cgi_reading *r, uint32_t end, uint32_t stop)
{
    for (uint32_t t = end; t-- > stop && t + REACH > end;) {
        uint32_t m = r->mention_at[t];
        if (m != CGI_NONE && r->mentions.at[m].end >= end &&
            r->mentions.at[m].first > stop && may_speak(r, t))
            return t;
    }
    return CGI_NO_TOKEN;
}

/* Content that is only the speaker is none. */
static void drop_from(cgi_parts *p, uint32_t first)
{
    size_t n = 0;
    for (size_t i = 0; i < p->content.n; i++)
        if (p->content.at[i].first != first)
            p->content.at[n++] = p->content.at[i];
    p->content.n = n;
}

/* "Teachers and union officials said": those before belong to them. */
static uint32_t first_of_all(cgi_reading *r, cgi_parts *p, uint32_t t,
                             uint32_t stop)
{
    uint32_t first = r->mentions.at[r->mention_at[t]].first;
    while (first > stop + 1 &&
           cgi_token_at(r, first - 1)->upos == CGI_UPOS_CCONJ) {
        uint32_t before = phrase_to(r, first - 1, stop);
        if (before == CGI_NO_TOKEN)
            break;
        CGI_PUSH(r->a, &p->others, before);
        first = r->mentions.at[r->mention_at[before]].first;
    }
    return first;
}

/* True if the phrase is the subject of a verb behind it. */
static bool is_subject_again(const cgi_reading *r, uint32_t t, uint32_t stop)
{
    uint32_t next = r->mentions.at[r->mention_at[t]].end;
    while (next < stop && cgi_token_at(r, next)->upos == CGI_UPOS_ADV)
        next++;
    return next < stop &&
           (cgi_token_at(r, next)->upos == CGI_UPOS_AUX || is_finite(r, next));
}

/* "Maria Lopez, who lives in Leeds, said that": the phrase that begins the
 * sentence and stands before a comma. */
static uint32_t phrase_apart(const cgi_reading *r, const cgi_sentence *s,
                             uint32_t cue)
{
    uint32_t first = s->first;
    while (first < cue &&
           (cgi_token_at(r, first)->upos == CGI_UPOS_CCONJ ||
            cgi_token_at(r, first)->upos == CGI_UPOS_ADV || is_punct(r, first)))
        first++;
    uint32_t t = phrase_from(r, first, cue);
    return t != CGI_NO_TOKEN && r->quote_at[t] == CGI_NONE &&
                   is_comma(r, r->mentions.at[r->mention_at[t]].end)
               ? t
               : CGI_NO_TOKEN;
}

/* "After that, Maria Lopez, 40, said": the name before the aside between two
 * commas, of which the cue stands behind the second. */
static uint32_t name_apart(const cgi_reading *r, const cgi_sentence *s,
                           uint32_t cue)
{
    uint32_t t = cue - 1;
    if (cue < s->first + 2 || !is_comma(r, t))
        return CGI_NO_TOKEN;
    while (t > s->first && cue - t < ASIDE_MAX && !is_comma(r, t - 1))
        t--;
    if (t <= s->first || !is_comma(r, t - 1))
        return CGI_NO_TOKEN;
    t = phrase_to(r, t - 1, s->first);
    return t != CGI_NO_TOKEN && r->quote_at[t] == CGI_NONE &&
                   r->mentions.at[r->mention_at[t]].type == CGI_MENTION_NAME
               ? t
               : CGI_NO_TOKEN;
}

/* "..., said the mayor"; "Said the mayor: ..." */
static void speaker_behind(cgi_reading *r, cgi_parts *p, uint32_t cue,
                           const cgi_sentence *s)
{
    uint32_t t = phrase_from(r, cue + 1, s->end);
    if (t == CGI_NO_TOKEN || is_subject_again(r, t, s->end)) {
        if (has_finite_verb(r, cue + 1, s->end))
            p->claimant = phrase_apart(r, s, cue);
        if (p->claimant == CGI_NO_TOKEN)
            p->claimant = name_apart(r, s, cue);
        return;
    }
    p->claimant = t;
    drop_from(p, cue + 1);
    if (p->addressee == p->claimant)
        p->addressee = CGI_NO_TOKEN;
    if (!p->content.n && cue > s->first && is_comma(r, cue - 1) &&
        has_finite_verb(r, s->first, cue))
        cgi_parts_add(r, p, s->first, cue);
}

void cgi_parts_speaker(cgi_reading *r, cgi_parts *p, uint32_t cue)
{
    const cgi_sentence *s = &r->l->sentences[cgi_token_at(r, cue)->sentence];
    if (!is_finite(r, cue))
        return;
    if (cue == s->first || is_punct(r, cue - 1)) {
        speaker_behind(r, p, cue, s);
        return;
    }
    uint32_t t = phrase_to(r, cue, s->first);
    if (t == CGI_NO_TOKEN)
        return;
    uint32_t first = first_of_all(r, p, t, s->first);
    if (!is_punct(r, first - 1)) /* "..., the mayor said" */
        return;
    p->claimant = t;
    for (size_t i = 0; i < p->content.n; i++)
        if (p->content.at[i].first < first && p->content.at[i].end > first)
            p->content.at[i].end = first;
    cgi_parts_add(r, p, s->first, first);
}
