/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscDoccanoExporter: JSON Lines for doccano, of its relation projects or of plain sequence labelling; a file for each coder as a folder. */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

#define ASC_TYPE_DOCCANO_EXPORTER (asc_doccano_exporter_get_type ())
G_DECLARE_FINAL_TYPE (AscDoccanoExporter, asc_doccano_exporter, ASC, DOCCANO_EXPORTER, GObject)

G_END_DECLS
