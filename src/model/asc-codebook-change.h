/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscCodebookChange: one thing that differs between a codebook and its draft, and what is to become of the annotations that use it. */
#pragma once

#include "asc-draft-item.h"

G_BEGIN_DECLS

typedef enum
{
  ASC_CHANGE_ADDED,
  ASC_CHANGE_RENAMED,    /* its name in files */
  ASC_CHANGE_EDITED,     /* anything else */
  ASC_CHANGE_REMOVED,
} AscCodebookChangeKind;

#define ASC_TYPE_CODEBOOK_CHANGE (asc_codebook_change_get_type ())
G_DECLARE_FINAL_TYPE (AscCodebookChange, asc_codebook_change, ASC, CODEBOOK_CHANGE, GObject)

AscCodebookChange    *asc_codebook_change_new             (AscCodebookChangeKind kind, AscDraftItem *before, AscDraftItem *after);
AscCodebookChangeKind asc_codebook_change_get_kind        (AscCodebookChange *self);
AscDraftItem         *asc_codebook_change_get_before      (AscCodebookChange *self);   /* (nullable): it is new */
AscDraftItem         *asc_codebook_change_get_after       (AscCodebookChange *self);   /* (nullable): it goes */
/* What annotations that use it will say: the new name at first, when it was renamed; NULL: they keep what they have, flagged. */
const char           *asc_codebook_change_get_replacement (AscCodebookChange *self);
void                  asc_codebook_change_set_replacement (AscCodebookChange *self, const char *name);
guint                 asc_codebook_change_get_n_uses      (AscCodebookChange *self);   /* annotations or relations */
void                  asc_codebook_change_add_use         (AscCodebookChange *self);

G_END_DECLS
