/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-w3c-exporter.h"

#include <glib/gi18n.h>

#include "asc-json-writer.h"
#include "asc-offset-option.h"

#define CONTEXT "http://www.w3.org/ns/anno.jsonld"

/* Characters before and after a quote that tell it from others of the same words. */
#define N_AROUND 32

struct _AscW3cExporter
{
  GObject        parent_instance;

  GOutputStream *output;
  GFile         *folder;
  char          *last_article;   /* whose text was written last */
  gboolean       utf16;
  gboolean       lines;
  guint          n_items;
};

static void asc_w3c_exporter_iface_init (AscExporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscW3cExporter, asc_w3c_exporter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASC_TYPE_EXPORTER, asc_w3c_exporter_iface_init))

static const char * const item_choices[] = { "page", "lines", NULL };

static const AscFormatOption options[] = {
  { "items", N_("Annotations as"), item_choices },
  ASC_OFFSET_FORMAT_OPTION,
  { NULL, NULL, NULL }
};

static char *
iri_of (const AscExportLayer *layer,
        const char           *id)
{
  return g_strdup_printf ("urn:ascribe:%s:%s:%s", asc_article_get_id (layer->article), layer->coder, id);
}

static char *
source_of (const AscExportLayer *layer)
{
  return g_strconcat ("urn:sha256:", asc_text_get_sha256 (asc_article_get_text (layer->article)), NULL);
}

static void
begin_annotation (AscW3cExporter       *self,
                  const AscExportLayer *layer,
                  AscJsonWriter        *writer,
                  const char           *id,
                  const char           *motivation,
                  gint64                modified)
{
  g_autofree char *iri = iri_of (layer, id);
  g_autofree char *creator = g_strconcat ("urn:ascribe:coder:", layer->coder, NULL);

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  if (self->lines)
    asc_json_writer_string (writer, "@context", CONTEXT);
  asc_json_writer_string (writer, "id", iri);
  asc_json_writer_string (writer, "type", "Annotation");
  asc_json_writer_string (writer, "motivation", motivation);
  asc_json_writer_begin_object (writer, "creator", ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "id", creator);
  asc_json_writer_string (writer, "type", "Person");
  asc_json_writer_string (writer, "nickname", layer->coder);
  asc_json_writer_end_object (writer);
  if (modified > 0)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (modified);
      g_autofree char *string = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");

      asc_json_writer_string (writer, "modified", string);
    }
}

static void
write_body (AscJsonWriter *writer,
            const char    *purpose,
            const char    *value)
{
  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "type", "TextualBody");
  asc_json_writer_string (writer, "purpose", purpose);
  asc_json_writer_string (writer, "value", value);
  asc_json_writer_end_object (writer);
}

static void
write_resource (AscJsonWriter *writer,
                const char    *purpose,
                const char    *source)
{
  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "type", "SpecificResource");
  asc_json_writer_string (writer, "purpose", purpose);
  asc_json_writer_string (writer, "source", source);
  asc_json_writer_end_object (writer);
}

static void
write_bodies (const AscExportLayer *layer,
              AscJsonWriter        *writer,
              AscAnnotation        *annotation)
{
  AscAttributes *attributes = asc_annotation_get_attributes (annotation);
  const char *actor = asc_exporter_actor_attribute (layer, annotation);

  asc_json_writer_begin_array (writer, "body", ASC_JSON_COMPACT);
  write_body (writer, "tagging", asc_annotation_get_label (annotation));
  for (guint i = 0; i < asc_attributes_get_n (attributes); i++)
    {
      const char *name = asc_attributes_get_name (attributes, i);
      g_auto (GStrv) values = asc_exporter_value_strings (asc_attributes_get_nth (attributes, i));

      for (gsize j = 0; values[j] != NULL; j++)
        {
          gboolean is_actor = g_strcmp0 (name, actor) == 0 && strpbrk (values[j], " \t\n<>\"") == NULL;
          g_autofree char *value = is_actor ? g_strconcat ("urn:ascribe:actor:", values[j], NULL) : g_strconcat (name, "=", values[j], NULL);

          if (is_actor)
            write_resource (writer, "identifying", value);
          else
            write_body (writer, "describing", value);
        }
    }
  if (asc_annotation_get_note (annotation) != NULL)
    write_body (writer, "commenting", asc_annotation_get_note (annotation));
  asc_json_writer_end_array (writer);
}

static char *
slice (AscText *text,
       guint    start,
       guint    end)
{
  const AscSpan span = { start, end };

  return asc_text_slice (text, &span);
}

/* Both selectors, because some programs want the one and some the other. */
static void
write_target (AscW3cExporter       *self,
              const AscExportLayer *layer,
              AscJsonWriter        *writer,
              const char           *member,
              const AscSpan        *span,
              const char           *quote)
{
  AscText *text = asc_article_get_text (layer->article);
  g_autofree char *source = source_of (layer);
  g_autofree char *prefix = slice (text, span->start - MIN (span->start, N_AROUND), span->start);
  g_autofree char *suffix = slice (text, span->end, MIN (span->end + N_AROUND, asc_text_get_length (text)));

  asc_json_writer_begin_object (writer, member, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "source", source);
  asc_json_writer_begin_array (writer, "selector", ASC_JSON_COMPACT);
  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "type", "TextPositionSelector");
  asc_json_writer_integer (writer, "start", asc_offset_option_convert (self->utf16, text, span->start));
  asc_json_writer_integer (writer, "end", asc_offset_option_convert (self->utf16, text, span->end));
  asc_json_writer_end_object (writer);
  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "type", "TextQuoteSelector");
  asc_json_writer_string (writer, "exact", quote);
  asc_json_writer_string (writer, "prefix", prefix);
  asc_json_writer_string (writer, "suffix", suffix);
  asc_json_writer_end_object (writer);
  asc_json_writer_end_array (writer);
  asc_json_writer_end_object (writer);
}

static gboolean
write_item (AscW3cExporter  *self,
            AscJsonWriter   *writer,
            GError         **error)
{
  g_autoptr (GBytes) line = NULL;
  g_autofree char *item = NULL;

  asc_json_writer_end_object (writer);
  line = asc_json_writer_finish (writer);
  if (self->lines)
    return asc_exporter_write_bytes (self->output, line, error);

  /* Without the final newline. */
  item = g_strndup (g_bytes_get_data (line, NULL), g_bytes_get_size (line) - 1);

  return (self->n_items++ == 0 || asc_exporter_write_string (self->output, ",\n", error)) && asc_exporter_write_string (self->output, item, error);
}

static gboolean
write_annotation (AscW3cExporter        *self,
                  const AscExportLayer  *layer,
                  AscAnnotation         *annotation,
                  GError               **error)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();
  const char * const *quote = asc_annotation_get_quote (annotation);
  gsize n_spans;
  const AscSpan *spans = asc_span_set_get_spans (asc_annotation_get_spans (annotation), &n_spans);

  begin_annotation (self, layer, writer, asc_annotation_get_id (annotation), "tagging", asc_annotation_get_modified (annotation));
  write_bodies (layer, writer, annotation);
  if (n_spans > 1)
    asc_json_writer_begin_array (writer, "target", ASC_JSON_COMPACT);
  for (gsize i = 0; i < n_spans; i++)
    write_target (self, layer, writer, n_spans > 1 ? NULL : "target", &spans[i], quote[i]);
  if (n_spans > 1)
    asc_json_writer_end_array (writer);

  return write_item (self, writer, error);
}

static gboolean
write_relation (AscW3cExporter        *self,
                const AscExportLayer  *layer,
                AscRelation           *relation,
                GError               **error)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();
  g_autofree char *from = iri_of (layer, asc_relation_get_from (relation));
  g_autofree char *to = iri_of (layer, asc_relation_get_to (relation));

  begin_annotation (self, layer, writer, asc_relation_get_id (relation), "linking", 0);
  asc_json_writer_begin_array (writer, "body", ASC_JSON_COMPACT);
  write_body (writer, "tagging", asc_relation_get_relation_type (relation));
  write_resource (writer, "linking", to);
  asc_json_writer_end_array (writer);
  asc_json_writer_string (writer, "target", from);

  return write_item (self, writer, error);
}

/* What the coder says of the whole article: how far they are. So an article without annotations is told from one that nobody has read. */
static gboolean
write_state (AscW3cExporter        *self,
             const AscExportLayer  *layer,
             GError               **error)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();
  g_autofree char *source = source_of (layer);

  begin_annotation (self, layer, writer, "state", "assessing", 0);
  asc_json_writer_begin_object (writer, "body", ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "type", "TextualBody");
  asc_json_writer_string (writer, "purpose", "assessing");
  asc_json_writer_string (writer, "value", asc_state_to_string (layer->state));
  asc_json_writer_end_object (writer);
  asc_json_writer_string (writer, "target", source);

  return write_item (self, writer, error);
}

static gboolean
write_text (AscW3cExporter  *self,
            AscArticle      *article,
            GError         **error)
{
  g_autofree char *path = g_strdup_printf ("texts/%s.txt", asc_article_get_id (article));
  g_autoptr (GOutputStream) output = asc_exporter_create_file (self->folder, path, error);

  return output != NULL && asc_exporter_write_string (output, asc_text_get_utf8 (asc_article_get_text (article)), error)
         && g_output_stream_close (output, NULL, error);
}

static void
asc_w3c_exporter_prepare (AscExporter          *exporter,
                          const AscExportLayer *layer,
                          AscLossReport        *losses)
{
  asc_exporter_prepare_by_carries (asc_exporter_get_carries (exporter), layer, losses);
  asc_offset_option_warn (layer, losses);
  /* An annotation only names its source. */
  if (!layer->context->as_folder)
    asc_loss_report_add (losses, ASC_LOSS_METADATA, asc_article_get_id (layer->article), layer->coder, NULL, "text");
}

static gboolean
asc_w3c_exporter_begin (AscExporter             *exporter,
                        const AscExportContext  *context,
                        GOutputStream           *output,
                        GFile                   *folder,
                        GError                 **error)
{
  AscW3cExporter *self = ASC_W3C_EXPORTER (exporter);

  self->utf16 = asc_offset_option_is_utf16 (context->options);
  self->lines = g_strcmp0 (asc_export_options_get_format_option (context->options, "items"), "lines") == 0;
  g_set_object (&self->folder, folder);
  if (folder != NULL)
    self->output = asc_exporter_create_file (folder, self->lines ? "annotations.jsonl" : "annotations.jsonld", error);
  else
    g_set_object (&self->output, output);
  if (self->output == NULL || self->lines)
    return self->output != NULL;

  return asc_exporter_write_string (self->output, "{\"@context\": \"" CONTEXT "\", \"id\": \"urn:ascribe:page\", \"type\": \"AnnotationPage\", \"items\": [\n", error);
}

static gboolean
asc_w3c_exporter_write (AscExporter           *exporter,
                        const AscExportLayer  *layer,
                        GError               **error)
{
  AscW3cExporter *self = ASC_W3C_EXPORTER (exporter);

  if (self->folder != NULL && g_set_str (&self->last_article, asc_article_get_id (layer->article))
      && !write_text (self, layer->article, error))
    return FALSE;
  if (!write_state (self, layer, error))
    return FALSE;
  for (guint i = 0; i < layer->annotations->len; i++)
    if (!write_annotation (self, layer, g_ptr_array_index (layer->annotations, i), error))
      return FALSE;
  for (guint i = 0; i < layer->relations->len; i++)
    if (!write_relation (self, layer, g_ptr_array_index (layer->relations, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
asc_w3c_exporter_end (AscExporter  *exporter,
                      GError      **error)
{
  AscW3cExporter *self = ASC_W3C_EXPORTER (exporter);

  if (!self->lines && !asc_exporter_write_string (self->output, "\n]}\n", error))
    return FALSE;

  return self->folder == NULL || g_output_stream_close (self->output, NULL, error);
}

static void
asc_w3c_exporter_iface_init (AscExporterInterface *iface)
{
  iface->name = "w3c";
  iface->title = N_("W3C Web Annotations (JSON-LD), with the texts as a folder");
  iface->extension = ".jsonld";
  iface->folder = TRUE;
  iface->carries = ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING | ASC_CARRIES_DISCONTINUOUS | ASC_CARRIES_RELATIONS
                   | ASC_CARRIES_ATTRIBUTES | ASC_CARRIES_NOTES | ASC_CARRIES_ACTORS | ASC_CARRIES_SEVERAL_CODERS;
  iface->options = options;
  iface->prepare = asc_w3c_exporter_prepare;
  iface->begin = asc_w3c_exporter_begin;
  iface->write = asc_w3c_exporter_write;
  iface->end = asc_w3c_exporter_end;
}

static void
asc_w3c_exporter_finalize (GObject *object)
{
  AscW3cExporter *self = ASC_W3C_EXPORTER (object);

  g_clear_object (&self->output);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->last_article, g_free);

  G_OBJECT_CLASS (asc_w3c_exporter_parent_class)->finalize (object);
}

static void
asc_w3c_exporter_class_init (AscW3cExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_w3c_exporter_finalize;
}

static void
asc_w3c_exporter_init (AscW3cExporter *self)
{
}
