/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-window-private.h"

#include "asc-announce.h"
#include "asc-guide-dialog.h"
#include "asc-messages.h"
#include "asc-settings.h"
#include "asc-welcome-page.h"

G_DEFINE_FINAL_TYPE (AscWindow, asc_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
is_narrow (AscWindow *self)
{
  return g_strcmp0 (adw_multi_layout_view_get_layout_name (self->layouts), "narrow") == 0;
}

static gboolean
inspector_is_shown (AscWindow *self)
{
  return is_narrow (self) ? adw_bottom_sheet_get_open (self->inspector_sheet)
                          : adw_overlay_split_view_get_show_sidebar (self->inspector_split);
}

static void
on_inspector_toggled (AscWindow *self)
{
  gtk_toggle_button_set_active (self->inspector_button, inspector_is_shown (self));
}

static void
on_inspector_button (AscWindow *self)
{
  asc_window_show_inspector (self, gtk_toggle_button_get_active (self->inspector_button));
}

static void
on_layout_changed (AscWindow *self)
{
  /* A sheet covers the text, so it never opens by itself. */
  adw_bottom_sheet_set_open (self->inspector_sheet, FALSE);
  on_inspector_toggled (self);
}

static void
update_title (AscWindow *self)
{
  AscProjectStore *store = asc_session_get_store (self->session);
  AscProject      *project = asc_session_get_project (self->session);
  AscArticle      *article = asc_session_get_article (self->session);
  g_autofree char *subtitle = NULL, *window_title = NULL;

  if (project == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), _("Ascribe"));
      return;
    }

  if (asc_project_store_get_read_only (store))
    /* Translators: %s is the name of the person who annotates. */
    subtitle = g_strdup_printf (_("Read only · coder %s"), asc_project_get_coder (project));
  else if (asc_project_store_get_saving (store))
    subtitle = g_strdup_printf (_("Saving… · coder %s"), asc_project_get_coder (project));
  else
    subtitle = g_strdup_printf (_("Saved · coder %s"), asc_project_get_coder (project));

  adw_window_title_set_title (self->title, article ? asc_article_get_title (article) : asc_project_get_name (project));
  adw_window_title_set_subtitle (self->title, subtitle);
  /* Translators: the window's title: an article and its project. */
  window_title = article ? g_strdup_printf (C_("window title", "%s – %s"), asc_article_get_title (article), asc_project_get_name (project))
                         : g_strdup (asc_project_get_name (project));
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static void
update_done_button (AscWindow *self)
{
  AscAnnotationSet *set = asc_session_get_set (self->session);
  AscState          state = set ? asc_annotation_set_get_state (set) : ASC_STATE_UNREAD;
  gboolean          done = state == ASC_STATE_DONE || state == ASC_STATE_DONE_NO_CLAIMS;

  if (done)
    gtk_widget_add_css_class (self->done, "done");
  else
    gtk_widget_remove_css_class (self->done, "done");
}

static void
update_read_only (AscWindow *self)
{
  AscProjectStore  *store = asc_session_get_store (self->session);
  AscAnnotationSet *set = asc_session_get_set (self->session);
  const char       *words = NULL;

  if (store != NULL && asc_project_store_get_read_only (store))
    words = _("This project’s folder cannot be written, so nothing can be changed");
  else if (set != NULL && asc_annotation_set_get_read_only (set))
    words = _("This article’s annotations were written by a newer Ascribe and can only be read");

  if (words != NULL)
    adw_banner_set_title (self->read_only_banner, words);
  adw_banner_set_revealed (self->read_only_banner, words != NULL);
}

static void
update_problems (AscWindow *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->problems));
  g_autofree char *words = NULL;

  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u problem in this project’s files",
                                        "%u problems in this project’s files", n), n);
  if (n > 0)
    {
      adw_banner_set_title (self->problems_banner, words);
      asc_announce (GTK_WIDGET (self), words);
    }
  adw_banner_set_revealed (self->problems_banner, n > 0);
}

static void
remember_article (AscWindow *self)
{
  AscProjectStore *store = asc_session_get_store (self->session);
  AscArticle      *article = asc_session_get_article (self->session);
  g_autofree char *uri = NULL;

  if (store == NULL || article == NULL)
    return;

  uri = g_file_get_uri (asc_project_store_get_folder (store));
  g_settings_set (asc_settings_get_default (), "last-article", "(ss)", uri, asc_article_get_id (article));
}

static void
on_article_changed (AscWindow *self)
{
  g_signal_group_set_target (self->article_signals, asc_session_get_article (self->session));
  update_title (self);
  remember_article (self);
  if (adw_overlay_split_view_get_collapsed (self->articles_split) && asc_session_get_article (self->session) != NULL)
    adw_overlay_split_view_set_show_sidebar (self->articles_split, FALSE);
}

static void
on_set_changed (AscWindow *self)
{
  g_signal_group_set_target (self->set_signals, asc_session_get_set (self->session));
  update_done_button (self);
  update_read_only (self);
  asc_window_update_actions (self);
}

static void
on_loading_changed (AscWindow *self)
{
  if (asc_session_get_loading (self->session))
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->page), GTK_ACCESSIBLE_STATE_BUSY, TRUE, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self->page), GTK_ACCESSIBLE_STATE_BUSY);
}

static void
on_store_changed (AscWindow *self)
{
  AscProjectStore *store = asc_session_get_store (self->session);

  g_signal_group_set_target (self->store_signals, store);
  g_signal_group_set_target (self->history_signals, asc_session_get_history (self->session));
  asc_problem_list_clear (self->problems);
  gtk_stack_set_visible_child_name (self->stack, store ? "project" : "welcome");
  update_title (self);
  update_read_only (self);
  asc_window_update_actions (self);
}

static void
on_undo_toast_dismissed (AscWindow *self, AdwToast *toast)
{
  if (self->undo_toast == toast)
    self->undo_toast = NULL;
}

/* One toast for all that was taken away: retitled, never stacked, and it owns nothing: its button is the undo action. */
static void
show_undo_toast (AscWindow *self, const char *title)
{
  if (self->undo_toast != NULL)
    {
      adw_toast_set_title (self->undo_toast, title);
    }
  else
    {
      self->undo_toast = adw_toast_new (title);
      adw_toast_set_use_markup (self->undo_toast, FALSE);
      adw_toast_set_button_label (self->undo_toast, _("_Undo"));
      adw_toast_set_action_name (self->undo_toast, "win.undo");
      g_signal_connect_object (self->undo_toast, "dismissed", G_CALLBACK (on_undo_toast_dismissed), self, G_CONNECT_SWAPPED);
    }
  /* Adding it again starts its time again. */
  asc_article_page_add_toast (self->page, g_object_ref (self->undo_toast));
}

static void
on_stepped (AscWindow        *self,
            gboolean          undone,
            AscAction         action,
            const char       *subject,
            AscAnnotationSet *set,
            const char       *annotation_id)
{
  AscCodebook     *codebook = asc_project_get_codebook (asc_session_get_project (self->session));
  g_autofree char *step = asc_messages_action (action, subject, codebook);
  g_autofree char *words = NULL;

  asc_window_update_actions (self);
  /* Translators: said to screen readers; %s is a step such as “Add Claim”. */
  words = undone ? g_strdup_printf (_("Undone: %s"), step) : g_strdup (step);
  asc_announce (GTK_WIDGET (self), words);

  if (!undone && (action == ASC_ACTION_REMOVE || action == ASC_ACTION_UNRELATE || action == ASC_ACTION_BULK))
    show_undo_toast (self, step);
  else if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
}

static void
save_state (AscWindow *self)
{
  GSettings *settings = asc_settings_get_default ();
  int        width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width > 0 && height > 0)
    g_settings_set (settings, "window-size", "(ii)", width, height);
  if (!adw_overlay_split_view_get_collapsed (self->articles_split))
    g_settings_set_boolean (settings, "show-articles", adw_overlay_split_view_get_show_sidebar (self->articles_split));
  if (!is_narrow (self))
    g_settings_set_boolean (settings, "show-inspector", adw_overlay_split_view_get_show_sidebar (self->inspector_split));
}

static void
restore_state (AscWindow *self)
{
  GSettings *settings = asc_settings_get_default ();
  int        width, height;

  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  adw_overlay_split_view_set_show_sidebar (self->articles_split, g_settings_get_boolean (settings, "show-articles"));
  adw_overlay_split_view_set_show_sidebar (self->inspector_split, g_settings_get_boolean (settings, "show-inspector"));
  on_inspector_toggled (self);
}

static void
on_close_anyway (AscWindow *self, const char *response)
{
  self->closing = g_str_equal (response, "close");
  if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_flushed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AscWindow) self = user_data;
  g_autoptr (GError)    error = NULL;
  g_autofree char      *words = NULL;
  AdwDialog            *dialog;

  if (asc_project_store_flush_finish (ASC_PROJECT_STORE (source), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  self->closing = FALSE;
  words = asc_messages_error (error);
  dialog = adw_alert_dialog_new (_("Not Everything Could Be Saved"), words);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "keep", _("_Keep Open"),
                                  "close", _("_Close and Lose Changes"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_anyway), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static gboolean
asc_window_close_request (GtkWindow *window)
{
  AscWindow       *self = ASC_WINDOW (window);
  AscProjectStore *store = asc_session_get_store (self->session);

  if (self->closing)
    return TRUE;

  save_state (self);
  if (store == NULL)
    return GTK_WINDOW_CLASS (asc_window_parent_class)->close_request (window);

  self->closing = TRUE;
  asc_project_store_flush_async (store, on_flushed, g_object_ref (self));
  return TRUE;
}

static void
asc_window_dispose (GObject *object)
{
  AscWindow *self = ASC_WINDOW (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (self->importing != NULL)
    g_cancellable_cancel (self->importing);
  g_clear_object (&self->importing);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->store_signals);
  g_clear_object (&self->article_signals);
  g_clear_object (&self->set_signals);
  g_clear_object (&self->problems);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_WINDOW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (asc_window_parent_class)->dispose (object);
}

static void
asc_window_class_init (AscWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = asc_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AscWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AscWindow, articles_split);
  gtk_widget_class_bind_template_child (widget_class, AscWindow, layouts);
  gtk_widget_class_bind_template_child (widget_class, AscWindow, inspector_split);
  gtk_widget_class_bind_template_child (widget_class, AscWindow, inspector_sheet);
  gtk_widget_class_bind_template_child (widget_class, AscWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, AscWindow, page);
  gtk_widget_class_bind_template_child (widget_class, AscWindow, inspector);
  gtk_widget_class_bind_template_child (widget_class, AscWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AscWindow, problems_banner);
  gtk_widget_class_bind_template_child (widget_class, AscWindow, read_only_banner);
  gtk_widget_class_bind_template_child (widget_class, AscWindow, import_banner);
  gtk_widget_class_bind_template_child (widget_class, AscWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, AscWindow, redo);
  gtk_widget_class_bind_template_child (widget_class, AscWindow, done);
  gtk_widget_class_bind_template_child (widget_class, AscWindow, done_content);
  gtk_widget_class_bind_template_child (widget_class, AscWindow, inspector_button);
  gtk_widget_class_bind_template_callback (widget_class, on_layout_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_inspector_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_inspector_button);

  asc_window_install_actions (widget_class);
  asc_window_install_project_actions (widget_class);
}

static void
asc_window_init (AscWindow *self)
{
  g_type_ensure (ASC_TYPE_WELCOME_PAGE);
  g_type_ensure (ASC_TYPE_SIDEBAR);
  g_type_ensure (ASC_TYPE_ARTICLE_PAGE);
  g_type_ensure (ASC_TYPE_INSPECTOR);
  gtk_widget_init_template (GTK_WIDGET (self));
  if (g_str_equal (ASC_PROFILE, "development"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");

  self->problems = asc_problem_list_new ();
  g_signal_connect_object (self->problems, "items-changed", G_CALLBACK (update_problems), self, G_CONNECT_SWAPPED);

  self->session = asc_session_new ();
  g_signal_connect_object (self->session, "notify::store", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::article", G_CALLBACK (on_article_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::set", G_CALLBACK (on_set_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::loading", G_CALLBACK (on_loading_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "problem", G_CALLBACK (asc_window_add_problem), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notice", G_CALLBACK (asc_window_notice), self, G_CONNECT_SWAPPED);

  self->store_signals = g_signal_group_new (ASC_TYPE_PROJECT_STORE);
  g_signal_group_connect_swapped (self->store_signals, "notify::saving", G_CALLBACK (update_title), self);
  g_signal_group_connect_swapped (self->store_signals, "notify::read-only", G_CALLBACK (update_read_only), self);
  self->history_signals = g_signal_group_new (ASC_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "stepped", G_CALLBACK (on_stepped), self);
  self->article_signals = g_signal_group_new (ASC_TYPE_ARTICLE);
  g_signal_group_connect_swapped (self->article_signals, "notify::title", G_CALLBACK (update_title), self);
  self->set_signals = g_signal_group_new (ASC_TYPE_ANNOTATION_SET);
  g_signal_group_connect_swapped (self->set_signals, "notify::state", G_CALLBACK (update_done_button), self);

  asc_sidebar_set_session (self->sidebar, self->session);
  asc_article_page_set_session (self->page, self->session);
  asc_inspector_set_session (self->inspector, self->session);
  asc_window_add_drop_target (self);
  restore_state (self);
  asc_window_update_actions (self);
}

/**
 * asc_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window that shows the welcome page
 */
AscWindow *
asc_window_new (AdwApplication *application)
{
  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);

  return g_object_new (ASC_TYPE_WINDOW, "application", application, NULL);
}

/**
 * asc_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none): what it works on
 */
AscSession *
asc_window_get_session (AscWindow *self)
{
  g_return_val_if_fail (ASC_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * asc_window_get_page:
 * @self: a window
 *
 * Returns: (transfer none): the middle of the window
 */
AscArticlePage *
asc_window_get_page (AscWindow *self)
{
  g_return_val_if_fail (ASC_IS_WINDOW (self), NULL);

  return self->page;
}

/**
 * asc_window_notice:
 * @self: a window
 * @translated: a short message
 *
 * Shows a toast and tells the screen reader.
 */
void
asc_window_notice (AscWindow *self, const char *translated)
{
  AdwToast *toast;

  g_return_if_fail (ASC_IS_WINDOW (self));
  g_return_if_fail (translated != NULL);

  toast = adw_toast_new (translated);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 3);
  asc_article_page_add_toast (self->page, toast);
  asc_announce (GTK_WIDGET (self), translated);
}

/**
 * asc_window_add_problem:
 * @self: a window
 * @problem: what is wrong with a file of its project
 *
 * Lists the problem behind a banner. A write that would drop many annotations is asked about at once.
 */
void
asc_window_add_problem (AscWindow *self, const AscProblem *problem)
{
  g_return_if_fail (ASC_IS_WINDOW (self));
  g_return_if_fail (problem != NULL);

  if (problem->code == ASC_STORE_ERROR_MANY_DROPPED)
    asc_window_ask_drop (self, problem);
  else
    asc_problem_list_add (self->problems, problem);
}

/**
 * asc_window_show_help:
 * @self: a window
 *
 * Shows the open project's guidelines beside the text; without a project, how to use the program.
 */
void
asc_window_show_help (AscWindow *self)
{
  g_return_if_fail (ASC_IS_WINDOW (self));

  if (asc_session_get_project (self->session) == NULL)
    {
      adw_dialog_present (asc_guide_dialog_new (), GTK_WIDGET (self));
      return;
    }

  asc_inspector_show_guidelines (self->inspector);
  asc_window_show_inspector (self, TRUE);
}

/* Shows or hides the inspector, whatever form it has at this width. */
void
asc_window_show_inspector (AscWindow *self, gboolean show)
{
  if (is_narrow (self))
    adw_bottom_sheet_set_open (self->inspector_sheet, show);
  else
    adw_overlay_split_view_set_show_sidebar (self->inspector_split, show);
}
