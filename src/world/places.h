/* SPDX-License-Identifier: Apache-2.0
 *
 * places.h -- cities, towns and administrative regions of the world in a file.
 *
 * The Turtle gazetteer knows what matters by all its names; this file knows
 * that there are eleven more Springfields. The build makes it from lists that
 * others keep (see src/places), and it is mapped, since an article asks for a
 * few of its places only. Without the file all works, with fewer places.
 *
 *   offset 0   char[8]  "CGPLACE\n"
 *          8   u32      version, CGI_PLACES_VERSION
 *         12   u32      number of places
 *         16   u64      cgi_hash() of all from offset 24, with the eight bytes
 *                       at offset 8 as the seed
 *         24   u32      number of names
 *         28   u32      bytes in the text
 *         32   places[] {u32 label, u32 within, i32 lat, i32 lon,
 *                       u32 population, u32 kind}
 *              names[]  {u32 key, u32 place}, sorted by key, then by
 *                       population from high to low
 *              text[]   strings, a NUL behind each
 *
 * `label` and `key` are offsets into the text. `within` is the number of the
 * place around it, which is smaller than its own, so no chain is endless; it is
 * its own number if there is none. Degrees are in ten-thousandths; a latitude
 * of CGI_PLACE_NOWHERE says that the position is not known. A country has its
 * ISO 3166 code of three letters for a label. Keys are folded as
 * cgi_utf8_fold() does. Little endian.
 */
#ifndef CG_WORLD_PLACES_H
#define CG_WORLD_PLACES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "world/world.h"

#define CGI_PLACES_VERSION 1
#define CGI_PLACES_NAME    "places.data"
#define CGI_PLACE_NOWHERE  INT32_MAX

/* Bytes of a folded name with its NUL; longer ones are in no file. */
#define CGI_PLACE_KEY_MAX 96

typedef struct {
    const char *label;
    uint32_t within;
    int32_t lat, lon;
    uint32_t population; /* 0 if not known. */
    cgi_kind kind;       /* Country, region or settlement. */
} cgi_place;

/* One name of a place, as it is written into the file. */
typedef struct {
    const char *key;
    uint32_t place;
} cgi_place_name;

/* Maps and checks the file at `path`; CG_ERR_DATA if it is of no use. */
cg_status cgi_places_open(cgi_places **out, const char *path, cg_error *err);
void cgi_places_close(cgi_places *p);

/* Writes a file; sorts `names`. For the build. */
cg_status cgi_places_write(const char *path, const cgi_place *places, size_t n,
                           cgi_place_name *names, size_t n_names,
                           cg_error *err);

/* How many places bear the name; they are the bearers *first and following.
 * `p` may be NULL. */
size_t cgi_places_find(uint32_t *first, const cgi_places *p, cgi_slice name);

/* The number of a bearer's place. */
uint32_t cgi_places_bearer(const cgi_places *p, uint32_t bearer);

cgi_place cgi_places_at(const cgi_places *p, uint32_t place);

/* Entities of places, made when they are asked for: what a document needs of
 * the file, in the document's arena. */
typedef struct {
    const cg_world *world;
    cgi_arena *arena;
    cgi_table made; /* By number. */
} cgi_place_entities;

/* The entity of a place. A country or region that the Turtle gazetteer has is
 * that one. NULL for a country that it has not. */
const cgi_gaz *cgi_place_entity(cgi_place_entities *e, uint32_t place);

#endif
