/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For tests of squashing, which can't wait for a second to pass. */
#pragma once

#include "asc-history.h"

G_BEGIN_DECLS

typedef gint64 (*AscClock) (void);   /* monotonic, microseconds */

void asc_history_set_clock (AscHistory *self, AscClock clock);

G_END_DECLS
