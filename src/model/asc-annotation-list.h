/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscAnnotationList: annotations in canonical order, for AscAnnotationSet.
 *
 * A sorted array that may lag: adding and removing only note what is to be done, and the next look at the order does it all in one
 * merge of the stretch between the first and the last change. So ten thousand annotations cost one pass, not ten thousand moves.
 *
 * Always true after a look: strictly ascending; nothing pending.
 */
#pragma once

#include "asc-annotation.h"

G_BEGIN_DECLS

typedef struct _AscAnnotationList AscAnnotationList;

/* What became of the list between two looks: so many items at the position became so many. */
typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
} AscListChange;

AscAnnotationList *asc_annotation_list_new         (void);
void               asc_annotation_list_free        (AscAnnotationList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscAnnotationList, asc_annotation_list_free)

void               asc_annotation_list_add         (AscAnnotationList *self, AscAnnotation *annotation);   /* holds a reference */
void               asc_annotation_list_remove      (AscAnnotationList *self, AscAnnotation *annotation);   /* which must be in it */

guint              asc_annotation_list_get_n       (AscAnnotationList *self);
AscAnnotation     *asc_annotation_list_get_nth     (AscAnnotationList *self, guint position);              /* (nullable) */
guint              asc_annotation_list_get_place   (AscAnnotationList *self, AscAnnotation *annotation);   /* or where it would be */
/* What changed since this was last asked; FALSE: nothing. */
gboolean           asc_annotation_list_take_change (AscAnnotationList *self, AscListChange *change);

void               asc_annotation_list_check_consistency (AscAnnotationList *self);

G_END_DECLS
