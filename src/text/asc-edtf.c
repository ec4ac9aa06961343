/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-edtf.h"

#include <string.h>

#include "asc-date-calendar.h"

/* ---- reading ------------------------------------------------------------------------------------------ */

static const char *const season_codes[] = { "SP", "SU", "FA", "WI" };
static const char *const part_codes[] = { "MO", "MI", "AF", "EV", "NI", "DT" };

static const struct
{
  const char *code;
  gboolean    of_time;
} units[ASC_EDTF_N_UNITS] = {
  [ASC_EDTF_MILLENNIA] = { "ML", FALSE }, [ASC_EDTF_CENTURIES] = { "CE", FALSE }, [ASC_EDTF_DECADES] = { "DE", FALSE },
  [ASC_EDTF_YEARS] = { "Y", FALSE },      [ASC_EDTF_QUARTERS] = { "Q", FALSE },
  [ASC_EDTF_MONTHS] = { "M", FALSE },     [ASC_EDTF_WEEKS] = { "W", FALSE },      [ASC_EDTF_WEEKENDS] = { "WE", FALSE },
  [ASC_EDTF_DAYS] = { "D", FALSE },       [ASC_EDTF_HOURS] = { "H", TRUE },       [ASC_EDTF_MINUTES] = { "M", TRUE },
  [ASC_EDTF_SECONDS] = { "S", TRUE },
};

static const char *const references[] = { "PAST_REF", "PRESENT_REF", "FUTURE_REF" };

static gboolean
take_char (const char **at, char c)
{
  if (**at != c)
    return FALSE;
  (*at)++;
  return TRUE;
}

/* One or two digits, or XX (with @of_x also a single X). ASC_EDTF_UNKNOWN for X. */
static gboolean
take_number (const char **at, int low, int high, int *number)
{
  const char *p = *at;
  int n = 0;

  if (*p == 'X')
    {
      p += p[1] == 'X' ? 2 : 1;
      *number = ASC_EDTF_UNKNOWN;
      *at = p;
      return !g_ascii_isdigit (*p);
    }
  for (; g_ascii_isdigit (*p) && p - *at < 2; p++)
    n = n * 10 + g_ascii_digit_value (*p);
  if (p == *at || g_ascii_isdigit (*p) || n < low || n > high)
    return FALSE;
  *number = n;
  *at = p;
  return TRUE;
}

/* Four digits of which the last may be X; TIMEX3 leaves those out: "201", "20", "XXX". */
static gboolean
take_year (const char **at, AscEdtfDate *date)
{
  const char *p = *at;
  gboolean negative = take_char (&p, '-');
  int n_digits = 0, n_known = 0, year = 0;

  for (; (g_ascii_isdigit (*p) || *p == 'X') && n_digits < 4; p++, n_digits++)
    {
      if (*p != 'X' && n_known < n_digits)
        return FALSE; /* "2X13": only at the end */
      n_known += *p != 'X';
      year = year * 10 + (*p != 'X' ? g_ascii_digit_value (*p) : 0);
    }
  if (n_digits < 2 || g_ascii_isdigit (*p) || *p == 'X')
    return FALSE;
  for (int i = n_digits; i < 4; i++)
    year *= 10;
  if (n_known == 0 && negative)
    return FALSE;
  date->n_unknown = 4 - n_known;
  date->year = negative ? -year : year;
  date->precision = date->n_unknown == 0 || date->n_unknown == 4 ? ASC_EDTF_YEAR
                    : date->n_unknown == 1                       ? ASC_EDTF_DECADE
                                                                 : ASC_EDTF_CENTURY;
  *at = p;
  return date->n_unknown != 3;
}

static gboolean
take_code (const char **at, const char *const *codes, guint n_codes, int *which)
{
  for (guint i = 0; i < n_codes; i++)
    if (g_str_has_prefix (*at, codes[i]))
      {
        *which = (int) i + 1;
        *at += strlen (codes[i]);
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_week (const char **at, AscEdtfDate *date)
{
  if (!take_number (at, 1, date->n_unknown == 0 ? asc_calendar_weeks (date->year) : 53, &date->week))
    return FALSE;
  date->precision = ASC_EDTF_WEEK;
  if (!take_char (at, '-'))
    return TRUE;
  if (g_str_has_prefix (*at, "WE"))
    {
      date->precision = ASC_EDTF_WEEKEND;
      *at += 2;
      return TRUE;
    }
  date->precision = ASC_EDTF_DAY;
  return take_number (at, 1, 7, &date->weekday);
}

/* EDTF numbers the seasons 21–24, quarters 33–36 and halves 40–41 as if they were months. */
static gboolean
take_sub_year (AscEdtfDate *date, int number)
{
  date->month = 0;
  if (number >= 21 && number <= 24)
    {
      date->season = number - 20;
      date->precision = ASC_EDTF_SEASON;
    }
  else if (number >= 33 && number <= 36)
    {
      date->quarter = number - 32;
      date->precision = ASC_EDTF_QUARTER;
    }
  else if (number == 40 || number == 41)
    {
      date->half = number - 39;
      date->precision = ASC_EDTF_HALF;
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
take_month_and_day (const char **at, AscEdtfDate *date)
{
  int n_days;

  if (!take_number (at, 1, 41, &date->month))
    return FALSE;
  if (date->month > 12)
    return take_sub_year (date, date->month);
  date->precision = ASC_EDTF_MONTH;
  if (!take_char (at, '-'))
    return TRUE;
  n_days = date->month == ASC_EDTF_UNKNOWN ? 31 : asc_calendar_month_days (date->n_unknown == 0 ? date->year : 2000, date->month);
  date->precision = ASC_EDTF_DAY;
  return take_number (at, 1, n_days, &date->day);
}

static gboolean
take_after_year (const char **at, AscEdtfDate *date)
{
  if (take_char (at, 'Q'))
    {
      date->precision = ASC_EDTF_QUARTER;
      return take_number (at, 1, 4, &date->quarter);
    }
  if (take_char (at, 'H'))
    {
      date->precision = ASC_EDTF_HALF;
      return take_number (at, 1, 2, &date->half);
    }
  if (take_code (at, season_codes, G_N_ELEMENTS (season_codes), &date->season))
    {
      date->precision = ASC_EDTF_SEASON;
      return TRUE;
    }
  if (take_char (at, 'W'))
    return take_week (at, date);
  return take_month_and_day (at, date);
}

static gboolean
take_offset (const char **at, AscEdtfDate *date)
{
  int hours, minutes = 0, sign = **at == '-' ? -1 : 1;

  if (take_char (at, 'Z'))
    {
      date->has_offset = TRUE;
      return TRUE;
    }
  if (**at != '+' && **at != '-')
    return TRUE;
  (*at)++;
  if (!take_number (at, 0, 14, &hours) || (take_char (at, ':') && !take_number (at, 0, 59, &minutes)))
    return FALSE;
  date->has_offset = TRUE;
  date->offset_minutes = sign * (hours * 60 + minutes);
  return hours >= 0 && minutes >= 0;
}

static gboolean
take_time (const char **at, AscEdtfDate *date)
{
  int part;

  if (take_code (at, part_codes, G_N_ELEMENTS (part_codes), &part))
    {
      g_strlcpy (date->part, part_codes[part - 1], sizeof date->part);
      return TRUE;
    }
  if (!take_number (at, 0, 24, &date->hour) || date->hour < 0)
    return FALSE;
  if (take_char (at, ':'))
    {
      if (!take_number (at, 0, date->hour == 24 ? 0 : 59, &date->minute) || date->minute < 0)
        return FALSE;
      if (take_char (at, ':') && (!take_number (at, 0, date->hour == 24 ? 0 : 60, &date->second) || date->second < 0))
        return FALSE;
    }
  return take_offset (at, date);
}

static void
clear_date (AscEdtfDate *date)
{
  memset (date, 0, sizeof *date);
  date->hour = date->minute = date->second = ASC_EDTF_UNKNOWN;
}

/* A date up to @at_end or a slash. */
static gboolean
take_date (const char **at, AscEdtfDate *date)
{
  clear_date (date);
  if (!(**at == 'T' && (*at)[1] != '\0'))
    {
      if (!take_year (at, date) || (take_char (at, '-') && !take_after_year (at, date)))
        return FALSE;
    }
  else
    date->n_unknown = 4;
  if (take_char (at, 'T') && !((date->precision == ASC_EDTF_DAY || date->precision == ASC_EDTF_NOTHING) && take_time (at, date)))
    return FALSE;
  if (take_char (at, '?'))
    date->qualifiers = ASC_EDTF_UNCERTAIN;
  else if (take_char (at, '~'))
    date->qualifiers = ASC_EDTF_APPROXIMATE;
  else if (take_char (at, '%'))
    date->qualifiers = ASC_EDTF_UNCERTAIN | ASC_EDTF_APPROXIMATE;
  return TRUE;
}

static gboolean
take_end (const char **at, AscEdtfDate *date)
{
  clear_date (date);
  if (g_str_has_prefix (*at, ".."))
    {
      date->open = TRUE;
      *at += 2;
      return TRUE;
    }
  if (**at == '\0' || **at == '/')
    return TRUE;
  return take_date (at, date);
}

/* "3", "2.5", "X" */
static gboolean
take_amount (const char **at, gint64 *thousandths)
{
  const char *p = *at;
  gint64 number = 0, scale = 100;

  if (take_char (at, 'X'))
    {
      *thousandths = ASC_EDTF_UNKNOWN;
      return TRUE;
    }
  for (; g_ascii_isdigit (*p) && p - *at < 12; p++)
    number = number * 10 + g_ascii_digit_value (*p);
  if (p == *at)
    return FALSE;
  number *= 1000;
  if (*p == '.' && g_ascii_isdigit (p[1]))
    for (p++; g_ascii_isdigit (*p) && scale > 0; p++, scale /= 10)
      number += g_ascii_digit_value (*p) * scale;
  *thousandths = number;
  *at = p;
  return TRUE;
}

/* Units come from large to small; what is counted in hours or less stands after a T. */
static gboolean
take_duration (const char **at, AscEdtf *edtf)
{
  gboolean in_time = FALSE, any = FALSE;
  guint unit = 0;

  while (**at != '\0')
    {
      gint64 amount;

      if (!in_time && take_char (at, 'T'))
        {
          in_time = TRUE;
          any = FALSE;
        }
      if (!take_amount (at, &amount))
        return FALSE;
      for (; unit < ASC_EDTF_N_UNITS; unit++)
        if (units[unit].of_time == in_time && g_str_has_prefix (*at, units[unit].code) &&
            !(unit == ASC_EDTF_WEEKS && (*at)[1] == 'E') && !(unit == ASC_EDTF_DAYS && (*at)[1] == 'E'))
          break;
      if (unit == ASC_EDTF_N_UNITS)
        return FALSE;
      edtf->amounts[unit] = amount;
      *at += strlen (units[unit++].code);
      any = TRUE;
    }
  return any;
}

/**
 * asc_edtf_parse:
 * @text: a value
 * @edtf: (out caller-allocates): what it says; untouched on failure
 *
 * Reads a value as files carry it. What people type goes through asc_edtf_normalise() first.
 *
 * Returns: whether it is one
 */
gboolean
asc_edtf_parse (const char *text, AscEdtf *edtf)
{
  AscEdtf parsed;
  const char *at = text;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (edtf != NULL, FALSE);

  memset (&parsed, 0, sizeof parsed);
  clear_date (&parsed.start);
  clear_date (&parsed.end);
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (g_str_equal (text, references[i]))
      {
        parsed.kind = ASC_EDTF_REFERENCE;
        parsed.reference = (AscEdtfReference) i;
        *edtf = parsed;
        return TRUE;
      }
  if (take_char (&at, 'P'))
    {
      parsed.kind = ASC_EDTF_DURATION;
      if (!take_duration (&at, &parsed))
        return FALSE;
    }
  else if (strchr (text, '/') != NULL)
    {
      parsed.kind = ASC_EDTF_INTERVAL;
      if (!take_end (&at, &parsed.start) || !take_char (&at, '/') || !take_end (&at, &parsed.end) ||
          (parsed.start.precision == ASC_EDTF_NOTHING && parsed.end.precision == ASC_EDTF_NOTHING))
        return FALSE;
    }
  else if (!take_date (&at, &parsed.start))
    return FALSE;
  if (*at != '\0')
    return FALSE;
  *edtf = parsed;
  return TRUE;
}

/* ---- writing ------------------------------------------------------------------------------------------ */

static void
append_field (GString *string, const char *before, int number, int width)
{
  g_string_append (string, before);
  if (number == ASC_EDTF_UNKNOWN)
    g_string_append (string, width == 2 ? "XX" : "X");
  else
    g_string_append_printf (string, "%0*d", width, number);
}

static void
append_year (GString *string, const AscEdtfDate *date)
{
  int year = ABS (date->year);
  gsize n_digits;

  if (date->year < 0)
    g_string_append_c (string, '-');
  g_string_append_printf (string, "%04d", year);
  n_digits = string->len;
  for (int i = 0; i < date->n_unknown; i++)
    string->str[n_digits - 1 - (gsize) i] = 'X';
}

static void
append_time (GString *string, const AscEdtfDate *date)
{
  if (date->part[0] != '\0')
    g_string_append_printf (string, "T%s", date->part);
  if (date->hour < 0)
    return;
  append_field (string, "T", date->hour, 2);
  append_field (string, ":", MAX (date->minute, 0), 2);
  if (date->second >= 0)
    append_field (string, ":", date->second, 2);
  if (date->has_offset && date->offset_minutes == 0)
    g_string_append_c (string, 'Z');
  else if (date->has_offset)
    g_string_append_printf (string, "%c%02d:%02d", date->offset_minutes < 0 ? '-' : '+', ABS (date->offset_minutes) / 60,
                            ABS (date->offset_minutes) % 60);
}

static void
append_date (GString *string, const AscEdtfDate *date)
{
  static const char *const qualifiers[] = { "", "?", "~", "%" };

  if (date->open)
    g_string_append (string, "..");
  if (date->precision != ASC_EDTF_NOTHING)
    append_year (string, date);
  if (date->season != 0)
    g_string_append_printf (string, "-%s", season_codes[date->season - 1]);
  if (date->quarter != 0)
    append_field (string, "-Q", date->quarter, 1);
  if (date->half != 0)
    append_field (string, "-H", date->half, 1);
  if (date->week != 0)
    append_field (string, "-W", date->week, 2);
  if (date->weekday != 0)
    append_field (string, "-", date->weekday, 1);
  if (date->precision == ASC_EDTF_WEEKEND)
    g_string_append (string, "-WE");
  if (date->month != 0)
    append_field (string, "-", date->month, 2);
  if (date->day != 0)
    append_field (string, "-", date->day, 2);
  append_time (string, date);
  g_string_append (string, qualifiers[date->qualifiers & 3]);
}

static void
append_duration (GString *string, const AscEdtf *edtf)
{
  gboolean in_time = FALSE;

  g_string_append_c (string, 'P');
  for (guint i = 0; i < ASC_EDTF_N_UNITS; i++)
    {
      if (edtf->amounts[i] == 0)
        continue;
      if (units[i].of_time && !in_time)
        g_string_append_c (string, 'T');
      in_time = units[i].of_time;
      if (edtf->amounts[i] < 0)
        g_string_append_c (string, 'X');
      else
        {
          g_string_append_printf (string, "%" G_GINT64_FORMAT, edtf->amounts[i] / 1000);
          if (edtf->amounts[i] % 1000 != 0)
            {
              g_string_append_printf (string, ".%03d", (int) (edtf->amounts[i] % 1000));
              while (string->str[string->len - 1] == '0')
                g_string_truncate (string, string->len - 1);
            }
        }
      g_string_append (string, units[i].code);
    }
  if (string->len == 1)
    g_string_append (string, "0D");
}

/**
 * asc_edtf_to_string:
 * @edtf: a value
 *
 * Returns: (transfer full): how it is written
 */
char *
asc_edtf_to_string (const AscEdtf *edtf)
{
  GString *string = g_string_new (NULL);

  g_return_val_if_fail (edtf != NULL, NULL);

  switch (edtf->kind)
    {
    case ASC_EDTF_INTERVAL:
      append_date (string, &edtf->start);
      g_string_append_c (string, '/');
      append_date (string, &edtf->end);
      break;
    case ASC_EDTF_DURATION:
      append_duration (string, edtf);
      break;
    case ASC_EDTF_REFERENCE:
      g_string_append (string, references[edtf->reference]);
      break;
    case ASC_EDTF_DATE:
    default:
      append_date (string, &edtf->start);
      break;
    }
  return g_string_free_and_steal (string);
}

/**
 * asc_edtf_is_valid:
 * @text: (nullable): a value
 *
 * Returns: whether asc_edtf_parse() reads it
 */
gboolean
asc_edtf_is_valid (const char *text)
{
  AscEdtf edtf;

  return text != NULL && asc_edtf_parse (text, &edtf);
}

/**
 * asc_edtf_normalise:
 * @text: (nullable): what somebody typed
 *
 * Reads a value with the tolerance that typing needs: small letters, white space, "2016-9-3", dashes of any kind,
 * "2016-21" for spring. What can be written in two ways comes out in one: "201X" for the 2010s, "2016-SP", "P3D".
 *
 * Returns: (transfer full) (nullable): the value; %NULL when it is none
 */
char *
asc_edtf_normalise (const char *text)
{
  GString *cleaned;
  g_autofree char *upper = NULL;
  AscEdtf edtf;

  if (text == NULL)
    return NULL;
  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  cleaned = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        continue;
      if (c >= 0x2010 && c <= 0x2014)
        c = '-';
      else if (c == 0x2026)
        {
          g_string_append (cleaned, "..");
          continue;
        }
      g_string_append_unichar (cleaned, c);
    }
  upper = g_ascii_strup (cleaned->str, -1);
  g_string_free (cleaned, TRUE);
  return asc_edtf_parse (upper, &edtf) ? asc_edtf_to_string (&edtf) : NULL;
}

/* ---- days --------------------------------------------------------------------------------------------- */

/* The day number of the first and of the last day. FALSE when the year is not known. */
static gboolean
bounds (const AscEdtfDate *date, int *first, int *last)
{
  static const int decades[] = { 1, 10, 100 };
  int year = date->year, span;

  if (date->precision == ASC_EDTF_NOTHING || date->n_unknown > 2)
    return FALSE;
  span = decades[date->n_unknown];
  if (year < 0 && span > 1) /* "-004X" ends with the year -40 */
    year -= span - 1;
  *first = asc_calendar_day (year, 1, 1);
  *last = asc_calendar_day (year + span, 1, 0);
  if (date->n_unknown > 0)
    return TRUE;
  if (date->half > 0)
    {
      *first = asc_calendar_day (year, 6 * date->half - 5, 1);
      *last = asc_calendar_day (year, 6 * date->half + 1, 0);
    }
  else if (date->quarter > 0)
    {
      *first = asc_calendar_day (year, 3 * date->quarter - 2, 1);
      *last = asc_calendar_day (year, 3 * date->quarter + 1, 0);
    }
  else if (date->season > 0)
    {
      *first = asc_calendar_day (year, 3 * date->season, 1);
      *last = asc_calendar_day (year, 3 * date->season + 3, 0);
    }
  else if (date->week > 0)
    {
      *first = asc_calendar_week_start (year, date->week);
      *last = *first + 6;
      if (date->precision == ASC_EDTF_WEEKEND)
        *first += 5;
      if (date->weekday > 0)
        *first = *last = *first + date->weekday - 1;
    }
  else if (date->month > 0)
    {
      *first = asc_calendar_day (year, date->month, date->day > 0 ? date->day : 1);
      *last = date->day > 0 ? *first : asc_calendar_day (year, date->month + 1, 0);
    }
  return TRUE;
}

static gboolean
bound_of (const char *text, gboolean latest, AscEdtfDay *day)
{
  AscEdtf edtf;
  int first, last;

  if (text == NULL || !asc_edtf_parse (text, &edtf) || edtf.kind > ASC_EDTF_INTERVAL ||
      !bounds (latest && edtf.kind == ASC_EDTF_INTERVAL ? &edtf.end : &edtf.start, &first, &last))
    return FALSE;
  asc_calendar_civil (latest ? last : first, &day->year, &day->month, &day->day);
  return TRUE;
}

/**
 * asc_edtf_earliest:
 * @text: (nullable): a value
 * @day: (out caller-allocates): the first day that it can mean; untouched on failure
 *
 * Returns: whether there is one: not for a duration, "PAST_REF", an interval without a start, or an unknown year
 */
gboolean
asc_edtf_earliest (const char *text, AscEdtfDay *day)
{
  g_return_val_if_fail (day != NULL, FALSE);

  return bound_of (text, FALSE, day);
}

/**
 * asc_edtf_latest:
 * @text: (nullable): a value
 * @day: (out caller-allocates): the last day that it can mean; untouched on failure
 *
 * Returns: whether there is one
 */
gboolean
asc_edtf_latest (const char *text, AscEdtfDay *day)
{
  g_return_val_if_fail (day != NULL, FALSE);

  return bound_of (text, TRUE, day);
}

/**
 * asc_edtf_day_compare:
 * @self: a day
 * @other: another
 *
 * Returns: less than, equal to or greater than 0
 */
int
asc_edtf_day_compare (const AscEdtfDay *self, const AscEdtfDay *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, 0);

  if (self->year != other->year)
    return self->year < other->year ? -1 : 1;
  if (self->month != other->month)
    return self->month < other->month ? -1 : 1;
  return self->day < other->day ? -1 : self->day > other->day;
}
