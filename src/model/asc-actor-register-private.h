/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "asc-actor-register.h"

G_BEGIN_DECLS

void asc_actor_register_put       (AscActorRegister *self, AscActor *actor);   /* add, or replace the one with its id */
void asc_actor_register_remove    (AscActorRegister *self, const char *id);
void asc_actor_register_set_extra (AscActorRegister *self, const char *extra);

G_END_DECLS
