/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-key-map.h"

#include <glib/gi18n.h>

static const AscKeyBinding bindings[] = {
  { ASC_KEYS_READING, ASC_COMMAND_GROW, "w", "text.grow", N_("Grow the selection: word, quotation, sentence, paragraph"), NC_("key", "Grow") },
  { ASC_KEYS_READING, ASC_COMMAND_SHRINK, "<Shift>w", "text.shrink", N_("Shrink the selection"), NC_("key", "Shrink") },
  { ASC_KEYS_READING, ASC_COMMAND_NEXT, "Tab", "annotation.next", N_("Next annotation"), NC_("key", "Next") },
  { ASC_KEYS_READING, ASC_COMMAND_PREVIOUS, "<Shift>Tab", "annotation.previous", N_("Previous annotation"), NULL },
  { ASC_KEYS_READING, ASC_COMMAND_NEXT_TODO, "n", "annotation.next-todo", N_("Next thing to do"), NC_("key", "To do") },
  { ASC_KEYS_READING, ASC_COMMAND_PREVIOUS_TODO, "<Shift>n", "annotation.previous-todo", N_("Previous thing to do"), NULL },
  { ASC_KEYS_READING, ASC_COMMAND_ACCEPT, "Return", "annotation.accept", N_("Accept a suggestion, or annotate the selection with the last label again"), NC_("key", "Accept") },
  { ASC_KEYS_READING, ASC_COMMAND_OPEN_CARD, "space", "annotation.open-card", N_("Open the card of the annotation"), NC_("key", "Card") },
  { ASC_KEYS_READING, ASC_COMMAND_CYCLE, "o", "annotation.cycle", N_("Go through what is stacked here"), NC_("key", "Other one here") },
  { ASC_KEYS_READING, ASC_COMMAND_RELATE, "r", "annotation.relate", N_("Relate to another annotation"), NC_("key", "Relate") },
  { ASC_KEYS_READING, ASC_COMMAND_MENTIONS, "m", "annotation.mentions", N_("Find its other mentions in the article"), NC_("key", "Mentions") },
  { ASC_KEYS_READING, ASC_COMMAND_START_EDGE, "bracketleft", "annotation.start-edge", N_("Take the start edge"), NC_("key", "Start") },
  { ASC_KEYS_READING, ASC_COMMAND_END_EDGE, "bracketright", "annotation.end-edge", N_("Take the end edge"), NC_("key", "End") },
  { ASC_KEYS_READING, ASC_COMMAND_ADD_FRAGMENT, "plus", "annotation.add-fragment", N_("Add the selection to the annotation"), NC_("key", "Add") },
  { ASC_KEYS_READING, ASC_COMMAND_CUT_FRAGMENT, "minus", "annotation.cut-fragment", N_("Cut the selection out of the annotation"), NC_("key", "Cut out") },
  { ASC_KEYS_READING, ASC_COMMAND_REPEAT, "period", "annotation.repeat", N_("Repeat the last action"), NC_("key", "Repeat") },
  { ASC_KEYS_READING, ASC_COMMAND_REMOVE, "Delete", "annotation.remove", N_("Remove the annotation"), NC_("key", "Remove") },
  { ASC_KEYS_READING, ASC_COMMAND_REMOVE, "BackSpace", "annotation.remove", NULL, NULL },
  { ASC_KEYS_READING, ASC_COMMAND_UNDO, "<Control>z", "annotation.undo", N_("Undo"), NC_("key", "Undo") },
  { ASC_KEYS_READING, ASC_COMMAND_REDO, "<Control><Shift>z", "annotation.redo", N_("Redo"), NULL },
  { ASC_KEYS_READING, ASC_COMMAND_GO_BACK, "<Alt>Left", "annotation.go-back", N_("Back to where a jump began"), NC_("key", "Back") },
  { ASC_KEYS_READING, ASC_COMMAND_FIND, "<Control>f", "text.find", N_("Find in this article"), NULL },
  { ASC_KEYS_READING, ASC_COMMAND_LEAVE, "Escape", NULL, N_("Select nothing"), NULL },

  { ASC_KEYS_EDGE, ASC_COMMAND_EDGE_LEFT, "Left", NULL, N_("Move the edge left by a word"), NULL },
  { ASC_KEYS_EDGE, ASC_COMMAND_EDGE_RIGHT, "Right", NULL, N_("Move the edge right by a word"), NC_("key", "By word") },
  { ASC_KEYS_EDGE, ASC_COMMAND_EDGE_LEFT_CHARACTER, "<Shift>Left", NULL, N_("Move the edge left by a character"), NULL },
  { ASC_KEYS_EDGE, ASC_COMMAND_EDGE_RIGHT_CHARACTER, "<Shift>Right", NULL, N_("Move the edge right by a character"), NC_("key", "By character") },
  { ASC_KEYS_EDGE, ASC_COMMAND_START_EDGE, "bracketleft", NULL, N_("Take the start edge, or the one of the fragment before"), NC_("key", "Start") },
  { ASC_KEYS_EDGE, ASC_COMMAND_END_EDGE, "bracketright", NULL, N_("Take the end edge, or the one of the fragment after"), NC_("key", "End") },
  { ASC_KEYS_EDGE, ASC_COMMAND_LEAVE, "Return", NULL, N_("Done"), NC_("key", "Done") },
  { ASC_KEYS_EDGE, ASC_COMMAND_LEAVE, "Escape", NULL, NULL, NULL },
  { ASC_KEYS_EDGE, ASC_COMMAND_UNDO, "<Control>z", NULL, NULL, NULL },
  { ASC_KEYS_EDGE, ASC_COMMAND_REDO, "<Control><Shift>z", NULL, NULL, NULL },

  { ASC_KEYS_RELATE, ASC_COMMAND_NEXT_TARGET, "Tab", NULL, N_("Next annotation that fits, nearest first"), NC_("key", "Next") },
  { ASC_KEYS_RELATE, ASC_COMMAND_PREVIOUS_TARGET, "<Shift>Tab", NULL, N_("The one before"), NULL },
  { ASC_KEYS_RELATE, ASC_COMMAND_TAKE_TARGET, "Return", NULL, N_("Relate to this one"), NC_("key", "Relate") },
  { ASC_KEYS_RELATE, ASC_COMMAND_LEAVE, "Escape", NULL, N_("Relate to nothing"), NC_("key", "Cancel") },

  { ASC_KEYS_MENTIONS, ASC_COMMAND_ACCEPT_MENTION, "Return", NULL, N_("Annotate this mention, too"), NC_("key", "Accept") },
  { ASC_KEYS_MENTIONS, ASC_COMMAND_REJECT_MENTION, "BackSpace", NULL, N_("Leave this mention out"), NC_("key", "Reject") },
  { ASC_KEYS_MENTIONS, ASC_COMMAND_REJECT_MENTION, "Delete", NULL, NULL, NULL },
  { ASC_KEYS_MENTIONS, ASC_COMMAND_ACCEPT_MENTIONS, "a", NULL, N_("Annotate all that are left"), NC_("key", "Accept All") },
  { ASC_KEYS_MENTIONS, ASC_COMMAND_NEXT_MENTION, "Tab", NULL, N_("Next mention"), NC_("key", "Next") },
  { ASC_KEYS_MENTIONS, ASC_COMMAND_PREVIOUS_MENTION, "<Shift>Tab", NULL, N_("Previous mention"), NULL },
  { ASC_KEYS_MENTIONS, ASC_COMMAND_LEAVE, "Escape", NULL, N_("Leave the others out"), NC_("key", "Done") },

  { ASC_KEYS_PROPOSED, ASC_COMMAND_ACCEPT, "Return", NULL, N_("Accept the source and the date that are proposed"), NC_("key", "Accept") },
  { ASC_KEYS_PROPOSED, ASC_COMMAND_CHANGE_ROLE, "Tab", NULL, N_("Change what is proposed"), NC_("key", "Change") },
  { ASC_KEYS_PROPOSED, ASC_COMMAND_DECIDE_NONE, "0", NULL, N_("Decide that there is no source; with a source, no date"), NULL },
  { ASC_KEYS_PROPOSED, ASC_COMMAND_RECENT_ACTOR, "1", NULL, N_("With 1 to 9: take one of the actors mentioned last as the source"), NC_("key", "Recent actor") },

  { ASC_KEYS_ROLE, ASC_COMMAND_NEXT_CANDIDATE, "Down", NULL, N_("Propose another one"), NC_("key", "Another") },
  { ASC_KEYS_ROLE, ASC_COMMAND_NEXT_CANDIDATE, "Right", NULL, NULL, NULL },
  { ASC_KEYS_ROLE, ASC_COMMAND_PREVIOUS_CANDIDATE, "Up", NULL, N_("Propose the one before"), NULL },
  { ASC_KEYS_ROLE, ASC_COMMAND_PREVIOUS_CANDIDATE, "Left", NULL, NULL, NULL },
  { ASC_KEYS_ROLE, ASC_COMMAND_ACCEPT, "Return", NULL, N_("Accept all that is proposed"), NC_("key", "Accept") },
  { ASC_KEYS_ROLE, ASC_COMMAND_CHANGE_ROLE, "Tab", NULL, N_("Next role; after the last one the next annotation"), NC_("key", "Next") },
  { ASC_KEYS_ROLE, ASC_COMMAND_PREVIOUS_ROLE, "<Shift>Tab", NULL, N_("The role before"), NULL },
  { ASC_KEYS_ROLE, ASC_COMMAND_DECIDE_NONE, "0", NULL, N_("Decide that there is none"), NULL },
  { ASC_KEYS_ROLE, ASC_COMMAND_RECENT_ACTOR, "1", NULL, N_("With 1 to 9: take one of the actors mentioned last"), NC_("key", "Recent actor") },
  { ASC_KEYS_ROLE, ASC_COMMAND_DISMISS, "BackSpace", NULL, N_("Leave the role open"), NC_("key", "Dismiss") },
  { ASC_KEYS_ROLE, ASC_COMMAND_DISMISS, "Delete", NULL, NULL, NULL },
  { ASC_KEYS_ROLE, ASC_COMMAND_LEAVE, "Escape", NULL, N_("Change nothing"), NC_("key", "Back") },
  { ASC_KEYS_ROLE, ASC_COMMAND_UNDO, "<Control>z", NULL, NULL, NULL },
  { ASC_KEYS_ROLE, ASC_COMMAND_REDO, "<Control><Shift>z", NULL, NULL, NULL },
};

/* The key of a binding: with Alt, when a label of the codebook has its letter. */
static void
get_key (const AscKeyBinding *binding, AscCodebook *codebook, guint *keyval, GdkModifierType *modifiers)
{
  gunichar letter;

  gtk_accelerator_parse (binding->accelerator, keyval, modifiers);
  letter = gdk_keyval_to_unicode (*keyval);
  if (codebook != NULL && binding->state == ASC_KEYS_READING && *modifiers == GDK_NO_MODIFIER_MASK && g_unichar_isalpha (letter)
      && asc_codebook_lookup_key (codebook, letter) != NULL)
    *modifiers = GDK_ALT_MASK;
}

/* Keys that keyboards have twice, and what Shift makes of a key, become one. Shift counts with letters and with named keys only: "+" needs it on
 * one keyboard and not on the next. */
static void
normalise (guint *keyval, GdkModifierType *modifiers)
{
  gunichar c;

  *modifiers &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK;
  switch (*keyval)
    {
    case GDK_KEY_ISO_Left_Tab:
      *keyval = GDK_KEY_Tab;
      *modifiers |= GDK_SHIFT_MASK;
      return;
    case GDK_KEY_KP_Tab:
      *keyval = GDK_KEY_Tab;
      return;
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      *keyval = GDK_KEY_Return;
      return;
    case GDK_KEY_KP_Add:
      *keyval = GDK_KEY_plus;
      break;
    case GDK_KEY_KP_Subtract:
      *keyval = GDK_KEY_minus;
      break;
    case GDK_KEY_KP_Delete:
      *keyval = GDK_KEY_Delete;
      return;
    case GDK_KEY_KP_Left:
      *keyval = GDK_KEY_Left;
      return;
    case GDK_KEY_KP_Up:
      *keyval = GDK_KEY_Up;
      return;
    case GDK_KEY_KP_Down:
      *keyval = GDK_KEY_Down;
      return;
    case GDK_KEY_KP_Right:
      *keyval = GDK_KEY_Right;
      return;
    case GDK_KEY_KP_Space:
      *keyval = GDK_KEY_space;
      return;
    default:
      break;
    }

  if (*keyval >= GDK_KEY_KP_0 && *keyval <= GDK_KEY_KP_9)
    *keyval = *keyval - GDK_KEY_KP_0 + GDK_KEY_0;
  /* One binding stands for the digits of a list. */
  if (*keyval > GDK_KEY_1 && *keyval <= GDK_KEY_9)
    *keyval = GDK_KEY_1;
  *keyval = gdk_keyval_to_lower (*keyval);
  c = gdk_keyval_to_unicode (*keyval);
  if (c > ' ' && c != 0x7f && !g_unichar_isalpha (c))
    *modifiers &= ~GDK_SHIFT_MASK;
}

/**
 * asc_key_map_get_bindings:
 * @n_bindings: (out): how many
 *
 * Returns: (array length=n_bindings): every key, in the order to show them in
 */
const AscKeyBinding *
asc_key_map_get_bindings (guint *n_bindings)
{
  g_return_val_if_fail (n_bindings != NULL, NULL);

  *n_bindings = G_N_ELEMENTS (bindings);
  return bindings;
}

/**
 * asc_key_map_lookup:
 * @state: the view's state
 * @codebook: (nullable): whose labels' letters come before
 * @keyval: a key symbol
 * @modifiers: the modifiers held; others than Shift, Control, Alt and their like don't count
 *
 * Returns: what the key does; %ASC_COMMAND_NONE when it is none of ours
 */
AscCommand
asc_key_map_lookup (AscKeyState state, AscCodebook *codebook, guint keyval, GdkModifierType modifiers)
{
  normalise (&keyval, &modifiers);
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    {
      guint           bound_keyval;
      GdkModifierType bound_modifiers;

      if (bindings[i].state != state)
        continue;
      get_key (&bindings[i], codebook, &bound_keyval, &bound_modifiers);
      if (bound_keyval == keyval && bound_modifiers == modifiers)
        return bindings[i].command;
    }
  return ASC_COMMAND_NONE;
}

/**
 * asc_key_map_find:
 * @state: a state
 * @command: a command
 *
 * Returns: (nullable): the first key for @command in @state
 */
const AscKeyBinding *
asc_key_map_find (AscKeyState state, AscCommand command)
{
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    {
      if (bindings[i].state == state && bindings[i].command == command)
        return &bindings[i];
    }
  return NULL;
}

/**
 * asc_key_map_get_label:
 * @binding: a binding
 * @codebook: (nullable): whose labels' letters come before
 *
 * Returns: (transfer full): the key as it is written in the user's language
 */
char *
asc_key_map_get_label (const AscKeyBinding *binding, AscCodebook *codebook)
{
  guint           keyval;
  GdkModifierType modifiers;

  g_return_val_if_fail (binding != NULL, NULL);

  get_key (binding, codebook, &keyval, &modifiers);
  return gtk_accelerator_get_label (keyval, modifiers);
}

/**
 * asc_key_map_get_state_title:
 * @state: a state
 *
 * Returns: a translated heading for its keys
 */
const char *
asc_key_map_get_state_title (AscKeyState state)
{
  switch (state)
    {
    case ASC_KEYS_EDGE:
      return _("Moving an Edge");
    case ASC_KEYS_RELATE:
      return _("Relating");
    case ASC_KEYS_MENTIONS:
      return _("Other Mentions");
    case ASC_KEYS_PROPOSED:
      return _("With a Claim Whose Source or Date Is Open");
    case ASC_KEYS_ROLE:
      return _("Changing What Is Proposed");
    case ASC_KEYS_READING:
    case ASC_N_KEY_STATES:
    default:
      return _("In the Text");
    }
}
