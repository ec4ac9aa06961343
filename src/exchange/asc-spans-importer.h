/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscSpansImporter: the span JSON Lines that AscSpansExporter writes, one object per article and coder. */
#pragma once

#include "asc-importer.h"

G_BEGIN_DECLS

#define ASC_TYPE_SPANS_IMPORTER (asc_spans_importer_get_type ())
G_DECLARE_FINAL_TYPE (AscSpansImporter, asc_spans_importer, ASC, SPANS_IMPORTER, GObject)

G_END_DECLS
