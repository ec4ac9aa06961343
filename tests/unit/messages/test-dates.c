/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "asc-messages.h"

static void
test_words (void)
{
  static const struct { const char *value; const char *words; } cases[] = {
    { "2024-07-04", "Thu 4 July 2024" },
    { "2024-07", "July 2024" },
    { "2024", "2024" },
    { "202X", "the 2020s" },
    { "19XX", "1900–1999" },
    { "XXXX-07-04", "4 July" },
    { "XXXX-07", "July" },
    { "2024-07-XX", "a day in July 2024" },
    { "2024-XX", "a month of 2024" },
    { "2024-W27", "week 27 of 2024" },
    { "2024-W27-WE", "weekend of week 27 of 2024" },
    { "2024-W27-4", "Thursday of week 27 of 2024" },
    { "XXXX-WXX-1", "a Monday" },
    { "2024-Q3", "third quarter of 2024" },
    { "2024-34", "second quarter of 2024" },
    { "2024-H1", "first half of 2024" },
    { "2024-SU", "summer 2024" },
    { "2024-21", "spring 2024" },
    { "2024-WI", "winter 2024" },
    { "2024-07-04T14:30", "Thu 4 July 2024, 14:30" },
    { "2024-07-04T14:30:05Z", "Thu 4 July 2024, 14:30:05 UTC" },
    { "2024-07-04T14:30+02:00", "Thu 4 July 2024, 14:30 UTC+02:00" },
    { "2024-07-04TMO", "Thu 4 July 2024, morning" },
    { "T09:00", "09:00" },
    { "P3D", "3 days" },
    { "P1D", "1 day" },
    { "P1Y6M", "1 year, 6 months" },
    { "PT2H30M", "2 hours, 30 minutes" },
    { "P2W", "2 weeks" },
    { "PXD", "some days" },
    { "2024-07-04/2024-07-06", "Thu 4 July 2024 – Sat 6 July 2024" },
    { "2024-07/..", "from July 2024 on" },
    { "../2024", "until 2024" },
    { "2024-07-04~", "about Thu 4 July 2024" },
    { "2024?", "2024 (uncertain)" },
    { "2024-07%", "about July 2024 (uncertain)" },
    { "[2023, 2024]", "2023 or 2024" },
    { "{2023,2024}", "2023 and 2024" },
    { "198", "the 1980s" },
    { "198X", "the 1980s" },
    { "19", "1900–1999" },
    { "P2DE", "2 decades" },
    { "P1CE", "1 century" },
    { "PXDE", "some decades" },
    { "P2.5Y", "2.5 years" },
    { "P1QT12H", "1 quarter, 12 hours" },
    { "2016-09?", "September 2016 (uncertain)" },
    { "2016-09?/2016-11", "September 2016 (uncertain) – November 2016" },
    { "-0043", "44 BC" },
    { "2024-07-04T10", "Thu 4 July 2024, 10:00" },
    { "XXXX-XX-XXT10:00", "10:00" },
    { "XXXX-XX-XX", "a day" },
    { "XXXX-WXX", "a week" },
    { "XXXX-SU", "summer" },
    { "XXXX-QX", "a quarter" },
    { "/2020", "until 2020" },
    { "PAST_REF", "in the past" },
    { "PRESENT_REF", "at present" },
    { "FUTURE_REF", "in the future" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = asc_messages_format_date (cases[i].value);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* What is not understood is shown as it is, and nothing crashes. */
static void
test_unknown (void)
{
  static const char *values[] = {
    "", "x", "2024-13", "2024-02-30", "2024-00-01", "20245", "P", "PT", "P3", "P-3D", "PX", "2024-W54", "2024-W", "2024-Q5",
    "2024-07-04T", "2024-07-04T99", "/", "../..", "[", "[]", "[2024", "{2024]", "?", "~~", "2024-07-04-05", "T", "2024-W27-9", "日付",
    "2024-0X-04",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *words = asc_messages_format_date (values[i]);

      g_assert_cmpstr (words, ==, values[i]);
    }

  {
    g_autofree char *nothing = asc_messages_format_date (NULL);

    g_assert_cmpstr (nothing, ==, "");
  }
}

/* Every day of a leap year and the years around it has words of its own. */
static void
test_every_day (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GDateTime) day = g_date_time_new_utc (2023, 1, 1, 0, 0, 0);

  for (guint i = 0; i < 3 * 366; i++)
    {
      g_autofree char *value = g_date_time_format (day, "%Y-%m-%d");
      char *words = asc_messages_format_date (value);
      GDateTime *next = g_date_time_add_days (day, 1);

      g_assert_cmpstr (words, !=, value);
      g_assert_true (g_hash_table_add (seen, words));
      g_date_time_unref (day);
      day = next;
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  g_test_add_func ("/dates/words", test_words);
  g_test_add_func ("/dates/unknown", test_unknown);
  g_test_add_func ("/dates/every-day", test_every_day);

  return g_test_run ();
}
