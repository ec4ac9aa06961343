/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-article-view-private.h"

/* Geometries kept: some pages up and down. */
#define MAX_LINES_KEPT 400

/* How far from its middle a handle is caught, in pixels. */
#define HANDLE_REACH 9

/* How far drawing may go beside the text, in pixels. */
#define BOUNDS_MARGIN 8

typedef void (*LineFunc) (AscArticleView *self, AscLineGeometry *geometry, int top, GtkSnapshot *snapshot);

static gboolean
is_far (gpointer key, gpointer value, gpointer user_data)
{
  int line = GPOINTER_TO_INT (key);

  return ABS (line - GPOINTER_TO_INT (user_data)) > MAX_LINES_KEPT / 4;
}

/* The paragraph's geometry, from the cache when the paragraph is as it was. */
static AscLineGeometry *
get_geometry (AscArticleView *self, guint line, int top, int height, const GdkRectangle *visible)
{
  AscLineGeometry *geometry = g_hash_table_lookup (self->lines, GUINT_TO_POINTER (line));
  AscLineRows     *rows;

  if (geometry != NULL)
    {
      rows = asc_line_geometry_get_rows (geometry);
      if (asc_line_rows_get_height (rows) == height
          && asc_line_rows_covers (rows, visible->y - top, visible->y + visible->height - top))
        return geometry;
    }

  if (g_hash_table_size (self->lines) > MAX_LINES_KEPT)
    g_hash_table_foreach_remove (self->lines, is_far, GUINT_TO_POINTER (line));

  /* Of a very long paragraph a page more than is seen. */
  rows = asc_line_rows_new (GTK_TEXT_VIEW (self), self->text, line, visible->y - visible->height, visible->y + 2 * visible->height);
  geometry = asc_line_geometry_new (rows, self->set);
  g_hash_table_insert (self->lines, GUINT_TO_POINTER (line), geometry);
  return geometry;
}

/* Calls @func for the visible paragraphs, and for no others: lines not laid out yet have no height, and there may be a million of them. */
static void
foreach_visible_line (AscArticleView *self, LineFunc func, GtkSnapshot *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible;
  GtkTextIter  iter;
  int          y;

  if (self->set == NULL)
    return;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &iter, visible.y, NULL);
  do
    {
      int height;

      gtk_text_view_get_line_yrange (view, &iter, &y, &height);
      if (height == 0 || y >= visible.y + visible.height)
        break;
      func (self, get_geometry (self, gtk_text_iter_get_line (&iter), y, height, &visible), y, snapshot);
    }
  while (gtk_text_iter_forward_line (&iter));
}

/* ---- layers ---------------------------------------------------------------------------------------------- */

/* The paragraph's drawing, with bounds that hold its text and end before the next one's. When it scrolls, what has to be redrawn is the union of
 * all bounds: a rectangle a paragraph is cheap to clip to; the slivers by which annotations stick out of text are not, and neither is one rectangle
 * as large as the page, which takes another way to the screen on X11 (20 ms instead of 2): so no two neighbours are equally wide. */
static GskRenderNode *
make_line_node (AscArticleView *self, AscLineGeometry *geometry)
{
  guint           n_pieces;
  const AscPiece *pieces = asc_line_geometry_get_pieces (geometry, &n_pieces);
  AscLineRows    *rows = asc_line_geometry_get_rows (geometry);
  int             height = asc_line_rows_get_height (rows);
  int             left = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) - BOUNDS_MARGIN - (int) (asc_line_rows_get_span (rows)->start % 7);
  GtkSnapshot    *snapshot;

  if (n_pieces == 0)
    return NULL;

  snapshot = gtk_snapshot_new ();
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0, 0, 0, 0 },
                             &GRAPHENE_RECT_INIT (left, 1, self->allocated_width - 2 * left, height - 2));
  asc_annotation_painter_draw (self->painter, snapshot, pieces, n_pieces);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
draw_line (AscArticleView *self, AscLineGeometry *geometry, int top, GtkSnapshot *snapshot)
{
  GskRenderNode *node;

  if (!asc_line_geometry_is_drawn (geometry))
    asc_line_geometry_set_node (geometry, make_line_node (self, geometry));

  node = asc_line_geometry_get_node (geometry);
  if (node == NULL)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, top));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

static gboolean
find_emphasis (AscArticleView *self, AscAnnotation *annotation, AscEmphasis *emphasis)
{
  if (annotation == asc_article_view_get_candidate (self))
    *emphasis = ASC_EMPHASIS_CANDIDATE;
  else if (annotation == asc_session_get_selected (self->session))
    *emphasis = ASC_EMPHASIS_SELECTED;
  else if (asc_article_view_is_target (self, annotation))
    *emphasis = ASC_EMPHASIS_TARGET;
  else if (asc_session_is_lit (self->session, annotation))
    *emphasis = ASC_EMPHASIS_LIT;
  else if (annotation == asc_session_get_hovered (self->session))
    *emphasis = ASC_EMPHASIS_HOVERED;
  else
    return FALSE;
  return TRUE;
}

static void
draw_line_emphasis (AscArticleView *self, AscLineGeometry *geometry, int top, GtkSnapshot *snapshot)
{
  guint           n_pieces;
  const AscPiece *pieces = asc_line_geometry_get_pieces (geometry, &n_pieces);
  AscAnnotation  *last = NULL;
  gboolean        stands_out = FALSE;
  AscEmphasis     emphasis = ASC_EMPHASIS_HOVERED;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, top));
  for (guint i = 0; i < n_pieces; i++)
    {
      if (pieces[i].annotation != last)
        stands_out = find_emphasis (self, pieces[i].annotation, &emphasis);
      last = pieces[i].annotation;
      if (stands_out)
        asc_annotation_painter_emphasise (self->painter, snapshot, &pieces[i], emphasis);
    }
  gtk_snapshot_restore (snapshot);
}

static void
draw_line_hits (AscArticleView *self, AscLineGeometry *geometry, int top, GtkSnapshot *snapshot)
{
  const AscSpan     *span = asc_line_rows_get_span (asc_line_geometry_get_rows (geometry));
  g_autoptr (GArray) rects = NULL;
  guint              low = 0, high = self->n_hits;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->hits[middle].end <= span->start)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->n_hits || self->hits[low].start >= span->end)
    return;

  rects = g_array_new (FALSE, FALSE, sizeof (AscSpanRect));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, top));
  for (; low < self->n_hits && self->hits[low].start < span->end; low++)
    {
      g_array_set_size (rects, 0);
      asc_line_rows_add_rects (asc_line_geometry_get_rows (geometry), &self->hits[low], rects);
      for (guint i = 0; i < rects->len; i++)
        asc_annotation_painter_draw_hit (self->painter, snapshot, &g_array_index (rects, AscSpanRect, i), low == self->current_hit);
    }
  gtk_snapshot_restore (snapshot);
}

/* Ghosts stand in no set, so the geometry has no pieces of them; there are few on a page. */
static void
draw_line_ghosts (AscArticleView *self, AscLineGeometry *geometry, int top, GtkSnapshot *snapshot)
{
  AscLineRows       *rows = asc_line_geometry_get_rows (geometry);
  const AscSpan     *span = asc_line_rows_get_span (rows);
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (AscSpanRect));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, top));
  for (guint i = 0; i < self->ghosts->len; i++)
    {
      AscAnnotation *ghost = g_ptr_array_index (self->ghosts, i);

      if (asc_annotation_get_end (ghost) <= span->start || asc_annotation_get_start (ghost) >= span->end)
        continue;
      g_array_set_size (rects, 0);
      asc_line_rows_add_rects (rows, &ASC_SPAN (asc_annotation_get_start (ghost), asc_annotation_get_end (ghost)), rects);
      for (guint j = 0; j < rects->len; j++)
        {
          const AscPiece piece = { .annotation = ghost, .rect = g_array_index (rects, AscSpanRect, j), .first = TRUE, .last = TRUE };

          if (i == self->ghost)
            asc_annotation_painter_emphasise (self->painter, snapshot, &piece, ASC_EMPHASIS_CANDIDATE);
          else
            asc_annotation_painter_draw (self->painter, snapshot, &piece, 1);
        }
    }
  gtk_snapshot_restore (snapshot);
}

static void
draw_line_handles (AscArticleView *self, AscLineGeometry *geometry, int top, GtkSnapshot *snapshot)
{
  AscAnnotation  *selected = asc_session_get_selected (self->session);
  guint           n_pieces;
  const AscPiece *pieces = asc_line_geometry_get_pieces (geometry, &n_pieces);

  if (selected == NULL || !asc_article_view_is_writable (self))
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, top));
  for (guint i = 0; i < n_pieces; i++)
    {
      if (pieces[i].annotation != selected)
        continue;
      for (guint at_end = 0; at_end < 2; at_end++)
        {
          gboolean grabbed = (self->key_state == ASC_KEYS_EDGE || self->dragging_edge) && self->edge_at_end == (gboolean) at_end;

          asc_annotation_painter_draw_handle (self->painter, snapshot, &pieces[i], at_end, grabbed);
        }
    }
  gtk_snapshot_restore (snapshot);
}

void
asc_article_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  AscArticleView *self = ASC_ARTICLE_VIEW (view);

  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    {
      foreach_visible_line (self, draw_line, snapshot);
      if (self->n_hits > 0)
        foreach_visible_line (self, draw_line_hits, snapshot);
      foreach_visible_line (self, draw_line_emphasis, snapshot);
      if (self->ghosts != NULL)
        foreach_visible_line (self, draw_line_ghosts, snapshot);
      if (asc_article_view_has_proposals (self))
        foreach_visible_line (self, asc_article_view_draw_line_ghosts, snapshot);
    }
  else
    foreach_visible_line (self, draw_line_handles, snapshot);
}

/* ---- forgetting ------------------------------------------------------------------------------------------ */

void
asc_article_view_forget_lines (AscArticleView *self)
{
  if (self->lines == NULL)
    return;

  g_hash_table_remove_all (self->lines);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_between (gpointer key, gpointer value, gpointer user_data)
{
  const AscSpan *lines = user_data;
  guint          line = GPOINTER_TO_UINT (key);

  return lines->start <= line && line <= lines->end;
}

void
asc_article_view_forget_annotation (AscArticleView *self, AscAnnotation *annotation)
{
  GtkTextIter start, end;
  AscSpan     lines;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (g_hash_table_size (self->lines) == 0)
    return;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, asc_annotation_get_start (annotation));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, asc_annotation_get_end (annotation));
  lines = ASC_SPAN (gtk_text_iter_get_line (&start), gtk_text_iter_get_line (&end));
  if (asc_span_length (&lines) > g_hash_table_size (self->lines))
    g_hash_table_foreach_remove (self->lines, is_between, &lines);
  else
    {
      for (guint line = lines.start; line <= lines.end; line++)
        g_hash_table_remove (self->lines, GUINT_TO_POINTER (line));
    }
}

void
asc_article_view_update_painter (AscArticleView *self)
{
  AdwStyleManager             *manager;
  PangoContext                *context;
  PangoFontMetrics            *metrics;
  g_autoptr (GdkRGBA)          accent = NULL;
  double                       ascent, descent;

  if (self->painter == NULL)
    return;

  manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  metrics = pango_context_get_metrics (context, NULL, NULL);
  ascent = pango_font_metrics_get_ascent (metrics) / (double) PANGO_SCALE;
  descent = pango_font_metrics_get_descent (metrics) / (double) PANGO_SCALE;
  pango_font_metrics_unref (metrics);
  accent = adw_style_manager_get_accent_color_rgba (manager);
  asc_annotation_painter_configure (self->painter, asc_article_view_get_codebook (self), asc_article_palette_get_scheme (manager), accent,
                                    CLAMP ((ascent + descent) / 22, 0.6, 4), descent / MAX (1, ascent + descent));
  asc_article_view_forget_lines (self);
}

void
asc_article_view_init_drawing (AscArticleView *self)
{
  AdwStyleManager   *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  const char *const  notify[] = { "notify::dark", "notify::high-contrast", "notify::accent-color" };

  self->painter = asc_annotation_painter_new ();
  self->lines = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) asc_line_geometry_free);
  for (guint i = 0; i < G_N_ELEMENTS (notify); i++)
    g_signal_connect_object (manager, notify[i], G_CALLBACK (asc_article_view_update_painter), self, G_CONNECT_SWAPPED);
  asc_article_view_update_painter (self);
}

void
asc_article_view_finalize_drawing (AscArticleView *self)
{
  g_clear_pointer (&self->lines, g_hash_table_unref);
  g_clear_pointer (&self->painter, asc_annotation_painter_free);
}

/* ---- handles --------------------------------------------------------------------------------------------- */

gboolean
asc_article_view_find_handle (AscArticleView *self, double x, double y, gboolean *at_end)
{
  GtkTextView     *view = GTK_TEXT_VIEW (self);
  AscAnnotation   *selected = asc_session_get_selected (self->session);
  int              buffer_x, buffer_y;

  if (selected == NULL || !asc_article_view_is_writable (self))
    return FALSE;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  for (guint end = 0; end < 2; end++)
    {
      guint            offset = end ? asc_annotation_get_end (selected) : asc_annotation_get_start (selected);
      AscLineGeometry *geometry;
      const AscPiece  *pieces;
      GtkTextIter      iter;
      guint            n_pieces;
      int              top, height;

      /* A geometry that is not there is not on the screen. */
      gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, offset);
      geometry = g_hash_table_lookup (self->lines, GUINT_TO_POINTER (gtk_text_iter_get_line (&iter)));
      if (geometry == NULL)
        continue;
      gtk_text_view_get_line_yrange (view, &iter, &top, &height);
      pieces = asc_line_geometry_get_pieces (geometry, &n_pieces);
      for (guint i = 0; i < n_pieces; i++)
        {
          graphene_point_t center;

          if (pieces[i].annotation == selected
              && asc_annotation_painter_get_handle (self->painter, &pieces[i], end, &center)
              && ABS (center.x - buffer_x) <= HANDLE_REACH && ABS (center.y + top - buffer_y) <= HANDLE_REACH)
            {
              *at_end = end;
              return TRUE;
            }
        }
    }
  return FALSE;
}
