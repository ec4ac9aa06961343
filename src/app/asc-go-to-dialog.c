/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-go-to-dialog.h"

#include "asc-article-row.h"

struct _AscGoToDialog
{
  AdwDialog           parent_instance;

  GtkSearchEntry     *entry;
  GtkStack           *stack;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;

  AscSession         *session;
  GStrv               words;     /* case folded; an article must hold each, in any order */
};

G_DEFINE_FINAL_TYPE (AscGoToDialog, asc_go_to_dialog, ADW_TYPE_DIALOG)

static gboolean
matches (gpointer item, gpointer user_data)
{
  AscGoToDialog        *self = user_data;
  AscArticle           *article = ASC_ARTICLE (item);
  const AscArticleMeta *meta = asc_article_get_meta (article);
  g_autofree char      *all = NULL, *folded = NULL;

  if (self->words == NULL)
    return TRUE;

  all = g_strjoin ("\n", asc_article_get_title (article), meta->id, meta->outlet ? meta->outlet : "",
                   meta->author ? meta->author : "", meta->published ? meta->published : "", NULL);
  folded = g_utf8_casefold (all, -1);
  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (strstr (folded, self->words[i]) == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
on_search_changed (AscGoToDialog *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);

  g_clear_pointer (&self->words, g_strfreev);
  self->words = g_strsplit_set (g_strstrip (folded), " \t", -1);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->filtered), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0 ? "list" : "none");
}

static void
go (AscGoToDialog *self)
{
  AscArticle *article = gtk_single_selection_get_selected_item (self->selection);

  if (article == NULL)
    return;

  asc_session_open_article (self->session, article);
  adw_dialog_close (ADW_DIALOG (self));
}

/* The arrows move in the list while the entry keeps the focus. */
static gboolean
on_key (AscGoToDialog *self, guint key, guint code, GdkModifierType modifiers)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (n == 0 || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Down && selected + 1 < n)
    selected++;
  else if (key == GDK_KEY_Up && selected > 0)
    selected--;
  else
    return GDK_EVENT_PROPAGATE;

  gtk_list_view_scroll_to (self->list, selected, GTK_LIST_SCROLL_SELECT, NULL);
  return GDK_EVENT_STOP;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, AscGoToDialog *self)
{
  gtk_list_item_set_child (list_item, g_object_new (ASC_TYPE_ARTICLE_ROW, NULL));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, AscGoToDialog *self)
{
  AscArticle *article = gtk_list_item_get_item (list_item);

  asc_article_row_set_article (ASC_ARTICLE_ROW (gtk_list_item_get_child (list_item)), article);
  gtk_list_item_set_accessible_label (list_item, asc_article_get_title (article));
  asc_project_store_load_summary_async (asc_session_get_store (self->session), article, NULL);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, AscGoToDialog *self)
{
  asc_article_row_set_article (ASC_ARTICLE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
asc_go_to_dialog_dispose (GObject *object)
{
  AscGoToDialog *self = ASC_GO_TO_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_GO_TO_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (asc_go_to_dialog_parent_class)->dispose (object);
}

static void
asc_go_to_dialog_class_init (AscGoToDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_go_to_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-go-to-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AscGoToDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, AscGoToDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AscGoToDialog, list);
  gtk_widget_class_bind_template_child (widget_class, AscGoToDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, AscGoToDialog, filtered);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, go);
}

static void
asc_go_to_dialog_init (AscGoToDialog *self)
{
  g_type_ensure (ASC_TYPE_ARTICLE_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * asc_go_to_dialog_new:
 * @session: what the window works on; a project must be open
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
asc_go_to_dialog_new (AscSession *session)
{
  AscGoToDialog             *self;
  g_autoptr (GtkFilter)      filter = NULL;

  g_return_val_if_fail (ASC_IS_SESSION (session), NULL);
  g_return_val_if_fail (asc_session_get_project (session) != NULL, NULL);

  self = g_object_new (ASC_TYPE_GO_TO_DIALOG, NULL);
  self->session = g_object_ref (session);
  filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  gtk_filter_list_model_set_filter (self->filtered, filter);
  gtk_filter_list_model_set_model (self->filtered, asc_project_get_articles (asc_session_get_project (session)));
  return ADW_DIALOG (self);
}
