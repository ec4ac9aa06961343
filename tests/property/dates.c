/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random text and shuffled pieces of dates: what is found is in order, apart, inside the text and has a value that is one;
 * looking at one place finds what reading the whole text finds there. */
#include "property.h"

#include <string.h>

#include "asc-date-finder.h"
#include "asc-edtf.h"

#define N_ROUNDS 600

static const char *const pieces[] = {
  "March", "May", "Sept.", "Sun.", "Friday", "monday", "5", "31", "29", "2013", "'98", "1980", "s", "80s", "the", "last", "next", "this",
  "past", "two", "twenty", "-", "one", "hundred", "thousand million", "99999999999999", "0000", "9999", "20130322", "2013-03-22", "T10:00",
  "3/22/13", "22.03.2013", "of", "and a half", "weeks", "months", "years", "decades", "century", "ago", "later", "earlier", "before", "after",
  "from now", "every", "a", "an", "day", "night", "morning", "noon", "10", "a.m.", "p.m", "GMT", "10:30", "24:00", ":", "/", ",", ".", "(", ")",
  "first", "second", "third", "quarter", "half", "q", "Q3", "H1", "Christmas", "Easter", "Thanksgiving", "fall", "summer", "early", "late",
  "mid-", "the end of", "now", "recent", "the future", "daily", "weekly", "between", "from", "to", "and", "or", "BC", "A.D.", "week", "53", "old",
  "said", "will", "to be", "\n", "\n\n", "letzte", "Woche", "vor", "Jahren", "Montagabend", "fünfundzwanzig", "dreijährige", "Uhr", "il y a",
  "semaine", "dernière", "l'été", "aujourd'hui", "quatre-vingt-dix-neuf", "XIXe siècle", "½", "“", "’s", "$", "%", "Feb. 29", "February 30",
};

static char *
shuffled_new (GRand *rand)
{
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 0, 60);

  for (int i = 0; i < n; i++)
    {
      g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      if (g_rand_int_range (rand, 0, 8) > 0)
        g_string_append_c (text, ' ');
    }
  return g_string_free_and_steal (text);
}

static void
check_match (const AscDateMatch *match, guint last_end, guint length)
{
  g_test_message ("%u-%u %s (%s)", match->span.start, match->span.end, match->value, match->rule);
  g_assert_cmpuint (match->span.start, >=, last_end);
  g_assert_cmpuint (match->span.end, >, match->span.start);
  g_assert_cmpuint (match->span.end, <=, length);
  g_assert_true (asc_edtf_is_valid (match->value));
  for (guint i = 0; match->candidates != NULL && match->candidates[i] != NULL; i++)
    {
      g_assert_true (asc_edtf_is_valid (match->candidates[i]));
      g_assert_cmpstr (match->candidates[i], !=, match->value);
    }
}

static void
check_text (GRand *rand, const char *utf8)
{
  static const char *const languages[] = { "en", "de", "fr", "zh", NULL };
  static const char *const anchors[] = { "2013-03-22", "2016-02-29T23:59", "2013-03", "2013", "0001-01-01", "9999-12-31", "nonsense", NULL };
  const char *anchor = anchors[g_rand_int_range (rand, 0, G_N_ELEMENTS (anchors))];
  g_autoptr (AscDateFinder) finder = asc_date_finder_new (languages[g_rand_int_range (rand, 0, G_N_ELEMENTS (languages))]);
  g_autoptr (AscText) text = asc_text_new (utf8, -1);
  g_autoptr (GPtrArray) matches = NULL;
  guint end = 0, length;

  if (text == NULL)
    return;
  length = asc_text_get_length (text);
  matches = asc_date_finder_find (finder, text, anchor);
  for (guint i = 0; i < matches->len; i++)
    {
      const AscDateMatch *match = g_ptr_array_index (matches, i);
      g_autoptr (AscDateMatch) at = asc_date_finder_at (finder, text, anchor, match->span.start);
      g_autoptr (AscDateMatch) resolved = asc_date_finder_resolve (finder, text, anchor, &match->span);

      check_match (match, end, length);
      g_assert_nonnull (at);
      g_assert_true (asc_span_equal (&at->span, &match->span));
      g_assert_cmpstr (at->value, ==, match->value);
      g_assert_nonnull (resolved);
      g_assert_cmpstr (resolved->value, ==, match->value);
      end = match->span.end;
    }
  for (int i = 0; i < 5 && length > 0; i++)
    {
      AscSpan span = ASC_SPAN ((guint) g_rand_int_range (rand, 0, (gint32) length + 1), length);
      g_autoptr (AscDateMatch) resolved = NULL;

      span.end = (guint) g_rand_int_range (rand, (gint32) span.start, (gint32) length + 1);
      resolved = asc_date_finder_resolve (finder, text, anchor, &span);
      if (resolved != NULL)
        g_test_message ("resolved %s (%s)", resolved->value, resolved->rule);
      if (resolved != NULL)
        g_assert_true (asc_edtf_is_valid (resolved->value));
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = property_rand_new ();

  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *text = property_text_new (rand, 200);

      check_text (rand, text);
    }
}

static void
test_shuffled (void)
{
  g_autoptr (GRand) rand = property_rand_new ();

  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *text = shuffled_new (rand);

      g_test_message ("%s", text);
      check_text (rand, text);
    }
}

/* What is written comes back, and stays as it is. */
static void
test_values (void)
{
  static const char alphabet[] = "0123456789XXPTWQHDYMSZ--::/..?~%+";
  g_autoptr (GRand) rand = property_rand_new ();

  for (int i = 0; i < 100 * N_ROUNDS; i++)
    {
      char value[16];
      int n = g_rand_int_range (rand, 0, G_N_ELEMENTS (value));
      g_autofree char *normal = NULL;

      for (int k = 0; k < n; k++)
        value[k] = alphabet[g_rand_int_range (rand, 0, G_N_ELEMENTS (alphabet) - 1)];
      value[n] = '\0';
      normal = asc_edtf_normalise (value);
      if (normal != NULL)
        {
          g_autofree char *again = asc_edtf_normalise (normal);
          AscEdtfDay first, last;

          g_assert_cmpstr (again, ==, normal);
          if (asc_edtf_earliest (normal, &first) && asc_edtf_latest (normal, &last) && strchr (normal, '/') == NULL)
            g_assert_cmpint (asc_edtf_day_compare (&first, &last), <=, 0);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dates/random", test_random);
  g_test_add_func ("/dates/shuffled", test_shuffled);
  g_test_add_func ("/dates/values", test_values);
  return g_test_run ();
}
