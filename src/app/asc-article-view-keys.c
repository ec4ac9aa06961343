/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-article-view-private.h"

#include <glib/gi18n.h>

/* ---- status line and actions ------------------------------------------------------------------------------ */

static void
add_key (GString *status, const char *key, const char *what)
{
  if (status->len > 0)
    g_string_append (status, "   ");
  g_string_append_printf (status, "%s\u00a0%s", key, what);
}

static void
add_command (AscArticleView *self, GString *status, AscCommand command)
{
  const AscKeyBinding *binding = asc_key_map_find (self->key_state, command);
  g_autofree char     *key = NULL;

  if (binding == NULL || binding->brief == NULL || !asc_article_view_can (self, command))
    return;

  key = asc_key_map_get_label (binding, asc_article_view_get_codebook (self));
  add_key (status, key, g_dpgettext2 (NULL, "key", binding->brief));
}

/* Without the labels' letters: the label bar shows them on the labels. */
static char *
make_status (AscArticleView *self)
{
  static const AscCommand reading[] = { ASC_COMMAND_NEXT, ASC_COMMAND_NEXT_TODO, ASC_COMMAND_GROW, ASC_COMMAND_GO_BACK, ASC_COMMAND_NONE };
  static const AscCommand selecting[] = { ASC_COMMAND_ACCEPT, ASC_COMMAND_GROW, ASC_COMMAND_SHRINK, ASC_COMMAND_ADD_FRAGMENT, ASC_COMMAND_CUT_FRAGMENT, ASC_COMMAND_NONE };
  static const AscCommand on_annotation[] = { ASC_COMMAND_ACCEPT, ASC_COMMAND_NEXT, ASC_COMMAND_CYCLE, ASC_COMMAND_RELATE, ASC_COMMAND_MENTIONS,
                                              ASC_COMMAND_START_EDGE, ASC_COMMAND_END_EDGE, ASC_COMMAND_OPEN_CARD, ASC_COMMAND_REMOVE, ASC_COMMAND_GO_BACK, ASC_COMMAND_NONE };
  static const AscCommand edge[] = { ASC_COMMAND_EDGE_RIGHT, ASC_COMMAND_EDGE_RIGHT_CHARACTER, ASC_COMMAND_START_EDGE, ASC_COMMAND_END_EDGE,
                                     ASC_COMMAND_LEAVE, ASC_COMMAND_NONE };
  static const AscCommand relate[] = { ASC_COMMAND_NEXT_TARGET, ASC_COMMAND_TAKE_TARGET, ASC_COMMAND_LEAVE, ASC_COMMAND_NONE };
  static const AscCommand mentions[] = { ASC_COMMAND_ACCEPT_MENTION, ASC_COMMAND_REJECT_MENTION, ASC_COMMAND_ACCEPT_MENTIONS,
                                         ASC_COMMAND_NEXT_MENTION, ASC_COMMAND_LEAVE, ASC_COMMAND_NONE };
  const AscCommand *commands;
  GString          *status = g_string_new (NULL);

  if (self->key_state == ASC_KEYS_EDGE)
    commands = edge;
  else if (self->key_state == ASC_KEYS_RELATE)
    commands = relate;
  else if (self->key_state == ASC_KEYS_MENTIONS)
    {
      commands = mentions;
      asc_article_view_add_mention_count (self, status);
    }
  else if (asc_article_view_get_selection (self, NULL))
    commands = selecting;
  else if (self->set != NULL && asc_session_get_selected (self->session) != NULL)
    commands = on_annotation;
  else
    commands = reading;
  for (; *commands != ASC_COMMAND_NONE; commands++)
    add_command (self, status, *commands);
  return g_string_free (status, FALSE);
}

/**
 * asc_article_view_state_changed:
 * @self: a view
 *
 * What keys do may have changed.
 */
void
asc_article_view_state_changed (AscArticleView *self)
{
  g_autofree char     *status = NULL;
  guint                n;
  const AscKeyBinding *bindings = asc_key_map_get_bindings (&n);

  for (guint i = 0; i < n; i++)
    {
      if (bindings[i].action != NULL)
        gtk_widget_action_set_enabled (GTK_WIDGET (self), bindings[i].action, asc_article_view_can (self, bindings[i].command));
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "annotation.make", asc_article_view_is_writable (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "annotation.set-label", asc_article_view_can (self, ASC_COMMAND_REMOVE));

  status = make_status (self);
  if (g_set_str (&self->status, status))
    g_object_notify (G_OBJECT (self), "status");
}

static void
activate_command (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AscArticleView      *self = ASC_ARTICLE_VIEW (widget);
  guint                n;
  const AscKeyBinding *bindings = asc_key_map_get_bindings (&n);

  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (bindings[i].action, action) == 0)
        {
          asc_article_view_run (self, bindings[i].command);
          return;
        }
    }
}

static void
activate_set_label (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AscArticleView *self = ASC_ARTICLE_VIEW (widget);
  AscCodebook    *codebook = asc_article_view_get_codebook (self);
  AscLabel       *label = codebook != NULL ? asc_codebook_lookup_label (codebook, g_variant_get_string (parameter, NULL)) : NULL;
  AscAnnotation  *current = asc_article_view_get_current (self);

  if (label != NULL && current != NULL
      && !asc_annotator_set_label (asc_session_get_annotator (self->session), current, label))
    asc_session_notice (self->session, _("That is already annotated"));
}

static void
activate_make (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AscArticleView *self = ASC_ARTICLE_VIEW (widget);
  AscCodebook    *codebook = asc_article_view_get_codebook (self);
  AscLabel       *label = codebook != NULL ? asc_codebook_lookup_label (codebook, g_variant_get_string (parameter, NULL)) : NULL;

  if (label != NULL)
    asc_article_view_make (self, label);
}

void
asc_article_view_install_actions (GtkWidgetClass *widget_class)
{
  guint                n;
  const AscKeyBinding *bindings = asc_key_map_get_bindings (&n);

  gtk_widget_class_install_action (widget_class, "annotation.make", "s", activate_make);
  gtk_widget_class_install_action (widget_class, "annotation.set-label", "s", activate_set_label);
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, asc_article_view_popup_at_caret);
  for (guint i = 0; i < n; i++)
    {
      gboolean again = FALSE;

      for (guint j = 0; j < i && !again; j++)
        again = g_strcmp0 (bindings[j].action, bindings[i].action) == 0;
      if (bindings[i].action != NULL && !again)
        gtk_widget_class_install_action (widget_class, bindings[i].action, NULL, activate_command);
    }
}

/* ---- keys ------------------------------------------------------------------------------------------------ */

static AscLabel *
lookup_letter (AscArticleView *self, guint keyval, GdkModifierType state)
{
  AscCodebook *codebook = asc_article_view_get_codebook (self);
  gunichar     letter = gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval));

  if (codebook == NULL || self->set == NULL || letter == 0
      || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK)))
    return NULL;

  return asc_codebook_lookup_key (codebook, letter);
}

static gboolean
moves_caret (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_Home:
    case GDK_KEY_End:
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Up:
    case GDK_KEY_KP_Down:
    case GDK_KEY_KP_Home:
    case GDK_KEY_KP_End:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_KP_Page_Down:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * asc_article_view_handle_key:
 * @self: a view
 * @keyval: the key symbol
 * @state: modifiers held
 *
 * Does what a key means in the view's state. Keys that are not ours are left to the text view.
 *
 * Returns: whether the key was ours
 */
gboolean
asc_article_view_handle_key (AscArticleView *self, guint keyval, GdkModifierType state)
{
  AscCodebook *codebook;
  AscLabel    *label;
  AscCommand   command;

  g_return_val_if_fail (ASC_IS_ARTICLE_VIEW (self), FALSE);

  if (self->set == NULL)
    return FALSE;

  codebook = asc_article_view_get_codebook (self);
  label = lookup_letter (self, keyval, state);
  if (self->key_state == ASC_KEYS_RELATE)
    {
      if (label != NULL)
        return asc_article_view_step_target (self, 1, asc_label_get_name (label));
      return asc_article_view_run (self, asc_key_map_lookup (ASC_KEYS_RELATE, codebook, keyval, state));
    }

  if (self->key_state != ASC_KEYS_READING)
    {
      command = asc_key_map_lookup (self->key_state, codebook, keyval, state);
      if (command != ASC_COMMAND_NONE)
        return asc_article_view_run (self, command);
      if (label == NULL && !moves_caret (keyval) && asc_key_map_lookup (ASC_KEYS_READING, codebook, keyval, state) == ASC_COMMAND_NONE)
        return FALSE;
      asc_article_view_leave_edge (self);
      asc_article_view_leave_mentions (self);
    }

  if (label != NULL)
    {
      asc_article_view_make (self, label);
      return TRUE;
    }

  command = asc_key_map_lookup (ASC_KEYS_READING, codebook, keyval, state);
  if (command == ASC_COMMAND_NONE)
    return FALSE;
  if (asc_article_view_run (self, command))
    return TRUE;

  /* A key of ours that has nothing to do here does nothing else either, but Tab and Escape go on to whom they mean something. */
  return command != ASC_COMMAND_NEXT && command != ASC_COMMAND_PREVIOUS && command != ASC_COMMAND_LEAVE && command != ASC_COMMAND_ACCEPT;
}
