/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscKeyMap: the one table of the article's keys. The view acts by it, the status line and the shortcuts window are made from it. A codebook's
 * letters come before it while reading, so a codebook can re-assign any letter: the command that had it is then done with Alt and the letter. */
#pragma once

#include <gtk/gtk.h>

#include "asc-codebook.h"

G_BEGIN_DECLS

typedef enum
{
  ASC_COMMAND_NONE,
  ASC_COMMAND_GROW,
  ASC_COMMAND_SHRINK,
  ASC_COMMAND_START_EDGE,
  ASC_COMMAND_END_EDGE,
  ASC_COMMAND_EDGE_LEFT,
  ASC_COMMAND_EDGE_RIGHT,
  ASC_COMMAND_EDGE_LEFT_CHARACTER,
  ASC_COMMAND_EDGE_RIGHT_CHARACTER,
  ASC_COMMAND_ADD_FRAGMENT,
  ASC_COMMAND_CUT_FRAGMENT,
  ASC_COMMAND_NEXT,
  ASC_COMMAND_PREVIOUS,
  ASC_COMMAND_NEXT_TODO,
  ASC_COMMAND_PREVIOUS_TODO,
  ASC_COMMAND_ACCEPT,
  ASC_COMMAND_OPEN_CARD,
  ASC_COMMAND_CYCLE,
  ASC_COMMAND_RELATE,
  ASC_COMMAND_NEXT_TARGET,
  ASC_COMMAND_PREVIOUS_TARGET,
  ASC_COMMAND_TAKE_TARGET,
  ASC_COMMAND_MENTIONS,
  ASC_COMMAND_NEXT_MENTION,
  ASC_COMMAND_PREVIOUS_MENTION,
  ASC_COMMAND_ACCEPT_MENTION,
  ASC_COMMAND_ACCEPT_MENTIONS,
  ASC_COMMAND_REJECT_MENTION,
  ASC_COMMAND_CHANGE_ROLE,
  ASC_COMMAND_PREVIOUS_ROLE,
  ASC_COMMAND_NEXT_CANDIDATE,
  ASC_COMMAND_PREVIOUS_CANDIDATE,
  ASC_COMMAND_DISMISS,
  ASC_COMMAND_DECIDE_NONE,
  ASC_COMMAND_RECENT_ACTOR,   /* with the digit of the key */
  ASC_COMMAND_REPEAT,
  ASC_COMMAND_REMOVE,
  ASC_COMMAND_GO_BACK,
  ASC_COMMAND_UNDO,
  ASC_COMMAND_REDO,
  ASC_COMMAND_FIND,
  ASC_COMMAND_LEAVE,
  ASC_N_COMMANDS
} AscCommand;

/* In which state of the view a key counts. */
typedef enum
{
  ASC_KEYS_READING,
  ASC_KEYS_EDGE,     /* an edge is taken */
  ASC_KEYS_RELATE,   /* the far end of a relation is looked for */
  ASC_KEYS_MENTIONS, /* other mentions are gone through */
  ASC_KEYS_PROPOSED, /* reading, with a claim selected whose roles are not decided; what is not bound here is as in reading */
  ASC_KEYS_ROLE,     /* one of the proposed roles is being changed */
  ASC_N_KEY_STATES
} AscKeyState;

/**
 * AscKeyBinding:
 * @accelerator: as gtk_accelerator_parse() reads it
 * @action: (nullable): name of the view's action that does the same
 * @title: untranslated, for the shortcuts window
 * @brief: (nullable): untranslated, for the status line
 */
typedef struct
{
  AscKeyState  state;
  AscCommand   command;
  const char  *accelerator;
  const char  *action;
  const char  *title;
  const char  *brief;
} AscKeyBinding;

const AscKeyBinding *asc_key_map_get_bindings (guint *n_bindings);
/* @codebook: whose letters come before; may be NULL. */
AscCommand           asc_key_map_lookup       (AscKeyState state, AscCodebook *codebook, guint keyval, GdkModifierType modifiers);
const AscKeyBinding *asc_key_map_find         (AscKeyState state, AscCommand command);   /* the first one */
/* "Shift+W", as people of this language write it. (transfer full) */
char                *asc_key_map_get_label    (const AscKeyBinding *binding, AscCodebook *codebook);
const char          *asc_key_map_get_state_title (AscKeyState state);   /* translated heading of the shortcuts window */

G_END_DECLS
