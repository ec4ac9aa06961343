/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscLabelButton: a label of the codebook in the label bar: its key, its name, how many there are. */
#pragma once

#include <adwaita.h>

#include "asc-label.h"

G_BEGIN_DECLS

#define ASC_TYPE_LABEL_BUTTON (asc_label_button_get_type ())
G_DECLARE_FINAL_TYPE (AscLabelButton, asc_label_button, ASC, LABEL_BUTTON, GtkButton)

GtkWidget *asc_label_button_new       (AscLabel *label);
AscLabel  *asc_label_button_get_label (AscLabelButton *self);
void       asc_label_button_set_count (AscLabelButton *self, guint count);
void       asc_label_button_show_count (AscLabelButton *self, gboolean show);   /* where there is room for it */

G_END_DECLS
