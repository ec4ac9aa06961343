/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-label-studio-exporter.h"

#include <glib/gi18n.h>

#include "asc-json-writer.h"
#include "asc-label-studio-config.h"
#include "asc-offset-option.h"

struct _AscLabelStudioExporter
{
  GObject                 parent_instance;

  const AscExportContext *context;
  GOutputStream          *output;
  GFile                  *folder;
  gboolean                utf16;
  gboolean                has_pieces;
  GPtrArray              *coders;          /* (element-type utf8) in the order they came; "completed_by" is the place, from 1 */

  /* The task of the article that is being written: layers of one article come one after the other. */
  AscArticle             *article;
  GString                *annotations;     /* JSON objects with commas between */
  GString                *predictions;
  guint                   n_tasks;
  guint                   n_annotations;
};

static void asc_label_studio_exporter_iface_init (AscExporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscLabelStudioExporter, asc_label_studio_exporter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASC_TYPE_EXPORTER, asc_label_studio_exporter_iface_init))

static const AscFormatOption options[] = {
  ASC_OFFSET_FORMAT_OPTION,
  { NULL, NULL, NULL }
};

static char *
take_json (AscJsonWriter *writer)
{
  g_autoptr (GBytes) bytes = asc_json_writer_finish (writer);

  /* Without the final newline. */
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 1);
}

static guint
coder_number (AscLabelStudioExporter *self,
              const char             *coder)
{
  guint position;

  if (!g_ptr_array_find_with_equal_func (self->coders, coder, g_str_equal, &position))
    {
      position = self->coders->len;
      g_ptr_array_add (self->coders, g_strdup (coder));
    }

  return position + 1;
}

/* The second piece of "k3f9" is "k3f9-2". */
static char *
piece_id (AscAnnotation *annotation,
          guint          piece)
{
  const char *id = asc_annotation_get_id (annotation);

  return piece == 0 ? g_strdup (id) : g_strdup_printf ("%s-%u", id, piece + 1);
}

static void
begin_result (AscLabelStudioExporter *self,
              AscJsonWriter          *writer,
              AscText                *text,
              const char             *id,
              const char             *control,
              const char             *type,
              const AscSpan          *span)
{
  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "id", id);
  asc_json_writer_string (writer, "from_name", control);
  asc_json_writer_string (writer, "to_name", "text");
  asc_json_writer_string (writer, "type", type);
  asc_json_writer_string (writer, "origin", "manual");
  asc_json_writer_begin_object (writer, "value", ASC_JSON_COMPACT);
  asc_json_writer_integer (writer, "start", asc_offset_option_convert (self->utf16, text, span->start));
  asc_json_writer_integer (writer, "end", asc_offset_option_convert (self->utf16, text, span->end));
}

static AscAttributeKind
kind_of (const AscExportLayer *layer,
         AscAnnotation        *annotation,
         const char           *attribute,
         GVariant             *value)
{
  AscLabel *label = asc_codebook_lookup_label (layer->context->codebook, asc_annotation_get_label (annotation));
  AscAttributeDefinition *definition = label != NULL ? asc_label_lookup_attribute (label, attribute) : NULL;

  if (definition != NULL)
    return asc_attribute_definition_get_kind (definition);

  return g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) ? ASC_ATTRIBUTE_FLAG : ASC_ATTRIBUTE_TEXT;
}

/* An attribute is a result of its own that repeats the region's id and place; a text area's "text" is the answer, not the quote. */
static void
write_attribute (AscLabelStudioExporter *self,
                 const AscExportLayer   *layer,
                 AscJsonWriter          *writer,
                 AscAnnotation          *annotation,
                 const char             *name,
                 GVariant               *value)
{
  AscText *text = asc_article_get_text (layer->article);
  AscAttributeKind kind = kind_of (layer, annotation, name, value);
  gboolean is_choice = kind == ASC_ATTRIBUTE_CHOICE || kind == ASC_ATTRIBUTE_MULTI_CHOICE || kind == ASC_ATTRIBUTE_FLAG;
  const AscSpan *span = asc_span_set_get_span (asc_annotation_get_spans (annotation), 0);
  g_autofree char *control = asc_label_studio_config_control (name);
  g_auto (GStrv) strings = asc_exporter_value_strings (value);

  if (strings[0] == NULL)
    return;

  begin_result (self, writer, text, asc_annotation_get_id (annotation), control, is_choice ? "choices" : "textarea", span);
  if (is_choice)
    asc_json_writer_string (writer, "text", asc_annotation_get_quote (annotation)[0]);
  asc_json_writer_strings (writer, is_choice ? "choices" : "text", (const char * const *) strings);
  asc_json_writer_end_object (writer);
  asc_json_writer_end_object (writer);
}

static void
write_annotation (AscLabelStudioExporter *self,
                  const AscExportLayer   *layer,
                  AscJsonWriter          *writer,
                  AscAnnotation          *annotation)
{
  AscText *text = asc_article_get_text (layer->article);
  AscAttributes *attributes = asc_annotation_get_attributes (annotation);
  const char * const *quote = asc_annotation_get_quote (annotation);
  const char *label[] = { asc_annotation_get_label (annotation), NULL };
  const char *note[] = { asc_annotation_get_note (annotation), NULL };
  gsize n_spans;
  const AscSpan *spans = asc_span_set_get_spans (asc_annotation_get_spans (annotation), &n_spans);

  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *id = piece_id (annotation, i);

      begin_result (self, writer, text, id, "label", "labels", &spans[i]);
      asc_json_writer_string (writer, "text", quote[i]);
      asc_json_writer_strings (writer, "labels", label);
      asc_json_writer_end_object (writer);
      if (note[0] != NULL && i == 0)
        {
          asc_json_writer_begin_object (writer, "meta", ASC_JSON_COMPACT);
          asc_json_writer_strings (writer, "text", note);
          asc_json_writer_end_object (writer);
        }
      asc_json_writer_end_object (writer);
    }

  for (guint i = 0; i < asc_attributes_get_n (attributes); i++)
    write_attribute (self, layer, writer, annotation, asc_attributes_get_name (attributes, i), asc_attributes_get_nth (attributes, i));
}

static void
write_relation (AscJsonWriter *writer,
                const char    *from,
                const char    *to,
                const char    *type)
{
  const char *labels[] = { type, NULL };

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "from_id", from);
  asc_json_writer_string (writer, "to_id", to);
  asc_json_writer_string (writer, "type", "relation");
  asc_json_writer_string (writer, "direction", "right");
  asc_json_writer_strings (writer, "labels", labels);
  asc_json_writer_end_object (writer);
}

/* The results of the decided annotations, or of the suggestions; a relation goes with the annotation it begins at. Gives how many there are. */
static guint
write_results (AscLabelStudioExporter *self,
               const AscExportLayer   *layer,
               AscJsonWriter          *writer,
               gboolean                suggested)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  asc_json_writer_begin_array (writer, "result", ASC_JSON_COMPACT);
  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);

      if ((asc_annotation_get_origin (annotation) == ASC_ORIGIN_SUGGESTED) != suggested)
        continue;
      g_hash_table_add (ids, (gpointer) asc_annotation_get_id (annotation));
      write_annotation (self, layer, writer, annotation);
    }

  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);
      guint n_spans = asc_span_set_get_n_spans (asc_annotation_get_spans (annotation));

      for (guint j = 1; j < n_spans && g_hash_table_contains (ids, asc_annotation_get_id (annotation)); j++)
        {
          g_autofree char *id = piece_id (annotation, j);

          write_relation (writer, asc_annotation_get_id (annotation), id, "same_span");
        }
    }

  for (guint i = 0; i < layer->relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (layer->relations, i);

      if (g_hash_table_contains (ids, asc_relation_get_from (relation)) && g_hash_table_contains (ids, asc_relation_get_to (relation)))
        write_relation (writer, asc_relation_get_from (relation), asc_relation_get_to (relation), asc_relation_get_relation_type (relation));
    }
  asc_json_writer_end_array (writer);

  return g_hash_table_size (ids);
}

/* When the last annotation was changed. (transfer full) (nullable) */
static char *
last_change (const AscExportLayer *layer)
{
  gint64 last = 0;
  g_autoptr (GDateTime) time = NULL;

  for (guint i = 0; i < layer->annotations->len; i++)
    last = MAX (last, asc_annotation_get_modified (g_ptr_array_index (layer->annotations, i)));
  if (last == 0)
    return NULL;

  time = g_date_time_new_from_unix_utc (last);

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

static void
append_item (GString    *list,
             const char *item)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", item);
}

static void
add_layer (AscLabelStudioExporter *self,
           const AscExportLayer   *layer)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();
  g_autoptr (AscJsonWriter) predicted = asc_json_writer_new ();
  g_autofree char *time = last_change (layer);
  g_autofree char *annotation = NULL;

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_integer (writer, "id", ++self->n_annotations);
  asc_json_writer_integer (writer, "completed_by", coder_number (self, layer->coder));
  asc_json_writer_string (writer, "coder", layer->coder);
  write_results (self, layer, writer, FALSE);
  asc_json_writer_boolean (writer, "was_cancelled", FALSE);
  asc_json_writer_boolean (writer, "ground_truth", g_strcmp0 (layer->coder, layer->context->gold_coder) == 0);
  asc_json_writer_string (writer, "created_at", time);
  asc_json_writer_end_object (writer);
  annotation = take_json (writer);
  append_item (self->annotations, annotation);

  asc_json_writer_begin_object (predicted, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (predicted, "model_version", layer->coder);
  if (write_results (self, layer, predicted, TRUE) > 0)
    {
      g_autofree char *prediction = NULL;

      asc_json_writer_end_object (predicted);
      prediction = take_json (predicted);
      append_item (self->predictions, prediction);
    }
}

static char *
make_data (AscArticle *article)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();
  const AscArticleMeta *meta = asc_article_get_meta (article);
  AscText *text = asc_article_get_text (article);

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "text", asc_text_get_utf8 (text));
  asc_json_writer_string (writer, "doc_id", asc_article_get_id (article));
  asc_json_writer_string (writer, "sha256", asc_text_get_sha256 (text));
  asc_json_writer_string (writer, "title", meta->title);
  asc_json_writer_string (writer, "outlet", meta->outlet);
  asc_json_writer_string (writer, "author", meta->author);
  asc_json_writer_string (writer, "published", meta->published);
  asc_json_writer_string (writer, "url", meta->url);
  asc_json_writer_string (writer, "language", meta->language);
  asc_json_writer_end_object (writer);

  return take_json (writer);
}

/* Writes the task that is complete. */
static gboolean
flush_task (AscLabelStudioExporter  *self,
            GError                 **error)
{
  g_autofree char *data = NULL;
  g_autofree char *task = NULL;

  if (self->article == NULL)
    return TRUE;

  data = make_data (self->article);
  task = g_strdup_printf ("%s{\"id\": %u, \"data\": %s, \"annotations\": [%s], \"predictions\": [%s]}", self->n_tasks > 0 ? ",\n" : "",
                          self->n_tasks + 1, data, self->annotations->str, self->predictions->str);
  self->n_tasks++;
  g_string_truncate (self->annotations, 0);
  g_string_truncate (self->predictions, 0);
  g_clear_object (&self->article);

  return asc_exporter_write_string (self->output, task, error);
}

static void
asc_label_studio_exporter_prepare (AscExporter          *exporter,
                                   const AscExportLayer *layer,
                                   AscLossReport        *losses)
{
  AscLabelStudioExporter *self = ASC_LABEL_STUDIO_EXPORTER (exporter);

  asc_exporter_prepare_by_carries (asc_exporter_get_carries (exporter), layer, losses);
  for (guint i = 0; i < layer->annotations->len && !self->has_pieces; i++)
    self->has_pieces = asc_span_set_get_n_spans (asc_annotation_get_spans (g_ptr_array_index (layer->annotations, i))) > 1;
  asc_offset_option_warn (layer, losses);
}

static gboolean
asc_label_studio_exporter_begin (AscExporter             *exporter,
                                 const AscExportContext  *context,
                                 GOutputStream           *output,
                                 GFile                   *folder,
                                 GError                 **error)
{
  AscLabelStudioExporter *self = ASC_LABEL_STUDIO_EXPORTER (exporter);

  self->context = context;
  self->utf16 = asc_offset_option_is_utf16 (context->options);
  g_set_object (&self->folder, folder);
  if (folder != NULL)
    self->output = asc_exporter_create_file (folder, "tasks.json", error);
  else
    g_set_object (&self->output, output);

  return self->output != NULL && asc_exporter_write_string (self->output, "[\n", error);
}

static gboolean
asc_label_studio_exporter_write (AscExporter           *exporter,
                                 const AscExportLayer  *layer,
                                 GError               **error)
{
  AscLabelStudioExporter *self = ASC_LABEL_STUDIO_EXPORTER (exporter);

  if (self->article != NULL && !g_str_equal (asc_article_get_id (self->article), asc_article_get_id (layer->article))
      && !flush_task (self, error))
    return FALSE;

  g_set_object (&self->article, layer->article);
  add_layer (self, layer);

  return TRUE;
}

static gboolean
write_config (AscLabelStudioExporter  *self,
              GError                 **error)
{
  g_autofree char *xml = asc_label_studio_config_make (self->context->codebook, self->has_pieces);

  return asc_exporter_write_file (self->folder, "config.xml", xml, error);
}

static gboolean
asc_label_studio_exporter_end (AscExporter  *exporter,
                               GError      **error)
{
  AscLabelStudioExporter *self = ASC_LABEL_STUDIO_EXPORTER (exporter);

  if (!flush_task (self, error) || !asc_exporter_write_string (self->output, "\n]\n", error))
    return FALSE;
  if (self->folder == NULL)
    return TRUE;

  return g_output_stream_close (self->output, NULL, error) && write_config (self, error);
}

static void
asc_label_studio_exporter_iface_init (AscExporterInterface *iface)
{
  iface->name = "label-studio";
  iface->title = N_("Label Studio tasks, with the labeling configuration as a folder");
  iface->extension = ".json";
  iface->folder = TRUE;
  iface->carries = ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING | ASC_CARRIES_DISCONTINUOUS | ASC_CARRIES_RELATIONS
                   | ASC_CARRIES_ATTRIBUTES | ASC_CARRIES_NOTES | ASC_CARRIES_ACTORS | ASC_CARRIES_SEVERAL_CODERS;
  iface->options = options;
  iface->prepare = asc_label_studio_exporter_prepare;
  iface->begin = asc_label_studio_exporter_begin;
  iface->write = asc_label_studio_exporter_write;
  iface->end = asc_label_studio_exporter_end;
}

static void
asc_label_studio_exporter_finalize (GObject *object)
{
  AscLabelStudioExporter *self = ASC_LABEL_STUDIO_EXPORTER (object);

  g_clear_object (&self->output);
  g_clear_object (&self->folder);
  g_clear_object (&self->article);
  g_clear_pointer (&self->coders, g_ptr_array_unref);
  g_string_free (self->annotations, TRUE);
  g_string_free (self->predictions, TRUE);

  G_OBJECT_CLASS (asc_label_studio_exporter_parent_class)->finalize (object);
}

static void
asc_label_studio_exporter_class_init (AscLabelStudioExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_label_studio_exporter_finalize;
}

static void
asc_label_studio_exporter_init (AscLabelStudioExporter *self)
{
  self->coders = g_ptr_array_new_with_free_func (g_free);
  self->annotations = g_string_new (NULL);
  self->predictions = g_string_new (NULL);
}
