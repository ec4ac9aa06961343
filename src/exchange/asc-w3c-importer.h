/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscW3cImporter: W3C Web Annotations, as a page, a list or lines. The texts must be beside: found by sha256, or by the name of the source. */
#pragma once

#include "asc-importer.h"

G_BEGIN_DECLS

#define ASC_TYPE_W3C_IMPORTER (asc_w3c_importer_get_type ())
G_DECLARE_FINAL_TYPE (AscW3cImporter, asc_w3c_importer, ASC, W3C_IMPORTER, GObject)

G_END_DECLS
