/* SPDX-License-Identifier: Apache-2.0
 *
 * dot_metrics.c -- how wide a text is.
 *
 * A picture must be the same wherever it is made, so the fonts of the machine
 * are not asked. The widths are those of DejaVu Sans, which every Debian with
 * graphviz has, and which Verdana matches elsewhere; it is a wide font, so
 * that text in most others fits its box too.
 */
#include "base/utf8.h"
#include "write/dot.h"

/* Thousandths of the font size, from U+0020 to U+007E. */
static const unsigned short ascii[] = {
    318, 401, 460, 838, 636,  950, 780, 275, 390, 390, 500, 838, 318, 361,
    318, 337, 636, 636, 636,  636, 636, 636, 636, 636, 636, 636, 337, 337,
    838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295,
    295, 656, 557, 863, 748,  787, 603, 787, 695, 635, 611, 732, 684, 989,
    685, 611, 685, 390, 337,  390, 838, 500, 500, 613, 635, 550, 635, 615,
    352, 635, 634, 278, 278,  579, 278, 974, 634, 612, 635, 635, 411, 521,
    392, 634, 592, 818, 592,  592, 525, 636, 337, 636, 838};

/* The widest letters of alphabets, and signs at least as wide as high. */
#define LETTER_WIDTH 720
#define SQUARE_WIDTH 1120
#define FIRST_SQUARE 0x2000

size_t cgi_dot_text_width(const char *text)
{
    const char *end = text + strlen(text);
    size_t width = 0;
    while (text < end) {
        uint32_t c = cgi_utf8_next(&text, end);
        if (c >= ' ' && c <= '~')
            width += ascii[c - ' '];
        else
            width += c < FIRST_SQUARE ? LETTER_WIDTH : SQUARE_WIDTH;
    }
    return width;
}

/* A label without what escapes it: "&amp;" is one letter, a backslash hides
 * itself. */
static size_t line_width(cgi_arena *a, const char *at, size_t len)
{
    char *plain = cgi_arena_alloc(a, len + 1), *to = plain;
    for (const char *end = at + len; at < end; at++) {
        *to++ = *at;
        if (*at == '&' && !strncmp(at, "&amp;", 5))
            at += 4;
        else if (*at == '\\' && at[1] == '\\')
            at++;
    }
    *to = '\0';
    return cgi_dot_text_width(plain);
}

size_t cgi_dot_label_width(size_t *n_lines, cgi_arena *a, const char *label)
{
    size_t widest = 0;
    *n_lines = 0;
    for (const char *at = label;;) {
        const char *stop = at;
        while (*stop && strncmp(stop, "\\n", 2) != 0)
            stop += 1 + (*stop == '\\' && stop[1]);
        size_t width = line_width(a, at, (size_t)(stop - at));
        widest = width > widest ? width : widest;
        ++*n_lines;
        if (!*stop)
            return widest;
        at = stop + 2;
    }
}
