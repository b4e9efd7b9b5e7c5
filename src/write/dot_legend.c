/* SPDX-License-Identifier: Apache-2.0
 *
 * dot_legend.c -- the heading of a picture: title, scope and legend.
 *
 * An HTML-like label, so that the legend takes one line and no part in the
 * layout. Its signs are in the fonts of a plain Debian. All text from outside
 * is escaped here: a bad label of this kind makes graphviz fail.
 */
#include "write/dot.h"

const char *const cgi_look_names[CGI_N_LOOKS] = {
    [CGI_LOOK_ACTOR] = "actor",
    [CGI_LOOK_CROWD] = "actor crowd",
    [CGI_LOOK_CLAIM] = "claim",
    [CGI_LOOK_EVENT] = "event",
    [CGI_LOOK_CLAIMED] = "event claimed",
    [CGI_LOOK_PLACE] = "place",
    [CGI_LOOK_THING] = "thing",
    [CGI_LOOK_DATE] = "date",
    [CGI_LOOK_MORE] = "more",
};

const char *const cgi_line_names[CGI_N_LINES] = {
    [CGI_LINE_ASSERTS] = "asserts",
    [CGI_LINE_DENIES] = "denies",
    [CGI_LINE_CONSIDERS] = "considers",
    [CGI_LINE_VIA] = "via",
    [CGI_LINE_SAYS] = "says",
    [CGI_LINE_ROLE] = "role",
    [CGI_LINE_CLAIMED] = "role claimed",
    [CGI_LINE_PART] = "part",
    [CGI_LINE_TIME] = "time",
    [CGI_LINE_MORE] = "more",
};

const char *const cgi_look_fills[CGI_N_LOOKS] = {
    [CGI_LOOK_ACTOR] = "#CFE8F7",   [CGI_LOOK_CROWD] = "#CFE8F7",
    [CGI_LOOK_CLAIM] = "#FFF3C9",   [CGI_LOOK_EVENT] = "#F9D9D0",
    [CGI_LOOK_CLAIMED] = "#F9D9D0", [CGI_LOOK_PLACE] = "#D5EFDC",
    [CGI_LOOK_THING] = "#FFFFFF",   [CGI_LOOK_DATE] = "#FFFFFF",
    [CGI_LOOK_MORE] = "#EEEEEE",
};

/* A cell each; its border is as that of the nodes, as far as tables go. */
static const struct {
    const char *style, *text;
} looks[CGI_N_LOOKS] = {
    [CGI_LOOK_ACTOR] = {"rounded", "\u25EF actor"},
    [CGI_LOOK_CROWD] = {"rounded,dashed", "\u25EF unnamed or many"},
    [CGI_LOOK_CLAIM] = {"solid", "\u25F9 claim"},
    [CGI_LOOK_EVENT] = {"rounded", "\u25A2 event"},
    [CGI_LOOK_CLAIMED] = {"rounded,dashed", "\u25A2 only claimed"},
    [CGI_LOOK_PLACE] = {"solid", "\u2302 place"},
    [CGI_LOOK_THING] = {"solid", "thing"},
    [CGI_LOOK_DATE] = {NULL, NULL}, /* Speaks for itself. */
    [CGI_LOOK_MORE] = {"dashed", "not shown"},
};

static const struct {
    const char *color, *shaft, *head, *text;
} lines[CGI_N_LINES] = {
    [CGI_LINE_ASSERTS] = {"#000000", "\u2500\u2500", "\u25B6", "asserts"},
    [CGI_LINE_DENIES] = {"#B34700", "\u2500\u2500", "\u2524", "denies"},
    [CGI_LINE_CONSIDERS] = {"#000000", "\u00B7 \u00B7 \u00B7", "\u25B6",
                            "considers"},
    [CGI_LINE_VIA] = {"#000000", "\u2013 \u2013", "\u25B6", "told by"},
    [CGI_LINE_SAYS] = {"#555555", "\u2500\u2500", "", "says"},
    [CGI_LINE_ROLE] = {"#555555", "\u2500\u2500", "\u203A", "does, is done to"},
    [CGI_LINE_CLAIMED] = {"#555555", "\u00B7 \u00B7 \u00B7", "\u203A",
                          "only claimed"},
    [CGI_LINE_PART] = {"#555555", "\u2500\u2500", "\u25C7", "is part of"},
    [CGI_LINE_TIME] = {NULL, NULL, NULL, NULL}, /* Speak for themselves. */
    [CGI_LINE_MORE] = {NULL, NULL, NULL, NULL},
};

/* Points: font of the legend, and room around the text of a cell. */
#define FONT_SIZE  8
#define CELL_ROOM  12
#define ROW_HEIGHT 23

/* The cells, and how wide they are together. A table would stretch to the
 * width of the title unless its own is fixed. */
typedef struct {
    const char *cells;
    size_t width;
} legend;

static void add_look(legend *l, cgi_arena *a, cgi_look look)
{
    const char *text = looks[look].text;
    l->cells = cgi_arena_printf(a,
                                "%s<TD BORDER=\"1\" COLOR=\"#555555\" "
                                "BGCOLOR=\"%s\" STYLE=\"%s\">%s</TD>",
                                l->cells, cgi_look_fills[look],
                                looks[look].style, text);
    l->width += cgi_dot_text_width(text) * FONT_SIZE / 1000 + CELL_ROOM;
}

static void add_line(legend *l, cgi_arena *a, cgi_line line)
{
    l->cells =
        cgi_arena_printf(a, "%s<TD><FONT COLOR=\"%s\">%s%s %s</FONT></TD>",
                         l->cells, lines[line].color, lines[line].shaft,
                         lines[line].head, lines[line].text);
    l->width += (cgi_dot_text_width(lines[line].shaft) +
                 cgi_dot_text_width(lines[line].head) +
                 cgi_dot_text_width(lines[line].text)) *
                    FONT_SIZE / 1000 +
                CELL_ROOM;
}

static const char *legend_row(cgi_arena *a, const cgi_picture *p)
{
    bool has_look[CGI_N_LOOKS] = {false}, has_line[CGI_N_LINES] = {false};
    legend l = {"", 0};
    for (size_t i = 0; i < p->nodes.n; i++)
        has_look[p->nodes.at[i].look] = true;
    for (size_t i = 0; i < p->edges.n; i++)
        has_line[p->edges.at[i].line] = true;
    for (int i = 0; i < CGI_N_LOOKS; i++)
        if (has_look[i] && looks[i].text)
            add_look(&l, a, (cgi_look)i);
    for (int i = 0; i < CGI_N_LINES; i++)
        if (has_line[i] && lines[i].text)
            add_line(&l, a, (cgi_line)i);
    if (!*l.cells)
        return "";
    return cgi_arena_printf(
        a,
        "<TR><TD ALIGN=\"LEFT\"><TABLE ALIGN=\"LEFT\" BORDER=\"0\" "
        "CELLBORDER=\"0\" CELLSPACING=\"3\" CELLPADDING=\"1\" "
        "FIXEDSIZE=\"TRUE\" WIDTH=\"%zu\" HEIGHT=\"%d\"><TR>%s</TR></TABLE>"
        "</TD></TR>",
        l.width + CELL_ROOM, ROW_HEIGHT, l.cells);
}

static const char *line(cgi_arena *a, const char *text, const char *before,
                        const char *after)
{
    if (!*text)
        return "";
    return cgi_arena_printf(a, "<TR><TD ALIGN=\"LEFT\">%s%s%s</TD></TR>",
                            before, cgi_dot_xml(a, text), after);
}

const char *cgi_dot_heading(cgi_arena *a, const cgi_picture *p)
{
    return cgi_arena_printf(
        a,
        "<TABLE BORDER=\"0\" CELLSPACING=\"0\" "
        "CELLPADDING=\"1\">%s%s%s</TABLE>",
        line(a, p->title, "<FONT POINT-SIZE=\"12\"><B>", "</B></FONT>"),
        line(a, p->scope, "<FONT POINT-SIZE=\"9\">", "</FONT>"),
        legend_row(a, p));
}
