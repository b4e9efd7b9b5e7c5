/* SPDX-License-Identifier: Apache-2.0
 *
 * diff.c -- what two graphs say differently, in words.
 *
 * Names of nodes come from the text alone, so the same thing has the same name
 * in both runs, and no matching is needed: both sets are gone through side by
 * side, in the order of the names. Rules and confidences are not compared;
 * they say why, not what.
 *
 *     - claim of officials, "said" [a_x-c202]
 *     + event "killing" [a_x-e186]
 *         agent: suicide bomber
 *     ~ event "meeting" [a_x-e300]
 *       - date: 2022-09-05
 *       + date: 2022-09-06
 */
#include "store/diff.h"

#include "base/utf8.h"
#include "world/vocabulary.h"

#define RDF_TYPE   "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
#define RDFS_LABEL "http://www.w3.org/2000/01/rdf-schema#label"
#define HEADLINE   "http://schema.org/headline"

/* Most characters of a text that are shown. */
#define SHOWN 70

/* One of the two graphs. */
typedef struct {
    const cgi_triples *t;
    cgi_arena *a;
    uint32_t type, label, headline, anchor, claimant, cue, on_event;
} side;

typedef struct {
    FILE *to;
    size_t n;
} output;

static side side_of(const cgi_triples *t, cgi_arena *a)
{
    return (side){t,
                  a,
                  cgi_triples_iri(t, RDF_TYPE),
                  cgi_triples_iri(t, RDFS_LABEL),
                  cgi_triples_iri(t, HEADLINE),
                  cgi_triples_iri(t, CGI_NIF_NS "anchorOf"),
                  cgi_triples_iri(t, CGI_NS "claimant"),
                  cgi_triples_iri(t, CGI_NS "cue"),
                  cgi_triples_iri(t, CGI_NS "onEvent")};
}

/* ---- Words for nodes ------------------------------------------------- */

static const char *after_last(const char *iri, const char *ends)
{
    const char *last = iri;
    for (const char *s = iri; *s; s++)
        if (strchr(ends, *s) && s[1])
            last = s + 1;
    return last;
}

static const char *cut(const side *s, const char *text)
{
    const char *line = cgi_utf8_one_line(s->a, cgi_slice_of(text));
    const char *at = line, *end = line + strlen(line);
    for (size_t n = 0; at < end && n < SHOWN; n++)
        cgi_utf8_next(&at, end);
    return cgi_arena_printf(s->a, "%.*s%s", (int)(at - line), line,
                            at < end ? "\u2026" : "");
}

/* What the object of a fact is called. */
static const char *object_name(const side *s, uint32_t o)
{
    const char *text = s->t->terms.at[o].text;
    if (s->t->terms.at[o].kind != CGI_TERM_IRI)
        return cut(s, text);
    const char *label = cgi_triples_text(s->t, o, s->label);
    if (label)
        return cut(s, label);
    label = cgi_triples_text(s->t, o, s->anchor);
    if (label)
        return cgi_arena_printf(s->a, "\"%s\"", cut(s, label));
    return after_last(text, "/#");
}

static bool is_a(const side *s, uint32_t node, const char *class)
{
    return cgi_triples_has(s->t, node, s->type, cgi_triples_iri(s->t, class));
}

static const char *claim_name(const side *s, uint32_t node)
{
    uint32_t who = cgi_triples_object(s->t, node, s->claimant);
    uint32_t cue = cgi_triples_object(s->t, node, s->cue);
    const char *name = who == CGI_NO_TERM ? "the article or nobody named"
                                          : object_name(s, who);
    return cgi_arena_printf(s->a, "claim of %s%s%s", name,
                            cue == CGI_NO_TERM ? "" : ", ",
                            cue == CGI_NO_TERM ? "" : object_name(s, cue));
}

/* NULL for nodes that are not spoken of: mentions and types. */
static const char *node_name(const side *s, uint32_t node)
{
    const char *label = cgi_triples_text(s->t, node, s->label);
    if (is_a(s, node, CGI_NS "Claim"))
        return claim_name(s, node);
    if (is_a(s, node, CGI_NS "Proposition")) {
        uint32_t event = cgi_triples_object(s->t, node, s->on_event);
        return cgi_arena_printf(s->a, "proposition on \"%s\"",
                                event == CGI_NO_TERM ? ""
                                                     : object_name(s, event));
    }
    if (is_a(s, node, CGI_NS "Article")) {
        label = cgi_triples_text(s->t, node, s->headline);
        return cgi_arena_printf(s->a, "article \"%s\"",
                                label ? cut(s, label) : "");
    }
    static const char *const kinds[][2] = {{CGI_NS "Event", "event"},
                                           {CGI_NS "Place", "place"},
                                           {CGI_NS "Actor", "actor"},
                                           {CGI_NS "Thing", "thing"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (is_a(s, node, kinds[i][0]))
            return cgi_arena_printf(s->a, "%s \"%s\"", kinds[i][1],
                                    label ? cut(s, label) : "");
    return NULL;
}

static void write_name(output *o, const side *s, uint32_t node, char mark,
                       const char *name)
{
    const char *iri = s->t->terms.at[node].text;
    fprintf(o->to, "%c %s [%s]\n", mark, name, after_last(iri, "/"));
}

/* ---- Facts ----------------------------------------------------------- */

static bool is_why(const char *property)
{
    return !strcmp(property, CGI_NS "rule") ||
           !strcmp(property, CGI_NS "confidence");
}

/* Of a node that only one side has, what is worth a line. */
static bool is_telling(const side *s, const cgi_triple *x)
{
    const char *p = s->t->terms.at[x->p].text;
    const char *local = p + sizeof CGI_NS - 1;
    return !strncmp(p, CGI_NS, sizeof CGI_NS - 1) && !is_why(p) &&
           strcmp(local, "evidence") && strcmp(local, "inArticle") &&
           strcmp(local, "content") && strcmp(local, "cue") &&
           strcmp(local, "sourceSpan") && strcmp(local, "claimant");
}

static void write_fact(output *o, const side *s, const cgi_triple *x,
                       const char *mark)
{
    fprintf(o->to, "  %s %s: %s\n", mark,
            after_last(s->t->terms.at[x->p].text, "/#"), object_name(s, x->o));
}

static void write_only(output *o, const side *s, cgi_range r, char mark)
{
    const char *name = node_name(s, r.at[0].s);
    if (!name)
        return;
    o->n++;
    write_name(o, s, r.at[0].s, mark, name);
    for (size_t i = 0; i < r.n; i++)
        if (is_telling(s, &r.at[i]))
            write_fact(o, s, &r.at[i], " ");
}

static int compare_terms(const cgi_term *a, const cgi_term *b)
{
    int d = (int)a->kind - (int)b->kind;
    if (!d)
        d = strcmp(a->text, b->text);
    if (!d)
        d = strcmp(a->language, b->language);
    return d ? d : strcmp(a->datatype, b->datatype);
}

static int compare_facts(const side *s, const cgi_triple *x, const side *t,
                         const cgi_triple *y)
{
    int d = compare_terms(&s->t->terms.at[x->p], &t->t->terms.at[y->p]);
    return d ? d : compare_terms(&s->t->terms.at[x->o], &t->t->terms.at[y->o]);
}

/* One fact that only `s` has; the node's name before the first one. */
static void differ(output *o, const side *s, const cgi_triple *x,
                   const char *mark, bool *is_named)
{
    const char *name = node_name(s, x->s);
    if (!name || is_why(s->t->terms.at[x->p].text))
        return;
    if (!*is_named) {
        o->n++;
        write_name(o, s, x->s, '~', name);
    }
    *is_named = true;
    write_fact(o, s, x, mark);
}

static void compare_nodes(output *o, const side *s, cgi_range old_facts,
                          const side *t, cgi_range new_facts)
{
    size_t i = 0, k = 0;
    bool is_named = false;
    while (i < old_facts.n || k < new_facts.n) {
        int d = i == old_facts.n ? 1
                : k == new_facts.n
                    ? -1
                    : compare_facts(s, &old_facts.at[i], t, &new_facts.at[k]);
        if (d < 0)
            differ(o, s, &old_facts.at[i], "-", &is_named);
        else if (d > 0)
            differ(o, t, &new_facts.at[k], "+", &is_named);
        i += d <= 0;
        k += d >= 0;
    }
}

/* ---- Graphs ---------------------------------------------------------- */

/* All facts of the node whose first one is at `from`. */
static cgi_range node_at(const side *s, size_t from)
{
    const cgi_triple *at = s->t->all.at + from;
    size_t n = 0;
    while (from + n < s->t->all.n && at[n].s == at[0].s)
        n++;
    return (cgi_range){at, n};
}

size_t cgi_triples_diff(FILE *to, cgi_arena *a, const cgi_triples *old_graph,
                        const cgi_triples *new_graph)
{
    side s = side_of(old_graph, a), t = side_of(new_graph, a);
    output o = {to, 0};
    size_t i = 0, k = 0;
    while (i < old_graph->all.n || k < new_graph->all.n) {
        cgi_range x = node_at(&s, i), y = node_at(&t, k);
        int d = !x.n   ? 1
                : !y.n ? -1
                       : compare_terms(&old_graph->terms.at[x.at[0].s],
                                       &new_graph->terms.at[y.at[0].s]);
        if (d < 0)
            write_only(&o, &s, x, '-');
        else if (d > 0)
            write_only(&o, &t, y, '+');
        else
            compare_nodes(&o, &s, x, &t, y);
        i += d <= 0 ? x.n : 0;
        k += d >= 0 ? y.n : 0;
    }
    return o.n;
}
