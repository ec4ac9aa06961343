/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscAttributes: the attributes of an annotation. Immutable, reference counted; names sorted, each name once.
 *
 * A value is a GVariant of type "s" (text, choice, date, actor id), "as" (several choices), "x" (integer) or "b". No floats.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ASC_TYPE_ATTRIBUTES (asc_attributes_get_type ())
typedef struct _AscAttributes AscAttributes;

GType          asc_attributes_get_type   (void) G_GNUC_CONST;
AscAttributes *asc_attributes_new        (void);   /* the empty set (shared) */
AscAttributes *asc_attributes_new_full   (const char * const *names, GVariant * const *values, guint n);   /* any order, each name once; for readers */
AscAttributes *asc_attributes_ref        (AscAttributes *self);
void           asc_attributes_unref      (AscAttributes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscAttributes, asc_attributes_unref)

guint          asc_attributes_get_n      (const AscAttributes *self);
const char    *asc_attributes_get_name   (const AscAttributes *self, guint i);
GVariant      *asc_attributes_get_nth    (const AscAttributes *self, guint i);                /* (transfer none) */
GVariant      *asc_attributes_get        (const AscAttributes *self, const char *name);       /* (transfer none) (nullable) */
const char    *asc_attributes_get_string (const AscAttributes *self, const char *name);       /* NULL unless an "s" */
gboolean       asc_attributes_equal      (const AscAttributes *self, const AscAttributes *other);
/* A copy with @name set to @value (floating reference taken), or without @name when @value is NULL. (transfer full) */
AscAttributes *asc_attributes_with       (AscAttributes *self, const char *name, GVariant *value);
AscAttributes *asc_attributes_with_string (AscAttributes *self, const char *name, const char *value); /* NULL or "" removes */

G_END_DECLS
