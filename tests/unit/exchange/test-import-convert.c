/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-import-convert.h"

static AscImportArticle *
new_source (const char *text)
{
  return asc_import_article_new ("dir/file.ann", "wanted", g_bytes_new (text, strlen (text)));
}

static void
add (AscImportArticle *source,
     const char       *quote,
     gint64            start,
     gint64            end)
{
  AscImportAnnotation *annotation = asc_import_layer_add (asc_import_article_get_layer (source, NULL), NULL, "claim");

  annotation->quote = g_strdup (quote);
  annotation->line = 7;
  asc_import_annotation_add_range (annotation, start, end);
}

static void
assert_slices (AscConvertedArticle *converted,
               const char * const  *slices)
{
  g_assert_cmpuint (converted->spans->len, ==, g_strv_length ((GStrv) slices));
  for (guint i = 0; i < converted->spans->len; i++)
    {
      AscSpanSet *spans = g_ptr_array_index (converted->spans, i);
      g_auto (GStrv) quote = NULL;
      g_autofree char *joined = NULL;

      g_assert_nonnull (spans);
      quote = asc_text_quote (asc_article_get_text (converted->article), spans);
      joined = g_strjoinv ("|", quote);
      g_assert_cmpstr (joined, ==, slices[i]);
    }
}

/* Offsets that count CR and the byte order mark, in code points and in UTF-16. */
static void
test_hygiene_moves_offsets (void)
{
  static const gint64 offsets[][4] = {
    { 8, 11, 13, 16 },      /* code points, the byte order mark counted */
    { 7, 10, 12, 15 },      /* not counted */
    { 9, 12, 14, 17 },      /* UTF-16, counted */
    { 5, 8, 9, 12 },        /* the clean text */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      g_autoptr (AscImportArticle) source = new_source ("\xEF\xBB\xBF" "a😀 b\r\n" "\x01" "one\r\ntwo\rend");
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
      g_autoptr (AscConvertedArticle) converted = NULL;

      /* With BOM: U+FEFF 0, a 1, emoji 2, space 3, b 4, CR 5, LF 6, U+0001 7, "one" 8. */
      add (source, "one", offsets[i][0], offsets[i][1]);
      add (source, "two", offsets[i][2], offsets[i][3]);
      converted = asc_import_convert (source, problems, NULL);
      g_assert_cmpstr (asc_text_get_utf8 (asc_article_get_text (converted->article)), ==, "a😀 b\none\ntwo\nend");
      assert_slices (converted, (const char *[]) { "one", "two", NULL });
      g_assert_cmpuint (problems->len, ==, 0);
      g_assert_cmpint (converted->other_unit, ==, i == 2);
    }
}

static void
test_found_by_quote (void)
{
  g_autoptr (AscImportArticle) source = new_source ("Only one cat, and a dog, a dog.");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (AscConvertedArticle) converted = NULL;
  const AscProblem *problem;

  add (source, "cat", 5, 8);      /* wrong, and there is one */
  add (source, "dog", 0, 3);      /* wrong, and there are two */
  add (source, "cow", 0, 3);      /* not there */
  add (source, NULL, 0, 300);     /* beyond the end */
  add (source, "Only", 0, 4);
  converted = asc_import_convert (source, problems, NULL);

  g_assert_cmpuint (converted->n_moved, ==, 1);
  g_assert_cmpuint (converted->n_lost, ==, 3);
  g_assert_cmpuint (asc_span_set_get_start (g_ptr_array_index (converted->spans, 0)), ==, 9);
  g_assert_null (g_ptr_array_index (converted->spans, 1));
  g_assert_null (g_ptr_array_index (converted->spans, 2));
  g_assert_null (g_ptr_array_index (converted->spans, 3));
  g_assert_nonnull (g_ptr_array_index (converted->spans, 4));

  g_assert_cmpuint (problems->len, ==, 4);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpint (problem->code, ==, ASC_STORE_ERROR_REANCHORED);
  g_assert_cmpstr (problem->path, ==, "dir/file.ann");
  g_assert_cmpuint (problem->line, ==, 7);
  g_assert_cmpint (((AscProblem *) g_ptr_array_index (problems, 1))->code, ==, ASC_STORE_ERROR_ORPHANED);
  g_assert_cmpint (((AscProblem *) g_ptr_array_index (problems, 3))->code, ==, ASC_STORE_ERROR_OUT_OF_TEXT);
}

static void
test_join_lines (void)
{
  g_autoptr (AscImportArticle) source = new_source ("one\n  two three");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (AscConvertedArticle) converted = NULL;
  AscImportAnnotation *annotation;

  source->joins_lines = TRUE;
  add (source, "one two", 0, 3);
  annotation = g_ptr_array_index (asc_import_article_get_layer (source, NULL)->annotations, 0);
  asc_import_annotation_add_range (annotation, 6, 9);
  add (source, "one three", 0, 3);
  annotation = g_ptr_array_index (asc_import_article_get_layer (source, NULL)->annotations, 1);
  asc_import_annotation_add_range (annotation, 10, 15);
  converted = asc_import_convert (source, problems, NULL);

  assert_slices (converted, (const char *[]) { "one\n  two", "one|three", NULL });
}

static void
test_metadata (void)
{
  g_autoptr (AscImportArticle) source = new_source ("Some text.");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (AscConvertedArticle) converted = NULL;
  const AscArticleMeta *meta;

  g_set_str (&source->meta->title, "A title");
  g_set_str (&source->meta->published, "2024-07-06");
  converted = asc_import_convert (source, problems, NULL);
  meta = asc_article_get_meta (converted->article);

  g_assert_cmpstr (meta->id, ==, "wanted");
  g_assert_cmpstr (meta->title, ==, "A title");
  g_assert_cmpstr (meta->published, ==, "2024-07-06");
  g_assert_cmpuint (meta->length, ==, 10);
  g_assert_cmpstr (meta->sha256, ==, asc_text_get_sha256 (asc_article_get_text (converted->article)));
}

static void
test_no_text (void)
{
  g_autoptr (AscImportArticle) source = new_source ("");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (GError) error = NULL;

  g_assert_null (asc_import_convert (source, problems, &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_EMPTY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-convert/hygiene-moves-offsets", test_hygiene_moves_offsets);
  g_test_add_func ("/import-convert/found-by-quote", test_found_by_quote);
  g_test_add_func ("/import-convert/join-lines", test_join_lines);
  g_test_add_func ("/import-convert/metadata", test_metadata);
  g_test_add_func ("/import-convert/no-text", test_no_text);

  return g_test_run ();
}
