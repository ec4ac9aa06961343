/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-article-view-private.h"

#include <glib/gi18n.h>

static void
show_candidate (AscArticleView *self)
{
  AscAnnotation   *candidate = asc_article_view_get_candidate (self);
  g_autofree char *description = NULL;

  if (candidate == NULL)
    return;

  description = asc_article_view_describe (self, candidate);
  asc_article_view_announce (self, description);
  asc_article_view_show_span (self, &ASC_SPAN (asc_annotation_get_start (candidate), asc_annotation_get_end (candidate)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * asc_article_view_update_targets:
 * @self: a view
 *
 * Enters or leaves the state in which a relation's far end is looked for, as the session says, and finds what it may be.
 */
void
asc_article_view_update_targets (AscArticleView *self)
{
  AscAnnotation *relating = asc_session_get_relating (self->session);

  g_hash_table_remove_all (self->target_ids);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  if (relating == NULL)
    {
      if (self->key_state == ASC_KEYS_RELATE)
        self->key_state = ASC_KEYS_READING;
    }
  else
    {
      g_autoptr (GPtrArray) targets = asc_annotator_relation_targets (asc_session_get_annotator (self->session), relating,
                                                                      asc_session_get_relating_type (self->session));

      if (targets->len == 0)
        {
          asc_session_notice (self->session, _("There is nothing yet that this may be related to"));
          asc_session_set_relating (self->session, NULL);
          return;
        }

      asc_article_view_leave_edge (self);
      asc_article_view_leave_mentions (self);
      self->targets = g_ptr_array_new_full (targets->len, g_object_unref);
      for (guint i = 0; i < targets->len; i++)
        {
          g_ptr_array_add (self->targets, g_object_ref (g_ptr_array_index (targets, i)));
          g_hash_table_add (self->target_ids, g_strdup (asc_annotation_get_id (g_ptr_array_index (targets, i))));
        }
      self->candidate = 0;
      self->key_state = ASC_KEYS_RELATE;
      show_candidate (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  asc_article_view_state_changed (self);
}

/**
 * asc_article_view_step_target:
 * @self: a view
 * @step: 1 for the next nearest, -1 for the one before
 * @label: (nullable): only targets of this label
 *
 * Returns: %TRUE
 */
gboolean
asc_article_view_step_target (AscArticleView *self, int step, const char *label)
{
  guint n = self->targets != NULL ? self->targets->len : 0;

  for (guint i = 1; i <= n; i++)
    {
      guint index = (self->candidate + n + (step > 0 ? i : -i)) % n;

      if (label == NULL || g_str_equal (asc_annotation_get_label (g_ptr_array_index (self->targets, index)), label))
        {
          self->candidate = index;
          show_candidate (self);
          break;
        }
    }
  return TRUE;
}

/**
 * asc_article_view_take_target:
 * @self: a view
 * @target: (nullable): the far end
 *
 * Makes the relation and goes back to where it was begun.
 *
 * Returns: %TRUE
 */
gboolean
asc_article_view_take_target (AscArticleView *self, AscAnnotation *target)
{
  AscAnnotation   *relating = asc_session_get_relating (self->session);
  AscRelationType *type = asc_session_get_relating_type (self->session);
  AscRelation     *relation;

  if (relating == NULL || target == NULL)
    return TRUE;

  g_object_ref (relating);
  relation = asc_annotator_relate (asc_session_get_annotator (self->session), relating, target, type);
  if (relation == NULL)
    asc_session_notice (self->session, _("These cannot be related, or are already"));
  else
    g_set_str (&self->last_target, asc_annotation_get_id (target));
  asc_session_set_relating (self->session, NULL);
  asc_article_view_go_to_annotation (self, relating);
  g_object_unref (relating);
  return relation != NULL;
}

gboolean
asc_article_view_is_target (AscArticleView *self, AscAnnotation *annotation)
{
  return self->key_state == ASC_KEYS_RELATE && g_hash_table_contains (self->target_ids, asc_annotation_get_id (annotation));
}

AscAnnotation *
asc_article_view_get_candidate (AscArticleView *self)
{
  if (self->key_state != ASC_KEYS_RELATE || self->targets == NULL)
    return NULL;

  return g_ptr_array_index (self->targets, self->candidate);
}
