/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscConllExporter: CoNLL-2003 columns, a token a line. A file has one column of tags: one label's (option "label"), or all labels', of which the shortest annotation
 * wins. A folder has a file for each label, so that annotations of different labels nest.
 */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

#define ASC_TYPE_CONLL_EXPORTER (asc_conll_exporter_get_type ())
G_DECLARE_FINAL_TYPE (AscConllExporter, asc_conll_exporter, ASC, CONLL_EXPORTER, GObject)

G_END_DECLS
