/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-parquet-file.h"

#include <string.h>

#define ROW_GROUP_BYTES (8 * 1024 * 1024)
#define MAGIC "PAR1"

/* Thrift compact types. */
enum { THRIFT_I32 = 5, THRIFT_I64 = 6, THRIFT_BINARY = 8, THRIFT_LIST = 9, THRIFT_STRUCT = 12 };

/* Numbers of parquet.thrift. */
enum { TYPE_INT64 = 2, TYPE_BYTE_ARRAY = 6 };
enum { REQUIRED = 0, REPEATED = 2 };
enum { CONVERTED_UTF8 = 0, CONVERTED_LIST = 3 };
enum { LOGICAL_STRING = 1, LOGICAL_LIST = 3 };
enum { PLAIN = 0, RLE = 3 };

/* A column of the row group that is collected. */
typedef struct
{
  GByteArray *values;
  GByteArray *levels;        /* of a list: bit 0 is the definition level, bit 1 the repetition level, of each entry */
  guint       n_values;      /* entries: an empty list is one without a value */
  gboolean    is_in_row;     /* the current row has a value */
} Chunk;

struct _AscParquetFile
{
  GOutputStream          *output;
  const AscParquetColumn *columns;
  guint                   n_columns;
  Chunk                  *chunks;
  guint64                 offset;         /* in the file */
  gint64                  n_rows;         /* of all groups */
  gint64                  n_group_rows;
  GByteArray             *groups;         /* metadata of those written */
  guint                   n_groups;
};

/* ---- Thrift ---- */

static void
put_byte (GByteArray *bytes,
          guint8      byte)
{
  g_byte_array_append (bytes, &byte, 1);
}

static void
put_varint (GByteArray *bytes,
            guint64     value)
{
  for (; value >= 0x80; value >>= 7)
    put_byte (bytes, (guint8) (value | 0x80));
  put_byte (bytes, (guint8) value);
}

static void
put_zigzag (GByteArray *bytes,
            gint64      value)
{
  put_varint (bytes, ((guint64) value << 1) ^ (guint64) (value >> 63));
}

/* @last: the number of the field before in this struct; ids here are never more than 15 apart. */
static void
put_field (GByteArray *bytes,
           guint      *last,
           guint       id,
           guint       type)
{
  put_byte (bytes, (guint8) ((id - *last) << 4 | type));
  *last = id;
}

static void
put_integer (GByteArray *bytes,
             guint      *last,
             guint       id,
             guint       type,
             gint64      value)
{
  put_field (bytes, last, id, type);
  put_zigzag (bytes, value);
}

static void
put_string (GByteArray *bytes,
            const char *string)
{
  put_varint (bytes, strlen (string));
  g_byte_array_append (bytes, (const guint8 *) string, (guint) strlen (string));
}

static void
put_list (GByteArray *bytes,
          guint       n,
          guint       type)
{
  if (n < 15)
    {
      put_byte (bytes, (guint8) (n << 4 | type));
      return;
    }
  put_byte (bytes, (guint8) (0xF0 | type));
  put_varint (bytes, n);
}

static void
end_struct (GByteArray *bytes)
{
  put_byte (bytes, 0);
}

static void
put_u32 (GByteArray *bytes,
         guint32     value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

/* ---- row groups ---- */

static gboolean
write_bytes (AscParquetFile  *self,
             GByteArray      *bytes,
             GError         **error)
{
  self->offset += bytes->len;

  return g_output_stream_write_all (self->output, bytes->data, bytes->len, NULL, NULL, error);
}

/* One bit of each level as runs of equal values, with the length before. */
static void
put_levels (GByteArray   *page,
            const Chunk  *chunk,
            guint         bit)
{
  g_autoptr (GByteArray) runs = g_byte_array_new ();

  for (guint i = 0; i < chunk->levels->len;)
    {
      guint8 value = (chunk->levels->data[i] >> bit) & 1;
      guint n = 1;

      while (i + n < chunk->levels->len && ((chunk->levels->data[i + n] >> bit) & 1) == value)
        n++;
      put_varint (runs, (guint64) n << 1);
      put_byte (runs, value);
      i += n;
    }
  put_u32 (page, runs->len);
  g_byte_array_append (page, runs->data, runs->len);
}

static GByteArray *
make_page_header (guint n_bytes,
                  guint n_values)
{
  GByteArray *header = g_byte_array_new ();
  guint last = 0;
  guint inner = 0;

  put_integer (header, &last, 1, THRIFT_I32, 0);   /* DATA_PAGE */
  put_integer (header, &last, 2, THRIFT_I32, n_bytes);
  put_integer (header, &last, 3, THRIFT_I32, n_bytes);
  put_field (header, &last, 5, THRIFT_STRUCT);
  put_integer (header, &inner, 1, THRIFT_I32, n_values);
  put_integer (header, &inner, 2, THRIFT_I32, PLAIN);
  put_integer (header, &inner, 3, THRIFT_I32, RLE);
  put_integer (header, &inner, 4, THRIFT_I32, RLE);
  end_struct (header);
  end_struct (header);

  return header;
}

static void
put_column_metadata (AscParquetFile *self,
                     guint           column,
                     guint64         offset,
                     guint64         size)
{
  const AscParquetColumn *definition = &self->columns[column];
  GByteArray *bytes = self->groups;
  guint last = 0;
  guint inner = 0;

  put_integer (bytes, &last, 2, THRIFT_I64, (gint64) offset);
  put_field (bytes, &last, 3, THRIFT_STRUCT);
  put_integer (bytes, &inner, 1, THRIFT_I32, definition->is_integer ? TYPE_INT64 : TYPE_BYTE_ARRAY);
  put_field (bytes, &inner, 2, THRIFT_LIST);
  put_list (bytes, 2, THRIFT_I32);
  put_zigzag (bytes, PLAIN);
  put_zigzag (bytes, RLE);
  put_field (bytes, &inner, 3, THRIFT_LIST);
  put_list (bytes, definition->list != NULL ? 4 : 1, THRIFT_BINARY);
  if (definition->list != NULL)
    {
      put_string (bytes, definition->list);
      put_string (bytes, "list");
      put_string (bytes, "element");
    }
  put_string (bytes, definition->name);
  put_integer (bytes, &inner, 4, THRIFT_I32, 0);   /* not compressed */
  put_integer (bytes, &inner, 5, THRIFT_I64, self->chunks[column].n_values);
  put_integer (bytes, &inner, 6, THRIFT_I64, (gint64) size);
  put_integer (bytes, &inner, 7, THRIFT_I64, (gint64) size);
  put_integer (bytes, &inner, 9, THRIFT_I64, (gint64) offset);
  end_struct (bytes);
  end_struct (bytes);
}

static gboolean
write_column (AscParquetFile  *self,
              guint            column,
              GError         **error)
{
  Chunk *chunk = &self->chunks[column];
  guint64 offset = self->offset;
  g_autoptr (GByteArray) levels = g_byte_array_new ();
  g_autoptr (GByteArray) header = NULL;

  if (self->columns[column].list != NULL)
    {
      put_levels (levels, chunk, 1);
      put_levels (levels, chunk, 0);
    }
  header = make_page_header (levels->len + chunk->values->len, chunk->n_values);
  if (!write_bytes (self, header, error) || !write_bytes (self, levels, error) || !write_bytes (self, chunk->values, error))
    return FALSE;

  put_column_metadata (self, column, offset, self->offset - offset);
  g_byte_array_set_size (chunk->values, 0);
  g_byte_array_set_size (chunk->levels, 0);
  chunk->n_values = 0;

  return TRUE;
}

static gboolean
write_group (AscParquetFile  *self,
             GError         **error)
{
  guint64 start = self->offset;
  guint last = 0;

  if (self->n_group_rows == 0)
    return TRUE;

  put_field (self->groups, &last, 1, THRIFT_LIST);
  put_list (self->groups, self->n_columns, THRIFT_STRUCT);
  for (guint i = 0; i < self->n_columns; i++)
    if (!write_column (self, i, error))
      return FALSE;
  put_integer (self->groups, &last, 2, THRIFT_I64, (gint64) (self->offset - start));
  put_integer (self->groups, &last, 3, THRIFT_I64, self->n_group_rows);
  end_struct (self->groups);
  self->n_groups++;
  self->n_group_rows = 0;

  return TRUE;
}

/* ---- schema ---- */

/* @n_children, @type, @converted, @logical: -1 for none; @repetition too, of the root. */
static void
put_element (GByteArray *bytes,
             const char *name,
             int         type,
             int         repetition,
             int         n_children,
             int         converted,
             int         logical)
{
  guint last = 0;
  guint inner = 0;

  if (type >= 0)
    put_integer (bytes, &last, 1, THRIFT_I32, type);
  if (repetition >= 0)
    put_integer (bytes, &last, 3, THRIFT_I32, repetition);
  put_field (bytes, &last, 4, THRIFT_BINARY);
  put_string (bytes, name);
  if (n_children >= 0)
    put_integer (bytes, &last, 5, THRIFT_I32, n_children);
  if (converted >= 0)
    put_integer (bytes, &last, 6, THRIFT_I32, converted);
  if (logical >= 0)
    {
      put_field (bytes, &last, 10, THRIFT_STRUCT);
      put_field (bytes, &inner, (guint) logical, THRIFT_STRUCT);
      end_struct (bytes);
      end_struct (bytes);
    }
  end_struct (bytes);
}

/* How many columns the list that begins at @first has; 0 when it begins before. */
static guint
list_length (AscParquetFile *self,
             guint           first)
{
  const char *list = self->columns[first].list;
  guint n = 0;

  if (list == NULL || (first > 0 && g_strcmp0 (self->columns[first - 1].list, list) == 0))
    return 0;
  while (first + n < self->n_columns && g_strcmp0 (self->columns[first + n].list, list) == 0)
    n++;

  return n;
}

static void
put_schema (AscParquetFile *self,
            GByteArray     *bytes)
{
  guint n_lists = 0;
  guint n_in_lists = 0;
  guint n_top;

  for (guint i = 0; i < self->n_columns; i++)
    {
      n_lists += list_length (self, i) > 0;
      n_in_lists += self->columns[i].list != NULL;
    }
  n_top = self->n_columns - n_in_lists + n_lists;

  put_list (bytes, 1 + self->n_columns + 3 * n_lists, THRIFT_STRUCT);
  put_element (bytes, "schema", -1, -1, (int) n_top, -1, -1);
  for (guint i = 0; i < self->n_columns; i++)
    {
      guint n = list_length (self, i);

      if (n > 0)
        {
          put_element (bytes, self->columns[i].list, -1, REQUIRED, 1, CONVERTED_LIST, LOGICAL_LIST);
          put_element (bytes, "list", -1, REPEATED, 1, -1, -1);
          put_element (bytes, "element", -1, REQUIRED, (int) n, -1, -1);
        }
      if (self->columns[i].is_integer)
        put_element (bytes, self->columns[i].name, TYPE_INT64, REQUIRED, -1, -1, -1);
      else
        put_element (bytes, self->columns[i].name, TYPE_BYTE_ARRAY, REQUIRED, -1, CONVERTED_UTF8, LOGICAL_STRING);
    }
}

/* ---- public ---- */

AscParquetFile *
asc_parquet_file_new (GOutputStream          *output,
                      const AscParquetColumn *columns,
                      guint                   n_columns)
{
  AscParquetFile *self = g_new0 (AscParquetFile, 1);

  self->output = g_object_ref (output);
  self->columns = columns;
  self->n_columns = n_columns;
  self->chunks = g_new0 (Chunk, n_columns);
  self->groups = g_byte_array_new ();
  for (guint i = 0; i < n_columns; i++)
    {
      self->chunks[i].values = g_byte_array_new ();
      self->chunks[i].levels = g_byte_array_new ();
    }

  return self;
}

void
asc_parquet_file_free (AscParquetFile *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_byte_array_unref (self->chunks[i].values);
      g_byte_array_unref (self->chunks[i].levels);
    }
  g_free (self->chunks);
  g_byte_array_unref (self->groups);
  g_object_unref (self->output);
  g_free (self);
}

static Chunk *
add_entry (AscParquetFile *self,
           guint           column)
{
  Chunk *chunk = &self->chunks[column];

  if (self->columns[column].list != NULL)
    put_byte (chunk->levels, chunk->is_in_row ? 3 : 1);
  chunk->is_in_row = TRUE;
  chunk->n_values++;

  return chunk;
}

void
asc_parquet_file_string (AscParquetFile *self,
                         guint           column,
                         const char     *value)
{
  Chunk *chunk;

  g_return_if_fail (column < self->n_columns && !self->columns[column].is_integer);

  chunk = add_entry (self, column);
  put_u32 (chunk->values, (guint32) strlen (value));
  g_byte_array_append (chunk->values, (const guint8 *) value, (guint) strlen (value));
}

void
asc_parquet_file_integer (AscParquetFile *self,
                          guint           column,
                          gint64          value)
{
  gint64 little = GINT64_TO_LE (value);
  Chunk *chunk;

  g_return_if_fail (column < self->n_columns && self->columns[column].is_integer);

  chunk = add_entry (self, column);
  g_byte_array_append (chunk->values, (const guint8 *) &little, sizeof little);
}

gboolean
asc_parquet_file_end_row (AscParquetFile  *self,
                          GError         **error)
{
  gsize size = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      Chunk *chunk = &self->chunks[i];

      g_assert (chunk->is_in_row || self->columns[i].list != NULL);
      if (!chunk->is_in_row)
        {
          put_byte (chunk->levels, 0);
          chunk->n_values++;
        }
      chunk->is_in_row = FALSE;
      size += chunk->values->len;
    }
  self->n_group_rows++;
  self->n_rows++;
  if (self->offset == 0)
    {
      g_autoptr (GByteArray) magic = g_byte_array_new ();

      g_byte_array_append (magic, (const guint8 *) MAGIC, 4);
      if (!write_bytes (self, magic, error))
        return FALSE;
    }

  return size < ROW_GROUP_BYTES || write_group (self, error);
}

gboolean
asc_parquet_file_finish (AscParquetFile  *self,
                         const char      *created_by,
                         GError         **error)
{
  g_autoptr (GByteArray) footer = g_byte_array_new ();
  guint last = 0;
  guint start;

  if (!write_group (self, error))
    return FALSE;

  if (self->offset == 0)
    g_byte_array_append (footer, (const guint8 *) MAGIC, 4);
  start = footer->len;
  put_integer (footer, &last, 1, THRIFT_I32, 1);
  put_field (footer, &last, 2, THRIFT_LIST);
  put_schema (self, footer);
  put_integer (footer, &last, 3, THRIFT_I64, self->n_rows);
  put_field (footer, &last, 4, THRIFT_LIST);
  put_list (footer, self->n_groups, THRIFT_STRUCT);
  g_byte_array_append (footer, self->groups->data, self->groups->len);
  put_field (footer, &last, 6, THRIFT_BINARY);
  put_string (footer, created_by);
  end_struct (footer);
  put_u32 (footer, footer->len - start);
  g_byte_array_append (footer, (const guint8 *) MAGIC, 4);

  return write_bytes (self, footer, error);
}
