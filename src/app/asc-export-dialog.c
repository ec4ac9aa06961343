/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-export-dialog.h"

#include "asc-announce.h"
#include "asc-export-run.h"
#include "asc-exporter-registry.h"
#include "asc-messages.h"
#include "asc-settings.h"

struct _AscExportDialog
{
  AdwDialog            parent_instance;

  GtkStack            *stack;
  AdwBanner           *problem;
  AdwComboRow         *format;
  AdwComboRow         *coders;
  AdwSwitchRow        *suggested;
  GtkStack            *loss_stack;
  GtkListBox          *losses;
  GtkProgressBar      *progress;

  AscProjectStore     *store;
  GListModel          *exporters;      /* of AscExporter, as in @format */
  GCancellable        *cancellable;    /* of what runs now; NULL when nothing does */
};

enum
{
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AscExportDialog, asc_export_dialog, ADW_TYPE_DIALOG)

static void
show_problem (AscExportDialog *self, const GError *error)
{
  g_autofree char *words = asc_messages_error (error);

  adw_banner_set_title (self->problem, words);
  adw_banner_set_revealed (self->problem, TRUE);
  asc_announce (GTK_WIDGET (self), words);
}

static void
stop (AscExportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static AscExporter *
get_exporter (AscExportDialog *self)
{
  return g_list_model_get_item (self->exporters, adw_combo_row_get_selected (self->format));
}

/* The coders' list: the one who works now, the other coders, then each as a layer of its own. */
static AscExportOptions *
get_options (AscExportDialog *self)
{
  AscExportOptions *options = asc_export_options_new ();
  GListModel       *model = adw_combo_row_get_model (self->coders);
  guint             selected = adw_combo_row_get_selected (self->coders);
  gboolean          each = selected + 1 == g_list_model_get_n_items (model);

  g_object_set (options,
                "coders", each ? ASC_EXPORT_EACH_CODER : ASC_EXPORT_CODER,
                "coder", each ? NULL : gtk_string_list_get_string (GTK_STRING_LIST (model), selected),
                "include-suggested", adw_switch_row_get_active (self->suggested),
                NULL);
  return options;
}

static AscExportRun *
make_run (AscExportDialog *self)
{
  g_autoptr (AscExporter)      exporter = get_exporter (self);
  g_autoptr (AscExportOptions) options = get_options (self);
  g_autoptr (AscExporter)      fresh = asc_exporter_registry_new (asc_exporter_get_name (exporter));

  return asc_export_run_new (asc_project_store_get_folder (self->store), fresh, options);
}

static void
show_losses (AscExportDialog *self, AscLossReport *report)
{
  gtk_list_box_remove_all (self->losses);
  for (guint i = 0; i < ASC_N_LOSSES; i++)
    {
      guint            count = asc_loss_report_get_count (report, i);
      g_autofree char *words = NULL;
      GtkWidget       *row;

      if (count == 0)
        continue;
      words = asc_messages_loss (i, count);
      row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", words, NULL);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      gtk_list_box_append (self->losses, row);
    }
  gtk_stack_set_visible_child_name (self->loss_stack, asc_loss_report_get_total (report) > 0 ? "losses" : "none");
}

static void
on_prepared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AscExportDialog) self = user_data;
  g_autoptr (GError)          error = NULL;
  g_autoptr (AscLossReport)   report = asc_export_run_prepare_finish (ASC_EXPORT_RUN (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* another choice was made meanwhile, or the dialog is gone */

  g_clear_object (&self->cancellable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.write", report != NULL);
  if (report != NULL)
    {
      show_losses (self, report);
      return;
    }
  gtk_stack_set_visible_child_name (self->loss_stack, "unknown");
  show_problem (self, error);
}

static void
on_flushed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AscExportDialog) self = user_data;
  g_autoptr (AscExportRun)    run = NULL;
  g_autoptr (GError)          error = NULL;

  if (!asc_project_store_flush_finish (ASC_PROJECT_STORE (source), result, &error))
    {
      show_problem (self, error);
      return;
    }
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  stop (self);
  self->cancellable = g_cancellable_new ();
  run = make_run (self);
  asc_export_run_prepare_async (run, self->cancellable, on_prepared, g_object_ref (self));
}

/* The export reads the folder, so what is pending must be in it first. */
static void
prepare (AscExportDialog *self)
{
  if (self->store == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  adw_banner_set_revealed (self->problem, FALSE);
  gtk_stack_set_visible_child_name (self->loss_stack, "looking");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.write", FALSE);
  asc_project_store_flush_async (self->store, on_flushed, g_object_ref (self));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AscExportDialog) self = user_data;
  AscExportRun               *run = ASC_EXPORT_RUN (source);
  g_autoptr (GError)          error = NULL;
  g_autofree char            *annotations = NULL, *words = NULL;
  guint                       n;

  g_clear_object (&self->cancellable);
  if (!asc_export_run_write_finish (run, result, &error))
    {
      gtk_stack_set_visible_child_name (self->stack, "options");
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_problem (self, error);
      return;
    }

  n = asc_export_run_get_n_annotations (run);
  annotations = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u annotation", "%u annotations", n), n);
  n = asc_export_run_get_n_articles (run);
  /* Translators: %s is a number of annotations, such as “56 annotations”. */
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %u article exported", "%s of %u articles exported", n), annotations, n);
  g_signal_emit (self, signals[EXPORTED], 0, words);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
on_fraction (AscExportDialog *self, GParamSpec *pspec, AscExportRun *run)
{
  double fraction;

  g_object_get (run, "fraction", &fraction, NULL);
  gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
on_destination (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AscExportDialog) self = user_data;
  g_autoptr (AscExporter)     exporter = get_exporter (self);
  g_autoptr (AscExportRun)    run = NULL;
  g_autoptr (GFile)           destination = NULL;

  if (asc_exporter_get_extension (exporter) != NULL)
    destination = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  else
    destination = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (destination == NULL)
    return;

  stop (self);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "writing");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.write", FALSE);
  run = make_run (self);
  g_signal_connect_object (run, "notify::fraction", G_CALLBACK (on_fraction), self, G_CONNECT_SWAPPED);
  asc_export_run_write_async (run, destination, self->cancellable, on_written, g_object_ref (self));
}

static void
write_export (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscExportDialog          *self = ASC_EXPORT_DIALOG (widget);
  g_autoptr (AscExporter)   exporter = get_exporter (self);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char          *name = NULL;
  const char               *extension = asc_exporter_get_extension (exporter);

  g_settings_set_string (asc_settings_get_default (), "export-format", asc_exporter_get_name (exporter));
  gtk_file_dialog_set_title (dialog, _("Export"));
  gtk_file_dialog_set_accept_label (dialog, _("_Export"));
  if (extension != NULL)
    {
      name = g_strconcat (asc_project_get_name (asc_project_store_get_project (self->store)), extension, NULL);
      g_strdelimit (name, "/", '-');
      gtk_file_dialog_set_initial_name (dialog, name);
      gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_destination, g_object_ref (self));
    }
  else
    gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_destination, g_object_ref (self));
}

static void
cancel (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  stop (ASC_EXPORT_DIALOG (widget));
}

static char *
get_title (AscExporter *exporter)
{
  return g_strdup (_(asc_exporter_get_title (exporter)));
}

static void
fill (AscExportDialog *self)
{
  AscProject                *project = asc_project_store_get_project (self->store);
  const char * const        *coders = asc_project_get_coders (project);
  const char                *current = asc_project_get_coder (project);
  g_autoptr (GtkStringList)  names = gtk_string_list_new (NULL);
  g_autofree char           *format = g_settings_get_string (asc_settings_get_default (), "export-format");
  g_autoptr (GtkExpression)  title = NULL;
  guint                      n;

  gtk_string_list_append (names, current);
  for (guint i = 0; coders != NULL && coders[i] != NULL; i++)
    {
      if (!g_str_equal (coders[i], current))
        gtk_string_list_append (names, coders[i]);
    }
  gtk_string_list_append (names, _("Each coder"));
  adw_combo_row_set_model (self->coders, G_LIST_MODEL (names));

  self->exporters = asc_exporter_registry_get_all ();
  title = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_title), NULL, NULL);
  adw_combo_row_set_expression (self->format, title);
  adw_combo_row_set_model (self->format, self->exporters);
  n = g_list_model_get_n_items (self->exporters);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscExporter) exporter = g_list_model_get_item (self->exporters, i);

      if (g_str_equal (asc_exporter_get_name (exporter), format))
        adw_combo_row_set_selected (self->format, i);
    }
}

static void
asc_export_dialog_closed (AdwDialog *dialog)
{
  stop (ASC_EXPORT_DIALOG (dialog));
}

static void
asc_export_dialog_dispose (GObject *object)
{
  AscExportDialog *self = ASC_EXPORT_DIALOG (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->store);
  g_clear_object (&self->exporters);

  G_OBJECT_CLASS (asc_export_dialog_parent_class)->dispose (object);
}

static void
asc_export_dialog_class_init (AscExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_export_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = asc_export_dialog_closed;

  signals[EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AscExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AscExportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, AscExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, AscExportDialog, coders);
  gtk_widget_class_bind_template_child (widget_class, AscExportDialog, suggested);
  gtk_widget_class_bind_template_child (widget_class, AscExportDialog, loss_stack);
  gtk_widget_class_bind_template_child (widget_class, AscExportDialog, losses);
  gtk_widget_class_bind_template_child (widget_class, AscExportDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, prepare);

  gtk_widget_class_install_action (widget_class, "export.write", NULL, write_export);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel);
}

static void
asc_export_dialog_init (AscExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (prepare), NULL);
}

/**
 * asc_export_dialog_new:
 * @store: the project
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
asc_export_dialog_new (AscProjectStore *store)
{
  AscExportDialog *self;

  g_return_val_if_fail (ASC_IS_PROJECT_STORE (store), NULL);

  self = g_object_new (ASC_TYPE_EXPORT_DIALOG, NULL);
  self->store = g_object_ref (store);
  fill (self);
  return ADW_DIALOG (self);
}
