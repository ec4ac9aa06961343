/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscRoleRow: one type of relation on an annotation's card: who or what is at its far end, or that nobody has decided. */
#pragma once

#include <adwaita.h>

#include "asc-session.h"

G_BEGIN_DECLS

#define ASC_TYPE_ROLE_ROW (asc_role_row_get_type ())
G_DECLARE_FINAL_TYPE (AscRoleRow, asc_role_row, ASC, ROLE_ROW, GtkBox)

/* @incoming: relations that point to the annotation, which can't be begun from here. */
GtkWidget *asc_role_row_new          (AscSession *session, AscRelationType *type, gboolean incoming);
GtkWidget *asc_role_row_get_caption  (AscRoleRow *self);   /* to line up captions */
/* Shows the relations of @annotation; @editable: with buttons to add and to decide that there is none. */
void       asc_role_row_show         (AscRoleRow *self, AscAnnotation *annotation, gboolean editable);

G_END_DECLS
