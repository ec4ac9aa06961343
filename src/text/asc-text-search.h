/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscTextSearch: every place of a text that reads like some words, ignoring case and how quotation marks, apostrophes and spaces are written. */
#pragma once

#include "asc-text.h"

G_BEGIN_DECLS

/* At most @max hits, ascending, none overlapping; empty for an empty @needle. (transfer full) (element-type AscSpan) */
GArray *asc_text_search (AscText *text, const char *needle, guint max);

G_END_DECLS
