/* SPDX-License-Identifier: Apache-2.0
 *
 * main.c -- the program that makes the file of places; not installed.
 *
 *   claimgraph-places OUT DATA ISO < TOWNS
 *
 * OUT is the file, DATA the folder with ontology/, ISO the folder with the
 * JSON files of iso-codes, TOWNS the unpacked places of weather-util-data.
 */
#include <string.h>

#include "places/gather.h"

static cg_status gather(cgi_gatherer *g, char **args, cg_error *err)
{
    CG_TRY(cgi_gather_countries(g, args[3], err));
    cgi_gather_cities(g);
    cgi_gather_middles(g);
    CG_TRY(cgi_gather_towns(g, stdin, err));
    return cgi_places_write(args[1], g->places.at, g->places.n, g->names.at,
                            g->names.n, err);
}

static cg_status gather_or_jump(cgi_gatherer *g, char **args, cg_error *err)
{
    jmp_buf on_fail;
    g->arena->on_fail = &on_fail;
    if (setjmp(on_fail))
        return cgi_fail(err, CG_ERR_NOMEM, 0, "out of memory");
    return gather(g, args, err);
}

int main(int argc, char **argv)
{
    cg_error err = {0};
    cg_world *world = NULL;
    if (argc != 4) {
        fprintf(stderr, "usage: claimgraph-places OUT DATA ISO < TOWNS\n");
        return 2;
    }
    cgi_arena arena = {0};
    cg_status status = cg_world_new(&world, argv[2], &err);
    if (!status) {
        cgi_gatherer g = {.arena = &arena, .world = world};
        status = gather_or_jump(&g, argv, &err);
    }
    if (status)
        fprintf(stderr, "claimgraph-places: %s\n", err.text);
    cgi_arena_clear(&arena);
    cg_world_free(world);
    return status ? 1 : 0;
}
