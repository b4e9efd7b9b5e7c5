/* SPDX-License-Identifier: Apache-2.0
 *
 * dot_filter.c -- the part of a story that somebody asks for.
 *
 * All conditions must hold. An event that is asked for keeps all the claims
 * about it, so that a picture about one side also shows who contradicts it;
 * only --claimant leaves out what others say.
 */
#include "base/utf8.h"
#include "write/dot.h"

typedef struct {
    cgi_story *story;
    const cgi_dot_options *options;
    const char *about, *type, *claimant; /* Lower case; NULL: any. */
    bool has_dates;
} sieve;

static char *lower(cgi_arena *a, const char *text)
{
    cgi_slice nfc = cgi_utf8_nfc(a, cgi_slice_of(text));
    return cgi_utf8_lower(a, cgi_slice_of(cgi_utf8_one_line(a, nfc)));
}

/* ---- Names ----------------------------------------------------------- */

/* Whether a word begins or ends at `p`. */
static bool is_border(const char *text, const char *p)
{
    const char *end = p + strlen(p), *at = p;
    if (p == text || !*p)
        return true;
    const char *before = p - 1;
    while (before > text && ((unsigned char)*before & 0xC0) == 0x80)
        before--;
    return !cgi_utf8_is_letter(cgi_utf8_next(&before, end)) ||
           !cgi_utf8_is_letter(cgi_utf8_next(&at, end));
}

/* Whether `name` stands in `text` as whole words. */
static bool has_words(const char *text, const char *name)
{
    const char *at = *name ? strstr(text, name) : NULL;
    for (; at; at = strstr(at + 1, name))
        if (is_border(text, at) && is_border(text, at + strlen(name)))
            return true;
    return false;
}

static const char *local_part(const char *iri)
{
    const char *slash = strrchr(iri, '/');
    return slash ? slash + 1 : iri;
}

static bool is_id(cgi_arena *a, const char *iri, const char *name)
{
    const char *low = lower(a, iri);
    return !strcmp(low, name) || !strcmp(local_part(low), name);
}

static bool is_called(cgi_arena *a, const cgi_dot_actor *actor,
                      const char *name)
{
    return has_words(lower(a, actor->label), name) ||
           is_id(a, actor->iri, name);
}

static void find_actors(const sieve *f)
{
    cgi_arena *a = f->story->arena;
    for (size_t i = 0; i < f->story->actors.n; i++) {
        cgi_dot_actor *actor = f->story->actors.at[i];
        actor->is_about = f->about && is_called(a, actor, f->about);
        actor->is_wanted = f->claimant && is_called(a, actor, f->claimant);
    }
}

/* ---- Events ---------------------------------------------------------- */

static bool has_about(const cgi_dot_roles *roles)
{
    for (size_t i = 0; i < roles->n; i++)
        if (roles->at[i].actor && roles->at[i].actor->is_about)
            return true;
    return false;
}

static bool is_about(const sieve *f, const cgi_dot_event *e)
{
    if (has_about(&e->roles) || is_id(f->story->arena, e->iri, f->about))
        return true;
    for (size_t i = 0; i < e->sayings.n; i++) {
        const cgi_dot_saying *s = &e->sayings.at[i];
        if ((s->claim->claimant && s->claim->claimant->is_about) ||
            has_about(&s->claim->contents.at[s->content].roles))
            return true;
    }
    return false;
}

static bool is_of_type(const sieve *f, const cgi_dot_event *e)
{
    const char *names[] = {e->type_name, e->type, e->broader_name, e->broader};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i] && !strcmp(lower(f->story->arena, names[i]), f->type))
            return true;
    return false;
}

/* As one number, where what is not known is `unknown` (0 the first, 99 after
 * the last). */
static long date_value(cgi_date d, long unknown)
{
    return (d.year * 100L + (d.month ? d.month : unknown)) * 100 +
           (d.day ? d.day : unknown);
}

/* Whether some part of the event may lie between the dates. */
static bool is_within(const sieve *f, const cgi_dot_event *e)
{
    const cgi_dot_options *o = f->options;
    const cgi_date first = e->span.from.year ? e->span.from : e->span.to;
    const cgi_date last = e->span.to.year ? e->span.to : e->span.from;
    if (!first.year)
        return false;
    return (!o->since.year ||
            date_value(last, 99) >= date_value(o->since, 0)) &&
           (!o->until.year || date_value(first, 0) <= date_value(o->until, 99));
}

static bool is_told(const cgi_dot_event *e)
{
    for (size_t i = 0; i < e->sayings.n; i++)
        if (e->sayings.at[i].claim->claimant &&
            e->sayings.at[i].claim->claimant->is_wanted)
            return true;
    return false;
}

static bool wants_event(const sieve *f, const cgi_dot_event *e)
{
    return (!f->about || is_about(f, e)) && (!f->type || is_of_type(f, e)) &&
           (!f->claimant || is_told(e)) && (!f->has_dates || is_within(f, e));
}

/* ---- Claims ---------------------------------------------------------- */

static bool has_wanted_event(const cgi_dot_claim *c)
{
    for (size_t i = 0; i < c->contents.n; i++)
        if (c->contents.at[i].event && !c->contents.at[i].event->is_out)
            return true;
    return false;
}

static bool wants_claim(const sieve *f, const cgi_dot_claim *c)
{
    if (f->claimant && !(c->claimant && c->claimant->is_wanted))
        return false;
    if ((!f->about && !f->type && !f->has_dates) || has_wanted_event(c))
        return true;
    return f->about && !f->type && !f->has_dates &&
           ((c->claimant && c->claimant->is_about) ||
            (c->addressee && c->addressee->is_about));
}

/* ---- Both ------------------------------------------------------------ */

void cgi_story_filter(cgi_story *s, const cgi_dot_options *o)
{
    sieve f = {.story = s, .options = o};
    f.has_dates = o->since.year || o->until.year;
    f.about = o->about ? lower(s->arena, o->about) : NULL;
    f.type = o->type ? lower(s->arena, o->type) : NULL;
    f.claimant = o->claimant ? lower(s->arena, o->claimant) : NULL;
    if (f.about || f.claimant)
        find_actors(&f);
    for (size_t i = 0; i < s->events.n; i++)
        s->events.at[i]->is_out = !wants_event(&f, s->events.at[i]);
    for (size_t i = 0; i < s->claims.n; i++)
        s->claims.at[i]->is_out = !wants_claim(&f, s->claims.at[i]);
}
