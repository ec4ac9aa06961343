/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscW3cExporter: W3C Web Annotations (JSON-LD): a page of them, or a folder with the texts, the page and the same as JSON Lines. */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

#define ASC_TYPE_W3C_EXPORTER (asc_w3c_exporter_get_type ())
G_DECLARE_FINAL_TYPE (AscW3cExporter, asc_w3c_exporter, ASC, W3C_EXPORTER, GObject)

G_END_DECLS
