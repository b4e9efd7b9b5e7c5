/* SPDX-License-Identifier: Apache-2.0
 *
 * repair_subjects.c -- finds the one subject that a finite verb has.
 *
 * A verb has one, so of two one is something else; and what stands right
 * before a finite verb without any is taken for more of the phrase in front of
 * it now and then: "After the Games, Lee and Kim withdrew".
 */
#include "lang/repair.h"

/* Adverbs and auxiliaries between a subject and its verb, at most. */
#define BETWEEN_MAX 6

/* Steps up and down a tree, so that deep ones cost no more. */
#define STEPS_MAX 30

/* The first token of what hangs on `t`. */
static uint32_t first_of(const cgi_lang *l, uint32_t t)
{
    for (int n = 0; n < STEPS_MAX && l->tokens[t].child < t; n++)
        t = l->tokens[t].child;
    return t;
}

/* The first of them behind `from`. */
static uint32_t first_behind(const cgi_lang *l, uint32_t t, uint32_t from)
{
    for (uint32_t c = l->tokens[t].child; c < t; c = l->tokens[c].sibling)
        if (c > from)
            return first_of(l, c);
    return t;
}

/* A comma hangs on the phrase in front of it or on the one behind it. */
static bool is_after_comma(const cgi_lang *l, uint32_t t)
{
    uint32_t start = first_of(l, t);
    return l->tokens[start].xpos == CGI_XPOS_COMMA ||
           (start > 0 && l->tokens[start - 1].xpos == CGI_XPOS_COMMA);
}

static bool has_case(const cgi_lang *l, uint32_t t)
{
    for (uint32_t c = l->tokens[t].child; c < t; c = l->tokens[c].sibling)
        if (l->tokens[c].rel == CGI_REL_CASE &&
            l->tokens[c].xpos != CGI_XPOS_POS)
            return true;
    return false;
}

static bool is_subject(const cgi_token *k)
{
    return k->rel == CGI_REL_NSUBJ || k->rel == CGI_REL_NSUBJ_PASS;
}

/* ---- Two subjects ---------------------------------------------------- */

/* The subjects of a verb that stand before it: the first, and the one after it.
 */
static void find_two(const cgi_lang *l, uint32_t verb, uint32_t two[2])
{
    two[0] = two[1] = CGI_NO_TOKEN;
    for (uint32_t t = l->tokens[verb].child; t < verb; t = l->tokens[t].sibling)
        if (l->tokens[t].head == verb && is_subject(&l->tokens[t]) &&
            two[1] == CGI_NO_TOKEN)
            two[two[0] != CGI_NO_TOKEN] = t;
}

static bool is_time(const cg_world *world, const cgi_token *k)
{
    return cgi_repair_listed(world, "weekday", k) ||
           cgi_repair_listed(world, "time-noun", k);
}

/* "Investor Ann Lee said", "The report Monday said", "Now a rich man, he
 * said". */
static void choose_subject(cgi_lang *l, const cg_world *world, uint32_t verb)
{
    uint32_t two[2];
    find_two(l, verb, two);
    if (two[1] == CGI_NO_TOKEN)
        return;
    const cgi_token *a = &l->tokens[two[0]], *b = &l->tokens[two[1]];
    /* "A unit of the army fired": no subject has a preposition. */
    if (has_case(l, two[1]) && first_of(l, two[1]) == two[0] + 1)
        cgi_repair_hang(l, two[1], two[0], CGI_REL_NMOD);
    else if (is_time(world, b))
        cgi_repair_hang(l, two[1], verb, CGI_REL_OBL_UNMARKED);
    else if (is_time(world, a))
        cgi_repair_hang(l, two[0], verb, CGI_REL_OBL_UNMARKED);
    else if (first_behind(l, two[1], two[0]) == two[0] + 1 &&
             a->upos == CGI_UPOS_NOUN && b->upos == CGI_UPOS_PROPN) {
        /* "the rebel group Red Dawn": the article is the group's. */
        for (uint32_t t = b->child; t < two[0]; t = l->tokens[t].sibling)
            if (l->tokens[t].head == two[1])
                l->tokens[t].head = two[0];
        cgi_repair_hang(l, two[1], two[0], CGI_REL_APPOS);
    } else if (is_after_comma(l, two[1]) && a->upos != CGI_UPOS_PRON &&
               !cgi_repair_listed(world, "pronoun-dummy", b))
        cgi_repair_hang(l, two[0], two[1], CGI_REL_APPOS);
}

/* ---- No subject ------------------------------------------------------ */

static bool is_finite(uint8_t xpos)
{
    return xpos == CGI_XPOS_VBD || xpos == CGI_XPOS_VBZ || xpos == CGI_XPOS_VBP;
}

/* A finite verb without a subject; a passive or perfect one has a finite
 * auxiliary. */
static bool is_bare(const cgi_lang *l, uint32_t verb)
{
    const cgi_token *k = &l->tokens[verb];
    bool finite = is_finite(k->xpos);
    for (uint32_t t = k->child; t != CGI_NO_TOKEN; t = l->tokens[t].sibling)
        switch (l->tokens[t].head == verb ? l->tokens[t].rel : CGI_REL_DEP) {
        case CGI_REL_NSUBJ:
        case CGI_REL_NSUBJ_PASS:
        case CGI_REL_NSUBJ_OUTER:
        case CGI_REL_CSUBJ:
        case CGI_REL_CSUBJ_PASS:
        case CGI_REL_EXPL: return false;
        case CGI_REL_AUX:
        case CGI_REL_AUX_PASS: finite |= is_finite(l->tokens[t].xpos); break;
        default: break;
        }
    return finite;
}

/* A clause of its own, which neither shares a subject nor relates to a noun. */
static bool is_own_clause(const cgi_token *verb)
{
    return verb->rel == CGI_REL_ROOT || verb->rel == CGI_REL_CCOMP ||
           verb->rel == CGI_REL_PARATAXIS;
}

static bool lacks_subject(const cgi_lang *l, uint32_t verb)
{
    return is_own_clause(&l->tokens[verb]) && is_bare(l, verb);
}

/* The last token before the verb that is not a word of its own group, "has
 * eventually" of "has eventually left"; CGI_NO_TOKEN if there is none near. */
static uint32_t before_verb(const cgi_lang *l, uint32_t verb)
{
    uint32_t first = l->sentences[l->tokens[verb].sentence].first;
    for (uint32_t t = verb, n = 0; t > first && n < BETWEEN_MAX; t--, n++) {
        const cgi_token *k = &l->tokens[t - 1];
        bool is_own = k->head == verb &&
                      (k->rel == CGI_REL_ADVMOD || k->rel == CGI_REL_AUX ||
                       k->rel == CGI_REL_AUX_PASS);
        /* "Anna Berg, a judge, was shot" */
        if (!is_own && k->xpos != CGI_XPOS_COMMA)
            return t - 1;
    }
    return CGI_NO_TOKEN;
}

/* Of the words that `last` hangs on, the one that is joined to a phrase behind
 * a comma; CGI_NO_TOKEN if none is. */
static uint32_t joined_phrase(const cgi_lang *l, uint32_t last)
{
    uint32_t found = CGI_NO_TOKEN;
    uint32_t t = last;
    for (int n = 0; n < STEPS_MAX && t != CGI_NO_TOKEN; n++) {
        const cgi_token *k = &l->tokens[t];
        if ((k->rel == CGI_REL_CONJ || k->rel == CGI_REL_APPOS) &&
            (k->upos == CGI_UPOS_NOUN || k->upos == CGI_UPOS_PROPN) &&
            k->head < t && is_after_comma(l, t))
            found = t;
        if (k->upos == CGI_UPOS_VERB)
            break;
        t = k->head;
    }
    return found;
}

/* True if `t` stands in a phrase or clause that opens the verb's own. */
static bool is_fronted(const cgi_lang *l, uint32_t t, uint32_t verb)
{
    for (int n = 0; n < STEPS_MAX && t != CGI_NO_TOKEN; n++) {
        const cgi_token *k = &l->tokens[t];
        if (k->head == verb)
            return t < verb &&
                   (k->rel == CGI_REL_OBL || k->rel == CGI_REL_ADVCL);
        t = k->head;
    }
    return false;
}

static bool is_passive(const cgi_lang *l, uint32_t verb)
{
    for (uint32_t t = l->tokens[verb].child; t != CGI_NO_TOKEN;
         t = l->tokens[t].sibling)
        if (l->tokens[t].rel == CGI_REL_AUX_PASS && l->tokens[t].head == verb)
            return true;
    return false;
}

static void find_subject(cgi_lang *l, uint32_t verb)
{
    if (!lacks_subject(l, verb))
        return;
    uint32_t last = before_verb(l, verb);
    uint32_t t = last == CGI_NO_TOKEN ? last : joined_phrase(l, last);
    if (t != CGI_NO_TOKEN && is_fronted(l, t, verb))
        cgi_repair_hang(l, t, verb,
                        is_passive(l, verb) ? CGI_REL_NSUBJ_PASS
                                            : CGI_REL_NSUBJ);
}

/* "The raid, carried out at dawn, was staged by rebels": the subject of a bare
 * participle between commas, which the clause lacks, is the clause's. */
static void take_subject(cgi_lang *l, uint32_t verb)
{
    if (!lacks_subject(l, verb))
        return;
    for (uint32_t t = l->tokens[verb].child; t < verb;
         t = l->tokens[t].sibling) {
        cgi_token *k = &l->tokens[t];
        uint32_t subject = k->child;
        if (k->head != verb || k->rel != CGI_REL_ADVCL ||
            (k->xpos != CGI_XPOS_VBN && k->xpos != CGI_XPOS_VBD &&
             k->xpos != CGI_XPOS_VBG))
            continue;
        while (subject < t && !is_subject(&l->tokens[subject]))
            subject = l->tokens[subject].sibling;
        if (subject >= t || t != subject + 2 ||
            l->tokens[subject + 1].xpos != CGI_XPOS_COMMA)
            continue;
        cgi_repair_hang(l, t, subject, CGI_REL_ACL);
        if (k->xpos == CGI_XPOS_VBD)
            k->xpos = CGI_XPOS_VBN;
        cgi_repair_hang(l, subject, verb,
                        is_passive(l, verb) ? CGI_REL_NSUBJ_PASS
                                            : CGI_REL_NSUBJ);
        return;
    }
}

/* ---- Counts ---------------------------------------------------------- */

/* Has "were", or leaves somebody dead, or is left dead. */
static bool is_toll(const cgi_lang *l, const cg_world *world, uint32_t t)
{
    return l->tokens[t].rel == CGI_REL_XCOMP || is_passive(l, t) ||
           l->tokens[t].rel == CGI_REL_ACL ||
           cgi_repair_listed(world, "leaving-verb", &l->tokens[t]);
}

/* The first token of the count right before the verb, "at least 30 others", if
 * a conjunction or a comma stands before it; else the verb. */
static uint32_t count_before(const cgi_lang *l, const cg_world *world,
                             uint32_t verb)
{
    uint32_t first = l->sentences[l->tokens[verb].sentence].first;
    bool counts = false;
    for (uint32_t t = verb, n = 0; t-- > first && n < BETWEEN_MAX; n++) {
        const cgi_token *k = &l->tokens[t];
        if (k->upos == CGI_UPOS_CCONJ || k->xpos == CGI_XPOS_COMMA)
            return counts ? t + 1 : verb;
        counts |= k->upos == CGI_UPOS_NUM ||
                  cgi_repair_listed(world, "quantity-vague", k);
        if (k->upos != CGI_UPOS_NUM && k->upos != CGI_UPOS_NOUN &&
            k->upos != CGI_UPOS_ADJ && k->upos != CGI_UPOS_ADV &&
            k->upos != CGI_UPOS_ADP && k->upos != CGI_UPOS_DET)
            break;
    }
    return verb;
}

/* "Twelve were killed and 30 wounded", "left 12 dead and 30 wounded": so many
 * were. */
static void count_subject(cgi_lang *l, const cg_world *world, uint32_t verb)
{
    cgi_token *k = &l->tokens[verb];
    if (k->rel != CGI_REL_CONJ || k->head > verb ||
        !is_toll(l, world, k->head) ||
        (k->xpos != CGI_XPOS_VBN && k->xpos != CGI_XPOS_VBD &&
         !cgi_repair_listed(world, "wounded", k)) ||
        cgi_repair_listed(world, "intransitive", k))
        return;
    for (uint32_t t = k->child; t != CGI_NO_TOKEN; t = l->tokens[t].sibling)
        if (l->tokens[t].head == verb && (l->tokens[t].rel == CGI_REL_OBJ ||
                                          l->tokens[t].rel == CGI_REL_AUX ||
                                          l->tokens[t].rel == CGI_REL_AUX_PASS))
            return;
    uint32_t first = count_before(l, world, verb), top = verb - 1;
    for (int n = 0; n < STEPS_MAX && l->tokens[top].head >= first &&
                    l->tokens[top].head < verb;
         n++)
        top = l->tokens[top].head;
    if (first == verb)
        return;
    for (uint32_t t = first; t < verb; t++)
        if (l->tokens[t].head < first || l->tokens[t].head >= verb)
            l->tokens[t].head = top;
    cgi_repair_hang(l, top, verb, CGI_REL_NSUBJ_PASS);
    if (k->upos == CGI_UPOS_VERB)
        k->xpos = CGI_XPOS_VBN;
}

static bool is_speech(const cg_world *world, const cgi_token *k)
{
    return cgi_repair_listed(world, "aside-verb", k) ||
           cgi_repair_listed(world, "inverted-verb", k);
}

/* '"Go," demanded the mayor': who speaks is no object of a verb that has none
 * other than what is said before it. */
static void find_speaker(cgi_lang *l, const cg_world *world, uint32_t verb)
{
    uint32_t object = CGI_NO_TOKEN;
    bool said = verb > 0 && l->tokens[verb - 1].xpos == CGI_XPOS_QUOTE_CLOSE;
    for (uint32_t t = l->tokens[verb].child; t != CGI_NO_TOKEN;
         t = l->tokens[t].sibling) {
        if (l->tokens[t].head != verb)
            continue;
        said |= t < verb && l->tokens[t].rel == CGI_REL_CCOMP;
        if (l->tokens[t].rel == CGI_REL_OBJ && object == CGI_NO_TOKEN)
            object = t;
    }
    if (said && object != CGI_NO_TOKEN && object > verb &&
        is_speech(world, &l->tokens[verb]) && lacks_subject(l, verb))
        l->tokens[object].rel = CGI_REL_NSUBJ;
}

/* "We lost money in a hard market, president Anna Berg said": who speaks is no
 * member of a list that ends with the name. */
static void find_titled(cgi_lang *l, const cg_world *world, uint32_t verb)
{
    cgi_token *v = &l->tokens[verb];
    uint32_t t = is_finite(v->xpos) && is_speech(world, v)
                     ? before_verb(l, verb)
                     : CGI_NO_TOKEN;
    if (t != CGI_NO_TOKEN && l->tokens[t].rel == CGI_REL_FLAT)
        t = l->tokens[t].head;
    if (t == CGI_NO_TOKEN || l->tokens[t].upos != CGI_UPOS_PROPN ||
        l->tokens[t].rel != CGI_REL_CONJ || !is_after_comma(l, t))
        return;
    uint32_t title = l->tokens[t].child;
    while (title < t && l->tokens[title].rel != CGI_REL_NMOD_DESC)
        title = l->tokens[title].sibling;
    if (title >= t || !is_bare(l, verb) ||
        (v->rel != CGI_REL_CONJ && !is_own_clause(v)))
        return;
    if (v->rel == CGI_REL_CONJ)
        v->rel = CGI_REL_PARATAXIS;
    cgi_repair_hang(l, t, verb, CGI_REL_NSUBJ);
}

/* "Prices fell and analysts have raised concerns": a noun that is joined to the
 * verb before it, as the verb behind it is, is the subject of that. */
static void find_joined(cgi_lang *l, uint32_t verb)
{
    const cgi_token *v = &l->tokens[verb];
    uint32_t t = v->rel == CGI_REL_CONJ ? before_verb(l, verb) : CGI_NO_TOKEN;
    if (t != CGI_NO_TOKEN && l->tokens[t].rel == CGI_REL_FLAT)
        t = l->tokens[t].head;
    if (t == CGI_NO_TOKEN || t <= v->head || l->tokens[t].rel != CGI_REL_CONJ ||
        l->tokens[t].head != v->head ||
        l->tokens[v->head].upos != CGI_UPOS_VERB ||
        (l->tokens[t].upos != CGI_UPOS_NOUN &&
         l->tokens[t].upos != CGI_UPOS_PROPN) ||
        !is_bare(l, verb))
        return;
    for (uint32_t c = l->tokens[t].child; c < t; c = l->tokens[c].sibling)
        if (l->tokens[c].rel == CGI_REL_CC)
            l->tokens[c].head = verb;
    cgi_repair_hang(l, t, verb,
                    is_passive(l, verb) ? CGI_REL_NSUBJ_PASS : CGI_REL_NSUBJ);
}

/* The phrase in front of the verb that ends before the comma there, as "In
 * Oslo" does in "In Oslo, the capital, two men spoke". */
static uint32_t fronted_before(const cgi_lang *l, uint32_t verb, uint32_t t)
{
    uint32_t start = first_of(l, t);
    if (l->tokens[start].xpos == CGI_XPOS_COMMA)
        start++;
    if (start < 2 || l->tokens[start - 1].xpos != CGI_XPOS_COMMA)
        return CGI_NO_TOKEN;
    uint32_t name = start - 2;
    if (l->tokens[name].rel == CGI_REL_FLAT)
        name = l->tokens[name].head;
    return l->tokens[name].upos == CGI_UPOS_PROPN &&
                   l->tokens[name].rel == CGI_REL_OBL &&
                   l->tokens[name].head == verb
               ? name
               : CGI_NO_TOKEN;
}

/* "In Oslo, the capital of Norway, doctors denounced the plan": one is not
 * many, so the capital is Oslo, and the doctors spoke. */
static void find_behind_name(cgi_lang *l, uint32_t verb)
{
    uint32_t t = l->tokens[verb].child, many = CGI_NO_TOKEN;
    while (t < verb && l->tokens[t].rel != CGI_REL_NSUBJ)
        t = l->tokens[t].sibling;
    if (t >= verb || l->tokens[t].xpos != CGI_XPOS_NN)
        return;
    for (uint32_t c = l->tokens[t].child; c < verb; c = l->tokens[c].sibling)
        if (c > t && l->tokens[c].head == t && many == CGI_NO_TOKEN &&
            l->tokens[c].rel == CGI_REL_APPOS)
            many = c;
    uint32_t name = many != CGI_NO_TOKEN && is_after_comma(l, many) &&
                            l->tokens[many].xpos == CGI_XPOS_NNS
                        ? fronted_before(l, verb, t)
                        : CGI_NO_TOKEN;
    if (name == CGI_NO_TOKEN)
        return;
    for (uint32_t c = l->tokens[t].child; c < verb; c = l->tokens[c].sibling)
        if (c > many && l->tokens[c].head == t)
            l->tokens[c].head = many;
    cgi_repair_hang(l, many, verb, CGI_REL_NSUBJ);
    cgi_repair_hang(l, t, name, CGI_REL_APPOS);
}

void cgi_repair_subjects(cgi_lang *l, const cg_world *world)
{
    for (uint32_t t = 0; t < l->n_tokens; t++)
        if (l->tokens[t].upos == CGI_UPOS_ADJ)
            count_subject(l, world, t);
        else if (l->tokens[t].upos == CGI_UPOS_VERB) {
            choose_subject(l, world, t);
            find_subject(l, t);
            take_subject(l, t);
            find_speaker(l, world, t);
            find_titled(l, world, t);
            find_joined(l, t);
            find_behind_name(l, t);
            count_subject(l, world, t);
        }
}
