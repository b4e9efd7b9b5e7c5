/* SPDX-License-Identifier: Apache-2.0
 *
 * dot_settle.c -- what a story can say of its events once it is complete.
 *
 * An event that only sources speak of would be an empty box: what they say of
 * it stands on their propositions. As far as they agree on a role, the event
 * gets it here, marked as claimed; what they differ in stays with the claims,
 * and so does what they add to an event that the article itself states.
 */
#include "write/dot.h"

static bool is_same(const cgi_dot_role *x, const cgi_dot_role *y)
{
    return x->role == y->role && x->actor == y->actor && x->event == y->event;
}

static bool has_role(const cgi_dot_roles *list, const cgi_dot_role *role)
{
    for (size_t i = 0; i < list->n && i < CGI_DOT_ROLES_MAX; i++)
        if (is_same(&list->at[i], role))
            return true;
    return false;
}

static bool has_kind(const cgi_dot_roles *list, cgi_role role)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->at[i].role == role)
            return true;
    return false;
}

/* What a claim says of its claimant ("claimed responsibility", "promised to
 * come") is told by the claim itself. */
static bool is_own(const cgi_dot_claim *claim, const cgi_dot_role *role)
{
    return role->actor && role->actor == claim->claimant;
}

/* The content that says most about `role`, and whether no other says anything
 * beyond it. Denials do not count. */
static const cgi_dot_content *agreed(const cgi_dot_event *e, cgi_role role)
{
    const cgi_dot_content *best = NULL;
    for (size_t i = 0; i < e->sayings.n; i++) {
        const cgi_dot_saying *s = &e->sayings.at[i];
        const cgi_dot_content *c = &s->claim->contents.at[s->content];
        if (c->polarity != CGI_POLARITY_DENIES && has_kind(&c->roles, role) &&
            (!best || c->roles.n > best->roles.n))
            best = c;
    }
    for (size_t i = 0; best && i < e->sayings.n; i++) {
        const cgi_dot_saying *s = &e->sayings.at[i];
        const cgi_dot_content *c = &s->claim->contents.at[s->content];
        for (size_t k = 0; k < c->roles.n; k++)
            if (c->roles.at[k].role == role &&
                !has_role(&best->roles, &c->roles.at[k]))
                return NULL;
    }
    return best;
}

/* Whether all claims that give `role` give it to their own claimant. */
static bool is_only_own(const cgi_dot_event *e, const cgi_dot_role *role)
{
    for (size_t i = 0; i < e->sayings.n; i++) {
        const cgi_dot_saying *s = &e->sayings.at[i];
        const cgi_dot_content *c = &s->claim->contents.at[s->content];
        if (has_role(&c->roles, role) && !is_own(s->claim, role))
            return false;
    }
    return true;
}

static void add_claimed(cgi_story *s, cgi_dot_event *e, cgi_role role)
{
    const cgi_dot_content *c = agreed(e, role);
    for (size_t i = 0; c && i < c->roles.n; i++) {
        cgi_dot_role claimed = c->roles.at[i];
        claimed.is_claimed = true;
        if (claimed.role == role && !is_only_own(e, &claimed))
            CGI_PUSH(s->arena, &e->roles, claimed);
    }
}

/* When it was, or that it is still to come, if the claims agree. */
static void settle_time(cgi_dot_event *e)
{
    const cgi_dot_content *timed = NULL;
    cgi_status status = CGI_STATUS_NONE;
    bool agree_on_when = true, agree_on_status = true;
    for (size_t i = 0; i < e->sayings.n; i++) {
        const cgi_dot_saying *s = &e->sayings.at[i];
        const cgi_dot_content *c = &s->claim->contents.at[s->content];
        if (c->when && timed)
            agree_on_when &= !strcmp(timed->when, c->when);
        if (c->when)
            timed = c;
        agree_on_status &= !i || status == c->status;
        status = c->status;
    }
    if (!e->when && timed && agree_on_when) {
        e->when = timed->when;
        e->span = timed->span;
    }
    if (!e->is_stated && agree_on_status)
        e->status = status;
}

static void count_links(cgi_dot_event *e)
{
    for (size_t i = 0; i < e->roles.n; i++) {
        cgi_dot_actor *actor = e->roles.at[i].actor;
        if (!actor || actor->linked == e)
            continue;
        actor->linked = e;
        actor->n_links++;
    }
}

void cgi_story_settle(cgi_story *s)
{
    for (size_t i = 0; i < s->events.n; i++) {
        cgi_dot_event *e = s->events.at[i];
        for (int role = CGI_ROLE_AGENT; role < CGI_N_ROLES; role++)
            if (!e->is_stated && !has_kind(&e->roles, (cgi_role)role))
                add_claimed(s, e, (cgi_role)role);
        settle_time(e);
        count_links(e);
    }
    for (size_t i = 0; i < s->claims.n; i++)
        if (s->claims.at[i]->claimant)
            s->claims.at[i]->claimant->n_links++;
}
