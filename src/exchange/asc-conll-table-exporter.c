/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-conll-table-exporter.h"

#include <glib/gi18n.h>

#include "asc-alignment.h"
#include "asc-tags.h"

struct _AscConllTableExporter
{
  GObject              parent_instance;

  AscAlignmentOptions  alignment_options;
  AscTagScheme         scheme;
  GStrv                labels;   /* of the codebook */
  GOutputStream       *output;
};

static void asc_conll_table_exporter_iface_init (AscExporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscConllTableExporter, asc_conll_table_exporter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASC_TYPE_EXPORTER, asc_conll_table_exporter_iface_init))

static const AscFormatOption options[] = {
  { "scheme", N_("Tags"), asc_tag_scheme_choices },
  ASC_ALIGNMENT_FORMAT_OPTIONS,
  { NULL, NULL, NULL }
};

static void
read_options (AscConllTableExporter  *self,
              const AscExportContext *context)
{
  self->alignment_options = asc_alignment_options_read (context->options);
  self->scheme = asc_tag_scheme_read (context->options);
  if (self->labels == NULL)
    self->labels = asc_tags_list_labels (context->codebook);
}

static void
asc_conll_table_exporter_prepare (AscExporter          *exporter,
                                  const AscExportLayer *layer,
                                  AscLossReport        *losses)
{
  AscConllTableExporter *self = ASC_CONLL_TABLE_EXPORTER (exporter);
  g_autoptr (AscAlignment) alignment = NULL;
  guint n;

  read_options (self, layer->context);
  asc_exporter_prepare_by_carries (ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING | ASC_CARRIES_DISCONTINUOUS, layer, losses);
  asc_tags_count_unknown_labels (layer, losses);

  alignment = asc_alignment_new (layer, &self->alignment_options);
  for (gsize i = 0; self->labels[i] != NULL; i++)
    asc_alignment_get_label (alignment, self->labels[i], &n);
  asc_alignment_add_losses (alignment, losses);
}

/* A comment has no TAB, which tells it from a line of the token “#”. */
static gboolean
asc_conll_table_exporter_begin (AscExporter             *exporter,
                                const AscExportContext  *context,
                                GOutputStream           *output,
                                GFile                   *folder,
                                GError                 **error)
{
  AscConllTableExporter *self = ASC_CONLL_TABLE_EXPORTER (exporter);
  g_autofree char *joined = NULL;
  g_autofree char *header = NULL;

  read_options (self, context);
  g_set_object (&self->output, output);
  joined = g_strjoinv (" ", self->labels);
  header = g_strdup_printf ("# columns = token start end %s\n", joined);

  return asc_exporter_write_string (output, header, error);
}

static gboolean
asc_conll_table_exporter_write (AscExporter           *exporter,
                                const AscExportLayer  *layer,
                                GError               **error)
{
  AscConllTableExporter *self = ASC_CONLL_TABLE_EXPORTER (exporter);
  g_autoptr (AscAlignment) alignment = asc_alignment_new (layer, &self->alignment_options);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  AscText *text = asc_article_get_text (layer->article);
  guint n_tokens;
  guint n_sentences;
  const AscSpan *tokens = asc_alignment_get_tokens (alignment, &n_tokens);
  const AscTokenRange *sentences = asc_alignment_get_sentences (alignment, &n_sentences);

  for (gsize i = 0; self->labels[i] != NULL; i++)
    {
      const char * const only[] = { self->labels[i], NULL };
      guint n_spans;
      const AscAlignedSpan *spans = asc_alignment_get_label (alignment, self->labels[i], &n_spans);

      g_ptr_array_add (columns, asc_tags_make (self->scheme, only, spans, n_spans, n_tokens));
    }

  g_string_append_printf (lines, "# id = %s\n", asc_article_get_id (layer->article));
  for (guint i = 0; i < n_sentences; i++)
    {
      for (guint token = sentences[i].first; token < sentences[i].end; token++)
        {
          g_autofree char *word = asc_text_slice (text, &tokens[token]);

          g_string_append_printf (lines, "%s\t%u\t%u", word, tokens[token].start, tokens[token].end);
          for (guint c = 0; c < columns->len; c++)
            {
              const char * const only[] = { self->labels[c], NULL };
              g_autofree char *tag = asc_tags_to_string (self->scheme, only, ((guint *) g_ptr_array_index (columns, c))[token]);

              g_string_append_printf (lines, "\t%s", tag);
            }
          g_string_append_c (lines, '\n');
        }
      g_string_append_c (lines, '\n');
    }
  if (n_sentences == 0)
    g_string_append_c (lines, '\n');

  return asc_exporter_write_string (self->output, lines->str, error);
}

static gboolean
asc_conll_table_exporter_end (AscExporter  *exporter,
                              GError      **error)
{
  return TRUE;
}

static void
asc_conll_table_exporter_iface_init (AscExporterInterface *iface)
{
  iface->name = "conll-tsv";
  iface->title = N_("CoNLL table with a column for each label");
  iface->extension = ".tsv";
  iface->carries = ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING;
  iface->options = options;
  iface->prepare = asc_conll_table_exporter_prepare;
  iface->begin = asc_conll_table_exporter_begin;
  iface->write = asc_conll_table_exporter_write;
  iface->end = asc_conll_table_exporter_end;
}

static void
asc_conll_table_exporter_finalize (GObject *object)
{
  AscConllTableExporter *self = ASC_CONLL_TABLE_EXPORTER (object);

  g_clear_pointer (&self->labels, g_strfreev);
  g_clear_object (&self->output);

  G_OBJECT_CLASS (asc_conll_table_exporter_parent_class)->finalize (object);
}

static void
asc_conll_table_exporter_class_init (AscConllTableExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_conll_table_exporter_finalize;
}

static void
asc_conll_table_exporter_init (AscConllTableExporter *self)
{
}
