/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-find-bar.h"

#include "asc-announce.h"
#include "asc-text-finder.h"

/* More hits than anybody steps through; bounds the time of a one-letter search in a book. */
#define MAX_HITS 10000
#define MAX_TAKEN 200

struct _AscFindBar
{
  AdwBin          parent_instance;

  GtkSearchBar   *bar;
  GtkSearchEntry *entry;
  GtkLabel       *count;
  GtkWidget      *previous;
  GtkWidget      *next;

  AscArticleView *view;
  AscSession     *session;
  GArray         *hits;      /* (element-type AscSpan) ascending */
  guint           current;   /* into hits */
};

G_DEFINE_FINAL_TYPE (AscFindBar, asc_find_bar, ADW_TYPE_BIN)

static AscText *
get_text (AscFindBar *self)
{
  AscArticle *article = self->session ? asc_session_get_article (self->session) : NULL;

  return article ? asc_article_get_text (article) : NULL;
}

static void
show_count (AscFindBar *self)
{
  const char      *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *words = NULL;

  if (self->hits != NULL && self->hits->len > 0)
    /* Translators: which of the places found is shown: “3 of 12”. */
    words = g_strdup_printf (C_("find", "%u of %u"), self->current + 1, self->hits->len);
  else if (*typed != '\0')
    words = g_strdup (C_("find", "Not found"));

  gtk_label_set_label (self->count, words ? words : "");
  if (words != NULL)
    asc_announce (GTK_WIDGET (self), words);
  gtk_widget_set_sensitive (self->previous, self->hits != NULL && self->hits->len > 0);
  gtk_widget_set_sensitive (self->next, self->hits != NULL && self->hits->len > 0);
  if (*typed != '\0' && (self->hits == NULL || self->hits->len == 0))
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
draw_hits (AscFindBar *self)
{
  if (self->view == NULL)
    return;
  if (self->hits != NULL)
    asc_article_view_set_hits (self->view, (const AscSpan *) self->hits->data, self->hits->len, self->current);
  else
    asc_article_view_set_hits (self->view, NULL, 0, G_MAXUINT);
}

static void
forget_hits (AscFindBar *self)
{
  g_clear_pointer (&self->hits, g_array_unref);
  draw_hits (self);
}

static void
show_hit (AscFindBar *self, guint i)
{
  const AscSpan *hit;

  if (self->hits == NULL || self->hits->len == 0)
    {
      draw_hits (self);
      show_count (self);
      return;
    }

  self->current = i;
  draw_hits (self);
  hit = &g_array_index (self->hits, AscSpan, i);
  asc_article_view_select_span (self->view, hit);
  asc_article_view_show_span (self->view, hit);
  show_count (self);
}

static void
on_search_changed (AscFindBar *self)
{
  AscText *text = get_text (self);
  guint    caret, i = 0;

  g_clear_pointer (&self->hits, g_array_unref);
  if (text != NULL && self->view != NULL)
    {
      AscSpan selection;

      self->hits = asc_text_finder_find_all (text, gtk_editable_get_text (GTK_EDITABLE (self->entry)), MAX_HITS);
      /* The next from where the reader is; while typing goes on, the same place. */
      caret = asc_article_view_get_selection (self->view, &selection) ? selection.start
                                                                      : asc_article_view_get_caret (self->view);
      while (i < self->hits->len && g_array_index (self->hits, AscSpan, i).start < caret)
        i++;
      if (i == self->hits->len)
        i = 0;
    }
  show_hit (self, i);
}

static void
on_stop_search (AscFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

static void
on_search_mode (AscFindBar *self)
{
  if (gtk_search_bar_get_search_mode (self->bar) || self->view == NULL)
    return;

  forget_hits (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_set_changed (AscFindBar *self)
{
  if (gtk_search_bar_get_search_mode (self->bar) && asc_session_get_set (self->session) != NULL)
    on_search_changed (self);
  else
    forget_hits (self);
}

static void
asc_find_bar_dispose (GObject *object)
{
  AscFindBar *self = ASC_FIND_BAR (object);

  g_clear_object (&self->view);
  g_clear_object (&self->session);
  g_clear_pointer (&self->hits, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_FIND_BAR);

  G_OBJECT_CLASS (asc_find_bar_parent_class)->dispose (object);
}

static void
asc_find_bar_class_init (AscFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_find_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AscFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, AscFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, AscFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, AscFindBar, next);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_mode);
  gtk_widget_class_bind_template_callback (widget_class, asc_find_bar_next);
  gtk_widget_class_bind_template_callback (widget_class, asc_find_bar_previous);
}

static void
asc_find_bar_init (AscFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Not bound: a template lets go of what it binds before AdwBin does of its child. */
  self->bar = GTK_SEARCH_BAR (adw_bin_get_child (ADW_BIN (self)));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  show_count (self);
}

/**
 * asc_find_bar_set_view:
 * @self: a find bar
 * @view: whose text selection shows a hit
 * @session: the view's session
 */
void
asc_find_bar_set_view (AscFindBar *self, AscArticleView *view, AscSession *session)
{
  g_return_if_fail (ASC_IS_FIND_BAR (self));
  g_return_if_fail (ASC_IS_ARTICLE_VIEW (view));
  g_return_if_fail (ASC_IS_SESSION (session));

  g_set_object (&self->view, view);
  if (g_set_object (&self->session, session))
    g_signal_connect_object (session, "notify::set", G_CALLBACK (on_set_changed), self, G_CONNECT_SWAPPED);
}

/**
 * asc_find_bar_begin:
 * @self: a find bar
 *
 * Shows the bar. A short selection in the text becomes what is looked for.
 */
void
asc_find_bar_begin (AscFindBar *self)
{
  AscSpan  selection;
  AscText *text;

  g_return_if_fail (ASC_IS_FIND_BAR (self));

  text = get_text (self);
  if (text != NULL && asc_article_view_get_selection (self->view, &selection) && asc_span_length (&selection) <= MAX_TAKEN)
    {
      g_autofree char *selected = asc_text_slice (text, &selection);

      if (strchr (selected, '\n') == NULL)
        gtk_editable_set_text (GTK_EDITABLE (self->entry), selected);
    }
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * asc_find_bar_next:
 * @self: a find bar
 */
void
asc_find_bar_next (AscFindBar *self)
{
  g_return_if_fail (ASC_IS_FIND_BAR (self));

  if (self->hits != NULL && self->hits->len > 0)
    show_hit (self, (self->current + 1) % self->hits->len);
}

/**
 * asc_find_bar_previous:
 * @self: a find bar
 */
void
asc_find_bar_previous (AscFindBar *self)
{
  g_return_if_fail (ASC_IS_FIND_BAR (self));

  if (self->hits != NULL && self->hits->len > 0)
    show_hit (self, (self->current + self->hits->len - 1) % self->hits->len);
}
