/* SPDX-License-Identifier: Apache-2.0
 *
 * test_extract_events.c -- who did what to whom, where, when, and whether.
 *
 * The sentences are invented and plain: they test the rules, not the parser's
 * luck. All were published on Tuesday, 2022-09-06.
 */
#include "facts.h"
#include "suites.h"

#define CHECK(cases) facts_check(cases, sizeof cases / sizeof *cases)

/* ---- Who and whom -------------------------------------------------------- */

static const fact_case clauses[] = {
    {"Gunmen attacked a police station in Lagos on Monday.",
     "+ narrator asserts assault-attack | agent: gunmen | patient: police "
     "station | place: Lagos | date: 2022-09-05 | status: Past\n"
     "+ event assault-attack | agent: gunmen | place: Lagos\n"
     "- * denies *"},
    {"The rebels captured the town of Goma.",
     "+ narrator asserts assault-capture | agent: rebels\n"
     "- * says * | patient: rebels"},
    {"Three soldiers were killed in Mali.",
     "+ narrator asserts assault-kill | agent: none | patient: soldiers | "
     "count: 3 | place: Mali"},
    {"The minister was shot by gunmen on Sunday.",
     "+ narrator asserts assault-shoot | agent: gunmen | patient: minister | "
     "date: 2022-09-04\n"
     "- * says * | agent: minister"},
    {"The soldier was killed by a roadside bomb in Somalia.",
     "+ * asserts assault-kill | patient: soldier | instrument: "
     "bomb\n"
     "- * says * | agent: soldier"},
    {"Police arrested a man who had attacked a bus in Nairobi.",
     "+ * asserts coerce-arrest | agent: police | patient: man\n"
     "+ * asserts assault-attack | agent: man | patient: bus"},
    {"The army shelled a village, killing six people.",
     "+ * asserts assault-artillery | agent: army\n"
     "+ * asserts assault-kill | agent: army | patient: people | count: 6"},
    {"A suicide bomber blew himself up in Baghdad, killing twelve people.",
     "+ * asserts assault-kill | patient: people | count: 12\n"
     "+ * asserts assault | place: Baghdad"},
    {"The troops tried to capture the airport.",
     "+ * says assault-capture | agent: troops | patient: airport"},
    {"The court ordered the army to release the prisoners.",
     "+ * says retreat-release | agent: army | patient: prisoners\n"
     "- * says retreat-release | agent: court"},
    {"Militants attacked a convoy and kidnapped two drivers.",
     "+ * asserts assault-attack | agent: militants | patient: convoy\n"
     "+ * asserts assault-abduct | agent: militants | patient: drivers | "
     "count: 2"},
    {"Police and soldiers arrested the mayor and his deputy.",
     "+ * asserts coerce-arrest | agent: police | agent: soldiers | patient: "
     "mayor | patient: deputy"},
    {"Sweden returned dozens of paintings to Congo.",
     "+ * asserts concede | agent: Sweden | beneficiary: Congo"},
    {"Sweden sent a team of doctors to Peru.",
     "+ * asserts aid | agent: Sweden | beneficiary: Peru"},
    {"Fiji summoned the ambassador to Peru.", "- * says * | beneficiary: Peru"},
    {"France sent Ukraine weapons.", "+ * asserts * | agent: France\n"
                                     "- * says * | agent: weapons"},
    {"President Joe Biden met Emmanuel Macron in Paris on Friday.",
     "+ * asserts consult-meet | participant: Biden | participant: Macron | "
     "place: Paris | date: 2022-09-02"},
    {"Pakistan condemned the attack on the mosque.",
     "+ * asserts accuse-condemn | agent: Pakistan\n"
     "- * says assault | agent: Pakistan"},
};

static void arguments_fill_their_roles(void)
{
    CHECK(clauses);
}

static const fact_case shared[] = {
    {"Gunmen attacked and killed two soldiers in Mali.",
     "+ * asserts assault-attack | patient: soldiers\n"
     "+ * asserts assault-kill | patient: soldiers"},
    {"The rebels fled, taking two engineers as hostages.",
     "+ * asserts assault-abduct | agent: rebels | patient: engineers"},
    {"The banker was seized by gunmen.",
     "+ * asserts assault-abduct | agent: gunmen | patient: banker"},
    {"Police seized the banker.", "- * says assault-abduct"},
    {"Rebels set fire to three trucks.",
     "+ * asserts assault-arson | agent: rebels | patient: trucks"},
    {"Men robbed three pharmacies.",
     "+ * asserts assault-rob | agent: men | patient: pharmacies"},
    {"The mayor received three bullet wounds.",
     "+ * asserts injury | patient: mayor"},
    {"Rebels killed three journalists: Anna Berg, a writer, Jan Smit, and "
     "Luis Marin.",
     "+ * asserts assault-kill | patient: journalists | patient: Anna Berg | "
     "patient: Jan Smit | patient: Luis Marin\n"
     "- * says assault-kill | patient: a writer"},
    {"The town was shelled by the army, killing six people.",
     "+ * asserts assault-kill | agent: army | patient: people\n"
     "- * says assault-kill | agent: town"},
    {"The move came after the Kenyan government released 100 prisoners.",
     "+ * asserts retreat-release | agent: government | patient: prisoners\n"
     "- * says retreat-release | patient: government"},
    {"Egypt has launched a mediation effort with Syria.",
     "+ * asserts consult | participant: Egypt | participant: Syria"},
    {"Police carried out a rescue operation near the coast.",
     "+ * asserts aid-rescue | agent: Police"},
    {"Norway has provided $2 million in humanitarian assistance to Chad.",
     "+ * asserts aid | agent: Norway | beneficiary: Chad"},
    {"France and Chad signed a pact on Sunday.",
     "+ * asserts agree-sign | participant: France | participant: Chad"},
    {"Norway has suspended military aid to Chad.",
     "+ * asserts sanction | agent: Norway | patient: Chad\n"
     "- * asserts aid | agent: Norway"},
    {"Japan on Friday lifted sanctions on Iran.",
     "+ * asserts concede | agent: Japan | patient: Iran"},
    {"The court rejected a request from Russia.",
     "+ * asserts reject | agent: court | patient: Russia"},
    {"The blast killed six priests, a maid and her daughter.",
     "+ * asserts assault-kill | patient: priests | patient: maid | patient: "
     "daughter\n"
     "+ * asserts assault-explosion | trigger: blast"},
    {"An explosion near the airport in Mogadishu killed four people.",
     "+ * asserts assault-explosion | near: airport"},
    {"A bomb exploded in Quetta on Monday. The explosion killed ten people.",
     "+ event assault-explosion | mentions: 2"},
    {"The meeting in Paris found a treaty on trade.",
     "- * says * | partOf: meeting"},
    {"Iran and Iraq held talks about the prospects between them.",
     "- * says consult | participant: prospects"},
    {"Peru and Chile began a round of military exercises.",
     "+ * asserts mobilize-exercise | agent: Peru | agent: Chile"},
    {"The rebels released two tankers.",
     "+ * asserts retreat-release | agent: rebels | patient: tankers"},
    {"Iran and Iraq held talks in Geneva.",
     "+ * asserts consult | participant: Iran | participant: Iraq | place: "
     "Geneva"},
    {"Police found the body of the murdered priest.",
     "+ * asserts assault-kill | patient: priest"},
    {"The gunmen killed six people, including two nuns.",
     "+ * asserts assault-kill | patient: people | patient: nuns"},
    {"The union condemned the kidnapping and murder of Juan Lopez.",
     "+ * says assault-abduct | patient: Lopez\n"
     "+ * says assault-kill | patient: Lopez"},
    {"Israel allowed farmers to sell cattle.",
     "+ * asserts retreat-access | agent: Israel | patient: farmers"},
    {"The army halted its operations near the border.",
     "+ * asserts retreat-ceasefire | participant: army"},
    {"Mary Stone was born in Leeds in 1950.",
     "+ * asserts life-birth | patient: Stone | place: Leeds"},
    {"The Northern Cartel is behind the attack.",
     "+ * asserts assault-attack | agent: Cartel"},
    {"The mayor was the target of an attack by rebels.",
     "+ * asserts assault-attack | agent: rebels | patient: mayor"},
    {"Angela Merkel sprinted to Berlin.",
     "+ * asserts action | agent: Merkel | destination: Berlin"},
};

static void roles_are_shared_and_lent(void)
{
    CHECK(shared);
}

static const fact_case nouns[] = {
    {"An explosion near the airport in Mogadishu killed four people.",
     "+ * asserts assault-kill | patient: people | count: 4"},
    {"The attack on the hospital drew protests.",
     "+ * asserts assault-attack | patient: hospital"},
    {"The bombing of the bank was condemned.",
     "+ * says assault-bomb | patient: bank\n"
     "- * says assault-bomb | instrument: bank"},
    {"The rebels' bomb attack on the bank failed.",
     "+ * says assault-bomb | agent: rebels | instrument: bomb | patient: "
     "bank"},
    {"The murder in Lima of a judge shocked the country.",
     "+ * asserts assault-kill | patient: judge | place: Lima"},
    {"Soldiers involved in the murder of the priest were tried.",
     "+ * says assault-kill | participant: soldiers | patient: priest"},
    {"The attack was the work of the rebels.",
     "+ * asserts assault-attack | agent: rebels"},
    {"The killings during the past three days of a judge and a police "
     "commander shocked the country.",
     "+ * asserts assault-kill | patient: judge | patient: commander"},
    {"The dynamite attack on the office killed two men.",
     "+ * asserts assault-bomb | instrument: dynamite | patient: office"},
    {"The rebel attack on the town began on Saturday.",
     "+ * asserts assault-attack | patient: town | date: 2022-09-03"},
    {"Clashes between police and protesters broke out in Khartoum.",
     "+ * asserts assault-clash | participant: police | participant: "
     "protesters | place: Khartoum"},
    {"The withdrawal of Russian troops from Kherson began on Thursday.",
     "+ * asserts retreat-withdraw | agent: troops"},
    {"The resignation of the prime minister surprised the party.",
     "+ * asserts power-resign | agent: prime minister"},
    {"The group carried out an attack in Kandahar.",
     "+ * asserts assault-attack | agent: group | place: Kandahar"},
    {"Spain paid a visit to Morocco.", "+ * asserts * | agent: Spain"},
    {"The earthquake claimed the lives of at least 40 people.",
     "+ * asserts death | patient: people | count: AtLeast 40\n"
     "- earthquake claims"},
    {"The rebels came to power in May 2014.",
     "+ * asserts power | agent: rebels | date: 2014-05-01/2014-05-31"},
    {"Hundreds of people took to the streets of Minsk.",
     "+ * asserts protest | agent: people"},
};

static void nouns_and_phrases_tell_events(void)
{
    CHECK(nouns);
}

static const fact_case counts[] = {
    {"The blast killed 14 people.",
     "+ * asserts assault-kill | patient: people | count: 14"},
    {"The blast killed at least 14 people, including three children.",
     "+ * asserts assault-kill | patient: people | count: AtLeast 14\n"
     "+ * asserts assault-kill | patient: children | count: 3"},
    {"Police arrested twenty-three students.",
     "+ * asserts coerce-arrest | patient: students | count: 23"},
    {"More than 1.2 million people fled.",
     "+ * asserts * | count: AtLeast 1200000"},
    {"Half a million people fled.", "+ * asserts * | count: 500000"},
    {"The blast killed a hundred people.", "+ * asserts * | count: 100"},
    {"The blast killed nearly 200 people.", "+ * asserts * | count: About 200"},
    {"The blast killed around a dozen people.",
     "+ * asserts * | count: About 12"},
    {"The blast killed dozens of people.", "+ * asserts * | count: AtLeast 24"},
    {"The war drove out hundreds of thousands of people.",
     "+ * says * | count: AtLeast 200000"},
    {"The blast killed several people.", "+ * asserts * | count: AtLeast 3"},
    {"The blast killed a couple of policemen.", "+ * asserts * | count: 2"},
    {"The blast killed no fewer than 12 people.",
     "+ * asserts * | count: AtLeast 12"},
    {"The blast killed up to 60 people.", "+ * asserts * | count: -1-60"},
    {"The blast killed 20 or more people.",
     "+ * asserts * | count: AtLeast 20"},
    {"The blast killed a few people.", "- * says * | count: AtLeast 2"},
    {"The blast killed two dozen people.",
     "+ * asserts assault-kill | patient: people | count: 24"},
    {"At 0600 rebels killed Anna Berg, 45, and two guards.",
     "+ * asserts assault-kill | patient: Anna Berg | patient: guards\n"
     "- * says * | patient: 45\n"
     "- * says * | patient: 0600\n"
     "- entity * | count: 600"},
    {"Rebels killed 45.", "+ * asserts assault-kill | count: 45"},
    {"The flood killed between 20 and 30 people.",
     "+ * asserts * | patient: people | count: 20-30"},
    {"The storm displaced 1,200 families.",
     "+ * asserts * | patient: families | count: 1200"},
    {"The storm displaced 2.5 million people.",
     "+ * asserts * | patient: people | count: 2500000"},
    {"The bomb killed a soldier.", "- * says * | count: 0"},
};

static void people_are_counted(void)
{
    CHECK(counts);
}

/* ---- Where and when ------------------------------------------------------ */

static const fact_case places[] = {
    {"Troops killed five people in Aleppo, Syria.",
     "+ * asserts assault-kill | place: Aleppo\n"
     "+ entity Aleppo | kind: Settlement"},
    {"A bomb exploded near Damascus.", "+ * asserts assault | near: Damascus\n"
                                       "- * says assault | place: Damascus"},
    {"Protesters stormed the French embassy in Ouagadougou.",
     "+ * asserts * | agent: protesters | patient: embassy\n"
     "+ entity embassy | kind: Facility"},
    {"The delegation travelled from Cairo to Doha.",
     "+ * asserts * | agent: delegation | destination: Doha"},
    {"Refugees fled to Chad.",
     "+ * asserts migration | agent: refugees | destination: Chad\n"
     "- * says * | place: Chad"},
    {"The army declared a ceasefire in Goma.",
     "+ * says retreat-ceasefire | place: Goma"},
};

static void events_have_places(void)
{
    CHECK(places);
}

static const fact_case dates[] = {
    {"Rebels attacked the town on Monday.",
     "+ * asserts assault-attack | date: 2022-09-05"},
    {"Rebels attacked the town last week.",
     "+ * asserts assault-attack | date: 2022-08-29/2022-09-04"},
    {"Rebels attacked the town on March 3, 2021.",
     "+ * asserts assault-attack | date: 2021-03-03"},
    {"Rebels attacked the town yesterday.",
     "+ event assault-attack | date: 2022-09-05"},
    {"Voters will elect a president next month.",
     "+ * asserts election | status: Future | date: 2022-10-01/2022-10-31"},
    {"Rebels attacked the town.", "+ * asserts assault-attack | date: none"},
    {"The talks will take place from September 12 to September 15.",
     "+ * asserts consult | status: Future"},
};

static void events_have_dates(void)
{
    CHECK(dates);
}

static const fact_case states[] = {
    {"Peru and Chile held joint military exercises in May.",
     "+ * asserts cooperate-military | participant: Peru | participant: Chile"},
    {"The government of Peru gave the miners permission to dig.",
     "+ * asserts retreat-access | agent: government | patient: miners"},
    {"Peru gave Fiji a deadline.",
     "+ * asserts threaten | agent: Peru | patient: Fiji"},
    {"Peru closed its border with Chile.",
     "+ * asserts coerce-restrict | agent: Peru | patient: Chile"},
    {"Thousands of Syrians sought refuge in Jordan.",
     "+ * asserts request | agent: Syrians | patient: Jordan"},
    {"Peru returned forty vases to Chile.",
     "+ * asserts concede | agent: Peru | beneficiary: Chile"},
    {"The coach returned to Chile.", "- * says concede"},
    {"Norway accepted 200 refugees.",
     "+ * asserts aid-asylum | agent: Norway | beneficiary: refugees"},
    {"The rebels broke the truce.",
     "+ * asserts assault-fight | agent: rebels\n"
     "- * says assault-fight | patient: truce"},
    {"The militants used villagers as human shields.",
     "+ * asserts assault | agent: militants | patient: villagers"},
    {"The troops remained on alert in Goma.",
     "+ * asserts mobilize-alert | agent: troops | place: Goma"},
    {"The senator launched a scathing attack on the minister.",
     "+ * asserts accuse-criticize | agent: senator\n- * says assault"},
    {"A court ordered the arrest of the mayor.",
     "+ * says coerce-arrest | agent: court | patient: mayor"},
    {"Police issued an arrest warrant for the mayor.",
     "+ * says coerce-arrest | agent: police | patient: mayor"},
    {"The junta suspended publication of a newspaper.",
     "+ * asserts coerce-censor | agent: junta | patient: newspaper"},
    {"Peru announced the release of two pilots.",
     "+ * says retreat-release | agent: Peru | patient: pilots"},
    {"Peru demanded an apology from Chile.",
     "+ * asserts request-demand | agent: Peru | patient: Chile\n"
     "- * says concede | agent: Peru"},
    {"The mayor refused a request by Maria Lind.",
     "+ * asserts reject-refuse | agent: mayor | patient: Lind\n"
     "- * says * | agent: Lind"},
    {"The mayor rejected a call from Maria Lind.",
     "+ * asserts reject-refuse | agent: mayor | patient: Lind"},
    {"The court ordered an investigation into the mayor.",
     "+ * says investigate | agent: court"},
    {"A judge found Maria Lind guilty of theft.",
     "+ * asserts justice-convict | agent: judge | patient: Lind"},
    {"The rebels will hand over their weapons to Peru.",
     "+ * asserts retreat-release | agent: rebels | patient: weapons | "
     "beneficiary: Peru"},
    {"The rebels seized two oil fields.",
     "+ * asserts assault-capture | agent: rebels | patient: fields"},
    {"Chile withdrew its peacekeepers from Haiti.",
     "+ * asserts sanction-withdraw | agent: Chile | patient: Haiti"},
    {"Chile withdrew its troops from Haiti.",
     "+ * asserts retreat-withdraw | agent: Chile"},
    {"Chile opened its borders to refugees.",
     "+ * asserts aid-asylum | agent: Chile | patient: refugees"},
    {"The firm said it would hit its targets.", "- * says assault"},
    {"The firm returned cash to shareholders.", "- * says concede"},
    {"The app gives farmers access to prices.", "- * says retreat"},
    {"Peru returned a statue of the head of a king to Chile.",
     "+ * asserts concede | agent: Peru | beneficiary: Chile"},
    {"Peru lifted the sanctions imposed on Chile.",
     "+ * asserts concede-ease | agent: Peru | patient: Chile"},
    {"The mayor accepted the demands of the strikers.",
     "+ * asserts concede | agent: mayor | patient: strikers"},
    {"A court rejected an appeal filed by farmers.",
     "+ * asserts reject-refuse | agent: court | patient: farmers"},
    {"Chile's supreme court rejected the appeal.",
     "+ * asserts reject-refuse | agent: court\n- * says * | patient: Chile"},
    {"Peru demanded that Chile resign from the council.",
     "+ * asserts request-demand | agent: Peru | patient: Chile\n"
     "- * says * | trigger: resign | status: Ongoing"},
    {"The king called the president of Chile to discuss trade.",
     "+ * asserts consult-discuss | participant: king | participant: president "
     "| status: Past"},
    {"The king held talks with Maria Lind to discuss trade.",
     "+ * asserts consult-discuss | participant: king | participant: Lind"},
    {"The king flew to Chile to discuss trade.",
     "- * asserts consult-discuss | status: Past"},
};

static void states_act_on_states(void)
{
    CHECK(states);
}

/* ---- Whether ------------------------------------------------------------- */

static const fact_case offices[] = {
    {"Voters elected Josh Berg president.",
     "+ * asserts election-win | agent: Voters | patient: Josh Berg"},
    {"Anna Berg was elected mayor of Oslo.",
     "+ * asserts election-win | patient: Anna Berg"},
    {"Nokia named Anna Berg chief executive.",
     "+ * asserts power-appoint | agent: Nokia | patient: Anna Berg"},
    {"Anna Berg was named chief executive of Nokia.",
     "+ * asserts power-appoint | patient: Anna Berg"},
    {"Anna Berg was appointed ambassador to Chile.",
     "+ * asserts power-appoint | patient: Anna Berg\n"
     "- * says power-appoint | patient: ambassador"},
    {"Anna Berg met the elected mayor of Oslo.", "- * says election-win"},
    {"Nokia named Anna Berg in a lawsuit.", "- * says power-appoint"},
};

static void offices_are_filled(void)
{
    CHECK(offices);
}

static const fact_case fined[] = {
    {"Apple was fined 1.8 billion euros by the European Commission.",
     "+ * asserts sanction-fine | agent: European Commission | patient: Apple\n"
     "- * says sanction-fine | patient: euros"},
    {"Thousands fled fighting in Congo.",
     "+ * asserts migration-flee | agent: Thousands\n"
     "- * says assault-fight | agent: Thousands"},
};

static void sums_are_no_patients(void)
{
    CHECK(fined);
}

static const fact_case broken_off[] = {
    {"Canada suspended trade talks with India.",
     "+ * asserts sanction-relations | agent: Canada | patient: India\n"
     "- * says consult-negotiate"},
    {"Talks between Canada and the rebels stalled.",
     "+ * asserts consult-negotiate | participant: Canada\n"
     "+ * asserts consult-negotiate | participant: rebels"},
    {"The rebels walked out of peace talks with the government.",
     "+ * asserts reject-cancel | agent: rebels | patient: government\n"
     "- * says consult-negotiate"},
};

static void talks_break_off(void)
{
    CHECK(broken_off);
}

static const fact_case capitals[] = {
    {"Washington imposed sanctions on Iran.",
     "+ * asserts sanction-impose | agent: United States | patient: Iran"},
    {"Paris and Berlin agreed to send tanks.",
     "+ * asserts agree | agent: France\n+ * asserts agree | agent: Germany"},
    {"Floods hit London on Monday.", "- * says * | patient: United Kingdom"},
    {"Anna Berg visited Paris.", "- * says consult-visit | patient: France"},
    {"Rebels attacked Kabul.", "- * says assault | patient: Afghanistan"},
};

static void capitals_are_governments(void)
{
    CHECK(capitals);
}

static const fact_case statuses[] = {
    {"The army will attack the city.",
     "+ narrator asserts assault-attack | status: Future\n"
     "- * says * | status: Past"},
    {"The army may attack the city.",
     "+ narrator says assault-attack | status: Hypothetical | certainty: "
     "Possible\n"
     "- * says assault-attack | certainty: Certain"},
    {"If the army attacks the city, the rebels will flee.",
     "+ * says assault-attack | status: Hypothetical\n"
     "- * says assault-attack | status: Past"},
    {"The army did not attack the city.",
     "+ narrator denies assault-attack | agent: army\n"
     "- * asserts assault-attack\n"
     "- event assault-attack | agent: army"},
    {"The army never attacked the city.", "- * asserts assault-attack"},
    {"The rebels planned to attack the city.",
     "+ * says assault-attack | agent: rebels\n"
     "- * asserts assault-attack | status: Past"},
    {"The rebels agreed to release the hostages.",
     "+ * says retreat-release | agent: rebels | patient: hostages\n"
     "- * asserts retreat-release | status: Past"},
    {"The army is shelling the city.",
     "+ narrator asserts assault-artillery | status: Ongoing"},
    {"The army could have attacked the city.",
     "- * asserts assault-attack | certainty: Certain | status: Past"},
    {"The rebels threatened to kill the hostages.",
     "+ * says assault-kill | agent: rebels | patient: hostages\n"
     "- * asserts assault-kill | status: Past"},
    {"No one was killed in the attack.",
     "- * asserts assault-kill | status: Past"},
    {"No soldiers attacked the village.", "- * asserts assault-attack"},
    {"The government agreed to release the prisoners.",
     "+ * says retreat-release | status: Promised"},
    {"The troops tried to capture the airport.",
     "+ * says assault-capture | status: Attempted"},
    {"The rebels threatened to kill the hostages.",
     "+ * says assault-kill | status: Threatened\n"
     "+ * says threaten | status: Past"},
    {"The union called for the release of the prisoners.",
     "+ * says retreat-release | status: Demanded"},
    {"Lawmakers demanded an investigation by the ministry.",
     "+ * says investigate | agent: ministry | status: Demanded\n"
     "- * says investigate | agent: lawmakers"},
    {"Maria Lind was the last prime minister to visit Beijing.",
     "+ narrator asserts consult-visit | agent: Lind | status: Past"},
    {"Maria Lind was the youngest minister to resign.",
     "+ narrator asserts power-resign | agent: Lind | status: Past"},
    {"Maria Lind is a minister to be sacked.",
     "- narrator asserts * | status: Past"},
    {"Peru condemned the task of attacking the village.",
     "- * says assault-attack | agent: task\n"
     "- * says assault-attack | agent: Peru"},
    {"Peru condemned the army's habit of attacking villages.",
     "+ * says assault-attack | agent: army | patient: villages"},
    {"Peru condemned the arrest of two officers for killing a priest.",
     "+ * says assault-kill | agent: officers | patient: priest"},
    {"Maria Lind looked forward to visiting Oslo.",
     "+ * says consult-visit | agent: Lind | status: Future\n"
     "- * says consult-visit | status: Past"},
    {"The minister called for the army to attack the village.",
     "+ minister considers assault-attack | agent: army | status: Demanded\n"
     "- * says assault-attack | agent: minister"},
    {"The plan for the government to sell the bank failed.",
     "+ * says business-sell | agent: government | patient: bank"},
    {"Soldiers worked for the government to attack the village.",
     "- * says assault-attack | agent: government"},
    {"Maria Lind went on to win the election.",
     "+ narrator asserts election-win | agent: Lind | status: Past"},
    {"The court ordered the army to release the prisoners.",
     "+ * says retreat-release | status: Demanded"},
    {"The government promised that it would release the prisoners.",
     "+ * says retreat-release | status: Promised"},
    {"Police spoke of an attempted murder.",
     "+ * says assault-kill | status: Attempted"},
    {"The ministers agreed on reforms at the Paris meeting.",
     "+ * says consult-meet | status: Past"},
    {"The ministers praised the recent meeting.",
     "+ * says consult-meet | status: Past"},
    {"The summit decided to help farmers.", "- told summit Future"},
    {"The arrest will anger many farmers.", "+ told arrest Past"},
    {"An arrest will take place on Friday.", "+ told arrest Future"},
    {"The ministers agreed to a meeting.", "+ told meeting Promised"},
    {"Peru sent police to protect the embassy of Fiji.",
     "+ narrator asserts mobilize-deploy | agent: Peru\n"
     "+ narrator considers * | trigger: protect\n"
     "- narrator asserts * | trigger: protect"},
    {"Peru said on Monday that it would release the prisoners.",
     "+ Peru asserts retreat-release | status: Future"},
    {"Peru said it would have released the prisoners.",
     "- * asserts retreat-release | status: Future"},
    {"Peru said it would release the prisoners if Fiji paid.",
     "- * asserts retreat-release"},
    {"The minister refused to resign.",
     "- * asserts power-resign | status: Past"},
};

static void status_comes_from_grammar(void)
{
    CHECK(statuses);
}

static const fact_case telling[] = {
    {"The company did not pay its workers.", "+ told pay Past not"},
    {"The workers will sing on Friday.", "+ told sing Future"},
    {"The chess match in Oslo was a disaster.", "+ told match Past"},
    {"The union failed to stop the sale.", "+ told stop Past not"},
    {"The rebels were not allowed to leave.", "+ told leave Future not"},
    {"The army prevented the men from crossing the river.",
     "+ told crossing Past not"},
    {"The talks averted a strike.", "+ told strike Past not"},
    {"The parties reached no agreement.", "+ told agreement Past not"},
    {"The leak would have caused a fire.", "+ told fire Hypothetical"},
    {"The mayor does not think that the bridge collapsed.",
     "+ told collapsed Past not"},
    {"The mayor does not know that the bridge collapsed.",
     "+ told collapsed Past"},
    {"The plan could be put to a vote.", "+ told vote Hypothetical"},
    {"The firm has a list of shops to be sold.", "+ told sold Future"},
    {"The table stood in the garden.", "- told table Past\n+ told stood Past"},
};

static void every_predicate_is_told_or_not(void)
{
    CHECK(telling);
}

static const fact_case not_misread[] = {
    {"The team beat its rival on Sunday.", "- * says assault"},
    {"The bank fired its director.", "- * says assault"},
    {"The firm killed off the product.", "- * says assault"},
    {"An explosion of interest in yoga followed.", "- * says assault"},
    {"The explosion of a bomb killed two men.",
     "+ * says assault-explosion | instrument: bomb"},
    {"The prime minister took office in a difficult time.",
     "- * says coerce-seize"},
    {"The senator battled cancer for years.", "- * says assault"},
    {"He died a rich man.", "- * says assault"},
    {"The attack helicopter landed.", "- * says assault-attack"},
    {"He suffered a heart attack.", "- * says assault-attack"},
};

static void figures_of_speech_are_no_violence(void)
{
    CHECK(not_misread);
}

/* What no entry of the lexicon tells is an act if a name has to do with it. */
static const fact_case acts[] = {
    {"The A380 made its maiden flight on Monday.",
     "+ * asserts action | agent: A380 | trigger: flight | date: 2022-09-05"},
    {"Airbus made the announcement on Monday.",
     "+ * asserts action | agent: Airbus | trigger: announcement"},
    {"Critics regretted the delivery of Airbus to Iran.",
     "+ * asserts action | agent: none | patient: Airbus | trigger: delivery"},
    {"Critics praised Nokia's use of plastic.",
     "+ * asserts action | agent: Nokia | patient: plastic | trigger: use"},
    {"Paul McCartney's nomination surprised the fans.",
     "+ * says * | patient: McCartney | trigger: nomination\n"
     "- * says * | agent: McCartney"},
    {"Nokia was renamed in 1967.",
     "+ * asserts action | agent: none | patient: Nokia | trigger: renamed"},
    {"Watch Nokia.", "- * says action"},
    {"Nokia is known for its phones.", "- * says action"},
    {"The use of plastic was a surprise.", "- * says action"},
    {"The company delayed the change.",
     "+ * asserts action | agent: company | trigger: delayed"},
    {"The painter delayed the change.", "- * says action"},
    {"Nokia tried to delay the change.",
     "+ * says action | agent: Nokia | trigger: delay\n"
     "- * says action | trigger: tried"},
    {"Nokia felt the change.", "- * says action"},
    {"The customer survey amazed Nokia.", "- * says * | agent: customer"},
    {"The decision to use plastic was a surprise.", "- * says action"},
};

static void acts_without_a_type_need_a_name(void)
{
    CHECK(acts);
}

static const fact_case merging[] = {
    {"Gunmen attacked a church in Jos on Sunday. The attack was condemned by "
     "the bishop.",
     "+ event assault-attack | agent: gunmen | mentions: 2"},
    {"Gunmen attacked a church in Jos on Sunday. Gunmen attacked a market in "
     "Kano on Monday.",
     "- event assault-attack | mentions: 2"},
    {"Woman killed in Lagos\n\nA woman died in Lagos on Monday after she had "
     "fallen from a roof.",
     "+ event * | trigger: killed | mentions: 2"},
    {"Warship Vela seizes boat\n\nINS Vela seized a boat in the Red Sea on "
     "Monday, the navy said.",
     "+ event * | trigger: seizes | mentions: 2"},
    {"Anna Berg was arrested in Lagos on Monday. Maria Berg was arrested in "
     "Lagos on Monday.",
     "- event * | mentions: 2"},
    {"Gunmen attacked a church in Jos on Sunday. The previous attack had "
     "killed six people.",
     "- event assault-attack | mentions: 2"},
    {"Gunmen attack church in Jos\n\nGunmen bombed a church and shelled a "
     "market in Jos on Monday.",
     "+ event * | trigger: attack | mentions: 2"},
    {"Anna Berg served as a judge. Anna Berg served as a mayor.",
     "- event * | mentions: 2"},
    /* Of acts without a type the words must agree, too. */
    {"Nokia painted its office. Nokia rented a bridge.",
     "+ event action | trigger: painted | mentions: 1\n"
     "+ event action | trigger: rented | mentions: 1"},
    {"Nokia will paint a school\n\nNokia will paint its school on Monday.",
     "+ event action | trigger: paint | mentions: 2"},
    {"Nokia produced a phone in May. Nokia's production was a surprise.",
     "+ event action | trigger: produced | mentions: 2"},
    {"Nokia unveiled a phone in May. The unveiling was a surprise.",
     "+ event * | trigger: unveil | mentions: 2"},
    {"Nokia repaired an office. The repair was a surprise.",
     "+ event action | trigger: repaired | mentions: 2"},
    {"Nokia painted an office. The repair was a surprise.",
     "- * says action | trigger: repair"},
    {"Nokia painted a school. Nokia painted a bridge.",
     "- event action | mentions: 2"},
};

static void mentions_of_one_event_are_one(void)
{
    CHECK(merging);
}

/* What earlier trees hid. */
static const fact_case wholes[] = {
    {"Front claims terrorist act on the Northern Embassy, Oslo\n\nThe Front "
     "claims responsibility for the blast that hit the Northern Embassy in "
     "Oslo.\n\nThe attack in Oslo killed two employees of the embassy. Two "
     "members of the mission were killed in the attack, police said.",
     "+ event assault-attack | place: Oslo\n"
     "+ * asserts assault-kill | patient: employees | partOf: attack"},
    {"Two clerks were killed as a result of the attack in Oslo. The attack, "
     "which killed two employees of the embassy, was a crime.",
     "+ event assault-kill | patient: clerks | patient: employees"},
    {"Two clerks were killed as a result of the attack in Oslo. The attack, "
     "which killed five employees of the embassy, was a crime.",
     "- event assault-kill | patient: clerks | patient: employees"},
    {"The blast hit the embassy in Oslo, which claimed the lives of two "
     "clerks.",
     "+ * asserts death | patient: clerks | partOf: explosion"},
};

static void parts_know_their_wholes(void)
{
    CHECK(wholes);
}

static const fact_case mended[] = {
    {"Theresa May held talks with Leo Varadkar.",
     "+ * asserts consult | participant: May | participant: Varadkar\n"
     "- * says consult | participant: talks"},
    {"Boeing fired its director.", "+ * asserts * | agent: Boeing"},
    {"No soldier was wounded.", "- * asserts injury"},
    {"The soldiers who killed the farmer were arrested.",
     "+ * asserts assault-kill | agent: soldiers | patient: farmer\n"
     "+ * asserts coerce-arrest | patient: soldiers\n"
     "- * says coerce-arrest | patient: farmer"},
    {"The general came to power in May 2014.",
     "+ * asserts power | agent: general"},
    {"Rebels attacked the town in August.",
     "+ * asserts assault-attack | date: 2022-08-01/2022-08-31"},
    {"The film killed at the box office.", "- * says assault"},
};

static void mended_trees_are_read(void)
{
    CHECK(mended);
}

static const fact_case known_gap[] = {
    {"The rebels killed no one.", "- * asserts assault-kill"},
    /* Where from. */
    {"The delegation travelled from Cairo to Doha.",
     "+ * asserts * | agent: delegation | origin: Cairo"},
    /* From one day to another. */
    {"The talks will take place from September 12 to September 15.",
     "+ * asserts consult | date: 2022-09-12/2022-09-15"},
    /* Figures of speech. */
    {"The company launched an attack on high prices.",
     "- * says assault | status: Past"},
    {"Shares exploded on Monday.", "- * says assault"},
    {"They failed not only to sing but to dance.", "- told sing Past"},
    {"The striker shot wide in the second half.", "- * says assault"},
};

static void what_is_still_misread(void)
{
    facts_check_gaps(known_gap, sizeof known_gap / sizeof *known_gap);
}

CU_TestInfo extract_events_tests[] = {
    {"arguments fill their roles", arguments_fill_their_roles},
    {"roles are shared and lent", roles_are_shared_and_lent},
    {"nouns and phrases tell events", nouns_and_phrases_tell_events},
    {"states act on states", states_act_on_states},
    {"people are counted", people_are_counted},
    {"events have places", events_have_places},
    {"events have dates", events_have_dates},
    {"status comes from grammar", status_comes_from_grammar},
    {"every predicate is told or not", every_predicate_is_told_or_not},
    {"figures of speech are no violence", figures_of_speech_are_no_violence},
    {"acts without a type need a name", acts_without_a_type_need_a_name},
    {"mentions of one event are one", mentions_of_one_event_are_one},
    {"parts know their wholes", parts_know_their_wholes},
    {"what better trees show is read", mended_trees_are_read},
    {"what is still misread is known", what_is_still_misread},
    {"sums are no patients", sums_are_no_patients},
    {"offices are filled", offices_are_filled},
    {"talks break off", talks_break_off},
    {"capitals are governments", capitals_are_governments},
    CU_TEST_INFO_NULL,
};
