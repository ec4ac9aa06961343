/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscJsonLines: a file of JSON Lines, object by object. A line that is none is a problem with its number, and the next one is read. */
#pragma once

#include "asc-import-article.h"
#include "asc-json-reader.h"

G_BEGIN_DECLS

typedef struct _AscJsonLines AscJsonLines;

/* @path: what the file is called in problems; @problems must outlive it. */
AscJsonLines *asc_json_lines_open  (GFile *file, const char *path, GPtrArray *problems, GCancellable *cancellable, GError **error);
void          asc_json_lines_free  (AscJsonLines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscJsonLines, asc_json_lines_free)

/* The next object in @reader, NULL after the last; valid until the next call. FALSE with @error when the file cannot be read. */
gboolean      asc_json_lines_next  (AscJsonLines *self, AscJsonReader **reader, GError **error);
/* Tells the number of the line to the problems that were added since it was read, and to what stands in @article (nullable): call it before
 * others add theirs. */
void          asc_json_lines_mark  (AscJsonLines *self, AscImportArticle *article);
guint         asc_json_lines_get_number (AscJsonLines *self);

G_END_DECLS
