/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscProposal: the candidates for one role of a claim, and which of them is on show. */
#pragma once

#include "asc-role-suggester.h"

G_BEGIN_DECLS

#define ASC_TYPE_PROPOSAL (asc_proposal_get_type ())
G_DECLARE_FINAL_TYPE (AscProposal, asc_proposal, ASC, PROPOSAL, GObject)

/* Properties: relation-type, choice (uint, read-write). @candidates: (element-type AscRoleCandidate), not empty. */
AscProposal            *asc_proposal_new               (AscRelationType *type, GPtrArray *candidates);
AscRelationType        *asc_proposal_get_relation_type (AscProposal *self);
guint                   asc_proposal_get_n_candidates  (AscProposal *self);
const AscRoleCandidate *asc_proposal_get_candidate     (AscProposal *self, guint i);
guint                   asc_proposal_get_choice        (AscProposal *self);
void                    asc_proposal_set_choice        (AscProposal *self, guint choice);   /* modulo the number of candidates */
const AscRoleCandidate *asc_proposal_get_chosen        (AscProposal *self);

G_END_DECLS
