/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-help-dialog.h"

#include "asc-markdown-box.h"

struct _AscHelpDialog
{
  AdwDialog       parent_instance;

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
                               "3. The likeliest source and date of a claim are proposed: **Enter** accepts them, **Tab** changes them, **0** says that there is none. **R** relates by hand.\n"
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
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
asc_help_dialog_new (void)
{
  return g_object_new (ASC_TYPE_HELP_DIALOG, NULL);
}
