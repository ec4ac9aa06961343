/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The export formats there are. */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

GListModel  *asc_exporter_registry_get_all (void);                /* of AscExporter, in the order of the dialog (transfer full) */
AscExporter *asc_exporter_registry_new     (const char *name);    /* a new exporter, or NULL for an unknown name (transfer full) */

G_END_DECLS
