/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui-fixture.h"

#include <locale.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "asc-codebook-file.h"

/* The translations of the build folder, in the language of the environment. */
static void
init_language (void)
{
  const char      *other = g_getenv ("ASC_TEST_LOCALE_DIR");
  g_autofree char *built = g_build_filename (g_getenv ("ASC_BUILD_ROOT"), "po", NULL);

  if (setlocale (LC_ALL, "") == NULL)
    {
      g_printerr ("the locale %s is not installed\n", g_getenv ("LC_ALL"));
      exit (77);
    }
  bindtextdomain (GETTEXT_PACKAGE, other ? other : built);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* GTK 4.24.1 says this about its own frames, now and then, on displays that send no times; the program has no part in it. */
static gboolean
is_about_frames_of_gtk (const char *message)
{
  return message != NULL && strstr (message, "gdk_frame_timings_submitted() called on submitted frame") != NULL;
}

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && is_about_frames_of_gtk (fields[i].value))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return !is_about_frames_of_gtk (message);
}

void
ui_init (int *argc, char ***argv)
{
  init_language ();
  g_test_init (argc, argv, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);
  g_test_log_set_fatal_handler (is_fatal, NULL);
  if (!gtk_init_check ())
    {
      g_printerr ("no display\n");
      exit (77);
    }
  adw_init ();
}

static gboolean
has_set (gpointer data)
{
  return asc_session_get_set (data) != NULL;
}

UiFixture *
ui_fixture_new (const char *title, const char *utf8, const char *language)
{
  UiFixture            *self = g_new0 (UiFixture, 1);
  g_autoptr (GError)    error = NULL;
  g_autoptr (GFile)     folder = NULL, project = NULL;
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AscText)   text = asc_text_new (utf8, -1);
  AscArticleMeta        meta = { .id = (char *) "article", .title = (char *) title, .language = (char *) language,
                                 .outlet = (char *) "Le Monde report", .published = (char *) "2024-07-06" };

  self->folder = g_dir_make_tmp ("ascribe-ui-XXXXXX", &error);
  g_assert_no_error (error);
  folder = g_file_new_for_path (self->folder);
  project = g_file_get_child (folder, "project");
  self->store = asc_project_store_create (project, "Test", "mia", NULL, &error);
  g_assert_no_error (error);

  g_ptr_array_add (articles, asc_article_new_full (&meta, text));
  asc_project_store_add_articles (self->store, articles, &error);
  g_assert_no_error (error);

  self->session = asc_session_new ();
  asc_session_set_store (self->session, self->store);
  asc_session_open_article (self->session, asc_project_lookup_article (asc_project_store_get_project (self->store), "article"));
  ui_wait_until (has_set, self->session);
  return self;
}

static void
remove_folder (GFile *folder)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (folder, "standard::*", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile                      *child;
  GFileInfo                  *info;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && child != NULL)
    {
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        remove_folder (child);
      else
        g_file_delete (child, NULL, NULL);
    }
  g_file_delete (folder, NULL, NULL);
}

void
ui_fixture_free (UiFixture *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);

  if (self->window != NULL)
    {
      g_object_add_weak_pointer (G_OBJECT (self->view), (gpointer *) &self->view);
      gtk_window_destroy (self->window);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_null (self->view);
    }
  asc_project_store_flush (self->store, NULL);
  asc_session_set_store (self->session, NULL);
  g_object_add_weak_pointer (G_OBJECT (self->session), (gpointer *) &self->session);
  g_object_unref (self->session);
  g_assert_null (self->session);
  g_object_unref (self->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  remove_folder (folder);
  g_free (self->folder);
  g_free (self);
}

void
ui_fixture_show_view (UiFixture *self, int width, int height)
{
  self->window = GTK_WINDOW (gtk_window_new ());
  self->scroller = gtk_scrolled_window_new ();
  self->view = ASC_ARTICLE_VIEW (asc_article_view_new (self->session));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_window_set_child (self->window, self->scroller);
  gtk_window_set_default_size (self->window, width, height);
  gtk_window_present (self->window);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  ui_settle (self);
}

AscAnnotationSet *
ui_fixture_get_set (UiFixture *self)
{
  return asc_session_get_set (self->session);
}

AscSpan
ui_fixture_find (UiFixture *self, const char *quote)
{
  AscText *text = asc_article_get_text (asc_annotation_set_get_article (ui_fixture_get_set (self)));
  AscSpan  hit;

  if (!asc_text_find_nearest (text, quote, 0, &hit, NULL))
    g_error ("no “%s” in the text", quote);
  return hit;
}

void
ui_fixture_select (UiFixture *self, const char *quote)
{
  AscSpan span = ui_fixture_find (self, quote);

  asc_article_view_select_span (self->view, &span);
}

void
ui_fixture_caret_in (UiFixture *self, const char *quote)
{
  asc_article_view_set_caret (self->view, ui_fixture_find (self, quote).start + 1);
}

static AscSpanSet *
parse_spans (UiFixture *self, const char *string)
{
  g_auto (GStrv)     parts = g_strsplit (string, " ", -1);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AscSpan));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      AscSpan span;
      int     end = 0;

      if (sscanf (parts[i], "%u-%u%n", &span.start, &span.end, &end) != 2 || parts[i][end] != '\0')
        {
          span = ui_fixture_find (self, string);
          g_array_set_size (spans, 0);
          g_array_append_val (spans, span);
          break;
        }
      g_array_append_val (spans, span);
    }
  return asc_span_set_new ((AscSpan *) spans->data, spans->len);
}

AscAnnotation *
ui_fixture_annotate_as (UiFixture *self, const char *label, const char *string, AscOrigin origin)
{
  g_autoptr (AscSpanSet)    spans = parse_spans (self, string);
  g_autoptr (AscAnnotation) manual = asc_annotation_new (NULL, label, spans);
  g_autoptr (AscAnnotation) annotation = asc_annotation_with_origin (manual, origin);

  g_assert_true (asc_history_put_annotation (asc_session_get_history (self->session), ui_fixture_get_set (self), annotation));
  return asc_annotation_set_lookup (ui_fixture_get_set (self), asc_annotation_get_id (annotation));
}

AscAnnotation *
ui_fixture_annotate (UiFixture *self, const char *label, const char *spans)
{
  return ui_fixture_annotate_as (self, label, spans, ASC_ORIGIN_MANUAL);
}

char *
ui_fixture_dump (UiFixture *self)
{
  AscAnnotationSet *set = ui_fixture_get_set (self);
  GString          *dump = g_string_new (NULL);

  for (guint i = 0; i < asc_annotation_set_get_n (set); i++)
    {
      AscAnnotation *annotation = asc_annotation_set_get_nth (set, i);
      g_autofree char *quote = g_strjoinv (" | ", (GStrv) asc_annotation_get_quote (annotation));

      g_string_append_printf (dump, "%s%s[%s]", i ? "; " : "", asc_annotation_get_label (annotation), quote);
    }
  return g_string_free (dump, FALSE);
}

static gboolean
on_timeout (gpointer data)
{
  g_error ("waited a minute in vain");
  return G_SOURCE_REMOVE;
}

void
ui_wait_until (UiCondition condition, gpointer data)
{
  guint timeout = g_timeout_add_seconds (60, on_timeout, NULL);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
on_after_paint (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
on_idle (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
ui_settle (UiFixture *self)
{
  GdkFrameClock *clock;
  gboolean       painted = FALSE, idle = FALSE;
  gulong         handler;

  ui_wait_until ((UiCondition) gtk_widget_get_mapped, self->window);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &painted);
  gtk_widget_queue_draw (GTK_WIDGET (self->window));
  ui_wait_until (is_true, &painted);
  g_signal_handler_disconnect (clock, handler);
  g_idle_add_full (G_PRIORITY_LOW, on_idle, &idle, NULL);
  ui_wait_until (is_true, &idle);
}

void
ui_press (UiFixture *self, const char *keys)
{
  g_auto (GStrv) each = g_strsplit (keys, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      guint           keyval;
      GdkModifierType state;

      if (!gtk_accelerator_parse (each[i], &keyval, &state))
        g_error ("no key: %s", each[i]);
      if (state & GDK_SHIFT_MASK)
        keyval = gdk_keyval_to_upper (keyval);
      asc_article_view_handle_key (self->view, keyval, state);
    }
}

void
ui_screenshot (GtkWidget *widget, const char *name)
{
  const char              *folder = g_getenv ("ASC_SCREENSHOTS");
  g_autoptr (GdkPaintable)  paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture)    texture = NULL;
  g_autofree char          *path = NULL;
  GtkSnapshot              *snapshot;

  if (folder == NULL)
    return;

  paintable = gtk_widget_paintable_new (widget);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node, NULL);
  path = g_strdup_printf ("%s/%s.png", folder, name);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}
