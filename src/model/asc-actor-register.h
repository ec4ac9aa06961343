/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscActorRegister: the project's actors: a GListModel of AscActor by name. Only AscHistory and the store's reader change it
 * (asc-actor-register-private.h). */
#pragma once

#include <gio/gio.h>

#include "asc-actor.h"

G_BEGIN_DECLS

#define ASC_TYPE_ACTOR_REGISTER (asc_actor_register_get_type ())
G_DECLARE_FINAL_TYPE (AscActorRegister, asc_actor_register, ASC, ACTOR_REGISTER, GObject)

AscActorRegister *asc_actor_register_new         (void);
AscActor         *asc_actor_register_lookup      (AscActorRegister *self, const char *id);      /* (nullable) */
AscActor         *asc_actor_register_find_called (AscActorRegister *self, const char *name);    /* by name or alias, through an index */
/* The best matches for what is being typed: prefix of a word of name or alias, then substring. (transfer container) */
GPtrArray        *asc_actor_register_search      (AscActorRegister *self, const char *typed, guint max);
char             *asc_actor_register_free_id     (AscActorRegister *self, const char *name);    /* an id nobody has */
const char       *asc_actor_register_get_extra   (AscActorRegister *self);

G_END_DECLS
