/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JavaScript writes half a surrogate pair where a string was cut inside an emoji, and "\u0000"; both are refused by a strict reader of JSON, with the whole file. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @bytes with each lone surrogate escape and each "\u0000" as "\ufffd"; itself when there is none. (transfer full) */
GBytes *asc_json_repair (GBytes *bytes);

G_END_DECLS
