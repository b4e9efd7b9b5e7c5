/* SPDX-License-Identifier: Apache-2.0
 *
 * test_date.c -- dates: what is read, and the arithmetic of days.
 */
#include "article/article.h"
#include "suites.h"

static void good_dates_are_read(void)
{
    static const struct {
        const char *text;
        cgi_date date;
    } cases[] = {
        {"2022", {2022, 0, 0}},
        {"2022-09", {2022, 9, 0}},
        {"2022-09-05", {2022, 9, 5}},
        {"2022-09-05T10:00:00Z", {2022, 9, 5}},
        {"2022-09-05 10:00", {2022, 9, 5}},
        {"2024-02-29", {2024, 2, 29}},
        {"2000-02-29", {2000, 2, 29}},
        {"0001-01-01", {1, 1, 1}},
        {"9999-12-31", {9999, 12, 31}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cgi_date d = {0};
        CU_ASSERT(cgi_date_read(&d, cases[i].text));
        CU_ASSERT_EQUAL(d.year, cases[i].date.year);
        CU_ASSERT_EQUAL(d.month, cases[i].date.month);
        CU_ASSERT_EQUAL(d.day, cases[i].date.day);
    }
}

static void dates_that_cannot_be_are_refused(void)
{
    static const char *const cases[] = {
        "",           "202",         "0000",
        "0000-01-01", "2022-",       "2022-13",
        "2022-00-10", "2022-1-1",    "2022-02-30",
        "2023-02-29", "1900-02-29",  "2022-04-31",
        "2022-04-00", "2022-04-",    "2022-04-011",
        "22-04-01",   "2022/04/01",  "2022-04x",
        "2022x",      " 2022-04-01", "-2022-04-01",
        "yesterday",  "2022-04-1a",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cgi_date d = {1, 2, 3};
        CU_ASSERT_FALSE(cgi_date_read(&d, cases[i]));
        CU_ASSERT_EQUAL(d.year, 1);
    }
    cgi_date d;
    CU_ASSERT_FALSE(cgi_date_read(&d, NULL));
}

static void known_days_have_their_numbers(void)
{
    static const struct {
        cgi_date date;
        long days;
        int weekday;
    } cases[] = {
        {{1970, 1, 1}, 0, 3},        {{1969, 12, 31}, -1, 2},
        {{2000, 2, 29}, 11016, 1},   {{2000, 3, 1}, 11017, 2},
        {{2022, 9, 5}, 19240, 0},    {{1900, 1, 1}, -25567, 0},
        {{1, 1, 1}, -719162, 0},     {{9999, 12, 31}, 2932896, 4},
        {{1600, 2, 29}, -135081, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CU_ASSERT_EQUAL(cgi_date_to_days(cases[i].date), cases[i].days);
        CU_ASSERT_EQUAL(cgi_date_weekday(cases[i].date), cases[i].weekday);
    }
}

static void every_day_comes_back_from_its_number(void)
{
    cgi_date before = cgi_date_from_days(-719163);
    size_t wrong = 0;
    for (long day = -719162; day <= 2932896; day++) {
        cgi_date d = cgi_date_from_days(day);
        bool next = d.day == before.day + 1 ||
                    (d.day == 1 && (d.month == before.month + 1 ||
                                    (d.month == 1 && before.month == 12 &&
                                     d.year == before.year + 1)));
        wrong += !next || cgi_date_to_days(d) != day;
        before = d;
    }
    CU_ASSERT_EQUAL(wrong, 0);
}

CU_TestInfo date_tests[] = {
    {"good dates are read", good_dates_are_read},
    {"dates that cannot be are refused", dates_that_cannot_be_are_refused},
    {"known days have their numbers", known_days_have_their_numbers},
    {"every day comes back from its number",
     every_day_comes_back_from_its_number},
    CU_TEST_INFO_NULL,
};
