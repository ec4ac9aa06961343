/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscCodebookPlan: all that differs between a codebook and its draft; who uses what goes; and the one step that puts the draft in place and
 * renames in the annotations. */
#pragma once

#include "asc-codebook-change.h"
#include "asc-codebook-draft.h"
#include "asc-history.h"

G_BEGIN_DECLS

#define ASC_TYPE_CODEBOOK_PLAN (asc_codebook_plan_get_type ())
G_DECLARE_FINAL_TYPE (AscCodebookPlan, asc_codebook_plan, ASC, CODEBOOK_PLAN, GObject)

/* @draft is built now; later changes to it are not in the plan. */
AscCodebookPlan *asc_codebook_plan_new         (AscCodebookDraft *draft);
GListModel      *asc_codebook_plan_get_changes (AscCodebookPlan *self);   /* of AscCodebookChange (transfer none) */
/* Whether anything goes, or is called otherwise, that annotations can use: sets must be asked. */
gboolean         asc_codebook_plan_touches     (AscCodebookPlan *self);
/* Counts what @set uses; keeps it, for apply, when that is anything. */
void             asc_codebook_plan_look_at     (AscCodebookPlan *self, AscAnnotationSet *set);
guint            asc_codebook_plan_get_n_used  (AscCodebookPlan *self);   /* annotations and relations that would have to follow */
/* One step of the history. FALSE when the history may not change. @n_left: (out) (optional): what should have followed and could not. */
gboolean         asc_codebook_plan_apply       (AscCodebookPlan *self, AscHistory *history, AscProject *project, guint *n_left);

G_END_DECLS
