/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-article-row.h"

#include "asc-messages.h"

struct _AscArticleRow
{
  AdwBin        parent_instance;

  GtkLabel     *title;
  GtkLabel     *summary;
  GtkWidget    *dot;

  AscArticle   *article;
  GSignalGroup *article_signals;
};

enum
{
  PROP_0,
  PROP_ARTICLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AscArticleRow, asc_article_row, ADW_TYPE_BIN)

static const char *
dot_class (AscState state)
{
  switch (state)
    {
    case ASC_STATE_READING:
      return "reading";
    case ASC_STATE_DONE:
    case ASC_STATE_DONE_NO_CLAIMS:
      return "done";
    case ASC_STATE_SET_ASIDE:
      return "set-aside";
    case ASC_STATE_UNREAD:
    default:
      return "unread";
    }
}

static char *
describe (AscArticle *article)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint               n = asc_article_get_n_annotations (article);
  const char         *language = asc_article_get_language (article);

  if (!asc_article_has_summary (article))
    return g_strdup ("");

  g_string_append (words, asc_messages_state (asc_article_get_state (article)));
  if (n > 0)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, "%u annotation", "%u annotations", n), n);
    }
  if (language != NULL)
    g_string_append_printf (words, " · %s", language);
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static void
update (AscArticleRow *self)
{
  g_autofree char *words = NULL;
  const char      *dot_classes[3] = { "dot", NULL, NULL };

  if (self->article == NULL)
    return;

  words = describe (self->article);
  dot_classes[1] = dot_class (asc_article_get_state (self->article));
  gtk_label_set_label (self->title, asc_article_get_title (self->article));
  gtk_label_set_label (self->summary, words);
  gtk_widget_set_css_classes (self->dot, dot_classes);
  gtk_widget_set_visible (self->dot, asc_article_has_summary (self->article));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), asc_article_get_title (self->article));
}

static void
asc_article_row_dispose (GObject *object)
{
  AscArticleRow *self = ASC_ARTICLE_ROW (object);

  g_clear_object (&self->article_signals);
  g_clear_object (&self->article);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_ARTICLE_ROW);

  G_OBJECT_CLASS (asc_article_row_parent_class)->dispose (object);
}

static void
asc_article_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AscArticleRow *self = ASC_ARTICLE_ROW (object);

  switch (prop_id)
    {
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_article_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AscArticleRow *self = ASC_ARTICLE_ROW (object);

  switch (prop_id)
    {
    case PROP_ARTICLE:
      asc_article_row_set_article (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_article_row_class_init (AscArticleRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = asc_article_row_dispose;
  object_class->get_property = asc_article_row_get_property;
  object_class->set_property = asc_article_row_set_property;

  properties[PROP_ARTICLE] = g_param_spec_object ("article", NULL, NULL, ASC_TYPE_ARTICLE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-article-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AscArticleRow, title);
  gtk_widget_class_bind_template_child (widget_class, AscArticleRow, summary);
  gtk_widget_class_bind_template_child (widget_class, AscArticleRow, dot);
}

static void
asc_article_row_init (AscArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->article_signals = g_signal_group_new (ASC_TYPE_ARTICLE);
  g_signal_group_connect_swapped (self->article_signals, "notify", G_CALLBACK (update), self);
}

/**
 * asc_article_row_get_article:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the article shown
 */
AscArticle *
asc_article_row_get_article (AscArticleRow *self)
{
  g_return_val_if_fail (ASC_IS_ARTICLE_ROW (self), NULL);

  return self->article;
}

/**
 * asc_article_row_set_article:
 * @self: a row
 * @article: (nullable): what to show
 */
void
asc_article_row_set_article (AscArticleRow *self, AscArticle *article)
{
  g_return_if_fail (ASC_IS_ARTICLE_ROW (self));
  g_return_if_fail (article == NULL || ASC_IS_ARTICLE (article));

  if (!g_set_object (&self->article, article))
    return;

  g_signal_group_set_target (self->article_signals, article);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}
