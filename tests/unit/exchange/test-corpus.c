/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-corpus.h"

#include "exchange-fixture.h"

static GPtrArray *
new_problems (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
}

static void
test_open (void)
{
  g_autoptr (GFile) folder = copy_golden_project ("awkward");
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AscCorpus) corpus = asc_corpus_open (folder, problems, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpstr (asc_project_get_gold_coder (asc_corpus_get_project (corpus)), ==, "ben");
  g_assert_cmpstrv (asc_corpus_get_articles (corpus), ((const char *[]) { "aside", "empty-handed", "pieces", "unread", NULL }));
  g_assert_cmpstrv (asc_corpus_get_coders (corpus), ((const char *[]) { "anna", "ben", NULL }));
  g_assert_cmpstrv (asc_corpus_get_layers (corpus, "ben"), ((const char *[]) { "pieces", NULL }));
  g_assert_null (asc_corpus_get_layers (corpus, "carl"));
  g_assert_true (asc_corpus_has_article (corpus, "unread"));
  g_assert_false (asc_corpus_has_article (corpus, "un"));
  g_assert_true (asc_corpus_has_layer (corpus, "aside", "anna"));
  g_assert_false (asc_corpus_has_layer (corpus, "aside", "ben"));
  g_assert_false (asc_corpus_has_layer (corpus, "aside", "carl"));

  g_assert_finalize_object (g_steal_pointer (&corpus));
  remove_tree (folder);
}

static void
test_read (void)
{
  g_autoptr (GFile) folder = copy_golden_project ("awkward");
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (AscCorpus) corpus = asc_corpus_open (folder, problems, NULL, NULL);
  g_autoptr (AscArticle) article = asc_corpus_read_article (corpus, "pieces", problems, NULL);
  g_autoptr (AscAnnotationSet) anna = asc_corpus_read_layer (corpus, article, "anna", problems, NULL);
  g_autoptr (AscAnnotationSet) nobody = asc_corpus_read_layer (corpus, article, "nobody", problems, NULL);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpstr (asc_article_get_published (article), ==, "2024-07-06");
  g_assert_cmpuint (asc_annotation_set_get_n (anna), ==, 9);
  g_assert_cmpint (asc_annotation_set_get_state (anna), ==, ASC_STATE_READING);
  g_assert_cmpuint (asc_annotation_set_get_n (nobody), ==, 0);
  g_assert_cmpint (asc_annotation_set_get_state (nobody), ==, ASC_STATE_UNREAD);

  remove_tree (folder);
}

static void
test_problems_name_the_file (void)
{
  g_autoptr (GFile) folder = copy_golden_project ("awkward");
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (AscCorpus) corpus = NULL;
  g_autoptr (AscArticle) article = NULL;
  g_autoptr (AscAnnotationSet) set = NULL;
  g_autoptr (GError) error = NULL;

  write_text (folder, "codebook.json", "{");
  write_text (folder, "articles/un read.txt", "A name that is no id.");
  write_text (folder, "articles/unread.json", "[]");
  write_text (folder, "annotations/ben/pieces.json", "nonsense");

  corpus = asc_corpus_open (folder, problems, NULL, NULL);
  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_cmpstr (((AscProblem *) g_ptr_array_index (problems, 0))->path, ==, "codebook.json");
  g_assert_cmpstr (((AscProblem *) g_ptr_array_index (problems, 1))->path, ==, "articles/un read.txt");

  g_ptr_array_set_size (problems, 0);
  article = asc_corpus_read_article (corpus, "unread", problems, NULL);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((AscProblem *) g_ptr_array_index (problems, 0))->path, ==, "articles/unread.json");
  g_clear_object (&article);

  article = asc_corpus_read_article (corpus, "pieces", problems, NULL);
  set = asc_corpus_read_layer (corpus, article, "ben", problems, &error);
  g_assert_null (set);
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_SYNTAX);
  g_assert_cmpstr (asc_problem_from_error (error)->path, ==, "annotations/ben/pieces.json");
  g_clear_error (&error);

  g_assert_null (asc_corpus_read_article (corpus, "gone", problems, &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_NOT_FOUND);

  remove_tree (folder);
}

static void
test_no_project (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path ("/nowhere/at-all");
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (GError) error = NULL;

  g_assert_null (asc_corpus_open (folder, problems, NULL, &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_NOT_FOUND);
  g_assert_cmpstr (asc_problem_from_error (error)->path, ==, "/nowhere/at-all/project.json");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/corpus/open", test_open);
  g_test_add_func ("/corpus/read", test_read);
  g_test_add_func ("/corpus/problems-name-the-file", test_problems_name_the_file);
  g_test_add_func ("/corpus/no-project", test_no_project);

  return g_test_run ();
}
