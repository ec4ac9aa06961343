/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-annotation-painter.h"

#include <math.h>

typedef struct
{
  AscForm               form;
  const AscLabelColors *colors;
} Style;

struct _AscAnnotationPainter
{
  GHashTable *styles;    /* label name to Style */
  Style       unknown;   /* of a label the codebook has not */
  AscScheme   scheme;
  GdkRGBA     accent;
  float       scale;
  float       descent;
  float       line;      /* width of a thin line, whole pixels */
};

static const Style *
style_of (AscAnnotationPainter *self, const char *label)
{
  const Style *style = g_hash_table_lookup (self->styles, label);

  return style != NULL ? style : &self->unknown;
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float width, float height)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* The part of its row that a piece takes: less the deeper its lane, but never into the letters from below, and half of the row at least. */
static graphene_rect_t
box_of (AscAnnotationPainter *self, const AscPiece *piece)
{
  float inset = 2 * self->scale * piece->lane;
  float top = roundf (MIN (inset, piece->rect.height / 4.f));
  float bottom = roundf (MIN (inset, MAX (0, piece->rect.height * self->descent - 2 * self->line)));

  return GRAPHENE_RECT_INIT (piece->rect.x, piece->rect.y + top, piece->rect.width, piece->rect.height - top - bottom);
}

/* Wider by @out where what is covered ends. */
static void
widen (graphene_rect_t *box, AscOpenSides open, float out)
{
  if (!(open & ASC_OPEN_LEFT))
    {
      box->origin.x -= out;
      box->size.width += out;
    }
  if (!(open & ASC_OPEN_RIGHT))
    box->size.width += out;
}

/* A box with round corners where what is covered ends, square where it goes on. */
static GskRoundedRect
round_box (const graphene_rect_t *box, AscOpenSides open, float radius)
{
  float          left = (open & ASC_OPEN_LEFT) ? 0 : radius;
  float          right = (open & ASC_OPEN_RIGHT) ? 0 : radius;
  GskRoundedRect rounded;

  gsk_rounded_rect_init (&rounded, box,
                         &GRAPHENE_SIZE_INIT (left, left), &GRAPHENE_SIZE_INIT (right, right),
                         &GRAPHENE_SIZE_INIT (right, right), &GRAPHENE_SIZE_INIT (left, left));
  return rounded;
}

static void
outline (GtkSnapshot *snapshot, const graphene_rect_t *box, AscOpenSides open, float radius, float width, const GdkRGBA *color)
{
  GskRoundedRect rounded = round_box (box, open, radius);
  const float    widths[4] = { width, (open & ASC_OPEN_RIGHT) ? 0 : width, width, (open & ASC_OPEN_LEFT) ? 0 : width };
  const GdkRGBA  colors[4] = { *color, *color, *color, *color };

  gtk_snapshot_append_border (snapshot, &rounded, widths, colors);
}

/* A filled box with round corners, put together from rectangles. Its outline as a path would be a mask for each box where the renderer clips to
 * a region, as it does while scrolling (22 pills: 4 ms); on fills this light nobody sees the steps. */
static void
fill_round (GtkSnapshot *snapshot, const graphene_rect_t *box, AscOpenSides open, float radius, const GdkRGBA *color)
{
  int   n = MIN ((int) radius, (int) (box->size.height / 2));
  float left = box->origin.x, right = box->origin.x + box->size.width;

  for (int i = 0; i < n; i++)
    {
      /* How far the circle is away from the corner in this column. */
      float off = roundf (n - sqrtf (n * n - (n - i - 0.5f) * (n - i - 0.5f)));

      if (!(open & ASC_OPEN_LEFT))
        fill (snapshot, color, left++, box->origin.y + off, 1, box->size.height - 2 * off);
      if (!(open & ASC_OPEN_RIGHT))
        fill (snapshot, color, --right, box->origin.y + off, 1, box->size.height - 2 * off);
    }
  fill (snapshot, color, left, box->origin.y, right - left, box->size.height);
}

static void
dash (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float width, float height, float on, float off)
{
  for (float at = 0; at + on / 2 < width; at += on + off)
    fill (snapshot, color, x + at, y, MIN (on, width - at), height);
}

static void
draw_bracket (AscAnnotationPainter *self, GtkSnapshot *snapshot, const AscPiece *piece, const GdkRGBA *color, gboolean at_right)
{
  graphene_rect_t box = box_of (self, piece);
  gboolean        outer = (piece->rect.edges & (at_right ? ASC_EDGE_START_RIGHT : ASC_EDGE_START_LEFT)) ? piece->first : piece->last;
  float           line = outer ? ceilf (self->line * 1.5f) : self->line;
  float           tick = roundf (4 * self->scale);
  float           x = at_right ? box.origin.x + box.size.width - floorf (line / 2) : box.origin.x - ceilf (line / 2);

  fill (snapshot, color, x, box.origin.y, line, box.size.height);
  if (!outer)
    return;

  if (at_right)
    x = box.origin.x + box.size.width - tick;
  else
    x = box.origin.x;
  fill (snapshot, color, x, box.origin.y, tick, self->line);
  fill (snapshot, color, x, box.origin.y + box.size.height - self->line, tick, self->line);
}

static void
draw_pill (AscAnnotationPainter *self, GtkSnapshot *snapshot, const AscPiece *piece, const AscLabelColors *colors)
{
  graphene_rect_t box = box_of (self, piece);
  float           line = ceilf (self->line * 1.5f);
  float           inset = roundf (2 * self->scale);
  float           left = (piece->rect.open & ASC_OPEN_LEFT) ? 0 : inset;
  float           right = (piece->rect.open & ASC_OPEN_RIGHT) ? 0 : inset;

  widen (&box, piece->rect.open, roundf (1.5f * self->scale));
  fill_round (snapshot, &box, piece->rect.open, roundf (4 * self->scale), &colors->strong);
  fill (snapshot, &colors->line, box.origin.x + left, box.origin.y + box.size.height - line, box.size.width - left - right, line);
}

/* Lines under the text stand below its baseline, one under another by their lanes. */
static float
under_text (AscAnnotationPainter *self, const AscPiece *piece, float thickness)
{
  float y = piece->rect.y + piece->rect.height * (1 - self->descent) + 2 * self->scale + piece->lane * 2 * self->line;

  return roundf (MIN (y, piece->rect.y + piece->rect.height - thickness + self->line));
}

static void
draw_wave (AscAnnotationPainter *self, GtkSnapshot *snapshot, const AscPiece *piece, const GdkRGBA *color)
{
  float                    half = 3 * self->scale;
  float                    y = under_text (self, piece, half) + self->line;
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath)      path = NULL;
  g_autoptr (GskStroke)    stroke = gsk_stroke_new (self->line);

  gsk_path_builder_move_to (builder, piece->rect.x, y);
  for (float at = 0; at < piece->rect.width; at += 2 * half)
    {
      gsk_path_builder_rel_quad_to (builder, half / 2, -half, half, 0);
      gsk_path_builder_rel_quad_to (builder, half / 2, half, half, 0);
    }
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (piece->rect.x, y - half, piece->rect.width, 2 * half));
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gtk_snapshot_pop (snapshot);
}

static void
draw_dashed (AscAnnotationPainter *self, GtkSnapshot *snapshot, const graphene_rect_t *place, AscOpenSides open, const GdkRGBA *color)
{
  graphene_rect_t box = *place;
  float           right = box.origin.x + box.size.width;
  float           bottom = box.origin.y + box.size.height;
  float           on = roundf (4 * self->scale), off = roundf (3 * self->scale);

  dash (snapshot, color, box.origin.x, box.origin.y, box.size.width, self->line, on, off);
  dash (snapshot, color, box.origin.x, bottom - self->line, box.size.width, self->line, on, off);
  for (float y = box.origin.y; y + on / 2 < bottom; y += on + off)
    {
      if (!(open & ASC_OPEN_LEFT))
        fill (snapshot, color, box.origin.x - self->line, y, self->line, MIN (on, bottom - y));
      if (!(open & ASC_OPEN_RIGHT))
        fill (snapshot, color, right, y, self->line, MIN (on, bottom - y));
    }
}

static void
draw_fill (AscAnnotationPainter *self, GtkSnapshot *snapshot, const AscPiece *piece)
{
  const Style    *style = style_of (self, asc_annotation_get_label (piece->annotation));
  graphene_rect_t box;

  if (piece->kind == ASC_PIECE_GAP || asc_annotation_get_origin (piece->annotation) == ASC_ORIGIN_SUGGESTED)
    return;

  if (style->form == ASC_FORM_BRACKET)
    {
      box = box_of (self, piece);
      gtk_snapshot_append_color (snapshot, &style->colors->soft, &box);
    }
  else if (style->form == ASC_FORM_PILL)
    draw_pill (self, snapshot, piece, style->colors);
}

static void
draw_form (AscAnnotationPainter *self, GtkSnapshot *snapshot, const AscPiece *piece)
{
  const Style    *style = style_of (self, asc_annotation_get_label (piece->annotation));
  const GdkRGBA  *color = &style->colors->line;
  graphene_rect_t box;

  if (piece->kind == ASC_PIECE_GAP)
    {
      box = box_of (self, piece);
      dash (snapshot, color, piece->rect.x, box.origin.y + box.size.height - self->line, piece->rect.width, self->line,
            roundf (2 * self->scale), roundf (3 * self->scale));
      return;
    }
  if (asc_annotation_get_origin (piece->annotation) == ASC_ORIGIN_SUGGESTED)
    {
      box = box_of (self, piece);
      draw_dashed (self, snapshot, &box, piece->rect.open, color);
      return;
    }

  switch (style->form)
    {
    case ASC_FORM_BRACKET:
      if (piece->rect.edges & ASC_EDGES_LEFT)
        draw_bracket (self, snapshot, piece, color, FALSE);
      if (piece->rect.edges & ASC_EDGES_RIGHT)
        draw_bracket (self, snapshot, piece, color, TRUE);
      break;
    case ASC_FORM_UNDERLINE:
      dash (snapshot, color, piece->rect.x, under_text (self, piece, 2 * self->line), piece->rect.width, 2 * self->line, 2 * self->line, 2 * self->line);
      break;
    case ASC_FORM_WAVE:
      draw_wave (self, snapshot, piece, color);
      break;
    case ASC_FORM_BOX:
      box = box_of (self, piece);
      outline (snapshot, &box, piece->rect.open, 3 * self->scale, self->line, color);
      break;
    case ASC_FORM_PILL:
    default:
      break;
    }
}

/**
 * asc_annotation_painter_new:
 *
 * Returns: (transfer full): a painter without a codebook
 */
AscAnnotationPainter *
asc_annotation_painter_new (void)
{
  AscAnnotationPainter *self = g_new0 (AscAnnotationPainter, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  asc_annotation_painter_configure (self, NULL, ASC_SCHEME_LIGHT, &(GdkRGBA) { 0, 0, 1, 1 }, 1, 0.2f);
  return self;
}

/**
 * asc_annotation_painter_free:
 * @self: (transfer full): a painter
 */
void
asc_annotation_painter_free (AscAnnotationPainter *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->styles);
  g_free (self);
}

/**
 * asc_annotation_painter_configure:
 * @self: a painter
 * @codebook: (nullable): where forms and colours of labels are
 * @scheme: the look of the desktop
 * @accent: the accent colour, for hits
 * @scale: of lines and insets: 1 for text of 16 pixels
 * @descent: share of a row's height that is below the baseline
 */
void
asc_annotation_painter_configure (AscAnnotationPainter *self, AscCodebook *codebook, AscScheme scheme, const GdkRGBA *accent, float scale, float descent)
{
  GListModel *labels;

  g_return_if_fail (self != NULL);
  g_return_if_fail (accent != NULL);

  self->scheme = scheme;
  self->accent = *accent;
  self->scale = scale;
  self->descent = descent;
  self->line = MAX (1.f, roundf (scale * (scheme >= ASC_SCHEME_HIGH_CONTRAST ? 1.7f : 1.f)));
  self->unknown = (Style) { ASC_FORM_BOX, asc_article_palette_lookup (NULL, scheme) };

  g_hash_table_remove_all (self->styles);
  if (codebook == NULL)
    return;
  labels = asc_codebook_get_labels (codebook);
  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (AscLabel)  label = g_list_model_get_item (labels, i);
      const AscLabelValues *values = asc_label_get_values (label);
      Style                *style = g_new (Style, 1);

      *style = (Style) { values->form, asc_article_palette_lookup (values->color, scheme) };
      g_hash_table_insert (self->styles, g_strdup (values->name), style);
    }
}

/**
 * asc_annotation_painter_get_colors:
 * @self: a painter
 * @label: a label's name
 *
 * Returns: (transfer none): its colours now
 */
const AscLabelColors *
asc_annotation_painter_get_colors (AscAnnotationPainter *self, const char *label)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  return style_of (self, label)->colors;
}

/**
 * asc_annotation_painter_draw:
 * @self: a painter
 * @snapshot: where to draw, relative to the paragraph's top
 * @pieces: (array length=n_pieces): what is in a paragraph, outer annotations first
 * @n_pieces: how many
 *
 * Draws annotations in their lasting form, without what stands out now.
 */
void
asc_annotation_painter_draw (AscAnnotationPainter *self, GtkSnapshot *snapshot, const AscPiece *pieces, guint n_pieces)
{
  g_return_if_fail (self != NULL);

  /* All fills below all lines: an inner fill never hides an outer bracket. */
  for (guint i = 0; i < n_pieces; i++)
    draw_fill (self, snapshot, &pieces[i]);
  for (guint i = 0; i < n_pieces; i++)
    draw_form (self, snapshot, &pieces[i]);
}

/**
 * asc_annotation_painter_emphasise:
 * @self: a painter
 * @snapshot: where to draw, relative to the paragraph's top
 * @piece: a piece of the annotation
 * @emphasis: how it stands out
 */
void
asc_annotation_painter_emphasise (AscAnnotationPainter *self, GtkSnapshot *snapshot, const AscPiece *piece, AscEmphasis emphasis)
{
  const AscLabelColors *colors;
  graphene_rect_t       box;
  float                 width;

  g_return_if_fail (self != NULL);
  g_return_if_fail (piece != NULL);

  if (piece->kind == ASC_PIECE_GAP)
    return;

  colors = style_of (self, asc_annotation_get_label (piece->annotation))->colors;
  width = self->line * (emphasis == ASC_EMPHASIS_CANDIDATE ? 3 : emphasis == ASC_EMPHASIS_SELECTED ? 2 : 1);
  box = box_of (self, piece);
  graphene_rect_inset (&box, 0, -width);
  widen (&box, piece->rect.open, width);

  if (emphasis != ASC_EMPHASIS_SELECTED)
    fill_round (snapshot, &box, piece->rect.open, 6 * self->scale, emphasis == ASC_EMPHASIS_CANDIDATE ? &colors->strong : &colors->soft);
  outline (snapshot, &box, piece->rect.open, 6 * self->scale, width, &colors->line);
}

/**
 * asc_annotation_painter_get_handle:
 * @self: a painter
 * @piece: a piece of the selected annotation
 * @at_end: of the end edge rather than the start edge
 * @center: (out): middle of the knob, relative to the paragraph's top
 *
 * Returns: %FALSE when @piece does not hold that edge of the annotation
 */
gboolean
asc_annotation_painter_get_handle (AscAnnotationPainter *self, const AscPiece *piece, gboolean at_end, graphene_point_t *center)
{
  AscEdges        wanted = at_end ? ASC_EDGES_END : ASC_EDGES_START;
  graphene_rect_t box;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (piece != NULL, FALSE);
  g_return_val_if_fail (center != NULL, FALSE);

  if (piece->kind == ASC_PIECE_GAP || !(at_end ? piece->last : piece->first) || !(piece->rect.edges & wanted))
    return FALSE;

  box = box_of (self, piece);
  center->x = (piece->rect.edges & wanted & ASC_EDGES_LEFT) ? box.origin.x - self->line : box.origin.x + box.size.width + self->line;
  center->y = at_end ? box.origin.y + box.size.height + self->line : box.origin.y - self->line;
  return TRUE;
}

/**
 * asc_annotation_painter_draw_handle:
 * @self: a painter
 * @snapshot: where to draw, relative to the paragraph's top
 * @piece: a piece of the selected annotation
 * @at_end: the end edge rather than the start edge
 * @grabbed: it is the edge that keys move now
 */
void
asc_annotation_painter_draw_handle (AscAnnotationPainter *self, GtkSnapshot *snapshot, const AscPiece *piece, gboolean at_end, gboolean grabbed)
{
  const AscLabelColors *colors;
  graphene_point_t      center;
  graphene_rect_t       box;
  GskRoundedRect        knob;
  float                 radius;

  g_return_if_fail (self != NULL);

  if (!asc_annotation_painter_get_handle (self, piece, at_end, &center))
    return;

  colors = style_of (self, asc_annotation_get_label (piece->annotation))->colors;
  radius = (grabbed ? 5 : 3.5f) * self->scale;
  gsk_rounded_rect_init_from_rect (&knob, &GRAPHENE_RECT_INIT (center.x - radius, center.y - radius, 2 * radius, 2 * radius), radius);
  gtk_snapshot_push_rounded_clip (snapshot, &knob);
  gtk_snapshot_append_color (snapshot, &colors->line, &knob.bounds);
  gtk_snapshot_pop (snapshot);
  if (grabbed)
    {
      box = box_of (self, piece);
      fill (snapshot, &colors->line, center.x - 1.5f * self->line, box.origin.y - self->line, 3 * self->line, box.size.height + 2 * self->line);
    }
}

/**
 * asc_annotation_painter_draw_hit:
 * @self: a painter
 * @snapshot: where to draw, relative to the paragraph's top
 * @rect: a rectangle of a hit
 * @current: it is the hit that was last gone to
 */
void
asc_annotation_painter_draw_hit (AscAnnotationPainter *self, GtkSnapshot *snapshot, const AscSpanRect *rect, gboolean current)
{
  GdkRGBA         color;
  graphene_rect_t box;

  g_return_if_fail (self != NULL);
  g_return_if_fail (rect != NULL);

  color = self->accent;
  box = GRAPHENE_RECT_INIT (rect->x, rect->y, rect->width, rect->height);
  outline (snapshot, &box, rect->open, 2 * self->scale, current ? 2 * self->line : self->line, &color);
  color.alpha = current ? 0.35f : 0.15f;
  gtk_snapshot_append_color (snapshot, &color, &box);
}

/**
 * asc_annotation_painter_draw_ghost:
 * @self: a painter
 * @snapshot: where to draw, relative to the paragraph's top
 * @rect: a rectangle of what is proposed
 * @label: the label that it has or would get
 * @picked: it is the proposal that is being changed
 */
void
asc_annotation_painter_draw_ghost (AscAnnotationPainter *self, GtkSnapshot *snapshot, const AscSpanRect *rect, const char *label, gboolean picked)
{
  const AscLabelColors *colors;
  graphene_rect_t       box;

  g_return_if_fail (self != NULL);
  g_return_if_fail (rect != NULL);
  g_return_if_fail (label != NULL);

  colors = style_of (self, label)->colors;
  box = GRAPHENE_RECT_INIT (rect->x, rect->y, rect->width, rect->height);
  widen (&box, rect->open, roundf (2 * self->scale));
  if (picked)
    {
      fill_round (snapshot, &box, rect->open, 4 * self->scale, &colors->strong);
      graphene_rect_inset (&box, 0, -self->line);
      outline (snapshot, &box, rect->open, 4 * self->scale, 2 * self->line, &colors->line);
    }
  else
    draw_dashed (self, snapshot, &box, rect->open, &colors->line);
}
