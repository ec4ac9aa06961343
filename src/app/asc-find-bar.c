/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-find-bar.h"

#include "asc-announce.h"
#include "asc-text-search.h"

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
  GtkMenuButton  *annotate;

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
  gtk_widget_set_sensitive (GTK_WIDGET (self->annotate), self->hits != NULL && self->hits->len > 0);
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

      self->hits = asc_text_search (text, gtk_editable_get_text (GTK_EDITABLE (self->entry)), MAX_HITS);
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

/* ---- annotating what was found --------------------------------------------------------------------------- */

static GMenuModel *
make_labels (AscCodebook *codebook, const char *action)
{
  GMenu      *menu = g_menu_new ();
  GListModel *labels = asc_codebook_get_labels (codebook);

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (AscLabel)  label = g_list_model_get_item (labels, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (asc_label_get_display_name (label), NULL);

      g_menu_item_set_action_and_target (item, action, "s", asc_label_get_name (label));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* Made when it is opened: the codebook may have changed. */
static void
on_create_menu (GtkMenuButton *button, gpointer user_data)
{
  AscFindBar            *self = user_data;
  AscProject            *project = self->session != NULL ? asc_session_get_project (self->session) : NULL;
  g_autoptr (GMenu)      menu = g_menu_new ();
  g_autoptr (GMenuModel) one = NULL, all = NULL;

  if (project == NULL)
    return;

  one = make_labels (asc_project_get_codebook (project), "find.annotate-hit");
  all = make_labels (asc_project_get_codebook (project), "find.annotate-all");
  g_menu_append_section (menu, _("This Match"), one);
  g_menu_append_section (menu, _("All Matches"), all);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* All of them are one step. */
static void
annotate_hits (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AscFindBar      *self = ASC_FIND_BAR (widget);
  AscProject      *project = self->session != NULL ? asc_session_get_project (self->session) : NULL;
  AscAnnotator    *annotator = self->session != NULL ? asc_session_get_annotator (self->session) : NULL;
  const char      *name = g_variant_get_string (parameter, NULL);
  AscLabel        *label = project != NULL ? asc_codebook_lookup_label (asc_project_get_codebook (project), name) : NULL;
  gboolean         all = g_str_equal (action, "find.annotate-all");
  guint            n_made = 0;
  g_autofree char *words = NULL;

  if (label == NULL || annotator == NULL || self->hits == NULL || self->hits->len == 0)
    return;

  asc_history_begin (asc_session_get_history (self->session), ASC_ACTION_BULK, name, NULL);
  for (guint i = all ? 0 : self->current; i < (all ? self->hits->len : self->current + 1); i++)
    {
      const AscSpan *hit = &g_array_index (self->hits, AscSpan, i);
      gboolean       existed = FALSE;

      if (asc_annotator_annotate (annotator, label, hit, hit->end, &existed) != NULL && !existed)
        n_made++;
    }
  asc_history_end (asc_session_get_history (self->session));
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u annotation made", "%u annotations made", n_made), n_made);
  asc_announce (widget, words);
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
  gtk_widget_class_bind_template_child (widget_class, AscFindBar, annotate);
  gtk_widget_class_install_action (widget_class, "find.annotate-hit", "s", annotate_hits);
  gtk_widget_class_install_action (widget_class, "find.annotate-all", "s", annotate_hits);
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
  gtk_menu_button_set_create_popup_func (self->annotate, on_create_menu, self, NULL);
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
