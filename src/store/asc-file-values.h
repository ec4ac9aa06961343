/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values that several of the store's files hold: names, times. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Labels, attributes, relations, values: what every exchange format can carry: ^[A-Za-z][A-Za-z0-9_-]{0,63}$ */
gboolean asc_file_name_is_valid (const char *name);

/* RFC 3339 in UTC, whole seconds ⇄ seconds since 1970. */
char    *asc_file_time_write    (gint64 seconds);                        /* (transfer full); NULL outside the years 1 to 9999 */
gboolean asc_file_time_parse    (const char *time, gint64 *seconds);     /* any offset from UTC; fractions are cut off */

G_END_DECLS
