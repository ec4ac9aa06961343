/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscBratImporter: brat standoff: <name>.ann (or .a1 and .a2) beside <name>.txt. */
#pragma once

#include "asc-importer.h"

G_BEGIN_DECLS

#define ASC_TYPE_BRAT_IMPORTER (asc_brat_importer_get_type ())
G_DECLARE_FINAL_TYPE (AscBratImporter, asc_brat_importer, ASC, BRAT_IMPORTER, GObject)

G_END_DECLS
