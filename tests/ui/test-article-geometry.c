/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things stand: line rectangles against Pango, the gap of a discontinuous annotation, the overview ruler. */
#include "ui-fixture.h"

#include "asc-article-palette.h"
#include "asc-line-geometry.h"
#include "asc-overview-ruler.h"

static const char mixed[] =
  "قال الرئيس الفرنسي Emmanuel Macron في 2 يوليو 2024 إن بلاده لن تقبل ثم صحيفة Le Monde نشرت\n"
  "A left-to-right line with עברית וגם English and العربية in it.\n"
  "Plain Latin only.\n"
  "中文 and עברית together.\n";

/* A text view that has @utf8 in rows of a line each. */
static GtkTextView *
show_text (const char *utf8, GtkWidget **window)
{
  GtkWidget *view = gtk_text_view_new ();

  *window = gtk_window_new ();
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), utf8, -1);
  gtk_window_set_child (GTK_WINDOW (*window), view);
  gtk_window_set_default_size (GTK_WINDOW (*window), 1200, 300);
  gtk_window_present (GTK_WINDOW (*window));
  ui_settle (&(UiFixture) { .window = GTK_WINDOW (*window) });
  return GTK_TEXT_VIEW (view);
}

static void
mark (gboolean *covered, int n, int from, int to)
{
  for (int x = MAX (from, 0); x < MIN (to, n); x++)
    covered[x] = TRUE;
}

/* Every span of every paragraph covers the pixels that Pango says its bytes cover. */
static void
test_mixed_direction (void)
{
  enum { N = 1200 };
  g_autoptr (AscText) text = asc_text_new (mixed, -1);
  GtkWidget          *window;
  GtkTextView        *view = show_text (mixed, &window);
  guint               n_two = 0;

  for (guint line = 0; line < 4; line++)
    {
      g_autoptr (AscLineRows) rows = asc_line_rows_new (view, text, line, 0, 10000);
      const AscSpan           paragraph = *asc_line_rows_get_span (rows);
      g_auto (GStrv)          paragraphs = g_strsplit (mixed, "\n", -1);
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), paragraphs[line]);
      PangoLayoutLine        *pango_line;
      GdkRectangle            first;
      GtkTextIter             iter;
      int                     shift, index;
      PangoRectangle          where;

      pango_layout_set_auto_dir (layout, TRUE);
      pango_line = pango_layout_get_line_readonly (layout, 0);
      /* Pango's line begins at 0; the view's where its alignment puts it. */
      gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), &iter, line);
      gtk_text_view_get_iter_location (view, &iter, &first);
      pango_layout_index_to_pos (layout, 0, &where);
      shift = first.x - PANGO_PIXELS (where.x);

      for (guint start = paragraph.start; start < paragraph.end; start += 3)
        {
          for (guint end = start + 1; end <= paragraph.end; end += 4)
            {
              g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (AscSpanRect));
              g_autofree int    *ranges = NULL;
              gboolean           ours[N] = { FALSE }, pangos[N] = { FALSE };
              int                n_ranges, index_end, n_wrong = 0;

              index = g_utf8_offset_to_pointer (paragraphs[line], start - paragraph.start) - paragraphs[line];
              index_end = g_utf8_offset_to_pointer (paragraphs[line], end - paragraph.start) - paragraphs[line];
              pango_layout_line_get_x_ranges (pango_line, index, index_end, &ranges, &n_ranges);
              for (int i = 0; i < n_ranges; i++)
                mark (pangos, N, shift + PANGO_PIXELS (ranges[2 * i]), shift + PANGO_PIXELS (ranges[2 * i + 1]));

              asc_line_rows_add_rects (rows, &ASC_SPAN (start, end), rects);
              for (guint i = 0; i < rects->len; i++)
                {
                  const AscSpanRect *rect = &g_array_index (rects, AscSpanRect, i);

                  mark (ours, N, rect->x, rect->x + rect->width);
                }
              n_two += rects->len > 1;

              /* Each edge may be rounded the other way; a blank at the end, which nobody sees, is left out by us. */
              for (int x = 0; x < N; x++)
                n_wrong += ours[x] != pangos[x];
              if (n_wrong > 4 * MAX (n_ranges, (int) rects->len) + 8)
                g_error ("line %u, %u–%u: %d pixels are not where Pango has them", line, start - paragraph.start, end - paragraph.start, n_wrong);
            }
        }
    }
  g_assert_cmpuint (n_two, >, 20);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Between two spans of one annotation there is a piece that links them, in each row that the gap crosses. */
static void
test_gap (void)
{
  static const char       words[] = "“We will leave,” said Dr. Wang. “And we will not come back.”\n";
  g_autoptr (UiFixture)   fixture = ui_fixture_new ("A title", words, "en");
  AscSpan                 one = ui_fixture_find (fixture, "We will leave,"), other = ui_fixture_find (fixture, "And we will not");
  g_autofree char        *spans = g_strdup_printf ("%u-%u %u-%u", one.start, one.end, other.start, other.end);
  AscAnnotation          *claim = ui_fixture_annotate (fixture, "claim", spans);
  AscText                *text = asc_article_get_text (asc_session_get_article (fixture->session));
  GtkWidget              *window;
  GtkTextView            *view = show_text (words, &window);
  g_autoptr (AscLineGeometry) geometry = asc_line_geometry_new (asc_line_rows_new (view, text, 0, 0, 10000), ui_fixture_get_set (fixture));
  const AscPiece         *pieces;
  guint                   n;

  pieces = asc_line_geometry_get_pieces (geometry, &n);
  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < n; i++)
    g_assert_true (pieces[i].annotation == claim);
  g_assert_cmpint (pieces[0].kind, ==, ASC_PIECE_SPAN);
  g_assert_cmpint (pieces[1].kind, ==, ASC_PIECE_GAP);
  g_assert_cmpint (pieces[2].kind, ==, ASC_PIECE_SPAN);
  g_assert_cmpint (ABS (pieces[0].rect.x + pieces[0].rect.width - pieces[1].rect.x), <=, 1);
  g_assert_cmpint (ABS (pieces[1].rect.x + pieces[1].rect.width - pieces[2].rect.x), <=, 1);
  g_assert_true (pieces[0].first && !pieces[0].last && pieces[2].last && !pieces[2].first);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* ---- ruler ----------------------------------------------------------------------------------------------- */

typedef struct
{
  UiFixture        *fixture;
  AscOverviewRuler *ruler;
  guint             length;
} Ruled;

static Ruled
show_ruler (void)
{
  GString  *text = g_string_new ("A title\n\n");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  Ruled     self;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "Paragraph number %03u says one thing and then another.\n", i);
  self.fixture = ui_fixture_new ("A title", text->str, "en");
  g_string_free (text, TRUE);
  self.length = asc_text_get_length (asc_article_get_text (asc_session_get_article (self.fixture->session)));
  ui_fixture_show_view (self.fixture, 500, 400);

  self.ruler = g_object_new (ASC_TYPE_OVERVIEW_RULER, NULL);
  asc_overview_ruler_set_view (self.ruler, self.fixture->view, self.fixture->session);
  g_object_ref (self.fixture->scroller);
  gtk_window_set_child (self.fixture->window, NULL);
  gtk_widget_set_hexpand (self.fixture->scroller, TRUE);
  gtk_box_append (GTK_BOX (box), self.fixture->scroller);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self.ruler));
  g_object_unref (self.fixture->scroller);
  gtk_window_set_child (self.fixture->window, box);
  ui_settle (self.fixture);
  return self;
}

/* The rows of the ruler in which a colour stands, as it is drawn. */
static void
collect_rows (GskRenderNode *node, float x, float y, const GdkRGBA *color, GArray *rows)
{
  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        collect_rows (gsk_container_node_get_child (node, i), x, y, color, rows);
      break;
    case GSK_CLIP_NODE:
      collect_rows (gsk_clip_node_get_child (node), x, y, color, rows);
      break;
    case GSK_TRANSFORM_NODE:
      {
        float dx = 0, dy = 0;

        gsk_transform_to_translate (gsk_transform_node_get_transform (node), &dx, &dy);
        collect_rows (gsk_transform_node_get_child (node), x + dx, y + dy, color, rows);
        break;
      }
    case GSK_COLOR_NODE:
      if (gdk_rgba_equal (gsk_color_node_get_color (node), color))
        {
          graphene_rect_t bounds;

          gsk_render_node_get_bounds (node, &bounds);
          bounds.origin.y += y;
          g_array_append_val (rows, bounds.origin.y);
        }
      break;
    default:
      break;
    }
}

static GArray *
find_rows (Ruled *self, const GdkRGBA *color)
{
  GArray                  *rows = g_array_new (FALSE, FALSE, sizeof (float));
  GtkSnapshot             *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (self->ruler)->snapshot (GTK_WIDGET (self->ruler), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    collect_rows (node, 0, 0, color, rows);
  return rows;
}

/* A mark stands where its annotation stands in the text, in its label's colour; it goes with it. */
static void
test_ruler_marks (void)
{
  Ruled                  self = show_ruler ();
  AscScheme              scheme = asc_article_palette_get_scheme (adw_style_manager_get_default ());
  AscProject            *project = asc_session_get_project (self.fixture->session);
  AscLabel              *label = asc_codebook_lookup_label (asc_project_get_codebook (project), "date");
  const GdkRGBA         *color = &asc_article_palette_lookup (asc_label_get_values (label)->color, scheme)->line;
  int                    height = gtk_widget_get_height (GTK_WIDGET (self.ruler));
  g_autoptr (GArray)     none = NULL, two = NULL, one = NULL;
  AscAnnotation         *first, *second;

  g_assert_cmpint (height, >, 100);
  none = find_rows (&self, color);
  g_assert_cmpuint (none->len, ==, 0);

  first = ui_fixture_annotate (self.fixture, "date", "Paragraph number 100");
  second = ui_fixture_annotate (self.fixture, "date", "Paragraph number 300");
  two = find_rows (&self, color);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (g_array_index (two, float, 0), (double) asc_annotation_get_start (first) * height / self.length, 3);
  g_assert_cmpfloat_with_epsilon (g_array_index (two, float, 1), (double) asc_annotation_get_start (second) * height / self.length, 3);

  asc_history_undo (asc_session_get_history (self.fixture->session));
  one = find_rows (&self, color);
  g_assert_cmpuint (one->len, ==, 1);
  ui_fixture_free (self.fixture);
}

/* A press goes there. */
static void
test_ruler_press (void)
{
  Ruled                  self = show_ruler ();
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self.ruler));
  int                    height = gtk_widget_get_height (GTK_WIDGET (self.ruler));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint part = 1; GTK_IS_GESTURE_DRAG (controller) && part < 4; part++)
        {
          GdkRectangle visible, there;
          GtkTextIter  iter;

          g_signal_emit_by_name (controller, "drag-begin", 6., height * part / 4.);
          ui_settle (self.fixture);
          gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self.fixture->view), &visible);
          gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self.fixture->view)), &iter, self.length * part / 4);
          gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self.fixture->view), &iter, &there);
          g_assert_cmpint (there.y, >=, visible.y);
          g_assert_cmpint (there.y + there.height, <=, visible.y + visible.height);
        }
    }
  ui_fixture_free (self.fixture);
}

/* ---- long paragraphs ------------------------------------------------------------------------------------- */

static guint
count_text_nodes (GskRenderNode *node)
{
  guint n = 0;

  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_TEXT_NODE:
      return 1;
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        n += count_text_nodes (gsk_container_node_get_child (node, i));
      return n;
    case GSK_CLIP_NODE:
      return count_text_nodes (gsk_clip_node_get_child (node));
    case GSK_TRANSFORM_NODE:
      return count_text_nodes (gsk_transform_node_get_child (node));
    default:
      return 0;
    }
}

/* A paragraph of 400 KB, such as a badly converted file has, is shown to its end; offsets, the text and annotations are as in any other. */
static void
test_long_paragraph (void)
{
  GString              *words = g_string_new ("A title\n\n");
  g_autoptr (UiFixture) fixture = NULL;
  GtkTextBuffer        *buffer;
  guint                 length;
  AscAnnotation        *annotation;
  g_autofree char      *dump = NULL;

  for (guint i = 0; words->len < 400 * 1000; i++)
    g_string_append_printf (words, "Sentence %u says “nothing” — at length. ", i);
  g_string_append (words, "The end of it.\nA last paragraph.\n");
  fixture = ui_fixture_new ("A title", words->str, "en");
  length = asc_text_get_length (asc_article_get_text (asc_session_get_article (fixture->session)));
  ui_fixture_show_view (fixture, 700, 500);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));

  annotation = ui_fixture_annotate (fixture, "claim", "length. The end of it.");
  for (guint part = 1; part <= 4; part++)
    {
      guint                     offset = part < 4 ? length / 4 * part : asc_annotation_get_start (annotation);
      GtkTextIter               iter;
      GdkRectangle              visible, location;
      GtkSnapshot              *snapshot = gtk_snapshot_new ();
      g_autoptr (GdkPaintable)  paintable = gtk_widget_paintable_new (fixture->scroller);
      g_autoptr (GskRenderNode) node = NULL;

      asc_article_view_show_span (fixture->view, &ASC_SPAN (offset, offset));
      ui_settle (fixture);
      gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
      g_assert_cmpint (gtk_text_iter_get_bytes_in_line (&iter), <, 30 * 1000);
      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (fixture->view), &iter, &location);
      gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (fixture->view), &visible);
      g_assert_cmpint (location.y, >=, visible.y);
      g_assert_cmpint (location.y, <, visible.y + visible.height);
      gdk_paintable_snapshot (paintable, snapshot, 700, 500);
      node = gtk_snapshot_free_to_node (snapshot);
      g_assert_cmpuint (count_text_nodes (node), >, 10);
    }
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, length);
  dump = ui_fixture_dump (fixture);
  g_assert_cmpstr (dump, ==, "claim[length. The end of it.]");
  g_string_free (words, TRUE);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);

  g_test_add_func ("/article-geometry/mixed-direction", test_mixed_direction);
  g_test_add_func ("/article-geometry/gap", test_gap);
  g_test_add_func ("/article-geometry/ruler-marks", test_ruler_marks);
  g_test_add_func ("/article-geometry/ruler-press", test_ruler_press);

  g_test_add_func ("/article-geometry/long-paragraph", test_long_paragraph);

  return g_test_run ();
}
