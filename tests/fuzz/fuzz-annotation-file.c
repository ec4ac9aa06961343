/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text, U+001E, file; without U+001E a file on the text below. Whatever can be read keeps the set's invariants, and what is
 * written is read again without a change. */
#include "asc-annotation-file.h"
#include "fuzz.h"

#include <string.h>

static const char fixture[] = "😀 Dr. Wang Zhisheng stated on July 4 that the two officials held dual roles.";

static GBytes *
rewrite (GBytes     *bytes,
         AscArticle *article,
         gboolean   *read_only)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (AscAnnotationSet) set = asc_annotation_file_parse (bytes, "fuzz.json", article, "mia", problems, &error);
  AscState state;
  guint n;

  g_assert_true ((set == NULL) == (error != NULL));
  if (set == NULL)
    return NULL;

  asc_annotation_set_check_consistency (set);
  for (guint i = 0; i < asc_annotation_set_get_n (set); i++)
    {
      AscAnnotation *annotation = asc_annotation_set_get_nth (set, i);
      g_auto (GStrv) quote = asc_text_quote (asc_article_get_text (article), asc_annotation_get_spans (annotation));

      g_assert_cmpstrv ((char **) asc_annotation_get_quote (annotation), quote);
    }
  for (guint i = 0; i < problems->len; i++)
    g_assert_nonnull (((AscProblem *) problems->pdata[i])->pointer);
  g_assert_true (asc_annotation_file_peek (bytes, &state, &n));
  *read_only = asc_annotation_set_get_read_only (set);
  return asc_annotation_file_write (set);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes)
{
  const uint8_t *separator = n_bytes > 0 ? memchr (data, 0x1E, n_bytes) : NULL;
  g_autoptr (AscText) text = NULL;
  g_autoptr (AscArticle) article = asc_article_new ("article");
  g_autoptr (GBytes) bytes = NULL, once = NULL, twice = NULL;
  gboolean read_only = FALSE;

  if (separator != NULL)
    {
      text = asc_text_new ((const char *) data, separator - data);
      n_bytes -= separator + 1 - data;
      data = separator + 1;
    }
  if (text == NULL)
    text = asc_text_new (fixture, -1);
  asc_article_set_text (article, text);

  bytes = g_bytes_new_static (data, n_bytes);
  once = rewrite (bytes, article, &read_only);
  if (once == NULL || read_only)
    return 0;

  twice = rewrite (once, article, &read_only);
  g_assert_nonnull (twice);
  g_assert_cmpmem (g_bytes_get_data (once, NULL), g_bytes_get_size (once), g_bytes_get_data (twice, NULL),
                   g_bytes_get_size (twice));
  return 0;
}
