/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscParquetExporter: the rows of span JSON Lines as Apache Parquet, whose columns have types. */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

#define ASC_TYPE_PARQUET_EXPORTER (asc_parquet_exporter_get_type ())
G_DECLARE_FINAL_TYPE (AscParquetExporter, asc_parquet_exporter, ASC, PARQUET_EXPORTER, GObject)

G_END_DECLS
