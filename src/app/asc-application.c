/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-application.h"

#include "asc-about.h"
#include "asc-accelerators.h"
#include "asc-article-palette.h"
#include "asc-guide-dialog.h"
#include "asc-keys-dialog.h"
#include "asc-messages.h"
#include "asc-preferences-dialog.h"
#include "asc-settings.h"
#include "asc-tour.h"

struct _AscApplication
{
  AdwApplication   parent_instance;

  GtkCssProvider  *palette;
  AscTour         *tour;      /* NULL but for --tour and --screenshot */
};

G_DEFINE_FINAL_TYPE (AscApplication, asc_application, ADW_TYPE_APPLICATION)

static void
update_theme (AscApplication *self)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT,
    ADW_COLOR_SCHEME_FORCE_LIGHT,
    ADW_COLOR_SCHEME_FORCE_DARK,
  };
  int theme = g_settings_get_enum (asc_settings_get_default (), "theme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[theme]);
}

/* The labels' colours have a value for each look; the codebook only names them. */
static void
update_palette (AscApplication *self)
{
  AscScheme        scheme = asc_article_palette_get_scheme (adw_style_manager_get_default ());
  g_autofree char *css = asc_article_palette_to_css (scheme);

  gtk_css_provider_load_from_string (self->palette, css);
}

static AscWindow *
get_window (AscApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (ASC_IS_WINDOW (active))
    return ASC_WINDOW (active);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (ASC_IS_WINDOW (l->data))
        return l->data;
    }
  return asc_window_new (ADW_APPLICATION (self));
}

/* A window to open a project in: one that shows nothing yet, else a new one. */
static AscWindow *
get_free_window (AscApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (ASC_IS_WINDOW (l->data) && asc_session_get_store (asc_window_get_session (l->data)) == NULL)
        return l->data;
    }
  return asc_window_new (ADW_APPLICATION (self));
}

static GFile *
as_project_folder (GFile *file)
{
  g_autofree char  *name = g_file_get_basename (file);
  g_autoptr (GFile) inside = g_file_get_child (file, "project.json");

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY
      && g_file_query_exists (inside, NULL))
    return g_object_ref (file);
  if (g_strcmp0 (name, "project.json") == 0)
    return g_file_get_parent (file);
  return NULL;
}

/* The window whose project holds lone articles: the embedded default, with no question asked. */
static AscWindow *
get_default_window (AscApplication *self, GPtrArray *problems, GError **error)
{
  g_autoptr (AscProjectStore) store = NULL;
  g_autofree char            *coder = asc_settings_get_coder ();
  AscWindow                  *window;

  store = asc_project_store_open_default (_("My Articles"), coder, problems, error);
  if (store == NULL)
    return NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      AscProjectStore *other = ASC_IS_WINDOW (l->data) ? asc_session_get_store (asc_window_get_session (l->data)) : NULL;

      if (other != NULL && g_file_equal (asc_project_store_get_folder (other), asc_project_store_get_folder (store)))
        return l->data;
    }
  window = get_free_window (self);
  asc_window_show_store (window, store, NULL);
  return window;
}

static void
asc_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  AscApplication       *self = ASC_APPLICATION (application);
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (GError)    error = NULL;
  AscWindow            *window = NULL;

  if (self->tour != NULL)
    {
      asc_tour_begin (self->tour, get_window (self), files, n_files);
      return;
    }

  for (int i = 0; i < n_files; i++)
    {
      g_autoptr (GFile) folder = as_project_folder (files[i]);

      if (folder == NULL)
        {
          g_ptr_array_add (articles, files[i]);
          continue;
        }
      window = get_free_window (self);
      asc_window_open_folder (window, folder, NULL);
      gtk_window_present (GTK_WINDOW (window));
    }
  if (articles->len == 0)
    return;

  window = get_default_window (self, problems, &error);
  if (window == NULL)
    {
      g_autofree char *words = asc_messages_error (error);
      AdwDialog       *dialog = adw_alert_dialog_new (_("Articles Could Not Be Opened"), words);

      window = get_window (self);
      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
      adw_dialog_present (dialog, GTK_WIDGET (window));
    }
  else
    {
      for (guint i = 0; i < problems->len; i++)
        asc_window_add_problem (window, g_ptr_array_index (problems, i));
      asc_window_import (window, articles);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
asc_application_activate (GApplication *application)
{
  AscApplication *self = ASC_APPLICATION (application);

  if (self->tour != NULL)
    asc_tour_begin (self->tour, get_window (self), NULL, 0);
  else
    gtk_window_present (GTK_WINDOW (get_window (self)));
}

static void
new_window (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (asc_window_new (user_data)));
}

static void
preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (asc_preferences_dialog_new (), GTK_WIDGET (get_window (user_data)));
}

static void
shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AscWindow  *window = get_window (user_data);
  AscProject *project = asc_session_get_project (asc_window_get_session (window));

  adw_dialog_present (asc_keys_dialog_new (project ? asc_project_get_codebook (project) : NULL), GTK_WIDGET (window));
}

static void
help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  asc_window_show_help (get_window (user_data));
}

static void
guide (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (asc_guide_dialog_new (), GTK_WIDGET (get_window (user_data)));
}

static void
about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (asc_about_dialog_new (), GTK_WIDGET (get_window (user_data)));
}

/* Each window saves before it closes, and the application ends with its last. */
static void
quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
asc_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "new-window", new_window },
    { "preferences", preferences },
    { "shortcuts", shortcuts },
    { "help", help },
    { "guide", guide },
    { "about", about },
    { "quit", quit },
  };
  AscApplication  *self = ASC_APPLICATION (application);
  AdwStyleManager *manager;

  G_APPLICATION_CLASS (asc_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (ASC_APP_ID);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  asc_accelerators_bind (GTK_APPLICATION (self));

  manager = adw_style_manager_get_default ();
  self->palette = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->palette),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_palette), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_palette), self, G_CONNECT_SWAPPED);
  update_palette (self);

  g_signal_connect_object (asc_settings_get_default (), "changed::theme", G_CALLBACK (update_theme), self, G_CONNECT_SWAPPED);
  update_theme (self);
}

static int
asc_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  AscApplication *self = ASC_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("ascribe %s\n", ASC_VERSION);
      return 0;
    }

  self->tour = asc_tour_new_from_options (options);
  /* The tour must not land in a window that the user has open. */
  if (self->tour != NULL)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
asc_application_dispose (GObject *object)
{
  AscApplication *self = ASC_APPLICATION (object);

  g_clear_object (&self->palette);
  g_clear_object (&self->tour);

  G_OBJECT_CLASS (asc_application_parent_class)->dispose (object);
}

static void
asc_application_class_init (AscApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_application_dispose;
  application_class->startup = asc_application_startup;
  application_class->activate = asc_application_activate;
  application_class->open = asc_application_open;
  application_class->handle_local_options = asc_application_handle_local_options;
}

static void
asc_application_init (AscApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  asc_tour_add_options (G_APPLICATION (self));
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[PROJECT | FILE…]"));
  /* Translators: the names of commands are not translated. */
  g_application_set_option_context_description (G_APPLICATION (self),
                                                _("Without a window: ascribe new | import | export | validate | stats, each with --help"));
}

/**
 * asc_application_new:
 *
 * Returns: (transfer full): the application
 */
AscApplication *
asc_application_new (void)
{
  return g_object_new (ASC_TYPE_APPLICATION,
                       "application-id", ASC_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/ascribe/Ascribe",
                       NULL);
}

/**
 * asc_application_run:
 * @self: the application
 * @argc: number of arguments
 * @argv: (array length=argc): arguments
 *
 * Returns: the exit status of the program
 */
int
asc_application_run (AscApplication *self, int argc, char **argv)
{
  int status;

  g_return_val_if_fail (ASC_IS_APPLICATION (self), 1);

  status = g_application_run (G_APPLICATION (self), argc, argv);
  return status == 0 && self->tour != NULL ? asc_tour_get_exit_status (self->tour) : status;
}
