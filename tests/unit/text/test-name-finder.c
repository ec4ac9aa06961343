/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-name-finder.h"

/* What is found at the "@" of @utf8; NULL for nothing. */
static void
assert_name (const char *language, const char *utf8, const char *expected)
{
  g_auto (GStrv)           pieces = g_strsplit (utf8, "@", 2);
  g_autofree char         *plain = g_strjoinv ("", pieces);
  g_autoptr (AscText)      text = asc_text_new (plain, -1);
  g_autoptr (AscSegmenter) segmenter = asc_segmenter_new (text, language);
  AscSpan                  span = { 0 };
  gboolean                 found = asc_name_finder_at (segmenter, (guint) g_utf8_strlen (pieces[0], -1), &span);
  g_autofree char         *name = found ? asc_text_slice (text, &span) : NULL;

  g_assert_cmpstr (name, ==, expected);
}

static void
test_caret (void)
{
  assert_name ("en", "the @Associated Press, who", "Associated Press");
  assert_name ("en", "the Asso@ciated Press, who", "Associated Press");
  assert_name ("en", "the Associated@ Press, who", "Associated Press");
  assert_name ("en", "the Associated @Press, who", "Associated Press");
  assert_name ("en", "the Associated Press@, who", "Associated Press");
  assert_name ("en", "Press@", "Press");
  assert_name ("en", "a  @  b", NULL);
  assert_name ("en", "a ,@, b", NULL);
  assert_name ("en", "@", NULL);
}

static void
test_titles (void)
{
  assert_name ("en", "@Dr. Wang Zhisheng of the Sino-Pacific Security Exchange Association stated", "Dr. Wang Zhisheng");
  assert_name ("en", "Dr@. Wang Zhisheng", "Dr. Wang Zhisheng");
  assert_name ("en", "Dr.@ Wang Zhisheng", "Dr. Wang Zhisheng");
  assert_name ("en", "Dr. Wang Zhi@sheng of the Association", "Dr. Wang Zhisheng");
  assert_name ("en", "by President Xi @Jinping and", "President Xi Jinping");
  assert_name ("en", "the U@.S. Army", "U.S. Army");
  assert_name ("en", "J. @K. Rowling wrote", "J. K. Rowling");
  assert_name ("en", "George W.@ Bush", "George W. Bush");
  assert_name ("fr", "avec M. Ma@cron", "M. Macron");
}

static void
test_particles (void)
{
  assert_name ("en", "Ursula von der @Leyen said", "Ursula von der Leyen");
  assert_name ("en", "Ursula v@on der Leyen said", "Ursula von der Leyen");
  assert_name ("en", "@Ursula von der Leyen said", "Ursula von der Leyen");
  assert_name ("en", "by von der Ley@en", "von der Leyen");
  assert_name ("en", "at Charles de Gaulle @Airport", "Charles de Gaulle Airport");
  assert_name ("en", "Bashar al-@Assad left", "Bashar al-Assad");
  assert_name ("en", "said al-@Assad", "al-Assad");
  assert_name ("en", "Mohammed bin @Salman", "Mohammed bin Salman");
  assert_name ("de", "Mit Ursula von der @Leyen sprach", "Ursula von der Leyen");
  assert_name ("de", "Der Rücktritt von @Merkel", "Merkel");
}

static void
test_institutions (void)
{
  assert_name ("en", "at the University of @Technology Sydney, noted", "University of Technology Sydney");
  assert_name ("en", "the CCP’s Ministry o@f State Security in Paris", "Ministry of State Security");
  assert_name ("en", "the @Bank of the West", "Bank of the West");
  assert_name ("en", "the Sino-@Pacific Security Exchange Association stated", "Sino-Pacific Security Exchange Association");
  assert_name ("en", "Johnson & @Johnson, AT&T", "Johnson & Johnson");
  assert_name ("en", "Johnson & Johnson, A@T&T", "AT&T");
  assert_name ("fr", "le Ministère des Aff@aires étrangères", "Ministère des Affaires");
  assert_name ("de", "das Bundesamt für @Verfassungsschutz", "Bundesamt für Verfassungsschutz");
}

static void
test_possessive (void)
{
  assert_name ("en", "the @CCP’s repression", "CCP");
  assert_name ("en", "the CCP’@s repression", "CCP");
  assert_name ("en", "the CCP's@ repression", "CCP");
  assert_name ("en", "Xi Jin@ping’s China Policy", "Xi Jinping");
  assert_name ("en", "Xi Jinping’s Chi@na Policy", "China Policy");
  assert_name ("en", "O’Bri@en", "O’Brien");
}

static void
test_hyphens (void)
{
  assert_name ("en", "Kim Jong-@un said", "Kim Jong-un");
  assert_name ("en", "the @Trump-era rules", "Trump");
  assert_name ("en", "the Trump-@era rules", "era");
  assert_name ("en", "the Xi Jin@ping-era rules", "Xi Jinping");
  assert_name ("en", "anti-@Trump", "Trump");
  assert_name ("fr", "Jean-Luc @Mélenchon", "Jean-Luc Mélenchon");
}

static void
test_sentence_starts (void)
{
  assert_name ("en", "The @Ministry said.", "Ministry");
  assert_name ("en", "@The Ministry said.", "The");
  assert_name ("en", "It ended. Despite @CCP rules", "CCP");
  assert_name ("en", "He said: “The @Ministry is dead”", "Ministry");
  assert_name ("en", "@US troops left.", "US");
  assert_name ("en", "Meanwhile Xi @Jinping left", "Xi Jinping");
  /* Where nothing starts, the capital is the name's own. */
  assert_name ("en", "he went to The @Hague", "The Hague");
  assert_name ("en", "I met Wang. @Zhang left", "Zhang");
  assert_name ("en", "A headline by Wang\n@Zhang left", "Zhang");
}

static void
test_words_alone (void)
{
  assert_name ("en", "the lower-@case word", "case");
  assert_name ("en", "in 2@017, the", "2017");
  assert_name ("en", "University @of course", "of");
  assert_name ("zh", "王志胜@表示", "表示");
  assert_name ("zh", "在北@京说", "北京");
  assert_name ("ar", "قال @الرئيس إن", "الرئيس");
  assert_name ("th", "@สวัสดีครับ", "สวัสดี");
}

static void
test_elision (void)
{
  assert_name ("fr", "à l’@Élysée, dit", "Élysée");
  assert_name ("fr", "à @l’Élysée, dit", "Élysée");
  assert_name ("fr", "L’@Élysée dit", "Élysée");
  assert_name ("fr", "Valéry Giscard d’@Estaing", "Valéry Giscard d’Estaing");
  assert_name ("fr", "chez L’@Oréal, dit", "L’Oréal");
  assert_name ("fr", "avec d’Artagnan d’@Estaing", "Artagnan d’Estaing");
}

/* A headline in capitals of any length costs no more than a name. */
static void
test_long_run (void)
{
  g_autoptr (GString)      utf8 = g_string_new (NULL);
  g_autoptr (AscText)      text = NULL;
  g_autoptr (AscSegmenter) segmenter = NULL;
  AscSpan                  name;

  for (guint i = 0; i < 10000; i++)
    g_string_append (utf8, "Word ");
  text = asc_text_new (utf8->str, -1);
  segmenter = asc_segmenter_new (text, "en");

  g_assert_true (asc_name_finder_at (segmenter, 25000, &name));
  g_assert_true (asc_span_contains (&name, 25000));
  g_assert_cmpuint (asc_span_length (&name), <, 500);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-finder/caret", test_caret);
  g_test_add_func ("/name-finder/titles", test_titles);
  g_test_add_func ("/name-finder/particles", test_particles);
  g_test_add_func ("/name-finder/institutions", test_institutions);
  g_test_add_func ("/name-finder/possessive", test_possessive);
  g_test_add_func ("/name-finder/hyphens", test_hyphens);
  g_test_add_func ("/name-finder/sentence-starts", test_sentence_starts);
  g_test_add_func ("/name-finder/words-alone", test_words_alone);
  g_test_add_func ("/name-finder/elision", test_elision);
  g_test_add_func ("/name-finder/long-run", test_long_run);
  return g_test_run ();
}
