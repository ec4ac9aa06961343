/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-conll-exporter.h"

#include <glib/gi18n.h>

#include "asc-alignment.h"
#include "asc-tags.h"

/* The only spelling that every reader tried takes for a separator of documents. */
#define DOCUMENT_LINE "-DOCSTART- -X- O O\n\n"

/* Where one column of tags goes. */
typedef struct
{
  char          *label;    /* NULL: all labels */
  GOutputStream *output;
} Column;

struct _AscConllExporter
{
  GObject              parent_instance;

  AscAlignmentOptions  alignment_options;
  AscTagScheme         scheme;
  char                *label;            /* the option; NULL for all */
  GStrv                labels;           /* of the codebook */
  gboolean             is_folder;
  GPtrArray           *columns;          /* (element-type Column) */
  GOutputStream       *report_output;    /* alignment-report.tsv */
};

static void asc_conll_exporter_iface_init (AscExporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscConllExporter, asc_conll_exporter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASC_TYPE_EXPORTER, asc_conll_exporter_iface_init))

static const AscFormatOption options[] = {
  { "label", N_("Only this label"), NULL },
  { "scheme", N_("Tags"), asc_tag_scheme_choices },
  ASC_ALIGNMENT_FORMAT_OPTIONS,
  { NULL, NULL, NULL }
};

static void
column_free (gpointer data)
{
  Column *self = data;

  g_free (self->label);
  g_object_unref (self->output);
  g_free (self);
}

static void
add_column (AscConllExporter *self,
            const char       *label,
            GOutputStream    *output)
{
  Column *column = g_new0 (Column, 1);

  column->label = g_strdup (label);
  column->output = g_object_ref (output);
  g_ptr_array_add (self->columns, column);
}

static void
read_options (AscConllExporter       *self,
              const AscExportContext *context)
{
  self->alignment_options = asc_alignment_options_read (context->options);
  self->scheme = asc_tag_scheme_read (context->options);
  self->is_folder = context->as_folder;
  g_set_str (&self->label, asc_export_options_get_format_option (context->options, "label"));
  if (self->labels == NULL)
    self->labels = asc_tags_list_labels (context->codebook);
}

static const AscAlignedSpan *
get_spans (AscAlignment *alignment,
           const char   *label,
           guint        *n)
{
  return label != NULL ? asc_alignment_get_label (alignment, label, n) : asc_alignment_get_flat (alignment, n);
}

static char *
make_text (AscConllExporter     *self,
           const AscExportLayer *layer,
           AscAlignment         *alignment,
           const char           *label)
{
  GString *lines = g_string_new (DOCUMENT_LINE);
  AscText *text = asc_article_get_text (layer->article);
  guint n_tokens;
  guint n_sentences;
  guint n_spans;
  const AscSpan *tokens = asc_alignment_get_tokens (alignment, &n_tokens);
  const AscTokenRange *sentences = asc_alignment_get_sentences (alignment, &n_sentences);
  const AscAlignedSpan *spans = get_spans (alignment, label, &n_spans);
  const char * const *labels = (const char * const *) self->labels;
  g_autofree guint *tags = asc_tags_make (self->scheme, labels, spans, n_spans, n_tokens);

  for (guint i = 0; i < n_sentences; i++)
    {
      for (guint token = sentences[i].first; token < sentences[i].end; token++)
        {
          g_autofree char *word = asc_text_slice (text, &tokens[token]);
          g_autofree char *tag = asc_tags_to_string (self->scheme, labels, tags[token]);

          g_string_append_printf (lines, "%s _ _ %s\n", word, tag);
        }
      g_string_append_c (lines, '\n');
    }

  return g_string_free_and_steal (lines);
}

/* Annotations that have no column at all: those of other labels than the option's. */
static void
count_other_labels (AscConllExporter     *self,
                    const AscExportLayer *layer,
                    AscLossReport        *losses)
{
  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);

      if (!g_str_equal (asc_annotation_get_label (annotation), self->label))
        asc_loss_report_add (losses, ASC_LOSS_LABEL, asc_article_get_id (layer->article), layer->coder, asc_annotation_get_id (annotation),
                             asc_annotation_get_label (annotation));
    }
}

static void
asc_conll_exporter_prepare (AscExporter          *exporter,
                            const AscExportLayer *layer,
                            AscLossReport        *losses)
{
  AscConllExporter *self = ASC_CONLL_EXPORTER (exporter);
  g_autoptr (AscAlignment) alignment = NULL;
  guint n;

  read_options (self, layer->context);
  asc_exporter_prepare_by_carries (ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING | ASC_CARRIES_DISCONTINUOUS, layer, losses);

  alignment = asc_alignment_new (layer, &self->alignment_options);
  if (self->label != NULL)
    {
      count_other_labels (self, layer, losses);
      asc_alignment_get_label (alignment, self->label, &n);
    }
  else
    {
      asc_tags_count_unknown_labels (layer, losses);
      for (gsize i = 0; self->is_folder && self->labels[i] != NULL; i++)
        asc_alignment_get_label (alignment, self->labels[i], &n);
      if (!self->is_folder)
        asc_alignment_get_flat (alignment, &n);
    }
  asc_alignment_add_losses (alignment, losses);
}

static gboolean
begin_folder (AscConllExporter  *self,
              GFile             *folder,
              GError           **error)
{
  for (gsize i = 0; self->labels[i] != NULL; i++)
    if (self->label == NULL || g_str_equal (self->labels[i], self->label))
      {
        g_autofree char *name = g_strconcat (self->labels[i], ".conll", NULL);
        g_autoptr (GOutputStream) output = asc_exporter_create_file (folder, name, error);

        if (output == NULL)
          return FALSE;
        add_column (self, self->labels[i], output);
      }

  self->report_output = asc_exporter_create_file (folder, "alignment-report.tsv", error);

  return self->report_output != NULL && asc_exporter_write_string (self->report_output, asc_alignment_get_tsv_header (), error);
}

static gboolean
asc_conll_exporter_begin (AscExporter             *exporter,
                          const AscExportContext  *context,
                          GOutputStream           *output,
                          GFile                   *folder,
                          GError                 **error)
{
  AscConllExporter *self = ASC_CONLL_EXPORTER (exporter);

  read_options (self, context);
  if (folder != NULL)
    return begin_folder (self, folder, error);

  add_column (self, self->label, output);

  return TRUE;
}

static gboolean
asc_conll_exporter_write (AscExporter           *exporter,
                          const AscExportLayer  *layer,
                          GError               **error)
{
  AscConllExporter *self = ASC_CONLL_EXPORTER (exporter);
  g_autoptr (AscAlignment) alignment = asc_alignment_new (layer, &self->alignment_options);

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = g_ptr_array_index (self->columns, i);
      g_autofree char *lines = make_text (self, layer, alignment, column->label);

      if (!asc_exporter_write_string (column->output, lines, error))
        return FALSE;
    }

  if (self->report_output != NULL)
    {
      g_autofree char *tsv = asc_alignment_to_tsv (alignment);

      return asc_exporter_write_string (self->report_output, tsv, error);
    }

  return TRUE;
}

static gboolean
asc_conll_exporter_end (AscExporter  *exporter,
                        GError      **error)
{
  AscConllExporter *self = ASC_CONLL_EXPORTER (exporter);

  if (self->report_output == NULL)
    return TRUE;

  for (guint i = 0; i < self->columns->len; i++)
    if (!g_output_stream_close (((Column *) g_ptr_array_index (self->columns, i))->output, NULL, error))
      return FALSE;

  return g_output_stream_close (self->report_output, NULL, error);
}

static void
asc_conll_exporter_iface_init (AscExporterInterface *iface)
{
  iface->name = "conll";
  iface->title = N_("CoNLL-2003 columns, a file for each label as a folder");
  iface->extension = ".conll";
  iface->folder = TRUE;
  iface->carries = 0;
  iface->options = options;
  iface->prepare = asc_conll_exporter_prepare;
  iface->begin = asc_conll_exporter_begin;
  iface->write = asc_conll_exporter_write;
  iface->end = asc_conll_exporter_end;
}

static void
asc_conll_exporter_finalize (GObject *object)
{
  AscConllExporter *self = ASC_CONLL_EXPORTER (object);

  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->labels, g_strfreev);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_object (&self->report_output);

  G_OBJECT_CLASS (asc_conll_exporter_parent_class)->finalize (object);
}

static void
asc_conll_exporter_class_init (AscConllExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_conll_exporter_finalize;
}

static void
asc_conll_exporter_init (AscConllExporter *self)
{
  self->columns = g_ptr_array_new_with_free_func (column_free);
}
