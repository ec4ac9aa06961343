/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-docred-exporter.h"

#include <glib/gi18n.h>

#include "asc-json-writer.h"
#include "asc-layer-names.h"
#include "asc-token-layer.h"

struct _AscDocredExporter
{
  GObject        parent_instance;

  GOutputStream *output;
  AscLayerNames *names;
  guint64        n_objects;
};

static void asc_docred_exporter_iface_init (AscExporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscDocredExporter, asc_docred_exporter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASC_TYPE_EXPORTER, asc_docred_exporter_iface_init))

static void
write_tokens (AscTokenLayer       *tokens,
              const AscTokenRange *sentence,
              AscJsonWriter       *writer)
{
  asc_json_writer_begin_array (writer, NULL, ASC_JSON_COMPACT);
  for (guint i = sentence->first; i < sentence->end; i++)
    {
      g_autofree char *token = asc_token_layer_get_token (tokens, i);

      asc_json_writer_string (writer, NULL, token);
    }
  asc_json_writer_end_array (writer);
}

/* One object of the list, on a line of its own. */
static gboolean
write_object (AscDocredExporter  *self,
              AscJsonWriter      *writer,
              GError            **error)
{
  g_autoptr (GBytes) line = asc_json_writer_finish (writer);
  g_autofree char *object = g_strndup (g_bytes_get_data (line, NULL), g_bytes_get_size (line) - 1);

  return (self->n_objects++ == 0 || asc_exporter_write_string (self->output, ",\n", error)) && asc_exporter_write_string (self->output, object, error);
}

/* What is one thing: an actor with all mentions of a label, or an annotation. (transfer full) */
static char *
vertex_key (const AscExportLayer *layer,
            AscAnnotation        *annotation)
{
  const char *attribute = asc_exporter_actor_attribute (layer, annotation);
  const char *actor = attribute != NULL ? asc_attributes_get_string (asc_annotation_get_attributes (annotation), attribute) : NULL;

  return actor != NULL ? g_strdup_printf ("actor %s %s", asc_annotation_get_label (annotation), actor)
                       : g_strdup_printf ("annotation %s", asc_annotation_get_id (annotation));
}

/* The vertex of each span, by their order; they are numbered as they are met. */
static guint *
number_vertices (const AscExportLayer *layer,
                 const AscTokenSpan   *spans,
                 guint                 n,
                 guint                *n_vertices)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint *vertices = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      char *key = vertex_key (layer, spans[i].annotation);
      gpointer known;

      if (g_hash_table_lookup_extended (numbers, key, NULL, &known))
        {
          vertices[i] = GPOINTER_TO_UINT (known);
          g_free (key);
          continue;
        }
      vertices[i] = g_hash_table_size (numbers);
      g_hash_table_insert (numbers, key, GUINT_TO_POINTER (vertices[i]));
    }
  *n_vertices = g_hash_table_size (numbers);

  return vertices;
}

/* Positions count from the sentence's first token, the end exclusive. */
static void
write_mention (AscTokenLayer      *tokens,
               const AscTokenSpan *span,
               AscJsonWriter      *writer)
{
  guint n;
  const AscTokenRange *sentence = &asc_token_layer_get_sentences (tokens, &n)[span->sentence];
  g_autofree char *name = g_strjoinv (" ", (GStrv) asc_annotation_get_quote (span->annotation));

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "name", name);
  asc_json_writer_integer (writer, "sent_id", span->sentence);
  asc_json_writer_begin_array (writer, "pos", ASC_JSON_COMPACT);
  asc_json_writer_integer (writer, NULL, span->first - sentence->first);
  asc_json_writer_integer (writer, NULL, span->last + 1 - sentence->first);
  asc_json_writer_end_array (writer);
  asc_json_writer_string (writer, "type", asc_annotation_get_label (span->annotation));
  asc_json_writer_end_object (writer);
}

static void
write_vertices (AscTokenLayer *tokens,
                const guint   *vertices,
                guint          n_vertices,
                AscJsonWriter *writer)
{
  guint n;
  const AscTokenSpan *spans = asc_token_layer_get_spans (tokens, &n);

  asc_json_writer_begin_array (writer, "vertexSet", ASC_JSON_COMPACT);
  for (guint vertex = 0; vertex < n_vertices; vertex++)
    {
      asc_json_writer_begin_array (writer, NULL, ASC_JSON_COMPACT);
      for (guint i = 0; i < n; i++)
        if (vertices[i] == vertex)
          write_mention (tokens, &spans[i], writer);
      asc_json_writer_end_array (writer);
    }
  asc_json_writer_end_array (writer);
}

static void
write_label (guint          head,
             guint          tail,
             const char    *type,
             const GArray  *evidence,
             AscJsonWriter *writer)
{
  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_integer (writer, "h", head);
  asc_json_writer_integer (writer, "t", tail);
  asc_json_writer_string (writer, "r", type);
  asc_json_writer_begin_array (writer, "evidence", ASC_JSON_COMPACT);
  for (guint i = 0; i < evidence->len; i++)
    if (i == 0 || g_array_index (evidence, guint, i) != g_array_index (evidence, guint, i - 1))
      asc_json_writer_integer (writer, NULL, g_array_index (evidence, guint, i));
  asc_json_writer_end_array (writer);
  asc_json_writer_end_object (writer);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const guint *one = a;
  const guint *other = b;

  return (*one > *other) - (*one < *other);
}

/* Relations between the same two vertices are one, and the sentences of all of them its evidence. */
static void
write_labels (const AscExportLayer *layer,
              AscTokenLayer        *tokens,
              const guint          *vertices,
              AscJsonWriter        *writer)
{
  guint n;
  const AscTokenSpan *spans = asc_token_layer_get_spans (tokens, &n);
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  asc_json_writer_begin_array (writer, "labels", ASC_JSON_COMPACT);
  for (guint i = 0; i < layer->relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (layer->relations, i);
      const char *type = asc_relation_get_relation_type (relation);
      const AscTokenSpan *from = asc_token_layer_lookup (tokens, asc_relation_get_from (relation));
      const AscTokenSpan *to = asc_token_layer_lookup (tokens, asc_relation_get_to (relation));
      g_autoptr (GArray) evidence = g_array_new (FALSE, FALSE, sizeof (guint));

      if (from == NULL || to == NULL
          || !g_hash_table_add (done, g_strdup_printf ("%u %u %s", vertices[from - spans], vertices[to - spans], type)))
        continue;

      for (guint j = i; j < layer->relations->len; j++)
        {
          AscRelation *other = g_ptr_array_index (layer->relations, j);
          const AscTokenSpan *other_from = asc_token_layer_lookup (tokens, asc_relation_get_from (other));
          const AscTokenSpan *other_to = asc_token_layer_lookup (tokens, asc_relation_get_to (other));

          if (other_from == NULL || other_to == NULL || !g_str_equal (asc_relation_get_relation_type (other), type)
              || vertices[other_from - spans] != vertices[from - spans] || vertices[other_to - spans] != vertices[to - spans])
            continue;
          g_array_append_val (evidence, other_from->sentence);
          g_array_append_val (evidence, other_to->sentence);
        }
      g_array_sort (evidence, compare_numbers);
      write_label (vertices[from - spans], vertices[to - spans], type, evidence, writer);
    }
  asc_json_writer_end_array (writer);
}

static void
asc_docred_exporter_prepare (AscExporter          *exporter,
                             const AscExportLayer *layer,
                             AscLossReport        *losses)
{
  AscDocredExporter *self = ASC_DOCRED_EXPORTER (exporter);
  g_autoptr (AscTokenLayer) tokens = asc_token_layer_new (layer);

  asc_layer_names_add (self->names, layer);
  asc_exporter_prepare_by_carries (asc_exporter_get_carries (exporter), layer, losses);
  asc_token_layer_count_losses (tokens, losses);
}

static gboolean
asc_docred_exporter_begin (AscExporter             *exporter,
                           const AscExportContext  *context,
                           GOutputStream           *output,
                           GFile                   *folder,
                           GError                 **error)
{
  AscDocredExporter *self = ASC_DOCRED_EXPORTER (exporter);

  g_set_object (&self->output, output);

  return asc_exporter_write_string (output, "[\n", error);
}

static gboolean
asc_docred_exporter_write (AscExporter           *exporter,
                           const AscExportLayer  *layer,
                           GError               **error)
{
  AscDocredExporter *self = ASC_DOCRED_EXPORTER (exporter);
  g_autoptr (AscTokenLayer) tokens = asc_token_layer_new (layer);
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();
  g_autofree char *name = asc_layer_names_document (self->names, layer);
  guint n_sentences;
  guint n;
  guint n_vertices;
  const AscTokenRange *sentences = asc_token_layer_get_sentences (tokens, &n_sentences);
  const AscTokenSpan *spans = asc_token_layer_get_spans (tokens, &n);
  g_autofree guint *vertices = number_vertices (layer, spans, n, &n_vertices);

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "title", name);
  asc_json_writer_begin_array (writer, "sents", ASC_JSON_COMPACT);
  for (guint i = 0; i < n_sentences; i++)
    write_tokens (tokens, &sentences[i], writer);
  asc_json_writer_end_array (writer);
  write_vertices (tokens, vertices, n_vertices, writer);
  write_labels (layer, tokens, vertices, writer);
  asc_json_writer_end_object (writer);

  return write_object (self, writer, error);
}

static gboolean
asc_docred_exporter_end (AscExporter  *exporter,
                         GError      **error)
{
  return asc_exporter_write_string (ASC_DOCRED_EXPORTER (exporter)->output, "\n]\n", error);
}

static void
asc_docred_exporter_iface_init (AscExporterInterface *iface)
{
  iface->name = "docred";
  iface->title = N_("DocRED JSON for relation extraction across sentences");
  iface->extension = ".json";
  iface->carries = ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING | ASC_CARRIES_RELATIONS | ASC_CARRIES_ACTORS | ASC_CARRIES_SEVERAL_CODERS;
  iface->prepare = asc_docred_exporter_prepare;
  iface->begin = asc_docred_exporter_begin;
  iface->write = asc_docred_exporter_write;
  iface->end = asc_docred_exporter_end;
}

static void
asc_docred_exporter_finalize (GObject *object)
{
  AscDocredExporter *self = ASC_DOCRED_EXPORTER (object);

  g_clear_object (&self->output);
  g_clear_pointer (&self->names, asc_layer_names_free);

  G_OBJECT_CLASS (asc_docred_exporter_parent_class)->finalize (object);
}

static void
asc_docred_exporter_class_init (AscDocredExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_docred_exporter_finalize;
}

static void
asc_docred_exporter_init (AscDocredExporter *self)
{
  self->names = asc_layer_names_new ();
}
