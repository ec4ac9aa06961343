/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-text-search.h"

static void
assert_hits (const char *utf8, const char *needle, const char *expected)
{
  g_autoptr (AscText) text = asc_text_new (utf8, -1);
  g_autoptr (GArray)  hits = asc_text_search (text, needle, G_MAXUINT);
  g_autoptr (GString) seen = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (seen, "%s%u-%u", i ? " " : "", g_array_index (hits, AscSpan, i).start, g_array_index (hits, AscSpan, i).end);
  g_assert_cmpstr (seen->str, ==, expected);
}

static void
test_cases (void)
{
  assert_hits ("Zürich, ZÜRICH und zürich", "zürich", "0-6 8-14 19-25");
  assert_hits ("Zürich, ZÜRICH und zürich", "ZÜRICH", "0-6 8-14 19-25");
  assert_hits ("МОСКВА и Москва", "москва", "0-6 9-15");
  assert_hits ("ΟΔΟΣ οδός οδος", "οδος", "0-4 10-14");
  assert_hits ("ΣΟΦΟΣ σοφός ς", "σ", "0-1 4-5 6-7 10-11 12-13");
  assert_hits ("Straße", "strasse", "");
  assert_hits ("273 \u212a and 1 k", "k", "4-5 12-13");
  assert_hits ("\u01c5 \u01c4 \u01c6", "\u01c6", "0-1 2-3 4-5");
}

static void
test_written_differently (void)
{
  assert_hits ("France’s, France's", "france's", "0-8 10-18");
  assert_hits ("„so“ “so” \"so\" «so»", "\"so\"", "0-4 5-9 10-14 15-19");
  assert_hits ("10\u00a0000 or 10 000 or\n10\u202f000", "10 000", "0-6 10-16 20-26");
  assert_hits ("two\nlines", "two lines", "0-9");
  assert_hits ("2010–2012", "2010-2012", "0-9");
}

static void
test_places (void)
{
  assert_hits ("aaaa", "aa", "0-2 2-4");
  assert_hits ("abc", "", "");
  assert_hits ("abc", "abcd", "");
  assert_hits ("", "a", "");
  assert_hits ("😀é😀", "😀", "0-1 2-3");
  assert_hits ("…x…", "…", "0-1 2-3");
  assert_hits ("习近平访问法国,法国总统", "法国", "5-7 8-10");
  assert_hits ("قال الرئيس إن الرئيس", "الرئيس", "4-10 14-20");
}

static void
test_max (void)
{
  g_autoptr (AscText) text = asc_text_new ("a a a a", -1);
  g_autoptr (GArray)  hits = asc_text_search (text, "A", 3);

  g_assert_cmpuint (hits->len, ==, 3);
}

/* Against the simplest way: every place, every character, for texts that have no characters of special forms. */
static void
test_random (void)
{
  static const char *const letters[] = { "a", "B", "e", "E", "z", " ", "é", "É", "語", "😀" };

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString)  haystack = g_string_new (NULL);
      g_autoptr (GString)  needle = g_string_new (NULL);
      g_autoptr (AscText)  text = NULL;
      g_autoptr (GArray)   hits = NULL;
      g_autofree gunichar *hay = NULL, *need = NULL;
      glong                n_hay, n_need;
      guint                seen = 0;

      for (int i = g_test_rand_int_range (0, 1500); i > 0; i--)
        g_string_append (haystack, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
      for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
        g_string_append (needle, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
      text = asc_text_new (haystack->str, -1);
      hits = asc_text_search (text, needle->str, G_MAXUINT);

      hay = g_utf8_to_ucs4 (haystack->str, -1, NULL, &n_hay, NULL);
      need = g_utf8_to_ucs4 (needle->str, -1, NULL, &n_need, NULL);
      for (glong i = 0; i + n_need <= n_hay;)
        {
          glong j = 0;

          while (j < n_need && g_unichar_tolower (hay[i + j]) == g_unichar_tolower (need[j]))
            j++;
          if (j < n_need)
            {
              i++;
              continue;
            }
          g_assert_cmpuint (seen, <, hits->len);
          g_assert_cmpuint (g_array_index (hits, AscSpan, seen).start, ==, i);
          g_assert_cmpuint (g_array_index (hits, AscSpan, seen).end, ==, i + n_need);
          seen++;
          i += n_need;
        }
      g_assert_cmpuint (seen, ==, hits->len);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-search/cases", test_cases);
  g_test_add_func ("/text-search/written-differently", test_written_differently);
  g_test_add_func ("/text-search/places", test_places);
  g_test_add_func ("/text-search/max", test_max);
  g_test_add_func ("/text-search/random", test_random);

  return g_test_run ();
}
