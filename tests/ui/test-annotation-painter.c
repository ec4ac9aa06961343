/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds, the link through a gap and suggestions are told apart by form: what is looked at is where there is ink, never its colour. */
#include "ui-fixture.h"

#include "asc-annotation-painter.h"

#define WIDTH  120
#define HEIGHT 40

/* Where the piece that is drawn stands. */
#define LEFT   20
#define TOP    8
#define RIGHT  100
#define BOTTOM 32

typedef struct
{
  AscAnnotationPainter *painter;
  cairo_surface_t      *surface;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray)   labels = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AscCodebook) codebook = NULL;

  for (AscForm form = ASC_FORM_BRACKET; form <= ASC_FORM_BOX; form++)
    {
      AscLabelValues values = { .name = (char *) asc_form_to_string (form), .color = (char *) "blue", .form = form };

      g_ptr_array_add (labels, asc_label_new (&values, NULL));
    }
  codebook = asc_codebook_new ("Forms", 1, labels, NULL, NULL);
  self->painter = asc_annotation_painter_new ();
  asc_annotation_painter_configure (self->painter, codebook, ASC_SCHEME_LIGHT, &(GdkRGBA) { 0, 0, 1, 1 }, 1, 0.25f);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  asc_annotation_painter_free (self->painter);
}

/* Draws one piece on white. */
static void
draw (Fixture *self, const char *label, AscOrigin origin, AscPieceKind kind)
{
  g_autoptr (AscSpanSet)    spans = asc_span_set_new_single (0, 10);
  g_autoptr (AscAnnotation) manual = asc_annotation_new (NULL, label, spans);
  g_autoptr (AscAnnotation) annotation = asc_annotation_with_origin (manual, origin);
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot              *snapshot = gtk_snapshot_new ();
  cairo_t                  *cr;
  AscPiece                  piece = {
    .annotation = annotation,
    .rect = { LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP, ASC_EDGE_START_LEFT | ASC_EDGE_END_RIGHT, 0 },
    .kind = kind,
    .first = TRUE,
    .last = TRUE,
  };

  asc_annotation_painter_draw (self->painter, snapshot, &piece, 1);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);

  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cr = cairo_create (self->surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
}

/* How dark, 0 to 255. */
static int
ink (Fixture *self, int x, int y)
{
  const guchar *pixel = cairo_image_surface_get_data (self->surface) + y * cairo_image_surface_get_stride (self->surface) + 4 * x;

  return 255 - (pixel[0] + pixel[1] + pixel[2]) / 3;
}

static gboolean
is_line (Fixture *self, int x, int y)
{
  return ink (self, x, y) > 90;
}

/* Pixels of a line in a rectangle. */
static int
count_line (Fixture *self, int x0, int y0, int x1, int y1)
{
  int n = 0;

  for (int y = y0; y < y1; y++)
    {
      for (int x = x0; x < x1; x++)
        n += is_line (self, x, y);
    }
  return n;
}

/* The row between @y0 and @y1 with most of a line in it; returns how many changes between line and none there are. */
static int
count_changes (Fixture *self, int y0, int y1, int *n_line)
{
  int best = y0, changes = 0;

  *n_line = 0;
  for (int y = y0; y < y1; y++)
    {
      int n = count_line (self, LEFT, y, RIGHT, y + 1);

      if (n > *n_line)
        {
          *n_line = n;
          best = y;
        }
    }
  for (int x = LEFT + 1; x < RIGHT; x++)
    changes += is_line (self, x, best) != is_line (self, x - 1, best);
  return changes;
}

static gboolean
is_filled (Fixture *self)
{
  return ink (self, (LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2) > 5;
}

/* The longest piece of a line down the side at @x, give or take. */
static int
longest_side (Fixture *self, int x)
{
  int longest = 0;

  for (int column = x - 3; column <= x + 3; column++)
    {
      int run = 0;

      for (int y = 0; y < HEIGHT; y++)
        {
          run = is_line (self, column, y) ? run + 1 : 0;
          longest = MAX (longest, run);
        }
    }
  return longest;
}

static void
test_bracket (Fixture *self, gconstpointer data)
{
  draw (self, "bracket", ASC_ORIGIN_MANUAL, ASC_PIECE_SPAN);
  g_assert_true (is_filled (self));
  g_assert_cmpint (longest_side (self, LEFT), >=, BOTTOM - TOP - 2);
  g_assert_cmpint (longest_side (self, RIGHT), >=, BOTTOM - TOP - 2);
  /* Edges only: nothing above or below the middle. */
  g_assert_cmpint (count_line (self, LEFT + 10, 0, RIGHT - 10, HEIGHT), ==, 0);
}

static void
test_pill (Fixture *self, gconstpointer data)
{
  int n_line;

  draw (self, "pill", ASC_ORIGIN_MANUAL, ASC_PIECE_SPAN);
  g_assert_true (is_filled (self));
  /* A line under it, unbroken, and none at the sides. */
  g_assert_cmpint (count_changes (self, BOTTOM - 4, BOTTOM + 2, &n_line), <=, 2);
  g_assert_cmpint (n_line, >=, RIGHT - LEFT - 6);
  g_assert_cmpint (longest_side (self, LEFT), <, 6);
  g_assert_cmpint (count_line (self, LEFT, TOP, RIGHT, BOTTOM - 4), ==, 0);
}

/* A short annotation's fill is the stronger. */
static void
test_fills (Fixture *self, gconstpointer data)
{
  int soft;

  draw (self, "bracket", ASC_ORIGIN_MANUAL, ASC_PIECE_SPAN);
  soft = ink (self, 60, 20);
  draw (self, "pill", ASC_ORIGIN_MANUAL, ASC_PIECE_SPAN);
  g_assert_cmpint (ink (self, 60, 20), >, soft);
}

static void
test_underline (Fixture *self, gconstpointer data)
{
  int n_line;

  draw (self, "underline", ASC_ORIGIN_MANUAL, ASC_PIECE_SPAN);
  g_assert_false (is_filled (self));
  g_assert_cmpint (count_line (self, 0, 0, WIDTH, BOTTOM - 8), ==, 0);
  /* Dotted. */
  g_assert_cmpint (count_changes (self, BOTTOM - 8, BOTTOM + 4, &n_line), >=, 16);
  g_assert_cmpint (n_line, >, 20);
}

static void
test_wave (Fixture *self, gconstpointer data)
{
  int rows = 0;

  draw (self, "wave", ASC_ORIGIN_MANUAL, ASC_PIECE_SPAN);
  g_assert_false (is_filled (self));
  g_assert_cmpint (count_line (self, 0, 0, WIDTH, BOTTOM - 10), ==, 0);
  /* It goes up and down, and no row of it is full. */
  for (int y = BOTTOM - 10; y < HEIGHT; y++)
    {
      int n = 0;

      for (int x = LEFT; x < RIGHT; x++)
        n += ink (self, x, y) > 60;
      rows += n > 0;
      g_assert_cmpint (n, <, RIGHT - LEFT - 8);
    }
  g_assert_cmpint (rows, >=, 2);
}

static void
test_box (Fixture *self, gconstpointer data)
{
  int n_line;

  draw (self, "box", ASC_ORIGIN_MANUAL, ASC_PIECE_SPAN);
  g_assert_false (is_filled (self));
  g_assert_cmpint (longest_side (self, LEFT), >=, BOTTOM - TOP - 8);
  g_assert_cmpint (longest_side (self, RIGHT - 1), >=, BOTTOM - TOP - 8);
  count_changes (self, TOP - 2, TOP + 3, &n_line);
  g_assert_cmpint (n_line, >=, RIGHT - LEFT - 8);
  count_changes (self, BOTTOM - 3, BOTTOM + 2, &n_line);
  g_assert_cmpint (n_line, >=, RIGHT - LEFT - 8);
}

/* A suggestion of any kind has no fill and dashes all around. */
static void
test_ghost (Fixture *self, gconstpointer data)
{
  for (AscForm form = ASC_FORM_BRACKET; form <= ASC_FORM_BOX; form++)
    {
      int n_line;

      draw (self, asc_form_to_string (form), ASC_ORIGIN_SUGGESTED, ASC_PIECE_SPAN);
      g_assert_false (is_filled (self));
      g_assert_cmpint (count_changes (self, TOP - 2, TOP + 3, &n_line), >=, 10);
      g_assert_cmpint (count_changes (self, BOTTOM - 3, BOTTOM + 2, &n_line), >=, 10);
      g_assert_cmpint (longest_side (self, LEFT), <, 8);
      g_assert_cmpint (longest_side (self, LEFT), >=, 3);
      g_assert_cmpint (longest_side (self, RIGHT - 1), <, 8);
      g_assert_cmpint (longest_side (self, RIGHT - 1), >=, 3);
    }
}

/* The link through the gap of a discontinuous annotation: dashes at the bottom of the row, over its whole width, and nothing else. */
static void
test_gap (Fixture *self, gconstpointer data)
{
  int n_line;

  draw (self, "bracket", ASC_ORIGIN_MANUAL, ASC_PIECE_GAP);
  g_assert_false (is_filled (self));
  g_assert_cmpint (count_line (self, 0, 0, WIDTH, BOTTOM - 3), ==, 0);
  g_assert_cmpint (count_changes (self, BOTTOM - 3, BOTTOM + 2, &n_line), >=, 20);
  g_assert_cmpint (count_line (self, LEFT, 0, LEFT + 6, HEIGHT), >, 0);
  g_assert_cmpint (count_line (self, RIGHT - 6, 0, RIGHT, HEIGHT), >, 0);
}

#define ADD(path, func) g_test_add ("/annotation-painter/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv); /* render nodes need GTK, though no window */

  ADD ("bracket", test_bracket);
  ADD ("pill", test_pill);
  ADD ("fills", test_fills);
  ADD ("underline", test_underline);
  ADD ("wave", test_wave);
  ADD ("box", test_box);
  ADD ("ghost", test_ghost);
  ADD ("gap", test_gap);

  return g_test_run ();
}
