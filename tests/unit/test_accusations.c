/* SPDX-License-Identifier: Apache-2.0
 *
 * test_accusations.c -- whose deed something is said to be, by whom, and how
 * surely: blame, suspicion, courts, guesses and denials.
 */
#include "facts.h"
#include "suites.h"

#define CHECK(cases) facts_check(cases, sizeof cases / sizeof *cases)

static const fact_case put_on[] = {
    /* "it" is the deed that was told last. */
    {"A bomb exploded in Lima on Monday. The press blamed it on the cartel.",
     "+ press asserts assault | agent: cartel\n- * says * | patient: press"},
    {"Two guards were shot in an attack. The mayor said that rebels had "
     "carried "
     "it out.",
     "+ mayor asserts assault-attack | agent: rebels"},
    /* Who speaks for others did not do it himself. */
    {"A spokesman for the Taliban denied involvement in the killing of the "
     "judge.",
     "+ spokesman denies assault-kill | agent: Taliban\n"
     "- * says assault-kill | agent: spokesman"},
    {"The minister denied involvement in the killing of the judge.",
     "+ minister denies assault-kill | agent: minister"},
    /* Done, not promised. */
    {"The Taliban planned and carried out the attack.",
     "+ narrator asserts assault-attack | agent: Taliban\n"
     "- Taliban claims"},
    {"The Taliban planned an attack.", "- narrator asserts assault-attack"},
    /* Of what, goes without saying. */
    {"A bomb killed ten people in Lima on Monday. The mayor blamed rebels.",
     "+ mayor asserts assault-kill | agent: rebels | stance: Accuses\n"
     "- narrator says assault-kill | agent: rebels"},
    {"A bomb killed ten people in Lima on Monday. Police suspect the rebels.",
     "+ police considers assault-kill | agent: rebels\n"
     "- * asserts assault-kill | agent: rebels"},
    {"Prices rose in Lima on Monday. The mayor blamed rebels.",
     "- mayor claims"},
    {"Police arrested Josh Berg, a suspect in the murder of a judge.",
     "+ * considers assault-kill | agent: Josh Berg\n"
     "- * asserts assault-kill | agent: Josh Berg"},
    {"Airbus pinned its hopes on a plane.", "- Airbus claims"},
    {"Prosecutors pinned the murder on a gang.",
     "+ prosecutors asserts assault-kill | agent: gang\n"
     "+ narrator asserts accuse-blame | patient: gang | topic: murder"},
};

static const fact_case ascribed[] = {
    {"According to the guerrillas, the army is responsible for the attack.",
     "+ guerrillas asserts assault-attack | agent: army | stance: Accuses "
     "| status: Past"},
    {"The priest said the army was behind the murders.",
     "+ priest asserts assault-kill | agent: army | stance: Accuses"},
    {"In the opinion of the mayor, the explosion was the work of the army.",
     "+ mayor asserts assault-explosion | agent: army | stance: Accuses"},
    {"The general said the rebels were to blame for the massacre.",
     "+ general asserts assault-massacre | agent: rebels | stance: Accuses\n"
     "- rebels claims\n- * says accuse-blame"},
    {"The army is believed responsible for the murder of a judge.",
     "+ nobody considers assault-kill | agent: army | patient: judge"},
    {"Survivors told of the massacre, for which they hold the army "
     "responsible.",
     "+ survivors asserts assault-massacre | agent: army | stance: Accuses"},
    {"The bombing, the work of the Red Brigades, killed two.",
     "+ narrator asserts assault-bomb | agent: Red Brigades"},
    {"Union leaders accused death squads run by the army of the attack on the "
     "church.",
     "+ leaders asserts assault-attack | agent: death squads | patient: "
     "church"},
    {"The authorities attributed the murder of the judge to the drug mafias.",
     "+ authorities asserts assault-kill | agent: mafias | patient: judge"},
    {"The police hold the Tupac Amary Movement responsible for the attack.",
     "+ police asserts assault-attack | agent: Tupac Amary Movement"},
    {"The army regretted the death of several children, which is blamed on the "
     "rebels.",
     "+ * asserts death | agent: rebels | stance: Accuses"},
    /* Whose deed it was, wherever it stands. */
    {"The mayor condemned the murder of a judge in Lima on Monday, carried out "
     "by the Red Front.",
     "+ mayor asserts assault-kill | agent: Red Front | patient: judge\n"
     "- * says * | patient: mayor"},
    {"Attacks on two towns in Peru staged by rebels shocked the mayor.",
     "+ * asserts assault-attack | agent: rebels"},
    /* Nobody accuses herself, nor admits what others did. */
    {"The army said it was responsible for the attack.",
     "- army asserts assault-attack | stance: Accuses"},
    {"The rebels admitted that they killed the judge.",
     "+ rebels asserts assault-kill | agent: rebels | stance: AdmitsOwnRole"},
    {"The mayor admitted that the rebels killed the judge.",
     "+ mayor asserts assault-kill | agent: rebels | stance: Reports"},
};

static void who_is_responsible_is_accused(void)
{
    CHECK(ascribed);
}

static void deeds_are_put_on_somebody(void)
{
    CHECK(put_on);
}

/* What police and courts say of somebody, the article does not. */
static const fact_case courts[] = {
    {"The indictment says Josh Berg killed a man.",
     "+ indictment asserts assault-kill | agent: Berg\n"
     "- narrator says assault-kill"},
    {"Soldiers were arrested because of their suspected involvement in the "
     "murder of a priest.",
     "+ * considers assault-kill | agent: Soldiers | stance: Accuses\n"
     "- * asserts assault-kill | agent: Soldiers"},
    {"Two men were put on trial for the killing of a tourist.",
     "+ * considers assault-kill | agent: Two men"},
    {"The colonel is wanted in connection with the murder of six priests.",
     "+ * considers assault-kill | agent: colonel"},
    {"A court found the colonel responsible for the massacre.",
     "+ court asserts assault-massacre | agent: colonel"},
    {"The colonel was arrested on charges of killing a priest.",
     "+ * considers assault-kill | agent: colonel | patient: priest"},
    {"A bomb hit the bus on Monday. Suspicion fell on the Red Brigades.",
     "+ * considers assault | agent: Red Brigades\n"
     "- * asserts assault | agent: Red Brigades"},
    {"Police arrested Omar Castro on suspicion of the murder of the judge.",
     "+ narrator asserts assault-kill | patient: judge\n"
     "+ police considers assault-kill | agent: Omar Castro\n"
     "- narrator says assault-kill | agent: Omar Castro"},
    {"Omar Castro was arrested in connection with the bombing.",
     "+ nobody considers assault-bomb | agent: Omar Castro | certainty: "
     "Possible"},
    {"The court convicted Omar Castro of the murder of the judge.",
     "+ court asserts assault-kill | agent: Omar Castro"},
    {"Omar Castro was found guilty of murdering the judge.",
     "+ nobody asserts assault-kill | agent: Omar Castro | patient: judge\n"
     "- narrator says assault-kill"},
    {"Omar Castro was acquitted of the murder of the judge.",
     "+ nobody denies assault-kill | agent: Omar Castro\n"
     "- * asserts assault-kill | agent: Omar Castro"},
    {"Omar Castro was cleared of killing the judge.",
     "+ nobody denies assault-kill | agent: Omar Castro\n"
     "- * asserts assault-kill"},
    {"Omar Castro pleaded not guilty to the murder of the judge.",
     "+ Omar Castro denies assault-kill | agent: Omar Castro\n"
     "- * says justice-convict"},
    {"Omar Castro pleaded guilty to the murder of the judge.",
     "+ Omar Castro asserts assault-kill | agent: Omar Castro"},
    {"Omar Castro confessed to the murder of the judge.",
     "+ Omar Castro asserts assault-kill | agent: Omar Castro"},
    {"Omar Castro is on trial for ordering the killing of two monks.",
     "+ nobody considers assault-kill | agent: Omar Castro\n"
     "- narrator says assault-kill | agent: Omar Castro"},
    {"Omar Castro was accused of having ordered the killing of two monks.",
     "+ nobody asserts assault-kill | agent: Omar Castro\n"
     "- narrator says assault-kill | agent: Omar Castro"},
    {"The trial of Omar Castro, accused of murdering two tourists, began.",
     "+ nobody asserts assault-kill | agent: Omar Castro\n"
     "- * says assault-kill | partOf: trial"},
    {"Maria Lopez blamed the government for failing to prevent the attack.",
     "- * says assault-attack | agent: government"},
};

static void courts_make_claims(void)
{
    CHECK(courts);
}

/* "Thought to be" says nothing of who thinks so. */
static const fact_case thought[] = {
    {"A car bomb thought to have been planted by Boko Haram killed ten people.",
     "+ narrator asserts assault-kill | patient: ten people\n"
     "+ nobody considers assault-bomb | agent: Boko Haram\n- bomb claims"},
    {"Gunmen thought to be from the Red Brigades killed a banker.",
     "+ narrator asserts assault-kill | agent: Gunmen | patient: banker\n"
     "- Gunmen claims"},
    {"Local media say the rebels, thought to be members of a group tied to "
     "al-Qaida, were planning attacks.",
     "+ media claims | content: were planning attacks\n"
     "- media claims | content: Local media"},
    {"Rebels thought to be poor.", "- Rebels claims"},
    {"He thought the rebels to be poor.", "+ * claims | cue: thought"},
};

static void nobody_thought_to_be(void)
{
    CHECK(thought);
}

static const fact_case guesses[] = {
    {"Six priests were murdered, allegedly by soldiers.",
     "+ narrator asserts assault-kill | patient: priests | agent: none\n"
     "+ * considers assault-kill | agent: soldiers\n"
     "- * asserts assault-kill | agent: soldiers"},
    {"Suspected rebels killed the mayor.",
     "+ narrator asserts assault-kill | patient: mayor | agent: none\n"
     "+ narrator considers assault-kill | agent: rebels | certainty: "
     "Probable"},
    {"Soldiers killed the mayor.",
     "+ narrator asserts assault-kill | agent: Soldiers"},
    {"Police suspect that the driver killed the man.",
     "+ police considers assault-kill | agent: driver\n"
     "- * asserts assault-kill | certainty: Certain"},
    {"The suspected bombers fled to Peru.",
     "+ narrator asserts migration-flee | agent: bombers\n"
     "- * considers migration-flee"},
    {"Troops killed dozens of suspected rebels in Peru.",
     "+ narrator asserts assault-kill | agent: Troops\n"
     "- * says assault-kill | agent: rebels"},
};

static void who_is_guessed_is_not_told(void)
{
    CHECK(guesses);
}

static const fact_case denied[] = {
    {"Lopez said the army killed two men, a claim the army denied.",
     "+ Lopez asserts assault-kill | agent: army\n"
     "+ army denies assault-kill | agent: army | patient: men"},
    {"Josh Lind told reporters that Ukraine was behind the attack, a claim "
     "Kyiv "
     "denied.",
     "+ Lind asserts assault-attack | agent: Ukraine | stance: Accuses\n"
     "+ Ukraine denies assault-attack | agent: Ukraine\n"
     "- narrator says assault-attack"},
    {"Israel says Hamas uses hospitals, an allegation the group denies.",
     "+ Hamas claims | class: DenialClaim\n- * says accuse"},
    {"Witnesses said soldiers killed two monks, but the army denied this.",
     "+ witnesses asserts assault-kill | agent: soldiers\n"
     "+ army denies assault-kill | agent: soldiers | patient: monks"},
    {"The opposition accused the government of killing two monks. The "
     "government rejected the accusations.",
     "+ government denies assault-kill | agent: government"},
    {"The army denied the reports.", "- * says assault"},
    /* Nobody says so. */
    {"The minister failed to say that soldiers had killed two monks.",
     "- minister claims"},
    {"That said, soldiers killed two monks.", "- * claims | cue: said"},
    {"The minister said that help came after the flood. The mayor denied this.",
     "- mayor says disaster-flood"},
    {"The government rejected claims that soldiers had killed civilians.",
     "+ government denies assault-kill | agent: soldiers\n"
     "- narrator says assault-kill\n"
     "- government asserts assault-kill"},
};

static void denials_are_of_what_was_said(void)
{
    CHECK(denied);
}

CU_TestInfo accusations_tests[] = {
    {"who is said to be responsible is accused", who_is_responsible_is_accused},
    {"deeds are put on somebody", deeds_are_put_on_somebody},
    {"courts make claims", courts_make_claims},
    {"nobody thought to be", nobody_thought_to_be},
    {"who is guessed is not told", who_is_guessed_is_not_told},
    {"denials are of what was said", denials_are_of_what_was_said},
    CU_TEST_INFO_NULL,
};
