/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscDygieExporter: JSON Lines for DyGIE++ and its kind: relations within sentences, actors as clusters. */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

#define ASC_TYPE_DYGIE_EXPORTER (asc_dygie_exporter_get_type ())
G_DECLARE_FINAL_TYPE (AscDygieExporter, asc_dygie_exporter, ASC, DYGIE_EXPORTER, GObject)

G_END_DECLS
