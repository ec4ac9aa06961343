/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written is read back the same, and written again in the same bytes; what an edited text or damaged file takes away is nowhere lost. */
#include "asc-actor-file.h"
#include "asc-annotation-file.h"
#include "asc-article-file.h"
#include "asc-codebook-file.h"
#include "asc-json-scanner.h"
#include "asc-project-file.h"

#include "property.h"
#include "random-store.h"

static GPtrArray *
problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
}

static void
assert_no_problems (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      g_autoptr (GError) error = NULL;

      asc_problem_to_error (g_ptr_array_index (problems, i), &error);
      g_assert_no_error (error);
    }
}

static void
assert_same_bytes (GBytes *one,
                   GBytes *other)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (one, NULL), g_bytes_get_size (one));
  g_autofree char *again = g_strndup (g_bytes_get_data (other, NULL), g_bytes_get_size (other));

  g_assert_cmpstr (text, ==, again);
  g_assert_true (g_str_has_suffix (text, "}\n"));
  /* What breaks lines in other programs is escaped. */
  g_assert_null (strstr (text, "\u2028"));
  g_assert_null (strstr (text, "\xC2\x85"));
}

static void
assert_same_set (AscAnnotationSet *one,
                 AscAnnotationSet *other)
{
  g_autoptr (GPtrArray) relations = asc_annotation_set_get_relations (one);
  g_autoptr (GPtrArray) others = asc_annotation_set_get_relations (other);

  g_assert_cmpstr (asc_annotation_set_get_coder (one), ==, asc_annotation_set_get_coder (other));
  g_assert_cmpint (asc_annotation_set_get_state (one), ==, asc_annotation_set_get_state (other));
  g_assert_cmpuint (asc_annotation_set_get_read_to (one), ==, asc_annotation_set_get_read_to (other));
  g_assert_cmpstr (asc_annotation_set_get_extra (one), ==, asc_annotation_set_get_extra (other));
  g_assert_cmpuint (asc_annotation_set_get_n (one), ==, asc_annotation_set_get_n (other));
  for (guint i = 0; i < asc_annotation_set_get_n (one); i++)
    {
      AscAnnotation *annotation = asc_annotation_set_get_nth (one, i), *same = asc_annotation_set_get_nth (other, i);

      g_assert_true (asc_annotation_equal (annotation, same));
      g_assert_cmpint (asc_annotation_get_modified (annotation), ==, asc_annotation_get_modified (same));
      g_assert_cmpstrv ((char **) asc_annotation_get_quote (annotation), (char **) asc_annotation_get_quote (same));
    }
  g_assert_cmpuint (relations->len, ==, others->len);
  for (guint i = 0; i < relations->len; i++)
    g_assert_true (asc_relation_equal (relations->pdata[i], others->pdata[i]));
}

static void
test_annotations (void)
{
  g_autoptr (GRand) rand = property_rand_new ();

  for (int round = 0; round < 150; round++)
    {
      g_autoptr (AscArticle) article = random_article_new (rand);
      g_autoptr (AscAnnotationSet) set = random_annotation_set_new (rand, article, 40), back = NULL;
      g_autoptr (GBytes) bytes = asc_annotation_file_write (set), again = NULL;
      g_autoptr (GPtrArray) problems = problems_new ();
      g_autoptr (GError) error = NULL;
      AscState state;
      guint n;

      back = asc_annotation_file_parse (bytes, "x", article, "coder", problems, &error);
      g_assert_no_error (error);
      assert_no_problems (problems);
      assert_same_set (set, back);
      again = asc_annotation_file_write (back);
      assert_same_bytes (bytes, again);

      g_assert_true (asc_annotation_file_peek (bytes, &state, &n));
      g_assert_cmpint (state, ==, asc_annotation_set_get_state (set));
      g_assert_cmpuint (n, ==, asc_annotation_set_get_n (set));
    }
}

/* @text with a few pieces put in and taken out. */
static char *
edit_text (GRand      *rand,
           const char *text)
{
  g_autoptr (GString) edited = g_string_new (text);

  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      glong length = g_utf8_strlen (edited->str, -1);
      char *at = g_utf8_offset_to_pointer (edited->str, g_rand_int_range (rand, 0, length + 1));

      if (g_rand_int_range (rand, 0, 2) == 0)
        {
          g_autofree char *piece = property_text_new (rand, 10);

          g_string_insert (edited, at - edited->str, piece);
        }
      else
        {
          glong rest = g_utf8_strlen (at, -1);
          char *end = g_utf8_offset_to_pointer (at, g_rand_int_range (rand, 0, MIN (rest, 20) + 1));

          g_string_erase (edited, at - edited->str, end - at);
        }
    }
  return g_string_free (g_steal_pointer (&edited), FALSE);
}

/* How often "id" stands in objects of the arrays @member of the file. */
static guint
count_elements (GBytes     *bytes,
                const char *wanted)
{
  g_autoptr (AscJsonScanner) scanner = asc_json_scanner_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *member = NULL;
  AscJsonToken token;
  guint n = 0;

  while ((token = asc_json_scanner_next (scanner)) != ASC_JSON_TOKEN_END)
    {
      g_assert_cmpint (token, !=, ASC_JSON_TOKEN_ERROR);
      if (token == ASC_JSON_TOKEN_MEMBER && asc_json_scanner_get_depth (scanner) == 1)
        g_set_str (&member, asc_json_scanner_get_string (scanner));
      n += token == ASC_JSON_TOKEN_BEGIN_OBJECT && asc_json_scanner_get_depth (scanner) == 3 &&
           g_strcmp0 (member, wanted) == 0;
    }
  return n;
}

static void
test_edited_text (void)
{
  g_autoptr (GRand) rand = property_rand_new ();

  for (int round = 0; round < 150; round++)
    {
      g_autoptr (AscArticle) article = random_article_new (rand);
      g_autoptr (AscAnnotationSet) set = random_annotation_set_new (rand, article, 40), moved = NULL, third = NULL;
      g_autoptr (GBytes) bytes = asc_annotation_file_write (set), written = NULL, again = NULL;
      g_autofree char *edited = edit_text (rand, asc_text_get_utf8 (asc_article_get_text (article)));
      g_autoptr (AscText) text = asc_text_new (edited, -1);
      g_autoptr (AscArticle) other = asc_article_new (asc_article_get_id (article));
      g_autoptr (GPtrArray) problems = problems_new (), later = problems_new ();
      g_autoptr (GPtrArray) relations = asc_annotation_set_get_relations (set);
      g_autoptr (GError) error = NULL;

      asc_article_set_text (other, text);
      moved = asc_annotation_file_parse (bytes, "x", other, "coder", problems, &error);
      g_assert_no_error (error);
      asc_annotation_set_check_consistency (moved);
      for (guint i = 0; i < asc_annotation_set_get_n (moved); i++)
        {
          AscAnnotation *annotation = asc_annotation_set_get_nth (moved, i);
          g_auto (GStrv) quote = asc_text_quote (text, asc_annotation_get_spans (annotation));

          g_assert_cmpstrv ((char **) asc_annotation_get_quote (annotation), quote);
        }

      /* Every annotation and relation is in its place or among the orphans. */
      written = asc_annotation_file_write (moved);
      g_assert_cmpuint (count_elements (written, "annotations") + count_elements (written, "orphans"), ==,
                        asc_annotation_set_get_n (set));
      g_assert_cmpuint (count_elements (written, "relations") + count_elements (written, "orphan_relations"), ==,
                        relations->len);

      /* With the same text nothing moves a second time. */
      third = asc_annotation_file_parse (written, "x", other, "coder", later, &error);
      g_assert_no_error (error);
      again = asc_annotation_file_write (third);
      assert_same_bytes (written, again);
    }
}

static void
test_codebooks (void)
{
  g_autoptr (GRand) rand = property_rand_new ();

  for (int round = 0; round < 150; round++)
    {
      g_autoptr (AscCodebook) codebook = random_codebook_new (rand), back = NULL;
      g_autoptr (GBytes) bytes = asc_codebook_file_write (codebook), again = NULL;
      g_autoptr (GPtrArray) problems = problems_new ();

      back = asc_codebook_file_parse (bytes, "x", problems, NULL);
      assert_no_problems (problems);
      g_assert_cmpuint (g_list_model_get_n_items (asc_codebook_get_labels (back)), ==,
                        g_list_model_get_n_items (asc_codebook_get_labels (codebook)));
      again = asc_codebook_file_write (back);
      assert_same_bytes (bytes, again);
    }
}

static void
test_actors (void)
{
  g_autoptr (GRand) rand = property_rand_new ();

  for (int round = 0; round < 150; round++)
    {
      g_autoptr (AscActorRegister) actors = random_actors_new (rand), back = asc_actor_register_new ();
      g_autoptr (GBytes) bytes = asc_actor_file_write (actors), again = NULL;
      g_autoptr (GPtrArray) problems = problems_new ();

      g_assert_true (asc_actor_file_parse (bytes, "x", back, problems, NULL));
      assert_no_problems (problems);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (back)), ==,
                        g_list_model_get_n_items (G_LIST_MODEL (actors)));
      again = asc_actor_file_write (back);
      assert_same_bytes (bytes, again);
    }
}

static void
test_articles_and_projects (void)
{
  g_autoptr (GRand) rand = property_rand_new ();

  for (int round = 0; round < 150; round++)
    {
      g_autoptr (AscArticle) article = random_article_new (rand);
      g_autoptr (AscProject) project = random_project_new (rand), back = random_project_new (rand);
      g_autoptr (AscArticleMeta) meta = NULL;
      g_autoptr (GBytes) bytes = asc_article_file_write (asc_article_get_meta (article)), again = NULL;
      g_autoptr (GBytes) project_bytes = asc_project_file_write (project), project_again = NULL;
      g_autoptr (GPtrArray) problems = problems_new ();

      meta = asc_article_file_parse (bytes, "x", asc_article_get_id (article), problems, NULL);
      assert_no_problems (problems);
      again = asc_article_file_write (meta);
      assert_same_bytes (bytes, again);

      g_assert_true (asc_project_file_parse (project_bytes, "x", back, problems, NULL));
      assert_no_problems (problems);
      g_assert_cmpstr (asc_project_get_name (back), ==, asc_project_get_name (project));
      project_again = asc_project_file_write (back);
      assert_same_bytes (project_bytes, project_again);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-files/annotations", test_annotations);
  g_test_add_func ("/store-files/edited-text", test_edited_text);
  g_test_add_func ("/store-files/codebooks", test_codebooks);
  g_test_add_func ("/store-files/actors", test_actors);
  g_test_add_func ("/store-files/articles-and-projects", test_articles_and_projects);
  return g_test_run ();
}
