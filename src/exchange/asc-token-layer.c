/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-token-layer.h"

struct _AscTokenLayer
{
  const AscExportLayer *layer;
  AscAlignment         *alignment;
  GArray               *spans;     /* (element-type AscTokenSpan) in the layer's order */
  GHashTable           *by_id;     /* (element-type utf8 guint) id → place in spans + 1 */
  GPtrArray            *inexact;   /* (element-type AscAnnotation) */
};

static guint
sentence_of (AscTokenLayer *self,
             guint          token)
{
  guint n;
  const AscTokenRange *sentences = asc_alignment_get_sentences (self->alignment, &n);
  guint low = 0;
  guint high = n;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (sentences[middle].first <= token)
        low = middle;
      else
        high = middle;
    }

  return low;
}

AscTokenLayer *
asc_token_layer_new (const AscExportLayer *layer)
{
  AscTokenLayer *self = g_new0 (AscTokenLayer, 1);
  const AscAlignmentOptions options = { ASC_ALIGN_EXPAND, ASC_NESTING_OUTERMOST, ASC_PIECES_HULL, FALSE };

  self->layer = layer;
  self->alignment = asc_alignment_new (layer, &options);
  self->spans = g_array_new (FALSE, FALSE, sizeof (AscTokenSpan));
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->inexact = g_ptr_array_new ();

  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);
      const AscSpan hull = { asc_annotation_get_start (annotation), asc_annotation_get_end (annotation) };
      AscTokenSpan span = { .annotation = annotation };
      gboolean exact = FALSE;
      gboolean found = asc_alignment_find (self->alignment, &hull, &span.first, &span.last, &exact);

      if (!exact)
        g_ptr_array_add (self->inexact, annotation);
      if (!found)
        continue;
      span.sentence = sentence_of (self, span.first);
      g_array_append_val (self->spans, span);
      g_hash_table_insert (self->by_id, (gpointer) asc_annotation_get_id (annotation), GUINT_TO_POINTER (self->spans->len));
    }

  return self;
}

void
asc_token_layer_free (AscTokenLayer *self)
{
  asc_alignment_free (self->alignment);
  g_array_unref (self->spans);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->inexact);
  g_free (self);
}

const AscTokenSpan *
asc_token_layer_get_spans (AscTokenLayer *self,
                           guint         *n_spans)
{
  *n_spans = self->spans->len;

  return (const AscTokenSpan *) (void *) self->spans->data;
}

const AscTokenSpan *
asc_token_layer_lookup (AscTokenLayer *self,
                        const char    *id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id));

  return place > 0 ? &g_array_index (self->spans, AscTokenSpan, place - 1) : NULL;
}

const AscTokenRange *
asc_token_layer_get_sentences (AscTokenLayer *self,
                               guint         *n_sentences)
{
  return asc_alignment_get_sentences (self->alignment, n_sentences);
}

char *
asc_token_layer_get_token (AscTokenLayer *self,
                           guint          token)
{
  guint n;

  return asc_text_slice (asc_article_get_text (self->layer->article), &asc_alignment_get_tokens (self->alignment, &n)[token]);
}

void
asc_token_layer_count_losses (AscTokenLayer *self,
                              AscLossReport *losses)
{
  for (guint i = 0; i < self->inexact->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (self->inexact, i);

      asc_loss_report_add (losses, ASC_LOSS_ALIGNMENT, asc_article_get_id (self->layer->article), self->layer->coder, asc_annotation_get_id (annotation),
                           asc_annotation_get_label (annotation));
    }
}
