/* SPDX-License-Identifier: Apache-2.0
 *
 * attach.c -- who says each statement, and who tells us of each claim.
 */
#include "extract/reading.h"

/* Words between an event and what somebody is accused of, at most. */
#define CLIMB_MAX 8

/* Words of what a claim denies without telling it again, at most. */
#define DENIED_MAX 4

/* ---- First person ---------------------------------------------------- */

static bool may_speak_for(const cgi_reading *r, uint32_t thing)
{
    cgi_kind kind = r->out->things.at[thing].kind;
    return cgi_kind_is_body(kind) || kind == CGI_KIND_COUNTRY ||
           kind == CGI_KIND_GROUP;
}

/* Whom "we" stands for in the mouth of `thing`: a body, or the body that a
 * person belongs to, as spokesmen do; CGI_NONE if nobody is known. */
static uint32_t all_of(const cgi_reading *r, uint32_t thing)
{
    const cgi_thing *t = &r->out->things.at[thing];
    if (may_speak_for(r, thing))
        return thing;
    return t->kind == CGI_KIND_PERSON || t->kind == CGI_KIND_UNNAMED
               ? t->member_of
               : CGI_NONE;
}

/* "I" is who is quoted. */
static void join_speaker(cgi_reading *r, uint32_t mention)
{
    const cgi_mention *m = &r->mentions.at[mention];
    uint32_t claim = r->claim_at[m->head];
    long person = cgi_token_value(r, m->head, "pronoun", 0);
    if (claim == CGI_NONE || r->quote_at[m->head] == CGI_NONE)
        return;
    /* "I think" within a quotation: who is quoted thinks so. */
    if (r->sayings.at[claim].claimant == m->head) {
        uint32_t outer = r->claim_at[r->sayings.at[claim].cue];
        if (outer == CGI_NONE || outer == claim)
            return;
        claim = outer;
    }
    uint32_t claimant = r->out->claims.at[claim].claimant;
    if (claimant != CGI_NONE && person == 6)
        claimant = all_of(r, claimant);
    if (claimant != CGI_NONE && (person == 5 || person == 6))
        cgi_thing_join(r, claimant, mention);
}

/* A claim of "I" or "we" is the claim of who is quoted; the outer claim may
 * come first or last, and is none of this kind. */
static void name_claimant(cgi_reading *r, uint32_t claim)
{
    cgi_claim *c = &r->out->claims.at[claim];
    uint32_t token = r->sayings.at[claim].claimant;
    if (c->claimant != CGI_NONE || token == CGI_NO_TOKEN)
        return;
    c->claimant = cgi_thing_of(r, token);
    uint32_t outer = r->claim_at[r->sayings.at[claim].cue];
    if (c->claimant == CGI_NONE && outer != CGI_NONE && outer != claim &&
        r->quote_at[token] != CGI_NONE &&
        cgi_token_value(r, token, "pronoun", 0) == 6)
        c->claimant = r->out->claims.at[outer].claimant;
}

void cgi_first_person(cgi_reading *r)
{
    for (uint32_t i = 0; i < r->mentions.n; i++) {
        const cgi_mention *m = &r->mentions.at[i];
        if (m->type == CGI_MENTION_PRONOUN && m->thing == CGI_NONE)
            join_speaker(r, i);
    }
    for (uint32_t i = 0; i < r->out->claims.n; i++)
        name_claimant(r, i);
}

/* ---- Claims within claims -------------------------------------------- */

/* True if following `via` from `claim` leads to `target`. */
static bool leads_to(const cgi_reading *r, uint32_t claim, uint32_t target)
{
    while (claim != CGI_NONE && claim != target)
        claim = r->out->claims.at[claim].via;
    return claim == target;
}

static void link_claims(cgi_reading *r)
{
    for (uint32_t i = 0; i < r->out->claims.n; i++) {
        uint32_t outer = r->claim_at[r->sayings.at[i].cue];
        /* A claimant who repeats herself is one voice. */
        if (outer != CGI_NONE && !leads_to(r, outer, i))
            r->out->claims.at[i].via = outer;
    }
}

/* ---- Statements ------------------------------------------------------ */

static cgi_polarity negate(cgi_polarity p)
{
    switch (p) {
    case CGI_POLARITY_ASSERTS: return CGI_POLARITY_DENIES;
    case CGI_POLARITY_DENIES: return CGI_POLARITY_ASSERTS;
    default: return p;
    }
}

/* Is the event what somebody is accused of, and not only told of beside that?
 * "of the attack", "of involvement in the attack", "of planning an attack", but
 * not "of ignoring the attack". */
static bool is_accused_of(const cgi_reading *r, uint32_t t, uint32_t claim)
{
    for (int i = 0; i < CLIMB_MAX; i++) {
        const cgi_token *k = cgi_token_at(r, t);
        uint32_t h = k->head;
        if (h == CGI_NO_TOKEN || r->claim_at[h] != claim ||
            h == r->sayings.at[claim].cue)
            return true;
        if (k->rel != CGI_REL_CONJ && !r->is_light[h] &&
            !cgi_token_in(r, h, "taking-part") && cgi_counted(r, h) != t &&
            !cgi_has_case(r, t, "link-including"))
            return false;
        t = h;
    }
    return false;
}

/* Who is accused, and those who are with them: "blamed the army and the
 * police". */
static void add_accused(cgi_reading *r, uint32_t statement, uint32_t accused,
                        const char *rule, int confidence)
{
    cgi_statement_add(r, statement, CGI_ROLE_AGENT, accused, rule, confidence);
    for (uint32_t c = cgi_token_at(r, accused)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        if (c > accused && cgi_token_at(r, c)->rel == CGI_REL_CONJ &&
            cgi_kind_can_act(cgi_kind_of(r, c)))
            cgi_statement_add(r, statement, CGI_ROLE_AGENT, c, rule,
                              confidence);
}

/* "do not believe that he left", "do not plan to leave": who does not think so
 * thinks that it is not so. What is told is negated by that already. */
static bool is_disbelieved(const cgi_reading *r, const cgi_statement *s,
                           uint32_t trigger)
{
    uint32_t cue = r->sayings.at[s->claim].cue;
    const cgi_token *k = cgi_token_at(r, cgi_carrier(r, trigger));
    return s->negated && k->head == cue &&
           (k->rel == CGI_REL_CCOMP || k->rel == CGI_REL_XCOMP) &&
           cgi_is_negated(r, cue) && cgi_token_value(r, cue, "belief", 0) == 1;
}

static void give_claim(cgi_reading *r, uint32_t statement)
{
    cgi_statement *s = &r->out->statements.at[statement];
    s->claim = r->claim_at[r->triggers.at[statement]];
    /* "an allegation they deny" is not denied to have been made. */
    if (s->claim != CGI_NONE && r->sayings.at[s->claim].content.n == 1 &&
        r->sayings.at[s->claim].content.at[0].first ==
            r->triggers.at[statement] &&
        r->sayings.at[s->claim].content.at[0].end ==
            r->triggers.at[statement] + 1 &&
        cgi_token_in(r, r->triggers.at[statement], "accusation"))
        s->claim = CGI_NONE;
    s->polarity = CGI_POLARITY_ASSERTS;
    if (s->claim != CGI_NONE)
        s->polarity = r->out->claims.at[s->claim].polarity;
    if ((s->claim != CGI_NONE &&
         is_disbelieved(r, s, r->triggers.at[statement])) ||
        (s->negated && s->status == CGI_STATUS_DEMANDED)) /* "not to" */
        s->polarity = CGI_POLARITY_DENIES;
    else if (s->negated)
        s->polarity = negate(s->polarity);
    /* What may be is not asserted, whoever says so. */
    if (s->polarity == CGI_POLARITY_ASSERTS &&
        (s->status == CGI_STATUS_HYPOTHETICAL || s->is_aim ||
         s->certainty < CGI_CERTAINTY_PROBABLE))
        s->polarity = CGI_POLARITY_CONSIDERS;
    if (s->claim == CGI_NONE)
        return;
    const cgi_claim *c = &r->out->claims.at[s->claim];
    if (c->certainty < s->certainty)
        s->certainty = c->certainty;
    const cgi_saying *say = &r->sayings.at[s->claim];
    if (c->accused != CGI_NONE && !cgi_statement_role(s, CGI_ROLE_AGENT) &&
        is_accused_of(r, r->triggers.at[statement], s->claim))
        add_accused(r, statement, say->accused, "claim/accused", 75);
}

/* The claim that the word is the cue of; else the one given. */
static uint32_t claim_of_cue(const cgi_reading *r, uint32_t cue, uint32_t claim)
{
    for (uint32_t i = 0; i < r->sayings.n; i++)
        if (r->sayings.at[i].cue == cue)
            return i;
    return claim;
}

/* "murdered, allegedly by soldiers": the murder is told as a fact, and who did
 * it as a guess. */
static void part_guesses(cgi_reading *r, uint32_t statement)
{
    cgi_statement *s = &r->out->statements.at[statement];
    size_t kept = 0, n = s->arguments.n;
    for (size_t k = 0; k < n; k++) {
        s = &r->out->statements.at[statement];
        cgi_argument a = s->arguments.at[k];
        if (!a.guess || s->polarity != CGI_POLARITY_ASSERTS) {
            s->arguments.at[kept++] = a;
            continue;
        }
        uint32_t i = cgi_statement_new(r, r->triggers.at[statement], s->type,
                                       "guess/agent");
        cgi_statement *guess = &r->out->statements.at[i];
        s = &r->out->statements.at[statement];
        guess->claim = claim_of_cue(r, a.guess - 1, s->claim);
        guess->polarity = CGI_POLARITY_CONSIDERS;
        guess->certainty = CGI_CERTAINTY_PROBABLE;
        guess->status = s->status;
        r->same_as.at[i] = statement;
        CGI_PUSH(r->a, &guess->arguments, a);
    }
    r->out->statements.at[statement].arguments.n = kept;
}

/* "A spokesman for the Taliban claimed the attack": not as his own deed. The
 * words for the body that he speaks for, or else himself. */
static uint32_t spoken_for(cgi_reading *r, uint32_t speaker)
{
    uint32_t thing = cgi_thing_of(r, speaker);
    if (thing == CGI_NONE || !cgi_token_in(r, speaker, "spokesman"))
        return speaker;
    uint32_t body = r->out->things.at[thing].member_of;
    for (uint32_t t = r->left[speaker]; t <= r->right[speaker]; t++)
        if (body != CGI_NONE && cgi_thing_at(r, t) == body)
            return t;
    return speaker;
}

/* "claimed responsibility for the attack", "blamed X for the attack": the
 * event is told by the article; the claim adds who did it. */
static void claim_event(cgi_reading *r, uint32_t claim)
{
    const cgi_saying *say = &r->sayings.at[claim];
    const cgi_claim *c = &r->out->claims.at[claim];
    uint32_t agent = say->accused;
    if (agent == CGI_NO_TOKEN && say->claimant != CGI_NO_TOKEN)
        agent = spoken_for(r, say->claimant);
    uint32_t event =
        say->event == CGI_NO_TOKEN ? CGI_NONE : r->statement_at[say->event];
    if (event == CGI_NONE || agent == CGI_NO_TOKEN)
        return;
    const cgi_type *type = r->out->statements.at[event].type;
    uint32_t i = cgi_statement_new(r, say->event, type, c->why.rule);
    cgi_statement *s = &r->out->statements.at[i];
    s->claim = claim;
    s->polarity = c->polarity;
    s->certainty = c->certainty;
    s->status = CGI_STATUS_PAST;
    r->same_as.at[i] = event;
    if (agent == say->accused)
        add_accused(r, i, agent, c->why.rule, 85);
    else
        cgi_statement_add(r, i, CGI_ROLE_AGENT, agent, c->why.rule, 85);
}

/* ---- Denials of what was said before ---------------------------------- */

/* Does the claim deny "this" or "the charge", and no more? */
static bool denies_it(const cgi_reading *r, uint32_t claim)
{
    const cgi_saying *say = &r->sayings.at[claim];
    if (r->out->claims.at[claim].polarity != CGI_POLARITY_DENIES ||
        say->event != CGI_NO_TOKEN || say->content.n != 1)
        return false;
    uint32_t first = say->content.at[0].first, end = say->content.at[0].end;
    /* Before the verb stands only "a claim" that it relates to. */
    if (first < say->cue && end != first + 1)
        return false;
    while (end > first && cgi_token_at(r, end - 1)->upos == CGI_UPOS_PUNCT)
        end--;
    return end > first && end - first <= DENIED_MAX &&
           (cgi_token_in(r, end - 1, "accusation") ||
            (end - first == 1 && cgi_token_in(r, first, "what-was-said")));
}

/* The claim before, by somebody else, that some statement belongs to; CGI_NONE
 * if it is farther away than a sentence. */
static uint32_t claim_denied(const cgi_reading *r, uint32_t claim,
                             const bool *tells)
{
    uint32_t sentence = cgi_token_at(r, r->sayings.at[claim].cue)->sentence;
    for (uint32_t i = claim; i-- > 0;) {
        const cgi_claim *c = &r->out->claims.at[i];
        if (cgi_token_at(r, r->sayings.at[i].cue)->sentence + 1u < sentence)
            break;
        if (tells[i] && c->polarity != CGI_POLARITY_DENIES &&
            (c->claimant == CGI_NONE ||
             c->claimant != r->out->claims.at[claim].claimant))
            return i;
    }
    return CGI_NONE;
}

/* What a claim tells, and not only names: "the attack" is no matter of denial
 * but for those who are accused of it. */
static bool is_told(const cgi_reading *r, uint32_t statement)
{
    const cgi_statement *s = &r->out->statements.at[statement];
    uint32_t t = r->triggers.at[statement];
    return cgi_is_verb(r, t) ||
           ((r->out->claims.at[s->claim].accused != CGI_NONE ||
             cgi_is_ascribed(r, t)) &&
            cgi_statement_role(s, CGI_ROLE_AGENT));
}

/* "The army said rebels had done it. The rebels denied this." */
static void deny_statements(cgi_reading *r, uint32_t claim, uint32_t denied,
                            size_t n)
{
    for (uint32_t k = 0; k < n; k++) {
        if (r->out->statements.at[k].claim != denied || !is_told(r, k))
            continue;
        uint32_t i = cgi_statement_new(
            r, r->triggers.at[k], r->out->statements.at[k].type, "denial/it");
        const cgi_statement *old = &r->out->statements.at[k];
        cgi_statement *s = &r->out->statements.at[i];
        s->claim = claim;
        s->polarity = negate(old->polarity);
        if (s->polarity == CGI_POLARITY_CONSIDERS)
            s->polarity = CGI_POLARITY_DENIES;
        s->certainty = r->out->claims.at[claim].certainty;
        s->status = old->status;
        r->same_as.at[i] = r->same_as.at[k] == CGI_NONE ? k : r->same_as.at[k];
        for (size_t j = 0; j < old->arguments.n; j++)
            CGI_PUSH(r->a, &s->arguments, old->arguments.at[j]);
    }
}

static void attach_denials(cgi_reading *r)
{
    size_t n = r->out->statements.n;
    bool *tells = cgi_arena_array(r->a, r->out->claims.n + 1, sizeof *tells);
    for (size_t i = 0; i < n; i++)
        if (r->out->statements.at[i].claim != CGI_NONE &&
            !cgi_token_in(r, r->triggers.at[i], "accusation"))
            tells[r->out->statements.at[i].claim] = true;
    for (uint32_t i = 0; i < r->out->claims.n; i++) {
        if (tells[i] || !denies_it(r, i))
            continue;
        uint32_t denied = claim_denied(r, i, tells);
        if (denied != CGI_NONE)
            deny_statements(r, i, denied, n);
    }
}

void cgi_claims_attach(cgi_reading *r)
{
    link_claims(r);
    size_t n = r->out->statements.n;
    for (uint32_t i = 0; i < n; i++)
        give_claim(r, i);
    for (uint32_t i = 0; i < n; i++)
        part_guesses(r, i);
    for (uint32_t i = 0; i < r->out->claims.n; i++)
        claim_event(r, i);
    attach_denials(r);
    cgi_stances_settle(r);
}
