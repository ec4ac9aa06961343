/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscXmiImporter: UIMA CAS as XMI: ours, and what can be told of other type systems. */
#pragma once

#include "asc-importer.h"

G_BEGIN_DECLS

#define ASC_TYPE_XMI_IMPORTER (asc_xmi_importer_get_type ())
G_DECLARE_FINAL_TYPE (AscXmiImporter, asc_xmi_importer, ASC, XMI_IMPORTER, GObject)

G_END_DECLS
