/* SPDX-License-Identifier: Apache-2.0
 *
 * test_extract_coref.c -- who is who: names, titles, nouns and pronouns.
 *
 * The sentences are invented. Where two people could be meant, the test says
 * only who must not be.
 */
#include "facts.h"
#include "suites.h"

#define CHECK(cases) facts_check(cases, sizeof cases / sizeof *cases)

static const fact_case names[] = {
    {"Foreign Minister Sergey Lavrov arrived in Ankara. Lavrov met the Turkish "
     "president.",
     "+ entity Sergey Lavrov | kind: Person | position: Foreign Minister | "
     "mentions: 2\n"
     "+ * asserts movement | agent: Sergey Lavrov"},
    {"Russian Foreign Minister Sergey Lavrov arrived in Ankara.",
     "+ entity Lavrov | position: Foreign Minister | country: Russia"},
    {"Anna Berg, the mayor of Stockholm, resigned on Friday.",
     "+ entity Anna Berg | kind: Person | position: mayor\n"
     "+ * asserts power-resign | agent: Anna Berg | date: 2022-09-02"},
    {"The World Health Organization (WHO) sent doctors to Congo. The WHO "
     "warned of an outbreak.",
     "+ entity World Health Organization | mentions: 3\n"
     "- entity WHO | mentions: 1"},
    {"The Free Valley Front (FVF) attacked a bank. The FVF claimed "
     "responsibility for the attack.",
     "+ Free Valley Front asserts assault-attack | class: "
     "ResponsibilityClaim"},
    {"Mr. Berg resigned on Friday.", "+ entity Berg | kind: Person\n"
                                     "+ * asserts power-resign | agent: Berg"},
    {"The United States and the US Congress condemned the attack.",
     "+ entity United States | kind: Country"},
};

static void names_meet_their_bearers(void)
{
    CHECK(names);
}

static const fact_case descriptions[] = {
    {"The Interior Ministry said troops had attacked the town. The ministry "
     "denied that civilians had been killed.",
     "+ Interior Ministry asserts assault-attack\n"
     "+ Interior Ministry denies assault-kill | patient: civilians"},
    {"Jane Roe said that the army had attacked the town. The minister denied "
     "that civilians had been killed.",
     "- Jane Roe denies assault-kill"},
    {"Hamas fired rockets at Israel. The group said it had killed a soldier.",
     "+ Hamas asserts assault-kill | patient: soldier"},
    {"The Taliban movement attacked a base in Kunduz. The movement later "
     "released the prisoners.",
     "+ * asserts retreat-release | agent: Taliban"},
    {"Two Afghan soldiers were killed on Monday.",
     "+ entity soldiers | country: Afghanistan | count: 2"},
    {"The French defence minister resigned on Monday.",
     "+ * asserts power-resign | agent: defence minister\n"
     "+ entity minister | country: France"},
};

static void descriptions_meet_names(void)
{
    CHECK(descriptions);
}

static const fact_case pronouns[] = {
    {"Anna Berg resigned on Friday. She said that the party had lost the "
     "election.",
     "+ Anna Berg claims | content: the party"},
    {"The army said that it had captured the town.",
     "+ army asserts assault-capture | agent: army"},
    {"The soldiers entered the village. They killed six people.",
     "+ * asserts assault-kill | agent: soldiers"},
    {"Police said they had arrested two men.",
     "+ police asserts coerce-arrest | agent: police | patient: men"},
    {"\"We attacked the convoy,\" said Omar Khan.",
     "+ Omar Khan asserts assault-attack\n"
     "- * says assault-attack | agent: convoy"},
    {"Police arrested Ivan Petrov in Minsk. He was released on Monday.",
     "+ * asserts coerce-arrest | agent: police | patient: Ivan Petrov\n"
     "+ * asserts retreat-release | patient: Ivan Petrov"},
    {"It rained when the soldiers killed the man.",
     "+ * asserts assault-kill | agent: soldiers | patient: man"},
};

static void pronouns_meet_their_nouns(void)
{
    CHECK(pronouns);
}

static const fact_case known_gap[] = {
    /* A position before the name, with a comma between. */
    {"The mayor of Stockholm, Anna Berg, resigned on Friday.",
     "+ entity Anna Berg | kind: Person | position: mayor\n"
     "+ * asserts power-resign | agent: Anna Berg"},
    /* A position "for" a body. */
    {"Anna Berg, a spokeswoman for the World Health Organization, said that "
     "the virus had killed ten people.",
     "+ Anna Berg asserts * | patient: people\n"
     "+ entity Anna Berg | position: spokeswoman | member: World Health"},
    /* "The group" is no news agency. */
    {"The Taliban claimed responsibility for the attack, Reuters reported. The "
     "group said that it had captured the town.",
     "+ Taliban asserts assault-capture | agent: Taliban"},
    {"\"We attacked the convoy,\" said Omar Khan, a spokesman for the "
     "Taliban.",
     "+ Omar Khan asserts assault-attack | patient: convoy\n"
     "- * says assault-attack | agent: none"},
    /* Given names tell "she" from "he". */
    {"John Smith met Anna Berg in Oslo. She resigned on Friday.",
     "- * says power-resign | agent: John Smith"},
};

static void what_is_still_misread(void)
{
    facts_check_gaps(known_gap, sizeof known_gap / sizeof *known_gap);
}

CU_TestInfo extract_coref_tests[] = {
    {"names meet their bearers", names_meet_their_bearers},
    {"descriptions meet names", descriptions_meet_names},
    {"pronouns meet their nouns", pronouns_meet_their_nouns},
    {"what is still misread is known", what_is_still_misread},
    CU_TEST_INFO_NULL,
};
