/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-dygie-exporter.h"

#include <glib/gi18n.h>

#include "asc-json-writer.h"
#include "asc-layer-names.h"
#include "asc-token-layer.h"

struct _AscDygieExporter
{
  GObject        parent_instance;

  GOutputStream *output;
  AscLayerNames *names;
};

static void asc_dygie_exporter_iface_init (AscExporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscDygieExporter, asc_dygie_exporter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASC_TYPE_EXPORTER, asc_dygie_exporter_iface_init))

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

static void
write_sentences (AscTokenLayer *tokens,
                 AscJsonWriter *writer)
{
  guint n;
  const AscTokenRange *sentences = asc_token_layer_get_sentences (tokens, &n);

  asc_json_writer_begin_array (writer, "sentences", ASC_JSON_COMPACT);
  for (guint i = 0; i < n; i++)
    write_tokens (tokens, &sentences[i], writer);
  asc_json_writer_end_array (writer);
}

static void
write_entities (AscTokenLayer *tokens,
                AscJsonWriter *writer)
{
  guint n_sentences;
  guint n;
  const AscTokenSpan *spans = asc_token_layer_get_spans (tokens, &n);

  asc_token_layer_get_sentences (tokens, &n_sentences);
  asc_json_writer_begin_array (writer, "ner", ASC_JSON_COMPACT);
  for (guint sentence = 0; sentence < n_sentences; sentence++)
    {
      asc_json_writer_begin_array (writer, NULL, ASC_JSON_COMPACT);
      for (guint i = 0; i < n; i++)
        {
          if (spans[i].sentence != sentence)
            continue;
          asc_json_writer_begin_array (writer, NULL, ASC_JSON_COMPACT);
          asc_json_writer_integer (writer, NULL, spans[i].first);
          asc_json_writer_integer (writer, NULL, spans[i].last);
          asc_json_writer_string (writer, NULL, asc_annotation_get_label (spans[i].annotation));
          asc_json_writer_end_array (writer);
        }
      asc_json_writer_end_array (writer);
    }
  asc_json_writer_end_array (writer);
}

static void
write_relations (const AscExportLayer *layer,
                 AscTokenLayer        *tokens,
                 AscJsonWriter        *writer)
{
  guint n_sentences;

  asc_token_layer_get_sentences (tokens, &n_sentences);
  asc_json_writer_begin_array (writer, "relations", ASC_JSON_COMPACT);
  for (guint sentence = 0; sentence < n_sentences; sentence++)
    {
      asc_json_writer_begin_array (writer, NULL, ASC_JSON_COMPACT);
      for (guint i = 0; i < layer->relations->len; i++)
        {
          AscRelation *relation = g_ptr_array_index (layer->relations, i);
          const AscTokenSpan *from = asc_token_layer_lookup (tokens, asc_relation_get_from (relation));
          const AscTokenSpan *to = asc_token_layer_lookup (tokens, asc_relation_get_to (relation));

          if (from == NULL || to == NULL || from->sentence != sentence || to->sentence != sentence)
            continue;
          asc_json_writer_begin_array (writer, NULL, ASC_JSON_COMPACT);
          asc_json_writer_integer (writer, NULL, from->first);
          asc_json_writer_integer (writer, NULL, from->last);
          asc_json_writer_integer (writer, NULL, to->first);
          asc_json_writer_integer (writer, NULL, to->last);
          asc_json_writer_string (writer, NULL, asc_relation_get_relation_type (relation));
          asc_json_writer_end_array (writer);
        }
      asc_json_writer_end_array (writer);
    }
  asc_json_writer_end_array (writer);
}

static const char *
actor_of (const AscExportLayer *layer,
          AscAnnotation        *annotation)
{
  const char *attribute = asc_exporter_actor_attribute (layer, annotation);

  return attribute != NULL ? asc_attributes_get_string (asc_annotation_get_attributes (annotation), attribute) : NULL;
}

/* Mentions of one actor of the register are one cluster; a single mention is none. */
static void
write_clusters (const AscExportLayer *layer,
                AscTokenLayer        *tokens,
                AscJsonWriter        *writer)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const AscTokenSpan *spans = asc_token_layer_get_spans (tokens, &n);

  asc_json_writer_begin_array (writer, "clusters", ASC_JSON_COMPACT);
  for (guint i = 0; i < n; i++)
    {
      const char *actor = actor_of (layer, spans[i].annotation);
      guint n_mentions = 0;

      for (guint j = i; actor != NULL && j < n; j++)
        n_mentions += g_strcmp0 (actor_of (layer, spans[j].annotation), actor) == 0;
      if (actor == NULL || !g_hash_table_add (done, (gpointer) actor) || n_mentions < 2)
        continue;

      asc_json_writer_begin_array (writer, NULL, ASC_JSON_COMPACT);
      for (guint j = i; j < n; j++)
        if (g_strcmp0 (actor_of (layer, spans[j].annotation), actor) == 0)
          {
            asc_json_writer_begin_array (writer, NULL, ASC_JSON_COMPACT);
            asc_json_writer_integer (writer, NULL, spans[j].first);
            asc_json_writer_integer (writer, NULL, spans[j].last);
            asc_json_writer_end_array (writer);
          }
      asc_json_writer_end_array (writer);
    }
  asc_json_writer_end_array (writer);
}

/* Relations from one sentence to another, the usual case in news, have no place. */
static void
asc_dygie_exporter_prepare (AscExporter          *exporter,
                            const AscExportLayer *layer,
                            AscLossReport        *losses)
{
  AscDygieExporter *self = ASC_DYGIE_EXPORTER (exporter);
  g_autoptr (AscTokenLayer) tokens = asc_token_layer_new (layer);

  asc_layer_names_add (self->names, layer);
  asc_exporter_prepare_by_carries (asc_exporter_get_carries (exporter), layer, losses);
  asc_token_layer_count_losses (tokens, losses);
  for (guint i = 0; i < layer->relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (layer->relations, i);
      const AscTokenSpan *from = asc_token_layer_lookup (tokens, asc_relation_get_from (relation));
      const AscTokenSpan *to = asc_token_layer_lookup (tokens, asc_relation_get_to (relation));

      if (from == NULL || to == NULL || from->sentence != to->sentence)
        asc_loss_report_add (losses, ASC_LOSS_RELATION, asc_article_get_id (layer->article), layer->coder, asc_relation_get_id (relation),
                             asc_relation_get_relation_type (relation));
    }
}

static gboolean
asc_dygie_exporter_begin (AscExporter             *exporter,
                          const AscExportContext  *context,
                          GOutputStream           *output,
                          GFile                   *folder,
                          GError                 **error)
{
  AscDygieExporter *self = ASC_DYGIE_EXPORTER (exporter);

  g_set_object (&self->output, output);

  return TRUE;
}

static gboolean
asc_dygie_exporter_write (AscExporter           *exporter,
                          const AscExportLayer  *layer,
                          GError               **error)
{
  AscDygieExporter *self = ASC_DYGIE_EXPORTER (exporter);
  g_autoptr (AscTokenLayer) tokens = asc_token_layer_new (layer);
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();
  g_autofree char *name = asc_layer_names_document (self->names, layer);
  g_autoptr (GBytes) line = NULL;

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "doc_key", name);
  asc_json_writer_string (writer, "dataset", layer->context->project_name);
  write_sentences (tokens, writer);
  write_entities (tokens, writer);
  write_relations (layer, tokens, writer);
  write_clusters (layer, tokens, writer);
  asc_json_writer_end_object (writer);
  line = asc_json_writer_finish (writer);

  return asc_exporter_write_bytes (self->output, line, error);
}

static gboolean
asc_dygie_exporter_end (AscExporter  *exporter,
                        GError      **error)
{
  return TRUE;
}

static void
asc_dygie_exporter_iface_init (AscExporterInterface *iface)
{
  iface->name = "dygie";
  iface->title = N_("DyGIE++ JSON Lines for relation extraction");
  iface->extension = ".jsonl";
  iface->carries = ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING | ASC_CARRIES_RELATIONS | ASC_CARRIES_ACTORS | ASC_CARRIES_SEVERAL_CODERS;
  iface->prepare = asc_dygie_exporter_prepare;
  iface->begin = asc_dygie_exporter_begin;
  iface->write = asc_dygie_exporter_write;
  iface->end = asc_dygie_exporter_end;
}

static void
asc_dygie_exporter_finalize (GObject *object)
{
  AscDygieExporter *self = ASC_DYGIE_EXPORTER (object);

  g_clear_object (&self->output);
  g_clear_pointer (&self->names, asc_layer_names_free);

  G_OBJECT_CLASS (asc_dygie_exporter_parent_class)->finalize (object);
}

static void
asc_dygie_exporter_class_init (AscDygieExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_dygie_exporter_finalize;
}

static void
asc_dygie_exporter_init (AscDygieExporter *self)
{
  self->names = asc_layer_names_new ();
}
