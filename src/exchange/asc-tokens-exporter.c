/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-tokens-exporter.h"

#include <glib/gi18n.h>

#include "asc-alignment.h"
#include "asc-dataset-card.h"
#include "asc-json-writer.h"
#include "asc-segmenter.h"
#include "asc-split-files.h"
#include "asc-tags.h"

/* Encoders see 512 sub-words; about that many words fit. */
#define LONG_ROW 384

struct _AscTokensExporter
{
  GObject                 parent_instance;

  const AscExportContext *context;
  AscAlignmentOptions     alignment_options;
  AscTagScheme            scheme;
  gboolean                by_document;
  GStrv                   labels;          /* of the codebook */
  GOutputStream          *output;          /* of a single file */
  GFile                  *folder;
  AscSplitFiles          *files;           /* of a data set */
  GOutputStream          *report_output;   /* alignment-report.tsv */
  AscDatasetCard         *card;
  guint                   n_rows;
  guint                   n_long_rows;
  guint                   n_report_rows;
};

static void asc_tokens_exporter_iface_init (AscExporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscTokensExporter, asc_tokens_exporter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASC_TYPE_EXPORTER, asc_tokens_exporter_iface_init))

static const char * const row_choices[] = { "sentence", "document", NULL };

static const AscFormatOption options[] = {
  { "rows", N_("A row is"), row_choices },
  { "scheme", N_("Tags"), asc_tag_scheme_choices },
  ASC_ALIGNMENT_FORMAT_OPTIONS,
  { NULL, NULL, NULL }
};

static void
read_options (AscTokensExporter      *self,
              const AscExportContext *context)
{
  self->context = context;
  self->alignment_options = asc_alignment_options_read (context->options);
  self->scheme = asc_tag_scheme_read (context->options);
  self->by_document = g_strcmp0 (asc_export_options_get_format_option (context->options, "rows"), "document") == 0;
  if (self->labels == NULL)
    self->labels = asc_tags_list_labels (context->codebook);
}

/* The tags of every label; an array of arrays by label. */
static GPtrArray *
make_columns (AscTokensExporter *self,
              AscAlignment      *alignment,
              guint              n_tokens)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; self->labels[i] != NULL; i++)
    {
      const char * const only[] = { self->labels[i], NULL };
      guint n_spans;
      const AscAlignedSpan *spans = asc_alignment_get_label (alignment, self->labels[i], &n_spans);

      g_ptr_array_add (columns, asc_tags_make (self->scheme, only, spans, n_spans, n_tokens));
    }

  return columns;
}

static GBytes *
make_row (AscTokensExporter    *self,
          const AscExportLayer *layer,
          const AscSpan        *tokens,
          GPtrArray            *columns,
          const AscTokenRange  *range,
          guint                 number)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();
  AscText *text = asc_article_get_text (layer->article);
  const char *article = asc_article_get_id (layer->article);
  g_autofree char *id = self->by_document ? g_strdup (article) : g_strdup_printf ("%s:%u", article, number);

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "id", id);
  asc_json_writer_begin_array (writer, "tokens", ASC_JSON_COMPACT);
  for (guint i = range->first; i < range->end; i++)
    {
      g_autofree char *token = asc_text_slice (text, &tokens[i]);

      asc_json_writer_string (writer, NULL, token);
    }
  asc_json_writer_end_array (writer);

  for (guint c = 0; c < columns->len; c++)
    {
      const guint *tags = g_ptr_array_index (columns, c);
      g_autofree char *member = g_strconcat (self->labels[c], "_tags", NULL);

      asc_json_writer_begin_array (writer, member, ASC_JSON_COMPACT);
      for (guint i = range->first; i < range->end; i++)
        asc_json_writer_integer (writer, NULL, tags[i]);
      asc_json_writer_end_array (writer);
    }

  asc_json_writer_begin_array (writer, "starts", ASC_JSON_COMPACT);
  for (guint i = range->first; i < range->end; i++)
    asc_json_writer_integer (writer, NULL, tokens[i].start);
  asc_json_writer_end_array (writer);
  asc_json_writer_end_object (writer);

  return asc_json_writer_finish (writer);
}

static void
asc_tokens_exporter_prepare (AscExporter          *exporter,
                             const AscExportLayer *layer,
                             AscLossReport        *losses)
{
  AscTokensExporter *self = ASC_TOKENS_EXPORTER (exporter);
  g_autoptr (AscAlignment) alignment = NULL;
  g_autoptr (GPtrArray) columns = NULL;
  guint n_tokens;

  read_options (self, layer->context);
  asc_dataset_card_count (self->card, layer);
  asc_exporter_prepare_by_carries (ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING | ASC_CARRIES_DISCONTINUOUS, layer, losses);
  asc_tags_count_unknown_labels (layer, losses);

  alignment = asc_alignment_new (layer, &self->alignment_options);
  asc_alignment_get_tokens (alignment, &n_tokens);
  columns = make_columns (self, alignment, n_tokens);
  asc_alignment_add_losses (alignment, losses);
}

static gboolean
asc_tokens_exporter_begin (AscExporter             *exporter,
                           const AscExportContext  *context,
                           GOutputStream           *output,
                           GFile                   *folder,
                           GError                 **error)
{
  AscTokensExporter *self = ASC_TOKENS_EXPORTER (exporter);

  read_options (self, context);
  g_set_object (&self->output, output);
  g_set_object (&self->folder, folder);
  if (folder == NULL)
    return TRUE;

  self->files = asc_split_files_new (folder, "data/tokens", ".jsonl");
  self->report_output = asc_exporter_create_file (folder, "alignment-report.tsv", error);

  return self->report_output != NULL && asc_exporter_write_string (self->report_output, asc_alignment_get_tsv_header (), error);
}

static gboolean
asc_tokens_exporter_write (AscExporter           *exporter,
                           const AscExportLayer  *layer,
                           GError               **error)
{
  AscTokensExporter *self = ASC_TOKENS_EXPORTER (exporter);
  GOutputStream *output = self->output != NULL ? self->output : asc_split_files_open (self->files, layer->split, error);
  g_autoptr (AscAlignment) alignment = NULL;
  g_autoptr (GPtrArray) columns = NULL;
  const AscSpan *tokens;
  const AscTokenRange *ranges;
  AscTokenRange whole = { 0, 0 };
  guint n_tokens;
  guint n_ranges;

  if (output == NULL)
    return FALSE;

  alignment = asc_alignment_new (layer, &self->alignment_options);
  tokens = asc_alignment_get_tokens (alignment, &n_tokens);
  columns = make_columns (self, alignment, n_tokens);
  ranges = asc_alignment_get_sentences (alignment, &n_ranges);
  if (self->by_document)
    {
      whole.end = n_tokens;
      ranges = &whole;
      n_ranges = 1;
    }

  for (guint i = 0; i < n_ranges; i++)
    {
      g_autoptr (GBytes) row = make_row (self, layer, tokens, columns, &ranges[i], i);

      self->n_rows++;
      self->n_long_rows += ranges[i].end - ranges[i].first > LONG_ROW;
      if (!asc_exporter_write_bytes (output, row, error))
        return FALSE;
    }

  self->n_report_rows += asc_alignment_get_n_rows (alignment);
  if (self->report_output != NULL)
    {
      g_autofree char *tsv = asc_alignment_to_tsv (alignment);

      return asc_exporter_write_string (self->report_output, tsv, error);
    }

  return TRUE;
}

static void
describe (AscTokensExporter *self)
{
  g_autoptr (GString) features = g_string_new ("  - {name: id, dtype: string}\n  - {name: tokens, list: string}\n");
  g_auto (GStrv) splits = asc_split_files_list (self->files);
  g_autofree char *text = NULL;

  for (gsize i = 0; self->labels[i] != NULL; i++)
    {
      const char * const only[] = { self->labels[i], NULL };

      g_string_append_printf (features, "  - name: %s_tags\n    list:\n      class_label:\n        names: {", self->labels[i]);
      for (guint tag = 0; tag < asc_tags_get_n_classes (self->scheme, only); tag++)
        {
          g_autofree char *name = asc_tags_to_string (self->scheme, only, tag);

          g_string_append_printf (features, "%s'%u': '%s'", tag > 0 ? ", " : "", tag, name);
        }
      g_string_append (features, "}\n");
    }
  g_string_append (features, "  - {name: starts, list: int64}\n");

  asc_dataset_card_add_config (self->card, "tokens", (const char * const *) splits, features->str);

  text = g_strdup_printf ("## Tokens\n\n"
                          "%u rows, one for each %s, with tokens and sentences by `%s`. `starts` are the offsets of the tokens in the article, in Unicode\n"
                          "code points, so that predictions can be put back. There is a column of tags for each label, so that annotations of different labels\n"
                          "nest. %u annotations did not fit the tokens or each other: `alignment-report.tsv` lists each of them and what was done. %u rows have more\n"
                          "than %u tokens, and models cut them.",
                          self->n_rows, self->by_document ? "article" : "sentence", asc_segmenter_get_rules_name (), self->n_report_rows,
                          self->n_long_rows, LONG_ROW);
  asc_dataset_card_add_text (self->card, text);
  asc_dataset_card_set_n_rows (self->card, self->n_rows);
}

static gboolean
asc_tokens_exporter_end (AscExporter  *exporter,
                         GError      **error)
{
  AscTokensExporter *self = ASC_TOKENS_EXPORTER (exporter);

  if (self->folder == NULL)
    return TRUE;

  describe (self);

  return asc_split_files_close (self->files, error)
         && g_output_stream_close (self->report_output, NULL, error)
         && asc_dataset_card_write (self->card, self->context, self->folder, error);
}

static void
asc_tokens_exporter_iface_init (AscExporterInterface *iface)
{
  iface->name = "tokens";
  iface->title = N_("Token JSON Lines for token classification, or a Hugging Face data set as a folder");
  iface->extension = ".jsonl";
  iface->folder = TRUE;
  iface->carries = ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING;
  iface->options = options;
  iface->prepare = asc_tokens_exporter_prepare;
  iface->begin = asc_tokens_exporter_begin;
  iface->write = asc_tokens_exporter_write;
  iface->end = asc_tokens_exporter_end;
}

static void
asc_tokens_exporter_finalize (GObject *object)
{
  AscTokensExporter *self = ASC_TOKENS_EXPORTER (object);

  g_clear_pointer (&self->labels, g_strfreev);
  g_clear_object (&self->output);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->files, asc_split_files_free);
  g_clear_object (&self->report_output);
  g_clear_pointer (&self->card, asc_dataset_card_free);

  G_OBJECT_CLASS (asc_tokens_exporter_parent_class)->finalize (object);
}

static void
asc_tokens_exporter_class_init (AscTokensExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_tokens_exporter_finalize;
}

static void
asc_tokens_exporter_init (AscTokensExporter *self)
{
  self->card = asc_dataset_card_new ();
}
