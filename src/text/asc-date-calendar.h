/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar below the date resolver: days as numbers, ISO weeks, Easter and the holidays that move, and AscDatePoint, a
 * stretch of the calendar of some grain, which can be shifted and written as a value.
 *
 * Proleptic Gregorian, years -9999 to 9999. Day numbers count from 0000-03-01; only differences mean something.
 */
#pragma once

#include "asc-date-form.h"

G_BEGIN_DECLS

int      asc_calendar_day         (int year, int month, int day);
void     asc_calendar_civil       (int day_number, int *year, int *month, int *day);
int      asc_calendar_weekday     (int day_number);                              /* 1 Monday – 7 Sunday */
int      asc_calendar_month_days  (int year, int month);
void     asc_calendar_iso_week    (int day_number, int *iso_year, int *week);
int      asc_calendar_week_start  (int iso_year, int week);                      /* its Monday */
int      asc_calendar_weeks       (int iso_year);                                /* 52 or 53 */
int      asc_calendar_easter      (int year);                                    /* day number of Easter Sunday */

/* Holidays that a value can be given without a table of years. The number is month × 100 + day for one that stands still. */
typedef enum
{
  ASC_HOLIDAY_MOVING = 2000,
  ASC_HOLIDAY_EASTER_BASE = 2500,    /* + days after Easter Sunday, -100 … 100 */
  ASC_HOLIDAY_THANKSGIVING = 3000,   /* fourth Thursday of November */
  ASC_HOLIDAY_BLACK_FRIDAY,
  ASC_HOLIDAY_CYBER_MONDAY,
  ASC_HOLIDAY_LABOR_DAY,             /* first Monday of September */
  ASC_HOLIDAY_MEMORIAL_DAY,          /* last Monday of May */
  ASC_HOLIDAY_MLK_DAY,               /* third Monday of January */
  ASC_HOLIDAY_PRESIDENTS_DAY,        /* third Monday of February */
  ASC_HOLIDAY_COLUMBUS_DAY,          /* second Monday of October */
  ASC_HOLIDAY_MOTHERS_DAY,           /* second Sunday of May */
  ASC_HOLIDAY_FATHERS_DAY,           /* third Sunday of June */
  ASC_HOLIDAY_ELECTION_DAY,          /* Tuesday after the first Monday of November */
  ASC_HOLIDAY_ADVENT_1,              /* fourth Sunday before Christmas; the next three follow */
  ASC_HOLIDAY_ADVENT_2,
  ASC_HOLIDAY_ADVENT_3,
  ASC_HOLIDAY_ADVENT_4,
  ASC_HOLIDAY_REPENTANCE_DAY,        /* Wednesday before 23 November */
} AscDateHoliday;

#define ASC_HOLIDAY_EASTER(days) (ASC_HOLIDAY_EASTER_BASE + (days))

int      asc_calendar_holiday     (int holiday, int year);                       /* day number */

/**
 * AscDatePoint:
 * @grain: how fine it is: a DAY, WEEKEND, WEEK, MONTH, QUARTER, HALF, SEASON, YEAR, DECADE or CENTURY
 * @day: number of its first day
 */
typedef struct
{
  AscDateUnit grain;
  int         day;
} AscDatePoint;

AscDatePoint asc_date_point_new   (AscDateUnit grain, int day);                  /* the one of that grain that holds the day */
AscDatePoint asc_date_point_shift (AscDatePoint self, AscDateUnit unit, int steps);
char        *asc_date_point_value (AscDatePoint self);
int          asc_date_point_year  (AscDatePoint self);
int          asc_date_point_month (AscDatePoint self);

G_END_DECLS
