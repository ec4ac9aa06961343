/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscActorPicker: which actor of the register a mention is: a button with the name, and a search in the register behind it. */
#pragma once

#include <adwaita.h>

#include "asc-actor-register.h"

G_BEGIN_DECLS

#define ASC_TYPE_ACTOR_PICKER (asc_actor_picker_get_type ())
G_DECLARE_FINAL_TYPE (AscActorPicker, asc_actor_picker, ASC, ACTOR_PICKER, AdwBin)

/* Signals: "picked" (const char *id): an actor of the register, or NULL for none; "named" (const char *name): one that is not there yet. */
GtkWidget *asc_actor_picker_new       (AscActorRegister *actors);
void       asc_actor_picker_set_actor (AscActorPicker *self, const char *id, const char *mention);   /* @id NULL: none; @mention: what to look for first */

G_END_DECLS
