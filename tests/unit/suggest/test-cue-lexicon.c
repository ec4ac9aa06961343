/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-cue-lexicon.h"

static void
assert_cues (const char *language, const char *sentence, const char *expected)
{
  g_autoptr (AscText) text = asc_text_new (sentence, -1);
  g_autoptr (AscSegmenter) segmenter = asc_segmenter_new (text, language);
  g_autoptr (GArray) cues =
    asc_cue_lexicon_find_in (segmenter, language, &ASC_SPAN (0, asc_text_get_length (text)));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < cues->len; i++)
    {
      g_autofree char *cue = asc_text_slice (text, &g_array_index (cues, AscSpan, i));
      g_string_append_printf (found, "%s%s", i ? "|" : "", cue);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_languages (void)
{
  assert_cues ("en", "According to Berg, the plan failed, she said.", "According to|said");
  assert_cues ("en-GB", "He pointed out that it rained.", "pointed out");
  assert_cues ("de", "Die Ministerin räumte ein, dass es regnet.", "räumte ein");
  assert_cues ("fr", "Selon lui, le projet a échoué, a-t-il déclaré.", "Selon|déclaré");
  assert_cues ("es", "La ministra aseguró que llueve.", "aseguró");
}

static void
test_none (void)
{
  assert_cues ("en", "The bridge is long.", "");
  assert_cues ("xx", "It rained, he said.", "said");   /* no table: English */
  assert_cues (NULL, "It rained, he said.", "said");
  assert_cues ("de", "It rained, he said.", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cue-lexicon/languages", test_languages);
  g_test_add_func ("/cue-lexicon/none", test_none);
  return g_test_run ();
}
