/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscXmiExporter: UIMA CAS as XMI, a file for each article and coder, with its type system. */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

#define ASC_TYPE_XMI_EXPORTER (asc_xmi_exporter_get_type ())
G_DECLARE_FINAL_TYPE (AscXmiExporter, asc_xmi_exporter, ASC, XMI_EXPORTER, GObject)

G_END_DECLS
