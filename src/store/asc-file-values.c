/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-file-values.h"

#include <string.h>

#define MAX_NAME_LENGTH 64

/**
 * asc_file_name_is_valid:
 * @name: (nullable): a name from a file
 *
 * Returns: whether @name matches `^[A-Za-z][A-Za-z0-9_-]{0,63}$`
 */
gboolean
asc_file_name_is_valid (const char *name)
{
  if (name == NULL || !g_ascii_isalpha (*name) || strlen (name) > MAX_NAME_LENGTH)
    return FALSE;

  for (; *name != '\0'; name++)
    if (!g_ascii_isalnum (*name) && *name != '_' && *name != '-')
      return FALSE;
  return TRUE;
}

/**
 * asc_file_time_write:
 * @seconds: seconds since 1970-01-01T00:00:00Z
 *
 * Returns: (transfer full) (nullable): "2026-08-26T10:00:00Z"; %NULL outside the years 1 to 9999
 */
char *
asc_file_time_write (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  if (time == NULL)
    return NULL;

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", g_date_time_get_year (time),
                          g_date_time_get_month (time), g_date_time_get_day_of_month (time),
                          g_date_time_get_hour (time), g_date_time_get_minute (time),
                          g_date_time_get_second (time));
}

/**
 * asc_file_time_parse:
 * @time: (nullable): a time with its offset from UTC
 * @seconds: (out): seconds since 1970-01-01T00:00:00Z; untouched on failure
 *
 * Returns: whether @time is a time of day on a date with "Z" or an offset
 */
gboolean
asc_file_time_parse (const char *time,
                     gint64     *seconds)
{
  g_autoptr (GDateTime) parsed = NULL;

  g_return_val_if_fail (seconds != NULL, FALSE);

  /* Without a default time zone a time without offset is refused: it would mean something else on another machine. */
  if (time != NULL)
    parsed = g_date_time_new_from_iso8601 (time, NULL);
  if (parsed == NULL)
    return FALSE;

  *seconds = g_date_time_to_unix (parsed);
  return TRUE;
}
