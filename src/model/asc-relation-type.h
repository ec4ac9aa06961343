/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscRelationType: one relation of a codebook: its role, what it may join, and how many. Immutable. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ASC_TYPE_RELATION_TYPE (asc_relation_type_get_type ())
G_DECLARE_FINAL_TYPE (AscRelationType, asc_relation_type, ASC, RELATION_TYPE, GObject)

/* What the name of the attribute begins with that says there is no relation of a type. */
#define ASC_RELATION_NONE_PREFIX "no-"

/* @max: most relations of this type from one annotation, 0 for any number. @expected: a missing one is a thing to do unless it was decided
 * that there is none; that decision is the attribute asc_relation_type_get_none_attribute () = true of the annotation. */
AscRelationType    *asc_relation_type_new              (const char *name, const char *display_name, const char *description,
                                                        const char * const *from_labels, const char * const *to_labels,
                                                        guint max, gboolean expected, const char *extra);
const char         *asc_relation_type_get_name         (AscRelationType *self);
const char         *asc_relation_type_get_display_name (AscRelationType *self);
const char         *asc_relation_type_get_description  (AscRelationType *self);
const char * const *asc_relation_type_get_from_labels  (AscRelationType *self);
const char * const *asc_relation_type_get_to_labels    (AscRelationType *self);
guint               asc_relation_type_get_max          (AscRelationType *self);
gboolean            asc_relation_type_get_expected     (AscRelationType *self);
const char         *asc_relation_type_get_none_attribute (AscRelationType *self);   /* "no-<name>" */
const char         *asc_relation_type_get_extra        (AscRelationType *self);
gboolean            asc_relation_type_allows           (AscRelationType *self, const char *from_label, const char *to_label);

G_END_DECLS
