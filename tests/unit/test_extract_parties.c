/* SPDX-License-Identifier: Apache-2.0
 *
 * test_extract_parties.c -- who is meant, and what is no party or no event.
 *
 * The sentences are invented and plain. All were published on Tuesday,
 * 2022-09-06.
 */
#include "facts.h"
#include "suites.h"

#define CHECK(cases) facts_check(cases, sizeof cases / sizeof *cases)

static const fact_case people[] = {
    /* A position noun before a verb is no title of its object. */
    {"Warlords overthrew Mohamed Barre in 1991.",
     "+ * asserts power-takeover | agent: warlords | patient: Barre\n"
     "- * says * | agent: Barre"},
    {"Ministers met John Berg in Paris.",
     "+ * asserts consult-meet | participant: ministers | participant: Berg"},
    {"Elected Prime Minister John Berg resigned on Monday.",
     "+ entity Berg | position: Prime Minister\n"
     "+ * asserts power-resign | agent: Berg"},
    /* Short titles stand before people. */
    {"Sgt Prawit met Gen Kim Berg on Monday. Ms Lee criticised the plan.",
     "+ entity Prawit | kind: Person\n"
     "+ entity Berg | kind: Person\n"
     "+ * asserts consult-meet | participant: Prawit | participant: Berg\n"
     "+ * asserts accuse-criticize | agent: Lee"},
    {"The hosts protested.", "+ * asserts protest | agent: hosts"},
    {"The ex-minister resigned.",
     "+ * asserts power-resign | agent: ex-minister"},
};

static void people_are_told_from_titles(void)
{
    CHECK(people);
}

static const fact_case nations[] = {
    {"Israeli strikes killed two men in Gaza.",
     "+ * asserts assault-attack | agent: Israel"},
    {"A Turkish air strike hit a village.",
     "+ * asserts assault-aerial | agent: Turkey"},
    {"Iranian protests went on.",
     "+ * asserts protest | agent: none | place: Iran"},
    {"The Turkish visit ended.",
     "- * says consult-visit | destination: Turkey"},
    {"The Turkish embassy was attacked.", "- * says * | agent: Turkey"},
};

static void nationalities_tell_who(void)
{
    CHECK(nations);
}

static const fact_case relatives[] = {
    {"The leader of the town who attacked Olaf Lind fled.",
     "+ * asserts assault-attack | agent: leader of the town"},
    {"The court rejected an offer from Anna Berg, which threatened the bank.",
     "- * says * | agent: Anna Berg | patient: bank"},
    {"Police arrested fans of Anna Berg, who attacked a bus.",
     "+ * asserts assault-attack | patient: bus"},
};

static void relative_clauses_are_of_what_fits(void)
{
    CHECK(relatives);
}

static const fact_case senses[] = {
    {"Clients withdrew their savings.", "- * says retreat-withdraw"},
    {"The troops withdrew from Mali.", "+ * asserts retreat-withdraw"},
    {"Hostility rose against the Serbs.", "- * says protest-rebel"},
    {"The country's demand for water is growing.", "- * says request-demand"},
    {"The agreement calls for new elections.", "- * says request-demand"},
    {"The minister called for new elections.",
     "+ * asserts request-demand | agent: minister"},
    {"The striker was missing from the side.", "- * says missing"},
    {"The dream is dead.", "- * says death"},
    {"The company adopted a plan.", "- * says legislate-pass"},
    {"Parliament adopted the law.", "+ * asserts legislate-pass"},
    {"The program simulates a radio.", "- * says science-discover"},
};

static void arguments_tell_senses_apart(void)
{
    CHECK(senses);
}

static const fact_case no_acts[] = {
    {"Anna Berg drove a Northern Star. It ended up in Mali.",
     "- * says * | trigger: ended"},
    {"Northern Bank grew fast. It opened branches in Mali.",
     "+ * asserts * | agent: Northern Bank | trigger: opened"},
    {"Anna Berg is quiet and self-deprecating.",
     "- * says * | trigger: deprecating"},
    {"Anna Berg gave her address in Oslo.", "- * says * | trigger: address"},
    {"Anna Berg cannot let the money go.", "- * says retreat-release"},
};

static void what_is_no_act_is_left_out(void)
{
    CHECK(no_acts);
}

static const fact_case owners[] = {
    {"The runner's ban angered Iceland.",
     "- * says sanction-ban | agent: runner"},
    {"Norway's ban on whaling angered Iceland.",
     "+ * says sanction-ban | agent: Norway"},
    {"Oslo held six-nation talks on Monday.",
     "- * says * | participant: nation"},
    /* Two people who died are two deaths, whoever tells of them. */
    {"Anna Berg died in May. The mayor said Olaf Lind had died as well.",
     "- * says death | patient: Anna Berg | patient: Olaf Lind\n"
     "+ narrator asserts death | patient: Anna Berg\n"
     "+ mayor asserts death | patient: Olaf Lind"},
};

static void owners_and_measures_are_told_apart(void)
{
    CHECK(owners);
}

static const fact_case orders[] = {
    {"\"Release the prisoners,\" the mayor said.",
     "+ mayor says retreat-release | agent: none | patient: prisoners | "
     "status: Demanded"},
    {"The mayor promised to release the prisoners.",
     "+ mayor says retreat-release | agent: mayor"},
};

static void orders_are_not_carried_out(void)
{
    CHECK(orders);
}

static const fact_case once[] = {
    {"The bank was fined. On that occasion, it was ordered to pay.",
     "+ * asserts request-demand | patient: bank\n"
     "- * says * | patient: occasion"},
};

static void nobody_is_told_twice(void)
{
    CHECK(once);
}

static const fact_case shared[] = {
    {"The air force bombed and strafed the village.",
     "+ * asserts assault-bomb | agent: air force | patient: village"},
    {"The rebels hold Senator Jorge Gomez, kidnapped in May.",
     "+ * asserts assault-abduct | patient: Jorge Gomez\n"
     "- * says assault-abduct | patient: rebels"},
    {"The raid, carried out at dawn, was staged by rebels.",
     "+ * asserts coerce-raid | agent: rebels | patient: none"},
    {"Two men planned an attack on Senator Ann Lee and union leader Omar "
     "Castro.",
     "+ * says assault-attack | patient: Ann Lee | patient: Omar Castro"},
    {"Two men were arrested in connection with the murder.",
     "- * says coerce-arrest | place: connection"},
};

static void verbs_share_their_parties(void)
{
    CHECK(shared);
}

static const fact_case foiled[] = {
    {"Police foiled an attack on the embassy.",
     "+ narrator asserts reject-block | agent: Police\n"
     "- * asserts assault\n- * says assault | agent: Police"},
    {"The troops prevented an attack on the town by the rebels.",
     "+ narrator denies assault-attack | agent: rebels\n"
     "- * says assault | agent: troops"},
    {"The army repelled an attack by rebels.",
     "+ * asserts assault-attack | agent: rebels\n"
     "- * says assault | agent: army"},
    {"Two men came to Oslo to kill the mayor.",
     "+ * considers assault-kill | patient: mayor\n"
     "- * asserts assault-kill"},
    {"Two men managed to kill the mayor.", "+ * asserts assault-kill"},
};

static void what_is_foiled_is_not_done(void)
{
    CHECK(foiled);
}

static const fact_case told_apart[] = {
    {"The president appointed Anna Berg finance minister on Monday.",
     "+ * asserts power-appoint | agent: president | patient: Anna Berg\n"
     "- * says power-appoint | agent: Anna Berg"},
    {"Police fired tear gas at protesters in Bergen.",
     "+ * asserts coerce-crackdown | agent: Police | patient: protesters | "
     "instrument: gas"},
    {"Greece was granted a loan by the IMF.",
     "+ * asserts aid | agent: Monetary | patient: Greece"},
    {"Two men were taken hostage in Greece.",
     "+ * asserts assault-abduct | patient: men"},
    {"Kenya deported four Taiwanese to China.",
     "+ * asserts coerce-expel | patient: Taiwanese | count: 4"},
    {"Israel and Hamas agreed to a ceasefire brokered by Egypt.",
     "- * says * | participant: Egypt"},
    {"The Commission fined Microsoft 497 million euros.",
     "+ * asserts sanction-fine | patient: Microsoft"},
    {"Members voted by 345 to 231 to back the war in Iraq.",
     "+ * asserts election-vote | agent: Members\n- * says * | agent: 345"},
    {"Colombian troops freed 15 hostages held by the FARC, including Ann Lee.",
     "+ * asserts retreat-release | patient: Ann Lee\n"
     "- * says assault | agent: Ann Lee"},
    {"The captain of the ferry was arrested and charged with murder.",
     "- * says justice-charge | topic: ferry"},
    {"Kabul was hit by a rocket attack late on Monday that killed a monk.",
     "+ * asserts assault-kill | patient: monk | partOf: attack"},
    {"Jaguar is to build a factory in Slovakia.",
     "+ * says business-build | status: Future"},
    {"Iran rejected a US offer.", "- * says * | place: United States"},
    {"The court sentenced Omar Castro to ten years in prison.",
     "- * says justice-sentence | place: prison"},
    {"Lopez fired at her husband. He shot her husband in cold blood.",
     "- * says assault-shoot | agent: husband"},
};

static void parties_are_told_apart(void)
{
    CHECK(told_apart);
}

static const fact_case bare[] = {
    {"The proposal was short.", "- * says request-propose"},
    {"The proposal came from Norway on Monday.", "+ * says request-propose"},
    {"The minister said there had been an attack.",
     "+ minister asserts assault-attack"},
    {"The minister said that gunmen had attacked a bus after the elections.",
     "+ minister asserts assault-attack\n- * says election"},
    {"Courts prescribe house arrest for suspects.",
     "- * says * | patient: house"},
};

static void events_of_nobody_are_left_out(void)
{
    CHECK(bare);
}

/* What is no party in an idiom, and who is one. */
static const fact_case idioms[] = {
    {"The minister arrived with a card.",
     "- * says movement-arrive | participant: card"},
    {"The minister arrived with his wife.",
     "+ * says movement-arrive | participant: wife"},
    {"The firm trained 200 teachers.", "- * says aid-military"},
    {"The army trained 200 rebels.",
     "+ * says aid-military | agent: army | patient: rebels | count: 200"},
    {"The club paid homage to the victims.",
     "+ * says support-praise | agent: club | patient: victims\n"
     "- * says support-praise | patient: homage"},
    {"Omar Lind joined the rebel army, formed to fight Peru.",
     "+ * says assault-fight | agent: army | patient: Peru\n"
     "- * says assault-fight | agent: Lind"},
    {"Omar Lind joined the rebel army, determined to fight Peru.",
     "- * says assault-fight | agent: army"},
    {"The gunman fired several gunshots at police.",
     "+ * says assault-shoot | patient: police\n"
     "- * says assault-shoot | patient: gunshots"},
    {"Beams hold the house up.", "- * says assault"},
    {"Robbers held up a bank.", "+ * says assault-rob | patient: bank"},
    {"Maria Lind began a tour of Peru.",
     "+ * says consult-visit | agent: Lind | destination: Peru\n"
     "- * says consult-visit | agent: Peru"},
    {"Officials supported the dismissal of the application.",
     "- * says power-dismiss"},
    {"Officials supported the dismissal of the minister.",
     "+ * says power-dismiss | patient: minister"},
    {"The firm found itself in trouble.", "- * says business-launch"},
    {"The firm founded a school.", "+ * says business-launch | agent: firm"},
    {"Maria Lind pleaded guilty to theft.",
     "+ * says justice-convict | patient: Lind"},
    {"Omar Lind stood trial for murder.",
     "+ * says justice-try | patient: Lind\n"
     "- * says justice-try | agent: Lind"},
    {"Police filed charges against Maria Lind.",
     "+ * says justice-charge | agent: police | patient: Lind\n"
     "- * says justice-charge | patient: charges"},
    {"Chile levelled accusations against Peru.",
     "+ * says accuse | agent: Chile | patient: Peru"},
    {"Soldiers attacked more and more villages.", "- entity and more villages"},
};

static void idioms_have_their_parties(void)
{
    CHECK(idioms);
}

CU_TestInfo extract_parties_tests[] = {
    {"people are told from titles", people_are_told_from_titles},
    {"nationalities tell who", nationalities_tell_who},
    {"relative clauses are of what fits", relative_clauses_are_of_what_fits},
    {"arguments tell senses apart", arguments_tell_senses_apart},
    {"what is no act is left out", what_is_no_act_is_left_out},
    {"owners and measures are told apart", owners_and_measures_are_told_apart},
    {"orders are not carried out", orders_are_not_carried_out},
    {"nobody is told twice", nobody_is_told_twice},
    {"what is foiled is not done", what_is_foiled_is_not_done},
    {"parties are told apart", parties_are_told_apart},
    {"idioms have their parties", idioms_have_their_parties},
    {"verbs share their parties", verbs_share_their_parties},
    {"events of nobody are left out", events_of_nobody_are_left_out},
    CU_TEST_INFO_NULL,
};
