/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-article-view-private.h"

#include <glib/gi18n.h>

#include "asc-mention-suggester.h"

static AscAnnotation *
get_ghost (AscArticleView *self, guint index)
{
  return g_ptr_array_index (self->ghosts, index);
}

static AscSpan
get_span (AscAnnotation *annotation)
{
  return ASC_SPAN (asc_annotation_get_start (annotation), asc_annotation_get_end (annotation));
}

static void
show_ghost (AscArticleView *self)
{
  AscAnnotation   *ghost = get_ghost (self, self->ghost);
  AscSpan          span = get_span (ghost);
  g_autofree char *description = asc_article_view_describe (self, ghost);

  asc_article_view_announce (self, description);
  asc_article_view_set_caret (self, span.end);
  asc_article_view_show_span (self, &span);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The first ghost after @offset, from the start again when there is none. */
static void
go_on_from (AscArticleView *self, guint offset)
{
  for (self->ghost = 0; self->ghost < self->ghosts->len; self->ghost++)
    {
      if (asc_annotation_get_start (get_ghost (self, self->ghost)) >= offset)
        break;
    }
  if (self->ghost == self->ghosts->len)
    self->ghost = 0;
}

/* One ghost less: the next of the others, or the end. */
static void
go_on_without (AscArticleView *self, guint index)
{
  guint offset = asc_annotation_get_start (get_ghost (self, index));

  g_ptr_array_remove_index (self->ghosts, index);
  if (self->ghosts->len == 0)
    {
      asc_article_view_leave_mentions (self);
      return;
    }
  go_on_from (self, offset);
  show_ghost (self);
  asc_article_view_state_changed (self);
}

static AscAnnotation *
accept (AscArticleView *self, guint index)
{
  AscAnnotation *mentioned = asc_annotation_set_lookup (self->set, self->mentioned);
  AscSpan        span = get_span (get_ghost (self, index));
  AscAnnotation *made;

  made = asc_mention_suggester_accept (asc_session_get_annotator (self->session), mentioned, &span, self->squash_key);
  if (made != NULL)
    {
      g_set_str (&self->last_accepted, asc_annotation_get_id (made));
      self->n_accepted++;
    }
  return made;
}

/**
 * asc_article_view_begin_mentions:
 * @self: a view with a current annotation
 *
 * Looks for other mentions of the current annotation. Those found are ghosts until they are accepted or rejected, the first of them after the
 * annotation the one that keys act on.
 *
 * Returns: %TRUE
 */
gboolean
asc_article_view_begin_mentions (AscArticleView *self)
{
  AscAnnotation     *current = asc_article_view_get_current (self);
  g_autoptr (GArray) mentions = asc_mention_suggester_find (asc_session_get_annotator (self->session), current);

  asc_session_set_selected (self->session, current);
  if (mentions->len == 0)
    {
      asc_session_notice (self->session, _("There are no other mentions of it"));
      return TRUE;
    }

  self->ghosts = g_ptr_array_new_full (mentions->len, g_object_unref);
  for (guint i = 0; i < mentions->len; i++)
    {
      const AscSpan            *span = &g_array_index (mentions, AscSpan, i);
      g_autoptr (AscSpanSet)    spans = asc_span_set_new (span, 1);
      g_autoptr (AscAnnotation) plain = asc_annotation_new (NULL, asc_annotation_get_label (current), spans);

      g_ptr_array_add (self->ghosts, asc_annotation_with_origin (plain, ASC_ORIGIN_SUGGESTED));
    }
  self->n_ghosts_at_first = mentions->len;
  self->n_accepted = 0;
  g_set_str (&self->mentioned, asc_annotation_get_id (current));
  asc_article_view_push_jump (self);
  asc_article_view_begin_session (self, "mentions");
  self->key_state = ASC_KEYS_MENTIONS;
  go_on_from (self, asc_annotation_get_end (current));
  show_ghost (self);
  return TRUE;
}

/**
 * asc_article_view_leave_mentions:
 * @self: a view
 *
 * Ends going through other mentions, and goes to the last that was accepted, else back.
 */
void
asc_article_view_leave_mentions (AscArticleView *self)
{
  AscAnnotation   *last;
  g_autofree char *message = NULL;

  if (self->key_state != ASC_KEYS_MENTIONS)
    return;

  /* First of all: what is done here is heard of in the middle of it. */
  self->key_state = ASC_KEYS_READING;
  asc_article_view_end_session (self);
  g_clear_pointer (&self->ghosts, g_ptr_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  last = asc_annotation_set_lookup (self->set, self->n_accepted > 0 ? self->last_accepted : self->mentioned);
  if (last != NULL && self->set == asc_session_get_set (self->session))
    {
      AscAnnotation *selected = asc_session_get_selected (self->session);

      /* Unless something else was selected, which is why this ends. */
      if (selected != NULL && g_str_equal (asc_annotation_get_id (selected), self->mentioned))
        asc_article_view_go_to_annotation (self, last);
      message = g_strdup_printf (ngettext ("%u mention annotated", "%u mentions annotated", self->n_accepted), self->n_accepted);
      asc_article_view_announce (self, message);
    }
  asc_article_view_state_changed (self);
}

/**
 * asc_article_view_step_mention:
 * @self: a view
 * @step: 1 for the next ghost, -1 for the one before; round the ends
 *
 * Returns: %TRUE
 */
gboolean
asc_article_view_step_mention (AscArticleView *self, int step)
{
  self->ghost = (self->ghost + self->ghosts->len + step) % self->ghosts->len;
  show_ghost (self);
  return TRUE;
}

/**
 * asc_article_view_accept_mention:
 * @self: a view
 * @index: of a ghost
 *
 * Makes an annotation of a ghost and goes on to the next.
 *
 * Returns: %TRUE
 */
gboolean
asc_article_view_accept_mention (AscArticleView *self, guint index)
{
  accept (self, index);
  go_on_without (self, index);
  return TRUE;
}

/**
 * asc_article_view_accept_mentions:
 * @self: a view
 *
 * Makes annotations of all ghosts that are left.
 *
 * Returns: %TRUE
 */
gboolean
asc_article_view_accept_mentions (AscArticleView *self)
{
  AscHistory *history = asc_session_get_history (self->session);

  asc_history_begin (history, ASC_ACTION_ACCEPT, asc_annotation_get_label (get_ghost (self, 0)), self->squash_key);
  for (guint i = 0; i < self->ghosts->len; i++)
    accept (self, i);
  asc_history_end (history);
  asc_article_view_leave_mentions (self);
  return TRUE;
}

gboolean
asc_article_view_reject_mention (AscArticleView *self)
{
  go_on_without (self, self->ghost);
  return TRUE;
}

/**
 * asc_article_view_find_ghost:
 * @self: a view
 * @offset: code points
 * @index: (out): of the ghost that holds @offset
 *
 * Returns: whether there is one
 */
gboolean
asc_article_view_find_ghost (AscArticleView *self, guint offset, guint *index)
{
  for (guint i = 0; self->ghosts != NULL && i < self->ghosts->len; i++)
    {
      AscSpan span = get_span (get_ghost (self, i));

      if (asc_span_contains (&span, offset))
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* Of those found, how many are left with this one. */
void
asc_article_view_add_mention_count (AscArticleView *self, GString *status)
{
  guint decided = self->n_ghosts_at_first - self->ghosts->len;

  /* Translators: which of the other mentions of an annotation is shown: “Mention 2 of 7” */
  g_string_append_printf (status, _("Mention %1$u of %2$u"), decided + self->ghost + 1, self->n_ghosts_at_first);
}
