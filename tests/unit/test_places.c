/* SPDX-License-Identifier: Apache-2.0
 *
 * test_places.c -- the file of places, and the entities made from it.
 */
#include <stdlib.h>
#include <string.h>

#include "sample_data.h"
#include "suites.h"
#include "world/places.h"

static const char turtle[] =
    "cge:Land a cg:Country ; rdfs:label \"Land\" ;\n"
    "    skos:notation \"LND\"^^cg:iso3166 .\n"
    "cge:East_state a cg:Region ; rdfs:label \"East state\" ;\n"
    "    cg:ofCountry cge:Land ; cg:within cge:Land .\n"
    "list:generic-place a cg:WordList ; cg:word \"state\" .\n";

static const cgi_place places[] = {
    {"LND", 0, CGI_PLACE_NOWHERE, 0, 0, CGI_KIND_COUNTRY},
    {"\xC3\x89"
     "ast",
     0, 10000, 20000, 0, CGI_KIND_REGION},
    {"West", 0, CGI_PLACE_NOWHERE, 0, 0, CGI_KIND_REGION},
    {"Ab\xC3\xA9-Town", 1, -896437, 5, 700, CGI_KIND_SETTLEMENT},
    {"Abe Town", 2, 12345, -200, 9000, CGI_KIND_SETTLEMENT},
    {"NIL", 5, CGI_PLACE_NOWHERE, 0, 0, CGI_KIND_COUNTRY},
};

enum { N = sizeof places / sizeof *places };

static cg_status put(const char *dir)
{
    cgi_place_name names[] = {
        {"east", 1}, {"abe town", 3}, {"west", 2}, {"abe town", 4}};
    return cgi_places_write(sample_data_path(dir, CGI_PLACES_NAME), places, N,
                            names, 4, NULL);
}

static char *new_folder(void)
{
    char *dir = sample_data_new();
    char text[sizeof turtle + 100];
    snprintf(text, sizeof text,
             "@prefix list: <https://w3id.org/claimgraph/list/> .\n%s", turtle);
    sample_data_turtle(dir, "a.ttl", text);
    CU_ASSERT_EQUAL(put(dir), CG_OK);
    return dir;
}

static cgi_places *open_places(const char *dir)
{
    cgi_places *p = NULL;
    cg_status st =
        cgi_places_open(&p, sample_data_path(dir, CGI_PLACES_NAME), NULL);
    CU_ASSERT_TRUE((st == CG_OK) == (p != NULL));
    return p;
}

static size_t find(uint32_t *first, const cgi_places *p, const char *name)
{
    return cgi_places_find(first, p, cgi_slice_of(name));
}

static void names_are_found_however_spelt(void)
{
    static const char *const spellings[] = {"Abe Town", "Ab\xC3\xA9 Town",
                                            "ABE-TOWN", "A'be Town"};
    char *dir = new_folder();
    cgi_places *p = open_places(dir);
    uint32_t first;
    for (size_t i = 0; p && i < 4; i++) {
        CU_ASSERT_EQUAL(find(&first, p, spellings[i]), 2);
        /* The larger first. */
        CU_ASSERT_EQUAL(cgi_places_bearer(p, first), 4);
        CU_ASSERT_EQUAL(cgi_places_bearer(p, first + 1), 3);
    }
    CU_ASSERT_EQUAL(find(&first, p, "Abe"), 0);
    CU_ASSERT_EQUAL(find(&first, p, "Zebra"), 0);
    CU_ASSERT_EQUAL(find(&first, p, ""), 0);
    CU_ASSERT_EQUAL(find(&first, NULL, "Abe Town"), 0);
    cgi_places_close(p);
    sample_data_free(dir);
}

static void a_name_of_any_length_is_looked_up(void)
{
    char *dir = new_folder(), name[2 * CGI_PLACE_KEY_MAX];
    cgi_places *p = open_places(dir);
    uint32_t first;
    for (size_t n = CGI_PLACE_KEY_MAX - 3; n < sizeof name; n++) {
        memset(name, 'a', n);
        name[n] = '\0';
        CU_ASSERT_EQUAL(find(&first, p, name), 0);
    }
    cgi_places_close(p);
    sample_data_free(dir);
}

static void damage_is_seen(void)
{
    char *dir = new_folder();
    size_t n;
    unsigned char *bytes = sample_data_get(&n, dir, CGI_PLACES_NAME);
    for (size_t i = 0; i < n; i++) {
        bytes[i] ^= 1;
        sample_data_put(dir, CGI_PLACES_NAME, bytes, n);
        cgi_places *p = open_places(dir);
        CU_ASSERT_PTR_NULL(p);
        cgi_places_close(p);
        bytes[i] ^= 1;
    }
    for (size_t i = 0; i < n; i++) {
        sample_data_put(dir, CGI_PLACES_NAME, bytes, i);
        cgi_places *p = open_places(dir);
        CU_ASSERT_PTR_NULL(p);
        cgi_places_close(p);
    }
    free(bytes);
    sample_data_free(dir);
}

/* With the right checksum, as only a broken builder makes them. */
static void bad_numbers_are_seen(void)
{
    static const cgi_place later[] = {{"A", 1, 0, 0, 0, CGI_KIND_REGION},
                                      {"B", 1, 0, 0, 0, CGI_KIND_REGION}};
    static const cgi_place person[] = {{"A", 0, 0, 0, 0, CGI_KIND_PERSON}};
    static const cgi_place deep[] = {{"A", 0, 0, 0, 0, CGI_KIND_REGION},
                                     {"B", 0, 0, 0, 0, CGI_KIND_REGION},
                                     {"C", 1, 0, 0, 0, CGI_KIND_REGION},
                                     {"D", 2, 0, 0, 0, CGI_KIND_REGION},
                                     {"E", 3, 0, 0, 0, CGI_KIND_REGION}};
    static const struct {
        const cgi_place *places;
        size_t n;
    } cases[] = {{later, 2}, {person, 1}, {deep, 5}};
    char *dir = new_folder();
    for (size_t i = 0; i < 3; i++) {
        CU_ASSERT_EQUAL(cgi_places_write(sample_data_path(dir, CGI_PLACES_NAME),
                                         cases[i].places, cases[i].n, NULL, 0,
                                         NULL),
                        CG_OK);
        cgi_places *p = open_places(dir);
        CU_ASSERT_PTR_NULL(p);
        cgi_places_close(p);
    }
    CU_ASSERT_NOT_EQUAL(
        cgi_places_write("/no/such/folder/p", later, 0, NULL, 0, NULL), CG_OK);
    sample_data_free(dir);
}

static void is(const char *found, const char *wanted)
{
    CU_ASSERT_PTR_NOT_NULL(found);
    if (found)
        CU_ASSERT_STRING_EQUAL(found, wanted);
}

static void check_entities(const cg_world *w)
{
    cgi_arena a = {0};
    jmp_buf on_fail;
    a.on_fail = &on_fail;
    if (setjmp(on_fail)) {
        CU_FAIL("out of memory");
        return;
    }
    cgi_place_entities e = {.world = w, .arena = &a};
    const cgi_gaz *town = cgi_place_entity(&e, 3);
    is(town->iri, CGI_ENTITY_NS "Abe_Town-East-LND");
    is(town->label, "Ab\xC3\xA9-Town");
    is(town->lat, "-89.6437");
    is(town->lon, "0.0005");
    CU_ASSERT_EQUAL(town->population, 700);
    /* What the Turtle has is taken from there. */
    is(town->within->iri, CGI_ENTITY_NS "East_state");
    is(town->country->iri, CGI_ENTITY_NS "Land");
    CU_ASSERT_PTR_EQUAL(cgi_place_entity(&e, 3), town);
    const cgi_gaz *region = cgi_place_entity(&e, 2);
    is(region->iri, CGI_ENTITY_NS "West-LND");
    CU_ASSERT_PTR_EQUAL(region->within, town->country);
    CU_ASSERT_PTR_NULL(region->lat);
    CU_ASSERT_PTR_NULL(cgi_place_entity(&e, 5));
    cgi_arena_clear(&a);
}

static void entities_join_the_gazetteer(void)
{
    char *dir = new_folder();
    cg_world *w = NULL;
    CU_ASSERT_EQUAL(cg_world_new(&w, dir, NULL), CG_OK);
    if (w) {
        CU_ASSERT_PTR_NOT_NULL(w->places);
        check_entities(w);
    }
    cg_world_free(w);
    sample_data_free(dir);
}

CU_TestInfo places_tests[] = {
    {"names are found however they are spelt", names_are_found_however_spelt},
    {"a name of any length is looked up", a_name_of_any_length_is_looked_up},
    {"a damaged file is not used", damage_is_seen},
    {"a file with bad numbers is not used", bad_numbers_are_seen},
    {"entities join what the gazetteer has", entities_join_the_gazetteer},
    CU_TEST_INFO_NULL,
};
