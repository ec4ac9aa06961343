/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscXlsxExporter: the claims table and the table of spans as a workbook, every text as text, so that a spreadsheet makes no date of “July 4”. */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

#define ASC_TYPE_XLSX_EXPORTER (asc_xlsx_exporter_get_type ())
G_DECLARE_FINAL_TYPE (AscXlsxExporter, asc_xlsx_exporter, ASC, XLSX_EXPORTER, GObject)

G_END_DECLS
