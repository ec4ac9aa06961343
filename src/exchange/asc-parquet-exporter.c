/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-parquet-exporter.h"

#include <glib/gi18n.h>

#include "asc-parquet-file.h"

struct _AscParquetExporter
{
  GObject         parent_instance;

  AscParquetFile *file;
};

static void asc_parquet_exporter_iface_init (AscExporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscParquetExporter, asc_parquet_exporter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASC_TYPE_EXPORTER, asc_parquet_exporter_iface_init))

/* Those of span JSON Lines, under the same names. */
enum
{
  ID, ANNOTATOR, TEXT, TEXT_SHA256,
  SPAN_ID, SPAN_START, SPAN_END, SPAN_LABEL, SPAN_TEXT, SPAN_FRAGMENT,
  RELATION_ID, RELATION_TYPE, RELATION_HEAD, RELATION_TAIL,
  ATTRIBUTE_TARGET, ATTRIBUTE_NAME, ATTRIBUTE_VALUE,
  N_COLUMNS
};

static const AscParquetColumn columns[N_COLUMNS] = {
  [ID] = { NULL, "id", FALSE },
  [ANNOTATOR] = { NULL, "annotator", FALSE },
  [TEXT] = { NULL, "text", FALSE },
  [TEXT_SHA256] = { NULL, "text_sha256", FALSE },
  [SPAN_ID] = { "spans", "id", FALSE },
  [SPAN_START] = { "spans", "start", TRUE },
  [SPAN_END] = { "spans", "end", TRUE },
  [SPAN_LABEL] = { "spans", "label", FALSE },
  [SPAN_TEXT] = { "spans", "text", FALSE },
  [SPAN_FRAGMENT] = { "spans", "fragment", TRUE },
  [RELATION_ID] = { "relations", "id", FALSE },
  [RELATION_TYPE] = { "relations", "type", FALSE },
  [RELATION_HEAD] = { "relations", "head", FALSE },
  [RELATION_TAIL] = { "relations", "tail", FALSE },
  [ATTRIBUTE_TARGET] = { "attributes", "target", FALSE },
  [ATTRIBUTE_NAME] = { "attributes", "name", FALSE },
  [ATTRIBUTE_VALUE] = { "attributes", "value", FALSE },
};

static void
put_spans (AscParquetExporter *self,
           AscAnnotation      *annotation)
{
  const char * const *quote = asc_annotation_get_quote (annotation);
  gsize n_spans;
  const AscSpan *spans = asc_span_set_get_spans (asc_annotation_get_spans (annotation), &n_spans);

  for (gsize i = 0; i < n_spans; i++)
    {
      asc_parquet_file_string (self->file, SPAN_ID, asc_annotation_get_id (annotation));
      asc_parquet_file_integer (self->file, SPAN_START, spans[i].start);
      asc_parquet_file_integer (self->file, SPAN_END, spans[i].end);
      asc_parquet_file_string (self->file, SPAN_LABEL, asc_annotation_get_label (annotation));
      asc_parquet_file_string (self->file, SPAN_TEXT, quote[i]);
      asc_parquet_file_integer (self->file, SPAN_FRAGMENT, (gint64) i);
    }
}

static void
put_attribute (AscParquetExporter *self,
               AscAnnotation      *annotation,
               const char         *name,
               const char         *value)
{
  asc_parquet_file_string (self->file, ATTRIBUTE_TARGET, asc_annotation_get_id (annotation));
  asc_parquet_file_string (self->file, ATTRIBUTE_NAME, name);
  asc_parquet_file_string (self->file, ATTRIBUTE_VALUE, value);
}

/* Dates need no guard here: a column says what it holds. */
static void
put_attributes (AscParquetExporter *self,
                AscAnnotation      *annotation)
{
  AscAttributes *attributes = asc_annotation_get_attributes (annotation);

  for (guint i = 0; i < asc_attributes_get_n (attributes); i++)
    {
      g_auto (GStrv) values = asc_exporter_value_strings (asc_attributes_get_nth (attributes, i));

      for (gsize j = 0; values[j] != NULL; j++)
        put_attribute (self, annotation, asc_attributes_get_name (attributes, i), values[j]);
    }
  if (asc_annotation_get_note (annotation) != NULL)
    put_attribute (self, annotation, "note", asc_annotation_get_note (annotation));
}

static gboolean
asc_parquet_exporter_begin (AscExporter             *exporter,
                            const AscExportContext  *context,
                            GOutputStream           *output,
                            GFile                   *folder,
                            GError                 **error)
{
  ASC_PARQUET_EXPORTER (exporter)->file = asc_parquet_file_new (output, columns, N_COLUMNS);

  return TRUE;
}

static gboolean
asc_parquet_exporter_write (AscExporter           *exporter,
                            const AscExportLayer  *layer,
                            GError               **error)
{
  AscParquetExporter *self = ASC_PARQUET_EXPORTER (exporter);
  AscText *text = asc_article_get_text (layer->article);

  asc_parquet_file_string (self->file, ID, asc_article_get_id (layer->article));
  asc_parquet_file_string (self->file, ANNOTATOR, layer->coder);
  asc_parquet_file_string (self->file, TEXT, asc_text_get_utf8 (text));
  asc_parquet_file_string (self->file, TEXT_SHA256, asc_text_get_sha256 (text));
  for (guint i = 0; i < layer->annotations->len; i++)
    {
      put_spans (self, g_ptr_array_index (layer->annotations, i));
      put_attributes (self, g_ptr_array_index (layer->annotations, i));
    }
  for (guint i = 0; i < layer->relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (layer->relations, i);

      asc_parquet_file_string (self->file, RELATION_ID, asc_relation_get_id (relation));
      asc_parquet_file_string (self->file, RELATION_TYPE, asc_relation_get_relation_type (relation));
      asc_parquet_file_string (self->file, RELATION_HEAD, asc_relation_get_from (relation));
      asc_parquet_file_string (self->file, RELATION_TAIL, asc_relation_get_to (relation));
    }

  return asc_parquet_file_end_row (self->file, error);
}

static gboolean
asc_parquet_exporter_end (AscExporter  *exporter,
                          GError      **error)
{
  return asc_parquet_file_finish (ASC_PARQUET_EXPORTER (exporter)->file, "ascribe", error);
}

static void
asc_parquet_exporter_iface_init (AscExporterInterface *iface)
{
  iface->name = "parquet";
  iface->title = N_("Parquet table of articles with their spans");
  iface->extension = ".parquet";
  iface->carries = ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING | ASC_CARRIES_DISCONTINUOUS | ASC_CARRIES_RELATIONS
                   | ASC_CARRIES_ATTRIBUTES | ASC_CARRIES_NOTES | ASC_CARRIES_ACTORS | ASC_CARRIES_SEVERAL_CODERS;
  iface->begin = asc_parquet_exporter_begin;
  iface->write = asc_parquet_exporter_write;
  iface->end = asc_parquet_exporter_end;
}

static void
asc_parquet_exporter_finalize (GObject *object)
{
  AscParquetExporter *self = ASC_PARQUET_EXPORTER (object);

  g_clear_pointer (&self->file, asc_parquet_file_free);

  G_OBJECT_CLASS (asc_parquet_exporter_parent_class)->finalize (object);
}

static void
asc_parquet_exporter_class_init (AscParquetExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_parquet_exporter_finalize;
}

static void
asc_parquet_exporter_init (AscParquetExporter *self)
{
}
