/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscAnnotationPainter: what an annotation looks like. Kinds differ by form as well as by colour: soft fill with edge brackets, stronger pill, dotted
 * underline, wave, box; what overlaps is inset by its lane; a suggestion is dashed. It draws pieces and knows nothing of text or sets.
 *
 * Rectangles and borders rather than paths wherever they do: on every renderer they are the cheapest nodes.
 */
#pragma once

#include "asc-article-palette.h"
#include "asc-codebook.h"
#include "asc-line-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  ASC_EMPHASIS_HOVERED,
  ASC_EMPHASIS_LIT,       /* the far end of a relation */
  ASC_EMPHASIS_TARGET,    /* may be related to */
  ASC_EMPHASIS_CANDIDATE, /* the target that Enter takes */
  ASC_EMPHASIS_SELECTED,
} AscEmphasis;

typedef struct _AscAnnotationPainter AscAnnotationPainter;

AscAnnotationPainter *asc_annotation_painter_new          (void);
void                  asc_annotation_painter_free         (AscAnnotationPainter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscAnnotationPainter, asc_annotation_painter_free)

/* @codebook may be NULL. @scale: of lines and insets, 1 for text of 16 pixels. @descent: share of a row below its baseline. */
void                  asc_annotation_painter_configure    (AscAnnotationPainter *self, AscCodebook *codebook, AscScheme scheme,
                                                           const GdkRGBA *accent, float scale, float descent);
/* What is proposed as a role: dashed. @picked: it is being changed. */
void                  asc_annotation_painter_draw_ghost   (AscAnnotationPainter *self, GtkSnapshot *snapshot, const AscSpanRect *rect,
                                                           const char *label, gboolean picked);
const AscLabelColors *asc_annotation_painter_get_colors   (AscAnnotationPainter *self, const char *label);

/* The lasting drawing of a paragraph's pieces. */
void                  asc_annotation_painter_draw         (AscAnnotationPainter *self, GtkSnapshot *snapshot, const AscPiece *pieces, guint n_pieces);
void                  asc_annotation_painter_emphasise    (AscAnnotationPainter *self, GtkSnapshot *snapshot, const AscPiece *piece, AscEmphasis emphasis);
/* The knob on an edge of the selected annotation. @grabbed: the edge that keys move now. */
void                  asc_annotation_painter_draw_handle  (AscAnnotationPainter *self, GtkSnapshot *snapshot, const AscPiece *piece, gboolean at_end, gboolean grabbed);
/* Where that knob is; FALSE when @piece does not hold the edge. */
gboolean              asc_annotation_painter_get_handle   (AscAnnotationPainter *self, const AscPiece *piece, gboolean at_end, graphene_point_t *center);
void                  asc_annotation_painter_draw_hit     (AscAnnotationPainter *self, GtkSnapshot *snapshot, const AscSpanRect *rect, gboolean current);

G_END_DECLS
