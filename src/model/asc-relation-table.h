/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscRelationTable: relations by id and by the annotations they join, for AscAnnotationSet.
 *
 * Always true: the three agree; no annotation has an empty list.
 */
#pragma once

#include "asc-relation.h"

G_BEGIN_DECLS

typedef struct _AscRelationTable AscRelationTable;

AscRelationTable *asc_relation_table_new    (void);
void              asc_relation_table_free   (AscRelationTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscRelationTable, asc_relation_table_free)

void              asc_relation_table_add    (AscRelationTable *self, AscRelation *relation);   /* of a new id; holds a reference */
void              asc_relation_table_remove (AscRelationTable *self, AscRelation *relation);   /* which must be in it */

guint             asc_relation_table_get_n  (AscRelationTable *self);
AscRelation      *asc_relation_table_lookup (AscRelationTable *self, const char *id);              /* (nullable) */
gboolean          asc_relation_table_joins  (AscRelationTable *self, const char *annotation_id);   /* from or to it */
/* In canonical order. (transfer container) */
GPtrArray        *asc_relation_table_all    (AscRelationTable *self);
GPtrArray        *asc_relation_table_from   (AscRelationTable *self, const char *annotation_id);
GPtrArray        *asc_relation_table_to     (AscRelationTable *self, const char *annotation_id);

void              asc_relation_table_check_consistency (AscRelationTable *self);

G_END_DECLS
