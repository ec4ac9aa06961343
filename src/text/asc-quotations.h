/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscQuotations: the quoted passages of a text. Straight and typographic marks of the languages of news
 * (“ ”, „ “, « », ‹ ›, 「 」, 『 』, " "), nesting, and the convention that a quotation which runs over paragraphs
 * opens again in each and closes once.
 */
#pragma once

#include "asc-segmenter.h"

G_BEGIN_DECLS

typedef struct _AscQuotations AscQuotations;

typedef struct
{
  AscSpan outer; /* with the marks */
  AscSpan inner; /* without */
  guint   depth; /* 0 for an outermost passage */
} AscQuotation;

AscQuotations      *asc_quotations_new  (AscText *text);
void                asc_quotations_free (AscQuotations *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscQuotations, asc_quotations_free)

const AscQuotation *asc_quotations_get  (const AscQuotations *self, gsize *n_quotations);   /* by start */
/* The innermost quotation whose outer span holds @offset. */
gboolean            asc_quotations_at   (const AscQuotations *self, guint offset, AscQuotation *quotation);

/* Carve-out: a selection over an interrupted quotation (“…,” he said. “…”) without the interruption and without
 * the marks around it. NULL when @selection holds no interrupted quotation. (transfer full) */
AscSpanSet         *asc_quotations_carve (const AscQuotations *self, const AscSpan *selection);

G_END_DECLS
