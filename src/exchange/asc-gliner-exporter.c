/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-gliner-exporter.h"

#include <glib/gi18n.h>

#include "asc-alignment.h"
#include "asc-json-writer.h"

/* GLiNER's own splitter, \w+(?:[-_]\w+)*|\S, as Python understands it: what is trained must be cut as what is predicted. */
#define WORD "[\\p{L}\\p{N}_]+(?:[-_][\\p{L}\\p{N}_]+)*|\\S"

/* Its models of spans look at no longer ones, and say nothing about it. */
#define MAX_WIDTH 12

struct _AscGlinerExporter
{
  GObject        parent_instance;

  GOutputStream *output;
  GRegex        *word;
  gboolean       by_document;
  guint64        n_objects;
};

static void asc_gliner_exporter_iface_init (AscExporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscGlinerExporter, asc_gliner_exporter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASC_TYPE_EXPORTER, asc_gliner_exporter_iface_init))

static const char * const rows_choices[] = { "sentence", "document", NULL };

static const AscFormatOption options[] = {
  { "rows", N_("Rows"), rows_choices },
  { NULL, NULL, NULL }
};

static gboolean
is_by_document (AscExportOptions *export_options)
{
  return g_strcmp0 (asc_export_options_get_format_option (export_options, "rows"), "document") == 0;
}

/* One object of the list, on a line of its own. */
static gboolean
write_object (AscGlinerExporter  *self,
              AscJsonWriter      *writer,
              GError            **error)
{
  g_autoptr (GBytes) line = asc_json_writer_finish (writer);
  g_autofree char *object = g_strndup (g_bytes_get_data (line, NULL), g_bytes_get_size (line) - 1);

  return (self->n_objects++ == 0 || asc_exporter_write_string (self->output, ",\n", error)) && asc_exporter_write_string (self->output, object, error);
}

/* A row: a sentence or an article, in GLiNER's words. */
typedef struct
{
  GArray    *words;         /* (element-type AscSpan) */
  GPtrArray *annotations;   /* (element-type AscAnnotation) those of the row that touch a word */
  GArray    *ranges;        /* (element-type AscTokenRange) of each: first word, last word (inclusive) */
} Row;

static void
row_free (gpointer data)
{
  Row *self = data;

  g_array_unref (self->words);
  g_ptr_array_unref (self->annotations);
  g_array_unref (self->ranges);
  g_free (self);
}

static GArray *
split_words (AscGlinerExporter *self,
             AscText           *text,
             const AscSpan     *span)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (AscSpan));
  const AscOffsets *offsets = asc_text_get_offsets (text);
  gsize base = asc_offsets_chars_to_bytes (offsets, span->start);
  gsize end = asc_offsets_chars_to_bytes (offsets, span->end);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match_full (self->word, asc_text_get_utf8 (text) + base, (gssize) (end - base), 0, 0, &match, NULL);
  while (g_match_info_matches (match))
    {
      int from;
      int to;
      AscSpan word;

      g_match_info_fetch_pos (match, 0, &from, &to);
      word.start = asc_offsets_bytes_to_chars (offsets, base + (gsize) from);
      word.end = asc_offsets_bytes_to_chars (offsets, base + (gsize) to);
      g_array_append_val (words, word);
      g_match_info_next (match, NULL);
    }

  return words;
}

/* The words that the hull of an annotation touches. */
static gboolean
find_words (Row           *row,
            AscAnnotation *annotation,
            AscTokenRange *range)
{
  gboolean found = FALSE;

  /* Most annotations are in other rows. */
  if (row->words->len == 0 || asc_annotation_get_end (annotation) <= g_array_index (row->words, AscSpan, 0).start
      || asc_annotation_get_start (annotation) >= g_array_index (row->words, AscSpan, row->words->len - 1).end)
    return FALSE;

  for (guint i = 0; i < row->words->len; i++)
    {
      const AscSpan *word = &g_array_index (row->words, AscSpan, i);

      if (word->end <= asc_annotation_get_start (annotation) || word->start >= asc_annotation_get_end (annotation))
        continue;
      if (!found)
        range->first = i;
      range->end = i;
      found = TRUE;
    }

  return found;
}

static Row *
make_row (AscGlinerExporter    *self,
          const AscExportLayer *layer,
          const AscSpan        *span)
{
  Row *row = g_new0 (Row, 1);

  row->words = split_words (self, asc_article_get_text (layer->article), span);
  row->annotations = g_ptr_array_new ();
  row->ranges = g_array_new (FALSE, FALSE, sizeof (AscTokenRange));
  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);
      AscTokenRange range;

      if (!find_words (row, annotation, &range))
        continue;
      g_ptr_array_add (row->annotations, annotation);
      g_array_append_val (row->ranges, range);
    }

  return row;
}

/* Sentences never end inside an annotation, so that each annotation is in one row. */
static GPtrArray *
make_rows (AscGlinerExporter    *self,
           const AscExportLayer *layer,
           gboolean              by_document)
{
  const AscAlignmentOptions alignment_options = { ASC_ALIGN_EXPAND, ASC_NESTING_OUTERMOST, ASC_PIECES_HULL, FALSE };
  g_autoptr (AscAlignment) alignment = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  const AscSpan *tokens;
  const AscTokenRange *sentences;
  guint n_tokens;
  guint n_sentences;

  if (by_document)
    {
      const AscSpan whole = { 0, asc_text_get_length (asc_article_get_text (layer->article)) };

      g_ptr_array_add (rows, make_row (self, layer, &whole));
      return rows;
    }

  alignment = asc_alignment_new (layer, &alignment_options);
  tokens = asc_alignment_get_tokens (alignment, &n_tokens);
  sentences = asc_alignment_get_sentences (alignment, &n_sentences);
  for (guint i = 0; i < n_sentences; i++)
    {
      const AscSpan span = { tokens[sentences[i].first].start, tokens[sentences[i].end - 1].end };

      g_ptr_array_add (rows, make_row (self, layer, &span));
    }

  return rows;
}

static int
place_of (Row        *row,
          const char *id)
{
  for (guint i = 0; i < row->annotations->len; i++)
    if (g_str_equal (asc_annotation_get_id (g_ptr_array_index (row->annotations, i)), id))
      return (int) i;

  return -1;
}

static void
write_row (const AscExportLayer *layer,
           Row                  *row,
           AscJsonWriter        *writer)
{
  AscText *text = asc_article_get_text (layer->article);

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_begin_array (writer, "tokenized_text", ASC_JSON_COMPACT);
  for (guint i = 0; i < row->words->len; i++)
    {
      g_autofree char *word = asc_text_slice (text, &g_array_index (row->words, AscSpan, i));

      asc_json_writer_string (writer, NULL, word);
    }
  asc_json_writer_end_array (writer);

  asc_json_writer_begin_array (writer, "ner", ASC_JSON_COMPACT);
  for (guint i = 0; i < row->annotations->len; i++)
    {
      const AscTokenRange *range = &g_array_index (row->ranges, AscTokenRange, i);

      asc_json_writer_begin_array (writer, NULL, ASC_JSON_COMPACT);
      asc_json_writer_integer (writer, NULL, range->first);
      asc_json_writer_integer (writer, NULL, range->end);
      asc_json_writer_string (writer, NULL, asc_annotation_get_label (g_ptr_array_index (row->annotations, i)));
      asc_json_writer_end_array (writer);
    }
  asc_json_writer_end_array (writer);

  asc_json_writer_begin_array (writer, "relations", ASC_JSON_COMPACT);
  for (guint i = 0; i < layer->relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (layer->relations, i);
      int from = place_of (row, asc_relation_get_from (relation));
      int to = place_of (row, asc_relation_get_to (relation));

      if (from < 0 || to < 0)
        continue;
      asc_json_writer_begin_array (writer, NULL, ASC_JSON_COMPACT);
      asc_json_writer_integer (writer, NULL, from);
      asc_json_writer_integer (writer, NULL, to);
      asc_json_writer_string (writer, NULL, asc_relation_get_relation_type (relation));
      asc_json_writer_end_array (writer);
    }
  asc_json_writer_end_array (writer);
  asc_json_writer_end_object (writer);
}

static void
add_loss (const AscExportLayer *layer,
          AscLossReport        *losses,
          AscLoss               loss,
          AscAnnotation        *annotation,
          const char           *detail)
{
  asc_loss_report_add (losses, loss, asc_article_get_id (layer->article), layer->coder, asc_annotation_get_id (annotation), detail);
}

/* Of two labels on the same words, GLiNER takes the last; of longer annotations than it looks at, none. */
static void
count_row (const AscExportLayer *layer,
           Row                  *row,
           AscLossReport        *losses)
{
  for (guint i = 0; i < row->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (row->annotations, i);
      const AscTokenRange *range = &g_array_index (row->ranges, AscTokenRange, i);

      if (g_array_index (row->words, AscSpan, range->first).start != asc_annotation_get_start (annotation)
          || g_array_index (row->words, AscSpan, range->end).end != asc_annotation_get_end (annotation))
        add_loss (layer, losses, ASC_LOSS_ALIGNMENT, annotation, "SUBTOKEN");
      if (range->end - range->first + 1 > MAX_WIDTH)
        add_loss (layer, losses, ASC_LOSS_ALIGNMENT, annotation, "TOO_LONG");
      for (guint j = i + 1; j < row->annotations->len; j++)
        if (memcmp (range, &g_array_index (row->ranges, AscTokenRange, j), sizeof *range) == 0)
          {
            add_loss (layer, losses, ASC_LOSS_NESTED, annotation, asc_annotation_get_label (annotation));
            break;
          }
    }
}

static gboolean
is_placed (GPtrArray  *rows,
           const char *from,
           const char *to)
{
  for (guint i = 0; i < rows->len; i++)
    if (place_of (g_ptr_array_index (rows, i), from) >= 0 && (to == NULL || place_of (g_ptr_array_index (rows, i), to) >= 0))
      return TRUE;

  return FALSE;
}

static void
asc_gliner_exporter_prepare (AscExporter          *exporter,
                             const AscExportLayer *layer,
                             AscLossReport        *losses)
{
  AscGlinerExporter *self = ASC_GLINER_EXPORTER (exporter);
  g_autoptr (GPtrArray) rows = make_rows (self, layer, is_by_document (layer->context->options));

  asc_exporter_prepare_by_carries (asc_exporter_get_carries (exporter), layer, losses);
  for (guint i = 0; i < rows->len; i++)
    count_row (layer, g_ptr_array_index (rows, i), losses);
  for (guint i = 0; i < layer->annotations->len; i++)
    if (!is_placed (rows, asc_annotation_get_id (g_ptr_array_index (layer->annotations, i)), NULL))
      add_loss (layer, losses, ASC_LOSS_ALIGNMENT, g_ptr_array_index (layer->annotations, i), "NO_TOKEN");
  for (guint i = 0; i < layer->relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (layer->relations, i);

      if (!is_placed (rows, asc_relation_get_from (relation), asc_relation_get_to (relation)))
        asc_loss_report_add (losses, ASC_LOSS_RELATION, asc_article_get_id (layer->article), layer->coder, asc_relation_get_id (relation),
                             asc_relation_get_relation_type (relation));
    }
}

static gboolean
asc_gliner_exporter_begin (AscExporter             *exporter,
                           const AscExportContext  *context,
                           GOutputStream           *output,
                           GFile                   *folder,
                           GError                 **error)
{
  AscGlinerExporter *self = ASC_GLINER_EXPORTER (exporter);

  g_set_object (&self->output, output);
  self->by_document = is_by_document (context->options);

  return asc_exporter_write_string (output, "[\n", error);
}

static gboolean
asc_gliner_exporter_write (AscExporter           *exporter,
                           const AscExportLayer  *layer,
                           GError               **error)
{
  AscGlinerExporter *self = ASC_GLINER_EXPORTER (exporter);
  g_autoptr (GPtrArray) rows = make_rows (self, layer, self->by_document);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();

      write_row (layer, g_ptr_array_index (rows, i), writer);
      if (!write_object (self, writer, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
asc_gliner_exporter_end (AscExporter  *exporter,
                         GError      **error)
{
  return asc_exporter_write_string (ASC_GLINER_EXPORTER (exporter)->output, "\n]\n", error);
}

static void
asc_gliner_exporter_iface_init (AscExporterInterface *iface)
{
  iface->name = "gliner";
  iface->title = N_("GLiNER training JSON");
  iface->extension = ".json";
  iface->carries = ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING | ASC_CARRIES_RELATIONS | ASC_CARRIES_SEVERAL_CODERS;
  iface->options = options;
  iface->prepare = asc_gliner_exporter_prepare;
  iface->begin = asc_gliner_exporter_begin;
  iface->write = asc_gliner_exporter_write;
  iface->end = asc_gliner_exporter_end;
}

static void
asc_gliner_exporter_finalize (GObject *object)
{
  AscGlinerExporter *self = ASC_GLINER_EXPORTER (object);

  g_clear_object (&self->output);
  g_clear_pointer (&self->word, g_regex_unref);

  G_OBJECT_CLASS (asc_gliner_exporter_parent_class)->finalize (object);
}

static void
asc_gliner_exporter_class_init (AscGlinerExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_gliner_exporter_finalize;
}

static void
asc_gliner_exporter_init (AscGlinerExporter *self)
{
  self->word = g_regex_new (WORD, G_REGEX_OPTIMIZE, 0, NULL);
  g_assert (self->word != NULL);
}
