/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscAnnotationTable: annotations by id, by label and spans, by place in the text and in canonical order, for AscAnnotationSet.
 *
 * Always true: all of them agree; ids are unique; no two annotations have the same label and spans.
 */
#pragma once

#include "asc-annotation-list.h"

G_BEGIN_DECLS

typedef struct _AscAnnotationTable AscAnnotationTable;

AscAnnotationTable *asc_annotation_table_new         (void);
void                asc_annotation_table_free        (AscAnnotationTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscAnnotationTable, asc_annotation_table_free)

/* @annotation has a new id, and a new label and spans; the table holds a reference. */
void                asc_annotation_table_add         (AscAnnotationTable *self, AscAnnotation *annotation);
void                asc_annotation_table_remove      (AscAnnotationTable *self, AscAnnotation *annotation);   /* which must be in it */

guint               asc_annotation_table_get_n       (AscAnnotationTable *self);
AscAnnotation      *asc_annotation_table_lookup      (AscAnnotationTable *self, const char *id);              /* (nullable) */
AscAnnotation      *asc_annotation_table_find_same   (AscAnnotationTable *self, const char *label, AscSpanSet *spans);
guint               asc_annotation_table_count_label (AscAnnotationTable *self, const char *label);
GPtrArray          *asc_annotation_table_query       (AscAnnotationTable *self, const AscSpan *range);        /* (transfer container) */
AscAnnotationList  *asc_annotation_table_get_list    (AscAnnotationTable *self);                              /* to be read, not changed */

void                asc_annotation_table_check_consistency (AscAnnotationTable *self);

G_END_DECLS
