/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-file-values.h"

static void
test_names (void)
{
  static const char * const valid[] = { "a", "Z", "claim", "quoted-in", "a_b-c9",
    "a234567890123456789012345678901234567890123456789012345678901234" };
  static const char * const invalid[] = { "", "1a", "-a", "_a", "a b", "a.b", "é", "aé", "a\n",
    "a2345678901234567890123456789012345678901234567890123456789012345" };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (asc_file_name_is_valid (valid[i]));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (asc_file_name_is_valid (invalid[i]));
  g_assert_false (asc_file_name_is_valid (NULL));
}

static void
test_times (void)
{
  static const struct { const char *text; gint64 seconds; const char *written; } cases[] = {
    { "1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z" },
    { "2026-08-26T10:00:02Z", 1787738402, "2026-08-26T10:00:02Z" },
    { "2026-08-26T12:00:02+02:00", 1787738402, "2026-08-26T10:00:02Z" },
    { "2026-08-26T10:00:02.999Z", 1787738402, "2026-08-26T10:00:02Z" },
    { "1969-12-31T23:59:59Z", -1, "1969-12-31T23:59:59Z" },
    { "0900-01-01T00:00:00Z", -33765897600, "0900-01-01T00:00:00Z" },
    { "9999-12-31T23:59:59Z", 253402300799, "9999-12-31T23:59:59Z" },
  };
  static const char * const invalid[] = {
    "", "yesterday", "2026-08-26", "2026-08-26T10:00:02", "2026-02-30T10:00:00Z", "2026-08-26T25:00:00Z", "10:00:00Z",
  };
  gint64 seconds = 42;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *written = NULL;

      g_assert_true (asc_file_time_parse (cases[i].text, &seconds));
      g_assert_cmpint (seconds, ==, cases[i].seconds);
      written = asc_file_time_write (seconds);
      g_assert_cmpstr (written, ==, cases[i].written);
    }

  seconds = 42;
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (asc_file_time_parse (invalid[i], &seconds));
  g_assert_false (asc_file_time_parse (NULL, &seconds));
  g_assert_cmpint (seconds, ==, 42);
  g_assert_null (asc_file_time_write (G_MAXINT64));
  g_assert_null (asc_file_time_write (G_MININT64));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-values/names", test_names);
  g_test_add_func ("/file-values/times", test_times);
  return g_test_run ();
}
