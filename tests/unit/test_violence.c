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

static const fact_case accidents[] = {
    {"A plane crashed near Bergen, killing three crewmen.",
     "+ * asserts death-accident | patient: crewmen | partOf: crash\n"
     "- * says assault"},
    {"Nine people were killed when a bus overturned near La Paz.",
     "+ * asserts death-accident | patient: people | count: 9 | partOf: crash"
     "\n- * says assault"},
    {"At least 40 people were killed in floods in Bangladesh.",
     "+ * asserts death-accident | partOf: flood\n- * says assault"},
    {"The floods destroyed a school. Homes were destroyed in the floods.",
     "+ * asserts disaster-damage | patient: Homes | partOf: flood\n"
     "- * says assault"},
    {"Two people were killed when a bomb exploded at a market.",
     "+ * asserts assault-kill | patient: people | partOf: explosion"},
    {"Gunmen attacked a convoy, wounding six drivers and killing two guards.",
     "+ * asserts assault-kill | agent: Gunmen | patient: guards | partOf: "
     "attack"},
    {"A drunk driver killed a cyclist.", "+ * asserts assault-kill"},
};

static void accidents_are_no_assaults(void)
{
    CHECK(accidents);
}

static const fact_case mistagged[] = {
    {"A 48-year-old farmer shot dead a police officer early on Tuesday.",
     "+ * asserts assault-kill | agent: farmer | patient: officer"},
    {"The shot killed a police officer.", "- * says * | agent: officer"},
    {"Many of them were captured in Jenin.",
     "+ * asserts coerce-arrest | place: Jenin"},
    {"The opposition captured parts of Laghman.",
     "+ * asserts assault-capture | agent: opposition | place: Laghman"},
    {"The army launched an attack at the Barada Valley area of Damascus.",
     "+ * asserts assault-attack | place: Barada\n"
     "- * says assault-attack | patient: Damascus"},
    {"Bodies of two men were found dumped on a roadside in Miranshah.",
     "+ * asserts investigate-find | place: Miranshah"},
};

static void verbs_are_told_from_nouns(void)
{
    CHECK(mistagged);
}

static const fact_case tolls[] = {
    {"Twelve people were killed and 30 injured in the attack.",
     "+ * asserts assault-kill | patient: people | count: 12 | partOf: attack"
     "\n+ * asserts injury | count: 30 | partOf: attack\n"
     "- * says injury | count: 12"},
    {"The blast left 12 people dead and 30 others injured.",
     "+ * asserts death | count: 12\n+ * asserts injury | count: 30\n"
     "- * says injury | agent: people"},
    {"Two soldiers were killed, and at least 15 others wounded, on Monday.",
     "+ * asserts injury | patient: others | count: AtLeast 15"},
    {"Three monks were killed and two escaped.", "- * says injury"},
};

static void tolls_are_told_apart(void)
{
    CHECK(tolls);
}

static const fact_case figures_of_speech[] = {
    {"The crisis exploded in Norway on Monday.", "- * says assault"},
    {"The rebels destroyed the peace process.", "- * says assault-destroy"},
    {"Maria Lopez deplored the destruction of democracy in Norway.",
     "- * says assault-destroy"},
    {"The rebels destroyed the bridge.",
     "+ * asserts assault-destroy | patient: bridge"},
};

static void what_is_abstract_is_not_harmed(void)
{
    CHECK(figures_of_speech);
}

#define MATCH                                                                  \
    "The striker and the goalkeeper of the squad met at the stadium. The "     \
    "coach praised the midfielder after the cup match. "

static const fact_case other_senses[] = {
    {"Microsoft won a legal battle with Sun.", "- * says assault"},
    {"Bush and Kerry fought a bitter political battle.", "- * says assault"},
    {"Bush and Kerry traded a war of words.", "- * says assault"},
    {"Critics attacked the government for its policy.",
     "+ * asserts accuse-criticize | agent: Critics | patient: government"},
    {"The president came under fire from Democrats over the war.",
     "+ * asserts accuse-criticize | patient: president\n- * says assault"},
    {"The White House shot down the proposal.",
     "+ * asserts reject | agent: White House\n- * says assault"},
    {"Rebels shot down the plane.", "+ * asserts assault-aerial"},
    {"Lopez had a battle with cancer.", "- * says assault"},
    /* In a report on sport. */
    {MATCH "Omar Castro shot wide and clashed with Jan Smit.",
     "- * says assault"},
    {MATCH "Police clashed with fans.",
     "+ * asserts assault-clash | participant: Police"},
    {MATCH "Gunmen shot the referee.",
     "+ * asserts assault-shoot | patient: referee"},
    {"Omar Castro shot Jan Smit.", "+ * asserts assault-shoot"},
};

static void other_senses_are_no_violence(void)
{
    CHECK(other_senses);
}

static const fact_case machines[] = {
    {"Israeli warplanes bombed a refugee camp.",
     "+ narrator asserts assault-aerial | agent: Israel | patient: camp "
     "| instrument: warplanes"},
    {"The army denied that its planes had bombed a refugee camp.",
     "+ army denies assault-aerial | agent: army | patient: camp"},
    {"A US drone targeted the rebel leader.",
     "+ narrator asserts assault | agent: United States"},
    /* Nobody's, or somebody else's by the words. */
    {"Warplanes bombed a refugee camp.",
     "+ narrator asserts assault-aerial | agent: none"},
    {"Rebels in Israeli helicopters bombed a refugee camp.",
     "- * says assault | agent: Israel"},
};

static void machines_have_owners(void)
{
    CHECK(machines);
}

static const fact_case weapons_hit[] = {
    {"A mortar round hit the embassy.",
     "+ narrator asserts assault | instrument: round | patient: embassy"},
    {"Two shells landed near the market in Donetsk.",
     "+ narrator asserts assault-artillery | near: market"},
    {"The strike hit a residential building.",
     "+ narrator asserts assault-attack | patient: building"},
    {"Sales were hit by the strike.", "- * says assault"},
    {"The plane landed near the market.", "- * says assault"},
    {"Police shot and killed a man in Ohio.",
     "+ narrator asserts assault-shoot | agent: Police | patient: man\n"
     "+ narrator asserts assault-kill | agent: Police | patient: man"},
    {"The attack wounded three people and damaged port facilities.",
     "+ narrator asserts assault-destroy | patient: facilities\n"
     "- * says injury | patient: facilities"},
    {"A magnitude 7.8 earthquake hit southern Turkey.",
     "+ narrator asserts disaster-earthquake | place: Turkey"},
    {"Kharkiv came under heavy shelling on Friday.",
     "+ entity Kharkiv | kind: Settlement"},
};

static void weapons_hit_things(void)
{
    CHECK(weapons_hit);
}

/* Participles behind other verbs. */
static const fact_case participles[] = {
    {"Police want the man arrested.",
     "+ police says coerce-arrest | patient: man\n"
     "- * says coerce-arrest | agent: man"},
    {"The president had the officers arrested.",
     "+ * asserts coerce-arrest | patient: officers"},
    {"A reporter was found shot dead in Lima.",
     "+ * asserts assault-kill | patient: reporter"},
};

static void participles_are_undergone(void)
{
    CHECK(participles);
}

static const fact_case bodies_that_fight[] = {
    {"The Zarate-Wilka group shot a judge.",
     "+ narrator asserts assault-shoot | agent: Zarate-Wilka"},
    {"Members of the Secret Anticommunist Army shot a judge.",
     "+ entity Secret Anticommunist Army | kind: ArmedGroup"},
    {"The Salvation Army opened a shelter.",
     "+ entity Salvation Army | kind: Organization"},
    {"The Norwegian Army shot a bear.",
     "+ entity Norwegian Army | kind: GovernmentBody"},
    {"A drug ring murdered a reporter.",
     "+ narrator asserts assault-kill | agent: drug ring"},
};

static void who_fights_is_known(void)
{
    CHECK(bodies_that_fight);
}

CU_TestInfo violence_tests[] = {
    {"machines have owners", machines_have_owners},
    {"weapons hit things", weapons_hit_things},
    {"participles are undergone", participles_are_undergone},
    {"who fights is known", who_fights_is_known},
    {"other senses are no violence", other_senses_are_no_violence},
    {"accidents are no assaults", accidents_are_no_assaults},
    {"verbs are told from nouns", verbs_are_told_from_nouns},
    {"tolls are told apart", tolls_are_told_apart},
    {"what is abstract is not harmed", what_is_abstract_is_not_harmed},
    {"weapons are instruments", weapons_are_instruments},
    {"harm is a part of what did it", harm_is_a_part_of_what_did_it},
    CU_TEST_INFO_NULL,
};
