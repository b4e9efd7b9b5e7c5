/* SPDX-License-Identifier: Apache-2.0
 *
 * dot_svg.c -- titles that tell something.
 *
 * graphviz gives every group of an SVG file a <title>, which viewers show as a
 * tooltip and read aloud, and puts the name of the node into it, which here is
 * an id. It is replaced by the full text of the node or edge. graphviz writes
 *
 *   <g id="ID" class="node actor">\n<title>NAME</title>\n
 *
 * with the ids in the order of its output, "-" in them as "&#45;".
 */
#include "write/dot.h"
#include "write/net.h"

#define DASH "&#45;"

static const char group[] = "<g id=\"", title[] = "<title>",
                  title_end[] = "</title>";

/* Where `needle` stands in [at, end), or `end`. */
static const char *find(const char *at, const char *end, const char *needle)
{
    size_t n = strlen(needle);
    for (; at + n <= end; at++) {
        at = memchr(at, needle[0], (size_t)(end - at));
        if (!at || at + n > end)
            return end;
        if (!memcmp(at, needle, n))
            return at;
    }
    return end;
}

/* The same for the last one, which must be there if any is. */
static const char *find_last(const char *at, const char *end,
                             const char *needle)
{
    const char *last = find(at, end, needle);
    for (const char *next = last; next < end;) {
        last = next;
        next = find(next + 1, end, needle);
    }
    return last;
}

/* As strcmp(), where [at, end) is escaped. */
static int compare(const char *at, const char *end, const char *id)
{
    while (at < end && *id) {
        bool is_dash = !strncmp(at, DASH, sizeof DASH - 1);
        unsigned char c = (unsigned char)(is_dash ? '-' : *at);
        if (c != (unsigned char)*id)
            return c < (unsigned char)*id ? -1 : 1;
        at += is_dash ? sizeof DASH - 1 : 1;
        id++;
    }
    return at < end ? 1 : *id ? -1 : 0;
}

/* The title of the group whose id is [at, end), or NULL. */
static const char *title_of(const cgi_picture *p, const char *at,
                            const char *end)
{
    size_t low = 0, high = p->titles.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(at, end, p->titles.at[middle].id);
        if (!order)
            return p->titles.at[middle].text;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static void copy(FILE *to, const char *from, const char *end)
{
    fwrite(from, 1, (size_t)(end - from), to);
}

void cgi_dot_svg_write(const cgi_picture *picture, const char *svg, size_t n,
                       FILE *to)
{
    const char *at = svg, *end = svg + n;
    while (at < end) {
        const char *name = find(at, end, title);
        const char *id = find_last(at, name, group);
        const char *stop = find(name, end, title_end);
        if (stop == end)
            break;
        const char *text = NULL;
        if (id < name) {
            id += sizeof group - 1;
            text = title_of(picture, id, find(id, name, "\""));
        }
        copy(to, at, name);
        if (text) {
            fputs(title, to);
            cgi_xml_put(to, text);
        } else {
            copy(to, name, stop);
        }
        at = stop;
    }
    copy(to, at, end);
}
