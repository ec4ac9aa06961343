/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscRelationChip: the far end of a relation on a card: a click goes there, the pointer or the focus lights it in the text, a small button
 * takes the relation away. */
#pragma once

#include <adwaita.h>

#include "asc-session.h"

G_BEGIN_DECLS

#define ASC_TYPE_RELATION_CHIP (asc_relation_chip_get_type ())
G_DECLARE_FINAL_TYPE (AscRelationChip, asc_relation_chip, ASC, RELATION_CHIP, GtkBox)

/* @far: the end of @relation that the chip shows. */
GtkWidget *asc_relation_chip_new (AscSession *session, AscRelation *relation, AscAnnotation *far, gboolean removable);

G_END_DECLS
