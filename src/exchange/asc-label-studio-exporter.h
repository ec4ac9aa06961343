/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscLabelStudioExporter: Label Studio tasks with an annotation for each coder; as a folder, tasks.json with the labeling configuration config.xml. */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

#define ASC_TYPE_LABEL_STUDIO_EXPORTER (asc_label_studio_exporter_get_type ())
G_DECLARE_FINAL_TYPE (AscLabelStudioExporter, asc_label_studio_exporter, ASC, LABEL_STUDIO_EXPORTER, GObject)

G_END_DECLS
