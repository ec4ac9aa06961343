/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscParquetFile: the part of Apache Parquet that a table of strings, integers and lists of structs needs: plain encoding, no compression, one page a column chunk, all
 * columns required, lists of three levels. https://parquet.apache.org/docs/file-format/
 *
 *   PAR1 · row group: for each column a page header and a page · … · FileMetaData · its length (u32) · PAR1
 *
 * The headers and the metadata are in Thrift's compact protocol. Rows are collected to a row group of about 8 MiB, which is what is in memory.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *list;         /* the list of structs it is in; NULL: a column of the row itself */
  const char *name;
  gboolean    is_integer;   /* 64 bits; a string otherwise */
} AscParquetColumn;

typedef struct _AscParquetFile AscParquetFile;

/* @columns: static; those of one list stand together. */
AscParquetFile *asc_parquet_file_new       (GOutputStream *output, const AscParquetColumn *columns, guint n_columns);
void            asc_parquet_file_free      (AscParquetFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscParquetFile, asc_parquet_file_free)

/* A row: every column once, or, in a list, once for each element; then the end of the row, which fills in the empty lists. */
void            asc_parquet_file_string    (AscParquetFile *self, guint column, const char *value);
void            asc_parquet_file_integer   (AscParquetFile *self, guint column, gint64 value);
gboolean        asc_parquet_file_end_row   (AscParquetFile *self, GError **error);
/* Writes what is left and the metadata; does not close the stream. */
gboolean        asc_parquet_file_finish    (AscParquetFile *self, const char *created_by, GError **error);

G_END_DECLS
