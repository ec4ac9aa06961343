/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-step.h"

static gpointer
value_copy (AscChangeKind kind,
            gconstpointer value)
{
  if (value == NULL)
    return NULL;

  switch (kind)
    {
    case ASC_CHANGE_STATE:
      return g_memdup2 (value, sizeof (AscProgress));
    case ASC_CHANGE_META:
      return asc_article_meta_copy (value);
    case ASC_CHANGE_ANNOTATION:
    case ASC_CHANGE_RELATION:
    case ASC_CHANGE_ACTOR:
    case ASC_CHANGE_CODEBOOK:
      return g_object_ref ((gpointer) value);
    default:
      g_assert_not_reached ();
    }
}

static void
value_free (AscChangeKind kind,
            gpointer      value)
{
  if (value == NULL)
    return;

  switch (kind)
    {
    case ASC_CHANGE_STATE:
      g_free (value);
      break;
    case ASC_CHANGE_META:
      asc_article_meta_free (value);
      break;
    case ASC_CHANGE_ANNOTATION:
    case ASC_CHANGE_RELATION:
    case ASC_CHANGE_ACTOR:
    case ASC_CHANGE_CODEBOOK:
      g_object_unref (value);
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
same_place (const AscChange *a,
            const AscChange *b)
{
  return a->kind == b->kind && a->model == b->model &&
         g_str_equal (asc_change_get_place (a), asc_change_get_place (b));
}

/**
 * asc_change_value_equal: (skip)
 * @kind: what the values are
 * @a: (nullable): a value
 * @b: (nullable): another
 *
 * Returns: whether a change from @a to @b is none
 */
gboolean
asc_change_value_equal (AscChangeKind kind,
                        gconstpointer a,
                        gconstpointer b)
{
  const AscProgress *progress = a, *other = b;

  if (a == NULL || b == NULL)
    return a == b;

  switch (kind)
    {
    case ASC_CHANGE_ANNOTATION:
      return asc_annotation_equal ((AscAnnotation *) a, (AscAnnotation *) b);
    case ASC_CHANGE_RELATION:
      return asc_relation_equal ((AscRelation *) a, (AscRelation *) b);
    case ASC_CHANGE_STATE:
      return progress->state == other->state && progress->read_to == other->read_to;
    case ASC_CHANGE_ACTOR:
      return asc_actor_equal ((AscActor *) a, (AscActor *) b);
    case ASC_CHANGE_CODEBOOK:
      return a == b;
    case ASC_CHANGE_META:
      return asc_article_meta_equal (a, b);
    default:
      g_assert_not_reached ();
    }
}

/**
 * asc_change_make: (skip)
 * @kind: what the values are
 * @model: what changes
 * @before: (nullable): what its place holds
 * @after: (nullable): what it is to hold
 *
 * Returns: (transfer full): the change, with copies of all
 */
AscChange
asc_change_make (AscChangeKind kind,
                 gpointer      model,
                 gconstpointer before,
                 gconstpointer after)
{
  return (AscChange) { kind, g_object_ref (model), value_copy (kind, before),
                       value_copy (kind, after) };
}

/**
 * asc_change_clear: (skip)
 * @change: a change, whose values are given up
 */
void
asc_change_clear (AscChange *change)
{
  g_return_if_fail (change != NULL);

  value_free (change->kind, change->before);
  value_free (change->kind, change->after);
  g_object_unref (change->model);
}

/**
 * asc_change_get_place: (skip)
 * @change: a change with a value before or after
 *
 * Returns: the id of what it is about; "" where a model has one such place
 */
const char *
asc_change_get_place (const AscChange *change)
{
  gpointer value;

  g_return_val_if_fail (change != NULL, NULL);

  value = change->after != NULL ? change->after : change->before;
  switch (change->kind)
    {
    case ASC_CHANGE_ANNOTATION:
      return asc_annotation_get_id (value);
    case ASC_CHANGE_RELATION:
      return asc_relation_get_id (value);
    case ASC_CHANGE_ACTOR:
      return asc_actor_get_id (value);
    case ASC_CHANGE_STATE:
    case ASC_CHANGE_CODEBOOK:
    case ASC_CHANGE_META:
      return "";
    default:
      g_assert_not_reached ();
    }
}

/**
 * asc_step_new: (skip)
 * @action: what the step does
 * @subject: (nullable): to what
 * @squash_key: (nullable): what it may be joined by
 *
 * Returns: (transfer full): a step without changes
 */
AscStep *
asc_step_new (AscAction   action,
              const char *subject,
              const char *squash_key)
{
  AscStep *step = g_new0 (AscStep, 1);

  step->action = action;
  step->subject = g_strdup (subject);
  step->squash_key = g_strdup (squash_key);
  step->changes = g_array_new (FALSE, FALSE, sizeof (AscChange));
  g_array_set_clear_func (step->changes, (GDestroyNotify) asc_change_clear);
  return step;
}

/**
 * asc_step_free: (skip)
 * @step: (transfer full): a step
 */
void
asc_step_free (AscStep *step)
{
  g_return_if_fail (step != NULL);

  g_free (step->subject);
  g_free (step->squash_key);
  g_array_unref (step->changes);
  g_free (step);
}

/**
 * asc_step_add: (skip)
 * @step: a step
 * @change: (transfer full): a change that was made after those of @step
 * @undone: (out) (transfer full): when it took back the last one, both in one
 *
 * A change of the place that the last one was about is joined to it. Others are left as they are: to skip what was between could
 * pass through a state that may not be, such as the same annotation twice.
 *
 * Returns: whether it took back the last one, and neither is in the step any more
 */
gboolean
asc_step_add (AscStep   *step,
              AscChange *change,
              AscChange *undone)
{
  AscChange *last = NULL;

  g_return_val_if_fail (step != NULL && change != NULL && undone != NULL, FALSE);

  if (step->changes->len > 0)
    last = &g_array_index (step->changes, AscChange, step->changes->len - 1);
  if (last == NULL || !same_place (last, change))
    {
      g_array_append_val (step->changes, *change);
      return FALSE;
    }

  value_free (last->kind, last->after);
  last->after = g_steal_pointer (&change->after);
  asc_change_clear (change);
  if (!asc_change_value_equal (last->kind, last->before, last->after))
    return FALSE;

  *undone = asc_change_make (last->kind, last->model, last->before, last->after);
  g_array_set_size (step->changes, step->changes->len - 1);
  return TRUE;
}

/**
 * asc_step_describe: (skip)
 * @step: a step
 * @set: (out) (transfer full) (nullable): the annotation set it was in
 * @annotation_id: (out) (transfer full) (nullable): the annotation it was about: the first it changed, or the one that the first
 *   relation it changed goes from
 */
void
asc_step_describe (const AscStep     *step,
                   AscAnnotationSet **set,
                   char             **annotation_id)
{
  const AscChange *told = NULL;

  g_return_if_fail (step != NULL && set != NULL && annotation_id != NULL);

  for (guint i = 0; i < step->changes->len &&
       (told == NULL || told->kind > ASC_CHANGE_ANNOTATION); i++)
    {
      const AscChange *change = &g_array_index (step->changes, AscChange, i);

      if (change->kind <= ASC_CHANGE_STATE && (told == NULL || change->kind < told->kind))
        told = change;
    }

  *set = told != NULL ? g_object_ref (ASC_ANNOTATION_SET (told->model)) : NULL;
  *annotation_id = NULL;
  if (told != NULL && told->kind == ASC_CHANGE_ANNOTATION)
    *annotation_id = g_strdup (asc_change_get_place (told));
  else if (told != NULL && told->kind == ASC_CHANGE_RELATION)
    *annotation_id = g_strdup (asc_relation_get_from (told->after != NULL ? told->after : told->before));
}
