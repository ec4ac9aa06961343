/* SPDX-License-Identifier: GPL-3.0-or-later */
/* actors.json ⇄ AscActorRegister. */
#pragma once

#include "asc-actor-register.h"
#include "asc-store-error.h"

G_BEGIN_DECLS

gboolean asc_actor_file_parse (GBytes *bytes, const char *path, AscActorRegister *actors, GPtrArray *problems, GError **error);
GBytes  *asc_actor_file_write (AscActorRegister *actors);

G_END_DECLS
