/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscCodebook: which labels, attributes and relations a project has. Immutable, like everything AscHistory swaps: an edit makes a
 * new codebook with a higher revision.
 */
#pragma once

#include <gio/gio.h>

#include "asc-label.h"
#include "asc-relation-type.h"

G_BEGIN_DECLS

#define ASC_TYPE_CODEBOOK (asc_codebook_get_type ())
G_DECLARE_FINAL_TYPE (AscCodebook, asc_codebook, ASC, CODEBOOK, GObject)

/* Properties (read-only): name, revision, labels (GListModel of AscLabel), relation-types (GListModel of AscRelationType), extra. */
AscCodebook     *asc_codebook_new                (const char *name, guint revision, GPtrArray *labels, GPtrArray *relation_types, const char *extra);
const char      *asc_codebook_get_name           (AscCodebook *self);
guint            asc_codebook_get_revision       (AscCodebook *self);
GListModel      *asc_codebook_get_labels         (AscCodebook *self);           /* (transfer none) */
GListModel      *asc_codebook_get_relation_types (AscCodebook *self);
AscLabel        *asc_codebook_lookup_label       (AscCodebook *self, const char *name);    /* (transfer none) (nullable) */
AscLabel        *asc_codebook_lookup_key         (AscCodebook *self, gunichar key);        /* by its letter */
AscRelationType *asc_codebook_lookup_relation    (AscCodebook *self, const char *name);
/* The type of which @attribute ("no-source") is the decision that there is none. (transfer none) (nullable) */
AscRelationType *asc_codebook_lookup_none       (AscCodebook *self, const char *attribute);
/* The relation types that may join two labels. (transfer container) (element-type AscRelationType) */
GPtrArray       *asc_codebook_relations_between  (AscCodebook *self, const char *from_label, const char *to_label);
GPtrArray       *asc_codebook_relations_from     (AscCodebook *self, const char *from_label);
const char      *asc_codebook_get_extra          (AscCodebook *self);

G_END_DECLS
