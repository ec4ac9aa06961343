/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-session.h"

typedef struct
{
  char            *folder;
  AscProjectStore *store;
  AscSession      *session;
} Fixture;

static gboolean
on_timeout (gpointer data)
{
  g_error ("waited a minute in vain");
  return G_SOURCE_REMOVE;
}

static void
wait_loaded (AscSession *session)
{
  guint timeout = g_timeout_add_seconds (60, on_timeout, NULL);

  while (asc_session_get_loading (session))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile)  folder = NULL;
  g_autofree char   *path = NULL;

  fixture->folder = g_dir_make_tmp ("ascribe-session-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "sample", NULL);
  folder = g_file_new_for_path (path);
  fixture->store = asc_project_store_create_sample (folder, "mia", &error);
  g_assert_no_error (error);
  fixture->session = asc_session_new ();
  asc_session_set_store (fixture->session, fixture->store);
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", fixture->folder);

  AscSession *session = fixture->session;
  guint timeout = g_timeout_add_seconds (60, on_timeout, NULL);

  asc_project_store_flush (fixture->store, NULL);
  asc_session_set_store (fixture->session, NULL);

  /* A load that a later one cancelled may be under way in its thread still, and holds the session until it has come back. */
  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *) &session);
  g_object_unref (fixture->session);
  while (session != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  g_object_unref (fixture->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (system (command), ==, 0);
  g_free (fixture->folder);
}

static AscArticle *
get_article (Fixture *fixture, guint i)
{
  g_autoptr (AscArticle) article = g_list_model_get_item (asc_project_get_articles (asc_session_get_project (fixture->session)), i);

  return article; /* the project holds it */
}

static void
open_nth (Fixture *fixture, guint i)
{
  asc_session_open_article (fixture->session, get_article (fixture, i));
  wait_loaded (fixture->session);
  g_assert_nonnull (asc_session_get_annotator (fixture->session));
}

static void
on_notify (AscSession *session, GParamSpec *pspec, GString *log)
{
  g_string_append_printf (log, "%s ", pspec->name);
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (fixture->session, "notify", G_CALLBACK (on_notify), log);
  asc_session_open_article (fixture->session, get_article (fixture, 0));
  g_assert_true (asc_session_get_article (fixture->session) == get_article (fixture, 0));
  g_assert_null (asc_session_get_set (fixture->session));
  g_assert_cmpstr (log->str, ==, "article loading ");
  g_string_truncate (log, 0);
  wait_loaded (fixture->session);
  g_assert_cmpstr (log->str, ==, "set annotator loading ");

  /* Closing takes all of it away, the selection first. */
  asc_session_set_selected (fixture->session, asc_annotation_set_get_nth (asc_session_get_set (fixture->session), 0));
  g_string_truncate (log, 0);
  asc_session_open_article (fixture->session, NULL);
  g_assert_cmpstr (log->str, ==, "selected annotator set article ");
  g_assert_null (asc_session_get_selected (fixture->session));
  g_signal_handlers_disconnect_by_data (fixture->session, log);
}

static void
test_later_wins (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 4; i++)
    asc_session_open_article (fixture->session, get_article (fixture, i));
  wait_loaded (fixture->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (asc_session_get_article (fixture->session) == get_article (fixture, 3));
  g_assert_true (asc_annotation_set_get_article (asc_session_get_set (fixture->session)) == get_article (fixture, 3));
}

static void
test_neighbours (Fixture *fixture, gconstpointer data)
{
  open_nth (fixture, 0);
  g_assert_false (asc_session_open_previous (fixture->session));
  for (guint i = 1; i < 6; i++)
    {
      g_assert_true (asc_session_open_next (fixture->session));
      g_assert_true (asc_session_get_article (fixture->session) == get_article (fixture, i));
    }
  g_assert_false (asc_session_open_next (fixture->session));
  g_assert_true (asc_session_open_previous (fixture->session));
  wait_loaded (fixture->session);
}

static void
test_follows_edits (Fixture *fixture, gconstpointer data)
{
  AscAnnotator  *annotator;
  AscAnnotation *before, *after;
  char          *id;

  open_nth (fixture, 0);
  annotator = asc_session_get_annotator (fixture->session);
  before = asc_annotation_set_get_nth (asc_session_get_set (fixture->session), 0);
  id = g_strdup (asc_annotation_get_id (before));
  asc_session_set_selected (fixture->session, before);
  asc_session_set_hovered (fixture->session, before);

  g_assert_true (asc_annotator_set_note (annotator, before, "unsure"));
  after = asc_session_get_selected (fixture->session);
  g_assert_nonnull (after);
  g_assert_cmpstr (asc_annotation_get_id (after), ==, id);
  g_assert_cmpstr (asc_annotation_get_note (after), ==, "unsure");
  g_assert_true (asc_session_get_hovered (fixture->session) == after);

  g_assert_true (asc_annotator_remove (annotator, after));
  g_assert_null (asc_session_get_selected (fixture->session));
  g_assert_null (asc_session_get_hovered (fixture->session));

  /* Undo selects what came back. */
  g_assert_true (asc_session_undo (fixture->session));
  g_assert_cmpstr (asc_annotation_get_id (asc_session_get_selected (fixture->session)), ==, id);
  g_free (id);
}

static void
count (gpointer data)
{
  (*(guint *) data)++;
}

static void
test_lit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) relations = NULL;
  AscAnnotationSet     *set;
  AscRelation          *relation;
  AscAnnotation        *from, *to;
  guint                 n_changes = 0;

  open_nth (fixture, 0);
  set = asc_session_get_set (fixture->session);
  relations = asc_annotation_set_get_relations (set);
  relation = g_ptr_array_index (relations, 0);
  from = asc_annotation_set_lookup (set, asc_relation_get_from (relation));
  to = asc_annotation_set_lookup (set, asc_relation_get_to (relation));
  g_signal_connect_swapped (fixture->session, "lit-changed", G_CALLBACK (count), &n_changes);

  g_assert_false (asc_session_is_lit (fixture->session, to));
  asc_session_set_selected (fixture->session, from);
  g_assert_true (asc_session_is_lit (fixture->session, to));
  g_assert_false (asc_session_is_lit (fixture->session, from));
  asc_session_set_selected (fixture->session, to);
  g_assert_true (asc_session_is_lit (fixture->session, from));
  g_assert_cmpuint (n_changes, ==, 2);
  asc_session_set_selected (fixture->session, NULL);
  asc_session_set_hovered (fixture->session, from);
  g_assert_true (asc_session_is_lit (fixture->session, to));

  /* A relation that goes takes its light with it. */
  g_assert_true (asc_annotator_unrelate (asc_session_get_annotator (fixture->session), relation));
  g_assert_false (asc_session_is_lit (fixture->session, to));
  g_signal_handlers_disconnect_by_data (fixture->session, &n_changes);
}

static void
test_undo_elsewhere (Fixture *fixture, gconstpointer data)
{
  AscAnnotation *removed;
  g_autofree char *id = NULL;

  open_nth (fixture, 0);
  removed = asc_annotation_set_get_nth (asc_session_get_set (fixture->session), 2);
  id = g_strdup (asc_annotation_get_id (removed));
  g_assert_true (asc_annotator_remove (asc_session_get_annotator (fixture->session), removed));
  open_nth (fixture, 3);

  g_assert_true (asc_session_undo (fixture->session));
  wait_loaded (fixture->session);
  g_assert_true (asc_session_get_article (fixture->session) == get_article (fixture, 0));
  g_assert_nonnull (asc_session_get_selected (fixture->session));
  g_assert_cmpstr (asc_annotation_get_id (asc_session_get_selected (fixture->session)), ==, id);
  g_assert_false (asc_session_undo (fixture->session));
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sample", "articles", "2025-02-19-wind-law.txt", NULL);

  g_assert_true (g_file_set_contents (path, "\xff\xfe\xfd", 3, NULL));
  asc_session_open_article (fixture->session, get_article (fixture, 0));
  wait_loaded (fixture->session);
  g_assert_null (asc_session_get_set (fixture->session));
  g_assert_nonnull (asc_session_get_load_error (fixture->session));
  /* The program goes on. */
  open_nth (fixture, 1);
  g_assert_null (asc_session_get_load_error (fixture->session));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/session/" name, Fixture, NULL, setup, func, teardown)
  ADD ("open", test_open);
  ADD ("later-wins", test_later_wins);
  ADD ("neighbours", test_neighbours);
  ADD ("follows-edits", test_follows_edits);
  ADD ("lit", test_lit);
  ADD ("undo-elsewhere", test_undo_elsewhere);
  ADD ("unreadable", test_unreadable);
  return g_test_run ();
}
