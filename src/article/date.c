/* SPDX-License-Identifier: Apache-2.0
 *
 * date.c -- days of the Gregorian calendar, and how they are read.
 *
 * The calendar is proleptic: its rules are used for all years from 1 on, as
 * ISO 8601 has it. Days are counted in years that begin in March, so that the
 * leap day is the last of its year and months need no table.
 */
#include <assert.h>

#include "article/article.h"

/* Days from 0000-03-01 to 1970-01-01. */
#define EPOCH    719468L
#define DAYS_400 146097L /* Days in 400 years, */
#define DAYS_100 36524L  /* in 100 without the fourth's leap day, */
#define DAYS_4   1461L   /* and in 4. */

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

/* Reads exactly `n` digits; the cursor then stands behind them. -1: none. */
static int read_digits(const char **at, int n)
{
    int value = 0;
    for (int i = 0; i < n; i++) {
        char c = (*at)[i];
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    *at += n;
    return value;
}

bool cgi_date_read(cgi_date *out, const char *text)
{
    cgi_date d = {0};
    if (!text || (d.year = read_digits(&text, 4)) < 1)
        return false;
    if (*text == '-') {
        text++;
        d.month = read_digits(&text, 2);
        if (d.month < 1 || d.month > 12)
            return false;
    }
    if (d.month && *text == '-') {
        text++;
        d.day = read_digits(&text, 2);
        if (d.day < 1 || d.day > days_in_month(d.year, d.month))
            return false;
    }
    /* Behind a full date may stand a time, but not a longer number. */
    if (d.day ? *text >= '0' && *text <= '9' : *text != '\0')
        return false;
    *out = d;
    return true;
}

long cgi_date_to_days(cgi_date date)
{
    assert(date.month >= 1 && date.month <= 12);
    long year = date.year - (date.month <= 2);
    long era = (year >= 0 ? year : year - 399) / 400;
    long of_era = year - era * 400;
    long month = (date.month + 9) % 12; /* March is 0. */
    long of_year = (153 * month + 2) / 5 + date.day - 1;
    long days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return era * DAYS_400 + days - EPOCH;
}

cgi_date cgi_date_from_days(long days)
{
    days += EPOCH;
    long era = (days >= 0 ? days : days - (DAYS_400 - 1)) / DAYS_400;
    long of_era = days - era * DAYS_400;
    long year = (of_era - of_era / (DAYS_4 - 1) + of_era / DAYS_100 -
                 of_era / (DAYS_400 - 1)) /
                365;
    long of_year = of_era - (365 * year + year / 4 - year / 100);
    long month = (5 * of_year + 2) / 153; /* March is 0. */
    cgi_date d = {0};
    d.day = (int)(of_year - (153 * month + 2) / 5 + 1);
    d.month = (int)(month < 10 ? month + 3 : month - 9);
    d.year = (int)(year + era * 400 + (d.month <= 2));
    return d;
}

int cgi_date_weekday(cgi_date date)
{
    long day = (cgi_date_to_days(date) + 3) % 7; /* 1970-01-01: Thursday. */
    return (int)(day < 0 ? day + 7 : day);
}
