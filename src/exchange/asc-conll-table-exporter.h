/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscConllTableExporter: a token a line with its offsets and a column of tags for each label, TAB-separated: CoNLL in which labels nest and which can be put back
 * into the text.
 */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

#define ASC_TYPE_CONLL_TABLE_EXPORTER (asc_conll_table_exporter_get_type ())
G_DECLARE_FINAL_TYPE (AscConllTableExporter, asc_conll_table_exporter, ASC, CONLL_TABLE_EXPORTER, GObject)

G_END_DECLS
