/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-article-view-private.h"

#include <glib/gi18n.h>

/* The one mice have at the thumb. */
#define BUTTON_BACK 8

/* Popovers are children: what happens on them passes by here on its way. */
static gboolean
is_on_text (AscArticleView *self, gpointer controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);

  return event == NULL || gdk_event_get_surface (event) == gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));
}

static gboolean
get_offset_at (AscArticleView *self, double x, double y, guint *offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter  iter;
  int          buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return FALSE;

  *offset = gtk_text_iter_get_offset (&iter);
  return TRUE;
}

/* The annotations whose text is at a place, shortest first. */
static GPtrArray *
get_stack_at (AscArticleView *self, double x, double y)
{
  GPtrArray *stack;
  guint      offset;

  if (self->set == NULL || !get_offset_at (self, x, y, &offset))
    return g_ptr_array_new ();

  stack = asc_annotation_set_stack_at (self->set, offset);
  for (guint i = stack->len; i-- > 0;)
    {
      /* The stack has what only touches the place as well: right for a caret, which stands between characters. */
      if (!asc_span_set_contains (asc_annotation_get_spans (g_ptr_array_index (stack, i)), offset))
        g_ptr_array_remove_index (stack, i);
    }
  return stack;
}

/* ---- clicks ---------------------------------------------------------------------------------------------- */

static void
on_pressed (AscArticleView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  if (!is_on_text (self, gesture))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->pressing = TRUE;
  asc_article_view_hide_card (self);
}

static void
on_click_over (AscArticleView *self)
{
  self->pressing = FALSE;
}

static void
click_annotation (AscArticleView *self, GPtrArray *stack)
{
  AscAnnotation *selected = asc_session_get_selected (self->session);
  guint          index;

  if (stack->len == 0)
    asc_session_set_selected (self->session, NULL);
  else if (g_ptr_array_find (stack, selected, &index))
    asc_session_set_selected (self->session, g_ptr_array_index (stack, (index + 1) % stack->len));
  else
    asc_session_set_selected (self->session, g_ptr_array_index (stack, 0));
}

static void
on_released (AscArticleView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  g_autoptr (GPtrArray) stack = NULL;

  self->pressing = FALSE;
  if (self->set == NULL || n_press != 1 || !is_on_text (self, gesture) || asc_article_view_get_selection (self, NULL))
    return;

  stack = get_stack_at (self, x, y);
  if (self->key_state == ASC_KEYS_RELATE)
    {
      for (guint i = 0; i < stack->len; i++)
        {
          if (asc_article_view_is_target (self, g_ptr_array_index (stack, i)))
            {
              asc_article_view_take_target (self, g_ptr_array_index (stack, i));
              return;
            }
        }
      return;
    }

  if (self->key_state == ASC_KEYS_MENTIONS)
    {
      guint offset, ghost;

      if (get_offset_at (self, x, y, &offset) && asc_article_view_find_ghost (self, offset, &ghost))
        {
          asc_article_view_accept_mention (self, ghost);
          return;
        }
      asc_article_view_leave_mentions (self);
    }
  if (self->key_state == ASC_KEYS_EDGE)
    {
      self->key_state = ASC_KEYS_READING;
      asc_article_view_end_session (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  click_annotation (self, stack);
  asc_article_view_state_changed (self);
}

static void
on_back_pressed (AscArticleView *self)
{
  asc_article_view_run (self, ASC_COMMAND_GO_BACK);
}

/* ---- handles --------------------------------------------------------------------------------------------- */

static void
on_drag_begin (AscArticleView *self, double x, double y, GtkGesture *gesture)
{
  gboolean at_end;

  if (!is_on_text (self, gesture) || !asc_article_view_find_handle (self, x, y, &at_end))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  asc_article_view_take_edge (self, at_end);
  self->dragging_edge = TRUE;
  self->press_x = x;
  self->press_y = y;
}

/* The edge goes to the boundary nearest to the pointer, between graphemes. */
static void
on_drag_update (AscArticleView *self, double offset_x, double offset_y)
{
  GtkTextView  *view = GTK_TEXT_VIEW (self);
  AscSegmenter *segmenter = asc_annotator_get_segmenter (asc_session_get_annotator (self->session));
  AscSpan       grapheme;
  GtkTextIter   iter;
  int           x, y, trailing;
  guint         offset;

  if (!self->dragging_edge)
    return;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) (self->press_x + offset_x), (int) (self->press_y + offset_y), &x, &y);
  gtk_text_view_get_iter_at_position (view, &iter, &trailing, x, y);
  offset = gtk_text_iter_get_offset (&iter);
  if (asc_segmenter_segment_at (segmenter, ASC_SEGMENT_GRAPHEME, offset, &grapheme) && grapheme.start < offset && offset < grapheme.end)
    offset = grapheme.start;
  if (trailing > 0 && asc_segmenter_next_segment (segmenter, ASC_SEGMENT_GRAPHEME, offset, &grapheme) && grapheme.start == offset)
    offset = grapheme.end;
  asc_article_view_move_edge_to (self, offset);
}

static void
on_drag_end (AscArticleView *self)
{
  if (!self->dragging_edge)
    return;

  self->dragging_edge = FALSE;
  asc_article_view_leave_edge (self);
}

/* ---- hovering -------------------------------------------------------------------------------------------- */

static void
on_motion (AscArticleView *self, double x, double y, GtkEventController *controller)
{
  g_autoptr (GPtrArray) stack = NULL;
  gboolean              at_end;

  if (!is_on_text (self, controller))
    return;

  if (x != self->pointer_x || y != self->pointer_y)
    self->pointer_rests = FALSE;
  self->pointer_x = x;
  self->pointer_y = y;
  if (self->set == NULL || self->pressing || self->dragging_edge)
    return;

  stack = get_stack_at (self, x, y);
  asc_article_view_hover (self, stack->len > 0 ? g_ptr_array_index (stack, 0) : NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), asc_article_view_find_handle (self, x, y, &at_end) ? "ew-resize" : "text");
}

static void
on_pointer_left (AscArticleView *self)
{
  if (self->set != NULL)
    asc_article_view_hover (self, NULL);
}

/* Text that scrolls below a resting pointer is being read, not pointed at: no cards then. */
static void
on_scrolled (AscArticleView *self)
{
  self->pointer_rests = TRUE;
  asc_article_view_hide_card (self);
}

/* ---- context menu ---------------------------------------------------------------------------------------- */

static GMenuModel *
make_label_menu (AscArticleView *self, const char *action)
{
  GMenu       *menu = g_menu_new ();
  AscCodebook *codebook = asc_article_view_get_codebook (self);
  GListModel  *labels = codebook != NULL ? asc_codebook_get_labels (codebook) : NULL;

  for (guint i = 0; labels != NULL && i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (AscLabel)  label = g_list_model_get_item (labels, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (asc_label_get_display_name (label), NULL);

      g_menu_item_set_action_and_target (item, action, "s", asc_label_get_name (label));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_menu (AscArticleView *self)
{
  GMenu                 *menu = g_menu_new ();
  g_autoptr (GMenu)      annotation = g_menu_new ();
  g_autoptr (GMenu)      text = g_menu_new ();
  g_autoptr (GMenuModel) make = make_label_menu (self, "annotation.make");
  g_autoptr (GMenuModel) change = make_label_menu (self, "annotation.set-label");

  g_menu_append_submenu (menu, _("_Annotate"), make);
  if (asc_article_view_get_current (self) != NULL)
    {
      if (asc_annotation_get_origin (asc_article_view_get_current (self)) == ASC_ORIGIN_SUGGESTED)
        g_menu_append (annotation, _("Acce_pt"), "annotation.accept");
      g_menu_append (annotation, _("Open _Card"), "annotation.open-card");
      g_menu_append (annotation, _("_Relate…"), "annotation.relate");
      g_menu_append (annotation, _("Other Mentio_ns"), "annotation.mentions");
      g_menu_append (annotation, _("_Other One Here"), "annotation.cycle");
      g_menu_append_submenu (annotation, _("Change _Label"), change);
      g_menu_append (annotation, _("Move _Start"), "annotation.start-edge");
      g_menu_append (annotation, _("Move _End"), "annotation.end-edge");
      g_menu_append (annotation, _("A_dd Selection"), "annotation.add-fragment");
      g_menu_append (annotation, _("Cut Selection O_ut"), "annotation.cut-fragment");
      g_menu_append (annotation, _("Re_move"), "annotation.remove");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (annotation));
    }
  if (asc_article_view_can (self, ASC_COMMAND_GO_BACK))
    g_menu_append (text, _("_Back"), "annotation.go-back");
  g_menu_append (text, _("_Grow Selection"), "text.grow");
  g_menu_append (text, _("Repea_t"), "annotation.repeat");
  g_menu_append (text, _("Undo"), "annotation.undo");
  g_menu_append (text, _("Redo"), "annotation.redo");
  g_menu_append (text, _("Cop_y Text"), "clipboard.copy");
  g_menu_append (text, _("_Find…"), "text.find");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (text));
  return G_MENU_MODEL (menu);
}

static void
popup (AscArticleView *self, int x, int y)
{
  g_autoptr (GMenuModel) model = make_menu (self);

  asc_article_view_hide_card (self);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
on_secondary_pressed (AscArticleView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  AscSpan selection;
  guint   offset;

  if (self->set == NULL || !is_on_text (self, gesture))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (get_offset_at (self, x, y, &offset)
      && !(asc_article_view_get_selection (self, &selection) && asc_span_contains (&selection, offset)))
    {
      g_autoptr (GPtrArray) stack = get_stack_at (self, x, y);

      asc_article_view_set_caret (self, offset);
      if (!g_ptr_array_find (stack, asc_session_get_selected (self->session), NULL))
        click_annotation (self, stack);
    }
  popup (self, (int) x, (int) y);
}

/* The menu key. */
void
asc_article_view_popup_at_caret (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  GdkRectangle location;
  GtkTextIter  iter;
  int          x, y;

  gtk_text_buffer_get_iter_at_mark (gtk_text_view_get_buffer (view), &iter, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (view)));
  gtk_text_view_get_iter_location (view, &iter, &location);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, location.x, location.y + location.height, &x, &y);
  popup (ASC_ARTICLE_VIEW (widget), x, y);
}

/* ---- keys as events -------------------------------------------------------------------------------------- */

static gboolean
on_key_pressed (AscArticleView *self, guint keyval, guint keycode, GdkModifierType state)
{
  g_autofree guint *keyvals = NULL;
  int               n_keys;

  asc_article_view_hide_card (self);
  if (asc_article_view_handle_key (self, keyval, state))
    return TRUE;

  /* A letter of another script: what the key means on this keyboard's Latin side, so that codebooks work in Cyrillic. */
  if (keyval < 0x80 || gdk_keyval_to_unicode (keyval) == 0
      || !gdk_display_map_keycode (gtk_widget_get_display (GTK_WIDGET (self)), keycode, NULL, &keyvals, &n_keys))
    return FALSE;
  for (int i = 0; i < n_keys; i++)
    {
      if (keyvals[i] < 0x80 && g_ascii_isalpha (keyvals[i]))
        return asc_article_view_handle_key (self, gdk_keyval_to_lower (keyvals[i]), state);
    }
  return FALSE;
}

void
asc_article_view_init_mouse (AscArticleView *self)
{
  GtkWidget          *widget = GTK_WIDGET (self);
  GtkEventController *controller;

  /* Before the text view's own, which take every press; ours let all pass but what is on a handle. */
  controller = GTK_EVENT_CONTROLLER (gtk_gesture_drag_new ());
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "drag-begin", G_CALLBACK (on_drag_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (controller, "drag-update", G_CALLBACK (on_drag_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (controller, "drag-end", G_CALLBACK (on_drag_end), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, controller);

  controller = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (controller, "released", G_CALLBACK (on_released), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (controller, "stopped", G_CALLBACK (on_click_over), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (controller, "cancel", G_CALLBACK (on_click_over), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, controller);

  controller = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (controller), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "pressed", G_CALLBACK (on_secondary_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, controller);

  controller = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (controller), BUTTON_BACK);
  g_signal_connect_object (controller, "pressed", G_CALLBACK (on_back_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, controller);

  controller = gtk_event_controller_motion_new ();
  g_signal_connect_object (controller, "motion", G_CALLBACK (on_motion), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (controller, "leave", G_CALLBACK (on_pointer_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, controller);

  controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, controller);

  self->scroll_signals = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
  g_signal_group_connect_swapped (self->scroll_signals, "value-changed", G_CALLBACK (on_scrolled), self);
  g_object_bind_property (self, "vadjustment", self->scroll_signals, "target", G_BINDING_SYNC_CREATE);
}

void
asc_article_view_dispose_mouse (AscArticleView *self)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->scroll_signals);
}
