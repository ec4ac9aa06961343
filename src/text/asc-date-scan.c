/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-date-scan.h"

#include <stdlib.h>
#include <string.h>

static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July",
                                      "August", "September", "October", "November", "December" };
static const char *const weekdays[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

static void
add (GPtrArray *matches, gsize start, gsize end, const char *rule, char *value)
{
  AscDateMatch *match = g_new0 (AscDateMatch, 1);

  match->span = ASC_SPAN (start, end);
  match->type = ASC_DATE_TYPE_DATE;
  match->value = value;
  match->rule = rule;
  g_ptr_array_add (matches, match);
}

static guint
number (const char **at)
{
  guint n = 0, n_digits = 0;

  while (g_ascii_isdigit (**at) && n_digits++ < 4)
    n = n * 10 + (guint) g_ascii_digit_value (*(*at)++);
  return g_ascii_isdigit (**at) ? 0 : n;
}

static const char *
scan_month (const char *after, guint month, int anchor_year, char **value)
{
  const char *p = after;
  guint day = 0, year = 0;

  if (*p == ' ' && g_ascii_isdigit (p[1]))
    {
      const char *q = p + 1;
      guint n = number (&q);

      if (n >= 1 && n <= 31)
        {
          day = n;
          p = q;
          if (p[0] == ',' && p[1] == ' ' && g_ascii_isdigit (p[2]))
            q = p + 2;
          else if (p[0] == ' ' && g_ascii_isdigit (p[1]))
            q = p + 1;
          else
            q = NULL;
          n = q != NULL ? number (&q) : 0;
          if (n >= 1000)
            {
              year = n;
              p = q;
            }
        }
      else if (n >= 1000)
        {
          year = n;
          p = q;
        }
    }
  if (year == 0)
    year = (guint) anchor_year;
  *value = day != 0 ? (year ? g_strdup_printf ("%04u-%02u-%02u", year, month, day) : g_strdup_printf ("XXXX-%02u-%02u", month, day))
                    : (year ? g_strdup_printf ("%04u-%02u", year, month) : g_strdup_printf ("XXXX-%02u", month));
  return p;
}

void
asc_date_scan (const char *language, const char *utf8, gsize from_bytes, gsize to_bytes, const char *anchor,
               GPtrArray *matches)
{
  gboolean english = language != NULL && g_str_has_prefix (language, "en");
  GDate anchor_date;
  gsize i = from_bytes;

  g_date_clear (&anchor_date, 1);
  if (anchor != NULL && strlen (anchor) >= 10)
    {
      int y = atoi (anchor), m = atoi (anchor + 5), d = atoi (anchor + 8);

      if (y > 0 && g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
        g_date_set_dmy (&anchor_date, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
    }
  while (i < to_bytes)
    {
      const char *p = utf8 + i;
      gsize end = i;

      if (i > 0 && (g_ascii_isalnum (p[-1]) || ((guchar) p[-1] & 0x80)))
        {
          i++;
          continue;
        }
      if (g_ascii_isdigit (*p))
        {
          const char *q = p;
          guint year = number (&q), month, day;

          if (q - p == 4 && *q == '-' && (q++, month = number (&q)) >= 1 && month <= 12 && *q == '-' &&
              (q++, day = number (&q)) >= 1 && year > 0 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
            {
              end = (gsize) (q - utf8);
              add (matches, i, end, "iso-date", g_strdup_printf ("%04u-%02u-%02u", year, month, day));
            }
        }
      else if (english && g_ascii_isupper (*p))
        {
          for (guint k = 0; k < G_N_ELEMENTS (months) && end == i; k++)
            if (g_str_has_prefix (p, months[k]) && !g_ascii_isalpha (p[strlen (months[k])]))
              {
                char *value = NULL;
                const char *after = scan_month (p + strlen (months[k]), k + 1,
                                                g_date_valid (&anchor_date) ? g_date_get_year (&anchor_date) : 0, &value);

                end = (gsize) (after - utf8);
                add (matches, i, end, "month", value);
              }
          for (guint k = 0; k < G_N_ELEMENTS (weekdays) && end == i; k++)
            if (g_str_has_prefix (p, weekdays[k]) && !g_ascii_isalpha (p[strlen (weekdays[k])]))
              {
                GDate date = anchor_date;

                end = i + strlen (weekdays[k]);
                if (g_date_valid (&date))
                  {
                    g_date_subtract_days (&date, ((guint) g_date_get_weekday (&date) + 7 - (k + 1)) % 7);
                    add (matches, i, end, "weekday",
                         g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), (guint) g_date_get_month (&date), g_date_get_day (&date)));
                  }
                else
                  add (matches, i, end, "weekday", g_strdup_printf ("XXXX-WXX-%u", k + 1));
              }
        }
      i = MAX (end, i + 1);
    }
}
