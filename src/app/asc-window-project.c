/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's actions on the project as a whole: opening, making, importing, exporting, problems. */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-window-private.h"

#include "asc-export-dialog.h"
#include "asc-import-job.h"
#include "asc-messages.h"
#include "asc-new-project-dialog.h"
#include "asc-problems-dialog.h"
#include "asc-recent-project.h"
#include "asc-settings.h"

static void
tell_error (AscWindow *self, const char *heading, const GError *error)
{
  g_autofree char *words = asc_messages_error (error);
  AdwDialog       *dialog = adw_alert_dialog_new (heading, words);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
show_problems (AscWindow *self, const char *title, AscProblemList *problems)
{
  adw_dialog_present (asc_problems_dialog_new (title, problems), GTK_WIDGET (self));
}

static gboolean
dismissed (const GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
         || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- opening ---- */

/**
 * asc_window_show_store:
 * @self: a window
 * @store: an open project
 * @article_id: (nullable): what to show; else what was on screen last, else the first
 */
void
asc_window_show_store (AscWindow *self, AscProjectStore *store, const char *article_id)
{
  AscProject            *project;
  GFile                 *folder;
  g_autoptr (AscArticle) first = NULL;
  AscArticle            *article = NULL;
  g_autofree char       *uri = NULL;
  const char            *last_uri, *last_id;
  g_autoptr (GVariant)   last = NULL;

  g_return_if_fail (ASC_IS_WINDOW (self));
  g_return_if_fail (ASC_IS_PROJECT_STORE (store));

  project = asc_project_store_get_project (store);
  folder = asc_project_store_get_folder (store);
  uri = g_file_get_uri (folder);
  last = g_settings_get_value (asc_settings_get_default (), "last-article");
  g_variant_get (last, "(&s&s)", &last_uri, &last_id);

  asc_recent_projects_add (folder, asc_project_get_name (project));
  asc_session_set_store (self->session, store);

  if (article_id != NULL)
    article = asc_project_lookup_article (project, article_id);
  else if (g_str_equal (uri, last_uri))
    article = asc_project_lookup_article (project, last_id);
  if (article == NULL)
    article = first = g_list_model_get_item (asc_project_get_articles (project), 0);
  if (article != NULL)
    asc_session_open_article (self->session, article);
  gtk_widget_grab_focus (GTK_WIDGET (asc_article_page_get_view (self->page)));
}

typedef struct
{
  AscWindow *window;
  char      *article_id;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_free (opening->article_id);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening)         opening = user_data;
  AscWindow                  *self = opening->window;
  g_autoptr (AscProjectStore) store = NULL;
  g_autoptr (GPtrArray)       problems = NULL;
  g_autoptr (GError)          error = NULL;

  store = asc_project_store_open_finish (result, &problems, &error);
  if (self->opening == NULL || g_task_get_cancellable (G_TASK (result)) != self->opening)
    return; /* cancelled, or another project is on its way */

  g_clear_object (&self->opening);
  gtk_stack_set_visible_child_name (self->stack, asc_session_get_store (self->session) ? "project" : "welcome");
  if (store == NULL)
    {
      tell_error (self, _("Project Could Not Be Opened"), error);
      return;
    }

  asc_window_show_store (self, store, opening->article_id);
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    asc_window_add_problem (self, g_ptr_array_index (problems, i));
}

static AscWindow *
find_window (AscWindow *self, GFile *folder)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = application ? gtk_application_get_windows (application) : NULL; l != NULL; l = l->next)
    {
      AscProjectStore *store = ASC_IS_WINDOW (l->data) ? asc_session_get_store (ASC_WINDOW (l->data)->session) : NULL;

      if (store != NULL && g_file_equal (asc_project_store_get_folder (store), folder))
        return l->data;
    }
  return NULL;
}

/**
 * asc_window_open_folder:
 * @self: a window
 * @folder: a project's folder
 * @article_id: (nullable): what to show first
 *
 * Opens the project in a thread. A project is open in one window only, which is shown when there is one already.
 */
void
asc_window_open_folder (AscWindow *self, GFile *folder, const char *article_id)
{
  Opening         *opening;
  AscWindow       *other;
  g_autofree char *coder = NULL;

  g_return_if_fail (ASC_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (folder));

  other = find_window (self, folder);
  if (other != NULL)
    {
      AscArticle *article = article_id ? asc_project_lookup_article (asc_session_get_project (other->session), article_id) : NULL;

      if (article != NULL)
        asc_session_open_article (other->session, article);
      gtk_window_present (GTK_WINDOW (other));
      return;
    }

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "opening");

  opening = g_new0 (Opening, 1);
  opening->window = g_object_ref (self);
  opening->article_id = g_strdup (article_id);
  coder = asc_settings_get_coder ();
  asc_project_store_open_async (folder, coder, self->opening, on_opened, opening);
}

static void
cancel_opening (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscWindow *self = ASC_WINDOW (widget);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  gtk_stack_set_visible_child_name (self->stack, asc_session_get_store (self->session) ? "project" : "welcome");
}

static void
on_folder_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AscWindow) self = user_data;
  g_autoptr (GError)    error = NULL;
  g_autoptr (GFile)     folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  if (folder != NULL)
    asc_window_open_folder (self, folder, NULL);
  else if (!dismissed (error))
    tell_error (self, _("Folder Could Not Be Chosen"), error);
}

static void
open_dialog (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Open a Project’s Folder"));
  gtk_file_dialog_set_accept_label (dialog, _("_Open"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (widget), NULL, on_folder_chosen, g_object_ref (widget));
}

static void
open_project (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  asc_window_open_folder (ASC_WINDOW (widget), folder, NULL);
}

static void
on_created (AscWindow *self, AscProjectStore *store)
{
  asc_window_show_store (self, store, NULL);
}

static void
new_project (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AdwDialog *dialog = asc_new_project_dialog_new ();

  g_signal_connect_object (dialog, "created", G_CALLBACK (on_created), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* The sample is the user's to spoil: a copy in the data folder, made once. */
static void
open_sample (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscWindow                  *self = ASC_WINDOW (widget);
  g_autofree char            *path = g_build_filename (g_get_user_data_dir (), "ascribe", "sample", NULL);
  g_autofree char            *coder = asc_settings_get_coder ();
  g_autoptr (GFile)           folder = g_file_new_for_path (path);
  g_autoptr (GFile)           project = g_file_get_child (folder, "project.json");
  g_autoptr (AscProjectStore) store = NULL;
  g_autoptr (GError)          error = NULL;

  if (g_file_query_exists (project, NULL))
    {
      asc_window_open_folder (self, folder, NULL);
      return;
    }

  store = asc_project_store_create_sample (folder, coder, &error);
  if (store != NULL)
    asc_window_show_store (self, store, NULL);
  else
    tell_error (self, _("Sample Could Not Be Made"), error);
}

static void
on_closed_flushed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AscWindow) self = user_data;
  g_autoptr (GError)    error = NULL;

  if (!asc_project_store_flush_finish (ASC_PROJECT_STORE (source), result, &error))
    tell_error (self, _("Not Everything Could Be Saved"), error);
  else if (asc_session_get_store (self->session) == ASC_PROJECT_STORE (source))
    asc_session_set_store (self->session, NULL);
}

static void
close_project (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscWindow       *self = ASC_WINDOW (widget);
  AscProjectStore *store = asc_session_get_store (self->session);

  if (store != NULL)
    asc_project_store_flush_async (store, on_closed_flushed, g_object_ref (self));
}

/* ---- importing ---- */

static char *
describe_import (AscImportJob *job)
{
  guint n_imported = asc_import_job_get_n_imported (job);
  guint n_known = asc_import_job_get_n_known (job);

  if (n_imported == 0 && n_known > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article was there already", "%u articles were there already", n_known), n_known);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article imported", "%u articles imported", n_imported), n_imported);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AscWindow) self = user_data;
  AscImportJob         *job = ASC_IMPORT_JOB (source);
  AscProblemList       *problems = asc_import_job_get_problems (job);
  g_autoptr (GError)    error = NULL;
  g_autofree char      *words = describe_import (job);

  adw_banner_set_revealed (self->import_banner, FALSE);
  g_clear_object (&self->importing);
  if (!asc_import_job_run_finish (job, result, &error) && !dismissed (error))
    tell_error (self, _("Articles Could Not Be Imported"), error);

  if (asc_import_job_get_n_imported (job) + asc_import_job_get_n_known (job) > 0)
    {
      asc_window_notice (self, words);
      if (asc_import_job_get_first (job) != NULL && asc_session_get_store (self->session) != NULL)
        asc_session_open_article (self->session, asc_import_job_get_first (job));
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (problems)) > 0)
    show_problems (self, _("Not Everything Was Imported"), problems);
}

static void
on_import_progress (AscWindow *self, GParamSpec *pspec, AscImportJob *job)
{
  double           fraction;
  g_autofree char *words = NULL;

  g_object_get (job, "fraction", &fraction, NULL);
  /* Translators: %d%% is how far the import is, such as “40%”. */
  words = g_strdup_printf (_("Importing… %d%%"), (int) (fraction * 100));
  adw_banner_set_title (self->import_banner, words);
}

/**
 * asc_window_import:
 * @self: a window with an open project
 * @files: (element-type GFile): text files, and folders of them
 *
 * Imports in the background, shows the first article, and lists what could not be imported.
 */
void
asc_window_import (AscWindow *self, GPtrArray *files)
{
  AscProjectStore        *store;
  g_autoptr (AscImportJob) job = NULL;

  g_return_if_fail (ASC_IS_WINDOW (self));
  g_return_if_fail (files != NULL);

  store = asc_session_get_store (self->session);
  if (store == NULL || files->len == 0)
    return;
  if (self->importing != NULL)
    {
      asc_window_notice (self, _("Another import is still running"));
      return;
    }

  self->importing = g_cancellable_new ();
  job = asc_import_job_new (store, files);
  g_signal_connect_object (job, "notify::fraction", G_CALLBACK (on_import_progress), self, G_CONNECT_SWAPPED);
  adw_banner_set_title (self->import_banner, _("Importing…"));
  adw_banner_set_revealed (self->import_banner, TRUE);
  asc_import_job_run_async (job, self->importing, on_imported, g_object_ref (self));
}

static void
cancel_import (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_cancellable_cancel (ASC_WINDOW (widget)->importing);
}

static GPtrArray *
list_to_array (GListModel *list)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_object_unref);
  guint      n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (array, g_list_model_get_item (list, i));
  return array;
}

static void
on_files_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AscWindow)  self = user_data;
  g_autoptr (GError)     error = NULL;
  g_autoptr (GListModel) list = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (list != NULL)
    {
      g_autoptr (GPtrArray) files = list_to_array (list);

      asc_window_import (self, files);
    }
  else if (!dismissed (error))
    tell_error (self, _("Files Could Not Be Chosen"), error);
}

static void
import_dialog (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) text = gtk_file_filter_new (), all = gtk_file_filter_new ();
  g_autoptr (GListStore)    filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (text, _("Text Files"));
  gtk_file_filter_add_mime_type (text, "text/plain");
  gtk_file_filter_add_suffix (text, "txt");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, text);
  g_list_store_append (filters, all);

  gtk_file_dialog_set_title (dialog, _("Import Articles"));
  gtk_file_dialog_set_accept_label (dialog, _("_Import"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (widget), NULL, on_files_chosen, g_object_ref (widget));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, AscWindow *self)
{
  g_autoptr (GSList)    list = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (files, g_object_ref (l->data));

  /* A project's folder is opened; anything else needs a project to go into. */
  if (files->len == 1)
    {
      g_autoptr (GFile) project = g_file_get_child (g_ptr_array_index (files, 0), "project.json");

      if (g_file_query_exists (project, NULL))
        {
          asc_window_open_folder (self, g_ptr_array_index (files, 0), NULL);
          return TRUE;
        }
    }
  if (asc_session_get_store (self->session) == NULL)
    {
      g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), (GFile **) files->pdata, files->len, "");
      return TRUE;
    }
  asc_window_import (self, files);
  return TRUE;
}

void
asc_window_add_drop_target (AscWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* ---- exporting, problems ---- */

static void
export_dialog (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscWindow *self = ASC_WINDOW (widget);
  AdwDialog *dialog = asc_export_dialog_new (asc_session_get_store (self->session));

  g_signal_connect_object (dialog, "exported", G_CALLBACK (asc_window_notice), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
problems (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscWindow *self = ASC_WINDOW (widget);

  show_problems (self, _("Problems"), self->problems);
}

static void
on_drop_response (AscWindow *self, const char *response, AdwAlertDialog *dialog)
{
  AscProjectStore *store = asc_session_get_store (self->session);

  if (store != NULL && g_str_equal (response, "write"))
    asc_project_store_confirm_drop (store, asc_problem_item_get_problem (g_object_get_data (G_OBJECT (dialog), "problem")));
}

/* A save that would take many annotations off the disk may be meant, or be a mistake of a program beside us. */
void
asc_window_ask_drop (AscWindow *self, const AscProblem *problem)
{
  g_autofree char *words = asc_messages_problem (problem);
  AdwDialog       *dialog = adw_alert_dialog_new (_("Remove Many Annotations?"), words);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "keep", _("_Keep the File"),
                                  "write", _("_Write Anyway"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "write", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "keep");
  g_object_set_data_full (G_OBJECT (dialog), "problem", asc_problem_item_new (problem), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_drop_response), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
asc_window_install_project_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_dialog);
  gtk_widget_class_install_action (widget_class, "win.open-project", "s", open_project);
  gtk_widget_class_install_action (widget_class, "win.cancel-opening", NULL, cancel_opening);
  gtk_widget_class_install_action (widget_class, "win.new-project", NULL, new_project);
  gtk_widget_class_install_action (widget_class, "win.sample", NULL, open_sample);
  gtk_widget_class_install_action (widget_class, "win.close-project", NULL, close_project);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_dialog);
  gtk_widget_class_install_action (widget_class, "win.cancel-import", NULL, cancel_import);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_dialog);
  gtk_widget_class_install_action (widget_class, "win.problems", NULL, problems);
}
