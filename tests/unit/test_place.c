/* SPDX-License-Identifier: Apache-2.0
 *
 * test_place.c -- where events were.
 *
 * The sentences are invented and plain. All were published on Tuesday,
 * 2022-09-06.
 */
#include "facts.h"
#include "suites.h"

#define CHECK(cases) facts_check(cases, sizeof cases / sizeof *cases)

static const fact_case inside[] = {
    /* Within the phrase of an argument. */
    {"The soldier was killed by a roadside bomb in Somalia.",
     "+ * asserts assault-kill | place: Somalia"},
    {"A bomb exploded at a court in Quetta.",
     "+ * asserts assault-explosion | place: Quetta"},
    {"A bomb exploded outside a bank in Beirut.",
     "+ * asserts assault | place: Beirut"},
    {"Two soldiers were killed in clashes in Hebron.",
     "+ * asserts assault-kill | place: Hebron"},
    {"Troops were killed in Kandahar and Khost provinces.",
     "+ * asserts assault-kill | place: Kandahar | place: Khost"},
    {"Gunmen in Karachi killed a lawyer.",
     "+ * asserts assault-kill | place: Karachi"},
    {"Troops patrolled the streets of Harare.",
     "+ * asserts * | agent: troops | place: Harare"},
    {"A bomb went off at a factory located in Lyon.",
     "+ * asserts assault | place: factory | place: Lyon"},
    {"Rebels attacked the Lyon central market.",
     "+ * asserts assault-attack | patient: market | place: Lyon"},
    /* A U.S. embassy is not in the United States. */
    {"A bomb exploded near the U.S. embassy.",
     "+ * asserts assault | near: embassy\n"
     "- * says * | place: United States"},
    /* Longer than any name that is known. */
    {"A reporter was killed in San Francisco Gomera on Monday.",
     "+ * asserts assault-kill | place: San Francisco Gomera\n"
     "- entity San Francisco | kind: Settlement"},
    /* Which capital is told by where the article is from, or is about. */
    {"LIMA, Sept 5 (Reuters) - A bomb exploded in this capital on Monday.",
     "+ * asserts assault | place: Lima"},
    {"A bomb exploded near the U.S. embassy in this capital.",
     "- * says * | place: Washington"},
    {"Guatemalan police said gunmen killed a student in the capital.",
     "+ * asserts assault-kill | place: Guatemala City"},
    {"The Guatemalan bank said it had invested the capital in Lyon.",
     "- * says * | place: Guatemala City\n"
     "- entity Guatemala City"},
    {"Protesters marched to the offices of a bank in Nairobi.",
     "+ * asserts protest | place: Nairobi"},
    {"Police captured a gunman in a hotel room in Nairobi.",
     "+ * asserts coerce-arrest | place: Nairobi"},
    /* Into a country, but not out of it. */
    {"In Kenya, two men were shot in an attack in Nairobi.",
     "+ * asserts assault-shoot | place: Nairobi | place: Kenya"},
    {"In Kenya, two men were shot in a protest over an attack in Paris.",
     "- * says assault-shoot | place: Paris"},
    {"Back in Nairobi, dozens of students demonstrated for his release.",
     "+ * asserts protest | place: Nairobi"},
    /* Whose something is, and who does it, is no place. */
    {"Students protested outside Spain's embassy in Nairobi.",
     "+ * asserts protest | place: Nairobi\n"
     "- * says protest | place: Spain"},
    {"Rebels killed two men at a U.S. base in Herat.",
     "+ * asserts assault-kill | place: Herat\n"
     "- * says assault-kill | place: United States"},
    {"A bomb killed two Pakistan soldiers in Herat.",
     "- * says assault-kill | place: Pakistan"},
    {"Rebels killed two men after a deal between Kenya and Uganda.",
     "- * says * | near: Kenya"},
};

static void phrases_are_searched(void)
{
    CHECK(inside);
}

static const fact_case targets[] = {
    {"The rebels captured the town of Goma on Monday.",
     "+ * asserts assault-capture | patient: Goma | place: Goma"},
    {"Warplanes bombed the city of Aleppo.",
     "+ * asserts assault | patient: Aleppo | place: Aleppo"},
    {"The army shelled the outskirts of Herat.",
     "+ * asserts assault | place: Herat"},
    {"A blast struck the city of Aleppo, killing two men.",
     "+ * asserts assault-kill | place: Aleppo"},
    {"Rebels shelled the towns of Goma and Grumbleby.",
     "+ * asserts assault-artillery | place: Goma | place: Grumbleby"},
    {"Rebels captured parts of Herat.",
     "+ * asserts assault-capture | place: Herat"},
    /* Who is criticised is not the place of it. */
    {"The minister criticized France on Monday.", "- * says * | place: France"},
};

static void targets_are_places(void)
{
    CHECK(targets);
}

static const fact_case scenes[] = {
    {"A bomb exploded in Beirut, killing four people.",
     "+ * asserts assault-kill | count: 4 | place: Beirut"},
    {"He was killed when a bus crashed in Nairobi.",
     "+ * asserts * | place: Nairobi"},
    {"Gunmen killed a guard and wounded two men in Nairobi.",
     "+ * asserts assault-kill | place: Nairobi"},
    {"A guard was killed and two men were wounded in an attack in Nairobi.",
     "+ * asserts assault-kill | place: Nairobi"},
    /* Another deed, another place. */
    {"Gunmen killed a guard and the police arrested a man in Nairobi.",
     "- * says assault-kill | place: Nairobi"},
    /* Another time, another place. */
    {"He was arrested in London for killing two people.",
     "+ * asserts coerce-arrest | place: London\n"
     "- * says assault-kill | place: London"},
    {"A minister resigned after protests in Dhaka.",
     "- * says power-resign | place: Dhaka"},
};

static void clauses_of_one_scene_share_a_place(void)
{
    CHECK(scenes);
}

static const fact_case relations[] = {
    {"The earthquake struck 20 km north of Kabul.",
     "+ * asserts disaster-earthquake | near: Kabul\n"
     "- * says disaster-earthquake | place: Kabul"},
    {"A boat sank off the coast of Libya, killing ten migrants.",
     "- * says * | place: Libya"},
    {"Troops killed two men in the north of Mali.",
     "+ * asserts assault-kill | place: Mali"},
    /* Where a place lies is not where the deed was. */
    {"Gunmen killed two men in Herat, 40 kilometers (25 miles) north of"
     " Kabul.",
     "+ * asserts assault-kill | place: Herat\n"
     "- * says * | near: Kabul"},
    {"Gunmen killed two men in Herat, near Kabul.",
     "+ * asserts assault-kill | place: Herat\n"
     "- * says * | near: Kabul"},
    {"Gunmen killed two men between Herat and Kabul.",
     "- * says assault-kill | place: Kabul"},
};

static void near_is_not_at(void)
{
    CHECK(relations);
}

static const fact_case names[] = {
    {"Gunmen attacked a bus in Grumbleby.",
     "+ * asserts assault-attack | place: Grumbleby\n"
     "+ entity Grumbleby | kind: Place"},
    {"Rebels killed two men in the town of Abbot.",
     "+ * asserts assault-kill | place: Abbot"},
    {"Her husband was captured and killed by Nazis.",
     "- * says * | near: Nazis"},
};

static void unknown_places_are_places(void)
{
    CHECK(names);
}

static const fact_case datelines[] = {
    {"KABUL, Sept 6 (Reuters) - Gunmen killed two men on Monday.",
     "+ * asserts assault-kill | place: Kabul"},
    {"KABUL, Sept 6 (Reuters) - Gunmen killed two men in Herat on Monday.",
     "+ * asserts assault-kill | place: Herat\n"
     "- * says assault-kill | place: Kabul"},
    /* Neither long ago nor a matter of places. */
    {"KABUL, Sept 6 (Reuters) - Gunmen killed two men in 2015.",
     "- * says assault-kill | place: Kabul"},
    {"KABUL, Sept 6 (Reuters) - The minister resigned on Monday.",
     "- * says power-resign | place: Kabul"},
};

static void datelines_are_the_last_resort(void)
{
    CHECK(datelines);
}

CU_TestInfo place_tests[] = {
    {"phrases of the clause are searched", phrases_are_searched},
    {"what was hit is where it was", targets_are_places},
    {"clauses of one scene share a place", clauses_of_one_scene_share_a_place},
    {"near is not at", near_is_not_at},
    {"places that nobody knows are places", unknown_places_are_places},
    {"datelines are the last resort", datelines_are_the_last_resort},
    CU_TEST_INFO_NULL,
};
