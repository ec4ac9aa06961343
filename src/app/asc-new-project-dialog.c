/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-new-project-dialog.h"

#include "asc-announce.h"
#include "asc-codebook-file.h"
#include "asc-id.h"
#include "asc-messages.h"
#include "asc-settings.h"

struct _AscNewProjectDialog
{
  AdwDialog        parent_instance;

  GtkEditable     *name;
  AdwActionRow    *place;
  GtkEditable     *coder;
  AdwComboRow     *codebook;
  AdwBanner       *problem;

  GFile           *parent;          /* the chosen folder; the project's is inside it */
  GFile           *codebook_file;   /* (nullable): the default codebook */
};

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AscNewProjectDialog, asc_new_project_dialog, ADW_TYPE_DIALOG)

static char *
get_name (AscNewProjectDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
}

static GFile *
get_folder (AscNewProjectDialog *self)
{
  g_autofree char *name = get_name (self);
  g_autofree char *id = asc_id_from_title (name, "project");

  return g_file_get_child (self->parent, id);
}

static void
update (AscNewProjectDialog *self)
{
  g_autofree char  *name = get_name (self);
  g_autoptr (GFile) folder = get_folder (self);
  g_autofree char  *path = g_file_get_parse_name (folder);

  adw_action_row_set_subtitle (self->place, path);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-project.create", *name != '\0');
  adw_banner_set_revealed (self->problem, FALSE);
}

static void
show_problem (AscNewProjectDialog *self, const GError *error)
{
  g_autofree char *words = asc_messages_error (error);

  adw_banner_set_title (self->problem, words);
  adw_banner_set_revealed (self->problem, TRUE);
  asc_announce (GTK_WIDGET (self), words);
}

static void
on_folder_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AscNewProjectDialog) self = user_data;
  g_autoptr (GFile)               folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (folder == NULL)
    return;

  g_set_object (&self->parent, folder);
  update (self);
}

static void
choose_place (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscNewProjectDialog      *self = ASC_NEW_PROJECT_DIALOG (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Where to Put the Project"));
  gtk_file_dialog_set_initial_folder (dialog, self->parent);
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_folder_chosen, g_object_ref (self));
}

static void
on_codebook_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AscNewProjectDialog) self = user_data;
  g_autoptr (GFile)               file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  g_set_object (&self->codebook_file, file);
  if (file == NULL)
    adw_combo_row_set_selected (self->codebook, 0);
  else
    {
      g_autofree char *name = g_file_get_basename (file);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->codebook), name);
    }
}

/* The second entry of the list asks for a file. */
static void
on_codebook_selected (AscNewProjectDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autoptr (GtkFileFilter) filter = NULL;

  if (adw_combo_row_get_selected (self->codebook) == 0)
    {
      g_clear_object (&self->codebook_file);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->codebook), "");
      return;
    }

  dialog = gtk_file_dialog_new ();
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _("Codebooks"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_dialog_set_title (dialog, _("Choose a Codebook"));
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, on_codebook_chosen, g_object_ref (self));
}

static AscCodebook *
read_codebook (AscNewProjectDialog *self, GError **error)
{
  g_autoptr (GBytes)    bytes = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autofree char      *path = NULL;

  if (self->codebook_file == NULL)
    return asc_codebook_file_default ();

  bytes = g_file_load_bytes (self->codebook_file, NULL, NULL, error);
  if (bytes == NULL)
    return NULL;
  path = g_file_get_parse_name (self->codebook_file);
  return asc_codebook_file_parse (bytes, path, problems, error);
}

static void
create (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscNewProjectDialog        *self = ASC_NEW_PROJECT_DIALOG (widget);
  g_autofree char            *name = get_name (self);
  g_autofree char            *coder = NULL;
  g_autoptr (GFile)           folder = get_folder (self);
  g_autoptr (AscCodebook)     codebook = NULL;
  g_autoptr (AscProjectStore) store = NULL;
  g_autoptr (GError)          error = NULL;

  g_settings_set_string (asc_settings_get_default (), "coder-name", gtk_editable_get_text (self->coder));
  coder = asc_settings_get_coder ();

  codebook = read_codebook (self, &error);
  if (codebook != NULL)
    store = asc_project_store_create (folder, name, coder, codebook, &error);
  if (store == NULL)
    {
      show_problem (self, error);
      return;
    }

  g_signal_emit (self, signals[CREATED], 0, store);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
asc_new_project_dialog_dispose (GObject *object)
{
  AscNewProjectDialog *self = ASC_NEW_PROJECT_DIALOG (object);

  g_clear_object (&self->parent);
  g_clear_object (&self->codebook_file);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_NEW_PROJECT_DIALOG);

  G_OBJECT_CLASS (asc_new_project_dialog_parent_class)->dispose (object);
}

static void
asc_new_project_dialog_class_init (AscNewProjectDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_new_project_dialog_dispose;

  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, ASC_TYPE_PROJECT_STORE);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-new-project-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AscNewProjectDialog, name);
  gtk_widget_class_bind_template_child (widget_class, AscNewProjectDialog, place);
  gtk_widget_class_bind_template_child (widget_class, AscNewProjectDialog, coder);
  gtk_widget_class_bind_template_child (widget_class, AscNewProjectDialog, codebook);
  gtk_widget_class_bind_template_child (widget_class, AscNewProjectDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_codebook_selected);

  gtk_widget_class_install_action (widget_class, "new-project.create", NULL, create);
  gtk_widget_class_install_action (widget_class, "new-project.choose-place", NULL, choose_place);
}

static void
asc_new_project_dialog_init (AscNewProjectDialog *self)
{
  const char      *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *coder = asc_settings_get_coder ();

  self->parent = g_file_new_for_path (documents ? documents : g_get_home_dir ());
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (self->coder, coder);
  update (self);
}

/**
 * asc_new_project_dialog_new:
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
asc_new_project_dialog_new (void)
{
  return g_object_new (ASC_TYPE_NEW_PROJECT_DIALOG, NULL);
}
