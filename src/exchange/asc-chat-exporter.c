/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-chat-exporter.h"

#include <glib/gi18n.h>
#include <string.h>

#include "asc-claims-table.h"
#include "asc-json-writer.h"
#include "asc-split-files.h"

#define DEFAULT_PROMPT "Extract every claim of the article as JSON: what is claimed, by whom, and when. Copy passages verbatim; use null for what the article does not say. " \
                       "If there is no claim, the list is empty."

struct _AscChatExporter
{
  GObject                 parent_instance;

  const AscExportContext *context;
  AscClaimsTable         *table;          /* only for what it knows of the codebook */
  char                   *claim;          /* label; NULL when the codebook has no claims */
  char                   *actor;          /* relation to who said it */
  char                   *date;           /* relation to when */
  char                   *date_value;     /* attribute */
  GPtrArray              *attributes;     /* (element-type AscAttributeDefinition) of claims: those with choices */
  gboolean                drops_empty;
  GOutputStream          *output;         /* of a single file */
  AscSplitFiles          *files;          /* of a folder */
  AscSplitFiles          *meta_files;
  GFile                  *folder;
};

static void asc_chat_exporter_iface_init (AscExporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscChatExporter, asc_chat_exporter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASC_TYPE_EXPORTER, asc_chat_exporter_iface_init))

static const char * const empty_choices[] = { "keep", "drop", NULL };

static const AscFormatOption options[] = {
  { "prompt", N_("Instruction to the model"), NULL },
  { "empty", N_("Articles without claims"), empty_choices },
  { NULL, NULL, NULL }
};

static gboolean
is_choice (AscAttributeDefinition *definition)
{
  AscAttributeKind kind = asc_attribute_definition_get_kind (definition);

  return kind == ASC_ATTRIBUTE_CHOICE || kind == ASC_ATTRIBUTE_MULTI_CHOICE;
}

static void
read_context (AscChatExporter        *self,
              const AscExportContext *context)
{
  const char *attribute = NULL;
  AscLabel *label;
  GListModel *definitions;

  self->context = context;
  self->drops_empty = g_strcmp0 (asc_export_options_get_format_option (context->options, "empty"), "drop") == 0;
  if (self->table != NULL)
    return;

  self->table = asc_claims_table_new (context->codebook, FALSE);
  self->claim = g_strdup (asc_claims_table_get_claim_label (self->table));
  self->actor = g_strdup (asc_claims_table_get_role (self->table, ASC_ATTRIBUTE_ACTOR, &attribute));
  self->date = g_strdup (asc_claims_table_get_role (self->table, ASC_ATTRIBUTE_DATE, &attribute));
  self->date_value = g_strdup (attribute);

  label = self->claim != NULL ? asc_codebook_lookup_label (context->codebook, self->claim) : NULL;
  definitions = label != NULL ? asc_label_get_attributes (label) : NULL;
  for (guint i = 0; definitions != NULL && i < g_list_model_get_n_items (definitions); i++)
    {
      g_autoptr (AscAttributeDefinition) definition = g_list_model_get_item (definitions, i);

      if (is_choice (definition))
        g_ptr_array_add (self->attributes, g_steal_pointer (&definition));
    }
}

/* ---- the answer ---- */

static void
write_null (AscJsonWriter *writer,
            const char    *member)
{
  g_autoptr (JsonNode) null = json_node_new (JSON_NODE_NULL);

  asc_json_writer_node (writer, member, null);
}

static void
write_string_or_null (AscJsonWriter *writer,
                      const char    *member,
                      const char    *value)
{
  if (value != NULL)
    asc_json_writer_string (writer, member, value);
  else
    write_null (writer, member);
}

static char *
joined_quote (AscAnnotation *annotation)
{
  return g_strjoinv (" … ", (GStrv) asc_annotation_get_quote (annotation));
}

/* Which occurrence of its text in the article a claim is, from 1. */
static guint
occurrence_of (AscText       *text,
               AscAnnotation *claim)
{
  const char *quote = asc_annotation_get_quote (claim)[0];
  const char *utf8 = asc_text_get_utf8 (text);
  const char *place = utf8 + asc_offsets_chars_to_bytes (asc_text_get_offsets (text), asc_annotation_get_start (claim));
  guint n = 0;

  for (const char *p = utf8; p != NULL && p <= place; p = g_utf8_next_char (p))
    {
      p = strstr (p, quote);
      if (p == NULL || p > place)
        break;
      n++;
    }

  return n;
}

static GPtrArray *
targets_of (const AscExportLayer *layer,
            AscAnnotation        *claim,
            const char           *relation)
{
  GPtrArray *targets = g_ptr_array_new ();

  for (guint i = 0; i < layer->relations->len && relation != NULL; i++)
    {
      AscRelation *candidate = g_ptr_array_index (layer->relations, i);

      if (!g_str_equal (asc_relation_get_from (candidate), asc_annotation_get_id (claim))
          || !g_str_equal (asc_relation_get_relation_type (candidate), relation))
        continue;
      for (guint j = 0; j < layer->annotations->len; j++)
        if (g_str_equal (asc_annotation_get_id (g_ptr_array_index (layer->annotations, j)), asc_relation_get_to (candidate)))
          g_ptr_array_add (targets, g_ptr_array_index (layer->annotations, j));
    }

  return targets;
}

static void
write_claim (AscChatExporter      *self,
             const AscExportLayer *layer,
             AscJsonWriter        *writer,
             AscAnnotation        *claim,
             AscAnnotation        *actor,
             AscAnnotation        *date)
{
  AscAttributes *attributes = asc_annotation_get_attributes (claim);
  g_autofree char *quote = joined_quote (claim);
  g_autofree char *actor_quote = actor != NULL ? joined_quote (actor) : NULL;
  g_autofree char *date_quote = date != NULL ? joined_quote (date) : NULL;
  const char *date_value = date != NULL && self->date_value != NULL
                           ? asc_attributes_get_string (asc_annotation_get_attributes (date), self->date_value) : NULL;
  guint occurrence = occurrence_of (asc_article_get_text (layer->article), claim);

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "claim", quote);
  write_string_or_null (writer, "actor", actor_quote);
  write_string_or_null (writer, "date", date_value);
  write_string_or_null (writer, "date_text", date_quote);
  for (guint i = 0; i < self->attributes->len; i++)
    {
      AscAttributeDefinition *definition = g_ptr_array_index (self->attributes, i);
      const char *name = asc_attribute_definition_get_name (definition);
      GVariant *value = asc_attributes_get (attributes, name);
      const char * const none[] = { NULL };

      if (value != NULL)
        asc_json_writer_variant (writer, name, value);
      else if (asc_attribute_definition_get_kind (definition) == ASC_ATTRIBUTE_MULTI_CHOICE)
        asc_json_writer_strings (writer, name, none);
      else
        write_null (writer, name);
    }
  if (occurrence > 1)
    asc_json_writer_integer (writer, "occurrence", occurrence);
  asc_json_writer_end_object (writer);
}

/* One entry for each claim and source, in the order of the text. */
static char *
make_answer (AscChatExporter      *self,
             const AscExportLayer *layer,
             guint                *n_claims)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();
  g_autoptr (GBytes) bytes = NULL;

  *n_claims = 0;
  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_begin_array (writer, "claims", ASC_JSON_COMPACT);
  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *claim = g_ptr_array_index (layer->annotations, i);
      g_autoptr (GPtrArray) actors = NULL;
      g_autoptr (GPtrArray) dates = NULL;

      if (g_strcmp0 (asc_annotation_get_label (claim), self->claim) != 0)
        continue;

      (*n_claims)++;
      actors = targets_of (layer, claim, self->actor);
      dates = targets_of (layer, claim, self->date);
      for (guint j = 0; j < MAX (actors->len, 1); j++)
        write_claim (self, layer, writer, claim, actors->len > 0 ? g_ptr_array_index (actors, j) : NULL,
                     dates->len > 0 ? g_ptr_array_index (dates, 0) : NULL);
    }
  asc_json_writer_end_array (writer);
  asc_json_writer_end_object (writer);
  bytes = asc_json_writer_finish (writer);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 1);
}

static void
write_message (AscJsonWriter *writer,
               const char    *role,
               const char    *content)
{
  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "role", role);
  asc_json_writer_string (writer, "content", content);
  asc_json_writer_end_object (writer);
}

static GBytes *
make_line (AscChatExporter      *self,
           const AscExportLayer *layer,
           const char           *answer)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();
  const char *prompt = asc_export_options_get_format_option (layer->context->options, "prompt");

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_begin_array (writer, "messages", ASC_JSON_COMPACT);
  write_message (writer, "system", prompt != NULL ? prompt : DEFAULT_PROMPT);
  write_message (writer, "user", asc_text_get_utf8 (asc_article_get_text (layer->article)));
  write_message (writer, "assistant", answer);
  asc_json_writer_end_array (writer);
  asc_json_writer_end_object (writer);

  return asc_json_writer_finish (writer);
}

static GBytes *
make_meta_line (const AscExportLayer *layer)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "id", asc_article_get_id (layer->article));
  asc_json_writer_string (writer, "annotator", layer->coder);
  asc_json_writer_string (writer, "text_sha256", asc_text_get_sha256 (asc_article_get_text (layer->article)));
  asc_json_writer_end_object (writer);

  return asc_json_writer_finish (writer);
}

/* ---- the answer's schema ---- */

static void
write_nullable_string (AscJsonWriter *writer,
                       const char    *member)
{
  const char * const types[] = { "string", "null", NULL };

  asc_json_writer_begin_object (writer, member, ASC_JSON_COMPACT);
  asc_json_writer_strings (writer, "type", types);
  asc_json_writer_end_object (writer);
}

static void
write_choices (AscJsonWriter          *writer,
               const char             *member,
               AscAttributeDefinition *definition,
               gboolean                with_null)
{
  asc_json_writer_begin_object (writer, member, ASC_JSON_COMPACT);
  asc_json_writer_begin_array (writer, "enum", ASC_JSON_COMPACT);
  for (guint i = 0; i < asc_attribute_definition_get_n_choices (definition); i++)
    asc_json_writer_string (writer, NULL, asc_attribute_definition_get_choice (definition, i)->name);
  if (with_null)
    write_null (writer, NULL);
  asc_json_writer_end_array (writer);
  asc_json_writer_end_object (writer);
}

static void
write_properties (AscChatExporter *self,
                  AscJsonWriter   *writer)
{
  asc_json_writer_begin_object (writer, "properties", ASC_JSON_LINES);
  asc_json_writer_begin_object (writer, "claim", ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "type", "string");
  asc_json_writer_end_object (writer);
  write_nullable_string (writer, "actor");
  write_nullable_string (writer, "date");
  write_nullable_string (writer, "date_text");
  for (guint i = 0; i < self->attributes->len; i++)
    {
      AscAttributeDefinition *definition = g_ptr_array_index (self->attributes, i);
      const char *name = asc_attribute_definition_get_name (definition);

      if (asc_attribute_definition_get_kind (definition) == ASC_ATTRIBUTE_CHOICE)
        write_choices (writer, name, definition, TRUE);
      else
        {
          asc_json_writer_begin_object (writer, name, ASC_JSON_COMPACT);
          asc_json_writer_string (writer, "type", "array");
          write_choices (writer, "items", definition, FALSE);
          asc_json_writer_end_object (writer);
        }
    }
  asc_json_writer_begin_object (writer, "occurrence", ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "type", "integer");
  asc_json_writer_integer (writer, "minimum", 2);
  asc_json_writer_end_object (writer);
  asc_json_writer_end_object (writer);
}

static GBytes *
make_schema (AscChatExporter *self)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();
  const char * const only_claims[] = { "claims", NULL };

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_LINES);
  asc_json_writer_string (writer, "$schema", "https://json-schema.org/draft/2020-12/schema");
  asc_json_writer_string (writer, "type", "object");
  asc_json_writer_strings (writer, "required", only_claims);
  asc_json_writer_boolean (writer, "additionalProperties", FALSE);
  asc_json_writer_begin_object (writer, "properties", ASC_JSON_LINES);
  asc_json_writer_begin_object (writer, "claims", ASC_JSON_LINES);
  asc_json_writer_string (writer, "type", "array");
  asc_json_writer_begin_object (writer, "items", ASC_JSON_LINES);
  asc_json_writer_string (writer, "type", "object");
  asc_json_writer_begin_array (writer, "required", ASC_JSON_COMPACT);
  asc_json_writer_string (writer, NULL, "claim");
  asc_json_writer_string (writer, NULL, "actor");
  asc_json_writer_string (writer, NULL, "date");
  asc_json_writer_string (writer, NULL, "date_text");
  for (guint i = 0; i < self->attributes->len; i++)
    asc_json_writer_string (writer, NULL, asc_attribute_definition_get_name (g_ptr_array_index (self->attributes, i)));
  asc_json_writer_end_array (writer);
  asc_json_writer_boolean (writer, "additionalProperties", FALSE);
  write_properties (self, writer);
  asc_json_writer_end_object (writer);
  asc_json_writer_end_object (writer);
  asc_json_writer_end_object (writer);
  asc_json_writer_end_object (writer);

  return asc_json_writer_finish (writer);
}

/* ---- the interface ---- */

static void
count_claim (AscChatExporter      *self,
             const AscExportLayer *layer,
             AscAnnotation        *claim,
             AscLossReport        *losses)
{
  const char *article = asc_article_get_id (layer->article);
  AscAttributes *attributes = asc_annotation_get_attributes (claim);

  if (asc_span_set_get_n_spans (asc_annotation_get_spans (claim)) > 1)
    asc_loss_report_add (losses, ASC_LOSS_DISCONTINUOUS, article, layer->coder, asc_annotation_get_id (claim), self->claim);

  for (guint i = 0; i < asc_attributes_get_n (attributes); i++)
    {
      const char *name = asc_attributes_get_name (attributes, i);
      gboolean is_carried = FALSE;

      for (guint j = 0; j < self->attributes->len; j++)
        is_carried |= g_str_equal (asc_attribute_definition_get_name (g_ptr_array_index (self->attributes, j)), name);
      if (!is_carried)
        asc_loss_report_add (losses, ASC_LOSS_ATTRIBUTE, article, layer->coder, asc_annotation_get_id (claim), name);
    }
}

/* What is about a source or a date but the date's value. */
static void
count_other (AscChatExporter      *self,
             const AscExportLayer *layer,
             AscAnnotation        *annotation,
             AscLossReport        *losses)
{
  AscAttributes *attributes = asc_annotation_get_attributes (annotation);
  AscLabel *label = asc_codebook_lookup_label (layer->context->codebook, asc_annotation_get_label (annotation));

  for (guint i = 0; i < asc_attributes_get_n (attributes); i++)
    {
      const char *name = asc_attributes_get_name (attributes, i);
      AscAttributeDefinition *definition = label != NULL ? asc_label_lookup_attribute (label, name) : NULL;
      AscAttributeKind kind = definition != NULL ? asc_attribute_definition_get_kind (definition) : ASC_ATTRIBUTE_TEXT;

      if (kind != ASC_ATTRIBUTE_DATE)
        asc_loss_report_add (losses, kind == ASC_ATTRIBUTE_ACTOR ? ASC_LOSS_ACTOR : ASC_LOSS_ATTRIBUTE, asc_article_get_id (layer->article),
                             layer->coder, asc_annotation_get_id (annotation), name);
    }
}

static void
asc_chat_exporter_prepare (AscExporter          *exporter,
                           const AscExportLayer *layer,
                           AscLossReport        *losses)
{
  AscChatExporter *self = ASC_CHAT_EXPORTER (exporter);
  const char *article = asc_article_get_id (layer->article);

  read_context (self, layer->context);
  asc_claims_table_count_losses (self->table, layer, losses);
  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);

      if (asc_annotation_get_note (annotation) != NULL)
        asc_loss_report_add (losses, ASC_LOSS_NOTE, article, layer->coder, asc_annotation_get_id (annotation), NULL);
      if (g_strcmp0 (asc_annotation_get_label (annotation), self->claim) == 0)
        count_claim (self, layer, annotation, losses);
      else
        count_other (self, layer, annotation, losses);
    }

  for (guint i = 0; i < layer->relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (layer->relations, i);
      const char *type = asc_relation_get_relation_type (relation);
      AscRelationType *known = asc_codebook_lookup_relation (layer->context->codebook, type);

      /* Those that do not begin at a claim are counted by the table. */
      if (g_strcmp0 (type, self->actor) != 0 && g_strcmp0 (type, self->date) != 0
          && known != NULL && self->claim != NULL && g_strv_contains (asc_relation_type_get_from_labels (known), self->claim))
        asc_loss_report_add (losses, ASC_LOSS_RELATION, article, layer->coder, asc_relation_get_id (relation), type);
    }
}

static gboolean
asc_chat_exporter_begin (AscExporter             *exporter,
                         const AscExportContext  *context,
                         GOutputStream           *output,
                         GFile                   *folder,
                         GError                 **error)
{
  AscChatExporter *self = ASC_CHAT_EXPORTER (exporter);

  read_context (self, context);
  g_set_object (&self->output, output);
  g_set_object (&self->folder, folder);
  if (folder != NULL)
    {
      self->files = asc_split_files_new (folder, "chat", ".jsonl");
      self->meta_files = asc_split_files_new (folder, "chat.meta", ".jsonl");
    }

  return TRUE;
}

static gboolean
asc_chat_exporter_write (AscExporter           *exporter,
                         const AscExportLayer  *layer,
                         GError               **error)
{
  AscChatExporter *self = ASC_CHAT_EXPORTER (exporter);
  guint n_claims;
  g_autofree char *answer = make_answer (self, layer, &n_claims);
  g_autoptr (GBytes) line = NULL;
  g_autoptr (GBytes) meta_line = NULL;
  GOutputStream *output;
  GOutputStream *meta_output;

  if (n_claims == 0 && self->drops_empty)
    return TRUE;

  line = make_line (self, layer, answer);
  if (self->output != NULL)
    return asc_exporter_write_bytes (self->output, line, error);

  /* Only "messages" may be in the lines, so ids are in a file of their own. */
  meta_line = make_meta_line (layer);
  output = asc_split_files_open (self->files, layer->split, error);
  meta_output = output != NULL ? asc_split_files_open (self->meta_files, layer->split, error) : NULL;

  return meta_output != NULL && asc_exporter_write_bytes (output, line, error) && asc_exporter_write_bytes (meta_output, meta_line, error);
}

static gboolean
asc_chat_exporter_end (AscExporter  *exporter,
                       GError      **error)
{
  AscChatExporter *self = ASC_CHAT_EXPORTER (exporter);
  g_autoptr (GBytes) schema = NULL;
  g_autoptr (GOutputStream) schema_output = NULL;

  if (self->folder == NULL)
    return TRUE;
  if (!asc_split_files_close (self->files, error) || !asc_split_files_close (self->meta_files, error))
    return FALSE;

  schema = make_schema (self);
  schema_output = asc_exporter_create_file (self->folder, "answer.schema.json", error);

  return schema_output != NULL && asc_exporter_write_bytes (schema_output, schema, error) && g_output_stream_close (schema_output, NULL, error);
}

static void
asc_chat_exporter_iface_init (AscExporterInterface *iface)
{
  iface->name = "chat";
  iface->title = N_("Chat JSON Lines for language models");
  iface->extension = ".jsonl";
  iface->folder = TRUE;
  iface->carries = ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING;
  iface->options = options;
  iface->prepare = asc_chat_exporter_prepare;
  iface->begin = asc_chat_exporter_begin;
  iface->write = asc_chat_exporter_write;
  iface->end = asc_chat_exporter_end;
}

static void
asc_chat_exporter_finalize (GObject *object)
{
  AscChatExporter *self = ASC_CHAT_EXPORTER (object);

  g_clear_pointer (&self->table, asc_claims_table_free);
  g_clear_pointer (&self->claim, g_free);
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->date_value, g_free);
  g_clear_pointer (&self->attributes, g_ptr_array_unref);
  g_clear_object (&self->output);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->files, asc_split_files_free);
  g_clear_pointer (&self->meta_files, asc_split_files_free);

  G_OBJECT_CLASS (asc_chat_exporter_parent_class)->finalize (object);
}

static void
asc_chat_exporter_class_init (AscChatExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_chat_exporter_finalize;
}

static void
asc_chat_exporter_init (AscChatExporter *self)
{
  self->attributes = g_ptr_array_new_with_free_func (g_object_unref);
}
