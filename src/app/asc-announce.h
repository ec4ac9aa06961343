/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says @message (translated) to assistive technology, in the name of @widget. */
void asc_announce (GtkWidget *widget, const char *message);

G_END_DECLS
