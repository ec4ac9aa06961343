/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids: eight random characters of [a-z0-9], the first a letter, from the system's random source:
 * two people never collide (26 × 36^7 = 2·10^12). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *asc_id_new      (void);
gboolean asc_id_is_valid (const char *id);   /* what a file may carry: ^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$ */
char    *asc_id_from_title (const char *title, const char *fallback); /* "France expels …" → "france-expels": valid id, at most 60 characters */

G_END_DECLS
