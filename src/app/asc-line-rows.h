/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscLineRows: how one paragraph of a text view is broken into rows on the screen, and where a span of it stands in them.
 *
 * Rows ascend and touch: row[i].next == row[i + 1].start. A span's rectangles are exact in mixed-direction text, where one span may be several
 * pieces of a row: within a row each run of one embedding level is contiguous on the screen, so two look-ups give its extent.
 */
#pragma once

#include <gtk/gtk.h>

#include "asc-text.h"

G_BEGIN_DECLS

/* On which side of a rectangle the span starts or ends, as it is read. In mixed directions that may be in the middle of what is covered. */
typedef enum
{
  ASC_EDGE_START_LEFT  = 1 << 0,
  ASC_EDGE_START_RIGHT = 1 << 1,
  ASC_EDGE_END_LEFT    = 1 << 2,
  ASC_EDGE_END_RIGHT   = 1 << 3,
} AscEdges;

#define ASC_EDGES_START (ASC_EDGE_START_LEFT | ASC_EDGE_START_RIGHT)
#define ASC_EDGES_END   (ASC_EDGE_END_LEFT | ASC_EDGE_END_RIGHT)
#define ASC_EDGES_LEFT  (ASC_EDGE_START_LEFT | ASC_EDGE_END_LEFT)
#define ASC_EDGES_RIGHT (ASC_EDGE_START_RIGHT | ASC_EDGE_END_RIGHT)

/* On which side of a rectangle what is covered goes on: in a rectangle that touches it, or in the row above or below. */
typedef enum
{
  ASC_OPEN_LEFT  = 1 << 0,
  ASC_OPEN_RIGHT = 1 << 1,
} AscOpenSides;

/**
 * AscSpanRect:
 * @x: buffer coordinates
 * @y: from the paragraph's top
 * @edges: for brackets and handles
 * @open: for outlines
 */
typedef struct
{
  int          x;
  int          y;
  int          width;
  int          height;
  AscEdges     edges;
  AscOpenSides open;
} AscSpanRect;

typedef struct _AscLineRows AscLineRows;

/* @line: the paragraph's number. Of a paragraph too long to lay out whole, only the rows between @y0 and @y1 (buffer coordinates) are kept. */
AscLineRows   *asc_line_rows_new      (GtkTextView *view, AscText *text, guint line, int y0, int y1);
void           asc_line_rows_free     (AscLineRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscLineRows, asc_line_rows_free)

const AscSpan *asc_line_rows_get_span   (const AscLineRows *self);   /* of the rows kept; the line end is not in it */
int            asc_line_rows_get_height (const AscLineRows *self);   /* of the paragraph when this was made */
gboolean       asc_line_rows_covers     (const AscLineRows *self, int y0, int y1);   /* from the paragraph's top */
/* Appends the rectangles of @span (element-type AscSpanRect), row by row, in each from left to right. */
void           asc_line_rows_add_rects  (const AscLineRows *self, const AscSpan *span, GArray *rects);

G_END_DECLS
