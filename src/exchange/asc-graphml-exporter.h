/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscGraphmlExporter: who says what, as a network for igraph, networkx, visone or Gephi. */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

#define ASC_TYPE_GRAPHML_EXPORTER (asc_graphml_exporter_get_type ())
G_DECLARE_FINAL_TYPE (AscGraphmlExporter, asc_graphml_exporter, ASC, GRAPHML_EXPORTER, GObject)

G_END_DECLS
