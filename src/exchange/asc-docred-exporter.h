/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscDocredExporter: JSON as DocRED has it: actors as vertices with all their mentions, relations between vertices. */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

#define ASC_TYPE_DOCRED_EXPORTER (asc_docred_exporter_get_type ())
G_DECLARE_FINAL_TYPE (AscDocredExporter, asc_docred_exporter, ASC, DOCRED_EXPORTER, GObject)

G_END_DECLS
