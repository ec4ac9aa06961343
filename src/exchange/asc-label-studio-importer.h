/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscLabelStudioImporter: Label Studio's JSON export: tasks with regions of text, their choices and answers, and relations. */
#pragma once

#include "asc-importer.h"

G_BEGIN_DECLS

#define ASC_TYPE_LABEL_STUDIO_IMPORTER (asc_label_studio_importer_get_type ())
G_DECLARE_FINAL_TYPE (AscLabelStudioImporter, asc_label_studio_importer, ASC, LABEL_STUDIO_IMPORTER, GObject)

G_END_DECLS
