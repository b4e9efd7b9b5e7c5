/* SPDX-License-Identifier: Apache-2.0
 *
 * test_when.c -- when events were.
 *
 * The sentences are invented and plain. All were published on Tuesday,
 * 2022-09-06.
 */
#include "facts.h"
#include "suites.h"

#define CHECK(cases) facts_check(cases, sizeof cases / sizeof *cases)

static const fact_case own[] = {
    {"The group on Sunday released two hostages.",
     "+ * asserts retreat-release | date: 2022-09-04"},
    {"The rebels on Monday attacked a convoy.",
     "+ * asserts assault-attack | date: 2022-09-05"},
    /* Trees hang these on other words. */
    {"Yesterday the president of Kenya visited Harare.",
     "+ * asserts consult-visit | date: 2022-09-05"},
    {"The invasion of Kuwait on Sunday was condemned.",
     "+ * asserts assault-invade | date: 2022-09-04"},
    {"The army arrested 12 people in Harare in August.",
     "+ * asserts coerce-arrest | date: 2022-08-01/2022-08-31"},
    /* Somebody else's. */
    {"The minister elected on Sunday criticized France.",
     "- * says accuse-criticize | date: 2022-09-04"},
    {"Police said on Monday that gunmen had killed two men.",
     "+ * says assault-kill | date: none"},
};

static void the_nearest_time_counts(void)
{
    CHECK(own);
}

static const fact_case scenes[] = {
    {"A bomb exploded in Herat on Monday, killing two men.",
     "+ * asserts assault-kill | date: 2022-09-05"},
    {"Gunmen attacked a village on Monday and killed six people.",
     "+ * asserts assault-kill | date: 2022-09-05"},
    {"Police arrested a man on Monday for killing two people.",
     "+ * asserts coerce-arrest | date: 2022-09-05\n"
     "- * says assault-kill | date: 2022-09-05"},
    {"The president resigned on Monday and will be tried.",
     "- * says justice-try | date: 2022-09-05"},
};

static void clauses_of_one_scene_share_a_date(void)
{
    CHECK(scenes);
}

static const fact_case stories[] = {
    {"A bomb exploded in Herat on Monday. Two farmers were killed.",
     "+ * asserts assault-kill | count: 2 | date: 2022-09-05"},
    {"Gunmen attacked a village on Sunday, police said. They killed a guard and"
     " wounded two men.",
     "+ * asserts assault-kill | date: 2022-09-04\n"
     "+ * asserts injury | date: 2022-09-04"},
    /* Over a sentence that says when somebody spoke. */
    {"Gunmen attacked a village on Sunday. Police said on Monday that they"
     " killed a guard.",
     "+ * asserts assault-kill | date: 2022-09-04"},
    /* What was before, what an adverb moves, and what is quoted. */
    {"A bomb exploded in Herat on Monday. The rebels had attacked a base.",
     "- * says assault-attack | date: 2022-09-05"},
    {"A bomb exploded in Herat on Monday. The rebels previously attacked a"
     " base.",
     "- * says assault-attack | date: 2022-09-05"},
    {"A bomb exploded in Herat on Monday. \"They attacked a base,\" the mayor"
     " said.",
     "- * says assault-attack | date: 2022-09-05"},
    {"Police arrested two men on Monday. A clinic was searched by officers"
     " after the Nairobi Bank and other firms sued the owner.",
     "+ * asserts coerce-raid | date: 2022-09-05\n"
     "- * says justice-sue | date: 2022-09-05"},
    /* Another time ends the story. */
    {"A bomb exploded in Herat on Monday. In 2019 rebels took over the town. "
     "They attacked a base.",
     "- * says assault-attack | date: 2022-09-05"},
    {"A bomb exploded in Herat on Monday. Police said last week that rebels"
     " attacked a base.",
     "- * says assault-attack | date: 2022-09-05"},
};

static void stories_go_on_at_their_day(void)
{
    CHECK(stories);
}

static const fact_case news[] = {
    {"Rebels attack army base\n\nRebels on Sunday stormed a base near Herat,"
     " police said.",
     "+ event assault | date: 2022-09-04"},
    {"Rebels attack army base\n\nNobody knows who they are.",
     "+ * asserts assault-attack | date: 2022-09-05/2022-09-06"},
    {"Bank to fire workers\n\nThe bank of Herat said so.",
     "- * says * | date: 2022-09-05/2022-09-06"},
    {"Kenya has signed an agreement with France.",
     "+ * asserts agree-sign | date: 2022-09-05/2022-09-06"},
    {"Kenya has already signed an agreement with France.",
     "- * says agree-sign | date: 2022-09-05/2022-09-06"},
    {"Kenya signed an agreement with France.",
     "- * says agree-sign | date: 2022-09-05/2022-09-06"},
    /* A wire story leaves out "today". */
    {"HARARE, Sept 5 (Reuters) - Police arrested 12 people in Harare. They also"
     " killed a student.",
     "+ * asserts coerce-arrest | date: 2022-09-05\n"
     "+ * asserts assault-kill | date: 2022-09-05"},
};

static void news_is_of_today(void)
{
    CHECK(news);
}

CU_TestInfo when_tests[] = {
    {"the time nearest to the event counts", the_nearest_time_counts},
    {"clauses of one scene share a date", clauses_of_one_scene_share_a_date},
    {"a story goes on at its day", stories_go_on_at_their_day},
    {"headlines and leads are of the day", news_is_of_today},
    CU_TEST_INFO_NULL,
};
