/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscAnnotationCard: an annotation in the inspector: its quote and its roles; when it is the selected one, also all that can be edited. */
#pragma once

#include <adwaita.h>

#include "asc-annotation-item.h"
#include "asc-session.h"

G_BEGIN_DECLS

#define ASC_TYPE_ANNOTATION_CARD (asc_annotation_card_get_type ())
G_DECLARE_FINAL_TYPE (AscAnnotationCard, asc_annotation_card, ASC, ANNOTATION_CARD, AdwBin)

/* @compact: without the roles while it is not selected, for the list of all. */
GtkWidget *asc_annotation_card_new        (AscSession *session, gboolean compact);
void       asc_annotation_card_set_item   (AscAnnotationCard *self, AscAnnotationItem *item);   /* (nullable) */
gboolean   asc_annotation_card_is_open    (AscAnnotationCard *self);
/* Puts the keyboard into the first editor. */
void       asc_annotation_card_focus      (AscAnnotationCard *self);
void       asc_annotation_card_search_actor (AscAnnotationCard *self, const char *relation_type, const char *typed);

G_END_DECLS
