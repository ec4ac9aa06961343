/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-article-view-private.h"

#include <glib/gi18n.h>

/* Where the taken edge is; the fragment's index is made to fit, as a move may have joined fragments. */
static AscSpan
get_fragment (AscArticleView *self, AscAnnotation *annotation)
{
  AscSpanSet *spans = asc_annotation_get_spans (annotation);

  self->edge_fragment = MIN (self->edge_fragment, asc_span_set_get_n_spans (spans) - 1);
  return *asc_span_set_get_span (spans, self->edge_fragment);
}

/**
 * asc_article_view_begin_session:
 * @self: a view
 * @what: what kind of acts
 *
 * What is done with the view's squash key from now on is one step, with pauses as long as they may be.
 */
void
asc_article_view_begin_session (AscArticleView *self, const char *what)
{
  g_free (self->squash_key);
  self->squash_key = g_strdup_printf ("%s-%p-%u", what, (void *) self, self->n_sessions++);
  asc_history_set_session (asc_session_get_history (self->session), self->squash_key);
}

void
asc_article_view_end_session (AscArticleView *self)
{
  AscHistory *history = asc_session_get_history (self->session);

  if (history != NULL)
    asc_history_set_session (history, NULL);
}

static void
show_edge (AscArticleView *self, AscAnnotation *annotation)
{
  AscSpan fragment = get_fragment (self, annotation);
  guint   offset = self->edge_at_end ? fragment.end : fragment.start;

  asc_article_view_set_caret (self, offset);
  asc_article_view_show_span (self, &ASC_SPAN (offset, offset));
}

/**
 * asc_article_view_take_edge:
 * @self: a view
 * @at_end: the end edge rather than the start edge
 *
 * Takes an edge of the current annotation; again, that of its next fragment.
 *
 * Returns: %TRUE
 */
gboolean
asc_article_view_take_edge (AscArticleView *self, gboolean at_end)
{
  AscAnnotation *current = asc_article_view_get_current (self);
  guint          n = asc_span_set_get_n_spans (asc_annotation_get_spans (current));

  asc_session_set_selected (self->session, current);
  if (self->key_state == ASC_KEYS_EDGE && self->edge_at_end == at_end)
    self->edge_fragment = at_end ? (self->edge_fragment + n - 1) % n : (self->edge_fragment + 1) % n;
  else
    {
      self->edge_fragment = at_end ? n - 1 : 0;
      if (self->key_state != ASC_KEYS_EDGE)
        asc_article_view_begin_session (self, "edge");
    }
  self->key_state = ASC_KEYS_EDGE;
  self->edge_at_end = at_end;
  show_edge (self, current);
  asc_article_view_announce (self, at_end ? _("End edge") : _("Start edge"));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

void
asc_article_view_leave_edge (AscArticleView *self)
{
  AscAnnotation *selected = asc_session_get_selected (self->session);

  if (self->key_state != ASC_KEYS_EDGE)
    return;

  self->key_state = ASC_KEYS_READING;
  asc_article_view_end_session (self);
  if (selected != NULL)
    asc_article_view_set_caret (self, asc_annotation_get_end (selected));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  asc_article_view_state_changed (self);
}

/**
 * asc_article_view_move_edge_to:
 * @self: a view
 * @offset: code points
 *
 * Moves the edge that was taken, no further than leaves one character and the other fragments in their order.
 *
 * Returns: whether it moved
 */
gboolean
asc_article_view_move_edge_to (AscArticleView *self, guint offset)
{
  AscAnnotation         *selected = asc_session_get_selected (self->session);
  AscAnnotator          *annotator = asc_session_get_annotator (self->session);
  const AscSpan         *spans;
  gsize                  n;
  g_autofree AscSpan    *changed = NULL;
  AscSpan               *fragment;
  g_autoptr (AscSpanSet) set = NULL;
  guint                  caret;

  if (selected == NULL)
    return FALSE;

  get_fragment (self, selected);
  spans = asc_span_set_get_spans (asc_annotation_get_spans (selected), &n);
  changed = g_memdup2 (spans, n * sizeof (AscSpan));
  fragment = &changed[self->edge_fragment];
  if (self->edge_at_end)
    fragment->end = CLAMP (offset, fragment->start + 1, self->edge_fragment + 1 < n ? fragment[1].start : asc_text_get_length (self->text));
  else
    fragment->start = CLAMP (offset, self->edge_fragment > 0 ? fragment[-1].end : 0, fragment->end - 1);

  caret = self->edge_at_end ? fragment->end : fragment->start;
  set = asc_span_set_new (changed, n);
  if (!asc_annotator_set_spans (annotator, selected, set, self->squash_key))
    return FALSE;

  if (!self->dragging_edge)
    {
      asc_article_view_set_caret (self, caret);
      asc_article_view_show_span (self, &ASC_SPAN (caret, caret));
    }
  return TRUE;
}

static guint
next_stop (AscSegmenter *segmenter, AscSegmentKind kind, guint offset, gboolean at_end, guint length)
{
  AscSpan segment;

  if (at_end && asc_segmenter_segment_at (segmenter, kind, offset, &segment) && segment.end > offset)
    return segment.end;
  if (asc_segmenter_next_segment (segmenter, kind, at_end ? offset : offset + 1, &segment))
    return at_end ? segment.end : segment.start;
  return length;
}

static guint
previous_stop (AscSegmenter *segmenter, AscSegmentKind kind, guint offset, gboolean at_end)
{
  AscSpan segment;

  if (!at_end && asc_segmenter_segment_at (segmenter, kind, offset, &segment) && segment.start < offset)
    return segment.start;
  if (asc_segmenter_prev_segment (segmenter, kind, at_end ? offset - 1 : offset, &segment))
    return at_end ? segment.end : segment.start;
  return 0;
}

/**
 * asc_article_view_move_edge:
 * @self: a view
 * @to_right: on the screen, which in right-to-left text is backwards
 * @by_character: rather than by word
 *
 * Returns: %TRUE
 */
gboolean
asc_article_view_move_edge (AscArticleView *self, gboolean to_right, gboolean by_character)
{
  AscAnnotation  *selected = asc_session_get_selected (self->session);
  AscSegmenter   *segmenter = asc_annotator_get_segmenter (asc_session_get_annotator (self->session));
  AscSegmentKind  kind = by_character ? ASC_SEGMENT_GRAPHEME : ASC_SEGMENT_WORD;
  AscSpan         fragment, paragraph;
  guint           offset;
  gboolean        forward = to_right;

  if (selected == NULL)
    return TRUE;

  fragment = get_fragment (self, selected);
  offset = self->edge_at_end ? fragment.end : fragment.start;
  if (asc_segmenter_segment_at (segmenter, ASC_SEGMENT_PARAGRAPH, offset, &paragraph))
    {
      g_autofree char   *text = asc_text_slice (self->text, &paragraph);
      PangoDirection     direction = PANGO_DIRECTION_NEUTRAL;
      g_autofree guint8 *levels = pango_log2vis_get_embedding_levels (text, strlen (text), &direction);

      if (direction == PANGO_DIRECTION_RTL || direction == PANGO_DIRECTION_WEAK_RTL)
        forward = !to_right;
    }

  if (forward)
    offset = next_stop (segmenter, kind, offset, self->edge_at_end, asc_text_get_length (self->text));
  else if (offset > 0)
    offset = previous_stop (segmenter, kind, offset, self->edge_at_end);
  asc_article_view_move_edge_to (self, offset);
  return TRUE;
}
