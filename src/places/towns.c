/* SPDX-License-Identifier: Apache-2.0
 *
 * towns.c -- towns and counties of the United States.
 *
 * Debian's weather-util-data has the gazetteer of the Census Bureau in a form
 * like this, the angles in radians:
 *
 *   [fips0603526]
 *   centroid = (0.6174581, -2.0778013)
 *   description = Bakersfield city, CA
 *
 * The code has five digits for a county, seven for a place and ten for a part
 * of a county. What ends a description in small letters says what it is;
 * divisions that only statisticians know end in capitals, but for "CDP", which
 * is a place without a government.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "places/gather.h"

#define LINE_BYTES 512

enum { COUNTY_DIGITS = 5, PLACE_DIGITS = 7 };

typedef struct {
    size_t digits; /* 0 outside an entry. */
    cgi_position at;
} entry;

/* The value of "key = value", or NULL. */
static const char *value(const char *line, const char *key)
{
    size_t n = strlen(key);
    return !strncmp(line, key, n) && !strncmp(line + n, " = ", 3) ? line + n + 3
                                                                  : NULL;
}

/* Cuts "township" off "Readington township"; returns it, or NULL. */
static char *cut_kind(char *name)
{
    char *kind = NULL;
    for (char *last = strrchr(name, ' '); last; last = strrchr(name, ' ')) {
        bool small = last[1] >= 'a' && last[1] <= 'z';
        if (!small && strcmp(last + 1, "CDP") != 0)
            break;
        if (kind)
            kind[-1] = ' ';
        *last = '\0';
        kind = last + 1;
    }
    return kind;
}

static void add_county(cgi_gatherer *g, char *name, uint32_t state,
                       cgi_position at)
{
    cgi_gather_settlement(g, CGI_KIND_REGION, name, state, at, 0);
}

/* A township and what it is called by if no town has that name. */
typedef struct {
    uint32_t place, state;
    const char *name;
} township;

typedef CGI_VEC(township) townships;

static void add_town(cgi_gatherer *g, townships *ts, const entry *e, char *name,
                     uint32_t state)
{
    const char *kind = cut_kind(name);
    if (!kind || strchr(name, '('))
        return;
    const char *label = name;
    bool is_township = strstr(kind, "township") != NULL;
    if (is_township)
        label = cgi_arena_printf(g->arena, "%s Township", name);
    uint32_t n =
        cgi_gather_settlement(g, CGI_KIND_SETTLEMENT, label, state, e->at, 0);
    if (is_township && n + 1 == g->places.n)
        CGI_PUSH(g->arena, ts, (township){n, state, name});
}

/* Nobody calls President Township "President", or Northwest Township
 * "Northwest". */
static bool is_word(const cgi_gatherer *g, const char *name)
{
    cgi_slice s = cgi_slice_of(cgi_utf8_lower(g->arena, cgi_slice_of(name)));
    return cgi_world_find_noun(g->world, s) ||
           cgi_world_in_list(NULL, g->world, "direction", s);
}

static void name_townships(cgi_gatherer *g, const townships *ts)
{
    for (size_t i = 0; i < ts->n; i++)
        if (!is_word(g, ts->at[i].name) &&
            !cgi_gather_has(g, ts->at[i].state, ts->at[i].name))
            cgi_gather_name(g, ts->at[i].place, ts->at[i].name);
}

static void add_entry(cgi_gatherer *g, townships *ts, const entry *e,
                      const char *description)
{
    char *name = cgi_arena_strndup(g->arena, description, strlen(description));
    char *cut = strrchr(name, ',');
    if (!cut || strlen(cut) != strlen(", CA"))
        return;
    *cut = '\0';
    uint32_t state = cgi_gather_find(
        &g->codes, cgi_arena_printf(g->arena, "US-%s", cut + 2));
    if (state == CGI_NO_PLACE)
        return;
    if (e->digits == COUNTY_DIGITS)
        add_county(g, name, state, e->at);
    else
        add_town(g, ts, e, name, state);
}

static cgi_position read_position(const char *s)
{
    cgi_position at = {0, 0};
    char *end;
    at.lat = strtod(s + strspn(s, "("), &end) * 180 / M_PI;
    at.lon = strtod(end + strspn(end, ", "), NULL) * 180 / M_PI;
    return at;
}

cg_status cgi_gather_towns(cgi_gatherer *g, FILE *from, cg_error *err)
{
    char line[LINE_BYTES];
    entry e = {0};
    townships ts = {0};
    size_t n = 0;
    while (fgets(line, sizeof line, from)) {
        line[strcspn(line, "\n")] = '\0';
        const char *position = value(line, "centroid");
        const char *description = value(line, "description");
        if (line[0] == '[')
            e.digits = strncmp(line, "[fips", 5) != 0
                           ? 0
                           : strspn(line + 5, "0123456789");
        else if (position)
            e.at = read_position(position);
        else if (description && e.digits) {
            add_entry(g, &ts, &e, description);
            n++;
        }
    }
    name_townships(g, &ts);
    return ferror(from) || !n
               ? cgi_fail(err, CG_ERR_DATA, 0, "no towns could be read")
               : CG_OK;
}
