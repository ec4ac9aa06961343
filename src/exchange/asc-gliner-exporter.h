/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscGlinerExporter: training data for GLiNER, which has its own idea of a word. */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

#define ASC_TYPE_GLINER_EXPORTER (asc_gliner_exporter_get_type ())
G_DECLARE_FINAL_TYPE (AscGlinerExporter, asc_gliner_exporter, ASC, GLINER_EXPORTER, GObject)

G_END_DECLS
