/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscOffsets: the one place that converts between code points, UTF-8 bytes and UTF-16 units.
 *
 * Built once a text: a checkpoint every 128 code points holds its byte and UTF-16 position, so that
 * a conversion is a look-up (or a binary search) and a walk of less than 128 code points.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AscOffsets AscOffsets;

AscOffsets *asc_offsets_new             (const char *utf8, gsize n_bytes); /* borrows @utf8, which must be valid UTF-8 */
void        asc_offsets_free            (AscOffsets *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscOffsets, asc_offsets_free)

guint       asc_offsets_get_n_chars     (const AscOffsets *self);
gsize       asc_offsets_get_n_bytes     (const AscOffsets *self);
guint       asc_offsets_get_n_utf16     (const AscOffsets *self);
gboolean    asc_offsets_has_astral      (const AscOffsets *self); /* any code point >= U+10000 */

/* A position past the end is clamped to the end; one inside a character goes to that character's
 * start. */
gsize       asc_offsets_chars_to_bytes  (const AscOffsets *self, guint offset_chars);
guint       asc_offsets_bytes_to_chars  (const AscOffsets *self, gsize offset_bytes);
guint       asc_offsets_chars_to_utf16  (const AscOffsets *self, guint offset_chars);
guint       asc_offsets_utf16_to_chars  (const AscOffsets *self, guint offset_utf16);

G_END_DECLS
