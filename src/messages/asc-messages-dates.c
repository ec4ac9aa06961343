/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of date expressions in words: EDTF (ISO 8601-2) and what TIMEX3 adds to it: weeks, quarters, seasons, parts of a day, PAST_REF.
 *
 * Each part_… function reads one form and returns NULL for what is not it; a value that nobody understands is shown as it is.
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "asc-messages.h"

static char *in_words (const char *value);

static gboolean
is_digits (const char *string,
           gsize       n)
{
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isdigit (string[i]))
      return FALSE;

  return TRUE;
}

static guint
number (const char *string,
        gsize       n)
{
  guint value = 0;

  for (gsize i = 0; i < n; i++)
    value = value * 10 + (guint) (string[i] - '0');

  return value;
}

/* Month names and weekdays are the locale's, through GDateTime. */
static char *
format_day (guint       year,
            guint       month,
            guint       day,
            const char *pattern)
{
  g_autoptr (GDateTime) date = NULL;

  if (!g_date_valid_dmy (day, month, year))
    return NULL;

  date = g_date_time_new_utc (year, month, day, 0, 0, 0);

  return date != NULL ? g_date_time_format (date, pattern) : NULL;
}

static char *
format_month (guint       month,
              const char *pattern)
{
  return format_day (2000, month, 1, pattern);
}

/* "2024", "202X", "20XX", "XXXX" (no year: ""). */
static char *
part_year (const char *value)
{
  if (strlen (value) != 4)
    return NULL;
  if (g_str_equal (value, "XXXX"))
    return g_strdup ("");
  if (is_digits (value, 4))
    return g_strdup_printf ("%u", number (value, 4));
  if (is_digits (value, 3) && value[3] == 'X')
    /* Translators: a decade, such as “the 2020s”. */
    return g_strdup_printf (_("the %us"), number (value, 3) * 10);
  if (is_digits (value, 2) && g_str_equal (value + 2, "XX"))
    /* Translators: a century by its first and last year: “1900–1999”. */
    return g_strdup_printf (_("%u–%u"), number (value, 2) * 100, number (value, 2) * 100 + 99);

  return NULL;
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

static const char *
season_name (const char *code)
{
  static const struct { const char *codes[4]; const char *name; } seasons[] = {
    { { "SP", "21", "25", "29" }, NC_("season", "spring") },
    { { "SU", "22", "26", "30" }, NC_("season", "summer") },
    { { "FA", "23", "27", "31" }, NC_("season", "autumn") },
    { { "WI", "24", "28", "32" }, NC_("season", "winter") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (seasons); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (seasons[i].codes); j++)
      if (g_str_equal (code, seasons[i].codes[j]))
        return g_dpgettext2 (NULL, "season", seasons[i].name);

  return NULL;
}

/* Which quarter or half of a year: "Q3" and EDTF's 33…36; "H1" and EDTF's 40 and 41. 0 when it is none. */
static guint
quarter_number (const char *code)
{
  if (strlen (code) != 2)
    return 0;
  if (code[0] == 'Q' && code[1] >= '1' && code[1] <= '4')
    return (guint) (code[1] - '0');
  if (code[0] == '3' && code[1] >= '3' && code[1] <= '6')
    return (guint) (code[1] - '2');

  return 0;
}

static guint
half_number (const char *code)
{
  if (g_str_equal (code, "H1") || g_str_equal (code, "40"))
    return 1;
  if (g_str_equal (code, "H2") || g_str_equal (code, "41"))
    return 2;

  return 0;
}

static char *
of_year (char       *part,
         const char *year)
{
  g_autofree char *owned = part;

  if (*year == '\0')
    return g_steal_pointer (&owned);

  /* Translators: “week 27 of 2024”, “third quarter of 2024”. */
  return g_strdup_printf (C_("part of a year", "%1$s of %2$s"), owned, year);
}

/* What follows the year when it is no month: a season, quarter or half. */
static char *
part_of_year (const char *code,
              const char *year)
{
  const char *season = season_name (code);
  guint quarter = quarter_number (code);
  guint half = half_number (code);

  if (season != NULL)
    return with_year (season, year);

  switch (quarter)
    {
    case 1:
      return of_year (g_strdup (_("first quarter")), year);
    case 2:
      return of_year (g_strdup (_("second quarter")), year);
    case 3:
      return of_year (g_strdup (_("third quarter")), year);
    case 4:
      return of_year (g_strdup (_("fourth quarter")), year);
    default:
      break;
    }

  if (half == 1)
    return of_year (g_strdup (_("first half")), year);
  if (half == 2)
    return of_year (g_strdup (_("second half")), year);

  return NULL;
}

/* "27", "27-4", "27-WE", "XX-1": what follows "W". */
static char *
part_week (const char *rest,
           const char *year)
{
  g_autofree char *weekday = NULL;

  if (strlen (rest) == 4 && rest[2] == '-' && rest[3] >= '1' && rest[3] <= '7')
    weekday = format_day (2024, 1, (guint) (rest[3] - '0'), "%A");   /* 1 January 2024 was a Monday */

  if (g_str_has_prefix (rest, "XX-") && weekday != NULL)
    /* Translators: no particular one; %s is a weekday. */
    return g_strdup_printf (_("a %s"), weekday);
  if (strlen (rest) < 2 || !is_digits (rest, 2) || number (rest, 2) < 1 || number (rest, 2) > 53)
    return NULL;
  if (rest[2] == '\0')
    return of_year (g_strdup_printf (_("week %u"), number (rest, 2)), year);
  if (g_str_equal (rest + 2, "-WE"))
    return of_year (g_strdup_printf (_("weekend of week %u"), number (rest, 2)), year);
  if (weekday != NULL)
    return of_year (g_strdup_printf (_("%s of week %u"), weekday, number (rest, 2)), year);

  return NULL;
}

static char *
part_day (guint       year,
          guint       month,
          const char *day)
{
  if (strlen (day) != 2)
    return NULL;
  if (g_str_equal (day, "XX"))
    {
      g_autofree char *name = year != 0 ? format_day (year, month, 1, _("%OB %Y")) : format_month (month, "%OB");

      /* Translators: %s is a month, such as “July 2024”. */
      return g_strdup_printf (_("a day in %s"), name);
    }
  if (!is_digits (day, 2))
    return NULL;
  if (year == 0)
    /* Translators: a date without a year, for g_date_time_format(): “4 July”. */
    return format_day (2000, month, number (day, 2), _("%-d %B"));

  /* Translators: a date, for g_date_time_format(): “Thu 4 July 2024”. */
  return format_day (year, month, number (day, 2), _("%a %-d %B %Y"));
}

/* A date without a time: "2024-07-04", "2024-07", "2024", "XXXX-07-04", "2024-W27", "2024-SU". */
static char *
part_date (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "-", 3);
  guint n = g_strv_length (parts);
  g_autofree char *year = n > 0 ? part_year (parts[0]) : NULL;
  guint year_number = 0;
  guint month;

  if (year == NULL)
    return NULL;
  if (n == 1)
    return *year != '\0' ? g_steal_pointer (&year) : NULL;
  if (is_digits (parts[0], 4))
    year_number = number (parts[0], 4);

  if (parts[1][0] == 'W' && !g_str_equal (parts[1], "WI"))
    {
      g_autofree char *rest = n == 3 ? g_strconcat (parts[1] + 1, "-", parts[2], NULL) : g_strdup (parts[1] + 1);

      return part_week (rest, year);
    }

  if (g_str_equal (parts[1], "XX"))
    /* Translators: the month is not known; %s is a year. */
    return n == 2 && *year != '\0' ? g_strdup_printf (_("a month of %s"), year) : NULL;

  if (n == 2)
    {
      char *part = part_of_year (parts[1], year);

      if (part != NULL)
        return part;
    }

  if (strlen (parts[1]) != 2 || !is_digits (parts[1], 2))
    return NULL;

  month = number (parts[1], 2);
  if (month < 1 || month > 12)
    return NULL;
  if (n == 3)
    return year_number != 0 || *year == '\0' ? part_day (year_number, month, parts[2]) : NULL;
  if (year_number != 0)
    /* Translators: a month, for g_date_time_format(): “July 2024”. */
    return format_day (year_number, month, 1, _("%OB %Y"));

  {
    g_autofree char *name = format_month (month, "%OB");

    return with_year (name, year);
  }
}

/* "14:30", "14:30:05", each with "Z" or an offset; or TIMEX3's MO, AF, EV, NI, DT. */
static char *
part_time (const char *time)
{
  static const struct { const char *code; const char *name; } parts[] = {
    { "MO", NC_("part of a day", "morning") },
    { "MI", NC_("part of a day", "midday") },
    { "AF", NC_("part of a day", "afternoon") },
    { "EV", NC_("part of a day", "evening") },
    { "NI", NC_("part of a day", "night") },
    { "DT", NC_("part of a day", "daytime") },
  };
  const char *zone;
  g_autofree char *clock = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (time, parts[i].code))
      return g_strdup (g_dpgettext2 (NULL, "part of a day", parts[i].name));

  if (strlen (time) < 2 || !is_digits (time, 2) || number (time, 2) > 24)
    return NULL;
  if (time[2] == '\0')
    return g_strdup_printf ("%.2s:00", time);
  if (strlen (time) < 5 || time[2] != ':' || !is_digits (time + 3, 2))
    return NULL;

  zone = time + 5;
  if (strlen (zone) >= 3 && zone[0] == ':' && is_digits (zone + 1, 2))
    zone += 3;
  clock = g_strndup (time, (gsize) (zone - time));
  if (*zone == '\0')
    return g_steal_pointer (&clock);
  if (g_str_equal (zone, "Z"))
    return g_strdup_printf ("%s UTC", clock);
  if ((zone[0] == '+' || zone[0] == '-') && strlen (zone) >= 3)
    return g_strdup_printf ("%s UTC%s", clock, zone);

  return NULL;
}

static char *
part_date_and_time (const char *value)
{
  const char *separator = strchr (value, 'T');
  g_autofree char *date_value = NULL;
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;

  if (separator == NULL)
    return part_date (value);

  time = part_time (separator + 1);
  if (time == NULL)
    return NULL;
  if (separator == value || g_str_has_prefix (value, "XXXX-XX-XXT"))
    return g_steal_pointer (&time);

  date_value = g_strndup (value, (gsize) (separator - value));
  date = part_date (date_value);
  if (date == NULL)
    return NULL;

  /* Translators: a date and a time of day: “Thu 4 July 2024, 14:30”. */
  return g_strdup_printf (_("%1$s, %2$s"), date, time);
}

static char *
count_unit (guint    count,
            char     unit,
            gboolean is_time)
{
  switch (unit)
    {
    case 'Y':
      return g_strdup_printf (ngettext ("%u year", "%u years", count), count);
    case 'M':
      if (is_time)
        return g_strdup_printf (ngettext ("%u minute", "%u minutes", count), count);
      return g_strdup_printf (ngettext ("%u month", "%u months", count), count);
    case 'W':
      return g_strdup_printf (ngettext ("%u week", "%u weeks", count), count);
    case 'D':
      return g_strdup_printf (ngettext ("%u day", "%u days", count), count);
    case 'H':
      return g_strdup_printf (ngettext ("%u hour", "%u hours", count), count);
    case 'S':
      return g_strdup_printf (ngettext ("%u second", "%u seconds", count), count);
    default:
      return NULL;
    }
}

static char *
some_unit (char     unit,
           gboolean is_time)
{
  switch (unit)
    {
    case 'Y':
      return g_strdup (_("some years"));
    case 'M':
      return g_strdup (is_time ? _("some minutes") : _("some months"));
    case 'W':
      return g_strdup (_("some weeks"));
    case 'D':
      return g_strdup (_("some days"));
    case 'H':
      return g_strdup (_("some hours"));
    case 'S':
      return g_strdup (_("some seconds"));
    default:
      return NULL;
    }
}

/* "P3D", "P1Y6M", "PT2H", "PXD". */
static char *
part_duration (const char *value)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean is_time = FALSE;
  const char *p = value + 1;

  while (*p != '\0')
    {
      g_autofree char *words_of_unit = NULL;
      gsize n_digits = 0;

      if (*p == 'T' && !is_time)
        {
          is_time = TRUE;
          p++;
          continue;
        }

      while (g_ascii_isdigit (p[n_digits]))
        n_digits++;
      if (n_digits > 0 && n_digits < 9)
        words_of_unit = count_unit (number (p, n_digits), p[n_digits], is_time);
      else if (*p == 'X')
        words_of_unit = some_unit (p[n_digits = 1], is_time);
      if (words_of_unit == NULL)
        return NULL;

      if (words->len > 0)
        /* Translators: between the parts of a duration: “1 year, 6 months”. */
        g_string_append (words, _(", "));
      g_string_append (words, words_of_unit);
      p += n_digits + 1;
    }

  return words->len > 0 ? g_string_free_and_steal (g_steal_pointer (&words)) : NULL;
}

static char *
part_range (const char *value,
            const char *slash)
{
  g_autofree char *from = g_strndup (value, (gsize) (slash - value));
  const char *to = slash + 1;
  gboolean is_open_from = *from == '\0' || g_str_equal (from, "..");
  gboolean is_open_to = *to == '\0' || g_str_equal (to, "..");
  g_autofree char *from_words = is_open_from ? NULL : in_words (from);
  g_autofree char *to_words = is_open_to ? NULL : in_words (to);

  if ((!is_open_from && from_words == NULL) || (!is_open_to && to_words == NULL) || (is_open_from && is_open_to))
    return NULL;
  if (is_open_from)
    /* Translators: a range of time without a beginning; %s is a date. */
    return g_strdup_printf (_("until %s"), to_words);
  if (is_open_to)
    /* Translators: a range of time without an end; %s is a date. */
    return g_strdup_printf (_("from %s on"), from_words);

  /* Translators: a range of time, from a date to a date. */
  return g_strdup_printf (_("%1$s – %2$s"), from_words, to_words);
}

/* EDTF sets: "[2024,2025]" is one of them, "{2024,2025}" is all of them. */
static char *
part_set (const char *value)
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

/* NULL when @value is not understood. */
static char *
in_words (const char *value)
{
  const char *slash = strchr (value, '/');
  gsize length = strlen (value);
  g_autofree char *bare = NULL;
  g_autofree char *words = NULL;

  if (length == 0)
    return NULL;
  if (g_str_equal (value, "PAST_REF"))
    return g_strdup (_("in the past"));
  if (g_str_equal (value, "PRESENT_REF"))
    return g_strdup (_("at present"));
  if (g_str_equal (value, "FUTURE_REF"))
    return g_strdup (_("in the future"));
  if (value[0] == '[' || value[0] == '{')
    return part_set (value);
  if (slash != NULL)
    return part_range (value, slash);
  if (strchr ("?~%", value[length - 1]) == NULL)
    return value[0] == 'P' ? part_duration (value) : part_date_and_time (value);

  bare = g_strndup (value, length - 1);
  words = in_words (bare);
  if (words == NULL)
    return NULL;

  switch (value[length - 1])
    {
    case '?':
      /* Translators: %s is a date that is not certain. */
      return g_strdup_printf (_("%s (uncertain)"), words);
    case '~':
      /* Translators: %s is an approximate date or duration. */
      return g_strdup_printf (_("about %s"), words);
    default:
      /* Translators: %s is a date that is approximate and not certain. */
      return g_strdup_printf (_("about %s (uncertain)"), words);
    }
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

  words = in_words (edtf);

  return words != NULL ? words : g_strdup (edtf);
}
