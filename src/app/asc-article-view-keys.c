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

/* Reading with something to decide about the selected claim has keys of its own. */
static gboolean
is_proposing (AscArticleView *self)
{
  return self->key_state == ASC_KEYS_READING && asc_session_get_selected (self->session) != NULL
         && !asc_article_view_get_selection (self, NULL) && asc_article_view_get_open_role (self) != NULL;
}

static void
add_none (AscArticleView *self, GString *status)
{
  AscRelationType *type = asc_article_view_get_open_role (self);
  g_autofree char *what = NULL;

  if (type == NULL || !asc_article_view_can (self, ASC_COMMAND_DECIDE_NONE))
    return;
  /* Translators: what the key 0 does; %s is a role such as “Source”. */
  what = g_strdup_printf (_("No %s"), asc_relation_type_get_display_name (type));
  add_key (status, "0", what);
}

static void
add_command (AscArticleView *self, GString *status, AscCommand command)
{
  const AscKeyBinding *binding = is_proposing (self) ? asc_key_map_find (ASC_KEYS_PROPOSED, command) : NULL;
  g_autofree char     *key = NULL;

  if (command == ASC_COMMAND_DECIDE_NONE)
    {
      add_none (self, status);
      return;
    }
  if (command == ASC_COMMAND_NEXT && is_proposing (self) && asc_article_view_can (self, ASC_COMMAND_CHANGE_ROLE))
    return;
  if (binding == NULL)
    binding = asc_key_map_find (self->key_state, command);
  if (binding == NULL || binding->brief == NULL || !asc_article_view_can (self, command))
    return;

  key = command == ASC_COMMAND_RECENT_ACTOR ? g_strdup ("1–9") : asc_key_map_get_label (binding, asc_article_view_get_codebook (self));
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
  static const AscCommand proposed[] = { ASC_COMMAND_ACCEPT, ASC_COMMAND_CHANGE_ROLE, ASC_COMMAND_DECIDE_NONE, ASC_COMMAND_RECENT_ACTOR,
                                         ASC_COMMAND_NEXT, ASC_COMMAND_NEXT_TODO, ASC_COMMAND_RELATE, ASC_COMMAND_OPEN_CARD, ASC_COMMAND_REMOVE, ASC_COMMAND_NONE };
  static const AscCommand role[] = { ASC_COMMAND_ACCEPT, ASC_COMMAND_NEXT_CANDIDATE, ASC_COMMAND_CHANGE_ROLE, ASC_COMMAND_DECIDE_NONE,
                                     ASC_COMMAND_RECENT_ACTOR, ASC_COMMAND_DISMISS, ASC_COMMAND_LEAVE, ASC_COMMAND_NONE };
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
  else if (self->key_state == ASC_KEYS_ROLE)
    commands = role;
  else if (asc_article_view_get_selection (self, NULL))
    commands = selecting;
  else if (is_proposing (self))
    commands = proposed;
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
is_modifier (guint keyval)
{
  return keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R;
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

static gboolean
handle_proposal_key (AscArticleView *self, guint keyval, GdkModifierType state)
{
  AscCommand command = asc_key_map_lookup (self->key_state == ASC_KEYS_ROLE ? ASC_KEYS_ROLE : ASC_KEYS_PROPOSED, asc_article_view_get_codebook (self),
                                           keyval, state);
  gunichar   letter = gdk_keyval_to_unicode (keyval);
  char       typed[7] = { 0 };

  if (command == ASC_COMMAND_RECENT_ACTOR)
    return asc_article_view_pick_actor (self, (guint) g_unichar_digit_value (letter));
  if (command != ASC_COMMAND_NONE)
    /* What cannot be done here may mean something while reading. */
    return asc_article_view_run (self, command);
  if (self->key_state != ASC_KEYS_ROLE)
    return FALSE;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK)) || !g_unichar_isalpha (letter))
    return is_modifier (keyval);
  g_unichar_to_utf8 (letter, typed);
  return asc_article_view_search_actor (self, typed);
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

  if (self->key_state == ASC_KEYS_ROLE && asc_article_view_get_selection (self, NULL))
    self->key_state = ASC_KEYS_READING;
  if (self->key_state == ASC_KEYS_ROLE || is_proposing (self))
    {
      if (handle_proposal_key (self, keyval, state))
        return TRUE;
      if (self->key_state == ASC_KEYS_ROLE)
        asc_article_view_leave_proposals (self);
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
