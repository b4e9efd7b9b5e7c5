/* SPDX-License-Identifier: Apache-2.0
 *
 * test_extract_claims.c -- who says so, how, and through whom.
 *
 * The sentences are invented; who only reports something must never be read
 * as the one who did it, nor the narrator as the one who says it.
 */
#include "facts.h"
#include "suites.h"

#define CHECK(cases) facts_check(cases, sizeof cases / sizeof *cases)

static const fact_case reported[] = {
    {"Police said that gunmen attacked the bank.",
     "+ police asserts assault-attack | agent: gunmen | patient: bank | class: "
     "ReportedClaim | cue: said\n"
     "- narrator says assault-attack\n"
     "- event assault-attack | agent: gunmen"},
    {"Police said gunmen attacked the bank.",
     "+ police asserts assault-attack | agent: gunmen\n"
     "- narrator says assault-attack"},
    {"According to the army, rebels attacked the bank.",
     "+ army asserts assault-attack | agent: rebels\n"
     "- narrator says assault-attack\n"
     "- * says assault-attack | agent: army"},
    {"Rebels attacked the bank, according to the army.",
     "+ army asserts assault-attack | agent: rebels\n"
     "- narrator says assault-attack"},
    {"The army, according to the ministry, captured the town.",
     "+ ministry asserts assault-capture | agent: army"},
    {"The minister told reporters that the army had captured the town.",
     "+ minister asserts assault-capture | agent: army | to: reporters\n"
     "- reporters claims"},
    {"The ministry said in a statement that troops had killed ten militants.",
     "+ ministry asserts assault-kill | agent: troops | patient: militants | "
     "count: 10"},
    {"The governor announced that schools would close.",
     "+ governor claims | cue: announced | content: schools"},
    {"Police said the man was arrested and that he had a gun.",
     "+ police asserts coerce-arrest | patient: man\n"
     "+ police claims | content: he had a gun"},
    {"Police confirmed the arrest of two suspects.",
     "+ police says coerce-arrest | patient: suspects"},
};

static void reported_speech_has_its_speaker(void)
{
    CHECK(reported);
}

static const fact_case quoted[] = {
    {"\"The army attacked our village,\" said Maria Lopez.",
     "+ Lopez asserts assault-attack | agent: army | class: QuotedClaim\n"
     "- narrator says assault-attack"},
    {"\"The army,\" Lopez said, \"attacked our village.\"",
     "+ Lopez claims | class: QuotedClaim\n"
     "- narrator says assault-attack"},
    {"\"The army attacked our village. Soldiers killed my brother,\" Maria "
     "Lopez said.",
     "+ Lopez asserts assault-attack | agent: army\n"
     "+ Lopez asserts assault-kill | agent: soldiers\n"
     "- narrator says assault"},
    {"\"Soldiers burned the school,\" said Maria Lopez. \"They killed two "
     "teachers.\"",
     "+ Lopez asserts assault-kill | patient: teachers\n"
     "- narrator says assault-kill"},
    {"\xE2\x80\x9CSoldiers burned the school,\xE2\x80\x9D Maria Lopez said.",
     "+ Lopez claims | class: QuotedClaim | content: Soldiers burned\n"
     "- narrator says assault"},
    {"Lopez said: \"We will attack the town.\"",
     "+ Lopez asserts assault-attack | status: Future\n"
     "- narrator says assault-attack"},
};

static void quotations_have_their_speaker(void)
{
    CHECK(quoted);
}

/* Where trees are lost, marks and the order of the words tell the content. */
static const fact_case by_marks[] = {
    {"Lopez says, \"Working on that road was far harder than working here.\"",
     "+ Lopez claims | class: QuotedClaim | content: Working on that road"},
    {"Growing rice here \"is very hard work,\" Maria Lopez said last week.",
     "+ Lopez claims | content: Growing rice here"},
    {"Though the road was closed, Lopez said, taking the train would be much "
     "harder.",
     "+ Lopez claims | content: Though the road was closed\n"
     "+ Lopez claims | content: taking the train"},
    {"Lopez told a crowd:\n\n\"Soldiers burned the school.\"",
     "+ Lopez claims | class: QuotedClaim | content: Soldiers burned"},
    {"\"Soldiers burned the school,\" said Maria Lopez.\n\n\"They killed two "
     "teachers in the yard.\"\n\nThe yard was empty on Monday.",
     "+ Lopez asserts assault-kill | patient: teachers\n"
     "- Lopez claims | content: The yard was empty"},
    {"Maria Lopez said: \"Soldiers burned the school.\n\n\"They killed two "
     "teachers there.\"",
     "+ Lopez asserts assault-kill | patient: teachers"},
    {"Maria Lopez said: 'Soldiers burned the teachers' school here.'",
     "+ Lopez claims | class: QuotedClaim | content: Soldiers burned the "
     "teachers' school here"},
};

static void marks_and_order_tell_what_is_said(void)
{
    CHECK(by_marks);
}

static const fact_case namings[] = {
    {"Maria Lopez called the attack a cowardly crime.",
     "+ Lopez claims | cue: called | content: the attack a cowardly crime"},
    {"Maria Lopez called the senator a \"nasty guy\".",
     "+ Lopez claims | content: the senator a \"nasty guy"},
    {"Maria Lopez called the attack \"a cowardly act\".",
     "+ Lopez claims | content: a cowardly act"},
    {"Maria Lopez called her brother in Oslo.", "- Lopez claims"},
    {"Maria Lopez pointed to a lack of rain.",
     "+ Lopez claims | content: a lack of rain"},
    {"Olaf Lind: Soldiers attacked our village. They killed two teachers.\n\n"
     "The yard was empty.",
     "+ Olaf Lind asserts assault-attack | agent: soldiers\n"
     "+ Olaf Lind asserts assault-kill | patient: teachers\n"
     "- Olaf Lind claims | content: The yard"},
    {"Note: soldiers attacked our village.",
     "+ narrator asserts assault-attack\n- * claims | cue: :"},
    {"Oslo: soldiers attacked our village.", "- * claims | cue: :"},
};

static const fact_case speakers[] = {
    {"Exports have grown fast, with tourism seeing a rebound, the statistical "
     "office said.",
     "+ office claims | content: Exports"},
    {"Nineteen out of 50 governments have failed to answer, Lopez said.",
     "+ Lopez claims | content: Nineteen out of 50 governments have failed"},
    {"The village was quiet on Sunday, residents said.", "+ residents claims"},
    {"No one said that soldiers attacked the village.", "- * asserts assault"},
    {"\"Soldiers attacked the village\", ministry spokesman Maj. Gen. Hassan "
     "al-Basri told reporters.",
     "+ al-Basri asserts assault-attack | agent: soldiers"},
    {"Exports have grown fast, chairman and chief executive Maria Lopez said.",
     "+ Lopez claims | content: Exports"},
    {"The army and the firm, which plans to build a road, left the town.",
     "+ firm claims | content: build\n- army claims"},
    {"The army and the firm, which plan to build a road, left the town.",
     "+ army claims | content: build"},
    {"A dermatologist said that soldiers attacked the village.",
     "+ entity dermatologist | kind: UnnamedSource"},
    {"No group claimed responsibility for the bombing.",
     "- * asserts assault-bomb | agent: group"},
    {"Some 47 percent said they opposed the war.",
     "+ entity 47 percent | kind: UnnamedSource\n"
     "+ 47 percent asserts reject-oppose"},
    {"The site says that soldiers attacked the village.",
     "+ entity site | kind: MediaOrganization\n"
     "+ site asserts assault-attack"},
    {"Soldiers attacked the site.", "- entity site | kind: MediaOrganization"},
    {"Lib Dem Sir Bertie Hallworth said that the plan had failed.",
     "+ entity Bertie Hallworth | kind: Person\n+ Hallworth claims"},
    {"The Zionists argued that the plan had failed.",
     "- entity Zionists | kind: Thing\n+ Zionists claims"},
    {"Prices rose by 47 percent.", "- entity 47 percent | kind: UnnamedSource"},
    {"The man told doctors that he was to blame for the fire.",
     "+ man claims | cue: told | stance: Reports\n"
     "- * claims | stance: Demands"},
    {"The man told doctors to blame him for the fire.",
     "+ man claims | cue: told | stance: Demands"},
};

/* What looks like a claim, and is nobody's. */
static const fact_case nobodys[] = {
    {"Users of the system can make calls to other towns for a fee.",
     "- Users claims"},
    {"The phone has a feature called Night Rest.", "- * claims | cue: called"},
    {"Here you can find the healthiest reefs.", "- * claims"},
    {"It is too soon to know when the soldiers will leave.", "- * claims"},
    {"The runner claimed the gold medal in Tokyo.",
     "- runner claims | class: ReportedClaim\n- * says death"},
    {"The book claims the top spot on the list.",
     "- * claims | class: ReportedClaim\n- * says death"},
    {"Northern Rubber is recalling two lots of tyres.", "- Northern claims"},
    {"They were left without any plan beyond giving up and hoping that "
     "soldiers "
     "would leave.",
     "- plan claims"},
    {"The economy added no new jobs.", "- economy claims"},
    {"Money coming out of the funds will help the farmers.",
     "- Money claims\n- * claims | cue: coming"},
    {"The mayor went through the motions of holding himself accountable for "
     "the fire.",
     "- motions claims"},
    {"The fund has a scheme that aims to help farmers.", "- scheme claims"},
    {"The view is good enough to justify the climb.", "- view claims"},
    {"The links between the banks have raised fears about prices.",
     "- links claims"},
    {"The firm raised its prices in view of predictions that costs will rise.",
     "- predictions claims | cue: in"},
    {"In the view of analysts, costs will rise.", "+ analysts claims"},
    {"The seats were given out according to age.", "- age claims"},
    {"Parliament has rejected the president's third nominee.",
     "- Parliament claims"},
    {"The president urged ministers to say that soldiers attacked the village.",
     "- * asserts assault-attack\n+ ministers considers assault-attack"},
};

static void nobodys_words_are_no_claims(void)
{
    CHECK(nobodys);
}

static void speakers_stand_beside_their_verbs(void)
{
    CHECK(speakers);
}

static void names_and_colons_tell_claims(void)
{
    CHECK(namings);
}

static const fact_case voices[] = {
    {"Police said that Iran attacked the tanker. Iran denied that it attacked "
     "the tanker.",
     "+ Iran denies assault-attack | beside: police | how: "
     "contradictsByDenial\n"
     "- police says assault-attack | beside: Iran"},
    {"Police said that Hamas attacked the tanker. The army said that Hamas "
     "attacked the tanker.",
     "+ army asserts assault-attack | beside: police | how: corroborates"},
    {"Police said that Hamas attacked the tanker. The army said that Hezbollah "
     "attacked the tanker.",
     "+ army asserts assault-attack | beside: police | how: contradictsAgent\n"
     "- army asserts assault-attack | how: corroborates"},
    {"Police said that the rebels killed 14 people. Doctors said that the "
     "rebels killed 20 people.",
     "+ doctors asserts assault-kill | beside: police | how: "
     "contradictsCount"},
    /* "At least 14" may well be 20, but not 12. */
    {"Police said that the rebels killed at least 14 people. Doctors said that "
     "the rebels killed 20 people.",
     "- doctors asserts assault-kill | how: contradictsCount\n"
     "+ doctors asserts assault-kill | beside: police | how: corroborates"},
    {"Police said that the rebels killed at least 14 people. Doctors said that "
     "the rebels killed 12 people.",
     "+ doctors asserts assault-kill | beside: police | how: "
     "contradictsCount"},
    {"Police said that the rebels killed about 50 people. Doctors said that "
     "the rebels killed 53 people.",
     "- doctors asserts assault-kill | how: contradictsCount"},
    {"Police said that Hamas attacked the tanker. Police added that Hamas "
     "attacked the tanker.",
     "+ police asserts assault-attack | beside: none\n"
     "- police asserts assault-attack | beside: police"},
    {"Anna Berg and Olaf Lind said that soldiers attacked the village.",
     "+ Anna Berg asserts assault-attack\n"
     "+ Olaf Lind asserts assault-attack"},
    {"Moscow said that soldiers attacked the village.",
     "+ Russia asserts assault-attack\n- Moscow claims"},
};

static void voices_are_held_against_each_other(void)
{
    CHECK(voices);
}

static const fact_case stances[] = {
    {"The army denied that it had attacked the village.",
     "+ army denies assault-attack | class: DenialClaim\n"
     "- * asserts assault-attack\n"
     "- event assault-attack | agent: army"},
    {"The army denied attacking the village.", "+ army denies assault-attack\n"
                                               "- * asserts assault-attack"},
    {"Ukraine accused Russia of shelling a hospital.",
     "+ Ukraine asserts assault-artillery | agent: Russia | patient: hospital "
     "| stance: Accuses\n"
     "- narrator says assault-artillery\n"
     "- * says assault | agent: Ukraine"},
    {"Officials blamed the rebels for the attack.",
     "+ officials asserts assault-attack | agent: rebels\n"
     "- * says assault-attack | agent: officials"},
    {"The bishop blamed the National Guard and the Armed Forces for the murder "
     "of the priests.",
     "+ bishop asserts assault-kill | agent: National Guard\n"
     "+ bishop asserts assault-kill | agent: Armed Forces | patient: priests"},
    {"The police blamed the murder of the judge on militants.",
     "+ police asserts assault-kill | agent: militants | patient: judge\n"
     "- * says assault-kill | patient: militants"},
    {"Three guards died in an attack blamed on rebels.",
     "+ nobody asserts assault-attack | agent: rebels | stance: Accuses\n"
     "- narrator says assault-attack | agent: rebels\n"
     "- * says assault | patient: rebels"},
    {"The killing of the senator was attributed to the Cali Cartel.",
     "+ nobody asserts assault-kill | agent: Cali Cartel | patient: senator"},
    {"The survivors hold the army responsible for the massacre.",
     "+ survivors asserts assault-massacre | agent: army\n"
     "- * says assault-massacre | agent: survivors"},
    {"Prosecutors linked the minister to the murder of the journalist.",
     "+ prosecutors considers assault-kill | agent: minister\n"
     "- * asserts assault-kill | agent: minister"},
    {"Islamic State claimed responsibility for the bombing in Kabul.",
     "+ Islamic State asserts assault-bomb | agent: Islamic State | class: "
     "ResponsibilityClaim\n"
     "- event assault-bomb | agent: Islamic State"},
    {"The president promised to release the prisoners.",
     "+ president says retreat-release | agent: president\n"
     "- * asserts retreat-release | status: Past"},
    {"The president condemned the killing of a journalist.",
     "+ * asserts assault-kill | patient: journalist\n"
     "- * says assault-kill | agent: president"},
    {"Officials doubt that the rebels attacked the convoy.",
     "- officials asserts assault-attack"},
    {"The king said that the rebels must leave the town.",
     "+ king claims | stance: Demands | to: rebels"},
    {"The rebels should leave the town, the king said.",
     "+ king claims | stance: Demands"},
    {"The king said that he must leave the town.",
     "+ king claims | stance: Reports"},
    {"The king said that the rebels must have left the town.",
     "+ king claims | stance: Reports"},
    {"The king said that Chile should have the right to the name.",
     "+ king claims | stance: Reports"},
    {"The king said that prices must fall.", "+ king claims | stance: Reports"},
};

static void cues_tell_the_stance(void)
{
    CHECK(stances);
}

static const fact_case nested[] = {
    {"Reuters reported that the army said that rebels had attacked the town.",
     "+ army asserts assault-attack | agent: rebels | via: Reuters\n"
     "- narrator says assault-attack\n"
     "- Reuters asserts assault-attack"},
    {"The Taliban claimed responsibility for the attack, Reuters reported.",
     "+ Taliban asserts assault-attack | via: Reuters\n"
     "- Reuters says assault-attack | agent: Reuters"},
    {"Police said that a witness had said that soldiers shot the man.",
     "+ witness asserts assault-shoot | agent: soldiers | via: police"},
};

static void claims_are_told_through_others(void)
{
    CHECK(nested);
}

static const fact_case sourceless[] = {
    {"The rebels are believed to have attacked the town.",
     "+ nobody says assault-attack | agent: rebels\n"
     "- narrator says assault-attack\n"
     "- * says assault-attack | certainty: Certain"},
    {"The group is believed to be responsible for the attack.",
     "+ nobody considers assault-attack | agent: group\n"
     "- * asserts assault-attack | agent: group"},
    {"Soldiers reportedly killed six people.",
     "+ nobody says assault-kill | agent: soldiers\n"
     "- narrator says assault-kill"},
    {"Soldiers allegedly killed six people.",
     "+ nobody says assault-kill | agent: soldiers\n"
     "- narrator says assault-kill"},
    {"It was reported that soldiers had killed six people.",
     "+ nobody asserts assault-kill | agent: soldiers\n"
     "- narrator says assault-kill"},
    {"The suspected killer was arrested.",
     "- narrator asserts assault-kill | certainty: Certain"},
};

static void claims_may_have_no_source(void)
{
    CHECK(sourceless);
}

static const fact_case withheld[] = {
    {"A spokesman for the ministry declined to comment on the arrests.",
     "- spokesman asserts coerce-arrest"},
    {"The ministry's statement made no mention of the arrests.", "- * claims"},
    {"\"Our hospital was hit three times,\" a doctor, Ahmed Lind, said by "
     "telephone.",
     "+ Ahmed Lind asserts assault-attack | patient: hospital"},
    {"The rebels said on their website they had killed 12 soldiers; the army "
     "put its losses at two.",
     "+ rebels asserts assault-kill | agent: rebels | patient: 12 soldiers\n"
     "- narrator says assault-kill"},
    {"Israel said two of its soldiers were killed, while Hamas said it had "
     "destroyed five tanks.",
     "+ Israel asserts assault-kill\n- Israel says assault-destroy\n"
     "+ Hamas asserts assault-destroy | via: none"},
    {"In an interview with CNN, Lopez accused her rival of lying.",
     "+ Lopez claims | content: of lying\n"
     "- Lopez claims | content: interview"},
    {"Reports that the general had fled were false, the army said.",
     "+ army denies migration-flee | agent: general"},
    {"Reports that the general had fled were late, the army said.",
     "- army denies migration-flee"},
    {"Witnesses described seeing soldiers shoot protesters.",
     "+ witnesses asserts assault-shoot | agent: soldiers\n"
     "- narrator says assault-shoot"},
};

static void what_was_seen_is_claimed(void)
{
    CHECK(withheld);
}

static const fact_case certainty[] = {
    {"Police said that gunmen may have attacked the bank.",
     "+ police says assault-attack | certainty: Possible\n"
     "- * says assault-attack | certainty: Certain"},
    {"Police said that gunmen had not attacked the bank.",
     "+ police denies assault-attack\n"
     "- * asserts assault-attack"},
    {"Police said that gunmen probably attacked the bank.",
     "+ police says assault-attack | certainty: Probable"},
    {"The court banned the army from attacking the town.",
     "+ court denies assault-attack | agent: army | status: Demanded"},
    {"The minister urged the army not to attack the town.",
     "+ minister denies assault-attack | agent: army | status: Demanded"},
    {"The minister urged the army to attack the town.",
     "+ minister considers assault-attack | agent: army | status: Demanded"},
    /* Who does not think that it is so thinks that it is not. */
    {"The minister does not believe that the army attacked the village.",
     "+ minister denies assault-attack | agent: army"},
    {"The minister does not plan to resign.",
     "+ minister denies power-resign | agent: minister"},
    {"The minister did not say that the army attacked the village.",
     "+ minister considers assault-attack | agent: army"},
    {"The minister does not believe the rebels, whom the army attacked.",
     "- minister denies assault-attack"},
    {"Analysts said the army would attack the town.",
     "+ analysts says assault-attack | agent: army\n"
     "- * says assault-attack | status: Past"},
};

static void certainty_is_kept(void)
{
    CHECK(certainty);
}

static const fact_case no_claims[] = {
    {"The book says a lot about the war.", "- * says assault-attack"},
    {"The company reported a profit of 3 million euros.",
     "- * claims | class: QuotedClaim"},
    {"The film claimed the top spot.", "- * claims | class: "
                                       "ResponsibilityClaim"},
    {"He has a say in the matter.", "- * claims | class: ReportedClaim"},
};

static void other_senses_are_no_claims(void)
{
    CHECK(no_claims);
}

/* What earlier trees hid. */
static const fact_case mended[] = {
    {"Gunmen attacked the bank, police said.",
     "+ police asserts assault-attack | agent: gunmen\n"
     "- narrator says assault-attack"},
    {"Gunmen attacked the bank, said a police spokesman.",
     "+ spokesman asserts assault-attack | agent: gunmen\n"
     "- narrator says assault-attack"},
    {"\"Soldiers burned the school,\" Maria Lopez said.",
     "+ entity soldiers | kind: PersonGroup"},
    {"Witnesses told the BBC that soldiers had shot protesters.",
     "+ witnesses asserts assault-shoot | agent: soldiers | patient: "
     "protesters | to: BBC"},
    {"Needless to say, the town was captured by the rebels.",
     "+ narrator asserts assault-capture | agent: rebels"},
};

static void mended_trees_are_read(void)
{
    CHECK(mended);
}

static const fact_case acts[] = {
    {"The governor urged ministers to resign.",
     "+ governor claims | stance: Demands | content: to resign"},
    {"The governor called on the ministers to resign.",
     "+ governor claims | stance: Demands | content: to resign"},
    {"The bank relied on them to pay.", "- bank claims"},
    {"Rebels have accused the army of shelling a hospital.",
     "+ rebels claims | stance: Accuses | content: of shelling a hospital\n"
     "- army claims"},
    {"The union accused the government of corruption.",
     "+ union claims | stance: Accuses | content: of corruption"},
    {"The army denied involvement in the raid.",
     "+ army claims | class: DenialClaim | content: involvement in the raid"},
    {"The boat is believed to be in Turkey.",
     "+ nobody claims | cue: believed | content: to be in Turkey"},
};

static void acts_of_speech_are_claims(void)
{
    CHECK(acts);
}

static const fact_case reach[] = {
    {"The minister said that the dam was safe, adding that work would start "
     "soon.",
     "+ minister claims | cue: said | content: that the dam was safe\n"
     "- * claims | cue: said | content: adding\n"
     "+ minister claims | cue: adding | content: work would start soon"},
    {"\"All that he touched turned to dust,\" Brown said of his rival, "
     "drawing applause from the crowd.",
     "+ Brown claims | content: turned to dust"},
    {"\"People like to be left alone,\" Brown said. \"They prefer to be at "
     "home,\" said Maria Lopez, a nurse.",
     "- * claims | content: a nurse\n"
     "+ Lopez claims | content: to be at home"},
    {"She added that heavy rain, late frost, and the spread of diseases such "
     "as rust have reduced the harvest.",
     "+ * claims | content: that heavy rain"},
    {"Ali Khan said and Maria Lopez confirmed that the shop was closed.",
     "+ Khan claims | content: that the shop was closed\n"
     "- * claims | content: Lopez"},
    {"Ms Keller insisted there was still a way.", "+ Keller claims"},
    {"The report released on Tuesday was long.", "- * claims"},
};

static void what_is_said_ends_where_it_ends(void)
{
    CHECK(reach);
}

static const fact_case compared[] = {
    {"As Anna Berg said, the army attacked the town.",
     "+ Anna Berg asserts assault-attack | agent: army | patient: town"},
    {"As reported by Reuters, the army attacked Goma.",
     "+ Reuters asserts assault-attack | agent: army | patient: Goma"},
    {"The army, as the ministry noted, withdrew from Mali.",
     "+ ministry asserts retreat-withdraw | agent: army"},
    {"As Anna Berg said that talks had failed, soldiers attacked the town.",
     "- Anna Berg says assault-attack\n"
     "+ Anna Berg claims | content: talks had failed"},
};

static const fact_case authors[] = {
    {"Islamic State issued a statement claiming responsibility for the attack.",
     "+ Islamic State asserts assault-attack | agent: Islamic State | class: "
     "ResponsibilityClaim"},
    {"A statement from the ministry said the army had attacked the town.",
     "+ ministry asserts assault-attack | agent: army"},
    {"Anna Berg's letter said that the army had attacked the town.",
     "+ Anna Berg asserts assault-attack | agent: army"},
    {"The group left leaflets claiming credit for the terrorist act.",
     "+ group asserts assault-attack | class: ResponsibilityClaim"},
    /* What a video shows is not what who made it says. */
    {"A video shows that the army attacked the town.",
     "+ video claims | content: the army attacked the town"},
};

static void documents_speak_for_their_authors(void)
{
    CHECK(authors);
}

static const fact_case inserted[] = {
    {"The European ministers' comments, said Josh Lind of a bank in Tokyo, "
     "were "
     "\"too weak to produce a market reaction\".",
     "+ Josh Lind claims | content: too weak\n- comments claims"},
    {"The army, Anna Berg said, attacked the town on Monday.",
     "+ Anna Berg asserts assault-attack | agent: army | patient: town\n"
     "- narrator says *"},
    {"The army, said Anna Berg, attacked the town on Monday.",
     "+ Anna Berg asserts assault-attack | agent: army | patient: town"},
};

static void asides_inside_tell_who_says(void)
{
    CHECK(inserted);
}

static void comparing_clauses_tell_who_says(void)
{
    CHECK(compared);
}

static const fact_case sequels[] = {
    {"Ali Khan argued that taxes were high, but suggested the budget was too "
     "small.",
     "+ Khan claims | cue: suggested | content: the budget was too small\n"
     "- * claims | cue: argued | content: budget"},
    {"The leader said the warning was a sign of fear, and accused the mayor of "
     "lying.",
     "+ leader claims | cue: accused\n"
     "- * claims | cue: said | content: lying"},
    {"After the long meeting of the council, Maria Lopez, 40, said there were "
     "doubts.",
     "+ Lopez claims | content: there were doubts"},
    {"If people believed they had won, they could call.",
     "- * claims | cue: believed"},
    {"The film tells the story of a young woman.", "- * claims | cue: tells"},
    {"The poll has a margin of error.", "- * claims | cue: has"},
    {"In a survey, half of the voters said taxes were high.",
     "- survey claims"},
    {"The commission concluded its investigation.",
     "- * claims | cue: concluded"},
};

static void speakers_go_on(void)
{
    CHECK(sequels);
}

static const fact_case shown[] = {
    {"A poll shows Brown with a lead over Smith.",
     "+ poll claims | content: Brown with a lead"},
    {"Several polls show Keller trailing Brown.",
     "+ polls claims | content: trailing"},
    {"His plan calls for rates that rise with earnings.",
     "+ plan claims | stance: Demands | content: for rates"},
    {"In a survey of voters, taxes were too high.",
     "+ survey claims | content: taxes were too high"},
    {"In the mayor's view, the war is lost.",
     "+ mayor claims | content: the war is lost"},
    {"In a car, he slept.", "- * claims"},
    {"Prices fell on Monday, underscoring the weakness of demand.",
     "- * claims | cue: underscoring"},
    {"He lifted the coat, revealing the bike lock.",
     "- * claims | cue: revealing"},
    {"The trial was held to determine whether he lied.",
     "- * claims | cue: determine"},
    {"There was no immediate claim of responsibility for the blast.",
     "- * claims | cue: claim"},
    {"She opened bank accounts of three clients.",
     "- * claims | cue: accounts"},
    {"The deal appears dead.",
     "+ nobody claims | cue: appears | content: dead"},
};

static void what_shows_something_claims_it(void)
{
    CHECK(shown);
}

static const fact_case views[] = {
    {"Investors praised the deal as a success.",
     "+ investors claims | content: the deal as a success"},
    {"The residents saw the remark as a joke.",
     "+ residents claims | content: the remark as a joke"},
    {"Keller called what she saw \"terrible.\"",
     "+ Keller claims | content: what she saw"},
    {"Voters support background checks.",
     "+ voters claims | content: background checks"},
    {"She supports her family.", "- * claims | cue: supports"},
    {"Kirby also said for the first time that some letters had been found.",
     "+ Kirby claims | content: some letters had been found"},
    {"Maria Lopez, a rival from Iowa, said there were doubts.",
     "+ Lopez claims | content: there were doubts"},
};

static void views_are_claims(void)
{
    CHECK(views);
}

static const fact_case known_gap[] = {
    /* What is quoted goes on behind the cue. */
    {"\"The army,\" Lopez said, \"attacked our village.\"",
     "+ Lopez asserts assault-attack | agent: army"},
};

static void what_is_still_misread(void)
{
    facts_check_gaps(known_gap, sizeof known_gap / sizeof *known_gap);
}

CU_TestInfo extract_claims_tests[] = {
    {"reported speech has its speaker", reported_speech_has_its_speaker},
    {"quotations have their speaker", quotations_have_their_speaker},
    {"marks and order tell what is said", marks_and_order_tell_what_is_said},
    {"what is called so and who stands before a colon",
     names_and_colons_tell_claims},
    {"voices are held against each other", voices_are_held_against_each_other},
    {"nobody's words are no claims", nobodys_words_are_no_claims},
    {"speakers stand beside their verbs", speakers_stand_beside_their_verbs},
    {"cues tell the stance", cues_tell_the_stance},
    {"claims are told through others", claims_are_told_through_others},
    {"claims may have no source", claims_may_have_no_source},
    {"what was seen is claimed", what_was_seen_is_claimed},
    {"certainty is kept", certainty_is_kept},
    {"other senses are no claims", other_senses_are_no_claims},
    {"what better trees show is read", mended_trees_are_read},
    {"acts of speech are claims", acts_of_speech_are_claims},
    {"what is said ends where it ends", what_is_said_ends_where_it_ends},
    {"documents speak for their authors", documents_speak_for_their_authors},
    {"asides inside tell who says", asides_inside_tell_who_says},
    {"comparing clauses tell who says", comparing_clauses_tell_who_says},
    {"speakers go on", speakers_go_on},
    {"what shows something claims it", what_shows_something_claims_it},
    {"views are claims", views_are_claims},
    {"what is still misread is known", what_is_still_misread},
    CU_TEST_INFO_NULL,
};
