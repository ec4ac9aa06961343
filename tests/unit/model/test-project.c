/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "asc-project.h"

static AscProject *
new_project (void)
{
  g_autoptr (AscCodebook) codebook = fixture_codebook ();

  return asc_project_new ("P", codebook);
}

static void
add (AscProject *project,
     const char *ids)
{
  g_auto (GStrv)        split = g_strsplit (ids, " ", -1);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; split[i] != NULL; i++)
    g_ptr_array_add (articles, asc_article_new (split[i]));
  asc_project_add_articles (project, articles);
}

static char *
ids (AscProject *project)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (asc_project_get_articles (project)); i++)
    {
      g_autoptr (AscArticle) article = g_list_model_get_item (asc_project_get_articles (project), i);

      g_string_append_printf (joined, "%s ", asc_article_get_id (article));
    }
  return g_string_free_and_steal (joined);
}

static void
test_articles (void)
{
  g_autoptr (AscProject) project = new_project ();
  g_autoptr (Shadow)     shadow = shadow_new (asc_project_get_articles (project));
  g_autofree char       *three = NULL;
  g_autofree char       *merged = NULL;
  g_autofree char       *less = NULL;

  add (project, "m c x");
  three = ids (project);
  g_assert_cmpstr (three, ==, "c m x ");
  add (project, "d z a e m n");
  merged = ids (project);
  g_assert_cmpstr (merged, ==, "a c d e m n x z ");
  add (project, "a z");
  g_assert_cmpuint (shadow->n_signals, ==, 2);
  shadow_check (shadow);

  g_assert_cmpstr (asc_article_get_id (asc_project_lookup_article (project, "n")), ==, "n");
  asc_project_remove_article (project, "n");
  asc_project_remove_article (project, "n");
  g_assert_null (asc_project_lookup_article (project, "n"));
  less = ids (project);
  g_assert_cmpstr (less, ==, "a c d e m x z ");
  shadow_check (shadow);
}

static void
test_many_articles (void)
{
  g_autoptr (AscProject) project = new_project ();
  g_autoptr (Shadow)     shadow = shadow_new (asc_project_get_articles (project));
  g_autoptr (GPtrArray)  articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("%08u", i * 7919u % 10007u);

      g_ptr_array_add (articles, asc_article_new (id));
    }
  asc_project_add_articles (project, articles);
  g_assert_cmpuint (shadow->n_signals, ==, 1);
  g_assert_cmpuint (shadow->items->len, ==, 10000);
  for (guint i = 1; i < 10000; i++)
    g_assert_cmpstr (asc_article_get_id (shadow->items->pdata[i - 1]), <, asc_article_get_id (shadow->items->pdata[i]));
}

static void
test_free_article_id (void)
{
  g_autoptr (AscProject) project = new_project ();
  g_autofree char       *fresh = asc_project_free_article_id (project, "France expels two");
  g_autofree char       *taken = NULL;
  g_autofree char       *again = NULL;

  g_assert_cmpstr (fresh, ==, "france-expels-two");
  add (project, "France-Expels-Two");
  taken = asc_project_free_article_id (project, "France expels two");
  g_assert_cmpstr (taken, ==, "france-expels-two-2");
  asc_project_remove_article (project, "France-Expels-Two");
  again = asc_project_free_article_id (project, "France expels two");
  g_assert_cmpstr (again, ==, "france-expels-two");
}

static void
test_notify (void)
{
  static const char *const coders[] = { "mia", "tom", NULL };
  g_autoptr (AscProject)   project = new_project ();
  g_autoptr (AscCodebook)  codebook = fixture_codebook ();
  guint                    n = 0;

  g_signal_connect_swapped (project, "notify", G_CALLBACK (count_up), &n);
  asc_project_set_name (project, "P");
  g_assert_cmpuint (n, ==, 0);
  asc_project_set_name (project, "Q");
  asc_project_set_language (project, "de");
  asc_project_set_gold_coder (project, "gold");
  asc_project_set_guidelines (project, "# How");
  asc_project_set_codebook (project, codebook);
  g_assert_cmpuint (n, ==, 5);
  asc_project_set_coders (project, coders);
  asc_project_set_coders (project, coders);
  g_assert_cmpuint (n, ==, 6);

  asc_project_set_coder (project, "mia");
  g_assert_cmpuint (n, ==, 7);
  asc_project_set_coder (project, "ann");
  g_assert_cmpuint (n, ==, 9);
  g_assert_cmpstr (asc_project_get_coders (project)[2], ==, "ann");
  g_assert_cmpstr (asc_project_get_coder (project), ==, "ann");
  g_assert_cmpstr (asc_project_get_gold_coder (project), ==, "gold");
  g_assert_cmpstr (asc_project_get_guidelines (project), ==, "# How");
  g_assert_cmpstr (asc_project_get_language (project), ==, "de");
  g_assert_true (asc_project_get_codebook (project) == codebook);
}

static void
test_finalize (void)
{
  AscProject *project = new_project ();
  AscArticle *article;

  add (project, "a b");
  asc_project_set_extra (project, "{}");
  g_assert_cmpstr (asc_project_get_extra (project), ==, "{}");
  article = asc_project_lookup_article (project, "a");
  g_object_add_weak_pointer (G_OBJECT (article), (gpointer *) &article);
  assert_finalize (project);
  g_assert_null (article);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project/articles", test_articles);
  g_test_add_func ("/project/many-articles", test_many_articles);
  g_test_add_func ("/project/free-article-id", test_free_article_id);
  g_test_add_func ("/project/notify", test_notify);
  g_test_add_func ("/project/finalize", test_finalize);
  return g_test_run ();
}
