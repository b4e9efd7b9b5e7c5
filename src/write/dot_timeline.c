/* SPDX-License-Identifier: Apache-2.0
 *
 * dot_timeline.c -- the view "timeline": what happened when, who says so.
 *
 *   2022-08      ( clash in Kabul          )
 *      |
 *   2022-09-05   ( attack on the embassy   ) <--- A, B
 *                                            |--- C
 *
 * One event below the other. The places are computed here rather than by
 * graphviz, which has no layout that keeps an order from top to bottom.
 */
#include <stdlib.h>

#include "write/dot_view.h"

/* Points: text, room around it in a node, and room between nodes. */
#define FONT_SIZE   9
#define LINE_HEIGHT 11
#define MARGIN_X    18
#define MARGIN_Y    9
#define GAP_X       36
#define GAP_Y       7

/* Code points in a line of a label. */
#define DATE_WIDTH  13
#define EVENT_WIDTH 44
#define NAMES_WIDTH 30

/* Claimants that a note names. */
#define NAMES_MAX 6

/* Nodes that an event takes on average, for the room there is. */
#define NODES_PER_EVENT 3

/* ---- Choosing -------------------------------------------------------- */

static long date_value(cgi_date d)
{
    return (d.year * 100L + d.month) * 100 + d.day;
}

static cgi_date first_day(const cgi_dot_event *e)
{
    return e->span.from.year ? e->span.from : e->span.to;
}

static int by_date(const void *a, const void *b)
{
    const cgi_dot_event *x = *(cgi_dot_event *const *)a;
    const cgi_dot_event *y = *(cgi_dot_event *const *)b;
    long m = date_value(first_day(x)), n = date_value(first_day(y));
    if (m != n)
        return m < n ? -1 : 1;
    int order = strcmp(x->when, y->when);
    if (order)
        return order;
    return x->order < y->order ? -1 : x->order > y->order;
}

/* Events that are to stand in the picture, in their order; returns how many.
 * *n_undated and *n_folded are those that are not. */
static size_t choose(cgi_view *v, cgi_dot_event ***out, size_t *n_undated,
                     size_t *n_folded)
{
    cgi_dot_event **ranked = cgi_view_ranked(v);
    size_t n = 0, most = v->room / NODES_PER_EVENT;
    *n_undated = *n_folded = 0;
    for (size_t i = 0; i < v->story->events.n; i++) {
        cgi_dot_event *e = ranked[i];
        if (e->is_out)
            continue;
        if (!e->when || !first_day(e).year)
            ++*n_undated;
        else if (n >= most || e->is_vague)
            ++*n_folded;
        else
            ranked[n++] = e;
    }
    if (n)
        qsort(ranked, n, sizeof(cgi_dot_event *), by_date);
    *out = ranked;
    return n;
}

/* ---- Nodes ----------------------------------------------------------- */

/* The size that the label of the last node asks for. */
static cgi_dot_node *measure_last(cgi_view *v)
{
    cgi_dot_node *node = &v->picture->nodes.at[v->picture->nodes.n - 1];
    size_t n_lines;
    size_t width = cgi_dot_label_width(&n_lines, v->arena, node->label);
    node->width = width * FONT_SIZE / 1000 + MARGIN_X;
    node->height = n_lines * LINE_HEIGHT + MARGIN_Y;
    return node;
}

static size_t add_date(cgi_view *v, const char *when)
{
    const char *iri = cgi_arena_printf(v->arena, "date-%s", when);
    cgi_view_node(v, iri, CGI_LOOK_DATE, 0, when, "", DATE_WIDTH)->iri = NULL;
    measure_last(v);
    return v->picture->nodes.n - 1;
}

static void add_event(cgi_view *v, cgi_dot_event *e)
{
    const char *tip = cgi_dot_join(v->arena, e->type, ": ",
                                   cgi_view_detail(v, e, CGI_DETAIL_FULL));
    cgi_view_node(v, e->iri, e->is_stated ? CGI_LOOK_EVENT : CGI_LOOK_CLAIMED,
                  1, e->type, cgi_view_detail(v, e, CGI_DETAIL_SCENE),
                  EVENT_WIDTH);
    cgi_view_tell(v, tip, e->url);
    e->node = v->picture->nodes.n - 1;
    measure_last(v);
    v->n_events++;
}

/* The claimants who speak of `e` in this way; "" if there are none. */
static const char *voices(cgi_view *v, const cgi_dot_event *e,
                          cgi_polarity polarity, const char **tip)
{
    const cgi_dot_actor *named[NAMES_MAX];
    const char *text = "";
    size_t n = 0, n_more = 0;
    *tip = "";
    for (size_t i = 0; i < e->sayings.n; i++) {
        const cgi_dot_claim *c = e->sayings.at[i].claim;
        if (c->is_out ||
            c->contents.at[e->sayings.at[i].content].polarity != polarity)
            continue;
        v->n_claims++;
        bool is_known = false;
        for (size_t k = 0; k < n; k++)
            is_known |= named[k] == c->claimant;
        if (is_known)
            continue;
        if (n == NAMES_MAX) {
            n_more++;
            continue;
        }
        named[n++] = c->claimant;
        *tip = cgi_dot_join(v->arena, *tip, "; ", cgi_view_quote(v, c));
        text = cgi_dot_join(v->arena, text, ", ",
                            c->claimant
                                ? c->claimant->label
                                : cgi_arena_printf(v->arena, "(%s)", c->cue));
    }
    return n_more ? cgi_arena_printf(v->arena, "%s +%zu", text, n_more) : text;
}

/* A note for each way in which the event is spoken of. Returns the height of
 * all of them. */
static size_t add_notes(cgi_view *v, const cgi_dot_event *e)
{
    size_t height = 0;
    for (int i = 0; i < CGI_N_POLARITIES; i++) {
        const char *tip;
        const char *names = voices(v, e, (cgi_polarity)i, &tip);
        if (!*names)
            continue;
        const char *name = cgi_polarity_names[i];
        cgi_view_node(v, cgi_arena_printf(v->arena, "%s-%s", e->iri, name),
                      CGI_LOOK_CLAIM, 2, names, "", NAMES_WIDTH)
            ->iri = NULL;
        cgi_view_tell(v, tip, NULL);
        size_t node = v->picture->nodes.n - 1;
        height += measure_last(v)->height + (height ? GAP_Y : 0);
        cgi_view_edge(v, node, e->node, (cgi_line)i, name, "", name);
    }
    return height;
}

/* ---- Places ---------------------------------------------------------- */

/* Puts the notes [first, end) one below the other around `y`. */
static void place_notes(cgi_view *v, size_t first, size_t y, size_t height)
{
    size_t at = y - height / 2;
    for (size_t i = first; i < v->picture->nodes.n; i++) {
        cgi_dot_node *node = &v->picture->nodes.at[i];
        node->y = at + node->height / 2;
        at += node->height + GAP_Y;
    }
}

/* Adds a row below `y`; returns where the next one starts. *date is the node of
 * the date in the row before, if `has_before`. */
static size_t add_row(cgi_view *v, cgi_dot_event *e, bool has_before,
                      size_t *date, size_t y)
{
    size_t last = *date;
    *date = add_date(v, e->when);
    add_event(v, e);
    size_t first = v->picture->nodes.n;
    size_t notes = add_notes(v, e);
    cgi_dot_node *nodes = v->picture->nodes.at;
    size_t height = nodes[*date].height;
    height = nodes[e->node].height > height ? nodes[e->node].height : height;
    height = notes > height ? notes : height;
    nodes[e->node].y = nodes[*date].y = y + height / 2;
    place_notes(v, first, y + height / 2, notes);
    if (has_before)
        cgi_view_edge(v, last, *date, CGI_LINE_TIME, "then", "", "then");
    cgi_view_edge(v, *date, e->node, CGI_LINE_TIME, "on", "", "on");
    return y + height + GAP_Y;
}

/* Columns as wide as their widest node, which all others get too; y upwards. */
static void place_columns(cgi_view *v, size_t height)
{
    size_t widest[3] = {0}, x[3] = {0};
    cgi_picture *p = v->picture;
    for (size_t i = 0; i < p->nodes.n; i++) {
        const cgi_dot_node *node = &p->nodes.at[i];
        if (node->width > widest[node->column])
            widest[node->column] = node->width;
    }
    for (size_t i = 0; i < 3; i++) {
        size_t left = i ? x[i - 1] + widest[i - 1] / 2 + GAP_X : 0;
        x[i] = left + widest[i] / 2;
    }
    for (size_t i = 0; i < p->nodes.n; i++) {
        cgi_dot_node *node = &p->nodes.at[i];
        node->width = widest[node->column];
        node->x = x[node->column];
        node->y = height - node->y;
    }
}

static size_t add_fold(cgi_view *v, const char *id, size_t n, const char *what,
                       size_t y)
{
    if (!n)
        return y;
    size_t node = cgi_view_fold(v, id, n, what, 1);
    v->picture->nodes.at[node].y = y + measure_last(v)->height / 2;
    return y + v->picture->nodes.at[node].height + GAP_Y;
}

void cgi_view_timeline(cgi_view *v)
{
    size_t n_undated, n_folded, date = 0, y = 0;
    cgi_dot_event **events;
    v->picture->layout = CGI_LAYOUT_PLACED;
    size_t n = choose(v, &events, &n_undated, &n_folded);
    for (size_t i = 0; i < n; i++)
        y = add_row(v, events[i], i > 0, &date, y);
    y = add_fold(v, "more-events", n_folded, "dated event", y);
    y = add_fold(v, "more-undated", n_undated, "undated event", y);
    place_columns(v, y);
}
