/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-open: how long a project of many articles takes to open, warm.
 *
 *   bench-open [ARTICLES [ANNOTATIONS]]   makes a project of so many articles (10,000) with so many annotations each (70), and prints
 *                                         the time to open it, to read the summaries of all rows, and to load one article
 *
 * Without arguments, a short run over 100 articles that checks itself.
 */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "asc-article-file.h"
#include "asc-file-io.h"
#include "asc-project-store.h"

#define N_RUNS 5

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static AscArticle *
make_article (guint number)
{
  g_autofree char *id = g_strdup_printf ("2025-01-%05u", number);
  g_autofree char *title = g_strdup_printf ("Article %u", number);
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (AscText) text = NULL;
  AscArticleMeta meta = { .id = id, .title = title, .published = (char *) "2025-01-01", .outlet = (char *) "Herald" };

  while (content->len < 3800)
    g_string_append_printf (content, "Minister %u said on Tuesday that a fee will be charged. ", number);
  text = asc_text_new (content->str, content->len);
  return asc_article_new_full (&meta, text);
}

static void
annotate (GFile      *folder,
          AscArticle *article,
          guint       n)
{
  g_autoptr (AscAnnotationSet) set = asc_annotation_set_new (article, "mia");
  g_autoptr (AscHistory) history = asc_history_new ();
  g_autofree char *path = g_strdup_printf ("annotations/mia/%s.json", asc_article_get_id (article));
  g_autoptr (GFile) file = g_file_resolve_relative_path (folder, path);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscSpanSet) spans = asc_span_set_new_single (i * 50, i * 50 + 40);
      g_autoptr (AscAnnotation) annotation = asc_annotation_new (NULL, "claim", spans);

      asc_history_put_annotation (history, set, annotation);
    }
  bytes = asc_annotation_file_write (set);
  asc_file_io_write (file, bytes, ASC_FILE_IO_ATOMIC, NULL);
}

static void
make_project (GFile *folder,
              guint  n_articles,
              guint  n_annotations)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AscProjectStore) store = asc_project_store_create (folder, "bench", "mia", NULL, &error);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_no_error (error);
  for (guint i = 0; i < n_articles; i++)
    g_ptr_array_add (articles, make_article (i));
  asc_project_store_add_articles (store, articles, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_articles; i++)
    annotate (folder, g_ptr_array_index (articles, i), n_annotations);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
median (double *values)
{
  qsort (values, N_RUNS, sizeof *values, compare_doubles);
  return values[N_RUNS / 2];
}

static double
elapsed_ms (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

static void
read_summaries (AscProjectStore *store)
{
  GListModel *articles = asc_project_get_articles (asc_project_store_get_project (store));
  guint n = g_list_model_get_n_items (articles);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscArticle) article = g_list_model_get_item (articles, i);

      asc_project_store_load_summary_async (store, article, NULL);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscArticle) article = g_list_model_get_item (articles, i);

      while (!asc_article_has_summary (article))
        g_main_context_iteration (NULL, TRUE);
    }
}

static double
load_one (AscProjectStore *store,
          guint            position,
          guint            n_annotations)
{
  g_autoptr (AscArticle) article = g_list_model_get_item (asc_project_get_articles (asc_project_store_get_project (store)), position);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (AscAnnotationSet) set = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  double taken;

  set = asc_project_store_load (store, article, "mia", problems, &error);
  taken = elapsed_ms (start);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (asc_annotation_set_get_n (set), ==, n_annotations);
  g_assert_cmpuint (asc_article_get_n_annotations (article), ==, n_annotations);
  return taken;
}

static void
measure (GFile *folder,
         guint  n_articles,
         guint  n_annotations)
{
  double opens[N_RUNS], summaries[N_RUNS], first_loads[N_RUNS], loads[N_RUNS];

  for (guint run = 0; run < N_RUNS; run++)
    {
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
      g_autoptr (GError) error = NULL;
      g_autoptr (AscProjectStore) store = NULL;
      GListModel *articles;
      gint64 start;

      start = g_get_monotonic_time ();
      store = asc_project_store_open (folder, "mia", problems, NULL, &error);
      opens[run] = elapsed_ms (start);
      g_assert_no_error (error);
      g_assert_cmpuint (problems->len, ==, 0);
      articles = asc_project_get_articles (asc_project_store_get_project (store));
      g_assert_cmpuint (g_list_model_get_n_items (articles), ==, n_articles);

      start = g_get_monotonic_time ();
      read_summaries (store);
      summaries[run] = elapsed_ms (start);

      /* The first one looks at the coder's folder too. */
      first_loads[run] = load_one (store, n_articles / 2, n_annotations);
      loads[run] = load_one (store, n_articles / 3, n_annotations);
    }
  g_print ("%u articles of %u annotations: open %.1f ms, all summaries %.1f ms, first load %.2f ms, further load %.2f ms "
           "(medians of %d)\n", n_articles, n_annotations, median (opens), median (summaries), median (first_loads),
           median (loads), N_RUNS);
}

int
main (int   argc,
      char *argv[])
{
  guint n_articles = argc > 1 ? strtoul (argv[1], NULL, 10) : 100;
  guint n_annotations = argc > 2 ? strtoul (argv[2], NULL, 10) : 70;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("ascribe-bench-XXXXXX", &error);
  g_autoptr (GFile) folder = NULL;

  g_assert_no_error (error);
  folder = g_file_new_for_path (path);
  make_project (folder, n_articles, n_annotations);
  measure (folder, n_articles, n_annotations);
  remove_all (path);
  return EXIT_SUCCESS;
}
