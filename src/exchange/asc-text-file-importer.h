/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscTextFileImporter: an article a text file, without annotations. */
#pragma once

#include "asc-importer.h"

G_BEGIN_DECLS

#define ASC_TYPE_TEXT_FILE_IMPORTER (asc_text_file_importer_get_type ())
G_DECLARE_FINAL_TYPE (AscTextFileImporter, asc_text_file_importer, ASC, TEXT_FILE_IMPORTER, GObject)

G_END_DECLS
