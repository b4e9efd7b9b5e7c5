/* SPDX-License-Identifier: Apache-2.0
 *
 * facts.c -- checks the graph of a text against lines of facts.
 *
 * A fact is looked for by going through everything that it could be about; all
 * its fields must fit one and the same thing.
 */
#include "facts.h"

#include <stdio.h>
#include <string.h>

#include "sample_reading.h"
#include "suites.h"

#define LINE_MAX_BYTES 512

/* What a line may be about; what does not apply is NULL. */
typedef struct {
    const cgi_claim_node *claim;
    const cgi_proposition *proposition;
    const cgi_event *event;
    const cgi_entity *entity;
} candidate;

/* ---- Small comparisons --------------------------------------------------- */

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

/* Whether `part` stands in `whole`, whatever the case of ASCII letters. */
static bool holds(const char *whole, const char *part)
{
    for (; whole; whole = *whole ? whole + 1 : NULL) {
        size_t i = 0;
        while (part[i] && small(whole[i]) == small(part[i]))
            i++;
        if (!part[i])
            return true;
    }
    return false;
}

static bool called(const cgi_entity *e, const char *value)
{
    return e ? holds(e->label, value) : !strcmp(value, "none");
}

static bool type_fits(const cgi_type *type, const char *name)
{
    if (!strcmp(name, "*"))
        return true;
    while (type && strcmp(type->name, name) != 0)
        type = type->broader;
    return type != NULL;
}

static bool count_fits(const cgi_entity *e, const char *value)
{
    char said[64];
    if (e->count_precision != CGI_COUNT_EXACT)
        snprintf(said, sizeof said, "%s %ld",
                 cgi_count_names[e->count_precision], e->count);
    else if (e->count_max > e->count)
        snprintf(said, sizeof said, "%ld-%ld", e->count, e->count_max);
    else
        snprintf(said, sizeof said, "%ld", e->count);
    return !strcmp(said, value);
}

static bool when_fits(const cgi_when *when, const char *value)
{
    char from[11], to[11], both[24];
    if (!when->from.year)
        return !strcmp(value, "none");
    cgi_date_write(from, when->from);
    cgi_date_write(to, when->to);
    snprintf(both, sizeof both, "%s/%s", from, to);
    return !strcmp(value, strcmp(from, to) != 0 ? both : from);
}

/* ---- Fields -------------------------------------------------------------- */

static const cgi_edge *edges_of(size_t *n, const candidate *c)
{
    *n = c->proposition ? c->proposition->n_edges : c->event->n_edges;
    return c->proposition ? c->proposition->edges : c->event->edges;
}

static bool role_fits(const candidate *c, cgi_role role, const char *value)
{
    size_t n, n_filled = 0;
    const cgi_edge *edges = edges_of(&n, c);
    for (size_t i = 0; i < n; i++) {
        if (edges[i].role != role)
            continue;
        n_filled++;
        if (holds(edges[i].entity ? edges[i].entity->label
                                  : edges[i].event->label,
                  value))
            return true;
    }
    return !n_filled && !strcmp(value, "none");
}

static bool any_count_fits(const candidate *c, const char *value)
{
    if (c->entity)
        return count_fits(c->entity, value);
    size_t n;
    const cgi_edge *edges = edges_of(&n, c);
    for (size_t i = 0; i < n; i++)
        if (edges[i].entity && count_fits(edges[i].entity, value))
            return true;
    return false;
}

static bool content_fits(const cgi_claim_node *claim, const char *value)
{
    for (size_t i = 0; i < claim->content.n; i++)
        if (holds(claim->content.at[i].quote, value))
            return true;
    return false;
}

/* "beside" is whose claim it goes with or against, "how" in which way. */
static bool voice_fits(const cgi_claim_node *claim, const char *name,
                       const char *value)
{
    for (size_t i = 0; i < claim->n_voices; i++) {
        const cgi_voice *v = &claim->voices[i];
        if (!strcmp(name, "how") ? !strcmp(cgi_agreement_names[v->how], value)
                                 : called(v->claim->claimant, value))
            return true;
    }
    return !claim->n_voices && !strcmp(value, "none");
}

static bool claim_field_fits(const cgi_claim_node *claim, const char *name,
                             const char *value)
{
    if (!strcmp(name, "class"))
        return !strcmp(cgi_claim_names[claim->cls], value);
    if (!strcmp(name, "stance"))
        return !strcmp(cgi_stance_names[claim->stance], value);
    if (!strcmp(name, "to"))
        return called(claim->addressee, value);
    if (!strcmp(name, "via"))
        return claim->via ? called(claim->via->claimant, value)
                          : !strcmp(value, "none");
    if (!strcmp(name, "cue"))
        return holds(claim->cue.quote, value);
    if (!strcmp(name, "beside") || !strcmp(name, "how"))
        return voice_fits(claim, name, value);
    return !strcmp(name, "content") && content_fits(claim, value);
}

static bool entity_field_fits(const cgi_entity *e, const char *name,
                              const char *value)
{
    char mentions[24];
    if (!strcmp(name, "kind"))
        return !strcmp(cgi_kind_names[e->kind], value);
    if (!strcmp(name, "position"))
        return e->position ? holds(e->position, value) : !strcmp(value, "none");
    if (!strcmp(name, "country"))
        return called(e->country, value);
    if (!strcmp(name, "member"))
        return called(e->member_of, value);
    if (!strcmp(name, "within"))
        return called(e->within, value);
    snprintf(mentions, sizeof mentions, "%zu", e->mentions.n);
    return !strcmp(name, "mentions") && !strcmp(mentions, value);
}

static bool event_field_fits(const candidate *c, const char *name,
                             const char *value)
{
    const cgi_proposition *p = c->proposition;
    const cgi_event *e = c->event;
    char mentions[24];
    if (!strcmp(name, "date"))
        return when_fits(p ? &p->when : &e->when, value);
    if (!strcmp(name, "status"))
        return !strcmp(cgi_status_names[p ? p->status : e->status], value);
    if (!strcmp(name, "trigger"))
        return holds(p ? p->trigger.quote : e->trigger.quote, value);
    if (!strcmp(name, "certainty") && p)
        return !strcmp(cgi_certainty_names[p->certainty], value);
    snprintf(mentions, sizeof mentions, "%zu", e->mentions.n);
    return !strcmp(name, "mentions") && !strcmp(mentions, value);
}

static bool field_fits(const candidate *c, const char *name, const char *value)
{
    int role = cgi_term_find(cgi_role_names, CGI_N_ROLES, cgi_slice_of(name));
    if (role > 0 && c->event)
        return role_fits(c, (cgi_role)role, value);
    if (!strcmp(name, "count"))
        return any_count_fits(c, value);
    if (c->entity)
        return entity_field_fits(c->entity, name, value);
    return (c->event && event_field_fits(c, name, value)) ||
           (c->claim && claim_field_fits(c->claim, name, value));
}

/* `fields` is "name: value | name: value"; may be NULL. Written over. */
static bool fields_fit(const candidate *c, const char *fields)
{
    char line[LINE_MAX_BYTES];
    snprintf(line, sizeof line, "%s", fields ? fields : "");
    for (char *at = line, *next; *at; at = next) {
        char *bar = strstr(at, " | "), *colon = strstr(at, ": ");
        next = bar ? bar + 3 : at + strlen(at);
        if (bar)
            *bar = '\0';
        if (!colon)
            return false;
        *colon = '\0';
        if (!field_fits(c, at, colon + 2))
            return false;
    }
    return true;
}

/* ---- Lines --------------------------------------------------------------- */

static bool speaks(const cgi_claim_node *claim, const char *who)
{
    if (!strcmp(who, "*"))
        return true;
    if (claim->cls == CGI_CLAIM_NARRATOR)
        return !strcmp(who, "narrator");
    for (size_t i = 0; i < claim->n_others; i++)
        if (holds(claim->others[i]->label, who))
            return true;
    return claim->claimant ? holds(claim->claimant->label, who)
                           : !strcmp(who, "nobody");
}

static bool has_entity(const cgi_graph *g, const char *label,
                       const char *fields)
{
    for (size_t i = 0; i < g->n_entities; i++) {
        const candidate c = {.entity = &g->entities[i]};
        if (holds(c.entity->label, label) && fields_fit(&c, fields))
            return true;
    }
    return false;
}

static bool has_event(const cgi_graph *g, const char *type, const char *fields)
{
    for (size_t i = 0; i < g->n_events; i++) {
        const candidate c = {.event = &g->events[i]};
        if (type_fits(c.event->type, type) && fields_fit(&c, fields))
            return true;
    }
    return false;
}

static bool has_claim(const cgi_graph *g, const char *who, const char *fields)
{
    for (size_t i = 0; i < g->n_claims; i++) {
        const candidate c = {.claim = &g->claims[i]};
        if (speaks(c.claim, who) && fields_fit(&c, fields))
            return true;
    }
    return false;
}

/* `how` is -1 for any polarity. */
static bool has_statement(const cgi_graph *g, const char *who, int how,
                          const char *type, const char *fields)
{
    for (size_t i = 0; i < g->n_claims; i++) {
        const cgi_claim_node *claim = &g->claims[i];
        for (size_t k = 0; speaks(claim, who) && k < claim->n_contents; k++) {
            const cgi_proposition *p = claim->contents[k].proposition;
            if (!p || (how >= 0 && (int)claim->contents[k].polarity != how))
                continue;
            const candidate c = {claim, p, p->event, NULL};
            if (type_fits(p->event->type, type) && fields_fit(&c, fields))
                return true;
        }
    }
    return false;
}

/* "resign Future not": a word, its status, and whether it is negated. */
static bool has_told(const cgi_graph *g, const char *line)
{
    char word[48], status[48], negated[8] = "";
    if (sscanf(line, "%47s %47s %7s", word, status, negated) < 2)
        return false;
    for (size_t i = 0; i < g->n_told; i++) {
        const cgi_told *t = &g->told[i];
        const char *p = g->text.at; /* The texts of these tests are ASCII. */
        if (t->end - t->begin == strlen(word) &&
            !strncmp(p + t->begin, word, strlen(word)) &&
            !strcmp(cgi_status_names[t->status], status) &&
            t->negated == (*negated != '\0'))
            return true;
    }
    return false;
}

bool facts_has(const cgi_graph *g, const char *fact)
{
    static const char *const verbs[] = {" asserts ", " denies ", " considers ",
                                        " says "};
    char line[LINE_MAX_BYTES];
    snprintf(line, sizeof line, "%s", fact);
    char *fields = strstr(line, " | ");
    if (fields) {
        *fields = '\0';
        fields += 3;
    }
    if (!strncmp(line, "entity ", 7))
        return has_entity(g, line + 7, fields);
    if (!strncmp(line, "event ", 6))
        return has_event(g, line + 6, fields);
    if (!strncmp(line, "told ", 5))
        return has_told(g, line + 5);
    for (int i = 0; i < 4; i++) {
        char *verb = strstr(line, verbs[i]);
        if (!verb)
            continue;
        *verb = '\0';
        return has_statement(g, line, i < 3 ? i : -1, verb + strlen(verbs[i]),
                             fields);
    }
    char *claims = strstr(line, " claims");
    CU_ASSERT_PTR_NOT_NULL(claims); /* Otherwise the test is wrong. */
    if (!claims)
        return false;
    *claims = '\0';
    return has_claim(g, line, fields);
}

/* ---- Cases --------------------------------------------------------------- */

/* Copies the first line that does not hold to `wrong`; false if all do. */
static bool find_wrong(char wrong[LINE_MAX_BYTES], const cgi_graph *g,
                       const char *facts)
{
    for (const char *next; *facts; facts = next) {
        size_t len = strcspn(facts, "\n");
        next = facts + len + (facts[len] == '\n');
        snprintf(wrong, LINE_MAX_BYTES, "%.*s", (int)len, facts);
        if (len > 2 && facts_has(g, wrong + 2) != (wrong[0] == '+'))
            return true;
    }
    return false;
}

static void check(const fact_case *c, bool is_gap)
{
    sample_reading r;
    char wrong[LINE_MAX_BYTES], said[2 * LINE_MAX_BYTES];
    if (sample_read(&r, c->text, CG_FLATTEN_NARRATOR)) {
        bool bad = find_wrong(wrong, &r.graph, c->facts);
        if (is_gap)
            snprintf(said, sizeof said, "no gap any more: %.400s", c->text);
        else
            snprintf(said, sizeof said, "%s  <-  %.400s", wrong, c->text);
        CU_assertImplementation(bad == is_gap, __LINE__, said, __FILE__, "",
                                CU_FALSE);
    }
    sample_reading_clear(&r);
}

void facts_check(const fact_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        check(&cases[i], false);
}

void facts_check_gaps(const fact_case *known_gap, size_t n)
{
    for (size_t i = 0; i < n; i++)
        check(&known_gap[i], true);
}
