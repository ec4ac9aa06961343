/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-line-geometry.h"

/* Past this many the inset would leave nothing of a row: the lanes begin again. */
#define MAX_LANES 5

struct _AscLineGeometry
{
  AscLineRows   *rows;
  GPtrArray     *annotations;  /* (element-type AscAnnotation) what the pieces point to */
  GArray        *pieces;       /* (element-type AscPiece) outer ones first */
  GskRenderNode *node;
  gboolean       drawn;
};

static void
add_pieces (AscLineGeometry *self, AscAnnotation *annotation, const AscSpan *span, AscPieceKind kind, guint lane, gboolean first, gboolean last, GArray *rects)
{
  g_array_set_size (rects, 0);
  asc_line_rows_add_rects (self->rows, span, rects);
  for (guint i = 0; i < rects->len; i++)
    {
      AscPiece piece = {
        .annotation = annotation,
        .rect = g_array_index (rects, AscSpanRect, i),
        .kind = kind,
        .lane = lane,
        .first = first,
        .last = last,
      };

      g_array_append_val (self->pieces, piece);
    }
}

/* The first lane that is free from @start on; it is taken until @end. */
static guint
take_lane (GArray *lane_ends, guint start, guint end)
{
  for (guint i = 0; i < lane_ends->len; i++)
    {
      if (g_array_index (lane_ends, guint, i) <= start)
        {
          g_array_index (lane_ends, guint, i) = end;
          return i;
        }
    }
  g_array_append_val (lane_ends, end);
  return lane_ends->len - 1;
}

static void
add_annotation (AscLineGeometry *self, AscAnnotation *annotation, GArray *lane_ends, GArray *rects)
{
  const AscSpan *rows_span = asc_line_rows_get_span (self->rows);
  const AscSpan *spans;
  gsize          n;
  guint          lane;

  spans = asc_span_set_get_spans (asc_annotation_get_spans (annotation), &n);
  lane = take_lane (lane_ends, MAX (spans[0].start, rows_span->start), MIN (spans[n - 1].end, rows_span->end)) % MAX_LANES;
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0)
        {
          AscSpan gap = { spans[i - 1].end, spans[i].start };

          if (asc_span_overlaps (&gap, rows_span))
            add_pieces (self, annotation, &gap, ASC_PIECE_GAP, lane, FALSE, FALSE, rects);
        }
      if (asc_span_overlaps (&spans[i], rows_span))
        add_pieces (self, annotation, &spans[i], ASC_PIECE_SPAN, lane, i == 0, i == n - 1, rects);
    }
}

/**
 * asc_line_geometry_new:
 * @rows: (transfer full): the paragraph
 * @set: the annotations
 *
 * Returns: (transfer full): where the annotations of @set stand in the paragraph
 */
AscLineGeometry *
asc_line_geometry_new (AscLineRows *rows, AscAnnotationSet *set)
{
  AscLineGeometry *self;

  g_return_val_if_fail (rows != NULL, NULL);
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (set), NULL);

  self = g_new0 (AscLineGeometry, 1);
  self->rows = rows;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (AscPiece));
  if (!asc_span_is_empty (asc_line_rows_get_span (rows)))
    {
      g_autoptr (GPtrArray) found = asc_annotation_set_query (set, asc_line_rows_get_span (rows));
      g_autoptr (GArray)    rects = g_array_new (FALSE, FALSE, sizeof (AscSpanRect));
      g_autoptr (GArray)    lane_ends = g_array_new (FALSE, FALSE, sizeof (guint));

      self->annotations = g_ptr_array_new_full (found->len, g_object_unref);
      for (guint i = 0; i < found->len; i++)
        {
          g_ptr_array_add (self->annotations, g_object_ref (g_ptr_array_index (found, i)));
          add_annotation (self, g_ptr_array_index (found, i), lane_ends, rects);
        }
    }
  return self;
}

/**
 * asc_line_geometry_free:
 * @self: (transfer full): a geometry
 */
void
asc_line_geometry_free (AscLineGeometry *self)
{
  g_return_if_fail (self != NULL);

  asc_line_rows_free (self->rows);
  g_clear_pointer (&self->annotations, g_ptr_array_unref);
  g_array_unref (self->pieces);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_free (self);
}

/**
 * asc_line_geometry_get_rows:
 * @self: a geometry
 *
 * Returns: (transfer none): the paragraph's rows
 */
AscLineRows *
asc_line_geometry_get_rows (const AscLineGeometry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rows;
}

/**
 * asc_line_geometry_get_pieces:
 * @self: a geometry
 * @n_pieces: (out): how many
 *
 * Returns: (array length=n_pieces): the pieces, outer annotations first
 */
const AscPiece *
asc_line_geometry_get_pieces (const AscLineGeometry *self, guint *n_pieces)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_pieces != NULL, NULL);

  *n_pieces = self->pieces->len;
  return (const AscPiece *) self->pieces->data;
}

/**
 * asc_line_geometry_get_node:
 * @self: a geometry
 *
 * Returns: (transfer none) (nullable): the drawing, relative to the paragraph's top
 */
GskRenderNode *
asc_line_geometry_get_node (const AscLineGeometry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->node;
}

/**
 * asc_line_geometry_set_node:
 * @self: a geometry
 * @node: (transfer full) (nullable): the drawing; %NULL when there is nothing to draw
 */
void
asc_line_geometry_set_node (AscLineGeometry *self, GskRenderNode *node)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->node = node;
  self->drawn = TRUE;
}

/**
 * asc_line_geometry_is_drawn:
 * @self: a geometry
 *
 * Returns: whether asc_line_geometry_set_node() was called
 */
gboolean
asc_line_geometry_is_drawn (const AscLineGeometry *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->drawn;
}
