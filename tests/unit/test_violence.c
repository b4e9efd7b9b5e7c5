/* SPDX-License-Identifier: Apache-2.0
 *
 * test_violence.c -- what force is used, and what came of it.
 *
 * The sentences are invented and plain. All were published on Tuesday,
 * 2022-09-06.
 */
#include "facts.h"
#include "suites.h"

#define CHECK(cases) facts_check(cases, sizeof cases / sizeof *cases)

static const fact_case weapons[] = {
    {"A bomb exploded outside a bank in Beirut.",
     "+ * asserts assault-explosion | instrument: bomb | near: bank\n"
     "- * says * | patient: bomb"},
    {"A bomb damaged the consulate.",
     "+ * asserts assault-destroy | instrument: bomb | patient: consulate"},
    {"Bombs exploded, destroying two kiosks and 22 stands.",
     "+ * asserts assault-destroy | patient: kiosks | patient: stands"},
    {"Rebels detonated a dynamite charge near the bridge.",
     "+ * asserts assault-bomb | agent: rebels | instrument: charge\n"
     "- * says * | patient: charge"},
    {"Militants used mortars against the town hall.",
     "+ * asserts assault-attack | agent: militants | instrument: mortars | "
     "patient: town hall"},
    {"The guerrillas cut power lines.",
     "+ * asserts assault-destroy | agent: guerrillas | patient: power lines"},
    {"The company cut power lines.", "- * says assault"},
    {"The dispute damaged the party's image.", "- * says assault-destroy"},
    {"A car bomb outside the embassy killed two guards.",
     "+ * asserts assault-bomb | instrument: car bomb | near: embassy"},
    {"Rebels hurled grenades at a police station.",
     "+ * asserts assault | agent: Rebels | instrument: grenades | patient: "
     "station"},
    {"Guerrillas planted a mine under a bridge.",
     "+ * asserts assault-bomb | agent: Guerrillas | instrument: mine | "
     "patient: bridge"},
    {"Gunmen opened fire on a bus.",
     "+ * asserts assault-shoot | agent: Gunmen | patient: bus\n"
     "- * says disaster-fire"},
    {"Hackers launched an attack on the power grid.",
     "+ * asserts assault | agent: Hackers | patient: grid"},
    {"The Chadian air force carried out strikes on rebel positions.",
     "+ * asserts assault | agent: air force | patient: positions"},
    {"Dockers launched a strike on Monday.", "- * says assault"},
    {"A car bomb attack wrecked the court.",
     "+ * asserts assault | instrument: bomb\n- * says * | instrument: car"},
};

static void weapons_are_instruments(void)
{
    CHECK(weapons);
}

static const fact_case harm[] = {
    /* What somebody was hurt in. */
    {"Three officers were killed in an attack on the base.",
     "+ * asserts assault-kill | patient: officers | partOf: attack"},
    {"Two men died as a result of the explosion.",
     "+ * asserts death | patient: men | partOf: explosion"},
    {"The mayor was killed in the election campaign.",
     "+ * asserts assault-kill | partOf: none"},
    {"The blast left seven people dead.",
     "+ * asserts death | patient: people | count: 7 | partOf: explosion"},
    {"Two guards are among the wounded.",
     "+ * asserts injury | patient: guards\n"
     "- * says * | agent: guards"},
    {"The wounded include a child.", "+ * asserts injury | patient: child"},
    {"The dead were identified as Omar Castro and Elsa Prado.",
     "+ * asserts death | patient: Omar Castro | patient: Elsa Prado"},
    {"The group was identified as a charity.", "- * says death"},
};

static void harm_is_a_part_of_what_did_it(void)
{
    CHECK(harm);
}

CU_TestInfo violence_tests[] = {
    {"weapons are instruments", weapons_are_instruments},
    {"harm is a part of what did it", harm_is_a_part_of_what_did_it},
    CU_TEST_INFO_NULL,
};
