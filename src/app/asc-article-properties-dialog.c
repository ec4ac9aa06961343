/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-article-properties-dialog.h"

#include "asc-messages.h"

struct _AscArticlePropertiesDialog
{
  AdwDialog     parent_instance;

  GtkEditable  *title;
  GtkEditable  *outlet;
  GtkEditable  *author;
  GtkEditable  *published;
  GtkLabel     *published_words;
  GtkEditable  *url;
  GtkEditable  *language;
  AdwActionRow *file;
  AdwActionRow *length;
  AdwActionRow *normalised;

  AscHistory   *history;
  AscArticle   *article;
};

G_DEFINE_FINAL_TYPE (AscArticlePropertiesDialog, asc_article_properties_dialog, ADW_TYPE_DIALOG)

static void
take (char **value, GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  g_set_str (value, *text != '\0' ? text : NULL);
}

static void
show (GtkEditable *editable, const char *value)
{
  gtk_editable_set_text (editable, value ? value : "");
}

static void
on_published_changed (AscArticlePropertiesDialog *self)
{
  const char      *typed = gtk_editable_get_text (self->published);
  g_autofree char *words = asc_messages_format_date (typed);

  /* A value that is not understood comes back as it is. */
  gtk_label_set_label (self->published_words, g_str_equal (words, typed) ? "" : words);
}

static void
asc_article_properties_dialog_closed (AdwDialog *dialog)
{
  AscArticlePropertiesDialog *self = ASC_ARTICLE_PROPERTIES_DIALOG (dialog);
  g_autoptr (AscArticleMeta)  meta = asc_article_meta_copy (asc_article_get_meta (self->article));

  take (&meta->title, self->title);
  take (&meta->outlet, self->outlet);
  take (&meta->author, self->author);
  take (&meta->published, self->published);
  take (&meta->url, self->url);
  take (&meta->language, self->language);
  asc_history_set_article_meta (self->history, self->article, meta);
}

static void
asc_article_properties_dialog_dispose (GObject *object)
{
  AscArticlePropertiesDialog *self = ASC_ARTICLE_PROPERTIES_DIALOG (object);

  g_clear_object (&self->history);
  g_clear_object (&self->article);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_ARTICLE_PROPERTIES_DIALOG);

  G_OBJECT_CLASS (asc_article_properties_dialog_parent_class)->dispose (object);
}

static void
asc_article_properties_dialog_class_init (AscArticlePropertiesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_article_properties_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = asc_article_properties_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ascribe/Ascribe/ui/asc-article-properties-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AscArticlePropertiesDialog, title);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePropertiesDialog, outlet);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePropertiesDialog, author);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePropertiesDialog, published);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePropertiesDialog, published_words);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePropertiesDialog, url);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePropertiesDialog, language);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePropertiesDialog, file);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePropertiesDialog, length);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePropertiesDialog, normalised);
  gtk_widget_class_bind_template_callback (widget_class, on_published_changed);
}

static void
asc_article_properties_dialog_init (AscArticlePropertiesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * asc_article_properties_dialog_new:
 * @history: the gate of the project
 * @article: what to show
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
asc_article_properties_dialog_new (AscHistory *history, AscArticle *article)
{
  AscArticlePropertiesDialog *self;
  const AscArticleMeta       *meta;
  g_autofree char            *length = NULL, *normalised = NULL;

  g_return_val_if_fail (ASC_IS_HISTORY (history), NULL);
  g_return_val_if_fail (ASC_IS_ARTICLE (article), NULL);

  self = g_object_new (ASC_TYPE_ARTICLE_PROPERTIES_DIALOG, NULL);
  self->history = g_object_ref (history);
  self->article = g_object_ref (article);

  meta = asc_article_get_meta (article);
  show (self->title, meta->title);
  show (self->outlet, meta->outlet);
  show (self->author, meta->author);
  show (self->published, meta->published);
  show (self->url, meta->url);
  show (self->language, meta->language);

  adw_action_row_set_subtitle (self->file, meta->original_name ? meta->original_name : meta->id);
  length = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u character", "%'u characters", meta->length), meta->length);
  adw_action_row_set_subtitle (self->length, length);
  if (meta->normalised != NULL && meta->normalised[0] != NULL)
    normalised = g_strjoinv (", ", meta->normalised);
  adw_action_row_set_subtitle (self->normalised, normalised ? normalised : _("Nothing"));
  return ADW_DIALOG (self);
}
