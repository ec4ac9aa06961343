/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscSegmenter: graphemes, words, sentences and paragraphs of a text, by ICU with the fixes news
 * needs (abbreviations and initials do not end a sentence; a white-space segment is no word).
 *
 * A question about a place reads the text near that place only, so that it is answered at once in a
 * text of any size. The list of all segments of a kind is made when it is first asked for, and
 * kept. One segmenter a text; not thread safe.
 */
#pragma once

#include "asc-text.h"

G_BEGIN_DECLS

typedef enum
{
  ASC_SEGMENT_GRAPHEME,
  ASC_SEGMENT_WORD,      /* a word or a punctuation mark; never white space */
  ASC_SEGMENT_SENTENCE,  /* without the white space around it */
  ASC_SEGMENT_PARAGRAPH, /* a line of the text without its line end and outer white space */
} AscSegmentKind;

#define ASC_TYPE_SEGMENTER (asc_segmenter_get_type ())
typedef struct _AscSegmenter AscSegmenter;

GType         asc_segmenter_get_type       (void) G_GNUC_CONST;   /* boxed, reference counted */
AscSegmenter *asc_segmenter_new            (AscText *text, const char *language); /* BCP 47, or NULL */
AscSegmenter *asc_segmenter_ref            (AscSegmenter *self);
void          asc_segmenter_unref          (AscSegmenter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscSegmenter, asc_segmenter_unref)

AscText      *asc_segmenter_get_text       (AscSegmenter *self);
const char   *asc_segmenter_get_language   (AscSegmenter *self);   /* as given, or NULL */
/* What an export says about its tokens and sentences: "icu-76.1-uax29+abbr1". */
const char   *asc_segmenter_get_rules_name (void);

/* The segment that holds @offset, else the one that ends there (a caret stands between
 * characters). */
gboolean      asc_segmenter_segment_at     (AscSegmenter *self, AscSegmentKind kind, guint offset, AscSpan *segment);
/* First segment that starts at or after @offset / last one that ends at or before it. */
gboolean      asc_segmenter_next_segment   (AscSegmenter *self, AscSegmentKind kind, guint offset, AscSpan *segment);
gboolean      asc_segmenter_prev_segment   (AscSegmenter *self, AscSegmentKind kind, guint offset, AscSpan *segment);
/* All segments of a kind, ascending; owned by the segmenter. */
const AscSpan *asc_segmenter_get_segments  (AscSegmenter *self, AscSegmentKind kind, gsize *n_segments);

/* A selection made fit for an annotation: white space trimmed, ends moved outwards to grapheme
 * boundaries. FALSE when nothing but white space is left. */
gboolean      asc_segmenter_tidy_selection (AscSegmenter *self, const AscSpan *selection, AscSpan *tidy);

G_END_DECLS
