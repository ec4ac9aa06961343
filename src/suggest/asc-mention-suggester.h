/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscMentionSuggester: where else in the article what was just annotated is mentioned: "tag every other mention for me". Whole words, case
 * as written; for an actor of the register also its name and aliases. What is annotated with that label already is left out.
 */
#pragma once

#include "asc-annotator.h"

G_BEGIN_DECLS

/* Ascending, none overlapping. (transfer full) (element-type AscSpan) */
GArray        *asc_mention_suggester_find   (AscAnnotator *annotator, AscAnnotation *annotation);
/* Annotates a mention of @annotation as such: with its label and the same actor of the register, origin accepted. Returns it, or what is there already;
 * NULL when the set is read-only. (transfer none) */
AscAnnotation *asc_mention_suggester_accept (AscAnnotator *annotator, AscAnnotation *annotation, const AscSpan *mention, const char *squash_key);

G_END_DECLS
