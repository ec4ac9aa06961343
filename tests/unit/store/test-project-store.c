/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"


#include <glib/gstdio.h>

#define TEXT "Ferrer said on Tuesday that a fee will be charged. Brandt denied this.\n"

static AscArticle *
article_of (const char *id,
            const char *text)
{
  g_autoptr (AscText) article_text = asc_text_new (text, -1);
  AscArticleMeta meta = { .id = (char *) id, .title = (char *) id };

  return asc_article_new_full (&meta, article_text);
}

static void
test_create (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = NULL;
  g_autoptr (AscProjectStore) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *attributes = NULL;
  AscProject *project;

  store = asc_project_store_create (fixture->folder, "Küste", "mia", NULL, &error);
  g_assert_no_error (error);
  project = asc_project_store_get_project (store);
  g_assert_cmpstr (asc_project_get_name (project), ==, "Küste");
  g_assert_cmpstr (asc_project_get_coder (project), ==, "mia");
  g_assert_nonnull (asc_codebook_lookup_label (asc_project_get_codebook (project), "claim"));
  g_assert_false (asc_project_store_get_read_only (store));
  g_assert_false (asc_project_store_get_saving (store));
  g_assert_true (g_file_equal (asc_project_store_get_folder (store), fixture->folder));
  attributes = fixture_read (fixture, ".gitattributes");
  g_assert_cmpstr (attributes, ==, "articles/*.txt -text\n");
  g_clear_object (&store);

  /* Whatever create() writes opens without a word. */
  again = fixture_open (fixture);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_cmpstr (asc_project_get_name (asc_project_store_get_project (again)), ==, "Küste");

  g_assert_null (asc_project_store_create (fixture->folder, "Other", "mia", NULL, &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (asc_project_store_create_sample (fixture->folder, "mia", &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_EXISTS);
}

/* A crash in the middle of create() leaves no project.json: it can be done again, over what is there. */
static void
test_create_again (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *actors = NULL;

  fixture_write (fixture, "actors.json", "{\"format\": \"ascribe-actors/1\", \"actors\": [{\"id\": \"x\", \"name\": \"X\"}]}");
  store = asc_project_store_create (fixture->folder, "p", "mia", NULL, &error);
  g_assert_no_error (error);
  actors = fixture_read (fixture, "actors.json");
  g_assert_nonnull (strstr (actors, "\"X\""));
  g_assert_nonnull (asc_actor_register_lookup (asc_project_get_actors (asc_project_store_get_project (store)), "x"));
}

static void
test_sample (StoreFixture  *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *id;
    AscState    state;
    guint       min_annotations;
  } expected[] = {
    { "2025-02-19-wind-law", ASC_STATE_DONE, 10 },
    { "2025-03-05-ferry-fee", ASC_STATE_READING, 25 },
    { "2025-03-10-water-plan", ASC_STATE_READING, 10 },
    { "2025-03-15-school-lunch", ASC_STATE_READING, 5 },
    { "2025-03-17-night-buses", ASC_STATE_READING, 5 },
    { "2025-03-20-spring-fair", ASC_STATE_DONE_NO_CLAIMS, 0 },
  };
  g_autoptr (AscProjectStore) store = NULL;
  g_autoptr (AscProjectStore) again = NULL;
  g_autoptr (GError) error = NULL;
  AscProject *project;

  store = asc_project_store_create_sample (fixture->folder, "mia", &error);
  g_assert_no_error (error);
  g_clear_object (&store);

  again = fixture_open (fixture);
  project = asc_project_store_get_project (again);
  g_assert_cmpuint (g_list_model_get_n_items (asc_project_get_articles (project)), ==, G_N_ELEMENTS (expected));
  g_assert_cmpuint (g_strv_length ((GStrv) asc_project_get_coders (project)), ==, 1);
  g_assert_nonnull (asc_project_get_guidelines (project));

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      AscArticle *article = asc_project_lookup_article (project, expected[i].id);
      g_autoptr (AscAnnotationSet) set = asc_project_store_load (again, article, "mia", fixture->problems, &error);
      guint length;

      g_assert_no_error (error);
      g_assert_cmpint (asc_annotation_set_get_state (set), ==, expected[i].state);
      g_assert_cmpuint (asc_annotation_set_get_n (set), >=, expected[i].min_annotations);
      g_assert_cmpstr (asc_annotation_set_get_coder (set), ==, "mia");
      g_assert_null (asc_annotation_set_get_extra (set));
      length = asc_text_get_length (asc_article_get_text (article));
      g_assert_cmpuint (length, >=, 300);
      g_assert_cmpuint (length, <=, 1500);
      g_assert_cmpuint (asc_article_get_meta (article)->length, ==, length);

      /* Labels, relations and actors are those of codebook and register; every choice is one of its values. */
      for (guint j = 0; j < asc_annotation_set_get_n (set); j++)
        {
          AscAnnotation *annotation = asc_annotation_set_get_nth (set, j);
          AscAttributes *attributes = asc_annotation_get_attributes (annotation);
          AscLabel *label = asc_codebook_lookup_label (asc_project_get_codebook (project), asc_annotation_get_label (annotation));

          g_assert_nonnull (label);
          for (guint k = 0; k < asc_attributes_get_n (attributes); k++)
            {
              const char *name = asc_attributes_get_name (attributes, k);
              AscAttributeDefinition *definition = asc_label_lookup_attribute (label, name);

              if (g_str_has_prefix (name, "no-"))
                continue;
              g_assert_nonnull (definition);
              g_assert_true (asc_attribute_definition_accepts (definition, asc_attributes_get_nth (attributes, k)));
              if (g_str_equal (name, "actor"))
                g_assert_nonnull (asc_actor_register_lookup (asc_project_get_actors (project),
                                                             asc_attributes_get_string (attributes, name)));
            }
        }
    }
  for (guint i = 0; i < fixture->problems->len; i++)
    g_test_message ("%s: %s", ((AscProblem *) g_ptr_array_index (fixture->problems, i))->path,
                    ((AscProblem *) g_ptr_array_index (fixture->problems, i))->detail);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
}

/* data/sample is what the program would write, so that the first save of a sample changes one line. */
static void
test_sample_is_canonical (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = NULL;

  store = asc_project_store_create_sample (fixture->folder, "sample", &error);
  g_assert_no_error (error);
  names = fixture_list (fixture, "annotations/sample");
  g_assert_cmpuint (names->len, ==, 6);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = g_build_filename ("annotations", "sample", g_ptr_array_index (names, i), NULL);
      g_autofree char *source = g_build_filename (g_getenv ("ASC_SOURCE_ROOT"), "data", "sample", name, NULL);
      g_autofree char *written = fixture_read (fixture, name);
      g_autofree char *committed = NULL;

      g_assert_true (g_file_get_contents (source, &committed, NULL, NULL));
      g_assert_cmpstr (written, ==, committed);
    }
}

static void
test_no_project (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr (GFile) missing = fixture_file (fixture, "none");
  g_autoptr (GFile) file = fixture_file (fixture, "file");
  g_autoptr (GError) error = NULL;

  g_assert_null (asc_project_store_open (missing, "mia", NULL, NULL, &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_null (asc_project_store_open (fixture->folder, "mia", NULL, NULL, &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  fixture_write (fixture, "file", "x");
  g_assert_null (asc_project_store_open (file, "mia", NULL, NULL, &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_FORMAT);
  g_clear_error (&error);

  g_assert_null (asc_project_store_open (fixture->folder, "../mia", NULL, NULL, &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_FORMAT);
}

/* Each broken file is one problem that names it; the rest is usable and the file is not touched. */
static void
test_broken (StoreFixture  *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char        *name;
    const char        *content;  /* NULL: removed */
    AscStoreErrorCode  code;
  } cases[] = {
    { "project.json", "{", ASC_STORE_ERROR_SYNTAX },
    { "project.json", "", ASC_STORE_ERROR_EMPTY },
    { "project.json", "[]", ASC_STORE_ERROR_FORMAT },
    { "project.json", NULL, ASC_STORE_ERROR_NOT_FOUND },
    { "codebook.json", "{\"format\": \"ascribe-codebook/1\"", ASC_STORE_ERROR_SYNTAX },
    { "codebook.json", "{\"format\": \"ascribe-actors/1\"}", ASC_STORE_ERROR_FORMAT },
    { "codebook.json", NULL, ASC_STORE_ERROR_NOT_FOUND },
    { "actors.json", "nonsense", ASC_STORE_ERROR_SYNTAX },
    { "actors.json", "{\"format\": \"ascribe-actors/1\", \"actors\": 7}", ASC_STORE_ERROR_FORMAT },
    { "guidelines.md", "\xff\xfe", ASC_STORE_ERROR_NOT_TEXT },
  };
  g_autoptr (AscProjectStore) made = fixture_create (fixture, TEXT);

  g_clear_object (&made);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = fixture_read (fixture, cases[i].name);
      g_autofree char *path = g_build_filename (fixture->path, cases[i].name, NULL);
      g_autofree char *after = NULL;
      g_autoptr (AscProjectStore) store = NULL;
      g_autoptr (AscAnnotationSet) set = NULL;

      g_test_message ("case %u: %s", i, cases[i].name);
      if (cases[i].content != NULL)
        fixture_write (fixture, cases[i].name, cases[i].content);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);

      g_ptr_array_set_size (fixture->problems, 0);
      store = fixture_open (fixture);
      g_assert_cmpuint (fixture->problems->len, ==, 1);
      g_assert_cmpuint (fixture_count (fixture, cases[i].code), ==, 1);
      g_assert_cmpstr (fixture_find (fixture, cases[i].code)->path, ==, path);

      /* Annotating goes on, and leaves the file alone. */
      set = fixture_load (store, "a", "mia");
      fixture_annotate (store, set, NULL, "claim", i, i + 5);
      g_assert_true (asc_project_store_flush (store, NULL));
      after = fixture_read (fixture, cases[i].name);
      g_assert_cmpstr (after, ==, cases[i].content);

      g_clear_object (&set);
      g_clear_object (&store);
      if (before != NULL)
        fixture_write (fixture, cases[i].name, before);
      else
        g_unlink (path);
    }
}

static void
test_newer (StoreFixture  *fixture,
            gconstpointer  data)
{
  static const char newer[] = "{\"format\": \"ascribe-project/99\", \"name\": \"x\"}";
  g_autoptr (AscProjectStore) made = fixture_create (fixture, TEXT);
  g_autoptr (AscProjectStore) store = NULL;
  g_autoptr (AscAnnotationSet) set = NULL;

  g_clear_object (&made);
  fixture_write (fixture, "project.json", newer);
  store = fixture_open (fixture);
  g_assert_cmpuint (fixture_count (fixture, ASC_STORE_ERROR_NEWER), ==, 1);
  g_assert_true (asc_project_store_get_read_only (store));
  set = fixture_load (store, "a", "mia");
  g_assert_true (asc_annotation_set_get_read_only (set));
}

/* Names in articles/ that are no articles. */
static void
test_listing (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr (AscProjectStore) made = fixture_create (fixture, TEXT);
  g_autoptr (AscProjectStore) store = NULL;
  GListModel *articles;

  g_clear_object (&made);
  fixture_write (fixture, "articles/b.txt", "b\n");
  fixture_write (fixture, "articles/.hidden.txt", "x");
  fixture_write (fixture, "articles/notes.md", "x");
  fixture_write (fixture, "articles/my notes.txt", "x");
  fixture_write (fixture, "articles/a.sync-conflict-20250401-120000-ABCDEF1.txt", "x");
  fixture_write (fixture, "annotations/otto/a.json", "{}");
  store = fixture_open (fixture);
  articles = asc_project_get_articles (asc_project_store_get_project (store));
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 2);
  g_assert_nonnull (asc_project_lookup_article (asc_project_store_get_project (store), "b"));
  g_assert_cmpuint (fixture->problems->len, ==, 2);
  g_assert_cmpuint (fixture_count (fixture, ASC_STORE_ERROR_FORMAT), ==, 1);
  g_assert_cmpuint (fixture_count (fixture, ASC_STORE_ERROR_CHANGED_ON_DISK), ==, 1);
  g_assert_true (g_strv_contains (asc_project_get_coders (asc_project_store_get_project (store)), "otto"));
}

static void
test_load (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  AscArticle *article = asc_project_lookup_article (asc_project_store_get_project (store), "a");
  g_autoptr (AscAnnotationSet) set = fixture_load (store, "a", "mia");
  g_autoptr (AscAnnotationSet) again = fixture_load (store, "a", "mia");
  g_autoptr (AscAnnotationSet) other = fixture_load (store, "a", "otto");
  gpointer gone = set;

  g_assert_true (set == again);
  g_assert_true (set != other);
  g_assert_cmpstr (asc_text_get_utf8 (asc_article_get_text (article)), ==, TEXT);
  g_assert_true (asc_article_has_summary (article));

  /* Nobody holds them any more: set and text go. */
  g_object_add_weak_pointer (G_OBJECT (set), &gone);
  g_clear_object (&set);
  g_clear_object (&again);
  g_assert_null (gone);
  g_assert_nonnull (asc_article_get_text (article));
  g_clear_object (&other);
  g_assert_null (asc_article_get_text (article));

  set = fixture_load (store, "a", "mia");
  g_assert_cmpstr (asc_text_get_utf8 (asc_article_get_text (article)), ==, TEXT);
}

static void
test_load_bad (StoreFixture  *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char        *name;
    const char        *content;
    AscStoreErrorCode  code;
    gboolean           fails;
  } cases[] = {
    { "articles/a.txt", "", ASC_STORE_ERROR_EMPTY, TRUE },
    { "articles/a.txt", "\xff\xfe""A", ASC_STORE_ERROR_NOT_TEXT, TRUE },
    { "articles/a.txt", "Another text.\n", ASC_STORE_ERROR_TEXT_CHANGED, FALSE },
    { "articles/a.json", "{\"format\": \"asc", ASC_STORE_ERROR_SYNTAX, FALSE },
    { "articles/a.json", "{\"format\": \"ascribe-article/99\"}", ASC_STORE_ERROR_NEWER, FALSE },
    { "annotations/mia/a.json", "{\"format\": ", ASC_STORE_ERROR_SYNTAX, FALSE },
    { "annotations/mia/a.json", "", ASC_STORE_ERROR_EMPTY, FALSE },
    { "annotations/mia/a.json", "[]", ASC_STORE_ERROR_FORMAT, FALSE },
  };
  g_autoptr (AscProjectStore) made = fixture_create (fixture, TEXT);

  g_clear_object (&made);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = fixture_read (fixture, cases[i].name);
      g_autofree char *path = g_build_filename (fixture->path, cases[i].name, NULL);
      g_autoptr (AscProjectStore) store = NULL;
      g_autoptr (AscAnnotationSet) set = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u: %s", i, cases[i].name);
      fixture_write (fixture, cases[i].name, cases[i].content);
      g_ptr_array_set_size (fixture->problems, 0);
      store = fixture_open (fixture);
      set = asc_project_store_load (store, asc_project_lookup_article (asc_project_store_get_project (store), "a"), "mia",
                                    fixture->problems, &error);
      if (cases[i].fails)
        {
          g_assert_null (set);
          g_assert_error (error, ASC_STORE_ERROR, (int) cases[i].code);
          g_assert_cmpstr (asc_problem_from_error (error)->path, ==, path);
        }
      else
        {
          g_assert_no_error (error);
          g_assert_nonnull (set);
          g_assert_cmpuint (fixture_count (fixture, cases[i].code), ==, 1);
          g_assert_cmpstr (fixture_find (fixture, cases[i].code)->path, ==, path);
        }
      if (before != NULL)
        fixture_write (fixture, cases[i].name, before);
      else
        g_unlink (path);
    }
}

/* A folder in the place of a file would make an empty set that is later written over nothing: the load fails instead. */
static void
test_load_unreadable (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  g_autoptr (GError) error = NULL;

  fixture_write (fixture, "annotations/mia/a.json/x", "x");
  g_assert_null (asc_project_store_load (store, asc_project_lookup_article (asc_project_store_get_project (store), "a"), "mia",
                                         NULL, &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_UNREADABLE);
}

static void
test_add_articles (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  AscProject *project = asc_project_store_get_project (store);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (AscProjectStore) again = NULL;

  /* On disk but not in the list, and annotations that an article left behind. */
  fixture_write (fixture, "articles/c.txt", "somebody else's");
  fixture_write (fixture, "annotations/mia/d.json", "{}");
  g_ptr_array_add (articles, article_of ("A", "one"));
  g_ptr_array_add (articles, article_of ("a", "two"));
  g_ptr_array_add (articles, article_of ("c", "three"));
  g_ptr_array_add (articles, article_of ("d", "four"));
  g_ptr_array_add (articles, article_of ("e", "five"));
  g_assert_true (asc_project_store_add_articles (store, articles, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (g_list_model_get_n_items (asc_project_get_articles (project)), ==, 6);
  g_assert_cmpstr (asc_article_get_id (g_ptr_array_index (articles, 0)), ==, "A-2");
  g_assert_cmpstr (asc_article_get_id (g_ptr_array_index (articles, 1)), ==, "a-3");
  g_assert_cmpstr (asc_article_get_id (g_ptr_array_index (articles, 2)), ==, "c-2");
  g_assert_cmpstr (asc_article_get_id (g_ptr_array_index (articles, 3)), ==, "d-2");
  g_assert_cmpstr (asc_article_get_id (g_ptr_array_index (articles, 4)), ==, "e");
  g_assert_true (asc_project_lookup_article (project, "c-2") == g_ptr_array_index (articles, 2));
  text = fixture_read (fixture, "articles/c.txt");
  g_assert_cmpstr (text, ==, "somebody else's");

  g_clear_object (&store);
  again = fixture_open (fixture);
  for (guint i = 0; i < articles->len; i++)
    {
      const char *id = asc_article_get_id (g_ptr_array_index (articles, i));
      g_autoptr (AscAnnotationSet) set = fixture_load (again, id, "mia");

      g_assert_cmpstr (asc_text_get_utf8 (asc_article_get_text (asc_annotation_set_get_article (set))), ==,
                       asc_text_get_utf8 (asc_article_get_text (g_ptr_array_index (articles, i))));
    }
  g_assert_cmpuint (fixture->problems->len, ==, 0);
}

typedef struct
{
  GAsyncResult *result;
} Answer;

static void
on_answer (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_set_object (&((Answer *) data)->result, result);
}

static gboolean
is_answered (gpointer data)
{
  return ((Answer *) data)->result != NULL;
}

static void
test_async (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = NULL;
  g_autoptr (AscAnnotationSet) set = NULL;
  g_autoptr (AscAnnotationSet) same = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  AscArticle *article;
  Answer opened = { NULL }, first = { NULL }, second = { NULL }, cancelled = { NULL }, added = { NULL };

  store = fixture_create (fixture, TEXT);
  g_clear_object (&store);

  asc_project_store_open_async (fixture->folder, "mia", NULL, on_answer, &opened);
  fixture_wait (is_answered, &opened);
  store = asc_project_store_open_finish (opened.result, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_clear_pointer (&problems, g_ptr_array_unref);

  /* Two at once for one article give one set. */
  article = asc_project_lookup_article (asc_project_store_get_project (store), "a");
  asc_project_store_load_async (store, article, "mia", NULL, on_answer, &first);
  asc_project_store_load_async (store, article, "mia", NULL, on_answer, &second);
  g_cancellable_cancel (cancellable);
  asc_project_store_load_async (store, article, "mia", cancellable, on_answer, &cancelled);
  fixture_wait (is_answered, &first);
  fixture_wait (is_answered, &second);
  fixture_wait (is_answered, &cancelled);
  set = asc_project_store_load_finish (store, first.result, &problems, &error);
  g_assert_no_error (error);
  same = asc_project_store_load_finish (store, second.result, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (set);
  g_assert_true (set == same);
  g_assert_null (asc_project_store_load_finish (store, cancelled.result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  for (guint i = 0; i < 20; i++)
    g_ptr_array_add (articles, article_of ("new", "text"));
  asc_project_store_add_articles_async (store, articles, NULL, on_answer, &added);
  fixture_wait (is_answered, &added);
  g_assert_true (asc_project_store_add_articles_finish (store, added.result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (asc_project_get_articles (asc_project_store_get_project (store))), ==, 21);
  g_assert_true (fixture_exists (fixture, "articles/new-20.txt"));

  g_clear_object (&opened.result);
  g_clear_object (&first.result);
  g_clear_object (&second.result);
  g_clear_object (&cancelled.result);
  g_clear_object (&added.result);
}

static gboolean
all_have_summaries (gpointer data)
{
  GListModel *articles = data;

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (AscArticle) article = g_list_model_get_item (articles, i);

      if (!asc_article_has_summary (article) || !asc_article_is_loaded (article))
        return FALSE;
    }
  return TRUE;
}

static void
test_summaries (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr (AscProjectStore) made = NULL;
  g_autoptr (AscProjectStore) store = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *articles;
  AscArticle *ferry, *fair;

  made = asc_project_store_create_sample (fixture->folder, "mia", &error);
  g_assert_no_error (error);
  g_clear_object (&made);
  fixture_write (fixture, "articles/bare.txt", "no metadata, no annotations\n");

  store = fixture_open (fixture);
  articles = asc_project_get_articles (asc_project_store_get_project (store));
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (AscArticle) article = g_list_model_get_item (articles, i);

      asc_project_store_load_summary_async (store, article, NULL);
      asc_project_store_load_summary_async (store, article, NULL);
    }
  fixture_wait (all_have_summaries, articles);

  ferry = asc_project_lookup_article (asc_project_store_get_project (store), "2025-03-05-ferry-fee");
  g_assert_cmpstr (asc_article_get_title (ferry), ==, "Ferry fee splits the islands");
  g_assert_cmpint (asc_article_get_state (ferry), ==, ASC_STATE_READING);
  g_assert_cmpuint (asc_article_get_n_annotations (ferry), ==, 30);
  fair = asc_project_lookup_article (asc_project_store_get_project (store), "2025-03-20-spring-fair");
  g_assert_cmpint (asc_article_get_state (fair), ==, ASC_STATE_DONE_NO_CLAIMS);
  g_assert_null (asc_article_get_text (ferry));
}

/* A project that is closed goes, however many rows were asked for. */
static void
test_summaries_unwanted (StoreFixture  *fixture,
                         gconstpointer  data)
{
  AscProjectStore *store = fixture_create (fixture, TEXT);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  gpointer gone = store;

  g_object_add_weak_pointer (G_OBJECT (store), &gone);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = g_strdup_printf ("none%u", i);

      g_ptr_array_add (articles, asc_article_new (id));
      asc_project_store_load_summary_async (store, g_ptr_array_index (articles, i), NULL);
    }
  g_object_unref (store);
  g_assert_null (gone);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_default (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *expected = g_build_filename (g_get_user_data_dir (), "ascribe", "My Articles", NULL);
  g_autoptr (AscProjectStore) store = NULL;
  g_autoptr (AscProjectStore) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *coder = asc_project_store_default_coder ();

  g_assert_cmpstr (coder, !=, "");
  store = asc_project_store_open_default ("Mine", NULL, fixture->problems, &error);
  g_assert_no_error (error);
  path = g_file_get_path (asc_project_store_get_folder (store));
  g_assert_cmpstr (path, ==, expected);
  g_assert_cmpstr (asc_project_get_coder (asc_project_store_get_project (store)), ==, coder);
  g_clear_object (&store);
  again = asc_project_store_open_default ("Other", NULL, fixture->problems, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (asc_project_get_name (asc_project_store_get_project (again)), ==, "Mine");
  g_assert_cmpuint (fixture->problems->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  STORE_TEST ("/project-store/create", test_create);
  STORE_TEST ("/project-store/create-again", test_create_again);
  STORE_TEST ("/project-store/sample", test_sample);
  STORE_TEST ("/project-store/sample-is-canonical", test_sample_is_canonical);
  STORE_TEST ("/project-store/no-project", test_no_project);
  STORE_TEST ("/project-store/broken", test_broken);
  STORE_TEST ("/project-store/newer", test_newer);
  STORE_TEST ("/project-store/listing", test_listing);
  STORE_TEST ("/project-store/load", test_load);
  STORE_TEST ("/project-store/load-bad", test_load_bad);
  STORE_TEST ("/project-store/load-unreadable", test_load_unreadable);
  STORE_TEST ("/project-store/add-articles", test_add_articles);
  STORE_TEST ("/project-store/async", test_async);
  STORE_TEST ("/project-store/summaries", test_summaries);
  STORE_TEST ("/project-store/summaries-unwanted", test_summaries_unwanted);
  STORE_TEST ("/project-store/default", test_default);

  return g_test_run ();
}
