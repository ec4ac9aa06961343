/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscProposals: what is proposed for the undecided roles of one claim: the ghosts on its card and in the text.
 *
 * A GListModel of AscProposal, one for each relation type that is expected of the claim's label, has no relation yet, was not decided to have none, and for
 * which there is a candidate. Nothing is written until a proposal is accepted; then it is one step of the history.
 */
#pragma once

#include "asc-proposal.h"

G_BEGIN_DECLS

#define ASC_TYPE_PROPOSALS (asc_proposals_get_type ())
G_DECLARE_FINAL_TYPE (AscProposals, asc_proposals, ASC, PROPOSALS, GObject)

/* Properties: claim (AscAnnotation, nullable). Signal "changed": the list or the choice of one proposal changed. */
AscProposals  *asc_proposals_new         (AscAnnotator *annotator);
AscAnnotator  *asc_proposals_get_annotator (AscProposals *self);
AscAnnotation *asc_proposals_get_claim   (AscProposals *self);
/* Proposes for @claim, or for nothing. The same claim again: looks afresh but keeps choices that are still there. */
void           asc_proposals_set_claim   (AscProposals *self, AscAnnotation *claim);
AscProposal   *asc_proposals_lookup      (AscProposals *self, const char *relation_type);   /* (transfer none) (nullable) */
/* Whether the place of the text is a chosen candidate: what is drawn as a ghost. */
gboolean       asc_proposals_get_ghost   (AscProposals *self, guint i, AscSpan *span);

/* Everything proposed becomes a relation: one step. FALSE when there was nothing. */
gboolean       asc_proposals_accept_all  (AscProposals *self);
gboolean       asc_proposals_accept      (AscProposals *self, AscProposal *proposal);
/* Nothing is proposed for that role of this claim any more, until another claim was looked at. */
void           asc_proposals_dismiss     (AscProposals *self, AscProposal *proposal);
/* The first expected role that is not decided, whether something is proposed for it or not. (transfer none) (nullable) */
AscRelationType *asc_proposals_get_undecided (AscProposals *self);
/* "No source": an explicit value, the attribute "no-<type>" = true of the claim. */
gboolean       asc_proposals_decide_none (AscProposals *self, AscRelationType *type);

G_END_DECLS
