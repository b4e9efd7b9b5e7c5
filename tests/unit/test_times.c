/* SPDX-License-Identifier: Apache-2.0
 *
 * test_times.c -- time expressions, resolved against Monday, 2022-09-05.
 *
 * No tags are set here, so the tense of a clause is told by its words alone.
 */
#include <string.h>

#include "lang/lang.h"
#include "suites.h"

/* What is expected: "text=value" of every expression, "; " between them. */
typedef struct {
    const char *text, *found;
} time_case;

static const time_case cases[] = {
    /* Full dates. */
    {"on Sept 5", "Sept 5=2022-09-05"},
    {"on 5 September 2022", "5 September 2022=2022-09-05"},
    {"on September 5, 2021", "September 5, 2021=2021-09-05"},
    {"on the 5th of September", "the 5th of September=2022-09-05"},
    {"on 2021-08-15", "2021-08-15=2021-08-15"},
    {"on 08/15/2021", "08/15/2021=2021-08-15"},
    {"on Sunday, Aug. 15, 2021", "Sunday, Aug. 15, 2021=2021-08-15"},
    {"on Feb. 30", "Feb.=2023-02"},
    {"on December 20", "December 20=2022-12-20"},
    {"on Thanksgiving 2021", "Thanksgiving 2021=2021-11-25"},
    /* Months, years and longer. */
    {"in August of last year", "August of last year=2021-08"},
    {"in August 2021", "August 2021=2021-08"},
    {"in early August", "early August=2022-08"},
    {"in mid-2019", "mid-2019=2019"},
    {"late last year", "late last year=2021"},
    {"since 2021", "2021=2021"},
    {"between 2010 and 2015", "2010=2010; 2015=2015"},
    {"in the 1990s", "the 1990s=199X"},
    {"in the '80s", "the '80s=198X"},
    {"in the 20th century", "the 20th century=19"},
    {"in the third quarter of 2021", "the third quarter of 2021=2021-Q3"},
    {"in the third quarter", "the third quarter=2022-Q3"},
    {"in fiscal 2020", "fiscal 2020=2020"},
    {"in summer 2019", "summer 2019=2019-SU"},
    {"last summer", "last summer=2022-SU"},
    {"it may rain and they march on", ""},
    {"it cost $2000", ""},
    {"in nineteen ninety-six", "nineteen ninety-six=1996"},
    {"until Christmas", "Christmas=2022-12-25"},
    /* Days told from the article's. */
    {"he said on Monday", "Monday=2022-09-05"},
    {"he said on Friday", "Friday=2022-09-02"},
    {"they will meet on Friday", "Friday=2022-09-09"},
    {"next Friday", "next Friday=2022-09-09"},
    {"last Monday", "last Monday=2022-08-29"},
    {"yesterday", "yesterday=2022-09-04"},
    {"he left today", "today=2022-09-05"},
    {"tomorrow morning", "tomorrow morning=2022-09-06TMO"},
    {"Friday night", "Friday night=2022-09-02TNI"},
    {"last night", "last night=2022-09-04TNI"},
    {"this morning", "this morning=2022-09-05TMO"},
    {"tonight", "tonight=2022-09-05TNI"},
    {"on the morning of September 5",
     "the morning of September 5=2022-09-05TMO"},
    {"from Monday to Friday", "Monday=2022-09-05; Friday=2022-09-02"},
    {"last week", "last week=2022-W35"},
    {"this month", "this month=2022-09"},
    {"next year", "next year=2023"},
    {"over the weekend", "the weekend=2022-W35-WE"},
    {"two weeks ago", "two weeks ago=2022-W34"},
    {"ten years ago", "ten years ago=2012"},
    {"He came on Sept 1. He left three days later.",
     "Sept 1=2022-09-01; three days later=2022-09-04"},
    {"at the end of the year", "the end of the year=2022"},
    {"now and then", "now=PRESENT_REF"},
    {"he recently left", "recently=PAST_REF"},
    {"in the future", "the future=FUTURE_REF"},
    /* The clock. */
    {"at 5:30 p.m. on Friday", "5:30 p.m. on Friday=2022-09-02T17:30"},
    {"at noon", "noon=2022-09-05T12:00"},
    {"at 9 a.m.", "9 a.m.=2022-09-05T09:00"},
    {"by a vote of 5 to 4", ""},
    /* Durations and sets. */
    {"for ten years", "ten years=P10Y"},
    {"for a week", "a week=P1W"},
    {"half an hour", "half an hour=PT30M"},
    {"two and a half years", "two and a half years=P2.5Y"},
    {"in the past three months", "the past three months=P3M"},
    {"a two-day visit", "a two-day=P2D"},
    {"for several weeks", "several weeks=PXW"},
    {"two to three hours", "two to three hours=PT2H"},
    {"a 42-year-old man", ""},
    {"for two decades", "two decades=P20Y"},
    {"every day", "every day=P1D"},
    {"twice a week", "twice a week=P1W"},
    {"every Thursday", "every Thursday=XXXX-WXX-4"},
    {"on Mondays", "Mondays=XXXX-WXX-1"},
    {"a daily paper", "daily=P1D"},
};

/* Ranges and parts of stretches. */
static const time_case ranges[] = {
    {"on May 3-5", "May 3-5=2022-05-03"},
    {"on May 3 to 5", "May 3 to 5=2022-05-03"},
    {"on April 24 and 25, 2021", "April 24 and 25, 2021=2021-04-24"},
    {"between May and July 2021", "May=2022-05; July 2021=2021-07"},
    {"from 1999 to 2004", "1999=1999; 2004=2004"},
    {"in the week of March 7", "the week of March 7=2022-W10"},
    {"in the month of August", "the month of August=2022-08"},
    {"in late August", "late August=2022-08"},
    {"by mid-September", "mid-September=2022-09"},
    {"at the beginning of 2020", "the beginning of 2020=2020"},
    {"early next week", "early next week=2022-W37"},
    {"in the first half of 2021", "the first half of 2021=2021-H1"},
    {"in the last half of 2021", "the last half of 2021=2021-H2"},
    {"in the first half of the year", "the first half of the year=2022-H1"},
    {"by year-end", "year-end=2022"},
    {"before the year's end", "the year's end=2022"},
    {"about three-quarters of the food", ""},
};

/* Quarters, fiscal years, decades. */
static const time_case years[] = {
    {"in fiscal year 2020", "fiscal year 2020=2020"},
    {"in the 2020 fiscal year", "2020 fiscal year=2020"},
    {"in FY2020", "FY2020=2020"},
    {"in FY21", "FY21=2021"},
    {"for the full year", "the full year=2022"},
    {"over the fiscal year", "the fiscal year=2022"},
    {"in the year ended March 31", "the year=P1Y; March 31=2022-03-31"},
    {"in the third quarter of the year",
     "the third quarter of the year=2022-Q3"},
    {"in the second quarter of last year",
     "the second quarter of last year=2021-Q2"},
    {"in Q2 2021", "Q2 2021=2021-Q2"},
    {"in the early 1990s", "the early 1990s=199X"},
    {"in the mid-1980s", "the mid-1980s=198X"},
    {"in the 2010s", "the 2010s=201X"},
    {"in the nineties", "the nineties=199X"},
    {"over the past decade", "the past decade=P10Y"},
    {"in the past century", "the past century=P100Y"},
    {"in January nineteen ninety-seven",
     "January nineteen ninety-seven=1997-01"},
    {"in the winter of 1994", "the winter of 1994=1994-WI"},
    {"in June 2019. He came home later that year.",
     "June 2019=2019-06; later that year=2019"},
    {"in March 2021. The following month he left.",
     "March 2021=2021-03; The following month=2021-04"},
    {"in 2019, up from the previous year", "2019=2019; the previous year=2018"},
    {"about a week or so ago", "a week or so ago=2022-W35"},
};

/* Days with a name, and parts of days. */
static const time_case day_parts[] = {
    {"on New Year's Eve", "New Year's Eve=2022-12-31"},
    {"on New Year’s Day 2021", "New Year’s Day 2021=2021-01-01"},
    {"on Christmas Eve 2021", "Christmas Eve 2021=2021-12-24"},
    {"on Labor Day", "Labor Day=2022-09-05"},
    {"overnight", "overnight=2022-09-05TNI"},
    {"late on Friday night", "Friday night=2022-09-02TNI"},
    {"early Friday morning", "early Friday morning=2022-09-02TMO"},
    {"in the early hours of Sunday", "the early hours of Sunday=2022-09-04TMO"},
    {"at mid-afternoon yesterday", "mid-afternoon yesterday=2022-09-04TAF"},
    {"at four in the morning", "four in the morning=2022-09-05T04:00"},
    {"at 4 in the afternoon", "4 in the afternoon=2022-09-05T16:00"},
    {"on Sept 1. They left that night.",
     "Sept 1=2022-09-01; that night=2022-09-01TNI"},
    {"on Sept 1. They left the next morning.",
     "Sept 1=2022-09-01; the next morning=2022-09-02TMO"},
    {"on Sept 1. They met in the evening.",
     "Sept 1=2022-09-01; the evening=2022-09-01TEV"},
    {"at midnight on Sunday", "midnight on Sunday=2022-09-04T24:00"},
    {"at 17:30 GMT", "17:30 GMT=2022-09-05T17:30"},
};

/* How long. */
static const time_case durations[] = {
    {"for 24 hours", "24 hours=PT24H"},
    {"a 24-hour curfew", "a 24-hour=PT24H"},
    {"for 5 1/2 hours", "5 1/2 hours=PT5H30M"},
    {"for 2 1/2 years", "2 1/2 years=P2.5Y"},
    {"a minute and a half", "a minute and a half=PT1M30S"},
    {"three quarters of an hour", "an hour=PT1H"},
    {"for eight trading days", "eight trading days=P8D"},
    {"for three consecutive weeks", "three consecutive weeks=P3W"},
    {"a day-long visit", "a day-long=P1D"},
    {"their week-long trip", "week-long=P1W"},
    {"a yearlong siege", "a yearlong=P1Y"},
    {"the decades-long war", "decades-long=PXE"},
    {"for the next few days", "the next few days=PXD"},
    {"Mr. Orr, 52 years old, left", ""},
    {"a 3-month-old baby", ""},
};

/* What comes again. */
static const time_case sets[] = {
    {"every Monday", "every Monday=XXXX-WXX-1"},
    {"each year", "each year=P1Y"},
    {"every two weeks", "every two weeks=P2W"},
    {"every other day", "every other day=P2D"},
    {"every few months", "every few months=PXM"},
    {"three times a day", "three times a day=P1D"},
    {"once every two weeks", "once every two weeks=P2W"},
    {"twice per year", "twice per year=P1Y"},
    {"24 hours a day", "24 hours a day=P1D"},
    {"paid annually", "annually=P1Y"},
    {"a monthly fee", "monthly=P1M"},
    {"every summer", "every summer=XXXX-SU"},
    {"every morning", "every morning=XXXX-XX-XXTMO"},
    {"at weekends", "weekends=XXXX-WXX-WE"},
};

/* The same without a date of the article. */
static const time_case undated[] = {
    {"on Sept 5", "Sept 5=XXXX-09-05"},  {"on Monday", "Monday=XXXX-WXX-1"},
    {"last week", "last week=XXXX-WXX"}, {"in 2021", "2021=2021"},
    {"in August", "August=XXXX-08"},     {"for ten years", "ten years=P10Y"},
    {"now", "now=PRESENT_REF"},
};

static void find(cgi_lang *l, cgi_arena *a, cgi_article *article,
                 cgi_text_block *block, const char *text)
{
    article->text = text;
    article->len = strlen(text);
    article->blocks = block;
    article->n_blocks = 1;
    *block = (cgi_text_block){.kind = CGI_BLOCK_PARAGRAPH,
                              .end = (uint32_t)strlen(text)};
    *l = (cgi_lang){.article = article};
    cgi_lang_tokenize(l, a, test_world());
    cgi_lang_find_times(l, a, test_world());
}

static void render(char *out, size_t size, const cgi_lang *l)
{
    size_t n = 0;
    out[0] = '\0';
    for (size_t i = 0; i < l->n_times && n < size; i++) {
        const cgi_time *t = &l->times[i];
        uint32_t begin = l->tokens[t->first].begin;
        n += (size_t)snprintf(out + n, size - n, "%s%.*s=%s", i ? "; " : "",
                              (int)(l->tokens[t->end - 1].end - begin),
                              l->article->text + begin, t->value);
    }
}

static void check_one(const time_case *c, cgi_date date)
{
    cgi_arena a = {0};
    jmp_buf fail;
    cgi_article article = {.date = date};
    cgi_text_block block;
    cgi_lang l;
    char out[300];
    a.on_fail = &fail;
    if (setjmp(fail)) {
        CU_FAIL("out of memory");
        return;
    }
    find(&l, &a, &article, &block, c->text);
    render(out, sizeof out, &l);
    CU_ASSERT_STRING_EQUAL(out, c->found);
    if (strcmp(out, c->found))
        fprintf(stderr, "\n    %s\n -> %s\n", c->text, out);
    cgi_arena_clear(&a);
}

/* The same with all stages before it run; the value of the first is told. */
static void check_tense(const time_case *c)
{
    cgi_arena a = {0};
    jmp_buf fail;
    cgi_article article;
    cgi_lang l = {0};
    const cg_source source = {
        .text = c->text, .len = strlen(c->text), .date = "2022-09-05"};
    a.on_fail = &fail;
    if (!test_world() || setjmp(fail) ||
        cgi_article_read(&article, &a, &source, NULL, NULL) != CG_OK) {
        CU_FAIL("the text is not read");
        return;
    }
    cgi_lang_analyse(&l, &a, test_world(), &article);
    const char *value = l.n_times ? l.times[0].value : "nothing";
    CU_ASSERT_STRING_EQUAL(value, c->found);
    if (strcmp(value, c->found))
        fprintf(stderr, "\n    %s\n -> %s\n", c->text, value);
    cgi_arena_clear(&a);
}

static void check(const time_case *c, size_t n, cgi_date date)
{
    if (!test_world())
        return;
    for (size_t i = 0; i < n; i++)
        check_one(&c[i], date);
}

static void expressions_get_their_values(void)
{
    check(cases, sizeof cases / sizeof *cases, (cgi_date){2022, 9, 5});
}

static void ranges_and_parts_get_their_values(void)
{
    check(ranges, sizeof ranges / sizeof *ranges, (cgi_date){2022, 9, 5});
}

static void years_and_quarters_get_their_values(void)
{
    check(years, sizeof years / sizeof *years, (cgi_date){2022, 9, 5});
}

static void days_and_their_parts_get_their_values(void)
{
    check(day_parts, sizeof day_parts / sizeof *day_parts,
          (cgi_date){2022, 9, 5});
}

static void durations_get_their_values(void)
{
    check(durations, sizeof durations / sizeof *durations,
          (cgi_date){2022, 9, 5});
}

static void sets_get_their_values(void)
{
    check(sets, sizeof sets / sizeof *sets, (cgi_date){2022, 9, 5});
}

/* These need the tree of the sentence. */
static void the_verb_tells_which_monday(void)
{
    static const time_case tenses[] = {
        {"The minister met them on Thursday.", "2022-09-01"},
        {"The minister will meet them on Thursday.", "2022-09-08"},
        {"He said on Thursday that talks will begin soon.", "2022-09-01"},
        {"The talks are scheduled for Thursday.", "2022-09-08"},
        {"The court issued an order on Thursday to stop the work.",
         "2022-09-01"},
        {"They plan to meet on Thursday.", "2022-09-08"},
        {"The bomb may have exploded on Thursday.", "2022-09-01"},
        {"Police said the man had been killed on Thursday.", "2022-09-01"},
    };
    for (size_t i = 0; i < sizeof tenses / sizeof *tenses; i++)
        check_tense(&tenses[i]);
}

static void without_a_date_the_values_stay_open(void)
{
    check(undated, sizeof undated / sizeof *undated, (cgi_date){0});
}

static bool same_day(cgi_date a, cgi_date b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

typedef struct {
    const char *text;
    cgi_date from, to;
    cgi_precision precision;
    bool is_open;
} day_case;

static void check_days(const day_case *c)
{
    cgi_arena a = {0};
    jmp_buf fail;
    cgi_article article = {.date = {2022, 9, 5}};
    cgi_text_block block;
    cgi_lang l;
    a.on_fail = &fail;
    if (setjmp(fail)) {
        CU_FAIL("out of memory");
        return;
    }
    find(&l, &a, &article, &block, c->text);
    CU_ASSERT_EQUAL(l.n_times, 1);
    if (l.n_times == 1) {
        const cgi_time *t = &l.times[0];
        CU_ASSERT(same_day(t->from, c->from));
        CU_ASSERT(same_day(t->to, c->to));
        CU_ASSERT_EQUAL(t->precision, c->precision);
        CU_ASSERT_EQUAL(t->is_range_open, c->is_open);
    }
    cgi_arena_clear(&a);
}

static void days_and_precision_are_told(void)
{
    static const day_case days[] = {
        {"on Friday", {2022, 9, 2}, {2022, 9, 2}, CGI_PRECISION_DAY, false},
        {"on Sept 1-3", {2022, 9, 1}, {2022, 9, 3}, CGI_PRECISION_DAY, false},
        {"last week", {2022, 8, 29}, {2022, 9, 4}, CGI_PRECISION_WEEK, false},
        {"in August", {2022, 8, 1}, {2022, 8, 31}, CGI_PRECISION_MONTH, false},
        {"early August",
         {2022, 8, 1},
         {2022, 8, 10},
         CGI_PRECISION_MONTH,
         false},
        {"since 2021", {2021, 1, 1}, {2021, 12, 31}, CGI_PRECISION_YEAR, true},
        {"summer 2019",
         {2019, 6, 1},
         {2019, 8, 31},
         CGI_PRECISION_SEASON,
         false},
        {"the 1990s",
         {1990, 1, 1},
         {1999, 12, 31},
         CGI_PRECISION_DECADE,
         false},
        {"for ten years", {0, 0, 0}, {0, 0, 0}, CGI_PRECISION_NONE, false},
        {"the past three months",
         {2022, 6, 5},
         {2022, 9, 5},
         CGI_PRECISION_MONTH,
         false},
    };
    if (!test_world())
        return;
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        check_days(&days[i]);
}

/* The enumerations of times.h count as the comments of time.ttl do. */
static void lists_agree_with_the_grammar(void)
{
    static const struct {
        const char *text, *value;
    } units[] = {
        {"two seconds", "PT2S"}, {"two minutes", "PT2M"},
        {"two hours", "PT2H"},   {"two days", "P2D"},
        {"two weeks", "P2W"},    {"two fortnights", "P4W"},
        {"two months", "P2M"},   {"two quarters", "P6M"},
        {"two years", "P2Y"},    {"two centuries", "P200Y"},
    };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        char found[80];
        snprintf(found, sizeof found, "%s=%s", units[i].text, units[i].value);
        time_case one = {units[i].text, found};
        check(&one, 1, (cgi_date){2022, 9, 5});
    }
}

CU_TestInfo times_tests[] = {
    {"expressions get their values", expressions_get_their_values},
    {"ranges and parts get their values", ranges_and_parts_get_their_values},
    {"years and quarters get their values",
     years_and_quarters_get_their_values},
    {"days and their parts get their values",
     days_and_their_parts_get_their_values},
    {"durations get their values", durations_get_their_values},
    {"sets get their values", sets_get_their_values},
    {"the verb tells which Monday", the_verb_tells_which_monday},
    {"without a date the values stay open",
     without_a_date_the_values_stay_open},
    {"days and precision are told", days_and_precision_are_told},
    {"lists agree with the grammar", lists_agree_with_the_grammar},
    CU_TEST_INFO_NULL,
};
