/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-fixture.h"

#include <glib/gstdio.h>

/* One for all tests of a program: there is one on the bus. */
static AscApplication *
get_application (void)
{
  static AscApplication *application;
  g_autoptr (GError)     error = NULL;

  if (application == NULL)
    {
      application = asc_application_new ();
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
      g_application_set_default (G_APPLICATION (application));
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  return application;
}

WindowFixture *
window_fixture_new (int width, int height)
{
  WindowFixture     *self = g_new0 (WindowFixture, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("ascribe-window-XXXXXX", &error);
  g_assert_no_error (error);

  self->application = get_application ();
  self->window = asc_window_new (ADW_APPLICATION (self->application));
  self->session = asc_window_get_session (self->window);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_present (GTK_WINDOW (self->window));
  window_fixture_settle (self);
  return self;
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* As a user ends: the window saves, then goes, and everything with it. */
void
window_fixture_free (WindowFixture *self)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", self->folder);

  g_object_add_weak_pointer (G_OBJECT (self->session), (gpointer *) &self->session);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_close (GTK_WINDOW (self->window));
  ui_wait_until (is_null, &self->window);
  ui_wait_until (is_null, &self->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (system (command), ==, 0);
  g_free (self->folder);
  g_free (self);
}

static gboolean
is_idle (gpointer data)
{
  return *(guint *) data == 0;
}

static gboolean
count_down (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *n = data;

  gtk_widget_queue_draw (widget);
  return --*n > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
on_low_idle (gpointer data)
{
  *(guint *) data = 0;
  return G_SOURCE_REMOVE;
}

void
window_fixture_settle (WindowFixture *self)
{
  guint n_frames = 4, waiting = 1;

  ui_wait_until ((UiCondition) gtk_widget_get_mapped, self->window);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->window), count_down, &n_frames, NULL);
  ui_wait_until (is_idle, &n_frames);
  g_idle_add_full (G_PRIORITY_LOW + 10, on_low_idle, &waiting, NULL);
  ui_wait_until (is_idle, &waiting);
}

static gboolean
is_loaded (gpointer data)
{
  return asc_session_get_annotator (data) != NULL;
}

void
window_fixture_open_article (WindowFixture *self, const char *article)
{
  AscProject *project = asc_session_get_project (self->session);

  asc_session_open_article (self->session, asc_project_lookup_article (project, article));
  ui_wait_until (is_loaded, self->session);
  window_fixture_settle (self);
}

void
window_fixture_open_sample (WindowFixture *self, const char *article)
{
  g_autofree char            *path = window_fixture_path (self, "sample");
  g_autoptr (GFile)           folder = g_file_new_for_path (path);
  g_autoptr (AscProjectStore) store = NULL;
  g_autoptr (GError)          error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    store = asc_project_store_open (folder, "mia", NULL, NULL, &error);
  else
    store = asc_project_store_create_sample (folder, "mia", &error);
  g_assert_no_error (error);

  asc_window_show_store (self->window, store, article);
  ui_wait_until (is_loaded, self->session);
  window_fixture_settle (self);
}

void
window_fixture_activate (WindowFixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
}

AscArticleView *
window_fixture_get_view (WindowFixture *self)
{
  return asc_article_page_get_view (asc_window_get_page (self->window));
}

void
window_fixture_press (WindowFixture *self, const char *keys)
{
  UiFixture view = { .view = window_fixture_get_view (self) };

  ui_press (&view, keys);
}

static gboolean
is_called (GtkWidget *widget, const char *name)
{
  g_autofree char *label = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  if (label == NULL)
    return TRUE;
  if (GTK_IS_LABEL (widget))
    return g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), name) == 0;
  if (GTK_IS_BUTTON (widget))
    return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), name) == 0;
  return FALSE;
}

gpointer
window_fixture_find (gpointer widget, GType type, const char *name)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (name == NULL || is_called (widget, name)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = window_fixture_find (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

guint
window_fixture_count (gpointer widget, GType type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type) ? 1 : 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += window_fixture_count (child, type);
  return n;
}

char *
window_fixture_path (WindowFixture *self, const char *relative)
{
  return g_build_filename (self->folder, relative, NULL);
}

AdwDialog *
window_fixture_get_dialog (WindowFixture *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}
