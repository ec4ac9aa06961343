/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is computed from a set and not kept in it: stacks, reading order, quotes. */
#include "asc-annotation-set.h"

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  AscAnnotation *one = *(AscAnnotation * const *) a, *other = *(AscAnnotation * const *) b;
  guint          length = asc_span_set_get_length (asc_annotation_get_spans (one));
  guint          other_length = asc_span_set_get_length (asc_annotation_get_spans (other));

  if (length != other_length)
    return length < other_length ? -1 : 1;
  return asc_annotation_compare (one, other);
}

/* The first position of an annotation that starts at or after @offset. */
static guint
position_from (AscAnnotationSet *self,
               guint             offset)
{
  guint low = 0, high = asc_annotation_set_get_n (self);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (asc_annotation_get_start (asc_annotation_set_get_nth (self, middle)) < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The first position of an annotation that is not before @annotation, which may not be in the set any more. */
static guint
position_not_before (AscAnnotationSet *self,
                     AscAnnotation    *annotation)
{
  guint low = 0, high = asc_annotation_set_get_n (self);

  if (asc_annotation_set_get_position (self, asc_annotation_get_id (annotation), &low))
    return low;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (asc_annotation_compare (asc_annotation_set_get_nth (self, middle), annotation) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * asc_annotation_set_stack_at:
 * @self: a set
 * @offset: where the caret stands, in code points
 *
 * Returns: (transfer container) (element-type AscAnnotation): the annotations of which a span holds @offset or ends there,
 *   shortest first, then canonical order
 */
GPtrArray *
asc_annotation_set_stack_at (AscAnnotationSet *self,
                             guint             offset)
{
  GPtrArray *stack;

  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self), NULL);

  /* Of whole numbers, "starts before offset + 1 and ends after offset - 1" is "holds or touches it". */
  offset = MIN (offset, G_MAXUINT - 1);
  stack = asc_annotation_set_query (self, &ASC_SPAN (offset > 0 ? offset - 1 : 0, offset + 1));
  g_ptr_array_sort (stack, compare_lengths);
  return stack;
}

/**
 * asc_annotation_set_next:
 * @self: a set
 * @after: (nullable): an annotation, which may have been removed
 * @offset: where to begin without @after, in code points
 *
 * Returns: (transfer none) (nullable): the annotation that follows @after in reading order; without @after the first that starts
 *   at @offset or later
 */
AscAnnotation *
asc_annotation_set_next (AscAnnotationSet *self,
                         AscAnnotation    *after,
                         guint             offset)
{
  guint position;

  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self), NULL);
  g_return_val_if_fail (after == NULL || ASC_IS_ANNOTATION (after), NULL);

  if (after == NULL)
    position = position_from (self, offset);
  else if (asc_annotation_set_get_position (self, asc_annotation_get_id (after), &position))
    position++;
  else
    position = position_not_before (self, after);
  return asc_annotation_set_get_nth (self, position);
}

/**
 * asc_annotation_set_previous:
 * @self: a set
 * @before: (nullable): an annotation, which may have been removed
 * @offset: where to begin without @before, in code points
 *
 * Returns: (transfer none) (nullable): the annotation before @before in reading order; without @before the last that starts
 *   before @offset
 */
AscAnnotation *
asc_annotation_set_previous (AscAnnotationSet *self,
                             AscAnnotation    *before,
                             guint             offset)
{
  guint position;

  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self), NULL);
  g_return_val_if_fail (before == NULL || ASC_IS_ANNOTATION (before), NULL);

  position = before == NULL ? position_from (self, offset) : position_not_before (self, before);
  return position > 0 ? asc_annotation_set_get_nth (self, position - 1) : NULL;
}

/**
 * asc_annotation_set_quoted:
 * @self: a set on an article whose text has been read
 * @annotation: an annotation whose spans lie in the text
 *
 * Returns: (transfer full): @annotation when its quote is what the text says, else a copy with the right one
 */
AscAnnotation *
asc_annotation_set_quoted (AscAnnotationSet *self,
                           AscAnnotation    *annotation)
{
  const char * const *quote;
  const AscSpan      *spans;
  gsize               n_spans, n_right = 0;
  AscText            *text;

  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self) && ASC_IS_ANNOTATION (annotation), NULL);

  text = asc_article_get_text (asc_annotation_set_get_article (self));
  g_return_val_if_fail (text != NULL, NULL);

  quote = asc_annotation_get_quote (annotation);
  spans = asc_span_set_get_spans (asc_annotation_get_spans (annotation), &n_spans);
  while (n_right < n_spans && quote[n_right] != NULL &&
         asc_text_matches (text, &spans[n_right], quote[n_right]))
    n_right++;

  if (n_right < n_spans || quote[n_right] != NULL)
    {
      g_auto (GStrv) right = asc_text_quote (text, asc_annotation_get_spans (annotation));

      return asc_annotation_with_quote (annotation, (const char * const *) right);
    }
  return g_object_ref (annotation);
}
