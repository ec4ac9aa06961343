/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for people: what the layers below say in codes, as translated sentences. Used by the window and the command line, so that both
 * say the same. Every function returns new text (transfer full) unless it says otherwise; none returns NULL.
 */
#pragma once

#include "asc-history.h"
#include "asc-loss-report.h"
#include "asc-store-error.h"

G_BEGIN_DECLS

/* What is wrong, in which file and where, and what to do about it: one to three sentences. */
char       *asc_messages_problem        (const AscProblem *problem);
/* What is wrong, without the file and what to do, for lists that name the file beside it: "unknown label (was “clame”)". */
char       *asc_messages_finding        (const AscProblem *problem);
/* The sentence of the problem that @error came from; the message of an error that is none of ours. */
char       *asc_messages_error          (const GError *error);

/* A step of the history in header capitalisation: "Add Claim". @subject as AscAction says; @codebook gives display names and may be NULL. */
char       *asc_messages_action         (AscAction action, const char *subject, AscCodebook *codebook);
char       *asc_messages_undo           (AscAction action, const char *subject, AscCodebook *codebook);   /* "Undo Add Claim" */
char       *asc_messages_redo           (AscAction action, const char *subject, AscCodebook *codebook);

const char *asc_messages_state          (AscState state);                          /* (transfer none) "Done, no claims" */
const char *asc_messages_origin         (AscOrigin origin);                        /* (transfer none) "Accepted suggestion" */
/* One kind of loss with its count: "3 relations are left out". @loss is not ASC_N_LOSSES. */
char       *asc_messages_loss           (AscLoss loss, guint count);

/* Display names from the codebook; the name itself when the codebook does not know it. (transfer none) */
const char *asc_messages_label          (AscCodebook *codebook, const char *label);
const char *asc_messages_attribute      (AscCodebook *codebook, const char *label, const char *attribute);  /* @label NULL: of any label */
const char *asc_messages_relation       (AscCodebook *codebook, const char *relation);

/* An EDTF or TIMEX3 value in words: "2024-07-04" → "Thu 4 July 2024", "2024-W27" → "week 27 of 2024", "P3D" → "3 days",
 * "2024-07-04~" → "about Thu 4 July 2024". What is not understood comes back as it is. */
char       *asc_messages_format_date    (const char *edtf);

G_END_DECLS
