/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list box below a search entry: the arrows move in it while the entry has the focus. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Selects the row below or above when @key is an arrow for that; whether the key was taken. */
gboolean asc_list_box_keys_step (GtkListBox *list, guint key);

G_END_DECLS
