/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscHoverCard: what the annotation under the pointer is: label, quote, attributes, and its roles, which a click goes to. It never takes the keyboard. */
#pragma once

#include <adwaita.h>

#include "asc-session.h"

G_BEGIN_DECLS

#define ASC_TYPE_HOVER_CARD (asc_hover_card_get_type ())
G_DECLARE_FINAL_TYPE (AscHoverCard, asc_hover_card, ASC, HOVER_CARD, GtkPopover)

GtkWidget *asc_hover_card_new            (AscSession *session);
void       asc_hover_card_set_annotation (AscHoverCard *self, AscAnnotation *annotation);   /* of the session's set */

G_END_DECLS
