/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscRoleSuggester: who might have said a claim, and when. A stated rule, no more (issue of trust: the coder must be able to foresee it):
 *
 *   1. what stands inside the claim's own spans is no candidate (it is what the claim is about);
 *   2. same sentence and beside a cue (a word of AscCueLexicon with nothing but at most four words between);
 *   3. same sentence;
 *   4. an earlier sentence of the same paragraph;
 *   5. the paragraph before;
 *   within each the nearest, measured from the claim's edge. For a date the cue of the sentence is what it is measured from.
 *
 * A claim's sentence reaches over all sentences that its hull touches. Beside annotations, names next to a cue and date expressions that nobody has
 * annotated yet are candidates too.
 */
#pragma once

#include "asc-annotator.h"
#include "asc-role-candidate.h"

G_BEGIN_DECLS

/* Likeliest first, at most @max. (transfer full) (element-type AscRoleCandidate) */
GPtrArray *asc_role_suggester_suggest (AscAnnotator *annotator, AscAnnotation *claim, AscRelationType *type, guint max);

/* Makes the candidate's annotation when it is none yet, and the relation. Inside an open history step it becomes part of that. NULL when it may not be. (transfer none) */
AscRelation *asc_role_suggester_accept (AscAnnotator *annotator, AscAnnotation *claim, AscRelationType *type, const AscRoleCandidate *candidate);

G_END_DECLS
