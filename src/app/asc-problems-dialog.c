/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-problems-dialog.h"

#include "asc-messages.h"

struct _AscProblemsDialog
{
  AdwDialog       parent_instance;

  GtkStack       *stack;
  GtkListBox     *list;

  AscProblemList *problems;
};

G_DEFINE_FINAL_TYPE (AscProblemsDialog, asc_problems_dialog, ADW_TYPE_DIALOG)

static char *
describe_place (const AscProblem *problem)
{
  if (problem->line > 0)
    /* Translators: a place in a file: its name, line and column. */
    return g_strdup_printf (_("%s, line %u, column %u"), problem->path, problem->line, problem->column);
  if (problem->pointer != NULL)
    return g_strdup_printf ("%s  %s", problem->path, problem->pointer);
  return g_strdup (problem->path);
}

static void
on_show_file (GtkButton *button, AscProblemItem *item)
{
  g_autoptr (GFile)           file = g_file_new_for_commandline_arg (asc_problem_item_get_problem (item)->path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), NULL, NULL, NULL);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  const AscProblem *problem = asc_problem_item_get_problem (item);
  g_autofree char  *words = asc_messages_problem (problem);
  g_autofree char  *place = problem->path ? describe_place (problem) : NULL;
  GtkWidget        *row, *show;

  row = g_object_new (ADW_TYPE_ACTION_ROW,
                      "use-markup", FALSE,
                      "title", words,
                      "subtitle", place ? place : "",
                      "subtitle-selectable", TRUE,
                      NULL);
  if (problem->path == NULL)
    return row;

  show = gtk_button_new_from_icon_name ("folder-open-symbolic");
  gtk_widget_set_valign (show, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (show, "flat");
  gtk_widget_set_tooltip_text (show, _("Show in Files"));
  g_signal_connect_object (show, "clicked", G_CALLBACK (on_show_file), item, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), show);
  return row;
}

static void
update (AscProblemsDialog *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->problems)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "none");
}

static void
asc_problems_dialog_dispose (GObject *object)
{
  AscProblemsDialog *self = ASC_PROBLEMS_DIALOG (object);

  g_clear_object (&self->problems);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_PROBLEMS_DIALOG);

  G_OBJECT_CLASS (asc_problems_dialog_parent_class)->dispose (object);
}

static void
asc_problems_dialog_class_init (AscProblemsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_problems_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-problems-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AscProblemsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AscProblemsDialog, list);
}

static void
asc_problems_dialog_init (AscProblemsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * asc_problems_dialog_new:
 * @title: the dialog's title, translated
 * @problems: what to list; the dialog follows its changes
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
asc_problems_dialog_new (const char *title, AscProblemList *problems)
{
  AscProblemsDialog *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (ASC_IS_PROBLEM_LIST (problems), NULL);

  self = g_object_new (ASC_TYPE_PROBLEMS_DIALOG, "title", title, NULL);
  self->problems = g_object_ref (problems);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (problems), create_row, NULL, NULL);
  g_signal_connect_object (problems, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_DIALOG (self);
}
