/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-line-rows.h"

/* A paragraph longer than this is laid out around what is visible: looking up a place in it costs its whole length. */
#define LONG_PARAGRAPH_CHARS 20000

typedef struct
{
  guint start;  /* code points */
  guint end;    /* without the white space a wrapped row ends with */
  guint next;   /* start of the next row, or end of the paragraph */
  int   y;      /* from the paragraph's top */
  int   height;
} Row;

struct _AscLineRows
{
  GtkTextView *view;          /* (unowned): rows live shorter */
  GtkTextIter  line_start;
  int          top;           /* buffer coordinates when made; tops move, distances to them don't */
  int          height;
  AscSpan      paragraph;
  AscSpan      span;
  GArray      *rows;          /* (element-type Row) */
  guint8      *levels;        /* embedding level of each code point of the paragraph; NULL: all left to right */
  gboolean     right_to_left; /* the paragraph begins on the right */
};

/* Hebrew, Arabic and their neighbours, and the controls that change direction. */
static gboolean
may_be_right_to_left (gunichar c)
{
  return c >= 0x0590
         && (c <= 0x08ff || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff)
             || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1eeff)
             || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069));
}

static guint8 *
find_levels (AscText *text, const AscSpan *paragraph, gboolean *right_to_left)
{
  const AscOffsets *offsets = asc_text_get_offsets (text);
  const char       *start = asc_text_get_utf8 (text) + asc_offsets_chars_to_bytes (offsets, paragraph->start);
  const char       *end = asc_text_get_utf8 (text) + asc_offsets_chars_to_bytes (offsets, paragraph->end);

  for (const char *p = start; p < end; p++)
    {
      /* U+0590 and everything above has a lead byte from 0xd6 on. */
      if ((guchar) *p >= 0xd6 && may_be_right_to_left (g_utf8_get_char (p)))
        {
          PangoDirection direction = PANGO_DIRECTION_NEUTRAL; /* as the text says */
          guint8        *levels = pango_log2vis_get_embedding_levels (start, end - start, &direction);

          *right_to_left = direction == PANGO_DIRECTION_RTL || direction == PANGO_DIRECTION_WEAK_RTL;
          return levels;
        }
    }
  return NULL;
}

static void
location_at (const AscLineRows *self, guint offset, GdkRectangle *location)
{
  GtkTextIter iter = self->line_start;

  gtk_text_iter_set_line_offset (&iter, offset - self->paragraph.start);
  gtk_text_view_get_iter_location (self->view, &iter, location);
}

static guint
trim_end (AscText *text, guint start, guint end)
{
  while (end > start && g_unichar_isspace (asc_text_char_at (text, end - 1)))
    end--;
  return end;
}

static void
find_rows (AscLineRows *self, AscText *text, int y0, int y1)
{
  GtkTextIter iter = self->line_start;
  gboolean    is_long = asc_span_length (&self->paragraph) > LONG_PARAGRAPH_CHARS;
  guint       start;

  if (is_long && y0 > self->top)
    {
      gtk_text_view_get_iter_at_location (self->view, &iter, 0, y0);
      gtk_text_view_backward_display_line_start (self->view, &iter);
    }

  start = MAX ((guint) gtk_text_iter_get_offset (&iter), self->paragraph.start);
  self->span.start = self->span.end = start;
  while (start < self->paragraph.end)
    {
      GdkRectangle location;
      guint        next;
      Row          row;

      location_at (self, start, &location);
      if (is_long && location.y > y1)
        break;

      if (gtk_text_view_forward_display_line (self->view, &iter))
        next = MIN ((guint) gtk_text_iter_get_offset (&iter), self->paragraph.end);
      else
        next = self->paragraph.end;
      if (next <= start)
        next = self->paragraph.end;

      row = (Row) { .start = start, .end = trim_end (text, start, next), .next = next,
                    .y = location.y - self->top, .height = location.height };
      g_array_append_val (self->rows, row);
      self->span.end = next;
      start = next;
    }
}

/* Says where outlines are open, and joins rectangles of one row that touch and have no edge between them. */
static void
join_row_rects (const AscLineRows *self, guint first_rect, gboolean starts, gboolean ends, GArray *rects)
{
  AscSpanRect *leftmost, *rightmost;

  for (guint i = first_rect; i + 1 < rects->len;)
    {
      AscSpanRect *left = &g_array_index (rects, AscSpanRect, i);
      AscSpanRect *right = &g_array_index (rects, AscSpanRect, i + 1);

      if (right->x > left->x + left->width + 1)
        i++;
      else if ((left->edges & ASC_EDGES_RIGHT) || (right->edges & ASC_EDGES_LEFT))
        {
          left->width = MAX (left->width, right->x - left->x);
          left->open |= ASC_OPEN_RIGHT;
          right->open |= ASC_OPEN_LEFT;
          i++;
        }
      else
        {
          left->width = MAX (left->x + left->width, right->x + right->width) - left->x;
          left->edges |= right->edges;
          g_array_remove_index (rects, i + 1);
        }
    }

  leftmost = &g_array_index (rects, AscSpanRect, first_rect);
  rightmost = &g_array_index (rects, AscSpanRect, rects->len - 1);
  if (!(self->right_to_left ? ends : starts))
    leftmost->open |= ASC_OPEN_LEFT;
  if (!(self->right_to_left ? starts : ends))
    rightmost->open |= ASC_OPEN_RIGHT;
}

/* Appends the extents of [start, end), which lie in one row, and gives the ends of the span their sides. */
static void
add_row_rects (const AscLineRows *self, const Row *row, guint start, guint end, gboolean starts, gboolean ends, GArray *rects)
{
  guint first_rect = rects->len;

  for (guint run = start; run < end;)
    {
      GdkRectangle a, b;
      AscSpanRect  rect;
      gboolean     rtl = FALSE;
      guint        run_end = end;
      int          left, right;

      if (self->levels != NULL)
        {
          guint8 level = self->levels[run - self->paragraph.start];

          rtl = level & 1;
          for (run_end = run + 1; run_end < end && self->levels[run_end - self->paragraph.start] == level;)
            run_end++;
        }

      /* A right-to-left character has a negative width: x is its leading edge all the same. */
      location_at (self, run, &a);
      location_at (self, run_end - 1, &b);
      left = MIN (MIN (a.x, a.x + a.width), MIN (b.x, b.x + b.width));
      right = MAX (MAX (a.x, a.x + a.width), MAX (b.x, b.x + b.width));
      rect = (AscSpanRect) { .x = left, .y = row->y, .width = right - left, .height = row->height };
      if (starts && run == start)
        rect.edges |= rtl ? ASC_EDGE_START_RIGHT : ASC_EDGE_START_LEFT;
      if (ends && run_end == end)
        rect.edges |= rtl ? ASC_EDGE_END_LEFT : ASC_EDGE_END_RIGHT;

      /* Kept in the order on the screen: there are two or three at most. */
      guint place = rects->len;
      while (place > first_rect && g_array_index (rects, AscSpanRect, place - 1).x > rect.x)
        place--;
      g_array_insert_val (rects, place, rect);
      run = run_end;
    }

  join_row_rects (self, first_rect, starts, ends, rects);
}

/**
 * asc_line_rows_new:
 * @view: a text view that shows @text
 * @text: the text
 * @line: number of the paragraph, from 0
 * @y0: top of what is needed, in buffer coordinates
 * @y1: bottom of what is needed
 *
 * Lays the paragraph out, or of one that is very long what is between @y0 and @y1.
 *
 * Returns: (transfer full): the rows
 */
AscLineRows *
asc_line_rows_new (GtkTextView *view, AscText *text, guint line, int y0, int y1)
{
  AscLineRows *self;
  GtkTextIter  end;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (AscLineRows, 1);
  self->view = view;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), &self->line_start, line);
  gtk_text_view_get_line_yrange (view, &self->line_start, &self->top, &self->height);

  end = self->line_start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  self->paragraph = ASC_SPAN (gtk_text_iter_get_offset (&self->line_start), gtk_text_iter_get_offset (&end));
  self->levels = find_levels (text, &self->paragraph, &self->right_to_left);
  find_rows (self, text, y0, y1);
  return self;
}

/**
 * asc_line_rows_free:
 * @self: (transfer full): rows
 */
void
asc_line_rows_free (AscLineRows *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->rows);
  g_free (self->levels);
  g_free (self);
}

/**
 * asc_line_rows_get_span:
 * @self: rows
 *
 * Returns: the code points that the rows hold
 */
const AscSpan *
asc_line_rows_get_span (const AscLineRows *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->span;
}

/**
 * asc_line_rows_get_height:
 * @self: rows
 *
 * Returns: the paragraph's height when they were made, in pixels
 */
int
asc_line_rows_get_height (const AscLineRows *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

/**
 * asc_line_rows_covers:
 * @self: rows
 * @y0: top, in pixels from the paragraph's top
 * @y1: bottom
 *
 * Returns: whether every row between @y0 and @y1 is held
 */
gboolean
asc_line_rows_covers (const AscLineRows *self, int y0, int y1)
{
  const Row *first, *last;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->span.start == self->paragraph.start && self->span.end == self->paragraph.end)
    return TRUE;
  if (self->rows->len == 0)
    return FALSE;

  first = &g_array_index (self->rows, Row, 0);
  last = &g_array_index (self->rows, Row, self->rows->len - 1);
  return (first->start == self->paragraph.start || first->y <= MAX (y0, 0))
         && (last->next == self->paragraph.end || last->y + last->height >= MIN (y1, self->height));
}

/**
 * asc_line_rows_add_rects:
 * @self: rows
 * @span: code points; what is outside the rows is left out
 * @rects: (element-type AscSpanRect): where to append
 */
void
asc_line_rows_add_rects (const AscLineRows *self, const AscSpan *span, GArray *rects)
{
  guint low = 0, high;

  g_return_if_fail (self != NULL);
  g_return_if_fail (span != NULL);
  g_return_if_fail (rects != NULL);

  /* The first row that ends after the span's start. */
  for (high = self->rows->len; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->rows, Row, middle).next <= span->start)
        low = middle + 1;
      else
        high = middle;
    }

  for (; low < self->rows->len; low++)
    {
      const Row *row = &g_array_index (self->rows, Row, low);
      guint      start = MAX (span->start, row->start);
      guint      end = MIN (span->end, row->end);

      if (row->start >= span->end)
        break;
      if (start < end)
        add_row_rects (self, row, start, end, start == span->start, span->end <= row->next, rects);
    }
}
