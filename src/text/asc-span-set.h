/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscSpanSet: the one or more spans of an annotation. Immutable and reference counted.
 *
 * Always true: at least one span; each span non-empty; ascending; no two overlap or touch
 * (touching spans are merged when a set is made).
 */
#pragma once

#include "asc-span.h"

G_BEGIN_DECLS

#define ASC_TYPE_SPAN_SET (asc_span_set_get_type ())

typedef struct _AscSpanSet AscSpanSet;

GType          asc_span_set_get_type   (void) G_GNUC_CONST;

AscSpanSet    *asc_span_set_new        (const AscSpan *spans, gsize n_spans); /* any order; NULL when nothing non-empty is left */
AscSpanSet    *asc_span_set_new_single (guint start, guint end);
AscSpanSet    *asc_span_set_ref        (AscSpanSet *self);
void           asc_span_set_unref      (AscSpanSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscSpanSet, asc_span_set_unref)

guint          asc_span_set_get_n_spans (const AscSpanSet *self);
const AscSpan *asc_span_set_get_span    (const AscSpanSet *self, guint i);
const AscSpan *asc_span_set_get_spans   (const AscSpanSet *self, gsize *n_spans);
guint          asc_span_set_get_start   (const AscSpanSet *self); /* of the hull */
guint          asc_span_set_get_end     (const AscSpanSet *self); /* of the hull */
guint          asc_span_set_get_length  (const AscSpanSet *self); /* code points covered, without the gaps */
gboolean       asc_span_set_contains    (const AscSpanSet *self, guint offset);
gboolean       asc_span_set_overlaps    (const AscSpanSet *self, const AscSpan *span);
gboolean       asc_span_set_equal       (const AscSpanSet *self, const AscSpanSet *other);
int            asc_span_set_compare     (const AscSpanSet *self, const AscSpanSet *other); /* hull start, then longest hull, then spans */
AscSpanSet    *asc_span_set_union       (AscSpanSet *self, const AscSpan *span);
AscSpanSet    *asc_span_set_subtract    (AscSpanSet *self, const AscSpan *span); /* NULL when nothing is left */

G_END_DECLS
