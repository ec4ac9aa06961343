/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-overview-ruler.h"

#include "asc-article-palette.h"
#include "asc-todo.h"

#define RULER_WIDTH 12
#define MARK_HEIGHT 2

/* In a larger set only suggestions are looked for as things to do: they cost no look at relations. */
#define MAX_TODO_SET 5000

struct _AscOverviewRuler
{
  GtkWidget       parent_instance;

  AscArticleView *view;
  AscSession     *session;
  GSignalGroup   *set_signals;
  GSignalGroup   *scroll_signals;
  guint32        *rows;        /* a bit for each label of the codebook, by its place in it; the highest: something to do */
  int             n_rows;      /* one for MARK_HEIGHT pixels; 0: to be counted again */
};

#define TODO_BIT    (1u << 31)
#define UNKNOWN_BIT (1u << 30)

G_DEFINE_FINAL_TYPE (AscOverviewRuler, asc_overview_ruler, GTK_TYPE_WIDGET)

static AscCodebook *
get_codebook (AscOverviewRuler *self)
{
  AscProject *project = asc_session_get_project (self->session);

  return project != NULL ? asc_project_get_codebook (project) : NULL;
}

static guint
get_length (AscOverviewRuler *self)
{
  AscArticle *article = asc_session_get_article (self->session);
  AscText    *text = article != NULL ? asc_article_get_text (article) : NULL;

  return text != NULL ? asc_text_get_length (text) : 0;
}

static guint32
get_bit (GListModel *labels, const char *name)
{
  for (guint i = 0; i < MIN (g_list_model_get_n_items (labels), 30); i++)
    {
      g_autoptr (AscLabel) label = g_list_model_get_item (labels, i);

      if (g_str_equal (asc_label_get_name (label), name))
        return 1u << i;
    }
  return UNKNOWN_BIT;
}

static void
count (AscOverviewRuler *self, int n_rows)
{
  AscAnnotationSet       *set = asc_session_get_set (self->session);
  AscCodebook            *codebook = get_codebook (self);
  guint                   length = get_length (self);
  g_autoptr (GHashTable)  bits = g_hash_table_new (g_str_hash, g_str_equal);
  guint                   n;

  g_free (self->rows);
  self->rows = g_new0 (guint32, n_rows);
  self->n_rows = n_rows;
  if (set == NULL || codebook == NULL || length == 0)
    return;

  n = asc_annotation_set_get_n (set);
  for (guint i = 0; i < n; i++)
    {
      AscAnnotation *annotation = asc_annotation_set_get_nth (set, i);
      const char    *label = asc_annotation_get_label (annotation);
      guint          row = (guint) ((guint64) asc_annotation_get_start (annotation) * n_rows / length);
      gpointer       bit = g_hash_table_lookup (bits, label);

      if (bit == NULL)
        {
          bit = GUINT_TO_POINTER (get_bit (asc_codebook_get_labels (codebook), label));
          g_hash_table_insert (bits, (gpointer) label, bit);
        }
      row = MIN (row, (guint) n_rows - 1);
      self->rows[row] |= GPOINTER_TO_UINT (bit);
      if (n <= MAX_TODO_SET ? asc_todo_find (set, asc_session_get_project (self->session), annotation, NULL) != ASC_TODO_NONE
                            : asc_annotation_get_origin (annotation) == ASC_ORIGIN_SUGGESTED)
        self->rows[row] |= TODO_BIT;
    }
}

static void
on_set_content_changed (AscOverviewRuler *self)
{
  self->n_rows = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_set_changed (AscOverviewRuler *self)
{
  g_signal_group_set_target (self->set_signals, asc_session_get_set (self->session));
  on_set_content_changed (self);
}

/* ---- drawing --------------------------------------------------------------------------------------------- */

static void
draw_page (AscOverviewRuler *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  guint        length = get_length (self);
  GdkRectangle visible;
  GtkTextIter  start, end;
  float        top, bottom, height = gtk_widget_get_height (GTK_WIDGET (self));

  if (length == 0)
    return;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &start, visible.y, NULL);
  gtk_text_view_get_line_at_y (view, &end, visible.y + visible.height, NULL);
  gtk_text_iter_forward_line (&end);
  top = height * gtk_text_iter_get_offset (&start) / length;
  bottom = height * gtk_text_iter_get_offset (&end) / length;
  if (bottom - top < height)
    gtk_snapshot_append_color (snapshot, &(GdkRGBA) { color->red, color->green, color->blue, 0.08f },
                               &GRAPHENE_RECT_INIT (0, top, RULER_WIDTH, MAX (bottom - top, 4)));
}

static void
draw_marks (AscOverviewRuler *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  AscScheme   scheme = asc_article_palette_get_scheme (adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))));
  AscCodebook *codebook = get_codebook (self);
  GListModel  *labels = codebook != NULL ? asc_codebook_get_labels (codebook) : NULL;
  guint        n_labels = labels != NULL ? MIN (g_list_model_get_n_items (labels), 30) : 0;

  /* The wider, the longer the text of such a label is: a narrow mark on a wide one hides neither. */
  for (guint i = 0; i <= n_labels; i++)
    {
      g_autoptr (AscLabel) label = i < n_labels ? g_list_model_get_item (labels, i) : NULL;
      const GdkRGBA       *line = &asc_article_palette_lookup (label != NULL ? asc_label_get_values (label)->color : NULL, scheme)->line;
      guint32              bit = i < n_labels ? 1u << i : UNKNOWN_BIT;
      float                width = label != NULL && asc_label_get_values (label)->form == ASC_FORM_BRACKET ? 8 : 4;

      for (int row = 0; row < self->n_rows; row++)
        {
          if (self->rows[row] & bit)
            gtk_snapshot_append_color (snapshot, line, &GRAPHENE_RECT_INIT (RULER_WIDTH - width, row * MARK_HEIGHT, width, MARK_HEIGHT));
        }
    }
  for (int row = 0; row < self->n_rows; row++)
    {
      if (self->rows[row] & TODO_BIT)
        gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (0, row * MARK_HEIGHT, 2, MARK_HEIGHT));
    }
}

static void
draw_hits (AscOverviewRuler *self, GtkSnapshot *snapshot)
{
  AdwStyleManager      *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkRGBA)   accent = adw_style_manager_get_accent_color_rgba (manager);
  guint                 n, length = get_length (self);
  const AscSpan        *hits = asc_article_view_get_hits (self->view, &n);
  float                 height = gtk_widget_get_height (GTK_WIDGET (self)), last = -1;

  for (guint i = 0; i < n && length > 0; i++)
    {
      float y = (float) (int) (height * hits[i].start / length);

      if (y != last)
        gtk_snapshot_append_color (snapshot, accent, &GRAPHENE_RECT_INIT (3, y, RULER_WIDTH - 3, 1));
      last = y;
    }
}

static void
asc_overview_ruler_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AscOverviewRuler *self = ASC_OVERVIEW_RULER (widget);
  int               n_rows = gtk_widget_get_height (widget) / MARK_HEIGHT;
  GdkRGBA           color;

  if (self->view == NULL || n_rows < 1)
    return;

  if (self->n_rows != n_rows)
    count (self, n_rows);
  gtk_widget_get_color (widget, &color);
  draw_page (self, snapshot, &color);
  draw_marks (self, snapshot, &color);
  draw_hits (self, snapshot);
}

static void
asc_overview_ruler_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? RULER_WIDTH : 0;
}

static void
go_to (AscOverviewRuler *self, double y)
{
  guint  length = self->view != NULL ? get_length (self) : 0;
  double part = CLAMP (y / MAX (1, gtk_widget_get_height (GTK_WIDGET (self))), 0, 1);

  if (length > 0)
    asc_article_view_show_span (self->view, &ASC_SPAN ((guint) (part * length), (guint) (part * length)));
}

static void
on_drag_begin (AscOverviewRuler *self, double x, double y)
{
  go_to (self, y);
}

static void
on_drag_update (AscOverviewRuler *self, double offset_x, double offset_y, GtkGestureDrag *gesture)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    go_to (self, y + offset_y);
}

static void
asc_overview_ruler_dispose (GObject *object)
{
  AscOverviewRuler *self = ASC_OVERVIEW_RULER (object);

  g_clear_object (&self->set_signals);
  g_clear_object (&self->scroll_signals);
  g_clear_object (&self->view);
  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_free);

  G_OBJECT_CLASS (asc_overview_ruler_parent_class)->dispose (object);
}

static void
asc_overview_ruler_class_init (AscOverviewRulerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_overview_ruler_dispose;
  widget_class->measure = asc_overview_ruler_measure;
  widget_class->snapshot = asc_overview_ruler_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
asc_overview_ruler_init (AscOverviewRuler *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->set_signals = g_signal_group_new (ASC_TYPE_ANNOTATION_SET);
  g_signal_group_connect_swapped (self->set_signals, "items-changed", G_CALLBACK (on_set_content_changed), self);
  g_signal_group_connect_swapped (self->set_signals, "relation-changed", G_CALLBACK (on_set_content_changed), self);
  self->scroll_signals = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
  g_signal_group_connect_swapped (self->scroll_signals, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_group_connect_swapped (self->scroll_signals, "changed", G_CALLBACK (gtk_widget_queue_draw), self);
}

/**
 * asc_overview_ruler_set_view:
 * @self: a ruler
 * @view: whose text it gives an overview of; set once
 * @session: the view's session
 */
void
asc_overview_ruler_set_view (AscOverviewRuler *self, AscArticleView *view, AscSession *session)
{
  g_return_if_fail (ASC_IS_OVERVIEW_RULER (self));
  g_return_if_fail (ASC_IS_ARTICLE_VIEW (view));
  g_return_if_fail (ASC_IS_SESSION (session));
  g_return_if_fail (self->view == NULL);

  self->view = g_object_ref (view);
  self->session = g_object_ref (session);
  g_object_bind_property (view, "vadjustment", self->scroll_signals, "target", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (view, "hits-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::set", G_CALLBACK (on_set_changed), self, G_CONNECT_SWAPPED);
  on_set_changed (self);
}
