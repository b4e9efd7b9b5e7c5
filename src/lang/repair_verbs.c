/* SPDX-License-Identifier: Apache-2.0
 *
 * repair_verbs.c -- mends what hangs on a verb where that cannot be.
 *
 * The parser chooses each head and each relation by itself, so now and then a
 * verb has two subjects, or an oblique without a preposition. What is meant is
 * clear from the rest of the verb's dependents. Each verb is looked at once,
 * and so are its dependents.
 */
#include <stdio.h>
#include <string.h>

#include "lang/repair.h"

/* Phrases within phrases that are looked into. */
#define PHRASES_MAX 4

/* What hangs on a verb. CGI_NO_TOKEN for none. */
typedef struct {
    uint32_t subject, subject2; /* The first and the last. */
    uint32_t object, object2;   /* The same. */
    uint32_t clause;            /* The first ccomp; */
    uint32_t subject_clause;    /* a csubj:pass; */
    uint32_t infinitive;        /* the first advcl. */
    bool has_auxiliary;         /* Of the passive. */
} frame;

static void note(uint32_t *first, uint32_t *last, uint32_t t)
{
    if (*first == CGI_NO_TOKEN)
        *first = t;
    else
        *last = t;
}

static frame frame_of(const cgi_lang *l, uint32_t verb)
{
    uint32_t none = CGI_NO_TOKEN, unused = CGI_NO_TOKEN;
    frame f = {none, none, none, none, none, none, none, false};
    for (uint32_t t = l->tokens[verb].child; t != none;
         t = l->tokens[t].sibling) {
        if (l->tokens[t].head != verb)
            continue;
        switch (l->tokens[t].rel) {
        case CGI_REL_NSUBJ:
        case CGI_REL_NSUBJ_PASS: note(&f.subject, &f.subject2, t); break;
        case CGI_REL_OBJ: note(&f.object, &f.object2, t); break;
        case CGI_REL_CCOMP: note(&f.clause, &unused, t); break;
        case CGI_REL_CSUBJ_PASS: f.subject_clause = t; break;
        case CGI_REL_ADVCL: note(&f.infinitive, &unused, t); break;
        case CGI_REL_AUX_PASS: f.has_auxiliary = true; break;
        default: break;
        }
    }
    return f;
}

static bool has_subject(const cgi_lang *l, uint32_t verb)
{
    return cgi_repair_child(l, verb, CGI_REL_NSUBJ) != CGI_NO_TOKEN ||
           cgi_repair_child(l, verb, CGI_REL_NSUBJ_PASS) != CGI_NO_TOKEN;
}

/* "A bomb exploded, police said": of two subjects, the one that is farther
 * away is that of the clause. */
static void share_subjects(cgi_lang *l, const frame *f, uint32_t verb)
{
    if (f->subject2 == CGI_NO_TOKEN || f->subject2 > verb ||
        f->clause == CGI_NO_TOKEN || f->subject > f->clause ||
        has_subject(l, f->clause))
        return;
    bool is_passive =
        cgi_repair_child(l, f->clause, CGI_REL_AUX_PASS) != CGI_NO_TOKEN;
    l->tokens[f->subject].head = f->clause;
    l->tokens[f->subject].rel = is_passive ? CGI_REL_NSUBJ_PASS : CGI_REL_NSUBJ;
}

/* "up to" */
static bool is_phrase(const cgi_lang *l, const cg_world *world, uint32_t last)
{
    char words[48];
    int n = snprintf(words, sizeof words, "%s %s", l->tokens[last - 1].lower,
                     l->tokens[last].lower);
    return n > 0 && (size_t)n < sizeof words &&
           cgi_world_in_list(NULL, world, "number-preposition",
                             (cgi_slice){words, (size_t)n});
}

/* "between 20 and 30 people": the preposition belongs to the numbers. */
static bool is_of_numbers(cgi_lang *l, const cg_world *world, uint32_t marker,
                          uint32_t noun)
{
    uint32_t number = marker + 1;
    if (l->tokens[number].rel == CGI_REL_DET) /* "around a dozen people" */
        number++;
    if (number >= noun || l->tokens[number].rel != CGI_REL_NUMMOD ||
        l->tokens[number].head != noun)
        return false;
    bool two = marker > 0 && is_phrase(l, world, marker);
    if (!two &&
        !cgi_repair_listed(world, "number-preposition", &l->tokens[marker]))
        return false;
    l->tokens[marker].head = number;
    if (two) {
        l->tokens[marker - 1].head = number;
        l->tokens[marker - 1].rel = CGI_REL_ADVMOD;
    }
    return true;
}

/* "shot down the plan": right behind a particle, and no time. */
static bool is_behind_particle(const cgi_lang *l, const cg_world *world,
                               uint32_t t, uint32_t verb)
{
    uint32_t particle = cgi_repair_child(l, verb, CGI_REL_COMPOUND_PRT);
    uint32_t first = l->tokens[t].child < t ? l->tokens[t].child : t;
    return particle != CGI_NO_TOKEN && first == particle + 1 &&
           cgi_repair_child(l, t, CGI_REL_DET) != CGI_NO_TOKEN &&
           !cgi_repair_listed(world, "time-noun", &l->tokens[t]) &&
           !cgi_repair_listed(world, "weekday", &l->tokens[t]);
}

/* An oblique behind an active verb without object and preposition is its
 * object: "killed at least 14 people". */
static void find_object(cgi_lang *l, const cg_world *world, frame *f,
                        uint32_t verb)
{
    if (f->object != CGI_NO_TOKEN || f->has_auxiliary)
        return;
    for (uint32_t t = l->tokens[verb].child; t != CGI_NO_TOKEN;
         t = l->tokens[t].sibling) {
        cgi_token *k = &l->tokens[t];
        if (t < verb || k->head != verb || k->rel != CGI_REL_OBL ||
            (cgi_repair_child(l, t, CGI_REL_NUMMOD) == CGI_NO_TOKEN &&
             !is_behind_particle(l, world, t, verb)))
            continue;
        uint32_t marker = cgi_repair_child(l, t, CGI_REL_CASE);
        if (marker != CGI_NO_TOKEN && !is_of_numbers(l, world, marker, t))
            continue;
        k->rel = CGI_REL_OBJ;
        f->object = t;
        return;
    }
}

/* "called the attack a crime" without a comma: no apposition. */
static void free_apposition(cgi_lang *l, uint32_t object, uint32_t verb)
{
    uint32_t t = cgi_repair_child(l, object, CGI_REL_APPOS);
    if (t == CGI_NO_TOKEN || t < object ||
        l->tokens[object + 1].xpos == CGI_XPOS_COMMA)
        return;
    l->tokens[t].head = verb;
    l->tokens[t].rel = CGI_REL_XCOMP;
}

/* "fined Microsoft 500 million euros": trees take its name for a part of the
 * sum. */
static void part_payee(cgi_lang *l, const cg_world *world, uint32_t verb,
                       uint32_t sum)
{
    uint32_t name = l->tokens[sum].child;
    uint32_t number = cgi_repair_child(l, sum, CGI_REL_NUMMOD);
    uint32_t payee = cgi_repair_child(l, verb, CGI_REL_IOBJ);
    if (payee != CGI_NO_TOKEN &&
        cgi_repair_listed(world, "fining", &l->tokens[verb])) {
        l->tokens[payee].rel = CGI_REL_OBJ;
        l->tokens[sum].rel = CGI_REL_OBL_UNMARKED;
    }
    if (name != verb + 1 || number == CGI_NO_TOKEN || number < name ||
        l->tokens[name].head != sum || l->tokens[name].upos != CGI_UPOS_PROPN ||
        (l->tokens[name].rel != CGI_REL_COMPOUND &&
         l->tokens[name].rel != CGI_REL_NMOD_DESC))
        return;
    bool fined = cgi_repair_listed(world, "fining", &l->tokens[verb]);
    l->tokens[name].head = verb;
    l->tokens[name].rel = fined ? CGI_REL_OBJ : CGI_REL_IOBJ;
    if (fined)
        l->tokens[sum].rel = CGI_REL_OBL_UNMARKED;
}

/* "beat", "cut", "put": past with "he", since that is no form of the present.
 */
static void tell_past(cgi_lang *l, const cg_world *world, const frame *f,
                      uint32_t verb)
{
    cgi_token *k = &l->tokens[verb];
    if (k->xpos != CGI_XPOS_VBP || f->subject == CGI_NO_TOKEN ||
        f->subject > verb || !cgi_repair_listed(world, "same-past", k) ||
        strcmp(k->lower, k->lemma) != 0)
        return;
    const cgi_token *s = &l->tokens[f->subject];
    bool single = s->xpos == CGI_XPOS_NN || s->xpos == CGI_XPOS_NNP ||
                  cgi_repair_listed(world, "third-person", s);
    if (single && cgi_repair_child(l, f->subject, CGI_REL_CONJ) == CGI_NO_TOKEN)
        k->xpos = CGI_XPOS_VBD;
}

/* "Members voted by 345 to 231": by nobody, and nobody was voted. */
static void free_number(cgi_lang *l, const cg_world *world, const frame *f,
                        uint32_t verb)
{
    uint32_t t = cgi_repair_child(l, verb, CGI_REL_OBL_AGENT);
    if (t != CGI_NO_TOKEN && l->tokens[t].upos == CGI_UPOS_NUM)
        l->tokens[t].rel = CGI_REL_OBL;
    if (f->has_auxiliary || f->subject == CGI_NO_TOKEN ||
        l->tokens[f->subject].head != verb ||
        l->tokens[f->subject].rel != CGI_REL_NSUBJ_PASS)
        return;
    /* "Berg said by telephone": no past tense is a passive. */
    bool speaks = l->tokens[verb].xpos == CGI_XPOS_VBD &&
                  cgi_repair_listed(world, "aside-verb", &l->tokens[verb]);
    if (speaks && t != CGI_NO_TOKEN)
        l->tokens[t].rel = CGI_REL_OBL;
    if (speaks || cgi_repair_listed(world, "intransitive", &l->tokens[verb]))
        l->tokens[f->subject].rel = CGI_REL_NSUBJ;
}

/* "appointed Anna Berg finance minister": trees take her name for a part of the
 * office. */
static void part_name(cgi_lang *l, const cg_world *world, uint32_t verb,
                      uint32_t office)
{
    uint32_t name = l->tokens[office].child;
    const cgi_noun *noun =
        cgi_world_find_noun(world, cgi_slice_of(l->tokens[office].lemma));
    if (!noun || !noun->is_position || name != verb + 1 ||
        l->tokens[name].head != office ||
        l->tokens[name].upos != CGI_UPOS_PROPN ||
        (l->tokens[name].rel != CGI_REL_COMPOUND &&
         l->tokens[name].rel != CGI_REL_NMOD_DESC) ||
        l->tokens[name + 1].head != name ||
        l->tokens[name + 1].rel != CGI_REL_FLAT)
        return;
    l->tokens[name].head = verb;
    l->tokens[name].rel = CGI_REL_OBJ;
    l->tokens[office].rel = CGI_REL_XCOMP;
}

/* "called it a crime" against "gave him a book". */
static void tell_objects(cgi_lang *l, const cg_world *world, const frame *f,
                         uint32_t verb)
{
    bool is_naming = cgi_repair_listed(world, "naming-verb", &l->tokens[verb]);
    /* "named Anna Berg chief executive" */
    uint32_t office = cgi_repair_child(l, verb, CGI_REL_XCOMP);
    if (f->object == CGI_NO_TOKEN && is_naming && office != CGI_NO_TOKEN &&
        office > verb)
        part_name(l, world, verb, office);
    if (f->object == CGI_NO_TOKEN || f->object < verb)
        return;
    /* "was appointed ambassador", "was fined a million euros" */
    if (f->object2 == CGI_NO_TOKEN &&
        cgi_repair_child(l, verb, CGI_REL_NSUBJ_PASS) != CGI_NO_TOKEN) {
        if (is_naming)
            l->tokens[f->object].rel = CGI_REL_XCOMP;
        else if (cgi_repair_listed(world, "fining", &l->tokens[verb]))
            l->tokens[f->object].rel = CGI_REL_OBL_UNMARKED;
        return;
    }
    if (f->object2 == CGI_NO_TOKEN && is_naming) {
        free_apposition(l, f->object, verb);
        part_name(l, world, verb, f->object);
    } else if (f->object2 != CGI_NO_TOKEN && is_naming)
        l->tokens[f->object2].rel = CGI_REL_XCOMP;
    else if (f->object2 != CGI_NO_TOKEN)
        l->tokens[f->object].rel = CGI_REL_IOBJ;
    else
        part_payee(l, world, verb, f->object);
}

/* "He's said that ...": who has a clause is not said to do something, and a
 * name with "'s" has said nothing yet. */
static void tell_auxiliary(cgi_lang *l, const cg_world *world, const frame *f,
                           uint32_t verb)
{
    uint32_t t = cgi_repair_child(l, verb, CGI_REL_AUX_PASS);
    if (t == CGI_NO_TOKEN)
        t = cgi_repair_child(l, verb, CGI_REL_AUX);
    if (t == CGI_NO_TOKEN || f->clause == CGI_NO_TOKEN || f->clause < verb ||
        f->subject == CGI_NO_TOKEN ||
        !cgi_repair_listed(world, "short-auxiliary", &l->tokens[t]) ||
        !cgi_repair_listed(world, "aside-verb", &l->tokens[verb]))
        return;
    l->tokens[t].rel = CGI_REL_AUX;
    l->tokens[f->subject].rel = CGI_REL_NSUBJ;
    if (t != f->subject + 1 || t + 1 != verb ||
        l->tokens[f->subject].upos != CGI_UPOS_PROPN)
        return;
    l->tokens[t].head = f->subject; /* "Wendy's said": part of the name. */
    l->tokens[t].rel = CGI_REL_CASE;
    l->tokens[verb].xpos = CGI_XPOS_VBD;
}

/* "It added that ...": a pronoun that speaks is no dummy. */
static void take_pronoun(cgi_lang *l, const cg_world *world, const frame *f,
                         uint32_t verb)
{
    uint32_t t = cgi_repair_child(l, verb, CGI_REL_EXPL);
    if (t != CGI_NO_TOKEN && t < verb && f->clause != CGI_NO_TOKEN &&
        f->subject == CGI_NO_TOKEN && !f->has_auxiliary &&
        l->tokens[t].upos == CGI_UPOS_PRON &&
        cgi_repair_listed(world, "aside-verb", &l->tokens[verb]))
        l->tokens[t].rel = CGI_REL_NSUBJ;
}

/* A clause with a subject of its own that looks like a relative one: "said for
 * the first time that it was lost". */
static uint32_t false_relative(const cgi_lang *l, const cg_world *world,
                               uint32_t noun)
{
    uint32_t clause = cgi_repair_child(l, noun, CGI_REL_ACL_RELCL);
    if (clause == CGI_NO_TOKEN || !has_subject(l, clause))
        return CGI_NO_TOKEN;
    uint32_t first = clause;
    for (uint32_t t = l->tokens[clause].child; t != CGI_NO_TOKEN && t < first;
         t = l->tokens[t].sibling)
        first = t;
    const cgi_token *k = &l->tokens[first];
    bool subject = k->rel == CGI_REL_NSUBJ || k->rel == CGI_REL_NSUBJ_PASS;
    /* "said on their website they had killed ten": nothing is left to relate */
    bool full = k->rel == CGI_REL_NSUBJ && k->upos == CGI_UPOS_PRON &&
                k->xpos == CGI_XPOS_PRP &&
                cgi_repair_child(l, clause, CGI_REL_OBJ) != CGI_NO_TOKEN;
    return full || (!subject && cgi_repair_listed(world, "clause-opener", k))
               ? clause
               : CGI_NO_TOKEN;
}

/* "She said so; he left": what stands behind a semicolon. */
static bool is_next_sentence(const cgi_lang *l, uint32_t clause)
{
    uint32_t first = l->tokens[clause].child;
    return first < clause && l->tokens[first].upos == CGI_UPOS_PUNCT &&
           strcmp(l->tokens[first].form, ";") == 0;
}

/* "said in a statement that ...": the clause is what is said. */
static void take_clause(cgi_lang *l, const cg_world *world, const frame *f,
                        uint32_t verb)
{
    if (f->clause != CGI_NO_TOKEN && is_next_sentence(l, f->clause))
        l->tokens[f->clause].rel = CGI_REL_PARATAXIS;
    else if (f->clause != CGI_NO_TOKEN)
        return;
    if (f->object != CGI_NO_TOKEN ||
        !cgi_repair_listed(world, "aside-verb", &l->tokens[verb]))
        return;
    for (uint32_t t = l->tokens[verb].child; t != CGI_NO_TOKEN;
         t = l->tokens[t].sibling) {
        if (t < verb || l->tokens[t].head != verb ||
            l->tokens[t].rel != CGI_REL_OBL)
            continue;
        uint32_t clause = cgi_repair_child(l, t, CGI_REL_ACL);
        uint32_t mark = clause == CGI_NO_TOKEN
                            ? clause
                            : cgi_repair_child(l, clause, CGI_REL_MARK);
        if (mark == CGI_NO_TOKEN || l->tokens[mark].xpos != CGI_XPOS_IN)
            clause = false_relative(l, world, t);
        if (clause == CGI_NO_TOKEN)
            continue;
        l->tokens[clause].head = verb;
        l->tokens[clause].rel = CGI_REL_CCOMP;
        return;
    }
}

/* "ordered the army to leave". */
static void take_infinitive(cgi_lang *l, const cg_world *world, const frame *f,
                            uint32_t verb)
{
    bool has_object = f->object != CGI_NO_TOKEN ||
                      (f->has_auxiliary && f->subject != CGI_NO_TOKEN);
    if (!has_object || f->infinitive == CGI_NO_TOKEN || f->infinitive < verb ||
        l->tokens[f->infinitive].xpos != CGI_XPOS_VB ||
        !cgi_repair_listed(world, "control-verb", &l->tokens[verb]))
        return;
    uint32_t mark = cgi_repair_child(l, f->infinitive, CGI_REL_MARK);
    if (mark != CGI_NO_TOKEN && l->tokens[mark].xpos == CGI_XPOS_TO)
        l->tokens[f->infinitive].rel = CGI_REL_XCOMP;
}

/* "left seven people dead", "held him responsible": that is what they were
 * left, and what he was held. */
static void take_state(cgi_lang *l, const cg_world *world, const frame *f,
                       uint32_t verb)
{
    uint32_t state = f->object == CGI_NO_TOKEN ? f->object : f->object + 1;
    if (state >= l->n_tokens || f->object < verb ||
        l->tokens[state].head != f->object ||
        l->tokens[state].rel != CGI_REL_AMOD ||
        !(cgi_repair_listed(world, "leaving-verb", &l->tokens[verb]) ||
          (cgi_repair_listed(world, "holding-verb", &l->tokens[verb]) &&
           cgi_repair_listed(world, "ascription", &l->tokens[state]))))
        return;
    l->tokens[state].head = verb;
    l->tokens[state].rel = CGI_REL_XCOMP;
}

/* "fled fighting in the north": what was fled, and nothing that they did. */
static void take_gerund(cgi_lang *l, const cg_world *world, uint32_t verb)
{
    uint32_t t = verb + 1;
    if (t >= l->n_tokens || l->tokens[t].head != verb ||
        l->tokens[t].xpos != CGI_XPOS_VBG ||
        (l->tokens[t].rel != CGI_REL_XCOMP &&
         l->tokens[t].rel != CGI_REL_ADVCL) ||
        cgi_repair_child(l, t, CGI_REL_OBJ) != CGI_NO_TOKEN ||
        !cgi_repair_listed(world, "fleeing", &l->tokens[verb]))
        return;
    l->tokens[t].upos = CGI_UPOS_NOUN;
    l->tokens[t].xpos = CGI_XPOS_NN;
    l->tokens[t].lemma = l->tokens[t].lower;
    l->tokens[t].rel = CGI_REL_OBJ;
}

/* "wounded three people and damaged homes": two verbs, and not damaged homes
 * that were wounded. */
static void part_harms(cgi_lang *l, const cg_world *world, const frame *f,
                       uint32_t verb)
{
    if (f->object == CGI_NO_TOKEN || f->object < verb ||
        l->tokens[verb].xpos != CGI_XPOS_VBD ||
        !cgi_repair_listed(world, "harming-verb", &l->tokens[verb]))
        return;
    uint32_t other = cgi_repair_child(l, f->object, CGI_REL_CONJ);
    uint32_t harm = other == CGI_NO_TOKEN
                        ? other
                        : cgi_repair_child(l, other, CGI_REL_AMOD);
    if (harm == CGI_NO_TOKEN || harm == 0 || harm > other ||
        l->tokens[harm].upos != CGI_UPOS_VERB ||
        l->tokens[harm - 1].rel != CGI_REL_CC ||
        !cgi_repair_listed(world, "harming-verb", &l->tokens[harm]))
        return;
    l->tokens[harm].xpos = CGI_XPOS_VBD;
    l->tokens[harm].head = verb;
    l->tokens[harm].rel = CGI_REL_CONJ;
    l->tokens[harm - 1].head = harm;
    l->tokens[other].head = harm;
    l->tokens[other].rel = CGI_REL_OBJ;
}

/* "It was reported that ...". */
static void free_pronoun(cgi_lang *l, const frame *f)
{
    if (f->subject_clause == CGI_NO_TOKEN || f->subject == CGI_NO_TOKEN ||
        l->tokens[f->subject].upos != CGI_UPOS_PRON)
        return;
    l->tokens[f->subject].rel = CGI_REL_EXPL;
    l->tokens[f->subject_clause].rel = CGI_REL_CCOMP;
}

/* "Theresa May held talks": a name is no auxiliary, but more of the name. */
static void free_name(cgi_lang *l, uint32_t t)
{
    const cgi_token *before = t ? &l->tokens[t - 1] : NULL;
    if (l->tokens[t].rel != CGI_REL_AUX || !before ||
        before->upos != CGI_UPOS_PROPN ||
        before->sentence != l->tokens[t].sentence)
        return;
    l->tokens[t].head = before->rel == CGI_REL_FLAT ? before->head : t - 1;
    l->tokens[t].rel = CGI_REL_FLAT;
}

/* "Boeing left": what is written large and is the subject or object of a verb
 * is no auxiliary, however much it looks like "being". */
static void name_auxiliary(cgi_token *k)
{
    if (k->upos != CGI_UPOS_AUX || k->form[0] < 'A' || k->form[0] > 'Z' ||
        (k->rel != CGI_REL_NSUBJ && k->rel != CGI_REL_NSUBJ_PASS &&
         k->rel != CGI_REL_OBJ && k->rel != CGI_REL_OBL &&
         k->rel != CGI_REL_NMOD && k->rel != CGI_REL_NMOD_POSS))
        return;
    k->upos = CGI_UPOS_PROPN;
    k->xpos = CGI_XPOS_NNP;
    k->lemma = k->form;
}

void cgi_repair_verbs(cgi_lang *l, const cg_world *world)
{
    for (uint32_t t = 0; t < l->n_tokens; t++) {
        name_auxiliary(&l->tokens[t]);
        if (l->tokens[t].upos == CGI_UPOS_PROPN)
            free_name(l, t);
        if (l->tokens[t].upos != CGI_UPOS_VERB)
            continue;
        frame f = frame_of(l, t);
        share_subjects(l, &f, t);
        tell_past(l, world, &f, t);
        free_number(l, world, &f, t);
        find_object(l, world, &f, t);
        tell_objects(l, world, &f, t);
        tell_auxiliary(l, world, &f, t);
        take_pronoun(l, world, &f, t);
        take_clause(l, world, &f, t);
        take_infinitive(l, world, &f, t);
        part_harms(l, world, &f, t);
        take_gerund(l, world, t);
        take_state(l, world, &f, t);
        free_pronoun(l, &f);
    }
}
