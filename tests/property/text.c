/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slices, quotes and the nearest occurrence against the obvious way to find them. */
#include "asc-text.h"

#include "property.h"

#include <string.h>

static void
check_nearest (AscText *text, const char *needle, guint near)
{
  const char *utf8 = asc_text_get_utf8 (text);
  guint       n = 0, n_hits, best = 0;
  gboolean    is_any = FALSE;
  AscSpan     hit;

  for (guint i = 0; i < asc_text_get_length (text); i++, utf8 = g_utf8_next_char (utf8))
    if (g_str_has_prefix (utf8, needle))
      {
        n++;
        if (!is_any || ABS ((int) i - (int) near) < ABS ((int) best - (int) near))
          best = i;
        is_any = TRUE;
      }

  g_assert_cmpint (asc_text_find_nearest (text, needle, near, &hit, &n_hits), ==, is_any);
  g_assert_cmpuint (n_hits, ==, n);
  if (is_any)
    {
      g_assert_cmpuint (hit.start, ==, best);
      g_assert_true (asc_text_matches (text, &hit, needle));
      g_assert_true (asc_text_find_nearest (text, needle, near, &hit, NULL));
      g_assert_cmpuint (hit.start, ==, best);
    }
}

static void
test_nearest (void)
{
  g_autoptr (GRand) rand = property_rand_new ();

  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (GString) utf8 = g_string_new (NULL);
      g_autoptr (GString) needle = g_string_new (NULL);
      g_autoptr (AscText) text = NULL;

      /* Two letters only, so that needles overlap themselves. */
      for (int i = g_rand_int_range (rand, 0, 60); i > 0; i--)
        g_string_append (utf8, g_rand_int_range (rand, 0, 3) == 0 ? "é" : "a");
      for (int i = g_rand_int_range (rand, 1, 7); i > 0; i--)
        g_string_append (needle, g_rand_int_range (rand, 0, 3) == 0 ? "é" : "a");

      text = asc_text_new (utf8->str, (gssize) utf8->len);
      check_nearest (text, needle->str, (guint) g_rand_int_range (rand, 0, (int) asc_text_get_length (text) + 3));
    }
}

static void
test_slices (void)
{
  g_autoptr (GRand) rand = property_rand_new ();

  for (int round = 0; round < 1000; round++)
    {
      g_autofree char    *utf8 = property_text_new (rand, 300);
      g_autoptr (AscText) text = asc_text_new (utf8, -1);
      int                 length = (int) g_utf8_strlen (utf8, -1);
      guint               start = (guint) g_rand_int_range (rand, 0, length + 1);
      guint               end = (guint) g_rand_int_range (rand, (int) start, length + 1);
      g_autofree char    *expected = g_utf8_substring (utf8, start, end);
      g_autofree char    *slice = asc_text_slice (text, &ASC_SPAN (start, end));

      g_assert_cmpstr (slice, ==, expected);
      g_assert_cmpint (asc_text_matches (text, &ASC_SPAN (start, end), expected), ==, start < end);
      g_assert_cmpuint (asc_text_char_at (text, start), ==, g_utf8_get_char (g_utf8_offset_to_pointer (utf8, start)));
      if (start < end)
        check_nearest (text, expected, (guint) g_rand_int_range (rand, 0, length + 1));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/nearest", test_nearest);
  g_test_add_func ("/text/slices", test_slices);
  return g_test_run ();
}
