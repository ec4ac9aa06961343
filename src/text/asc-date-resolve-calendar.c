/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of the resolver that knows calendar fields: which year "March 5" is of, which day "Friday" is.
 *
 * News leaves out what its reader knows, so a day without a year is the one nearest to the article's date, and the tense of the
 * verb only shifts what counts as near. A weekday is the last one or, with a verb of the future, the next; the day of the article itself
 * when that is such a day.
 */
#include "asc-date-resolve.h"

/* The month or day of a year left out lies in a window around the article's date (days before it; a year long). */
typedef struct { int past, none, future; } Window;
static const Window day_window = { 290, 200, 75 };
static const Window month_window = { 342, 240, 31 };
static const Window season_window = { 360, 300, 100 };

typedef struct
{
  const AscDateForm    *form;
  const AscDateContext *context;
  AscDateMeaning       *meaning;
  char                 *time; /* "T10:00", "TMO", or NULL */
} Calendar;

static gboolean
has (const Calendar *self, AscDateSlot slot)
{
  return asc_date_form_has (self->form, slot);
}

static int
get (const Calendar *self, AscDateSlot slot, int fallback)
{
  return asc_date_form_get (self->form, slot, fallback);
}

/* Takes the day's value: alone, or with the time. */
static void
add_value (Calendar *self, char *day)
{
  asc_date_meaning_add (self->meaning, self->time != NULL ? g_strconcat (day, self->time, NULL) : g_strdup (day));
  g_free (day);
}

static void
add_point (Calendar *self, AscDatePoint point)
{
  if (!self->meaning->has_point && self->meaning->value == NULL)
    {
      self->meaning->has_point = TRUE;
      self->meaning->point = point;
    }
  add_value (self, asc_date_point_value (point));
}

/* ---- times -------------------------------------------------------------------------------------------- */

static int
hour_of_day (const Calendar *self)
{
  int hour = get (self, ASC_SLOT_HOUR, 0);

  if (has (self, ASC_SLOT_AMPM) && hour <= 12)
    return hour % 12 + get (self, ASC_SLOT_AMPM, 0);
  if (hour >= 1 && hour < 12 && (get (self, ASC_SLOT_PART, 0) == ASC_PART_AFTERNOON || get (self, ASC_SLOT_PART, 0) == ASC_PART_EVENING ||
                                 (get (self, ASC_SLOT_PART, 0) == ASC_PART_NIGHT && hour >= 6)))
    return hour + 12;
  return hour;
}

/* "T10:00", "T14:48Z", "TMO"; NULL for a date. HOUR may hold hhmm (1430). */
static char *
time_value (const Calendar *self)
{
  static const char *const parts[] = { "MO", "MI", "AF", "EV", "NI", "DT" };
  const char *zone = has (self, ASC_SLOT_ZONE) && get (self, ASC_SLOT_ZONE, 1) == 0 ? "Z" : "";

  if (has (self, ASC_SLOT_HOUR))
    {
      int hour = hour_of_day (self), minute = get (self, ASC_SLOT_MINUTE, 0);

      if (hour > 24)
        {
          minute = hour % 100;
          hour /= 100;
        }
      if (has (self, ASC_SLOT_SECOND))
        return g_strdup_printf ("T%02d:%02d:%02d%s", hour, minute, get (self, ASC_SLOT_SECOND, 0), zone);
      return g_strdup_printf ("T%02d:%02d%s", hour, minute, zone);
    }
  if (has (self, ASC_SLOT_PART))
    return g_strconcat ("T", parts[CLAMP (get (self, ASC_SLOT_PART, 1), 1, 6) - 1], NULL);
  return NULL;
}

/* ---- years -------------------------------------------------------------------------------------------- */

/* The century that a year of two digits belongs to: the one that puts it at most ten years after the article. */
static int
year_of_two_digits (const Calendar *self, int year)
{
  int now = self->context->has_anchor ? asc_date_point_year (self->context->anchor) : 2020;
  int full = now / 100 * 100 + year;

  return full > now + 10 ? full - 100 : full;
}

/* The year that the words tell. FALSE when they don't. */
static gboolean
told_year (const Calendar *self, int *year)
{
  AscDatePoint base;

  if (has (self, ASC_SLOT_YEAR))
    {
      *year = get (self, ASC_SLOT_YEAR, 0);
      if (get (self, ASC_SLOT_DIGITS, 4) == 2)
        *year = year_of_two_digits (self, *year);
      if (get (self, ASC_SLOT_DIGITS, 4) == 5) /* of the century that was just mentioned: "1898-99" */
        *year += self->context->has_mentioned ? asc_date_point_year (self->context->mentioned) / 100 * 100 : 2000;
      if (has (self, ASC_SLOT_ERA))
        *year = 1 - *year;
      return TRUE;
    }
  if (has (self, ASC_SLOT_YEAR_REL) &&
      asc_date_context_base (self->context, ASC_DATE_REL_BASE (self->form->slot[ASC_SLOT_YEAR_REL]), ASC_UNIT_YEAR, &base))
    {
      *year = asc_date_point_year (base) + ASC_DATE_REL_STEPS (self->form->slot[ASC_SLOT_YEAR_REL]);
      return TRUE;
    }
  return FALSE;
}

static int
window_start (const Calendar *self, const Window *window)
{
  switch (self->context->tense)
    {
    case ASC_TENSE_PAST:
      return window->past;
    case ASC_TENSE_PRESENT:
    case ASC_TENSE_FUTURE:
      return window->future;
    case ASC_TENSE_NONE:
    default:
      return window->none;
    }
}

/* First day of what recurs every year, in that year. */
typedef int (*DayOfYear) (const Calendar *self, int year);

/* The year, when none is told: the date mentioned in the same sentence gives it, else the window around the article does. */
static gboolean
guess_year (const Calendar *self, DayOfYear day_of_year, const Window *window, int *year)
{
  const AscDateContext *context = self->context;
  int anchor;

  if (context->has_mentioned && context->mentioned_here && context->mentioned_year && context->tense != ASC_TENSE_FUTURE)
    {
      *year = asc_date_point_year (context->mentioned);
      return TRUE;
    }
  if (!context->has_anchor)
    return FALSE;
  *year = asc_date_point_year (context->anchor);
  if (context->anchor.grain >= ASC_UNIT_YEAR)
    return TRUE;
  anchor = context->anchor.day;
  if (day_of_year (self, *year) < anchor - window_start (self, window))
    (*year)++;
  else if (day_of_year (self, *year) >= anchor - window_start (self, window) + 365)
    (*year)--;
  return TRUE;
}

/* "last March", "next Easter", "this summer": the one before, after, or of the year. @length: days it lasts. */
static gboolean
related_year (const Calendar *self, DayOfYear day_of_year, int length, int *year)
{
  gint64 rel = self->form->slot[ASC_SLOT_REL];
  int steps = ASC_DATE_REL_STEPS (rel);
  AscDatePoint base;

  if (!asc_date_context_base (self->context, ASC_DATE_REL_BASE (rel), ASC_UNIT_YEAR, &base))
    return FALSE;
  *year = asc_date_point_year (base);
  if (base.grain >= ASC_UNIT_YEAR)
    *year += steps;
  else if (steps < 0)
    *year += day_of_year (self, *year) + length > base.day ? steps : steps + 1;
  else if (steps > 0)
    *year += day_of_year (self, *year) <= base.day ? steps : steps - 1;
  return TRUE;
}

/* What comes every year: told, related or guessed. */
static void
add_yearly (Calendar *self, AscDateUnit grain, DayOfYear day_of_year, const Window *window, int length, const char *unknown)
{
  int year;

  if (told_year (self, &year))
    {
      add_point (self, asc_date_point_new (grain, day_of_year (self, year)));
      return;
    }
  if (!(has (self, ASC_SLOT_REL) ? related_year (self, day_of_year, length, &year) : guess_year (self, day_of_year, window, &year)))
    {
      add_value (self, g_strdup (unknown));
      return;
    }
  add_point (self, asc_date_point_new (grain, day_of_year (self, year)));
  add_value (self, asc_date_point_value (asc_date_point_new (grain, day_of_year (self, year - 1))));
  add_value (self, asc_date_point_value (asc_date_point_new (grain, day_of_year (self, year + 1))));
}

static int
month_start (const Calendar *self, int year)
{
  return asc_calendar_day (year, get (self, ASC_SLOT_MONTH, 1), 1);
}

/* 29 February is of the leap year before when the year is none. */
static int
day_in_month (const Calendar *self, int year)
{
  while (get (self, ASC_SLOT_DAY, 1) == 29 && get (self, ASC_SLOT_MONTH, 1) == 2 && asc_calendar_month_days (year, 2) < 29)
    year--;
  return asc_calendar_day (year, get (self, ASC_SLOT_MONTH, 1), get (self, ASC_SLOT_DAY, 1));
}

static int
season_start (const Calendar *self, int year)
{
  return asc_calendar_day (year, 3 * get (self, ASC_SLOT_SEASON, 1), 1);
}

static int
quarter_start (const Calendar *self, int year)
{
  return asc_calendar_day (year, 3 * get (self, ASC_SLOT_QUARTER, 1) - 2, 1);
}

static int
half_start (const Calendar *self, int year)
{
  return asc_calendar_day (year, 6 * get (self, ASC_SLOT_HALF, 1) - 5, 1);
}

static int
week_start (const Calendar *self, int year)
{
  return asc_calendar_week_start (year, MIN (get (self, ASC_SLOT_WEEK, 1), asc_calendar_weeks (year)));
}

static int
holiday_day (const Calendar *self, int year)
{
  return asc_calendar_holiday (get (self, ASC_SLOT_HOLIDAY, 101), year);
}

/* ---- days --------------------------------------------------------------------------------------------- */

/* "Friday, March 22": the weekday tells the year when none is told. */
static gboolean
year_of_weekday (const Calendar *self, int *year)
{
  static const int tries[] = { 0, -1, 1, -2, 2, -3, 3, -4, -5, -6 };
  int start;

  if (!guess_year (self, day_in_month, &day_window, &start))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    if (asc_calendar_weekday (day_in_month (self, start + tries[i])) == get (self, ASC_SLOT_WEEKDAY, 1))
      {
        *year = start + tries[i];
        return TRUE;
      }
  return FALSE;
}

static void
add_month_day (Calendar *self)
{
  int month = get (self, ASC_SLOT_MONTH, 1), day = get (self, ASC_SLOT_DAY, 1), year;
  g_autofree char *unknown = g_strdup_printf ("XXXX-%02d-%02d", month, day);

  if (month < 1 || month > 12 || day > asc_calendar_month_days (2000, month))
    return;
  if (told_year (self, &year))
    {
      if (day <= asc_calendar_month_days (year, month))
        add_point (self, asc_date_point_new (ASC_UNIT_DAY, day_in_month (self, year)));
      return;
    }
  if (has (self, ASC_SLOT_WEEKDAY) && !has (self, ASC_SLOT_REL) && year_of_weekday (self, &year))
    add_point (self, asc_date_point_new (ASC_UNIT_DAY, day_in_month (self, year)));
  add_yearly (self, ASC_UNIT_DAY, day_in_month, &day_window, 1, unknown);
}

/* "the 15th": of the month of the date mentioned in the sentence, else of the last or next month that fits the tense. */
static void
add_day_of_month (Calendar *self)
{
  int day = get (self, ASC_SLOT_DAY, 1), year, month, unused, step;
  gint64 rel = has (self, ASC_SLOT_MONTH_REL) ? self->form->slot[ASC_SLOT_MONTH_REL] : ASC_DATE_REL (ASC_BASE_MENTIONED, 0);
  gboolean future = self->context->tense == ASC_TENSE_FUTURE || self->context->tense == ASC_TENSE_PRESENT;
  AscDatePoint base;

  if (!asc_date_context_base (self->context, ASC_DATE_REL_BASE (rel), ASC_UNIT_MONTH, &base))
    {
      add_value (self, g_strdup_printf ("XXXX-XX-%02d", day));
      return;
    }
  base = asc_date_point_shift (base, ASC_UNIT_MONTH, ASC_DATE_REL_STEPS (rel));
  asc_calendar_civil (base.day, &year, &month, &unused);
  step = future ? 1 : -1;
  if (!has (self, ASC_SLOT_MONTH_REL) && self->context->has_anchor && self->context->anchor.grain == ASC_UNIT_DAY &&
      asc_date_point_new (ASC_UNIT_MONTH, self->context->anchor.day).day == base.day &&
      (future ? asc_calendar_day (year, month, day) < self->context->anchor.day : asc_calendar_day (year, month, day) > self->context->anchor.day))
    month += step;
  for (int i = 0; i < 3; i++, month += step)
    {
      AscDatePoint first = asc_date_point_new (ASC_UNIT_DAY, asc_calendar_day (year, month, 1));

      if (day <= asc_calendar_month_days (asc_date_point_year (first), asc_date_point_month (first)))
        add_point (self, asc_date_point_new (ASC_UNIT_DAY, first.day + day - 1));
    }
}

/* "last Tuesday", "Tuesday of next week", "this Friday", "Friday" */
static void
add_weekday (Calendar *self)
{
  const AscDateContext *context = self->context;
  int weekday = get (self, ASC_SLOT_WEEKDAY, 1), day;
  gint64 rel = has (self, ASC_SLOT_WEEK_REL) ? self->form->slot[ASC_SLOT_WEEK_REL]
               : has (self, ASC_SLOT_REL)    ? self->form->slot[ASC_SLOT_REL]
                                             : ASC_DATE_REL (ASC_BASE_ANCHOR, 0);
  int steps = ASC_DATE_REL_STEPS (rel), back, ahead;
  AscDatePoint base;

  if (!asc_date_context_base (context, ASC_DATE_REL_BASE (rel), ASC_UNIT_DAY, &base))
    {
      add_value (self, g_strdup_printf ("XXXX-WXX-%d", weekday));
      return;
    }
  back = (asc_calendar_weekday (base.day) - weekday + 7) % 7;
  ahead = (7 - back) % 7;
  if (has (self, ASC_SLOT_WEEK_REL))
    day = asc_date_point_shift (base, ASC_UNIT_WEEK, steps).day + weekday - 1;
  else if (has (self, ASC_SLOT_REL) && steps == 0)
    day = ASC_DATE_REL_BASE (rel) == ASC_BASE_MENTIONED                                   ? base.day - back
          : context->tense == ASC_TENSE_PAST && asc_calendar_weekday (base.day) < weekday ? base.day - back
                                                                                          : asc_date_point_new (ASC_UNIT_WEEK, base.day).day + weekday - 1;
  else if (has (self, ASC_SLOT_REL))
    day = steps < 0 ? base.day - (back == 0 ? 7 : back) + 7 * (steps + 1) : base.day + (ahead == 0 ? 7 : ahead) + 7 * (steps - 1);
  else if (context->tense == ASC_TENSE_FUTURE || context->tense == ASC_TENSE_PRESENT)
    day = base.day + ahead;
  else
    day = base.day - back;
  add_point (self, asc_date_point_new (ASC_UNIT_DAY, day));
  add_value (self, asc_date_point_value (asc_date_point_new (ASC_UNIT_DAY, day < base.day ? day + 7 : day - 7)));
  add_value (self, asc_date_point_value (asc_date_point_new (ASC_UNIT_DAY, day < base.day ? day - 7 : day + 7)));
}

/* "the second week of May", "the last Sunday in March" is no field: the unit's nth within what the other fields say. */
static void
add_ordinal (Calendar *self)
{
  AscDateUnit unit = (AscDateUnit) get (self, ASC_SLOT_UNIT, ASC_UNIT_WEEK);
  int nth = get (self, ASC_SLOT_ORDINAL, 1), year, first, last, day;
  AscDateUnit within = has (self, ASC_SLOT_MONTH) ? ASC_UNIT_MONTH : ASC_UNIT_YEAR;

  if (!told_year (self, &year) && !(within == ASC_UNIT_MONTH && guess_year (self, month_start, &month_window, &year)))
    {
      add_value (self, g_strdup ("XXXX"));
      return;
    }
  first = within == ASC_UNIT_MONTH ? month_start (self, year) : asc_calendar_day (year, 1, 1);
  last = asc_date_point_shift ((AscDatePoint) { within, first }, within, 1).day - 1;
  if (has (self, ASC_SLOT_WEEKDAY))
    {
      int weekday = get (self, ASC_SLOT_WEEKDAY, 1);

      day = nth < 0 ? last - (asc_calendar_weekday (last) - weekday + 7) % 7
                    : first + (weekday - asc_calendar_weekday (first) + 7) % 7 + 7 * (nth - 1);
      unit = ASC_UNIT_DAY;
    }
  else
    day = nth < 0 ? last : asc_date_point_shift (asc_date_point_new (unit, first), unit, nth - 1).day;
  add_point (self, asc_date_point_new (unit, CLAMP (day, first - 6, last)));
}

/* Nothing but a time: of the day mentioned last, else of the article's. "last night" is of the day before. */
static void
add_time_only (Calendar *self)
{
  gint64 rel = has (self, ASC_SLOT_REL) ? self->form->slot[ASC_SLOT_REL] : ASC_DATE_REL (ASC_BASE_MENTIONED, 0);
  AscDatePoint base;

  if (!asc_date_context_base (self->context, ASC_DATE_REL_BASE (rel), ASC_UNIT_DAY, &base))
    {
      add_value (self, g_strdup ("XXXX-XX-XX"));
      return;
    }
  add_point (self, asc_date_point_shift (base, ASC_UNIT_DAY, ASC_DATE_REL_STEPS (rel)));
}

static void
add_decade_or_century (Calendar *self)
{
  int year = get (self, ASC_SLOT_YEAR, 0), now = self->context->has_anchor ? asc_date_point_year (self->context->anchor) : 2020;

  if (get (self, ASC_SLOT_DIGITS, 3) == 1 && year < 1)
    return;
  if (get (self, ASC_SLOT_DIGITS, 3) == 1)
    {
      if (has (self, ASC_SLOT_ERA))
        add_value (self, g_strdup_printf ("-%02d", MAX (year, 1)));
      else
        add_point (self, asc_date_point_new (ASC_UNIT_CENTURY, asc_calendar_day ((year - 1) * 100, 1, 1)));
      return;
    }
  if (year < 10) /* "the 80s": the last such decade that has begun */
    year += (now / 100 * 10 + year) * 10 > now ? now / 100 * 10 - 10 : now / 100 * 10;
  add_point (self, asc_date_point_new (ASC_UNIT_DECADE, asc_calendar_day (year * 10, 1, 1)));
}

static void
add_yyyymmdd (Calendar *self)
{
  int number = get (self, ASC_SLOT_YEAR, 0), year = number / 10000, month = number / 100 % 100, day = number % 100;

  if (day <= asc_calendar_month_days (year, month))
    add_point (self, asc_date_point_new (ASC_UNIT_DAY, asc_calendar_day (year, month, day)));
}

static void
add_fields (Calendar *self)
{
  static const char *const seasons[] = { "SP", "SU", "FA", "WI" };
  g_autofree char *unknown = NULL;
  int year;

  if (get (self, ASC_SLOT_DIGITS, 4) == 1 || get (self, ASC_SLOT_DIGITS, 4) == 3)
    add_decade_or_century (self);
  else if (get (self, ASC_SLOT_DIGITS, 4) == 8)
    add_yyyymmdd (self);
  else if (has (self, ASC_SLOT_DAY_SHIFT))
    {
      if (self->context->has_anchor && self->context->anchor.grain == ASC_UNIT_DAY)
        add_point (self, asc_date_point_shift (self->context->anchor, ASC_UNIT_DAY, get (self, ASC_SLOT_DAY_SHIFT, 0)));
      else
        add_value (self, g_strdup ("XXXX-XX-XX"));
    }
  else if (has (self, ASC_SLOT_ORDINAL))
    add_ordinal (self);
  else if (has (self, ASC_SLOT_HOLIDAY))
    {
      int holiday = get (self, ASC_SLOT_HOLIDAY, 101);

      unknown = holiday < ASC_HOLIDAY_MOVING ? g_strdup_printf ("XXXX-%02d-%02d", holiday / 100, holiday % 100) : g_strdup ("XXXX");
      add_yearly (self, has (self, ASC_SLOT_WEEKEND) ? ASC_UNIT_WEEKEND : ASC_UNIT_DAY, holiday_day, &day_window, 1, unknown);
    }
  else if (has (self, ASC_SLOT_MONTH) && has (self, ASC_SLOT_DAY))
    add_month_day (self);
  else if (has (self, ASC_SLOT_MONTH))
    {
      unknown = g_strdup_printf ("XXXX-%02d", get (self, ASC_SLOT_MONTH, 1));
      add_yearly (self, ASC_UNIT_MONTH, month_start, &month_window, 28, unknown);
    }
  else if (has (self, ASC_SLOT_DAY))
    add_day_of_month (self);
  else if (has (self, ASC_SLOT_SEASON))
    {
      unknown = g_strconcat ("XXXX-", seasons[CLAMP (get (self, ASC_SLOT_SEASON, 1), 1, 4) - 1], NULL);
      add_yearly (self, ASC_UNIT_SEASON, season_start, &season_window, 90, unknown);
    }
  else if (has (self, ASC_SLOT_QUARTER))
    {
      if (get (self, ASC_SLOT_QUARTER, 0) < 1 || get (self, ASC_SLOT_QUARTER, 0) > 4)
        return;
      unknown = g_strdup_printf ("XXXX-Q%d", get (self, ASC_SLOT_QUARTER, 1));
      add_yearly (self, ASC_UNIT_QUARTER, quarter_start, &season_window, 90, unknown);
    }
  else if (has (self, ASC_SLOT_HALF))
    {
      if (get (self, ASC_SLOT_HALF, 0) < 1 || get (self, ASC_SLOT_HALF, 0) > 2)
        return;
      unknown = g_strdup_printf ("XXXX-H%d", get (self, ASC_SLOT_HALF, 1));
      add_yearly (self, ASC_UNIT_HALF, half_start, &season_window, 180, unknown);
    }
  else if (has (self, ASC_SLOT_WEEK))
    {
      unknown = g_strdup_printf ("XXXX-W%02d", get (self, ASC_SLOT_WEEK, 1));
      add_yearly (self, ASC_UNIT_WEEK, week_start, &season_window, 7, unknown);
    }
  else if (has (self, ASC_SLOT_WEEKDAY))
    add_weekday (self);
  else if (told_year (self, &year))
    add_point (self, asc_date_point_new (ASC_UNIT_YEAR, asc_calendar_day (year, 1, 1)));
  else if (has (self, ASC_SLOT_YEAR_REL))
    add_value (self, g_strdup ("XXXX"));
  else if (self->time != NULL)
    add_time_only (self);
}

void
asc_date_resolve_calendar (const AscDateForm *form, const AscDateContext *context, AscDateMeaning *meaning)
{
  Calendar self = { form, context, meaning, NULL };

  self.time = time_value (&self);
  if (self.time != NULL)
    meaning->type = ASC_DATE_TYPE_TIME;
  add_fields (&self);
  g_free (self.time);
}
