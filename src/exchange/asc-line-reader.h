/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscLineReader: a text file line by line, in the memory of its longest line: LF, CR LF or CR; a byte order mark is dropped; what is not UTF-8, and U+0000, become
 * U+FFFD.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ASC_LINE_MAX_BYTES (64 * 1024 * 1024)

typedef struct _AscLineReader AscLineReader;

/* @path: what the file is called in problems. */
AscLineReader *asc_line_reader_open       (GFile *file, const char *path, GCancellable *cancellable, GError **error);
void           asc_line_reader_free       (AscLineReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscLineReader, asc_line_reader_free)

/* The next line without its end, NULL after the last; valid until the next call. FALSE with @error when it cannot be read or is too long. */
gboolean       asc_line_reader_next       (AscLineReader *self, const char **line, GError **error);
guint          asc_line_reader_get_number (AscLineReader *self);   /* of the line read last, from 1 */

G_END_DECLS
