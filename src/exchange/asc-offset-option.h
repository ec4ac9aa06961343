/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The format option "offsets": what positions count, for formats whose programs disagree about it. */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

/* Put it into the AscFormatOption array of the format. */
#define ASC_OFFSET_FORMAT_OPTION { "offsets", N_("Positions count"), asc_offset_choices }

extern const char * const asc_offset_choices[];   /* "code-points", "utf-16" */

gboolean asc_offset_option_is_utf16 (AscExportOptions *options);
guint    asc_offset_option_convert  (gboolean utf16, AscText *text, guint offset);
/* A warning for an annotated text in which it makes a difference. */
void     asc_offset_option_warn     (const AscExportLayer *layer, AscLossReport *losses);

G_END_DECLS
