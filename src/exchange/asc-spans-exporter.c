/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-spans-exporter.h"

#include <glib/gi18n.h>

#include "asc-dataset-card.h"
#include "asc-json-writer.h"
#include "asc-split-files.h"

#define DATE_PREFIX "timex3:"

struct _AscSpansExporter
{
  GObject                 parent_instance;

  const AscExportContext *context;
  GOutputStream          *output;          /* of a single file */
  GFile                  *folder;          /* of a data set */
  AscSplitFiles          *files;
  GOutputStream          *articles_output;
  char                   *last_article;
  AscDatasetCard         *card;
  gboolean                has_fragments;   /* any annotation of several pieces: then every row says which piece it is */
};

static void asc_spans_exporter_iface_init (AscExporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscSpansExporter, asc_spans_exporter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASC_TYPE_EXPORTER, asc_spans_exporter_iface_init))

static const char spans_features[] =
  "  - {name: id, dtype: string}\n"
  "  - {name: annotator, dtype: string}\n"
  "  - {name: text, dtype: string}\n"
  "  - {name: text_sha256, dtype: string}\n"
  "  - name: spans\n"
  "    list: [{name: id, dtype: string}, {name: start, dtype: int64}, {name: end, dtype: int64}, {name: label, dtype: string}, {name: text, dtype: string}%s]\n"
  "  - name: relations\n"
  "    list: [{name: id, dtype: string}, {name: type, dtype: string}, {name: head, dtype: string}, {name: tail, dtype: string}]\n"
  "  - name: attributes\n"
  "    list: [{name: target, dtype: string}, {name: name, dtype: string}, {name: value, dtype: string}]\n";

static const char articles_features[] =
  "  - {name: id, dtype: string}\n"
  "  - {name: title, dtype: string}\n"
  "  - {name: outlet, dtype: string}\n"
  "  - {name: author, dtype: string}\n"
  "  - {name: published, dtype: string}\n"
  "  - {name: url, dtype: string}\n"
  "  - {name: language, dtype: string}\n";

static const char actors_features[] =
  "  - {name: id, dtype: string}\n"
  "  - {name: name, dtype: string}\n"
  "  - {name: type, dtype: string}\n"
  "  - {name: aliases, list: string}\n"
  "  - {name: external_id, dtype: string}\n";

static const char about_spans[] =
  "## Spans\n\n"
  "One row per article and annotator. `start` and `end` are offsets in Unicode code points, the end exclusive, so that in Python\n"
  "`text[start:end]` is the `text` of each span; this was checked for every span when the file was written. Spans may nest and overlap.\n"
  "Rows with the same span `id` are the pieces of one annotation, counted by `fragment` from 0; the member is absent when no annotation\n"
  "has several pieces. `head` and `tail` of a relation, and `target` of an attribute, are span ids. An attribute with several values has\n"
  "a row for each; a note is the attribute `note`.\n\n"
  "Dates are written with the prefix `timex3:`, because some JSON readers turn text that looks like a date into timestamps. Take one\n"
  "prefix away where it stands.";

static gboolean
has_n_digits (const char *string,
              gsize       n)
{
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isdigit (string[i]))
      return FALSE;

  return TRUE;
}

/* "2021-07-04", alone or with a time after "T" or a space: what Arrow's timestamp parser may take. */
static gboolean
looks_like_date (const char *value)
{
  return has_n_digits (value, 4) && value[4] == '-'
         && has_n_digits (value + 5, 2) && value[7] == '-'
         && has_n_digits (value + 8, 2)
         && (value[10] == '\0' || value[10] == 'T' || value[10] == ' ');
}

char *
asc_spans_guard_date (const char *value)
{
  if (looks_like_date (value) || g_str_has_prefix (value, DATE_PREFIX))
    return g_strconcat (DATE_PREFIX, value, NULL);

  return g_strdup (value);
}

GStrv
asc_spans_attribute_values (GVariant *value)
{
  GStrv values;

  g_return_val_if_fail (value != NULL, NULL);

  values = asc_exporter_value_strings (value);
  for (gsize i = 0; values[i] != NULL; i++)
    {
      g_autofree char *string = values[i];

      values[i] = asc_spans_guard_date (string);
    }

  return values;
}

static void
write_spans (AscSpansExporter     *self,
             const AscExportLayer *layer,
             AscJsonWriter        *writer)
{
  asc_json_writer_begin_array (writer, "spans", ASC_JSON_COMPACT);
  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);
      const char * const *quote = asc_annotation_get_quote (annotation);
      gsize n_spans;
      const AscSpan *spans = asc_span_set_get_spans (asc_annotation_get_spans (annotation), &n_spans);

      for (gsize j = 0; j < n_spans; j++)
        {
          asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
          asc_json_writer_string (writer, "id", asc_annotation_get_id (annotation));
          asc_json_writer_integer (writer, "start", spans[j].start);
          asc_json_writer_integer (writer, "end", spans[j].end);
          asc_json_writer_string (writer, "label", asc_annotation_get_label (annotation));
          asc_json_writer_string (writer, "text", quote[j]);
          if (self->has_fragments)
            asc_json_writer_integer (writer, "fragment", (gint64) j);
          asc_json_writer_end_object (writer);
        }
    }
  asc_json_writer_end_array (writer);
}

static void
write_relations (const AscExportLayer *layer,
                 AscJsonWriter        *writer)
{
  asc_json_writer_begin_array (writer, "relations", ASC_JSON_COMPACT);
  for (guint i = 0; i < layer->relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (layer->relations, i);

      asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
      asc_json_writer_string (writer, "id", asc_relation_get_id (relation));
      asc_json_writer_string (writer, "type", asc_relation_get_relation_type (relation));
      asc_json_writer_string (writer, "head", asc_relation_get_from (relation));
      asc_json_writer_string (writer, "tail", asc_relation_get_to (relation));
      asc_json_writer_end_object (writer);
    }
  asc_json_writer_end_array (writer);
}

static void
write_attribute (AscJsonWriter *writer,
                 const char    *target,
                 const char    *name,
                 const char    *value)
{
  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "target", target);
  asc_json_writer_string (writer, "name", name);
  asc_json_writer_string (writer, "value", value);
  asc_json_writer_end_object (writer);
}

static void
write_attributes (const AscExportLayer *layer,
                  AscJsonWriter        *writer)
{
  asc_json_writer_begin_array (writer, "attributes", ASC_JSON_COMPACT);
  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);
      AscAttributes *attributes = asc_annotation_get_attributes (annotation);
      const char *id = asc_annotation_get_id (annotation);
      const char *note = asc_annotation_get_note (annotation);

      for (guint j = 0; j < asc_attributes_get_n (attributes); j++)
        {
          g_auto (GStrv) values = asc_spans_attribute_values (asc_attributes_get_nth (attributes, j));

          for (gsize k = 0; values[k] != NULL; k++)
            write_attribute (writer, id, asc_attributes_get_name (attributes, j), values[k]);
        }

      if (note != NULL)
        {
          g_autofree char *guarded = asc_spans_guard_date (note);

          write_attribute (writer, id, "note", guarded);
        }
    }
  asc_json_writer_end_array (writer);
}

static GBytes *
make_line (AscSpansExporter     *self,
           const AscExportLayer *layer)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();
  AscText *text = asc_article_get_text (layer->article);

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "id", asc_article_get_id (layer->article));
  asc_json_writer_string (writer, "annotator", layer->coder);
  asc_json_writer_string (writer, "text", asc_text_get_utf8 (text));
  asc_json_writer_string (writer, "text_sha256", asc_text_get_sha256 (text));
  write_spans (self, layer, writer);
  write_relations (layer, writer);
  write_attributes (layer, writer);
  asc_json_writer_end_object (writer);

  return asc_json_writer_finish (writer);
}

/* The members of "articles" are strings, always there. */
static GBytes *
make_article_line (AscArticle *article)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();
  const AscArticleMeta *meta = asc_article_get_meta (article);
  const struct { const char *name; const char *value; } members[] = {
    { "title", meta->title }, { "outlet", meta->outlet }, { "author", meta->author }, { "published", meta->published },
    { "url", meta->url }, { "language", meta->language },
  };

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "id", asc_article_get_id (article));
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *guarded = asc_spans_guard_date (members[i].value != NULL ? members[i].value : "");

      asc_json_writer_string (writer, members[i].name, guarded);
    }
  asc_json_writer_end_object (writer);

  return asc_json_writer_finish (writer);
}

static GBytes *
make_actor_line (AscActor *actor)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();
  const AscActorValues *values = asc_actor_get_values (actor);
  const char * const none[] = { NULL };

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "id", values->id);
  asc_json_writer_string (writer, "name", values->name);
  asc_json_writer_string (writer, "type", values->type != NULL ? values->type : "");
  asc_json_writer_strings (writer, "aliases", values->aliases != NULL ? (const char * const *) values->aliases : none);
  asc_json_writer_string (writer, "external_id", values->external_id != NULL ? values->external_id : "");
  asc_json_writer_end_object (writer);

  return asc_json_writer_finish (writer);
}

static void
asc_spans_exporter_prepare (AscExporter          *exporter,
                            const AscExportLayer *layer,
                            AscLossReport        *losses)
{
  AscSpansExporter *self = ASC_SPANS_EXPORTER (exporter);

  asc_exporter_prepare_by_carries (asc_exporter_get_carries (exporter), layer, losses);
  asc_dataset_card_count (self->card, layer);
  for (guint i = 0; i < layer->annotations->len && !self->has_fragments; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);

      self->has_fragments = asc_span_set_get_n_spans (asc_annotation_get_spans (annotation)) > 1;
    }
}

static gboolean
asc_spans_exporter_begin (AscExporter             *exporter,
                          const AscExportContext  *context,
                          GOutputStream           *output,
                          GFile                   *folder,
                          GError                 **error)
{
  AscSpansExporter *self = ASC_SPANS_EXPORTER (exporter);

  self->context = context;
  g_set_object (&self->output, output);
  g_set_object (&self->folder, folder);
  if (folder == NULL)
    return TRUE;

  self->files = asc_split_files_new (folder, "data/spans", ".jsonl");
  self->articles_output = asc_exporter_create_file (folder, "data/articles.jsonl", error);

  return self->articles_output != NULL;
}

static gboolean
asc_spans_exporter_write (AscExporter           *exporter,
                          const AscExportLayer  *layer,
                          GError               **error)
{
  AscSpansExporter *self = ASC_SPANS_EXPORTER (exporter);
  GOutputStream *output = self->output != NULL ? self->output : asc_split_files_open (self->files, layer->split, error);
  g_autoptr (GBytes) line = NULL;

  if (output == NULL)
    return FALSE;

  line = make_line (self, layer);
  if (!asc_exporter_write_bytes (output, line, error))
    return FALSE;

  if (self->articles_output != NULL && g_set_str (&self->last_article, asc_article_get_id (layer->article)))
    {
      g_autoptr (GBytes) article_line = make_article_line (layer->article);

      return asc_exporter_write_bytes (self->articles_output, article_line, error);
    }

  return TRUE;
}

static gboolean
write_actors (AscSpansExporter  *self,
              GError           **error)
{
  GListModel *actors = G_LIST_MODEL (self->context->actors);
  guint n = g_list_model_get_n_items (actors);
  g_autoptr (GOutputStream) output = NULL;

  if (n == 0)
    return TRUE;

  output = asc_exporter_create_file (self->folder, "data/actors.jsonl", error);
  if (output == NULL)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscActor) actor = g_list_model_get_item (actors, i);
      g_autoptr (GBytes) line = make_actor_line (actor);

      if (!asc_exporter_write_bytes (output, line, error))
        return FALSE;
    }

  asc_dataset_card_add_config (self->card, "actors", (const char *[]) { NULL }, actors_features);

  return g_output_stream_close (output, NULL, error);
}

static gboolean
asc_spans_exporter_end (AscExporter  *exporter,
                        GError      **error)
{
  AscSpansExporter *self = ASC_SPANS_EXPORTER (exporter);
  g_autofree char *features = NULL;
  g_auto (GStrv) splits = NULL;

  if (self->folder == NULL)
    return TRUE;

  splits = asc_split_files_list (self->files);
  features = g_strdup_printf (spans_features, self->has_fragments ? ", {name: fragment, dtype: int64}" : "");
  asc_dataset_card_add_config (self->card, "spans", (const char * const *) splits, features);
  asc_dataset_card_add_config (self->card, "articles", (const char *[]) { NULL }, articles_features);
  asc_dataset_card_add_text (self->card, about_spans);

  return asc_split_files_close (self->files, error)
         && g_output_stream_close (self->articles_output, NULL, error)
         && write_actors (self, error)
         && asc_dataset_card_write (self->card, self->context, self->folder, error);
}

static void
asc_spans_exporter_iface_init (AscExporterInterface *iface)
{
  iface->name = "spans";
  iface->title = N_("Span JSON Lines, or a Hugging Face data set as a folder");
  iface->extension = ".jsonl";
  iface->folder = TRUE;
  iface->carries = ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING | ASC_CARRIES_DISCONTINUOUS | ASC_CARRIES_RELATIONS
                   | ASC_CARRIES_ATTRIBUTES | ASC_CARRIES_NOTES | ASC_CARRIES_ACTORS | ASC_CARRIES_SEVERAL_CODERS;
  iface->prepare = asc_spans_exporter_prepare;
  iface->begin = asc_spans_exporter_begin;
  iface->write = asc_spans_exporter_write;
  iface->end = asc_spans_exporter_end;
}

static void
asc_spans_exporter_finalize (GObject *object)
{
  AscSpansExporter *self = ASC_SPANS_EXPORTER (object);

  g_clear_object (&self->output);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->files, asc_split_files_free);
  g_clear_object (&self->articles_output);
  g_clear_pointer (&self->last_article, g_free);
  g_clear_pointer (&self->card, asc_dataset_card_free);

  G_OBJECT_CLASS (asc_spans_exporter_parent_class)->finalize (object);
}

static void
asc_spans_exporter_class_init (AscSpansExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_spans_exporter_finalize;
}

static void
asc_spans_exporter_init (AscSpansExporter *self)
{
  self->card = asc_dataset_card_new ();
}
