/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscCsvExporter: the claims table as CSV (RFC 4180, UTF-8 with a byte order mark); as a folder, claims.csv and spans.csv. */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

#define ASC_TYPE_CSV_EXPORTER (asc_csv_exporter_get_type ())
G_DECLARE_FINAL_TYPE (AscCsvExporter, asc_csv_exporter, ASC, CSV_EXPORTER, GObject)

G_END_DECLS
