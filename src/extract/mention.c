/* SPDX-License-Identifier: Apache-2.0
 *
 * mention.c -- phrases that stand for people, bodies, places and things.
 *
 * Every nominal head is a mention, but a mention costs nothing until an event,
 * a claim or another entity needs it.
 */
#include "base/utf8.h"
#include "extract/reading.h"

/* Tokens of a phrase's label; longer ones are cut there. */
#define LABEL_MAX 16

/* Letters of the endings of nouns that tell what those are, at least. */
#define ENDING_MIN 6

/* ---- How far the phrase reaches -------------------------------------- */

/* Dependents before the head that belong to the phrase. */
static bool is_premodifier(const cgi_reading *r, uint32_t c)
{
    cgi_rel rel = (cgi_rel)cgi_token_at(r, c)->rel;
    switch (cgi_rel_base(rel)) {
    case CGI_REL_DET:
    case CGI_REL_AMOD:
    case CGI_REL_COMPOUND:
    case CGI_REL_NUMMOD:
    case CGI_REL_FLAT:
    case CGI_REL_ADVMOD:
    case CGI_REL_PUNCT: return true;
    case CGI_REL_NMOD: /* "(in the letter) the idea" */
        return rel == CGI_REL_NMOD_POSS ||
               cgi_child(r, c, CGI_REL_CASE) == CGI_NO_TOKEN;
    default: return false;
    }
}

/* "Often the mothers": a phrase begins with its article. */
static bool begins_phrase(const cgi_reading *r, const cgi_mention *m,
                          uint32_t c)
{
    return cgi_rel_base((cgi_rel)cgi_token_at(r, c)->rel) == CGI_REL_DET &&
           cgi_token_at(r, m->first)->upos != CGI_UPOS_DET;
}

/* Dependents after it that do: parts of the name, numbers, "of" phrases, and
 * what tells one facility from another ("embassy in Kabul"). */
static bool is_postmodifier(const cgi_reading *r, uint32_t head, uint32_t c)
{
    const cgi_token *k = cgi_token_at(r, c);
    if (r->right[c] - head > LABEL_MAX)
        return false;
    switch (k->rel) {
    case CGI_REL_FLAT:
    case CGI_REL_COMPOUND:
    case CGI_REL_NUMMOD:
    case CGI_REL_FIXED:
    case CGI_REL_GOESWITH: return true;
    case CGI_REL_NMOD: {
        uint32_t p = cgi_child(r, c, CGI_REL_CASE);
        if (p == CGI_NO_TOKEN)
            return false;
        const cgi_noun *noun = cgi_world_find_noun(
            r->world, cgi_slice_of(cgi_token_at(r, head)->lemma));
        return cgi_token_in(r, p, "link-of") ||
               (noun && noun->kind == CGI_KIND_FACILITY &&
                cgi_token_in(r, p, "link-in"));
    }
    default: return false;
    }
}

static void find_extent(const cgi_reading *r, cgi_mention *m)
{
    m->first = m->head;
    m->end = m->head + 1;
    for (uint32_t c = cgi_token_at(r, m->head)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        if (c < m->head) {
            if (!is_premodifier(r, c))
                m->first = m->head;
            else if (m->first == m->head || begins_phrase(r, m, c))
                m->first = r->left[c];
        } else if (r->left[c] == m->end && r->time_at[c] == CGI_NONE &&
                   is_postmodifier(r, m->head, c)) {
            m->end = r->right[c] + 1;
        }
    }
    while (m->first < m->head &&
           cgi_token_at(r, m->first)->upos == CGI_UPOS_PUNCT)
        m->first++;
}

/* Relative clauses and asides behind a noun, which the label does without. */
static bool is_aside(const cgi_reading *r, uint32_t t)
{
    uint32_t first = r->left[t];
    switch (cgi_token_at(r, t)->rel) {
    case CGI_REL_ACL_RELCL:
    case CGI_REL_ADVCL:
    case CGI_REL_PARATAXIS: return true;
    case CGI_REL_APPOS: /* "the company Arla" has none. */
        return cgi_token_at(r, first)->upos == CGI_UPOS_PUNCT ||
               cgi_token_at(r, first - 1)->upos == CGI_UPOS_PUNCT;
    default: return false;
    }
}

static uint32_t label_end(const cgi_reading *r, const cgi_mention *m)
{
    uint32_t end = m->end;
    for (uint32_t t = m->head + 1; t < end; t++)
        if (r->left[t] > m->head && is_aside(r, t))
            end = r->left[t];
    while (end > m->head + 1 &&
           cgi_token_at(r, end - 1)->upos == CGI_UPOS_PUNCT &&
           cgi_token_at(r, end - 1)->xpos != CGI_XPOS_QUOTE_CLOSE)
        end--;
    return end;
}

/* "secret' order": a quotation mark inside wants the one in front of it. */
static bool lacks_mark(const cgi_reading *r, const cgi_mention *m)
{
    if (m->name_first == 0 ||
        cgi_token_at(r, m->name_first - 1)->xpos != CGI_XPOS_QUOTE_OPEN)
        return false;
    for (uint32_t t = m->name_first; t < m->name_end; t++)
        if (cgi_token_at(r, t)->xpos == CGI_XPOS_QUOTE_CLOSE)
            return true;
    return false;
}

/* The label leaves out determiners and counts less than it keeps. */
static void find_label(const cgi_reading *r, cgi_mention *m)
{
    m->name_first = m->first;
    m->name_end = label_end(r, m);
    while (m->name_first < m->head) {
        const cgi_token *k = cgi_token_at(r, m->name_first);
        /* "said Monday officials knew", "more and more people" */
        if (k->upos != CGI_UPOS_DET && k->upos != CGI_UPOS_PUNCT &&
            k->upos != CGI_UPOS_PART && k->upos != CGI_UPOS_CCONJ &&
            !cgi_token_in(r, m->name_first, "label-skip") &&
            !cgi_token_in(r, m->name_first, "weekday"))
            break;
        m->name_first++;
    }
    if (m->head - m->name_first >= LABEL_MAX)
        m->name_first = m->head - LABEL_MAX + 1;
    else if (lacks_mark(r, m))
        m->name_first--;
}

/* ---- What it is ------------------------------------------------------ */

static void describe_pronoun(const cgi_reading *r, cgi_mention *m)
{
    /* list:pronoun gives 1 he, 2 she, 3 it, 4 they, 5 I, 6 we, 7 you. */
    long person = cgi_token_value(r, m->head, "pronoun", 0);
    m->type = CGI_MENTION_PRONOUN;
    m->is_masculine = person == 1;
    m->is_feminine = person == 2;
    m->is_plural = person == 4 || person == 6;
    if (person == 1 || person == 2 || person == 5)
        m->kind = CGI_KIND_PERSON;
}

/* "ex-minister", "sub-inspector": what stands behind the hyphen. */
static const cgi_noun *behind_hyphen(const cgi_reading *r, const char *lemma)
{
    const char *hyphen = strrchr(lemma, '-');
    return hyphen && hyphen > lemma && hyphen[1]
               ? cgi_world_find_noun(r->world, cgi_slice_of(hyphen + 1))
               : NULL;
}

/* "dermatologist": what the ending of the word says, "-ologist". */
static const cgi_noun *by_ending(const cgi_reading *r, const char *lemma)
{
    char ending[16] = "-";
    size_t n = strlen(lemma);
    for (size_t len = ENDING_MIN; len < n && len + 2 < sizeof ending; len++) {
        memcpy(ending + 1, lemma + n - len, len + 1);
        const cgi_noun *noun =
            cgi_world_find_noun(r->world, cgi_slice_of(ending));
        if (noun)
            return noun;
    }
    return NULL;
}

/* Two words first ("prime minister"), then the head alone. */
const cgi_noun *cgi_head_noun(const cgi_reading *r, uint32_t head)
{
    char two[96];
    const cgi_token *k = cgi_token_at(r, head);
    const cgi_noun *noun = NULL;
    if (head > 0) {
        int n = snprintf(two, sizeof two, "%s %s",
                         cgi_token_at(r, head - 1)->lower, k->lemma);
        if (n > 0 && (size_t)n < sizeof two)
            noun = cgi_world_find_noun(r->world, cgi_slice_of(two));
    }
    if (!noun)
        noun = cgi_world_find_noun(r->world, cgi_slice_of(k->lemma));
    if (!noun && strcmp(k->lower, k->lemma) != 0)
        noun = cgi_world_find_noun(r->world, cgi_slice_of(k->lower));
    if (!noun && k->xpos == CGI_XPOS_NNPS) { /* "Muslims", no "Districts" */
        noun = cgi_world_find_noun(r->world,
                                   cgi_slice_of(cgi_lower_lemma(r, head)));
        noun = noun && noun->kind == CGI_KIND_PERSON ? noun : NULL;
    }
    if (!noun)
        noun = behind_hyphen(r, k->lemma);
    if (!noun && (k->upos == CGI_UPOS_NOUN || k->xpos == CGI_XPOS_NNPS))
        noun = by_ending(r, k->lemma);
    return noun;
}

/* The country that a demonym or possessor inside the phrase tells. */
static const cgi_gaz *find_country(const cgi_reading *r, const cgi_mention *m)
{
    for (uint32_t t = m->first; t < m->end; t++) {
        const cgi_token *k = cgi_token_at(r, t);
        const cgi_gaz *g = cgi_demonym_at(r, t);
        if (!g && t != m->head && k->upos == CGI_UPOS_PROPN)
            g = cgi_world_find_name(r->world, cgi_slice_of(k->form));
        if (g && g->kind == CGI_KIND_COUNTRY)
            return g;
    }
    return NULL;
}

/* "dozens of people", "two of the men": what is counted decides the kind. */
uint32_t cgi_counted(const cgi_reading *r, uint32_t head)
{
    const cgi_token *k = cgi_token_at(r, head);
    if (k->upos != CGI_UPOS_NUM && !cgi_token_in(r, head, "quantity"))
        return head;
    uint32_t c = cgi_child(r, head, CGI_REL_NMOD);
    if (c == CGI_NO_TOKEN || !cgi_has_case(r, c, "link-of"))
        return head;
    /* "a column of soldiers", but not "the column of the week" */
    return cgi_token_value(r, head, "quantity", 0) == 1 &&
                   cgi_token_at(r, c)->xpos != CGI_XPOS_NNS
               ? head
               : c;
}

static void describe_nominal(const cgi_reading *r, cgi_mention *m)
{
    const cgi_token *k = cgi_token_at(r, m->head);
    uint32_t counted = cgi_counted(r, m->head);
    const cgi_noun *noun = cgi_head_noun(r, counted);
    m->is_plural = k->xpos == CGI_XPOS_NNS || k->xpos == CGI_XPOS_NNPS;
    m->country = find_country(r, m);
    if (noun) {
        m->kind = noun->kind;
        bool many = m->is_plural || m->count > 1 ||
                    (counted != m->head &&
                     cgi_token_at(r, counted)->xpos == CGI_XPOS_NNS);
        if (m->kind == CGI_KIND_PERSON && many)
            m->kind = CGI_KIND_GROUP;
    } else if (cgi_demonym_at(r, counted)) {
        m->kind = m->is_plural ? CGI_KIND_GROUP : CGI_KIND_PERSON;
    } else if (cgi_is_age(r, m->head)) {
        m->kind = CGI_KIND_PERSON;
    } else if (k->upos == CGI_UPOS_NUM && m->count > 0) {
        m->kind = m->count > 1 ? CGI_KIND_GROUP : CGI_KIND_PERSON;
    }
    uint32_t det = cgi_child(r, m->head, CGI_REL_DET);
    m->is_definite =
        (det != CGI_NO_TOKEN && cgi_token_in(r, det, "definite")) ||
        cgi_child(r, m->head, CGI_REL_NMOD_POSS) != CGI_NO_TOKEN ||
        /* "The 63-year-old", whose parts lie apart in many a tree. */
        (m->head > 4 && cgi_is_age(r, m->head) &&
         cgi_token_in(r, m->head - 5, "definite")) ||
        (det == CGI_NO_TOKEN && k->upos == CGI_UPOS_PROPN &&
         cgi_is_title(r, m->first, m->head + 1));
    /* "Police said ... Police added": one needs no article. */
    if (det == CGI_NO_TOKEN && noun && noun->is_collective && noun->is_source &&
        m->first == m->head)
        m->is_definite = true;
    if (m->kind == CGI_KIND_PERSON) {
        m->is_feminine = cgi_token_in(r, m->head, "noun-feminine");
        m->is_masculine = cgi_token_in(r, m->head, "noun-masculine");
    }
}

static bool is_capitalised(const cgi_reading *r, uint32_t t)
{
    const char *p = cgi_token_at(r, t)->form;
    return cgi_utf8_is_upper(cgi_utf8_next(&p, p + strlen(p)));
}

/* At the beginning of a sentence every word is capitalised. */
static bool is_unknown_name(const cgi_reading *r, const cgi_mention *m)
{
    const cgi_token *k = cgi_token_at(r, m->head);
    const cgi_sentence *s = &r->l->sentences[k->sentence];
    /* "Radio DJ Ann Lee" */
    uint32_t name = cgi_child(r, m->head, CGI_REL_APPOS);
    if (name == m->head + 1 && cgi_token_at(r, name)->upos == CGI_UPOS_PROPN)
        return false;
    return k->upos == CGI_UPOS_PROPN && is_capitalised(r, m->head) &&
           !cgi_is_title(r, m->first, m->head + 1) &&
           (m->head != s->first || k->xpos != CGI_XPOS_NNPS) &&
           !(m->head == s->first && k->lower[strlen(k->lower) - 1] == 's');
}

/* "Anna Berg": a first name, and words that are no nouns. */
static bool is_full_name(const cgi_reading *r, uint32_t first, uint32_t end)
{
    if (end - first < 2 || end - first > 3 ||
        r->is_caps[cgi_token_at(r, first)->sentence] ||
        !cgi_token_in(r, first, "given-name"))
        return false;
    for (uint32_t t = first + 1; t < end; t++)
        if (cgi_token_at(r, t)->upos != CGI_UPOS_PROPN ||
            cgi_world_find_noun(r->world,
                                cgi_slice_of(cgi_token_at(r, t)->lower)))
            return false;
    return true;
}

static bool is_ordinal(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    return k->upos == CGI_UPOS_ADJ && k->form[0] > '0' && k->form[0] <= '9' &&
           r->time_at[t] == CGI_NONE;
}

/* Proper nouns that no finder took for a name: the capitalised words around
 * the head. */
static void describe_unknown_name(const cgi_reading *r, cgi_mention *m)
{
    uint32_t first = m->head, end = m->head + 1;
    while (first > m->first && is_capitalised(r, first - 1))
        first--;
    if (first > m->first && is_ordinal(r, first - 1)) /* "the 4th Brigade" */
        first--;
    /* "the Armed Forces elements", where both words hang on the last. */
    const cgi_token *k = cgi_token_at(r, m->head);
    uint32_t begin = r->l->sentences[k->sentence].first;
    if (k->rel == CGI_REL_COMPOUND && first == m->head && first > begin + 1 &&
        is_capitalised(r, first - 1) &&
        cgi_token_at(r, first - 1)->head == k->head &&
        cgi_token_at(r, first - 1)->rel == CGI_REL_AMOD &&
        !cgi_demonym_at(r, first - 1))
        first--;
    while (end < m->end && is_capitalised(r, end) &&
           r->time_at[end] == CGI_NONE)
        end++;
    m->type = CGI_MENTION_NAME;
    m->is_definite = true;
    m->name_first = first;
    m->name_end = end;
    cgi_kind bearer = cgi_kind_of_bearer(r, m->head);
    if (bearer != CGI_KIND_NONE)
        m->kind = bearer;
    else if (is_full_name(r, first, end))
        m->kind = CGI_KIND_PERSON;
}

/* The "old" of "the 45-year-old". */
bool cgi_is_age(const cgi_reading *r, uint32_t t)
{
    return t > 3 && cgi_token_in(r, t, "age") &&
           cgi_token_at(r, t - 1)->xpos == CGI_XPOS_HYPH &&
           cgi_token_at(r, t - 4)->upos == CGI_UPOS_NUM;
}

/* The digits of a whole number of at most four; -1 if the token is none. */
static int few_digits(const cgi_token *k)
{
    int value = 0, n = 0;
    for (const char *p = k->form; *p; p++, n++) {
        if (*p < '0' || *p > '9' || n == 4)
            return -1;
        value = value * 10 + *p - '0';
    }
    return n ? value : -1;
}

/* "at 0945", "between 2230 and 2300": no such number of people. */
static bool is_clock(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    int value = few_digits(k);
    if (value < 0 || strlen(k->form) != 4 || value >= 2400 || value % 100 > 59)
        return false;
    return *k->form == '0' || cgi_has_case(r, t, "link-clock");
}

/* ", 45," behind a name. */
static bool is_bare_age(const cgi_reading *r, uint32_t t)
{
    int value = few_digits(cgi_token_at(r, t));
    return value > 0 && value < 120 && t > 1 && t + 1 < r->l->n_tokens &&
           cgi_token_at(r, t - 1)->xpos == CGI_XPOS_COMMA &&
           cgi_token_at(r, t - 2)->upos == CGI_UPOS_PROPN &&
           cgi_token_at(r, t + 1)->upos == CGI_UPOS_PUNCT;
}

static bool is_mention_head(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    if (k->upos == CGI_UPOS_NUM && (is_clock(r, t) || is_bare_age(r, t)))
        return false;
    bool aged = k->rel != CGI_REL_AMOD && cgi_is_age(r, t);
    if ((!cgi_is_nominal(r, t) && !aged) || r->time_at[t] != CGI_NONE)
        return false;
    if (k->upos == CGI_UPOS_PROPN && cgi_token_in(r, t, "short-title"))
        return false;
    switch (k->rel) {
    case CGI_REL_AMOD:
    case CGI_REL_COMPOUND:
        /* "Russian embassy" speaks of no Russian. */
        return cgi_demonym_at(r, t) == NULL;
    case CGI_REL_FLAT:
    case CGI_REL_FIXED:
    case CGI_REL_GOESWITH:
    case CGI_REL_EXPL:
    case CGI_REL_NUMMOD:
    case CGI_REL_DET:
    case CGI_REL_CASE:
    case CGI_REL_CC:
    case CGI_REL_MARK: return false;
    default: return true;
    }
}

static void add_mention(cgi_reading *r, uint32_t t)
{
    cgi_mention m = {.type = CGI_MENTION_NOMINAL,
                     .head = t,
                     .count = -1,
                     .count_max = -1,
                     .member = CGI_NO_TOKEN,
                     .thing = CGI_NONE};
    uint32_t name = r->name_at[t];
    find_extent(r, &m);
    cgi_mention_count(r, &m);
    find_label(r, &m);
    if (name != CGI_NONE && cgi_name_head(r, &r->names.at[name]) == t)
        cgi_mention_describe_name(r, &m, name);
    else if (cgi_token_at(r, t)->upos == CGI_UPOS_PRON)
        describe_pronoun(r, &m);
    else {
        describe_nominal(r, &m);
        if (is_unknown_name(r, &m))
            describe_unknown_name(r, &m);
    }
    r->mention_at[t] = (uint32_t)r->mentions.n;
    CGI_PUSH(r->a, &r->mentions, m);
}

void cgi_mentions_find(cgi_reading *r)
{
    for (uint32_t t = 0; t < r->l->n_tokens; t++)
        if (is_mention_head(r, t) || r->name_at[t] != CGI_NONE) {
            uint32_t name = r->name_at[t];
            if (name == CGI_NONE || cgi_name_head(r, &r->names.at[name]) == t)
                add_mention(r, t);
        }
}

const cgi_gaz *cgi_nation_of(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    if (k->rel != CGI_REL_AMOD || r->mention_at[t] != CGI_NONE)
        return NULL;
    const cgi_gaz *g = cgi_demonym_at(r, t);
    return g && g->kind == CGI_KIND_COUNTRY ? g : NULL;
}

cgi_kind cgi_kind_of(const cgi_reading *r, uint32_t t)
{
    uint32_t m = r->mention_at[t];
    if (m == CGI_NONE)
        return cgi_nation_of(r, t) ? CGI_KIND_COUNTRY : CGI_KIND_NONE;
    const cgi_mention *mention = &r->mentions.at[m];
    if (mention->thing != CGI_NONE)
        return r->out->things.at[mention->thing].kind;
    return mention->kind;
}
