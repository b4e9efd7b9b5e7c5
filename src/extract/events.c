/* SPDX-License-Identifier: Apache-2.0
 *
 * events.c -- words that tell events, and who plays which part in them.
 *
 * Verbs come first: "sign an agreement" is one event, so the noun that an
 * entry names is taken. Then event nouns, then light verbs, which lend their
 * arguments to the noun that they carry.
 */
#include <stdio.h>
#include <stdlib.h>

#include "extract/reading.h"

/* Nouns above a relative clause that may be what it speaks of. */
#define CLIMB_MAX 5

static const char *rule_name(const cgi_reading *r, const char *iri,
                             const char *part)
{
    const char *slash = strrchr(iri, '/');
    return cgi_arena_printf(r->a, "%s/%s", slash ? slash + 1 : iri, part);
}

uint32_t cgi_statement_new(cgi_reading *r, uint32_t trigger,
                           const cgi_type *type, const char *rule)
{
    cgi_statement s = {.event = CGI_NONE,
                       .type = type,
                       .predicate = cgi_token_at(r, trigger)->lemma,
                       .trigger = cgi_tokens_span(r, trigger, trigger + 1),
                       .certainty = CGI_CERTAINTY_CERTAIN,
                       .claim = CGI_NONE};
    s.why = (cgi_reason){rule, 80, s.trigger};
    CGI_PUSH(r->a, &r->out->statements, s);
    CGI_PUSH(r->a, &r->triggers, trigger);
    CGI_PUSH(r->a, &r->same_as, CGI_NONE);
    return (uint32_t)r->out->statements.n - 1;
}

bool cgi_is_untyped(const cgi_reading *r, const cgi_type *type)
{
    return r->any_act && r->any_act->type == type;
}

/* Who acts, or deals with others, must be able to: a person, a body, a
 * country, or a name. "In connection with" is nowhere. */
static bool may_fill(const cgi_thing *t, cgi_role role, const cgi_type *type)
{
    if (role == CGI_ROLE_PLACE)
        return t->is_named || t->kind != CGI_KIND_NONE;
    if (role != CGI_ROLE_AGENT &&
        (role != CGI_ROLE_PARTICIPANT || !type->reciprocal))
        return true;
    return t->is_named || cgi_kind_can_act(t->kind);
}

/* "on the morning of September 5" */
static bool is_time(const cgi_reading *r, uint32_t token)
{
    if (cgi_token_in(r, token, "hour-noun")) /* "at dawn" */
        return true;
    if (!cgi_token_in(r, token, "time-noun"))
        return false;
    for (uint32_t c = cgi_token_at(r, token)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        if (r->time_at[c] != CGI_NONE)
            return true;
    return false;
}

/* Is the type, or a broader one, in the list? */
static bool is_of(const cgi_reading *r, const cgi_type *type, const char *list)
{
    for (; type; type = type->broader)
        if (cgi_world_in_list(NULL, r->world, list, cgi_slice_of(type->name)))
            return true;
    return false;
}

/* "allegedly by soldiers", "suspected rebels": one more than the word that says
 * that it is not sure who did it; 0 if it is. "The suspected killer fled": he
 * did, whatever he did before. */
static uint32_t find_guess(const cgi_reading *r, const cgi_type *type,
                           cgi_role role, uint32_t token)
{
    if (role != CGI_ROLE_AGENT || !cgi_is_nominal(r, token))
        return 0;
    for (uint32_t c = cgi_token_at(r, token)->child; c < token;
         c = cgi_token_at(r, c)->sibling)
        if (cgi_token_in(r, c, "guess") &&
            (cgi_token_at(r, c)->rel != CGI_REL_AMOD ||
             is_of(r, type, "guilt-type")))
            return c + 1;
    return 0;
}

/* "ten years in prison", "met in court": what somebody is in, and no building
 * that one could find. */
static bool is_state(const cgi_reading *r, uint32_t token)
{
    uint32_t first = token;
    while (first > 0 && cgi_token_at(r, first - 1)->head == token &&
           cgi_token_at(r, first - 1)->rel != CGI_REL_CASE)
        first--;
    return first == token && cgi_token_in(r, token, "bare-place") &&
           cgi_token_at(r, token)->xpos == CGI_XPOS_NN;
}

static void add_thing(cgi_reading *r, uint32_t statement, cgi_role role,
                      uint32_t thing, uint32_t token, cgi_reason why)
{
    if (role == CGI_ROLE_NONE || thing == CGI_NONE || is_time(r, token) ||
        (role == CGI_ROLE_PLACE && is_state(r, token)) ||
        !may_fill(&r->out->things.at[thing], role,
                  r->out->statements.at[statement].type))
        return;
    cgi_statement *s = &r->out->statements.at[statement];
    for (size_t i = 0; i < s->arguments.n; i++) {
        const cgi_argument *a = &s->arguments.at[i];
        /* One thing plays one part, but for the place it is in. */
        if (a->thing == thing && a->role != CGI_ROLE_PART_OF &&
            (a->role == role ||
             (role < CGI_ROLE_PLACE && a->role < CGI_ROLE_PLACE)))
            return;
    }
    uint32_t first = token, end = token + 1;
    uint32_t mention = r->mention_at[cgi_antecedent(r, token)];
    if (mention != CGI_NONE) {
        first = r->mentions.at[mention].first;
        end = r->mentions.at[mention].end;
    }
    why.words = cgi_tokens_span(r, first, end);
    uint32_t guess = find_guess(r, s->type, role, token);
    CGI_PUSH(r->a, &s->arguments, ((cgi_argument){role, thing, why, guess}));
}

/* "Washington imposed sanctions on Tehran": between states, a capital is its
 * country's government. */
static void add_actor(cgi_reading *r, uint32_t statement, cgi_role role,
                      uint32_t thing, uint32_t token, cgi_reason why)
{
    const cgi_type *type = r->out->statements.at[statement].type;
    if (thing != CGI_NONE && cgi_is_capital(r, thing) &&
        (((role == CGI_ROLE_PATIENT || role == CGI_ROLE_BENEFICIARY) &&
          is_of(r, type, "state-affair")) ||
         ((role == CGI_ROLE_AGENT || role == CGI_ROLE_PARTICIPANT) &&
          (is_of(r, type, "state-affair") || is_of(r, type, "state-force"))))) {
        thing = cgi_thing_known(r, r->out->things.at[thing].gaz->country);
        why.rule = cgi_arena_printf(r->a, "%s/metonym", why.rule);
        why.confidence = 70;
    }
    add_thing(r, statement, role, thing, token, why);
}

const cgi_argument *cgi_statement_role(const cgi_statement *s, cgi_role role)
{
    for (size_t i = 0; i < s->arguments.n; i++)
        if (s->arguments.at[i].role == role)
            return &s->arguments.at[i];
    return NULL;
}

/* What several did who were named one by one, each of them did. */
void cgi_statement_add(cgi_reading *r, uint32_t statement, cgi_role role,
                       uint32_t token, const char *rule, int confidence)
{
    uint32_t thing = cgi_thing_of(r, token);
    cgi_reason why = {.rule = rule, .confidence = confidence};
    size_t n = thing == CGI_NONE ? 0 : r->profiles.at[thing].members.n;
    for (size_t i = 0; i < n; i++)
        add_actor(r, statement, role, r->profiles.at[thing].members.at[i],
                  token, why);
    if (!n)
        add_actor(r, statement, role, thing, token, why);
}

/* "The blast hit the embassy": what the verb tells, its subject did. Nor does
 * "in connection with the attack at the embassy" hide the attack. */
static uint32_t does_event(const cgi_reading *r, uint32_t token)
{
    if (r->statement_at[token] != CGI_NONE)
        return token;
    uint32_t found = CGI_NO_TOKEN;
    if (cgi_is_verb(r, token))
        found = cgi_deep_subject(r, token);
    else
        found = cgi_child(r, token, CGI_REL_NMOD);
    return found != CGI_NO_TOKEN && r->statement_at[found] != CGI_NONE ? found
                                                                       : token;
}

/* "the embassy in Kabul, which killed two": trees hang such a clause on the
 * nearest noun, but a place or a day does nothing. The event above it may. */
static uint32_t above_place(const cgi_reading *r, uint32_t trigger,
                            uint32_t token)
{
    const cgi_token *k = cgi_token_at(r, trigger);
    if (k->rel != CGI_REL_ACL_RELCL || k->head != token)
        return token;
    for (int i = 0; i < CLIMB_MAX && token != CGI_NO_TOKEN; i++) {
        cgi_kind kind = cgi_kind_of(r, token);
        if (r->statement_at[token] != CGI_NONE ||
            (!cgi_kind_is_place(kind) && r->time_at[token] == CGI_NONE))
            return does_event(r, token);
        uint32_t up = cgi_token_at(r, token)->head;
        /* From the object of "hit" to what did it. */
        if (up != CGI_NO_TOKEN && cgi_is_verb(r, up) &&
            cgi_token_at(r, up)->rel == CGI_REL_ACL_RELCL)
            up = cgi_token_at(r, up)->head;
        token = up;
    }
    return CGI_NO_TOKEN;
}

/* Whom a demand is made of: "demanded that the mayor resign", but not "that
 * the mayor be sacked". */
static uint32_t asked(const cgi_reading *r, uint32_t clause)
{
    uint32_t t = cgi_child(r, clause, CGI_REL_NSUBJ);
    return t != CGI_NO_TOKEN && cgi_kind_can_act(cgi_kind_of(r, t))
               ? t
               : CGI_NO_TOKEN;
}

static bool is_core(uint16_t slot)
{
    return slot == CGI_SLOT_SUBJECT || slot == CGI_SLOT_OBJECT ||
           slot == CGI_SLOT_IOBJECT;
}

/* "Turkish visit": by Turks, not to them. */
static bool may_be_nation(uint8_t role)
{
    return role == CGI_ROLE_AGENT || role == CGI_ROLE_PARTICIPANT ||
           role == CGI_ROLE_PLACE;
}

/* "ordered the bank on that occasion": who is told by subject or object is not
 * told again behind a preposition. */
static bool is_taken(const cgi_reading *r, const cgi_word *w,
                     const cgi_fillers *fillers, cgi_filler f, uint8_t role)
{
    if ((f.slot != CGI_SLOT_TO && f.slot < CGI_SLOT_PREPOSITION) ||
        (role != CGI_ROLE_PATIENT && role != CGI_ROLE_AGENT))
        return false;
    for (size_t i = 0; i < fillers->n; i++)
        if (is_core(fillers->at[i].slot) &&
            cgi_frame_role(r, w->frame, fillers->at[i]) == role)
            return true;
    return false;
}

/* The "house" of "house arrest" is a part of the word, though a "bomb attack"
 * is one with a bomb. */
static bool is_own_word(const cgi_reading *r, const cgi_word *w,
                        uint32_t trigger, cgi_filler f)
{
    if (!w->before || f.slot != CGI_SLOT_COMPOUND || f.token >= trigger)
        return false;
    uint32_t n = 1;
    for (const char *p = w->before; *p; p++)
        n += *p == ' ';
    for (uint32_t t = f.token; t < trigger; t++)
        n += cgi_token_at(r, t)->xpos == CGI_XPOS_HYPH;
    return trigger - f.token <= n;
}

/* Whose machine of war it is: "Israeli warplanes", "army helicopters", "its
 * tanks"; CGI_NO_TOKEN. */
static uint32_t wielder(const cgi_reading *r, uint32_t t)
{
    if (!cgi_token_in(r, t, "war-machine"))
        return CGI_NO_TOKEN;
    for (uint32_t c = cgi_token_at(r, t)->child; c < t;
         c = cgi_token_at(r, c)->sibling) {
        uint8_t rel = cgi_token_at(r, c)->rel;
        cgi_kind kind = cgi_kind_of(r, c);
        if ((rel == CGI_REL_NMOD_POSS || rel == CGI_REL_COMPOUND ||
             rel == CGI_REL_AMOD) &&
            (cgi_kind_is_body(kind) || kind == CGI_KIND_COUNTRY))
            return c;
    }
    return CGI_NO_TOKEN;
}

/* "Israeli warplanes bombed a camp": Israel did it. */
static void add_wielder(cgi_reading *r, uint32_t statement, const cgi_word *w,
                        uint32_t instrument)
{
    const cgi_statement *s = &r->out->statements.at[statement];
    uint32_t t =
        instrument == CGI_NO_TOKEN ? CGI_NO_TOKEN : wielder(r, instrument);
    if (t == CGI_NO_TOKEN || !is_of(r, s->type, "guilt-type") ||
        cgi_statement_role(s, CGI_ROLE_AGENT))
        return;
    cgi_statement_add(r, statement, CGI_ROLE_AGENT, t,
                      rule_name(r, w->iri, "wielder"), 70);
}

/* Fills the roles of a frame. */
void cgi_event_fill(cgi_reading *r, uint32_t statement, const cgi_word *w,
                    const cgi_fillers *fillers)
{
    uint32_t instrument = CGI_NO_TOKEN;
    for (size_t i = 0; i < fillers->n; i++) {
        cgi_filler f = fillers->at[i];
        uint8_t role = cgi_frame_role(r, w->frame, f);
        if (role == CGI_ROLE_NONE || role >= CGI_CUE_BASE ||
            is_taken(r, w, fillers, f, role) ||
            (role != CGI_ROLE_INSTRUMENT &&
             is_own_word(r, w, r->triggers.at[statement], f)) ||
            (cgi_nation_of(r, f.token) && !may_be_nation(role)))
            continue;
        /* "signed a pact": both who sign are parties to it. */
        const cgi_type *type = r->out->statements.at[statement].type;
        if (w->pos == CGI_POS_LIGHT && type->reciprocal &&
            (role == CGI_ROLE_AGENT || role == CGI_ROLE_PATIENT))
            role = CGI_ROLE_PARTICIPANT;
        /* "arrived with a card": things take part in nothing. */
        if (role == CGI_ROLE_PARTICIPANT && f.slot != CGI_SLOT_SUBJECT &&
            cgi_kind_of(r, cgi_counted(r, f.token)) == CGI_KIND_NONE &&
            !cgi_is_of_name(r, f.token))
            role = CGI_ROLE_TOPIC;
        char part[24];
        snprintf(part, sizeof part, "%s", cgi_role_names[role]);
        const char *rule = rule_name(r, w->iri, part);
        if (f.slot == CGI_SLOT_THAT && role == CGI_ROLE_PATIENT)
            f.token = asked(r, f.token);
        else if (role == CGI_ROLE_AGENT || role == CGI_ROLE_INSTRUMENT)
            f.token = above_place(r, r->triggers.at[statement], f.token);
        /* "the BBC interview", but not "the customer survey" */
        if (f.token == CGI_NO_TOKEN ||
            (f.slot == CGI_SLOT_COMPOUND && cgi_is_untyped(r, type) &&
             !cgi_is_of_name(r, f.token)))
            continue;
        uint32_t t = cgi_counted(r, f.token);
        if (t == r->triggers.at[statement] && f.slot != CGI_SLOT_HEAD)
            continue; /* "was hit by an attack" */
        if (role == CGI_ROLE_PART_OF) {
            if (cgi_occasion(r, t) != CGI_NO_TOKEN)
                cgi_part_of_add(r, statement, cgi_occasion(r, t), rule);
            continue;
        }
        if (r->statement_at[t] != CGI_NONE && role != CGI_ROLE_TOPIC) {
            /* "killed by a bomb": that is a thing too. */
            if ((role == CGI_ROLE_AGENT || role == CGI_ROLE_INSTRUMENT) &&
                cgi_part_of_add(r, statement, t, rule) &&
                !cgi_token_in(r, t, "weapon"))
                continue;
            /* "condemned the attack": nobody was hurt by the condemning. */
            if (cgi_kind_of(r, f.token) == CGI_KIND_NONE)
                role = CGI_ROLE_TOPIC;
        }
        cgi_statement_add(r, statement, (cgi_role)role, f.token, rule,
                          f.slot == CGI_SLOT_COMPOUND ? 65 : 80);
        if (role == CGI_ROLE_INSTRUMENT && instrument == CGI_NO_TOKEN)
            instrument = f.token;
    }
    add_wielder(r, statement, w, instrument);
}

/* ---- Triggers -------------------------------------------------------- */

bool cgi_may_trigger(const cgi_reading *r, uint32_t t)
{
    const cgi_token *k = cgi_token_at(r, t);
    switch (k->rel) {
    case CGI_REL_AUX:
    case CGI_REL_AUX_PASS:
    case CGI_REL_COP:
    case CGI_REL_CASE:
    case CGI_REL_MARK:
    case CGI_REL_FIXED:
    case CGI_REL_FLAT: return false;
    case CGI_REL_AMOD: /* "wounded soldiers", but "the murdered priest" */
        return k->xpos == CGI_XPOS_VBN && k->upos == CGI_UPOS_VERB &&
               cgi_token_in(r, t, "fatal-verb");
    default: return r->name_at[t] == CGI_NONE && r->time_at[t] == CGI_NONE;
    }
}

/* A noun before a noun tells no event of its own: "attack helicopter". */
static bool is_head_noun(const cgi_reading *r, uint32_t t)
{
    cgi_rel rel = (cgi_rel)cgi_token_at(r, t)->rel;
    if (cgi_carrier(r, t) != t)
        return true;
    return rel != CGI_REL_COMPOUND && rel != CGI_REL_NMOD_DESC;
}

void cgi_event_start(cgi_reading *r, uint32_t t, const cgi_word *w)
{
    uint32_t s =
        cgi_statement_new(r, t, w->type, rule_name(r, w->iri, "event"));
    r->statement_at[t] = s;
    uint32_t carrier = cgi_carrier(r, t);
    if (carrier != t && r->statement_at[carrier] == CGI_NONE)
        r->statement_at[carrier] = s;
    r->out->statements.at[s].status = (cgi_status)w->status;
}

/* The words that an entry names are part of its event. */
static void take_needed(bool *taken, const cgi_fillers *fillers)
{
    for (size_t i = 0; i < fillers->n; i++)
        if (fillers->at[i].slot == CGI_SLOT_NONE)
            taken[fillers->at[i].token] = true;
}

static const cgi_word *first_event(cgi_fillers *fillers, const cgi_reading *r,
                                   uint32_t t)
{
    const cgi_word *w = cgi_match(fillers, r, t, false, NULL);
    /* A light verb that names its noun is one for sure: "offer condolences". */
    while (w && w->pos == CGI_POS_LIGHT && !w->n_needs)
        w = cgi_match(fillers, r, t, false, w);
    return w && w->pos != CGI_POS_LIGHT ? w : NULL;
}

/* Words first, since a role can be filled by an event that comes later. */
void cgi_triggers_find(cgi_reading *r)
{
    bool *taken = cgi_arena_array(r->a, r->l->n_tokens, sizeof *taken);
    cgi_evoker *found = r->evokers;
    for (int nouns = 0; nouns < 2; nouns++)
        for (uint32_t t = 0; t < r->l->n_tokens; t++) {
            if (cgi_is_verb(r, t) == (nouns == 1) || !cgi_may_trigger(r, t) ||
                taken[t] || (nouns && !is_head_noun(r, t)))
                continue;
            found[t].word = first_event(&found[t].fillers, r, t);
            if (!found[t].word || (cgi_is_untyped(r, found[t].word->type) &&
                                   !cgi_is_named_act(r, t, &found[t]))) {
                found[t].word = NULL;
                continue;
            }
            take_needed(taken, &found[t].fillers);
            uint32_t last = cgi_phrase_end(r, t, found[t].word);
            if (last != t && last != CGI_NO_TOKEN)
                taken[last] = true;
        }
    for (uint32_t t = 0; t < r->l->n_tokens; t++) {
        uint32_t carrier = cgi_carrier(r, t);
        if (found[t].word && !taken[t] &&
            (carrier == t || !found[carrier].word))
            cgi_event_start(r, t, found[t].word);
        else
            found[t].word = NULL;
    }
}

/* ---- Light verbs ----------------------------------------------------- */

/* The event noun that a phrase holds: "two million dollars in aid". */
static uint32_t carried(const cgi_reading *r, uint32_t t)
{
    t = cgi_counted(r, t);
    if (r->statement_at[t] != CGI_NONE)
        return t;
    for (uint32_t c = cgi_token_at(r, t)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling) {
        if (cgi_token_at(r, c)->rel == CGI_REL_NMOD &&
            cgi_has_case(r, c, "link-amount") && cgi_token_in(r, t, "amount") &&
            r->statement_at[c] != CGI_NONE)
            return c;
    }
    return t;
}

/* "The mayor said that rebels carried it out": the deed is told already, and
 * this adds who says that who did it. */
static void lend_again(cgi_reading *r, uint32_t verb, const cgi_word *w,
                       const cgi_fillers *fillers, uint32_t event)
{
    uint32_t told = r->statement_at[event];
    const cgi_type *type = r->out->statements.at[told].type;
    uint32_t i = cgi_statement_new(r, verb, type, rule_name(r, w->iri, "it"));
    r->same_as.at[i] = told;
    r->statement_at[verb] = i;
    cgi_event_fill(r, i, w, fillers);
}

/* Lends the roles of a light verb to the event noun that it carries. */
static bool lend(cgi_reading *r, uint32_t verb, const cgi_word *w,
                 const cgi_fillers *fillers)
{
    bool any = false;
    for (size_t i = 0; i < fillers->n; i++) {
        if (fillers->at[i].slot != w->event_slot)
            continue;
        uint32_t noun = carried(r, fillers->at[i].token);
        uint32_t meant =
            w->event_slot == CGI_SLOT_OBJECT ? cgi_event_meant(r, noun) : noun;
        if (meant != noun) {
            lend_again(r, verb, w, fillers, meant);
            return true;
        }
        if (r->statement_at[noun] == CGI_NONE || cgi_is_verb(r, noun))
            continue;
        if (r->light_of[noun] == CGI_NO_TOKEN)
            r->light_of[noun] = verb;
        r->is_light[verb] = true;
        cgi_event_fill(r, r->statement_at[noun], w, fillers);
        any = true;
    }
    return any;
}

static void find_light_verbs(cgi_reading *r)
{
    cgi_fillers fillers = {0};
    for (uint32_t t = 0; t < r->l->n_tokens; t++) {
        if (r->statement_at[t] != CGI_NONE || !cgi_may_trigger(r, t))
            continue;
        const cgi_word *w = cgi_match(&fillers, r, t, false, NULL);
        while (w && (w->pos != CGI_POS_LIGHT || !lend(r, t, w, &fillers)))
            w = cgi_match(&fillers, r, t, false, w);
    }
}

/* ---- Order ----------------------------------------------------------- */

typedef struct {
    uint32_t trigger, statement;
} place_of;

static int by_trigger(const void *a, const void *b)
{
    const place_of *x = a, *y = b;
    if (x->trigger != y->trigger)
        return x->trigger < y->trigger ? -1 : 1;
    return x->statement < y->statement ? -1 : x->statement > y->statement;
}

/* Acts are found last; what comes after wants all in the order of the text. */
static void sort(cgi_reading *r)
{
    size_t n = r->out->statements.n;
    place_of *order = cgi_arena_array(r->a, n + 1, sizeof *order);
    uint32_t *now = cgi_arena_array(r->a, n + 1, sizeof *now);
    uint32_t *same = cgi_arena_array(r->a, n + 1, sizeof *same);
    cgi_statement *old = cgi_arena_array(r->a, n + 1, sizeof *old);
    for (uint32_t i = 0; i < n; i++) {
        order[i] = (place_of){r->triggers.at[i], i};
        old[i] = r->out->statements.at[i];
        same[i] = r->same_as.at[i];
    }
    qsort(order, n, sizeof *order, by_trigger);
    for (uint32_t i = 0; i < n; i++) {
        now[order[i].statement] = i;
        r->out->statements.at[i] = old[order[i].statement];
        r->triggers.at[i] = order[i].trigger;
    }
    for (uint32_t i = 0; i < n; i++) {
        uint32_t told = same[order[i].statement];
        r->same_as.at[i] = told == CGI_NONE ? told : now[told];
    }
    for (size_t i = 0; i < n; i++) {
        cgi_statement *s = &r->out->statements.at[i];
        for (size_t k = 0; k < s->arguments.n; k++)
            if (s->arguments.at[k].role == CGI_ROLE_PART_OF)
                s->arguments.at[k].thing = now[s->arguments.at[k].thing];
    }
    for (size_t t = 0; t < r->l->n_tokens; t++)
        if (r->statement_at[t] != CGI_NONE)
            r->statement_at[t] = now[r->statement_at[t]];
}

void cgi_events_fill(cgi_reading *r)
{
    for (uint32_t t = 0; t < r->l->n_tokens; t++)
        if (r->evokers[t].word)
            cgi_event_fill(r, r->statement_at[t], r->evokers[t].word,
                           &r->evokers[t].fillers);
    find_light_verbs(r);
    cgi_acts_find(r);
    sort(r);
    cgi_occasions_find(r);
    for (size_t i = 0; i < r->out->statements.n; i++) {
        cgi_statement *s = &r->out->statements.at[i];
        cgi_status given = s->status;
        s->status = CGI_STATUS_NONE;
        cgi_status_judge(r, s, r->triggers.at[i]);
        /* The word's own status counts unless the clause says it may not. */
        if (given != CGI_STATUS_NONE && s->status != CGI_STATUS_HYPOTHETICAL)
            s->status = given;
    }
}
