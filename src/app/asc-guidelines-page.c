/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-guidelines-page.h"

#include "asc-markdown-box.h"
#include "asc-messages.h"

struct _AscGuidelinesPage
{
  AdwBin          parent_instance;

  GtkStack       *stack;
  GtkWidget      *all;
  AscMarkdownBox *text;
  GtkWidget      *create;

  AscSession     *session;
  GSignalGroup   *project_signals;
  char           *shown;     /* Markdown on screen */
  gboolean        whole;     /* "Show All" was pressed for what is selected now */
};

G_DEFINE_FINAL_TYPE (AscGuidelinesPage, asc_guidelines_page, ADW_TYPE_BIN)

static guint
heading_level (const char *line)
{
  guint level = strspn (line, "#");

  return level >= 1 && level <= 6 && line[level] == ' ' ? level : 0;
}

/**
 * asc_guidelines_find_part:
 * @markdown: guidelines
 * @title: what a heading may be called, in any case
 *
 * Returns: (transfer full) (nullable): the heading and what is below it, up to the next one of its level or higher
 */
char *
asc_guidelines_find_part (const char *markdown, const char *title)
{
  g_auto (GStrv)      lines = NULL;
  g_autofree char    *folded = NULL;
  g_autoptr (GString) part = NULL;
  guint               level = 0;

  g_return_val_if_fail (markdown != NULL && title != NULL, NULL);

  folded = g_utf8_casefold (title, -1);
  lines = g_strsplit (markdown, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint here = heading_level (lines[i]);

      if (part == NULL && here > 0)
        {
          g_autofree char *name = g_strstrip (g_utf8_casefold (lines[i] + here, -1));

          if (!g_str_equal (name, folded))
            continue;
          level = here;
          part = g_string_new (NULL);
        }
      else if (part == NULL)
        continue;
      else if (here > 0 && here <= level)
        break;
      g_string_append_printf (part, "%s\n", lines[i]);
    }
  return part != NULL ? g_string_free_and_steal (g_steal_pointer (&part)) : NULL;
}

/* What is asked about: the label under the pointer, else that of the annotation under it or selected. */
static char *
find_part (AscGuidelinesPage *self, const char *guidelines)
{
  AscCodebook   *codebook = asc_project_get_codebook (asc_session_get_project (self->session));
  AscAnnotation *annotation = asc_session_get_hovered (self->session);
  const char    *label = asc_session_get_topic (self->session);
  char          *part;

  if (annotation == NULL)
    annotation = asc_session_get_selected (self->session);
  if (label == NULL && annotation != NULL)
    label = asc_annotation_get_label (annotation);
  if (label == NULL)
    return NULL;

  part = asc_guidelines_find_part (guidelines, asc_messages_label (codebook, label));
  return part != NULL ? part : asc_guidelines_find_part (guidelines, label);
}

static void
update (AscGuidelinesPage *self)
{
  AscProject      *project = asc_session_get_project (self->session);
  const char      *guidelines = project ? asc_project_get_guidelines (project) : NULL;
  g_autofree char *part = NULL;

  if (guidelines == NULL || *guidelines == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      g_clear_pointer (&self->shown, g_free);
      return;
    }

  if (!self->whole)
    part = find_part (self, guidelines);
  gtk_widget_set_visible (self->all, part != NULL);
  if (g_set_str (&self->shown, part ? part : guidelines))
    asc_markdown_box_set_text (self->text, self->shown);
  gtk_stack_set_visible_child_name (self->stack, "guidelines");
}

static void
on_asked (AscGuidelinesPage *self)
{
  self->whole = FALSE;
  update (self);
}

static void
on_all (AscGuidelinesPage *self)
{
  self->whole = TRUE;
  update (self);
}

static void
on_store (AscGuidelinesPage *self)
{
  AscProjectStore *store = asc_session_get_store (self->session);

  gtk_widget_set_sensitive (self->create, store != NULL && !asc_project_store_get_read_only (store));
  g_signal_group_set_target (self->project_signals, asc_session_get_project (self->session));
  on_asked (self);
}

static void
on_created (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AscGuidelinesPage) self = user_data;
  g_autoptr (GError)            error = NULL;
  g_autoptr (GtkFileLauncher)   launcher = NULL;
  GtkRoot                      *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      if (self->session != NULL)
        asc_session_notice (self->session, error->message);
      return;
    }

  launcher = gtk_file_launcher_new (G_FILE (source));
  if (root != NULL)
    gtk_file_launcher_launch (launcher, GTK_WINDOW (root), NULL, NULL, NULL);
}

/* A heading for each label, with what the codebook says of it: something to go on from. */
static void
on_create (AscGuidelinesPage *self)
{
  AscProject           *project = asc_session_get_project (self->session);
  AscProjectStore      *store = asc_session_get_store (self->session);
  GListModel           *labels = asc_codebook_get_labels (asc_project_get_codebook (project));
  g_autoptr (GString)   text = g_string_new (NULL);
  g_autoptr (GFile)     file = g_file_get_child (asc_project_store_get_folder (store), "guidelines.md");
  g_autoptr (GBytes)    bytes = NULL;
  g_autofree char      *title = NULL;

  /* Translators: the title of a new project's guidelines; %s is the project. */
  title = g_strdup_printf (_("Guidelines of %s"), asc_project_get_name (project));
  g_string_append_printf (text, "# %s\n", title);
  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (AscLabel) label = g_list_model_get_item (labels, i);
      const char          *description = asc_label_get_values (label)->description;

      g_string_append_printf (text, "\n## %s\n\n%s\n", asc_label_get_display_name (label), description ? description : "…");
    }
  asc_project_set_guidelines (project, text->str);
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, TRUE, G_FILE_CREATE_NONE, NULL, on_created, g_object_ref (self));
}

static void
asc_guidelines_page_dispose (GObject *object)
{
  AscGuidelinesPage *self = ASC_GUIDELINES_PAGE (object);

  g_clear_object (&self->project_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_GUIDELINES_PAGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (asc_guidelines_page_parent_class)->dispose (object);
}

static void
asc_guidelines_page_finalize (GObject *object)
{
  g_free (ASC_GUIDELINES_PAGE (object)->shown);

  G_OBJECT_CLASS (asc_guidelines_page_parent_class)->finalize (object);
}

static void
asc_guidelines_page_class_init (AscGuidelinesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_guidelines_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = asc_guidelines_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-guidelines-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AscGuidelinesPage, all);
  gtk_widget_class_bind_template_child (widget_class, AscGuidelinesPage, text);
  gtk_widget_class_bind_template_child (widget_class, AscGuidelinesPage, create);
  gtk_widget_class_bind_template_callback (widget_class, on_all);
  gtk_widget_class_bind_template_callback (widget_class, on_create);
}

static void
asc_guidelines_page_init (AscGuidelinesPage *self)
{
  g_type_ensure (ASC_TYPE_MARKDOWN_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Not bound: a template lets go of what it binds before AdwBin does of its child. */
  self->stack = GTK_STACK (adw_bin_get_child (ADW_BIN (self)));
  self->project_signals = g_signal_group_new (ASC_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "notify::guidelines", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->project_signals, "notify::codebook", G_CALLBACK (update), self);
}

/**
 * asc_guidelines_page_set_session:
 * @self: a page
 * @session: what the window works on; set once
 */
void
asc_guidelines_page_set_session (AscGuidelinesPage *self, AscSession *session)
{
  g_return_if_fail (ASC_IS_GUIDELINES_PAGE (self));
  g_return_if_fail (ASC_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (on_store), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (on_asked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::hovered", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::topic", G_CALLBACK (on_asked), self, G_CONNECT_SWAPPED);
  on_store (self);
}
