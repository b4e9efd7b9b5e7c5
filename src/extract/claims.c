/* SPDX-License-Identifier: Apache-2.0
 *
 * claims.c -- words that say that somebody says something: source and content.
 *
 * What the content covers is settled in content.c, when all claims are known.
 */
#include <stdio.h>

#include "extract/parts.h"

/* Words between a phrase and its clause, at most. */
#define CLIMB_MAX 12

/* Words between two verbs of saying that share what is said, at most. */
#define SHARED_MAX 8

void cgi_parts_add(cgi_reading *r, cgi_parts *p, uint32_t first, uint32_t end)
{
    if (first < end)
        CGI_PUSH(r->a, &p->content, (cgi_stretch){first, end});
}

/* The subtree of `t` without the subtree of `cut`, which may lie in it. */
static void add_subtree(cgi_reading *r, cgi_parts *p, uint32_t t, uint32_t cut)
{
    uint32_t first = r->left[t], end = r->right[t] + 1;
    if (cut == CGI_NO_TOKEN || !cgi_is_inside(r, cut, t)) {
        cgi_parts_add(r, p, first, end);
        return;
    }
    cgi_parts_add(r, p, first, r->left[cut]);
    cgi_parts_add(r, p, r->right[cut] + 1, end);
}

static bool is_clause(const cgi_reading *r, uint32_t t)
{
    return cgi_is_verb(r, t) || cgi_child(r, t, CGI_REL_COP) != CGI_NO_TOKEN ||
           cgi_child(r, t, CGI_REL_NSUBJ) != CGI_NO_TOKEN;
}

/* ---- Filling the parts from the frame -------------------------------- */

/* Does the frame take what stands in the slot for content? */
static bool takes(const cgi_reading *r, const cgi_word *w, cgi_slot slot,
                  uint32_t token)
{
    cgi_filler f = {(uint16_t)slot, token};
    return cgi_frame_role(r, w->frame, f) == CGI_CUE_BASE + CGI_CUE_CONTENT;
}

/* Nobody is named who says that "it seems". */
static bool has_claimant(const cgi_word *w)
{
    for (size_t i = 0; i < w->frame->n_slots; i++)
        if (w->frame->slots[i].role == CGI_CUE_BASE + CGI_CUE_CLAIMANT)
            return true;
    return false;
}

/* Deeds that somebody is said to have done, or owns up to. */
static bool tells_whose(const cgi_word *w, uint16_t slot)
{
    for (size_t i = 0; i < w->frame->n_slots; i++)
        if (w->frame->slots[i].role == CGI_CUE_BASE + CGI_CUE_ACCUSED)
            return true;
    return slot == CGI_SLOT_TO;
}

static bool is_event(const cgi_reading *r, uint32_t t)
{
    t = cgi_event_meant(r, cgi_counted(r, t));
    return r->statement_at[t] != CGI_NONE;
}

static void put(cgi_reading *r, cgi_parts *p, const cgi_word *w, cgi_filler f,
                uint32_t cue)
{
    uint8_t role = cgi_frame_role(r, w->frame, f);
    bool clause = f.slot == CGI_SLOT_THAT || f.slot == CGI_SLOT_ING ||
                  (f.slot == CGI_SLOT_TO && (!cgi_is_nominal(r, f.token) ||
                                             cgi_is_infinitive(r, f.token)));
    /* One name stands for the infinitive and for the preposition; verbs that
     * take no clause ("refer") mean the latter. */
    bool to_phrase =
        f.slot == CGI_SLOT_TO && !clause && takes(r, w, CGI_SLOT_THAT, f.token);
    switch (role < CGI_CUE_BASE ? 0 : role - CGI_CUE_BASE) {
    case CGI_CUE_CLAIMANT:
        if (p->claimant == CGI_NO_TOKEN && !clause)
            p->claimant = f.token;
        else if (!clause && cgi_token_at(r, f.token)->rel == CGI_REL_CONJ &&
                 cgi_token_at(r, f.token)->head == p->claimant)
            CGI_PUSH(r->a, &p->others, f.token);
        break;
    case CGI_CUE_ADDRESSEE:
        if (p->addressee == CGI_NO_TOKEN && !clause)
            p->addressee = f.token;
        break;
    case CGI_CUE_ACCUSED:
        if (p->accused == CGI_NO_TOKEN && !clause)
            p->accused = f.token;
        break;
    case CGI_CUE_EVENT:
        /* "found guilty of the murder", but "of killing her" is content, and
         * "confessed to the police" is no deed. */
        clause = clause || cgi_is_verb(r, f.token);
        if (!tells_whose(w, f.slot) || (!clause && is_event(r, f.token)))
            p->event = cgi_event_meant(r, cgi_counted(r, f.token));
        else if (f.slot == CGI_SLOT_TO && !clause)
            break;
        add_subtree(r, p, f.token, CGI_NO_TOKEN);
        break;
    case CGI_CUE_CONTENT:
        /* "In an interview, she accused him of it" */
        if (w->stance == CGI_STANCE_ACCUSES && f.token < cue &&
            f.slot >= CGI_SLOT_PREPOSITION &&
            cgi_antecedent(r, f.token) == f.token &&
            !cgi_is_inside(r, cue, f.token))
            break;
        if (w->stance == CGI_STANCE_ACCUSES)
            f.token = cgi_antecedent(r, f.token);
        /* An object before its verb is a relative pronoun's antecedent or the
         * subject of a passive; either is what is said. */
        if (!to_phrase && !cgi_is_inside(r, cue, f.token))
            add_subtree(r, p, f.token, cue);
        /* "a claim the army denied" */
        else if (w->polarity == CGI_POLARITY_DENIES &&
                 cgi_token_in(r, f.token, "accusation") && f.token < cue)
            CGI_PUSH(r->a, &p->content, ((cgi_stretch){f.token, f.token + 1}));
        if (w->stance == CGI_STANCE_ACCUSES &&
            cgi_event_meant(r, f.token) != f.token) /* "blamed it on" */
            p->event = cgi_event_meant(r, f.token);
        /* "an attack blamed on rebels", "an attack for which they blame
         * rebels": that it was is told by others. */
        else if (cgi_is_inside(r, cue, f.token) &&
                 w->stance == CGI_STANCE_ACCUSES &&
                 (cgi_is_passive(r, cue) || is_event(r, f.token)))
            p->event = cgi_counted(r, f.token);
        break;
    default: break;
    }
}

/* The last token of the sentence that is no punctuation. */
static uint32_t last_word(const cgi_reading *r, uint32_t t)
{
    const cgi_sentence *s = &r->l->sentences[cgi_token_at(r, t)->sentence];
    uint32_t last = s->end - 1;
    while (last > s->first && cgi_token_at(r, last)->upos == CGI_UPOS_PUNCT)
        last--;
    return last;
}

/* ", the ministry said." at the end of a sentence, wherever the parser has
 * hung it: a finite verb with its own subject and without a conjunction. */
static bool is_afterthought(const cgi_reading *r, uint32_t cue)
{
    const cgi_token *k = cgi_token_at(r, cue);
    uint32_t first = r->left[cue];
    /* ", for which they blame the army." */
    for (uint32_t c = k->child; k->rel == CGI_REL_ACL_RELCL && c < cue;
         c = cgi_token_at(r, c)->sibling)
        if (cgi_antecedent(r, c) != c)
            return false;
    if (k->head == CGI_NO_TOKEN || k->head > cue ||
        cgi_child(r, cue, CGI_REL_MARK) != CGI_NO_TOKEN ||
        cgi_child(r, cue, CGI_REL_CC) != CGI_NO_TOKEN ||
        cgi_child(r, cue, CGI_REL_NSUBJ) == CGI_NO_TOKEN ||
        cgi_antecedent(r, cgi_child(r, cue, CGI_REL_NSUBJ)) < first)
        return false;
    while (first < cue && cgi_token_at(r, first)->upos == CGI_UPOS_PUNCT)
        first++;
    return first > 0 && cgi_token_at(r, first - 1)->upos == CGI_UPOS_PUNCT &&
           r->right[cue] >= last_word(r, cue);
}

/* "They were killed, the ministry said": the clause that the cue hangs in, or
 * all of the sentence if the cue ends it. */
static void content_around(cgi_reading *r, cgi_parts *p, uint32_t cue)
{
    const cgi_token *k = cgi_token_at(r, cue);
    uint32_t root = r->l->sentences[k->sentence].root;
    p->is_aside = true;
    if (is_afterthought(r, cue))
        add_subtree(r, p, root, cue);
    else if (k->rel == CGI_REL_PARATAXIS && k->head != CGI_NO_TOKEN)
        add_subtree(r, p, k->head, cue);
}

/* "is believed to be responsible", "seems tired": the raised subject is part of
 * it. */
static void content_raised(cgi_reading *r, cgi_parts *p, const cgi_word *w,
                           uint32_t cue)
{
    uint32_t subject = CGI_NO_TOKEN;
    if (cgi_is_passive(r, cue))
        subject = cgi_child(r, cue, CGI_REL_NSUBJ_PASS);
    else if (!has_claimant(w))
        subject = cgi_child(r, cue, CGI_REL_NSUBJ);
    if (subject != CGI_NO_TOKEN && p->content.n && p->accused == CGI_NO_TOKEN)
        add_subtree(r, p, subject, CGI_NO_TOKEN);
}

/* ", saying that" at the end of a clause is what its main verb's subject says,
 * though trees often hang it on the verb before it. */
static uint32_t subject_of_participle(const cgi_reading *r, uint32_t cue)
{
    const cgi_token *k = cgi_token_at(r, cue);
    const cgi_sentence *s = &r->l->sentences[k->sentence];
    if (k->xpos != CGI_XPOS_VBG || k->rel != CGI_REL_ADVCL || cue == s->first ||
        cgi_token_at(r, cue - 1)->upos != CGI_UPOS_PUNCT ||
        !cgi_is_verb(r, s->root) || r->right[cue] < last_word(r, cue))
        return CGI_NO_TOKEN;
    return cgi_deep_subject(r, s->root);
}

/* "Ali said and Berg confirmed that": the clause hangs on the last verb. */
static void content_shared(cgi_reading *r, cgi_parts *p, uint32_t cue)
{
    uint32_t other = cgi_child(r, cue, CGI_REL_CONJ);
    uint32_t clause = other == CGI_NO_TOKEN || other > cue + SHARED_MAX
                          ? CGI_NO_TOKEN
                          : cgi_child(r, other, CGI_REL_CCOMP);
    if (clause != CGI_NO_TOKEN && clause > other)
        add_subtree(r, p, clause, CGI_NO_TOKEN);
}

/* "as the ministry said", "as reported by Reuters": the clause above is what
 * is said. */
static bool is_comparing(const cgi_reading *r, uint32_t cue)
{
    const cgi_token *k = cgi_token_at(r, cue);
    uint32_t mark = cgi_child(r, cue, CGI_REL_MARK);
    return k->rel == CGI_REL_ADVCL && k->head != CGI_NO_TOKEN &&
           mark != CGI_NO_TOKEN && cgi_token_in(r, mark, "link-as") &&
           cgi_child(r, cue, CGI_REL_OBJ) == CGI_NO_TOKEN &&
           cgi_child(r, cue, CGI_REL_CCOMP) == CGI_NO_TOKEN &&
           cgi_child(r, cue, CGI_REL_XCOMP) == CGI_NO_TOKEN;
}

static void content_compared(cgi_reading *r, cgi_parts *p, uint32_t cue)
{
    bool passive = cgi_is_passive(r, cue) ||
                   cgi_child(r, cue, CGI_REL_NSUBJ) == CGI_NO_TOKEN;
    p->is_aside = true;
    p->content.n = 0;
    if (passive)
        p->claimant = cgi_child(r, cue, CGI_REL_OBL_AGENT);
    add_subtree(r, p, cgi_token_at(r, cue)->head, cue);
}

/* Who said what the cue stands in, where both verbs are of one tense. */
static uint32_t speaker_above(const cgi_reading *r, uint32_t cue)
{
    const cgi_token *k = cgi_token_at(r, cue);
    for (size_t i = r->sayings.n; i-- > 0;) {
        const cgi_saying *s = &r->sayings.at[i];
        if (cgi_token_at(r, s->cue)->sentence != k->sentence ||
            s->cue + CGI_CONTENT_REACH < cue)
            break;
        if (s->claimant == CGI_NO_TOKEN || s->is_aside ||
            cgi_token_at(r, s->cue)->xpos != k->xpos)
            continue;
        for (size_t j = 0; j < s->content.n; j++)
            if (s->content.at[j].first > s->cue &&
                s->content.at[j].first < k->head && cue < s->content.at[j].end)
                return s->claimant;
    }
    return CGI_NO_TOKEN;
}

/* "argued that prices fell, but said that they may rise": trees often hang the
 * second verb on what was argued. */
static uint32_t subject_of_sequel(const cgi_reading *r, const cgi_word *w,
                                  uint32_t cue)
{
    const cgi_token *k = cgi_token_at(r, cue);
    uint32_t link = cgi_child(r, cue, CGI_REL_CC);
    if (w->pos != CGI_POS_VERB || k->rel != CGI_REL_CONJ ||
        (k->xpos != CGI_XPOS_VBD && k->xpos != CGI_XPOS_VBZ) ||
        link == CGI_NO_TOKEN || link == 0 || r->quote_at[cue] != CGI_NONE ||
        cgi_child(r, cue, CGI_REL_NSUBJ) != CGI_NO_TOKEN ||
        (cgi_token_at(r, link - 1)->upos != CGI_UPOS_PUNCT &&
         !cgi_token_in(r, link, "link-contrast")))
        return CGI_NO_TOKEN;
    return speaker_above(r, cue);
}

/* The quotation that the frame takes for content, or CGI_NONE. */
static uint32_t quoted(const cgi_reading *r, const cgi_word *w,
                       const cgi_fillers *fillers)
{
    for (size_t i = 0; i < fillers->n; i++)
        if (fillers->at[i].slot == CGI_SLOT_QUOTE &&
            takes(r, w, CGI_SLOT_QUOTE, fillers->at[i].token))
            return r->quote_at[fillers->at[i].token];
    return CGI_NONE;
}

/* Verbs whose frame takes a clause and a quotation are verbs of saying. */
bool cgi_is_speech(const cgi_reading *r, const cgi_word *w, uint32_t cue)
{
    return w->pos == CGI_POS_VERB && takes(r, w, CGI_SLOT_THAT, cue) &&
           takes(r, w, CGI_SLOT_QUOTE, cue);
}

/* "'All that he touched,' she said": a subject that the parser saw in what is
 * quoted does not quote it. */
static bool is_quoted_subject(const cgi_reading *r, uint32_t quote,
                              cgi_filler f)
{
    return f.slot == CGI_SLOT_SUBJECT && quote != CGI_NONE &&
           r->quote_at[f.token] == quote;
}

/* The subject outside of what is quoted. */
static uint32_t quoting_subject(const cgi_reading *r, uint32_t quote,
                                uint32_t cue)
{
    for (uint32_t c = cgi_token_at(r, cue)->child;
         quote != CGI_NONE && c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        if (cgi_token_at(r, c)->rel == CGI_REL_NSUBJ && r->quote_at[c] != quote)
            return cgi_antecedent(r, c);
    return CGI_NO_TOKEN;
}

/* "accused the army of shelling a town": trees hang it on the army. */
static void content_of_accused(cgi_reading *r, cgi_parts *p, const cgi_word *w,
                               uint32_t cue)
{
    cgi_fillers inner = {0};
    uint32_t accused = p->accused, last = accused;
    /* "blamed the army, the police and the party for it": on the last. */
    for (uint32_t c = cgi_token_at(r, accused)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        if (cgi_token_at(r, c)->rel == CGI_REL_CONJ)
            last = c;
    cgi_fillers_find(&inner, r, accused);
    for (size_t i = 0; i < inner.n && last != accused; i++)
        if (inner.at[i].slot >= CGI_SLOT_PREPOSITION)
            last = accused;
    if (last != accused)
        cgi_fillers_find(&inner, r, last);
    for (size_t i = 0; i < inner.n; i++)
        if (inner.at[i].slot != CGI_SLOT_SUBJECT && inner.at[i].token > accused)
            put(r, p, w, inner.at[i], cue);
}

static void read_verb(cgi_reading *r, cgi_parts *p, const cgi_word *w,
                      uint32_t cue, const cgi_fillers *fillers)
{
    bool after = is_afterthought(r, cue), speech = cgi_is_speech(r, w, cue);
    uint32_t quote = quoted(r, w, fillers);
    for (size_t i = 0; i < fillers->n; i++) {
        /* A gap that the parser saw before the aside is none. */
        if (fillers->at[i].slot != CGI_SLOT_QUOTE &&
            !is_quoted_subject(r, quote, fillers->at[i]) &&
            (!after || cgi_is_inside(r, fillers->at[i].token, cue)))
            put(r, p, w, fillers->at[i], cue);
    }
    if (p->accused != CGI_NO_TOKEN && p->accused > cue && !p->content.n)
        content_of_accused(r, p, w, cue);
    /* "A bomb killed ten. Police blamed rebels." */
    if (p->accused != CGI_NO_TOKEN && !p->content.n &&
        p->event == CGI_NO_TOKEN && cgi_token_in(r, cue, "blame-alone") &&
        cgi_kind_can_act(cgi_kind_of(r, p->accused)))
        p->event = cgi_deed_before(r, cue);
    if (w->pos == CGI_POS_VERB && p->accused == CGI_NO_TOKEN &&
        is_comparing(r, cue)) {
        content_compared(r, p, cue);
        return;
    }
    content_raised(r, p, w, cue);
    if (p->claimant == CGI_NO_TOKEN)
        p->claimant = quoting_subject(r, quote, cue);
    if (speech && p->claimant == CGI_NO_TOKEN)
        cgi_parts_speaker(r, p, cue);
    if (speech)
        cgi_parts_beside(r, p, cue, quote);
    if (!p->content.n)
        content_shared(r, p, cue);
    if (!p->content.n)
        content_around(r, p, cue);
    if (quote != CGI_NONE)
        cgi_parts_quote(r, p, cue, quote);
    uint32_t subject = subject_of_participle(r, cue);
    bool sequel = speech && subject != CGI_NO_TOKEN;
    if (subject == CGI_NO_TOKEN && w->stance != CGI_STANCE_PROMISES) {
        subject = subject_of_sequel(r, w, cue);
        sequel = subject != CGI_NO_TOKEN;
    }
    if (subject != CGI_NO_TOKEN)
        p->claimant = subject;
    p->is_sequel = sequel;
}

/* The clause that a phrase belongs to: the sentence if it stands apart at its
 * beginning or end, else the verb above it that is no mere complement. */
static uint32_t clause_of(const cgi_reading *r, uint32_t phrase)
{
    const cgi_sentence *s = &r->l->sentences[cgi_token_at(r, phrase)->sentence];
    uint32_t first = r->left[phrase], t = cgi_token_at(r, phrase)->head;
    bool apart =
        first > s->first && cgi_token_at(r, first - 1)->upos == CGI_UPOS_PUNCT;
    if (first == s->first || cgi_token_at(r, first)->upos == CGI_UPOS_PUNCT ||
        (apart && r->right[phrase] >= last_word(r, phrase)))
        return s->root;
    for (int i = 0; i < CLIMB_MAX && t != CGI_NO_TOKEN; i++) {
        const cgi_token *k = cgi_token_at(r, t);
        if (k->head == CGI_NO_TOKEN ||
            (is_clause(r, t) && k->rel != CGI_REL_XCOMP))
            break;
        t = k->head;
    }
    return t;
}

/* "according to the ministry": the preposition hangs on its source, and that
 * on the clause that is claimed. */
static void read_preposition(cgi_reading *r, cgi_parts *p, const cgi_word *w,
                             uint32_t cue)
{
    const cgi_token *k = cgi_token_at(r, cue);
    uint32_t source = k->head;
    if (k->rel != CGI_REL_CASE && k->rel != CGI_REL_MARK) {
        /* Some trees have the source below the preposition. */
        source = cgi_child(r, cue, CGI_REL_OBL);
        if (source == CGI_NO_TOKEN || k->head == CGI_NO_TOKEN)
            return;
        p->claimant = source;
        add_subtree(r, p, clause_of(r, cue), cue);
        return;
    }
    if (source == CGI_NO_TOKEN || !cgi_is_nominal(r, source))
        return;
    p->is_aside = true;
    uint32_t clause = clause_of(r, source);
    p->claimant = source;
    if (cgi_token_in(r, source, "viewpoint")) { /* "in the mayor's view" */
        p->claimant = cgi_child(r, source, CGI_REL_NMOD_POSS);
        uint32_t of = cgi_child(r, source, CGI_REL_NMOD);
        if (p->claimant == CGI_NO_TOKEN && of != CGI_NO_TOKEN &&
            cgi_has_case(r, of, "link-of"))
            p->claimant = of;
    }
    cgi_fillers fillers = {0};
    /* "In a survey, half said so": they do, not the survey. */
    if (p->claimant == CGI_NO_TOKEN ||
        (!w->after && clause != CGI_NO_TOKEN &&
         cgi_match(&fillers, r, clause, true, NULL)))
        return;
    if (clause != CGI_NO_TOKEN && clause != source)
        add_subtree(r, p, clause, source);
}

static void read_adverb(cgi_reading *r, cgi_parts *p, uint32_t cue)
{
    uint32_t clause = cgi_token_at(r, cue)->head;
    if (clause != CGI_NO_TOKEN)
        add_subtree(r, p, clause, cue);
}

/* A noun needs its content in a clause; "the report of the bank" is no claim.
 * The event noun of a responsibility claim counts as content too. */
static bool noun_has_clause(const cgi_reading *r, const cgi_fillers *fillers)
{
    for (size_t i = 0; i < fillers->n; i++)
        if (fillers->at[i].slot == CGI_SLOT_THAT &&
            is_clause(r, fillers->at[i].token))
            return true;
    return false;
}

static bool read_parts(cgi_reading *r, cgi_parts *p, const cgi_word *w,
                       uint32_t cue, const cgi_fillers *fillers)
{
    switch (w->pos) {
    case CGI_POS_PREP:
        if (cgi_token_at(r, cue)->upos == CGI_UPOS_PUNCT)
            cgi_parts_colon(r, p, cue);
        else
            read_preposition(r, p, w, cue);
        break;
    case CGI_POS_ADV: read_adverb(r, p, cue); break;
    case CGI_POS_NOUN:
        read_verb(r, p, w, cue, fillers);
        if (!noun_has_clause(r, fillers) && p->event == CGI_NO_TOKEN &&
            p->accused == CGI_NO_TOKEN &&
            (p->claimant == CGI_NO_TOKEN || !p->content.n))
            return false;
        break;
    default: read_verb(r, p, w, cue, fillers); break;
    }
    return p->content.n > 0 || p->event != CGI_NO_TOKEN;
}

/* ---- The claim ------------------------------------------------------- */

/* The cue as a span: the verb with its auxiliaries, negation and particle. */
static cgi_span cue_span(const cgi_reading *r, uint32_t cue, const cgi_word *w)
{
    uint32_t first = cue, end = cue + 1;
    for (uint32_t c = cgi_token_at(r, cue)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        cgi_rel rel = cgi_rel_base((cgi_rel)cgi_token_at(r, c)->rel);
        bool small = r->left[c] == c && r->right[c] == c;
        if (c + 1 == first && small &&
            (rel == CGI_REL_AUX || rel == CGI_REL_ADVMOD))
            first = c;
        else if (c == end && (cgi_token_at(r, c)->rel == CGI_REL_COMPOUND_PRT ||
                              rel == CGI_REL_FIXED))
            end = c + 1;
    }
    /* Auxiliaries stand in a row before the verb; take them right to left. */
    for (;
         first > 0 && cgi_token_at(r, first - 1)->head == cue &&
         cgi_rel_base((cgi_rel)cgi_token_at(r, first - 1)->rel) == CGI_REL_AUX;
         first--)
        continue;
    if (w->pos == CGI_POS_PREP && end < r->l->n_tokens && w->after)
        end = cue + 2;
    return cgi_tokens_span(r, first, end);
}

static uint32_t claimant_thing(cgi_reading *r, uint32_t token)
{
    uint32_t thing = token == CGI_NO_TOKEN ? CGI_NONE : cgi_thing_of(r, token);
    if (thing == CGI_NONE)
        return CGI_NONE;
    cgi_thing *t = &r->out->things.at[thing];
    const cgi_noun *noun = cgi_head_noun(r, token);
    /* Those who speak without a name, as "60 percent" of some people do. */
    if (!t->is_named &&
        ((noun && noun->is_source) ||
         (t->kind == CGI_KIND_NONE && cgi_token_in(r, token, "share"))))
        t->kind = CGI_KIND_UNNAMED;
    /* "The site says": no piece of land. */
    if (!t->is_named && t->kind == CGI_KIND_REGION &&
        cgi_token_in(r, token, "media-place"))
        t->kind = CGI_KIND_MEDIA;
    return thing;
}

/* "They said": each of those who were named one by one. */
static void name_members(cgi_reading *r, cgi_claim *c)
{
    if (c->claimant == CGI_NONE)
        return;
    const cgi_profile *p = &r->profiles.at[c->claimant];
    for (size_t i = 1; i < p->members.n; i++)
        CGI_PUSH(r->a, &c->others, p->members.at[i]);
    if (p->members.n)
        c->claimant = p->members.at[0];
}

static cgi_date claim_date(const cgi_reading *r, uint32_t cue)
{
    for (uint32_t c = cgi_token_at(r, cue)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        if (r->time_at[c] != CGI_NONE) {
            const cgi_time *t = &r->l->times[r->time_at[c]];
            if (t->from.year && t->precision == CGI_PRECISION_DAY)
                return t->from;
        }
    return (cgi_date){0, 0, 0};
}

/* "Too soon to know": an infinitive that nobody is the subject of. */
static bool is_nobodys(const cgi_reading *r, const cgi_word *w, uint32_t cue,
                       const cgi_parts *p)
{
    return p->claimant == CGI_NO_TOKEN && w->pos == CGI_POS_VERB &&
           cgi_token_at(r, cue)->xpos == CGI_XPOS_VB && !cgi_is_passive(r, cue);
}

/* Who speaks within a quotation says nothing outside of it. */
static cgi_stretch within_quote(const cgi_reading *r, uint32_t cue,
                                uint32_t claimant, cgi_stretch part)
{
    uint32_t q = r->quote_at[cue];
    if (q == CGI_NONE ||
        (claimant != CGI_NO_TOKEN && r->quote_at[claimant] != q))
        return part;
    const cgi_quote *quote = &r->quotes.at[q];
    if (part.first < quote->first)
        part.first = quote->first;
    if (part.end > quote->end)
        part.end = quote->end;
    return part;
}

/* What a claim says lies near its cue; sentences as long as a book do not. */
static cgi_stretch within_reach(uint32_t cue, cgi_stretch part)
{
    if (cue > CGI_CONTENT_REACH && part.first < cue - CGI_CONTENT_REACH)
        part.first = cue - CGI_CONTENT_REACH;
    if (part.end > cue + CGI_CONTENT_REACH)
        part.end = cue + CGI_CONTENT_REACH;
    return part;
}

static void add_claim(cgi_reading *r, const cgi_word *w, uint32_t cue,
                      const cgi_parts *p)
{
    const char *slash = strrchr(w->iri, '/');
    uint32_t speaker = cgi_author_of(r, p->claimant);
    cgi_claim c = {.cls = (cgi_claim_class)w->claim_class,
                   .claimant = claimant_thing(r, speaker),
                   .addressee = p->addressee == CGI_NO_TOKEN
                                    ? CGI_NONE
                                    : cgi_thing_of(r, p->addressee),
                   .accused = p->accused == CGI_NO_TOKEN
                                  ? CGI_NONE
                                  : cgi_thing_of(r, p->accused),
                   .source = cgi_source_span(r, cue, p->claimant),
                   .cue = cue_span(r, cue, w),
                   .certainty = (cgi_certainty)w->certainty,
                   .polarity = (cgi_polarity)w->polarity,
                   .via = CGI_NONE,
                   .date = claim_date(r, cue)};
    cgi_stance_find(&c, r, w, cue, p->claimant);
    for (size_t i = 0; i < p->others.n; i++) {
        uint32_t other = claimant_thing(r, p->others.at[i]);
        if (other != CGI_NONE && other != c.claimant &&
            cgi_can_claim(r, w, p->others.at[i]))
            CGI_PUSH(r->a, &c.others, other);
    }
    name_members(r, &c);
    if (cgi_is_negated(r, cue) || cgi_is_only_sought(r, cue))
        c.polarity = CGI_POLARITY_CONSIDERS;
    /* A capital that speaks is its country's government. */
    bool metonym = c.claimant != CGI_NONE && cgi_is_capital(r, c.claimant);
    if (metonym)
        c.claimant =
            cgi_thing_known(r, r->out->things.at[c.claimant].gaz->country);
    c.why = (cgi_reason){cgi_arena_printf(r->a, "cue/%s%s",
                                          slash ? slash + 1 : w->iri,
                                          metonym ? "/metonym" : ""),
                         metonym ? 70 : 80, c.cue};
    cgi_saying s = {.cue = cue,
                    .event = p->event,
                    .accused = p->accused,
                    .claimant = speaker,
                    .may_quote = takes(r, w, CGI_SLOT_QUOTE, cue) ||
                                 w->pos == CGI_POS_PREP,
                    .is_aside = p->is_aside,
                    .is_sequel = p->is_sequel,
                    .is_open = p->event == CGI_NO_TOKEN};
    for (size_t i = 0; i < p->content.n; i++) {
        cgi_stretch part = within_quote(r, cue, p->claimant,
                                        within_reach(cue, p->content.at[i]));
        if (part.first < part.end)
            CGI_PUSH(r->a, &s.content, part);
    }
    CGI_PUSH(r->a, &r->out->claims, c);
    CGI_PUSH(r->a, &r->sayings, s);
}

/* Words that are part of a name or only help another verb are no cues. */
static bool may_be_cue(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    return k->rel != CGI_REL_AUX && k->rel != CGI_REL_AUX_PASS &&
           k->rel != CGI_REL_COP && k->rel != CGI_REL_FIXED &&
           k->rel != CGI_REL_COMPOUND && r->name_at[t] == CGI_NONE;
}

void cgi_claims_find(cgi_reading *r)
{
    cgi_fillers fillers = {0};
    for (uint32_t t = 0; t < r->l->n_tokens; t++) {
        if (!may_be_cue(r, t))
            continue;
        for (const cgi_word *w = cgi_match(&fillers, r, t, true, NULL); w;
             w = cgi_match(&fillers, r, t, true, w)) {
            cgi_parts p = {.claimant = CGI_NO_TOKEN,
                           .addressee = CGI_NO_TOKEN,
                           .accused = CGI_NO_TOKEN,
                           .event = CGI_NO_TOKEN};
            if (!fillers.n)
                cgi_fillers_find(&fillers, r, t);
            if (!cgi_may_claim(r, w, t, &fillers) ||
                !read_parts(r, &p, w, t, &fillers) ||
                !cgi_can_claim(r, w, p.claimant) || is_nobodys(r, w, t, &p))
                continue;
            add_claim(r, w, t, &p);
            break;
        }
    }
}
