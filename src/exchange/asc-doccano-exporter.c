/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-doccano-exporter.h"

#include <glib/gi18n.h>

#include "asc-json-writer.h"
#include "asc-offset-option.h"

struct _AscDoccanoExporter
{
  GObject        parent_instance;

  GOutputStream *output;     /* of a single file */
  GFile         *folder;
  GHashTable    *outputs;    /* (element-type utf8 GOutputStream) of a folder: coder → file */
  gboolean       sequence;
  gboolean       utf16;
};

static void asc_doccano_exporter_iface_init (AscExporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscDoccanoExporter, asc_doccano_exporter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASC_TYPE_EXPORTER, asc_doccano_exporter_iface_init))

static const char * const project_choices[] = { "relations", "sequence", NULL };

static const AscFormatOption options[] = {
  { "project", N_("Kind of project"), project_choices },
  ASC_OFFSET_FORMAT_OPTION,
  { NULL, NULL, NULL }
};

static gboolean
is_sequence (AscExportOptions *export_options)
{
  return g_strcmp0 (asc_export_options_get_format_option (export_options, "project"), "sequence") == 0;
}

/* "label": [[0, 17, "actor"], …] */
static void
write_labels (AscDoccanoExporter   *self,
              const AscExportLayer *layer,
              AscJsonWriter        *writer)
{
  AscText *text = asc_article_get_text (layer->article);

  asc_json_writer_begin_array (writer, "label", ASC_JSON_COMPACT);
  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);

      asc_json_writer_begin_array (writer, NULL, ASC_JSON_COMPACT);
      asc_json_writer_integer (writer, NULL, asc_offset_option_convert (self->utf16, text, asc_annotation_get_start (annotation)));
      asc_json_writer_integer (writer, NULL, asc_offset_option_convert (self->utf16, text, asc_annotation_get_end (annotation)));
      asc_json_writer_string (writer, NULL, asc_annotation_get_label (annotation));
      asc_json_writer_end_array (writer);
    }
  asc_json_writer_end_array (writer);
}

/* Ids are numbers that mean something within the line only. */
static void
write_entities (AscDoccanoExporter   *self,
                const AscExportLayer *layer,
                AscJsonWriter        *writer)
{
  AscText *text = asc_article_get_text (layer->article);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  asc_json_writer_begin_array (writer, "entities", ASC_JSON_COMPACT);
  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);

      g_hash_table_insert (numbers, (gpointer) asc_annotation_get_id (annotation), GUINT_TO_POINTER (i));
      asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
      asc_json_writer_integer (writer, "id", i);
      asc_json_writer_string (writer, "label", asc_annotation_get_label (annotation));
      asc_json_writer_integer (writer, "start_offset", asc_offset_option_convert (self->utf16, text, asc_annotation_get_start (annotation)));
      asc_json_writer_integer (writer, "end_offset", asc_offset_option_convert (self->utf16, text, asc_annotation_get_end (annotation)));
      asc_json_writer_end_object (writer);
    }
  asc_json_writer_end_array (writer);

  asc_json_writer_begin_array (writer, "relations", ASC_JSON_COMPACT);
  for (guint i = 0; i < layer->relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (layer->relations, i);

      asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
      asc_json_writer_integer (writer, "id", i);
      asc_json_writer_integer (writer, "from_id", GPOINTER_TO_UINT (g_hash_table_lookup (numbers, asc_relation_get_from (relation))));
      asc_json_writer_integer (writer, "to_id", GPOINTER_TO_UINT (g_hash_table_lookup (numbers, asc_relation_get_to (relation))));
      asc_json_writer_string (writer, "type", asc_relation_get_relation_type (relation));
      asc_json_writer_end_object (writer);
    }
  asc_json_writer_end_array (writer);
}

static void
asc_doccano_exporter_prepare (AscExporter          *exporter,
                              const AscExportLayer *layer,
                              AscLossReport        *losses)
{
  AscCarries carries = asc_exporter_get_carries (exporter);

  if (is_sequence (layer->context->options))
    carries &= ~(AscCarries) ASC_CARRIES_RELATIONS;
  asc_exporter_prepare_by_carries (carries, layer, losses);
  asc_offset_option_warn (layer, losses);
}

static gboolean
asc_doccano_exporter_begin (AscExporter             *exporter,
                            const AscExportContext  *context,
                            GOutputStream           *output,
                            GFile                   *folder,
                            GError                 **error)
{
  AscDoccanoExporter *self = ASC_DOCCANO_EXPORTER (exporter);

  self->sequence = is_sequence (context->options);
  self->utf16 = asc_offset_option_is_utf16 (context->options);
  g_set_object (&self->output, output);
  g_set_object (&self->folder, folder);

  return TRUE;
}

static GOutputStream *
get_output (AscDoccanoExporter  *self,
            const char          *coder,
            GError             **error)
{
  g_autofree char *name = NULL;
  GOutputStream *output;

  if (self->output != NULL)
    return self->output;

  output = g_hash_table_lookup (self->outputs, coder);
  if (output == NULL)
    {
      name = g_strconcat (coder, ".jsonl", NULL);
      output = asc_exporter_create_file (self->folder, name, error);
      if (output != NULL)
        g_hash_table_insert (self->outputs, g_strdup (coder), output);
    }

  return output;
}

static gboolean
asc_doccano_exporter_write (AscExporter           *exporter,
                            const AscExportLayer  *layer,
                            GError               **error)
{
  AscDoccanoExporter *self = ASC_DOCCANO_EXPORTER (exporter);
  GOutputStream *output = get_output (self, layer->coder, error);
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();
  g_autoptr (GBytes) line = NULL;

  if (output == NULL)
    return FALSE;

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "text", asc_text_get_utf8 (asc_article_get_text (layer->article)));
  if (self->sequence)
    write_labels (self, layer, writer);
  else
    write_entities (self, layer, writer);
  /* doccano keeps further members as a document's metadata. */
  asc_json_writer_string (writer, "doc_id", asc_article_get_id (layer->article));
  asc_json_writer_string (writer, "annotator", layer->coder);
  asc_json_writer_string (writer, "offset_unit", self->utf16 ? "utf-16" : "codepoint");
  asc_json_writer_end_object (writer);
  line = asc_json_writer_finish (writer);

  return asc_exporter_write_bytes (output, line, error);
}

static gboolean
asc_doccano_exporter_end (AscExporter  *exporter,
                          GError      **error)
{
  AscDoccanoExporter *self = ASC_DOCCANO_EXPORTER (exporter);
  GHashTableIter iter;
  gpointer output;

  g_hash_table_iter_init (&iter, self->outputs);
  while (g_hash_table_iter_next (&iter, NULL, &output))
    if (!g_output_stream_close (output, NULL, error))
      return FALSE;

  return TRUE;
}

static void
asc_doccano_exporter_iface_init (AscExporterInterface *iface)
{
  iface->name = "doccano";
  iface->title = N_("doccano JSON Lines, a file for each coder as a folder");
  iface->extension = ".jsonl";
  iface->folder = TRUE;
  iface->carries = ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING | ASC_CARRIES_RELATIONS | ASC_CARRIES_SEVERAL_CODERS;
  iface->options = options;
  iface->prepare = asc_doccano_exporter_prepare;
  iface->begin = asc_doccano_exporter_begin;
  iface->write = asc_doccano_exporter_write;
  iface->end = asc_doccano_exporter_end;
}

static void
asc_doccano_exporter_finalize (GObject *object)
{
  AscDoccanoExporter *self = ASC_DOCCANO_EXPORTER (object);

  g_clear_object (&self->output);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->outputs, g_hash_table_unref);

  G_OBJECT_CLASS (asc_doccano_exporter_parent_class)->finalize (object);
}

static void
asc_doccano_exporter_class_init (AscDoccanoExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_doccano_exporter_finalize;
}

static void
asc_doccano_exporter_init (AscDoccanoExporter *self)
{
  self->outputs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}
