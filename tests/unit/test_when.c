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

CU_TestInfo when_tests[] = {
    {"the time nearest to the event counts", the_nearest_time_counts},
    {"clauses of one scene share a date", clauses_of_one_scene_share_a_date},
    CU_TEST_INFO_NULL,
};
