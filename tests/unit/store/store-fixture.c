/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>

#define WAIT_SECONDS 30

static void
collect (AscProjectStore *store,
         AscProblem      *problem,
         GPtrArray       *problems)
{
  g_ptr_array_add (problems, asc_problem_copy (problem));
}

static void
remove_all (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_all (child);
        }
    }
  g_remove (path);
}

void
store_fixture_set_up (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->path = g_dir_make_tmp ("ascribe-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_file_new_for_path (fixture->path);
  fixture->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
}

void
store_fixture_tear_down (StoreFixture  *fixture,
                         gconstpointer  data)
{
  remove_all (fixture->path);
  g_clear_pointer (&fixture->path, g_free);
  g_clear_object (&fixture->folder);
  g_clear_pointer (&fixture->problems, g_ptr_array_unref);
}

GFile *
fixture_file (StoreFixture *fixture,
              const char   *name)
{
  return g_file_resolve_relative_path (fixture->folder, name);
}

char *
fixture_read (StoreFixture *fixture,
              const char   *name)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);
  char *content = NULL;

  g_file_get_contents (path, &content, NULL, NULL);
  return content;
}

void
fixture_write (StoreFixture *fixture,
               const char   *name,
               const char   *content)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0777);
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
}

gboolean
fixture_exists (StoreFixture *fixture,
                const char   *name)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

GPtrArray *
fixture_list (StoreFixture *fixture,
              const char   *folder)
{
  g_autofree char *path = g_build_filename (fixture->path, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

guint
fixture_count (StoreFixture      *fixture,
               AscStoreErrorCode  code)
{
  guint n = 0;

  for (guint i = 0; i < fixture->problems->len; i++)
    n += ((AscProblem *) g_ptr_array_index (fixture->problems, i))->code == code;
  return n;
}

AscProblem *
fixture_find (StoreFixture      *fixture,
              AscStoreErrorCode  code)
{
  for (guint i = 0; i < fixture->problems->len; i++)
    {
      AscProblem *problem = g_ptr_array_index (fixture->problems, i);

      if (problem->code == code)
        return problem;
    }
  return NULL;
}

AscProjectStore *
fixture_create (StoreFixture *fixture,
                const char   *text)
{
  g_autoptr (AscText) article_text = asc_text_new (text, -1);
  AscArticleMeta meta = { .id = (char *) "a", .title = (char *) "A", .published = (char *) "2025-03-05" };
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  AscProjectStore *store;

  store = asc_project_store_create (fixture->folder, "p", "mia", NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (store, "problem", G_CALLBACK (collect), fixture->problems);

  g_ptr_array_add (articles, asc_article_new_full (&meta, article_text));
  asc_project_store_add_articles (store, articles, &error);
  g_assert_no_error (error);
  return store;
}

AscProjectStore *
fixture_open (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  AscProjectStore *store = asc_project_store_open (fixture->folder, "mia", fixture->problems, NULL, &error);

  g_assert_no_error (error);
  g_signal_connect (store, "problem", G_CALLBACK (collect), fixture->problems);
  return store;
}

AscAnnotationSet *
fixture_load (AscProjectStore *store,
              const char      *article,
              const char      *coder)
{
  AscArticle *found = asc_project_lookup_article (asc_project_store_get_project (store), article);
  g_autoptr (GError) error = NULL;
  AscAnnotationSet *set;

  g_assert_nonnull (found);
  set = asc_project_store_load (store, found, coder, NULL, &error);
  g_assert_no_error (error);
  return set;
}

AscAnnotation *
fixture_annotate (AscProjectStore  *store,
                  AscAnnotationSet *set,
                  const char       *id,
                  const char       *label,
                  guint             start,
                  guint             end)
{
  g_autoptr (AscSpanSet) spans = asc_span_set_new_single (start, end);
  g_autoptr (AscAnnotation) annotation = asc_annotation_new (id, label, spans);

  g_assert_true (asc_history_put_annotation (asc_project_store_get_history (store), set, annotation));
  return asc_annotation_set_lookup (set, asc_annotation_get_id (annotation));
}

static gboolean
on_wait_timer (gpointer data)
{
  g_error ("waited for %d seconds in vain", WAIT_SECONDS);
  return G_SOURCE_REMOVE;
}

void
fixture_wait (Condition condition,
              gpointer  data)
{
  guint timer = g_timeout_add_seconds (WAIT_SECONDS, on_wait_timer, NULL);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
}
