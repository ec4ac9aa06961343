/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscIndex: which annotations touch a range of the text.
 *
 * Sorted chunks of at most 128 entries, each with the largest end in it: insert and remove are a binary search and a short
 * memmove, a query skips whole chunks by their largest end. An entry is one span; a discontinuous annotation has several.
 */
#pragma once

#include "asc-annotation.h"

G_BEGIN_DECLS

typedef struct _AscIndex AscIndex;

AscIndex *asc_index_new      (void);
void      asc_index_free     (AscIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscIndex, asc_index_free)

void      asc_index_insert   (AscIndex *self, AscAnnotation *annotation);   /* holds a reference */
gboolean  asc_index_remove   (AscIndex *self, AscAnnotation *annotation);
guint     asc_index_get_n_spans (AscIndex *self);

typedef void (*AscIndexFunc) (AscAnnotation *annotation, const AscSpan *span, gpointer user_data);

/* Every (annotation, span) whose span overlaps @range, by start, then longest, then id. */
void      asc_index_foreach_overlapping (AscIndex *self, const AscSpan *range, AscIndexFunc func, gpointer user_data);
/* The annotations (each once) of which a span overlaps @range, canonical order. (transfer container) (element-type AscAnnotation) */
GPtrArray *asc_index_query   (AscIndex *self, const AscSpan *range);

/* Aborts when an invariant is broken; for tests. */
void      asc_index_check_consistency (AscIndex *self);

G_END_DECLS
