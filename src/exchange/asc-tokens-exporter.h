/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscTokensExporter: token JSON Lines, the input of token classification: a column of class numbers for each label, so that annotations of different
 * labels nest; as a folder, a Hugging Face data set with the classes' names.
 */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

#define ASC_TYPE_TOKENS_EXPORTER (asc_tokens_exporter_get_type ())
G_DECLARE_FINAL_TYPE (AscTokensExporter, asc_tokens_exporter, ASC, TOKENS_EXPORTER, GObject)

G_END_DECLS
