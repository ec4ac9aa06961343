/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-article-view-private.h"

#include "asc-hover-card.h"

/* Milliseconds until a card appears, and until it goes when the pointer is neither on it nor on its annotation: time to get from one to the other. */
#define SHOW_DELAY 500
#define HIDE_DELAY 300

static gboolean
is_shown (AscArticleView *self)
{
  return self->hover_card != NULL && gtk_widget_get_visible (self->hover_card);
}

static gboolean
on_gone (gpointer user_data)
{
  AscArticleView *self = user_data;

  self->hover_source = 0;
  gtk_popover_popdown (GTK_POPOVER (self->hover_card));
  return G_SOURCE_REMOVE;
}

/**
 * asc_article_view_hide_card:
 * @self: a view
 *
 * Takes the hover card away, and one that was about to appear. Not at once: it may be the card's own button that is being clicked.
 */
void
asc_article_view_hide_card (AscArticleView *self)
{
  g_clear_handle_id (&self->hover_source, g_source_remove);
  if (is_shown (self))
    self->hover_source = g_idle_add (on_gone, self);
}

static void
on_card_entered (AscArticleView *self)
{
  g_clear_handle_id (&self->hover_source, g_source_remove);
}

static gboolean
on_hide (gpointer user_data)
{
  AscArticleView *self = user_data;

  self->hover_source = 0;
  if (!gtk_event_controller_motion_contains_pointer (self->card_motion))
    asc_article_view_hide_card (self);
  return G_SOURCE_REMOVE;
}

static void
queue_hide (AscArticleView *self)
{
  g_clear_handle_id (&self->hover_source, g_source_remove);
  if (is_shown (self))
    self->hover_source = g_timeout_add (HIDE_DELAY, on_hide, self);
}

/* Beside the view, not in it: a popover without a grab is no border for events, and a text view takes every press on its children for its own. */
static void
make_card (AscArticleView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->card_motion = GTK_EVENT_CONTROLLER_MOTION (motion);

  self->hover_card = asc_hover_card_new (self->session);
  gtk_widget_set_parent (self->hover_card, gtk_widget_get_parent (GTK_WIDGET (self)));
  g_signal_connect_object (motion, "enter", G_CALLBACK (on_card_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (queue_hide), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->hover_card, motion);
}

/* Below the row that the pointer is on, which thereby stays readable. */
static GdkRectangle
get_place (AscArticleView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter  iter;
  GdkRectangle place;
  graphene_point_t corner;
  int          x, y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) self->pointer_x, (int) self->pointer_y, &x, &y);
  gtk_text_view_get_iter_at_location (view, &iter, x, y);
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x, &place.y);
  if (!gtk_widget_compute_point (GTK_WIDGET (self), gtk_widget_get_parent (GTK_WIDGET (self)),
                                 &GRAPHENE_POINT_INIT (self->pointer_x, place.y), &corner))
    corner = GRAPHENE_POINT_INIT (self->pointer_x, place.y);
  return (GdkRectangle) { (int) corner.x, (int) corner.y, 1, place.height };
}

static gboolean
on_show (gpointer user_data)
{
  AscArticleView *self = user_data;
  AscAnnotation  *hovered = asc_session_get_hovered (self->session);
  GdkRectangle    place;

  self->hover_source = 0;
  if (hovered == NULL || self->pressing || self->dragging_edge || self->pointer_rests
      || (self->menu != NULL && gtk_widget_get_visible (self->menu)))
    return G_SOURCE_REMOVE;

  if (self->hover_card == NULL)
    make_card (self);
  place = get_place (self);
  asc_hover_card_set_annotation (ASC_HOVER_CARD (self->hover_card), hovered);
  g_set_str (&self->carded, asc_annotation_get_id (hovered));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->hover_card), &place);
  gtk_popover_popup (GTK_POPOVER (self->hover_card));
  return G_SOURCE_REMOVE;
}

/**
 * asc_article_view_hover:
 * @self: a view
 * @annotation: (nullable): what the pointer is on
 *
 * Lights @annotation, and shows its card when the pointer stays.
 */
void
asc_article_view_hover (AscArticleView *self, AscAnnotation *annotation)
{
  asc_session_set_hovered (self->session, annotation);
  if (is_shown (self))
    {
      if (annotation != NULL && g_strcmp0 (self->carded, asc_annotation_get_id (annotation)) == 0)
        g_clear_handle_id (&self->hover_source, g_source_remove);
      else if (self->hover_source == 0)
        queue_hide (self);
      return;
    }

  if (annotation == NULL)
    g_clear_handle_id (&self->hover_source, g_source_remove);
  else
    {
      /* From when the pointer stands still. */
      g_clear_handle_id (&self->hover_source, g_source_remove);
      self->hover_source = g_timeout_add (SHOW_DELAY, on_show, self);
    }
}

void
asc_article_view_dispose_hover (AscArticleView *self)
{
  g_clear_handle_id (&self->hover_source, g_source_remove);
  g_clear_pointer (&self->hover_card, gtk_widget_unparent);
}
