/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the command line and the file manager open. */
#include "config.h"

#include "window-fixture.h"

#include "asc-recent-project.h"
#include "asc-settings.h"

static void
open_path (WindowFixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_application_open (G_APPLICATION (fixture->application), &file, 1, "");
}

static gboolean
shows_article (gpointer data)
{
  WindowFixture *fixture = data;

  return asc_session_get_annotator (fixture->session) != NULL;
}

static guint
count_windows (WindowFixture *fixture)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (fixture->application)));
}

/* A lone text goes into the default project, with no question asked, and the second time it is the same article. */
static void
test_article (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1000, 700);
  g_autofree char          *path = window_fixture_path (fixture, "report.txt");
  GListModel               *articles;

  g_assert_true (g_file_set_contents (path, "A report\n\nSomebody said something.\n", -1, NULL));
  open_path (fixture, path);
  ui_wait_until (shows_article, fixture);
  articles = asc_project_get_articles (asc_session_get_project (fixture->session));
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 1);
  g_assert_cmpstr (asc_article_get_title (asc_session_get_article (fixture->session)), ==, "A report");

  open_path (fixture, path);
  window_fixture_settle (fixture);
  window_fixture_settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 1);
  g_assert_cmpuint (count_windows (fixture), ==, 1);
}

/* A project's folder, or its project.json, in one window only. */
static void
test_project (void)
{
  g_autoptr (WindowFixture)    fixture = window_fixture_new (1000, 700);
  g_autofree char             *path = window_fixture_path (fixture, "own");
  g_autofree char             *json = g_build_filename (path, "project.json", NULL);
  g_autoptr (GFile)            folder = g_file_new_for_path (path);
  g_autoptr (AscProjectStore)  store = NULL;
  g_autoptr (AscRecentProject) recent = NULL;
  g_autoptr (GError)           error = NULL;

  store = asc_project_store_create_sample (folder, "mia", &error);
  g_assert_no_error (error);
  g_clear_object (&store);

  open_path (fixture, json);
  ui_wait_until (shows_article, fixture);
  g_assert_cmpstr (asc_project_get_name (asc_session_get_project (fixture->session)), ==, "Sample");
  recent = g_list_model_get_item (asc_recent_projects_get_default (), 0);
  g_assert_true (g_file_equal (asc_recent_project_get_folder (recent), folder));

  /* What was on screen last is on screen again. */
  window_fixture_open_article (fixture, "2025-03-10-water-plan");
  window_fixture_activate (fixture, "win.close-project");
  while (asc_session_get_store (fixture->session) != NULL)
    g_main_context_iteration (NULL, TRUE);
  open_path (fixture, path);
  ui_wait_until (shows_article, fixture);
  g_assert_cmpstr (asc_article_get_id (asc_session_get_article (fixture->session)), ==, "2025-03-10-water-plan");
  g_assert_cmpuint (count_windows (fixture), ==, 1);
}

static gboolean
has_dialog (gpointer data)
{
  return window_fixture_get_dialog (data) != NULL;
}

static gboolean
has_store (gpointer data)
{
  return asc_session_get_store (((WindowFixture *) data)->session) != NULL;
}

/* A broken project.json is told, and the rest of the project can be used. */
static void
test_broken (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1000, 700);
  g_autofree char          *path = window_fixture_path (fixture, "broken");
  g_autofree char          *json = g_build_filename (path, "project.json", NULL);
  AdwBanner                *banner;

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  g_assert_true (g_file_set_contents (json, "{ not json", -1, NULL));
  open_path (fixture, path);
  ui_wait_until (has_store, fixture);
  window_fixture_settle (fixture);
  banner = window_fixture_find (fixture->window, ADW_TYPE_BANNER, NULL);
  g_assert_nonnull (banner);
  g_assert_true (adw_banner_get_revealed (banner));
  ui_screenshot (GTK_WIDGET (fixture->window), "application-broken");
}

static void
test_not_a_project (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1000, 700);
  g_autofree char          *path = window_fixture_path (fixture, "nothing-here");
  g_autoptr (GFile)         folder = g_file_new_for_path (path);

  asc_window_open_folder (fixture->window, folder, NULL);
  ui_wait_until (has_dialog, fixture);
  g_assert_true (ADW_IS_ALERT_DIALOG (window_fixture_get_dialog (fixture)));
  window_fixture_settle (fixture);
  ui_screenshot (GTK_WIDGET (fixture->window), "application-not-a-project");
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (window_fixture_get_dialog (fixture))), "nothing-here"));
  adw_dialog_force_close (window_fixture_get_dialog (fixture));
  g_assert_null (asc_session_get_store (fixture->session));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_settings_set_string (asc_settings_get_default (), "coder-name", "mia");

  g_test_add_func ("/application/article", test_article);
  g_test_add_func ("/application/project", test_project);
  g_test_add_func ("/application/broken", test_broken);
  g_test_add_func ("/application/not-a-project", test_not_a_project);
  return g_test_run ();
}
