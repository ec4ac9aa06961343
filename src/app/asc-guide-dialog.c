/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-guide-dialog.h"

#include "asc-markdown-box.h"

struct _AscGuideDialog
{
  AdwDialog               parent_instance;

  AdwNavigationSplitView *split;
  GtkListBox             *chapters;
  AdwNavigationPage      *page;
  GtkScrolledWindow      *scroller;
  AscMarkdownBox         *text;

  char                  **texts;      /* one a row of @chapters: Markdown without its title */
};

G_DEFINE_FINAL_TYPE (AscGuideDialog, asc_guide_dialog, ADW_TYPE_DIALOG)

/* Files of /guide/LANGUAGE/, in the order in which they are read. */
static const char *const names[] = { "first-steps", "keys", "codebook", "export", "team" };

/* In the first of the user's languages that has it; English has everything. */
static GBytes *
load_chapter (const char *name)
{
  const char *const *languages = g_get_language_names ();
  g_autofree char   *english = NULL;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/io/github/ascribe/Ascribe/guide/%s/%s.md", languages[i], name);
      GBytes          *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (bytes != NULL)
        return bytes;
    }
  english = g_strdup_printf ("/io/github/ascribe/Ascribe/guide/en/%s.md", name);
  return g_resources_lookup_data (english, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/* A file is "# Title", an empty line, and the rest. */
static void
add_chapter (AscGuideDialog *self, const char *name, char **text)
{
  g_autoptr (GBytes) bytes = load_chapter (name);
  g_autofree char   *whole = NULL, *title = NULL;
  const char        *end;
  GtkWidget         *label;

  g_assert (bytes != NULL);

  whole = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert (g_str_has_prefix (whole, "# "));
  end = strchr (whole, '\n');
  g_assert (end != NULL);
  title = g_strndup (whole + 2, end - whole - 2);
  *text = g_strdup (end + 1);

  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_append (self->chapters, label);
}

static void
on_row_selected (AscGuideDialog *self, GtkListBoxRow *row)
{
  if (row == NULL)
    return;

  adw_navigation_page_set_title (self->page, gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row))));
  asc_markdown_box_set_text (self->text, self->texts[gtk_list_box_row_get_index (row)]);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* On a narrow screen the chapter comes in the place of the list. */
static void
on_row_activated (AscGuideDialog *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
asc_guide_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ASC_TYPE_GUIDE_DIALOG);

  G_OBJECT_CLASS (asc_guide_dialog_parent_class)->dispose (object);
}

static void
asc_guide_dialog_finalize (GObject *object)
{
  AscGuideDialog *self = ASC_GUIDE_DIALOG (object);

  g_strfreev (self->texts);

  G_OBJECT_CLASS (asc_guide_dialog_parent_class)->finalize (object);
}

static void
asc_guide_dialog_class_init (AscGuideDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = asc_guide_dialog_dispose;
  object_class->finalize = asc_guide_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-guide-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AscGuideDialog, split);
  gtk_widget_class_bind_template_child (widget_class, AscGuideDialog, chapters);
  gtk_widget_class_bind_template_child (widget_class, AscGuideDialog, page);
  gtk_widget_class_bind_template_child (widget_class, AscGuideDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, AscGuideDialog, text);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
asc_guide_dialog_init (AscGuideDialog *self)
{
  g_type_ensure (ASC_TYPE_MARKDOWN_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->texts = g_new0 (char *, G_N_ELEMENTS (names) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_chapter (self, names[i], &self->texts[i]);
  gtk_list_box_select_row (self->chapters, gtk_list_box_get_row_at_index (self->chapters, 0));
}

/**
 * asc_guide_dialog_new:
 *
 * Returns: (transfer floating): a dialog that shows the first chapter
 */
AdwDialog *
asc_guide_dialog_new (void)
{
  return g_object_new (ASC_TYPE_GUIDE_DIALOG, NULL);
}
