/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscSpansExporter: span JSON Lines, one object per article and coder; as a folder, a Hugging Face data set. */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

#define ASC_TYPE_SPANS_EXPORTER (asc_spans_exporter_get_type ())
G_DECLARE_FINAL_TYPE (AscSpansExporter, asc_spans_exporter, ASC, SPANS_EXPORTER, GObject)

/* An attribute's value as JSON Lines carry it: always a string; "as" gives several. A string that has the form of an ISO 8601 date, with or without a
 * time, gets the prefix "timex3:", because pyarrow turns a column of such strings into timestamps even when it is declared to be text; a string that
 * begins with the prefix gets it once more, so that taking one away always gives the value back. (transfer full) */
GStrv  asc_spans_attribute_values (GVariant *value);
char  *asc_spans_guard_date       (const char *value);

G_END_DECLS
