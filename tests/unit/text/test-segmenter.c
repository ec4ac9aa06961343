/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-segmenter.h"

#include <string.h>

static void
assert_segments (AscSegmentKind kind, const char *language, const char *utf8, const char *expected)
{
  g_autoptr (AscText)      text = asc_text_new (utf8, -1);
  g_autoptr (AscSegmenter) segmenter = asc_segmenter_new (text, language);
  g_autoptr (GString)      joined = g_string_new (NULL);
  gsize                    n;
  const AscSpan           *segments = asc_segmenter_get_segments (segmenter, kind, &n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *segment = asc_text_slice (text, &segments[i]);

      g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", segment);
    }
  g_assert_cmpstr (joined->str, ==, expected);
}

static void
assert_words (const char *language, const char *text, const char *expected)
{
  assert_segments (ASC_SEGMENT_WORD, language, text, expected);
}

static void
assert_sentences (const char *language, const char *text, const char *expected)
{
  assert_segments (ASC_SEGMENT_SENTENCE, language, text, expected);
}

static void
test_words (void)
{
  assert_words ("en", "He don't know, anti-Trump.", "He|don't|know|,|anti|-|Trump|.");
  assert_words ("en", "Wang’s 5.4% of “it”", "Wang’s|5.4|%|of|“|it|”");
  assert_words ("en", "2021-07-04 @user #Claro", "2021|-|07|-|04|@|user|#|Claro");
  assert_words ("en", "👨‍🚒🇫🇷🇩🇪 e\u0301t", "👨‍🚒|🇫🇷|🇩🇪|e\u0301t");
  assert_words (NULL, "", "");
  assert_words (NULL, " \t\n\u00a0\u3000", "");
}

static void
test_words_without_white_space (void)
{
  /* ICU keeps these together; readers of columns split at them. */
  assert_words ("fr", "10\u202f000 euros", "10|000|euros");
  assert_words ("fr", "« Oui\u00a0»", "«|Oui|»");
  assert_words ("en", "a  \n\n b", "a|b");
  assert_words ("en", "a \u0301b", "a|\u0301|b");
}

static void
test_word_abbreviations (void)
{
  assert_words ("en", "Dr. Wang of the U.S. Army.", "Dr.|Wang|of|the|U.S.|Army|.");
  assert_words ("en", "U.S.-led, e.g. on Jan. 5 at 5 p.m.", "U.S.|-|led|,|e.g.|on|Jan.|5|at|5|p.m.");
  assert_words ("en", "No. 10. He said no. No. Then", "No.|10|.|He|said|no|.|No|.|Then");
  assert_words ("en", "J. K. Rowling, Ph.D.", "J|.|K|.|Rowling|,|Ph.D.");
  assert_words ("en", "Etc. and etc... done", "Etc.|and|etc|.|.|.|done");
  assert_words ("de", "vgl. Nr. 5, usw.", "vgl.|Nr.|5|,|usw.");
  assert_words ("en", "vgl. Dr", "vgl|.|Dr");
  assert_words ("xx", "Dr. Wang", "Dr.|Wang"); /* a language without lists is served by English */
}

static void
test_words_of_other_scripts (void)
{
  assert_words ("zh", "王志胜7月4日表示。", "王|志|胜|7|月|4|日|表示|。");
  assert_words ("th", "สวัสดีครับ", "สวัสดี|ครับ");
  assert_words ("ar", "قال الرئيس: نعم.", "قال|الرئيس|:|نعم|.");
  assert_words ("ja", "東京で", "東京|で");
}

static void
test_sentences (void)
{
  assert_sentences ("en", "One. Two! Three? Four", "One.|Two!|Three?|Four");
  assert_sentences ("en", "  One.  \n Two. ", "One.|Two.");
  assert_sentences ("en", "Costs 5.4 percent. See example.com now.", "Costs 5.4 percent.|See example.com now.");
  assert_sentences (NULL, "", "");
  assert_sentences (NULL, " \n\n ", "");
}

static void
test_sentence_abbreviations (void)
{
  assert_sentences ("en", "Dr. Wang Zhisheng stated it. He left.", "Dr. Wang Zhisheng stated it.|He left.");
  assert_sentences ("en", "The U.S. Army left. He lives in the U.S. The end.",
                    "The U.S. Army left.|He lives in the U.S.|The end.");
  assert_sentences ("en", "See it (p. 5). Mr. X vs. Y Inc. won. No. 10 is near. He said no. Then",
                    "See it (p. 5).|Mr. X vs. Y Inc. won.|No. 10 is near.|He said no.|Then");
  assert_sentences ("en", "J. K. Rowling and George W. Bush met. J.R.R. Tolkien did not.",
                    "J. K. Rowling and George W. Bush met.|J.R.R. Tolkien did not.");
  assert_sentences ("en", "On Jan. 5 at 5 p.m. he left. At 6 p.m. She came.",
                    "On Jan. 5 at 5 p.m. he left.|At 6 p.m.|She came.");
  assert_sentences ("en", "Landed at 6:40 p.m. (GMT) in Perth. (He slept.) At 5 p.m. “Go” was said.",
                    "Landed at 6:40 p.m. (GMT) in Perth.|(He slept.)|At 5 p.m.|“Go” was said.");
  assert_sentences ("en", "1. Introduction\n2. Method", "1. Introduction|2. Method");
  assert_sentences ("en", "It was 2019. Then it ended.", "It was 2019.|Then it ended.");
  assert_sentences ("en", "Wait... Then go.", "Wait...|Then go.");
  assert_sentences ("de", "Am 4. Juli kam z. B. Dr. Merkel, d. h. sie. Er war 19. Danach ging er.",
                    "Am 4. Juli kam z. B. Dr. Merkel, d. h. sie.|Er war 19.|Danach ging er.");
  assert_sentences ("de", "Das kostet 5 Mrd. Euro usw. Der Rest bleibt.", "Das kostet 5 Mrd. Euro usw.|Der Rest bleibt.");
  assert_sentences ("fr", "M. Macron et Mme. Dupont. Ils partent.", "M. Macron et Mme. Dupont.|Ils partent.");
  assert_sentences ("es", "El Sr. García vive en EE. UU. desde 2019. La Sra. Pérez no.",
                    "El Sr. García vive en EE. UU. desde 2019.|La Sra. Pérez no.");
  assert_sentences ("ru", "В 2019 г. он жил на ул. Ленина. В. В. Путин уехал.",
                    "В 2019 г. он жил на ул. Ленина.|В. В. Путин уехал.");
}

static void
test_sentence_quotes (void)
{
  assert_sentences ("en", "He denied it.\" He lied.", "He denied it.\"|He lied.");
  assert_sentences ("en", "“It is dead.” “No.” He left.", "“It is dead.”|“No.”|He left.");
  assert_sentences ("en", "“Really?” he asked. “Stop!” she said.", "“Really?” he asked.|“Stop!” she said.");
  assert_sentences ("fr", "« Il est mort. » Il partit. « Oui. », dit-il.", "« Il est mort. »|Il partit.|« Oui. », dit-il.");
  assert_sentences ("fr", "« Il est mort.\u00a0» Il partit.", "« Il est mort.\u00a0»|Il partit.");
  assert_sentences ("fr", "Il partit. « Oui », dit-il.", "Il partit.|« Oui », dit-il.");
  assert_sentences ("de", "„Der Plan ist tot.“ Er ging. »Nein.« Sie blieb.", "„Der Plan ist tot.“|Er ging.|»Nein.«|Sie blieb.");
  assert_sentences ("zh", "他说：“计划已死。”然后走了。", "他说：“计划已死。”|然后走了。");
}

static void
test_sentence_lines (void)
{
  assert_sentences ("en", "A headline\nThe text. More", "A headline|The text.|More");
  assert_sentences ("en", "no stop\n\nlower case", "no stop|lower case");
  assert_sentences ("en", "Met Dr.\nWang", "Met Dr.|Wang");
  assert_sentences ("en", "one\r\ntwo\u2029three", "one|two|three");
  assert_sentences ("th", "สวัสดีครับ", "สวัสดีครับ");
  assert_sentences ("ar", "ماتت الخطة. هل هذا صحيح؟ نعم.", "ماتت الخطة.|هل هذا صحيح؟|نعم.");
}

static void
test_paragraphs (void)
{
  assert_segments (ASC_SEGMENT_PARAGRAPH, NULL, "One. Two.\n\n  Three \nFour", "One. Two.|Three|Four");
  assert_segments (ASC_SEGMENT_PARAGRAPH, NULL, "a\r\nb\rc\u2029d\n", "a|b|c|d");
  assert_segments (ASC_SEGMENT_PARAGRAPH, NULL, "a\u2028b", "a\u2028b"); /* a line break in a paragraph */
  assert_segments (ASC_SEGMENT_PARAGRAPH, NULL, "\n \n", "");
}

static void
test_graphemes (void)
{
  assert_segments (ASC_SEGMENT_GRAPHEME, NULL, "e\u0301 👨‍🚒🇫🇷", "e\u0301| |👨‍🚒|🇫🇷");
  assert_segments (ASC_SEGMENT_GRAPHEME, NULL, "각क्षि", "각|क्षि");
}

static void
assert_at (AscSegmenter *segmenter, AscSegmentKind kind, guint offset, guint start, guint end)
{
  AscSpan segment;

  g_assert_true (asc_segmenter_segment_at (segmenter, kind, offset, &segment));
  g_assert_cmpuint (segment.start, ==, start);
  g_assert_cmpuint (segment.end, ==, end);
}

static void
test_at (void)
{
  g_autoptr (AscText)      text = asc_text_new ("😀 Dr. Wang  left.", -1);
  g_autoptr (AscSegmenter) segmenter = asc_segmenter_new (text, "en");
  AscSpan                  segment = { 7, 8 };

  assert_at (segmenter, ASC_SEGMENT_WORD, 2, 2, 5);
  assert_at (segmenter, ASC_SEGMENT_WORD, 4, 2, 5);   /* at the stop of "Dr." */
  assert_at (segmenter, ASC_SEGMENT_WORD, 5, 2, 5);   /* the one that ends there */
  assert_at (segmenter, ASC_SEGMENT_WORD, 16, 16, 17);
  assert_at (segmenter, ASC_SEGMENT_WORD, 17, 16, 17); /* the end of the text */
  assert_at (segmenter, ASC_SEGMENT_SENTENCE, 10, 0, 17);
  assert_at (segmenter, ASC_SEGMENT_GRAPHEME, 0, 0, 1);

  g_assert_false (asc_segmenter_segment_at (segmenter, ASC_SEGMENT_WORD, 11, &segment)); /* between two spaces */
  g_assert_false (asc_segmenter_segment_at (segmenter, ASC_SEGMENT_WORD, 18, &segment)); /* past the end */
  g_assert_true (asc_span_equal (&segment, &ASC_SPAN (7, 8)));
}

static void
test_neighbours (void)
{
  g_autoptr (AscText)      text = asc_text_new ("One  two.\n\nThree", -1);
  g_autoptr (AscSegmenter) segmenter = asc_segmenter_new (text, "en");
  AscSpan                  segment;

  g_assert_true (asc_segmenter_next_segment (segmenter, ASC_SEGMENT_WORD, 1, &segment));
  g_assert_true (asc_span_equal (&segment, &ASC_SPAN (5, 8)));
  g_assert_true (asc_segmenter_next_segment (segmenter, ASC_SEGMENT_WORD, 5, &segment));
  g_assert_true (asc_span_equal (&segment, &ASC_SPAN (5, 8)));
  g_assert_true (asc_segmenter_next_segment (segmenter, ASC_SEGMENT_SENTENCE, 1, &segment));
  g_assert_true (asc_span_equal (&segment, &ASC_SPAN (11, 16)));
  g_assert_false (asc_segmenter_next_segment (segmenter, ASC_SEGMENT_SENTENCE, 12, &segment));

  g_assert_true (asc_segmenter_prev_segment (segmenter, ASC_SEGMENT_WORD, 7, &segment));
  g_assert_true (asc_span_equal (&segment, &ASC_SPAN (0, 3)));
  g_assert_true (asc_segmenter_prev_segment (segmenter, ASC_SEGMENT_WORD, 8, &segment));
  g_assert_true (asc_span_equal (&segment, &ASC_SPAN (5, 8)));
  g_assert_true (asc_segmenter_prev_segment (segmenter, ASC_SEGMENT_PARAGRAPH, 11, &segment));
  g_assert_true (asc_span_equal (&segment, &ASC_SPAN (0, 9)));
  g_assert_false (asc_segmenter_prev_segment (segmenter, ASC_SEGMENT_PARAGRAPH, 8, &segment));
}

static void
assert_tidy (AscSegmenter *segmenter, guint start, guint end, guint tidy_start, guint tidy_end)
{
  AscSpan tidy;

  g_assert_true (asc_segmenter_tidy_selection (segmenter, &ASC_SPAN (start, end), &tidy));
  g_assert_cmpuint (tidy.start, ==, tidy_start);
  g_assert_cmpuint (tidy.end, ==, tidy_end);
}

static void
test_tidy (void)
{
  /* code points:                              0-2 👨 ZWJ 🚒, 3 space, 4 e, 5 acute, 6-8 white, 9 x,
   * 10 newline */
  g_autoptr (AscText)      text = asc_text_new ("👨‍🚒 e\u0301 \u00a0\tx\n", -1);
  g_autoptr (AscSegmenter) segmenter = asc_segmenter_new (text, "en");
  AscSpan                  tidy = { 7, 8 };

  assert_tidy (segmenter, 0, 11, 0, 10);
  assert_tidy (segmenter, 1, 4, 0, 3);
  assert_tidy (segmenter, 3, 5, 4, 6);
  assert_tidy (segmenter, 5, 9, 4, 6);
  assert_tidy (segmenter, 9, 99, 9, 10);

  g_assert_false (asc_segmenter_tidy_selection (segmenter, &ASC_SPAN (6, 9), &tidy));
  g_assert_false (asc_segmenter_tidy_selection (segmenter, &ASC_SPAN (4, 4), &tidy));
  g_assert_false (asc_segmenter_tidy_selection (segmenter, &ASC_SPAN (50, 99), &tidy));
  g_assert_true (asc_span_equal (&tidy, &ASC_SPAN (7, 8)));
}

static void
test_names (void)
{
  g_autoptr (AscText)      text = asc_text_new ("a", -1);
  g_autoptr (AscSegmenter) segmenter = asc_segmenter_new (text, "pt-BR");
  g_autoptr (AscSegmenter) unknown = asc_segmenter_new (text, NULL);
  g_autoptr (AscSegmenter) copy = g_boxed_copy (ASC_TYPE_SEGMENTER, segmenter);

  g_assert_true (copy == segmenter);
  g_assert_true (asc_segmenter_get_text (segmenter) == text);
  g_assert_cmpstr (asc_segmenter_get_language (segmenter), ==, "pt-BR");
  g_assert_null (asc_segmenter_get_language (unknown));
  g_assert_true (g_regex_match_simple ("^icu-[0-9.]+-uax29\\+abbr[0-9]+$", asc_segmenter_get_rules_name (), 0, 0));
}

/* The article everybody reads first, when it is at hand. */
static void
test_seed_article (void)
{
  g_autofree char         *path = g_build_filename (g_getenv ("ASC_SOURCE_ROOT"), "..", "shared", "seed-article.txt", NULL);
  g_autofree char         *contents = NULL;
  g_autoptr (AscText)      text = NULL;
  g_autoptr (AscSegmenter) segmenter = NULL;
  AscSpan                  hit, sentence;
  gsize                    n;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    {
      g_test_skip ("the article is not here");
      return;
    }

  text = asc_text_new (contents, -1);
  segmenter = asc_segmenter_new (text, "en");
  asc_segmenter_get_segments (segmenter, ASC_SEGMENT_PARAGRAPH, &n);
  g_assert_cmpuint (n, ==, 13);
  asc_segmenter_get_segments (segmenter, ASC_SEGMENT_SENTENCE, &n);
  g_assert_cmpuint (n, ==, 26);

  /* No sentence ends after a title. */
  g_assert_true (asc_text_find_nearest (text, "Dr. Wang Zhisheng", 0, &hit, NULL));
  g_assert_true (asc_segmenter_segment_at (segmenter, ASC_SEGMENT_SENTENCE, hit.start, &sentence));
  g_assert_cmpuint (sentence.start, ==, hit.start);
  g_assert_cmpuint (asc_span_length (&sentence), >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/segmenter/words", test_words);
  g_test_add_func ("/segmenter/words-without-white-space", test_words_without_white_space);
  g_test_add_func ("/segmenter/word-abbreviations", test_word_abbreviations);
  g_test_add_func ("/segmenter/words-of-other-scripts", test_words_of_other_scripts);
  g_test_add_func ("/segmenter/sentences", test_sentences);
  g_test_add_func ("/segmenter/sentence-abbreviations", test_sentence_abbreviations);
  g_test_add_func ("/segmenter/sentence-quotes", test_sentence_quotes);
  g_test_add_func ("/segmenter/sentence-lines", test_sentence_lines);
  g_test_add_func ("/segmenter/paragraphs", test_paragraphs);
  g_test_add_func ("/segmenter/graphemes", test_graphemes);
  g_test_add_func ("/segmenter/at", test_at);
  g_test_add_func ("/segmenter/neighbours", test_neighbours);
  g_test_add_func ("/segmenter/tidy", test_tidy);
  g_test_add_func ("/segmenter/names", test_names);
  g_test_add_func ("/segmenter/seed-article", test_seed_article);
  return g_test_run ();
}
