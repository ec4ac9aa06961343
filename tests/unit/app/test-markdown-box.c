/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-markdown-box.h"

static void
assert_markup (const char *markdown, const char *expected)
{
  g_autofree char   *markup = asc_markdown_to_pango (markdown);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (markup, ==, expected);
  pango_parse_markup (markup, -1, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_spans (void)
{
  assert_markup ("plain", "plain");
  assert_markup ("a **strong** word", "a <b>strong</b> word");
  assert_markup ("*soft* and `code`", "<i>soft</i> and <tt>code</tt>");
  assert_markup ("__both__ *ends*", "<b>both</b> <i>ends</i>");
}

static void
test_not_markup (void)
{
  assert_markup ("2 * 3 * 4", "2 * 3 * 4");
  assert_markup ("a < b & c", "a &lt; b &amp; c");
  assert_markup ("**never closed", "**never closed");
  assert_markup ("`<b>`", "<tt>&lt;b&gt;</tt>");
  assert_markup ("****", "****");
  assert_markup ("ä*ö*ü 🎉", "ä<i>ö</i>ü 🎉");
}

/* Whatever is written, the markup parses. */
static void
test_random (void)
{
  static const char *const pieces[] = { "*", "**", "`", "_", "__", "<", "&", ">", "a", " ", "ß", "🎉", "\"" };

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      g_autofree char    *markup = NULL;
      g_autoptr (GError)  error = NULL;
      int                 n = g_test_rand_int_range (0, 14);

      while (n-- > 0)
        g_string_append (line, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      markup = asc_markdown_to_pango (line->str);
      pango_parse_markup (markup, -1, 0, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/spans", test_spans);
  g_test_add_func ("/markdown/not-markup", test_not_markup);
  g_test_add_func ("/markdown/random", test_random);
  return g_test_run ();
}
