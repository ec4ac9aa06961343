/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scanner behind AscQuotations: pairs the quotation marks of a text. Not for other layers. */
#pragma once

#include "asc-quotations.h"

G_BEGIN_DECLS

/* Pairs the marks of @text. @quotations: AscQuotation by start, inner spans not yet trimmed of
 * white space, depth set. @reopenings: AscSpan, ascending: from the end of one paragraph to after
 * the mark that opens the quotation again in the next. */
void asc_quotation_scan (AscText *text, GArray *quotations, GArray *reopenings);

G_END_DECLS
