/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-alignment.h"

#include "asc-segmenter.h"

/* A line of the report. */
typedef struct
{
  AscAnnotation *annotation;
  AscSpan        span;       /* in the text, as it was */
  const char    *problem;
  const char    *action;
  gboolean       has_tokens;
  guint          first;
  guint          last;
} Row;

/* A label's aligned spans, made once. */
typedef struct
{
  char   *label;
  GArray *spans;   /* (element-type AscAlignedSpan) */
} Layer;

struct _AscAlignment
{
  const AscExportLayer *layer;
  AscAlignmentOptions   options;
  GArray               *tokens;      /* (element-type AscSpan) ascending, none overlapping */
  GArray               *sentences;   /* (element-type AscTokenRange) tile the tokens */
  GPtrArray            *layers;      /* (element-type Layer) */
  GArray               *rows;        /* (element-type Row) */
};

static void
layer_free (gpointer data)
{
  Layer *self = data;

  g_free (self->label);
  g_array_unref (self->spans);
  g_free (self);
}

/* In the order of the enumerations. */
const char * const asc_align_choices[] = { "expand", "contract", "strict", NULL };
const char * const asc_nesting_choices[] = { "outermost", "innermost", NULL };
const char * const asc_pieces_choices[] = { "hull", "fragments", NULL };
const char * const asc_yes_choices[] = { "no", "yes", NULL };

static guint
read_choice (AscExportOptions   *options,
             const char         *name,
             const char * const *choices)
{
  const char *value = asc_export_options_get_format_option (options, name);

  for (guint i = 0; value != NULL && choices[i] != NULL; i++)
    if (g_str_equal (choices[i], value))
      return i;

  return 0;
}

AscAlignmentOptions
asc_alignment_options_read (AscExportOptions *export_options)
{
  return (AscAlignmentOptions) {
    .mode = read_choice (export_options, "align", asc_align_choices),
    .nesting = read_choice (export_options, "nesting", asc_nesting_choices),
    .pieces = read_choice (export_options, "pieces", asc_pieces_choices),
    .split_tokens = read_choice (export_options, "split-tokens", asc_yes_choices) == 1,
  };
}

static const AscSpan *
token_at (AscAlignment *self,
          guint         i)
{
  return &g_array_index (self->tokens, AscSpan, i);
}

/* The first token that ends after @offset. */
static guint
first_token_after (AscAlignment *self,
                   guint         offset)
{
  guint low = 0;
  guint high = self->tokens->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (token_at (self, middle)->end > offset)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/* ---- tokens and sentences ---- */

static void
add_bounds (AscAlignment *self,
            GHashTable   *bounds)
{
  for (guint i = 0; i < self->layer->annotations->len; i++)
    {
      gsize n;
      const AscSpan *spans = asc_span_set_get_spans (asc_annotation_get_spans (g_ptr_array_index (self->layer->annotations, i)), &n);

      for (gsize j = 0; j < n; j++)
        {
          g_hash_table_add (bounds, GUINT_TO_POINTER (spans[j].start));
          g_hash_table_add (bounds, GUINT_TO_POINTER (spans[j].end));
        }
    }
}

static void
find_tokens (AscAlignment *self,
             AscSegmenter *segmenter)
{
  gsize n;
  const AscSpan *words = asc_segmenter_get_segments (segmenter, ASC_SEGMENT_WORD, &n);
  g_autoptr (GHashTable) bounds = NULL;

  if (!self->options.split_tokens)
    {
      g_array_append_vals (self->tokens, words, (guint) n);
      return;
    }

  bounds = g_hash_table_new (NULL, NULL);
  add_bounds (self, bounds);
  for (gsize i = 0; i < n; i++)
    {
      AscSpan rest = words[i];

      for (guint offset = rest.start + 1; offset < rest.end; offset++)
        if (g_hash_table_contains (bounds, GUINT_TO_POINTER (offset)))
          {
            AscSpan piece = { rest.start, offset };

            g_array_append_val (self->tokens, piece);
            rest.start = offset;
          }
      g_array_append_val (self->tokens, rest);
    }
}

/* The sentences of the text in tokens; a sentence that ends inside an annotation goes on into the next one, as no tag sequence may be cut. */
static void
find_sentences (AscAlignment *self,
                AscSegmenter *segmenter)
{
  gsize n;
  const AscSpan *sentences = asc_segmenter_get_segments (segmenter, ASC_SEGMENT_SENTENCE, &n);
  g_autofree gboolean *is_joined = g_new0 (gboolean, self->tokens->len + 1);   /* token i must not begin a sentence */
  guint first = 0;

  for (guint i = 0; i < self->layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (self->layer->annotations, i);
      guint from = first_token_after (self, asc_annotation_get_start (annotation));

      for (guint token = from + 1; token < self->tokens->len && token_at (self, token)->start < asc_annotation_get_end (annotation); token++)
        is_joined[token] = TRUE;
    }

  for (gsize i = 0; i + 1 < n; i++)
    {
      guint next = first_token_after (self, sentences[i + 1].start);

      if (next > first && next < self->tokens->len && !is_joined[next])
        {
          AscTokenRange sentence = { first, next };

          g_array_append_val (self->sentences, sentence);
          first = next;
        }
    }

  if (first < self->tokens->len)
    {
      AscTokenRange sentence = { first, self->tokens->len };

      g_array_append_val (self->sentences, sentence);
    }
}

/* ---- rows ---- */

static Row *
add_row (AscAlignment  *self,
         AscAnnotation *annotation,
         const AscSpan *span,
         const char    *problem,
         const char    *action)
{
  Row row = { annotation, *span, problem, action, FALSE, 0, 0 };

  g_array_append_val (self->rows, row);

  return &g_array_index (self->rows, Row, self->rows->len - 1);
}

static void
add_token_row (AscAlignment  *self,
               AscAnnotation *annotation,
               const AscSpan *span,
               const char    *problem,
               const char    *action,
               guint          first,
               guint          last)
{
  Row *row = add_row (self, annotation, span, problem, action);

  row->has_tokens = TRUE;
  row->first = first;
  row->last = last;
}

/* ---- one label ---- */

static gboolean
is_white_space (AscAlignment *self,
                guint         start,
                guint         end)
{
  AscText *text = asc_article_get_text (self->layer->article);

  for (guint i = start; i < end; i++)
    if (!g_unichar_isspace (asc_text_char_at (text, i)))
      return FALSE;

  return TRUE;
}

/* Puts one piece on tokens by the mode. FALSE when it is dropped. */
static gboolean
align_piece (AscAlignment   *self,
             AscAnnotation  *annotation,
             const AscSpan  *span,
             AscAlignedSpan *aligned)
{
  guint first;
  guint last;
  gboolean exact;
  gboolean cuts_start;
  gboolean cuts_end;
  const char *problem;

  if (!asc_alignment_find (self, span, &first, &last, &exact))
    {
      add_row (self, annotation, span, "NO_TOKEN", "DROPPED");
      return FALSE;
    }

  *aligned = (AscAlignedSpan) { annotation, first, last };
  if (exact)
    return TRUE;

  cuts_start = token_at (self, first)->start < span->start;
  cuts_end = token_at (self, last)->end > span->end;
  if (!cuts_start && !cuts_end && is_white_space (self, span->start, token_at (self, first)->start)
      && is_white_space (self, token_at (self, last)->end, span->end))
    {
      add_token_row (self, annotation, span, "WHITESPACE_EDGE", "KEPT", first, last);
      return TRUE;
    }

  problem = cuts_start ? "SUBTOKEN_START" : "SUBTOKEN_END";
  switch (self->options.mode)
    {
    case ASC_ALIGN_STRICT:
      add_token_row (self, annotation, span, problem, "DROPPED", first, last);
      return FALSE;
    case ASC_ALIGN_CONTRACT:
      if (first + cuts_start > last || last - cuts_end < first + cuts_start || last < (guint) cuts_end)
        {
          add_token_row (self, annotation, span, problem, "DROPPED", first, last);
          return FALSE;
        }
      aligned->first = first + cuts_start;
      aligned->last = last - cuts_end;
      add_token_row (self, annotation, span, problem, "CONTRACTED", aligned->first, aligned->last);
      return TRUE;
    case ASC_ALIGN_EXPAND:
    default:
      add_token_row (self, annotation, span, problem, "EXPANDED", first, last);
      return TRUE;
    }
}

static void
align_annotation (AscAlignment  *self,
                  AscAnnotation *annotation,
                  GArray        *candidates)
{
  gsize n;
  const AscSpan *spans = asc_span_set_get_spans (asc_annotation_get_spans (annotation), &n);
  AscSpan hull = { asc_annotation_get_start (annotation), asc_annotation_get_end (annotation) };
  AscAlignedSpan aligned;

  if (n > 1)
    add_row (self, annotation, &hull, "DISCONTINUOUS", self->options.pieces == ASC_PIECES_HULL ? "HULL" : "SPLIT");

  if (n == 1 || self->options.pieces == ASC_PIECES_HULL)
    {
      if (align_piece (self, annotation, &hull, &aligned))
        g_array_append_val (candidates, aligned);
      return;
    }

  for (gsize i = 0; i < n; i++)
    if (align_piece (self, annotation, &spans[i], &aligned))
      g_array_append_val (candidates, aligned);
}

static int
compare_shortest (gconstpointer a,
                  gconstpointer b)
{
  const AscAlignedSpan *x = a;
  const AscAlignedSpan *y = b;
  guint length_x = x->last - x->first;
  guint length_y = y->last - y->first;

  if (length_x != length_y)
    return length_x < length_y ? -1 : 1;
  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;

  return asc_annotation_compare (x->annotation, y->annotation);
}

static int
compare_longest (gconstpointer a,
                 gconstpointer b)
{
  const AscAlignedSpan *x = a;
  const AscAlignedSpan *y = b;
  guint length_x = x->last - x->first;
  guint length_y = y->last - y->first;

  if (length_x != length_y)
    return length_x > length_y ? -1 : 1;

  return compare_shortest (a, b);
}

static int
compare_position (gconstpointer a,
                  gconstpointer b)
{
  const AscAlignedSpan *x = a;
  const AscAlignedSpan *y = b;

  return x->first < y->first ? -1 : x->first > y->first;
}

/* Takes candidates in the order of the policy as long as their tokens are free. */
static GArray *
choose_candidates (AscAlignment *self,
                   GArray       *candidates,
                   AscNesting    nesting)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (AscAlignedSpan));
  g_autofree const AscAlignedSpan **owners = g_new0 (const AscAlignedSpan *, self->tokens->len);

  g_array_sort (candidates, nesting == ASC_NESTING_OUTERMOST ? compare_longest : compare_shortest);
  for (guint i = 0; i < candidates->len; i++)
    {
      const AscAlignedSpan *candidate = &g_array_index (candidates, AscAlignedSpan, i);
      const AscAlignedSpan *owner = NULL;

      for (guint token = candidate->first; token <= candidate->last && owner == NULL; token++)
        owner = owners[token];

      if (owner == NULL)
        {
          for (guint token = candidate->first; token <= candidate->last; token++)
            owners[token] = candidate;
          g_array_append_val (chosen, *candidate);
        }
      else
        {
          AscSpan span = { asc_annotation_get_start (candidate->annotation), asc_annotation_get_end (candidate->annotation) };
          gboolean same = owner->first == candidate->first && owner->last == candidate->last;

          add_token_row (self, candidate->annotation, &span, same ? "DUPLICATE" : "OVERLAP", "DROPPED", candidate->first, candidate->last);
        }
    }

  g_array_sort (chosen, compare_position);

  return chosen;
}

/* ---- public ---- */

/**
 * asc_alignment_new:
 * @layer: a layer
 * @options: how to treat what does not fit
 *
 * Returns: (transfer full): tokens and sentences of the layer's text, and no rows yet
 */
AscAlignment *
asc_alignment_new (const AscExportLayer      *layer,
                   const AscAlignmentOptions *options)
{
  AscAlignment *self;
  g_autoptr (AscSegmenter) segmenter = NULL;
  const char *language;

  g_return_val_if_fail (layer != NULL && options != NULL, NULL);

  self = g_new0 (AscAlignment, 1);
  self->layer = layer;
  self->options = *options;
  self->tokens = g_array_new (FALSE, FALSE, sizeof (AscSpan));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (AscTokenRange));
  self->layers = g_ptr_array_new_with_free_func (layer_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));

  language = asc_article_get_language (layer->article);
  segmenter = asc_segmenter_new (asc_article_get_text (layer->article), language != NULL ? language : layer->context->language);
  find_tokens (self, segmenter);
  find_sentences (self, segmenter);

  return self;
}

void
asc_alignment_free (AscAlignment *self)
{
  g_array_unref (self->tokens);
  g_array_unref (self->sentences);
  g_ptr_array_unref (self->layers);
  g_array_unref (self->rows);
  g_free (self);
}

const AscSpan *
asc_alignment_get_tokens (AscAlignment *self,
                          guint        *n_tokens)
{
  *n_tokens = self->tokens->len;

  return (const AscSpan *) (void *) self->tokens->data;
}

const AscTokenRange *
asc_alignment_get_sentences (AscAlignment *self,
                             guint        *n_sentences)
{
  *n_sentences = self->sentences->len;

  return (const AscTokenRange *) (void *) self->sentences->data;
}

/**
 * asc_alignment_find:
 * @self: an alignment
 * @span: a span of the text
 * @first: (out): the first token it touches
 * @last: (out): the last one
 * @exact: (out): whether it begins where the first begins and ends where the last ends
 *
 * Returns: whether it touches any
 */
gboolean
asc_alignment_find (AscAlignment  *self,
                    const AscSpan *span,
                    guint         *first,
                    guint         *last,
                    gboolean      *exact)
{
  guint from = first_token_after (self, span->start);
  guint to = from;

  if (from == self->tokens->len || token_at (self, from)->start >= span->end)
    return FALSE;

  /* The last token that begins before the end: the one before the first that ends after it, or that one when it begins inside. */
  to = first_token_after (self, span->end);
  if (to == self->tokens->len || token_at (self, to)->start >= span->end)
    to--;

  *first = from;
  *last = to;
  *exact = token_at (self, from)->start == span->start && token_at (self, to)->end == span->end;

  return TRUE;
}

/* @label NULL: all labels. */
static const AscAlignedSpan *
get_layer (AscAlignment *self,
           const char   *label,
           AscNesting    nesting,
           guint        *n_spans)
{
  g_autoptr (GArray) candidates = NULL;
  Layer *layer;

  for (guint i = 0; i < self->layers->len; i++)
    {
      layer = g_ptr_array_index (self->layers, i);
      if (g_strcmp0 (layer->label, label) == 0)
        {
          *n_spans = layer->spans->len;
          return (const AscAlignedSpan *) (void *) layer->spans->data;
        }
    }

  candidates = g_array_new (FALSE, FALSE, sizeof (AscAlignedSpan));
  for (guint i = 0; i < self->layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (self->layer->annotations, i);

      if (label == NULL || g_str_equal (asc_annotation_get_label (annotation), label))
        align_annotation (self, annotation, candidates);
    }

  layer = g_new0 (Layer, 1);
  layer->label = g_strdup (label);
  layer->spans = choose_candidates (self, candidates, nesting);
  g_ptr_array_add (self->layers, layer);
  *n_spans = layer->spans->len;

  return (const AscAlignedSpan *) (void *) layer->spans->data;
}

const AscAlignedSpan *
asc_alignment_get_label (AscAlignment *self,
                         const char   *label,
                         guint        *n_spans)
{
  g_return_val_if_fail (label != NULL, NULL);

  return get_layer (self, label, self->options.nesting, n_spans);
}

const AscAlignedSpan *
asc_alignment_get_flat (AscAlignment *self,
                        guint        *n_spans)
{
  return get_layer (self, NULL, ASC_NESTING_INNERMOST, n_spans);
}

void
asc_alignment_add_row (AscAlignment  *self,
                       AscAnnotation *annotation,
                       const AscSpan *span,
                       const char    *problem,
                       const char    *action)
{
  add_row (self, annotation, span, problem, action);
}

guint
asc_alignment_get_n_rows (AscAlignment *self)
{
  return self->rows->len;
}

static AscLoss
loss_of (const Row *row)
{
  if (g_str_equal (row->problem, "DISCONTINUOUS"))
    return ASC_LOSS_DISCONTINUOUS;
  if (g_str_equal (row->problem, "OVERLAP") || g_str_equal (row->problem, "DUPLICATE"))
    return ASC_LOSS_NESTED;

  return ASC_LOSS_ALIGNMENT;
}

void
asc_alignment_add_losses (AscAlignment  *self,
                          AscLossReport *losses)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      if (!g_str_equal (row->action, "KEPT"))
        asc_loss_report_add (losses, loss_of (row), asc_article_get_id (self->layer->article), self->layer->coder,
                             asc_annotation_get_id (row->annotation), row->problem);
    }
}

const char *
asc_alignment_get_tsv_header (void)
{
  return "doc\tannotator\tspan\tlabel\tstart\tend\ttext\tproblem\taction\ttoken_first\ttoken_last\tnew_start\tnew_end\n";
}

/* A cell of a table whose cells have no quotes: tabs and line ends as in C. */
static void
append_cell (GString    *tsv,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '\t':
        g_string_append (tsv, "\\t");
        break;
      case '\n':
        g_string_append (tsv, "\\n");
        break;
      case '\\':
        g_string_append (tsv, "\\\\");
        break;
      default:
        g_string_append_c (tsv, *p);
      }
}

/**
 * asc_alignment_to_tsv:
 * @self: an alignment whose labels were asked for
 *
 * Returns: (transfer full): its rows as lines of alignment-report.tsv; "" when everything fits
 */
char *
asc_alignment_to_tsv (AscAlignment *self)
{
  GString *tsv = g_string_new (NULL);
  AscText *text = asc_article_get_text (self->layer->article);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      g_autofree char *slice = asc_text_slice (text, &row->span);

      g_string_append_printf (tsv, "%s\t%s\t%s\t%s\t%u\t%u\t", asc_article_get_id (self->layer->article), self->layer->coder,
                              asc_annotation_get_id (row->annotation), asc_annotation_get_label (row->annotation), row->span.start, row->span.end);
      append_cell (tsv, slice);
      g_string_append_printf (tsv, "\t%s\t%s\t", row->problem, row->action);
      if (row->has_tokens)
        g_string_append_printf (tsv, "%u\t%u\t%u\t%u\n", row->first, row->last, token_at (self, row->first)->start, token_at (self, row->last)->end);
      else
        g_string_append (tsv, "\t\t\t\n");
    }

  return g_string_free_and_steal (tsv);
}
