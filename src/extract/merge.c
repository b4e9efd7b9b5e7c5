/* SPDX-License-Identifier: Apache-2.0
 *
 * merge.c -- which statements speak of one happening.
 *
 * Statements are taken in the order of the text, and each joins the best
 * happening before it or starts a new one. Types must go together; then one of
 * these must bind the two: a definite noun, a shared part, or a headline and
 * the lead below it. Dates, places or counts that differ keep them apart.
 */
#include "extract/reading.h"

/* Happenings that are looked back over. */
#define WINDOW 60

/* Letters of a word that two names share, at least. */
#define WORD_MIN 4

/* Sentences under a headline that may tell the same again. */
#define LEAD_SENTENCES 4

/* Letters that noun and verb of one act share, at least, and letters at the
 * end of the shorter that they may not: "decide" and "decision". */
#define STEM_MIN 4
#define STEM_END 2

/* What is known of a happening from its statements. */
typedef struct {
    CGI_VEC(uint32_t) statements;
} story;

typedef struct {
    cgi_reading *r;
    CGI_VEC(story) stories; /* One of each happening. */
} merger;

/* ---- Types ----------------------------------------------------------- */

static bool is_broader(const cgi_type *a, const cgi_type *b)
{
    for (; b; b = b->broader)
        if (a == b)
            return true;
    return false;
}

/* Types with the same number in list:happening may name the same happening:
 * an explosion, a bombing, an attack. */
static long group(const cgi_reading *r, const cgi_type *t)
{
    long value = 0;
    cgi_world_in_list(&value, r->world, "happening", cgi_slice_of(t->name));
    return value;
}

bool cgi_types_agree(const cgi_reading *r, const cgi_type *a, const cgi_type *b)
{
    if (cgi_is_untyped(r, a) || cgi_is_untyped(r, b))
        return a == b;
    if (is_broader(a, b) || is_broader(b, a))
        return a->broader == b->broader || a->broader == NULL ||
               b->broader == NULL;
    return group(r, a) && group(r, a) == group(r, b);
}

/* "announce" and "announcement": the same but for the ends, which noun and
 * verb may have. */
bool cgi_words_agree(const cgi_reading *r, uint32_t a, uint32_t b)
{
    const char *x = cgi_token_at(r, a)->lemma, *y = cgi_token_at(r, b)->lemma;
    if (!strcmp(x, y))
        return true;
    if (cgi_is_verb(r, a) == cgi_is_verb(r, b))
        return false;
    size_t n = strlen(x) < strlen(y) ? strlen(x) : strlen(y), same = 0;
    while (same < n && x[same] == y[same])
        same++;
    return same >= STEM_MIN && same + STEM_END >= n;
}

/* ---- Conflicts ------------------------------------------------------- */

static long day(cgi_date d)
{
    return cgi_date_to_days(
        (cgi_date){d.year, d.month ? d.month : 1, d.day ? d.day : 1});
}

static bool dates_differ(const cgi_statement *a, const cgi_statement *b)
{
    if (!a->from.year || !b->from.year)
        return false;
    long a_to = day(a->to.year ? a->to : a->from);
    long b_to = day(b->to.year ? b->to : b->from);
    return a_to < day(b->from) || b_to < day(a->from);
}

static bool is_within(const cgi_reading *r, uint32_t inner, uint32_t outer)
{
    for (int i = 0; i < 8 && inner != CGI_NONE; i++) {
        if (inner == outer)
            return true;
        inner = r->out->things.at[inner].within;
    }
    return false;
}

/* A building that may stand anywhere. */
static bool is_somewhere(const cgi_reading *r, uint32_t thing)
{
    const cgi_thing *t = &r->out->things.at[thing];
    return t->kind == CGI_KIND_FACILITY && t->within == CGI_NONE;
}

/* Two named places of which none lies in the other. */
static bool are_apart(const cgi_reading *r, uint32_t x, uint32_t y)
{
    if (is_somewhere(r, x) != is_somewhere(r, y))
        return false;
    return r->out->things.at[x].is_named && r->out->things.at[y].is_named &&
           !is_within(r, x, y) && !is_within(r, y, x);
}

/* Is the one thing another than the other? */
typedef bool are_different(const cgi_reading *, uint32_t x, uint32_t y);

/* Both have things in the role, and each of one is another than each of the
 * other. */
static bool role_differs(const cgi_reading *r, const cgi_statement *a,
                         const cgi_statement *b, cgi_role role,
                         are_different *differ)
{
    bool both = false;
    for (size_t i = 0; i < a->arguments.n; i++)
        for (size_t k = 0; k < b->arguments.n; k++) {
            const cgi_argument *x = &a->arguments.at[i];
            const cgi_argument *y = &b->arguments.at[k];
            if (x->role != role || y->role != role)
                continue;
            if (!differ(r, x->thing, y->thing))
                return false;
            both = true;
        }
    return both;
}

/* "at the embassy" is no other place than "at the embassy in Kabul". */
static bool places_differ(const cgi_reading *r, const cgi_statement *a,
                          const cgi_statement *b)
{
    return role_differs(r, a, b, CGI_ROLE_PLACE, are_apart);
}

static bool counts_differ(const cgi_thing *a, const cgi_thing *b)
{
    long least[2], most[2];
    return cgi_count_range(&least[0], &most[0], a->count, a->count_max,
                           a->count_precision) &&
           cgi_count_range(&least[1], &most[1], b->count, b->count_max,
                           b->count_precision) &&
           (most[0] < least[1] || most[1] < least[0]);
}

/* "INS Vela" and "Warship Vela" */
static bool share_word(const char *a, const char *b)
{
    for (size_t n; *a; a += n + (a[n] == ' ')) {
        n = strcspn(a, " ");
        for (const char *p = b; *p && n >= WORD_MIN;) {
            size_t m = strcspn(p, " ");
            if (m == n && !strncmp(a, p, n))
                return true;
            p += m + (p[m] == ' ');
        }
    }
    return false;
}

/* Two agents that are known by name are two deeds, if one voice tells both;
 * two voices may well tell of one deed and blame each other. But whom it was
 * done to they know. */
static bool roles_differ(const cgi_reading *r, const cgi_statement *a,
                         const cgi_statement *b, cgi_role role)
{
    const cgi_argument *x = cgi_statement_role(a, role),
                       *y = cgi_statement_role(b, role);
    if (!x || !y || x->thing == y->thing)
        return false;
    const cgi_thing *s = &r->out->things.at[x->thing];
    const cgi_thing *t = &r->out->things.at[y->thing];
    bool alike = s->kind != CGI_KIND_PERSON && share_word(s->label, t->label);
    bool named = s->is_named && t->is_named && !alike;
    if (a->claim != b->claim)
        return named && role == CGI_ROLE_PATIENT &&
               s->kind == CGI_KIND_PERSON && t->kind == CGI_KIND_PERSON;
    return named || counts_differ(s, t);
}

static bool conflicts(const cgi_reading *r, const cgi_statement *a,
                      const cgi_statement *b)
{
    return dates_differ(a, b) || places_differ(r, a, b) ||
           roles_differ(r, a, b, CGI_ROLE_AGENT) ||
           roles_differ(r, a, b, CGI_ROLE_PATIENT) ||
           cgi_status_is_to_come(a->status) != cgi_status_is_to_come(b->status);
}

/* ---- What binds ------------------------------------------------------ */

/* Parts that the same thing plays in both, as bits of roles. */
static unsigned shared_parts(const cgi_statement *a, const cgi_statement *b)
{
    unsigned roles = 0;
    for (size_t i = 0; i < a->arguments.n; i++)
        for (size_t k = 0; k < b->arguments.n; k++) {
            const cgi_argument *x = &a->arguments.at[i];
            const cgi_argument *y = &b->arguments.at[k];
            if (x->role == y->role && x->thing == y->thing &&
                x->role < CGI_ROLE_PLACE)
                roles |= 1u << x->role;
        }
    return roles;
}

/* Who acts twice, as two verbs of one voice tell, does two things, unless the
 * same befalls the same. */
static bool share_part(const cgi_reading *r, const cgi_statement *a,
                       const cgi_statement *b, bool verbs)
{
    unsigned roles = shared_parts(a, b);
    if (!verbs || roles != 1u << CGI_ROLE_AGENT || a->claim != b->claim)
        return roles != 0;
    return !cgi_is_untyped(r, a->type) &&
           !cgi_statement_role(a, CGI_ROLE_PATIENT) &&
           !cgi_statement_role(b, CGI_ROLE_PATIENT);
}

/* "another attack", "had previously attacked" */
static bool is_another(const cgi_reading *r, uint32_t t)
{
    for (uint32_t c = cgi_token_at(r, t)->child; c != CGI_NO_TOKEN;
         c = cgi_token_at(r, c)->sibling)
        if (cgi_token_in(r, c, "another-event"))
            return true;
    return false;
}

static bool are_two(const cgi_reading *r, uint32_t x, uint32_t y)
{
    (void)r;
    return x != y;
}

/* One voice names whom or what was acted on both times, and nothing is in
 * both. */
static bool patients_differ(const cgi_reading *r, const cgi_statement *a,
                            const cgi_statement *b)
{
    return a->claim == b->claim &&
           role_differs(r, a, b, CGI_ROLE_PATIENT, are_two);
}

static bool is_plural(const cgi_reading *r, uint32_t t)
{
    return cgi_token_at(r, t)->xpos == CGI_XPOS_NNS;
}

static bool is_definite_noun(const cgi_reading *r, uint32_t t)
{
    uint32_t det = cgi_child(r, t, CGI_REL_DET);
    return (det != CGI_NO_TOKEN && cgi_token_in(r, det, "definite")) ||
           cgi_child(r, t, CGI_REL_NMOD_POSS) != CGI_NO_TOKEN;
}

static bool is_title(const cgi_reading *r, uint32_t t)
{
    uint32_t block = cgi_block_of(r, t);
    return r->l->article->blocks[block].kind == CGI_BLOCK_TITLE;
}

static bool may_be_one(const cgi_reading *r, uint32_t later, uint32_t earlier)
{
    const cgi_statement *a = &r->out->statements.at[earlier];
    const cgi_statement *b = &r->out->statements.at[later];
    uint32_t ta = r->triggers.at[earlier], tb = r->triggers.at[later];
    return cgi_types_agree(r, a->type, b->type) && !conflicts(r, a, b) &&
           is_plural(r, ta) == is_plural(r, tb) && !is_another(r, tb) &&
           (!cgi_is_untyped(r, a->type) || cgi_words_agree(r, ta, tb));
}

/* How strongly a later statement asks to be joined to an earlier one; 0 not.
 * What its sentence tells apart is not joined through a headline alone. */
static int bond(const cgi_reading *r, uint32_t later, uint32_t earlier,
                bool is_apart)
{
    const cgi_statement *a = &r->out->statements.at[earlier];
    const cgi_statement *b = &r->out->statements.at[later];
    uint32_t ta = r->triggers.at[earlier], tb = r->triggers.at[later];
    bool verb = cgi_is_verb(r, tb), verbs = verb && cgi_is_verb(r, ta);
    int score = 0;
    if (!may_be_one(r, later, earlier))
        return 0;
    bool titled = !is_apart && is_title(r, ta) &&
                  cgi_token_at(r, tb)->sentence < LEAD_SENTENCES;
    if (share_part(r, a, b, verbs && !titled) &&
        (titled || !verb || !patients_differ(r, a, b)))
        score += 4;
    if (!verb && is_definite_noun(r, tb))
        score += 3;
    if (titled)
        score += 3;
    if (score && a->type == b->type)
        score += 1;
    return score;
}

/* ---- Joining --------------------------------------------------------- */

static void join(merger *m, uint32_t statement, uint32_t happening)
{
    cgi_reading *r = m->r;
    cgi_statement *s = &r->out->statements.at[statement];
    cgi_happening *h = &r->out->happenings.at[happening];
    s->event = happening;
    /* The narrowest type that some statement gives. */
    if (s->type != h->type && is_broader(h->type, s->type))
        h->type = s->type;
    CGI_PUSH(r->a, &m->stories.at[happening].statements, statement);
}

static void start(merger *m, uint32_t statement)
{
    cgi_reading *r = m->r;
    const cgi_statement *s = &r->out->statements.at[statement];
    cgi_happening h = {s->type, NULL, statement};
    story empty = {{0}};
    CGI_PUSH(r->a, &r->out->happenings, h);
    CGI_PUSH(r->a, &m->stories, empty);
    join(m, statement, (uint32_t)r->out->happenings.n - 1);
}

/* A happening fits if no statement of it conflicts and one of them binds. */
static int fit(const merger *m, uint32_t statement, uint32_t happening)
{
    const cgi_reading *r = m->r;
    const cgi_statement *s = &r->out->statements.at[statement];
    const story *t = &m->stories.at[happening];
    uint32_t sentence = cgi_token_at(r, r->triggers.at[statement])->sentence;
    int best = 0;
    bool is_apart = false;
    for (size_t i = 0; i < t->statements.n && i < WINDOW; i++)
        is_apart |=
            cgi_token_at(r, r->triggers.at[t->statements.at[i]])->sentence ==
            sentence;
    for (size_t i = 0; i < t->statements.n && i < WINDOW; i++) {
        uint32_t other = t->statements.at[i];
        if (conflicts(r, &r->out->statements.at[other], s))
            return 0;
        int score = bond(r, statement, other, is_apart);
        best = score > best ? score : best;
    }
    return best;
}

static void place(merger *m, uint32_t statement)
{
    cgi_reading *r = m->r;
    uint32_t best = CGI_NONE;
    int most = 0;
    size_t n = r->out->happenings.n;
    for (size_t back = 1; back <= n && back <= WINDOW; back++) {
        int score = fit(m, statement, (uint32_t)(n - back));
        if (score > most) {
            most = score;
            best = (uint32_t)(n - back);
        }
    }
    if (best != CGI_NONE)
        join(m, statement, best);
    else
        start(m, statement);
}

/* Statements made of a claim come last in the vector; theirs is known. */
void cgi_events_merge(cgi_reading *r)
{
    merger m = {.r = r};
    for (uint32_t i = 0; i < r->out->statements.n; i++) {
        uint32_t same = r->same_as.at[i];
        if (same != CGI_NONE)
            join(&m, i, r->out->statements.at[same].event);
        else
            place(&m, i);
    }
    /* PART_OF named a statement so far; the graph wants the happening. */
    for (size_t i = 0; i < r->out->statements.n; i++) {
        cgi_statement *s = &r->out->statements.at[i];
        size_t n = 0;
        for (size_t k = 0; k < s->arguments.n; k++) {
            cgi_argument a = s->arguments.at[k];
            if (a.role == CGI_ROLE_PART_OF) {
                a.thing = r->out->statements.at[a.thing].event;
                if (a.thing == s->event)
                    continue;
            }
            s->arguments.at[n++] = a;
        }
        s->arguments.n = n;
    }
}
