/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscCueLexicon: the words by which news says that somebody said something ("said", "according to", "räumte ein"). Data tables a
 * language; looked up by lower-cased word form, so no stemmer is needed.
 */
#pragma once

#include "asc-segmenter.h"

G_BEGIN_DECLS

/* The cue that begins with word @i of @words (spans of @text), and how many words it has; 0 when none does. @language: BCP 47; NULL or one
 * without a table: English. */
guint    asc_cue_lexicon_match   (const char *language, AscText *text, const AscSpan *words, gsize n_words, gsize i);

/* The spans of all cues in @range. (transfer full) (element-type AscSpan) */
GArray  *asc_cue_lexicon_find_in (AscSegmenter *segmenter, const char *language, const AscSpan *range);

G_END_DECLS
