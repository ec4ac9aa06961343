/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What asc-history.c does for asc-history-edits.c, and a clock for tests of squashing, which can't wait for a second to pass. */
#pragma once

#include "asc-step.h"

G_BEGIN_DECLS

/* FALSE between an abort and the end of the outermost step. */
gboolean asc_history_may_change  (AscHistory *self);
/* Makes a change in the open step, and keeps copies of the values. */
void     asc_history_make_change (AscHistory *self, AscChangeKind kind, gpointer model, gconstpointer before, gconstpointer after);

typedef gint64 (*AscClock) (void);   /* monotonic, microseconds */

void     asc_history_set_clock   (AscHistory *self, AscClock clock);

G_END_DECLS
