/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-article-view-private.h"

#include <glib/gi18n.h>

/* What is shown at once, and what is added in one turn of the main loop: the buffer takes some 80 bytes a microsecond. */
#define FIRST_SLICE_BYTES (96 * 1024)
#define SLICE_BYTES       (384 * 1024)

/* GTK lays a paragraph out in one go: one of 100 KB takes a quarter of a second a page, one of 350 KB is not drawn at all. */
#define LONG_PARAGRAPH_BYTES (12 * 1024)

#define MAX_JUMPS 50

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_STATUS,
  PROP_ANNOUNCEMENT,
  PROP_ZOOM,
  PROP_FONT,
  PROP_LINE_HEIGHT,
  PROP_COLUMN_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (AscArticleView, asc_article_view, GTK_TYPE_TEXT_VIEW,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_TEXT, asc_article_view_accessible_text_init))

/* ---- text ------------------------------------------------------------------------------------------------ */

/* Where a long paragraph is shown as two: a space, if possible after a sentence. NULL: there is none. */
static const char *
find_break (const char *start, const char *end)
{
  const char *last_space = NULL;

  for (const char *p = end - 1; p > start + 3; p--)
    {
      if (*p != ' ')
        continue;
      if (last_space == NULL)
        last_space = p;
      if (strchr (".!?", p[-1]) != NULL || memcmp (p - 3, "”", 3) == 0)
        return p;
    }
  return last_space;
}

static void
append_utf8 (AscArticleView *self, const char *utf8, gsize n_bytes)
{
  GtkTextIter iter;

  gtk_text_buffer_get_end_iter (self->buffer, &iter);
  gtk_text_buffer_insert (self->buffer, &iter, utf8, n_bytes);
}

/* Puts a part of the text at the end of the buffer. In a paragraph too long for GTK some spaces become line ends there: one code point for
 * one, so that no offset changes; what is quoted, searched and written comes from the text itself. */
static void
append_text (AscArticleView *self, const char *utf8, const char *end)
{
  while (utf8 < end)
    {
      const char *piece_end = end, *space = NULL;

      if (end - utf8 > LONG_PARAGRAPH_BYTES)
        {
          const char *newline = g_strrstr_len (utf8, LONG_PARAGRAPH_BYTES, "\n");

          if (newline == NULL)
            {
              space = find_break (utf8 + LONG_PARAGRAPH_BYTES / 2, utf8 + LONG_PARAGRAPH_BYTES);
              newline = memchr (utf8 + LONG_PARAGRAPH_BYTES, '\n', end - utf8 - LONG_PARAGRAPH_BYTES);
            }
          if (space != NULL)
            piece_end = space;
          else if (newline != NULL)
            piece_end = newline + 1;
        }

      append_utf8 (self, utf8, piece_end - utf8);
      utf8 = piece_end;
      if (space != NULL)
        {
          append_utf8 (self, "\n", 1);
          utf8++;
        }
    }
}

static void
load_slice (AscArticleView *self, gsize n_bytes)
{
  const char *utf8 = asc_text_get_utf8 (self->text);
  gsize       total = asc_text_get_n_bytes (self->text);
  gsize       end = MIN (self->loaded_bytes + n_bytes, total);

  /* To a line end, so that no paragraph is laid out twice; else at least between characters. */
  if (end < total)
    {
      const char *newline = g_strrstr_len (utf8 + self->loaded_bytes, end - self->loaded_bytes, "\n");

      if (newline != NULL)
        end = newline + 1 - utf8;
      else
        end = g_utf8_find_prev_char (utf8 + self->loaded_bytes, utf8 + end + 1) - utf8;
    }

  append_text (self, utf8 + self->loaded_bytes, utf8 + end);
  self->loaded_bytes = end;
  self->loaded_chars = asc_offsets_bytes_to_chars (asc_text_get_offsets (self->text), end);
}

static gboolean
on_load_idle (gpointer user_data)
{
  AscArticleView *self = user_data;

  load_slice (self, SLICE_BYTES);
  if (self->loaded_bytes < asc_text_get_n_bytes (self->text))
    return G_SOURCE_CONTINUE;

  self->load_source = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_loading (AscArticleView *self)
{
  g_clear_handle_id (&self->load_source, g_source_remove);
}

static void
show_text (AscArticleView *self, AscText *text)
{
  GtkTextIter start;

  stop_loading (self);
  asc_article_view_forget_lines (self);
  asc_article_view_set_hits (self, NULL, 0, G_MAXUINT);
  g_array_set_size (self->jumps, 0);

  self->moving_caret = TRUE;
  gtk_text_buffer_set_text (self->buffer, "", 0);
  g_clear_pointer (&self->text, asc_text_unref);
  self->loaded_bytes = 0;
  self->loaded_chars = 0;
  if (text != NULL)
    {
      self->text = asc_text_ref (text);
      load_slice (self, FIRST_SLICE_BYTES);
      gtk_text_buffer_get_start_iter (self->buffer, &start);
      gtk_text_buffer_place_cursor (self->buffer, &start);
      asc_article_view_tag_title (self);
      /* Just before GTK's own settling of line heights, which would otherwise be done first. */
      if (self->loaded_bytes < asc_text_get_n_bytes (text))
        self->load_source = g_idle_add_full (GTK_TEXT_VIEW_PRIORITY_VALIDATE - 1, on_load_idle, self, NULL);
    }
  self->moving_caret = FALSE;
}

/**
 * asc_article_view_ensure_loaded:
 * @self: a view
 * @offset: code points
 *
 * Puts the text in the buffer up to and with the paragraph of @offset.
 */
void
asc_article_view_ensure_loaded (AscArticleView *self, guint offset)
{
  gsize wanted;

  if (self->text == NULL || offset < self->loaded_chars || self->loaded_bytes >= asc_text_get_n_bytes (self->text))
    return;

  wanted = asc_offsets_chars_to_bytes (asc_text_get_offsets (self->text), offset) + 1;
  while (self->loaded_bytes < wanted && self->loaded_bytes < asc_text_get_n_bytes (self->text))
    load_slice (self, MAX (SLICE_BYTES, wanted - MIN (wanted, self->loaded_bytes)));
  if (self->loaded_bytes >= asc_text_get_n_bytes (self->text))
    stop_loading (self);
}

void
asc_article_view_get_iter (AscArticleView *self, GtkTextIter *iter, guint offset)
{
  asc_article_view_ensure_loaded (self, offset);
  gtk_text_buffer_get_iter_at_offset (self->buffer, iter, offset);
}

/* ---- the session ----------------------------------------------------------------------------------------- */

AscCodebook *
asc_article_view_get_codebook (AscArticleView *self)
{
  AscProject *project = asc_session_get_project (self->session);

  return project != NULL ? asc_project_get_codebook (project) : NULL;
}

gboolean
asc_article_view_is_writable (AscArticleView *self)
{
  return self->set != NULL && !asc_annotation_set_get_read_only (self->set);
}

static void
on_annotation_changed (AscArticleView *self, AscAnnotation *before, AscAnnotation *after)
{
  if (before != NULL)
    asc_article_view_forget_annotation (self, before);
  if (after != NULL)
    asc_article_view_forget_annotation (self, after);
}

/* Once a batch. */
static void
on_items_changed (AscArticleView *self)
{
  if (asc_session_get_relating (self->session) != NULL)
    asc_article_view_update_targets (self);
  asc_article_view_state_changed (self);
}

static void
on_codebook_changed (AscArticleView *self)
{
  asc_article_view_update_painter (self);
  asc_article_view_state_changed (self);
}

static void
on_set_changed (AscArticleView *self)
{
  AscAnnotationSet *set = asc_session_get_set (self->session);

  if (set == self->set)
    return;

  asc_article_view_leave_edge (self);
  asc_article_view_leave_mentions (self);
  asc_article_view_hide_card (self);
  g_signal_group_set_target (self->set_signals, set);
  g_signal_group_set_target (self->project_signals, asc_session_get_project (self->session));
  g_set_object (&self->set, set);
  asc_article_view_update_painter (self);
  show_text (self, set != NULL ? asc_article_get_text (asc_annotation_set_get_article (set)) : NULL);
  asc_article_view_state_changed (self);
}

static void
on_selected_changed (AscArticleView *self)
{
  AscAnnotation *selected = asc_session_get_selected (self->session);

  self->walking = FALSE;
  if (selected == NULL && self->key_state == ASC_KEYS_EDGE)
    asc_article_view_leave_edge (self);
  if (self->key_state == ASC_KEYS_MENTIONS && (selected == NULL || g_strcmp0 (asc_annotation_get_id (selected), self->mentioned) != 0))
    asc_article_view_leave_mentions (self);
  if (self->key_state == ASC_KEYS_ROLE && !asc_article_view_has_proposals (self))
    self->key_state = ASC_KEYS_READING;

  if (selected != NULL && gtk_widget_is_focus (GTK_WIDGET (self)) && !self->dragging_edge)
    {
      g_autofree char *description = asc_article_view_describe (self, selected);

      asc_article_view_announce (self, description);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  asc_article_view_state_changed (self);
}

static void
on_reveal (AscArticleView *self, AscAnnotation *annotation)
{
  asc_article_view_hide_card (self);
  asc_article_view_push_jump (self);
  asc_article_view_go_to_annotation (self, annotation);
}

static void
connect_session (AscArticleView *self)
{
  self->session_signals = g_signal_group_new (ASC_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::set", G_CALLBACK (on_set_changed), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::selected", G_CALLBACK (on_selected_changed), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::hovered", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::relating", G_CALLBACK (asc_article_view_update_targets), self);
  g_signal_group_connect_swapped (self->session_signals, "lit-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_group_connect_swapped (self->session_signals, "proposals-changed", G_CALLBACK (asc_article_view_update_proposals), self);
  g_signal_group_connect_swapped (self->session_signals, "reveal", G_CALLBACK (on_reveal), self);

  self->set_signals = g_signal_group_new (ASC_TYPE_ANNOTATION_SET);
  g_signal_group_connect_swapped (self->set_signals, "annotation-changed", G_CALLBACK (on_annotation_changed), self);
  g_signal_group_connect_swapped (self->set_signals, "relation-changed", G_CALLBACK (asc_article_view_state_changed), self);
  g_signal_group_connect_swapped (self->set_signals, "items-changed", G_CALLBACK (on_items_changed), self);

  self->project_signals = g_signal_group_new (ASC_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "notify::codebook", G_CALLBACK (on_codebook_changed), self);

  g_signal_group_set_target (self->session_signals, self->session);
  on_set_changed (self);
}

/* ---- caret ----------------------------------------------------------------------------------------------- */

/* Walking into annotations with the arrows selects them, the shortest first; what is selected stays so in plain text, where
 * its next fragment may be. */
static void
follow_caret (AscArticleView *self)
{
  AscAnnotation        *selected = asc_session_get_selected (self->session);
  guint                 caret = asc_article_view_get_caret (self);
  g_autoptr (GPtrArray) stack = NULL;

  if (self->set == NULL || self->key_state != ASC_KEYS_READING || asc_article_view_get_selection (self, NULL))
    return;

  stack = asc_annotation_set_stack_at (self->set, caret);
  if (stack->len > 0 && !g_ptr_array_find (stack, selected, NULL))
    {
      AscAnnotation *shortest = g_ptr_array_index (stack, 0);

      for (guint i = stack->len; i-- > 0;)
        {
          if (asc_span_set_contains (asc_annotation_get_spans (g_ptr_array_index (stack, i)), caret))
            shortest = g_ptr_array_index (stack, i);
        }
      asc_session_set_selected (self->session, shortest);
    }
}

static void
on_mark_set (GtkTextBuffer *buffer, GtkTextIter *location, GtkTextMark *mark, gpointer user_data)
{
  AscArticleView *self = user_data;

  if (mark != gtk_text_buffer_get_insert (buffer) && mark != gtk_text_buffer_get_selection_bound (buffer))
    return;

  /* Who goes on reading changes no role any more. */
  if (!self->moving_caret && self->key_state == ASC_KEYS_ROLE)
    self->key_state = ASC_KEYS_READING;
  if (!self->moving_caret && !self->pressing && mark == gtk_text_buffer_get_insert (buffer))
    follow_caret (self);
  if (!self->moving_caret)
    asc_article_view_state_changed (self);
}

void
asc_article_view_go_to_annotation (AscArticleView *self, AscAnnotation *annotation)
{
  const AscSpan span = { asc_annotation_get_start (annotation), asc_annotation_get_end (annotation) };

  asc_session_set_selected (self->session, annotation);
  asc_article_view_set_caret (self, span.end);
  asc_article_view_show_span (self, &span);
}

/* Remembers the caret, so that a jump can be taken back. */
void
asc_article_view_push_jump (AscArticleView *self)
{
  guint caret = asc_article_view_get_caret (self);

  if (self->jumps->len > 0 && g_array_index (self->jumps, guint, self->jumps->len - 1) == caret)
    return;
  if (self->jumps->len == MAX_JUMPS)
    g_array_remove_index (self->jumps, 0);
  g_array_append_val (self->jumps, caret);
}

/* ---- class ----------------------------------------------------------------------------------------------- */

static void
asc_article_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  AscArticleView *self = ASC_ARTICLE_VIEW (widget);

  GTK_WIDGET_CLASS (asc_article_view_parent_class)->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      /* The margins centre the column; they must not keep the window from becoming narrow. */
      *minimum = 200;
      *natural = MAX (200, asc_article_view_get_column (self));
    }
}

static void
asc_article_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AscArticleView *self = ASC_ARTICLE_VIEW (widget);

  if (width != self->allocated_width)
    {
      self->allocated_width = width;
      asc_article_view_update_margins (self, width);
      asc_article_view_forget_lines (self);
    }
  GTK_WIDGET_CLASS (asc_article_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
asc_article_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  AscArticleView *self = ASC_ARTICLE_VIEW (widget);

  GTK_WIDGET_CLASS (asc_article_view_parent_class)->css_changed (widget, change);
  asc_article_view_update_spacing (self);
}

static void
asc_article_view_unroot (GtkWidget *widget)
{
  asc_article_view_dispose_hover (ASC_ARTICLE_VIEW (widget));

  GTK_WIDGET_CLASS (asc_article_view_parent_class)->unroot (widget);
}

static void
asc_article_view_constructed (GObject *object)
{
  AscArticleView *self = ASC_ARTICLE_VIEW (object);

  G_OBJECT_CLASS (asc_article_view_parent_class)->constructed (object);

  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  self->title_tag = gtk_text_buffer_create_tag (self->buffer, "title", NULL);
  self->nudge_tag = gtk_text_buffer_create_tag (self->buffer, NULL, "pixels-above-lines", 1, NULL);
  g_signal_connect_object (self->buffer, "mark-set", G_CALLBACK (on_mark_set), self, G_CONNECT_DEFAULT);

  asc_article_view_init_look (self);
  asc_article_view_init_drawing (self);
  asc_article_view_init_mouse (self);
  connect_session (self);
}

static void
asc_article_view_dispose (GObject *object)
{
  AscArticleView *self = ASC_ARTICLE_VIEW (object);

  stop_loading (self);
  asc_article_view_dispose_hover (self);
  asc_article_view_dispose_mouse (self);
  asc_article_view_dispose_look (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->set_signals);
  g_clear_object (&self->project_signals);
  g_clear_object (&self->set);
  g_clear_object (&self->session);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->ghosts, g_ptr_array_unref);

  G_OBJECT_CLASS (asc_article_view_parent_class)->dispose (object);
}

static void
asc_article_view_finalize (GObject *object)
{
  AscArticleView *self = ASC_ARTICLE_VIEW (object);

  asc_article_view_finalize_drawing (self);
  g_clear_pointer (&self->text, asc_text_unref);
  g_clear_pointer (&self->target_ids, g_hash_table_unref);
  g_array_unref (self->jumps);
  g_free (self->hits);
  g_free (self->squash_key);
  g_free (self->mentioned);
  g_free (self->last_accepted);
  g_free (self->carded);
  g_free (self->last_label);
  g_free (self->last_target);
  g_free (self->status);
  g_free (self->announcement);

  G_OBJECT_CLASS (asc_article_view_parent_class)->finalize (object);
}

static void
asc_article_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AscArticleView *self = ASC_ARTICLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    case PROP_ANNOUNCEMENT:
      g_value_set_string (value, self->announcement);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_FONT:
      g_value_set_enum (value, self->font);
      break;
    case PROP_LINE_HEIGHT:
      g_value_set_double (value, self->line_height);
      break;
    case PROP_COLUMN_WIDTH:
      g_value_set_int (value, self->column_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_article_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AscArticleView *self = ASC_ARTICLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_ZOOM:
      if (self->zoom == g_value_get_double (value))
        return;
      self->zoom = g_value_get_double (value);
      asc_article_view_update_font (self);
      break;
    case PROP_FONT:
      if (self->font == (AscReadingFont) g_value_get_enum (value))
        return;
      self->font = g_value_get_enum (value);
      asc_article_view_update_font (self);
      break;
    case PROP_LINE_HEIGHT:
      if (self->line_height == g_value_get_double (value))
        return;
      self->line_height = g_value_get_double (value);
      asc_article_view_update_spacing (self);
      break;
    case PROP_COLUMN_WIDTH:
      if (self->column_width == g_value_get_int (value))
        return;
      self->column_width = g_value_get_int (value);
      self->allocated_width = -1;
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (pspec->flags & G_PARAM_EXPLICIT_NOTIFY)
    g_object_notify_by_pspec (object, pspec);
}

static void
asc_article_view_class_init (AscArticleViewClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags read_write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = asc_article_view_constructed;
  object_class->dispose = asc_article_view_dispose;
  object_class->finalize = asc_article_view_finalize;
  object_class->get_property = asc_article_view_get_property;
  object_class->set_property = asc_article_view_set_property;
  widget_class->measure = asc_article_view_measure;
  widget_class->size_allocate = asc_article_view_size_allocate;
  widget_class->unroot = asc_article_view_unroot;
  widget_class->css_changed = asc_article_view_css_changed;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = asc_article_view_snapshot_layer;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ASC_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ANNOUNCEMENT] = g_param_spec_string ("announcement", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0.5, 4, 1, read_write);
  properties[PROP_FONT] = g_param_spec_enum ("font", NULL, NULL, ASC_TYPE_READING_FONT, ASC_READING_FONT_SERIF, read_write);
  properties[PROP_LINE_HEIGHT] = g_param_spec_double ("line-height", NULL, NULL, 1, 3, 1.6, read_write);
  properties[PROP_COLUMN_WIDTH] = g_param_spec_int ("column-width", NULL, NULL, 200, 4000, 680, read_write);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_signal_new ("open-card", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, ASC_TYPE_ANNOTATION);
  g_signal_new ("search-actor", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  g_signal_new ("hits-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("find", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  asc_article_view_install_actions (widget_class);
}

static void
asc_article_view_init (AscArticleView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->zoom = 1;
  self->line_height = 1.6;
  self->column_width = 680;
  self->current_hit = G_MAXUINT;
  self->allocated_width = -1;
  self->jumps = g_array_new (FALSE, FALSE, sizeof (guint));
  self->target_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, TRUE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Article text"),
                                  -1);
}

/* ---- public ---------------------------------------------------------------------------------------------- */

/**
 * asc_article_view_new:
 * @session: what the window works on
 *
 * Returns: (transfer floating): a view of the session's article
 */
GtkWidget *
asc_article_view_new (AscSession *session)
{
  g_return_val_if_fail (ASC_IS_SESSION (session), NULL);

  return g_object_new (ASC_TYPE_ARTICLE_VIEW, "session", session, NULL);
}

/**
 * asc_article_view_get_selection:
 * @self: a view
 * @selection: (out) (optional): the selected code points; untouched when there are none
 *
 * Returns: whether text is selected
 */
gboolean
asc_article_view_get_selection (AscArticleView *self, AscSpan *selection)
{
  GtkTextIter start, end;

  g_return_val_if_fail (ASC_IS_ARTICLE_VIEW (self), FALSE);

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    return FALSE;

  if (selection != NULL)
    *selection = ASC_SPAN (gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end));
  return TRUE;
}

/**
 * asc_article_view_get_caret:
 * @self: a view
 *
 * Returns: where the caret stands, in code points
 */
guint
asc_article_view_get_caret (AscArticleView *self)
{
  GtkTextIter iter;

  g_return_val_if_fail (ASC_IS_ARTICLE_VIEW (self), 0);

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  return gtk_text_iter_get_offset (&iter);
}

/**
 * asc_article_view_set_caret:
 * @self: a view
 * @offset: code points
 *
 * Puts the caret somewhere and selects no text. What annotation is selected stays.
 */
void
asc_article_view_set_caret (AscArticleView *self, guint offset)
{
  g_return_if_fail (ASC_IS_ARTICLE_VIEW (self));

  asc_article_view_select_span (self, &ASC_SPAN (offset, offset));
}

/**
 * asc_article_view_select_span:
 * @self: a view
 * @span: code points
 *
 * Selects text; the caret is at its end.
 */
void
asc_article_view_select_span (AscArticleView *self, const AscSpan *span)
{
  GtkTextIter start, end;

  g_return_if_fail (ASC_IS_ARTICLE_VIEW (self));
  g_return_if_fail (span != NULL);

  asc_article_view_ensure_loaded (self, span->end);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, span->start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, span->end);
  self->moving_caret = TRUE;
  gtk_text_buffer_select_range (self->buffer, &end, &start);
  self->moving_caret = FALSE;
  asc_article_view_state_changed (self);
}

/**
 * asc_article_view_show_span:
 * @self: a view
 * @span: code points
 *
 * Scrolls as little as shows the start of @span, or a third down the page when it is far. Works right after the text was shown, too.
 */
void
asc_article_view_show_span (AscArticleView *self, const AscSpan *span)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter  start, line_start, line_end;
  GdkRectangle visible, location;
  int          height;

  g_return_if_fail (ASC_IS_ARTICLE_VIEW (self));
  g_return_if_fail (span != NULL);

  asc_article_view_get_iter (self, &start, span->start);
  if (self->scroll_mark == NULL)
    self->scroll_mark = gtk_text_buffer_create_mark (self->buffer, NULL, &start, TRUE);
  else
    gtk_text_buffer_move_mark (self->buffer, self->scroll_mark, &start);

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_yrange (view, &start, &location.y, &height);
  if (height > 0)
    {
      gtk_text_view_get_iter_location (view, &start, &location);
      if (location.y >= visible.y && location.y + location.height <= visible.y + visible.height)
        return;
    }

  /* A scroll waits until the text is laid out, and is lost by then where that takes long. Changing what affects the height of the target
   * makes GTK lay that out first. */
  gtk_text_view_scroll_to_mark (view, self->scroll_mark, 0, TRUE, 0, 0.33);
  if (height == 0)
    {
      line_start = start;
      gtk_text_iter_set_line_offset (&line_start, 0);
      line_end = line_start;
      gtk_text_iter_forward_char (&line_end);
      gtk_text_buffer_apply_tag (self->buffer, self->nudge_tag, &line_start, &line_end);
      gtk_text_buffer_remove_tag (self->buffer, self->nudge_tag, &line_start, &line_end);
    }
}

/**
 * asc_article_view_set_hits:
 * @self: a view
 * @hits: (array length=n_hits) (nullable): spans found, ascending
 * @n_hits: how many
 * @current: index of the one gone to, or %G_MAXUINT
 */
void
asc_article_view_set_hits (AscArticleView *self, const AscSpan *hits, guint n_hits, guint current)
{
  g_return_if_fail (ASC_IS_ARTICLE_VIEW (self));
  g_return_if_fail (hits != NULL || n_hits == 0);

  if (n_hits == 0 && self->n_hits == 0)
    return;

  g_free (self->hits);
  self->hits = g_memdup2 (hits, n_hits * sizeof (AscSpan));
  self->n_hits = n_hits;
  self->current_hit = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "hits-changed");
}

/**
 * asc_article_view_get_hits:
 * @self: a view
 * @n_hits: (out): how many
 *
 * Returns: (array length=n_hits) (nullable): what asc_article_view_set_hits() set
 */
const AscSpan *
asc_article_view_get_hits (AscArticleView *self, guint *n_hits)
{
  g_return_val_if_fail (ASC_IS_ARTICLE_VIEW (self), NULL);
  g_return_val_if_fail (n_hits != NULL, NULL);

  *n_hits = self->n_hits;
  return self->hits;
}
