/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-offsets.h"

#include <string.h>

static void
test_mixed (void)
{
  /*                           code points 0 1 2  3 4;  bytes 0 1 3 6 10;  UTF-16 0 1 2 3 5 */
  const char            *text = "aé王😀b";
  g_autoptr (AscOffsets) offsets = asc_offsets_new (text, strlen (text));
  const gsize            bytes[] = { 0, 1, 3, 6, 10, 11 };
  const guint            utf16[] = { 0, 1, 2, 3, 5, 6 };

  g_assert_cmpuint (asc_offsets_get_n_chars (offsets), ==, 5);
  g_assert_cmpuint (asc_offsets_get_n_bytes (offsets), ==, 11);
  g_assert_cmpuint (asc_offsets_get_n_utf16 (offsets), ==, 6);
  g_assert_true (asc_offsets_has_astral (offsets));

  for (guint i = 0; i <= 5; i++)
    {
      g_assert_cmpuint (asc_offsets_chars_to_bytes (offsets, i), ==, bytes[i]);
      g_assert_cmpuint (asc_offsets_chars_to_utf16 (offsets, i), ==, utf16[i]);
      g_assert_cmpuint (asc_offsets_bytes_to_chars (offsets, bytes[i]), ==, i);
      g_assert_cmpuint (asc_offsets_utf16_to_chars (offsets, utf16[i]), ==, i);
    }
}

static void
test_inside_and_past (void)
{
  const char            *text = "aé王😀b";
  g_autoptr (AscOffsets) offsets = asc_offsets_new (text, strlen (text));

  g_assert_cmpuint (asc_offsets_bytes_to_chars (offsets, 2), ==, 1);
  g_assert_cmpuint (asc_offsets_bytes_to_chars (offsets, 5), ==, 2);
  g_assert_cmpuint (asc_offsets_bytes_to_chars (offsets, 9), ==, 3);
  g_assert_cmpuint (asc_offsets_utf16_to_chars (offsets, 4), ==, 3);

  g_assert_cmpuint (asc_offsets_chars_to_bytes (offsets, 99), ==, 11);
  g_assert_cmpuint (asc_offsets_chars_to_utf16 (offsets, 99), ==, 6);
  g_assert_cmpuint (asc_offsets_bytes_to_chars (offsets, 99), ==, 5);
  g_assert_cmpuint (asc_offsets_utf16_to_chars (offsets, 99), ==, 5);
}

static void
test_plain (void)
{
  g_autoptr (AscOffsets) ascii = asc_offsets_new ("plain", 5);
  g_autoptr (AscOffsets) empty = asc_offsets_new ("", 0);
  g_autoptr (AscOffsets) none = asc_offsets_new (NULL, 0);
  g_autoptr (AscOffsets) accents = asc_offsets_new ("éé", 4);

  g_assert_cmpuint (asc_offsets_chars_to_bytes (ascii, 3), ==, 3);
  g_assert_cmpuint (asc_offsets_utf16_to_chars (ascii, 9), ==, 5);
  g_assert_false (asc_offsets_has_astral (ascii));
  g_assert_cmpuint (asc_offsets_chars_to_bytes (empty, 1), ==, 0);
  g_assert_cmpuint (asc_offsets_get_n_chars (none), ==, 0);
  g_assert_cmpuint (asc_offsets_chars_to_utf16 (accents, 1), ==, 1);
  g_assert_false (asc_offsets_has_astral (accents));
}

/* The fixtures of every exporter: B has its emoji before all annotations, so that a wrong unit
 * shows. */
static void
test_fixture (void)
{
  const char            *text = "😀 Dr. Wang Zhisheng stated on July 4 that the two officials held dual roles.";
  g_autoptr (AscOffsets) offsets = asc_offsets_new (text, strlen (text));

  g_assert_cmpuint (asc_offsets_get_n_chars (offsets), ==, 76);
  g_assert_cmpuint (asc_offsets_get_n_utf16 (offsets), ==, 77);
  g_assert_cmpuint (asc_offsets_get_n_bytes (offsets), ==, 79);
  g_assert_cmpuint (asc_offsets_chars_to_utf16 (offsets, 2), ==, 3);
  g_assert_cmpuint (asc_offsets_chars_to_bytes (offsets, 2), ==, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offsets/mixed", test_mixed);
  g_test_add_func ("/offsets/inside-and-past", test_inside_and_past);
  g_test_add_func ("/offsets/plain", test_plain);
  g_test_add_func ("/offsets/fixture", test_fixture);
  return g_test_run ();
}
