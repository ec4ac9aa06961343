/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-date-resolve.h"

#include <string.h>

#define ONE 1000 /* NUMBER counts in thousandths */

gboolean
asc_date_context_set_anchor (AscDateContext *self, const char *anchor)
{
  int numbers[3] = { 0, 1, 1 }, n = 0;
  const char *p = anchor;

  *self = (AscDateContext) { .anchor_minutes = -1 };
  if (anchor == NULL)
    return FALSE;
  for (; n < 3; n++)
    {
      int n_digits = 0;

      numbers[n] = 0;
      for (; g_ascii_isdigit (*p) && n_digits < 4; p++, n_digits++)
        numbers[n] = numbers[n] * 10 + g_ascii_digit_value (*p);
      if (n_digits != (n == 0 ? 4 : 2))
        return FALSE;
      if (*p != '-')
        {
          n++;
          break;
        }
      p++;
    }
  if (n > 1 && (numbers[1] < 1 || numbers[1] > 12))
    return FALSE;
  if (n > 2 && (numbers[2] < 1 || numbers[2] > asc_calendar_month_days (numbers[0], numbers[1])))
    return FALSE;
  if ((*p == 'T' || *p == ' ') && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) && p[3] == ':' && g_ascii_isdigit (p[4]) &&
      g_ascii_isdigit (p[5]))
    self->anchor_minutes = (g_ascii_digit_value (p[1]) * 10 + g_ascii_digit_value (p[2])) * 60 + g_ascii_digit_value (p[4]) * 10 +
                           g_ascii_digit_value (p[5]);
  self->has_anchor = TRUE;
  self->anchor = asc_date_point_new (n == 3 ? ASC_UNIT_DAY : n == 2 ? ASC_UNIT_MONTH : ASC_UNIT_YEAR,
                                     asc_calendar_day (numbers[0], n > 1 ? numbers[1] : 1, n > 2 ? numbers[2] : 1));
  return TRUE;
}

/* What to count from: the date mentioned last when the rule says so and it is fine enough for the unit, else the article's. */
gboolean
asc_date_context_base (const AscDateContext *self, AscDateBase base, AscDateUnit unit, AscDatePoint *point)
{
  if (base == ASC_BASE_MENTIONED && self->has_mentioned && self->mentioned.grain <= MAX (unit, ASC_UNIT_DAY))
    {
      *point = self->mentioned;
      return TRUE;
    }
  if (self->has_anchor && self->anchor.grain <= MAX (unit, ASC_UNIT_DAY))
    {
      *point = self->anchor;
      return TRUE;
    }
  return FALSE;
}

void
asc_date_meaning_add (AscDateMeaning *self, char *candidate)
{
  if (self->value == NULL)
    {
      self->value = candidate;
      return;
    }
  if (candidate != NULL && !g_str_equal (candidate, self->value))
    for (guint i = 0; i < ASC_DATE_MAX_CANDIDATES; i++)
      {
        if (self->candidates[i] == NULL)
          {
            self->candidates[i] = candidate;
            return;
          }
        if (g_str_equal (self->candidates[i], candidate))
          break;
      }
  g_free (candidate);
}

void
asc_date_meaning_clear (AscDateMeaning *self)
{
  g_clear_pointer (&self->value, g_free);
  for (guint i = 0; i < ASC_DATE_MAX_CANDIDATES; i++)
    g_clear_pointer (&self->candidates[i], g_free);
}

/* ---- lengths ------------------------------------------------------------------------------------------ */

static const struct
{
  const char *letter;
  gboolean    of_time;
  int         factor;
} unit_letters[] = {
  [ASC_UNIT_SECOND] = { "S", TRUE, 1 },  [ASC_UNIT_MINUTE] = { "M", TRUE, 1 },    [ASC_UNIT_HOUR] = { "H", TRUE, 1 },
  [ASC_UNIT_DAY] = { "D", FALSE, 1 },    [ASC_UNIT_NIGHT] = { "D", FALSE, 1 },    [ASC_UNIT_WEEKEND] = { "WE", FALSE, 1 },
  [ASC_UNIT_WEEK] = { "W", FALSE, 1 },   [ASC_UNIT_FORTNIGHT] = { "W", FALSE, 2 }, [ASC_UNIT_MONTH] = { "M", FALSE, 1 },
  [ASC_UNIT_QUARTER] = { "Q", FALSE, 1 }, [ASC_UNIT_HALF] = { "M", FALSE, 6 },    [ASC_UNIT_SEASON] = { "M", FALSE, 3 },
  [ASC_UNIT_YEAR] = { "Y", FALSE, 1 },   [ASC_UNIT_DECADE] = { "DE", FALSE, 1 },  [ASC_UNIT_CENTURY] = { "CE", FALSE, 1 },
  [ASC_UNIT_MILLENNIUM] = { "ML", FALSE, 1 },
};

static void
append_amount (GString *value, gint64 number, AscDateUnit unit, gboolean *in_time)
{
  if (unit_letters[unit].of_time && !*in_time)
    {
      g_string_append_c (value, 'T');
      *in_time = TRUE;
    }
  if (number < 0)
    g_string_append_c (value, 'X');
  else
    {
      number *= unit_letters[unit].factor;
      g_string_append_printf (value, "%" G_GINT64_FORMAT, number / ONE);
      if (number % ONE != 0)
        {
          g_string_append_printf (value, ".%03d", (int) (number % ONE));
          while (value->str[value->len - 1] == '0')
            g_string_truncate (value, value->len - 1);
        }
    }
  g_string_append (value, unit_letters[unit].letter);
}

/* "P3Y", "PT1H30M", "PXM"; NUMBER2 without a unit is a fraction of the first ("a year and a half"). */
static char *
length_value (const AscDateForm *form)
{
  GString *value = g_string_new ("P");
  AscDateUnit unit = (AscDateUnit) asc_date_form_get (form, ASC_SLOT_UNIT, ASC_UNIT_DAY);
  gint64 number = asc_date_form_has (form, ASC_SLOT_NUMBER) ? form->slot[ASC_SLOT_NUMBER] : ONE;
  gboolean in_time = FALSE;

  if (asc_date_form_has (form, ASC_SLOT_NUMBER2) && !asc_date_form_has (form, ASC_SLOT_UNIT2) && number >= 0)
    number += form->slot[ASC_SLOT_NUMBER2];
  if (number % ONE == ONE / 2 && number < 100 * ONE && (unit == ASC_UNIT_DECADE || unit == ASC_UNIT_CENTURY)) /* half a century */
    {
      number *= unit == ASC_UNIT_DECADE ? 10 : 100;
      unit = ASC_UNIT_YEAR;
    }
  if (number == ONE / 2 && unit == ASC_UNIT_HOUR)
    {
      number = 30 * ONE;
      unit = ASC_UNIT_MINUTE;
    }
  append_amount (value, number, unit, &in_time);
  if (asc_date_form_has (form, ASC_SLOT_UNIT2) && (AscDateUnit) form->slot[ASC_SLOT_UNIT2] < unit)
    append_amount (value, asc_date_form_has (form, ASC_SLOT_NUMBER2) ? form->slot[ASC_SLOT_NUMBER2] : ONE,
                   (AscDateUnit) form->slot[ASC_SLOT_UNIT2], &in_time);
  return g_string_free_and_steal (value);
}

/* ---- kinds -------------------------------------------------------------------------------------------- */

static const char *
ref_value (AscDateRef ref)
{
  return ref == ASC_REF_PAST ? "PAST_REF" : ref == ASC_REF_FUTURE ? "FUTURE_REF" : "PRESENT_REF";
}

static const char *
unknown_value (AscDateUnit unit)
{
  switch (unit)
    {
    case ASC_UNIT_WEEK:
    case ASC_UNIT_FORTNIGHT:
      return "XXXX-WXX";
    case ASC_UNIT_WEEKEND:
      return "XXXX-WXX-WE";
    case ASC_UNIT_MONTH:
      return "XXXX-XX";
    case ASC_UNIT_QUARTER:
      return "XXXX-QX";
    case ASC_UNIT_HALF:
      return "XXXX-HX";
    case ASC_UNIT_SEASON:
    case ASC_UNIT_YEAR:
      return "XXXX";
    case ASC_UNIT_DECADE:
      return "XXX";
    case ASC_UNIT_CENTURY:
    case ASC_UNIT_MILLENNIUM:
      return "XX";
    default:
      return "XXXX-XX-XX";
    }
}

static void
set_point (AscDateMeaning *meaning, AscDatePoint point)
{
  asc_date_meaning_add (meaning, asc_date_point_value (point));
  meaning->has_point = TRUE;
  meaning->point = point;
}

/* "the weekend" is the last one unless the verb is of the future; "this weekend" only early in the week and of the past. */
static int
weekend_steps (const AscDateContext *context, AscDateBase base, int steps)
{
  int weekday = context->has_anchor ? asc_calendar_weekday (context->anchor.day) : 6;
  gboolean future = context->tense == ASC_TENSE_FUTURE || context->tense == ASC_TENSE_PRESENT;

  if (steps != 0 || weekday > 5)
    return steps;
  if (base == ASC_BASE_MENTIONED)
    return future ? 0 : -1;
  return context->tense == ASC_TENSE_PAST && weekday <= 2 ? -1 : 0;
}

static void
resolve_unit (const AscDateForm *form, const AscDateContext *context, AscDateMeaning *meaning)
{
  AscDateUnit unit = (AscDateUnit) asc_date_form_get (form, ASC_SLOT_UNIT, ASC_UNIT_DAY);
  gint64 rel = asc_date_form_has (form, ASC_SLOT_REL) ? form->slot[ASC_SLOT_REL] : ASC_DATE_REL (ASC_BASE_ANCHOR, 0);
  int steps = ASC_DATE_REL_STEPS (rel);
  AscDatePoint base, point;

  if (unit == ASC_UNIT_WEEKEND)
    {
      steps = weekend_steps (context, ASC_DATE_REL_BASE (rel), steps);
      rel = ASC_DATE_REL (ASC_BASE_ANCHOR, steps);
    }
  if (!asc_date_context_base (context, ASC_DATE_REL_BASE (rel), unit, &base))
    {
      asc_date_meaning_add (meaning, g_strdup (unknown_value (unit)));
      return;
    }
  point = asc_date_point_shift (base, unit, steps);
  set_point (meaning, point);
  for (int side = -1; side <= 1; side += 2)
    asc_date_meaning_add (meaning, asc_date_point_value (asc_date_point_shift (point, unit, side)));
}

/* So many minutes from the article's time, or nothing but the day when that is unknown. */
static void
shift_minutes (const AscDateContext *context, gint64 minutes, AscDateMeaning *meaning)
{
  gint64 at = context->anchor_minutes + minutes, days;

  if (!context->has_anchor || context->anchor.grain != ASC_UNIT_DAY)
    {
      asc_date_meaning_add (meaning, g_strdup ("XXXX-XX-XX"));
      return;
    }
  if (context->anchor_minutes < 0 || ABS (minutes) > 60 * 24 * 365)
    {
      set_point (meaning, context->anchor);
      return;
    }
  days = at / 1440 - (at % 1440 < 0);
  at -= days * 1440;
  meaning->type = ASC_DATE_TYPE_TIME;
  meaning->has_point = TRUE;
  meaning->point = asc_date_point_shift (context->anchor, ASC_UNIT_DAY, (int) days);
  {
    g_autofree char *day = asc_date_point_value (meaning->point);

    asc_date_meaning_add (meaning, g_strdup_printf ("%sT%02d:%02d", day, (int) (at / 60), (int) (at % 60)));
  }
}

/* Half units go down one grain: two and a half years are thirty months. */
static void
whole_steps (gint64 *number, AscDateUnit *unit)
{
  static const struct { AscDateUnit unit, finer; int factor; } finer[] = {
    { ASC_UNIT_CENTURY, ASC_UNIT_YEAR, 100 }, { ASC_UNIT_MILLENNIUM, ASC_UNIT_YEAR, 1000 }, { ASC_UNIT_DECADE, ASC_UNIT_YEAR, 10 },
    { ASC_UNIT_YEAR, ASC_UNIT_MONTH, 12 },    { ASC_UNIT_MONTH, ASC_UNIT_WEEK, 4 },         { ASC_UNIT_WEEK, ASC_UNIT_DAY, 7 },
    { ASC_UNIT_HOUR, ASC_UNIT_MINUTE, 60 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (finer); i++)
    if (finer[i].unit == *unit && (*number % ONE != 0 || finer[i].finer == ASC_UNIT_YEAR))
      {
        *number *= finer[i].factor;
        *unit = finer[i].finer;
        return;
      }
}

/* "a year ago today", "five years ago this week" */
static AscDatePoint
same_in_year (const AscDateForm *form, AscDatePoint base, int steps)
{
  int year, month, day;

  asc_calendar_civil (base.day, &year, &month, &day);
  year = CLAMP (year + steps, -9999, 9999);
  return asc_date_point_new (asc_date_form_has (form, ASC_SLOT_WEEK_REL)    ? ASC_UNIT_WEEK
                             : asc_date_form_has (form, ASC_SLOT_MONTH_REL) ? ASC_UNIT_MONTH
                                                                            : ASC_UNIT_DAY,
                             asc_calendar_day (year, month, MIN (day, asc_calendar_month_days (year, month))));
}

static void
resolve_shift (const AscDateForm *form, const AscDateContext *context, AscDateMeaning *meaning)
{
  AscDateUnit unit = (AscDateUnit) asc_date_form_get (form, ASC_SLOT_UNIT, ASC_UNIT_DAY), grain;
  gint64 number = asc_date_form_has (form, ASC_SLOT_NUMBER) ? form->slot[ASC_SLOT_NUMBER] : ONE;
  int direction = asc_date_form_get (form, ASC_SLOT_SHIFT, 1);
  AscDatePoint base, point;

  if (asc_date_form_has (form, ASC_SLOT_NUMBER2) && !asc_date_form_has (form, ASC_SLOT_UNIT2) && number >= 0)
    number += form->slot[ASC_SLOT_NUMBER2];
  if (number < 0)
    {
      asc_date_meaning_add (meaning, g_strdup (ref_value (direction < 0 ? ASC_REF_PAST : ASC_REF_FUTURE)));
      return;
    }
  number = MIN (number, G_GINT64_CONSTANT (9999999) * ONE);
  whole_steps (&number, &unit);
  if (unit <= ASC_UNIT_HOUR)
    {
      shift_minutes (context, direction * number / ONE * (unit == ASC_UNIT_HOUR ? 60 : unit == ASC_UNIT_MINUTE ? 1 : 0), meaning);
      return;
    }
  grain = unit;
  if (asc_date_form_has (form, ASC_SLOT_WEEKDAY)) /* "a week from Tuesday", "Tuesday two weeks ago" */
    grain = ASC_UNIT_DAY;
  if (!asc_date_context_base (context, (AscDateBase) asc_date_form_get (form, ASC_SLOT_BASE, ASC_BASE_ANCHOR), grain, &base))
    {
      asc_date_meaning_add (meaning, g_strdup (unknown_value (grain)));
      return;
    }
  if (asc_date_form_has (form, ASC_SLOT_DAY_SHIFT))
    base = asc_date_point_shift (base, ASC_UNIT_DAY, asc_date_form_get (form, ASC_SLOT_DAY_SHIFT, 0));
  if (unit == ASC_UNIT_YEAR && (asc_date_form_has (form, ASC_SLOT_DAY_SHIFT) || asc_date_form_has (form, ASC_SLOT_WEEK_REL) ||
                                asc_date_form_has (form, ASC_SLOT_MONTH_REL)))
    {
      set_point (meaning, same_in_year (form, base, direction * (int) (number / ONE)));
      return;
    }
  point = asc_date_point_shift (base, unit, direction * (int) (number / ONE));
  if (asc_date_form_has (form, ASC_SLOT_UNIT2))
    point = asc_date_point_shift (point, (AscDateUnit) form->slot[ASC_SLOT_UNIT2], direction * (int) (MAX (form->slot[ASC_SLOT_NUMBER2], ONE) / ONE));
  if (asc_date_form_has (form, ASC_SLOT_WEEKDAY) && unit == ASC_UNIT_WEEK)
    point = asc_date_point_new (ASC_UNIT_DAY, point.day + asc_date_form_get (form, ASC_SLOT_WEEKDAY, 1) - 1);
  set_point (meaning, point);
  if (unit == ASC_UNIT_WEEK && base.grain == ASC_UNIT_DAY) /* to the day, for stepping */
    asc_date_meaning_add (meaning, asc_date_point_value (asc_date_point_shift (base, ASC_UNIT_DAY, 7 * direction * (int) (number / ONE))));
}

/* "a year earlier", "the year-ago period": the month or quarter that is talked about, a year before; else the year. */
static void
resolve_same_last (const AscDateForm *form, const AscDateContext *context, AscDateMeaning *meaning)
{
  gint64 rel = asc_date_form_has (form, ASC_SLOT_REL) ? form->slot[ASC_SLOT_REL] : ASC_DATE_REL (ASC_BASE_ANCHOR, -1);
  int steps = ASC_DATE_REL_STEPS (rel), year, month, day;
  AscDatePoint point;

  if (context->has_mentioned && (context->mentioned.grain == ASC_UNIT_MONTH || context->mentioned.grain == ASC_UNIT_QUARTER ||
                                 context->mentioned.grain == ASC_UNIT_HALF || context->mentioned.grain == ASC_UNIT_SEASON))
    {
      asc_calendar_civil (context->mentioned.day, &year, &month, &day);
      point = asc_date_point_new (context->mentioned.grain, asc_calendar_day (year + steps, month, day));
      asc_date_meaning_add (meaning, asc_date_point_value (point));
      asc_date_meaning_add (meaning, asc_date_point_value (asc_date_point_new (ASC_UNIT_YEAR, point.day)));
    }
  else if (asc_date_context_base (context, ASC_DATE_REL_BASE (rel), ASC_UNIT_YEAR, &point))
    asc_date_meaning_add (meaning, asc_date_point_value (asc_date_point_shift (point, ASC_UNIT_YEAR, steps)));
  else
    asc_date_meaning_add (meaning, g_strdup ("XXXX"));
}

/* "every Friday", "every March", "weekly", "every two weeks" */
static char *
set_value (const AscDateForm *form)
{
  static const char *const seasons[] = { "SP", "SU", "FA", "WI" };
  static const char *const parts[] = { "MO", "MI", "AF", "EV", "NI", "DT" };
  int part = asc_date_form_get (form, ASC_SLOT_PART, 0), holiday = asc_date_form_get (form, ASC_SLOT_HOLIDAY, 0);
  g_autofree char *time = NULL;

  if (part > 0)
    time = g_strconcat ("T", parts[part - 1], NULL);
  else if (asc_date_form_has (form, ASC_SLOT_HOUR))
    time = g_strdup_printf ("T%02d:%02d", (asc_date_form_get (form, ASC_SLOT_HOUR, 0) % 12 + asc_date_form_get (form, ASC_SLOT_AMPM, 0)) % 24,
                            asc_date_form_get (form, ASC_SLOT_MINUTE, 0));
  if (asc_date_form_has (form, ASC_SLOT_WEEKDAY))
    return g_strdup_printf ("XXXX-WXX-%d%s", asc_date_form_get (form, ASC_SLOT_WEEKDAY, 1), time != NULL ? time : "");
  if (holiday > 0)
    return holiday < ASC_HOLIDAY_MOVING ? g_strdup_printf ("XXXX-%02d-%02d", holiday / 100, holiday % 100) : g_strdup ("P1Y");
  if (asc_date_form_has (form, ASC_SLOT_MONTH))
    return asc_date_form_has (form, ASC_SLOT_DAY)
             ? g_strdup_printf ("XXXX-%02d-%02d", asc_date_form_get (form, ASC_SLOT_MONTH, 1), asc_date_form_get (form, ASC_SLOT_DAY, 1))
             : g_strdup_printf ("XXXX-%02d", asc_date_form_get (form, ASC_SLOT_MONTH, 1));
  if (asc_date_form_has (form, ASC_SLOT_SEASON))
    return g_strconcat ("XXXX-", seasons[asc_date_form_get (form, ASC_SLOT_SEASON, 1) - 1], NULL);
  if (time != NULL)
    return g_strconcat ("XXXX-XX-XX", time, NULL);
  return length_value (form);
}

/**
 * asc_date_resolve:
 * @form: what an expression says
 * @kind: how it is to be read
 * @context: what is known where it stands
 * @meaning: (out caller-allocates): what it means; without a value when it means nothing
 */
void
asc_date_resolve (const AscDateForm *form, AscDateKind kind, const AscDateContext *context, AscDateMeaning *meaning)
{
  AscDateContext own = *context;

  memset (meaning, 0, sizeof *meaning);
  meaning->type = ASC_DATE_TYPE_DATE;
  if (asc_date_form_has (form, ASC_SLOT_TENSE))
    own.tense = (AscDateTense) form->slot[ASC_SLOT_TENSE];
  switch (kind)
    {
    case ASC_KIND_DATE:
      asc_date_resolve_calendar (form, &own, meaning);
      break;
    case ASC_KIND_UNIT:
      resolve_unit (form, &own, meaning);
      break;
    case ASC_KIND_SHIFT:
      resolve_shift (form, &own, meaning);
      break;
    case ASC_KIND_DURATION:
      meaning->type = ASC_DATE_TYPE_DURATION;
      asc_date_meaning_add (meaning, length_value (form));
      break;
    case ASC_KIND_SET:
      meaning->type = ASC_DATE_TYPE_SET;
      asc_date_meaning_add (meaning, set_value (form));
      break;
    case ASC_KIND_REF:
      asc_date_meaning_add (meaning, g_strdup (ref_value ((AscDateRef) asc_date_form_get (form, ASC_SLOT_REF, ASC_REF_PRESENT))));
      break;
    case ASC_KIND_SAME_LAST:
      resolve_same_last (form, &own, meaning);
      break;
    case ASC_KIND_NOTHING:
    default:
      break;
    }
}
