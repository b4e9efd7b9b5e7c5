/* SPDX-License-Identifier: Apache-2.0
 *
 * countries.c -- countries and their subdivisions, from Debian's iso-codes.
 */
#include <jansson.h>
#include <string.h>

#include "places/gather.h"

/* The array under `key` of a JSON file; *root is the caller's to release. */
static cg_status read_list(json_t **root, json_t **list, cgi_gatherer *g,
                           const char *folder, const char *part, cg_error *err)
{
    json_error_t why;
    const char *path =
        cgi_arena_printf(g->arena, "%s/iso_%s.json", folder, part);
    *root = json_load_file(path, 0, &why);
    if (!*root)
        return cgi_fail(err, CG_ERR_DATA, 0, "%s: %s", path, why.text);
    *list = json_object_get(*root, part);
    return CG_OK;
}

static const char *text(const json_t *row, const char *key)
{
    const char *s = json_string_value(json_object_get(row, key));
    return s ? s : "";
}

static void add_country(cgi_gatherer *g, const json_t *row)
{
    const char *code = text(row, "alpha_3");
    if (!cgi_world_find_country(g->world, code))
        return;
    uint32_t n = cgi_gather_place(g, CGI_KIND_COUNTRY, code, CGI_NO_PLACE);
    cgi_gather_keep(g, &g->codes, text(row, "alpha_2"), n);
}

/* "Navarra, Comunidad Foral de", "Alacant*", "Opava [Troppau]": what is before
 * the mark is the name. */
static const char *plain_name(cgi_gatherer *g, const char *name)
{
    size_t n = strcspn(name, ",*[(/");
    while (n && name[n - 1] == ' ')
        n--;
    return cgi_arena_strndup(g->arena, name, n);
}

/* The region of England is within it; other codes of parents lack the
 * country's. */
static uint32_t parent_of(cgi_gatherer *g, const json_t *row, uint32_t country)
{
    const char *parent = text(row, "parent");
    if (!*parent)
        return country;
    uint32_t found = cgi_gather_find(&g->codes, parent);
    if (found == CGI_NO_PLACE)
        found = cgi_gather_find(
            &g->codes,
            cgi_arena_printf(g->arena, "%.2s-%s", text(row, "code"), parent));
    return found;
}

/* Territories that are countries of their own in the other list are left to
 * that. */
static void add_region(cgi_gatherer *g, const json_t *row)
{
    const char *code = text(row, "code"), *type = text(row, "type");
    const char *name = plain_name(g, text(row, "name"));
    uint32_t country =
        cgi_gather_find(&g->codes, cgi_arena_printf(g->arena, "%.2s", code));
    if (country == CGI_NO_PLACE || !*name || !strcmp(type, "Outlying area"))
        return;
    size_t before = g->places.n;
    uint32_t within = parent_of(g, row, country);
    uint32_t n = cgi_gather_region(g, country, name);
    cgi_gather_keep(g, &g->codes, code, n);
    if (n < before)
        return;
    if (within != CGI_NO_PLACE)
        g->places.at[n].within = within;
    const char *last = strrchr(type, ' ');
    cgi_gather_name(
        g, n,
        cgi_arena_printf(g->arena, "%s %s", name, last ? last + 1 : type));
}

cg_status cgi_gather_countries(cgi_gatherer *g, const char *folder,
                               cg_error *err)
{
    json_t *root, *list, *row;
    size_t i;
    CG_TRY(read_list(&root, &list, g, folder, "3166-1", err));
    json_array_foreach(list, i, row) add_country(g, row);
    json_decref(root);
    CG_TRY(read_list(&root, &list, g, folder, "3166-2", err));
    /* Parents first. */
    for (int inner = 0; inner < 2; inner++)
        json_array_foreach(list, i, row) if ((*text(row, "parent") != '\0') ==
                                             inner) add_region(g, row);
    json_decref(root);
    return CG_OK;
}
