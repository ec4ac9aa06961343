/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscAttributeRow: one attribute on an annotation's card, with the editor of its kind. A value that is not in the codebook's set is kept and flagged. */
#pragma once

#include <adwaita.h>

#include "asc-session.h"

G_BEGIN_DECLS

#define ASC_TYPE_ATTRIBUTE_ROW (asc_attribute_row_get_type ())
G_DECLARE_FINAL_TYPE (AscAttributeRow, asc_attribute_row, ASC, ATTRIBUTE_ROW, GtkBox)

GtkWidget *asc_attribute_row_new         (AscSession *session, AscAttributeDefinition *definition);
GtkWidget *asc_attribute_row_get_caption (AscAttributeRow *self);
void       asc_attribute_row_show        (AscAttributeRow *self, AscAnnotation *annotation);

G_END_DECLS
