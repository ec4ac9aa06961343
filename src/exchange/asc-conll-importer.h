/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscConllImporter: tokens in columns with IOB1, IOB2, IOBES or BILOU tags: CoNLL-2003, two columns, our table with offsets, GermEval 2014, CoNLL-U Plus.
 *
 * The text is put together from the tokens: by their offsets where the file has them, else with single spaces and a line for each sentence.
 */
#pragma once

#include "asc-importer.h"

G_BEGIN_DECLS

#define ASC_TYPE_CONLL_IMPORTER (asc_conll_importer_get_type ())
G_DECLARE_FINAL_TYPE (AscConllImporter, asc_conll_importer, ASC, CONLL_IMPORTER, GObject)

G_END_DECLS
