/* SPDX-License-Identifier: Apache-2.0
 *
 * extract.c -- the stages of extraction in their order.
 */
#include "extract/reading.h"

static uint32_t *filled(cgi_arena *a, size_t n, uint32_t value)
{
    uint32_t *at = cgi_arena_array(a, n + 1, sizeof *at);
    for (size_t i = 0; i <= n; i++)
        at[i] = value;
    return at;
}

/* A sentence without small letters but with several capitals. */
static void find_capitals(cgi_reading *r)
{
    r->is_caps =
        cgi_arena_array(r->a, r->l->n_sentences + 1, sizeof *r->is_caps);
    for (size_t i = 0; i < r->l->n_sentences; i++) {
        const cgi_sentence *s = &r->l->sentences[i];
        size_t small = 0, large = 0;
        for (uint32_t t = s->first; t < s->end; t++)
            for (const char *p = cgi_token_at(r, t)->form; *p; p++) {
                small += *p >= 'a' && *p <= 'z';
                large += *p >= 'A' && *p <= 'Z';
            }
        r->is_caps[i] = large > 8 && small * 10 < large;
    }
}

/* So many words of sport, and one in so many, make a report on it. */
#define SPORT_MIN   5
#define SPORT_SHARE 50

/* "Smith shot wide": reports on sport speak of force and mean none. */
static bool tells_of_sport(const cgi_reading *r)
{
    uint32_t found = 0, n = 0;
    for (uint32_t t = 0; t < r->l->n_tokens; t++) {
        n += cgi_token_at(r, t)->upos != CGI_UPOS_PUNCT;
        found += cgi_token_in(r, t, "sport-word");
    }
    return found >= SPORT_MIN && found * SPORT_SHARE >= n;
}

static void prepare(cgi_reading *r)
{
    size_t n = r->l->n_tokens;
    r->name_at = filled(r->a, n, CGI_NONE);
    r->time_at = filled(r->a, n, CGI_NONE);
    r->mention_at = filled(r->a, n, CGI_NONE);
    r->quote_at = filled(r->a, n, CGI_NONE);
    r->claim_at = filled(r->a, n, CGI_NONE);
    r->statement_at = filled(r->a, n, CGI_NONE);
    r->light_of = filled(r->a, n, CGI_NO_TOKEN);
    r->is_light = cgi_arena_array(r->a, n + 1, sizeof *r->is_light);
    r->evokers = cgi_arena_array(r->a, n + 1, sizeof *r->evokers);
    r->main_country = r->last_group = CGI_NONE;
    r->any_act = cgi_world_find_word(r->world, cgi_slice_of("*"));
    for (uint32_t i = 0; i < r->l->n_times; i++)
        for (uint32_t t = r->l->times[i].first; t < r->l->times[i].end; t++)
            r->time_at[t] = i;
    cgi_tree_init(r);
    find_capitals(r);
    r->is_sport = tells_of_sport(r);
}

/* What an event, a claim or a used entity needs is used. */
static void use(cgi_extract *x, uint32_t thing)
{
    while (thing != CGI_NONE && !x->things.at[thing].is_used) {
        cgi_thing *t = &x->things.at[thing];
        t->is_used = true;
        use(x, t->country);
        use(x, t->member_of);
        /* Continents are of no interest to a reader of news. */
        thing = t->kind == CGI_KIND_COUNTRY ? CGI_NONE : t->within;
    }
}

static void mark_used(cgi_extract *x)
{
    for (size_t i = 0; i < x->statements.n; i++)
        for (size_t k = 0; k < x->statements.at[i].arguments.n; k++) {
            const cgi_argument *a = &x->statements.at[i].arguments.at[k];
            if (a->role != CGI_ROLE_PART_OF)
                use(x, a->thing);
        }
    for (size_t i = 0; i < x->claims.n; i++) {
        use(x, x->claims.at[i].claimant);
        use(x, x->claims.at[i].addressee);
        use(x, x->claims.at[i].accused);
        for (size_t k = 0; k < x->claims.at[i].others.n; k++)
            use(x, x->claims.at[i].others.at[k]);
    }
    /* A named thing is worth telling even if it does nothing. */
    for (uint32_t i = 0; i < x->things.n; i++)
        if (x->things.at[i].is_named && x->things.at[i].mentions.n)
            use(x, i);
}

static void list_times(cgi_reading *r)
{
    static const char *const types[] = {"DATE", "TIME", "DURATION", "SET"};
    for (size_t i = 0; i < r->l->n_times; i++) {
        const cgi_time *t = &r->l->times[i];
        cgi_time_said said = {cgi_tokens_span(r, t->first, t->end),
                              types[t->type], t->value};
        CGI_PUSH(r->a, &r->out->times, said);
    }
}

void cgi_extract_all(cgi_extract *out, cgi_arena *a, const cg_world *world,
                     const cgi_lang *lang)
{
    cgi_reading r = {.a = a, .world = world, .l = lang, .out = out};
    memset(out, 0, sizeof *out);
    prepare(&r);
    cgi_names_collect(&r);
    cgi_placenames_find(&r);
    cgi_toponyms_resolve(&r);
    cgi_mentions_find(&r);
    cgi_quotes_find(&r);
    cgi_coref(&r);
    cgi_triggers_find(&r);
    cgi_claims_find(&r);
    cgi_content_paint(&r);
    cgi_first_person(&r);
    cgi_events_fill(&r);
    cgi_places_of_events(&r);
    cgi_dates_of_events(&r);
    cgi_places_of_datelines(&r);
    cgi_claims_attach(&r);
    cgi_events_merge(&r);
    cgi_parts_merge(&r);
    cgi_dates_of_stories(&r);
    cgi_predicates_list(&r);
    cgi_events_prune(&r);
    mark_used(out);
    list_times(&r);
    cgi_places_list(&r);
}
