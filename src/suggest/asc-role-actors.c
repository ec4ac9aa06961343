/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-role-actors.h"

#include "asc-text-search.h"

/* More mentions of one name are not looked at. */
#define MAX_HITS 500

static AscCodebook *
get_codebook (AscAnnotator *annotator)
{
  return asc_project_get_codebook (asc_annotator_get_project (annotator));
}

static AscActor *
actor_of (AscAnnotator *annotator, AscAnnotation *annotation)
{
  AscLabel *label = asc_codebook_lookup_label (get_codebook (annotator), asc_annotation_get_label (annotation));
  GListModel *definitions = label ? asc_label_get_attributes (label) : NULL;
  guint n = definitions ? g_list_model_get_n_items (definitions) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscAttributeDefinition) definition = g_list_model_get_item (definitions, i);
      const char *id;

      if (asc_attribute_definition_get_kind (definition) != ASC_ATTRIBUTE_ACTOR)
        continue;
      id = asc_attributes_get_string (asc_annotation_get_attributes (annotation), asc_attribute_definition_get_name (definition));
      if (id)
        return asc_actor_register_lookup (asc_project_get_actors (asc_annotator_get_project (annotator)), id);
    }
  return NULL;
}

/* The label of a new mention: the first of the role that takes names. */
static AscLabel *
find_name_label (AscAnnotator *annotator, AscRelationType *type)
{
  const char * const *labels = asc_relation_type_get_to_labels (type);

  for (guint i = 0; labels && labels[i]; i++)
    {
      AscLabel *label = asc_codebook_lookup_label (get_codebook (annotator), labels[i]);

      if (label && asc_label_get_values (label)->takes == ASC_TAKES_NAME)
        return label;
    }
  return NULL;
}

/**
 * asc_role_actors_fit:
 * @annotator: an annotator
 * @type: a role
 *
 * Returns: whether actors can have it
 */
gboolean
asc_role_actors_fit (AscAnnotator *annotator, AscRelationType *type)
{
  g_return_val_if_fail (ASC_IS_ANNOTATOR (annotator), FALSE);
  g_return_val_if_fail (ASC_IS_RELATION_TYPE (type), FALSE);

  return find_name_label (annotator, type) != NULL;
}

/**
 * asc_role_actors_recent:
 * @annotator: of the claim's set
 * @claim: the claim
 * @max: at most so many
 *
 * Returns: (transfer full) (element-type AscActor): the actors whom a reader who has come to the end of the claim read of last, the last
 *   one first; then those mentioned after it, the first one first
 */
GPtrArray *
asc_role_actors_recent (AscAnnotator *annotator, AscAnnotation *claim, guint max)
{
  GPtrArray *actors = g_ptr_array_new_with_free_func (g_object_unref);
  AscAnnotationSet *set;
  guint n, first_after = 0;

  g_return_val_if_fail (ASC_IS_ANNOTATOR (annotator), actors);
  g_return_val_if_fail (ASC_IS_ANNOTATION (claim), actors);

  set = asc_annotator_get_set (annotator);
  n = asc_annotation_set_get_n (set);
  while (first_after < n && asc_annotation_get_start (asc_annotation_set_get_nth (set, first_after)) < asc_annotation_get_end (claim))
    first_after++;
  for (guint i = 0; i < n && actors->len < max; i++)
    {
      guint position = i < first_after ? first_after - 1 - i : i;
      AscActor *actor = actor_of (annotator, asc_annotation_set_get_nth (set, position));

      if (actor && !g_ptr_array_find (actors, actor, NULL))
        g_ptr_array_add (actors, g_object_ref (actor));
    }
  return actors;
}

/* Before the claim ends, the later the better; else the earlier. */
static gboolean
is_better (guint end, guint start, const AscSpan *best)
{
  if (start < end)
    return best == NULL || best->start >= end || start > best->start;
  return best == NULL || (best->start >= end && start < best->start);
}

static void
find_named (AscAnnotator *annotator, guint claim_end, AscLabel *label, const char *name, AscRoleCandidate **best)
{
  AscSegmenter *segmenter = asc_annotator_get_segmenter (annotator);
  g_autoptr (GArray) hits = asc_text_search (asc_segmenter_get_text (segmenter), name, MAX_HITS);

  for (guint i = 0; i < hits->len; i++)
    {
      const AscSpan *hit = &g_array_index (hits, AscSpan, i);
      AscSpan word;

      /* Whole words: neither edge may be inside one. */
      if ((asc_segmenter_segment_at (segmenter, ASC_SEGMENT_WORD, hit->start, &word) && word.start < hit->start)
          || (asc_segmenter_segment_at (segmenter, ASC_SEGMENT_WORD, hit->end - 1, &word) && word.end > hit->end)
          || !is_better (claim_end, hit->start, *best ? &(*best)->span : NULL))
        continue;
      g_clear_pointer (best, asc_role_candidate_free);
      *best = asc_role_candidate_new (NULL, asc_label_get_name (label), hit, ASC_RANK_EARLIER, 0);
    }
}

/**
 * asc_role_actors_mention:
 * @annotator: of the claim's set
 * @claim: the claim
 * @type: the role
 * @actor: an actor of the register
 *
 * Annotated mentions come before names that only stand in the text.
 *
 * Returns: (transfer full) (nullable): a candidate for asc_role_suggester_accept()
 */
AscRoleCandidate *
asc_role_actors_mention (AscAnnotator *annotator, AscAnnotation *claim, AscRelationType *type, AscActor *actor)
{
  AscAnnotationSet *set;
  AscRoleCandidate *best = NULL;
  const AscActorValues *values;
  AscLabel *label;
  guint end;

  g_return_val_if_fail (ASC_IS_ANNOTATOR (annotator), NULL);
  g_return_val_if_fail (ASC_IS_ANNOTATION (claim), NULL);
  g_return_val_if_fail (ASC_IS_RELATION_TYPE (type), NULL);
  g_return_val_if_fail (ASC_IS_ACTOR (actor), NULL);

  set = asc_annotator_get_set (annotator);
  end = asc_annotation_get_end (claim);
  for (guint i = 0; i < asc_annotation_set_get_n (set); i++)
    {
      AscAnnotation *annotation = asc_annotation_set_get_nth (set, i);
      AscSpan span = ASC_SPAN (asc_annotation_get_start (annotation), asc_annotation_get_end (annotation));

      if (actor_of (annotator, annotation) != actor
          || !asc_relation_type_allows (type, asc_annotation_get_label (claim), asc_annotation_get_label (annotation))
          || !is_better (end, span.start, best ? &best->span : NULL))
        continue;
      g_clear_pointer (&best, asc_role_candidate_free);
      best = asc_role_candidate_new (annotation, NULL, &span, ASC_RANK_EARLIER, 0);
    }
  label = find_name_label (annotator, type);
  if (best || !label)
    return best;

  values = asc_actor_get_values (actor);
  find_named (annotator, end, label, values->name, &best);
  for (guint i = 0; values->aliases && values->aliases[i]; i++)
    find_named (annotator, end, label, values->aliases[i], &best);
  return best;
}
