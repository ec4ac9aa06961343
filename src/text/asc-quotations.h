/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscQuotations: the quoted passages of a text. Straight and typographic marks of the languages of
 * news (“ ”, „ “, ” ”, « », » «, ‹ ›, 「 」, 『 』, " ", and ‘ ’, ‚ ‘, ' ' where they are no
 * apostrophes), nesting, and the convention that a quotation which runs over paragraphs opens again
 * in each and closes once.
 *
 * Always true: two passages are apart or one is inside the other; a passage whose closing mark is
 * missing ends with its paragraph at the latest.
 */
#pragma once

#include "asc-segmenter.h"

G_BEGIN_DECLS

#define ASC_TYPE_QUOTATIONS (asc_quotations_get_type ())
typedef struct _AscQuotations AscQuotations;

/**
 * AscQuotation:
 * @outer: the passage with its marks
 * @inner: without its marks and the white space inside them; never empty
 * @depth: 0 for an outermost passage
 */
typedef struct
{
  AscSpan outer;
  AscSpan inner;
  guint   depth;
} AscQuotation;

GType               asc_quotations_get_type (void) G_GNUC_CONST; /* boxed, reference counted, immutable */
AscQuotations      *asc_quotations_new   (AscText *text);
AscQuotations      *asc_quotations_ref   (AscQuotations *self);
void                asc_quotations_unref (AscQuotations *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscQuotations, asc_quotations_unref)

const AscQuotation *asc_quotations_get  (const AscQuotations *self, gsize *n_quotations);   /* by start */
/* The innermost quotation whose outer span holds @offset. */
gboolean            asc_quotations_at   (const AscQuotations *self, guint offset, AscQuotation *quotation);

/* Carve-out: a selection over an interrupted quotation (“…,” he said. “…”) without the interruption
 * and without the marks around it. NULL when @selection holds no interrupted quotation. (transfer
 * full) */
AscSpanSet         *asc_quotations_carve (const AscQuotations *self, const AscSpan *selection);

G_END_DECLS
