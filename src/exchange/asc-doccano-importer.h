/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscDoccanoImporter: JSON Lines of doccano, both kinds. An export of doccano is a file for each person, named after them. */
#pragma once

#include "asc-importer.h"

G_BEGIN_DECLS

#define ASC_TYPE_DOCCANO_IMPORTER (asc_doccano_importer_get_type ())
G_DECLARE_FINAL_TYPE (AscDoccanoImporter, asc_doccano_importer, ASC, DOCCANO_IMPORTER, GObject)

G_END_DECLS
