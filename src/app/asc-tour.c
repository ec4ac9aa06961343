/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include <glib/gi18n.h>

#include "asc-tour.h"

#include "asc-export-run.h"
#include "asc-exporter-registry.h"
#include "asc-messages.h"
#include "asc-settings.h"

/* Frames until fonts, icons and lazily drawn parts have settled. */
#define SETTLE_FRAMES 12

struct _AscTour
{
  GObject          parent_instance;

  char            *folder;       /* of --tour */
  char            *screenshot;
  int              width;
  int              height;
  int              scheme;       /* an AdwColorScheme, -1 for none given */
  char            *action;       /* to activate before the picture (nullable) */

  AscWindow       *window;
  AscProjectStore *store;
  char            *export_path;
  GdkPaintable    *paintable;    /* what the window drew last */
  guint            n_frames;
  gboolean         annotated;
  int              status;
};

G_DEFINE_FINAL_TYPE (AscTour, asc_tour, G_TYPE_OBJECT)

static void
end (AscTour *self, int status)
{
  self->status = status;
  g_application_quit (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self->window))));
}

static void
fail (AscTour *self, const GError *error)
{
  g_autofree char *words = asc_messages_error (error);

  g_printerr ("ascribe: %s\n", words);
  end (self, 1);
}

/* ---- the picture ---- */

static gboolean
save_picture (AscTour *self, GError **error)
{
  GtkWidget                *widget = GTK_WIDGET (self->window);
  g_autoptr (GtkSnapshot)   snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture)    texture = NULL;
  g_autofree char          *folder = g_path_get_dirname (self->screenshot);
  int                       width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  g_mkdir_with_parents (folder, 0777);
  gdk_paintable_snapshot (self->paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (gdk_texture_save_to_png (texture, self->screenshot))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("%s could not be written"), self->screenshot);
  return FALSE;
}

static void
report (AscTour *self)
{
  g_autofree char *project = NULL;

  if (self->folder == NULL)
    return;

  project = g_file_get_parse_name (asc_project_store_get_folder (self->store));
  g_print (_("The tour is over: annotated, saved, exported.\n"));
  g_print (_("  project     %s\n"), project);
  g_print (_("  export      %s\n"), self->export_path);
  g_print (_("  screenshot  %s\n"), self->screenshot);
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AscTour           *self = user_data;
  g_autoptr (GError) error = NULL;

  if (++self->n_frames < SETTLE_FRAMES)
    {
      gtk_widget_queue_draw (widget);
      return G_SOURCE_CONTINUE;
    }

  if (!save_picture (self, &error))
    fail (self, error);
  else
    {
      report (self);
      end (self, 0);
    }
  return G_SOURCE_REMOVE;
}

static void
take_picture (AscTour *self)
{
  self->paintable = gtk_widget_paintable_new (GTK_WIDGET (self->window));
  gtk_widget_add_tick_callback (GTK_WIDGET (self->window), on_frame, g_object_ref (self), g_object_unref);
}

/* ---- the tour ---- */

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AscTour) self = user_data;
  g_autoptr (GError)  error = NULL;

  if (!asc_export_run_write_finish (ASC_EXPORT_RUN (source), result, &error))
    fail (self, error);
  else
    take_picture (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AscTour)          self = user_data;
  g_autoptr (GError)           error = NULL;
  g_autoptr (AscExporter)      exporter = NULL;
  g_autoptr (AscExportOptions) options = NULL;
  g_autoptr (AscExportRun)     run = NULL;
  g_autoptr (GFile)            destination = NULL;
  g_autofree char             *name = NULL;

  if (!asc_project_store_flush_finish (ASC_PROJECT_STORE (source), result, &error))
    {
      fail (self, error);
      return;
    }

  exporter = asc_exporter_registry_new ("spans");
  options = asc_export_options_new ();
  g_object_set (options, "coder", asc_project_get_coder (asc_project_store_get_project (self->store)), NULL);
  name = g_strconcat ("spans", asc_exporter_get_extension (exporter), NULL);
  self->export_path = g_build_filename (self->folder, name, NULL);
  destination = g_file_new_for_path (self->export_path);
  run = asc_export_run_new (asc_project_store_get_folder (self->store), exporter, options);
  asc_export_run_write_async (run, destination, NULL, on_exported, g_object_ref (self));
}

static void
press (AscArticleView *view, guint key)
{
  asc_article_view_handle_key (view, key, 0);
}

/* As a newcomer would, by the keys: the last sentence is a claim, the nearest actor its source. */
static void
annotate (AscTour *self)
{
  AscSession       *session = asc_window_get_session (self->window);
  AscArticleView   *view = asc_article_page_get_view (asc_window_get_page (self->window));
  AscText          *text = asc_article_get_text (asc_session_get_article (session));
  const char       *utf8 = asc_text_get_utf8 (text);
  const char       *break_at = strstr (utf8, "\n\n");
  guint             length = asc_text_get_length (text);

  if (asc_annotation_set_get_n (asc_session_get_set (session)) == 0)
    {
      asc_article_view_set_caret (view, break_at ? g_utf8_pointer_to_offset (utf8, break_at) + 3 : 0);
      press (view, GDK_KEY_a);
    }
  asc_article_view_set_caret (view, length > 3 ? length - 3 : 0);
  press (view, GDK_KEY_c);
  press (view, GDK_KEY_r);
  press (view, GDK_KEY_Return);
}

/* A card that is open shows more of what the program does. */
static void
select_claim (AscSession *session)
{
  AscAnnotationSet *set = asc_session_get_set (session);
  guint             n = asc_annotation_set_get_n (set);

  for (guint i = 0; i < n; i++)
    {
      AscAnnotation        *annotation = asc_annotation_set_get_nth (set, i);
      g_autoptr (GPtrArray) relations = asc_annotation_set_relations_from (set, asc_annotation_get_id (annotation));

      if (relations->len > 0)
        {
          asc_session_set_selected (session, annotation);
          return;
        }
    }
}

static void
on_annotator (AscTour *self)
{
  AscSession *session = asc_window_get_session (self->window);

  if (asc_session_get_annotator (session) == NULL || self->annotated)
    return;

  self->annotated = TRUE;
  if (self->folder == NULL)
    {
      select_claim (session);
      if (self->action != NULL)
        gtk_widget_activate_action (GTK_WIDGET (self->window), self->action, NULL);
      take_picture (self);
      return;
    }

  annotate (self);
  asc_project_store_flush_async (self->store, on_saved, g_object_ref (self));
}

static AscProjectStore *
open_store (AscTour *self, GFile **files, int n_files, GError **error)
{
  g_autofree char  *coder = asc_settings_get_coder ();
  g_autofree char  *path = NULL;
  g_autoptr (GFile) folder = NULL, project = NULL;

  if (n_files == 1)
    {
      project = g_file_get_child (files[0], "project.json");
      if (g_file_query_exists (project, NULL))
        return asc_project_store_open (files[0], coder, NULL, NULL, error);
    }

  path = self->folder ? g_build_filename (self->folder, "project", NULL) : g_dir_make_tmp ("ascribe-XXXXXX", error);
  if (path == NULL)
    return NULL;
  folder = g_file_new_for_path (path);
  if (n_files > 0)
    return asc_project_store_create (folder, _("My Articles"), coder, NULL, error);
  return asc_project_store_create_sample (folder, coder, error);
}

static void
asc_tour_finalize (GObject *object)
{
  AscTour *self = ASC_TOUR (object);

  g_clear_object (&self->paintable);
  g_clear_object (&self->store);
  g_free (self->folder);
  g_free (self->screenshot);
  g_free (self->action);
  g_free (self->export_path);

  G_OBJECT_CLASS (asc_tour_parent_class)->finalize (object);
}

static void
asc_tour_class_init (AscTourClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_tour_finalize;
}

static void
asc_tour_init (AscTour *self)
{
  self->scheme = -1;
}

/**
 * asc_tour_add_options:
 * @application: the application
 *
 * Adds the options; they are not in `--help`.
 */
void
asc_tour_add_options (GApplication *application)
{
  static const GOptionEntry options[] = {
    { "tour", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, NULL, NULL, NULL },
    { "screenshot", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, NULL, NULL, NULL },
    { "size", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { "action", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { "dark", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { "light", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { "high-contrast", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { NULL }
  };

  g_return_if_fail (G_IS_APPLICATION (application));

  g_application_add_main_option_entries (application, options);
}

/**
 * asc_tour_new_from_options:
 * @options: the options of the command line
 *
 * Returns: (transfer full) (nullable): the tour that is asked for
 */
AscTour *
asc_tour_new_from_options (GVariantDict *options)
{
  g_autofree char *folder = NULL, *screenshot = NULL, *size = NULL;
  AscTour         *self;

  g_return_val_if_fail (options != NULL, NULL);

  g_variant_dict_lookup (options, "tour", "^ay", &folder);
  g_variant_dict_lookup (options, "screenshot", "^ay", &screenshot);
  if (folder == NULL && screenshot == NULL)
    return NULL;

  self = g_object_new (ASC_TYPE_TOUR, NULL);
  self->folder = folder ? g_canonicalize_filename (folder, NULL) : NULL;
  if (screenshot != NULL)
    self->screenshot = g_canonicalize_filename (screenshot, NULL);
  else
    self->screenshot = g_build_filename (self->folder, "window.png", NULL);

  self->width = 1280;
  self->height = 800;
  if (g_variant_dict_lookup (options, "size", "s", &size))
    sscanf (size, "%dx%d", &self->width, &self->height);
  g_variant_dict_lookup (options, "action", "s", &self->action);
  if (g_variant_dict_contains (options, "dark"))
    self->scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  else if (g_variant_dict_contains (options, "light"))
    self->scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  /* libadwaita has no other way to ask for it than its own debugging aid. */
  if (g_variant_dict_contains (options, "high-contrast"))
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  return self;
}

/**
 * asc_tour_begin:
 * @self: a tour
 * @window: where to make it
 * @files: (nullable) (array length=n_files): a project or articles, instead of the sample
 * @n_files: how many
 *
 * Does all that was asked for, then ends the application.
 */
void
asc_tour_begin (AscTour *self, AscWindow *window, GFile **files, int n_files)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ASC_IS_TOUR (self));
  g_return_if_fail (ASC_IS_WINDOW (window));

  self->window = window;
  if (self->scheme >= 0)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), self->scheme);
  gtk_window_set_default_size (GTK_WINDOW (window), self->width, self->height);
  gtk_window_present (GTK_WINDOW (window));

  self->store = open_store (self, files, n_files, &error);
  if (self->store == NULL)
    {
      fail (self, error);
      return;
    }

  g_signal_connect_object (asc_window_get_session (window), "notify::annotator", G_CALLBACK (on_annotator), self, G_CONNECT_SWAPPED);
  asc_window_show_store (window, self->store, NULL);
  if (n_files > 0 && g_list_model_get_n_items (asc_project_get_articles (asc_project_store_get_project (self->store))) == 0)
    {
      g_autoptr (GPtrArray) articles = g_ptr_array_new ();

      for (int i = 0; i < n_files; i++)
        g_ptr_array_add (articles, files[i]);
      asc_window_import (window, articles);
    }
}

/**
 * asc_tour_get_exit_status:
 * @self: a tour that is over
 *
 * Returns: 0 when all went well
 */
int
asc_tour_get_exit_status (AscTour *self)
{
  g_return_val_if_fail (ASC_IS_TOUR (self), 1);

  return self->status;
}
