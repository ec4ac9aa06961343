/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-text-finder.h"

static char *
find (const char *utf8, const char *needle, guint max)
{
  g_autoptr (AscText) text = asc_text_new (utf8, -1);
  g_autoptr (GArray)  hits = asc_text_finder_find_all (text, needle, max);
  GString            *dump = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (dump, "%s%u-%u", i ? " " : "", g_array_index (hits, AscSpan, i).start, g_array_index (hits, AscSpan, i).end);
  return g_string_free (dump, FALSE);
}

#define assert_finds(text, needle, expected) G_STMT_START { \
  g_autofree char *found = find (text, needle, 100); \
  g_assert_cmpstr (found, ==, expected); \
} G_STMT_END

static void
test_find (void)
{
  assert_finds ("to be or not to be", "be", "3-5 16-18");
  assert_finds ("to be", "", "");
  assert_finds ("", "be", "");
  assert_finds ("to be", "to be or", "");
  assert_finds ("aaaa", "aa", "0-2 2-4");
  assert_finds ("aab", "ab", "1-3");
}

static void
test_case (void)
{
  assert_finds ("ÄPFEL, äpfel", "Äpfel", "0-5 7-12");
  assert_finds ("ΣΊΣΥΦΟΣ", "σίσυ", "0-4");
}

/* Offsets are code points, whatever stands before. */
static void
test_astral (void)
{
  assert_finds ("🎉🚌 vote, Vote", "vote", "3-7 9-13");
  assert_finds ("👩‍👧‍👦x", "x", "5-6");
}

static void
test_max (void)
{
  g_autofree char *found = find ("a a a a", "a", 2);

  g_assert_cmpstr (found, ==, "0-1 2-3");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-finder/find", test_find);
  g_test_add_func ("/text-finder/case", test_case);
  g_test_add_func ("/text-finder/astral", test_astral);
  g_test_add_func ("/text-finder/max", test_max);
  return g_test_run ();
}
