/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-span-set.h"

#include <stdlib.h>

struct _AscSpanSet
{
  guint   n_spans;
  AscSpan spans[];
};

G_DEFINE_BOXED_TYPE (AscSpanSet, asc_span_set, asc_span_set_ref, asc_span_set_unref)

static int
compare_spans (const void *a, const void *b)
{
  return asc_span_compare (a, b);
}

/* @spans ascending by start: merges in place what overlaps or touches, drops what is empty. */
static guint
merge_sorted (AscSpan *spans, gsize n_spans)
{
  guint n = 0;

  for (gsize i = 0; i < n_spans; i++)
    {
      if (asc_span_is_empty (&spans[i]))
        continue;

      if (n > 0 && spans[i].start <= spans[n - 1].end)
        spans[n - 1].end = MAX (spans[n - 1].end, spans[i].end);
      else
        spans[n++] = spans[i];
    }

  return n;
}

/* The index of the last span that starts at or before @offset, or -1. */
static int
find_span (const AscSpanSet *self, guint offset)
{
  int low = 0, high = (int) self->n_spans;

  while (low < high)
    {
      int middle = low + (high - low) / 2;

      if (self->spans[middle].start <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low - 1;
}

/* A set of spans that are already as the invariants want them. */
static AscSpanSet *
new_from_sorted (const AscSpan *spans, guint n_spans)
{
  AscSpanSet *self;

  if (n_spans == 0)
    return NULL;

  self = g_atomic_rc_box_alloc (sizeof (AscSpanSet) + n_spans * sizeof (AscSpan));
  self->n_spans = n_spans;
  memcpy (self->spans, spans, n_spans * sizeof (AscSpan));
  return self;
}

/**
 * asc_span_set_new:
 * @spans: (array length=n_spans): spans in code points, in any order
 * @n_spans: how many
 *
 * Makes a set. Spans that overlap or touch are merged, empty ones are left out.
 *
 * Returns: (transfer full) (nullable): a new set, or %NULL when no span of @spans covers anything
 */
AscSpanSet *
asc_span_set_new (const AscSpan *spans, gsize n_spans)
{
  g_autofree AscSpan *sorted = NULL;

  g_return_val_if_fail (spans != NULL || n_spans == 0, NULL);
  g_return_val_if_fail (n_spans <= G_MAXINT, NULL);

  sorted = g_memdup2 (spans, n_spans * sizeof (AscSpan));
  if (n_spans > 1)
    qsort (sorted, n_spans, sizeof (AscSpan), compare_spans);

  return new_from_sorted (sorted, merge_sorted (sorted, n_spans));
}

/**
 * asc_span_set_new_single:
 * @start: first code point
 * @end: first code point after the span
 *
 * Returns: (transfer full) (nullable): a set of one span, or %NULL when it is empty
 */
AscSpanSet *
asc_span_set_new_single (guint start, guint end)
{
  return asc_span_set_new (&ASC_SPAN (start, end), 1);
}

/**
 * asc_span_set_ref:
 * @self: a set
 *
 * Returns: (transfer full): @self with one more reference
 */
AscSpanSet *
asc_span_set_ref (AscSpanSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * asc_span_set_unref:
 * @self: (transfer full): a set
 *
 * Drops a reference.
 */
void
asc_span_set_unref (AscSpanSet *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release (self);
}

/**
 * asc_span_set_get_n_spans:
 * @self: a set
 *
 * Returns: the number of spans, at least 1
 */
guint
asc_span_set_get_n_spans (const AscSpanSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_spans;
}

/**
 * asc_span_set_get_span:
 * @self: a set
 * @i: which one, less than asc_span_set_get_n_spans()
 *
 * Returns: (transfer none): the @i-th span in ascending order
 */
const AscSpan *
asc_span_set_get_span (const AscSpanSet *self, guint i)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (i < self->n_spans, NULL);

  return &self->spans[i];
}

/**
 * asc_span_set_get_spans:
 * @self: a set
 * @n_spans: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_spans): the spans in ascending order
 */
const AscSpan *
asc_span_set_get_spans (const AscSpanSet *self, gsize *n_spans)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_spans != NULL, NULL);

  *n_spans = self->n_spans;
  return self->spans;
}

/**
 * asc_span_set_get_start:
 * @self: a set
 *
 * Returns: where the first span starts
 */
guint
asc_span_set_get_start (const AscSpanSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->spans[0].start;
}

/**
 * asc_span_set_get_end:
 * @self: a set
 *
 * Returns: where the last span ends
 */
guint
asc_span_set_get_end (const AscSpanSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->spans[self->n_spans - 1].end;
}

/**
 * asc_span_set_get_length:
 * @self: a set
 *
 * Returns: the number of code points covered, without the gaps
 */
guint
asc_span_set_get_length (const AscSpanSet *self)
{
  guint length = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->n_spans; i++)
    length += asc_span_length (&self->spans[i]);

  return length;
}

/**
 * asc_span_set_contains:
 * @self: a set
 * @offset: a code point
 *
 * Returns: whether a span of the set covers the code point at @offset
 */
gboolean
asc_span_set_contains (const AscSpanSet *self, guint offset)
{
  int i;

  g_return_val_if_fail (self != NULL, FALSE);

  i = find_span (self, offset);
  return i >= 0 && offset < self->spans[i].end;
}

/**
 * asc_span_set_overlaps:
 * @self: a set
 * @span: a span
 *
 * Returns: whether at least one code point is in both
 */
gboolean
asc_span_set_overlaps (const AscSpanSet *self, const AscSpan *span)
{
  int i;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  if (asc_span_is_empty (span))
    return FALSE;

  i = find_span (self, span->end - 1);
  return i >= 0 && span->start < self->spans[i].end;
}

/**
 * asc_span_set_equal:
 * @self: a set
 * @other: another
 *
 * Returns: whether both cover the same code points
 */
gboolean
asc_span_set_equal (const AscSpanSet *self, const AscSpanSet *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return self->n_spans == other->n_spans
         && memcmp (self->spans, other->spans, self->n_spans * sizeof (AscSpan)) == 0;
}

/**
 * asc_span_set_compare:
 * @self: a set
 * @other: another
 *
 * Canonical order: by the start of the hull, then the longest hull first, then span by span.
 *
 * Returns: less than, equal to or greater than 0
 */
int
asc_span_set_compare (const AscSpanSet *self, const AscSpanSet *other)
{
  AscSpan hull, other_hull;
  int     order;

  g_return_val_if_fail (self != NULL && other != NULL, 0);

  hull = ASC_SPAN (asc_span_set_get_start (self), asc_span_set_get_end (self));
  other_hull = ASC_SPAN (asc_span_set_get_start (other), asc_span_set_get_end (other));
  order = asc_span_compare (&hull, &other_hull);

  for (guint i = 0; order == 0 && i < MIN (self->n_spans, other->n_spans); i++)
    order = asc_span_compare (&self->spans[i], &other->spans[i]);
  /* Equal hulls whose spans agree as far as both go have the same number of spans. */
  return order;
}

/**
 * asc_span_set_union:
 * @self: a set
 * @span: a span to add
 *
 * Returns: (transfer full): a set that covers what @self and @span cover; @self itself when that is
 *   the same
 */
AscSpanSet *
asc_span_set_union (AscSpanSet *self, const AscSpan *span)
{
  g_autofree AscSpan *spans = NULL;
  guint               n_before;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (span != NULL, NULL);

  n_before = (guint) (find_span (self, span->start) + 1);
  if (asc_span_is_empty (span) || (n_before > 0 && span->end <= self->spans[n_before - 1].end))
    return asc_span_set_ref (self);

  spans = g_new (AscSpan, self->n_spans + 1);
  memcpy (spans, self->spans, n_before * sizeof (AscSpan));
  spans[n_before] = *span;
  memcpy (spans + n_before + 1, self->spans + n_before,
          (self->n_spans - n_before) * sizeof (AscSpan));

  return new_from_sorted (spans, merge_sorted (spans, self->n_spans + 1));
}

/**
 * asc_span_set_subtract:
 * @self: a set
 * @span: a span to cut out
 *
 * Returns: (transfer full) (nullable): a set that covers what @self covers and @span does not;
 *   @self itself when they don't overlap, %NULL when nothing is left
 */
AscSpanSet *
asc_span_set_subtract (AscSpanSet *self, const AscSpan *span)
{
  g_autofree AscSpan *spans = NULL;
  guint               n = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (span != NULL, NULL);

  if (!asc_span_set_overlaps (self, span))
    return asc_span_set_ref (self);

  spans = g_new (AscSpan, self->n_spans + 1);
  for (guint i = 0; i < self->n_spans; i++)
    {
      AscSpan before = ASC_SPAN (self->spans[i].start, MIN (self->spans[i].end, span->start));
      AscSpan after = ASC_SPAN (MAX (self->spans[i].start, span->end), self->spans[i].end);

      if (!asc_span_is_empty (&before))
        spans[n++] = before;
      if (!asc_span_is_empty (&after))
        spans[n++] = after;
    }

  return new_from_sorted (spans, n);
}
