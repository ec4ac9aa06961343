/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscRoleCandidate: what a role of a claim (its source, the date it was uttered) might be: an annotation that is there, or a place of the
 * text that would be annotated on acceptance. */
#pragma once

#include "asc-annotation.h"

G_BEGIN_DECLS

/* Why it is suggested, best first. Within a rank the nearer one wins. */
typedef enum
{
  ASC_RANK_CUE,        /* same sentence, beside a cue ("Dr. Wang stated") */
  ASC_RANK_SENTENCE,   /* same sentence */
  ASC_RANK_PARAGRAPH,  /* an earlier sentence of the paragraph */
  ASC_RANK_EARLIER,    /* the paragraph before */
} AscRank;

/**
 * AscRoleCandidate:
 * @annotation: (nullable) (owned): what it is
 * @label: (nullable) (owned): with no @annotation: the label to make
 * @span: where it stands
 * @rank: why
 * @distance: code points between it and the claim
 */
typedef struct
{
  AscAnnotation *annotation;
  char          *label;
  AscSpan        span;
  AscRank        rank;
  guint          distance;
} AscRoleCandidate;

#define ASC_TYPE_ROLE_CANDIDATE (asc_role_candidate_get_type ())
GType             asc_role_candidate_get_type (void) G_GNUC_CONST;
AscRoleCandidate *asc_role_candidate_new      (AscAnnotation *annotation, const char *label, const AscSpan *span, AscRank rank, guint distance);
AscRoleCandidate *asc_role_candidate_copy     (const AscRoleCandidate *self);
void              asc_role_candidate_free     (AscRoleCandidate *self);
int               asc_role_candidate_compare  (const AscRoleCandidate *self, const AscRoleCandidate *other);   /* the likelier first */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscRoleCandidate, asc_role_candidate_free)

G_END_DECLS
