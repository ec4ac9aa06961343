/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscLineGeometry: where the annotations of one paragraph stand, and the drawing of them, kept until one of them, the width or the font changes.
 *
 * Everything is relative to the paragraph's top, so that scrolling and text settling above change nothing. Lanes: annotations that overlap within
 * the paragraph are in different lanes, the outer (canonically first) one in the lower; a lane is free again after its annotation ends.
 */
#pragma once

#include "asc-annotation-set.h"
#include "asc-line-rows.h"

G_BEGIN_DECLS

typedef enum
{
  ASC_PIECE_SPAN,
  ASC_PIECE_GAP,   /* between two spans of a discontinuous annotation */
} AscPieceKind;

/**
 * AscPiece:
 * @annotation: (unowned): whose; the geometry holds it
 * @first: of a span's first piece: it is the annotation's first span
 * @last: of a span's last piece: it is the annotation's last span
 *
 * A part of an annotation that is one rectangle.
 */
typedef struct
{
  AscAnnotation *annotation;
  AscSpanRect    rect;
  AscPieceKind   kind;
  guint8         lane;
  guint          first : 1;
  guint          last : 1;
} AscPiece;

typedef struct _AscLineGeometry AscLineGeometry;

AscLineGeometry *asc_line_geometry_new        (AscLineRows *rows, AscAnnotationSet *set);   /* takes @rows */
void             asc_line_geometry_free       (AscLineGeometry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscLineGeometry, asc_line_geometry_free)

AscLineRows     *asc_line_geometry_get_rows   (const AscLineGeometry *self);
const AscPiece  *asc_line_geometry_get_pieces (const AscLineGeometry *self, guint *n_pieces);
/* The drawing, NULL until set. */
GskRenderNode   *asc_line_geometry_get_node   (const AscLineGeometry *self);
void             asc_line_geometry_set_node   (AscLineGeometry *self, GskRenderNode *node);   /* takes @node */
gboolean         asc_line_geometry_is_drawn   (const AscLineGeometry *self);                  /* perhaps with nothing to draw */

G_END_DECLS
