/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscKeyHints: what keys work now, on one line: as many as there is room for, the rest left out. Takes no room of its own. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ASC_TYPE_KEY_HINTS (asc_key_hints_get_type ())
G_DECLARE_FINAL_TYPE (AscKeyHints, asc_key_hints, ASC, KEY_HINTS, GtkWidget)

/* Properties: status (string): "Enter Accept   Tab Next": a key, a no-break space, what it does; spaces between. */
void asc_key_hints_set_status (AscKeyHints *self, const char *status);

G_END_DECLS
