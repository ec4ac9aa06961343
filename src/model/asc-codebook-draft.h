/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscCodebookDraft: a codebook while somebody edits it. Nothing of the project changes until what it builds is put in the place of the old one
 * (AscCodebookPlan). */
#pragma once

#include "asc-draft-item.h"

G_BEGIN_DECLS

#define ASC_TYPE_CODEBOOK_DRAFT (asc_codebook_draft_get_type ())
G_DECLARE_FINAL_TYPE (AscCodebookDraft, asc_codebook_draft, ASC, CODEBOOK_DRAFT, GObject)

/* Properties: name (read-write). Signal: "changed": anything did. */
AscCodebookDraft *asc_codebook_draft_new            (AscCodebook *base);
AscCodebook      *asc_codebook_draft_get_base       (AscCodebookDraft *self);      /* (transfer none) */
AscDraftItem     *asc_codebook_draft_get_labels     (AscCodebookDraft *self);      /* the root of the labels (transfer none) */
AscDraftItem     *asc_codebook_draft_get_relations  (AscCodebookDraft *self);
/* Puts another codebook in place of all; what has the name of something of the base stands for that. */
void              asc_codebook_draft_load           (AscCodebookDraft *self, AscCodebook *codebook);
/* Labels that relations name at their ends and that are not there. (transfer none) (element-type AscDraftItem) */
GPtrArray        *asc_codebook_draft_get_missing    (AscCodebookDraft *self);
guint             asc_codebook_draft_count_problems (AscCodebookDraft *self);      /* items that cannot be used as they are */
gboolean          asc_codebook_draft_is_changed     (AscCodebookDraft *self);      /* from the base */
AscCodebook      *asc_codebook_draft_build          (AscCodebookDraft *self);      /* the next revision of the base (transfer full) */

G_END_DECLS
