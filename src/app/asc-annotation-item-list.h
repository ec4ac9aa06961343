/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscAnnotationItemList: a set's annotations as a GListModel of AscAnnotationItem, in the set's order. An edit that leaves label and
 * spans alone changes the item and not the list. */
#pragma once

#include "asc-annotation-item.h"
#include "asc-annotation-set.h"

G_BEGIN_DECLS

#define ASC_TYPE_ANNOTATION_ITEM_LIST (asc_annotation_item_list_get_type ())
G_DECLARE_FINAL_TYPE (AscAnnotationItemList, asc_annotation_item_list, ASC, ANNOTATION_ITEM_LIST, GObject)

AscAnnotationItemList *asc_annotation_item_list_new     (void);
void                   asc_annotation_item_list_set_set (AscAnnotationItemList *self, AscAnnotationSet *set);   /* (nullable) */
/* Where the item of @annotation is in @model, a filtered view of such a list; FALSE when it is not there. O(log n). */
gboolean               asc_annotation_item_list_find    (GListModel *model, AscAnnotation *annotation, guint *position);

G_END_DECLS
