/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscRelation: a typed, directed link between two annotations of one set. Immutable, like AscAnnotation. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ASC_TYPE_RELATION (asc_relation_get_type ())
G_DECLARE_FINAL_TYPE (AscRelation, asc_relation, ASC, RELATION, GObject)

/* Properties (construct-only): id, type (named "relation-type"), from, to, extra. */
AscRelation *asc_relation_new       (const char *id, const char *type, const char *from, const char *to); /* @id NULL: new */
AscRelation *asc_relation_new_full  (const char *id, const char *type, const char *from, const char *to, const char *extra);
const char  *asc_relation_get_id    (AscRelation *self);
const char  *asc_relation_get_relation_type (AscRelation *self);
const char  *asc_relation_get_from  (AscRelation *self);
const char  *asc_relation_get_to    (AscRelation *self);
const char  *asc_relation_get_extra (AscRelation *self);
gboolean     asc_relation_equal     (AscRelation *self, AscRelation *other);
int          asc_relation_compare   (AscRelation *self, AscRelation *other); /* canonical: from, type, to, id */

G_END_DECLS
