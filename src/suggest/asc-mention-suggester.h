/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscMentionSuggester: where else in the article what was just annotated is mentioned: "tag every other mention for me". Whole words, case
 * as written; for an actor of the register also its name and aliases. What is annotated with that label already is left out.
 */
#pragma once

#include "asc-annotator.h"

G_BEGIN_DECLS

/* Ascending, none overlapping. (transfer full) (element-type AscSpan) */
GArray *asc_mention_suggester_find (AscAnnotator *annotator, AscAnnotation *annotation);

G_END_DECLS
