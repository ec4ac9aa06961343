/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscSpan: a half-open range of an article's text, in code points.
 *
 * Always true of a span that is part of an annotation: start < end <= length of the text.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ASC_TYPE_SPAN (asc_span_get_type ())

/**
 * AscSpan:
 * @start: first code point
 * @end: first code point after the span
 */
typedef struct
{
  guint start;
  guint end;
} AscSpan;

GType    asc_span_get_type  (void) G_GNUC_CONST;

AscSpan *asc_span_new       (guint start, guint end);
AscSpan *asc_span_copy      (const AscSpan *self);
void     asc_span_free      (AscSpan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscSpan, asc_span_free)

#define ASC_SPAN(s, e) ((AscSpan) { (s), (e) })

static inline guint
asc_span_length (const AscSpan *self)
{
  return self->end - self->start;
}

static inline gboolean
asc_span_is_empty (const AscSpan *self)
{
  return self->end <= self->start;
}

static inline gboolean
asc_span_contains (const AscSpan *self, guint offset)
{
  return self->start <= offset && offset < self->end;
}

static inline gboolean
asc_span_overlaps (const AscSpan *self, const AscSpan *other)
{
  return self->start < other->end && other->start < self->end;
}

gboolean asc_span_equal     (const AscSpan *self, const AscSpan *other);

/* Canonical order: by start, then longest first. */
int      asc_span_compare   (const AscSpan *self, const AscSpan *other);

G_END_DECLS
