/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscAlignment: the annotations of one layer on tokens, for the formats that speak of tokens. Whatever does not fit is a row of the alignment report, never silent.
 *
 *   text       Dr.  Wang  said  on  July  4
 *   tokens     0    1     2     3   4     5       words and punctuation marks of AscSegmenter
 *   sentences  [0,                        6)      ranges of tokens that tile them; none ends inside an annotation
 *
 * In a layer of tags each label is for itself (asc_alignment_get_label), so that only annotations of one label can be in each other's way.
 * Always true of the aligned spans of a label: ascending, first <= last, and no two have a token in common.
 */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

/* What becomes of an annotation that begins or ends inside a token. */
typedef enum
{
  ASC_ALIGN_EXPAND,     /* every token it touches */
  ASC_ALIGN_CONTRACT,   /* only the tokens it covers */
  ASC_ALIGN_STRICT,     /* it is dropped */
} AscAlignMode;

/* Which of two annotations of one label that share tokens stays. */
typedef enum
{
  ASC_NESTING_OUTERMOST,
  ASC_NESTING_INNERMOST,
} AscNesting;

/* What becomes of an annotation in several pieces. */
typedef enum
{
  ASC_PIECES_HULL,        /* one, with the gap */
  ASC_PIECES_FRAGMENTS,   /* each piece for itself */
} AscPieces;

typedef struct
{
  AscAlignMode mode;
  AscNesting   nesting;
  AscPieces    pieces;
  gboolean     split_tokens;   /* also at the ends of annotations: exact, but it tells a model where they are */
} AscAlignmentOptions;

typedef struct
{
  AscAnnotation *annotation;   /* of the layer */
  guint          first;        /* token */
  guint          last;         /* token, inclusive */
} AscAlignedSpan;

typedef struct
{
  guint first;   /* token */
  guint end;     /* token after the last */
} AscTokenRange;

typedef struct _AscAlignment AscAlignment;

/* The options that every format with tokens has: put them into its AscFormatOption array. Their values were checked. */
#define ASC_ALIGNMENT_FORMAT_OPTIONS \
  { "align", N_("Annotations that begin or end inside a word"), asc_align_choices }, \
  { "nesting", N_("Which of two nested annotations of one label"), asc_nesting_choices }, \
  { "pieces", N_("Annotations in several pieces"), asc_pieces_choices }, \
  { "split-tokens", N_("Split words where annotations begin and end"), asc_yes_choices }

extern const char * const asc_align_choices[];     /* "expand", "contract", "strict" */
extern const char * const asc_nesting_choices[];   /* "outermost", "innermost" */
extern const char * const asc_pieces_choices[];    /* "hull", "fragments" */
extern const char * const asc_yes_choices[];       /* "no", "yes" */

AscAlignmentOptions   asc_alignment_options_read     (AscExportOptions *export_options);

/* @layer must live as long as the result. */
AscAlignment         *asc_alignment_new              (const AscExportLayer *layer, const AscAlignmentOptions *options);
void                  asc_alignment_free             (AscAlignment *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscAlignment, asc_alignment_free)

const AscSpan        *asc_alignment_get_tokens       (AscAlignment *self, guint *n_tokens);
const AscTokenRange  *asc_alignment_get_sentences    (AscAlignment *self, guint *n_sentences);
/* The tokens a span touches. FALSE when there are none; @exact: it begins and ends with them. For formats without layers, which keep every annotation. */
gboolean              asc_alignment_find             (AscAlignment *self, const AscSpan *span, guint *first, guint *last, gboolean *exact);
/* The layer of one label by the options; what was dropped or changed on the way becomes rows. Valid while @self is. */
const AscAlignedSpan *asc_alignment_get_label        (AscAlignment *self, const char *label, guint *n_spans);
/* All labels in one layer; of annotations in each other's way the shortest stays, as a mixed column would otherwise be all claim. */
const AscAlignedSpan *asc_alignment_get_flat         (AscAlignment *self, guint *n_spans);

/* Adds a row for a loss of the format's own: "TOO_LONG", "DROPPED". @problem and @action are static. */
void                  asc_alignment_add_row          (AscAlignment *self, AscAnnotation *annotation, const AscSpan *span, const char *problem, const char *action);
guint                 asc_alignment_get_n_rows       (AscAlignment *self);
/* Counts the rows in the loss report: of the kinds nested, discontinuous and alignment. */
void                  asc_alignment_add_losses       (AscAlignment *self, AscLossReport *losses);
/* alignment-report.tsv: the header, then asc_alignment_to_tsv() of each layer. (transfer full) */
const char           *asc_alignment_get_tsv_header   (void);
char                 *asc_alignment_to_tsv           (AscAlignment *self);

G_END_DECLS
