/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edits of AscHistory: what may be done is decided here, and done by asc_history_make_change (). */
#include "asc-history-private.h"

static gboolean
may_change_set (AscHistory       *self,
                AscAnnotationSet *set)
{
  return asc_history_may_change (self) && !asc_annotation_set_get_read_only (set);
}

/* What an edit of an annotation by itself is called. */
static AscAction
edit_action (AscAnnotation *before,
             AscAnnotation *after,
             const char   **subject)
{
  AscAttributes *old = asc_annotation_get_attributes (before);
  AscAttributes *new = asc_annotation_get_attributes (after);

  *subject = asc_annotation_get_label (after);
  if (!g_str_equal (asc_annotation_get_label (before), asc_annotation_get_label (after)))
    return ASC_ACTION_CHANGE_LABEL;
  if (!asc_span_set_equal (asc_annotation_get_spans (before), asc_annotation_get_spans (after)))
    return ASC_ACTION_CHANGE_SPANS;
  if (g_strcmp0 (asc_annotation_get_note (before), asc_annotation_get_note (after)) != 0)
    return ASC_ACTION_CHANGE_NOTE;

  for (guint i = 0; i < asc_attributes_get_n (new) + asc_attributes_get_n (old); i++)
    {
      const char *name = i < asc_attributes_get_n (new)
                         ? asc_attributes_get_name (new, i)
                         : asc_attributes_get_name (old, i - asc_attributes_get_n (new));
      GVariant   *a = asc_attributes_get (old, name), *b = asc_attributes_get (new, name);

      if (a == NULL || b == NULL || !g_variant_equal (a, b))
        {
          *subject = name;
          return ASC_ACTION_CHANGE_ATTRIBUTE;
        }
    }
  return ASC_ACTION_ACCEPT;
}

/**
 * asc_history_put_annotation:
 * @self: a history
 * @set: a set
 * @annotation: an annotation; its quote is filled in from the text
 *
 * Adds @annotation, or puts it in the place of the one with its id.
 *
 * Returns: whether it is there; not when the set is read-only, the text not read, a span outside it, or another annotation
 *   with that label and those spans there already
 */
gboolean
asc_history_put_annotation (AscHistory       *self,
                            AscAnnotationSet *set,
                            AscAnnotation    *annotation)
{
  g_autoptr (AscAnnotation) after = NULL;
  g_autoptr (AscAnnotation) before = NULL;
  AscAnnotation *same;
  AscText       *text;
  AscAction      action = ASC_ACTION_ADD;
  const char    *subject;

  g_return_val_if_fail (ASC_IS_HISTORY (self) && ASC_IS_ANNOTATION_SET (set), FALSE);
  g_return_val_if_fail (ASC_IS_ANNOTATION (annotation), FALSE);

  text = asc_article_get_text (asc_annotation_set_get_article (set));
  if (!may_change_set (self, set) || text == NULL ||
      asc_annotation_get_end (annotation) > asc_text_get_length (text))
    return FALSE;

  same = asc_annotation_set_find_same (set, asc_annotation_get_label (annotation),
                                       asc_annotation_get_spans (annotation));
  if (same != NULL &&
      !g_str_equal (asc_annotation_get_id (same), asc_annotation_get_id (annotation)))
    return FALSE;

  after = asc_annotation_set_quoted (set, annotation);
  subject = asc_annotation_get_label (after);
  g_set_object (&before, asc_annotation_set_lookup (set, asc_annotation_get_id (after)));
  if (before != NULL)
    {
      if (asc_annotation_equal (before, after))
        return TRUE;
      action = edit_action (before, after, &subject);
    }

  asc_history_begin (self, action, subject, NULL);
  asc_history_make_change (self, ASC_CHANGE_ANNOTATION, set, before, after);
  asc_history_end (self);
  return TRUE;
}

/**
 * asc_history_remove_annotation:
 * @self: a history
 * @set: a set
 * @id: id of an annotation
 *
 * Removes an annotation and, in the same step, its relations.
 *
 * Returns: whether it was removed; not when the set is read-only or has none with @id
 */
gboolean
asc_history_remove_annotation (AscHistory       *self,
                               AscAnnotationSet *set,
                               const char       *id)
{
  g_autoptr (AscAnnotation) before = NULL;

  g_return_val_if_fail (ASC_IS_HISTORY (self) && ASC_IS_ANNOTATION_SET (set), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  g_set_object (&before, asc_annotation_set_lookup (set, id));
  if (!may_change_set (self, set) || before == NULL)
    return FALSE;

  id = asc_annotation_get_id (before);
  asc_history_begin (self, ASC_ACTION_REMOVE, asc_annotation_get_label (before), NULL);
  for (guint pass = 0; pass < 2; pass++)
    {
      g_autoptr (GPtrArray) relations =
        pass == 0 ? asc_annotation_set_relations_from (set, id)
                  : asc_annotation_set_relations_to (set, id);

      for (guint i = 0; i < relations->len; i++)
        asc_history_make_change (self, ASC_CHANGE_RELATION, set, relations->pdata[i], NULL);
    }
  asc_history_make_change (self, ASC_CHANGE_ANNOTATION, set, before, NULL);
  asc_history_end (self);
  return TRUE;
}

/**
 * asc_history_put_relation:
 * @self: a history
 * @set: a set
 * @relation: a relation
 *
 * Adds @relation, or puts it in the place of the one with its id.
 *
 * Returns: whether it is there; not when the set is read-only, has not both ends, both are one, or another relation of that
 *   type between them is there already
 */
gboolean
asc_history_put_relation (AscHistory       *self,
                          AscAnnotationSet *set,
                          AscRelation      *relation)
{
  g_autoptr (GPtrArray) siblings = NULL;
  g_autoptr (AscRelation) before = NULL;
  const char *from, *to, *type;

  g_return_val_if_fail (ASC_IS_HISTORY (self) && ASC_IS_ANNOTATION_SET (set), FALSE);
  g_return_val_if_fail (ASC_IS_RELATION (relation), FALSE);

  from = asc_relation_get_from (relation);
  to = asc_relation_get_to (relation);
  type = asc_relation_get_relation_type (relation);
  if (!may_change_set (self, set) || g_str_equal (from, to) ||
      asc_annotation_set_lookup (set, from) == NULL || asc_annotation_set_lookup (set, to) == NULL)
    return FALSE;

  siblings = asc_annotation_set_relations_from (set, from);
  for (guint i = 0; i < siblings->len; i++)
    {
      AscRelation *sibling = g_ptr_array_index (siblings, i);

      if (g_str_equal (asc_relation_get_to (sibling), to) &&
          g_str_equal (asc_relation_get_relation_type (sibling), type) &&
          !g_str_equal (asc_relation_get_id (sibling), asc_relation_get_id (relation)))
        return FALSE;
    }

  g_set_object (&before, asc_annotation_set_lookup_relation (set, asc_relation_get_id (relation)));
  if (before != NULL && asc_relation_equal (before, relation))
    return TRUE;

  asc_history_begin (self, ASC_ACTION_RELATE, type, NULL);
  asc_history_make_change (self, ASC_CHANGE_RELATION, set, before, relation);
  asc_history_end (self);
  return TRUE;
}

/**
 * asc_history_remove_relation:
 * @self: a history
 * @set: a set
 * @id: id of a relation
 *
 * Returns: whether it was removed; not when the set is read-only or has none with @id
 */
gboolean
asc_history_remove_relation (AscHistory       *self,
                             AscAnnotationSet *set,
                             const char       *id)
{
  g_autoptr (AscRelation) before = NULL;

  g_return_val_if_fail (ASC_IS_HISTORY (self) && ASC_IS_ANNOTATION_SET (set), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  g_set_object (&before, asc_annotation_set_lookup_relation (set, id));
  if (!may_change_set (self, set) || before == NULL)
    return FALSE;

  asc_history_begin (self, ASC_ACTION_UNRELATE, asc_relation_get_relation_type (before), NULL);
  asc_history_make_change (self, ASC_CHANGE_RELATION, set, before, NULL);
  asc_history_end (self);
  return TRUE;
}

/**
 * asc_history_set_state:
 * @self: a history
 * @set: a set
 * @state: how far the coder is with the article
 * @read_to: how far the coder has read, in code points; cut to the length of the text
 *
 * Returns: whether it is so; not when the set is read-only
 */
gboolean
asc_history_set_state (AscHistory       *self,
                       AscAnnotationSet *set,
                       AscState          state,
                       guint             read_to)
{
  AscProgress before, after;
  AscText *text;

  g_return_val_if_fail (ASC_IS_HISTORY (self) && ASC_IS_ANNOTATION_SET (set), FALSE);
  g_return_val_if_fail (asc_state_to_string (state) != NULL, FALSE);

  if (!may_change_set (self, set))
    return FALSE;

  text = asc_article_get_text (asc_annotation_set_get_article (set));
  if (text != NULL)
    read_to = MIN (read_to, asc_text_get_length (text));
  before.state = asc_annotation_set_get_state (set);
  before.read_to = asc_annotation_set_get_read_to (set);
  after = (AscProgress) { state, read_to };
  if (asc_change_value_equal (ASC_CHANGE_STATE, &before, &after))
    return TRUE;

  asc_history_begin (self, ASC_ACTION_CHANGE_STATE, asc_state_to_string (state), NULL);
  asc_history_make_change (self, ASC_CHANGE_STATE, set, &before, &after);
  asc_history_end (self);
  return TRUE;
}

/**
 * asc_history_put_actor:
 * @self: a history
 * @actors: a register
 * @actor: an actor
 *
 * Adds @actor, or puts it in the place of the one with its id.
 *
 * Returns: whether it is there
 */
gboolean
asc_history_put_actor (AscHistory       *self,
                       AscActorRegister *actors,
                       AscActor         *actor)
{
  g_autoptr (AscActor) before = NULL;

  g_return_val_if_fail (ASC_IS_HISTORY (self) && ASC_IS_ACTOR_REGISTER (actors), FALSE);
  g_return_val_if_fail (ASC_IS_ACTOR (actor), FALSE);

  if (!asc_history_may_change (self))
    return FALSE;

  g_set_object (&before, asc_actor_register_lookup (actors, asc_actor_get_id (actor)));
  if (before != NULL && asc_actor_equal (before, actor))
    return TRUE;

  asc_history_begin (self, ASC_ACTION_CHANGE_ACTOR, asc_actor_get_name (actor), NULL);
  asc_history_make_change (self, ASC_CHANGE_ACTOR, actors, before, actor);
  asc_history_end (self);
  return TRUE;
}

/**
 * asc_history_remove_actor:
 * @self: a history
 * @actors: a register
 * @id: id of an actor
 *
 * Returns: whether it was removed; not when there is none with @id
 */
gboolean
asc_history_remove_actor (AscHistory       *self,
                          AscActorRegister *actors,
                          const char       *id)
{
  g_autoptr (AscActor) before = NULL;

  g_return_val_if_fail (ASC_IS_HISTORY (self) && ASC_IS_ACTOR_REGISTER (actors), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  g_set_object (&before, asc_actor_register_lookup (actors, id));
  if (!asc_history_may_change (self) || before == NULL)
    return FALSE;

  asc_history_begin (self, ASC_ACTION_CHANGE_ACTOR, asc_actor_get_name (before), NULL);
  asc_history_make_change (self, ASC_CHANGE_ACTOR, actors, before, NULL);
  asc_history_end (self);
  return TRUE;
}

/**
 * asc_history_set_codebook:
 * @self: a history
 * @project: a project
 * @codebook: its new codebook
 *
 * Returns: whether it is there
 */
gboolean
asc_history_set_codebook (AscHistory  *self,
                          AscProject  *project,
                          AscCodebook *codebook)
{
  g_autoptr (AscCodebook) before = NULL;

  g_return_val_if_fail (ASC_IS_HISTORY (self) && ASC_IS_PROJECT (project), FALSE);
  g_return_val_if_fail (ASC_IS_CODEBOOK (codebook), FALSE);

  if (!asc_history_may_change (self))
    return FALSE;

  g_set_object (&before, asc_project_get_codebook (project));
  if (before == codebook)
    return TRUE;

  asc_history_begin (self, ASC_ACTION_CHANGE_CODEBOOK, asc_codebook_get_name (codebook), NULL);
  asc_history_make_change (self, ASC_CHANGE_CODEBOOK, project, before, codebook);
  asc_history_end (self);
  return TRUE;
}

/**
 * asc_history_set_article_meta:
 * @self: a history
 * @article: an article
 * @meta: its new metadata, with the same id
 *
 * Returns: whether it is there
 */
gboolean
asc_history_set_article_meta (AscHistory           *self,
                              AscArticle           *article,
                              const AscArticleMeta *meta)
{
  g_autoptr (AscArticleMeta) before = NULL;

  g_return_val_if_fail (ASC_IS_HISTORY (self) && ASC_IS_ARTICLE (article), FALSE);
  g_return_val_if_fail (meta != NULL &&
                        g_strcmp0 (meta->id, asc_article_get_id (article)) == 0, FALSE);

  if (!asc_history_may_change (self))
    return FALSE;

  before = asc_article_meta_copy (asc_article_get_meta (article));
  if (asc_article_meta_equal (before, meta))
    return TRUE;

  asc_history_begin (self, ASC_ACTION_CHANGE_ARTICLE, asc_article_get_title (article), NULL);
  asc_history_make_change (self, ASC_CHANGE_META, article, before, meta);
  asc_history_end (self);
  return TRUE;
}

