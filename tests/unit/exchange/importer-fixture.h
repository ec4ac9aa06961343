/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an importer makes of a file, as text to compare. */
#pragma once

#include "asc-importer.h"

/* Reads @content as a file called @name, with the other files of @beside ("name", "content", …, NULL) in its folder. Each article is
 *
 *   id|text|
 *   coder: key label start-end,start-end “quote” {name=value, …} (note)
 *   type(from, to)
 *
 * with a line for each annotation and relation, and each problem a line "! code line pointer". (transfer full) */
char *import_text (const char *importer, const char *name, const char *content, const char * const *beside);
