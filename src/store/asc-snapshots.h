/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Earlier versions of a file: <project>/.snapshots/<coder>/<article>/<UTC time>.json, the last ASC_SNAPSHOTS_MAX of each. */
#pragma once

#include "asc-store-error.h"

G_BEGIN_DECLS

#define ASC_SNAPSHOTS_MAX     20
#define ASC_SNAPSHOTS_SECONDS (10 * 60)   /* least time between two of one file */

/* @folder: of one file's snapshots. Any thread. */
gboolean   asc_snapshots_keep (GFile *folder, GBytes *bytes, GError **error);
GPtrArray *asc_snapshots_list (GFile *folder);   /* oldest first (transfer full) (element-type GFile) */

G_END_DECLS
