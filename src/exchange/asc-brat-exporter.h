/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscBratExporter: brat standoff, a folder of <article>.txt and <article>.ann with annotation.conf and visual.conf; each coder in a folder of their own when
 * there are several.
 */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

#define ASC_TYPE_BRAT_EXPORTER (asc_brat_exporter_get_type ())
G_DECLARE_FINAL_TYPE (AscBratExporter, asc_brat_exporter, ASC, BRAT_EXPORTER, GObject)

G_END_DECLS
