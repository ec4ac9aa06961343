/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-help-dialog.h"

#include "asc-markdown-box.h"

struct _AscHelpDialog
{
  AdwDialog       parent_instance;

  AdwViewStack   *stack;
  AscMarkdownBox *guidelines;
  AscMarkdownBox *help;
};

G_DEFINE_FINAL_TYPE (AscHelpDialog, asc_help_dialog, ADW_TYPE_DIALOG)

static void
asc_help_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ASC_TYPE_HELP_DIALOG);

  G_OBJECT_CLASS (asc_help_dialog_parent_class)->dispose (object);
}

static void
asc_help_dialog_class_init (AscHelpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_help_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-help-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AscHelpDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AscHelpDialog, guidelines);
  gtk_widget_class_bind_template_child (widget_class, AscHelpDialog, help);
}

static void
asc_help_dialog_init (AscHelpDialog *self)
{
  g_type_ensure (ASC_TYPE_MARKDOWN_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  asc_markdown_box_set_text (self->help,
                             /* Translators: Markdown: keep the signs at the start of lines and around words. */
                             _("## The first five minutes\n"
                               "\n"
                               "1. Select what somebody says, and press **C**. Without a selection, **C** takes the quoted passage or the sentence at the cursor.\n"
                               "2. Put the cursor on who says it, and press **A**; on when, and press **D**.\n"
                               "3. Select the claim (click it, or **Tab** to it), press **R**, go to its source with **Tab**, and take it with **Enter**. Do the same with the date.\n"
                               "4. What else there is to say about the claim is on its card beside the text: **Space** opens it.\n"
                               "5. **Ctrl+Enter** marks the article as done and shows the next.\n"
                               "\n"
                               "Everything is saved at once, and **Ctrl+Z** takes back anything, in any article.\n"
                               "\n"
                               "## Where everything is\n"
                               "\n"
                               "A project is a folder of plain files that belong to you: texts in `articles`, each coder’s annotations in `annotations`. "
                               "Copy it, keep it in Git, or share it with a sync service: two coders never write the same file.\n"
                               "\n"
                               "## Training data\n"
                               "\n"
                               "*Export* in the main menu writes the annotations for training, and says beforehand what a format cannot carry. "
                               "`ascribe export --help` does the same without a window."));
}

/**
 * asc_help_dialog_new:
 * @guidelines: (nullable): the open project's guidelines, Markdown
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
asc_help_dialog_new (const char *guidelines)
{
  AscHelpDialog *self = g_object_new (ASC_TYPE_HELP_DIALOG, NULL);

  if (guidelines != NULL && *guidelines != '\0')
    {
      asc_markdown_box_set_text (self->guidelines, guidelines);
      adw_view_stack_set_visible_child_name (self->stack, "guidelines");
    }
  else
    adw_view_stack_set_visible_child_name (self->stack, "help");
  return ADW_DIALOG (self);
}
