/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of date expressions in words. AscEdtf reads them; what it does not read is shown as it is. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "asc-edtf.h"
#include "asc-messages.h"

/* Month names and weekdays are the locale's, through GDateTime. */
static char *
format_day (int         year,
            int         month,
            int         day,
            const char *pattern)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (year, month, day, 0, 0, 0);

  return date != NULL ? g_date_time_format (date, pattern) : NULL;
}

static gboolean
knows_year (const AscEdtfDate *date)
{
  return date->n_unknown < 4 && date->precision != ASC_EDTF_NOTHING;
}

/* "2024", "the 2020s", "1900–1999", "44 BC"; "" when it is not known. */
static char *
year_in_words (const AscEdtfDate *date)
{
  int year = ABS (date->year);

  if (!knows_year (date))
    return g_strdup ("");
  if (date->n_unknown == 1)
    /* Translators: a decade, such as “the 2020s”. */
    return g_strdup_printf (_("the %us"), (guint) year);
  if (date->n_unknown == 2)
    /* Translators: a century by its first and last year: “1900–1999”. */
    return g_strdup_printf (_("%u–%u"), (guint) year, (guint) year + 99);
  if (date->year <= 0)
    /* Translators: a year before our era. */
    return g_strdup_printf (_("%u BC"), (guint) year + 1);

  return g_strdup_printf ("%u", (guint) year);
}

static char *
with_year (const char *part,
           const char *year)
{
  if (*year == '\0')
    return g_strdup (part);

  /* Translators: a part of a year and the year: “summer 2024”, “July 2024”. */
  return g_strdup_printf (C_("part of a year", "%1$s %2$s"), part, year);
}

static char *
of_year (const char *part,
         const char *year)
{
  if (*year == '\0')
    return g_strdup (part);

  /* Translators: “week 27 of 2024”, “third quarter of 2024”. */
  return g_strdup_printf (C_("part of a year", "%1$s of %2$s"), part, year);
}

static const char *
season_name (int season)
{
  static const char *const seasons[] = {
    NC_("season", "spring"), NC_("season", "summer"), NC_("season", "autumn"), NC_("season", "winter"),
  };

  return g_dpgettext2 (NULL, "season", seasons[season - 1]);
}

static const char *
quarter_name (int quarter)
{
  switch (quarter)
    {
    case 1:
      return _("first quarter");
    case 2:
      return _("second quarter");
    case 3:
      return _("third quarter");
    case 4:
      return _("fourth quarter");
    default:
      return _("a quarter");
    }
}

static const char *
half_name (int half)
{
  switch (half)
    {
    case 1:
      return _("first half");
    case 2:
      return _("second half");
    default:
      return _("half a year");
    }
}

static char *
week_in_words (const AscEdtfDate *date,
               const char        *year)
{
  g_autofree char *weekday = NULL;
  g_autofree char *part = NULL;

  if (date->weekday > 0)
    weekday = format_day (2024, 1, date->weekday, "%A");   /* 1 January 2024 was a Monday */

  if (date->week == ASC_EDTF_UNKNOWN)
    {
      if (weekday != NULL)
        /* Translators: no particular one; %s is a weekday. */
        part = g_strdup_printf (_("a %s"), weekday);
      else if (date->precision == ASC_EDTF_WEEKEND)
        part = g_strdup (_("a weekend"));
      else
        part = g_strdup (_("a week"));
    }
  else if (date->precision == ASC_EDTF_WEEKEND)
    part = g_strdup_printf (_("weekend of week %u"), (guint) date->week);
  else if (weekday != NULL)
    part = g_strdup_printf (_("%s of week %u"), weekday, (guint) date->week);
  else
    part = g_strdup_printf (_("week %u"), (guint) date->week);

  return of_year (part, year);
}

static char *
month_in_words (const AscEdtfDate *date,
                const char        *year)
{
  g_autofree char *name = NULL;

  if (date->month == ASC_EDTF_UNKNOWN)
    {
      if (*year == '\0')
        return g_strdup (date->day != 0 ? _("a day") : _("a month"));
      if (date->day != 0)
        /* Translators: neither day nor month are known; %s is a year. */
        return g_strdup_printf (_("a day in %s"), year);
      /* Translators: the month is not known; %s is a year. */
      return g_strdup_printf (_("a month of %s"), year);
    }

  /* GDateTime knows the years 1 to 9999. */
  if (knows_year (date) && date->n_unknown == 0 && date->year > 0)
    {
      if (date->day > 0)
        /* Translators: a date, for g_date_time_format(): “Thu 4 July 2024”. */
        return format_day (date->year, date->month, date->day, _("%a %-d %B %Y"));
      /* Translators: a month, for g_date_time_format(): “July 2024”. */
      name = format_day (date->year, date->month, 1, _("%OB %Y"));
    }
  else if (date->day > 0)
    {
      /* Translators: a date without a year, for g_date_time_format(): “4 July”. */
      name = format_day (2000, date->month, date->day, _("%-d %B"));
      return with_year (name, year);
    }
  else
    {
      g_autofree char *month = format_day (2000, date->month, 1, "%OB");

      name = with_year (month, year);
    }

  if (date->day == ASC_EDTF_UNKNOWN)
    /* Translators: %s is a month, such as “July 2024”. */
    return g_strdup_printf (_("a day in %s"), name);
  return g_steal_pointer (&name);
}

/* A date without its time. */
static char *
day_in_words (const AscEdtfDate *date)
{
  g_autofree char *year = year_in_words (date);

  if (date->season > 0)
    return with_year (season_name (date->season), year);
  if (date->quarter != 0)
    return of_year (quarter_name (date->quarter), year);
  if (date->half != 0)
    return of_year (half_name (date->half), year);
  if (date->week != 0)
    return week_in_words (date, year);
  if (date->month != 0)
    return month_in_words (date, year);
  if (*year == '\0')
    return g_strdup (_("a year"));

  return g_steal_pointer (&year);
}

/* "14:30", "14:30:05 UTC+02:00", "morning"; NULL when it has none. */
static char *
time_in_words (const AscEdtfDate *date)
{
  static const struct { const char *code; const char *name; } parts[] = {
    { "MO", NC_("part of a day", "morning") },
    { "MI", NC_("part of a day", "midday") },
    { "AF", NC_("part of a day", "afternoon") },
    { "EV", NC_("part of a day", "evening") },
    { "NI", NC_("part of a day", "night") },
    { "DT", NC_("part of a day", "daytime") },
  };
  g_autoptr (GString) clock = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (date->part, parts[i].code))
      return g_strdup (g_dpgettext2 (NULL, "part of a day", parts[i].name));

  if (date->hour < 0)
    return NULL;

  clock = g_string_new (NULL);
  g_string_append_printf (clock, "%02d:%02d", date->hour, MAX (date->minute, 0));
  if (date->second >= 0)
    g_string_append_printf (clock, ":%02d", date->second);
  if (date->has_offset)
    g_string_append (clock, " UTC");
  if (date->has_offset && date->offset_minutes != 0)
    g_string_append_printf (clock, "%c%02d:%02d", date->offset_minutes < 0 ? '-' : '+',
                            ABS (date->offset_minutes) / 60, ABS (date->offset_minutes) % 60);

  return g_string_free_and_steal (g_steal_pointer (&clock));
}

static char *
qualified (char  *words,
           guint  qualifiers)
{
  g_autofree char *owned = words;

  switch (qualifiers)
    {
    case ASC_EDTF_UNCERTAIN:
      /* Translators: %s is a date that is not certain. */
      return g_strdup_printf (_("%s (uncertain)"), owned);
    case ASC_EDTF_APPROXIMATE:
      /* Translators: %s is an approximate date or duration. */
      return g_strdup_printf (_("about %s"), owned);
    case ASC_EDTF_UNCERTAIN | ASC_EDTF_APPROXIMATE:
      /* Translators: %s is a date that is approximate and not certain. */
      return g_strdup_printf (_("about %s (uncertain)"), owned);
    default:
      return g_steal_pointer (&owned);
    }
}

static char *
date_in_words (const AscEdtfDate *date)
{
  g_autofree char *time = time_in_words (date);
  g_autofree char *day = NULL;
  char *words;

  if (time == NULL)
    words = day_in_words (date);
  else if (date->precision == ASC_EDTF_NOTHING ||
           (!knows_year (date) && date->month == ASC_EDTF_UNKNOWN))
    words = g_steal_pointer (&time);
  else
    {
      day = day_in_words (date);
      /* Translators: a date and a time of day: “Thu 4 July 2024, 14:30”. */
      words = g_strdup_printf (_("%1$s, %2$s"), day, time);
    }

  return qualified (words, date->qualifiers);
}

static gboolean
is_told (const AscEdtfDate *end)
{
  return end->precision != ASC_EDTF_NOTHING || end->hour >= 0 || end->part[0] != '\0';
}

static char *
interval_in_words (const AscEdtf *edtf)
{
  g_autofree char *start = is_told (&edtf->start) ? date_in_words (&edtf->start) : NULL;
  g_autofree char *end = is_told (&edtf->end) ? date_in_words (&edtf->end) : NULL;

  if (end == NULL)
    /* Translators: an interval that goes on; %s is a date. */
    return g_strdup_printf (_("from %s on"), start);
  if (start == NULL)
    /* Translators: an interval whose start is not known; %s is a date. */
    return g_strdup_printf (_("until %s"), end);

  /* Translators: from the first to the second date: “4 July – 6 July”. */
  return g_strdup_printf (_("%1$s – %2$s"), start, end);
}

/* Formats with a place for the number, which may have a fraction. */
static const char *
get_unit_format (AscEdtfUnit unit, gulong n)
{
  switch (unit)
    {
    case ASC_EDTF_MILLENNIA:
      return ngettext ("%s millennium", "%s millennia", n);
    case ASC_EDTF_CENTURIES:
      return ngettext ("%s century", "%s centuries", n);
    case ASC_EDTF_DECADES:
      return ngettext ("%s decade", "%s decades", n);
    case ASC_EDTF_YEARS:
      return ngettext ("%s year", "%s years", n);
    case ASC_EDTF_QUARTERS:
      return ngettext ("%s quarter", "%s quarters", n);
    case ASC_EDTF_MONTHS:
      return ngettext ("%s month", "%s months", n);
    case ASC_EDTF_WEEKS:
      return ngettext ("%s week", "%s weeks", n);
    case ASC_EDTF_WEEKENDS:
      return ngettext ("%s weekend", "%s weekends", n);
    case ASC_EDTF_DAYS:
      return ngettext ("%s day", "%s days", n);
    case ASC_EDTF_HOURS:
      return ngettext ("%s hour", "%s hours", n);
    case ASC_EDTF_MINUTES:
      return ngettext ("%s minute", "%s minutes", n);
    case ASC_EDTF_SECONDS:
    default:
      return ngettext ("%s second", "%s seconds", n);
    }
}

/* "3 days", "2.5 years"; the number's form is the locale's. */
static char *
count_unit (gint64      thousandths,
            AscEdtfUnit unit)
{
  gboolean whole = thousandths % 1000 == 0;
  gulong   plural = whole ? (gulong) MIN (thousandths / 1000, G_MAXINT32) : 2;
  g_autofree char *number = whole ? g_strdup_printf ("%" G_GINT64_FORMAT, thousandths / 1000)
                                  : g_strdup_printf ("%.3g", (double) thousandths / 1000);

  return g_strdup_printf (get_unit_format (unit, plural), number);
}

static char *
some_unit (AscEdtfUnit unit)
{
  static const char *const units[ASC_EDTF_N_UNITS] = {
    [ASC_EDTF_MILLENNIA] = N_("some millennia"), [ASC_EDTF_CENTURIES] = N_("some centuries"),
    [ASC_EDTF_DECADES] = N_("some decades"), [ASC_EDTF_YEARS] = N_("some years"),
    [ASC_EDTF_QUARTERS] = N_("some quarters"), [ASC_EDTF_MONTHS] = N_("some months"),
    [ASC_EDTF_WEEKS] = N_("some weeks"), [ASC_EDTF_WEEKENDS] = N_("some weekends"),
    [ASC_EDTF_DAYS] = N_("some days"), [ASC_EDTF_HOURS] = N_("some hours"),
    [ASC_EDTF_MINUTES] = N_("some minutes"), [ASC_EDTF_SECONDS] = N_("some seconds"),
  };

  return g_strdup (_(units[unit]));
}

static char *
duration_in_words (const AscEdtf *edtf)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < ASC_EDTF_N_UNITS; i++)
    {
      g_autofree char *part = NULL;

      if (edtf->amounts[i] == 0)
        continue;
      part = edtf->amounts[i] == ASC_EDTF_UNKNOWN ? some_unit (i) : count_unit (edtf->amounts[i], i);
      if (words->len > 0)
        /* Translators: between the parts of a duration: “1 year, 6 months”. */
        g_string_append (words, _(", "));
      g_string_append (words, part);
    }

  return words->len > 0 ? g_string_free_and_steal (g_steal_pointer (&words)) : count_unit (0, ASC_EDTF_DAYS);
}

/* NULL when @value is not understood. */
static char *
in_words (const char *value)
{
  AscEdtf edtf;

  if (!asc_edtf_parse (value, &edtf))
    return NULL;

  switch (edtf.kind)
    {
    case ASC_EDTF_INTERVAL:
      return interval_in_words (&edtf);
    case ASC_EDTF_DURATION:
      return duration_in_words (&edtf);
    case ASC_EDTF_REFERENCE:
      if (edtf.reference == ASC_EDTF_PAST)
        return g_strdup (_("in the past"));
      return g_strdup (edtf.reference == ASC_EDTF_PRESENT ? _("at present") : _("in the future"));
    case ASC_EDTF_DATE:
    default:
      return date_in_words (&edtf.start);
    }
}

/* EDTF's lists of values: "[2023, 2024]" is one of them, "{2023, 2024}" all. */
static char *
list_in_words (const char *value)
{
  gsize length = strlen (value);
  g_autofree char *inside = NULL;
  g_auto (GStrv) members = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (length < 3 || value[length - 1] != (value[0] == '[' ? ']' : '}'))
    return NULL;

  inside = g_strndup (value + 1, length - 2);
  members = g_strsplit (inside, ",", -1);
  for (gsize i = 0; members[i] != NULL; i++)
    {
      g_autofree char *member = in_words (g_strstrip (members[i]));

      if (member == NULL)
        return NULL;
      if (i > 0)
        /* Translators: between alternatives and between the members of a list of dates. */
        g_string_append (words, value[0] == '[' ? _(" or ") : _(" and "));
      g_string_append (words, member);
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * asc_messages_format_date:
 * @edtf: (nullable): an EDTF or TIMEX3 value
 *
 * The value in words of the user's language, month and weekday names by the locale.
 *
 * Returns: (transfer full): the words; @edtf itself when it is not understood
 */
char *
asc_messages_format_date (const char *edtf)
{
  char *words;

  if (edtf == NULL)
    return g_strdup ("");

  words = edtf[0] == '[' || edtf[0] == '{' ? list_in_words (edtf) : in_words (edtf);

  return words != NULL ? words : g_strdup (edtf);
}
