/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscTextImporter: raw bytes of a text file → clean UTF-8 and the list of what was changed (encoding told by BOM, validity, then a stated
 * fallback of windows-1252; CRLF and CR to LF; one BOM, NUL and C0 controls but TAB and LF, U+FFFE, U+FFFF dropped; no NFC, no squeezing).
 * The title is the first line when it is short and a blank line follows, else the file's name. */
#pragma once

#include "asc-article.h"
#include "asc-store-error.h"

G_BEGIN_DECLS

#define ASC_TEXT_MAX_BYTES (32 * 1024 * 1024)

/* A new article with text and metadata (id from the title; the caller makes it unique in a project). @name: file name, for title and messages. */
AscArticle *asc_text_importer_import (GBytes *bytes, const char *name, GError **error);

/* Only the cleaning: for other importers. @normalised gets static strings. (transfer full) */
char       *asc_text_importer_clean  (GBytes *bytes, const char *name, gsize *n_bytes, GPtrArray *normalised, GError **error);

G_END_DECLS
