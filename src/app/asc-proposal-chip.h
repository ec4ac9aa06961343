/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscProposalChip: what is proposed for a role, on a claim's card: a click on it accepts. */
#pragma once

#include <adwaita.h>

#include "asc-session.h"

G_BEGIN_DECLS

#define ASC_TYPE_PROPOSAL_CHIP (asc_proposal_chip_get_type ())
G_DECLARE_FINAL_TYPE (AscProposalChip, asc_proposal_chip, ASC, PROPOSAL_CHIP, GtkBox)

GtkWidget *asc_proposal_chip_new (AscSession *session, AscProposal *proposal);

G_END_DECLS
