/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscAnnotationItem: the place of one annotation in a list. Annotations are immutable and an edit puts another object in; the item stays
 * the same while the id does, so that the widget in which somebody types is not replaced under their hands. */
#pragma once

#include "asc-annotation.h"

G_BEGIN_DECLS

#define ASC_TYPE_ANNOTATION_ITEM (asc_annotation_item_get_type ())
G_DECLARE_FINAL_TYPE (AscAnnotationItem, asc_annotation_item, ASC, ANNOTATION_ITEM, GObject)

/* Properties: annotation (AscAnnotation, notifies; always of the same id). */
AscAnnotationItem *asc_annotation_item_new            (AscAnnotation *annotation);
AscAnnotation     *asc_annotation_item_get_annotation (AscAnnotationItem *self);
void               asc_annotation_item_set_annotation (AscAnnotationItem *self, AscAnnotation *annotation);

G_END_DECLS
