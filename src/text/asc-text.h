/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscText: the text of one article. Immutable, reference counted, safe to read from several
 * threads. */
#pragma once

#include "asc-offsets.h"
#include "asc-span-set.h"

G_BEGIN_DECLS

#define ASC_TYPE_TEXT (asc_text_get_type ())

typedef struct _AscText AscText;

GType             asc_text_get_type    (void) G_GNUC_CONST;

AscText          *asc_text_new         (const char *utf8, gssize n_bytes);  /* NULL when not valid UTF-8 or when it holds U+0000 */
AscText          *asc_text_new_bytes   (GBytes *bytes);
AscText          *asc_text_ref         (AscText *self);
void              asc_text_unref       (AscText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscText, asc_text_unref)

const char       *asc_text_get_utf8    (const AscText *self);     /* NUL-terminated */
gsize             asc_text_get_n_bytes (const AscText *self);
guint             asc_text_get_length  (const AscText *self);     /* code points */
const AscOffsets *asc_text_get_offsets (const AscText *self);
const char       *asc_text_get_sha256  (AscText *self);           /* of the bytes, 64 hex digits; computed once */

char             *asc_text_slice       (const AscText *self, const AscSpan *span);       /* (transfer full) */
GStrv             asc_text_quote       (const AscText *self, const AscSpanSet *spans);   /* one string a span (transfer full) */
gunichar          asc_text_char_at     (const AscText *self, guint offset);              /* 0 at the end */
gboolean          asc_text_matches     (const AscText *self, const AscSpan *span, const char *quote);

/* Nearest occurrence of @needle to @near, in code points; FALSE when there is none. Sets @n_hits to
 * how many there are (may be NULL). */
gboolean          asc_text_find_nearest (const AscText *self, const char *needle, guint near, AscSpan *hit, guint *n_hits);

G_END_DECLS
