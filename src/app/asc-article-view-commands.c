/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-article-view-private.h"

#include <glib/gi18n.h>

#include "asc-todo.h"

/**
 * asc_article_view_get_current:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the annotation that keys act on: the selected one, else what is shortest at the caret
 */
AscAnnotation *
asc_article_view_get_current (AscArticleView *self)
{
  AscAnnotation        *selected = asc_session_get_selected (self->session);
  g_autoptr (GPtrArray) stack = NULL;

  if (selected != NULL || self->set == NULL)
    return selected;

  stack = asc_annotation_set_stack_at (self->set, asc_article_view_get_caret (self));
  return stack->len > 0 ? g_ptr_array_index (stack, 0) : NULL;
}

/* ---- making ---------------------------------------------------------------------------------------------- */

/* An interrupted quotation (“…,” he said. “…”) without its interruption: a step of its own, so that undo gives the plain one. */
static AscAnnotation *
carve (AscArticleView *self, AscAnnotation *annotation, AscLabel *label, const AscSpan *selection)
{
  AscAnnotator          *annotator = asc_session_get_annotator (self->session);
  g_autoptr (AscSpanSet) carved = NULL;
  g_autofree char       *id = NULL;

  if (selection == NULL || asc_label_get_values (label)->takes != ASC_TAKES_SENTENCE)
    return annotation;

  carved = asc_quotations_carve (asc_annotator_get_quotations (annotator), selection);
  if (carved == NULL || asc_span_set_get_n_spans (carved) < 2)
    return annotation;

  id = g_strdup (asc_annotation_get_id (annotation));
  asc_annotator_set_spans (annotator, annotation, carved, NULL);
  return asc_annotation_set_lookup (self->set, id);
}

void
asc_article_view_make (AscArticleView *self, AscLabel *label)
{
  AscSpan        selection;
  gboolean       has_selection = asc_article_view_get_selection (self, &selection);
  gboolean       existed = FALSE;
  AscAnnotation *annotation;

  if (!asc_article_view_is_writable (self))
    {
      if (self->set != NULL)
        asc_session_notice (self->session, _("These annotations can only be read"));
      return;
    }

  annotation = asc_annotator_annotate (asc_session_get_annotator (self->session), label, has_selection ? &selection : NULL,
                                       asc_article_view_get_caret (self), &existed);
  if (annotation == NULL)
    {
      asc_session_notice (self->session, _("Nothing to annotate here"));
      return;
    }

  if (existed)
    asc_session_notice (self->session, _("That is already annotated"));
  else
    annotation = carve (self, annotation, label, has_selection ? &selection : NULL);
  g_set_str (&self->last_label, asc_label_get_name (label));
  self->last_command = ASC_COMMAND_NONE;
  self->last_made = TRUE;
  asc_article_view_go_to_annotation (self, annotation);
}

static AscLabel *
get_last_label (AscArticleView *self)
{
  AscCodebook *codebook = asc_article_view_get_codebook (self);

  return codebook != NULL && self->last_label != NULL ? asc_codebook_lookup_label (codebook, self->last_label) : NULL;
}

static gboolean
accept_suggestion (AscArticleView *self, AscAnnotation *annotation)
{
  AscHistory                *history = asc_session_get_history (self->session);
  g_autoptr (AscAnnotation)  accepted = asc_annotation_with_origin (annotation, ASC_ORIGIN_ACCEPTED);

  asc_history_begin (history, ASC_ACTION_ACCEPT, asc_annotation_get_label (annotation), NULL);
  asc_history_put_annotation (history, self->set, accepted);
  asc_history_end (history);
  asc_article_view_set_caret (self, asc_annotation_get_end (accepted));
  return TRUE;
}

static gboolean
accept_or_make_again (AscArticleView *self)
{
  AscAnnotation *current = asc_article_view_get_current (self);

  if (asc_article_view_get_selection (self, NULL) && get_last_label (self) != NULL)
    {
      asc_article_view_make (self, get_last_label (self));
      return TRUE;
    }
  if (asc_annotation_get_origin (current) != ASC_ORIGIN_SUGGESTED && asc_article_view_has_proposals (self))
    return asc_article_view_accept_proposals (self);
  return accept_suggestion (self, current);
}

/* ---- fragments ------------------------------------------------------------------------------------------- */

static gboolean
change_fragments (AscArticleView *self, gboolean add)
{
  AscAnnotation         *current = asc_article_view_get_current (self);
  AscAnnotator          *annotator = asc_session_get_annotator (self->session);
  AscSpanSet            *spans = asc_annotation_get_spans (current);
  AscSpan                selection;
  g_autoptr (AscSpanSet) changed = NULL;
  g_autofree char       *id = g_strdup (asc_annotation_get_id (current));

  if (!asc_article_view_get_selection (self, &selection)
      || !asc_segmenter_tidy_selection (asc_annotator_get_segmenter (annotator), &selection, &selection))
    {
      asc_session_notice (self->session, _("Select text first"));
      return TRUE;
    }

  changed = add ? asc_span_set_union (spans, &selection) : asc_span_set_subtract (spans, &selection);
  if (changed == NULL)
    {
      asc_session_notice (self->session, _("Nothing would be left of it"));
      return TRUE;
    }
  if (asc_span_set_equal (changed, spans))
    {
      asc_session_notice (self->session, add ? _("That is part of it already") : _("That is no part of it"));
      return TRUE;
    }
  if (!asc_annotator_set_spans (annotator, current, changed, NULL))
    {
      asc_session_notice (self->session, _("That is already annotated"));
      return TRUE;
    }

  current = asc_annotation_set_lookup (self->set, id);
  asc_session_set_selected (self->session, current);
  asc_article_view_set_caret (self, add ? selection.end : asc_annotation_get_end (current));
  return TRUE;
}

/* ---- selection ------------------------------------------------------------------------------------------- */

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  guint one = asc_span_length (a), other = asc_span_length (b);

  return (one > other) - (one < other);
}

/* What a selection at @offset grows through, shortest first: word, quotations from the inside out, sentence, paragraph. */
static GArray *
get_ladder (AscArticleView *self, guint offset)
{
  AscAnnotator        *annotator = asc_session_get_annotator (self->session);
  AscSegmenter        *segmenter = asc_annotator_get_segmenter (annotator);
  GArray              *ladder = g_array_new (FALSE, FALSE, sizeof (AscSpan));
  const AscSegmentKind kinds[] = { ASC_SEGMENT_WORD, ASC_SEGMENT_SENTENCE, ASC_SEGMENT_PARAGRAPH };
  AscQuotation         quotation;
  AscSpan              span;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (asc_segmenter_segment_at (segmenter, kinds[i], offset, &span))
        g_array_append_val (ladder, span);
    }

  if (asc_quotations_at (asc_annotator_get_quotations (annotator), offset, &quotation))
    {
      gsize               n;
      const AscQuotation *quotations = asc_quotations_get (asc_annotator_get_quotations (annotator), &n);
      gsize               low = 0, high = n;

      while (low < high)
        {
          gsize middle = low + (high - low) / 2;

          if (quotations[middle].outer.start <= offset)
            low = middle + 1;
          else
            high = middle;
        }
      /* Backwards from the last that starts before: those that hold the offset, up to the outermost. */
      for (gsize i = low; i-- > 0;)
        {
          if (asc_span_contains (&quotations[i].outer, offset))
            {
              g_array_append_val (ladder, quotations[i].inner);
              g_array_append_val (ladder, quotations[i].outer);
            }
          if (quotations[i].depth == 0)
            break;
        }
    }
  g_array_sort (ladder, compare_lengths);
  return ladder;
}

static gboolean
grow (AscArticleView *self)
{
  AscSpan            selection;
  g_autoptr (GArray) ladder = NULL;

  if (!asc_article_view_get_selection (self, &selection))
    selection.start = selection.end = asc_article_view_get_caret (self);

  ladder = get_ladder (self, selection.start);
  for (guint i = 0; i < ladder->len; i++)
    {
      const AscSpan *step = &g_array_index (ladder, AscSpan, i);

      if (step->start <= selection.start && selection.end <= step->end && asc_span_length (step) > asc_span_length (&selection))
        {
          asc_article_view_select_span (self, step);
          asc_article_view_show_span (self, step);
          return TRUE;
        }
    }
  return TRUE;
}

static gboolean
shrink (AscArticleView *self)
{
  AscSpan            selection;
  g_autoptr (GArray) ladder = NULL;

  if (!asc_article_view_get_selection (self, &selection))
    return FALSE;

  ladder = get_ladder (self, selection.start);
  for (guint i = ladder->len; i-- > 0;)
    {
      const AscSpan *step = &g_array_index (ladder, AscSpan, i);

      if (step->start >= selection.start && step->end <= selection.end && asc_span_length (step) < asc_span_length (&selection))
        {
          asc_article_view_select_span (self, step);
          return TRUE;
        }
    }
  asc_article_view_set_caret (self, selection.start);
  return TRUE;
}

/* ---- going ----------------------------------------------------------------------------------------------- */

static gboolean
step (AscArticleView *self, gboolean forward, gboolean todo)
{
  AscProject    *project = asc_session_get_project (self->session);
  AscAnnotation *from = asc_session_get_selected (self->session);
  guint          caret = asc_article_view_get_caret (self);
  AscAnnotation *found;

  /* From where one reads, which may have left what is selected. */
  if (from != NULL && (caret < asc_annotation_get_start (from) || caret > asc_annotation_get_end (from)))
    from = NULL;

  if (todo)
    found = forward ? asc_todo_next (self->set, project, from, caret) : asc_todo_previous (self->set, project, from, caret);
  else
    found = forward ? asc_annotation_set_next (self->set, from, caret) : asc_annotation_set_previous (self->set, from, caret);

  if (found != NULL)
    {
      asc_article_view_go_to_annotation (self, found);
      self->walking = !todo;
    }
  else if (todo)
    asc_session_notice (self->session, forward ? _("Nothing to do from here to the end") : _("Nothing to do from the start to here"));
  else
    asc_session_notice (self->session, forward ? _("That was the last annotation. Ctrl+Tab leaves the text.")
                                               : _("That was the first annotation. Ctrl+Shift+Tab leaves the text."));
  return TRUE;
}

static gboolean
cycle (AscArticleView *self)
{
  AscAnnotation        *selected = asc_session_get_selected (self->session);
  g_autoptr (GPtrArray) stack = asc_annotation_set_stack_at (self->set, asc_article_view_get_caret (self));
  guint                 index;

  if (stack->len == 0)
    return TRUE;

  if (g_ptr_array_find (stack, selected, &index))
    index = (index + 1) % stack->len;
  else
    index = 0;
  asc_session_set_selected (self->session, g_ptr_array_index (stack, index));
  return TRUE;
}

static gboolean
go_back (AscArticleView *self)
{
  guint caret = g_array_index (self->jumps, guint, self->jumps->len - 1);

  g_array_set_size (self->jumps, self->jumps->len - 1);
  asc_article_view_set_caret (self, caret);
  asc_article_view_show_span (self, &ASC_SPAN (caret, caret));
  return TRUE;
}

static gboolean
open_card (AscArticleView *self)
{
  AscAnnotation *current = asc_article_view_get_current (self);

  asc_session_set_selected (self->session, current);
  g_signal_emit_by_name (self, "open-card", current);
  return TRUE;
}

static gboolean
leave (AscArticleView *self)
{
  if (asc_article_view_get_selection (self, NULL))
    asc_article_view_set_caret (self, asc_article_view_get_caret (self));
  else if (asc_session_get_selected (self->session) != NULL)
    asc_session_set_selected (self->session, NULL);
  else
    return FALSE;
  return TRUE;
}

/* ---- changing -------------------------------------------------------------------------------------------- */

static gboolean
remove_annotation (AscArticleView *self)
{
  AscAnnotation   *current = asc_article_view_get_current (self);
  g_autofree char *label = g_strdup (asc_annotation_get_label (current));

  if (asc_annotator_remove (asc_session_get_annotator (self->session), current))
    {
      g_autofree char *message = NULL;
      AscLabel        *known = asc_codebook_lookup_label (asc_article_view_get_codebook (self), label);

      /* Translators: %s is a label such as "Claim" */
      message = g_strdup_printf (_("%s removed"), known != NULL ? asc_label_get_display_name (known) : label);
      asc_article_view_announce (self, message);
    }
  return TRUE;
}

static gboolean
relate_again (AscArticleView *self)
{
  AscAnnotation *current = asc_article_view_get_current (self);
  AscAnnotation *target = self->last_target != NULL ? asc_annotation_set_lookup (self->set, self->last_target) : NULL;

  if (current == NULL || target == NULL || current == target
      || asc_annotator_relate (asc_session_get_annotator (self->session), current, target, NULL) == NULL)
    asc_session_notice (self->session, _("These cannot be related, or are already"));
  return TRUE;
}

static gboolean
repeat (AscArticleView *self)
{
  if (self->last_made)
    {
      if (get_last_label (self) != NULL)
        asc_article_view_make (self, get_last_label (self));
      return TRUE;
    }
  if (self->last_command == ASC_COMMAND_TAKE_TARGET)
    return relate_again (self);
  return asc_article_view_run (self, self->last_command);
}

/* ---- what is possible, and doing it ---------------------------------------------------------------------- */

static gboolean
can_cycle (AscArticleView *self)
{
  g_autoptr (GPtrArray) stack = asc_annotation_set_stack_at (self->set, asc_article_view_get_caret (self));

  return stack->len > 1 || (stack->len == 1 && g_ptr_array_index (stack, 0) != asc_session_get_selected (self->session));
}

static gboolean
can_accept (AscArticleView *self)
{
  AscAnnotation *current = asc_article_view_get_current (self);

  return (current != NULL && asc_annotation_get_origin (current) == ASC_ORIGIN_SUGGESTED)
         || (asc_article_view_get_selection (self, NULL) ? get_last_label (self) != NULL : asc_article_view_has_proposals (self));
}

/**
 * asc_article_view_can:
 * @self: a view
 * @command: a command
 *
 * Returns: whether @command would do something now; the status line, the actions and the keys all ask this
 */
gboolean
asc_article_view_can (AscArticleView *self, AscCommand command)
{
  AscHistory *history = asc_session_get_history (self->session);
  gboolean    writable = asc_article_view_is_writable (self);

  if (self->set == NULL)
    return FALSE;

  switch (command)
    {
    case ASC_COMMAND_GROW:
    case ASC_COMMAND_FIND:
    case ASC_COMMAND_LEAVE:
      return TRUE;
    case ASC_COMMAND_SHRINK:
      return asc_article_view_get_selection (self, NULL);
    case ASC_COMMAND_NEXT:
    case ASC_COMMAND_PREVIOUS:
    case ASC_COMMAND_NEXT_TODO:
    case ASC_COMMAND_PREVIOUS_TODO:
      return asc_annotation_set_get_n (self->set) > 0;
    case ASC_COMMAND_ACCEPT:
      return writable && can_accept (self);
    case ASC_COMMAND_OPEN_CARD:
      return asc_article_view_get_current (self) != NULL;
    case ASC_COMMAND_CYCLE:
      return can_cycle (self);
    case ASC_COMMAND_RELATE:
    case ASC_COMMAND_MENTIONS:
    case ASC_COMMAND_START_EDGE:
    case ASC_COMMAND_END_EDGE:
    case ASC_COMMAND_REMOVE:
      return writable && asc_article_view_get_current (self) != NULL;
    case ASC_COMMAND_ADD_FRAGMENT:
    case ASC_COMMAND_CUT_FRAGMENT:
      return writable && asc_session_get_selected (self->session) != NULL && asc_article_view_get_selection (self, NULL);
    case ASC_COMMAND_REPEAT:
      return writable && (self->last_made || (self->last_command != ASC_COMMAND_NONE && asc_article_view_get_current (self) != NULL));
    case ASC_COMMAND_GO_BACK:
      return self->jumps->len > 0;
    case ASC_COMMAND_UNDO:
      return history != NULL && asc_history_get_can_undo (history);
    case ASC_COMMAND_REDO:
      return history != NULL && asc_history_get_can_redo (history);
    case ASC_COMMAND_EDGE_LEFT:
    case ASC_COMMAND_EDGE_RIGHT:
    case ASC_COMMAND_EDGE_LEFT_CHARACTER:
    case ASC_COMMAND_EDGE_RIGHT_CHARACTER:
      return self->key_state == ASC_KEYS_EDGE;
    case ASC_COMMAND_NEXT_TARGET:
    case ASC_COMMAND_PREVIOUS_TARGET:
    case ASC_COMMAND_TAKE_TARGET:
      return self->key_state == ASC_KEYS_RELATE;
    case ASC_COMMAND_NEXT_MENTION:
    case ASC_COMMAND_PREVIOUS_MENTION:
    case ASC_COMMAND_ACCEPT_MENTION:
    case ASC_COMMAND_ACCEPT_MENTIONS:
    case ASC_COMMAND_REJECT_MENTION:
      return self->key_state == ASC_KEYS_MENTIONS;
    case ASC_COMMAND_CHANGE_ROLE:
      return writable && asc_article_view_has_proposals (self) && (self->key_state == ASC_KEYS_ROLE || !self->walking);
    case ASC_COMMAND_DECIDE_NONE:
      return writable && asc_article_view_get_open_role (self) != NULL;
    case ASC_COMMAND_RECENT_ACTOR:
      return writable && asc_article_view_can_pick_actor (self);
    case ASC_COMMAND_PREVIOUS_ROLE:
    case ASC_COMMAND_NEXT_CANDIDATE:
    case ASC_COMMAND_PREVIOUS_CANDIDATE:
    case ASC_COMMAND_DISMISS:
      return self->key_state == ASC_KEYS_ROLE;
    case ASC_COMMAND_NONE:
    case ASC_N_COMMANDS:
    default:
      return FALSE;
    }
}

static gboolean
leave_state (AscArticleView *self)
{
  if (self->key_state == ASC_KEYS_EDGE)
    {
      asc_article_view_leave_edge (self);
      return TRUE;
    }
  if (self->key_state == ASC_KEYS_RELATE)
    {
      asc_session_set_relating (self->session, NULL);
      return TRUE;
    }
  if (self->key_state == ASC_KEYS_MENTIONS)
    {
      asc_article_view_leave_mentions (self);
      return TRUE;
    }
  if (self->key_state == ASC_KEYS_ROLE)
    {
      asc_article_view_leave_proposals (self);
      return TRUE;
    }
  return leave (self);
}

static gboolean
do_command (AscArticleView *self, AscCommand command)
{
  switch (command)
    {
    case ASC_COMMAND_GROW:
      return grow (self);
    case ASC_COMMAND_SHRINK:
      return shrink (self);
    case ASC_COMMAND_START_EDGE:
    case ASC_COMMAND_END_EDGE:
      return asc_article_view_take_edge (self, command == ASC_COMMAND_END_EDGE);
    case ASC_COMMAND_EDGE_LEFT:
    case ASC_COMMAND_EDGE_LEFT_CHARACTER:
      return asc_article_view_move_edge (self, FALSE, command == ASC_COMMAND_EDGE_LEFT_CHARACTER);
    case ASC_COMMAND_EDGE_RIGHT:
    case ASC_COMMAND_EDGE_RIGHT_CHARACTER:
      return asc_article_view_move_edge (self, TRUE, command == ASC_COMMAND_EDGE_RIGHT_CHARACTER);
    case ASC_COMMAND_ADD_FRAGMENT:
    case ASC_COMMAND_CUT_FRAGMENT:
      return change_fragments (self, command == ASC_COMMAND_ADD_FRAGMENT);
    case ASC_COMMAND_NEXT:
    case ASC_COMMAND_PREVIOUS:
      return step (self, command == ASC_COMMAND_NEXT, FALSE);
    case ASC_COMMAND_NEXT_TODO:
    case ASC_COMMAND_PREVIOUS_TODO:
      return step (self, command == ASC_COMMAND_NEXT_TODO, TRUE);
    case ASC_COMMAND_ACCEPT:
      return accept_or_make_again (self);
    case ASC_COMMAND_OPEN_CARD:
      return open_card (self);
    case ASC_COMMAND_CYCLE:
      return cycle (self);
    case ASC_COMMAND_RELATE:
      asc_session_set_relating (self->session, asc_article_view_get_current (self));
      return TRUE;
    case ASC_COMMAND_NEXT_TARGET:
    case ASC_COMMAND_PREVIOUS_TARGET:
      return asc_article_view_step_target (self, command == ASC_COMMAND_NEXT_TARGET ? 1 : -1, NULL);
    case ASC_COMMAND_TAKE_TARGET:
      return asc_article_view_take_target (self, asc_article_view_get_candidate (self));
    case ASC_COMMAND_MENTIONS:
      return asc_article_view_begin_mentions (self);
    case ASC_COMMAND_NEXT_MENTION:
    case ASC_COMMAND_PREVIOUS_MENTION:
      return asc_article_view_step_mention (self, command == ASC_COMMAND_NEXT_MENTION ? 1 : -1);
    case ASC_COMMAND_ACCEPT_MENTION:
      return asc_article_view_accept_mention (self, self->ghost);
    case ASC_COMMAND_ACCEPT_MENTIONS:
      return asc_article_view_accept_mentions (self);
    case ASC_COMMAND_REJECT_MENTION:
      return asc_article_view_reject_mention (self);
    case ASC_COMMAND_CHANGE_ROLE:
    case ASC_COMMAND_PREVIOUS_ROLE:
      return asc_article_view_step_proposal (self, command == ASC_COMMAND_CHANGE_ROLE ? 1 : -1);
    case ASC_COMMAND_NEXT_CANDIDATE:
    case ASC_COMMAND_PREVIOUS_CANDIDATE:
      return asc_article_view_step_candidate (self, command == ASC_COMMAND_NEXT_CANDIDATE ? 1 : -1);
    case ASC_COMMAND_DISMISS:
      return asc_article_view_dismiss_proposal (self);
    case ASC_COMMAND_DECIDE_NONE:
      return asc_article_view_decide_none (self);
    case ASC_COMMAND_RECENT_ACTOR:
      return asc_article_view_pick_actor (self, 1);
    case ASC_COMMAND_REPEAT:
      return repeat (self);
    case ASC_COMMAND_REMOVE:
      return remove_annotation (self);
    case ASC_COMMAND_GO_BACK:
      return go_back (self);
    case ASC_COMMAND_UNDO:
      return asc_session_undo (self->session);
    case ASC_COMMAND_REDO:
      return asc_session_redo (self->session);
    case ASC_COMMAND_FIND:
      g_signal_emit_by_name (self, "find");
      return TRUE;
    case ASC_COMMAND_LEAVE:
      return leave_state (self);
    case ASC_COMMAND_NONE:
    case ASC_N_COMMANDS:
    default:
      return FALSE;
    }
}

static gboolean
is_repeatable (AscCommand command)
{
  return command == ASC_COMMAND_REMOVE || command == ASC_COMMAND_ADD_FRAGMENT || command == ASC_COMMAND_CUT_FRAGMENT
         || command == ASC_COMMAND_TAKE_TARGET;
}

/**
 * asc_article_view_run:
 * @self: a view
 * @command: a command
 *
 * Returns: whether it did something
 */
gboolean
asc_article_view_run (AscArticleView *self, AscCommand command)
{
  if (!asc_article_view_can (self, command) || !do_command (self, command))
    return FALSE;

  if (is_repeatable (command))
    {
      self->last_command = command;
      self->last_made = FALSE;
    }
  asc_article_view_state_changed (self);
  return TRUE;
}
