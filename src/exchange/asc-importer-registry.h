/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import formats there are. */
#pragma once

#include "asc-importer.h"

G_BEGIN_DECLS

GListModel  *asc_importer_registry_get_all (void);                             /* of AscImporter, in the order of the dialog (transfer full) */
AscImporter *asc_importer_registry_new     (const char *name);                 /* a new importer, or NULL for an unknown name (transfer full) */
/* The first importer that the file looks like, or NULL. For a folder, by the files in it. (transfer full) */
AscImporter *asc_importer_registry_guess   (GFile *file, GCancellable *cancellable);

G_END_DECLS
