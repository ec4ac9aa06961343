/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-date-calendar.h"

/* Days of 400 years, and of the years before one of them: Howard Hinnant, "chrono-compatible low-level date algorithms". */
#define ERA_DAYS 146097

/* 0000-03-01 was a Wednesday. */
#define FIRST_WEEKDAY 3

static int
floor_div (int a, int b)
{
  return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
}

static int
floor_mod (int a, int b)
{
  return a - floor_div (a, b) * b;
}

/**
 * asc_calendar_day:
 * @year: a year
 * @month: 1 to 12; what is less or more goes into the year
 * @day: a day of the month; what is less or more goes into the month
 *
 * Returns: the day's number
 */
int
asc_calendar_day (int year, int month, int day)
{
  int era, year_of_era, day_of_year;

  year += floor_div (month - 1, 12);
  month = floor_mod (month - 1, 12) + 1;
  year -= month <= 2;
  era = floor_div (year, 400);
  year_of_era = year - era * 400;
  day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * ERA_DAYS + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
}

void
asc_calendar_civil (int day_number, int *year, int *month, int *day)
{
  int era = floor_div (day_number, ERA_DAYS);
  int day_of_era = day_number - era * ERA_DAYS;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted_month = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  *month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  *year = year_of_era + era * 400 + (*month <= 2);
}

int
asc_calendar_weekday (int day_number)
{
  return floor_mod (day_number + FIRST_WEEKDAY - 1, 7) + 1;
}

int
asc_calendar_month_days (int year, int month)
{
  return asc_calendar_day (year, month + 1, 1) - asc_calendar_day (year, month, 1);
}

/* The Monday of week 1: that of the week that holds January 4 (ISO 8601). */
int
asc_calendar_week_start (int iso_year, int week)
{
  int fourth = asc_calendar_day (iso_year, 1, 4);

  return fourth - (asc_calendar_weekday (fourth) - 1) + 7 * (week - 1);
}

void
asc_calendar_iso_week (int day_number, int *iso_year, int *week)
{
  int month, day;

  /* The Thursday of a week tells its year. */
  asc_calendar_civil (day_number + 4 - asc_calendar_weekday (day_number), iso_year, &month, &day);
  *week = (day_number - asc_calendar_week_start (*iso_year, 1)) / 7 + 1;
}

int
asc_calendar_weeks (int iso_year)
{
  return (asc_calendar_week_start (iso_year + 1, 1) - asc_calendar_week_start (iso_year, 1)) / 7;
}

/* The anonymous Gregorian algorithm (Nature, 1876). */
int
asc_calendar_easter (int year)
{
  int a = floor_mod (year, 19), b = floor_div (year, 100), c = floor_mod (year, 100);
  int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  int h = floor_mod (19 * a + b - d - g + 15, 30), i = c / 4, k = c % 4;
  int l = floor_mod (32 + 2 * e + 2 * i - h - k, 7), m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;

  return asc_calendar_day (year, n / 31, n % 31 + 1);
}

/* The nth such weekday of a month; the last for n = -1. */
static int
nth_weekday (int year, int month, int weekday, int n)
{
  int first = asc_calendar_day (year, month, 1), last = asc_calendar_day (year, month + 1, 0);

  if (n < 0)
    return last - floor_mod (asc_calendar_weekday (last) - weekday, 7);
  return first + floor_mod (weekday - asc_calendar_weekday (first), 7) + 7 * (n - 1);
}

/**
 * asc_calendar_holiday:
 * @holiday: an AscDateHoliday, or month × 100 + day
 * @year: a year
 *
 * Returns: the day's number
 */
int
asc_calendar_holiday (int holiday, int year)
{
  int christmas = asc_calendar_day (year, 12, 25), advent_4;

  if (holiday < ASC_HOLIDAY_MOVING)
    return asc_calendar_day (year, holiday / 100, holiday % 100);
  if (holiday < ASC_HOLIDAY_THANKSGIVING)
    return asc_calendar_easter (year) + holiday - ASC_HOLIDAY_EASTER_BASE;
  advent_4 = christmas - asc_calendar_weekday (christmas);
  switch ((AscDateHoliday) holiday)
    {
    case ASC_HOLIDAY_THANKSGIVING:
      return nth_weekday (year, 11, 4, 4);
    case ASC_HOLIDAY_BLACK_FRIDAY:
      return nth_weekday (year, 11, 4, 4) + 1;
    case ASC_HOLIDAY_CYBER_MONDAY:
      return nth_weekday (year, 11, 4, 4) + 4;
    case ASC_HOLIDAY_LABOR_DAY:
      return nth_weekday (year, 9, 1, 1);
    case ASC_HOLIDAY_MEMORIAL_DAY:
      return nth_weekday (year, 5, 1, -1);
    case ASC_HOLIDAY_MLK_DAY:
      return nth_weekday (year, 1, 1, 3);
    case ASC_HOLIDAY_PRESIDENTS_DAY:
      return nth_weekday (year, 2, 1, 3);
    case ASC_HOLIDAY_COLUMBUS_DAY:
      return nth_weekday (year, 10, 1, 2);
    case ASC_HOLIDAY_MOTHERS_DAY:
      return nth_weekday (year, 5, 7, 2);
    case ASC_HOLIDAY_FATHERS_DAY:
      return nth_weekday (year, 6, 7, 3);
    case ASC_HOLIDAY_ELECTION_DAY:
      return nth_weekday (year, 11, 1, 1) + 1;
    case ASC_HOLIDAY_ADVENT_1:
    case ASC_HOLIDAY_ADVENT_2:
    case ASC_HOLIDAY_ADVENT_3:
    case ASC_HOLIDAY_ADVENT_4:
      return advent_4 - 7 * (ASC_HOLIDAY_ADVENT_4 - holiday);
    case ASC_HOLIDAY_REPENTANCE_DAY:
      return asc_calendar_day (year, 11, 22) - floor_mod (asc_calendar_weekday (asc_calendar_day (year, 11, 22)) - 3, 7);
    case ASC_HOLIDAY_MOVING:
    case ASC_HOLIDAY_EASTER_BASE:
    default:
      return christmas;
    }
}

/* ---- points ------------------------------------------------------------------------------------------- */

int
asc_date_point_year (AscDatePoint self)
{
  int year, month, day;

  asc_calendar_civil (self.day, &year, &month, &day);
  return year;
}

int
asc_date_point_month (AscDatePoint self)
{
  int year, month, day;

  asc_calendar_civil (self.day, &year, &month, &day);
  return month;
}

/**
 * asc_date_point_new:
 * @grain: a unit of the calendar
 * @day: a day's number
 *
 * Returns: the stretch of that grain that holds the day
 */
AscDatePoint
asc_date_point_new (AscDateUnit grain, int day)
{
  AscDatePoint self = { grain, day };
  int year, month, day_of_month;

  asc_calendar_civil (day, &year, &month, &day_of_month);
  switch (grain)
    {
    case ASC_UNIT_WEEK:
    case ASC_UNIT_FORTNIGHT:
      self.grain = ASC_UNIT_WEEK;
      self.day = day - asc_calendar_weekday (day) + 1;
      break;
    case ASC_UNIT_WEEKEND:
      self.day = day - asc_calendar_weekday (day) + 6;
      break;
    case ASC_UNIT_MONTH:
      self.day = asc_calendar_day (year, month, 1);
      break;
    case ASC_UNIT_QUARTER:
      self.day = asc_calendar_day (year, (month - 1) / 3 * 3 + 1, 1);
      break;
    case ASC_UNIT_HALF:
      self.day = asc_calendar_day (year, (month - 1) / 6 * 6 + 1, 1);
      break;
    case ASC_UNIT_SEASON:
      self.day = asc_calendar_day (year, floor_div (month, 3) * 3, 1);
      break;
    case ASC_UNIT_YEAR:
      self.day = asc_calendar_day (year, 1, 1);
      break;
    case ASC_UNIT_DECADE:
      self.day = asc_calendar_day (floor_div (year, 10) * 10, 1, 1);
      break;
    case ASC_UNIT_CENTURY:
    case ASC_UNIT_MILLENNIUM:
      self.grain = ASC_UNIT_CENTURY;
      self.day = asc_calendar_day (floor_div (year, 100) * 100, 1, 1);
      break;
    case ASC_UNIT_SECOND:
    case ASC_UNIT_MINUTE:
    case ASC_UNIT_HOUR:
    case ASC_UNIT_DAY:
    case ASC_UNIT_NIGHT:
    default:
      self.grain = ASC_UNIT_DAY;
      break;
    }
  return self;
}

/**
 * asc_date_point_shift:
 * @self: a point
 * @unit: a unit of the calendar
 * @steps: how many of them, to the past when negative
 *
 * Returns: the stretch of @unit that is so many away from the one that holds @self's first day
 */
AscDatePoint
asc_date_point_shift (AscDatePoint self, AscDateUnit unit, int steps)
{
  int year, month, day;
  AscDatePoint point = asc_date_point_new (unit, self.day);

  steps = CLAMP (steps, -100000, 100000);
  asc_calendar_civil (point.day, &year, &month, &day);
  switch (point.grain)
    {
    case ASC_UNIT_WEEK:
      point.day += steps * 7 * (unit == ASC_UNIT_FORTNIGHT ? 2 : 1);
      break;
    case ASC_UNIT_WEEKEND:
      point.day += steps * 7;
      break;
    case ASC_UNIT_MONTH:
      point.day = asc_calendar_day (year, month + steps, 1);
      break;
    case ASC_UNIT_QUARTER:
    case ASC_UNIT_SEASON:
      point.day = asc_calendar_day (year, month + 3 * steps, 1);
      break;
    case ASC_UNIT_HALF:
      point.day = asc_calendar_day (year, month + 6 * steps, 1);
      break;
    case ASC_UNIT_YEAR:
      point.day = asc_calendar_day (CLAMP (year + steps, -9999, 9999), 1, 1);
      break;
    case ASC_UNIT_DECADE:
      point.day = asc_calendar_day (CLAMP (year + CLAMP (steps, -1999, 1999) * 10, -9999, 9999), 1, 1);
      break;
    case ASC_UNIT_CENTURY:
      point.day = asc_calendar_day (CLAMP (year + CLAMP (steps, -199, 199) * 100, -9999, 9999), 1, 1);
      break;
    default:
      point.day += steps;
      break;
    }
  return point;
}

/* A year as a value: four digits, with a minus before Christ. */
static char *
year_value (int year)
{
  return year < 0 ? g_strdup_printf ("-%04d", -year) : g_strdup_printf ("%04d", year);
}

/**
 * asc_date_point_value:
 * @self: a point
 *
 * Returns: (transfer full): its TIMEX3 value: "2013-03-22", "2013-W12", "2013-W12-WE", "2013-03", "2013-Q1", "2013-H1",
 *   "2013-SP", "2013", "201" for a decade, "20" for a century
 */
char *
asc_date_point_value (AscDatePoint self)
{
  static const char *const seasons[] = { "SP", "SU", "FA", "WI" };
  g_autofree char *year_text = NULL;
  int year, month, day, iso_year, week;

  asc_calendar_civil (self.day, &year, &month, &day);
  year_text = year_value (year);
  switch (self.grain)
    {
    case ASC_UNIT_WEEK:
    case ASC_UNIT_WEEKEND:
      asc_calendar_iso_week (self.day, &iso_year, &week);
      g_free (year_text);
      year_text = year_value (iso_year);
      return g_strdup_printf ("%s-W%02d%s", year_text, week, self.grain == ASC_UNIT_WEEKEND ? "-WE" : "");
    case ASC_UNIT_MONTH:
      return g_strdup_printf ("%s-%02d", year_text, month);
    case ASC_UNIT_QUARTER:
      return g_strdup_printf ("%s-Q%d", year_text, (month - 1) / 3 + 1);
    case ASC_UNIT_HALF:
      return g_strdup_printf ("%s-H%d", year_text, (month - 1) / 6 + 1);
    case ASC_UNIT_SEASON:
      return g_strdup_printf ("%s-%s", year_text, seasons[CLAMP (month / 3, 1, 4) - 1]);
    case ASC_UNIT_YEAR:
      return g_steal_pointer (&year_text);
    case ASC_UNIT_DECADE:
      return year >= 0 ? g_strdup_printf ("%03d", year / 10) : g_steal_pointer (&year_text);
    case ASC_UNIT_CENTURY:
      return year >= 0 ? g_strdup_printf ("%02d", year / 100) : g_steal_pointer (&year_text);
    default:
      return g_strdup_printf ("%s-%02d-%02d", year_text, month, day);
    }
}
