/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date-cases.h"

static void
test_german (void)
{
  static const DateCase cases[] = {
    { "Der Rat hat am Donnerstagabend getagt.", "Donnerstagabend TIME 2013-03-21TEV" },
    { "Am 5. Mai 2014 wird gewählt.", "5. Mai 2014 DATE 2014-05-05" },
    { "Vor zwei Jahren trat sie zurück.", "Vor zwei Jahren DATE 2011" },
    { "In der vergangenen Woche und Ende 2014.", "vergangenen Woche DATE 2013-W11 | Ende 2014 DATE 2014" },
    { "Morgen beginnt die dreijährige Sperre.", "Morgen DATE 2013-03-23 | dreijährige DURATION P3Y" },
    { "Heute um 10.30 Uhr und am 3.10.1990.", "Heute um 10.30 Uhr TIME 2013-03-22T10:30 | 3.10.1990 DATE 1990-10-03" },
    { "In den achtziger Jahren, im 19. Jahrhundert.", "den achtziger Jahren DATE 198 | 19. Jahrhundert DATE 18" },
    { "Nach zweieinhalb Jahren, in denen fünfundzwanzig Tage fehlten.", "zweieinhalb Jahren DURATION P2.5Y | fünfundzwanzig Tage DURATION P25D" },
    { "Der 26-Jährige und 2000 Euro.", "" },
  };

  CHECK ("de-AT", cases);
}

static void
test_french (void)
{
  static const DateCase cases[] = {
    { "Le ministre a parlé mardi.", "mardi DATE 2013-03-19" },
    { "La loi sera votée la semaine prochaine.", "la semaine prochaine DATE 2013-W13" },
    { "Il y a deux ans, il partait.", "Il y a deux ans DATE 2011" },
    { "Le 1er janvier 2012 et l'été dernier.", "Le 1er janvier 2012 DATE 2012-01-01 | l'été dernier DATE 2012-SU" },
    { "Aujourd'hui à 10h30, jeudi soir.", "Aujourd'hui à 10h30 TIME 2013-03-22T10:30 | jeudi soir TIME 2013-03-21TEV" },
    { "Deux fois par semaine, tous les jours.", "Deux fois par semaine SET P1W | tous les jours SET P1D" },
    { "Il a été élu, sur Mars, à 26 ans et plus.", "" },
  };

  CHECK ("fr", cases);
}

static void
test_no_language (void)
{
  static const DateCase cases[] = { { "2024-07-04, March 5, 03.05.2011, 14/07/1789.", "2024-07-04 DATE 2024-07-04 | 03.05.2011 DATE 2011-05-03 | 14/07/1789 DATE 1789-07-14" } };

  CHECK ("zh", cases);
  CHECK (NULL, cases);
}

static void
test_no_anchor (void)
{
  static const DateCase cases[] = {
    { "On July 4 he left; Friday she came.", "July 4 DATE XXXX-07-04 | Friday DATE XXXX-WXX-5" },
    { "Last week and yesterday.", "Last week DATE XXXX-WXX | yesterday DATE XXXX-XX-XX" },
    { "In 1999, for two years.", "1999 DATE 1999 | two years DURATION P2Y" },
  };

  check_cases ("en", NULL, cases, G_N_ELEMENTS (cases));
  check_cases ("en", "no date", cases, G_N_ELEMENTS (cases));
}

/* Code points, not bytes, also behind emoji; the place at the end of an expression counts. */
static void
test_at (void)
{
  g_autoptr (AscText) text = asc_text_new ("😀 Été. He said Tuesday that it may rain.", -1);
  g_autoptr (AscDateFinder) finder = asc_date_finder_new ("en");
  g_autoptr (AscDateMatch) inside = asc_date_finder_at (finder, text, "2013-03-22", 16);
  g_autoptr (AscDateMatch) end = asc_date_finder_at (finder, text, "2013-03-22", 22);
  g_autoptr (AscDateMatch) none = asc_date_finder_at (finder, text, "2013-03-22", 3);

  g_assert_nonnull (inside);
  g_assert_cmpuint (inside->span.start, ==, 15);
  g_assert_cmpuint (inside->span.end, ==, 22);
  g_assert_cmpstr (inside->value, ==, "2013-03-19");
  g_assert_cmpstr (inside->rule, ==, "weekday");
  g_assert_cmpstr (inside->candidates[0], ==, "2013-03-26");
  g_assert_nonnull (end);
  g_assert_null (none);
}

static char *
resolved (const char *utf8, const char *words)
{
  g_autoptr (AscText) text = asc_text_new (utf8, -1);
  g_autoptr (AscDateFinder) finder = asc_date_finder_new ("en");
  guint start = (guint) g_utf8_pointer_to_offset (utf8, g_strstr_len (utf8, -1, words));
  g_autoptr (AscDateMatch) match = asc_date_finder_resolve (finder, text, "2013-03-22", &ASC_SPAN (start, start + (guint) g_utf8_strlen (words, -1)));

  return match != NULL ? g_strdup (match->value) : NULL;
}

static void
assert_resolved (const char *utf8, const char *words, const char *value)
{
  g_autofree char *found = resolved (utf8, words);

  g_assert_cmpstr (found, ==, value);
}

static void
test_resolve (void)
{
  assert_resolved ("He came on Friday.", "on Friday", "2013-03-22");
  assert_resolved ("He came on May 5, 2010. The next day, he left.", "next day", "2010-05-06");
  assert_resolved ("It ran from May 5 to May 7 in Rome.", "from May 5 to May 7", "2013-05-05/2013-05-07");
  assert_resolved ("Prices in may were low.", "may", "2013-05");
  assert_resolved ("The cat sat.", "cat", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-finder/german", test_german);
  g_test_add_func ("/date-finder/french", test_french);
  g_test_add_func ("/date-finder/no-language", test_no_language);
  g_test_add_func ("/date-finder/no-anchor", test_no_anchor);
  g_test_add_func ("/date-finder/at", test_at);
  g_test_add_func ("/date-finder/resolve", test_resolve);
  return g_test_run ();
}
