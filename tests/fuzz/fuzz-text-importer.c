/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is imported is clean, and cleaning it again changes nothing. */
#include "asc-text-importer.h"
#include "fuzz.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, n_bytes), once = NULL;
  g_autoptr (GError) error = NULL, second = NULL;
  g_autoptr (AscArticle) article = asc_text_importer_import (bytes, "fuzz.txt", &error);
  g_autoptr (GPtrArray) normalised = g_ptr_array_new ();
  g_autofree char *again = NULL;
  const AscArticleMeta *meta;
  const char *text;
  gsize n_text, n_again;

  g_assert_true ((article == NULL) == (error != NULL));
  if (article == NULL)
    return 0;

  text = asc_text_get_utf8 (asc_article_get_text (article));
  n_text = asc_text_get_n_bytes (asc_article_get_text (article));
  g_assert_true (g_utf8_validate (text, n_text, NULL));
  for (const char *c = text; c < text + n_text; c++)
    g_assert_true ((guchar) *c >= 0x20 || *c == '\n' || *c == '\t');
  g_assert_null (strstr (text, "\uFFFE"));
  g_assert_null (strstr (text, "\uFFFF"));

  meta = asc_article_get_meta (article);
  g_assert_cmpuint (meta->length, ==, g_utf8_strlen (text, n_text));
  g_assert_true (g_utf8_validate (meta->title, -1, NULL));
  g_assert_cmpint (*meta->title, !=, '\0');
  g_assert_nonnull (meta->imported);

  /* A second BOM is a character of the text, and what was taken out may have hidden the first bytes of another format. */
  once = g_bytes_new_static (text, n_text);
  again = asc_text_importer_clean (once, "fuzz.txt", &n_again, normalised, &second);
  if (g_str_has_prefix (text, "\uFEFF") || g_error_matches (second, ASC_STORE_ERROR, ASC_STORE_ERROR_NOT_TEXT))
    return 0;
  g_assert_no_error (second);
  g_assert_cmpmem (text, n_text, again, n_again);
  return 0;
}
