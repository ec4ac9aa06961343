/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's actions on the article: undo, states, moving about, finding, zooming, panes. */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-window-private.h"

#include "asc-article-properties-dialog.h"
#include "asc-go-to-dialog.h"
#include "asc-messages.h"
#include "asc-settings.h"

#define ZOOM_STEP 1.1

static void
undo (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  asc_session_undo (ASC_WINDOW (widget)->session);
}

static void
redo (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  asc_session_redo (ASC_WINDOW (widget)->session);
}

static void
set_state (AscWindow *self, AscState state, gboolean go_on)
{
  AscAnnotator     *annotator = asc_session_get_annotator (self->session);
  AscAnnotationSet *set = asc_session_get_set (self->session);
  guint             read_to;

  if (annotator == NULL)
    return;

  read_to = asc_annotation_set_get_read_to (set);
  if (state == ASC_STATE_DONE || state == ASC_STATE_DONE_NO_CLAIMS)
    read_to = asc_text_get_length (asc_article_get_text (asc_session_get_article (self->session)));
  asc_annotator_set_state (annotator, state, read_to);
  if (go_on && !asc_session_open_next (self->session))
    asc_window_notice (self, _("That was the last article"));
}

static void
done (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  set_state (ASC_WINDOW (widget), ASC_STATE_DONE, TRUE);
}

static void
on_no_claims_response (AscWindow *self, const char *response)
{
  if (g_str_equal (response, "done"))
    set_state (self, ASC_STATE_DONE, TRUE);
}

/* "No claims" of an article that has some is a slip more often than meant. */
static void
done_no_claims (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscWindow        *self = ASC_WINDOW (widget);
  AscAnnotationSet *set = asc_session_get_set (self->session);
  AdwDialog        *dialog;

  if (set == NULL)
    return;
  if (asc_annotation_set_get_n (set) == 0)
    {
      set_state (self, ASC_STATE_DONE_NO_CLAIMS, TRUE);
      return;
    }

  dialog = adw_alert_dialog_new (_("This Article Has Annotations"),
                                 _("“No claims” says that there was nothing to annotate. Mark it as done instead?"));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _("_Cancel"),
                                  "done", _("Mark as _Done"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "done", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "done");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_no_claims_response), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
set_aside (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  set_state (ASC_WINDOW (widget), ASC_STATE_SET_ASIDE, TRUE);
}

static void
reopen (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  set_state (ASC_WINDOW (widget), ASC_STATE_READING, FALSE);
}

static void
next_article (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscWindow *self = ASC_WINDOW (widget);

  if (!asc_session_open_next (self->session))
    asc_window_notice (self, _("That was the last article"));
}

static void
previous_article (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscWindow *self = ASC_WINDOW (widget);

  if (!asc_session_open_previous (self->session))
    asc_window_notice (self, _("This is the first article"));
}

static void
find (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  asc_article_page_find (ASC_WINDOW (widget)->page);
}

static void
find_next (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  asc_article_page_find_next (ASC_WINDOW (widget)->page);
}

static void
find_previous (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  asc_article_page_find_previous (ASC_WINDOW (widget)->page);
}

static void
find_article (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscWindow *self = ASC_WINDOW (widget);

  adw_overlay_split_view_set_show_sidebar (self->articles_split, TRUE);
  asc_sidebar_focus_search (self->sidebar);
}

static void
go_to (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_dialog_present (asc_go_to_dialog_new (ASC_WINDOW (widget)->session), widget);
}

static void
toggle_articles (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscWindow *self = ASC_WINDOW (widget);

  adw_overlay_split_view_set_show_sidebar (self->articles_split,
                                           !adw_overlay_split_view_get_show_sidebar (self->articles_split));
}

static void
toggle_inspector (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscWindow *self = ASC_WINDOW (widget);

  asc_window_show_inspector (self, !gtk_toggle_button_get_active (self->inspector_button));
}

static void
focus_text (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscWindow *self = ASC_WINDOW (widget);

  /* A sheet would cover where to choose. */
  adw_bottom_sheet_set_open (self->inspector_sheet, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (asc_article_page_get_view (self->page)));
}

/* What Space in the text does: the selected annotation's card, with the keyboard in it. */
static void
open_card (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscWindow *self = ASC_WINDOW (widget);

  asc_window_show_inspector (self, TRUE);
  asc_inspector_focus_selected (self->inspector);
}

/* What a letter does while a role is being changed: it goes on in the search of the role's card. */
static void
search_actor (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscWindow  *self = ASC_WINDOW (widget);
  const char *relation_type, *typed;

  g_variant_get (parameter, "(&s&s)", &relation_type, &typed);
  asc_window_show_inspector (self, TRUE);
  asc_inspector_search_actor (self->inspector, relation_type, typed);
}

static void
zoom (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GSettings *settings = asc_settings_get_default ();
  double     factor = g_settings_get_double (settings, "zoom");

  if (g_str_equal (action_name, "win.zoom-in"))
    factor *= ZOOM_STEP;
  else if (g_str_equal (action_name, "win.zoom-out"))
    factor /= ZOOM_STEP;
  else
    factor = 1.0;
  g_settings_set_double (settings, "zoom", CLAMP (factor, 0.5, 3.0));
}

static void
article_properties (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscWindow  *self = ASC_WINDOW (widget);
  AscArticle *article = asc_session_get_article (self->session);

  if (article != NULL)
    adw_dialog_present (asc_article_properties_dialog_new (asc_session_get_history (self->session), article), widget);
}

void
asc_window_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                 *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.undo", undo },
    { "win.redo", redo },
    { "win.done", done },
    { "win.done-no-claims", done_no_claims },
    { "win.set-aside", set_aside },
    { "win.reopen", reopen },
    { "win.next-article", next_article },
    { "win.previous-article", previous_article },
    { "win.find", find },
    { "win.find-next", find_next },
    { "win.find-previous", find_previous },
    { "win.find-article", find_article },
    { "win.go-to", go_to },
    { "win.toggle-articles", toggle_articles },
    { "win.toggle-inspector", toggle_inspector },
    { "win.open-card", open_card },
    { "win.focus-text", focus_text },
    { "win.zoom-in", zoom },
    { "win.zoom-out", zoom },
    { "win.zoom-normal", zoom },
    { "win.article-properties", article_properties },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);

  gtk_widget_class_install_action (widget_class, "win.search-actor", "(ss)", search_actor);

  /* Not accelerators of the application, which come before what has the focus: a text field has an undo of its own. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
}

static void
update_step_button (AscWindow *self, GtkWidget *button, gboolean is_undo)
{
  AscHistory      *history = asc_session_get_history (self->session);
  AscCodebook     *codebook = history ? asc_project_get_codebook (asc_session_get_project (self->session)) : NULL;
  const char      *subject = NULL;
  g_autofree char *words = NULL;
  AscAction        action;

  if (is_undo && history != NULL && asc_history_get_can_undo (history))
    {
      action = asc_history_get_undo_action (history, &subject);
      words = asc_messages_undo (action, subject, codebook);
    }
  else if (!is_undo && history != NULL && asc_history_get_can_redo (history))
    {
      action = asc_history_get_redo_action (history, &subject);
      words = asc_messages_redo (action, subject, codebook);
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), is_undo ? "win.undo" : "win.redo", words != NULL);
  if (words == NULL)
    words = g_strdup (is_undo ? _("Undo") : _("Redo"));
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
asc_window_update_actions (AscWindow *self)
{
  GtkWidget        *widget = GTK_WIDGET (self);
  AscAnnotationSet *set = asc_session_get_set (self->session);
  gboolean          open = asc_session_get_store (self->session) != NULL;
  gboolean          writable = set != NULL && !asc_annotation_set_get_read_only (set);

  update_step_button (self, self->undo, TRUE);
  update_step_button (self, self->redo, FALSE);

  gtk_widget_action_set_enabled (widget, "win.done", writable);
  gtk_widget_action_set_enabled (widget, "win.done-no-claims", writable);
  gtk_widget_action_set_enabled (widget, "win.set-aside", writable);
  gtk_widget_action_set_enabled (widget, "win.reopen", writable);
  gtk_widget_action_set_enabled (widget, "win.find", set != NULL);
  gtk_widget_action_set_enabled (widget, "win.open-card", set != NULL);
  gtk_widget_action_set_enabled (widget, "win.article-properties", set != NULL);
  gtk_widget_action_set_enabled (widget, "win.next-article", open);
  gtk_widget_action_set_enabled (widget, "win.previous-article", open);
  gtk_widget_action_set_enabled (widget, "win.go-to", open);
  gtk_widget_action_set_enabled (widget, "win.find-article", open);
  gtk_widget_action_set_enabled (widget, "win.toggle-articles", open);
  gtk_widget_action_set_enabled (widget, "win.toggle-inspector", open);
  gtk_widget_action_set_enabled (widget, "win.import", open);
  gtk_widget_action_set_enabled (widget, "win.export", open);
  gtk_widget_action_set_enabled (widget, "win.close-project", open);
}
