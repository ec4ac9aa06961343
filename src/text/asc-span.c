/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-span.h"

G_DEFINE_BOXED_TYPE (AscSpan, asc_span, asc_span_copy, asc_span_free)

/**
 * asc_span_new:
 * @start: first code point
 * @end: first code point after the span
 *
 * Makes a span on the heap, for bindings; C code keeps spans by value.
 *
 * Returns: (transfer full): a new span
 */
AscSpan *
asc_span_new (guint start, guint end)
{
  AscSpan *self = g_new (AscSpan, 1);

  self->start = start;
  self->end = end;
  return self;
}

/**
 * asc_span_copy:
 * @self: a span
 *
 * Returns: (transfer full): a copy of @self
 */
AscSpan *
asc_span_copy (const AscSpan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return asc_span_new (self->start, self->end);
}

/**
 * asc_span_free:
 * @self: (transfer full): a span from asc_span_new() or asc_span_copy()
 */
void
asc_span_free (AscSpan *self)
{
  g_free (self);
}

/**
 * asc_span_equal:
 * @self: a span
 * @other: another
 *
 * Returns: whether both cover the same code points
 */
gboolean
asc_span_equal (const AscSpan *self, const AscSpan *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return self->start == other->start && self->end == other->end;
}

/**
 * asc_span_compare:
 * @self: a span
 * @other: another
 *
 * Canonical order: by start, then the longest first, so that what encloses comes before what is
 * inside.
 *
 * Returns: less than, equal to or greater than 0
 */
int
asc_span_compare (const AscSpan *self, const AscSpan *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, 0);

  if (self->start != other->start)
    return self->start < other->start ? -1 : 1;
  if (self->end != other->end)
    return self->end > other->end ? -1 : 1;
  return 0;
}
